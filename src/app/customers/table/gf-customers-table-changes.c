/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-table-private.h"

#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-shown-columns.h"
#include "gf-table-edits.h"
#include "gf-table-rows.h"

#include <glib/gi18n-lib.h>

/* How the user changes the customers in the table: at once in a short one, else in a thread. */

static GfCustomers *
get_customers (GfCustomersTable *self)
{
  return gf_project_get_customers (_gf_customers_table_get_project (self));
}

typedef struct
{
  GfCustomersTable *view;
  GArray *rows;          /* of guint32; of cells that are pasted the columns */
  gsize row;
  guint column;
  guint position;        /* the place of the first customer that goes */
  guint choice;          /* a role or a type */
  char *text;
  gboolean open;         /* on a page of its own */
  gboolean is_new;       /* no cell of the category says so yet */
} Change;

static Change *
change_new (GfCustomersTable *self)
{
  Change *change = g_new0 (Change, 1);

  change->view = g_object_ref (self);

  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->view);
  g_clear_pointer (&change->rows, g_array_unref);
  g_free (change->text);
  g_free (change);
}

static void
change_table (GfCustomersTable *self,
              GfTableEdit       edit,
              GfTableEdited     edited,
              Change           *change)
{
  gf_table_edits_add (gf_project_get_table_edits (_gf_customers_table_get_project (self)), edit, edited, change,
                      change_free);
}

/* Says why something was not done. Returns whether it was, and the view still shows the project. */
static gboolean
is_done (Change       *change,
         const GError *error)
{
  if (_gf_customers_table_get_project (change->view) == NULL)
    return FALSE;
  if (error != NULL)
    gf_toast (GTK_WIDGET (change->view), error->message);

  return error == NULL;
}

static GfTable *
append_blank (GfTable   *table,
              gpointer   data,
              GError   **error)
{
  return gf_table_append_row (table, NULL, error);
}

static void
appended_cb (GfTable      *table,
             const GError *error,
             gpointer      data)
{
  Change *change = data;

  if (!is_done (change, error))
    return;

  if (change->open)
    gf_customers_table_open (change->view, gf_table_get_n_rows (table) - 1);
  else
    gf_customers_table_edit (change->view, gf_table_get_n_rows (table) - 1, -1);
}

static void
add_customer (GfCustomersTable *self,
              gboolean          open)
{
  Change *change = change_new (self);

  change->open = open;
  self->typing = !open;
  change_table (self, append_blank, appended_cb, change);
}

/* Begins a new customer. */
void
_gf_customers_table_add (GfCustomersTable *self)
{
  _gf_customers_table_clear (self);
  add_customer (self, gf_step_view_get_narrow (GF_STEP_VIEW (self)));
}

/* Goes on to the cell beside or below. Behind the last cell of the last row begins a new row, while rows
 * are typed one after the other. */
static void
go_on (GfCustomersTable *self,
       gsize             row,
       guint             column,
       GfCellMove        move)
{
  g_autoptr (GArray) shown = gf_customers_dup_shown (get_customers (self), _gf_customers_table_get_table (self));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position = gf_customer_list_find (self->list, row);
  guint place = 0;

  while (place < shown->len && g_array_index (shown, guint, place) != column)
    place++;
  if (place == shown->len || position == GTK_INVALID_LIST_POSITION)
    return;

  if (move == GF_CELL_PREVIOUS)
    {
      if (place == 0 && position == 0)
        return;
      position -= place == 0;
      place = place == 0 ? shown->len - 1 : place - 1;
    }
  else if (move == GF_CELL_NEXT && place + 1 < shown->len)
    place++;
  else
    {
      place = 0;
      position++;
    }

  if (position < n_shown)
    gf_customers_table_edit (self, gf_customer_list_get_row (self->list, position),
                             (int) g_array_index (shown, guint, place));
  else if (self->typing)
    add_customer (self, FALSE);
}

static GfTable *
drop_blank (GfTable   *table,
            gpointer   data,
            GError   **error)
{
  gsize n_rows = gf_table_get_n_rows (table);

  if (n_rows < 2)
    return gf_table_ref (table);
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    if (*gf_column_get_text (gf_table_get_column (table, i), n_rows - 1) != '\0')
      return gf_table_ref (table);

  return gf_table_remove_row (table, n_rows - 1);
}

/* Ends the typing of customers one after the other. The row that was begun for the next goes when nothing
 * was typed in it. */
void
_gf_customers_table_end_typing (GfCustomersTable *self)
{
  if (!self->typing)
    return;

  self->typing = FALSE;
  if (_gf_customers_table_get_project (self) != NULL)
    change_table (self, drop_blank, NULL, change_new (self));
}

