/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How much the data say, in a word. gf_verdict_judge() has the rules. */
typedef enum
{
  GF_VERDICT_STRONG,
  GF_VERDICT_MODERATE,
  GF_VERDICT_WEAK,
  GF_VERDICT_NONE,
  GF_VERDICT_TOO_FEW,
} GfVerdict;

/* Are those who share the trait hits more or less often than all customers are? */
typedef enum
{
  GF_DIRECTION_MORE,
  GF_DIRECTION_LESS,
} GfDirection;

/* What a hit is. */
typedef enum
{
  GF_AGAINST_BEST,
  GF_AGAINST_BAD,
  GF_AGAINST_OTHER,
} GfAgainst;

#define GF_TYPE_VERDICT (gf_verdict_get_type ())
#define GF_TYPE_DIRECTION (gf_direction_get_type ())
#define GF_TYPE_AGAINST (gf_against_get_type ())
GType gf_verdict_get_type (void) G_GNUC_CONST;
GType gf_direction_get_type (void) G_GNUC_CONST;
GType gf_against_get_type (void) G_GNUC_CONST;

/* Fewer hits, or fewer others, in the whole table, and nothing is judged. */
#define GF_MIN_HITS 8
/* A trait of fewer customers is not judged, and does not count as a test. */
#define GF_MIN_ROWS 5

/* The counts behind a finding: a 2 x 2 table.
 *
 *   rows      customers with the trait
 *   hits      of these, how many are hits
 *   all_rows  customers compared in all
 *   all_hits  hits among these
 */
typedef struct
{
  gsize rows;
  gsize hits;
  gsize all_rows;
  gsize all_hits;
} GfCounts;

double    gf_counts_get_log_p            (const GfCounts *self);
gboolean  gf_counts_clear_base_rate      (const GfCounts *counts);
gboolean  gf_counts_are_too_few          (const GfCounts *counts);
gboolean  gf_counts_are_small_difference (const GfCounts *counts,
                                          double          log_q);
GfVerdict gf_verdict_judge               (const GfCounts *counts,
                                          double          log_p,
                                          double          log_q,
                                          double          n_looks);

G_END_DECLS
