/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-mining-options.h"

/**
 * gf_mining_options_copy:
 * @self: what to look for
 *
 * Returns: (transfer full): the same with names of its own
 */
GfMiningOptions *
gf_mining_options_copy (const GfMiningOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfMiningOptions *copy = g_memdup2 (self, sizeof *self);

  copy->attributes = (const char * const *) g_strdupv ((char **) self->attributes);
  copy->exclude = (const char * const *) g_strdupv ((char **) self->exclude);

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
  g_free (self);
}
