/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-writers-private.h"

#include "gf-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Takes the meaning off whatever Markdown could read as a mark. Text is always inside a line, but
 * may begin one. */
static void
append_escaped (GString *out, const char *text)
{
  gboolean line_start = out->len == 0 || out->str[out->len - 1] == '\n';
  gsize digits = strspn (text, "0123456789");

  if (line_start && digits > 0 && (text[digits] == '.' || text[digits] == ')'))
    {
      g_string_append_len (out, text, (gssize) digits);
      g_string_append_c (out, '\\');
      text += digits;
    }
  else if (line_start && *text != '\0' && strchr ("+-=", *text) != NULL)
    g_string_append_c (out, '\\');
  for (; *text != '\0'; text++)
    {
      if (*text == '<')
        g_string_append (out, "&lt;");
      else if (*text == '&')
        g_string_append (out, "&amp;");
      else
        {
          if (strchr ("\\`*_[]#|~$>", *text) != NULL)
            g_string_append_c (out, '\\');
          g_string_append_c (out, *text);
        }
    }
}

/* Marks of emphasis must touch the words, so spaces at the ends go outside. */
static void
append_marked (GString *out, const char *text, const char *mark)
{
  gsize lead = strspn (text, " "), end = strlen (text);
  g_autofree char *words = NULL;

  while (end > lead && text[end - 1] == ' ')
    end--;
  words = g_strndup (text + lead, end - lead);
  g_string_append_len (out, text, (gssize) lead);
  if (*words != '\0')
    {
      g_string_append (out, mark);
      append_escaped (out, words);
      for (gsize i = strlen (mark); i-- > 0;)
        g_string_append_c (out, mark[i]);
    }
  g_string_append (out, text + end);
}

static void
append_sources (GString *out, const GfDocument *document, const guint *sources)
{
  for (guint number = 1; number <= document->notes->len; number++)
    for (gsize i = 0; sources[i] != 0; i++)
      if (gf_document_get_note_number (document, sources[i]) == number)
        {
          g_string_append_printf (out, "[^%u]", number);
          break;
        }
}

static void
append_inline (GString *out, const GfDocument *document, const GfInline *text)
{
  gboolean assuming = FALSE;

  for (guint i = 0; text != NULL && i < text->runs->len; i++)
    {
      const GfRun *run = text->runs->pdata[i];
      gboolean assumes = run->kind == GF_RUN_TEXT && (run->flags & GF_INLINE_ASSUMPTION);

      if (assuming && !assumes)
        /* Translators: after words without evidence, in text without drawings. */
        g_string_append_printf (out, " (%s)", _("assumption"));
      assuming = assumes;
      if (run->kind == GF_RUN_SOURCES)
        append_sources (out, document, run->sources);
      else if (run->kind == GF_RUN_BREAK)
        g_string_append (out, "\\\n");
      else if (run->flags & GF_INLINE_STRONG)
        append_marked (out, run->text, run->flags & GF_INLINE_EMPHASIS ? "***" : "**");
      else if (run->flags & GF_INLINE_EMPHASIS)
        append_marked (out, run->text, "*");
      else
        append_escaped (out, run->text);
    }
  if (assuming)
    g_string_append_printf (out, " (%s)", _("assumption"));
}

static void
append_owned (GString *out, const GfDocument *document, GfInline *text)
{
  append_inline (out, document, text);
  gf_inline_unref (text);
}

static void
append_item (GString *out, const GfDocument *document, const GfBlock *block, guint i)
{
  const GfItem *item = block->items->pdata[i];

  switch (block->kind)
    {
    case GF_BLOCK_FACTS:
      g_string_append (out, "- ");
      if (item->label != NULL)
        {
          append_escaped (out, item->label);
          g_string_append (out, ": ");
        }
      append_inline (out, document, item->text);
      g_string_append_c (out, '\n');
      break;
    case GF_BLOCK_LIST:
      g_string_append (out, "- ");
      append_inline (out, document, item->text);
      g_string_append_c (out, '\n');
      break;
    case GF_BLOCK_PAINS:
      g_string_append_printf (out, "%u. ", i + 1);
      append_owned (out, document, gf_words_pain (item));
      g_string_append_c (out, '\n');
      break;
    case GF_BLOCK_FIGURES:
    case GF_BLOCK_BARS:
      g_string_append (out, "- ");
      append_owned (out, document, gf_words_figure (item, FALSE));
      if (item->values[0] != NULL)
        {
          g_string_append (out, " ");
          append_escaped (out, item->values[0]);
        }
      g_string_append_c (out, '\n');
      break;
    case GF_BLOCK_QUOTES:
      g_string_append (out, "> ");
      append_owned (out, document, gf_words_quote (item));
      g_string_append (out, "\\\n> ");
      append_owned (out, document, gf_words_who (item));
      g_string_append (out, "\n\n");
      break;
    case GF_BLOCK_METRIC:
      {
        g_autofree char *words = gf_words_metric (item);

        g_string_append (out, "**");
        append_escaped (out, words);
        g_string_append (out, "**");
        if (item->words != NULL)
          g_string_append (out, ": ");
        append_owned (out, document, gf_words_metric_explanation (item));
        g_string_append (out, "\n\n");
      }
      break;
    case GF_BLOCK_ASK_FIRST:
      append_owned (out, document, gf_words_ask_first (item));
      g_string_append (out, "\n\n");
      break;
    case GF_BLOCK_MAP:
      for (guint p = 0; p < item->map->points->len; p++)
        {
          g_autofree char *point = gf_words_point (item->map, &g_array_index (item->map->points,
                                                                              GfItemPoint, p));

          g_string_append (out, "- ");
          append_escaped (out, point);
          g_string_append_c (out, '\n');
        }
      break;
    case GF_BLOCK_KPIS:
      break;
    case GF_BLOCK_PARAGRAPH:
    default:
      append_inline (out, document, item->text);
      g_string_append (out, "\n\n");
      break;
    }
}

