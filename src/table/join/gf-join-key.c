/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-key.h"

#include "gf-text.h"
#include "gf-word-lists.h"

#include <string.h>

#define MAX_FORM_WORDS 4

/**
 * gf_key_kind_get_nick:
 * @kind: a kind of key
 *
 * Returns: the word that files and the command line use for it
 */
const char *
gf_key_kind_get_nick (GfKeyKind kind)
{
  static const char * const nicks[] = { "id", "address", "domain", "email", "name" };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

/* The lines of a list of words, but for those that begin with #. */
static GHashTable *
load_words (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/goodfit/words/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (gf_word_lists_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert (bytes != NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_hash_table_add (words, g_strdup (lines[i]));

  return words;
}

static GHashTable *
get_free_mail (void)
{
  static GHashTable *words;

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, load_words ("free-mail.txt"));

  return words;
}

static GHashTable *
get_legal_forms (void)
{
  static GHashTable *words;

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, load_words ("legal-forms.txt"));

  return words;
}

static GHashTable *
get_shared_hosts (void)
{
  static GHashTable *words;

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, load_words ("shared-hosts.txt"));

  return words;
}

/**
 * gf_key_is_free_mail:
 * @domain: a domain in small letters
 *
 * Returns: whether anybody may have an e-mail address there
 */
gboolean
gf_key_is_free_mail (const char *domain)
{
  g_return_val_if_fail (domain != NULL, FALSE);

  return g_hash_table_contains (get_free_mail (), domain);
}

/* The last three characters of a long Salesforce id only repeat which of the other fifteen are large: each
   stands for five, and there are 32 ways. */
