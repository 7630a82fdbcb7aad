/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* A question, its answer as text that grows while one types, and under it the quotes marked in it.
 *
 *   text:   bound to GfAnswer:text both ways, the cursor stays where it was
 *   marks:  a tag for each quote of the answer. Typing inside a mark changes the words of its quote with it; cutting
 *           all its words out leaves the quote without a place, shown on its chip, and pasting them brings it back
 *   cost:   a key O(length of the answer * its quotes)
 *
 * Signals: "selection-changed"; "quote-activated" (GfQuote) when a chip was pressed; "remove".
 */
#define GF_TYPE_ANSWER_BLOCK (gf_answer_block_get_type ())
G_DECLARE_FINAL_TYPE (GfAnswerBlock, gf_answer_block, GF, ANSWER_BLOCK, GtkBox)

GtkWidget *gf_answer_block_new            (GfProject     *project,
                                           GfInterview   *interview,
                                           GfAnswer      *answer);
GfAnswer  *gf_answer_block_get_answer     (GfAnswerBlock *self);
GtkWidget *gf_answer_block_get_text       (GfAnswerBlock *self);
void       gf_answer_block_set_number     (GfAnswerBlock *self,
                                           guint          number);

gboolean   gf_answer_block_get_selection  (GfAnswerBlock *self,
                                           int           *start,
                                           int           *end);
void       gf_answer_block_select         (GfAnswerBlock *self,
                                           int            start,
                                           int            end);
void       gf_answer_block_unselect       (GfAnswerBlock *self);
gboolean   gf_answer_block_find_quote     (GfAnswerBlock *self,
                                           GfQuote       *quote,
                                           int           *start,
                                           int           *end);
void       gf_answer_block_get_area       (GfAnswerBlock *self,
                                           GtkWidget     *relative_to,
                                           int            start,
                                           int            end,
                                           GdkRectangle  *area);
GfQuote   *gf_answer_block_mark           (GfAnswerBlock *self,
                                           int            start,
                                           int            end,
                                           GfTheme       *theme);

G_END_DECLS
