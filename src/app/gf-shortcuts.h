/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GfShortcut:
 * @action: the detailed action: "win.undo", "win.go-step(1)"
 * @accels: one or two accelerators, %NULL-terminated
 * @title: what it does, to be translated; %NULL when the line above speaks for it as well
 * @group: the group in the dialog, to be translated
 *
 * One key of the application.
 */
typedef struct
{
  const char *action;
  const char *accels[3];
  const char *title;
  const char *group;
} GfShortcut;

const GfShortcut *gf_shortcuts_get     (guint          *n_shortcuts);
void              gf_shortcuts_install (GtkApplication *application);
AdwDialog        *gf_shortcuts_dialog_new (void);

G_END_DECLS
