/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-preflight.h"

G_BEGIN_DECLS

/* What to know before the results are believed, on standard error and in JSON answers. */
GPtrArray *gf_cli_find_notes   (GfTable         *table,
                                const GArray    *measures,
                                const GfBitset  *best,
                                const GfBitset  *bad);
void       gf_cli_tell_notes   (const GPtrArray *notes);
void       gf_cli_append_notes (GString         *out,
                                const GPtrArray *notes);

G_END_DECLS
