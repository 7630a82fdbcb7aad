/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-market.h"
#include "gf-table.h"

G_BEGIN_DECLS

typedef enum
{
  GF_MARKET_TOTAL,
  GF_MARKET_SERVICEABLE,
  GF_MARKET_OBTAINABLE,
  GF_MARKET_OURS,
  GF_MARKET_N_LINES,
} GfMarketLine;

/* The market from the bottom up: everyone with the need, those we can serve, those we can win, those
 * we have. Each line is judged by the line above it.
 *
 *   firms   count; NaN if unknown
 *   share   of the next known line above, 0..1 or more when the figures contradict each other; NaN for
 *           the first and the unknown
 *   value   what the firms pay a year; NaN if unknown
 */
typedef struct
{
  double firms[GF_MARKET_N_LINES];
  double share[GF_MARKET_N_LINES];
  double value[GF_MARKET_N_LINES];
} GfMarketSize;

void        gf_market_get_size     (GfMarket     *market,
                                    GfTable      *table,
                                    GfMarketSize *size);
gboolean    gf_market_is_known     (GfMarket     *market);
double      gf_table_count_present (GfTable      *table);
const char *gf_table_find_currency (GfTable      *table);

G_END_DECLS
