/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-kpi.h"

G_BEGIN_DECLS

/* One figure: what it is called, both sides, what is aimed at. */
#define GF_TYPE_KPI_DIALOG (gf_kpi_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfKpiDialog, gf_kpi_dialog, GF, KPI_DIALOG, AdwDialog)

AdwDialog *gf_kpi_dialog_new (GListStore *kpis,
                              GfKpi      *kpi);

G_END_DECLS
