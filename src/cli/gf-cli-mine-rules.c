/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-mine-rules.h"

#include "gf-bad-fits.h"
#include "gf-mining.h"
#include "gf-project-analysis.h"
#include "gf-suggest.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
refuse (GError    **error,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  *error = g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, format, args);
  va_end (args);

  return FALSE;
}

/* "Column", "Column:2", "Column:low", "Column:2:low"; a column whose whole name has colons comes first. */
static gboolean
add_measure (GfCliMineRules *self,
             const char     *text,
             GError        **error)
{
  char *name = g_strdup (text);
  GfMeasure measure = { name, 1.0, FALSE };

  g_ptr_array_add (self->texts, name);

  if (gf_table_find_column (self->table, name) == NULL && g_str_has_suffix (name, ":low"))
    {
      measure.lower_is_better = TRUE;
      name[strlen (name) - strlen (":low")] = '\0';
    }

  char *colon = strrchr (name, ':');
  if (gf_table_find_column (self->table, name) == NULL && colon != NULL)
    {
      char *end;

      measure.weight = g_ascii_strtod (colon + 1, &end);
      if (end == colon + 1 || *end != '\0' || !(measure.weight >= 0.0) || !isfinite (measure.weight))
        return refuse (error, _("--best %s: “%s” is neither a weight nor “low”."), text, colon + 1);
      *colon = '\0';
    }

  if (gf_table_find_column (self->table, name) == NULL)
    return refuse (error, _("--best: there is no column “%s”. “goodfit-cli inspect” lists the columns."),
                   name);

  g_array_append_val (self->measures, measure);

  return TRUE;
}

static void
add_project_rules (GfCliMineRules *self)
{
  GfCustomers *customers = gf_project_get_customers (self->project);
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (customers));

  for (guint i = 0; self->best == NULL && i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (GfGoodMeasure) record = g_list_model_get_item (measures, i);
      GfMeasure measure = { gf_good_measure_get_column (record), gf_good_measure_get_weight (record),
                            gf_good_measure_get_lower_is_better (record) };

      if (measure.column != NULL)
        g_array_append_val (self->measures, measure);
    }

  g_array_unref (self->bad_rules);
  self->bad_rules = gf_customers_dup_bad_rules (customers);

  /* what is said on the command line holds before what the project says */
  if (self->rule == NULL)
    self->rule = gf_customers_dup_best_rule (customers);
}

static void
guess_measures (GfCliMineRules *self)
{
  g_autoptr (GArray) guessed = gf_measures_suggest (self->table);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < guessed->len; i++)
    {
      const GfMeasure *measure = &g_array_index (guessed, GfMeasure, i);

      g_array_append_val (self->measures, *measure);
      g_string_append_printf (names, "%s%s:%g%s", i > 0 ? ", " : "", measure->column, measure->weight,
                              measure->lower_is_better ? ":low" : "");
    }

  if (guessed->len > 0)
    g_printerr (_("Best by the columns of values: %s. Say it yourself with --best.\n"), names->str);
}

static void
guess_bad_rules (GfCliMineRules *self)
{
  g_autoptr (GArray) guessed = gf_bad_rules_suggest (self->table);

  for (guint i = 0; i < guessed->len; i++)
    {
      const GfBadRule *rule = &g_array_index (guessed, GfBadRule, i);

      g_array_append_val (self->bad_rules, *rule);
      if (self->against_bad)
        g_printerr (_("Bad fits by the column “%s”.\n"), rule->column);
    }
}

/**
 * gf_cli_mine_rules_settle:
 * @self: what was asked for, and the customers
 * @error: where to put what is wrong with it
 *
 * Finds the rules: those given, else those of the project, else those that the columns propose.
 *
 * Returns: whether there are any
 */
gboolean
gf_cli_mine_rules_settle (GfCliMineRules *self,
                          GError        **error)
{
  self->measures = g_array_new (FALSE, FALSE, sizeof (GfMeasure));
  self->bad_rules = g_array_new (FALSE, FALSE, sizeof (GfBadRule));
  self->texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->best != NULL && self->best[i] != NULL; i++)
    if (!add_measure (self, self->best[i], error))
      return FALSE;

  if (self->target != NULL)
    return TRUE;
  if (gf_cli_best_is_given (self->who))
    {
      self->rule = gf_cli_best_make_rule (self->who, self->table, error);
      if (self->rule == NULL)
        return FALSE;
    }

  if (self->project != NULL)
    add_project_rules (self);
  if (self->bad_rules->len == 0)
    guess_bad_rules (self);
  gboolean wanted = !self->against_bad &&
                    (self->rule == NULL || gf_best_rule_needs_measure (self->rule));
  if (self->measures->len == 0 && wanted)
    guess_measures (self);

  if (self->measures->len == 0 && wanted)
    return refuse (error, _("No column says how valuable a customer is. Name one with --best, or say whom "
                            "to look for with --target."));
  if (self->rule == NULL)
    self->rule = gf_best_rule_copy (&(GfBestRule) { .kind = GF_BEST_BY_SHARE, .share = NAN });
  if (self->bad_rules->len == 0 && self->against_bad)
    return refuse (error, _("No column says who left. Say whom to look for with --target COLUMN=VALUE."));

  return TRUE;
}

