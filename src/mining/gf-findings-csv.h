/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-findings.h"

G_BEGIN_DECLS

/* Findings as a table for other programs.
 *
 *   row:      one finding, in the order of its list, traits first; the header names the columns
 *   numbers:  shares are fractions, with a point; what is not known is empty
 *   format:   RFC 4180, UTF-8, commas, CRLF
 *   guard:    a spreadsheet runs a cell that begins with = + - or @ as a formula; such a text gets an apostrophe
 */
char *gf_findings_dup_csv (GfFindings * const *findings,
                           guint               n_findings,
                           GfTable            *table);

G_END_DECLS
