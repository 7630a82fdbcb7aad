/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "gf-cells.h"
#include "gf-date.h"

G_BEGIN_DECLS

typedef enum
{
  GF_COLUMN_CATEGORY,
  GF_COLUMN_SET,
  GF_COLUMN_NUMBER,
  GF_COLUMN_MONEY,
  GF_COLUMN_DATE,
  GF_COLUMN_FLAG,
  GF_COLUMN_TEXT,
} GfColumnType;

typedef enum
{
  GF_ROLE_NAME,
  GF_ROLE_IDENTIFIER,
  GF_ROLE_ATTRIBUTE,
  GF_ROLE_VALUE,
  GF_ROLE_DATE,
  GF_ROLE_CHURN,
  GF_ROLE_IGNORE,
} GfColumnRole;

#define GF_TYPE_COLUMN_TYPE (gf_column_type_get_type ())
#define GF_TYPE_COLUMN_ROLE (gf_column_role_get_type ())
GType       gf_column_type_get_type (void) G_GNUC_CONST;
GType       gf_column_role_get_type (void) G_GNUC_CONST;
const char *gf_column_type_get_nick (GfColumnType type);
const char *gf_column_role_get_nick (GfColumnRole role);

#define GF_CODE_MISSING G_MAXUINT32

/* How a column is to be read: everything beside its texts. With the texts it gives the column
   again, so that this and the lines of gf_table_dup_line() are all that a project file needs to
   keep. A zeroed one but for its name is a category; zeros in the lower part mean the usual. */
typedef struct
{
  char *name;
  GfColumnType type;
  GfColumnRole role;
  char *currency;           /* ISO code of the column's money, NULL if unknown */
  char separator;           /* between the members of a set, 0 is ';' */
  char decimal;             /* '.' or ',', 0 is '.' */
  GfDateOrder date_order;   /* unknown reads what only one order fits, day first when two do */
  GfDateNumbers date_numbers; /* what a number is in a column of dates */
  gboolean percent;         /* of numbers: fractions, to be shown as percent */
  gboolean bands;           /* of a category: intervals ("11-50"), levels in their order */
  gboolean repair;          /* of bands: dates are intervals that a spreadsheet broke */
  gboolean blank_is_no;     /* of a flag: an empty cell says no, as beside "x" */
  char **missing;           /* texts that say nothing here beside the usual ones; NULL for none */
  char **not_missing;       /* usual ones that do say something here: "NA" of countries */
} GfColumnSpec;

#define GF_TYPE_COLUMN_SPEC (gf_column_spec_get_type ())
GType         gf_column_spec_get_type (void) G_GNUC_CONST;
GfColumnSpec *gf_column_spec_copy     (const GfColumnSpec *spec);
void          gf_column_spec_clear    (GfColumnSpec *spec);
void          gf_column_spec_free     (GfColumnSpec *spec);
gboolean      gf_column_spec_equal    (const GfColumnSpec *a,
                                       const GfColumnSpec *b);
gboolean      gf_column_spec_is_missing  (const GfColumnSpec *spec,
                                          const char         *text,
                                          gsize               length);
void          gf_column_spec_set_missing (GfColumnSpec       *spec,
                                          const char         *text,
                                          gboolean            missing);

/* One column of a table, immutable.
 *
 *   texts:   a GfCells holds each cell exactly as it was read, so nothing is ever lost by a type
 *   values:  what the type makes of the texts, made once when the column is made:
 *            category  text code -> level code; blanks around a text make no level of their own
 *            set       text code -> a run of level codes, each level once
 *            number, money, date, flag  a double for each row: days since 1970-01-01, 0 or 1
 *            text      nothing
 *   missing: a cell that says nothing known (empty, -, n/a ..., see gf_column_spec_is_missing())
 *            or that is no value of the type; such an unreadable cell still has its text
 *   levels:  numbered in the order of their first row, every level has a row; a flag has 0 no, 1
 *            yes; bands are numbered by their lower bounds, what is no interval behind them, and
 *            spellings of one interval ("51-200", "51–200") are one level
 *   cost:    all reads O(1), making a column O(rows); a new role, name or type shares the texts
 *   owner:   atomic references; any thread may read
 */
