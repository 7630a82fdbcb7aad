/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-derive.h"

#include "gf-join-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Which columns of a table can be the inputs of a formula: by what the export says they mean, by their
   names in several languages, and by the names that joining gives. */

typedef enum
{
  DATE = 1 << GF_COLUMN_DATE,
  NUMBER = 1 << GF_COLUMN_NUMBER | 1 << GF_COLUMN_MONEY,
  MARK = 1 << GF_COLUMN_FLAG,
} Types;

static const char *
find (const GfTable      *table,
      Types               types,
      const char * const *keys)
{
  const GfExport *source = gf_join_find_export (table);

  for (guint key = 0; keys[key] != NULL; key++)
    for (guint i = 0; i < gf_table_get_n_columns (table); i++)
      {
        const char * const one[] = { keys[key], NULL };
        GfColumn *column = gf_table_get_column (table, i);

        if (((guint) types & (1u << gf_column_get_column_type (column))) != 0 &&
            gf_column_count_filled (column) > 0 &&
            gf_join_key_is (source, gf_column_get_name (column), one))
          return gf_column_get_name (column);
      }

  return NULL;
}

/* A column that joining made: @format with a title, and any name between if it has a second. */
static const char *
find_joined (const GfTable *table,
             const char    *format,
             const char    *title)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 3);

  if (parts[0] == NULL || parts[1] == NULL)
    return NULL;
  gboolean any = parts[2] != NULL;
  g_autofree char *start = g_strconcat (parts[0], title, parts[1], NULL);
  const char *end = any ? parts[2] : "";

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (table, i));

      if (any ? g_str_has_prefix (name, start) && g_str_has_suffix (name, end) : g_str_equal (name, start))
        return name;
    }

  return NULL;
}

static const char *
find_sum (const GfTable *table,
          const char    *title)
{
  return find_joined (table, _("%s: %s, sum"), title);
}

static const char *
find_start (const GfTable *table)
{
  static const char * const keys[] = { "first_paid", "won", "created", NULL };
  const char *name = find (table, DATE, keys);

  if (name == NULL)
    name = find_joined (table, _("%s: %s, first"), _("Payments"));
  if (name == NULL)
    name = find_joined (table, _("%s: %s, first"), _("Orders"));

  return name;
}

static const char *
find_revenue (const GfTable *table)
{
  static const char * const keys[] = { "ltv", "arr", "mrr", NULL };
  const char *name = find (table, NUMBER, keys);

  if (name == NULL)
    name = find_sum (table, _("Payments"));
  if (name == NULL)
    name = find_sum (table, _("Orders"));
  if (name == NULL)
    name = find_sum (table, _("Deals"));

  return name;
}

static const char *
find_tickets (const GfTable *table)
{
  static const char * const keys[] = { "tickets", NULL };
  const char *name = find (table, NUMBER, keys);

  return name != NULL ? name : find_joined (table, _("%s: count"), _("Tickets"));
}

static const char *
find_orders (const GfTable *table)
{
  static const char * const keys[] = { "orders", NULL };
  const char *name = find (table, NUMBER, keys);

  return name != NULL ? name : find_joined (table, _("%s: count"), _("Orders"));
}

/* Payments that went back. */
static const char *
find_refunds (const GfTable *table)
{
  g_autofree char *start = g_strconcat (_("Payments"), ": ", NULL);

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (table, i));
      g_autofree char *small = g_utf8_strdown (name, -1);

      if (g_str_has_prefix (name, start) && strstr (small, "refund") != NULL &&
          gf_column_has_numbers (gf_table_get_column (table, i)))
        return name;
    }

  return NULL;
}

static const char *
name_of (GfDeriveFormula formula)
{
  switch (formula)
    {
    case GF_DERIVE_TENURE:
      return _("Tenure in months");
    case GF_DERIVE_DAYS_TO_CLOSE:
      return _("Days to close");
    case GF_DERIVE_ORDERS_A_YEAR:
      return _("Orders a year");
    case GF_DERIVE_LIFETIME_VALUE:
      return _("Lifetime value");
    case GF_DERIVE_TICKETS_PER_1000:
      return _("Tickets per 1000 of revenue");
    case GF_DERIVE_SUPPORT_SHARE:
    default:
      return _("Share of all tickets");
    }
}

