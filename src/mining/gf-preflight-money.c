/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-preflight-private.h"

#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Fewer numbers show no pattern. */
#define AT_LEAST 8
/* Columns of more levels than this do not say how often something is paid. */
#define MOST_SPANS 8
/* Whether a column holds keys is seen in so many rows. */
#define MOST_LOOKED_AT 1000

static GfNoteSeverity
weigh (const GfPreflight *self,
       guint              column)
{
  return _gf_preflight_is_measure (self, column) ? GF_NOTE_BLOCK : GF_NOTE_WARN;
}

static gboolean
is_money (const GfPreflight *self,
          guint              column)
{
  return _gf_preflight_is_value (self, column) &&
         gf_column_get_column_type (_gf_preflight_get_column (self, column)) == GF_COLUMN_MONEY;
}

/* Prices in cents have no fraction, and end as prices do: 4900, 2999, 1250. Whole amounts end in
   anything, and round ones in zeros alone. */
static gboolean
looks_like_cents (const double *amounts,
                  gsize         n_rows)
{
  gsize n = 0, n_price = 0, n_odd_price = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      double amount = fabs (amounts[row]);

      if (isnan (amount) || amount == 0)
        continue;
      if (amount != floor (amount) || amount < 100)
        return FALSE;
      n++;

      double ending = fmod (amount, 100);
      gboolean odd = ending == 90 || ending == 95 || ending == 99;
      n_odd_price += odd;
      n_price += odd || ending == 0 || ending == 50;
    }

  return n >= AT_LEAST && n_price * 20 >= n * 19 && n_odd_price * 10 >= n * 3;
}

/* Whether the cells are keys of Stripe's programming interface, such as cus_00012. */
static gboolean
holds_stripe_keys (GfColumn *column)
{
  static const char * const prefixes[] = {
    "cus_", "ch_", "py_", "pi_", "in_", "sub_", "si_", "price_", "prod_", "re_", "txn_", NULL,
  };
  gsize n_rows = MIN (gf_column_get_n_rows (column), MOST_LOOKED_AT), n = 0, n_keys = 0;

  if (gf_column_has_numbers (column))
    return FALSE;
  for (gsize row = 0; row < n_rows; row++)
    {
      const char *text = gf_column_get_text (column, row);

      n += *text != '\0';
      for (guint i = 0; prefixes[i] != NULL; i++)
        n_keys += g_str_has_prefix (text, prefixes[i]);
    }

  return n > 0 && n_keys * 10 >= n * 9;
}

/* Whether the table is what the programming interface of Stripe gives, which counts in cents: its
   keys, and currencies in small letters. Currencies that have no cents are counted whole. */
static gboolean
is_from_stripe (const GfPreflight *self)
{
  static const char * const whole[] = {
    "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf",
    "xof", "xpf", NULL,
  };
  gboolean keys = FALSE, currency = FALSE;

  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      GfColumn *column = _gf_preflight_get_column (self, i);
      const char *code = gf_column_get_n_levels (column) > 0 ? gf_column_get_level (column, 0) : "";

      if (g_ascii_strcasecmp (gf_column_get_name (column), "currency") != 0 || strlen (code) != 3)
        continue;
      if (g_strv_contains (whole, code))
        return FALSE;
      currency = currency || (g_ascii_islower (code[0]) && g_ascii_islower (code[1]) &&
                              g_ascii_islower (code[2]));
    }
  for (guint i = 0; currency && !keys && i < gf_table_get_n_columns (self->table); i++)
    keys = holds_stripe_keys (_gf_preflight_get_column (self, i));

  return keys;
}

/* Whether all amounts are written as digits alone. */
static gboolean
are_digits (GfColumn *column)
{
  gsize n_rows = gf_column_get_n_rows (column), n = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      const char *text = gf_column_get_text (column, row);

      if (text[strspn (text, "-0123456789")] != '\0')
        return FALSE;
      n += *text != '\0';
    }

  return n > 0;
}

static void
tell_cents (GfPreflight *self,
            guint        column,
            char        *words)
{
  GfNote *note = _gf_preflight_add (self, "minor-units", weigh (self, column), words,
                                    g_strdup (_("Divide them by 100 if they are cents.")));

  note->action = GF_MEND_DIVIDE;
  _gf_note_set_column (note, gf_column_get_name (_gf_preflight_get_column (self, column)));
}

