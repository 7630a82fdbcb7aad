/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-derive.h"

#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The mean month and year of the Gregorian calendar: 146097 days in 400 years. */
#define DAYS_A_MONTH (146097.0 / 4800.0)
#define DAYS_A_YEAR (146097.0 / 400.0)

/* Orders of less than a month say nothing of a year. */
#define LEAST_DAYS 30

G_DEFINE_ENUM_TYPE (GfDeriveFormula, gf_derive_formula,
                    G_DEFINE_ENUM_VALUE (GF_DERIVE_TENURE, "tenure"),
                    G_DEFINE_ENUM_VALUE (GF_DERIVE_DAYS_TO_CLOSE, "days-to-close"),
                    G_DEFINE_ENUM_VALUE (GF_DERIVE_ORDERS_A_YEAR, "orders-a-year"),
                    G_DEFINE_ENUM_VALUE (GF_DERIVE_LIFETIME_VALUE, "lifetime-value"),
                    G_DEFINE_ENUM_VALUE (GF_DERIVE_TICKETS_PER_1000, "tickets-per-1000"),
                    G_DEFINE_ENUM_VALUE (GF_DERIVE_SUPPORT_SHARE, "support-share"))

G_DEFINE_BOXED_TYPE (GfDerivation, gf_derivation, gf_derivation_copy, gf_derivation_free)

static const guint n_needed[GF_DERIVE_N_FORMULAS] = { 1, 2, 2, 1, 2, 1 };

/**
 * gf_derive_formula_get_nick:
 * @formula: a formula
 *
 * Returns: the word that files and the command line use for it
 */
const char *
gf_derive_formula_get_nick (GfDeriveFormula formula)
{
  static const char * const nicks[] = {
    "tenure", "days-to-close", "orders-a-year", "lifetime-value", "tickets-per-1000", "support-share",
  };

  g_return_val_if_fail ((guint) formula < G_N_ELEMENTS (nicks), NULL);

  return nicks[formula];
}

/**
 * gf_derivation_copy:
 * @self: a derivation
 *
 * Returns: (transfer full): an independent copy
 */
GfDerivation *
gf_derivation_copy (const GfDerivation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfDerivation *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  for (guint i = 0; i < GF_DERIVE_MAX_INPUTS; i++)
    copy->inputs[i] = g_strdup (self->inputs[i]);

  return copy;
}

/**
 * gf_derivation_free:
 * @self: (nullable) (transfer full): a derivation
 *
 * Frees the derivation.
 */
void
gf_derivation_free (GfDerivation *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  for (guint i = 0; i < GF_DERIVE_MAX_INPUTS; i++)
    g_free (self->inputs[i]);
  g_free (self);
}

/**
 * gf_derivation_dup_words:
 * @self: a derivation
 *
 * Says how the column is computed, for people.
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
gf_derivation_dup_words (const GfDerivation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *date = gf_days_to_iso (self->as_of);
  const char * const *inputs = (const char * const *) self->inputs;

  switch (self->formula)
    {
    case GF_DERIVE_TENURE:
      if (inputs[1] != NULL)
        return g_strdup_printf (_("Months from “%s” to “%s”, or to %s while there is none"), inputs[0],
                                inputs[1], date);
      if (inputs[2] != NULL)
        return g_strdup_printf (_("Months from “%s” to %s, where “%s” is not yes"), inputs[0], date,
                                inputs[2]);
      return g_strdup_printf (_("Months from “%s” to %s"), inputs[0], date);
    case GF_DERIVE_DAYS_TO_CLOSE:
      return g_strdup_printf (_("Days from “%s” to “%s”"), inputs[0], inputs[1]);
    case GF_DERIVE_ORDERS_A_YEAR:
      if (inputs[2] != NULL)
        return g_strdup_printf (_("“%s” divided by the years from “%s” to “%s”, or to %s while there is "
                                  "none"),
                                inputs[0], inputs[1], inputs[2], date);
      return g_strdup_printf (_("“%s” divided by the years from “%s” to %s"), inputs[0], inputs[1], date);
    case GF_DERIVE_LIFETIME_VALUE:
      if (inputs[1] != NULL)
        return g_strdup_printf (_("“%s” less “%s”"), inputs[0], inputs[1]);
      return g_strdup_printf (_("“%s”"), inputs[0]);
    case GF_DERIVE_TICKETS_PER_1000:
      return g_strdup_printf (_("1000 times “%s” divided by “%s”"), inputs[0], inputs[1]);
    case GF_DERIVE_SUPPORT_SHARE:
    default:
      return g_strdup_printf (_("“%s” divided by the sum over all customers"), inputs[0]);
    }
}

/**
 * gf_derive_find_date:
 * @table: customers
 *
 * Finds the day that the data speak of: the latest in any column of dates that is not in the future, so
 * that the same file gives the same numbers whenever it is read. O(rows) a column.
 *
 * Returns: days; today when there is no date
 */
