/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-document.h"

#include "gf-document-private.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (GfDocument, gf_document, gf_document_ref, gf_document_unref)

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

static void
block_free (gpointer data)
{
  GfBlock *block = data;

  g_ptr_array_unref (block->items);
  g_free (block);
}

static void
section_free (gpointer data)
{
  GfDocSection *section = data;

  g_ptr_array_unref (section->blocks);
  g_free (section->heading);
  g_free (section);
}

static void
meta_free (gpointer data)
{
  GfMeta *meta = data;

  g_free (meta->label);
  g_free (meta->value);
  g_free (meta);
}

static void
source_free (gpointer data)
{
  GfSource *source = data;

  g_free (source->text);
  g_free (source);
}

static int
compare_sources_cb (gconstpointer a, gconstpointer b)
{
  const GfSource *one = *(GfSource * const *) a;
  const GfSource *two = *(GfSource * const *) b;

  return one->kind != two->kind ? (int) one->kind - (int) two->kind : (int) one->id - (int) two->id;
}

/* The clean text, or NULL where there is nothing to read. */
static char *
given (const char *text)
{
  g_autofree char *clean = g_strstrip (gf_text_clean (text));

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = given (text);
}

/**
 * gf_document_new:
 * @language: (nullable): the language of the words, as in BCP 47 ("en-GB"); %NULL: English
 *
 * Starts a document without any content.
 *
 * Returns: (transfer full): the document
 */
GfDocument *
gf_document_new (const char *language)
{
  GfDocument *self = g_new0 (GfDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = language != NULL && *language != '\0' ? gf_text_clean (language) : g_strdup ("en");
  g_strdelimit (self->language, "_", '-');
  self->meta = g_ptr_array_new_with_free_func (meta_free);
  self->keywords = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->notes = g_ptr_array_new ();
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/** gf_document_ref: adds a reference; any thread may. */
GfDocument *
gf_document_ref (GfDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** gf_document_unref: drops a reference; any thread may. */
void
gf_document_unref (GfDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->sentence, gf_inline_unref);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_clear_pointer (&self->date, g_date_time_unref);
  g_ptr_array_unref (self->meta);
  g_ptr_array_unref (self->keywords);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->remarks);
  g_free (self->language);
  g_free (self->lead_in);
  g_free (self->title);
  g_free (self->brand);
  g_free (self->status);
  g_free (self->accent);
  g_free (self->author);
  g_free (self->subject);
  g_free (self);
}

/**
 * gf_document_seal:
 * @self: a document
 *
 * Numbers the sources and ends the building. Sealing twice does nothing.
 */
void
gf_document_seal (GfDocument *self)
{
  static GMutex mutex;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&mutex);
  if (!g_atomic_int_get (&self->sealed))
    {
      for (guint i = 0; i < self->sources->len; i++)
        g_ptr_array_add (self->notes, self->sources->pdata[i]);
      g_ptr_array_sort (self->notes, compare_sources_cb);
      for (guint i = 0; i < self->notes->len; i++)
        ((GfSource *) self->notes->pdata[i])->number = i + 1;
      g_atomic_int_set (&self->sealed, TRUE);
    }
  g_mutex_unlock (&mutex);
}

/**
 * gf_document_set_title:
 * @self: a document being built
 * @lead_in: (nullable): "DataGlyph Ideal Customer Profile:"
 * @title: (nullable): the segment, "Mid-Size Tech Companies"
 */
void
gf_document_set_title (GfDocument *self,
                       const char *lead_in,
                       const char *title)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  set_text (&self->lead_in, lead_in);
  set_text (&self->title, title);
}

/**
 * gf_document_set_sentence:
 * @self: a document being built
 * @sentence: (transfer full) (nullable): the profile in one sentence
 */
void
gf_document_set_sentence (GfDocument *self,
                          GfInline   *sentence)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  g_clear_pointer (&self->sentence, gf_inline_unref);
  self->sentence = sentence;
}

/**
 * gf_document_set_brand:
 * @self: a document being built
 * @name: (nullable): whose profile it is
 * @logo_png: (nullable): a PNG picture; one that cannot be read is left out
 */
