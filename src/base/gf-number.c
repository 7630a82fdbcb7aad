/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-number.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *sign;
  const char *code;
} Currency;

/* The first sign of a code is the one shown. Longer signs come before those they begin with. */
static const Currency currencies[] = {
  { "US$", "USD" }, { "CA$", "CAD" }, { "C$", "CAD" },  { "AU$", "AUD" }, { "A$", "AUD" },
  { "NZ$", "NZD" }, { "HK$", "HKD" }, { "S$", "SGD" },  { "R$", "BRL" },  { "MX$", "MXN" },
  { "NT$", "TWD" }, { "$", "USD" },   { "€", "EUR" },   { "£", "GBP" },   { "¥", "JPY" },
  { "₹", "INR" },   { "₽", "RUB" },   { "₩", "KRW" },   { "₺", "TRY" },   { "₪", "ILS" },
  { "₫", "VND" },   { "₴", "UAH" },   { "₦", "NGN" },   { "฿", "THB" },   { "₱", "PHP" },
  { "zł", "PLN" },  { "Kč", "CZK" },  { "Ft", "HUF" },  { "kr.", "DKK" }, { "kr", "SEK" },
  { "Fr.", "CHF" }, { "Rs.", "INR" }, { "Rs", "INR" },  { "lei", "RON" }, { "₡", "CRC" },
};

static const char codes[] =
  "USD EUR GBP JPY CHF AUD CAD NZD HKD SGD BRL MXN TWD INR RUB KRW TRY ILS VND UAH NGN THB PHP PLN "
  "CZK HUF DKK SEK NOK ISK RON BGN CNY RMB IDR MYR ZAR AED SAR EGP KES GHS ARS CLP COP PEN UYU CRC "
  "PKR BDT LKR KZT GEL AMD AZN RSD BAM MKD ALL MAD TND QAR KWD BHD OMR JOD LBP ";

static const struct
{
  const char *word;
  int power;
} magnitudes[] = {
  { "k", 3 },      { "tsd", 3 },     { "tsd.", 3 },     { "m", 6 },       { "mn", 6 },
  { "mm", 6 },     { "mio", 6 },     { "mio.", 6 },     { "million", 6 }, { "millions", 6 },
  { "bn", 9 },     { "b", 9 },       { "billion", 9 },  { "mrd", 9 },     { "mrd.", 9 },
  { "lakh", 5 },   { "lakhs", 5 },   { "crore", 7 },    { "crores", 7 },  { "cr", 7 },
};

static const double powers[] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

/**
 * gf_currency_get_sign:
 * @code: (nullable): an ISO 4217 code
 *
 * Returns: (nullable): the sign it is shown with ("€"), the code itself if it has none
 */
const char *
gf_currency_get_sign (const char *code)
{
  if (code == NULL || *code == '\0')
    return NULL;
  if (strcmp (code, "USD") == 0)
    return "$";
  if (strcmp (code, "CAD") == 0)
    return "CA$";
  if (strcmp (code, "DKK") == 0)
    return "kr";
  if (strcmp (code, "CHF") == 0)
    return "CHF";
  if (strcmp (code, "INR") == 0)
    return "₹";

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (strcmp (currencies[i].code, code) == 0)
      return currencies[i].sign;

  return code;
}

/* The currency at the start of the text: its code and how many bytes it takes, 0 if none. */
static gsize
currency_at_start (const char *s,
                   gsize       n,
                   char        code[GF_CURRENCY_SIZE])
{
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      gsize length = strlen (currencies[i].sign);

      if (n < length || memcmp (s, currencies[i].sign, length) != 0)
        continue;
      /* A sign of letters is a word of its own. */
      if (g_ascii_isalpha (currencies[i].sign[length - 1]) && n > length &&
          g_ascii_isalpha (s[length]))
        continue;
      memcpy (code, currencies[i].code, GF_CURRENCY_SIZE);
      return length;
    }

  if (n >= 3 && g_ascii_isalpha (s[0]) && g_ascii_isalpha (s[1]) && g_ascii_isalpha (s[2]) &&
      (n == 3 || !g_ascii_isalpha (s[3])))
    {
      char word[5] = {
        g_ascii_toupper (s[0]), g_ascii_toupper (s[1]), g_ascii_toupper (s[2]), ' ',
      };

      if (strstr (codes, word) != NULL)
        {
          memcpy (code, word, 3);
          code[3] = '\0';
          return 3;
        }
    }

  return 0;
}

