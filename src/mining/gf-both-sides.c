/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-both-sides.h"

#include "gf-words.h"

#include <glib/gi18n-lib.h>

static gboolean
stands_out (GfFinding *finding)
{
  return gf_finding_get_verdict (finding) <= GF_VERDICT_MODERATE &&
         gf_finding_get_direction (finding) == GF_DIRECTION_MORE;
}

static GfFinding *
find_same (GListModel *list,
           GfFinding  *finding)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfFinding) item = g_list_model_get_item (list, i);

      if (gf_finding_same_traits (item, finding))
        return g_steal_pointer (&item);
    }

  return NULL;
}

/**
 * gf_finding_see_other_side:
 * @self: a finding
 * @others: what was found about the other side
 * @table: the customers
 * @target: those on the other side
 *
 * Judges the same traits against the other side, among the customers who were compared there.
 *
 * Returns: (transfer full) (nullable): the finding about the other side; %NULL when @others are not findings of
 *   the table, and when there are too few on the other side to compare
 */
GfFinding *
gf_finding_see_other_side (GfFinding      *self,
                           GfFindings     *others,
                           GfTable        *table,
                           const GfBitset *target)
{
  g_return_val_if_fail (GF_IS_FINDING (self) && GF_IS_FINDINGS (others), NULL);
  g_return_val_if_fail (table != NULL && target != NULL, NULL);

  gboolean one = gf_finding_get_n_selectors (self) == 1;
  const GfBitset *among = gf_findings_get_options (others)->among;
  gsize n_rows = gf_findings_get_n_rows (others) + gf_findings_get_n_left_out (others);
  double n_tests = one ? gf_findings_get_n_tests (others) : gf_findings_get_n_combination_tests (others);

  if (gf_table_get_n_rows (table) != n_rows || gf_bitset_get_size (target) != n_rows ||
      gf_finding_get_counts (self)->all_rows > n_rows || gf_findings_are_too_few (others))
    return NULL;

  GfFinding *same = find_same (one ? gf_findings_get_traits (others) : gf_findings_get_combinations (others), self);

  return same != NULL ? same
                      : gf_finding_evaluate (gf_finding_get_selectors (self), table, target, among,
                                             gf_findings_get_against (others), MAX (n_tests, 1));
}

/**
 * gf_finding_marks_both:
 * @self: a finding
 * @other: the same traits on the other side
 *
 * Returns: whether the traits are found more often on either side, at least moderately clear
 */
gboolean
gf_finding_marks_both (GfFinding *self,
                       GfFinding *other)
{
  g_return_val_if_fail (GF_IS_FINDING (self) && GF_IS_FINDING (other), FALSE);

  return stands_out (self) && stands_out (other);
}

/**
 * gf_finding_get_both_mark:
 * @self: a finding that marks both sides
 *
 * Returns: (transfer none): the translated name of that: "also marks bad fits"
 */
const char *
gf_finding_get_both_mark (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  return gf_finding_get_against (self) == GF_AGAINST_BAD ? _("also marks the best") : _("also marks bad fits");
}

/**
 * gf_finding_dup_other_side_sentence:
 * @self: a finding
 * @other: the same traits on the other side
 *
 * Says what the traits mean on the other side: "Also marks bad fits: 15 of 40, of all customers 16 of 148".
 *
 * Returns: (transfer full): the translated sentence, without a full stop
 */
char *
gf_finding_dup_other_side_sentence (GfFinding *self,
                                    GfFinding *other)
{
  g_return_val_if_fail (GF_IS_FINDING (self) && GF_IS_FINDING (other), NULL);

  const GfCounts *counts = gf_finding_get_counts (other);
  gboolean bad = gf_finding_get_against (other) == GF_AGAINST_BAD;
  gboolean clear = gf_finding_get_verdict (other) <= GF_VERDICT_MODERATE;
  g_autofree char *hits = gf_words_dup_number ((double) counts->hits);
  g_autofree char *rows = gf_words_dup_number ((double) counts->rows);
  g_autofree char *all_hits = gf_words_dup_number ((double) counts->all_hits);
  g_autofree char *all_rows = gf_words_dup_number ((double) counts->all_rows);

  if (gf_finding_marks_both (self, other))
    /* TRANSLATORS: four counts: "Also marks bad fits: 15 of 40, of all customers 16 of 148" */
    return g_strdup_printf (bad ? _("Also marks bad fits: %s of %s, of all customers %s of %s")
                                : _("Also marks the best: %s of %s, of all customers %s of %s"),
                            hits, rows, all_hits, all_rows);
  if (clear && gf_finding_get_direction (other) == GF_DIRECTION_LESS)
    /* TRANSLATORS: four counts: "Rare among bad fits: 1 of 40, of all customers 16 of 148" */
    return g_strdup_printf (bad ? _("Rare among bad fits: %s of %s, of all customers %s of %s")
                                : _("Rare among the best: %s of %s, of all customers %s of %s"),
                            hits, rows, all_hits, all_rows);
  if (clear)
    /* TRANSLATORS: four counts: "Marks bad fits: 15 of 40, of all customers 16 of 148" */
    return g_strdup_printf (bad ? _("Marks bad fits: %s of %s, of all customers %s of %s")
                                : _("Marks the best: %s of %s, of all customers %s of %s"),
                            hits, rows, all_hits, all_rows);

  /* TRANSLATORS: four counts: "Bad fits: 5 of 40, of all customers 16 of 148; no clear difference" */
  return g_strdup_printf (bad ? _("Bad fits: %s of %s, of all customers %s of %s; no clear difference")
                              : _("Best: %s of %s, of all customers %s of %s; no clear difference"),
                            hits, rows, all_hits, all_rows);
}

static void
mark_list (GfFindings     *self,
           GListModel     *list,
           GfFindings     *others,
           GfTable        *table,
           const GfBitset *target)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (list, i);

      if (!stands_out (finding))
        continue;

      g_autoptr (GfFinding) other = gf_finding_see_other_side (finding, others, table, target);
      if (other != NULL && gf_finding_marks_both (finding, other))
        gf_findings_set_marks_both (self, finding);
    }
}

/**
 * gf_findings_mark_both_sides:
 * @self: the findings of one side, that nobody else has yet
 * @others: the findings of the other side
 * @table: the customers
 * @target: those on the other side
 *
 * Marks the findings that mark both sides: gf_findings_get_marks_both(). With too few on either side that stays open.
 */
void
gf_findings_mark_both_sides (GfFindings     *self,
                             GfFindings     *others,
                             GfTable        *table,
                             const GfBitset *target)
{
  g_return_if_fail (GF_IS_FINDINGS (self) && GF_IS_FINDINGS (others));
  g_return_if_fail (table != NULL && target != NULL);

  if (gf_findings_are_too_few (self) || gf_findings_are_too_few (others))
    return;

  gf_findings_set_sides_compared (self);
  mark_list (self, gf_findings_get_traits (self), others, table, target);
  mark_list (self, gf_findings_get_combinations (self), others, table, target);
}
