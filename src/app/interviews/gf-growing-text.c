/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-growing-text.h"

struct _GfGrowingText
{
  GtkTextView parent_instance;

  guint check_source;
  int asked_width;
  int asked_height;
};

G_DEFINE_FINAL_TYPE (GfGrowingText, gf_growing_text, GTK_TYPE_TEXT_VIEW)

static int
get_text_height (GfGrowingText *self)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &end);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &end, &y, &height);

  return y + height;
}

/* Asks once for each pair of width and height, so that a parent that cannot give more is not asked for ever. */
static gboolean
check_cb (gpointer data)
{
  GfGrowingText *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = get_text_height (self);

  self->check_source = 0;
  if (height != gtk_widget_get_height (GTK_WIDGET (self)) &&
      (width != self->asked_width || height != self->asked_height))
    {
      self->asked_width = width;
      self->asked_height = height;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }

  return G_SOURCE_REMOVE;
}

static void
queue_check (GfGrowingText *self)
{
  if (self->check_source == 0)
    self->check_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, check_cb, self, NULL);
}

static void
buffer_changed_cb (GfGrowingText *self)
{
  self->asked_height = -1;
  queue_check (self);
}

static void
buffer_set_cb (GfGrowingText *self)
{
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
gf_growing_text_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GTK_WIDGET_CLASS (gf_growing_text_parent_class)->size_allocate (widget, width, height, baseline);

  queue_check (GF_GROWING_TEXT (widget));
}

static void
gf_growing_text_dispose (GObject *object)
{
  g_clear_handle_id (&GF_GROWING_TEXT (object)->check_source, g_source_remove);

  G_OBJECT_CLASS (gf_growing_text_parent_class)->dispose (object);
}

static void
gf_growing_text_class_init (GfGrowingTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_growing_text_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = gf_growing_text_size_allocate;
}

static void
gf_growing_text_init (GfGrowingText *self)
{
  self->asked_height = -1;
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (buffer_set_cb), NULL);
}
