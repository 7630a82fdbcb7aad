/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-words.h"

#include "gf-format.h"
#include "gf-open-space.h"

#include <glib/gi18n-lib.h>

/**
 * gf_map_point_kind_get_label:
 * @kind: what stands there
 *
 * Returns: (transfer none): a word for it, as a title
 */
const char *
gf_map_point_kind_get_label (GfMapPointKind kind)
{
  switch (kind)
    {
    case GF_MAP_POINT_US: return _("Us");
    case GF_MAP_POINT_COMPETITOR: return _("Competitor");
    case GF_MAP_POINT_SEGMENT: return _("Segment");
    case GF_MAP_POINT_CUSTOMER: return _("Customer");
    default: g_return_val_if_reached ("");
    }
}

/**
 * gf_map_point_dup_values:
 * @point: a point
 *
 * Returns: (transfer full): where it stands, “4.3 · 3.4”
 */
char *
gf_map_point_dup_values (GfMapPoint *point)
{
  /* Translators: where a point stands on the two axes of a map */
  return g_strdup_printf (_("%.1f · %.1f"), gf_map_point_get_x (point), gf_map_point_get_y (point));
}

/**
 * gf_map_point_dup_phrase:
 * @point: a point
 * @map: the map it stands on
 *
 * Returns: (transfer full): all about it, for a screen reader: “Corvid, Competitor, Use 1.8, Price
 * 4.3”
 */
char *
gf_map_point_dup_phrase (GfMapPoint    *point,
                         GfPositionMap *map)
{
  g_autoptr (GString) phrase = g_string_new (NULL);

  /* Translators: name, kind, name of the axis across and value, name of the upward axis and value
   * */
  g_string_printf (phrase, _("%s, %s, %s %.1f, %s %.1f"),
                   gf_map_point_get_name (point),
                   gf_map_point_kind_get_label (gf_map_point_get_kind (point)),
                   gf_position_map_get_x_name (map), gf_map_point_get_x (point),
                   gf_position_map_get_y_name (map), gf_map_point_get_y (point));
  if (gf_map_point_get_size (point) > 0)
    {
      gulong n = (gulong) gf_map_point_get_size (point);
      g_autofree char *count = gf_format_count (n);

      g_string_append (phrase, ", ");
      g_string_append_printf (phrase, ngettext ("%s customer", "%s customers", n), count);
    }

  return g_string_free (g_steal_pointer (&phrase), FALSE);
}

static guint
count_inside (GfMapSpace     *space,
              GfPositionMap  *map,
              GfMapPointKind  kind)
{
  GListModel *points = G_LIST_MODEL (gf_position_map_get_points (map));
  GfMapRect rect = {
    gf_map_space_get_left (space), gf_map_space_get_bottom (space),
    gf_map_space_get_right (space) - gf_map_space_get_left (space),
    gf_map_space_get_top (space) - gf_map_space_get_bottom (space),
  };
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);
      GfMapPlace place = { gf_map_point_get_x (point), gf_map_point_get_y (point) };

      if (gf_map_point_get_kind (point) == kind)
        n += gf_open_space_count (&place, 1, &rect);
    }

  return n;
}

/**
 * gf_map_space_dup_phrase:
 * @space: an open space
 * @map: the map it belongs to
 *
 * Returns: (transfer full): its note, or who stands in it: “3 customers here, no competitor”
 */
char *
gf_map_space_dup_phrase (GfMapSpace    *space,
                         GfPositionMap *map)
{
  g_autofree char *who = NULL;
  g_autofree char *rivals = NULL;
  guint n_customers, n_segments, n_competitors;

  if (*gf_map_space_get_note (space) != '\0')
    return g_strdup (gf_map_space_get_note (space));

  n_customers = count_inside (space, map, GF_MAP_POINT_CUSTOMER);
  n_segments = count_inside (space, map, GF_MAP_POINT_SEGMENT);
  n_competitors = count_inside (space, map, GF_MAP_POINT_COMPETITOR);

  if (n_customers > 0)
    who = g_strdup_printf (ngettext ("%u customer here", "%u customers here", n_customers),
                           n_customers);
  else if (n_segments > 0)
    who = g_strdup_printf (ngettext ("%u segment here", "%u segments here", n_segments),
                           n_segments);
  else
    who = g_strdup (_("No customer here yet"));
  rivals = n_competitors == 0 ? g_strdup (_("no competitor"))
                              : g_strdup_printf (ngettext ("%u competitor", "%u competitors",
                                                           n_competitors),
                                                 n_competitors);

  /* Translators: “3 customers here”, “no competitor” */
  return g_strdup_printf (_("%s, %s"), who, rivals);
}

/**
 * gf_position_map_dup_title:
 * @map: a map
 *
 * Returns: (transfer full): what its axes are, “Ease of use · Price”
 */
char *
gf_position_map_dup_title (GfPositionMap *map)
{
  return g_strdup_printf ("%s · %s", gf_position_map_get_x_name (map),
                          gf_position_map_get_y_name (map));
}
