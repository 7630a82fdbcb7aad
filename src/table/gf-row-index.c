/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-row-index.h"

#include "gf-bitset-words.h"
#include "gf-text-find.h"

#include <string.h>

/* Fewer cells than this are searched on one thread. */
#define MANY_CELLS 100000

struct _GfRowIndex
{
  gatomicrefcount ref_count;
  GMutex mutex;
  GfTable *table;

  /* The last order */
  guint32 *order;
  GArray *keys;
  GfBitset *best;
  GfBitset *bad;

  /* The last filters, and who they hold for */
  GHashTable *filtered;

  /* The last search: per column the texts that held it, and their rows; NULL for none */
  char *search;
  GfBitset **texts;
  GfBitset **rows;
  GfBitset *found;
};

/**
 * gf_row_index_new:
 * @table: the customers
 *
 * Returns: (transfer full): an index that has computed nothing yet
 */
GfRowIndex *
gf_row_index_new (GfTable *table)
{
  GfRowIndex *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (GfRowIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->table = gf_table_ref (table);
  self->keys = g_array_new (FALSE, FALSE, sizeof (GfRowSortKey));
  self->filtered = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) gf_row_filter_unref,
                                          (GDestroyNotify) gf_bitset_unref);
  self->texts = g_new0 (GfBitset *, gf_table_get_n_columns (table) + 1);
  self->rows = g_new0 (GfBitset *, gf_table_get_n_columns (table) + 1);

  return self;
}

/**
 * gf_row_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): @self
 */
GfRowIndex *
gf_row_index_ref (GfRowIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
forget_search (GfRowIndex *self)
{
  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      g_clear_pointer (&self->texts[i], gf_bitset_unref);
      g_clear_pointer (&self->rows[i], gf_bitset_unref);
    }
  g_clear_pointer (&self->found, gf_bitset_unref);
  g_clear_pointer (&self->search, g_free);
}

/**
 * gf_row_index_unref:
 * @self: (transfer full): an index
 *
 * Frees it with the last reference.
 */
