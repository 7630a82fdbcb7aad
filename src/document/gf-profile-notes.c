/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-profile-notes.h"

#include "gf-date.h"
#include "gf-format.h"
#include "gf-theme-count.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gf_profile_parse_date:
 * @iso: (nullable): a day, “2026-10-14”
 *
 * Returns: (transfer full) (nullable): its noon; NULL for "" and what is no day
 */
GDateTime *
gf_profile_parse_date (const char *iso)
{
  if (iso == NULL || *iso == '\0')
    return NULL;

  g_autofree char *text = g_strdup_printf ("%sT12:00:00Z", iso);

  return g_date_time_new_from_iso8601 (text, NULL);
}

/**
 * gf_profile_dup_day:
 * @iso: (nullable): a day
 *
 * Returns: (transfer full): the day as the page says it; "" for what is none
 */
char *
gf_profile_dup_day (const char *iso)
{
  gint32 days;

  return gf_days_from_iso (iso, &days) ? gf_format_day (days) : g_strdup ("");
}

static char *
dup_month (GDateTime *date,
           gboolean   with_year)
{
  /* Translators: a month on the page, as in “July” and “September 2026”. */
  return g_date_time_format (date, with_year ? _("%B %Y") : C_("month", "%B"));
}

/* “July to September 2026” */
static char *
dup_period (GListModel *interviews)
{
  const char *first = NULL;
  const char *last = NULL;
  guint n = g_list_model_get_n_items (interviews);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);
      const char *date = gf_interview_get_date (interview);

      if (*date == '\0')
        continue;
      if (first == NULL || strcmp (date, first) < 0)
        first = date;
      if (last == NULL || strcmp (date, last) > 0)
        last = date;
    }

  g_autoptr (GDateTime) from = gf_profile_parse_date (first);
  g_autoptr (GDateTime) to = gf_profile_parse_date (last);
  if (from == NULL || to == NULL)
    return NULL;

  g_autofree char *end = dup_month (to, TRUE);
  if (strncmp (first, last, 7) == 0)
    return g_steal_pointer (&end);

  g_autofree char *start = dup_month (from, strncmp (first, last, 4) != 0);

  /* Translators: from one month to another: “July to September 2026”. */
  return g_strdup_printf (_("%s to %s"), start, end);
}

static void
append (GString    *text,
        const char *separator,
        const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (text, "%s%s", separator, more);
}

static char *
note_on_customers (const GfProfileContext *context)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = gf_profile_dup_day (context->customers_date);
  g_autofree char *n = gf_format_number ((double) context->n_customers, 0);

  g_string_append_printf (text, _("Customer list, n = %s"), n);
  append (text, ", ", date);
  if (context->best != NULL)
    {
      g_autofree char *best = g_strdup_printf (_("best are %s"), context->best);

      append (text, "; ", best);
    }
  g_string_append_c (text, '.');

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
note_on_interviews (const GfProfileContext *context)
{
  GListModel *interviews = context->interviews;
  guint n = g_list_model_get_n_items (interviews);
  guint happy = gf_interviews_count (interviews, GF_INTERVIEW_HAPPY);
  guint churned = gf_interviews_count (interviews, GF_INTERVIEW_CHURNED);
  g_autofree char *period = dup_period (interviews);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("Interviews, n = %u"), n);
  append (text, ", ", period);
  g_string_append_printf (text, _(": %u happy, %u churned"), happy, churned);
  if (n > happy + churned)
    g_string_append_printf (text, _(", %u others"), n - happy - churned);
  g_string_append_c (text, '.');

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
note_on_market (const GfProfileContext *context)
{
  GListModel *competitors = context->competitors;
  guint n = g_list_model_get_n_items (competitors);
  guint sources = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfCompetitor) competitor = g_list_model_get_item (competitors, i);

      sources += g_strv_length ((char **) gf_competitor_get_sources (competitor));
    }

  g_autofree char *first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u competitor",
                                                         "%u competitors", n), n);
  g_autofree char *second = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source",
                                                          "%u sources", sources), sources);

  return g_strdup_printf ("%s, %s.", first, second);
}

/**
 * gf_profile_dup_note:
 * @context: what the page is made of
 * @evidence: the first piece of evidence of its kind
 *
 * Says at the foot of the page what evidence of a kind rests on: how many customers or interviews, and of
 * when. Deals and our own terms are known by what their evidence says of them.
 *
 * Returns: (transfer full): the translated note
 */
char *
gf_profile_dup_note (const GfProfileContext *context,
                     GfEvidence             *evidence)
{
  GfEvidenceKind kind = gf_evidence_get_kind (evidence);

  if (kind == GF_EVIDENCE_CUSTOMERS)
    return note_on_customers (context);
  if (kind == GF_EVIDENCE_INTERVIEWS && context->interviews != NULL)
    return note_on_interviews (context);
  if (kind == GF_EVIDENCE_MARKET && context->competitors != NULL)
    return note_on_market (context);

  return g_strdup (gf_evidence_get_text (evidence));
}
