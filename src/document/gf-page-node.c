/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-page-node.h"

#include <math.h>

GfNode *
gf_node_new (GfNodeKind  kind,
             const char *role)
{
  GfNode *self = g_new0 (GfNode, 1);

  self->kind = kind;
  self->role = role;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_node_free);
  return self;
}

void
gf_node_free (GfNode *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->assumed, g_array_unref);
  g_clear_pointer (&self->squares, g_array_unref);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_ptr_array_unref (self->children);
  g_free (self->alt);
  g_free (self);
}

/* Puts @child (transfer full) at @x, @y of @self and returns it. */
GfNode *
gf_node_add (GfNode *self,
             GfNode *child,
             double  x,
             double  y)
{
  child->x = x;
  child->y = y;
  g_ptr_array_add (self->children, child);
  return child;
}

static void
set_color (cairo_t *cr, const GfColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

/* Squares stand in the ink's colour: outline and lines at 45 degrees, `pitch` apart. */
static void
draw_square (const GfNode *self, cairo_t *cr, double x, double y, double size, double line)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rectangle (cr, 0, 0, size, size);
  cairo_clip (cr);
  for (double sum = self->pitch / 2.0; sum < 2.0 * size; sum += self->pitch)
    {
      cairo_move_to (cr, MAX (0.0, sum - size), MIN (sum, size));
      cairo_line_to (cr, MIN (sum, size), MAX (0.0, sum - size));
    }
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_rectangle (cr, x + line / 2.0, y + line / 2.0, size - line, size - line);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_dots (const GfNode *self, cairo_t *cr, PangoLayoutLine *line, double left, double baseline)
{
  const double dashes[2] = { self->dots_on, self->dots_off };

  for (guint i = 0; i < self->assumed->len; i++)
    {
      const GfTextRange *range = &g_array_index (self->assumed, GfTextRange, i);
      g_autofree int *x_ranges = NULL;
      int n_ranges, line_start = pango_layout_line_get_start_index (line);
      int line_end = line_start + pango_layout_line_get_length (line);
      int start = MAX ((int) range->start, line_start), end = MIN ((int) range->end, line_end);

      if (start >= end)
        continue;
      pango_layout_line_get_x_ranges (line, start, end, &x_ranges, &n_ranges);
      cairo_save (cr);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_set_line_width (cr, self->dots_line);
      for (int r = 0; r < n_ranges; r++)
        {
          cairo_move_to (cr, left + x_ranges[2 * r] / (double) PANGO_SCALE,
                         baseline + self->dots_drop);
          cairo_line_to (cr, left + x_ranges[2 * r + 1] / (double) PANGO_SCALE,
                         baseline + self->dots_drop);
        }
      cairo_stroke (cr);
      cairo_restore (cr);
    }
}

static void
draw_line_squares (const GfNode *self, cairo_t *cr, PangoLayoutLine *line, double left,
                   double baseline)
{
  int start = pango_layout_line_get_start_index (line);
  int end = start + pango_layout_line_get_length (line);

  for (guint i = 0; i < self->squares->len; i++)
    {
      int at = (int) g_array_index (self->squares, guint, i), x, x_end;

      if (at < start || at >= end)
        continue;
      pango_layout_line_index_to_x (line, at, FALSE, &x);
      pango_layout_line_index_to_x (line, at, TRUE, &x_end);
      /* The gap is on the far side of the square, which is the left one in words that run leftwards. */
      draw_square (self, cr,
                   left + x / (double) PANGO_SCALE - (x > x_end ? self->square : 0.0),
                   baseline + self->square_drop - self->square, self->square, self->square_line);
    }
}

/* The space at which a line was broken, which pango does not draw: without it the words on either
 * side would run together for whoever reads the PDF by its structure. */
static void
draw_broken_space (const GfNode *self, cairo_t *cr, PangoLayoutLine *line, PangoLayout *space)
{
  const char *text = pango_layout_get_text (self->layout);
  int end = pango_layout_line_get_start_index (line) + pango_layout_line_get_length (line);

  if (end > 0 && text[end - 1] == ' ' && text[end] != '\0')
    pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (space, 0));
}

static PangoLayout *
create_space (const GfNode *self)
{
  PangoLayout *space = pango_layout_copy (self->layout);

  pango_layout_set_attributes (space, NULL);
  pango_layout_set_text (space, " ", 1);
  return space;
}

