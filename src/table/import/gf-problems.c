/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-problems.h"

#include <string.h>

/**
 * gf_problem_kind_get_nick:
 * @kind: a kind
 *
 * Returns: the word the command line uses for it
 */
const char *
gf_problem_kind_get_nick (GfProblemKind kind)
{
  static const char * const nicks[] = {
    [GF_PROBLEM_ENCODING] = "encoding-guessed",
    [GF_PROBLEM_UNDECODABLE] = "undecodable",
    [GF_PROBLEM_NUL] = "nul",
    [GF_PROBLEM_QUOTES] = "quotes",
    [GF_PROBLEM_SHORT_ROW] = "short-row",
    [GF_PROBLEM_LONG_ROW] = "long-row",
    [GF_PROBLEM_TITLES] = "titles",
    [GF_PROBLEM_EMPTY_NAME] = "empty-name",
    [GF_PROBLEM_DUPLICATE_NAME] = "duplicate-name",
    [GF_PROBLEM_NAMES_LOOK_LIKE_DATA] = "names-look-like-data",
    [GF_PROBLEM_NO_ROWS] = "no-rows",
    [GF_PROBLEM_NOT_A_NUMBER] = "not-a-number",
    [GF_PROBLEM_NOT_A_DATE] = "not-a-date",
    [GF_PROBLEM_NOT_A_FLAG] = "not-a-flag",
    [GF_PROBLEM_DATE_ORDER] = "date-order",
    [GF_PROBLEM_OTHER_SHEETS] = "other-sheets",
    [GF_PROBLEM_JOINED_NAMES] = "joined-names",
    [GF_PROBLEM_GROUPS] = "groups-filled",
    [GF_PROBLEM_TOTALS] = "totals-row",
    [GF_PROBLEM_CELL_ERROR] = "cell-error",
    [GF_PROBLEM_DECIMAL_MARK] = "decimal-mark",
    [GF_PROBLEM_CURRENCIES] = "several-currencies",
    [GF_PROBLEM_REPAIRED] = "repaired",
    [GF_PROBLEM_ODD_DATE] = "odd-date",
    [GF_PROBLEM_FOOTER] = "footer",
    [GF_PROBLEM_NO_NAMES] = "no-names",
    [GF_PROBLEM_LONG_NAME] = "long-name",
    [GF_PROBLEM_MIXED_DATES] = "mixed-dates",
    [GF_PROBLEM_NO_PERCENT_SIGN] = "no-percent-sign",
    [GF_PROBLEM_MOJIBAKE] = "mojibake",
    [GF_PROBLEM_MIXED_NUMBERS] = "mixed-numbers",
    [GF_PROBLEM_UNNAMED] = "unnamed",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

static void
problem_clear (gpointer data)
{
  GfProblem *problem = data;

  g_free (problem->column_name);
  g_free (problem->text);
  g_free (problem->became);
  g_free (problem->message);
}

/**
 * gf_problems_init:
 * @self: (out): problems
 *
 * Makes it hold none.
 */
void
gf_problems_init (GfProblems *self)
{
  *self = (GfProblems) { .stored = g_array_new (FALSE, FALSE, sizeof (GfProblem)) };
  g_array_set_clear_func (self->stored, problem_clear);
}

/**
 * gf_problems_clear:
 * @self: problems
 *
 * Frees them.
 */
void
gf_problems_clear (GfProblems *self)
{
  g_clear_pointer (&self->stored, g_array_unref);
  self->count = 0;
}

/**
 * gf_problems_count:
 * @self: problems
 * @kind: what kind
 *
 * Counts one more.
 *
 * Returns: whether there is room to keep it with gf_problems_store()
 */
gboolean
gf_problems_count (GfProblems    *self,
                   GfProblemKind  kind)
{
  gf_problems_count_more (self, kind, 1);

  return self->count <= GF_PROBLEMS_LIMIT;
}

/**
 * gf_problems_count_more:
 * @self: problems
 * @kind: what kind
 * @n: how many
 *
 * Counts problems that are not kept.
 */
void
gf_problems_count_more (GfProblems    *self,
                        GfProblemKind  kind,
                        gsize          n)
{
  self->count += n;
  self->tallies[kind].count += n;
}

/**
 * gf_problem_tally_add:
 * @self: a tally
 * @n: how many more
 * @n_cells: how many cells their rows have, 0 when they differ or it does not matter
 *
 * Counts problems of one kind.
 */
void
gf_problem_tally_add (GfProblemTally *self,
                      gsize           n,
                      guint           n_cells)
{
  if (n == 0)
    return;
  if (self->count == 0)
    self->n_cells = n_cells;
  else if (self->n_cells != n_cells)
    self->n_cells = 0;
  self->count += n;
}

/**
 * gf_problems_dup_text:
 * @text: a cell
 * @length: its bytes
 *
 * Copies a cell for a problem: at most its first 200 bytes, no character cut.
 *
 * Returns: (transfer full): the text
 */
char *
gf_problems_dup_text (const char *text,
                      gsize       length)
{
  if (length <= 200)
    return g_strndup (text, length);

  length = 200;
  while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
    length--;

  return g_strdup_printf ("%.*s…", (int) length, text);
}

/**
 * gf_problems_store:
 * @self: problems
 * @kind: what kind
 * @row: the data row from 1, 0 for the file or its header
 * @column: from 0, -1 for none
 * @column_name: (nullable): its name
 * @text: (nullable): the cell; the first 200 bytes are kept
 * @length: its bytes
 * @message: (transfer full): what to say
 *
 * Keeps a problem that gf_problems_count() had room for.
 */
void
gf_problems_store (GfProblems    *self,
                   GfProblemKind  kind,
                   gsize          row,
                   int            column,
                   const char    *column_name,
                   const char    *text,
                   gsize          length,
                   char          *message)
{
  GfProblem problem = { .kind = kind, .row = row, .column = column, .message = message,
                        .column_name = g_strdup (column_name) };

  if (text != NULL)
    problem.text = gf_problems_dup_text (text, length);
  g_array_append_val (self->stored, problem);
}
