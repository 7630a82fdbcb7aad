/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column.h"

#include "gf-column-private.h"
#include "gf-infer.h"
#include "gf-number.h"
#include "gf-table-error.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (gf-table-error-quark, gf_table_error)

G_DEFINE_BOXED_TYPE (GfColumn, gf_column, gf_column_ref, gf_column_unref)

static GfColumn *
column_alloc (const GfColumnSpec *spec)
{
  GfColumn *self = g_new0 (GfColumn, 1);
  g_autofree GfColumnSpec *copy = gf_column_spec_copy (spec);

  g_atomic_ref_count_init (&self->ref_count);
  self->spec = *copy;
  if (self->spec.name == NULL)
    self->spec.name = g_strdup ("");

  return self;
}

/**
 * gf_column_new:
 * @spec: how to read the texts
 * @cells: the texts; a reference is taken
 *
 * Makes a column. Cells that are no value of the type are missing and keep their text.
 *
 * Returns: (transfer full): the column
 */
GfColumn *
gf_column_new (const GfColumnSpec *spec,
               GfCells            *cells)
{
  g_return_val_if_fail (spec != NULL && cells != NULL, NULL);

  GfColumn *self = column_alloc (spec);

  /* Categories, sets and flags are read by their texts, each once. */
  if (spec->type == GF_COLUMN_CATEGORY || spec->type == GF_COLUMN_SET ||
      spec->type == GF_COLUMN_FLAG)
    self->cells = gf_cells_to_coded (cells);
  else
    self->cells = gf_cells_ref (cells);
  gf_column_settle_na (&self->spec, self->cells);
  self->values = gf_column_values_new (&self->spec, self->cells);

  return self;
}

/**
 * gf_column_new_from_cells:
 * @spec: how to read the texts
 * @cells: (array length=n_rows): the text of each row; %NULL is an empty cell
 * @n_rows: how many rows
 *
 * Makes a column of texts.
 *
 * Returns: (transfer full): the column
 */
GfColumn *
gf_column_new_from_cells (const GfColumnSpec *spec,
                          const char * const *cells,
                          gsize               n_rows)
{
  g_return_val_if_fail (spec != NULL && (cells != NULL || n_rows == 0), NULL);

  GfCellsBuilder *builder = gf_cells_builder_new ();

  for (gsize row = 0; row < n_rows; row++)
    {
      const char *text = cells[row] != NULL ? cells[row] : "";
      gf_cells_builder_add (builder, text, strlen (text));
    }

  g_autoptr (GfCells) texts = gf_cells_builder_finish (builder);

  return gf_column_new (spec, texts);
}

/**
 * gf_column_new_typed:
 * @name: the column's name
 * @type: its type
 * @cells: (array length=n_rows): the text of each row; %NULL is an empty cell
 * @n_rows: how many rows
 *
 * Makes a column of texts with the usual marks (full stop, ';', ISO dates) and the role that
 * belongs to the type: value for numbers and money, date for dates, ignore for text, attribute
 * else.
 *
 * Returns: (transfer full): the column
 */
GfColumn *
gf_column_new_typed (const char         *name,
                     GfColumnType        type,
                     const char * const *cells,
                     gsize               n_rows)
{
  GfColumnSpec spec = { .name = (char *) name, .type = type, .role = GF_ROLE_ATTRIBUTE };

  if (type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY)
    spec.role = GF_ROLE_VALUE;
  else if (type == GF_COLUMN_DATE)
    spec.role = GF_ROLE_DATE;
  else if (type == GF_COLUMN_TEXT)
    spec.role = GF_ROLE_IGNORE;

  return gf_column_new_from_cells (&spec, cells, n_rows);
}

/**
 * gf_column_new_categories:
 * @name: the column's name
 * @cells: (array length=n_rows): the level of each row; %NULL is missing
 * @n_rows: how many rows
 *
 * Makes an attribute of categories.
 *
 * Returns: (transfer full): the column
 */
GfColumn *
gf_column_new_categories (const char         *name,
                          const char * const *cells,
                          gsize               n_rows)
{
  return gf_column_new_typed (name, GF_COLUMN_CATEGORY, cells, n_rows);
}

/**
 * gf_column_new_numbers:
 * @name: the column's name
 * @values: (array length=n_rows): the number of each row; NaN is missing
 * @n_rows: how many rows
 *
 * Makes a value column of numbers.
 *
 * Returns: (transfer full): the column
 */
GfColumn *
gf_column_new_numbers (const char   *name,
                       const double *values,
                       gsize         n_rows)
{
  g_return_val_if_fail (values != NULL || n_rows == 0, NULL);

  GfColumnSpec spec = {
    .name = (char *) name, .type = GF_COLUMN_NUMBER, .role = GF_ROLE_VALUE, .decimal = '.',
  };
  GfCellsBuilder *builder = gf_cells_builder_new ();

  for (gsize row = 0; row < n_rows; row++)
    {
      g_autofree char *text = gf_number_to_text (values[row]);
      gf_cells_builder_add (builder, text, strlen (text));
    }

  g_autoptr (GfCells) texts = gf_cells_builder_finish (builder);

  return gf_column_new (&spec, texts);
}

