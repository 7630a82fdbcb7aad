/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Zip files and spreadsheets made on the spot, as small as they may be. */

/* Names and texts in turn, closed by NULL. */
GBytes *make_zip  (const char *name,
                   ...) G_GNUC_NULL_TERMINATED;

/* A workbook of sheets: name, the XML within its worksheet element, and so on, closed by NULL. A
   name that begins with ! is that of a hidden sheet. Styles: 1 a date, 2 yyyy-mm-dd hh:mm, 3 h:mm:ss,
   4 [h]:mm, 5 0.00 %. Shared strings: 0 "Name", 1 "Rich text", 2 "a_x000D_b" escaped. */
GBytes *make_xlsx (gboolean    from_1904,
                   const char *name,
                   ...) G_GNUC_NULL_TERMINATED;

/* A workbook of one sheet without styles: its cells are given as lines of cells cut by |; numbers
   become numbers, # errors, all else inline strings. What is behind the sheet data, such as merged
   cells, may be NULL. */
GBytes *make_grid (const char *lines,
                   const char *behind);

/* A spreadsheet of OpenDocument with what is in its spreadsheet element. */
GBytes *make_ods  (const char *styles,
                   const char *tables);

G_END_DECLS
