/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-run.h"

#include "gf-infer.h"
#include "gf-roles.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define READING_SHARE 0.8

typedef struct
{
  GfCells **cells;
  GfColumnFacts *facts;
  GfColumnSpec *specs;
  guint n_columns;
  GfInferContext context;
  const GfExport *export;
} Typing;

static void
typing_clear (Typing *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      gf_column_spec_clear (&self->specs[i]);
      g_clear_pointer (&self->cells[i], gf_cells_unref);
    }
  g_free (self->specs);
  g_free (self->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typing, typing_clear)

/* Makes the column; when cells do not fit the type that a sample gave, all of them are asked. */
static GfColumn *
make_column (Typing *self,
             guint   i)
{
  GfColumn *column = gf_column_new (&self->specs[i], self->cells[i]);

  if (gf_column_count_unreadable (column) == 0 || self->facts[i].all_looked_at ||
      self->specs[i].role == GF_ROLE_NAME)
    return column;

  GfColumnSpec before = self->specs[i];
  before.currency = NULL;
  gf_infer_get_facts (self->cells[i], TRUE, &self->facts[i]);
  gf_infer_type (self->cells[i], &self->facts[i], &self->context, &self->specs[i]);
  if (self->specs[i].type == before.type && self->specs[i].decimal == before.decimal &&
      self->specs[i].date_order == before.date_order)
    return column;

  if (self->specs[i].type != before.type)
    gf_roles_guess (&self->specs[i], &self->facts[i], 1, self->export);
  gf_column_unref (column);

  return gf_column_new (&self->specs[i], self->cells[i]);
}

static void
tell_unreadable (GfImportResult *result,
                 const GfColumn *column,
                 guint           index)
{
  gsize left = gf_column_count_unreadable (column);
  gsize n_rows = gf_column_get_n_rows (column);
  const char *name = gf_column_get_name (column);
  GfColumnType type = gf_column_get_column_type (column);

  for (gsize row = 0; row < n_rows && left > 0; row++)
    {
      if (!gf_column_is_unreadable (column, row))
        continue;

      left--;
      if (!gf_problems_count (&result->problems))
        {
          /* Only the count goes on. */
          result->problems.count += left;
          return;
        }

      const char *text = gf_column_get_text (column, row);
      GfProblemKind kind = GF_PROBLEM_NOT_A_NUMBER;
      char *message;
      if (type == GF_COLUMN_DATE)
        {
          kind = GF_PROBLEM_NOT_A_DATE;
          message = g_strdup_printf (_("Row %" G_GSIZE_FORMAT ": “%s” in “%s” is no date."),
                                     row + 1, text, name);
        }
      else if (type == GF_COLUMN_FLAG)
        {
          kind = GF_PROBLEM_NOT_A_FLAG;
          message = g_strdup_printf (_("Row %" G_GSIZE_FORMAT
                                       ": “%s” in “%s” is neither yes nor no."),
                                     row + 1, text, name);
        }
      else
        {
          message = g_strdup_printf (_("Row %" G_GSIZE_FORMAT ": “%s” in “%s” is no number."),
                                     row + 1, text, name);
        }
      gf_problems_store (&result->problems, kind, row + 1, (int) index, name, text, strlen (text),
                         message);
    }
}

/* A column of dates in which every day could be a month, and no other column tells. */
static void
tell_date_order (Typing         *self,
                 GfImportResult *result,
                 guint           i)
{
  const GfColumnFacts *facts = &self->facts[i];
  gsize dmy = facts->n_order[GF_DATE_ORDER_DMY], mdy = facts->n_order[GF_DATE_ORDER_MDY];

  if (self->specs[i].type != GF_COLUMN_DATE || dmy != mdy || dmy == 0 ||
      self->context.date_order_is_set ||
      facts->n_only_order[GF_DATE_ORDER_DMY] > 0 || facts->n_only_order[GF_DATE_ORDER_MDY] > 0 ||
      facts->n_order[GF_DATE_ORDER_YMD] > dmy || facts->n_order[GF_DATE_ORDER_YMD] > mdy)
    return;

  gboolean months_named = TRUE;
  gsize n_texts = MIN (gf_cells_get_n_texts (self->cells[i]), 100);
  for (gsize row = 0; row < n_texts && months_named; row++)
    {
      const char *text = gf_cells_get_text (self->cells[i], row, NULL);
      months_named = *text == '\0' || strpbrk (text, "JFMASONDjfmasond") != NULL;
    }
  if (months_named || !gf_problems_count (&result->problems))
    return;

  gf_problems_store (&result->problems, GF_PROBLEM_DATE_ORDER, 0, (int) i, self->specs[i].name,
                     NULL, 0,
                     g_strdup_printf (self->specs[i].date_order == GF_DATE_ORDER_MDY
                                        ? _("The dates in “%s” could have the day or the month "
                                            "first; they were read with the month first. Choose "
                                            "the order if that is wrong.")
                                        : _("The dates in “%s” could have the day or the month "
                                            "first; they were read with the day first. Choose "
                                            "the order if that is wrong."),
                                      self->specs[i].name));
}

