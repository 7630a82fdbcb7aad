/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-draft.h"
#include "gf-mining.h"
#include "gf-segment-selectors.h"

#include <math.h>

#define N_CUSTOMERS 60

/* Sixty customers: the first twelve of twenty in marketing are among the fifteen best, data science
 * has none of them. */
static GfTable *
make_table (GfBitset **best)
{
  const char *department[N_CUSTOMERS];

  *best = gf_bitset_new (N_CUSTOMERS);
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      department[i] = i < 20 ? "Marketing" : i < 40 ? "Sales" : "Data science";
      if (i < 12 || (i >= 20 && i < 23))
        gf_bitset_set (*best, i);
    }

  g_autoptr (GfColumn) column = gf_column_new_categories ("Department", department, N_CUSTOMERS);
  GfColumn *columns[] = { column };

  return gf_table_new (columns, 1);
}

static void
add_interview (GListStore      *interviews,
               GfInterviewKind  kind,
               const char      *role,
               GfTheme         *theme,
               const char      *words)
{
  g_autoptr (GfInterview) interview = gf_interview_new ();
  g_autoptr (GfQuote) quote = gf_quote_new ();

  gf_interview_set_kind (interview, kind);
  gf_interview_set_role (interview, role);
  gf_interview_set_person (interview, "Ana Ruiz");
  gf_quote_set_theme (quote, gf_record_get_id (GF_RECORD (theme)));
  gf_quote_set_text (quote, words);
  g_list_store_append (gf_interview_get_quotes (interview), quote);
  g_list_store_append (interviews, interview);
}

static GfTheme *
add_theme (GListStore  *themes,
           GfThemeKind  kind,
           const char  *name)
{
  g_autoptr (GfTheme) theme = gf_theme_new ();

  gf_theme_set_kind (theme, kind);
  gf_theme_set_name (theme, name);
  gf_record_set_id (GF_RECORD (theme), name);
  g_list_store_append (themes, theme);

  return theme;   /* the list keeps it */
}

static GfStatement *
statement_at (GfProfile     *profile,
              GfSectionKind  kind,
              guint          position)
{
  GfProfileSection *section = gf_profile_find_section (profile, kind);

  g_assert_nonnull (section);
  g_autoptr (GfStatement) statement =
    g_list_model_get_item (G_LIST_MODEL (gf_profile_section_get_statements (section)), position);
  g_assert_nonnull (statement);

  return statement;   /* the profile keeps it */
}

static GfEvidence *
evidence_of (GfStatement *statement)
{
  g_autoptr (GfEvidence) evidence =
    g_list_model_get_item (G_LIST_MODEL (gf_statement_get_evidence (statement)), 0);

  g_assert_nonnull (evidence);

  return evidence;
}

static GfSegment *
make_segment (void)
{
  GfSegment *segment = gf_segment_new ();
  g_autoptr (GPtrArray) selectors =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

  gf_segment_set_name (segment, "Marketing teams");
  g_ptr_array_add (selectors, gf_selector_new_is ("Department", "Marketing"));
  gf_segment_set_selectors (segment, selectors);

  return segment;
}

