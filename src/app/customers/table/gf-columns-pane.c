/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-columns-pane.h"

#include "gf-column-row.h"
#include "gf-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfColumnsPane
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GtkListBox *list;

  /* Borrowed: the rows, by column */
  GPtrArray *rows;

  /* Owned references */
  GfTable *table;
  GPtrArray *changed;    /* of GfColumn: to be summed up */
  GCancellable *summing;

  GfFilterBar *filters;  /* weak: the conditions that are set */

  guint fill_source;
  gboolean behind;       /* there is another table than the rows show */
};

/* Rows are heavy: so many are added at a time, between frames. */
#define ROWS_AT_ONCE 2

/* Longer columns are summed up in a thread. */
#define MAX_AT_ONCE 20000

G_DEFINE_FINAL_TYPE (GfColumnsPane, gf_columns_pane, ADW_TYPE_BIN)

enum
{
  ROLE_CHOSEN,
  TYPE_CHOSEN,
  RANGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chosen (GfColumnsPane *self,
        GfColumnRow   *row,
        guint          signal,
        guint          choice)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;

  g_signal_emit (self, signals[signal], 0, index, choice);
  /* What was refused is taken back; what was not comes with the next table. */
  gf_column_row_set_column (row, gf_column_row_get_column (row));
}

static void
role_chosen_cb (GfColumnsPane *self,
                guint          role,
                GfColumnRow   *row)
{
  chosen (self, row, ROLE_CHOSEN, role);
}

static void
type_chosen_cb (GfColumnsPane *self,
                guint          type,
                GfColumnRow   *row)
{
  chosen (self, row, TYPE_CHOSEN, type);
}

static void
range_chosen_cb (GfColumnsPane *self,
                 double         low,
                 double         high,
                 GfColumnRow   *row)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    g_signal_emit (self, signals[RANGE_CHOSEN], 0, index, low, high);
}

static void
filter_asked_cb (GfColumnsPane *self,
                 GfColumnRow   *row)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    gtk_widget_activate_action (GTK_WIDGET (self), "view.filter-column", "i", (int) index);
}

static void
expanded_cb (GfColumnsPane  *self,
             GParamSpec     *pspec,
             AdwExpanderRow *row)
{
  if (!adw_expander_row_get_expanded (row))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != row)
      adw_expander_row_set_expanded (g_ptr_array_index (self->rows, i), FALSE);
}

