/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli.h"

#include "gf-format.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* So many problems of one kind are told one by one. */
#define MOST_OF_A_KIND 10
/* More lines than this are above no list of customers: titles and names. */
#define MOST_HEADER_ROWS 50

/**
 * gf_cli_usage:
 * @format: what is wrong with the call
 * @...: its arguments
 *
 * Says on standard error that the call is wrong.
 *
 * Returns: the code to return
 */
GfCliCode
gf_cli_usage (const char *format,
              ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("goodfit-cli: %s\n", message);

  return GF_CLI_USAGE;
}

/**
 * gf_cli_fail:
 * @subject: (nullable): the file it is about
 * @error: why
 *
 * Says on standard error why it could not be done.
 *
 * Returns: the code to return
 */
GfCliCode
gf_cli_fail (const char   *subject,
             const GError *error)
{
  if (subject != NULL)
    g_printerr ("goodfit-cli: %s: %s\n", subject, error->message);
  else
    g_printerr ("goodfit-cli: %s\n", error->message);

  return GF_CLI_FAILED;
}

/**
 * gf_cli_parse:
 * @context: (transfer full): the options of the verb
 * @argc: (inout): arguments, the verb's name first
 * @argv: (inout): arguments
 * @min_files: how many files there must be at least
 * @max_files: and at most, -1 for any number
 *
 * Reads the options; on a wrong call it is told on standard error.
 *
 * Returns: whether the call is right; if not the verb returns GF_CLI_USAGE
 */
gboolean
gf_cli_parse (GOptionContext   *context,
              int              *argc,
              char           ***argv,
              int               min_files,
              int               max_files)
{
  g_autoptr (GError) error = NULL;
  const char *verb = (*argv)[0];
  g_autoptr (GOptionContext) owned = context;
  g_autofree char *call = g_strdup_printf ("goodfit-cli %s", verb);

  /* What --help calls it. */
  g_set_prgname (call);
  gboolean parsed = g_option_context_parse (owned, argc, argv, &error);

  if (!parsed)
    gf_cli_usage ("%s: %s", verb, error->message);
  else if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      memmove (*argv + 1, *argv + 2, (gsize) (*argc - 1) * sizeof (char *));
      (*argc)--;
    }
  if (!parsed)
    return FALSE;

  int n_files = *argc - 1;
  if (n_files < min_files)
    {
      gf_cli_usage (_("%s: a file is missing. “goodfit-cli %s --help” tells how to call it."), verb,
                    verb);
      return FALSE;
    }
  if (max_files >= 0 && n_files > max_files)
    {
      gf_cli_usage (_("%s: “%s” is one file too many."), verb, (*argv)[max_files + 1]);
      return FALSE;
    }

  return TRUE;
}

/**
 * gf_cli_reading_add:
 * @reading: (inout): zeroed; filled when the options are parsed
 * @context: a verb's options
 *
 * Adds the options that say how to read a table.
 */
void
gf_cli_reading_add (GfCliReading   *reading,
                    GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &reading->encoding,
      N_("Encoding, such as UTF-8 or windows-1252"),
      N_("NAME") },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &reading->delimiter,
      N_("What separates cells; “tab” for a tab"),
      N_("CHARACTER") },
    { "header-rows", 0, 0, G_OPTION_ARG_STRING, &reading->header_rows,
      N_("Lines above the first customer"),
      N_("NUMBER") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &reading->decimal,
      N_("Decimal mark of numbers: . or ,"), N_("MARK") },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &reading->date_order,
      N_("Order in dates: ymd, dmy or mdy"),
      N_("ORDER") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &reading->sheet, N_("Sheet of a spreadsheet, or file in an archive"),
      N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionGroup *group = g_option_group_new ("reading", _("Reading options:"),
                                            _("How to read tables"), NULL, NULL);

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  g_option_context_add_group (context, group);
}

/**
 * gf_cli_reading_clear:
 * @reading: options
 *
 * Frees what the options hold.
 */
void
gf_cli_reading_clear (GfCliReading *reading)
{
  g_free (reading->encoding);
  g_free (reading->delimiter);
  g_free (reading->header_rows);
  g_free (reading->decimal);
  g_free (reading->date_order);
  g_free (reading->sheet);
  *reading = (GfCliReading) { 0 };
}

static gboolean
refuse_value (const char *option,
              const char *value,
              const char *allowed,
              GError    **error)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--%s cannot be “%s”: it is %s."),
               option, value,
               allowed);

  return FALSE;
}