static GfTable *
set_cell (GfTable   *table,
          gpointer   data,
          GError   **error)
{
  Change *change = data;

  if (g_strcmp0 (gf_column_get_text (gf_table_get_column (table, change->column), change->row), change->text) == 0)
    return gf_table_ref (table);

  return gf_table_set_cell (table, change->row, change->column, change->text, error);
}

static void
cell_set_cb (GfTable      *table,
             const GError *error,
             gpointer      data)
{
  Change *change = data;
  g_autofree char *words = NULL;

  if (!is_done (change, error))
    return;

  _gf_customers_table_show (change->view);
  if (!change->is_new)
    return;

  /* Translators: a value that was typed and its column: “Swedn is new in Country” */
  words = g_strdup_printf (_("“%s” is new in %s"), change->text,
                           gf_column_get_name (gf_table_get_column (table, change->column)));
  gf_toast_undo (GTK_WIDGET (change->view), words);
}

/* A category may say anything. What it never said before is told of, as it may be a slip, but not where the list
 * is only being typed. */
static gboolean
is_new_value (GfCustomersTable *self,
              GfColumn         *column,
              const char       *text)
{
  guint32 code;

  return !self->typing && *text != '\0' && gf_column_get_column_type (column) == GF_COLUMN_CATEGORY &&
         gf_column_get_n_levels (column) > 0 && !gf_column_find_level (column, text, &code);
}

/* A cell was typed, see GfCustomerGrid::cell-edited. */
void
_gf_customers_table_cell_edited (GfCustomersTable *self,
                                 guint64           row,
                                 guint             column,
                                 const char       *text,
                                 int               move)
{
  GfTable *table = _gf_customers_table_get_table (self);
  Change *change;

  if (table == NULL || row >= gf_table_get_n_rows (table) || column >= gf_table_get_n_columns (table))
    return;

  change = change_new (self);
  change->row = row;
  change->column = column;
  change->text = g_strdup (text);
  change->is_new = is_new_value (self, gf_table_get_column (table, column), text);
  change_table (self, set_cell, cell_set_cb, change);

  /* Enter ends the change of a cell, but goes on where rows are typed. */
  if (move == GF_CELL_BELOW && !self->typing)
    return;
  if (move == GF_CELL_STAY)
    self->typing = FALSE;
  else
    go_on (self, row, column, (GfCellMove) move);
}

static void
cell_emptied_cb (GfTable      *table,
                 const GError *error,
                 gpointer      data)
{
  Change *change = data;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (!is_done (change, error))
    return;

  _gf_customers_table_show (change->view);
  name = gf_table_dup_row_name (table, change->row);
  /* Translators: the cell of a column was emptied, for one customer: “Revenue of Talweg emptied” */
  words = g_strdup_printf (_("%s of %s emptied"), gf_column_get_name (gf_table_get_column (table, change->column)),
                           name);
  gf_toast_undo (GTK_WIDGET (change->view), words);
}

/* Empties one cell, whichever customers are selected. */
void
_gf_customers_table_empty_cell (GfCustomersTable *self,
                                gsize             row,
                                guint             column)
{
  GfTable *table = _gf_customers_table_get_table (self);
  Change *change;

  if (table == NULL || row >= gf_table_get_n_rows (table) || column >= gf_table_get_n_columns (table) ||
      *gf_column_get_text (gf_table_get_column (table, column), row) == '\0')
    return;

  change = change_new (self);
  change->row = row;
  change->column = column;
  change->text = g_strdup ("");
  change_table (self, set_cell, cell_emptied_cb, change);
}

static GfTable *
remove_rows (GfTable   *table,
             gpointer   data,
             GError   **error)
{
  GArray *rows = ((Change *) data)->rows;
  g_autoptr (GfBitset) gone = NULL;

  if (rows->len == 1)
    return gf_table_remove_row (table, g_array_index (rows, guint32, 0));

  gone = gf_bitset_new (gf_table_get_n_rows (table));
  for (guint i = 0; i < rows->len; i++)
    gf_bitset_set (gone, g_array_index (rows, guint32, i));

  return gf_table_remove_rows (table, gone);
}

static void
removed_cb (GfTable      *table,
            const GError *error,
            gpointer      data)
{
  Change *change = data;
  guint n = change->rows->len;
  g_autofree char *count = gf_format_count (n);
  g_autofree char *words = NULL;

  if (!is_done (change, error))
    return;

  _gf_customers_table_show (change->view);
  gf_customer_grid_select (change->view->grid, change->position, 1);
  words = n == 1 ? g_strdup (_("Customer removed"))
          : g_strdup_printf (ngettext ("%s customer removed", "%s customers removed", n), count);
  gf_toast_undo (GTK_WIDGET (change->view), words);
}

