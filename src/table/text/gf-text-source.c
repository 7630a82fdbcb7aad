/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-text-source.h"

#include "gf-foreign.h"
#include "gf-gunzip.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256u * 1024)
#define LEAST_CHUNK 4096
/* A file in which more than one byte in so many is a control character is no text. */
#define CONTROL_SHARE 33
#define ZERO_SHARE 5
/* Beyond so many bytes no list of customers is packed to less than one in so many. */
#define SUSPECT_BYTES (256 << 20)
#define SUSPECT_RATIO 200

struct _GfTextSource
{
  GInputStream *base;       /* of the file itself, to know how far it is read */
  GInputStream *stream;     /* unpacked */
  goffset size;             /* of the file, 0 if unknown */
  goffset n_read;           /* of the stream */
  goffset until;            /* not to read on behind this byte */
  gboolean packed;
  guint8 *chunk;
  gsize chunk_size;
  gsize n_chunk;            /* read, not yet decoded */
  gsize skip;               /* byte order mark */
  gboolean at_end;
  gboolean has_nul;
  gboolean has_bom;
  char *encoding;
  GfDecoder *decoder;
};

/**
 * gf_text_source_explain_error:
 * @error: (inout): why a file cannot be read
 *
 * Says in our words, and what to do, what the system says in its own. Other errors stay.
 */
void
gf_text_source_explain_error (GError **error)
{
  static const struct
  {
    GIOErrorEnum code;
    const char *message;
  } known[] = {
    { G_IO_ERROR_NOT_FOUND, N_("There is no such file. It may have been moved, renamed or deleted; "
                               "choose it again.") },
    { G_IO_ERROR_PERMISSION_DENIED, N_("You may not read this file. Ask its owner, or copy it to a "
                                       "folder of your own.") },
    { G_IO_ERROR_IS_DIRECTORY, N_("This is a folder. Open one of the files in it.") },
    { G_IO_ERROR_NOT_REGULAR_FILE, N_("This is no file that can be read. Choose another one.") },
    { G_IO_ERROR_NOT_MOUNTED, N_("The place where this file lies is not connected. Connect it, or "
                                 "copy the file to this computer.") },
    { G_IO_ERROR_PARTIAL_INPUT, N_("This compressed file ends too early. Copy or download it "
                                   "again.") },
    { G_IO_ERROR_INVALID_DATA, N_("This compressed file is damaged. Copy or download it again.") },
  };

  if (error == NULL || *error == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_error_matches (*error, G_IO_ERROR, (int) known[i].code))
      {
        g_autofree char *message = g_steal_pointer (&(*error)->message);
        (*error)->message = g_strdup (_(known[i].message));
        return;
      }
}

/* Whether the bytes are plainly no text in an encoding of single bytes or UTF-8. */
static gboolean
is_binary (const guint8 *bytes,
           gsize         length)
{
  gsize n_zero = 0, n_control = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint8 c = bytes[i];

      n_zero += c == 0;
      /* But for white space, the escapes of ISO-2022, end of file, and what separates cells. */
      n_control += c != 0 && c < 0x20 && !(c >= '\t' && c <= '\r') && c > 2 && c < 0x1a;
    }

  return (n_control >= 8 && n_control * CONTROL_SHARE > length) ||
         (n_zero >= 16 && n_zero * ZERO_SHARE > length);
}

static gboolean
refuse_binary (const guint8 *bytes,
               gsize         length,
               const char   *encoding,
               GError      **error)
{
  /* In these, zeros and shifts are parts of characters. */
  static const char * const wide[] = { "UTF-16", "UTF-32", "UCS-", "ISO-2022" };

  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_ascii_strncasecmp (encoding, wide[i], strlen (wide[i])) == 0)
      return TRUE;
  if (!is_binary (bytes, length))
    return TRUE;

  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
               _("This file holds no text. Export the customers as CSV and open that file."));

  return FALSE;
}

