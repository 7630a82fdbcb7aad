/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-tell.h"

#include "gf-column-name.h"
#include "gf-column-values.h"
#include "gf-format.h"
#include "gf-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static GfProblemKind
unreadable_kind (const GfColumn *column)
{
  switch (gf_column_get_column_type (column))
    {
    case GF_COLUMN_DATE:
      return GF_PROBLEM_NOT_A_DATE;
    case GF_COLUMN_FLAG:
      return GF_PROBLEM_NOT_A_FLAG;
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
    case GF_COLUMN_CATEGORY:
    case GF_COLUMN_SET:
    case GF_COLUMN_TEXT:
    default:
      return GF_PROBLEM_NOT_A_NUMBER;
    }
}

static char *
unreadable_message (const GfColumn *column,
                    gsize           row)
{
  const char *text = gf_column_get_text (column, row);
  const char *name = gf_column_get_name (column);
  const GfColumnSpec *spec = gf_column_get_spec (column);
  GfNumber number;

  if (spec->type == GF_COLUMN_DATE)
    {
      if (gf_date_get_orders (text, strlen (text)) != 0)
        return g_strdup_printf (_("Row %zu: “%s” in “%s” is no date in the order "
                                  "of day and month that the other cells have."), row + 1, text,
                                name);
      return g_strdup_printf (_("Row %zu: “%s” in “%s” is no date."), row + 1,
                              text, name);
    }
  if (spec->type == GF_COLUMN_FLAG)
    return g_strdup_printf (_("Row %zu: “%s” in “%s” is neither yes nor no."),
                            row + 1, text, name);
  if (gf_number_parse (text, strlen (text), spec->decimal == ',' ? '.' : ',', &number))
    return g_strdup_printf (spec->decimal == ','
                              ? _("Row %zu: “%s” in “%s” is no number with a "
                                  "decimal comma, as the other cells have.")
                              : _("Row %zu: “%s” in “%s” is no number with a "
                                  "decimal point, as the other cells have."), row + 1, text, name);

  return g_strdup_printf (_("Row %zu: “%s” in “%s” is no number."), row + 1, text,
                          name);
}

/**
 * gf_import_tell_unreadable:
 * @problems: (inout): gets the problems
 * @column: a column
 * @index: its place
 *
 * Tells every cell that is no value of the column's type.
 */
void
gf_import_tell_unreadable (GfProblems     *problems,
                           const GfColumn *column,
                           guint           index)
{
  gsize left = gf_column_count_unreadable (column);
  gsize n_rows = gf_column_get_n_rows (column);
  GfProblemKind kind = unreadable_kind (column);

  for (gsize row = 0; row < n_rows && left > 0; row++)
    {
      if (!gf_column_is_unreadable (column, row))
        continue;

      left--;
      if (!gf_problems_count (problems, kind))
        {
          /* Only the count goes on. */
          gf_problems_count_more (problems, kind, left);
          return;
        }

      const char *text = gf_column_get_text (column, row);
      char *message = unreadable_message (column, row);
      gf_problems_store (problems, kind, row + 1, (int) index, gf_column_get_name (column), text,
                         strlen (text), message);
    }
}

static void
tell_column (GfProblems     *problems,
             GfProblemKind   kind,
             const GfColumn *column,
             guint           index,
             char           *message)
{
  if (gf_problems_count (problems, kind))
    gf_problems_store (problems, kind, 0, (int) index, gf_column_get_name (column), NULL, 0,
                       message);
  else
    g_free (message);
}

