/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-store.h"

#include "gf-durable-file.h"
#include "gf-project-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SNAPSHOT_AFTER_MS 1000
#define RETRY_AFTER_MS 5000
#define LARGE_FILE_AFTER_MS 10000
#define SMALL_CELLS 400000

struct _GfStore
{
  GObject parent_instance;

  /* owned */
  GfProject *project;
  GfHistory *history;
  char *state_dir;
  GfRecovery *about;       /* what snapshots of this session are of; its path and stamp are ours */
  char *recovered_id;      /* the snapshot we started from, until our own is on the disk */
  char *message;
  GFileMonitor *monitor;
  guint timer_id;
  int lock_fd;

  GfStoreState state;
  guint64 generation;      /* counts changes */
  guint64 snapshot_generation;
  guint64 file_generation; /* the last change that the file holds */
  gint64 last_change;
  gboolean has_snapshot;   /* one of this session is on the disk */
  gboolean due;            /* a writing was due while another went on */
  gboolean loading;
  gboolean closed;

  /* borrowed */
  struct _Job *running;    /* the writing that goes on in a thread; its task owns it */
};

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

/* One writing, made on the main thread, done in another, and taken back on the main thread. */
typedef struct _Job
{
  char *state_dir;
  GfRecovery *about;
  JsonNode *tree;
  GfTable *table;
  guint64 generation;
  gboolean to_file;
  GCancellable *cancellable;  /* stops the writing of the file; then a snapshot must do */

  /* the outcome */
  gboolean file_written;
  gboolean snapshot_written;
  gboolean conflict;
  GError *error;

  /* whether it is there yet */
  GMutex mutex;
  GCond cond;
  gboolean done;
} Job;

static void schedule (GfStore *self,
                      guint    after_ms);

static void
job_free (Job *job)
{
  g_free (job->state_dir);
  gf_recovery_free (job->about);
  json_node_unref (job->tree);
  g_clear_pointer (&job->table, gf_table_unref);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  g_free (job);
}

static gboolean
is_small (GfTable *table)
{
  return table == NULL ||
         gf_table_get_n_rows (table) * gf_table_get_n_columns (table) <= SMALL_CELLS;
}

static void
set_state (GfStore      *self,
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

/* The file is still the one that we know; one that was removed may be made again. */
static gboolean
is_ours (const GfRecovery *about)
{
  g_autofree char *stamp = gf_file_stamp (about->path);

  return stamp == NULL || g_strcmp0 (stamp, about->stamp) == 0;
}

static gboolean
write_file (Job *job)
{
  if (!is_ours (job->about))
    {
      job->conflict = TRUE;
      return FALSE;
    }

  g_autoptr (GBytes) bytes = gf_project_file_encode (job->tree, job->table);
  job->file_written = gf_replace_durably (job->about->path, bytes, &job->about->stamp,
                                          job->cancellable, &job->error);

  job->conflict = g_error_matches (job->error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_CONFLICT);
  if (job->conflict || g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&job->error);

  return job->file_written;
}

/* Runs in any thread. The file holds everything when it is written, so a snapshot is only needed
 * when it is not. */
static void
job_run (Job *job)
{
  if (job->to_file && write_file (job))
    {
      gf_recovery_discard (job->state_dir, job->about->id);
      return;
    }

  g_autoptr (GError) error = NULL;
  if (gf_recovery_write (job->state_dir, job->about, job->tree, job->table, &error))
    job->snapshot_written = TRUE;
  else if (job->error == NULL)
    job->error = g_steal_pointer (&error);
}

static void
job_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;

  job_run (job);

  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);

  g_task_return_boolean (task, TRUE);
}

