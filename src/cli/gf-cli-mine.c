/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-mine.h"

#include "gf-bad-fits.h"
#include "gf-cli-notes.h"
#include "gf-cli.h"
#include "gf-findings-csv.h"
#include "gf-project-analysis.h"
#include "gf-project-file.h"
#include "gf-suggest.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* One call of the verb: what was asked, and what came of it. */
typedef struct
{
  char **best;
  double share;
  int count;                /* 0 where the best are a share */
  char *target;
  char *attributes;
  int depth;
  int top;
  int min_rows;
  char *against;
  gboolean raw;
  char *quality;
  int n_copies;
  gboolean drivers;
  gboolean json;
  char *output;             /* a file for all findings as CSV; NULL for an answer */

  GfTable *table;
  GfProject *project;       /* NULL for a table's file */
  GArray *measures;         /* GfMeasure; texts belong to the table, the project or texts */
  GArray *bad_rules;
  GfBestRule *rule;         /* NULL before it is settled */
  GPtrArray *texts;
  GPtrArray *exclude;       /* names, NULL-terminated */
  GStrv chosen;             /* attributes, NULL for all */
  GfBitset *hits;
  GfBitset *among;          /* the customers to compare; NULL for all */
  GPtrArray *notes;         /* GfNote; NULL when nobody asks who is best or bad */
} Mine;

static void
mine_clear (Mine *self)
{
  g_strfreev (self->best);
  g_free (self->target);
  g_free (self->attributes);
  g_free (self->against);
  g_free (self->quality);
  g_free (self->output);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_object (&self->project);
  g_clear_pointer (&self->measures, g_array_unref);
  g_clear_pointer (&self->bad_rules, g_array_unref);
  g_clear_pointer (&self->rule, gf_best_rule_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->exclude, g_ptr_array_unref);
  g_strfreev (self->chosen);
  g_clear_pointer (&self->hits, gf_bitset_unref);
  g_clear_pointer (&self->among, gf_bitset_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mine, mine_clear)

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
add_measure (Mine       *self,
             const char *text,
             GError    **error)
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
add_project_rules (Mine *self)
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
  self->bad_rules = gf_customers_dup_bad_rules (customers, self->table);

  /* what is said on the command line holds before what the project says */
  if (isnan (self->share) && self->count == 0)
    self->rule = gf_customers_dup_best_rule (customers, self->table);
}

static void
guess_measures (Mine *self)
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
guess_bad_rules (Mine *self)
{
  g_autoptr (GArray) guessed = gf_bad_rules_suggest (self->table);

  for (guint i = 0; i < guessed->len; i++)
    {
      const GfBadRule *rule = &g_array_index (guessed, GfBadRule, i);

      g_array_append_val (self->bad_rules, *rule);
      if (g_strcmp0 (self->against, "bad") == 0)
        g_printerr (_("Bad fits by the column “%s”.\n"), rule->column);
    }
}

static gboolean
settle_rules (Mine    *self,
              GError **error)
{
  self->measures = g_array_new (FALSE, FALSE, sizeof (GfMeasure));
  self->bad_rules = g_array_new (FALSE, FALSE, sizeof (GfBadRule));
  self->texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->best != NULL && self->best[i] != NULL; i++)
    if (!add_measure (self, self->best[i], error))
      return FALSE;

  if (self->target != NULL)
    return TRUE;

  if (self->project != NULL)
    add_project_rules (self);
  if (self->bad_rules->len == 0)
    guess_bad_rules (self);
  gboolean wanted = g_strcmp0 (self->against, "bad") != 0 &&
                    (self->rule == NULL || gf_best_rule_needs_measure (self->rule));
  if (self->measures->len == 0 && wanted)
    guess_measures (self);

  if (self->measures->len == 0 && wanted)
    return refuse (error, _("No column says how valuable a customer is. Name one with --best, or say whom "
                            "to look for with --target."));
  if (self->bad_rules->len == 0 && g_strcmp0 (self->against, "bad") == 0)
    return refuse (error, _("No column says who left. Say whom to look for with --target COLUMN=VALUE."));

  return TRUE;
}

