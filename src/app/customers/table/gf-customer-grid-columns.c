/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-grid-private.h"

#include <glib/gi18n-lib.h>

/* That of the style sheet, at each side. */
#define CELL_PADDING 8

/* Which column of the table a column of the grid, or its factory, shows. */
int
_gf_customer_grid_get_index (gpointer object)
{
  return GPOINTER_TO_INT (g_object_get_data (object, "gf-index"));
}

void
_gf_customer_grid_fill_cell (gpointer owner,
                             gpointer item,
                             int      index)
{
  GfCustomerGrid *self = owner;
  GtkColumnViewCell *cell = item;
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  guint position = gtk_column_view_cell_get_position (cell);
  const GfColumnLook *look = gf_customer_cells_get_look (&self->cells, index);
  g_autofree char *text = NULL;
  gsize row;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->cells.list)))
    return;
  row = gf_customer_list_get_row (self->cells.list, position);
  if (index < 0)
    {
      gf_customer_cells_fill_mark (&self->cells, GTK_IMAGE (child), row);
      return;
    }
  if (look == NULL)
    return;

  text = gf_column_look_dup_cell (look, row);
  gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
  if (gf_column_is_unreadable (gf_column_look_get_column (look), row))
    gtk_widget_add_css_class (child, "data-attention");
  else
    gtk_widget_remove_css_class (child, "data-attention");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell,
          GfCustomerGrid           *self)
{
  int index = _gf_customer_grid_get_index (factory);
  GtkWidget *child;
  const GfColumnLook *look;

  if (index < 0)
    {
      child = gtk_image_new ();
      gtk_column_view_cell_set_child (cell, child);
      return;
    }

  look = gf_customer_cells_get_look (&self->cells, index);
  child = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (child), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (child), gf_column_look_get_width (look));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (child), gf_column_look_is_number (look) ? 1 : 0);
  if (gf_column_look_is_number (look) ||
      gf_column_get_column_type (gf_column_look_get_column (look)) == GF_COLUMN_DATE)
    gtk_widget_add_css_class (child, "numeric");
  if (gf_column_get_role (gf_column_look_get_column (look)) == GF_ROLE_NAME)
    gtk_widget_add_css_class (child, "heading");
  g_object_set_data (G_OBJECT (child), "gf-cell", cell);
  g_object_set_data (G_OBJECT (child), "gf-index", GINT_TO_POINTER (index));
  gtk_column_view_cell_set_focusable (cell, TRUE);
  gtk_column_view_cell_set_child (cell, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         GfCustomerGrid           *self)
{
  g_hash_table_insert (self->cells.bound, cell, g_object_get_data (G_OBJECT (factory), "gf-index"));
  _gf_customer_grid_fill_cell (self, cell, _gf_customer_grid_get_index (factory));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           GfCustomerGrid           *self)
{
  g_hash_table_remove (self->cells.bound, cell);
}

void
_gf_customer_grid_bind_row_cb (GtkSignalListItemFactory *factory,
                               GtkColumnViewRow         *view_row,
                               GfCustomerGrid           *self)
{
  guint position = gtk_column_view_row_get_position (view_row);
  g_autofree char *name = NULL;
  gsize row;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->cells.list)))
    return;

  row = gf_customer_list_get_row (self->cells.list, position);
  name = gf_table_dup_row_name (gf_customer_list_get_table (self->cells.list), row);
  gtk_column_view_row_set_accessible_label (view_row, name);
}

/* The list sorts itself: a sorter is there only so that the titles can be clicked. */
static int
compare_nothing (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  return GTK_ORDERING_EQUAL;
}

static void
append_action (GMenu      *menu,
               const char *label,
               const char *action,
               int         column,
               int         mode)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (mode < 0)
    g_menu_item_set_action_and_target (item, action, "i", column);
  else
    g_menu_item_set_action_and_target (item, action, "(ii)", column, mode);
  g_menu_append_item (menu, item);
}

/* What can be done with a column; see the view for the actions. */
static GMenuModel *
create_header_menu (int index)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  append_action (sort, _("Sort Ascending"), "view.sort", index, 0);
  append_action (sort, _("Sort Descending"), "view.sort", index, 1);
  append_action (sort, _("Then by This, Ascending"), "view.sort", index, 2);
  append_action (sort, _("Then by This, Descending"), "view.sort", index, 3);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sort));
  append_action (more, _("Filter…"), "view.filter-column", index, -1);
  append_action (more, _("Hide Column"), "view.hide-column", index, -1);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));

  return G_MENU_MODEL (menu);
}

