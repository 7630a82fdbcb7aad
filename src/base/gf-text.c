/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-text.h"

#include <string.h>

/* How many bytes the blank at the start of @s has; 0 when it is no blank. */
static gsize
blank_at_start (const char *s,
                gsize       n)
{
  const guchar *u = (const guchar *) s;

  if (n >= 1 && (*s == ' ' || (*s >= '\t' && *s <= '\r')))
    return 1;
  if (n >= 2 && u[0] == 0xc2 && u[1] == 0xa0) /* no-break space */
    return 2;
  if (n >= 3 && u[0] == 0xe2 && u[1] == 0x80 && (u[2] == 0xaf || (u[2] >= 0x80 && u[2] <= 0x8b)))
    return 3; /* narrow no-break space, thin spaces, zero width space */
  if (n >= 3 && u[0] == 0xe3 && u[1] == 0x80 && u[2] == 0x80) /* ideographic space */
    return 3;
  if (n >= 3 && u[0] == 0xef && u[1] == 0xbb && u[2] == 0xbf) /* byte order mark */
    return 3;

  return 0;
}

static gsize
blank_at_end (const char *s,
              gsize       n)
{
  if (n == 0)
    return 0;
  if ((guchar) s[n - 1] < 0x80)
    return blank_at_start (s + n - 1, 1);
  if (n >= 2 && blank_at_start (s + n - 2, 2) == 2)
    return 2;
  if (n >= 3 && blank_at_start (s + n - 3, 3) == 3)
    return 3;

  return 0;
}

/**
 * gf_text_trim:
 * @text: (inout): the text
 * @length: (inout): its bytes
 *
 * Leaves blanks out at both ends: spaces, tabs, line ends, and the no-break, thin, zero width and
 * ideographic spaces that exports and web pages put there.
 */
void
gf_text_trim (const char **text,
              gsize       *length)
{
  const char *s = *text;
  gsize n = *length;

  for (gsize blank; n > 0 && (blank = blank_at_start (s, n)) > 0;)
    {
      s += blank;
      n -= blank;
    }
  for (gsize blank; n > 0 && (blank = blank_at_end (s, n)) > 0;)
    n -= blank;

  *text = s;
  *length = n;
}

/**
 * gf_text_strip_mark:
 * @text: (inout): the text, trimmed
 * @length: (inout): its bytes
 *
 * Leaves the apostrophe out that spreadsheets put before digits which are to stay as they are:
 * identifiers, telephone numbers, postcodes ("'0123", "'+49 30 1").
 *
 * Returns: whether there was one
 */
gboolean
gf_text_strip_mark (const char **text,
                    gsize       *length)
{
  if (*length < 2 || **text != '\'')
    return FALSE;

  char next = (*text)[1];
  if (!g_ascii_isdigit (next) && next != '+' && next != '-' && next != '(')
    return FALSE;
  /* A text in quotation marks is another thing. */
  if ((*text)[*length - 1] == '\'')
    return FALSE;
  (*text)++;
  (*length)--;

  return TRUE;
}

/**
 * gf_text_is_blank:
 * @text: the text
 * @length: its bytes
 *
 * Returns: whether nothing but blanks is there
 */
gboolean
gf_text_is_blank (const char *text,
                  gsize       length)
{
  gf_text_trim (&text, &length);

  return length == 0;
}

/**
 * gf_text_equal_ascii:
 * @text: the text
 * @length: its bytes
 * @word: a word in small ASCII letters
 *
 * Returns: whether the text is that word, in any case
 */
gboolean
gf_text_equal_ascii (const char *text,
                     gsize       length,
                     const char *word)
{
  for (gsize i = 0; i < length; i++)
    if (word[i] == '\0' || g_ascii_tolower (text[i]) != word[i])
      return FALSE;

  return word[length] == '\0';
}

/**
 * gf_text_is_missing:
 * @text: the text of a cell
 * @length: its bytes
 * @na_is_text: whether "NA" says something here (Namibia in a column of country codes)
 *
 * Says whether a cell is one of the usual spellings of "nothing known": empty, dashes, n/a, null,
 * the empty errors of spreadsheets. "None", "0" and "unknown" are answers and not missing.
 *
 * Returns: whether the cell is missing
 */
