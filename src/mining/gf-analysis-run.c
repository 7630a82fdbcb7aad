/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-analysis-run.h"

#include "gf-atoms.h"
#include "gf-both-sides.h"
#include "gf-exclusions.h"
#include "gf-parallel.h"

#include <math.h>

static void
clear_measure_cb (gpointer data)
{
  GfMeasure *measure = data;

  g_free ((char *) measure->column);
}

static void
clear_bad_rule_cb (gpointer data)
{
  GfBadRule *rule = data;

  g_free ((char *) rule->column);
  g_free ((char *) rule->value);
  g_free ((char *) rule->per);
  g_clear_pointer ((GfBitset **) &rule->rows, gf_bitset_unref);
  g_strfreev ((char **) rule->identities);
}

/**
 * gf_measures_copy:
 * @measures: (array length=n_measures): measures
 * @n_measures: how many there are
 *
 * Returns: (transfer full) (element-type GfMeasure): copies with texts of their own
 */
GArray *
gf_measures_copy (const GfMeasure *measures,
                  guint            n_measures)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (GfMeasure));

  g_array_set_clear_func (copies, clear_measure_cb);
  for (guint i = 0; i < n_measures; i++)
    {
      GfMeasure copy = measures[i];

      copy.column = g_strdup (measures[i].column);
      g_array_append_val (copies, copy);
    }

  return copies;
}

/**
 * gf_bad_rules_copy:
 * @rules: (array length=n_rules): rules
 * @n_rules: how many there are
 *
 * Returns: (transfer full) (element-type GfBadRule): copies with texts and rows of their own
 */
GArray *
gf_bad_rules_copy (const GfBadRule *rules,
                   guint            n_rules)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (GfBadRule));

  g_array_set_clear_func (copies, clear_bad_rule_cb);
  for (guint i = 0; i < n_rules; i++)
    {
      GfBadRule copy = rules[i];

      copy.column = g_strdup (rules[i].column);
      copy.value = g_strdup (rules[i].value);
      copy.per = g_strdup (rules[i].per);
      copy.rows = rules[i].rows != NULL ? gf_bitset_copy (rules[i].rows) : NULL;
      copy.identities = (const char * const *) g_strdupv ((char **) rules[i].identities);
      g_array_append_val (copies, copy);
    }

  return copies;
}

/**
 * gf_measures_equal:
 * @a: (element-type GfMeasure): measures
 * @b: (element-type GfMeasure): measures
 *
 * Returns: whether both say the same
 */
gboolean
gf_measures_equal (const GArray *a,
                   const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const GfMeasure *x = &g_array_index (a, GfMeasure, i);
      const GfMeasure *y = &g_array_index (b, GfMeasure, i);

      if (!g_str_equal (x->column, y->column) || x->weight != y->weight ||
          !x->lower_is_better != !y->lower_is_better)
        return FALSE;
    }

  return TRUE;
}

/**
 * gf_bad_rules_equal:
 * @a: (element-type GfBadRule): rules
 * @b: (element-type GfBadRule): rules
 *
 * Returns: whether both say the same
 */
gboolean
gf_bad_rules_equal (const GArray *a,
                    const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const GfBadRule *x = &g_array_index (a, GfBadRule, i);
      const GfBadRule *y = &g_array_index (b, GfBadRule, i);
      gboolean same_limit = x->limit == y->limit || (isnan (x->limit) && isnan (y->limit));
      gboolean same_rows = x->rows == y->rows ||
                           (x->rows != NULL && y->rows != NULL && gf_bitset_equal (x->rows, y->rows));

      if (x->kind != y->kind || g_strcmp0 (x->column, y->column) != 0 ||
          g_strcmp0 (x->value, y->value) != 0 || g_strcmp0 (x->per, y->per) != 0 || !same_limit ||
          !same_rows || !gf_identities_equal (x->identities, y->identities))
        return FALSE;
    }

  return TRUE;
}

/**
 * gf_analysis_run_free:
 * @self: (transfer full): a run
 *
 * Frees the run with its results.
 */
void
gf_analysis_run_free (GfAnalysisRun *self)
{
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->measures, g_array_unref);
  g_clear_pointer (&self->bad_rules, g_array_unref);
  g_clear_pointer (&self->rule, gf_best_rule_free);
  g_clear_pointer (&self->ranking, gf_ranking_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  g_clear_pointer (&self->bad_known, gf_bitset_unref);
  g_clear_pointer (&self->bad_counts, g_array_unref);
  g_clear_object (&self->findings);
  g_clear_object (&self->bad_findings);
  g_clear_pointer (&self->notes, g_strfreev);
  g_free (self->message);
  g_free (self);
}

static void
keep_message (GfAnalysisRun *self,
              const GError  *error)
{
  if (self->message == NULL)
    self->message = g_strdup (error->message);
}

/**
 * gf_analysis_run_rank:
 * @self: a run
 * @cancellable: (nullable): to stop between two measures or rules; what is there then is of no use
 *
 * Ranks the customers and finds the bad fits. What cannot be done is said in the run's message, and the
 * rest is done all the same.
 */
