/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

G_BEGIN_DECLS

/* Columns that are computed from others.
 *
 *   stored:   a derived column is an ordinary column of the table, whose cells are written with the
 *             customers, and beside it the project keeps this: its formula and the names of its inputs.
 *             So lines of customers stay whole, any program and an older Goodfit can read them, a diff
 *             shows what an update did to them, and opening a million customers computes nothing.
 *             They are computed anew by gf_derive_refresh() whenever their inputs may have changed
 *   missing:  a cell without one of its inputs is missing, never zero
 *   dates:    what still goes on is measured to the data's date, see gf_derive_find_date()
 *   cost:     O(rows)
 */
typedef enum
{
  GF_DERIVE_TENURE,            /* months from start to end; to the data's date while not churned */
  GF_DERIVE_DAYS_TO_CLOSE,     /* days from start to won */
  GF_DERIVE_ORDERS_A_YEAR,     /* orders / years since the start */
  GF_DERIVE_LIFETIME_VALUE,    /* paid - refunded */
  GF_DERIVE_TICKETS_PER_1000,  /* 1000 * tickets / revenue */
  GF_DERIVE_SUPPORT_SHARE,     /* tickets / all tickets, a fraction */
} GfDeriveFormula;

#define GF_DERIVE_N_FORMULAS 6
#define GF_DERIVE_MAX_INPUTS 3

#define GF_TYPE_DERIVE_FORMULA (gf_derive_formula_get_type ())
GType       gf_derive_formula_get_type (void) G_GNUC_CONST;
const char *gf_derive_formula_get_nick (GfDeriveFormula formula);

/*   inputs, by formula; a column that is optional is NULL where there is none
 *     tenure           start, end (optional), churned (a mark, optional)
 *     days-to-close    start, won
 *     orders-a-year    orders, start, end (optional)
 *     lifetime-value   paid, refunded (optional)
 *     tickets-per-1000 tickets, revenue
 *     support-share    tickets
 */
typedef struct
{
  GfDeriveFormula formula;
  char *name;                              /* of the column */
  char *inputs[GF_DERIVE_MAX_INPUTS];      /* names of columns */
  gint32 as_of;                            /* the data's date, in days */
} GfDerivation;

#define GF_TYPE_DERIVATION (gf_derivation_get_type ())
GType         gf_derivation_get_type  (void) G_GNUC_CONST;
GfDerivation *gf_derivation_copy      (const GfDerivation  *self);
void          gf_derivation_free      (GfDerivation        *self);
char         *gf_derivation_dup_words (const GfDerivation  *self);

gint32        gf_derive_find_date     (const GfTable       *table);
GPtrArray    *gf_derive_suggest       (const GfTable       *table);
GfColumn     *gf_derive_column        (const GfTable       *table,
                                       const GfDerivation  *derivation,
                                       GError             **error);
GfTable      *gf_derive_add           (GfTable             *table,
                                       const GfDerivation  *derivation,
                                       GError             **error);
GfTable      *gf_derive_refresh       (GfTable             *table,
                                       GfTable             *before,
                                       GPtrArray           *derivations,
                                       GPtrArray           *told);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfDerivation, gf_derivation_free)

G_END_DECLS
