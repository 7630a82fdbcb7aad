/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-draft.h"

#include "gf-finding-words.h"
#include "gf-proportion.h"
#include "gf-segment-selectors.h"
#include "gf-trait-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_FACTS 6
#define MAX_LEADS 3
#define MAX_MISFITS 4
#define MAX_NUMBERS 2
#define CLEAR_PEOPLE 3

/* --- statements from what was found ---------------------------------------------------------- */

static gboolean
is_clear (GfFinding *finding)
{
  GfVerdict verdict = gf_finding_get_verdict (finding);

  return verdict == GF_VERDICT_STRONG || verdict == GF_VERDICT_MODERATE;
}

/**
 * gf_evidence_new_from_finding:
 * @finding: a finding
 * @table: the customers
 * @today: the date of the link, “2026-10-14”
 *
 * Freezes a finding as evidence: its counts, its interval and the share elsewhere.
 *
 * Returns: (transfer full): the evidence
 */
GfEvidence *
gf_evidence_new_from_finding (GfFinding  *finding,
                              GfTable    *table,
                              const char *today)
{
  g_return_val_if_fail (GF_IS_FINDING (finding), NULL);

  GfEvidence *evidence = gf_evidence_new ();
  g_autofree char *text = gf_selectors_describe (gf_finding_get_selectors (finding), table);

  gf_evidence_set_kind (evidence, GF_EVIDENCE_CUSTOMERS);
  gf_evidence_set_target (evidence, text);
  gf_evidence_set_text (evidence, text);
  gf_evidence_set_count (evidence, (gint64) gf_finding_get_hits (finding));
  gf_evidence_set_of (evidence, (gint64) gf_finding_get_rows (finding));
  gf_evidence_set_low (evidence, gf_finding_get_low (finding));
  gf_evidence_set_high (evidence, gf_finding_get_high (finding));
  gf_evidence_set_against (evidence, gf_finding_get_rest_share (finding));
  gf_evidence_set_clear (evidence, is_clear (finding));
  gf_evidence_set_date (evidence, today);

  return evidence;
}

static void
take_evidence (GListStore *list,
               GfEvidence *evidence)
{
  g_list_store_append (list, evidence);
  g_object_unref (evidence);
}

static void
take_statement (GfProfile     *profile,
                GfSectionKind  kind,
                GfStatement   *statement)
{
  GfProfileSection *section = gf_profile_ensure_section (profile, kind);

  g_list_store_append (gf_profile_section_get_statements (section), statement);
  g_object_unref (statement);
}

/**
 * gf_statement_new_from_finding:
 * @finding: a finding
 * @table: the customers
 * @today: the date of the link
 *
 * Words a finding as a line of the profile: a fact (“Size: 50 to 250”) when it marks the best, a
 * reason to pass when it marks bad fits.
 *
 * Returns: (transfer full): the statement with its evidence
 */
GfStatement *
gf_statement_new_from_finding (GfFinding  *finding,
                               GfTable    *table,
                               const char *today)
{
  g_return_val_if_fail (GF_IS_FINDING (finding), NULL);

  GfStatement *statement = gf_statement_new ();
  gboolean best = gf_finding_get_against (finding) == GF_AGAINST_BEST;
  gboolean more = gf_finding_get_direction (finding) == GF_DIRECTION_MORE;
  g_autofree char *counts = gf_finding_dup_counts (finding);

  if (best && more && gf_finding_get_n_selectors (finding) == 1)
    {
      GfSelector *selector = gf_finding_get_selector (finding, 0);
      g_autofree char *value = gf_selector_dup_value_text (selector, table);

      gf_statement_set_label (statement, gf_selector_get_column (selector));
      gf_statement_set_text (statement, value);
    }
  else
    {
      g_autofree char *lead = gf_selectors_describe (gf_finding_get_selectors (finding), table);
      g_autofree char *text =
        best ? g_strdup_printf (_("%s are among the best"), counts) : g_strdup_printf (_("%s are bad fits"), counts);

      gf_statement_set_lead (statement, lead);
      gf_statement_set_text (statement, text);
    }
  take_evidence (gf_statement_get_evidence (statement),
                 gf_evidence_new_from_finding (finding, table, today));

  return statement;
}

