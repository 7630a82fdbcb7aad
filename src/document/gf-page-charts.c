/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-page-build.h"

#include <math.h>

#define SCALE_TEXT "100\302\240%"

/* A shape in its own colours; a @line of 0 is not stroked. */
static GfNode *
new_shape (GfNodeKind kind, double width, double height, const GfColor *fill, const GfColor *ink,
           double line)
{
  GfNode *node = gf_node_new (kind, NULL);

  node->width = width;
  node->height = height;
  node->line = GF_MM (line);
  if (fill != NULL)
    {
      node->fill = *fill;
      node->has_fill = TRUE;
    }
  if (ink != NULL && line > 0.0)
    {
      node->ink = *ink;
      node->has_ink = TRUE;
    }
  return node;
}

static double
as_share (double value)
{
  return isnan (value) ? 0.0 : CLAMP (value, 0.0, 1.0);
}

/* The bar with its interval, and a tick where the others stand; the scale is always 0 to 100 %. */
static GfNode *
build_bar (GfPageBuild *build, const GfItem *item, double width, double height)
{
  const GfPageStyle *style = build->style;
  GfNode *bar = gf_page_group (NULL, width), *line;
  const GfColor *accent = &build->inks[GF_INK_ACCENT], *ink = &build->inks[GF_INK_TEXT];
  const GfColor middle = gf_color_mix_with_white (accent, 0.28);
  const double thick = GF_MM (style->bar_height), cap = GF_MM (1.8), y = height / 2.0;

  for (guint i = 0; i <= 4; i++)
    {
      line = new_shape (GF_NODE_LINE, 0, height, NULL, &build->inks[GF_INK_RULE], style->rule_thin);
      gf_page_place (build, bar, line, width * i / 4.0, 0);
    }
  gf_page_place (build, bar,
                 new_shape (GF_NODE_RECTANGLE, MAX (0.1, width * as_share (item->share)), thick,
                            &middle, NULL, 0), 0, y - thick / 2.0);
  if (!isnan (item->against))
    gf_page_place (build, bar,
                   new_shape (GF_NODE_RECTANGLE, GF_MM (0.5), GF_MM (3.8), ink, NULL, 0),
                   width * as_share (item->against) - GF_MM (0.25), y - GF_MM (1.9));
  if (!isnan (item->low) && !isnan (item->high))
    {
      double low = width * as_share (item->low), high = width * as_share (item->high);

      gf_page_place (build, bar, new_shape (GF_NODE_LINE, high - low, 0, NULL, accent, 0.45), low, y);
      gf_page_place (build, bar, new_shape (GF_NODE_LINE, 0, cap, NULL, accent, 0.45), low,
                     y - cap / 2.0);
      gf_page_place (build, bar, new_shape (GF_NODE_LINE, 0, cap, NULL, accent, 0.45), high,
                     y - cap / 2.0);
    }
  if (!isnan (item->share))
    gf_page_place (build, bar,
                   new_shape (GF_NODE_CIRCLE, GF_MM (1.6), GF_MM (1.6), accent, NULL, 0),
                   width * as_share (item->share) - GF_MM (0.8), y - GF_MM (0.8));
  return bar;
}

static GfNode *
build_bar_row (GfPageBuild *build, const GfItem *item, double width)
{
  const GfPageStyle *style = build->style;
  double label_width = MIN (GF_MM (style->bar_label), 0.45 * width);
  double figure_width = GF_MM (style->bar_figure), gap = GF_MM (2);
  double bar_width = width - label_width - figure_width - 2.0 * gap;
  g_autoptr (GfInline) name = gf_inline_strong (gf_inline_new (NULL), item->label);
  g_autoptr (GfInline) below = gf_words_bar (item);
  g_autoptr (GfInline) figure = gf_inline_new (NULL);
  g_autofree char *share = isnan (item->share) ? g_strdup ("") : gf_words_percent (item->share);
  GfNode *row = gf_page_group ("LI", width);
  double height;

  gf_inline_strong (figure, share);
  gf_page_place (build, row, gf_page_text (build, GF_FONT_BODY, "Lbl", name, label_width,
                                           GF_ALIGN_START), 0, 0);
  gf_page_place (build, row, gf_page_text (build, GF_FONT_SMALL, "LBody", below, label_width,
                                           GF_ALIGN_START), 0, row->height);
  height = row->height = MAX (row->height, GF_MM (style->bar_row));
  gf_page_place (build, row, build_bar (build, item, bar_width, height), label_width + gap, 0);
  gf_page_place (build, row, gf_page_text (build, GF_FONT_TABLE, "LBody", figure, figure_width,
                                           GF_ALIGN_END), width - figure_width, 0);
  row->height = height;
  return row;
}

