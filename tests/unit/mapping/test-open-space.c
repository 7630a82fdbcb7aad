/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-open-space.h"

#include <math.h>

static void
assert_rect (const GfMapRect *rect,
             double           x,
             double           y,
             double           width,
             double           height)
{
  if (!(fabs (rect->x - x) + fabs (rect->y - y) + fabs (rect->width - width) + fabs (rect->height - height) < 1e-9))
    g_error ("%g %g %g %g is not %g %g %g %g", rect->x, rect->y, rect->width, rect->height, x, y,
             width, height);
}

static void
an_empty_map_is_all_open (void)
{
  GfMapRect space;

  g_assert_cmpfloat (gf_open_space_find (NULL, 0, 0.3, &space), ==, 16);
  assert_rect (&space, 1, 1, 4, 4);
}

static void
the_larger_side_of_one_competitor_is_open (void)
{
  GfMapPlace taken = { 2, 3 };
  GfMapRect space;

  g_assert_cmpfloat_with_epsilon (gf_open_space_find (&taken, 1, 0, &space), 12, 1e-9);
  assert_rect (&space, 2, 1, 3, 4);
  g_assert_cmpfloat_with_epsilon (gf_open_space_find (&taken, 1, 0.5, &space), 10, 1e-9);
  assert_rect (&space, 2.5, 1, 2.5, 4);
}

static void
two_dear_ones_and_a_cheap_one_leave_the_middle (void)
{
  const GfMapPlace taken[] = { { 1.4, 4.8 }, { 1.8, 4.3 }, { 4.2, 1.2 } };
  GfMapRect space;

  gf_open_space_find (taken, 3, 0.3, &space);
  assert_rect (&space, 2.1, 1.5, 2.9, 3.5);
}

static void
a_full_map_has_no_space (void)
{
  GfMapPlace taken[25];
  GfMapRect space;

  for (guint i = 0; i < 25; i++)
    taken[i] = (GfMapPlace) { 1 + i % 5, 1 + i / 5 };
  g_assert_cmpfloat (gf_open_space_find (taken, 25, 0.5, &space), ==, 0);
}

static void
unknown_places_are_passed_over (void)
{
  const GfMapPlace taken[] = { { NAN, 3 }, { 2, NAN } };
  GfMapRect space;

  g_assert_cmpfloat (gf_open_space_find (taken, 2, 0.3, &space), ==, 16);
}

/* A slow way to the same: every rectangle on a grid of tenths. */
static double
find_by_trying_all (const GfMapPlace *taken,
                    guint             n)
{
  double best = 0;

  for (int l = 10; l < 50; l++)
    for (int r = l + 1; r <= 50; r++)
      for (int b = 10; b < 50; b++)
        for (int t = b + 1; t <= 50; t++)
          {
            gboolean empty = TRUE;

            if ((r - l) * (t - b) / 100.0 <= best)
              continue;
            for (guint i = 0; empty && i < n; i++)
              empty = !(taken[i].x > l / 10.0 + 1e-9 && taken[i].x < r / 10.0 - 1e-9
                        && taken[i].y > b / 10.0 + 1e-9 && taken[i].y < t / 10.0 - 1e-9);
            if (empty)
              best = (r - l) * (t - b) / 100.0;
          }

  return best;
}

static void
it_is_as_large_as_trying_all_finds (void)
{
  GfMapPlace taken[8];

  for (guint turn = 0; turn < 20; turn++)
    {
      GfMapRect space;

      for (guint i = 0; i < 8; i++)
        taken[i] = (GfMapPlace) { g_test_rand_int_range (10, 51) / 10.0,
                                  g_test_rand_int_range (10, 51) / 10.0 };
      g_assert_cmpfloat_with_epsilon (gf_open_space_find (taken, 8, 0, &space),
                                      find_by_trying_all (taken, 8), 1e-6);
    }
}

static void
a_space_is_drawn_together_round_those_in_it (void)
{
  const GfMapPlace wanted[] = { { 4.3, 3.4 }, { 3.6, 3.8 }, { 1.5, 3 } };
  GfMapRect space = { 2, 1.4, 3, 3.6 };

  g_assert_true (gf_open_space_narrow (wanted, 3, 0.5, &space));
  assert_rect (&space, 3.1, 2.9, 1.7, 1.4);
  g_assert_cmpuint (gf_open_space_count (wanted, 3, &space), ==, 2);
}

static void
a_space_with_nobody_in_it_stays (void)
{
  const GfMapPlace wanted[] = { { 1.5, 3 }, { NAN, NAN } };
  GfMapRect space = { 2, 1.4, 3, 3.6 };

  g_assert_false (gf_open_space_narrow (wanted, 2, 0.5, &space));
  assert_rect (&space, 2, 1.4, 3, 3.6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open-space/an-empty-map-is-all-open", an_empty_map_is_all_open);
  g_test_add_func ("/open-space/the-larger-side-of-one-competitor-is-open",
                   the_larger_side_of_one_competitor_is_open);
  g_test_add_func ("/open-space/two-dear-ones-and-a-cheap-one-leave-the-middle",
                   two_dear_ones_and_a_cheap_one_leave_the_middle);
  g_test_add_func ("/open-space/a-full-map-has-no-space", a_full_map_has_no_space);
  g_test_add_func ("/open-space/unknown-places-are-passed-over", unknown_places_are_passed_over);
  g_test_add_func ("/open-space/it-is-as-large-as-trying-all-finds",
                   it_is_as_large_as_trying_all_finds);
  g_test_add_func ("/open-space/a-space-is-drawn-together-round-those-in-it",
                   a_space_is_drawn_together_round_those_in_it);
  g_test_add_func ("/open-space/a-space-with-nobody-in-it-stays", a_space_with_nobody_in_it_stays);

  return g_test_run ();
}
