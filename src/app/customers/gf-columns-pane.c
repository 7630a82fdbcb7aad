/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-columns-pane.h"

#include "gf-column-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfColumnsPane
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GtkListBox *list;

  /* Borrowed: the rows, by column */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (GfColumnsPane, gf_columns_pane, ADW_TYPE_BIN)

enum
{
  ROLE_CHOSEN,
  TYPE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chosen (GfColumnsPane *self,
        GfColumnRow   *row,
        guint          signal,
        guint          choice)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;

  g_signal_emit (self, signals[signal], 0, index, choice);
  /* What was refused is taken back; what was not comes with the next table. */
  gf_column_row_set_column (row, gf_column_row_get_column (row));
}

static void
role_chosen_cb (GfColumnsPane *self,
                guint          role,
                GfColumnRow   *row)
{
  chosen (self, row, ROLE_CHOSEN, role);
}

static void
type_chosen_cb (GfColumnsPane *self,
                guint          type,
                GfColumnRow   *row)
{
  chosen (self, row, TYPE_CHOSEN, type);
}

static void
expanded_cb (GfColumnsPane  *self,
             GParamSpec     *pspec,
             AdwExpanderRow *row)
{
  if (!adw_expander_row_get_expanded (row))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != row)
      adw_expander_row_set_expanded (g_ptr_array_index (self->rows, i), FALSE);
}

static void
add_row (GfColumnsPane *self)
{
  GtkWidget *row = gf_column_row_new ();

  g_signal_connect_object (row, "role-chosen", G_CALLBACK (role_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "type-chosen", G_CALLBACK (type_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list, row);
}

static void
gf_columns_pane_finalize (GObject *object)
{
  g_ptr_array_unref (GF_COLUMNS_PANE (object)->rows);

  G_OBJECT_CLASS (gf_columns_pane_parent_class)->finalize (object);
}

static void
gf_columns_pane_class_init (GfColumnsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_columns_pane_finalize;

  /**
   * GfColumnsPane::role-chosen:
   * @column: the index of a column
   * @role: a #GfColumnRole
   */
  signals[ROLE_CHOSEN] = g_signal_new ("role-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  /**
   * GfColumnsPane::type-chosen:
   * @column: the index of a column
   * @type: a #GfColumnType
   */
  signals[TYPE_CHOSEN] = g_signal_new ("type-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
gf_columns_pane_init (GfColumnsPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "columns-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Columns"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * gf_columns_pane_set_table:
 * @table: (nullable): the customers
 *
 * Shows the columns of @table; only those that differ are looked at again.
 */
void
gf_columns_pane_set_table (GfColumnsPane *self,
                           GfTable       *table)
{
  guint n;

  g_return_if_fail (GF_IS_COLUMNS_PANE (self));

  n = table != NULL ? gf_table_get_n_columns (table) : 0;
  while (self->rows->len > n)
    {
      gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->rows->len < n)
    add_row (self);

  for (guint i = 0; i < n; i++)
    {
      GfColumnRow *row = g_ptr_array_index (self->rows, i);
      GfColumn *column = gf_table_get_column (table, i);
      GfColumn *before = gf_column_row_get_column (row);

      if (before == column)
        continue;
      if (before != NULL && strcmp (gf_column_get_name (before), gf_column_get_name (column)) != 0)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
      gf_column_row_set_column (row, column);
    }
}
