/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-document-private.h"

static char *
flatten (const GfInline *text)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < text->runs->len; i++)
    {
      const GfRun *run = text->runs->pdata[i];

      if (run->kind == GF_RUN_TEXT)
        g_string_append_printf (out, "%d{%s}", (int) run->flags, run->text);
      else
        g_string_append (out, run->kind == GF_RUN_BREAK ? "/" : "#");
    }
  return g_string_free_and_steal (out);
}

static void
test_markup_marks_words (void)
{
  static const char *cases[][2] = {
    { "plain", "0{plain}" },
    { "**Head** signs", "1{Head}0{ signs}" },
    { "say *their words* here", "0{say }2{their words}0{ here}" },
    { "[?a guess] and more", "4{a guess}0{ and more}" },
    { "**a *b* c**", "1{a }3{b}1{ c}" },
    { "5 * 3 = 15", "0{5 * 3 = 15}" },
    { "2 ** 3", "0{2 ** 3}" },
    { "never **closed", "0{never **closed}" },
    { "\\*not this\\*", "0{*not this*}" },
    { "a [link] stays", "0{a [link] stays}" },
    { "[?open", "0{[?open}" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GfInline) text = gf_inline_new_markup (cases[i][0]);
      g_autofree char *flat = flatten (text);

      g_assert_cmpstr (flat, ==, cases[i][1]);
    }
}

static void
test_text_is_cleaned (void)
{
  g_autofree char *spaces = gf_text_clean (" a\t\nb\r\n  c\xc2\xa0" "d ");
  g_autofree char *controls = gf_text_clean ("a\x01" "b\xe2\x80\xae" "c\xef\xbf\xbc" "d");
  g_autofree char *broken = gf_text_clean ("a\xff" "b");
  g_autofree char *percent = gf_text_clean ("80 % of n = 8");
  g_autofree char *nothing = gf_text_clean (NULL);

  g_assert_cmpstr (spaces, ==, " a b c\xc2\xa0" "d ");
  g_assert_cmpstr (controls, ==, "abcd");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_cmpstr (percent, ==, "80\xc2\xa0% of n\xc2\xa0=\xc2\xa0" "8");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_outer_quotation_marks_go (void)
{
  static const char *cases[][2] = {
    { "“So it is.”", "So it is." }, { "\"So\"", "So" }, { "„So“", "So" }, { "no marks", "no marks" },
    { "“A” and “B”", "“A” and “B”" }, { "“", "“" }, { "\"\"", "\"\"" }, { "  «Oui»  ", "Oui" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = gf_text_unquote (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_a_statement_is_cited_or_assumed (void)
{
  const guint sources[] = { 2, 1, 0 };
  g_autoptr (GfInline) cited = gf_inline_new_statement ("**So** it is", sources, FALSE);
  g_autoptr (GfInline) assumed = gf_inline_new_statement ("**So** it is", NULL, TRUE);
  g_autofree char *one = flatten (cited), *two = flatten (assumed);

  g_assert_cmpstr (one, ==, "1{So}0{ it is}#");
  g_assert_cmpstr (two, ==, "5{So}4{ it is}");
  g_assert_true (gf_inline_is_assumption (assumed));
  g_assert_false (gf_inline_is_assumption (cited));
}

static void
test_empty_text_is_empty (void)
{
  g_autoptr (GfInline) text = gf_inline_new ("   ");
  const guint sources[] = { 1, 0 };

  g_assert_true (gf_inline_is_empty (NULL));
  g_assert_true (gf_inline_is_empty (text));
  g_assert_true (gf_inline_is_empty (gf_inline_cite (text, sources)));
  g_assert_false (gf_inline_is_empty (gf_inline_plain (text, "x")));
}

static void
test_a_copy_is_its_own (void)
{
  g_autoptr (GfInline) text = gf_inline_strong (gf_inline_new ("a "), "b");
  g_autoptr (GfInline) copy = gf_inline_copy (text);
  g_autofree char *one = NULL, *two = NULL;

  gf_inline_break (gf_inline_emphasis (copy, " c"));
  one = flatten (text);
  two = flatten (copy);
  g_assert_cmpstr (one, ==, "0{a }1{b}");
  g_assert_cmpstr (two, ==, "0{a }1{b}2{ c}/");
}

static void
test_sources_are_numbered_by_kind (void)
{
  g_autoptr (GfDocument) document = gf_document_new ("en");
  guint terms = gf_document_add_source (document, GF_DOC_SOURCE_OWN_TERMS, "Terms");
  guint interviews = gf_document_add_source (document, GF_DOC_SOURCE_INTERVIEWS, "Interviews");
  guint customers = gf_document_add_source (document, GF_DOC_SOURCE_CUSTOMERS, "Customers");
  const guint all[] = { terms, customers, interviews, customers, 0 };
  g_autofree char *marks = NULL, *none = NULL;

  g_assert_cmpuint (gf_document_add_source (document, GF_DOC_SOURCE_CUSTOMERS, " Customers "), ==,
                    customers);
  gf_document_seal (document);
  gf_document_seal (document);
  g_assert_cmpuint (gf_document_get_note_number (document, customers), ==, 1);
  g_assert_cmpuint (gf_document_get_note_number (document, interviews), ==, 2);
  g_assert_cmpuint (gf_document_get_note_number (document, terms), ==, 3);
  g_assert_cmpuint (gf_document_get_note_number (document, 77), ==, 0);
  marks = gf_document_dup_marks (document, all);
  none = gf_document_dup_marks (document, NULL);
  g_assert_cmpstr (marks, ==, "1,\xc2\xa0" "2,\xc2\xa0" "3");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inline/markup-marks-words", test_markup_marks_words);
  g_test_add_func ("/inline/text-is-cleaned", test_text_is_cleaned);
  g_test_add_func ("/inline/outer-quotation-marks-go", test_outer_quotation_marks_go);
  g_test_add_func ("/inline/a-statement-is-cited-or-assumed", test_a_statement_is_cited_or_assumed);
  g_test_add_func ("/inline/empty-text-is-empty", test_empty_text_is_empty);
  g_test_add_func ("/inline/a-copy-is-its-own", test_a_copy_is_its_own);
  g_test_add_func ("/inline/sources-are-numbered-by-kind", test_sources_are_numbered_by_kind);
  return g_test_run ();
}
