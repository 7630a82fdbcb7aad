/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-preview-grid.h"

#include "gf-column-look.h"
#include "gf-customer-list.h"

#include <glib/gi18n-lib.h>

#define N_ROWS 20

struct _GfPreviewGrid
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GtkColumnView *view;

  /* Owned references */
  GPtrArray *looks;
};

G_DEFINE_FINAL_TYPE (GfPreviewGrid, gf_preview_grid, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell,
          GfPreviewGrid            *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "gf-index"));

  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  if (index < 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 2);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "caption");
    }
  else
    {
      const GfColumnLook *look = g_ptr_array_index (self->looks, index);
      int width = (int) gf_column_look_get_width (look);

      gtk_label_set_width_chars (GTK_LABEL (label), width);
      gtk_label_set_max_width_chars (GTK_LABEL (label), width);
      gtk_label_set_xalign (GTK_LABEL (label), gf_column_look_is_number (look) ? 1 : 0);
    }
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         GfPreviewGrid            *self)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "gf-index"));
  guint row = gtk_column_view_cell_get_position (cell);
  GtkWidget *label = gtk_column_view_cell_get_child (cell);
  const GfColumnLook *look;
  g_autofree char *text = NULL;

  if (index < 0)
    {
      text = g_strdup_printf ("%u", row + 1);
      gtk_label_set_label (GTK_LABEL (label), text);
      return;
    }

  look = g_ptr_array_index (self->looks, index);
  text = gf_column_look_dup_cell (look, row);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : _("empty"));
  if (text == NULL)
    gtk_widget_add_css_class (label, "dimmed");
  if (gf_column_is_unreadable (gf_column_look_get_column (look), row))
    gtk_widget_add_css_class (label, "data-attention");
}

static GtkColumnViewColumn *
add_column (GfPreviewGrid *self,
            int            index,
            const char    *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "gf-index", GINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_column_view_append_column (self->view, column);

  return column;
}

static void
gf_preview_grid_finalize (GObject *object)
{
  g_ptr_array_unref (GF_PREVIEW_GRID (object)->looks);

  G_OBJECT_CLASS (gf_preview_grid_parent_class)->finalize (object);
}

static void
gf_preview_grid_class_init (GfPreviewGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_preview_grid_finalize;
}

static void
gf_preview_grid_init (GfPreviewGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_look_free);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (self->view), GTK_SCROLL_NATURAL);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("First 20 rows"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 264);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * gf_preview_grid_set_table:
 * @table: what was read of the file
 *
 * Shows its first rows.
 */
void
gf_preview_grid_set_table (GfPreviewGrid *self,
                           GfTable       *table)
{
  g_autoptr (GfCustomerList) list = gf_customer_list_new ();
  g_autoptr (GtkSelectionModel) model = NULL;
  GListModel *columns;
  GtkColumnViewColumn *last;

  g_return_if_fail (GF_IS_PREVIEW_GRID (self) && table != NULL);

  columns = gtk_column_view_get_columns (self->view);
  gtk_column_view_set_model (self->view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }

  g_ptr_array_set_size (self->looks, 0);
  last = add_column (self, -1, "");
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      g_autofree char *title = NULL;

      g_ptr_array_add (self->looks, gf_column_look_new (column));
      /* Translators: the name of a column; below it its role and its type */
      title = g_strdup_printf (_("%s\n%s · %s"), gf_column_get_name (column),
                               gf_column_role_get_title (gf_column_get_role (column)),
                               gf_column_type_get_title (gf_column_get_column_type (column)));
      last = add_column (self, (int) i, title);
    }
  gtk_column_view_column_set_expand (last, TRUE);

  gf_customer_list_set_table (list, table);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (list)), 0, N_ROWS))));
  gtk_column_view_set_model (self->view, model);
}
