/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-score-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *icon_name;
} sources[] = {
  [GF_SCORE_HAND] = { N_("by hand"), "document-edit-symbolic" },
  [GF_SCORE_CUSTOMERS] = { N_("from customers"), "gf-customers-symbolic" },
  [GF_SCORE_INTERVIEWS] = { N_("from interviews"), "gf-interviews-symbolic" },
  [GF_SCORE_MARKET] = { N_("from the market"), "gf-market-symbolic" },
};

/**
 * gf_score_source_get_label:
 * @source: where a score is from
 *
 * Returns: (transfer none): "from customers"
 */
const char *
gf_score_source_get_label (GfScoreSource source)
{
  g_return_val_if_fail (source < G_N_ELEMENTS (sources), NULL);

  return _(sources[source].label);
}

/**
 * gf_score_source_get_icon_name:
 * @source: where a score is from
 *
 * Returns: (transfer none): the icon that says it
 */
const char *
gf_score_source_get_icon_name (GfScoreSource source)
{
  g_return_val_if_fail (source < G_N_ELEMENTS (sources), NULL);

  return sources[source].icon_name;
}

/**
 * gf_proposal_dup_words:
 * @proposal: what the data say on a score
 *
 * Returns: (transfer full): "Your customers say 4", "Your interviews do not tell"
 */
char *
gf_proposal_dup_words (const GfProposal *proposal)
{
  g_return_val_if_fail (proposal != NULL, NULL);

  switch (proposal->source)
    {
    case GF_SCORE_INTERVIEWS:
      return proposal->score > 0 ? g_strdup_printf (_("Your interviews say %d"), proposal->score)
                                 : g_strdup (_("Your interviews do not tell"));
    case GF_SCORE_MARKET:
      return proposal->score > 0 ? g_strdup_printf (_("The market says %d"), proposal->score)
                                 : g_strdup (_("The market does not tell"));
    case GF_SCORE_CUSTOMERS:
    case GF_SCORE_HAND:
    default:
      return proposal->score > 0 ? g_strdup_printf (_("Your customers say %d"), proposal->score)
                                 : g_strdup (_("Your customers do not tell"));
    }
}

/**
 * gf_segment_standing_get_label:
 * @standing: how a segment stands
 *
 * Returns: (transfer none): "Primary"
 */
const char *
gf_segment_standing_get_label (GfSegmentStanding standing)
{
  switch (standing)
    {
    case GF_SEGMENT_PRIMARY:
      return _("Primary");
    case GF_SEGMENT_SECONDARY:
      return _("Secondary");
    case GF_SEGMENT_OPEN:
    default:
      return _("Not chosen");
    }
}