static void
add_row (GfColumnsPane *self)
{
  GtkWidget *row = gf_column_row_new ();

  g_signal_connect_object (row, "role-chosen", G_CALLBACK (role_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "type-chosen", G_CALLBACK (type_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "range-chosen", G_CALLBACK (range_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "filter-asked", G_CALLBACK (filter_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list, row);
}

/* --- Summaries: at once for a short table, else in a thread --- */

static void
sum_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GPtrArray *columns = data;
  GPtrArray *summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_summary_unref);

  for (guint i = 0; i < columns->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (summaries, gf_column_summary_of (g_ptr_array_index (columns, i)));
  g_task_return_pointer (task, summaries, (GDestroyNotify) g_ptr_array_unref);
}

static void
summed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GfColumnsPane *self = GF_COLUMNS_PANE (source);
  GPtrArray *columns = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) summaries = g_task_propagate_pointer (G_TASK (result), NULL);

  for (guint i = 0; summaries != NULL && i < summaries->len; i++)
    for (guint j = 0; j < self->rows->len; j++)
      if (gf_column_row_get_column (g_ptr_array_index (self->rows, j)) == g_ptr_array_index (columns, i))
        gf_column_row_set_summary (g_ptr_array_index (self->rows, j), g_ptr_array_index (summaries, i));
}

static void
sum (GfColumnsPane *self,
     GPtrArray     *columns)
{
  g_autoptr (GTask) task = NULL;
  GfColumn *first = columns->len > 0 ? g_ptr_array_index (columns, 0) : NULL;

  if (first == NULL)
    return;

  if (gf_column_get_n_rows (first) > MAX_AT_ONCE)
    {
      if (self->summing == NULL)
        self->summing = g_cancellable_new ();
      task = g_task_new (self, self->summing, summed_cb, NULL);
      g_task_set_source_tag (task, sum);
      g_task_set_task_data (task, g_ptr_array_ref (columns), (GDestroyNotify) g_ptr_array_unref);
      gf_task_run_in_thread (task, sum_in_thread);
      return;
    }

  for (guint i = 0; i < columns->len; i++)
    for (guint j = 0; j < self->rows->len; j++)
      if (gf_column_row_get_column (g_ptr_array_index (self->rows, j)) == g_ptr_array_index (columns, i))
        {
          g_autoptr (GfColumnSummary) summary = gf_column_summary_of (g_ptr_array_index (columns, i));

          gf_column_row_set_summary (g_ptr_array_index (self->rows, j), summary);
        }
}

/* --- The rows: those of new columns are added little by little, so that the customers come first --- */

static void
show_column (GfColumnsPane *self,
             guint          index)
{
  GfColumnRow *row = g_ptr_array_index (self->rows, index);
  GfColumn *column = gf_table_get_column (self->table, index);
  GfColumn *before = gf_column_row_get_column (row);

  if (before == column)
    return;

  if (before != NULL && strcmp (gf_column_get_name (before), gf_column_get_name (column)) != 0)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  gf_column_row_set_column (row, column);
  g_ptr_array_add (self->changed, gf_column_ref (column));
}

static void
show_range (GfColumnsPane *self,
            guint          index)
{
  GfColumnRow *row = g_ptr_array_index (self->rows, index);
  double low, high;

  if (self->filters == NULL)
    return;

  gf_filter_bar_get_range (self->filters, gf_column_get_name (gf_column_row_get_column (row)), &low, &high);
  gf_column_row_set_range (row, low, high);
}

/* Adds a few rows, and sums up what changed once all are there. */
static void
add_rows (GfColumnsPane *self)
{
  guint n = self->table != NULL ? gf_table_get_n_columns (self->table) : 0;
  g_autoptr (GPtrArray) changed = NULL;

  for (guint i = 0; i < ROWS_AT_ONCE && self->rows->len < n; i++)
    {
      add_row (self);
      show_column (self, self->rows->len - 1);
      show_range (self, self->rows->len - 1);
    }
  if (self->rows->len < n)
    return;

  g_clear_handle_id (&self->fill_source, g_source_remove);
  changed = g_steal_pointer (&self->changed);
  self->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  sum (self, changed);
}

static gboolean
fill_cb (gpointer data)
{
  add_rows (data);

  return G_SOURCE_CONTINUE;
}

static void
show_table (GfColumnsPane *self)
{
  guint n = self->table != NULL ? gf_table_get_n_columns (self->table) : 0;

  self->behind = FALSE;
  while (self->rows->len > n)
    {
      gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      show_column (self, i);
      show_range (self, i);
    }
  if (self->rows->len == n)
    add_rows (self);
  else if (self->fill_source == 0)
    self->fill_source = g_idle_add (fill_cb, self);
}

static void
gf_columns_pane_map (GtkWidget *widget)
{
  GfColumnsPane *self = GF_COLUMNS_PANE (widget);

  GTK_WIDGET_CLASS (gf_columns_pane_parent_class)->map (widget);
  if (self->behind)
    show_table (self);
}

static void
gf_columns_pane_finalize (GObject *object)
{
  g_clear_pointer (&GF_COLUMNS_PANE (object)->table, gf_table_unref);
  g_ptr_array_unref (GF_COLUMNS_PANE (object)->changed);
  g_clear_object (&GF_COLUMNS_PANE (object)->summing);
  g_ptr_array_unref (GF_COLUMNS_PANE (object)->rows);

  G_OBJECT_CLASS (gf_columns_pane_parent_class)->finalize (object);
}

static void
gf_columns_pane_dispose (GObject *object)
{
  g_clear_handle_id (&GF_COLUMNS_PANE (object)->fill_source, g_source_remove);
  g_clear_weak_pointer (&GF_COLUMNS_PANE (object)->filters);
  if (GF_COLUMNS_PANE (object)->summing != NULL)
    g_cancellable_cancel (GF_COLUMNS_PANE (object)->summing);

  G_OBJECT_CLASS (gf_columns_pane_parent_class)->dispose (object);
}

static void
gf_columns_pane_class_init (GfColumnsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_columns_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = gf_columns_pane_map;
  G_OBJECT_CLASS (klass)->finalize = gf_columns_pane_finalize;

  /**
   * GfColumnsPane::role-chosen:
   * @column: the index of a column
   * @role: a #GfColumnRole
   */
  signals[ROLE_CHOSEN] = g_signal_new ("role-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  /**
   * GfColumnsPane::type-chosen:
   * @column: the index of a column
   * @type: a #GfColumnType
   */
  signals[TYPE_CHOSEN] = g_signal_new ("type-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  /**
   * GfColumnsPane::range-chosen:
   * @column: the index of a column
   * @low: the least, -INFINITY for an open side
   * @high: the greatest, INFINITY for an open side
   */
  signals[RANGE_CHOSEN] = g_signal_new ("range-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE,
                                        G_TYPE_DOUBLE);
}

static void
gf_columns_pane_init (GfColumnsPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new ();
  self->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "columns-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Columns"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * gf_columns_pane_set_table:
 * @table: (nullable): the customers
 *
 * Shows the columns of @table, once the pane can be seen; only those that differ are looked at again. Columns that
 * are more than before come in when the main loop is idle.
 */
void
gf_columns_pane_set_table (GfColumnsPane *self,
                           GfTable       *table)
{
  g_return_if_fail (GF_IS_COLUMNS_PANE (self));

  if (self->table == table)
    return;

  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_table (self);
  else
    self->behind = TRUE;
}

/**
 * gf_columns_pane_update_ranges:
 * @filters: the conditions that are set; not owned
 *
 * Shows in each column the range that customers are filtered by.
 */
void
gf_columns_pane_update_ranges (GfColumnsPane *self,
                               GfFilterBar   *filters)
{
  g_return_if_fail (GF_IS_COLUMNS_PANE (self));

  g_set_weak_pointer (&self->filters, filters);
  for (guint i = 0; i < self->rows->len; i++)
    show_range (self, i);
}
