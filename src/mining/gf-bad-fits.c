/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bad-fits.h"

#include "gf-row-identity.h"
#include "gf-selector.h"
#include "gf-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

static GfColumn *
find_column (GfTable     *table,
             const char  *name,
             gboolean     numbers,
             GError     **error)
{
  GfColumn *column = name != NULL ? gf_table_find_column (table, name) : NULL;

  if (column == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There is no column “%s” to tell bad fits by. Choose another one."),
                   name != NULL ? name : "");
      return NULL;
    }

  if (numbers && !gf_column_has_numbers (column))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The column “%s” holds no numbers, so no limit can tell bad fits by it. Change its "
                     "type, or choose another column."), name);
      return NULL;
    }

  return column;
}

static void
match_filled (GfColumn *column,
              GfBitset *rows)
{
  gsize n_rows = gf_column_get_n_rows (column);
  gboolean flag = gf_column_get_column_type (column) == GF_COLUMN_FLAG;

  for (gsize row = 0; row < n_rows; row++)
    if (!gf_column_is_missing (column, row) &&
        (!flag || gf_column_get_number (column, row) != 0.0))
      gf_bitset_set (rows, row);
}

static void
match_limit (const GfBadRule *rule,
             const double    *numbers,
             const double    *per,
             GfBitset        *rows)
{
  gsize n_rows = gf_bitset_get_size (rows);

  for (gsize row = 0; row < n_rows; row++)
    {
      /* multiplied, not divided: something for nothing is above any limit */
      double limit = per == NULL ? rule->limit : rule->limit * per[row];

      if (rule->kind == GF_BAD_ABOVE ? numbers[row] > limit : numbers[row] < limit)
        gf_bitset_set (rows, row);
    }
}

/**
 * gf_bad_rule_match:
 * @table: the customers
 * @rule: what makes a bad fit
 * @error: set when a column is not there or has no numbers where they are needed
 *
 * Returns: (transfer full) (nullable): who is a bad fit by this rule; NULL with @error set
 */
GfBitset *
gf_bad_rule_match (GfTable          *table,
                   const GfBadRule  *rule,
                   GError          **error)
{
  g_return_val_if_fail (table != NULL && rule != NULL, NULL);

  gsize n_rows = gf_table_get_n_rows (table);

  if (rule->kind == GF_BAD_ROWS)
    {
      if (rule->rows == NULL)
        return gf_table_match_identities (table, rule->identities);

      g_return_val_if_fail (gf_bitset_get_size (rule->rows) == n_rows, NULL);

      return gf_bitset_copy (rule->rows);
    }

  gboolean limit = rule->kind == GF_BAD_ABOVE || rule->kind == GF_BAD_BELOW;
  GfColumn *column = find_column (table, rule->column, limit, error);
  if (column == NULL)
    return NULL;

  if (rule->kind == GF_BAD_IS)
    {
      gboolean set = gf_column_get_column_type (column) == GF_COLUMN_SET;
      const char *value = rule->value != NULL ? rule->value : "";
      g_autoptr (GfSelector) selector = set ? gf_selector_new_contains (rule->column, value)
                                            : gf_selector_new_is (rule->column, value);

      return gf_selector_match (selector, table);
    }

  g_autoptr (GfBitset) rows = gf_bitset_new (n_rows);

  if (rule->kind == GF_BAD_FILLED)
    {
      match_filled (column, rows);
      return g_steal_pointer (&rows);
    }

  GfColumn *per = NULL;
  if (rule->per != NULL)
    {
      per = find_column (table, rule->per, TRUE, error);
      if (per == NULL)
        return NULL;
    }

  match_limit (rule, gf_column_get_numbers (column), per != NULL ? gf_column_get_numbers (per) : NULL,
               rows);

  return g_steal_pointer (&rows);
}

/**
 * gf_bad_fits:
 * @table: the customers
 * @rules: (array length=n_rules): what makes a bad fit
 * @n_rules: how many rules there are; none gives nobody
 * @error: set when a rule does not fit the table
 *
 * Returns: (transfer full) (nullable): who is a bad fit by at least one rule; NULL with @error set
 */
GfBitset *
gf_bad_fits (GfTable          *table,
             const GfBadRule  *rules,
             guint             n_rules,
             GError          **error)
{
  g_return_val_if_fail (table != NULL && (n_rules == 0 || rules != NULL), NULL);

  g_autoptr (GfBitset) bad = gf_bitset_new (gf_table_get_n_rows (table));

  for (guint i = 0; i < n_rules; i++)
    {
      g_autoptr (GfBitset) rows = gf_bad_rule_match (table, &rules[i], error);
      if (rows == NULL)
        return NULL;

      GfBitset *either = gf_bitset_or (bad, rows);
      gf_bitset_unref (bad);
      bad = either;
    }

  return g_steal_pointer (&bad);
}

/* An empty cell leaves the question open where the column puts one to everybody: a yes/no column that says both, and
 * a category that at least half of the customers have something in. Where a flag only ever says yes, or few have a
 * reason for leaving, an empty cell means no. */
static gboolean
asks_everybody (GfColumn *column)
{
  gsize n_rows = gf_column_get_n_rows (column);
  gsize n_filled = 0, n_yes = 0;

  switch (gf_column_get_column_type (column))
    {
    case GF_COLUMN_FLAG:
      for (gsize row = 0; row < n_rows; row++)
        if (!gf_column_is_missing (column, row))
          {
            n_filled++;
            n_yes += gf_column_get_number (column, row) != 0.0;
          }
      return n_yes > 0 && n_yes < n_filled;

    case GF_COLUMN_CATEGORY:
      return gf_column_get_n_levels (column) > 1 && gf_column_count_filled (column) * 2 >= n_rows;

    case GF_COLUMN_SET:
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
    case GF_COLUMN_DATE:
    case GF_COLUMN_TEXT:
    default:
      return FALSE;
    }
}

