/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-csv-reader.h"
#include "gf-exports.h"
#include "gf-progress.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* From a file to a table.
 *
 *   options: what the user has settled; each may be left to be guessed. The result holds them all
 *            decided, so that reading again with them gives the same
 *   result:  the table, whose export it was, and every problem: nothing is dropped without one
 *   footers: rows at the end that are no customers (totals, copyright lines, only blanks) are left
 *            out of the table and told as problems; gf_import_read_cells() still has them
 *   memory:  the file is streamed; the table is about its size (1.2 times for a million rows of
 *            twenty columns)
 *   time:    less than twice what libcsv needs to cut the cells, on one thread; large files are
 *            read by several
 *   cancel:  asked for every 256 KiB and between columns
 */
typedef struct
{
  char *encoding;            /* IANA name, NULL to guess */
  char delimiter;            /* 0 to guess */
  char quote;                /* 0 to guess */
  char escape;               /* a backslash, or the same as the quote where quotes are doubled; 0 to
                                guess */
  int n_header_rows;         /* -1 to guess, 0 none: columns are then "Column 1" ... */
  int names_row;             /* from 0: this row holds the names, alone; -1 to guess. Rows above the
                                customers are then at least those down to it */
  char decimal;              /* '.' or ',', 0 to guess for each column */
  GfDateOrder date_order;    /* unknown to guess for each column */
  char *sheet;               /* of a workbook, or member of an archive; NULL for the first that is
                                visible and holds something */
  guint n_threads;           /* 0 to choose by the machine; the result is the same for any */
} GfImportOptions;

/* A sheet of a workbook, or a member of an archive. */
typedef struct
{
  char *name;
  gboolean hidden;           /* not shown by spreadsheets; in the table already, or holding others */
} GfSourceSheet;

#define GF_TYPE_IMPORT_OPTIONS (gf_import_options_get_type ())
GType            gf_import_options_get_type (void) G_GNUC_CONST;
GfImportOptions *gf_import_options_new      (void);
GfImportOptions *gf_import_options_copy     (const GfImportOptions *self);
void             gf_import_options_free     (GfImportOptions       *self);
int              gf_import_options_get_header_rows
                                            (const GfImportOptions *self);

typedef enum
{
  GF_PROBLEM_ENCODING,          /* the file is not UTF-8: its encoding was guessed */
  GF_PROBLEM_UNDECODABLE,       /* a byte that is no character */
  GF_PROBLEM_NUL,               /* a zero byte in a cell, shown as the symbol for it */
  GF_PROBLEM_QUOTES,            /* quotation marks that do not match */
  GF_PROBLEM_SHORT_ROW,
  GF_PROBLEM_LONG_ROW,
  GF_PROBLEM_TITLES,            /* lines above the names */
  GF_PROBLEM_EMPTY_NAME,
  GF_PROBLEM_DUPLICATE_NAME,
  GF_PROBLEM_NAMES_LOOK_LIKE_DATA,
  GF_PROBLEM_NO_ROWS,
  GF_PROBLEM_NOT_A_NUMBER,
  GF_PROBLEM_NOT_A_DATE,
  GF_PROBLEM_NOT_A_FLAG,
  GF_PROBLEM_DATE_ORDER,        /* day and month could be either way round */
  GF_PROBLEM_OTHER_SHEETS,      /* other sheets of the file hold something too */
  GF_PROBLEM_JOINED_NAMES,      /* names in several rows became one */
  GF_PROBLEM_GROUPS,            /* values shown once for several rows were filled in */
  GF_PROBLEM_TOTALS,            /* a row of totals was left out */
  GF_PROBLEM_CELL_ERROR,        /* #N/A, #DIV/0! */
  GF_PROBLEM_DECIMAL_MARK,      /* 1,234 could be a thousand or a little more than one */
  GF_PROBLEM_CURRENCIES,        /* amounts in several currencies */
  GF_PROBLEM_REPAIRED,          /* a size that a spreadsheet had made a date: nothing is lost */
  GF_PROBLEM_ODD_DATE,          /* 1970-01-01, or far in the future */
  GF_PROBLEM_FOOTER,            /* a line below the customers: totals, copyright, nothing */
  GF_PROBLEM_NO_NAMES,          /* no line was found that holds the names of the columns */
  GF_PROBLEM_LONG_NAME,         /* a name that is no name by its length was shortened */
  GF_PROBLEM_MIXED_DATES,       /* most cells of a column are dates, but not enough to read it as one */
  GF_PROBLEM_NO_PERCENT_SIGN,   /* a number without it among percentages */
  GF_PROBLEM_MOJIBAKE,          /* texts that were read in a wrong encoding before: "CafÃ©" */
  GF_PROBLEM_MIXED_NUMBERS,     /* most cells of a column are numbers, but not enough to read it as such */
  GF_PROBLEM_UNNAMED,           /* customers without a name */
} GfProblemKind;

