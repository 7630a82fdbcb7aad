/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes the whole way with a long list in a window and tells for each step of it how long the window did not
 * answer: the longest time between two looks at what the user does.
 *
 * Usage: window-stalls FILE [LEAST]
 *
 * Prints one line for each step: what it was, milliseconds of the longest stall, what of them the main
 * thread worked (other work on the machine does not count), how many stalls were longer than 50 ms, and
 * seconds until all was done; and the milliseconds until the findings of another rule are there. With LEAST tells on the standard error where each stall of more than so many
 * milliseconds of work was, as addresses for addr2line. Needs a display. */
#include "config.h"

#include "gf-application.h"
#include "gf-columns-pane.h"
#include "gf-customers-table.h"
#include "gf-import-sheet.h"
#include "gf-project-analysis.h"
#include "gf-project-derive.h"
#include "gf-settings.h"
#include "gf-store.h"
#include "gf-table-rows.h"
#include "gf-window.h"

#include <execinfo.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define LONG_MS 50.0
#define PATIENCE_S 120
#define LOOK_EVERY_US 10000
#define MOST_FRAMES 60

static struct
{
  const char *title;
  gint64 start;
  double longest;
  double longest_work;
  guint n_long;
} step;

static GPollFunc poll_before;
static pthread_t main_thread;
static gint64 woke;           /* atomic: when the main thread began to work, 0 while it waits */
static double woke_work;
static double least_told;
static GtkWidget *window;

/* Milliseconds that this thread has worked. */
static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

/* From one look at what the user does to the next nothing is answered. */
static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  if (woke != 0)
    {
      double taken = (double) (g_get_monotonic_time () - woke) / 1000;
      double work = get_work () - woke_work;

      __atomic_store_n (&woke, 0, __ATOMIC_RELEASE);
      if (work > step.longest_work)
        {
          step.longest_work = work;
          step.longest = taken;
        }
      step.n_long += work > LONG_MS;
      if (least_told > 0 && work > least_told)
        fprintf (stderr, "== %s: %.0f ms, %.0f of them work\n", step.title, taken, work);
    }

  int n = poll_before (fds, n_fds, timeout);

  woke_work = get_work ();
  __atomic_store_n (&woke, g_get_monotonic_time (), __ATOMIC_RELEASE);

  return n;
}

/* --- Where a stall is: the main thread is asked for its frames while it lasts --- */

static void
tell_frames (int signal)
{
  static const char end[] = "--\n";
  void *frames[MOST_FRAMES];

  backtrace_symbols_fd (frames, backtrace (frames, MOST_FRAMES), STDERR_FILENO);
  if (write (STDERR_FILENO, end, sizeof end - 1) < 0)
    return;
}

static gpointer
look_at_main (gpointer data)
{
  for (;;)
    {
      gint64 since = __atomic_load_n (&woke, __ATOMIC_ACQUIRE);

      g_usleep (LOOK_EVERY_US);
      if (since != 0 && (double) (g_get_monotonic_time () - since) / 1000 > least_told &&
          __atomic_load_n (&woke, __ATOMIC_ACQUIRE) == since)
        pthread_kill (main_thread, SIGUSR1);
    }

  return NULL;
}

static void
watch (void)
{
  main_thread = pthread_self ();
  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watch_poll);
  if (least_told > 0)
    {
      void *frame;

      /* The first call loads a library, which must not be done in a handler. */
      backtrace (&frame, 1);
      signal (SIGUSR1, tell_frames);
      g_thread_unref (g_thread_new ("look-at-main", look_at_main, NULL));
    }
}

/* --- Steps --- */

static void
begin (const char *title)
{
  step.title = title;
  step.start = g_get_monotonic_time ();
  step.longest = step.longest_work = 0;
  step.n_long = 0;
}

static void
end (void)
{
  printf ("%s\t%.1f\t%.1f\t%u\t%.2f\n", step.title, step.longest, step.longest_work, step.n_long,
          (double) (g_get_monotonic_time () - step.start) / G_USEC_PER_SEC);
  fflush (stdout);
}

typedef gboolean (*Condition) (void);

