/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts a program and tells how long it takes until its first window is mapped.
 *
 * Usage: first-window COMMAND [ARGUMENT...]
 *
 * Prints milliseconds. The screen must be nobody else's: the first new window of a real size counts.
 * The program is ended when its window is there. */
#include <X11/Xlib.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_MS 20000.0
#define LEAST_SIDE 100

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec * 1e-6;
}

/* Helper windows of the toolkit are tiny or never drawn into. */
static bool
is_real_window (Display *display,
                Window   window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (display, window, &attributes) != 0 &&
         attributes.width > LEAST_SIDE && attributes.height > LEAST_SIDE;
}

static bool
wait_for_window (Display *display,
                 double   end)
{
  struct pollfd connection = { ConnectionNumber (display), POLLIN, 0 };

  while (now_ms () < end)
    {
      XEvent event;

      if (XPending (display) == 0)
        {
          poll (&connection, 1, 20);
          continue;
        }
      XNextEvent (display, &event);
      if (event.type == MapNotify && is_real_window (display, event.xmap.window))
        return true;
    }
  return false;
}

int
main (int argc, char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  bool mapped;
  double start, end;
  pid_t child;

  if (display == NULL || argc < 2)
    {
      fputs ("usage: first-window COMMAND [ARGUMENT...], on an X display\n", stderr);
      return EXIT_FAILURE;
    }
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, True);

  start = now_ms ();
  child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  mapped = child > 0 && wait_for_window (display, start + PATIENCE_MS);
  end = now_ms ();
  if (child > 0)
    {
      kill (child, SIGTERM);
      waitpid (child, NULL, 0);
    }
  XCloseDisplay (display);
  if (!mapped)
    {
      fprintf (stderr, "%s showed no window\n", argv[1]);
      return EXIT_FAILURE;
    }
  printf ("%.1f\n", end - start);
  return EXIT_SUCCESS;
}
