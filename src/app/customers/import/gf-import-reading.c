/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-reading.h"

#include "gf-task.h"

struct _GfImportReading
{
  GObject parent_instance;

  /* Owned references */
  GFile *file;
  GBytes *bytes;
  char *name;
  GfImportOptions *options;
  GfImport *import;
  GError *error;
  GCancellable *cancellable;

  /* Written by the thread that reads */
  int permille;

  gboolean done;
};

G_DEFINE_FINAL_TYPE (GfImportReading, gf_import_reading, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Hands over what was read: the beginning, the whole, or why there is none. */
static void
take (GfImportReading *self,
      GfImport        *import,
      GError          *error)
{
  if (import != NULL)
    {
      g_clear_pointer (&self->import, gf_import_unref);
      self->import = import;
      self->done = gf_import_is_whole (import);
    }
  else
    {
      g_clear_error (&self->error);
      self->error = error;
      self->done = TRUE;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
progress_cb (double   share,
             gpointer data)
{
  g_atomic_int_set (&GF_IMPORT_READING (data)->permille, (int) (share * 1000));
}

/* A reading that was begun anew or stopped wants nothing more of what it began before. */
static gboolean
is_stopped (GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GfImportReading) self = data;
  GError *error = NULL;
  GfImport *import = gf_import_read_finish (result, &error);

  if (is_stopped (error))
    g_clear_error (&error);
  else
    take (self, import, error);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GfImportReading) self = data;
  g_autoptr (GCancellable) cancellable = NULL;
  GError *error = NULL;
  GfImport *import = gf_import_preview_finish (result, &error);

  if (is_stopped (error))
    {
      g_clear_error (&error);
      return;
    }

  cancellable = g_object_ref (self->cancellable);
  take (self, import, error);
  if (!self->done && !g_cancellable_is_cancelled (cancellable))
    gf_import_read_async (self->file, self->options, progress_cb, g_object_ref (self), g_object_unref,
                          cancellable, read_cb, g_object_ref (self));
}

static void
read_bytes_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GfImportReading *self = source;
  GError *error = NULL;
  GfImport *import = gf_import_read_bytes (self->bytes, data, cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) gf_import_unref);
  else
    g_task_return_error (task, error);
}

static void
bytes_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  GError *error = NULL;
  GfImport *import = g_task_propagate_pointer (G_TASK (result), &error);

  if (is_stopped (error))
    g_clear_error (&error);
  else
    take (GF_IMPORT_READING (source), import, error);
}

static void
gf_import_reading_finalize (GObject *object)
{
  GfImportReading *self = GF_IMPORT_READING (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->options, gf_import_options_free);
  g_clear_pointer (&self->import, gf_import_unref);
  g_clear_error (&self->error);
  g_free (self->name);

  G_OBJECT_CLASS (gf_import_reading_parent_class)->finalize (object);
}

static void
gf_import_reading_class_init (GfImportReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_import_reading_finalize;

  /**
   * GfImportReading::changed:
   *
   * More is known: the beginning, the whole, or that it cannot be read.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gf_import_reading_init (GfImportReading *self)
{
  self->options = gf_import_options_new ();
}

/**
 * gf_import_reading_new:
 * @file: (nullable): a list of customers
 * @bytes: (nullable): cells from the clipboard, when there is no @file
 *
 * Returns: (transfer full): what reads it, not started yet
 */
GfImportReading *
gf_import_reading_new (GFile  *file,
                       GBytes *bytes)
{
  GfImportReading *self;

  g_return_val_if_fail ((file == NULL) != (bytes == NULL), NULL);

  self = g_object_new (GF_TYPE_IMPORT_READING, NULL);
  g_set_object (&self->file, file);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->name = file != NULL ? g_file_get_basename (file) : g_strdup ("");

  return self;
}

/**
 * gf_import_reading_get_file:
 *
 * Returns: (transfer none) (nullable): the file, %NULL for the clipboard
 */
GFile *
gf_import_reading_get_file (GfImportReading *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_READING (self), NULL);

  return self->file;
}

/**
 * gf_import_reading_get_name:
 *
 * Returns: (transfer none): the name of the file, "" for the clipboard
 */
const char *
gf_import_reading_get_name (GfImportReading *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_READING (self), NULL);

  return self->name;
}

/**
 * gf_import_reading_start:
 * @options: what is settled
 *
 * Reads anew with @options. What was read before stays until there is more.
 */
void
gf_import_reading_start (GfImportReading       *self,
                         const GfImportOptions *options)
{
  g_return_if_fail (GF_IS_IMPORT_READING (self) && options != NULL);

  gf_import_reading_stop (self);
  g_clear_error (&self->error);
  gf_import_options_free (self->options);
  self->options = gf_import_options_copy (options);
  self->cancellable = g_cancellable_new ();
  self->done = FALSE;
  g_atomic_int_set (&self->permille, 0);
  if (self->file != NULL)
    {
      gf_import_preview_async (self->file, options, self->cancellable, previewed_cb, g_object_ref (self));
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (self, self->cancellable, bytes_cb, NULL);

      g_task_set_source_tag (task, gf_import_reading_start);
      g_task_set_task_data (task, gf_import_options_copy (options), (GDestroyNotify) gf_import_options_free);
      gf_task_run_in_thread (task, read_bytes_thread);
    }
}

/**
 * gf_import_reading_stop:
 *
 * Stops reading; no signal comes any more until it is started again.
 */
void
gf_import_reading_stop (GfImportReading *self)
{
  g_return_if_fail (GF_IS_IMPORT_READING (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * gf_import_reading_get_import:
 *
 * Returns: (transfer none) (nullable): what is known, %NULL at first
 */
GfImport *
gf_import_reading_get_import (GfImportReading *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_READING (self), NULL);

  return self->import;
}

/**
 * gf_import_reading_get_error:
 *
 * Returns: (transfer none) (nullable): why it cannot be read with the options it was started with
 */
const GError *
gf_import_reading_get_error (GfImportReading *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_READING (self), NULL);

  return self->error;
}

/**
 * gf_import_reading_is_done:
 *
 * Returns: whether all of it was read, or it turned out that it cannot be
 */
gboolean
gf_import_reading_is_done (GfImportReading *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_READING (self), FALSE);

  return self->done;
}

/**
 * gf_import_reading_get_share:
 *
 * Returns: how much of it was read, in 0..1
 */
double
gf_import_reading_get_share (GfImportReading *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_READING (self), 0);

  return self->done ? 1 : g_atomic_int_get (&self->permille) / 1000.0;
}
