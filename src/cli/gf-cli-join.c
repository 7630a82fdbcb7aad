/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-join.h"

#include "gf-project-derive.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many rows of a kind are listed; all are counted. */
#define MAX_TOLD 10

/**
 * gf_cli_tell:
 * @subject: the file it is about
 * @sentences: (element-type utf8): what to tell
 *
 * Tells sentences on standard error, one a line.
 */
void
gf_cli_tell (const char *subject,
             GPtrArray  *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    g_printerr ("%s: %s\n", subject, (const char *) g_ptr_array_index (sentences, i));
}

static void
list_rows (const GfJoinMatch *match,
           GfJoinOutcome      outcome)
{
  gsize n = 0;

  for (gsize row = gf_join_match_next (match, outcome, 0); row != GF_NO_ROW && n < MAX_TOLD;
       row = gf_join_match_next (match, outcome, row + 1))
    {
      g_autofree char *key = gf_join_match_dup_key (match, row);

      if (outcome == GF_JOIN_AMBIGUOUS)
        g_printerr (_("  row %zu: several customers are “%s”\n"), row + 1, key);
      else
        g_printerr (_("  row %zu: no customer is “%s”\n"), row + 1, key);
      n++;
    }
  if (gf_join_match_count (match, outcome) > n)
    g_printerr (_("  … and %zu more\n"), gf_join_match_count (match, outcome) - n);
}

/* What waits for an answer, with the option that gives it. */
static void
list_candidates (const GfJoinMatch *match)
{
  guint n = 0;

  for (guint i = 0; i < gf_join_match_get_n_candidates (match); i++)
    {
      const GfJoinCandidate *candidate = gf_join_match_get_candidate (match, i);
      g_autofree char *name = gf_join_match_dup_candidate_name (match, i);
      g_autofree char *customer = gf_join_match_dup_candidate_customer (match, i);

      if (candidate->answered)
        continue;
      if (n++ < MAX_TOLD)
        g_printerr (_("  Is “%s” the customer “%s” (alike to %.2f)? If so, give --same \"%s=%s\".\n"), name,
                    customer, candidate->likeness, name, customer);
    }
  if (n > MAX_TOLD)
    g_printerr (_("  … and %u more\n"), n - MAX_TOLD);
}

static void
answer (GfJoinMatch        *match,
        const char * const *same)
{
  for (guint i = 0; same != NULL && i < gf_join_match_get_n_candidates (match); i++)
    {
      g_autofree char *name = gf_join_match_dup_candidate_name (match, i);
      g_autofree char *customer = gf_join_match_dup_candidate_customer (match, i);
      g_autofree char *pair = g_strconcat (name, "=", customer, NULL);

      if (g_strv_contains (same, pair))
        gf_join_match_answer (match, i, TRUE);
    }
}

static GfCliCode
tell_match (const char        *path,
            const GfJoinMatch *match)
{
  gsize n_left = gf_join_match_count (match, GF_JOIN_UNMATCHED) +
                 gf_join_match_count (match, GF_JOIN_AMBIGUOUS) + gf_join_match_count (match, GF_JOIN_NO_KEY);
  g_autoptr (GPtrArray) sentences = gf_join_match_tell (match);

  gf_cli_tell (path, sentences);
  list_rows (match, GF_JOIN_UNMATCHED);
  list_rows (match, GF_JOIN_AMBIGUOUS);
  list_candidates (match);

  return n_left > 0 ? GF_CLI_PROBLEMS : GF_CLI_DONE;
}

/**
 * gf_cli_join_import:
 * @project: a project with customers
 * @source: (nullable): the source that the file is a new export of
 * @import: what was read
 * @path: the file
 * @key: (nullable): the column that says whose a row is
 * @same: (nullable): what was given for --same
 *
 * Joins a file to the customers.
 *
 * Returns: GF_CLI_DONE, GF_CLI_PROBLEMS when rows belong to nobody, or GF_CLI_FAILED
 */
GfCliCode
gf_cli_join_import (GfProject          *project,
                    GfSource           *source,
                    const GfImport     *import,
                    const char         *path,
                    const char         *key,
                    const char * const *same)
{
  GfTable *table = gf_project_get_table (project);
  g_autoptr (GfTable) file = gf_project_hide_again (project, source, import);
  g_autoptr (GfJoinPlan) plan = gf_source_plan_join (source, table, file, path);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GfJoinSums sums;

  if (key != NULL)
    {
      if (!gf_join_plan_set_key (plan, table, file, key, &error))
        return gf_cli_fail (path, error);
      gf_join_plan_set_kind (plan, table, file, plan->kind);
    }

  g_autoptr (GfJoinMatch) match = gf_join_match_new (table, file, plan, NULL, &error);
  if (match == NULL)
    return gf_cli_fail (path, error);
  gf_source_answer_known (source, match);
  answer (match, same);

  g_autoptr (GfTable) joined = gf_join_table (table, file, plan, match, &sums, NULL, &error);
  if (joined == NULL)
    return gf_cli_fail (path, error);

  GfCliCode code = tell_match (path, match);
  g_autoptr (GPtrArray) sentences = gf_join_sums_tell (&sums, file, plan);
  gf_cli_tell (path, sentences);
  gf_project_take_join (project, source, joined, plan, match, path, import, told);
  gf_cli_tell (path, told);

  return code;
}

