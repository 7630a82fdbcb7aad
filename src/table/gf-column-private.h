/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column-values.h"

G_BEGIN_DECLS

/* What is in a column; for the files that make it up. */
struct _GfColumn
{
  gatomicrefcount ref_count;
  GfColumnSpec spec;
  GfCells *cells;
  GfColumnValues *values;
};

void _gf_column_refuse_more (const GfColumn *self,
                             GError        **error);

/* The code of the row's text. */
static inline gsize
_gf_column_text_code (const GfColumn *self,
                      gsize           row)
{
  const guint32 *codes = gf_cells_get_codes (self->cells);

  return codes != NULL ? codes[row] : row;
}

G_END_DECLS