/* Names the columns of the problems that were told while the names were not known yet. */
static void
name_problems (GfImportResult *result,
               char          **names,
               guint           n_columns)
{
  for (guint i = 0; i < result->problems.stored->len; i++)
    {
      GfProblem *problem = &g_array_index (result->problems.stored, GfProblem, i);

      if (problem->column >= 0 && (guint) problem->column < n_columns &&
          problem->column_name == NULL)
        problem->column_name = g_strdup (names[problem->column]);
    }
}

/**
 * gf_import_make_table:
 * @cells: (transfer full) (array length=n_columns): the texts; the references are taken
 * @names: the columns' names
 * @n_columns: how many
 * @n_named: how many of them the header has; the others are what long rows had more
 * @options: (inout): what is settled; decimal and date order of the file are filled in
 * @progress: (nullable): hears how much is done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @result: (inout): gets the table, the source and problems
 * @error: where to put that it was stopped
 *
 * Decides the types and roles of all columns and makes the table.
 *
 * Returns: whether it was done
 */
gboolean
gf_import_make_table (GfCells              **cells,
                      char                 **names,
                      guint                  n_columns,
                      guint                  n_named,
                      const GfImportOptions *options,
                      GfProgressFunc         progress,
                      gpointer               progress_data,
                      GCancellable          *cancellable,
                      GfImportResult        *result,
                      GError               **error)
{
  g_auto (Typing) self = {
    cells, g_new0 (GfColumnFacts, n_columns + 1), g_new0 (GfColumnSpec, n_columns + 1), n_columns,
    { 0 },
  };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  self.context.decimal = options->decimal;
  self.context.decimal_is_set = options->decimal != 0;
  self.context.date_order = options->date_order;
  self.context.date_order_is_set = options->date_order != GF_DATE_ORDER_UNKNOWN;
  self.export = gf_exports_recognise ((const char * const *) names, n_columns, NULL);
  for (guint i = 0; i < n_columns; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      gf_import_strip_mark (self.export, names[i], &self.cells[i]);
      gf_infer_get_facts (cells[i], FALSE, &self.facts[i]);
    }
  gf_infer_context (self.facts, n_columns, &self.context);
  for (guint i = 0; i < n_columns; i++)
    {
      self.specs[i].name = g_strdup (names[i]);
      gf_infer_type (cells[i], &self.facts[i], &self.context, &self.specs[i]);
    }
  gf_roles_guess (self.specs, self.facts, n_columns, self.export);
  gf_import_take_currencies (self.export, self.specs, self.cells, n_columns);
  for (guint i = n_named; i < n_columns; i++)
    self.specs[i].role = GF_ROLE_IGNORE;

  name_problems (result, names, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      GfColumn *column = make_column (&self, i);
      g_ptr_array_add (columns, column);
      g_clear_pointer (&self.cells[i], gf_cells_unref);
      tell_unreadable (result, column, i);
      self.cells[i] = gf_cells_ref (gf_column_get_cells (column));
      tell_date_order (&self, result, i);
      if (progress != NULL)
        progress (READING_SHARE + (1 - READING_SHARE) * (i + 1) / n_columns, progress_data);
    }

  result->options->decimal = self.context.decimal;
  result->options->date_order = self.context.date_order;
  result->export = self.export;
  result->table = gf_table_new ((GfColumn **) columns->pdata, n_columns);

  return TRUE;
}
