/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-look.h"

#include "gf-date.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _GfColumnLook
{
  GfColumn *column;
  guint n_decimals;
  guint width;
  GPtrArray *widest;     /* of texts */
  gboolean years;
  gboolean numbers_known;
};

/* So many rows say how wide a column is. */
#define SAMPLE 500
#define MIN_WIDTH 4
#define MAX_WIDTH 22
/* Of them the widest by their signs are measured. */
#define MEASURED 12

/* Whether a number is whole but for the error of its binary form. What is beyond 2^53 is whole. */
static gboolean
is_whole (double value)
{
  double rest;

  if (fabs (value) >= 9e15)
    return TRUE;
  rest = value - (double) (gint64) value;

  return fabs (rest) < 1e-6 || fabs (rest) > 1 - 1e-6;
}

static void
look_at_numbers (GfColumnLook *self)
{
  const double *numbers = gf_column_get_numbers (self->column);
  gsize n_rows = gf_column_get_n_rows (self->column);
  gboolean money = gf_column_get_column_type (self->column) == GF_COLUMN_MONEY;
  double low = INFINITY;
  double high = -INFINITY;

  /* All rows are looked at, for a list can be long: only until nothing can change any more. */
  for (gsize row = 0; row < n_rows && self->n_decimals < 2; row++)
    {
      double value = numbers[row];

      if (isnan (value))
        continue;

      low = MIN (low, value);
      high = MAX (high, value);
      if (!is_whole (value))
        self->n_decimals = money || !is_whole (value * 10) ? 2 : 1;
    }

  self->years = !money && self->n_decimals == 0 && low >= 1800 && high <= 2200;
}

/* A column is looked at when it is first shown: many never are. */
static void
look (const GfColumnLook *self)
{
  GfColumnLook *own = (GfColumnLook *) self;

  if (own->numbers_known)
    return;

  own->numbers_known = TRUE;
  if (gf_column_look_is_number (self))
    look_at_numbers (own);
}

/* Labels count in signs of middling width: figures and capitals are wider, small letters narrower. */
static double
estimate_text (const char *text)
{
  double width = 0.5;

  for (const char *p = text; *p != '\0' && width < MAX_WIDTH; p = g_utf8_next_char (p))
    width += g_ascii_isdigit (*p) || g_ascii_isupper (*p) || *p == '-' || *p == '_' ? 1.2
             : g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 0.88;

  return MIN (MAX_WIDTH, width);
}

/* Keeps a text if it is among the widest. */
static void
keep_widest (GPtrArray  *texts,
             double     *widths,
             const char *text,
             double      width)
{
  guint place = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      if (strcmp (g_ptr_array_index (texts, i), text) == 0)
        return;
      if (widths[i] < widths[place])
        place = i;
    }
  if (texts->len < MEASURED)
    {
      place = texts->len;
      g_ptr_array_add (texts, NULL);
    }
  else if (width <= widths[place])
    {
      return;
    }
  g_free (g_ptr_array_index (texts, place));
  g_ptr_array_index (texts, place) = g_strdup (text);
  widths[place] = width;
}

static void
look_at_width (GfColumnLook *self)
{
  gsize n = MIN (gf_column_get_n_rows (self->column), SAMPLE);
  double widths[MEASURED];

  if (self->widest != NULL)
    return;

  self->widest = g_ptr_array_new_with_free_func (g_free);
  self->width = MIN_WIDTH;
  for (gsize row = 0; row < n; row++)
    {
      g_autofree char *text = gf_column_look_dup_cell (self, row);
      double width = text != NULL ? estimate_text (text) : 0;

      if (text == NULL)
        continue;
      self->width = MAX (self->width, (guint) ceil (width));
      keep_widest (self->widest, widths, text, width);
    }
}

/**
 * gf_column_look_new:
 * @column: a column
 *
 * Returns: (transfer full): how to show it
 */
GfColumnLook *
gf_column_look_new (GfColumn *column)
{
  GfColumnLook *self;

  g_return_val_if_fail (column != NULL, NULL);

  self = g_new0 (GfColumnLook, 1);
  self->column = gf_column_ref (column);

  return self;
}

/**
 * gf_column_look_free:
 */
void
gf_column_look_free (GfColumnLook *self)
{
  if (self == NULL)
    return;

  gf_column_unref (self->column);
  g_clear_pointer (&self->widest, g_ptr_array_unref);
  g_free (self);
}

/**
 * gf_column_look_get_column:
 *
 * Returns: (transfer none): the column
 */
GfColumn *
gf_column_look_get_column (const GfColumnLook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->column;
}

/**
 * gf_column_look_is_number:
 *
 * Returns: whether the cells stand at the end of their column, in figures of one width
 */
gboolean
gf_column_look_is_number (const GfColumnLook *self)
{
  GfColumnType type;

  g_return_val_if_fail (self != NULL, FALSE);

  type = gf_column_get_column_type (self->column);

  return type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY;
}

/**
 * gf_column_look_get_width:
 *
 * Returns: how many signs wide the column should be
 */
