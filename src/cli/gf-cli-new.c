/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-join.h"
#include "gf-cli-rule.h"
#include "gf-cli.h"
#include "gf-cli-best.h"
#include "gf-cli-notes.h"
#include "gf-cli-personal.h"
#include "gf-customers-personal.h"
#include "gf-project-analysis.h"
#include "gf-project-file.h"
#include "gf-project-name.h"
#include "gf-project-report.h"
#include "gf-repeats.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What the options of the verb say. */
typedef struct
{
  char *customers;
  char *name;
  GfCliBest who;
  char **best;
  char **bad;
  char **join;
  char **same;
  char **derive;
  char *duplicates;
  gboolean replace;
  char *personal_text;
  GfPersonalChoice personal;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->customers);
  g_free (self->name);
  gf_cli_best_clear (&self->who);
  g_strfreev (self->best);
  g_strfreev (self->bad);
  g_strfreev (self->join);
  g_strfreev (self->same);
  g_strfreev (self->derive);
  g_free (self->duplicates);
  g_free (self->personal_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
add_measures (GfCustomers        *customers,
              GfTable            *table,
              const char * const *texts,
              GError            **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autoptr (GfGoodMeasure) measure = gf_cli_read_measure (texts[i], table, error);

      if (measure == NULL)
        return FALSE;
      g_list_store_append (gf_customers_get_measures (customers), measure);
    }

  return TRUE;
}

/* Equal weights all the same: those of new measures, which can be moved both ways in the window. */
static void
even_out (GListModel *measures)
{
  g_autoptr (GfGoodMeasure) usual = gf_good_measure_new ();
  guint n = g_list_model_get_n_items (measures);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (measures, i);

      if (gf_good_measure_get_weight (measure) != 1.0)
        return;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (measures, i);

      gf_good_measure_set_weight (measure, gf_good_measure_get_weight (usual));
    }
}

static gboolean
add_marks (GfCustomers        *customers,
           GfTable            *table,
           const char * const *texts,
           GError            **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autoptr (GfBadMark) mark = gf_cli_read_mark (texts[i], table, error);

      if (mark == NULL)
        return FALSE;
      g_list_store_append (gf_customers_get_bad_marks (customers), mark);
    }

  return TRUE;
}

static char *
name_from_path (const char *path)
{
  if (strcmp (path, "-") == 0)
    return g_strdup (_("Customers"));

  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, ".goodfit"))
    name[strlen (name) - strlen (".goodfit")] = '\0';

  return gf_project_dup_name_for (name, NULL);
}

/* Rows that repeat a customer are told, and merged when asked. */
static void
merge_repeats (const Request *request,
               GfProject     *project)
{
  GfTable *table = gf_project_get_table (project);
  g_autofree gsize *first_of = NULL;
  GfJoinKey key;

  if (!gf_repeats_find_key (table, &key))
    return;

  gsize n = gf_repeats_find (table, &key, &first_of);
  const char *column = gf_column_get_name (gf_table_get_column (table, key.other));
  if (n == 0)
    return;
  if (g_strcmp0 (request->duplicates, "merge") != 0)
    {
      g_printerr (g_dngettext (GETTEXT_PACKAGE,
                               "goodfit-cli: %1$zu row repeats a customer by “%2$s” and is "
                               "kept. --duplicates merge puts it together with the first.\n",
                               "goodfit-cli: %1$zu rows repeat customers by “%2$s” and are "
                               "kept. --duplicates merge puts them together with the first.\n", n),
                  n, column);
      return;
    }

  g_autoptr (GfTable) merged = gf_repeats_merge (table, first_of);
  g_autofree char *sentence = gf_repeats_dup_sentence (table, &key, n);
  gf_project_set_table (project, merged);
  g_printerr ("goodfit-cli: %s\n", sentence);
}

static GfProject *
make_project (const Request *request,
              const char    *path,
              GfImport      *import)
{
  g_autoptr (GfProject) project = gf_project_new ();
  GfCustomers *customers = gf_project_get_customers (project);
  g_autoptr (GfTable) table = gf_customers_hide_people (customers, gf_import_get_export (import),
                                                        gf_import_get_table (import),
                                                        request->personal, NULL);
  g_autofree char *source_file = g_path_get_basename (request->customers);
  g_autofree char *display = g_filename_display_name (source_file);
  g_autofree char *name = name_from_path (path);
  g_autofree char *today = gf_today ();

  gf_project_set_name (project, request->name != NULL ? request->name : name);
  gf_project_set_table (project, table);
  gf_customers_set_source_file (customers, display);
  gf_customers_set_source (customers, gf_import_get_source (import));
  gf_customers_set_imported (customers, today);
  GfSource *source = gf_customers_remember (customers, request->customers, import, table);
  /* Its next export may have some when this one has none. */
  gf_source_set_merge_repeats (source, g_strcmp0 (request->duplicates, "merge") == 0);
  merge_repeats (request, project);

  return g_steal_pointer (&project);
}