static GtkColumnViewColumn *
add_column (GfCustomerGrid *self,
            int             index,
            const char     *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_nothing, NULL, NULL));

  g_object_set_data (G_OBJECT (factory), "gf-index", GINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (column), "gf-index", GINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, index >= 0);
  if (index >= 0)
    {
      g_autoptr (GMenuModel) menu = create_header_menu (index);

      gtk_column_view_column_set_header_menu (column, menu);
    }
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);

  return column;
}

/* The sign of the order, which keeps its place when there is none, stands before the words here. */
static void
align_title (GtkWidget *box)
{
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *sign = label != NULL ? gtk_widget_get_next_sibling (label) : NULL;

  if (!GTK_IS_BOX (box) || !GTK_IS_LABEL (label))
    return;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  if (sign != NULL)
    gtk_box_reorder_child_after (GTK_BOX (box), sign, NULL);
}

/* The width of a digit, or of a letter where that is wider, in the text of the cells. */
static int
get_char_width (GfCustomerGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return width;
}

/* The titles are the toolkit's own; what can be done is to put those of numbers above their numbers. Widths
 * are said here for title and cells, so that the view does not ask every cell for its own. */
void
_gf_customer_grid_fit_columns (GfCustomerGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  int char_width = get_char_width (self);

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);
      const GfColumnLook *look = gf_customer_cells_get_look (&self->cells, _gf_customer_grid_get_index (column));

      if (box != NULL && look != NULL)
        {
          /* One more than the usual value has, for wide letters; names are bold. */
          gboolean bold = gf_column_get_role (gf_column_look_get_column (look)) == GF_ROLE_NAME;
          int cells = ((int) gf_column_look_get_width (look) + (bold ? 2 : 1)) * char_width;
          int needed;

          if (gf_column_look_is_number (look))
            align_title (box);
          gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
          gtk_column_view_column_set_fixed_width (column, MAX (PANGO_PIXELS_CEIL (cells) + 2 * CELL_PADDING, needed));
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

/* A column view of GTK 4.18 keeps a reference too many to the column beside one that is removed while it is
 * the column of the focus: that is made the first here, and the first is removed last, beside no other. */
void
_gf_customer_grid_remove_columns (GfCustomerGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n = g_list_model_get_n_items (columns);

  if (n > 0 && self->cells.list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->cells.list)) > 0)
    {
      g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
      GtkScrollInfo *nowhere = gtk_scroll_info_new ();

      gtk_scroll_info_set_enable_horizontal (nowhere, FALSE);
      gtk_scroll_info_set_enable_vertical (nowhere, FALSE);
      gtk_column_view_scroll_to (self->view, 0, first, GTK_LIST_SCROLL_FOCUS, nowhere);
    }
  while (n > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, --n);

      gtk_column_view_remove_column (self->view, column);
    }
}

void
_gf_customer_grid_show_order (GfCustomerGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n_keys;
  const GfRowSortKey *keys = gf_customer_list_get_order (self->cells.list, &n_keys);

  self->sorting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; n_keys > 0 && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (_gf_customer_grid_get_index (column) == keys[0].column)
        gtk_column_view_sort_by_column (self->view, column,
                                        keys[0].descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
  self->sorting = FALSE;
}

void
_gf_customer_grid_build_columns (GfCustomerGrid *self)
{
  GtkColumnViewColumn *last = NULL;

  self->rebuild = FALSE;
  _gf_customer_grid_remove_columns (self);
  g_hash_table_remove_all (self->cells.bound);
  if (self->cells.looks->len == 0)
    return;

  add_column (self, GF_ROW_SORT_MARK, "");
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint index = g_array_index (self->columns, guint, i);
      const GfColumnLook *look = gf_customer_cells_get_look (&self->cells, (int) index);
      g_autofree char *title = NULL;

      if (look == NULL)
        continue;
      title = gf_column_look_dup_title (look);
      last = add_column (self, (int) index, title);
    }
  if (last != NULL)
    gtk_column_view_column_set_expand (last, TRUE);
  _gf_customer_grid_fit_columns (self);
  _gf_customer_grid_show_order (self);
}
