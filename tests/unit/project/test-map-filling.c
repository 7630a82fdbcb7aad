/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-filling.h"

#include <math.h>

static void
add_rating (GListStore *ratings,
            const char *scale,
            double      value)
{
  g_autoptr (GfRating) rating = gf_rating_new ();

  gf_rating_set_scale (rating, scale);
  gf_rating_set_value (rating, value);
  g_list_store_append (ratings, rating);
}

static GfCompetitor *
add_competitor (GfProject  *project,
                const char *name)
{
  g_autoptr (GfCompetitor) competitor = gf_competitor_new ();

  gf_competitor_set_name (competitor, name);
  g_list_store_append (gf_project_get_competitors (project), competitor);

  return competitor;
}

static void
add_interview (GfProject  *project,
               const char *scale,
               double      value)
{
  g_autoptr (GfInterview) interview = gf_interview_new ();

  add_rating (gf_interview_get_ratings (interview), scale, value);
  g_list_store_append (gf_project_get_interviews (project), interview);
}

static void
assert_point (GfPositionMap  *map,
              guint           i,
              GfMapPointKind  kind,
              const char     *name,
              double          x,
              double          y,
              const char     *source)
{
  g_autoptr (GfMapPoint) point = g_list_model_get_item (G_LIST_MODEL (gf_position_map_get_points (map)), i);

  g_assert_nonnull (point);
  g_assert_cmpint (gf_map_point_get_kind (point), ==, kind);
  g_assert_cmpstr (gf_map_point_get_name (point), ==, name);
  g_assert_cmpfloat_with_epsilon (gf_map_point_get_x (point), x, 1e-9);
  g_assert_cmpfloat_with_epsilon (gf_map_point_get_y (point), y, 1e-9);
  g_assert_cmpstr (gf_map_point_get_source (point), ==, source);
}

static void
a_new_map_has_axes (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  GfPositionMap *map = gf_map_create (project);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_maps (project))), ==, 1);
  g_assert_cmpstr (gf_position_map_get_x_name (map), ==, "Ease of use");
  g_assert_cmpstr (gf_position_map_get_y_name (map), ==, "Price");
  g_assert_cmpstr (gf_position_map_get_y_high (map), ==, "High price");
}

static void
axes_are_the_scales_used_most (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  GfCompetitor *first = add_competitor (project, "Corvid");
  GfCompetitor *second = add_competitor (project, "Tallysheet");
  GfPositionMap *map;

  add_rating (gf_competitor_get_ratings (first), "Support", 2);
  add_rating (gf_competitor_get_ratings (first), "Depth", 4);
  add_rating (gf_competitor_get_ratings (second), "Speed", 4);
  add_rating (gf_competitor_get_ratings (second), "depth", 1);

  map = gf_map_create (project);
  g_assert_cmpstr (gf_position_map_get_x_name (map), ==, "Depth");
  g_assert_cmpstr (gf_position_map_get_y_name (map), ==, "Support");
  g_assert_cmpstr (gf_position_map_get_x_low (map), ==, "");
}

static void
competitors_and_us_come_from_what_is_known (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  GfCompetitor *rated = add_competitor (project, "Corvid");
  GfCompetitor *priced = add_competitor (project, "Tallysheet");
  GfPositionMap *map;

  add_competitor (project, "Unknown");
  add_competitor (project, "");
  gf_project_set_product (project, "DataGlyph");
  add_rating (gf_competitor_get_ratings (rated), "ease of use ", 1.84);
  add_rating (gf_competitor_get_ratings (rated), "Price", 4.3);
  gf_competitor_set_price_level (rated, 1);
  gf_competitor_set_price_level (priced, 2);
  add_interview (project, "Ease of use", 3.6);
  add_interview (project, "Ease of use", 5);

  map = gf_position_map_new ();
  gf_position_map_set_x_name (map, "Ease of use");
  gf_position_map_set_y_name (map, "Price");
  g_list_store_append (gf_project_get_maps (project), map);

  g_assert_cmpuint (gf_map_count_in_market (project, map), ==, 4);
  g_assert_cmpuint (gf_map_take_from_market (project, map), ==, 4);
  assert_point (map, 0, GF_MAP_POINT_US, "DataGlyph", 4.3, 3, "Mean of 2 ratings in interviews");
  assert_point (map, 1, GF_MAP_POINT_COMPETITOR, "Corvid", 1.8, 4.3, "Rated in Market");
  assert_point (map, 2, GF_MAP_POINT_COMPETITOR, "Tallysheet", 3, 2, "Rated in Market");
  assert_point (map, 3, GF_MAP_POINT_COMPETITOR, "Unknown", 3, 3, "");

  /* Nothing comes twice. */
  g_assert_cmpuint (gf_map_take_from_market (project, map), ==, 0);
  g_object_unref (map);
}

static void
segments_are_placed_by_hand (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  GfPositionMap *map = gf_map_create (project);
  g_autoptr (GfMapPoint) point = gf_map_point_new ();
  g_autofree char *source = NULL;
  double x, y;

  gf_map_point_set_kind (point, GF_MAP_POINT_SEGMENT);
  g_assert_false (gf_map_find_rated_place (project, map, point, &x, &y, &source));
  g_assert_true (isnan (x) && isnan (y));
  g_assert_null (source);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-filling/a-new-map-has-axes", a_new_map_has_axes);
  g_test_add_func ("/map-filling/axes-are-the-scales-used-most", axes_are_the_scales_used_most);
  g_test_add_func ("/map-filling/competitors-and-us-come-from-what-is-known",
                   competitors_and_us_come_from_what_is_known);
  g_test_add_func ("/map-filling/segments-are-placed-by-hand", segments_are_placed_by_hand);

  return g_test_run ();
}
