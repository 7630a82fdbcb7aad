/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "gf-export.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

static char *
write_as (GfDocument *document, GfExportFormat format, gsize *length)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = gf_document_export_bytes (document, format, NULL, NULL, NULL, &error);
  gsize size;
  char *text;

  g_assert_no_error (error);
  gf_document_unref (document);
  g_bytes_get_data (bytes, &size);
  text = g_strndup (g_bytes_get_data (bytes, NULL), size);
  if (length != NULL)
    *length = size;
  g_bytes_unref (bytes);
  return text;
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static const GMarkupParser checker = { NULL };

static void
assert_well_formed (const char *text)
{
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&checker, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");

  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  if (xmllint != NULL)
    {
      g_autoptr (GSubprocess) process = g_subprocess_new (
        G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, xmllint, "--noout", "--nonet", "-", NULL);

      g_assert_no_error (error);
      g_assert_true (g_subprocess_communicate_utf8 (process, text, NULL, NULL, NULL, &error));
      g_assert_true (g_subprocess_get_successful (process));
    }
}

static GfDocument *
make_hostile (void)
{
  const char *text = "<b>&amp; \"q\" 'a'</b> [x](y) *z* _u_ #1 `c` | $ ~";
  GfDocument *document = gf_document_new ("en\"><script>");
  guint source = gf_document_add_source (document, GF_DOC_SOURCE_MARKET, text);
  const guint sources[] = { source, 0 };
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_OTHER, text);

  gf_document_set_title (document, text, text);
  gf_document_set_author (document, text);
  gf_document_add_meta (document, text, text);
  gf_document_add_remark (document, text);
  gf_doc_section_add_paragraph (section, gf_inline_cite (gf_inline_new ("1. no list"), sources));
  gf_doc_section_add_paragraph (section, gf_inline_new ("- nor this"));
  gf_doc_section_add_paragraph (section, gf_inline_new ("> nor this"));
  gf_doc_section_add_item (section, gf_inline_strong (gf_inline_new (NULL), text));
  gf_doc_section_add_fact (section, text, gf_inline_assumption (gf_inline_new (NULL), text));
  gf_doc_section_add_pain (section, &(GfDocPain) { text, text, 1, 2 });
  gf_doc_section_add_metric (section, &(GfDocMetric) { text, text, text });
  gf_doc_section_add_bar (section, &(GfDocFigure) { 1, 2, text, text, 0.5, 0.1, 0.9, 0.2, text });
  gf_doc_section_add_quote (section, &(GfDocQuote) { text, GF_DOC_VOICE_HAPPY, text, sources });
  gf_doc_section_add_kpi (section, &(GfDocKpi) { text, text, text, text });
  return document;
}

/* What any form of the document must say. */
static const char *everything[] = {
  "DataGlyph Ideal Customer Profile", "Mid-Size Tech Companies", "Primary profile",
  "decide within a quarter", "148 customers, 8 interviews", "Company", "Subscription, own sales team",
  "Marketing Operations", "34 days", "No tender below", "automate marketing report",
  "Data-science teams", "Ask first", "our data scientists", "Two days a month", "Late answers",
  "A third paid channel is added", "25 min", "median of five happy customers",
  "In the EU, audited", "Churned", "confidence intervals, not colours", "80\302\240%",
  "48 to 90\302\240%", "Win rate", "19\302\240%, 22 of 117", "Three competitors", "Intervals are",
};

static void
test_html_is_well_formed_and_whole (void)
{
  g_autofree char *html = write_as (fixture_document_new (), GF_EXPORT_HTML, NULL);

  assert_well_formed (html);
  for (guint i = 0; i < G_N_ELEMENTS (everything); i++)
    assert_says (html, everything[i]);
  assert_says (html, "lang=\"en-GB\"");
  assert_says (html, "<h1>");
  assert_says (html, "<h2>Company</h2>");
  assert_says (html, "@media print");
  assert_says (html, "<th scope=\"row\">");
  assert_says (html, "href=\"#note-1\"");
  assert_says (html, "id=\"note-1\"");
  g_assert_null (strstr (html, "src=\"http"));
  g_assert_null (strstr (html, "url("));
}

static void
test_html_takes_no_orders_from_text (void)
{
  g_autofree char *html = write_as (make_hostile (), GF_EXPORT_HTML, NULL);

  assert_well_formed (html);
  g_assert_null (strstr (html, "<b>"));
  g_assert_null (strstr (html, "<script"));
  assert_says (html, "&lt;b&gt;&amp;amp;");
}

static void
test_markdown_is_whole (void)
{
  g_autofree char *text = write_as (fixture_document_new (), GF_EXPORT_MARKDOWN, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (everything); i++)
    assert_says (text, everything[i]);
  assert_says (text, "# DataGlyph Ideal Customer Profile: Mid-Size Tech Companies\n\n");
  assert_says (text, "## Company\n\n- Industry: B2B software, IT services[^1]\n");
  assert_says (text, "warehouse[^1][^2]\n");
  assert_says (text, "- Revenue: €5 to 40 million a year (assumption)\n");
  assert_says (text, "1. *“Two days a month go into the board report, half of it copy and paste.”* "
                     "Hours lost to manual reports: **5\302\240of\302\2405**[^2]\n");
  assert_says (text, "| Yearly churn | 6\302\240%, 2 of 31 | 19\302\240%, 22 of 117 |\n");
  assert_says (text, "[^5]: Our own terms and audit report, 2024.\n");
  g_assert_true (g_str_has_suffix (text, "2024.\n"));
  g_assert_null (strstr (text, "\n\n\n"));
}