static GfCliCode
add_files (const Request *request,
           GfProject     *project)
{
  GfCliCode worst = GF_CLI_DONE;

  for (guint i = 0; request->join != NULL && request->join[i] != NULL; i++)
    {
      GfCliCode code = gf_cli_join (project, request->join[i], (const char * const *) request->same);

      if (code != GF_CLI_DONE && code != GF_CLI_PROBLEMS)
        return code;
      worst = MAX (worst, code);
    }

  GfCliCode code = gf_cli_derive (project, (const char * const *) request->derive);

  return code != GF_CLI_DONE ? code : worst;
}

/* Who is good and who is a bad fit; columns that were joined or derived may say so too. */
static gboolean
add_rule (const Request *request,
          GfProject     *project,
          GError       **error)
{
  GfCustomers *customers = gf_project_get_customers (project);
  GfTable *table = gf_project_get_table (project);

  if (!add_measures (customers, table, (const char * const *) request->best, error) ||
      !add_marks (customers, table, (const char * const *) request->bad, error) ||
      !gf_cli_best_store (&request->who, customers, table, error))
    return FALSE;
  even_out (G_LIST_MODEL (gf_customers_get_measures (customers)));
  gf_customers_suggest_rule (customers, table);

  return TRUE;
}

/* What was guessed is said, so that nobody takes a guess for a fact. */
static void
tell_guesses (const Request *request,
              GfProject     *project)
{
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (gf_project_get_customers (project)));
  guint n = g_list_model_get_n_items (measures);
  g_autoptr (GString) names = g_string_new (NULL);

  if (request->best != NULL || request->who.above != NULL || request->who.below != NULL || request->who.list != NULL)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (measures, i);

      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", gf_good_measure_get_column (measure));
    }

  if (n == 0)
    g_printerr (_("goodfit-cli: No column says what makes a customer good. Name some with --best.\n"));
  else
    g_printerr (_("goodfit-cli: The best customers are guessed from %s. Choose with --best.\n"), names->str);
}

/* What to know before the findings of the project are believed. */
static void
tell_notes (GfProject *project)
{
  GfCustomers *customers = gf_project_get_customers (project);
  GfTable *table = gf_project_get_table (project);
  g_autoptr (GArray) measures = gf_customers_dup_measures (customers);
  g_autoptr (GArray) rules = gf_customers_dup_bad_rules (customers);
  g_autoptr (GfRanking) ranking = NULL;
  g_autoptr (GfBitset) bad = NULL;

  g_autoptr (GfBestRule) rule = gf_customers_dup_best_rule (customers);

  if (measures->len > 0 || !gf_best_rule_needs_measure (rule))
    ranking = gf_ranking_new_by_rule (table, (const GfMeasure *) (gpointer) measures->data, measures->len, rule,
                                      NULL, NULL);
  if (rules->len > 0)
    bad = gf_bad_fits (table, (const GfBadRule *) (gpointer) rules->data, rules->len, NULL);

  g_autoptr (GPtrArray) notes = gf_cli_find_notes (table, measures,
                                                   ranking != NULL ? gf_ranking_get_best (ranking) : NULL,
                                                   bad);
  gf_cli_tell_notes (notes);
}

static gboolean
write_project (GfProject   *project,
               const char  *path,
               GError     **error)
{
  if (strcmp (path, "-") != 0)
    return gf_project_save (project, path, error);

  g_autoptr (JsonNode) tree = gf_record_to_json (GF_RECORD (project));
  g_autoptr (GBytes) bytes = gf_project_file_encode (tree, gf_project_get_table (project));
  g_autoptr (GfCliOutput) output = gf_cli_output_open (path, NULL, error);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return output != NULL && gf_cli_output_write (output, data, length, error) &&
         gf_cli_output_close (output, error);
}

