/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-archive.h"

#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unzip.h>

#define MOST_MEMBERS 65536
#define MOST_NAME 4096
#define MOST_BYTES (G_GUINT64_CONSTANT (64) << 30)
#define SUSPECT_BYTES (256u << 20)
#define SUSPECT_RATIO 200

typedef struct
{
  char *name;
  unz64_file_pos place;
  guint64 packed;
  guint64 size;            /* as claimed */
  gboolean encrypted;
} Member;

struct _GfArchive
{
  GInputStream *stream;    /* seekable */
  GError *stream_error;    /* what minizip does not pass on */
  guint64 size;            /* of the file */
  unzFile zip;
  GArray *members;         /* of Member */
  GHashTable *places;      /* folded name to index + 1 */
  const Member *open;      /* NULL for none */
  guint64 n_read;          /* of the open member */
};

static voidpf ZCALLBACK
open_cb (voidpf      opaque,
         const void *name,
         int         mode)
{
  return opaque;
}

static uLong ZCALLBACK
read_cb (voidpf opaque,
         voidpf stream,
         void  *buffer,
         uLong  size)
{
  GfArchive *self = opaque;
  gsize n = 0;

  if (self->stream_error == NULL)
    g_input_stream_read_all (self->stream, buffer, size, &n, NULL, &self->stream_error);

  return n;
}

static uLong ZCALLBACK
write_cb (voidpf      opaque,
          voidpf      stream,
          const void *buffer,
          uLong       size)
{
  return 0;
}

static ZPOS64_T ZCALLBACK
tell_cb (voidpf opaque,
         voidpf stream)
{
  GfArchive *self = opaque;

  return (ZPOS64_T) g_seekable_tell (G_SEEKABLE (self->stream));
}

static long ZCALLBACK
seek_cb (voidpf   opaque,
         voidpf   stream,
         ZPOS64_T offset,
         int      origin)
{
  GfArchive *self = opaque;
  GSeekType type = origin == ZLIB_FILEFUNC_SEEK_CUR ? G_SEEK_CUR :
                   origin == ZLIB_FILEFUNC_SEEK_END ? G_SEEK_END : G_SEEK_SET;

  if (offset > G_MAXINT64)
    return -1;

  return g_seekable_seek (G_SEEKABLE (self->stream), (goffset) offset, type, NULL, NULL) ? 0 : -1;
}

static int ZCALLBACK
close_cb (voidpf opaque,
          voidpf stream)
{
  return 0;
}

static int ZCALLBACK
error_cb (voidpf opaque,
          voidpf stream)
{
  return ((GfArchive *) opaque)->stream_error != NULL;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
               _("This file is damaged: it cannot be unpacked. Export or download it again."));

  return FALSE;
}

static void
clear_member (gpointer data)
{
  g_free (((Member *) data)->name);
}

static char *
fold_name (const char *name)
{
  return g_ascii_strdown (name, -1);
}

static void
add_member (GfArchive             *self,
            const unz_file_info64 *info,
            char                  *raw)
{
  Member member = { 0 };
  gsize length = strlen (raw);

  g_strdelimit (raw, "\\", '/');
  while (*raw == '/')
    {
      raw++;
      length--;
    }
  /* Names that are no UTF-8 are in the old encoding of DOS. */
  if (!g_utf8_validate (raw, (gssize) length, NULL))
    member.name = g_convert (raw, (gssize) length, "UTF-8", "IBM437", NULL, NULL, NULL);
  if (member.name == NULL)
    member.name = g_utf8_make_valid (raw, (gssize) length);
  member.packed = info->compressed_size;
  member.size = info->uncompressed_size;
  member.encrypted = (info->flag & 1) != 0;
  unzGetFilePos64 (self->zip, &member.place);

  g_autofree char *folded = fold_name (member.name);
  g_array_append_val (self->members, member);
  if (!g_hash_table_contains (self->places, folded))
    g_hash_table_insert (self->places, g_steal_pointer (&folded),
                         GUINT_TO_POINTER (self->members->len));
}

static gboolean
list_members (GfArchive *self)
{
  g_autofree char *raw = g_malloc (MOST_NAME + 1);
  unz_global_info64 all;
  unz_file_info64 info;
  int code;

  /* Nothing is in it, which is no damage. */
  if (unzGetGlobalInfo64 (self->zip, &all) == UNZ_OK && all.number_entry == 0)
    return self->stream_error == NULL;

  for (code = unzGoToFirstFile (self->zip); code == UNZ_OK; code = unzGoToNextFile (self->zip))
    {
      if (self->members->len >= MOST_MEMBERS ||
          unzGetCurrentFileInfo64 (self->zip, &info, raw, MOST_NAME, NULL, 0, NULL, 0) != UNZ_OK)
        return FALSE;
      raw[MIN (info.size_filename, MOST_NAME)] = '\0';
      add_member (self, &info, raw);
    }

  return code == UNZ_END_OF_LIST_OF_FILE && self->stream_error == NULL;
}

static gboolean
check_ratio (guint64  unpacked,
             guint64  packed,
             GError **error)
{
  if (unpacked <= MOST_BYTES &&
      (unpacked <= SUSPECT_BYTES || unpacked / SUSPECT_RATIO <= packed))
    return TRUE;

  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
               _("This file unpacks to more than two hundred times its size, which no list of "
                 "customers does. It was not read."));

  return FALSE;
}

/**
 * gf_archive_new:
 * @file: (nullable): a file
 * @bytes: (nullable): or its content
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Opens a zip file and lists its members.
 *
 * Returns: (transfer full): the archive
 */
