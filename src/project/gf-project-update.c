/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-update.h"

#include "gf-customer-flags.h"
#include "gf-project-report.h"
#include "gf-project-derive.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gf_project_plan_update:
 * @self: a project with customers
 * @source: (nullable): the source that @file is a new export of
 * @file: what was read, with data of people treated as before
 *
 * Proposes how a new export updates the customers, by what is remembered of the one before.
 *
 * Returns: (transfer full): a plan
 */
GfUpdatePlan *
gf_project_plan_update (GfProject     *self,
                        GfSource      *source,
                        const GfTable *file)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && gf_project_get_table (self) != NULL, NULL);

  g_auto (GStrv) from = NULL;
  g_auto (GStrv) to = NULL;

  if (source != NULL)
    gf_source_dup_columns (source, &from, &to);

  return gf_update_plan_suggest (gf_project_get_table (self), file, (const char * const *) from,
                                 (const char * const *) to);
}

/* The column of the customers that one of the export is after the update; "" if it was left out. */
static const char *
find_column_after (const GfUpdate *update,
                   guint           column)
{
  const GfUpdatePlan *plan = gf_update_get_plan (update);
  const char *name = gf_column_get_name (gf_table_get_column (gf_update_get_export (update), column));
  int main = gf_update_plan_get_main (plan, column);

  if (main >= 0)
    return gf_column_get_name (gf_table_get_column (gf_update_get_before (update), (guint) main));

  return gf_table_index_of (gf_update_get_table (update), name) >= 0 ? name : "";
}

/* What was settled for data of people when the column was read before. */
static GfPersonalChoice
find_personal (GfSource   *source,
               const char *header)
{
  GListModel *known = G_LIST_MODEL (gf_source_get_columns (source));

  for (guint i = 0; i < g_list_model_get_n_items (known); i++)
    {
      g_autoptr (GfSourceColumn) record = g_list_model_get_item (known, i);

      if (g_str_equal (gf_source_column_get_header (record), header))
        return gf_source_column_get_personal (record);
    }

  return GF_PERSONAL_KEEP;
}

/* Keeps which column of the file is which of the customers from now on. What else the export of the update
 * has was joined or computed, and is none of the file's. */
static void
remember_columns (GfCustomers    *customers,
                  GfSource       *source,
                  const GfUpdate *update,
                  const GfImport *import)
{
  GfTable *read = gf_import_get_table (import);
  GfTable *taken = gf_update_get_export (update);
  g_autoptr (GListStore) columns = g_list_store_new (GF_TYPE_SOURCE_COLUMN);

  for (guint i = 0; i < gf_table_get_n_columns (read); i++)
    {
      GfColumn *column = gf_table_get_column (read, i);
      g_autoptr (GfSourceColumn) record = gf_customers_new_source_column (customers, column, taken);
      int index = gf_table_index_of (taken, gf_source_column_get_column (record));

      if (index >= 0)
        gf_source_column_set_column (record, find_column_after (update, (guint) index));
      /* An empty column does not show what is to become of it. */
      if (gf_column_count_filled (column) == 0)
        gf_source_column_set_personal (record, find_personal (source, gf_column_get_name (column)));
      g_list_store_append (columns, record);
    }

  g_list_store_remove_all (gf_source_get_columns (source));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (columns)); i++)
    {
      g_autoptr (GfSourceColumn) record = g_list_model_get_item (G_LIST_MODEL (columns), i);

      g_list_store_append (gf_source_get_columns (source), record);
    }
}

