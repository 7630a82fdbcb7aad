/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"
#include "gf-ui-test.h"

G_BEGIN_DECLS

/* A project with something in the steps Map, Test and Review, and the looks in which they are
 * pictured. */
void gf_late_steps_fill     (GfProject  *project);
void gf_late_steps_picture  (const char *where,
                             const char *name);

G_END_DECLS
