/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

G_BEGIN_DECLS

/* A folder of its own for a test, removed with all that is in it. */
char      *fixture_make_folder   (void);
void       fixture_remove_folder (const char *folder);

/* A project with an interview, a segment, two customers and a mark that must survive. */
GfProject *fixture_project_new   (void);

/* Runs the main loop until @condition holds; fails the test after five seconds. */
void       fixture_wait          (gboolean (*condition) (gpointer),
                                  gpointer   user_data);

G_END_DECLS
