/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-steps.h"

#include "gf-customers-page.h"
#include "gf-interviews-page.h"
#include "gf-map-page.h"
#include "gf-market-page.h"
#include "gf-profile-page.h"
#include "gf-segments-page.h"
#include "gf-review-page.h"
#include "gf-test-page.h"

#include <glib/gi18n-lib.h>

/* The table of the steps: a page joins the application with its line here. See gf-step-page.h. */
static const GfStepInfo steps[] = {
  { "customers", N_("Customers"), "gf-customers-symbolic", gf_customers_page_get_type },
  { "interviews", N_("Interviews"), "gf-interviews-symbolic", gf_interviews_page_get_type },
  { "market", N_("Market"), "gf-market-symbolic", gf_market_page_get_type },
  { "map", N_("Map"), "gf-map-symbolic", gf_map_page_get_type },
  { "segments", N_("Segments"), "gf-segments-symbolic", gf_segments_page_get_type },
  { "profile", N_("Profile"), "gf-profile-symbolic", gf_profile_page_get_type },
  { "test", N_("Test"), "gf-test-symbolic", gf_test_page_get_type },
  { "review", N_("Review"), "gf-review-symbolic", gf_review_page_get_type },
};

/**
 * gf_steps_get_n:
 *
 * Returns: how many steps there are
 */
guint
gf_steps_get_n (void)
{
  return G_N_ELEMENTS (steps);
}

/**
 * gf_steps_get:
 * @position: the place of a step, below gf_steps_get_n()
 *
 * Returns: (transfer none): its line of the table; the title is not translated yet
 */
const GfStepInfo *
gf_steps_get (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (steps), NULL);

  return &steps[position];
}

/**
 * gf_steps_find:
 * @id: the id of a step
 *
 * Returns: its place, -1 when there is no such step
 */
int
gf_steps_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (steps[i].id, id) == 0)
      return (int) i;

  return -1;
}

/**
 * gf_steps_create:
 * @position: the place of a step
 *
 * Returns: (transfer floating): a new page for that step
 */
GfStepPage *
gf_steps_create (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (steps), NULL);

  return g_object_new (steps[position].get_type (),
                       "step", steps[position].id,
                       "title", _(steps[position].title),
                       "icon-name", steps[position].icon_name,
                       NULL);
}