/* --- statements from what people said -------------------------------------------------------- */

/**
 * gf_theme_kind_get_section:
 * @kind: what a theme is
 *
 * Returns: the section of the profile that it belongs to
 */
GfSectionKind
gf_theme_kind_get_section (GfThemeKind kind)
{
  switch (kind)
    {
    case GF_THEME_PAIN:
      return GF_SECTION_PAINS;
    case GF_THEME_TRIGGER:
      return GF_SECTION_TRIGGERS;
    case GF_THEME_OUTCOME:
      return GF_SECTION_GOAL;
    case GF_THEME_OBJECTION:
      return GF_SECTION_OBJECTIONS;
    case GF_THEME_CHANNEL:
      return GF_SECTION_CHANNELS;
    case GF_THEME_TOOL:
      return GF_SECTION_COMPANY;
    case GF_THEME_ROLE:
      return GF_SECTION_PEOPLE;
    case GF_THEME_MISFIT:
      return GF_SECTION_MISFIT;
    case GF_THEME_DRIVER:
    case GF_THEME_CRITERION:
    default:
      return GF_SECTION_DRIVERS;
    }
}

static GfEvidence *
evidence_from_people (GfTheme    *theme,
                      guint       count,
                      guint       of,
                      const char *today)
{
  GfEvidence *evidence = gf_evidence_new ();
  double low, high;

  gf_jeffreys_interval (count, of, 0.95, &low, &high);
  gf_evidence_set_kind (evidence, GF_EVIDENCE_INTERVIEWS);
  gf_evidence_set_target (evidence, gf_record_get_id (GF_RECORD (theme)));
  gf_evidence_set_text (evidence, gf_theme_get_name (theme));
  gf_evidence_set_count (evidence, count);
  gf_evidence_set_of (evidence, of);
  gf_evidence_set_low (evidence, low);
  gf_evidence_set_high (evidence, high);
  gf_evidence_set_clear (evidence, count >= CLEAR_PEOPLE);
  gf_evidence_set_date (evidence, today);

  return evidence;
}

/**
 * gf_statement_new_from_theme:
 * @theme: a theme
 * @interviews: (element-type GfInterview): all interviews
 * @today: the date of the link
 *
 * Words a theme as a line of the profile, with the first quote on it and the count of people: those
 * who left for what is no fit, else happy customers.
 *
 * Returns: (transfer full) (nullable): the statement; NULL when nobody of that kind spoke of it
 */
GfStatement *
gf_statement_new_from_theme (GfTheme    *theme,
                             GListModel *interviews,
                             const char *today)
{
  g_return_val_if_fail (GF_IS_THEME (theme) && G_IS_LIST_MODEL (interviews), NULL);

  gboolean misfit = gf_theme_get_kind (theme) == GF_THEME_MISFIT;
  GfInterviewKind kind = misfit ? GF_INTERVIEW_CHURNED : GF_INTERVIEW_HAPPY;
  GfThemeCount count;
  GfInterview *interview = NULL;

  gf_theme_count (theme, interviews, &count);
  guint k = misfit ? count.churned : count.happy;
  guint n = misfit ? count.n_churned : count.n_happy;

  if (k == 0)
    return NULL;

  GfStatement *statement = gf_statement_new ();
  GfQuote *quote = gf_theme_find_quote (theme, interviews, kind, &interview);
  g_autofree char *speaker = gf_interview_dup_speaker (interview);

  if (misfit)
    {
      g_autofree char *text = g_strdup_printf (_("said %u of %u who left"), k, n);

      gf_statement_set_lead (statement, gf_theme_get_name (theme));
      gf_statement_set_text (statement, text);
    }
  else
    {
      gf_statement_set_text (statement, gf_theme_get_name (theme));
    }
  if (gf_theme_get_kind (theme) == GF_THEME_TOOL)
    gf_statement_set_label (statement, _("Technology"));
  gf_statement_set_quote (statement, gf_quote_get_text (quote));
  gf_statement_set_speaker (statement, speaker);
  take_evidence (gf_statement_get_evidence (statement), evidence_from_people (theme, k, n, today));

  return statement;
}

