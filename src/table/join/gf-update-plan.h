/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-join-plan.h"

G_BEGIN_DECLS

/* What becomes of a column of the new export. */
typedef enum
{
  GF_UPDATE_COLUMN_SAME,      /* it brings the cells of a column of the customers up to date */
  GF_UPDATE_COLUMN_RENAMED,   /* it looks like a column that the export lacks: asked about */
  GF_UPDATE_COLUMN_NEW,       /* it is added, or not, by choice */
  GF_UPDATE_COLUMN_LEFT_OUT,  /* it was left out when the file was first imported, and stays so */
} GfUpdateFate;

/*   answered, yes   of renamed ones: whether it is that column; unanswered counts as no
 *   yes             of new ones: whether it is added
 */
typedef struct
{
  guint other;         /* the column of the export */
  int main;            /* the column of the customers; -1 for none */
  GfUpdateFate fate;
  double likeness;     /* of renamed ones: 0 to 1 */
  gboolean answered;
  gboolean yes;
} GfUpdateColumn;

/* How a new export of the same source updates the customers. gf_update_plan_suggest() proposes one.
 *
 *   keys:     in the order in which they are believed; see gf-join-key.h
 *   columns:  one for each column of the export, in its order
 */
typedef struct
{
  GArray *keys;            /* of GfJoinKey */
  GArray *columns;         /* of GfUpdateColumn */
  gboolean keep_gone;      /* customers that the export lacks stay; else they are removed */
  gboolean keep_filled;    /* a cell that the export leaves empty keeps what it says */
} GfUpdatePlan;

#define GF_TYPE_UPDATE_PLAN (gf_update_plan_get_type ())
GType         gf_update_plan_get_type (void) G_GNUC_CONST;
GfUpdatePlan *gf_update_plan_suggest  (const GfTable       *customers,
                                       const GfTable       *new_export,
                                       const char * const  *headers,
                                       const char * const  *columns);
GfUpdatePlan *gf_update_plan_copy     (const GfUpdatePlan  *self);
void          gf_update_plan_free     (GfUpdatePlan        *self);
int           gf_update_plan_get_main (const GfUpdatePlan  *self,
                                       guint                other);
void          gf_update_plan_answer   (GfUpdatePlan        *self,
                                       guint                other,
                                       gboolean             yes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfUpdatePlan, gf_update_plan_free)

G_END_DECLS