guint
gf_column_look_get_width (const GfColumnLook *self)
{
  g_return_val_if_fail (self != NULL, MIN_WIDTH);

  look_at_width ((GfColumnLook *) self);

  return self->width;
}

/**
 * gf_column_look_measure:
 * @layout: lays texts out as the cells are; its text is changed
 * @most: how wide a cell is at most
 *
 * Returns: how many pixels wide the first cells are: the widest of them that is not cut, @most if many are
 */
int
gf_column_look_measure (const GfColumnLook *self,
                        PangoLayout        *layout,
                        int                 most)
{
  guint n_cut = 0;
  int widest = 0;

  g_return_val_if_fail (self != NULL && PANGO_IS_LAYOUT (layout), 0);

  look_at_width ((GfColumnLook *) self);
  for (guint i = 0; i < self->widest->len; i++)
    {
      int width;

      pango_layout_set_text (layout, g_ptr_array_index (self->widest, i), -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (width > most)
        n_cut++;
      else
        widest = MAX (widest, width);
    }

  return n_cut > MEASURED / 2 ? most : widest;
}

/**
 * gf_column_look_is_sample:
 *
 * Returns: whether the column has more cells than were measured
 */
gboolean
gf_column_look_is_sample (const GfColumnLook *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return gf_column_get_n_rows (self->column) > SAMPLE;
}

static const char *
get_sign (const char *currency)
{
  static const char * const signs[][2] = {
    { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" }, { "JPY", "¥" }, { "INR", "₹" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (currency, signs[i][0]) == 0)
      return signs[i][1];

  return currency;
}

/**
 * gf_column_look_dup_title:
 *
 * Returns: (transfer full): the column's name, with the currency of money: "Revenue, €"
 */
char *
gf_column_look_dup_title (const GfColumnLook *self)
{
  const char *name;
  const char *currency;

  g_return_val_if_fail (self != NULL, NULL);

  name = gf_column_get_name (self->column);
  currency = gf_column_get_currency (self->column);
  if (currency == NULL || *currency == '\0' || strstr (name, get_sign (currency)) != NULL)
    return g_strdup (name);

  /* Translators: the name of a column and the sign of its currency: “Revenue, €” */
  return g_strdup_printf (_("%s, %s"), name, get_sign (currency));
}

/* The members of a set, one after the other. */
static char *
dup_set (const GfColumnLook *self,
         gsize               row)
{
  guint n;
  const guint32 *codes = gf_column_get_set (self->column, row, &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, gf_column_get_level (self->column, codes[i]));
    }

  return g_string_free (text, FALSE);
}

/**
 * gf_column_look_dup_value:
 * @value: a number as the column has them
 *
 * Returns: (transfer full): it in words: "31,945", "2024-11-12"
 */
char *
gf_column_look_dup_value (const GfColumnLook *self,
                          double              value)
{
  g_return_val_if_fail (self != NULL, NULL);

  look (self);

  if (gf_column_get_column_type (self->column) == GF_COLUMN_DATE && !isnan (value))
    return gf_days_to_iso ((gint32) value);
  if (self->years && !isnan (value))
    return g_strdup_printf ("%.0f", value);
  if (gf_column_get_spec (self->column)->percent)
    return gf_format_percent (value);

  return gf_format_number (value, self->n_decimals);
}

/**
 * gf_column_look_dup_cell:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): the cell for people, %NULL if it is empty
 */
char *
gf_column_look_dup_cell (const GfColumnLook *self,
                         gsize               row)
{
  GfColumnType type;
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (gf_column_is_missing (self->column, row) && !gf_column_is_unreadable (self->column, row))
    {
      /* A name or a text has no missing values; then its text decides. */
      if (*gf_column_get_text (self->column, row) == '\0' ||
          gf_column_get_column_type (self->column) != GF_COLUMN_TEXT)
        return NULL;
    }

  type = gf_column_get_column_type (self->column);
  if (!gf_column_is_missing (self->column, row))
    {
      if (type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY || type == GF_COLUMN_DATE)
        return gf_column_look_dup_value (self, gf_column_get_number (self->column, row));
      if (type == GF_COLUMN_SET)
        return dup_set (self, row);
      if (type == GF_COLUMN_CATEGORY && gf_column_get_spec (self->column)->bands)
        return g_strdup (gf_column_get_level (self->column, gf_column_get_code (self->column, row)));
    }

  text = g_strdup (gf_column_get_text (self->column, row));

  return *text != '\0' ? g_strdelimit (text, "\n\r\t", ' ') : (g_free (text), NULL);
}

/**
 * gf_column_look_dup_summary:
 *
 * Returns: (transfer full): what the column holds: "41 values · 98 % filled"
 */
char *
gf_column_look_dup_summary (const GfColumnLook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gf_column_dup_summary (self->column);
}

/**
 * gf_column_dup_summary:
 * @column: a column
 *
 * Returns: (transfer full): what it holds: "41 values · 98 % filled"; made without looking at its rows
 */
char *
gf_column_dup_summary (GfColumn *column)
{
  guint n_levels;
  GfColumnType type;
  g_autofree char *kind = NULL;
  g_autofree char *share = NULL;

  g_return_val_if_fail (column != NULL, NULL);

  n_levels = gf_column_get_n_levels (column);
  type = gf_column_get_column_type (column);
  if ((type == GF_COLUMN_CATEGORY || type == GF_COLUMN_SET) && n_levels > 0)
    {
      g_autofree char *count = gf_format_count (n_levels);

      kind = g_strdup_printf (ngettext ("%s value", "%s values", n_levels), count);
    }
  else
    kind = g_strdup (gf_column_type_get_title (type));
  share = gf_column_dup_filled (column);

  /* Translators: the kind of a column and how much of it is filled: “Number · 91 % filled” */
  return g_strdup_printf (_("%s · %s filled"), kind, share);
}

/**
 * gf_column_type_get_titles:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the types for people, in order
 */
const char * const *
gf_column_type_get_titles (void)
{
  static const char *titles[GF_COLUMN_TEXT + 2];

  titles[GF_COLUMN_CATEGORY] = _("Category");
  /* Translators: a type of column: several values in one cell */
  titles[GF_COLUMN_SET] = _("Several values");
  titles[GF_COLUMN_NUMBER] = _("Number");
  titles[GF_COLUMN_MONEY] = _("Money");
  titles[GF_COLUMN_DATE] = _("Date");
  /* Translators: a type of column */
  titles[GF_COLUMN_FLAG] = _("Yes or no");
  titles[GF_COLUMN_TEXT] = _("Text");

  return titles;
}

/**
 * gf_column_role_get_titles:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the roles for people, in order
 */
const char * const *
gf_column_role_get_titles (void)
{
  static const char *titles[GF_ROLE_IGNORE + 2];

  /* Translators: a role of a column: the customer's name */
  titles[GF_ROLE_NAME] = _("Name");
  titles[GF_ROLE_IDENTIFIER] = _("Identifier");
  /* Translators: a role of a column: a fact about the customer */
  titles[GF_ROLE_ATTRIBUTE] = _("Attribute");
  /* Translators: a role of a column: says how valuable the customer is */
  titles[GF_ROLE_VALUE] = _("Value");
  titles[GF_ROLE_DATE] = _("Date");
  /* Translators: a role of a column: says who left */
  titles[GF_ROLE_CHURN] = _("Churn mark");
  titles[GF_ROLE_IGNORE] = _("Left out");

  return titles;
}

/**
 * gf_column_type_get_title:
 * @type: a type
 *
 * Returns: (transfer none): its name for people
 */
const char *
gf_column_type_get_title (GfColumnType type)
{
  return gf_column_type_get_titles ()[type];
}

/**
 * gf_column_dup_type_title:
 * @column: a column
 *
 * Returns: (transfer full): its type for people, with what is special about it: "Range", "Money, €"
 */
char *
gf_column_dup_type_title (const GfColumn *column)
{
  const GfColumnSpec *spec;

  g_return_val_if_fail (column != NULL, NULL);

  spec = gf_column_get_spec (column);
  if (spec->type == GF_COLUMN_CATEGORY && spec->bands)
    /* Translators: a type of column: intervals of numbers such as 11–50 */
    return g_strdup (_("Range"));
  if (spec->type == GF_COLUMN_NUMBER && spec->percent)
    return g_strdup (_("Percent"));
  if (spec->type == GF_COLUMN_MONEY && spec->currency != NULL && *spec->currency != '\0')
    /* Translators: the type “Money” and the sign of a currency */
    return g_strdup_printf (_("%s, %s"), gf_column_type_get_title (spec->type), get_sign (spec->currency));

  return g_strdup (gf_column_type_get_title (spec->type));
}

/**
 * gf_column_role_get_title:
 * @role: a role
 *
 * Returns: (transfer none): its name for people
 */
const char *
gf_column_role_get_title (GfColumnRole role)
{
  return gf_column_role_get_titles ()[role];
}

/**
 * gf_column_dup_filled:
 * @column: a column
 *
 * Says how much of a column is filled. Only one without a gap is all filled, and only one without a cell not
 * at all: next to these there is a decimal.
 *
 * Returns: (transfer full): "91 %", "99.8 %"
 */
char *
gf_column_dup_filled (const GfColumn *column)
{
  gsize n_rows;
  gsize n;
  double percent;
  g_autofree char *number = NULL;

  g_return_val_if_fail (column != NULL, NULL);

  n_rows = gf_column_get_n_rows (column);
  n = gf_column_count_filled (column);
  percent = n_rows > 0 ? 100.0 * (double) n / (double) n_rows : 0;
  if (n < n_rows && percent >= 99.5)
    number = gf_format_number (floor (percent * 10) / 10, 1);
  else if (n > 0 && percent < 0.5)
    number = gf_format_number (ceil (percent * 10) / 10, 1);
  else
    number = gf_format_number (percent, 0);

  /* Translators: a percentage; put before the sign what your language puts there */
  return g_strdup_printf (_("%s\u202f%%"), number);
}
