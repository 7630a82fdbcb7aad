/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-dialect-private.h"

#include "gf-date.h"
#include "gf-number.h"
#include "gf-text.h"

#include <string.h>

/* With fewer records than this the first one is always taken for names. */
#define ENOUGH_RECORDS 20
#define MOST_NAME_ROWS 3
#define MOST_TITLES 20
#define MOST_IN_NOTE 3

static guint
count_filled (const GPtrArray *record)
{
  guint n = 0;

  for (guint i = 0; i < record->len; i++)
    {
      const GString *cell = g_ptr_array_index (record, i);
      n += !gf_text_is_blank (cell->str, cell->len);
    }

  return n;
}

guint
_gf_csv_find_width (const GArray *widths,
                    guint        *n_with)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint width = 0;

  *n_with = 0;
  for (guint i = 0; i < widths->len; i++)
    {
      guint cells = g_array_index (widths, guint, i);
      gpointer key = GUINT_TO_POINTER (cells);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
      if (n > *n_with || (n == *n_with && cells > width))
        {
          *n_with = n;
          width = cells;
        }
    }

  return width;
}

static GArray *
dup_widths (const GfCsvRecords *records)
{
  GArray *widths = g_array_sized_new (FALSE, FALSE, sizeof (guint), records->len);

  for (guint i = 0; i < records->len; i++)
    g_array_append_val (widths, ((GPtrArray *) g_ptr_array_index (records, i))->len);

  return widths;
}

typedef enum
{
  KIND_BLANK,
  KIND_WORDS,
  KIND_NUMBER,
  KIND_DATE,
} Kind;

static Kind
cell_kind (const GString *cell)
{
  GfNumber number;

  if (gf_text_is_missing (cell->str, cell->len, FALSE))
    return KIND_BLANK;
  if (gf_number_parse (cell->str, cell->len, 0, &number))
    return KIND_NUMBER;
  if (gf_date_get_orders (cell->str, cell->len) != 0)
    return KIND_DATE;

  return KIND_WORDS;
}

static gboolean
is_year (const GString *cell)
{
  GfNumber number;

  return cell->len == 4 && gf_number_parse (cell->str, cell->len, 0, &number) &&
         number.value >= 1900 && number.value <= 2100;
}

/* Where numbers begin that count on from cell to cell, three or more, as hours, weeks or points of a
   scale do that are names; the record's length without any. @n: how many. */
static guint
find_counting (const GPtrArray *record,
               guint           *n)
{
  for (guint from = 0; from + 2 < record->len; from++)
    {
      double last = 0;
      guint at;

      for (at = from; at < record->len; at++)
        {
          const GString *cell = g_ptr_array_index (record, at);
          GfNumber number;

          if (!gf_number_parse (cell->str, cell->len, 0, &number) ||
              (at > from && number.value != last + 1))
            break;
          last = number.value;
        }
      *n = at - from;
      if (*n >= 3)
        return from;
    }
  *n = 0;

  return record->len;
}

/* The same, when the records below do not count on as well. */
static guint
find_counting_names (const GPtrArray *records,
                     guint            at,
                     guint           *n)
{
  guint from = find_counting (g_ptr_array_index (records, at), n);
  guint n_alike = 0, n_other;

  for (guint i = at + 1; i < records->len && *n > 0; i++)
    {
      find_counting (g_ptr_array_index (records, i), &n_other);
      n_alike += n_other > 0;
    }
  if (*n > 0 && n_alike * 2 >= records->len - at)
    *n = 0;

  return from;
}

/* Whether the record is data like those below it: no cell is words above numbers or dates, and some
   are numbers above numbers, dates above dates, or most are words that come again below. */
