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

G_DEFINE_ENUM_TYPE (GfDateNumbers, gf_date_numbers,
                    G_DEFINE_ENUM_VALUE (GF_DATE_NUMBERS_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (GF_DATE_NUMBERS_SECONDS, "seconds"),
                    G_DEFINE_ENUM_VALUE (GF_DATE_NUMBERS_MILLISECONDS, "milliseconds"),
                    G_DEFINE_ENUM_VALUE (GF_DATE_NUMBERS_SERIAL, "serial"))

/**
 * gf_date_numbers_get_nick:
 * @numbers: what a number stands for
 *
 * Returns: the word the files and the command line use for it
 */
const char *
gf_date_numbers_get_nick (GfDateNumbers numbers)
{
  static const char * const nicks[] = { "none", "seconds", "milliseconds", "serial" };

  g_return_val_if_fail ((guint) numbers < G_N_ELEMENTS (nicks), NULL);

  return nicks[numbers];
}

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

#define MOST_NAME 32        /* bytes: more than any name of a month has, however it is composed */

/* The months in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish (also as they stand behind a day)
 * and the Nordic languages. */
static const char * const month_names[12] = {
  "january januar januari janvier jänner gennaio enero janeiro styczeń stycznia",
  "february februar februari février fevrier febbraio febrero fevereiro luty lutego",
  "march märz mrz mars marzo março marco maart mrt marts marzec marca",
  "april avril aprile abril kwiecień kwietnia",
  "may mai mayo maggio mei maio maj maja",
  "june juni juin junio giugno junho czerwiec czerwca",
  "july juli juillet julio luglio julho lipiec lipca",
  "august août aout agosto augustus augusti sierpień sierpnia",
  "september septembre septiembre setiembre settembre setembro wrzesień września",
  "october oktober octobre octubre ottobre outubro październik października",
  "november novembre noviembre novembro listopad listopada",
  "december dezember décembre diciembre dicembre dezembro desember grudzień grudnia",
};

/* Whether a folded word is one of the names, or the beginning of one. */
static gboolean
begins_name (const char *names,
             const char *word,
             gsize       size)
{
  for (const char *name = names; name != NULL; name = strchr (name, ' '))
    {
      name += *name == ' ';
      if (strncmp (name, word, size) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * gf_month_parse:
 * @text: a word
 * @length: its bytes
 * @month: (out): 1 to 12
 *
 * Reads the name of a month, whole or its first three letters or more, in English and the other languages of large
 * exports. A word that only begins like one ("Marketing") is none, nor is one that several months begin with ("jui").
 *
 * Returns: whether it is one
 */
gboolean
gf_month_parse (const char *text,
                gsize       length,
                int        *month)
{
  char small[MOST_NAME + 1];
  g_autofree char *folded = NULL;
  gboolean ascii = TRUE;
  int found = 0;

  if (length < 3 || length > MOST_NAME)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      ascii = ascii && (guchar) text[i] < 0x80;
      small[i] = g_ascii_tolower (text[i]);
    }
  small[length] = '\0';
  if (!ascii)
    folded = gf_text_casefold (text, length, G_NORMALIZE_DEFAULT_COMPOSE);

  const char *word = ascii ? small : folded;
  if (g_utf8_strlen (word, -1) < 3)
    return FALSE;
  for (int i = 0; i < 12; i++)
    if (begins_name (month_names[i], word, strlen (word)))
      {
        if (found > 0)
          return FALSE;
        found = i + 1;
      }
  if (found > 0)
    *month = found;

  return found > 0;
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

/* Skips the "de" of "5 de marzo de 2026", the "of" of "5th of March 2026". */
static void
skip_of (const char **s,
         gsize       *n)
{
  if (*n > 3 && (*s)[2] == ' ' && (gf_text_equal_ascii (*s, 2, "de") ||
                                   gf_text_equal_ascii (*s, 2, "of")))
    {
      *s += 3;
      *n -= 3;
    }
}

/* 2026年3月5日 as 2026-3-5. */
static gboolean
rewrite_han (const char *s,
             gsize       n,
             char        out[24],
             gsize      *length)
{
  gsize used = 0;

  if (n < 15 || n > 20 || !g_ascii_isdigit (*s))
    return FALSE;
  for (gsize i = 0; i < n;)
    if (g_ascii_isdigit (s[i]))
      out[used++] = s[i++];
    else if (n - i >= 3 && (memcmp (s + i, "年", 3) == 0 || memcmp (s + i, "月", 3) == 0))
      out[used++] = '-', i += 3;
    else if (n - i == 3 && memcmp (s + i, "日", 3) == 0)
      i += 3;
    else
      return FALSE;
  *length = used;

  return TRUE;
}

/* A month and its year, "March 2023", as its first day; "2010-11" may be a fiscal year. */
static gboolean
read_month_of_year (const char *s,
                    gsize       n,
                    Parts      *parts)
{
  int month;
  gsize letters = 0;

  while (letters < n && (g_ascii_isalpha (s[letters]) || (guchar) s[letters] >= 0x80))
    letters++;

  gsize gap = letters;
  while (gap < n && strchr ("-. /,", s[gap]) != NULL)
    gap++;
  if (letters < 3 || gap == letters || n - gap != 4 || !gf_month_parse (s, letters, &month))
    return FALSE;

  const char *year = s + gap;
  int value = 0;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (year[i]))
        return FALSE;
      value = value * 10 + (year[i] - '0');
    }
  if (value < 1900 || value > 2100)
    return FALSE;

  *parts = (Parts) { { value, month, 1 }, { 4, 2, 2 }, -1, 0 };

  return TRUE;
}

static gboolean
read_parts (const char *s,
            gsize       n,
            Parts      *parts)
{
  char plain[24];

  char separator = 0;

  parts->name_at = -1;
  parts->month = 0;
  gf_text_trim (&s, &n);
  skip_weekday (&s, &n);
  if (n < 6 || n > 60)
    return FALSE;
  if (rewrite_han (s, n, plain, &n))
    s = plain;
  if (n <= 20 && read_month_of_year (s, n, parts))
    return TRUE;

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
          if (at < 3 || parts->name_at >= 0 || i == 2 || !gf_month_parse (s, at, &parts->month))
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
      skip_of (&s, &n);
    }

  return is_time (s, n);
}

static int
full_year (int   value,
           guint n_digits)
{
  if (n_digits == 4)
    return value;

  return value < GF_DATE_PIVOT ? 2000 + value : 1900 + value;
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
 * gf_date_parse_number:
 * @text: the text of a cell
 * @length: its bytes
 * @numbers: what a number stands for
 * @days: (out): days from 1970-01-01
 *
 * Reads a date that is kept as a number: 9 to 11 digits of seconds or 12 to 14 of milliseconds
 * since 1970-01-01 in UTC (0 is that day), or the days since 1899-12-30 of a spreadsheet, which may have a fraction
 * for the time of day.
 *
 * Returns: whether the text is such a number
 */
gboolean
gf_date_parse_number (const char    *text,
                      gsize          length,
                      GfDateNumbers  numbers,
                      gint32        *days)
{
  gint64 value = 0;
  gsize n_digits = 0;

  gf_text_trim (&text, &length);
  while (n_digits < length && n_digits < 15 && g_ascii_isdigit (text[n_digits]))
    value = value * 10 + (text[n_digits++] - '0');
  if (n_digits == 0)
    return FALSE;
  if (n_digits < length)
    {
      /* A fraction says the time of day. */
      if (text[n_digits] != '.' && text[n_digits] != ',')
        return FALSE;
      for (gsize i = n_digits + 1; i < length; i++)
        if (!g_ascii_isdigit (text[i]))
          return FALSE;
    }

  switch (numbers)
    {
    case GF_DATE_NUMBERS_SECONDS:
      *days = (gint32) (value / 86400);
      return value == 0 || (n_digits >= 9 && n_digits <= 11);
    case GF_DATE_NUMBERS_MILLISECONDS:
      *days = (gint32) (value / 86400000);
      return value == 0 || (n_digits >= 12 && n_digits <= 14);
    case GF_DATE_NUMBERS_SERIAL:
      *days = (gint32) (value - 25569);
      return value >= 1 && n_digits <= 6;
    case GF_DATE_NUMBERS_NONE:
    default:
      return FALSE;
    }
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
 * time of day behind it or not; and a month, "March 2026", as its first day. A text that can be read in only one order is read so whatever
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
