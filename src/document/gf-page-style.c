/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-page-style.h"

#define SERIF "Vollkorn, Noto Serif, serif"
#define SANS  "Inter, Noto Sans, sans-serif"
#define OLD_STYLE "onum=1,pnum=1"
#define LINING "lnum=1,pnum=1"
#define TABULAR "lnum=1,tnum=1"

static const GfTopicPlace brief_places[] = {
  { GF_DOC_TOPIC_COMPANY, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_SIZE, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_TECHNOLOGY, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_PEOPLE, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_BUYING, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_CHANNELS, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_MESSAGE, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_NOT_A_FIT, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_RESTRICTIONS, GF_DOC_PLACE_START },
  { GF_DOC_TOPIC_PAINS, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_TRIGGERS, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_METRIC, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_GOALS, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_DRIVERS, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_OBJECTIONS, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_QUOTES, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_MAP, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_OTHER, GF_DOC_PLACE_END },
  { GF_DOC_TOPIC_NUMBERS, GF_DOC_PLACE_FOOT },
  { GF_DOC_TOPIC_KPIS, GF_DOC_PLACE_FOOT },
};

/* A letter: serif, two columns, one figure in colour. */
static const GfPageStyle brief = {
  .id = "brief",
  .accent = "#7A2438",
  .inks = {
    [GF_INK_TEXT] = "#1D1B1A",
    [GF_INK_SOFT] = "#5A5552",
    [GF_INK_NOTE] = "#3E3A38",
    [GF_INK_ACCENT] = "#7A2438",
    [GF_INK_RULE] = "#CFC8C3",
  },
  .fonts = {
    [GF_FONT_BRAND] = { SANS, 9.5, 8, PANGO_WEIGHT_SEMIBOLD, .ink = GF_INK_TEXT },
    [GF_FONT_STATUS] = { SANS, 7.5, 8, PANGO_WEIGHT_MEDIUM, .uppercase = TRUE, .spacing = 0.09,
                         .ink = GF_INK_ACCENT },
    [GF_FONT_LEAD_IN] = { SERIF, 14, 6, PANGO_WEIGHT_NORMAL, .features = OLD_STYLE,
                          .ink = GF_INK_SOFT },
    [GF_FONT_TITLE] = { SERIF, 31, 12, PANGO_WEIGHT_SEMIBOLD, .spacing = -0.008,
                        .features = OLD_STYLE, .ink = GF_INK_TEXT },
    [GF_FONT_SENTENCE] = { SERIF, 12.75, 6, PANGO_WEIGHT_NORMAL, .features = OLD_STYLE,
                           .ink = GF_INK_TEXT },
    [GF_FONT_META_LABEL] = { SANS, 7.5, 3.75, PANGO_WEIGHT_MEDIUM, .ink = GF_INK_SOFT },
    [GF_FONT_META] = { SANS, 7.5, 3.75, PANGO_WEIGHT_NORMAL, .ink = GF_INK_TEXT },
    [GF_FONT_HEADING] = { SERIF, 10.5, 4, PANGO_WEIGHT_SEMIBOLD, .spacing = 0.045,
                          .features = "smcp=1,onum=1", .ink = GF_INK_ACCENT },
    [GF_FONT_BODY] = { SERIF, 9.25, 4, PANGO_WEIGHT_NORMAL, .features = OLD_STYLE,
                       .ink = GF_INK_TEXT, .body = TRUE },
    [GF_FONT_LABEL] = { SERIF, 9.25, 4, PANGO_WEIGHT_NORMAL, .italic = TRUE, .features = OLD_STYLE,
                        .ink = GF_INK_SOFT, .body = TRUE },
    [GF_FONT_BULLET] = { SERIF, 9.25, 4, PANGO_WEIGHT_NORMAL, .features = OLD_STYLE,
                         .ink = GF_INK_ACCENT, .body = TRUE },
    /* 19 in the design; at 24 it is two lines tall, and programs that extract text by its place no
     * longer take it for a word of the quote beside it. */
    [GF_FONT_NUMERAL] = { SERIF, 24, 8, PANGO_WEIGHT_NORMAL, .features = LINING,
                          .ink = GF_INK_ACCENT },
    [GF_FONT_KEY_FIGURE] = { SERIF, 19, 8, PANGO_WEIGHT_SEMIBOLD, .features = LINING,
                             .ink = GF_INK_ACCENT },
    [GF_FONT_KEY_TEXT] = { SERIF, 8.75, 4, PANGO_WEIGHT_NORMAL, .features = OLD_STYLE,
                           .ink = GF_INK_TEXT, .body = TRUE },
    [GF_FONT_FIGURE] = { SERIF, 19, 8, PANGO_WEIGHT_SEMIBOLD, .features = LINING,
                         .ink = GF_INK_TEXT },
    [GF_FONT_SMALL] = { SANS, 7.5, 4, PANGO_WEIGHT_NORMAL, .ink = GF_INK_TEXT },
    [GF_FONT_TABLE_HEAD] = { SANS, 7.5, 4, PANGO_WEIGHT_MEDIUM, .ink = GF_INK_SOFT },
    [GF_FONT_TABLE] = { SERIF, 9.25, 4, PANGO_WEIGHT_NORMAL, .features = TABULAR,
                        .ink = GF_INK_TEXT, .body = TRUE },
    [GF_FONT_NOTE] = { SANS, 7.5, 3.5, PANGO_WEIGHT_NORMAL, .ink = GF_INK_NOTE },
    [GF_FONT_NOTE_NUMBER] = { SANS, 7.5, 3.5, PANGO_WEIGHT_SEMIBOLD, .features = TABULAR,
                              .ink = GF_INK_ACCENT },
    [GF_FONT_MARK] = { SANS, 7.5, 4, PANGO_WEIGHT_MEDIUM, .rise = 0.28, .features = TABULAR,
                       .ink = GF_INK_ACCENT },
  },
  .strong = PANGO_WEIGHT_SEMIBOLD,

  .margin_top = 13, .margin_right = 18, .margin_bottom = 13, .margin_left = 18,
  .gutter = 8,
  .baseline = 4,

  .logo_size = 8, .logo_width = 32, .logo_gap = 2.4,
  .gap_brand = 5, .gap_title = 2.6, .gap_sentence = 3, .gap_meta = 6,
  .lead_in_gap = 0.4,
  .meta_height = 10, .meta_pad = 1.1,

  .heading_gap = 1, .section_gap = 3,
  .rule_strong = 0.35, .rule_thin = 0.15,

  .bullet = "–",
  .list_indent = 3.4,
  .fact_label = 23,
  .pain_indent = 6.5, .pain_gap = 4.0 / 3.0,
  .metric_height = 12, .metric_width = 42, .metric_above = 2.5, .metric_below = 1.5, .metric_pad = 2,
  .figure_width = 29,
  .quote_gap = 4.0 / 3.0,
  .table_gap = 5,
  .bar_row = 8, .bar_height = 2.4, .bar_label = 36, .bar_figure = 10,
  .map_width = 56, .map_height = 45,

  .square = 2.5, .square_gap = 1, .square_drop = 0.25, .square_line = 0.22, .square_pitch = 0.75,
  .dots_line = 0.28, .dots_drop = 0.75, .dots_on = 0.28, .dots_off = 0.42,

  .band_gap = 3, .band_pad = 3,
  .notes_gap = 4, .notes_pad = 2, .notes_indent = 3.6, .notes_gutter = 6,
  .notes_columns = 3,

  .letter_header_cut = 4,
  .body_floor = 8, .leading_floor = 3.75, .title_floor = 0.8, .sentence_floor = 0.9,

  .places = brief_places,
  .n_places = G_N_ELEMENTS (brief_places),
};

