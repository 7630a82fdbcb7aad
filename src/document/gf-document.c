/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-document.h"

#include "gf-document-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (GfDocument, gf_document, gf_document_ref, gf_document_unref)

#define RETURN_IF_SEALED(self) g_return_if_fail (!g_atomic_int_get (&(self)->sealed))

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

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = gf_text_given (text);
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
  meta->value = gf_text_given (value);
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

  clean = gf_text_given (keyword);
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

  clean = gf_text_given (remark);
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
  section->heading = gf_text_given (heading);
  section->blocks = g_ptr_array_new_with_free_func (block_free);
  g_ptr_array_add (self->sections, section);
  return section;
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

/* Whether lines of the document's language begin at the right. */
gboolean
gf_document_is_right_to_left (const GfDocument *self)
{
  static const char *languages[] = { "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb" };
  const char *language = self->language;
  gsize length = strcspn (language, "-");

  if (strstr (language, "-Latn") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i]) == length && g_ascii_strncasecmp (languages[i], language, length) == 0)
      return TRUE;
  return strstr (language, "-Arab") != NULL || strstr (language, "-Hebr") != NULL;
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
