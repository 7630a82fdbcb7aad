/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-growing-text.h"

#define MINIMAL_WIDTH 100

struct _GfGrowingText
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (GfGrowingText, gf_growing_text, GTK_TYPE_TEXT_VIEW)

/* What the view puts between its paragraphs and between the lines of each. */
static int
get_spacing (GtkTextView *view,
             int          n_lines)
{
  int n_paragraphs = gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view));

  return n_paragraphs * (gtk_text_view_get_pixels_above_lines (view) + gtk_text_view_get_pixels_below_lines (view)) +
         MAX (0, n_lines - n_paragraphs) * gtk_text_view_get_pixels_inside_wrap (view);
}

static void
gf_growing_text_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      pango_layout_get_pixel_size (layout, natural, NULL);
      *minimum = MINIMAL_WIDTH;
      *natural = MAX (*natural, MINIMAL_WIDTH);
      return;
    }

  /* Without a width the least height is wanted: that of words that need not wrap. */
  if (for_size >= 0)
    {
      int width = for_size - gtk_text_view_get_left_margin (view) -
                  gtk_text_view_get_right_margin (view);

      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
    }
  pango_layout_get_pixel_size (layout, NULL, &height);
  height += get_spacing (view, pango_layout_get_line_count (layout));

  *minimum = *natural = height + gtk_text_view_get_top_margin (view) +
                        gtk_text_view_get_bottom_margin (view);
}

static GtkSizeRequestMode
gf_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
buffer_changed_cb (GfGrowingText *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
buffer_set_cb (GfGrowingText *self)
{
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  buffer_changed_cb (self);
}

static void
gf_growing_text_class_init (GfGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = gf_growing_text_measure;
  widget_class->get_request_mode = gf_growing_text_get_request_mode;
}

static void
gf_growing_text_init (GfGrowingText *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (buffer_set_cb), NULL);
  buffer_set_cb (self);
}
