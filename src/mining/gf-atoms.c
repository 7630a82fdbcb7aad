/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-atoms.h"

#include "gf-bands.h"
#include "gf-bitset-words.h"
#include "gf-text.h"

#include <math.h>

#define FEW_ROWS 5000
#define MOST_ORDERED 10

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

/* Codes that are pieces already. */
static void
map_to_itself (GfAtoms *self)
{
  self->codes = self->own_codes;
  self->n_codes = self->n_atoms + 1;
  self->map = g_new (guint32, self->n_codes);
  for (guint code = 0; code < self->n_codes; code++)
    self->map[code] = code;
}

/* The texts of a category or a flag have their levels; any row that has a text tells it. */
static void
map_texts_to_levels (GfAtoms *self)
{
  GfCells *cells = gf_column_get_cells (self->column);
  const guint32 missing = self->n_atoms;

  self->codes = gf_cells_get_codes (cells);
  self->n_codes = (guint) gf_cells_get_n_texts (cells);
  self->map = g_new (guint32, self->n_codes + 1);
  for (guint code = 0; code < self->n_codes; code++)
    self->map[code] = G_MAXUINT32;
  for (gsize row = 0; row < self->n_rows; row++)
    if (G_UNLIKELY (self->map[self->codes[row]] == G_MAXUINT32))
      self->map[self->codes[row]] = MIN (gf_column_get_code (self->column, row), missing);
  /* texts that no row has any more */
  for (guint code = 0; code < self->n_codes; code++)
    self->map[code] = MIN (self->map[code], missing);
}

/* How many of the levels stand in order: intervals each of which begins above the one before. Of very many the runs
 * would be too many to try. */
static guint
count_ordered (GfColumn *column)
{
  guint n = 0;
  double before = NAN, low, high;

  for (; n < gf_column_get_n_levels (column) && gf_column_get_band (column, n, &low, &high); n++)
    {
      if (n > 0 && !(low > before))
        return 0;
      before = low;
    }

  return n >= 2 && n <= MOST_ORDERED ? n : 0;
}

static GfAtoms *
atoms_new_levels (GfColumn *column)
{
  GfAtoms *self = atoms_new (column, GF_ATOMS_LEVELS);

  self->n_atoms = gf_column_get_n_levels (column);
  map_texts_to_levels (self);
  if (gf_column_get_column_type (column) == GF_COLUMN_CATEGORY)
    self->n_ordered = count_ordered (column);

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
  self->n_ordered = self->n_atoms;
  self->own_codes = g_new (guint32, self->n_rows + 1);

  for (gsize row = 0; row < self->n_rows; row++)
    self->own_codes[row] = isnan (numbers[row]) ? self->n_atoms
                                                : find_band (self->edges, n_edges, numbers[row]);
  map_to_itself (self);

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

/* A sign alone, such as a question mark, is an answer of its own where texts are taken as they stand: other programs
 * read it so. */
static gboolean
is_sign (const char *text,
         gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalnum (text[i]))
      return FALSE;

  return TRUE;
}

/* A blank cell says nothing as a text, also where the column's type takes it for a no. */
static gboolean
says_nothing (const GfColumn *column,
              gsize           row,
              const char     *text,
              gsize           length)
{
  if (gf_text_is_blank (text, length))
    return TRUE;
  if (!gf_column_is_missing (column, row) || gf_column_is_unreadable (column, row))
    return FALSE;

  return !is_sign (text, length);
}

/* The texts have codes already; those that say nothing have no piece, the others go by their first row. */
static void
number_coded_texts (GfAtoms *self)
{
  GfCells *cells = gf_column_get_cells (self->column);

  self->codes = gf_cells_get_codes (cells);
  self->n_codes = (guint) gf_cells_get_n_texts (cells);
  self->map = g_new (guint32, self->n_codes + 1);
  for (guint code = 0; code < self->n_codes; code++)
    self->map[code] = G_MAXUINT32;

  for (gsize row = 0; row < self->n_rows; row++)
    {
      guint32 code = self->codes[row];

      if (G_LIKELY (self->map[code] != G_MAXUINT32))
        continue;
      self->map[code] = G_MAXUINT32 - 1;

      gsize length;
      const char *text = gf_cells_get_text (cells, code, &length);

      if (!says_nothing (self->column, row, text, length))
        {
          self->map[code] = self->texts->len;
          g_ptr_array_add (self->texts, g_strndup (text, length));
        }
    }

  self->n_atoms = self->texts->len;
  for (guint code = 0; code < self->n_codes; code++)
    self->map[code] = MIN (self->map[code], self->n_atoms);
}

