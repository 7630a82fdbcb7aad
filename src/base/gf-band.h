/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Intervals of numbers as exports write them: sizes, revenue classes, ages.
 *
 *   forms:   "11-50", "51–200", "10 to 50", "$25,000 - $49,999", "1,000+", "<10", ">500", "under 18",
 *            "1-10 employees"; a lone number where the column has intervals ("0", "1 employee")
 *   bounds:  as written, both within; ends that are open are infinite
 *   damage:  spreadsheets take "11-50" for November 1950 and "1-10" for the 10th of January; the two
 *            numbers are still in what they show, and as the lower comes first they say which
 *   cost:    O(length), no allocation
 */
gboolean gf_band_parse  (const char *text,
                         gsize       length,
                         double     *low,
                         double     *high);
gboolean gf_band_repair (const char *text,
                         gsize       length,
                         int        *low,
                         int        *high);

G_END_DECLS
