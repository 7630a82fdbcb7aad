/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-notes.h"
#include "gf-import.h"
#include "gf-project-analysis.h"
#include "gf-ui-test.h"

/* Forty customers; of half of them one column says the same as of all. */
static void
fill (GfProject *project,
      gboolean   doubtful)
{
  g_autoptr (GString) text = g_string_new ("Name,Country,Zone,Revenue,Churned\n");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "Customer %02u,%s,%s,%u,%s\n", i, i % 3 == 0 ? "France" : "Spain",
                            doubtful || i % 2 == 0 ? "CET" : "GMT", 1000 + i * 7, i % 4 == 0 ? "Yes" : "No");

  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);

  gf_project_set_table (project, gf_import_get_table (import));
  gf_customers_suggest_rule (gf_project_get_customers (project), gf_import_get_table (import));
}

static void
fill_doubtful (GfProject *project)
{
  fill (project, TRUE);
}

static void
fill_sound (GfProject *project)
{
  fill (project, FALSE);
}

static GtkWidget *
find_notes (GfUiFixture *fixture)
{
  return gf_ui_fixture_find (fixture, GF_TYPE_BEST_NOTES, NULL);
}

/* The page shows its views once it has seen that there are customers. */
static void
open_best (GfUiFixture *fixture,
           void       (*fill_in) (GfProject *project))
{
  gf_ui_fixture_open (fixture, "customers", fill_in);
  g_assert_true (gf_window_go (fixture->window, "customers/best"));
  gf_ui_wait_ms (100);
}

static GfColumnRole
zone_role (GfUiFixture *fixture)
{
  return gf_column_get_role (gf_table_find_column (gf_project_get_table (fixture->project), "Zone"));
}

/* The note is told, its button mends, and undoing brings it back. */
static void
test_mend (void)
{
  GfUiFixture fixture;
  GtkWidget *notes;

  open_best (&fixture, fill_doubtful);
  gf_ui_assert_soon ((notes = find_notes (&fixture)) != NULL && gtk_widget_get_visible (notes));
  g_assert_nonnull (gf_ui_find (notes, GTK_TYPE_LABEL, "“Zone” says the same of every customer."));
  GtkWidget *button = gf_ui_find (notes, GTK_TYPE_BUTTON, "Leave Out");
  g_assert_nonnull (button);

  g_signal_emit_by_name (button, "clicked");
  gf_ui_assert_soon (!gtk_widget_get_visible (notes));
  g_assert_cmpint (zone_role (&fixture), ==, GF_ROLE_IGNORE);

  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", NULL);
  gf_ui_assert_soon (zone_role (&fixture) == GF_ROLE_ATTRIBUTE);
  gf_ui_assert_soon (gtk_widget_get_visible (find_notes (&fixture)));
  gf_ui_fixture_close (&fixture, NULL);
}

static void
test_nothing_to_say (void)
{
  GfUiFixture fixture;

  open_best (&fixture, fill_sound);
  gf_ui_assert_soon (gf_analysis_get_ranking (gf_project_get_analysis (fixture.project)) != NULL);
  gf_ui_wait_ms (300);
  g_assert_nonnull (find_notes (&fixture));
  g_assert_false (gtk_widget_get_visible (find_notes (&fixture)));
  gf_ui_fixture_close (&fixture, NULL);
}

/* A column of answers on two scales that is left out, until somebody makes it a measure. */
static void
fill_scales (GfProject *project)
{
  double revenue[40], nps[40];

  for (guint i = 0; i < 40; i++)
    {
      revenue[i] = 1000 + i * 7;
      nps[i] = i % 2 == 0 ? i % 11 : i * 2;
    }

  g_autoptr (GfColumn) money = gf_column_new_numbers ("Revenue", revenue, 40);
  g_autoptr (GfColumn) answers = gf_column_new_numbers ("NPS", nps, 40);
  g_autoptr (GfColumn) left_out = gf_column_with_role (answers, GF_ROLE_IGNORE);
  GfColumn *columns[] = { money, left_out };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  GfCustomers *customers = gf_project_get_customers (project);
  guint32 picked[10];

  for (guint32 i = 0; i < G_N_ELEMENTS (picked); i++)
    picked[i] = i;
  gf_project_set_table (project, table);
  gf_customers_set_best_kind (customers, GF_BEST_CHOICE_HAND);
  gf_customers_pick (customers, table, picked, G_N_ELEMENTS (picked), TRUE);
}

/* Who is best stays the same, and still it is looked at again. */
static void
test_a_measure_is_looked_at_under_any_rule (void)
{
  static const char words[] = "“NPS” mixes answers from 0 to 10 with scores up to 100.";
  g_autoptr (GfGoodMeasure) measure = gf_good_measure_new ();
  GfUiFixture fixture;

  open_best (&fixture, fill_scales);
  gf_ui_assert_soon (gf_analysis_get_ranking (gf_project_get_analysis (fixture.project)) != NULL);
  gf_ui_wait_ms (300);
  g_assert_null (gf_ui_find (find_notes (&fixture), GTK_TYPE_LABEL, words));

  gf_good_measure_set_column (measure, "NPS");
  gf_good_measure_set_weight (measure, 50);
  g_list_store_append (gf_customers_get_measures (gf_project_get_customers (fixture.project)), measure);
  gf_ui_assert_soon (gf_ui_find (find_notes (&fixture), GTK_TYPE_LABEL, words) != NULL);
  gf_good_measure_set_weight (measure, 0);
  gf_ui_assert_soon (gf_ui_find (find_notes (&fixture), GTK_TYPE_LABEL, words) == NULL);
  gf_ui_fixture_close (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  gf_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/best-notes/mend", test_mend);
  g_test_add_func ("/ui/best-notes/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/ui/best-notes/a-measure-is-looked-at-under-any-rule", test_a_measure_is_looked_at_under_any_rule);

  return g_test_run ();
}
