/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-list.h"

#include "gf-table-change.h"
#include "gf-task.h"

#include <gtk/gtk.h>
#include <string.h>

struct _GfCustomerList
{
  GObject parent_instance;

  /* Owned references */
  GfTable *table;
  GfRowIndex *index;
  GfBitset *best;
  GfBitset *bad;
  GfBitset *thriving;
  GfBitset *draining;
  char *search;
  GPtrArray *filters;
  GArray *keys;
  GArray *columns;       /* of guint: those that can be seen */
  guint32 *rows;
  GCancellable *running;

  guint n_rows;
  GfRowElsewhere elsewhere;
};

enum
{
  TABLE_SET,
  MOVED,
  REFRESHED,
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A table of at most so many cells is searched and sorted within a frame. */
#define MAX_AT_ONCE 200000

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return GF_CUSTOMER_LIST (model)->n_rows;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return position < GF_CUSTOMER_LIST (model)->n_rows ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GfCustomerList, gf_customer_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* What is asked, by itself: a thread may still be at it when the list has moved on. */
typedef struct
{
  GfRowIndex *index;
  GPtrArray *filters;
  char *search;
  GArray *keys;
  GArray *columns;
  GfBitset *best;
  GfBitset *bad;
  guint32 *rows;
  gsize n_rows;
  GfRowElsewhere elsewhere;
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->index, gf_row_index_unref);
  g_clear_pointer (&question->filters, g_ptr_array_unref);
  g_clear_pointer (&question->keys, g_array_unref);
  g_clear_pointer (&question->columns, g_array_unref);
  g_clear_pointer (&question->best, gf_bitset_unref);
  g_clear_pointer (&question->bad, gf_bitset_unref);
  g_free (question->search);
  g_free (question->rows);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static Question *
question_new (GfCustomerList *self)
{
  Question *question = g_new0 (Question, 1);

  if (self->index == NULL)
    self->index = gf_row_index_new (self->table);
  question->index = gf_row_index_ref (self->index);
  question->filters = g_ptr_array_ref (self->filters);
  question->search = g_strdup (self->search);
  question->keys = g_array_copy (self->keys);
  question->columns = g_array_copy (self->columns);
  question->best = self->best != NULL ? gf_bitset_ref (self->best) : NULL;
  question->bad = self->bad != NULL ? gf_bitset_ref (self->bad) : NULL;

  return question;
}

static gboolean
question_answer (Question     *question,
                 GCancellable *cancellable)
{
  GfRowQuery query = {
    .filters = (GfRowFilter * const *) question->filters->pdata,
    .n_filters = question->filters->len,
    .search = question->search,
    .keys = (const GfRowSortKey *) (gpointer) question->keys->data,
    .n_keys = question->keys->len,
    .best = question->best,
    .bad = question->bad,
    .columns = (const guint *) (gpointer) question->columns->data,
    .n_columns = question->columns->len,
  };

  question->rows = gf_row_index_query (question->index, &query, &question->n_rows, &question->elsewhere, cancellable);

  return question->rows != NULL;
}

/* Shows other rows. A view that is told that rows went and others came destroys the widgets of all that went and
 * makes as many anew, which takes a fifth of a second. What it shows are places, though: it is told how many there
 * are, and then that others stand there. */
static void
take_rows (GfCustomerList *self,
           guint32        *rows,
           guint           n)
{
  g_autofree guint32 *old = g_steal_pointer (&self->rows);
  guint n_old = self->n_rows;
  guint n_both = MIN (n, n_old);

  self->rows = rows;
  self->n_rows = n;
  if (n != n_old)
    g_list_model_items_changed (G_LIST_MODEL (self), n_both, n_old - n_both, n - n_both);
  if (n_both > 0 && memcmp (old, rows, n_both * sizeof (guint32)) != 0)
    g_signal_emit (self, signals[MOVED], 0);
}

static void
take_answer (GfCustomerList *self,
             Question       *question)
{
  self->elsewhere = question->elsewhere;
  take_rows (self, g_steal_pointer (&question->rows), (guint) question->n_rows);
}

static void
stop (GfCustomerList *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
answer_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  g_task_return_boolean (task, question_answer (data, cancellable));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GfCustomerList *self = GF_CUSTOMER_LIST (source);
  GTask *task = G_TASK (result);
  Question *question = g_task_get_task_data (task);

  /* What was asked later is on its way, or was there at once. */
  if (self->running == NULL || self->running != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->running);
  if (g_task_propagate_boolean (task, NULL))
    take_answer (self, question);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
answer_now (GfCustomerList *self)
{
  stop (self);
  if (self->table == NULL)
    {
      self->elsewhere = (GfRowElsewhere) { 0 };
      take_rows (self, NULL, 0);
    }
  else
    {
      g_autoptr (Question) question = question_new (self);

      question_answer (question, NULL);
      take_answer (self, question);
    }
  g_signal_emit (self, signals[ANSWERED], 0);
}

static gboolean
is_short (GfCustomerList *self)
{
  return self->table == NULL ||
         gf_table_get_n_rows (self->table) * gf_table_get_n_columns (self->table) <= MAX_AT_ONCE;
}

static void
update_rows (GfCustomerList *self)
{
  g_autoptr (GTask) task = NULL;

  if (is_short (self))
    {
      answer_now (self);
      return;
    }

  stop (self);
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, answered_cb, NULL);
  g_task_set_source_tag (task, update_rows);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question_new (self), (GDestroyNotify) question_free);
  gf_task_run_in_thread (task, answer_in_thread);
  g_signal_emit (self, signals[ANSWERED], 0);
}