/* Raw, the text as it stands; else, and where nobody has it so, as the column's type reads it. */
static GfBitset *
match_value (const GfCliMineRules *self,
             GfColumn   *column,
             const char *value)
{
  const char *name = gf_column_get_name (column);
  g_autoptr (GfBitset) exact = self->raw ? gf_mining_match_text (column, value) : NULL;

  if (exact != NULL && gf_bitset_count (exact) > 0)
    return g_steal_pointer (&exact);

  gboolean set = gf_column_get_column_type (column) == GF_COLUMN_SET;
  g_autoptr (GfSelector) selector = set ? gf_selector_new_contains (name, value)
                                        : gf_selector_new_is (name, value);

  return gf_selector_match (selector, self->table);
}

/* The column may have an equals sign in its name: the first place that makes a column is taken. */
static GfBitset *
match_target (GfCliMineRules *self,
              GfCliSide      *side,
              GError        **error)
{
  for (const char *sign = strchr (self->target, '='); sign != NULL; sign = strchr (sign + 1, '='))
    {
      g_autofree char *name = g_strndup (self->target, (gsize) (sign - self->target));
      GfColumn *column = gf_table_find_column (self->table, name);

      if (column == NULL)
        continue;

      g_autoptr (GfBitset) rows = match_value (self, column, sign + 1);

      gf_exclusions_add (&side->exclusions, name);
      if (gf_bitset_count (rows) == 0)
        {
          refuse (error, _("--target: nobody has “%s” in the column “%s”."), sign + 1,
                  gf_column_get_name (column));
          return NULL;
        }

      return g_steal_pointer (&rows);
    }

  refuse (error, _("--target %s: that is not the name of a column, an equals sign and a value."),
          self->target);

  return NULL;
}

/* Raw, what a rule is about is left out all the same, and nothing else; neither is it where the columns were named. */
static void
exclude (GfCliMineRules *self,
         GfCliSide      *side,
         GfAgainst       against)
{
  const GfMeasure *measures = (const GfMeasure *) (gpointer) self->measures->data;
  guint n_bad = self->raw ? 0 : self->bad_rules->len;

  gf_exclusions_add_rules (&side->exclusions, measures, self->measures->len, self->rule,
                           (const GfBadRule *) (gpointer) self->bad_rules->data, n_bad);
  if (self->raw || self->chosen != NULL)
    return;

  gf_exclusions_add_leaks (&side->exclusions, self->table, measures, self->measures->len, self->rule);
  if (against == GF_AGAINST_BAD)
    gf_exclusions_add_mirrors (&side->exclusions, self->table, side->hits, side->among);
  else
    gf_exclusions_add_best_mirrors (&side->exclusions, self->table, side->ranking);
}

static gboolean
find_bad (GfCliMineRules *self,
          GfCliSide      *side,
          GError        **error)
{
  const GfBadRule *rules = (const GfBadRule *) (gpointer) self->bad_rules->data;

  side->hits = gf_bad_fits (self->table, rules, self->bad_rules->len, error);
  if (side->hits == NULL)
    return FALSE;
  side->among = gf_bad_fits_find_known (self->table, rules, self->bad_rules->len, side->hits);

  return TRUE;
}

static gboolean
find_best (GfCliMineRules *self,
           GfCliSide      *side,
           GError        **error)
{
  side->ranking = gf_ranking_new_by_rule (self->table, (const GfMeasure *) (gpointer) self->measures->data,
                                          self->measures->len, self->rule, NULL, error);
  if (side->ranking == NULL)
    return FALSE;

  side->hits = gf_bitset_ref (gf_ranking_get_best (side->ranking));
  if (gf_ranking_get_compared (side->ranking) != NULL)
    side->among = gf_bitset_ref (gf_ranking_get_compared (side->ranking));

  return TRUE;
}

/**
 * gf_cli_mine_rules_find_side:
 * @self: settled rules
 * @against: whom to look for; without a target the best or the bad fits
 * @side: (out caller-allocates): who they are, whom to compare, and what to leave out
 * @error: where to put what is wrong
 *
 * Returns: whether they could be found
 */
gboolean
gf_cli_mine_rules_find_side (GfCliMineRules *self,
                             GfAgainst       against,
                             GfCliSide      *side,
                             GError        **error)
{
  *side = (GfCliSide) { 0 };
  gf_exclusions_init (&side->exclusions);

  if (against == GF_AGAINST_OTHER)
    {
      side->hits = match_target (self, side, error);
      return side->hits != NULL;
    }
  if (!(against == GF_AGAINST_BAD ? find_bad (self, side, error) : find_best (self, side, error)))
    return FALSE;
  exclude (self, side, against);

  return TRUE;
}

/**
 * gf_cli_side_clear:
 * @self: a side
 *
 * Frees what it holds.
 */
void
gf_cli_side_clear (GfCliSide *self)
{
  g_clear_pointer (&self->ranking, gf_ranking_unref);
  g_clear_pointer (&self->hits, gf_bitset_unref);
  g_clear_pointer (&self->among, gf_bitset_unref);
  gf_exclusions_clear (&self->exclusions);
}

/**
 * gf_cli_mine_rules_clear:
 * @self: rules
 *
 * Frees what was found; what was asked for belongs to the caller.
 */
void
gf_cli_mine_rules_clear (GfCliMineRules *self)
{
  g_clear_pointer (&self->measures, g_array_unref);
  g_clear_pointer (&self->bad_rules, g_array_unref);
  g_clear_pointer (&self->rule, gf_best_rule_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}