GfArchive *
gf_archive_new (GFile        *file,
                GBytes       *bytes,
                GCancellable *cancellable,
                GError      **error)
{
  g_return_val_if_fail (file != NULL || bytes != NULL, NULL);

  g_autoptr (GfArchive) self = g_new0 (GfArchive, 1);

  self->members = g_array_new (FALSE, TRUE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (bytes != NULL)
    self->stream = g_memory_input_stream_new_from_bytes (bytes);
  else
    self->stream = (GInputStream *) g_file_read (file, cancellable, error);
  if (self->stream == NULL ||
      !g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_END, cancellable, error))
    return NULL;
  self->size = (guint64) g_seekable_tell (G_SEEKABLE (self->stream));

  zlib_filefunc64_def functions = { open_cb, read_cb, write_cb, tell_cb, seek_cb, close_cb,
                                    error_cb, self };
  self->zip = unzOpen2_64 ("", &functions);
  if (self->zip == NULL || !list_members (self))
    {
      if (self->stream_error != NULL)
        g_propagate_error (error, g_steal_pointer (&self->stream_error));
      else
        refuse_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * gf_archive_free:
 * @self: (transfer full) (nullable): an archive
 *
 * Closes the file.
 */
void
gf_archive_free (GfArchive *self)
{
  if (self == NULL)
    return;

  if (self->zip != NULL)
    unzClose (self->zip);
  g_clear_object (&self->stream);
  g_clear_error (&self->stream_error);
  g_array_unref (self->members);
  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * gf_archive_get_n_members:
 * @self: an archive
 *
 * Returns: how many members, folders included
 */
guint
gf_archive_get_n_members (const GfArchive *self)
{
  return self->members->len;
}

/**
 * gf_archive_get_name:
 * @self: an archive
 * @index: of a member
 *
 * Returns: its name with its folders
 */
const char *
gf_archive_get_name (const GfArchive *self,
                     guint            index)
{
  return g_array_index (self->members, Member, index).name;
}

/**
 * gf_archive_get_size:
 * @self: an archive
 *
 * Returns: the bytes of the file
 */
guint64
gf_archive_get_size (const GfArchive *self)
{
  return self->size;
}

/**
 * gf_archive_may_hold:
 * @self: an archive
 * @size: bytes unpacked from several members
 * @error: where to put that they are too many
 *
 * Returns: whether an archive of that size can hold so much that is meant
 */
gboolean
gf_archive_may_hold (const GfArchive *self,
                     guint64          size,
                     GError         **error)
{
  return check_ratio (size, self->size, error);
}

/**
 * gf_archive_is_encrypted:
 * @self: an archive
 * @index: of a member
 *
 * Returns: whether it needs a password
 */
gboolean
gf_archive_is_encrypted (const GfArchive *self,
                         guint            index)
{
  return g_array_index (self->members, Member, index).encrypted;
}

/**
 * gf_archive_find:
 * @self: an archive
 * @name: a name with its folders; a / before it and the case of ASCII letters do not matter
 *
 * Returns: the member's index, -1 if there is none
 */
int
gf_archive_find (const GfArchive *self,
                 const char      *name)
{
  g_autofree char *folded = fold_name (name + (*name == '/'));

  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, folded)) - 1;
}

/**
 * gf_archive_open_member:
 * @self: an archive
 * @index: of a member
 * @error: where to put why it cannot be read
 *
 * Begins to read a member; another one that is open is left.
 *
 * Returns: whether it can be read
 */
gboolean
gf_archive_open_member (GfArchive *self,
                        guint      index,
                        GError   **error)
{
  const Member *member = &g_array_index (self->members, Member, index);

  self->open = NULL;
  self->n_read = 0;
  if (member->encrypted)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This file is protected by a password. Open it where it was made, save it "
                     "without the password and open that."));
      return FALSE;
    }
  if (unzGoToFilePos64 (self->zip, &member->place) != UNZ_OK ||
      unzOpenCurrentFile (self->zip) != UNZ_OK)
    return refuse_damaged (error);
  self->open = member;

  return TRUE;
}

/**
 * gf_archive_read:
 * @self: an archive with an open member
 * @buffer: where to put the bytes
 * @size: how many at most
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Reads on. At the end of a member its check sum is verified.
 *
 * Returns: how many bytes, 0 at the end, -1 with an error
 */
gssize
gf_archive_read (GfArchive    *self,
                 void         *buffer,
                 gsize         size,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_return_val_if_fail (self->open != NULL, -1);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  int n = unzReadCurrentFile (self->zip, buffer, (unsigned) MIN (size, G_MAXINT));

  if (n > 0)
    self->n_read += (guint64) n;
  if (n < 0 || (n == 0 && unzCloseCurrentFile (self->zip) != UNZ_OK))
    {
      if (self->stream_error != NULL)
        g_propagate_error (error, g_steal_pointer (&self->stream_error));
      else
        refuse_damaged (error);
      return -1;
    }
  if (!check_ratio (self->n_read, MIN (self->open->packed, self->size), error))
    return -1;

  return n;
}

/**
 * gf_archive_get_share:
 * @self: an archive
 *
 * Returns: how much of the open member was read, 0 to 1, by the size that the archive claims
 */
double
gf_archive_get_share (const GfArchive *self)
{
  if (self->open == NULL || self->open->size == 0)
    return 0;

  return CLAMP ((double) self->n_read / (double) self->open->size, 0.0, 1.0);
}
