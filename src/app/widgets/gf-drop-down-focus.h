/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void gf_drop_down_focus_selected (GtkDropDown *self);

G_END_DECLS
