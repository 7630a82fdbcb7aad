/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-infer.h"

#include "gf-band.h"
#include "gf-column-name.h"
#include "gf-number.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

#define MAX_BANDS 60

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
  gsize point = 0, comma = 0, slash = 0, dotted = 0;
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
      dotted += column->n_dotted;
      for (guint order = GF_DATE_ORDER_YMD; order <= GF_DATE_ORDER_MDY; order++)
        orders[order] += column->n_only_order[order];
    }

  context->decimal_is_known = context->decimal_is_set || point != comma;
  context->date_order_is_known = context->date_order_is_set;
  if (!context->decimal_is_set && point != comma)
    context->decimal = comma > point ? ',' : '.';
  else if (!context->decimal_is_set)
    context->decimal = context->delimiter == ';' ? ',' : '.'; /* which leaves the comma free */
  if (context->date_order_is_set)
    return;

  gsize dmy = orders[GF_DATE_ORDER_DMY], mdy = orders[GF_DATE_ORDER_MDY];
  context->date_order_is_known = dmy != mdy || dotted > 0;
  if (dmy > mdy || (dmy == mdy && dotted > 0))
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
  GfDateOrder of_file = facts->n_dotted > 0 ? GF_DATE_ORDER_DMY : context->date_order;
  GfDateOrder best = GF_DATE_ORDER_YMD;
  gsize best_count = 0;

  if (context->date_order_is_set && facts->n_order[context->date_order] > 0)
    return context->date_order;

  /* What fits most cells; among equals that of the file, else the day in front. */
  for (guint i = 0; i < G_N_ELEMENTS (tried); i++)
    {
      gsize count = facts->n_order[tried[i]];

      if (count > best_count || (count == best_count && count > 0 && tried[i] == of_file))
        {
          best = tried[i];
          best_count = count;
        }
    }

  return best;
}

/**
 * gf_infer_date_numbers:
 * @facts: what was found in a column
 * @n_numbers: (out): how many cells fit
 *
 * Finds what the numbers of a column that is known to hold dates stand for: what most of them may.
 *
 * Returns: what they are
 */
GfDateNumbers
gf_infer_date_numbers (const GfColumnFacts *facts,
                       gsize               *n_numbers)
{
  *n_numbers = MAX (facts->n_serial, MAX (facts->n_seconds, facts->n_milliseconds));
  if (*n_numbers == 0)
    return GF_DATE_NUMBERS_NONE;
  if (*n_numbers == facts->n_serial)
    return GF_DATE_NUMBERS_SERIAL;

  GfDateNumbers numbers = *n_numbers == facts->n_seconds ? GF_DATE_NUMBERS_SECONDS
                                                         : GF_DATE_NUMBERS_MILLISECONDS;
  *n_numbers += facts->n_zero;

  return numbers;
}

/**
 * gf_infer_order_is_open:
 * @facts: what was found in a column
 * @context: what holds for the file
 * @spec: the column with its type
 *
 * Says whether every day of a column of dates could be a month, and nothing else tells which is in
 * front: no other column, no full stops, not the user.
 *
 * Returns: whether somebody has to be asked
 */
gboolean
gf_infer_order_is_open (const GfColumnFacts  *facts,
                        const GfInferContext *context,
                        const GfColumnSpec   *spec)
{
  gsize dmy = facts->n_order[GF_DATE_ORDER_DMY], mdy = facts->n_order[GF_DATE_ORDER_MDY];

  return spec->type == GF_COLUMN_DATE && !context->date_order_is_known && dmy == mdy && dmy > 0 &&
         facts->n_only_order[GF_DATE_ORDER_DMY] == facts->n_only_order[GF_DATE_ORDER_MDY] &&
         facts->n_order[GF_DATE_ORDER_YMD] <= dmy;
}

/**
 * gf_infer_decimal_is_open:
 * @facts: what was found in a column
 * @context: what holds for the file
 * @spec: the column with its type
 *
 * Says whether a column of numbers has marks, but each could be a grouping as well as a decimal
 * one, and no other column tells.
 *
 * Returns: whether somebody has to be asked
 */
gboolean
gf_infer_decimal_is_open (const GfColumnFacts  *facts,
                          const GfInferContext *context,
                          const GfColumnSpec   *spec)
{
  return (spec->type == GF_COLUMN_NUMBER || spec->type == GF_COLUMN_MONEY) &&
         !context->decimal_is_known && facts->n_ambiguous > 0 &&
         facts->votes_point == facts->votes_comma;
}