static void
number_texts (GfAtoms *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);

  self->own_codes = g_new (guint32, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      gpointer code;

      self->own_codes[row] = G_MAXUINT32;
      g_string_truncate (text, 0);
      gf_column_append_text (self->column, row, text);
      if (says_nothing (self->column, row, text->str, text->len))
        continue;

      if (g_hash_table_lookup_extended (codes, text->str, NULL, &code))
        {
          self->own_codes[row] = GPOINTER_TO_UINT (code);
        }
      else
        {
          char *level = g_strdup (text->str);

          self->own_codes[row] = self->texts->len;
          g_hash_table_insert (codes, level, GUINT_TO_POINTER (self->texts->len));
          g_ptr_array_add (self->texts, level);
        }
    }

  self->n_atoms = self->texts->len;
  for (gsize row = 0; row < self->n_rows; row++)
    self->own_codes[row] = MIN (self->own_codes[row], self->n_atoms);
  map_to_itself (self);
}

/**
 * gf_atoms_new_raw:
 * @column: a column of any type
 *
 * Takes every distinct text of the column's cells as a level, whatever the column's type: as it stands, so that
 * "a" and "a " are two. An empty cell and one with a word for nothing, such as "n/a", says nothing; a sign alone,
 * such as "?", is a text.
 *
 * Returns: (transfer full): the pieces, not counted yet
 */
GfAtoms *
gf_atoms_new_raw (GfColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  GfAtoms *self = atoms_new (column, GF_ATOMS_TEXTS);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  if (gf_cells_get_codes (gf_column_get_cells (column)) != NULL)
    number_coded_texts (self);
  else
    number_texts (self);

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
  g_free (self->own_codes);
  g_free (self->map);
  g_free (self->edges);
  g_clear_pointer (&self->among, gf_bitset_unref);
  g_free (self->rows);
  g_free (self->hits);
  g_free (self);
}

/**
 * gf_atoms_looks_at:
 * @self: the pieces of a column
 * @row: a customer
 *
 * Returns: whether the customer is one of those to look at
 */
gboolean
gf_atoms_looks_at (const GfAtoms *self,
                   gsize          row)
{
  return self->among == NULL || gf_bitset_get (self->among, row);
}

static void
count_members (GfAtoms        *self,
               const GfBitset *target)
{
  for (gsize row = 0; row < self->n_rows; row++)
    {
      gsize hit = gf_bitset_get (target, row);
      guint n;

      if (!gf_atoms_looks_at (self, row))
        continue;

      const guint32 *members = gf_column_get_set (self->column, row, &n);

      for (guint i = 0; i < n; i++)
        {
          self->rows[members[i]]++;
          self->hits[members[i]] += hit;
        }
      if (n == 0)
        {
          self->rows[self->n_atoms]++;
          self->hits[self->n_atoms] += hit;
        }
    }
}

static void
count_codes (GfAtoms        *self,
             const GfBitset *target)
{
  if (self->among == NULL)
    for (gsize row = 0; row < self->n_rows; row++)
      self->rows[self->map[self->codes[row]]]++;
  else
    for (gsize row = 0; gf_bitset_next (self->among, &row); row++)
      self->rows[self->map[self->codes[row]]]++;
  for (gsize row = 0; gf_bitset_next (target, &row); row++)
    if (gf_atoms_looks_at (self, row))
      self->hits[self->map[self->codes[row]]]++;
}

/**
 * gf_atoms_count:
 * @self: the pieces of a column
 * @target: the customers that count as hits
 * @among: (nullable): the customers to look at, from now on; NULL for all
 *
 * Counts customers and hits of every piece in one pass over the rows.
 */
void
gf_atoms_count (GfAtoms        *self,
                const GfBitset *target,
                const GfBitset *among)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (gf_bitset_get_size (target) == self->n_rows);
  g_return_if_fail (among == NULL || gf_bitset_get_size (among) == self->n_rows);

  g_clear_pointer (&self->among, gf_bitset_unref);
  self->among = among != NULL ? gf_bitset_ref ((GfBitset *) among) : NULL;

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

static GfBitset *
keep_looked_at (const GfAtoms *self,
                GfBitset      *rows)
{
  if (self->among == NULL)
    return rows;

  GfBitset *looked_at = gf_bitset_and (rows, self->among);
  gf_bitset_unref (rows);

  return looked_at;
}

static gboolean
has_member (const GfAtoms *self,
            gsize          row,
            guint32        member)
{
  guint n;
  const guint32 *members = gf_column_get_set (self->column, row, &n);

  if (member == self->n_atoms)
    return n == 0;

  for (guint i = 0; i < n; i++)
    if (members[i] == member)
      return TRUE;

  return FALSE;
}

