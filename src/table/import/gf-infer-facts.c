/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-infer.h"

#include "gf-band.h"
#include "gf-list-reader.h"
#include "gf-number.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

#define SAMPLE 4096

static const char list_separators[] = { ';', '|', ',' };

static gboolean
has_letter_pair (const char *text,
                 gsize       length)
{
  for (gsize i = 1; i < length; i++)
    if (g_ascii_isalpha (text[i]) && g_ascii_isalpha (text[i - 1]))
      return TRUE;

  return FALSE;
}

static void
note_currency (GfColumnFacts *facts,
               const char    *code,
               gsize          weight)
{
  facts->n_currency += weight;
  for (guint i = 0; i < GF_INFER_N_CURRENCIES; i++)
    {
      if (facts->currencies[i][0] == '\0')
        memcpy (facts->currencies[i], code, sizeof facts->currencies[i]);
      if (strcmp (facts->currencies[i], code) == 0)
        return;
    }
}

/* Digits that name something rather than count it. */
static gboolean
is_code (const GfNumber *number)
{
  const GfNumberTraits written = GF_NUMBER_FRACTION | GF_NUMBER_GROUPED | GF_NUMBER_CURRENCY |
                                 GF_NUMBER_PERCENT | GF_NUMBER_MAGNITUDE;

  if ((number->traits & GF_NUMBER_LEADING_ZERO) != 0)
    return TRUE;
  if ((number->traits & written) != 0)
    return FALSE;

  return number->n_digits > 15 || ((number->traits & GF_NUMBER_PLUS) != 0 && number->n_digits >= 7);
}

static void
look_for_number (const char    *text,
                 gsize          length,
                 gsize          weight,
                 GfColumnFacts *facts)
{
  const GfNumberTraits written = GF_NUMBER_FRACTION | GF_NUMBER_GROUPED | GF_NUMBER_PERCENT;
  GfNumber with_point, with_comma;
  gboolean point = gf_number_parse (text, length, '.', &with_point);
  gboolean comma = point;

  /* Digits alone mean the same with either mark. */
  if (!point || (with_point.traits & (GF_NUMBER_FRACTION | GF_NUMBER_GROUPED)) != 0)
    comma = gf_number_parse (text, length, ',', &with_comma);
  if (!point && !comma)
    return;

  const GfNumber *number = point ? &with_point : &with_comma;
  gboolean ambiguous = (number->traits & GF_NUMBER_AMBIGUOUS) != 0;

  facts->n_either += weight;
  facts->n_point += point ? weight : 0;
  facts->n_comma += comma ? weight : 0;
  if (point && !comma)
    facts->votes_point += weight;
  else if (comma && !point)
    facts->votes_comma += weight;
  else if (ambiguous)
    {
      facts->n_ambiguous += weight;
      facts->n_ambiguous_comma += memchr (text, ',', length) != NULL ? weight : 0;
    }
  else if ((number->traits & GF_NUMBER_FRACTION) != 0)
    facts->votes_point += weight;
  if ((number->traits & GF_NUMBER_FRACTION) != 0 && number->value != floor (number->value))
    facts->n_fraction += weight;
  if ((number->traits & written) != 0)
    facts->n_written += weight;
  else if (fabs (number->value) < 1000)
    facts->n_below_thousand += weight;
  else
    facts->n_from_thousand += weight;
  if ((number->traits & GF_NUMBER_PERCENT) != 0)
    facts->n_percent += weight;
  if (gf_number_is_lone_m (number))
    facts->n_lone_m += weight;
  if (is_code (number))
    facts->n_code += weight;
  if ((number->traits & GF_NUMBER_CURRENCY) != 0)
    note_currency (facts, number->currency, weight);
}

/* Digits that may be seconds, milliseconds or days: of the years 1998 to 2103, and 1927 to 2100 of
   a spreadsheet. */
static void
look_for_date_number (const char    *text,
                      gsize          length,
                      gsize          weight,
                      GfColumnFacts *facts)
{
  gint64 value = 0;
  gsize n_digits = 0;

  while (n_digits < length && n_digits < 14 && g_ascii_isdigit (text[n_digits]))
    value = value * 10 + (text[n_digits++] - '0');
  if (n_digits < length && (n_digits != 5 || (text[5] != '.' && text[5] != ',')))
    return;

  if (value == 0 && n_digits == 1)
    facts->n_zero += weight;
  else if (value >= 900000000 && value < 4200000000)
    facts->n_seconds += weight;
  else if (value >= 900000000000 && value < 4200000000000)
    facts->n_milliseconds += weight;
  else if (value >= 10000 && value < 73415)
    facts->n_serial += weight;
}