gboolean
gf_text_is_missing (const char *text,
                    gsize       length,
                    gboolean    na_is_text)
{
  static const char * const words[] = {
    "n/a", "#n/a", "null", "nan", "nil", "<na>", "\\n", "#null!", "(null)", "n.a.", "#n/a n/a",
    "#value!", "#ref!", "#div/0!", "#name?", "#num!", "(blank)", "--", "---",
  };

  /* Most cells begin with what none of the words begins with. */
  if (length > 0 && g_ascii_isalnum (*text) && *text != 'n' && *text != 'N')
    return FALSE;

  gf_text_trim (&text, &length);
  if (length == 0)
    return TRUE;
  if (length > 9)
    return FALSE;
  if (length == 1)
    return *text == '-' || *text == '?' || *text == '.';
  if (length == 2 && gf_text_equal_ascii (text, length, "na"))
    return !(na_is_text && memcmp (text, "NA", 2) == 0);
  if (length == 3 && (memcmp (text, "\342\200\223", 3) == 0 ||
                      memcmp (text, "\342\200\224", 3) == 0))
    return TRUE; /* en and em dash */
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (gf_text_equal_ascii (text, length, words[i]))
      return TRUE;

  return FALSE;
}

/**
 * gf_text_is_formula:
 * @text: the text of a cell
 * @length: its bytes
 *
 * Says whether a spreadsheet would run the text rather than show it: it begins with =, +, -, @, a tab or an end of
 * line (OWASP, CSV Injection). A dash alone, and whatever else stands for nothing, is none; a number that begins with a
 * sign is, as a text.
 *
 * Returns: whether it needs an apostrophe before it
 */
gboolean
gf_text_is_formula (const char *text,
                    gsize       length)
{
  if (length == 0 || memchr ("=+-@\t\r\n", *text, 7) == NULL)
    return FALSE;

  return !gf_text_is_missing (text, length, FALSE);
}

/**
 * gf_text_parse_flag:
 * @text: the text of a cell
 * @length: its bytes
 * @value: (out): what it says
 *
 * Reads yes or no as exports spell it: yes/no, true/false, y/n, t/f, on/off, 1/0, checked and x,
 * and the words of German, French, Spanish, Italian, Portuguese, Dutch, Polish and the Nordic
 * languages.
 *
 * Returns: whether the cell is one of them
 */
gboolean
gf_text_parse_flag (const char *text,
                    gsize       length,
                    gboolean   *value)
{
  static const char * const yes[] = {
    "yes", "true", "y", "t", "1", "on", "checked", "x", "ja", "wahr", "oui", "vrai", "s\303\255",
    "s\303\215", "si", "s\303\254", "sim", "verdadero", "verdadeiro", "vero", "waar", "1.0", "\342\234\223",
    "\342\234\224", "tak", "prawda", "sant", "sand", "\342\230\221", "\342\230\222",
  };
  static const char * const no[] = {
    "no", "false", "n", "f", "0", "off", "unchecked", "nein", "falsch", "non", "faux", "nao",
    "n\303\243o", "n\303\203o", "falso", "nee", "onwaar", "0.0", "\342\234\227", "\342\234\230", "nej", "nie",
    "fa\305\202sz", "falskt", "falsk", "\342\230\220",
  };

  gf_text_trim (&text, &length);
  if (length == 0 || length > 10)
    return FALSE;
  /* None of the words begins with another letter. */
  if (g_ascii_isalnum (*text) && strchr ("yt1ocxjwsvf0unp", g_ascii_tolower (*text)) == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    if (gf_text_equal_ascii (text, length, yes[i]))
      {
        *value = TRUE;
        return TRUE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    if (gf_text_equal_ascii (text, length, no[i]))
      {
        *value = FALSE;
        return TRUE;
      }

  return FALSE;
}

/**
 * gf_text_casefold:
 * @text: the text
 * @length: its bytes
 * @mode: how it is normalised
 *
 * Gives the text normalised and folded, so that case does not matter. Most text is ASCII, which is
 * quick.
 *
 * Returns: (transfer full): the folded text; "" for an invalid one
 */
char *
gf_text_casefold (const char     *text,
                  gsize           length,
                  GNormalizeMode  mode)
{
  guchar high = 0;

  for (gsize i = 0; i < length; i++)
    high |= (guchar) text[i];
  if (high < 0x80)
    return g_ascii_strdown (text, (gssize) length);

  g_autofree char *normal = g_utf8_normalize (text, (gssize) length, mode);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

/**
 * gf_text_fold:
 * @text: the text
 * @length: its bytes
 *
 * Gives the form in which texts are compared when case and spacing should not matter: normalised
 * (NFKC), folded, every run of blanks, underscores and hyphens one space, trimmed.
 *
 * Returns: (transfer full): the folded text; "" for a blank or invalid one
 */
char *
gf_text_fold (const char *text,
              gsize       length)
{
  g_autofree char *folded = gf_text_casefold (text, length, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_sized_new (strlen (folded));
  gboolean gap = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == '_' || c == '-' || c == 0x200b || c == 0xfeff)
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}
