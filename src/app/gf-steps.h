/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* One line per step, in the order of the way through (gf-steps.c). */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} GfStepInfo;

guint             gf_steps_get_n  (void);
const GfStepInfo *gf_steps_get    (guint       position);
int               gf_steps_find   (const char *id);
GfStepPage       *gf_steps_create (guint       position);

G_END_DECLS