/**
 * gf_page_bars:
 * @build: what all boxes share
 * @block: a block of bars
 * @width: of its column
 *
 * Returns: (transfer full): a row for each bar that stays, with the axis below
 */
GfNode *
gf_page_bars (GfPageBuild   *build,
              const GfBlock *block,
              double         width)
{
  const GfPageStyle *style = build->style;
  GfNode *group = gf_page_group (NULL, width), *list = gf_page_group ("L", width);
  double label_width = MIN (GF_MM (style->bar_label), 0.45 * width), gap = GF_MM (2);
  double bar_width = width - label_width - GF_MM (style->bar_figure) - 2.0 * gap;

  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];

      if (!build->left[item->index])
        gf_page_place (build, list, build_bar_row (build, item, width), 0, list->height);
    }
  gf_page_place (build, group, list, 0, 0);
  gf_page_place (build, group, gf_page_words (build, GF_FONT_TABLE_HEAD, NULL, "0", bar_width / 2.0,
                                              GF_ALIGN_START), label_width + gap, list->height);
  gf_page_place (build, group, gf_page_words (build, GF_FONT_TABLE_HEAD, NULL, SCALE_TEXT,
                                              bar_width / 2.0, GF_ALIGN_END),
                 label_width + gap + bar_width / 2.0, list->height);
  return group;
}

typedef struct
{
  double x, y, width, height;
} Area;

static gboolean
areas_meet (const Area *a, const Area *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Whether a label in @area stands inside the plot and on nothing else; if so it is taken. */
static gboolean
take_area (GArray *taken, const Area *area, double width, double height)
{
  if (area->x < 0 || area->y < 0 || area->x + area->width > width || area->y + area->height > height)
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    if (areas_meet (area, &g_array_index (taken, Area, i)))
      return FALSE;
  g_array_append_vals (taken, area, 1);
  return TRUE;
}

/* Right, left, above, below: the first place that is free. */
static gboolean
find_place (GArray *taken, Area *label, double x, double y, double off, double width, double height)
{
  const Area tries[] = {
    { x + off, y - label->height / 2.0, label->width, label->height },
    { x - off - label->width, y - label->height / 2.0, label->width, label->height },
    { x - label->width / 2.0, y - off - label->height, label->width, label->height },
    { x - label->width / 2.0, y + off, label->width, label->height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    if (take_area (taken, &tries[i], width, height))
      {
        *label = tries[i];
        return TRUE;
      }
  return FALSE;
}

static void
place_points (GfPageBuild *build, GfNode *plot, const GfItemMap *map, GString *key)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Area));
  const GfColor white = { 1, 1, 1 };
  guint n_numbered = 0;

  for (guint i = 0; i < map->points->len; i++)
    {
      const GfItemPoint *point = &g_array_index (map->points, GfItemPoint, i);
      double r = GF_MM (point->us ? 2.0 : 1.3);
      Area dot = { (point->x + 1) / 2 * plot->width - r, (1 - point->y) / 2 * plot->height - r,
                   2 * r, 2 * r };

      gf_node_add (plot, new_shape (GF_NODE_CIRCLE, 2 * r, 2 * r,
                                    point->us ? &build->inks[GF_INK_ACCENT] : &white,
                                    point->us ? NULL : &build->inks[GF_INK_TEXT],
                                    point->us ? 0 : 0.4), dot.x, dot.y);
      g_array_append_val (taken, dot);
    }
  for (guint i = 0; i < map->points->len; i++)
    {
      const GfItemPoint *point = &g_array_index (map->points, GfItemPoint, i);
      double x = (point->x + 1) / 2 * plot->width, y = (1 - point->y) / 2 * plot->height;
      double off = GF_MM (point->us ? 2.9 : 2.2);
      g_autoptr (GfInline) name = gf_inline_add (gf_inline_new (NULL), point->name,
                                                 point->us ? GF_INLINE_STRONG : GF_INLINE_PLAIN);
      GfNode *label = gf_page_text (build, GF_FONT_META, "Span", name, 0, GF_ALIGN_START);
      Area area = { 0, 0, label->width, label->height };
      g_autofree char *number = NULL;

      if (!find_place (taken, &area, x, y, off, plot->width, plot->height))
        {
          number = g_strdup_printf ("%u", ++n_numbered);
          g_string_append_printf (key, "%s%s\302\240%s", key->len > 0 ? "; " : "", number,
                                  point->name);
          gf_node_free (label);
          label = gf_page_words (build, GF_FONT_META, "Span", number, 0, GF_ALIGN_START);
          area = (Area) { 0, 0, label->width, label->height };
          if (!find_place (taken, &area, x, y, off, plot->width, plot->height))
            area = (Area) { x + GF_MM (1.5), y - label->height, label->width, label->height };
        }
      gf_node_add (plot, label, area.x, area.y);
    }
}