/**
 * gf_currency_parse:
 * @text: a text
 * @length: its bytes
 * @code: (out): the ISO code
 *
 * Reads a currency sign or code standing alone ("€", "usd").
 *
 * Returns: whether the text is one
 */
gboolean
gf_currency_parse (const char *text,
                   gsize       length,
                   char        code[GF_CURRENCY_SIZE])
{
  gf_text_trim (&text, &length);

  return length > 0 && currency_at_start (text, length, code) == length;
}

static gsize
currency_at_end (const char *s,
                 gsize       n,
                 char        code[GF_CURRENCY_SIZE])
{
  /* The currency is what follows the last digit, full stop apart. */
  gsize at = n;
  while (at > 0 && !g_ascii_isdigit (s[at - 1]) && s[at - 1] != '%' && s[at - 1] != ')')
    at--;

  const char *tail = s + at;
  gsize length = n - at;
  gf_text_trim (&tail, &length);
  /* "45k €", "2 Mio. EUR": the magnitude stays with the number. */
  for (gsize i = 0; i < G_N_ELEMENTS (magnitudes); i++)
    {
      gsize size = strlen (magnitudes[i].word);

      if (length <= size || !gf_text_equal_ascii (tail, size, magnitudes[i].word))
        continue;

      const char *rest = tail + size;
      gsize left = length - size;
      gf_text_trim (&rest, &left);
      if (left > 0 && currency_at_start (rest, left, code) == left)
        return (gsize) (s + n - rest);
    }
  if (length > 0 && currency_at_start (tail, length, code) == length)
    return (gsize) (s + n - tail);

  return 0;
}

/* The byte length of a grouping character other than the two marks; 0 if it is none. */
static gsize
other_grouping (const char *s,
                gsize       n)
{
  const guchar *u = (const guchar *) s;

  if (*s == ' ' || *s == '\'')
    return 1;
  if (n >= 2 && u[0] == 0xc2 && u[1] == 0xa0)
    return 2;
  if (n >= 3 && u[0] == 0xe2 && u[1] == 0x80 && (u[2] == 0xaf || u[2] == 0x89 || u[2] == 0x99))
    return 3; /* narrow no-break space, thin space, typographic apostrophe */

  return 0;
}

typedef struct
{
  guint64 mantissa;
  guint n_digits;          /* significant, without leading zeros */
  guint n_all;             /* every digit */
  int scale;               /* digits behind the mark */
  gboolean inexact;
} Digits;

static void
add_digit (Digits *d,
           char    c)
{
  d->n_all++;
  if (d->n_digits < 19)
    {
      d->mantissa = d->mantissa * 10 + (guint64) (c - '0');
      if (d->mantissa != 0)
        d->n_digits++;
    }
  else
    {
      d->inexact = TRUE;
    }
}

/* Whether the marks in the digits are one grouping: 1 to 3 digits, then threes (or twos and a last
 * three, as in India), and which of the marks is the decimal one.
 *
 * In: the digits with their marks. Out: position of the decimal mark, or @n; FALSE if no number. */
static gboolean
find_marks (const char *s,
            gsize       n,
            char        decimal,
            gsize      *mark_at,
            GfNumber   *number)
{
  gsize n_point = 0, n_comma = 0, last_point = 0, last_comma = 0;

  for (gsize i = 0; i < n; i++)
    if (s[i] == '.')
      n_point++, last_point = i;
    else if (s[i] == ',')
      n_comma++, last_comma = i;

  *mark_at = n;
  if (n_point == 0 && n_comma == 0)
    return TRUE;

  if (decimal == 0)
    {
      if (n_point > 0 && n_comma > 0)
        decimal = last_point > last_comma ? '.' : ',';
      else if (n_point + n_comma > 1)
        decimal = n_point > 0 ? ',' : '.';
      else
        {
          gsize at = n_point > 0 ? last_point : last_comma;
          char mark = s[at];

          if (n - at - 1 == 3 && at >= 1 && at <= 3 && s[0] != '0')
            {
              number->traits |= GF_NUMBER_AMBIGUOUS;
              decimal = '.';
            }
          else
            {
              decimal = mark;
            }
        }
    }
  else if (n_point + n_comma == 1)
    {
      gsize at = n_point > 0 ? last_point : last_comma;
      if (n - at - 1 == 3 && at >= 1 && at <= 3 && s[0] != '0')
        number->traits |= GF_NUMBER_AMBIGUOUS;
    }

  gsize n_decimal = decimal == '.' ? n_point : n_comma;
  gsize last = decimal == '.' ? last_point : last_comma;
  if (n_decimal > 1)
    return FALSE;
  if (n_decimal == 1)
    {
      *mark_at = last;
      number->traits |= GF_NUMBER_FRACTION;
      number->decimal = decimal;
    }
  else if ((number->traits & GF_NUMBER_AMBIGUOUS) == 0)
    {
      number->decimal = decimal;
    }

  return TRUE;
}