static gboolean
looks_like_data (const GPtrArray *records,
                 guint            at)
{
  const GPtrArray *first = g_ptr_array_index (records, at);
  guint n_alike = 0, n_texts = 0, n_come_again = 0, n_counting;
  guint counting = find_counting_names (records, at, &n_counting);

  for (guint column = 0; column < first->len; column++)
    {
      const GString *cell = g_ptr_array_index (first, column);
      Kind kind = cell_kind (cell);
      guint n_same = 0, n_words = 0, n_filled = 0, n_again = 0;

      if (kind == KIND_BLANK || (column >= counting && column < counting + n_counting))
        continue;
      for (guint i = at + 1; i < records->len; i++)
        {
          const GPtrArray *record = g_ptr_array_index (records, i);
          if (column >= record->len)
            continue;

          const GString *below = g_ptr_array_index (record, column);
          Kind below_kind = cell_kind (below);
          n_filled += below_kind != KIND_BLANK;
          n_words += below_kind == KIND_WORDS;
          n_same += below_kind == kind;
          n_again += below_kind != KIND_BLANK && g_string_equal (cell, below);
        }
      if (n_filled == 0)
        continue;
      if (kind == KIND_WORDS)
        {
          if (n_words * 2 < n_filled)
            return FALSE;
          n_texts++;
          n_come_again += n_again > 0;
          continue;
        }
      if (n_same * 10 < n_filled * 9)
        return FALSE;

      /* A year above numbers is a name: 2023, 2024, 2025. */
      n_alike += !is_year (cell);
    }

  return n_alike > 0 || n_come_again * 2 > n_texts;
}

static guint
count_equal (const GPtrArray *a,
             const GPtrArray *b)
{
  guint n = 0;

  for (guint i = 0; i < MIN (a->len, b->len); i++)
    {
      const GString *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);
      n += x->len > 0 && g_string_equal (x, y);
    }

  return n;
}

/* Whether a record says the names again in other spelling, in most of the first columns, and the
   rest in more words: the second row of a survey export. */
static gboolean
spells_names (const GPtrArray *names,
              const GPtrArray *record)
{
  guint n_same = 0, n_exact = 0, n_seen = 0;

  for (guint i = 0; i < MIN (names->len, record->len) && n_seen < 5; i++)
    {
      const GString *name = _gf_csv_get_cell (names, i), *cell = _gf_csv_get_cell (record, i);

      if (_gf_csv_is_blank (name))
        continue;
      if (cell_kind (cell) != KIND_WORDS)
        return FALSE;
      n_seen++;
      n_same += _gf_csv_is_same_name (name->str, cell->str);
      n_exact += g_string_equal (name, cell);
    }

  return n_seen >= 4 && n_same >= 3 && n_exact < n_same;
}

/* Whether the cells under a second name tell that it is one: numbers or dates, or, as with the
   options of a survey, that text and nothing. */
static gboolean
tells_of_name (const GPtrArray *records,
               guint            first,
               guint            column,
               const GString   *name)
{
  guint n_typed = 0, n_option = 0, n_blank = 0, n_rows = 0;

  for (guint i = first; i < records->len; i++)
    {
      const GString *cell = _gf_csv_get_cell (g_ptr_array_index (records, i), column);

      if (cell == NULL)
        continue;
      Kind kind = cell_kind (cell);
      n_rows++;
      n_typed += kind == KIND_NUMBER || kind == KIND_DATE;
      n_blank += _gf_csv_is_blank (cell);
      n_option += _gf_csv_is_blank (cell) || g_string_equal (cell, name);
    }

  return n_rows > 0 && (n_typed * 2 > n_rows || (n_option == n_rows && n_blank > 0));
}

/* Whether the cell says what the next one is, as "Period:" does in a note above a table. */
static gboolean
is_label (const GString *cell)
{
  const char *text = cell->str;
  gsize length = cell->len;

  gf_text_trim (&text, &length);

  return length > 0 && text[length - 1] == ':';
}

/* Whether the record @at holds groups ("2024", blank, "2025", blank; or each said again) over the
   names in the record below. */
static gboolean
is_group_row (const GPtrArray *records,
              guint            at)
{
  if (records->len < at + 3)
    return FALSE;

  const GPtrArray *groups = g_ptr_array_index (records, at);
  const GPtrArray *names = g_ptr_array_index (records, at + 1);
  const GString *last = NULL;
  guint n_under = 0, n_told = 0;

  if (groups->len < names->len || count_filled (groups) < 2 || is_label (_gf_csv_get_cell (groups, 0)))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const GString *group = _gf_csv_get_cell (groups, i), *name = _gf_csv_get_cell (names, i);
      gboolean again = !_gf_csv_is_blank (group) && last != NULL && g_string_equal (group, last);

      if (!_gf_csv_is_blank (name) && cell_kind (name) != KIND_WORDS && !is_year (name))
        return FALSE;
      if (_gf_csv_is_blank (group) || again)
        {
          if (_gf_csv_is_blank (name))
            return FALSE;
          /* What stands before the first group is no member of one. */
          if (last == NULL)
            continue;
          n_under++;
          n_told += tells_of_name (records, at + 2, i, name);
        }
      if (!_gf_csv_is_blank (group))
        last = group;
    }

  return n_under > 0 && n_told * 2 >= n_under;
}

