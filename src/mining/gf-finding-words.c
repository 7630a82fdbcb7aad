/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-finding-words.h"

#include "gf-trait-words.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* "1 in 10" where that is what the share is, give or take a twentieth of it, else in percent. */
static char *
dup_one_in (double share)
{
  if (share > 0.0 && share <= 0.5)
    {
      double n = round (1.0 / share);

      if (fabs (1.0 / n - share) <= share / 20.0)
        {
          g_autofree char *number = gf_words_dup_number (n);

          /* TRANSLATORS: a share: "1 in 10" */
          return g_strdup_printf (_("1 in %s"), number);
        }
    }

  return gf_words_dup_percent (share);
}

/* TRANSLATORS: "12 of 34": a part of a whole, both counts */
#define COUNT_OF_COUNT _("%s of %s")

static char *
dup_count_of (gsize part,
              gsize whole)
{
  g_autofree char *a = gf_words_dup_number ((double) part);
  g_autofree char *b = gf_words_dup_number ((double) whole);

  return g_strdup_printf (COUNT_OF_COUNT, a, b);
}

/**
 * gf_verdict_get_label:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the translated word, as it stands beside a finding
 */
const char *
gf_verdict_get_label (GfVerdict verdict)
{
  switch (verdict)
    {
    case GF_VERDICT_STRONG:
      return C_("verdict", "Strong");
    case GF_VERDICT_MODERATE:
      return C_("verdict", "Moderate");
    case GF_VERDICT_WEAK:
      return C_("verdict", "Weak");
    case GF_VERDICT_NONE:
      return C_("verdict", "No evidence");
    case GF_VERDICT_TOO_FEW:
    default:
      return C_("verdict", "Too few to compare");
    }
}

/**
 * gf_finding_describe:
 * @self: a finding
 * @table: (nullable): the customers, for the columns' types and currencies
 *
 * Returns: (transfer full): its traits: "Department: Marketing and Size: 50 to 250"
 */
char *
gf_finding_describe (GfFinding *self,
                     GfTable   *table)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  return gf_selectors_describe (gf_finding_get_selectors (self), table);
}

/**
 * gf_finding_dup_headline:
 * @self: a finding
 * @table: (nullable): the customers
 *
 * Says in a plain sentence what stands out: "Customers with Department Marketing and 50 to 250 employees
 * stand out".
 *
 * Returns: (transfer full): the translated sentence, without a full stop
 */
char *
gf_finding_dup_headline (GfFinding *self,
                         GfTable   *table)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  g_autofree char *traits = gf_selectors_dup_phrase (gf_finding_get_selectors (self), table);

  if (gf_finding_get_n_selectors (self) == 0)
    return g_strdup (_("All customers"));
  if (gf_finding_get_verdict (self) > GF_VERDICT_WEAK)
    return g_strdup_printf (_("Customers with %s"), traits);
  if (gf_finding_is_small_difference (self))
    return g_strdup_printf (_("Customers with %s differ only a little"), traits);
  if (gf_finding_get_verdict (self) == GF_VERDICT_WEAK)
    /* TRANSLATORS: one trait or several: "Department Marketing and 50 to 250 employees" */
    return g_strdup_printf (_("Customers with %s may differ: worth a second look"), traits);

  if (gf_finding_get_direction (self) == GF_DIRECTION_MORE)
    /* TRANSLATORS: one trait or several: "Department Marketing and 50 to 250 employees" */
    return g_strdup_printf (_("Customers with %s stand out"), traits);

  if (gf_finding_get_against (self) == GF_AGAINST_BAD)
    return g_strdup_printf (_("Customers with %s are rare among the bad fits"), traits);

  return g_strdup_printf (_("Customers with %s are rare among the best"), traits);
}

/**
 * gf_finding_dup_rule_sentence:
 * @self: a finding
 *
 * The sentence below a rule: "10 of these 18 customers are among your best (33–76 %). Of all customers
 * it is 1 in 10."
 *
 * Returns: (transfer full): the translated sentence
 */