typedef struct
{
  GfTheme *theme;
  guint people;
  guint place;
} Ranked;

static int
more_people_first (gconstpointer a,
                   gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->people != right->people)
    return left->people > right->people ? -1 : 1;

  return left->place < right->place ? -1 : 1;
}

static void
add_themes (GfProfile            *profile,
            const GfDraftSources *sources)
{
  guint n = g_list_model_get_n_items (sources->themes);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfTheme) theme = g_list_model_get_item (sources->themes, i);
      GfThemeCount count;

      gf_theme_count (theme, sources->interviews, &count);
      Ranked entry = { theme, count.happy + count.churned, i };
      g_array_append_val (ranked, entry);
    }
  g_array_sort (ranked, more_people_first);

  for (guint i = 0; i < ranked->len; i++)
    {
      GfTheme *theme = g_array_index (ranked, Ranked, i).theme;
      GfStatement *statement =
        gf_statement_new_from_theme (theme, sources->interviews, sources->today);

      if (statement != NULL)
        take_statement (profile, gf_theme_kind_get_section (gf_theme_get_kind (theme)), statement);
    }
}

static void
add_voice (GfProfile   *profile,
           GfInterview *interview,
           GfVoice      voice,
           const char  *today)
{
  GListModel *quotes = G_LIST_MODEL (gf_interview_get_quotes (interview));
  guint n = g_list_model_get_n_items (quotes);

  if (n == 0)
    return;

  /* The last: the first ones stand with the pains already. */
  g_autoptr (GfQuote) quote = g_list_model_get_item (quotes, n - 1);
  g_autofree char *speaker = gf_interview_dup_speaker (interview);
  GfStatement *statement = gf_statement_new ();
  GfEvidence *evidence = gf_evidence_new ();

  gf_evidence_set_kind (evidence, GF_EVIDENCE_INTERVIEWS);
  gf_evidence_set_target (evidence, gf_record_get_id (GF_RECORD (interview)));
  gf_evidence_set_text (evidence, gf_quote_get_text (quote));
  gf_evidence_set_date (evidence, today);

  gf_statement_set_quote (statement, gf_quote_get_text (quote));
  gf_statement_set_speaker (statement, speaker);
  gf_statement_set_voice (statement, voice);
  take_evidence (gf_statement_get_evidence (statement), evidence);
  take_statement (profile, GF_SECTION_VOICE, statement);
}

static void
add_voices (GfProfile            *profile,
            const GfDraftSources *sources)
{
  guint happy = 0;
  guint churned = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (sources->interviews); i++)
      {
        g_autoptr (GfInterview) interview = g_list_model_get_item (sources->interviews, i);
        GfInterviewKind kind = gf_interview_get_kind (interview);

        if (pass == 0 && kind == GF_INTERVIEW_HAPPY && happy++ < 2)
          add_voice (profile, interview, GF_VOICE_HAPPY, sources->today);
        if (pass == 1 && kind == GF_INTERVIEW_CHURNED && churned++ < 1)
          add_voice (profile, interview, GF_VOICE_CHURNED, sources->today);
      }
}