/* Intervals that were made of dates: one problem for each text, at its first row. */
static void
tell_repairs (GfProblems     *problems,
              const GfColumn *column,
              guint           index)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);
  const GfCells *cells = gf_column_get_cells (column);
  const guint32 *codes = gf_cells_get_codes (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  gsize n_rows = gf_cells_get_n_rows (cells);

  if (!spec->bands || !spec->repair)
    return;

  for (gsize i = 0; i < n_texts; i++)
    {
      gsize length, first = n_rows, count = 0;
      const char *text = gf_cells_get_text (cells, i, &length);
      double low, high;
      gboolean repaired;

      if (!gf_band_read (spec, text, length, &low, &high, &repaired) || !repaired)
        continue;
      for (gsize row = 0; row < n_rows; row++)
        if (codes[row] == i)
          {
            first = MIN (first, row);
            count++;
          }
      if (count == 0 || !gf_problems_count (problems, GF_PROBLEM_REPAIRED))
        continue;

      g_autofree char *cells_text = gf_format_count (count);
      char *became = g_strdup_printf ("%.0f-%.0f", low, high);
      gf_problems_store (problems, GF_PROBLEM_REPAIRED, first + 1, (int) index,
                         gf_column_get_name (column), text, length,
                         g_strdup_printf (ngettext ("“%s” in “%s” was made a date by a "
                                                    "spreadsheet; %s cell is read as %s.",
                                                    "“%s” in “%s” was made a date by a "
                                                    "spreadsheet; %s cells are read as %s.",
                                                    (gulong) count),
                                          text, gf_column_get_name (column), cells_text, became));
      g_array_index (problems->stored, GfProblem, problems->stored->len - 1).became = became;
    }
}

static void
tell_date_order (GfProblems     *problems,
                 const GfColumn *column,
                 guint           index)
{
  const char *name = gf_column_get_name (column);

  tell_column (problems, GF_PROBLEM_DATE_ORDER, column, index,
               g_strdup_printf (gf_column_get_spec (column)->date_order == GF_DATE_ORDER_MDY
                                  ? _("The dates in “%s” could have the day or the month first; "
                                      "they were read with the month first. Choose the order if "
                                      "that is wrong.")
                                  : _("The dates in “%s” could have the day or the month first; "
                                      "they were read with the day first. Choose the order if "
                                      "that is wrong."), name));
}

static void
tell_decimal (GfProblems     *problems,
              const GfColumn *column,
              guint           index)
{
  const char *name = gf_column_get_name (column);

  tell_column (problems, GF_PROBLEM_DECIMAL_MARK, column, index,
               g_strdup_printf (gf_column_get_spec (column)->decimal == ','
                                  ? _("The marks in the numbers of “%s” could be for thousands or "
                                      "for decimals; they were read with a decimal comma. Choose "
                                      "the mark if that is wrong.")
                                  : _("The marks in the numbers of “%s” could be for thousands or "
                                      "for decimals; they were read with a decimal point. Choose "
                                      "the mark if that is wrong."), name));
}

/* Several currencies in the cells of one column. */
static void
tell_mixed_money (GfProblems          *problems,
                  const GfColumnFacts *facts,
                  const GfColumn      *column,
                  guint                index)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (facts->currencies[1][0] == '\0')
    return;
  for (guint i = 0; i < GF_INFER_N_CURRENCIES && facts->currencies[i][0] != '\0'; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", facts->currencies[i]);
  tell_column (problems, GF_PROBLEM_CURRENCIES, column, index,
               g_strdup_printf (_("The amounts in “%s” are in several currencies: %s. They were not "
                                  "converted; bring them to one before you compare them."),
                                gf_column_get_name (column), names->str));
}