char *
gf_finding_dup_rule_sentence (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  gsize rows = gf_finding_get_rows (self);
  g_autofree char *n_hits = gf_words_dup_number ((double) gf_finding_get_hits (self));
  g_autofree char *n_rows = gf_words_dup_number ((double) rows);
  g_autofree char *interval = gf_words_dup_interval (gf_finding_get_low (self),
                                                     gf_finding_get_high (self));
  g_autofree char *base = dup_one_in (gf_finding_get_base_rate (self));

  if (rows == 0)
    return g_strdup (_("No customer has all of these."));

  switch (gf_finding_get_against (self))
    {
    case GF_AGAINST_BEST:
      /* TRANSLATORS: hits, customers, an interval "33–76 %", a share "1 in 10" */
      return g_strdup_printf (ngettext ("%s of this %s customer is among your best (%s). "
                                        "Of all customers it is %s.",
                                        "%s of these %s customers are among your best (%s). "
                                        "Of all customers it is %s.", rows),
                              n_hits, n_rows, interval, base);
    case GF_AGAINST_BAD:
      /* TRANSLATORS: hits, customers, an interval "33–76 %", a share "1 in 10" */
      return g_strdup_printf (ngettext ("%s of this %s customer is a bad fit (%s). "
                                        "Of all customers it is %s.",
                                        "%s of these %s customers are bad fits (%s). "
                                        "Of all customers it is %s.", rows),
                              n_hits, n_rows, interval, base);
    case GF_AGAINST_OTHER:
    default:
      /* TRANSLATORS: hits, customers, an interval "33–76 %", a share "1 in 10" */
      return g_strdup_printf (ngettext ("It holds for %s of this %s customer (%s). "
                                        "Of all customers it is %s.",
                                        "It holds for %s of these %s customers (%s). "
                                        "Of all customers it is %s.", rows),
                              n_hits, n_rows, interval, base);
    }
}

static char *
dup_counts_sentence (GfFinding *self,
                     GfTable   *table)
{
  const GfCounts *counts = gf_finding_get_counts (self);
  g_autofree char *traits = gf_selectors_dup_phrase (gf_finding_get_selectors (self), table);
  g_autofree char *n_hits = gf_words_dup_number ((double) counts->hits);
  g_autofree char *n_rows = gf_words_dup_number ((double) counts->rows);
  g_autofree char *rest = dup_count_of (counts->all_hits - counts->hits,
                                        counts->all_rows - counts->rows);

  switch (gf_finding_get_against (self))
    {
    case GF_AGAINST_BEST:
      /* TRANSLATORS: hits, customers, traits as "Department Marketing", "3 of 114" */
      return g_strdup_printf (ngettext ("%s of %s customer with %s is among the best. "
                                        "Elsewhere it is %s.",
                                        "%s of %s customers with %s are among the best. "
                                        "Elsewhere it is %s.", counts->rows),
                              n_hits, n_rows, traits, rest);
    case GF_AGAINST_BAD:
      /* TRANSLATORS: hits, customers, traits as "Department Marketing", "3 of 114" */
      return g_strdup_printf (ngettext ("%s of %s customer with %s is a bad fit. "
                                        "Elsewhere it is %s.",
                                        "%s of %s customers with %s are bad fits. "
                                        "Elsewhere it is %s.", counts->rows),
                              n_hits, n_rows, traits, rest);
    case GF_AGAINST_OTHER:
    default:
      /* TRANSLATORS: hits, customers, traits as "Department Marketing", "3 of 114" */
      return g_strdup_printf (ngettext ("It holds for %s of %s customer with %s. Elsewhere it is %s.",
                                        "It holds for %s of %s customers with %s. "
                                        "Elsewhere it is %s.", counts->rows),
                              n_hits, n_rows, traits, rest);
    }
}

/**
 * gf_finding_dup_sentence:
 * @self: a finding
 * @table: (nullable): the customers
 *
 * Says of whom it is true and of whom else, and of what was chosen among several for being far from the share of all
 * that the interval allows for it.
 *
 * Returns: (transfer full): "12 of 34 customers with Department Marketing are among the best.
 *   Elsewhere it is 3 of 114."
 */
char *
gf_finding_dup_sentence (GfFinding *self,
                         GfTable   *table)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  g_autofree char *counts = dup_counts_sentence (self, table);

  if (!gf_finding_is_best_of_several (self))
    return g_steal_pointer (&counts);

  /* TRANSLATORS: a sentence like "12 of 34 customers ... are among the best." */
  return g_strdup_printf (_("%s Chosen as the clearest of several: the interval allows for that."), counts);
}

/**
 * gf_finding_dup_counts:
 * @self: a finding
 *
 * Returns: (transfer full): "12 of 34"
 */
char *
gf_finding_dup_counts (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  return dup_count_of (gf_finding_get_hits (self), gf_finding_get_rows (self));
}

/**
 * gf_finding_dup_luck_sentence:
 * @self: a finding
 * @findings: those it is one of
 *
 * Answers "Could it be luck?" without making reshuffled copies: Fisher's exact value, times the looks that a range or
 * several values are the best of, is at least the chance that this trait is as clear by luck alone. So many traits
 * times it is the most that the chance of any such trait can be (Bonferroni's inequality). Where that says little only
 * copies can tell.
 *
 * Returns: (transfer full): the translated sentence
 */