/**
 * gf_atoms_get:
 * @self: the pieces of a column that is no set
 * @row: a customer
 *
 * Returns: the customer's piece, n_atoms where the cell says nothing
 */
guint32
gf_atoms_get (const GfAtoms *self,
              gsize          row)
{
  g_return_val_if_fail (self != NULL && self->codes != NULL && row < self->n_rows, 0);

  return self->map[self->codes[row]];
}

/**
 * gf_atoms_match:
 * @self: the pieces of a column
 * @first: a piece, or n_atoms for the customers whose cell says nothing
 * @last: the same or a later one; the same for members of a set
 *
 * Returns: (transfer full): the rows to look at whose piece is one from @first to @last
 */
GfBitset *
gf_atoms_match (const GfAtoms *self,
                guint          first,
                guint          last)
{
  g_return_val_if_fail (self != NULL && first <= last && last <= self->n_atoms, NULL);

  GfBitset *rows = gf_bitset_new (self->n_rows);
  const guint32 *codes = self->codes;

  if (codes == NULL)
    {
      FILL_WORDS (rows, self->n_rows, has_member (self, row, first));
      return keep_looked_at (self, rows);
    }

  g_autofree guint8 *wanted = g_new0 (guint8, self->n_codes + 1);
  for (guint code = 0; code < self->n_codes; code++)
    wanted[code] = self->map[code] >= first && self->map[code] <= last;
  FILL_WORDS (rows, self->n_rows, wanted[codes[row]]);

  return keep_looked_at (self, rows);
}

static void
unref_rows (gpointer data)
{
  if (data != NULL)
    gf_bitset_unref (data);
}

/**
 * gf_atoms_match_each:
 * @self: the pieces of a column
 * @wanted: (array): for each piece, whether its customers are wanted
 *
 * Finds the customers of several pieces in one pass: gf_atoms_match() for each of them.
 *
 * Returns: (transfer full) (element-type GfBitset): for each piece its rows to look at, %NULL where not wanted
 */
GPtrArray *
gf_atoms_match_each (const GfAtoms  *self,
                     const gboolean *wanted)
{
  g_return_val_if_fail (self != NULL && wanted != NULL, NULL);

  GPtrArray *each = g_ptr_array_new_with_free_func (unref_rows);
  g_autofree GfBitset **of_code = g_new0 (GfBitset *, MAX (self->n_codes, self->n_atoms) + 1);

  for (guint i = 0; i < self->n_atoms; i++)
    g_ptr_array_add (each, wanted[i] ? gf_bitset_new (self->n_rows) : NULL);
  if (self->codes == NULL)
    {
      for (gsize row = 0; row < self->n_rows; row++)
        {
          guint n;
          const guint32 *members = gf_column_get_set (self->column, row, &n);

          for (guint i = 0; i < n; i++)
            if (wanted[members[i]] && gf_atoms_looks_at (self, row))
              gf_bitset_set (g_ptr_array_index (each, members[i]), row);
        }
      return each;
    }

  for (guint code = 0; code < self->n_codes; code++)
    if (self->map[code] < self->n_atoms)
      of_code[code] = g_ptr_array_index (each, self->map[code]);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      GfBitset *rows = of_code[self->codes[row]];

      if (rows != NULL && gf_atoms_looks_at (self, row))
        gf_bitset_set (rows, row);
    }

  return each;
}

/**
 * gf_atoms_match_any:
 * @self: the pieces of a column that is no set
 * @atoms: (element-type guint32): some of them
 *
 * Returns: (transfer full): the rows to look at whose piece is one of @atoms
 */
GfBitset *
gf_atoms_match_any (const GfAtoms *self,
                    const GArray  *atoms)
{
  g_return_val_if_fail (self != NULL && self->codes != NULL && atoms != NULL, NULL);

  GfBitset *rows = gf_bitset_new (self->n_rows);
  const guint32 *codes = self->codes;
  g_autofree guint8 *chosen = g_new0 (guint8, self->n_atoms + 1);
  g_autofree guint8 *wanted = g_new0 (guint8, self->n_codes + 1);

  for (guint i = 0; i < atoms->len; i++)
    chosen[g_array_index (atoms, guint32, i)] = 1;
  for (guint code = 0; code < self->n_codes; code++)
    wanted[code] = chosen[self->map[code]];
  FILL_WORDS (rows, self->n_rows, wanted[codes[row]]);

  return keep_looked_at (self, rows);
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