static void
test_draft_says_what_the_data_say (void)
{
  g_autoptr (GfBitset) best = NULL;
  g_autoptr (GfTable) table = make_table (&best);
  g_autoptr (GfSegment) segment = make_segment ();
  GfMiningOptions options = { .depth = 1, .against = GF_AGAINST_BEST };
  g_autoptr (GError) error = NULL;
  g_autoptr (GfFindings) findings = gf_mining_run (table, best, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  GfDraftSources sources = {
    .segment = segment,
    .table = table,
    .best = findings,
    .owner = "Mara",
    .today = "2026-10-14",
  };
  g_autoptr (GfProfile) profile = gf_profile_draft (&sources);

  g_assert_cmpstr (gf_profile_get_name (profile), ==, "Marketing teams");
  g_assert_cmpstr (gf_profile_get_sentence (profile), ==, "Customers with Department Marketing.");
  g_assert_cmpstr (gf_profile_get_next_review (profile), ==, "2027-01-14");

  GfStatement *fact = statement_at (profile, GF_SECTION_COMPANY, 0);
  g_assert_cmpstr (gf_statement_get_label (fact), ==, "Department");
  g_assert_cmpstr (gf_statement_get_text (fact), ==, "Marketing");
  g_assert_cmpint (gf_evidence_get_count (evidence_of (fact)), ==, 12);
  g_assert_cmpint (gf_evidence_get_of (evidence_of (fact)), ==, 20);

  /* 12 of the 15 best, Beta (12.5, 3.5): 55.6 to 94.0 %; of the 45 others 8 are in marketing. */
  GfEvidence *number = evidence_of (statement_at (profile, GF_SECTION_NUMBERS, 0));
  g_assert_cmpint (gf_evidence_get_of (number), ==, 15);
  g_assert_cmpfloat_with_epsilon (gf_evidence_get_low (number), 0.55636, 1e-5);
  g_assert_cmpfloat_with_epsilon (gf_evidence_get_high (number), 0.94023, 1e-5);
  g_assert_cmpfloat_with_epsilon (gf_evidence_get_against (number), 8.0 / 45.0, 1e-12);

  GfStatement *misfit = statement_at (profile, GF_SECTION_MISFIT, 0);
  g_assert_cmpstr (gf_statement_get_lead (misfit), ==, "Department: Data science");
  g_assert_cmpstr (gf_statement_get_text (misfit), ==, "0 of 20 are among the best");
}

static void
test_draft_counts_people (void)
{
  g_autoptr (GfSegment) segment = make_segment ();
  g_autoptr (GListStore) interviews = g_list_store_new (GF_TYPE_INTERVIEW);
  g_autoptr (GListStore) themes = g_list_store_new (GF_TYPE_THEME);
  GfTheme *late = add_theme (themes, GF_THEME_PAIN, "Late answers");
  GfTheme *hours = add_theme (themes, GF_THEME_PAIN, "Hours lost");
  GfTheme *simple = add_theme (themes, GF_THEME_MISFIT, "Too simple");
  GfTheme *unsaid = add_theme (themes, GF_THEME_TRIGGER, "Nobody said this");

  add_interview (interviews, GF_INTERVIEW_HAPPY, "CMO", hours, "Two days a month.");
  add_interview (interviews, GF_INTERVIEW_HAPPY, "CMO", hours, "All Friday.");
  add_interview (interviews, GF_INTERVIEW_HAPPY, "Analyst", late, "Too late.");
  add_interview (interviews, GF_INTERVIEW_CHURNED, "Data scientist", simple, "No models.");
  g_assert_nonnull (unsaid);

  GfDraftSources sources = {
    .segment = segment,
    .interviews = G_LIST_MODEL (interviews),
    .themes = G_LIST_MODEL (themes),
    .owner = "",
    .today = "2026-10-14",
  };
  g_autoptr (GfProfile) profile = gf_profile_draft (&sources);

  GfStatement *pain = statement_at (profile, GF_SECTION_PAINS, 0);
  g_assert_cmpstr (gf_statement_get_text (pain), ==, "Hours lost");
  g_assert_cmpstr (gf_statement_get_quote (pain), ==, "Two days a month.");
  g_assert_cmpint (gf_evidence_get_count (evidence_of (pain)), ==, 2);
  g_assert_cmpint (gf_evidence_get_of (evidence_of (pain)), ==, 3);
  g_assert_false (gf_evidence_get_clear (evidence_of (pain)));
  g_assert_cmpint (gf_statement_get_grade (pain), ==, GF_GRADE_THIN);

  g_assert_cmpstr (gf_statement_get_text (statement_at (profile, GF_SECTION_MISFIT, 0)), ==,
                   "said 1 of 1 who left");
  g_assert_cmpstr (gf_statement_get_lead (statement_at (profile, GF_SECTION_PEOPLE, 0)), ==, "CMO");
  g_assert_null (gf_profile_find_section (profile, GF_SECTION_TRIGGERS));

  /* A name stands on the page only when it was released. */
  GfStatement *voice = statement_at (profile, GF_SECTION_VOICE, 2);
  g_assert_cmpint (gf_statement_get_voice (voice), ==, GF_VOICE_CHURNED);
  g_assert_cmpstr (gf_statement_get_speaker (voice), ==, "Data scientist");
}

static void
test_condition_without_evidence_is_an_assumption (void)
{
  g_autoptr (GfSegment) segment = make_segment ();
  GfDraftSources sources = { .segment = segment, .owner = "", .today = "2026-10-14" };
  g_autoptr (GfProfile) profile = gf_profile_draft (&sources);
  GfStatement *fact = statement_at (profile, GF_SECTION_COMPANY, 0);
  GfProfileLint lint;

  g_assert_cmpint (gf_statement_get_grade (fact), ==, GF_GRADE_ASSUMPTION);
  gf_profile_lint (profile, &lint);
  g_autofree char *words = gf_profile_lint_dup_words (&lint);
  g_assert_cmpstr (words, ==, "1 line is an assumption, and nothing says who is not a fit");
}

static void
test_two_kinds_make_it_firm (void)
{
  g_autoptr (GfStatement) statement = gf_statement_new ();
  const GfEvidenceKind kinds[] = { GF_EVIDENCE_CUSTOMERS, GF_EVIDENCE_INTERVIEWS };
  const GfGrade grades[] = { GF_GRADE_FAIR, GF_GRADE_FIRM };

  g_assert_cmpint (gf_statement_get_grade (statement), ==, GF_GRADE_ASSUMPTION);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GfEvidence) evidence = gf_evidence_new ();

      gf_evidence_set_kind (evidence, kinds[i]);
      g_list_store_append (gf_statement_get_evidence (statement), evidence);
      g_assert_cmpint (gf_statement_get_grade (statement), ==, grades[i]);
    }
}

