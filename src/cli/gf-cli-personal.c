/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-personal.h"

#include <glib/gi18n-lib.h>

/**
 * gf_cli_read_personal:
 * @text: (nullable): what was given for --personal; %NULL keeps
 * @choice: (out): what it means
 * @error: where to put that it means nothing
 *
 * Returns: whether it is one of the choices
 */
gboolean
gf_cli_read_personal (const char        *text,
                      GfPersonalChoice  *choice,
                      GError           **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GF_TYPE_PERSONAL_CHOICE);
  GEnumValue *found = text != NULL ? g_enum_get_value_by_nick ((GEnumClass *) klass, text) : NULL;

  *choice = found != NULL ? (GfPersonalChoice) found->value : GF_PERSONAL_KEEP;
  if (text == NULL || found != NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--personal is “%s”; it should be keep, drop or pseudonymise."), text);

  return FALSE;
}

/**
 * gf_cli_tell_personal:
 * @import: what was read
 * @choice: what became of data of people
 *
 * Says on standard error which columns hold data of people and what was done with them; nothing if
 * none does.
 */
void
gf_cli_tell_personal (const GfImport   *import,
                      GfPersonalChoice  choice)
{
  const GfTable *table = gf_import_get_table (import);
  g_autofree GfPersonalKind *kinds = gf_personal_find_all (gf_import_get_export (import), table, NULL);
  g_autofree char *sentence = gf_personal_dup_sentence (table, kinds, choice);

  if (sentence == NULL)
    return;

  g_printerr ("goodfit-cli: %s", sentence);
  if (choice == GF_PERSONAL_KEEP)
    g_printerr (" %s", _("Choose with --personal drop or --personal pseudonymise."));
  g_printerr ("\n");
}
