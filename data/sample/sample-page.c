/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-draft.h"
#include "gf-project-report.h"
#include "sample.h"

#include <string.h>

/* What a line of the page rests on, several of them apart by spaces:
 *
 *   industry, people ...   a trait of the customers, see traits[]
 *   hours, new-head ...    a theme of the interviews
 *   talked                 what was said in them, uncounted
 *   deals, market, own     other sources
 */
typedef struct
{
  GfSectionKind section;
  const char *label;
  const char *lead;
  const char *text;
  const char *sources;
} Line;

static const Line lines[] = {
  { GF_SECTION_COMPANY, "Industry", NULL, "B2B software, IT services", "industry" },
  { GF_SECTION_COMPANY, "Business model", NULL, "Subscription, own sales team", "model" },
  { GF_SECTION_COMPANY, "Employees", "50 to 250", ", of them 4 to 12 in marketing", "people marketing" },
  { GF_SECTION_COMPANY, "Stage", NULL, "Series A to C, or profitable and growing", "stage" },
  { GF_SECTION_COMPANY, "Revenue", NULL, "€5 to 40 million a year", NULL },
  { GF_SECTION_COMPANY, "Technology", NULL,
    "Cloud CRM, web analytics, two or more ad platforms; no data warehouse", "stack tools" },

  { GF_SECTION_PEOPLE, NULL, "Head of Marketing", "champions and uses it; wants figures that survive questions",
    "disagree" },
  { GF_SECTION_PEOPLE, NULL, "Marketing Operations", "sets it up; wants stable links", "sets-up" },
  { GF_SECTION_PEOPLE, NULL, "CMO or VP Marketing", "signs; wants one picture", "signs" },
  { GF_SECTION_PEOPLE, NULL, "Finance", "checks payback above €10,000", "deals" },
  { GF_SECTION_PEOPLE, NULL, "IT security", "can block; asks where data lies", "deals" },

  { GF_SECTION_BUYING, NULL, NULL,
    "A peer’s tip or a search, a 14-day trial with their own data, a finance check, a signature: **34 days** at "
    "the median.", "deals" },
  { GF_SECTION_BUYING, NULL, NULL, "Marketing pays, €6,000 to 18,000 a year.", "deals" },
  { GF_SECTION_BUYING, NULL, NULL, "No tender below €25,000.", NULL },

  { GF_SECTION_CHANNELS, NULL, NULL,
    "Communities of marketing leaders, referrals, agency partners, search for “automate marketing report”.",
    "peers" },
  { GF_SECTION_CHANNELS, NULL, NULL, "*The monthly report, done before your coffee is cold.*", NULL },

  { GF_SECTION_MISFIT, NULL, "Data-science teams", "that model: we are too simple for statistics, said 3 of 3 churned",
    "science simple" },
  { GF_SECTION_MISFIT, NULL, "Under 20 people:", "a spreadsheet will do", "small" },
  { GF_SECTION_MISFIT, NULL, "Over 1,000 people", "with BI set by group IT", "market" },
  { GF_SECTION_MISFIT, NULL, "On-premises only:", "we cannot serve it", "own" },

  { GF_SECTION_TRIGGERS, NULL, NULL, "A new head of marketing, in the first 90 days", "new-head" },
  { GF_SECTION_TRIGGERS, NULL, NULL, "A funding round: the board wants monthly figures", "round" },
  { GF_SECTION_TRIGGERS, NULL, NULL, "A third paid channel is added", NULL },

  { GF_SECTION_GOAL, NULL, NULL,
    "The leadership report goes out on the first of the month, with the same figures for everyone.", "same-page" },
  { GF_SECTION_GOAL, NULL, NULL, "We measure **time saved per report:**", "minutes" },

  { GF_SECTION_DRIVERS, NULL, NULL, "First report with their own data within a day", "own-data" },
  { GF_SECTION_DRIVERS, NULL, NULL, "Their own branding, export to slides", "branding" },

  { GF_SECTION_OBJECTIONS, NULL, NULL, "“Not another BI project.” Live in a day, from templates", "not-bi" },
  { GF_SECTION_OBJECTIONS, NULL, NULL, "“Spreadsheets are free.” 14 hours a month are not", "free" },
  { GF_SECTION_OBJECTIONS, NULL, NULL, "“Where does our data lie?” In the EU, audited", "where own" },
};

/* The pains as the interviews rank them, each with the words that say it best. */
static const struct
{
  const char *theme;
  const char *text;
} pains[] = {
  { "hours", "Hours lost to manual reports" },
  { "disagree", "Figures that disagree" },
  { "late", "Late answers" },
};

static const struct
{
  const char *interview;
  const char *words;
} voices[] = {
  { "interview-talweg", "My Friday report takes eleven minutes now, and it looks like us." },
  { "interview-oakhollow", "The board stopped asking where the numbers come from." },
  { "interview-jarrowgate", "Lovely charts. We needed confidence intervals, not colours." },
};

