/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-inline.h"

#include "gf-document-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (GfInline, gf_inline, gf_inline_ref, gf_inline_unref)

static void
run_free (gpointer data)
{
  GfRun *run = data;

  g_free (run->text);
  g_free (run->sources);
  g_free (run);
}

static gboolean
is_kept_space (gunichar c)
{
  return c == 0x00a0 || c == 0x2007 || c == 0x202f;
}

/* Marks that turn the direction of whatever follows, and the character that holds the place of a
 * drawing: neither may come from outside. */
static gboolean
is_dropped (gunichar c)
{
  return c == 0xfffc || c == 0xfeff || c == 0x2060 ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
         g_unichar_iscntrl (c);
}

/* "80 %" and "n = 8" stay in one line. */
static void
bind_figures (GString *text)
{
  g_string_replace (text, " %", "\u00a0%", 0);
  g_string_replace (text, "n = ", "n\u00a0=\u00a0", 0);
}

/**
 * gf_text_clean:
 * @text: (nullable): text from outside
 *
 * Makes @text fit to be set: valid UTF-8, one space for any white space, no control characters.
 *
 * Returns: (transfer full): the clean text, "" for %NULL
 */
char *
gf_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));
  gboolean space = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) && !is_kept_space (c))
        {
          if (!space)
            g_string_append_c (clean, ' ');
          space = TRUE;
        }
      else if (!is_dropped (c))
        {
          g_string_append_unichar (clean, c);
          space = FALSE;
        }
    }
  bind_figures (clean);
  return g_string_free_and_steal (g_steal_pointer (&clean));
}

/** gf_text_given: (transfer full): the clean text, or %NULL where there is nothing to read. */
char *
gf_text_given (const char *text)
{
  g_autofree char *clean = g_strstrip (gf_text_clean (text));

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * gf_text_unquote:
 * @text: (nullable): somebody's words
 *
 * Cleans @text and takes away quotation marks around the whole of it, since the page sets its own.
 *
 * Returns: (transfer full): the words
 */
char *
gf_text_unquote (const char *text)
{
  static const char *pairs[][2] = {
    { "“", "”" }, { "„", "“" }, { "\"", "\"" }, { "«", "»" }, { "‘", "’" }, { "'", "'" },
  };
  g_autofree char *clean = g_strstrip (gf_text_clean (text));

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize open = strlen (pairs[i][0]), close = strlen (pairs[i][1]), length = strlen (clean);

      if (length <= open + close ||
          !g_str_has_prefix (clean, pairs[i][0]) || !g_str_has_suffix (clean, pairs[i][1]))
        continue;
      clean[length - close] = '\0';
      if (strstr (clean + open, pairs[i][0]) == NULL && strstr (clean + open, pairs[i][1]) == NULL)
        return g_strdup (clean + open);
      memcpy (clean + length - close, pairs[i][1], close);
    }
  return g_steal_pointer (&clean);
}

static GfRun *
add_run (GfInline *self, GfRunKind kind, GfInlineFlags flags)
{
  GfRun *run = g_new0 (GfRun, 1);

  run->kind = kind;
  run->flags = flags;
  g_ptr_array_add (self->runs, run);
  return run;
}

/* Adds @text without cleaning it again, joining a run of the same flags. */
static void
add_clean (GfInline *self, const char *text, GfInlineFlags flags)
{
  GfRun *last = self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;

  if (*text == '\0')
    return;
  if (last != NULL && last->kind == GF_RUN_TEXT && last->flags == flags)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }
  add_run (self, GF_RUN_TEXT, flags)->text = g_strdup (text);
}

/**
 * gf_inline_new:
 * @text: (nullable): plain text
 *
 * Starts a piece of running text.
 *
 * Returns: (transfer full): the text
 */