/**
 * gf_column_ref:
 * @self: a column
 *
 * Returns: (transfer full): @self
 */
GfColumn *
gf_column_ref (GfColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_column_unref:
 * @self: (transfer full): a column
 *
 * Frees the column with the last reference.
 */
void
gf_column_unref (GfColumn *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  gf_column_spec_clear (&self->spec);
  gf_column_values_unref (self->values);
  gf_cells_unref (self->cells);
  g_free (self);
}

/**
 * gf_column_get_name:
 * @self: a column
 *
 * Returns: its name, never %NULL
 */
const char *
gf_column_get_name (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->spec.name;
}

/**
 * gf_column_get_column_type:
 * @self: a column
 *
 * Returns: its type
 */
GfColumnType
gf_column_get_column_type (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, GF_COLUMN_TEXT);

  return self->spec.type;
}

/**
 * gf_column_get_role:
 * @self: a column
 *
 * Returns: what the column is used for
 */
GfColumnRole
gf_column_get_role (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, GF_ROLE_IGNORE);

  return self->spec.role;
}

/**
 * gf_column_get_currency:
 * @self: a column
 *
 * Returns: (nullable): the ISO code of a money column, %NULL if unknown; gf_currency_get_sign()
 *   shows it
 */
const char *
gf_column_get_currency (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->spec.currency;
}

/**
 * gf_column_get_spec:
 * @self: a column
 *
 * Returns: (transfer none): how its texts are read
 */
const GfColumnSpec *
gf_column_get_spec (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->spec;
}

/**
 * gf_column_get_cells:
 * @self: a column
 *
 * Returns: (transfer none): its texts
 */
GfCells *
gf_column_get_cells (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cells;
}

/**
 * gf_column_get_n_rows:
 * @self: a column
 *
 * Returns: the number of rows
 */
gsize
gf_column_get_n_rows (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return gf_cells_get_n_rows (self->cells);
}

/**
 * gf_column_count_filled:
 * @self: a column
 *
 * Returns: how many rows have a value
 */
gsize
gf_column_count_filled (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->values->n_filled;
}

/**
 * gf_column_count_unreadable:
 * @self: a column
 *
 * Returns: how many rows have a text that is no value of the type
 */
gsize
gf_column_count_unreadable (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->values->n_unreadable;
}

/**
 * gf_column_count_foreign:
 * @self: a column
 *
 * Returns: how many rows of a money column with a currency name another one; they were read like
 *   the others, nothing was converted
 */
gsize
gf_column_count_foreign (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->values->n_foreign;
}

/**
 * gf_column_is_missing:
 * @self: a column
 * @row: a row
 *
 * Returns: whether the row has no value here
 */
gboolean
gf_column_is_missing (const GfColumn *self,
                      gsize           row)
{
  g_return_val_if_fail (self != NULL && row < gf_cells_get_n_rows (self->cells), TRUE);

  if (gf_column_values_have_numbers (self->values))
    return isnan (gf_column_values_get_number (self->values, self->cells, row));
  if (self->values->level_of != NULL)
    return self->values->level_of[_gf_column_text_code (self, row)] == GF_CODE_MISSING;
  if (self->values->set_starts != NULL)
    return self->values->set_starts[2 * _gf_column_text_code (self, row) + 1] == 0;

  gsize length;
  const char *text = gf_cells_get (self->cells, row, &length);

  return gf_column_spec_is_missing (&self->spec, text, length);
}

/**
 * gf_column_is_unreadable:
 * @self: a column
 * @row: a row
 *
 * Returns: whether the row has a text here that is no value of the type
 */
gboolean
gf_column_is_unreadable (const GfColumn *self,
                         gsize           row)
{
  g_return_val_if_fail (self != NULL && row < gf_cells_get_n_rows (self->cells), FALSE);

  if (!gf_column_values_have_numbers (self->values) ||
      !isnan (gf_column_values_get_number (self->values, self->cells, row)))
    return FALSE;

  gsize length;
  const char *text = gf_cells_get (self->cells, row, &length);

  return !gf_column_spec_is_missing (&self->spec, text, length);
}

/**
 * gf_column_get_number:
 * @self: a column
 * @row: a row
 *
 * Returns: the number, the days of a date, 0 or 1 of a flag; NaN when missing or of another type
 */
double
gf_column_get_number (const GfColumn *self,
                      gsize           row)
{
  g_return_val_if_fail (self != NULL && row < gf_cells_get_n_rows (self->cells), NAN);

  return gf_column_values_have_numbers (self->values)
           ? gf_column_values_get_number (self->values, self->cells, row) : NAN;
}