/* Raw, the text as it stands; else, and where nobody has it so, as the column's type reads it. */
static GfBitset *
match_value (const Mine *self,
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
match_target (Mine    *self,
              GError **error)
{
  for (const char *sign = strchr (self->target, '='); sign != NULL; sign = strchr (sign + 1, '='))
    {
      g_autofree char *name = g_strndup (self->target, (gsize) (sign - self->target));
      GfColumn *column = gf_table_find_column (self->table, name);

      if (column == NULL)
        continue;

      g_autoptr (GfBitset) rows = match_value (self, column, sign + 1);

      g_ptr_array_add (self->exclude, g_steal_pointer (&name));
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

static void
exclude_leaks (Mine *self)
{
  g_autoptr (GArray) leaks = gf_leaks_find (self->table,
                                            (const GfMeasure *) (gpointer) self->measures->data,
                                            self->measures->len);

  for (guint i = 0; i < leaks->len; i++)
    {
      const GfLeak *leak = &g_array_index (leaks, GfLeak, i);
      g_autofree char *sentence = gf_leak_dup_sentence (leak);

      g_ptr_array_add (self->exclude, g_strdup (leak->column));
      g_printerr ("%s\n", sentence);
    }
}

static GfBitset *
find_bad_fits (Mine    *self,
               GError **error)
{
  GfBitset *bad = gf_bad_fits (self->table, (const GfBadRule *) (gpointer) self->bad_rules->data,
                               self->bad_rules->len, error);

  if (bad == NULL)
    return NULL;

  self->among = gf_bad_fits_find_known (self->table, (const GfBadRule *) (gpointer) self->bad_rules->data,
                                        self->bad_rules->len, bad);
  if (self->raw || self->chosen != NULL)
    return bad;

  g_autoptr (GPtrArray) mirrors = gf_mirrors_find (self->table, bad, self->among);
  for (guint i = 0; i < mirrors->len; i++)
    {
      g_autofree char *sentence = gf_mirror_dup_sentence (mirrors->pdata[i]);

      g_ptr_array_add (self->exclude, g_strdup (mirrors->pdata[i]));
      g_printerr ("%s\n", sentence);
    }

  return bad;
}

static GfBitset *
find_target (Mine    *self,
             GError **error)
{
  if (self->target != NULL)
    return match_target (self, error);

  for (guint i = 0; i < self->measures->len; i++)
    g_ptr_array_add (self->exclude, g_strdup (g_array_index (self->measures, GfMeasure, i).column));
  for (guint i = 0; i < self->bad_rules->len && !self->raw; i++)
    if (g_array_index (self->bad_rules, GfBadRule, i).column != NULL)
      g_ptr_array_add (self->exclude, g_strdup (g_array_index (self->bad_rules, GfBadRule, i).column));

  if (g_strcmp0 (self->against, "bad") == 0)
    return find_bad_fits (self, error);

  if (!self->raw && self->chosen == NULL)
    exclude_leaks (self);

  if (self->rule == NULL)
    self->rule = gf_best_rule_copy (&(GfBestRule) {
      .kind = self->count > 0 ? GF_BEST_BY_COUNT : GF_BEST_BY_SHARE,
      .share = self->share,
      .count = (gsize) self->count,
    });
  if (self->rule->kind == GF_BEST_BY_LIMIT && self->rule->column != NULL)
    g_ptr_array_add (self->exclude, g_strdup (self->rule->column));

  g_autoptr (GfRanking) ranking = gf_ranking_new_by_rule (self->table,
                                                          (const GfMeasure *) (gpointer) self->measures->data,
                                                          self->measures->len, self->rule, error);
  if (ranking == NULL)
    return NULL;
  if (gf_ranking_is_raised (ranking))
    {
      g_autofree char *sentence = gf_ranking_dup_headline (ranking);

      g_printerr (_("%s: more than the share, because the list is short.\n"), sentence);
    }

  if (gf_ranking_get_compared (ranking) != NULL)
    self->among = gf_bitset_ref (gf_ranking_get_compared (ranking));

  return gf_bitset_ref (gf_ranking_get_best (ranking));
}

/* Names are joined by commas, and may have commas in them: as many parts as make a column. */
static gboolean
choose_attributes (Mine    *self,
                   GError **error)
{
  if (self->attributes == NULL)
    return TRUE;

  g_auto (GStrv) parts = g_strsplit (self->attributes, ",", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_string_append_printf (name, "%s%s", name->len > 0 ? "," : "", parts[i]);
      g_autofree char *trimmed = g_strstrip (g_strdup (name->str));

      if (gf_table_find_column (self->table, name->str) != NULL)
        g_strv_builder_add (names, name->str);
      else if (gf_table_find_column (self->table, trimmed) != NULL)
        g_strv_builder_add (names, trimmed);
      else
        continue;
      g_string_truncate (name, 0);
    }

  if (name->len > 0)
    return refuse (error, _("--attributes: there is no column “%s”. “goodfit-cli inspect” lists the "
                            "columns."), name->str);

  self->chosen = g_strv_builder_end (names);

  return TRUE;
}

static gboolean
is_project (const char *path)
{
  return g_str_has_suffix (path, ".goodfit");
}

static gboolean
open_table (Mine               *self,
            const char         *path,
            const GfCliReading *reading,
            GfCliCode          *code)
{
  g_autoptr (GError) error = NULL;

  if (!is_project (path))
    {
      g_autoptr (GfImport) import = gf_cli_import (path, reading, code);

      if (import == NULL)
        return FALSE;
      self->table = gf_table_ref (gf_import_get_table (import));
      *code = gf_cli_tell_problems (import, path);
      return TRUE;
    }

  *code = GF_CLI_DONE;
  self->project = gf_project_load (path, &error);
  if (self->project == NULL)
    {
      *code = gf_cli_fail (path, error);
      return FALSE;
    }
  if (gf_project_get_table (self->project) == NULL)
    {
      refuse (&error, _("The project has no customers yet. Bring some in with “goodfit-cli new”."));
      *code = gf_cli_fail (path, error);
      return FALSE;
    }
  self->table = gf_table_ref (gf_project_get_table (self->project));

  return TRUE;
}

/* In the order of GfQuality. */
static const char * const quality_words[] = { "wracc", "sqrt", "lift", NULL };

static GfQuality
find_quality (const char *word)
{
  guint i = 0;

  while (word != NULL && quality_words[i] != NULL && !g_str_equal (quality_words[i], word))
    i++;

  return (GfQuality) (quality_words[i] != NULL ? i : 0);
}

static void
progress_cb (double   share,
             gpointer user_data)
{
  int *shown = user_data;
  int percent = (int) (share * 100);

  if (percent == *shown)
    return;
  *shown = percent;
  g_printerr ("\r%3d %%", percent);
}

/* What to know of the customers and the rule before the answer is believed. */
static gboolean
find_notes (Mine            *self,
            const GfBitset  *target,
            GError         **error)
{
  gboolean against_bad = g_strcmp0 (self->against, "bad") == 0;
  g_autoptr (GfBitset) bad = NULL;

  if (self->bad_rules->len > 0)
    {
      bad = gf_bad_fits (self->table, (const GfBadRule *) (gpointer) self->bad_rules->data,
                         self->bad_rules->len, error);
      if (bad == NULL)
        return FALSE;
    }

  self->notes = gf_cli_find_notes (self->table, self->measures, against_bad ? NULL : target, bad);
  gf_cli_tell_notes (self->notes);

  return TRUE;
}

static GfFindings *
run (Mine    *self,
     GError **error)
{
  self->exclude = g_ptr_array_new_with_free_func (g_free);
  if (!settle_rules (self, error) || !choose_attributes (self, error))
    return NULL;

  self->hits = find_target (self, error);
  if (self->hits == NULL)
    return NULL;
  g_ptr_array_add (self->exclude, NULL);
  if (self->target == NULL && !self->raw && !find_notes (self, self->hits, error))
    return NULL;

  int shown = -1;
  GfMiningOptions options = {
    .attributes = (const char * const *) self->chosen,
    .exclude = (const char * const *) self->exclude->pdata,
    .among = self->among,
    .depth = (guint) self->depth,
    .top = (guint) self->top,
    .min_rows = (gsize) self->min_rows,
    .raw = self->raw,
    .quality = find_quality (self->quality),
    .against = self->target != NULL                   ? GF_AGAINST_OTHER
               : g_strcmp0 (self->against, "bad") == 0 ? GF_AGAINST_BAD
                                                       : GF_AGAINST_BEST,
  };
  GfFindings *findings = gf_mining_run (self->table, self->hits, &options, NULL,
                                        isatty (STDERR_FILENO) ? progress_cb : NULL, &shown, error);
  if (shown >= 0)
    g_printerr ("\r     \r");

  return findings;
}

static GfLuck *
check_luck (const Mine *self,
            GfFindings *findings)
{
  if (self->n_copies == 0 || gf_findings_are_too_few (findings))
    return NULL;

  return gf_luck_check (self->table, gf_findings_get_n_hits (findings), gf_findings_get_options (findings),
                        (guint) self->n_copies, 1, NULL, NULL, NULL, NULL);
}

static gboolean
check_options (const Mine *self)
{
  if (self->depth < 1 || self->depth > 4)
    gf_cli_usage (_("mine: --depth is 1, 2, 3 or 4."));
  else if (self->quality != NULL && (!self->raw || !g_strv_contains (quality_words, self->quality)))
    gf_cli_usage (_("mine: --quality is “wracc”, “sqrt” or “lift”, and orders the list of --raw."));
  else if (self->top < 0 || self->min_rows < 0)
    gf_cli_usage (_("mine: --top and --min-rows cannot be negative."));
  else if (self->n_copies < 0 || (self->raw && self->n_copies > 0))
    gf_cli_usage (_("mine: --copies cannot be negative, and has no place beside --raw."));
  else if (self->against != NULL && !g_str_equal (self->against, "best") &&
           !g_str_equal (self->against, "bad"))
    gf_cli_usage (_("mine: --against is “best” or “bad”."));
  else if (!isnan (self->share) && !(self->share >= GF_BEST_SHARE_MIN && self->share <= GF_BEST_SHARE_MAX))
    gf_cli_usage (_("mine: --share is between 0.05 and 0.5: of fewer there is little to learn, and of more "
                    "they are not the best."));
  else if (self->output != NULL && (self->json || self->drivers || self->n_copies > 0))
    gf_cli_usage (_("mine: -o writes all findings as CSV: --json, --drivers and --copies have no place beside it."));
  else if (self->count < 0 || (self->count > 0 && !isnan (self->share)))
    gf_cli_usage (_("mine: --count is a number of customers, and has no place beside --share."));
  else if (self->target != NULL && (self->best != NULL || self->against != NULL))
    gf_cli_usage (_("mine: --target says whom to look for, so --best and --against have no place."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
write_csv (const Mine *self,
           GfFindings *findings,
           const char *input,
           GError    **error)
{
  const char * const inputs[] = { input, NULL };
  g_autofree char *text = gf_findings_dup_csv (&findings, 1, self->table);
  g_autoptr (GfCliOutput) output = gf_cli_output_open (self->output, inputs, error);

  return output != NULL && gf_cli_output_write (output, text, strlen (text), error) &&
         gf_cli_output_close (output, error);
}

static gboolean
write_answer (Mine       *self,
              GfFindings *findings,
              GError    **error)
{
  g_autoptr (GfLuck) luck = check_luck (self, findings);
  g_autoptr (GfDrivers) drivers = NULL;
  GfCliMined mined = { findings, luck, NULL, self->table, self->notes, (guint) self->top, self->raw };

  if (self->drivers)
    {
      drivers = gf_drivers_find (self->table, self->hits, gf_findings_get_options (findings), NULL, error);
      if (drivers == NULL)
        return FALSE;
      mined.drivers = drivers;
    }

  g_autofree char *text = self->json ? gf_cli_mine_dup_json (&mined) : gf_cli_mine_dup_text (&mined);
  g_autoptr (GfCliOutput) output = gf_cli_output_open ("-", NULL, error);

  return output != NULL && gf_cli_output_write (output, text, strlen (text), error) &&
         gf_cli_output_close (output, error);
}

/**
 * gf_cli_mine:
 * @argc: arguments, the verb first
 * @argv: arguments
 *
 * Finds what the best customers, or the bad fits, or those with any mark, share.
 *
 * Returns: the exit code
 */
GfCliCode
gf_cli_mine (int    argc,
             char **argv)
{
  g_auto (GfCliReading) reading = { 0 };
  g_auto (Mine) mine = { .share = NAN, .depth = 3 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "best", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mine.best,
      N_("What makes a customer good; “low” when less is better"), N_("COLUMN[:WEIGHT][:low]") },
    { "share", 0, 0, G_OPTION_ARG_DOUBLE, &mine.share, N_("Which share is best, 0.05 to 0.5"), N_("SHARE") },
    { "count", 0, 0, G_OPTION_ARG_INT, &mine.count, N_("How many are best, instead of a share"), N_("NUMBER") },
    { "target", 0, 0, G_OPTION_ARG_STRING, &mine.target, N_("Whom to look for instead of the best"),
      N_("COLUMN=VALUE") },
    { "attributes", 0, 0, G_OPTION_ARG_STRING, &mine.attributes, N_("The only columns to look at"),
      N_("COLUMN,…") },
    { "depth", 0, 0, G_OPTION_ARG_INT, &mine.depth, N_("Traits a combination joins at most, 1 to 4"),
      N_("NUMBER") },
    { "top", 0, 0, G_OPTION_ARG_INT, &mine.top, N_("How many to tell at most"), N_("NUMBER") },
    { "min-rows", 0, 0, G_OPTION_ARG_INT, &mine.min_rows, N_("Customers a trait needs at least"),
      N_("NUMBER") },
    { "against", 0, 0, G_OPTION_ARG_STRING, &mine.against, N_("What the best share, or the bad fits"),
      N_("best|bad") },
    { "raw", 0, 0, G_OPTION_ARG_NONE, &mine.raw,
      N_("The exact top by quality over all texts, with every filter off"), NULL },
    { "quality", 0, 0, G_OPTION_ARG_STRING, &mine.quality,
      N_("What --raw orders by: rows/N, its square root or nothing, times the gain"),
      N_("wracc|sqrt|lift") },
    { "copies", 0, 0, G_OPTION_ARG_INT, &mine.n_copies,
      N_("Search so many reshuffled copies too, and say what luck alone would find"), N_("NUMBER") },
    { "drivers", 0, 0, G_OPTION_ARG_NONE, &mine.drivers,
      N_("Also say which attributes matter when all are looked at together"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &mine.json, N_("Answer with one JSON document"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &mine.output, N_("Write all findings as CSV instead; - is standard output"),
      N_("FILE.csv") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_("FILE or PROJECT"));
  GfCliCode code;

  g_option_context_set_summary (context, _("Finds what the best customers share."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  gf_cli_reading_add (&reading, context);
  if (!gf_cli_parse (context, &argc, &argv, 1, 1) || !check_options (&mine))
    return GF_CLI_USAGE;
  if (!open_table (&mine, argv[1], &reading, &code))
    return code;

  g_autoptr (GfFindings) findings = run (&mine, &error);
  if (findings == NULL || !(mine.output != NULL ? write_csv (&mine, findings, argv[1], &error)
                                                : write_answer (&mine, findings, &error)))
    return gf_cli_fail (argv[1], error);

  return code;
}
