/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-calendar.h"

#include "gf-date.h"

#include <string.h>

#define LINE_OCTETS 75

/* Appends a line, folded where it is longer than RFC 5545 allows (section 3.1): CRLF and a space,
 * never
 * inside a character. */
static void
append_line (GString    *text,
             const char *line)
{
  gsize room = LINE_OCTETS;
  const char *from = line;

  while (strlen (from) > room)
    {
      const char *to = from + room;

      /* Back to the first octet of a character. */
      while (to > from && ((guchar) *to & 0xc0) == 0x80)
        to--;
      g_string_append_len (text, from, to - from);
      g_string_append (text, "\r\n ");
      from = to;
      room = LINE_OCTETS - 1;
    }

  g_string_append (text, from);
  g_string_append (text, "\r\n");
}

/* A property with a TEXT value (section 3.3.11): backslash, semicolon, comma and newline are
 * escaped,
 * other control characters cannot be written and are left out. */
static void
append_text (GString    *text,
             const char *name,
             const char *value)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '\\' || *c == ';' || *c == ',')
        {
          g_string_append_c (line, '\\');
          g_string_append_c (line, *c);
        }
      else if (*c == '\n')
        {
          g_string_append (line, "\\n");
        }
      else if ((guchar) *c >= 0x20 && *c != 0x7f)
        {
          g_string_append_c (line, *c);
        }
      else if (*c == '\t')
        {
          g_string_append_c (line, ' ');
        }
    }

  append_line (text, line->str);
}

static void
append_format (GString    *text,
               const char *format,
               ...) G_GNUC_PRINTF (2, 3);

static void
append_format (GString    *text,
               const char *format,
               ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  append_line (text, line);
}

static void
append_date (GString    *text,
             const char *name,
             gint32      days)
{
  int year, month, day;

  gf_days_to_parts (days, &year, &month, &day);
  append_format (text, "%s;VALUE=DATE:%04d%02d%02d", name, year, month, day);
}

/* Months without a 31st (or 29th, 30th) would be left out by a plain rule. For those days it names
 * all
 * late days of the month up to the wanted one, and takes the last of them that there is. */
static void
append_rule (GString *text,
             gint32   days,
             guint    months)
{
  g_autoptr (GString) rule = g_string_new (NULL);
  int year, month, day;

  gf_days_to_parts (days, &year, &month, &day);
  g_string_printf (rule, "RRULE:FREQ=MONTHLY;INTERVAL=%u", months);
  if (day > 28)
    {
      g_string_append (rule, ";BYMONTHDAY=28");
      for (int d = 29; d <= day; d++)
        g_string_append_printf (rule, ",%d", d);
      g_string_append (rule, ";BYSETPOS=-1");
    }

  append_line (text, rule->str);
}

/**
 * gf_calendar_to_text:
 * @event: a day
 *
 * Writes a calendar with one entry that lasts a whole day, leaves the day free for other things,
 * and
 * repeats every so many months. A day of the month that not every month has falls on the last day
 * of
 * the shorter ones. Source: RFC 5545 (2009).
 *
 * Returns: (transfer full): the text, UTF-8 with CRLF at every line's end
 */
char *
gf_calendar_to_text (const GfCalendarEvent *event)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GDateTime) stamp = NULL;
  g_autofree char *stamp_text = NULL;

  g_return_val_if_fail (event != NULL, NULL);
  g_return_val_if_fail (event->uid != NULL && event->summary != NULL, NULL);

  stamp = g_date_time_new_from_unix_utc (event->stamp);
  stamp_text = g_date_time_format (stamp, "%Y%m%dT%H%M%SZ");

  append_line (text, "BEGIN:VCALENDAR");
  append_line (text, "VERSION:2.0");
  append_line (text, "PRODID:-//Goodfit//Goodfit " GF_VERSION "//EN");
  append_line (text, "CALSCALE:GREGORIAN");
  append_line (text, "METHOD:PUBLISH");
  append_line (text, "BEGIN:VEVENT");
  append_text (text, "UID", event->uid);
  append_format (text, "DTSTAMP:%s", stamp_text);
  append_date (text, "DTSTART", event->day);
  append_date (text, "DTEND", event->day + 1);
  if (event->months > 0)
    append_rule (text, event->day, event->months);
  append_text (text, "SUMMARY", event->summary);
  if (event->description != NULL && *event->description != '\0')
    append_text (text, "DESCRIPTION", event->description);
  append_line (text, "TRANSP:TRANSPARENT");
  if (event->alarm_days > 0)
    {
      append_line (text, "BEGIN:VALARM");
      append_line (text, "ACTION:DISPLAY");
      append_text (text, "DESCRIPTION", event->summary);
      append_format (text, "TRIGGER:-P%uD", event->alarm_days);
      append_line (text, "END:VALARM");
    }
  append_line (text, "END:VEVENT");
  append_line (text, "END:VCALENDAR");

  return g_string_free (text, FALSE);
}

/**
 * gf_calendar_add_months:
 * @day: a day, days since 1970-01-01
 * @months: how many months later
 *
 * Returns: the same day of the month, or the last one of a shorter month
 */
gint32
gf_calendar_add_months (gint32 day,
                        guint  months)
{
  int year, month, day_of_month;

  gf_days_to_parts (day, &year, &month, &day_of_month);
  month += (int) months - 1;
  year += month / 12;
  month = month % 12 + 1;
  while (!gf_date_is_valid (year, month, day_of_month) && day_of_month > 28)
    day_of_month--;

  return gf_days_from_parts (year, month, day_of_month);
}