char *
gf_finding_dup_luck_sentence (GfFinding  *self,
                              GfFindings *findings)
{
  g_return_val_if_fail (GF_IS_FINDING (self) && GF_IS_FINDINGS (findings), NULL);

  gboolean several = gf_finding_get_n_selectors (self) > 1;
  double n = several ? gf_findings_get_n_combination_tests (findings) : gf_findings_get_n_tests (findings);
  double expected = n * exp (gf_finding_get_log_clearness (self));
  g_autofree char *n_tests = gf_words_dup_number (n);

  if (isnan (expected))
    return g_strdup (_("There are too few customers to tell."));

  if (expected > 0.5)
    return g_strdup_printf (several ? _("After %s combinations looked at, only reshuffled copies can tell.")
                                    : _("After %s comparisons, only reshuffled copies can tell."), n_tests);

  g_autofree char *one_in = gf_words_dup_number (expected < 0.001 ? 1000.0 : floor (1.0 / expected));

  /* TRANSLATORS: how many were looked at, then the n of "1 in n" */
  return g_strdup_printf (several ? _("After %s combinations looked at, luck makes one so clear at most 1 in %s times.")
                                  : _("After %s comparisons, luck makes a trait so clear at most 1 in %s times."),
                          n_tests, one_in);
}

/**
 * gf_finding_dup_one_out_sentence:
 * @self: a finding
 *
 * Returns: (transfer full): the answer to "One customer less?"
 */
char *
gf_finding_dup_one_out_sentence (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  if (gf_finding_holds_without_one (self))
    return g_strdup (_("Holds when any one is left out"));
  if (gf_finding_get_verdict (self) <= GF_VERDICT_MODERATE)
    return g_strdup (_("Close to the limit: without one of them it would be weak"));

  return g_strdup (_("Not clear enough to ask"));
}

/**
 * gf_finding_dup_accessible:
 * @self: a finding
 * @table: (nullable): the customers
 *
 * Says a row of the list in one sentence for those who hear it: "Department: Marketing. 12 of 34 are
 * among the best, between 21 and 52 percent, all customers 10 percent. Strong."
 *
 * Returns: (transfer full): the translated text
 */
char *
gf_finding_dup_accessible (GfFinding *self,
                           GfTable   *table)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  g_autofree char *traits = gf_finding_describe (self, table);
  g_autofree char *counts = gf_finding_dup_counts (self);
  const char *verdict = gf_verdict_get_label (gf_finding_get_verdict (self));
  double low = round (100.0 * gf_finding_get_low (self));
  double high = round (100.0 * gf_finding_get_high (self));
  double base = round (100.0 * gf_finding_get_base_rate (self));

  switch (gf_finding_get_against (self))
    {
    case GF_AGAINST_BEST:
      /* TRANSLATORS: traits, "12 of 34", two percentages, a percentage, a verdict such as "Strong" */
      return g_strdup_printf (_("%s. %s are among the best, between %.0f and %.0f percent, "
                                "all customers %.0f percent. %s."),
                              traits, counts, low, high, base, verdict);
    case GF_AGAINST_BAD:
      /* TRANSLATORS: traits, "12 of 34", two percentages, a percentage, a verdict such as "Strong" */
      return g_strdup_printf (_("%s. %s are bad fits, between %.0f and %.0f percent, "
                                "all customers %.0f percent. %s."),
                              traits, counts, low, high, base, verdict);
    case GF_AGAINST_OTHER:
    default:
      /* TRANSLATORS: traits, "12 of 34", two percentages, a percentage, a verdict such as "Strong" */
      return g_strdup_printf (_("%s. It holds for %s, between %.0f and %.0f percent, "
                                "all customers %.0f percent. %s."),
                              traits, counts, low, high, base, verdict);
    }
}

/**
 * gf_findings_dup_headline:
 * @self: the findings
 * @table: (nullable): the customers
 *
 * Returns: (transfer full): what is to be said first, whatever was found
 */
char *
gf_findings_dup_headline (GfFindings *self,
                          GfTable    *table)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  GfFinding *finding = gf_findings_find_headline (self);

  if (finding == NULL)
    finding = gf_findings_find_rarest (self);
  if (gf_findings_are_too_few (self))
    return g_strdup (_("Too Few to Compare"));
  if (finding != NULL)
    return gf_finding_dup_headline (finding, table);

  switch (gf_findings_get_against (self))
    {
    case GF_AGAINST_BEST:
      return g_strdup (_("Nothing Sets Your Best Apart"));
    case GF_AGAINST_BAD:
      return g_strdup (_("Nothing Sets the Bad Fits Apart"));
    case GF_AGAINST_OTHER:
    default:
      return g_strdup (_("Nothing Sets Them Apart"));
    }
}

