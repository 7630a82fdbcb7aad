/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-writers-private.h"

#include "gf-color.h"
#include "gf-document-private.h"
#include "gf-page-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char style_sheet[] =
  "*{box-sizing:border-box}\n"
  "body{margin:0 auto;padding:2rem 1.25rem;max-width:60rem;background:#fff;color:#1d1b1a;"
  "font:1.0625rem/1.5 Vollkorn,\"Noto Serif\",Georgia,serif}\n"
  "header,footer{font-family:inherit}\n"
  ".brand{display:flex;align-items:center;justify-content:space-between;gap:1rem;margin:0 0 1.5rem;"
  "font:600 1rem Inter,\"Noto Sans\",sans-serif}\n"
  ".brand span{display:flex;align-items:center;gap:.6rem}\n"
  ".brand img{height:2rem;max-width:8rem}\n"
  ".status{color:var(--accent);font-size:.8rem;font-weight:500;letter-spacing:.09em;"
  "text-transform:uppercase}\n"
  "h1{margin:0;font-weight:400}\n"
  ".lead-in{display:block;font-size:1.4rem;line-height:1.3;color:#5a5552}\n"
  ".title{display:block;font-size:2.6rem;line-height:1.15;font-weight:600;overflow-wrap:anywhere}\n"
  ".sentence{font-size:1.3rem;line-height:1.45;margin:.75rem 0 1.25rem}\n"
  ".meta{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.5rem 1rem;"
  "margin:0 0 1.5rem;padding:.6rem 0;border-top:1.5px solid #1d1b1a;border-bottom:1px solid #cfc8c3;"
  "font:.875rem Inter,\"Noto Sans\",sans-serif}\n"
  ".meta dt{color:#5a5552;font-weight:500}.meta dd{margin:0}\n"
  "main{columns:2 22rem;column-gap:2.5rem}\n"
  "section{break-inside:avoid;margin:0 0 1.4rem}\n"
  "h2{margin:0 0 .3rem;font-size:1.15rem;line-height:1.3;font-weight:600;color:var(--accent);"
  "font-variant-caps:small-caps;letter-spacing:.045em}\n"
  "p,ul,ol,blockquote,table,figure{margin:0 0 .5rem}\n"
  "ul{padding-left:1.1rem;list-style:\"–  \"}ul ::marker,ol ::marker{color:var(--accent)}\n"
  "ol{padding-left:1.6rem}\n"
  ".facts{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:0 1rem;margin:0}\n"
  ".facts dt{color:#5a5552;font-style:italic}.facts dd{margin:0}\n"
  "q,.quote{font-style:italic}q::before,q::after{content:none}\n"
  "blockquote{padding:0}blockquote footer{font:.875rem Inter,\"Noto Sans\",sans-serif}\n"
  ".soft{color:#5a5552}\n"
  ".metric{padding:.5rem 0;border-top:1.5px solid var(--accent);border-bottom:1px solid #cfc8c3}\n"
  ".metric strong{font-size:1.7rem;color:var(--accent);margin-right:.75rem}\n"
  ".large{font-size:1.7rem;font-weight:600;margin-right:.5rem}\n"
  ".assumed{text-decoration:underline dotted var(--accent);text-underline-offset:.2em}\n"
  ".square{display:inline-block;width:.7em;height:.7em;margin-right:.35em;"
  "border:1px solid var(--accent);background:repeating-linear-gradient(135deg,var(--accent) 0 1px,"
  "#fff 1px 3px)}\n"
  ".hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
  "sup{font:500 .75rem/1 Inter,\"Noto Sans\",sans-serif}sup a{color:var(--accent);"
  "text-decoration:none}sup a:hover,sup a:focus{text-decoration:underline}\n"
  "table{border-collapse:collapse;width:100%;font-variant-numeric:lining-nums tabular-nums}\n"
  "th,td{text-align:end;font-weight:400;padding:0 0 0 1rem}\n"
  "th:first-child{text-align:start;padding:0}td:nth-child(2){font-weight:600}\n"
  "thead th{font:500 .875rem Inter,\"Noto Sans\",sans-serif;color:#5a5552}\n"
  ".bar{display:block;height:.5rem;background:#eee;margin:.15rem 0}\n"
  ".bar span{display:block;height:100%;background:var(--accent)}\n"
  "body>footer{margin-top:1rem;padding-top:.75rem;border-top:1px solid #cfc8c3;"
  "font:.875rem/1.4 Inter,\"Noto Sans\",sans-serif;color:#3e3a38}\n"
  "@media print{@page{size:%s;margin:13mm 18mm}body{padding:0;max-width:none;font-size:9.25pt;"
  "line-height:4mm}.title{font-size:24pt}main{columns:2;column-gap:8mm}a{color:inherit}}\n";

