/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-match-private.h"

#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHECK_EVERY 4096

/* What a key finds, in place of a row + 1. */
#define NOBODY 0
#define SEVERAL G_MAXSIZE

G_DEFINE_BOXED_TYPE (GfJoinMatch, gf_join_match, gf_join_match_ref, gf_join_match_unref)

/* Key -> row + 1 of the customer who has it, SEVERAL when more than one has. */
static GHashTable *
index_customers (GfColumn      *column,
                 GfKeyKind      kind,
                 guint          step,
                 GCancellable  *cancellable,
                 GError       **error)
{
  GfCells *cells = gf_column_get_cells (column);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);
      char *key = gf_key_fold_step (kind, step, text, length);

      if (row % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_free (key);
          return NULL;
        }
      if (key == NULL)
        continue;

      gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (index, key));
      g_hash_table_insert (index, key, GSIZE_TO_POINTER (known == NOBODY ? row + 1 : SEVERAL));
    }

  return g_steal_pointer (&index);
}

/* A cell may list several ids with “;”, the most important first: HubSpot's Associated Company IDs. */
static gsize
find_customer (GHashTable *index,
               GfKeyKind   kind,
               guint       step,
               const char *text,
               gsize       length,
               gboolean   *has_key)
{
  g_autofree char *key = gf_key_fold_step (kind, step, text, length);

  if (key == NULL)
    return NOBODY;

  *has_key = TRUE;
  gsize row = GPOINTER_TO_SIZE (g_hash_table_lookup (index, key));
  if (row != NOBODY || kind == GF_KEY_NAME || strchr (key, ';') == NULL)
    return row;

  g_auto (GStrv) parts = g_strsplit (key, ";", -1);
  for (guint i = 0; parts[i] != NULL && row == NOBODY; i++)
    {
      g_autofree char *part = gf_key_fold (kind, parts[i], strlen (parts[i]));

      if (part != NULL)
        row = GPOINTER_TO_SIZE (g_hash_table_lookup (index, part));
    }

  return row;
}

/* By text of the second file: the customer it means, if no earlier step has found some. */
static gboolean
look_up (GfColumn         *main,
         GfCells          *cells,
         const GfJoinKey  *key,
         guint             step,
         gsize            *found,
         gboolean         *has_key,
         GCancellable     *cancellable,
         GError          **error)
{
  g_autoptr (GHashTable) index = index_customers (main, key->kind, step, cancellable, error);

  if (index == NULL)
    return FALSE;

  for (gsize i = 0; i < gf_cells_get_n_texts (cells); i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);

      if (i % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (found[i] == NOBODY)
        found[i] = find_customer (index, key->kind, step, text, length, &has_key[i]);
    }

  return TRUE;
}

/* Tries one key for all rows that are still nobody's. Texts that repeat are looked up once. */
static gboolean
match_by (GfJoinMatch      *self,
          const GfJoinKey  *key,
          GCancellable     *cancellable,
          GError          **error)
{
  GfColumn *main = gf_table_get_column (self->main, key->main);
  GfCells *cells = gf_column_get_cells (gf_table_get_column (self->other, key->other));
  const guint32 *codes = gf_cells_get_codes (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  g_autofree gsize *found = g_new0 (gsize, MAX (n_texts, 1));
  g_autofree gboolean *has_key = g_new0 (gboolean, MAX (n_texts, 1));

  for (guint step = 0; step < gf_key_count_steps (key->kind); step++)
    if (!look_up (main, cells, key, step, found, has_key, cancellable, error))
      return FALSE;

  for (gsize row = 0; row < gf_table_get_n_rows (self->other); row++)
    {
      gsize code = codes != NULL ? codes[row] : row;

      if (self->rows[row] != NOBODY || !has_key[code])
        continue;
      if (found[code] == SEVERAL)
        self->outcomes[row] = GF_JOIN_AMBIGUOUS;
      else if (found[code] == NOBODY)
        self->outcomes[row] = self->outcomes[row] == GF_JOIN_NO_KEY ? GF_JOIN_UNMATCHED
                                                                    : self->outcomes[row];
      else
        {
          self->rows[row] = found[code];
          self->outcomes[row] = (guint8) key->kind;
        }
    }

  return TRUE;
}

/**
 * gf_join_match_new:
 * @main: the customers
 * @other: the second file
 * @plan: how they belong together; copied
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Finds the customer of each row of the second file, and the pairs of names that need an answer. May
 * be called in any thread.
 *
 * Returns: (transfer full) (nullable): who belongs to whom; %NULL with %GF_TABLE_ERROR_KEY when the
 *   plan has no key, or when it was cancelled
 */
GfJoinMatch *
gf_join_match_new (GfTable           *main,
                   GfTable           *other,
                   const GfJoinPlan  *plan,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_return_val_if_fail (main != NULL && other != NULL && plan != NULL, NULL);

  if (plan->keys->len == 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY,
                   _("No column tells which customer a row belongs to. Export it again with the "
                     "customer’s id, web site, e-mail address or name, or choose the column that "
                     "holds one."));
      return NULL;
    }

  gsize n_rows = gf_table_get_n_rows (other);
  g_autoptr (GfJoinMatch) self = g_new0 (GfJoinMatch, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->main = gf_table_ref (main);
  self->other = gf_table_ref (other);
  self->plan = gf_join_plan_copy (plan);
  self->rows = g_new0 (gsize, MAX (n_rows, 1));
  self->outcomes = g_malloc (MAX (n_rows, 1));
  memset (self->outcomes, GF_JOIN_NO_KEY, n_rows);
  self->candidates = g_array_new (FALSE, TRUE, sizeof (GfJoinCandidate));
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < plan->keys->len; i++)
    if (!match_by (self, &g_array_index (plan->keys, GfJoinKey, i), cancellable, error))
      return NULL;
  if (!_gf_join_match_find_candidates (self, cancellable, error))
    return NULL;
  for (gsize row = 0; row < n_rows; row++)
    self->counts[self->outcomes[row]]++;

  return g_steal_pointer (&self);
}

