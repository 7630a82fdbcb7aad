/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

typedef enum
{
  GF_THEME_PAIN,
  GF_THEME_TRIGGER,
  GF_THEME_OUTCOME,
  GF_THEME_OBJECTION,
  GF_THEME_DRIVER,
  GF_THEME_CRITERION,
  GF_THEME_CHANNEL,
  GF_THEME_TOOL,
  GF_THEME_ROLE,
  GF_THEME_MISFIT,
} GfThemeKind;

#define GF_TYPE_THEME_KIND (gf_theme_kind_get_type ())
GType gf_theme_kind_get_type (void) G_GNUC_CONST;

/* Something that several people said: a pain, a trigger, an objection.
 *
 *   name         text
 *   kind         GfThemeKind
 *   description  text
 */
#define GF_TYPE_THEME (gf_theme_get_type ())
GF_DECLARE_RECORD (GfTheme, gf_theme, GF, THEME)

GF_RECORD_STRING (GfTheme, gf_theme, name, "name")
GF_RECORD_ENUM (GfTheme, gf_theme, kind, "kind", GfThemeKind)
GF_RECORD_STRING (GfTheme, gf_theme, description, "description")

G_END_DECLS
