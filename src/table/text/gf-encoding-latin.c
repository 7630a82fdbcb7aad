/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-encoding-latin.h"

#include <math.h>
#include <string.h>

/* Which encoding of one byte for a letter makes words of the languages that it serves?
 *
 * The encodings of Latin scripts give the same bytes to other letters: what is "ñ" in western Europe is "ń" in
 * Poland. So every byte above ASCII is weighed by how usual the letter is that it would be, before a vowel, before a
 * consonant or at the end of a word: "ñ" stands before vowels, "ń" never does. The logarithms of the weights add up,
 * and the encoding with the most wins. A few words are enough, which general detectors need pages for. */

typedef enum
{
  WESTERN,
  CENTRAL,
  TURKISH,
  BALTIC,
  N_REGIONS
} Region;

typedef enum
{
  BEFORE_VOWEL,
  BEFORE_CONSONANT,
  AT_END,
  N_PLACES
} Place;

/* Of ten thousand letters with marks in the languages of a region, those that are this letter, in each place. Counted
 * over the words of spelling dictionaries, each language alike: Danish, Dutch, French, German, Icelandic, Italian,
 * Catalan, Norwegian, Portuguese, Spanish, Swedish; Croatian, Czech, German, Hungarian, Polish, Romanian, Slovak,
 * Slovene; Turkish; Latvian, Lithuanian. */
