/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-research-words.h"

#include "gf-date.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *plural;
  const char *person;
} interview_kinds[] = {
  /* Translators: kinds of interviews: the kind of one, the title over several, the person asked */
  [GF_INTERVIEW_HAPPY] = { N_("Happy"), N_("Happy"), N_("Happy customer") },
  [GF_INTERVIEW_CHURNED] = { N_("Churned"), N_("Churned"), N_("Churned customer") },
  [GF_INTERVIEW_LOST] = { N_("Lost deal"), N_("Lost Deals"), N_("Chose something else") },
  [GF_INTERVIEW_PROSPECT] = { N_("Prospect"), N_("Prospects"), N_("Not a customer yet") },
};

static const struct
{
  const char *label;
  const char *meaning;
} theme_kinds[] = {
  [GF_THEME_PAIN] = { N_("Pain"), N_("What hurts today") },
  [GF_THEME_TRIGGER] = { N_("Trigger"), N_("What made them look") },
  [GF_THEME_OUTCOME] = { N_("Outcome"), N_("What got better, or should") },
  [GF_THEME_OBJECTION] = { N_("Objection"), N_("What spoke against it") },
  [GF_THEME_DRIVER] = { N_("Driver"), N_("What decided") },
  [GF_THEME_CRITERION] = { N_("Criterion"), N_("How success is judged") },
  [GF_THEME_CHANNEL] = { N_("Channel"), N_("Where they learn and look") },
  [GF_THEME_TOOL] = { N_("Tool"), N_("What they use beside it") },
  [GF_THEME_ROLE] = { N_("Role"), N_("Who takes part") },
  [GF_THEME_MISFIT] = { N_("Misfit"), N_("Why it was not for them") },
};

static const char * const effects[] = {
  [GF_MARKET_NEW] = N_("New"),
  [GF_MARKET_CONFIRMS] = N_("Confirms"),
  [GF_MARKET_CONTRADICTS] = N_("Contradicts"),
};

static const char * const price_levels[] = {
  /* Translators: how dear a competitor is */
  N_("Unknown"), N_("Free"), N_("Low"), N_("Medium"), N_("High"), N_("Very high"),
};

/**
 * gf_interview_kind_get_label:
 * @kind: a kind of interview
 *
 * Returns: (transfer none): what one is called: "Lost deal"
 */
const char *
gf_interview_kind_get_label (GfInterviewKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (interview_kinds), NULL);

  return _(interview_kinds[kind].label);
}

/**
 * gf_interview_kind_get_plural:
 * @kind: a kind of interview
 *
 * Returns: (transfer none): the title above several: "Lost Deals"
 */
const char *
gf_interview_kind_get_plural (GfInterviewKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (interview_kinds), NULL);

  return _(interview_kinds[kind].plural);
}

/**
 * gf_interview_kind_get_person:
 * @kind: a kind of interview
 *
 * Returns: (transfer none): what the person who answered is: "Happy customer"
 */
const char *
gf_interview_kind_get_person (GfInterviewKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (interview_kinds), NULL);

  return _(interview_kinds[kind].person);
}

/**
 * gf_theme_kind_get_label:
 * @kind: a kind of theme
 *
 * Returns: (transfer none): its name, one word: "Pain"
 */
const char *
gf_theme_kind_get_label (GfThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (theme_kinds), NULL);

  return _(theme_kinds[kind].label);
}

/**
 * gf_theme_kind_get_meaning:
 * @kind: a kind of theme
 *
 * Returns: (transfer none): what belongs to it: "What hurts today"
 */
const char *
gf_theme_kind_get_meaning (GfThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (theme_kinds), NULL);

  return _(theme_kinds[kind].meaning);
}

/**
 * gf_market_effect_get_label:
 * @effect: what a note does to what is known
 *
 * Returns: (transfer none): its name: "Confirms"
 */
const char *
gf_market_effect_get_label (GfMarketEffect effect)
{
  g_return_val_if_fail ((guint) effect < G_N_ELEMENTS (effects), NULL);

  return _(effects[effect]);
}

/**
 * gf_price_level_get_label:
 * @level: 0 unknown, 1 free to 5 very high
 *
 * Returns: (transfer none): the level in words
 */
const char *
gf_price_level_get_label (guint level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (price_levels), NULL);

  return _(price_levels[level]);
}

/**
 * gf_interview_dup_title:
 * @interview: an interview
 *
 * Returns: (transfer full): who was asked: "Ana Ruiz, Head of Marketing"; the company where no person is
 *   known, and never empty
 */
char *
gf_interview_dup_title (GfInterview *interview)
{
  g_return_val_if_fail (GF_IS_INTERVIEW (interview), NULL);

  const char *person = gf_interview_get_person (interview);
  const char *role = gf_interview_get_role (interview);

  if (*person != '\0' && *role != '\0')
    /* Translators: a person and what the person does: “Ana Ruiz, Head of Marketing” */
    return g_strdup_printf (_("%s, %s"), person, role);
  if (*person != '\0' || *role != '\0')
    return g_strconcat (person, role, NULL);
  if (*gf_interview_get_company (interview) != '\0')
    return g_strdup (gf_interview_get_company (interview));

  return g_strdup (_("Nameless interview"));
}

/**
 * gf_date_dup_text:
 * @iso: a date, "2026-11-12"
 * @year: whether to name the year also when it is this year
 *
 * Returns: (transfer full): the date as it is written in a sentence: "12 November"; empty for an empty date
 */
char *
gf_date_dup_text (const char *iso,
                  gboolean    year)
{
  g_return_val_if_fail (iso != NULL, NULL);

  gint32 days;

  if (!gf_days_from_iso (iso, &days))
    return g_strdup ("");

  return year ? gf_format_day (days) : gf_format_date (days);
}
