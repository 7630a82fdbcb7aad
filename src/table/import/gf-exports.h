/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

G_BEGIN_DECLS

/* The exports of known programs, and what their columns are.
 *
 *   data:     one file for each export in data/exports, built into the library; columns.json there
 *             knows the usual names of columns in several languages, whatever program wrote them
 *   header:   names are compared as gf_exports_fold_name() gives them, so that "Number of Employees *",
 *             NUMBEROFEMPLOYEES and number_of_employees are one
 *   rule:     an export is recognised when all names it must have are there, none that it never
 *             has, and at least so many of the others as it asks for; of several the one with the
 *             most of them
 *   columns:  a column is what the export says, else what its name says in general, else unknown
 *   owner:    exports and their columns are read once, never change, and are never freed; any
 *             thread may read
 *   cost:     reading all files once about 3 ms; a file's header O(its columns * exports)
 */

/* What one row of the file is. */
typedef enum
{
  GF_EXPORT_ROW_UNKNOWN,
  GF_EXPORT_ROW_COMPANY,
  GF_EXPORT_ROW_PERSON,
  GF_EXPORT_ROW_DEAL,
  GF_EXPORT_ROW_SUBSCRIPTION,
  GF_EXPORT_ROW_PAYMENT,
  GF_EXPORT_ROW_TICKET,
  GF_EXPORT_ROW_RESPONSE,
} GfExportRow;

/* What of a person a column holds. */
typedef enum
{
  GF_PERSONAL_NONE,
  GF_PERSONAL_NAME,
  GF_PERSONAL_EMAIL,
  GF_PERSONAL_PHONE,
  GF_PERSONAL_ADDRESS,
  GF_PERSONAL_IP,
} GfPersonalKind;

#define GF_EXPORT_UNSAID (-1)

/* What is known of a column by its name. */
typedef struct
{
  const char *key;             /* what it means, "employees": a word of the list in columns.json;
                                  NULL if it is only known not to matter */
  int role;                    /* a GfColumnRole or GF_EXPORT_UNSAID */
  int type;                    /* a GfColumnType or GF_EXPORT_UNSAID */
  GfPersonalKind personal;
  const char *currency_from;   /* name of the column with this money's currency, NULL for none */
  char separator;              /* between several answers in one cell, 0 is not said */
  char strip;                  /* a character that stands before every text, 0 for none */
  gboolean minor_units;        /* amounts are in cents */
} GfExportColumn;

typedef struct _GfExport GfExport;

const char           *gf_export_get_id      (const GfExport *self);
const char           *gf_export_get_title   (const GfExport *self);
GfExportRow           gf_export_get_row     (const GfExport *self);
const GfExportColumn *gf_export_find_column (const GfExport *self,
                                             const char     *name);
gboolean              gf_export_is_column   (const GfExport *self,
                                             const char     *name,
                                             const char     *wanted);
gboolean              gf_export_matches     (const GfExport     *self,
                                             const char * const *names,
                                             guint               n_names);

guint                 gf_exports_get_n      (void);
const GfExport       *gf_exports_get        (guint           index);
const GfExport       *gf_exports_find       (const char     *id);
const GfExport       *gf_exports_recognise  (const char * const *names,
                                             guint               n_names,
                                             double             *confidence);
const GfExportColumn *gf_exports_find_usual (const char         *name);
gboolean              gf_exports_name_says  (const char         *name,
                                             const char         *list);
const char * const   *gf_exports_get_words  (const char         *list);

char                 *gf_exports_fold_name  (const char     *name);

G_END_DECLS