/* Asks for all rows of another table: at once where that is quick, else those of before stay that long, as
 * far as there are such rows. */
static void
answer_anew (GfCustomerList *self)
{
  g_autofree guint32 *rows = NULL;
  guint n = 0;

  if (is_short (self) || (self->search == NULL && self->filters->len == 0 && self->keys->len == 0))
    {
      answer_now (self);
      return;
    }

  rows = g_new (guint32, self->n_rows + 1);
  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i] < gf_table_get_n_rows (self->table))
      rows[n++] = self->rows[i];
  take_rows (self, g_steal_pointer (&rows), n);
  update_rows (self);
}

/* Takes one row out; those behind it are known by their new number. */
static void
drop_row (GfCustomerList *self,
          gsize           gone)
{
  guint32 *rows = g_new (guint32, self->n_rows + 1);
  guint place = gf_customer_list_find (self, gone);
  guint n = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      if (self->rows[i] != gone)
        rows[n++] = self->rows[i] - (self->rows[i] > gone);
    }
  g_free (self->rows);
  self->rows = rows;
  self->n_rows = n;
  if (place != GTK_INVALID_LIST_POSITION)
    g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
}

/* Shows rows that are new at the end, whatever is searched for, so that they can be filled in. */
static void
append_rows (GfCustomerList *self,
             gsize           from,
             gsize           to)
{
  guint n_old = self->n_rows;

  self->rows = g_renew (guint32, self->rows, n_old + (to - from) + 1);
  for (gsize row = from; row < to; row++)
    self->rows[self->n_rows++] = (guint32) row;
  g_list_model_items_changed (G_LIST_MODEL (self), n_old, 0, (guint) (to - from));
}

static void
gf_customer_list_finalize (GObject *object)
{
  GfCustomerList *self = GF_CUSTOMER_LIST (object);

  stop (self);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->index, gf_row_index_unref);
  g_clear_pointer (&self->best, gf_bitset_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  g_clear_pointer (&self->thriving, gf_bitset_unref);
  g_clear_pointer (&self->draining, gf_bitset_unref);
  g_ptr_array_unref (self->filters);
  g_array_unref (self->keys);
  g_array_unref (self->columns);
  g_free (self->search);
  g_free (self->rows);

  G_OBJECT_CLASS (gf_customer_list_parent_class)->finalize (object);
}

static void
gf_customer_list_class_init (GfCustomerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_customer_list_finalize;

  /**
   * GfCustomerList::table-set:
   *
   * There is another table, but the rows are still those of the one before. Look at the columns now:
   * rows that are new are shown before the list is ::refreshed.
   */
  signals[TABLE_SET] = g_signal_new ("table-set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * GfCustomerList::moved:
   *
   * Other customers stand at the places there are: those of another search, filter or order.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * GfCustomerList::refreshed:
   *
   * Cells or marks changed, but not which row stands where.
   */
  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * GfCustomerList::answered:
   *
   * The rows are those that were asked for, or, while gf_customer_list_get_busy(), are on their way.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gf_customer_list_init (GfCustomerList *self)
{
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_row_filter_unref);
  self->keys = g_array_new (FALSE, FALSE, sizeof (GfRowSortKey));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * gf_customer_list_new:
 *
 * Returns: (transfer full): an empty list
 */
GfCustomerList *
gf_customer_list_new (void)
{
  return g_object_new (GF_TYPE_CUSTOMER_LIST, NULL);
}

/**
 * gf_customer_list_get_table:
 *
 * Returns: (transfer none) (nullable): the table
 */
GfTable *
gf_customer_list_get_table (GfCustomerList *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), NULL);

  return self->table;
}

