/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

G_BEGIN_DECLS

/* What a column holds, at a glance. Made once and kept with the column, in any thread; immutable.
 *
 *   levels:  codes in the order of their counts, the most frequent first, equal ones by code; counts
 *            by code; of a set a row counts for each of its levels
 *   bars:    a histogram of numbers, money and dates: bar i holds edges[i] <= x < edges[i + 1], the
 *            last one its upper edge as well. Edges are figures people use: 1, 2, 5 times a power of
 *            ten, by 1-2-5 when the values span a hundredfold, first days of months for dates
 *   five:    least, lower quartile, median, upper quartile, greatest, interpolated as by Hyndman and
 *            Fan (1996), type 7; NaN without values
 *   cost:    O(rows), O(rows log rows) with numbers
 */
#define GF_SUMMARY_MAX_BARS 24

typedef struct
{
  gatomicrefcount ref_count;
  gsize n_rows;
  gsize n_filled;
  guint n_levels;
  guint *levels;
  gsize *counts;
  guint n_bars;
  gsize bars[GF_SUMMARY_MAX_BARS];
  double edges[GF_SUMMARY_MAX_BARS + 1];
  double five[5];
} GfColumnSummary;

#define GF_TYPE_COLUMN_SUMMARY (gf_column_summary_get_type ())
GType            gf_column_summary_get_type (void) G_GNUC_CONST;

GfColumnSummary *gf_column_summary_of       (GfColumn        *column);
GfColumnSummary *gf_column_summary_ref      (GfColumnSummary *self);
void             gf_column_summary_unref    (GfColumnSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfColumnSummary, gf_column_summary_unref)

G_END_DECLS
