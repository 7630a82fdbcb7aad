/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-input.h"

#include "gf-column-look.h"
#include "gf-number.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
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

/**
 * gf_column_check_input:
 * @column: a column
 * @text: what a cell of it shall say
 * @error: where to put why not
 *
 * Says whether the column can read @text. Nothing, and what stands for it, can be read.
 *
 * Returns: whether it can
 */
gboolean
gf_column_check_input (GfColumn    *column,
                       const char  *text,
                       GError     **error)
{
  const GfColumnSpec *spec;
  g_autoptr (GfColumn) alone = NULL;

  g_return_val_if_fail (column != NULL && text != NULL, FALSE);

  spec = gf_column_get_spec (column);
  alone = gf_column_new_from_cells (spec, &text, 1);
  if (!gf_column_is_unreadable (alone, 0))
    return TRUE;

  if (spec->type == GF_COLUMN_DATE)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                 _("“%s” is no date. Write it as 2026-10-14, or leave it empty."), text);
  else if (spec->type == GF_COLUMN_FLAG)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                 _("“%s” is neither yes nor no. Write one of these, or leave it empty."), text);
  else
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                 _("“%s” is no number. Write it as 1200 or 12.5, or leave it empty."), text);

  return FALSE;
}
