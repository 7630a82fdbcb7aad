/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-update.h"

#include "gf-project-derive.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_title (GfJoinPlan *plan,
           const char *title)
{
  g_free (plan->title);
  plan->title = g_strdup (title);
  plan->apart = FALSE;
}

/* The columns that were made before, as far as the file still has what they are made of. */
static void
plan_known_columns (GfJoinPlan    *plan,
                    GfSource      *source,
                    const GfTable *file)
{
  GListModel *records = G_LIST_MODEL (gf_source_get_columns (source));

  g_array_set_size (plan->columns, 0);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (GfSourceColumn) record = g_list_model_get_item (records, i);
      int column = gf_table_index_of (file, gf_source_column_get_header (record));

      if (column >= 0 && *gf_source_column_get_column (record) != '\0')
        gf_join_plan_add_column (plan, (guint) column, gf_source_column_get_rule (record),
                                 gf_source_column_get_column (record));
    }
}

/**
 * gf_source_plan_join:
 * @self: (nullable): the source that @file is a new export of
 * @customers: the customers
 * @file: what was read, with data of people treated as those of the customers
 * @file_name: its name
 *
 * Proposes how to join a file: as its last export was joined, else by gf_join_plan_suggest().
 *
 * Returns: (transfer full): a plan
 */
GfJoinPlan *
gf_source_plan_join (GfSource      *self,
                     const GfTable *customers,
                     const GfTable *file,
                     const char    *file_name)
{
  g_return_val_if_fail (customers != NULL && file != NULL, NULL);

  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (customers, file, file_name);

  if (self == NULL || !gf_source_get_joined (self))
    return g_steal_pointer (&plan);

  set_title (plan, gf_source_get_title (self));
  gf_join_plan_set_kind (plan, customers, file, gf_source_get_rows (self));
  if (*gf_source_get_key (self) != '\0')
    gf_join_plan_set_key (plan, customers, file, gf_source_get_key (self), NULL);
  else
    gf_join_plan_find_keys (plan, customers, file);
  plan_known_columns (plan, self, file);

  return g_steal_pointer (&plan);
}

static GfSourceAnswer *
find_answer (GfSource   *source,
             const char *name,
             const char *customer)
{
  GListModel *answers = G_LIST_MODEL (gf_source_get_answers (source));

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (GfSourceAnswer) answer = g_list_model_get_item (answers, i);

      if (g_str_equal (gf_source_answer_get_name (answer), name) &&
          g_str_equal (gf_source_answer_get_customer (answer), customer))
        return answer;   /* the list keeps it */
    }

  return NULL;
}

/**
 * gf_source_answer_known:
 * @self: (nullable): a source
 * @match: a match of its new export
 *
 * Answers the candidates that were answered when an export of this source was joined before, so that
 * nobody is asked twice.
 */
void
gf_source_answer_known (GfSource    *self,
                        GfJoinMatch *match)
{
  g_return_if_fail (match != NULL);

  for (guint i = 0; self != NULL && i < gf_join_match_get_n_candidates (match); i++)
    {
      g_autofree char *name = gf_join_match_dup_candidate_name (match, i);
      g_autofree char *customer = gf_join_match_dup_candidate_customer (match, i);
      GfSourceAnswer *answer = find_answer (self, name, customer);

      if (answer != NULL)
        gf_join_match_answer (match, i, gf_source_answer_get_same (answer));
    }
}

/**
 * gf_source_remember_answer:
 * @self: a source
 * @name: a name in its export
 * @customer: the name of a customer that is much like it
 * @same: whether they are one
 *
 * Keeps the answer for gf_source_answer_known(); the last one holds.
 */
void
gf_source_remember_answer (GfSource   *self,
                           const char *name,
                           const char *customer,
                           gboolean    same)
{
  g_return_if_fail (GF_IS_SOURCE (self) && name != NULL && customer != NULL);

  GfSourceAnswer *known = find_answer (self, name, customer);
  g_autoptr (GfSourceAnswer) fresh = NULL;

  if (known == NULL)
    {
      known = fresh = gf_source_answer_new ();
      gf_source_answer_set_name (fresh, name);
      gf_source_answer_set_customer (fresh, customer);
      g_list_store_append (gf_source_get_answers (self), fresh);
    }
  gf_source_answer_set_same (known, same);
}

