/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-name.h"

#include "gf-text.h"

#include <string.h>

/**
 * gf_column_name_part:
 * @name: a column's name
 *
 * Puts a blank where a word begins without one: "customerID" is "customer ID".
 *
 * Returns: (transfer full): the name in words
 */
char *
gf_column_name_part (const char *name)
{
  GString *apart = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (p > name && g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
        g_string_append_c (apart, ' ');
      g_string_append_c (apart, *p);
    }

  return g_string_free (apart, FALSE);
}

/**
 * gf_column_name_fold:
 * @name: a column's name
 *
 * Gives the words of a name in small letters, one blank between them: "customerID" is
 * "customer id".
 *
 * Returns: (transfer full): the folded name
 */
char *
gf_column_name_fold (const char *name)
{
  g_autofree char *apart = gf_column_name_part (name);

  return gf_text_fold (apart, strlen (apart));
}

/**
 * gf_column_name_says:
 * @folded: what gf_column_name_fold() gave
 * @words: (array zero-terminated=1): words in small letters
 *
 * Looks for words in a name: whole ones, and two words or long ones also within others
 * ("annualrevenue").
 *
 * Returns: whether one is there
 */
gboolean
gf_column_name_says (const char         *folded,
                     const char * const *words)
{
  g_auto (GStrv) parts = g_strsplit_set (folded, " ()[]/.:,#?", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strchr (words[i], ' ') != NULL || strlen (words[i]) >= 7
          ? strstr (folded, words[i]) != NULL
          : g_strv_contains ((const char * const *) parts, words[i]))
      return TRUE;

  return FALSE;
}

/**
 * gf_column_name_is_place:
 * @name: the name of a column
 *
 * Returns: whether it says that the column holds places, whose codes ("NA", "NO") are words elsewhere
 */
gboolean
gf_column_name_is_place (const char *name)
{
  static const char * const words[] = {
    "country", "region", "territory", "continent", "nation", "geo", "market", "pays", "país",
    "paese", "iso", "state", "province", NULL,
  };
  g_autofree char *folded = gf_text_fold (name, strlen (name));
  g_auto (GStrv) parts = g_strsplit_set (folded, " ()[]/.:,", -1);

  if (strstr (folded, "country") != NULL || g_str_has_prefix (folded, "land"))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) parts, words[i]))
      return TRUE;

  return FALSE;
}