static void
add_filled (GfColumn *column,
            GfColumn *per,
            GfBitset *rows)
{
  gsize n_rows = gf_column_get_n_rows (column);

  for (gsize row = 0; row < n_rows; row++)
    if (!gf_column_is_missing (column, row) && (per == NULL || !gf_column_is_missing (per, row)))
      gf_bitset_set (rows, row);
}

/**
 * gf_bad_fits_find_known:
 * @table: the customers
 * @rules: (array length=n_rules): what makes a bad fit, each of which fits the table
 * @n_rules: how many rules there are
 * @bad: who is a bad fit by them
 *
 * Finds those of whom it is known whether they are bad fits. Nothing is known of a customer for whom every mark is
 * open: a limit whose number is missing, or an empty cell in a column that asks everybody. A date of leaving answers
 * for all, as does a flag that only ever says yes and a reason that few have: there an empty cell means no. One mark
 * that is known is enough, as one measure is enough to be ranked: a list that was only half asked for its NPS would
 * else lose all but those who left. That nobody marked a customer by hand says nothing beside other marks; alone it is
 * all there is.
 *
 * Returns: (transfer full) (nullable): the customers to compare; NULL when that is all of them
 */
GfBitset *
gf_bad_fits_find_known (GfTable         *table,
                        const GfBadRule *rules,
                        guint            n_rules,
                        const GfBitset  *bad)
{
  g_return_val_if_fail (table != NULL && (n_rules == 0 || rules != NULL) && bad != NULL, NULL);

  g_autoptr (GfBitset) known = gf_bitset_copy (bad);
  gboolean any_open = FALSE;

  for (guint i = 0; i < n_rules; i++)
    {
      const GfBadRule *rule = &rules[i];
      gboolean limit = rule->kind == GF_BAD_ABOVE || rule->kind == GF_BAD_BELOW;

      if (rule->kind == GF_BAD_ROWS)
        continue;

      GfColumn *column = gf_table_find_column (table, rule->column);
      GfColumn *per = limit && rule->per != NULL ? gf_table_find_column (table, rule->per) : NULL;

      if (column == NULL || (!limit && !asks_everybody (column)))
        return NULL;
      add_filled (column, per, known);
      any_open = TRUE;
    }

  if (!any_open || gf_bitset_count (known) == gf_bitset_get_size (known))
    return NULL;

  return g_steal_pointer (&known);
}

/**
 * gf_bad_rule_get_unit:
 * @rule: what makes a bad fit
 *
 * Chooses how a limit for each 1 of another column is said: 20 hours for each €1,000 rather than 0.02 for
 * each €1.
 *
 * Returns: the power of ten, at least 1, that makes the limit a number of at least 1; 1 without another column
 */
double
gf_bad_rule_get_unit (const GfBadRule *rule)
{
  double unit = 1.0;

  g_return_val_if_fail (rule != NULL, 1.0);

  if (rule->per != NULL && rule->limit != 0.0)
    while (unit < 1e9 && fabs (rule->limit) * unit < 1.0)
      unit *= 10.0;

  return unit;
}

/**
 * gf_bad_rule_dup_sentence:
 * @table: the customers
 * @rule: what makes a bad fit
 * @n_customers: how many it holds for
 *
 * Returns: (transfer full): the line below a rule: "9 customers above 20 for each €1,000 of Revenue"
 */
char *
gf_bad_rule_dup_sentence (GfTable         *table,
                          const GfBadRule *rule,
                          gsize            n_customers)
{
  g_return_val_if_fail (table != NULL && rule != NULL, NULL);

  g_autofree char *n = gf_words_dup_number ((double) n_customers);
  GfColumn *column = rule->column != NULL ? gf_table_find_column (table, rule->column) : NULL;
  GfColumn *per = rule->per != NULL ? gf_table_find_column (table, rule->per) : NULL;
  double each = gf_bad_rule_get_unit (rule);
  g_autofree char *limit = gf_words_dup_value (rule->limit * each, column);
  g_autofree char *unit = gf_words_dup_value (each, per);

  switch (rule->kind)
    {
    case GF_BAD_ABOVE:
      if (rule->per != NULL)
        /* TRANSLATORS: a count of customers, a limit, an amount, the name of the column the amount is of */
        return g_strdup_printf (ngettext ("%s customer above %s for each %s of %s",
                                          "%s customers above %s for each %s of %s", n_customers),
                                n, limit, unit, rule->per);
      /* TRANSLATORS: a count of customers, a limit */
      return g_strdup_printf (ngettext ("%s customer above %s", "%s customers above %s", n_customers),
                              n, limit);
    case GF_BAD_BELOW:
      if (rule->per != NULL)
        /* TRANSLATORS: a count of customers, a limit, an amount, the name of the column the amount is of */
        return g_strdup_printf (ngettext ("%s customer below %s for each %s of %s",
                                          "%s customers below %s for each %s of %s", n_customers),
                                n, limit, unit, rule->per);
      /* TRANSLATORS: a count of customers, a limit */
      return g_strdup_printf (ngettext ("%s customer below %s", "%s customers below %s", n_customers),
                              n, limit);
    case GF_BAD_ROWS:
      return g_strdup_printf (ngettext ("%s customer marked by hand", "%s customers marked by hand",
                                        n_customers), n);
    case GF_BAD_IS:
    case GF_BAD_FILLED:
    default:
      return g_strdup_printf (ngettext ("%s customer", "%s customers", n_customers), n);
    }
}