void
gf_analysis_run_rank (GfAnalysisRun *self,
                      GCancellable  *cancellable)
{
  g_autoptr (GError) error = NULL;

  self->ranking = gf_ranking_new_by_rule (self->table, (const GfMeasure *) (gpointer) self->measures->data,
                                          self->measures->len, self->rule, cancellable, &error);
  if (self->ranking == NULL)
    keep_message (self, error);

  self->bad_counts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->bad = gf_bitset_new (gf_table_get_n_rows (self->table));

  for (guint i = 0; i < self->bad_rules->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GError) rule_error = NULL;
      g_autoptr (GfBitset) rows = gf_bad_rule_match (self->table,
                                                     &g_array_index (self->bad_rules, GfBadRule, i),
                                                     &rule_error);
      gsize count = rows != NULL ? gf_bitset_count (rows) : 0;

      g_array_append_val (self->bad_counts, count);
      if (rows == NULL)
        {
          keep_message (self, rule_error);
          continue;
        }

      GfBitset *either = gf_bitset_or (self->bad, rows);
      gf_bitset_unref (self->bad);
      self->bad = either;
    }

  self->bad_known = gf_bad_fits_find_known (self->table, (const GfBadRule *) (gpointer) self->bad_rules->data,
                                            self->bad_rules->len, self->bad);
}

/* One side of a run: the best, or the bad fits. */
typedef struct
{
  GfAnalysisRun *run;
  const GfBitset *target;
  GfMiningOptions options;
  GCancellable *cancellable;
  int most;                /* permille that this side is of the run */
  int permille;            /* of the run, atomic */
  GfFindings *findings;
  GError *error;
} Side;

enum
{
  BEST,
  BAD,
  N_SIDES,
};

static void
progress_cb (double   share,
             gpointer user_data)
{
  Side *self = user_data;
  int now = (int) (share * self->most);
  int before = g_atomic_int_exchange (&self->permille, now);

  g_atomic_int_add (&self->run->permille, now - before);
}

/* The intervals are wanted as soon as the findings are shown: find them while nobody waits in the main thread. */
static void
find_intervals (GListModel *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (findings, i);

      gf_finding_get_low (finding);
      gf_finding_get_high (finding);
    }
}

static void
mine_side_cb (guint    index,
              gpointer user_data)
{
  Side *self = (Side *) user_data + index;

  if (self->target == NULL)
    return;

  self->findings = gf_mining_run (self->run->table, self->target, &self->options, self->cancellable, progress_cb,
                                  self, &self->error);
  if (self->findings == NULL)
    return;

  find_intervals (gf_findings_get_traits (self->findings));
  find_intervals (gf_findings_get_combinations (self->findings));
}

/**
 * gf_analysis_run_mine:
 * @self: a run that has its ranking and bad fits
 * @cancellable: (nullable): to stop
 * @error: set when stopped
 *
 * Finds what the best and what the bad fits share, both at once.
 *
 * Returns: whether it came to its end
 */
gboolean
gf_analysis_run_mine (GfAnalysisRun  *self,
                      GCancellable   *cancellable,
                      GError        **error)
{
  const GfMeasure *measures = (const GfMeasure *) (gpointer) self->measures->data;
  const GfBadRule *bad_rules = (const GfBadRule *) (gpointer) self->bad_rules->data;
  g_auto (GfExclusions) exclusions = { 0 };
  g_auto (GStrv) exclude_best = NULL;
  Side sides[N_SIDES] = {
    { .run = self, .cancellable = cancellable, .options = { .depth = self->depth, .against = GF_AGAINST_BEST } },
    { .run = self, .cancellable = cancellable, .options = { .depth = self->depth, .against = GF_AGAINST_BAD } },
  };

  gf_exclusions_init (&exclusions);
  gf_exclusions_add_rules (&exclusions, measures, self->measures->len, self->rule, bad_rules, self->bad_rules->len);
  gf_exclusions_add_leaks (&exclusions, self->table, measures, self->measures->len, self->rule);

  if (self->ranking != NULL)
    {
      guint n_both = exclusions.names->len;

      gf_exclusions_add_best_mirrors (&exclusions, self->table, self->ranking);
      exclude_best = g_strdupv ((char **) exclusions.names->pdata);
      g_ptr_array_set_size (exclusions.names, (int) n_both);
      sides[BEST].target = gf_ranking_get_best (self->ranking);
      sides[BEST].options.among = gf_ranking_get_compared (self->ranking);
      sides[BEST].options.exclude = (const char * const *) exclude_best;
    }

  gf_exclusions_add_mirrors (&exclusions, self->table, self->bad, self->bad_known);
  self->notes = g_strdupv ((char **) exclusions.notes->pdata);
  sides[BAD].target = self->bad;
  sides[BAD].options.among = self->bad_known;
  sides[BAD].options.exclude = (const char * const *) exclusions.names->pdata;

  for (guint i = 0; i < N_SIDES; i++)
    sides[i].most = 1000 / (sides[BEST].target != NULL ? N_SIDES : 1);
  gf_parallel_for (N_SIDES, gf_atoms_choose_threads (gf_table_get_n_rows (self->table)), mine_side_cb, sides);
  self->findings = sides[BEST].findings;
  self->bad_findings = sides[BAD].findings;
  for (guint i = 0; i < N_SIDES; i++)
    if (sides[i].error != NULL && error != NULL && *error == NULL)
      g_propagate_error (error, g_steal_pointer (&sides[i].error));
    else
      g_clear_error (&sides[i].error);
  if (self->bad_findings == NULL || (self->findings == NULL && self->ranking != NULL))
    return FALSE;

  if (self->findings != NULL)
    {
      gf_findings_mark_both_sides (self->findings, self->bad_findings, self->table, self->bad);
      gf_findings_mark_both_sides (self->bad_findings, self->findings, self->table,
                                   gf_ranking_get_best (self->ranking));
    }

  return TRUE;
}
