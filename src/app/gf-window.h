/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* A window: the start page, or one project with its steps.
 *
 *   gf-window.c          the class, the list of steps, widths, which project
 *   gf-window-actions.c  its actions (win.*)
 *   gf-window-files.c    opening, saving, dropped files
 */
#define GF_TYPE_WINDOW (gf_window_get_type ())
G_DECLARE_FINAL_TYPE (GfWindow, gf_window, GF, WINDOW, AdwApplicationWindow)

GtkWidget  *gf_window_new             (GtkApplication *application);

GfProject  *gf_window_get_project     (GfWindow       *self);
GfHistory  *gf_window_get_history     (GfWindow       *self);
GfStore    *gf_window_get_store       (GfWindow       *self);
void        gf_window_set_project     (GfWindow       *self,
                                       GfStore        *store,
                                       GfHistory      *history);

void        gf_window_new_project     (GfWindow       *self);
void        gf_window_open            (GfWindow       *self,
                                       GFile          *file);
void        gf_window_recover         (GfWindow       *self,
                                       const char     *id);
void        gf_window_open_copy       (GfWindow       *self,
                                       GFile          *file);
gboolean    gf_window_import          (GfWindow       *self,
                                       GFile          *file);

GfStepPage *gf_window_get_page        (GfWindow       *self,
                                       const char     *step);
GfStepPage *gf_window_get_visible_page (GfWindow      *self);
gboolean    gf_window_go              (GfWindow       *self,
                                       const char     *where);
GfWidth     gf_window_get_width_class (GfWindow       *self);

void        gf_window_add_toast       (GfWindow       *self,
                                       AdwToast       *toast);

G_END_DECLS
