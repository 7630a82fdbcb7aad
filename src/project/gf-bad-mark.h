/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

typedef enum
{
  GF_BAD_MARK_IS,
  GF_BAD_MARK_FILLED,
  GF_BAD_MARK_ABOVE,
  GF_BAD_MARK_BELOW,
  GF_BAD_MARK_DRAINING,     /* somebody says so: GfCustomerFlag */
} GfBadMarkKind;

#define GF_TYPE_BAD_MARK_KIND (gf_bad_mark_kind_get_type ())
GType gf_bad_mark_kind_get_type (void) G_GNUC_CONST;

/* What makes a customer a bad fit.
 *
 *   kind     GfBadMarkKind
 *   column   text
 *   value    text: for is: the level
 *   per      text: for above and below: a column to divide by, or empty
 *   limit    number: for above and below
 *   enabled  yes or no
 */
#define GF_TYPE_BAD_MARK (gf_bad_mark_get_type ())
GF_DECLARE_RECORD (GfBadMark, gf_bad_mark, GF, BAD_MARK)

GF_RECORD_ENUM (GfBadMark, gf_bad_mark, kind, "kind", GfBadMarkKind)
GF_RECORD_STRING (GfBadMark, gf_bad_mark, column, "column")
GF_RECORD_STRING (GfBadMark, gf_bad_mark, value, "value")
GF_RECORD_STRING (GfBadMark, gf_bad_mark, per, "per")
GF_RECORD_DOUBLE (GfBadMark, gf_bad_mark, limit, "limit")
GF_RECORD_BOOLEAN (GfBadMark, gf_bad_mark, enabled, "enabled")

G_END_DECLS
