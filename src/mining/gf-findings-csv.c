/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-findings-csv.h"

#include "gf-finding-words.h"
#include "gf-number.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_text (GString    *out,
             const char *text)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');

  if (gf_text_is_formula (text, strlen (text)))
    {
      g_autofree char *guarded = g_strconcat ("'", text, NULL);

      gf_csv_append_cell (out, guarded, strlen (guarded));
      return;
    }

  gf_csv_append_cell (out, text, strlen (text));
}

/* A negative number is a number, and no formula. */
static void
append_number (GString *out,
               double   value)
{
  g_autofree char *text = gf_number_to_text (value);

  g_string_append_printf (out, ",%s", text);
}

static void
append_header (GString *out)
{
  const char *names[] = {
    _("About"), _("Conditions"), _("Traits"), _("Customers"), _("Hits"), _("Share"), _("Share from"),
    _("Share to"), _("Share of all"), _("Other customers"), _("Hits of others"), _("Difference"), _("Lift"),
    _("p"), _("q"), _("Verdict"), _("Direction"), _("Marks both"), _("Interval"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    append_text (out, names[i]);
  g_string_append (out, "\r\n");
}

static const char *
get_about (GfAgainst against)
{
  switch (against)
    {
    case GF_AGAINST_BEST:
      return _("Best");
    case GF_AGAINST_BAD:
      return _("Bad fits");
    case GF_AGAINST_OTHER:
    default:
      return _("Target");
    }
}

static void
append_finding (GString    *out,
                GfFindings *findings,
                GfFinding  *finding,
                GfTable    *table)
{
  const GfCounts *counts = gf_finding_get_counts (finding);
  g_autofree char *traits = gf_finding_describe (finding, table);

  append_text (out, get_about (gf_finding_get_against (finding)));
  append_number (out, gf_finding_get_n_selectors (finding));
  append_text (out, traits);
  append_number (out, (double) counts->rows);
  append_number (out, (double) counts->hits);
  append_number (out, gf_finding_get_share (finding));
  append_number (out, gf_finding_get_low (finding));
  append_number (out, gf_finding_get_high (finding));
  append_number (out, gf_finding_get_base_rate (finding));
  append_number (out, (double) (counts->all_rows - counts->rows));
  append_number (out, (double) (counts->all_hits - counts->hits));
  append_number (out, gf_finding_get_share (finding) - gf_finding_get_rest_share (finding));
  append_number (out, gf_finding_get_lift (finding));
  append_number (out, gf_finding_get_p (finding));
  append_number (out, gf_finding_get_q (finding));
  append_text (out, gf_verdict_get_label (gf_finding_get_verdict (finding)));
  append_text (out, gf_finding_get_direction (finding) == GF_DIRECTION_MORE ? C_("direction", "More likely")
                                                                            : C_("direction", "Less likely"));
  if (gf_findings_get_sides_compared (findings))
    append_text (out, gf_findings_get_marks_both (findings, finding) ? C_("marks both", "Yes")
                                                                      : C_("marks both", "No"));
  else
    g_string_append_c (out, ',');
  append_text (out, gf_finding_is_best_of_several (finding) ? C_("interval", "Allows for the choice among several")
                                                            : C_("interval", "Plain"));
  g_string_append (out, "\r\n");
}

/**
 * gf_findings_dup_csv:
 * @findings: (array length=n_findings): what was found about the best, the bad fits; those that are %NULL are left out
 * @n_findings: how many there are
 * @table: (nullable): the customers, for the columns' types and currencies
 *
 * Writes all traits and combinations with their counts, share, 95 % interval and whether it allows for a choice among
 * several (gf_finding_get_low()), lift, p, q, verdict and direction, and, when both sides were compared, whether they
 * mark both. Without findings the header alone is left.
 *
 * Returns: (transfer full): the text
 */
char *
gf_findings_dup_csv (GfFindings * const *findings,
                     guint               n_findings,
                     GfTable            *table)
{
  g_return_val_if_fail (findings != NULL || n_findings == 0, NULL);

  GString *out = g_string_new (NULL);

  append_header (out);
  for (guint k = 0; k < n_findings; k++)
    {
      if (findings[k] == NULL)
        continue;

      for (guint i = 0; i < gf_findings_get_n_traits (findings[k]); i++)
        append_finding (out, findings[k], gf_findings_get_trait (findings[k], i), table);
      for (guint i = 0; i < gf_findings_get_n_combinations (findings[k]); i++)
        append_finding (out, findings[k], gf_findings_get_combination (findings[k], i), table);
    }

  return g_string_free (out, FALSE);
}
