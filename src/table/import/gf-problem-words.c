/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-problems.h"

#include "gf-format.h"

#include <glib/gi18n-lib.h>

static char *
dup_more_rows (const GfProblems *self,
               GfProblemKind     kind,
               gsize             n,
               const char       *count)
{
  guint n_cells = self->tallies[kind].n_cells;

  if (n_cells == 0)
    return g_strdup_printf (kind == GF_PROBLEM_SHORT_ROW
                              ? ngettext ("%s more row has fewer cells than the %u expected.",
                                          "%s more rows have fewer cells than the %u expected.", n)
                              : ngettext ("%s more row has more cells than the %u expected.",
                                          "%s more rows have more cells than the %u expected.", n),
                            count, self->width);

  g_autofree char *cells = g_strdup_printf (ngettext ("%u cell", "%u cells", n_cells), n_cells);

  /* TRANSLATORS: a number, "3 cells", a number */
  return g_strdup_printf (ngettext ("%s more row has %s where %u are expected.",
                                    "%s more rows have %s where %u are expected.", n),
                          count, cells, self->width);
}

static char *
dup_more_cells (GfProblemKind kind,
                gsize         n,
                const char   *count)
{
  switch ((int) kind)
    {
    case GF_PROBLEM_NOT_A_NUMBER:
      return g_strdup_printf (ngettext ("%s more cell is no number.",
                                        "%s more cells are no numbers.", n), count);
    case GF_PROBLEM_NOT_A_DATE:
      return g_strdup_printf (ngettext ("%s more cell is no date.", "%s more cells are no dates.", n),
                              count);
    case GF_PROBLEM_NOT_A_FLAG:
      return g_strdup_printf (ngettext ("%s more cell is neither yes nor no.",
                                        "%s more cells are neither yes nor no.", n), count);
    case GF_PROBLEM_QUOTES:
      return g_strdup_printf (ngettext ("The quotation marks do not match in %s more cell.",
                                        "The quotation marks do not match in %s more cells.", n),
                              count);
    case GF_PROBLEM_NUL:
      return g_strdup_printf (ngettext ("There are zero bytes in %s more cell.",
                                        "There are zero bytes in %s more cells.", n), count);
    case GF_PROBLEM_UNDECODABLE:
      return g_strdup_printf (ngettext ("%s more byte is no character in this encoding.",
                                        "%s more bytes are no characters in this encoding.", n),
                              count);
    case GF_PROBLEM_CELL_ERROR:
      return g_strdup_printf (ngettext ("%s more cell holds an error of the spreadsheet.",
                                        "%s more cells hold errors of the spreadsheet.", n), count);
    case GF_PROBLEM_REPAIRED:
      return g_strdup_printf (ngettext ("%s more text was made a date by a spreadsheet and is read as "
                                        "it was.",
                                        "%s more texts were made dates by a spreadsheet and are read "
                                        "as they were.", n), count);
    default:
      g_assert_not_reached ();
    }
}

/**
 * gf_problems_dup_more:
 * @self: problems
 * @kind: a kind
 * @n: how many of them are not told one by one
 *
 * Returns: (transfer full): a sentence that sums them up
 */
char *
gf_problems_dup_more (const GfProblems *self,
                      GfProblemKind     kind,
                      gsize             n)
{
  g_autofree char *count = gf_format_count (n);

  switch (kind)
    {
    case GF_PROBLEM_SHORT_ROW:
    case GF_PROBLEM_LONG_ROW:
      return dup_more_rows (self, kind, n, count);
    case GF_PROBLEM_NOT_A_NUMBER:
    case GF_PROBLEM_NOT_A_DATE:
    case GF_PROBLEM_NOT_A_FLAG:
    case GF_PROBLEM_QUOTES:
    case GF_PROBLEM_NUL:
    case GF_PROBLEM_UNDECODABLE:
    case GF_PROBLEM_CELL_ERROR:
    case GF_PROBLEM_REPAIRED:
      return dup_more_cells (kind, n, count);
    case GF_PROBLEM_EMPTY_NAME:
      return g_strdup_printf (ngettext ("%s more column has no name.",
                                        "%s more columns have no name.", n), count);
    case GF_PROBLEM_DUPLICATE_NAME:
      return g_strdup_printf (ngettext ("%s more name is that of several columns.",
                                        "%s more names are those of several columns.", n), count);
    case GF_PROBLEM_FOOTER:
    case GF_PROBLEM_TITLES:
    case GF_PROBLEM_TOTALS:
      return g_strdup_printf (ngettext ("%s more line is no customer and was left out.",
                                        "%s more lines are no customers and were left out.", n),
                              count);
    case GF_PROBLEM_ENCODING:
    case GF_PROBLEM_NAMES_LOOK_LIKE_DATA:
    case GF_PROBLEM_NO_ROWS:
    case GF_PROBLEM_DATE_ORDER:
    case GF_PROBLEM_OTHER_SHEETS:
    case GF_PROBLEM_JOINED_NAMES:
    case GF_PROBLEM_GROUPS:
    case GF_PROBLEM_DECIMAL_MARK:
    case GF_PROBLEM_CURRENCIES:
    case GF_PROBLEM_ODD_DATE:
    case GF_PROBLEM_NO_NAMES:
    case GF_PROBLEM_LONG_NAME:
    case GF_PROBLEM_MIXED_DATES:
    case GF_PROBLEM_NO_PERCENT_SIGN:
    case GF_PROBLEM_MOJIBAKE:
    case GF_PROBLEM_MIXED_NUMBERS:
    case GF_PROBLEM_UNNAMED:
    default:
      return g_strdup_printf (ngettext ("The same holds for %s more column.",
                                        "The same holds for %s more columns.", n), count);
    }
}
