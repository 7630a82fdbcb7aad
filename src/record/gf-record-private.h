/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

GValue      *gf_record_peek_value  (GfRecord *self,
                                    guint     index);
JsonObject **gf_record_peek_extras (GfRecord *self);
void         gf_record_ensure_id   (GfRecord *self);
gboolean     gf_record_is_date     (const char *text);

G_END_DECLS