/* Lines are set on our own baselines, whatever the fonts in them would like. */
static void
draw_text (const GfNode *self, cairo_t *cr, gboolean tagged)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (self->layout);
  g_autoptr (PangoLayout) space = tagged ? create_space (self) : NULL;
  double baseline = self->first_baseline;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      set_color (cr, &self->ink);
      cairo_move_to (cr, logical.x / (double) PANGO_SCALE, baseline);
      pango_cairo_show_layout_line (cr, line);
      if (tagged)
        {
          cairo_move_to (cr, (logical.x + logical.width) / (double) PANGO_SCALE, baseline);
          draw_broken_space (self, cr, line, space);
        }
      set_color (cr, &self->fill);
      draw_dots (self, cr, line, 0.0, baseline);
      draw_line_squares (self, cr, line, logical.x / (double) PANGO_SCALE, baseline);
      baseline += self->leading;
    }
  while (pango_layout_iter_next_line (iter));
}

static void
trace_rectangle (const GfNode *self, cairo_t *cr)
{
  double r = MIN (self->radius, MIN (self->width, self->height) / 2.0);

  if (r <= 0.0)
    {
      cairo_rectangle (cr, 0, 0, self->width, self->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, self->width - r, r, r, -G_PI_2, 0);
  cairo_arc (cr, self->width - r, self->height - r, r, 0, G_PI_2);
  cairo_arc (cr, r, self->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, r, r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw_shape (const GfNode *self, cairo_t *cr)
{
  const double dashes[2] = { self->dash_on, self->dash_off };

  cairo_new_path (cr);
  if (self->kind == GF_NODE_RECTANGLE)
    trace_rectangle (self, cr);
  else if (self->kind == GF_NODE_CIRCLE)
    cairo_arc (cr, self->width / 2.0, self->height / 2.0, self->width / 2.0, 0, 2.0 * G_PI);
  else
    {
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, self->width, self->height);
    }
  if (self->has_fill)
    {
      set_color (cr, &self->fill);
      cairo_fill_preserve (cr);
    }
  if (self->has_ink)
    {
      set_color (cr, &self->ink);
      cairo_set_line_width (cr, self->line);
      cairo_set_dash (cr, dashes, self->dash_on > 0.0 ? 2 : 0, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
draw_picture (const GfNode *self, cairo_t *cr)
{
  double width = cairo_image_surface_get_width (self->picture);
  double height = cairo_image_surface_get_height (self->picture);

  cairo_scale (cr, self->width / width, self->height / height);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
}

/* Draws @self and what is below it. @tagged also tells a PDF the structure. */
void
gf_node_draw (const GfNode *self,
              cairo_t      *cr,
              gboolean      tagged)
{
  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  if (tagged && self->role != NULL)
    cairo_tag_begin (cr, self->role, NULL);
  switch (self->kind)
    {
    case GF_NODE_TEXT:
      draw_text (self, cr, tagged);
      break;
    case GF_NODE_RECTANGLE:
    case GF_NODE_LINE:
    case GF_NODE_CIRCLE:
      draw_shape (self, cr);
      break;
    case GF_NODE_SQUARE:
      set_color (cr, &self->ink);
      draw_square (self, cr, 0, 0, self->square, self->square_line);
      break;
    case GF_NODE_PICTURE:
      draw_picture (self, cr);
      break;
    case GF_NODE_GROUP:
    default:
      break;
    }
  for (guint i = 0; i < self->children->len; i++)
    gf_node_draw (self->children->pdata[i], cr, tagged);
  if (tagged && self->role != NULL)
    cairo_tag_end (cr, self->role);
  cairo_restore (cr);
}

/* Adds all the words below @self in reading order, a text a line. */
void
gf_node_add_text (const GfNode *self,
                  GString      *text)
{
  if (self->alt != NULL && *self->alt != '\0')
    g_string_append_printf (text, "%s\n", self->alt);
  if (self->kind == GF_NODE_TEXT)
    {
      gsize from = text->len;

      g_string_append_printf (text, "%s\n", pango_layout_get_text (self->layout));
      for (char *p = text->str + from; (p = g_utf8_strchr (p, -1, 0xfffc)) != NULL;)
        g_string_erase (text, p - text->str, (gssize) (g_utf8_next_char (p) - p));
    }
  for (guint i = 0; i < self->children->len; i++)
    gf_node_add_text (self->children->pdata[i], text);
}

/* What each Figure below @self shows, in the order the PDF lists them. */
void
gf_node_list_figures (const GfNode *self,
                      GPtrArray    *alts)
{
  if (g_strcmp0 (self->role, "Figure") == 0)
    g_ptr_array_add (alts, g_strdup (self->alt != NULL ? self->alt : ""));
  for (guint i = 0; i < self->children->len; i++)
    gf_node_list_figures (self->children->pdata[i], alts);
}

guint
gf_node_count_lines (const GfNode *self)
{
  return self->layout != NULL ? (guint) pango_layout_get_line_count (self->layout) : 0;
}

/* The width of the widest line of a text. */
double
gf_node_get_ink_width (const GfNode *self)
{
  PangoRectangle logical;

  if (self->layout == NULL)
    return self->width;
  pango_layout_get_extents (self->layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}
