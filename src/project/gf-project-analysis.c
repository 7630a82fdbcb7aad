/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-analysis.h"

#include "gf-analysis-run.h"
#include "gf-customer-flags.h"
#include "gf-row-identity.h"
#include "gf-suggest.h"

/**
 * gf_customers_dup_measures:
 * @self: the customers of a project
 *
 * Returns: (transfer full) (element-type GfMeasure): what makes a customer good; measures without
 *   weight are left out; the texts belong to the records
 */
GArray *
gf_customers_dup_measures (GfCustomers *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self), NULL);

  GListModel *list = G_LIST_MODEL (gf_customers_get_measures (self));
  GArray *measures = g_array_new (FALSE, TRUE, sizeof (GfMeasure));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfGoodMeasure) record = g_list_model_get_item (list, i);
      GfMeasure measure = {
        .column = gf_good_measure_get_column (record),
        .weight = gf_good_measure_get_weight (record),
        .lower_is_better = gf_good_measure_get_lower_is_better (record),
      };

      if (measure.weight > 0)
        g_array_append_val (measures, measure);
    }

  return measures;
}

/**
 * gf_customers_dup_best_rule:
 * @self: the customers of a project
 *
 * Returns: (transfer full): how many are the best, or which
 */
GfBestRule *
gf_customers_dup_best_rule (GfCustomers *self)
{
  static const GfBestKind kinds[] = {
    [GF_BEST_CHOICE_SHARE] = GF_BEST_BY_SHARE,
    [GF_BEST_CHOICE_COUNT] = GF_BEST_BY_COUNT,
    [GF_BEST_CHOICE_LIMIT] = GF_BEST_BY_LIMIT,
    [GF_BEST_CHOICE_HAND] = GF_BEST_BY_HAND,
  };

  g_return_val_if_fail (GF_IS_CUSTOMERS (self), NULL);

  GfBestChoice choice = gf_customers_get_best_kind (self);
  const GfBestRule rule = {
    .kind = kinds[choice],
    .share = gf_customers_get_share (self),
    .count = (gsize) gf_customers_get_count (self),
    .column = gf_customers_get_limit_column (self),
    .limit = gf_customers_get_limit (self),
    .at_most = gf_customers_get_limit_below (self),
    .identities = choice == GF_BEST_CHOICE_HAND ? gf_customers_get_picked (self) : NULL,
  };

  return gf_best_rule_copy (&rule);
}

/**
 * gf_customers_is_picked:
 * @self: the customers of a project
 * @table: their table
 * @row: a customer
 *
 * Returns: whether the customer was picked by hand as one of the best, whatever rule holds now
 */
gboolean
gf_customers_is_picked (GfCustomers *self,
                        GfTable     *table,
                        gsize        row)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self) && table != NULL, FALSE);

  g_autoptr (GfBitset) picked = gf_table_match_identities (table, gf_customers_get_picked (self));

  return gf_bitset_get (picked, row);
}

/**
 * gf_customers_pick:
 * @self: the customers of a project
 * @table: their table
 * @rows: (array length=n_rows): some of them
 * @n_rows: how many
 * @picked: whether they are some of the best
 *
 * Picks customers by hand, or drops them again, in one change.
 */
void
gf_customers_pick (GfCustomers   *self,
                   GfTable       *table,
                   const guint32 *rows,
                   gsize          n_rows,
                   gboolean       picked)
{
  g_return_if_fail (GF_IS_CUSTOMERS (self) && table != NULL && (rows != NULL || n_rows == 0));

  const char * const *before = gf_customers_get_picked (self);
  g_autoptr (GfBitset) chosen = gf_bitset_new (gf_table_get_n_rows (table));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < n_rows; i++)
    gf_bitset_set (chosen, rows[i]);

  g_auto (GStrv) meant = gf_table_dup_row_identities (table, chosen);

  g_autoptr (GHashTable) who = gf_table_find_identities (table, picked ? NULL : before);
  for (gsize i = 0; !picked && before != NULL && before[i] != NULL; i++)
    {
      gpointer row;

      if (!g_hash_table_lookup_extended (who, before[i], NULL, &row) ||
          !gf_bitset_get (chosen, GPOINTER_TO_UINT (row)))
        g_strv_builder_add (builder, before[i]);
    }
  for (gsize i = 0; picked && before != NULL && before[i] != NULL; i++)
    if (g_hash_table_add (known, (char *) before[i]))
      g_strv_builder_add (builder, before[i]);
  for (gsize i = 0; picked && meant[i] != NULL; i++)
    if (g_hash_table_add (known, meant[i]))
      g_strv_builder_add (builder, meant[i]);

  g_auto (GStrv) after = g_strv_builder_end (builder);
  gf_customers_set_picked (self, (const char * const *) after);
}

