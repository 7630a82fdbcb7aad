/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-project.h"

G_BEGIN_DECLS

void gf_profile_print (GtkWidget *widget,
                       GfProject *project,
                       GfProfile *profile);

G_END_DECLS
