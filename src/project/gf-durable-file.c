/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-durable-file.h"

#include "gf-migration.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (4 * 1024 * 1024)

static char *
stamp_of (const struct stat *status)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld-%" G_GINT64_FORMAT "-%" G_GUINT64_FORMAT,
                          (gint64) status->st_mtim.tv_sec, status->st_mtim.tv_nsec,
                          (gint64) status->st_size, (guint64) status->st_ino);
}

/**
 * gf_file_stamp:
 * @path: (nullable): where a file is
 *
 * Gives what changes whenever the file is written by anybody: its time, size and inode.
 *
 * Returns: (transfer full) (nullable): the stamp; NULL if there is no file
 */
char *
gf_file_stamp (const char *path)
{
  struct stat status;

  if (path == NULL || stat (path, &status) != 0)
    return NULL;

  return stamp_of (&status);
}

/**
 * gf_file_is_as_known:
 * @path: where a file is
 * @stamp: (nullable): what gf_file_stamp() gave when it was last read or written
 *
 * Returns: whether nobody has written it since; one that was removed is nobody's, and may be made again
 */
gboolean
gf_file_is_as_known (const char *path,
                     const char *stamp)
{
  g_autofree char *now = gf_file_stamp (path);

  return now == NULL || g_strcmp0 (now, stamp) == 0;
}

/* Says what a failed call means for the person. */
static gboolean
fail (GError     **error,
      const char  *path,
      int          saved_errno)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = NULL;

  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
      sentence = g_strdup_printf (_("There is no room left on the disk for “%s”. "
                                    "Free some space, or save in another place."), shown);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      sentence = g_strdup_printf (_("“%s” may not be written. Allow it, or save in another "
                                    "place."), shown);
      break;
    case ENOENT:
    case ENOTDIR:
      sentence = g_strdup_printf (_("The folder of “%s” is not there any more. "
                                    "Bring it back, or save in another place."), shown);
      break;
    default:
      /* Translators: a file name, and what the system says. */
      sentence = g_strdup_printf (_("“%s” could not be written: %s"), shown,
                                  g_strerror (saved_errno));
      break;
    }
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), sentence);

  return FALSE;
}

/* The file behind links. A link that points nowhere is not replaced by a file. */
static char *
resolve (const char *path)
{
  char *resolved = realpath (path, NULL);

  if (resolved != NULL || errno != ENOENT || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return resolved;

  return strdup (path);
}

/* A file in @folder that goes by itself when the program ends before it gets a name; where the file
 * system knows no such thing, one with a name from the beginning. */
static int
make_file (const char  *folder,
           const char  *target,
           int          mode,
           char       **made)
{
  int fd = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);

  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT))
    return fd;

  *made = g_strconcat (target, ".XXXXXX", NULL);
  fd = g_mkstemp_full (*made, O_WRONLY | O_CLOEXEC, mode);
  if (fd < 0)
    g_clear_pointer (made, g_free);

  return fd;
}

static gboolean
give_name (int          fd,
           const char  *target,
           char       **made)
{
  g_autofree char *itself = g_strdup_printf ("/proc/self/fd/%d", fd);

  for (guint i = 0; *made == NULL && i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%06x", target,
                                               (guint) g_random_int_range (0, 1 << 24));

      if (linkat (AT_FDCWD, itself, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
        *made = g_steal_pointer (&name);
      else if (errno != EEXIST)
        return FALSE;
    }

  return *made != NULL;
}

static gboolean
write_all (int            fd,
           GBytes        *bytes,
           const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      gssize written = write (fd, data, MIN (length, CHUNK));

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error, path, errno);
      data += written;
      length -= (gsize) written;
    }

  return TRUE;
}

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  /* Not every file system can; the file itself was synced. */
  fsync (fd);
  close (fd);
}

/* Whether nobody but who holds *@stamp has written the file; NULL for “whatever is there”. */
static gboolean
is_expected (const char  *target,
             char       **stamp,
             GError     **error)
{
  if (stamp == NULL || gf_file_is_as_known (target, *stamp))
    return TRUE;

  g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_CONFLICT,
               _("The file was changed by another program. Your work is kept apart from it."));

  return FALSE;
}

/* Puts what @fd holds in the place of @target. */
static gboolean
take_place (int          fd,
            const char  *target,
            const char  *folder,
            char       **stamp,
            char       **made,
            GError     **error)
{
  struct stat status;

  if (fsync (fd) != 0 || fstat (fd, &status) != 0)
    return fail (error, target, errno);
  if (!is_expected (target, stamp, error))
    return FALSE;
  if (!give_name (fd, target, made) || rename (*made, target) != 0)
    return fail (error, target, errno);
  g_clear_pointer (made, g_free);
  sync_folder (folder);

  if (stamp != NULL)
    {
      struct stat placed;

      /* Some file systems set the time once more. Another inode is somebody else's file: its stamp
       * must not be taken for ours. */
      if (stat (target, &placed) == 0 && placed.st_ino == status.st_ino &&
          placed.st_size == status.st_size)
        status = placed;
      g_free (*stamp);
      *stamp = stamp_of (&status);
    }

  return TRUE;
}

/**
 * gf_replace_durably:
 * @path: where to
 * @bytes: what
 * @stamp: (inout) (optional): of the file as the caller knows it, NULL for none; then of the file
 *   as it was written
 * @cancellable: (nullable): leaves the file as it is
 * @error: return location
 *
 * Replaces a file as a whole: after a crash or a full disk the file is either as it was or as it
 * shall be, and once this returns it is on the disk. With @stamp it is replaced only if it is still
 * the one that the caller knows, looked at just before; one that is gone may be made again. A
 * symbolic link is followed; the permissions of a file that exists stay, and one that may not be
 * written is not.
 *
 * Returns: whether it was written; %GF_PROJECT_ERROR_CONFLICT if it is another file now
 */
gboolean
gf_replace_durably (const char    *path,
                    GBytes        *bytes,
                    char         **stamp,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  g_autofree char *target = resolve (path);
  struct stat status;

  if (target == NULL)
    return fail (error, path, errno);
  if (!is_expected (target, stamp, error))
    return FALSE;

  gboolean exists = stat (target, &status) == 0;
  if (exists && access (target, W_OK) != 0)
    return fail (error, target, errno);

  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *made = NULL;
  g_autofd int fd = make_file (folder, target, 0666, &made);

  if (fd < 0)
    return fail (error, target, errno);

  gboolean done = FALSE;
  if (exists && fchmod (fd, status.st_mode & 0777) != 0)
    fail (error, target, errno);
  else
    done = write_all (fd, bytes, target, cancellable, error) &&
           take_place (fd, target, folder, stamp, &made, error);

  if (!done && made != NULL)
    unlink (made);

  return done;
}

/**
 * gf_write_durably:
 * @path: where to
 * @bytes: what
 * @error: return location
 *
 * As gf_replace_durably(), whoever wrote the file that is there.
 *
 * Returns: whether it was written
 */
gboolean
gf_write_durably (const char  *path,
                  GBytes      *bytes,
                  GError     **error)
{
  return gf_replace_durably (path, bytes, NULL, NULL, error);
}
