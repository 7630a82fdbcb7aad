/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-calendar.h"
#include "gf-date.h"

#include <string.h>

static GfCalendarEvent
get_event (void)
{
  GfCalendarEvent event = {
    .uid = "review-p1@goodfit",
    .summary = "Review",
    .day = gf_days_from_parts (2027, 1, 14),
    .months = 3,
    .stamp = 1795305600,  /* 2026-11-22 00:00:00 UTC */
  };

  return event;
}

static void
a_quarterly_day_is_written_whole (void)
{
  GfCalendarEvent event = get_event ();
  g_autofree char *text = NULL;

  event.alarm_days = 7;
  text = gf_calendar_to_text (&event);
  g_assert_cmpstr (text, ==,
                   "BEGIN:VCALENDAR\r\n"
                   "VERSION:2.0\r\n"
                   "PRODID:-//Goodfit//Goodfit " GF_VERSION "//EN\r\n"
                   "CALSCALE:GREGORIAN\r\n"
                   "METHOD:PUBLISH\r\n"
                   "BEGIN:VEVENT\r\n"
                   "UID:review-p1@goodfit\r\n"
                   "DTSTAMP:20261122T000000Z\r\n"
                   "DTSTART;VALUE=DATE:20270114\r\n"
                   "DTEND;VALUE=DATE:20270115\r\n"
                   "RRULE:FREQ=MONTHLY;INTERVAL=3\r\n"
                   "SUMMARY:Review\r\n"
                   "TRANSP:TRANSPARENT\r\n"
                   "BEGIN:VALARM\r\n"
                   "ACTION:DISPLAY\r\n"
                   "DESCRIPTION:Review\r\n"
                   "TRIGGER:-P7D\r\n"
                   "END:VALARM\r\n"
                   "END:VEVENT\r\n"
                   "END:VCALENDAR\r\n");
}

static void
the_day_after_may_be_in_another_year (void)
{
  GfCalendarEvent event = get_event ();
  g_autofree char *text = NULL;

  event.day = gf_days_from_parts (2026, 12, 31);
  text = gf_calendar_to_text (&event);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
}

static void
late_days_fall_on_the_last_of_short_months (void)
{
  GfCalendarEvent event = get_event ();
  g_autofree char *text = NULL;
  g_autofree char *early = NULL;

  event.day = gf_days_from_parts (2026, 11, 30);
  text = gf_calendar_to_text (&event);
  g_assert_nonnull (strstr (text,
                            "RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30;BYSETPOS=-1\r\n"));

  event.day = gf_days_from_parts (2026, 11, 28);
  early = gf_calendar_to_text (&event);
  g_assert_nonnull (strstr (early, "RRULE:FREQ=MONTHLY;INTERVAL=3\r\n"));
}

static void
a_day_that_does_not_repeat_has_no_rule (void)
{
  GfCalendarEvent event = get_event ();
  g_autofree char *text = NULL;

  event.months = 0;
  text = gf_calendar_to_text (&event);
  g_assert_null (strstr (text, "RRULE"));
  g_assert_null (strstr (text, "VALARM"));
}

static void
special_characters_are_escaped (void)
{
  GfCalendarEvent event = get_event ();
  g_autofree char *text = NULL;

  event.summary = "A; b, c\\d:e \"f\"";
  event.description = "one\r\ntwo\tthree\a";
  text = gf_calendar_to_text (&event);
  g_assert_nonnull (strstr (text, "\r\nSUMMARY:A\\; b\\, c\\\\d:e \"f\"\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDESCRIPTION:one\\ntwo three\r\n"));
}

static void
long_lines_are_folded_between_characters (void)
{
  GfCalendarEvent event = get_event ();
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autoptr (GString) unfolded = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (summary, i % 3 == 0 ? "ä" : i % 3 == 1 ? "€uro " : "😀x");
  event.summary = summary->str;
  text = gf_calendar_to_text (&event);
  g_assert_true (g_utf8_validate (text, -1, NULL));

  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }

  unfolded = g_string_new (text);
  g_string_replace (unfolded, "\r\n ", "", 0);
  expected = g_strdup_printf ("\r\nSUMMARY:%s\r\n", summary->str);
  g_assert_nonnull (strstr (unfolded->str, expected));
}

static void
assert_later (int   year,
              int   month,
              int   day,
              guint months,
              int   later_year,
              int   later_month,
              int   later_day)
{
  g_assert_cmpint (gf_calendar_add_months (gf_days_from_parts (year, month, day), months), ==,
                   gf_days_from_parts (later_year, later_month, later_day));
}

static void
months_are_added (void)
{
  assert_later (2026, 10, 14, 3, 2027, 1, 14);
  assert_later (2026, 11, 30, 3, 2027, 2, 28);
  assert_later (2027, 11, 30, 3, 2028, 2, 29);
  assert_later (2026, 12, 31, 1, 2027, 1, 31);
  assert_later (2026, 1, 15, 24, 2028, 1, 15);
  assert_later (2026, 9, 30, 3, 2026, 12, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/a-quarterly-day-is-written-whole", a_quarterly_day_is_written_whole);
  g_test_add_func ("/calendar/the-day-after-may-be-in-another-year",
                   the_day_after_may_be_in_another_year);
  g_test_add_func ("/calendar/late-days-fall-on-the-last-of-short-months",
                   late_days_fall_on_the_last_of_short_months);
  g_test_add_func ("/calendar/a-day-that-does-not-repeat-has-no-rule",
                   a_day_that_does_not_repeat_has_no_rule);
  g_test_add_func ("/calendar/special-characters-are-escaped", special_characters_are_escaped);
  g_test_add_func ("/calendar/long-lines-are-folded-between-characters",
                   long_lines_are_folded_between_characters);
  g_test_add_func ("/calendar/months-are-added", months_are_added);

  return g_test_run ();
}