static const struct
{
  const char *letter;
  guint16 weights[N_REGIONS][N_PLACES];
} letters[] = {
  { "ß", { { 47, 21, 16 }, { 18, 8, 6 }, { 0 }, { 0 } } },
  { "à", { { 1, 87, 928 }, { 0 }, { 0 }, { 0 } } },
  { "á", { { 12, 386, 37 }, { 1, 773, 180 }, { 0 }, { 0 } } },
  { "â", { { 0, 52, 0 }, { 11, 173, 0 }, { 0 }, { 0 } } },
  { "ã", { { 173, 1, 4 }, { 0 }, { 0 }, { 0 } } },
  { "ä", { { 52, 890, 1 }, { 20, 172, 0 }, { 0 }, { 0 } } },
  { "å", { { 37, 696, 28 }, { 0 }, { 0 }, { 0 } } },
  { "æ", { { 6, 562, 5 }, { 0 }, { 0 }, { 0 } } },
  { "ç", { { 191, 0, 2 }, { 0 }, { 429, 79, 6 }, { 0 } } },
  { "è", { { 2, 163, 37 }, { 0 }, { 0 }, { 0 } } },
  { "é", { { 118, 923, 210 }, { 2, 307, 28 }, { 0 }, { 0 } } },
  { "ê", { { 1, 70, 5 }, { 0 }, { 0 }, { 0 } } },
  { "ë", { { 1, 45, 5 }, { 0 }, { 0 }, { 0 } } },
  { "ì", { { 1, 0, 24 }, { 0 }, { 0 }, { 0 } } },
  { "í", { { 151, 373, 51 }, { 0, 319, 195 }, { 0 }, { 0 } } },
  { "î", { { 0, 9, 0 }, { 0, 93, 0 }, { 0 }, { 0 } } },
  { "ï", { { 5, 53, 2 }, { 0 }, { 0 }, { 0 } } },
  { "ð", { { 58, 26, 18 }, { 0 }, { 0 }, { 0 } } },
  { "ñ", { { 113, 0, 0 }, { 0 }, { 0 }, { 0 } } },
  { "ò", { { 0, 75, 62 }, { 0 }, { 0 }, { 0 } } },
  { "ó", { { 9, 462, 76 }, { 21, 214, 65 }, { 0 }, { 0 } } },
  { "ô", { { 0, 16, 2 }, { 0, 8, 0 }, { 0 }, { 0 } } },
  { "õ", { { 2, 0, 0 }, { 0 }, { 0 }, { 0 } } },
  { "ö", { { 3, 530, 10 }, { 0, 219, 0 }, { 14, 338, 0 }, { 0 } } },
  { "ø", { { 87, 942, 18 }, { 0 }, { 0 }, { 0 } } },
  { "ù", { { 0, 0, 26 }, { 0 }, { 0 }, { 0 } } },
  { "ú", { { 5, 97, 9 }, { 0, 122, 17 }, { 0 }, { 0 } } },
  { "û", { { 0, 7, 0 }, { 0 }, { 0 }, { 0 } } },
  { "ü", { { 14, 370, 1 }, { 0, 203, 1 }, { 42, 853, 43 }, { 0 } } },
  { "ý", { { 0, 9, 0 }, { 0, 42, 285 }, { 0 }, { 0 } } },
  { "þ", { { 7, 6, 0 }, { 0 }, { 0 }, { 0 } } },
  { "ā", { { 0, 1, 0 }, { 0 }, { 0 }, { 3, 1549, 4 } } },
  { "ă", { { 0 }, { 43, 324, 370 }, { 0 }, { 0 } } },
  { "ą", { { 0 }, { 0, 268, 13 }, { 0 }, { 0, 40, 2 } } },
  { "ć", { { 0 }, { 165, 15, 261 }, { 0 }, { 0 } } },
  { "č", { { 0 }, { 1033, 322, 109 }, { 0 }, { 376, 17, 0 } } },
  { "ď", { { 0 }, { 6, 1, 1 }, { 0 }, { 0 } } },
  { "đ", { { 0 }, { 80, 0, 1 }, { 0 }, { 0 } } },
  { "ē", { { 0 }, { 0 }, { 0 }, { 0, 1032, 3 } } },
  { "ė", { { 0 }, { 0 }, { 0 }, { 0, 1059, 981 } } },
  { "ę", { { 0 }, { 0, 133, 5 }, { 0 }, { 0, 9, 0 } } },
  { "ě", { { 0 }, { 0, 86, 2 }, { 0 }, { 0 } } },
  { "ğ", { { 0 }, { 0 }, { 2319, 106, 1 }, { 0 } } },
  { "ģ", { { 0 }, { 0 }, { 0 }, { 95, 1, 0 } } },
  { "ī", { { 0 }, { 0 }, { 0 }, { 0, 981, 1 } } },
  { "į", { { 0 }, { 0 }, { 0 }, { 1, 57, 2 } } },
  { "ı", { { 0 }, { 0 }, { 226, 3702, 560 }, { 0 } } },
  { "ķ", { { 0 }, { 0 }, { 0 }, { 190, 9, 0 } } },
  { "ĺ", { { 0 }, { 0, 3, 0 }, { 0 }, { 0 } } },
  { "ļ", { { 0 }, { 0 }, { 0 }, { 105, 56, 1 } } },
  { "ľ", { { 0 }, { 34, 20, 3 }, { 0 }, { 0 } } },
  { "ł", { { 0 }, { 208, 64, 7 }, { 0 }, { 0 } } },
  { "ń", { { 0 }, { 0, 44, 6 }, { 0 }, { 0 } } },
  { "ņ", { { 0 }, { 0 }, { 0 }, { 111, 59, 1 } } },
  { "ň", { { 0 }, { 32, 3, 5 }, { 0 }, { 0 } } },
  { "ő", { { 0 }, { 7, 62, 40 }, { 0 }, { 0 } } },
  { "œ", { { 4, 4, 0 }, { 0 }, { 0 }, { 0 } } },
  { "ŕ", { { 0 }, { 0, 4, 0 }, { 0 }, { 0 } } },
  { "ř", { { 0 }, { 79, 8, 4 }, { 0 }, { 0 } } },
  { "ś", { { 0 }, { 0, 138, 12 }, { 0 }, { 0 } } },
  { "ş", { { 0 }, { 91, 54, 15 }, { 435, 697, 152 }, { 0 } } },
  { "š", { { 0 }, { 677, 538, 57 }, { 0 }, { 629, 1185, 26 } } },
  { "ţ", { { 0 }, { 187, 1, 9 }, { 0 }, { 0 } } },
  { "ť", { { 0 }, { 18, 15, 113 }, { 0 }, { 0 } } },
  { "ū", { { 0 }, { 0 }, { 0 }, { 0, 614, 1 } } },
  { "ů", { { 0 }, { 0, 17, 1 }, { 0 }, { 0 } } },
  { "ű", { { 0 }, { 1, 21, 11 }, { 0 }, { 0 } } },
  { "ų", { { 0 }, { 0 }, { 0 }, { 0, 3, 3 } } },
  { "ź", { { 0 }, { 0, 18, 1 }, { 0 }, { 0 } } },
  { "ż", { { 0 }, { 91, 25, 11 }, { 0 }, { 0 } } },
  { "ž", { { 0 }, { 358, 127, 14 }, { 0 }, { 586, 208, 1 } } },
  { "ʳ", { { 0, 1, 0 }, { 0 }, { 0 }, { 0 } } },
};

