/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-incoming-private.h"

#include "gf-number.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

static gboolean
reads_alike (const GfColumnSpec *a,
             const GfColumnSpec *b)
{
  char first = a->decimal != '\0' ? a->decimal : '.';
  char second = b->decimal != '\0' ? b->decimal : '.';

  if (a->type == GF_COLUMN_NUMBER || a->type == GF_COLUMN_MONEY)
    return (first == second && a->percent == b->percent) ||
           (b->type != GF_COLUMN_NUMBER && b->type != GF_COLUMN_MONEY);
  if (a->type == GF_COLUMN_DATE && b->type == GF_COLUMN_DATE)
    return (a->date_order == b->date_order || b->date_order == GF_DATE_ORDER_UNKNOWN ||
            b->date_order == GF_DATE_ORDER_YMD) &&
           (a->date_numbers == b->date_numbers || b->date_numbers == GF_DATE_NUMBERS_NONE);

  return TRUE;
}

/* The geometric mean of what is not 0, regardless of signs; NaN for none. */
static double
get_magnitude (GfColumn *column)
{
  double sum = 0;
  gsize n = 0;

  for (gsize row = 0; row < gf_column_get_n_rows (column); row++)
    {
      double number = fabs (gf_column_get_number (column, row));

      if (isfinite (number) && number > 0)
        {
          sum += log (number);
          n++;
        }
    }

  return n > 0 ? exp (sum / (double) n) : NAN;
}

/* With a percent sign on one side alone, 12 % are 0.12 there, and here 12 or 0.12: whichever is nearer to what the
 * other side has. */
static GfPercentShift
find_shift (GfColumn *before,
            GfColumn *own)
{
  gboolean was = gf_column_get_spec (before)->percent;
  gboolean is = gf_column_get_spec (own)->percent;

  if (was == is || !(get_magnitude (was ? own : before) / get_magnitude (was ? before : own) > 10))
    return GF_PERCENT_SAME;

  return was ? GF_PERCENT_TO_SHARE : GF_PERCENT_TO_POINTS;
}

/* A share as percent, without what the binary fraction adds: 0.07 is 7. */
static double
to_points (double share)
{
  return round (share * 1e12) / 1e10;
}

/* Sets it up for a column of the customers and the one of the export that brings it up to date. */
void
_gf_incoming_init (GfIncoming *self,
                   GfColumn   *before,
                   GfColumn   *own)
{
  *self = (GfIncoming) { before, own, NULL, find_shift (before, own) };
  if (reads_alike (gf_column_get_spec (before), gf_column_get_spec (own)))
    self->same = gf_column_with_spec (own, gf_column_get_spec (before));
}

void
_gf_incoming_clear (GfIncoming *self)
{
  g_clear_pointer (&self->same, gf_column_unref);
}

/* NaN for none. */
static double
incoming_number (const GfIncoming *self,
                 gsize             row)
{
  double number = gf_column_get_number (self->same != NULL ? self->same : self->own, row);

  return self->shift == GF_PERCENT_TO_SHARE    ? number / 100
         : self->shift == GF_PERCENT_TO_POINTS ? to_points (number)
                                               : number;
}

/* The currency that a text names, "" for none. */
static void
read_currency (GfColumn *column,
               gsize     row,
               char      code[GF_CURRENCY_SIZE])
{
  char decimal = gf_column_get_spec (column)->decimal;
  const char *text = gf_column_get_text (column, row);
  GfNumber number;

  *code = '\0';
  if (gf_number_parse (text, strlen (text), decimal != '\0' ? decimal : '.', &number))
    g_strlcpy (code, number.currency, GF_CURRENCY_SIZE);
}

/* The currency of a cell: that of its text, else that of its column; "" when neither is known. */
static void
find_currency (GfColumn *column,
               gsize     row,
               char      code[GF_CURRENCY_SIZE])
{
  const char *currency = gf_column_get_currency (column);

  *code = '\0';
  if (gf_column_get_column_type (column) != GF_COLUMN_MONEY)
    return;

  read_currency (column, row, code);
  if (*code == '\0' && currency != NULL)
    g_strlcpy (code, currency, GF_CURRENCY_SIZE);
}

static gboolean
are_other_currencies (const char *a,
                      const char *b)
{
  return *a != '\0' && *b != '\0' && strcmp (a, b) != 0;
}

/* The text as it can be read beside those of the customers: an amount of another currency names it. */
char *
_gf_incoming_dup_text (const GfIncoming *self,
                       gsize             row)
{
  double number = incoming_number (self, row);
  const char *currency = gf_column_get_currency (self->before);
  char named[GF_CURRENCY_SIZE] = "", code[GF_CURRENCY_SIZE] = "";
  gboolean foreign;

  if (!isnan (number) && gf_column_get_column_type (self->before) == GF_COLUMN_MONEY)
    {
      read_currency (self->own, row, named);
      find_currency (self->own, row, code);
    }
  foreign = are_other_currencies (code, currency != NULL ? currency : "");
  if (isnan (number) || (self->same != NULL && (!foreign || *named != '\0')))
    return g_strdup (gf_column_get_text (self->own, row));
  if (gf_column_get_column_type (self->before) == GF_COLUMN_DATE)
    return gf_days_to_iso ((gint32) number);

  gboolean percent = gf_column_get_spec (self->before)->percent;
  char *text = gf_number_to_text (percent ? to_points (number) : number);
  if (gf_column_get_spec (self->before)->decimal == ',')
    g_strdelimit (text, ".", ',');
  if (!foreign && !percent)
    return text;

  g_autofree char *amount = text;
  if (percent)
    return g_strconcat (amount, "%", NULL);

  return g_strdup_printf ("%s %s", code, amount);
}

static gboolean
is_blank (GfColumn *column,
          gsize     row)
{
  const char *text = gf_column_get_text (column, row);

  return gf_text_is_missing (text, strlen (text), TRUE);
}

/* Whether a cell of the export says nothing. */
gboolean
_gf_incoming_is_blank (const GfIncoming *self,
                       gsize             row)
{
  return is_blank (self->own, row);
}

/* Whether a cell of the export says what that of a customer says: another spelling of a number or a date does. */
gboolean
_gf_incoming_is_same (const GfIncoming *self,
                      gsize             before,
                      gsize             row)
{
  double old = gf_column_get_number (self->before, before);
  double new = incoming_number (self, row);

  if (!isnan (old) && !isnan (new))
    {
      char is[GF_CURRENCY_SIZE], was[GF_CURRENCY_SIZE];

      if (old != new)
        return FALSE;
      find_currency (self->before, before, was);
      find_currency (self->own, row, is);
      return !are_other_currencies (was, is);
    }

  const char *a = gf_column_get_text (self->before, before);
  const char *b = gf_column_get_text (self->own, row);
  gsize a_length = strlen (a), b_length = strlen (b);
  gf_text_trim (&a, &a_length);
  gf_text_trim (&b, &b_length);

  return (a_length == b_length && memcmp (a, b, a_length) == 0) ||
         (is_blank (self->before, before) && is_blank (self->own, row));
}
