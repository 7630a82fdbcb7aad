/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-store-private.h"

#include "gf-durable-file.h"
#include "gf-task.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SNAPSHOT_AFTER_MS 1000
#define RETRY_AFTER_MS 5000
#define LARGE_FILE_AFTER_MS 10000
#define SMALL_CELLS 400000

G_DEFINE_FINAL_TYPE (GfStore, gf_store, G_TYPE_OBJECT)

GF_DEFINE_ENUM (GfStoreState, gf_store_state,
                { GF_STORE_SAVED, "GF_STORE_SAVED", "saved" },
                { GF_STORE_PENDING, "GF_STORE_PENDING", "pending" },
                { GF_STORE_FAILED, "GF_STORE_FAILED", "failed" },
                { GF_STORE_CONFLICT, "GF_STORE_CONFLICT", "conflict" })

enum
{
  PROP_0,
  PROP_PATH,
  PROP_STATE,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void schedule       (GfStore *self,
                            guint    after_ms);
static void write_when_due (GfStore *self);

static gboolean
is_small (GfTable *table)
{
  return table == NULL ||
         gf_table_get_n_rows (table) * gf_table_get_n_columns (table) <= SMALL_CELLS;
}

void
_gf_store_set_state (GfStore      *self,
                     GfStoreState  state,
                     const char   *message)
{
  if (g_set_str (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);

  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
}

static void
job_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  gf_store_job_run (task_data);
  g_task_return_boolean (task, TRUE);
}

/* Takes the outcome of a writing over. */
void
_gf_store_take_over (GfStore    *self,
                     GfStoreJob *job)
{
  /* The customers may have been replaced meanwhile; then their hash is not this one. */
  if (job->table == gf_project_get_table (self->project))
    g_set_str (&self->about->table, job->about->table);

  if (job->file_written)
    {
      g_set_str (&self->about->stamp, job->about->stamp);
      self->file_generation = self->snapshot_generation = job->generation;
      self->has_snapshot = FALSE;
    }
  else if (job->snapshot_written)
    {
      self->snapshot_generation = job->generation;
      self->has_snapshot = TRUE;
    }

  if (job->file_written || job->snapshot_written)
    g_clear_pointer (&self->recovered_id, g_free);

  if (job->conflict)
    _gf_store_set_state (self, GF_STORE_CONFLICT,
               _("The file was changed by another program. Your work is kept apart from it."));
  else if (job->error != NULL)
    _gf_store_set_state (self, GF_STORE_FAILED, job->error->message);
  else if (self->state == GF_STORE_CONFLICT)
    return;
  else if (self->generation == self->file_generation ||
           (self->about->path == NULL && self->generation == self->snapshot_generation))
    _gf_store_set_state (self, GF_STORE_SAVED, NULL);
  else
    _gf_store_set_state (self, GF_STORE_PENDING, NULL);
}

/* What is still to be written, and when. */
static void
plan_next (GfStore *self)
{
  if (self->closed)
    return;

  if (self->state == GF_STORE_FAILED)
    schedule (self, RETRY_AFTER_MS);
  else if (self->generation != self->snapshot_generation)
    schedule (self, SNAPSHOT_AFTER_MS);
  else if (self->state != GF_STORE_CONFLICT && self->about->path != NULL &&
           self->generation != self->file_generation)
    schedule (self, LARGE_FILE_AFTER_MS);
}

static void
finish_job (GfStore    *self,
            GfStoreJob *job)
{
  if (!self->serving)
    {
      _gf_store_take_over (self, job);
      return;
    }

  self->serving = FALSE;
  _gf_store_answer (self, job);
}

/* Goes on with what was asked for, else with what is due. */
static void
go_on (GfStore *self)
{
  _gf_store_serve_asked (self);
  if (self->running != NULL)
    return;

  if (self->due)
    write_when_due (self);
  else
    plan_next (self);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GfStore *self = GF_STORE (source);
  GfStoreJob *job = g_task_get_task_data (G_TASK (result));

  /* Else its outcome was taken over by who waited for it. */
  if (self->running == job)
    {
      self->running = NULL;
      finish_job (self, job);
    }
  go_on (self);
}

/* Waits for the writing that goes on, and takes its outcome over. It blocks rather than lets the
 * main loop run, where anything could happen to the project or to us. */
void
_gf_store_finish_running (GfStore *self)
{
  GfStoreJob *job = g_steal_pointer (&self->running);

  self->due = FALSE;
  if (job == NULL)
    return;

  gf_store_job_wait (job);
  finish_job (self, job);
}

GfStoreJob *
_gf_store_new_job (GfStore *self)
{
  GfStoreJob *job = gf_store_job_new (self->state_dir, self->about, self->recovered_id, self->project);

  job->generation = self->generation;

  return job;
}

void
_gf_store_start_job (GfStore    *self,
                     GfStoreJob *job)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  self->running = job;
  g_task_set_source_tag (task, _gf_store_start_job);
  g_task_set_task_data (task, job, (GDestroyNotify) gf_store_job_free);
  gf_task_run_in_thread (task, job_thread);
}

