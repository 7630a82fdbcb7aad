/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* A column cut into the smallest pieces that a condition can name: the levels of a category, the
 * members of a set, the bands between the boundaries of a number or a date, or, raw, every distinct
 * text. Behind the last piece there is one more place, n_atoms, for the customers whose cell says nothing.
 *
 *   codes:  one a row, map[code] is its piece or that place; the codes are those of the column's texts where
 *           it has any, so that nothing is copied; NULL for a set, whose rows have several
 *   order:  the first n_ordered pieces are neighbours on a scale: all bands, and the levels of a column of intervals
 *           ("11-50") but for those that are none; runs of them are conditions, too
 *   bands:  band i is edges[i - 1] <= x < edges[i]; the first and the last are open
 *   among:  the customers to look at, from gf_atoms_count() on; NULL for all
 *   counts: customers and hits of each piece and of that place, filled by gf_atoms_count()
 */
typedef enum
{
  GF_ATOMS_LEVELS,
  GF_ATOMS_MEMBERS,
  GF_ATOMS_BANDS,
  GF_ATOMS_TEXTS,
} GfAtomsKind;

typedef struct
{
  GfAtomsKind kind;
  GfColumn *column;
  gsize n_rows;
  guint n_atoms;
  guint n_ordered;
  const guint32 *codes;
  guint32 *map;
  guint n_codes;
  guint32 *own_codes;     /* what codes points to, unless the column's own */
  double *edges;
  GPtrArray *texts;
  GfBitset *among;
  gsize *rows;
  gsize *hits;
} GfAtoms;

GfAtoms    *gf_atoms_new      (GfColumn       *column);
GfAtoms    *gf_atoms_new_raw  (GfColumn       *column);
guint32     gf_atoms_get      (const GfAtoms  *self,
                               gsize           row);
guint       gf_atoms_choose_threads (gsize n_rows);
void        gf_atoms_free     (GfAtoms        *self);
void        gf_atoms_count    (GfAtoms        *self,
                               const GfBitset *target,
                               const GfBitset *among);
gboolean    gf_atoms_looks_at (const GfAtoms  *self,
                               gsize           row);
GfBitset   *gf_atoms_match    (const GfAtoms  *self,
                               guint           first,
                               guint           last);
GPtrArray  *gf_atoms_match_each (const GfAtoms *self,
                               const gboolean *wanted);
GfBitset   *gf_atoms_match_any (const GfAtoms  *self,
                                const GArray   *atoms);
const char *gf_atoms_get_text (const GfAtoms  *self,
                               guint           atom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfAtoms, gf_atoms_free)

G_END_DECLS
