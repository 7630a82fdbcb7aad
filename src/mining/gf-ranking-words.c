/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-ranking.h"

#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A measure says something for a customer who has more of it than so many. */
#define HIGH_RANK 0.75

static double
pull (const GfRanking *self,
      guint            measure,
      gsize            row)
{
  double rank = gf_ranking_get_measure_rank (self, measure, row);

  return isnan (rank) ? -INFINITY : gf_ranking_get_weight (self, measure) * (rank - 0.5);
}

/* The measures that lift this customer most, at most `max`. */
static guint
choose_measures (const GfRanking *self,
                 gsize            row,
                 guint           *chosen,
                 guint            max)
{
  guint n = 0;

  while (n < max)
    {
      guint best = G_MAXUINT;

      for (guint i = 0; i < gf_ranking_get_n_measures (self); i++)
        {
          gboolean taken = FALSE;

          for (guint k = 0; k < n; k++)
            taken |= chosen[k] == i;
          if (!taken && pull (self, i, row) > 0.0 &&
              gf_ranking_get_measure_rank (self, i, row) >= HIGH_RANK &&
              (best == G_MAXUINT || pull (self, i, row) > pull (self, best, row)))
            best = i;
        }

      if (best == G_MAXUINT)
        break;
      chosen[n++] = best;
    }

  return n;
}

/* "Months kept" with 50 reads "50 months kept": a name that begins with what it counts. */
static gboolean
begins_with_unit (const char *name)
{
  static const char * const units[] = {
    "months ", "years ", "days ", "hours ", "weeks ", "monate ", "jahre ", "tage ", "stunden ",
  };
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (folded, units[i]))
      return TRUE;

  return FALSE;
}

static char *
dup_part (const GfRanking *self,
          GfTable         *table,
          gsize            row,
          guint            measure)
{
  const char *name = gf_ranking_get_column (self, measure);
  g_autofree char *lower = gf_words_dup_lower (name);
  GfColumn *column = gf_table_find_column (table, name);

  if (column != NULL && begins_with_unit (name))
    {
      g_autofree char *value = gf_words_dup_value (gf_column_get_number (column, row), column);

      return g_strdup_printf ("%s\u00a0%s", value, lower);
    }

  if (gf_ranking_get_lower_is_better (self, measure))
    /* TRANSLATORS: why a customer is good: little of a measure, such as "support hours" */
    return g_strdup_printf (C_("measure", "low %s"), lower);

  /* TRANSLATORS: why a customer is good: much of a measure, such as "lifetime value" */
  return g_strdup_printf (C_("measure", "high %s"), lower);
}

/**
 * gf_ranking_dup_headline:
 * @self: a ranking
 *
 * Returns: (transfer full): "15 of 148 customers are your best", "Nobody is your best yet"
 */
char *
gf_ranking_dup_headline (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  gsize n_rows = gf_ranking_get_n_rows (self);
  g_autofree char *best = gf_words_dup_number ((double) gf_ranking_get_n_best (self));
  g_autofree char *rows = gf_words_dup_number ((double) n_rows);

  if (gf_ranking_get_n_best (self) == 0)
    return g_strdup (_("Nobody is your best yet"));

  return g_strdup_printf (ngettext ("%s of %s customer is your best",
                                    "%s of %s customers are your best", n_rows), best, rows);
}

static char *
dup_rule (const GfRanking *self,
          GfTable         *table)
{
  const GfBestRule *rule = gf_ranking_get_rule (self);
  gsize n_scored = gf_ranking_get_n_scored (self), n_best = gf_ranking_get_n_best (self);
  GfColumn *column = rule->column != NULL && table != NULL ? gf_table_find_column (table, rule->column) : NULL;
  g_autofree char *share = gf_words_dup_percent (rule->share);
  g_autofree char *real = gf_words_dup_percent (n_scored == 0 ? 0.0 : (double) n_best / (double) n_scored);
  g_autofree char *best = gf_words_dup_number ((double) n_best);
  g_autofree char *count = gf_words_dup_number ((double) rule->count);
  g_autofree char *limit = gf_words_dup_value (rule->limit, column);

  switch (rule->kind)
    {
    case GF_BEST_BY_COUNT:
      if (n_best != rule->count)
        /* TRANSLATORS: how many are best, then how many were asked for */
        return g_strdup_printf (_("The best %s by the weights below; %s were asked for."), best, count);

      return g_strdup_printf (_("The best %s by the weights below."), best);
    case GF_BEST_BY_LIMIT:
      /* TRANSLATORS: the name of a column, and a number: "Lifetime value: €50,000 or more." */
      return rule->at_most ? g_strdup_printf (_("%s: %s or less."), rule->column, limit)
                           : g_strdup_printf (_("%s: %s or more."), rule->column, limit);
    case GF_BEST_BY_HAND:
      return g_strdup (_("Picked by hand: the star in the table of customers makes one the best."));
    case GF_BEST_BY_SHARE:
    default:
      if (gf_ranking_is_raised (self))
        /* TRANSLATORS: the share that is best now, then the share asked for */
        return g_strdup_printf (_("The top %s by the weights below: in a list this short the top %s "
                                  "would be too few to learn from."), real, share);
      if (n_scored > 0 && !g_str_equal (real, share))
        /* TRANSLATORS: the share that is best, then the share asked for */
        return g_strdup_printf (_("The top %s by the weights below; the top %s was asked for."), real, share);

      return g_strdup_printf (_("The top %s by the weights below."), share);
    }
}

