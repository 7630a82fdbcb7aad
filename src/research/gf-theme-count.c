/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-theme-count.h"

#include <glib/gi18n-lib.h>

static GfQuote *
find_quote (GfInterview *interview,
            const char  *theme_id)
{
  GListModel *quotes = G_LIST_MODEL (gf_interview_get_quotes (interview));

  for (guint i = 0; i < g_list_model_get_n_items (quotes); i++)
    {
      g_autoptr (GfQuote) quote = g_list_model_get_item (quotes, i);

      if (g_strcmp0 (gf_quote_get_theme (quote), theme_id) == 0)
        return quote;   /* the interview keeps it */
    }

  return NULL;
}

/**
 * gf_theme_count:
 * @theme: a theme that is in a list
 * @interviews: (element-type GfInterview): all interviews
 * @count: (out caller-allocates): how many people spoke of it, by kind
 *
 * Counts the people who have at least one quote on a theme.
 */
void
gf_theme_count (GfTheme      *theme,
                GListModel   *interviews,
                GfThemeCount *count)
{
  g_return_if_fail (GF_IS_THEME (theme) && G_IS_LIST_MODEL (interviews) && count != NULL);

  *count = (GfThemeCount) { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);
      guint one = find_quote (interview, gf_record_get_id (GF_RECORD (theme))) != NULL ? 1 : 0;

      switch (gf_interview_get_kind (interview))
        {
        case GF_INTERVIEW_HAPPY:
          count->n_happy++;
          count->happy += one;
          break;
        case GF_INTERVIEW_CHURNED:
          count->n_churned++;
          count->churned += one;
          break;
        case GF_INTERVIEW_LOST:
        case GF_INTERVIEW_PROSPECT:
        default:
          count->n_others++;
          count->others += one;
          break;
        }
    }
}

/**
 * gf_theme_find_quote:
 * @theme: a theme that is in a list
 * @interviews: (element-type GfInterview): all interviews
 * @kind: whose words
 * @interview: (out) (optional) (transfer none): the interview it is from
 *
 * Returns: (transfer none) (nullable): the first quote on the theme by somebody of that kind
 */
GfQuote *
gf_theme_find_quote (GfTheme          *theme,
                     GListModel       *interviews,
                     GfInterviewKind   kind,
                     GfInterview     **interview)
{
  g_return_val_if_fail (GF_IS_THEME (theme) && G_IS_LIST_MODEL (interviews), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) candidate = g_list_model_get_item (interviews, i);
      GfQuote *quote = NULL;

      if (gf_interview_get_kind (candidate) == kind)
        quote = find_quote (candidate, gf_record_get_id (GF_RECORD (theme)));
      if (quote == NULL)
        continue;
      if (interview != NULL)
        *interview = candidate;   /* the list keeps it */
      return quote;
    }

  return NULL;
}

/**
 * gf_interview_dup_speaker:
 * @interview: an interview
 *
 * Names the person as a page may: by role and size, and by name only when that was released.
 *
 * Returns: (transfer full): “Head of Marketing, 140 people”; empty if nothing is known
 */
char *
gf_interview_dup_speaker (GfInterview *interview)
{
  g_return_val_if_fail (GF_IS_INTERVIEW (interview), NULL);

  const char *parts[4] = { NULL };
  guint n = 0;
  g_autoptr (GString) speaker = g_string_new (NULL);

  if (gf_interview_get_released (interview))
    {
      parts[n++] = gf_interview_get_person (interview);
      parts[n++] = gf_interview_get_company (interview);
    }
  parts[n++] = gf_interview_get_role (interview);
  parts[n++] = gf_interview_get_size (interview);

  for (guint i = 0; i < n; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (speaker, "%s%s", speaker->len > 0 ? ", " : "", parts[i]);

  return g_string_free_and_steal (g_steal_pointer (&speaker));
}
