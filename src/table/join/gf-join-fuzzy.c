/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-match-private.h"

#include "gf-similarity.h"

#include <stdlib.h>
#include <string.h>

/* Candidates: names of the second file that nobody has, beside the customer whose name is likest.
 *
 *   blocks:  customers by the first four letters of their folded name, by the last four, by the first
 *            and the last two, and by all their letters in order of the alphabet: a wrong, missing or
 *            additional letter, or two that changed places, leave one of them as it is. A block that is
 *            too large for comparing is closed
 */
#define BLOCK_LETTERS 4
#define N_BLOCKS 4
#define MANY_LETTERS 64
#define MAX_BLOCK 50
#define CHECK_EVERY 256

typedef struct
{
  char *name;       /* folded */
  gsize row;
} Customer;

typedef struct
{
  GArray *customers;      /* of Customer */
  GHashTable *blocks;     /* letters -> GArray of guint */
} Blocks;

static void
customer_clear (Customer *self)
{
  g_free (self->name);
}

static void
blocks_clear (Blocks *self)
{
  g_clear_pointer (&self->customers, g_array_unref);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Blocks, blocks_clear)

static int
compare_letters (gconstpointer a,
                 gconstpointer b)
{
  gunichar first = *(const gunichar *) a;
  gunichar second = *(const gunichar *) b;

  return first < second ? -1 : first > second;
}

/* One of the blocks of a name, without its spaces, with a mark that keeps the kinds apart. */
static char *
dup_block (const char *name,
           guint       kind)
{
  gunichar few[MANY_LETTERS];
  g_autofree gunichar *many = strlen (name) > MANY_LETTERS ? g_new (gunichar, strlen (name)) : NULL;
  gunichar *chars = many != NULL ? many : few;
  glong length = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ')
      chars[length++] = g_utf8_get_char (p);

  glong part = MIN (length, BLOCK_LETTERS);
  GString *block = g_string_sized_new (MANY_LETTERS);

  g_string_append_c (block, "^$+="[kind]);
  if (kind == 3)
    qsort (chars, (gsize) length, sizeof (gunichar), compare_letters);
  for (glong i = 0; i < length; i++)
    {
      gboolean in = kind == 0 ? i < part
                    : kind == 1 ? i >= length - part
                    : kind == 2 ? i < part / 2 || i >= length - part / 2
                    : TRUE;

      if (in)
        g_string_append_unichar (block, chars[i]);
    }

  return g_string_free (block, FALSE);
}

static void
add_to_block (Blocks     *blocks,
              const char *name,
              guint       kind,
              guint       customer)
{
  g_autofree char *letters = dup_block (name, kind);
  GArray *block = g_hash_table_lookup (blocks->blocks, letters);

  if (block == NULL)
    {
      block = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (blocks->blocks, g_steal_pointer (&letters), block);
    }
  /* One more than may be, so that a block that is too large is known. */
  if (block->len <= MAX_BLOCK)
    g_array_append_val (block, customer);
}

static gboolean
fill_blocks (Blocks        *blocks,
             GfColumn      *column,
             GCancellable  *cancellable,
             GError       **error)
{
  GfCells *cells = gf_column_get_cells (column);

  blocks->customers = g_array_new (FALSE, FALSE, sizeof (Customer));
  g_array_set_clear_func (blocks->customers, (GDestroyNotify) customer_clear);
  blocks->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);
      Customer customer = { gf_key_fold (GF_KEY_NAME, text, length), row };

      if (row % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          customer_clear (&customer);
          return FALSE;
        }
      if (customer.name == NULL)
        continue;
      g_array_append_val (blocks->customers, customer);
      for (guint kind = 0; kind < N_BLOCKS; kind++)
        add_to_block (blocks, customer.name, kind, blocks->customers->len - 1);
    }

  return TRUE;
}

/* “Branch 12” is not “Branch 13”, however alike they look. */
static gboolean
same_digits (const char *a,
             const char *b)
{
  for (;;)
    {
      while (*a != '\0' && !g_ascii_isdigit (*a))
        a++;
      while (*b != '\0' && !g_ascii_isdigit (*b))
        b++;
      if (*a != *b)
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a++;
      b++;
    }
}