static gboolean
is_long_id (const char *text,
            gsize       length)
{
  if (length != 18)
    return FALSE;

  for (gsize part = 0; part < 3; part++)
    {
      guint large = 0;

      for (gsize i = 0; i < 5; i++)
        {
          if (!g_ascii_isalnum (text[5 * part + i]))
            return FALSE;
          large |= (guint) g_ascii_isupper (text[5 * part + i]) << i;
        }
      if (text[15 + part] != "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[large])
        return FALSE;
    }

  return TRUE;
}

static char *
fold_id (const char *text,
         gsize       length)
{
  if (length > 1 && *text == '\'')
    {
      text++;
      length--;
    }
  /* What a spreadsheet made of a whole number. */
  if (length > 2 && memcmp (text + length - 2, ".0", 2) == 0)
    {
      gsize digits = 0;

      while (digits < length - 2 && g_ascii_isdigit (text[digits]))
        digits++;
      if (digits == length - 2)
        length -= 2;
    }
  if (is_long_id (text, length))
    length = 15;

  return g_strndup (text, length);
}

static char *
fold_address (const char *text,
              gsize       length)
{
  const char *at = memchr (text, '@', length);

  if (at == NULL || at == text || at + 1 == text + length ||
      memchr (text, ' ', length) != NULL)
    return NULL;

  return g_utf8_casefold (text, (gssize) length);
}

/* Whether others have pages there too: by the host, what it is under, or the beginning of a path. */
static gboolean
is_shared_host (const char *host,
                const char *path)
{
  g_autofree char *first = g_strndup (path, strcspn (path, "/?#\\, ;"));

  for (const char *name = host; name != NULL; name = strchr (name, '.'))
    {
      name += *name == '.';
      g_autofree char *page = g_strdup_printf ("%s/%s", name, first);

      if (g_hash_table_contains (get_shared_hosts (), name) || g_hash_table_contains (get_shared_hosts (), page))
        return TRUE;
    }

  return FALSE;
}

static char *
fold_domain (const char *text,
             gsize       length)
{
  g_autofree char *folded = g_utf8_casefold (text, (gssize) length);
  char *start = strstr (folded, "://");

  start = start != NULL ? start + 3 : folded;
  gsize length_of_host = strcspn (start, "/?#\\, ;");
  const char *path = start[length_of_host] == '/' ? start + length_of_host + 1 : "";
  start[length_of_host] = '\0';
  char *at = strrchr (start, '@');
  if (at != NULL)
    start = at + 1;
  start[strcspn (start, ":")] = '\0';
  if (g_str_has_prefix (start, "www.") && strchr (start + 4, '.') != NULL)
    start += 4;
  while (g_str_has_suffix (start, "."))
    start[strlen (start) - 1] = '\0';

  /* A word without a full stop is no domain. */
  const char *stop = strchr (start, '.');
  if (stop == NULL || stop == start || is_shared_host (start, path))
    return NULL;

  return g_strdup (start);
}

/* The letters that a letter with a stroke or a double letter is written with in ASCII. */
static const char *
spell (gunichar c)
{
  switch (c)
    {
    case 0x00f8:
      return "o";
    case 0x0142:
      return "l";
    case 0x0111:
    case 0x00f0:
      return "d";
    case 0x00e6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x00fe:
      return "th";
    case 0x0131:
      return "i";
    case '&':
      return " and ";
    default:
      return NULL;
    }
}

/* Words of a name: small letters and digits, a space between. */
static char *
fold_words (const char *text,
            gsize       length)
{
  g_autofree char *apart = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_ALL);
  g_autofree char *small = apart != NULL ? g_utf8_casefold (apart, -1) : NULL;
  GString *out = g_string_new (NULL);

  for (const char *p = small; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *spelled = spell (c);

      if (spelled != NULL)
        g_string_append (out, spelled);
      else if ((c >= 0x300 && c <= 0x36f) || c == '.' || c == '\'' || c == 0x2019 || c == '`')
        continue;   /* accents, and marks within a word */
      else if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }

  /* “&” brought two spaces with it. */
  g_auto (GStrv) words = g_strsplit (out->str, " ", -1);
  g_string_truncate (out, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);

  g_autofree char *joined = g_string_free (out, FALSE);

  return g_utf8_normalize (joined, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* Cuts one legal form off the end, of as many words as possible; not the whole name. */
static gboolean
cut_form (char *name)
{
  const char *starts[MAX_FORM_WORDS];
  guint n = 0;

  for (char *p = name + strlen (name); p > name && n < MAX_FORM_WORDS; p--)
    if (p[-1] == ' ')
      starts[n++] = p;

  for (; n > 0; n--)
    if (g_hash_table_contains (get_legal_forms (), starts[n - 1]))
      {
        name[starts[n - 1] - name - 1] = '\0';
        return TRUE;
      }

  return FALSE;
}

/* Legal forms of the East stand before or behind the name without a space. */
static void
cut_eastern_forms (char *name)
{
  static const char * const forms[] = {
    "株式会社", "有限会社", "合同会社", "股份有限公司", "有限责任公司", "有限公司", "주식회사", "유한회사",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gsize size = strlen (forms[i]);
      gsize length = strlen (name);

      if (length <= size)
        continue;
      if (g_str_has_prefix (name, forms[i]))
        memmove (name, name + size, length - size + 1);
      else if (g_str_has_suffix (name, forms[i]))
        name[length - size] = '\0';
      g_strstrip (name);
    }
}

static char *
fold_name (const char *text,
           gsize       length)
{
  char *name = fold_words (text, length);

  cut_eastern_forms (name);
  while (cut_form (name))
    ;
  if (g_str_has_suffix (name, " and"))
    name[strlen (name) - 4] = '\0';
  if (*name == '\0')
    g_clear_pointer (&name, g_free);

  return name;
}

/**
 * gf_key_fold:
 * @kind: which key the cell is to give
 * @text: the text of a cell, valid UTF-8
 * @length: its bytes
 *
 * Gives the form in which two cells are compared.
 *
 * Returns: (transfer full) (nullable): the key; %NULL when the cell is missing or gives none: no
 *   domain, an address that anybody may have, a page where many have one
 */
char *
gf_key_fold (GfKeyKind   kind,
             const char *text,
             gsize       length)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (gf_text_is_missing (text, length, TRUE))
    return NULL;
  gf_text_trim (&text, &length);

  g_autofree char *key = NULL;
  switch (kind)
    {
    case GF_KEY_ID:
      return fold_id (text, length);
    case GF_KEY_ADDRESS:
      return fold_address (text, length);
    case GF_KEY_DOMAIN:
    case GF_KEY_EMAIL:
      key = fold_domain (text, length);
      return key != NULL && !gf_key_is_free_mail (key) ? g_steal_pointer (&key) : NULL;
    case GF_KEY_NAME:
    default:
      return fold_name (text, length);
    }
}

/* Whether a text has a letter or a digit: others are no names. */
static gboolean
has_words (const char *text,
           gsize       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * gf_key_count_steps:
 * @kind: a kind of key
 *
 * Returns: in how many steps its cells are compared, from the closest; see #GfNameStep
 */
guint
gf_key_count_steps (GfKeyKind kind)
{
  return kind == GF_KEY_NAME ? GF_NAME_FOLDED + 1 : 1;
}

/**
 * gf_key_fold_step:
 * @kind: which key the cell is to give
 * @step: of names a #GfNameStep; else 0
 * @text: the text of a cell, valid UTF-8
 * @length: its bytes
 *
 * Gives the form in which two cells are compared at a step.
 *
 * Returns: (transfer full) (nullable): the key; %NULL as gf_key_fold()
 */
char *
gf_key_fold_step (GfKeyKind   kind,
                  guint       step,
                  const char *text,
                  gsize       length)
{
  g_return_val_if_fail (text != NULL && step < gf_key_count_steps (kind), NULL);

  if (kind != GF_KEY_NAME || step == GF_NAME_FOLDED)
    return gf_key_fold (kind, text, length);
  if (gf_text_is_missing (text, length, TRUE) || !has_words (text, length))
    return NULL;
  gf_text_trim (&text, &length);

  return step == GF_NAME_AS_WRITTEN ? g_utf8_casefold (text, (gssize) length) : fold_words (text, length);
}