static void
wait_until (Condition condition)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (!condition ())
    {
      if (g_get_monotonic_time () > until)
        g_error ("%s: did not end", step.title);
      g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
rest (guint ms)
{
  gboolean woken = FALSE;

  g_timeout_add (ms, wake_cb, &woken);
  while (!woken)
    g_main_context_iteration (NULL, TRUE);
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

static GfProject *
get_project (void)
{
  return gf_window_get_project (GF_WINDOW (window));
}

static GfAnalysis *
get_analysis (void)
{
  return gf_project_get_analysis (get_project ());
}

static GtkWidget *
get_view (void)
{
  return GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (GF_WINDOW (window))));
}

static AdwDialog *
get_dialog (void)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static gboolean
sheet_is_ready (void)
{
  AdwDialog *dialog = get_dialog ();

  return GF_IS_IMPORT_SHEET (dialog) && find (GTK_WIDGET (dialog), GTK_TYPE_COLUMN_VIEW) != NULL;
}

static gboolean
table_is_shown (void)
{
  return get_project () != NULL && gf_project_get_table (get_project ()) != NULL &&
         GF_IS_CUSTOMERS_TABLE (get_view ()) && find (get_view (), GTK_TYPE_COLUMN_VIEW) != NULL;
}

static gboolean
is_at_rest (void)
{
  return !gf_analysis_get_running (get_analysis ()) && gf_analysis_get_findings (get_analysis ()) != NULL;
}

static gboolean
is_saved (void)
{
  return gf_store_get_state (gf_window_get_store (GF_WINDOW (window))) == GF_STORE_SAVED;
}

static void
settle (void)
{
  wait_until (is_at_rest);
  rest (500);
}

static void
act (const char *action)
{
  gtk_widget_activate_action (get_view (), action, NULL);
}

/* --- The way --- */

static void
import (GFile *file)
{
  begin ("open the import sheet");
  gf_window_open (GF_WINDOW (window), file);
  wait_until (sheet_is_ready);
  rest (300);
  end ();

  begin ("read and take a list");
  g_signal_emit_by_name (adw_dialog_get_default_widget (get_dialog ()), "clicked");
  wait_until (table_is_shown);
  end ();

  begin ("table shown, best found, kept");
  settle ();
  wait_until (is_saved);
  rest (1000);
  end ();
}

static void
find_best (void)
{
  GfCustomers *customers = gf_project_get_customers (get_project ());

  begin ("show who is best");
  gf_window_go (GF_WINDOW (window), "customers/best");
  settle ();
  end ();

  begin ("change how many are best");
  gf_customers_set_share (customers, 0.15);
  wait_until (is_at_rest);
  printf ("findings after a change\t%.0f\n", (double) (g_get_monotonic_time () - step.start) / 1000);
  settle ();
  end ();

  begin ("show the findings");
  gf_window_go (GF_WINDOW (window), "customers/findings");
  rest (2000);
  settle ();
  end ();

  begin ("back to the table");
  gf_window_go (GF_WINDOW (window), "customers/table");
  settle ();
  end ();
}

static void
use_table (void)
{
  GtkWidget *view = get_view ();
  GtkEditable *search = GTK_EDITABLE (find (view, GTK_TYPE_SEARCH_ENTRY));
  GtkWidget *row;

  begin ("type a search");
  for (const char *typed = "marketing"; *typed != '\0'; typed++)
    {
      char text[] = { *typed, '\0' };
      int position = -1;

      gtk_editable_insert_text (search, text, 1, &position);
      rest (30);
    }
  rest (800);
  gtk_editable_set_text (search, "");
  rest (800);
  end ();

  begin ("sort by a column");
  gtk_widget_activate_action (view, "view.sort", "(ii)", 0, 0);
  rest (800);
  rest (200);
  gtk_widget_activate_action (view, "view.sort", "(ii)", 0, 4);
  rest (800);
  rest (200);
  end ();

  begin ("summary of each column");
  if (find (window, GF_TYPE_COLUMNS_PANE) == NULL)
    gf_step_page_toggle_pane (gf_window_get_visible_page (GF_WINDOW (window)));
  rest (500);
  row = find (find (window, GF_TYPE_COLUMNS_PANE), ADW_TYPE_EXPANDER_ROW);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      rest (60);
    }
  rest (300);
  end ();

  begin ("filters by each column");
  for (int i = 0; i < 21; i++)
    {
      gtk_widget_activate_action (view, "view.filter-column", "i", i);
      rest (200);
    }
  act ("view.clear");
  rest (800);
  end ();
}

