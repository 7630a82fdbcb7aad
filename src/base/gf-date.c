/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-date.h"
#include "gf-text.h"

#include <string.h>

G_DEFINE_ENUM_TYPE (GfDateOrder, gf_date_order,
                    G_DEFINE_ENUM_VALUE (GF_DATE_ORDER_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (GF_DATE_ORDER_YMD, "ymd"),
                    G_DEFINE_ENUM_VALUE (GF_DATE_ORDER_DMY, "dmy"),
                    G_DEFINE_ENUM_VALUE (GF_DATE_ORDER_MDY, "mdy"))

/**
 * gf_days_from_parts:
 * @year: the year, 0 is 1 BC
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Counts the days from 1970-01-01. Method: eras of 400 years of 146,097 days, years from March (H.
 * Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
 *
 * Returns: the days, negative before 1970
 */
gint32
gf_days_from_parts (int year,
                    int month,
                    int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

/**
 * gf_days_to_parts:
 * @days: days from 1970-01-01
 * @year: (out): the year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * The inverse of gf_days_from_parts(); same source.
 */
void
gf_days_to_parts (gint32 days,
                  int   *year,
                  int   *month,
                  int   *day)
{
  int z = days + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era =
    (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_index = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * month_index + 2) / 5 + 1;
  *month = month_index < 10 ? month_index + 3 : month_index - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

/**
 * gf_date_is_valid:
 * @year: a year, 0 to 9999
 * @month: a month
 * @day: a day
 *
 * Returns: whether the calendar has that day
 */
gboolean
gf_date_is_valid (int year,
                  int month,
                  int day)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1)
    return FALSE;

  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return day <= lengths[month - 1] + (month == 2 && leap);
}

/**
 * gf_days_today:
 *
 * Returns: today in the local time zone
 */
gint32
gf_days_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return gf_days_from_parts (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now));
}

/**
 * gf_days_to_iso:
 * @days: days from 1970-01-01
 *
 * Returns: (transfer full): the date as yyyy-mm-dd
 */
char *
gf_days_to_iso (gint32 days)
{
  int year, month, day;

  gf_days_to_parts (days, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * gf_days_from_iso:
 * @text: (nullable): yyyy-mm-dd, nothing else
 * @days: (out): the days
 *
 * Returns: whether the text is a date in that form
 */
gboolean
gf_days_from_iso (const char *text,
                  gint32     *days)
{
  if (text == NULL || strlen (text) != 10)
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;

  return gf_date_parse (text, 10, GF_DATE_ORDER_YMD, days);
}

/* Three parts of a date as they stand; @value is 0 for the month's name. */
typedef struct
{
  int value[3];
  guint n_digits[3];
  int name_at;      /* which part is a month's name, -1 for none */
  int month;        /* what the name says */
} Parts;

static gboolean
read_month (const char *s,
            gsize       n,
            int        *month)
{
  /* Beginnings that tell the month in English, German, French, Spanish, Italian, Dutch and
     Portuguese; longer ones first where one begins another. */
  static const struct { const char *start; int month; } names[] = {
    { "jan", 1 },  { "jän", 1 },   { "gen", 1 },  { "ene", 1 },  { "feb", 2 },  { "fév", 2 },
    { "fev", 2 },  { "mar", 3 },   { "mär", 3 },  { "maa", 3 },  { "mrt", 3 },  { "apr", 4 },
    { "avr", 4 },  { "abr", 4 },   { "may", 5 },  { "mai", 5 },  { "mag", 5 },  { "mei", 5 },
    { "jun", 6 },  { "juin", 6 },  { "giu", 6 },  { "juil", 7 }, { "jul", 7 },  { "lug", 7 },
    { "aug", 8 },  { "aoû", 8 },   { "aou", 8 },  { "ago", 8 },  { "sep", 9 },  { "set", 9 },
    { "oct", 10 }, { "okt", 10 },  { "ott", 10 }, { "out", 10 }, { "nov", 11 }, { "dec", 12 },
    { "dez", 12 }, { "déc", 12 },  { "dic", 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i].start);

      if (n >= length && g_ascii_strncasecmp (s, names[i].start, length) == 0)
        {
          *month = names[i].month;
          return TRUE;
        }
    }

  return FALSE;
}

/* Whether the rest of the text is a time of day, with zone: 10:00, 10:00:00.5Z, 3:16:00 PM +01:00,
   UTC. */
static gboolean
is_time (const char *s,
         gsize       n)
{
  guint n_colons = 0, n_digits = 0;

  if (n > 0 && (*s == 'T' || *s == 't' || *s == ',' || *s == ' '))
    s++, n--;
  gf_text_trim (&s, &n);
  if (n == 0)
    return TRUE;
  if (n > 40 || !g_ascii_isdigit (*s))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (s[i] == ':')
        n_colons++;
      else if (g_ascii_isdigit (s[i]))
        n_digits++;
      else if (strchr (" .+-,/()", s[i]) == NULL && !g_ascii_isalpha (s[i]) && s[i] != '_')
        return FALSE;
    }

  return n_colons >= 1 && n_digits >= 3;
}