static void
append_ties (const GfRanking *self,
             GString         *text)
{
  gboolean are_best;
  gsize n = gf_ranking_get_n_tied (self, &are_best);
  g_autofree char *tied = gf_words_dup_number ((double) n);

  if (n == 0)
    return;

  g_string_append_c (text, ' ');
  g_string_append_printf (text, are_best ? ngettext ("%s whom nothing tells apart at the end is among them.",
                                                     "%s whom nothing tells apart at the end are all among them.",
                                                     n)
                                         : ngettext ("%s whom nothing tells apart at the end is left out.",
                                                     "%s whom nothing tells apart at the end are all left out.",
                                                     n), tied);
}

/**
 * gf_ranking_dup_share_sentence:
 * @self: a ranking
 * @table: (nullable): the customers, for the column's currency
 *
 * Says which rule holds, how many are best and why so many; a share that was raised for a short list, and customers
 * who have no measure at all, are named.
 *
 * Returns: (transfer full): the translated sentences
 */
char *
gf_ranking_dup_share_sentence (const GfRanking *self,
                               GfTable         *table)
{
  g_return_val_if_fail (self != NULL, NULL);

  gsize n_scored = gf_ranking_get_n_scored (self);
  gsize n_without = gf_ranking_get_n_rows (self) - n_scored;
  g_autofree char *rule = dup_rule (self, table);
  g_autoptr (GString) text = g_string_new (rule);

  if (n_without > 0 && gf_best_rule_needs_measure (gf_ranking_get_rule (self)))
    {
      g_autofree char *without = gf_words_dup_number ((double) n_without);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%s customer has none of the measures and is not ranked.",
                                              "%s customers have none of the measures and are not "
                                              "ranked.", n_without), without);
    }

  append_ties (self, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * gf_ranking_dup_reason:
 * @self: a ranking
 * @table: the table it ranks
 * @row: a customer
 * @max_parts: how many measures to name at most
 *
 * Returns: (transfer full): what speaks for the customer, "high lifetime value, 50 months kept"; "" if
 *   nothing does
 */
char *
gf_ranking_dup_reason (const GfRanking *self,
                       GfTable         *table,
                       gsize            row,
                       guint            max_parts)
{
  g_return_val_if_fail (self != NULL && table != NULL, NULL);
  g_return_val_if_fail (row < gf_ranking_get_n_rows (self), NULL);

  g_autofree guint *chosen = g_new (guint, max_parts + 1);
  guint n = choose_measures (self, row, chosen, max_parts);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *part = dup_part (self, table, row, chosen[i]);

      /* TRANSLATORS: between the parts of a list within a sentence */
      g_string_append_printf (text, "%s%s", i > 0 ? C_("list", ", ") : "", part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * gf_ranking_dup_facts:
 * @self: a ranking
 * @table: the table it ranks
 * @row: a customer
 * @max_parts: how many measures to show at most
 *
 * Shows the figures themselves, heaviest measures first: "Lifetime value €23,150 · Months kept 50".
 *
 * Returns: (transfer full): the text; "" if the customer has none of them
 */
char *
gf_ranking_dup_facts (const GfRanking *self,
                      GfTable         *table,
                      gsize            row,
                      guint            max_parts)
{
  g_return_val_if_fail (self != NULL && table != NULL, NULL);
  g_return_val_if_fail (row < gf_ranking_get_n_rows (self), NULL);

  g_autoptr (GString) text = g_string_new (NULL);
  guint n_parts = 0;

  for (guint i = 0; i < gf_ranking_get_n_measures (self) && n_parts < max_parts; i++)
    {
      GfColumn *column = gf_table_find_column (table, gf_ranking_get_column (self, i));

      if (column == NULL || gf_ranking_get_weight (self, i) <= 0.0 ||
          isnan (gf_column_get_number (column, row)))
        continue;

      g_autofree char *value = gf_words_dup_value (gf_column_get_number (column, row), column);
      /* TRANSLATORS: the name of a column and a value: "Months kept 50" */
      g_autofree char *fact = g_strdup_printf (C_("fact", "%s %s"), gf_column_get_name (column), value);

      g_string_append_printf (text, "%s%s", n_parts > 0 ? " · " : "", fact);
      n_parts++;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
