/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-preview-grid.h"

#include "gf-band.h"
#include "gf-column-look.h"
#include "gf-column-view.h"
#include "gf-customer-list.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_ROWS 20
#define MOST_COLUMNS 100

struct _GfPreviewGrid
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GtkColumnView *view;
  GtkWidget *row_menu;

  /* Owned references */
  GPtrArray *looks;
  GSimpleActionGroup *actions;

  /* The row that the menu is about */
  guint row;
};

G_DEFINE_FINAL_TYPE (GfPreviewGrid, gf_preview_grid, ADW_TYPE_BIN)

enum
{
  ROLE_CHOSEN,
  TYPE_CHOSEN,
  NAMES_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- cells --- */

static int
get_index (gpointer factory)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "gf-index"));
}

static void
show_row_menu (GfPreviewGrid *self,
               guint          row,
               GtkWidget     *at,
               double         x,
               double         y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (at, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  self->row = row;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu),
                               &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

static void
pressed_cb (GtkGestureClick   *gesture,
            int                n_press,
            double             x,
            double             y,
            GtkColumnViewCell *cell)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *self = gtk_widget_get_ancestor (label, GF_TYPE_PREVIEW_GRID);

  show_row_menu (GF_PREVIEW_GRID (self), gtk_column_view_cell_get_position (cell), label, x, y);
}

static void
activated_cb (GfPreviewGrid *self,
              guint          row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    show_row_menu (self, row, focus, 24, gtk_widget_get_height (focus));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell,
          GfPreviewGrid            *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  if (get_index (factory) < 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 2);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "caption");
    }
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture),
                                 get_index (factory) < 0 ? 0 : GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), cell);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (gesture));
  gtk_column_view_cell_set_child (cell, label);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* "Nov-50 → 11–50": a size that a spreadsheet had made a date. */
static char *
dup_repaired (GfColumn   *column,
              guint       row,
              const char *text)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);
  const char *written = gf_column_get_text (column, row);
  int low;
  int high;

  if (text == NULL || !spec->bands || !spec->repair || !gf_band_repair (written, strlen (written), &low, &high))
    return NULL;

  /* Translators: what stands in a cell, and what it was before a spreadsheet made a date of it */
  return g_strdup_printf (_("%s → %d–%d"), written, low, high);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         GfPreviewGrid            *self)
{
  int index = get_index (factory);
  guint row = gtk_column_view_cell_get_position (cell);
  GtkLabel *label = GTK_LABEL (gtk_column_view_cell_get_child (cell));
  const GfColumnLook *look;
  g_autofree char *text = NULL;
  g_autofree char *repaired = NULL;
  int width;

  if (index < 0)
    {
      text = g_strdup_printf ("%u", row + 1);
      gtk_label_set_label (label, text);
      return;
    }

  look = g_ptr_array_index (self->looks, index);
  text = gf_column_look_dup_cell (look, row);
  repaired = dup_repaired (gf_column_look_get_column (look), row, text);
  width = (int) gf_column_look_get_width (look);
  gtk_label_set_label (label, repaired != NULL ? repaired : text != NULL ? text : _("empty"));
  gtk_label_set_width_chars (label, width);
  gtk_label_set_max_width_chars (label, width);
  gtk_label_set_xalign (label, gf_column_look_is_number (look) ? 1 : 0);
  set_class (GTK_WIDGET (label), "dimmed",
             text == NULL || gf_column_get_role (gf_column_look_get_column (look)) == GF_ROLE_IGNORE);
  set_class (GTK_WIDGET (label), "repaired", repaired != NULL);
  set_class (GTK_WIDGET (label), "data-attention", gf_column_is_unreadable (gf_column_look_get_column (look), row));
}

/* --- headings --- */

static void
role_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   GfPreviewGrid *self)
{
  int index = get_index (action);
  const char *column;

  if ((guint) index >= self->looks->len)
    return;

  column = gf_column_get_name (gf_column_look_get_column (g_ptr_array_index (self->looks, index)));
  g_signal_emit (self,
                 signals[g_str_has_prefix (g_action_get_name (G_ACTION (action)), "role") ? ROLE_CHOSEN : TYPE_CHOSEN],
                 0, column, (guint) g_variant_get_int32 (parameter));
}

static void
names_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    GfPreviewGrid *self)
{
  g_signal_emit (self, signals[NAMES_CHOSEN], 0, self->row);
}

