/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-source.h"

static const GfField column_fields[] = {
  GF_FIELD_STRING ("header"),
  GF_FIELD_STRING ("column"),
  GF_FIELD_ENUM ("rule", gf_join_rule_get_type, GF_JOIN_TAKE),
  GF_FIELD_ENUM ("personal", gf_personal_choice_get_type, GF_PERSONAL_KEEP),
};

static const GfField answer_fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("customer"),
  GF_FIELD_BOOLEAN ("same", FALSE),
};

static const GfField source_fields[] = {
  GF_FIELD_STRING ("file"),
  GF_FIELD_STRING ("sheet"),
  GF_FIELD_STRING ("export"),
  GF_FIELD_BOOLEAN ("joined", FALSE),
  GF_FIELD_ENUM ("rows", gf_row_kind_get_type, GF_ROWS_COMPANIES),
  GF_FIELD_STRING ("title"),
  GF_FIELD_STRING ("key"),
  GF_FIELD_BOOLEAN ("merge-repeats", FALSE),
  GF_FIELD_DATE ("imported"),
  GF_FIELD_STRING ("encoding"),
  GF_FIELD_STRING ("delimiter"),
  GF_FIELD_INT ("header-rows", -1, 1000, -1),
  GF_FIELD_STRING ("decimal"),
  GF_FIELD_ENUM ("date-order", gf_date_order_get_type, GF_DATE_ORDER_UNKNOWN),
  GF_FIELD_LIST ("columns", gf_source_column_get_type),
  GF_FIELD_LIST ("answers", gf_source_answer_get_type),
};

GF_DEFINE_RECORD (GfSourceColumn, gf_source_column, column_fields)
GF_DEFINE_RECORD (GfSourceAnswer, gf_source_answer, answer_fields)
GF_DEFINE_RECORD (GfSource, gf_source, source_fields)
