/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-words.h"

#include "gf-date.h"
#include "gf-format.h"
#include "gf-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Values of at most this are few enough that "3 to 5" is read with both ends in it. */
#define SMALL_WHOLE 20.0

typedef enum
{
  DATE_DAY,
  DATE_MONTH,
  DATE_QUARTER,
  DATE_YEAR,
} DateUnit;

/**
 * gf_words_dup_number:
 * @value: a number
 *
 * Returns: (transfer full): the number with grouped thousands and no more decimals than it needs, at
 *   most three significant places behind the mark
 */
char *
gf_words_dup_number (double value)
{
  double size = fabs (value);
  guint n_decimals = 0;

  if (!isfinite (value))
    return gf_format_number (value, 0);

  if (size > 0.0 && size < 1.0)
    n_decimals = (guint) CLAMP (2.0 - floor (log10 (size)), 0.0, 9.0);
  else if (size < 100.0)
    n_decimals = 2;

  /* 2.50 is 2.5, and 1.999 is 2 */
  for (; n_decimals > 0; n_decimals--)
    {
      double scaled = round (size * pow (10.0, n_decimals));

      if (fmod (scaled, 10.0) != 0.0)
        break;
    }

  return gf_format_number (value, n_decimals);
}

static char *
dup_date (double   days,
          DateUnit unit)
{
  int year, month, day;

  gf_days_to_parts ((gint32) floor (days), &year, &month, &day);

  g_autoptr (GDateTime) date = year >= 1 ? g_date_time_new_utc (year, month, day, 0, 0, 0.0) : NULL;
  if (date == NULL)
    return gf_days_to_iso ((gint32) floor (days));

  switch (unit)
    {
    case DATE_YEAR:
      return g_strdup_printf ("%d", year);

    case DATE_QUARTER:
      /* TRANSLATORS: a quarter of a year: "Q2 2021" */
      return g_strdup_printf (_("Q%d %d"), (month - 1) / 3 + 1, year);

    case DATE_MONTH:
      /* TRANSLATORS: a month and its year, as g_date_time_format() takes it: "March 2021" */
      return g_date_time_format (date, _("%B %Y"));

    case DATE_DAY:
    default:
      return gf_format_day ((gint32) floor (days));
    }
}

static DateUnit
date_unit (double days)
{
  int year, month, day;

  if (isnan (days))
    return DATE_YEAR;

  gf_days_to_parts ((gint32) floor (days), &year, &month, &day);
  if (day != 1)
    return DATE_DAY;
  if (month == 1)
    return DATE_YEAR;

  return month % 3 == 1 ? DATE_QUARTER : DATE_MONTH;
}

/* The upper end is the first day that no longer belongs to it: [2019-01-01, 2022-01-01) is "2019 to
 * 2021". */
static char *
dup_date_range (double from,
                double to)
{
  DateUnit unit = MIN (date_unit (from), date_unit (to));
  g_autofree char *first = isnan (from) ? NULL : dup_date (from, unit);
  g_autofree char *last = isnan (to) ? NULL : dup_date (to - 1.0, unit);
  g_autofree char *end = isnan (to) ? NULL : dup_date (to, unit);

  if (first == NULL && end == NULL)
    return g_strdup (_("any date"));
  if (first == NULL)
    return g_strdup_printf (C_("date", "before %s"), end);
  if (last == NULL)
    return g_strdup_printf (C_("date", "since %s"), first);
  if (g_str_equal (first, last))
    return g_steal_pointer (&first);

  return g_strdup_printf (C_("date", "%s to %s"), first, last);
}

static gboolean
can_be_year (double value)
{
  return value == floor (value) && value >= 1000.0 && value <= 2999.0;
}

/* Years are figures that nobody groups: "under 2000". The name of the column says so, and all its figures
 * can be years. */
