/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-values.h"

#include "gf-column-name.h"
#include "gf-column-summary.h"
#include "gf-list-reader.h"
#include "gf-number.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

/* What is noted of a text beside its number. */
enum
{
  IS_FILLED = 1 << 0,
  IS_UNREADABLE = 1 << 1,
  IS_FOREIGN = 1 << 2,
};

/* Two capitals, or what the regions of the world are called beside "NA". */
static gboolean
is_place_code (const char *text,
               gsize       length)
{
  static const char * const regions[] = { "emea", "apac", "latam", "amer", "anz", "row", "dach" };

  if (length == 2)
    return g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    if (gf_text_equal_ascii (text, length, regions[i]))
      return TRUE;

  return FALSE;
}

/**
 * gf_column_settle_na:
 * @spec: (inout): a column
 * @cells: its texts
 *
 * Decides whether "NA" is Namibia or North America here, unless that has been chosen: the column is
 * of places by its name, or nearly all of its texts are two capitals. Then it is one of the texts
 * that are not missing.
 */
void
gf_column_settle_na (GfColumnSpec  *spec,
                     const GfCells *cells)
{
  gsize n_texts = MIN (gf_cells_get_n_texts (cells), 1024);
  gsize n_codes = 0, n_other = 0;

  if (spec->type != GF_COLUMN_CATEGORY && spec->type != GF_COLUMN_SET &&
      spec->type != GF_COLUMN_TEXT)
    return;
  /* "NA" among the missing: somebody chose so. */
  if ((spec->missing != NULL && g_strv_contains ((const char * const *) spec->missing, "NA")) ||
      (spec->not_missing != NULL &&
       g_strv_contains ((const char * const *) spec->not_missing, "NA")))
    return;
  if (gf_column_name_is_place (spec->name))
    {
      gf_column_spec_set_missing (spec, "NA", FALSE);
      return;
    }

  for (gsize i = 0; i < n_texts; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);

      gf_text_trim (&text, &length);
      if (length == 0 || gf_text_is_missing (text, length, FALSE))
        continue;
      if (is_place_code (text, length))
        n_codes++;
      else
        n_other++;
    }

  if (n_codes >= 3 && n_codes >= 4 * n_other)
    gf_column_spec_set_missing (spec, "NA", FALSE);
}

/* The number that a text is, NaN if none; @foreign when it is money in another currency. */
static double
read_number (const GfColumnSpec *spec,
             const char         *text,
             gsize               length,
             gboolean           *foreign)
{
  GfNumber number;
  gint32 days;
  gboolean flag;

  *foreign = FALSE;
  switch (spec->type)
    {
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
      if (!gf_number_parse (text, length, spec->decimal != 0 ? spec->decimal : '.', &number))
        return NAN;
      if (spec->type == GF_COLUMN_NUMBER && gf_number_is_lone_m (&number))
        return NAN;
      *foreign = number.currency[0] != '\0' && spec->currency != NULL &&
                 strcmp (number.currency, spec->currency) != 0;
      /* Among percentages a number without the sign is one too. */
      return spec->percent && (number.traits & GF_NUMBER_PERCENT) == 0 ? number.value / 100 : number.value;
    case GF_COLUMN_DATE:
      if (gf_date_parse (text, length, spec->date_order, &days))
        return (double) days;
      return spec->date_numbers != GF_DATE_NUMBERS_NONE &&
             gf_date_parse_number (text, length, spec->date_numbers, &days) ? (double) days : NAN;
    case GF_COLUMN_FLAG:
      if (gf_text_parse_flag (text, length, &flag))
        return (double) flag;
      gf_text_trim (&text, &length);
      return spec->blank_is_no && (length == 0 || (length == 1 && *text == '-')) ? 0 : NAN;
    case GF_COLUMN_CATEGORY:
    case GF_COLUMN_SET:
    case GF_COLUMN_TEXT:
    default:
      return NAN;
    }
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

  if (codes == NULL)
    {
      values->numbers = g_new (double, MAX (n_rows, 1));
      for (gsize row = 0; row < n_rows; row++)
        {
          const char *text = gf_cells_get_text (cells, row, &length);
          gboolean foreign;

          values->numbers[row] = read_number (spec, text, length, &foreign);
          values->n_foreign += (gsize) foreign;
          if (!isnan (values->numbers[row]))
            values->n_filled++;
          else if (!gf_column_spec_is_missing (spec, text, length))
            values->n_unreadable++;
        }
      return;
    }

  double *by_text = values->by_text = g_new (double, MAX (n_texts, 1));
  g_autofree guint8 *marks = g_new0 (guint8, MAX (n_texts, 1));
  for (gsize i = 0; i < n_texts; i++)
    {
      const char *text = gf_cells_get_text (cells, i, &length);
      gboolean foreign;

      by_text[i] = read_number (spec, text, length, &foreign);
      marks[i] = (isnan (by_text[i]) ? 0 : IS_FILLED) | (foreign ? IS_FOREIGN : 0);
      if (isnan (by_text[i]) && !gf_column_spec_is_missing (spec, text, length))
        marks[i] |= IS_UNREADABLE;
    }
  for (gsize row = 0; row < n_rows; row++)
    {
      guint8 mark = marks[codes[row]];

      values->n_filled += (mark & IS_FILLED) != 0;
      values->n_unreadable += (mark & IS_UNREADABLE) != 0;
      values->n_foreign += (mark & IS_FOREIGN) != 0;
    }
}

