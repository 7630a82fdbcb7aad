/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Days of the proleptic Gregorian calendar, counted from 1970-01-01 = 0.
 *
 *   parts:  year -9999..9999 with a year 0, month 1..12, day 1..31
 *   order:  which of three numbers is what; a column has one, decided over all of its cells
 *   pivot:  two digits of a year are 1970 to 2069, as POSIX reads them
 *   cost:   O(1), no allocation, no time zone: a time of day behind the date is read and left out
 */
typedef enum
{
  GF_DATE_ORDER_UNKNOWN,
  GF_DATE_ORDER_YMD,
  GF_DATE_ORDER_DMY,
  GF_DATE_ORDER_MDY,
} GfDateOrder;

#define GF_TYPE_DATE_ORDER (gf_date_order_get_type ())
GType gf_date_order_get_type (void) G_GNUC_CONST;

/* What a number in a column of dates stands for. */
typedef enum
{
  GF_DATE_NUMBERS_NONE,           /* nothing: it is no date */
  GF_DATE_NUMBERS_SECONDS,        /* since 1970-01-01 UTC */
  GF_DATE_NUMBERS_MILLISECONDS,
  GF_DATE_NUMBERS_SERIAL,         /* days since 1899-12-30, as spreadsheets count */
} GfDateNumbers;

#define GF_TYPE_DATE_NUMBERS (gf_date_numbers_get_type ())
GType       gf_date_numbers_get_type (void) G_GNUC_CONST;
const char *gf_date_numbers_get_nick (GfDateNumbers numbers);

#define GF_DATE_PIVOT 70

/* Which orders a text could be read in; a bit each, 1 << order. */
typedef guint GfDateOrders;

gint32       gf_days_from_parts (int year,
                                 int month,
                                 int day);
void         gf_days_to_parts   (gint32 days,
                                 int   *year,
                                 int   *month,
                                 int   *day);
gboolean     gf_date_is_valid   (int year,
                                 int month,
                                 int day);
gint32       gf_days_today      (void);
char        *gf_days_to_iso     (gint32 days);
gboolean     gf_days_from_iso   (const char *text,
                                 gint32     *days);

gboolean     gf_date_parse      (const char *text,
                                 gsize       length,
                                 GfDateOrder order,
                                 gint32     *days);
gboolean     gf_date_parse_number (const char *text,
                                   gsize       length,
                                   GfDateNumbers numbers,
                                   gint32     *days);
gboolean     gf_month_parse     (const char *text,
                                 gsize       length,
                                 int        *month);
GfDateOrders gf_date_get_orders (const char *text,
                                 gsize       length);

G_END_DECLS
