/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-filter-words.h"

#include "gf-column-look.h"
#include "gf-format.h"
#include "gf-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More levels than this are counted, not named. */
#define MAX_NAMED 2

static char *
dup_levels (const char         *name,
            const char * const *levels,
            gboolean            exclude)
{
  guint n = g_strv_length ((char **) levels);
  g_autofree char *list = NULL;

  if (n == 0)
    /* Translators: a condition on a column that nothing was chosen for yet: “Industry: any” */
    return g_strdup_printf (_("%s: any"), name);
  if (n > MAX_NAMED)
    {
      g_autofree char *count = gf_format_count (n);

      if (exclude)
        /* Translators: of a column: “Country is none of 4” */
        return g_strdup_printf (_("%s is none of %s"), name, count);
      /* Translators: of a column: “Industry is one of 4” */
      return g_strdup_printf (_("%s is one of %s"), name, count);
    }

  /* Translators: between the last two of several values: “Marketing or Media” */
  list = n == 2 ? g_strdup_printf (_("%s or %s"), levels[0], levels[1]) : g_strdup (levels[0]);
  if (exclude)
    /* Translators: of a column: “Country is not Italy” */
    return g_strdup_printf (_("%s is not %s"), name, list);

  /* Translators: of a column: “Industry: Marketing” */
  return g_strdup_printf (_("%s: %s"), name, list);
}

static char *
dup_range (const char *name,
           GfColumn   *column,
           double      low,
           double      high)
{
  g_autoptr (GfColumnLook) look = column != NULL ? gf_column_look_new (column) : NULL;
  g_autofree char *from = look != NULL ? gf_column_look_dup_value (look, low) : gf_number_to_text (low);
  g_autofree char *to = look != NULL ? gf_column_look_dup_value (look, high) : gf_number_to_text (high);

  if (isinf (low) && isinf (high))
    return g_strdup_printf (_("%s: any"), name);
  if (isinf (high))
    /* Translators: of a column of numbers or dates: “Employees from 50” */
    return g_strdup_printf (_("%s from %s"), name, from);
  if (isinf (low))
    /* Translators: of a column of numbers or dates: “Employees up to 250” */
    return g_strdup_printf (_("%s up to %s"), name, to);

  /* Translators: of a column of numbers or dates: “Employees 50 to 250” */
  return g_strdup_printf (_("%s %s to %s"), name, from, to);
}

/**
 * gf_row_filter_dup_words:
 * @filter: a condition
 * @table: (nullable): the customers
 *
 * Returns: (transfer full): it in words, as a chip has them: "Employees 50 to 250"
 */
char *
gf_row_filter_dup_words (GfRowFilter *filter,
                         GfTable     *table)
{
  const char *name;
  GfColumn *column;

  g_return_val_if_fail (filter != NULL, NULL);

  name = gf_row_filter_get_name (filter);
  column = table != NULL ? gf_table_find_column (table, name) : NULL;
  switch (gf_row_filter_get_kind (filter))
    {
    case GF_ROW_FILTER_LEVELS:
      return dup_levels (name, gf_row_filter_get_levels (filter), gf_row_filter_get_exclude (filter));

    case GF_ROW_FILTER_RANGE:
      return dup_range (name, column, gf_row_filter_get_low (filter), gf_row_filter_get_high (filter));

    case GF_ROW_FILTER_CONTAINS:
      if (*gf_row_filter_get_text (filter) == '\0')
        return g_strdup_printf (_("%s: any"), name);
      /* Translators: of a column: “Name has “media”” */
      return g_strdup_printf (_("%s has “%s”"), name, gf_row_filter_get_text (filter));

    case GF_ROW_FILTER_MISSING:
      return g_strdup_printf (_("%s is empty"), name);

    case GF_ROW_FILTER_PRESENT:
      return g_strdup_printf (_("%s is filled"), name);

    case GF_ROW_FILTER_CUSTOM:
    default:
      return g_strdup (name);
    }
}