/**
 * gf_join_match_ref:
 * @self: a match
 *
 * Returns: (transfer full): @self
 */
GfJoinMatch *
gf_join_match_ref (GfJoinMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_join_match_unref:
 * @self: (transfer full): a match
 *
 * Frees it with the last reference.
 */
void
gf_join_match_unref (GfJoinMatch *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  gf_table_unref (self->main);
  gf_table_unref (self->other);
  gf_join_plan_free (self->plan);
  g_free (self->rows);
  g_free (self->outcomes);
  g_array_unref (self->candidates);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * gf_join_match_get_main:
 * @self: a match
 *
 * Returns: (transfer none): the customers
 */
GfTable *
gf_join_match_get_main (const GfJoinMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->main;
}

/**
 * gf_join_match_get_other:
 * @self: a match
 *
 * Returns: (transfer none): the second file
 */
GfTable *
gf_join_match_get_other (const GfJoinMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->other;
}

/**
 * gf_join_match_get_row:
 * @self: a match
 * @other: a row of the second file
 *
 * Returns: the row of its customer, %GF_NO_ROW if it has none
 */
gsize
gf_join_match_get_row (const GfJoinMatch *self,
                       gsize              other)
{
  g_return_val_if_fail (self != NULL && other < gf_table_get_n_rows (self->other), GF_NO_ROW);

  return self->rows[other] == NOBODY ? GF_NO_ROW : self->rows[other] - 1;
}

/**
 * gf_join_match_get_outcome:
 * @self: a match
 * @other: a row of the second file
 *
 * Returns: by which key its customer was found, or why none was
 */
GfJoinOutcome
gf_join_match_get_outcome (const GfJoinMatch *self,
                           gsize              other)
{
  g_return_val_if_fail (self != NULL && other < gf_table_get_n_rows (self->other), GF_JOIN_NO_KEY);

  return (GfJoinOutcome) self->outcomes[other];
}

/**
 * gf_join_match_count:
 * @self: a match
 * @outcome: an outcome
 *
 * Returns: how many rows of the second file have it
 */
gsize
gf_join_match_count (const GfJoinMatch *self,
                     GfJoinOutcome      outcome)
{
  g_return_val_if_fail (self != NULL && (guint) outcome < GF_JOIN_N_OUTCOMES, 0);

  return self->counts[outcome];
}

/**
 * gf_join_match_count_matched:
 * @self: a match
 *
 * Returns: how many rows of the second file have a customer
 */
gsize
gf_join_match_count_matched (const GfJoinMatch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return gf_table_get_n_rows (self->other) - self->counts[GF_JOIN_UNMATCHED] -
         self->counts[GF_JOIN_AMBIGUOUS] - self->counts[GF_JOIN_NO_KEY];
}

/**
 * gf_join_match_count_customers:
 * @self: a match
 *
 * Counts the customers that have at least one row. O(rows of both).
 *
 * Returns: how many
 */
gsize
gf_join_match_count_customers (const GfJoinMatch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  g_autofree guint8 *seen = g_malloc0 (MAX (gf_table_get_n_rows (self->main), 1));
  gsize n = 0;

  for (gsize row = 0; row < gf_table_get_n_rows (self->other); row++)
    if (self->rows[row] != NOBODY && !seen[self->rows[row] - 1])
      {
        seen[self->rows[row] - 1] = 1;
        n++;
      }

  return n;
}

/**
 * gf_join_match_count_uncompared:
 * @self: a match
 *
 * Returns: how many names without a customer shared their beginning and their end with too many others
 *   to be compared with them
 */
gsize
gf_join_match_count_uncompared (const GfJoinMatch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_uncompared;
}

/**
 * gf_join_match_dup_key:
 * @self: a match
 * @other: a row of the second file
 *
 * Says whose a row claims to be: the cell of the key that matched it, else the first that is filled.
 *
 * Returns: (transfer full): the text of the cell; "" when all are empty
 */
char *
gf_join_match_dup_key (const GfJoinMatch *self,
                       gsize              other)
{
  g_return_val_if_fail (self != NULL && other < gf_table_get_n_rows (self->other), NULL);

  const char *first = "";

  for (guint i = 0; i < self->plan->keys->len; i++)
    {
      const GfJoinKey *key = &g_array_index (self->plan->keys, GfJoinKey, i);
      GfColumn *column = gf_table_get_column (self->other, key->other);
      const char *text = gf_column_get_text (column, other);

      if (self->outcomes[other] == (guint8) key->kind)
        return g_strdup (text);
      if (*first == '\0')
        first = text;
    }

  return g_strdup (first);
}

/**
 * gf_join_match_next:
 * @self: a match
 * @outcome: an outcome
 * @from: a row of the second file
 *
 * Walks the rows with an outcome: begin with 0, go on behind the row that was found.
 *
 * Returns: the first such row at or behind @from, %GF_NO_ROW if there is none
 */
gsize
gf_join_match_next (const GfJoinMatch *self,
                    GfJoinOutcome      outcome,
                    gsize              from)
{
  g_return_val_if_fail (self != NULL, GF_NO_ROW);

  for (gsize row = from; row < gf_table_get_n_rows (self->other); row++)
    if (self->outcomes[row] == (guint8) outcome)
      return row;

  return GF_NO_ROW;
}

/**
 * gf_join_match_get_n_candidates:
 * @self: a match
 *
 * Returns: how many pairs of names need an answer, the answered ones among them
 */
guint
gf_join_match_get_n_candidates (const GfJoinMatch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->candidates->len;
}

/**
 * gf_join_match_get_candidate:
 * @self: a match
 * @index: from 0, the likest first
 *
 * Returns: (transfer none): the pair; valid until the next answer
 */
const GfJoinCandidate *
gf_join_match_get_candidate (const GfJoinMatch *self,
                             guint              index)
{
  g_return_val_if_fail (self != NULL && index < self->candidates->len, NULL);

  return &g_array_index (self->candidates, GfJoinCandidate, index);
}

/* The text of the name that a candidate is about, on one of its sides. */
static char *
dup_name (const GfJoinMatch *self,
          const GfTable     *table,
          gboolean           main,
          gsize              row)
{
  for (guint i = 0; i < self->plan->keys->len; i++)
    {
      const GfJoinKey *key = &g_array_index (self->plan->keys, GfJoinKey, i);

      if (key->kind == GF_KEY_NAME)
        return g_strdup (gf_column_get_text (gf_table_get_column (table, main ? key->main : key->other), row));
    }

  return g_strdup ("");
}

/**
 * gf_join_match_dup_candidate_name:
 * @self: a match
 * @index: a candidate
 *
 * Returns: (transfer full): the name as it stands in the second file
 */
char *
gf_join_match_dup_candidate_name (const GfJoinMatch *self,
                                  guint              index)
{
  g_return_val_if_fail (self != NULL && index < self->candidates->len, NULL);

  return dup_name (self, self->other, FALSE, gf_join_match_get_candidate (self, index)->other);
}

/**
 * gf_join_match_dup_candidate_customer:
 * @self: a match
 * @index: a candidate
 *
 * Returns: (transfer full): the name of the customer that it is much like
 */
char *
gf_join_match_dup_candidate_customer (const GfJoinMatch *self,
                                      guint              index)
{
  g_return_val_if_fail (self != NULL && index < self->candidates->len, NULL);

  return dup_name (self, self->main, TRUE, gf_join_match_get_candidate (self, index)->main);
}

/**
 * gf_join_match_answer:
 * @self: a match
 * @index: a candidate
 * @yes: whether both are the same customer
 *
 * Answers a candidate: with yes all rows of that name are the customer's, with no they are nobody's. An
 * answer can be changed. Not while another thread reads @self.
 */
void
gf_join_match_answer (GfJoinMatch *self,
                      guint        index,
                      gboolean     yes)
{
  g_return_if_fail (self != NULL && index < self->candidates->len);

  GfJoinCandidate *candidate = &g_array_index (self->candidates, GfJoinCandidate, index);
  const GArray *rows = g_ptr_array_index (self->names, index);

  candidate->answered = TRUE;
  candidate->yes = yes;
  for (guint i = 0; i < rows->len; i++)
    {
      gsize row = g_array_index (rows, gsize, i);

      self->counts[self->outcomes[row]]--;
      self->outcomes[row] = yes ? GF_JOIN_BY_ANSWER : GF_JOIN_UNMATCHED;
      self->counts[self->outcomes[row]]++;
      self->rows[row] = yes ? candidate->main + 1 : NOBODY;
    }
}
