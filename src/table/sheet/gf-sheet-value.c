/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sheet-value.h"

#include "gf-date.h"

#include <math.h>
#include <string.h>

/* 1899-12-30 in days from 1970-01-01: with it day 61 of Excel is 1 March 1900. */
#define EXCEL_ZERO (-25569)
#define ZERO_1904 1462
/* 9999-12-31 */
#define LAST_DAY 2958465.0
#define MILLISECONDS 86400000.0

/* Steps over what is shown as it stands: "text", \c, _c, *c. */
static const char *
skip_literal (const char *p)
{
  if (*p == '"')
    {
      const char *end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    }
  if (*p == '\\' || *p == '_' || *p == '*')
    return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;

  return p;
}

/**
 * gf_sheet_format_from_code:
 * @code: a number format, such as "yyyy-mm-dd;@"
 *
 * Judges by the first section of a format what its cells hold. (ECMA-376 part 1, 18.8.31.)
 *
 * Returns: the kind
 */
GfSheetFormat
gf_sheet_format_from_code (const char *code)
{
  gboolean date = FALSE, month = FALSE, time = FALSE, duration = FALSE;

  if (g_ascii_strncasecmp (code, "General", 7) == 0)
    return GF_SHEET_NUMBER;

  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = skip_literal (p);
      char c = g_ascii_tolower (*p);

      if (next != p)
        {
          p = next;
          continue;
        }
      if (c == '[')
        {
          const char *end = strchr (p, ']');
          gsize n = strspn (p + 1, "hHmMsS");

          /* [h], [mm]; not a colour, condition or currency. */
          duration = duration || (n > 0 && p[n + 1] == ']');
          p = end != NULL ? end + 1 : p + 1;
          continue;
        }
      if (g_ascii_strncasecmp (p, "AM/PM", 5) == 0 || g_ascii_strncasecmp (p, "A/P", 3) == 0)
        {
          time = TRUE;
          p += c == 'a' && (p[1] == 'M' || p[1] == 'm') ? 5 : 3;
          continue;
        }
      if (c == 'e' && (p[1] == '+' || p[1] == '-'))
        return GF_SHEET_NUMBER;
      date = date || c == 'y' || c == 'd' || c == 'g' || c == 'e' || c == 'b';
      month = month || c == 'm';
      time = time || c == 'h' || c == 's';
      p = g_utf8_next_char (p);
    }

  if (duration)
    return GF_SHEET_DURATION;
  if (date || (month && !time))
    return time ? GF_SHEET_DATE_TIME : GF_SHEET_DATE;

  return time ? GF_SHEET_TIME : GF_SHEET_NUMBER;
}

/**
 * gf_sheet_format_from_id:
 * @id: the number of a format that every spreadsheet knows
 *
 * Returns: what its cells hold; (ECMA-376 part 1, 18.8.30)
 */
GfSheetFormat
gf_sheet_format_from_id (guint id)
{
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 54) ||
      id == 36 || id == 57 || id == 58)
    return GF_SHEET_DATE;
  if (id == 22)
    return GF_SHEET_DATE_TIME;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 ||
      id == 56)
    return GF_SHEET_TIME;
  if (id == 46)
    return GF_SHEET_DURATION;

  return GF_SHEET_NUMBER;
}

/* Writes 1.5e-07 as 0.00000015 and 1e+20 as its digits. */
static void
append_plain (GString    *out,
              const char *scientific)
{
  const char *e = strchr (scientific, 'e');
  const char *digits = scientific + (*scientific == '-');
  g_autoptr (GString) all = g_string_new (NULL);
  long point = strtol (e + 1, NULL, 10) + 1;

  if (*scientific == '-')
    g_string_append_c (out, '-');
  for (const char *p = digits; p < e; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (all, *p);
  if (point <= 0)
    {
      g_string_append (out, "0.");
      for (; point < 0; point++)
        g_string_append_c (out, '0');
      g_string_append (out, all->str);
      return;
    }
  while ((long) all->len < point)
    g_string_append_c (all, '0');
  g_string_append_len (out, all->str, point);
  if ((long) all->len > point)
    g_string_append_printf (out, ".%s", all->str + point);
}

/**
 * gf_sheet_append_number:
 * @out: where to append
 * @value: a number
 *
 * Writes a number with the fewest digits that give it back, exactly.
 */
void
gf_sheet_append_number (GString *out,
                        double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == 0)
    {
      g_string_append_c (out, '0');
      return;
    }
  if (!isfinite (value))
    {
      g_string_append (out, "#NUM!");
      return;
    }
  if (fabs (value) < 1e15 && value == trunc (value))
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) value);
      return;
    }
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[] = "%.15g";

      format[3] = (char) ('0' + digits % 10);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  if (strchr (text, 'e') != NULL && fabs (value) < 1e21 && fabs (value) >= 1e-15)
    append_plain (out, text);
  else
    g_string_append (out, text);
}

