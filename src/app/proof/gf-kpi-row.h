/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-kpi.h"

G_BEGIN_DECLS

/* A figure in a list: name, what it rests on, both sides drawn and in words, verdict. */
#define GF_TYPE_KPI_ROW (gf_kpi_row_get_type ())
G_DECLARE_FINAL_TYPE (GfKpiRow, gf_kpi_row, GF, KPI_ROW, GtkListBoxRow)

GtkWidget *gf_kpi_row_new        (GfKpi    *kpi);
GfKpi     *gf_kpi_row_get_kpi    (GfKpiRow *self);
void       gf_kpi_row_align      (GfKpiRow     *self,
                                  GtkSizeGroup *values,
                                  GtkSizeGroup *verdicts);
void       gf_kpi_row_set_narrow (GfKpiRow *self,
                                  gboolean  narrow);

G_END_DECLS
