/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-migration.h"
#include "gf-project.h"

G_BEGIN_DECLS

/* A project as bytes and as a file.
 *
 *   {
 *     "format" : "goodfit-project",
 *     "version" : 1,
 *     ...                              the fields of GfProject
 *     "table" : {
 *       "columns" : [ { "name", "type", "role", ... }, ... ],
 *       "rows" : [ "one customer as a CSV line", ... ]
 *     }
 *   }
 *
 * One value stands on a line and the order never changes, so that a version control system shows an
 * edit of one word as a change of one line.
 */
GBytes    *gf_project_file_encode (JsonNode      *tree,
                                   GfTable       *table);
gboolean   gf_project_file_decode (const char    *data,
                                   gsize          length,
                                   JsonNode     **tree,
                                   GfTable      **table,
                                   GError       **error);
gboolean   gf_project_file_check  (const char    *data,
                                   gsize          length,
                                   GPtrArray     *problems);
gboolean   gf_project_file_read   (const char    *path,
                                   JsonNode     **tree,
                                   GfTable      **table,
                                   GError       **error);

JsonNode  *gf_table_to_json       (GfTable       *table);
GfTable   *gf_table_from_json     (JsonNode      *node,
                                   GError       **error);
JsonNode  *gf_table_json_dup_extras (JsonNode    *node);
void       gf_table_json_add_extras (JsonNode    *node,
                                     JsonNode    *extras);

GfProject *gf_project_load        (const char    *path,
                                   GError       **error);
gboolean   gf_project_save        (GfProject     *project,
                                   const char    *path,
                                   GError       **error);

G_END_DECLS