gint32
gf_derive_find_date (const GfTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  double today = gf_days_today ();
  double latest = -HUGE_VAL;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const double *numbers = gf_column_get_numbers (column);

      if (gf_column_get_column_type (column) != GF_COLUMN_DATE)
        continue;
      for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
        if (numbers[row] > latest && numbers[row] <= today)
          latest = numbers[row];
    }

  return (gint32) (latest > -HUGE_VAL ? latest : today);
}

/* The inputs by row; NULL for an optional one that is not given. */
typedef struct
{
  const double *values[GF_DERIVE_MAX_INPUTS];
  double as_of;
  double total;
} Inputs;

/* The end of a time: the date there, else the data's date unless it is said to have ended. */
static double
end_of (const Inputs *in,
        guint         date,
        const double *churned,
        gsize         row)
{
  double end = in->values[date] != NULL ? in->values[date][row] : NAN;

  if (!isnan (end))
    return end;

  return churned != NULL && churned[row] == 1 ? NAN : in->as_of;
}

static double
days_between (double from,
              double to)
{
  return to >= from ? to - from : NAN;
}

static double
compute (const Inputs    *in,
         GfDeriveFormula  formula,
         gsize            row)
{
  double first = in->values[0][row];
  double second = in->values[1] != NULL ? in->values[1][row] : NAN;
  double days;

  switch (formula)
    {
    case GF_DERIVE_TENURE:
      days = days_between (first, end_of (in, 1, in->values[2], row));
      return round (days / DAYS_A_MONTH * 10) / 10;
    case GF_DERIVE_DAYS_TO_CLOSE:
      return days_between (first, second);
    case GF_DERIVE_ORDERS_A_YEAR:
      days = days_between (second, end_of (in, 2, NULL, row));
      return days >= LEAST_DAYS ? round (first / (days / DAYS_A_YEAR) * 100) / 100 : NAN;
    case GF_DERIVE_LIFETIME_VALUE:
      return round ((isnan (second) ? first : first - second) * 1e6) / 1e6;
    case GF_DERIVE_TICKETS_PER_1000:
      return second > 0 ? round (1000 * first / second * 1e4) / 1e4 : NAN;
    case GF_DERIVE_SUPPORT_SHARE:
    default:
      return in->total > 0 ? round (first / in->total * 1e6) / 1e6 : NAN;
    }
}

