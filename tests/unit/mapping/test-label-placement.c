/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-label-placement.h"

#include <string.h>

#define GAP 4.0

static const GfMapRect bounds = { 0, 0, 600, 400 };

static void
run (const GfLabelRequest *requests,
     guint                 n,
     GfLabelPlace         *places)
{
  gf_label_placement_run (requests, n, &bounds, NULL, 0, GAP, places);
}

static void
a_label_stands_right_where_it_can (void)
{
  GfLabelRequest request = { { 100, 100 }, 6, 80, 16 };
  GfLabelPlace place;

  run (&request, 1, &place);
  g_assert_cmpint (place.side, ==, GF_LABEL_RIGHT);
  g_assert_cmpfloat (place.box.x, ==, 110);
  g_assert_cmpfloat (place.box.y, ==, 92);
}

static void
edges_turn_a_label_round (void)
{
  GfLabelRequest requests[] = {
    { { 590, 200 }, 6, 80, 16 },   /* no room at the right */
    { { 300, 392 }, 6, 590, 16 },  /* none at the right, the left and below */
    { { 300, 8 }, 6, 590, 16 },    /* only below */
  };
  GfLabelPlace places[3];

  run (requests, 3, places);
  g_assert_cmpint (places[0].side, ==, GF_LABEL_LEFT);
  g_assert_cmpint (places[1].side, ==, GF_LABEL_ABOVE);
  g_assert_cmpint (places[2].side, ==, GF_LABEL_BELOW);
}

static void
an_earlier_label_moves_for_a_later_one (void)
{
  /* The second can only stand at its left, where the first one stands by its own free choice. */
  GfLabelRequest requests[] = { { { 460, 200 }, 6, 60, 16 }, { { 560, 200 }, 6, 60, 380 } };
  GfLabelPlace places[2];

  run (requests, 2, places);
  g_assert_cmpint (places[0].side, ==, GF_LABEL_LEFT);
  g_assert_cmpint (places[1].side, ==, GF_LABEL_LEFT);
}

static void
obstacles_are_kept_free (void)
{
  GfLabelRequest request = { { 100, 100 }, 6, 80, 16 };
  GfMapRect obstacle = { 105, 60, 200, 100 };
  GfLabelPlace place;

  gf_label_placement_run (&request, 1, &bounds, &obstacle, 1, GAP, &place);
  g_assert_cmpint (place.side, ==, GF_LABEL_LEFT);
}

static void
a_crowd_gets_leaders (void)
{
  GfLabelRequest requests[9];
  GfLabelPlace places[9];
  guint n_leaders = 0;

  for (guint i = 0; i < 9; i++)
    requests[i] = (GfLabelRequest) { { 230 + 16 * i, 190 + 5 * (i % 2) }, 6, 70, 16 };
  run (requests, 9, places);
  for (guint i = 0; i < 9; i++)
    n_leaders += places[i].side == GF_LABEL_LEADER;
  g_assert_cmpuint (n_leaders, >, 0);
}

static void
what_has_no_room_gets_a_number (void)
{
  GfMapRect small = { 0, 0, 120, 60 };
  GfLabelRequest requests[] = {
    { { 20, 30 }, 6, 80, 16 }, { { 60, 30 }, 6, 300, 16 }, { { 100, 30 }, 6, 300, 16 },
  };
  GfLabelPlace places[3];

  gf_label_placement_run (requests, 3, &small, NULL, 0, GAP, places);
  g_assert_cmpint (places[1].side, ==, GF_LABEL_NUMBER);
  g_assert_cmpuint (places[1].number, ==, 1);
  g_assert_cmpuint (places[2].number, ==, 2);
  g_assert_cmpfloat (places[1].box.width, <, 20);
}

static void
points_without_labels_are_still_in_the_way (void)
{
  GfLabelRequest requests[] = { { { 100, 100 }, 6, 80, 16 }, { { 130, 100 }, 3, 0, 0 } };
  GfLabelPlace places[2];

  run (requests, 2, places);
  g_assert_cmpint (places[0].side, ==, GF_LABEL_LEFT);
  g_assert_cmpint (places[1].side, ==, GF_LABEL_NONE);
}

/* Whatever the points, no label covers another one, a point, or leaves the map. */
static void
nothing_ever_overlaps (void)
{
  GfLabelRequest requests[40];
  GfLabelPlace places[40], again[40];

  for (guint turn = 0; turn < 200; turn++)
    {
      guint n = 1 + (guint) g_test_rand_int_range (0, 40);

      for (guint i = 0; i < n; i++)
        requests[i] = (GfLabelRequest) {
          { g_test_rand_double_range (10, 590), g_test_rand_double_range (10, 390) },
          g_test_rand_double_range (2, 24), g_test_rand_double_range (30, 140), 16,
        };
      run (requests, n, places);
      run (requests, n, again);
      g_assert_cmpmem (places, n * sizeof *places, again, n * sizeof *again);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (places[i].side, !=, GF_LABEL_NONE);
          if (places[i].side == GF_LABEL_NUMBER)
            continue;

          g_assert_true (gf_map_rect_contains (&bounds, &places[i].box));
          for (guint j = 0; j < n; j++)
            {
              GfMapRect mark = { requests[j].at.x - requests[j].radius,
                                 requests[j].at.y - requests[j].radius,
                                 2 * requests[j].radius, 2 * requests[j].radius };

              g_assert_false (gf_map_rect_overlaps (&mark, &places[i].box));
              if (j == i || places[j].side == GF_LABEL_NUMBER)
                continue;
              g_assert_false (gf_map_rect_overlaps (&places[j].box, &places[i].box));
              if (places[j].side == GF_LABEL_LEADER)
                g_assert_false (gf_map_rect_meets_line (&places[i].box, places[j].line_from,
                                                        places[j].line_to));
            }
        }
    }
}

static void
few_points_hardly_need_numbers (void)
{
  GfLabelRequest requests[12];
  GfLabelPlace places[12];
  guint n_numbers = 0;

  for (guint turn = 0; turn < 200; turn++)
    {
      for (guint i = 0; i < 12; i++)
        requests[i] = (GfLabelRequest) {
          { g_test_rand_double_range (20, 580), g_test_rand_double_range (20, 380) }, 8, 110, 18,
        };
      run (requests, 12, places);
      for (guint i = 0; i < 12; i++)
        n_numbers += places[i].side == GF_LABEL_NUMBER;
    }
  g_test_message ("%u of 2400 labels became numbers", n_numbers);
  g_assert_cmpuint (n_numbers, <, 24);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-placement/a-label-stands-right-where-it-can",
                   a_label_stands_right_where_it_can);
  g_test_add_func ("/label-placement/edges-turn-a-label-round", edges_turn_a_label_round);
  g_test_add_func ("/label-placement/an-earlier-label-moves-for-a-later-one",
                   an_earlier_label_moves_for_a_later_one);
  g_test_add_func ("/label-placement/obstacles-are-kept-free", obstacles_are_kept_free);
  g_test_add_func ("/label-placement/a-crowd-gets-leaders", a_crowd_gets_leaders);
  g_test_add_func ("/label-placement/what-has-no-room-gets-a-number",
                   what_has_no_room_gets_a_number);
  g_test_add_func ("/label-placement/points-without-labels-are-still-in-the-way",
                   points_without_labels_are_still_in_the_way);
  g_test_add_func ("/label-placement/nothing-ever-overlaps", nothing_ever_overlaps);
  g_test_add_func ("/label-placement/few-points-hardly-need-numbers",
                   few_points_hardly_need_numbers);

  return g_test_run ();
}
