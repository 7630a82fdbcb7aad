/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-selector.h"

#include "gf-text.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _GfSelector
{
  gatomicrefcount ref_count;
  GfSelectorKind kind;
  char *column;
  char *value;
  GStrv values;      /* any: sorted, each once */
  double from;
  double to;
};

G_DEFINE_BOXED_TYPE (GfSelector, gf_selector, gf_selector_ref, gf_selector_unref)

static GfSelector *
selector_new (GfSelectorKind  kind,
              const char     *column,
              const char     *value,
              double          from,
              double          to)
{
  GfSelector *self = g_new0 (GfSelector, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->column = g_strdup (column);
  self->value = g_strdup (value);
  self->from = from;
  self->to = to;

  return self;
}

/* The code of a level. A flag is found by any word that means the same: yes, true, 1. */
static gboolean
find_level (GfColumn   *column,
            const char *value,
            guint32    *code)
{
  if (gf_column_find_level (column, value, code))
    return TRUE;

  gboolean flag;
  if (gf_column_get_column_type (column) == GF_COLUMN_FLAG &&
      gf_text_parse_flag (value, strlen (value), &flag))
    {
      *code = flag ? 1 : 0;
      return TRUE;
    }

  return FALSE;
}

static void
match_members (GfColumn   *column,
               const char *value,
               GfBitset   *rows)
{
  guint32 code;

  if (!find_level (column, value, &code))
    return;

  gsize n_rows = gf_column_get_n_rows (column);
  for (gsize row = 0; row < n_rows; row++)
    {
      guint n;
      const guint32 *members = gf_column_get_set (column, row, &n);

      for (guint i = 0; i < n; i++)
        if (members[i] == code)
          {
            gf_bitset_set (rows, row);
            break;
          }
    }
}

static void
match_text (GfColumn   *column,
            const char *value,
            GfBitset   *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_rows = gf_column_get_n_rows (column);

  for (gsize row = 0; row < n_rows; row++)
    {
      g_string_truncate (text, 0);
      gf_column_append_text (column, row, text);
      if (text->len > 0 && g_str_equal (text->str, value))
        gf_bitset_set (rows, row);
    }
}

/* One pass over the codes, however many levels are asked for. */
static void
match_any_level (GfColumn           *column,
                 const char * const *values,
                 GfBitset           *rows)
{
  guint n_levels = gf_column_get_n_levels (column);
  g_autofree gboolean *wanted = g_new0 (gboolean, n_levels + 1);
  gsize n_rows = gf_column_get_n_rows (column);
  guint32 code;

  for (gsize i = 0; values[i] != NULL; i++)
    if (gf_column_find_level (column, values[i], &code))
      wanted[code] = TRUE;

  for (gsize row = 0; row < n_rows; row++)
    {
      code = gf_column_get_code (column, row);
      if (code != GF_CODE_MISSING && wanted[code])
        gf_bitset_set (rows, row);
    }
}

static void
match_level (GfColumn   *column,
             const char *value,
             GfBitset   *rows)
{
  gsize n_rows = gf_column_get_n_rows (column);
  gboolean flag = gf_column_get_column_type (column) == GF_COLUMN_FLAG;
  guint32 code;

  if (!find_level (column, value, &code))
    return;

  /* A missing cell has the code of no level, and NaN is neither number. */
  for (gsize row = 0; row < n_rows; row++)
    if (flag ? gf_column_get_number (column, row) == (double) code : gf_column_get_code (column, row) == code)
      gf_bitset_set (rows, row);
}

/* An interval is in a range where it begins there. */
static void
match_intervals (GfColumn *column,
                 double    from,
                 double    to,
                 GfBitset *rows)
{
  guint n_levels = gf_column_get_n_levels (column);
  g_autofree gboolean *wanted = g_new0 (gboolean, n_levels + 1);
  gsize n_rows = gf_column_get_n_rows (column);
  double low, high;

  for (guint i = 0; i < n_levels; i++)
    wanted[i] = gf_column_get_band (column, i, &low, &high) && !(low < from) && !(low >= to);
  for (gsize row = 0; row < n_rows; row++)
    if (!gf_column_is_missing (column, row) && wanted[gf_column_get_code (column, row)])
      gf_bitset_set (rows, row);
}

static void
match_range (GfColumn *column,
             double    from,
             double    to,
             GfBitset *rows)
{
  gsize n_rows = gf_column_get_n_rows (column);
  const double *numbers = gf_column_get_numbers (column);

  if (gf_column_get_column_type (column) == GF_COLUMN_CATEGORY)
    match_intervals (column, from, to, rows);
  if (numbers == NULL)
    return;

  for (gsize row = 0; row < n_rows; row++)
    if (!isnan (numbers[row]) && !(numbers[row] < from) && !(numbers[row] >= to))
      gf_bitset_set (rows, row);
}

static void
match_missing (GfColumn *column,
               GfBitset *rows)
{
  gsize n_rows = gf_column_get_n_rows (column);

  for (gsize row = 0; row < n_rows; row++)
    if (gf_column_is_missing (column, row))
      gf_bitset_set (rows, row);
}

/**
 * gf_selector_new_is:
 * @column: the name of a column
 * @value: the level
 *
 * Returns: (transfer full): the condition that the cell says exactly this
 */
GfSelector *
gf_selector_new_is (const char *column,
                    const char *value)
{
  g_return_val_if_fail (column != NULL && value != NULL, NULL);

  return selector_new (GF_SELECTOR_IS, column, value, NAN, NAN);
}

/**
 * gf_selector_new_contains:
 * @column: the name of a column of several categories
 * @value: the category
 *
 * Returns: (transfer full): the condition that this is one of the cell's categories
 */
GfSelector *
gf_selector_new_contains (const char *column,
                          const char *value)
{
  g_return_val_if_fail (column != NULL && value != NULL, NULL);

  return selector_new (GF_SELECTOR_CONTAINS, column, value, NAN, NAN);
}

/**
 * gf_selector_new_range:
 * @column: the name of a column of numbers, money or dates
 * @from: the least that belongs to it, NaN for no lower end
 * @to: the least that does not belong to it any more, NaN for no upper end
 *
 * Returns: (transfer full): the condition that the cell lies in the half-open range
 */
GfSelector *
gf_selector_new_range (const char *column,
                       double      from,
                       double      to)
{
  g_return_val_if_fail (column != NULL, NULL);

  return selector_new (GF_SELECTOR_RANGE, column, NULL, from, to);
}

static int
compare_values_cb (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * gf_selector_new_any:
 * @column: the name of a column of categories
 * @values: (array zero-terminated=1): one level or more, in any order; said twice counts once
 *
 * Returns: (transfer full): the condition that the cell says one of these
 */
GfSelector *
gf_selector_new_any (const char         *column,
                     const char * const *values)
{
  g_return_val_if_fail (column != NULL && values != NULL && values[0] != NULL, NULL);

  g_autoptr (GPtrArray) sorted = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  for (gsize i = 0; values[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) sorted->pdata, values[i]))
      g_ptr_array_add (sorted, g_strdup (values[i]));
  g_ptr_array_sort (sorted, compare_values_cb);

  GfSelector *self = selector_new (GF_SELECTOR_ANY, column, NULL, NAN, NAN);
  self->values = (GStrv) g_ptr_array_steal (sorted, NULL);

  return self;
}

/**
 * gf_selector_new_missing:
 * @column: the name of a column
 *
 * Returns: (transfer full): the condition that the cell says nothing
 */
GfSelector *
gf_selector_new_missing (const char *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  return selector_new (GF_SELECTOR_MISSING, column, NULL, NAN, NAN);
}

/**
 * gf_selector_ref:
 * @self: a condition
 *
 * Returns: (transfer full): @self
 */
GfSelector *
gf_selector_ref (GfSelector *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_selector_unref:
 * @self: (transfer full): a condition
 *
 * Gives a reference back; safe from any thread.
 */
void
gf_selector_unref (GfSelector *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->column);
  g_free (self->value);
  g_strfreev (self->values);
  g_free (self);
}

/**
 * gf_selector_get_kind:
 * @self: a condition
 *
 * Returns: what the condition asks
 */
GfSelectorKind
gf_selector_get_kind (const GfSelector *self)
{
  g_return_val_if_fail (self != NULL, GF_SELECTOR_IS);

  return self->kind;
}

/**
 * gf_selector_get_column:
 * @self: a condition
 *
 * Returns: (transfer none): the name of the column
 */
const char *
gf_selector_get_column (const GfSelector *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->column;
}

/**
 * gf_selector_get_value:
 * @self: a condition
 *
 * Returns: (transfer none) (nullable): the level; NULL unless one level is asked for
 */
const char *
gf_selector_get_value (const GfSelector *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value;
}

/**
 * gf_selector_get_values:
 * @self: a condition
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the levels of which the cell says
 *   one, sorted; NULL for a condition of another kind
 */
const char * const *
gf_selector_get_values (const GfSelector *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->values;
}

/**
 * gf_selector_get_from:
 * @self: a condition
 *
 * Returns: the lower end of a range, which belongs to it; NaN if open
 */
double
gf_selector_get_from (const GfSelector *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->from;
}

/**
 * gf_selector_get_to:
 * @self: a condition
 *
 * Returns: the upper end of a range, which does not belong to it; NaN if open
 */
double
gf_selector_get_to (const GfSelector *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->to;
}

static gboolean
same_end (double a,
          double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/**
 * gf_selector_equal:
 * @a: a condition
 * @b: a condition
 *
 * Returns: whether both ask the same
 */
gboolean
gf_selector_equal (const GfSelector *a,
                   const GfSelector *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if ((a->values == NULL) != (b->values == NULL) ||
      (a->values != NULL && !g_strv_equal ((const char * const *) a->values,
                                           (const char * const *) b->values)))
    return FALSE;

  return a->kind == b->kind && g_str_equal (a->column, b->column) &&
         g_strcmp0 (a->value, b->value) == 0 && same_end (a->from, b->from) &&
         same_end (a->to, b->to);
}

/**
 * gf_selector_match:
 * @self: a condition
 * @table: the customers
 *
 * Finds the customers who meet the condition. A column that the table does not have, or has with
 * another type than the condition needs, meets nothing.
 *
 * Returns: (transfer full): the rows
 */
GfBitset *
gf_selector_match (const GfSelector *self,
                   GfTable          *table)
{
  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  GfBitset *rows = gf_bitset_new (gf_table_get_n_rows (table));
  GfColumn *column = gf_table_find_column (table, self->column);

  if (column == NULL)
    return rows;

  GfColumnType type = gf_column_get_column_type (column);

  switch (self->kind)
    {
    case GF_SELECTOR_CONTAINS:
      if (type == GF_COLUMN_SET)
        {
          match_members (column, self->value, rows);
          break;
        }
      G_GNUC_FALLTHROUGH;

    case GF_SELECTOR_IS:
      if (type == GF_COLUMN_CATEGORY || type == GF_COLUMN_FLAG)
        match_level (column, self->value, rows);
      else
        match_text (column, self->value, rows);
      break;

    case GF_SELECTOR_RANGE:
      match_range (column, self->from, self->to, rows);
      break;

    case GF_SELECTOR_ANY:
      if (type == GF_COLUMN_CATEGORY)
        {
          match_any_level (column, (const char * const *) self->values, rows);
          break;
        }
      for (gsize i = 0; self->values[i] != NULL; i++)
        if (type == GF_COLUMN_FLAG)
          match_level (column, self->values[i], rows);
        else if (type == GF_COLUMN_SET)
          match_members (column, self->values[i], rows);
        else
          match_text (column, self->values[i], rows);
      break;

    case GF_SELECTOR_MISSING:
      match_missing (column, rows);
      break;

    default:
      g_assert_not_reached ();
    }

  return rows;
}

/**
 * gf_selectors_match:
 * @selectors: (element-type GfSelector): conditions
 * @table: the customers
 *
 * Returns: (transfer full): the rows that meet every condition; all rows if there are none
 */
GfBitset *
gf_selectors_match (GPtrArray *selectors,
                    GfTable   *table)
{
  g_return_val_if_fail (selectors != NULL && table != NULL, NULL);

  g_autoptr (GfBitset) rows = gf_bitset_new_full (gf_table_get_n_rows (table));

  for (guint i = 0; i < selectors->len; i++)
    {
      g_autoptr (GfBitset) one = gf_selector_match (g_ptr_array_index (selectors, i), table);
      GfBitset *both = gf_bitset_and (rows, one);

      gf_bitset_unref (rows);
      rows = both;
    }

  return g_steal_pointer (&rows);
}

/**
 * gf_selector_dup_value_text:
 * @self: a condition
 * @table: (nullable): the customers, for a column's type and currency
 *
 * Says what the condition asks without naming the column: "Marketing", "50 to 250", "under €5,000",
 * "2019 to 2021", "Germany or United Kingdom".
 *
 * Returns: (transfer full): the translated text
 */
char *
gf_selector_dup_value_text (const GfSelector *self,
                            GfTable          *table)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == GF_SELECTOR_ANY)
    return gf_words_dup_choice ((const char * const *) self->values);
  if (self->kind == GF_SELECTOR_MISSING)
    return g_strdup (C_("trait", "not filled in"));
  if (self->kind != GF_SELECTOR_RANGE)
    return gf_words_dup_level (self->value);

  GfColumn *column = table != NULL ? gf_table_find_column (table, self->column) : NULL;

  return gf_words_dup_range (self->from, self->to, column);
}

