/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-page-build.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
stays (const GfPageBuild *build, const GfItem *item)
{
  return build->left == NULL || !build->left[item->index];
}

static guint
count_staying (const GfPageBuild *build, const GfBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->items->len; i++)
    n += stays (build, block->items->pdata[i]) ? 1 : 0;
  return n;
}

static double
get_gap (const GfPageBuild *build, double gap)
{
  return build->fit.tight_lists ? 0.0 : GF_MM (gap);
}

/* The square stands on the baseline, a little below, as in running text. */
static void
place_square (GfPageBuild *build, GfNode *row, const GfNode *text)
{
  const GfPageStyle *style = build->style;

  gf_page_place (build, row, gf_page_square (build, GF_FONT_BODY), 0,
                 text->first_baseline + GF_MM (style->square_drop - style->square));
}

/* A text of its own in a group of @role. Where it begins with an assumption the square hangs before
 * it as a figure, which can say aloud what it means; a square in running text cannot. */
static GfNode *
build_text (GfPageBuild *build, const char *role, const GfInline *inline_text, double width)
{
  double indent = GF_MM (build->style->square + build->style->square_gap);
  GfNode *group, *text;

  if (!gf_inline_is_assumption (inline_text))
    return gf_page_text (build, GF_FONT_BODY, role, inline_text, width, GF_ALIGN_START);
  group = gf_page_group (role, width);
  text = gf_page_item_text (build, GF_FONT_BODY, "Span", inline_text, width - indent);
  place_square (build, group, text);
  gf_page_place (build, group, text, indent, 0);
  return group;
}

static GfNode *
build_paragraphs (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *group = gf_page_group (NULL, width);

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];

      if (stays (build, item))
        gf_page_place (build, group, build_text (build, "P", item->text, width), 0, group->height);
    }
  return group;
}

/* "Stage: Series A to C; revenue: ..." in one paragraph, when room is short. */
static GfNode *
build_facts_run_on (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *group = gf_page_group (NULL, width);
  g_autoptr (GfInline) text = gf_inline_new (NULL);

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];

      if (!stays (build, item))
        continue;
      if (!gf_inline_is_empty (text))
        gf_inline_plain (text, "; ");
      if (item->label != NULL)
        {
          gf_inline_add (text, item->label, GF_INLINE_EMPHASIS | GF_INLINE_SOFT);
          gf_inline_add (text, ": ", GF_INLINE_EMPHASIS | GF_INLINE_SOFT);
        }
      gf_inline_append (text, item->text);
    }
  gf_page_place (build, group, gf_page_text (build, GF_FONT_BODY, "P", text, width, GF_ALIGN_START),
                 0, 0);
  return group;
}

static GfNode *
build_facts (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *list = gf_page_group ("L", width);
  double label_width = GF_MM (build->style->fact_label);

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];
      GfNode *row;

      if (!stays (build, item))
        continue;
      row = gf_page_group ("LI", width);
      gf_page_place (build, row,
                     gf_page_words (build, GF_FONT_LABEL, "Lbl", item->label, label_width - GF_MM (1),
                                    GF_ALIGN_START), 0, 0);
      gf_page_place (build, row, build_text (build, "LBody", item->text, width - label_width),
                     label_width, 0);
      gf_page_place (build, list, row, 0, list->height);
    }
  return list;
}

static GfNode *
build_list (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *list = gf_page_group ("L", width);
  double indent = GF_MM (build->style->list_indent);

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];
      GfNode *row, *text;

      if (!stays (build, item))
        continue;
      row = gf_page_group ("LI", width);
      text = gf_page_item_text (build, GF_FONT_BODY, "LBody", item->text, width - indent);
      if (gf_inline_is_assumption (item->text))
        place_square (build, row, text);
      else
        gf_page_place (build, row,
                       gf_page_words (build, GF_FONT_BULLET, "Lbl", build->style->bullet, indent,
                                      GF_ALIGN_START), 0, 0);
      gf_page_place (build, row, text, indent, 0);
      gf_page_place (build, list, row, 0, list->height);
    }
  return list;
}