void
gf_document_set_brand (GfDocument *self,
                       const char *name,
                       GBytes     *logo_png)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  set_text (&self->brand, name);
  g_clear_pointer (&self->logo, g_bytes_unref);
  self->logo = logo_png != NULL ? g_bytes_ref (logo_png) : NULL;
}

/** gf_document_set_status: the mark at the top right, "Primary profile"; %NULL for none. */
void
gf_document_set_status (GfDocument *self,
                        const char *status)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  set_text (&self->status, status);
}

/** gf_document_set_accent: the accent as "#7A2438"; %NULL or unreadable: the style's own. */
void
gf_document_set_accent (GfDocument *self,
                        const char *accent)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  set_text (&self->accent, accent);
}

/**
 * gf_document_add_meta:
 * @self: a document being built
 * @label: "Version", "Owner", "Next review", "Rests on"
 * @value: (nullable): without one the cell is left out
 *
 * Adds a labelled cell of the header; up to four are shown.
 */
void
gf_document_add_meta (GfDocument *self,
                      const char *label,
                      const char *value)
{
  GfMeta *meta;

  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  meta = g_new0 (GfMeta, 1);
  meta->label = gf_text_clean (label);
  meta->value = given (value);
  if (meta->value == NULL)
    meta_free (meta);
  else
    g_ptr_array_add (self->meta, meta);
}

/** gf_document_set_author: the author in the file's own data; not shown. */
void
gf_document_set_author (GfDocument *self,
                        const char *author)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  set_text (&self->author, author);
}

/** gf_document_set_subject: the subject in the file's own data; %NULL: the sentence. */
void
gf_document_set_subject (GfDocument *self,
                         const char *subject)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  set_text (&self->subject, subject);
}

/** gf_document_set_date: the creation date in the file's own data; %NULL: when it is written. */
void
gf_document_set_date (GfDocument *self,
                      GDateTime  *date)
{
  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  g_clear_pointer (&self->date, g_date_time_unref);
  self->date = date != NULL ? g_date_time_ref (date) : NULL;
}

/** gf_document_add_keyword: a keyword in the file's own data; not shown. */
void
gf_document_add_keyword (GfDocument *self,
                         const char *keyword)
{
  char *clean;

  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  clean = given (keyword);
  if (clean != NULL)
    g_ptr_array_add (self->keywords, clean);
}

/**
 * gf_document_add_source:
 * @self: a document being built
 * @kind: what kind of source it is
 * @text: what it is, how many and of when: "Interviews, n = 8, July to September 2026"
 *
 * Adds a source to the notes; the same source twice is one.
 *
 * Returns: its id, to be cited; never 0
 */
guint
gf_document_add_source (GfDocument      *self,
                        GfDocSourceKind  kind,
                        const char      *text)
{
  g_autofree char *clean = g_strstrip (gf_text_clean (text));
  GfSource *source;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (!g_atomic_int_get (&self->sealed), 0);

  for (guint i = 0; i < self->sources->len; i++)
    {
      source = self->sources->pdata[i];
      if (source->kind == kind && g_str_equal (source->text, clean))
        return source->id;
    }
  source = g_new0 (GfSource, 1);
  source->id = self->sources->len + 1;
  source->kind = kind;
  source->text = g_steal_pointer (&clean);
  g_ptr_array_add (self->sources, source);
  return source->id;
}

/**
 * gf_document_add_remark:
 * @self: a document being built
 * @remark: "Intervals are 95 % credible. Of 18 attributes tested, three hold after correction."
 *
 * Adds an unnumbered sentence after the sources. The key to the assumption mark needs none: it is
 * there whenever something is assumed.
 */
void
gf_document_add_remark (GfDocument *self,
                        const char *remark)
{
  char *clean;

  g_return_if_fail (self != NULL);
  RETURN_IF_SEALED (self);

  clean = given (remark);
  if (clean != NULL)
    g_ptr_array_add (self->remarks, clean);
}

