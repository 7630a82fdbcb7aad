/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a day, chosen in a calendar. The property "date" is "2026-11-12", or "" for no day. */
#define GF_TYPE_DATE_ROW (gf_date_row_get_type ())
G_DECLARE_FINAL_TYPE (GfDateRow, gf_date_row, GF, DATE_ROW, AdwActionRow)

const char *gf_date_row_get_date (GfDateRow  *self);
void        gf_date_row_set_date (GfDateRow  *self,
                                  const char *date);

G_END_DECLS
