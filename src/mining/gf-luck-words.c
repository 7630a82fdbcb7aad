/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-luck.h"

#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How many of a list are weak or better, and the clearest of them. */
static guint
count_telling (GListModel  *list,
               GfFinding  **clearest)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (list, i);

      if (gf_finding_get_verdict (finding) > GF_VERDICT_WEAK)
        continue;
      n++;
      if (*clearest == NULL || gf_finding_get_log_clearness (finding) < gf_finding_get_log_clearness (*clearest))
        *clearest = finding;   /* the list keeps it */
    }

  return n;
}

static char *
dup_clearest_sentence (const GfLuck *self,
                       GfFinding    *clearest,
                       gboolean      several)
{
  guint n = gf_luck_count_as_clear (self, clearest);
  g_autofree char *copies = gf_words_dup_number (gf_luck_get_n_copies (self));
  g_autofree char *count = gf_words_dup_number (n);

  if (n == 0)
    /* TRANSLATORS: how many copies there were */
    return g_strdup_printf (several ? _("In none of %s copies with the customers reshuffled is any combination as clear "
                                        "as the clearest here.")
                                    : _("In none of %s copies with the customers reshuffled is any trait as clear as the "
                                        "clearest here."), copies);

  /* TRANSLATORS: in how many copies, of how many */
  return g_strdup_printf (several ? _("In %s of %s copies with the customers reshuffled some combination is as clear as "
                                      "the clearest here.")
                                  : _("In %s of %s copies with the customers reshuffled some trait is as clear as the "
                                      "clearest here."), count, copies);
}

/**
 * gf_luck_dup_list_sentence:
 * @self: what copies showed
 * @findings: what the customers as they are show
 * @several: whether to speak of combinations, else of single traits
 *
 * Says in how many copies anything is as clear as the clearest of a list and, where that is one at least, how many of
 * the list would be there by chance alone: "By luck alone about 2 traits would tell something; here 9 do. In none
 * of 200 copies with the customers reshuffled is any trait as clear as the clearest here."
 *
 * Returns: (transfer full) (nullable): the translated sentences; %NULL where nothing in the list tells anything
 */
char *
gf_luck_dup_list_sentence (const GfLuck *self,
                           GfFindings   *findings,
                           gboolean      several)
{
  g_return_val_if_fail (self != NULL && GF_IS_FINDINGS (findings), NULL);

  GfFinding *clearest = NULL;
  guint n = count_telling (several ? gf_findings_get_combinations (findings)
                                   : gf_findings_get_traits (findings), &clearest);
  double expected = gf_luck_get_expected (self, GF_VERDICT_WEAK, several);
  g_autofree char *shown = gf_words_dup_number (n);
  g_autofree char *chance = gf_words_dup_number (round (expected));

  if (n == 0)
    return NULL;

  g_autofree char *how_clear = dup_clearest_sentence (self, clearest, several);
  if (expected < 0.5)
    return g_steal_pointer (&how_clear);

  g_autofree char *how_many =
      /* TRANSLATORS: how many appear by chance, how many are listed */
      g_strdup_printf (several ? ngettext ("By luck alone about %s combination would tell something; here %s do.",
                                           "By luck alone about %s combinations would tell something; here %s do.",
                                           (gulong) round (expected))
                               : ngettext ("By luck alone about %s trait would tell something; here %s do.",
                                           "By luck alone about %s traits would tell something; here %s do.",
                                           (gulong) round (expected)), chance, shown);

  return g_strdup_printf ("%s %s", how_many, how_clear);
}

/**
 * gf_luck_dup_finding_sentence:
 * @self: what copies showed
 * @finding: a finding
 *
 * Returns: (transfer full): the translated answer to "Could it be luck?"
 */
char *
gf_luck_dup_finding_sentence (const GfLuck *self,
                              GfFinding    *finding)
{
  g_return_val_if_fail (self != NULL && GF_IS_FINDING (finding), NULL);

  gboolean several = gf_finding_get_n_selectors (finding) > 1;
  guint n = gf_luck_count_as_clear (self, finding);
  g_autofree char *copies = gf_words_dup_number (gf_luck_get_n_copies (self));
  g_autofree char *count = gf_words_dup_number (n);

  if (gf_finding_get_verdict (finding) == GF_VERDICT_TOO_FEW)
    return g_strdup (_("There are too few customers to tell."));
  if (n == 0)
    return g_strdup_printf (several ? _("In none of %s reshuffled copies is any combination as clear as this.")
                                    : _("In none of %s reshuffled copies is any trait as clear as this."),
                            copies);

  /* TRANSLATORS: how many copies, of how many */
  return g_strdup_printf (several ? _("In %s of %s reshuffled copies some combination is as clear as this.")
                                  : _("In %s of %s reshuffled copies some trait is as clear as this."),
                          count, copies);
}