/* Customers can be read anew; what people have written cannot. */
static gboolean
check_target (const Request  *request,
              const char     *path,
              GError        **error)
{
  GStatBuf status;

  if (request->replace || strcmp (path, "-") == 0 || g_stat (path, &status) != 0 || status.st_size == 0)
    return TRUE;

  g_autoptr (GError) reason = NULL;
  g_autoptr (GfProject) project = gf_project_load (path, &reason);

  if (project == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("“%s” is there and cannot be read as a project (%s). Choose another name, or give "
                     "--replace to lose what it holds."), path, reason->message);
      return FALSE;
    }
  if (gf_project_has_work (project))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("“%s” is a project that holds more than customers, such as interviews, segments or a "
                     "profile. Choose another name, or give --replace to lose them."), path);
      return FALSE;
    }

  return TRUE;
}

static GfCliCode
make_and_write (const Request      *request,
                const char         *path,
                const GfCliReading *reading)
{
  const char *inputs[] = { request->customers, NULL };
  g_autoptr (GError) error = NULL;
  GfCliCode code;

  if (!gf_cli_check_output (path, inputs, &error) || !check_target (request, path, &error))
    return gf_cli_fail (NULL, error);

  g_autoptr (GfImport) import = gf_cli_import (request->customers, reading, &code);
  if (import == NULL)
    return code;

  g_autoptr (GfProject) project = make_project (request, path, import);
  GfCliCode joined = add_files (request, project);
  if (joined != GF_CLI_DONE && joined != GF_CLI_PROBLEMS)
    return joined;
  if (!add_rule (request, project, &error))
    return gf_cli_fail (NULL, error);
  if (!write_project (project, path, &error))
    return gf_cli_fail (path, error);
  tell_guesses (request, project);
  gf_cli_tell_personal (import, request->personal);
  tell_notes (project);

  /* MAX() asks twice. */
  code = gf_cli_tell_problems (import, request->customers);

  return MAX (joined, code);
}

/**
 * gf_cli_new:
 * @argc: arguments, the verb first
 * @argv: arguments
 *
 * Makes a project from a list of customers, with the rule of who is best.
 *
 * Returns: the exit code
 */
GfCliCode
gf_cli_new (int    argc,
            char **argv)
{
  g_auto (GfCliReading) reading = { 0 };
  g_auto (Request) request = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "customers", 0, 0, G_OPTION_ARG_FILENAME, &request.customers, N_("The list of customers"), N_("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &request.name, N_("Name of the project"), N_("NAME") },
    { "best", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.best,
      N_("What makes a customer good; may be given several times"), N_("COLUMN[:WEIGHT][:low]") },
    GF_CLI_BEST_ENTRIES (&request.who),
    { "bad", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.bad,
      N_("What makes a customer a bad fit; may be given several times"), N_("COLUMN=VALUE") },
    { "join", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request.join,
      N_("Another file with rows of the customers, such as deals, tickets, payments or answers, and the "
         "column that says whose they are, if it is not to be found; may be given several times"),
      N_("FILE[:KEY]") },
    GF_CLI_SAME_ENTRY (&request.same),
    GF_CLI_DERIVE_ENTRY (&request.derive),
    { "duplicates", 0, 0, G_OPTION_ARG_STRING, &request.duplicates,
      N_("What becomes of rows that repeat a customer: keep (so it is without this option), or merge"),
      N_("CHOICE") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &request.replace,
      N_("Replace a project that holds more than customers"), NULL },
    GF_CLI_PERSONAL_ENTRY (&request.personal_text),
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_("PROJECT --customers FILE"));

  g_option_context_set_summary (context, _("Makes a project from a list of customers. A project that is there already is replaced only if it holds "
                                           "nothing but customers, or with --replace."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  gf_cli_reading_add (&reading, context);
  if (!gf_cli_parse (context, &argc, &argv, 1, 1))
    return GF_CLI_USAGE;
  if (request.customers == NULL)
    return gf_cli_usage (_("new: say which customers, with --customers FILE."));

  if (!gf_cli_best_check (&request.who, "new"))
    return GF_CLI_USAGE;
  if (request.duplicates != NULL && !g_str_equal (request.duplicates, "keep") &&
      !g_str_equal (request.duplicates, "merge"))
    return gf_cli_usage (_("new: --duplicates is “%s”; it should be keep or merge."), request.duplicates);
  if (!gf_cli_read_personal (request.personal_text, &request.personal, &error))
    return gf_cli_usage ("new: %s", error->message);

  return make_and_write (&request, argv[1], &reading);
}
