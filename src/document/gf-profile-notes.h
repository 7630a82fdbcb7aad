/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-profile-document.h"

G_BEGIN_DECLS

/* What stands at the foot of a page about what it rests on, and days as the page says them. */
char      *gf_profile_dup_note   (const GfProfileContext *context,
                                  GfEvidence             *evidence);
GDateTime *gf_profile_parse_date (const char             *iso);
char      *gf_profile_dup_day    (const char             *iso);

G_END_DECLS
