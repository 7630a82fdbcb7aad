/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-drivers-watch.h"

#include "gf-task.h"

/* The best, the bad fits. */
#define N_SIDES 2

typedef struct
{
  GfDrivers *drivers;           /* NULL while not known */
  char *problem;                /* why they cannot be known; NULL for none */
  GCancellable *cancellable;    /* of the run on its way */
} Side;

struct _GfDriversWatch
{
  GObject parent_instance;

  GfAnalysis *analysis;
  Side sides[N_SIDES];
};

/* What one run needs; it belongs to its task. */
typedef struct
{
  guint side;
  GfTable *table;
  GfBitset *target;
  GfFindings *findings;
} Run;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GfDriversWatch, gf_drivers_watch, G_TYPE_OBJECT)

static void
run_free (gpointer data)
{
  Run *run = data;

  gf_table_unref (run->table);
  gf_bitset_unref (run->target);
  g_object_unref (run->findings);
  g_free (run);
}

static void
run_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;
  GfDrivers *drivers = gf_drivers_find (run->table, run->target, gf_findings_get_options (run->findings),
                                        cancellable, &error);

  if (drivers == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, drivers, (GDestroyNotify) gf_drivers_unref);
}

static void
stop_side (Side *side)
{
  if (side->cancellable != NULL)
    g_cancellable_cancel (side->cancellable);
  g_clear_object (&side->cancellable);
}

static void
clear_side (Side *side)
{
  stop_side (side);
  g_clear_pointer (&side->drivers, gf_drivers_unref);
  g_clear_pointer (&side->problem, g_free);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GfDriversWatch *self = GF_DRIVERS_WATCH (object);
  const Run *run = g_task_get_task_data (G_TASK (result));
  Side *side = &self->sides[run->side];
  g_autoptr (GError) error = NULL;

  /* superseded */
  if (g_task_get_cancellable (G_TASK (result)) != side->cancellable)
    return;

  g_clear_object (&side->cancellable);
  side->drivers = g_task_propagate_pointer (G_TASK (result), &error);
  if (side->drivers == NULL)
    side->problem = g_strdup (error->message);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start (GfDriversWatch *self,
       guint           side)
{
  GfTable *table = gf_analysis_get_table (self->analysis);
  GfRanking *ranking = gf_analysis_get_ranking (self->analysis);
  GfFindings *findings = side == 0 ? gf_analysis_get_findings (self->analysis)
                                   : gf_analysis_get_bad_findings (self->analysis);
  const GfBitset *best = ranking != NULL ? gf_ranking_get_best (ranking) : NULL;
  const GfBitset *target = side == 0 ? best : gf_analysis_get_bad (self->analysis);

  /* findings that are out of date are those of other customers, or of another rule, than the analysis has now */
  if (gf_analysis_get_running (self->analysis) || gf_analysis_get_out_of_date (self->analysis) || table == NULL ||
      findings == NULL || target == NULL)
    return;

  Run *run = g_new0 (Run, 1);
  run->side = side;
  run->table = gf_table_ref (table);
  run->target = gf_bitset_copy (target);
  run->findings = g_object_ref (findings);

  self->sides[side].cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->sides[side].cancellable, found_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, run, run_free);
  gf_task_run_in_thread (task, run_thread);
}

static void
forget (GfDriversWatch *self)
{
  for (guint side = 0; side < N_SIDES; side++)
    clear_side (&self->sides[side]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A run that the user waits for has the machine for itself; after it, the drivers may be asked for again. */
static void
running_cb (GfDriversWatch *self)
{
  if (gf_analysis_get_running (self->analysis))
    for (guint side = 0; side < N_SIDES; side++)
      stop_side (&self->sides[side]);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
gf_drivers_watch_dispose (GObject *object)
{
  GfDriversWatch *self = GF_DRIVERS_WATCH (object);

  for (guint side = 0; side < N_SIDES; side++)
    clear_side (&self->sides[side]);
  if (self->analysis != NULL)
    g_signal_handlers_disconnect_by_data (self->analysis, self);
  g_clear_object (&self->analysis);

  G_OBJECT_CLASS (gf_drivers_watch_parent_class)->dispose (object);
}

static void
gf_drivers_watch_class_init (GfDriversWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_drivers_watch_dispose;

  /* GfDriversWatch::changed: what matters is known now, is not known any more, or can be asked for again */
  signals[CHANGED] = g_signal_new ("changed", GF_TYPE_DRIVERS_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
gf_drivers_watch_init (GfDriversWatch *self)
{
}

/**
 * gf_drivers_watch_new:
 * @analysis: an analysis
 *
 * Starts to watch an analysis. Nothing is computed before gf_drivers_watch_get().
 *
 * Returns: (transfer full): the watch
 */
GfDriversWatch *
gf_drivers_watch_new (GfAnalysis *analysis)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (analysis), NULL);

  GfDriversWatch *self = g_object_new (GF_TYPE_DRIVERS_WATCH, NULL);

  self->analysis = g_object_ref (analysis);
  g_signal_connect_swapped (analysis, "notify::findings", G_CALLBACK (forget), self);
  g_signal_connect_swapped (analysis, "notify::bad-findings", G_CALLBACK (forget), self);
  g_signal_connect_swapped (analysis, "notify::running", G_CALLBACK (running_cb), self);

  return self;
}

/* Nobody asks for customers of another kind. */
static Side *
find_side (GfDriversWatch *self,
           GfAgainst       against)
{
  return &self->sides[against == GF_AGAINST_BAD ? 1 : 0];
}

/**
 * gf_drivers_watch_get:
 * @self: a watch
 * @against: the best or the bad fits
 *
 * Gives which attributes matter together. What is not known yet is asked for, unless the analysis runs or its
 * findings are out of date: #GfDriversWatch::changed tells when it is, and when it can be asked for again.
 *
 * Returns: (transfer none) (nullable): the drivers; %NULL while they are not known, and when they cannot be
 *   known: gf_drivers_watch_get_problem()
 */
GfDrivers *
gf_drivers_watch_get (GfDriversWatch *self,
                      GfAgainst       against)
{
  g_return_val_if_fail (GF_IS_DRIVERS_WATCH (self), NULL);
  g_return_val_if_fail (against != GF_AGAINST_OTHER, NULL);

  Side *side = find_side (self, against);

  if (side->drivers == NULL && side->problem == NULL && side->cancellable == NULL)
    start (self, (guint) (side - self->sides));

  return side->drivers;
}

/**
 * gf_drivers_watch_get_problem:
 * @self: a watch
 * @against: the best or the bad fits
 *
 * Returns: (transfer none) (nullable): why it cannot be said what matters together, in a sentence
 */
const char *
gf_drivers_watch_get_problem (GfDriversWatch *self,
                              GfAgainst       against)
{
  g_return_val_if_fail (GF_IS_DRIVERS_WATCH (self), NULL);
  g_return_val_if_fail (against != GF_AGAINST_OTHER, NULL);

  return find_side (self, against)->problem;
}
