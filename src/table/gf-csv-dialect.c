/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-dialect.h"

#include "gf-csv-reader.h"
#include "gf-date.h"
#include "gf-number.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

#define SAMPLE_RECORDS 400
/* With fewer records than this the first one is always taken for names. */
#define ENOUGH_RECORDS 20

typedef struct
{
  GPtrArray *records;
  GPtrArray *record;
  guint limit;
} Sample;

static void
free_cell (gpointer cell)
{
  g_string_free (cell, TRUE);
}

static void
sample_cell_cb (const char *text,
                gsize       length,
                gpointer    user_data)
{
  Sample *sample = user_data;

  if (sample->record == NULL)
    sample->record = g_ptr_array_new_with_free_func (free_cell);
  g_ptr_array_add (sample->record, g_string_new_len (text, (gssize) length));
}

static void
sample_row_cb (gpointer user_data)
{
  Sample *sample = user_data;

  if (sample->record != NULL && sample->records->len < sample->limit)
    g_ptr_array_add (sample->records, g_steal_pointer (&sample->record));
  g_clear_pointer (&sample->record, g_ptr_array_unref);
}

static void
sample_broken_cb (const char *text,
                  gsize       length,
                  gpointer    user_data)
{
}

/**
 * gf_csv_read_sample:
 * @text: the beginning of a file
 * @length: its bytes
 * @whole: whether that is all; else the record cut off at its end is left out
 * @delimiter: what separates cells
 * @limit: at most so many records
 *
 * Reads the first records.
 *
 * Returns: (transfer full): records of cells
 */
GfCsvRecords *
gf_csv_read_sample (const char *text,
                    gsize       length,
                    gboolean    whole,
                    char        delimiter,
                    guint       limit)
{
  static const GfCsvHandler handler = { sample_cell_cb, sample_row_cb, sample_broken_cb };
  Sample sample = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref), NULL,
                    limit };
  g_autoptr (GfCsvReader) reader = gf_csv_reader_new (delimiter, &handler, &sample);

  /* In slices, so that little more than asked for is read. */
  for (gsize done = 0; done < length && sample.records->len < limit;)
    {
      gsize size = MIN (length - done, 64 * 1024);

      g_string_append_len (gf_csv_reader_get_input (reader), text + done, (gssize) size);
      done += size;
      gf_csv_reader_parse (reader, whole && done == length);
    }
  /* A sample within one broken record gives nothing: read it as if it ended there. */
  if (sample.records->len == 0 && length > 0 && !whole)
    gf_csv_reader_parse (reader, TRUE);
  g_clear_pointer (&sample.record, g_ptr_array_unref);

  return sample.records;
}

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

/* The commonest number of cells, and how many records have it. */
static guint
find_width (const GPtrArray *records,
            guint           *n_with)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint width = 0;

  *n_with = 0;
  for (guint i = 0; i < records->len; i++)
    {
      const GPtrArray *record = g_ptr_array_index (records, i);
      gpointer key = GUINT_TO_POINTER (record->len);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
      if (n > *n_with || (n == *n_with && record->len > width))
        {
          *n_with = n;
          width = record->len;
        }
    }

  return width;
}

/* How well a delimiter fits: 0 not at all, 1 and above when all records agree. */
static double
score_delimiter (const char *text,
                 gsize       length,
                 gboolean    whole,
                 char        delimiter)
{
  g_autoptr (GPtrArray) records = gf_csv_read_sample (text, length, whole, delimiter,
                                                      SAMPLE_RECORDS);
  guint n_with;
  guint width = find_width (records, &n_with);

  if (records->len == 0 || width < 2)
    {
      /* A header with more cells than most rows have is a sign too. */
      if (records->len == 0 || ((GPtrArray *) g_ptr_array_index (records, 0))->len < 2)
        return 0;
      return 0.01;
    }

  double share = (double) n_with / records->len;

  return share * share * (1 + 0.15 * log2 (width));
}

static char
guess_delimiter (const char *text,
                 gsize       length,
                 gboolean    whole)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  char best = ',';
  double best_score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      if (memchr (text, candidates[i], length) == NULL)
        continue;

      double score = score_delimiter (text, length, whole, candidates[i]);
      if (score > best_score * 1.0001)
        {
          best = candidates[i];
          best_score = score;
        }
    }
  /* Times and addresses have colons too: only when every record has the same, and three cells. */
  if (best_score == 0 && memchr (text, ':', length) != NULL &&
      score_delimiter (text, length, whole, ':') >= 1 + 0.15 * log2 (3))
    best = ':';

  return best;
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

/* Whether the record is data like those below it: no cell is words above numbers or dates, and
   some are numbers above numbers, dates above dates, or words that come again below. */
static gboolean
looks_like_data (const GPtrArray *records,
                 guint            at)
{
  const GPtrArray *first = g_ptr_array_index (records, at);
  guint n_alike = 0;

  for (guint column = 0; column < first->len; column++)
    {
      const GString *cell = g_ptr_array_index (first, column);
      Kind kind = cell_kind (cell);
      guint n_same = 0, n_words = 0, n_filled = 0, n_again = 0;

      if (kind == KIND_BLANK)
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
          n_alike += n_again > 0;
          continue;
        }
      if (n_same * 10 < n_filled * 9)
        return FALSE;

      /* A year above numbers is a name: 2023, 2024, 2025. */
      GfNumber number;
      gboolean is_year = gf_number_parse (cell->str, cell->len, 0, &number) && cell->len == 4 &&
                         number.value >= 1900 && number.value <= 2100;
      n_alike += !is_year;
    }

  return n_alike > 0;
}