static GMenuModel *
new_choices (const char         *action,
             const char * const *titles)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; titles[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (titles[i], NULL);

      g_menu_item_set_action_and_target_value (item, action, g_variant_new_int32 (i));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
add_action (GfPreviewGrid *self,
            const char    *name,
            int            index)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, G_VARIANT_TYPE_INT32,
                                                                   g_variant_new_int32 (0));

  g_object_set_data (G_OBJECT (action), "gf-index", GINT_TO_POINTER (index));
  g_signal_connect_object (action, "activate", G_CALLBACK (role_activated_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

/* What the rows below the preview do for a column, as a shortcut. */
static GMenuModel *
new_head_menu (GfPreviewGrid *self,
               int            index)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *role = g_strdup_printf ("role-%d", index);
  g_autofree char *type = g_strdup_printf ("type-%d", index);
  g_autofree char *role_action = g_strconcat ("preview.", role, NULL);
  g_autofree char *type_action = g_strconcat ("preview.", type, NULL);
  g_autoptr (GMenuModel) roles = new_choices (role_action, gf_column_role_get_titles ());
  g_autoptr (GMenuModel) types = new_choices (type_action, gf_column_type_get_titles ());

  add_action (self, role, index);
  add_action (self, type, index);
  g_menu_append_section (menu, _("Role"), roles);
  g_menu_append_section (menu, _("Type"), types);

  return G_MENU_MODEL (menu);
}

static void
set_state (GfPreviewGrid *self,
           const char    *what,
           guint          index,
           int            value)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", what, index);

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), name, g_variant_new_int32 (value));
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }

  return NULL;
}

/* The name is bold, what stands below it is not. The toolkit's headings are plain labels in the order
 * of the columns. */
