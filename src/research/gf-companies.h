/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

G_BEGIN_DECLS

/* Which customer is meant by a name that somebody typed. Case and blanks around it do not count. */
gssize gf_companies_find    (GfTable    *table,
                             const char *name);
char **gf_companies_suggest (GfTable    *table,
                             const char *text,
                             guint       max);

G_END_DECLS