static Job *
job_new (GfStore  *self,
         gboolean  to_file)
{
  Job *job = g_new0 (Job, 1);
  GfTable *table = gf_project_get_table (self->project);

  g_set_str (&self->about->name, gf_project_get_name (self->project));
  self->about->saved = g_get_real_time () / G_USEC_PER_SEC;
  self->about->n_customers = table != NULL ? gf_table_get_n_rows (table) : 0;

  job->state_dir = g_strdup (self->state_dir);
  job->about = gf_recovery_copy (self->about);
  job->tree = gf_record_to_json (GF_RECORD (self->project));
  job->table = table != NULL ? gf_table_ref (table) : NULL;
  job->generation = self->generation;
  job->to_file = to_file && self->about->path != NULL && self->state != GF_STORE_CONFLICT;
  job->cancellable = g_cancellable_new ();
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);

  return job;
}

/* Takes the outcome of a job over. */
static void
job_finish (GfStore *self,
            Job     *job)
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

  if ((job->file_written || job->snapshot_written) && self->recovered_id != NULL)
    {
      gf_recovery_discard (self->state_dir, self->recovered_id);
      g_clear_pointer (&self->recovered_id, g_free);
    }

  if (job->conflict)
    set_state (self, GF_STORE_CONFLICT,
               _("The file was changed by another program. Your work is kept apart from it."));
  else if (job->error != NULL)
    set_state (self, GF_STORE_FAILED, job->error->message);
  else if (self->state == GF_STORE_CONFLICT)
    return;
  else if (self->generation == self->file_generation ||
           (self->about->path == NULL && self->generation == self->snapshot_generation))
    set_state (self, GF_STORE_SAVED, NULL);
  else
    set_state (self, GF_STORE_PENDING, NULL);
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

static void write_when_due (GfStore *self);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GfStore *self = GF_STORE (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  /* Else its outcome was taken over by who waited for it. */
  if (self->running != job)
    return;

  self->running = NULL;
  job_finish (self, job);
  if (self->due)
    write_when_due (self);
  else
    plan_next (self);
}

/* Waits for the writing that goes on, and takes its outcome over. It blocks rather than lets the
 * main loop run, where anything could happen to the project or to us. */
static void
finish_running (GfStore *self)
{
  Job *job = g_steal_pointer (&self->running);

  self->due = FALSE;
  if (job == NULL)
    return;

  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);

  job_finish (self, job);
}

static void
write_now (GfStore  *self,
           gboolean  to_file)
{
  if (self->running != NULL || self->closed)
    return;

  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  self->running = job_new (self, to_file);
  g_task_set_source_tag (task, write_now);
  g_task_set_task_data (task, self->running, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, job_thread);
}