/**
 * gf_infer_is_mostly_numbers:
 * @facts: what was found in a column
 *
 * Says whether so many cells are quantities, seven in ten and five at least, that the others look
 * like mistakes in a column of numbers.
 *
 * Returns: whether they are
 */
gboolean
gf_infer_is_mostly_numbers (const GfColumnFacts *facts)
{
  gsize n_quantities = facts->n_either - MIN (facts->n_code, facts->n_either);

  return n_quantities >= 5 && n_quantities * 10 >= (facts->n_filled - facts->n_none) * 7;
}

/* Whether a word of a column's name that is written like a currency is meant as one. */
static gboolean
means_currency (const char *word,
                gsize       length,
                gboolean    bracketed)
{
  /* Feet, and everybody. */
  static const char * const never[] = { "ft", "all" };
  static const char * const in_brackets[] = { "lei", "kr", "kr.", "rs", "rs.", "fr.", "try", "mad", "cop", "top" };
  static const char * const in_small[] = { "usd", "eur", "gbp" };

  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    if (gf_text_equal_ascii (word, length, never[i]))
      return FALSE;
  if (bracketed || !g_ascii_isalpha (*word))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (in_brackets); i++)
    if (gf_text_equal_ascii (word, length, in_brackets[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (in_small); i++)
    if (gf_text_equal_ascii (word, length, in_small[i]))
      return TRUE;

  /* Small letters are words rather than codes. */
  return !g_ascii_islower (*word);
}

/* A currency named in the column's name: "Revenue (EUR)", "ARR [$]", "amount_usd". */
static gboolean
currency_in_name (const char *name,
                  char        code[GF_CURRENCY_SIZE])
{
  static const char between[] = " ()[]/_-.,:";

  for (const char *word = name; *word != '\0';)
    {
      gsize length = strcspn (word, between);
      gboolean bracketed = word > name && (word[-1] == '(' || word[-1] == '[') &&
                           (word[length] == ')' || word[length] == ']');

      if (length > 0 && gf_currency_parse (word, length, code) && means_currency (word, length, bracketed))
        return TRUE;
      word += length;
      word += strspn (word, between);
    }

  return FALSE;
}

static const char * const money_words[] = {
  "revenue", "mrr", "arr", "acv", "tcv", "ltv", "clv", "spend", "spent", "price", "cost",
  "amount", "profit", "turnover", "budget", "fee", "salary", "lifetime value", "contract value",
  "deal value", "deal size", "opportunity value", "estimated value", "account balance", "subtotal", "umsatz", "preis", "betrag", "kosten", "revenu", "prix", "montant",
  "monthlycharges", "totalcharges", "charges", "acquisition cost", "cac", "freight", "income",
  NULL,
};

/* What makes another quantity of it: "percent salary hike", "amount of employees". */
static const char * const no_money_words[] = {
  "percent", "percentage", "pct", "%", "ratio", "share", "score", "rank", "days", "months", "count",
  "number", "margin %", NULL,
};

/* Columns that group customers by their name, even when a short list has hardly two alike. */
static const char * const group_words[] = {
  "industry", "sector", "segment", "country", "region", "state", "province", "city", "plan",
  "tier", "stage", "status", "source", "channel", "category", "department", "vertical", "type",
  "branche", "land", "stadt", NULL,
};

/* Columns whose numbers are names of groups. */
static const char * const number_group_words[] = {
  "region", "segment", "cluster", "pipeline", "stage", "type", "category", "store", "branch",
  "industry", "sector", NULL,
};

static const char * const code_words[] = {
  "id", "ids", "uuid", "guid", "identifier", "zip", "zipcode", "postal", "postalcode", "postcode",
  "plz", "phone", "fax", "mobile", "telephone", "telefon", "code", "sku", "ean", "isbn", "duns",
  "naics", "cik", "vat", "iban", "siret", "siren", "kundennummer", "invoiceno", "account number",
  "invoice number", "order number", "customer number", "policy number", NULL,
};

static const char * const date_words[] = {
  "date", "datum", "fecha", "dato", "datetime", "created", "updated", "closed", "started", "ended",
  "since", "timestamp", "signup", "signed up", "birthday", NULL,
};

static const char * const size_words[] = {
  "size", "employees", "employee", "headcount", "staff", "fte", "ftes", "range", "band", "bucket",
  "team", "seats", "users", "workforce", "mitarbeiter", "größe", "effectif", "empleados",
  "dipendenti", "medewerkers", NULL,
};

static gboolean
names_code (const char *folded)
{
  return gf_column_name_says (folded, code_words) || g_str_has_suffix (folded, " no") ||
         g_str_has_suffix (folded, " nr") || g_str_has_suffix (folded, " #");
}

/**
 * gf_infer_names_code:
 * @name: the name of a column
 *
 * Returns: whether it says that digits in the column name something, as a postcode does
 */
gboolean
gf_infer_names_code (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  g_autofree char *folded = gf_column_name_fold (name);

  return names_code (folded);
}

static gboolean
names_date (const char *folded)
{
  return gf_column_name_says (folded, date_words) || g_str_has_suffix (folded, " at") ||
         g_str_has_suffix (folded, " on") || g_str_has_suffix (folded, " ts") ||
         (g_str_has_suffix (folded, "date") && !g_str_has_suffix (folded, "update") &&
          !g_str_has_suffix (folded, "candidate"));
}

static gboolean
infer_flag (const GfColumnFacts *facts,
            const char          *folded,
            GfColumnSpec        *spec)
{
  gsize n_filled = facts->n_filled;
  gsize n_flags = facts->n_yes + facts->n_no;
  gboolean both = facts->n_yes > 0 && facts->n_no > 0;
  gboolean asked = g_str_has_prefix (folded, "is ") || g_str_has_prefix (folded, "has ");
  gboolean is_flag = FALSE;

  /* Norway, Ontario and Slovenia are no answers; nor is a letter that all have. */
  if (!asked && (gf_column_name_is_place (spec->name) || (!both && facts->n_letter_flag == n_flags)))
    return FALSE;

  if (facts->n_digit_flag == n_flags)
    is_flag = n_flags * 50 >= n_filled * 49 && n_flags + 2 >= n_filled && both;
  else if (n_flags == n_filled && facts->n_digit_flag == 0)
    is_flag = both || n_filled > 1 || asked;
  /* A cross is a yes where nothing else is written; beside other words it is a letter. */
  if (facts->n_cross > 0 && facts->n_cross != n_filled)
    is_flag = facts->n_cross == facts->n_yes && both && is_flag;
  if (!is_flag)
    return FALSE;

  spec->type = GF_COLUMN_FLAG;
  spec->blank_is_no = facts->n_cross == n_filled;

  return TRUE;
}

static gboolean
infer_date (const GfColumnFacts  *facts,
            const GfInferContext *context,
            const char           *folded,
            GfColumnSpec         *spec)
{
  gsize n_filled = facts->n_filled - facts->n_none;
  gboolean named = names_date (folded);
  gsize n_numbers;
  GfDateNumbers numbers = gf_infer_date_numbers (facts, &n_numbers);
  gboolean ours = numbers == GF_DATE_NUMBERS_MILLISECONDS && !names_code (folded) &&
                  facts->n_milliseconds * 20 >= n_filled * 19;
  /* Among dates that are written out a spreadsheet's days are dates too. */
  gboolean among = numbers == GF_DATE_NUMBERS_SERIAL && facts->n_date * 2 > n_filled &&
                   !names_code (folded);
  gboolean counted = numbers == GF_DATE_NUMBERS_SERIAL &&
                     (facts->n_currency > 0 || gf_column_name_says (folded, money_words));

  /* Numbers are dates only where the name says so; milliseconds of our time are hardly else. */
  if ((!named && !ours && !among) || counted)
    n_numbers = 0;
  if ((facts->n_date + n_numbers) * 10 < n_filled * 9 || facts->n_date + n_numbers == 0)
    return FALSE;
  if (n_numbers == 0 && facts->n_packed_date * 2 >= facts->n_date && !named)
    return FALSE;

  spec->type = GF_COLUMN_DATE;
  spec->date_numbers = n_numbers > 0 ? numbers : GF_DATE_NUMBERS_NONE;
  spec->date_order = facts->n_date > 0 ? choose_order (facts, context) : GF_DATE_ORDER_UNKNOWN;

  return TRUE;
}

static void
choose_decimal (const GfColumnFacts  *facts,
                const GfInferContext *context,
                GfColumnSpec         *spec)
{
  if (context->decimal_is_set || facts->votes_point == facts->votes_comma)
    spec->decimal = context->decimal;
  else
    spec->decimal = facts->votes_point > facts->votes_comma ? '.' : ',';
}

static void
choose_currency (const GfColumnFacts *facts,
                 GfColumnSpec        *spec)
{
  char code[GF_CURRENCY_SIZE];

  /* Of several none is the column's: the import says so. */
  if (facts->currencies[1][0] != '\0')
    return;
  if (facts->n_currency > 0)
    spec->currency = g_strdup (facts->currencies[0]);
  else if (currency_in_name (spec->name, code))
    spec->currency = g_strdup (code);
}

static gboolean
is_money_name (const char *name,
               const char *folded)
{
  char code[GF_CURRENCY_SIZE];

  return currency_in_name (name, code) ||
         (gf_column_name_says (folded, money_words) && !gf_column_name_says (folded, no_money_words));
}

static gboolean
infer_number (const GfColumnFacts  *facts,
              const GfInferContext *context,
              const char           *folded,
              GfColumnSpec         *spec)
{
  gsize n_filled = facts->n_filled - facts->n_none;
  char code[GF_CURRENCY_SIZE];

  /* Where some are written with one mark and some with the other, most decide; the others are
     problems. Postcodes and telephone numbers are digits, but no quantities. */
  if (facts->n_either == 0 || facts->n_either * 10 < n_filled * 9 ||
      facts->n_code * 50 > facts->n_either)
    return FALSE;

  gboolean written = facts->n_written > 0 || facts->n_currency > 0;
  if (!written && names_code (folded))
    return FALSE;
  if (facts->n_lone_m * 2 > facts->n_either && !is_money_name (spec->name, folded))
    return FALSE;
  if (!written && facts->n_distinct <= 30 && facts->n_distinct * 5 <= n_filled &&
      gf_column_name_says (folded, number_group_words))
    return FALSE;

  choose_decimal (facts, context, spec);
  spec->percent = facts->n_percent * 2 > facts->n_either;
  spec->type = GF_COLUMN_NUMBER;
  if (facts->n_currency * 2 >= n_filled || currency_in_name (spec->name, code) ||
      (!spec->percent && is_money_name (spec->name, folded)))
    spec->type = GF_COLUMN_MONEY;
  choose_currency (facts, spec);

  return TRUE;
}

typedef struct
{
  double low;
  double high;
} Interval;

static int
compare_intervals (gconstpointer a,
                   gconstpointer b)
{
  const Interval *left = a, *right = b;

  if (left->low != right->low)
    return left->low < right->low ? -1 : 1;

  return left->high < right->high ? -1 : left->high > right->high;
}

/* Whether the intervals of a column lie beside each other, as classes do; telephone numbers and
   results of games do not. */
static gboolean
lie_apart (const GfCells *cells)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (Interval));
  gsize n_texts = MIN (gf_cells_get_n_texts (cells), 4096);
  guint n_pairs = 0, n_over = 0;

  for (gsize i = 0; i < n_texts; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);
      Interval interval;

      if (gf_band_parse (text, length, &interval.low, &interval.high) &&
          interval.low != interval.high)
        g_array_append_val (intervals, interval);
    }

  g_array_sort (intervals, compare_intervals);
  for (guint i = 1; i < intervals->len; i++)
    {
      const Interval *before = &g_array_index (intervals, Interval, i - 1);
      const Interval *after = &g_array_index (intervals, Interval, i);

      if (before->low == after->low && before->high == after->high)
        continue;
      n_pairs++;
      n_over += after->low < before->high;
    }

  return n_over * 4 <= n_pairs;
}