/* Removes the customers that are selected. */
void
_gf_customers_table_remove_selected (GfCustomersTable *self)
{
  g_autoptr (GArray) rows = _gf_customers_table_dup_selected (self);
  Change *change;

  if (rows->len == 0)
    return;

  change = change_new (self);
  change->rows = g_steal_pointer (&rows);
  change->position = gf_customer_grid_get_selected (self->grid);
  change_table (self, remove_rows, removed_cb, change);
}

static GfTable *
paste_rows (GfTable   *table,
            gpointer   data,
            GError   **error)
{
  Change *change = data;

  change->row = gf_table_get_n_rows (table);

  return gf_table_paste (table, (const guint *) (gpointer) change->rows->data, change->rows->len, change->text, error);
}

/* Says how many cells from a row on their columns cannot read; NULL if they read all. */
static char *
dup_unreadable_words (GfTable *table,
                      gsize    from)
{
  g_autofree char *count = NULL;
  gulong n_numbers = 0;
  gulong n_dates = 0;
  gulong n = 0;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      GfColumnType type = gf_column_get_column_type (column);

      for (gsize row = from; row < gf_table_get_n_rows (table); row++)
        if (gf_column_is_unreadable (column, row))
          {
            n++;
            n_numbers += type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY;
            n_dates += type == GF_COLUMN_DATE;
          }
    }
  if (n == 0)
    return NULL;

  count = gf_format_count (n);

  return g_strdup_printf (n == n_numbers ? ngettext ("%s cell is no number", "%s cells are no numbers", n)
                          : n == n_dates ? ngettext ("%s cell is no date", "%s cells are no dates", n)
                          : ngettext ("%s cell cannot be read", "%s cells cannot be read", n), count);
}

static void
pasted_cb (GfTable      *table,
           const GError *error,
           gpointer      data)
{
  Change *change = data;
  g_autofree char *count = NULL;
  g_autofree char *added = NULL;
  g_autofree char *unreadable = NULL;
  g_autofree char *words = NULL;
  guint position;
  gsize n;

  if (!is_done (change, error))
    return;

  n = gf_table_get_n_rows (table) - change->row;
  count = gf_format_count (n);
  added = g_strdup_printf (ngettext ("%s customer added", "%s customers added", (gulong) n), count);
  unreadable = dup_unreadable_words (table, change->row);
  /* Translators: of cells that were pasted: “2 customers added; 1 cell is no number” */
  words = unreadable != NULL ? g_strdup_printf (_("%s; %s"), added, unreadable) : g_strdup (added);
  _gf_customers_table_show (change->view);
  position = gf_customer_list_find (change->view->list, change->row);
  if (position != GTK_INVALID_LIST_POSITION)
    gf_customer_grid_select (change->view->grid, position, (guint) n);
  gf_toast_undo (GTK_WIDGET (change->view), words);
  gf_announce (GTK_WIDGET (change->view), words);
}

/**
 * gf_customers_table_paste:
 * @text: lines of cells
 *
 * Appends customers from copied cells, or says why that cannot be.
 */
void
gf_customers_table_paste (GfCustomersTable *self,
                          const char       *text)
{
  Change *change;

  g_return_if_fail (GF_IS_CUSTOMERS_TABLE (self) && text != NULL);

  change = change_new (self);
  change->rows = gf_customers_dup_shown (get_customers (self), _gf_customers_table_get_table (self));
  change->text = g_strdup (text);
  change_table (self, paste_rows, pasted_cb, change);
}

static GfTable *
choose_role (GfTable   *table,
             gpointer   data,
             GError   **error)
{
  Change *change = data;
  GfColumnRole role = (GfColumnRole) change->choice;
  int name = gf_table_find_role (table, GF_ROLE_NAME);
  g_autoptr (GfTable) changed = gf_table_set_role (table, change->column, role);

  /* Only one column names the customers. */
  if (role == GF_ROLE_NAME && name >= 0 && (guint) name != change->column)
    return gf_table_set_role (changed, (guint) name, GF_ROLE_IDENTIFIER);

  return g_steal_pointer (&changed);
}

static GfTable *
choose_type (GfTable   *table,
             gpointer   data,
             GError   **error)
{
  Change *change = data;

  return gf_table_set_type (table, change->column, (GfColumnType) change->choice, error);
}

static void
chosen_cb (GfTable      *table,
           const GError *error,
           gpointer      data)
{
  is_done (data, error);
}

/* Uses a column otherwise. */
void
_gf_customers_table_choose_role (GfCustomersTable *self,
                                 guint             column,
                                 guint             role)
{
  Change *change = change_new (self);

  change->column = column;
  change->choice = role;
  change_table (self, choose_role, chosen_cb, change);
}

/* Reads a column as another type. */
void
_gf_customers_table_choose_type (GfCustomersTable *self,
                                 guint             column,
                                 guint             type)
{
  Change *change = change_new (self);

  change->column = column;
  change->choice = type;
  change_table (self, choose_type, chosen_cb, change);
}
