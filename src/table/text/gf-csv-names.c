/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-dialect-private.h"

#include "gf-number.h"
#include "gf-text.h"

#include <string.h>

#define LONGEST_UNIT 24

/* The names of columns, from the header rows that make them up. */

const GString *
_gf_csv_get_cell (const GPtrArray *record,
                  guint            column)
{
  return column < record->len ? g_ptr_array_index (record, column) : NULL;
}

gboolean
_gf_csv_is_blank (const GString *cell)
{
  return cell == NULL || gf_text_is_blank (cell->str, cell->len);
}

/* Whether two cells have the same letters and digits, whatever their case: "StartDate" and "Start
   Date". */
gboolean
_gf_csv_is_same_name (const char *a,
                      const char *b)
{
  for (;; a++, b++)
    {
      while (*a != '\0' && (guchar) *a < 0x80 && !g_ascii_isalnum (*a))
        a++;
      while (*b != '\0' && (guchar) *b < 0x80 && !g_ascii_isalnum (*b))
        b++;
      if (g_ascii_tolower (*a) != g_ascii_tolower (*b))
        return FALSE;
      if (*a == '\0')
        return TRUE;
    }
}

gboolean
_gf_csv_has_text (const GPtrArray *record,
                  const char      *text)
{
  for (guint i = 0; i < record->len; i++)
    {
      const GString *cell = g_ptr_array_index (record, i);
      if (strstr (cell->str, text) != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
_gf_csv_has_import_ids (const GPtrArray *record)
{
  return _gf_csv_has_text (record, "ImportId\"") || _gf_csv_has_text (record, "'ImportId'");
}

/* Whether a cell says in what unit the column under it counts: "(USD)", "[kg]", "months", "%". */
static gboolean
is_unit (const GString *cell)
{
  static const char * const units[] = {
    "%", "#", "€", "$", "£", "¥", "‰", "aud", "bn", "brl", "cad", "chf", "cm", "cny", "count", "czk",
    "date", "day", "days", "dkk", "eur", "gb", "gbp", "h", "hour", "hours", "hrs", "huf", "inr", "jpy",
    "k", "k€", "k$", "keur", "kg", "km", "kusd", "kwh", "m", "m€", "m$", "m²", "mb", "meur", "mio", "min",
    "mins", "minutes", "mo", "month", "months", "musd", "mxn", "n", "no.", "nok", "number", "nzd",
    "percent", "pln", "pts", "quarters", "score", "sec", "seconds", "sek", "t", "tb", "text", "tons",
    "try", "units", "usd", "week", "weeks", "wk", "year", "years", "yrs", "zar",
  };
  const char *text = cell->str;
  gsize length = cell->len;
  GfNumber number;

  gf_text_trim (&text, &length);
  /* An amount below zero. */
  if (gf_number_parse (text, length, 0, &number))
    return FALSE;
  if (length > 2 && length <= LONGEST_UNIT &&
      ((*text == '(' && text[length - 1] == ')') || (*text == '[' && text[length - 1] == ']')))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (length == strlen (units[i]) && g_ascii_strncasecmp (text, units[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* The unit without the brackets it may be in, in those that a name is followed by. */
static char *
join_unit (const char *name,
           const char *unit)
{
  g_autofree char *bare = g_strdup (unit);
  gsize length = strlen (bare);

  if (length > 2 && (*bare == '(' || *bare == '['))
    {
      bare[length - 1] = '\0';
      return g_strdup_printf ("%s (%s)", name, bare + 1);
    }

  return g_strdup_printf ("%s (%s)", name, bare);
}

/* Whether the record tells units and nothing else. */
gboolean
_gf_csv_is_units_row (const GPtrArray *record)
{
  guint n = 0;

  for (guint i = 0; i < record->len; i++)
    {
      const GString *cell = g_ptr_array_index (record, i);

      if (_gf_csv_is_blank (cell))
        continue;
      if (!is_unit (cell))
        return FALSE;
      n++;
    }

  return n > 0;
}

/* The cell as one line of text. */
static char *
dup_name (const GString *cell)
{
  const char *text = cell != NULL ? cell->str : "";
  gsize length = cell != NULL ? cell->len : 0;

  gf_text_trim (&text, &length);
  char *name = g_utf8_make_valid (text, (gssize) length);
  for (char *p = name; *p != '\0'; p++)
    if (*p == '\r' || *p == '\n' || *p == '\t')
      *p = ' ';

  return name;
}

/* The name of the group a column is in: its own, or that of the last one before it in the row. */
static char *
dup_group (const GfCsvRecords *header,
           guint               row,
           guint               column)
{
  for (guint i = column + 1; i-- > 0;)
    {
      const GString *cell = _gf_csv_get_cell (g_ptr_array_index (header, row), i);

      if (!_gf_csv_is_blank (cell))
        return dup_name (cell);
      /* Another group in the row above ends this one. */
      if (row > 0 && !_gf_csv_is_blank (_gf_csv_get_cell (g_ptr_array_index (header, row - 1), i)))
        break;
    }

  return g_strdup ("");
}

static gboolean
has_name_below (const GfCsvRecords *header,
                guint               row,
                guint               n_joined,
                guint               column)
{
  while (++row < n_joined)
    if (!_gf_csv_is_blank (_gf_csv_get_cell (g_ptr_array_index (header, row), column)))
      return TRUE;

  return FALSE;
}

/* Whether the second name says nothing: the columns of single answers, or what a survey calls its
   own columns. */
static gboolean
adds_nothing (const char *name,
              const char *more,
              gboolean    has_ids)
{
  if (_gf_csv_is_same_name (name, more) || g_ascii_strcasecmp (more, "Response") == 0 ||
      g_ascii_strcasecmp (more, "Open-Ended Response") == 0)
    return TRUE;

  return has_ids && !(g_ascii_toupper (name[0]) == 'Q' && g_ascii_isdigit (name[1]));
}

/**
 * gf_csv_join_names:
 * @header: the header rows from the names row on
 * @n_joined: how many of them make up the names
 *
 * Makes one name for each column. Groups hold for the columns to their right until the next; names
 * of several rows are joined by " - ", unless the second says the same. A last row of units is put in
 * brackets behind: "Revenue (USD)".
 *
 * Returns: (transfer full): the names, in one line, some of them empty or equal
 */
char **
gf_csv_join_names (const GfCsvRecords *header,
                   guint               n_joined)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gboolean has_ids = n_joined < header->len &&
                     _gf_csv_has_import_ids (g_ptr_array_index (header, n_joined));
  guint width = 0, units = G_MAXUINT;

  n_joined = MIN (n_joined, header->len);
  if (n_joined > 1 && _gf_csv_is_units_row (g_ptr_array_index (header, n_joined - 1)))
    units = n_joined - 1;
  for (guint row = 0; row < n_joined; row++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (header, row))->len);
  for (guint column = 0; column < width; column++)
    {
      g_autofree char *name = NULL;

      for (guint row = 0; row < n_joined; row++)
        {
          const GString *cell = _gf_csv_get_cell (g_ptr_array_index (header, row), column);
          /* Only what has a name of its own below belongs to a group. */
          gboolean inherits = _gf_csv_is_blank (cell) && has_name_below (header, row, n_joined, column);
          g_autofree char *part = inherits ? dup_group (header, row, column) : dup_name (cell);

          if (name == NULL || *name == '\0')
            g_set_str (&name, part);
          else if (*part != '\0' && !adds_nothing (name, part, has_ids))
            {
              g_autofree char *before = g_steal_pointer (&name);
              name = row == units ? join_unit (before, part)
                                  : g_strdup_printf ("%s - %s", before, part);
            }
        }
      g_strv_builder_take (names, g_steal_pointer (&name));
    }

  return g_strv_builder_end (names);
}
