/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Figures and dates as the window and the page show them.
 *
 *   locale:  decimal mark and grouping from LC_NUMERIC, the order of words, signs and dates from
 *            the translation
 *   plain C: where the locale has no grouping mark and its decimal mark is a full stop, thousands
 *            get a comma
 *   missing: NaN gives an en dash
 *   owner:   every function returns a new string
 */

char *gf_format_count       (guint64      count);
char *gf_format_number      (double       value,
                             guint        n_decimals);
char *gf_format_score       (double       value);
char *gf_format_of          (guint64      part,
                             guint64      whole);
char *gf_format_share       (double       share,
                             guint64      n);
char *gf_format_percent     (double       fraction);
char *gf_format_share_range (double       low,
                             double       high,
                             guint64      n);
char *gf_format_money       (double       amount,
                             const char  *currency);
char *gf_format_day         (gint32       days);
char *gf_format_date        (gint32       days);
char *gf_format_date_short  (gint32       days);

G_END_DECLS
