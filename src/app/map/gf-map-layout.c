/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-layout.h"

#include "gf-map-mark.h"
#include "gf-map-words.h"

#include <math.h>

#define MARGIN 0.2
#define GAP 5.0
/* In heights of a line: from where on a label takes two lines, and what it never exceeds. */
#define WIDE_LABEL 8.5
#define LARGEST_LABEL 10
#define REACH 12.0
#define FRAME_SIDE 4.0
#define SMALL_PLOT 420.0
#define SMALL_TEXT 0.88

static void
clear_item (gpointer data)
{
  GfMapItem *item = data;

  g_clear_object (&item->point);
  g_clear_object (&item->text);
}

static void
clear_area (gpointer data)
{
  GfMapArea *area = data;

  g_clear_object (&area->space);
  g_clear_object (&area->title);
  g_clear_object (&area->phrase);
}

/**
 * gf_map_layout_new_text:
 * @widget: whose font it is in
 * @text: a line of text
 * @scale: of the font
 * @bold: whether it is bold
 *
 * Returns: (transfer full): the text, ready to draw
 */
PangoLayout *
gf_map_layout_new_text (GtkWidget  *widget,
                        const char *text,
                        double      scale,
                        gboolean    bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

/* What stands on the plot besides points: the words at the ends of the upward axis. */
static void
place_frame (GfMapLayout *self,
             GtkWidget   *widget)
{
  g_autoptr (PangoLayout) text = gf_map_layout_new_text (widget, "X", 0.9, FALSE);
  GfMapRect area = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  area.x += height + 10;
  area.width -= 2 * (height + 10);
  area.y += 12;
  area.height -= 12 + height + 16;
  gf_map_frame_init (&self->frame, &area, MARGIN);
}

static double
get_text_scale (GfMapLayout *self)
{
  return self->frame.plot.width < SMALL_PLOT ? SMALL_TEXT : 1.0;
}

static void
place_area (GfMapArea     *area,
            GfMapLayout   *self,
            GtkWidget     *widget,
            GfPositionMap *map)
{
  GfMapPlace left_top = gf_map_frame_to_area (&self->frame,
                                              (GfMapPlace) { gf_map_space_get_left (area->space),
                                                                           gf_map_space_get_top (area->space) });
  GfMapPlace right_bottom = gf_map_frame_to_area (&self->frame,
                                                  (GfMapPlace) { gf_map_space_get_right (area->space),
                                                                               gf_map_space_get_bottom (area->space) });
  g_autofree char *phrase = gf_map_space_dup_phrase (area->space, map);
  double y;
  int width, height;

  area->rect = (GfMapRect) { left_top.x, left_top.y, right_bottom.x - left_top.x,
                             right_bottom.y - left_top.y };
  area->title = gf_map_layout_new_text (widget, gf_map_space_get_name (area->space),
                                        get_text_scale (self), TRUE);
  area->phrase = gf_map_layout_new_text (widget, phrase, 0.85, FALSE);

  pango_layout_get_pixel_size (area->title, &width, &height);
  if (width > area->rect.width - 12)
    {
      pango_layout_set_width (area->title, MAX (1, (int) area->rect.width - 12) * PANGO_SCALE);
      pango_layout_set_ellipsize (area->title, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (area->title, &width, &height);
    }
  y = area->rect.y + MIN (18.0, MAX (4.0, area->rect.height / 12.0));
  area->title_box = (GfMapRect) { area->rect.x + (area->rect.width - width) / 2, y, width, height };

  y += height;
  pango_layout_get_pixel_size (area->phrase, &width, &height);
  area->phrase_box = (GfMapRect) { area->rect.x + (area->rect.width - width) / 2, y, width,
                                   height };
  if (width > area->rect.width - 12 || y + height > area->rect.y + area->rect.height - 6)
    g_clear_object (&area->phrase);
}

static double
find_largest (GListModel *points)
{
  double largest = NAN;

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);
      double size = gf_map_point_get_size (point);

      if (gf_map_point_get_kind (point) == GF_MAP_POINT_SEGMENT && !isnan (size))
        largest = isnan (largest) ? size : MAX (largest, size);
    }

  return largest;
}

static void
add_item (GfMapLayout *self,
          GtkWidget   *widget,
          GfMapPoint  *point,
          GfMapPlace   place,
          gboolean     is_chosen,
          double       largest)
{
  GfMapPointKind kind = gf_map_point_get_kind (point);
  GfMapItem item = { g_object_ref (point) };

  item.at = gf_map_frame_to_area (&self->frame, place);
  item.radius = gf_map_mark_get_radius (kind);
  if (kind == GF_MAP_POINT_SEGMENT)
    item.radius = gf_map_bubble_radius (gf_map_point_get_size (point), largest, item.radius,
                                        CLAMP (self->frame.unit * 0.2, 11.0, 30.0));

  /* A cloud of customers has no names, but the one that is looked at. */
  if (*gf_map_point_get_name (point) != '\0' && (kind != GF_MAP_POINT_CUSTOMER || is_chosen))
    {
      int width, height;

      item.text = gf_map_layout_new_text (widget, gf_map_point_get_name (point),
                                          get_text_scale (self),
                                          is_chosen || kind == GF_MAP_POINT_US);
      pango_layout_get_pixel_size (item.text, &width, &height);
      if (width > WIDE_LABEL * height)
        {
          int room = MIN ((int) (width * 0.62), LARGEST_LABEL * height);

          pango_layout_set_width (item.text, room * PANGO_SCALE);
          pango_layout_set_wrap (item.text, PANGO_WRAP_WORD_CHAR);
          pango_layout_set_height (item.text, -2);
          pango_layout_set_ellipsize (item.text, PANGO_ELLIPSIZE_END);
        }
    }

  g_array_append_val (self->items, item);
}

