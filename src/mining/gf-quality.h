/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What makes one group of customers better than another: (rows/N)^a x (share - base rate) with a = 1, 1/2 or
 * 0 (Klösgen 1996, Explora, in Advances in Knowledge Discovery and Data Mining). */
typedef enum
{
  GF_QUALITY_WRACC,     /* rows/N x (share - base rate): large groups first */
  GF_QUALITY_BINOMIAL,  /* the square root of rows/N instead: the z of a binomial test */
  GF_QUALITY_LIFT,      /* share - base rate alone: small pure groups first; wants a min_rows */
} GfQuality;

G_END_DECLS
