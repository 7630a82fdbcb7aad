/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-grid-private.h"

#include "gf-column-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows of the first frame, in each that follows, and those for which a column view has widgets. */
#define FIRST_ROWS 20
#define MORE_ROWS 16
#define VIEW_ROWS 224

G_DEFINE_FINAL_TYPE (GfCustomerGrid, gf_customer_grid, ADW_TYPE_BIN)

enum
{
  CELL_EDITED,
  CELL_REFUSED,
  CELL_LEFT,
  ROW_ACTIVATED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- The first rows --- */

static void
stop_adding_rows (GfCustomerGrid *self)
{
  if (self->more_source != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->more_source);
  self->more_source = 0;
}

/* Shows all rows, whether or not the first ones have been drawn. */
static void
show_all_rows (GfCustomerGrid *self)
{
  stop_adding_rows (self);
  gf_row_selection_set_limit (self->selection, G_MAXUINT);
}

static gboolean
more_rows_cb (GtkWidget     *view,
              GdkFrameClock *clock,
              gpointer       data)
{
  GfCustomerGrid *self = data;
  guint size = gf_row_selection_get_limit (self->selection);

  if (size < VIEW_ROWS && size < g_list_model_get_n_items (G_LIST_MODEL (self->cells.list)))
    {
      gf_row_selection_set_limit (self->selection, size + MORE_ROWS);
      return G_SOURCE_CONTINUE;
    }
  self->more_source = 0;
  gf_row_selection_set_limit (self->selection, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

static void
add_more_rows (GfCustomerGrid *self)
{
  if (self->more_source == 0)
    self->more_source = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), more_rows_cb, self, NULL);
}

static void
table_set_cb (GfCustomerGrid *self)
{
  self->setting = TRUE;
  self->rebuild |= !gf_customer_cells_update (&self->cells);
  /* The view makes cells for 200 rows before it draws the first. Of a new table it gets those that fit on the
   * screen at first, and the others in the frames that follow. */
  if (self->rebuild)
    gf_row_selection_set_limit (self->selection, FIRST_ROWS);
}

static void
refreshed_cb (GfCustomerGrid *self)
{
  self->setting = FALSE;
  if (self->rebuild)
    {
      _gf_customer_grid_build_columns (self);
      add_more_rows (self);
    }
  else
    gf_customer_cells_fill_all (&self->cells, _gf_customer_grid_fill, self);
}

/* Others stand at the places: the first of them are shown, and none is selected. */
static void
moved_cb (GfCustomerGrid *self)
{
  if (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view))) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  gf_customer_cells_fill_all (&self->cells, _gf_customer_grid_fill, self);
}

/* A title was clicked. */
static void
sorted_cb (GfCustomerGrid *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  GfRowSortKey key;
  guint n_keys;
  const GfRowSortKey *keys;
  g_autofree GfRowSortKey *own = NULL;
  guint place;

  if (self->cells.list == NULL || self->sorting || column == NULL)
    return;

  key.column = _gf_customer_grid_get_index (column);
  key.descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  keys = gf_customer_list_get_order (self->cells.list, &n_keys);
  if (!self->shift || n_keys == 0)
    {
      gf_customer_grid_set_order (self, &key, 1);
      return;
    }

  /* With Shift it comes behind those there are, or turns round where it stands. */
  own = g_new (GfRowSortKey, n_keys + 1);
  memcpy (own, keys, n_keys * sizeof (GfRowSortKey));
  for (place = 0; place < n_keys && own[place].column != key.column; place++)
    ;
  own[place].column = key.column;
  own[place].descending = place < n_keys && !own[place].descending;
  gf_customer_grid_set_order (self, own, MAX (n_keys, place + 1));
}

