/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-date.h"
#include "gf-history.h"
#include "gf-late-steps.h"
#include "gf-project-file.h"
#include "gf-review-view.h"
#include "gf-reviews-view.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GfWindow *window;
  GfProject *project;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gf_ui_new_window (1280, 800);
  gf_window_new_project (fixture->window);
  fixture->project = gf_window_get_project (fixture->window);
  if (data != NULL)
    gf_late_steps_fill (fixture->project);
  gf_history_clear (gf_window_get_history (fixture->window));
  g_assert_true (gf_window_go (fixture->window, "review"));
  gf_ui_wait_ms (400);
  fixture->view = gf_ui_find (GTK_WIDGET (fixture->window), GF_TYPE_REVIEWS_VIEW, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* A page that is still sliding in would be closed with its pictures in the toolkit's hands. */
  gf_ui_wait_ms (500);
  gf_ui_close_window (fixture->window);
}

static guint
count_reviews (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_reviews (fixture->project)));
}

static void
starting_makes_a_review_with_the_questions (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GfReview) review = NULL;
  g_autofree char *today = gf_days_to_iso (gf_days_today ());
  GtkWidget *page;

  gtk_widget_activate (gf_ui_find (fixture->view, GTK_TYPE_BUTTON, "Start Review"));
  gf_ui_wait_ms (500);
  g_assert_cmpuint (count_reviews (fixture), ==, 1);
  review = g_list_model_get_item (G_LIST_MODEL (gf_project_get_reviews (fixture->project)), 0);
  g_assert_cmpstr (gf_review_get_date (review), ==, today);
  g_assert_nonnull (strstr (gf_review_get_notes (review), "Do fewer leave?"));
  g_assert_cmpstr (gf_project_get_next_review (fixture->project), ==, gf_review_get_next (review));
  g_assert_cmpstr (gf_review_get_next (review), >, today);

  page = gf_ui_find (GTK_WIDGET (fixture->window), GF_TYPE_REVIEW_VIEW, NULL);
  g_assert_nonnull (page);
  gf_ui_picture (GTK_WIDGET (fixture->window), "review-page");

  /* One step back: the review, its page and the date are gone. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gf_ui_wait_ms (600);
  g_assert_cmpuint (count_reviews (fixture), ==, 0);
  g_assert_cmpstr (gf_project_get_next_review (fixture->project), ==, "");
  g_assert_null (gf_ui_find (GTK_WIDGET (fixture->window), GF_TYPE_REVIEW_VIEW, NULL));
}

static void
typing_is_recorded_and_undone (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GfReview) review = NULL;
  GfHistory *history = gf_window_get_history (fixture->window);
  GtkWidget *page, *text, *row;

  gtk_widget_activate (gf_ui_find (fixture->view, GTK_TYPE_BUTTON, "Start Review"));
  gf_ui_wait_ms (500);
  gf_history_commit (history);
  review = g_list_model_get_item (G_LIST_MODEL (gf_project_get_reviews (fixture->project)), 0);
  page = gf_ui_find (GTK_WIDGET (fixture->window), GF_TYPE_REVIEW_VIEW, NULL);

  row = gf_ui_find (page, ADW_TYPE_ENTRY_ROW, "Who was there");
  gtk_editable_set_text (GTK_EDITABLE (row), "Mara");
  g_assert_cmpstr (gf_review_get_attendees (review), ==, "Mara");
  gf_history_commit (history);
  text = gf_ui_find (page, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Keep the size.", -1);
  g_assert_cmpstr (gf_review_get_decisions (review), ==, "Keep the size.");
  gf_history_commit (history);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (gf_review_get_decisions (review), ==, "");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (gf_review_get_attendees (review), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

static void
reviews_are_listed_latest_first (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *list = NULL;
  GtkListBoxRow *row;
  g_autoptr (GfReview) latest = g_list_model_get_item (G_LIST_MODEL (gf_project_get_reviews (fixture->project)), 1);

  for (GtkWidget *child = gf_ui_find (fixture->view, GTK_TYPE_LABEL, "Reviews Held"); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BOX (child))
      list = child;
  g_assert_nonnull (list);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                            "Size is 50 to 250"));
  gf_review_set_date (latest, "2020-01-01");
  gf_ui_wait_ms (100);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                            "Aim at 80 to 300"));
}

static void
an_overdue_review_is_told (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *past = gf_days_to_iso (gf_days_today () - 3);
  g_autofree char *banner = NULL;
  GfStepPage *page = gf_window_get_page (fixture->window, "review");

  gf_project_set_next_review (fixture->project, past);
  gf_ui_wait_ms (200);
  g_object_get (fixture->view, "banner-title", &banner, NULL);
  g_assert_true (g_str_has_prefix (banner, "The review was due on "));
  g_assert_cmpint (gf_step_page_get_state (page), ==, GF_STEP_STATE_ATTENTION);
  g_assert_true (gf_step_view_get_primary (GF_STEP_VIEW (fixture->view))
                 == gf_ui_find (fixture->view, GTK_TYPE_BUTTON, "Start Review"));
}

static gboolean
has_banner (GfWindow   *window,
            const char *step)
{
  g_assert_true (gf_window_go (window, step));
  gf_ui_wait_ms (100);
  GtkWidget *banner = gf_ui_find (GTK_WIDGET (gf_window_get_page (window, step)), ADW_TYPE_BANNER, NULL);
  const char *title = adw_banner_get_title (ADW_BANNER (banner));

  return adw_banner_get_revealed (ADW_BANNER (banner)) && g_str_has_prefix (title, "The review was due on ");
}

static GfWindow *
open_project (const char *path)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gf_window_open (window, file);
  gf_ui_assert_soon (gf_window_get_project (window) != NULL);

  return window;
}

/* On every step of the first session of a day; only where it belongs after that. */
static void
an_overdue_review_is_told_once_a_day (void)
{
  g_autofree char *folder = g_dir_make_tmp ("goodfit-due-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "due.goodfit", NULL);
  g_autofree char *past = gf_days_to_iso (gf_days_today () - 3);
  g_autoptr (GfProject) project = gf_project_new ();

  gf_project_set_next_review (project, past);
  g_assert_true (gf_project_save (project, path, NULL));

  GfWindow *window = open_project (path);
  g_assert_true (has_banner (window, "market"));
  g_assert_true (has_banner (window, "map"));
  g_assert_true (has_banner (window, "review"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.start-review", NULL);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GF_TYPE_REVIEW_VIEW, NULL) != NULL);
  g_assert_false (has_banner (window, "market"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gf_ui_wait_ms (600);
  gf_ui_close_window (window);

  window = open_project (path);
  g_assert_false (has_banner (window, "market"));
  g_assert_true (has_banner (window, "review"));
  gf_ui_wait_ms (500);
  gf_ui_close_window (window);
  g_unlink (path);
  g_rmdir (folder);
}

static void
the_calendar_has_the_right_bytes (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("goodfit-ics-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "review.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (GRegex) stamp = g_regex_new ("\r\nDTSTAMP:[0-9]{8}T[0-9]{6}Z\r\n", G_REGEX_DEFAULT,
                                          G_REGEX_MATCH_DEFAULT, NULL);
  gsize length = 0;

  gf_project_set_next_review (fixture->project, "2027-01-14");
  gf_ui_wait_ms (100);
  g_assert_false (gf_step_view_get_complete (GF_STEP_VIEW (fixture->view)));
  gf_reviews_view_save_calendar (GF_REVIEWS_VIEW (fixture->view), file);
  gf_ui_assert_soon (gf_step_view_get_complete (GF_STEP_VIEW (fixture->view)));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));

  uid = g_strdup_printf ("\r\nUID:%s-review@goodfit\r\n",
                         gf_record_get_id (GF_RECORD (fixture->project)));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  g_assert_true (g_str_has_suffix (text, "END:VEVENT\r\nEND:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (text, uid));
  g_assert_nonnull (strstr (text,
                            "\r\nDTSTART;VALUE=DATE:20270114\r\nDTEND;VALUE=DATE:20270115\r\n"));
  g_assert_nonnull (strstr (text, "\r\nRRULE:FREQ=MONTHLY;INTERVAL=3\r\n"));
  g_assert_nonnull (strstr (text, "\r\nSUMMARY:Review of the customer profile: DataGlyph\r\n"));
  g_assert_true (g_regex_match (stamp, text, G_REGEX_MATCH_DEFAULT, NULL));
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n')
      g_assert_cmpint (text[i - 1], ==, '\r');
  g_assert_true (gf_step_view_get_complete (GF_STEP_VIEW (fixture->view)));

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
pictures (void)
{
  gf_late_steps_picture ("review", "review");
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);

#define ADD(path, function, data) g_test_add ("/review/" path, Fixture, data, set_up, function, tear_down)
  ADD ("starting-makes-a-review-with-the-questions", starting_makes_a_review_with_the_questions,
       NULL);
  ADD ("typing-is-recorded-and-undone", typing_is_recorded_and_undone, NULL);
  ADD ("reviews-are-listed-latest-first", reviews_are_listed_latest_first, "filled");
  ADD ("an-overdue-review-is-told", an_overdue_review_is_told, "filled");
  ADD ("the-calendar-has-the-right-bytes", the_calendar_has_the_right_bytes, "filled");
  g_test_add_func ("/review/an-overdue-review-is-told-once-a-day", an_overdue_review_is_told_once_a_day);
  g_test_add_func ("/review/pictures", pictures);

  return g_test_run ();
}
