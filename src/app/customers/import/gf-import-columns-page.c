/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-columns-page.h"

#include "gf-column-look.h"
#include "gf-drop-down-name.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- a column as an item of the list --- */

#define GF_TYPE_COLUMN_ITEM (gf_column_item_get_type ())
G_DECLARE_FINAL_TYPE (GfColumnItem, gf_column_item, GF, COLUMN_ITEM, GObject)

struct _GfColumnItem
{
  GObject parent_instance;

  GfColumn *column;
  char *doubt;
  char *reason;
};

G_DEFINE_FINAL_TYPE (GfColumnItem, gf_column_item, G_TYPE_OBJECT)

enum
{
  ITEM_CHANGED,
  N_ITEM_SIGNALS
};

static guint item_signals[N_ITEM_SIGNALS];

static void
gf_column_item_finalize (GObject *object)
{
  GfColumnItem *self = GF_COLUMN_ITEM (object);

  g_clear_pointer (&self->column, gf_column_unref);
  g_free (self->doubt);
  g_free (self->reason);

  G_OBJECT_CLASS (gf_column_item_parent_class)->finalize (object);
}

static void
gf_column_item_class_init (GfColumnItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_column_item_finalize;

  item_signals[ITEM_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gf_column_item_init (GfColumnItem *self)
{
}

static void
gf_column_item_set (GfColumnItem *self,
                    GfColumn     *column,
                    const char   *doubt,
                    const char   *reason)
{
  if (self->column == column && g_strcmp0 (self->doubt, doubt) == 0 && g_strcmp0 (self->reason, reason) == 0)
    return;

  g_clear_pointer (&self->column, gf_column_unref);
  self->column = gf_column_ref (column);
  g_set_str (&self->doubt, doubt);
  g_set_str (&self->reason, reason);
  g_signal_emit (self, item_signals[ITEM_CHANGED], 0);
}

/* --- the page --- */

struct _GfImportColumnsPage
{
  AdwNavigationPage parent_instance;

  /* Owned by the widget tree */
  GtkListView *list;
  GtkEditable *search;
  GtkDropDown *role;
  GtkDropDown *type;
  GtkLabel *chosen;
  GtkCheckButton *all;

  /* Owned references */
  GListStore *items;
  GtkCustomFilter *filter;
  GtkSelectionModel *selection;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfImportColumnsPage, gf_import_columns_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  ROLE_CHOSEN,
  TYPE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows --- */

typedef struct
{
  GtkListItem *item;
  GtkCheckButton *check;
  GtkLabel *name;
  GtkLabel *words;
  GtkLabel *use;
} Row;

static void
toggled_cb (GtkCheckButton *check,
            GtkListItem    *item)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (check), GF_TYPE_IMPORT_COLUMNS_PAGE);
  gboolean active = gtk_check_button_get_active (check);

  if (page == NULL || active == gtk_list_item_get_selected (item))
    return;

  if (active)
    gtk_selection_model_select_item (GF_IMPORT_COLUMNS_PAGE (page)->selection, gtk_list_item_get_position (item), FALSE);
  else
    gtk_selection_model_unselect_item (GF_IMPORT_COLUMNS_PAGE (page)->selection, gtk_list_item_get_position (item));
}

static GtkLabel *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }

  return GTK_LABEL (label);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Row *row = g_new0 (Row, 1);

  row->item = item;
  row->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  row->name = new_label (NULL);
  row->words = new_label ("dimmed");
  row->use = new_label ("dimmed");
  gtk_widget_set_valign (GTK_WIDGET (row->check), GTK_ALIGN_CENTER);
  /* A check button that is only not focusable still takes Tab, and keeps the focus in the list. */
  gtk_widget_set_can_focus (GTK_WIDGET (row->check), FALSE);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->use));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->words));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->check));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_widget_add_css_class (line, "import-column");
  g_object_bind_property (item, "selected", row->check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row->check, "toggled", G_CALLBACK (toggled_cb), item, 0);
  g_object_set_data_full (G_OBJECT (line), "gf-row", row, g_free);
  gtk_list_item_set_child (item, line);
}

