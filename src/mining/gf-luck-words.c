/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-luck.h"

#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static guint
count_telling (GListModel *list)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (list, i);

      n += gf_finding_get_verdict (finding) <= GF_VERDICT_WEAK;
    }

  return n;
}

/**
 * gf_luck_dup_list_sentence:
 * @self: what copies showed
 * @findings: what the customers as they are show
 * @several: whether to speak of combinations, else of single traits
 *
 * Says how many of a list would be there by chance alone, "About 2 of these 9 traits would appear by chance,
 * as in 200 reshuffled copies", or, where that is less than one, in how many copies there are as many.
 *
 * Returns: (transfer full) (nullable): the translated sentence; %NULL where nothing in the list tells anything
 */
char *
gf_luck_dup_list_sentence (const GfLuck *self,
                           GfFindings   *findings,
                           gboolean      several)
{
  g_return_val_if_fail (self != NULL && GF_IS_FINDINGS (findings), NULL);

  guint n = count_telling (several ? gf_findings_get_combinations (findings)
                                   : gf_findings_get_traits (findings));
  double expected = gf_luck_get_expected (self, GF_VERDICT_WEAK, several);
  g_autofree char *copies = gf_words_dup_number (gf_luck_get_n_copies (self));
  g_autofree char *shown = gf_words_dup_number (n);
  g_autofree char *chance = gf_words_dup_number (fmin (round (expected), n));

  if (n == 0)
    return NULL;
  if (expected < 0.5)
    {
      guint n_as_many = gf_luck_count_as_many (self, n, several);
      g_autofree char *as_many = gf_words_dup_number (n_as_many);

      if (n_as_many == 0)
        /* TRANSLATORS: how many copies there were */
        return g_strdup_printf (several ? _("In none of %s copies with the customers reshuffled do as many "
                                            "combinations tell something.")
                                        : _("In none of %s copies with the customers reshuffled do as many "
                                            "traits tell something."), copies);

      /* TRANSLATORS: in how many copies, of how many */
      return g_strdup_printf (several ? _("In %s of %s copies with the customers reshuffled as many combinations "
                                          "tell something.")
                                      : _("In %s of %s copies with the customers reshuffled as many traits tell "
                                          "something."), as_many, copies);
    }

  /* TRANSLATORS: how many appear by chance, how many are listed, how many copies there were */
  return g_strdup_printf (several ? _("About %s of the %s combinations that tell something would appear by "
                                      "chance: so many do in %s copies with the customers reshuffled.")
                                  : _("About %s of the %s traits that tell something would appear by chance: "
                                      "so many do in %s copies with the customers reshuffled."),
                          chance, shown, copies);
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
