/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void gf_popover_search_closes (GtkSearchEntry *search);

G_END_DECLS
