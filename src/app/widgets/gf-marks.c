/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-marks.h"

#include <adwaita.h>
#include <math.h>

struct _GfMarks
{
  GtkWidget parent_instance;

  GfMarkShape shape;
  GfDataRole role;
  float size;
  guint n_filled;
  guint n;
};

G_DEFINE_FINAL_TYPE (GfMarks, gf_marks, GTK_TYPE_WIDGET)

G_DEFINE_ENUM_TYPE (GfMarkShape, gf_mark_shape,
                    G_DEFINE_ENUM_VALUE (GF_MARK_DISC, "disc"),
                    G_DEFINE_ENUM_VALUE (GF_MARK_DIAMOND, "diamond"),
                    G_DEFINE_ENUM_VALUE (GF_MARK_SQUARE, "square"),
                    G_DEFINE_ENUM_VALUE (GF_MARK_PIP, "pip"))

/* Marks stand beside words, so they grow with them. */
static float
get_size (GfMarks *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  return roundf ((float) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, (double) self->size, settings));
}

static float
get_height (GfMarkShape shape,
            float       size)
{
  return shape == GF_MARK_PIP ? roundf (size * 1.5f) : size;
}

static float
get_step (float size)
{
  return size + MAX (2, roundf (size / 4));
}

/**
 * gf_mark_geometry:
 * @shape: the shape
 * @size: its width in logical pixels
 * @i: which mark, from 0
 * @n: of how many
 * @rtl: whether the row runs from right to left
 * @rect: (out caller-allocates): where it stands, from the top left corner of the row
 *
 * Lays out a mark of a row.
 */
void
gf_mark_geometry (GfMarkShape      shape,
                  float            size,
                  guint            i,
                  guint            n,
                  gboolean         rtl,
                  graphene_rect_t *rect)
{
  guint place = rtl ? n - 1 - i : i;

  g_return_if_fail (i < n);

  graphene_rect_init (rect, (float) place * get_step (size), 0, size, get_height (shape, size));
}

static GskPath *
new_path (GfMarkShape            shape,
          const graphene_rect_t *rect)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float x = rect->origin.x + rect->size.width / 2;
  float y = rect->origin.y + rect->size.height / 2;
  GskRoundedRect rounded;

  switch (shape)
    {
    case GF_MARK_DISC:
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), rect->size.width / 2);
      break;

    case GF_MARK_DIAMOND:
      gsk_path_builder_move_to (builder, x, rect->origin.y);
      gsk_path_builder_line_to (builder, rect->origin.x + rect->size.width, y);
      gsk_path_builder_line_to (builder, x, rect->origin.y + rect->size.height);
      gsk_path_builder_line_to (builder, rect->origin.x, y);
      gsk_path_builder_close (builder);
      break;

    case GF_MARK_SQUARE:
      gsk_path_builder_add_rect (builder, rect);
      break;

    case GF_MARK_PIP:
    default:
      gsk_rounded_rect_init_from_rect (&rounded, rect, 2);
      gsk_path_builder_add_rounded_rect (builder, &rounded);
      break;
    }

  return gsk_path_builder_to_path (builder);
}

static void
append_mark (GfMarks     *self,
             GtkSnapshot *snapshot,
             guint        i)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean filled = i < self->n_filled;
  graphene_rect_t rect;
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color;

  gf_mark_geometry (self->shape, get_size (self), i, self->n, rtl, &rect);
  if (!filled && self->shape != GF_MARK_PIP)
    graphene_rect_inset (&rect, 0.6f, 0.6f);
  path = new_path (self->shape, &rect);
  gf_data_color_get (self->role, GTK_WIDGET (self), &color);

  if (filled)
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
    }
  else if (self->shape == GF_MARK_PIP && !gf_data_high_contrast ())
    {
      gtk_widget_get_color (GTK_WIDGET (self), &color);
      color.alpha *= 0.12f;
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
    }
  else
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (gf_data_high_contrast () ? 1.6f : 1.2f);

      gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
    }
}

static void
gf_marks_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  GfMarks *self = GF_MARKS (widget);
  float top = ((float) gtk_widget_get_height (widget) - get_height (self->shape, get_size (self))) / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, roundf (top)));
  for (guint i = 0; i < self->n; i++)
    append_mark (self, snapshot, i);
  gtk_snapshot_restore (snapshot);
}

static void
gf_marks_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  GfMarks *self = GF_MARKS (widget);
  float size;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    size = get_height (self->shape, get_size (self));
  else
    size = self->n == 0 ? 0 : (float) (self->n - 1) * get_step (get_size (self)) + get_size (self);

  *minimum = *natural = (int) ceilf (size);
}

static void
gf_marks_class_init (GfMarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = gf_marks_snapshot;
  widget_class->measure = gf_marks_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "marks");
}

static void
gf_marks_init (GfMarks *self)
{
  self->size = 7;
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_marks_new:
 * @shape: the shape of the marks
 * @size: their width in logical pixels where text is of the usual size
 *
 * Returns: (transfer floating): a row without marks
 */
GtkWidget *
gf_marks_new (GfMarkShape shape,
              float       size)
{
  GfMarks *self = g_object_new (GF_TYPE_MARKS, "valign", GTK_ALIGN_CENTER, NULL);

  self->shape = shape;
  self->size = size;

  return GTK_WIDGET (self);
}

/**
 * gf_marks_set:
 * @n_filled: how many are filled
 * @n: how many there are
 *
 * Sets the marks.
 */
void
gf_marks_set (GfMarks *self,
              guint    n_filled,
              guint    n)
{
  g_return_if_fail (GF_IS_MARKS (self));

  self->n_filled = MIN (n_filled, n);
  if (self->n != n)
    {
      self->n = n;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gf_marks_set_look:
 * @shape: the shape
 * @role: what the colour means
 *
 * Sets how the marks look.
 */
void
gf_marks_set_look (GfMarks     *self,
                   GfMarkShape  shape,
                   GfDataRole   role)
{
  g_return_if_fail (GF_IS_MARKS (self));

  self->shape = shape;
  self->role = role;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
