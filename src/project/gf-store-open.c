/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-store-private.h"

#include "gf-durable-file.h"
#include "gf-project-file.h"
#include "gf-task.h"

/* What is read in a thread, to be put into the project on the main thread. */
typedef struct
{
  char *state_dir;   /* of a snapshot, else NULL */
  char *id;          /* of a snapshot, else NULL */
  char *path;
  char *stamp;
  JsonNode *tree;
  GfTable *table;
} Reading;

static void
reading_free (Reading *self)
{
  g_free (self->state_dir);
  g_free (self->id);
  g_free (self->path);
  g_free (self->stamp);
  g_clear_pointer (&self->tree, json_node_unref);
  g_clear_pointer (&self->table, gf_table_unref);
  g_free (self);
}

static gboolean
read_file (Reading  *self,
           GError  **error)
{
  /* Before reading: a change while we read must count as one. */
  self->stamp = gf_file_stamp (self->path);

  return gf_project_file_read (self->path, &self->tree, &self->table, error);
}

static gboolean
read_snapshot (Reading  *self,
               GError  **error)
{
  g_autoptr (GfRecovery) about = NULL;

  if (!gf_recovery_read (self->state_dir, self->id, &about, &self->tree, &self->table, error))
    return FALSE;

  self->path = g_strdup (about->path);
  self->stamp = g_strdup (about->stamp);

  return TRUE;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;

  if (reading->id != NULL ? read_snapshot (reading, &error) : read_file (reading, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_reading (GfStore             *self,
               const char          *path,
               const char          *id,
               gpointer             tag,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  reading->state_dir = id != NULL ? g_strdup (self->state_dir) : NULL;
  reading->id = g_strdup (id);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  gf_task_run_in_thread (task, read_thread);
}

/* What was read for the function @tag, NULL if it could not be. */
static Reading *
take_reading (GfStore       *self,
              GAsyncResult  *result,
              gpointer       tag,
              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tag) && g_task_is_valid (result, self), NULL);

  return g_task_propagate_boolean (G_TASK (result), error) ? g_task_get_task_data (G_TASK (result)) : NULL;
}

static gboolean
put_in_place (GfStore        *self,
              const Reading  *reading,
              GError        **error)
{
  self->loading = TRUE;
  gboolean done = gf_record_apply_json (GF_RECORD (self->project), reading->tree, error);
  if (done)
    gf_project_set_table (self->project, reading->table);
  self->loading = FALSE;

  if (done && self->history != NULL)
    gf_history_clear (self->history);
  g_clear_pointer (&self->about->table, g_free);

  return done;
}

/**
 * gf_store_open_async:
 * @self: a store whose project holds nothing that matters
 * @path: where the file is
 * @cancellable: (nullable): leaves the project as it is
 * @callback: called when the file was read
 * @user_data: for @callback
 *
 * Reads a file in a thread, to become the project. A file that is damaged or newer is left alone, and so is
 * the project.
 */
void
gf_store_open_async (GfStore             *self,
                     const char          *path,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (GF_IS_STORE (self) && path != NULL);

  start_reading (self, path, NULL, gf_store_open_async, cancellable, callback, user_data);
}

/**
 * gf_store_open_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Puts what was read into the project.
 *
 * Returns: whether it was opened
 */
gboolean
gf_store_open_finish (GfStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  const Reading *reading = take_reading (self, result, gf_store_open_async, error);

  if (reading == NULL)
    return FALSE;

  _gf_store_finish_running (self);
  if (!put_in_place (self, reading, error))
    return FALSE;

  if (self->has_snapshot)
    _gf_store_discard_snapshot (self);
  _gf_store_set_path (self, reading->path, reading->stamp);
  self->generation = self->snapshot_generation = self->file_generation = 0;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  _gf_store_set_state (self, GF_STORE_SAVED, NULL);

  return TRUE;
}

/**
 * gf_store_recover_async:
 * @self: a store whose project holds nothing that matters
 * @id: of a snapshot that gf_recovery_list() found
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Reads the work that a session left behind, in a thread.
 */
void
gf_store_recover_async (GfStore             *self,
                        const char          *id,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (GF_IS_STORE (self) && id != NULL);

  start_reading (self, NULL, id, gf_store_recover_async, NULL, callback, user_data);
}

/**
 * gf_store_recover_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Takes the work over. It is written to its file again, unless that has changed since: then the state is
 * %GF_STORE_CONFLICT. The snapshot goes once the work is safe.
 *
 * Returns: whether it was taken over
 */
gboolean
gf_store_recover_finish (GfStore       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  const Reading *reading = take_reading (self, result, gf_store_recover_async, error);

  if (reading == NULL || !put_in_place (self, reading, error))
    return FALSE;

  _gf_store_set_path (self, reading->path, reading->stamp);
  g_set_str (&self->recovered_id, reading->id);
  self->generation++;
  _gf_store_set_state (self, GF_STORE_PENDING, NULL);
  _gf_store_write_now (self, TRUE);

  return TRUE;
}

/**
 * gf_store_reload_async:
 * @self: a store with a file
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Reads the file anew, in a thread.
 */
void
gf_store_reload_async (GfStore             *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (GF_IS_STORE (self) && self->about->path != NULL);

  start_reading (self, self->about->path, NULL, gf_store_reload_async, NULL, callback, user_data);
}

/**
 * gf_store_reload_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Takes what is in the file over. It is one step of the history: undo brings the own work back.
 *
 * Returns: whether the file could be read; if not, everything is as it was
 */
gboolean
gf_store_reload_finish (GfStore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  const Reading *reading = take_reading (self, result, gf_store_reload_async, error);

  if (reading == NULL)
    return FALSE;

  _gf_store_finish_running (self);
  if (self->history != NULL)
    gf_history_commit (self->history);
  if (!gf_record_apply_json (GF_RECORD (self->project), reading->tree, error))
    return FALSE;
  gf_project_set_table (self->project, reading->table);
  if (self->history != NULL)
    gf_history_commit (self->history);

  _gf_store_set_path (self, reading->path, reading->stamp);
  self->snapshot_generation = self->file_generation = self->generation;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  _gf_store_discard_snapshot (self);
  _gf_store_set_state (self, GF_STORE_SAVED, NULL);

  return TRUE;
}
