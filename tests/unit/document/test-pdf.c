/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "gf-export.h"
#include "gf-writers-private.h"

#include <poppler.h>
#include <string.h>

typedef PopplerDocument Document;
typedef PopplerPage Page;
typedef PopplerStructureElement Element;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Element, g_object_unref)

static GBytes *
export (GfDocument *document, GfPaper paper)
{
  g_autoptr (GError) error = NULL;
  GfExportOptions options = { .paper = paper };
  GBytes *pdf = gf_document_export_bytes (document, GF_EXPORT_PDF, &options, NULL, NULL, &error);

  g_assert_no_error (error);
  gf_document_unref (document);
  return pdf;
}

static PopplerDocument *
reopen (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static gboolean
contains (GBytes *pdf, const char *words)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  return memmem (data, length, words, strlen (words)) != NULL;
}

static void
test_one_page_of_the_right_size (void)
{
  static const struct { GfPaper paper; double width, height; } papers[] = {
    { GF_PAPER_A4, 595.276, 841.890 }, { GF_PAPER_LETTER, 612, 792 } };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    for (guint extra = 0; extra < 40; extra += 13)
      {
        g_autoptr (GBytes) pdf = export (fixture_overfull_new (extra), papers[i].paper);
        g_autoptr (Document) document = reopen (pdf);
        g_autoptr (Page) page = poppler_document_get_page (document, 0);
        double width, height;

        g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
        poppler_page_get_size (page, &width, &height);
        g_assert_cmpfloat_with_epsilon (width, papers[i].width, 0.01);
        g_assert_cmpfloat_with_epsilon (height, papers[i].height, 0.01);
      }
}

static void
test_all_fonts_are_embedded (void)
{
  g_autoptr (GBytes) pdf = export (fixture_document_new (), GF_PAPER_A4);
  g_autoptr (Document) document = reopen (pdf);
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  guint n = 0;

  g_assert_true (poppler_font_info_scan (info, 1, &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_true (poppler_fonts_iter_is_subset (iter));
      n++;
    }
  while (poppler_fonts_iter_next (iter));
  g_assert_cmpuint (n, >, 0);
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
}

static void
test_the_text_can_be_extracted (void)
{
  g_autoptr (GBytes) pdf = export (fixture_document_new (), GF_PAPER_A4);
  g_autoptr (Document) document = reopen (pdf);
  g_autoptr (Page) page = poppler_document_get_page (document, 0);
  g_autofree char *extracted = poppler_page_get_text (page);
  g_autoptr (GString) spaced = g_string_new (extracted);
  const char *text;
  static const char *words[] = {
    "DataGlyph Ideal Customer Profile:", "Mid-Size Tech Companies", "leadership a monthly report",
    "Company", "50 to 250", "People and roles", "Head of Marketing", "Buying process and budget",
    "Channels and message", "Who is not a fit", "Data-science teams", "Pains, ranked, in their words",
    "Two days a month", "5 of 5", "Triggers", "Goal and key value metric", "25 min",
    "Decision drivers and objections", "In their words", "Numbers", "12 of 15", "80 %", "KPIs",
    "43 %", "Customer list", "Intervals are",
  };

  g_string_replace (spaced, "\302\240", " ", 0);
  text = spaced->str;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” cannot be extracted from:\n%s", words[i], text);
  g_assert_null (strstr (text, "\357\277\274"));
}

static void
test_metadata_is_set (void)
{
  g_autoptr (GBytes) pdf = export (fixture_document_new (), GF_PAPER_A4);
  g_autoptr (Document) document = reopen (pdf);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *keywords = poppler_document_get_keywords (document);
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);
  g_autofree char *date = g_date_time_format_iso8601 (created);

  g_assert_cmpstr (title, ==, "DataGlyph Ideal Customer Profile: Mid-Size Tech Companies");
  g_assert_cmpstr (author, ==, "Mara Lindqvist");
  g_assert_cmpstr (keywords, ==, "ideal customer profile");
  g_assert_cmpstr (date, ==, "2026-10-14T09:00:00Z");
  /* "en-GB" in UTF-16. */
  g_assert_true (contains (pdf, "/Lang <FEFF0065006E002D00470042>"));
  g_assert_true (contains (pdf, "/Marked true"));
  g_assert_true (contains (pdf, "/DisplayDocTitle true"));
}

typedef struct
{
  GString *headings;
  GString *alts;
  guint    n_lists, n_items, n_tables, n_rows, n_paragraphs;
} Structure;

static void
note_element (PopplerStructureElement *element, Structure *into)
{
  g_autofree char *text = NULL;

  switch ((int) poppler_structure_element_get_kind (element))
    {
    case POPPLER_STRUCTURE_ELEMENT_HEADING_1:
    case POPPLER_STRUCTURE_ELEMENT_HEADING_2:
      text = poppler_structure_element_get_text (element, POPPLER_STRUCTURE_GET_TEXT_RECURSIVE);
      g_string_append_printf (into->headings, "%s|", text);
      break;
    case POPPLER_STRUCTURE_ELEMENT_FIGURE:
      text = poppler_structure_element_get_alt_text (element);
      g_string_append_printf (into->alts, "%s|", text);
      break;
    case POPPLER_STRUCTURE_ELEMENT_LIST:
      into->n_lists++;
      break;
    case POPPLER_STRUCTURE_ELEMENT_LIST_ITEM:
      into->n_items++;
      break;
    case POPPLER_STRUCTURE_ELEMENT_TABLE:
      into->n_tables++;
      break;
    case POPPLER_STRUCTURE_ELEMENT_TABLE_ROW:
      into->n_rows++;
      break;
    case POPPLER_STRUCTURE_ELEMENT_PARAGRAPH:
      into->n_paragraphs++;
      break;
    default:
      break;
    }
}