#define OLD_HANDICAP 6      /* of encodings that were in use before Windows */

/* The first of those that are as likely; what the others must make good by their letters. */
static const struct
{
  const char *encoding;
  Region region;
  double handicap;
} candidates[] = {
  { "windows-1252", WESTERN, 0 },
  { "windows-1250", CENTRAL, 3 },
  { "ISO-8859-2", CENTRAL, 4 },
  { "windows-1254", TURKISH, 4 },
  { "windows-1257", BALTIC, 5 },
  { "macintosh", WESTERN, OLD_HANDICAP },
  { "IBM850", WESTERN, OLD_HANDICAP },
  { "IBM852", CENTRAL, OLD_HANDICAP + 2 },
};

/* Signs that texts hold, the usual ones first. */
static const char quotes_and_dashes[] = "–—“”„’‘…•€£";
static const char other_signs[] = "°·«»®™©½²³´¨§ªº¿¡¼\302\240";   /* the last does not break a line */

#define USUAL_SIGN 60.0     /* weights as of letters */
#define OTHER_SIGN 20.0
#define INNER_SPACE 5.0     /* one that does not break, between words */
#define UNUSUAL_SIGN 0.1
#define NO_CHARACTER 0.01
#define RARE_LETTER 0.3     /* one that no language of the region has, or with no letter of ASCII beside it */
#define CAPITAL_SHARE 0.15
#define CAPITAL_INSIDE 0.1  /* at most, for a capital after a small letter, or a small letter before a capital */

typedef enum
{
  NO_LETTER,
  VOWEL,
  CONSONANT
} Sound;

typedef struct
{
  Sound sounds[256];
  gboolean small[256];
  double weights[256][N_PLACES];  /* of a letter by place; of a sign the same in all */
  double inner[256];              /* of a sign between letters, at most */
} Alphabet;

static Sound
sound_of (gunichar c)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (!g_unichar_isalpha (c) || c == 0xaa || c == 0xba)
    return NO_LETTER;
  g_unichar_fully_decompose (g_unichar_tolower (c), FALSE, base, G_N_ELEMENTS (base));

  /* a e i o u y, and those without a mark to take off: dotless i, o with a stroke, ae, oe */
  return (base[0] < 0x80 && strchr ("aeiouy", (char) base[0]) != NULL) || base[0] == 0x131 ||
             base[0] == 0xf8 || base[0] == 0xe6 || base[0] == 0x153
         ? VOWEL
         : CONSONANT;
}

static void
weigh_letter (Alphabet *self,
              guint     byte,
              gunichar  c,
              Region    region)
{
  char letter[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_tolower (c), letter);
  for (guint place = 0; place < N_PLACES; place++)
    self->weights[byte][place] = RARE_LETTER;
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (letters[i].letter, letter) == 0)
      for (guint place = 0; place < N_PLACES; place++)
        self->weights[byte][place] = MAX (letters[i].weights[region][place], RARE_LETTER);
  if (!self->small[byte])
    for (guint place = 0; place < N_PLACES; place++)
      self->weights[byte][place] *= CAPITAL_SHARE;
}

static void
weigh_sign (Alphabet *self,
            guint     byte,
            gunichar  c)
{
  double weight = c == 0xfffd || g_unichar_iscntrl (c)                ? NO_CHARACTER
                  : g_utf8_strchr (quotes_and_dashes, -1, c) != NULL ? USUAL_SIGN
                  : g_utf8_strchr (other_signs, -1, c) != NULL       ? OTHER_SIGN
                                                                     : UNUSUAL_SIGN;

  for (guint place = 0; place < N_PLACES; place++)
    self->weights[byte][place] = weight;
  self->inner[byte] = c == 0x2019 || c == 0xb7 ? weight : c == 0xa0 ? INNER_SPACE : UNUSUAL_SIGN;
}

