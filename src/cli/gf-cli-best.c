/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-best.h"

#include "gf-cli-rule.h"
#include "gf-cli.h"
#include "gf-date.h"
#include "gf-number.h"
#include "gf-project-analysis.h"
#include "gf-row-identity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * gf_cli_best_clear:
 * @self: options
 *
 * Frees what they hold.
 */
void
gf_cli_best_clear (GfCliBest *self)
{
  g_free (self->share_text);
  g_free (self->above);
  g_free (self->below);
  g_free (self->list);
}

/**
 * gf_cli_best_check:
 * @self: options as they were given
 * @verb: of which verb
 *
 * Reads the share, and refuses two answers to one question with a word on standard error.
 *
 * Returns: whether they make sense
 */
gboolean
gf_cli_best_check (GfCliBest  *self,
                   const char *verb)
{
  g_autoptr (GError) error = NULL;
  guint n = (self->share_text != NULL) + (self->count != 0) + (self->above != NULL) + (self->below != NULL) +
            (self->list != NULL);

  if (self->count < 0)
    gf_cli_usage (_("%s: --count is a number of customers."), verb);
  else if (n > 1)
    gf_cli_usage (_("%s: --share, --count, --best-above, --best-below and --best-list each say which customers are "
                    "best: give one of them."), verb);
  else if (self->share_text != NULL && !gf_cli_read_share (self->share_text, &self->share, &error))
    gf_cli_usage ("%s: %s", verb, error->message);
  else
    return TRUE;

  return FALSE;
}

/**
 * gf_cli_best_is_given:
 * @self: options
 *
 * Returns: whether any of them was given
 */
gboolean
gf_cli_best_is_given (const GfCliBest *self)
{
  return self->share_text != NULL || self->count > 0 || self->above != NULL || self->below != NULL ||
         self->list != NULL;
}

static gboolean
read_value (GfColumn   *column,
            const char *text,
            double     *value)
{
  GfNumber number;
  gint32 days;

  if (gf_column_get_column_type (column) == GF_COLUMN_DATE)
    {
      if (!gf_days_from_iso (text, &days))
        return FALSE;
      *value = days;
      return TRUE;
    }
  if (!gf_number_parse (text, strlen (text), gf_column_get_spec (column)->decimal, &number))
    return FALSE;
  *value = number.value;

  return TRUE;
}

/* The column may have an equals sign in its name: the first place that makes a column is taken. */
static gboolean
read_limit (const char *option,
            const char *text,
            GfTable    *table,
            GfBestRule *rule,
            GError    **error)
{
  for (const char *sign = strchr (text, '='); sign != NULL; sign = strchr (sign + 1, '='))
    {
      g_autofree char *name = g_strndup (text, (gsize) (sign - text));
      GfColumn *column = gf_table_find_column (table, name);

      if (column == NULL)
        continue;
      if (gf_column_get_numbers (column) == NULL)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("%s: the column “%s” holds no numbers that the best could have enough of."), option, name);
          return FALSE;
        }
      if (!read_value (column, sign + 1, &rule->limit))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       gf_column_get_column_type (column) == GF_COLUMN_DATE
                         ? _("%s: “%s” is no date; write it as 2024-12-31.")
                         : _("%s: “%s” is no number."), option, sign + 1);
          return FALSE;
        }
      rule->column = gf_column_get_name (column);
      return TRUE;
    }

  if (strchr (text, '=') == NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("%s: “%s” should be COLUMN=VALUE, such as “Revenue=5000”."), option, text);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("%s %s: there is no such column. “goodfit-cli inspect” lists the columns."), option, text);

  return FALSE;
}

static GStrv
read_lines (const char *path,
            GError    **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (strcmp (path, "-") == 0 ? "/dev/stdin" : path, &text, NULL, error))
    return NULL;
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--best-list: “%s” is no text in UTF-8."), path);
      return NULL;
    }

  const char *start = g_str_has_prefix (text, "\357\273\277") ? text + 3 : text;
  g_auto (GStrv) lines = g_strsplit (start, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);

  return g_strv_builder_end (builder);
}

static GfBitset *
read_list (const char *path,
           GfTable    *table,
           GError    **error)
{
  g_auto (GStrv) lines = read_lines (path, error);

  if (lines == NULL)
    return NULL;
  if (lines[0] == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--best-list: “%s” names nobody. Write an identifier or a name on each line."), path);
      return NULL;
    }

  return gf_table_match_list (table, (const char * const *) lines, error);
}

/**
 * gf_cli_best_make_rule:
 * @self: options, one of which was given
 * @table: the customers
 * @error: where to put what is wrong with them
 *
 * Returns: (transfer full) (nullable): the rule
 */
GfBestRule *
gf_cli_best_make_rule (const GfCliBest *self,
                       GfTable         *table,
                       GError         **error)
{
  GfBestRule rule = { .kind = GF_BEST_BY_SHARE, .share = self->share_text != NULL ? self->share : NAN };
  g_autoptr (GfBitset) picked = NULL;

  if (self->count > 0)
    {
      rule.kind = GF_BEST_BY_COUNT;
      rule.count = (gsize) self->count;
    }
  else if (self->above != NULL || self->below != NULL)
    {
      rule.kind = GF_BEST_BY_LIMIT;
      rule.at_most = self->below != NULL;
      if (!read_limit (rule.at_most ? "--best-below" : "--best-above", rule.at_most ? self->below : self->above, table,
                       &rule, error))
        return NULL;
    }
  else if (self->list != NULL)
    {
      rule.kind = GF_BEST_BY_HAND;
      picked = read_list (self->list, table, error);
      if (picked == NULL)
        return NULL;
      rule.picked = picked;
    }

  return gf_best_rule_copy (&rule);
}

static void
pick (GfCustomers    *customers,
      GfTable        *table,
      const GfBitset *picked)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize row = 0; gf_bitset_next (picked, &row); row++)
    {
      guint32 number = (guint32) row;

      g_array_append_val (rows, number);
    }
  gf_customers_pick (customers, table, (const guint32 *) (gpointer) rows->data, rows->len, TRUE);
}

/**
 * gf_cli_best_store:
 * @self: options
 * @customers: the customers of a project
 * @table: their table
 * @error: where to put what is wrong with them
 *
 * Writes the rule into a project; without options nothing changes.
 *
 * Returns: whether the options fit the customers
 */
gboolean
gf_cli_best_store (const GfCliBest *self,
                   GfCustomers     *customers,
                   GfTable         *table,
                   GError         **error)
{
  if (!gf_cli_best_is_given (self))
    return TRUE;

  g_autoptr (GfBestRule) rule = gf_cli_best_make_rule (self, table, error);
  if (rule == NULL)
    return FALSE;

  switch (rule->kind)
    {
    case GF_BEST_BY_COUNT:
      gf_customers_set_best_kind (customers, GF_BEST_CHOICE_COUNT);
      gf_customers_set_count (customers, (gint64) rule->count);
      break;
    case GF_BEST_BY_LIMIT:
      gf_customers_set_best_kind (customers, GF_BEST_CHOICE_LIMIT);
      gf_customers_set_limit_column (customers, rule->column);
      gf_customers_set_limit (customers, rule->limit);
      gf_customers_set_limit_below (customers, rule->at_most);
      break;
    case GF_BEST_BY_HAND:
      gf_customers_set_best_kind (customers, GF_BEST_CHOICE_HAND);
      pick (customers, table, rule->picked);
      break;
    case GF_BEST_BY_SHARE:
    default:
      gf_customers_set_share (customers, rule->share);
    }

  return TRUE;
}
