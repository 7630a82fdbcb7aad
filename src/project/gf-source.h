/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-join-plan.h"
#include "gf-personal.h"
#include "gf-record.h"

G_BEGIN_DECLS

/* What became of a column of a file.
 *
 *   header    text: its name in the file
 *   column    text: the column of the customers; empty when it was left out
 *   rule      GfJoinRule: of a joined file: what several cells of one customer become
 *   personal  GfPersonalChoice: what became of data of people in it
 */
#define GF_TYPE_SOURCE_COLUMN (gf_source_column_get_type ())
GF_DECLARE_RECORD (GfSourceColumn, gf_source_column, GF, SOURCE_COLUMN)

GF_RECORD_STRING (GfSourceColumn, gf_source_column, header, "header")
GF_RECORD_STRING (GfSourceColumn, gf_source_column, column, "column")
GF_RECORD_ENUM (GfSourceColumn, gf_source_column, rule, "rule", GfJoinRule)
GF_RECORD_ENUM (GfSourceColumn, gf_source_column, personal, "personal", GfPersonalChoice)

/* Whether a name in a joined file is a customer whose name is much like it: an answer is asked for once.
 *
 *   name      text: in the file
 *   customer  text: the customer's name
 *   same      yes or no
 */
#define GF_TYPE_SOURCE_ANSWER (gf_source_answer_get_type ())
GF_DECLARE_RECORD (GfSourceAnswer, gf_source_answer, GF, SOURCE_ANSWER)

GF_RECORD_STRING (GfSourceAnswer, gf_source_answer, name, "name")
GF_RECORD_STRING (GfSourceAnswer, gf_source_answer, customer, "customer")
GF_RECORD_BOOLEAN (GfSourceAnswer, gf_source_answer, same, "same")

/* A file that the customers, or columns of them, were made of, so that its next export is known.
 *
 *   file         text: its last name, without its folder
 *   sheet        text: which sheet of the workbook, or file of the archive, if there were several
 *   export       text: the program's export: “HubSpot deals”; empty if unknown
 *   joined       yes or no: joined to the customers, rather than their own list
 *   rows         GfRowKind: what a row of it is
 *   title        text: what its rows are called in the names of columns
 *   key          text: the column that was chosen to tell whose a row is; empty to find it
 *   merge-repeats
 *                yes or no: rows that repeat a customer are put together
 *   imported     date
 *   encoding, delimiter, header-rows, decimal, date-order
 *                how it is read; empty, or -1, to guess
 *   columns      GfSourceColumns
 *   answers      GfSourceAnswers
 */
#define GF_TYPE_SOURCE (gf_source_get_type ())
GF_DECLARE_RECORD (GfSource, gf_source, GF, SOURCE)

GF_RECORD_STRING (GfSource, gf_source, file, "file")
GF_RECORD_STRING (GfSource, gf_source, sheet, "sheet")
GF_RECORD_STRING (GfSource, gf_source, export, "export")
GF_RECORD_BOOLEAN (GfSource, gf_source, joined, "joined")
GF_RECORD_ENUM (GfSource, gf_source, rows, "rows", GfRowKind)
GF_RECORD_STRING (GfSource, gf_source, title, "title")
GF_RECORD_STRING (GfSource, gf_source, key, "key")
GF_RECORD_BOOLEAN (GfSource, gf_source, merge_repeats, "merge-repeats")
GF_RECORD_STRING (GfSource, gf_source, imported, "imported")
GF_RECORD_STRING (GfSource, gf_source, encoding, "encoding")
GF_RECORD_STRING (GfSource, gf_source, delimiter, "delimiter")
GF_RECORD_INT (GfSource, gf_source, header_rows, "header-rows")
GF_RECORD_STRING (GfSource, gf_source, decimal, "decimal")
GF_RECORD_ENUM (GfSource, gf_source, date_order, "date-order", GfDateOrder)
GF_RECORD_LIST (GfSource, gf_source, columns, "columns")
GF_RECORD_LIST (GfSource, gf_source, answers, "answers")

G_END_DECLS
