/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-competitor-dialog.h"
#include "gf-competitor-row.h"
#include "gf-competitor-view.h"
#include "gf-history.h"
#include "gf-market-size-dialog.h"
#include "gf-note-dialog.h"
#include "gf-note-row.h"
#include "gf-project.h"
#include "gf-research-fixture.h"
#include "gf-share-bar.h"
#include "gf-size-row.h"
#include "gf-sources-group.h"
#include "gf-ui-test.h"

#include <math.h>

typedef GfUiFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gf_ui_fixture_open (fixture, "market/overview", data != NULL ? gf_research_fixture_fill : NULL);
}

static GfStepPage *
get_page (Fixture *fixture)
{
  return gf_window_get_page (fixture->window, "market");
}

static GfStepView *
get_view (Fixture *fixture)
{
  return gf_step_page_get_visible_view (get_page (fixture));
}

static GListModel *
get_competitors (Fixture *fixture)
{
  return G_LIST_MODEL (gf_project_get_competitors (fixture->project));
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
}

static GtkWidget *
open_dialog (Fixture    *fixture,
             const char *action,
             GType       type)
{
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), action, NULL);
  gf_ui_wait_ms (300);

  return gf_ui_fixture_find (fixture, type, NULL);
}

static void
set_entry (GtkWidget  *root,
           const char *title,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (root, ADW_TYPE_ENTRY_ROW, title)), text);
}

static void
test_dialog_adds_one_step (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *dialog, *add;

  g_assert_cmpstr (gf_step_page_get_status (get_page (fixture)), ==, "None yet");
  g_assert_cmpstr (gf_step_view_get_hint (get_view (fixture)), ==, "What would your customers use without you?");
  gf_ui_picture (GTK_WIDGET (fixture->window), "market-empty");

  dialog = open_dialog (fixture, "view.add", GF_TYPE_COMPETITOR_DIALOG);
  add = gf_ui_find (dialog, GTK_TYPE_BUTTON, "_Add");
  g_assert_false (gtk_widget_get_sensitive (add));
  set_entry (dialog, "Name", "Prismatica BI");
  set_entry (dialog, "Source", "Price list");
  adw_combo_row_set_selected (ADW_COMBO_ROW (gf_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Price")), 5);
  g_signal_emit_by_name (add, "clicked");

  g_assert_cmpuint (g_list_model_get_n_items (get_competitors (fixture)), ==, 1);
  g_autoptr (GfCompetitor) competitor = g_list_model_get_item (get_competitors (fixture), 0);

  g_assert_cmpint (gf_competitor_get_price_level (competitor), ==, 5);
  g_assert_cmpuint (gf_competitor_count_sources (competitor), ==, 1);
  gf_ui_assert_soon (g_str_equal (gf_step_page_get_status (get_page (fixture)), "1 competitor"));
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_competitors (fixture)), ==, 0);
}

static void
test_overview_says_how_things_stand (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkWidget *row = gf_ui_fixture_find (fixture, GF_TYPE_COMPETITOR_ROW, NULL);
  GtkWidget *line = gf_ui_fixture_find (fixture, GF_TYPE_SIZE_ROW, NULL);

  g_assert_cmpstr (gf_step_page_get_status (get_page (fixture)), ==, "3 competitors, size known");
  g_assert_cmpint (gf_step_page_get_state (get_page (fixture)), ==, GF_STEP_STATE_DONE);
  g_assert_cmpstr (gf_step_view_get_hint (get_view (fixture)), ==, "1 competitor has no source yet");
  g_assert_false (gf_step_view_get_complete (get_view (fixture)));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Prismatica BI. Serves: Enterprises with analysts. Price: Very high. "
                                       "Strong at: Depth, security. "
                                       "Falls short at: Months to set up; needs an expert. 3 sources.");
  line = gtk_widget_get_next_sibling (line);
  gtk_test_accessible_assert_property (gf_ui_find (line, GF_TYPE_SHARE_BAR, NULL), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "31 percent of 41,000");
  g_assert_nonnull (gf_ui_find (line, GTK_TYPE_LABEL, "12,600 firms"));
  g_assert_nonnull (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "8 firms"));
  gf_ui_picture (GTK_WIDGET (fixture->window), "market");
}