/* Whom we spoke to among the happy: who does the work on their side. */
static void
add_people (GfProfile            *profile,
            const GfDraftSources *sources)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  guint happy = gf_interviews_count (sources->interviews, GF_INTERVIEW_HAPPY);

  for (guint i = 0; i < g_list_model_get_n_items (sources->interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (sources->interviews, i);
      const char *role = gf_interview_get_role (interview);

      if (gf_interview_get_kind (interview) != GF_INTERVIEW_HAPPY || *role == '\0')
        continue;

      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, role));
      if (count == 0)
        {
          char *key = g_strdup (role);

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (1));
          g_ptr_array_add (roles, key);
        }
      else
        {
          g_hash_table_insert (counts, g_strdup (role), GUINT_TO_POINTER (count + 1));
        }
    }

  for (guint i = 0; i < roles->len; i++)
    {
      const char *role = g_ptr_array_index (roles, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, role));
      GfStatement *statement = gf_statement_new ();
      GfEvidence *evidence = gf_evidence_new ();
      g_autofree char *text = g_strdup_printf (_("spoke for %u of %u happy customers"), count, happy);

      gf_statement_set_lead (statement, role);
      gf_statement_set_text (statement, text);
      gf_evidence_set_kind (evidence, GF_EVIDENCE_INTERVIEWS);
      gf_evidence_set_text (evidence, role);
      gf_evidence_set_count (evidence, count);
      gf_evidence_set_of (evidence, happy);
      gf_evidence_set_clear (evidence, count >= CLEAR_PEOPLE);
      gf_evidence_set_date (evidence, sources->today);
      take_evidence (gf_statement_get_evidence (statement), evidence);
      take_statement (profile, GF_SECTION_PEOPLE, statement);
    }
}

/* --- the draft -------------------------------------------------------------------------------- */

static gboolean
is_condition_of (GPtrArray  *selectors,
                 const char *column)
{
  for (guint i = 0; i < selectors->len; i++)
    if (g_str_equal (gf_selector_get_column (g_ptr_array_index (selectors, i)), column))
      return TRUE;

  return FALSE;
}

static GfFinding *
find_trait (GfFindings *findings,
            GfSelector *selector)
{
  for (guint i = 0; findings != NULL && i < gf_findings_get_n_traits (findings); i++)
    {
      GfFinding *finding = gf_findings_get_trait (findings, i);

      if (gf_selector_equal (gf_finding_get_selector (finding, 0), selector))
        return finding;
    }

  return NULL;
}

static gboolean
is_clear_side (GfFindings *findings,
               GfFinding  *finding)
{
  GfFinding *same = find_trait (findings, gf_finding_get_selector (finding, 0));

  return same != NULL && is_clear (same) && gf_finding_get_direction (same) == GF_DIRECTION_MORE;
}

/* What marks the best and the bad fits alike tells neither from the other. */
static gboolean
marks_both (const GfDraftSources *sources,
            GfFinding            *finding)
{
  return is_clear_side (sources->best, finding) && is_clear_side (sources->bad, finding);
}

/* A condition of the segment is a choice; what was found about it is its evidence. */
static void
add_condition (GfProfile            *profile,
               const GfDraftSources *sources,
               GfSelector           *selector)
{
  GfFinding *finding = find_trait (sources->best, selector);
  GfStatement *statement;

  if (finding != NULL && gf_finding_get_direction (finding) == GF_DIRECTION_MORE)
    {
      statement = gf_statement_new_from_finding (finding, sources->table, sources->today);
    }
  else
    {
      g_autofree char *value = gf_selector_dup_value_text (selector, sources->table);

      statement = gf_statement_new ();
      gf_statement_set_label (statement, gf_selector_get_column (selector));
      gf_statement_set_text (statement, value);
    }
  take_statement (profile, GF_SECTION_COMPANY, statement);
}

