/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-similarity.h"

#define SHORT 64

/* A text as characters, on the stack as long as it is short. */
typedef struct
{
  gunichar stack[SHORT];
  gboolean taken[SHORT];
  gunichar *chars;
  gboolean *matched;
  glong length;
} Letters;

static void
letters_init (Letters    *self,
              const char *text)
{
  self->length = g_utf8_strlen (text, -1);
  self->chars = self->length <= SHORT ? self->stack : g_new (gunichar, self->length);
  self->matched = self->length <= SHORT ? self->taken : g_new (gboolean, self->length);
  for (glong i = 0; i < self->length; i++, text = g_utf8_next_char (text))
    {
      self->chars[i] = g_utf8_get_char (text);
      self->matched[i] = FALSE;
    }
}

static void
letters_clear (Letters *self)
{
  if (self->chars != self->stack)
    {
      g_free (self->chars);
      g_free (self->matched);
    }
}

/* Marks the characters both have within half the longer length; gives their number. */
static glong
count_common (Letters *a,
              Letters *b)
{
  glong reach = MAX (MAX (a->length, b->length) / 2 - 1, 0);
  glong common = 0;

  for (glong i = 0; i < a->length; i++)
    for (glong j = MAX (i - reach, 0); j < MIN (i + reach + 1, b->length); j++)
      if (!b->matched[j] && a->chars[i] == b->chars[j])
        {
          a->matched[i] = b->matched[j] = TRUE;
          common++;
          break;
        }

  return common;
}

static glong
count_out_of_order (const Letters *a,
                    const Letters *b)
{
  glong out = 0;

  for (glong i = 0, j = 0; i < a->length; i++)
    {
      if (!a->matched[i])
        continue;
      while (!b->matched[j])
        j++;
      out += a->chars[i] != b->chars[j++];
    }

  return out;
}

/**
 * gf_similarity_jaro:
 * @a: valid UTF-8
 * @b: valid UTF-8
 *
 * The string comparator of Jaro: the mean of the shares of both texts that they have in common and of
 * the common characters that stand in the same order.
 *
 * Source: M. A. Jaro, “Advances in record-linkage methodology as applied to matching the 1985 census
 * of Tampa, Florida”, Journal of the American Statistical Association 84 (1989), 414-420.
 *
 * Returns: 0 to 1; 1 for two empty texts, 0 when only one is empty
 */
double
gf_similarity_jaro (const char *a,
                    const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  Letters first, second;
  double similarity = 0;

  letters_init (&first, a);
  letters_init (&second, b);

  glong common = count_common (&first, &second);
  if (first.length == 0 && second.length == 0)
    similarity = 1;
  else if (common > 0)
    similarity = ((double) common / (double) first.length + (double) common / (double) second.length +
                  1 - (double) count_out_of_order (&first, &second) / 2 / (double) common) / 3;

  letters_clear (&first);
  letters_clear (&second);

  return similarity;
}

/**
 * gf_similarity_jaro_winkler:
 * @a: valid UTF-8
 * @b: valid UTF-8
 *
 * Jaro's comparator with Winkler's bonus for a common beginning: a tenth of what is missing to 1 for
 * each of the first four characters that agree.
 *
 * Source: W. E. Winkler, “String comparator metrics and enhanced decision rules in the Fellegi-Sunter
 * model of record linkage”, Proceedings of the Section on Survey Research Methods, American
 * Statistical Association (1990), 354-359.
 *
 * Returns: 0 to 1, as gf_similarity_jaro()
 */
double
gf_similarity_jaro_winkler (const char *a,
                            const char *b)
{
  double jaro = gf_similarity_jaro (a, b);
  guint prefix = 0;

  while (prefix < 4 && *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      prefix++;
    }

  return jaro + 0.1 * prefix * (1 - jaro);
}
