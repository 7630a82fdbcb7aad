/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

G_BEGIN_DECLS

#define GF_PROBLEMS_LIMIT 1000

/* The problems of one import: all are counted, the first thousand are kept with their words. */
typedef struct
{
  GArray *stored;   /* of GfProblem */
  gsize count;
} GfProblems;

void     gf_problems_init  (GfProblems    *self);
void     gf_problems_clear (GfProblems    *self);
gboolean gf_problems_count (GfProblems    *self);
void     gf_problems_store (GfProblems    *self,
                            GfProblemKind  kind,
                            gsize          row,
                            int            column,
                            const char    *column_name,
                            const char    *text,
                            gsize          length,
                            char          *message);
char    *gf_problems_dup_text (const char *text,
                               gsize       length);

G_END_DECLS