static int
get_rank (GfMapPoint *point,
          GfMapPoint *chosen)
{
  if (point == chosen)
    return -1;

  return (int) gf_map_point_get_kind (point);
}

static int
compare_points (gconstpointer a,
                gconstpointer b,
                gpointer      chosen)
{
  return get_rank (*(GfMapPoint * const *) a, chosen) - get_rank (*(GfMapPoint * const *) b,
                                                                  chosen);
}

static void
add_obstacle (GArray *obstacles,
              double  x,
              double  y,
              double  width,
              double  height)
{
  GfMapRect rect = { x, y, width, height };

  g_array_append_val (obstacles, rect);
}

static GArray *
new_obstacles (GfMapLayout   *self,
               GtkWidget     *widget,
               GfPositionMap *map)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (GfMapRect));
  const char *words[] = { gf_position_map_get_y_high (map), gf_position_map_get_y_low (map) };
  const GfMapRect *plot = &self->frame.plot;
  g_autoptr (PangoLayout) name = NULL;
  int name_width, name_height;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PangoLayout) text = gf_map_layout_new_text (widget, words[i], 0.9, FALSE);
      int width, height;

      if (*words[i] == '\0')
        continue;
      pango_layout_get_pixel_size (text, &width, &height);
      add_obstacle (obstacles, plot->x + plot->width / 2 + 6,
                    i == 0 ? plot->y : plot->y + plot->height - height, width + 4, height);
    }

  name = gf_map_layout_new_text (widget, gf_position_map_get_y_name (map), 0.9, FALSE);
  pango_layout_get_pixel_size (name, &name_width, &name_height);
  add_obstacle (obstacles, plot->x - name_height - 6, plot->y + (plot->height - name_width) / 2,
                name_height, name_width);

  /* Names keep off the two middle lines; what leads to them may cross. */
  add_obstacle (obstacles, plot->x, floor (plot->y + plot->height / 2), plot->width, 1);
  add_obstacle (obstacles, floor (plot->x + plot->width / 2), plot->y, 1, plot->height);

  for (guint i = 0; i < self->areas->len; i++)
    {
      const GfMapArea *area = &g_array_index (self->areas, GfMapArea, i);
      const GfMapRect *rect = &area->rect;
      double half = FRAME_SIDE / 2;

      g_array_append_val (obstacles, area->title_box);
      if (area->phrase != NULL)
        g_array_append_val (obstacles, area->phrase_box);
      add_obstacle (obstacles, rect->x - half, rect->y, FRAME_SIDE, rect->height);
      add_obstacle (obstacles, rect->x + rect->width - half, rect->y, FRAME_SIDE, rect->height);
      add_obstacle (obstacles, rect->x, rect->y - half, rect->width, FRAME_SIDE);
      add_obstacle (obstacles, rect->x, rect->y + rect->height - half, rect->width, FRAME_SIDE);
    }

  return obstacles;
}

/* Two lines lean on the point. They are as wide as they turned out, not as they might have been. */
static void
align_label (GfMapItem *item)
{
  double middle = item->label.box.x + item->label.box.width / 2;
  PangoAlignment alignment = PANGO_ALIGN_CENTER;
  int width, height;

  if (item->label.side == GF_LABEL_RIGHT
      || (item->label.side == GF_LABEL_LEADER && middle > item->at.x + item->label.box.width / 2))
    alignment = PANGO_ALIGN_LEFT;
  else if (item->label.side == GF_LABEL_LEFT
           || (item->label.side == GF_LABEL_LEADER
               && middle < item->at.x - item->label.box.width / 2))
    alignment = PANGO_ALIGN_RIGHT;

  pango_layout_get_pixel_size (item->text, &width, &height);
  if (pango_layout_get_width (item->text) > 0)
    pango_layout_set_width (item->text, (width + 1) * PANGO_SCALE);
  pango_layout_set_alignment (item->text, alignment);
}

