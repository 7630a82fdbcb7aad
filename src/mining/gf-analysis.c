/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-analysis-private.h"

#include "gf-task.h"

#include <math.h>

#define PROGRESS_INTERVAL_MS 100
#define DEFAULT_DEPTH 3

enum
{
  PROP_0,
  PROP_TABLE,
  PROP_SHARE,
  PROP_DEPTH,
  PROP_RANKING,
  PROP_BAD,
  PROP_FINDINGS,
  PROP_BAD_FINDINGS,
  PROP_NOTES,
  PROP_MESSAGE,
  PROP_RUNNING,
  PROP_OUT_OF_DATE,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GfAnalysis, gf_analysis, G_TYPE_OBJECT)

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
set_running (GfAnalysis *self,
             gboolean    running)
{
  if (self->running == running)
    return;

  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
set_out_of_date (GfAnalysis *self,
                 gboolean    out_of_date)
{
  if (self->out_of_date == out_of_date)
    return;

  self->out_of_date = out_of_date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUT_OF_DATE]);
}

static void
set_progress (GfAnalysis *self,
              double      progress)
{
  if (self->progress == progress)
    return;

  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
set_message (GfAnalysis *self,
             const char *message)
{
  if (g_set_str (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
set_findings (GfAnalysis *self,
              GfFindings *findings,
              GfFindings *bad_findings)
{
  if (g_set_object (&self->findings, findings))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
  if (g_set_object (&self->bad_findings, bad_findings))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BAD_FINDINGS]);
}

static void
set_notes (GfAnalysis *self,
           GStrv       notes)
{
  if (self->notes == NULL && notes == NULL)
    return;

  g_strfreev (self->notes);
  self->notes = notes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES]);
}

static void
take_ranking (GfAnalysis *self,
              GfRanking  *ranking,
              GfBitset   *bad,
              GArray     *bad_counts)
{
  g_clear_pointer (&self->ranking, gf_ranking_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  g_clear_pointer (&self->bad_counts, g_array_unref);
  self->ranking = ranking;
  self->bad = bad;
  self->bad_counts = bad_counts;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANKING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BAD]);
}

static void
forget_run (GfAnalysis *self)
{
  clear_source (&self->progress_source);
  g_clear_object (&self->cancellable);
  self->run = NULL;
}

static void
cancel_run (GfAnalysis *self)
{
  clear_source (&self->start_source);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  forget_run (self);
}

static void
mine_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (gf_analysis_run_mine (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
mined_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GfAnalysis *self = GF_ANALYSIS (object);
  GfAnalysisRun *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  /* superseded: another run has begun, or none is wanted any more */
  if (self->run != run)
    return;

  forget_run (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      set_findings (self, run->findings, run->bad_findings);
      set_notes (self, g_steal_pointer (&run->notes));
      set_out_of_date (self, FALSE);
    }
  else
    {
      set_message (self, error->message);
    }

  set_progress (self, 1.0);
  set_running (self, FALSE);
}

static void
rank_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  gf_analysis_run_rank (task_data, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
move_results (GfAnalysisRun *from,
              GfAnalysisRun *to)
{
  to->table = g_steal_pointer (&from->table);
  to->measures = g_steal_pointer (&from->measures);
  to->bad_rules = g_steal_pointer (&from->bad_rules);
  to->depth = from->depth;
  to->rule = g_steal_pointer (&from->rule);
  to->ranking = g_steal_pointer (&from->ranking);
  to->bad = g_steal_pointer (&from->bad);
  to->bad_known = g_steal_pointer (&from->bad_known);
  to->bad_counts = g_steal_pointer (&from->bad_counts);
}

static void
ranked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GfAnalysis *self = GF_ANALYSIS (object);
  GfAnalysisRun *ranked = g_task_get_task_data (G_TASK (result));

  if (self->run != ranked)
    return;

  set_message (self, ranked->message);
  take_ranking (self, ranked->ranking != NULL ? gf_ranking_ref (ranked->ranking) : NULL,
                gf_bitset_ref (ranked->bad), g_array_ref (ranked->bad_counts));

  /* a listener may have changed an input, and with it ended this run */
  if (self->run != ranked)
    return;

  GfAnalysisRun *run = g_new0 (GfAnalysisRun, 1);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, mined_cb, NULL);

  move_results (ranked, run);
  g_task_set_source_tag (task, ranked_cb);
  g_task_set_task_data (task, run, (GDestroyNotify) gf_analysis_run_free);
  self->run = run;
  gf_task_run_in_thread (task, mine_thread);
}

