/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-drawing.h"

#include "gf-data-color.h"
#include "gf-map-mark.h"

#include <adwaita.h>
#include <math.h>

#define AREA_RADIUS 28.0f
#define SIDE 16.0

typedef struct
{
  GtkSnapshot *snapshot;
  GtkWidget *widget;
  GfPositionMap *map;
  GfMapLayout *layout;
  GdkRGBA ink;
  float line;
} Drawing;

static GdkRGBA
get_ink (Drawing *self,
         float    strength)
{
  GdkRGBA color = self->ink;

  /* Nothing is dimmed in high contrast. */
  if (!gf_data_high_contrast ())
    color.alpha *= strength;

  return color;
}

static void
append_text (Drawing       *self,
             PangoLayout   *text,
             double         x,
             double         y,
             const GdkRGBA *color)
{
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (roundf ((float) x), roundf ((float) y)));
  gtk_snapshot_append_layout (self->snapshot, text, color);
  gtk_snapshot_restore (self->snapshot);
}

static void
append_line (Drawing       *self,
             double         x1,
             double         y1,
             double         x2,
             double         y2,
             float          width,
             const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);

  gsk_path_builder_move_to (builder, (float) x1, (float) y1);
  gsk_path_builder_line_to (builder, (float) x2, (float) y2);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (self->snapshot, path, stroke, color);
}

static void
append_grid (Drawing *self)
{
  const GfMapRect *plot = &self->layout->frame.plot;
  GdkRGBA light = get_ink (self, 0.09f);
  GdkRGBA axis = get_ink (self, 0.22f);

  for (int value = 1; value <= 5; value++)
    {
      GfMapPlace at = gf_map_frame_to_area (&self->layout->frame, (GfMapPlace) { value, value });
      double x = floor (at.x) + 0.5, y = floor (at.y) + 0.5;

      /* High contrast leaves the cross, which carries the words, and drops the rest. */
      if (value != 3 && gf_data_high_contrast ())
        continue;
      append_line (self, x, plot->y, x, plot->y + plot->height, 1, value == 3 ? &axis : &light);
      append_line (self, plot->x, y, plot->x + plot->width, y, 1, value == 3 ? &axis : &light);
    }
}

static PangoLayout *
new_word (Drawing    *self,
          const char *before,
          const char *word,
          const char *after,
          int        *width,
          int        *height)
{
  g_autofree char *text = g_strconcat (before, word, after, NULL);
  PangoLayout *layout = gf_map_layout_new_text (self->widget, text, 0.9, FALSE);

  pango_layout_get_pixel_size (layout, width, height);

  return layout;
}

static void
append_across_words (Drawing *self)
{
  const GfMapRect *plot = &self->layout->frame.plot;
  const char *low = gf_position_map_get_x_low (self->map), *high = gf_position_map_get_x_high (self->map);
  double left = SIDE, right = gtk_widget_get_width (self->widget) - SIDE, y = plot->y + plot->height + 6;
  GdkRGBA color = get_ink (self, 0.65f);
  int low_width = 0, high_width = 0, width, height;
  g_autoptr (PangoLayout) low_text = new_word (self, "◂ ", low, "", &low_width, &height);
  g_autoptr (PangoLayout) high_text = new_word (self, "", high, " ▸", &high_width, &height);
  g_autoptr (PangoLayout) name = new_word (self, "", gf_position_map_get_x_name (self->map), "",
                                           &width, &height);
  double room;

  /* Two long words share the width. */
  if (low_width + high_width + 12 > right - left)
    {
      int half = (int) (right - left) / 2 - 6;

      pango_layout_set_width (low_text, MAX (1, half) * PANGO_SCALE);
      pango_layout_set_ellipsize (low_text, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (high_text, MAX (1, half) * PANGO_SCALE);
      pango_layout_set_ellipsize (high_text, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (low_text, &low_width, &height);
      pango_layout_get_pixel_size (high_text, &high_width, &height);
    }

  if (*low != '\0')
    append_text (self, low_text, left, y, &color);
  if (*high != '\0')
    append_text (self, high_text, right - high_width, y, &color);

  room = right - left - 2 * MAX (*low != '\0' ? low_width : 0, *high != '\0' ? high_width : 0) - 24;
  if (width <= room)
    {
      GdkRGBA ink = get_ink (self, 0.85f);

      append_text (self, name, (left + right - width) / 2, y, &ink);
    }
}

static void
append_upward_words (Drawing *self)
{
  const GfMapRect *plot = &self->layout->frame.plot;
  double x = plot->x + plot->width / 2 + 8;
  GdkRGBA color = get_ink (self, 0.65f);
  GdkRGBA ink = get_ink (self, 0.85f);
  int width, height;
  g_autoptr (PangoLayout) high = new_word (self, "", gf_position_map_get_y_high (self->map), "",
                                           &width, &height);
  g_autoptr (PangoLayout) low = new_word (self, "", gf_position_map_get_y_low (self->map), "",
                                          &width, &height);
  g_autoptr (PangoLayout) name = new_word (self, "", gf_position_map_get_y_name (self->map), "",
                                           &width, &height);

  append_text (self, high, x, plot->y, &color);
  append_text (self, low, x, plot->y + plot->height - height, &color);

  /* The name stands upright along the left edge. */
  if (width > plot->height)
    return;
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (roundf ((float) (plot->x - height - 6)),
                                                roundf ((float) (plot->y + (plot->height + width) / 2))));
  gtk_snapshot_rotate (self->snapshot, -90);
  gtk_snapshot_append_layout (self->snapshot, name, &ink);
  gtk_snapshot_restore (self->snapshot);
}

static void
append_area (Drawing         *self,
             const GfMapArea *area)
{
  static const float dash[] = { 5, 4 };
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) area->rect.x, (float) area->rect.y,
                                             (float) area->rect.width, (float) area->rect.height);
  float radius = MIN (AREA_RADIUS, MIN (rect.size.width, rect.size.height) / 3);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (gf_data_high_contrast () ? 2 : 1.6f);
  GskRoundedRect rounded;
  GdkRGBA color;
  GdkRGBA ink = get_ink (self, 0.9f);

  if (rect.size.width <= 0 || rect.size.height <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, radius);
  gsk_path_builder_add_rounded_rect (builder, &rounded);
  path = gsk_path_builder_to_path (builder);
  gf_data_color_get (GF_DATA_DONE, self->widget, &color);
  if (!gf_data_high_contrast ())
    {
      GdkRGBA ground = color;

      ground.alpha = 0.09f;
      gtk_snapshot_append_fill (self->snapshot, path, GSK_FILL_RULE_WINDING, &ground);
    }
  gsk_stroke_set_dash (stroke, dash, G_N_ELEMENTS (dash));
  gtk_snapshot_append_stroke (self->snapshot, path, stroke, &color);

  append_text (self, area->title, area->title_box.x, area->title_box.y, &color);
  if (area->phrase != NULL)
    append_text (self, area->phrase, area->phrase_box.x, area->phrase_box.y, &ink);
}

