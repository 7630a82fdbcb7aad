/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-competitor.h"

G_BEGIN_DECLS

/* Where something about a competitor is known from: a row for each source, and one to add another. */
#define GF_TYPE_SOURCES_GROUP (gf_sources_group_get_type ())
G_DECLARE_FINAL_TYPE (GfSourcesGroup, gf_sources_group, GF, SOURCES_GROUP, AdwPreferencesGroup)

void gf_sources_group_show (GfSourcesGroup *self,
                            GfCompetitor   *competitor);

G_END_DECLS