static gboolean
progress_cb (gpointer user_data)
{
  GfAnalysis *self = user_data;

  if (self->run != NULL)
    set_progress (self, g_atomic_int_get (&self->run->permille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static gboolean
start_cb (gpointer user_data)
{
  GfAnalysis *self = user_data;

  clear_source (&self->start_source);

  if (self->table == NULL)
    {
      take_ranking (self, NULL, NULL, NULL);
      set_findings (self, NULL, NULL);
      set_notes (self, NULL);
      set_message (self, NULL);
      set_out_of_date (self, FALSE);
      set_running (self, FALSE);
      return G_SOURCE_REMOVE;
    }

  GfAnalysisRun *run = g_new0 (GfAnalysisRun, 1);
  g_autoptr (GTask) task = NULL;

  run->table = gf_table_ref (self->table);
  run->measures = g_array_ref (self->measures);
  run->bad_rules = g_array_ref (self->bad_rules);
  run->rule = gf_best_rule_copy (self->rule);
  run->depth = self->depth;

  self->run = run;
  self->cancellable = g_cancellable_new ();
  self->progress_source = g_timeout_source_new (PROGRESS_INTERVAL_MS);
  g_source_set_callback (self->progress_source, progress_cb, self, NULL);
  g_source_attach (self->progress_source, g_main_context_get_thread_default ());

  task = g_task_new (self, self->cancellable, ranked_cb, NULL);
  g_task_set_source_tag (task, start_cb);
  g_task_set_task_data (task, run, (GDestroyNotify) gf_analysis_run_free);
  gf_task_run_in_thread (task, rank_thread);

  return G_SOURCE_REMOVE;
}

/* Inputs changed: whatever runs is of no use any more, and a new run starts when nothing else is to do. */
static void
restart (GfAnalysis *self)
{
  cancel_run (self);

  self->start_source = g_idle_source_new ();
  g_source_set_callback (self->start_source, start_cb, self, NULL);
  g_source_attach (self->start_source, g_main_context_get_thread_default ());

  set_progress (self, 0.0);
  set_running (self, TRUE);
  set_out_of_date (self, self->findings != NULL || self->bad_findings != NULL);
}

static void
gf_analysis_dispose (GObject *object)
{
  GfAnalysis *self = GF_ANALYSIS (object);

  cancel_run (self);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->ranking, gf_ranking_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  g_clear_object (&self->findings);
  g_clear_object (&self->bad_findings);

  G_OBJECT_CLASS (gf_analysis_parent_class)->dispose (object);
}

static void
gf_analysis_finalize (GObject *object)
{
  GfAnalysis *self = GF_ANALYSIS (object);

  g_array_unref (self->measures);
  g_array_unref (self->bad_rules);
  gf_best_rule_free (self->rule);
  g_clear_pointer (&self->bad_counts, g_array_unref);
  g_strfreev (self->notes);
  g_free (self->message);

  G_OBJECT_CLASS (gf_analysis_parent_class)->finalize (object);
}

static void
gf_analysis_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  GfAnalysis *self = GF_ANALYSIS (object);

  switch (prop_id)
    {
    case PROP_TABLE:
      g_value_set_boxed (value, gf_analysis_get_table (self));
      break;
    case PROP_SHARE:
      g_value_set_double (value, gf_analysis_get_share (self));
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, gf_analysis_get_depth (self));
      break;
    case PROP_RANKING:
      g_value_set_boxed (value, gf_analysis_get_ranking (self));
      break;
    case PROP_BAD:
      g_value_set_boxed (value, gf_analysis_get_bad (self));
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, gf_analysis_get_findings (self));
      break;
    case PROP_BAD_FINDINGS:
      g_value_set_object (value, gf_analysis_get_bad_findings (self));
      break;
    case PROP_NOTES:
      g_value_set_boxed (value, gf_analysis_get_notes (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, gf_analysis_get_message (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, gf_analysis_get_running (self));
      break;
    case PROP_OUT_OF_DATE:
      g_value_set_boolean (value, gf_analysis_get_out_of_date (self));
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, gf_analysis_get_progress (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_analysis_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  GfAnalysis *self = GF_ANALYSIS (object);

  switch (prop_id)
    {
    case PROP_TABLE:
      gf_analysis_set_table (self, g_value_get_boxed (value));
      break;
    case PROP_SHARE:
      gf_analysis_set_share (self, g_value_get_double (value));
      break;
    case PROP_DEPTH:
      gf_analysis_set_depth (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_analysis_class_init (GfAnalysisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags input = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags output = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gf_analysis_dispose;
  object_class->finalize = gf_analysis_finalize;
  object_class->get_property = gf_analysis_get_property;
  object_class->set_property = gf_analysis_set_property;

  /* GfAnalysis:table: the customers */
  properties[PROP_TABLE] = g_param_spec_boxed ("table", NULL, NULL, GF_TYPE_TABLE, input);
  /* GfAnalysis:share: which share of the customers is best */
  properties[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, GF_BEST_SHARE_MIN,
                                                GF_BEST_SHARE_MAX, GF_BEST_SHARE_DEFAULT, input);
  /* GfAnalysis:depth: how many traits a combination joins at most; 1 for no combinations */
  properties[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 1, 4, DEFAULT_DEPTH, input);
  /* GfAnalysis:ranking: who is best; NULL while nothing says what is good */
  properties[PROP_RANKING] = g_param_spec_boxed ("ranking", NULL, NULL, GF_TYPE_RANKING, output);
  /* GfAnalysis:bad: who is a bad fit */
  properties[PROP_BAD] = g_param_spec_boxed ("bad", NULL, NULL, GF_TYPE_BITSET, output);
  /* GfAnalysis:findings: what the best share */
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, GF_TYPE_FINDINGS, output);
  /* GfAnalysis:bad-findings: what the bad fits share */
  properties[PROP_BAD_FINDINGS] = g_param_spec_object ("bad-findings", NULL, NULL, GF_TYPE_FINDINGS,
                                                       output);
  /* GfAnalysis:notes: sentences on what was left out */
  properties[PROP_NOTES] = g_param_spec_boxed ("notes", NULL, NULL, G_TYPE_STRV, output);
  /* GfAnalysis:message: why there is no ranking, in a sentence */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, output);
  /* GfAnalysis:running: whether results are on their way */
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, output);
  /* GfAnalysis:out-of-date: whether the findings are those of inputs that have changed since */
  properties[PROP_OUT_OF_DATE] = g_param_spec_boolean ("out-of-date", NULL, NULL, FALSE, output);
  /* GfAnalysis:progress: how much of the run is done */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0.0, 1.0, 0.0, output);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gf_analysis_init (GfAnalysis *self)
{
  self->measures = gf_measures_copy (NULL, 0);
  self->bad_rules = gf_bad_rules_copy (NULL, 0);
  self->rule = gf_best_rule_copy (&(GfBestRule) { .kind = GF_BEST_BY_SHARE, .share = GF_BEST_SHARE_DEFAULT });
  self->depth = DEFAULT_DEPTH;
}

/**
 * gf_analysis_new:
 *
 * Returns: (transfer full): an analysis of nothing yet
 */
GfAnalysis *
gf_analysis_new (void)
{
  return g_object_new (GF_TYPE_ANALYSIS, NULL);
}

/**
 * gf_analysis_set_table:
 * @self: an analysis
 * @table: (nullable): the customers
 *
 * Sets whom to look at; the same table again changes nothing.
 */
void
gf_analysis_set_table (GfAnalysis *self,
                       GfTable    *table)
{
  g_return_if_fail (GF_IS_ANALYSIS (self));

  if (self->table == table)
    return;

  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE]);
  restart (self);
}

/**
 * gf_analysis_set_measures:
 * @self: an analysis
 * @measures: (array length=n_measures): what makes a customer good; copied
 * @n_measures: how many there are
 *
 * Sets who is best; the same measures again change nothing.
 */
void
gf_analysis_set_measures (GfAnalysis      *self,
                          const GfMeasure *measures,
                          guint            n_measures)
{
  g_return_if_fail (GF_IS_ANALYSIS (self));
  g_return_if_fail (n_measures == 0 || measures != NULL);

  g_autoptr (GArray) copy = gf_measures_copy (measures, n_measures);

  if (gf_measures_equal (copy, self->measures))
    return;

  g_array_unref (self->measures);
  self->measures = g_steal_pointer (&copy);
  restart (self);
}

/**
 * gf_analysis_set_share:
 * @self: an analysis
 * @share: which share of the customers is best
 *
 * Sets how many are best; kept within %GF_BEST_SHARE_MIN and %GF_BEST_SHARE_MAX.
 */
void
gf_analysis_set_share (GfAnalysis *self,
                       double      share)
{
  g_return_if_fail (GF_IS_ANALYSIS (self));

  gf_analysis_set_rule (self, &(GfBestRule) { .kind = GF_BEST_BY_SHARE, .share = share });
}

/**
 * gf_analysis_set_rule:
 * @self: an analysis
 * @rule: which of the ranked customers are the best; copied
 *
 * Sets how many are best, or which; the same rule again changes nothing.
 */
void
gf_analysis_set_rule (GfAnalysis       *self,
                      const GfBestRule *rule)
{
  g_return_if_fail (GF_IS_ANALYSIS (self) && rule != NULL);

  g_autoptr (GfBestRule) copy = gf_best_rule_copy (rule);
  if (gf_best_rule_equal (self->rule, copy))
    return;

  gf_best_rule_free (self->rule);
  self->rule = g_steal_pointer (&copy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE]);
  restart (self);
}

/**
 * gf_analysis_set_bad_rules:
 * @self: an analysis
 * @rules: (array length=n_rules): what makes a bad fit; copied
 * @n_rules: how many there are
 *
 * Sets who is a bad fit; the same rules again change nothing.
 */
void
gf_analysis_set_bad_rules (GfAnalysis      *self,
                           const GfBadRule *rules,
                           guint            n_rules)
{
  g_return_if_fail (GF_IS_ANALYSIS (self));
  g_return_if_fail (n_rules == 0 || rules != NULL);

  g_autoptr (GArray) copy = gf_bad_rules_copy (rules, n_rules);

  if (gf_bad_rules_equal (copy, self->bad_rules))
    return;

  g_array_unref (self->bad_rules);
  self->bad_rules = g_steal_pointer (&copy);
  restart (self);
}

/**
 * gf_analysis_set_depth:
 * @self: an analysis
 * @depth: 1 for single traits, 2 to 4 for combinations of up to so many
 *
 * Sets how far to look.
 */
void
gf_analysis_set_depth (GfAnalysis *self,
                       guint       depth)
{
  g_return_if_fail (GF_IS_ANALYSIS (self));
  g_return_if_fail (depth >= 1 && depth <= 4);

  if (self->depth == depth)
    return;

  self->depth = depth;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEPTH]);
  restart (self);
}

/**
 * gf_analysis_stop:
 * @self: an analysis
 *
 * Stops the run on its way. What was known before stays, out of date; the next change starts anew.
 */
void
gf_analysis_stop (GfAnalysis *self)
{
  g_return_if_fail (GF_IS_ANALYSIS (self));

  cancel_run (self);
  set_running (self, FALSE);
}

/**
 * gf_analysis_run_again:
 * @self: an analysis
 *
 * Starts anew with the inputs as they are, after it was stopped.
 */
void
gf_analysis_run_again (GfAnalysis *self)
{
  g_return_if_fail (GF_IS_ANALYSIS (self));

  restart (self);
}
