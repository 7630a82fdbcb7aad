/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-writers-private.h"

#include "gf-document-private.h"
#include "gf-page-layout-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const GfDocument *document)
{
  g_autofree char *title = gf_document_dup_full_title (document);
  g_autofree char *sentence = gf_inline_dup_text (document->sentence);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format_iso8601 (document->date ? document->date : now);
  g_autoptr (GString) keywords = g_string_new (NULL);

  for (guint i = 0; i < document->keywords->len; i++)
    g_string_append_printf (keywords, "%s%s", i > 0 ? ", " : "",
                            (const char *) document->keywords->pdata[i]);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  *title != '\0' ? title : _("Ideal customer profile"));
  if (document->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  if (document->subject != NULL || *sentence != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                    document->subject != NULL ? document->subject : sentence);
  if (keywords->len > 0)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords->str);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Goodfit " GF_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/**
 * gf_pdf_write:
 * @page: a page
 * @error: return location for an error
 *
 * Writes a tagged PDF 1.4 with embedded fonts. That version keeps the file's table of contents in
 * plain text, which gf_pdf_add_catalog() needs, and nothing on the page asks for a later one.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *
gf_pdf_write (GfPageLayout  *page,
              GError       **error)
{
  const GfDocument *document = gf_page_layout_get_document (page);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_free);
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  gf_page_layout_get_size (page, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, data, width, height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, document);
  cairo_pdf_surface_set_page_label (surface, "1");
  cr = cairo_create (surface);
  gf_page_layout_draw (page, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  gf_node_list_figures (gf_page_layout_get_root (page), figures);
  g_ptr_array_add (figures, NULL);
  plain = g_bytes_new (data->data, data->len);
  return gf_pdf_add_catalog (plain, document->language, (const char * const *) figures->pdata, error);
}