static void
append_cell (GString *out, const char *text)
{
  g_string_append_c (out, ' ');
  append_escaped (out, text != NULL ? text : "");
  g_string_append (out, " |");
}

static void
append_kpis (GString *out, const GfDocument *document, const GfBlock *block)
{
  gboolean targets = FALSE;

  for (guint i = 0; i < block->items->len; i++)
    targets |= ((GfItem *) block->items->pdata[i])->values[2] != NULL;
  g_string_append (out, "|  |");
  append_cell (out, _("inside"));
  append_cell (out, _("outside"));
  if (targets)
    append_cell (out, _("target"));
  g_string_append_printf (out, "\n|---|--:|--:|%s\n", targets ? "--:|" : "");
  for (guint i = 0; i < block->items->len; i++)
    {
      const GfItem *item = block->items->pdata[i];

      g_string_append (out, "| ");
      append_owned (out, document, gf_words_kpi_name (item));
      g_string_append (out, " |");
      for (guint c = 0; c < (targets ? 3 : 2); c++)
        append_cell (out, item->values[c]);
      g_string_append_c (out, '\n');
    }
}

static void
end_paragraph (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  g_string_append (out, "\n\n");
}

static void
append_section (GString *out, const GfDocument *document, const GfDocSection *section)
{
  if (section->blocks->len == 0)
    return;
  if (section->heading != NULL)
    {
      g_string_append (out, "## ");
      append_escaped (out, section->heading);
      g_string_append (out, "\n\n");
    }
  for (guint b = 0; b < section->blocks->len; b++)
    {
      const GfBlock *block = section->blocks->pdata[b];

      if (block->kind == GF_BLOCK_KPIS)
        append_kpis (out, document, block);
      for (guint i = 0; i < block->items->len; i++)
        append_item (out, document, block, i);
      end_paragraph (out);
    }
}

static void
append_header (GString *out, const GfDocument *document)
{
  g_autofree char *title = gf_document_dup_full_title (document);

  if (*title != '\0')
    {
      g_string_append (out, "# ");
      append_escaped (out, title);
      g_string_append (out, "\n\n");
    }
  if (document->status != NULL)
    {
      append_marked (out, document->status, "**");
      g_string_append (out, "\n\n");
    }
  if (!gf_inline_is_empty (document->sentence))
    {
      append_inline (out, document, document->sentence);
      g_string_append (out, "\n\n");
    }
  for (guint i = 0; i < document->meta->len; i++)
    {
      const GfMeta *meta = document->meta->pdata[i];

      g_string_append (out, "- ");
      append_escaped (out, meta->label);
      g_string_append (out, ": ");
      append_escaped (out, meta->value);
      g_string_append_c (out, '\n');
    }
  if (document->meta->len > 0)
    g_string_append_c (out, '\n');
}

static void
append_notes (GString *out, const GfDocument *document)
{
  for (guint i = 0; i < document->remarks->len; i++)
    {
      append_escaped (out, document->remarks->pdata[i]);
      g_string_append (out, "\n\n");
    }
  for (guint i = 0; i < document->notes->len; i++)
    {
      const GfSource *source = document->notes->pdata[i];

      g_string_append_printf (out, "[^%u]: ", source->number);
      append_escaped (out, source->text);
      g_string_append_c (out, '\n');
    }
}

/**
 * gf_markdown_write:
 * @document: a sealed document
 *
 * Writes everything @document says as Markdown with footnotes and pipe tables (GitHub's flavour).
 *
 * Returns: (transfer full): UTF-8 text that ends with a newline
 */
GBytes *
gf_markdown_write (GfDocument *document)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_header (out, document);
  for (guint i = 0; i < document->sections->len; i++)
    append_section (out, document, document->sections->pdata[i]);
  append_notes (out, document);
  end_paragraph (out);
  g_string_truncate (out, out->len - 1);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
