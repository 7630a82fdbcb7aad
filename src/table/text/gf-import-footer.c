/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-part.h"

#include "gf-cells-private.h"
#include "gf-date.h"
#include "gf-footer.h"
#include "gf-number.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows at the end of an export that are no customers.
 *
 *   Salesforce puts "Grand Totals (5 records)", "Confidential Information - Do Not Distribute" and
 *   "Copyright (c) ..." there, each alone in its row, with the report's name and the company's
 *   between them; others a row that begins with "Total" and has sums; many rows of blanks. People
 *   write notes below the tables of their sheets. */

typedef enum
{
  ROW_DATA,
  ROW_BLANK,
  ROW_LONE,     /* one cell where the table has three or more */
  ROW_FOOTER,
} RowKind;

static RowKind
get_row_kind (const GfImportPart *self,
              gsize               row)
{
  g_autofree char *first = NULL;
  guint n_filled = 0;
  gboolean only_numbers = TRUE;

  for (guint i = 0; i < self->builders->len; i++)
    {
      GfNumber number;
      gsize length;
      const char *text = _gf_cells_builder_get (g_ptr_array_index (self->builders, i), row,
                                                &length);

      gf_text_trim (&text, &length);
      if (length == 0)
        continue;
      if (n_filled++ == 0)
        {
          g_autofree char *copy = g_strndup (text, length);
          first = g_utf8_strdown (copy, -1);
        }
      else if (!gf_number_parse (text, length, 0, &number))
        {
          only_numbers = FALSE;
        }
    }

  if (n_filled == 0)
    return ROW_BLANK;
  if (n_filled == 1 && (gf_footer_is_note (first) || gf_footer_is_total (first)))
    return ROW_FOOTER;
  if (only_numbers && gf_footer_is_total (first) && (n_filled < self->width || self->width == 2))
    return ROW_FOOTER;
  if (n_filled == 1 && self->width >= 3 && row + GF_IMPORT_LAST_ROWS >= self->n_rows &&
      self->last_widths[row % GF_IMPORT_LAST_ROWS] == 1)
    return ROW_LONE;

  return ROW_DATA;
}

/* How many rows are left when the footers are gone. */
static gsize
find_end (const GfImportPart *self)
{
  gsize end = self->n_rows;       /* of what is surely no footer */
  gboolean any_footer = FALSE;
  gboolean any_lone = FALSE;

  for (gsize row = self->n_rows; row-- > 0;)
    {
      RowKind kind = get_row_kind (self, row);

      if (kind == ROW_DATA)
        break;
      any_footer |= kind == ROW_FOOTER;
      any_lone |= kind == ROW_LONE;
      /* A row of one cell is a part of the footer only beside one that surely is. */
      if (any_footer || !any_lone)
        end = row;
    }

  return end;
}

/* Fewer customers above a note say too little of what their columns hold. */
#define FEWEST_ABOVE_NOTES 5

static gboolean
is_measured (const char *text,
             gsize       length)
{
  GfNumber number;

  return gf_number_parse (text, length, 0, &number) || gf_date_get_orders (text, length) != 0;
}

/* How many cells of a row are filled, and whether one of them is a number or a date. */
static guint
count_filled (const GfImportPart *self,
              gsize               row,
              gboolean           *any_measured)
{
  guint n_filled = 0;

  *any_measured = FALSE;
  for (guint i = 0; i < self->builders->len; i++)
    {
      gsize length;
      const char *text = _gf_cells_builder_get (g_ptr_array_index (self->builders, i), row, &length);

      gf_text_trim (&text, &length);
      if (length == 0)
        continue;
      n_filled++;
      *any_measured |= is_measured (text, length);
    }

  return n_filled;
}

/* Whether all cells of a column above a row are numbers or dates, and most are filled. */
static gboolean
measures (const GfImportPart *self,
          guint               column,
          gsize               end)
{
  gsize n_filled = 0;

  for (gsize row = 0; row < end; row++)
    {
      gsize length;
      const char *text = _gf_cells_builder_get (g_ptr_array_index (self->builders, column), row, &length);

      gf_text_trim (&text, &length);
      if (length > 0 && !is_measured (text, length))
        return FALSE;
      n_filled += length > 0;
    }

  return n_filled * 2 > end;
}

/* Whether words stand below the numbers or dates of a column. */
static gboolean
breaks_a_column (const GfImportPart *self,
                 gsize               first,
                 gsize               end)
{
  for (guint i = 0; i < self->builders->len; i++)
    {
      gboolean any = FALSE;

      for (gsize row = first; row < end && !any; row++)
        {
          gsize length;
          const char *text = _gf_cells_builder_get (g_ptr_array_index (self->builders, i), row, &length);

          gf_text_trim (&text, &length);
          any = length > 0;
        }
      if (any && measures (self, i, first))
        return TRUE;
    }

  return FALSE;
}