/* Dates that a program puts where it has none, and ends that have not come yet. */
static void
tell_odd_dates (GfProblems     *problems,
                const GfColumn *column,
                guint           index)
{
  static const char * const past_words[] = {
    "closed", "created", "signup", "signed up", "churned", "cancelled", "canceled", "ended",
    "first paid", "since", "last activity", NULL,
  };
  gsize n_rows = gf_column_get_n_rows (column);
  g_autofree char *folded = gf_column_name_fold (gf_column_get_name (column));
  double today = gf_days_today ();
  /* What is over is not in the future; other dates are at most fifty years away. */
  double latest = today + (gf_column_name_says (folded, past_words) ? 366 : 50 * 366);
  gsize n_zero = 0, n_late = 0, first_zero = 0, first_late = 0;

  if (gf_column_get_column_type (column) != GF_COLUMN_DATE)
    return;
  for (gsize row = n_rows; row-- > 0;)
    {
      /* One by one: all at once would be laid out for this alone. */
      double day = gf_column_get_number (column, row);

      if (day == 0)
        n_zero++, first_zero = row;
      if (day > latest)
        n_late++, first_late = row;
    }

  if (n_zero > 0 && gf_problems_count (problems, GF_PROBLEM_ODD_DATE))
    {
      const char *text = gf_column_get_text (column, first_zero);
      g_autofree char *count = gf_format_count (n_zero);

      gf_problems_store (problems, GF_PROBLEM_ODD_DATE, first_zero + 1, (int) index,
                         gf_column_get_name (column), text, strlen (text),
                         g_strdup_printf (ngettext ("%s cell of “%s” is 1 January 1970, which "
                                                    "programs write where they have no date.",
                                                    "%s cells of “%s” are 1 January 1970, which "
                                                    "programs write where they have no date.",
                                                    (gulong) n_zero), count,
                                          gf_column_get_name (column)));
    }
  if (n_late > 0 && gf_problems_count (problems, GF_PROBLEM_ODD_DATE))
    {
      const char *text = gf_column_get_text (column, first_late);
      g_autofree char *count = gf_format_count (n_late);

      gf_problems_store (problems, GF_PROBLEM_ODD_DATE, first_late + 1, (int) index,
                         gf_column_get_name (column), text, strlen (text),
                         g_strdup_printf (ngettext ("%s date of “%s” is far in the future, the "
                                                    "first in row %zu.",
                                                    "%s dates of “%s” are far in the future, the "
                                                    "first in row %zu.",
                                                    (gulong) n_late), count,
                                          gf_column_get_name (column), first_late + 1));
    }
}

/* Numbers without the sign among percentages: the first of them, and how many they are. */
static void
tell_bare_percent (GfProblems     *problems,
                   const GfColumn *column,
                   guint           index)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);
  gsize n_bare = 0, first = 0;

  if (!spec->percent)
    return;
  for (gsize row = gf_column_get_n_rows (column); row-- > 0;)
    if (!gf_column_is_missing (column, row) && strchr (gf_column_get_text (column, row), '%') == NULL)
      n_bare++, first = row;
  if (n_bare == 0 || !gf_problems_count (problems, GF_PROBLEM_NO_PERCENT_SIGN))
    return;

  const char *text = gf_column_get_text (column, first);
  g_autofree char *count = gf_format_count (n_bare);

  gf_problems_store (problems, GF_PROBLEM_NO_PERCENT_SIGN, first + 1, (int) index, spec->name, text, strlen (text),
                     g_strdup_printf (ngettext ("%s cell of “%s” has no percent sign, “%s” in row %zu; it is read as "
                                                "percent like the others.",
                                                "%s cells of “%s” have no percent sign, the first “%s” in row %zu; "
                                                "they are read as percent like the others.",
                                                (gulong) n_bare), count, spec->name, text, first + 1));
}

/* Most cells are dates that are written out, but so many are not that the column is none. */
static void
tell_mixed_dates (GfProblems          *problems,
                  const GfColumnFacts *facts,
                  const GfColumn      *column,
                  guint                index)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);
  gsize n_written = facts->n_date - MIN (facts->n_packed_date, facts->n_date);

  if ((spec->type != GF_COLUMN_CATEGORY && spec->type != GF_COLUMN_TEXT) || spec->bands ||
      spec->role == GF_ROLE_NAME || spec->role == GF_ROLE_IDENTIFIER ||
      n_written * 2 <= facts->n_filled)
    return;

  tell_column (problems, GF_PROBLEM_MIXED_DATES, column, index,
               g_strdup_printf (_("Most cells of “%s” are dates, but too many are not to read it as "
                                  "one. Choose the type date to have those listed, or correct them."),
                                gf_column_get_name (column)));
}

/* Most cells are quantities, but so many are not that the column is none. Codes have words among digits too, and few
   texts that come again are choices: "3+". */