static void
show_item (GtkListItem *item)
{
  GfColumnItem *column = gtk_list_item_get_item (item);
  GtkWidget *line = gtk_list_item_get_child (item);
  Row *row = g_object_get_data (G_OBJECT (line), "gf-row");
  const char *name = gf_column_get_name (column->column);
  g_autofree char *summary = column->reason == NULL ? gf_column_dup_summary (column->column) : g_strdup (column->reason);
  g_autofree char *type = gf_column_dup_type_title (column->column);
  g_autofree char *use = g_strdup_printf ("%s · %s", gf_column_role_get_title (gf_column_get_role (column->column)), type);
  g_autofree char *label = g_strdup_printf ("%s. %s. %s", name, use, column->doubt != NULL ? column->doubt : summary);

  gtk_label_set_label (row->name, name);
  gtk_label_set_label (row->words, column->doubt != NULL ? column->doubt : summary);
  gtk_label_set_label (row->use, use);
  if (column->doubt != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row->words), "data-attention");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->words), "data-attention");
  gtk_list_item_set_accessible_label (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_item), item, G_CONNECT_SWAPPED);
  show_item (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_item, item);
}

/* --- choosing --- */

static gboolean
matches (gpointer item,
         gpointer data)
{
  GfImportColumnsPage *self = data;
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *name = g_utf8_casefold (gf_column_get_name (GF_COLUMN_ITEM (item)->column), -1);

  return strstr (name, needle) != NULL;
}

static void
searched_cb (GfImportColumnsPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
update_chosen (GfImportColumnsPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n = (guint) gtk_bitset_get_size (selected);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *count = gf_format_count (n);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%s column chosen", "%s columns chosen", n), count);
  gtk_label_set_label (self->chosen, n > 0 ? text : _("Choose columns to change them"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->role), n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->type), n > 0);
  self->updating = TRUE;
  gtk_check_button_set_active (self->all, n > 0 && n == n_shown);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < n_shown);
  self->updating = FALSE;
}

static void
all_toggled_cb (GfImportColumnsPage *self)
{
  if (self->updating)
    return;

  if (gtk_check_button_get_active (self->all))
    gtk_selection_model_select_all (self->selection);
  else
    gtk_selection_model_unselect_all (self->selection);
}

static void
choice_cb (GfImportColumnsPage *self,
           GParamSpec          *pspec,
           GtkDropDown         *choice)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint value = gtk_drop_down_get_selected (choice);
  GtkBitsetIter iter;
  guint position;

  /* The first line only says what the others do. */
  if (value == 0 || value == GTK_INVALID_LIST_POSITION)
    return;

  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      {
        g_autoptr (GfColumnItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

        g_signal_emit (self, signals[choice == self->role ? ROLE_CHOSEN : TYPE_CHOSEN], 0,
                       gf_column_get_name (item->column), value - 1);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  gtk_drop_down_set_selected (choice, 0);
}

/* --- keys --- */

/* The row with the focus; NULL when it is elsewhere. */
static Row *
find_focused (GfImportColumnsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *line = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    line = gtk_widget_get_first_child (focus);

  return line != NULL ? g_object_get_data (G_OBJECT (line), "gf-row") : NULL;
}

/* Arrows only lead to another row: a list view would let them choose it, and it alone. */
static gboolean
key_cb (GfImportColumnsPage *self,
        guint                keyval,
        guint                keycode,
        GdkModifierType      state)
{
  Row *row = find_focused (self);
  int last = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection)) - 1;
  int position;
  int page;

  if (row == NULL || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  position = (int) gtk_list_item_get_position (row->item);
  page = gtk_widget_get_height (GTK_WIDGET (self->list)) /
         MAX (1, gtk_widget_get_height (gtk_list_item_get_child (row->item)));
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      position--;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      position++;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      position -= page;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      position += page;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      position = 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      position = last;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  gtk_list_view_scroll_to (self->list, (guint) CLAMP (position, 0, last), GTK_LIST_SCROLL_FOCUS, NULL);

  return GDK_EVENT_STOP;
}

/* Escape takes back what is searched for, then leads back to the sheet as from everywhere on the page. */
static void
stop_search_cb (GfImportColumnsPage *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static gboolean
search_binding (GtkWidget *widget,
                GVariant  *parameter,
                gpointer   data)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GF_IMPORT_COLUMNS_PAGE (widget)->search));
}

static GtkDropDown *
add_choice (GfImportColumnsPage *self,
            AdwWrapBox          *bar,
            const char          *title,
            const char * const  *titles)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *[]) { title, NULL });
  GtkWidget *choice;

  for (guint i = 0; titles[i] != NULL; i++)
    gtk_string_list_append (list, titles[i]);
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
  gf_drop_down_set_name (GTK_DROP_DOWN (choice), title);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (bar, choice);

  return GTK_DROP_DOWN (choice);
}

