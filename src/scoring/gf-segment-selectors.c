/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-segment-selectors.h"

/**
 * gf_condition_dup_selector:
 * @condition: a condition
 *
 * Returns: (transfer full): the same as a selector
 */
GfSelector *
gf_condition_dup_selector (GfCondition *condition)
{
  g_return_val_if_fail (GF_IS_CONDITION (condition), NULL);

  const char *column = gf_condition_get_column (condition);

  switch (gf_condition_get_kind (condition))
    {
    case GF_CONDITION_CONTAINS:
      return gf_selector_new_contains (column, gf_condition_get_value (condition));
    case GF_CONDITION_RANGE:
      return gf_selector_new_range (column, gf_condition_get_from (condition),
                                    gf_condition_get_to (condition));
    case GF_CONDITION_ANY:
      if (gf_condition_get_values (condition) != NULL &&
          gf_condition_get_values (condition)[0] != NULL)
        return gf_selector_new_any (column, gf_condition_get_values (condition));
      /* nothing is one of none */
      return gf_selector_new_is (column, "");
    case GF_CONDITION_MISSING:
      return gf_selector_new_missing (column);
    case GF_CONDITION_IS:
    default:
      return gf_selector_new_is (column, gf_condition_get_value (condition));
    }
}

/**
 * gf_condition_new_from_selector:
 * @selector: a selector
 *
 * Returns: (transfer full): the same as a record
 */
GfCondition *
gf_condition_new_from_selector (GfSelector *selector)
{
  g_return_val_if_fail (selector != NULL, NULL);

  GfCondition *condition = gf_condition_new ();

  gf_condition_set_column (condition, gf_selector_get_column (selector));
  switch (gf_selector_get_kind (selector))
    {
    case GF_SELECTOR_RANGE:
      gf_condition_set_kind (condition, GF_CONDITION_RANGE);
      gf_condition_set_from (condition, gf_selector_get_from (selector));
      gf_condition_set_to (condition, gf_selector_get_to (selector));
      break;
    case GF_SELECTOR_ANY:
      gf_condition_set_kind (condition, GF_CONDITION_ANY);
      gf_condition_set_values (condition, gf_selector_get_values (selector));
      break;
    case GF_SELECTOR_MISSING:
      gf_condition_set_kind (condition, GF_CONDITION_MISSING);
      break;
    case GF_SELECTOR_CONTAINS:
      gf_condition_set_kind (condition, GF_CONDITION_CONTAINS);
      gf_condition_set_value (condition, gf_selector_get_value (selector));
      break;
    case GF_SELECTOR_IS:
    default:
      gf_condition_set_kind (condition, GF_CONDITION_IS);
      gf_condition_set_value (condition, gf_selector_get_value (selector));
      break;
    }

  return condition;
}

/**
 * gf_segment_dup_selectors:
 * @segment: a segment
 *
 * Returns: (transfer full) (element-type GfSelector): its conditions; empty for a segment that is
 *   described in words only
 */
GPtrArray *
gf_segment_dup_selectors (GfSegment *segment)
{
  g_return_val_if_fail (GF_IS_SEGMENT (segment), NULL);

  GListModel *conditions = G_LIST_MODEL (gf_segment_get_conditions (segment));
  GPtrArray *selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (GfCondition) condition = g_list_model_get_item (conditions, i);

      g_ptr_array_add (selectors, gf_condition_dup_selector (condition));
    }

  return selectors;
}

/**
 * gf_segment_set_selectors:
 * @segment: a segment
 * @selectors: (element-type GfSelector): what its customers share
 *
 * Replaces the conditions of a segment.
 */
void
gf_segment_set_selectors (GfSegment *segment,
                          GPtrArray *selectors)
{
  g_return_if_fail (GF_IS_SEGMENT (segment) && selectors != NULL);

  GListStore *conditions = gf_segment_get_conditions (segment);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < selectors->len; i++)
    g_ptr_array_add (added, gf_condition_new_from_selector (g_ptr_array_index (selectors, i)));

  g_list_store_splice (conditions, 0, g_list_model_get_n_items (G_LIST_MODEL (conditions)),
                       added->pdata, added->len);
}

/**
 * gf_segment_match:
 * @segment: a segment
 * @table: (nullable): the customers
 *
 * Returns: (transfer full) (nullable): the customers that belong to it; NULL when that cannot be
 *   told, for want of conditions or of customers
 */
GfBitset *
gf_segment_match (GfSegment *segment,
                  GfTable   *table)
{
  g_return_val_if_fail (GF_IS_SEGMENT (segment), NULL);

  g_autoptr (GPtrArray) selectors = gf_segment_dup_selectors (segment);

  if (table == NULL || selectors->len == 0)
    return NULL;

  return gf_selectors_match (selectors, table);
}
