/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-app-types.h"

G_BEGIN_DECLS

/**
 * GfWidth:
 * @GF_WIDTH_WIDE: sidebar, content and pane stand side by side
 * @GF_WIDTH_MEDIUM: the pane slides over the content (up to 1100sp)
 * @GF_WIDTH_SMALL: the list of steps is a page of its own as well (up to 860sp)
 * @GF_WIDTH_NARROW: a phone: views as a second top bar, the pane as a bottom sheet (up to 600sp)
 *
 * How much room the window has.
 */
typedef enum
{
  GF_WIDTH_WIDE,
  GF_WIDTH_MEDIUM,
  GF_WIDTH_SMALL,
  GF_WIDTH_NARROW,
} GfWidth;

#define GF_TYPE_STEP_VIEW (gf_step_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (GfStepView, gf_step_view, GF, STEP_VIEW, AdwBin)

/**
 * GfStepViewClass:
 * @project_changed: the project was set, replaced or unset; look at gf_step_view_get_project().
 *   Connect to what you need here. Chain up is not needed.
 * @update: something in the project changed. Called once per frame at most, however many changes
 *   there were, and only while the view is the visible one; a view that is not is brought up to
 *   date when it is next shown. Called after @project_changed too.
 * @next: the Next button of a pushed view (one with #GfStepView:next-label) was pressed.
 * @stop: the Stop button shown while #GfStepView:busy was pressed.
 *
 * What a view may override. See gf-step-page.h for the guide.
 */
struct _GfStepViewClass
{
  AdwBinClass parent_class;

  void (*project_changed) (GfStepView *self);
  void (*update)          (GfStepView *self);
  void (*next)            (GfStepView *self);
  void (*stop)            (GfStepView *self);

  gpointer padding[8];
};

GfProject  *gf_step_view_get_project        (GfStepView *self);
void        gf_step_view_set_project        (GfStepView *self,
                                             GfProject  *project);

const char *gf_step_view_get_name           (GfStepView *self);
const char *gf_step_view_get_title          (GfStepView *self);
void        gf_step_view_set_title          (GfStepView *self,
                                             const char *title);
const char *gf_step_view_get_subtitle       (GfStepView *self);
void        gf_step_view_set_subtitle       (GfStepView *self,
                                             const char *subtitle);
const char *gf_step_view_get_icon_name      (GfStepView *self);

GtkWidget  *gf_step_view_get_pane           (GfStepView *self);
void        gf_step_view_set_pane           (GfStepView *self,
                                             GtkWidget  *pane);
void        gf_step_view_set_pane_title     (GfStepView *self,
                                             const char *title,
                                             const char *subtitle);
void        gf_step_view_show_pane          (GfStepView *self);

GtkWidget  *gf_step_view_get_primary        (GfStepView *self);
void        gf_step_view_set_primary        (GfStepView *self,
                                             GtkWidget  *primary);
gboolean    gf_step_view_get_complete       (GfStepView *self);
void        gf_step_view_set_complete       (GfStepView *self,
                                             gboolean    complete);

const char *gf_step_view_get_hint           (GfStepView *self);
void        gf_step_view_set_hint           (GfStepView *self,
                                             const char *hint);

void        gf_step_view_set_banner         (GfStepView *self,
                                             const char *title,
                                             const char *button_label,
                                             const char *action_name);

void        gf_step_view_set_busy           (GfStepView *self,
                                             gboolean    busy,
                                             double      fraction);

const char *gf_step_view_get_next_label     (GfStepView *self);
void        gf_step_view_set_next_label     (GfStepView *self,
                                             const char *label);

void        gf_step_view_set_action_enabled (GfStepView *self,
                                             const char *action_name,
                                             gboolean    enabled);

GfWidth     gf_step_view_get_width_class    (GfStepView *self);
gboolean    gf_step_view_get_narrow         (GfStepView *self);

/* For the frame */
void        gf_step_view_set_width_class    (GfStepView *self,
                                             GfWidth     width);
void        gf_step_view_queue_update       (GfStepView *self);
void        gf_step_view_next               (GfStepView *self);
gboolean    gf_step_view_can_stop           (GfStepView *self);
void        gf_step_view_stop               (GfStepView *self);

G_END_DECLS
