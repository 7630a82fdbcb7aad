/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-run.h"

#include "gf-column-name.h"
#include "gf-import-tell.h"
#include "gf-number.h"
#include "gf-parallel.h"
#include "gf-roles.h"
#include "gf-text.h"

#include <string.h>

/* Below them another thread costs more than it brings. */
#define FEW_ROWS 4096

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

/* Looks at all texts of a column when the sample left something open that another cell may decide,
   such as whether the day or the month is in front. */
static void
look_closer (Typing *self,
             guint   i)
{
  GfColumnFacts *facts = &self->facts[i];
  gsize dmy = facts->n_only_order[GF_DATE_ORDER_DMY], mdy = facts->n_only_order[GF_DATE_ORDER_MDY];
  gboolean order_is_open = facts->n_order[GF_DATE_ORDER_DMY] > 0 && dmy == 0 && mdy == 0 &&
                           facts->n_order[GF_DATE_ORDER_DMY] ==
                           facts->n_order[GF_DATE_ORDER_MDY];
  gboolean mark_is_open = facts->n_ambiguous > 0 && facts->votes_point == facts->votes_comma;

  if (!facts->all_looked_at &&
      ((order_is_open && !self->context.date_order_is_set) ||
       (mark_is_open && !self->context.decimal_is_set)))
    gf_infer_get_facts (self->cells[i], TRUE, facts);
}

/* Makes the column; when cells do not fit the type that a sample gave, all of them are asked. */
static GfColumn *
make_column (Typing *self,
             guint   i)
{
  GfColumn *column = gf_column_new (&self->specs[i], self->cells[i]);

  if ((gf_column_count_unreadable (column) == 0 && gf_column_count_foreign (column) == 0) ||
      self->facts[i].all_looked_at || self->specs[i].role == GF_ROLE_NAME)
    return column;

  g_autoptr (GfColumnSpec) before = gf_column_spec_copy (&self->specs[i]);
  gf_infer_get_facts (self->cells[i], TRUE, &self->facts[i]);
  gf_infer_type (self->cells[i], &self->facts[i], &self->context, &self->specs[i]);
  if (gf_column_spec_equal (before, &self->specs[i]))
    return column;

  if (self->specs[i].type != before->type)
    gf_roles_guess (&self->specs[i], &self->facts[i], 1, self->export);
  gf_column_unref (column);

  return gf_column_new (&self->specs[i], self->cells[i]);
}

/* A column beside the amounts that says what they are in: with one currency throughout it is
   theirs. Returns its place if it holds several, else -1. */
static int
settle_currency (Typing *self)
{
  static const char * const words[] = { "currency", "currency code", "currency iso code",
                                        "currencyisocode", "deal currency", "waehrung", "währung",
                                        "devise", "moneda", "valuta", NULL };
  gboolean wanted = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    wanted |= self->specs[i].type == GF_COLUMN_MONEY && self->specs[i].currency == NULL &&
              self->facts[i].n_currency == 0;
  for (guint i = 0; i < self->n_columns && wanted; i++)
    {
      g_autofree char *folded = gf_column_name_fold (self->specs[i].name);
      char code[GF_CURRENCY_SIZE], first[GF_CURRENCY_SIZE] = "";
      gsize n_texts = gf_cells_get_n_texts (self->cells[i]);
      gboolean several = FALSE, all = n_texts <= 200;

      if (self->specs[i].type != GF_COLUMN_CATEGORY ||
          !g_strv_contains (words, folded))
        continue;
      for (gsize k = 0; k < n_texts && all; k++)
        {
          gsize length;
          const char *text = gf_cells_get_text (self->cells[i], k, &length);

          if (gf_text_is_missing (text, length, FALSE))
            continue;
          all = gf_currency_parse (text, length, code);
          several |= *first != '\0' && strcmp (first, code) != 0;
          memcpy (first, code, sizeof first);
        }
      if (!all || *first == '\0')
        continue;
      if (several)
        return (int) i;
      for (guint k = 0; k < self->n_columns; k++)
        if (self->specs[k].type == GF_COLUMN_MONEY && self->specs[k].currency == NULL &&
            self->facts[k].n_currency == 0)
          self->specs[k].currency = g_strdup (first);
      return -1;
    }

  return -1;
}

/* One column's share of the work that can be done beside the others. */
typedef struct
{
  Typing *typing;
  char **names;
  GfColumn **columns;      /* made so far, NULL where it was stopped */
  GfImportSteps *steps;
  GCancellable *cancellable;
} Share;

static void
look_cb (guint    i,
         gpointer user_data)
{
  Share *share = user_data;
  Typing *self = share->typing;

  if (g_cancellable_is_cancelled (share->cancellable))
    return;
  gf_import_strip_mark (self->export, share->names[i], &self->cells[i]);
  gf_infer_get_facts (self->cells[i], FALSE, &self->facts[i]);
  look_closer (self, i);
  gf_import_steps_add (share->steps, 1);
}