static gboolean
open_file (GfTextSource *self,
           GFile        *file,
           GBytes       *bytes,
           GCancellable *cancellable,
           GError      **error)
{
  if (bytes != NULL)
    {
      self->base = g_memory_input_stream_new_from_bytes (bytes);
      self->size = (goffset) g_bytes_get_size (bytes);
      return TRUE;
    }

  GFileInputStream *stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return FALSE;
  self->base = G_INPUT_STREAM (stream);

  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream,
                                                               G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                               cancellable, NULL);
  if (info != NULL)
    self->size = g_file_info_get_size (info);

  return TRUE;
}

static gboolean
open_streams (GfTextSource *self,
              GFile        *file,
              GBytes       *bytes,
              GCancellable *cancellable,
              GError      **error)
{
  guint8 magic[2];
  gsize n_magic;

  if (!open_file (self, file, bytes, cancellable, error) ||
      !g_input_stream_read_all (self->base, magic, sizeof magic, &n_magic, cancellable, error))
    return FALSE;
  self->packed = n_magic == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
  if (!self->packed)
    {
      /* Of a short file the end shows in a piece that is one byte longer. */
      if (self->size > 0)
        self->chunk_size = MIN (self->chunk_size, (gsize) MAX (self->size + 1, LEAST_CHUNK));
      self->chunk = g_malloc (self->chunk_size);
      memcpy (self->chunk, magic, n_magic);
      self->n_chunk = n_magic;
      self->n_read = (goffset) n_magic;
      self->stream = g_object_ref (self->base);
      return TRUE;
    }

  if (!g_seekable_seek (G_SEEKABLE (self->base), 0, G_SEEK_SET, cancellable, error))
    return FALSE;
  g_autoptr (GConverter) unpacker = gf_gunzip_new ();
  self->stream = g_converter_input_stream_new (self->base, unpacker);
  self->chunk = g_malloc (self->chunk_size);

  return TRUE;
}

static gboolean
fill_chunk (GfTextSource *self,
            GCancellable *cancellable,
            GError      **error)
{
  gsize wanted = self->chunk_size - self->n_chunk;
  gsize n;

  if (self->at_end)
    return TRUE;
  if (self->until - self->n_read < (goffset) wanted)
    wanted = (gsize) (self->until - self->n_read);
  if (!g_input_stream_read_all (self->stream, self->chunk + self->n_chunk, wanted, &n, cancellable,
                                error))
    {
      gf_text_source_explain_error (error);
      return FALSE;
    }
  self->n_read += (goffset) n;
  self->n_chunk += n;
  self->at_end = n < wanted;
  if (self->packed && self->n_read > SUSPECT_BYTES &&
      self->n_read / SUSPECT_RATIO > g_seekable_tell (G_SEEKABLE (self->base)))
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                   _("This file unpacks to more than two hundred times its size, which no list of "
                     "customers does. It was not read."));
      return FALSE;
    }

  return TRUE;
}

static GfTextSource *
new_source (gsize chunk_size)
{
  GfTextSource *self = g_new0 (GfTextSource, 1);

  self->chunk_size = chunk_size > 0 ? chunk_size : CHUNK;
  self->until = G_MAXINT64;

  return self;
}