static void
escape (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (out, escaped);
}

static void
element (GString *out, const char *open, const char *text, const char *close)
{
  g_string_append (out, open);
  escape (out, text);
  g_string_append (out, close);
}

/* One note is referred to from many places; the link back goes to the section's top. */
static void
append_sources (GString *out, const GfDocument *document, const guint *sources)
{
  gboolean first = TRUE;

  g_string_append (out, "<sup>");
  for (guint number = 1; number <= document->notes->len; number++)
    for (gsize i = 0; sources[i] != 0; i++)
      if (gf_document_get_note_number (document, sources[i]) == number)
        {
          g_string_append_printf (out, "%s<a href=\"#note-%u\" role=\"doc-noteref\">%u</a>",
                                  first ? "\u00a0" : ", ", number, number);
          first = FALSE;
          break;
        }
  g_string_append (out, "</sup>");
}

static void
append_run (GString *out, const GfRun *run, gboolean begins_assumption)
{
  if (begins_assumption)
    {
      element (out, "<span class=\"square\" aria-hidden=\"true\"></span><span class=\"hidden\">",
               /* Translators: before words without evidence, read aloud. */
               _("Assumption: "), "</span>");
    }
  if (run->flags & GF_INLINE_ASSUMPTION)
    g_string_append (out, "<span class=\"assumed\">");
  if (run->flags & GF_INLINE_SOFT)
    g_string_append (out, "<span class=\"soft\">");
  if (run->flags & GF_INLINE_STRONG)
    g_string_append (out, "<strong>");
  if (run->flags & GF_INLINE_EMPHASIS)
    g_string_append (out, "<em>");
  escape (out, run->text);
  if (run->flags & GF_INLINE_EMPHASIS)
    g_string_append (out, "</em>");
  if (run->flags & GF_INLINE_STRONG)
    g_string_append (out, "</strong>");
  if (run->flags & GF_INLINE_SOFT)
    g_string_append (out, "</span>");
  if (run->flags & GF_INLINE_ASSUMPTION)
    g_string_append (out, "</span>");
}

static void
append_inline (GString *out, const GfDocument *document, const GfInline *text)
{
  gboolean assuming = FALSE;

  for (guint i = 0; text != NULL && i < text->runs->len; i++)
    {
      const GfRun *run = text->runs->pdata[i];
      gboolean assumes = run->kind == GF_RUN_TEXT && (run->flags & GF_INLINE_ASSUMPTION);

      if (run->kind == GF_RUN_SOURCES)
        append_sources (out, document, run->sources);
      else if (run->kind == GF_RUN_BREAK)
        g_string_append (out, "<br/>");
      else
        append_run (out, run, assumes && !assuming);
      assuming = assumes;
    }
}

static void
append_owned (GString *out, const GfDocument *document, const char *open, GfInline *text,
              const char *close)
{
  g_string_append (out, open);
  append_inline (out, document, text);
  g_string_append (out, close);
  gf_inline_unref (text);
}

static void
append_figure (GString *out, const GfDocument *document, const GfItem *item, gboolean large)
{
  g_autofree char *counted = gf_words_k_of_n (item->count, item->total);

  g_string_append (out, "<p>");
  if (large && counted != NULL)
    element (out, "<span class=\"large\">", counted, "</span>");
  append_owned (out, document, "", gf_words_figure (item, large && counted != NULL), "</p>\n");
}

static void
append_bar (GString *out, const GfDocument *document, const GfItem *item)
{
  append_owned (out, document, "<p>", gf_words_figure (item, FALSE), " ");
  append_owned (out, document, "", gf_words_bar (item), "");
  if (!isnan (item->share))
    g_string_append_printf (out, "<span class=\"bar\" aria-hidden=\"true\"><span style=\"width:%d%%\">"
                            "</span></span>", (int) lround (100.0 * CLAMP (item->share, 0.0, 1.0)));
  g_string_append (out, "</p>\n");
}

