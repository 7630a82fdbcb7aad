/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-review-words.h"

#include "gf-calendar.h"
#include "gf-date.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>

#define REMIND_DAYS 7

/* The questions of the quarter: the four that open it, then what surprised, what changed, what is
 * to be done. */
static const char * const agenda[] = {
  N_("Do more of the new leads fit the profile?"),
  N_("Do more of them become customers?"),
  N_("Do fewer leave?"),
  N_("Is what they say about us better?"),
  N_("Which wins and losses surprised us?"),
  N_("Who bought without fitting the profile, and should they count?"),
  N_("Which customers that fit left or struggled, and why?"),
  N_("Which new pains, words and triggers did we hear?"),
  N_("What changed in the market, with competitors, in law, in prices?"),
  N_("What changed in our product, or in what it costs to serve?"),
  N_("Which lines of the profile gained or lost evidence?"),
  N_("Which experiments ended, and how?"),
  N_("Do sales, marketing, product and support use the profile? Examples?"),
  N_("What do we keep, change, drop, split or merge?"),
  N_("What do we still not know, and who finds out by when?"),
};

/**
 * gf_review_dup_day:
 * @day: days since 1970-01-01
 *
 * Returns: (transfer full): “Thursday, 14 January”, with the year if it is not this one
 */
char *
gf_review_dup_day (gint32 day)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *rest = gf_format_date (day);
  int year, month, day_of_month;

  gf_days_to_parts (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  if (date == NULL)
    return g_steal_pointer (&rest);

  weekday = g_date_time_format (date, "%A");

  /* Translators: the day of the week and the date: “Thursday”, “14 January” */
  return g_strdup_printf (_("%s, %s"), weekday, rest);
}

/**
 * gf_review_dup_title:
 * @review: a review
 *
 * Returns: (transfer full): “Review of 14 October”
 */
char *
gf_review_dup_title (GfReview *review)
{
  g_autofree char *date = NULL;
  gint32 day;

  if (!gf_days_from_iso (gf_review_get_date (review), &day))
    return g_strdup (_("Review"));

  date = gf_format_date (day);

  /* Translators: %s is a date */
  return g_strdup_printf (_("Review of %s"), date);
}

static char *
dup_first_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      return g_strdup (lines[i]);

  return NULL;
}

/**
 * gf_review_dup_summary:
 * @review: a review
 *
 * Returns: (transfer full): its first decision and who was there
 */
char *
gf_review_dup_summary (GfReview *review)
{
  g_autofree char *decision = dup_first_line (gf_review_get_decisions (review));
  const char *attendees = gf_review_get_attendees (review);

  if (decision == NULL)
    decision = g_strdup (_("No decisions yet"));

  return *attendees != '\0' ? g_strdup_printf ("%s · %s", decision, attendees)
                            : g_steal_pointer (&decision);
}

/**
 * gf_review_dup_agenda:
 *
 * Returns: (transfer full): what to ask, a line each with room for the answer
 */
char *
gf_review_dup_agenda (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (agenda); i++)
    {
      if (i > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, _(agenda[i]));
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * gf_review_get_next_day:
 * @project: a project
 * @day: (out): when the next review is
 *
 * Returns: whether a day is set
 */
gboolean
gf_review_get_next_day (GfProject *project,
                        gint32    *day)
{
  return gf_days_from_iso (gf_project_get_next_review (project), day);
}

/**
 * gf_review_find_latest:
 * @project: a project
 *
 * Returns: (transfer full) (nullable): the review with the latest date
 */
GfReview *
gf_review_find_latest (GfProject *project)
{
  GListModel *reviews = G_LIST_MODEL (gf_project_get_reviews (project));
  g_autoptr (GfReview) latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (GfReview) review = g_list_model_get_item (reviews, i);

      /* The form of a date sorts as text. */
      if (latest == NULL
          || g_strcmp0 (gf_review_get_date (review), gf_review_get_date (latest)) >= 0)
        g_set_object (&latest, review);
    }

  return g_steal_pointer (&latest);
}

/**
 * gf_review_dup_calendar:
 * @project: a project with a day for its next review
 *
 * Returns: (transfer full) (nullable): the next reviews as a calendar, every three months; NULL
 *   without a day
 */
char *
gf_review_dup_calendar (GfProject *project)
{
  GfCalendarEvent event = { .months = GF_REVIEW_MONTHS, .alarm_days = REMIND_DAYS };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *uid = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *description = gf_review_dup_agenda ();

  if (!gf_review_get_next_day (project, &event.day))
    return NULL;

  uid = g_strdup_printf ("%s-review@goodfit", gf_record_get_id (GF_RECORD (project)));
  /* Translators: an entry in a calendar; %s is the name of the project */
  summary = *gf_project_get_name (project) != '\0'
              ? g_strdup_printf (_("Review of the customer profile: %s"),
                                 gf_project_get_name (project))
              : g_strdup (_("Review of the customer profile"));
  event.uid = uid;
  event.summary = summary;
  event.description = description;
  event.stamp = g_date_time_to_unix (now);

  return gf_calendar_to_text (&event);
}
