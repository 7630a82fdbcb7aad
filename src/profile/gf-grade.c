/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-grade.h"

#include <glib/gi18n-lib.h>

GF_DEFINE_ENUM (GfGrade, gf_grade,
                { GF_GRADE_FIRM, "GF_GRADE_FIRM", "firm" },
                { GF_GRADE_FAIR, "GF_GRADE_FAIR", "fair" },
                { GF_GRADE_THIN, "GF_GRADE_THIN", "thin" },
                { GF_GRADE_ASSUMPTION, "GF_GRADE_ASSUMPTION", "assumption" })

/**
 * gf_statement_get_grade:
 * @statement: a line of a profile
 *
 * Grades a statement by its evidence: A when two kinds of clear evidence agree, B with one kind that
 * is clear, C when all of it is a hint, D without any. A note of our own supports a statement that
 * has nothing else, such as our terms, but agrees with nobody.
 *
 * Returns: the grade
 */
GfGrade
gf_statement_get_grade (GfStatement *statement)
{
  g_return_val_if_fail (GF_IS_STATEMENT (statement), GF_GRADE_ASSUMPTION);

  GListModel *evidence = G_LIST_MODEL (gf_statement_get_evidence (statement));
  guint n = g_list_model_get_n_items (evidence);
  guint kinds = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfEvidence) item = g_list_model_get_item (evidence, i);

      if (gf_evidence_get_clear (item))
        kinds |= 1u << gf_evidence_get_kind (item);
    }

  if (n == 0)
    return GF_GRADE_ASSUMPTION;

  guint others = kinds & ~(1u << GF_EVIDENCE_OWN);
  if (others != 0)
    kinds = others;

  switch (__builtin_popcount (kinds))
    {
    case 0:
      return GF_GRADE_THIN;
    case 1:
      return GF_GRADE_FAIR;
    default:
      return GF_GRADE_FIRM;
    }
}

/**
 * gf_grade_get_letter:
 * @grade: a grade
 *
 * Returns: its letter, A to D
 */
char
gf_grade_get_letter (GfGrade grade)
{
  return (char) ('A' + (int) grade);
}

/**
 * gf_grade_get_words:
 * @grade: a grade
 *
 * Returns: (transfer none): what it says, translated: “well supported”
 */
const char *
gf_grade_get_words (GfGrade grade)
{
  switch (grade)
    {
    case GF_GRADE_FIRM:
      return _("well supported");
    case GF_GRADE_FAIR:
      return _("supported by one kind of evidence");
    case GF_GRADE_THIN:
      return _("only a hint supports it");
    case GF_GRADE_ASSUMPTION:
    default:
      return _("an assumption, no evidence yet");
    }
}

/**
 * gf_section_kind_get_title:
 * @kind: a kind of section
 *
 * Returns: (transfer none): its heading, translated
 */
const char *
gf_section_kind_get_title (GfSectionKind kind)
{
  switch (kind)
    {
    case GF_SECTION_COMPANY:
      return _("Company");
    case GF_SECTION_PEOPLE:
      return _("People and roles");
    case GF_SECTION_BUYING:
      return _("Buying process and budget");
    case GF_SECTION_CHANNELS:
      return _("Channels and message");
    case GF_SECTION_MISFIT:
      return _("Who is not a fit");
    case GF_SECTION_PAINS:
      return _("Pains, ranked, in their words");
    case GF_SECTION_TRIGGERS:
      return _("Triggers");
    case GF_SECTION_GOAL:
      return _("Goal and key value metric");
    case GF_SECTION_DRIVERS:
      return _("Decision drivers");
    case GF_SECTION_OBJECTIONS:
      return _("Objections");
    case GF_SECTION_VOICE:
      return _("In their words");
    case GF_SECTION_NUMBERS:
    default:
      return _("Numbers");
    }
}

/**
 * gf_profile_find_section:
 * @profile: a profile
 * @kind: a kind of section
 *
 * Returns: (transfer none) (nullable): the section of that kind
 */
