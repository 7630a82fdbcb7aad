/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-data-color.h"
#include "gf-interview.h"
#include "gf-marks.h"

G_BEGIN_DECLS

/* People who were asked, a mark for each: discs for the happy, diamonds for those who left, squares for the others.
 * Marks up to the target that nobody filled yet are outlines. Beyond 12 people the marks become words, "31 people".
 *
 *   $GfPeople { kind: happy; count: 2; target: 5; }      named "2 of 5"
 */
#define GF_TYPE_PEOPLE (gf_people_get_type ())
G_DECLARE_FINAL_TYPE (GfPeople, gf_people, GF, PEOPLE, GtkWidget)

#define GF_PEOPLE_MAX_MARKS 12

GtkWidget  *gf_people_new       (GfInterviewKind kind,
                                 float           size);
void        gf_people_set       (GfPeople       *self,
                                 guint           count,
                                 guint           target);
void        gf_people_set_kind  (GfPeople       *self,
                                 GfInterviewKind kind);

GfMarkShape gf_people_get_shape (GfInterviewKind kind);
GfDataRole  gf_people_get_role  (GfInterviewKind kind);

G_END_DECLS
