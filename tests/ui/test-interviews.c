/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-answer-block.h"
#include "gf-history.h"
#include "gf-interview-dialog.h"
#include "gf-interview-row.h"
#include "gf-interview-view.h"
#include "gf-people.h"
#include "gf-project.h"
#include "gf-quote-popover.h"
#include "gf-ratings-group.h"
#include "gf-research-fixture.h"
#include "gf-ui-test.h"

typedef GfUiFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gf_ui_fixture_open (fixture, "interviews", data != NULL ? gf_research_fixture_fill : NULL);
}

static GListModel *
get_interviews (Fixture *fixture)
{
  return G_LIST_MODEL (gf_project_get_interviews (fixture->project));
}

static GfInterview *
get_interview (Fixture *fixture,
               guint    position)
{
  g_autoptr (GfInterview) interview = g_list_model_get_item (get_interviews (fixture), position);

  return interview;
}

static GfStepView *
get_view (Fixture *fixture)
{
  return gf_step_page_get_visible_view (gf_window_get_page (fixture->window, "interviews"));
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
}

/* Opens the first interview and returns its block for a question. */
static GfAnswerBlock *
open_first (Fixture *fixture,
            guint    question)
{
  GtkWidget *block;

  g_signal_emit_by_name (gf_ui_fixture_find (fixture, GF_TYPE_INTERVIEW_ROW, "Ana Ruiz, Head of Marketing"), "activate");
  gf_ui_assert_soon (GF_IS_INTERVIEW_VIEW (get_view (fixture)));
  gf_ui_wait_ms (500);
  block = gf_ui_fixture_find (fixture, GF_TYPE_ANSWER_BLOCK, NULL);
  for (guint i = 0; i < question; i++)
    block = gtk_widget_get_next_sibling (block);

  return GF_ANSWER_BLOCK (block);
}

/* Types as a person does: over the selection, as a user's action. */
static void
type (GfAnswerBlock *block,
      const char    *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gf_answer_block_get_text (block)));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
test_empty_page_shows_what_to_ask (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *title = gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "Hear Why");
  GtkWidget *script = gf_ui_fixture_find (fixture, ADW_TYPE_EXPANDER_ROW, "Happy customer");

  g_assert_true (gtk_widget_get_mapped (title));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (script)), ==, "14 questions");
  g_assert_cmpstr (gf_step_page_get_status (gf_window_get_page (fixture->window, "interviews")), ==, "None yet");
  gf_ui_picture (GTK_WIDGET (fixture->window), "interviews-empty");
}

static void
test_dialog_adds_one_step (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *dialog, *add;

  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "view.add", NULL);
  gf_ui_wait_ms (300);
  dialog = gf_ui_fixture_find (fixture, GF_TYPE_INTERVIEW_DIALOG, NULL);
  g_assert_nonnull (dialog);
  add = gf_ui_find (dialog, GTK_TYPE_BUTTON, "_Add");
  g_assert_false (gtk_widget_get_sensitive (add));

  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Company")), "Fernglas Digital");
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Person")), " Ana Ruiz ");
  g_assert_true (gtk_widget_get_sensitive (add));
  gf_ui_picture (GTK_WIDGET (fixture->window), "interviews-dialog");
  g_signal_emit_by_name (add, "clicked");

  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, 1);
  GfInterview *interview = get_interview (fixture, 0);

  g_assert_cmpstr (gf_interview_get_person (interview), ==, "Ana Ruiz");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_interview_get_answers (interview))), ==, 14);

  /* It opens, and with undo it is gone and its page with it. */
  gf_ui_assert_soon (GF_IS_INTERVIEW_VIEW (get_view (fixture)));
  gf_ui_assert_soon (g_str_equal (gf_step_page_get_status (gf_window_get_page (fixture->window, "interviews")),
                                  "1 happy, 0 churned"));
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, 0);
  gf_ui_assert_soon (!GF_IS_INTERVIEW_VIEW (get_view (fixture)));
}

