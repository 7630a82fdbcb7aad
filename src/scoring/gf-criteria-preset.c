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

/* The first seven begin a project; the others are there to be added. */
#define N_FIRST 7

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
  { "growth", N_("Growth"), 10,
    N_("shrinking"), N_("stays as it is"), N_("growing fast") },
  { "cycle", N_("Ease of winning"), 10,
    N_("rarely won, over nine months"), N_("won like the average"), N_("often won, and soon") },
  { "serving", N_("Ease of serving"), 10,
    N_("heavy, with special terms"), N_("normal"), N_("light, and as standard") },
  { "staying", N_("Staying power"), 10,
    N_("leave early"), N_("stay like the average"), N_("stay and renew") },
  { "advocacy", N_("Advocacy"), 10,
    N_("silent"), N_("some speak of us"), N_("refer us, and open the next segment") },
};

static GfCriterion *
new_from_preset (const Preset *preset)
{
  GfCriterion *criterion = gf_criterion_new ();

  gf_record_set_id (GF_RECORD (criterion), preset->id);
  gf_criterion_set_name (criterion, _(preset->name));
  gf_criterion_set_weight (criterion, preset->weight);
  gf_criterion_set_poor (criterion, _(preset->poor));
  gf_criterion_set_fair (criterion, _(preset->fair));
  gf_criterion_set_excellent (criterion, _(preset->excellent));

  return criterion;
}

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

  for (gsize i = 0; i < N_FIRST; i++)
    {
      g_autoptr (GfCriterion) criterion = new_from_preset (&presets[i]);

      g_list_store_append (criteria, criterion);
    }
}

/**
 * gf_criteria_dup_missing:
 * @criteria: (element-type GfCriterion): the criteria of a project
 *
 * Returns: (transfer full) (element-type GfCriterion): new criteria, one for each of the preset ones that
 *   the project does not have; what the customers can tell about them hangs on their ids
 */
GPtrArray *
gf_criteria_dup_missing (GListModel *criteria)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (criteria), NULL);

  GPtrArray *missing = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (criteria, i);

      g_hash_table_add (known, g_strdup (gf_record_get_id (GF_RECORD (criterion))));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (!g_hash_table_contains (known, presets[i].id))
      g_ptr_array_add (missing, new_from_preset (&presets[i]));

  return missing;
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