/* Reads the digits before the decimal mark, with grouping. */
static gboolean
read_whole (const char *s,
            gsize       n,
            char        grouping,
            Digits     *digits,
            GfNumber   *number)
{
  gsize group = 0;
  guint n_groups = 0;

  for (gsize i = 0; i < n;)
    {
      if (g_ascii_isdigit (s[i]))
        {
          add_digit (digits, s[i]);
          group++;
          i++;
          continue;
        }

      gsize length = s[i] == grouping ? 1 : other_grouping (s + i, n - i);
      if (length == 0 || group == 0 || group > 3 || (n_groups > 0 && group < 2))
        return FALSE;
      n_groups++;
      group = 0;
      i += length;
    }
  /* Nothing is grouped behind a zero: 0,125 is no 125. */
  if (n_groups > 0 && (group != 3 || *s == '0'))
    return FALSE;
  if (n_groups > 0)
    number->traits |= GF_NUMBER_GROUPED;

  return TRUE;
}

static gboolean
read_exponent (const char **s,
               gsize       *n,
               int         *exponent)
{
  /* Looks for e, an optional sign and at most three digits at the end. */
  gsize at = *n;
  while (at > 0 && g_ascii_isdigit ((*s)[at - 1]))
    at--;
  if (at == *n || *n - at > 3)
    return TRUE;

  gsize digits_at = at;
  gboolean negative = FALSE;
  if (at > 0 && ((*s)[at - 1] == '+' || (*s)[at - 1] == '-'))
    negative = (*s)[--at] == '-';
  if (at < 2 || ((*s)[at - 1] != 'e' && (*s)[at - 1] != 'E'))
    return digits_at == at;

  int value = 0;
  for (gsize i = digits_at; i < *n; i++)
    value = value * 10 + ((*s)[i] - '0');
  *exponent = negative ? -value : value;
  *n = at - 1;

  return TRUE;
}

static double
assemble (const Digits *d,
          int           exponent,
          const char   *s,
          gsize         n,
          gsize         mark_at)
{
  int scale = exponent - d->scale;

  if (!d->inexact && d->mantissa <= (G_GUINT64_CONSTANT (1) << 53) && scale >= -22 && scale <= 22)
    return scale < 0 ? (double) d->mantissa / powers[-scale] : (double) d->mantissa * powers[scale];

  g_autoptr (GString) plain = g_string_sized_new (n + 8);
  for (gsize i = 0; i < n; i++)
    if (g_ascii_isdigit (s[i]))
      g_string_append_c (plain, s[i]);
    else if (i == mark_at)
      g_string_append_c (plain, '.');
  g_string_append_printf (plain, "e%d", exponent);

  return g_ascii_strtod (plain->str, NULL);
}

/* Cuts k, m, bn at the end off; returns the power of ten it stands for, 0 for none. @lone is whether it is an m behind a
 * blank, which may be months or metres. */
static int
cut_magnitude (const char *s,
               gsize      *n,
               gboolean   *lone)
{
  gsize at = *n;

  *lone = FALSE;

  while (at > 0 && (g_ascii_isalpha (s[at - 1]) || (s[at - 1] == '.' && at == *n)))
    at--;
  if (at == *n || at == 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (magnitudes); i++)
    if (gf_text_equal_ascii (s + at, *n - at, magnitudes[i].word))
      {
        const char *start = s;
        gsize length = *n - at;
        gsize end = at;

        gf_text_trim (&start, &at);
        *lone = length == 1 && magnitudes[i].power == 6 && at < end;
        *n = at;
        return magnitudes[i].power;
      }

  return 0;
}

