/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-kpi-presets.h"

#include <glib/gi18n-lib.h>

static const GfKpiPreset presets[] = {
  { N_("Leads that became a chance to sell"), "%", FALSE },
  { N_("Leads won"), "%", FALSE },
  { N_("Offers won"), "%", FALSE },
  { N_("Days to close"), N_("days"), TRUE },
  { N_("Average deal"), "€", FALSE },
  { N_("Average discount"), "%", TRUE },
  { N_("Cost to win a customer"), "€", TRUE },
  { N_("Months until the cost is back"), N_("months"), TRUE },
  { N_("Lifetime value"), "€", FALSE },
  { N_("Lifetime value over cost to win"), "×", FALSE },
  { N_("Revenue a month"), "€", FALSE },
  { N_("Revenue kept and grown"), "%", FALSE },
  { N_("Customers lost"), "%", TRUE },
  { N_("Revenue lost"), "%", TRUE },
  { N_("Contracts renewed"), "%", FALSE },
  { N_("Would recommend (NPS)"), N_("points"), FALSE },
  { N_("Satisfied customers (CSAT)"), "%", FALSE },
  { N_("Positive feedback"), "%", FALSE },
  { N_("Reached first value"), "%", FALSE },
  { N_("Days until first value"), N_("days"), TRUE },
  { N_("Features used"), N_("features"), FALSE },
  { N_("Tickets for each customer"), N_("tickets"), TRUE },
  { N_("Referrals"), "%", FALSE },
  { N_("Replies to campaigns"), "%", FALSE },
  { N_("Return on campaigns"), "×", FALSE },
};

/**
 * gf_kpi_presets_get_n:
 *
 * Returns: how many there are
 */
guint
gf_kpi_presets_get_n (void)
{
  return G_N_ELEMENTS (presets);
}

/**
 * gf_kpi_presets_get:
 * @position: below gf_kpi_presets_get_n()
 *
 * Returns: (transfer none): a figure
 */
const GfKpiPreset *
gf_kpi_presets_get (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (presets), NULL);

  return &presets[position];
}
