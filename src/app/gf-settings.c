/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-settings.h"

/* The schema is named as the application is: development builds keep settings of their own. */
#define SCHEMA_ID GF_APP_ID

/**
 * gf_settings_get:
 *
 * Returns: (transfer none): the settings of the application, one object for all windows
 */
GSettings *
gf_settings_get (void)
{
  static GSettings *settings = NULL;

  if (settings == NULL)
    settings = g_settings_new (SCHEMA_ID);

  return settings;
}

/**
 * gf_settings_list_has:
 * @key: a key of type "as"
 * @item: a string
 *
 * Returns: whether the list at @key holds @item
 */
gboolean
gf_settings_list_has (const char *key,
                      const char *item)
{
  g_auto (GStrv) list = g_settings_get_strv (gf_settings_get (), key);

  return g_strv_contains ((const char * const *) list, item);
}

/**
 * gf_settings_list_set:
 * @key: a key of type "as"
 * @item: a string
 * @present: whether the list shall hold it
 *
 * Adds @item to the list at @key or takes it out; the order of the others stays.
 */
void
gf_settings_list_set (const char *key,
                      const char *item,
                      gboolean    present)
{
  g_auto (GStrv) list = g_settings_get_strv (gf_settings_get (), key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) result = NULL;

  if (g_strv_contains ((const char * const *) list, item) == !!present)
    return;

  for (guint i = 0; list[i] != NULL; i++)
    if (g_strcmp0 (list[i], item) != 0)
      g_strv_builder_add (builder, list[i]);
  if (present)
    g_strv_builder_add (builder, item);
  result = g_strv_builder_end (builder);
  g_settings_set_strv (gf_settings_get (), key, (const char * const *) result);
}