/* The commonest form, a sign and up to 15 digits with at most one mark, in one pass. */
static gboolean
parse_plain (const char *s,
             gsize       n,
             char        decimal,
             GfNumber   *number)
{
  gboolean negative = *s == '-';
  guint64 mantissa = 0;
  gsize mark_at = n;
  gsize i = negative;

  if (n - i > 16 || i == n || !g_ascii_isdigit (s[i]))
    return FALSE;
  if (s[i] == '0' && n - i > 1 && g_ascii_isdigit (s[i + 1]))
    return FALSE;
  for (; i < n; i++)
    {
      guint digit = (guint) (guchar) s[i] - '0';

      if (digit <= 9)
        mantissa = mantissa * 10 + digit;
      else if (s[i] == decimal && mark_at == n && i + 1 < n)
        mark_at = i;
      else
        return FALSE;
    }
  if (mark_at < n && n - mark_at - 1 == 3)
    return FALSE; /* perhaps ambiguous: the long way says so */
  if (mantissa > (G_GUINT64_CONSTANT (1) << 53))
    return FALSE;

  double value = (double) mantissa;
  number->n_digits = (guint) (n - negative - (mark_at < n));
  if (mark_at < n)
    {
      value /= powers[n - mark_at - 1];
      number->traits |= GF_NUMBER_FRACTION;
      number->decimal = decimal;
    }
  number->value = negative ? -value : value;

  return TRUE;
}

/* Takes the parentheses off that make a number negative. */
static gboolean
strip_parentheses (const char **s,
                   gsize       *n)
{
  if (*n <= 2 || **s != '(' || (*s)[*n - 1] != ')')
    return FALSE;

  (*s)++;
  *n -= 2;
  gf_text_trim (s, n);

  return TRUE;
}

static void
strip_percent (const char **s,
               gsize       *n,
               GfNumber    *number)
{
  if (*n <= 1 || (*s)[*n - 1] != '%' || (number->traits & GF_NUMBER_PERCENT) != 0)
    return;

  (*n)--;
  gf_text_trim (s, n);
  number->traits |= GF_NUMBER_PERCENT;
}

/* Strips one sign and one currency from the start; FALSE for a second sign. */
static gboolean
strip_start (const char **s,
             gsize       *n,
             gboolean     parentheses,
             gboolean    *sign,
             gboolean    *negative,
             GfNumber    *number)
{
  for (int pass = 0; pass < 3 && *n > 0; pass++)
    {
      gsize length = 0;

      if (**s == '-' || **s == '+')
        length = 1;
      else if (*n >= 3 && memcmp (*s, "\342\210\222", 3) == 0)
        length = 3;
      if (length > 0)
        {
          if (*sign || parentheses)
            return FALSE;
          *sign = TRUE;
          if (**s == '+')
            number->traits |= GF_NUMBER_PLUS;
          else
            *negative = TRUE;
        }
      else if (number->currency[0] == '\0' && !g_ascii_isdigit (**s))
        {
          length = currency_at_start (*s, *n, number->currency);
          if (length > 0)
            number->traits |= GF_NUMBER_CURRENCY;
        }
      if (length == 0)
        break;
      *s += length;
      *n -= length;
      gf_text_trim (s, n);
    }

  return *n > 0;
}

/* Strips signs, currency, percent and magnitude from both ends of the text. */
static gboolean
strip_ends (const char **s,
            gsize       *n,
            gboolean    *negative,
            int         *power,
            GfNumber    *number)
{
  gboolean sign = FALSE;
  gboolean parentheses = strip_parentheses (s, n);

  if (!strip_start (s, n, parentheses, &sign, negative, number))
    return FALSE;
  if (!g_ascii_isdigit ((*s)[*n - 1]) && number->currency[0] == '\0')
    {
      gsize length = currency_at_end (*s, *n, number->currency);
      if (length > 0)
        {
          *n -= length;
          number->traits |= GF_NUMBER_CURRENCY;
          gf_text_trim (s, n);
        }
    }
  strip_percent (s, n, number);
  if (!parentheses && !sign)
    parentheses = strip_parentheses (s, n); /* "$(5)", "(5) EUR", "(5)%" */
  if (parentheses)
    *negative = TRUE;
  strip_percent (s, n, number);

  gboolean dash = *n > 1 && (*s)[*n - 1] == '-';
  gboolean minus = *n > 3 && memcmp (*s + *n - 3, "\342\210\222", 3) == 0;
  if ((dash || minus) && !sign && !parentheses)
    {
      *n -= dash ? 1 : 3;
      *negative = TRUE;
      gf_text_trim (s, n);
    }
  gboolean lone;
  *power = cut_magnitude (*s, n, &lone);
  if (*power != 0)
    number->traits |= GF_NUMBER_MAGNITUDE;
  if (lone && number->currency[0] == '\0')
    number->traits |= GF_NUMBER_LONE_M;

  return *n > 0;
}

