/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* What makes a customer a bad fit.
 *
 *   is      the cell says this: a churn mark, a status
 *   filled  the cell says anything: a churn date; of a yes/no column: yes
 *   above   more than the limit; with a second column: more than the limit for each 1 of that
 *   below   less than the limit; likewise
 *   rows    picked by hand
 *
 * A customer whose cell is missing is no bad fit by that rule. Whether that is known of the customer is another
 * question: gf_bad_fits_find_known().
 */
typedef enum
{
  GF_BAD_IS,
  GF_BAD_FILLED,
  GF_BAD_ABOVE,
  GF_BAD_BELOW,
  GF_BAD_ROWS,
} GfBadKind;

typedef struct
{
  GfBadKind kind;
  const char *column;
  const char *value;       /* is */
  double limit;            /* above, below */
  const char *per;         /* above, below: NULL or a column to divide by */
  const GfBitset *rows;    /* rows; NULL where identities say who */
  const char * const *identities;   /* rows: what they are known by, gf-row-identity.h */
} GfBadRule;

GfBitset *gf_bad_rule_match        (GfTable         *table,
                                    const GfBadRule *rule,
                                    GError         **error);
GfBitset *gf_bad_fits              (GfTable         *table,
                                    const GfBadRule *rules,
                                    guint            n_rules,
                                    GError         **error);
GfBitset *gf_bad_fits_find_known   (GfTable         *table,
                                    const GfBadRule *rules,
                                    guint            n_rules,
                                    const GfBitset  *bad);
double    gf_bad_rule_get_unit     (const GfBadRule *rule);
char     *gf_bad_rule_dup_sentence (GfTable         *table,
                                    const GfBadRule *rule,
                                    gsize            n_customers);

G_END_DECLS
