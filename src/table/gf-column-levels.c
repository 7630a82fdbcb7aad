/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-private.h"

#include "gf-band.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

/**
 * gf_column_get_n_levels:
 * @self: a column
 *
 * Returns: how many levels a category, set or flag has; 0 for other types
 */
guint
gf_column_get_n_levels (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->values->levels != NULL ? (guint) gf_cells_get_n_texts (self->values->levels) : 0;
}

/**
 * gf_column_get_level:
 * @self: a column
 * @code: a level's code
 *
 * Returns: (nullable): its text; %NULL for GF_CODE_MISSING or an unknown code
 */
const char *
gf_column_get_level (const GfColumn *self,
                     guint32         code)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->values->levels == NULL || code >= gf_cells_get_n_texts (self->values->levels))
    return NULL;

  return gf_cells_get_text (self->values->levels, code, NULL);
}

/**
 * gf_column_get_band:
 * @self: a column
 * @code: a level's code
 * @low: (out): the lower bound as written, -INFINITY if open
 * @high: (out): the upper bound as written, INFINITY if open
 *
 * Gives the interval that a level of a column of bands stands for.
 *
 * Returns: whether there is one; FALSE for levels that are none ("unknown") and for other columns
 */
gboolean
gf_column_get_band (const GfColumn *self,
                    guint32         code,
                    double         *low,
                    double         *high)
{
  g_return_val_if_fail (self != NULL && low != NULL && high != NULL, FALSE);

  const double *bounds = self->values->bands;
  if (bounds == NULL || code >= gf_column_get_n_levels (self) || isnan (bounds[2 * code]))
    return FALSE;
  *low = bounds[2 * code];
  *high = bounds[2 * code + 1];

  return TRUE;
}

/**
 * gf_column_find_level:
 * @self: a column
 * @level: (nullable): the text of a level; of a flag any spelling of yes or no, of bands any
 *   spelling of the interval
 * @code: (out): its code
 *
 * Looks a level up; O(levels).
 *
 * Returns: whether there is one
 */
gboolean
gf_column_find_level (const GfColumn *self,
                      const char     *level,
                      guint32        *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  if (level == NULL || self->values->levels == NULL)
    return FALSE;
  for (guint i = 0; i < gf_column_get_n_levels (self); i++)
    if (strcmp (gf_cells_get_text (self->values->levels, i, NULL), level) == 0)
      {
        *code = i;
        return TRUE;
      }

  gboolean flag;
  if (self->spec.type == GF_COLUMN_FLAG && gf_text_parse_flag (level, strlen (level), &flag))
    {
      *code = (guint32) flag;
      return TRUE;
    }

  double low, high, level_low, level_high;
  if (self->values->bands != NULL && gf_band_parse (level, strlen (level), &low, &high))
    for (guint i = 0; i < gf_column_get_n_levels (self); i++)
      if (gf_column_get_band (self, i, &level_low, &level_high) && level_low == low &&
          level_high == high)
        {
          *code = i;
          return TRUE;
        }

  return FALSE;
}

/**
 * gf_column_get_code:
 * @self: a column
 * @row: a row
 *
 * Returns: the level of a category or flag; GF_CODE_MISSING when missing or of another type
 */
guint32
gf_column_get_code (const GfColumn *self,
                    gsize           row)
{
  g_return_val_if_fail (self != NULL && row < gf_cells_get_n_rows (self->cells), GF_CODE_MISSING);

  if (self->values->level_of == NULL)
    return GF_CODE_MISSING;

  return self->values->level_of[_gf_column_text_code (self, row)];
}

/**
 * gf_column_copy_codes:
 * @self: a column
 * @codes: (out caller-allocates): room for a code of each row
 *
 * Writes gf_column_get_code() of all rows, faster than one by one.
 */
void
gf_column_copy_codes (const GfColumn *self,
                      guint32        *codes)
{
  g_return_if_fail (self != NULL && codes != NULL);

  const guint32 *text_codes = gf_cells_get_codes (self->cells);
  const guint32 *level_of = self->values->level_of;
  gsize n_rows = gf_cells_get_n_rows (self->cells);

  for (gsize row = 0; row < n_rows; row++)
    codes[row] = level_of != NULL ? level_of[text_codes[row]] : GF_CODE_MISSING;
}

/**
 * gf_column_get_set:
 * @self: a column
 * @row: a row
 * @n_codes: (out): how many levels
 *
 * Returns: (transfer none): the levels the row has of a set column; @n_codes is 0 when missing or
 *   of another type
 */
const guint32 *
gf_column_get_set (const GfColumn *self,
                   gsize           row,
                   guint          *n_codes)
{
  g_return_val_if_fail (n_codes != NULL, NULL);
  *n_codes = 0;
  g_return_val_if_fail (self != NULL && row < gf_cells_get_n_rows (self->cells), NULL);

  if (self->values->set_starts == NULL)
    return NULL;

  gsize code = _gf_column_text_code (self, row);
  *n_codes = self->values->set_starts[2 * code + 1];

  return self->values->set_codes + self->values->set_starts[2 * code];
}

/**
 * gf_column_dup_missing:
 * @self: a column
 *
 * Lists the texts found in the column that count as missing, blank ones apart, each spelling once;
 * O(texts).
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts in the order they were found
 */
char **
gf_column_dup_missing (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n_texts = gf_cells_get_n_texts (self->cells);

  for (gsize i = 0; i < n_texts; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (self->cells, i, &length);

      if (!gf_column_spec_is_missing (&self->spec, text, length))
        continue;
      gf_text_trim (&text, &length);

      char *spelled = g_strndup (text, length);
      if (length > 0 && !g_hash_table_contains (seen, spelled))
        g_strv_builder_add (builder, spelled);
      g_hash_table_add (seen, spelled);
    }

  return g_strv_builder_end (builder);
}
