/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-parallel.h"

/* More bring little: what is done here waits for memory. */
#define MOST_THREADS 8

typedef struct
{
  guint n_pieces;
  int next;             /* atomic */
  GfParallelFunc function;
  gpointer user_data;
} Work;

static gpointer
do_pieces (gpointer data)
{
  Work *work = data;

  for (;;)
    {
      guint index = (guint) g_atomic_int_add (&work->next, 1);

      if (index >= work->n_pieces)
        return NULL;
      work->function (index, work->user_data);
    }
}

/**
 * gf_parallel_choose_threads:
 * @wanted: a number of threads, 0 for as many as are good
 *
 * Returns: @wanted, or one thread a processor, at most eight
 */
guint
gf_parallel_choose_threads (guint wanted)
{
  return wanted > 0 ? wanted : MIN (g_get_num_processors (), MOST_THREADS);
}

/**
 * gf_parallel_for:
 * @n_pieces: how many pieces of work there are
 * @n_threads: on how many threads, this one among them; 0 for as many as are good
 * @function: does one piece; must be safe to call from several threads with different pieces
 * @user_data: for @function
 *
 * Does all pieces, each once, in no order that can be relied on, and returns when all are done. Where no
 * thread can be had the caller's does the work alone.
 */
void
gf_parallel_for (guint          n_pieces,
                 guint          n_threads,
                 GfParallelFunc function,
                 gpointer       user_data)
{
  g_return_if_fail (function != NULL);
  g_return_if_fail (n_pieces <= G_MAXINT / 2);

  Work work = { n_pieces, 0, function, user_data };
  guint n_helpers = MIN (gf_parallel_choose_threads (n_threads), MAX (n_pieces, 1)) - 1;
  g_autofree GThread **helpers = g_new0 (GThread *, n_helpers + 1);

  for (guint i = 0; i < n_helpers; i++)
    helpers[i] = g_thread_try_new ("gf-parallel", do_pieces, &work, NULL);
  do_pieces (&work);
  for (guint i = 0; i < n_helpers; i++)
    if (helpers[i] != NULL)
      g_thread_join (helpers[i]);
}
