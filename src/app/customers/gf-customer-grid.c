/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-grid.h"

#include "gf-column-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfCustomerGrid
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkColumnView *view;

  /* Owned references */
  GfCustomerList *list;
  GtkSingleSelection *selection;
  GPtrArray *looks;
  GHashTable *cells;
  GtkWidget *editor;

  /* Borrowed */
  GtkEditable *entry;

  gsize edit_row;
  guint edit_column;
  guint edit_source;
  gboolean edit_cancelled;
  gboolean rebuild;
};

G_DEFINE_FINAL_TYPE (GfCustomerGrid, gf_customer_grid, ADW_TYPE_BIN)

enum
{
  CELL_EDITED,
  ROW_ACTIVATED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which column of the table a column of the grid, or its factory, shows. */
static int
get_index (gpointer object)
{
  return GPOINTER_TO_INT (g_object_get_data (object, "gf-index"));
}

static void
fill_mark (GfCustomerGrid *self,
           GtkWidget      *image,
           gsize           row)
{
  gboolean best = gf_customer_list_is_best (self->list, row);
  gboolean bad = !best && gf_customer_list_is_bad (self->list, row);
  const char *name = best ? _("Best") : bad ? _("Bad fit") : "";

  gtk_image_set_from_icon_name (GTK_IMAGE (image), best ? "gf-best-symbolic" : bad ? "gf-bad-symbolic" : NULL);
  gtk_widget_set_css_classes (image, (const char *[]) { best ? "data-us" : "data-bad", NULL });
  gtk_widget_set_tooltip_text (image, best || bad ? name : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_cell (GfCustomerGrid    *self,
           GtkColumnViewCell *cell,
           int                index)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  guint position = gtk_column_view_cell_get_position (cell);
  const GfColumnLook *look;
  g_autofree char *text = NULL;
  gsize row;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;
  row = gf_customer_list_get_row (self->list, position);
  if (index < 0)
    {
      fill_mark (self, child, row);
      return;
    }
  if ((guint) index >= self->looks->len)
    return;

  look = g_ptr_array_index (self->looks, index);
  text = gf_column_look_dup_cell (look, row);
  gtk_label_set_label (GTK_LABEL (child), text != NULL ? text : "");
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
  int index = get_index (factory);
  GtkWidget *child;
  const GfColumnLook *look;

  if (index < 0)
    {
      child = gtk_image_new ();
      gtk_column_view_cell_set_child (cell, child);
      return;
    }

  look = g_ptr_array_index (self->looks, index);
  child = gtk_label_new (NULL);
  gtk_label_set_single_line_mode (GTK_LABEL (child), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (child), (int) gf_column_look_get_width (look));
  gtk_label_set_max_width_chars (GTK_LABEL (child), (int) gf_column_look_get_width (look));
  gtk_label_set_xalign (GTK_LABEL (child), gf_column_look_is_number (look) ? 1 : 0);
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
  g_hash_table_insert (self->cells, cell, g_object_get_data (G_OBJECT (factory), "gf-index"));
  fill_cell (self, cell, get_index (factory));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           GfCustomerGrid           *self)
{
  g_hash_table_remove (self->cells, cell);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *view_row,
             GfCustomerGrid           *self)
{
  guint position = gtk_column_view_row_get_position (view_row);
  g_autofree char *name = NULL;
  gsize row;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;

  row = gf_customer_list_get_row (self->list, position);
  name = gf_table_dup_row_name (gf_customer_list_get_table (self->list), row);
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
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);

  return column;
}

/* The name first (or what tells customers apart, where there is no name), else what tells them apart
 * last; what is left out not at all. */
static int
get_place (GfCustomerGrid     *self,
           const GfColumnLook *look)
{
  switch (gf_column_get_role (gf_column_look_get_column (look)))
    {
    case GF_ROLE_NAME:
      return 0;
    case GF_ROLE_IDENTIFIER:
      return gf_table_find_role (gf_customer_list_get_table (self->list), GF_ROLE_NAME) >= 0 ? 2 : 0;
    case GF_ROLE_IGNORE:
      return -1;
    case GF_ROLE_ATTRIBUTE:
    case GF_ROLE_VALUE:
    case GF_ROLE_DATE:
    case GF_ROLE_CHURN:
    default:
      return 1;
    }
}

/* The titles are the toolkit's own; what can be done is to put those of numbers above their numbers. */
static void
align_titles (GfCustomerGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);
      int index = get_index (column);

