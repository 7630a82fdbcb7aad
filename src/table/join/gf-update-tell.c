/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-update.h"

#include "gf-tell-private.h"

#include <glib/gi18n-lib.h>

static void
tell_customers (GPtrArray      *sentences,
                const GfUpdate *self)
{
  gsize n = gf_update_count (self, GF_UPDATE_NEW);

  _gf_tell (sentences, ngettext ("%zu customer is new.",
                                 "%zu customers are new.", n),
            n);
  n = gf_update_count (self, GF_UPDATE_CHANGED);
  _gf_tell (sentences, ngettext ("%zu customer changed.",
                                 "%zu customers changed.", n),
            n);
  n = gf_update_count (self, GF_UPDATE_GONE);
  if (gf_update_get_plan (self)->keep_gone || n == 0)
    _gf_tell (sentences, ngettext ("%zu customer is not in this export and is kept.",
                                   "%zu customers are not in this export and are kept.", n),
              n);
  else
    _gf_tell (sentences, ngettext ("%zu customer is not in this export and is removed.",
                                   "%zu customers are not in this export and are removed.", n),
              n);
}

static void
tell_columns (GPtrArray      *sentences,
              const GfUpdate *self)
{
  const GfUpdatePlan *plan = gf_update_get_plan (self);
  GfTable *before = gf_update_get_before (self);
  GfTable *after = gf_update_get_table (self);

  for (guint i = 0; i < gf_table_get_n_columns (before); i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (before, i));
      gsize n = gf_update_count_changed_cells (self, i);
      gsize wrong = gf_column_count_unreadable (gf_table_get_column (after, i));
      gsize was = gf_column_count_unreadable (gf_table_get_column (before, i));
      gsize foreign = gf_column_count_foreign (gf_table_get_column (after, i));
      gsize foreign_was = gf_column_count_foreign (gf_table_get_column (before, i));

      if (n > 0)
        _gf_tell (sentences, g_dngettext (GETTEXT_PACKAGE,
                                          "“%1$s” changed in %2$zu customer.",
                                          "“%1$s” changed in %2$zu customers.", n),
                  name, n);
      if (wrong > was)
        _gf_tell (sentences, g_dngettext (GETTEXT_PACKAGE,
                                          "“%1$s”: %2$zu new cell cannot be read as the "
                                          "column’s type and counts as missing.",
                                          "“%1$s”: %2$zu new cells cannot be read as the "
                                          "column’s type and count as missing.", wrong - was),
                  name, wrong - was);
      if (foreign > foreign_was)
        _gf_tell (sentences, g_dngettext (GETTEXT_PACKAGE,
                                          "“%1$s”: %2$zu new amount is in another currency than "
                                          "%3$s and counts as if it were not. Export one currency only.",
                                          "“%1$s”: %2$zu new amounts are in another currency than "
                                          "%3$s and count as if they were not. Export one currency only.",
                                          foreign - foreign_was),
                  name, foreign - foreign_was, gf_column_get_currency (gf_table_get_column (after, i)));
    }
  for (guint i = gf_table_get_n_columns (before); i < gf_table_get_n_columns (after); i++)
    _gf_tell (sentences, _("“%s” is a new column."),
              gf_column_get_name (gf_table_get_column (after, i)));
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const GfUpdateColumn *column = &g_array_index (plan->columns, GfUpdateColumn, i);

      if (column->fate == GF_UPDATE_COLUMN_RENAMED && !column->answered)
        _gf_tell (sentences, _("“%s” may have been renamed in the export: what brings it up to date waits "
                               "for your answer."),
                  gf_column_get_name (gf_table_get_column (before, (guint) column->main)));
    }
}

/**
 * gf_update_tell:
 * @self: an update
 *
 * Says in sentences how many customers are new, changed and gone, which columns changed in how many,
 * and what was decided for the user.
 *
 * Returns: (transfer full) (element-type utf8): the sentences
 */
GPtrArray *
gf_update_tell (const GfUpdate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  gsize n;

  tell_customers (sentences, self);
  tell_columns (sentences, self);
  n = gf_update_count_kept_cells (self);
  if (n > 0)
    _gf_tell (sentences, ngettext ("%zu cell that the export leaves empty keeps what it says.",
                                   "%zu cells that the export leaves empty keep what they say.",
                                   n),
              n);
  n = gf_update_count_repeated (self);
  if (n > 0)
    _gf_tell (sentences, ngettext ("%zu row repeats a customer of this export and is kept as a "
                                   "customer of its own.",
                                   "%zu rows repeat customers of this export and are kept as "
                                   "customers of their own.", n),
              n);

  return sentences;
}