/* Skips "Mon, ", "Friday ". */
static void
skip_weekday (const char **s,
              gsize       *n)
{
  static const char * const starts[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (*n < 8 || g_ascii_strncasecmp (*s, starts[i], 3) != 0)
        continue;

      gsize at = 3;
      while (at < *n && g_ascii_isalpha ((*s)[at]))
        at++;
      if (at < *n && ((*s)[at] == ',' || (*s)[at] == '.'))
        at++;
      if (at < *n && (*s)[at] == ' ')
        {
          *s += at;
          *n -= at;
          gf_text_trim (s, n);
        }
      return;
    }
}

static gboolean
read_parts (const char *s,
            gsize       n,
            Parts      *parts)
{
  char separator = 0;

  parts->name_at = -1;
  parts->month = 0;
  gf_text_trim (&s, &n);
  skip_weekday (&s, &n);
  if (n < 6 || n > 60)
    return FALSE;

  /* 20260305, perhaps with T101500 behind */
  gsize run = 0;
  while (run < n && g_ascii_isdigit (s[run]))
    run++;
  if (run == 8 && (n == 8 || s[8] == 'T'))
    {
      parts->value[0] = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 + (s[3] - '0');
      parts->value[1] = (s[4] - '0') * 10 + (s[5] - '0');
      parts->value[2] = (s[6] - '0') * 10 + (s[7] - '0');
      parts->n_digits[0] = 4;
      parts->n_digits[1] = parts->n_digits[2] = 2;
      return parts->value[0] >= 1800 && parts->value[0] <= 2200;
    }

  for (int i = 0; i < 3; i++)
    {
      gsize at = 0;
      int value = 0;

      if (n > 0 && g_ascii_isdigit (*s))
        {
          while (at < n && g_ascii_isdigit (s[at]) && at < 5)
            value = value * 10 + (s[at++] - '0');
          parts->n_digits[i] = (guint) at;
          if (at == 3 || at > 4)
            return FALSE;
          if (i < 2 && at + 1 < n && n > 8 && g_ascii_isalpha (s[at]) &&
              g_ascii_isalpha (s[at + 1]) &&
              (gf_text_equal_ascii (s + at, 2, "th") || gf_text_equal_ascii (s + at, 2, "st") ||
               gf_text_equal_ascii (s + at, 2, "nd") || gf_text_equal_ascii (s + at, 2, "rd")))
            at += 2;
        }
      else
        {
          while (at < n && (g_ascii_isalpha (s[at]) || (guchar) s[at] >= 0x80))
            at++;
          if (at < 3 || parts->name_at >= 0 || i == 2 || !read_month (s, at, &parts->month))
            return FALSE;
          parts->name_at = i;
          parts->n_digits[i] = 0;
        }
      parts->value[i] = value;
      s += at;
      n -= at;
      if (i == 2)
        break;

      /* Separators: one of - / . and blank, the same twice unless a name is there. */
      gsize gap = 0;
      while (gap < n && strchr ("-/. ,", s[gap]) != NULL && gap < 3)
        gap++;
      if (gap == 0 || gap == n)
        return FALSE;
      if (parts->name_at < 0 && i == 0 && g_ascii_isdigit (s[gap]))
        {
          separator = s[0];
          if (gap > 1 && !(gap == 2 && s[1] == ' '))
            return FALSE;
          if (separator == ' ' || separator == ',')
            return FALSE;
        }
      else if (parts->name_at < 0 && i == 1 && s[0] != separator)
        {
          return FALSE;
        }
      s += gap;
      n -= gap;
    }

  return is_time (s, n);
}

