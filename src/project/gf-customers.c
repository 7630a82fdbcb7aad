/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers.h"

#include <math.h>

GF_DEFINE_ENUM (GfBestChoice, gf_best_choice,
                { GF_BEST_CHOICE_SHARE, "GF_BEST_CHOICE_SHARE", "share" },
                { GF_BEST_CHOICE_COUNT, "GF_BEST_CHOICE_COUNT", "count" },
                { GF_BEST_CHOICE_LIMIT, "GF_BEST_CHOICE_LIMIT", "limit" },
                { GF_BEST_CHOICE_HAND, "GF_BEST_CHOICE_HAND", "hand" })

static const GfField fields[] = {
  GF_FIELD_STRING ("source-file"),
  GF_FIELD_STRING ("source"),
  GF_FIELD_DATE ("imported"),
  GF_FIELD_ENUM ("personal", gf_personal_choice_get_type, GF_PERSONAL_KEEP),
  GF_FIELD_STRING ("pseudonym-key"),
  GF_FIELD_LIST ("notes", gf_import_note_get_type),
  GF_FIELD_INT ("n-notes", 0, G_MAXINT32, 0),
  GF_FIELD_LIST ("sources", gf_source_get_type),
  GF_FIELD_LIST ("derived", gf_derived_column_get_type),
  GF_FIELD_ENUM ("best-kind", gf_best_choice_get_type, GF_BEST_CHOICE_SHARE),
  GF_FIELD_DOUBLE ("share", 0.01, 0.5, 0.1),
  GF_FIELD_INT ("count", 1, G_MAXINT32, 20),
  GF_FIELD_STRING ("limit-column"),
  GF_FIELD_DOUBLE ("limit", -1e300, 1e300, NAN),
  GF_FIELD_BOOLEAN ("limit-below", FALSE),
  GF_FIELD_STRINGS ("picked"),
  GF_FIELD_LIST ("measures", gf_good_measure_get_type),
  GF_FIELD_LIST ("bad-marks", gf_bad_mark_get_type),
  GF_FIELD_LIST ("flags", gf_customer_flag_get_type),
  GF_FIELD_STRINGS ("column-order"),
  GF_FIELD_STRINGS ("hidden-columns"),
};

GF_DEFINE_RECORD (GfCustomers, gf_customers, fields)