static void
place_labels (GfMapLayout   *self,
              GtkWidget     *widget,
              GfPositionMap *map)
{
  guint n = self->items->len;
  g_autofree GfLabelRequest *requests = g_new0 (GfLabelRequest, n + 1);
  g_autofree GfLabelPlace *places = g_new0 (GfLabelPlace, n + 1);
  g_autoptr (GArray) obstacles = new_obstacles (self, widget, map);
  GfMapRect bounds = { 2, 2, gtk_widget_get_width (widget) - 4,
                       self->frame.plot.y + self->frame.plot.height - 2 };

  for (guint i = 0; i < n; i++)
    {
      const GfMapItem *item = &g_array_index (self->items, GfMapItem, i);
      int width = 0, height = 0;

      if (item->text != NULL)
        pango_layout_get_pixel_size (item->text, &width, &height);
      requests[i] = (GfLabelRequest) { item->at, item->radius, width, height };
    }

  gf_label_placement_run (requests, n, &bounds, (const GfMapRect *) (gpointer) obstacles->data,
                          obstacles->len,
                          GAP, places);

  for (guint i = 0; i < n; i++)
    {
      GfMapItem *item = &g_array_index (self->items, GfMapItem, i);

      item->label = places[i];
      if (item->text != NULL)
        align_label (item);
      if (places[i].side == GF_LABEL_NUMBER)
        {
          g_autofree char *number = g_strdup_printf ("%u", places[i].number);

          pango_layout_set_width (item->text, -1);
          pango_layout_set_height (item->text, -1);
          pango_layout_set_text (item->text, number, -1);
        }
    }
}

/**
 * gf_map_layout_new:
 * @widget: the widget that draws the map
 * @map: the map
 * @chosen: (nullable): the point that is looked at, which is named first
 * @held: (nullable): a point that is being dragged
 * @held_at: where it is held, on the map
 * @show_customers: whether customers are shown
 *
 * Returns: (transfer full): where everything stands
 */
GfMapLayout *
gf_map_layout_new (GtkWidget     *widget,
                   GfPositionMap *map,
                   GfMapPoint    *chosen,
                   GfMapPoint    *held,
                   GfMapPlace     held_at,
                   gboolean       show_customers)
{
  GfMapLayout *self = g_new0 (GfMapLayout, 1);
  GListModel *points = G_LIST_MODEL (gf_position_map_get_points (map));
  GListModel *spaces = G_LIST_MODEL (gf_position_map_get_spaces (map));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  double largest = find_largest (points);

  self->items = g_array_new (FALSE, TRUE, sizeof (GfMapItem));
  g_array_set_clear_func (self->items, clear_item);
  self->areas = g_array_new (FALSE, TRUE, sizeof (GfMapArea));
  g_array_set_clear_func (self->areas, clear_area);
  place_frame (self, widget);

  for (guint i = 0; i < g_list_model_get_n_items (spaces); i++)
    {
      GfMapArea area = { g_list_model_get_item (spaces, i) };

      place_area (&area, self, widget, map);
      g_array_append_val (self->areas, area);
    }

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (points, i));
  g_ptr_array_sort_with_data (sorted, compare_points, chosen);

  for (guint i = 0; i < sorted->len; i++)
    {
      GfMapPoint *point = g_ptr_array_index (sorted, i);
      GfMapPlace place = { gf_map_point_get_x (point), gf_map_point_get_y (point) };

      if (isnan (place.x) || isnan (place.y)
          || (gf_map_point_get_kind (point) == GF_MAP_POINT_CUSTOMER && !show_customers))
        continue;
      add_item (self, widget, point, point == held ? held_at : place, point == chosen, largest);
    }
  place_labels (self, widget, map);

  return self;
}

/**
 * gf_map_layout_free:
 *
 * Frees it.
 */
void
gf_map_layout_free (GfMapLayout *self)
{
  g_array_unref (self->items);
  g_array_unref (self->areas);
  g_free (self);
}

/**
 * gf_map_layout_find:
 * @point: (nullable): a point
 *
 * Returns: (transfer none) (nullable): where it stands
 */
GfMapItem *
gf_map_layout_find (GfMapLayout *self,
                    GfMapPoint  *point)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, GfMapItem, i).point == point)
      return &g_array_index (self->items, GfMapItem, i);

  return NULL;
}

/**
 * gf_map_layout_pick:
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: (transfer none) (nullable): the point there, the nearest of several, else the one whose
 * label is there
 */
GfMapItem *
gf_map_layout_pick (GfMapLayout *self,
                    double       x,
                    double       y)
{
  GfMapRect pixel = { x, y, 1, 1 };
  GfMapItem *nearest = NULL;
  double best = INFINITY;

  for (guint i = 0; i < self->items->len; i++)
    {
      GfMapItem *item = &g_array_index (self->items, GfMapItem, i);
      double distance = hypot (item->at.x - x, item->at.y - y);

      if (distance <= MAX (item->radius, REACH) && distance < best)
        {
          best = distance;
          nearest = item;
        }
    }
  if (nearest != NULL)
    return nearest;

  for (guint i = 0; i < self->items->len; i++)
    {
      GfMapItem *item = &g_array_index (self->items, GfMapItem, i);

      if (item->text != NULL && gf_map_rect_overlaps (&item->label.box, &pixel))
        return item;
    }

  return NULL;
}
