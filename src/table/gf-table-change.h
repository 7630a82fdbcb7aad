/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

G_BEGIN_DECLS

/* How one table came of another, as far as a list that shows it has to know.
 *
 *   cost:   O(rows) for the names, O(rows * columns) only among neighbours of one name; nothing where the
 *           column of names is shared
 */
typedef enum
{
  GF_TABLE_CHANGE_COLUMNS,    /* other columns, or there was no table, or there is none */
  GF_TABLE_CHANGE_ROWS,       /* other customers, or in another order */
  GF_TABLE_CHANGE_CELLS,      /* the same customers, one of them perhaps with another name */
  GF_TABLE_CHANGE_MORE,       /* and more of them at the end */
  GF_TABLE_CHANGE_ONE_GONE,   /* all but one */
} GfTableChange;

GfTableChange gf_table_compare (const GfTable *before,
                                const GfTable *after,
                                gsize         *gone);

G_END_DECLS
