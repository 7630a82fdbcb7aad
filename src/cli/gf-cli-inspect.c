/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-notes.h"
#include "gf-cli-personal.h"
#include "gf-cli.h"

#include "gf-format.h"
#include "gf-infer.h"
#include "gf-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NAME_WIDTH 40      /* of a terminal's columns */

typedef struct
{
  GString *out;
  guint names_row;
  guint n_header_rows;
  guint record;
  guint column;
  gboolean any_row;
} CellsWriter;

static void
cell_cb (const char *text,
         gsize       length,
         gpointer    user_data)
{
  CellsWriter *writer = user_data;

  if (writer->record < writer->n_header_rows && writer->record != writer->names_row)
    return;
  if (writer->record >= writer->n_header_rows && writer->column == 0)
    g_string_append (writer->out, writer->any_row ? ",\n[" : "\n[");
  else if (writer->column > 0)
    g_string_append_c (writer->out, ',');
  gf_json_append_string (writer->out, text, (gssize) length);
  writer->column++;
}

static void
row_cb (gpointer user_data)
{
  CellsWriter *writer = user_data;

  writer->column = 0;
  writer->record++;
  if (writer->record == writer->n_header_rows)
    {
      g_string_append (writer->out, "],\"cells\":[");
      return;
    }
  if (writer->record <= writer->n_header_rows)
    return;
  g_string_append_c (writer->out, ']');
  writer->any_row = TRUE;
}

static void
broken_cb (const char *text,
           gsize       length,
           gpointer    user_data)
{
}

static gboolean
append_cells (GString        *out,
              const char     *path,
              const GfImport *import,
              GError        **error)
{
  static const GfCsvHandler handler = { cell_cb, row_cb, broken_cb };
  const GfImportOptions *options = gf_import_get_options (import);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  CellsWriter writer = { out, gf_import_get_names_row (import), (guint) options->n_header_rows, 0,
                         0, FALSE };

  if (options->n_header_rows == 0)
    g_string_append (out, ",\n\"header\":null,\"cells\":[");
  else
    g_string_append (out, ",\n\"header\":[");
  if (!gf_import_read_cells (file, options, &handler, &writer, NULL, error))
    return FALSE;
  if (writer.record < writer.n_header_rows)
    g_string_append (out, "],\"cells\":[");
  g_string_append_c (out, ']');

  return TRUE;
}

static void
append_text (GString    *out,
             const char *member,
             const char *text)
{
  g_string_append_printf (out, "\"%s\":", member);
  if (text != NULL)
    gf_json_append_string (out, text, -1);
  else
    g_string_append (out, "null");
}

static const char * const date_orders[] = { NULL, "ymd", "dmy", "mdy" };

static void
append_sheets (GString        *out,
               const GfImport *import)
{
  const GPtrArray *sheets = gf_import_get_sheets (import);

  append_text (out, "sheet", gf_import_get_options (import)->sheet);
  g_string_append (out, ",\"sheets\":[");
  for (guint i = 0; i < sheets->len; i++)
    {
      const GfSourceSheet *sheet = g_ptr_array_index (sheets, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      append_text (out, "name", sheet->name);
      g_string_append_printf (out, ",\"hidden\":%s}", sheet->hidden ? "true" : "false");
    }
  g_string_append (out, "],");
}

static void
append_file (GString        *out,
             const GfImport *import)
{
  const GfImportOptions *options = gf_import_get_options (import);
  char delimiter[] = { options->delimiter, '\0' };
  char decimal[] = { options->decimal, '\0' };

  append_text (out, "format", gf_import_get_format (import));
  g_string_append_c (out, ',');
  append_text (out, "source", gf_import_get_source (import));
  g_string_append_c (out, ',');
  if (gf_import_get_sheets (import) != NULL)
    append_sheets (out, import);
  append_text (out, "encoding", options->encoding);
  g_string_append_c (out, ',');
  append_text (out, "delimiter", delimiter);
  g_string_append_printf (out, ",\"headerRows\":%d,", options->n_header_rows);
  append_text (out, "decimal", decimal);
  g_string_append_c (out, ',');
  append_text (out, "dateOrder", date_orders[options->date_order]);
  g_string_append_printf (out, ",\"rows\":%zu",
                          gf_table_get_n_rows (gf_import_get_table (import)));
}

/* Lists of texts and what else is said of how a column is read. */
static void
append_texts (GString            *out,
              const char         *member,
              const char * const *texts)
{
  g_string_append_printf (out, ",\"%s\":[", member);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      gf_json_append_string (out, texts[i], -1);
    }
  g_string_append_c (out, ']');
}