static void
place_open_area (GfPageBuild *build, GfNode *plot, const GfItemMap *map)
{
  const GfColor tint = gf_color_mix_with_white (&build->inks[GF_INK_ACCENT], 0.07);
  double width = CLAMP (map->open_width / 2, 0.05, 1.0) * plot->width;
  double height = CLAMP (map->open_height / 2, 0.05, 1.0) * plot->height;
  double x = (map->open_x + 1) / 2 * plot->width - width / 2;
  double y = (1 - map->open_y) / 2 * plot->height - height / 2;
  GfNode *area = new_shape (GF_NODE_RECTANGLE, width, height, &tint, &build->inks[GF_INK_ACCENT],
                            build->style->rule_strong);
  GfNode *name;

  area->radius = GF_MM (3);
  area->dash_on = GF_MM (1.2);
  area->dash_off = GF_MM (0.8);
  gf_node_add (plot, area, CLAMP (x, 0, plot->width - width), CLAMP (y, 0, plot->height - height));
  name = gf_page_words (build, GF_FONT_META, "Span", map->open_name, 0, GF_ALIGN_START);
  gf_node_add (plot, name, area->x + MAX (GF_MM (1), (width - name->width) / 2), area->y + GF_MM (1));
}

/* Names the ends of the axes beside the plot, the second line below for what is at the bottom. */
static void
place_axis_ends (GfPageBuild *build, GfNode *figure, const GfItemMap *map, const GfNode *plot)
{
  const struct { const char *words; double y; gboolean right; } ends[] = {
    { map->top, 0.0, FALSE },
    { map->left, plot->y + plot->height, FALSE },
    { map->right, plot->y + plot->height, TRUE },
    { map->bottom, plot->y + plot->height + gf_page_leading (build, GF_FONT_TABLE_HEAD), FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i].words != NULL)
      {
        GfNode *label = gf_page_words (build, GF_FONT_TABLE_HEAD, "Span", ends[i].words, 0,
                                       GF_ALIGN_START);

        gf_node_add (figure, label,
                     ends[i].right ? plot->x + plot->width - label->width : plot->x, ends[i].y);
        figure->height = MAX (figure->height, ends[i].y + label->height);
      }
}

/**
 * gf_page_map:
 * @build: what all boxes share
 * @item: a map
 * @width: of its column
 *
 * The axes are not mirrored on a right-to-left page: dear stays where it was put.
 *
 * Returns: (transfer full): the map, its positions told as its alternative text
 */
GfNode *
gf_page_map (GfPageBuild  *build,
             const GfItem *item,
             double        width)
{
  const GfPageStyle *style = build->style;
  GfNode *figure = gf_page_group ("Figure", width), *plot;
  double plot_width = MIN (GF_MM (style->map_width), width), plot_height = GF_MM (style->map_height);
  double top = item->map->top != NULL ? gf_page_leading (build, GF_FONT_TABLE_HEAD) : 0.0;
  g_autoptr (GString) key = g_string_new (NULL);

  figure->alt = gf_words_map (item);
  plot = gf_page_group (NULL, plot_width);
  plot->height = plot_height;
  gf_node_add (plot, new_shape (GF_NODE_RECTANGLE, plot_width, plot_height, NULL,
                                &build->inks[GF_INK_SOFT], 0.2), 0, 0);
  gf_node_add (plot, new_shape (GF_NODE_LINE, plot_width, 0, NULL, &build->inks[GF_INK_RULE], 0.15),
               0, plot_height / 2);
  gf_node_add (plot, new_shape (GF_NODE_LINE, 0, plot_height, NULL, &build->inks[GF_INK_RULE], 0.15),
               plot_width / 2, 0);
  if (item->map->open_name != NULL)
    place_open_area (build, plot, item->map);
  place_points (build, plot, item->map, key);
  gf_page_place (build, figure, plot, 0, top);
  place_axis_ends (build, figure, item->map, plot);
  if (key->len > 0)
    gf_page_place (build, figure, gf_page_words (build, GF_FONT_META, "Span", key->str, width,
                                                 GF_ALIGN_START), 0, figure->height);
  return figure;
}
