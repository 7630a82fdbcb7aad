/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

G_BEGIN_DECLS

/* Small tables in tests, and what a column of them says: its cells with “|” between them. */
GfTable *read_table   (const char *csv);
void     assert_cells (GfTable    *table,
                       const char *column,
                       const char *expected);

G_END_DECLS
