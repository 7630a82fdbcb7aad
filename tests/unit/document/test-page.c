/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "gf-document-private.h"
#include "gf-page-layout-private.h"
#include "gf-page-style.h"

#include <math.h>
#include <string.h>

static GfPageLayout *
lay_out (GfDocument *document, GfPaper paper)
{
  GfPageLayout *page = gf_page_layout_new (document, GF_PAGE_STYLE_BRIEF, paper);

  gf_document_unref (document);
  return page;
}

static char *
words_of (GfDocument *document, GfPaper paper)
{
  g_autoptr (GfPageLayout) page = lay_out (document, paper);

  return gf_page_layout_dup_text (page);
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

/* Every box is inside the paper's 10 mm, and no two texts of a column overlap vertically. */
static void
assert_inside (const GfNode *node, double x, double y, double width, double height)
{
  x += node->x;
  y += node->y;
  if (node->kind == GF_NODE_TEXT)
    {
      g_assert_cmpfloat (x, >=, GF_MM (10));
      g_assert_cmpfloat (y, >=, GF_MM (10));
      g_assert_cmpfloat (x + gf_node_get_ink_width (node), <=, width - GF_MM (10));
      g_assert_cmpfloat (y + node->height, <=, height - GF_MM (10));
    }
  for (guint i = 0; i < node->children->len; i++)
    assert_inside (node->children->pdata[i], x, y, width, height);
}

static void
assert_page_is_sound (const GfPageLayout *page)
{
  double width, height;

  gf_page_layout_get_size (page, &width, &height);
  g_assert_true (gf_page_layout_fits (page));
  assert_inside (gf_page_layout_get_root (page), 0, 0, width, height);
}

static void
find_texts (const GfNode *node, double y, GHashTable *baselines)
{
  y += node->y;
  if (node->kind == GF_NODE_TEXT)
    g_hash_table_insert (baselines, g_strdup (pango_layout_get_text (node->layout)),
                         g_memdup2 (&(double) { y + node->first_baseline }, sizeof (double)));
  for (guint i = 0; i < node->children->len; i++)
    find_texts (node->children->pdata[i], y, baselines);
}

static double
baseline_of (GHashTable *baselines, const char *start)
{
  GHashTableIter iter;
  gpointer text, baseline;

  g_hash_table_iter_init (&iter, baselines);
  while (g_hash_table_iter_next (&iter, &text, &baseline))
    if (g_str_has_prefix (text, start))
      return *(double *) baseline;
  g_error ("no text begins with “%s”", start);
}

static void
test_the_designs_page_fits_as_it_is (void)
{
  g_autoptr (GfPageLayout) page = lay_out (fixture_document_new (), GF_PAPER_A4);
  g_autofree char *sentence = gf_page_layout_dup_left_out_sentence (page);
  g_autofree char *accent = NULL;

  assert_page_is_sound (page);
  g_assert_null (gf_page_layout_get_left_out (page)[0]);
  g_assert_null (sentence);
  g_assert_false (gf_page_layout_accent_darkened (page, &accent));
  g_assert_cmpstr (accent, ==, "#7a2438");
}

static void
test_both_columns_keep_one_grid (void)
{
  g_autoptr (GfPageLayout) page = lay_out (fixture_document_new (), GF_PAPER_A4);
  g_autoptr (GHashTable) baselines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const double step = GF_MM (4);
  static const char *starts[] = { "Head of Marketing", "A peer", "Communities", "Data-science",
                                  "A new head", "The leadership", "First report", "“My Friday" };
  double first;

  find_texts (gf_page_layout_get_root (page), 0, baselines);
  first = baseline_of (baselines, "B2B software, IT");
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      double lines = (baseline_of (baselines, starts[i]) - first) / step;

      g_assert_cmpfloat_with_epsilon (lines, round (lines), 1e-6);
    }
}

