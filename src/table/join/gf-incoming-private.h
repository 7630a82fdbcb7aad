/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

G_BEGIN_DECLS

typedef enum
{
  GF_PERCENT_SAME,
  GF_PERCENT_TO_SHARE,   /* 12 is 12 %, which is 0.12 */
  GF_PERCENT_TO_POINTS,  /* 12 % is 12 */
} GfPercentShift;

/* What a column of the export says in the way in which the customers' column is read.
 *
 *   before: the customers' column
 *   own:    that of the export, as the export is read; NULL when the export does not have it
 *   same:   its texts as the customers' column reads them; NULL when marks, order of dates or percent signs
 *           differ, so that texts have to be written anew
 *   shift:  what then becomes of numbers without a percent sign beside those with one
 *   money:  an amount of another currency than the column's is another amount, and names its currency
 *   owner:  holds @same only
 */
typedef struct
{
  GfColumn *before;
  GfColumn *own;
  GfColumn *same;
  GfPercentShift shift;
} GfIncoming;

void     _gf_incoming_init     (GfIncoming       *self,
                                GfColumn         *before,
                                GfColumn         *own);
void     _gf_incoming_clear    (GfIncoming       *self);
char    *_gf_incoming_dup_text (const GfIncoming *self,
                                gsize             row);
gboolean _gf_incoming_is_blank (const GfIncoming *self,
                                gsize             row);
gboolean _gf_incoming_is_same  (const GfIncoming *self,
                                gsize             before,
                                gsize             row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfIncoming, _gf_incoming_clear)

G_END_DECLS
