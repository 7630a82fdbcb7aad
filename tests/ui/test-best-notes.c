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

int
main (int    argc,
      char **argv)
{
  gf_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/best-notes/mend", test_mend);
  g_test_add_func ("/ui/best-notes/nothing-to-say", test_nothing_to_say);

  return g_test_run ();
}
