/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-values.h"

#include "gf-number.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

/**
 * gf_column_is_na_text:
 * @spec: a column
 * @cells: its texts
 *
 * Says whether "NA" is Namibia here: the column is of countries, or nearly all of its texts are
 * two capitals.
 *
 * Returns: whether "NA" is a text like others
 */
gboolean
gf_column_is_na_text (const GfColumnSpec *spec,
                      const GfCells      *cells)
{
  gsize n_texts = MIN (gf_cells_get_n_texts (cells), 1024);
  gsize n_codes = 0, n_other = 0;

  if (spec->type != GF_COLUMN_CATEGORY && spec->type != GF_COLUMN_SET &&
      spec->type != GF_COLUMN_TEXT)
    return FALSE;

  g_autofree char *name = gf_text_fold (spec->name, strlen (spec->name));
  if (strstr (name, "country") != NULL || strstr (name, "land") == name)
    return TRUE;

  for (gsize i = 0; i < n_texts; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);

      gf_text_trim (&text, &length);
      if (length == 0 || gf_text_is_missing (text, length, FALSE))
        continue;
      if (length == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]))
        n_codes++;
      else
        n_other++;
    }

  return n_codes >= 3 && n_codes >= 4 * n_other;
}

static double
read_number (const GfColumnSpec *spec,
             const char         *text,
             gsize               length)
{
  GfNumber number;
  gint32 days;
  gboolean flag;

  switch (spec->type)
    {
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
      return gf_number_parse (text, length, spec->decimal != 0 ? spec->decimal : '.', &number)
               ? number.value : NAN;
    case GF_COLUMN_DATE:
      return gf_date_parse (text, length, spec->date_order, &days) ? (double) days : NAN;
    case GF_COLUMN_FLAG:
      return gf_text_parse_flag (text, length, &flag) ? (double) flag : NAN;
    case GF_COLUMN_CATEGORY:
    case GF_COLUMN_SET:
    case GF_COLUMN_TEXT:
    default:
      return NAN;
    }
}

static void
count_cell (GfColumnValues *values,
            gboolean        filled,
            const char     *text,
            gsize           length)
{
  if (filled)
    values->n_filled++;
  else if (!gf_text_is_missing (text, length, FALSE))
    values->n_unreadable++;
}

