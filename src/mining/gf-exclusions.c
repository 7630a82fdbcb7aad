/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-exclusions.h"

#include "gf-mirrors.h"
#include "gf-suggest.h"

/**
 * gf_exclusions_init:
 * @self: (out caller-allocates): exclusions
 *
 * Begins with none.
 */
void
gf_exclusions_init (GfExclusions *self)
{
  self->names = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  self->notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
}

/**
 * gf_exclusions_clear:
 * @self: exclusions
 *
 * Frees what they hold.
 */
void
gf_exclusions_clear (GfExclusions *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

/**
 * gf_exclusions_add:
 * @self: exclusions
 * @name: (nullable): a column; %NULL adds nothing
 *
 * Leaves a column out without a word.
 */
void
gf_exclusions_add (GfExclusions *self,
                   const char   *name)
{
  if (name != NULL)
    g_ptr_array_add (self->names, g_strdup (name));
}

static const char *
get_limit_column (const GfBestRule *rule)
{
  return rule != NULL && rule->kind == GF_BEST_BY_LIMIT ? rule->column : NULL;
}

/**
 * gf_exclusions_add_rules:
 * @self: exclusions
 * @measures: (array length=n_measures): what makes a customer good
 * @n_measures: how many there are
 * @rule: (nullable): which of the ranked are the best
 * @bad_rules: (array length=n_bad_rules): what makes a bad fit
 * @n_bad_rules: how many there are
 *
 * Leaves out the columns that the rules are about, on either side.
 */
void
gf_exclusions_add_rules (GfExclusions     *self,
                         const GfMeasure  *measures,
                         guint             n_measures,
                         const GfBestRule *rule,
                         const GfBadRule  *bad_rules,
                         guint             n_bad_rules)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n_measures; i++)
    gf_exclusions_add (self, measures[i].column);
  gf_exclusions_add (self, get_limit_column (rule));
  for (guint i = 0; i < n_bad_rules; i++)
    {
      gf_exclusions_add (self, bad_rules[i].column);
      gf_exclusions_add (self, bad_rules[i].per);
    }
}

/**
 * gf_exclusions_add_leaks:
 * @self: exclusions
 * @table: the customers
 * @measures: (array length=n_measures): what makes a customer good
 * @n_measures: how many there are
 * @rule: (nullable): which of the ranked are the best
 *
 * Leaves out the columns that go with a measure, or with the column of a limit, nearly everywhere: gf_leaks_find().
 */
void
gf_exclusions_add_leaks (GfExclusions     *self,
                         GfTable          *table,
                         const GfMeasure  *measures,
                         guint             n_measures,
                         const GfBestRule *rule)
{
  g_return_if_fail (self != NULL && table != NULL);

  g_autoptr (GArray) defining = g_array_new (FALSE, FALSE, sizeof (GfMeasure));
  const GfMeasure limit = { get_limit_column (rule), 1.0, FALSE };

  if (n_measures > 0)
    g_array_append_vals (defining, measures, n_measures);
  if (limit.column != NULL)
    g_array_append_val (defining, limit);

  g_autoptr (GArray) leaks = gf_leaks_find (table, (const GfMeasure *) (gpointer) defining->data, defining->len);

  for (guint i = 0; i < leaks->len; i++)
    {
      const GfLeak *leak = &g_array_index (leaks, GfLeak, i);

      gf_exclusions_add (self, leak->column);
      g_ptr_array_add (self->notes, gf_leak_dup_sentence (leak));
    }
}

static void
add_mirrors (GfExclusions *self,
             GPtrArray    *mirrors,
             GfAgainst     against)
{
  for (guint i = 0; i < mirrors->len; i++)
    {
      if (g_strv_contains ((const char * const *) self->names->pdata, mirrors->pdata[i]))
        continue;
      gf_exclusions_add (self, mirrors->pdata[i]);
      g_ptr_array_add (self->notes, gf_mirror_dup_sentence (mirrors->pdata[i], against));
    }
}

/**
 * gf_exclusions_add_best_mirrors:
 * @self: exclusions
 * @table: the customers
 * @ranking: who of them is best
 *
 * Leaves out what only repeats who is best: gf_mirrors_find_best(). It is no explanation of that, though it may well be
 * one of who is a bad fit.
 */
void
gf_exclusions_add_best_mirrors (GfExclusions    *self,
                                GfTable         *table,
                                const GfRanking *ranking)
{
  g_return_if_fail (self != NULL && table != NULL && ranking != NULL);

  g_autoptr (GPtrArray) mirrors = gf_mirrors_find_best (table, ranking);

  add_mirrors (self, mirrors, GF_AGAINST_BEST);
}

/**
 * gf_exclusions_add_mirrors:
 * @self: exclusions
 * @table: the customers
 * @bad: who is a bad fit
 * @among: (nullable): of whom that is known; %NULL for all
 *
 * Leaves out what only repeats who is a bad fit: gf_mirrors_find(). It is no explanation of that, though it may well be
 * one of who is best.
 */
void
gf_exclusions_add_mirrors (GfExclusions   *self,
                           GfTable        *table,
                           const GfBitset *bad,
                           const GfBitset *among)
{
  g_return_if_fail (self != NULL && table != NULL && bad != NULL);

  g_autoptr (GPtrArray) mirrors = gf_mirrors_find (table, bad, among);

  add_mirrors (self, mirrors, GF_AGAINST_BAD);
}
