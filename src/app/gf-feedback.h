/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void gf_toast      (GtkWidget    *widget,
                    const char   *text);
void gf_toast_undo (GtkWidget    *widget,
                    const char   *text);
void gf_toast_go   (GtkWidget    *widget,
                    const char   *text,
                    const char   *button_label,
                    const char   *where);
void gf_announce   (GtkWidget    *widget,
                    const char   *text);
void gf_show_error (GtkWidget    *widget,
                    const char   *heading,
                    const GError *error);

G_END_DECLS
