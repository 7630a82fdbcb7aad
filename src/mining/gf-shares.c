/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-shares.h"

#include "gf-exports.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* So much of all money from one customer, or work for it, is told as a danger. */
#define LARGE_SHARE 0.2
/* Of fewer the largest tenth is a single customer. */
#define ENOUGH_FOR_TENTHS 20
/* Shares closer to each other than this are not worth a sentence. */
#define WORTH_SAYING 0.1

static int
compare_falling_cb (const void *a,
                    const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x > y ? -1 : x < y;
}

/* The values above nothing, the largest first. */
static double *
dup_sorted (const double *values,
            gsize         n_rows,
            gsize        *n)
{
  double *sorted = g_new (double, n_rows + 1);

  *n = 0;
  for (gsize row = 0; row < n_rows; row++)
    if (isfinite (values[row]) && values[row] > 0.0)
      sorted[(*n)++] = values[row];
  qsort (sorted, *n, sizeof (double), compare_falling_cb);

  return sorted;
}

/**
 * gf_concentration_measure:
 * @values: (array length=n_rows): one for each customer, NaN where missing
 * @n_rows: customers
 * @concentration: (out): how a sum is spread over them
 *
 * Measures how much hangs on few customers.
 *
 * Returns: whether any customer has a value above nothing
 */
gboolean
gf_concentration_measure (const double    *values,
                          gsize            n_rows,
                          GfConcentration *concentration)
{
  g_return_val_if_fail (concentration != NULL, FALSE);
  g_return_val_if_fail (n_rows == 0 || values != NULL, FALSE);

  gsize n;
  g_autofree double *sorted = dup_sorted (values, n_rows, &n);
  double total = 0.0, sum = 0.0;
  gsize tenth = MAX (1, (n + 5) / 10);

  *concentration = (GfConcentration) { .n = n };
  if (n == 0)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    total += sorted[i];
  for (gsize i = 0; i < n; i++)
    {
      sum += sorted[i];
      if (i + 1 == tenth)
        concentration->top_tenth = sum / total;
      if (concentration->n_half == 0 && sum >= total / 2.0)
        concentration->n_half = i + 1;
    }
  concentration->total = total;
  concentration->largest = sorted[0] / total;

  return TRUE;
}

/**
 * gf_share_of_sum:
 * @values: (array length=n_rows): one for each customer, NaN where missing
 * @n_rows: customers
 * @rows: some of them
 *
 * Returns: which share of the sum of all falls to them, 0..1; NaN where the sum is nothing
 */
double
gf_share_of_sum (const double   *values,
                 gsize           n_rows,
                 const GfBitset *rows)
{
  g_return_val_if_fail (n_rows == 0 || values != NULL, NAN);
  g_return_val_if_fail (rows != NULL && gf_bitset_get_size (rows) == n_rows, NAN);

  double total = 0.0, theirs = 0.0;

  for (gsize row = 0; row < n_rows; row++)
    if (isfinite (values[row]) && values[row] > 0.0)
      {
        total += values[row];
        if (gf_bitset_get (rows, row))
          theirs += values[row];
      }

  return total > 0.0 ? theirs / total : NAN;
}

/* The first column whose name means one of @keys, the first key before the others. */
static GfColumn *
find_by_keys (GfTable            *table,
              const char * const *keys)
{
  for (gsize k = 0; keys[k] != NULL; k++)
    for (guint i = 0; i < gf_table_get_n_columns (table); i++)
      {
        GfColumn *column = gf_table_get_column (table, i);
        const GfExportColumn *known = gf_exports_find_usual (gf_column_get_name (column));

        if (known != NULL && g_strcmp0 (known->key, keys[k]) == 0 &&
            gf_column_get_role (column) != GF_ROLE_IGNORE && gf_column_has_numbers (column) &&
            gf_column_count_filled (column) > 0)
          return column;
      }

  return NULL;
}

/**
 * gf_shares_find_money:
 * @table: the customers
 *
 * Returns: (transfer none) (nullable): the column of what customers pay; %NULL if no name says so
 */
GfColumn *
gf_shares_find_money (GfTable *table)
{
  static const char * const keys[] = { "ltv", "arr", "mrr", NULL };

  g_return_val_if_fail (table != NULL, NULL);

  return find_by_keys (table, keys);
}

/**
 * gf_shares_find_support:
 * @table: the customers
 *
 * Returns: (transfer none) (nullable): the column of the help customers took; %NULL if no name says so
 */
GfColumn *
gf_shares_find_support (GfTable *table)
{
  static const char * const keys[] = { "support_hours", "tickets", NULL };

  g_return_val_if_fail (table != NULL, NULL);

  return find_by_keys (table, keys);
}

