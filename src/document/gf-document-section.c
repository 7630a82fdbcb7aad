/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a section: each call adds an item, and calls of one kind in a row make one block. */
#include "config.h"

#include "gf-document.h"

#include "gf-document-private.h"

#include <math.h>

#define RETURN_IF_SEALED(self) g_return_if_fail (!g_atomic_int_get (&(self)->sealed))

static void
item_map_free (GfItemMap *map)
{
  g_array_unref (map->points);
  g_free (map->left);
  g_free (map->right);
  g_free (map->bottom);
  g_free (map->top);
  g_free (map->open_name);
  g_free (map);
}

static void
item_free (gpointer data)
{
  GfItem *item = data;

  g_clear_pointer (&item->text, gf_inline_unref);
  g_clear_pointer (&item->map, item_map_free);
  for (guint i = 0; i < G_N_ELEMENTS (item->values); i++)
    g_free (item->values[i]);
  g_free (item->label);
  g_free (item->words);
  g_free (item->sources);
  g_free (item);
}

/** gf_doc_section_set_place: where @self would like to stand. */
void
gf_doc_section_set_place (GfDocSection *self,
                          GfDocPlace    place)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self->document);

  self->place = place;
}

/**
 * gf_doc_section_set_item_kind:
 * @self: a section being built
 * @topic: what the items to come are about, where that is not the section's topic
 * @priority: among items of one topic, higher stays longer; of equals the earlier one stays
 */
void
gf_doc_section_set_item_kind (GfDocSection *self,
                              GfDocTopic    topic,
                              int           priority)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self->document);

  self->item_topic = topic;
  self->item_priority = priority;
}

static guint *
copy_sources (const guint *sources)
{
  gsize n = 0;

  while (sources != NULL && sources[n] != 0)
    n++;
  return n > 0 ? g_memdup2 (sources, (n + 1) * sizeof *sources) : NULL;
}

static GfItem *
add_item (GfDocSection *self, GfBlockKind kind, const guint *sources)
{
  GfBlock *block = self->blocks->len > 0 ? self->blocks->pdata[self->blocks->len - 1] : NULL;
  GfItem *item = g_new0 (GfItem, 1);

  if (block == NULL || block->kind != kind)
    {
      block = g_new0 (GfBlock, 1);
      block->kind = kind;
      block->items = g_ptr_array_new_with_free_func (item_free);
      g_ptr_array_add (self->blocks, block);
    }
  item->index = self->document->n_items++;
  item->topic = self->item_topic;
  item->priority = self->item_priority;
  item->sources = copy_sources (sources);
  item->share = item->low = item->high = item->against = NAN;
  item->count = item->total = -1;
  g_ptr_array_add (block->items, item);
  return item;
}

static void
add_text (GfDocSection *self, GfBlockKind kind, const char *label, GfInline *text)
{
  GfItem *item;

  if (gf_inline_is_empty (text))
    {
      g_clear_pointer (&text, gf_inline_unref);
      return;
    }
  item = add_item (self, kind, NULL);
  item->label = gf_text_given (label);
  item->text = text;
}

/**
 * gf_doc_section_add_paragraph:
 * @self: a section being built
 * @text: (transfer full) (nullable): running text; an empty one is left out
 */
void
gf_doc_section_add_paragraph (GfDocSection *self,
                              GfInline     *text)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self->document);

  add_text (self, GF_BLOCK_PARAGRAPH, NULL, text);
}

/**
 * gf_doc_section_add_fact:
 * @self: a section being built
 * @label: "Industry"
 * @value: (transfer full) (nullable): a fact without a value is left out
 */
void
gf_doc_section_add_fact (GfDocSection *self,
                         const char   *label,
                         GfInline     *value)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self->document);

  add_text (self, GF_BLOCK_FACTS, label, value);
}

/**
 * gf_doc_section_add_item:
 * @self: a section being built
 * @text: (transfer full) (nullable): a line of a list; an empty one is left out
 */
void
gf_doc_section_add_item (GfDocSection *self,
                         GfInline     *text)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self->document);

  add_text (self, GF_BLOCK_LIST, NULL, text);
}

/**
 * gf_doc_section_add_ask_first:
 * @self: a section being built, of those who are not a fit
 * @question: the one question that tells
 * @stop_answer: (nullable): the answer at which to stop
 */
void
gf_doc_section_add_ask_first (GfDocSection *self,
                              const char   *question,
                              const char   *stop_answer)
{
  g_autofree char *clean = NULL;
  GfItem *item;

  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self->document);

  clean = gf_text_given (question);
  if (clean == NULL)
    return;
  item = add_item (self, GF_BLOCK_ASK_FIRST, NULL);
  item->words = g_steal_pointer (&clean);
  item->values[0] = gf_text_unquote (stop_answer);
}

/** gf_doc_section_add_pain: adds the next pain in the ranking; @pain is copied. */
void
gf_doc_section_add_pain (GfDocSection    *self,
                         const GfDocPain *pain)
{
  GfItem *item;

  g_return_if_fail (self != NULL && pain != NULL);
  RETURN_IF_SEALED (self->document);

  item = add_item (self, GF_BLOCK_PAINS, pain->sources);
  item->words = gf_text_unquote (pain->quote);
  item->label = gf_text_given (pain->cause);
  item->count = pain->total > 0 ? pain->count : -1;
  item->total = pain->total;
  item->assumption = pain->assumption;
}

