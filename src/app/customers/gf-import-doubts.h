/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

G_BEGIN_DECLS

/* Why a user should look at a column, in words. */

char      *gf_import_dup_doubt  (const GfImport *import,
                                 guint           column);
GPtrArray *gf_import_dup_doubts (const GfImport *import);

G_END_DECLS
