/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-spool.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define IN_MEMORY (8u * 1024 * 1024)
#define AT_ONCE (256u * 1024)

struct _GfSpool
{
  GByteArray *buffer;   /* all of it, or what is not yet in the file */
  gsize n_written;      /* in the file */
  int fd;               /* -1 while in memory */
  GError *error;        /* the first that happened */
};

/**
 * gf_spool_new:
 *
 * Returns: (transfer full): an empty spool
 */
GfSpool *
gf_spool_new (void)
{
  GfSpool *self = g_new0 (GfSpool, 1);

  self->buffer = g_byte_array_new ();
  self->fd = -1;

  return self;
}

/**
 * gf_spool_free:
 * @self: (nullable) (transfer full): a spool
 *
 * Frees it; bytes that gf_spool_finish() gave live on.
 */
void
gf_spool_free (GfSpool *self)
{
  if (self == NULL)
    return;

  g_byte_array_unref (self->buffer);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_error (&self->error);
  g_free (self);
}

static void
fail (GfSpool *self,
      int      code)
{
  if (self->error == NULL)
    g_set_error (&self->error, G_IO_ERROR, g_io_error_from_errno (code),
                 _("There is no room to unpack the file (%s). Free some space for temporary "
                   "files and open it again."),
                 g_strerror (code));
}

static void
flush (GfSpool *self)
{
  const guint8 *data = self->buffer->data;
  gsize left = self->buffer->len;

  while (left > 0 && self->error == NULL)
    {
      gssize n = write (self->fd, data, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          fail (self, errno);
          break;
        }
      data += n;
      left -= (gsize) n;
    }
  self->n_written += self->buffer->len;
  g_byte_array_set_size (self->buffer, 0);
}

static void
open_file (GfSpool *self)
{
  g_autofree char *name = NULL;

  self->fd = g_file_open_tmp ("goodfit-XXXXXX", &name, NULL);
  if (self->fd < 0)
    fail (self, errno);
  else
    g_unlink (name);
}

/**
 * gf_spool_append:
 * @self: a spool
 * @data: bytes
 * @length: how many
 *
 * Adds bytes at the end. What goes wrong is told later.
 */
void
gf_spool_append (GfSpool    *self,
                 const void *data,
                 gsize       length)
{
  if (self->error != NULL)
    return;

  g_byte_array_append (self->buffer, data, (guint) length);
  if (self->fd < 0 && self->buffer->len > IN_MEMORY)
    open_file (self);
  if (self->fd >= 0 && self->buffer->len >= AT_ONCE)
    flush (self);
}

/**
 * gf_spool_get_size:
 * @self: a spool
 *
 * Returns: how many bytes were added
 */
gsize
gf_spool_get_size (const GfSpool *self)
{
  return self->n_written + self->buffer->len;
}

/**
 * gf_spool_check:
 * @self: a spool
 * @error: where to put what went wrong
 *
 * Returns: whether all bytes were kept so far
 */
gboolean
gf_spool_check (GfSpool  *self,
                GError  **error)
{
  if (self->error == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->error);

  return FALSE;
}

/**
 * gf_spool_finish:
 * @self: a spool, which takes no more bytes
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
gf_spool_finish (GfSpool  *self,
                 GError  **error)
{
  if (self->fd < 0)
    {
      if (!gf_spool_check (self, error))
        return NULL;

      GByteArray *all = g_steal_pointer (&self->buffer);
      self->buffer = g_byte_array_new ();
      return g_byte_array_free_to_bytes (all);
    }

  flush (self);
  if (!gf_spool_check (self, error))
    return NULL;

  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (self->fd, FALSE, error);

  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}
