/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-profile-section.h"

GF_DEFINE_ENUM (GfSectionKind, gf_section_kind,
                { GF_SECTION_COMPANY, "GF_SECTION_COMPANY", "company" },
                { GF_SECTION_PEOPLE, "GF_SECTION_PEOPLE", "people" },
                { GF_SECTION_BUYING, "GF_SECTION_BUYING", "buying" },
                { GF_SECTION_CHANNELS, "GF_SECTION_CHANNELS", "channels" },
                { GF_SECTION_MISFIT, "GF_SECTION_MISFIT", "misfit" },
                { GF_SECTION_PAINS, "GF_SECTION_PAINS", "pains" },
                { GF_SECTION_TRIGGERS, "GF_SECTION_TRIGGERS", "triggers" },
                { GF_SECTION_GOAL, "GF_SECTION_GOAL", "goal" },
                { GF_SECTION_DRIVERS, "GF_SECTION_DRIVERS", "drivers" },
                { GF_SECTION_OBJECTIONS, "GF_SECTION_OBJECTIONS", "objections" },
                { GF_SECTION_VOICE, "GF_SECTION_VOICE", "voice" },
                { GF_SECTION_NUMBERS, "GF_SECTION_NUMBERS", "numbers" })

static const GfField fields[] = {
  GF_FIELD_ENUM ("kind", gf_section_kind_get_type, GF_SECTION_COMPANY),
  GF_FIELD_LIST ("statements", gf_statement_get_type),
};

GF_DEFINE_RECORD (GfProfileSection, gf_profile_section, fields)