static gboolean
read_delimiter (const char *text,
                char       *delimiter,
                GError    **error)
{
  if (g_ascii_strcasecmp (text, "tab") == 0 || strcmp (text, "\\t") == 0)
    *delimiter = '\t';
  else if (strlen (text) == 1 && (guchar) *text < 0x80 && *text != '"' && *text != '\n' &&
           *text != '\r')
    *delimiter = *text;
  else
    return refuse_value ("delimiter", text, _("one ASCII character, or “tab”"), error);

  return TRUE;
}

/**
 * gf_cli_reading_to_options:
 * @reading: what was given
 * @error: where to put what is wrong with it
 *
 * Turns the reading options into those of the importer.
 *
 * Returns: (transfer full): the options
 */
GfImportOptions *
gf_cli_reading_to_options (const GfCliReading *reading,
                           GError            **error)
{
  g_autoptr (GfImportOptions) options = gf_import_options_new ();

  options->encoding = g_strdup (reading->encoding);
  if (reading->delimiter != NULL &&
      !read_delimiter (reading->delimiter, &options->delimiter, error))
    return NULL;
  if (reading->header_rows != NULL)
    {
      gint64 number;

      if (!g_ascii_string_to_signed (reading->header_rows, 10, 0, MOST_HEADER_ROWS, &number, NULL))
        {
          refuse_value ("header-rows", reading->header_rows, _("a number from 0 to 50"), error);
          return NULL;
        }
      options->n_header_rows = (int) number;
    }
  if (reading->decimal != NULL)
    {
      if (strcmp (reading->decimal, ".") != 0 && strcmp (reading->decimal, ",") != 0)
        {
          refuse_value ("decimal", reading->decimal, _("a full stop or a comma"), error);
          return NULL;
        }
      options->decimal = *reading->decimal;
    }
  if (reading->date_order != NULL)
    {
      g_autoptr (GEnumClass) orders = g_type_class_ref (GF_TYPE_DATE_ORDER);
      const GEnumValue *value = g_enum_get_value_by_nick (orders, reading->date_order);

      if (value == NULL || value->value == GF_DATE_ORDER_UNKNOWN)
        {
          refuse_value ("date-order", reading->date_order, _("ymd, dmy or mdy"), error);
          return NULL;
        }
      options->date_order = (GfDateOrder) value->value;
    }
  options->sheet = g_strdup (reading->sheet);

  return g_steal_pointer (&options);
}

/* Draws how far it is, on a terminal only; the line is cleared at the end. */
static void
progress_cb (double   share,
             gpointer user_data)
{
  int *shown = user_data;
  int percent = (int) (share * 100);

  if (percent == *shown)
    return;
  *shown = percent;
  g_printerr ("\r%3d %%", percent);
}

/**
 * gf_cli_import:
 * @path: a file
 * @reading: how to read it
 * @code: (out): what to return when it could not be read
 *
 * Reads a table, with progress on a terminal; why it cannot is told on standard error.
 *
 * Returns: (transfer full) (nullable): the import
 */
GfImport *
gf_cli_import (const char         *path,
               const GfCliReading *reading,
               GfCliCode          *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImportOptions) options = gf_cli_reading_to_options (reading, &error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  gboolean terminal = isatty (STDERR_FILENO);
  int shown = -1;

  *code = GF_CLI_DONE;
  if (options == NULL)
    {
      *code = gf_cli_usage ("%s", error->message);
      return NULL;
    }

  GfImport *import = gf_import_read (file, options, terminal ? progress_cb : NULL, &shown, NULL,
                                     &error);
  if (shown >= 0)
    g_printerr ("\r     \r");
  if (import == NULL)
    *code = gf_cli_fail (path, error);

  return import;
}

/* Tells the problems of one kind from @first on: one by one, and from the eleventh on in one line. */
static void
tell_kind (const GfImport *import,
           GfProblemKind   kind,
           gsize           first)
{
  gsize left = gf_import_count_kind (import, kind);
  guint n_told = 0;

  for (gsize i = first; i < gf_import_get_n_stored (import) && n_told < MOST_OF_A_KIND; i++)
    if (gf_import_get_problem (import, i)->kind == kind)
      {
        g_printerr ("  %s\n", gf_import_get_problem (import, i)->message);
        n_told++;
        left--;
      }
  if (left == 0)
    return;

  g_autofree char *more = gf_import_dup_more (import, kind, left);
  g_printerr ("  … %s\n", more);
}

