/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-recent.h"
#include "gf-settings.h"
#include "gf-ui-test.h"

static void
assert_when (const char *edited,
             const char *now,
             const char *expected)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (edited, NULL);
  g_autoptr (GDateTime) present = g_date_time_new_from_iso8601 (now, NULL);
  g_autofree char *words = gf_recent_dup_when (g_date_time_to_unix (then), present);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_when_is_said_as_people_do (void)
{
  /* 21 November 2026 is a Saturday. */
  assert_when ("2026-11-21T14:00:00Z", "2026-11-21T14:00:59Z", "edited just now");
  assert_when ("2026-11-21T14:00:00Z", "2026-11-21T14:02:00Z", "edited 2 minutes ago");
  assert_when ("2026-11-21T12:00:00Z", "2026-11-21T14:10:00Z", "edited 2 hours ago");
  assert_when ("2026-11-21T13:00:00Z", "2026-11-21T14:10:00Z", "edited 1 hour ago");
  assert_when ("2026-11-20T23:00:00Z", "2026-11-21T14:10:00Z", "edited yesterday");
  assert_when ("2026-11-17T10:00:00Z", "2026-11-21T14:10:00Z", "edited on Tuesday");
  assert_when ("2026-11-14T10:00:00Z", "2026-11-21T14:10:00Z", "edited on 14 November");
  assert_when ("2025-11-14T10:00:00Z", "2026-11-21T14:10:00Z", "edited on 14 November 2025");
  /* A clock that was set back. */
  assert_when ("2026-11-21T15:00:00Z", "2026-11-21T14:10:00Z", "edited just now");
}

static void
test_the_subtitle_counts (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-21T14:10:00Z", NULL);
  GfRecent recent = { .edited = g_date_time_to_unix (now), .n_customers = 26, .n_interviews = 1 };
  g_autofree char *both = gf_recent_dup_subtitle (&recent, now);
  g_autofree char *customers = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (both, ==, "26 customers, 1 interview · edited just now");
  recent.n_interviews = 0;
  customers = gf_recent_dup_subtitle (&recent, now);
  g_assert_cmpstr (customers, ==, "26 customers · edited just now");
  recent.n_customers = 0;
  none = gf_recent_dup_subtitle (&recent, now);
  g_assert_cmpstr (none, ==, "edited just now");
}

static void
test_a_review_is_due_from_its_day_on (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2027-01-14T00:10:00Z", NULL);
  GfRecent recent = { .next_review = (char *) "2027-01-14" };

  g_assert_true (gf_recent_is_review_due (&recent, now));
  recent.next_review = (char *) "2027-01-15";
  g_assert_false (gf_recent_is_review_due (&recent, now));
  recent.next_review = (char *) "";
  g_assert_false (gf_recent_is_review_due (&recent, now));
}

static void
test_the_latest_comes_first (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GPtrArray) list = NULL;

  g_settings_reset (gf_settings_get (), "recent-projects");
  gf_recent_add ("/a.goodfit", "A", project);
  gf_recent_add ("/b.goodfit", "B", project);
  gf_recent_add ("/a.goodfit", "A again", project);
  list = gf_recent_list ();
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((GfRecent *) g_ptr_array_index (list, 0))->name, ==, "A again");
  g_clear_pointer (&list, g_ptr_array_unref);

  gf_recent_remove ("/a.goodfit");
  list = gf_recent_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_settings_reset (gf_settings_get (), "recent-projects");
}

static void
test_a_file_that_is_gone_can_be_removed (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  GfWindow *window;
  GtkWidget *row;
  GtkWidget *button;

  gf_recent_add ("/nowhere/lost.goodfit", "Lost", project);
  window = gf_ui_new_window (900, 800);
  row = gf_ui_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Lost");
  g_assert_nonnull (row);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_nonnull (gf_ui_find (row, GTK_TYPE_LABEL, "Not found"));
  button = gf_ui_find (row, GTK_TYPE_BUTTON, "Remove from List");
  g_assert_nonnull (button);
  gf_ui_picture (GTK_WIDGET (window), "start-gone");
  g_signal_emit_by_name (button, "clicked");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Lost") == NULL);
  gf_ui_close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/recent/when-is-said-as-people-do", test_when_is_said_as_people_do);
  g_test_add_func ("/recent/the-subtitle-counts", test_the_subtitle_counts);
  g_test_add_func ("/recent/a-review-is-due-from-its-day-on", test_a_review_is_due_from_its_day_on);
  g_test_add_func ("/recent/the-latest-comes-first", test_the_latest_comes_first);
  g_test_add_func ("/recent/a-file-that-is-gone-can-be-removed",
                   test_a_file_that_is_gone_can_be_removed);

  return g_test_run ();
}