GfInline *
gf_inline_new (const char *text)
{
  GfInline *self = g_new0 (GfInline, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->runs = g_ptr_array_new_with_free_func (run_free);
  return gf_inline_add (self, text, GF_INLINE_PLAIN);
}

static GfInlineFlags
toggle_for (const char *p, gsize *length)
{
  if (p[0] == '*' && p[1] == '*')
    return *length = 2, GF_INLINE_STRONG;
  if (p[0] == '*')
    return *length = 1, GF_INLINE_EMPHASIS;
  return *length = 0, GF_INLINE_PLAIN;
}

/* Whether the mark at @p opens words that are closed again, so that a lone "*" stays a "*". */
static gboolean
opens (const char *p, gsize length)
{
  const char *mark = length == 2 ? "**" : "*";
  const char *next = p + length;

  return *next != '\0' && !g_ascii_isspace (*next) && strstr (next, mark) != NULL;
}

/**
 * gf_inline_new_markup:
 * @markup: (nullable): text as a person edits it
 *
 * Starts a text from light markup: `**strong**`, `*emphasis*`, `[?assumed words]`; a backslash
 * takes the meaning off the next character. Marks that are never closed stand for themselves.
 *
 * Returns: (transfer full): the text
 */
GfInline *
gf_inline_new_markup (const char *markup)
{
  GfInline *self = gf_inline_new (NULL);
  g_autofree char *clean = gf_text_clean (markup);
  g_autoptr (GString) words = g_string_new (NULL);
  GfInlineFlags flags = GF_INLINE_PLAIN;

  for (const char *p = clean; *p != '\0';)
    {
      gsize length;
      GfInlineFlags toggle = toggle_for (p, &length);

      if (*p == '\\' && strchr ("\\*[]", p[1]) != NULL && p[1] != '\0')
        {
          g_string_append_c (words, p[1]);
          p += 2;
          continue;
        }
      if (g_str_has_prefix (p, "[?") && strchr (p, ']') != NULL && !(flags & GF_INLINE_ASSUMPTION))
        toggle = GF_INLINE_ASSUMPTION, length = 2;
      else if (*p == ']' && (flags & GF_INLINE_ASSUMPTION))
        toggle = GF_INLINE_ASSUMPTION, length = 1;
      else if (toggle != 0 && !(flags & toggle) && !opens (p, length))
        toggle = GF_INLINE_PLAIN;
      if (toggle != 0)
        {
          add_clean (self, words->str, flags);
          g_string_truncate (words, 0);
          flags ^= toggle;
          p += length;
          continue;
        }
      g_string_append_len (words, p, g_utf8_next_char (p) - p);
      p = g_utf8_next_char (p);
    }
  add_clean (self, words->str, flags);
  return self;
}

/**
 * gf_inline_new_statement:
 * @markup: (nullable): a statement as a person edits it, as in gf_inline_new_markup()
 * @sources: (nullable) (array zero-terminated=1): what it rests on
 * @assumption: whether it rests on nothing yet
 *
 * The usual line of a profile: words, then either the numbers of its notes or the mark of an
 * assumption.
 *
 * Returns: (transfer full): the text
 */
GfInline *
gf_inline_new_statement (const char  *markup,
                         const guint *sources,
                         gboolean     assumption)
{
  GfInline *self = gf_inline_new_markup (markup);

  if (assumption)
    gf_inline_assume (self);
  return gf_inline_cite (self, sources);
}

/**
 * gf_inline_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self with one reference more
 */
GfInline *
gf_inline_ref (GfInline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * gf_inline_unref:
 * @self: (transfer full): a text
 *
 * Drops one reference.
 */
void
gf_inline_unref (GfInline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->runs);
  g_free (self);
}

/**
 * gf_inline_copy:
 * @self: a text
 *
 * Returns: (transfer full): a text of its own with the same runs
 */
GfInline *
gf_inline_copy (const GfInline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gf_inline_append (gf_inline_new (NULL), self);
}

/**
 * gf_inline_add:
 * @self: a text being built
 * @text: (nullable): more words
 * @flags: how they are set
 *
 * Returns: (transfer none): @self
 */
GfInline *
gf_inline_add (GfInline      *self,
               const char    *text,
               GfInlineFlags  flags)
{
  g_autofree char *clean = gf_text_clean (text);

  g_return_val_if_fail (self != NULL, NULL);

  add_clean (self, clean, flags);
  return self;
}

/** gf_inline_plain: adds plain words to @self and returns it (transfer none). */
GfInline *
gf_inline_plain (GfInline   *self,
                 const char *text)
{
  return gf_inline_add (self, text, GF_INLINE_PLAIN);
}

/** gf_inline_strong: adds words that weigh more to @self and returns it (transfer none). */
GfInline *
gf_inline_strong (GfInline   *self,
                  const char *text)
{
  return gf_inline_add (self, text, GF_INLINE_STRONG);
}

/** gf_inline_emphasis: adds somebody's own words to @self and returns it (transfer none). */
GfInline *
gf_inline_emphasis (GfInline   *self,
                    const char *text)
{
  return gf_inline_add (self, text, GF_INLINE_EMPHASIS);
}

/** gf_inline_assumption: adds words without evidence to @self and returns it (transfer none). */
GfInline *
gf_inline_assumption (GfInline   *self,
                      const char *text)
{
  return gf_inline_add (self, text, GF_INLINE_ASSUMPTION);
}

/**
 * gf_inline_cite:
 * @self: a text being built
 * @sources: (nullable) (array zero-terminated=1): ids from gf_document_add_source()
 *
 * Adds the numbers of the notes behind the words so far.
 *
 * Returns: (transfer none): @self
 */
GfInline *
gf_inline_cite (GfInline    *self,
                const guint *sources)
{
  gsize n = 0;

  g_return_val_if_fail (self != NULL, NULL);

  while (sources != NULL && sources[n] != 0)
    n++;
  if (n > 0)
    add_run (self, GF_RUN_SOURCES, GF_INLINE_PLAIN)->sources =
      g_memdup2 (sources, (n + 1) * sizeof *sources);
  return self;
}

/** gf_inline_break: ends the line here; returns @self (transfer none). */
GfInline *
gf_inline_break (GfInline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  add_run (self, GF_RUN_BREAK, GF_INLINE_PLAIN);
  return self;
}

/**
 * gf_inline_append:
 * @self: a text being built
 * @other: (nullable): another
 *
 * Adds a copy of the runs of @other.
 *
 * Returns: (transfer none): @self
 */
GfInline *
gf_inline_append (GfInline       *self,
                  const GfInline *other)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; other != NULL && i < other->runs->len; i++)
    {
      const GfRun *run = g_ptr_array_index (other->runs, i);

      if (run->kind == GF_RUN_TEXT)
        add_clean (self, run->text, run->flags);
      else if (run->kind == GF_RUN_SOURCES)
        gf_inline_cite (self, run->sources);
      else
        gf_inline_break (self);
    }
  return self;
}

