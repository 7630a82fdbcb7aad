/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-page-preview.h"

#include <glib/gi18n.h>

#define NATURAL_WIDTH 420
#define MINIMAL_WIDTH 200

struct _GfPagePreview
{
  GtkWidget parent_instance;

  /* Owned */
  GfPageLayout *layout;
  char *text;
};

G_DEFINE_FINAL_TYPE (GfPagePreview, gf_page_preview, GTK_TYPE_WIDGET)

static double
get_ratio (GfPagePreview *self)
{
  double width = 595;
  double height = 842;

  if (self->layout != NULL)
    gf_page_layout_get_size (self->layout, &width, &height);

  return height / width;
}

static GtkSizeRequestMode
gf_page_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gf_page_preview_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  double ratio = get_ratio (GF_PAGE_PREVIEW (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMAL_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      int width = for_size < 0 ? NATURAL_WIDTH : for_size;

      *minimum = *natural = (int) (width * ratio + 0.5);
    }
}

static void
gf_page_preview_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GfPagePreview *self = GF_PAGE_PREVIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  const GdkRGBA white = { 1, 1, 1, 1 };
  double page_width, page_height;

  /* Paper is white in every style. */
  gtk_snapshot_append_color (snapshot, &white, &bounds);
  if (self->layout == NULL)
    return;

  gf_page_layout_get_size (self->layout, &page_width, &page_height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, width / page_width, width / page_width);
  gf_page_layout_draw (self->layout, cr);
  cairo_destroy (cr);
}

static void
gf_page_preview_finalize (GObject *object)
{
  GfPagePreview *self = GF_PAGE_PREVIEW (object);

  g_clear_pointer (&self->layout, gf_page_layout_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (gf_page_preview_parent_class)->finalize (object);
}

static void
gf_page_preview_class_init (GfPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gf_page_preview_finalize;
  widget_class->get_request_mode = gf_page_preview_get_request_mode;
  widget_class->measure = gf_page_preview_measure;
  widget_class->snapshot = gf_page_preview_snapshot;

  gtk_widget_class_set_css_name (widget_class, "pagepreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gf_page_preview_init (GfPagePreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The page as it will be exported"), -1);
}

/**
 * gf_page_preview_new:
 *
 * Returns: (transfer floating): a preview of an empty sheet
 */
GtkWidget *
gf_page_preview_new (void)
{
  return g_object_new (GF_TYPE_PAGE_PREVIEW, NULL);
}

/**
 * gf_page_preview_set_layout:
 * @self: a preview
 * @layout: (nullable): the page to show; NULL for an empty sheet
 *
 * Shows a page.
 */
void
gf_page_preview_set_layout (GfPagePreview *self,
                            GfPageLayout  *layout)
{
  g_return_if_fail (GF_IS_PAGE_PREVIEW (self));

  g_autoptr (GfPageLayout) before = g_steal_pointer (&self->layout);
  self->layout = layout != NULL ? gf_page_layout_ref (layout) : NULL;

  g_free (self->text);
  self->text = layout != NULL ? gf_page_layout_dup_text (layout) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->text != NULL ? self->text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * gf_page_preview_get_text:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the words of the page, as a screen reader hears them
 */
const char *
gf_page_preview_get_text (GfPagePreview *self)
{
  g_return_val_if_fail (GF_IS_PAGE_PREVIEW (self), NULL);

  return self->text;
}
