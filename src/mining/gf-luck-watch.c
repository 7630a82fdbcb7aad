/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-luck-watch.h"

#include "gf-task.h"

/* The same copies for the same customers, so that the words do not change from one look to the next. */
#define SEED 20260101

/* The best, the bad fits. */
#define N_SIDES 2

struct _GfLuckWatch
{
  GObject parent_instance;

  GfAnalysis *analysis;
  GfLuck *luck[N_SIDES];
  GCancellable *cancellable;    /* of the check on its way */
};

/* What one check needs; it belongs to its task. */
typedef struct
{
  GfTable *table;
  GfFindings *findings[N_SIDES];
  GfLuck *luck[N_SIDES];
} Check;

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GfLuckWatch, gf_luck_watch, G_TYPE_OBJECT)

static void
check_free (gpointer data)
{
  Check *check = data;

  gf_table_unref (check->table);
  for (guint side = 0; side < N_SIDES; side++)
    {
      g_clear_object (&check->findings[side]);
      g_clear_pointer (&check->luck[side], gf_luck_unref);
    }
  g_free (check);
}

static void
check_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Check *check = task_data;
  guint n_copies = gf_luck_choose_copies (gf_table_get_n_rows (check->table));

  for (guint side = 0; side < N_SIDES; side++)
    {
      GfFindings *findings = check->findings[side];
      GError *error = NULL;

      if (findings == NULL || gf_findings_are_too_few (findings))
        continue;

      check->luck[side] = gf_luck_check (check->table, gf_findings_get_n_hits (findings),
                                         gf_findings_get_options (findings), n_copies, SEED, cancellable,
                                         NULL, NULL, &error);
      if (check->luck[side] == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
    }

  g_task_return_boolean (task, TRUE);
}

static void
clear_luck (GfLuckWatch *self)
{
  for (guint side = 0; side < N_SIDES; side++)
    g_clear_pointer (&self->luck[side], gf_luck_unref);
}

static void
stop_check (GfLuckWatch *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GfLuckWatch *self = GF_LUCK_WATCH (object);
  Check *check = g_task_get_task_data (G_TASK (result));

  /* superseded */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    for (guint side = 0; side < N_SIDES; side++)
      self->luck[side] = g_steal_pointer (&check->luck[side]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Other findings, or none: what was known is of no use any more. */
static void
forget (GfLuckWatch *self)
{
  gboolean had = self->luck[0] != NULL || self->luck[1] != NULL;
  gboolean ran = self->cancellable != NULL;

  stop_check (self);
  clear_luck (self);
  if (ran)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  if (had)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* A run that the user waits for has the machine for itself. Findings that are out of date are those of other
 * customers, or of another rule, than the analysis has now: they are left alone, with what is known of them. */
static void
update_check (GfLuckWatch *self)
{
  GfTable *table = gf_analysis_get_table (self->analysis);
  GfFindings *best = gf_analysis_get_findings (self->analysis);
  GfFindings *bad = gf_analysis_get_bad_findings (self->analysis);

  if (gf_analysis_get_running (self->analysis))
    {
      gboolean ran = self->cancellable != NULL;

      stop_check (self);
      if (ran)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
      return;
    }
  if (gf_analysis_get_out_of_date (self->analysis) || table == NULL || (best == NULL && bad == NULL) ||
      self->cancellable != NULL || self->luck[0] != NULL || self->luck[1] != NULL)
    return;

  Check *check = g_new0 (Check, 1);
  check->table = gf_table_ref (table);
  g_set_object (&check->findings[0], best);
  g_set_object (&check->findings[1], bad);

  self->cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, checked_cb, NULL);
  g_task_set_source_tag (task, update_check);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, check, check_free);
  gf_task_run_in_thread (task, check_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
gf_luck_watch_dispose (GObject *object)
{
  GfLuckWatch *self = GF_LUCK_WATCH (object);

  stop_check (self);
  clear_luck (self);
  if (self->analysis != NULL)
    g_signal_handlers_disconnect_by_data (self->analysis, self);
  g_clear_object (&self->analysis);

  G_OBJECT_CLASS (gf_luck_watch_parent_class)->dispose (object);
}

static void
gf_luck_watch_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  GfLuckWatch *self = GF_LUCK_WATCH (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, gf_luck_watch_get_running (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_luck_watch_class_init (GfLuckWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gf_luck_watch_dispose;
  object_class->get_property = gf_luck_watch_get_property;

  /* GfLuckWatch:running: whether a check is on its way */
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* GfLuckWatch::changed: what luck alone would find is known now, or is not known any more */
  signals[CHANGED] = g_signal_new ("changed", GF_TYPE_LUCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
gf_luck_watch_init (GfLuckWatch *self)
{
}

/**
 * gf_luck_watch_new:
 * @analysis: an analysis
 *
 * Starts to watch an analysis; what it has found is checked as soon as it rests, and no longer than it does.
 *
 * Returns: (transfer full): the watch
 */
GfLuckWatch *
gf_luck_watch_new (GfAnalysis *analysis)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (analysis), NULL);

  GfLuckWatch *self = g_object_new (GF_TYPE_LUCK_WATCH, NULL);

  self->analysis = g_object_ref (analysis);
  g_signal_connect_swapped (analysis, "notify::findings", G_CALLBACK (forget), self);
  g_signal_connect_swapped (analysis, "notify::bad-findings", G_CALLBACK (forget), self);
  g_signal_connect_swapped (analysis, "notify::running", G_CALLBACK (update_check), self);
  update_check (self);

  return self;
}

/**
 * gf_luck_watch_get:
 * @self: a watch
 * @against: the best or the bad fits
 *
 * Returns: (transfer none) (nullable): what luck alone would find; %NULL while it is not known, and where
 *   there are too few to compare
 */
GfLuck *
gf_luck_watch_get (GfLuckWatch *self,
                   GfAgainst    against)
{
  g_return_val_if_fail (GF_IS_LUCK_WATCH (self), NULL);

  return against == GF_AGAINST_BEST ? self->luck[0] : against == GF_AGAINST_BAD ? self->luck[1] : NULL;
}

/**
 * gf_luck_watch_get_running:
 * @self: a watch
 *
 * Returns: whether a check is on its way
 */
gboolean
gf_luck_watch_get_running (GfLuckWatch *self)
{
  g_return_val_if_fail (GF_IS_LUCK_WATCH (self), FALSE);

  return self->cancellable != NULL;
}