void
_gf_store_write_now (GfStore  *self,
                     gboolean  to_file)
{
  if (self->running != NULL || self->closed)
    return;

  GfStoreJob *job = _gf_store_new_job (self);
  job->to_file = to_file && self->about->path != NULL && self->state != GF_STORE_CONFLICT;
  _gf_store_start_job (self, job);
}

static void
write_when_due (GfStore *self)
{
  gint64 idle_ms = (g_get_monotonic_time () - self->last_change) / 1000;

  self->due = self->running != NULL;
  _gf_store_write_now (self, is_small (gf_project_get_table (self->project)) ||
                             idle_ms >= LARGE_FILE_AFTER_MS);
}

static gboolean
timer_cb (gpointer user_data)
{
  GfStore *self = user_data;

  self->timer_id = 0;
  write_when_due (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (GfStore *self,
          guint    after_ms)
{
  if (self->timer_id == 0)
    self->timer_id = g_timeout_add (after_ms, timer_cb, self);
}

static void
project_changed_cb (GfStore    *self,
                    GfRecord   *origin,
                    const char *field)
{
  if (self->loading || self->closed)
    return;

  if (g_str_equal (field, "table"))
    g_clear_pointer (&self->about->table, g_free);

  self->generation++;
  self->last_change = g_get_monotonic_time ();
  if (self->state == GF_STORE_SAVED)
    _gf_store_set_state (self, GF_STORE_PENDING, NULL);

  /* The writing of a large file must not keep the snapshot of this change waiting. */
  if (self->running != NULL && !is_small (self->running->table))
    g_cancellable_cancel (self->running->cancellable);

  /* A timer that waits to write a large file or to try again must not hold a snapshot back. */
  if (self->generation == self->snapshot_generation + 1)
    g_clear_handle_id (&self->timer_id, g_source_remove);
  schedule (self, SNAPSHOT_AFTER_MS);
}

void
_gf_store_discard_snapshot (GfStore *self)
{
  gf_recovery_discard (self->state_dir, self->about->id);
  self->has_snapshot = FALSE;
}

static void
disk_changed_cb (GfStore *self)
{
  gf_store_check_disk (self);
}

void
_gf_store_set_path (GfStore    *self,
                    const char *path,
                    const char *stamp)
{
  g_set_str (&self->about->stamp, stamp);
  if (!g_set_str (&self->about->path, path))
    return;

  g_clear_object (&self->monitor);
  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (self->monitor != NULL)
        g_signal_connect_object (self->monitor, "changed", G_CALLBACK (disk_changed_cb), self,
                                 G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
}

static void
gf_store_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  GfStore *self = GF_STORE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, gf_store_get_path (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) gf_store_get_state (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, gf_store_get_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_store_dispose (GObject *object)
{
  GfStore *self = GF_STORE (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->monitor);
  if (self->lock_fd >= 0)
    {
      gf_recovery_unlock (self->state_dir, self->about->id, self->lock_fd);
      self->lock_fd = -1;
    }
  g_clear_object (&self->project);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (gf_store_parent_class)->dispose (object);
}

static void
gf_store_finalize (GObject *object)
{
  GfStore *self = GF_STORE (object);

  g_clear_pointer (&self->about, gf_recovery_free);
  g_clear_pointer (&self->state_dir, g_free);
  g_clear_pointer (&self->recovered_id, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (gf_store_parent_class)->finalize (object);
}

static void
gf_store_class_init (GfStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gf_store_get_property;
  object_class->dispose = gf_store_dispose;
  object_class->finalize = gf_store_finalize;

  /**
   * GfStore:path:
   *
   * Where the file is; NULL for a project that has none yet.
   */
  properties[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * GfStore:state:
   *
   * How the disk and the project stand to each other.
   */
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, GF_TYPE_STORE_STATE, GF_STORE_SAVED,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * GfStore:message:
   *
   * What is wrong, in a sentence; NULL when nothing is.
   */
  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gf_store_init (GfStore *self)
{
  self->lock_fd = -1;
  g_queue_init (&self->asked);
}

/**
 * gf_store_dup_default_state_dir:
 *
 * Returns: (transfer full): the user's folder for work that is in no file yet
 */
char *
gf_store_dup_default_state_dir (void)
{
  return g_build_filename (g_get_user_state_dir (), "goodfit", NULL);
}

/**
 * gf_store_new:
 * @project: a project
 * @history: (nullable): its history, which begins anew when a file is opened
 * @state_dir: (nullable): the state folder; NULL for the user's
 *
 * Starts to keep a project. Until it is opened or saved it has no file.
 *
 * Returns: (transfer full): the store
 */
GfStore *
gf_store_new (GfProject  *project,
              GfHistory  *history,
              const char *state_dir)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);

  GfStore *self = g_object_new (GF_TYPE_STORE, NULL);
  g_autofree char *uuid = g_uuid_string_random ();

  self->project = g_object_ref (project);
  self->history = history != NULL ? g_object_ref (history) : NULL;
  self->state_dir = state_dir != NULL ? g_strdup (state_dir) : gf_store_dup_default_state_dir ();
  self->about = g_new0 (GfRecovery, 1);
  self->about->id = g_steal_pointer (&uuid);
  /* Without the lock snapshots still work; a second program could only take this session for ended. */
  self->lock_fd = gf_recovery_lock (self->state_dir, self->about->id, NULL);

  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * gf_store_get_project:
 * @self: a store
 *
 * Returns: (transfer none): the project that it keeps
 */
GfProject *
gf_store_get_project (GfStore *self)
{
  g_return_val_if_fail (GF_IS_STORE (self), NULL);

  return self->project;
}

/**
 * gf_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): where the file is; NULL without one
 */
const char *
gf_store_get_path (GfStore *self)
{
  g_return_val_if_fail (GF_IS_STORE (self), NULL);

  return self->about->path;
}

/**
 * gf_store_get_id:
 * @self: a store
 *
 * Returns: (transfer none): the name of this session's snapshot
 */
const char *
gf_store_get_id (GfStore *self)
{
  g_return_val_if_fail (GF_IS_STORE (self), NULL);

  return self->about->id;
}

/**
 * gf_store_get_state:
 * @self: a store
 *
 * Returns: how the disk and the project stand to each other
 */
GfStoreState
gf_store_get_state (GfStore *self)
{
  g_return_val_if_fail (GF_IS_STORE (self), GF_STORE_FAILED);

  return self->state;
}

/**
 * gf_store_get_message:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what is wrong, in a sentence; NULL when nothing is
 */
const char *
gf_store_get_message (GfStore *self)
{
  g_return_val_if_fail (GF_IS_STORE (self), NULL);

  return self->message;
}

/**
 * gf_store_save_as:
 * @self: a store
 * @path: where to
 *
 * Gives the project a file, replacing what is there (the caller has asked), and writes it in the
 * background; #GfStore:state tells how it goes.
 */
void
gf_store_save_as (GfStore    *self,
                  const char *path)
{
  g_return_if_fail (GF_IS_STORE (self) && path != NULL);

  _gf_store_finish_running (self);

  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *stamp = gf_file_stamp (full);

  _gf_store_set_path (self, full, stamp);
  self->generation++;
  self->last_change = 0;
  _gf_store_set_state (self, GF_STORE_PENDING, NULL);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  _gf_store_write_now (self, TRUE);
}

/**
 * gf_store_check_disk:
 * @self: a store
 *
 * Looks whether somebody else has changed the file. It is called when the file system says so; a
 * window may call it when it is looked at again.
 */
void
gf_store_check_disk (GfStore *self)
{
  g_return_if_fail (GF_IS_STORE (self));

  if (self->about->path == NULL || self->running != NULL || self->closed ||
      self->state == GF_STORE_CONFLICT || gf_file_is_as_known (self->about->path, self->about->stamp))
    return;

  _gf_store_set_state (self, GF_STORE_CONFLICT,
             _("The file was changed by another program. Your work is kept apart from it."));

  /* What this session wrote stood in that file alone. */
  if (self->generation > 0 && !self->has_snapshot)
    {
      self->snapshot_generation = G_MAXUINT64;
      g_clear_handle_id (&self->timer_id, g_source_remove);
      schedule (self, SNAPSHOT_AFTER_MS);
    }
}

