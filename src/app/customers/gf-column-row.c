/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-row.h"

#include "gf-column-look.h"
#include "gf-format.h"
#include "gf-sparkline.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _GfColumnRow
{
  AdwExpanderRow parent_instance;

  /* Owned by the widget tree */
  GfSparkline *sparkline;
  AdwComboRow *role;
  AdwComboRow *type;
  GtkWidget *facts_row;
  GtkGrid *facts;

  /* Owned references */
  GfColumn *column;

  gboolean updating;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (GfColumnRow, gf_column_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  ROLE_CHOSEN,
  TYPE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define N_LEVELS_SHOWN 8

static void
add_fact (GfColumnRow *self,
          int          place,
          const char  *name,
          const char  *value)
{
  GtkWidget *left = gtk_label_new (name);
  GtkWidget *right = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_ellipsize (GTK_LABEL (left), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_add_css_class (left, "caption");
  gtk_label_set_xalign (GTK_LABEL (right), 1);
  gtk_widget_add_css_class (right, "caption");
  gtk_widget_add_css_class (right, "numeric");
  gtk_widget_add_css_class (right, "dimmed");
  gtk_grid_attach (self->facts, left, 0, place, 1, 1);
  gtk_grid_attach (self->facts, right, 1, place, 1, 1);
}

static int
add_levels (GfColumnRow *self)
{
  g_autofree guint *codes = NULL;
  g_autofree gsize *counts = NULL;
  guint n = gf_column_count_levels (self->column, &codes, &counts);
  guint shown = n <= N_LEVELS_SHOWN + 1 ? n : N_LEVELS_SHOWN;

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *count = gf_format_count (counts[codes[i]]);

      add_fact (self, (int) i, gf_column_get_level (self->column, codes[i]), count);
    }
  if (shown < n)
    {
      g_autofree char *count = gf_format_count (n - shown);
      g_autofree char *more = g_strdup_printf (ngettext ("%s more value", "%s more values", n - shown), count);

      add_fact (self, (int) shown, more, "");
    }

  return (int) n;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static int
add_quantiles (GfColumnRow *self)
{
  static const struct { const char *name; double at; } points[] = {
    { N_("Least"), 0 },
    { N_("A quarter lie below"), 0.25 },
    /* Translators: half of the values lie below it */
    { N_("Middle"), 0.5 },
    { N_("A quarter lie above"), 0.75 },
    { N_("Greatest"), 1 },
  };
  const double *numbers = gf_column_get_numbers (self->column);
  gsize n_rows = gf_column_get_n_rows (self->column);
  g_autofree double *sorted = g_new (double, n_rows + 1);
  g_autoptr (GfColumnLook) look = gf_column_look_new (self->column);
  gsize n = 0;

  for (gsize row = 0; row < n_rows; row++)
    if (!isnan (numbers[row]))
      sorted[n++] = numbers[row];
  if (n == 0)
    return 0;

  qsort (sorted, n, sizeof (double), compare_doubles);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double place = points[i].at * (double) (n - 1);
      gsize below = (gsize) floor (place);
      gsize above = MIN (below + 1, n - 1);
      double value = sorted[below] + (place - (double) below) * (sorted[above] - sorted[below]);
      g_autofree char *text = gf_column_look_dup_value (look, value);

      add_fact (self, (int) i, _(points[i].name), text);
    }

  return (int) G_N_ELEMENTS (points);
}

static void
fill_facts (GfColumnRow *self)
{
  GtkWidget *child;
  int n;
  gsize n_empty = gf_column_get_n_rows (self->column) - gf_column_count_filled (self->column);

  self->stale = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_grid_remove (self->facts, child);

  if (gf_column_get_n_levels (self->column) > 0)
    n = add_levels (self);
  else if (gf_column_get_numbers (self->column) != NULL)
    n = add_quantiles (self);
  else
    n = 0;
  if (n_empty > 0 || n == 0)
    {
      g_autofree char *count = gf_format_count (n_empty);

      add_fact (self, n + 1, _("Empty"), count);
    }
}

static void
expanded_cb (GfColumnRow *self)
{
  if (self->stale && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    fill_facts (self);
}

static void
chosen_cb (GfColumnRow *self,
           GParamSpec  *pspec,
           AdwComboRow *combo)
{
  if (self->updating || self->column == NULL)
    return;

  g_signal_emit (self, signals[combo == self->role ? ROLE_CHOSEN : TYPE_CHOSEN], 0,
                 adw_combo_row_get_selected (combo));
}

static AdwComboRow *
add_combo (GfColumnRow        *self,
           const char         *title,
           const char * const *choices)
{
  GtkWidget *combo = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (model));
  g_signal_connect_object (combo, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), combo);

  return ADW_COMBO_ROW (combo);
}

static void
gf_column_row_finalize (GObject *object)
{
  g_clear_pointer (&GF_COLUMN_ROW (object)->column, gf_column_unref);

  G_OBJECT_CLASS (gf_column_row_parent_class)->finalize (object);
}

static void
gf_column_row_class_init (GfColumnRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_column_row_finalize;

  /**
   * GfColumnRow::role-chosen:
   * @role: a #GfColumnRole
   */
  signals[ROLE_CHOSEN] = g_signal_new ("role-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * GfColumnRow::type-chosen:
   * @type: a #GfColumnType
   */
  signals[TYPE_CHOSEN] = g_signal_new ("type-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gf_column_row_init (GfColumnRow *self)
{
  self->updating = TRUE;
  self->sparkline = GF_SPARKLINE (gf_sparkline_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 1);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->sparkline));

  self->role = add_combo (self, _("Role"), gf_column_role_get_titles ());
  self->type = add_combo (self, _("Type"), gf_column_type_get_titles ());
  self->facts = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->facts, 3);
  gtk_grid_set_column_spacing (self->facts, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "column-facts");
  self->facts_row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->facts_row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->facts_row), GTK_WIDGET (self->facts));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->facts_row);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  self->updating = FALSE;
}

/**
 * gf_column_row_new:
 *
 * Returns: (transfer floating): a row without a column
 */
GtkWidget *
gf_column_row_new (void)
{
  return g_object_new (GF_TYPE_COLUMN_ROW, NULL);
}

/**
 * gf_column_row_get_column:
 *
 * Returns: (transfer none) (nullable): the column
 */
GfColumn *
gf_column_row_get_column (GfColumnRow *self)
{
  g_return_val_if_fail (GF_IS_COLUMN_ROW (self), NULL);

  return self->column;
}

/**
 * gf_column_row_set_column:
 * @column: a column
 *
 * Shows another column, or the same one changed.
 */
void
gf_column_row_set_column (GfColumnRow *self,
                          GfColumn    *column)
{
  g_autoptr (GfColumn) before = NULL;
  g_autoptr (GfColumnLook) look = NULL;
  g_autofree char *summary = NULL;
  GfColumnRole role;

  g_return_if_fail (GF_IS_COLUMN_ROW (self) && column != NULL);

  role = gf_column_get_role (column);
  look = gf_column_look_new (column);
  before = g_steal_pointer (&self->column);
  self->column = gf_column_ref (column);

  self->updating = TRUE;
  summary = gf_column_look_dup_summary (look);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), gf_column_get_name (column));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  adw_combo_row_set_selected (self->role, role);
  adw_combo_row_set_selected (self->type, gf_column_get_column_type (column));
  gf_sparkline_set_column (self->sparkline, column);
  if (role == GF_ROLE_IGNORE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "gone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "gone");
  self->updating = FALSE;

  self->stale = TRUE;
  expanded_cb (self);
}