static void
test_the_reading_order_is_the_designs (void)
{
  g_autofree char *text = words_of (fixture_document_new (), GF_PAPER_A4);
  static const char *order[] = {
    "DataGlyph Ideal Customer Profile:", "Mid-Size Tech Companies", "B2B software and", "Version",
    "Goal and key value metric", "25 min", "Pains, ranked", "Company", "People and roles",
    "Buying process", "Channels and message", "Who is not a fit", "Ask first", "Triggers",
    "Decision drivers", "In their words", "Numbers", "KPIs, inside", "Customer list", "Assumption",
  };
  const char *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *next = strstr (at, order[i]);

      if (next == NULL)
        g_error ("“%s” is not where it should be read", order[i]);
      at = next;
    }
}

static void
test_an_overfull_page_names_what_left (void)
{
  g_autoptr (GfPageLayout) page = lay_out (fixture_overfull_new (12), GF_PAPER_A4);
  g_autofree char *text = gf_page_layout_dup_text (page), *left = NULL, *sentence = NULL;

  assert_page_is_sound (page);
  left = g_strjoinv (", ", (char **) gf_page_layout_get_left_out (page));
  sentence = gf_page_layout_dup_left_out_sentence (page);
  assert_says (left, "13 quotes");
  assert_says (sentence, left);
  assert_says (text, "in the file.");
  g_assert_null (strstr (text, "Voice number 12 "));
  /* Of the voices one has churned; happy ones leave before it. */
  assert_says (text, "confidence intervals");
  /* These never leave. */
  assert_says (text, "Mid-Size Tech Companies");
  assert_says (text, "decide within a quarter");
  assert_says (text, "50 to 250");
  assert_says (text, "Two days a month");
  assert_says (text, "25 min");
  assert_says (text, "On-premises only");
  assert_says (text, "Customer list");
}

static void
test_items_leave_only_when_all_else_failed (void)
{
  g_autoptr (GfPageLayout) page = lay_out (fixture_overfull_new (2), GF_PAPER_A4);

  assert_page_is_sound (page);
  g_assert_null (gf_page_layout_get_left_out (page)[0]);
}

static void
test_priority_decides_who_stays (void)
{
  GfDocument *document = gf_document_new ("en");
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_PEOPLE, "People");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("person number %03u of them", i);

      gf_doc_section_set_item_kind (section, GF_DOC_TOPIC_PEOPLE,
                                    i == 150 ? 5 : i == 170 ? GF_DOC_PRIORITY_KEEP : 0);
      gf_doc_section_add_item (section, gf_inline_new (name));
    }
  text = words_of (document, GF_PAPER_A4);
  assert_says (text, "number 000");
  assert_says (text, "number 150");
  assert_says (text, "number 170");
  g_assert_null (strstr (text, "number 199"));
  g_assert_null (strstr (text, "number 169"));
}

static void
test_letter_fits_too (void)
{
  g_autoptr (GfPageLayout) page = lay_out (fixture_document_new (), GF_PAPER_LETTER);
  double width, height;

  assert_page_is_sound (page);
  gf_page_layout_get_size (page, &width, &height);
  g_assert_cmpfloat (width, ==, 612);
  g_assert_cmpfloat (height, ==, 792);
  g_assert_null (gf_page_layout_get_left_out (page)[0]);
}

static void
test_empty_sections_leave_no_heading (void)
{
  g_autofree char *text = words_of (fixture_empty_new (), GF_PAPER_A4);
  g_autofree char *nothing = words_of (gf_document_new (NULL), GF_PAPER_LETTER);

  g_assert_cmpstr (text, ==, "A segment\n");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_lone_columns_are_balanced (void)
{
  GfDocument *document = gf_document_new ("en");
  g_autoptr (GfPageLayout) page = NULL;
  g_autoptr (GHashTable) baselines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  static const GfDocTopic topics[] = { GF_DOC_TOPIC_COMPANY, GF_DOC_TOPIC_PEOPLE, GF_DOC_TOPIC_BUYING,
                                       GF_DOC_TOPIC_CHANNELS };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *heading = g_strdup_printf ("Heading %u", i);
      GfDocSection *section = gf_document_add_section (document, topics[i], heading);

      for (guint item = 0; item < 8; item++)
        gf_doc_section_add_item (section, gf_inline_new ("an item"));
    }
  page = lay_out (document, GF_PAPER_A4);
  assert_page_is_sound (page);
  find_texts (gf_page_layout_get_root (page), 0, baselines);
  g_assert_cmpfloat (baseline_of (baselines, "Heading 0"), <, baseline_of (baselines, "Heading 1"));
  g_assert_cmpfloat_with_epsilon (baseline_of (baselines, "Heading 0"),
                                  MIN (baseline_of (baselines, "Heading 2"),
                                       baseline_of (baselines, "Heading 3")), 1e-6);
}

