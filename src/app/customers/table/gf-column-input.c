/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-input.h"

#include "gf-column-look.h"
#include "gf-number.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/**
 * gf_column_dup_input:
 * @column: a column of numbers, money or dates
 * @value: a value, or an infinite one for nothing
 *
 * Returns: (transfer full): @value as it can be typed
 */
char *
gf_column_dup_input (GfColumn *column,
                    double    value)
{
  g_autoptr (GfColumnLook) look = NULL;

  g_return_val_if_fail (column != NULL, NULL);

  if (!isfinite (value))
    return g_strdup ("");
  look = gf_column_look_new (column);

  return gf_column_look_dup_value (look, value);
}

/**
 * gf_column_parse_input:
 * @column: a column of numbers, money or dates
 * @text: what was typed, in the way of the column or as the window shows it
 * @value: (out): what it says; NaN for nothing
 *
 * Returns: whether it says a value of the column, or nothing
 */
gboolean
gf_column_parse_input (GfColumn   *column,
                      const char *text,
                      double     *value)
{
  const GfColumnSpec *spec;
  GfNumber number;
  gint32 days;

  g_return_val_if_fail (column != NULL && text != NULL && value != NULL, FALSE);

  *value = NAN;
  if (strspn (text, " \t") == strlen (text))
    return TRUE;

  spec = gf_column_get_spec (column);
  if (spec->type == GF_COLUMN_DATE)
    {
      /* A year alone is its first day. */
      if (strlen (text) == 4 && strspn (text, "0123456789") == 4)
        days = gf_days_from_parts (atoi (text), 1, 1);
      else if (!gf_days_from_iso (text, &days) &&
               !gf_date_parse (text, strlen (text), spec->date_order, &days))
        return FALSE;
      *value = days;
      return TRUE;
    }
  if (!gf_number_parse (text, strlen (text), '.', &number) && !gf_number_parse (text, strlen (text), ',', &number))
    return FALSE;
  *value = number.value;

  return TRUE;
}

/* A year, or a year and a month, as the first day of it; NULL for anything else. */
static char *
dup_first_day (const char *text)
{
  int year, month = 1, end = 0;

  if (!(sscanf (text, " %4d %n", &year, &end) == 1 && text[end] == '\0') &&
      !(sscanf (text, " %4d-%2d %n", &year, &month, &end) == 2 && text[end] == '\0') &&
      !(sscanf (text, " %2d/%4d %n", &month, &year, &end) == 2 && text[end] == '\0'))
    return NULL;
  if (year < 1900 || year > 2100 || month < 1 || month > 12)
    return NULL;

  return g_strdup_printf ("%04d-%02d-01", year, month);
}

/**
 * gf_column_take_input:
 * @column: a column
 * @text: what a cell of it shall say
 * @error: where to put why not
 *
 * Makes of what was typed what the column can read: nothing, and what stands for it, can be read as it is; a year or a
 * month is its first day in a column of dates.
 *
 * Returns: (transfer full) (nullable): the text of the cell; NULL with an error when it cannot be read
 */
char *
gf_column_take_input (GfColumn    *column,
                      const char  *text,
                      GError     **error)
{
  g_return_val_if_fail (column != NULL && text != NULL, NULL);

  const GfColumnSpec *spec = gf_column_get_spec (column);
  g_autoptr (GfColumn) alone = gf_column_new_from_cells (spec, &text, 1);
  g_autofree char *day = NULL;

  if (!gf_column_is_unreadable (alone, 0))
    return g_strdup (text);

  switch (spec->type)
    {
    case GF_COLUMN_DATE:
      day = dup_first_day (text);
      if (day == NULL)
        g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                     _("“%s” is no date. Write it as 2026-10-14, 2026-10 or 2026, or leave it empty."), text);
      return g_steal_pointer (&day);
    case GF_COLUMN_FLAG:
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                   _("“%s” is neither yes nor no. Write one of these, or leave it empty."), text);
      return NULL;
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
    case GF_COLUMN_CATEGORY:
    case GF_COLUMN_SET:
    case GF_COLUMN_TEXT:
    default:
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                   _("“%s” is no number. Write it as 1200 or 12.5, or leave it empty."), text);
      return NULL;
    }
}
