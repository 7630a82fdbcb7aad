/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

G_BEGIN_DECLS

/* What type a column has, judged by its texts.
 *
 *   facts:   how many cells could be numbers, dates, flags, lists ...; each distinct text is
 *            looked at once and counted as often as it stands there
 *   sample:  of many texts 4 thousand spread over all are looked at; whoever then finds cells that
 *            are no value of the type asks again for all of them
 *   rule:    a type holds if nine in ten filled cells are values of it
 *   cost:    O(texts looked at) and one pass over the codes
 */
typedef struct
{
  gsize n_filled;            /* cells whose texts were looked at */
  gsize n_distinct;          /* texts of them */
  gsize n_point;             /* numbers with '.' as the mark */
  gsize n_comma;             /* numbers with ',' as the mark */
  gsize votes_point;         /* numbers in which the mark can only be '.' */
  gsize votes_comma;
  gsize n_currency;
  gsize n_code;              /* leading zeros, plus signs: digits that are no quantity */
  gsize n_packed_date;       /* 20260305 */
  gsize n_date;
  gsize n_order[4];          /* by GfDateOrder */
  gsize n_only_order[4];     /* that leave this order only */
  gsize n_slash;             /* dates with slashes */
  gsize n_yes;
  gsize n_no;
  gsize n_digit_flag;        /* flags spelled 0 and 1 */
  gsize n_long;              /* texts of more than 60 bytes or several lines */
  gsize n_list[3];           /* cells with ; | and comma and blank */
  char currency[8];
  gboolean all_looked_at;
} GfColumnFacts;

/* What holds for the whole file; each 0 when unknown. */
typedef struct
{
  char decimal;
  GfDateOrder date_order;
  gboolean decimal_is_set;      /* by the user: holds whatever the cells say */
  gboolean date_order_is_set;
} GfInferContext;

void gf_infer_get_facts (const GfCells        *cells,
                         gboolean              all,
                         GfColumnFacts        *facts);
void gf_infer_context   (const GfColumnFacts  *facts,
                         gsize                 n_columns,
                         GfInferContext       *context);
void gf_infer_type      (const GfCells        *cells,
                         const GfColumnFacts  *facts,
                         const GfInferContext *context,
                         GfColumnSpec         *spec);

G_END_DECLS
