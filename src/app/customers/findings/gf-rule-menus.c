/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-rule-menus.h"

#include "gf-suggest.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* A menu of more values than this is no help. */
#define MAX_LEVELS 20
#define DEFAULT_WEIGHT 15
/* A new limit makes about one customer in ten a bad fit. */
#define LIMIT_QUANTILE 0.9
#define MAX_SAMPLE 20000
/* A limit is offered for each unit of so many columns of money. */
#define MAX_PERS 2

static gboolean
is_used (GfCustomers *customers,
         const char  *column)
{
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (customers));

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (measures, i);

      if (g_str_equal (gf_good_measure_get_column (measure), column))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_measurable (GfColumn *column)
{
  GfColumnType type = gf_column_get_column_type (column);
  GfColumnRole role = gf_column_get_role (column);

  return (type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY) && role != GF_ROLE_IDENTIFIER &&
         role != GF_ROLE_NAME && role != GF_ROLE_IGNORE && gf_column_count_filled (column) > 0;
}

/* An underscore in the name of a column is no mnemonic. */
static char *
escape_label (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_submenu (GMenu      *menu,
                const char *label,
                GMenu      *part)
{
  g_autofree char *escaped = escape_label (label);

  if (g_menu_model_get_n_items (G_MENU_MODEL (part)) > 0)
    g_menu_append_submenu (menu, escaped, G_MENU_MODEL (part));
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autofree char *escaped = escape_label (label);

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/**
 * gf_measures_menu_new:
 * @customers: the customers of a project
 * @table: their table
 *
 * Lists the columns of numbers that are no measure yet; values first. The items run view.add-measure.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
gf_measures_menu_new (GfCustomers *customers,
                      GfTable     *table)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) values = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const char *name = gf_column_get_name (column);

      if (is_measurable (column) && !is_used (customers, name))
        append_item (gf_column_get_role (column) == GF_ROLE_VALUE ? values : others,
                     name, "view.add-measure", g_variant_new_string (name));
    }

  if (g_menu_model_get_n_items (G_MENU_MODEL (values)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  if (g_menu_model_get_n_items (G_MENU_MODEL (others)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return G_MENU_MODEL (menu);
}

static void
append_rule (GMenu      *menu,
             const char *label,
             const char *kind,
             const char *column,
             const char *detail)
{
  append_item (menu, label, "view.add-rule", g_variant_new ("(sss)", kind, column, detail));
}

/* The values of a column, each of which may mark a bad fit. */
static void
append_levels (GMenu    *menu,
               GfColumn *column)
{
  const char *name = gf_column_get_name (column);
  g_autoptr (GMenu) levels = g_menu_new ();
  guint n = gf_column_get_n_levels (column);

  if (n == 0 || n > MAX_LEVELS)
    return;

  for (guint i = 0; i < n; i++)
    append_rule (levels, gf_column_get_level (column, i), "is", name, gf_column_get_level (column, i));
  append_submenu (menu, name, levels);
}

/* A limit by itself, and for what a customer pays. */
static void
append_limits (GMenu      *menu,
               GfTable    *table,
               GfColumn   *column,
               const char *kind)
{
  const char *name = gf_column_get_name (column);
  guint n_pers = 0;

  append_rule (menu, name, kind, name, "");
  for (guint i = 0; i < gf_table_get_n_columns (table) && n_pers < MAX_PERS; i++)
    {
      GfColumn *per = gf_table_get_column (table, i);
      g_autofree char *label = NULL;

      if (per == column || gf_column_get_column_type (per) != GF_COLUMN_MONEY ||
          gf_column_get_column_type (column) == GF_COLUMN_MONEY ||
          gf_column_get_role (column) != GF_ROLE_VALUE || gf_column_get_role (per) != GF_ROLE_VALUE)
        continue;

      /* Translators: a rule weighs one column against another: "Support hours for Revenue" */
      label = g_strdup_printf (_("%s for %s"), name, gf_column_get_name (per));
      append_rule (menu, label, kind, name, gf_column_get_name (per));
      n_pers++;
    }
}

/**
 * gf_bad_marks_menu_new:
 * @table: the customers
 *
 * Lists what can tell a bad fit. The items run view.add-rule.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
gf_bad_marks_menu_new (GfTable *table)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) says = g_menu_new ();
  g_autoptr (GMenu) high = g_menu_new ();
  g_autoptr (GMenu) low = g_menu_new ();
  g_autoptr (GMenu) filled = g_menu_new ();

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const char *name = gf_column_get_name (column);
      GfColumnRole role = gf_column_get_role (column);
      gboolean gaps = gf_column_count_filled (column) < gf_table_get_n_rows (table);

      if (role == GF_ROLE_IDENTIFIER || role == GF_ROLE_NAME || role == GF_ROLE_IGNORE ||
          gf_column_count_filled (column) == 0)
        continue;

      append_levels (says, column);
      if (is_measurable (column))
        {
          append_limits (high, table, column, "above");
          append_limits (low, table, column, "below");
        }
      if (gaps)
        append_rule (filled, name, "filled", name, "");
    }

  append_submenu (menu, _("A Column Says"), says);
  append_submenu (menu, _("Too High"), high);
  append_submenu (menu, _("Too Low"), low);
  append_submenu (menu, _("A Column Is Filled In"), filled);

  return G_MENU_MODEL (menu);
}

/**
 * gf_good_measure_new_for:
 * @table: the customers
 * @column: the name of a column of numbers
 *
 * Returns: (transfer full): a measure of that column, with a middling weight and the direction its name tells
 */
GfGoodMeasure *
gf_good_measure_new_for (GfTable    *table,
                         const char *column)
{
  GfGoodMeasure *measure = gf_good_measure_new ();

  gf_good_measure_set_column (measure, column);
  gf_good_measure_set_weight (measure, DEFAULT_WEIGHT);
  gf_good_measure_set_lower_is_better (measure, gf_measure_guess_lower_is_better (column));

  return measure;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Two figures are enough for a limit. */
static double
round_limit (double limit)
{
  double unit;

  if (limit == 0 || !isfinite (limit))
    return 0;

  unit = pow (10, floor (log10 (fabs (limit))) - 1);

  return round (limit / unit) * unit;
}

static double
choose_limit (GfColumn *column,
              GfColumn *per,
              gboolean  above)
{
  const double *x = gf_column_get_numbers (column);
  const double *y = per != NULL ? gf_column_get_numbers (per) : NULL;
  gsize n_rows = gf_column_get_n_rows (column);
  gsize step = n_rows / MAX_SAMPLE + 1;
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  gsize place;

  if (x == NULL || (per != NULL && y == NULL))
    return 0;

  for (gsize row = 0; row < n_rows; row += step)
    {
      double ratio = y != NULL ? x[row] / y[row] : x[row];

      if (isfinite (ratio))
        g_array_append_val (ratios, ratio);
    }
  if (ratios->len == 0)
    return 0;

  g_array_sort_with_data (ratios, compare_cb, NULL);
  place = (gsize) ((above ? LIMIT_QUANTILE : 1 - LIMIT_QUANTILE) * (double) (ratios->len - 1));

  return round_limit (g_array_index (ratios, double, place));
}

/**
 * gf_bad_mark_new_from_menu:
 * @table: the customers
 * @kind: nick of a #GfBadMarkKind
 * @column: the name of a column
 * @detail: the value for "is"; for a limit the name of a column to divide by, or ""
 *
 * Makes a rule of what an item of the menu stands for. A limit is proposed that makes about a tenth of the customers
 * bad fits.
 *
 * Returns: (transfer full): the rule
 */
GfBadMark *
gf_bad_mark_new_from_menu (GfTable    *table,
                           const char *kind,
                           const char *column,
                           const char *detail)
{
  g_autoptr (GTypeClass) kinds = g_type_class_ref (GF_TYPE_BAD_MARK_KIND);
  GEnumValue *value = g_enum_get_value_by_nick (G_ENUM_CLASS (kinds), kind);
  GfBadMark *mark = gf_bad_mark_new ();
  GfColumn *of = gf_table_find_column (table, column);

  gf_bad_mark_set_kind (mark, value != NULL ? (GfBadMarkKind) value->value : GF_BAD_MARK_IS);
  gf_bad_mark_set_column (mark, column);
  switch (gf_bad_mark_get_kind (mark))
    {
    case GF_BAD_MARK_ABOVE:
    case GF_BAD_MARK_BELOW:
      gf_bad_mark_set_per (mark, detail);
      if (of != NULL)
        gf_bad_mark_set_limit (mark, choose_limit (of, *detail != '\0' ? gf_table_find_column (table, detail) : NULL,
                                                   gf_bad_mark_get_kind (mark) == GF_BAD_MARK_ABOVE));
      break;

    case GF_BAD_MARK_IS:
      gf_bad_mark_set_value (mark, detail);
      break;

    case GF_BAD_MARK_FILLED:
    default:
      break;
    }

  return mark;
}