/**
 * gf_customers_pick_best:
 * @self: the customers of a project
 * @table: their table
 * @ranking: (nullable): who is best now
 *
 * Where nobody was picked yet, those who are best by the rule so far are the ones to begin with.
 */
void
gf_customers_pick_best (GfCustomers *self,
                        GfTable     *table,
                        GfRanking   *ranking)
{
  g_return_if_fail (GF_IS_CUSTOMERS (self) && table != NULL);

  const char * const *before = gf_customers_get_picked (self);

  if ((before != NULL && before[0] != NULL) || ranking == NULL ||
      gf_ranking_get_n_rows (ranking) != gf_table_get_n_rows (table))
    return;

  g_auto (GStrv) picked = gf_table_dup_row_identities (table, gf_ranking_get_best (ranking));
  gf_customers_set_picked (self, (const char * const *) picked);
}

static GfBadKind
bad_kind (GfBadMarkKind kind)
{
  switch (kind)
    {
    case GF_BAD_MARK_FILLED:
      return GF_BAD_FILLED;
    case GF_BAD_MARK_ABOVE:
      return GF_BAD_ABOVE;
    case GF_BAD_MARK_BELOW:
      return GF_BAD_BELOW;
    case GF_BAD_MARK_DRAINING:
      return GF_BAD_ROWS;
    case GF_BAD_MARK_IS:
    default:
      return GF_BAD_IS;
    }
}

/**
 * gf_bad_mark_get_rule:
 * @mark: what makes a customer a bad fit
 *
 * Returns: the record as the mining takes it; the texts are the record's, and who is flagged
 *   (%GF_BAD_ROWS) is not in it
 */
GfBadRule
gf_bad_mark_get_rule (GfBadMark *mark)
{
  g_return_val_if_fail (GF_IS_BAD_MARK (mark), (GfBadRule) { .kind = GF_BAD_IS });

  const char *per = gf_bad_mark_get_per (mark);

  return (GfBadRule) {
    .kind = bad_kind (gf_bad_mark_get_kind (mark)),
    .column = gf_bad_mark_get_column (mark),
    .value = gf_bad_mark_get_value (mark),
    .limit = gf_bad_mark_get_limit (mark),
    .per = *per != '\0' ? per : NULL,
  };
}

static void
clear_identities_cb (gpointer data)
{
  g_strfreev ((char **) ((GfBadRule *) data)->identities);
}

/**
 * gf_customers_dup_bad_rules:
 * @self: the customers of a project
 *
 * Returns: (transfer full) (element-type GfBadRule): what makes a customer a bad fit, of the marks
 *   that are switched on; the texts belong to the records
 */
GArray *
gf_customers_dup_bad_rules (GfCustomers *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self), NULL);

  GListModel *list = G_LIST_MODEL (gf_customers_get_bad_marks (self));
  GArray *rules = g_array_new (FALSE, TRUE, sizeof (GfBadRule));

  g_array_set_clear_func (rules, clear_identities_cb);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfBadMark) mark = g_list_model_get_item (list, i);
      GfBadRule rule = gf_bad_mark_get_rule (mark);

      if (!gf_bad_mark_get_enabled (mark))
        continue;
      if (rule.kind == GF_BAD_ROWS)
        rule.identities = (const char * const *) gf_customers_dup_flagged (self, GF_FEELING_DRAINING);
      g_array_append_val (rules, rule);
    }

  return rules;
}

static GfBadMarkKind
mark_kind (GfBadKind kind)
{
  switch (kind)
    {
    case GF_BAD_FILLED:
      return GF_BAD_MARK_FILLED;
    case GF_BAD_ABOVE:
      return GF_BAD_MARK_ABOVE;
    case GF_BAD_BELOW:
      return GF_BAD_MARK_BELOW;
    case GF_BAD_IS:
    case GF_BAD_ROWS:
    default:
      return GF_BAD_MARK_IS;
    }
}

