/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-finding.h"
#include "gf-marks.h"

G_BEGIN_DECLS

/* A verdict: marks and a word. Discs for "more likely", diamonds for "less likely"; three filled
 * marks are Strong, two Moderate, one Weak, none No evidence. */
#define GF_TYPE_VERDICT_LABEL (gf_verdict_label_get_type ())
G_DECLARE_FINAL_TYPE (GfVerdictLabel, gf_verdict_label, GF, VERDICT_LABEL, GtkWidget)

const char *gf_verdict_get_word        (GfVerdict       verdict);

GtkWidget  *gf_verdict_label_new       (void);
void        gf_verdict_label_set       (GfVerdictLabel *self,
                                        GfVerdict       verdict,
                                        GfDirection     direction);
void        gf_verdict_label_set_words (GfVerdictLabel *self,
                                        guint           level,
                                        gboolean        less,
                                        const char     *words);
const char *gf_verdict_label_get_words (GfVerdictLabel *self);

G_END_DECLS