static void
make_cb (guint    i,
         gpointer user_data)
{
  Share *share = user_data;
  Typing *self = share->typing;

  if (g_cancellable_is_cancelled (share->cancellable))
    return;
  share->columns[i] = gf_roles_settle_churn (make_column (self, i), self->export);
  gf_cells_unref (self->cells[i]);
  self->cells[i] = gf_cells_ref (gf_column_get_cells (share->columns[i]));
  gf_import_steps_add (share->steps, 2);
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

/* Tells what there is to say of a column. Returns whether its order of dates is open. */
static gboolean
tell_column (Typing         *self,
             GfImportResult *result,
             const GfColumn *column,
             guint           i,
             gboolean        several_currencies)
{
  gf_import_tell_unreadable (&result->problems, column, i);
  gf_import_tell_readings (&result->problems, &self->facts[i], &self->context, column, i);
  if (several_currencies)
    gf_import_tell_currencies (&result->problems, column, i);

  return gf_infer_order_is_open (&self->facts[i], &self->context, &self->specs[i]);
}

static void
column_free (gpointer data)
{
  if (data != NULL)
    gf_column_unref (data);
}

/* What is settled for all columns. */
static void
init_context (GfInferContext        *context,
              const GfImportOptions *options)
{
  context->delimiter = options->delimiter;
  context->decimal = options->decimal;
  context->decimal_is_set = options->decimal != 0;
  context->date_order = options->date_order;
  context->date_order_is_set = options->date_order != GF_DATE_ORDER_UNKNOWN;
}

/**
 * gf_import_steps_add:
 * @self: steps
 * @n_more: how many more are done
 *
 * Counts steps and, in the thread that is to do it, tells of the progress; that all is done is left to tell.
 */
void
gf_import_steps_add (GfImportSteps *self,
                     int            n_more)
{
  guint n_done = (guint) (g_atomic_int_add (&self->n_done, n_more) + n_more);
  guint n_all = 5 * self->n_columns;

  if (self->progress != NULL && g_thread_self () == self->teller && n_done < n_all)
    self->progress (GF_IMPORT_READING_SHARE + (1 - GF_IMPORT_READING_SHARE) * n_done / n_all, self->progress_data);
}

/**
 * gf_import_make_table:
 * @cells: (transfer full) (array length=n_columns): the texts; the references are taken
 * @names: the columns' names
 * @n_columns: how many
 * @n_named: how many of them the header has; the others are what long rows had more
 * @options: (inout): what is settled; decimal and date order of the file are filled in
 * @steps: (inout): gets four for each column
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
                      GfImportSteps         *steps,
                      GCancellable          *cancellable,
                      GfImportResult        *result,
                      GError               **error)
{
  g_auto (Typing) self = {
    cells, g_new0 (GfColumnFacts, n_columns + 1), g_new0 (GfColumnSpec, n_columns + 1), n_columns,
    { 0 },
  };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (column_free);
  guint n_threads = n_columns > 0 && gf_cells_get_n_rows (cells[0]) < FEW_ROWS
                      ? 1 : gf_parallel_choose_threads (options->n_threads);
  Share share = { &self, names, NULL, steps, cancellable };

  init_context (&self.context, options);
  self.export = gf_exports_recognise ((const char * const *) names, n_columns, NULL);
  gf_parallel_for (n_columns, n_threads, look_cb, &share);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  gf_infer_context (self.facts, n_columns, &self.context);
  for (guint i = 0; i < n_columns; i++)
    {
      self.specs[i].name = g_strdup (names[i]);
      gf_infer_type (cells[i], &self.facts[i], &self.context, &self.specs[i]);
    }
  gf_roles_guess (self.specs, self.facts, n_columns, self.export);
  gf_import_take_currencies (self.export, self.specs, self.cells, n_columns);
  int currencies = settle_currency (&self);
  for (guint i = n_named; i < n_columns; i++)
    self.specs[i].role = GF_ROLE_IGNORE;

  name_problems (result, names, n_columns);

  gboolean order_is_open = FALSE;
  g_ptr_array_set_size (columns, (int) n_columns);
  share.columns = (GfColumn **) columns->pdata;
  gf_parallel_for (n_columns, n_threads, make_cb, &share);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < n_columns && !g_cancellable_is_cancelled (cancellable); i++)
    {
      order_is_open |= tell_column (&self, result, share.columns[i], i, currencies == (int) i);
      gf_import_steps_add (steps, 1);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (steps->progress != NULL)
    steps->progress (1, steps->progress_data);

  result->options->decimal = self.context.decimal;
  result->options->date_order = order_is_open ? GF_DATE_ORDER_UNKNOWN : self.context.date_order;
  result->export = self.export;
  result->table = gf_table_new ((GfColumn **) columns->pdata, n_columns);

  return TRUE;
}
