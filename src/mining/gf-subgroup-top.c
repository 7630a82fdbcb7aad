/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-subgroup-top.h"

#include <math.h>
#include <string.h>

/* Better first: quality, then fewer conditions, then the texts in order. */
static int
compare_subgroups (const GfSubgroupTop *self,
                   const GfSubgroup    *a,
                   const GfSubgroup    *b)
{
  if (a->quality != b->quality)
    return a->quality > b->quality ? -1 : 1;
  if (a->n != b->n)
    return a->n < b->n ? -1 : 1;

  for (guint i = 0; i < a->n; i++)
    {
      const GfCandidate *x = g_ptr_array_index (self->candidates, a->candidates[i]);
      const GfCandidate *y = g_ptr_array_index (self->candidates, b->candidates[i]);
      int order = strcmp (x->text, y->text);

      if (order != 0)
        return order;
    }

  return 0;
}

static void
sort_conditions (const GfSubgroupTop *self,
                 GfSubgroup          *subgroup)
{
  for (guint i = 1; i < subgroup->n; i++)
    for (guint k = i; k > 0; k--)
      {
        guint *pair = subgroup->candidates + k - 1;
        const GfCandidate *x = g_ptr_array_index (self->candidates, pair[0]);
        const GfCandidate *y = g_ptr_array_index (self->candidates, pair[1]);

        if (strcmp (x->text, y->text) <= 0)
          break;

        guint swap = pair[0];
        pair[0] = pair[1];
        pair[1] = swap;
      }
}

static gboolean
same_subjects (const GfSubgroupTop *self,
               const GfSubgroup    *a,
               const GfSubgroup    *b)
{
  if (a->n != b->n)
    return FALSE;

  /* the texts begin with the column: sorted by them, subjects come in the same order */
  for (guint i = 0; i < a->n; i++)
    {
      const GfCandidate *x = g_ptr_array_index (self->candidates, a->candidates[i]);
      const GfCandidate *y = g_ptr_array_index (self->candidates, b->candidates[i]);

      if (x->subject != y->subject)
        return FALSE;
    }

  return TRUE;
}

/* Whether a better one of the same subjects is in the list already; a worse one is taken out. */
static gboolean
is_repeated (GfSubgroupTop    *self,
             const GfSubgroup *subgroup)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const GfSubgroup *other = &g_array_index (self->list, GfSubgroup, i);

      if (!same_subjects (self, subgroup, other))
        continue;
      if (compare_subgroups (self, other, subgroup) <= 0)
        return TRUE;

      g_array_remove_index (self->list, i);
      return FALSE;
    }

  return FALSE;
}

/**
 * gf_subgroup_top_init:
 * @self: (out caller-allocates): a list
 * @candidates: (element-type GfCandidate): what its conditions are
 * @top: how many it holds at most
 * @one_each: whether of conjunctions of the same subjects only the best one stays
 *
 * Begins with none.
 */
void
gf_subgroup_top_init (GfSubgroupTop *self,
                      GPtrArray     *candidates,
                      guint          top,
                      gboolean       one_each)
{
  *self = (GfSubgroupTop) { candidates, g_array_new (FALSE, FALSE, sizeof (GfSubgroup)), top, one_each, -INFINITY };
}

/**
 * gf_subgroup_top_clear:
 * @self: a list
 *
 * Frees what it holds.
 */
void
gf_subgroup_top_clear (GfSubgroupTop *self)
{
  g_clear_pointer (&self->list, g_array_unref);
}

/**
 * gf_subgroup_top_offer:
 * @self: a list
 * @offered: a conjunction, its conditions in any order
 *
 * Takes a conjunction in if it is one of the best: the better quality first, then fewer conditions, then the texts in
 * order. What is offered in which order makes no difference to the list.
 *
 * Returns: whether what it takes to come in has changed
 */
gboolean
gf_subgroup_top_offer (GfSubgroupTop    *self,
                       const GfSubgroup *offered)
{
  GfSubgroup subgroup = *offered;
  double before = self->threshold;

  sort_conditions (self, &subgroup);
  if (self->one_each && is_repeated (self, &subgroup))
    return FALSE;

  guint low = 0, high = self->list->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_subgroups (self, &g_array_index (self->list, GfSubgroup, middle), &subgroup) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == self->top)
    return FALSE;

  g_array_insert_val (self->list, low, subgroup);
  if (self->list->len > self->top)
    g_array_set_size (self->list, self->top);
  if (self->list->len == self->top)
    self->threshold = g_array_index (self->list, GfSubgroup, self->list->len - 1).quality;

  return self->threshold != before;
}
