/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-table-private.h"

#include "gf-columns-dialog.h"
#include "gf-customers-export.h"
#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-project-analysis.h"
#include "gf-row-identity.h"
#include "gf-shown-columns.h"
#include "gf-sort-popover.h"

#include <glib/gi18n-lib.h>

/* What the user can do with the table of customers. */

static GfCustomers *
get_customers (GfCustomersTable *self)
{
  return gf_project_get_customers (_gf_customers_table_get_project (self));
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);

  self->typing = FALSE;
  gf_customer_grid_edit_focused (self->grid);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  guint position = gf_customer_grid_get_selected (self->grid);

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    gf_customers_table_open (self, gf_customer_list_get_row (self->list, position));
}

/* The rows of the table that are selected. */
GArray *
_gf_customers_table_dup_selected (GfCustomersTable *self)
{
  g_autoptr (GtkBitset) selection = gf_customer_grid_dup_selection (self->grid);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selection, &position);
       valid && position < g_list_model_get_n_items (G_LIST_MODEL (self->list));
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      guint32 row = (guint32) gf_customer_list_get_row (self->list, position);

      g_array_append_val (rows, row);
    }

  return rows;
}

/* Picks those that are selected; when all of them are picked already, drops them. */
static void
pick_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  GfTable *table = _gf_customers_table_get_table (self);
  GfCustomers *customers = get_customers (self);
  g_autoptr (GArray) rows = _gf_customers_table_dup_selected (self);
  g_autoptr (GfBitset) picked = NULL;
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;
  gboolean all = TRUE;

  if (rows->len == 0 || gf_customers_get_best_kind (customers) != GF_BEST_CHOICE_HAND)
    return;

  picked = gf_table_match_identities (table, gf_customers_get_picked (customers));
  for (guint i = 0; i < rows->len && all; i++)
    all = gf_bitset_get (picked, g_array_index (rows, guint32, i));
  gf_customers_pick (customers, table, (const guint32 *) (gpointer) rows->data, rows->len, !all);
  count = gf_format_count (rows->len);
  words = g_strdup_printf (all ? ngettext ("%s customer is no longer picked", "%s customers are no longer picked",
                                           rows->len)
                               : ngettext ("%s customer picked as one of the best",
                                           "%s customers picked as some of the best", rows->len), count);
  gf_toast_undo (widget, words);
}

/* --- Copying, pasting, exporting --- */

/* The text that is to be copied or exported is made in a thread, one at a time. */
static void
write_customers (GfCustomersTable    *self,
                 GArray              *columns,
                 GArray              *rows,
                 char                 delimiter,
                 GAsyncReadyCallback  callback)
{
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  self->writing = g_cancellable_new ();
  gf_customers_write_async (_gf_customers_table_get_table (self), columns, rows, delimiter, self->writing, callback,
                            g_object_ref (self));
  _gf_customers_table_update_busy (self);
}

/* Returns: the text, NULL when it was stopped or is no longer wanted. */
static GBytes *
written (GfCustomersTable *self,
         GAsyncResult     *result,
         gsize            *n_guarded)
{
  g_autoptr (GBytes) bytes = gf_customers_write_finish (result, n_guarded, NULL);

  if (g_task_get_cancellable (G_TASK (result)) == self->writing)
    {
      g_clear_object (&self->writing);
      if (_gf_customers_table_get_project (self) != NULL)
        _gf_customers_table_update_busy (self);
    }

  return _gf_customers_table_get_project (self) != NULL ? g_steal_pointer (&bytes) : NULL;
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GfCustomersTable) self = data;
  g_autoptr (GBytes) cells = written (self, result, NULL);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;

  if (cells == NULL)
    return;

  content = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", cells);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  count = gf_format_count (self->n_written);
  words = g_strdup_printf (ngettext ("%s customer copied", "%s customers copied", self->n_written), count);
  gf_toast (GTK_WIDGET (self), words);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  g_autoptr (GArray) rows = _gf_customers_table_dup_selected (self);
  g_autoptr (GArray) shown = gf_customers_dup_shown (get_customers (self), _gf_customers_table_get_table (self));

  if (rows->len == 0)
    return;

  self->n_written = rows->len;
  write_customers (self, shown, rows, '\t', copied_cb);
}

static void
paste_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GfCustomersTable) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (_gf_customers_table_get_project (self) != NULL && _gf_customers_table_get_table (self) != NULL)
    gf_customers_table_paste (self, text != NULL ? text : "");
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_cb, g_object_ref (widget));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GfCustomersTable) self = data;
  gsize n_guarded;
  g_autoptr (GBytes) bytes = written (self, result, &n_guarded);

  if (bytes != NULL)
    gf_customers_export_ask (GTK_WIDGET (self), bytes, self->n_written_columns, self->n_written, n_guarded);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (GArray) exported = gf_customers_dup_exported (get_customers (self), _gf_customers_table_get_table (self));
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint i = 0; i < n; i++)
    {
      guint32 row = (guint32) gf_customer_list_get_row (self->list, i);

      g_array_append_val (rows, row);
    }
  self->n_written = n;
  self->n_written_columns = exported->len;
  write_customers (self, exported, rows, ',', exported_cb);
}

/* --- Sorting, filtering, columns --- */