static void
test_size_is_saved_as_one_step (Fixture       *fixture,
                                gconstpointer  data)
{
  GfMarket *market = gf_project_get_market (fixture->project);
  GtkWidget *dialog = open_dialog (fixture, "view.edit-size", GF_TYPE_MARKET_SIZE_DIALOG);
  GtkWidget *firms = gf_ui_find (dialog, ADW_TYPE_SPIN_ROW, "Firms");

  gtk_test_accessible_assert_role (firms, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_cmpfloat (adw_spin_row_get_value (ADW_SPIN_ROW (firms)), ==, 41000);
  gf_ui_picture (GTK_WIDGET (fixture->window), "market-size");

  /* More to serve than there are: said at once, recorded all the same when wanted. */
  adw_spin_row_set_value (ADW_SPIN_ROW (firms), 10000);
  g_assert_nonnull (gf_ui_find (dialog, GTK_TYPE_LABEL,
                                "A line is larger than the line above it. Each is a part of the one before."));
  adw_spin_row_set_value (ADW_SPIN_ROW (firms), 0);
  set_entry (dialog, "Who is counted", "Firms in Portugal");
  g_assert_cmpfloat (gf_market_get_total (market), ==, 41000);
  g_signal_emit_by_name (gf_ui_find (dialog, GTK_TYPE_BUTTON, "_Save"), "clicked");
  g_assert_true (isnan (gf_market_get_total (market)));
  g_assert_cmpstr (gf_market_get_description (market), ==, "Firms in Portugal");
  gf_ui_wait_ms (50);
  undo (fixture);
  g_assert_cmpfloat (gf_market_get_total (market), ==, 41000);
  g_assert_cmpstr (gf_market_get_description (market), ==, "Firms of 50 to 250 people with a marketing team.");
}

static void
test_competitor_page_writes_and_follows (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GfCompetitor) competitor = g_list_model_get_item (get_competitors (fixture), 0);
  GtkWidget *name, *sources, *add;

  g_signal_emit_by_name (gf_ui_fixture_find (fixture, GF_TYPE_COMPETITOR_ROW, NULL), "activate");
  gf_ui_assert_soon (GF_IS_COMPETITOR_VIEW (get_view (fixture)));
  gf_ui_wait_ms (400);
  gf_ui_picture (GTK_WIDGET (fixture->window), "competitor");
  g_assert_cmpstr (gf_step_view_get_next_label (get_view (fixture)), ==, "Corvid Analytics");

  name = gf_ui_find (GTK_WIDGET (get_view (fixture)), ADW_TYPE_ENTRY_ROW, "Name");
  for (guint i = 0; i < 4; i++)
    {
      int end = (int) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (name)), -1);

      gtk_editable_insert_text (GTK_EDITABLE (name), "!", -1, &end);
      gf_ui_wait_ms (5);
    }
  g_assert_cmpstr (gf_competitor_get_name (competitor), ==, "Prismatica BI!!!!");
  undo (fixture);
  g_assert_cmpstr (gf_competitor_get_name (competitor), ==, "Prismatica BI");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Prismatica BI");

  sources = gf_ui_fixture_find (fixture, GF_TYPE_SOURCES_GROUP, NULL);
  add = gf_ui_find (sources, ADW_TYPE_ENTRY_ROW, "Add a source");
  gtk_editable_set_text (GTK_EDITABLE (add), "A talk with a former user");
  g_signal_emit_by_name (add, "apply");
  g_assert_cmpuint (gf_competitor_count_sources (competitor), ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  gf_ui_wait_ms (50);
  g_signal_emit_by_name (gf_ui_find (sources, GTK_TYPE_BUTTON, "Remove Source"), "clicked");
  g_assert_cmpstr (gf_competitor_get_sources (competitor)[0], ==, "Twelve reviews");
  gf_ui_wait_ms (1200);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (gf_competitor_count_sources (competitor), ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gf_ui_find (sources, ADW_TYPE_ENTRY_ROW, "Source"))), ==,
                   "Price list of October");

  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "view.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_competitors (fixture)), ==, 2);
  gf_ui_assert_soon (!GF_IS_COMPETITOR_VIEW (get_view (fixture)));
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_competitors (fixture)), ==, 3);
}

