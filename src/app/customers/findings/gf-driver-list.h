/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-drivers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which attributes matter when all are looked at together: a row for each that does or cannot be told apart,
 * the others folded behind a last one. */
#define GF_TYPE_DRIVER_LIST (gf_driver_list_get_type ())
G_DECLARE_FINAL_TYPE (GfDriverList, gf_driver_list, GF, DRIVER_LIST, AdwBin)

void gf_driver_list_set        (GfDriverList *self,
                                GfDrivers    *drivers,
                                GfTable      *table,
                                GfAgainst     against,
                                const char   *problem);
void gf_driver_list_set_narrow (GfDriverList *self,
                                gboolean      narrow);

G_END_DECLS