/**
 * gf_customer_list_set_table:
 * @table: (nullable): the customers
 *
 * Shows another table. Filters and search stay; the order is forgotten with other columns. Where cells were
 * typed, or customers added or one removed, the others stay where they are; else all are asked for anew.
 */
void
gf_customer_list_set_table (GfCustomerList *self,
                            GfTable        *table)
{
  g_autoptr (GfTable) before = NULL;
  GfTableChange change;
  gsize gone;

  g_return_if_fail (GF_IS_CUSTOMER_LIST (self));

  if (self->table == table)
    return;

  before = g_steal_pointer (&self->table);
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  g_clear_pointer (&self->index, gf_row_index_unref);
  g_signal_emit (self, signals[TABLE_SET], 0);
  change = gf_table_compare (before, table, &gone);
  if (change == GF_TABLE_CHANGE_COLUMNS)
    g_array_set_size (self->keys, 0);
  if (change == GF_TABLE_CHANGE_COLUMNS || change == GF_TABLE_CHANGE_ROWS || self->running != NULL)
    answer_anew (self);
  else if (change == GF_TABLE_CHANGE_ONE_GONE)
    drop_row (self, gone);
  else if (change == GF_TABLE_CHANGE_MORE)
    append_rows (self, gf_table_get_n_rows (before), gf_table_get_n_rows (table));
  g_signal_emit (self, signals[REFRESHED], 0);
}

/**
 * gf_customer_list_set_marks:
 * @best: (nullable): who is best
 * @bad: (nullable): who is a bad fit
 *
 * Sets who is marked. Sets of another size than the table has rows mark nobody.
 */
void
gf_customer_list_set_marks (GfCustomerList *self,
                            GfBitset       *best,
                            GfBitset       *bad)
{
  g_return_if_fail (GF_IS_CUSTOMER_LIST (self));

  if (self->best == best && self->bad == bad)
    return;

  g_clear_pointer (&self->best, gf_bitset_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  self->best = best != NULL ? gf_bitset_ref (best) : NULL;
  self->bad = bad != NULL ? gf_bitset_ref (bad) : NULL;
  g_signal_emit (self, signals[REFRESHED], 0);
}

/**
 * gf_customer_list_set_flags:
 * @thriving: (nullable): who thrives, as somebody says
 * @draining: (nullable): who drains us, as somebody says
 *
 * Sets who is flagged. Sets of another size than the table has rows flag nobody.
 */
void
gf_customer_list_set_flags (GfCustomerList *self,
                            GfBitset       *thriving,
                            GfBitset       *draining)
{
  g_return_if_fail (GF_IS_CUSTOMER_LIST (self));

  if (self->thriving == thriving && self->draining == draining)
    return;

  g_clear_pointer (&self->thriving, gf_bitset_unref);
  g_clear_pointer (&self->draining, gf_bitset_unref);
  self->thriving = thriving != NULL ? gf_bitset_ref (thriving) : NULL;
  self->draining = draining != NULL ? gf_bitset_ref (draining) : NULL;
  g_signal_emit (self, signals[REFRESHED], 0);
}

/**
 * gf_customer_list_set_search:
 * @text: (nullable): what any cell of a customer must hold, in any case; %NULL or "" for all
 *
 * Shows only the customers that have @text in a cell.
 */
void
gf_customer_list_set_search (GfCustomerList *self,
                             const char     *text)
{
  g_return_if_fail (GF_IS_CUSTOMER_LIST (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_set_str (&self->search, text))
    update_rows (self);
}

/**
 * gf_customer_list_set_columns:
 * @columns: (array length=n_columns): columns of the table
 * @n_columns: how many
 *
 * Says which columns can be seen, for gf_customer_list_get_elsewhere().
 */
void
gf_customer_list_set_columns (GfCustomerList *self,
                              const guint    *columns,
                              guint           n_columns)
{
  g_return_if_fail (GF_IS_CUSTOMER_LIST (self) && (columns != NULL || n_columns == 0));

  if (self->columns->len == n_columns &&
      (n_columns == 0 || memcmp (self->columns->data, columns, n_columns * sizeof (guint)) == 0))
    return;

  g_array_set_size (self->columns, 0);
  if (n_columns > 0)
    g_array_append_vals (self->columns, columns, n_columns);
  if (self->search != NULL && self->table != NULL)
    update_rows (self);
}

/**
 * gf_customer_list_get_elsewhere:
 *
 * Returns: (transfer none): who of those shown was found by what is in no column that can be seen
 */
const GfRowElsewhere *
gf_customer_list_get_elsewhere (GfCustomerList *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), NULL);

  return &self->elsewhere;
}