/**
 * gf_selector_describe:
 * @self: a condition
 * @table: (nullable): the customers, for a column's type and currency
 *
 * Returns: (transfer full): the translated text with the column: "Department: Marketing"
 */
char *
gf_selector_describe (const GfSelector *self,
                      GfTable          *table)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *value = gf_selector_dup_value_text (self, table);

  /* TRANSLATORS: a trait: the name of a column, then what its cells say: "Department: Marketing" */
  return g_strdup_printf (C_("trait", "%s: %s"), self->column, value);
}

/**
 * gf_selectors_describe:
 * @selectors: (element-type GfSelector): conditions
 * @table: (nullable): the customers
 *
 * Returns: (transfer full): the conditions joined: "Department: Marketing and Size: 50 to 250"
 */
char *
gf_selectors_describe (GPtrArray *selectors,
                       GfTable   *table)
{
  g_return_val_if_fail (selectors != NULL, NULL);

  if (selectors->len == 0)
    return g_strdup (_("All customers"));

  g_autofree char *text = gf_selector_describe (g_ptr_array_index (selectors, 0), table);

  for (guint i = 1; i < selectors->len; i++)
    {
      g_autofree char *next = gf_selector_describe (g_ptr_array_index (selectors, i), table);
      /* TRANSLATORS: joins two traits: "Department: Marketing and Size: 50 to 250" */
      char *joined = g_strdup_printf (C_("traits", "%s and %s"), text, next);

      g_free (text);
      text = joined;
    }

  return g_steal_pointer (&text);
}
