/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-row-identity.h"

#include "gf-text.h"

/**
 * gf_table_dup_row_identity:
 * @self: a table
 * @row: a row
 *
 * Returns: (transfer full): what the customer is known by
 */
char *
gf_table_dup_row_identity (GfTable *self,
                           gsize    row)
{
  g_return_val_if_fail (self != NULL && row < gf_table_get_n_rows (self), NULL);

  int index = gf_table_find_role (self, GF_ROLE_IDENTIFIER);

  if (index >= 0)
    {
      const char *text = gf_column_get_text (gf_table_get_column (self, (guint) index), row);
      gsize length = strlen (text);

      if (!gf_text_is_missing (text, length, TRUE))
        {
          gf_text_trim (&text, &length);
          return g_strndup (text, length);
        }
    }

  return gf_table_dup_row_name (self, row);
}

/**
 * gf_table_match_identities:
 * @self: a table
 * @identities: (nullable): what customers are known by, ended by %NULL
 *
 * Finds customers again; those that are not there any more are passed over.
 *
 * Returns: (transfer full): their rows
 */
GfBitset *
gf_table_match_identities (GfTable            *self,
                           const char * const *identities)
{
  g_return_val_if_fail (self != NULL, NULL);

  gsize n_rows = gf_table_get_n_rows (self);
  GfBitset *rows = gf_bitset_new (n_rows);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; identities != NULL && identities[i] != NULL; i++)
    g_hash_table_add (wanted, (char *) identities[i]);
  if (g_hash_table_size (wanted) == 0)
    return rows;

  for (gsize row = 0; row < n_rows; row++)
    {
      g_autofree char *identity = gf_table_dup_row_identity (self, row);

      if (g_hash_table_contains (wanted, identity))
        gf_bitset_set (rows, row);
    }

  return rows;
}