static void
look_for_band (const char    *text,
               gsize          length,
               gsize          weight,
               GfColumnFacts *facts)
{
  double low, high;
  int first, second;

  if (gf_band_parse (text, length, &low, &high))
    {
      facts->n_band += weight;
      facts->n_band_texts++;
    }
  else if (gf_date_get_orders (text, length) == 0 &&
           gf_band_repair (text, length, &first, &second))
    {
      facts->n_damaged += weight;
      facts->n_damaged_texts++;
    }
}

static void
look_for_date (const char    *text,
               gsize          length,
               gsize          weight,
               GfColumnFacts *facts)
{
  GfDateOrders orders = gf_date_get_orders (text, length);
  gboolean has_letters = has_letter_pair (text, MIN (length, 8));
  guint n_orders = 0;

  if (orders == 0)
    return;

  facts->n_date += weight;
  if (length == 8 && strspn (text, "0123456789") >= 8)
    facts->n_packed_date += weight;
  if (memchr (text, '/', MIN (length, 6)) != NULL)
    facts->n_slash += weight;
  if (memchr (text, '.', MIN (length, 3)) != NULL && !has_letters)
    facts->n_dotted += weight;
  for (guint order = GF_DATE_ORDER_YMD; order <= GF_DATE_ORDER_MDY; order++)
    n_orders += (orders >> order) & 1;
  for (guint order = GF_DATE_ORDER_YMD; order <= GF_DATE_ORDER_MDY; order++)
    if ((orders >> order) & 1)
      {
        facts->n_order[order] += weight;
        /* A month's name or a year in front says nothing of the order of numbers. */
        if (n_orders == 1 && !(order != GF_DATE_ORDER_YMD && has_letters))
          facts->n_only_order[order] += weight;
      }
}

