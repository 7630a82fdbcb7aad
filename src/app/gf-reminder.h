/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-store.h"

G_BEGIN_DECLS

/* Whether to remind of a review whose day has passed: once a day for each project. */
gboolean gf_reminder_take (GfStore *store);

G_END_DECLS