static void
append_bound (GString    *out,
              const char *member,
              double      bound)
{
  g_autofree char *number = gf_number_to_text (bound);

  g_string_append_printf (out, ",\"%s\":%s", member, isfinite (bound) ? number : "null");
}

static void
append_bands (GString        *out,
              const GfColumn *column)
{
  guint n_levels = gf_column_get_n_levels (column);
  gboolean any = FALSE;
  double low, high;

  g_string_append (out, ",\"bands\":[");
  for (guint i = 0; i < n_levels; i++)
    {
      if (!gf_column_get_band (column, i, &low, &high))
        continue;
      g_string_append (out, any ? ",{" : "{");
      append_text (out, "level", gf_column_get_level (column, i));
      append_bound (out, "low", low);
      append_bound (out, "high", high);
      g_string_append_c (out, '}');
      any = TRUE;
    }
  g_string_append_c (out, ']');
}

static void
append_reading (GString        *out,
                const GfColumn *column)
{
  const GfColumnSpec *spec = gf_column_get_spec (column);
  gboolean number = spec->type == GF_COLUMN_NUMBER || spec->type == GF_COLUMN_MONEY;
  const char mark[] = { spec->type == GF_COLUMN_SET ? spec->separator : spec->decimal, '\0' };
  g_auto (GStrv) missing = gf_column_dup_missing (column);
  g_autofree char *reason = gf_infer_dup_reason (column);

  if (gf_column_count_unreadable (column) > 0)
    g_string_append_printf (out, ",\"unreadable\":%zu",
                            gf_column_count_unreadable (column));
  if (*mark != '\0' && (number || spec->type == GF_COLUMN_SET))
    {
      g_string_append_c (out, ',');
      append_text (out, number ? "decimal" : "separator", mark);
    }
  if (spec->type == GF_COLUMN_DATE && spec->date_order != GF_DATE_ORDER_UNKNOWN)
    {
      g_string_append_c (out, ',');
      append_text (out, "dateOrder", date_orders[spec->date_order]);
    }
  if (spec->type == GF_COLUMN_DATE && spec->date_numbers != GF_DATE_NUMBERS_NONE)
    {
      g_string_append_c (out, ',');
      append_text (out, "dateNumbers",
                   gf_date_numbers_get_nick (spec->date_numbers));
    }
  if (spec->percent)
    g_string_append (out, ",\"percent\":true");
  if (spec->blank_is_no)
    g_string_append (out, ",\"blankIsNo\":true");
  if (spec->bands)
    append_bands (out, column);
  if (*missing != NULL)
    append_texts (out, "missing", (const char * const *) missing);
  if (spec->not_missing != NULL)
    append_texts (out, "notMissing", (const char * const *) spec->not_missing);
  g_string_append_c (out, ',');
  append_text (out, "reason", reason);
}

/* What the column means and what of people it holds, if that is known. */
static void
append_known (GString        *out,
              const GfExport *export,
              const GfColumn *column)
{
  static const char * const kinds[] = { NULL, "name", "email", "phone", "address", "ip" };
  const GfExportColumn *known = gf_export_find_column (export, gf_column_get_name (column));
  GfPersonalKind kind = gf_personal_find (export, column);

  append_text (out, "key", known != NULL ? known->key : NULL);
  g_string_append_c (out, ',');
  append_text (out, "personal", kinds[kind]);
  g_string_append_c (out, ',');
}

