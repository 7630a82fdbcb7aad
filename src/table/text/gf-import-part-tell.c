/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-part.h"

#include "gf-format.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>

/**
 * gf_import_part_refuse:
 * @self: a part whose file is read no further
 * @error: where to put why
 *
 * Says why a file is no list of customers, and what to do.
 *
 * Returns: %FALSE
 */
gboolean
gf_import_part_refuse (const GfImportPart *self,
                       GError            **error)
{
  gsize row = self->record < self->dialect.n_header_rows ? 0 : self->n_rows + 1;
  gsize number = self->excess == GF_EXCESS_WIDTH ? self->width
                                                 : self->excess == GF_EXCESS_NAMES ? GF_IMPORT_MOST_COLUMNS : row;
  g_autofree char *count = gf_format_count (number);

  if (self->excess == GF_EXCESS_NAMES)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                 /* TRANSLATORS: the number of columns that a table can have */
                 _("This file names more than %s columns, which is as many as a table can have. Remove columns you do "
                   "not need and export it again."), count);
  else if (self->excess == GF_EXCESS_WIDTH)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                 _("This file names %s columns, and nearly all of their cells are missing. Remove "
                   "the columns that are empty and export it again."), count);
  else if (self->excess == GF_EXCESS_TEXT)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                 _("One column of this file holds more than 4 GB of text. Remove columns you do "
                   "not need and export again."));
  else if (row == 0)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                 _("The line with the names of the columns does not end: it goes on for more than "
                   "16 MB. Look whether the lines of the file end where they should and export it "
                   "again."));
  else
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                 /* TRANSLATORS: the number of a row */
                 _("Row %s does not end: it goes on for more than 16 MB. Look whether the lines of "
                   "the file end where they should and export it again."), count);

  return FALSE;
}

/* Where the cell is, for a sentence: its row and the name of its column. */
static char *
dup_place (const GfProblem    *problem,
           const char * const *names)
{
  guint column = (guint) MAX (problem->column, 0);
  g_autofree char *name = NULL;

  if (column < g_strv_length ((GStrv) names))
    name = g_strdup_printf ("“%s”", names[column]);
  else
    name = g_strdup_printf (_("cell %u"), column + 1);
  if (problem->row == 0)
    /* TRANSLATORS: the name of a column in quotation marks, or "cell 3" */
    return g_strdup_printf (_("Above the customers, %s"), name);

  /* TRANSLATORS: the number of a row; the name of a column in quotation marks, or "cell 3" */
  return g_strdup_printf (_("Row %zu, %s"), problem->row, name);
}

static char *
make_message (const GfImportPart *self,
              const GfFound      *found,
              const char * const *names)
{
  gsize row = found->problem.row;
  g_autofree char *place = dup_place (&found->problem, names);

  switch (found->problem.kind)
    {
    case GF_PROBLEM_NUL:
      /* TRANSLATORS: the first word is a place: Row 3, “Company” */
      return g_strdup_printf (_("%s: there is a zero byte in the cell; it is shown as ␀."), place);
    case GF_PROBLEM_TITLES:
      return g_strdup_printf (_("Line %u above the data does not hold the names and was left out."),
                              found->number);
    case GF_PROBLEM_SHORT_ROW:
      return g_strdup_printf (ngettext ("Row %zu has %u cell where %u are expected; "
                                        "the rest is left empty.",
                                        "Row %zu has %u cells where %u are expected; "
                                        "the rest is left empty.", found->number),
                              row, found->number, self->width);
    case GF_PROBLEM_LONG_ROW:
      return g_strdup_printf (ngettext ("Row %zu has %u cells where %u is expected; "
                                        "the others are kept in columns at the end.",
                                        "Row %zu has %u cells where %u are expected; "
                                        "the others are kept in columns at the end.", self->width),
                              row, found->number, self->width);
    case GF_PROBLEM_QUOTES:
      /* TRANSLATORS: the first word is a place: Row 3, “Company” */
      return g_strdup_printf (_("%s: the quotation marks do not match. Check whether the cell ends "
                                "where it should."), place);
    case GF_PROBLEM_UNDECODABLE:
      /* TRANSLATORS: the first word is a place: Row 3, “Company” */
      return g_strdup_printf (_("%s: the byte %02X is no character in this encoding; it is shown as "
                                "�. Try another encoding."), place, found->number);
    default:
      g_assert_not_reached ();
    }
}

/**
 * gf_import_part_tell:
 * @self: the whole of a file
 * @names: (array zero-terminated=1): the names of its columns
 * @problems: (inout): where to tell what is wrong
 *
 * Puts what was found into words.
 */
void
gf_import_part_tell (const GfImportPart *self,
                     const char * const *names,
                     GfProblems         *problems)
{
  gsize n_left[GF_PROBLEM_N_KINDS];

  problems->width = self->width;
  for (guint kind = 0; kind < GF_PROBLEM_N_KINDS; kind++)
    {
      n_left[kind] = self->tallies[kind].count;
      if (n_left[kind] > 0)
        problems->tallies[kind].n_cells = self->tallies[kind].n_cells;
    }
  for (guint i = 0; i < self->found->len; i++)
    {
      const GfFound *found = &g_array_index (self->found, GfFound, i);
      const GfProblem *problem = &found->problem;

      n_left[problem->kind] -= MIN (n_left[problem->kind], 1);
      if (gf_problems_count (problems, problem->kind))
        {
          GfProblem told = { .kind = problem->kind, .row = problem->row, .column = problem->column,
                             .text = g_strdup (problem->text),
                             .message = make_message (self, found, names) };

          g_array_append_val (problems->stored, told);
        }
    }
  for (guint kind = 0; kind < GF_PROBLEM_N_KINDS; kind++)
    gf_problems_count_more (problems, (GfProblemKind) kind, n_left[kind]);
}
