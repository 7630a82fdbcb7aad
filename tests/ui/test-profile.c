/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-export-dialog.h"
#include "gf-history.h"
#include "gf-page-preview.h"
#include "gf-profile-view.h"
#include "gf-project.h"
#include "gf-segment.h"
#include "gf-statement-row.h"
#include "gf-ui-test.h"

#include <glib/gstdio.h>

/* A window on the profile of a project with one segment. */
static GfWindow *
open_profile (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autoptr (GfSegment) segment = gf_segment_new ();

  gf_window_new_project (window);
  gf_segment_set_name (segment, "Agencies");
  g_list_store_append (gf_project_get_segments (gf_window_get_project (window)), segment);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "profile");
  gf_ui_wait_ms (100);

  return window;
}

static GfProfileView *
get_view (GfWindow *window)
{
  GtkWidget *view = gf_ui_find (GTK_WIDGET (window), GF_TYPE_PROFILE_VIEW, NULL);

  g_assert_nonnull (view);

  return GF_PROFILE_VIEW (view);
}

static GListModel *
get_profiles (GfWindow *window)
{
  return G_LIST_MODEL (gf_project_get_profiles (gf_window_get_project (window)));
}

static GfStatement *
draft_with_a_line (GfWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (get_view (window)), "view.draft", NULL);
  gf_ui_assert_soon (gf_profile_view_get_profile (get_view (window)) != NULL);

  GtkWidget *add = NULL;
  gf_ui_assert_soon ((add = gf_ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON,
                                        "Add a Line to “Triggers”")) != NULL);
  g_signal_emit_by_name (add, "clicked");

  GtkWidget *row = NULL;
  gf_ui_assert_soon ((row = gf_ui_find (GTK_WIDGET (window), GF_TYPE_STATEMENT_ROW, NULL)) != NULL);

  return gf_statement_row_get_statement (GF_STATEMENT_ROW (row));
}

static void
test_a_draft_is_one_step (void)
{
  GfWindow *window = open_profile ();
  GfHistory *history = gf_window_get_history (window);

  g_assert_cmpuint (g_list_model_get_n_items (get_profiles (window)), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (get_view (window)), "view.draft", NULL);
  gf_ui_assert_soon (gf_profile_view_get_profile (get_view (window)) != NULL);
  g_assert_cmpstr (gf_profile_get_name (gf_profile_view_get_profile (get_view (window))), ==, "Agencies");

  gf_history_undo (history);
  gf_ui_assert_soon (gf_profile_view_get_profile (get_view (window)) == NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_profiles (window)), ==, 0);
  gf_ui_close_window (window);
}

static void
test_a_line_is_typed_into_the_record (void)
{
  GfWindow *window = open_profile ();
  GfStatement *statement = draft_with_a_line (window);
  GtkWidget *row = gf_ui_find (GTK_WIDGET (window), GF_TYPE_STATEMENT_ROW, NULL);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  /* A new line waits for its words. */
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, row));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)),
                                    "A funding round", -1);
  g_assert_cmpstr (gf_statement_get_text (statement), ==, "A funding round");

  gf_statement_set_text (statement, "A new head of marketing");
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (shown, ==, "A new head of marketing");
  gf_ui_close_window (window);
}

static void
test_evidence_lifts_the_grade (void)
{
  GfWindow *window = open_profile ();
  GfStatement *statement = draft_with_a_line (window);
  g_autoptr (GfEvidence) evidence = gf_evidence_new ();

  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "No evidence yet"));
  gtk_test_accessible_assert_property (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "D"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Grade D, an assumption, no evidence yet");

  gf_evidence_set_kind (evidence, GF_EVIDENCE_INTERVIEWS);
  gf_evidence_set_count (evidence, 4);
  gf_evidence_set_of (evidence, 5);
  g_list_store_append (gf_statement_get_evidence (statement), evidence);
  g_assert_null (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "No evidence yet"));
  gtk_test_accessible_assert_property (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "B"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Grade B, supported by one kind of evidence");
  gf_ui_close_window (window);
}

static void
test_the_preview_follows (void)
{
  GfWindow *window = open_profile ();
  GfStatement *statement = draft_with_a_line (window);
  GtkWidget *preview = gf_ui_find (GTK_WIDGET (window), GF_TYPE_PAGE_PREVIEW, NULL);

  g_assert_nonnull (preview);
  gf_statement_set_text (statement, "A funding round");
  /* The picture tells its text, so that the page can be heard. */
  gf_ui_assert_soon (gf_page_preview_get_text (GF_PAGE_PREVIEW (preview)) != NULL &&
                     strstr (gf_page_preview_get_text (GF_PAGE_PREVIEW (preview)), "A funding round") != NULL);
  gf_ui_picture (GTK_WIDGET (window), "profile");
  gf_ui_close_window (window);
}

static void
test_the_page_is_written (void)
{
  GfWindow *window = open_profile ();
  g_autofree char *folder = g_dir_make_tmp ("goodfit-ui-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;

  draft_with_a_line (window);
  AdwDialog *dialog = gf_export_dialog_new (gf_window_get_project (window),
                                            gf_profile_view_get_profile (get_view (window)));
  adw_dialog_present (dialog, GTK_WIDGET (window));
  gf_export_dialog_write (GF_EXPORT_DIALOG (dialog), file);
  gf_ui_assert_soon (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-1."));
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Page exported") != NULL);

  g_unlink (path);
  g_rmdir (folder);
  gf_ui_close_window (window);
}

/* A project made of a list has no word for what is sold: the page asks, and is headed by the answer. */
static void
test_what_is_sold_is_asked_for (void)
{
  GfWindow *window = open_profile ();
  GfProject *project = gf_window_get_project (window);

  draft_with_a_line (window);
  GtkWidget *row = NULL;
  gf_ui_assert_soon ((row = gf_ui_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW,
                                        "What do you sell? It heads the page")) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "DataGlyph");
  g_assert_cmpstr (gf_project_get_product (project), ==, "DataGlyph");
  gf_ui_assert_soon (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "What you sell"));

  gf_project_set_product (project, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  gf_ui_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gf_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/profile/a-draft-is-one-step", test_a_draft_is_one_step);
  g_test_add_func ("/ui/profile/a-line-is-typed-into-the-record", test_a_line_is_typed_into_the_record);
  g_test_add_func ("/ui/profile/evidence-lifts-the-grade", test_evidence_lifts_the_grade);
  g_test_add_func ("/ui/profile/the-preview-follows", test_the_preview_follows);
  g_test_add_func ("/ui/profile/what-is-sold-is-asked-for", test_what_is_sold_is_asked_for);
  g_test_add_func ("/ui/profile/the-page-is-written", test_the_page_is_written);

  return g_test_run ();
}