/* Flags have their two levels as the data first spell them. */
static void
build_flag_levels (GfColumnValues     *values,
                   const GfColumnSpec *spec,
                   const GfCells      *cells)
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
      gboolean foreign;
      const char *text = gf_cells_get_text (cells, i, &length);
      double value = read_number (spec, text, length, &foreign);

      values->level_of[i] = isnan (value) ? GF_CODE_MISSING : (guint32) value;
      if (isnan (value))
        continue;

      gboolean flag = value > 0;
      gf_text_trim (&text, &length);
      if (seen[flag] || length == 0 || *text == '-')
        continue;
      spelled[flag] = text;
      lengths[flag] = length;
      seen[flag] = TRUE;
    }

  for (int flag = 0; flag <= 1; flag++)
    gf_cells_builder_intern (levels, spelled[flag], lengths[flag]);
  values->levels = gf_cells_builder_finish (levels);
}

/**
 * gf_cells_order_of_appearance:
 * @cells: coded texts
 * @n_used: (out): how many texts a row has
 *
 * Returns: (transfer full): the codes of the texts in the order of their first rows; those that no
 *   row has any more are left out
 */
guint32 *
gf_cells_order_of_appearance (const GfCells *cells,
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
  gsize n_used;
  g_autofree guint32 *order = gf_cells_order_of_appearance (cells, &n_used);
  GfCellsBuilder *levels = gf_cells_builder_new ();

  values->level_of = g_new (guint32, MAX (n_texts, 1));
  for (gsize i = 0; i < n_texts; i++)
    values->level_of[i] = GF_CODE_MISSING;
  for (gsize i = 0; i < n_used; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, order[i], &length);

      gf_text_trim (&text, &length);
      if (gf_column_spec_is_missing (spec, text, length))
        continue;
      gf_text_strip_mark (&text, &length);
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
  gboolean quoted = gf_list_has_quoted_members (cells, separator);
  gsize n_used;
  g_autofree guint32 *order = gf_cells_order_of_appearance (cells, &n_used);
  g_autofree guint32 *lengths = g_new0 (guint32, MAX (n_texts, 1));
  g_autofree guint32 *starts = g_new0 (guint32, MAX (n_texts, 1));
  GfCellsBuilder *levels = gf_cells_builder_new ();
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = 0; i < n_used; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, order[i], &length);
      const char *member;
      gsize size;
      GfListReader reader;

      starts[order[i]] = runs->len;
      gf_list_reader_init (&reader, text, length, separator, quoted);
      while (gf_list_reader_next (&reader, &member, &size))
        {
          if (gf_column_spec_is_missing (spec, member, size))
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

  for (gsize row = 0; row < n_rows; row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);

      values->n_filled += !gf_column_spec_is_missing (spec, text, length);
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
      if (spec->bands)
        gf_column_values_build_bands (self, spec, cells);
      else
        build_levels (self, spec, cells);
      break;
    case GF_COLUMN_SET:
      build_sets (self, spec, cells);
      break;
    case GF_COLUMN_FLAG:
      build_numbers (self, spec, cells);
      build_flag_levels (self, spec, cells);
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
 * gf_column_values_have_numbers:
 * @self: values
 *
 * Returns: whether they are of a type that has numbers
 */
gboolean
gf_column_values_have_numbers (const GfColumnValues *self)
{
  return self->by_text != NULL || self->numbers != NULL;
}

/**
 * gf_column_values_get_number:
 * @self: values that have numbers
 * @cells: the texts they were made of
 * @row: a row
 *
 * Returns: the number of the row, NaN when missing
 */
double
gf_column_values_get_number (const GfColumnValues *self,
                             const GfCells        *cells,
                             gsize                 row)
{
  return self->by_text != NULL ? self->by_text[gf_cells_get_codes (cells)[row]] : self->numbers[row];
}

/**
 * gf_column_values_get_numbers:
 * @self: values
 * @cells: the texts they were made of
 *
 * Gives the numbers of all rows. Of coded texts they are laid out when first asked for, from any
 * thread, and stay; O(rows) then.
 *
 * Returns: (transfer none) (nullable): the numbers, %NULL when the type has none
 */
const double *
gf_column_values_get_numbers (GfColumnValues *self,
                              const GfCells  *cells)
{
  double *numbers = g_atomic_pointer_get (&self->numbers);

  if (numbers != NULL || self->by_text == NULL)
    return numbers;

  gsize n_rows = gf_cells_get_n_rows (cells);
  const guint32 *codes = gf_cells_get_codes (cells);

  numbers = g_new (double, MAX (n_rows, 1));
  for (gsize row = 0; row < n_rows; row++)
    numbers[row] = self->by_text[codes[row]];
  /* Another thread may have been quicker: theirs are the same, and may be in use. */
  if (!g_atomic_pointer_compare_and_exchange (&self->numbers, NULL, numbers))
    {
      g_free (numbers);
      numbers = g_atomic_pointer_get (&self->numbers);
    }

  return numbers;
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
  g_free (self->by_text);
  if (self->summary != NULL)
    gf_column_summary_unref (self->summary);
  g_free (self->level_of);
  g_free (self->bands);
  g_free (self->set_starts);
  g_free (self->set_codes);
  g_clear_pointer (&self->levels, gf_cells_unref);
  g_free (self);
}
