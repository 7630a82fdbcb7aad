/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-rule.h"

#include <math.h>

/**
 * gf_best_rule_copy:
 * @self: a rule
 *
 * Returns: (transfer full): a copy with a text and a set of its own, its share within bounds
 */
GfBestRule *
gf_best_rule_copy (const GfBestRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfBestRule *copy = g_new (GfBestRule, 1);

  *copy = *self;
  copy->share = isnan (self->share) ? GF_BEST_SHARE_DEFAULT
                                    : CLAMP (self->share, GF_BEST_SHARE_MIN, GF_BEST_SHARE_MAX);
  copy->column = g_strdup (self->column);
  copy->picked = self->picked != NULL ? gf_bitset_copy (self->picked) : NULL;
  copy->identities = (const char * const *) g_strdupv ((char **) self->identities);

  return copy;
}

/**
 * gf_best_rule_free:
 * @self: (transfer full): a copy of a rule
 *
 * Frees it.
 */
void
gf_best_rule_free (GfBestRule *self)
{
  g_return_if_fail (self != NULL);

  g_free ((char *) self->column);
  if (self->picked != NULL)
    gf_bitset_unref ((GfBitset *) self->picked);
  g_strfreev ((char **) self->identities);
  g_free (self);
}

static gboolean
same_rows (const GfBitset *a,
           const GfBitset *b)
{
  return a == b || (a != NULL && b != NULL && gf_bitset_get_size (a) == gf_bitset_get_size (b) &&
                    gf_bitset_equal (a, b));
}

/**
 * gf_identities_equal:
 * @a: (nullable): what customers are known by, ended by %NULL
 * @b: (nullable): what customers are known by, ended by %NULL
 *
 * Returns: whether both are the same texts in the same order; none and an empty list are the same
 */
gboolean
gf_identities_equal (const char * const *a,
                     const char * const *b)
{
  static const char * const none[] = { NULL };

  return a == b || g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

/**
 * gf_best_rule_equal:
 * @a: a rule
 * @b: a rule
 *
 * Returns: whether both choose the same customers; what their kind does not ask for is not compared
 */
gboolean
gf_best_rule_equal (const GfBestRule *a,
                    const GfBestRule *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case GF_BEST_BY_COUNT:
      return a->count == b->count;
    case GF_BEST_BY_LIMIT:
      return g_strcmp0 (a->column, b->column) == 0 && !a->at_most == !b->at_most &&
             (a->limit == b->limit || (isnan (a->limit) && isnan (b->limit)));
    case GF_BEST_BY_HAND:
      return same_rows (a->picked, b->picked) && gf_identities_equal (a->identities, b->identities);
    case GF_BEST_BY_SHARE:
    default:
      return a->share == b->share;
    }
}

/**
 * gf_best_rule_needs_measure:
 * @self: a rule
 *
 * Returns: whether nobody is best before something says what makes a customer good
 */
gboolean
gf_best_rule_needs_measure (const GfBestRule *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->kind == GF_BEST_BY_SHARE || self->kind == GF_BEST_BY_COUNT;
}
