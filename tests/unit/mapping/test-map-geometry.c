/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-geometry.h"

#include <math.h>

static const GfMapRect wide = { 10, 20, 500, 220 };

static void
assert_near (double value,
             double expected)
{
  if (!(fabs (value - expected) <= 1e-9))
    g_error ("%.15g is not %.15g", value, expected);
}

static void
one_scale_serves_both_axes (void)
{
  GfMapFrame frame;
  GfMapPlace low, right, up;

  gf_map_frame_init (&frame, &wide, 0.2);
  low = gf_map_frame_to_area (&frame, (GfMapPlace) { 1, 1 });
  right = gf_map_frame_to_area (&frame, (GfMapPlace) { 5, 1 });
  up = gf_map_frame_to_area (&frame, (GfMapPlace) { 1, 5 });

  assert_near (right.x - low.x, low.y - up.y);
  assert_near (right.x - low.x, 4 * 220 / 4.4);
  assert_near ((low.x + right.x) / 2, 260);
  assert_near ((low.y + up.y) / 2, 130);
}

static void
places_come_back_from_pixels (void)
{
  GfMapFrame frame;

  gf_map_frame_init (&frame, &wide, 0.2);
  for (double x = 1; x <= 5; x += 0.7)
    {
      GfMapPlace there = gf_map_frame_to_area (&frame, (GfMapPlace) { x, 6 - x });
      GfMapPlace back = gf_map_frame_from_area (&frame, there);

      assert_near (back.x, x);
      assert_near (back.y, 6 - x);
    }
}

static void
pixels_beyond_the_map_are_its_edge (void)
{
  GfMapFrame frame;
  GfMapPlace place;

  gf_map_frame_init (&frame, &wide, 0.2);
  place = gf_map_frame_from_area (&frame, (GfMapPlace) { -900, -900 });
  assert_near (place.x, 1);
  assert_near (place.y, 5);
}

static void
no_room_puts_everything_in_the_middle (void)
{
  GfMapRect nothing = { 5, 5, 40, -10 };
  GfMapFrame frame;
  GfMapPlace place;

  gf_map_frame_init (&frame, &nothing, 0.2);
  place = gf_map_frame_from_area (&frame, (GfMapPlace) { 7, 7 });
  assert_near (place.x, 3);
  place = gf_map_frame_to_area (&frame, (GfMapPlace) { 1, 5 });
  assert_near (place.x, 25);
}

static void
coordinates_are_kept_in_tenths (void)
{
  assert_near (gf_map_round (3.449), 3.4);
  assert_near (gf_map_round (0.2), 1);
  assert_near (gf_map_round (7), 5);
  g_assert_true (isnan (gf_map_round (NAN)));
}

static void
bubbles_grow_by_area (void)
{
  assert_near (gf_map_bubble_radius (40, 40, 6, 28), 28);
  assert_near (gf_map_bubble_radius (10, 40, 6, 28), 14);
  assert_near (gf_map_bubble_radius (0.1, 40, 6, 28), 6);
  assert_near (gf_map_bubble_radius (NAN, 40, 6, 28), 6);
  assert_near (gf_map_bubble_radius (10, NAN, 6, 28), 6);
}

static void
lines_are_clipped_at_rectangles (void)
{
  GfMapRect rect = { 10, 10, 20, 10 };

  g_assert_true (gf_map_rect_meets_line (&rect, (GfMapPlace) { 0, 15 }, (GfMapPlace) { 40, 15 }));
  g_assert_true (gf_map_rect_meets_line (&rect, (GfMapPlace) { 15, 15 }, (GfMapPlace) { 16, 15 }));
  g_assert_true (gf_map_rect_meets_line (&rect, (GfMapPlace) { 0, 5 }, (GfMapPlace) { 40, 25 }));
  g_assert_false (gf_map_rect_meets_line (&rect, (GfMapPlace) { 0, 15 }, (GfMapPlace) { 9, 15 }));
  g_assert_false (gf_map_rect_meets_line (&rect, (GfMapPlace) { 0, 25 }, (GfMapPlace) { 40, 25 }));
  g_assert_false (gf_map_rect_meets_line (&rect, (GfMapPlace) { 0, 18 }, (GfMapPlace) { 18, 36 }));
}

static void
arrows_lead_to_the_nearest_point_that_way (void)
{
  const GfMapPlace places[] = { { 3, 3 }, { 4, 3.2 }, { 3.3, 4 }, { 2, 1 }, { 5, 3 } };
  guint n = G_N_ELEMENTS (places);

  g_assert_cmpuint (gf_map_nearest_toward (places, n, 0, GF_MAP_RIGHT), ==, 1);
  g_assert_cmpuint (gf_map_nearest_toward (places, n, 0, GF_MAP_UP), ==, 2);
  g_assert_cmpuint (gf_map_nearest_toward (places, n, 0, GF_MAP_DOWN), ==, 3);
  g_assert_cmpuint (gf_map_nearest_toward (places, n, 1, GF_MAP_RIGHT), ==, 4);
  g_assert_cmpuint (gf_map_nearest_toward (places, n, 4, GF_MAP_RIGHT), ==, n);
}

static void
arrows_fall_back_on_the_whole_side (void)
{
  const GfMapPlace places[] = { { 3, 3 }, { 3.1, 1 } };

  g_assert_cmpuint (gf_map_nearest_toward (places, 2, 0, GF_MAP_RIGHT), ==, 1);
  g_assert_cmpuint (gf_map_nearest_toward (places, 2, 0, GF_MAP_LEFT), ==, 2);
}

static void
points_in_one_place_are_all_in_reach (void)
{
  const GfMapPlace places[] = { { 3, 3 }, { 3, 3 }, { 3, 3 }, { 4, 3 } };

  g_assert_cmpuint (gf_map_nearest_toward (places, 4, 0, GF_MAP_RIGHT), ==, 1);
  g_assert_cmpuint (gf_map_nearest_toward (places, 4, 1, GF_MAP_RIGHT), ==, 2);
  g_assert_cmpuint (gf_map_nearest_toward (places, 4, 2, GF_MAP_RIGHT), ==, 3);
  g_assert_cmpuint (gf_map_nearest_toward (places, 4, 2, GF_MAP_LEFT), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-geometry/one-scale-serves-both-axes", one_scale_serves_both_axes);
  g_test_add_func ("/map-geometry/places-come-back-from-pixels", places_come_back_from_pixels);
  g_test_add_func ("/map-geometry/pixels-beyond-the-map-are-its-edge",
                   pixels_beyond_the_map_are_its_edge);
  g_test_add_func ("/map-geometry/no-room-puts-everything-in-the-middle",
                   no_room_puts_everything_in_the_middle);
  g_test_add_func ("/map-geometry/coordinates-are-kept-in-tenths", coordinates_are_kept_in_tenths);
  g_test_add_func ("/map-geometry/bubbles-grow-by-area", bubbles_grow_by_area);
  g_test_add_func ("/map-geometry/lines-are-clipped-at-rectangles",
                   lines_are_clipped_at_rectangles);
  g_test_add_func ("/map-geometry/arrows-lead-to-the-nearest-point-that-way",
                   arrows_lead_to_the_nearest_point_that_way);
  g_test_add_func ("/map-geometry/arrows-fall-back-on-the-whole-side",
                   arrows_fall_back_on_the_whole_side);
  g_test_add_func ("/map-geometry/points-in-one-place-are-all-in-reach",
                   points_in_one_place_are_all_in_reach);

  return g_test_run ();
}
