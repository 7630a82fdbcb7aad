/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* The properties of #GfStepView, shared by gf-step-view.c (the class) and
 * gf-step-view-accessors.c. */
enum
{
  PROP_NAME = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  PROP_HINT,
  PROP_PANE,
  PROP_PANE_TITLE,
  PROP_PANE_SUBTITLE,
  PROP_PANE_ON_ACTIVATE,
  PROP_WIDE_PANE,
  PROP_PANE_CLOSED,
  PROP_START_TOOLS,
  PROP_TOOLS,
  PROP_PRIMARY,
  PROP_COMPLETE,
  PROP_INTRO,
  PROP_BANNER_TITLE,
  PROP_BANNER_BUTTON,
  PROP_BANNER_ACTION,
  PROP_BUSY,
  PROP_BUSY_TEXT,
  PROP_PROGRESS,
  PROP_NEXT_LABEL,
  PROP_PROJECT,
  PROP_NARROW,
  N_PROPS
};

char      **_gf_step_view_get_string_field (GfStepView *self,
                                            guint       prop_id);
GtkWidget **_gf_step_view_get_widget_field (GfStepView *self,
                                            guint       prop_id);
void        _gf_step_view_set_string       (GfStepView *self,
                                            guint       prop_id,
                                            const char *value);
void        _gf_step_view_set_widget       (GfStepView *self,
                                            guint       prop_id,
                                            GtkWidget  *widget);

G_END_DECLS