/* How many levels there are in the cells: a flag may say the same throughout. */
static guint
count_levels (const GfColumn *column)
{
  gsize n_rows = gf_column_get_n_rows (column);
  gboolean any[2] = { FALSE, FALSE };

  if (gf_column_get_column_type (column) != GF_COLUMN_FLAG)
    return gf_column_get_n_levels (column);

  for (gsize row = 0; row < n_rows && !(any[0] && any[1]); row++)
    {
      double flag = gf_column_get_number (column, row);

      if (!isnan (flag))
        any[flag > 0] = TRUE;
    }

  return (guint) any[0] + (guint) any[1];
}

static void
append_columns (GString        *out,
                const GfTable  *table,
                const GfExport *export)
{
  g_string_append (out, ",\n\"columns\":[");
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const GfColumn *column = gf_table_get_column (table, i);

      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      append_text (out, "name", gf_column_get_name (column));
      g_string_append_c (out, ',');
      append_text (out, "role", gf_column_role_get_nick (gf_column_get_role (column)));
      g_string_append_c (out, ',');
      append_known (out, export, column);
      append_text (out, "type", gf_column_type_get_nick (gf_column_get_column_type (column)));
      g_string_append_printf (out, ",\"filled\":%zu", gf_column_count_filled (column));
      if (gf_column_get_n_levels (column) > 0)
        g_string_append_printf (out, ",\"levels\":%u", count_levels (column));
      if (gf_column_get_currency (column) != NULL)
        {
          g_string_append_c (out, ',');
          append_text (out, "currency", gf_column_get_currency (column));
        }
      append_reading (out, column);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_problems (GString        *out,
                 const GfImport *import)
{
  g_string_append (out, ",\n\"problems\":[");
  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);

      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      if (problem->row > 0)
        g_string_append_printf (out, "\"row\":%zu,", problem->row);
      else
        g_string_append (out, "\"row\":null,");
      append_text (out, "column", problem->column_name);
      g_string_append_c (out, ',');
      append_text (out, "kind", gf_problem_kind_get_nick (problem->kind));
      g_string_append_c (out, ',');
      append_text (out, "text", problem->text);
      if (problem->became != NULL)
        {
          g_string_append_c (out, ',');
          append_text (out, "became", problem->became);
        }
      g_string_append_c (out, ',');
      append_text (out, "message", problem->message);
      g_string_append_c (out, '}');
    }
  g_string_append_printf (out, "],\n\"problemCount\":%zu,\"problemKinds\":{",
                          gf_import_get_n_problems (import));
  for (guint kind = 0, n = 0; kind < GF_PROBLEM_N_KINDS; kind++)
    {
      gsize count = gf_import_count_kind (import, (GfProblemKind) kind);

      if (count > 0)
        g_string_append_printf (out, "%s\"%s\":%zu", n++ > 0 ? "," : "",
                                gf_problem_kind_get_nick ((GfProblemKind) kind), count);
    }
  g_string_append_c (out, '}');
}

/* The text as so many columns of a terminal, cut or filled up with blanks. */
static char *
dup_padded (const char *text,
            guint       width)
{
  GString *padded = g_string_new (NULL);
  guint used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint more = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;

      if (used + more > width)
        break;
      g_string_append_unichar (padded, g_unichar_iscntrl (c) ? ' ' : c);
      used += more;
    }
  while (used++ < width)
    g_string_append_c (padded, ' ');

  return g_string_free_and_steal (padded);
}

/* Whether the cells were read from text: a sheet has no encoding and nothing between its cells. */
static gboolean
is_text (const GfImport *import)
{
  return strcmp (gf_import_get_format (import), "csv") == 0;
}