/* The likest customer of a block, if likelier than the best so far; FALSE if it is too large. */
static gboolean
search_block (const Blocks *blocks,
              const char   *name,
              guint         kind,
              gsize        *row,
              double       *likeness)
{
  g_autofree char *letters = dup_block (name, kind);
  const GArray *block = g_hash_table_lookup (blocks->blocks, letters);

  if (block == NULL)
    return TRUE;
  if (block->len > MAX_BLOCK)
    return FALSE;

  for (guint i = 0; i < block->len; i++)
    {
      const Customer *customer = &g_array_index (blocks->customers, Customer,
                                                 g_array_index (block, guint, i));

      if (!same_digits (name, customer->name))
        continue;
      double likely = gf_similarity_jaro_winkler (name, customer->name);
      /* Equal names are no question: several customers have that one. */
      if (likely >= 1)
        continue;
      if (likely > *likeness)
        {
          *likeness = likely;
          *row = customer->row;
        }
    }

  return TRUE;
}

/* Folded name -> the rows of the second file that have it and nobody's key. */
static GHashTable *
collect_names (GfJoinMatch *self,
               GfColumn    *column)
{
  GfCells *cells = gf_column_get_cells (column);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_array_unref);

  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      if (self->outcomes[row] != GF_JOIN_UNMATCHED)
        continue;

      gsize length;
      const char *text = gf_cells_get (cells, row, &length);
      char *name = gf_key_fold (GF_KEY_NAME, text, length);
      if (name == NULL)
        continue;

      GArray *rows = g_hash_table_lookup (names, name);
      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (gsize));
          g_hash_table_insert (names, name, rows);
        }
      else
        g_free (name);
      g_array_append_val (rows, row);
    }

  return names;
}

/* A pair on its way into the list, with the rows that go with it. */
typedef struct
{
  GfJoinCandidate candidate;
  GArray *rows;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->candidate.likeness != second->candidate.likeness)
    return first->candidate.likeness > second->candidate.likeness ? -1 : 1;

  return first->candidate.other < second->candidate.other ? -1 : 1;
}

static gboolean
find_pairs (GfJoinMatch   *self,
            const Blocks  *blocks,
            GHashTable    *names,
            GArray        *pairs,
            GCancellable  *cancellable,
            GError       **error)
{
  GHashTableIter iter;
  gpointer name, value;
  guint n = 0;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      GArray *rows = value;
      double likeness = 0;
      gsize row = GF_NO_ROW;

      if (n++ % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      gboolean all = TRUE;
      for (guint kind = 0; kind < N_BLOCKS; kind++)
        all &= search_block (blocks, name, kind, &row, &likeness);
      if (!all)
        self->n_uncompared++;
      if (row == GF_NO_ROW || likeness < self->plan->likeness)
        continue;

      Pair pair = {
        { row, g_array_index (rows, gsize, 0), rows->len, likeness, FALSE, FALSE },
        rows,
      };
      g_array_append_val (pairs, pair);
    }

  return TRUE;
}

/* Fills the candidates of a match whose rows have been tried by all keys. Nothing to do when names are
   no key, or when likeness is 1 or more. */
gboolean
_gf_join_match_find_candidates (GfJoinMatch   *self,
                                GCancellable  *cancellable,
                                GError       **error)
{
  const GfJoinKey *key = NULL;

  for (guint i = 0; i < self->plan->keys->len; i++)
    if (g_array_index (self->plan->keys, GfJoinKey, i).kind == GF_KEY_NAME)
      key = &g_array_index (self->plan->keys, GfJoinKey, i);
  if (key == NULL || self->plan->likeness >= 1)
    return TRUE;

  g_autoptr (GHashTable) names = collect_names (self, gf_table_get_column (self->other, key->other));
  g_auto (Blocks) blocks = { 0 };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  if (g_hash_table_size (names) == 0)
    return TRUE;
  if (!fill_blocks (&blocks, gf_table_get_column (self->main, key->main), cancellable, error) ||
      !find_pairs (self, &blocks, names, pairs, cancellable, error))
    return FALSE;

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = &g_array_index (pairs, Pair, i);

      g_array_append_val (self->candidates, pair->candidate);
      g_ptr_array_add (self->names, g_array_ref (pair->rows));
    }

  return TRUE;
}
