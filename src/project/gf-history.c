/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-history.h"

#define MAX_STEPS 200
#define JOIN_WITHIN_US G_USEC_PER_SEC

/* A step waits no longer than this for an idle moment. */
#define COMMIT_WITHIN_MS 30

typedef struct
{
  JsonNode *tree;
  GfTable *table;
} Value;

struct _GfHistory
{
  GObject parent_instance;

  /* owned */
  GfProject *project;
  GPtrArray *undo;
  GPtrArray *redo;
  Value *tip;
  guint idle_id;
  guint late_id;

  /* which fields of which records changed since the tip, and which ones made the tip */
  GHashTable *changed;
  GHashTable *tip_changed;
  gint64 tip_time;
  gboolean joinable;       /* all that changed is of a kind that is typed or dragged */

  gboolean applying;
};

G_DEFINE_FINAL_TYPE (GfHistory, gf_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
value_free (Value *value)
{
  json_node_unref (value->tree);
  g_clear_pointer (&value->table, gf_table_unref);
  g_free (value);
}

static Value *
take_value (GfHistory *self)
{
  Value *value = g_new0 (Value, 1);
  GfTable *table = gf_project_get_table (self->project);

  value->tree = gf_record_to_json (GF_RECORD (self->project));
  value->table = table != NULL ? gf_table_ref (table) : NULL;

  return value;
}

static gboolean
value_equal (const Value *a,
             const Value *b)
{
  return a->table == b->table && json_node_equal (a->tree, b->tree);
}

static void
notify_both (GfHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static gboolean
has_changes (GfHistory *self)
{
  return g_hash_table_size (self->changed) > 0;
}

static void
forget_changes (GfHistory *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->late_id, g_source_remove);
  g_hash_table_remove_all (self->changed);
}

/* The very same fields changed again: the next letter of a word, the next place of a slider. */
static gboolean
same_fields (GHashTable *a,
             GHashTable *b)
{
  GHashTableIter iter;
  gpointer field;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    if (!g_hash_table_contains (b, field))
      return FALSE;

  return TRUE;
}

/* Both sources go with the changes. */
static gboolean
commit_cb (gpointer user_data)
{
  gf_history_commit (user_data);

  return G_SOURCE_REMOVE;
}

/* Words are typed and numbers dragged, bit by bit; what is added, removed or switched is done at once. */
static gboolean
is_gradual (GfRecord   *origin,
            const char *field)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (origin), field);

  return pspec != NULL && (pspec->value_type == G_TYPE_STRING || pspec->value_type == G_TYPE_DOUBLE ||
                           pspec->value_type == G_TYPE_INT64);
}

static void
project_changed_cb (GfHistory  *self,
                    GfRecord   *origin,
                    const char *field)
{
  if (self->applying)
    return;

  self->joinable = is_gradual (origin, field) && (self->joinable || !has_changes (self));

  /* The record is only told apart by its address; nothing is read through it. */
  g_hash_table_add (self->changed, g_strdup_printf ("%p.%s", (void *) origin, field));

  /* After redraw, so that a key shows before its undo step is taken; but where redraw takes all the time there is,
   * before the next thing that the user does, which would be one step with this one. */
  if (self->idle_id == 0)
    {
      self->idle_id = g_idle_add (commit_cb, self);
      self->late_id = g_timeout_add_full (G_PRIORITY_HIGH, COMMIT_WITHIN_MS, commit_cb, self, NULL);
    }

  notify_both (self);
}

static void
gf_history_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  GfHistory *self = GF_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, gf_history_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, gf_history_get_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_history_dispose (GObject *object)
{
  GfHistory *self = GF_HISTORY (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->late_id, g_source_remove);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->tip, value_free);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->tip_changed, g_hash_table_unref);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (gf_history_parent_class)->dispose (object);
}