static GfDocument *
make_hostile (const char *text)
{
  GfDocument *document = gf_document_new ("en");
  guint source = gf_document_add_source (document, GF_DOC_SOURCE_CUSTOMERS, text);
  const guint sources[] = { source, 0 };
  GfDocSection *section;

  gf_document_set_title (document, text, text);
  gf_document_set_sentence (document, gf_inline_new (text));
  gf_document_set_brand (document, text, NULL);
  gf_document_set_status (document, text);
  for (guint i = 0; i < 4; i++)
    gf_document_add_meta (document, text, text);
  gf_document_add_remark (document, text);
  section = gf_document_add_section (document, GF_DOC_TOPIC_COMPANY, text);
  gf_doc_section_add_fact (section, text, gf_inline_new_statement (text, sources, FALSE));
  gf_doc_section_add_item (section, gf_inline_new_statement (text, NULL, TRUE));
  gf_doc_section_add_paragraph (section, gf_inline_new (text));
  gf_doc_section_add_ask_first (section, text, text);
  section = gf_document_add_section (document, GF_DOC_TOPIC_PAINS, text);
  gf_doc_section_add_pain (section, &(GfDocPain) { text, text, 1, 2, .sources = sources });
  gf_doc_section_add_metric (section, &(GfDocMetric) { text, text, text, .sources = sources });
  gf_doc_section_add_figure (section, &(GfDocFigure) { 1, 2, text, text, .verdict = text });
  gf_doc_section_add_bar (section, &(GfDocFigure) { 1, 2, text, text, 0.5, 0.1, 0.9, 0.2, text });
  gf_doc_section_add_quote (section, &(GfDocQuote) { text, GF_DOC_VOICE_PROSPECT, text, sources });
  gf_doc_section_add_kpi (section, &(GfDocKpi) { text, text, text, text, sources });
  gf_doc_section_add_map (section, &(GfDocMap) {
    text, text, text, text, (GfDocPoint[]) { { text, 0.5, -0.5, TRUE }, { text, 0.5, -0.5, FALSE } },
    2, text, 0, 0, 1, 1, sources });
  return document;
}

static void
test_any_text_fits (void)
{
  g_autoptr (GString) word = g_string_new (NULL), prose = g_string_new (NULL);
  const char *texts[4] = { "😀 👩‍👩‍👧 𝔘 مرحبا שלום नमस्ते 日本語", "<b>&amp; ]]> \"'</b> %s %n \\", NULL, NULL };

  for (guint i = 0; i < 400; i++)
    g_string_append_c (word, 'w');
  for (guint i = 0; i < 300; i++)
    g_string_append (prose, "some more words ");
  texts[2] = word->str;
  texts[3] = prose->str;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GfPageLayout) page = lay_out (make_hostile (texts[i]), GF_PAPER_A4);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
      cairo_t *cr = cairo_create (surface);

      gf_page_layout_draw (page, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      assert_page_is_sound (page);
    }
}

static void
test_long_texts_are_shortened_last (void)
{
  g_autoptr (GString) prose = g_string_new (NULL);
  GfDocument *document = gf_document_new ("en");
  g_autoptr (GfPageLayout) page = NULL;
  g_autofree char *left = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (prose, "word after word ");
  gf_document_set_title (document, NULL, "Short");
  gf_document_set_sentence (document, gf_inline_new (prose->str));
  page = lay_out (document, GF_PAPER_A4);
  assert_page_is_sound (page);
  left = gf_page_layout_dup_left_out_sentence (page);
  assert_says (left, "the end of 1 long text");
}

