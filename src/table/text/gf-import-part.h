/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-csv-dialect.h"
#include "gf-encoding.h"
#include "gf-import-run.h"

G_BEGIN_DECLS

/* One stretch of a file on its way into columns; private to the importer.
 *
 *   header:   the records from the names row to the last header row; only in the first part
 *   builders: one for each column; rows that are longer than the names get columns of their own,
 *             GF_IMPORT_MOST_EXTRA at most, and one for the cells behind those
 *   found:    what is wrong, with rows counted from the part's first; the words are made when the
 *             parts are put together
 *   blank:    rows without customers, left out when all is read
 *   join:     gf_import_part_append() gives to the bit what reading both in one would have given,
 *             if the second was begun with gf_import_part_init_next() */
#define GF_IMPORT_MOST_COLUMNS 16384    /* as many as a spreadsheet has */
#define GF_IMPORT_LAST_ROWS 16
#define GF_IMPORT_MOST_EXTRA 32

/* Why a file is read no further: it is no list of customers. */
typedef enum
{
  GF_EXCESS_NONE,
  GF_EXCESS_TEXT,      /* a column of more than 4 GiB */
  GF_EXCESS_RECORD,    /* a line that does not end */
  GF_EXCESS_WIDTH,     /* names far beyond all cells: nothing but empty cells */
  GF_EXCESS_NAMES,     /* names of more columns than a table has */
} GfExcess;

typedef struct
{
  GfProblem problem;   /* without message */
  guint number;        /* cells of the row, the byte, the line */
} GfFound;

typedef struct
{
  GfCsvDialect dialect;
  GPtrArray *header;          /* of GPtrArray of GString */
  GPtrArray *record_cells;    /* the header row being read */
  GPtrArray *builders;        /* of GfCellsBuilder */
  GString *tail;              /* cells that have no column of their own */
  GString *clean;
  GArray *found;              /* of GfFound */
  gsize n_found;
  GfProblemTally tallies[GF_PROBLEM_N_KINDS];   /* of all that was found */
  guint record;               /* header rows so far */
  gsize n_rows;
  guint column;
  guint width;
  guint limit;                /* from here on cells go into the tail */
  guint last_widths[GF_IMPORT_LAST_ROWS];   /* cells of the last rows, by row modulo its size */
  GArray *replaced;           /* of int: the U+FFFD on their way into cells: the bad byte each stands
                                 for, -1 for one that is in the file */
  guint n_replaced;           /* of them that were seen in cells */
  gboolean has_nul;
  GArray *blank;              /* of guint32: rows of blank cells, from above */
  GfExcess excess;
  gsize n_cells;              /* that are in the file */
  gsize n_missing;            /* that short rows lack */
  gboolean any_broken;        /* a badly quoted cell: where records begin is then a matter of judgement */
  gboolean alone;             /* parts do not fit together: one thread has to read it all */
  gboolean is_sheet;          /* rows are short where their last cells are empty */
  gboolean width_known;
  gboolean coded;             /* new columns never turn plain: rows before have decided */
} GfImportPart;

extern const GfCsvHandler gf_import_part_handler;

void     gf_import_part_init      (GfImportPart        *self,
                                   const GfCsvDialect  *dialect);
void     gf_import_part_init_next (GfImportPart        *self,
                                   const GfImportPart  *first);
void     gf_import_part_clear     (GfImportPart        *self);
gboolean gf_import_part_is_settled (const GfImportPart *self);
void     gf_import_part_parse     (GfImportPart        *self,
                                   GfCsvReader         *reader,
                                   gsize                before,
                                   GArray              *bad,
                                   gboolean             last);
void     gf_import_part_append    (GfImportPart        *self,
                                   GfImportPart        *next,
                                   guint                n_threads,
                                   GCancellable        *cancellable);
void     gf_import_part_fill      (GfImportPart        *self);
gboolean gf_import_part_refuse    (const GfImportPart  *self,
                                   GError             **error);
void     gf_import_part_tell      (const GfImportPart  *self,
                                   const char * const  *names,
                                   GfProblems          *problems);
void     gf_import_part_drop_blanks (GfImportPart      *self,
                                     guint              n_threads,
                                     GCancellable      *cancellable,
                                     GfProblems        *problems);
void     gf_import_part_fill_groups  (GfImportPart     *self,
                                      const char * const *names,
                                      GfProblems       *problems);
void     gf_import_part_drop_footers (GfImportPart     *self,
                                      GfProblems       *problems);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfImportPart, gf_import_part_clear)

G_END_DECLS
