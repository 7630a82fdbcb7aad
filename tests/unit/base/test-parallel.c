/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-parallel.h"

static void
count_cb (guint    index,
          gpointer user_data)
{
  int *done = user_data;

  g_atomic_int_inc (&done[index]);
}

static void
every_piece_is_done_once (void)
{
  const guint sizes[] = { 0, 1, 2, 7, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint n_threads = 0; n_threads <= 5; n_threads++)
      {
        g_autofree int *done = g_new0 (int, sizes[i] + 1);

        gf_parallel_for (sizes[i], n_threads, count_cb, done);
        for (guint k = 0; k < sizes[i]; k++)
          g_assert_cmpint (done[k], ==, 1);
        g_assert_cmpint (done[sizes[i]], ==, 0);
      }
}

static void
note_thread_cb (guint    index,
                gpointer user_data)
{
  GThread **threads = user_data;

  threads[index] = g_thread_self ();
}

static void
one_thread_is_the_callers (void)
{
  GThread *threads[10];

  gf_parallel_for (G_N_ELEMENTS (threads), 1, note_thread_cb, threads);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (threads[i] == g_thread_self ());
  g_assert_cmpuint (gf_parallel_choose_threads (3), ==, 3);
  g_assert_cmpuint (gf_parallel_choose_threads (0), >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parallel/every-piece-is-done-once", every_piece_is_done_once);
  g_test_add_func ("/parallel/one-thread-is-the-callers", one_thread_is_the_callers);

  return g_test_run ();
}