/**
 * gf_customers_suggest_rule:
 * @self: the customers of a project
 * @table: (nullable): their table
 *
 * Fills the rule of who is best and who is a bad fit with what the columns themselves propose. What
 * a person has set already stays.
 */
void
gf_customers_suggest_rule (GfCustomers *self,
                           GfTable     *table)
{
  g_return_if_fail (GF_IS_CUSTOMERS (self));

  GListStore *measures = gf_customers_get_measures (self);
  GListStore *marks = gf_customers_get_bad_marks (self);

  if (table == NULL)
    return;

  if (g_list_model_get_n_items (G_LIST_MODEL (measures)) == 0)
    {
      g_autoptr (GArray) found = gf_measures_suggest (table);

      for (guint i = 0; i < found->len; i++)
        {
          const GfMeasure *measure = &g_array_index (found, GfMeasure, i);
          g_autoptr (GfGoodMeasure) record = gf_good_measure_new ();

          gf_good_measure_set_column (record, measure->column);
          gf_good_measure_set_weight (record, measure->weight);
          gf_good_measure_set_lower_is_better (record, measure->lower_is_better);
          g_list_store_append (measures, record);
        }
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (marks)) == 0)
    {
      g_autoptr (GArray) found = gf_bad_rules_suggest (table);

      for (guint i = 0; i < found->len; i++)
        {
          const GfBadRule *rule = &g_array_index (found, GfBadRule, i);
          g_autoptr (GfBadMark) mark = gf_bad_mark_new ();

          gf_bad_mark_set_kind (mark, mark_kind (rule->kind));
          gf_bad_mark_set_column (mark, rule->column);
          gf_bad_mark_set_value (mark, rule->value);
          gf_bad_mark_set_per (mark, rule->per);
          gf_bad_mark_set_limit (mark, rule->limit);
          g_list_store_append (marks, mark);
        }
    }
}

/**
 * gf_project_feed_analysis:
 * @self: a project
 * @analysis: an analysis
 *
 * Hands the customers and the rule of a project to an analysis, which sees for itself what changed.
 */
void
gf_project_feed_analysis (GfProject  *self,
                          GfAnalysis *analysis)
{
  g_return_if_fail (GF_IS_PROJECT (self) && GF_IS_ANALYSIS (analysis));

  GfCustomers *customers = gf_project_get_customers (self);
  g_autoptr (GArray) measures = gf_customers_dup_measures (customers);
  g_autoptr (GArray) rules = gf_customers_dup_bad_rules (customers);
  g_autoptr (GfBestRule) rule = gf_customers_dup_best_rule (customers);

  gf_analysis_set_table (analysis, gf_project_get_table (self));
  gf_analysis_set_rule (analysis, rule);
  gf_analysis_set_measures (analysis, (const GfMeasure *) (gpointer) measures->data, measures->len);
  gf_analysis_set_bad_rules (analysis, (const GfBadRule *) (gpointer) rules->data, rules->len);
}

static void
feed_cb (GfAnalysis *analysis,
         GfRecord   *origin,
         const char *field,
         GfProject  *project)
{
  /* Only what the mining looks at: typing elsewhere must not wake it. */
  if (g_str_equal (field, "table") || GF_IS_CUSTOMERS (origin) ||
      GF_IS_GOOD_MEASURE (origin) || GF_IS_BAD_MARK (origin) || GF_IS_CUSTOMER_FLAG (origin))
    gf_project_feed_analysis (project, analysis);
}

/* A run on its way keeps the analysis alive, so that letting go would not stop it. */
static void
end_analysis (gpointer data)
{
  g_object_run_dispose (data);
  g_object_unref (data);
}

/**
 * gf_project_get_analysis:
 * @self: a project
 *
 * Gives the one analysis that everybody who shows a project looks at. It is made when first asked
 * for, follows the project from then on, and looks for combinations of up to three conditions. What
 * it is about goes with the project, and a run on its way is stopped then.
 *
 * Returns: (transfer none): the analysis, which is of use as long as the project lives
 */
