/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

G_BEGIN_DECLS

/* What type a column has, judged by its texts.
 *
 *   facts:   how many cells could be numbers, dates, flags, lists ...; each distinct text is
 *            looked at once and counted as often as it stands there
 *   sample:  of many texts 4 thousand spread over all are looked at; whoever then finds cells that
 *            are no value of the type, or nothing that decides, asks again for all of them
 *   rule:    a type holds if nine in ten filled cells are values of it
 *   name:    decides only between readings that the texts leave open: digits may be a quantity, a
 *            code, seconds or a spreadsheet's day
 *   cost:    O(texts looked at) and one pass over the codes
 */
#define GF_INFER_N_CURRENCIES 6

typedef struct
{
  gsize n_filled;            /* cells whose texts were looked at */
  gsize n_distinct;          /* texts of them */
  gsize n_none;              /* "None", which is missing among quantities */
  gsize n_point;             /* numbers with '.' as the mark */
  gsize n_comma;             /* numbers with ',' as the mark */
  gsize n_either;            /* numbers with one or the other */
  gsize n_ambiguous;         /* numbers that are another one with the other mark: 1,234 */
  gsize n_ambiguous_comma;
  gsize n_below_thousand;    /* whole numbers without any mark */
  gsize n_from_thousand;
  gsize votes_point;         /* numbers in which the mark can only be '.' */
  gsize votes_comma;
  gsize n_fraction;          /* numbers with decimals */
  gsize n_written;           /* numbers with decimals, a grouping or percent */
  gsize n_percent;
  gsize n_lone_m;            /* whole numbers with an M behind: millions, or months */
  gsize n_currency;
  gsize n_code;              /* leading zeros, plus signs, long: digits that are no quantity */
  gsize n_packed_date;       /* 20260305 */
  gsize n_seconds;           /* digits that may be seconds since 1970 */
  gsize n_milliseconds;
  gsize n_serial;            /* digits that may be days of a spreadsheet */
  gsize n_zero;              /* "0", which may be any of the three */
  gsize n_date;
  gsize n_order[4];          /* by GfDateOrder */
  gsize n_only_order[4];     /* that leave this order only */
  gsize n_slash;             /* dates with slashes */
  gsize n_dotted;            /* dates with full stops, which have the day in front */
  gsize n_yes;
  gsize n_no;
  gsize n_digit_flag;        /* flags spelled 0 and 1 */
  gsize n_cross;             /* x and ticks, beside which blank is no */
  gsize n_letter_flag;       /* NO, ON, SI, F: flags that may as well be codes */
  gsize n_band;              /* intervals of two bounds or one */
  gsize n_band_texts;
  gsize n_damaged;           /* Nov-50, 10-Jan: perhaps intervals once */
  gsize n_damaged_texts;
  gsize n_long;              /* texts of more than 60 bytes or several lines */
  gsize n_list[3];           /* cells with ; | and comma and blank */
  char currencies[GF_INFER_N_CURRENCIES][4]; /* codes in the order they were found, "" behind */
  gboolean all_looked_at;
} GfColumnFacts;

/* What holds for the whole file; each 0 when unknown. */
typedef struct
{
  char decimal;
  char delimiter;               /* between the file's cells */
  GfDateOrder date_order;
  gboolean decimal_is_set;      /* by the user: holds whatever the cells say */
  gboolean date_order_is_set;
  gboolean decimal_is_known;    /* some column shows it */
  gboolean date_order_is_known;
} GfInferContext;

void     gf_infer_get_facts          (const GfCells        *cells,
                                      gboolean              all,
                                      GfColumnFacts        *facts);
void     gf_infer_context            (const GfColumnFacts  *facts,
                                      gsize                 n_columns,
                                      GfInferContext       *context);
void     gf_infer_type               (const GfCells        *cells,
                                      const GfColumnFacts  *facts,
                                      const GfInferContext *context,
                                      GfColumnSpec         *spec);
void     gf_infer_reading            (const GfCells        *cells,
                                      GfColumnSpec         *spec);
GfDateNumbers gf_infer_date_numbers  (const GfColumnFacts  *facts,
                                      gsize                *n_numbers);
gboolean gf_infer_order_is_open      (const GfColumnFacts  *facts,
                                      const GfInferContext *context,
                                      const GfColumnSpec   *spec);
gboolean gf_infer_decimal_is_open    (const GfColumnFacts  *facts,
                                      const GfInferContext *context,
                                      const GfColumnSpec   *spec);
gboolean gf_infer_is_mostly_numbers (const GfColumnFacts  *facts);
gboolean gf_infer_names_code        (const char           *name);
char     gf_infer_find_separator     (const GfCells        *cells,
                                      const GfColumnFacts  *facts,
                                      const char           *name);
char    *gf_infer_dup_reason         (const GfColumn       *column);

G_END_DECLS
