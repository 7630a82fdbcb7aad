/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as people and exports write them, read without the locale.
 *
 *   form:   [sign or parenthesis] [currency] digits with grouping, mark, fraction, exponent [k m
 *           bn] [%] [currency]
 *   mark:   '.' or ',' is the decimal mark of the whole column; 0 reads each number for itself and
 *           takes a lone mark before three digits as '.' decimal and ',' grouping, and says so
 *   exact:  up to 15 digits and 22 decimals without rounding twice, else through strtod
 *   cost:   O(length), no allocation
 */
typedef enum
{
  GF_NUMBER_CURRENCY = 1 << 0,
  GF_NUMBER_PERCENT = 1 << 1,
  GF_NUMBER_GROUPED = 1 << 2,
  GF_NUMBER_FRACTION = 1 << 3,      /* has a decimal mark */
  GF_NUMBER_AMBIGUOUS = 1 << 4,     /* one mark, three digits behind: 1,234 */
  GF_NUMBER_MAGNITUDE = 1 << 5,     /* k, m, bn */
  GF_NUMBER_LEADING_ZERO = 1 << 6,  /* 08123: more likely a code */
  GF_NUMBER_PLUS = 1 << 7,          /* +31 ...: perhaps a telephone number */
  GF_NUMBER_MARKED = 1 << 8,        /* '123: a spreadsheet kept it as text */
  GF_NUMBER_LONE_M = 1 << 9,        /* 12 M, with no currency: millions, or months */
} GfNumberTraits;

#define GF_CURRENCY_SIZE 4

typedef struct
{
  double value;
  GfNumberTraits traits;
  char decimal;                     /* the mark that stood there, 0 if none or unsure */
  guint n_digits;
  char currency[GF_CURRENCY_SIZE];  /* ISO code, "" if none */
} GfNumber;

gboolean    gf_number_parse           (const char *text,
                                       gsize       length,
                                       char        decimal,
                                       GfNumber   *number);
const char *gf_currency_get_sign      (const char *code);
gboolean    gf_currency_parse         (const char *text,
                                       gsize       length,
                                       char        code[GF_CURRENCY_SIZE]);
char       *gf_number_to_text         (double value);
gboolean    gf_number_is_lone_m       (const GfNumber *number);

G_END_DECLS