/* Whether the cells can be names: none a number or a date, no two alike. */
static gboolean
are_names (const GPtrArray *record)
{
  for (guint i = 0; i < record->len; i++)
    {
      const GString *cell = g_ptr_array_index (record, i);
      Kind kind = cell_kind (cell);

      if ((kind == KIND_NUMBER && !is_year (cell)) || kind == KIND_DATE)
        return FALSE;
      for (guint k = 0; k < i && !_gf_csv_is_blank (cell); k++)
        if (g_string_equal (cell, g_ptr_array_index (record, k)))
          return FALSE;
    }

  return TRUE;
}

/* How many records below the names say once more what they are, with data behind them. */
static guint
count_repeats (const GPtrArray *records,
               guint            names)
{
  const GPtrArray *header = g_ptr_array_index (records, names);
  guint n_filled = count_filled (header);
  guint n = 0;

  while (n_filled >= 2 && names + n + 1 < records->len &&
         count_equal (header, g_ptr_array_index (records, names + n + 1)) == n_filled)
    n++;

  return n < MOST_NAME_ROWS && names + n + 1 < records->len && (n == 0 || are_names (header)) ? n : 0;
}

/* Whether the record @at tells the units of the names above it: under one of them at least are
   numbers or dates. */
static gboolean
is_units_row (const GPtrArray *records,
              guint            at)
{
  const GPtrArray *units = g_ptr_array_index (records, at);

  if (records->len <= at + 1 || units->len < 2 || !_gf_csv_is_units_row (units))
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      guint n_typed = 0, n_filled = 0;

      if (_gf_csv_is_blank (g_ptr_array_index (units, i)))
        continue;
      for (guint row = at + 1; row < records->len; row++)
        {
          const GString *cell = _gf_csv_get_cell (g_ptr_array_index (records, row), i);
          Kind kind = cell != NULL ? cell_kind (cell) : KIND_BLANK;

          n_typed += kind == KIND_NUMBER || kind == KIND_DATE;
          n_filled += kind != KIND_BLANK;
        }
      if (n_typed * 2 > n_filled)
        return TRUE;
    }

  return FALSE;
}

/* Records below the names that are no data, and how many of them belong to the names: groups above
   names, the names again, what Qualtrics and SurveyMonkey put there. */
static guint
count_below_names (const GPtrArray *records,
                   guint            names,
                   guint           *n_joined)
{
  const GPtrArray *header = g_ptr_array_index (records, names);

  *n_joined = 1;
  for (guint i = names + 1; i < MIN (records->len, names + MOST_NAME_ROWS); i++)
    if (_gf_csv_has_import_ids (g_ptr_array_index (records, i)))
      {
        *n_joined = i - names;
        return i - names;
      }

  if (records->len <= names + 1)
    return 0;

  const GPtrArray *second = g_ptr_array_index (records, names + 1);
  guint n_filled = count_filled (header);
  guint n_repeats = count_repeats (records, names);
  if (n_repeats > 0)
    return n_repeats;

  const GString *corner = _gf_csv_get_cell (header, 0), *below = _gf_csv_get_cell (second, 0);
  gboolean is_survey = corner != NULL && below != NULL && _gf_csv_is_blank (below) &&
                       g_ascii_strncasecmp (corner->str, "Respondent", 10) == 0 &&
                       _gf_csv_has_text (second, "Response");
  if (is_survey || (records->len > names + 2 && spells_names (header, second)))
    {
      *n_joined = 2;
      return 1;
    }

  if (is_group_row (records, names))
    *n_joined = is_group_row (records, names + 1) ? 3 : 2;
  else if (n_filled >= 2 && n_filled < header->len && n_filled <= count_filled (second) &&
           is_group_row (records, names + 1))
    *n_joined = 3;   /* groups of groups: names are two rows below */
  if (records->len > names + *n_joined && is_units_row (records, names + *n_joined))
    (*n_joined)++;

  return *n_joined - 1;
}

/* Whether the record can be the names under lines that say several things of the table: as wide as the
   rest, full, of words, with numbers or dates under some. */