/* Whether nearly all amounts are a hundred times those of another column. */
static gboolean
is_hundredfold (const double *a,
                const double *b,
                gsize         n_rows)
{
  gsize n = 0, n_hundred = 0;

  for (gsize row = 0; row < n_rows; row++)
    if (a[row] > 0 && b[row] > 0)
      {
        n++;
        n_hundred += fabs (a[row] / b[row] - 100) <= 0.5;
      }

  return n >= AT_LEAST && n_hundred * 10 >= n * 8;
}

static void
look_for_cents (GfPreflight *self)
{
  gsize n_rows = gf_table_get_n_rows (self->table);
  gboolean stripe = is_from_stripe (self);

  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      if (!is_money (self, i))
        continue;

      GfColumn *column = _gf_preflight_get_column (self, i);
      const double *amounts = gf_column_get_numbers (column);
      gboolean told = FALSE;
      for (guint k = 0; k < gf_table_get_n_columns (self->table) && !told; k++)
        if (k != i && is_money (self, k))
          {
            GfColumn *other = _gf_preflight_get_column (self, k);

            told = is_hundredfold (amounts, gf_column_get_numbers (other), n_rows);
            if (told)
              tell_cents (self, i,
                          g_strdup_printf (_("The amounts in “%s” are a hundred times those in “%s”."),
                                           gf_column_get_name (column), gf_column_get_name (other)));
          }
      if (!told && self->known[i] != NULL && self->known[i]->minor_units)
        tell_cents (self, i,
                    g_strdup_printf (_("This export counts “%s” in cents."),
                                     gf_column_get_name (column)));
      else if (!told && stripe && are_digits (column))
        tell_cents (self, i,
                    g_strdup_printf (_("The keys are those of Stripe's programming interface, which "
                                       "counts amounts such as “%s” in cents."),
                                     gf_column_get_name (column)));
      else if (!told && looks_like_cents (amounts, n_rows))
        tell_cents (self, i,
                    g_strdup_printf (_("The amounts in “%s” look like cents: none has a fraction, and they "
                                       "end as prices do."), gf_column_get_name (column)));
    }
}

/* How often a year something is paid, by the word for it; 0 if it does not say. */
static guint
times_a_year (const char *word)
{
  static const struct
  {
    guint times;
    const char *words[10];
  } spans[] = {
    { 12, { "month", "monat", "mensu", "mois", "mensile", "mensal", "maand", "mes" } },
    { 1, { "year", "annual", "jahr", "jähr", "annuel", "anual", "annuale", "jaar", "yr" } },
    { 4, { "quarter", "quartal", "trimest" } },
    { 52, { "week", "woche", "semaine", "semanal" } },
  };
  g_autofree char *folded = gf_text_fold (word, strlen (word));

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    for (guint k = 0; spans[i].words[k] != NULL; k++)
      if (strstr (folded, spans[i].words[k]) != NULL)
        return spans[i].times;

  return 0;
}

/* Whether the amounts are those of one span already, by their name: "Monthly Spend", "ARR". */
static gboolean
is_of_one_span (const GfPreflight *self,
                guint              column)
{
  return _gf_preflight_is_key (self, column, "mrr") || _gf_preflight_is_key (self, column, "arr") ||
         _gf_preflight_is_key (self, column, "ltv") ||
         _gf_preflight_is_key (self, column, "revenue") ||
         times_a_year (gf_column_get_name (_gf_preflight_get_column (self, column))) != 0;
}

/* Whether all levels are single words for spans, whatever the column is called: "monthly", "yearly".
   "Month-to-month" and "Two year" tell how long a contract holds, not how it is paid. */
