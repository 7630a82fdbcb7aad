/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-row-sort.h"

#include "gf-column-values.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

#define DIGIT_BITS 11
#define N_DIGITS ((64 + DIGIT_BITS - 1) / DIGIT_BITS)
#define N_BUCKETS (1u << DIGIT_BITS)
#define MISSING G_MAXUINT64
/* More distinct texts than this are keyed on two threads. */
#define MANY_TEXTS 20000

typedef struct
{
  guint64 key;
  guint32 row;
} Item;

static guint
digit_of (guint64 key,
          guint   digit)
{
  return (guint) (key >> (digit * DIGIT_BITS)) & (N_BUCKETS - 1);
}

/* Sorts by key, stable; @spare is room for as many. Digits that all keys share are passed over. */
static gboolean
radix_sort (Item         **items,
            Item         **spare,
            gsize          n,
            GCancellable  *cancellable)
{
  g_autofree guint32 *counts = g_new0 (guint32, N_DIGITS * N_BUCKETS);

  for (gsize i = 0; i < n; i++)
    for (guint digit = 0; digit < N_DIGITS; digit++)
      counts[digit * N_BUCKETS + digit_of ((*items)[i].key, digit)]++;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint32 *places = counts + digit * N_BUCKETS;
      Item *sorted = *spare;
      guint32 sum = 0;

      if (n == 0 || places[digit_of ((*items)[0].key, digit)] == n)
        continue;
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      for (guint bucket = 0; bucket < N_BUCKETS; bucket++)
        {
          guint32 count = places[bucket];

          places[bucket] = sum;
          sum += count;
        }
      for (gsize i = 0; i < n; i++)
        sorted[places[digit_of ((*items)[i].key, digit)]++] = (*items)[i];
      *spare = *items;
      *items = sorted;
    }

  return TRUE;
}

/* Bits that sort as the numbers do: the sign bit is turned, of negative ones all bits. */
static guint64
number_key (double value)
{
  guint64 bits;

  if (isnan (value))
    return MISSING;
  /* Both zeros are equal. */
  value += 0.0;
  memcpy (&bits, &value, sizeof bits);

  return bits >> 63 ? ~bits : bits | G_GUINT64_CONSTANT (1) << 63;
}

typedef struct
{
  GfCells *cells;
  char **keys;
  gsize from, to;
  gboolean utf8;
  GCancellable *cancellable;
} KeyJob;

/* The collation key of a text: strcmp() of two says how the locale sorts them. */
static char *
dup_collation_key (const char *text,
                   gsize       length,
                   gboolean    utf8)
{
  char buffer[256];
  gsize size;

  /* Text of ASCII has only one normal form. */
  if (!utf8 || !g_str_is_ascii (text))
    return g_utf8_collate_key (text, (gssize) length);

  size = strxfrm (buffer, text, sizeof buffer);

  return size < sizeof buffer ? g_memdup2 (buffer, size + 1) : g_utf8_collate_key (text, (gssize) length);
}

static gpointer
make_keys (gpointer data)
{
  KeyJob *job = data;

  for (gsize i = job->from; i < job->to; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (job->cells, i, &length);

      if (i % 4096 == 0 && g_cancellable_is_cancelled (job->cancellable))
        break;
      job->keys[i] = dup_collation_key (text, length, job->utf8);
    }

  return NULL;
}

static gboolean
make_all_keys (GfCells       *cells,
               char         **keys,
               GCancellable  *cancellable)
{
  gsize n = gf_cells_get_n_texts (cells);
  gsize half = n > MANY_TEXTS ? n / 2 : 0;
  gboolean utf8 = g_get_charset (NULL);
  KeyJob first = { cells, keys, 0, half, utf8, cancellable };
  KeyJob second = { cells, keys, half, n, utf8, cancellable };
  GThread *thread = half > 0 ? g_thread_new ("collate", make_keys, &first) : NULL;

  make_keys (&second);
  if (thread != NULL)
    g_thread_join (thread);

  return !g_cancellable_is_cancelled (cancellable);
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  char **keys = data;
  int order = strcmp (keys[((const Item *) a)->row], keys[((const Item *) b)->row]);

  return order != 0 ? order : ((const Item *) a)->row < ((const Item *) b)->row ? -1 : 1;
}

/* Ranks by text code: sorted by the first eight bytes of the keys, then the runs that share them. */
static gboolean
rank_keys (char         **keys,
           gsize          n,
           guint64       *ranks,
           GCancellable  *cancellable)
{
  g_autofree Item *items = g_new0 (Item, n + 1);
  g_autofree Item *spare = g_new0 (Item, n + 1);
  Item *sorted = items, *other = spare;
  guint64 rank = 0;
  gboolean done;

  for (gsize i = 0; i < n; i++)
    {
      /* Short keys are filled up with NUL, which sorts first as the end of a string does. */
      for (guint byte = 0; byte < 8 && keys[i][byte] != '\0'; byte++)
        items[i].key |= (guint64) (guint8) keys[i][byte] << (56 - 8 * byte);
      items[i].row = (guint32) i;
    }
  done = radix_sort (&sorted, &other, n, cancellable);
  for (gsize start = 0, end; done && start < n; start = end)
    {
      for (end = start + 1; end < n && sorted[end].key == sorted[start].key; end++)
        ;
      if (end - start > 1)
        g_sort_array (sorted + start, end - start, sizeof (Item), compare_items, keys);
      for (gsize i = start; i < end; i++)
        {
          if (i > start && strcmp (keys[sorted[i].row], keys[sorted[i - 1].row]) == 0)
            rank--;
          ranks[sorted[i].row] = rank++;
        }
    }

  return done;
}

