/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-notes.h"

#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gf_import_notes_make:
 * @kind: what it is, as a word for programs
 * @row: the row, from 1; 0 for none
 * @column: (nullable): the name of the column
 * @text: (nullable): the cell
 * @message: what was done about it
 *
 * Returns: (transfer full): the note
 */
GfImportNote *
gf_import_notes_make (const char *kind,
                    gsize       row,
                    const char *column,
                    const char *text,
                    const char *message)
{
  g_return_val_if_fail (kind != NULL && message != NULL, NULL);

  return g_object_new (GF_TYPE_IMPORT_NOTE, "kind", kind, "row", (gint64) MIN (row, G_MAXINT32),
                       "column", column != NULL ? column : "", "text", text != NULL ? text : "",
                       "message", message, NULL);
}

/* The row and the column stand above it already. */
static char *
dup_reason (const GfProblem *problem)
{
  if (problem->text == NULL)
    return g_strdup (problem->message);
  if (problem->kind == GF_PROBLEM_NOT_A_NUMBER)
    return g_strdup_printf (_("“%s” is not a number"), problem->text);
  if (problem->kind == GF_PROBLEM_NOT_A_DATE)
    return g_strdup_printf (_("“%s” is not a date"), problem->text);
  if (problem->kind == GF_PROBLEM_NOT_A_FLAG)
    return g_strdup_printf (_("“%s” is neither yes nor no"), problem->text);

  return g_strdup (problem->message);
}

/**
 * gf_import_notes_new:
 * @import: what was read
 *
 * Returns: (transfer full) (element-type GfImportNote): the problems that were kept, in their order
 */
GListStore *
gf_import_notes_new (const GfImport *import)
{
  GListStore *notes = g_list_store_new (GF_TYPE_IMPORT_NOTE);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (import != NULL, notes);

  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);
      g_autofree char *reason = dup_reason (problem);

      g_ptr_array_add (all, gf_import_notes_make (gf_problem_kind_get_nick (problem->kind), problem->row,
                                                problem->column_name, problem->text, reason));
    }
  g_list_store_splice (notes, 0, 0, all->pdata, all->len);

  return notes;
}

/**
 * gf_import_note_dup_title:
 *
 * Returns: (transfer full): where it is: "Row 4,118, Total Revenue"
 */
char *
gf_import_note_dup_title (GfImportNote *self)
{
  const char *column;
  gint64 row;
  g_autofree char *number = NULL;

  g_return_val_if_fail (GF_IS_IMPORT_NOTE (self), NULL);

  column = gf_import_note_get_column (self);
  row = gf_import_note_get_row (self);
  number = gf_format_count ((guint64) row);
  if (row > 0 && *column != '\0')
    /* Translators: the number of a row and the name of a column */
    return g_strdup_printf (_("Row %s, %s"), number, column);
  if (row > 0)
    return g_strdup_printf (_("Row %s"), number);

  return g_strdup (*column != '\0' ? column : _("The file"));
}

/**
 * gf_import_kind_get_title:
 * @kind: the kind of a note
 *
 * Returns: (transfer none): it for people, as a line of a choice
 */
const char *
gf_import_kind_get_title (const char *kind)
{
  static const char * const titles[][2] = {
    { "encoding-guessed", N_("Encoding") },
    { "undecodable", N_("Not a character") },
    { "nul", N_("Zero byte") },
    { "quotes", N_("Quotation marks") },
    { "short-row", N_("Row too short") },
    { "long-row", N_("Row too long") },
    { "titles", N_("Lines above the names") },
    { "empty-name", N_("Column without a name") },
    { "duplicate-name", N_("Name used twice") },
    { "names-look-like-data", N_("Names look like data") },
    { "no-rows", N_("No rows") },
    { "not-a-number", N_("Not a number") },
    { "not-a-date", N_("Not a date") },
    { "not-a-flag", N_("Neither yes nor no") },
    { "date-order", N_("Day or month first") },
    { "other-sheets", N_("Other sheets") },
    { "joined-names", N_("Names in several rows") },
    { "groups-filled", N_("Values filled in") },
    { "no-names", N_("No names of columns") },
    { "long-name", N_("Name too long") },
    { "mixed-dates", N_("Dates and other texts") },
    { "footer", N_("Line below the customers") },
    { "totals-row", N_("Row of totals") },
    { "decimal-mark", N_("Thousands or decimals") },
    { "several-currencies", N_("Several currencies") },
    { "repaired", N_("Repaired") },
    { "odd-date", N_("Odd date") },
    { "cell-error", N_("Error of a spreadsheet") },
    { "done", N_("What was done") },
  };

  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i][0], kind) == 0)
      return _(titles[i][1]);

  return _("Other");
}

/**
 * gf_import_notes_to_csv:
 * @notes: notes
 *
 * Returns: (transfer full): them as CSV in UTF-8
 */
GBytes *
gf_import_notes_to_csv (GListModel *notes)
{
  GString *text;
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (notes), NULL);

  text = g_string_new (_("Row,Column,Cell,Problem"));
  n = g_list_model_get_n_items (notes);
  g_string_append (text, "\r\n");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfImportNote) note = g_list_model_get_item (notes, i);
      const char *cells[] = { gf_import_note_get_column (note), gf_import_note_get_text (note),
                              gf_import_note_get_message (note) };

      if (gf_import_note_get_row (note) > 0)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, gf_import_note_get_row (note));
      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        {
          g_string_append_c (text, ',');
          gf_csv_append_cell (text, cells[j], strlen (cells[j]));
        }
      g_string_append (text, "\r\n");
    }

  return g_string_free_to_bytes (text);
}
