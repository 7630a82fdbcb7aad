/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* An open space of a positioning map: where nobody stands.
 *
 *   name    text
 *   note    text
 *   left    number
 *   right   number
 *   bottom  number
 *   top     number
 */
#define GF_TYPE_MAP_SPACE (gf_map_space_get_type ())
GF_DECLARE_RECORD (GfMapSpace, gf_map_space, GF, MAP_SPACE)

GF_RECORD_STRING (GfMapSpace, gf_map_space, name, "name")
GF_RECORD_STRING (GfMapSpace, gf_map_space, note, "note")
GF_RECORD_DOUBLE (GfMapSpace, gf_map_space, left, "left")
GF_RECORD_DOUBLE (GfMapSpace, gf_map_space, right, "right")
GF_RECORD_DOUBLE (GfMapSpace, gf_map_space, bottom, "bottom")
GF_RECORD_DOUBLE (GfMapSpace, gf_map_space, top, "top")

G_END_DECLS
