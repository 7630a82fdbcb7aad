/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-theme.h"

GF_DEFINE_ENUM (GfThemeKind, gf_theme_kind,
                { GF_THEME_PAIN, "GF_THEME_PAIN", "pain" },
                { GF_THEME_TRIGGER, "GF_THEME_TRIGGER", "trigger" },
                { GF_THEME_OUTCOME, "GF_THEME_OUTCOME", "outcome" },
                { GF_THEME_OBJECTION, "GF_THEME_OBJECTION", "objection" },
                { GF_THEME_DRIVER, "GF_THEME_DRIVER", "driver" },
                { GF_THEME_CRITERION, "GF_THEME_CRITERION", "criterion" },
                { GF_THEME_CHANNEL, "GF_THEME_CHANNEL", "channel" },
                { GF_THEME_TOOL, "GF_THEME_TOOL", "tool" },
                { GF_THEME_ROLE, "GF_THEME_ROLE", "role" },
                { GF_THEME_MISFIT, "GF_THEME_MISFIT", "misfit" })

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_ENUM ("kind", gf_theme_kind_get_type, GF_THEME_PAIN),
  GF_FIELD_STRING ("description"),
};

GF_DEFINE_RECORD (GfTheme, gf_theme, fields)
