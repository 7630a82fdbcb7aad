/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-statement.h"

G_BEGIN_DECLS

typedef enum
{
  GF_SECTION_COMPANY,
  GF_SECTION_PEOPLE,
  GF_SECTION_BUYING,
  GF_SECTION_CHANNELS,
  GF_SECTION_MISFIT,
  GF_SECTION_PAINS,
  GF_SECTION_TRIGGERS,
  GF_SECTION_GOAL,
  GF_SECTION_DRIVERS,
  GF_SECTION_OBJECTIONS,
  GF_SECTION_VOICE,
  GF_SECTION_NUMBERS,
} GfSectionKind;

#define GF_TYPE_SECTION_KIND (gf_section_kind_get_type ())
GType gf_section_kind_get_type (void) G_GNUC_CONST;

/* A section of the profile.
 *
 *   kind        GfSectionKind
 *   statements  GfStatements
 */
#define GF_TYPE_PROFILE_SECTION (gf_profile_section_get_type ())
GF_DECLARE_RECORD (GfProfileSection, gf_profile_section, GF, PROFILE_SECTION)

GF_RECORD_ENUM (GfProfileSection, gf_profile_section, kind, "kind", GfSectionKind)
GF_RECORD_LIST (GfProfileSection, gf_profile_section, statements, "statements")

G_END_DECLS
