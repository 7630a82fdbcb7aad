/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-infer.h"

#include "gf-number.h"
#include "gf-text.h"

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
look_for_number (const char    *text,
                 gsize          length,
                 gsize          weight,
                 GfColumnFacts *facts)
{
  GfNumber number;
  gboolean point = gf_number_parse (text, length, '.', &number);
  GfNumberTraits traits = number.traits;
  gboolean ambiguous = (traits & GF_NUMBER_AMBIGUOUS) != 0;
  gboolean fraction = (traits & GF_NUMBER_FRACTION) != 0;
  gboolean grouped = (traits & GF_NUMBER_GROUPED) != 0;
  char currency[GF_CURRENCY_SIZE];

  memcpy (currency, number.currency, sizeof currency);

  /* Digits alone mean the same with either mark. */
  gboolean comma = point;
  if (!point || fraction || grouped)
    comma = gf_number_parse (text, length, ',', &number);
  if (!point && !comma)
    return;
  if (!point)
    {
      traits = number.traits;
      ambiguous = (traits & GF_NUMBER_AMBIGUOUS) != 0;
      memcpy (currency, number.currency, sizeof currency);
    }

  facts->n_point += point ? weight : 0;
  facts->n_comma += comma ? weight : 0;
  if (point && !comma)
    facts->votes_point += weight;
  else if (comma && !point)
    facts->votes_comma += weight;
  else if (!ambiguous && fraction)
    facts->votes_point += weight;
  if ((traits & (GF_NUMBER_LEADING_ZERO | GF_NUMBER_PLUS)) != 0)
    facts->n_code += weight;
  if ((traits & GF_NUMBER_CURRENCY) != 0)
    {
      facts->n_currency += weight;
      if (facts->currency[0] == '\0')
        memcpy (facts->currency, currency, sizeof currency);
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

static void
look_at (const char    *text,
         gsize          length,
         gsize          weight,
         GfColumnFacts *facts)
{
  gboolean flag;

  gf_text_trim (&text, &length);
  if (weight == 0 || gf_text_is_missing (text, length, FALSE))
    return;

  facts->n_filled += weight;
  facts->n_distinct++;
  if (length > 60 || memchr (text, '\n', length) != NULL)
    facts->n_long += weight;
  if (gf_text_parse_flag (text, length, &flag))
    {
      if (flag)
        facts->n_yes += weight;
      else
        facts->n_no += weight;
      if (g_ascii_isdigit (*text))
        facts->n_digit_flag += weight;
    }
  if (length <= 64)
    {
      look_for_number (text, length, weight, facts);
      if (g_ascii_isdigit (*text) || g_ascii_isalpha (*text))
        look_for_date (text, length, weight, facts);
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
}

/**
 * gf_infer_context:
 * @facts: (array length=n_columns): the facts of all columns
 * @n_columns: how many
 * @context: (inout): what the user has set; what the columns together say is filled in
 *
 * Decides the decimal mark and the order of dates for columns that do not show theirs.
 */
void
gf_infer_context (const GfColumnFacts *facts,
                  gsize                n_columns,
                  GfInferContext      *context)
{
  gsize point = 0, comma = 0, slash = 0;
  gsize orders[4] = { 0 };

  for (gsize i = 0; i < n_columns; i++)
    {
      const GfColumnFacts *column = &facts[i];

      /* A column counts by whether, not by how often, it shows the mark. */
      if (MAX (column->n_point, column->n_comma) * 10 >= column->n_filled * 9)
        {
          point += column->votes_point > column->votes_comma;
          comma += column->votes_comma > column->votes_point;
        }
      if (column->n_date * 10 < column->n_filled * 9)
        continue;
      slash += column->n_slash;
      for (guint order = GF_DATE_ORDER_YMD; order <= GF_DATE_ORDER_MDY; order++)
        orders[order] += column->n_only_order[order];
    }

  if (!context->decimal_is_set)
    context->decimal = comma > point ? ',' : '.';
  if (context->date_order_is_set)
    return;

  gsize dmy = orders[GF_DATE_ORDER_DMY], mdy = orders[GF_DATE_ORDER_MDY];
  if (dmy > mdy)
    context->date_order = GF_DATE_ORDER_DMY;
  else if (mdy > dmy)
    context->date_order = GF_DATE_ORDER_MDY;
  else if (orders[GF_DATE_ORDER_YMD] > 0)
    context->date_order = GF_DATE_ORDER_YMD;
  else if (slash > 0)
    context->date_order = context->decimal == ',' ? GF_DATE_ORDER_DMY : GF_DATE_ORDER_MDY;
}

static GfDateOrder
choose_order (const GfColumnFacts  *facts,
              const GfInferContext *context)
{
  static const GfDateOrder tried[] = { GF_DATE_ORDER_DMY, GF_DATE_ORDER_MDY, GF_DATE_ORDER_YMD };
  GfDateOrder best = GF_DATE_ORDER_YMD;
  gsize best_count = 0;

  if (context->date_order_is_set && facts->n_order[context->date_order] > 0)
    return context->date_order;

  /* What fits most cells; among equals that of the file, else the day in front. */
  for (guint i = 0; i < G_N_ELEMENTS (tried); i++)
    {
      gsize count = facts->n_order[tried[i]];

      if (count > best_count || (count == best_count && count > 0 &&
                                 tried[i] == context->date_order))
        {
          best = tried[i];
          best_count = count;
        }
    }

  return best;
}

/* Whether the members that a separator gives are few and come again: a list of choices, no
   sentences. */
static gboolean
is_list (const GfCells       *cells,
         const GfColumnFacts *facts,
         char                 separator)
{
  gsize n_texts = gf_cells_get_n_texts (cells);
  gsize step = MAX (n_texts / 4096, 1);
  gsize n_members = 0, total = 0, n_digits = 0;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < n_texts; i += step)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);
      const char *end = text + length;

      if (gf_text_is_missing (text, length, FALSE))
        continue;
      while (text <= end)
        {
          const char *stop = memchr (text, separator, (gsize) (end - text));
          const char *member = text;
          gsize size = (gsize) ((stop != NULL ? stop : end) - text);

          text += size + 1;
          gf_text_trim (&member, &size);
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

  return n_distinct * (separator == ',' ? 3 : 2) <= n_members;
}

static char
find_list_separator (const GfCells       *cells,
                     const GfColumnFacts *facts)
{
  for (guint i = 0; i < G_N_ELEMENTS (list_separators); i++)
    {
      gsize share = list_separators[i] == ',' ? 5 : 20;   /* one cell in so many has it */

      if (facts->n_list[i] >= 2 && facts->n_list[i] * share >= facts->n_filled &&
          is_list (cells, facts, list_separators[i]))
        return list_separators[i];
    }

  return 0;
}

static gboolean
name_says (const char         *name,
           const char * const *words)
{
  g_autofree char *folded = gf_text_fold (name, strlen (name));
  g_auto (GStrv) parts = g_strsplit_set (folded, " ()[]/.:,", -1);

  /* Words of one's own; two words, and long ones, also within others: "annualrevenue". */
  for (guint i = 0; words[i] != NULL; i++)
    {
      if ((strchr (words[i], ' ') != NULL || strlen (words[i]) >= 7) &&
          strstr (folded, words[i]) != NULL)
        return TRUE;
      if (g_strv_contains ((const char * const *) parts, words[i]))
        return TRUE;
    }

  return FALSE;
}

/* A currency named in the column's name: "Revenue (EUR)", "ARR [$]", "amount_usd". */
static gboolean
currency_in_name (const char *name,
                  char        code[GF_CURRENCY_SIZE])
{
  g_auto (GStrv) parts = g_strsplit_set (name, " ()[]/_-.,:", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && gf_currency_parse (parts[i], strlen (parts[i]), code))
      /* Small letters are words ("try", "all") rather than codes. */
      if (!g_ascii_islower (*parts[i]) || strcmp (parts[i], "usd") == 0 ||
          strcmp (parts[i], "eur") == 0 || strcmp (parts[i], "gbp") == 0)
        return TRUE;

  return FALSE;
}

static const char * const money_words[] = {
  "revenue", "mrr", "arr", "acv", "tcv", "ltv", "clv", "spend", "spent", "price", "cost",
  "amount", "profit", "turnover", "budget", "fee", "invoice", "salary", "lifetime value",
  "contract value", "deal value", "deal size", "umsatz", "preis", "betrag", "kosten", "revenu",
  "prix", "montant", "monthlycharges", "totalcharges", "charges", "acquisition cost", "cac", NULL,
};

/* Columns that group customers by their name, even when a short list has hardly two alike. */
static const char * const group_words[] = {
  "industry", "sector", "segment", "country", "region", "state", "province", "city", "plan",
  "tier", "stage", "status", "source", "channel", "category", "department", "vertical", "type",
  "branche", "land", "stadt", NULL,
};

static gboolean
is_number_type (const GfColumnFacts  *facts,
                const GfInferContext *context,
                GfColumnSpec         *spec)
{
  gsize n;

  if (context->decimal_is_set)
    spec->decimal = context->decimal;
  else if (facts->votes_point != facts->votes_comma)
    spec->decimal = facts->votes_point > facts->votes_comma ? '.' : ',';
  else
    spec->decimal = context->decimal;
  n = spec->decimal == ',' ? facts->n_comma : facts->n_point;

  /* Postcodes and telephone numbers are digits, but no quantities. */
  return n * 10 >= facts->n_filled * 9 && facts->n_code * 50 <= n;
}

/**
 * gf_infer_type:
 * @cells: a column's texts
 * @facts: what was found in them
 * @context: what holds for the file
 * @spec: (inout): with its name; type, currency, separator, decimal and date order are set
 *
 * Decides the type of a column.
 */
void
gf_infer_type (const GfCells        *cells,
               const GfColumnFacts  *facts,
               const GfInferContext *context,
               GfColumnSpec         *spec)
{
  static const char * const date_words[] = {
    "date", "day", "since", "datum", "fecha", "created", "updated", "closed", "on", "at", NULL,
  };
  gsize n_filled = facts->n_filled;
  char code[GF_CURRENCY_SIZE];

  spec->separator = 0;
  spec->decimal = context->decimal;
  spec->date_order = GF_DATE_ORDER_UNKNOWN;
  g_clear_pointer (&spec->currency, g_free);
  spec->type = GF_COLUMN_TEXT;
  if (n_filled == 0)
    return;

  gsize n_flags = facts->n_yes + facts->n_no;
  gboolean both = facts->n_yes > 0 && facts->n_no > 0;
  if (n_flags * 50 >= n_filled * 49 && n_flags + 2 >= n_filled && facts->n_digit_flag == n_flags &&
      both)
    {
      spec->type = GF_COLUMN_FLAG;
      return;
    }
  if (n_flags == n_filled && facts->n_digit_flag == 0 && (both || n_filled > 1))
    {
      spec->type = GF_COLUMN_FLAG;
      return;
    }
  if (facts->n_date * 10 >= n_filled * 9 &&
      (facts->n_packed_date * 2 < facts->n_date || name_says (spec->name, date_words)))
    {
      spec->type = GF_COLUMN_DATE;
      spec->date_order = choose_order (facts, context);
      return;
    }
  if (is_number_type (facts, context, spec))
    {
      gboolean named = currency_in_name (spec->name, code);
      gboolean signs = facts->n_currency * 2 >= n_filled;

      spec->type = GF_COLUMN_NUMBER;
      if (signs || named || name_says (spec->name, money_words))
        spec->type = GF_COLUMN_MONEY;
      if (facts->n_currency > 0)
        spec->currency = g_strdup (facts->currency);
      else if (named)
        spec->currency = g_strdup (code);
      return;
    }

  spec->separator = find_list_separator (cells, facts);
  if (spec->separator != 0)
    {
      spec->type = GF_COLUMN_SET;
      return;
    }

  /* Among texts: what comes again is a category, what hardly does is text. */
  gboolean grouping = facts->n_distinct <= 500 && name_says (spec->name, group_words);
  gboolean distinct = facts->n_distinct * 10 > n_filled * 7 && n_filled >= 10 && !grouping;
  gboolean many = facts->n_distinct > 10000;
  if (facts->n_long * 4 < n_filled && !distinct && !many)
    spec->type = GF_COLUMN_CATEGORY;
}
