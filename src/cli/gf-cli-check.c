/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli.h"

#include "gf-project-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* “$.interviews[2].date: should be …” is two members. */
static void
append_problem (GString    *out,
                const char *problem)
{
  const char *colon = strstr (problem, ": ");

  g_string_append (out, "{\"path\":");
  gf_json_append_string (out, problem, colon - problem);
  g_string_append (out, ",\"message\":");
  gf_json_append_string (out, colon + 2, -1);
  g_string_append_c (out, '}');
}

static void
append_result (GString    *out,
               const char *name,
               GPtrArray  *problems)
{
  if (out->len > 1)
    g_string_append (out, ",\n");
  g_string_append (out, "{\"file\":");
  gf_json_append_string (out, name, -1);
  g_string_append_printf (out, ",\"valid\":%s,\"problems\":[", problems->len == 0 ? "true" : "false");
  for (guint i = 0; i < problems->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_problem (out, g_ptr_array_index (problems, i));
    }
  g_string_append (out, "]}");
}

static void
print_result (const char *name,
              GPtrArray  *problems)
{
  if (problems->len == 0)
    g_print (_("%s: valid\n"), name);
  for (guint i = 0; i < problems->len; i++)
    g_print ("%s: %s\n", name, (const char *) g_ptr_array_index (problems, i));
}

/* One project: what is wrong with it is printed, or appended to @json. */
static GfCliCode
check_file (const char *path,
            GString    *json)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    return gf_cli_fail (NULL, error);

  gf_project_file_check (data, length, problems);
  if (json != NULL)
    append_result (json, name, problems);
  else
    print_result (name, problems);

  return problems->len == 0 ? GF_CLI_DONE : GF_CLI_PROBLEMS;
}

/**
 * gf_cli_check:
 * @argc: arguments, the verb first
 * @argv: arguments
 *
 * Lists all that is wrong with project files, each problem with its JSON path.
 *
 * Returns: 0 when all are valid, 1 when some are not, 2 when some could not be read
 */
GfCliCode
gf_cli_check (int    argc,
              char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_("PROJECT…"));
  GfCliCode code = GF_CLI_DONE;

  g_option_context_set_summary (context, _("Says whether projects are valid, and what is wrong where."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!gf_cli_parse (context, &argc, &argv, 1, -1))
    return GF_CLI_USAGE;

  g_autoptr (GString) json = as_json ? g_string_new ("[") : NULL;
  for (int i = 1; i < argc; i++)
    {
      GfCliCode worse = check_file (argv[i], json);

      code = MAX (code, worse);
    }
  if (as_json)
    g_print ("%s]\n", json->str);

  return code;
}
