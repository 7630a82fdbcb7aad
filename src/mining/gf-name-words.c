/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-name-words.h"

#include <string.h>

/**
 * gf_name_dup_words:
 * @name: the name of a column
 *
 * Takes a name apart where its letters and digits end, and where a capital begins a word: "CAC_payback" and
 * "monthlyRevenue" have two words each.
 *
 * Returns: (transfer full): the words in small letters
 */
GStrv
gf_name_dup_words (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;
  gboolean was_small = FALSE;

  for (const char *p = name;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));

      if (start != NULL && (!inside || (was_small && g_unichar_isupper (c))))
        {
          g_autofree char *word = g_utf8_casefold (start, p - start);

          g_strv_builder_add (words, word);
          start = NULL;
        }
      if (c == 0)
        break;
      if (inside && start == NULL)
        start = p;
      was_small = g_unichar_islower (c);
    }

  return g_strv_builder_end (words);
}

/* A word in the singular or the plural, or, with a star at the end, its beginning. */
static gboolean
is_word (const char *word,
         const char *pattern,
         gsize       length)
{
  gsize n = strlen (word);

  if (pattern[length - 1] == '*')
    return strncmp (word, pattern, length - 1) == 0;

  return strncmp (word, pattern, length) == 0 &&
         (n == length || (n == length + 1 && word[length] == 's'));
}

static gboolean
begins_with (const char * const *words,
             const char         *phrase)
{
  for (guint i = 0; *phrase != '\0'; i++)
    {
      gsize length = strcspn (phrase, " ");

      if (words[i] == NULL || !is_word (words[i], phrase, length))
        return FALSE;
      phrase += length;
      phrase += strspn (phrase, " ");
    }

  return TRUE;
}

/**
 * gf_words_find:
 * @words: (array zero-terminated=1): what gf_name_dup_words() gave
 * @phrases: (array zero-terminated=1): words in small letters; "to close" are two in a row, "recommend*" is any
 *   word that begins so, and a plural in s is the same word
 *
 * Returns: the place of the first word that begins one of the phrases, -1 if there is none
 */
int
gf_words_find (const char * const *words,
               const char * const *phrases)
{
  g_return_val_if_fail (words != NULL && phrases != NULL, -1);

  for (int at = 0; words[at] != NULL; at++)
    for (guint i = 0; phrases[i] != NULL; i++)
      if (begins_with (words + at, phrases[i]))
        return at;

  return -1;
}