static int
full_year (int   value,
           guint n_digits)
{
  if (n_digits == 4)
    return value;

  /* Two digits: 1970 to 2069, as POSIX and spreadsheets agree on near enough. */
  return value < 70 ? 2000 + value : 1900 + value;
}

static gboolean
assemble (const Parts *parts,
          GfDateOrder  order,
          gint32      *days)
{
  static const int positions[][3] = {
    /* year, month, day */
    [GF_DATE_ORDER_YMD] = { 0, 1, 2 },
    [GF_DATE_ORDER_DMY] = { 2, 1, 0 },
    [GF_DATE_ORDER_MDY] = { 2, 0, 1 },
  };
  const int *at = positions[order];
  int year = full_year (parts->value[at[0]], parts->n_digits[at[0]]);
  int month = parts->name_at == at[1] ? parts->month : parts->value[at[1]];
  int day = parts->value[at[2]];

  if (parts->name_at >= 0 && parts->name_at != at[1])
    return FALSE;
  if (parts->n_digits[at[2]] > 2 || (parts->name_at < 0 && parts->n_digits[at[1]] > 2))
    return FALSE;
  if (parts->n_digits[at[0]] != 2 && parts->n_digits[at[0]] != 4)
    return FALSE;
  if (!gf_date_is_valid (year, month, day))
    return FALSE;
  if (days != NULL)
    *days = gf_days_from_parts (year, month, day);

  return TRUE;
}

/**
 * gf_date_get_orders:
 * @text: the text of a cell
 * @length: its bytes
 *
 * Says in which orders the text could be a date: a bit, 1 << order, for each. A four-digit year in
 * front leaves one, a day above twelve too; "3/4/2026" leaves two.
 *
 * Returns: the orders; 0 when the text is no date
 */
GfDateOrders
gf_date_get_orders (const char *text,
                    gsize       length)
{
  Parts parts;
  GfDateOrders orders = 0;

  if (!read_parts (text, length, &parts))
    return 0;

  for (GfDateOrder order = GF_DATE_ORDER_YMD; order <= GF_DATE_ORDER_MDY; order++)
    if (assemble (&parts, order, NULL))
      orders |= 1u << order;
  /* Two digits in front are a year only when nothing else fits. */
  if (parts.n_digits[0] != 4 && orders != 1u << GF_DATE_ORDER_YMD)
    orders &= ~(1u << GF_DATE_ORDER_YMD);

  return orders;
}

/**
 * gf_date_parse:
 * @text: the text of a cell
 * @length: its bytes
 * @order: the order of the column; unknown takes the only one that fits, day first when two do
 * @days: (out): days from 1970-01-01
 *
 * Reads a date: 2026-03-05, 5.3.2026, 3/5/26, 05-Mar-2026, March 5, 2026, 20260305, each with a
 * time of day behind it or not. A text that can be read in only one order is read so whatever
 * @order says only if the year is written first with four digits or the month is a name; else the
 * column's order holds.
 *
 * Returns: whether the text is a date
 */
gboolean
gf_date_parse (const char *text,
               gsize       length,
               GfDateOrder order,
               gint32     *days)
{
  Parts parts;

  if (!read_parts (text, length, &parts))
    return FALSE;

  if (parts.n_digits[0] == 4)
    return assemble (&parts, GF_DATE_ORDER_YMD, days);
  if (parts.name_at == 0)
    return assemble (&parts, GF_DATE_ORDER_MDY, days);
  if (parts.name_at == 1)
    return assemble (&parts, GF_DATE_ORDER_DMY, days) || assemble (&parts, GF_DATE_ORDER_YMD, days);
  if (order != GF_DATE_ORDER_UNKNOWN)
    return assemble (&parts, order, days);

  return assemble (&parts, GF_DATE_ORDER_DMY, days) || assemble (&parts, GF_DATE_ORDER_MDY, days) ||
         assemble (&parts, GF_DATE_ORDER_YMD, days);
}
