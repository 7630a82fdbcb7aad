/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

G_BEGIN_DECLS

#define GF_PROBLEMS_LIMIT 1000

/* How many problems of one kind there are, and in rows of a wrong length how many cells those have:
   0 when they differ. */
typedef struct
{
  gsize count;
  guint n_cells;
} GfProblemTally;

/* The problems of one import: all are counted, the first thousand are kept with their words. */
typedef struct
{
  GArray *stored;   /* of GfProblem */
  gsize count;
  GfProblemTally tallies[GF_PROBLEM_N_KINDS];
  guint width;      /* the cells that rows should have */
} GfProblems;

void     gf_problems_init  (GfProblems    *self);
void     gf_problems_clear (GfProblems    *self);
gboolean gf_problems_count (GfProblems    *self,
                            GfProblemKind  kind);
void     gf_problems_count_more (GfProblems    *self,
                                 GfProblemKind  kind,
                                 gsize          n);
void     gf_problem_tally_add (GfProblemTally *self,
                               gsize           n,
                               guint           n_cells);
void     gf_problems_store (GfProblems    *self,
                            GfProblemKind  kind,
                            gsize          row,
                            int            column,
                            const char    *column_name,
                            const char    *text,
                            gsize          length,
                            char          *message);
char    *gf_problems_dup_more (const GfProblems *self,
                               GfProblemKind     kind,
                               gsize             n);
char    *gf_problems_dup_text (const char *text,
                               gsize       length);

G_END_DECLS
