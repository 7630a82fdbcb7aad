/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-standings.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/**
 * gf_standings_set:
 * @standings: (array length=n_standings) (inout): how the segments stand
 * @n_standings: how many there are
 * @which: the place of one of them
 * @standing: how it shall stand
 * @error: return location
 *
 * Changes one standing and keeps the rules: there is one primary, so the one before becomes secondary;
 * and no more than three are chosen. When that does not work out nothing is changed.
 *
 * Returns: whether it worked out
 */
gboolean
gf_standings_set (GfSegmentStanding  *standings,
                  guint               n_standings,
                  guint               which,
                  GfSegmentStanding   standing,
                  GError            **error)
{
  guint others = 0;

  g_return_val_if_fail (standings != NULL && which < n_standings, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  gboolean has_primary = standing == GF_SEGMENT_PRIMARY;
  for (guint i = 0; i < n_standings; i++)
    {
      if (i == which)
        continue;
      others += standings[i] != GF_SEGMENT_OPEN;
      has_primary |= standings[i] == GF_SEGMENT_PRIMARY;
    }

  if (standing != GF_SEGMENT_OPEN && others >= GF_CHOSEN_MAX)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("Three is the limit: more would aim at everyone."));
      return FALSE;
    }
  if (standing == GF_SEGMENT_SECONDARY && !has_primary && others >= GF_CHOSEN_MAX - 1)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("Two secondary segments are the limit: one of the three is the primary."));
      return FALSE;
    }

  if (standing == GF_SEGMENT_PRIMARY)
    for (guint i = 0; i < n_standings; i++)
      if (i != which && standings[i] == GF_SEGMENT_PRIMARY)
        standings[i] = GF_SEGMENT_SECONDARY;
  standings[which] = standing;

  return TRUE;
}

/**
 * gf_standings_count:
 * @segments: (element-type GfSegment): the segments of a project
 *
 * Returns: how many of them are chosen, as primary or secondary
 */
guint
gf_standings_count (GListModel *segments)
{
  guint n = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (segments), 0);

  for (guint i = 0; i < g_list_model_get_n_items (segments); i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (segments, i);

      n += gf_segment_get_standing (segment) != GF_SEGMENT_OPEN;
    }

  return n;
}
