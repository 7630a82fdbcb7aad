/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-analysis.h"
#include "gf-drivers.h"

G_BEGIN_DECLS

/* Keeps which attributes of an analysis matter together. Nothing is computed before somebody asks: then
 * gf_drivers_find() runs in a thread, once for each side, until the findings change. Belongs to the main
 * context of the analysis. */
#define GF_TYPE_DRIVERS_WATCH (gf_drivers_watch_get_type ())
G_DECLARE_FINAL_TYPE (GfDriversWatch, gf_drivers_watch, GF, DRIVERS_WATCH, GObject)

GfDriversWatch *gf_drivers_watch_new         (GfAnalysis      *analysis);
GfDrivers      *gf_drivers_watch_get         (GfDriversWatch  *self,
                                              GfAgainst        against);
const char     *gf_drivers_watch_get_problem (GfDriversWatch  *self,
                                              GfAgainst        against);

G_END_DECLS
