/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-good-measure.h"
#include "gf-bad-mark.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* The rule of who is best and who is a bad fit, as it is given on the command line. */

GfGoodMeasure *gf_cli_read_measure (const char  *text,
                                    GfTable     *table,
                                    GError     **error);
GfBadMark     *gf_cli_read_mark    (const char  *text,
                                    GfTable     *table,
                                    GError     **error);
gboolean       gf_cli_read_share   (const char  *text,
                                    double      *share,
                                    GError     **error);

G_END_DECLS