/* Name before, as interviews compare it -> name after, of customers that are called otherwise now. */
static GHashTable *
find_new_names (const GfUpdate *update)
{
  GfTable *before = gf_update_get_before (update);
  GfTable *after = gf_update_get_table (update);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  int column = gf_table_find_role (before, GF_ROLE_NAME);

  if (column < 0)
    return names;

  for (gsize i = 0; i < gf_update_count (update, GF_UPDATE_CHANGED); i++)
    {
      gsize row = gf_update_get_row (update, GF_UPDATE_CHANGED, i);

      if (!gf_update_is_changed (update, row, (guint) column))
        continue;
      g_autofree char *old = gf_table_dup_row_name (before, gf_update_get_row_before (update, row));
      g_hash_table_insert (names, g_utf8_casefold (old, -1), gf_table_dup_row_name (after, row));
    }

  /* A name that another customer still has is that customer's. */
  for (gsize row = 0; g_hash_table_size (names) > 0 && row < gf_table_get_n_rows (after); row++)
    {
      g_autofree char *name = gf_table_dup_row_name (after, row);
      g_autofree char *folded = g_utf8_casefold (name, -1);

      g_hash_table_remove (names, folded);
    }

  return names;
}

/* Interviews know their customer by name. */
static void
follow_names (GfProject      *self,
              const GfUpdate *update,
              GPtrArray      *told)
{
  g_autoptr (GHashTable) names = find_new_names (update);
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (self));
  guint n = 0;

  for (guint i = 0; g_hash_table_size (names) > 0 && i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);
      g_autofree char *company = g_strstrip (g_strdup (gf_interview_get_company (interview)));
      g_autofree char *folded = g_utf8_casefold (company, -1);
      const char *name = g_hash_table_lookup (names, folded);

      if (name == NULL)
        continue;
      gf_interview_set_company (interview, name);
      n++;
    }

  if (n > 0 && told != NULL)
    g_ptr_array_add (told, g_strdup_printf (ngettext ("%u interview follows its customer to the new name.",
                                                      "%u interviews follow their customers to the new "
                                                      "names.", n), n));
}

/* What somebody said of a customer, or that they were picked, stays with them. */
static void
follow_marks (GfCustomers    *customers,
              const GfUpdate *update,
              GfTable        *after)
{
  GfTable *before = gf_update_get_before (update);
  gsize n_before = gf_table_get_n_rows (before), n_after = gf_table_get_n_rows (gf_update_get_table (update));
  g_autofree guint32 *after_of = g_new (guint32, n_before + 1);

  if (gf_table_get_n_rows (after) != n_after)
    return;

  for (gsize row = 0; row < n_before; row++)
    after_of[row] = G_MAXUINT32;
  for (gsize row = 0; row < n_after; row++)
    {
      gsize of = gf_update_get_row_before (update, row);

      if (of < n_before)
        after_of[of] = (guint32) row;
    }
  gf_customers_follow_rows (customers, before, after, after_of);
}

/**
 * gf_project_take_update:
 * @self: a project
 * @source: (nullable): the source that was exported anew; %NULL makes the file the remembered list of the
 *   customers
 * @update: the update, made of the customers that the project has
 * @file_name: the name of the file
 * @import: what was read from it
 * @told: (nullable) (element-type utf8): where to add sentences on what followed
 *
 * Makes the customers after the update those of the project. Names of columns, roles, types, rules,
 * segments and marks keep their meaning, since columns keep their names; interviews follow customers
 * that are called otherwise now; derived columns are computed anew.
 */
void
gf_project_take_update (GfProject      *self,
                        GfSource       *source,
                        const GfUpdate *update,
                        const char     *file_name,
                        const GfImport *import,
                        GPtrArray      *told)
{
  g_return_if_fail (GF_IS_PROJECT (self) && update != NULL && import != NULL && file_name != NULL);

  GfCustomers *customers = gf_project_get_customers (self);
  g_autofree char *today = gf_today ();
  g_autoptr (GfSource) fresh = NULL;

  if (source == NULL)
    source = gf_customers_get_main_source (customers);
  if (source == NULL)
    {
      source = fresh = gf_source_new ();
      g_list_store_insert (gf_customers_get_sources (customers), 0, fresh);
    }

  remember_columns (customers, source, update, import);
  gf_source_remember_reading (source, file_name, import);
  gf_customers_set_source_file (customers, gf_source_get_file (source));
  gf_customers_set_source (customers, gf_import_get_source (import));
  gf_customers_set_imported (customers, today);
  follow_names (self, update, told);
  gf_project_take_table (self, gf_update_get_table (update), TRUE, told);
  follow_marks (customers, update, gf_project_get_table (self));
}