static gboolean
find_inputs (const GfTable       *table,
             const GfDerivation  *derivation,
             Inputs              *in,
             GError             **error)
{
  for (guint i = 0; i < GF_DERIVE_MAX_INPUTS; i++)
    {
      const char *name = derivation->inputs[i];
      GfColumn *column = gf_table_find_column (table, name);

      if (name == NULL && i >= n_needed[derivation->formula])
        continue;
      if (column == NULL)
        {
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY,
                       _("“%s” cannot be computed: there is no column “%s”."), derivation->name,
                       name != NULL ? name : "");
          return FALSE;
        }
      in->values[i] = gf_column_get_numbers (column);
      if (in->values[i] == NULL)
        {
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                       _("“%s” cannot be computed: “%s” holds neither numbers nor dates. Change its "
                         "type."),
                       derivation->name, name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * gf_derive_column:
 * @table: customers
 * @derivation: what to compute
 * @error: return location
 *
 * Computes a derived column. Durations below zero, and orders of less than 30 days, are missing.
 *
 * Returns: (transfer full) (nullable): the column; %NULL when an input is not there
 */
GfColumn *
gf_derive_column (const GfTable       *table,
                  const GfDerivation  *derivation,
                  GError             **error)
{
  Inputs in = { .as_of = derivation->as_of };

  g_return_val_if_fail (table != NULL && derivation != NULL, NULL);

  if (!find_inputs (table, derivation, &in, error))
    return NULL;

  gsize n_rows = gf_table_get_n_rows (table);
  g_autofree double *values = g_new (double, MAX (n_rows, 1));

  for (gsize row = 0; row < n_rows; row++)
    in.total += isnan (in.values[0][row]) ? 0 : in.values[0][row];
  for (gsize row = 0; row < n_rows; row++)
    values[row] = compute (&in, derivation->formula, row);

  g_autoptr (GfColumn) column = gf_column_new_numbers (derivation->name, values, n_rows);
  if (derivation->formula != GF_DERIVE_LIFETIME_VALUE)
    return g_steal_pointer (&column);

  GfColumnSpec spec = *gf_column_get_spec (column);
  spec.type = GF_COLUMN_MONEY;
  spec.currency = gf_column_get_spec (gf_table_find_column (table, derivation->inputs[0]))->currency;

  return gf_column_with_spec (column, &spec);
}

/**
 * gf_derive_add:
 * @table: customers
 * @derivation: what to compute
 * @error: return location
 *
 * Adds a derived column behind the others, or puts it in the place of the column of its name, whose
 * role it keeps.
 *
 * Returns: (transfer full) (nullable): the customers with it; %NULL when an input is not there
 */
GfTable *
gf_derive_add (GfTable             *table,
               const GfDerivation  *derivation,
               GError             **error)
{
  g_return_val_if_fail (table != NULL && derivation != NULL, NULL);

  g_autoptr (GfColumn) column = gf_derive_column (table, derivation, error);
  int place = gf_table_index_of (table, derivation->name);

  if (column == NULL)
    return NULL;
  if (place >= 0)
    {
      GfColumnRole role = gf_column_get_role (gf_table_get_column (table, (guint) place));
      g_autoptr (GfColumn) same = gf_column_with_role (column, role);

      return gf_table_replace_column (table, (guint) place, same);
    }

  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    g_ptr_array_add (columns, gf_table_get_column (table, i));
  g_ptr_array_add (columns, column);

  return gf_table_new ((GfColumn **) columns->pdata, columns->len);
}

static gboolean
is_same (GfColumn *a,
         GfColumn *b)
{
  for (gsize row = 0; row < gf_column_get_n_rows (a); row++)
    if (strcmp (gf_column_get_text (a, row), gf_column_get_text (b, row)) != 0)
      return FALSE;

  return TRUE;
}

/* Whether the inputs, and the column itself, are the very columns that they were. */
static gboolean
has_same_columns (const GfTable      *table,
                  const GfTable      *before,
                  const GfDerivation *derivation)
{
  for (guint i = 0; i < GF_DERIVE_MAX_INPUTS; i++)
    if (gf_table_find_column (table, derivation->inputs[i]) !=
        gf_table_find_column (before, derivation->inputs[i]))
      return FALSE;

  return gf_table_find_column (table, derivation->name) == gf_table_find_column (before, derivation->name);
}

/**
 * gf_derive_refresh:
 * @table: customers
 * @before: (nullable): the customers when they were computed last: what has the same inputs as then is
 *   not computed again
 * @derivations: (element-type GfDerivation): the derived columns
 * @told: (nullable) (element-type utf8): where to add a sentence for each that cannot be computed
 *
 * Computes derived columns anew after other cells may have changed, in their order, so that one may be
 * the input of a later one. A column that was removed stays removed; one whose inputs are gone keeps
 * its cells.
 *
 * Returns: (transfer full): the customers; @table itself when nothing differs
 */
GfTable *
gf_derive_refresh (GfTable   *table,
                   GfTable   *before,
                   GPtrArray *derivations,
                   GPtrArray *told)
{
  g_return_val_if_fail (table != NULL && derivations != NULL, NULL);

  g_autoptr (GfTable) current = gf_table_ref (table);

  for (guint i = 0; i < derivations->len; i++)
    {
      const GfDerivation *derivation = g_ptr_array_index (derivations, i);
      g_autoptr (GError) error = NULL;
      GfColumn *old = gf_table_find_column (current, derivation->name);

      if (old == NULL || (before != NULL && has_same_columns (current, before, derivation)))
        continue;
      g_autoptr (GfColumn) column = gf_derive_column (current, derivation, &error);
      if (error != NULL && told != NULL)
        g_ptr_array_add (told, g_strdup (error->message));
      if (column == NULL || is_same (old, column))
        continue;

      GfTable *next = gf_derive_add (current, derivation, NULL);
      gf_table_unref (current);
      current = next;
    }

  return g_steal_pointer (&current);
}
