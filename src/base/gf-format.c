/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-format.h"

#include "gf-date.h"
#include "gf-number.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MISSING "\342\200\223"

/* Groups of three, with the locale's mark; "1234567" gives "1,234,567". */
static char *
group_digits (const char *digits)
{
  const struct lconv *locale = localeconv ();
  const char *mark = locale->thousands_sep;
  gsize n = strlen (digits);

  if (*mark == '\0' && strcmp (locale->decimal_point, ".") == 0)
    mark = ",";

  GString *out = g_string_sized_new (n + n / 3 * strlen (mark));
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (out, mark);
      g_string_append_c (out, digits[i]);
    }

  return g_string_free (out, FALSE);
}

/**
 * gf_format_count:
 * @count: how many
 *
 * Returns: (transfer full): the number, grouped: "80,214"
 */
char *
gf_format_count (guint64 count)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, count);

  return group_digits (digits);
}

/**
 * gf_format_number:
 * @value: a number; NaN gives an en dash
 * @n_decimals: how many decimals
 *
 * Returns: (transfer full): the number, grouped, with the locale's marks and a true minus sign
 */
char *
gf_format_number (double value,
                  guint  n_decimals)
{
  char format[8], plain[400];

  if (!isfinite (value))
    return g_strdup (MISSING);

  g_snprintf (format, sizeof format, "%%.%uf", MIN (n_decimals, 9));
  g_ascii_formatd (plain, sizeof plain, format, fabs (value));

  char *point = strchr (plain, '.');
  const char *decimals = "";
  if (point != NULL)
    {
      *point = '\0';
      decimals = point + 1;
    }

  g_autofree char *whole = group_digits (plain);
  gboolean zero = strspn (plain, "0") == strlen (plain) &&
                  strspn (decimals, "0") == strlen (decimals);

  return g_strconcat (value < 0 && !zero ? "\342\210\222" : "", whole,
                      point != NULL ? localeconv ()->decimal_point : "", decimals, NULL);
}

/**
 * gf_format_score:
 * @value: a score
 *
 * Returns: (transfer full): the score with one decimal
 */
char *
gf_format_score (double value)
{
  return gf_format_number (value, 1);
}

/**
 * gf_format_of:
 * @part: how many
 * @whole: of how many
 *
 * Returns: (transfer full): "12 of 34"
 */
char *
gf_format_of (guint64 part,
              guint64 whole)
{
  g_autofree char *a = gf_format_count (part);
  g_autofree char *b = gf_format_count (whole);

  /* Translators: so many of so many customers: “12 of 34” */
  return g_strdup_printf (_("%s of %s"), a, b);
}

static guint
share_decimals (double  share,
                guint64 n)
{
  return n >= 1000 && fabs (share) < 0.1 ? 1 : 0;
}

/**
 * gf_format_share:
 * @share: a fraction, 0 to 1; NaN gives an en dash
 * @n: of how many; from 1,000 on a share below a tenth gets a decimal
 *
 * Returns: (transfer full): "38 %"
 */
char *
gf_format_share (double  share,
                 guint64 n)
{
  if (!isfinite (share))
    return g_strdup (MISSING);

  g_autofree char *number = gf_format_number (share * 100, share_decimals (share, n));

  /* Translators: a percentage; put before the sign what your language puts there */
  return g_strdup_printf (_("%s\u202f%%"), number);
}

/* No more decimals than the number has, at most two. */
static char *
format_short (double value)
{
  guint n_decimals = 0;

  for (double scaled = value; n_decimals < 2 && fabs (scaled - round (scaled)) > 1e-6; scaled *= 10)
    n_decimals++;

  return gf_format_number (value, n_decimals);
}

/**
 * gf_format_percent:
 * @fraction: a fraction that somebody wrote down, such as a discount; NaN gives an en dash
 *
 * Returns: (transfer full): it in percent with no more decimals than it has, at most two: "12.5 %"
 */
char *
gf_format_percent (double fraction)
{
  if (!isfinite (fraction))
    return g_strdup (MISSING);

  g_autofree char *number = format_short (fraction * 100);

  /* Translators: a percentage; put before the sign what your language puts there */
  return g_strdup_printf (_("%s\u202f%%"), number);
}

/**
 * gf_format_share_range:
 * @low: a fraction
 * @high: a fraction
 * @n: of how many
 *
 * Returns: (transfer full): "21–52 %"; "under 1 %" and "over 99 %" where both ends would read 0 or 100
 */