/* --- evidence -------------------------------------------------------------------------------- */

static const struct
{
  const char *word;
  const char *column;
  const char *level;   /* NULL for a range */
  double from;
  double to;
} traits[] = {
  { "industry", "Industry", "Software and IT services", 0, 0 },
  { "model", "Business model", "Subscription", 0, 0 },
  { "people", "Number of Employees", NULL, 50, 250 },
  { "marketing", "Department", "Marketing", 0, 0 },
  { "stage", "Funding stage", "Series A to C", 0, 0 },
  { "stack", "Marketing stack", "Cloud CRM, two or more ad tools", 0, 0 },
  { "science", "Department", "Data Science", 0, 0 },
  { "small", "Number of Employees", NULL, 0, 20 },
};

static const struct
{
  const char *word;
  GfEvidenceKind kind;
  const char *text;
} others[] = {
  { "deals", GF_EVIDENCE_DEALS, "Deals closed April to September 2026, n = 68." },
  { "market", GF_EVIDENCE_MARKET, "Three competitors, price pages, 41 reviews." },
  { "own", GF_EVIDENCE_OWN, "Our own terms and audit report, 2024." },
};

static GfSelector *
new_selector (gsize trait)
{
  return traits[trait].level != NULL
           ? gf_selector_new_is (traits[trait].column, traits[trait].level)
           : gf_selector_new_range (traits[trait].column, traits[trait].from, traits[trait].to);
}

/* As it was found; a trait that nothing was found about is counted. */
static GfFinding *
find_or_count (GfProject              *project,
               const GfProjectResults *results,
               GfSelector             *selector)
{
  GfFindings *findings = results->best;

  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    if (gf_selector_equal (gf_finding_get_selector (gf_findings_get_trait (findings, i), 0), selector))
      return g_object_ref (gf_findings_get_trait (findings, i));

  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  g_ptr_array_add (selectors, gf_selector_ref (selector));

  return gf_finding_evaluate (selectors, gf_project_get_table (project), gf_ranking_get_best (results->ranking),
                              gf_ranking_get_compared (results->ranking),
                              GF_AGAINST_BEST, gf_findings_get_n_tests (findings));
}

static GfEvidence *
evidence_from_trait (GfProject              *project,
                     const GfProjectResults *results,
                     gsize                   trait)
{
  g_autoptr (GfSelector) selector = new_selector (trait);
  g_autoptr (GfFinding) finding = find_or_count (project, results, selector);

  return gf_evidence_new_from_finding (finding, gf_project_get_table (project), SAMPLE_TODAY);
}

static GfStatement *
statement_from_theme (GfProject  *project,
                      const char *id)
{
  GfTheme *theme = gf_record_list_find (G_LIST_MODEL (gf_project_get_themes (project)), id);
  GfStatement *statement = NULL;

  g_assert (theme != NULL);
  statement = gf_statement_new_from_theme (theme, G_LIST_MODEL (gf_project_get_interviews (project)), SAMPLE_TODAY);
  g_assert (statement != NULL);

  return statement;
}

static GfEvidence *
evidence_from_word (GfProject              *project,
                    const GfProjectResults *results,
                    const char             *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (traits); i++)
    if (g_str_equal (traits[i].word, word))
      return evidence_from_trait (project, results, i);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].word, word))
      {
        GfEvidence *evidence = gf_evidence_new ();

        gf_evidence_set_kind (evidence, others[i].kind);
        gf_evidence_set_text (evidence, others[i].text);
        gf_evidence_set_clear (evidence, TRUE);
        gf_evidence_set_date (evidence, SAMPLE_TODAY);
        return evidence;
      }

  g_autoptr (GfStatement) statement = statement_from_theme (project, word);

  return g_list_model_get_item (G_LIST_MODEL (gf_statement_get_evidence (statement)), 0);
}

static void
link_sources (GfProject              *project,
              const GfProjectResults *results,
              GListStore             *list,
              const char             *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GfEvidence) evidence = evidence_from_word (project, results, parts[i]);

      g_list_store_append (list, evidence);
    }
}

/* --- the page -------------------------------------------------------------------------------- */

static void
append (GfProfile     *profile,
        GfSectionKind  kind,
        GfStatement   *statement)
{
  g_list_store_append (gf_profile_section_get_statements (gf_profile_ensure_section (profile, kind)), statement);
}

static void
write_line (GfProject              *project,
            const GfProjectResults *results,
            GfProfile              *profile,
            const Line             *line)
{
  g_autoptr (GfStatement) statement = gf_statement_new ();

  gf_statement_set_label (statement, line->label);
  gf_statement_set_lead (statement, line->lead);
  gf_statement_set_text (statement, line->text);
  append (profile, line->section, statement);
  if (line->sources != NULL)
    link_sources (project, results, gf_statement_get_evidence (statement), line->sources);
}