static gboolean
is_year (double    value,
         GfColumn *column)
{
  static const char *words[] = { "year", "founded", "established", "jahr", "année", "año" };
  gboolean named = FALSE;

  if (column == NULL || gf_column_get_column_type (column) != GF_COLUMN_NUMBER || !can_be_year (value))
    return FALSE;

  g_autofree char *folded = g_utf8_casefold (gf_column_get_name (column), -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words) && !named; i++)
    named = strstr (folded, words[i]) != NULL;

  const double *numbers = gf_column_get_numbers (column);
  for (gsize row = 0; named && row < gf_column_get_n_rows (column); row++)
    named = isnan (numbers[row]) || can_be_year (numbers[row]);

  return named;
}

static gboolean
is_whole (GfColumn *column)
{
  const double *numbers = column != NULL ? gf_column_get_numbers (column) : NULL;

  if (numbers == NULL)
    return FALSE;

  gsize n_rows = gf_column_get_n_rows (column);
  for (gsize row = 0; row < n_rows; row++)
    if (!isnan (numbers[row]) && numbers[row] != floor (numbers[row]))
      return FALSE;

  return TRUE;
}

/**
 * gf_words_dup_value:
 * @value: a number, or days since 1970-01-01
 * @column: (nullable): the column it is of, for its type and currency
 *
 * Returns: (transfer full): the value as people write it: "€23,150", "14 March 2021"
 */
char *
gf_words_dup_value (double    value,
                    GfColumn *column)
{
  if (column != NULL && gf_column_get_column_type (column) == GF_COLUMN_DATE && !isnan (value))
    return dup_date (value, DATE_DAY);
  if (column != NULL && gf_column_get_spec (column)->percent)
    return gf_format_percent (value);

  if (is_year (value, column))
    return g_strdup_printf ("%.0f", value);

  const char *currency = column != NULL ? gf_column_get_currency (column) : NULL;

  if (currency == NULL || *currency == '\0' || isnan (value))
    return gf_words_dup_number (value);

  g_autofree char *number = gf_words_dup_number (fabs (value));
  const char *minus = value < 0.0 ? "\u2212" : "";
  const char *sign = gf_currency_get_sign (currency);
  if (sign == NULL || *sign == '\0')
    sign = currency;

  /* a sign stands before the figure, a code behind it with a no-break space */
  if (g_utf8_strlen (sign, -1) > 2)
    return g_strconcat (minus, number, "\u00a0", sign, NULL);

  return g_strconcat (minus, sign, number, NULL);
}

/* The intervals that begin in a range, from where the first one begins to where the last one ends: "11 to 200". */
static char *
dup_interval_range (double    from,
                    double    to,
                    GfColumn *column)
{
  double low, high, last = NAN;

  for (guint i = 0; i < gf_column_get_n_levels (column); i++)
    if (gf_column_get_band (column, i, &low, &high) && !(low < from) && !(low >= to))
      last = isnan (last) ? high : MAX (last, high);

  g_autofree char *start = gf_words_dup_value (from, column);
  g_autofree char *end = gf_words_dup_value (last, column);

  if (isnan (to) || !isfinite (last))
    return isnan (from) ? g_strdup (_("any number")) : g_strdup_printf (C_("number", "%s or more"), start);
  if (isnan (from))
    /* TRANSLATORS: a number that still belongs to it: "up to 200" */
    return g_strdup_printf (C_("number", "up to %s"), end);

  return g_strdup_printf (C_("number", "%s to %s"), start, end);
}

/**
 * gf_words_dup_range:
 * @from: the least that belongs to it, NaN for open
 * @to: the least that does not, NaN for open
 * @column: (nullable): the column it is of, for its type and currency
 *
 * Says a half-open range as people do: "50 to 250", "under €5,000", "1,000 or more". Small whole
 * numbers are said with both ends in it: 3 <= x < 6 is "3 to 5".
 *
 * Returns: (transfer full): the translated text
 */