static void
tell_mixed_numbers (GfProblems          *problems,
                    const GfColumnFacts *facts,
                    const GfColumn      *column,
                    guint                index)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);

  if ((spec->type != GF_COLUMN_CATEGORY && spec->type != GF_COLUMN_TEXT) || spec->bands ||
      spec->role == GF_ROLE_NAME || spec->role == GF_ROLE_IDENTIFIER ||
      (spec->type == GF_COLUMN_CATEGORY && facts->n_distinct <= 12) ||
      facts->n_either * 10 >= (facts->n_filled - facts->n_none) * 9 || facts->n_code * 50 > facts->n_either ||
      !gf_infer_is_mostly_numbers (facts) || gf_infer_names_code (spec->name))
    return;

  tell_column (problems, GF_PROBLEM_MIXED_NUMBERS, column, index,
               g_strdup_printf (_("Most cells of “%s” are numbers, but too many are not to read it as "
                                  "such. Choose the type number to have those listed, or correct them."),
                                gf_column_get_name (column)));
}

/* Customers whose name is missing: how many, and the first. */
static void
tell_unnamed (GfProblems     *problems,
              const GfColumn *column,
              guint           index)
{
  const char *name = gf_column_get_name (column);
  gsize n_missing = 0, first = 0;

  if (gf_column_get_role (column) != GF_ROLE_NAME)
    return;
  for (gsize row = gf_column_get_n_rows (column); row-- > 0;)
    if (gf_column_is_missing (column, row))
      n_missing++, first = row;
  if (n_missing == 0 || !gf_problems_count (problems, GF_PROBLEM_UNNAMED))
    return;

  g_autofree char *count = gf_format_count (n_missing);

  gf_problems_store (problems, GF_PROBLEM_UNNAMED, first + 1, (int) index, name, NULL, 0,
                     n_missing == 1
                       ? g_strdup_printf (_("Row %zu has no name: “%s” is empty there."), first + 1, name)
                       : g_strdup_printf (ngettext ("%s row has no name, the first is row %zu: “%s” is empty "
                                                    "there.",
                                                    "%s rows have no name, the first is row %zu: “%s” is empty "
                                                    "there.",
                                                    (gulong) n_missing), count, first + 1, name));
}

/**
 * gf_import_tell_readings:
 * @problems: (inout): gets the problems
 * @facts: what was found in the column
 * @context: what holds for the file
 * @column: the column
 * @index: its place
 *
 * Tells what was repaired, and what was decided though the file leaves it open: the order of day
 * and month, the decimal mark, the currency; and dates that are hardly meant.
 */
void
gf_import_tell_readings (GfProblems           *problems,
                         const GfColumnFacts  *facts,
                         const GfInferContext *context,
                         const GfColumn       *column,
                         guint                 index)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);

  if (gf_infer_order_is_open (facts, context, spec))
    tell_date_order (problems, column, index);
  if (gf_infer_decimal_is_open (facts, context, spec))
    tell_decimal (problems, column, index);
  if (spec->type == GF_COLUMN_MONEY || spec->type == GF_COLUMN_NUMBER)
    tell_mixed_money (problems, facts, column, index);
  tell_bare_percent (problems, column, index);
  tell_repairs (problems, column, index);
  tell_mixed_dates (problems, facts, column, index);
  tell_mixed_numbers (problems, facts, column, index);
  tell_unnamed (problems, column, index);
  tell_odd_dates (problems, column, index);
}

/**
 * gf_import_tell_currencies:
 * @problems: (inout): gets the problem
 * @codes: a column that holds the currencies of the amounts beside it
 * @index: its place
 *
 * Tells that the amounts are in several currencies.
 */
void
gf_import_tell_currencies (GfProblems     *problems,
                           const GfColumn *codes,
                           guint           index)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = gf_column_get_n_levels (codes);

  for (guint i = 0; i < n && i < GF_INFER_N_CURRENCIES; i++)
    {
      const char *level = gf_column_get_level (codes, i);
      char code[GF_CURRENCY_SIZE];

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              gf_currency_parse (level, strlen (level), code) ? code : level);
    }
  tell_column (problems, GF_PROBLEM_CURRENCIES, codes, index,
               g_strdup_printf (_("“%s” says that the amounts are in several currencies: %s. They "
                                  "were not converted; bring them to one before you compare them."),
                                gf_column_get_name (codes), names->str));
}