/* Whether the table has such a column by itself. */
static gboolean
has_already (const GfTable   *table,
             GfDeriveFormula  formula)
{
  static const char * const none[] = { NULL };
  static const char * const closes[] = { "days_to_close", NULL };
  static const char * const values[] = { "ltv", NULL };
  const char * const *keys = formula == GF_DERIVE_DAYS_TO_CLOSE ? closes
                             : formula == GF_DERIVE_LIFETIME_VALUE ? values : none;

  if (gf_table_index_of (table, name_of (formula)) >= 0 || find (table, NUMBER, keys) != NULL)
    return TRUE;
  if (formula != GF_DERIVE_TENURE)
    return FALSE;

  static const char * const words[] = { "tenure", "months", NULL };
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      g_autofree char *folded = gf_header_split (gf_column_get_name (column));

      if (gf_column_get_column_type (column) == GF_COLUMN_NUMBER && gf_header_says (folded, words))
        return TRUE;
    }

  return FALSE;
}

static void
suggest (GPtrArray       *derivations,
         const GfTable   *table,
         GfDeriveFormula  formula,
         const char      *first,
         const char      *second,
         const char      *third)
{
  if (has_already (table, formula))
    return;

  GfDerivation *derivation = g_new0 (GfDerivation, 1);

  derivation->formula = formula;
  derivation->name = g_strdup (name_of (formula));
  derivation->inputs[0] = g_strdup (first);
  derivation->inputs[1] = g_strdup (second);
  derivation->inputs[2] = g_strdup (third);
  derivation->as_of = gf_derive_find_date (table);
  g_ptr_array_add (derivations, derivation);
}

static void
suggest_times (GPtrArray     *derivations,
               const GfTable *table)
{
  static const char * const ends[] = { "churned", "lost", NULL };
  static const char * const wins[] = { "won", "closed", NULL };
  static const char * const created[] = { "created", NULL };
  const char *start = find_start (table);
  const char *end = find (table, DATE, ends);
  const char *first = find (table, DATE, created);
  const char *won = find (table, DATE, wins);
  const char *mark = NULL;
  const char *orders = find_orders (table);

  for (guint i = 0; i < gf_table_get_n_columns (table) && mark == NULL; i++)
    {
      GfColumn *column = gf_table_get_column (table, i);

      if (gf_column_get_role (column) == GF_ROLE_CHURN &&
          gf_column_get_column_type (column) == GF_COLUMN_FLAG)
        mark = gf_column_get_name (column);
    }

  if (start != NULL)
    suggest (derivations, table, GF_DERIVE_TENURE, start, end, mark);
  if (first != NULL && won != NULL)
    suggest (derivations, table, GF_DERIVE_DAYS_TO_CLOSE, first, won, NULL);
  if (start != NULL && orders != NULL)
    suggest (derivations, table, GF_DERIVE_ORDERS_A_YEAR, orders, start, end);
}

/**
 * gf_derive_suggest:
 * @table: customers
 *
 * Says which columns could be computed: those whose inputs are there, and which the table does not have
 * already. Nothing is added unasked.
 *
 * Returns: (transfer full) (element-type GfDerivation): what could be derived, perhaps nothing
 */
GPtrArray *
gf_derive_suggest (const GfTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  GPtrArray *derivations = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_derivation_free);
  const char *paid = find_sum (table, _("Payments"));
  const char *tickets = find_tickets (table);
  const char *revenue = find_revenue (table);

  suggest_times (derivations, table);
  if (paid != NULL)
    suggest (derivations, table, GF_DERIVE_LIFETIME_VALUE, paid, find_refunds (table), NULL);
  if (tickets != NULL && revenue != NULL)
    suggest (derivations, table, GF_DERIVE_TICKETS_PER_1000, tickets, revenue, NULL);
  if (tickets != NULL)
    suggest (derivations, table, GF_DERIVE_SUPPORT_SHARE, tickets, NULL, NULL);

  return derivations;
}