/**
 * gf_findings_dup_left_out_sentence:
 * @self: the findings
 * @rule: (nullable): which customers are the best
 *
 * Says who is on neither side: "12 customers are not compared: no measure is known for them.", or, where the best are
 * those from a limit on, "12 customers are not compared: their Lifetime value is not known."
 *
 * Returns: (transfer full) (nullable): the translated sentence; NULL when all are compared
 */
char *
gf_findings_dup_left_out_sentence (GfFindings       *self,
                                   const GfBestRule *rule)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  gsize n = gf_findings_get_n_left_out (self);
  g_autofree char *count = gf_words_dup_number ((double) n);

  if (n == 0)
    return NULL;
  if (gf_findings_get_against (self) == GF_AGAINST_BAD)
    return g_strdup_printf (ngettext ("%s customer is not compared: no mark of a bad fit is known for them.",
                                      "%s customers are not compared: no mark of a bad fit is known for them.", n),
                            count);
  if (rule != NULL && rule->kind == GF_BEST_BY_LIMIT && rule->column != NULL)
    /* TRANSLATORS: how many customers, and the name of a column */
    return g_strdup_printf (ngettext ("%s customer is not compared: their %s is not known.",
                                      "%s customers are not compared: their %s is not known.", n),
                            count, rule->column);

  return g_strdup_printf (ngettext ("%s customer is not compared: no measure is known for them.",
                                    "%s customers are not compared: no measure is known for them.", n), count);
}

/**
 * gf_findings_dup_explanation:
 * @self: the findings
 *
 * Explains what was looked at, or why nothing was found, in one or two sentences.
 *
 * Returns: (transfer full): the translated text
 */
char *
gf_findings_dup_explanation (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  GfAgainst against = gf_findings_get_against (self);
  g_autofree char *n_hits = gf_words_dup_number ((double) gf_findings_get_n_hits (self));
  g_autofree char *n_rows = gf_words_dup_number ((double) gf_findings_get_n_rows (self));
  GfFinding *headline = gf_findings_find_headline (self);
  double n_traits = gf_findings_get_n_tests (self);
  double n_combinations = gf_findings_get_n_combination_tests (self);

  if (headline == NULL)
    headline = gf_findings_find_rarest (self);

  /* what the verdict in the headline takes into account; without one, all */
  double n = headline == NULL                                ? n_traits + n_combinations
             : gf_finding_get_n_selectors (headline) > 1 ? n_combinations
                                                         : n_traits;
  gulong plural = (gulong) fmin (n, G_MAXINT);
  g_autofree char *n_tests = gf_words_dup_number (n);
  g_autofree char *who = NULL;

  switch (against)
    {
    case GF_AGAINST_BEST:
      /* TRANSLATORS: two counts: "15 of 148 customers are among the best." */
      who = g_strdup_printf (_("%s of %s customers are among the best."), n_hits, n_rows);
      break;
    case GF_AGAINST_BAD:
      /* TRANSLATORS: two counts: "16 of 148 customers are bad fits." */
      who = g_strdup_printf (_("%s of %s customers are bad fits."), n_hits, n_rows);
      break;
    case GF_AGAINST_OTHER:
    default:
      /* TRANSLATORS: two counts: "16 of 148 customers are looked for." */
      who = g_strdup_printf (_("%s of %s customers are looked for."), n_hits, n_rows);
      break;
    }

  if (gf_findings_are_too_few (self))
    return g_strdup_printf (_("%s Comparing takes at least eight of them and eight others; the counts are "
                              "shown all the same."), who);

  if (headline == NULL)
    return g_strdup_printf (ngettext ("%s The %s comparison made is not clear enough. Perhaps what sets them apart is "
                                      "not among the columns, or there are too few customers to see it, or the "
                                      "measures mix different kinds of customers.",
                                      "%s None of %s comparisons is clear enough. Perhaps what sets them apart is "
                                      "not among the columns, or there are too few customers to see it, or the "
                                      "measures mix different kinds of customers.", plural), who, n_tests);

  return g_strdup_printf (ngettext ("%s The verdicts take into account that %s comparison was made.",
                                    "%s The verdicts take into account that %s comparisons were made.", plural), who,
                          n_tests);
}
