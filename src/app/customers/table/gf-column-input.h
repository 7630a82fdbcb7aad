/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

G_BEGIN_DECLS

/* Values of a column as they are typed. */

char    *gf_column_dup_input   (GfColumn    *column,
                                double       value);
gboolean gf_column_parse_input (GfColumn    *column,
                                const char  *text,
                                double      *value);
char    *gf_column_take_input  (GfColumn    *column,
                                const char  *text,
                                GError     **error);

G_END_DECLS
