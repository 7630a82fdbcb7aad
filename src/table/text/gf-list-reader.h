/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-cells.h"

G_BEGIN_DECLS

/* The members of a list in one cell.
 *
 *   plain:   a;b;c
 *   members: "a","b, with a comma" as mailing programs write them: each member in quotation marks
 *   whole:   "a,b" and ["a","b"]: the list as a whole in marks or brackets
 *   choice:  whether members or wholes are quoted is one for the column, see
 *            gf_list_has_quoted_members()
 *   cost:    O(length), no allocation; members are parts of the text
 */
typedef struct
{
  const char *at;      /* NULL when done */
  const char *end;
  char separator;
  gboolean quoted;
} GfListReader;

void     gf_list_reader_init        (GfListReader  *self,
                                     const char    *text,
                                     gsize          length,
                                     char           separator,
                                     gboolean       quoted);
gboolean gf_list_reader_next        (GfListReader  *self,
                                     const char   **member,
                                     gsize         *length);
gboolean gf_list_has_quoted_members (const GfCells *cells,
                                     char           separator);

G_END_DECLS
