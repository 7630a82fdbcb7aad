/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-container-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many files of an archive are told by name. */
#define MOST_TOLD 5

/**
 * gf_container_free:
 * @self: (transfer full) (nullable): a container
 *
 * Frees it.
 */
void
gf_container_free (GfContainer *self)
{
  if (self == NULL)
    return;

  gf_sheet_layout_clear (&self->layout);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self->chosen);
  g_free (self);
}

/**
 * gf_container_get_text:
 * @self: a container
 *
 * Returns: (transfer none): what is to be read as text
 */
GBytes *
gf_container_get_text (const GfContainer *self)
{
  return self->text;
}

/**
 * gf_container_is_sheet:
 * @self: a container
 *
 * Returns: whether the text was a sheet: it is UTF-8 with commas, and rows that are shorter than
 *   others lack nothing
 */
gboolean
gf_container_is_sheet (const GfContainer *self)
{
  return self->is_sheet;
}

/**
 * gf_container_is_settled:
 * @self: a container
 *
 * Returns: whether the text is UTF-8 with commas and it is known how many header rows it has: a sheet,
 *   or members put together
 */
gboolean
gf_container_is_settled (const GfContainer *self)
{
  return self->is_sheet || self->n_stacked > 0;
}

/**
 * gf_container_get_format:
 * @self: a container
 *
 * Returns: "xlsx", "ods", "xls", or "csv" for a text in an archive
 */
const char *
gf_container_get_format (const GfContainer *self)
{
  return self->format;
}

/**
 * gf_container_get_chosen:
 * @self: a container
 *
 * Returns: the name of the sheet or member that was taken
 */
const char *
gf_container_get_chosen (const GfContainer *self)
{
  return self->chosen;
}

/**
 * gf_container_get_sheets:
 * @self: a container
 *
 * Returns: (transfer none) (element-type GfSourceSheet): all that could be chosen
 */
GPtrArray *
gf_container_get_sheets (const GfContainer *self)
{
  return self->sheets;
}

/**
 * gf_container_get_n_header_rows:
 * @self: a container
 *
 * Returns: the header rows of a text that is settled, else -1
 */
int
gf_container_get_n_header_rows (const GfContainer *self)
{
  return gf_container_is_settled (self) ? self->layout.n_header_rows : -1;
}

/**
 * gf_container_get_names_row:
 * @self: a container whose text is settled
 *
 * Returns: the record that holds the names, alone, where the beginning of the text does not show it; else -1
 */
int
gf_container_get_names_row (const GfContainer *self)
{
  return self->layout.names_row;
}

/**
 * gf_container_get_share:
 * @self: a container
 *
 * Returns: how much of the sheet or member the text is, 1 for all
 */
double
gf_container_get_share (const GfContainer *self)
{
  return self->share;
}

/* Says that there is more to read, and in an archive what. */
static char *
dup_others (const GfContainer *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_told = 0;

  if (self->is_sheet && self->n_unseen > 0)
    /* TRANSLATORS: the name of a sheet; how many others hold something, and how many were not looked
       into */
    return g_strdup_printf (_("“%s” was read; %zu other sheets of the file hold "
                              "something too, and %zu more may."),
                            self->chosen, self->n_others, self->n_unseen);
  if (self->is_sheet)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "“%s” was read; %zu other "
                                         "sheet of the file holds something too.",
                                         "“%s” was read; %zu other "
                                         "sheets of the file hold something too.",
                                         self->n_others),
                            self->chosen, self->n_others);

  for (guint i = 0; i < self->sheets->len && n_told < MOST_TOLD; i++)
    {
      const GfSourceSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (strcmp (sheet->name, self->chosen) == 0)
        continue;
      g_string_append_printf (names, "%s“%s”", n_told++ > 0 ? ", " : "", sheet->name);
    }
  if (n_told < self->n_others)
    g_string_append (names, ", …");

  /* TRANSLATORS: a name, a number, a list of names of files */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "“%s” was read; %zu other file is in the "
                                       "archive: %s. Choose it if it is meant.",
                                       "“%s” was read; %zu other files are in the "
                                       "archive: %s. Choose one of them if it is meant.",
                                       self->n_others),
                          self->chosen, self->n_others, names->str);
}

/* Says which members were put together. */
static char *
dup_stacked (const GfContainer *self)
{
  /* TRANSLATORS: a number of files; such as “*.csv”; the name of a column */
  return g_strdup_printf (_("%u files of the archive have the same columns and were put together "
                            "(“%s”); “%s” says from which of them a customer is. Choose a single one "
                            "if it is meant."),
                          self->n_stacked, self->chosen, _("File"));
}

/**
 * gf_container_tell:
 * @self: a container
 * @n_header_rows: records of the text above the first customer
 * @names: (nullable): of the columns
 * @problems: where to tell
 *
 * Tells what was found while taking out the text.
 */
void
gf_container_tell (const GfContainer  *self,
                   gsize               n_header_rows,
                   const char * const *names,
                   GfProblems         *problems)
{
  gsize n_names = names != NULL ? g_strv_length ((GStrv) names) : 0;

  if (self->n_others + self->n_unseen > 0 &&
      gf_problems_count (problems, GF_PROBLEM_OTHER_SHEETS))
    gf_problems_store (problems, GF_PROBLEM_OTHER_SHEETS, 0, -1, NULL, self->chosen,
                       strlen (self->chosen), dup_others (self));
  if (self->n_stacked > 0 && gf_problems_count (problems, GF_PROBLEM_OTHER_SHEETS))
    gf_problems_store (problems, GF_PROBLEM_OTHER_SHEETS, 0, -1, NULL, self->chosen,
                       strlen (self->chosen), dup_stacked (self));
  if (self->layout.notes == NULL)
    return;
  for (guint i = 0; i < self->layout.notes->len; i++)
    {
      const GfSheetNote *note = &g_array_index (self->layout.notes, GfSheetNote, i);
      gboolean in_data = note->record != G_MAXSIZE && note->record >= n_header_rows;
      const char *name = note->column >= 0 && (gsize) note->column < n_names ?
                         names[note->column] : NULL;

      if (gf_problems_count (problems, note->kind))
        gf_problems_store (problems, note->kind, in_data ? note->record - n_header_rows + 1 : 0,
                           note->column, name, note->text,
                           note->text != NULL ? strlen (note->text) : 0,
                           g_strdup (note->message));
    }
  gf_problems_count_more (problems, self->n_stacked > 0 ? GF_PROBLEM_QUOTES : GF_PROBLEM_CELL_ERROR,
                          self->layout.n_more);
}
