/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-passages.h"

static GfQuote *
add_quote (GfInterview *interview,
           GfAnswer    *answer,
           const char  *words,
           const char  *theme)
{
  g_autoptr (GfQuote) quote = gf_quote_new ();

  gf_quote_set_answer (quote, gf_record_get_id (GF_RECORD (answer)));
  gf_quote_set_text (quote, words);
  gf_quote_set_theme (quote, theme);
  g_list_store_append (gf_interview_get_quotes (interview), quote);

  return quote;
}

static GfAnswer *
add_answer (GfInterview *interview,
            const char  *text)
{
  g_autoptr (GfAnswer) answer = gf_answer_new ();

  gf_answer_set_text (answer, text);
  g_list_store_append (gf_interview_get_answers (interview), answer);

  return answer;
}

static void
test_quotes_are_found_in_their_answer (void)
{
  g_autoptr (GfInterview) interview = gf_interview_new ();
  GfAnswer *answer = add_answer (interview, "Für uns zählt Zeit. Zeit und Ruhe.");
  GfAnswer *other = add_answer (interview, "Zeit");

  add_quote (interview, answer, "Zeit", "a");
  add_quote (interview, answer, "Zeit", "b");
  add_quote (interview, answer, "Zeit", "c");
  add_quote (interview, answer, "Geld", "d");
  add_quote (interview, other, "Zeit", "e");

  g_autoptr (GArray) passages = gf_interview_find_passages (interview, answer);

  g_assert_cmpuint (passages->len, ==, 4);
  g_assert_cmpint (g_array_index (passages, GfPassage, 0).start, ==, 14);
  g_assert_cmpint (g_array_index (passages, GfPassage, 0).end, ==, 18);
  g_assert_cmpint (g_array_index (passages, GfPassage, 1).start, ==, 20);
  g_assert_cmpint (g_array_index (passages, GfPassage, 2).start, ==, 14);
  g_assert_cmpint (g_array_index (passages, GfPassage, 3).start, ==, -1);
}

static void
test_hasty_selection_becomes_whole_words (void)
{
  const char *text = "  wanted the numbers, every Monday.";
  int start = 4, end = 17;

  g_assert_true (gf_passage_trim (text, &start, &end));
  g_assert_cmpint (start, ==, 2);
  g_assert_cmpint (end, ==, 20);

  start = 0;
  end = 35;
  g_assert_true (gf_passage_trim (text, &start, &end));
  g_assert_cmpint (start, ==, 2);
  g_assert_cmpint (end, ==, 35);

  start = 0;
  end = 2;
  g_assert_false (gf_passage_trim (text, &start, &end));
}

static void
check_difference (const char *before,
                  const char *after,
                  int         start,
                  int         end,
                  const char *inserted)
{
  int s, e;
  const char *text;
  gsize length;

  g_assert_true (gf_text_difference (before, after, &s, &e, &text, &length));
  g_autofree char *found = g_strndup (text, length);

  g_assert_cmpint (s, ==, start);
  g_assert_cmpint (e, ==, end);
  g_assert_cmpstr (found, ==, inserted);
}

static void
test_difference_is_one_stretch (void)
{
  int s, e;
  const char *text;
  gsize length;

  g_assert_false (gf_text_difference ("same", "same", &s, &e, &text, &length));
  check_difference ("", "new", 0, 0, "new");
  check_difference ("old", "", 0, 3, "");
  check_difference ("one two", "one new two", 4, 4, "new ");
  check_difference ("aaa", "aa", 2, 3, "");
  check_difference ("für", "fur", 1, 2, "u");
  check_difference ("é", "è", 0, 1, "è");
}

static GfInterview *
add_interview (GListStore     *interviews,
               GfInterviewKind kind,
               const char     *date)
{
  g_autoptr (GfInterview) interview = gf_interview_new ();

  gf_interview_set_kind (interview, kind);
  gf_interview_set_date (interview, date);
  g_list_store_append (interviews, interview);

  return interview;
}

static void
test_saturation_looks_at_the_latest (void)
{
  g_autoptr (GListStore) interviews = g_list_store_new (GF_TYPE_INTERVIEW);
  GListModel *list = G_LIST_MODEL (interviews);

  g_assert_false (gf_interviews_are_saturated (list, GF_INTERVIEW_HAPPY));

  GfInterview *second = add_interview (interviews, GF_INTERVIEW_HAPPY, "2026-11-12");
  GfInterview *first = add_interview (interviews, GF_INTERVIEW_HAPPY, "2026-10-30");
  GfInterview *churned = add_interview (interviews, GF_INTERVIEW_CHURNED, "2026-11-20");
  GfAnswer *answer = add_answer (second, "");

  add_quote (second, answer, "", "a");
  g_assert_false (gf_interviews_are_saturated (list, GF_INTERVIEW_HAPPY));
  add_quote (first, answer, "", "a");
  add_quote (first, answer, "", "b");
  g_assert_true (gf_interviews_are_saturated (list, GF_INTERVIEW_HAPPY));
  add_quote (second, answer, "", "c");
  add_quote (churned, answer, "", "c");
  g_assert_false (gf_interviews_are_saturated (list, GF_INTERVIEW_HAPPY));
  g_assert_cmpuint (gf_interviews_count (list, GF_INTERVIEW_HAPPY), ==, 2);
  g_assert_cmpuint (gf_interviews_count (list, GF_INTERVIEW_LOST), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/research/passages/quotes-are-found-in-their-answer", test_quotes_are_found_in_their_answer);
  g_test_add_func ("/research/passages/hasty-selection-becomes-whole-words", test_hasty_selection_becomes_whole_words);
  g_test_add_func ("/research/passages/difference-is-one-stretch", test_difference_is_one_stretch);
  g_test_add_func ("/research/passages/saturation-looks-at-the-latest", test_saturation_looks_at_the_latest);

  return g_test_run ();
}
