/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-atoms.h"

#include "gf-bands.h"
#include "gf-bitset-words.h"

#include <math.h>

#define FEW_ROWS 5000

static GfAtoms *
atoms_new (GfColumn   *column,
           GfAtomsKind kind)
{
  GfAtoms *self = g_new0 (GfAtoms, 1);

  self->kind = kind;
  self->column = gf_column_ref (column);
  self->n_rows = gf_column_get_n_rows (column);

  return self;
}

static GfAtoms *
atoms_new_levels (GfColumn *column)
{
  GfAtoms *self = atoms_new (column, GF_ATOMS_LEVELS);

  self->n_atoms = gf_column_get_n_levels (column);
  self->codes = g_new (guint32, self->n_rows + 1);

  if (gf_column_get_column_type (column) == GF_COLUMN_CATEGORY)
    {
      gf_column_copy_codes (column, self->codes);
      return self;
    }

  const double *numbers = gf_column_get_numbers (column);
  for (gsize row = 0; row < self->n_rows; row++)
    self->codes[row] = isnan (numbers[row]) ? G_MAXUINT32 : numbers[row] != 0.0;

  return self;
}

static guint
find_band (const double *edges,
           guint         n_edges,
           double        x)
{
  guint band = 0;

  while (band < n_edges && x >= edges[band])
    band++;

  return band;
}

static GfAtoms *
atoms_new_bands (GfColumn *column)
{
  GfAtoms *self = atoms_new (column, GF_ATOMS_BANDS);
  const double *numbers = gf_column_get_numbers (column);
  gboolean date = gf_column_get_column_type (column) == GF_COLUMN_DATE;
  guint n_edges;

  self->edges = gf_bands_choose (numbers, self->n_rows,
                                 date ? GF_BANDS_DATES : gf_bands_guess_kind (gf_column_get_name (column)),
                                 &n_edges);
  self->n_atoms = n_edges + 1;
  self->codes = g_new (guint32, self->n_rows + 1);

  for (gsize row = 0; row < self->n_rows; row++)
    self->codes[row] = isnan (numbers[row]) ? G_MAXUINT32
                                            : find_band (self->edges, n_edges, numbers[row]);

  return self;
}

/**
 * gf_atoms_new:
 * @column: a column
 *
 * Cuts a column by its type. Columns of text and columns in which nothing differs have no pieces.
 *
 * Returns: (transfer full) (nullable): the pieces, not counted yet; NULL if there are none
 */
GfAtoms *
gf_atoms_new (GfColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  g_autoptr (GfAtoms) self = NULL;

  switch (gf_column_get_column_type (column))
    {
    case GF_COLUMN_CATEGORY:
    case GF_COLUMN_FLAG:
      self = atoms_new_levels (column);
      break;

    case GF_COLUMN_SET:
      self = atoms_new (column, GF_ATOMS_MEMBERS);
      self->n_atoms = gf_column_get_n_levels (column);
      break;

    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
    case GF_COLUMN_DATE:
      self = atoms_new_bands (column);
      if (self->n_atoms < 2)
        return NULL;
      break;

    case GF_COLUMN_TEXT:
    default:
      return NULL;
    }

  return self->n_atoms == 0 ? NULL : g_steal_pointer (&self);
}

static gboolean
says_nothing (const GfColumn *column,
              gsize           row)
{
  return gf_column_is_missing (column, row) && !gf_column_is_unreadable (column, row);
}

/* The texts have numbers already; those that say nothing get none, the others go by their first row. */
static void
number_coded_texts (GfAtoms *self)
{
  GfCells *cells = gf_column_get_cells (self->column);
  const guint32 *text_codes = gf_cells_get_codes (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  g_autofree guint32 *atom_of = g_new (guint32, n_texts + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, n_texts + 1);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      guint32 code = text_codes[row];

      if (G_UNLIKELY (!seen[code]))
        {
          seen[code] = TRUE;
          atom_of[code] = G_MAXUINT32;
          if (!says_nothing (self->column, row))
            {
              gsize length;
              const char *text = gf_cells_get_text (cells, code, &length);

              atom_of[code] = self->texts->len;
              g_ptr_array_add (self->texts, g_strndup (text, length));
            }
        }
      self->codes[row] = atom_of[code];
    }
}

static void
number_texts (GfAtoms *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      gpointer code;

      self->codes[row] = G_MAXUINT32;
      if (says_nothing (self->column, row))
        continue;

      g_string_truncate (text, 0);
      gf_column_append_text (self->column, row, text);
      if (g_hash_table_lookup_extended (codes, text->str, NULL, &code))
        {
          self->codes[row] = GPOINTER_TO_UINT (code);
        }
      else
        {
          char *level = g_strdup (text->str);

          self->codes[row] = self->texts->len;
          g_hash_table_insert (codes, level, GUINT_TO_POINTER (self->texts->len));
          g_ptr_array_add (self->texts, level);
        }
    }
}

/**
 * gf_atoms_new_raw:
 * @column: a column of any type
 *
 * Takes every distinct text of the column's cells as a level, whatever the column's type.
 *
 * Returns: (transfer full): the pieces, not counted yet
 */
GfAtoms *
gf_atoms_new_raw (GfColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  GfAtoms *self = atoms_new (column, GF_ATOMS_TEXTS);

  self->codes = g_new (guint32, self->n_rows + 1);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  if (gf_cells_get_codes (gf_column_get_cells (column)) != NULL)
    number_coded_texts (self);
  else
    number_texts (self);
  self->n_atoms = self->texts->len;

  return self;
}