      if (box != NULL && index >= 0 && (guint) index < self->looks->len &&
          gf_column_look_is_number (g_ptr_array_index (self->looks, index)))
        {
          GtkWidget *label = gtk_widget_get_first_child (box);

          gtk_widget_set_hexpand (label, TRUE);
          gtk_widget_set_halign (label, GTK_ALIGN_END);
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

static void
build_columns (GfCustomerGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkColumnViewColumn *last = NULL;

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_hash_table_remove_all (self->cells);
  if (self->looks->len == 0)
    return;

  add_column (self, GF_CUSTOMER_ORDER_MARK, "");
  for (int place = 0; place < 3; place++)
    for (guint i = 0; i < self->looks->len; i++)
      {
        const GfColumnLook *look = g_ptr_array_index (self->looks, i);
        g_autofree char *title = NULL;

        if (get_place (self, look) != place)
          continue;
        title = gf_column_look_dup_title (look);
        last = add_column (self, (int) i, title);
      }
  if (last != NULL)
    gtk_column_view_column_set_expand (last, TRUE);
  align_titles (self);
}

static gboolean
looks_the_same (const GfColumnLook *look,
                GfColumn           *column)
{
  GfColumn *before = gf_column_look_get_column (look);

  return strcmp (gf_column_get_name (before), gf_column_get_name (column)) == 0 &&
         gf_column_get_column_type (before) == gf_column_get_column_type (column) &&
         gf_column_get_role (before) == gf_column_get_role (column) &&
         g_strcmp0 (gf_column_get_currency (before), gf_column_get_currency (column)) == 0;
}

/* Makes the looks those of the table, and sees whether the columns of the grid still fit. */
static void
table_set_cb (GfCustomerGrid *self)
{
  GfTable *table = gf_customer_list_get_table (self->list);
  guint n = table != NULL ? gf_table_get_n_columns (table) : 0;
  gboolean same = n == self->looks->len;

  for (guint i = 0; i < n && same; i++)
    same = looks_the_same (g_ptr_array_index (self->looks, i), gf_table_get_column (table, i));
  if (!same)
    g_ptr_array_set_size (self->looks, 0);

  for (guint i = 0; i < n; i++)
    {
      GfColumn *column = gf_table_get_column (table, i);

      if (!same)
        g_ptr_array_add (self->looks, gf_column_look_new (column));
      else if (gf_column_look_get_column (g_ptr_array_index (self->looks, i)) != column)
        {
          gf_column_look_free (g_ptr_array_index (self->looks, i));
          g_ptr_array_index (self->looks, i) = gf_column_look_new (column);
        }
    }
  self->rebuild |= !same;
}

static void
refreshed_cb (GfCustomerGrid *self)
{
  GHashTableIter iter;
  gpointer cell;
  gpointer index;

  if (self->rebuild)
    {
      self->rebuild = FALSE;
      build_columns (self);
      return;
    }

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, &index))
    fill_cell (self, cell, GPOINTER_TO_INT (index));
}

static void
sorted_cb (GfCustomerGrid *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  if (self->list != NULL)
    gf_customer_list_set_order (self->list, column != NULL ? get_index (column) : GF_CUSTOMER_ORDER_NONE,
                                gtk_column_view_sorter_get_primary_sort_order (sorter) ==
                                  GTK_SORT_DESCENDING);
}