static void
test_list_counts_and_groups (Fixture       *fixture,
                             gconstpointer  data)
{
  GfStepPage *page = gf_window_get_page (fixture->window, "interviews");
  GtkWidget *row = gf_ui_fixture_find (fixture, GF_TYPE_INTERVIEW_ROW, "Ines Brandt, Analytics Lead");
  GtkWidget *people;

  g_assert_cmpstr (gf_step_page_get_status (page), ==, "5 happy, 2 churned");
  g_assert_cmpint (gf_step_page_get_state (page), ==, GF_STEP_STATE_STARTED);
  g_assert_cmpstr (gf_step_view_get_hint (get_view (fixture)), ==, "1 churned interview to go");
  g_assert_false (gf_step_view_get_complete (get_view (fixture)));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ines Brandt, Analytics Lead. Vantry Labs · 15 November. Churned. Not tagged yet");
  people = gf_ui_find (gtk_widget_get_ancestor (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "1 more to go"), GTK_TYPE_BOX),
                       GF_TYPE_PEOPLE, NULL);
  gtk_test_accessible_assert_role (people, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (people, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 of 3");
  gf_ui_picture (GTK_WIDGET (fixture->window), "interviews");

  /* Another kind, another group. */
  gf_interview_set_kind (get_interview (fixture, 0), GF_INTERVIEW_CHURNED);
  gf_ui_assert_soon (g_str_equal (gf_step_page_get_status (page), "4 happy, 3 churned"));
  undo (fixture);
  gf_ui_assert_soon (g_str_equal (gf_step_page_get_status (page), "5 happy, 2 churned"));
}

static void
test_delete_removes_and_undo_brings_back (Fixture       *fixture,
                                          gconstpointer  data)
{
  gtk_widget_grab_focus (gf_ui_fixture_find (fixture, GF_TYPE_INTERVIEW_ROW, "Priya Nair, Growth Lead"));
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "view.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, 6);
  gf_ui_wait_ms (100);
  g_assert_null (gf_ui_fixture_find (fixture, GF_TYPE_INTERVIEW_ROW, "Priya Nair, Growth Lead"));
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, 7);
  g_assert_nonnull (gf_ui_fixture_find (fixture, GF_TYPE_INTERVIEW_ROW, "Priya Nair, Growth Lead"));
}

static void
test_typing_is_one_step_and_keeps_the_cursor (Fixture       *fixture,
                                              gconstpointer  data)
{
  GfAnswerBlock *block = open_first (fixture, 3);
  GfAnswer *answer = gf_answer_block_get_answer (block);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gf_answer_block_get_text (block)));
  GtkTextIter iter;

  gtk_widget_grab_focus (gf_answer_block_get_text (block));
  for (const char *p = "Nothing at all"; *p != '\0'; p++)
    {
      char key[2] = { *p, '\0' };

      type (block, key);
      gf_ui_wait_ms (5);
    }
  g_assert_cmpstr (gf_answer_get_text (answer), ==, "Nothing at all");
  g_assert_cmpstr (gf_step_view_get_hint (get_view (fixture)), ==, "Question 4 of 14");

  /* A change further on leaves the cursor where it is. */
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 7);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gf_answer_set_text (answer, "Nothing at all, really");
  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 22);
  gf_ui_wait_ms (1200);
  type (block, "!");
  gf_ui_wait_ms (50);
  undo (fixture);
  g_assert_cmpstr (gf_answer_get_text (answer), ==, "Nothing at all, really");
  undo (fixture);
  g_assert_cmpstr (gf_answer_get_text (answer), ==, "");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
}

