/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-doubts.h"

#include "gf-format.h"

#include <glib/gi18n-lib.h>

static gboolean
leaves_empty (GfProblemKind kind)
{
  return kind == GF_PROBLEM_NOT_A_NUMBER || kind == GF_PROBLEM_NOT_A_DATE || kind == GF_PROBLEM_NOT_A_FLAG;
}

/* Cells that are no value of the column's type. */
static char *
dup_empty_doubt (const GfImport  *import,
                 const GfProblem *first,
                 guint            column)
{
  gsize n = gf_column_count_unreadable (gf_table_get_column (gf_import_get_table (import), column));
  g_autofree char *count = gf_format_count (n);

  if (first->text == NULL)
    return g_strdup (first->message);

  /* Translators: a count of cells, and the first of them */
  return g_strdup_printf (ngettext ("%s cell such as “%s” does not fit and is left empty",
                                    "%s cells such as “%s” do not fit and are left empty", (gulong) n),
                          count, first->text);
}

/**
 * gf_import_is_open:
 * @choices: what was settled
 * @problem: a problem of the file
 *
 * Returns: whether it says that the dates of a column could be read both ways, and nobody said how with the
 *   export before
 */
gboolean
gf_import_is_open (const GfImportChoices *choices,
                   const GfProblem       *problem)
{
  g_return_val_if_fail (choices != NULL && problem != NULL, FALSE);

  return problem->kind == GF_PROBLEM_DATE_ORDER && problem->column >= 0 &&
         !(problem->column_name != NULL && gf_import_choices_is_remembered (choices, problem->column_name) &&
           gf_import_choices_get_date_order (choices, problem->column_name) != GF_DATE_ORDER_UNKNOWN);
}

/* What the problems of the column say, the gravest first: what is open, then what is lost, then what was
 * repaired. */
static char *
dup_problem_doubt (const GfImport        *import,
                   const GfImportChoices *choices,
                   guint                  column)
{
  const GfProblem *empty = NULL;
  const GfProblem *repaired = NULL;
  const GfProblem *other = NULL;

  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);

      if (problem->column != (int) column ||
          (problem->kind == GF_PROBLEM_DATE_ORDER && !gf_import_is_open (choices, problem)))
        continue;
      if (problem->row == 0)
        return g_strdup (problem->message);
      if (leaves_empty (problem->kind))
        empty = empty != NULL ? empty : problem;
      else if (problem->kind == GF_PROBLEM_REPAIRED)
        repaired = repaired != NULL ? repaired : problem;
      else
        other = other != NULL ? other : problem;
    }

  if (empty != NULL)
    return dup_empty_doubt (import, empty, column);
  if (repaired != NULL && repaired->text != NULL && repaired->became != NULL)
    {
      /* Translators: a cell that a spreadsheet had made a date, and the range that it was */
      return g_strdup_printf (_("Cells such as “%s” were ranges once; read as %s again"), repaired->text,
                              repaired->became);
    }

  return other != NULL ? g_strdup (other->message) : NULL;
}

/**
 * gf_import_dup_doubt:
 * @import: what was read
 * @choices: what was settled
 * @column: the index of a column
 *
 * Says why a user should look at a column. What was settled with the export before is not asked again.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL when there is no doubt
 */
char *
gf_import_dup_doubt (const GfImport        *import,
                     const GfImportChoices *choices,
                     guint                  column)
{
  GfColumn *self;
  char *doubt;

  g_return_val_if_fail (import != NULL && choices != NULL, NULL);

  doubt = dup_problem_doubt (import, choices, column);
  if (doubt != NULL)
    return doubt;

  self = gf_table_get_column (gf_import_get_table (import), column);
  if (gf_column_get_role (self) == GF_ROLE_CHURN && gf_import_choices_get_as (choices) != GF_IMPORT_AS_JOINED &&
      !gf_import_choices_is_remembered (choices, gf_column_get_name (self)))
    return g_strdup (_("Is this who left? Then it marks the bad fits"));

  return NULL;
}

/**
 * gf_import_dup_doubts:
 * @import: what was read
 * @choices: what was settled
 *
 * Says of every column why a user should look at it.
 *
 * Returns: (transfer full) (element-type utf8): as many as there are columns, with %NULL for those
 *   that are beyond doubt
 */
GPtrArray *
gf_import_dup_doubts (const GfImport        *import,
                      const GfImportChoices *choices)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (import != NULL, doubts);

  for (guint i = 0; i < gf_table_get_n_columns (gf_import_get_table (import)); i++)
    g_ptr_array_add (doubts, gf_import_dup_doubt (import, choices, i));

  return doubts;
}

/**
 * gf_import_dup_open_doubts:
 * @doubts: (element-type utf8): as many as @table has columns
 * @choices: what was settled
 * @table: what is shown
 *
 * Leaves out the doubts about columns for which the user has settled something.
 *
 * Returns: (transfer full) (element-type utf8): the others, in their places
 */
GPtrArray *
gf_import_dup_open_doubts (GPtrArray             *doubts,
                           const GfImportChoices *choices,
                           const GfTable         *table)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (doubts != NULL && choices != NULL && table != NULL, open);

  for (guint i = 0; i < doubts->len; i++)
    g_ptr_array_add (open, gf_import_choices_is_said (choices, gf_column_get_name (gf_table_get_column (table, i)))
                             ? NULL : g_strdup (g_ptr_array_index (doubts, i)));

  return open;
}

/**
 * gf_import_add_update_doubts:
 * @doubts: (element-type utf8): as many as columns are shown
 * @draft: what becomes of the list
 *
 * Adds that a column of the new export may be one of the customers under another name, until that is
 * answered.
 */
void
gf_import_add_update_doubts (GPtrArray           *doubts,
                             const GfImportDraft *draft)
{
  const GfUpdatePlan *plan;

  g_return_if_fail (doubts != NULL && draft != NULL);

  plan = draft->update != NULL ? gf_update_get_plan (draft->update) : NULL;
  for (guint i = 0; plan != NULL && i < plan->columns->len; i++)
    {
      const GfUpdateColumn *column = &g_array_index (plan->columns, GfUpdateColumn, i);
      const char *header = gf_column_get_name (gf_table_get_column (gf_update_get_export (draft->update), i));
      int shown = gf_table_index_of (draft->shown, header);

      if (column->fate != GF_UPDATE_COLUMN_RENAMED || column->answered || shown < 0 || (guint) shown >= doubts->len)
        continue;
      g_free (g_ptr_array_index (doubts, shown));
      g_ptr_array_index (doubts, shown) =
        g_strdup_printf (_("Is this “%s” under another name?"),
                         gf_column_get_name (gf_table_get_column (gf_update_get_before (draft->update),
                                                                  (guint) column->main)));
    }
}
