/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-table-edits.h"

#include "gf-customer-flags.h"
#include "gf-project-derive.h"
#include "gf-table-error.h"
#include "gf-task.h"

#include <glib/gi18n-lib.h>

/* A table of at most so many cells is changed within a frame. */
#define MAX_AT_ONCE 200000

typedef struct
{
  GfTableEdit edit;
  GfTableEdited edited;
  gpointer data;
  GDestroyNotify free_data;
} Edit;

/* One edit on its way; the thread has its own references. */
typedef struct
{
  Edit *edit;
  GfTable *base;
  GPtrArray *derivations;
} Job;

struct _GfTableEdits
{
  GObject parent_instance;

  GfProject *project;      /* weak: it owns this object */
  GQueue waiting;          /* of Edit; the first is on its way while there is a task */
  GTask *task;
  gboolean busy;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GfTableEdits, gf_table_edits, G_TYPE_OBJECT)

static void start (GfTableEdits *self);

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  if (edit->free_data != NULL)
    edit->free_data (edit->data);
  g_free (edit);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->edit != NULL)
    edit_free (job->edit);
  gf_table_unref (job->base);
  g_ptr_array_unref (job->derivations);
  g_free (job);
}

static Job *
job_new (GfTableEdits *self,
         Edit         *edit)
{
  Job *job = g_new0 (Job, 1);

  job->edit = edit;
  job->base = gf_table_ref (gf_project_get_table (self->project));
  job->derivations = gf_customers_dup_derivations (gf_project_get_customers (self->project));

  return job;
}

/* The table with the change, and with the derived columns that follow from it. */
static GfTable *
job_do (Job     *job,
        GError **error)
{
  g_autoptr (GfTable) table = job->edit->edit (job->base, job->edit->data, error);

  if (table == NULL || table == job->base)
    return g_steal_pointer (&table);

  return gf_derive_refresh (table, job->base, job->derivations, NULL);
}

static void
update_busy (GfTableEdits *self)
{
  gboolean busy = self->task != NULL || !g_queue_is_empty (&self->waiting);

  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Hands a result over, and tells of it. */
static void
finish (GfTableEdits *self,
        Job          *job,
        GfTable      *table,
        const GError *error)
{
  if (table != NULL && table != job->base)
    {
      gf_customers_follow_edit (gf_project_get_customers (self->project), job->base, table);
      gf_project_set_table (self->project, table);
    }
  if (job->edit->edited != NULL)
    job->edit->edited (table, error, job->edit->data);
}

static gboolean
has_same_size (GfTable *a,
               GfTable *b)
{
  return a != NULL && b != NULL && gf_table_get_n_rows (a) == gf_table_get_n_rows (b) &&
         gf_table_get_n_columns (a) == gf_table_get_n_columns (b);
}

static void
do_in_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  GfTable *table = job_do (data, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) gf_table_unref);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GfTableEdits *self = GF_TABLE_EDITS (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) table = NULL;

  /* Stopped: nobody wants it any more. What the edit holds is let go here, not in a thread. */
  if (self->task != G_TASK (result))
    {
      g_clear_pointer (&job->edit, edit_free);
      return;
    }

  g_clear_object (&self->task);
  table = g_task_propagate_pointer (G_TASK (result), &error);
  if (gf_project_get_table (self->project) == job->base)
    finish (self, job, table, error);
  else if (has_same_size (gf_project_get_table (self->project), job->base))
    /* Something else was changed meanwhile, such as by undo: once more, with what is there now. */
    g_queue_push_head (&self->waiting, g_steal_pointer (&job->edit));
  else
    {
      g_autoptr (GError) changed =
        g_error_new_literal (GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                             _("The customers became other ones meanwhile, so this was not done. Do it once more."));

      finish (self, job, NULL, changed);
    }
  g_clear_pointer (&job->edit, edit_free);
  start (self);
}

