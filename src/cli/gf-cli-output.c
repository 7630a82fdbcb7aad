/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _GfCliOutput
{
  GOutputStream *stream;
  GString *buffer;
  gboolean is_file;
  gboolean closed;
};

/* Whether two paths are the same file, also through links. */
static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf x, y;

  if (strcmp (a, b) == 0)
    return TRUE;

  return g_stat (a, &x) == 0 && g_stat (b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/**
 * gf_cli_check_output:
 * @path: an output
 * @inputs: (nullable): inputs, closed by %NULL
 * @error: where to put that it is one of them
 *
 * Makes sure that an output is none of the inputs.
 *
 * Returns: whether it may be written
 */
gboolean
gf_cli_check_output (const char         *path,
                     const char * const *inputs,
                     GError            **error)
{
  if (strcmp (path, "-") == 0)
    return TRUE;

  for (gsize i = 0; inputs != NULL && inputs[i] != NULL; i++)
    if (is_same_file (path, inputs[i]))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                     _("The output “%s” is also an input. Give it another name."), path);
        return FALSE;
      }

  return TRUE;
}

/* Says in words why an output cannot be written. Takes the reason. */
static void
explain (const char  *path,
         GError      *reason,
         GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) &&
      !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    {
      g_propagate_error (error, reason);
      return;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _("There is no folder “%s”. Make it, or write somewhere else."), folder);
  g_error_free (reason);
}

/**
 * gf_cli_output_open:
 * @path: where to write, "-" for standard output
 * @inputs: (nullable): the inputs, closed by %NULL
 * @error: where to put why it cannot be written
 *
 * Opens an output.
 *
 * Returns: (transfer full): the output
 */
GfCliOutput *
gf_cli_output_open (const char         *path,
                    const char * const *inputs,
                    GError            **error)
{
  if (!gf_cli_check_output (path, inputs, error))
    return NULL;

  GOutputStream *stream;
  gboolean is_file = strcmp (path, "-") != 0;
  if (is_file)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
      g_autoptr (GError) reason = NULL;

      stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                                &reason));
      if (stream == NULL)
        explain (path, g_steal_pointer (&reason), error);
    }
  else
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
    }
  if (stream == NULL)
    return NULL;

  GfCliOutput *self = g_new0 (GfCliOutput, 1);
  self->stream = stream;
  self->is_file = is_file;
  self->buffer = g_string_sized_new (1 << 16);

  return self;
}

static gboolean
flush_buffer (GfCliOutput *self,
              GError     **error)
{
  gsize length = self->buffer->len;
  gboolean written = g_output_stream_write_all (self->stream, self->buffer->str, length, NULL, NULL,
                                                error);

  g_string_truncate (self->buffer, 0);

  return written;
}

/**
 * gf_cli_output_write:
 * @self: an output
 * @data: what to write
 * @length: its bytes
 * @error: where to put why not
 *
 * Writes.
 *
 * Returns: whether it was written
 */
gboolean
gf_cli_output_write (GfCliOutput *self,
                     const void  *data,
                     gsize        length,
                     GError     **error)
{
  g_string_append_len (self->buffer, data, (gssize) length);

  return self->buffer->len < (1u << 16) || flush_buffer (self, error);
}

/**
 * gf_cli_output_close:
 * @self: an output
 * @error: where to put why not
 *
 * Writes what is left; a file takes its name's place now.
 *
 * Returns: whether all was written
 */
gboolean
gf_cli_output_close (GfCliOutput *self,
                     GError     **error)
{
  if (!flush_buffer (self, error))
    return FALSE;
  self->closed = TRUE;

  return g_output_stream_close (self->stream, NULL, error);
}

/**
 * gf_cli_output_free:
 * @self: (transfer full) (nullable): an output
 *
 * Frees the output. One that was not closed leaves no file, and the file that was there as it was.
 */
void
gf_cli_output_free (GfCliOutput *self)
{
  if (self == NULL)
    return;

  if (!self->closed && self->is_file)
    {
      /* A cancelled close does not put the new file in the old one's place. */
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();
      g_cancellable_cancel (cancelled);
      g_output_stream_close (self->stream, cancelled, NULL);
    }
  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}
