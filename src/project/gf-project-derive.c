/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-derive.h"

#include "gf-customer-flags.h"
static GfDerivation *
to_derivation (GfDerivedColumn *record)
{
  GfDerivation *derivation = g_new0 (GfDerivation, 1);
  const char * const *inputs = gf_derived_column_get_inputs (record);

  derivation->formula = gf_derived_column_get_formula (record);
  derivation->name = g_strdup (gf_derived_column_get_column (record));
  for (guint i = 0; i < GF_DERIVE_MAX_INPUTS && inputs[i] != NULL; i++)
    derivation->inputs[i] = *inputs[i] != '\0' ? g_strdup (inputs[i]) : NULL;
  if (!gf_days_from_iso (gf_derived_column_get_as_of (record), &derivation->as_of))
    derivation->as_of = gf_days_today ();

  return derivation;
}

static void
fill_record (GfDerivedColumn    *record,
             const GfDerivation *derivation)
{
  const char *inputs[GF_DERIVE_MAX_INPUTS + 1] = { NULL };
  g_autofree char *as_of = gf_days_to_iso (derivation->as_of);
  guint n = GF_DERIVE_MAX_INPUTS;

  while (n > 0 && derivation->inputs[n - 1] == NULL)
    n--;
  for (guint i = 0; i < n; i++)
    inputs[i] = derivation->inputs[i] != NULL ? derivation->inputs[i] : "";
  gf_derived_column_set_formula (record, derivation->formula);
  gf_derived_column_set_column (record, derivation->name);
  gf_derived_column_set_inputs (record, inputs);
  gf_derived_column_set_as_of (record, as_of);
}

/**
 * gf_customers_dup_derivations:
 * @self: the customers of a project
 *
 * Returns: (transfer full) (element-type GfDerivation): their derived columns
 */
GPtrArray *
gf_customers_dup_derivations (GfCustomers *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self), NULL);

  GListModel *records = G_LIST_MODEL (gf_customers_get_derived (self));
  GPtrArray *derivations = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_derivation_free);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (GfDerivedColumn) record = g_list_model_get_item (records, i);

      g_ptr_array_add (derivations, to_derivation (record));
    }

  return derivations;
}

/**
 * gf_customers_remember_derived:
 * @self: the customers of a project
 * @derivation: how a column of theirs was computed
 *
 * Keeps the formula of a column that is there already, in the place of what was kept for one of its name.
 */
void
gf_customers_remember_derived (GfCustomers        *self,
                               const GfDerivation *derivation)
{
  g_return_if_fail (GF_IS_CUSTOMERS (self) && derivation != NULL);

  GListStore *records = gf_customers_get_derived (self);
  g_autoptr (GfDerivedColumn) record = gf_derived_column_new ();

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (records)); i > 0; i--)
    {
      g_autoptr (GfDerivedColumn) known = g_list_model_get_item (G_LIST_MODEL (records), i - 1);

      if (g_str_equal (gf_derived_column_get_column (known), derivation->name))
        g_list_store_remove (records, i - 1);
    }
  fill_record (record, derivation);
  g_list_store_append (records, record);
}

/**
 * gf_project_add_derived:
 * @self: a project with customers
 * @derivation: one of gf_derive_suggest()
 * @error: return location
 *
 * Adds a derived column and keeps its formula, so that it is computed anew with every update.
 *
 * Returns: %FALSE when an input is not there; nothing is changed then
 */
gboolean
gf_project_add_derived (GfProject           *self,
                        const GfDerivation  *derivation,
                        GError             **error)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && gf_project_get_table (self) != NULL, FALSE);

  g_autoptr (GfTable) table = gf_derive_add (gf_project_get_table (self), derivation, error);

  if (table == NULL)
    return FALSE;

  gf_customers_remember_derived (gf_project_get_customers (self), derivation);
  gf_customers_follow_edit (gf_project_get_customers (self), gf_project_get_table (self), table);
  gf_project_set_table (self, table);

  return TRUE;
}

/**
 * gf_project_take_table:
 * @self: a project
 * @table: its customers from now on
 * @new_data: whether they come from a newer file, so that the data's date may be another; else they are
 *   the same ones with edited cells, rows or columns
 * @told: (nullable) (element-type utf8): where to add a sentence for each derived column that cannot be
 *   computed
 *
 * Replaces the customers and computes derived columns anew whose inputs changed.
 */
void
gf_project_take_table (GfProject *self,
                       GfTable   *table,
                       gboolean   new_data,
                       GPtrArray *told)
{
  g_return_if_fail (GF_IS_PROJECT (self) && table != NULL);

  GListModel *records = G_LIST_MODEL (gf_customers_get_derived (gf_project_get_customers (self)));

  if (new_data)
    for (guint i = 0; i < g_list_model_get_n_items (records); i++)
      {
        g_autoptr (GfDerivedColumn) record = g_list_model_get_item (records, i);
        g_autofree char *date = gf_days_to_iso (gf_derive_find_date (table));

        gf_derived_column_set_as_of (record, date);
      }

  g_autoptr (GPtrArray) derivations = gf_customers_dup_derivations (gf_project_get_customers (self));
  g_autoptr (GfTable) fresh = gf_derive_refresh (table, new_data ? NULL : gf_project_get_table (self),
                                                 derivations, told);

  if (!new_data)
    gf_customers_follow_edit (gf_project_get_customers (self), gf_project_get_table (self), fresh);
  gf_project_set_table (self, fresh);
}
