/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-research-words.h"
#include "gf-scripts.h"

static guint
count_answers (GfInterview *interview)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gf_interview_get_answers (interview)));
}

static void
test_every_kind_has_questions (void)
{
  for (int kind = GF_INTERVIEW_HAPPY; kind <= GF_INTERVIEW_PROSPECT; kind++)
    {
      g_assert_cmpuint (gf_script_get_n_questions (kind), >=, 8);
      for (guint i = 0; i < gf_script_get_n_questions (kind); i++)
        g_assert_true (g_utf8_validate (gf_script_get_question (kind, i), -1, NULL));
      g_assert_cmpstr (gf_interview_kind_get_label (kind), !=, "");
    }
}

static void
test_script_is_added_once (void)
{
  g_autoptr (GfInterview) interview = gf_interview_new ();

  gf_script_add_to (interview);
  g_assert_cmpuint (count_answers (interview), ==, 14);

  g_autoptr (GfAnswer) first = g_list_model_get_item (G_LIST_MODEL (gf_interview_get_answers (interview)), 0);

  g_assert_cmpstr (gf_answer_get_question (first), ==,
                   "What was going on when you first looked for something like this?");
  g_assert_cmpstr (gf_answer_get_text (first), ==, "");

  gf_script_add_to (interview);
  g_assert_cmpuint (count_answers (interview), ==, 14);
}

static void
test_another_kind_keeps_what_was_written (void)
{
  g_autoptr (GfInterview) interview = gf_interview_new ();
  g_autoptr (GfAnswer) own = gf_answer_new ();

  gf_script_add_to (interview);
  gf_answer_set_question (own, "Whom else did you ask?");
  g_list_store_append (gf_interview_get_answers (interview), own);

  g_autoptr (GfAnswer) first = g_list_model_get_item (G_LIST_MODEL (gf_interview_get_answers (interview)), 0);

  gf_answer_set_text (first, "A new boss.");
  gf_interview_set_kind (interview, GF_INTERVIEW_CHURNED);
  gf_script_replace_in (interview, GF_INTERVIEW_HAPPY);

  g_assert_cmpuint (count_answers (interview), ==, 2 + 13);
  g_assert_true (g_list_store_find (gf_interview_get_answers (interview), first, NULL));
  g_assert_true (g_list_store_find (gf_interview_get_answers (interview), own, NULL));
}

static void
test_title_names_who_was_asked (void)
{
  g_autoptr (GfInterview) interview = gf_interview_new ();
  g_autofree char *none = gf_interview_dup_title (interview);

  g_assert_cmpstr (none, ==, "Nameless interview");
  gf_interview_set_company (interview, "Fernglas Digital");
  g_autofree char *company = gf_interview_dup_title (interview);

  g_assert_cmpstr (company, ==, "Fernglas Digital");
  gf_interview_set_person (interview, "Ana Ruiz");
  g_autofree char *person = gf_interview_dup_title (interview);

  g_assert_cmpstr (person, ==, "Ana Ruiz");
  gf_interview_set_role (interview, "Head of Marketing");
  g_autofree char *both = gf_interview_dup_title (interview);

  g_assert_cmpstr (both, ==, "Ana Ruiz, Head of Marketing");
}

static void
test_dates_read_as_people_write_them (void)
{
  g_autofree char *other_year = gf_date_dup_text ("2019-03-05", FALSE);
  g_autofree char *empty = gf_date_dup_text ("", TRUE);
  g_autofree char *wrong = gf_date_dup_text ("2019-02-30", TRUE);

  g_assert_cmpstr (other_year, ==, "5 March 2019");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (wrong, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/research/scripts/every-kind-has-questions", test_every_kind_has_questions);
  g_test_add_func ("/research/scripts/script-is-added-once", test_script_is_added_once);
  g_test_add_func ("/research/scripts/another-kind-keeps-what-was-written", test_another_kind_keeps_what_was_written);
  g_test_add_func ("/research/words/title-names-who-was-asked", test_title_names_who_was_asked);
  g_test_add_func ("/research/words/dates-read-as-people-write-them", test_dates_read_as_people_write_them);

  return g_test_run ();
}