static void
edit (void)
{
  GfProject *project = get_project ();

  begin ("type into a cell");
  {
    g_autoptr (GfTable) changed = gf_table_set_cell (gf_project_get_table (project), 500, 0, "Another name", NULL);

    gf_project_take_table (project, changed, FALSE, NULL);
  }
  rest (100);
  settle ();
  end ();

  begin ("undo it");
  gtk_widget_activate_action (window, "win.undo", NULL);
  rest (100);
  settle ();
  end ();

  begin ("add a customer");
  act ("view.add");
  rest (100);
  settle ();
  end ();

  begin ("undo that");
  gtk_widget_activate_action (window, "win.undo", NULL);
  rest (100);
  settle ();
  end ();

  begin ("remove a customer");
  gtk_widget_grab_focus (find (get_view (), GTK_TYPE_COLUMN_VIEW));
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (find (get_view (), GTK_TYPE_COLUMN_VIEW))),
                                   3, TRUE);
  act ("view.remove");
  rest (100);
  settle ();
  end ();

  begin ("undo the removal");
  gtk_widget_activate_action (window, "win.undo", NULL);
  rest (100);
  settle ();
  end ();

  begin ("ask for an export of all");
  act ("view.export");
  rest (1500);
  if (get_dialog () != NULL)
    adw_dialog_force_close (get_dialog ());
  rest (500);
  end ();

  begin ("select all and copy");
  gtk_selection_model_select_all (gtk_column_view_get_model (GTK_COLUMN_VIEW (find (get_view (), GTK_TYPE_COLUMN_VIEW))));
  rest (200);
  act ("view.copy");
  rest (2500);
  gtk_selection_model_unselect_all (gtk_column_view_get_model (GTK_COLUMN_VIEW (find (get_view (),
                                                                                      GTK_TYPE_COLUMN_VIEW))));
  rest (200);
  end ();
}

static void
visit_steps (void)
{
  static const char * const where[] = { "interviews", "market", "map", "segments", "profile", "test", "review" };

  for (guint i = 0; i < G_N_ELEMENTS (where); i++)
    {
      begin (where[i]);
      gf_window_go (GF_WINDOW (window), where[i]);
      rest (1500);
      end ();
    }
  begin ("customers");
  gf_window_go (GF_WINDOW (window), "customers/table");
  settle ();
  end ();
}

static void
save_and_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  begin ("save as");
  gf_store_save_as (gf_window_get_store (GF_WINDOW (window)), path);
  rest (100);
  wait_until (is_saved);
  rest (500);
  end ();

  begin ("close the window");
  {
    GtkWidget *before = window;

    window = gf_window_new (gtk_window_get_application (GTK_WINDOW (before)));
    gtk_window_present (GTK_WINDOW (window));
    gtk_window_close (GTK_WINDOW (before));
  }
  rest (2000);
  end ();

  begin ("open the project");
  gf_window_open (GF_WINDOW (window), file);
  wait_until (table_is_shown);
  settle ();
  end ();
}

int
main (int   argc,
      char *argv[])
{
  static const char * const homes[] = { "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME" };
  g_autofree char *folder = g_dir_make_tmp ("goodfit-stalls-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GfApplication *app;

  setlocale (LC_ALL, "");
  if (argc < 2 || argc > 3 || folder == NULL)
    {
      fprintf (stderr, "Usage: window-stalls FILE [LEAST]\n");
      return 2;
    }
  least_told = argc == 3 ? g_ascii_strtod (argv[2], NULL) : 0;
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    g_setenv (homes[i], folder, TRUE);
  path = g_build_filename (folder, "customers.goodfit", NULL);
  file = g_file_new_for_commandline_arg (argv[1]);

  app = gf_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (app), NULL, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  g_settings_set_int (gf_settings_get (), "window-width", 1380);
  g_settings_set_int (gf_settings_get (), "window-height", 900);
  window = gf_window_new (GTK_APPLICATION (app));
  gtk_window_present (GTK_WINDOW (window));
  gf_window_new_project (GF_WINDOW (window));
  rest (500);
  watch ();

  import (file);
  use_table ();
  find_best ();
  edit ();
  visit_steps ();
  save_and_open (path);

  fflush (stdout);
  _exit (0);
}