static void
test_delete_removes_and_undo_brings_back (Fixture       *fixture,
                                          gconstpointer  data)
{
  gtk_widget_grab_focus (gf_ui_fixture_find (fixture, GF_TYPE_COMPETITOR_ROW, NULL));
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "view.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_competitors (fixture)), ==, 2);
  gf_ui_wait_ms (50);
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_competitors (fixture)), ==, 3);
}

static void
test_notes_are_written_and_changed (Fixture       *fixture,
                                    gconstpointer  data)
{
  GListModel *notes = G_LIST_MODEL (gf_market_get_notes (gf_project_get_market (fixture->project)));
  GtkWidget *dialog, *row;

  g_assert_true (gf_window_go (fixture->window, "market/notes"));
  gf_ui_wait_ms (300);
  gf_ui_picture (GTK_WIDGET (fixture->window), "notes");

  dialog = open_dialog (fixture, "view.add", GF_TYPE_NOTE_DIALOG);
  set_entry (dialog, "Claim", "Half of the agencies bill by the hour.");
  g_signal_emit_by_name (gf_ui_find (dialog, GTK_TYPE_BUTTON, "_Add"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 4);
  gf_ui_assert_soon (g_strcmp0 (gf_step_view_get_hint (get_view (fixture)), "1 note has no source yet") == 0);
  gf_ui_wait_ms (500);

  row = gf_ui_fixture_find (fixture, GF_TYPE_NOTE_ROW, "Two enterprise suites announced a free tier.");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Two enterprise suites announced a free tier. "
                                       "Their news pages · 5 November. New.");
  g_signal_emit_by_name (row, "activate");
  gf_ui_wait_ms (300);
  dialog = gf_ui_fixture_find (fixture, GF_TYPE_NOTE_DIALOG, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (gf_ui_find (dialog, ADW_TYPE_COMBO_ROW, "What it does to your picture")),
                              GF_MARKET_CONTRADICTS);
  g_signal_emit_by_name (gf_ui_find (dialog, GTK_TYPE_BUTTON, "_Save"), "clicked");
  g_autoptr (GfMarketNote) note = g_list_model_get_item (notes, 2);

  g_assert_cmpint (gf_market_note_get_effect (note), ==, GF_MARKET_CONTRADICTS);
  gf_ui_wait_ms (50);
  undo (fixture);
  g_assert_cmpint (gf_market_note_get_effect (note), ==, GF_MARKET_NEW);
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 3);
}

static void
test_it_fits_a_phone (Fixture       *fixture,
                      gconstpointer  data)
{
  GfWindow *narrow = gf_ui_new_window (360, 720);

  gf_window_new_project (narrow);
  gf_research_fixture_fill (gf_window_get_project (narrow));
  gf_window_go (narrow, "market/overview");
  gf_ui_wait_ms (600);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (narrow)), <=, 360);
  gf_ui_picture (GTK_WIDGET (narrow), "market-360");
  gf_ui_close_window (narrow);
}

#define ADD(path, function, filled) \
  g_test_add ("/ui/market/" path, Fixture, GINT_TO_POINTER (filled), set_up, function, gf_ui_fixture_close)

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);

  ADD ("dialog-adds-one-step", test_dialog_adds_one_step, FALSE);
  ADD ("overview-says-how-things-stand", test_overview_says_how_things_stand, TRUE);
  ADD ("size-is-saved-as-one-step", test_size_is_saved_as_one_step, TRUE);
  ADD ("competitor-page-writes-and-follows", test_competitor_page_writes_and_follows, TRUE);
  ADD ("delete-removes-and-undo-brings-back", test_delete_removes_and_undo_brings_back, TRUE);
  ADD ("notes-are-written-and-changed", test_notes_are_written_and_changed, TRUE);
  ADD ("it-fits-a-phone", test_it_fits_a_phone, FALSE);

  return g_test_run ();
}