static GfNode *
build_ask_first (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *group = gf_page_group (NULL, width);

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];
      g_autoptr (GfInline) text = gf_words_ask_first (item);

      if (stays (build, item))
        gf_page_place (build, group,
                       gf_page_text (build, GF_FONT_BODY, "P", text, width, GF_ALIGN_START),
                       0, group->height);
    }
  return group;
}

/* A numeral hangs beside each pain, as tall as two lines and on the baseline of the second. */
static GfNode *
build_pains (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *list = gf_page_group ("L", width);
  double indent = GF_MM (build->style->pain_indent), y = 0.0;
  double gap = get_gap (build, build->style->pain_gap);
  guint rank = 0;

  if (block->items->len > 9)
    indent *= 1.5;
  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];
      g_autoptr (GfInline) text = gf_words_pain (item);
      g_autofree char *number = NULL;
      GfNode *row, *numeral, *body;

      rank++;
      if (!stays (build, item))
        continue;
      number = g_strdup_printf ("%u", rank);
      row = gf_page_group ("LI", width);
      numeral = gf_page_words (build, GF_FONT_NUMERAL, "Lbl", number, indent, GF_ALIGN_START);
      body = gf_page_text (build, GF_FONT_BODY, "LBody", text, width - indent, GF_ALIGN_START);
      gf_page_place (build, row, numeral, 0,
                     body->first_baseline + body->leading - numeral->first_baseline);
      gf_page_place (build, row, body, indent, 0);
      row->height = MAX (body->height, 2.0 * body->leading);
      gf_page_place (build, list, row, 0, y);
      y += row->height + gap;
    }
  list->height = y;
  return list;
}

/* The band of the key value metric: figure at the start, explanation beside it. */
static GfNode *
build_metric_band (GfPageBuild *build, const GfItem *item, double width)
{
  const GfPageStyle *style = build->style;
  g_autofree char *words = gf_words_metric (item);
  g_autoptr (GfInline) explanation = gf_words_metric_explanation (item);
  GfNode *band = gf_page_group ("Sect", width), *figure, *text;
  double figure_width = GF_MM (style->metric_width), gap = GF_MM (4), height;

  figure = gf_page_words (build, GF_FONT_KEY_FIGURE, "P", words, 0, GF_ALIGN_START);
  if (figure->width > 0.6 * width)
    {
      gf_node_free (figure);
      figure = gf_page_words (build, GF_FONT_KEY_FIGURE, "P", words, 0.6 * width, GF_ALIGN_START);
    }
  figure_width = MAX (figure_width, figure->width + gap);
  text = gf_page_text (build, GF_FONT_KEY_TEXT, "P", explanation, width - figure_width,
                       GF_ALIGN_START);
  height = MAX (GF_MM (style->metric_height),
                MAX (figure->height, text->height) + 2.0 * GF_MM (style->metric_pad));
  gf_page_place (build, band, gf_page_line (build, GF_INK_ACCENT, style->rule_strong, width), 0, 0);
  gf_page_place (build, band, figure, 0, (height - figure->height) / 2.0);
  gf_page_place (build, band, text, figure_width, (height - text->height) / 2.0);
  gf_page_place (build, band, gf_page_line (build, GF_INK_RULE, style->rule_thin, width), 0, height);
  return band;
}

static GfNode *
build_metric (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *group = gf_page_group (NULL, width);
  double above = GF_MM (build->style->metric_above), y = above;

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];
      GfNode *band;

      if (!stays (build, item))
        continue;
      band = gf_page_place (build, group, build_metric_band (build, item, width), 0, y);
      y += band->height + GF_MM (build->style->metric_below);
    }
  group->height = y > above ? y : 0.0;
  return group;
}

/* Alone in its line the count needs no no-break spaces, which some fonts kern too tight. */
static GfNode *
build_large_figure (GfPageBuild *build, const char *counted)
{
  g_auto (GStrv) words = g_strsplit (counted, "\302\240", -1);
  g_autofree char *spaced = g_strjoinv (" ", words);

  return gf_page_words (build, GF_FONT_FIGURE, "P", spaced, 0, GF_ALIGN_START);
}

