/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-interval-pair.h"
#include "gf-kpi-verdict.h"
#include "gf-kpi.h"

G_BEGIN_DECLS

/* How a figure is read: from its counts where there are some, else from its numbers. */
gboolean      gf_kpi_has_counts   (GfKpi          *kpi);
GfKpiVerdict  gf_kpi_judge        (GfKpi          *kpi);
void          gf_kpi_read         (GfKpi          *kpi,
                                   GfIntervalPart *inside,
                                   GfIntervalPart *outside);

char         *gf_kpi_dup_value    (GfKpi          *kpi,
                                   double          value);
char         *gf_kpi_dup_inside   (GfKpi          *kpi);
char         *gf_kpi_dup_outside  (GfKpi          *kpi);
char         *gf_kpi_dup_caption  (GfKpi          *kpi);
char         *gf_kpi_dup_phrase   (GfKpi          *kpi);
const char   *gf_kpi_get_reason   (GfKpi          *kpi);

G_END_DECLS