/* The x of the first text of which the words begin with @start, at its start edge. */
static gboolean
find_x (const GfNode *node, double x, const char *start, double *found, double *width)
{
  x += node->x;
  if (node->kind == GF_NODE_TEXT && g_str_has_prefix (pango_layout_get_text (node->layout), start))
    {
      *found = x;
      *width = node->width;
      return TRUE;
    }
  for (guint i = 0; i < node->children->len; i++)
    if (find_x (node->children->pdata[i], x, start, found, width))
      return TRUE;
  return FALSE;
}

static void
test_right_to_left_pages_are_mirrored (void)
{
  double x[2], width[2], bullet[2], ignored;

  for (guint i = 0; i < 2; i++)
    {
      GfDocument *document = gf_document_new (i == 0 ? "en" : "he");
      GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_COMPANY, "Company");
      g_autoptr (GfPageLayout) page = NULL;

      gf_doc_section_add_item (section, gf_inline_new ("an item"));
      page = lay_out (document, GF_PAPER_A4);
      g_assert_true (find_x (gf_page_layout_get_root (page), 0, "an item", &x[i], &width[i]));
      g_assert_true (find_x (gf_page_layout_get_root (page), 0, "–", &bullet[i], &ignored));
    }
  g_assert_cmpfloat_with_epsilon (x[1], GF_MM (210) - x[0] - width[0], 1e-6);
  g_assert_cmpfloat (bullet[0], <, x[0]);
  g_assert_cmpfloat (bullet[1], >, x[1]);
}

static void
test_pale_accents_are_told (void)
{
  GfDocument *document = fixture_document_new ();
  g_autoptr (GfPageLayout) page = NULL;
  g_autofree char *used = NULL;

  gf_document_set_accent (document, "#ffd700");
  page = lay_out (document, GF_PAPER_A4);
  g_assert_true (gf_page_layout_accent_darkened (page, &used));
  g_assert_cmpstr (used, !=, "#ffd700");
}

static void
test_sections_stay_when_measured_twice (void)
{
  g_autofree char *one = words_of (fixture_overfull_new (9), GF_PAPER_A4);
  g_autofree char *two = words_of (fixture_overfull_new (9), GF_PAPER_A4);

  g_assert_cmpstr (one, ==, two);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/the-designs-page-fits-as-it-is", test_the_designs_page_fits_as_it_is);
  g_test_add_func ("/page/both-columns-keep-one-grid", test_both_columns_keep_one_grid);
  g_test_add_func ("/page/the-reading-order-is-the-designs", test_the_reading_order_is_the_designs);
  g_test_add_func ("/page/an-overfull-page-names-what-left", test_an_overfull_page_names_what_left);
  g_test_add_func ("/page/items-leave-only-when-all-else-failed",
                   test_items_leave_only_when_all_else_failed);
  g_test_add_func ("/page/priority-decides-who-stays", test_priority_decides_who_stays);
  g_test_add_func ("/page/letter-fits-too", test_letter_fits_too);
  g_test_add_func ("/page/empty-sections-leave-no-heading", test_empty_sections_leave_no_heading);
  g_test_add_func ("/page/lone-columns-are-balanced", test_lone_columns_are_balanced);
  g_test_add_func ("/page/any-text-fits", test_any_text_fits);
  g_test_add_func ("/page/long-texts-are-shortened-last", test_long_texts_are_shortened_last);
  g_test_add_func ("/page/right-to-left-pages-are-mirrored", test_right_to_left_pages_are_mirrored);
  g_test_add_func ("/page/pale-accents-are-told", test_pale_accents_are_told);
  g_test_add_func ("/page/sections-stay-when-measured-twice", test_sections_stay_when_measured_twice);
  return g_test_run ();
}
