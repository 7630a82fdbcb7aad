/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-check.h"

#include "gf-analysis-run.h"
#include "gf-overlaps.h"
#include "gf-shares.h"
#include "gf-suggest.h"

typedef struct
{
  GfTable *table;
  GArray *measures;
  GfRanking *ranking;     /* NULL for none */
  GfBitset *bad;          /* NULL for none */
  GfBestRule rule;        /* as many as are best now */
} Work;

static void
work_free (Work *work)
{
  gf_table_unref (work->table);
  g_array_unref (work->measures);
  g_clear_pointer (&work->ranking, gf_ranking_unref);
  g_clear_pointer (&work->bad, gf_bitset_unref);
  g_free (work);
}

/* What weighs most; of equal ones the first. */
static const GfMeasure *
find_alone (const Work *work)
{
  const GfMeasure *alone = &g_array_index (work->measures, GfMeasure, 0);

  for (guint i = 1; i < work->measures->len; i++)
    {
      const GfMeasure *measure = &g_array_index (work->measures, GfMeasure, i);

      if (measure->weight > alone->weight)
        alone = measure;
    }

  return alone;
}

/* The best that stay among the best with each measure that has a weight left out in turn; @n is not filled where
 * the others cannot rank the customers. */
static gboolean
count_firm (const Work   *work,
            gsize        *n,
            GCancellable *cancellable)
{
  g_autofree GfMeasure *measures = g_new (GfMeasure, work->measures->len);
  g_autoptr (GfBitset) firm = NULL;

  memcpy (measures, work->measures->data, work->measures->len * sizeof (GfMeasure));
  firm = gf_bitset_ref (gf_ranking_get_best (work->ranking));
  for (guint i = 0; i < work->measures->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      double weight = measures[i].weight;
      g_autoptr (GfRanking) without = NULL;

      if (!(weight > 0))
        continue;
      measures[i].weight = 0;
      without = gf_ranking_new_by_rule (work->table, measures, work->measures->len, &work->rule, cancellable, NULL);
      measures[i].weight = weight;
      if (without == NULL)
        return FALSE;

      GfBitset *both = gf_bitset_and (firm, gf_ranking_get_best (without));
      gf_bitset_unref (firm);
      firm = both;
    }
  *n = gf_bitset_count (firm);

  return TRUE;
}

/* A further sentence on @measure, below what was said on it before. */
static void
add_warning (GHashTable *warnings,
             const char *measure,
             char       *sentence)
{
  const char *before = g_hash_table_lookup (warnings, measure);

  if (before != NULL)
    {
      char *both = g_strdup_printf ("%s\n%s", before, sentence);

      g_free (sentence);
      sentence = both;
    }
  g_hash_table_insert (warnings, g_strdup (measure), sentence);
}

static GHashTable *
find_warnings (const Work *work)
{
  GHashTable *warnings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) overlaps = gf_overlaps_find (work->table, (const GfMeasure *) (gpointer) work->measures->data,
                                                  work->measures->len);
  g_autoptr (GArray) leaks = gf_leaks_find (work->table, (const GfMeasure *) (gpointer) work->measures->data,
                                            work->measures->len);

  for (guint i = 0; i < leaks->len; i++)
    {
      const GfLeak *leak = &g_array_index (leaks, GfLeak, i);

      add_warning (warnings, leak->measure, gf_leak_dup_sentence (leak));
    }
  for (guint i = 0; i < overlaps->len; i++)
    {
      const GfOverlap *overlap = &g_array_index (overlaps, GfOverlap, i);

      add_warning (warnings, overlap->part, gf_overlap_dup_sentence (overlap));
    }

  return warnings;
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const Work *work = data;
  GfBestCheck *check = g_new0 (GfBestCheck, 1);

  if (work->measures->len > 1 && work->ranking != NULL &&
      gf_best_rule_needs_measure (gf_ranking_get_rule (work->ranking)))
    {
      const GfMeasure *alone = find_alone (work);

      check->alone = gf_ranking_new_by_rule (work->table, alone, 1, &work->rule, cancellable, NULL);
      check->alone_name = g_strdup (alone->column);
      check->firm_known = count_firm (work, &check->n_firm, cancellable);
    }
  check->warnings = find_warnings (work);
  check->shares = gf_shares_dup_sentences (work->table, work->ranking != NULL ? gf_ranking_get_best (work->ranking)
                                                                          : NULL, work->bad);
  g_task_return_pointer (task, check, (GDestroyNotify) gf_best_check_free);
}

/**
 * gf_best_check_run:
 * @table: the customers
 * @measures: (array length=n_measures): what makes a customer good; copied
 * @n_measures: how many there are
 * @ranking: (nullable): the ranking by them
 * @bad: (nullable): the bad fits
 * @cancellable: (nullable): to stop
 * @callback: called when done
 * @data: its data
 *
 * Looks at a ranking from other sides, in a thread.
 */
void
gf_best_check_run (GfTable             *table,
                   const GfMeasure     *measures,
                   guint                n_measures,
                   GfRanking           *ranking,
                   GfBitset            *bad,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->table = gf_table_ref (table);
  work->measures = gf_measures_copy (measures, n_measures);
  if (ranking != NULL)
    work->ranking = gf_ranking_ref (ranking);
  work->rule.kind = GF_BEST_BY_COUNT;
  work->rule.count = ranking != NULL ? gf_ranking_get_n_best (ranking) : 0;
  work->bad = bad != NULL ? gf_bitset_ref (bad) : NULL;
  g_task_set_source_tag (task, gf_best_check_run);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, check_thread);
}

/**
 * gf_best_check_finish:
 * @result: what the callback was given
 * @error: set when it was stopped
 *
 * Returns: (transfer full) (nullable): what was seen
 */
GfBestCheck *
gf_best_check_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * gf_best_check_free:
 * @self: (nullable): what was seen
 *
 * Frees it.
 */
void
gf_best_check_free (GfBestCheck *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->alone, gf_ranking_unref);
  g_clear_pointer (&self->warnings, g_hash_table_unref);
  g_clear_pointer (&self->shares, g_strfreev);
  g_free (self->alone_name);
  g_free (self);
}
