/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* Ratings from 1 to 5 on scales that the user names: a row for each, and a button that adds one, proposing the
 * scales that others were rated on. */
#define GF_TYPE_RATINGS_GROUP (gf_ratings_group_get_type ())
G_DECLARE_FINAL_TYPE (GfRatingsGroup, gf_ratings_group, GF, RATINGS_GROUP, AdwPreferencesGroup)

void gf_ratings_group_show (GfRatingsGroup *self,
                            GfProject      *project,
                            GListStore     *ratings);

G_END_DECLS
