/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A repeating day in a calendar, as text that every calendar reads (RFC 5545, "iCalendar"). */
typedef struct
{
  const char *uid;          /* the same whenever the same thing is written, so that it replaces itself */
  const char *summary;
  const char *description;  /* or NULL */
  gint32 day;               /* the first one, days since 1970-01-01 */
  guint months;             /* how many between two; 0 for a day that does not come again */
  guint alarm_days;         /* how many days before to be reminded; 0 for not at all */
  gint64 stamp;             /* when this was written, seconds since 1970-01-01 UTC */
} GfCalendarEvent;

char  *gf_calendar_to_text    (const GfCalendarEvent *event);
gint32 gf_calendar_add_months (gint32                 day,
                               guint                  months);

G_END_DECLS