/* The first share stands large beside all of them in words. */
static GfNode *
build_figures (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *group = gf_page_group (NULL, width), *large = NULL;
  g_autoptr (GfInline) text = gf_inline_new (NULL);
  double x = 0.0;

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];
      g_autofree char *counted = gf_words_k_of_n (item->count, item->total);
      g_autoptr (GfInline) words = NULL;
      gboolean first = gf_inline_is_empty (text);

      if (!stays (build, item))
        continue;
      if (first && counted != NULL)
        large = build_large_figure (build, counted);
      words = gf_words_figure (item, first && large != NULL);
      gf_inline_append (gf_inline_plain (text, first ? "" : " "), words);
    }
  if (large != NULL)
    {
      x = MAX (GF_MM (build->style->figure_width), large->width + GF_MM (4));
      gf_page_place (build, group, large, 0, 0);
    }
  gf_page_place (build, group,
                 gf_page_text (build, GF_FONT_BODY, "P", text, width - x, GF_ALIGN_START), x, 0);
  return group;
}

static GfNode *
build_quotes (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *group = gf_page_group (NULL, width);
  double gap = get_gap (build, build->style->quote_gap), y = 0.0;

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];
      g_autoptr (GfInline) quote = gf_words_quote (item);
      g_autoptr (GfInline) who = gf_words_who (item);
      GfNode *node;

      if (!stays (build, item))
        continue;
      node = gf_page_group ("BlockQuote", width);
      if (build->fit.run_on)
        gf_inline_append (gf_inline_plain (quote, " "), who);
      gf_page_place (build, node,
                     gf_page_text (build, GF_FONT_BODY, "P", quote, width, GF_ALIGN_START), 0, 0);
      if (!build->fit.run_on)
        gf_page_place (build, node,
                       gf_page_text (build, GF_FONT_SMALL, "P", who, width, GF_ALIGN_START),
                       0, node->height);
      gf_page_place (build, group, node, 0, y);
      y += node->height + gap;
    }
  group->height = y;
  return group;
}

typedef struct
{
  gboolean shown[3];
  double   width[3];
} KpiColumns;

static const char *
kpi_head (guint column)
{
  switch (column)
    {
    case 0:
      /* Translators: head of a column: a figure inside the ideal customer profile. */
      return _("inside");
    case 1:
      /* Translators: head of a column: a figure outside the ideal customer profile. */
      return _("outside");
    default:
      /* Translators: head of a column: the figure aimed at. */
      return _("target");
    }
}

static GfNode *
build_kpi_cell (GfPageBuild *build, const GfItem *item, guint column, double width)
{
  g_autoptr (GfInline) text = gf_inline_new (NULL);

  gf_inline_add (text, item->values[column], column == 0 ? GF_INLINE_STRONG : GF_INLINE_PLAIN);
  return gf_page_text (build, GF_FONT_TABLE, "TD", text, width, GF_ALIGN_END);
}

/* Figures get the width they need, up to a third of the table each; names have the rest. */
static void
measure_kpis (GfPageBuild *build, const GfBlock *block, double width, KpiColumns *columns)
{
  *columns = (KpiColumns) { { FALSE } };
  for (guint i = 0; i < block->items->len; i++)
    for (guint c = 0; c < 3; c++)
      {
        const GfItem *item = block->items->pdata[i];
        g_autoptr (GfNode) cell = NULL;

        if (!stays (build, item) || item->values[c] == NULL)
          continue;
        cell = build_kpi_cell (build, item, c, 0);
        columns->shown[c] = TRUE;
        columns->width[c] = MAX (columns->width[c], cell->width);
      }
  for (guint c = 0; c < 3; c++)
    if (columns->shown[c])
      {
        g_autoptr (GfNode) head = gf_page_words (build, GF_FONT_TABLE_HEAD, "TH", kpi_head (c), 0,
                                                 GF_ALIGN_END);

        columns->width[c] = MIN (MAX (columns->width[c], head->width) + GF_MM (0.2), width / 3.2);
      }
}

