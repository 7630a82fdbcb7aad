/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-suggest.h"

#include "gf-exports.h"
#include "gf-name-words.h"
#include "gf-overlaps.h"
#include "gf-ranks.h"
#include "gf-roles.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Two columns whose ranks agree this well say the same. */
#define SAME_RANKS 0.9
/* A correlation of 0.9 is known to 0.003 by so many. */
#define MAX_SAMPLE 5000

/* Spearman's over evenly spaced rows, as many as it takes to tell. */
static double
column_correlation (GfColumn *a,
                    GfColumn *b)
{
  gsize n_rows = gf_column_get_n_rows (a);
  gsize n = MIN (n_rows, MAX_SAMPLE);
  const double *x = gf_column_get_numbers (a);
  const double *y = gf_column_get_numbers (b);
  gsize n_pairs;

  if (x == NULL || y == NULL)
    return NAN;

  g_autofree double *xs = g_new (double, n + 1);
  g_autofree double *ys = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      gsize row = (gsize) ((double) i * ((double) n_rows / (double) n));

      xs[i] = x[row];
      ys[i] = y[row];
    }

  double correlation = gf_rank_correlation (xs, ys, n, &n_pairs);

  return n_pairs >= 10 ? correlation : NAN;
}

static gboolean
name_has (const char         *name,
          const char * const *phrases)
{
  g_auto (GStrv) words = gf_name_dup_words (name);

  return gf_words_find ((const char * const *) words, phrases) >= 0;
}

static double
guess_weight (const char *name)
{
  static const char * const money[] = {
    "lifetime", "ltv", "clv", "revenue", "arr", "mrr", "amount", "spend", "spent", "total", "value", "margin", "profit",
    "umsatz*", "chiffre", NULL,
  };
  static const char * const loyalty[] = {
    "month*", "tenure", "renew*", "nps", "recommend*", "refer*", "retention", "order", "purchase*", "usage",
    "login", "active", "csat", "satisf*", "praise*", "review", "upsell", "expansion", "seat", NULL,
  };

  return name_has (name, money) ? 30.0 : name_has (name, loyalty) ? 20.0 : 15.0;
}

static gboolean
is_lifetime_value (const char *name)
{
  static const char * const words[] = { "lifetime", "ltv", "clv", NULL };

  return name_has (name, words);
}

static void
cut_words (GStrv words,
           int   end)
{
  for (int i = end; words[i] != NULL; i++)
    g_clear_pointer (&words[i], g_free);
}

/* What is only set against something, as revenue net of cost, is not that: the words up to there. */
static void
cut_what_is_set_against (GStrv words)
{
  static const char * const always[] = {
    "net of", "after", "before", "until", "without", "with", "excluding", "excl", "including", "incl", "minus", "less",
    "per", "from", "by", NULL,
  };
  static const char * const gains[] = {
    "ltv", "clv", "revenue", "arr", "mrr", "margin", "profit", "value", NULL,
  };
  static const char * const ratios[] = { "to", "cac", "vs", NULL };
  int end = gf_words_find ((const char * const *) words, always);
  int gain, ratio;

  if (end > 0)
    cut_words (words, end);

  gain = gf_words_find ((const char * const *) words, gains);
  ratio = gf_words_find ((const char * const *) words, ratios);
  if (gain >= 0 && ratio > gain)
    cut_words (words, ratio);
}

/**
 * gf_measure_guess_lower_is_better:
 * @name: the name of a column
 *
 * Looks for whole words: a calculated value is not late. What only narrows a measure, as in "Revenue after
 * discount", "Orders per ticket" or "LTV to CAC", is not looked at.
 *
 * Returns: whether less of it is better, as of support, cost and time to close
 */
gboolean
gf_measure_guess_lower_is_better (const char *name)
{
  static const char * const burdens[] = {
    "support", "ticket", "complain*", "cost", "to close", "sales cycle", "cycle", "churn*", "refund*", "return",
    "returned", "overdue", "late", "discount*", "escalation", "escalated", "bounce*", "unsubscribe*", "response time",
    "resolution", "effort", "to value", "to first", "acquisition", "cac", "defect*", "unpaid", NULL,
  };
  /* "Return on ad spend", "Return customers", "Support revenue" */
  static const char * const gains[] = {
    "return on", "return customer", "return visit*", "return buyer", "support revenue", "support margin",
    "support seat", "to churn", NULL,
  };

  g_return_val_if_fail (name != NULL, FALSE);

  g_auto (GStrv) words = gf_name_dup_words (name);
  cut_what_is_set_against (words);

  return gf_words_find ((const char * const *) words, burdens) >= 0 &&
         gf_words_find ((const char * const *) words, gains) < 0;
}

/* A list that was only just begun holds nothing yet. */
static gboolean
is_begun (GfTable *table)
{
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    if (gf_column_count_filled (gf_table_get_column (table, i)) > 0)
      return FALSE;

  return TRUE;
}

/* What another measure is made of, as the monthly price and the months are of the total: the total says it all. */
static void
drop_parts (GArray  *measures,
            GfTable *table)
{
  g_autoptr (GArray) overlaps = gf_overlaps_find (table, (const GfMeasure *) (gpointer) measures->data, measures->len);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const GfOverlap *overlap = &g_array_index (overlaps, GfOverlap, i);

      for (guint k = measures->len; overlap->times != NULL && k-- > 0;)
        if (g_str_equal (g_array_index (measures, GfMeasure, k).column, overlap->part))
          g_array_remove_index (measures, k);
    }
}