static void
sort_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (GfRowSortKey));
  const GfRowSortKey *before;
  guint n_before;
  GfRowSortKey key;
  int mode;

  g_variant_get (parameter, "(ii)", &key.column, &mode);
  key.descending = mode == GF_SORT_DESCENDING || mode == GF_SORT_THEN_DESCENDING;
  before = gf_customer_list_get_order (self->list, &n_before);
  for (guint i = 0; mode >= GF_SORT_THEN_ASCENDING && mode != GF_SORT_NOT && i < n_before; i++)
    {
      GfRowSortKey kept = before[i];

      if (kept.column == key.column && mode != GF_SORT_TURN)
        continue;
      kept.descending ^= kept.column == key.column;
      g_array_append_val (keys, kept);
    }
  if (mode <= GF_SORT_THEN_DESCENDING)
    g_array_append_val (keys, key);
  gf_customer_grid_set_order (self->grid, (const GfRowSortKey *) (gpointer) keys->data, keys->len);
}

static void
filter_column_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  GfTable *table = _gf_customers_table_get_table (self);
  int column = g_variant_get_int32 (parameter);

  if (column >= 0 && (guint) column < gf_table_get_n_columns (table))
    gf_filter_bar_add_column (self->filters, gf_table_get_column (table, (guint) column));
}

static void
hide_column_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  GfTable *table = _gf_customers_table_get_table (self);
  g_autoptr (GArray) order = gf_customers_dup_column_order (get_customers (self), table);
  g_autoptr (GArray) shown = gf_customers_dup_shown (get_customers (self), table);
  g_autoptr (GHashTable) hidden = g_hash_table_new (NULL, NULL);
  guint column = (guint) g_variant_get_int32 (parameter);
  g_autofree char *words = NULL;

  if (column >= gf_table_get_n_columns (table))
    return;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    g_hash_table_add (hidden, GUINT_TO_POINTER (i));
  for (guint i = 0; i < shown->len; i++)
    if (g_array_index (shown, guint, i) != column)
      g_hash_table_remove (hidden, GUINT_TO_POINTER (g_array_index (shown, guint, i)));
  gf_customers_choose_columns (get_customers (self), table, (const guint *) (gpointer) order->data, order->len, hidden);
  /* Translators: a column of the table was hidden */
  words = g_strdup_printf (_("%s hidden"), gf_column_get_name (gf_table_get_column (table, column)));
  gf_toast_undo (widget, words);
}

static void
columns_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);

  adw_dialog_present (gf_columns_dialog_new (_gf_customers_table_get_project (self)), widget);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);

  _gf_customers_table_clear (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* On a phone the conditions are in a sheet, and go back to their place when it is closed. */
static void
sheet_closed_cb (GfCustomersTable *self)
{
  g_object_ref (self->filters);
  adw_bin_set_child (ADW_BIN (gtk_widget_get_parent (GTK_WIDGET (self->filters))), NULL);
  adw_bin_set_child (self->filter_place, GTK_WIDGET (self->filters));
  g_object_unref (self->filters);
  gf_filter_bar_set_labelled (self->filters, FALSE);
  g_clear_object (&self->filter_sheet);
}

static void
filters_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *place = adw_bin_new ();

  if (self->filter_sheet != NULL)
    return;

  self->filter_sheet = g_object_ref_sink (adw_dialog_new ());
  adw_dialog_set_title (self->filter_sheet, _("Filters"));
  adw_dialog_set_content_width (self->filter_sheet, 400);
  adw_dialog_set_content_height (self->filter_sheet, 420);
  adw_dialog_set_presentation_mode (self->filter_sheet, ADW_DIALOG_BOTTOM_SHEET);
  g_object_ref (self->filters);
  adw_bin_set_child (self->filter_place, NULL);
  adw_bin_set_child (ADW_BIN (place), GTK_WIDGET (self->filters));
  g_object_unref (self->filters);
  gf_filter_bar_set_labelled (self->filters, TRUE);
  gtk_widget_set_valign (place, GTK_ALIGN_START);
  gtk_widget_add_css_class (place, "table-bar");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), place);
  adw_dialog_set_child (self->filter_sheet, toolbar);
  g_signal_connect_object (self->filter_sheet, "closed", G_CALLBACK (sheet_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (self->filter_sheet, widget);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  _gf_customers_table_add (GF_CUSTOMERS_TABLE (widget));
}

static void
empty_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  gsize row;
  guint column;

  if (gf_customer_grid_get_focused (self->grid, &row, &column))
    _gf_customers_table_empty_cell (self, row, column);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  _gf_customers_table_remove_selected (GF_CUSTOMERS_TABLE (widget));
}

void
_gf_customers_table_class_init_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "view.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "view.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "view.pick", NULL, pick_action);
  gtk_widget_class_install_action (widget_class, "view.empty", NULL, empty_action);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "view.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "view.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "view.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "view.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "view.sort", "(ii)", sort_action);
  gtk_widget_class_install_action (widget_class, "view.filter-column", "i", filter_column_action);
  gtk_widget_class_install_action (widget_class, "view.hide-column", "i", hide_column_action);
  gtk_widget_class_install_action (widget_class, "view.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "view.filters", NULL, filters_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "view.edit", NULL);
  /* The last one is that which menus name. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "view.empty", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "view.empty", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, GDK_SHIFT_MASK, "view.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_SHIFT_MASK, "view.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "view.pick", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "view.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "view.paste", NULL);
}