/* Where nothing is clear, what comes nearest is said as what it is, so that there is something to ask about. */
static void
add_leads (GfProfile            *profile,
           const GfDraftSources *sources)
{
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; sources->best != NULL && i < gf_findings_get_n_traits (sources->best) &&
                    g_hash_table_size (columns) < MAX_LEADS; i++)
    {
      GfFinding *finding = gf_findings_get_trait (sources->best, i);
      const char *column = gf_selector_get_column (gf_finding_get_selector (finding, 0));
      g_autofree char *counts = gf_finding_dup_counts (finding);

      if (gf_finding_get_direction (finding) != GF_DIRECTION_MORE || gf_finding_get_hits (finding) < 2 ||
          gf_finding_get_share (finding) <= gf_finding_get_base_rate (finding) ||
          !g_hash_table_add (columns, (gpointer) column))
        continue;

      GfStatement *statement = gf_statement_new_from_finding (finding, sources->table, sources->today);
      /* Translators: what may mark the best, and a count: “Retail? 5 of 17 are among the best, not clearly more” */
      g_autofree char *text = g_strdup_printf (_("%s? %s are among the best, not clearly more"),
                                               gf_statement_get_text (statement), counts);

      gf_statement_set_text (statement, text);
      take_statement (profile, GF_SECTION_COMPANY, statement);
    }
}

static void
add_company (GfProfile            *profile,
             const GfDraftSources *sources,
             GPtrArray            *selectors)
{
  guint n = 0;

  for (guint i = 0; i < selectors->len; i++, n++)
    add_condition (profile, sources, g_ptr_array_index (selectors, i));

  for (guint i = 0; sources->best != NULL && i < gf_findings_get_n_traits (sources->best); i++)
    {
      GfFinding *finding = gf_findings_get_trait (sources->best, i);
      const char *column = gf_selector_get_column (gf_finding_get_selector (finding, 0));

      if (n >= MAX_FACTS)
        break;
      if (!is_clear (finding) || gf_finding_get_direction (finding) != GF_DIRECTION_MORE ||
          is_condition_of (selectors, column) || marks_both (sources, finding))
        continue;
      take_statement (profile, GF_SECTION_COMPANY,
                      gf_statement_new_from_finding (finding, sources->table, sources->today));
      n++;
    }

  if (n == 0)
    add_leads (profile, sources);
}

/* What the segment asks for cannot tell a bad fit. */
static gboolean
is_asked_for (GPtrArray *selectors,
              GfFinding *finding)
{
  for (guint i = 0; i < selectors->len; i++)
    if (gf_selector_equal (g_ptr_array_index (selectors, i), gf_finding_get_selector (finding, 0)))
      return TRUE;

  return FALSE;
}

static void
add_misfits (GfProfile            *profile,
             const GfDraftSources *sources,
             GPtrArray            *selectors)
{
  GfFindings *both[] = { sources->bad, sources->best };
  const GfDirection direction[] = { GF_DIRECTION_MORE, GF_DIRECTION_LESS };
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint side = 0; side < G_N_ELEMENTS (both); side++)
    for (guint i = 0; both[side] != NULL && i < gf_findings_get_n_traits (both[side]); i++)
      {
        GfFinding *finding = gf_findings_get_trait (both[side], i);
        gboolean told = FALSE;

        if (said->len >= MAX_MISFITS)
          return;
        if (!is_clear (finding) || gf_finding_get_direction (finding) != direction[side] ||
            is_asked_for (selectors, finding) || marks_both (sources, finding))
          continue;
        for (guint j = 0; j < said->len && !told; j++)
          told = gf_finding_same_traits (finding, g_ptr_array_index (said, j));
        if (told)
          continue;

        take_statement (profile, GF_SECTION_MISFIT,
                        gf_statement_new_from_finding (finding, sources->table, sources->today));
        g_ptr_array_add (said, finding);
      }
}

/* The findings as the page tells them: how many of the best share a trait, against the others. */
static void
add_numbers (GfProfile            *profile,
             const GfDraftSources *sources)
{
  guint n = 0;

  for (guint i = 0; sources->best != NULL && i < gf_findings_get_n_traits (sources->best); i++)
    {
      GfFinding *finding = gf_findings_get_trait (sources->best, i);
      const GfCounts *counts = gf_finding_get_counts (finding);
      double low, high;

      if (n == MAX_NUMBERS)
        break;
      if (!is_clear (finding) || gf_finding_get_direction (finding) != GF_DIRECTION_MORE)
        continue;

      GfStatement *statement = gf_statement_new ();
      GfEvidence *evidence = gf_evidence_new_from_finding (finding, sources->table, sources->today);

      gf_finding_get_coverage_interval (finding, &low, &high);
      gf_evidence_set_count (evidence, (gint64) counts->hits);
      gf_evidence_set_of (evidence, (gint64) counts->all_hits);
      gf_evidence_set_low (evidence, low);
      gf_evidence_set_high (evidence, high);
      gf_evidence_set_against (evidence, gf_finding_get_rest_coverage (finding));
      gf_statement_set_label (statement, gf_evidence_get_text (evidence));
      take_evidence (gf_statement_get_evidence (statement), evidence);
      take_statement (profile, GF_SECTION_NUMBERS, statement);
      n++;
    }
}

