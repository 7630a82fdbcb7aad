/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* A verb is one line here, one declaration in gf-cli.h, and one file. */
static const struct
{
  const char *name;
  GfCliVerb run;
  const char *summary;
} verbs[] = {
  { "inspect", gf_cli_inspect, N_("what the importer makes of a table") },
  { "convert", gf_cli_convert, N_("the cells of a table as plain CSV") },
  { "new", gf_cli_new, N_("a project from a list of customers") },
  { "update", gf_cli_update, N_("a project with the next export of its customers") },
  { "mine", gf_cli_mine, N_("what the best customers share, or the bad fits") },
  { "export", gf_cli_export, N_("the one page of a project") },
  { "check", gf_cli_check, N_("what is wrong with projects") },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: goodfit-cli VERB [OPTION…] [FILE…]"));
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-10s %s\n", verbs[i].name, _(verbs[i].summary));
  g_print ("\n%s\n", _("“goodfit-cli VERB --help” tells the options of a verb."));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, GF_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("goodfit-cli");

  if (argc < 2)
    return (int) gf_cli_usage (_("Say what to do: goodfit-cli VERB FILE. “goodfit-cli --help” "
                                 "lists the verbs."));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return GF_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("goodfit-cli %s\n", GF_VERSION);
      return GF_CLI_DONE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0)
      return (int) verbs[i].run (argc - 1, argv + 1);

  return (int) gf_cli_usage (_("“%s” is not a verb. “goodfit-cli --help” lists them."), argv[1]);
}