/**
 * gf_column_get_numbers:
 * @self: a column
 *
 * Gives gf_column_get_number() of all rows. Of a column whose texts come again and again it is laid
 * out when first asked for, in O(rows); gf_column_has_numbers() asks for nothing.
 *
 * Returns: (nullable): the numbers, valid as long as @self; %NULL when the type has no numbers
 */
const double *
gf_column_get_numbers (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gf_column_values_get_numbers (self->values, self->cells);
}

/**
 * gf_column_has_numbers:
 * @self: a column
 *
 * Returns: whether the type has numbers: number, money, date or flag
 */
gboolean
gf_column_has_numbers (const GfColumn *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return gf_column_values_have_numbers (self->values);
}

/**
 * gf_column_get_text:
 * @self: a column
 * @row: a row
 *
 * Returns: (transfer none): the cell exactly as imported; "" when empty; valid as long as @self
 */
const char *
gf_column_get_text (const GfColumn *self,
                    gsize           row)
{
  g_return_val_if_fail (self != NULL && row < gf_cells_get_n_rows (self->cells), "");

  return gf_cells_get (self->cells, row, NULL);
}

/**
 * gf_column_append_text:
 * @self: a column
 * @row: a row
 * @out: a string
 *
 * Appends the cell exactly as imported.
 */
void
gf_column_append_text (const GfColumn *self,
                       gsize           row,
                       GString        *out)
{
  g_return_if_fail (self != NULL && row < gf_cells_get_n_rows (self->cells) && out != NULL);

  gsize length;
  const char *text = gf_cells_get (self->cells, row, &length);

  g_string_append_len (out, text, (gssize) length);
}

static GfColumn *
column_share (GfColumn           *self,
              const GfColumnSpec *spec)
{
  GfColumn *copy = column_alloc (spec);

  copy->cells = gf_cells_ref (self->cells);
  copy->values = self->values;
  g_atomic_ref_count_inc (&copy->values->ref_count);

  return copy;
}

/**
 * gf_column_with_role:
 * @self: a column
 * @role: a role
 *
 * Returns: (transfer full): the column with that role; all data are shared
 */
GfColumn *
gf_column_with_role (GfColumn     *self,
                     GfColumnRole  role)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfColumnSpec spec = self->spec;
  spec.role = role;

  return column_share (self, &spec);
}

/**
 * gf_column_with_spec:
 * @self: a column
 * @spec: how to read it
 *
 * Reads the same texts another way.
 *
 * Returns: (transfer full): the column; it shares the texts
 */
GfColumn *
gf_column_with_spec (GfColumn           *self,
                     const GfColumnSpec *spec)
{
  g_return_val_if_fail (self != NULL && spec != NULL, NULL);

  return gf_column_new (spec, self->cells);
}

/**
 * gf_column_with_type:
 * @self: a column
 * @type: a type
 * @error: where to put why not
 *
 * Reads the same texts as another type; marks, orders and separators are judged by the texts, see
 * gf_infer_reading(). Cells that are no value of it become missing and keep their text; it fails
 * only when there are texts and not one of them is a value.
 *
 * Returns: (transfer full): the column, or %NULL
 */
GfColumn *
gf_column_with_type (GfColumn      *self,
                     GfColumnType   type,
                     GError       **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GfColumnSpec) spec = gf_column_spec_copy (&self->spec);
  if (spec->type != type)
    {
      spec->type = type;
      gf_infer_reading (self->cells, spec);
    }
  g_autoptr (GfColumn) column = gf_column_new (spec, self->cells);

  if (column->values->n_filled == 0 && column->values->n_unreadable > 0)
    {
      if (type == GF_COLUMN_DATE)
        g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                     _("“%s” holds no date. Choose another order of day and month, or keep its "
                       "type."),
                     spec->name);
      else if (type == GF_COLUMN_FLAG)
        g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                     _("“%s” holds no yes or no. Keep its type, or choose Category."), spec->name);
      else
        g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                     _("“%s” holds no number. Keep its type, or choose Category."), spec->name);
      return NULL;
    }

  return g_steal_pointer (&column);
}

/* Says that no text can be added to a column. */
void
_gf_column_refuse_more (const GfColumn *self,
                       GError        **error)
{
  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
               _("“%s” holds 4 GB of text, and nothing more can be written into it. Remove customers or columns that "
                 "you do not need."), self->spec.name);
}

/**
 * gf_column_with_cell:
 * @self: a column
 * @row: a row
 * @text: (nullable): what the cell shall say; %NULL as ""
 * @error: where to put that there is no room for it
 *
 * Returns: (transfer full): the column with that cell changed, or %NULL
 */
GfColumn *
gf_column_with_cell (GfColumn   *self,
                     gsize       row,
                     const char *text,
                     GError    **error)
{
  g_return_val_if_fail (self != NULL && row < gf_cells_get_n_rows (self->cells), NULL);

  g_autoptr (GfCells) cells = gf_cells_set (self->cells, row, text);
  if (cells == NULL)
    {
      _gf_column_refuse_more (self, error);
      return NULL;
    }

  return gf_column_new (&self->spec, cells);
}
