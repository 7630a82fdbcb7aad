/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"
#include "gf-project.h"

G_BEGIN_DECLS

/* The files that the customers were made of, remembered so that next quarter's export is known.
 *
 *   pattern:  two names are one file's when they differ only in digits and in a copy's number:
 *             "hubspot-crm-exports-all-2026-03-01 (1).csv" and "hubspot-crm-exports-all-2026-06-01.csv"
 *   known:    same pattern and half of the columns, or four in five of the columns (Jaccard index of
 *             the folded names); of several the likest
 */
gboolean         gf_source_is_same_file     (const char         *one_name,
                                             const char         *other_name);
GfSource        *gf_customers_find_source   (GfCustomers        *self,
                                             const char         *file_name,
                                             const GfTable      *file);
GfSource        *gf_customers_get_main_source (GfCustomers      *self);
GfSource        *gf_customers_remember      (GfCustomers        *self,
                                             const char         *file_name,
                                             const GfImport     *import,
                                             GfTable            *taken);
GfSourceColumn  *gf_customers_new_source_column
                                            (GfCustomers        *self,
                                             GfColumn           *read,
                                             GfTable            *taken);
void             gf_source_remember_reading (GfSource           *self,
                                             const char         *file_name,
                                             const GfImport     *import);
void             gf_source_dup_columns      (GfSource           *self,
                                             GStrv              *headers,
                                             GStrv              *columns);
GHashTable      *gf_source_dup_personal     (GfSource           *self,
                                             const GfTable      *customers);
char            *gf_source_dup_left_out     (GfSource           *self,
                                             const GfTable      *file);
const char      *gf_source_find_sheet       (GfSource           *self,
                                             const GPtrArray    *sheets);
GfTable         *gf_source_merge_again      (GfSource           *self,
                                             GfTable            *file,
                                             GPtrArray          *told);
GfImportOptions *gf_source_dup_options      (GfSource           *self);
GfTable         *gf_project_hide_again      (GfProject          *self,
                                             GfSource           *source,
                                             const GfImport     *import);

G_END_DECLS
