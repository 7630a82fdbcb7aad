/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-dialect-private.h"

#include "gf-number.h"

#include <math.h>
#include <string.h>

/* How well the marks fit. */
typedef struct
{
  double score;      /* 0 not at all, 1 and above when all records agree */
  guint n_records;
  guint width;
  guint n_broken;
} Fit;

static Fit
try_marks (const char       *text,
           gsize             length,
           gboolean          whole,
           const GfCsvMarks *marks)
{
  Fit fit = { 0 };
  g_autoptr (GArray) widths = _gf_csv_read_widths (text, length, whole, marks, &fit.n_broken);
  guint n_with;

  fit.width = _gf_csv_find_width (widths, &n_with);
  fit.n_records = widths->len;
  if (widths->len > 0 && fit.width >= 2)
    {
      double share = (double) n_with / widths->len;

      fit.score = share * share * (1 + 0.15 * log2 (fit.width));
      /* As many tabs in every record are no chance, even if commas make more cells. */
      if (marks->delimiter == '\t' && share == 1 && widths->len >= 2)
        fit.score *= 1.5;
    }
  else if (widths->len > 0 && g_array_index (widths, guint, 0) >= 2)
    {
      /* A header with more cells than most rows have is a sign too. */
      fit.score = 0.01;
    }

  return fit;
}

static gboolean
all_agree (const Fit *fit,
           guint      width)
{
  return fit->width >= width && fit->n_records >= 2 && fit->score >= 1;
}

/* Whether some column holds a number in every record but the first: words of a sentence have
   spaces between them too. */
static gboolean
has_number_column (const char       *text,
                   gsize             length,
                   gboolean          whole,
                   const GfCsvMarks *marks)
{
  g_autoptr (GPtrArray) records = gf_csv_read_sample (text, length, whole, marks,
                                                      GF_CSV_SAMPLE_RECORDS, NULL);

  if (records->len < 3)
    return FALSE;

  const GPtrArray *first = g_ptr_array_index (records, 0);
  for (guint column = 0; column < first->len; column++)
    {
      gboolean numbers = TRUE;

      for (guint i = 1; i < records->len && numbers; i++)
        {
          const GPtrArray *record = g_ptr_array_index (records, i);
          const GString *cell = column < record->len ? g_ptr_array_index (record, column) : NULL;
          GfNumber number;

          numbers = cell != NULL && gf_number_parse (cell->str, cell->len, 0, &number);
        }
      if (numbers)
        return TRUE;
    }

  return FALSE;
}

/* Takes the candidate when its records agree (@least cells or more; 0: no need to) and fit better
   than the best so far. */
static void
consider (const char *text,
          gsize       length,
          gboolean    whole,
          char        delimiter,
          guint       least,
          GfCsvMarks *marks,
          Fit        *best)
{
  GfCsvMarks candidate = { delimiter, marks->quote, marks->escape };

  if (memchr (text, delimiter, length) == NULL || delimiter == marks->quote)
    return;

  Fit fit = try_marks (text, length, whole, &candidate);
  if ((least > 0 && !all_agree (&fit, least)) || fit.score <= best->score * 1.0001)
    return;
  if (delimiter == ' ' && !has_number_column (text, length, whole, &candidate))
    return;
  *marks = candidate;
  *best = fit;
}

/* Sets the delimiter that fits best with the quotation mark and escape in @marks. */
static Fit
guess_delimiter (const char *text,
                 gsize       length,
                 gboolean    whole,
                 GfCsvMarks *marks)
{
  /* The first of those that fit alike: commas and semicolons are in texts and numbers too. */
  static const char usual[] = { '\t', '|', ';', ',' };
  /* Hardly ever in a text: taken when every record has the same number of them. */
  static const char rare[] = { '~', '^', '\037', '\001', '\036', '\002' };
  /* In texts too, as times and addresses have colons: three cells in every record. */
  static const char odd[] = { ':', '#', '!', '*', '%', '&', '$', '@', '+', '_' };
  Fit best = { 0 };

  marks->delimiter = ',';
  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    consider (text, length, whole, usual[i], 0, marks, &best);
  for (gsize i = 0; i < G_N_ELEMENTS (rare); i++)
    consider (text, length, whole, rare[i], 2, marks, &best);
  for (gsize i = 0; i < G_N_ELEMENTS (odd) && best.width == 0; i++)
    consider (text, length, whole, odd[i], 3, marks, &best);
  if (best.width == 0)
    consider (text, length, whole, ' ', 2, marks, &best);
  if (best.n_records == 0)
    best = try_marks (text, length, whole, marks);

  return best;
}