char *
gf_words_dup_range (double    from,
                    double    to,
                    GfColumn *column)
{
  if (column != NULL && gf_column_get_column_type (column) == GF_COLUMN_DATE)
    return dup_date_range (from, to);
  if (column != NULL && gf_column_get_spec (column)->bands)
    return dup_interval_range (from, to, column);

  gboolean small = (isnan (from) || fabs (from) <= SMALL_WHOLE) &&
                   (isnan (to) || fabs (to) <= SMALL_WHOLE) && is_whole (column);
  g_autofree char *low = gf_words_dup_value (from, column);
  g_autofree char *high = gf_words_dup_value (to, column);

  if (small && !isnan (to))
    {
      g_autofree char *last = gf_words_dup_value (ceil (to) - 1.0, column);

      if (isnan (from) && to == 1.0)
        return g_steal_pointer (&last);
      if (isnan (from))
        return g_strdup_printf (C_("number", "%s or fewer"), last);
      if (from >= to - 1.0)
        return g_steal_pointer (&low);

      return g_strdup_printf (C_("number", "%s to %s"), low, last);
    }

  if (isnan (from) && isnan (to))
    return g_strdup (_("any number"));
  if (isnan (from))
    return g_strdup_printf (C_("number", "under %s"), high);
  if (isnan (to))
    return g_strdup_printf (C_("number", "%s or more"), low);

  return g_strdup_printf (C_("number", "%s to %s"), low, high);
}

/**
 * gf_words_dup_percent:
 * @share: a share in 0..1
 *
 * Returns: (transfer full): the share in whole percent, with a no-break space: "38 %"
 */
char *
gf_words_dup_percent (double share)
{
  return gf_format_share (share, 0);
}

/**
 * gf_words_dup_interval:
 * @low: a share in 0..1
 * @high: a share in 0..1
 *
 * Returns: (transfer full): both in whole percent: "21–52 %"
 */
char *
gf_words_dup_interval (double low,
                       double high)
{
  return gf_format_share_range (low, high, 0);
}

/**
 * gf_words_dup_choice:
 * @values: (array zero-terminated=1): one text or more
 *
 * Joins what any one of may hold: "Germany", "Germany or France", "Germany, France or Spain".
 *
 * Returns: (transfer full): the translated text
 */
char *
gf_words_dup_choice (const char * const *values)
{
  g_return_val_if_fail (values != NULL && values[0] != NULL, NULL);

  guint n = g_strv_length ((GStrv) values);
  g_autoptr (GString) text = g_string_new (values[0]);

  for (guint i = 1; i + 1 < n; i++)
    {
      /* TRANSLATORS: between the first of several values: "Germany, France or Spain" */
      g_string_append (text, C_("choice", ", "));
      g_string_append (text, values[i]);
    }
  if (n == 1)
    return g_string_free (g_steal_pointer (&text), FALSE);

  /* TRANSLATORS: the last of several values: "Germany or France" */
  return g_strdup_printf (C_("choice", "%s or %s"), text->str, values[n - 1]);
}

/**
 * gf_words_dup_level:
 * @value: the level of a category
 *
 * "Yes" and "No" are names of nothing, so within a text they are words like others.
 *
 * Returns: (transfer full): the level as it is said: "yes" for "Yes" and "YES", others as they are
 */
char *
gf_words_dup_level (const char *value)
{
  static const char *words[] = { "yes", "no", "true", "false", "other", "none", NULL };

  g_return_val_if_fail (value != NULL, NULL);

  g_autofree char *folded = g_utf8_strdown (value, -1);

  return g_strv_contains (words, folded) ? g_steal_pointer (&folded) : g_strdup (value);
}

/**
 * gf_words_dup_lower:
 * @name: the name of a column
 *
 * Makes a name fit into a sentence: "Lifetime value" becomes "lifetime value", "NPS" stays.
 *
 * Returns: (transfer full): the name
 */
char *
gf_words_dup_lower (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  const char *second = g_utf8_next_char (name);

  if (*name == '\0' || *second == '\0' || g_unichar_isupper (g_utf8_get_char (second)))
    return g_strdup (name);

  /* Names such as "monthlyCharges" and "Total NPS" are not a word with a capital in front. */
  for (const char *c = second; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isupper (g_utf8_get_char (c)))
      return g_strdup (name);

  g_autofree char *initial = g_utf8_strdown (name, second - name);

  return g_strconcat (initial, second, NULL);
}