static GfNode *
build_kpi_row (GfPageBuild *build, const GfItem *item, const KpiColumns *columns, double width)
{
  double gap = GF_MM (build->style->table_gap), x = width;
  GfNode *row = gf_page_group ("TR", width), *cells[3] = { NULL };
  g_autoptr (GfInline) name = item != NULL ? gf_words_kpi_name (item) : gf_inline_new (NULL);

  for (guint c = 3; c-- > 0;)
    if (columns->shown[c])
      x -= columns->width[c] + gap;
  gf_page_place (build, row,
                 gf_page_text (build, item != NULL ? GF_FONT_TABLE : GF_FONT_TABLE_HEAD, "TH", name,
                               MAX (x, width / 5.0), GF_ALIGN_START), 0, 0);
  x = width;
  for (guint c = 3; c-- > 0;)
    if (columns->shown[c])
      {
        cells[c] = item != NULL ? build_kpi_cell (build, item, c, columns->width[c])
                                : gf_page_words (build, GF_FONT_TABLE_HEAD, "TH", kpi_head (c),
                                                 columns->width[c], GF_ALIGN_END);
        x -= columns->width[c];
        cells[c]->x = x;
        x -= gap;
      }
  for (guint c = 0; c < 3; c++)
    if (cells[c] != NULL)
      gf_page_place (build, row, cells[c], cells[c]->x, 0);
  return row;
}

static GfNode *
build_kpis (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *table = gf_page_group ("Table", width);
  KpiColumns columns;

  measure_kpis (build, block, width, &columns);
  gf_page_place (build, table, build_kpi_row (build, NULL, &columns, width), 0, 0);
  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];

      if (stays (build, item))
        gf_page_place (build, table, build_kpi_row (build, item, &columns, width), 0,
                       table->height);
    }
  return table;
}

static GfNode *
build_maps (GfPageBuild *build, const GfBlock *block, double width)
{
  GfNode *group = gf_page_group (NULL, width);

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];

      if (stays (build, item))
        gf_page_place (build, group, gf_page_map (build, item, width), 0, group->height);
    }
  return group;
}

static GfNode *
build_block (GfPageBuild *build, const GfBlock *block, double width)
{
  switch (block->kind)
    {
    case GF_BLOCK_FACTS:
      return build->fit.run_on ? build_facts_run_on (build, block, width)
                               : build_facts (build, block, width);
    case GF_BLOCK_LIST:
      return build_list (build, block, width);
    case GF_BLOCK_ASK_FIRST:
      return build_ask_first (build, block, width);
    case GF_BLOCK_PAINS:
      return build_pains (build, block, width);
    case GF_BLOCK_METRIC:
      return build_metric (build, block, width);
    case GF_BLOCK_FIGURES:
      return build_figures (build, block, width);
    case GF_BLOCK_BARS:
      return gf_page_bars (build, block, width);
    case GF_BLOCK_QUOTES:
      return build_quotes (build, block, width);
    case GF_BLOCK_KPIS:
      return build_kpis (build, block, width);
    case GF_BLOCK_MAP:
      return build_maps (build, block, width);
    case GF_BLOCK_PARAGRAPH:
    default:
      return build_paragraphs (build, block, width);
    }
}

/** gf_page_section_shows: whether anything of @section is left to show. */
gboolean
gf_page_section_shows (const GfPageBuild  *build,
                       const GfDocSection *section)
{
  for (guint i = 0; i < section->blocks->len; i++)
    if (count_staying (build, section->blocks->pdata[i]) > 0)
      return TRUE;
  return FALSE;
}

/**
 * gf_page_section:
 * @build: what all boxes share
 * @section: a section of which something is left
 * @width: of its column
 *
 * Returns: (transfer full): heading and blocks, its height whole lines of the grid and the heading's gap
 */
GfNode *
gf_page_section (GfPageBuild        *build,
                 const GfDocSection *section,
                 double              width)
{
  GfNode *group = gf_page_group ("Sect", width);
  double y = 0.0, top = 0.0;

  if (section->heading != NULL)
    {
      GfNode *heading = gf_page_words (build, GF_FONT_HEADING, "H2", section->heading, width,
                                       GF_ALIGN_START);

      gf_page_place (build, group, heading, 0, 0);
      top = y = heading->height + GF_MM (build->style->heading_gap);
    }
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const GfBlock *block = section->blocks->pdata[i];

      if (count_staying (build, block) > 0)
        y += gf_page_place (build, group, build_block (build, block, width), 0, y)->height;
    }
  group->height = top + gf_page_round_up (build, y - top);
  return group;
}
