/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GfKpiVerdict:
 * @GF_KPI_VERDICT_NONE: no counts are given, so that luck and difference cannot be told apart
 * @GF_KPI_VERDICT_TOO_FEW: fewer than #GF_KPI_LEAST_ROWS inside or outside
 * @GF_KPI_VERDICT_BETTER: clearly better inside
 * @GF_KPI_VERDICT_LEANING: leaning better inside
 * @GF_KPI_VERDICT_SAME: no difference to speak of
 * @GF_KPI_VERDICT_WORSE: worse inside
 *
 * Whether a figure is better inside the profile than outside.
 */
typedef enum
{
  GF_KPI_VERDICT_NONE,
  GF_KPI_VERDICT_TOO_FEW,
  GF_KPI_VERDICT_BETTER,
  GF_KPI_VERDICT_LEANING,
  GF_KPI_VERDICT_SAME,
  GF_KPI_VERDICT_WORSE,
} GfKpiVerdict;

#define GF_TYPE_KPI_VERDICT (gf_kpi_verdict_get_type ())
GType gf_kpi_verdict_get_type (void) G_GNUC_CONST;

#define GF_KPI_LEAST_ROWS 8
#define GF_KPI_CLEAR 0.99
#define GF_KPI_LEANING 0.9

GfKpiVerdict  gf_kpi_verdict           (gint64        inside_count,
                                        gint64        inside_of,
                                        gint64        outside_count,
                                        gint64        outside_of,
                                        gboolean      lower_is_better,
                                        double       *chance);
const char   *gf_kpi_verdict_get_words (GfKpiVerdict  verdict);

G_END_DECLS
