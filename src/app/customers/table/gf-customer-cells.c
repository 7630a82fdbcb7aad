/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gf_customer_cells_init:
 * @self: room for it
 *
 * Begins with nothing on the screen.
 */
void
gf_customer_cells_init (GfCustomerCells *self)
{
  self->list = NULL;
  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_look_free);
  self->bound = g_hash_table_new (NULL, NULL);
}

/**
 * gf_customer_cells_clear:
 * @self: cells
 *
 * Frees what they hold.
 */
void
gf_customer_cells_clear (GfCustomerCells *self)
{
  g_clear_object (&self->list);
  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->bound, g_hash_table_unref);
}

/**
 * gf_customer_cells_set_list:
 * @self: cells
 * @list: (nullable): the customers
 * @owner: the widget that shows them
 * @table_set: called with @owner when the list got another table
 * @moved: called with @owner when other customers stand at the places
 * @refreshed: called with @owner when its rows are those of the table
 *
 * Lets go of the list before and follows another.
 *
 * Returns: whether there is another one to show
 */
gboolean
gf_customer_cells_set_list (GfCustomerCells *self,
                            GfCustomerList  *list,
                            gpointer         owner,
                            GCallback        table_set,
                            GCallback        moved,
                            GCallback        refreshed)
{
  g_return_val_if_fail (self != NULL && GTK_IS_WIDGET (owner), FALSE);

  if (self->list == list)
    return FALSE;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, owner);
  g_set_object (&self->list, list);
  if (list == NULL)
    return FALSE;

  g_signal_connect_object (list, "table-set", table_set, owner, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "moved", moved, owner, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refreshed", refreshed, owner, G_CONNECT_SWAPPED);

  return TRUE;
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

/**
 * gf_customer_cells_update:
 * @self: cells
 *
 * Makes the looks those of the list's table.
 *
 * Returns: whether the columns are the same as before
 */
gboolean
gf_customer_cells_update (GfCustomerCells *self)
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

  return same;
}

/**
 * gf_customer_cells_get_look:
 * @self: cells
 * @column: an index of a column
 *
 * Returns: (transfer none) (nullable): how the column looks; NULL if there is none
 */
const GfColumnLook *
gf_customer_cells_get_look (GfCustomerCells *self,
                            int              column)
{
  return column >= 0 && (guint) column < self->looks->len ? g_ptr_array_index (self->looks, (guint) column) : NULL;
}

/**
 * gf_customer_cells_fill_all:
 * @self: cells
 * @fill: fills one of them
 * @owner: for @fill
 *
 * Fills all cells on the screen again.
 */
void
gf_customer_cells_fill_all (GfCustomerCells     *self,
                            GfCustomerCellsFill  fill,
                            gpointer             owner)
{
  GHashTableIter iter;
  gpointer item;
  gpointer number;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &number))
    fill (owner, item, GPOINTER_TO_INT (number));
}

static gboolean
query_mark_cb (GtkWidget  *image,
               int         x,
               int         y,
               gboolean    keyboard,
               GtkTooltip *tooltip)
{
  const char *name = g_object_get_data (G_OBJECT (image), "gf-mark");

  gtk_tooltip_set_text (tooltip, name);

  return name != NULL && *name != '\0';
}

/**
 * gf_customer_cells_new_mark:
 *
 * Returns: (transfer floating): the place of a mark. It is asked for its name when the pointer rests on it: setting
 *   a tooltip asks the display where the pointer is, for each of hundreds of marks.
 */
GtkWidget *
gf_customer_cells_new_mark (void)
{
  GtkWidget *image = gtk_image_new ();

  gtk_widget_set_has_tooltip (image, TRUE);
  g_signal_connect (image, "query-tooltip", G_CALLBACK (query_mark_cb), NULL);

  return image;
}

/**
 * gf_customer_cells_fill_mark:
 * @self: cells
 * @image: the place of the mark, of gf_customer_cells_new_mark()
 * @row: a customer
 *
 * Shows whether the customer is one of the best, a bad fit, or neither, and what somebody says of it, with that as its
 * name.
 *
 * Returns: (transfer none): the name, "" for neither
 */
const char *
gf_customer_cells_fill_mark (GfCustomerCells *self,
                             GtkImage        *image,
                             gsize            row)
{
  gboolean best = gf_customer_list_is_best (self->list, row);
  gboolean bad = !best && gf_customer_list_is_bad (self->list, row);
  gboolean thriving = gf_customer_list_is_thriving (self->list, row);
  gboolean draining = !thriving && gf_customer_list_is_draining (self->list, row);
  const char *name = best && thriving   ? _("Best, thriving")
                     : best && draining ? _("Best, draining")
                     : bad && thriving  ? _("Bad fit, thriving")
                     : bad && draining  ? _("Bad fit, draining")
                     : best             ? _("Best")
                     : bad              ? _("Bad fit")
                     : thriving         ? _("Thriving")
                     : draining         ? _("Draining")
                                        : "";
  const char *icon = best ? "gf-best-symbolic" : bad ? "gf-bad-symbolic" : *name != '\0' ? "gf-quote-symbolic" : NULL;

  gtk_image_set_from_icon_name (image, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (image), (const char *[]) { best ? "data-us" : bad ? "data-bad" : "dimmed", NULL });
  g_object_set_data (G_OBJECT (image), "gf-mark", (gpointer) name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return name;
}
