/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-personal.h"

/**
 * gf_customers_hide_people:
 * @self: the customers of a project
 * @export: (nullable): whose export @table is
 * @table: what was read
 * @choice: what becomes of the columns that hold data of people
 * @by_column: (nullable) (element-type utf8 GfPersonalChoice): other choices for single columns, by
 *   name, GINT_TO_POINTER(); also for columns that were not seen to be personal
 *
 * Drops and pseudonymises columns and keeps the choice. The key of the pseudonyms is made once in the
 * life of a project.
 *
 * Returns: (transfer full): the table for the project; @table itself if all is kept
 */
GfTable *
gf_customers_hide_people (GfCustomers      *self,
                          const GfExport   *export,
                          GfTable          *table,
                          GfPersonalChoice  choice,
                          GHashTable       *by_column)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self) && table != NULL, NULL);

  guint n_columns = gf_table_get_n_columns (table);
  g_autofree GfPersonalKind *kinds = gf_personal_find_all (export, table, NULL);
  g_autofree GfPersonalChoice *choices = g_new0 (GfPersonalChoice, n_columns + 1);
  gboolean needs_key = FALSE;

  for (guint i = 0; i < n_columns; i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (table, i));
      gpointer own;

      choices[i] = kinds[i] != GF_PERSONAL_NONE ? choice : GF_PERSONAL_KEEP;
      if (by_column != NULL && g_hash_table_lookup_extended (by_column, name, NULL, &own))
        choices[i] = (GfPersonalChoice) GPOINTER_TO_INT (own);
      needs_key |= choices[i] == GF_PERSONAL_PSEUDONYMISE;
    }

  gf_customers_set_personal (self, choice);
  if (needs_key && *gf_customers_get_pseudonym_key (self) == '\0')
    {
      g_autofree char *key = gf_personal_dup_key ();

      gf_customers_set_pseudonym_key (self, key);
    }

  return gf_personal_apply (table, kinds, choices, gf_customers_get_pseudonym_key (self));
}