static gboolean
infer_bands (const GfCells       *cells,
             const GfColumnFacts *facts,
             const char          *folded,
             GfColumnSpec        *spec)
{
  gsize n_bands = facts->n_band + facts->n_damaged;
  gboolean sized = gf_column_name_says (folded, size_words) && !names_date (folded);

  if (n_bands == 0 || facts->n_distinct > MAX_BANDS || names_code (folded))
    return FALSE;

  /* Broken ones are mended only among whole ones or where the name speaks of a size. */
  gboolean damaged = facts->n_damaged > 0 || (facts->n_date > 0 && facts->n_band > 0 && sized);
  gboolean repair = damaged && (sized || (facts->n_band_texts >= 2 && !names_date (folded) &&
                                          facts->n_band_texts >= facts->n_damaged_texts));
  gsize n_whole = facts->n_band + (repair ? facts->n_damaged + facts->n_date : 0);

  if ((n_whole + facts->n_point) * 5 < facts->n_filled * 4 || n_whole * (sized ? 5 : 2) <
      facts->n_filled)
    return FALSE;
  if (!lie_apart (cells))
    return FALSE;

  spec->type = GF_COLUMN_CATEGORY;
  spec->bands = TRUE;
  spec->repair = repair;

  return TRUE;
}

static void
clear_reading (GfColumnSpec *spec)
{
  spec->separator = 0;
  spec->date_order = GF_DATE_ORDER_UNKNOWN;
  spec->date_numbers = GF_DATE_NUMBERS_NONE;
  spec->percent = spec->bands = spec->repair = spec->blank_is_no = FALSE;
  g_clear_pointer (&spec->currency, g_free);
}