#define GF_PROBLEM_N_KINDS (GF_PROBLEM_UNNAMED + 1)

const char *gf_problem_kind_get_nick (GfProblemKind kind);

typedef struct
{
  GfProblemKind kind;
  gsize row;           /* data rows from 1; 0 for the file or its header */
  int column;          /* from 0; -1 for none */
  char *column_name;   /* NULL for none */
  char *text;          /* the cell or record, NULL for none */
  char *became;        /* what a repaired cell is read as, NULL for none */
  char *message;       /* for people */
} GfProblem;

typedef struct _GfImport GfImport;

#define GF_TYPE_IMPORT (gf_import_get_type ())
GType                  gf_import_get_type        (void) G_GNUC_CONST;
GfImport              *gf_import_ref             (GfImport *self);
void                   gf_import_unref           (GfImport *self);
GfTable               *gf_import_get_table       (const GfImport *self);
const GfImportOptions *gf_import_get_options     (const GfImport *self);
const char            *gf_import_get_format      (const GfImport *self);
GPtrArray             *gf_import_get_sheets      (const GfImport *self);
const char            *gf_import_get_source      (const GfImport *self);
const GfExport        *gf_import_get_export      (const GfImport *self);
const char * const    *gf_import_get_header      (const GfImport *self);
guint                  gf_import_get_names_row   (const GfImport *self);
guint                  gf_import_get_n_name_rows (const GfImport *self);
gsize                  gf_import_get_n_problems  (const GfImport *self);
gsize                  gf_import_get_n_stored    (const GfImport *self);
const GfProblem       *gf_import_get_problem     (const GfImport *self,
                                                  gsize           index);
gsize                  gf_import_count_kind      (const GfImport *self,
                                                  GfProblemKind   kind);
char                  *gf_import_dup_more        (const GfImport *self,
                                                  GfProblemKind   kind,
                                                  gsize           n);
gboolean               gf_import_is_whole        (const GfImport *self);
gsize                  gf_import_estimate_rows   (const GfImport *self);

GfImport *gf_import_read           (GFile                 *file,
                                    const GfImportOptions *options,
                                    GfProgressFunc         progress,
                                    gpointer               progress_data,
                                    GCancellable          *cancellable,
                                    GError               **error);
void      gf_import_read_async     (GFile                 *file,
                                    const GfImportOptions *options,
                                    GfProgressFunc         progress,
                                    gpointer               progress_data,
                                    GDestroyNotify         progress_data_free,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data);
GfImport *gf_import_read_finish    (GAsyncResult          *result,
                                    GError               **error);
GfImport *gf_import_read_bytes     (GBytes                *bytes,
                                    const GfImportOptions *options,
                                    GCancellable          *cancellable,
                                    GError               **error);
GfImport *gf_import_preview        (GFile                 *file,
                                    const GfImportOptions *options,
                                    GCancellable          *cancellable,
                                    GError               **error);
gboolean  gf_import_read_cells     (GFile                 *file,
                                    const GfImportOptions *options,
                                    const GfCsvHandler    *handler,
                                    gpointer               user_data,
                                    GCancellable          *cancellable,
                                    GError               **error);
void      gf_import_preview_async  (GFile                 *file,
                                    const GfImportOptions *options,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data);
GfImport *gf_import_preview_finish (GAsyncResult          *result,
                                    GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfImport, gf_import_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfImportOptions, gf_import_options_free)

G_END_DECLS
