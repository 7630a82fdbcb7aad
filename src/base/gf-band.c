/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-band.h"

#include "gf-date.h"
#include "gf-number.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

/* The words that may stand between, before or behind the two numbers. */
static const char * const between_words[] = { "to", "bis", "and", "und", "a", "à", "al", "tot" };
static const char * const below_words[] = {
  "<=", "<", "≤", "under", "below", "less than", "fewer than", "up to", "unter", "bis zu",
  "moins de", "menos de",
};
static const char * const above_words[] = {
  ">=", ">", "≥", "over", "above", "more than", "at least", "über", "mehr als", "plus de",
  "más de",
};
static const char * const up_words[] = {
  "+", "and above", "and over", "and more", "or more", "or above", "and up", "plus", "und mehr",
};

static const char * const down_words[] = {
  "or less", "or fewer", "or below", "and below", "and under", "or under", "und weniger",
};

static gboolean
begins_with (const char *s,
             gsize       n,
             const char *word)
{
  gsize length = strlen (word);

  return n >= length && g_ascii_strncasecmp (s, word, length) == 0;
}

/* Cuts what it counts off the end: "employees", "FTE", "Mitarbeiter", "years old". */
static void
cut_unit (const char **s,
          gsize       *n)
{
  for (int word = 0; word < 2; word++)
    {
      gsize at = *n;

      while (at > 0 && (g_ascii_isalpha ((*s)[at - 1]) || (guchar) (*s)[at - 1] >= 0x80))
        at--;
      /* Behind a blank, and longer than the k, m and bn of numbers. */
      if (at < 2 || (*s)[at - 1] != ' ' || *n - at < 3)
        return;
      *n = at;
      gf_text_trim (s, n);
    }
}

static gboolean
read_bound (const char *s,
            gsize       n,
            double     *value)
{
  GfNumber number;

  gf_text_trim (&s, &n);
  if (n == 0 || n > 24 || *s == '-' || *s == '(' || *s == '+' || !gf_number_parse (s, n, 0, &number))
    return FALSE;
  /* A lone mark before three digits is a grouping here: "1.000+" has no thousandths. */
  if ((number.traits & GF_NUMBER_AMBIGUOUS) != 0 &&
      !gf_number_parse (s, n, memchr (s, '.', n) != NULL ? ',' : '.', &number))
    return FALSE;
  if ((number.traits & GF_NUMBER_LEADING_ZERO) != 0 || number.value < 0)
    return FALSE;
  *value = number.value;

  return TRUE;
}

/* Where a dash or a word between two numbers is, and how long; 0 if there is none. */
static gsize
find_between (const char *s,
              gsize       n,
              gsize      *at)
{
  for (gsize i = 1; i + 1 < n; i++)
    {
      if (s[i] == '-' || s[i] == '~')
        {
          *at = i;
          return 1;
        }
      if (n - i > 3 && memcmp (s + i, "\342\200", 2) == 0 && (guchar) s[i + 2] >= 0x90 &&
          (guchar) s[i + 2] <= 0x95)
        {
          *at = i;
          return 3; /* hyphens, en and em dash */
        }
      if (n - i > 3 && memcmp (s + i, "\342\210\222", 3) == 0)
        {
          *at = i;
          return 3;
        }
      if (s[i] != ' ')
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (between_words); k++)
        {
          gsize size = strlen (between_words[k]);

          if (begins_with (s + i + 1, n - i - 1, between_words[k]) && n - i - 1 > size &&
              s[i + 1 + size] == ' ')
            {
              *at = i;
              return size + 2;
            }
        }
    }

  return 0;
}

static gboolean
parse_open (const char *s,
            gsize       n,
            double     *low,
            double     *high)
{
  *low = -INFINITY;
  *high = INFINITY;
  for (gsize i = 0; i < G_N_ELEMENTS (below_words); i++)
    if (begins_with (s, n, below_words[i]))
      return read_bound (s + strlen (below_words[i]), n - strlen (below_words[i]), high);
  for (gsize i = 0; i < G_N_ELEMENTS (above_words); i++)
    if (begins_with (s, n, above_words[i]))
      return read_bound (s + strlen (above_words[i]), n - strlen (above_words[i]), low);
  for (gsize i = 0; i < G_N_ELEMENTS (up_words); i++)
    {
      gsize size = strlen (up_words[i]);

      if (n > size && g_ascii_strncasecmp (s + n - size, up_words[i], size) == 0 &&
          read_bound (s, n - size, low))
        return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (down_words); i++)
    {
      gsize size = strlen (down_words[i]);

      if (n > size && g_ascii_strncasecmp (s + n - size, down_words[i], size) == 0 &&
          read_bound (s, n - size, high))
        return TRUE;
    }

  return FALSE;
}

