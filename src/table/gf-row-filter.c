/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-row-filter.h"

#include "gf-bitset-words.h"
#include "gf-text-find.h"

#include <math.h>

struct _GfRowFilter
{
  gatomicrefcount ref_count;
  GfRowFilterKind kind;
  char *name;
  char **levels;
  gboolean exclude;
  double low, high;
  char *text;
  GfRowFilterFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_BOXED_TYPE (GfRowFilter, gf_row_filter, gf_row_filter_ref, gf_row_filter_unref)

static GfRowFilter *
filter_alloc (GfRowFilterKind  kind,
              const char      *name)
{
  GfRowFilter *self = g_new0 (GfRowFilter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->name = g_strdup (name);

  return self;
}

/**
 * gf_row_filter_new_levels:
 * @column: the name of a category, a set or a flag
 * @levels: (array zero-terminated=1): some of its levels
 * @exclude: whether to leave out those who have one
 *
 * Returns: (transfer full): the condition that a customer has one of @levels, or none
 */
GfRowFilter *
gf_row_filter_new_levels (const char         *column,
                          const char * const *levels,
                          gboolean            exclude)
{
  g_return_val_if_fail (column != NULL && levels != NULL, NULL);

  GfRowFilter *self = filter_alloc (GF_ROW_FILTER_LEVELS, column);

  self->levels = g_strdupv ((char **) levels);
  self->exclude = exclude;

  return self;
}

/**
 * gf_row_filter_new_range:
 * @column: the name of a column of numbers, money or dates
 * @low: the least, -INFINITY or NaN for an open side
 * @high: the greatest, INFINITY or NaN for an open side
 *
 * Returns: (transfer full): the condition low <= x <= high
 */
GfRowFilter *
gf_row_filter_new_range (const char *column,
                         double      low,
                         double      high)
{
  g_return_val_if_fail (column != NULL, NULL);

  GfRowFilter *self = filter_alloc (GF_ROW_FILTER_RANGE, column);

  self->low = isnan (low) ? -INFINITY : low;
  self->high = isnan (high) ? INFINITY : high;

  return self;
}

/**
 * gf_row_filter_new_contains:
 * @column: the name of a column
 * @text: what its cells must hold; "" holds for all that are there
 *
 * Returns: (transfer full): the condition on the text of the cell
 */
GfRowFilter *
gf_row_filter_new_contains (const char *column,
                            const char *text)
{
  g_return_val_if_fail (column != NULL && text != NULL, NULL);

  GfRowFilter *self = filter_alloc (GF_ROW_FILTER_CONTAINS, column);

  self->text = g_strdup (text);

  return self;
}

/**
 * gf_row_filter_new_missing:
 * @column: the name of a column
 * @missing: whether the cell shall be missing, or be there
 *
 * Returns: (transfer full): the condition
 */
GfRowFilter *
gf_row_filter_new_missing (const char *column,
                           gboolean    missing)
{
  g_return_val_if_fail (column != NULL, NULL);

  return filter_alloc (missing ? GF_ROW_FILTER_MISSING : GF_ROW_FILTER_PRESENT, column);
}

/**
 * gf_row_filter_new_custom:
 * @name: what it is called
 * @func: says who is meant
 * @data: (nullable): for @func
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): a condition that only @func knows
 */
GfRowFilter *
gf_row_filter_new_custom (const char      *name,
                          GfRowFilterFunc  func,
                          gpointer         data,
                          GDestroyNotify   destroy)
{
  g_return_val_if_fail (name != NULL && func != NULL, NULL);

  GfRowFilter *self = filter_alloc (GF_ROW_FILTER_CUSTOM, name);

  self->func = func;
  self->data = data;
  self->destroy = destroy;

  return self;
}

/**
 * gf_row_filter_ref:
 * @self: a condition
 *
 * Returns: (transfer full): @self
 */
GfRowFilter *
gf_row_filter_ref (GfRowFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_row_filter_unref:
 * @self: (transfer full): a condition
 *
 * Frees it with the last reference.
 */
void
gf_row_filter_unref (GfRowFilter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->name);
  g_strfreev (self->levels);
  g_free (self->text);
  g_free (self);
}

/**
 * gf_row_filter_get_kind:
 * @self: a condition
 *
 * Returns: its kind
 */
GfRowFilterKind
gf_row_filter_get_kind (const GfRowFilter *self)
{
  g_return_val_if_fail (self != NULL, GF_ROW_FILTER_CUSTOM);

  return self->kind;
}

/**
 * gf_row_filter_get_name:
 * @self: a condition
 *
 * Returns: (transfer none): the name of its column, or what a custom one is called
 */
const char *
gf_row_filter_get_name (const GfRowFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * gf_row_filter_get_levels:
 * @self: a condition
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the levels; NULL for other kinds
 */
const char * const *
gf_row_filter_get_levels (const GfRowFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->levels;
}

/**
 * gf_row_filter_get_exclude:
 * @self: a condition
 *
 * Returns: whether those who have one of the levels are left out
 */
gboolean
gf_row_filter_get_exclude (const GfRowFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->exclude;
}

/**
 * gf_row_filter_get_low:
 * @self: a condition
 *
 * Returns: the least of a range, -INFINITY when open
 */
double
gf_row_filter_get_low (const GfRowFilter *self)
{
  g_return_val_if_fail (self != NULL, -INFINITY);

  return self->low;
}

/**
 * gf_row_filter_get_high:
 * @self: a condition
 *
 * Returns: the greatest of a range, INFINITY when open
 */
double
gf_row_filter_get_high (const GfRowFilter *self)
{
  g_return_val_if_fail (self != NULL, INFINITY);

  return self->high;
}

/**
 * gf_row_filter_get_text:
 * @self: a condition
 *
 * Returns: (transfer none) (nullable): what the cells must hold; NULL for other kinds
 */
const char *
gf_row_filter_get_text (const GfRowFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/* Which of the column's levels are meant, by code. */
static GfBitset *
find_levels (const GfRowFilter *self,
             GfColumn          *column)
{
  guint n = gf_column_get_n_levels (column);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GfBitset *levels = gf_bitset_new (n);

  for (guint i = 0; self->levels[i] != NULL; i++)
    g_hash_table_add (wanted, self->levels[i]);
  for (guint32 code = 0; code < n; code++)
    if (g_hash_table_contains (wanted, gf_column_get_level (column, code)))
      gf_bitset_set (levels, code);

  return levels;
}

static gboolean
row_has_level (GfColumn *column,
               gsize     row,
               GfBitset *levels,
               gboolean *missing)
{
  guint32 code;

  if (gf_column_get_column_type (column) == GF_COLUMN_SET)
    {
      guint n;
      const guint32 *set = gf_column_get_set (column, row, &n);

      *missing = n == 0;
      for (guint i = 0; i < n; i++)
        if (gf_bitset_get (levels, set[i]))
          return TRUE;
      return FALSE;
    }

  code = gf_column_get_code (column, row);
  *missing = code == GF_CODE_MISSING;

  return code != GF_CODE_MISSING && gf_bitset_get (levels, code);
}

static GfBitset *
apply_levels (const GfRowFilter *self,
              GfColumn          *column,
              GCancellable      *cancellable)
{
  gsize n_rows = gf_column_get_n_rows (column);
  g_autoptr (GfBitset) levels = find_levels (self, column);
  GfCells *cells = gf_column_get_cells (column);
  const guint32 *codes = gf_cells_get_codes (cells);
  g_autoptr (GfBitset) judged = NULL;
  g_autoptr (GfBitset) texts = NULL;

  if (codes == NULL)
    return gf_bitset_new (n_rows);

  /* All rows of a text have the same levels, so that each text is judged by the first of its rows. */
  judged = gf_bitset_new (gf_cells_get_n_texts (cells));
  texts = gf_bitset_new (gf_cells_get_n_texts (cells));
  for (gsize row = 0; row < n_rows; row++)
    {
      gboolean missing;

      if (row % 65536 == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (gf_bitset_get (judged, codes[row]))
        continue;
      gf_bitset_set (judged, codes[row]);
      if (row_has_level (column, row, levels, &missing) ? !self->exclude : self->exclude && !missing)
        gf_bitset_set (texts, codes[row]);
    }

  return gf_text_rows_of_texts (cells, texts);
}

static GfBitset *
apply_range (const GfRowFilter *self,
             GfColumn          *column)
{
  const double *numbers = gf_column_get_numbers (column);
  gsize n_rows = gf_column_get_n_rows (column);
  GfBitset *rows = gf_bitset_new (n_rows);
  guint64 *words = gf_bitset_get_words (rows);

  /* NaN compares false on both sides. */
  for (gsize row = 0; numbers != NULL && row < n_rows; row++)
    words[row / 64] |= (guint64) (numbers[row] >= self->low && numbers[row] <= self->high) << (row % 64);

  return rows;
}

static GfBitset *
apply_missing (GfColumn     *column,
               gboolean      missing,
               GCancellable *cancellable)
{
  gsize n_rows = gf_column_get_n_rows (column);
  g_autoptr (GfBitset) rows = gf_bitset_new (n_rows);

  for (gsize row = 0; row < n_rows; row++)
    {
      if (row % 65536 == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (gf_column_is_missing (column, row) == missing)
        gf_bitset_set (rows, row);
    }

  return g_steal_pointer (&rows);
}

static GfBitset *
apply_contains (const GfRowFilter *self,
                GfColumn          *column,
                GCancellable      *cancellable)
{
  g_autoptr (GfBitset) texts = NULL;

  if (*self->text == '\0')
    return apply_missing (column, FALSE, cancellable);

  texts = gf_text_find_in_cells (gf_column_get_cells (column), self->text, NULL, cancellable);

  return texts != NULL ? gf_text_rows_of_texts (gf_column_get_cells (column), texts) : NULL;
}

/**
 * gf_row_filter_apply:
 * @self: a condition
 * @table: the customers
 * @cancellable: (nullable): to give up
 *
 * Finds the customers for whom the condition holds; from any thread.
 *
 * Returns: (transfer full) (nullable): the rows; NULL when cancelled
 */
GfBitset *
gf_row_filter_apply (const GfRowFilter *self,
                     GfTable           *table,
                     GCancellable      *cancellable)
{
  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  gsize n_rows = gf_table_get_n_rows (table);
  GfColumn *column = NULL;
  GfBitset *rows = NULL;

  if (self->kind == GF_ROW_FILTER_CUSTOM)
    {
      rows = self->func (table, self->data);
      if (rows != NULL && gf_bitset_get_size (rows) != n_rows)
        g_clear_pointer (&rows, gf_bitset_unref);
      return rows != NULL ? rows : gf_bitset_new (n_rows);
    }

  column = gf_table_find_column (table, self->name);
  if (column == NULL)
    return gf_bitset_new (n_rows);

  switch (self->kind)
    {
    case GF_ROW_FILTER_LEVELS:
      return apply_levels (self, column, cancellable);

    case GF_ROW_FILTER_RANGE:
      return apply_range (self, column);

    case GF_ROW_FILTER_CONTAINS:
      return apply_contains (self, column, cancellable);

    case GF_ROW_FILTER_MISSING:
    case GF_ROW_FILTER_PRESENT:
      return apply_missing (column, self->kind == GF_ROW_FILTER_MISSING, cancellable);

    case GF_ROW_FILTER_CUSTOM:
    default:
      g_assert_not_reached ();
    }
}