static void
style_head (GtkWidget *head,
            gboolean   doubtful)
{
  GtkWidget *label = find_label (head);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *text = label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
  const char *second = text != NULL ? strchr (text, '\n') : NULL;
  PangoAttribute *attribute;

  set_class (head, "doubtful", doubtful);
  if (second == NULL)
    return;

  attribute = pango_attr_weight_new (doubtful ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  attribute->start_index = (guint) (second - text);
  pango_attr_list_insert (attributes, attribute);
  attribute = pango_attr_scale_new (0.92);
  attribute->start_index = (guint) (second - text);
  pango_attr_list_insert (attributes, attribute);
  if (!doubtful)
    {
      attribute = pango_attr_foreground_alpha_new (G_MAXUINT16 * 6 / 10);
      attribute->start_index = (guint) (second - text);
      pango_attr_list_insert (attributes, attribute);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
style_heads (GfPreviewGrid      *self,
             const char * const *doubts)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *head = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  /* The first is that of the numbers of the rows. */
  for (guint i = 0; head != NULL; i++, head = gtk_widget_get_next_sibling (head))
    if (i > 0 && i <= self->looks->len)
      style_head (head, doubts != NULL && doubts[i - 1] != NULL);
}

/* --- columns --- */

static GtkColumnViewColumn *
add_column (GfPreviewGrid *self,
            int            index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("", factory);

  g_object_set_data (G_OBJECT (factory), "gf-index", GINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  if (index >= 0)
    {
      g_autoptr (GMenuModel) menu = new_head_menu (self, index);

      gtk_column_view_column_set_header_menu (column, menu);
    }
  gtk_column_view_append_column (self->view, column);

  return column;
}

/* As many columns as there are, so that what is scrolled to and focused stays where it is. What is left of the
 * room goes to an empty one, so that the last is not stretched. */
static void
add_columns (GfPreviewGrid *self,
             guint          n)
{
  g_autoptr (GtkColumnViewColumn) rest = gtk_column_view_column_new (NULL, NULL);

  for (guint i = g_list_model_get_n_items (gtk_column_view_get_columns (self->view)); i < n + 1; i++)
    add_column (self, (int) i - 1);
  gtk_column_view_column_set_expand (rest, TRUE);
  gtk_column_view_append_column (self->view, rest);
}

static char *
dup_title (GfColumn *column,
           gboolean  doubtful)
{
  const char *role = gf_column_role_get_title (gf_column_get_role (column));
  g_autofree char *type = gf_column_dup_type_title (column);
  g_autofree char *name = g_strdup (gf_column_get_name (column));

  /* Long names end where the cells do. */
  if (g_utf8_strlen (name, -1) > 40)
    {
      g_autofree char *start = g_utf8_substring (name, 0, 39);

      g_free (name);
      name = g_strconcat (start, "…", NULL);
    }
  if (doubtful)
    /* Translators: the name of a column; below it its role, its type, and that it should be looked at */
    return g_strdup_printf (_("%s\n%s · %s · check"), name, role, type);

  /* Translators: the name of a column; below it its role and its type */
  return g_strdup_printf (_("%s\n%s · %s"), name, role, type);
}

static void
gf_preview_grid_dispose (GObject *object)
{
  GfPreviewGrid *self = GF_PREVIEW_GRID (object);

  if (self->view != NULL)
    {
      gf_column_view_remove_columns (self->view, 0);
      gtk_column_view_set_model (self->view, NULL);
    }
  self->view = NULL;
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);

  G_OBJECT_CLASS (gf_preview_grid_parent_class)->dispose (object);
}

static void
gf_preview_grid_finalize (GObject *object)
{
  GfPreviewGrid *self = GF_PREVIEW_GRID (object);

  g_ptr_array_unref (self->looks);
  g_object_unref (self->actions);

  G_OBJECT_CLASS (gf_preview_grid_parent_class)->finalize (object);
}

static void
gf_preview_grid_class_init (GfPreviewGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_preview_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_preview_grid_finalize;

  /**
   * GfPreviewGrid::role-chosen:
   * @column: the name of the column
   * @role: a #GfColumnRole
   */
  signals[ROLE_CHOSEN] = g_signal_new ("role-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  /**
   * GfPreviewGrid::type-chosen:
   * @column: the name of the column
   * @type: a #GfColumnType
   */
  signals[TYPE_CHOSEN] = g_signal_new ("type-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  /**
   * GfPreviewGrid::names-chosen:
   * @row: the row that holds the names of the columns, from 0
   */
  signals[NAMES_CHOSEN] = g_signal_new ("names-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_row_menu (GfPreviewGrid *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleAction) names = g_simple_action_new ("names", NULL);

  g_signal_connect_object (names, "activate", G_CALLBACK (names_activated_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (names));
  g_menu_append (menu, _("This Row Holds the Names"), "preview.names");
  self->row_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
  gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
}

static void
gf_preview_grid_init (GfPreviewGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_look_free);
  self->actions = g_simple_action_group_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (self->view), GTK_SCROLL_NATURAL);
  /* One stop on the way from what was guessed to the columns: arrows go on from row to row. */
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 264);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "preview-grid");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preview", G_ACTION_GROUP (self->actions));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  add_row_menu (self);
}

static void
update_caption (GfPreviewGrid *self,
                GfTable       *table)
{
  guint n = gf_table_get_n_columns (table);
  g_autofree char *caption = NULL;

  if (n > MOST_COLUMNS)
    {
      g_autofree char *count = gf_format_count (n);

      /* Translators: how much of a file the preview shows */
      caption = g_strdup_printf (_("First 20 rows and first %d of %s columns"), MOST_COLUMNS, count);
    }
  else
    {
      caption = g_strdup (_("First 20 rows"));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), n > MOST_COLUMNS ? caption : NULL);
}

/* The first rows as a table of their own: looking at a column costs as much as it has rows. */
static GfTable *
take_head (GfTable *table)
{
  guint n_columns = gf_table_get_n_columns (table);
  gsize n_rows = MIN (gf_table_get_n_rows (table), N_ROWS);
  g_autofree GfColumnSpec *specs = g_new0 (GfColumnSpec, n_columns + 1);
  g_auto (GStrv) lines = g_new0 (char *, n_rows + 1);

  for (guint i = 0; i < n_columns; i++)
    specs[i] = *gf_column_get_spec (gf_table_get_column (table, i));
  for (gsize row = 0; row < n_rows; row++)
    lines[row] = gf_table_dup_line (table, row);

  return gf_table_new_from_lines (specs, n_columns, (const char * const *) lines, n_rows, NULL, NULL);
}

/**
 * gf_preview_grid_show:
 * @table: what was read of the file
 * @doubts: (nullable) (array): for each column why it should be looked at, %NULL if not
 *
 * Shows its first rows.
 */
void
gf_preview_grid_show (GfPreviewGrid      *self,
                      GfTable            *table,
                      const char * const *doubts)
{
  g_autoptr (GfCustomerList) list = gf_customer_list_new ();
  g_autoptr (GtkSelectionModel) model = NULL;
  g_autoptr (GfTable) head = NULL;
  GListModel *columns;
  guint n;

  g_return_if_fail (GF_IS_PREVIEW_GRID (self) && table != NULL);

  head = take_head (table);
  g_return_if_fail (head != NULL);

  n = MIN (gf_table_get_n_columns (table), MOST_COLUMNS);
  gf_column_view_remove_columns (self->view, MIN (n, self->looks->len) + 1);
  gtk_column_view_set_model (self->view, NULL);
  g_ptr_array_set_size (self->looks, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->looks, gf_column_look_new (gf_table_get_column (head, i)));
  add_columns (self, n);
  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < n; i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i + 1);
      g_autofree char *title = dup_title (column, doubts != NULL && doubts[i] != NULL);

      gtk_column_view_column_set_title (shown, title);
      set_state (self, "role", i, (int) gf_column_get_role (column));
      set_state (self, "type", i, (int) gf_column_get_column_type (column));
    }
  style_heads (self, doubts);
  update_caption (self, table);

  gf_customer_list_set_table (list, head);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list))));
  gtk_column_view_set_model (self->view, model);
}
