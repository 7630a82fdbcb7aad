/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-history.h"
#include "project-fixture.h"

static GfInterview *
first_interview (GfProject *project)
{
  g_autoptr (GfInterview) interview =
    g_list_model_get_item (G_LIST_MODEL (gf_project_get_interviews (project)), 0);

  return interview;   /* the project keeps it */
}

static void
test_undo_and_redo_restore_values_and_identity (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);
  GfInterview *interview = first_interview (project);

  g_assert_false (gf_history_get_can_undo (history));
  gf_interview_set_person (interview, "Ana Ruiz");
  gf_history_commit (history);
  g_object_ref (interview);
  g_list_store_remove_all (gf_project_get_interviews (project));
  gf_history_commit (history);

  gf_history_undo (history);
  g_assert_cmpstr (gf_interview_get_person (first_interview (project)), ==, "Ana Ruiz");
  interview = first_interview (project);
  gf_history_undo (history);
  g_assert_true (first_interview (project) == interview);
  g_assert_cmpstr (gf_interview_get_person (interview), ==, "");
  g_assert_false (gf_history_get_can_undo (history));

  gf_history_redo (history);
  g_assert_cmpstr (gf_interview_get_person (interview), ==, "Ana Ruiz");
  gf_history_redo (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_interviews (project))),
                    ==, 0);
  g_assert_false (gf_history_get_can_redo (history));
}

static void
test_typing_is_one_step (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);

  for (const char *text = "Mara L"; *text != '\0'; text++)
    {
      g_autofree char *typed = g_strdup_printf ("%s%c", gf_project_get_owner (project), *text);

      gf_project_set_owner (project, typed);
      gf_history_commit (history);
    }
  gf_project_set_product (project, "D");
  gf_history_commit (history);

  gf_history_undo (history);
  g_assert_cmpstr (gf_project_get_product (project), ==, "");
  g_assert_cmpstr (gf_project_get_owner (project), ==, "Mara L");
  gf_history_undo (history);
  g_assert_cmpstr (gf_project_get_owner (project), ==, "");
  g_assert_false (gf_history_get_can_undo (history));
}

static void
test_typing_into_two_fields_at_once_is_one_step (void)
{
  /* As a marked quote and the answer it stands in do. */
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *typed = g_strnfill (i, 'x');

      gf_project_set_owner (project, typed);
      gf_project_set_product (project, typed);
      gf_history_commit (history);
    }

  gf_history_undo (history);
  g_assert_cmpstr (gf_project_get_owner (project), ==, "");
  g_assert_cmpstr (gf_project_get_product (project), ==, "");
  g_assert_false (gf_history_get_can_undo (history));
}

static void
test_two_lists_in_two_turns_are_two_steps (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GfTheme) theme = gf_theme_new ();

      g_list_store_append (gf_project_get_themes (project), theme);
      gf_history_commit (history);
    }

  gf_history_undo (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_themes (project))), ==, 1);
}

static gboolean
busy_cb (gpointer data)
{
  g_usleep (1000);

  return G_SOURCE_CONTINUE;
}

static void
done_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* A window that draws all the time leaves no idle moment. */
static void
test_steps_are_told_apart_without_an_idle_moment (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);
  guint busy = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 20, busy_cb, NULL, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GfTheme) theme = gf_theme_new ();
      gboolean done = FALSE;

      g_list_store_append (gf_project_get_themes (project), theme);
      g_timeout_add_once (50, done_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (busy);

  gf_history_undo (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_themes (project))), ==, 1);
  gf_history_undo (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_themes (project))), ==, 0);
}

static void
test_one_turn_of_the_loop_is_one_step (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);

  gf_project_set_owner (project, "Mara");
  gf_project_set_product (project, "DataGlyph");
  g_assert_true (gf_history_get_can_undo (history));
  while (g_main_context_iteration (NULL, FALSE))
    ;

  gf_history_undo (history);
  g_assert_cmpstr (gf_project_get_owner (project), ==, "");
  g_assert_cmpstr (gf_project_get_product (project), ==, "");
}

static void
test_a_new_change_ends_redo (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);

  gf_project_set_owner (project, "Mara");
  gf_history_undo (history);
  g_assert_true (gf_history_get_can_redo (history));
  gf_project_set_product (project, "x");
  g_assert_false (gf_history_get_can_redo (history));
  gf_history_redo (history);
  g_assert_cmpstr (gf_project_get_owner (project), ==, "");
}

static void
test_customers_come_back (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);
  GfTable *before = gf_project_get_table (project);

  gf_project_set_table (project, NULL);
  gf_history_commit (history);
  gf_history_undo (history);
  g_assert_true (gf_project_get_table (project) == before);
}

static void
test_a_change_and_its_opposite_are_no_step (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);

  gf_project_set_owner (project, "Mara");
  gf_project_set_owner (project, "");
  gf_history_commit (history);
  g_assert_false (gf_history_get_can_undo (history));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/history/undo-and-redo-restore-values-and-identity",
                   test_undo_and_redo_restore_values_and_identity);
  g_test_add_func ("/project/history/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/project/history/typing-into-two-fields-at-once-is-one-step",
                   test_typing_into_two_fields_at_once_is_one_step);
  g_test_add_func ("/project/history/two-lists-in-two-turns-are-two-steps",
                   test_two_lists_in_two_turns_are_two_steps);
  g_test_add_func ("/project/history/steps-are-told-apart-without-an-idle-moment",
                   test_steps_are_told_apart_without_an_idle_moment);
  g_test_add_func ("/project/history/one-turn-of-the-loop-is-one-step",
                   test_one_turn_of_the_loop_is_one_step);
  g_test_add_func ("/project/history/a-new-change-ends-redo", test_a_new_change_ends_redo);
  g_test_add_func ("/project/history/customers-come-back", test_customers_come_back);
  g_test_add_func ("/project/history/a-change-and-its-opposite-are-no-step",
                   test_a_change_and_its_opposite_are_no_step);

  return g_test_run ();
}
