/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-store-private.h"

#include "gf-table-edits.h"

#include <glib/gi18n-lib.h>

static char *
dup_copy_path (const char *path)
{
  g_autofree char *stem = g_str_has_suffix (path, ".goodfit")
                            ? g_strndup (path, strlen (path) - strlen (".goodfit"))
                            : g_strdup (path);

  for (guint i = 1;; i++)
    {
      /* Translators: added to a file name, for the copy that keeps one's own work. */
      g_autofree char *label = i == 1 ? g_strdup (_("my copy"))
                                      : g_strdup_printf (_("my copy %u"), i);
      g_autofree char *copy = g_strdup_printf ("%s (%s).goodfit", stem, label);

      if (!g_file_test (copy, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&copy);
    }
}

static GTask *
pop_asked (GfStore *self)
{
  return g_queue_pop_head (&self->asked);
}

/* --- a copy --- */

static void
serve_copy (GfStore *self)
{
  GfStoreJob *job = _gf_store_new_job (self);

  g_free (job->about->path);
  job->about->path = dup_copy_path (self->about->path);
  g_clear_pointer (&job->about->stamp, g_free);
  job->to_file = TRUE;
  self->serving = TRUE;
  _gf_store_start_job (self, job);
}

static void
answer_copy (GfStore    *self,
             GfStoreJob *job)
{
  if (job->file_written)
    {
      g_autoptr (GTask) task = pop_asked (self);

      /* From here on the copy is the file. */
      _gf_store_set_path (self, job->about->path, job->about->stamp);
      _gf_store_set_state (self, GF_STORE_PENDING, NULL);
      _gf_store_take_over (self, job);
      g_task_return_pointer (task, g_strdup (job->about->path), g_free);
    }
  else if (job->error != NULL)
    {
      g_autoptr (GTask) task = pop_asked (self);

      g_task_return_error (task, g_error_copy (job->error));
    }

  /* Else typing went before, or the name was taken meanwhile: it is served again. */
}

/**
 * gf_store_keep_copy_async:
 * @self: a store with a file
 * @callback: called when the copy is written
 * @user_data: for @callback
 *
 * Writes the own work to a new file beside the one that somebody else changed, in a thread, and goes on
 * there.
 */
void
gf_store_keep_copy_async (GfStore             *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (GF_IS_STORE (self) && self->about->path != NULL);

  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, gf_store_keep_copy_async);
  g_queue_push_tail (&self->asked, task);
  _gf_store_serve_asked (self);
}

/**
 * gf_store_keep_copy_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where the copy is; NULL if it could not be written
 */
char *
gf_store_keep_copy_finish (GfStore       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, gf_store_keep_copy_async), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the end --- */

static gboolean
is_settled (GfStore *self)
{
  gboolean in_file = self->about->path != NULL && self->state != GF_STORE_CONFLICT;

  if (self->about->path == NULL && gf_project_is_blank (self->project))
    return TRUE;

  return self->generation == (in_file ? self->file_generation : self->snapshot_generation);
}

static void
end_session (GfStore *self)
{
  if (self->about->path == NULL && gf_project_is_blank (self->project))
    _gf_store_discard_snapshot (self);

  self->closed = TRUE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  gf_recovery_unlock (self->state_dir, self->about->id, self->lock_fd);
  self->lock_fd = -1;
  gf_recovery_sweep (self->state_dir);
}

static void
serve_close (GfStore *self)
{
  if (!is_settled (self))
    {
      _gf_store_write_now (self, TRUE);
      self->serving = TRUE;
      return;
    }

  g_autoptr (GTask) task = pop_asked (self);

  end_session (self);
  g_task_return_boolean (task, TRUE);
}

static void
answer_close (GfStore    *self,
              GfStoreJob *job)
{
  _gf_store_take_over (self, job);
  if (gf_store_job_is_safe (job))
    return;

  g_autoptr (GTask) task = pop_asked (self);

  g_task_return_error (task, g_error_copy (job->error));
}

/**
 * gf_store_close_async:
 * @self: a store
 * @callback: called when all is written
 * @user_data: for @callback
 *
 * Waits for changes of the customers that are on their way, writes what is still to be written, in a thread,
 * and ends the session. What is typed meanwhile is written,
 * too. A blank project leaves nothing; one without a file, or in conflict with it, leaves its snapshot for
 * the next start.
 */
void
gf_store_close_async (GfStore             *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (GF_IS_STORE (self) && !self->closed);

  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, gf_store_close_async);
  g_queue_push_tail (&self->asked, task);
  g_signal_connect_object (gf_project_get_table_edits (self->project), "notify::busy",
                           G_CALLBACK (_gf_store_serve_asked), self, G_CONNECT_SWAPPED);
  _gf_store_serve_asked (self);
}

/**
 * gf_store_close_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether everything is on the disk; if not, the session goes on
 */
gboolean
gf_store_close_finish (GfStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, gf_store_close_async), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Begins with the first of what was asked for, if nothing else is being written. */
void
_gf_store_serve_asked (GfStore *self)
{
  while (self->running == NULL && !g_queue_is_empty (&self->asked))
    {
      GTask *task = g_queue_peek_head (&self->asked);

      if (g_task_get_source_tag (task) != gf_store_close_async)
        serve_copy (self);
      else if (!gf_table_edits_get_busy (gf_project_get_table_edits (self->project)))
        serve_close (self);
      else
        break;
    }
}

/* Takes over what was written for the first of what was asked for. */
void
_gf_store_answer (GfStore    *self,
                  GfStoreJob *job)
{
  GTask *task = g_queue_peek_head (&self->asked);

  if (g_task_get_source_tag (task) == gf_store_close_async)
    answer_close (self, job);
  else
    answer_copy (self, job);
}
