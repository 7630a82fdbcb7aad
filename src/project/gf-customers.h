/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bad-mark.h"
#include "gf-customer-flag.h"
#include "gf-derived-column.h"
#include "gf-good-measure.h"
#include "gf-import-note.h"
#include "gf-personal.h"
#include "gf-source.h"

G_BEGIN_DECLS

typedef enum
{
  GF_BEST_CHOICE_SHARE,
  GF_BEST_CHOICE_COUNT,
  GF_BEST_CHOICE_LIMIT,
  GF_BEST_CHOICE_HAND,
} GfBestChoice;

#define GF_TYPE_BEST_CHOICE (gf_best_choice_get_type ())
GType gf_best_choice_get_type (void) G_GNUC_CONST;

/* Where the customers come from, and which of them are the best and the bad fits.
 *
 *   source-file  text: name of the file, without its folder
 *   source       text: the export that was recognised: “HubSpot companies”
 *   imported     date
 *   personal     what became of data of people when the file was read
 *   pseudonym-key  text: makes the same pseudonyms of the next file; empty before there are any
 *   notes        GfImportNotes: what the import left otherwise than it was, at most 300 of them
 *   n-notes      number: how many there were
 *   sources      GfSources: the files they were made of, their own list first
 *   derived      GfDerivedColumns: columns that are computed from others
 *   best-kind    GfBestChoice: how it is said how many are the best, or which
 *   share        number: share of the customers that are the best
 *   count        number: how many are the best
 *   limit-column, limit, limit-below: the best have at least so much of it, or at most
 *   picked       texts: what the customers are known by who were picked by hand, see gf-row-identity.h
 *   measures     GfGoodMeasures
 *   bad-marks    GfBadMarks
 *   flags        GfCustomerFlags: who thrives and who drains us, as somebody says
 *   column-order    texts: names of columns, in the order they are shown in; see gf-shown-columns.h
 *   hidden-columns  texts: names of columns that are not shown
 */
#define GF_TYPE_CUSTOMERS (gf_customers_get_type ())
GF_DECLARE_RECORD (GfCustomers, gf_customers, GF, CUSTOMERS)

GF_RECORD_STRING (GfCustomers, gf_customers, source_file, "source-file")
GF_RECORD_STRING (GfCustomers, gf_customers, source, "source")
GF_RECORD_STRING (GfCustomers, gf_customers, imported, "imported")
GF_RECORD_ENUM (GfCustomers, gf_customers, personal, "personal", GfPersonalChoice)
GF_RECORD_STRING (GfCustomers, gf_customers, pseudonym_key, "pseudonym-key")
GF_RECORD_LIST (GfCustomers, gf_customers, notes, "notes")
GF_RECORD_INT (GfCustomers, gf_customers, n_notes, "n-notes")
GF_RECORD_LIST (GfCustomers, gf_customers, sources, "sources")
GF_RECORD_LIST (GfCustomers, gf_customers, derived, "derived")
GF_RECORD_ENUM (GfCustomers, gf_customers, best_kind, "best-kind", GfBestChoice)
GF_RECORD_DOUBLE (GfCustomers, gf_customers, share, "share")
GF_RECORD_INT (GfCustomers, gf_customers, count, "count")
GF_RECORD_STRING (GfCustomers, gf_customers, limit_column, "limit-column")
GF_RECORD_DOUBLE (GfCustomers, gf_customers, limit, "limit")
GF_RECORD_BOOLEAN (GfCustomers, gf_customers, limit_below, "limit-below")
GF_RECORD_STRINGS (GfCustomers, gf_customers, picked, "picked")
GF_RECORD_LIST (GfCustomers, gf_customers, measures, "measures")
GF_RECORD_LIST (GfCustomers, gf_customers, bad_marks, "bad-marks")
GF_RECORD_LIST (GfCustomers, gf_customers, flags, "flags")
GF_RECORD_STRINGS (GfCustomers, gf_customers, column_order, "column-order")
GF_RECORD_STRINGS (GfCustomers, gf_customers, hidden_columns, "hidden-columns")

G_END_DECLS