static void
write_when_due (GfStore *self)
{
  gint64 idle_ms = (g_get_monotonic_time () - self->last_change) / 1000;

  self->due = self->running != NULL;
  write_now (self, is_small (gf_project_get_table (self->project)) ||
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
    set_state (self, GF_STORE_PENDING, NULL);

  /* The writing of a large file must not keep the snapshot of this change waiting. */
  if (self->running != NULL && !is_small (self->running->table))
    g_cancellable_cancel (self->running->cancellable);

  /* A timer that waits to write a large file or to try again must not hold a snapshot back. */
  if (self->generation == self->snapshot_generation + 1)
    g_clear_handle_id (&self->timer_id, g_source_remove);
  schedule (self, SNAPSHOT_AFTER_MS);
}

static void
discard_snapshot (GfStore *self)
{
  gf_recovery_discard (self->state_dir, self->about->id);
  self->has_snapshot = FALSE;
}

static void
disk_changed_cb (GfStore *self)
{
  gf_store_check_disk (self);
}

static void
set_path (GfStore    *self,
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

static gboolean
put_in_place (GfStore   *self,
              JsonNode  *tree,
              GfTable   *table,
              GError   **error)
{
  self->loading = TRUE;
  gboolean done = gf_record_apply_json (GF_RECORD (self->project), tree, error);
  if (done)
    gf_project_set_table (self->project, table);
  self->loading = FALSE;

  if (done && self->history != NULL)
    gf_history_clear (self->history);
  g_clear_pointer (&self->about->table, g_free);

  return done;
}

typedef struct
{
  char *path;
  char *stamp;
  JsonNode *tree;
  GfTable *table;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_free (opening->stamp);
  g_clear_pointer (&opening->tree, json_node_unref);
  g_clear_pointer (&opening->table, gf_table_unref);
  g_free (opening);
}

static gboolean
opening_run (Opening  *opening,
             GError  **error)
{
  /* Before reading: a change while we read must count as one. */
  opening->stamp = gf_file_stamp (opening->path);

  return gf_project_file_read (opening->path, &opening->tree, &opening->table, error);
}

static gboolean
opening_finish (GfStore  *self,
                Opening  *opening,
                GError  **error)
{
  finish_running (self);
  if (!put_in_place (self, opening->tree, opening->table, error))
    return FALSE;

  if (self->has_snapshot)
    discard_snapshot (self);
  set_path (self, opening->path, opening->stamp);
  self->generation = self->snapshot_generation = self->file_generation = 0;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  set_state (self, GF_STORE_SAVED, NULL);

  return TRUE;
}

static void
opening_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (opening_run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * gf_store_open:
 * @self: a store whose project holds nothing that matters
 * @path: where the file is
 * @error: return location
 *
 * Reads a file into the project. A file that is damaged or newer is left alone, and so is the
 * project.
 *
 * Returns: whether it was opened
 */
gboolean
gf_store_open (GfStore     *self,
               const char  *path,
               GError     **error)
{
  g_return_val_if_fail (GF_IS_STORE (self) && path != NULL, FALSE);

  Opening *opening = g_new0 (Opening, 1);
  opening->path = g_canonicalize_filename (path, NULL);

  gboolean done = opening_run (opening, error) && opening_finish (self, opening, error);
  opening_free (opening);

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
 * As gf_store_open(), with the reading in a thread.
 */
void
gf_store_open_async (GfStore             *self,
                     const char          *path,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (GF_IS_STORE (self) && path != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_canonicalize_filename (path, NULL);
  g_task_set_source_tag (task, gf_store_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, opening_thread);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error) &&
         opening_finish (self, g_task_get_task_data (G_TASK (result)), error);
}

/**
 * gf_store_recover:
 * @self: a store whose project holds nothing that matters
 * @id: of a snapshot that gf_recovery_list() found
 * @error: return location
 *
 * Takes over the work that a session left behind. It is written to its file again, unless that has
 * changed since: then the state is %GF_STORE_CONFLICT. The snapshot goes once the work is safe.
 *
 * Returns: whether it was taken over
 */
gboolean
gf_store_recover (GfStore     *self,
                  const char  *id,
                  GError     **error)
{
  g_return_val_if_fail (GF_IS_STORE (self) && id != NULL, FALSE);

  g_autoptr (GfRecovery) about = NULL;
  g_autoptr (JsonNode) tree = NULL;
  g_autoptr (GfTable) table = NULL;

  if (!gf_recovery_read (self->state_dir, id, &about, &tree, &table, error) ||
      !put_in_place (self, tree, table, error))
    return FALSE;

  set_path (self, about->path, about->stamp);
  g_set_str (&self->recovered_id, id);
  self->generation++;
  set_state (self, GF_STORE_PENDING, NULL);
  write_now (self, TRUE);

  return TRUE;
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

  finish_running (self);

  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *stamp = gf_file_stamp (full);

  set_path (self, full, stamp);
  self->generation++;
  self->last_change = 0;
  set_state (self, GF_STORE_PENDING, NULL);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  write_now (self, TRUE);
}

/**
 * gf_store_reload:
 * @self: a store
 * @error: return location
 *
 * Takes what is in the file over. It is one step of the history: undo brings the own work back.
 *
 * Returns: whether the file could be read; if not, everything is as it was
 */
gboolean
gf_store_reload (GfStore  *self,
                 GError  **error)
{
  g_return_val_if_fail (GF_IS_STORE (self) && self->about->path != NULL, FALSE);

  finish_running (self);

  g_autofree char *stamp = gf_file_stamp (self->about->path);
  g_autoptr (JsonNode) tree = NULL;
  g_autoptr (GfTable) table = NULL;

  if (!gf_project_file_read (self->about->path, &tree, &table, error))
    return FALSE;

  if (self->history != NULL)
    gf_history_commit (self->history);
  gf_project_set_table (self->project, table);
  if (!gf_record_apply_json (GF_RECORD (self->project), tree, error))
    return FALSE;
  if (self->history != NULL)
    gf_history_commit (self->history);

  set_path (self, self->about->path, stamp);
  self->snapshot_generation = self->file_generation = self->generation;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  discard_snapshot (self);
  set_state (self, GF_STORE_SAVED, NULL);

  return TRUE;
}

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

/**
 * gf_store_keep_copy:
 * @self: a store with a file
 * @error: return location
 *
 * Writes the own work to a new file beside the one that somebody else changed, and goes on there.
 *
 * Returns: (transfer full) (nullable): where the copy is; NULL if it could not be written
 */
char *
gf_store_keep_copy (GfStore  *self,
                    GError  **error)
{
  g_return_val_if_fail (GF_IS_STORE (self) && self->about->path != NULL, NULL);

  finish_running (self);

  g_autofree char *path = dup_copy_path (self->about->path);

  if (!gf_project_save (self->project, path, error))
    return NULL;

  g_autofree char *stamp = gf_file_stamp (path);
  set_path (self, path, stamp);
  self->snapshot_generation = self->file_generation = self->generation;
  discard_snapshot (self);
  set_state (self, GF_STORE_SAVED, NULL);

  return g_steal_pointer (&path);
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
      self->state == GF_STORE_CONFLICT || is_ours (self->about))
    return;

  set_state (self, GF_STORE_CONFLICT,
             _("The file was changed by another program. Your work is kept apart from it."));

  /* What this session wrote stood in that file alone. */
  if (self->generation > 0 && !self->has_snapshot)
    {
      self->snapshot_generation = G_MAXUINT64;
      g_clear_handle_id (&self->timer_id, g_source_remove);
      schedule (self, SNAPSHOT_AFTER_MS);
    }
}

/**
 * gf_store_close:
 * @self: a store
 * @error: return location
 *
 * Writes what is still to be written, and ends the session. A blank project leaves nothing; one
 * without a file, or in conflict with it, leaves its snapshot for the next start.
 *
 * Returns: whether everything is on the disk; if not, the session goes on
 */
gboolean
gf_store_close (GfStore  *self,
                GError  **error)
{
  g_return_val_if_fail (GF_IS_STORE (self), FALSE);

  finish_running (self);

  gboolean conflict = self->state == GF_STORE_CONFLICT;
  gboolean in_file = self->about->path != NULL && !conflict;

  if (self->about->path == NULL && gf_project_is_blank (self->project))
    {
      discard_snapshot (self);
    }
  else if (self->generation != (in_file ? self->file_generation : self->snapshot_generation))
    {
      Job *job = job_new (self, TRUE);

      job_run (job);
      job_finish (self, job);

      /* A snapshot is safe enough for work whose file cannot take it, but the person must know. */
      gboolean safe = job->file_written || (job->snapshot_written && job->error == NULL);
      if (!safe)
        g_propagate_error (error, g_steal_pointer (&job->error));
      job_free (job);
      if (!safe)
        {
          plan_next (self);
          return FALSE;
        }
    }

  self->closed = TRUE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  gf_recovery_unlock (self->state_dir, self->about->id, self->lock_fd);
  self->lock_fd = -1;
  gf_recovery_sweep (self->state_dir);

  return TRUE;
}
