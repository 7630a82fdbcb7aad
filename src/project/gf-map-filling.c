/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-filling.h"

#include "gf-map-geometry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  double sum;
  double low;
  double high;
  guint n;
} Ratings;

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (*a == '\0' || *b == '\0')
    return FALSE;

  first = g_utf8_casefold (a, -1);
  second = g_utf8_casefold (b, -1);
  g_strstrip (first);
  g_strstrip (second);

  return g_utf8_collate (first, second) == 0;
}

static void
collect (GListStore *ratings,
         const char *scale,
         Ratings    *all)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (ratings)); i++)
    {
      g_autoptr (GfRating) rating = g_list_model_get_item (G_LIST_MODEL (ratings), i);
      double value = gf_rating_get_value (rating);

      if (isnan (value) || !is_same_name (gf_rating_get_scale (rating), scale))
        continue;
      all->low = all->n == 0 ? value : MIN (all->low, value);
      all->high = all->n == 0 ? value : MAX (all->high, value);
      all->sum += value;
      all->n++;
    }
}

static GfCompetitor *
find_competitor (GfProject  *project,
                 const char *name)
{
  GListModel *competitors = G_LIST_MODEL (gf_project_get_competitors (project));

  for (guint i = 0; i < g_list_model_get_n_items (competitors); i++)
    {
      g_autoptr (GfCompetitor) competitor = g_list_model_get_item (competitors, i);

      if (is_same_name (gf_competitor_get_name (competitor), name))
        return g_steal_pointer (&competitor);
    }

  return NULL;
}

static gboolean
is_price (const char *axis)
{
  return is_same_name (axis, _("Price")) || is_same_name (axis, "price");
}

/* Where a competitor stands on one axis; NaN if nobody said. */
static double
find_competitor_rating (GfCompetitor *competitor,
                        const char   *axis)
{
  Ratings ratings = { 0 };

  collect (gf_competitor_get_ratings (competitor), axis, &ratings);
  if (ratings.n > 0)
    return ratings.sum / ratings.n;
  if (is_price (axis) && gf_competitor_get_price_level (competitor) > 0)
    return (double) gf_competitor_get_price_level (competitor);

  return NAN;
}

static Ratings
collect_own_ratings (GfProject  *project,
                     const char *axis)
{
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (project));
  Ratings ratings = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);

      collect (gf_interview_get_ratings (interview), axis, &ratings);
    }

  return ratings;
}

static gboolean
find_own_place (GfProject     *project,
                GfPositionMap *map,
                double        *x,
                double        *y,
                char         **source)
{
  Ratings across = collect_own_ratings (project, gf_position_map_get_x_name (map));
  Ratings up = collect_own_ratings (project, gf_position_map_get_y_name (map));
  guint n = MAX (across.n, up.n);

  *x = across.n > 0 ? gf_map_round (across.sum / across.n) : NAN;
  *y = up.n > 0 ? gf_map_round (up.sum / up.n) : NAN;
  if (n == 0)
    return FALSE;

  *source = g_strdup_printf (ngettext ("%u rating in interviews", "Mean of %u ratings in interviews",
                                       n), n);

  return TRUE;
}

/**
 * gf_map_find_rated_place:
 * @project: a project
 * @map: one of its maps
 * @point: a point of the map
 * @x: (out): where it stands across; NaN if nobody said
 * @y: (out): where it stands upwards; NaN if nobody said
 * @source: (out) (transfer full): from what, as a phrase; NULL if nobody said anything
 *
 * Looks up what the ratings of competitors and interviews say about the place of a point. Segments
 * and customers are placed by hand.
 *
 * Returns: whether anything is known
 */
gboolean
gf_map_find_rated_place (GfProject     *project,
                         GfPositionMap *map,
                         GfMapPoint    *point,
                         double        *x,
                         double        *y,
                         char         **source)
{
  g_autoptr (GfCompetitor) competitor = NULL;

  g_return_val_if_fail (GF_IS_PROJECT (project) && GF_IS_POSITION_MAP (map), FALSE);
  g_return_val_if_fail (GF_IS_MAP_POINT (point), FALSE);
  g_return_val_if_fail (x != NULL && y != NULL && source != NULL, FALSE);

  *x = NAN;
  *y = NAN;
  *source = NULL;

  if (gf_map_point_get_kind (point) == GF_MAP_POINT_US)
    return find_own_place (project, map, x, y, source);
  if (gf_map_point_get_kind (point) != GF_MAP_POINT_COMPETITOR)
    return FALSE;

  competitor = find_competitor (project, gf_map_point_get_name (point));
  if (competitor == NULL)
    return FALSE;

  *x = gf_map_round (find_competitor_rating (competitor, gf_position_map_get_x_name (map)));
  *y = gf_map_round (find_competitor_rating (competitor, gf_position_map_get_y_name (map)));
  if (isnan (*x) && isnan (*y))
    return FALSE;

  *source = g_strdup (_("Rated in Market"));

  return TRUE;
}

static gboolean
has_point (GfPositionMap *map,
           GfMapPointKind kind,
           const char    *name)
{
  GListModel *points = G_LIST_MODEL (gf_position_map_get_points (map));

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);

      if (gf_map_point_get_kind (point) == kind
          && (name == NULL || is_same_name (gf_map_point_get_name (point), name)))
        return TRUE;
    }

  return FALSE;
}