static GtkWidget *
find_chip (GfAnswerBlock *block,
           const char    *theme)
{
  GtkWidget *label = gf_ui_find (GTK_WIDGET (block), GTK_TYPE_LABEL, theme);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
test_selected_words_become_a_quote (Fixture       *fixture,
                                    gconstpointer  data)
{
  GfAnswerBlock *block = open_first (fixture, 0);
  GListModel *quotes = G_LIST_MODEL (gf_interview_get_quotes (get_interview (fixture, 0)));
  GtkWidget *popover, *entry;

  gf_answer_block_select (block, 24, 75);
  gf_ui_wait_ms (300);
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "interview.mark", NULL);
  popover = gf_ui_fixture_find (fixture, GF_TYPE_QUOTE_POPOVER, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  entry = gf_ui_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "lead");
  gf_ui_wait_ms (200);
  gf_ui_picture (GTK_WIDGET (fixture->window), "interview-mark");
  g_signal_emit_by_name (entry, "activate");

  g_assert_cmpuint (g_list_model_get_n_items (quotes), ==, 4);
  g_autoptr (GfQuote) quote = g_list_model_get_item (quotes, 3);

  g_assert_cmpstr (gf_quote_get_text (quote), ==, "wanted the channel numbers on her desk every Monday");
  gf_ui_assert_soon (find_chip (block, "Leadership wants numbers") != NULL);
  g_assert_true (gtk_widget_has_css_class (find_chip (block, "Leadership wants numbers"), "best"));
  gtk_test_accessible_assert_property (find_chip (block, "Leadership wants numbers"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Leadership wants numbers");

  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (quotes), ==, 3);
  gf_ui_assert_soon (find_chip (block, "Leadership wants numbers") == NULL);
}

static void
test_new_theme_asks_for_its_kind (Fixture       *fixture,
                                  gconstpointer  data)
{
  GfAnswerBlock *block = open_first (fixture, 0);
  GListModel *themes = G_LIST_MODEL (gf_project_get_themes (fixture->project));
  GtkWidget *popover, *entry;

  gf_answer_block_select (block, 0, 23);
  gf_ui_wait_ms (100);
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "interview.mark", NULL);
  popover = gf_ui_fixture_find (fixture, GF_TYPE_QUOTE_POPOVER, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  entry = gf_ui_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "A new boss");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 6);
  gf_ui_wait_ms (300);
  gf_ui_picture (GTK_WIDGET (fixture->window), "interview-kind");
  g_signal_emit_by_name (gtk_widget_get_ancestor (gf_ui_find (popover, GTK_TYPE_LABEL, "Trigger"),
                                                  GTK_TYPE_LIST_BOX_ROW), "activate");

  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 7);
  g_autoptr (GfTheme) theme = g_list_model_get_item (themes, 6);

  g_assert_cmpstr (gf_theme_get_name (theme), ==, "A new boss");
  g_assert_cmpint (gf_theme_get_kind (theme), ==, GF_THEME_TRIGGER);
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_interview_get_quotes (get_interview (fixture, 0)))),
                    ==, 3);
}

static void
test_quote_follows_what_is_typed_in_it (Fixture       *fixture,
                                        gconstpointer  data)
{
  GfAnswerBlock *block = open_first (fixture, 1);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gf_answer_block_get_text (block)));
  g_autoptr (GfQuote) quote =
    g_list_model_get_item (G_LIST_MODEL (gf_interview_get_quotes (get_interview (fixture, 0))), 0);
  GtkTextIter start, end;

  gf_answer_block_select (block, 31, 34);
  type (block, "three");
  g_assert_cmpstr (gf_quote_get_text (quote), ==,
                   "One person spent three days a month pasting screenshots into slides");
  gf_ui_wait_ms (50);
  undo (fixture);
  g_assert_cmpstr (gf_quote_get_text (quote), ==,
                   "One person spent two days a month pasting screenshots into slides");

  /* Cut out, the words keep their quote, which says that it has no place. */
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
  gf_ui_settle ();
  g_assert_cmpstr (gf_quote_get_text (quote), ==,
                   "One person spent two days a month pasting screenshots into slides");
  gtk_test_accessible_assert_property (find_chip (block, "Hours lost to manual reports"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“One person spent two days a month pasting screenshots into slides” "
                                       "is not in the answer any more");
  undo (fixture);
  gf_ui_wait_ms (50);
  gtk_test_accessible_assert_property (find_chip (block, "Hours lost to manual reports"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“One person spent two days a month pasting screenshots into slides”");
}

static void
test_page_names_what_it_shows (Fixture       *fixture,
                               gconstpointer  data)
{
  GfAnswerBlock *block = open_first (fixture, 0);
  GtkWidget *ratings = gf_ui_fixture_find (fixture, GF_TYPE_RATINGS_GROUP, NULL);
  GtkWidget *spin = gf_ui_find (ratings, ADW_TYPE_SPIN_ROW, "Ease of use");
  GtkTextView *text = GTK_TEXT_VIEW (gf_answer_block_get_text (block));
  GtkTextIter end;
  int y, height;

  gtk_test_accessible_assert_property (gf_answer_block_get_text (block), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What was going on when you first looked for something like this?");
  gtk_test_accessible_assert_role (spin, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_nonnull (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL,
                          "Happy customer · Fernglas Digital · 12 November 2026 · asked by Lea · 42 minutes"));
  g_assert_nonnull (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "Industry"));
  g_assert_cmpstr (gf_step_view_get_next_label (get_view (fixture)), ==, "Jonas Lindqvist");
  gf_ui_picture (GTK_WIDGET (fixture->window), "interview");

  /* All of the answer is seen. */
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (text), &end);
  gtk_text_view_get_line_yrange (text, &end, &y, &height);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (text)), >=, y + height);

  adw_spin_row_set_value (ADW_SPIN_ROW (spin), 2.5);
  g_autoptr (GfRating) rating =
    g_list_model_get_item (G_LIST_MODEL (gf_interview_get_ratings (get_interview (fixture, 0))), 0);

  g_assert_cmpfloat (gf_rating_get_value (rating), ==, 2.5);
  gf_ui_wait_ms (50);
  undo (fixture);
  g_assert_cmpfloat (adw_spin_row_get_value (ADW_SPIN_ROW (spin)), ==, 5);

  /* Next leads to the interview after it, and after the last there is none. */
  gf_step_view_next (get_view (fixture));
  gf_ui_assert_soon (g_strcmp0 (gf_step_view_get_next_label (get_view (fixture)), "Priya Nair") == 0);
  for (guint i = 0; i < 5; i++)
    {
      gf_step_view_next (get_view (fixture));
      gf_ui_wait_ms (50);
    }
  g_assert_null (gf_step_view_get_next_label (get_view (fixture)));
}