static void
gf_history_class_init (GfHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gf_history_get_property;
  object_class->dispose = gf_history_dispose;

  /**
   * GfHistory:can-undo:
   *
   * Whether there is a step to take back.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * GfHistory:can-redo:
   *
   * Whether a step was taken back that can be made again.
   */
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gf_history_init (GfHistory *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tip_changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * gf_history_new:
 * @project: a project, as it shall be when nothing is left to undo
 *
 * Starts to keep the steps of a project.
 *
 * Returns: (transfer full): its history
 */
GfHistory *
gf_history_new (GfProject *project)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);

  GfHistory *self = g_object_new (GF_TYPE_HISTORY, NULL);

  self->project = g_object_ref (project);
  self->tip = take_value (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * gf_history_get_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to take back, one just being made included
 */
gboolean
gf_history_get_can_undo (GfHistory *self)
{
  g_return_val_if_fail (GF_IS_HISTORY (self), FALSE);

  return self->undo->len > 0 || has_changes (self);
}

/**
 * gf_history_get_can_redo:
 * @self: a history
 *
 * Returns: whether a step can be made again
 */
gboolean
gf_history_get_can_redo (GfHistory *self)
{
  g_return_val_if_fail (GF_IS_HISTORY (self), FALSE);

  return self->redo->len > 0 && !has_changes (self);
}

/**
 * gf_history_commit:
 * @self: a history
 *
 * Takes what has changed as a step now rather than at the end of this turn of the main loop.
 * Changes that left everything as it was make no step.
 */
void
gf_history_commit (GfHistory *self)
{
  g_return_if_fail (GF_IS_HISTORY (self));

  if (!has_changes (self))
    return;

  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 now = g_get_monotonic_time ();
  Value *value = take_value (self);
  GHashTable *spare = self->changed;

  self->changed = g_steal_pointer (&fields);
  fields = spare;
  forget_changes (self);

  if (value_equal (value, self->tip))
    {
      value_free (value);
      notify_both (self);
      return;
    }

  gboolean joins = self->joinable && same_fields (fields, self->tip_changed) &&
                   now - self->tip_time < JOIN_WITHIN_US && self->undo->len > 0;

  if (joins)
    {
      value_free (self->tip);
    }
  else
    {
      g_ptr_array_add (self->undo, self->tip);
      if (self->undo->len > MAX_STEPS)
        g_ptr_array_remove_index (self->undo, 0);
    }

  self->tip = value;
  g_hash_table_unref (self->tip_changed);
  self->tip_changed = g_steal_pointer (&fields);
  self->tip_time = now;
  g_ptr_array_set_size (self->redo, 0);

  notify_both (self);
}

static void
step (GfHistory *self,
      GPtrArray *from,
      GPtrArray *to)
{
  g_autoptr (GError) error = NULL;

  gf_history_commit (self);
  if (from->len == 0)
    return;

  g_ptr_array_add (to, self->tip);
  self->tip = g_ptr_array_steal_index (from, from->len - 1);
  g_hash_table_remove_all (self->tip_changed);

  self->applying = TRUE;
  gf_project_set_table (self->project, self->tip->table);
  if (!gf_record_apply_json (GF_RECORD (self->project), self->tip->tree, &error))
    g_error ("A step of the history does not apply: %s", error->message);
  self->applying = FALSE;

  notify_both (self);
}

/**
 * gf_history_undo:
 * @self: a history
 *
 * Takes the last step back; without one nothing happens.
 */
void
gf_history_undo (GfHistory *self)
{
  g_return_if_fail (GF_IS_HISTORY (self));

  step (self, self->undo, self->redo);
}

/**
 * gf_history_redo:
 * @self: a history
 *
 * Makes the last step that was taken back again; without one nothing happens.
 */
void
gf_history_redo (GfHistory *self)
{
  g_return_if_fail (GF_IS_HISTORY (self));

  step (self, self->redo, self->undo);
}

/**
 * gf_history_clear:
 * @self: a history
 *
 * Forgets all steps: the project as it is now is the beginning, as after opening a file.
 */
void
gf_history_clear (GfHistory *self)
{
  g_return_if_fail (GF_IS_HISTORY (self));

  forget_changes (self);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_pointer (&self->tip, value_free);
  self->tip = take_value (self);
  g_hash_table_remove_all (self->tip_changed);

  notify_both (self);
}
