/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-window-private.h"

/* Toasts, of which only the newest is shown: one that waits its turn would speak of what is long past. */

static gboolean
arm_cb (gpointer user_data)
{
  GfWindow *self = user_data;

  self->arm_source = 0;

  return G_SOURCE_REMOVE;
}

/* The button of a toast takes the last change back: with another change it would take back that one. What belongs
 * to the toast's own change still comes in the same turn of the main loop. */
void
_gf_window_forget_undo (GfWindow *self)
{
  if (self->undo_toast != NULL && self->arm_source == 0)
    adw_toast_dismiss (self->undo_toast);
}

/**
 * gf_window_add_toast:
 * @toast: (transfer full): a toast
 *
 * Shows @toast over the content, in place of any other. One that offers Undo goes with the next change.
 */
void
gf_window_add_toast (GfWindow *self,
                     AdwToast *toast)
{
  g_return_if_fail (GF_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  gboolean undo = g_strcmp0 (adw_toast_get_action_name (toast), "win.undo") == 0;

  adw_toast_overlay_dismiss_all (self->toasts);
  g_clear_handle_id (&self->arm_source, g_source_remove);
  g_set_weak_pointer (&self->undo_toast, undo ? toast : NULL);
  if (undo)
    self->arm_source = g_idle_add_full (G_PRIORITY_LOW, arm_cb, self, NULL);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
