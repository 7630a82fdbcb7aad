/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-rule.h"

#include "gf-bad-fits.h"
#include "gf-ranking.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_WEIGHT 100.0

static gboolean
has_column (GfTable     *table,
            const char  *name,
            GError     **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (gf_table_find_column (table, name) != NULL)
    return TRUE;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            gf_column_get_name (gf_table_get_column (table, i)));
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("There is no column “%s”. There are %s."), name, names->str);

  return FALSE;
}

/* Takes “:TAIL” off the end of the text; NULL when there is none. */
static char *
take_tail (char *text)
{
  char *colon = strrchr (text, ':');

  if (colon == NULL)
    return NULL;
  *colon = '\0';

  return colon + 1;
}

static gboolean
read_weight (const char *text,
             double     *weight)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(number > 0.0 && number <= MAX_WEIGHT))
    return FALSE;
  *weight = number;

  return TRUE;
}

/**
 * gf_cli_read_measure:
 * @text: “COLUMN”, “COLUMN:WEIGHT”, “COLUMN:low” or “COLUMN:WEIGHT:low”; the column's name may hold colons
 * @table: the customers
 * @error: where to put what is wrong with it
 *
 * Reads what makes a customer good. Without “low” more is better, without a weight it is 1.
 *
 * Returns: (transfer full) (nullable): the measure
 */
GfGoodMeasure *
gf_cli_read_measure (const char  *text,
                     GfTable     *table,
                     GError     **error)
{
  g_autoptr (GfGoodMeasure) measure = gf_good_measure_new ();
  g_autofree char *rest = g_strdup (text);
  double weight = 1.0;
  gboolean low = FALSE;

  while (gf_table_find_column (table, rest) == NULL)
    {
      const char *tail = take_tail (rest);

      if (tail == NULL || !((!low && (low = strcmp (tail, "low") == 0)) || read_weight (tail, &weight)))
        {
          if (tail != NULL && gf_table_find_column (table, rest) != NULL)
            g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("“%s” after the column “%s” is neither a weight above 0, of at most 100, nor “low”."), tail,
                         rest);
          else
            has_column (table, text, error);
          return NULL;
        }
    }

  if (!gf_column_has_numbers (gf_table_find_column (table, rest)))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” holds no numbers, so it cannot tell who is best."), rest);
      return NULL;
    }

  gf_good_measure_set_column (measure, rest);
  gf_good_measure_set_weight (measure, weight);
  gf_good_measure_set_lower_is_better (measure, low);

  return g_steal_pointer (&measure);
}

static gboolean
has_value (GfTable    *table,
           const char *column,
           const char *value)
{
  GfBadRule rule = { .kind = GF_BAD_IS, .column = column, .value = value };
  g_autoptr (GfBitset) rows = gf_bad_fits (table, &rule, 1, NULL);

  return rows != NULL && gf_bitset_count (rows) > 0;
}

/**
 * gf_cli_read_mark:
 * @text: “COLUMN=VALUE”; both may hold further equals signs
 * @table: the customers
 * @error: where to put what is wrong with it
 *
 * Reads what makes a customer a bad fit.
 *
 * Returns: (transfer full) (nullable): the mark
 */
GfBadMark *
gf_cli_read_mark (const char  *text,
                  GfTable     *table,
                  GError     **error)
{
  g_autoptr (GfBadMark) mark = gf_bad_mark_new ();

  for (const char *equals = strchr (text, '='); equals != NULL; equals = strchr (equals + 1, '='))
    {
      g_autofree char *column = g_strndup (text, (gsize) (equals - text));

      if (gf_table_find_column (table, column) == NULL)
        continue;

      if (!has_value (table, column, equals + 1))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--bad: nobody has “%s” in the column “%s”."), equals + 1, column);
          return NULL;
        }
      gf_bad_mark_set_kind (mark, GF_BAD_MARK_IS);
      gf_bad_mark_set_column (mark, column);
      gf_bad_mark_set_value (mark, equals + 1);

      return g_steal_pointer (&mark);
    }

  g_autofree char *name = g_strndup (text, strcspn (text, "="));
  if (strchr (text, '=') == NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("“%s” should be COLUMN=VALUE, such as “Churned=Yes”."), text);
  else
    has_column (table, name, error);

  return NULL;
}

/**
 * gf_cli_read_share:
 * @text: “0.2”, “20%”
 * @share: (out): the share
 * @error: where to put what is wrong with it
 *
 * Reads which share of the customers is best.
 *
 * Returns: whether it is one
 */
gboolean
gf_cli_read_share (const char  *text,
                   double      *share,
                   GError     **error)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end != text && strcmp (end, "%") == 0)
    {
      number /= 100.0;
      end++;
    }
  if (end == text || *end != '\0' || !(number >= GF_BEST_SHARE_MIN && number <= GF_BEST_SHARE_MAX))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--share cannot be “%s”: it is a share from %g to %g."), text, GF_BEST_SHARE_MIN,
                   GF_BEST_SHARE_MAX);
      return FALSE;
    }
  *share = number;

  return TRUE;
}
