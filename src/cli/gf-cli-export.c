/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli.h"
#include "gf-export.h"
#include "gf-project-analysis.h"
#include "gf-project-file.h"
#include "gf-project-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEPTH 2

/* What the options of the verb say. */
typedef struct
{
  char *output;
  char *format;
  char *paper;
  char *style;
  char *profile;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->output);
  g_free (self->format);
  g_free (self->paper);
  g_free (self->style);
  g_free (self->profile);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
read_nick (const char *option,
           const char *text,
           GType       type,
           int        *value,
           GError    **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value_by_nick (klass, text);
  g_autoptr (GString) nicks = g_string_new (NULL);

  if (found != NULL)
    {
      *value = found->value;
      return TRUE;
    }

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--%s cannot be “%s”: it is one of %s."),
               option, text, nicks->str);

  return FALSE;
}

static gboolean
read_format (const Request   *request,
             GfExportFormat  *format,
             GError         **error)
{
  g_autofree char *name = request->format != NULL ? g_strconcat ("page.", request->format, NULL)
                          : strcmp (request->output, "-") == 0 ? g_strdup ("page.pdf")
                                                               : g_strdup (request->output);

  if (gf_export_format_from_name (name, format))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” does not tell the format. It ends in .pdf, .png, .svg, .html or .md, or --format says it."),
               request->format != NULL ? request->format : request->output);

  return FALSE;
}

static gboolean
read_page (const Request    *request,
           GfProfile        *profile,
           GfExportOptions  *options,
           GError          **error)
{
  int paper = gf_profile_get_paper (profile);
  int style = gf_profile_get_style (profile);

  if (request->paper != NULL && !read_nick ("paper", request->paper, GF_TYPE_PAPER, &paper, error))
    return FALSE;
  if (request->style != NULL && !read_nick ("style", request->style, GF_TYPE_PAGE_STYLE_ID, &style, error))
    return FALSE;

  options->paper = (GfPaper) paper;
  options->style = (GfPageStyleId) style;

  return TRUE;
}

static GfProfile *
find_profile (GfProject   *project,
              const char  *name,
              GError     **error)
{
  GListModel *profiles = G_LIST_MODEL (gf_project_get_profiles (project));
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (GfProfile) profile = g_list_model_get_item (profiles, i);
      g_autofree char *folded = g_utf8_casefold (gf_profile_get_name (profile), -1);

      if (strcmp (folded, wanted) == 0)
        return g_steal_pointer (&profile);
      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", gf_profile_get_name (profile));
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               names->len > 0 ? _("There is no profile “%s”. There are %s.")
                              : _("There is no profile “%s”: the project has none yet%s. Leave --profile out, and "
                                  "one is drafted from the customers."),
               name, names->str);

  return NULL;
}

/* The segment to draft for: the one that was chosen, else what stands out most, else nothing does. */
static GfSegment *
choose_segment (GfProject        *project,
                GfProjectResults *results)
{
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (project));
  GfSegment *primary = gf_project_find_primary (project);
  GfFinding *headline = results->best != NULL ? gf_findings_find_headline (results->best) : NULL;

  if (primary != NULL)
    return g_object_ref (primary);
  if (g_list_model_get_n_items (segments) > 0)
    return g_list_model_get_item (segments, 0);
  if (headline != NULL)
    return g_object_ref (gf_project_add_segment (project, gf_finding_get_selectors (headline)));

  GfSegment *segment = gf_segment_new ();

  gf_segment_set_name (segment, _("Our Best Customers"));
  gf_segment_set_description (segment,
                              results->ranking == NULL
                                ? _("Nothing says yet who the best customers are: choose a column that does, and draft again.")
                                : _("Nothing sets the best customers apart clearly yet: there is too little "
                                    "to tell, or it is not in this list."));
  g_list_store_append (gf_project_get_segments (project), segment);

  return segment;
}

/* The profile that is asked for, the first one, or a draft that the project file does not keep. */
static GfProfile *
choose_profile (GfProject         *project,
                const char        *name,
                GfProjectResults  *results,
                GError           **error)
{
  GListModel *profiles = G_LIST_MODEL (gf_project_get_profiles (project));

  if (name != NULL)
    return find_profile (project, name, error);
  if (g_list_model_get_n_items (profiles) > 0)
    return g_list_model_get_item (profiles, 0);

  g_autoptr (GfSegment) segment = choose_segment (project, results);
  g_autofree char *today = gf_today ();

  g_printerr (_("goodfit-cli: The project has no profile yet. This page is a draft for “%s”.\n"),
              gf_segment_get_name (segment));

  return g_object_ref (gf_project_draft_profile (project, segment, results->best, results->bad_findings, today));
}

static gboolean
write_page (const Request          *request,
            const char             *project_path,
            GfDocument             *document,
            const GfExportOptions  *options,
            GfExportFormat          format,
            GError                **error)
{
  const char *inputs[] = { project_path, NULL };
  g_auto (GStrv) left_out = NULL;
  g_autoptr (GBytes) bytes = gf_document_export_bytes (document, format, options, &left_out, NULL, error);

  if (bytes == NULL)
    return FALSE;

  g_autoptr (GfCliOutput) output = gf_cli_output_open (request->output, inputs, error);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (output == NULL || !gf_cli_output_write (output, data, length, error) ||
      !gf_cli_output_close (output, error))
    return FALSE;

  for (guint i = 0; left_out != NULL && left_out[i] != NULL; i++)
    g_printerr (_("goodfit-cli: Not on the page for lack of room: %s\n"), left_out[i]);

  return TRUE;
}

static GfCliCode
export_project (const Request *request,
                const char    *path)
{
  g_autoptr (GError) error = NULL;
  g_auto (GfProjectResults) results = { 0 };
  GfExportOptions options = { 0 };
  GfExportFormat format;

  if (!read_format (request, &format, &error))
    return gf_cli_usage ("export: %s", error->message);

  g_autoptr (GfProject) project = gf_project_load (path, &error);
  if (project == NULL || !gf_project_analyse (project, DEPTH, &results, NULL, &error))
    return gf_cli_fail (path, error);

  g_autoptr (GfProfile) profile = choose_profile (project, request->profile, &results, &error);
  if (profile == NULL)
    return gf_cli_fail (path, error);
  if (!read_page (request, profile, &options, &error))
    return gf_cli_usage ("export: %s", error->message);

  g_autoptr (GfDocument) document = gf_project_make_document (project, profile, results.best);
  if (!write_page (request, path, document, &options, format, &error))
    return gf_cli_fail (request->output, error);

  return GF_CLI_DONE;
}

/**
 * gf_cli_export:
 * @argc: arguments, the verb first
 * @argv: arguments
 *
 * Writes the one page of a project.
 *
 * Returns: the exit code
 */
GfCliCode
gf_cli_export (int    argc,
               char **argv)
{
  g_auto (Request) request = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, N_("Where to write; - is standard output"),
      N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &request.format, N_("pdf, png, svg, html or md; else by the file's name"),
      N_("FORMAT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &request.paper, N_("a4 or letter; else that of the profile"),
      N_("PAPER") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &request.style, N_("Style of the page; else that of the profile"),
      N_("STYLE") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &request.profile, N_("Which profile; else the first"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_("PROJECT -o OUT.pdf"));

  g_option_context_set_summary (context, _("Writes the one page: PDF, PNG, SVG, HTML or Markdown."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!gf_cli_parse (context, &argc, &argv, 1, 1))
    return GF_CLI_USAGE;
  if (request.output == NULL)
    return gf_cli_usage (_("export: say where to write, with -o OUT.pdf."));

  return export_project (&request, argv[1]);
}
