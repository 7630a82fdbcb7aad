/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-profile.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("segment"),
  GF_FIELD_STRING ("sentence"),
  GF_FIELD_STRING ("owner"),
  GF_FIELD_INT ("version", 1, G_MAXINT32, 1),
  GF_FIELD_DATE ("date"),
  GF_FIELD_DATE ("next-review"),
  GF_FIELD_STRING ("status"),
  GF_FIELD_STRING ("ask-first"),
  GF_FIELD_RECORD ("metric", gf_value_metric_get_type),
  GF_FIELD_LIST ("sections", gf_profile_section_get_type),
  GF_FIELD_ENUM ("style", gf_page_style_id_get_type, GF_PAGE_STYLE_BRIEF),
  GF_FIELD_ENUM ("paper", gf_paper_get_type, GF_PAPER_A4),
  GF_FIELD_STRING ("accent"),
};

GF_DEFINE_RECORD (GfProfile, gf_profile, fields)