/** gf_document_get_title: the title without its lead-in; may be %NULL. */
const char *
gf_document_get_title (const GfDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/** gf_document_get_language: the language of the words. */
const char *
gf_document_get_language (const GfDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/** gf_document_dup_full_title: (transfer full): lead-in and title in one line; "" if neither. */
char *
gf_document_dup_full_title (const GfDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->lead_in == NULL || self->title == NULL)
    return g_strdup (self->title != NULL ? self->title : self->lead_in != NULL ? self->lead_in : "");
  return g_strconcat (self->lead_in, " ", self->title, NULL);
}

/**
 * gf_document_add_section:
 * @self: a document being built
 * @topic: what it is about; its items inherit it
 * @heading: (nullable): its heading in sentence case
 *
 * Returns: (transfer none): the section, owned by @self
 */
GfDocSection *
gf_document_add_section (GfDocument *self,
                         GfDocTopic  topic,
                         const char *heading)
{
  GfDocSection *section;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (!g_atomic_int_get (&self->sealed), NULL);

  section = g_new0 (GfDocSection, 1);
  section->document = self;
  section->topic = section->item_topic = topic;
  section->heading = given (heading);
  section->blocks = g_ptr_array_new_with_free_func (block_free);
  g_ptr_array_add (self->sections, section);
  return section;
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
  item->label = given (label);
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

  clean = given (question);
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
  item->label = given (pain->cause);
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
  item->values[0] = given (metric->before);
  item->values[1] = given (metric->after);
  item->words = given (metric->explanation);
  item->assumption = metric->assumption;
}

static void
add_figure (GfDocSection *self, GfBlockKind kind, const GfDocFigure *figure)
{
  GfItem *item = add_item (self, kind, figure->sources);

  item->count = figure->total > 0 ? figure->count : -1;
  item->total = figure->total;
  item->label = given (figure->label);
  item->words = given (figure->sentence);
  item->share = figure->share;
  if (isnan (item->share) && item->count >= 0)
    item->share = (double) item->count / item->total;
  item->low = figure->low;
  item->high = figure->high;
  item->against = figure->against;
  item->values[0] = given (figure->verdict);
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
  item->label = given (quote->who);
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
  item->label = given (kpi->name);
  item->values[0] = given (kpi->inside);
  item->values[1] = given (kpi->outside);
  item->values[2] = given (kpi->target);
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
  copy->left = given (map->left);
  copy->right = given (map->right);
  copy->bottom = given (map->bottom);
  copy->top = given (map->top);
  copy->open_name = given (map->open_name);
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

guint
gf_document_get_note_number (const GfDocument *self,
                             guint             source)
{
  if (source == 0 || source > self->sources->len)
    return 0;
  return ((GfSource *) self->sources->pdata[source - 1])->number;
}

/* The numbers of @sources as printed, "1, 2", in rising order; "" for none. */
char *
gf_document_dup_marks (const GfDocument *self,
                       const guint      *sources)
{
  GString *marks = g_string_new (NULL);

  for (guint number = 1; number <= self->notes->len; number++)
    for (gsize i = 0; sources != NULL && sources[i] != 0; i++)
      if (gf_document_get_note_number (self, sources[i]) == number)
        {
          g_string_append_printf (marks, "%s%u", marks->len > 0 ? ",\u00a0" : "", number);
          break;
        }
  return g_string_free_and_steal (marks);
}

static gboolean
inline_assumes (const GfInline *text)
{
  for (guint i = 0; text != NULL && i < text->runs->len; i++)
    if (((GfRun *) text->runs->pdata[i])->flags & GF_INLINE_ASSUMPTION)
      return TRUE;
  return FALSE;
}

/* Whether anything in @self is assumed, so that the notes need the key to the mark. */
gboolean
gf_document_has_assumptions (const GfDocument *self)
{
  if (inline_assumes (self->sentence))
    return TRUE;
  for (guint s = 0; s < self->sections->len; s++)
    {
      const GfDocSection *section = self->sections->pdata[s];

      for (guint b = 0; b < section->blocks->len; b++)
        {
          const GfBlock *block = section->blocks->pdata[b];

          for (guint i = 0; i < block->items->len; i++)
            {
              const GfItem *item = block->items->pdata[i];

              if (item->assumption || inline_assumes (item->text))
                return TRUE;
            }
        }
    }
  return FALSE;
}