/* Editing: an entry over the cell. Enter and a click elsewhere take what it says, Escape does not. */

static void
editor_closed_cb (GfCustomerGrid *self)
{
  if (!self->edit_cancelled && self->list != NULL)
    g_signal_emit (self, signals[CELL_EDITED], 0, (guint64) self->edit_row, self->edit_column,
                   gtk_editable_get_text (self->entry));
  self->edit_cancelled = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
entry_activate_cb (GfCustomerGrid *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->editor));
}

static gboolean
entry_key_cb (GfCustomerGrid *self,
              guint           keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  self->edit_cancelled = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self->editor));

  return GDK_EVENT_STOP;
}

static GtkWidget *
find_cell (GfCustomerGrid *self,
           gsize           row,
           guint           column)
{
  guint position = gf_customer_list_find (self->list, row);
  GHashTableIter iter;
  gpointer cell;
  gpointer index;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, &index))
    if (GPOINTER_TO_INT (index) == (int) column &&
        gtk_column_view_cell_get_position (cell) == position)
      return gtk_column_view_cell_get_child (cell);

  return NULL;
}

static gboolean
open_editor_cb (gpointer data)
{
  GfCustomerGrid *self = data;
  GfTable *table = gf_customer_list_get_table (self->list);
  GtkWidget *label = find_cell (self, self->edit_row, self->edit_column);
  GfColumn *column;
  graphene_rect_t bounds;

  self->edit_source = 0;
  if (label == NULL || !gtk_widget_compute_bounds (label, GTK_WIDGET (self), &bounds))
    return G_SOURCE_REMOVE;

  column = gf_table_get_column (table, self->edit_column);
  gtk_editable_set_text (self->entry, gf_column_get_text (column, self->edit_row));
  gtk_editable_set_width_chars (self->entry, 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gf_column_get_name (column), -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->editor),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  self->edit_cancelled = FALSE;
  gtk_popover_popup (GTK_POPOVER (self->editor));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);

  return G_SOURCE_REMOVE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GfCustomerGrid  *self)
{
  GtkWidget *picked;

  if (n_press != 2)
    return;

  for (picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
       picked != NULL && picked != GTK_WIDGET (self->view); picked = gtk_widget_get_parent (picked))
    {
      GtkWidget *label = GTK_IS_LABEL (picked) ? picked : gtk_widget_get_first_child (picked);
      GtkColumnViewCell *cell = label != NULL ? g_object_get_data (G_OBJECT (label), "gf-cell") : NULL;

      if (cell == NULL)
        continue;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gf_customer_grid_edit (self, gf_customer_list_get_row (self->list, gtk_column_view_cell_get_position (cell)),
                             get_index (label));
      return;
    }
}

static void
activate_cb (GfCustomerGrid *self,
             guint           position)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, position);
}

static void
selected_cb (GfCustomerGrid *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
gf_customer_grid_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GfCustomerGrid *self = GF_CUSTOMER_GRID (widget);

  GTK_WIDGET_CLASS (gf_customer_grid_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->editor));
}

static void
gf_customer_grid_dispose (GObject *object)
{
  GfCustomerGrid *self = GF_CUSTOMER_GRID (object);

  g_clear_handle_id (&self->edit_source, g_source_remove);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  gf_customer_grid_set_list (self, NULL);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  self->view = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (gf_customer_grid_parent_class)->dispose (object);
}

static void
gf_customer_grid_finalize (GObject *object)
{
  GfCustomerGrid *self = GF_CUSTOMER_GRID (object);

  g_ptr_array_unref (self->looks);
  g_hash_table_unref (self->cells);

  G_OBJECT_CLASS (gf_customer_grid_parent_class)->finalize (object);
}