/* Fills in what the bytes mean in an encoding. FALSE when this system does not know it. */
static gboolean
fill_alphabet (Alphabet   *self,
               const char *encoding,
               Region      region)
{
  GIConv converter = g_iconv_open ("UTF-8", encoding);

  if (converter == (GIConv) -1)
    return FALSE;

  for (guint byte = 0; byte < 256; byte++)
    {
      char in = (char) byte, out[8] = { 0 };
      char *from = &in, *to = out;
      gsize n_from = 1, n_to = sizeof out - 1;
      gboolean known = g_iconv (converter, &from, &n_from, &to, &n_to) != (gsize) -1;
      gunichar c = known ? g_utf8_get_char (out) : 0xfffd;

      g_iconv (converter, NULL, NULL, NULL, NULL);
      self->sounds[byte] = sound_of (c);
      self->small[byte] = g_unichar_islower (c);
      if (self->sounds[byte] != NO_LETTER)
        weigh_letter (self, byte, c, region);
      else
        weigh_sign (self, byte, c);
    }
  g_iconv_close (converter);

  return TRUE;
}

static double
weigh_byte (const Alphabet *self,
            guint8          before,
            guint8          byte,
            guint8          after)
{
  Sound next = self->sounds[after];
  Place place = next == VOWEL ? BEFORE_VOWEL : next == CONSONANT ? BEFORE_CONSONANT : AT_END;
  double weight = self->weights[byte][place];

  if (self->sounds[byte] == NO_LETTER)
    return before == byte || after == byte                            ? MIN (weight, UNUSUAL_SIGN)
           : self->sounds[before] != NO_LETTER && next != NO_LETTER ? MIN (weight, self->inner[byte])
                                                                      : weight;
  if (self->small[byte] ? next != NO_LETTER && !self->small[after] : self->small[before])
    weight = MIN (weight, CAPITAL_INSIDE);
  if (!g_ascii_isalpha (before) && !g_ascii_isalpha (after))
    weight = MIN (weight, RARE_LETTER);

  return weight;
}

/* The bytes above ASCII, each with its neighbours and once only: a word that is in every row says no more
   than one. */
static GArray *
find_contexts (const guint8 *bytes,
               gsize         length)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *contexts = g_array_new (FALSE, FALSE, 3);

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] < 0x80)
        continue;

      const guint8 context[3] = { i > 0 ? bytes[i - 1] : ' ', bytes[i], i + 1 < length ? bytes[i + 1] : ' ' };
      guint key = (guint) context[0] << 16 | (guint) context[1] << 8 | context[2];

      if (g_hash_table_add (seen, GUINT_TO_POINTER (key)))
        g_array_append_vals (contexts, context, 1);
    }

  return contexts;
}

/* Whether most of the bytes are letters within words: what lies open beside ASCII tells nothing of old
   Macs and DOS, to which every byte is a character. */
static gboolean
makes_words (const Alphabet *self,
             const GArray   *contexts)
{
  guint n = 0;

  for (guint i = 0; i < contexts->len; i++)
    {
      const guint8 *context = (const guint8 *) contexts->data + 3 * i;

      n += self->sounds[context[1]] != NO_LETTER &&
           (g_ascii_isalpha (context[0]) || g_ascii_isalpha (context[2]));
    }

  return n * 2 > contexts->len;
}

/**
 * _gf_encoding_guess_latin:
 * @bytes: the beginning of a file that is not UTF-8
 * @length: how many bytes
 * @likeness: (out): the mean logarithm of the weights of the bytes above ASCII: around 4 for words of a Latin script,
 *   below 1 for those of another; 0 when there is no such byte
 *
 * Guesses among the encodings of Latin scripts that have one byte for a letter, by the letters that they would make.
 *
 * Returns: the IANA name; a static string
 */
const char *
_gf_encoding_guess_latin (const guint8 *bytes,
                          gsize         length,
                          double       *likeness)
{
  const char *best = candidates[0].encoding;
  double most = -G_MAXDOUBLE;
  g_autoptr (GArray) contexts = find_contexts (bytes, length);

  *likeness = 0;
  for (gsize k = 0; k < G_N_ELEMENTS (candidates) && contexts->len > 0; k++)
    {
      Alphabet alphabet = { 0 };
      double sum = -candidates[k].handicap;

      if (!fill_alphabet (&alphabet, candidates[k].encoding, candidates[k].region) ||
          (candidates[k].handicap >= OLD_HANDICAP && !makes_words (&alphabet, contexts)))
        continue;
      for (guint i = 0; i < contexts->len; i++)
        {
          const guint8 *context = (const guint8 *) contexts->data + 3 * i;
          sum += log (weigh_byte (&alphabet, context[0], context[1], context[2]));
        }
      if (sum > most)
        {
          most = sum;
          best = candidates[k].encoding;
          *likeness = sum / contexts->len;
        }
    }

  return best;
}