static void
remember_answers (GfSource          *source,
                  const GfJoinMatch *match)
{
  for (guint i = 0; i < gf_join_match_get_n_candidates (match); i++)
    {
      const GfJoinCandidate *candidate = gf_join_match_get_candidate (match, i);
      g_autofree char *name = gf_join_match_dup_candidate_name (match, i);
      g_autofree char *customer = gf_join_match_dup_candidate_customer (match, i);

      if (candidate->answered)
        gf_source_remember_answer (source, name, customer, candidate->yes);
    }
}

/* Every column of the file, with what was made of it; one of which nothing was made has no column. */
static void
remember_columns (GfSource         *source,
                  const GfJoinPlan *plan,
                  const GfTable    *file)
{
  GListStore *records = gf_source_get_columns (source);

  g_list_store_remove_all (records);
  for (guint i = 0; i < gf_table_get_n_columns (file); i++)
    {
      gboolean any = FALSE;

      for (guint j = 0; j < plan->columns->len; j++)
        {
          const GfJoinColumn *column = &g_array_index (plan->columns, GfJoinColumn, j);
          g_autoptr (GfSourceColumn) record = gf_source_column_new ();

          if (column->other != i)
            continue;
          any = TRUE;
          gf_source_column_set_header (record, gf_column_get_name (gf_table_get_column (file, i)));
          gf_source_column_set_column (record, column->name);
          gf_source_column_set_rule (record, column->rule);
          g_list_store_append (records, record);
        }
      if (any)
        continue;
      g_autoptr (GfSourceColumn) record = gf_source_column_new ();
      gf_source_column_set_header (record, gf_column_get_name (gf_table_get_column (file, i)));
      g_list_store_append (records, record);
    }
}

/**
 * gf_project_take_join:
 * @self: a project
 * @source: (nullable): the source that was exported anew; %NULL remembers a new one
 * @joined: the customers with the columns of the file, from gf_join_table()
 * @plan: how they were joined; a key that the user chose is the only one it has
 * @match: who belongs to whom, with the answers
 * @file_name: the name of the file
 * @import: what was read from it
 * @told: (nullable) (element-type utf8): where to add sentences on what followed
 *
 * Makes the joined customers those of the project and remembers how, so that the next export of the file
 * does the same. Derived columns are computed anew.
 *
 * Returns: (transfer none): the source
 */
GfSource *
gf_project_take_join (GfProject         *self,
                      GfSource          *source,
                      GfTable           *joined,
                      const GfJoinPlan  *plan,
                      const GfJoinMatch *match,
                      const char        *file_name,
                      const GfImport    *import,
                      GPtrArray         *told)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && joined != NULL && plan != NULL && match != NULL, NULL);

  GListStore *sources = gf_customers_get_sources (gf_project_get_customers (self));
  g_autoptr (GfSource) fresh = NULL;
  g_autofree char *before = g_strdup (source != NULL ? gf_source_get_file (source) : "");

  if (source == NULL)
    {
      source = fresh = gf_source_new ();
      gf_source_set_joined (source, TRUE);
      g_list_store_append (sources, source);
    }
  gf_source_remember_reading (source, file_name, import);
  if (told != NULL && *before != '\0' && !g_str_equal (before, gf_source_get_file (source)))
    /* Translators: the names of two files */
    g_ptr_array_add (told, g_strdup_printf (_("What “%s” gave is replaced by “%s”."), before,
                                            gf_source_get_file (source)));
  gf_source_set_rows (source, plan->kind);
  gf_source_set_title (source, plan->title);
  gf_source_set_key (source, plan->keys->len == 1
                     ? gf_column_get_name (gf_table_get_column (gf_join_match_get_other (match),
                                                                g_array_index (plan->keys, GfJoinKey, 0).other))
                     : "");
  remember_columns (source, plan, gf_join_match_get_other (match));
  remember_answers (source, match);
  gf_project_take_table (self, joined, TRUE, told);

  return source;
}