/* The text has another size. */
static gboolean
fit_cb (gpointer data)
{
  GfCustomerGrid *self = data;

  self->fit_source = 0;
  _gf_customer_grid_fit_columns (self);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (GfCustomerGrid *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (fit_cb, self);
}

/* --- Editing --- */

/* The editor keeps the focus while it goes from cell to cell; then the cell gets it. */
static void
end_editing (GfCustomerGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint position = self->cells.list != NULL ? gf_customer_list_find (self->cells.list, self->edit_row)
                                            : GTK_INVALID_LIST_POSITION;

  gf_cell_editor_close (GF_CELL_EDITOR (self->editor));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  for (guint i = 1; position != GTK_INVALID_LIST_POSITION && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

      if (_gf_customer_grid_get_index (shown) == (int) self->edit_column)
        gf_column_view_scroll_to (self->view, position, i, GTK_LIST_SCROLL_FOCUS);
    }
}

static void
typed_cb (GfCustomerGrid *self,
          const char     *text,
          int             move)
{
  if (self->cells.list == NULL)
    return;

  g_signal_emit (self, signals[CELL_EDITED], 0, (guint64) self->edit_row, self->edit_column, text, move);
  if (move == GF_CELL_STAY)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else if (self->edit_source == 0)
    end_editing (self);
}

static void
refused_cb (GfCustomerGrid *self,
            const char     *problem)
{
  g_signal_emit (self, signals[CELL_REFUSED], 0, problem);
}

static void
left_cb (GfCustomerGrid *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_signal_emit (self, signals[CELL_LEFT], 0);
}

static GtkWidget *
find_cell (GfCustomerGrid *self,
           gsize           row,
           guint           column)
{
  guint position = gf_customer_list_find (self->cells.list, row);
  GHashTableIter iter;
  gpointer cell;
  gpointer index;

  g_hash_table_iter_init (&iter, self->cells.bound);
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
  GfTable *table = gf_customer_list_get_table (self->cells.list);
  GtkWidget *label = NULL;
  graphene_rect_t bounds;
  GfColumn *column;

  g_clear_handle_id (&self->edit_source, g_source_remove);
  if (table != NULL && self->edit_row < gf_table_get_n_rows (table) &&
      self->edit_column < gf_table_get_n_columns (table))
    label = find_cell (self, self->edit_row, self->edit_column);
  if (label == NULL || !gtk_widget_compute_bounds (gtk_widget_get_parent (label), GTK_WIDGET (self), &bounds))
    {
      end_editing (self);
      return G_SOURCE_REMOVE;
    }

  column = gf_table_get_column (table, self->edit_column);
  /* Over the cell, not below it, where it would cover another. */
  gtk_popover_set_pointing_to (GTK_POPOVER (self->editor),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, 1 });
  gf_cell_editor_open (GF_CELL_EDITOR (self->editor), column, gf_column_get_text (column, self->edit_row),
                       (int) bounds.size.width, (int) bounds.size.height);

  return G_SOURCE_REMOVE;
}