static void
walk (PopplerStructureElementIter *iter, Structure *into)
{
  do
    {
      g_autoptr (Element) element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

      note_element (element, into);
      if (child != NULL)
        walk (child, into);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
    }
  while (poppler_structure_element_iter_next (iter));
}

static void
test_the_structure_is_told (void)
{
  g_autoptr (GBytes) pdf = export (fixture_document_new (), GF_PAPER_A4);
  g_autoptr (Document) document = reopen (pdf);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);
  g_autoptr (GString) headings = g_string_new (NULL), alts = g_string_new (NULL);
  Structure found = { headings, alts };

  g_assert_nonnull (iter);
  walk (iter, &found);
  poppler_structure_element_iter_free (iter);
  g_assert_cmpstr (headings->str, ==,
    "DataGlyph Ideal Customer Profile:Mid-Size Tech Companies|Goal and key value metric|"
    "Pains, ranked, in their words|Company|People and roles|Buying process and budget|"
    "Channels and message|Who is not a fit|Triggers|Decision drivers and objections|In their words|"
    "Numbers|KPIs, inside the profile and out|");
  g_assert_cmpstr (alts->str, ==, "DataGlyph logo|assumption|assumption|assumption|");
  g_assert_cmpuint (found.n_lists, ==, 7);
  g_assert_cmpuint (found.n_items, ==, 3 + 6 + 5 + 4 + 3 + 5 + 5);
  g_assert_cmpuint (found.n_tables, ==, 1);
  g_assert_cmpuint (found.n_rows, ==, 4);
  g_assert_cmpuint (found.n_paragraphs, >, 20);
}

static void
test_the_same_document_gives_the_same_bytes (void)
{
  g_autoptr (GBytes) one = export (fixture_document_new (), GF_PAPER_A4);
  g_autoptr (GBytes) two = export (fixture_document_new (), GF_PAPER_A4);

  g_assert_true (g_bytes_equal (one, two));
}

static void
test_an_empty_profile_is_still_a_page (void)
{
  g_autoptr (GBytes) pdf = export (gf_document_new (NULL), GF_PAPER_A4);
  g_autoptr (Document) document = reopen (pdf);
  g_autofree char *title = poppler_document_get_title (document);

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  g_assert_cmpstr (title, ==, "Ideal customer profile");
}

/* A file by hand, as small as can be, with bytes of 0 in it. */
static GBytes *
make_small_pdf (const char *xref)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  gsize offsets[3], table;

  offsets[0] = pdf->len;
  g_string_append (pdf, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  offsets[1] = pdf->len;
  g_string_append (pdf, "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n");
  offsets[2] = pdf->len;
  g_string_append_len (pdf, "3 0 obj\n<< /Length 3 >>\nstream\n\0\0\0\nendstream\nendobj\n", 50);
  table = pdf->len;
  g_string_append_printf (pdf, "%s\n0 4\n0000000000 65535 f \n", xref);
  for (guint i = 0; i < 3; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (pdf, "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n", table);
  return g_string_free_to_bytes (pdf);
}

static void
test_the_catalog_is_updated_not_rewritten (void)
{
  static const char * const no_figures[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = make_small_pdf ("xref");
  g_autoptr (GBytes) told = gf_pdf_add_catalog (plain, "ar", no_figures, &error);
  gsize before, after;
  const char *old = g_bytes_get_data (plain, &before), *new;

  g_assert_no_error (error);
  new = g_bytes_get_data (told, &after);
  g_assert_cmpuint (after, >, before);
  g_assert_cmpint (memcmp (old, new, before), ==, 0);
  g_assert_true (contains (told, "/Lang <FEFF00610072>"));
  g_assert_true (contains (told, "/MarkInfo << /Marked true >>"));
  g_assert_true (contains (told, "/Pages 2 0 R"));
}

static void
test_a_broken_file_is_refused (void)
{
  static const char * const no_figures[] = { NULL };
  g_autoptr (GBytes) wrong = make_small_pdf ("zref");
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) words = g_bytes_new_static ("trailer << /Root 1 >> startxref 99999999999", 43);
  GBytes *files[] = { wrong, empty, words };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gf_pdf_add_catalog (files[i], "en", no_figures, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/one-page-of-the-right-size", test_one_page_of_the_right_size);
  g_test_add_func ("/pdf/all-fonts-are-embedded", test_all_fonts_are_embedded);
  g_test_add_func ("/pdf/the-text-can-be-extracted", test_the_text_can_be_extracted);
  g_test_add_func ("/pdf/metadata-is-set", test_metadata_is_set);
  g_test_add_func ("/pdf/the-structure-is-told", test_the_structure_is_told);
  g_test_add_func ("/pdf/the-same-document-gives-the-same-bytes",
                   test_the_same_document_gives_the_same_bytes);
  g_test_add_func ("/pdf/an-empty-profile-is-still-a-page", test_an_empty_profile_is_still_a_page);
  g_test_add_func ("/pdf/the-catalog-is-updated-not-rewritten",
                   test_the_catalog_is_updated_not_rewritten);
  g_test_add_func ("/pdf/a-broken-file-is-refused", test_a_broken_file_is_refused);
  return g_test_run ();
}
