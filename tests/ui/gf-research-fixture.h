/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

G_BEGIN_DECLS

/* A project with interviews, themes and a market as a team would have them after some weeks. */
void gf_research_fixture_fill (GfProject *project);

G_END_DECLS
