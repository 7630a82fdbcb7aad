/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-import.h"
#include "gf-page-layout.h"
#include "gf-project-analysis.h"
#include "gf-project-report.h"
#include "project-fixture.h"

/* The whole way through the library: from the sample's CSV file to the words on the page. */
static GfProject *
import_sample (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("GF_TEST_DATA"), "..", "..", "data",
                                                      "sample", "dataglyph-companies.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read (file, NULL, NULL, NULL, NULL, &error);
  GfProject *project = gf_project_new ();

  g_assert_no_error (error);
  gf_project_set_product (project, "DataGlyph");
  gf_project_set_table (project, gf_import_get_table (import));

  return project;
}

static void
add_measure (GfProject  *project,
             const char *column)
{
  g_autoptr (GfGoodMeasure) measure = gf_good_measure_new ();

  gf_good_measure_set_column (measure, column);
  g_list_store_append (gf_customers_get_measures (gf_project_get_customers (project)), measure);
}

static GfFinding *
find_trait (GfFindings *findings,
            const char *says)
{
  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    {
      GfFinding *finding = gf_findings_get_trait (findings, i);
      g_autofree char *text = gf_selectors_describe (gf_finding_get_selectors (finding), NULL);

      g_test_message ("%s", text);
      if (g_str_equal (text, says))
        return finding;
    }

  g_error ("Nothing was found about “%s”", says);
}

static gboolean
is_ranked (gpointer analysis)
{
  return gf_analysis_get_ranking (analysis) != NULL;
}

static gboolean
is_gone (gpointer weak)
{
  return g_atomic_pointer_get ((gpointer *) weak) == NULL;
}

/* The thread may be the last to let go. */
static void
gone_cb (gpointer data,
         GObject *where_the_object_was)
{
  g_atomic_pointer_set ((gpointer *) data, NULL);
}

/* Else the search would go on for a window that is closed: whether it is stopped before it began, while it
 * runs or after its end, everything is let go of. */
static void
test_analysis_ends_with_the_project (void)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GfProject) project = import_sample ();
      GfAnalysis *analysis = gf_project_get_analysis (project);
      gpointer weak = analysis;

      add_measure (project, "Lifetime value");
      g_object_ref (analysis);
      if (round > 0)
        fixture_wait (is_ranked, analysis);
      if (round < 2)
        g_assert_true (gf_analysis_get_running (analysis));

      g_clear_object (&project);
      g_assert_null (gf_analysis_get_table (analysis));
      g_object_weak_ref (G_OBJECT (analysis), gone_cb, &weak);
      g_object_unref (analysis);
      fixture_wait (is_gone, &weak);
    }
}

static void
test_from_csv_to_page (void)
{
  g_autoptr (GfProject) project = import_sample ();
  g_auto (GfProjectResults) results = { 0 };
  g_autoptr (GError) error = NULL;

  add_measure (project, "Lifetime value");
  add_measure (project, "Renewals");
  add_measure (project, "Referrals");
  gf_customers_suggest_rule (gf_project_get_customers (project), gf_project_get_table (project));
  g_assert_true (gf_project_analyse (project, 2, &results, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (gf_ranking_get_n_best (results.ranking), ==, 15);
  g_assert_nonnull (results.bad);
  g_assert_cmpuint (gf_bitset_count (results.bad), >, 0);

  GfFinding *marketing = find_trait (results.best, "Department: Marketing");
  g_assert_cmpuint (gf_finding_get_hits (marketing), ==, 12);
  g_assert_cmpint (gf_finding_get_verdict (marketing), ==, GF_VERDICT_STRONG);

  GfSegment *segment =
    gf_project_add_segment (project, gf_finding_get_selectors (marketing));
  g_assert_cmpstr (gf_segment_get_name (segment), ==, "Marketing");

  GfProfile *profile =
    gf_project_draft_profile (project, segment, results.best, results.bad_findings, "2026-10-14");
  g_autoptr (GfDocument) document = gf_project_make_document (project, profile, results.best);
  g_autoptr (GfPageLayout) page = gf_page_layout_new (document, GF_PAGE_STYLE_BRIEF, GF_PAPER_A4);
  g_autofree char *text = gf_page_layout_dup_text (page);

  g_assert_true (gf_page_layout_fits (page));
  g_assert_nonnull (strstr (text, "DataGlyph Ideal Customer Profile:"));
  g_assert_nonnull (strstr (text, "148 customers"));
  g_assert_nonnull (strstr (text, "by lifetime value, renewals and referrals"));
}

static void
test_suggestions_leave_what_a_person_set (void)
{
  g_autoptr (GfProject) project = import_sample ();
  GfCustomers *customers = gf_project_get_customers (project);

  add_measure (project, "Renewals");
  gf_customers_suggest_rule (customers, gf_project_get_table (project));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_measures (customers))),
                    ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_bad_marks (customers))),
                    >, 0);
}

static void
test_nothing_is_known_without_customers (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_auto (GfProjectResults) results = { 0 };

  g_assert_true (gf_project_analyse (project, 2, &results, NULL, NULL));
  g_assert_null (results.ranking);
  g_assert_null (results.best);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/report/analysis-ends-with-the-project",
                   test_analysis_ends_with_the_project);
  g_test_add_func ("/project/report/from-csv-to-page", test_from_csv_to_page);
  g_test_add_func ("/project/report/suggestions-leave-what-a-person-set",
                   test_suggestions_leave_what_a_person_set);
  g_test_add_func ("/project/report/nothing-is-known-without-customers",
                   test_nothing_is_known_without_customers);

  return g_test_run ();
}