static void
gf_import_columns_page_finalize (GObject *object)
{
  GfImportColumnsPage *self = GF_IMPORT_COLUMNS_PAGE (object);

  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (gf_import_columns_page_parent_class)->finalize (object);
}

static void
gf_import_columns_page_class_init (GfImportColumnsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_import_columns_page_finalize;

  /**
   * GfImportColumnsPage::role-chosen:
   * @column: the name of the column
   * @role: a #GfColumnRole
   */
  signals[ROLE_CHOSEN] = g_signal_new ("role-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  /**
   * GfImportColumnsPage::type-chosen:
   * @column: the name of the column
   * @type: a #GfColumnType
   */
  signals[TYPE_CHOSEN] = g_signal_new ("type-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_f, GDK_CONTROL_MASK, search_binding, NULL);
}

static GtkWidget *
new_list (GfImportColumnsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;
  GtkWidget *view;
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->items = g_list_store_new (GF_TYPE_COLUMN_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (filtered)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view = gtk_list_view_new (g_object_ref (self->selection), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_enable_rubberband (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (view), GTK_LIST_TAB_ITEM);
  self->list = GTK_LIST_VIEW (view);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns of the file"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);

  return scrolled;
}

static void
gf_import_columns_page_init (GfImportColumnsPage *self)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = adw_wrap_box_new ();
  GtkWidget *choices = adw_wrap_box_new ();

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  self->all = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->chosen = GTK_LABEL (gtk_label_new (NULL));
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _("Find columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All columns shown"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->all), _("Choose All"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), TRUE);
  gtk_widget_add_css_class (top, "import-bar");
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->all));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->search));

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (bar), 6);
  gtk_widget_add_css_class (bar, "import-bar");
  adw_wrap_box_set_justify (ADW_WRAP_BOX (bar), ADW_JUSTIFY_SPREAD);
  gtk_label_set_xalign (self->chosen, 0);
  gtk_label_set_wrap (self->chosen, TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), GTK_WIDGET (self->chosen));
  self->role = add_choice (self, ADW_WRAP_BOX (choices), _("Change Role"), gf_column_role_get_titles ());
  self->type = add_choice (self, ADW_WRAP_BOX (choices), _("Change Type"), gf_column_type_get_titles ());

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (choices), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (choices), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), choices);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), top);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), new_list (self));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (toolbar), bar);
  adw_toolbar_view_set_bottom_bar_style (ADW_TOOLBAR_VIEW (toolbar), ADW_TOOLBAR_RAISED_BORDER);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _("All Columns"));
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self), "columns");
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), toolbar);

  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (all_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_chosen), self, G_CONNECT_SWAPPED);
  update_chosen (self);
}

static gboolean
has_same_columns (GfImportColumnsPage *self,
                  GfTable             *table)
{
  guint n = gf_table_get_n_columns (table);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfColumnItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (strcmp (gf_column_get_name (item->column), gf_column_get_name (gf_table_get_column (table, i))) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * gf_import_columns_page_show:
 * @table: what was read, with what the user settled
 * @doubts: why each of its columns should be looked at
 * @reasons: why each is read as it is
 *
 * Shows its columns. What is chosen stays so while the columns are the same.
 */
void
gf_import_columns_page_show (GfImportColumnsPage *self,
                             GfTable             *table,
                             GPtrArray           *doubts,
                             GPtrArray           *reasons)
{
  guint n;

  g_return_if_fail (GF_IS_IMPORT_COLUMNS_PAGE (self) && table != NULL && doubts != NULL);

  n = gf_table_get_n_columns (table);
  if (!has_same_columns (self, table))
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < n; i++)
        {
          GfColumnItem *item = g_object_new (GF_TYPE_COLUMN_ITEM, NULL);

          gf_column_item_set (item, gf_table_get_column (table, i), g_ptr_array_index (doubts, i),
                          g_ptr_array_index (reasons, i));
          g_ptr_array_add (items, item);
        }
      g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, n);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfColumnItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      gf_column_item_set (item, gf_table_get_column (table, i), g_ptr_array_index (doubts, i),
                          g_ptr_array_index (reasons, i));
    }
}