static gboolean
begins_table (const GPtrArray *records,
              guint            at,
              guint            width)
{
  const GPtrArray *names = g_ptr_array_index (records, at);

  if (names->len != width || count_filled (names) * 10 < width * 6)
    return FALSE;
  for (guint i = 0; i < width; i++)
    {
      const GString *cell = g_ptr_array_index (names, i);

      if (!_gf_csv_is_blank (cell) && cell_kind (cell) != KIND_WORDS && !is_year (cell))
        return FALSE;
    }
  for (guint i = 0; i < width; i++)
    {
      guint n_typed = 0, n_words = 0;

      for (guint row = at + 1; row < records->len; row++)
        {
          const GString *cell = _gf_csv_get_cell (g_ptr_array_index (records, row), i);
          Kind kind = cell != NULL ? cell_kind (cell) : KIND_BLANK;

          n_typed += kind == KIND_NUMBER || kind == KIND_DATE;
          n_words += kind == KIND_WORDS;
        }
      if (n_typed > n_words)
        return TRUE;
    }

  return FALSE;
}

/* Lines above the table that fill a few cells, "Period;2024", but half as many as it has at most. */
static guint
count_notes (const GPtrArray *records,
             guint            width)
{
  for (guint i = 0; width >= 4 && i + 2 < records->len && i < MOST_TITLES; i++)
    {
      if (i > 0 && begins_table (records, i, width))
        return i;

      guint n_filled = count_filled (g_ptr_array_index (records, i));
      if (n_filled > MOST_IN_NOTE || n_filled * 2 > width || is_group_row (records, i))
        break;
    }

  return 0;
}

/* Title lines: at most one cell filled where the table has more, above a record that is as full as
   the rest. */
static guint
count_titles (const GPtrArray *records,
              guint            width)
{
  guint i;

  if (width < 2)
    return 0;
  for (i = 0; i < records->len && i < MOST_TITLES; i++)
    {
      const GPtrArray *record = g_ptr_array_index (records, i);
      guint n_filled = count_filled (record);

      if (n_filled > 1 || (width == 2 && record->len > 1))
        break;
    }
  if (i == records->len || i == MOST_TITLES)
    return 0;

  const GPtrArray *names = g_ptr_array_index (records, i);

  if (names->len != width || count_filled (names) * 10 < width * 6 || records->len <= i + 1)
    return count_notes (records, width);

  return i;
}

/* Of header rows that were told by the user, the first that is as full as names are. */
static void
find_names (const GPtrArray *records,
            GfCsvDialect    *dialect)
{
  guint n_rows = MIN (records->len, dialect->n_header_rows);
  guint most = 0;

  for (guint i = 0; i < n_rows; i++)
    most = MAX (most, count_filled (g_ptr_array_index (records, i)));
  for (guint i = 0; i < n_rows; i++)
    {
      guint n_filled = count_filled (g_ptr_array_index (records, i));

      if (n_filled * 3 < most || (n_filled < 2 && most > 1))
        continue;
      dialect->names_row = i;
      break;
    }

  const GPtrArray *names = n_rows > 0 ? g_ptr_array_index (records, dialect->names_row) : NULL;
  dialect->n_joined = 1;
  for (guint i = dialect->names_row + 1; i < n_rows; i++)
    {
      const GPtrArray *record = g_ptr_array_index (records, i);

      if (_gf_csv_has_import_ids (record) || count_equal (names, record) == count_filled (names))
        break;
      dialect->n_joined++;
    }
}

/* Finds which records are above the data, all of them when @n_header_rows is -1. */
void
_gf_csv_guess_header (const GfCsvRecords *records,
                      int                 n_header_rows,
                      GfCsvDialect       *dialect)
{
  guint n_with;

  dialect->n_joined = 1;
  if (n_header_rows >= 0)
    {
      dialect->n_header_rows = (guint) n_header_rows;
      find_names (records, dialect);
      return;
    }
  if (records->len == 0)
    return;

  g_autoptr (GArray) widths = dup_widths (records);
  guint n_titles = count_titles (records, _gf_csv_find_width (widths, &n_with));
  dialect->names_row = n_titles;
  dialect->n_header_rows = n_titles + 1;
  dialect->names_look_like_data =
    records->len > n_titles + 1 && looks_like_data (records, n_titles);
  if (dialect->names_look_like_data && n_titles == 0 && records->len >= ENOUGH_RECORDS)
    {
      dialect->n_header_rows = 0;
      dialect->names_look_like_data = FALSE;
    }
  else
    {
      guint n_below = count_below_names (records, n_titles, &dialect->n_joined);

      /* What is told below the names shows that they are names. */
      dialect->n_header_rows += n_below;
      dialect->names_look_like_data = dialect->names_look_like_data && n_below == 0;
    }
}
