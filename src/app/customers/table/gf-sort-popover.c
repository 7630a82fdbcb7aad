/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sort-popover.h"

#include "gf-popover-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMNS_HEIGHT 300
#define WIDTH 260

struct _GfSortPopover
{
  GtkPopover parent_instance;

  /* Owned by the widget tree */
  GtkListBox *keys;
  GtkEditable *search;
  GtkListBox *columns;
  GtkWidget *not_at_all;

  /* Owned references */
  GfCustomerList *list;
};

G_DEFINE_FINAL_TYPE (GfSortPopover, gf_sort_popover, GTK_TYPE_POPOVER)

static void fill (GfSortPopover *self);

static int
get_column (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "gf-column"));
}

static void
sort (GfSortPopover *self,
      int            column,
      GfSortMode     mode)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "view.sort", "(ii)", column, mode);
  fill (self);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

/* --- What the customers are sorted by --- */

static void
key_button_cb (GfSortPopover *self,
               GtkWidget     *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  gboolean turns = g_object_get_data (G_OBJECT (button), "gf-turns") != NULL;
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *again;

  sort (self, get_column (GTK_LIST_BOX_ROW (row)), turns ? GF_SORT_TURN : GF_SORT_LEAVE);

  /* The rows were made anew. */
  again = turns ? gtk_list_box_get_row_at_index (self->keys, place) : NULL;
  if (again == NULL || !gtk_widget_child_focus (GTK_WIDGET (again), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
add_button (GfSortPopover *self,
            GtkWidget     *box,
            const char    *icon_name,
            const char    *tooltip,
            const char    *name,
            gboolean       turns)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  g_object_set_data (G_OBJECT (button), "gf-turns", GINT_TO_POINTER (turns));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (key_button_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
append_key (GfSortPopover      *self,
            const GfRowSortKey *key)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = gf_sort_popover_dup_name (gf_customer_list_get_table (self->list), key->column);
  /* Translators: what the customers are sorted by, and how: “Revenue, descending” */
  g_autofree char *way = g_strdup_printf (key->descending ? _("%s, descending") : _("%s, ascending"), name);
  /* Translators: customers are no longer sorted by this column */
  g_autofree char *leave = g_strdup_printf (_("Do Not Sort by %s"), name);

  gtk_box_append (GTK_BOX (box), new_label (name));
  add_button (self, box, key->descending ? "view-sort-descending-symbolic" : "view-sort-ascending-symbolic",
              key->descending ? _("Descending") : _("Ascending"), way, TRUE);
  add_button (self, box, "window-close-symbolic", leave, leave, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "gf-column", GINT_TO_POINTER (key->column));
  gtk_list_box_append (self->keys, row);
}

static gboolean
is_key (int                 column,
        const GfRowSortKey *keys,
        guint               n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    if (keys[i].column == column)
      return TRUE;

  return FALSE;
}

/* --- What else they can be sorted by --- */

static void
append_column (GfSortPopover *self,
               int            column)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *name = gf_sort_popover_dup_name (gf_customer_list_get_table (self->list), column);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  guint n_keys;
  const GfRowSortKey *keys = gf_customer_list_get_order (self->list, &n_keys);
  GtkWidget *row;

  if (strstr (folded, needle) == NULL || is_key (column, keys, n_keys))
    return;

  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_label (name));
  g_object_set_data (G_OBJECT (row), "gf-column", GINT_TO_POINTER (column));
  gtk_list_box_append (self->columns, row);
}

static void
fill_columns (GfSortPopover *self)
{
  GfTable *table = gf_customer_list_get_table (self->list);

  gtk_list_box_remove_all (self->columns);
  append_column (self, GF_ROW_SORT_MARK);
  for (guint i = 0; table != NULL && i < gf_table_get_n_columns (table); i++)
    append_column (self, (int) i);
}

static void
fill (GfSortPopover *self)
{
  guint n_keys;
  const GfRowSortKey *keys = gf_customer_list_get_order (self->list, &n_keys);
  const char *prompt = n_keys > 0 ? _("Then sort by") : _("Sort by");

  gtk_list_box_remove_all (self->keys);
  for (guint i = 0; i < n_keys; i++)
    append_key (self, &keys[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->keys), n_keys > 0);
  gtk_widget_set_visible (self->not_at_all, n_keys > 0);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  fill_columns (self);
}

static void
column_chosen_cb (GfSortPopover *self,
                  GtkListBoxRow *row)
{
  int column = get_column (row);

  gtk_editable_set_text (self->search, "");
  sort (self, column, GF_SORT_THEN_ASCENDING);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
not_at_all_cb (GfSortPopover *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  sort (self, GF_ROW_SORT_MARK, GF_SORT_NOT);
}

static void
take_first_cb (GfSortPopover *self)
{
  GtkListBoxRow *row;

  /* What was typed last may not have been looked for yet. */
  fill_columns (self);
  row = gtk_list_box_get_row_at_index (self->columns, 0);
  if (row != NULL)
    column_chosen_cb (self, row);
}

static void
gf_sort_popover_show (GtkWidget *widget)
{
  GfSortPopover *self = GF_SORT_POPOVER (widget);

  gtk_editable_set_text (self->search, "");
  fill (self);
  GTK_WIDGET_CLASS (gf_sort_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
gf_sort_popover_finalize (GObject *object)
{
  g_clear_object (&GF_SORT_POPOVER (object)->list);

  G_OBJECT_CLASS (gf_sort_popover_parent_class)->finalize (object);
}

static void
gf_sort_popover_class_init (GfSortPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_sort_popover_finalize;
  GTK_WIDGET_CLASS (klass)->show = gf_sort_popover_show;
}

static GtkListBox *
new_list (const char *css_class,
          const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_LIST_BOX (list);
}

static void
gf_sort_popover_init (GfSortPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->keys = new_list ("sort-keys", _("Sorted by"));
  self->columns = new_list ("navigation-sidebar", _("Columns"));
  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill_columns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (take_first_cb), self, G_CONNECT_SWAPPED);
  gf_popover_search_closes (GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->columns, "row-activated", G_CALLBACK (column_chosen_cb), self, G_CONNECT_SWAPPED);
  self->not_at_all = gtk_button_new_with_label (_("As Imported"));
  gtk_widget_add_css_class (self->not_at_all, "flat");
  g_signal_connect_object (self->not_at_all, "clicked", G_CALLBACK (not_at_all_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), COLUMNS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->columns));
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keys));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->not_at_all);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * gf_sort_popover_new:
 * @list: the customers that are sorted
 *
 * Returns: (transfer floating): a popover that shows their order whenever it opens
 */
GtkWidget *
gf_sort_popover_new (GfCustomerList *list)
{
  GfSortPopover *self;

  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (list), NULL);

  self = g_object_new (GF_TYPE_SORT_POPOVER, NULL);
  self->list = g_object_ref (list);

  return GTK_WIDGET (self);
}

/**
 * gf_sort_popover_dup_name:
 * @table: the customers
 * @column: what they are sorted by: a column, or GF_ROW_SORT_MARK
 *
 * Returns: (transfer full): what it is called
 */
char *
gf_sort_popover_dup_name (GfTable *table,
                          int      column)
{
  if (column == GF_ROW_SORT_MARK)
    return g_strdup (_("Best and Bad Fit"));

  return g_strdup (gf_column_get_name (gf_table_get_column (table, (guint) column)));
}