char *
gf_format_share_range (double  low,
                       double  high,
                       guint64 n)
{
  if (!isfinite (low) || !isfinite (high))
    return g_strdup (MISSING);

  guint n_decimals = share_decimals (high, n);
  g_autofree char *a = gf_format_number (low * 100, n_decimals);
  g_autofree char *b = gf_format_number (high * 100, n_decimals);
  double unit = pow (10, -(double) n_decimals);

  if (high > 0 && round (high * 100 / unit) <= 0)
    {
      g_autofree char *one = gf_format_number (unit, n_decimals);

      /* Translators: a percentage that is not reached: “under 1 %” */
      return g_strdup_printf (_("under %s\u202f%%"), one);
    }
  if (low < 1 && round (low * 100 / unit) >= 100 / unit)
    {
      g_autofree char *most = gf_format_number (100 - unit, n_decimals);

      /* Translators: a percentage that is passed: “over 99 %” */
      return g_strdup_printf (_("over %s\u202f%%"), most);
    }

  /* Translators: from one percentage to another: “21–52 %” */
  return g_strdup_printf (_("%s–%s\u202f%%"), a, b);
}

/* Three digits that count: 49.1, 491, 4.91, and 3,900 below a million. */
static char *
three_digits (double amount)
{
  if (amount == 0)
    return g_strdup ("0");

  int exponent = (int) floor (log10 (fabs (amount)));
  double unit = pow (10, exponent - 2);
  double rounded = round (amount / unit);

  rounded = exponent >= 2 ? rounded * unit : rounded / pow (10, 2 - exponent);

  if (fabs (rounded) >= 100)
    return gf_format_number (rounded, 0);

  /* Cents are two or none; a million may have one decimal. */
  return format_short (rounded);
}

/**
 * gf_format_money:
 * @amount: an amount; NaN gives an en dash
 * @currency: (nullable): its ISO code
 *
 * Returns: (transfer full): the amount as one says it, with three digits: "€49.1 million",
 *   "€3,900", "CHF 12"
 */
char *
gf_format_money (double      amount,
                 const char *currency)
{
  static const double units[] = { 1e12, 1e9, 1e6 };
  const char *sign = gf_currency_get_sign (currency);
  g_autofree char *text = NULL;

  if (!isfinite (amount))
    return g_strdup (MISSING);

  for (gsize i = 0; i < G_N_ELEMENTS (units) && text == NULL; i++)
    /* 999,600 is a million already when rounded to three digits. */
    if (fabs (amount) >= units[i] * 0.9995)
      {
        g_autofree char *number = three_digits (fabs (amount) / units[i]);

        switch (i)
          {
          case 0:
            /* Translators: amounts of money: “49.1 million” */
            text = g_strdup_printf (_("%s trillion"), number);
            break;
          case 1:
            text = g_strdup_printf (_("%s billion"), number);
            break;
          default:
            text = g_strdup_printf (_("%s million"), number);
            break;
          }
      }
  if (text == NULL)
    text = three_digits (fabs (amount));

  const char *minus = amount < 0 ? "\342\210\222" : "";
  if (sign == NULL)
    return g_strconcat (minus, text, NULL);

  g_autofree char *money = NULL;
  if (g_ascii_isalpha (*sign) && strchr (sign, '$') == NULL)
    /* Translators: a currency that is written as a word, and an amount: “CHF 49.1 million” */
    money = g_strdup_printf (_("%s\u00a0%s"), sign, text);
  else
    /* Translators: the sign of a currency, and an amount: “€49.1 million” */
    money = g_strdup_printf (_("%s%s"), sign, text);

  return g_strconcat (minus, money, NULL);
}

static char *
format_days (gint32      days,
             const char *format)
{
  int year, month, day;

  gf_days_to_parts (days, &year, &month, &day);
  if (year < 1 || year > 9999)
    return gf_days_to_iso (days);

  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 0, 0, 0);

  return g_date_time_format (date, format);
}

static gboolean
is_this_year (gint32 days)
{
  int year, this_year, month, day;

  gf_days_to_parts (days, &year, &month, &day);
  gf_days_to_parts (gf_days_today (), &this_year, &month, &day);

  return year == this_year;
}

/**
 * gf_format_day:
 * @days: days from 1970-01-01
 *
 * Returns: (transfer full): "12 November 2026", always with the year
 */
char *
gf_format_day (gint32 days)
{
  /* Translators: a date with its year, for g_date_time_format(): “12 November 2024” */
  return format_days (days, _("%-d %B %Y"));
}

/**
 * gf_format_date:
 * @days: days from 1970-01-01
 *
 * Returns: (transfer full): "12 November", with the year if it is not this one
 */
char *
gf_format_date (gint32 days)
{
  /* Translators: a date of this year, for g_date_time_format(): “12 November” */
  return is_this_year (days) ? format_days (days, _("%-d %B")) : gf_format_day (days);
}

/**
 * gf_format_date_short:
 * @days: days from 1970-01-01
 *
 * Returns: (transfer full): "12 Nov", with the year if it is not this one; for columns
 */
char *
gf_format_date_short (gint32 days)
{
  /* Translators: a short date of this year, for g_date_time_format(): “12 Nov” */
  const char *near = _("%-d %b");
  /* Translators: a short date of another year, for g_date_time_format(): “12 Nov 2024” */
  const char *far = _("%-d %b %Y");

  return format_days (days, is_this_year (days) ? near : far);
}