static void
gf_customer_grid_class_init (GfCustomerGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gf_customer_grid_dispose;
  object_class->finalize = gf_customer_grid_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = gf_customer_grid_size_allocate;

  /**
   * GfCustomerGrid::cell-edited:
   * @row: the row of the table
   * @column: the column of the table
   * @text: what the cell shall say
   */
  signals[CELL_EDITED] = g_signal_new ("cell-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT64, G_TYPE_UINT,
                                       G_TYPE_STRING);
  /**
   * GfCustomerGrid::row-activated:
   * @position: its place in the list
   */
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * GfCustomerGrid::selected:
   *
   * Another row is selected, or none.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_editor (GfCustomerGrid *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  self->edit_cancelled = TRUE;
  self->editor = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->editor), entry);
  gtk_popover_set_position (GTK_POPOVER (self->editor), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (editor_closed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_view (GfCustomerGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GtkListItemFactory) row_factory = gtk_signal_list_item_factory_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (self->view), GTK_SCROLL_NATURAL);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "customer-grid");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Customers"), -1);
  g_signal_connect_object (row_factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  gtk_column_view_set_row_factory (self->view, row_factory);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorted_cb),
                           self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
gf_customer_grid_init (GfCustomerGrid *self)
{
  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_look_free);
  self->cells = g_hash_table_new (NULL, NULL);
  add_view (self);
  add_editor (self);
}

/**
 * gf_customer_grid_set_list:
 * @list: (nullable): the customers
 *
 * Shows them.
 */
void
gf_customer_grid_set_list (GfCustomerGrid *self,
                           GfCustomerList *list)
{
  g_return_if_fail (GF_IS_CUSTOMER_GRID (self));

  if (self->list == list)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list == NULL)
    return;

  g_signal_connect_object (list, "table-set", G_CALLBACK (table_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
  table_set_cb (self);
  refreshed_cb (self);
}

/**
 * gf_customer_grid_get_selected:
 *
 * Returns: the place of the row that is selected, GTK_INVALID_LIST_POSITION if none is
 */
guint
gf_customer_grid_get_selected (GfCustomerGrid *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_GRID (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

/**
 * gf_customer_grid_edit:
 * @row: a row of the table
 * @column: a column of the table, -1 for the first that is shown
 *
 * Scrolls to a cell and lets the user change it.
 */
void
gf_customer_grid_edit (GfCustomerGrid *self,
                       gsize           row,
                       int             column)
{
  guint position;
  GListModel *columns;

  g_return_if_fail (GF_IS_CUSTOMER_GRID (self) && self->list != NULL);

  position = gf_customer_list_find (self->list, row);
  columns = gtk_column_view_get_columns (self->view);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

      if (column >= 0 && get_index (shown) != column)
        continue;
      self->edit_row = row;
      self->edit_column = (guint) get_index (shown);
      gtk_column_view_scroll_to (self->view, position, shown, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                                 NULL);
      /* After the view has been laid out there. */
      if (self->edit_source == 0)
        self->edit_source = g_timeout_add_full (G_PRIORITY_LOW, 20, open_editor_cb, self, NULL);
      return;
    }
}

/**
 * gf_customer_grid_edit_focused:
 *
 * Lets the user change the cell that has the focus, or the name of the selected customer.
 */
void
gf_customer_grid_edit_focused (GfCustomerGrid *self)
{
  GtkWidget *focus;
  GtkWidget *label;
  GtkColumnViewCell *cell;
  guint selected;

  g_return_if_fail (GF_IS_CUSTOMER_GRID (self) && self->list != NULL);

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  label = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  cell = label != NULL ? g_object_get_data (G_OBJECT (label), "gf-cell") : NULL;
  selected = gf_customer_grid_get_selected (self);
  if (cell != NULL)
    gf_customer_grid_edit (self, gf_customer_list_get_row (self->list, gtk_column_view_cell_get_position (cell)),
                           get_index (label));
  else if (selected != GTK_INVALID_LIST_POSITION)
    gf_customer_grid_edit (self, gf_customer_list_get_row (self->list, selected), -1);
}
