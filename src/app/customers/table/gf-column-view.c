/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-view.h"

static guint
count_rows (GtkColumnView *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

/* Makes the first column that of the focus; what has the focus keeps it. */
static void
focus_first (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
  GtkScrollInfo *nowhere = gtk_scroll_info_new ();

  gtk_scroll_info_set_enable_horizontal (nowhere, FALSE);
  gtk_scroll_info_set_enable_vertical (nowhere, FALSE);
  gtk_column_view_scroll_to (view, 0, first, GTK_LIST_SCROLL_FOCUS, nowhere);
  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (view)))
    gtk_root_set_focus (root, focus);
}

/**
 * gf_column_view_remove_columns:
 * @view: a column view that still has its rows
 * @n_kept: how many columns stay
 *
 * Removes the others. GTK 4.18 keeps a reference too many to the column beside one that is removed while it is
 * the column of the focus: that is made the first here, and the first is removed last, beside no other.
 */
void
gf_column_view_remove_columns (GtkColumnView *view,
                               guint          n_kept)
{
  GListModel *columns;
  guint n;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  n = g_list_model_get_n_items (columns);
  if (n > n_kept && count_rows (view) > 0)
    focus_first (view);
  while (n > n_kept)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, --n);

      gtk_column_view_remove_column (view, column);
    }
}

/* How far from the left a column ends: where its title does. */
static int
find_end (GtkColumnView *view,
          guint          column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = gtk_widget_get_first_child (header);
  int end = 0;

  for (guint i = 0; title != NULL && i <= column; i++, title = gtk_widget_get_next_sibling (title))
    end += gtk_widget_get_width (title);

  return end;
}

/**
 * gf_column_view_scroll_to:
 * @view: a column view
 * @row: a row
 * @column: a column, by its place
 * @flags: what else is done there
 *
 * Scrolls to a cell, and no further to the side than is needed: from the left, where the marks of the customers
 * stand, if the cell can be seen from there.
 */
void
gf_column_view_scroll_to (GtkColumnView      *view,
                          guint               row,
                          guint               column,
                          GtkListScrollFlags  flags)
{
  GListModel *columns;
  g_autoptr (GtkColumnViewColumn) shown = NULL;
  GtkAdjustment *adjustment;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  shown = g_list_model_get_item (columns, column);
  g_return_if_fail (shown != NULL);

  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  gtk_column_view_scroll_to (view, row, shown, flags, NULL);
  if (find_end (view, column) <= (int) gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_set_value (adjustment, 0);
}
