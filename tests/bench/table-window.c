/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the table of customers in a window of its own: from the table being ready to the first rows on
 * the screen, and the work of each frame while it is scrolled.
 *
 * Usage: table-window FILE
 *
 * Prints one line for each: what it was, and milliseconds; of frames the work of the main thread. Needs a
 * display. */
#include "config.h"

#include "gf-application.h"
#include "gf-customers-table.h"
#include "gf-import.h"
#include "gf-project.h"
#include "gf-window.h"

#include <locale.h>
#include <stdio.h>
#include <time.h>

#define N_FRAMES 240

/* The work before a frame began, the longest and the sum of what frames took on the main thread. */
static double frame_start;
static double longest;
static double sum;
static guint n_frames;

/* Milliseconds that this thread has worked: other work on the machine does not count. */
static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static void
before_cb (GdkFrameClock *clock,
           gpointer       data)
{
  frame_start = get_work ();
}

static void
after_cb (GdkFrameClock *clock,
          gpointer       data)
{
  double taken = get_work () - frame_start;

  longest = MAX (longest, taken);
  sum += taken;
  n_frames++;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
wait_frames (guint n)
{
  guint until = n_frames + n;
  gint64 latest = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (n_frames < until && g_get_monotonic_time () < latest)
    g_main_context_iteration (NULL, TRUE);
}

static void
rest (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

/* Scrolls on, and from the end of a short list back: nothing is drawn, and no frame comes, of what does not move. */
static void
scroll (GtkWidget  *view,
        const char *title,
        double      step)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  longest = sum = 0;
  n_frames = 0;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double before = gtk_adjustment_get_value (adjustment);

      gtk_adjustment_set_value (adjustment, before + step);
      if (gtk_adjustment_get_value (adjustment) <= before)
        gtk_adjustment_set_value (adjustment, 0);
      if (gtk_adjustment_get_value (adjustment) != before)
        wait_frames (1);
    }
  printf ("%s, longest frame\t%.1f\n", title, longest);
  printf ("%s, mean frame\t%.1f\n", title, sum / MAX (1, n_frames));
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
  GtkWidget *view;
  GdkFrameClock *clock;
  gint64 start;
  double work;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      fprintf (stderr, "Usage: table-window FILE\n");
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
  rest (500);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), NULL);

  start = g_get_monotonic_time ();
  work = get_work ();
  gf_project_set_table (gf_window_get_project (GF_WINDOW (window)), gf_import_get_table (import));
  while ((view = find (window, GTK_TYPE_COLUMN_VIEW)) == NULL)
    wait_frames (1);
  wait_frames (1);
  printf ("table ready to first rows\t%.1f\n", (double) (g_get_monotonic_time () - start) / 1000);

  printf ("work until then\t%.1f\n", get_work () - work);

  rest (3000);
  scroll (view, "scroll by a row", 30);
  scroll (view, "scroll by pages", 600);
  fflush (stdout);
  _exit (0);
}
