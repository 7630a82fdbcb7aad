/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-list.h"

#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

struct _GfCustomerList
{
  GObject parent_instance;

  /* Owned references */
  GfTable *table;
  GfBitset *best;
  GfBitset *bad;
  char *search;
  guint32 *rows;

  guint n_rows;
  int column;
  gboolean descending;
};

enum
{
  TABLE_SET,
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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

static gboolean
contains (const char *text,
          const char *needle,
          gboolean    ascii)
{
  g_autofree char *folded = NULL;

  /* Nearly every search is plain ASCII, and then no text has to be folded. */
  if (ascii)
    return strcasestr (text, needle) != NULL;

  folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

/* Which rows have a cell that holds the text searched for. */
static GfBitset *
find_rows (GfCustomerList *self)
{
  gboolean ascii = g_str_is_ascii (self->search);
  g_autofree char *needle = ascii ? g_strdup (self->search) : g_utf8_casefold (self->search, -1);
  gsize n_rows = gf_table_get_n_rows (self->table);
  GfBitset *found = gf_bitset_new (n_rows);

  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      GfCells *cells = gf_column_get_cells (gf_table_get_column (self->table, i));
      const guint32 *codes = gf_cells_get_codes (cells);
      gsize n_texts = gf_cells_get_n_texts (cells);
      g_autoptr (GfBitset) texts = gf_bitset_new (n_texts);

      for (gsize j = 0; j < n_texts; j++)
        if (contains (gf_cells_get_text (cells, j, NULL), needle, ascii))
          gf_bitset_set (texts, j);
      for (gsize row = 0; row < n_rows; row++)
        if (gf_bitset_get (texts, codes != NULL ? codes[row] : row))
          gf_bitset_set (found, row);
    }

  return found;
}

typedef struct
{
  char *key;
  guint32 code;
} TextKey;

static int
compare_texts (const void *a,
               const void *b)
{
  return strcmp (((const TextKey *) a)->key, ((const TextKey *) b)->key);
}

/* Ranks of texts as the locale sorts them; NaN for empty cells. */
static double *
rank_texts (GfColumn *column)
{
  GfCells *cells = gf_column_get_cells (column);
  const guint32 *codes = gf_cells_get_codes (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  gsize n_rows = gf_column_get_n_rows (column);
  g_autofree TextKey *keys = g_new (TextKey, n_texts + 1);
  g_autofree double *ranks = g_new (double, n_texts + 1);
  double *result = g_new (double, n_rows + 1);
  double rank = 0;

  for (gsize i = 0; i < n_texts; i++)
    keys[i] = (TextKey) { g_utf8_collate_key (gf_cells_get_text (cells, i, NULL), -1), (guint32) i };
  qsort (keys, n_texts, sizeof (TextKey), compare_texts);
  for (gsize i = 0; i < n_texts; i++)
    {
      if (i > 0 && strcmp (keys[i].key, keys[i - 1].key) != 0)
        rank += 1;
      ranks[keys[i].code] = rank;
    }
  for (gsize row = 0; row < n_rows; row++)
    result[row] = *gf_column_get_text (column, row) == '\0' ? NAN
                  : ranks[codes != NULL ? codes[row] : row];
  for (gsize i = 0; i < n_texts; i++)
    g_free (keys[i].key);

  return result;
}

static double *
get_keys (GfCustomerList *self)
{
  gsize n_rows = gf_table_get_n_rows (self->table);
  double *keys;
  GfColumn *column;
  const double *numbers;

  if (self->column == GF_CUSTOMER_ORDER_MARK)
    {
      keys = g_new (double, n_rows + 1);
      for (gsize row = 0; row < n_rows; row++)
        keys[row] = gf_customer_list_is_best (self, row) ? 0
                    : gf_customer_list_is_bad (self, row) ? 1 : 2;
      return keys;
    }

  column = gf_table_get_column (self->table, (guint) self->column);
  numbers = gf_column_get_numbers (column);
  if (numbers != NULL)
    return g_memdup2 (numbers, MAX (1, n_rows) * sizeof (double));

  return rank_texts (column);
}

typedef struct
{
  const double *keys;
  gboolean descending;
} Order;

/* Empty cells come last, whichever way round. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Order *order = data;
  guint32 row_a = *(const guint32 *) a;
  guint32 row_b = *(const guint32 *) b;
  double key_a = order->keys[row_a];
  double key_b = order->keys[row_b];

  if (isnan (key_a) != isnan (key_b))
    return isnan (key_a) ? 1 : -1;
  if (key_a < key_b)
    return order->descending ? 1 : -1;
  if (key_a > key_b)
    return order->descending ? -1 : 1;

  return row_a < row_b ? -1 : row_a > row_b;
}

static guint32 *
compute_rows (GfCustomerList *self,
              guint          *n)
{
  gsize n_rows = self->table != NULL ? gf_table_get_n_rows (self->table) : 0;
  g_autoptr (GfBitset) found = NULL;
  guint32 *rows = g_new (guint32, n_rows + 1);

  *n = 0;
  if (n_rows > 0 && self->search != NULL)
    found = find_rows (self);
  for (gsize row = 0; row < n_rows; row++)
    if (found == NULL || gf_bitset_get (found, row))
      rows[(*n)++] = (guint32) row;

  if (*n > 1 && self->column != GF_CUSTOMER_ORDER_NONE &&
      self->column < (int) gf_table_get_n_columns (self->table))
    {
      g_autofree double *keys = get_keys (self);
      Order order = { keys, self->descending };

      g_sort_array (rows, *n, sizeof (guint32), compare_rows, &order);
    }

  return rows;
}

/* Computes the order again and tells of the part that differs. @gone is the one row that was taken
 * out of the table meanwhile, so that those behind it are known by their new number. */
static void
update_rows (GfCustomerList *self,
             gsize           gone)
{
  guint n;
  guint32 *rows = compute_rows (self, &n);
  g_autofree guint32 *old = g_steal_pointer (&self->rows);
  guint n_old = self->n_rows;
  guint start = 0;
  guint end = 0;

  for (guint i = 0; i < n_old; i++)
    if (old[i] == gone)
      old[i] = G_MAXUINT32;
    else if (old[i] > gone)
      old[i]--;
  while (start < MIN (n, n_old) && rows[start] == old[start])
    start++;
  while (end < MIN (n, n_old) - start && rows[n - 1 - end] == old[n_old - 1 - end])
    end++;

  self->rows = rows;
  self->n_rows = n;
  if (n_old - start - end > 0 || n - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_old - start - end, n - start - end);
}

static gboolean
same_columns (const GfTable *a,
              const GfTable *b)
{
  if (a == NULL || b == NULL || gf_table_get_n_columns (a) != gf_table_get_n_columns (b))
    return FALSE;

  for (guint i = 0; i < gf_table_get_n_columns (a); i++)
    if (strcmp (gf_column_get_name (gf_table_get_column (a, i)),
                gf_column_get_name (gf_table_get_column (b, i))) != 0)
      return FALSE;

  return TRUE;
}

/* The row of @before that @after lacks, when it lacks just one. */
static gsize
find_gone (const GfTable *before,
           const GfTable *after)
{
  gsize n = gf_table_get_n_rows (after);

  for (gsize row = 0; row < n; row++)
    for (guint i = 0; i < gf_table_get_n_columns (after); i++)
      if (strcmp (gf_column_get_text (gf_table_get_column (before, i), row),
                  gf_column_get_text (gf_table_get_column (after, i), row)) != 0)
        return row;

  return n;
}

static void
gf_customer_list_finalize (GObject *object)
{
  GfCustomerList *self = GF_CUSTOMER_LIST (object);

  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->best, gf_bitset_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
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
   * GfCustomerList::refreshed:
   *
   * Cells or marks changed, but not which row stands where.
   */
  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gf_customer_list_init (GfCustomerList *self)
{
  self->column = GF_CUSTOMER_ORDER_NONE;
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
 * Shows another table. With other columns, order and search are forgotten.
 */
void
gf_customer_list_set_table (GfCustomerList *self,
                            GfTable        *table)
{
  g_autoptr (GfTable) before = NULL;
  gsize n_before;
  gsize n;

  g_return_if_fail (GF_IS_CUSTOMER_LIST (self));

  if (self->table == table)
    return;

  before = g_steal_pointer (&self->table);
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  n_before = before != NULL ? gf_table_get_n_rows (before) : 0;
  n = table != NULL ? gf_table_get_n_rows (table) : 0;
  g_signal_emit (self, signals[TABLE_SET], 0);
  if (!same_columns (before, table))
    {
      self->column = GF_CUSTOMER_ORDER_NONE;
      g_clear_pointer (&self->search, g_free);
      update_rows (self, G_MAXSIZE);
    }
  else if (n + 1 == n_before)
    update_rows (self, find_gone (before, table));
  else if (n != n_before)
    update_rows (self, G_MAXSIZE);
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
    update_rows (self, G_MAXSIZE);
}

/**
 * gf_customer_list_set_order:
 * @column: a column of the table, GF_CUSTOMER_ORDER_MARK for best first, then bad fits, or
 *   GF_CUSTOMER_ORDER_NONE for the order of the table
 * @descending: whether the last comes first
 *
 * Sorts the customers. Empty cells come last either way.
 */
void
gf_customer_list_set_order (GfCustomerList *self,
                            int             column,
                            gboolean        descending)
{
  g_return_if_fail (GF_IS_CUSTOMER_LIST (self));

  if (self->column == column && self->descending == descending)
    return;

  self->column = column;
  self->descending = descending;
  update_rows (self, G_MAXSIZE);
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