static gboolean
has_text (const GPtrArray *record,
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

/* Records under the names that are no data: the names again, what Qualtrics and SurveyMonkey add.
   */
static guint
count_below_names (const GPtrArray *records,
                   guint            names)
{
  const GPtrArray *header = g_ptr_array_index (records, names);

  for (guint i = names + 1; i < MIN (records->len, names + 3); i++)
    if (has_text (g_ptr_array_index (records, i), "ImportId\"") ||
        has_text (g_ptr_array_index (records, i), "'ImportId'"))
      return i - names;

  if (records->len <= names + 1)
    return 0;

  const GPtrArray *second = g_ptr_array_index (records, names + 1);
  guint n_filled = count_filled (header);
  if (n_filled >= 2 && count_equal (header, second) * 10 >= n_filled * 8)
    return 1;

  const GString *corner = header->len > 0 ? g_ptr_array_index (header, 0) : NULL;
  const GString *below = second->len > 0 ? g_ptr_array_index (second, 0) : NULL;
  if (corner != NULL && below != NULL && below->len == 0 &&
      g_ascii_strncasecmp (corner->str, "Respondent", 10) == 0 && has_text (second, "Response"))
    return 1;

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
  for (i = 0; i < records->len && i < 20; i++)
    {
      const GPtrArray *record = g_ptr_array_index (records, i);
      guint n_filled = count_filled (record);

      if (n_filled > 1 || (width == 2 && record->len > 1))
        break;
    }
  if (i == 0 || i == records->len || i == 20)
    return 0;

  const GPtrArray *names = g_ptr_array_index (records, i);

  if (names->len != width || count_filled (names) * 10 < width * 6 || records->len <= i + 1)
    return 0;

  return i;
}

/* The record with the most cells filled, the first of them, among the header rows. */
static guint
find_names (const GPtrArray *records,
            guint            n_header_rows)
{
  guint best = 0, best_filled = 0;

  for (guint i = 0; i < MIN (records->len, n_header_rows); i++)
    {
      guint n_filled = count_filled (g_ptr_array_index (records, i));
      if (n_filled > best_filled)
        {
          best = i;
          best_filled = n_filled;
        }
    }

  return best;
}

/* A first line "sep=;" as spreadsheets write it. Returns its bytes, 0 if there is none. */
static gsize
read_separator_line (const char *text,
                     gsize       length,
                     char       *delimiter)
{
  gsize at = 0;

  if (length > 0 && text[0] == '"')
    at = 1;
  if (length < at + 5 || g_ascii_strncasecmp (text + at, "sep=", 4) != 0)
    return 0;
  *delimiter = text[at + 4];
  if ((guchar) *delimiter >= 0x80 || *delimiter == '"' || *delimiter == '\n' || *delimiter == '\r')
    return 0;

  gsize end = at + 5 + at;
  if (end < length && text[end] != '\n' && text[end] != '\r')
    return 0;
  while (end < length && (text[end] == '\r' || text[end] == '\n'))
    end++;

  return end;
}

/**
 * gf_csv_dialect_guess:
 * @text: the beginning of a file
 * @length: its bytes
 * @whole: whether that is all
 * @delimiter: the delimiter if it is known, else 0
 * @n_header_rows: the number of header rows if it is known, else -1
 * @dialect: (out): what was found
 *
 * Judges how a file is laid out.
 */
void
gf_csv_dialect_guess (const char   *text,
                      gsize         length,
                      gboolean      whole,
                      char          delimiter,
                      int           n_header_rows,
                      GfCsvDialect *dialect)
{
  char said = 0;
  guint n_with;

  *dialect = (GfCsvDialect) { 0 };
  dialect->start = read_separator_line (text, length, &said);
  text += dialect->start;
  length -= dialect->start;
  if (delimiter != 0)
    dialect->delimiter = delimiter;
  else if (dialect->start > 0)
    dialect->delimiter = said;
  else
    dialect->delimiter = guess_delimiter (text, length, whole);

  g_autoptr (GPtrArray) records = gf_csv_read_sample (text, length, whole, dialect->delimiter,
                                                      SAMPLE_RECORDS);
  if (n_header_rows >= 0)
    {
      dialect->n_header_rows = (guint) n_header_rows;
      dialect->names_row = find_names (records, dialect->n_header_rows);
      return;
    }
  if (records->len == 0)
    return;

  guint n_titles = count_titles (records, find_width (records, &n_with));
  dialect->names_row = n_titles;
  dialect->n_header_rows = n_titles + 1;
  dialect->names_look_like_data =
    records->len > n_titles + 1 && looks_like_data (records, n_titles);
  if (dialect->names_look_like_data && n_titles == 0 && records->len >= ENOUGH_RECORDS)
    {
      dialect->n_header_rows = 0;
      dialect->names_look_like_data =
    records->len > n_titles + 1 && looks_like_data (records, n_titles);
    }
  else
    {
      dialect->n_header_rows += count_below_names (records, n_titles);
    }
}