GfProfileSection *
gf_profile_find_section (GfProfile     *profile,
                         GfSectionKind  kind)
{
  g_return_val_if_fail (GF_IS_PROFILE (profile), NULL);

  GListModel *sections = G_LIST_MODEL (gf_profile_get_sections (profile));

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (GfProfileSection) section = g_list_model_get_item (sections, i);

      if (gf_profile_section_get_kind (section) == kind)
        return section;   /* the profile keeps it */
    }

  return NULL;
}

/**
 * gf_profile_ensure_section:
 * @profile: a profile
 * @kind: a kind of section
 *
 * Finds the section of a kind, or adds it where it belongs in the order of the kinds.
 *
 * Returns: (transfer none): the section
 */
GfProfileSection *
gf_profile_ensure_section (GfProfile     *profile,
                           GfSectionKind  kind)
{
  GfProfileSection *found = gf_profile_find_section (profile, kind);

  if (found != NULL)
    return found;

  GListStore *sections = gf_profile_get_sections (profile);
  g_autoptr (GfProfileSection) section = gf_profile_section_new ();
  guint position = 0;

  gf_profile_section_set_kind (section, kind);
  for (; position < g_list_model_get_n_items (G_LIST_MODEL (sections)); position++)
    {
      g_autoptr (GfProfileSection) other =
        g_list_model_get_item (G_LIST_MODEL (sections), position);

      if (gf_profile_section_get_kind (other) > kind)
        break;
    }
  g_list_store_insert (sections, position, section);

  return section;   /* the profile keeps it */
}

static gboolean
has_statement (GfProfile     *profile,
               GfSectionKind  kind)
{
  GfProfileSection *section = gf_profile_find_section (profile, kind);

  return section != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (gf_profile_section_get_statements (section))) > 0;
}

/**
 * gf_profile_lint:
 * @profile: a profile
 * @lint: (out caller-allocates): what to look at
 *
 * Looks a profile over: how many of its lines rest on nothing, and what a good one has and this lacks.
 */
void
gf_profile_lint (GfProfile     *profile,
                 GfProfileLint *lint)
{
  g_return_if_fail (GF_IS_PROFILE (profile) && lint != NULL);

  GListModel *sections = G_LIST_MODEL (gf_profile_get_sections (profile));

  *lint = (GfProfileLint) { .lacks_churned_voice = TRUE };
  lint->lacks_misfit = !has_statement (profile, GF_SECTION_MISFIT);
  lint->lacks_pain = !has_statement (profile, GF_SECTION_PAINS);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (GfProfileSection) section = g_list_model_get_item (sections, i);
      GListModel *statements = G_LIST_MODEL (gf_profile_section_get_statements (section));

      for (guint j = 0; j < g_list_model_get_n_items (statements); j++)
        {
          g_autoptr (GfStatement) statement = g_list_model_get_item (statements, j);

          lint->n_statements++;
          if (gf_statement_get_grade (statement) == GF_GRADE_ASSUMPTION)
            lint->n_assumptions++;
          if (gf_statement_get_voice (statement) == GF_VOICE_CHURNED)
            lint->lacks_churned_voice = FALSE;
        }
    }
}

/**
 * gf_profile_lint_dup_words:
 * @lint: what gf_profile_lint() found
 *
 * Returns: (transfer full) (nullable): one sentence about what matters most; NULL when all is well
 */
char *
gf_profile_lint_dup_words (const GfProfileLint *lint)
{
  g_return_val_if_fail (lint != NULL, NULL);

  g_autofree char *assumptions =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line is an assumption",
                                  "%u lines are assumptions", lint->n_assumptions),
                     lint->n_assumptions);

  if (lint->n_assumptions > 0 && lint->lacks_misfit)
    /* Translators: %s is “2 lines are assumptions”. */
    return g_strdup_printf (_("%s, and nothing says who is not a fit"), assumptions);
  if (lint->lacks_misfit)
    return g_strdup (_("Nothing says who is not a fit"));
  if (lint->lacks_pain)
    return g_strdup (_("Nothing says what hurts them"));
  if (lint->n_assumptions > 0)
    return g_steal_pointer (&assumptions);
  if (lint->lacks_churned_voice)
    return g_strdup (_("Nobody who left is heard"));

  return NULL;
}