static void
add_concentration (GStrvBuilder *sentences,
                   GfTable      *table,
                   GfColumn     *money)
{
  GfConcentration concentration;

  if (!gf_concentration_measure (gf_column_get_numbers (money), gf_table_get_n_rows (table), &concentration) ||
      concentration.n < 2)
    return;

  g_autofree char *name = gf_words_dup_lower (gf_column_get_name (money));
  g_autofree char *largest = gf_words_dup_percent (concentration.largest);
  g_autofree char *tenth = gf_words_dup_percent (concentration.top_tenth);
  g_autofree char *half = gf_words_dup_number ((double) concentration.n_half);
  g_autofree char *all = gf_words_dup_number ((double) concentration.n);

  /* TRANSLATORS: how many customers, of how many, make half of a sum such as "lifetime value" */
  g_strv_builder_take (sentences,
                       g_strdup_printf (concentration.n < gf_table_get_n_rows (table)
                                          ? ngettext ("%s of the %s customers with any %s makes half of it.",
                                                      "%s of the %s customers with any %s make half of it.",
                                                      concentration.n_half)
                                          : ngettext ("%s of %s customers makes half of all %s.",
                                                      "%s of %s customers make half of all %s.",
                                                      concentration.n_half), half, all, name));
  if (concentration.n >= ENOUGH_FOR_TENTHS)
    /* TRANSLATORS: a share of a sum such as lifetime value */
    g_strv_builder_take (sentences, g_strdup_printf (_("The largest tenth of them make %s."), tenth));
  if (concentration.largest >= LARGE_SHARE)
    g_strv_builder_take (sentences,
                         g_strdup_printf (_("One customer alone is %s of it: losing that one would cost you as much."),
                                          largest));
}

/* A group's share of the money beside its share of the work. */
static void
add_group (GStrvBuilder   *sentences,
           GfTable        *table,
           const GfBitset *rows,
           gboolean        bad,
           GfColumn       *money,
           GfColumn       *support)
{
  gsize n_rows = gf_table_get_n_rows (table), n = rows != NULL ? gf_bitset_count (rows) : 0;

  if (n == 0 || money == NULL)
    return;

  double of_money = gf_share_of_sum (gf_column_get_numbers (money), n_rows, rows);
  double of_work = support != NULL ? gf_share_of_sum (gf_column_get_numbers (support), n_rows, rows) : NAN;
  g_autofree char *count = gf_words_dup_number ((double) n);
  g_autofree char *brings = gf_words_dup_percent (of_money);
  g_autofree char *name = gf_words_dup_lower (gf_column_get_name (money));

  if (isnan (of_money))
    return;
  if (isnan (of_work))
    {
      if (!bad)
        g_strv_builder_take (sentences,
                             g_strdup_printf (ngettext ("Your %s best customer is %s of all %s.",
                                                        "Your %s best are %s of all %s.", n), count, brings,
                                              name));
      return;
    }
  if (bad && of_work - of_money < WORTH_SAYING)
    return;

  g_autofree char *takes = gf_words_dup_percent (of_work);
  g_autofree char *work = gf_words_dup_lower (gf_column_get_name (support));

  /* TRANSLATORS: how many customers, a share and the name of what they pay ("lifetime value"), a share and the name
   * of the help they take ("support tickets") */
  g_strv_builder_take (sentences,
                       g_strdup_printf (bad ? ngettext ("The %s bad fit is %s of all %s but %s of all %s.",
                                                        "The %s bad fits are %s of all %s but %s of all %s.", n)
                                            : ngettext ("Your %s best customer is %s of all %s and %s of all %s.",
                                                        "Your %s best are %s of all %s and %s of all %s.", n),
                                        count, brings, name, takes, work));
}

/**
 * gf_shares_dup_sentences:
 * @table: the customers
 * @best: (nullable): the best of them
 * @bad: (nullable): the bad fits
 *
 * Says how much hangs on few customers, what the best bring and cost, and whether the bad fits cost more than they
 * bring. Columns are known by their names.
 *
 * Returns: (transfer full): translated sentences; none where no column tells what customers pay
 */
GStrv
gf_shares_dup_sentences (GfTable        *table,
                         const GfBitset *best,
                         const GfBitset *bad)
{
  g_return_val_if_fail (table != NULL, NULL);

  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  GfColumn *money = gf_shares_find_money (table);
  GfColumn *support = gf_shares_find_support (table);

  if (money != NULL)
    add_concentration (sentences, table, money);
  add_group (sentences, table, best, FALSE, money, support);
  add_group (sentences, table, bad, TRUE, money, support);

  return g_strv_builder_end (sentences);
}
