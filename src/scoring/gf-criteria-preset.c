/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-criteria-preset.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ALL 100.0

typedef struct
{
  const char *id;
  const char *name;
  double weight;
  const char *poor;
  const char *fair;
  const char *excellent;
} Preset;

static const Preset presets[] = {
  { "pain", N_("Pain and urgency"), 20,
    N_("nice to have"), N_("on the list this year"), N_("must be solved now, by a date") },
  { "budget", N_("Budget"), 20,
    N_("none, or price decides"), N_("exists, but hard to get"), N_("their own, and they pay now") },
  { "size", N_("Size of segment"), 15,
    N_("a handful of companies"), N_("enough for this year’s plan"), N_("enough for three years and more") },
  { "reach", N_("Ease of reach"), 10,
    N_("we do not know where they are"), N_("reached, but at a cost"), N_("direct, in places we know") },
  { "fit", N_("Product fit today"), 15,
    N_("large gaps"), N_("works with our help"), N_("solves it as it is") },
  { "value", N_("Value over time"), 15,
    N_("low, and they leave early"), N_("like the average customer"), N_("high, they renew and grow") },
  { "room", N_("Room against others"), 5,
    N_("a rival is at home there"), N_("several compete"), N_("open, and we differ") },
};

/**
 * gf_criteria_add_preset:
 * @criteria: (element-type GfCriterion): the criteria of a project
 *
 * Adds the seven criteria to begin with, in the language of the locale; their weights sum to 100. A
 * project that has criteria keeps them.
 */
void
gf_criteria_add_preset (GListStore *criteria)
{
  g_return_if_fail (G_IS_LIST_STORE (criteria));

  if (g_list_model_get_n_items (G_LIST_MODEL (criteria)) > 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      g_autoptr (GfCriterion) criterion = gf_criterion_new ();

      gf_record_set_id (GF_RECORD (criterion), presets[i].id);
      gf_criterion_set_name (criterion, _(presets[i].name));
      gf_criterion_set_weight (criterion, presets[i].weight);
      gf_criterion_set_poor (criterion, _(presets[i].poor));
      gf_criterion_set_fair (criterion, _(presets[i].fair));
      gf_criterion_set_excellent (criterion, _(presets[i].excellent));
      g_list_store_append (criteria, criterion);
    }
}

/* Whole shares of 100 by largest remainder, so that they sum to 100 exactly. */
static void
share_out (double *weights,
           guint   n,
           double  sum)
{
  g_autofree double *rests = g_new (double, n);
  double missing = ALL;

  for (guint i = 0; i < n; i++)
    {
      double share = sum > 0.0 ? weights[i] / sum * ALL : ALL / n;

      weights[i] = floor (share);
      rests[i] = share - weights[i];
      missing -= weights[i];
    }

  for (; missing > 0.5; missing -= 1.0)
    {
      guint largest = 0;

      for (guint i = 1; i < n; i++)
        if (rests[i] > rests[largest] + 1e-9)
          largest = i;
      weights[largest] += 1.0;
      rests[largest] = -1.0;
    }
}

/**
 * gf_criteria_balance:
 * @criteria: (element-type GfCriterion): the criteria of a project
 *
 * Makes the weights whole numbers that sum to 100 and stand to each other as before, as far as whole
 * numbers can. Weights that are all zero become equal.
 */
void
gf_criteria_balance (GListModel *criteria)
{
  g_return_if_fail (G_IS_LIST_MODEL (criteria));

  guint n = g_list_model_get_n_items (criteria);
  g_autofree double *weights = g_new0 (double, n + 1);
  double sum = 0.0;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (criteria, i);

      weights[i] = gf_criterion_get_weight (criterion);
      sum += weights[i];
    }

  share_out (weights, n, sum);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (criteria, i);

      gf_criterion_set_weight (criterion, weights[i]);
    }
}

/**
 * gf_criterion_dup_anchor:
 * @criterion: a criterion
 * @score: 1 to 5, or 0 for not known
 *
 * Says what a score means: 1, 3 and 5 have words of their own, 2 and 4 lie between.
 *
 * Returns: (transfer full): "exists, but hard to get"; "" for what nobody has described
 */
char *
gf_criterion_dup_anchor (GfCriterion *criterion,
                         guint        score)
{
  g_return_val_if_fail (GF_IS_CRITERION (criterion), NULL);

  switch (score)
    {
    case 0:
      return g_strdup (_("not known yet, counts as 1 to 5"));
    case 1:
      return g_strdup (gf_criterion_get_poor (criterion));
    case 2:
      return g_strdup (_("between 1 and 3"));
    case 3:
      return g_strdup (gf_criterion_get_fair (criterion));
    case 4:
      return g_strdup (_("between 3 and 5"));
    case 5:
      return g_strdup (gf_criterion_get_excellent (criterion));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
