/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

G_BEGIN_DECLS

/* What a type makes of the texts of a column; shared by columns that differ only in name or role.
 * Private to the column.
 *
 *   numbers:  by row, for the types that have numbers
 *   level_of: by text code, for categories and flags
 *   sets:     by text code: where its run of level codes begins, and how long it is
 *   cost:     O(rows) to make, nothing is changed later
 */
typedef struct
{
  gatomicrefcount ref_count;
  gsize n_filled;
  gsize n_unreadable;
  double *numbers;        /* by row */
  guint32 *level_of;      /* category, flag: by text code */
  guint32 *set_starts;    /* set: by text code, n_texts + 1 */
  guint32 *set_codes;
  GfCells *levels;        /* texts without rows */
} GfColumnValues;

GfColumnValues *gf_column_values_new   (const GfColumnSpec *spec,
                                        const GfCells      *cells);
void            gf_column_values_unref (GfColumnValues     *self);
gboolean        gf_column_is_na_text   (const GfColumnSpec *spec,
                                        const GfCells      *cells);

G_END_DECLS