static void
add_point (GfProject      *project,
           GfPositionMap  *map,
           GfMapPointKind  kind,
           const char     *name)
{
  g_autoptr (GfMapPoint) point = gf_map_point_new ();
  g_autofree char *source = NULL;
  double x, y;

  gf_map_point_set_kind (point, kind);
  gf_map_point_set_name (point, name);
  gf_map_find_rated_place (project, map, point, &x, &y, &source);
  gf_map_point_set_x (point, isnan (x) ? GF_MAP_MIDDLE : x);
  gf_map_point_set_y (point, isnan (y) ? GF_MAP_MIDDLE : y);
  if (source != NULL)
    gf_map_point_set_source (point, source);

  g_list_store_append (gf_position_map_get_points (map), point);
}

static const char *
get_own_name (GfProject *project)
{
  if (*gf_project_get_product (project) != '\0')
    return gf_project_get_product (project);
  if (*gf_project_get_name (project) != '\0')
    return gf_project_get_name (project);

  return _("Us");
}

static guint
visit_market (GfProject     *project,
              GfPositionMap *map,
              gboolean       take)
{
  GListModel *competitors = G_LIST_MODEL (gf_project_get_competitors (project));
  guint n = 0;

  if (map == NULL || !has_point (map, GF_MAP_POINT_US, NULL))
    {
      if (take)
        add_point (project, map, GF_MAP_POINT_US, get_own_name (project));
      n++;
    }

  for (guint i = 0; i < g_list_model_get_n_items (competitors); i++)
    {
      g_autoptr (GfCompetitor) competitor = g_list_model_get_item (competitors, i);
      const char *name = gf_competitor_get_name (competitor);

      if (*name == '\0' || (map != NULL && has_point (map, GF_MAP_POINT_COMPETITOR, name)))
        continue;
      if (take)
        add_point (project, map, GF_MAP_POINT_COMPETITOR, name);
      n++;
    }

  return n;
}

/**
 * gf_map_take_from_market:
 * @project: a project
 * @map: one of its maps
 *
 * Adds us and every competitor that is not on the map yet. What is there is left where it is.
 *
 * Returns: how many points were added
 */
guint
gf_map_take_from_market (GfProject     *project,
                         GfPositionMap *map)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), 0);
  g_return_val_if_fail (GF_IS_POSITION_MAP (map), 0);

  return visit_market (project, map, TRUE);
}

/**
 * gf_map_count_in_market:
 * @project: a project
 * @map: (nullable): one of its maps
 *
 * Returns: how many points gf_map_take_from_market() would add
 */
guint
gf_map_count_in_market (GfProject     *project,
                        GfPositionMap *map)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), 0);

  return visit_market (project, map, FALSE);
}

/* The scales that competitors are rated on, those of most competitors first. */
static GPtrArray *
dup_scales (GfProject *project)
{
  GListModel *competitors = G_LIST_MODEL (gf_project_get_competitors (project));
  g_autoptr (GPtrArray) scales = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (competitors); i++)
    {
      g_autoptr (GfCompetitor) competitor = g_list_model_get_item (competitors, i);
      GListModel *ratings = G_LIST_MODEL (gf_competitor_get_ratings (competitor));

      for (guint j = 0; j < g_list_model_get_n_items (ratings); j++)
        {
          g_autoptr (GfRating) rating = g_list_model_get_item (ratings, j);
          const char *scale = gf_rating_get_scale (rating);
          guint at = 0;

          if (*scale == '\0')
            continue;
          while (at < scales->len && !is_same_name (g_ptr_array_index (scales, at), scale))
            at++;
          if (at == scales->len)
            {
              g_ptr_array_add (scales, g_strdup (scale));
              g_array_set_size (counts, scales->len);
            }
          g_array_index (counts, guint, at)++;
        }
    }

  for (guint most = g_list_model_get_n_items (competitors) * 8 + 8; most > 0; most--)
    for (guint i = 0; i < scales->len; i++)
      if (g_array_index (counts, guint, i) == most)
        g_ptr_array_add (sorted, g_strdup (g_ptr_array_index (scales, i)));

  return sorted;
}

/**
 * gf_map_create:
 * @project: a project
 *
 * Makes a map without points, with the axes that the project speaks of, and adds it to the project.
 *
 * Returns: (transfer none): the map
 */
GfPositionMap *
gf_map_create (GfProject *project)
{
  g_autoptr (GfPositionMap) map = gf_position_map_new ();
  g_autoptr (GPtrArray) scales = NULL;
  const char *across, *up;

  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);

  scales = dup_scales (project);
  across = scales->len > 0 ? g_ptr_array_index (scales, 0) : _("Ease of use");
  up = scales->len > 1 ? g_ptr_array_index (scales, 1) : _("Price");

  gf_position_map_set_name (map, _("Positioning"));
  gf_position_map_set_x_name (map, across);
  gf_position_map_set_y_name (map, up);
  if (scales->len == 0)
    {
      gf_position_map_set_x_low (map, _("Needs an expert"));
      gf_position_map_set_x_high (map, _("Anyone can use it"));
    }
  if (is_price (up))
    {
      gf_position_map_set_y_low (map, _("Low price"));
      gf_position_map_set_y_high (map, _("High price"));
    }
  g_list_store_append (gf_project_get_maps (project), map);

  return map;
}