typedef struct _GfColumn GfColumn;

#define GF_TYPE_COLUMN (gf_column_get_type ())
GType gf_column_get_type (void) G_GNUC_CONST;

GfColumn      *gf_column_new             (const GfColumnSpec *spec,
                                          GfCells            *cells);
GfColumn      *gf_column_new_from_cells  (const GfColumnSpec *spec,
                                          const char * const *cells,
                                          gsize               n_rows);
GfColumn      *gf_column_new_categories  (const char         *name,
                                          const char * const *cells,
                                          gsize               n_rows);
GfColumn      *gf_column_new_numbers     (const char         *name,
                                          const double       *values,
                                          gsize               n_rows);
GfColumn      *gf_column_new_typed       (const char         *name,
                                          GfColumnType        type,
                                          const char * const *cells,
                                          gsize               n_rows);
GfColumn      *gf_column_ref             (GfColumn           *self);
void           gf_column_unref           (GfColumn           *self);

const char    *gf_column_get_name        (const GfColumn *self);
GfColumnType   gf_column_get_column_type (const GfColumn *self);
GfColumnRole   gf_column_get_role        (const GfColumn *self);
const char    *gf_column_get_currency    (const GfColumn *self);
const GfColumnSpec *gf_column_get_spec   (const GfColumn *self);
GfCells       *gf_column_get_cells       (const GfColumn *self);
gsize          gf_column_get_n_rows      (const GfColumn *self);
gsize          gf_column_count_filled    (const GfColumn *self);
gsize          gf_column_count_unreadable (const GfColumn *self);
gsize          gf_column_count_foreign   (const GfColumn *self);
char         **gf_column_dup_missing     (const GfColumn *self);

gboolean       gf_column_is_missing      (const GfColumn *self,
                                          gsize           row);
gboolean       gf_column_is_unreadable   (const GfColumn *self,
                                          gsize           row);
double         gf_column_get_number      (const GfColumn *self,
                                          gsize           row);
const double  *gf_column_get_numbers     (const GfColumn *self);
gboolean       gf_column_has_numbers     (const GfColumn *self);
guint          gf_column_get_n_levels    (const GfColumn *self);
const char    *gf_column_get_level       (const GfColumn *self,
                                          guint32         code);
gboolean       gf_column_find_level      (const GfColumn *self,
                                          const char     *level,
                                          guint32        *code);
gboolean       gf_column_get_band        (const GfColumn *self,
                                          guint32         code,
                                          double         *low,
                                          double         *high);
guint32        gf_column_get_code        (const GfColumn *self,
                                          gsize           row);
void           gf_column_copy_codes      (const GfColumn *self,
                                          guint32        *codes);
const guint32 *gf_column_get_set         (const GfColumn *self,
                                          gsize           row,
                                          guint          *n_codes);
const char    *gf_column_get_text        (const GfColumn *self,
                                          gsize           row);
void           gf_column_append_text     (const GfColumn *self,
                                          gsize           row,
                                          GString        *out);

GfColumn      *gf_column_with_role       (GfColumn     *self,
                                          GfColumnRole  role);
GfColumn      *gf_column_with_spec       (GfColumn           *self,
                                          const GfColumnSpec *spec);
GfColumn      *gf_column_with_type       (GfColumn     *self,
                                          GfColumnType  type,
                                          GError      **error);
GfColumn      *gf_column_with_cell       (GfColumn     *self,
                                          gsize         row,
                                          const char   *text,
                                          GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfColumn, gf_column_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfColumnSpec, gf_column_spec_free)

G_END_DECLS
