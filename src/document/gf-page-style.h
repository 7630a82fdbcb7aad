/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "gf-color.h"
#include "gf-page-layout.h"

G_BEGIN_DECLS

/* A style is data: type, colours, measures and places. The layout engine reads it and knows none by
 * name. Sizes of type are points, all other lengths millimetres. */

typedef enum
{
  GF_INK_TEXT,
  GF_INK_SOFT,
  GF_INK_NOTE,
  GF_INK_ACCENT,
  GF_INK_RULE,
  GF_N_INKS
} GfInk;

typedef enum
{
  GF_FONT_BRAND,
  GF_FONT_STATUS,
  GF_FONT_LEAD_IN,
  GF_FONT_TITLE,
  GF_FONT_SENTENCE,
  GF_FONT_META_LABEL,
  GF_FONT_META,
  GF_FONT_HEADING,
  GF_FONT_BODY,
  GF_FONT_LABEL,
  GF_FONT_BULLET,
  GF_FONT_NUMERAL,
  GF_FONT_KEY_FIGURE,
  GF_FONT_KEY_TEXT,
  GF_FONT_FIGURE,
  GF_FONT_SMALL,
  GF_FONT_TABLE_HEAD,
  GF_FONT_TABLE,
  GF_FONT_NOTE,
  GF_FONT_NOTE_NUMBER,
  GF_FONT_MARK,               /* the numbers of notes in running text */
  GF_N_FONTS
} GfFont;

typedef struct
{
  const char  *family;
  double       size;
  double       leading;
  PangoWeight  weight;
  gboolean     italic;
  gboolean     uppercase;
  double       spacing;       /* em */
  double       rise;          /* em */
  const char  *features;
  GfInk        ink;
  gboolean     body;          /* shrinks with the body when room is short */
} GfFontStyle;

typedef struct
{
  GfDocTopic  topic;
  GfDocPlace  place;
} GfTopicPlace;

typedef struct
{
  const char  *id;            /* "brief" */
  const char  *accent;
  const char  *inks[GF_N_INKS];
  GfFontStyle  fonts[GF_N_FONTS];
  PangoWeight  strong;

  double       margin_top, margin_right, margin_bottom, margin_left;
  double       gutter;
  double       baseline;

  double       logo_size, logo_width, logo_gap;
  double       gap_brand, gap_title, gap_sentence, gap_meta;   /* below each */
  double       lead_in_gap;
  double       meta_height, meta_pad;

  double       heading_gap, section_gap;
  double       rule_strong, rule_thin;

  const char  *bullet;
  double       list_indent;
  double       fact_label;
  double       pain_indent, pain_gap;
  double       metric_height, metric_width, metric_above, metric_below, metric_pad;
  double       figure_width;
  double       quote_gap;
  double       table_gap;
  double       bar_row, bar_height, bar_label, bar_figure;
  double       map_width, map_height;

  double       square, square_gap, square_drop, square_line, square_pitch;
  double       dots_line, dots_drop, dots_on, dots_off;

  double       band_gap, band_pad;                             /* above and below its rule */
  double       notes_gap, notes_pad, notes_indent, notes_gutter;
  guint        notes_columns;

  double       letter_header_cut;                              /* all header gaps together */
  double       body_floor, leading_floor, title_floor, sentence_floor;

  const GfTopicPlace *places;                                  /* in column order */
  guint        n_places;
} GfPageStyle;

const GfPageStyle *gf_page_style_get       (GfPageStyleId id);
GfDocPlace         gf_page_style_get_place (const GfPageStyle *self,
                                            GfDocTopic         topic);
guint              gf_page_style_get_order (const GfPageStyle *self,
                                            GfDocTopic         topic);
void               gf_paper_get_size       (GfPaper  paper,
                                            double  *width,
                                            double  *height);

#define GF_POINTS_PER_MM (72.0 / 25.4)
#define GF_MM(length) ((length) * GF_POINTS_PER_MM)

G_END_DECLS