/* The rank of each distinct text as the locale sorts them; MISSING for those that say nothing. */
static guint64 *
rank_texts (GfColumn     *column,
            GCancellable *cancellable)
{
  GfCells *cells = gf_column_get_cells (column);
  gsize n = gf_cells_get_n_texts (cells);
  const GfColumnSpec *spec = gf_column_get_spec (column);
  g_autofree guint64 *ranks = g_new0 (guint64, n + 1);
  g_autofree char **keys = g_new0 (char *, n + 1);
  gboolean done = make_all_keys (cells, keys, cancellable) && rank_keys (keys, n, ranks, cancellable);

  for (gsize i = 0; i < n; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);

      g_free (keys[i]);
      if (gf_column_spec_is_missing (spec, text, length))
        ranks[i] = MISSING;
    }

  return done ? g_steal_pointer (&ranks) : NULL;
}

/* Bands have levels in the order of their bounds; what is no interval is behind them. */
static guint64 *
rank_bands (GfColumn *column,
            gsize     n)
{
  guint64 *ranks = g_new (guint64, n + 1);
  g_autofree guint32 *codes = g_new (guint32, n + 1);

  gf_column_copy_codes (column, codes);
  for (gsize i = 0; i < n; i++)
    ranks[i] = codes[i] == GF_CODE_MISSING ? MISSING : codes[i];

  return ranks;
}

static gboolean
is_marked (GfBitset *set,
           gsize     row)
{
  return set != NULL && row < gf_bitset_get_size (set) && gf_bitset_get (set, row);
}

/* A key for each row, in the order of @items. */
static gboolean
fill_keys (GfTable            *table,
           const GfRowSortKey *key,
           GfBitset           *best,
           GfBitset           *bad,
           Item               *items,
           GCancellable       *cancellable)
{
  gsize n = gf_table_get_n_rows (table);
  GfColumn *column = key->column >= 0 ? gf_table_get_column (table, (guint) key->column) : NULL;
  const double *numbers = column != NULL ? gf_column_get_numbers (column) : NULL;
  gboolean bands = column != NULL && gf_column_get_spec (column)->bands;
  const guint32 *codes = column != NULL && !bands ? gf_cells_get_codes (gf_column_get_cells (column)) : NULL;
  g_autofree guint64 *ranks = NULL;

  if (bands)
    ranks = rank_bands (column, n);
  else if (column != NULL && numbers == NULL)
    {
      ranks = rank_texts (column, cancellable);
      if (ranks == NULL)
        return FALSE;
    }

  for (gsize i = 0; i < n; i++)
    {
      guint32 row = items[i].row;
      guint64 value;

      if (numbers != NULL)
        value = number_key (numbers[row]);
      else if (ranks != NULL)
        value = ranks[codes != NULL ? codes[row] : row];
      else
        value = is_marked (best, row) ? 0 : is_marked (bad, row) ? 2 : 1;
      items[i].key = key->descending && value != MISSING ? MISSING - 1 - value : value;
    }

  return TRUE;
}

/**
 * gf_row_sort:
 * @table: the customers
 * @keys: (array length=n_keys): what to sort by, the most important first
 * @n_keys: how many; 0 keeps the table's order
 * @best: (nullable): who is best, for GF_ROW_SORT_MARK
 * @bad: (nullable): who is a bad fit, for GF_ROW_SORT_MARK
 * @cancellable: (nullable): to give up
 *
 * Sorts all customers; from any thread.
 *
 * Returns: (transfer full) (nullable): the rows of the table in their order; NULL when cancelled
 */
guint32 *
gf_row_sort (GfTable            *table,
             const GfRowSortKey *keys,
             guint               n_keys,
             GfBitset           *best,
             GfBitset           *bad,
             GCancellable       *cancellable)
{
  g_return_val_if_fail (table != NULL && (keys != NULL || n_keys == 0), NULL);

  gsize n = gf_table_get_n_rows (table);
  guint32 *rows = g_new (guint32, n + 1);
  g_autofree guint32 *owned = rows;
  g_autofree Item *items = NULL;
  g_autofree Item *spare = NULL;

  for (gsize i = 0; i < n; i++)
    rows[i] = (guint32) i;
  if (n_keys == 0)
    return g_steal_pointer (&owned);

  items = g_new0 (Item, n + 1);
  spare = g_new0 (Item, n + 1);
  for (gsize i = 0; i < n; i++)
    items[i].row = (guint32) i;
  for (guint k = n_keys; k > 0; k--)
    {
      if (keys[k - 1].column >= (int) gf_table_get_n_columns (table) ||
          (keys[k - 1].column < 0 && keys[k - 1].column != GF_ROW_SORT_MARK))
        continue;
      if (!fill_keys (table, &keys[k - 1], best, bad, items, cancellable) ||
          !radix_sort (&items, &spare, n, cancellable))
        return NULL;
    }

  for (gsize i = 0; i < n; i++)
    rows[i] = items[i].row;

  return g_steal_pointer (&owned);
}