/* Four, three and three of twenty each: nothing to go by, and the draft says so rather than nothing. */
static void
test_what_is_not_clear_is_asked (void)
{
  const char *department[N_CUSTOMERS];
  g_autoptr (GfBitset) best = gf_bitset_new (N_CUSTOMERS);
  g_autoptr (GfSegment) segment = gf_segment_new ();
  GfMiningOptions options = { .depth = 1, .against = GF_AGAINST_BEST };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      department[i] = i < 20 ? "Marketing" : i < 40 ? "Sales" : "Data science";
      if (i % 20 < 3 || i == 3)
        gf_bitset_set (best, i);
    }

  g_autoptr (GfColumn) column = gf_column_new_categories ("Department", department, N_CUSTOMERS);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GfFindings) findings = gf_mining_run (table, best, &options, NULL, NULL, NULL, &error);
  GfDraftSources sources = { .segment = segment, .table = table, .best = findings, .today = "2026-10-14" };

  g_assert_no_error (error);
  gf_segment_set_name (segment, "Our best");
  gf_segment_set_description (segment, "Nothing is clear yet.");

  g_autoptr (GfProfile) profile = gf_profile_draft (&sources);
  GfStatement *fact = statement_at (profile, GF_SECTION_COMPANY, 0);

  g_assert_cmpstr (gf_statement_get_label (fact), ==, "Department");
  g_assert_cmpstr (gf_statement_get_text (fact), ==, "Marketing? 4 of 20 are among the best, not clearly more");
  g_assert_false (gf_evidence_get_clear (evidence_of (fact)));
  g_assert_null (gf_profile_find_section (profile, GF_SECTION_NUMBERS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/draft/says-what-the-data-say", test_draft_says_what_the_data_say);
  g_test_add_func ("/profile/draft/counts-people", test_draft_counts_people);
  g_test_add_func ("/profile/draft/condition-without-evidence-is-an-assumption",
                   test_condition_without_evidence_is_an_assumption);
  g_test_add_func ("/profile/draft/what-is-not-clear-is-asked", test_what_is_not_clear_is_asked);
  g_test_add_func ("/profile/grade/two-kinds-make-it-firm", test_two_kinds_make_it_firm);

  return g_test_run ();
}
