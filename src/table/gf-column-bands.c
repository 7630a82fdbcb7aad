/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-values.h"

#include "gf-band.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double low;         /* NaN for a level that is no interval */
  double high;
  guint32 place;      /* in the order of appearance */
  char *text;         /* the first spelling */
  gboolean repaired;  /* which is not in any cell: made of a date */
} Level;

/**
 * gf_band_read:
 * @spec: a column of bands
 * @text: the text of a cell
 * @length: its bytes
 * @low: (out): the lower bound
 * @high: (out): the upper bound
 * @repaired: (out): whether it was a date that a spreadsheet had made of it
 *
 * Reads an interval as the column says.
 *
 * Returns: whether it is one
 */
gboolean
gf_band_read (const GfColumnSpec *spec,
              const char         *text,
              gsize               length,
              double             *low,
              double             *high,
              gboolean           *repaired)
{
  int first, second;

  *repaired = FALSE;
  if (gf_band_parse (text, length, low, high))
    return TRUE;
  if (!spec->repair || !gf_band_repair (text, length, &first, &second))
    return FALSE;
  *low = first;
  *high = second;
  *repaired = TRUE;

  return TRUE;
}

static void
level_clear (gpointer data)
{
  g_free (((Level *) data)->text);
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const Level *left = a, *right = b;

  if (isnan (left->low) != isnan (right->low))
    return isnan (left->low) ? 1 : -1;
  if (!isnan (left->low) && left->low != right->low)
    return left->low < right->low ? -1 : 1;
  if (!isnan (left->low) && left->high != right->high)
    return left->high < right->high ? -1 : 1;

  return left->place < right->place ? -1 : left->place > right->place;
}

/* The level of a text: that of the same interval, or of the same text if it is none. */
static guint32
find_or_add (GArray             *levels,
             GHashTable         *by_key,
             const GfColumnSpec *spec,
             const char         *text,
             gsize               length)
{
  double low, high;
  gboolean repaired;
  gboolean is_band = gf_band_read (spec, text, length, &low, &high, &repaired);
  g_autofree char *key = is_band ? g_strdup_printf ("%.17g %.17g", low, high)
                                 : g_strdup_printf ("=%.*s", (int) length, text);
  gpointer found;

  if (g_hash_table_lookup_extended (by_key, key, NULL, &found))
    {
      Level *level = &g_array_index (levels, Level, GPOINTER_TO_UINT (found));

      if (level->repaired && !repaired)
        {
          g_free (level->text);
          level->text = g_strndup (text, length);
          level->repaired = FALSE;
        }
      return level->place;
    }

  Level level = { is_band ? low : NAN, is_band ? high : NAN, levels->len, NULL, repaired };
  level.text = repaired ? g_strdup_printf ("%.0f-%.0f", low, high) : g_strndup (text, length);
  g_hash_table_insert (by_key, g_steal_pointer (&key), GUINT_TO_POINTER (level.place));
  g_array_append_val (levels, level);

  return level.place;
}

/**
 * gf_column_values_build_bands:
 * @self: (inout): empty values
 * @spec: a category of bands
 * @cells: its texts, coded
 *
 * Makes the levels of a column of bands.
 */
void
gf_column_values_build_bands (GfColumnValues     *self,
                              const GfColumnSpec *spec,
                              const GfCells      *cells)
{
  gsize n_rows = gf_cells_get_n_rows (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  const guint32 *codes = gf_cells_get_codes (cells);
  gsize n_used;
  g_autofree guint32 *order = gf_cells_order_of_appearance (cells, &n_used);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GfCellsBuilder *builder = gf_cells_builder_new ();

  g_array_set_clear_func (levels, level_clear);
  self->level_of = g_new (guint32, MAX (n_texts, 1));
  for (gsize i = 0; i < n_texts; i++)
    self->level_of[i] = GF_CODE_MISSING;
  for (gsize i = 0; i < n_used; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, order[i], &length);

      gf_text_trim (&text, &length);
      if (!gf_column_spec_is_missing (spec, text, length))
        self->level_of[order[i]] = find_or_add (levels, by_key, spec, text, length);
    }

  g_array_sort (levels, compare_levels);
  g_autofree guint32 *code_of_place = g_new (guint32, MAX (levels->len, 1));
  self->bands = g_new (double, 2 * MAX (levels->len, 1));
  for (guint i = 0; i < levels->len; i++)
    {
      const Level *level = &g_array_index (levels, Level, i);

      code_of_place[level->place] = gf_cells_builder_intern (builder, level->text,
                                                             strlen (level->text));
      self->bands[2 * i] = level->low;
      self->bands[2 * i + 1] = level->high;
    }
  self->levels = gf_cells_builder_finish (builder);
  for (gsize i = 0; i < n_texts; i++)
    if (self->level_of[i] != GF_CODE_MISSING)
      self->level_of[i] = code_of_place[self->level_of[i]];
  for (gsize row = 0; row < n_rows; row++)
    self->n_filled += self->level_of[codes[row]] != GF_CODE_MISSING;
}
