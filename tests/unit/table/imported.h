/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

G_BEGIN_DECLS

/* What was made of a file: the table as lines of cells cut by |, the names first; and that a file is refused with a
 * whole sentence of the table's errors that says @word. Takes @bytes. */
void assert_table   (const GfImport *import,
                     const char     *expected);
void assert_refused (GBytes         *bytes,
                     const char     *word);

G_END_DECLS
