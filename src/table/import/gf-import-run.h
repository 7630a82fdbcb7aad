/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-exports.h"
#include "gf-problems.h"

G_BEGIN_DECLS

/* How much of an import is reading; the rest is typing. */
#define GF_IMPORT_READING_SHARE 0.8

/* One import under way; private to the importer. Fills the members of the result one after the
   other. */
typedef struct
{
  GfTable *table;
  GfImportOptions *options;
  const GfExport *export;  /* whose it is, NULL if not known */
  const char *format;      /* static */
  GPtrArray *sheets;       /* of GfSourceSheet, NULL for a file without */
  char **header;           /* as read, NULL without one */
  gsize n_header;
  guint names_row;
  guint n_name_rows;       /* of the header rows that make up the names */
  gboolean whole;
  gsize estimate;
  GfProblems problems;
} GfImportResult;

gboolean gf_import_run (GFile                 *file,
                        GBytes                *bytes,
                        const GfImportOptions *options,
                        gboolean               preview,
                        GfProgressFunc         progress,
                        gpointer               progress_data,
                        GCancellable          *cancellable,
                        GfImportResult        *result,
                        GError               **error);

/* What is done of the steps that lead from texts to typed columns: each column is searched, looked at, made,
 * which counts twice, and told of. Threads share it. */
typedef struct
{
  GfProgressFunc progress;     /* NULL: nobody wants to know */
  gpointer progress_data;
  GThread *teller;             /* who tells: the thread that was asked for the table */
  guint n_columns;
  int n_done;                  /* atomic */
} GfImportSteps;

void     gf_import_steps_add  (GfImportSteps        *self,
                               int                   n_more);

/* The second half: from texts to typed columns. */
gboolean gf_import_make_table (GfCells             **cells,
                               char                **names,
                               guint                 n_columns,
                               guint                 n_named,
                               const GfImportOptions *options,
                               GfImportSteps        *steps,
                               GCancellable         *cancellable,
                               GfImportResult       *result,
                               GError              **error);

void     gf_import_tell_mojibake   (GfCells * const    *cells,
                                    const char * const *names,
                                    guint               n_columns,
                                    const char         *encoding,
                                    guint               n_threads,
                                    GfImportSteps      *steps,
                                    GCancellable       *cancellable,
                                    GfProblems         *problems);

/* What is known of the export, put to use. */
void     gf_import_strip_mark      (const GfExport *export,
                                    const char     *name,
                                    GfCells       **cells);
void     gf_import_take_currencies (const GfExport *export,
                                    GfColumnSpec   *specs,
                                    GfCells       **cells,
                                    guint           n_columns);

G_END_DECLS