static void
append_ring (Drawing         *self,
             const GfMapItem *item,
             gboolean         show_focus)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (show_focus ? 2.5f : self->line);
  GdkRGBA color;

  if (show_focus)
    {
      g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());

      color = *accent;
    }
  else
    {
      gf_data_color_get (gf_map_mark_get_role (gf_map_point_get_kind (item->point)), self->widget,
                         &color);
      if (!gf_data_high_contrast ())
        color.alpha = 0.6f;
    }

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((float) item->at.x,
                                                              (float) item->at.y),
                               (float) item->radius + 4);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (self->snapshot, path, stroke, &color);
}

static void
append_label (Drawing         *self,
              const GfMapItem *item,
              gboolean         is_chosen)
{
  GdkRGBA color = self->ink;

  if (item->text == NULL)
    return;

  if (is_chosen && gf_map_point_get_kind (item->point) == GF_MAP_POINT_SEGMENT)
    gf_data_color_get (GF_DATA_BEST, self->widget, &color);
  append_text (self, item->text, item->label.box.x, item->label.box.y, &color);
}

/**
 * gf_map_drawing_append:
 * @snapshot: the snapshot
 * @widget: the widget that draws
 * @map: the map
 * @layout: where everything stands
 * @chosen: (nullable): the point that is looked at
 * @show_focus: whether the keyboard acts on it
 *
 * Draws a map: grid and words, open spaces, lines to labels, points, labels.
 */
void
gf_map_drawing_append (GtkSnapshot   *snapshot,
                       GtkWidget     *widget,
                       GfPositionMap *map,
                       GfMapLayout   *layout,
                       GfMapPoint    *chosen,
                       gboolean       show_focus)
{
  Drawing self = { snapshot, widget, map, layout };
  GfMapItem *chosen_item = gf_map_layout_find (layout, chosen);
  GdkRGBA leader;

  gtk_widget_get_color (widget, &self.ink);
  self.line = gf_data_high_contrast () ? 2 : 1.4f;
  leader = get_ink (&self, 0.6f);

  append_grid (&self);
  append_across_words (&self);
  append_upward_words (&self);
  for (guint i = 0; i < layout->areas->len; i++)
    append_area (&self, &g_array_index (layout->areas, GfMapArea, i));

  for (guint i = 0; i < layout->items->len; i++)
    {
      const GfLabelPlace *label = &g_array_index (layout->items, GfMapItem, i).label;

      if (label->side == GF_LABEL_LEADER)
        append_line (&self, label->line_from.x, label->line_from.y, label->line_to.x,
                     label->line_to.y,
                     gf_data_high_contrast () ? 2 : 1, &leader);
    }

  /* The most important come first in the layout, and last, so on top, here. */
  for (guint i = layout->items->len; i > 0; i--)
    {
      const GfMapItem *item = &g_array_index (layout->items, GfMapItem, i - 1);

      gf_map_mark_append (snapshot, widget, gf_map_point_get_kind (item->point),
                          (float) item->at.x, (float) item->at.y, (float) item->radius);
    }
  if (chosen_item != NULL)
    append_ring (&self, chosen_item, show_focus);

  for (guint i = 0; i < layout->items->len; i++)
    {
      const GfMapItem *item = &g_array_index (layout->items, GfMapItem, i);

      append_label (&self, item, item == chosen_item);
    }
}