static gsize
count_kinds (const GfImport      *import,
             const GfProblemKind *kinds,
             gsize                n_kinds)
{
  gsize n = 0;

  for (gsize i = 0; i < n_kinds; i++)
    n += gf_import_count_kind (import, kinds[i]);

  return n;
}

/* What the problems do to the customers: which lines are none of them, which cells say nothing; %NULL when
   they may do something else. */
static char *
dup_loss (const GfImport *import,
          gsize           n_problems)
{
  static const GfProblemKind lines[] = { GF_PROBLEM_TITLES, GF_PROBLEM_TOTALS, GF_PROBLEM_FOOTER };
  static const GfProblemKind cells[] = {
    GF_PROBLEM_NOT_A_NUMBER, GF_PROBLEM_NOT_A_DATE, GF_PROBLEM_NOT_A_FLAG, GF_PROBLEM_CELL_ERROR,
  };
  static const GfProblemKind harmless[] = {
    GF_PROBLEM_ENCODING, GF_PROBLEM_QUOTES, GF_PROBLEM_SHORT_ROW, GF_PROBLEM_EMPTY_NAME,
    GF_PROBLEM_DUPLICATE_NAME, GF_PROBLEM_JOINED_NAMES, GF_PROBLEM_GROUPS, GF_PROBLEM_REPAIRED,
  };
  gsize n_lines = count_kinds (import, lines, G_N_ELEMENTS (lines));
  gsize n_cells = count_kinds (import, cells, G_N_ELEMENTS (cells));
  g_autofree char *lines_number = gf_format_count (n_lines);
  g_autofree char *cells_number = gf_format_count (n_cells);
  g_autofree char *left_out = NULL;
  g_autofree char *missing = NULL;

  if (n_lines + n_cells == 0)
    return n_problems == count_kinds (import, harmless, G_N_ELEMENTS (harmless)) ? g_strdup (_("nothing is lost"))
                                                                                  : NULL;

  left_out = g_strdup_printf (ngettext ("%s line is left out", "%s lines are left out", n_lines), lines_number);
  missing = g_strdup_printf (ngettext ("%s cell counts as missing", "%s cells count as missing", n_cells),
                             cells_number);
  if (n_cells == 0)
    return g_steal_pointer (&left_out);
  if (n_lines == 0)
    return g_steal_pointer (&missing);

  /* Translators: such as "3 lines are left out, 5 cells count as missing" */
  return g_strdup_printf (_("%s, %s"), left_out, missing);
}

/**
 * gf_cli_tell_problems:
 * @import: an import
 * @subject: the file
 *
 * Lists the problems of the input on standard error: the first of each kind one by one, the others
 * summed up.
 *
 * Returns: GF_CLI_PROBLEMS when there were any, else GF_CLI_DONE
 */
GfCliCode
gf_cli_tell_problems (const GfImport *import,
                      const char     *subject)
{
  gsize count = gf_import_get_n_problems (import);
  gboolean told[GF_PROBLEM_N_KINDS] = { FALSE };

  if (count == 0)
    return GF_CLI_DONE;

  g_autofree char *number = gf_format_count (count);
  g_autofree char *loss = dup_loss (import, count);
  if (loss != NULL)
    /* Translators: a file, a number, and what the problems do, such as "nothing is lost" */
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%s: %s problem; %s:\n", "%s: %s problems; %s:\n", count), subject,
                number, loss);
  else
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%s: %s problem:\n", "%s: %s problems:\n", count), subject, number);
  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    {
      GfProblemKind kind = gf_import_get_problem (import, i)->kind;

      if (!told[kind])
        tell_kind (import, kind, i);
      told[kind] = TRUE;
    }
  for (guint kind = 0; kind < GF_PROBLEM_N_KINDS; kind++)
    if (!told[kind] && gf_import_count_kind (import, (GfProblemKind) kind) > 0)
      tell_kind (import, (GfProblemKind) kind, gf_import_get_n_stored (import));

  return GF_CLI_PROBLEMS;
}

/**
 * gf_json_append_string:
 * @out: a string
 * @text: UTF-8, which may hold zero bytes
 * @length: its bytes, -1 when closed by a NUL
 *
 * Appends the text as a JSON string with its quotation marks.
 */
void
gf_json_append_string (GString    *out,
                       const char *text,
                       gssize      length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  g_string_append_c (out, '"');
  for (const char *p = text; p < end; p++)
    switch (*p)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7f)
          g_string_append_printf (out, "\\u%04x", (guint) *p);
        else
          g_string_append_c (out, *p);
        break;
      }
  g_string_append_c (out, '"');
}