static void
append_map (GString *out, const GfItem *item)
{
  g_string_append (out, "<ul>\n");
  for (guint i = 0; i < item->map->points->len; i++)
    {
      g_autofree char *point = gf_words_point (item->map,
                                               &g_array_index (item->map->points, GfItemPoint, i));

      element (out, "<li>", point, "</li>\n");
    }
  if (item->map->open_name != NULL)
    element (out, "<li>", item->map->open_name, "</li>\n");
  g_string_append (out, "</ul>\n");
}

static void
append_metric (GString *out, const GfDocument *document, const GfItem *item)
{
  g_autofree char *words = gf_words_metric (item);

  element (out, "<p class=\"metric\"><strong>", words, "</strong> ");
  append_owned (out, document, "", gf_words_metric_explanation (item), "</p>\n");
}

static void
append_item (GString *out, const GfDocument *document, GfBlockKind kind, const GfItem *item,
             gboolean first)
{
  switch (kind)
    {
    case GF_BLOCK_FACTS:
      element (out, "<dt>", item->label, "</dt>");
      append_owned (out, document, "<dd>", gf_inline_ref (item->text), "</dd>\n");
      break;
    case GF_BLOCK_LIST:
      append_owned (out, document, "<li>", gf_inline_ref (item->text), "</li>\n");
      break;
    case GF_BLOCK_PAINS:
      append_owned (out, document, "<li>", gf_words_pain (item), "</li>\n");
      break;
    case GF_BLOCK_METRIC:
      append_metric (out, document, item);
      break;
    case GF_BLOCK_FIGURES:
      append_figure (out, document, item, first);
      break;
    case GF_BLOCK_BARS:
      append_bar (out, document, item);
      break;
    case GF_BLOCK_QUOTES:
      append_owned (out, document, "<blockquote><p>", gf_words_quote (item), "</p>");
      append_owned (out, document, "<footer>", gf_words_who (item), "</footer></blockquote>\n");
      break;
    case GF_BLOCK_ASK_FIRST:
      append_owned (out, document, "<p>", gf_words_ask_first (item), "</p>\n");
      break;
    case GF_BLOCK_MAP:
      append_map (out, item);
      break;
    case GF_BLOCK_KPIS:
      break;
    case GF_BLOCK_PARAGRAPH:
    default:
      append_owned (out, document, "<p>", gf_inline_ref (item->text), "</p>\n");
      break;
    }
}

static void
append_kpis (GString *out, const GfDocument *document, const GfBlock *block)
{
  guint n_columns = 2;

  for (guint i = 0; i < block->items->len; i++)
    if (((GfItem *) block->items->pdata[i])->values[2] != NULL)
      n_columns = 3;
  element (out, "<table>\n<thead><tr><td></td><th scope=\"col\">", _("inside"), "</th>");
  element (out, "<th scope=\"col\">", _("outside"), "</th>");
  if (n_columns == 3)
    element (out, "<th scope=\"col\">", _("target"), "</th>");
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];

      append_owned (out, document, "<tr><th scope=\"row\">", gf_words_kpi_name (item), "</th>");
      for (guint c = 0; c < n_columns; c++)
        element (out, "<td>", item->values[c], "</td>");
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n");
}

static void
append_block (GString *out, const GfDocument *document, const GfBlock *block)
{
  const char *open = "", *close = "";

  if (block->kind == GF_BLOCK_FACTS)
    open = "<dl class=\"facts\">\n", close = "</dl>\n";
  else if (block->kind == GF_BLOCK_LIST)
    open = "<ul>\n", close = "</ul>\n";
  else if (block->kind == GF_BLOCK_PAINS)
    open = "<ol>\n", close = "</ol>\n";
  else if (block->kind == GF_BLOCK_KPIS)
    append_kpis (out, document, block);
  g_string_append (out, open);
  for (guint i = 0; i < block->items->len; i++)
    append_item (out, document, block->kind, block->items->pdata[i], i == 0);
  g_string_append (out, close);
}

static void
append_brand (GString *out, const GfDocument *document)
{
  if (document->brand == NULL && document->logo == NULL && document->status == NULL)
    return;
  g_string_append (out, "<p class=\"brand\"><span>");
  if (document->logo != NULL)
    {
      gsize length;
      const guchar *data = g_bytes_get_data (document->logo, &length);
      g_autofree char *base64 = g_base64_encode (data, length);

      g_string_append_printf (out, "<img alt=\"\" src=\"data:image/png;base64,%s\"/>", base64);
    }
  escape (out, document->brand);
  g_string_append (out, "</span>");
  if (document->status != NULL)
    element (out, "<span class=\"status\">", document->status, "</span>");
  g_string_append (out, "</p>\n");
}

