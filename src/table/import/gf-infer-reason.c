/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-infer.h"

#include "gf-format.h"

#include <glib/gi18n-lib.h>

static char *
number_reason (const GfColumn      *column,
               const GfColumnFacts *facts,
               const char          *filled,
               const char          *all)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);
  gboolean money = spec->type == GF_COLUMN_MONEY;
  gboolean comma = spec->decimal == ',';

  if (spec->percent)
    return g_strdup_printf (_("Number: %s of %s cells are percentages"), filled, all);
  if (money && spec->currency != NULL && comma)
    return g_strdup_printf (_("Money: %s of %s cells are amounts in %s with a decimal comma"),
                            filled, all, spec->currency);
  if (money && spec->currency != NULL)
    return g_strdup_printf (_("Money: %s of %s cells are amounts in %s with a decimal point"),
                            filled, all, spec->currency);
  if (money)
    return g_strdup_printf (_("Money: %s of %s cells are numbers, and the name speaks of money"),
                            filled, all);
  if (facts->n_fraction == 0)
    return g_strdup_printf (_("Number: %s of %s cells are whole numbers"), filled, all);
  if (comma)
    return g_strdup_printf (_("Number: %s of %s cells are numbers with a decimal comma"), filled,
                            all);

  return g_strdup_printf (_("Number: %s of %s cells are numbers with a decimal point"), filled,
                          all);
}

static char *
date_reason (const GfColumn      *column,
             const GfColumnFacts *facts,
             const char          *filled,
             const char          *all)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);

  if (facts->n_date == 0 && spec->date_numbers == GF_DATE_NUMBERS_SECONDS)
    return g_strdup_printf (_("Date: %s of %s cells count the seconds since 1970"), filled, all);
  if (facts->n_date == 0 && spec->date_numbers == GF_DATE_NUMBERS_MILLISECONDS)
    return g_strdup_printf (_("Date: %s of %s cells count the milliseconds since 1970"), filled,
                            all);
  if (facts->n_date == 0 && spec->date_numbers == GF_DATE_NUMBERS_SERIAL)
    return g_strdup_printf (_("Date: %s of %s cells are days as spreadsheets count them"), filled,
                            all);
  switch (spec->date_order)
    {
    case GF_DATE_ORDER_YMD:
      return g_strdup_printf (_("Date: %s of %s cells are dates with the year first"), filled,
                              all);
    case GF_DATE_ORDER_DMY:
      return g_strdup_printf (_("Date: %s of %s cells are dates with the day first"), filled, all);
    case GF_DATE_ORDER_MDY:
      return g_strdup_printf (_("Date: %s of %s cells are dates with the month first"), filled,
                              all);
    case GF_DATE_ORDER_UNKNOWN:
    default:
      return g_strdup_printf (_("Date: %s of %s cells are dates"), filled, all);
    }
}

static char *
category_reason (const GfColumn *column,
                 const char     *filled)
{
  g_autofree char *levels = gf_format_count (gf_column_get_n_levels (column));
  const GfColumnSpec *spec = gf_column_get_spec (column);

  if (!spec->bands)
    return g_strdup_printf (ngettext ("Category: %s text in %s cells",
                                      "Category: %s different texts in %s cells",
                                      gf_column_get_n_levels (column)), levels, filled);

  guint n_bands = 0;
  double low, high;
  for (guint i = 0; i < gf_column_get_n_levels (column); i++)
    n_bands += gf_column_get_band (column, i, &low, &high);

  return g_strdup_printf (ngettext ("Category: %u interval in %s cells",
                                    "Category: %u intervals in %s cells, in their order", n_bands),
                          n_bands, filled);
}

static char *
text_reason (const GfColumn      *column,
             const GfColumnFacts *facts,
             const char          *filled)
{
  g_autofree char *distinct = NULL;
  GfColumnRole role = gf_column_get_role (column);

  if (role == GF_ROLE_NAME)
    return g_strdup_printf (_("Text: the names of the customers in %s cells"), filled);
  if (role == GF_ROLE_IDENTIFIER)
    return g_strdup_printf (_("Text: what stands for a customer in %s cells"), filled);
  if (facts->n_either == facts->n_filled && facts->n_code > 0)
    return g_strdup_printf (_("Text: the digits in %s cells are codes, no quantities"), filled);
  if (facts->n_either == facts->n_filled)
    return g_strdup_printf (_("Text: the digits in %s cells name something, as the column's name "
                              "says"), filled);
  if (facts->n_long * 4 >= facts->n_filled)
    return g_strdup_printf (_("Text: many of the %s cells are long"), filled);

  distinct = gf_format_count (facts->n_distinct);
  if (facts->n_distinct * 10 <= facts->n_filled * 7)
    return g_strdup_printf (_("Text: %s different texts that make no groups"), distinct);

  return g_strdup_printf (_("Text: %s different texts, so that hardly one comes again"), distinct);
}

/**
 * gf_infer_dup_reason:
 * @column: a column
 *
 * Says in words why the column has its type, or what its texts are when they are read as it:
 * "Number: 7,032 of 7,043 cells are numbers with a decimal point". Looks at a sample of the texts.
 *
 * Returns: (transfer full): a phrase without a full stop
 */
char *
gf_infer_dup_reason (const GfColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  const GfColumnSpec *spec = gf_column_get_spec (column);
  gsize n_filled = gf_column_count_filled (column);
  g_autofree char *filled = gf_format_count (n_filled);
  g_autofree char *all = gf_format_count (gf_column_get_n_rows (column));
  g_autofree char *levels = NULL;
  GfColumnFacts facts;

  if (n_filled == 0 && gf_column_count_unreadable (column) == 0)
    return g_strdup (_("Empty: no cell says anything"));

  gf_infer_get_facts (gf_column_get_cells (column), FALSE, &facts);
  switch (spec->type)
    {
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
      return number_reason (column, &facts, filled, all);
    case GF_COLUMN_DATE:
      return date_reason (column, &facts, filled, all);
    case GF_COLUMN_FLAG:
      if (spec->blank_is_no)
        return g_strdup_printf (_("Yes or no: cells are ticked or empty"));
      return g_strdup_printf (_("Yes or no: %s of %s cells say one or the other"), filled, all);
    case GF_COLUMN_SET:
      levels = gf_format_count (gf_column_get_n_levels (column));
      return g_strdup_printf (_("List: %s different entries, separated by “%c”"), levels,
                              spec->separator != 0 ? spec->separator : ';');
    case GF_COLUMN_CATEGORY:
      return category_reason (column, filled);
    case GF_COLUMN_TEXT:
    default:
      return text_reason (column, &facts, filled);
    }
}