void
gf_row_index_unref (GfRowIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  forget_search (self);
  g_free (self->texts);
  g_free (self->rows);
  g_free (self->order);
  g_array_unref (self->keys);
  g_clear_pointer (&self->best, gf_bitset_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  g_hash_table_unref (self->filtered);
  gf_table_unref (self->table);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * gf_row_index_get_table:
 * @self: an index
 *
 * Returns: (transfer none): its table
 */
GfTable *
gf_row_index_get_table (const GfRowIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table;
}

static void
set_bitset (GfBitset **place,
            GfBitset  *set)
{
  if (set != NULL)
    gf_bitset_ref (set);
  g_clear_pointer (place, gf_bitset_unref);
  *place = set;
}

static gboolean
update_order (GfRowIndex       *self,
              const GfRowQuery *query,
              GCancellable     *cancellable)
{
  gboolean marks = FALSE;
  gboolean same = self->order != NULL && self->keys->len == query->n_keys;
  guint32 *order;

  for (guint i = 0; i < query->n_keys; i++)
    {
      const GfRowSortKey *key = &query->keys[i];

      marks |= key->column == GF_ROW_SORT_MARK;
      same = same && g_array_index (self->keys, GfRowSortKey, i).column == key->column &&
             g_array_index (self->keys, GfRowSortKey, i).descending == key->descending;
    }
  if (same && (!marks || (self->best == query->best && self->bad == query->bad)))
    return TRUE;

  order = gf_row_sort (self->table, query->keys, query->n_keys, query->best, query->bad, cancellable);
  if (order == NULL)
    return FALSE;

  g_free (self->order);
  self->order = order;
  g_array_set_size (self->keys, 0);
  g_array_append_vals (self->keys, query->keys, query->n_keys);
  set_bitset (&self->best, query->best);
  set_bitset (&self->bad, query->bad);

  return TRUE;
}

static gboolean
is_asked (gpointer filter,
          gpointer rows,
          gpointer data)
{
  const GfRowQuery *query = data;

  for (guint i = 0; i < query->n_filters; i++)
    if (query->filters[i] == filter)
      return FALSE;

  return TRUE;
}

static gboolean
update_filters (GfRowIndex       *self,
                const GfRowQuery *query,
                GCancellable     *cancellable)
{
  g_hash_table_foreach_remove (self->filtered, is_asked, (gpointer) query);
  for (guint i = 0; i < query->n_filters; i++)
    if (!g_hash_table_contains (self->filtered, query->filters[i]))
      {
        GfBitset *rows = gf_row_filter_apply (query->filters[i], self->table, cancellable);

        if (rows == NULL)
          return FALSE;
        g_hash_table_insert (self->filtered, gf_row_filter_ref (query->filters[i]), rows);
      }

  return TRUE;
}

/* A search on one of two threads, which take the columns in turn. */
typedef struct
{
  GfRowIndex *index;
  const char *needle;
  gboolean narrower;
  gint *next;
  GfBitset **texts;
  GfBitset **rows;
  GfBitset *found;
  GCancellable *cancellable;
} SearchJob;

static gpointer
search_columns (gpointer data)
{
  SearchJob *job = data;
  GfTable *table = job->index->table;
  guint n = gf_table_get_n_columns (table);
  guint i;

  while ((i = (guint) g_atomic_int_add (job->next, 1)) < n)
    {
      GfCells *cells = gf_column_get_cells (gf_table_get_column (table, i));
      GfBitset *among = job->narrower ? job->index->texts[i] : NULL;
      GfBitset *rows;

      job->texts[i] = gf_text_find_in_cells (cells, job->needle, among, job->cancellable);
      if (job->texts[i] == NULL)
        return NULL;
      if (gf_bitset_count (job->texts[i]) == 0)
        continue;
      rows = job->rows[i] = gf_text_rows_of_texts (cells, job->texts[i]);
      if (job->found == NULL)
        job->found = gf_bitset_new (gf_table_get_n_rows (table));
      for (gsize word = 0; word < (gf_bitset_get_size (rows) + 63) / 64; word++)
        gf_bitset_get_words (job->found)[word] |= gf_bitset_get_words (rows)[word];
    }

  return NULL;
}

static gboolean
update_search (GfRowIndex   *self,
               const char   *needle,
               GCancellable *cancellable)
{
  guint n_columns = gf_table_get_n_columns (self->table);
  gsize n_rows = gf_table_get_n_rows (self->table);
  g_autofree GfBitset **texts = NULL;
  g_autofree GfBitset **rows = NULL;
  gint next = 0;
  SearchJob first = { 0 }, second;
  GThread *thread = NULL;
  gboolean done = TRUE;

  if (g_strcmp0 (self->search, needle) == 0)
    return TRUE;

  texts = g_new0 (GfBitset *, n_columns + 1);
  rows = g_new0 (GfBitset *, n_columns + 1);
  first = (SearchJob) { self, needle, self->search != NULL && g_str_has_prefix (needle, self->search),
                        &next, texts, rows, NULL, cancellable };
  second = first;
  if (n_rows * n_columns > MANY_CELLS)
    thread = g_thread_new ("search", search_columns, &second);
  search_columns (&first);
  if (thread != NULL)
    g_thread_join (thread);

  for (guint i = 0; i < n_columns; i++)
    done = done && texts[i] != NULL;
  if (done)
    {
      forget_search (self);
      for (guint i = 0; i < n_columns; i++)
        {
          self->texts[i] = g_steal_pointer (&texts[i]);
          self->rows[i] = g_steal_pointer (&rows[i]);
        }
      self->search = g_strdup (needle);
      self->found = first.found != NULL && second.found != NULL ? gf_bitset_or (first.found, second.found)
                    : first.found != NULL ? gf_bitset_ref (first.found)
                    : second.found != NULL ? gf_bitset_ref (second.found) : gf_bitset_new (n_rows);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_clear_pointer (&texts[i], gf_bitset_unref);
      g_clear_pointer (&rows[i], gf_bitset_unref);
    }
  g_clear_pointer (&first.found, gf_bitset_unref);
  g_clear_pointer (&second.found, gf_bitset_unref);

  return done;
}

/* Who passes the search and all filters; NULL for all. */
static GfBitset *
dup_shown (GfRowIndex       *self,
           const GfRowQuery *query,
           gboolean          search)
{
  g_autoptr (GfBitset) shown = search ? gf_bitset_ref (self->found) : NULL;

  for (guint i = 0; i < query->n_filters; i++)
    {
      GfBitset *rows = g_hash_table_lookup (self->filtered, query->filters[i]);
      GfBitset *both = shown != NULL ? gf_bitset_and (shown, rows) : gf_bitset_ref (rows);

      g_clear_pointer (&shown, gf_bitset_unref);
      shown = both;
    }

  return g_steal_pointer (&shown);
}

/* Those of @shown who hold what was searched for in no column that can be seen. */
static GfBitset *
dup_unseen (GfRowIndex       *self,
            const GfRowQuery *query,
            GfBitset         *shown)
{
  GfBitset *rows = gf_bitset_ref (shown);

  for (guint i = 0; i < query->n_columns; i++)
    if (query->columns[i] < gf_table_get_n_columns (self->table) && self->rows[query->columns[i]] != NULL)
      {
        GfBitset *left = gf_bitset_and_not (rows, self->rows[query->columns[i]]);

        gf_bitset_unref (rows);
        rows = left;
      }

  return rows;
}

static GfRowElsewhere
find_elsewhere (GfRowIndex       *self,
                const GfRowQuery *query,
                GfBitset         *shown)
{
  GfRowElsewhere elsewhere = { 0 };
  g_autoptr (GfBitset) rows = dup_unseen (self, query, shown);
  gsize most = 0;

  elsewhere.n_rows = gf_bitset_count (rows);
  for (guint i = 0; elsewhere.n_rows > 0 && i < gf_table_get_n_columns (self->table); i++)
    {
      gsize n = self->rows[i] != NULL ? gf_bitset_count_and (self->rows[i], rows) : 0;

      elsewhere.n_columns += n > 0;
      if (n <= most)
        continue;
      most = n;
      elsewhere.column = i;
    }

  return elsewhere;
}

/**
 * gf_row_index_query:
 * @self: an index
 * @query: what is asked
 * @n_rows: (out): how many customers there are in the answer
 * @elsewhere: (out) (optional): who was found by what cannot be seen, nobody without a search
 * @cancellable: (nullable): to give up
 *
 * Finds the customers that pass the search and all filters, in order; from any thread.
 *
 * Returns: (transfer full) (nullable) (array length=n_rows): their rows; NULL when cancelled
 */
guint32 *
gf_row_index_query (GfRowIndex       *self,
                    const GfRowQuery *query,
                    gsize            *n_rows,
                    GfRowElsewhere   *elsewhere,
                    GCancellable     *cancellable)
{
  g_return_val_if_fail (self != NULL && query != NULL && n_rows != NULL, NULL);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gboolean search = query->search != NULL && *query->search != '\0';
  gsize n = gf_table_get_n_rows (self->table);
  g_autoptr (GfBitset) shown = NULL;
  const guint64 *words;
  guint32 *rows;

  *n_rows = 0;
  if (elsewhere != NULL)
    *elsewhere = (GfRowElsewhere) { 0 };
  if (!update_order (self, query, cancellable) || !update_filters (self, query, cancellable) ||
      (search && !update_search (self, query->search, cancellable)))
    return NULL;

  shown = dup_shown (self, query, search);
  if (shown == NULL)
    {
      *n_rows = n;
      return g_memdup2 (self->order, (n + 1) * sizeof (guint32));
    }

  if (search && elsewhere != NULL)
    *elsewhere = find_elsewhere (self, query, shown);
  rows = g_new (guint32, gf_bitset_count (shown) + 1);
  words = gf_bitset_get_words (shown);
  for (gsize i = 0; i < n; i++)
    {
      guint32 row = self->order[i];

      /* Written always, counted only when it is in: no branch to guess wrong. */
      rows[*n_rows] = row;
      *n_rows += words[row / 64] >> (row % 64) & 1;
    }

  return rows;
}