static void
append_header (GString *out, const GfDocument *document)
{
  g_string_append (out, "<header>\n");
  append_brand (out, document);
  g_string_append (out, "<h1>");
  if (document->lead_in != NULL)
    element (out, "<span class=\"lead-in\">", document->lead_in, "</span> ");
  element (out, "<span class=\"title\">", document->title != NULL ? document->title : "",
           "</span></h1>\n");
  if (!gf_inline_is_empty (document->sentence))
    append_owned (out, document, "<p class=\"sentence\">", gf_inline_ref (document->sentence),
                  "</p>\n");
  if (document->meta->len > 0)
    {
      g_string_append (out, "<dl class=\"meta\">\n");
      for (guint i = 0; i < document->meta->len; i++)
        {
          const GfMeta *meta = document->meta->pdata[i];

          element (out, "<div><dt>", meta->label, "</dt>");
          element (out, "<dd>", meta->value, "</dd></div>\n");
        }
      g_string_append (out, "</dl>\n");
    }
  g_string_append (out, "</header>\n");
}

static void
append_footer (GString *out, const GfDocument *document)
{
  if (document->notes->len + document->remarks->len == 0 && !gf_document_has_assumptions (document))
    return;
  element (out, "<footer>\n<h2>", _("Notes"), "</h2>\n");
  if (document->notes->len > 0)
    {
      g_string_append (out, "<ol role=\"doc-endnotes\">\n");
      for (guint i = 0; i < document->notes->len; i++)
        {
          const GfSource *source = document->notes->pdata[i];

          g_string_append_printf (out, "<li id=\"note-%u\">", source->number);
          element (out, "", source->text, "</li>\n");
        }
      g_string_append (out, "</ol>\n");
    }
  for (guint i = 0; i < document->remarks->len; i++)
    element (out, "<p>", document->remarks->pdata[i], "</p>\n");
  if (gf_document_has_assumptions (document))
    append_owned (out, document, "<p>", gf_words_assumption_key (), "</p>\n");
  g_string_append (out, "</footer>\n");
}

static void
append_head (GString *out, const GfDocument *document, GfPaper paper)
{
  g_autofree char *title = gf_document_dup_full_title (document), *color = NULL;
  g_auto (GStrv) sheet = g_strsplit (style_sheet, "%s", 2);
  GfColor accent;

  gf_color_parse (gf_page_style_get (GF_PAGE_STYLE_BRIEF)->accent, &accent);
  gf_color_parse (document->accent, &accent);
  gf_color_darken_to_contrast (&accent, GF_COLOR_PAGE_CONTRAST);
  color = gf_color_to_string (&accent);
  element (out, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"",
           document->language, "\"");
  element (out, " xml:lang=\"", document->language, "\"");
  g_string_append_printf (out, " dir=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
                          "content=\"width=device-width, initial-scale=1\"/>\n",
                          gf_document_is_right_to_left (document) ? "rtl" : "ltr");
  element (out, "<title>", *title != '\0' ? title : _("Ideal customer profile"), "</title>\n");
  if (document->author != NULL)
    element (out, "<meta name=\"author\" content=\"", document->author, "\"/>\n");
  g_string_append_printf (out, "<style>\n:root{--accent:%s}\n%s%s%s</style>\n</head>\n", color,
                          sheet[0], paper == GF_PAPER_LETTER ? "letter" : "A4", sheet[1]);
}

/**
 * gf_html_write:
 * @document: a sealed document
 * @paper: for whoever prints it
 *
 * Writes everything @document says as one self-contained file: HTML that is well-formed XML too, with
 * headings, lists and tables as such, and nothing fetched from elsewhere.
 *
 * Returns: (transfer full): UTF-8 text
 */
GBytes *
gf_html_write (GfDocument *document,
               GfPaper     paper)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, document, paper);
  g_string_append (out, "<body>\n");
  append_header (out, document);
  g_string_append (out, "<main>\n");
  for (guint i = 0; i < document->sections->len; i++)
    {
      const GfDocSection *section = document->sections->pdata[i];

      if (section->blocks->len == 0)
        continue;
      g_string_append (out, "<section>\n");
      if (section->heading != NULL)
        element (out, "<h2>", section->heading, "</h2>\n");
      for (guint b = 0; b < section->blocks->len; b++)
        append_block (out, document, section->blocks->pdata[b]);
      g_string_append (out, "</section>\n");
    }
  g_string_append (out, "</main>\n");
  append_footer (out, document);
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
