/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-row.h"

#include "gf-column-look.h"
#include "gf-format.h"
#include "gf-range-editor.h"
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
  GtkListBoxRow *range_row;
  GfRangeEditor *range;

  /* Owned references */
  GfColumn *column;
  GfColumnSummary *summary;

  double low;
  double high;

  gboolean updating;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (GfColumnRow, gf_column_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  ROLE_CHOSEN,
  TYPE_CHOSEN,
  RANGE_CHOSEN,
  FILTER_ASKED,
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

static void
add_levels (GfColumnRow *self)
{
  guint n = self->summary->n_levels;
  guint shown = n <= N_LEVELS_SHOWN + 1 ? n : N_LEVELS_SHOWN;

  for (guint i = 0; i < shown; i++)
    {
      guint code = self->summary->levels[i];
      g_autofree char *count = gf_format_count (self->summary->counts[code]);

      add_fact (self, (int) i, gf_column_get_level (self->column, code), count);
    }
  if (shown < n)
    {
      g_autofree char *count = gf_format_count (n - shown);
      g_autofree char *more = g_strdup_printf (ngettext ("%s more value", "%s more values", n - shown), count);

      add_fact (self, (int) shown, more, "");
    }
}

static void
fill_facts (GfColumnRow *self)
{
  GtkWidget *child;
  gsize n_empty = self->summary->n_rows - self->summary->n_filled;
  gboolean range = gf_column_get_n_levels (self->column) == 0 && gf_column_has_numbers (self->column);

  self->stale = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_grid_remove (self->facts, child);

  gtk_widget_set_visible (GTK_WIDGET (self->range_row), range);
  gtk_widget_set_visible (self->facts_row, !range);
  if (range)
    {
      gf_range_editor_set (self->range, self->column, self->summary);
      gf_range_editor_set_range (self->range, self->low, self->high);
      return;
    }

  add_levels (self);
  if (n_empty > 0 || self->summary->n_levels == 0)
    {
      g_autofree char *count = gf_format_count (n_empty);

      add_fact (self, N_LEVELS_SHOWN + 2, _("Empty"), count);
    }
}

static void
expanded_cb (GfColumnRow *self)
{
  if (self->stale && self->summary != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
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

static void
range_changed_cb (GfColumnRow *self,
                  double       low,
                  double       high)
{
  self->low = low;
  self->high = high;
  g_signal_emit (self, signals[RANGE_CHOSEN], 0, low, high);
}

static void
filter_cb (GfColumnRow *self)
{
  g_signal_emit (self, signals[FILTER_ASKED], 0);
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
  g_clear_pointer (&GF_COLUMN_ROW (object)->summary, gf_column_summary_unref);

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
  /**
   * GfColumnRow::range-chosen:
   * @low: the least, -INFINITY for an open side
   * @high: the greatest, INFINITY for an open side
   */
  signals[RANGE_CHOSEN] = g_signal_new ("range-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  /**
   * GfColumnRow::filter-asked:
   *
   * The user wants a condition on this column.
   */
  signals[FILTER_ASKED] = g_signal_new ("filter-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gf_column_row_init (GfColumnRow *self)
{
  GtkWidget *filter;

  self->updating = TRUE;
  self->sparkline = GF_SPARKLINE (gf_sparkline_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 1);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 1);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->sparkline));

  self->low = -INFINITY;
  self->high = INFINITY;
  self->range = GF_RANGE_EDITOR (gf_range_editor_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->range), "column-facts");
  g_signal_connect_object (self->range, "changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  self->range_row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
  gtk_list_box_row_set_activatable (self->range_row, FALSE);
  gtk_list_box_row_set_child (self->range_row, GTK_WIDGET (self->range));
  gtk_widget_set_visible (GTK_WIDGET (self->range_row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->range_row));

  self->facts = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->facts, 3);
  gtk_grid_set_column_spacing (self->facts, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "column-facts");
  self->facts_row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->facts_row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->facts_row), GTK_WIDGET (self->facts));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->facts_row);

  filter = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (filter), _("Filter…"));
  g_signal_connect_object (filter, "activated", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), filter);
  self->role = add_combo (self, _("Role"), gf_column_role_get_titles ());
  self->type = add_combo (self, _("Type"), gf_column_type_get_titles ());
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
  if (role == GF_ROLE_IGNORE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "gone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "gone");
  self->updating = FALSE;
}

/**
 * gf_column_row_set_summary:
 * @summary: what the column holds
 *
 * Shows it beside the name, and in full when the row is unfolded.
 */
void
gf_column_row_set_summary (GfColumnRow     *self,
                           GfColumnSummary *summary)
{
  g_return_if_fail (GF_IS_COLUMN_ROW (self) && summary != NULL);

  gf_column_summary_ref (summary);
  g_clear_pointer (&self->summary, gf_column_summary_unref);
  self->summary = summary;
  gf_sparkline_set (self->sparkline, summary);
  self->stale = TRUE;
  expanded_cb (self);
}

/**
 * gf_column_row_set_range:
 * @low: the least, -INFINITY for an open side
 * @high: the greatest, INFINITY for an open side
 *
 * Shows the range that customers are filtered by.
 */
void
gf_column_row_set_range (GfColumnRow *self,
                         double       low,
                         double       high)
{
  g_return_if_fail (GF_IS_COLUMN_ROW (self));

  self->low = low;
  self->high = high;
  if (!self->stale && gtk_widget_get_visible (GTK_WIDGET (self->range_row)))
    gf_range_editor_set_range (self->range, low, high);
}
