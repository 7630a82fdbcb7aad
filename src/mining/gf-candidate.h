/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-atoms.h"

G_BEGIN_DECLS

/* A condition: some neighbouring pieces of a column, or levels that were put together after the search.
 * Conditions of one attribute are not combined. */
typedef struct
{
  const GfAtoms *atoms;
  guint first;
  guint last;
  GArray *levels;         /* guint32: all levels of a merged set, which no search sees; else NULL */
  guint attribute;
  gsize rows;
  gsize hits;
  guint subject;          /* conditions that say the same but for the ends of a range have one */
  gboolean stands_alone;  /* says something by itself; for those who judge, not for the search */
  char *text;
} GfCandidate;

GfCandidate *gf_candidate_new  (const GfAtoms *atoms,
                                guint          first,
                                guint          last,
                                guint          attribute,
                                const char    *text);
void         gf_candidate_free (GfCandidate   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfCandidate, gf_candidate_free)

G_END_DECLS
