/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-column.h"

G_BEGIN_DECLS

/* The customers: columns of one length, immutable.
 *
 *   rule:   every column has n_rows rows; names may repeat only if a file's writer did so by hand
 *           (the importer makes them unique), finding gives the first
 *   change: gives a new table that shares all other columns
 *   lines:  a row is one line of RFC 4180 CSV with commas; gf_table_new_from_lines() is the exact
 *           inverse of gf_table_dup_line() for all rows, the texts of all cells included
 *   cost:   a cell changed O(rows) of one column, a row added or removed O(rows * columns)
 *   owner:  atomic references; any thread may read
 */
typedef struct _GfTable GfTable;

#define GF_TYPE_TABLE (gf_table_get_type ())
GType gf_table_get_type (void) G_GNUC_CONST;

GfTable  *gf_table_new            (GfColumn * const   *columns,
                                   guint               n_columns);
GfTable  *gf_table_ref            (GfTable            *self);
void      gf_table_unref          (GfTable            *self);

gsize     gf_table_get_n_rows     (const GfTable      *self);
guint     gf_table_get_n_columns  (const GfTable      *self);
GfColumn *gf_table_get_column     (const GfTable      *self,
                                   guint               index);
int       gf_table_index_of       (const GfTable      *self,
                                   const char         *name);
GfColumn *gf_table_find_column    (const GfTable      *self,
                                   const char         *name);
int       gf_table_find_role      (const GfTable      *self,
                                   GfColumnRole        role);
char     *gf_table_dup_row_name   (const GfTable      *self,
                                   gsize               row);

GfTable  *gf_table_replace_column (const GfTable      *self,
                                   guint               index,
                                   GfColumn           *column);
GfTable  *gf_table_set_role       (const GfTable      *self,
                                   guint               index,
                                   GfColumnRole        role);
GfTable  *gf_table_set_type       (const GfTable      *self,
                                   guint               index,
                                   GfColumnType        type,
                                   GError            **error);
GfTable  *gf_table_set_types      (const GfTable      *self,
                                   const guint        *indices,
                                   guint               n_indices,
                                   GfColumnType        type,
                                   GError            **error);
GfTable  *gf_table_set_cell       (const GfTable      *self,
                                   gsize               row,
                                   guint               column,
                                   const char         *text,
                                   GError            **error);
GfTable  *gf_table_append_row     (const GfTable      *self,
                                   const char * const *cells,
                                   GError            **error);
GfTable  *gf_table_remove_row     (const GfTable      *self,
                                   gsize               row);

char     *gf_table_dup_line       (const GfTable      *self,
                                   gsize               row);
void      gf_table_append_line    (const GfTable      *self,
                                   gsize               row,
                                   GString            *out);
void      gf_csv_append_cell      (GString            *out,
                                   const char         *text,
                                   gsize               length);
GfTable  *gf_table_new_from_lines (const GfColumnSpec *specs,
                                   guint               n_specs,
                                   const char * const *lines,
                                   gsize               n_lines,
                                   GCancellable       *cancellable,
                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfTable, gf_table_unref)

G_END_DECLS