static void
append_clock (GString *out,
              gint64   milliseconds)
{
  g_string_append_printf (out, "%02" G_GINT64_FORMAT ":%02d:%02d", milliseconds / 3600000,
                          (int) (milliseconds / 60000 % 60), (int) (milliseconds / 1000 % 60));
  if (milliseconds % 1000 != 0)
    {
      g_string_append_printf (out, ".%03d", (int) (milliseconds % 1000));
      while (out->str[out->len - 1] == '0')
        g_string_truncate (out, out->len - 1);
    }
}

/**
 * gf_sheet_append_value:
 * @out: where to append
 * @value: a number
 * @format: what it means
 * @from_1904: whether days are counted from 1904-01-01
 *
 * Writes a number as what its format says it is. What is no date, as negative ones are, stays a
 * number.
 */
void
gf_sheet_append_value (GString       *out,
                       double         value,
                       GfSheetFormat  format,
                       gboolean       from_1904)
{
  if (format == GF_SHEET_NUMBER || !(value >= 0) || value > LAST_DAY)
    {
      gf_sheet_append_number (out, value);
      return;
    }

  gint64 milliseconds = llround (value * MILLISECONDS);
  gint64 day = milliseconds / (gint64) MILLISECONDS;
  gint64 clock = milliseconds % (gint64) MILLISECONDS;

  if (format == GF_SHEET_DURATION || (format == GF_SHEET_TIME && day == 0))
    {
      append_clock (out, milliseconds);
      return;
    }
  /* Formats of days without a day in them: what is meant is the time. */
  if (day == 0 && clock != 0 && !from_1904)
    {
      append_clock (out, clock);
      return;
    }
  if (!from_1904 && day == 60)
    {
      gf_sheet_append_number (out, value);
      return;
    }
  if (from_1904)
    day += ZERO_1904;
  /* Before the day that does not exist Excel is one ahead. */
  else if (day < 60)
    day++;

  g_autofree char *iso = gf_days_to_iso ((gint32) day + EXCEL_ZERO);
  g_string_append (out, iso);
  if (clock != 0 || format == GF_SHEET_DATE_TIME || format == GF_SHEET_TIME)
    {
      g_string_append_c (out, 'T');
      append_clock (out, clock);
    }
}

/**
 * gf_sheet_append_period:
 * @out: where to append
 * @period: a duration as OpenDocument writes it: PT10H10M10.12S
 *
 * Writes a duration as hours, minutes and seconds.
 *
 * Returns: whether @period is one; years and months are not, having no length
 */
gboolean
gf_sheet_append_period (GString    *out,
                        const char *period)
{
  gboolean negative = *period == '-';
  gboolean clock = FALSE;
  double seconds = 0;

  period += negative;
  if (*period++ != 'P')
    return FALSE;
  while (*period != '\0')
    {
      char *end;

      if (*period == 'T')
        {
          clock = TRUE;
          period++;
          continue;
        }

      double number = g_ascii_strtod (period, &end);
      if (end == period || !isfinite (number))
        return FALSE;
      if (*end == 'D' && !clock)
        seconds += number * 86400;
      else if (*end == 'H' && clock)
        seconds += number * 3600;
      else if (*end == 'M' && clock)
        seconds += number * 60;
      else if (*end == 'S' && clock)
        seconds += number;
      else
        return FALSE;
      period = end + 1;
    }
  if (seconds > LAST_DAY * 86400)
    return FALSE;
  if (negative)
    g_string_append_c (out, '-');
  append_clock (out, llround (seconds * 1000));

  return TRUE;
}
