/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-trait-words.h"

#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GfColumn *
find_column (const GfSelector *self,
             GfTable          *table)
{
  return table != NULL ? gf_table_find_column (table, gf_selector_get_column (self)) : NULL;
}

/**
 * gf_selector_is_bare:
 * @self: a condition
 * @table: (nullable): the customers, for the type of the column
 *
 * Tells "Yes", "No", "0", "not filled in" and their like, which say nothing without the name of their column,
 * from "Marketing". Ranges are never bare here: "50 to 250" is read below the name of its column.
 *
 * Returns: whether the value says nothing alone
 */
gboolean
gf_selector_is_bare (const GfSelector *self,
                     GfTable          *table)
{
  g_return_val_if_fail (self != NULL, FALSE);

  static const char *bare[] = { "yes", "no", "true", "false", "y", "n", "other", "none", NULL };
  const char *value = gf_selector_get_value (self);
  GfColumn *column = find_column (self, table);

  if (gf_selector_get_kind (self) == GF_SELECTOR_MISSING)
    return TRUE;
  if (value == NULL)
    return FALSE;
  if (column != NULL && gf_column_get_column_type (column) == GF_COLUMN_FLAG)
    return TRUE;

  g_autofree char *folded = g_utf8_casefold (value, -1);

  return g_strv_contains (bare, folded) || !g_unichar_isalpha (g_utf8_get_char (value));
}

/* What a column counts, if its name says so: "employees" of "Number of Employees" and "Employees". */
static char *
dup_counted (GfColumn *column)
{
  static const char *openings[] = { "number of ", "no. of ", "# of ", "count of ", "num ", "# " };
  const char *name = gf_column_get_name (column);
  g_autofree char *folded = g_utf8_strdown (name, -1);

  if (gf_column_get_column_type (column) != GF_COLUMN_NUMBER && !gf_column_get_spec (column)->bands)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (folded, openings[i]) && folded[strlen (openings[i])] != '\0')
      return g_strdup (folded + strlen (openings[i]));

  /* A plural that is one word, or words that are each in small letters: "Support hours". */
  const char *rest = *name != '\0' ? g_utf8_next_char (name) : name;
  for (const char *c = rest; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_islower (g_utf8_get_char (c)) && *c != ' ')
      return NULL;
  if (strlen (folded) < 4 || !g_str_has_suffix (folded, "s") || g_str_has_suffix (folded, "ss") ||
      g_str_has_suffix (folded, "us") || g_str_has_suffix (folded, "is"))
    return NULL;

  return g_steal_pointer (&folded);
}

static char *
dup_with_column (const GfSelector *self,
                 const char       *value)
{
  g_autofree char *word = gf_words_dup_level (value);

  return g_strdup_printf (C_("trait", "%s: %s"), gf_selector_get_column (self), word);
}

/* "50 to 250 employees", or NULL where the column counts nothing. */
static char *
dup_counted_range (const GfSelector *self,
                   GfTable          *table)
{
  GfColumn *column = find_column (self, table);
  g_autofree char *counted = column != NULL ? dup_counted (column) : NULL;

  if (counted == NULL)
    return NULL;

  g_autofree char *range = gf_selector_dup_value_text (self, table);

  /* TRANSLATORS: a range and what is counted: "50 to 250 employees" */
  return g_strdup_printf (C_("trait, counted", "%s %s"), range, counted);
}

static char *
dup_capitalized (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *initial = *text != '\0' ? g_utf8_strup (text, rest - text) : NULL;

  return initial != NULL ? g_strconcat (initial, rest, NULL) : g_strdup ("");
}

/**
 * gf_selector_dup_title:
 * @self: a condition
 * @table: (nullable): the customers, for the column's type and currency
 *
 * Names a condition as the title above the name of its column: "Marketing", "50 to 250 employees",
 * "Before 2023"; what is bare is named with its column: "Contract signed: yes".
 *
 * Returns: (transfer full): the translated text
 */
char *
gf_selector_dup_title (const GfSelector *self,
                       GfTable          *table)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *value = gf_selector_dup_value_text (self, table);

  if (gf_selector_is_bare (self, table))
    return dup_with_column (self, value);
  if (gf_selector_get_kind (self) != GF_SELECTOR_RANGE)
    return g_steal_pointer (&value);

  /* The words for a range begin the title; what stands in the data stays as it is. */
  g_autofree char *counted = dup_counted_range (self, table);

  return dup_capitalized (counted != NULL ? counted : value);
}

