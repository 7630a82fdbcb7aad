/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-grid-private.h"

#include "gf-column-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Those of the style sheets: at both sides, and the line before the next cell. */
#define CELL_PADDING 16
#define CELL_BORDER 1
/* The number of a row among what is bound; cells have the index of their column, or that of the marks. */
#define WHOLE_ROW G_MININT

/* How wide a column is at least and at most. */
#define MIN_SIGNS 4
#define MAX_SIGNS 30

/* Which column of the table a column of the grid, or its factory, shows. */
int
_gf_customer_grid_get_index (gpointer object)
{
  return GPOINTER_TO_INT (g_object_get_data (object, "gf-index"));
}

/* A row is known by the name of its customer. */
static void
fill_row (GfCustomerGrid   *self,
          GtkColumnViewRow *view_row)
{
  guint position = gtk_column_view_row_get_position (view_row);
  g_autofree char *name = NULL;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->cells.list)))
    return;

  name = gf_table_dup_row_name (gf_customer_list_get_table (self->cells.list),
                                gf_customer_list_get_row (self->cells.list, position));
  gtk_column_view_row_set_accessible_label (view_row, name);
}

static void
fill_cell (GfCustomerGrid    *self,
           GtkColumnViewCell *cell,
           int                index)
{
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

/* Fills a cell, or names a row, that is on the screen. */
void
_gf_customer_grid_fill (gpointer owner,
                        gpointer item,
                        int      number)
{
  if (number == WHOLE_ROW)
    fill_row (owner, item);
  else
    fill_cell (owner, item, number);
}

/* Whether the cells are set in figures of one width, which are not as wide as others. */
static gboolean
has_figures (const GfColumnLook *look)
{
  return gf_column_look_is_number (look) ||
         gf_column_get_column_type (gf_column_look_get_column (look)) == GF_COLUMN_DATE;
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
      child = gf_customer_cells_new_mark ();
      gtk_column_view_cell_set_child (cell, child);
      return;
    }

  look = gf_customer_cells_get_look (&self->cells, index);
  child = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (child), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (child), gf_column_look_get_width (look));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (child), gf_column_look_is_number (look) ? 1 : 0);
  if (has_figures (look))
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
  fill_cell (self, cell, _gf_customer_grid_get_index (factory));
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
  g_hash_table_insert (self->cells.bound, view_row, GINT_TO_POINTER (WHOLE_ROW));
  fill_row (self, view_row);
}

void
_gf_customer_grid_unbind_row_cb (GtkSignalListItemFactory *factory,
                                 GtkColumnViewRow         *view_row,
                                 GfCustomerGrid           *self)
{
  g_hash_table_remove (self->cells.bound, view_row);
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
            int             index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new ("", factory);
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
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  if (sign != NULL)
    gtk_box_reorder_child_after (GTK_BOX (box), sign, NULL);
}

/* How wide the cells of a column are. The first say nothing of all the others: of many there is room for a
 * sign more. */
static int
measure_cells (const GfColumnLook *look,
               PangoLayout        *layout)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (pango_layout_get_context (layout), NULL, NULL);
  int sign = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                     pango_font_metrics_get_approximate_digit_width (metrics)));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_metrics_unref (metrics);
  if (gf_column_get_role (gf_column_look_get_column (look)) == GF_ROLE_NAME)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (has_figures (look))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);

  return MAX (gf_column_look_measure (look, layout, MAX_SIGNS * sign), MIN_SIGNS * sign) +
         (gf_column_look_is_sample (look) ? sign : 0) + CELL_PADDING + CELL_BORDER;
}

/* The title in two lines, as long as each other; NULL for a single word. */
static char *
dup_two_lines (const char *title)
{
  glong half = g_utf8_strlen (title, -1) / 2;
  const char *best = NULL;
  char *lines;

  for (const char *space = strchr (title, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (best == NULL || ABS (g_utf8_pointer_to_offset (title, space) - half) <
                          ABS (g_utf8_pointer_to_offset (title, best) - half))
      best = space;
  if (best == NULL)
    return NULL;

  lines = g_strdup (title);
  lines[best - title] = '\n';

  return lines;
}

static int
measure_title (GtkWidget *title)
{
  int width;

  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

/* A title that is wider than its cells stands in two lines. */
static void
fit_column (GtkColumnViewColumn *column,
            const GfColumnLook  *look,
            GtkWidget           *title,
            PangoLayout         *layout)
{
  g_autofree char *text = gf_column_look_dup_title (look);
  g_autofree char *lines = dup_two_lines (text);
  int cells = measure_cells (look, layout);

  gtk_column_view_column_set_title (column, text);
  if (gf_column_look_is_number (look))
    align_title (gtk_widget_get_first_child (title));
  if (lines != NULL && measure_title (title) > cells)
    gtk_column_view_column_set_title (column, lines);
  gtk_column_view_column_set_fixed_width (column, MAX (cells, measure_title (title)));
}

/* The titles are the toolkit's own; what can be done is to put those of numbers above their numbers. Widths
 * are said here for title and cells, so that the view does not ask every cell for its own. */
void
_gf_customer_grid_fit_columns (GfCustomerGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const GfColumnLook *look = gf_customer_cells_get_look (&self->cells, _gf_customer_grid_get_index (column));

      if (look != NULL && gtk_widget_get_first_child (title) != NULL)
        fit_column (column, look, title, layout);
      title = gtk_widget_get_next_sibling (title);
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

static gboolean
is_cell (gpointer item,
         gpointer number,
         gpointer data)
{
  return GPOINTER_TO_INT (number) != WHOLE_ROW;
}

void
_gf_customer_grid_build_columns (GfCustomerGrid *self)
{
  GtkColumnViewColumn *last = NULL;

  self->rebuild = FALSE;
  gf_column_view_remove_columns (self->view, 0);
  g_hash_table_foreach_remove (self->cells.bound, is_cell, NULL);
  if (self->cells.looks->len == 0)
    return;

  add_column (self, GF_ROW_SORT_MARK);
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint index = g_array_index (self->columns, guint, i);

      if (gf_customer_cells_get_look (&self->cells, (int) index) != NULL)
        last = add_column (self, (int) index);
    }
  if (last != NULL)
    gtk_column_view_column_set_expand (last, TRUE);
  _gf_customer_grid_fit_columns (self);
  _gf_customer_grid_show_order (self);
}
