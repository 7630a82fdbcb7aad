/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-companies.h"

#include <string.h>

static GfColumn *
find_names (GfTable *table)
{
  int index;

  if (table == NULL)
    return NULL;

  index = gf_table_find_role (table, GF_ROLE_NAME);
  if (index < 0)
    index = gf_table_find_role (table, GF_ROLE_IDENTIFIER);

  return index < 0 ? NULL : gf_table_get_column (table, (guint) index);
}

static char *
fold (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_casefold (stripped, -1);
}

/**
 * gf_companies_find:
 * @table: (nullable): the customers
 * @name: the name of one
 *
 * Looks a customer up by name. O(rows).
 *
 * Returns: the first row of that name; -1 if there is none
 */
gssize
gf_companies_find (GfTable    *table,
                   const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  GfColumn *names = find_names (table);
  g_autofree char *wanted = fold (name);

  if (names == NULL || *wanted == '\0')
    return -1;

  for (gsize row = 0; row < gf_column_get_n_rows (names); row++)
    {
      g_autofree char *folded = fold (gf_column_get_text (names, row));

      if (g_str_equal (folded, wanted))
        return (gssize) row;
    }

  return -1;
}

/**
 * gf_companies_suggest:
 * @table: (nullable): the customers
 * @text: what was typed so far
 * @max: how many names are wanted
 *
 * Finds customers whose name holds @text, those whose name begins with it first. O(rows).
 *
 * Returns: (transfer full): their names as they stand in the table, each once; empty for an empty text
 */
char **
gf_companies_suggest (GfTable    *table,
                      const char *text,
                      guint       max)
{
  g_return_val_if_fail (text != NULL, NULL);

  GfColumn *names = find_names (table);
  g_autofree char *wanted = fold (text);
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  if (names != NULL && *wanted != '\0')
    for (gsize row = 0; row < gf_column_get_n_rows (names) && first->len < max; row++)
      {
        const char *name = gf_column_get_text (names, row);
        g_autofree char *folded = fold (name);
        const char *found = strstr (folded, wanted);
        GPtrArray *found_by = found == folded ? first : others;

        if (found == NULL || found_by->len >= max ||
            g_ptr_array_find_with_equal_func (found_by, name, g_str_equal, NULL))
          continue;
        g_ptr_array_add (found_by, g_strdup (name));
      }

  while (first->len < max && others->len > 0)
    g_ptr_array_add (first, g_ptr_array_steal_index (others, 0));
  g_ptr_array_add (first, NULL);

  return (char **) g_ptr_array_steal (first, NULL);
}