static GfTextSource *
open_source (GFile        *file,
             GBytes       *bytes,
             gsize         chunk_size,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GfTextSource) self = new_source (chunk_size);

  if (!open_streams (self, file, bytes, cancellable, error))
    {
      gf_text_source_explain_error (error);
      return NULL;
    }
  if (!fill_chunk (self, cancellable, error) ||
      !gf_foreign_refuse (self->chunk, self->n_chunk, error))
    return NULL;
  if (self->n_chunk == 0)
    {
      g_set_error_literal (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY,
                           self->packed
                           ? _("There is no table in this archive: what is compressed is empty. "
                               "Export the customers again and open the new file.")
                           : _("This file is empty. Export the customers again and open the new "
                               "file."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * gf_text_source_new:
 * @file: (nullable): a file
 * @bytes: (nullable): or its content
 * @encoding: (nullable): its encoding, %NULL to guess
 * @piece: how many bytes to read at a time, 0 for the usual 256 KiB
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Opens a text file and reads its beginning.
 *
 * Returns: (transfer full): the source
 */
GfTextSource *
gf_text_source_new (GFile        *file,
                    GBytes       *bytes,
                    const char   *encoding,
                    gsize         piece,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_return_val_if_fail (file != NULL || bytes != NULL, NULL);

  g_autoptr (GfTextSource) self = open_source (file, bytes, piece, cancellable, error);
  if (self == NULL)
    return NULL;

  if (encoding != NULL)
    self->skip = gf_encoding_get_bom (encoding, self->chunk, self->n_chunk);
  else
    encoding = gf_encoding_guess (self->chunk, self->n_chunk, self->at_end, &self->skip);
  self->has_bom = self->skip > 0;
  self->encoding = g_strdup (encoding);
  if (!refuse_binary (self->chunk, self->n_chunk, encoding, error))
    return NULL;
  self->decoder = gf_decoder_new (encoding, error);
  if (self->decoder == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gf_text_source_new_at:
 * @first: a source that has read the beginning of the same file
 * @file: (nullable): the file
 * @bytes: (nullable): or its content
 * @offset: where to begin, a byte of the file between two characters
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Opens a file once more to read on from another place. May be called in another thread than that
 * of @first, while nothing else is done to @first.
 *
 * Returns: (transfer full): the source
 */
GfTextSource *
gf_text_source_new_at (const GfTextSource *first,
                       GFile              *file,
                       GBytes             *bytes,
                       goffset             offset,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autoptr (GfTextSource) self = new_source (first->chunk_size);

  if (!open_file (self, file, bytes, cancellable, error) ||
      !g_seekable_seek (G_SEEKABLE (self->base), offset, G_SEEK_SET, cancellable, error))
    {
      gf_text_source_explain_error (error);
      return NULL;
    }
  self->stream = g_object_ref (self->base);
  self->chunk = g_malloc (self->chunk_size);
  self->n_read = offset;
  self->encoding = g_strdup (first->encoding);
  self->decoder = gf_decoder_new (self->encoding, error);
  if (self->decoder == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gf_text_source_peek:
 * @self: a source
 * @file: (nullable): its file
 * @bytes: (nullable): or content
 * @offset: a byte of the file
 * @buffer: where to put what is there
 * @size: how much
 * @length: (out): how much there was
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Reads bytes from elsewhere in the file, not decoded.
 *
 * Returns: whether the file could be read
 */
gboolean
gf_text_source_peek (const GfTextSource *self,
                     GFile              *file,
                     GBytes             *bytes,
                     goffset             offset,
                     char               *buffer,
                     gsize               size,
                     gsize              *length,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autoptr (GfTextSource) other = gf_text_source_new_at (self, file, bytes, offset, cancellable,
                                                          error);

  return other != NULL &&
         g_input_stream_read_all (other->stream, buffer, size, length, cancellable, error);
}

/**
 * gf_text_source_can_split:
 * @self: a source
 *
 * Returns: whether parts of the file can be read on their own: its place and size are known, it is
 *   not compressed, and it is UTF-8
 */
gboolean
gf_text_source_can_split (const GfTextSource *self)
{
  return self->size > 0 && !self->packed && gf_encoding_is_utf8 (self->encoding) &&
         G_IS_SEEKABLE (self->base) && g_seekable_can_seek (G_SEEKABLE (self->base));
}

/**
 * gf_text_source_set_until:
 * @self: a source
 * @until: a byte of the file, G_MAXINT64 for all
 *
 * Lets it stop before a byte: gf_text_source_get_position() is then that of the byte.
 */
void
gf_text_source_set_until (GfTextSource *self,
                          goffset       until)
{
  self->until = until;
}

/**
 * gf_text_source_get_position:
 * @self: a source
 *
 * Returns: at which byte it will read on
 */
goffset
gf_text_source_get_position (const GfTextSource *self)
{
  return self->n_read - (goffset) self->n_chunk;
}

/**
 * gf_text_source_get_size:
 * @self: a source
 *
 * Returns: the bytes of the file, 0 if not known
 */
goffset
gf_text_source_get_size (const GfTextSource *self)
{
  return self->size;
}

/**
 * gf_text_source_free:
 * @self: (transfer full) (nullable): a source
 *
 * Closes the file.
 */
void
gf_text_source_free (GfTextSource *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->base);
  gf_decoder_free (self->decoder);
  g_free (self->encoding);
  g_free (self->chunk);
  g_free (self);
}

/**
 * gf_text_source_read:
 * @self: a source
 * @out: where to append the text
 * @bad: (element-type GfBadByte): bytes that could not be decoded are appended, by their place in
 *   @out
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Reads the next piece, about 256 KiB.
 *
 * Returns: whether it could be read
 */
gboolean
gf_text_source_read (GfTextSource *self,
                     GString      *out,
                     GArray       *bad,
                     GCancellable *cancellable,
                     GError      **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !fill_chunk (self, cancellable, error))
    return FALSE;

  gsize before = out->len;
  gf_decoder_decode (self->decoder, self->chunk + self->skip, self->n_chunk - self->skip,
                     self->at_end, out,
                     bad);
  self->skip = 0;
  self->n_chunk = 0;
  self->has_nul = self->has_nul || memchr (out->str + before, '\0', out->len - before) != NULL;

  return TRUE;
}

/**
 * gf_text_source_is_at_end:
 * @self: a source
 *
 * Returns: whether all of the file was read
 */
gboolean
gf_text_source_is_at_end (const GfTextSource *self)
{
  return self->at_end && self->n_chunk == 0;
}

/**
 * gf_text_source_get_encoding:
 * @self: a source
 *
 * Returns: the encoding in use
 */
const char *
gf_text_source_get_encoding (const GfTextSource *self)
{
  return self->encoding;
}

/**
 * gf_text_source_has_bom:
 * @self: a source
 *
 * Returns: whether a byte order mark says what the encoding is
 */
gboolean
gf_text_source_has_bom (const GfTextSource *self)
{
  return self->has_bom;
}

/**
 * gf_text_source_has_nul:
 * @self: a source
 *
 * Returns: whether a zero character was in the text so far
 */
gboolean
gf_text_source_has_nul (const GfTextSource *self)
{
  return self->has_nul;
}

/**
 * gf_text_source_get_share:
 * @self: a source
 *
 * Returns: how much of the file was read, 0 to 1
 */
double
gf_text_source_get_share (const GfTextSource *self)
{
  if (self->size <= 0)
    return 0;

  goffset done = self->packed ? g_seekable_tell (G_SEEKABLE (self->base)) : self->n_read;

  return CLAMP ((double) done / (double) self->size, 0.0, 1.0);
}

/**
 * gf_text_source_guess_again:
 * @file: (nullable): a file
 * @bytes: (nullable): or its content
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Guesses the encoding from all lines of the file that are not ASCII, up to a megabyte of them.
 *
 * Returns: (nullable): the encoding; a static string
 */
const char *
gf_text_source_guess_again (GFile        *file,
                            GBytes       *bytes,
                            GCancellable *cancellable,
                            GError      **error)
{
  g_autoptr (GfTextSource) self = open_source (file, bytes, 0, cancellable, error);
  g_autoptr (GByteArray) lines = g_byte_array_new ();
  gsize bom;

  if (self == NULL)
    return NULL;

  for (;;)
    {
      const guint8 *end = self->chunk + self->n_chunk;

      for (const guint8 *line = self->chunk; line < end && lines->len < (1u << 20);)
        {
          const guint8 *stop = memchr (line, '\n', (gsize) (end - line));
          gboolean high = FALSE;

          stop = stop != NULL ? stop + 1 : end;
          for (const guint8 *p = line; p < stop && !high; p++)
            high = *p >= 0x80;
          if (high)
            g_byte_array_append (lines, line, (guint) (stop - line));
          line = stop;
        }
      self->n_chunk = 0;
      if (self->at_end || lines->len >= (1u << 20))
        break;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !fill_chunk (self, cancellable, error))
        return NULL;
    }

  return gf_encoding_guess (lines->data, lines->len, FALSE, &bom);
}