static char *
word_sentence (const GfDraftSources *sources,
               GPtrArray            *selectors,
               GfProfile            *profile)
{
  GfProfileSection *pains = gf_profile_find_section (profile, GF_SECTION_PAINS);
  g_autofree char *who = NULL;

  if (*gf_segment_get_description (sources->segment) != '\0')
    return g_strdup (gf_segment_get_description (sources->segment));
  if (selectors->len == 0)
    return g_strdup ("");

  who = gf_selectors_dup_phrase (selectors, sources->table);
  if (pains != NULL)
    {
      g_autoptr (GfStatement) first =
        g_list_model_get_item (G_LIST_MODEL (gf_profile_section_get_statements (pains)), 0);

      /* Translators: “Customers with Department Marketing and 50 to 250 employees. What hurts most: …” */
      return g_strdup_printf (_("Customers with %s. What hurts most: %s."), who,
                              gf_statement_get_text (first));
    }

  return g_strdup_printf (_("Customers with %s."), who);
}

static const char *
word_status (GfSegmentStanding standing)
{
  switch (standing)
    {
    case GF_SEGMENT_PRIMARY:
      return _("Primary profile");
    case GF_SEGMENT_SECONDARY:
      return _("Secondary profile");
    case GF_SEGMENT_OPEN:
    default:
      return _("Draft");
    }
}

static void
date_profile (GfProfile  *profile,
              const char *today)
{
  gf_profile_set_date (profile, today);

  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = g_strdup_printf ("%sT12:00:00Z", today);

  date = g_date_time_new_from_iso8601 (text, NULL);
  if (date == NULL)
    return;

  g_autoptr (GDateTime) next = g_date_time_add_months (date, 3);
  g_autofree char *review = g_date_time_format (next, "%Y-%m-%d");
  gf_profile_set_next_review (profile, review);
}

/**
 * gf_profile_draft:
 * @sources: what is known
 *
 * Drafts a profile of a segment: each line is something that was found or said, with its evidence,
 * and nothing is made up. What nobody knows yet is left for the person to write.
 *
 * Returns: (transfer full): the draft, in no list yet
 */
GfProfile *
gf_profile_draft (const GfDraftSources *sources)
{
  g_return_val_if_fail (sources != NULL && GF_IS_SEGMENT (sources->segment), NULL);

  GfProfile *profile = gf_profile_new ();
  g_autoptr (GPtrArray) selectors = gf_segment_dup_selectors (sources->segment);

  gf_profile_set_name (profile, gf_segment_get_name (sources->segment));
  gf_profile_set_segment (profile, gf_record_get_id (GF_RECORD (sources->segment)));
  gf_profile_set_owner (profile, sources->owner);
  gf_profile_set_status (profile, word_status (gf_segment_get_standing (sources->segment)));
  date_profile (profile, sources->today);

  add_company (profile, sources, selectors);
  add_misfits (profile, sources, selectors);
  add_numbers (profile, sources);
  if (sources->interviews != NULL)
    {
      add_people (profile, sources);
      if (sources->themes != NULL)
        add_themes (profile, sources);
      add_voices (profile, sources);
    }

  g_autofree char *sentence = word_sentence (sources, selectors, profile);
  gf_profile_set_sentence (profile, sentence);

  return profile;
}