/* One letter, or two capitals, that stand for places, sexes and grades as well as for yes and no. */
static gboolean
is_letter_code (const char *text,
                gsize       length)
{
  if (length == 1)
    return g_ascii_isalpha (*text) && g_ascii_tolower (*text) != 'y';

  return length == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

static void
look_for_flag (const char    *text,
               gsize          length,
               gsize          weight,
               GfColumnFacts *facts)
{
  gboolean flag;

  if (!gf_text_parse_flag (text, length, &flag))
    return;

  if (flag)
    facts->n_yes += weight;
  else
    facts->n_no += weight;
  if (g_ascii_isdigit (*text))
    facts->n_digit_flag += weight;
  if (flag && (gf_text_equal_ascii (text, length, "x") || (guchar) *text == 0xe2 ||
               gf_text_equal_ascii (text, length, "checked")))
    facts->n_cross += weight;
  else if (is_letter_code (text, length))
    facts->n_letter_flag += weight;
}

static gboolean
has_digit (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;

  return FALSE;
}

static void
look_at (const char    *text,
         gsize          length,
         gsize          weight,
         GfColumnFacts *facts)
{
  gf_text_trim (&text, &length);
  if (weight == 0 || gf_text_is_missing (text, length, FALSE))
    return;

  facts->n_filled += weight;
  facts->n_distinct++;
  if (gf_text_equal_ascii (text, length, "none"))
    facts->n_none += weight;
  if (length > 60 || memchr (text, '\n', length) != NULL)
    facts->n_long += weight;
  look_for_flag (text, length, weight, facts);
  if (length <= 64 && has_digit (text, length))
    {
      gsize n_numbers = facts->n_either;

      look_for_number (text, length, weight, facts);
      if (g_ascii_isdigit (*text) || g_ascii_isalpha (*text))
        look_for_date (text, length, weight, facts);
      if (facts->n_either != n_numbers)
        look_for_date_number (text, length, weight, facts);
      else
        look_for_band (text, length, weight, facts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (list_separators); i++)
    if (memchr (text, list_separators[i], length) != NULL)
      facts->n_list[i] += weight;
}

/**
 * gf_infer_get_facts:
 * @cells: a column
 * @all: whether to look at every text, however many
 * @facts: (out): what was found
 *
 * Looks at the texts of a column.
 */
void
gf_infer_get_facts (const GfCells *cells,
                    gboolean       all,
                    GfColumnFacts *facts)
{
  gsize n_rows = gf_cells_get_n_rows (cells);
  gsize n_texts = gf_cells_get_n_texts (cells);
  const guint32 *codes = gf_cells_get_codes (cells);
  g_autofree guint32 *counts = NULL;
  gsize step = all || n_texts <= SAMPLE ? 1 : n_texts / SAMPLE;

  *facts = (GfColumnFacts) { .all_looked_at = step == 1 };
  if (codes != NULL)
    {
      counts = g_new0 (guint32, n_texts + 1);
      for (gsize row = 0; row < n_rows; row++)
        counts[codes[row]]++;
    }
  for (gsize start = 0; start < n_texts; start += step)
    {
      /* One of each step, but not every so-manieth: files repeat themselves. */
      gsize i = MIN (start + (start / step * 2654435761u >> 7) % step, n_texts - 1);
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);

      look_at (text, length, counts != NULL ? counts[i] : 1, facts);
    }

  /* "1,234" beside "567", and no thousand without a comma: those are groupings. */
  if (facts->votes_point == facts->votes_comma && facts->n_ambiguous_comma == facts->n_ambiguous &&
      facts->n_below_thousand > 0 && facts->n_from_thousand == 0)
    facts->votes_point += facts->n_ambiguous;
}

/* Whether the members that a separator gives are few and come again: a list of choices, no
   sentences. */
static gboolean
is_list (const GfCells *cells,
         char           separator,
         gboolean       named)
{
  gboolean quoted = gf_list_has_quoted_members (cells, separator);
  gsize n_texts = gf_cells_get_n_texts (cells);
  gsize step = MAX (n_texts / 4096, 1);
  gsize n_members = 0, total = 0, n_digits = 0;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < n_texts; i += step)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);
      const char *member;
      gsize size;
      GfListReader reader;

      if (gf_text_is_missing (text, length, FALSE))
        continue;
      gf_list_reader_init (&reader, text, length, separator, quoted);
      while (gf_list_reader_next (&reader, &member, &size))
        {
          if (size == 0)
            continue;
          n_members++;
          total += size;
          n_digits += g_ascii_isdigit (*member);
          g_hash_table_add (seen, g_strndup (member, size));
        }
    }

  gsize n_distinct = g_hash_table_size (seen);
  if (n_members == 0 || total > n_members * 32 || n_distinct > 200)
    return FALSE;
  if (separator == ',' && n_digits * 2 > n_members)
    return FALSE;
  if (separator == ',' && !named && !quoted && n_members < 20)
    return FALSE; /* a few sentences have as many commas */

  if (named || quoted)
    return n_distinct < n_members || n_members <= 30;

  return n_distinct * (separator == ',' ? 3 : 2) <= n_members;
}

/**
 * gf_infer_find_separator:
 * @cells: a column's texts
 * @facts: what was found in them
 * @name: the column's name: one that speaks of tags or topics makes a list likelier
 *
 * Finds what separates the members of lists.
 *
 * Returns: the separator, 0 if the cells are no lists
 */
char
gf_infer_find_separator (const GfCells       *cells,
                         const GfColumnFacts *facts,
                         const char          *name)
{
  static const char * const words[] = {
    "tags", "tag", "labels", "topics", "technologies", "tech stack", "features", "products",
    "interests", "channels", "skills", "integrations", "add-ons", "addons", "categories",
    "groups", "lists", "segments", "modules", NULL,
  };
  g_autofree char *folded = gf_text_fold (name, strlen (name));
  g_auto (GStrv) parts = g_strsplit_set (folded, " ()[]/.:,", -1);
  gboolean named = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    named |= g_strv_contains ((const char * const *) parts, words[i]);
  for (guint i = 0; i < G_N_ELEMENTS (list_separators); i++)
    {
      gsize share = list_separators[i] == ',' ? 5 : 20;   /* one cell in so many has it */

      if (facts->n_list[i] >= 2 && facts->n_list[i] * share >= facts->n_filled &&
          is_list (cells, list_separators[i], named))
        return list_separators[i];
    }

  return 0;
}