/**
 * gf_measures_suggest:
 * @table: the customers
 *
 * Proposes what makes a customer good: the columns of values that have numbers in at least a tenth of the
 * rows, with weights and directions guessed from their names. Of columns whose order is nearly the same, or the same
 * the other way round, only the first is taken, or the one named lifetime value, so that one thing neither counts
 * twice nor takes itself back; nor is what another one is made of taken beside it. In a list in which nothing was
 * filled in yet, the role alone tells.
 *
 * Returns: (transfer full) (element-type GfMeasure): the measures, none if no column holds a value
 */
GArray *
gf_measures_suggest (GfTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  GArray *measures = g_array_new (FALSE, FALSE, sizeof (GfMeasure));
  gboolean begun = is_begun (table);

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const char *name = gf_column_get_name (column);
      GfMeasure measure = { name, guess_weight (name), gf_measure_guess_lower_is_better (name) };
      gboolean repeats = FALSE;

      if (gf_column_get_role (column) != GF_ROLE_VALUE || !gf_column_has_numbers (column))
        continue;
      if (!begun && (gf_column_count_filled (column) * 10 < gf_table_get_n_rows (table) ||
                     gf_column_count_filled (column) == 0))
        continue;

      for (guint k = 0; k < measures->len && !repeats; k++)
        {
          GfMeasure *other = &g_array_index (measures, GfMeasure, k);

          repeats = fabs (column_correlation (column, gf_table_find_column (table, other->column))) >= SAME_RANKS;
          if (repeats && is_lifetime_value (name) && !is_lifetime_value (other->column))
            *other = measure;
        }
      if (!repeats)
        g_array_append_val (measures, measure);
    }
  drop_parts (measures, table);

  return measures;
}

/* The level of a churn column that says the customer left. */
static const char *
find_left_level (GfColumn *column)
{
  const char * const *words = gf_exports_get_words ("left levels");

  for (gsize k = 0; words[k] != NULL; k++)
    for (guint i = 0; i < gf_column_get_n_levels (column); i++)
      {
        g_autofree char *folded = g_utf8_casefold (gf_column_get_level (column, i), -1);

        if (g_str_equal (folded, words[k]))
          return gf_column_get_level (column, i);
      }

  return NULL;
}

/**
 * gf_bad_rules_suggest:
 * @table: the customers
 *
 * Proposes who is a bad fit: whoever a column with the role churn says has left.
 *
 * Returns: (transfer full) (element-type GfBadRule): the rules, none if no column tells
 */
GArray *
gf_bad_rules_suggest (GfTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  GArray *rules = g_array_new (FALSE, FALSE, sizeof (GfBadRule));

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      GfBadRule rule = { .kind = GF_BAD_FILLED, .column = gf_column_get_name (column), .limit = NAN };

      if (gf_column_get_role (column) != GF_ROLE_CHURN)
        continue;

      switch (gf_column_get_column_type (column))
        {
        case GF_COLUMN_DATE:
          break;

        case GF_COLUMN_FLAG:
          if (!gf_roles_say_staying (rule.column))
            break;
          rule.kind = GF_BAD_IS;
          rule.value = gf_column_get_level (column, 0);
          break;

        case GF_COLUMN_CATEGORY:
          rule.kind = GF_BAD_IS;
          rule.value = find_left_level (column);
          if (rule.value == NULL)
            continue;
          break;

        case GF_COLUMN_SET:
        case GF_COLUMN_NUMBER:
        case GF_COLUMN_MONEY:
        case GF_COLUMN_TEXT:
        default:
          continue;
        }

      g_array_append_val (rules, rule);
    }

  return rules;
}

/**
 * gf_leaks_find:
 * @table: the customers
 * @measures: (array length=n_measures): what makes a customer good
 * @n_measures: how many there are
 *
 * Finds the columns that would be looked at and yet are nearly the same as a measure: their ranks agree, or
 * run against each other, by at least 0.9 (Spearman), as monthly revenue and lifetime value do.
 *
 * Returns: (transfer full) (element-type GfLeak): the leaks
 */
GArray *
gf_leaks_find (GfTable         *table,
               const GfMeasure *measures,
               guint            n_measures)
{
  g_return_val_if_fail (table != NULL && (n_measures == 0 || measures != NULL), NULL);

  GArray *leaks = g_array_new (FALSE, FALSE, sizeof (GfLeak));

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const char *name = gf_column_get_name (column);
      GfColumnRole role = gf_column_get_role (column);

      if (role != GF_ROLE_ATTRIBUTE && role != GF_ROLE_DATE)
        continue;

      for (guint k = 0; k < n_measures; k++)
        {
          GfColumn *measure = gf_table_find_column (table, measures[k].column);

          if (measure == NULL || measure == column || !(measures[k].weight > 0.0))
            continue;

          double correlation = column_correlation (column, measure);
          if (fabs (correlation) >= SAME_RANKS)
            {
              GfLeak leak = { name, gf_column_get_name (measure), correlation };

              g_array_append_val (leaks, leak);
              break;
            }
        }
    }

  return leaks;
}

/**
 * gf_leak_dup_sentence:
 * @leak: a leak
 *
 * Returns: (transfer full): "Monthly revenue is left out: it goes with Lifetime value nearly everywhere"
 */
char *
gf_leak_dup_sentence (const GfLeak *leak)
{
  g_return_val_if_fail (leak != NULL, NULL);

  /* TRANSLATORS: the names of two columns */
  return g_strdup_printf (_("%s is left out: it goes with %s nearly everywhere"), leak->column,
                          leak->measure);
}
