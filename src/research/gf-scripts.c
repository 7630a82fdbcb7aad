/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-scripts.h"

#include <glib/gi18n-lib.h>

static const char * const happy[] = {
  N_("What was going on when you first looked for something like this?"),
  N_("What did you use or do before, and what did it cost you?"),
  N_("Which job or problem were we meant to solve?"),
  N_("What else did you compare, and why did you choose us?"),
  N_("What almost made you say no?"),
  N_("Who took part in the decision, who signed, and who objected?"),
  N_("How soon did you see a first result, and what was it?"),
  N_("What has changed since, in time, money or calm? Is there a number?"),
  N_("Which part would you miss most if it were gone tomorrow?"),
  N_("What still annoys you?"),
  N_("How would you describe us to a colleague? Have you done so?"),
  N_("Who else has the same problem?"),
  N_("Where do you learn about your trade: which people, sites and events?"),
  N_("What would make you leave?"),
};

static const char * const churned[] = {
  N_("What did you hope would be better when you chose us?"),
  N_("What happened in the first month?"),
  N_("When did you first have doubts, and what set them off?"),
  N_("What did we promise that did not come true?"),
  N_("What was missing, too simple, or too much for the way you work?"),
  N_("Who used it, who did not, and why?"),
  N_("How did setting up go, and how was the support?"),
  N_("What had changed on your side: team, budget, priorities?"),
  N_("What do you use now, and what does it do better?"),
  N_("How did the price compare with what you got?"),
  N_("What single thing could have kept you?"),
  N_("For what kind of team would you still recommend us?"),
  N_("Under which condition would you come back?"),
};

static const char * const lost[] = {
  N_("What was going on when you began to look?"),
  N_("What did you compare, and what mattered most?"),
  N_("At which point did we drop out?"),
  N_("Who decided, and who had doubts?"),
  N_("Was there one thing that ruled us out?"),
  N_("What did you choose in the end, and what tipped the scales?"),
  N_("How did our price look beside the others?"),
  N_("What would have made you choose us?"),
  N_("For whom do you think we are the right choice?"),
};

static const char * const prospect[] = {
  N_("When did this problem last hurt, and what happened?"),
  N_("How do you get by today?"),
  N_("What does that cost you, in hours or in money?"),
  N_("What have you tried, and why did it not stay?"),
  N_("Who would have to agree, and whose budget would it be?"),
  N_("What would solving it be worth to you?"),
  N_("What would make you begin to look this month rather than next year?"),
  N_("Where would you look, and whom would you ask?"),
  N_("Who else should we talk to?"),
};

static const struct
{
  const char * const *questions;
  guint n_questions;
} scripts[] = {
  [GF_INTERVIEW_HAPPY] = { happy, G_N_ELEMENTS (happy) },
  [GF_INTERVIEW_CHURNED] = { churned, G_N_ELEMENTS (churned) },
  [GF_INTERVIEW_LOST] = { lost, G_N_ELEMENTS (lost) },
  [GF_INTERVIEW_PROSPECT] = { prospect, G_N_ELEMENTS (prospect) },
};

/**
 * gf_script_get_n_questions:
 * @kind: a kind of interview
 *
 * Returns: how many questions its script has
 */
guint
gf_script_get_n_questions (GfInterviewKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (scripts), 0);

  return scripts[kind].n_questions;
}

/**
 * gf_script_get_question:
 * @kind: a kind of interview
 * @position: below gf_script_get_n_questions()
 *
 * Returns: (transfer none): that question, in the language of the user
 */
const char *
gf_script_get_question (GfInterviewKind kind,
                        guint           position)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (scripts), NULL);
  g_return_val_if_fail (position < scripts[kind].n_questions, NULL);

  return _(scripts[kind].questions[position]);
}

static gboolean
has_question (GfInterview *interview,
              const char  *question)
{
  GListModel *answers = G_LIST_MODEL (gf_interview_get_answers (interview));

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (GfAnswer) answer = g_list_model_get_item (answers, i);

      if (g_str_equal (gf_answer_get_question (answer), question))
        return TRUE;
    }

  return FALSE;
}

/**
 * gf_script_add_to:
 * @interview: an interview
 *
 * Appends the questions of the interview's kind that it does not ask yet, without answers.
 */
void
gf_script_add_to (GfInterview *interview)
{
  g_return_if_fail (GF_IS_INTERVIEW (interview));

  GfInterviewKind kind = gf_interview_get_kind (interview);

  for (guint i = 0; i < gf_script_get_n_questions (kind); i++)
    {
      const char *question = gf_script_get_question (kind, i);

      if (!has_question (interview, question))
        {
          g_autoptr (GfAnswer) answer = gf_answer_new ();

          gf_answer_set_question (answer, question);
          g_list_store_append (gf_interview_get_answers (interview), answer);
        }
    }
}

static gboolean
is_of_script (GfInterviewKind kind,
              const char     *question)
{
  for (guint i = 0; i < gf_script_get_n_questions (kind); i++)
    if (g_str_equal (gf_script_get_question (kind, i), question))
      return TRUE;

  return FALSE;
}

/**
 * gf_script_replace_in:
 * @interview: an interview whose kind has just changed
 * @from: the kind that it was
 *
 * Takes out the questions of the former kind's script that nobody answered, and adds those of the
 * present one. What has an answer, and what somebody wrote, stays.
 */
void
gf_script_replace_in (GfInterview    *interview,
                      GfInterviewKind from)
{
  g_return_if_fail (GF_IS_INTERVIEW (interview));

  GListStore *answers = gf_interview_get_answers (interview);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (answers)); i-- > 0;)
    {
      g_autoptr (GfAnswer) answer = g_list_model_get_item (G_LIST_MODEL (answers), i);

      if (*gf_answer_get_text (answer) == '\0' &&
          is_of_script (from, gf_answer_get_question (answer)))
        g_list_store_remove (answers, i);
    }

  gf_script_add_to (interview);
}