/**
 * gf_number_parse:
 * @text: the text of a cell
 * @length: its bytes
 * @decimal: '.' or ',', or 0 to judge by this text alone
 * @number: (out): what was read; its traits are set even when FALSE is returned
 *
 * Reads one number. A percentage becomes a fraction ("12 %" is 0.12), "(5)" and "5-" are -5, "45k"
 * is 45000; the apostrophe that spreadsheets put before a number kept as text is left out.
 * Grouping must be proper, so that "1,2,3" and "12.03.2026" are no numbers; "nan" and "inf" are
 * none.
 *
 * Returns: whether the whole text is a number
 */
gboolean
gf_number_parse (const char *text,
                 gsize       length,
                 char        decimal,
                 GfNumber   *number)
{
  gboolean negative = FALSE;
  int power = 0, exponent = 0;
  Digits digits = { 0 };
  gsize mark_at;

  number->value = NAN;
  number->traits = 0;
  number->decimal = 0;
  number->n_digits = 0;
  number->currency[0] = '\0';

  if (length == 0)
    return FALSE;
  if (parse_plain (text, length, decimal == 0 ? '.' : decimal, number))
    return TRUE;
  number->traits = 0;
  number->decimal = 0;

  const char *s = text;
  gsize n = length;
  gf_text_trim (&s, &n);
  if (gf_text_strip_mark (&s, &n))
    number->traits |= GF_NUMBER_MARKED;
  if (n == 0 || n > 64)
    return FALSE;
  if (!strip_ends (&s, &n, &negative, &power, number))
    return FALSE;
  if (!g_ascii_isdigit (*s) && *s != '.' && *s != ',')
    return FALSE;
  if (!read_exponent (&s, &n, &exponent) || !find_marks (s, n, decimal, &mark_at, number))
    return FALSE;

  char mark = mark_at < n ? s[mark_at] : (decimal != 0 ? decimal : number->decimal);
  char grouping = mark == ',' ? '.' : ',';
  if (mark == 0)
    grouping = memchr (s, '.', n) != NULL ? '.' : ',';
  if (!read_whole (s, mark_at, grouping, &digits, number))
    return FALSE;
  if (digits.n_all > 1 && *s == '0')
    number->traits |= GF_NUMBER_LEADING_ZERO;
  for (gsize i = mark_at + 1; i < n; i++)
    {
      if (!g_ascii_isdigit (s[i]))
        return FALSE;
      add_digit (&digits, s[i]);
      digits.scale++;
    }
  if (digits.n_all == 0)
    return FALSE;

  double value = assemble (&digits, exponent + power, s, n, mark_at);
  if ((number->traits & GF_NUMBER_PERCENT) != 0)
    value /= 100.0;
  if (!isfinite (value))
    return FALSE;
  number->n_digits = digits.n_all;
  number->value = negative ? -value : value;

  return TRUE;
}

/**
 * gf_number_is_lone_m:
 * @number: a number that was read
 *
 * Returns: whether it is a whole number with a blank and an M behind it, and no currency: 12 months as likely as
 *   12 million. Where nothing speaks of money it is no number to trust.
 */
gboolean
gf_number_is_lone_m (const GfNumber *number)
{
  return (number->traits & (GF_NUMBER_LONE_M | GF_NUMBER_FRACTION | GF_NUMBER_GROUPED)) == GF_NUMBER_LONE_M;
}

/**
 * gf_number_to_text:
 * @value: a number
 *
 * Writes a number as plainly as reads back exactly: no grouping, a full stop as the mark, no
 * exponent while it is short without.
 *
 * Returns: (transfer full): the text; "" for NaN and infinities
 */
char *
gf_number_to_text (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return g_strdup ("");
  if (value == floor (value) && fabs (value) < 1e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) value);

  for (int digits = 6; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}