/* The first of the last rows of a sheet that are a note, spread over cells below the table; @end if there is none.
   They are words alone, in half of the columns at most and in fewer cells than any customer above, some of them below
   numbers or dates. */
static gsize
find_note (const GfImportPart *self,
           gsize               end)
{
  gboolean any_measured;
  guint most = 0;
  gsize first = end;

  if (!self->is_sheet || self->width < 3)
    return end;

  while (first > 0 && end - first <= GF_IMPORT_LAST_ROWS)
    {
      guint n_filled = count_filled (self, first - 1, &any_measured);

      if (any_measured || n_filled * 2 > self->width)
        break;
      most = MAX (most, n_filled);
      first--;
    }
  if (first == end || first < FEWEST_ABOVE_NOTES || end - first > GF_IMPORT_LAST_ROWS)
    return end;
  for (gsize row = 0; row < first; row++)
    if (count_filled (self, row, &any_measured) <= most)
      return end;

  return breaks_a_column (self, first, end) ? first : end;
}

static char *
dup_row (const GfImportPart *self,
         gsize               row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->builders->len && text->len < 200; i++)
    {
      gsize length;
      const char *cell = _gf_cells_builder_get (g_ptr_array_index (self->builders, i), row,
                                                &length);

      gf_text_trim (&cell, &length);
      if (length > 0 && text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, cell, (gssize) length);
    }

  return gf_problems_dup_text (text->str, text->len);
}

static void
tell_footer (const GfImportPart *self,
             gsize               row,
             gsize               n_blank,
             GfProblems         *problems)
{
  g_autofree char *text = NULL;
  char *message;

  if (n_blank == 0)
    {
      text = dup_row (self, row);
      message = g_strdup_printf (_("Row %zu, at the end, is no customer and was "
                                   "left out: “%s”."), row + 1, text);
    }
  else
    {
      message = g_strdup_printf (ngettext ("%zu blank row at the end, from row %zu"
                                           " on, was left out.",
                                           "%zu blank rows at the end, from row %zu"
                                           " on, were left out.", n_blank),
                                 n_blank, row + 1);
    }
  gf_problems_store (problems, GF_PROBLEM_FOOTER, row + 1, -1, NULL, text,
                     text != NULL ? strlen (text) : 0, message);
}

static void
forget (GfImportPart  *self,
        GfProblemKind  kind)
{
  if (self->tallies[kind].count == 0)
    return;

  self->n_found--;
  self->tallies[kind].count--;
}

/* Takes back what was told of the rows as if they were data: that they are too short. */
static void
forget_widths (GfImportPart *self,
               gsize         end)
{
  gboolean all_kept = self->n_found == self->found->len;

  for (guint i = self->found->len; i-- > 0;)
    {
      const GfProblem *problem = &g_array_index (self->found, GfFound, i).problem;

      if (problem->row > end && (problem->kind == GF_PROBLEM_SHORT_ROW ||
                                 problem->kind == GF_PROBLEM_LONG_ROW))
        {
          if (all_kept)
            forget (self, problem->kind);
          g_array_remove_index (self->found, i);
        }
    }
  if (!all_kept)
    {
      /* Those that were only counted are known for the last rows. */
      gsize first = MAX (end, self->n_rows - MIN (self->n_rows, GF_IMPORT_LAST_ROWS));

      for (gsize row = first; row < self->n_rows; row++)
        {
          guint n_cells = self->last_widths[row % GF_IMPORT_LAST_ROWS];

          if (n_cells != self->width)
            forget (self, n_cells < self->width ? GF_PROBLEM_SHORT_ROW : GF_PROBLEM_LONG_ROW);
        }
    }
}

/**
 * gf_import_part_drop_footers:
 * @self: the whole of a file, all its columns filled
 * @problems: (inout): where to tell of the rows
 *
 * Takes the rows at the end away that are no customers: totals, notices, notes, blanks.
 */
void
gf_import_part_drop_footers (GfImportPart *self,
                             GfProblems   *problems)
{
  gsize end = self->width >= 2 ? find_note (self, find_end (self)) : self->n_rows;

  if (end == self->n_rows)
    return;

  for (gsize row = end; row < self->n_rows; row++)
    {
      gsize n_blank = 0;

      while (row + n_blank < self->n_rows && get_row_kind (self, row + n_blank) == ROW_BLANK)
        n_blank++;
      if (gf_problems_count (problems, GF_PROBLEM_FOOTER))
        tell_footer (self, row, n_blank, problems);
      row += MAX (n_blank, 1) - 1;
    }
  forget_widths (self, end);
  for (guint i = 0; i < self->builders->len; i++)
    _gf_cells_builder_truncate (g_ptr_array_index (self->builders, i), end);
  self->n_rows = end;
}