static void
build_numbers (GfColumnValues     *values,
               const GfColumnSpec *spec,
               const GfCells      *cells)
{
  gsize n_rows = gf_cells_get_n_rows (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  const guint32 *codes = gf_cells_get_codes (cells);
  gsize length;

  values->numbers = g_new (double, MAX (n_rows, 1));
  if (codes == NULL)
    {
      for (gsize row = 0; row < n_rows; row++)
        {
          const char *text = gf_cells_get_text (cells, row, &length);

          values->numbers[row] = read_number (spec, text, length);
          count_cell (values, !isnan (values->numbers[row]), text, length);
        }
      return;
    }

  g_autofree double *by_text = g_new (double, MAX (n_texts, 1));
  g_autofree guint8 *unreadable = g_new0 (guint8, MAX (n_texts, 1));
  for (gsize i = 0; i < n_texts; i++)
    {
      const char *text = gf_cells_get_text (cells, i, &length);

      by_text[i] = read_number (spec, text, length);
      unreadable[i] = isnan (by_text[i]) && !gf_text_is_missing (text, length, FALSE);
    }
  for (gsize row = 0; row < n_rows; row++)
    {
      values->numbers[row] = by_text[codes[row]];
      values->n_filled += !isnan (values->numbers[row]);
      values->n_unreadable += unreadable[codes[row]];
    }
}

/* Flags have their two levels as the data first spell them. */
static void
build_flag_levels (GfColumnValues *values,
                   const GfCells  *cells)
{
  gsize n_texts = gf_cells_get_n_texts (cells);
  const char *spelled[2] = { "No", "Yes" };
  gsize lengths[2] = { 2, 3 };
  gboolean seen[2] = { FALSE, FALSE };
  GfCellsBuilder *levels = gf_cells_builder_new ();

  values->level_of = g_new (guint32, MAX (n_texts, 1));
  for (gsize i = 0; i < n_texts; i++)
    {
      gsize length;
      gboolean flag;
      const char *text = gf_cells_get_text (cells, i, &length);

      values->level_of[i] = GF_CODE_MISSING;
      if (!gf_text_parse_flag (text, length, &flag))
        continue;
      values->level_of[i] = flag;
      if (seen[flag])
        continue;
      gf_text_trim (&text, &length);
      spelled[flag] = text;
      lengths[flag] = length;
      seen[flag] = TRUE;
    }

  for (int flag = 0; flag <= 1; flag++)
    gf_cells_builder_intern (levels, spelled[flag], lengths[flag]);
  values->levels = gf_cells_builder_finish (levels);
}

/* The texts of @cells in the order of their first rows; those that no row has any more are left
   out. */
static guint32 *
order_of_appearance (const GfCells *cells,
                     gsize         *n_used)
{
  gsize n_rows = gf_cells_get_n_rows (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  const guint32 *codes = gf_cells_get_codes (cells);
  guint32 *order = g_new (guint32, MAX (n_texts, 1));
  g_autofree guint8 *seen = g_new0 (guint8, MAX (n_texts, 1));

  *n_used = 0;
  for (gsize row = 0; row < n_rows && *n_used < n_texts; row++)
    if (!seen[codes[row]])
      {
        seen[codes[row]] = 1;
        order[(*n_used)++] = codes[row];
      }

  return order;
}

static void
build_levels (GfColumnValues     *values,
              const GfColumnSpec *spec,
              const GfCells      *cells)
{
  gsize n_rows = gf_cells_get_n_rows (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  const guint32 *codes = gf_cells_get_codes (cells);
  gboolean na_is_text = gf_column_is_na_text (spec, cells);
  gsize n_used;
  g_autofree guint32 *order = order_of_appearance (cells, &n_used);
  GfCellsBuilder *levels = gf_cells_builder_new ();

  values->level_of = g_new (guint32, MAX (n_texts, 1));
  for (gsize i = 0; i < n_texts; i++)
    values->level_of[i] = GF_CODE_MISSING;
  for (gsize i = 0; i < n_used; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, order[i], &length);

      gf_text_trim (&text, &length);
      if (!gf_text_is_missing (text, length, na_is_text))
        values->level_of[order[i]] = gf_cells_builder_intern (levels, text, length);
    }
  values->levels = gf_cells_builder_finish (levels);
  for (gsize row = 0; row < n_rows; row++)
    values->n_filled += values->level_of[codes[row]] != GF_CODE_MISSING;
}

static void
build_sets (GfColumnValues     *values,
            const GfColumnSpec *spec,
            const GfCells      *cells)
{
  gsize n_rows = gf_cells_get_n_rows (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  const guint32 *codes = gf_cells_get_codes (cells);
  char separator = spec->separator != 0 ? spec->separator : ';';
  gboolean na_is_text = gf_column_is_na_text (spec, cells);
  gsize n_used;
  g_autofree guint32 *order = order_of_appearance (cells, &n_used);
  g_autofree guint32 *lengths = g_new0 (guint32, MAX (n_texts, 1));
  g_autofree guint32 *starts = g_new0 (guint32, MAX (n_texts, 1));
  GfCellsBuilder *levels = gf_cells_builder_new ();
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = 0; i < n_used; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, order[i], &length);
      const char *end = text + length;

      starts[order[i]] = runs->len;
      while (text <= end)
        {
          const char *stop = memchr (text, separator, (gsize) (end - text));
          const char *member = text;
          gsize size = (gsize) ((stop != NULL ? stop : end) - text);

          text += size + 1;
          gf_text_trim (&member, &size);
          if (gf_text_is_missing (member, size, na_is_text))
            continue;

          guint32 code = gf_cells_builder_intern (levels, member, size);
          gboolean twice = FALSE;
          for (guint j = starts[order[i]]; j < runs->len; j++)
            twice |= g_array_index (runs, guint32, j) == code;
          if (!twice)
            g_array_append_val (runs, code);
        }
      lengths[order[i]] = runs->len - starts[order[i]];
    }

  values->levels = gf_cells_builder_finish (levels);

  /* Laid out by text code: start and length beside each other. */
  values->set_starts = g_new (guint32, 2 * MAX (n_texts, 1));
  for (gsize i = 0; i < n_texts; i++)
    {
      values->set_starts[2 * i] = starts[i];
      values->set_starts[2 * i + 1] = lengths[i];
    }
  values->set_codes = g_memdup2 (runs->data, MAX (runs->len, 1) * sizeof (guint32));
  if (values->set_codes == NULL)
    values->set_codes = g_new0 (guint32, 1);
  for (gsize row = 0; row < n_rows; row++)
    values->n_filled += lengths[codes[row]] > 0;
}

static void
build_text (GfColumnValues     *values,
            const GfColumnSpec *spec,
            const GfCells      *cells)
{
  gsize n_rows = gf_cells_get_n_rows (cells);
  gboolean na_is_text = gf_column_is_na_text (spec, cells);

  for (gsize row = 0; row < n_rows; row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);

      values->n_filled += !gf_text_is_missing (text, length, na_is_text);
    }
}

/**
 * gf_column_values_new:
 * @spec: how to read the texts
 * @cells: the texts; coded for categories, sets and flags
 *
 * Reads all texts of a column as its type says.
 *
 * Returns: (transfer full): the values
 */
GfColumnValues *
gf_column_values_new (const GfColumnSpec *spec,
                      const GfCells      *cells)
{
  GfColumnValues *self = g_new0 (GfColumnValues, 1);

  g_atomic_ref_count_init (&self->ref_count);
  switch (spec->type)
    {
    case GF_COLUMN_CATEGORY:
      build_levels (self, spec, cells);
      break;
    case GF_COLUMN_SET:
      build_sets (self, spec, cells);
      break;
    case GF_COLUMN_FLAG:
      build_numbers (self, spec, cells);
      build_flag_levels (self, cells);
      break;
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
    case GF_COLUMN_DATE:
      build_numbers (self, spec, cells);
      break;
    case GF_COLUMN_TEXT:
    default:
      build_text (self, spec, cells);
      break;
    }

  return self;
}

/**
 * gf_column_values_unref:
 * @self: (transfer full): values
 *
 * Frees the values with the last reference.
 */
void
gf_column_values_unref (GfColumnValues *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->numbers);
  g_free (self->level_of);
  g_free (self->set_starts);
  g_free (self->set_codes);
  g_clear_pointer (&self->levels, gf_cells_unref);
  g_free (self);
}