GfAnalysis *
gf_project_get_analysis (GfProject *self)
{
  g_return_val_if_fail (GF_IS_PROJECT (self), NULL);

  GfAnalysis *analysis = g_object_get_data (G_OBJECT (self), "gf-analysis");

  if (analysis == NULL)
    {
      analysis = gf_analysis_new ();
      g_object_set_data_full (G_OBJECT (self), "gf-analysis", analysis, end_analysis);
      g_signal_connect_object (self, "changed", G_CALLBACK (feed_cb), analysis, G_CONNECT_SWAPPED);
      gf_project_feed_analysis (self, analysis);
    }

  return analysis;
}

/**
 * gf_project_get_luck_watch:
 * @self: a project
 *
 * Gives what the analysis of the project would find by luck alone. It is made when first asked for, and only
 * from then on copies are searched.
 *
 * Returns: (transfer none): the watch, which is of use as long as the project lives
 */
GfLuckWatch *
gf_project_get_luck_watch (GfProject *self)
{
  g_return_val_if_fail (GF_IS_PROJECT (self), NULL);

  GfLuckWatch *watch = g_object_get_data (G_OBJECT (self), "gf-luck-watch");

  if (watch == NULL)
    {
      watch = gf_luck_watch_new (gf_project_get_analysis (self));
      g_object_set_data_full (G_OBJECT (self), "gf-luck-watch", watch, end_analysis);
    }

  return watch;
}

/**
 * gf_project_get_drivers_watch:
 * @self: a project
 *
 * Gives which attributes matter together in the analysis of the project; what is asked of it is computed then.
 *
 * Returns: (transfer none): the watch, which is of use as long as the project lives
 */
GfDriversWatch *
gf_project_get_drivers_watch (GfProject *self)
{
  g_return_val_if_fail (GF_IS_PROJECT (self), NULL);

  GfDriversWatch *watch = g_object_get_data (G_OBJECT (self), "gf-drivers-watch");

  if (watch == NULL)
    {
      watch = gf_drivers_watch_new (gf_project_get_analysis (self));
      g_object_set_data_full (G_OBJECT (self), "gf-drivers-watch", watch, end_analysis);
    }

  return watch;
}

/**
 * gf_project_analyse:
 * @self: a project
 * @depth: how many conditions at most a combination has; 1 for traits alone
 * @results: (out caller-allocates): what is known; without customers all of it is NULL
 * @cancellable: (nullable): stops the search
 * @error: return location
 *
 * Ranks and mines the customers of a project at once. In a window, #GfAnalysis does the same without
 * holding it up.
 *
 * Returns: whether it was not stopped
 */
gboolean
gf_project_analyse (GfProject         *self,
                    guint              depth,
                    GfProjectResults  *results,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && results != NULL, FALSE);

  GfCustomers *customers = gf_project_get_customers (self);
  GfTable *table = gf_project_get_table (self);

  *results = (GfProjectResults) { 0 };
  if (table == NULL)
    return TRUE;

  g_autoptr (GArray) measures = gf_customers_dup_measures (customers);
  g_autoptr (GArray) rules = gf_customers_dup_bad_rules (customers);
  GfAnalysisRun *run = g_new0 (GfAnalysisRun, 1);

  run->table = gf_table_ref (table);
  run->measures = gf_measures_copy ((const GfMeasure *) (gpointer) measures->data, measures->len);
  run->bad_rules = gf_bad_rules_copy ((const GfBadRule *) (gpointer) rules->data, rules->len);
  run->rule = gf_customers_dup_best_rule (customers);
  run->depth = depth;

  gf_analysis_run_rank (run, NULL);
  gboolean done = gf_analysis_run_mine (run, cancellable, error);
  if (done)
    {
      results->ranking = g_steal_pointer (&run->ranking);
      results->bad = g_steal_pointer (&run->bad);
      results->best = g_steal_pointer (&run->findings);
      results->bad_findings = g_steal_pointer (&run->bad_findings);
    }
  gf_analysis_run_free (run);

  return done;
}

/**
 * gf_project_results_clear:
 * @results: what gf_project_analyse() gave
 *
 * Frees what it holds.
 */
void
gf_project_results_clear (GfProjectResults *results)
{
  g_clear_pointer (&results->ranking, gf_ranking_unref);
  g_clear_pointer (&results->bad, gf_bitset_unref);
  g_clear_object (&results->best);
  g_clear_object (&results->bad_findings);
}
