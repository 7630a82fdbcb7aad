/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-passages.h"

#include <string.h>

static gboolean
is_taken (GArray     *passages,
          const char *words,
          int         start)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const GfPassage *passage = &g_array_index (passages, GfPassage, i);

      if (passage->start == start && g_str_equal (gf_quote_get_text (passage->quote), words))
        return TRUE;
    }

  return FALSE;
}

static void
place (GfPassage  *passage,
       GArray     *passages,
       const char *text)
{
  const char *words = gf_quote_get_text (passage->quote);
  const char *first = NULL;

  passage->start = passage->end = -1;
  if (*words == '\0')
    return;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (g_utf8_next_char (p), words))
    {
      if (first == NULL)
        first = p;
      if (!is_taken (passages, words, (int) g_utf8_pointer_to_offset (text, p)))
        {
          first = p;
          break;
        }
    }

  /* Two themes for the same words share one place. */
  if (first != NULL)
    {
      passage->start = (int) g_utf8_pointer_to_offset (text, first);
      passage->end = passage->start + (int) g_utf8_strlen (words, -1);
    }
}

/**
 * gf_interview_find_passages:
 * @interview: an interview
 * @answer: one of its answers
 *
 * Finds where the quotes of an answer stand in it. O(quotes * length).
 *
 * Returns: (transfer full) (element-type GfPassage): the quotes of that answer, in the order of the list; the
 *   quotes belong to @interview
 */
GArray *
gf_interview_find_passages (GfInterview *interview,
                            GfAnswer    *answer)
{
  g_return_val_if_fail (GF_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (GF_IS_ANSWER (answer), NULL);

  GArray *passages = g_array_new (FALSE, FALSE, sizeof (GfPassage));
  GListModel *quotes = G_LIST_MODEL (gf_interview_get_quotes (interview));
  const char *id = gf_record_get_id (GF_RECORD (answer));

  for (guint i = 0; i < g_list_model_get_n_items (quotes); i++)
    {
      g_autoptr (GfQuote) quote = g_list_model_get_item (quotes, i);

      if (g_strcmp0 (gf_quote_get_answer (quote), id) == 0)
        {
          GfPassage passage = { .quote = quote };

          place (&passage, passages, gf_answer_get_text (answer));
          g_array_append_val (passages, passage);
        }
    }

  return passages;
}

/**
 * gf_passage_trim:
 * @text: an answer
 * @start: (inout): where a selection starts, in characters
 * @end: (inout): where it ends
 *
 * Takes the blanks off both ends of a selection and widens it to whole words, so that a hasty drag of the
 * pointer gives a passage that can be printed.
 *
 * Returns: FALSE when nothing is left
 */
gboolean
gf_passage_trim (const char *text,
                 int        *start,
                 int        *end)
{
  g_return_val_if_fail (text != NULL && start != NULL && end != NULL, FALSE);

  g_autofree gunichar *signs = NULL;
  glong length;

  signs = g_utf8_to_ucs4_fast (text, -1, &length);
  *start = CLAMP (*start, 0, (int) length);
  *end = CLAMP (*end, *start, (int) length);

  while (*start < *end && g_unichar_isspace (signs[*start]))
    (*start)++;
  while (*end > *start && g_unichar_isspace (signs[*end - 1]))
    (*end)--;
  if (*start == *end)
    return FALSE;

  if (g_unichar_isalnum (signs[*start]))
    while (*start > 0 && g_unichar_isalnum (signs[*start - 1]))
      (*start)--;
  if (g_unichar_isalnum (signs[*end - 1]))
    while (*end < (int) length && g_unichar_isalnum (signs[*end]))
      (*end)++;

  return TRUE;
}

/**
 * gf_text_difference:
 * @before: a text
 * @after: what it became
 * @start: (out): where they begin to differ, in characters of @before
 * @end: (out): where the differing part of @before ends
 * @inserted: (out): what stands there in @after, not terminated
 * @inserted_length: (out): its length in bytes
 *
 * Finds the one stretch that has to be replaced to make the one text the other, so that a text view can
 * follow a change from outside without losing the cursor.
 *
 * Returns: FALSE when the two are equal
 */
gboolean
gf_text_difference (const char  *before,
                    const char  *after,
                    int         *start,
                    int         *end,
                    const char **inserted,
                    gsize       *inserted_length)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  const char *a = before;
  const char *b = after;
  const char *a_end = before + strlen (before);
  const char *b_end = after + strlen (after);

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  if (*a == '\0' && *b == '\0')
    return FALSE;

  while (a_end > a && b_end > b)
    {
      const char *a_previous = g_utf8_prev_char (a_end);
      const char *b_previous = g_utf8_prev_char (b_end);

      if (g_utf8_get_char (a_previous) != g_utf8_get_char (b_previous))
        break;
      a_end = a_previous;
      b_end = b_previous;
    }

  *start = (int) g_utf8_pointer_to_offset (before, a);
  *end = (int) g_utf8_pointer_to_offset (before, a_end);
  *inserted = b;
  *inserted_length = (gsize) (b_end - b);

  return TRUE;
}

/**
 * gf_interviews_count:
 * @interviews: interviews
 * @kind: a kind
 *
 * Returns: how many are of that kind
 */
guint
gf_interviews_count (GListModel     *interviews,
                     GfInterviewKind kind)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (interviews), 0);

  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);

      n += gf_interview_get_kind (interview) == kind;
    }

  return n;
}

/* The latest interview of a kind by date, of equals the last in the list. */
static GfInterview *
find_latest (GListModel     *interviews,
             GfInterviewKind kind)
{
  GfInterview *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);

      if (gf_interview_get_kind (interview) == kind &&
          (latest == NULL || strcmp (gf_interview_get_date (interview), gf_interview_get_date (latest)) >= 0))
        latest = interview;   /* the list keeps it alive */
    }

  return latest;
}

static void
collect_themes (GfInterview *interview,
                GHashTable  *themes)
{
  GListModel *quotes = G_LIST_MODEL (gf_interview_get_quotes (interview));

  for (guint i = 0; i < g_list_model_get_n_items (quotes); i++)
    {
      g_autoptr (GfQuote) quote = g_list_model_get_item (quotes, i);

      if (*gf_quote_get_theme (quote) != '\0')
        g_hash_table_add (themes, g_strdup (gf_quote_get_theme (quote)));
    }
}

/**
 * gf_interviews_are_saturated:
 * @interviews: interviews
 * @kind: a kind
 *
 * Whether the latest interview of a kind, one with quotes, brought no theme that those before it had not
 * brought (Guest, Bunce and Johnson, “How Many Interviews Are Enough?”, Field Methods 18, 2006, call that
 * saturation). Interviews without quotes say nothing.
 *
 * Returns: FALSE too when there are not two interviews with quotes to compare
 */
gboolean
gf_interviews_are_saturated (GListModel     *interviews,
                             GfInterviewKind kind)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (interviews), FALSE);

  GfInterview *latest = find_latest (interviews, kind);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer theme;

  if (latest == NULL)
    return FALSE;

  collect_themes (latest, last);
  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);

      if (interview != latest && gf_interview_get_kind (interview) == kind)
        collect_themes (interview, known);
    }

  if (g_hash_table_size (last) == 0 || g_hash_table_size (known) == 0)
    return FALSE;

  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, &theme, NULL))
    if (!g_hash_table_contains (known, theme))
      return FALSE;

  return TRUE;
}
