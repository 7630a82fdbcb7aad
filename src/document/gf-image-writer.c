/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-writers-private.h"

#include "gf-document-private.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEFAULT_DPI 200.0
#define LOWEST_DPI 24.0
#define HIGHEST_DPI 1200.0

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (cairo_status_t status, GByteArray *data, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (data);
  g_byte_array_unref (data);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

static guint32
crc_of (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  return ~crc;
}

static void
put_be32 (guint8 *at, guint32 value)
{
  value = GUINT32_TO_BE (value);
  memcpy (at, &value, sizeof value);
}

/* cairo does not say how large a pixel is; a pHYs chunk after the header (33 bytes in) does. */
static void
add_resolution (GByteArray *png, double dpi)
{
  const guint at = 33;
  guint8 chunk[21] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's' };
  guint32 per_metre = (guint32) lround (dpi / 0.0254);

  if (png->len <= at)
    return;
  put_be32 (chunk + 8, per_metre);
  put_be32 (chunk + 12, per_metre);
  chunk[16] = 1;
  put_be32 (chunk + 17, crc_of (chunk + 4, 13));
  g_byte_array_set_size (png, png->len + sizeof chunk);
  memmove (png->data + at + sizeof chunk, png->data + at, png->len - at - sizeof chunk);
  memcpy (png->data + at, chunk, sizeof chunk);
}

/**
 * gf_png_write:
 * @page: a page
 * @dpi: dots per inch; 0: 200
 * @error: return location for an error
 *
 * Returns: (transfer full): the page as a PNG picture without transparency, or %NULL
 */
GBytes *
gf_png_write (GfPageLayout  *page,
              double         dpi,
              GError       **error)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_status_t status;
  GByteArray *data = g_byte_array_new ();
  cairo_t *cr;

  dpi = dpi > 0.0 ? CLAMP (dpi, LOWEST_DPI, HIGHEST_DPI) : DEFAULT_DPI;
  scale = dpi / 72.0;
  gf_page_layout_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (width * scale),
                                        (int) lround (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / width,
               cairo_image_surface_get_height (surface) / height);
  gf_page_layout_draw (page, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, data);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    add_resolution (data, dpi);
  return finish (status, data, error);
}

/* Gives the drawing the words a screen reader needs: language, role and title. */
static GByteArray *
add_title (GByteArray *svg, const GfDocument *document)
{
  const char *root = g_strstr_len ((const char *) svg->data, svg->len, "<svg ");
  const char *close = root != NULL ? memchr (root, '>', svg->len - (gsize) ((const guint8 *) root - svg->data)) : NULL;
  g_autofree char *title = gf_document_dup_full_title (document);
  g_autofree char *words = NULL, *attributes = NULL;
  GByteArray *titled;

  if (close == NULL)
    return svg;
  attributes = g_markup_printf_escaped ("<svg role=\"img\" xml:lang=\"%s\" ", document->language);
  words = g_markup_printf_escaped ("\n<title>%s</title>", title);
  titled = g_byte_array_new ();
  g_byte_array_append (titled, svg->data, (guint) ((const guint8 *) root - svg->data));
  g_byte_array_append (titled, (const guint8 *) attributes, (guint) strlen (attributes));
  g_byte_array_append (titled, (const guint8 *) root + 5, (guint) (close + 1 - root - 5));
  g_byte_array_append (titled, (const guint8 *) words, (guint) strlen (words));
  g_byte_array_append (titled, (const guint8 *) close + 1,
                       svg->len - (guint) ((const guint8 *) close + 1 - svg->data));
  g_byte_array_unref (svg);
  return titled;
}

/**
 * gf_svg_write:
 * @page: a page
 * @error: return location for an error
 *
 * Returns: (transfer full): the page as an SVG drawing, its letters as outlines, or %NULL
 */
GBytes *
gf_svg_write (GfPageLayout  *page,
              GError       **error)
{
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  gf_page_layout_get_size (page, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_cb, data, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  cr = cairo_create (surface);
  gf_page_layout_draw (page, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    data = add_title (data, gf_page_layout_get_document (page));
  return finish (status, data, error);
}