/**
 * gf_infer_type:
 * @cells: a column's texts
 * @facts: what was found in them
 * @context: what holds for the file
 * @spec: (inout): with its name; type and everything of its reading but what is missing are set
 *
 * Decides the type of a column.
 */
void
gf_infer_type (const GfCells        *cells,
               const GfColumnFacts  *facts,
               const GfInferContext *context,
               GfColumnSpec         *spec)
{
  gsize n_filled = facts->n_filled;
  g_autofree char *folded = gf_column_name_fold (spec->name);

  clear_reading (spec);
  spec->decimal = context->decimal;
  spec->type = GF_COLUMN_TEXT;
  if (n_filled == 0)
    return;
  if (infer_flag (facts, folded, spec) || infer_date (facts, context, folded, spec) ||
      infer_number (facts, context, folded, spec) || infer_bands (cells, facts, folded, spec))
    return;

  spec->separator = gf_infer_find_separator (cells, facts, folded);
  if (spec->separator != 0)
    {
      spec->type = GF_COLUMN_SET;
      return;
    }

  /* Among texts: what comes again is a category, what hardly does is text. */
  gboolean grouping = facts->n_distinct <= 500 && gf_column_name_says (folded, group_words) &&
                      !names_code (folded);
  gboolean distinct = facts->n_distinct * 10 > n_filled * 7 && n_filled >= 10 && !grouping;
  gboolean many = facts->n_distinct > 10000;
  if (facts->n_long * 4 < n_filled && !distinct && !many)
    spec->type = GF_COLUMN_CATEGORY;
}

