/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-start-page.h"
#include "gf-step-row.h"
#include "gf-store.h"
#include "gf-window.h"

G_BEGIN_DECLS

struct _GfWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GfStartPage *start_page;
  AdwNavigationSplitView *split;
  AdwNavigationPage *sidebar_page;
  AdwNavigationPage *step_page;
  GtkStack *step_stack;
  AdwWindowTitle *sidebar_title;
  GtkListBox *steps;

  /* Owned references */
  GfProject *project;
  GfHistory *history;
  GfStore *store;
  GPtrArray *pages;       /* of GfStepPage, by place in the table of steps; NULL while not made */
  GPtrArray *rows;        /* of GfStepRow, likewise; they belong to the list */
  GCancellable *opening;

  GfStepPage *visible_page;
  guint fill_source;
  guint remember_source;
  AdwToast *undo_toast;   /* weak: whose button takes the last change back */
  guint arm_source;       /* until that change has come to rest */
  GfWidth width;
  gboolean reminding;     /* of a review that is overdue */
  gboolean writing_last;  /* closes itself once it is written */
  gboolean closing;
};

/* gf-window.c */
GfStepPage *_gf_window_ensure_page      (GfWindow   *self,
                                         guint       position);
int         _gf_window_get_position     (GfWindow   *self);
void        _gf_window_show_step        (GfWindow   *self,
                                         guint       position,
                                         const char *view);
void        _gf_window_update_actions   (GfWindow   *self);
char       *_gf_window_dup_project_name (GfWindow   *self);

/* gf-window-toasts.c */
void        _gf_window_forget_undo      (GfWindow   *self);

/* gf-window-actions.c */
void        _gf_window_install_actions  (GtkWidgetClass *widget_class);
void        _gf_window_walk             (GfWindow   *self,
                                         int         direction);
void        _gf_window_update_walk      (GfWindow   *self);

/* gf-window-files.c */
void        _gf_window_install_file_actions (GtkWidgetClass *widget_class);
void        _gf_window_init_files       (GfWindow   *self);

/* gf-window-saving.c */
void        _gf_window_install_saving_actions (GtkWidgetClass *widget_class);
void        _gf_window_update_saving    (GfWindow   *self);
void        _gf_window_update_notice    (GfWindow   *self);
void        _gf_window_remind           (GfWindow   *self);
void        _gf_window_remember         (GfWindow   *self);
void        _gf_window_close_project    (GfWindow   *self);

G_END_DECLS