/**
 * gf_atoms_choose_threads:
 * @n_rows: customers
 *
 * Returns: on how many threads columns are best looked at, for gf_parallel_for(): one where starting another
 *   takes longer than the work
 */
guint
gf_atoms_choose_threads (gsize n_rows)
{
  return n_rows < FEW_ROWS ? 1 : 0;
}

/**
 * gf_atoms_free:
 * @self: (transfer full): the pieces of a column
 *
 * Frees the pieces with their counts.
 */
void
gf_atoms_free (GfAtoms *self)
{
  gf_column_unref (self->column);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self->codes);
  g_free (self->edges);
  g_free (self->rows);
  g_free (self->hits);
  g_free (self);
}

static void
count_members (GfAtoms        *self,
               const GfBitset *target)
{
  for (gsize row = 0; row < self->n_rows; row++)
    {
      gsize hit = gf_bitset_get (target, row);
      guint n;
      const guint32 *members = gf_column_get_set (self->column, row, &n);

      for (guint i = 0; i < n; i++)
        {
          self->rows[members[i]]++;
          self->hits[members[i]] += hit;
        }
    }
}

/* The place behind the last piece, which there is room for, takes the missing cells. */
static void
count_codes (GfAtoms        *self,
             const GfBitset *target)
{
  guint32 missing = self->n_atoms;

  for (gsize row = 0; row < self->n_rows; row++)
    self->rows[MIN (self->codes[row], missing)]++;
  for (gsize row = 0; gf_bitset_next (target, &row); row++)
    self->hits[MIN (self->codes[row], missing)]++;
}

/**
 * gf_atoms_count:
 * @self: the pieces of a column
 * @target: the customers that count as hits
 *
 * Counts customers and hits of every piece in one pass over the rows.
 */
void
gf_atoms_count (GfAtoms        *self,
                const GfBitset *target)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (gf_bitset_get_size (target) == self->n_rows);

  g_free (self->rows);
  g_free (self->hits);
  self->rows = g_new0 (gsize, self->n_atoms + 1);
  self->hits = g_new0 (gsize, self->n_atoms + 1);

  if (self->kind == GF_ATOMS_MEMBERS)
    count_members (self, target);
  else
    count_codes (self, target);
}

/* The bits of 64 rows at a time; rows behind the last are none. */
#define FILL_WORDS(rows, n_rows, meets)                                          \
  G_STMT_START                                                                   \
  {                                                                              \
    guint64 *words = gf_bitset_get_words (rows);                                 \
                                                                                 \
    for (gsize from = 0; from < (n_rows); from += 64)                            \
      {                                                                          \
        gsize n = MIN ((n_rows) - from, 64);                                     \
        guint64 word = 0;                                                        \
                                                                                 \
        for (gsize k = 0; k < n; k++)                                            \
          {                                                                      \
            gsize row = from + k;                                                \
                                                                                 \
            word |= (guint64) (meets) << k;                                      \
          }                                                                      \
        words[from / 64] = word;                                                 \
      }                                                                          \
  }                                                                              \
  G_STMT_END

static gboolean
has_member (const GfColumn *column,
            gsize           row,
            guint32         member)
{
  guint n;
  const guint32 *members = gf_column_get_set (column, row, &n);

  for (guint i = 0; i < n; i++)
    if (members[i] == member)
      return TRUE;

  return FALSE;
}

/**
 * gf_atoms_match:
 * @self: the pieces of a column
 * @first: a piece
 * @last: a piece, not before @first; the same for members of a set
 *
 * Returns: (transfer full): the rows whose piece is one from @first to @last
 */
GfBitset *
gf_atoms_match (const GfAtoms *self,
                guint          first,
                guint          last)
{
  g_return_val_if_fail (self != NULL && first <= last && last < self->n_atoms, NULL);

  GfBitset *rows = gf_bitset_new (self->n_rows);
  const guint32 *codes = self->codes;
  guint32 width = last - first;

  if (codes == NULL)
    FILL_WORDS (rows, self->n_rows, has_member (self->column, row, first));
  else
    FILL_WORDS (rows, self->n_rows, codes[row] - first <= width);

  return rows;
}

/**
 * gf_atoms_match_any:
 * @self: the pieces of a column that is no set
 * @atoms: (element-type guint32): some of them
 *
 * Returns: (transfer full): the rows whose piece is one of @atoms
 */
GfBitset *
gf_atoms_match_any (const GfAtoms *self,
                    const GArray  *atoms)
{
  g_return_val_if_fail (self != NULL && self->codes != NULL && atoms != NULL, NULL);

  GfBitset *rows = gf_bitset_new (self->n_rows);
  const guint32 *codes = self->codes;
  guint32 missing = self->n_atoms;
  g_autofree guint8 *wanted = g_new0 (guint8, self->n_atoms + 1);

  for (guint i = 0; i < atoms->len; i++)
    wanted[g_array_index (atoms, guint32, i)] = 1;
  FILL_WORDS (rows, self->n_rows, wanted[MIN (codes[row], missing)]);

  return rows;
}

/**
 * gf_atoms_get_text:
 * @self: the pieces of a column
 * @atom: which one
 *
 * Returns: (transfer none) (nullable): the level, member or text; NULL for a band
 */
const char *
gf_atoms_get_text (const GfAtoms *self,
                   guint          atom)
{
  g_return_val_if_fail (self != NULL && atom < self->n_atoms, NULL);

  switch (self->kind)
    {
    case GF_ATOMS_LEVELS:
    case GF_ATOMS_MEMBERS:
      return gf_column_get_level (self->column, atom);

    case GF_ATOMS_TEXTS:
      return g_ptr_array_index (self->texts, atom);

    case GF_ATOMS_BANDS:
    default:
      return NULL;
    }
}