/* FILE or FILE:KEY; a file whose whole name has a colon is that file. */
static void
split_spec (const char  *spec,
            char       **path,
            char       **key)
{
  const char *colon = strrchr (spec, ':');

  *path = g_strdup (spec);
  *key = NULL;
  if (colon == NULL || colon == spec || colon[1] == '\0' || colon[1] == '/' ||
      g_file_test (spec, G_FILE_TEST_EXISTS))
    return;

  g_free (*path);
  *path = g_strndup (spec, (gsize) (colon - spec));
  *key = g_strdup (colon + 1);
}

/**
 * gf_cli_join:
 * @project: a project with customers
 * @spec: FILE or FILE:KEY
 * @same: (nullable): what was given for --same
 *
 * Reads a file, with everything guessed, and joins it beside those that were joined before, however much it
 * is like one of them.
 *
 * Returns: GF_CLI_DONE, GF_CLI_PROBLEMS when the file has problems or rows that belong to nobody, or
 *   what failed
 */
GfCliCode
gf_cli_join (GfProject          *project,
             const char         *spec,
             const char * const *same)
{
  g_autofree char *path = NULL;
  g_autofree char *key = NULL;
  g_auto (GfCliReading) reading = { 0 };
  GfCliCode code;

  split_spec (spec, &path, &key);
  g_autoptr (GfImport) import = gf_cli_import (path, &reading, &code);
  if (import == NULL)
    return code;

  code = gf_cli_join_import (project, NULL, import, path, key, same);
  if (code != GF_CLI_DONE && code != GF_CLI_PROBLEMS)
    return code;

  GfCliCode told = gf_cli_tell_problems (import, path);

  return MAX (code, told);
}

static gboolean
is_known_name (const char *name)
{
  for (guint i = 0; i < GF_DERIVE_N_FORMULAS; i++)
    if (g_str_equal (name, gf_derive_formula_get_nick ((GfDeriveFormula) i)))
      return TRUE;

  return g_str_equal (name, "all");
}

static gboolean
add_derived (GfProject   *project,
             const char  *name,
             GError     **error)
{
  gboolean all = g_str_equal (name, "all");
  gboolean any = all;

  /* What is derived first may be an input of what is derived next, so suggestions are asked for again. */
  for (guint i = 0; i < GF_DERIVE_N_FORMULAS; i++)
    {
      g_autoptr (GPtrArray) derivations = gf_derive_suggest (gf_project_get_table (project));

      for (guint j = 0; j < derivations->len; j++)
        {
          const GfDerivation *derivation = g_ptr_array_index (derivations, j);
          g_autofree char *words = NULL;

          if (derivation->formula != i ||
              !(all || g_str_equal (name, gf_derive_formula_get_nick (derivation->formula))))
            continue;
          if (!gf_project_add_derived (project, derivation, error))
            return FALSE;
          any = TRUE;
          words = gf_derivation_dup_words (derivation);
          g_printerr (_("goodfit-cli: “%s” is computed: %s.\n"), derivation->name, words);
        }
    }
  if (!any)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("“%s” cannot be computed: the columns it needs are not there, or the customers have it "
                   "already."), name);

  return any;
}

/**
 * gf_cli_derive:
 * @project: a project with customers
 * @names: (nullable) (array zero-terminated=1): names of formulas, or "all"
 *
 * Adds derived columns and says how each is computed.
 *
 * Returns: GF_CLI_DONE, GF_CLI_USAGE for a name that is no formula, or GF_CLI_FAILED when its inputs are
 *   not there
 */
GfCliCode
gf_cli_derive (GfProject          *project,
               const char * const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!is_known_name (names[i]))
        return gf_cli_usage (_("--derive is “%s”; it should be tenure, days-to-close, orders-a-year, "
                               "lifetime-value, tickets-per-1000, support-share or all."),
                             names[i]);
      if (!add_derived (project, names[i], &error))
        return gf_cli_fail (NULL, error);
    }

  return GF_CLI_DONE;
}
