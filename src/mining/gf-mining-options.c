/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-mining-options.h"

/**
 * gf_mining_options_copy:
 * @self: what to look for
 *
 * Returns: (transfer full): the same with names of its own and a reference to the customers to compare
 */
GfMiningOptions *
gf_mining_options_copy (const GfMiningOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfMiningOptions *copy = g_memdup2 (self, sizeof *self);

  copy->attributes = (const char * const *) g_strdupv ((char **) self->attributes);
  copy->exclude = (const char * const *) g_strdupv ((char **) self->exclude);

  copy->among = self->among != NULL ? gf_bitset_ref ((GfBitset *) self->among) : NULL;

  return copy;
}

/**
 * gf_mining_options_free:
 * @self: (nullable) (transfer full): from gf_mining_options_copy()
 *
 * Frees the copy.
 */
void
gf_mining_options_free (GfMiningOptions *self)
{
  if (self == NULL)
    return;

  g_strfreev ((char **) self->attributes);
  g_strfreev ((char **) self->exclude);
  g_clear_pointer ((GfBitset **) &self->among, gf_bitset_unref);
  g_free (self);
}

/**
 * gf_mining_options_count_rows:
 * @self: what to look for
 * @target: the customers that count as hits
 *
 * Returns: how many customers are compared
 */
gsize
gf_mining_options_count_rows (const GfMiningOptions *self,
                              const GfBitset        *target)
{
  g_return_val_if_fail (self != NULL && target != NULL, 0);

  return self->among != NULL ? gf_bitset_count (self->among) : gf_bitset_get_size (target);
}

/**
 * gf_mining_options_count_hits:
 * @self: what to look for
 * @target: the customers that count as hits
 *
 * Returns: how many of the customers that are compared are hits
 */
gsize
gf_mining_options_count_hits (const GfMiningOptions *self,
                              const GfBitset        *target)
{
  g_return_val_if_fail (self != NULL && target != NULL, 0);

  return self->among != NULL ? gf_bitset_count_and (self->among, target) : gf_bitset_count (target);
}
