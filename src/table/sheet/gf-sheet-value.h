/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The values of spreadsheet cells as texts: what a careful export to CSV would write.
 *
 *   numbers:  the fewest digits that give the same double, a full stop, no exponent up to 21 digits
 *   dates:    days since 1899-12-30 (or 1904-01-01) as ISO 8601: 2024-03-31, 2024-03-31T15:30:00;
 *             Excel's day 60, 29 February 1900, does not exist and keeps its number
 *   times:    15:30:00; durations the same with as many hours as they have
 *   seconds:  milliseconds only when there are some
 */
typedef enum
{
  GF_SHEET_NUMBER,
  GF_SHEET_DATE,
  GF_SHEET_DATE_TIME,
  GF_SHEET_TIME,
  GF_SHEET_DURATION,
} GfSheetFormat;

GfSheetFormat gf_sheet_format_from_code (const char    *code);
GfSheetFormat gf_sheet_format_from_id   (guint          id);
void          gf_sheet_append_number    (GString       *out,
                                         double         value);
void          gf_sheet_append_value     (GString       *out,
                                         double         value,
                                         GfSheetFormat  format,
                                         gboolean       from_1904);
gboolean      gf_sheet_append_period    (GString       *out,
                                         const char    *period);

G_END_DECLS
