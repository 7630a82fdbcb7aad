/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-store-job.h"

#include "gf-durable-file.h"
#include "gf-project-file.h"

/**
 * gf_store_job_new:
 * @state_dir: the state folder
 * @about: what the snapshot is of, with the path and the stamp of the file
 * @recovered_id: (nullable): the snapshot that the session began with and that is still there
 * @project: what is written
 *
 * Takes the project as it is now. The tree is made here, the customers are only held on to.
 *
 * Returns: (transfer full): a writing to a snapshot; set @to_file for one to the file
 */
GfStoreJob *
gf_store_job_new (const char       *state_dir,
                  const GfRecovery *about,
                  const char       *recovered_id,
                  GfProject        *project)
{
  g_return_val_if_fail (state_dir != NULL && about != NULL && GF_IS_PROJECT (project), NULL);

  GfStoreJob *self = g_new0 (GfStoreJob, 1);
  GfTable *table = gf_project_get_table (project);

  self->state_dir = g_strdup (state_dir);
  self->about = gf_recovery_copy (about);
  g_set_str (&self->about->name, gf_project_get_name (project));
  self->about->saved = g_get_real_time () / G_USEC_PER_SEC;
  self->about->n_customers = table != NULL ? gf_table_get_n_rows (table) : 0;
  self->recovered_id = g_strdup (recovered_id);
  self->tree = gf_record_to_json (GF_RECORD (project));
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);

  return self;
}

/**
 * gf_store_job_free:
 * @self: (transfer full): a writing that does not run
 *
 * Frees it.
 */
void
gf_store_job_free (GfStoreJob *self)
{
  g_free (self->state_dir);
  gf_recovery_free (self->about);
  g_free (self->recovered_id);
  json_node_unref (self->tree);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static gboolean
write_file (GfStoreJob *self)
{
  if (!gf_file_is_as_known (self->about->path, self->about->stamp))
    {
      self->conflict = TRUE;
      return FALSE;
    }

  g_autoptr (GBytes) bytes = gf_project_file_encode (self->tree, self->table);

  gf_recovery_note_saving (self->state_dir, self->about->id, bytes);
  if (self->recovered_id != NULL)
    gf_recovery_note_saving (self->state_dir, self->recovered_id, bytes);
  self->file_written = gf_replace_durably (self->about->path, bytes, &self->about->stamp, self->cancellable,
                                           &self->error);

  self->conflict = g_error_matches (self->error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_CONFLICT);
  if (self->conflict || g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&self->error);

  return self->file_written;
}

static void
write_all (GfStoreJob *self)
{
  if (self->to_file && write_file (self))
    {
      gf_recovery_discard (self->state_dir, self->about->id);
      return;
    }

  g_autoptr (GError) error = NULL;
  if (gf_recovery_write (self->state_dir, self->about, self->tree, self->table, &error))
    self->snapshot_written = TRUE;
  else if (self->error == NULL)
    self->error = g_steal_pointer (&error);
}

/**
 * gf_store_job_run:
 * @self: a writing
 *
 * Writes, in whatever thread it is called. That the file is not ours any more is no error but a conflict.
 */
void
gf_store_job_run (GfStoreJob *self)
{
  g_return_if_fail (self != NULL);

  write_all (self);
  if (self->recovered_id != NULL && (self->file_written || self->snapshot_written))
    gf_recovery_discard (self->state_dir, self->recovered_id);

  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * gf_store_job_wait:
 * @self: a writing that runs in another thread
 *
 * Blocks until it is done. The main loop does not run meanwhile, so nothing can happen to the project.
 */
void
gf_store_job_wait (GfStoreJob *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  while (!self->done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/**
 * gf_store_job_is_safe:
 * @self: a writing that is done
 *
 * A snapshot is safe enough for work whose file cannot take it, but the person must know why it cannot.
 *
 * Returns: whether what was written is on the disk and there is nothing to be told
 */
gboolean
gf_store_job_is_safe (const GfStoreJob *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->file_written || (self->snapshot_written && self->error == NULL);
}