static void
write_pains (GfProject *project,
             GfProfile *profile)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pains); i++)
    {
      g_autoptr (GfStatement) statement = statement_from_theme (project, pains[i].theme);

      gf_statement_set_text (statement, pains[i].text);
      append (profile, GF_SECTION_PAINS, statement);
    }
}

static void
write_voices (GfProject *project,
              GfProfile *profile)
{
  for (gsize i = 0; i < G_N_ELEMENTS (voices); i++)
    {
      GfInterview *interview = gf_record_list_find (G_LIST_MODEL (gf_project_get_interviews (project)),
                                                    voices[i].interview);
      gboolean happy = gf_interview_get_kind (interview) == GF_INTERVIEW_HAPPY;
      g_autofree char *speaker = gf_interview_dup_speaker (interview);
      g_autoptr (GfStatement) statement = gf_statement_new ();
      g_autoptr (GfEvidence) evidence = gf_evidence_new ();

      gf_evidence_set_kind (evidence, GF_EVIDENCE_INTERVIEWS);
      gf_evidence_set_target (evidence, voices[i].interview);
      gf_evidence_set_text (evidence, voices[i].words);
      gf_evidence_set_date (evidence, SAMPLE_TODAY);
      gf_statement_set_quote (statement, voices[i].words);
      gf_statement_set_speaker (statement, speaker);
      gf_statement_set_voice (statement, happy ? GF_VOICE_HAPPY : GF_VOICE_CHURNED);
      append (profile, GF_SECTION_VOICE, statement);
      g_list_store_append (gf_statement_get_evidence (statement), evidence);
    }
}

/* How many of the best have a trait, against the others. */
static void
write_number (GfProject              *project,
              const GfProjectResults *results,
              GfProfile              *profile,
              const char             *word,
              const char             *label,
              const char             *text)
{
  g_autoptr (GfStatement) statement = gf_statement_new ();
  gsize trait = 0;

  while (!g_str_equal (traits[trait].word, word))
    trait++;

  g_autoptr (GfSelector) selector = new_selector (trait);
  g_autoptr (GfFinding) finding = find_or_count (project, results, selector);
  g_autoptr (GfEvidence) evidence = gf_evidence_new_from_finding (finding, gf_project_get_table (project),
                                                                  SAMPLE_TODAY);
  double low, high;

  gf_finding_get_coverage_interval (finding, &low, &high);
  gf_evidence_set_count (evidence, (gint64) gf_finding_get_counts (finding)->hits);
  gf_evidence_set_of (evidence, (gint64) gf_finding_get_counts (finding)->all_hits);
  gf_evidence_set_low (evidence, low);
  gf_evidence_set_high (evidence, high);
  gf_evidence_set_against (evidence, gf_finding_get_rest_coverage (finding));
  gf_statement_set_label (statement, label);
  gf_statement_set_text (statement, text);
  append (profile, GF_SECTION_NUMBERS, statement);
  g_list_store_append (gf_statement_get_evidence (statement), evidence);
}

static void
write_metric (GfProject              *project,
              const GfProjectResults *results,
              GfProfile              *profile)
{
  GfValueMetric *metric = gf_profile_get_metric (profile);

  gf_value_metric_set_name (metric, "time saved per report");
  gf_value_metric_set_before (metric, "6 h");
  gf_value_metric_set_after (metric, "25 min");
  gf_value_metric_set_note (metric, "before and after, median of five happy customers");
  link_sources (project, results, gf_value_metric_get_evidence (metric), "minutes");
}

/* Step 6: drafted from all that is known, then written anew line by line, each with what it rests on. */
void
sample_add_page (GfProject              *project,
                 const GfProjectResults *results)
{
  GfProfile *profile = gf_project_draft_profile (project, sample_find_segment (project, SAMPLE_TECH), results->best,
                                                 results->bad_findings, SAMPLE_TODAY);
  GListModel *sections = G_LIST_MODEL (gf_profile_get_sections (profile));

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (GfProfileSection) section = g_list_model_get_item (sections, i);

      g_list_store_remove_all (gf_profile_section_get_statements (section));
    }

  gf_record_set_id (GF_RECORD (profile), "profile-tech");
  gf_profile_set_version (profile, 3);
  gf_profile_set_next_review (profile, SAMPLE_NEXT_REVIEW);
  gf_profile_set_ask_first (profile, "Who will build the reports? If the answer is “our data scientists”, stop.");

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    write_line (project, results, profile, &lines[i]);
  write_pains (project, profile);
  write_voices (project, profile);
  write_number (project, results, profile, "marketing", "Marketing teams or agencies",
                "of the best are marketing teams or agencies");
  write_number (project, results, profile, "people", "50 to 250 employees", NULL);
  write_metric (project, results, profile);
}