/**
 * gf_customer_list_set_filters:
 * @filters: (element-type GfRowFilter): the conditions that all who are shown meet; a reference is
 *   taken, so do not change it afterwards
 *
 * Shows only the customers for whom all conditions hold.
 */
void
gf_customer_list_set_filters (GfCustomerList *self,
                              GPtrArray      *filters)
{
  g_return_if_fail (GF_IS_CUSTOMER_LIST (self) && filters != NULL);

  if (self->filters == filters || (self->filters->len == 0 && filters->len == 0))
    return;

  g_ptr_array_ref (filters);
  g_ptr_array_unref (self->filters);
  self->filters = filters;
  update_rows (self);
}

/**
 * gf_customer_list_set_order:
 * @keys: (array length=n_keys): what to sort by, the most important first
 * @n_keys: how many; 0 for the order of the table
 *
 * Sorts the customers, see gf_row_sort().
 */
void
gf_customer_list_set_order (GfCustomerList     *self,
                            const GfRowSortKey *keys,
                            guint               n_keys)
{
  gboolean same;

  g_return_if_fail (GF_IS_CUSTOMER_LIST (self) && (keys != NULL || n_keys == 0));

  same = self->keys->len == n_keys;
  for (guint i = 0; i < n_keys && same; i++)
    same = g_array_index (self->keys, GfRowSortKey, i).column == keys[i].column &&
           g_array_index (self->keys, GfRowSortKey, i).descending == keys[i].descending;
  if (same)
    return;

  g_array_set_size (self->keys, 0);
  if (n_keys > 0)
    g_array_append_vals (self->keys, keys, n_keys);
  update_rows (self);
}

/**
 * gf_customer_list_get_order:
 * @n_keys: (out): how many
 *
 * Returns: (transfer none) (array length=n_keys): what the customers are sorted by
 */
const GfRowSortKey *
gf_customer_list_get_order (GfCustomerList *self,
                            guint          *n_keys)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self) && n_keys != NULL, NULL);

  *n_keys = self->keys->len;

  return (const GfRowSortKey *) (gpointer) self->keys->data;
}

/**
 * gf_customer_list_get_busy:
 *
 * Returns: whether the rows shown are still those that were asked for before
 */
gboolean
gf_customer_list_get_busy (GfCustomerList *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), FALSE);

  return self->running != NULL;
}

/**
 * gf_customer_list_get_row:
 * @position: a place, below the number of items
 *
 * Returns: the row of the table that stands there
 */
gsize
gf_customer_list_get_row (GfCustomerList *self,
                          guint           position)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), 0);
  g_return_val_if_fail (position < self->n_rows, 0);

  return self->rows[position];
}

/**
 * gf_customer_list_find:
 * @row: a row of the table
 *
 * Returns: where it stands, GTK_INVALID_LIST_POSITION if it is not shown
 */
guint
gf_customer_list_find (GfCustomerList *self,
                       gsize           row)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i] == row)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_marked (GfCustomerList *self,
           GfBitset       *set,
           gsize           row)
{
  return set != NULL && self->table != NULL &&
         gf_bitset_get_size (set) == gf_table_get_n_rows (self->table) && gf_bitset_get (set, row);
}

/**
 * gf_customer_list_is_best:
 * @row: a row of the table
 *
 * Returns: whether that customer is one of the best
 */
gboolean
gf_customer_list_is_best (GfCustomerList *self,
                          gsize           row)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), FALSE);

  return is_marked (self, self->best, row);
}

/**
 * gf_customer_list_is_bad:
 * @row: a row of the table
 *
 * Returns: whether that customer is a bad fit
 */
gboolean
gf_customer_list_is_bad (GfCustomerList *self,
                         gsize           row)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), FALSE);

  return is_marked (self, self->bad, row);
}

/**
 * gf_customer_list_is_thriving:
 * @row: a row of the table
 *
 * Returns: whether somebody says that the customer thrives
 */
gboolean
gf_customer_list_is_thriving (GfCustomerList *self,
                              gsize           row)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), FALSE);

  return is_marked (self, self->thriving, row);
}

/**
 * gf_customer_list_is_draining:
 * @row: a row of the table
 *
 * Returns: whether somebody says that the customer drains us
 */
gboolean
gf_customer_list_is_draining (GfCustomerList *self,
                              gsize           row)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_LIST (self), FALSE);

  return is_marked (self, self->draining, row);
}