/** gf_doc_section_add_metric: adds the key value metric; @metric is copied. */
void
gf_doc_section_add_metric (GfDocSection      *self,
                           const GfDocMetric *metric)
{
  GfItem *item;

  g_return_if_fail (self != NULL && metric != NULL);
  RETURN_IF_SEALED (self->document);

  item = add_item (self, GF_BLOCK_METRIC, metric->sources);
  item->topic = GF_DOC_TOPIC_METRIC;
  item->values[0] = gf_text_given (metric->before);
  item->values[1] = gf_text_given (metric->after);
  item->words = gf_text_given (metric->explanation);
  item->assumption = metric->assumption;
}

static void
add_figure (GfDocSection *self, GfBlockKind kind, const GfDocFigure *figure)
{
  GfItem *item = add_item (self, kind, figure->sources);

  item->count = figure->total > 0 ? figure->count : -1;
  item->total = figure->total;
  item->label = gf_text_given (figure->label);
  item->words = gf_text_given (figure->sentence);
  item->share = figure->share;
  if (isnan (item->share) && item->count >= 0)
    item->share = (double) item->count / item->total;
  item->low = figure->low;
  item->high = figure->high;
  item->against = figure->against;
  item->values[0] = gf_text_given (figure->verdict);
}

/** gf_doc_section_add_figure: adds a share told in words, the first one large; @figure is copied. */
void
gf_doc_section_add_figure (GfDocSection      *self,
                           const GfDocFigure *figure)
{
  g_return_if_fail (self != NULL && figure != NULL);
  RETURN_IF_SEALED (self->document);

  add_figure (self, GF_BLOCK_FIGURES, figure);
}

/** gf_doc_section_add_bar: adds a share drawn as a bar with its interval; @bar is copied. */
void
gf_doc_section_add_bar (GfDocSection      *self,
                        const GfDocFigure *bar)
{
  g_return_if_fail (self != NULL && bar != NULL);
  RETURN_IF_SEALED (self->document);

  add_figure (self, GF_BLOCK_BARS, bar);
}

/** gf_doc_section_add_quote: adds a voice; one without words is left out; @quote is copied. */
void
gf_doc_section_add_quote (GfDocSection     *self,
                          const GfDocQuote *quote)
{
  g_autofree char *words = NULL;
  GfItem *item;

  g_return_if_fail (self != NULL && quote != NULL);
  RETURN_IF_SEALED (self->document);

  words = gf_text_unquote (quote->text);
  if (*words == '\0')
    return;
  item = add_item (self, GF_BLOCK_QUOTES, quote->sources);
  item->words = g_steal_pointer (&words);
  item->label = gf_text_given (quote->who);
  item->voice = quote->voice;
}

/** gf_doc_section_add_kpi: adds a line to the table of KPIs; @kpi is copied. */
void
gf_doc_section_add_kpi (GfDocSection   *self,
                        const GfDocKpi *kpi)
{
  GfItem *item;

  g_return_if_fail (self != NULL && kpi != NULL);
  RETURN_IF_SEALED (self->document);

  item = add_item (self, GF_BLOCK_KPIS, kpi->sources);
  item->label = gf_text_given (kpi->name);
  item->values[0] = gf_text_given (kpi->inside);
  item->values[1] = gf_text_given (kpi->outside);
  item->values[2] = gf_text_given (kpi->target);
}

static void
point_clear (gpointer data)
{
  g_free (((GfItemPoint *) data)->name);
}

/** gf_doc_section_add_map: adds a map of two axes; @map is copied. */
void
gf_doc_section_add_map (GfDocSection   *self,
                        const GfDocMap *map)
{
  GfItem *item;
  GfItemMap *copy;

  g_return_if_fail (self != NULL && map != NULL);
  RETURN_IF_SEALED (self->document);

  item = add_item (self, GF_BLOCK_MAP, map->sources);
  copy = item->map = g_new0 (GfItemMap, 1);
  copy->left = gf_text_given (map->left);
  copy->right = gf_text_given (map->right);
  copy->bottom = gf_text_given (map->bottom);
  copy->top = gf_text_given (map->top);
  copy->open_name = gf_text_given (map->open_name);
  copy->open_x = map->open_x;
  copy->open_y = map->open_y;
  copy->open_width = map->open_width;
  copy->open_height = map->open_height;
  copy->points = g_array_new (FALSE, TRUE, sizeof (GfItemPoint));
  g_array_set_clear_func (copy->points, point_clear);
  for (guint i = 0; i < map->n_points; i++)
    {
      const GfDocPoint *point = &map->points[i];
      GfItemPoint own = { gf_text_clean (point->name), CLAMP (point->x, -1.0, 1.0),
                          CLAMP (point->y, -1.0, 1.0), point->us };

      if (isnan (point->x) || isnan (point->y))
        g_free (own.name);
      else
        g_array_append_val (copy->points, own);
    }
}
