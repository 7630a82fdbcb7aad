/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Figures that are often kept, so that nobody has to think of a name and a direction. */
typedef struct
{
  const char *name;            /* not translated yet */
  const char *unit;            /* "%" for a share, else not translated yet */
  gboolean lower_is_better;
} GfKpiPreset;

guint              gf_kpi_presets_get_n (void);
const GfKpiPreset *gf_kpi_presets_get   (guint position);

G_END_DECLS