static void
test_removed_question_takes_its_quotes_along (Fixture       *fixture,
                                              gconstpointer  data)
{
  GfAnswerBlock *block = open_first (fixture, 1);
  GListModel *quotes = G_LIST_MODEL (gf_interview_get_quotes (get_interview (fixture, 0)));

  gtk_widget_activate_action (GTK_WIDGET (block), "question.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (quotes), ==, 1);
  gf_ui_wait_ms (50);
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (quotes), ==, 3);
}

static void
test_it_fits_a_phone (Fixture       *fixture,
                      gconstpointer  data)
{
  GfWindow *narrow = gf_ui_new_window (360, 720);

  gf_window_new_project (narrow);
  gf_research_fixture_fill (gf_window_get_project (narrow));
  gf_window_go (narrow, "interviews");
  gf_ui_wait_ms (600);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (narrow)), <=, 360);
  gf_ui_picture (GTK_WIDGET (narrow), "interviews-360");
  g_signal_emit_by_name (gf_ui_find (GTK_WIDGET (narrow), GF_TYPE_INTERVIEW_ROW, "Ana Ruiz, Head of Marketing"),
                         "activate");
  gf_ui_wait_ms (600);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (narrow)), <=, 360);
  gf_ui_picture (GTK_WIDGET (narrow), "interview-360");
  gf_ui_close_window (narrow);
}

#define ADD(path, function, filled) \
  g_test_add ("/ui/interviews/" path, Fixture, GINT_TO_POINTER (filled), set_up, function, gf_ui_fixture_close)

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);

  ADD ("empty-page-shows-what-to-ask", test_empty_page_shows_what_to_ask, FALSE);
  ADD ("dialog-adds-one-step", test_dialog_adds_one_step, FALSE);
  ADD ("list-counts-and-groups", test_list_counts_and_groups, TRUE);
  ADD ("delete-removes-and-undo-brings-back", test_delete_removes_and_undo_brings_back, TRUE);
  ADD ("typing-is-one-step-and-keeps-the-cursor", test_typing_is_one_step_and_keeps_the_cursor, TRUE);
  ADD ("selected-words-become-a-quote", test_selected_words_become_a_quote, TRUE);
  ADD ("new-theme-asks-for-its-kind", test_new_theme_asks_for_its_kind, TRUE);
  ADD ("quote-follows-what-is-typed-in-it", test_quote_follows_what_is_typed_in_it, TRUE);
  ADD ("page-names-what-it-shows", test_page_names_what_it_shows, TRUE);
  ADD ("removed-question-takes-its-quotes-along", test_removed_question_takes_its_quotes_along, TRUE);
  ADD ("it-fits-a-phone", test_it_fits_a_phone, FALSE);

  return g_test_run ();
}