/**
 * gf_inline_assume:
 * @self: a text being built
 *
 * Marks all the words so far as an assumption.
 *
 * Returns: (transfer none): @self
 */
GfInline *
gf_inline_assume (GfInline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      GfRun *run = g_ptr_array_index (self->runs, i);

      if (run->kind == GF_RUN_TEXT)
        run->flags |= GF_INLINE_ASSUMPTION;
    }
  return self;
}

/**
 * gf_inline_is_empty:
 * @self: (nullable): a text
 *
 * Returns: whether there is nothing to read in @self
 */
gboolean
gf_inline_is_empty (const GfInline *self)
{
  for (guint i = 0; self != NULL && i < self->runs->len; i++)
    {
      const GfRun *run = g_ptr_array_index (self->runs, i);

      if (run->kind == GF_RUN_TEXT && strspn (run->text, " ") < strlen (run->text))
        return FALSE;
    }
  return TRUE;
}

/**
 * gf_inline_is_assumption:
 * @self: (nullable): a text
 *
 * Returns: whether @self begins with assumed words, so that its bullet gives way to the square
 */
gboolean
gf_inline_is_assumption (const GfInline *self)
{
  const GfRun *first = self != NULL && self->runs->len > 0 ? self->runs->pdata[0] : NULL;

  return first != NULL && first->kind == GF_RUN_TEXT && (first->flags & GF_INLINE_ASSUMPTION);
}

/**
 * gf_inline_dup_text:
 * @self: (nullable): a text
 *
 * Returns: (transfer full): the words alone
 */
char *
gf_inline_dup_text (const GfInline *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self != NULL && i < self->runs->len; i++)
    {
      const GfRun *run = g_ptr_array_index (self->runs, i);

      if (run->kind == GF_RUN_TEXT)
        g_string_append (text, run->text);
      else if (run->kind == GF_RUN_BREAK)
        g_string_append_c (text, ' ');
    }
  return g_string_free_and_steal (text);
}