/* Begins with the next that waits. */
static void
start (GfTableEdits *self)
{
  if (self->task == NULL && self->project != NULL && !g_queue_is_empty (&self->waiting))
    {
      Edit *edit = g_queue_pop_head (&self->waiting);

      if (gf_project_get_table (self->project) == NULL)
        edit_free (edit);
      else
        {
          self->task = g_task_new (self, NULL, done_cb, NULL);
          g_task_set_source_tag (self->task, start);
          g_task_set_task_data (self->task, job_new (self, edit), job_free);
          gf_task_run_in_thread (self->task, do_in_thread);
        }
    }
  update_busy (self);
}

static void
gf_table_edits_dispose (GObject *object)
{
  gf_table_edits_stop (GF_TABLE_EDITS (object));

  G_OBJECT_CLASS (gf_table_edits_parent_class)->dispose (object);
}

static void
gf_table_edits_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, GF_TABLE_EDITS (object)->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_table_edits_class_init (GfTableEditsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_table_edits_dispose;
  G_OBJECT_CLASS (klass)->get_property = gf_table_edits_get_property;

  /* GfTableEdits:busy: whether a change is on its way */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
gf_table_edits_init (GfTableEdits *self)
{
  g_queue_init (&self->waiting);
}

/* With the project goes what is still to be done to it. */
static void
end_edits (gpointer data)
{
  GF_TABLE_EDITS (data)->project = NULL;
  g_object_run_dispose (data);
  g_object_unref (data);
}

/**
 * gf_project_get_table_edits:
 * @self: a project
 *
 * Gives what changes the customers of a project. It is made when first asked for.
 *
 * Returns: (transfer none): the edits, which are of use as long as the project lives
 */
GfTableEdits *
gf_project_get_table_edits (GfProject *self)
{
  g_return_val_if_fail (GF_IS_PROJECT (self), NULL);

  GfTableEdits *edits = g_object_get_data (G_OBJECT (self), "gf-table-edits");

  if (edits == NULL)
    {
      edits = g_object_new (GF_TYPE_TABLE_EDITS, NULL);
      edits->project = self;
      g_object_set_data_full (G_OBJECT (self), "gf-table-edits", edits, end_edits);
    }

  return edits;
}

/**
 * gf_table_edits_add:
 * @self: edits
 * @edit: makes the other table; may be called once more when something else changed the customers
 *   meanwhile
 * @edited: (nullable): hears what came of it, in the main thread
 * @data: for both; not touched by others until it is freed
 * @free_data: (nullable): frees @data
 *
 * Changes the customers: before this returns in a short table with nothing on its way, else later. A
 * project without customers stays as it is, and nobody hears of it.
 */
void
gf_table_edits_add (GfTableEdits   *self,
                    GfTableEdit     edit,
                    GfTableEdited   edited,
                    gpointer        data,
                    GDestroyNotify  free_data)
{
  g_return_if_fail (GF_IS_TABLE_EDITS (self) && self->project != NULL && edit != NULL);

  GfTable *table = gf_project_get_table (self->project);
  Edit *added = g_new (Edit, 1);

  *added = (Edit) { edit, edited, data, free_data };
  if (table != NULL && self->task == NULL && g_queue_is_empty (&self->waiting) &&
      gf_table_get_n_rows (table) * gf_table_get_n_columns (table) <= MAX_AT_ONCE)
    {
      Job *job = job_new (self, added);
      g_autoptr (GError) error = NULL;
      g_autoptr (GfTable) changed = job_do (job, &error);

      finish (self, job, changed, error);
      job_free (job);
      return;
    }

  g_queue_push_tail (&self->waiting, added);
  start (self);
}

/**
 * gf_table_edits_get_busy:
 * @self: edits
 *
 * Returns: whether a change is on its way
 */
gboolean
gf_table_edits_get_busy (GfTableEdits *self)
{
  g_return_val_if_fail (GF_IS_TABLE_EDITS (self), FALSE);

  return self->busy;
}

/**
 * gf_table_edits_stop:
 * @self: edits
 *
 * Gives up what is on its way and what waits. The project stays as it is; nobody hears of them any more.
 */
void
gf_table_edits_stop (GfTableEdits *self)
{
  g_return_if_fail (GF_IS_TABLE_EDITS (self));

  g_clear_object (&self->task);
  g_queue_clear_full (&self->waiting, edit_free);
  update_busy (self);
}