static Fit
complete (const char *text,
          gsize       length,
          gboolean    whole,
          char        delimiter,
          GfCsvMarks *marks)
{
  if (delimiter == 0)
    return guess_delimiter (text, length, whole, marks);
  marks->delimiter = delimiter;

  return try_marks (text, length, whole, marks);
}

/* How often a quotation mark stands where a cell begins, and where one ends. */
static void
count_quotes (const char *text,
              gsize       length,
              char        delimiter,
              char        quote,
              guint      *n_begin,
              guint      *n_end)
{
  *n_begin = *n_end = 0;
  for (const char *p = text, *end = text + length;
       p < end && (p = memchr (p, quote, (gsize) (end - p))) != NULL; p++)
    {
      *n_begin += p == text || p[-1] == delimiter || p[-1] == '\n' || p[-1] == '\r';
      *n_end += p + 1 == end || p[1] == delimiter || p[1] == '\n' || p[1] == '\r';
    }
}

/* Apostrophes quote when as many cells begin with one as end with one, no cell begins with the
   usual mark, and the records fit at least as well. A sample cut off may have one cell open. */
static gboolean
is_single_quoted (const char *text,
                  gsize       length,
                  gboolean    whole,
                  const Fit  *usual,
                  const Fit  *fit,
                  char        delimiter)
{
  guint n_begin, n_end, n_usual, n_usual_end;

  count_quotes (text, length, delimiter, '"', &n_usual, &n_usual_end);
  count_quotes (text, length, delimiter, '\'', &n_begin, &n_end);
  if (n_usual > 0 || n_begin == 0)
    return FALSE;
  /* With apostrophes in the texts too: only when far more records agree. */
  if (fit->n_broken > 0)
    return n_begin >= 4 && MAX (n_begin, n_end) * 10 <= MIN (n_begin, n_end) * 11 &&
           fit->score > usual->score * 1.5;
  if (n_begin != n_end && (whole || n_begin != n_end + 1))
    return FALSE;

  return fit->score > usual->score * 1.0001 ||
         (n_begin >= 2 && fit->score >= usual->score * 0.9999);
}

/* Whether every quotation mark has a backslash before it, and there are several: a file written
   without quoting. */
static gboolean
escapes_every_quote (const char *text,
                     gsize       length,
                     char        quote)
{
  guint n = 0;

  for (const char *p = text, *end = text + length;
       p < end && (p = memchr (p, quote, (gsize) (end - p))) != NULL; p++, n++)
    if (p == text || p[-1] != '\\')
      return FALSE;

  return n >= 2;
}

/* Backslashes escape when fewer cells are badly quoted that way, or more records agree. */
static gboolean
is_escaped (const char *text,
            gsize       length,
            const Fit  *usual,
            const Fit  *fit,
            char        quote)
{
  if (fit->n_broken != usual->n_broken)
    return fit->n_broken < usual->n_broken;
  if (fit->score > usual->score * 1.0001)
    return TRUE;

  return fit->score >= usual->score * 0.9999 && escapes_every_quote (text, length, quote);
}

/* Decides the marks that are 0. */
void
_gf_csv_guess_marks (const char *text,
                     gsize       length,
                     gboolean    whole,
                     GfCsvMarks *marks)
{
  const GfCsvMarks settled = *marks;

  marks->quote = settled.quote != 0 ? settled.quote : '"';
  marks->escape = settled.escape != 0 ? settled.escape : marks->quote;

  Fit best = complete (text, length, whole, settled.delimiter, marks);
  if (settled.quote == 0 && memchr (text, '\'', length) != NULL)
    {
      GfCsvMarks single = { 0, '\'', settled.escape != 0 ? settled.escape : '\'' };
      Fit fit = complete (text, length, whole, settled.delimiter, &single);

      if (fit.n_broken > 0 && settled.escape == 0 && memchr (text, '\\', length) != NULL)
        {
          single = (GfCsvMarks) { 0, '\'', '\\' };
          fit = complete (text, length, whole, settled.delimiter, &single);
        }
      if (is_single_quoted (text, length, whole, &best, &fit, single.delimiter))
        {
          *marks = single;
          best = fit;
        }
    }
  if (settled.escape == 0 && marks->escape == marks->quote &&
      memchr (text, '\\', length) != NULL)
    {
      GfCsvMarks escaped = { 0, marks->quote, '\\' };
      Fit fit = complete (text, length, whole, settled.delimiter, &escaped);

      if (is_escaped (text, length, &best, &fit, escaped.quote))
        *marks = escaped;
    }
}
