/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the name of a column says, in words: "createDate", "Create_Date" and "create date" are one.
 */
char    *gf_column_name_part     (const char         *name);
char    *gf_column_name_fold     (const char         *name);
gboolean gf_column_name_says     (const char         *folded,
                                  const char * const *words);
gboolean gf_column_name_is_place (const char         *name);

G_END_DECLS
