/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dlfcn.h>
#include <gtk/gtk.h>

/* gtk_snapshot_pop() of GTK 4.18 forgets to free what was drawn inside an empty clip, and
 * AdwNavigationView clips the page that is covered to nothing at the end of each transition. So the
 * leak checker would find the drawing of a whole page, with no stack to know it by, whenever a page
 * was pushed or popped. This takes the place of the toolkit's function in the programs of the
 * tests: what is clipped away wholly is drawn wholly transparent, which frees it. */
void
gtk_snapshot_push_clip (GtkSnapshot           *snapshot,
                        const graphene_rect_t *bounds)
{
  typedef void (*PushClip) (GtkSnapshot           *snapshot,
                            const graphene_rect_t *bounds);
  static PushClip push_clip;

  if (push_clip == NULL)
    push_clip = (PushClip) dlsym (RTLD_NEXT, "gtk_snapshot_push_clip");

  if (bounds->size.width <= 0 || bounds->size.height <= 0)
    gtk_snapshot_push_opacity (snapshot, 0);
  else
    push_clip (snapshot, bounds);
}