/**
 * gf_selector_dup_name:
 * @self: a condition
 * @table: (nullable): the customers, for the column's type and currency
 *
 * Names a condition where the name of its column is not said beside it: "Marketing", "50 to 250 employees",
 * "Contract signed: yes", "Lifetime value: €5,000 or more".
 *
 * Returns: (transfer full): the translated text
 */
char *
gf_selector_dup_name (const GfSelector *self,
                      GfTable          *table)
{
  g_return_val_if_fail (self != NULL, NULL);

  gboolean range = gf_selector_get_kind (self) == GF_SELECTOR_RANGE;
  g_autofree char *counted = range ? dup_counted_range (self, table) : NULL;

  if (!range)
    return gf_selector_dup_title (self, table);
  if (counted != NULL)
    return g_steal_pointer (&counted);

  return gf_selector_describe (self, table);
}

/* A name of one word with a capital ends where it ends; others would run into the sentence. */
static gboolean
needs_quotes (const char *value)
{
  return strchr (value, ' ') != NULL || !g_unichar_isupper (g_utf8_get_char (value));
}

static char *
dup_range_phrase (const GfSelector *self,
                  GfTable          *table)
{
  const char *name = gf_selector_get_column (self);
  GfColumn *column = find_column (self, table);
  g_autofree char *range = gf_selector_dup_value_text (self, table);
  g_autofree char *counted = dup_counted_range (self, table);

  if (counted != NULL)
    return g_steal_pointer (&counted);
  if (column != NULL && gf_column_get_column_type (column) == GF_COLUMN_DATE)
    /* TRANSLATORS: a column of dates and a range: "Customer since before 2023" */
    return g_strdup_printf (C_("trait in a sentence, date", "%s %s"), name, range);

  /* TRANSLATORS: a column of figures and a range: "Lifetime value of €5,000 or more" */
  return g_strdup_printf (C_("trait in a sentence", "%s of %s"), name, range);
}

static char *
dup_phrase (const GfSelector *self,
            GfTable          *table)
{
  const char *name = gf_selector_get_column (self);

  if (gf_selector_get_kind (self) == GF_SELECTOR_RANGE)
    return dup_range_phrase (self, table);

  if (gf_selector_get_kind (self) == GF_SELECTOR_MISSING)
    /* TRANSLATORS: a column in which nothing is said: customers with "no Industry filled in" */
    return g_strdup_printf (C_("trait in a sentence, missing", "no %s filled in"), name);

  g_autofree char *value = gf_selector_dup_value_text (self, table);

  if (gf_selector_is_bare (self, table))
    {
      g_autofree char *word = gf_words_dup_level (value);

      /* TRANSLATORS: a value and its column: "“yes” in Contract signed" */
      return g_strdup_printf (C_("trait in a sentence", "“%s” in %s"), word, name);
    }
  if (needs_quotes (value))
    /* TRANSLATORS: a column and its value: "Industry “Software and services”" */
    return g_strdup_printf (C_("trait in a sentence", "%s “%s”"), name, value);

  /* TRANSLATORS: a column and its value: "Department Marketing" */
  return g_strdup_printf (C_("trait in a sentence, one word", "%s %s"), name, value);
}

/**
 * gf_selectors_dup_phrase:
 * @selectors: (element-type GfSelector): conditions
 * @table: (nullable): the customers, for the columns' types and currencies
 *
 * Words conditions so that they follow "customers with" in a sentence: "Department Marketing and 50 to
 * 250 employees", "“yes” in Contract signed", "Lifetime value of €5,000 or more".
 *
 * Returns: (transfer full): the translated text; "" for no conditions
 */
char *
gf_selectors_dup_phrase (GPtrArray *selectors,
                         GfTable   *table)
{
  g_return_val_if_fail (selectors != NULL, NULL);

  g_autofree char *text = g_strdup ("");

  for (guint i = 0; i < selectors->len; i++)
    {
      g_autofree char *next = dup_phrase (g_ptr_array_index (selectors, i), table);
      char *joined;

      if (i == 0)
        joined = g_steal_pointer (&next);
      else if (i + 1 == selectors->len)
        /* TRANSLATORS: joins two traits: "Department Marketing and 50 to 250 employees" */
        joined = g_strdup_printf (C_("traits", "%s and %s"), text, next);
      else
        joined = g_strdup_printf (C_("traits", "%s, %s"), text, next);

      g_free (text);
      text = joined;
    }

  return g_steal_pointer (&text);
}
