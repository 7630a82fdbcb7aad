/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-customers-sources.h"
#include "gf-join-table.h"
#include "gf-project.h"
#include "gf-update.h"

G_BEGIN_DECLS

/* Further files for the customers of a project. Each “take” is one step of undo when it is called in one
 * turn of the main loop.
 *
 *   import = gf_import_read (file, options, ...);
 *   source = gf_customers_find_source (customers, name, gf_import_get_table (import));
 *
 *   a new export of the customers (source that is not joined):
 *     hidden = gf_project_hide_again (project, source, import);
 *     table = gf_source_merge_again (source, hidden, told);
 *     plan = gf_project_plan_update (project, source, table);         answer what looks renamed
 *     update = gf_update_new (gf_project_get_table (project), table, plan, ...);     in a thread
 *     gf_project_take_update (project, source, update, name, import, told);
 *
 *   a file to join (source that is joined, or NULL for a new one):
 *     table = gf_project_hide_again (project, source, import);
 *     plan = gf_source_plan_join (source, customers' table, table, name);      change what the user changes
 *     match = gf_join_match_new (gf_project_get_table (project), table, plan, ...);  in a thread
 *     gf_source_answer_known (source, match);                          ask about the other candidates
 *     joined = gf_join_table (customers' table, table, plan, match, &sums, ...);     in a thread
 *     gf_project_take_join (project, source, joined, plan, match, name, import, told);
 *
 *   derived columns follow by themselves; cells edited by hand go through gf_project_take_table()
 */
GfUpdatePlan *gf_project_plan_update (GfProject         *self,
                                      GfSource          *source,
                                      const GfTable     *file);
void          gf_project_take_update (GfProject         *self,
                                      GfSource          *source,
                                      const GfUpdate    *update,
                                      const char        *file_name,
                                      const GfImport    *import,
                                      GPtrArray         *told);

GfJoinPlan   *gf_source_plan_join    (GfSource          *self,
                                      const GfTable     *customers,
                                      const GfTable     *file,
                                      const char        *file_name);
void          gf_source_answer_known (GfSource          *self,
                                      GfJoinMatch       *match);
void          gf_source_remember_answer
                                     (GfSource          *self,
                                      const char        *name,
                                      const char        *customer,
                                      gboolean           same);
GfSource     *gf_project_take_join   (GfProject         *self,
                                      GfSource          *source,
                                      GfTable           *joined,
                                      const GfJoinPlan  *plan,
                                      const GfJoinMatch *match,
                                      const char        *file_name,
                                      const GfImport    *import,
                                      GPtrArray         *told);

G_END_DECLS