static gboolean
parse_whole (const char *s,
             gsize       n,
             double     *low,
             double     *high)
{
  gsize at = 0;
  gsize length = find_between (s, n, &at);

  const char *second = s + at + length;
  gsize left = n - at - length;

  if (length > 0 && read_bound (s, at, low) && read_bound (second, left, high))
    {
      GfNumber upper;

      /* "10-50k": the magnitude is said once for both. */
      if (gf_number_parse (second, left, 0, &upper) &&
          (upper.traits & GF_NUMBER_MAGNITUDE) != 0 && *low < 1000)
        {
          double digits = upper.value;
          while (digits >= 1000)
            digits /= 1000;
          if (*low > 0 && *low < digits)
            *low *= upper.value / digits;
        }
      return *low <= *high;
    }

  return parse_open (s, n, low, high);
}

/**
 * gf_band_parse:
 * @text: the text of a cell
 * @length: its bytes
 * @low: (out): the lower bound, -INFINITY if open
 * @high: (out): the upper bound, INFINITY if open
 *
 * Reads an interval; a lone number is the interval of that number.
 *
 * Returns: whether the whole text is one
 */
gboolean
gf_band_parse (const char *text,
               gsize       length,
               double     *low,
               double     *high)
{
  gf_text_trim (&text, &length);
  if (length == 0 || length > 48)
    return FALSE;
  if (parse_whole (text, length, low, high))
    return TRUE;

  const char *s = text;
  gsize n = length;
  cut_unit (&s, &n);
  if (n < length && parse_whole (s, n, low, high))
    return TRUE;
  if (!read_bound (s, n, low))
    return FALSE;
  *high = *low;

  return TRUE;
}

/* One run of letters or digits, and the separators behind it. */
static gboolean
next_part (const char **s,
           gsize       *n,
           int         *value,
           gboolean    *named)
{
  gsize at = 0;

  *value = 0;
  *named = FALSE;
  if (*n > 0 && g_ascii_isdigit (**s))
    {
      while (at < *n && at < 4 && g_ascii_isdigit ((*s)[at]))
        *value = *value * 10 + ((*s)[at++] - '0');
    }
  else
    {
      while (at < *n && (g_ascii_isalpha ((*s)[at]) || (guchar) (*s)[at] >= 0x80))
        at++;
      if (at < 3 || !gf_month_parse (*s, at, value))
        return FALSE;
      *named = TRUE;
    }
  *s += at;
  *n -= at;
  while (*n > 0 && strchr ("-. /", **s) != NULL)
    {
      (*s)++;
      (*n)--;
    }

  return TRUE;
}

/**
 * gf_band_repair:
 * @text: the text of a cell in a column of sizes
 * @length: its bytes
 * @low: (out): the lower bound
 * @high: (out): the upper bound
 *
 * Reads the interval out of the date that a spreadsheet made of it: "Nov-50" and "1950-11-01" were
 * 11-50; "10-Jan", "1-Oct", "2026-01-10" and "2026-10-01" were 1-10, whichever order of day and
 * month the spreadsheet had. Never ask for a column that may be of dates.
 *
 * Returns: whether the text is such a date
 */
gboolean
gf_band_repair (const char *text,
                gsize       length,
                int        *low,
                int        *high)
{
  int first, second;
  gboolean first_named, second_named;
  gint32 days;

  gf_text_trim (&text, &length);
  if (length < 4 || length > 24)
    return FALSE;

  const char *s = text;
  gsize n = length;
  if (next_part (&s, &n, &first, &first_named) && next_part (&s, &n, &second, &second_named) &&
      n == 0)
    {
      if (first_named == second_named || first < 1 || second < 1 || first > 99 || second > 99)
        return FALSE;
      *low = MIN (first, second);
      *high = MAX (first, second);
      return *low < *high;
    }

  if (!gf_date_parse (text, length, GF_DATE_ORDER_UNKNOWN, &days))
    return FALSE;

  int year, month, day;
  gf_days_to_parts (days, &year, &month, &day);
  if (day == 1 && year >= 1932 && year <= 1999)
    day = year % 100; /* no day has that number: it became a year */
  *low = MIN (month, day);
  *high = MAX (month, day);

  return *low < *high;
}