/**
 * gf_page_style_get:
 * @id: which style
 *
 * Returns: (transfer none): its data
 */
const GfPageStyle *
gf_page_style_get (GfPageStyleId id)
{
  switch (id)
    {
    case GF_PAGE_STYLE_BRIEF:
    default:
      return &brief;
    }
}

/** gf_page_style_get_order: the place of @topic in its column, 0 for the first. */
guint
gf_page_style_get_order (const GfPageStyle *self,
                         GfDocTopic         topic)
{
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].topic == topic)
      return i;
  return self->n_places;
}

/** gf_page_style_get_place: where @self puts sections on @topic; never %GF_DOC_PLACE_AUTO. */
GfDocPlace
gf_page_style_get_place (const GfPageStyle *self,
                         GfDocTopic         topic)
{
  guint order = gf_page_style_get_order (self, topic);

  return order < self->n_places ? self->places[order].place : GF_DOC_PLACE_END;
}

/** gf_paper_get_size: width and height of @paper in points. */
void
gf_paper_get_size (GfPaper  paper,
                   double  *width,
                   double  *height)
{
  *width = paper == GF_PAPER_LETTER ? 612.0 : GF_MM (210.0);
  *height = paper == GF_PAPER_LETTER ? 792.0 : GF_MM (297.0);
}