static gboolean
says_spans_only (GfColumn *column)
{
  guint n_levels = gf_column_get_n_levels (column);

  if (n_levels < 2 || n_levels > MOST_SPANS)
    return FALSE;
  for (guint i = 0; i < n_levels; i++)
    {
      const char *level = gf_column_get_level (column, i);

      if (strpbrk (level, " -_0123456789") != NULL || times_a_year (level) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
look_for_spans (GfPreflight *self)
{
  guint n_columns = gf_table_get_n_columns (self->table);

  for (guint i = 0; i < n_columns; i++)
    {
      GfColumn *spans = _gf_preflight_get_column (self, i);
      const char *levels[2] = { NULL, NULL };
      guint times = 0;

      if (gf_column_get_column_type (spans) != GF_COLUMN_CATEGORY ||
          !(_gf_preflight_is_key (self, i, "interval") || _gf_preflight_is_key (self, i, "plan") ||
            says_spans_only (spans)))
        continue;

      for (guint level = 0; level < gf_column_get_n_levels (spans) && levels[1] == NULL; level++)
        {
          const char *text = gf_column_get_level (spans, level);
          guint found = times_a_year (text);

          if (found != 0 && found != times)
            levels[times == 0 ? 0 : 1] = text;
          if (found != 0 && times == 0)
            times = found;
        }
      for (guint k = 0; levels[1] != NULL && k < n_columns; k++)
        {
          const char *name = gf_column_get_name (_gf_preflight_get_column (self, k));

          if (!is_money (self, k) || is_of_one_span (self, k))
            continue;

          GfNote *note = _gf_preflight_add (self, "mixed-intervals", weigh (self, k),
                                            /* TRANSLATORS: the name of a column of money, two words such as month and
                                               year, and the name of the column with these words */
                                            g_strdup_printf (_("“%s” is paid by “%s” for some and by “%s” "
                                                               "for others, as “%s” "
                                                               "says, and cannot be compared."),
                                                             name, levels[0], levels[1],
                                                             gf_column_get_name (spans)),
                                            g_strdup (_("Use a column of monthly or yearly revenue, or "
                                                        "multiply the monthly "
                                                        "amounts by twelve and import again.")));
          _gf_note_set_column (note, name);
        }
    }
}

static void
look_for_currencies (GfPreflight *self)
{
  guint n_columns = gf_table_get_n_columns (self->table);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *from = self->known[i] != NULL ? self->known[i]->currency_from : NULL;

      if (!is_money (self, i) || from == NULL)
        continue;

      for (guint k = 0; k < n_columns; k++)
        {
          GfColumn *codes = _gf_preflight_get_column (self, k);

          if (gf_column_get_n_levels (codes) < 2 ||
              gf_column_get_column_type (codes) != GF_COLUMN_CATEGORY ||
              !gf_export_is_column (self->export, gf_column_get_name (codes), from))
            continue;

          const char *name = gf_column_get_name (_gf_preflight_get_column (self, i));
          GfNote *note = _gf_preflight_add (self, "mixed-currencies", weigh (self, i),
                                            /* TRANSLATORS: the name of a column, then two currencies */
                                            g_strdup_printf (_("“%s” holds %s and %s as if they were one "
                                                               "currency."),
                                                             name, gf_column_get_level (codes, 0),
                                                             gf_column_get_level (codes, 1)),
                                            g_strdup (_("Use a column of converted amounts, or export one "
                                                        "currency only.")));
          _gf_note_set_column (note, name);
          break;
        }
    }
}

/* Answers from 0 to 10 beside scores from -100 to 100, or stars beside percent. */
static void
look_for_scales (GfPreflight *self)
{
  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      GfColumn *column = _gf_preflight_get_column (self, i);
      gboolean nps = _gf_preflight_is_key (self, i, "nps");
      double most = nps ? 10 : 5;
      const double *numbers = gf_column_get_numbers (column);
      gsize n = 0, n_answers = 0, n_beyond = 0;

      if ((!nps && !_gf_preflight_is_key (self, i, "csat")) || numbers == NULL ||
          gf_column_get_column_type (column) != GF_COLUMN_NUMBER ||
          (gf_column_get_role (column) == GF_ROLE_IGNORE && !_gf_preflight_is_measure (self, i)))
        continue;

      for (gsize row = 0; row < gf_column_get_n_rows (column); row++)
        {
          n += !isnan (numbers[row]);
          n_answers += numbers[row] >= 0 && numbers[row] <= most;
          n_beyond += numbers[row] < 0 || numbers[row] > 10;
        }
      if (n < AT_LEAST || n_answers * 10 < n * 3 || n_beyond * 20 < n)
        continue;

      GfNote *note = _gf_preflight_add (self, "mixed-scales", weigh (self, i),
                                        g_strdup_printf (nps ? _("“%s” mixes answers from 0 to 10 with "
                                                                 "scores up to 100.")
                                                             : _("“%s” mixes answers from 1 to 5 with "
                                                                 "percent."),
                                                         gf_column_get_name (column)),
                                        g_strdup (_("Correct the cells in the table so that all are on "
                                                    "one scale, or "
                                                    "leave the column out.")));
      note->action = GF_MEND_IGNORE;
      _gf_note_set_column (note, gf_column_get_name (column));
    }
}

/* Amounts that cannot be compared: cents beside whole money, months beside years, several currencies,
   two scales. */
void
_gf_preflight_look_at_money (GfPreflight *self)
{
  look_for_cents (self);
  look_for_spans (self);
  look_for_currencies (self);
  look_for_scales (self);
}
