/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-profile.h"

G_BEGIN_DECLS

/* How well a statement is supported. */
typedef enum
{
  GF_GRADE_FIRM,         /* A: two kinds of evidence agree */
  GF_GRADE_FAIR,         /* B: one kind, clear */
  GF_GRADE_THIN,         /* C: one weak source */
  GF_GRADE_ASSUMPTION,   /* D: no evidence yet */
} GfGrade;

#define GF_TYPE_GRADE (gf_grade_get_type ())
GType gf_grade_get_type (void) G_GNUC_CONST;

GfGrade     gf_statement_get_grade (GfStatement *statement);
char        gf_grade_get_letter    (GfGrade      grade);
const char *gf_grade_get_words     (GfGrade      grade);

/* What the writer of a profile should look at. */
typedef struct
{
  guint n_statements;
  guint n_assumptions;
  gboolean lacks_misfit;
  gboolean lacks_pain;
  gboolean lacks_churned_voice;
} GfProfileLint;

void        gf_profile_lint           (GfProfile           *profile,
                                       GfProfileLint       *lint);
char       *gf_profile_lint_dup_words (const GfProfileLint *lint);

GfProfileSection *gf_profile_find_section   (GfProfile     *profile,
                                             GfSectionKind  kind);
GfProfileSection *gf_profile_ensure_section (GfProfile     *profile,
                                             GfSectionKind  kind);
const char       *gf_section_kind_get_title (GfSectionKind  kind);

G_END_DECLS