GtkColumnViewCell *
_gf_customer_grid_find_cell_at (GfCustomerGrid *self,
                                double          x,
                                double          y)
{
  for (GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
       picked != NULL && picked != GTK_WIDGET (self->view); picked = gtk_widget_get_parent (picked))
    {
      GtkWidget *label = GTK_IS_INSCRIPTION (picked) ? picked : gtk_widget_get_first_child (picked);
      GtkColumnViewCell *cell = label != NULL ? g_object_get_data (G_OBJECT (label), "gf-cell") : NULL;

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

/* The text of the cell that has the focus, NULL if none has it. */
GtkWidget *
_gf_customer_grid_find_focused (GfCustomerGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *label = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
                     ? gtk_widget_get_first_child (focus) : NULL;

  return label != NULL && g_object_get_data (G_OBJECT (label), "gf-cell") != NULL ? label : NULL;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GfCustomerGrid  *self)
{
  GtkColumnViewCell *cell;

  self->shift = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  cell = n_press == 2 ? _gf_customer_grid_find_cell_at (self, x, y) : NULL;
  if (cell == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gf_customer_grid_edit (self, gf_customer_list_get_row (self->cells.list, gtk_column_view_cell_get_position (cell)),
                         _gf_customer_grid_get_index (gtk_column_view_cell_get_child (cell)));
}

/* What is typed on a cell takes the place of what it says. */
static void
type_over (GfCustomerGrid *self,
           GtkWidget      *label,
           gunichar        first)
{
  GtkColumnViewCell *cell = g_object_get_data (G_OBJECT (label), "gf-cell");
  char text[7] = { 0 };

  g_unichar_to_utf8 (first, text);
  self->edit_row = gf_customer_list_get_row (self->cells.list, gtk_column_view_cell_get_position (cell));
  self->edit_column = (guint) _gf_customer_grid_get_index (label);
  open_editor_cb (self);
  if (gtk_widget_get_visible (self->editor))
    gf_cell_editor_replace (GF_CELL_EDITOR (self->editor), text);
}

/* As in a spreadsheet, Return and typing change the cell that has the focus. */
static gboolean
key_pressed_cb (GfCustomerGrid  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *label = _gf_customer_grid_find_focused (self);
  gunichar typed = gdk_keyval_to_unicode (keyval);

  if (label == NULL)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    {
      if (modifiers != 0 && modifiers != GDK_CONTROL_MASK)
        return GDK_EVENT_PROPAGATE;
      gtk_widget_activate_action (GTK_WIDGET (self), modifiers == 0 ? "view.edit" : "view.open", NULL);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return _gf_customer_grid_show_menu (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  /* Space selects. */
  if ((modifiers & ~GDK_SHIFT_MASK) == 0 && typed != 0 && g_unichar_isgraph (typed))
    {
      type_over (self, label, typed);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
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
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* Whether the first rows are on the screen, and nothing is selected behind them. */
static gboolean
shows_beginning (GfCustomerGrid *self)
{
  g_autoptr (GtkBitset) selected = gf_customer_grid_dup_selection (self);
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  return gtk_adjustment_get_value (scroll) <= 0 &&
         (gtk_bitset_is_empty (selected) || gtk_bitset_get_maximum (selected) < FIRST_ROWS);
}

/* The view makes its cells again when it comes back to the window. As of a new table it gets the first rows
 * then, unless others are to be seen. */
static void
gf_customer_grid_unroot (GtkWidget *widget)
{
  GfCustomerGrid *self = GF_CUSTOMER_GRID (widget);

  if (self->view != NULL && shows_beginning (self))
    gf_row_selection_set_limit (self->selection, FIRST_ROWS);
  GTK_WIDGET_CLASS (gf_customer_grid_parent_class)->unroot (widget);
}

static void
gf_customer_grid_root (GtkWidget *widget)
{
  GfCustomerGrid *self = GF_CUSTOMER_GRID (widget);

  GTK_WIDGET_CLASS (gf_customer_grid_parent_class)->root (widget);
  if (gf_row_selection_get_limit (self->selection) != G_MAXUINT)
    add_more_rows (self);
}

static void
gf_customer_grid_dispose (GObject *object)
{
  GfCustomerGrid *self = GF_CUSTOMER_GRID (object);

  g_clear_handle_id (&self->edit_source, g_source_remove);
  g_clear_handle_id (&self->fit_source, g_source_remove);
  if (self->view != NULL)
    {
      stop_adding_rows (self);
      gf_column_view_remove_columns (self->view, 0);
      gtk_column_view_set_model (self->view, NULL);
    }
  gf_customer_grid_set_list (self, NULL);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_weak_pointer (&self->menu_cell);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->view = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (gf_customer_grid_parent_class)->dispose (object);
}

static void
gf_customer_grid_finalize (GObject *object)
{
  GfCustomerGrid *self = GF_CUSTOMER_GRID (object);

  gf_customer_cells_clear (&self->cells);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (gf_customer_grid_parent_class)->finalize (object);
}

static void
gf_customer_grid_class_init (GfCustomerGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gf_customer_grid_dispose;
  object_class->finalize = gf_customer_grid_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = gf_customer_grid_size_allocate;
  GTK_WIDGET_CLASS (klass)->root = gf_customer_grid_root;
  GTK_WIDGET_CLASS (klass)->unroot = gf_customer_grid_unroot;

  /**
   * GfCustomerGrid::cell-edited:
   * @row: the row of the table
   * @column: the column of the table
   * @text: what the cell shall say
   * @move: where to go on, a #GfCellMove
   */
  signals[CELL_EDITED] = g_signal_new ("cell-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_UINT64, G_TYPE_UINT,
                                       G_TYPE_STRING, G_TYPE_INT);
  /**
   * GfCustomerGrid::cell-refused:
   * @problem: why the column cannot read what was typed
   */
  signals[CELL_REFUSED] = g_signal_new ("cell-refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * GfCustomerGrid::cell-left:
   *
   * Escape gave up what was typed.
   */
  signals[CELL_LEFT] = g_signal_new ("cell-left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  /**
   * GfCustomerGrid::row-activated:
   * @position: its place in the list
   */
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * GfCustomerGrid::selected:
   *
   * Other rows are selected, or none.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_view (GfCustomerGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkSettings *settings;
  g_autoptr (GtkListItemFactory) row_factory = gtk_signal_list_item_factory_new ();

  self->selection = gf_row_selection_new (NULL);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (self->view), GTK_SCROLL_NATURAL);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "customer-grid");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Customers"), -1);
  g_signal_connect_object (row_factory, "bind", G_CALLBACK (_gf_customer_grid_bind_row_cb), self, 0);
  g_signal_connect_object (row_factory, "unbind", G_CALLBACK (_gf_customer_grid_unbind_row_cb), self, 0);
  gtk_column_view_set_row_factory (self->view, row_factory);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorted_cb),
                           self, G_CONNECT_SWAPPED);

  settings = gtk_widget_get_settings (GTK_WIDGET (self));
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  _gf_customer_grid_add_menu (self);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
gf_customer_grid_init (GfCustomerGrid *self)
{
  gf_customer_cells_init (&self->cells);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  add_view (self);
  self->editor = gf_cell_editor_new ();
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_object (self->editor, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
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

  if (!gf_customer_cells_set_list (&self->cells, list, self, G_CALLBACK (table_set_cb), G_CALLBACK (moved_cb),
                                   G_CALLBACK (refreshed_cb)))
    return;

  table_set_cb (self);
  gf_row_selection_set_model (self->selection, G_LIST_MODEL (list));
  refreshed_cb (self);
}

/**
 * gf_customer_grid_set_columns:
 * @columns: (array length=n_columns): columns of the table
 * @n_columns: how many
 *
 * Says which columns are shown, in order. They are shown when the list is next refreshed, if that is
 * under way, else at once.
 */
void
gf_customer_grid_set_columns (GfCustomerGrid *self,
                              const guint    *columns,
                              guint           n_columns)
{
  g_return_if_fail (GF_IS_CUSTOMER_GRID (self) && (columns != NULL || n_columns == 0));

  if (self->columns->len == n_columns &&
      (n_columns == 0 || memcmp (self->columns->data, columns, n_columns * sizeof (guint)) == 0))
    return;

  g_array_set_size (self->columns, 0);
  if (n_columns > 0)
    g_array_append_vals (self->columns, columns, n_columns);
  if (self->setting)
    self->rebuild = TRUE;
  else if (!self->rebuild && self->cells.list != NULL)
    _gf_customer_grid_build_columns (self);
}

/**
 * gf_customer_grid_set_order:
 * @keys: (array length=n_keys): what to sort by
 * @n_keys: how many
 *
 * Sorts the list and shows by which title.
 */
void
gf_customer_grid_set_order (GfCustomerGrid     *self,
                            const GfRowSortKey *keys,
                            guint               n_keys)
{
  g_return_if_fail (GF_IS_CUSTOMER_GRID (self) && self->cells.list != NULL);

  gf_customer_list_set_order (self->cells.list, keys, n_keys);
  _gf_customer_grid_show_order (self);
}

/**
 * gf_customer_grid_get_selected:
 *
 * Returns: the place of the first row that is selected, GTK_INVALID_LIST_POSITION if none is
 */
guint
gf_customer_grid_get_selected (GfCustomerGrid *self)
{
  g_autoptr (GtkBitset) selection = NULL;

  g_return_val_if_fail (GF_IS_CUSTOMER_GRID (self), GTK_INVALID_LIST_POSITION);

  selection = gf_customer_grid_dup_selection (self);

  return gtk_bitset_is_empty (selection) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selection);
}

/**
 * gf_customer_grid_dup_selection:
 *
 * Returns: (transfer full): the places of the rows that are selected
 */
GtkBitset *
gf_customer_grid_dup_selection (GfCustomerGrid *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_GRID (self), NULL);

  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

/**
 * gf_customer_grid_select:
 * @position: the place of a row, or of the first of some
 * @n_rows: how many
 *
 * Selects those rows alone, or the last one if there are fewer, and scrolls to the first of them. Where the focus is in
 * the grid it goes there too, in the column in which it is.
 */
void
gf_customer_grid_select (GfCustomerGrid *self,
                         guint           position,
                         guint           n_rows)
{
  GtkRoot *root;
  GtkWidget *label;
  GtkWidget *focus;
  GListModel *columns;
  guint n_shown;
  guint place = 0;

  g_return_if_fail (GF_IS_CUSTOMER_GRID (self) && self->cells.list != NULL);

  n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->cells.list));
  if (n_shown == 0)
    return;

  position = MIN (position, n_shown - 1);
  columns = gtk_column_view_get_columns (self->view);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  label = _gf_customer_grid_find_focused (self);
  show_all_rows (self);
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), position, n_rows, TRUE);
  for (guint i = 1; label != NULL && i < g_list_model_get_n_items (columns) && place == 0; i++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

      if (_gf_customer_grid_get_index (shown) == _gf_customer_grid_get_index (label))
        place = i;
    }
  if (place < g_list_model_get_n_items (columns))
    gf_column_view_scroll_to (self->view, position, place,
                              focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
                              ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE);
}

/**
 * gf_customer_grid_get_focused:
 * @row: (out): the row of the table
 * @column: (out): the column of the table
 *
 * Returns: whether a cell has the focus; else nothing is said of it
 */
gboolean
gf_customer_grid_get_focused (GfCustomerGrid *self,
                              gsize          *row,
                              guint          *column)
{
  GtkWidget *label;

  g_return_val_if_fail (GF_IS_CUSTOMER_GRID (self) && self->cells.list != NULL, FALSE);

  label = _gf_customer_grid_find_focused (self);
  if (label == NULL)
    return FALSE;

  *row = gf_customer_list_get_row (self->cells.list,
                                   gtk_column_view_cell_get_position (g_object_get_data (G_OBJECT (label), "gf-cell")));
  *column = (guint) _gf_customer_grid_get_index (label);

  return TRUE;
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

  g_return_if_fail (GF_IS_CUSTOMER_GRID (self) && self->cells.list != NULL);

  position = gf_customer_list_find (self->cells.list, row);
  columns = gtk_column_view_get_columns (self->view);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  show_all_rows (self);
  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

      if (column >= 0 && _gf_customer_grid_get_index (shown) != column)
        continue;
      self->edit_row = row;
      self->edit_column = (guint) _gf_customer_grid_get_index (shown);
      gf_column_view_scroll_to (self->view, position, i,
                                gtk_widget_get_visible (self->editor) ? GTK_LIST_SCROLL_SELECT
                                : GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
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
  gsize row;
  guint column;
  guint selected;

  g_return_if_fail (GF_IS_CUSTOMER_GRID (self) && self->cells.list != NULL);

  selected = gf_customer_grid_get_selected (self);
  if (gf_customer_grid_get_focused (self, &row, &column))
    gf_customer_grid_edit (self, row, (int) column);
  else if (selected != GTK_INVALID_LIST_POSITION)
    gf_customer_grid_edit (self, gf_customer_list_get_row (self->cells.list, selected), -1);
}
