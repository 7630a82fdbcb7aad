/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

G_BEGIN_DECLS

/* What a type makes of the texts of a column; shared by columns that differ only in name or role.
 * Private to the column.
 *
 *   numbers:  for the types that have numbers: by text code, or by row where the texts are plain; of coded
 *             texts those by row are made when all of them are first asked for
 *   level_of: by text code, for categories and flags
 *   bands:    by level: its lower and upper bound, NaN for a level that is no interval
 *   sets:     by text code: where its run of level codes begins, and how long it is
 *   cost:     O(rows) to make; nothing that can be seen is changed later, so any thread may read it
 */
typedef struct
{
  gatomicrefcount ref_count;
  gsize n_filled;
  gsize n_unreadable;
  gsize n_foreign;        /* money in another currency than the column's */
  double *numbers;        /* by row; atomic, NULL for coded texts until all are asked for */
  double *by_text;        /* coded texts: by text code */
  guint32 *level_of;      /* category, flag: by text code */
  double *bands;          /* category of bands: two by level */
  guint32 *set_starts;    /* set: by text code, n_texts + 1 */
  guint32 *set_codes;
  GfCells *levels;        /* texts without rows */
  gpointer summary;       /* a GfColumnSummary; atomic, NULL until one is asked for */
} GfColumnValues;

GfColumnValues *gf_column_values_new   (const GfColumnSpec *spec,
                                        const GfCells      *cells);
void            gf_column_values_unref (GfColumnValues     *self);
gboolean        gf_column_values_have_numbers (const GfColumnValues *self);
double          gf_column_values_get_number   (const GfColumnValues *self,
                                               const GfCells        *cells,
                                               gsize                 row);
const double   *gf_column_values_get_numbers  (GfColumnValues       *self,
                                               const GfCells        *cells);
void            gf_column_settle_na    (GfColumnSpec       *spec,
                                        const GfCells      *cells);
guint32        *gf_cells_order_of_appearance (const GfCells *cells,
                                              gsize         *n_used);
void            gf_column_values_build_bands (GfColumnValues     *self,
                                              const GfColumnSpec *spec,
                                              const GfCells      *cells);
gboolean        gf_band_read           (const GfColumnSpec *spec,
                                        const char         *text,
                                        gsize               length,
                                        double             *low,
                                        double             *high,
                                        gboolean           *repaired);

G_END_DECLS