/**
 * gf_infer_reading:
 * @cells: a column's texts
 * @spec: (inout): with its name and the type that somebody chose; everything else of its reading
 *   but the decimal mark of a column that does not show it is set
 *
 * Decides how the texts are best read as a type that is settled.
 */
void
gf_infer_reading (const GfCells *cells,
                  GfColumnSpec  *spec)
{
  g_return_if_fail (cells != NULL && spec != NULL);

  GfColumnFacts facts;
  GfInferContext context = { .decimal = spec->decimal != 0 ? spec->decimal : '.' };
  g_autofree char *folded = gf_column_name_fold (spec->name);
  gsize n_numbers;

  gf_infer_get_facts (cells, FALSE, &facts);
  if (!facts.all_looked_at)
    gf_infer_get_facts (cells, TRUE, &facts);

  clear_reading (spec);
  switch (spec->type)
    {
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
      choose_decimal (&facts, &context, spec);
      spec->percent = facts.n_percent * 2 > facts.n_either;
      choose_currency (&facts, spec);
      break;
    case GF_COLUMN_DATE:
      spec->date_order = facts.n_date > 0 ? choose_order (&facts, &context)
                                          : GF_DATE_ORDER_UNKNOWN;
      spec->date_numbers = gf_infer_date_numbers (&facts, &n_numbers);
      break;
    case GF_COLUMN_FLAG:
      spec->blank_is_no = facts.n_filled > 0 && facts.n_cross == facts.n_filled;
      break;
    case GF_COLUMN_CATEGORY:
      infer_bands (cells, &facts, folded, spec);
      break;
    case GF_COLUMN_SET:
      spec->separator = gf_infer_find_separator (cells, &facts, folded);
      for (guint i = 0; spec->separator == 0 && i < G_N_ELEMENTS (facts.n_list); i++)
        if (facts.n_list[i] > 0)
          spec->separator = ";|,"[i];
      break;
    case GF_COLUMN_TEXT:
    default:
      break;
    }
}
