/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-data-color.h"

G_BEGIN_DECLS

/**
 * GfMarkShape:
 * @GF_MARK_DISC: a disc, or a ring
 * @GF_MARK_DIAMOND: a diamond
 * @GF_MARK_SQUARE: a square
 * @GF_MARK_PIP: an upright block, for scores of 1 to 5
 *
 * The shape that says the same as the colour.
 */
typedef enum
{
  GF_MARK_DISC,
  GF_MARK_DIAMOND,
  GF_MARK_SQUARE,
  GF_MARK_PIP,
} GfMarkShape;

#define GF_TYPE_MARK_SHAPE (gf_mark_shape_get_type ())
GType gf_mark_shape_get_type (void);

void gf_mark_geometry (GfMarkShape      shape,
                       float            size,
                       guint            i,
                       guint            n,
                       gboolean         rtl,
                       graphene_rect_t *rect);

/* A row of marks, the first of them filled: three discs of a verdict, five pips of a score, one
 * mark per person.
 * It is a picture of what stands beside it in words ("presentation"). */
#define GF_TYPE_MARKS (gf_marks_get_type ())
G_DECLARE_FINAL_TYPE (GfMarks, gf_marks, GF, MARKS, GtkWidget)

GtkWidget *gf_marks_new      (GfMarkShape  shape,
                              float        size);
void       gf_marks_set      (GfMarks     *self,
                              guint        n_filled,
                              guint        n);
void       gf_marks_set_look (GfMarks     *self,
                              GfMarkShape  shape,
                              GfDataRole   role);

G_END_DECLS
