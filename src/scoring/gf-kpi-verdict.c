/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-kpi-verdict.h"

#include "gf-record.h"
#include "gf-share-difference.h"

#include <glib/gi18n-lib.h>
#include <math.h>

GF_DEFINE_ENUM (GfKpiVerdict, gf_kpi_verdict,
                { GF_KPI_VERDICT_NONE, "GF_KPI_VERDICT_NONE", "none" },
                { GF_KPI_VERDICT_TOO_FEW, "GF_KPI_VERDICT_TOO_FEW", "too-few" },
                { GF_KPI_VERDICT_BETTER, "GF_KPI_VERDICT_BETTER", "better" },
                { GF_KPI_VERDICT_LEANING, "GF_KPI_VERDICT_LEANING", "leaning" },
                { GF_KPI_VERDICT_SAME, "GF_KPI_VERDICT_SAME", "same" },
                { GF_KPI_VERDICT_WORSE, "GF_KPI_VERDICT_WORSE", "worse" })

/**
 * gf_kpi_verdict:
 * @inside_count: how many inside the profile, at least 0
 * @inside_of: of how many; 0 when no counts are known
 * @outside_count: how many outside it
 * @outside_of: of how many; 0 when no counts are known
 * @lower_is_better: whether a smaller share is the better one, as with customers lost
 * @chance: (out) (optional): the chance that the share is better inside; NaN without a verdict
 *
 * Compares a share inside the profile with the share outside. With the chance that the inside is
 * the
 * better one, after gf_share_chance_above():
 *
 *   0.99 and more      better inside
 *   0.9 to 0.99        leaning better
 *   0.1 to 0.9         no difference
 *   0.1 and less       worse inside: a doubt about the profile is told as soon as a hope for it
 *
 * Below eight inside or eight outside there is no verdict, whatever the chance. Counts above their
 * whole are a mistake in what was typed and have none either.
 *
 * Returns: the verdict
 */
GfKpiVerdict
gf_kpi_verdict (gint64    inside_count,
                gint64    inside_of,
                gint64    outside_count,
                gint64    outside_of,
                gboolean  lower_is_better,
                double   *chance)
{
  double better;

  if (chance != NULL)
    *chance = NAN;

  if (inside_of <= 0 || outside_of <= 0
      || inside_count < 0 || inside_count > inside_of
      || outside_count < 0 || outside_count > outside_of)
    return GF_KPI_VERDICT_NONE;
  if (inside_of < GF_KPI_LEAST_ROWS || outside_of < GF_KPI_LEAST_ROWS)
    return GF_KPI_VERDICT_TOO_FEW;

  better = gf_share_chance_above ((gsize) inside_count, (gsize) inside_of,
                                  (gsize) outside_count, (gsize) outside_of);
  if (lower_is_better)
    better = 1.0 - better;
  if (chance != NULL)
    *chance = better;

  if (better >= GF_KPI_CLEAR)
    return GF_KPI_VERDICT_BETTER;
  if (better >= GF_KPI_LEANING)
    return GF_KPI_VERDICT_LEANING;
  if (better <= 1.0 - GF_KPI_LEANING)
    return GF_KPI_VERDICT_WORSE;

  return GF_KPI_VERDICT_SAME;
}

/**
 * gf_kpi_verdict_get_words:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the verdict as it is shown
 */
const char *
gf_kpi_verdict_get_words (GfKpiVerdict verdict)
{
  switch (verdict)
    {
    case GF_KPI_VERDICT_NONE: return _("No counts");
    case GF_KPI_VERDICT_TOO_FEW: return _("Too few yet");
    case GF_KPI_VERDICT_BETTER: return _("Better inside");
    case GF_KPI_VERDICT_LEANING: return _("Leaning better");
    case GF_KPI_VERDICT_SAME: return _("No difference");
    case GF_KPI_VERDICT_WORSE: return _("Worse inside");
    default: g_return_val_if_reached ("");
    }
}
