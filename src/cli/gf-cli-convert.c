/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-personal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GfCliOutput *output;
  GString *line;
  guint names_row;
  guint n_header_rows;
  guint record;
  guint column;
  GError *error;
  guint written;             /* cells of this row */
  GfPersonalChoice choice;
  const GfPersonalKind *kinds;
  guint n_kinds;
  const char *key;
  gboolean names_made;       /* the names are written already, not as the file has them */
} Converter;

static void
cell_cb (const char *text,
         gsize       length,
         gpointer    user_data)
{
  Converter *self = user_data;
  guint column = self->column++;
  GfPersonalKind kind = column < self->n_kinds ? self->kinds[column] : GF_PERSONAL_NONE;
  g_autofree char *word = NULL;

  if (kind != GF_PERSONAL_NONE && self->choice == GF_PERSONAL_DROP)
    return;
  if (kind != GF_PERSONAL_NONE && self->choice == GF_PERSONAL_PSEUDONYMISE &&
      self->record >= self->n_header_rows)
    {
      word = gf_personal_dup_word (kind, text, length, self->key);
      text = word;
      length = strlen (word);
    }

  if (self->written++ > 0)
    g_string_append_c (self->line, ',');
  gf_csv_append_cell (self->line, text, length);
}

static void
row_cb (gpointer user_data)
{
  Converter *self = user_data;

  /* One empty cell would be an empty line, which is no record. */
  if (self->written == 1 && self->line->len == 0)
    g_string_append (self->line, "\"\"");
  g_string_append_c (self->line, '\n');
  if ((self->record >= self->n_header_rows ||
       (self->record == self->names_row && !self->names_made)) &&
      self->error == NULL)
    gf_cli_output_write (self->output, self->line->str, self->line->len, &self->error);
  g_string_truncate (self->line, 0);
  self->record++;
  self->column = 0;
  self->written = 0;
}

static void
broken_cb (const char *text,
           gsize       length,
           gpointer    user_data)
{
}

/* Whether the names are written as the importer has them: where the file has none, and where several
   rows make up each. */
static gboolean
makes_names (const GfImport *import)
{
  return gf_import_get_options (import)->n_header_rows == 0 ||
         gf_import_get_n_name_rows (import) > 1;
}

/* A file without names gets those the importer gave its columns, one with names in several rows the
   joined ones. */
static gboolean
write_names (Converter      *self,
             const GfImport *import,
             GError        **error)
{
  const GfTable *table = gf_import_get_table (import);

  if (!makes_names (import))
    return TRUE;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (table, i));

      if (self->kinds[i] != GF_PERSONAL_NONE && self->choice == GF_PERSONAL_DROP)
        continue;
      if (self->line->len > 0)
        g_string_append_c (self->line, ',');
      gf_csv_append_cell (self->line, name, strlen (name));
    }
  g_string_append_c (self->line, '\n');

  gboolean written = gf_cli_output_write (self->output, self->line->str, self->line->len, error);
  g_string_truncate (self->line, 0);

  return written;
}

/**
 * gf_cli_convert:
 * @argc: arguments, the verb first
 * @argv: arguments
 *
 * Writes the cells of a table, text unchanged, as RFC 4180 CSV in UTF-8 with commas, LF and one
 * header row; where the names stand in several rows it holds the joined ones. Rows keep as many cells
 * as they had. Of data of people columns can be left out or given pseudonyms, which are others at every
 * call.
 *
 * Returns: the exit code
 */
GfCliCode
gf_cli_convert (int    argc,
                char **argv)
{
  static const GfCsvHandler handler = { cell_cb, row_cb, broken_cb };
  g_auto (GfCliReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *personal = NULL;
  GfPersonalChoice choice;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Where to write; - is standard output"),
      N_("FILE") },
    GF_CLI_PERSONAL_ENTRY (&personal),
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_("FILE -o OUT.csv"));
  GfCliCode code;

  g_option_context_set_summary (context, _("Writes the cells of a table as plain CSV."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  gf_cli_reading_add (&reading, context);
  if (!gf_cli_parse (context, &argc, &argv, 1, 1))
    return GF_CLI_USAGE;
  if (path == NULL)
    return gf_cli_usage (_("convert: say where to write, with -o OUT.csv, or -o - for standard "
                           "output."));
  if (!gf_cli_read_personal (personal, &choice, &error))
    return gf_cli_usage ("convert: %s", error->message);

  const char *inputs[] = { argv[1], NULL };
  if (!gf_cli_check_output (path, inputs, &error))
    return gf_cli_fail (NULL, error);

  g_autoptr (GfImport) import = gf_cli_import (argv[1], &reading, &code);
  if (import == NULL)
    return code;

  const GfImportOptions *options = gf_import_get_options (import);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (GfCliOutput) output = gf_cli_output_open (path, inputs, &error);
  if (output == NULL)
    return gf_cli_fail (path, error);

  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *key = gf_personal_dup_key ();
  const GfTable *table = gf_import_get_table (import);
  guint n_columns = gf_table_get_n_columns (table), n_personal;
  g_autofree GfPersonalKind *kinds = gf_personal_find_all (gf_import_get_export (import), table,
                                                           &n_personal);
  if (choice == GF_PERSONAL_DROP && n_personal == n_columns)
    return gf_cli_usage (_("convert: all columns hold personal data; nothing would be left."));
  Converter converter = { output, line, gf_import_get_names_row (import),
                          (guint) options->n_header_rows, 0, 0,
                          NULL, 0, choice, kinds, n_columns, key, makes_names (import) };
  if (!write_names (&converter, import, &error) ||
      !gf_import_read_cells (file, options, &handler, &converter, NULL, &error))
    return gf_cli_fail (argv[1], error);
  if (converter.error != NULL)
    {
      g_propagate_error (&error, converter.error);
      return gf_cli_fail (path, error);
    }
  if (!gf_cli_output_close (output, &error))
    return gf_cli_fail (path, error);
  if (choice != GF_PERSONAL_KEEP)
    gf_cli_tell_personal (import, choice);

  return gf_cli_tell_problems (import, argv[1]);
}