static void
test_markdown_escapes (void)
{
  g_autofree char *text = write_as (make_hostile (), GF_EXPORT_MARKDOWN, NULL);

  assert_says (text, "\n1\\. no list");
  assert_says (text, "\n\\- nor this");
  assert_says (text, "\n\\> nor this");
  assert_says (text, "&lt;b\\>&amp;amp;");
  assert_says (text, "\\[x\\](y) \\*z\\* \\_u\\_ \\#1 \\`c\\` \\| \\$ \\~");
  g_assert_null (strstr (text, "<b>"));
}

static void
test_svg_is_well_formed_and_titled (void)
{
  g_autofree char *svg = write_as (fixture_document_new (), GF_EXPORT_SVG, NULL);

  assert_well_formed (svg);
  assert_says (svg, "<title>DataGlyph Ideal Customer Profile: Mid-Size Tech Companies</title>");
  assert_says (svg, "role=\"img\"");
}

typedef struct
{
  const char *data;
  gsize       at;
} Reader;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  memcpy (data, reader->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_png_has_the_size_asked_for (void)
{
  static const struct { double dpi; int width, height; guint per_metre; } sizes[] = {
    { 0, 1654, 2339, 7874 }, { 72, 595, 842, 2835 }, { 300, 2480, 3508, 11811 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GfDocument) document = fixture_document_new ();
      GfExportOptions options = { .dpi = sizes[i].dpi };
      g_autoptr (GBytes) png = gf_document_export_bytes (document, GF_EXPORT_PNG, &options, NULL, NULL,
                                                         NULL);
      Reader reader = { g_bytes_get_data (png, NULL), 0 };
      cairo_surface_t *picture = cairo_image_surface_create_from_png_stream (read_cb, &reader);
      guint32 per_metre;

      g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (picture), ==, sizes[i].width);
      g_assert_cmpint (cairo_image_surface_get_height (picture), ==, sizes[i].height);
      g_assert_cmpint (memcmp (reader.data + 37, "pHYs", 4), ==, 0);
      memcpy (&per_metre, reader.data + 41, sizeof per_metre);
      g_assert_cmpuint (GUINT32_FROM_BE (per_metre), ==, sizes[i].per_metre);
      cairo_surface_destroy (picture);
    }
}

static void
test_a_file_is_replaced_whole (void)
{
  g_autoptr (GfDocument) document = fixture_overfull_new (30);
  g_autofree char *folder = g_dir_make_tmp ("gf-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.md", NULL), *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) left_out = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (gf_document_export (document, file, GF_EXPORT_MARKDOWN, NULL, &left_out, NULL,
                                     &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (left_out), ==, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  assert_says (content, "Voice number 30");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_a_missing_folder_is_told (void)
{
  g_autoptr (GfDocument) document = fixture_document_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/folder/page.pdf");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) left_out = NULL;

  g_assert_false (gf_document_export (document, file, GF_EXPORT_PDF, NULL, &left_out, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_says (error->message, "/nonexistent/folder/page.pdf");
  g_assert_null (left_out);
}

static void
test_a_cancelled_export_writes_nothing (void)
{
  g_autoptr (GfDocument) document = fixture_document_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gf_document_export_bytes (document, GF_EXPORT_PDF, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_the_async_form_does_the_same (void)
{
  g_autoptr (GfDocument) document = fixture_overfull_new (30);
  g_autofree char *folder = g_dir_make_tmp ("gf-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL), *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) left_out = NULL;
  gsize length;

  gf_document_export_async (document, file, GF_EXPORT_PDF, NULL, NULL, exported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gf_document_export_finish (result, &left_out, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (left_out), >, 0);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-1.4"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_endings_name_the_format (void)
{
  GfExportFormat format;

  g_assert_true (gf_export_format_from_name ("a/b.PDF", &format));
  g_assert_cmpint (format, ==, GF_EXPORT_PDF);
  g_assert_true (gf_export_format_from_name ("x.markdown", &format));
  g_assert_cmpint (format, ==, GF_EXPORT_MARKDOWN);
  g_assert_true (gf_export_format_from_name ("x.htm", &format));
  g_assert_cmpint (format, ==, GF_EXPORT_HTML);
  g_assert_false (gf_export_format_from_name ("x.docx", &format));
  g_assert_false (gf_export_format_from_name ("pdf", &format));
  g_assert_cmpstr (gf_export_format_get_suffix (GF_EXPORT_MARKDOWN), ==, ".md");
  g_assert_cmpstr (gf_export_format_get_mime (GF_EXPORT_SVG), ==, "image/svg+xml");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writers/html-is-well-formed-and-whole", test_html_is_well_formed_and_whole);
  g_test_add_func ("/writers/html-takes-no-orders-from-text", test_html_takes_no_orders_from_text);
  g_test_add_func ("/writers/markdown-is-whole", test_markdown_is_whole);
  g_test_add_func ("/writers/markdown-escapes", test_markdown_escapes);
  g_test_add_func ("/writers/svg-is-well-formed-and-titled", test_svg_is_well_formed_and_titled);
  g_test_add_func ("/writers/png-has-the-size-asked-for", test_png_has_the_size_asked_for);
  g_test_add_func ("/writers/a-file-is-replaced-whole", test_a_file_is_replaced_whole);
  g_test_add_func ("/writers/a-missing-folder-is-told", test_a_missing_folder_is_told);
  g_test_add_func ("/writers/a-cancelled-export-writes-nothing",
                   test_a_cancelled_export_writes_nothing);
  g_test_add_func ("/writers/the-async-form-does-the-same", test_the_async_form_does_the_same);
  g_test_add_func ("/writers/endings-name-the-format", test_endings_name_the_format);
  return g_test_run ();
}
