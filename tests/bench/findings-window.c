/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the findings in a window of its own: from another rule, or another depth, to the new findings on the screen.
 *
 * Usage: findings-window FILE
 *
 * Prints one line for each: what was changed, the milliseconds until the frame with the new findings was painted, and
 * how long all threads and the main one worked for it. Needs a display. */
#include "config.h"

#include "gf-application.h"
#include "gf-import.h"
#include "gf-project-analysis.h"
#include "gf-project.h"
#include "gf-window.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define N_TIMES 5
#define MOST_SECONDS 60

static guint n_frames;
static double longest;         /* the longest turn of the main loop */

/* Milliseconds that this thread, or all of them, have worked: other work on the machine does not count. */
static double
get_work_of (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static double
get_work (void)
{
  return get_work_of (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_cb (GdkFrameClock *clock,
          gpointer       data)
{
  n_frames++;
}

static void
turn (void)
{
  double before = get_work ();

  g_main_context_iteration (NULL, TRUE);
  longest = MAX (longest, get_work () - before);
}

static void
rest (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
wait_for (GfAnalysis *analysis)
{
  gint64 latest = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;

  while ((gf_analysis_get_running (analysis) || gf_analysis_get_out_of_date (analysis)) &&
         g_get_monotonic_time () < latest)
    turn ();
}

/* The findings have come; the next two frames show them, as the view fills its list before it is laid out. */
static void
wait_until_painted (GtkWidget *window)
{
  guint until = n_frames + 2;
  gint64 latest = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;

  while (n_frames < until && g_get_monotonic_time () < latest)
    {
      gtk_widget_queue_draw (window);
      turn ();
    }
}

static void
change_share (GfProject *project,
              guint      time)
{
  gf_customers_set_share (gf_project_get_customers (project), time % 2 == 0 ? 0.25 : 0.15);
}

static void
change_weight (GfProject *project,
               guint      time)
{
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (gf_project_get_customers (project)));
  g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (measures, 0);

  gf_good_measure_set_weight (measure, time % 2 == 0 ? 20 : 60);
}

static void
change_depth (GfProject *project,
              guint      time)
{
  gf_analysis_set_depth (gf_project_get_analysis (project), time % 2 == 0 ? 2 : 3);
}

static int
compare_cb (const void *a,
            const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
time_change (GtkWidget  *window,
             const char *title,
             void      (*change) (GfProject *project,
                                  guint      time))
{
  GfProject *project = gf_window_get_project (GF_WINDOW (window));
  GfAnalysis *analysis = gf_project_get_analysis (project);
  double taken[N_TIMES], work[N_TIMES], all[N_TIMES];

  longest = 0.0;
  for (guint i = 0; i < N_TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      work[i] = get_work ();
      all[i] = get_work_of (CLOCK_PROCESS_CPUTIME_ID);
      change (project, i);
      wait_for (analysis);
      wait_until_painted (window);
      taken[i] = (double) (g_get_monotonic_time () - start) / 1000;
      work[i] = get_work () - work[i];
      all[i] = get_work_of (CLOCK_PROCESS_CPUTIME_ID) - all[i];
      rest (300);
    }
  qsort (taken, N_TIMES, sizeof (double), compare_cb);
  qsort (work, N_TIMES, sizeof (double), compare_cb);
  qsort (all, N_TIMES, sizeof (double), compare_cb);
  printf ("%s\t%.1f\n", title, taken[N_TIMES / 2]);
  printf ("%s, work of all threads\t%.1f\n", title, all[N_TIMES / 2]);
  printf ("%s, work of the main thread\t%.1f\n", title, work[N_TIMES / 2]);
  printf ("%s, longest turn of it\t%.1f\n", title, longest);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GfImport) import = NULL;
  g_autoptr (GError) error = NULL;
  GfApplication *app;
  GtkWidget *window;
  GfProject *project;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      fprintf (stderr, "Usage: findings-window FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  import = gf_import_read (file, NULL, NULL, NULL, NULL, &error);
  if (import == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  app = gf_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (app), NULL, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  window = gf_window_new (GTK_APPLICATION (app));
  gtk_window_present (GTK_WINDOW (window));
  gf_window_new_project (GF_WINDOW (window));
  project = gf_window_get_project (GF_WINDOW (window));
  gf_project_set_table (project, gf_import_get_table (import));
  gf_customers_suggest_rule (gf_project_get_customers (project), gf_import_get_table (import));
  gtk_widget_activate_action (window, "win.go", "s", "customers/findings");
  rest (1000);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_cb), NULL);
  wait_for (gf_project_get_analysis (project));
  rest (1000);

  time_change (window, "another share", change_share);
  time_change (window, "another weight", change_weight);
  time_change (window, "another depth", change_depth);
  fflush (stdout);
  _exit (0);
}
