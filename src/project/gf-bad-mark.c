/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bad-mark.h"

#include <math.h>

GF_DEFINE_ENUM (GfBadMarkKind, gf_bad_mark_kind,
                { GF_BAD_MARK_IS, "GF_BAD_MARK_IS", "is" },
                { GF_BAD_MARK_FILLED, "GF_BAD_MARK_FILLED", "filled" },
                { GF_BAD_MARK_ABOVE, "GF_BAD_MARK_ABOVE", "above" },
                { GF_BAD_MARK_BELOW, "GF_BAD_MARK_BELOW", "below" },
                { GF_BAD_MARK_DRAINING, "GF_BAD_MARK_DRAINING", "draining" })

static const GfField fields[] = {
  GF_FIELD_ENUM ("kind", gf_bad_mark_kind_get_type, GF_BAD_MARK_IS),
  GF_FIELD_STRING ("column"),
  GF_FIELD_STRING ("value"),
  GF_FIELD_STRING ("per"),
  GF_FIELD_DOUBLE ("limit", -1e300, 1e300, NAN),
  GF_FIELD_BOOLEAN ("enabled", TRUE),
};

GF_DEFINE_RECORD (GfBadMark, gf_bad_mark, fields)