static void
print_summary (const char     *path,
               const GfImport *import)
{
  const GfImportOptions *options = gf_import_get_options (import);
  const GfTable *table = gf_import_get_table (import);
  const char *source = gf_import_get_source (import);
  g_autofree char *delimiter = g_strdup_printf ("“%c”", options->delimiter);

  if (options->delimiter == '\t')
    g_set_str (&delimiter, _("tab"));

  if (source != NULL)
    g_print ("%s: %s\n", path, source);
  else
    g_print ("%s\n", path);
  gsize n_rows = gf_table_get_n_rows (table);
  guint n_columns = gf_table_get_n_columns (table);
  g_autofree char *rows = gf_format_count (n_rows);
  g_autofree char *counted_rows = g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), rows);
  g_autofree char *columns = g_strdup_printf (ngettext ("%u column", "%u columns", n_columns), n_columns);

  if (!is_text (import) && gf_import_get_sheets (import) != NULL)
    g_print (_("Sheet “%s”\n"), options->sheet);
  else if (gf_import_get_sheets (import) != NULL)
    g_print (_("File “%s” of the archive\n"), options->sheet);
  if (is_text (import))
    /* TRANSLATORS: "3 rows", "5 columns", an encoding, a character */
    g_print (_("%s, %s; %s, cells separated by %s\n\n"), counted_rows, columns, options->encoding,
             delimiter);
  else
    /* TRANSLATORS: "3 rows", "5 columns" */
    g_print (_("%s, %s\n\n"), counted_rows, columns);
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const GfColumn *column = gf_table_get_column (table, i);
      g_autofree char *name = dup_padded (gf_column_get_name (column), NAME_WIDTH);
      g_autofree char *filled = gf_format_count (gf_column_count_filled (column));
      guint n_levels = count_levels (column);

      g_print ("  %s %-10s %-8s ", name, gf_column_role_get_nick (gf_column_get_role (column)),
               gf_column_type_get_nick (gf_column_get_column_type (column)));
      g_print (_("%s filled"), filled);
      if (n_levels > 0)
        g_print (ngettext (", %u level", ", %u levels", n_levels), n_levels);
      g_print ("\n");
    }
}

/**
 * gf_cli_inspect:
 * @argc: arguments, the verb first
 * @argv: arguments
 *
 * Says what the importer makes of a table.
 *
 * Returns: the exit code
 */
GfCliCode
gf_cli_inspect (int    argc,
                char **argv)
{
  g_auto (GfCliReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE, cells = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Answer with one JSON document"), NULL },
    { "cells", 0, 0, G_OPTION_ARG_NONE, &cells, N_("With --json, tell every cell as read"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_("FILE"));
  GfCliCode code;

  g_option_context_set_summary (context, _("Says what the importer makes of a table."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  gf_cli_reading_add (&reading, context);
  if (!gf_cli_parse (context, &argc, &argv, 1, 1))
    return GF_CLI_USAGE;

  g_autoptr (GfImport) import = gf_cli_import (argv[1], &reading, &code);
  if (import == NULL)
    return code;

  g_autoptr (GPtrArray) notes = gf_cli_find_notes (gf_import_get_table (import), NULL, NULL, NULL);
  if (!json)
    {
      print_summary (argv[1], import);
      gf_cli_tell_personal (import, GF_PERSONAL_KEEP);
      gf_cli_tell_notes (notes);
      return gf_cli_tell_problems (import, argv[1]);
    }

  g_autoptr (GString) out = g_string_new ("{");
  append_file (out, import);
  append_columns (out, gf_import_get_table (import), gf_import_get_export (import));
  append_problems (out, import);
  g_string_append (out, ",\n");
  gf_cli_append_notes (out, notes);
  if (cells && !append_cells (out, argv[1], import, &error))
    return gf_cli_fail (argv[1], error);
  g_string_append (out, "}\n");

  g_autoptr (GfCliOutput) output = gf_cli_output_open ("-", NULL, &error);
  if (output == NULL || !gf_cli_output_write (output, out->str, out->len, &error) ||
      !gf_cli_output_close (output, &error))
    return gf_cli_fail (NULL, error);

  return gf_cli_tell_problems (import, argv[1]);
}
