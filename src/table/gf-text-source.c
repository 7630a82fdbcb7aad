/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-text-source.h"

#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256u * 1024)

struct _GfTextSource
{
  GInputStream *base;       /* of the file itself, to know how far it is read */
  GInputStream *stream;     /* unpacked */
  goffset size;             /* of the file, 0 if unknown */
  goffset n_read;           /* of the stream */
  gboolean packed;
  guint8 *chunk;
  gsize n_chunk;            /* read, not yet decoded */
  gsize skip;               /* byte order mark */
  gboolean at_end;
  gboolean has_nul;
  gboolean has_bom;
  char *encoding;
  GfDecoder *decoder;
};

/* What the first bytes of files that are no text say. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *message;
} foreign[] = {
  { "%PDF-", 5, N_("This is a PDF document, not a table. Export the customers as CSV instead.") },
  { "\211PNG", 4, N_("This is a picture, not a table. Export the customers as CSV instead.") },
  { "\377\330\377", 3, N_("This is a picture, not a table. Export the customers as CSV instead.") },
  { "GIF8", 4, N_("This is a picture, not a table. Export the customers as CSV instead.") },
  { "7z\274\257\047\034", 6, N_("This is an archive. Unpack it and open the CSV file in it.") },
  { "BZh", 3, N_("This is a bzip2 archive. Unpack it and open the CSV file in it.") },
  { "\3757zXZ", 5, N_("This is an xz archive. Unpack it and open the CSV file in it.") },
  { "(\265/\375", 4, N_("This is a zstd archive. Unpack it and open the CSV file in it.") },
  { "SQLite format 3", 15, N_("This is a database, not a text table. Export the customers as CSV "
                              "instead.") },
  { "PAR1", 4, N_("This is a Parquet file. Export the customers as CSV instead.") },
};

static gboolean
refuse_foreign (const guint8 *bytes,
                gsize         length,
                GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (length >= foreign[i].length && memcmp (bytes, foreign[i].bytes, foreign[i].length) == 0)
      {
        g_set_error_literal (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT, _(foreign[i].message));
        return FALSE;
      }

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

  if (bytes != NULL)
    {
      self->base = g_memory_input_stream_new_from_bytes (bytes);
      self->size = (goffset) g_bytes_get_size (bytes);
    }
  else
    {
      GFileInputStream *stream = g_file_read (file, cancellable, error);
      if (stream == NULL)
        return FALSE;
      self->base = G_INPUT_STREAM (stream);

      g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream,
                                                                   G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                                   cancellable, NULL);
      if (info != NULL)
        self->size = g_file_info_get_size (info);
    }

  if (!g_input_stream_read_all (self->base, magic, sizeof magic, &n_magic, cancellable, error))
    return FALSE;
  self->packed = n_magic == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
  if (!self->packed)
    {
      memcpy (self->chunk, magic, n_magic);
      self->n_chunk = n_magic;
      self->n_read = (goffset) n_magic;
      self->stream = g_object_ref (self->base);
      return TRUE;
    }

  if (!g_seekable_seek (G_SEEKABLE (self->base), 0, G_SEEK_SET, cancellable, error))
    return FALSE;
  g_autoptr (GConverter) unpacker =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  self->stream = g_converter_input_stream_new (self->base, unpacker);

  return TRUE;
}

static gboolean
fill_chunk (GfTextSource *self,
            GCancellable *cancellable,
            GError      **error)
{
  gsize n;

  if (self->at_end)
    return TRUE;
  if (!g_input_stream_read_all (self->stream, self->chunk + self->n_chunk, CHUNK - self->n_chunk,
                                &n,
                                cancellable, error))
    return FALSE;
  self->n_read += (goffset) n;
  self->n_chunk += n;
  self->at_end = self->n_chunk < CHUNK;

  return TRUE;
}

static GfTextSource *
open_source (GFile        *file,
             GBytes       *bytes,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GfTextSource) self = g_new0 (GfTextSource, 1);

  self->chunk = g_malloc (CHUNK);
  if (!open_streams (self, file, bytes, cancellable, error) ||
      !fill_chunk (self, cancellable, error) ||
      !refuse_foreign (self->chunk, self->n_chunk, error))
    return NULL;
  if (self->n_chunk == 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY,
                   _("This file is empty. Export the customers again and open the new file."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * gf_text_source_new:
 * @file: (nullable): a file
 * @bytes: (nullable): or its content
 * @encoding: (nullable): its encoding, %NULL to guess
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
                    GCancellable *cancellable,
                    GError      **error)
{
  g_return_val_if_fail (file != NULL || bytes != NULL, NULL);

  g_autoptr (GfTextSource) self = open_source (file, bytes, cancellable, error);
  if (self == NULL)
    return NULL;

  if (encoding != NULL)
    self->skip = gf_encoding_get_bom (encoding, self->chunk, self->n_chunk);
  else
    encoding = gf_encoding_guess (self->chunk, self->n_chunk, self->at_end, &self->skip);
  self->has_bom = self->skip > 0;
  self->encoding = g_strdup (encoding);
  self->decoder = gf_decoder_new (encoding, error);
  if (self->decoder == NULL)
    return NULL;

  return g_steal_pointer (&self);
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
  g_autoptr (GfTextSource) self = open_source (file, bytes, cancellable, error);
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
