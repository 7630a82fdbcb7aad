/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-mine.h"

#include "gf-both-sides.h"
#include "gf-cli-mine-rules.h"
#include "gf-cli-notes.h"
#include "gf-cli.h"
#include "gf-findings-csv.h"
#include "gf-project-file.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* One call of the verb: what was asked, and what came of it. */
typedef struct
{
  char **best;
  GfCliBest who;
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
  GStrv chosen;             /* attributes, NULL for all */
  GfCliMineRules rules;
  GfCliSide side;
  GPtrArray *notes;         /* GfNote; NULL when nobody asks who is best or bad */
} Mine;

static void
mine_clear (Mine *self)
{
  g_strfreev (self->best);
  gf_cli_best_clear (&self->who);
  g_free (self->target);
  g_free (self->attributes);
  g_free (self->against);
  g_free (self->quality);
  g_free (self->output);
  gf_cli_mine_rules_clear (&self->rules);
  gf_cli_side_clear (&self->side);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_object (&self->project);
  g_strfreev (self->chosen);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mine, mine_clear)

static gboolean
is_against_bad (const Mine *self)
{
  return g_strcmp0 (self->against, "bad") == 0;
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
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("--attributes: there is no column “%s”. “goodfit-cli inspect” lists the columns."), name->str);
      return FALSE;
    }

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
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The project has no customers yet. Bring some in with “goodfit-cli new”."));
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
find_notes (Mine    *self,
            GError **error)
{
  const GArray *bad_rules = self->rules.bad_rules;
  g_autoptr (GfBitset) bad = NULL;

  if (bad_rules->len > 0)
    {
      bad = gf_bad_fits (self->table, (const GfBadRule *) (gpointer) bad_rules->data, bad_rules->len, error);
      if (bad == NULL)
        return FALSE;
    }

  self->notes = gf_cli_find_notes (self->table, self->rules.measures,
                                   is_against_bad (self) ? NULL : self->side.hits, bad);
  gf_cli_tell_notes (self->notes);

  return TRUE;
}

/* What was left out and why, and what was made of a short list. */
static void
tell_side (const GfCliSide *side)
{
  for (guint i = 0; i < side->exclusions.notes->len; i++)
    g_printerr ("%s\n", (const char *) side->exclusions.notes->pdata[i]);

  if (side->ranking == NULL)
    return;

  gboolean are_best;
  gsize n_tied = gf_ranking_get_n_tied (side->ranking, &are_best);
  g_autofree char *headline = gf_ranking_dup_headline (side->ranking);
  g_autofree char *tied = gf_words_dup_number ((double) n_tied);

  if (gf_ranking_is_raised (side->ranking))
    g_printerr (_("%s: more than the share, because the list is short.\n"), headline);
  if (n_tied > 0)
    /* TRANSLATORS: "30 of 100 customers are your best: 30 who have the same values as the last ..." */
    g_printerr (are_best ? ngettext ("%s: %s who has the same values as the last is among them. Another --best tells "
                                     "them apart.\n",
                                     "%s: %s who have the same values as the last are all among them. Another "
                                     "--best tells them apart.\n", n_tied)
                         : ngettext ("%s: %s who has the same values as the next is left out. Another --best tells "
                                     "them apart.\n",
                                     "%s: %s who have the same values as the next are all left out. Another --best "
                                     "tells them apart.\n", n_tied), headline, tied);
}

static GfFindings *
mine_side (const Mine      *self,
           const GfCliSide *side,
           GfAgainst        against,
           GError         **error)
{
  int shown = -1;
  GfMiningOptions options = {
    .attributes = (const char * const *) self->chosen,
    .exclude = (const char * const *) side->exclusions.names->pdata,
    .among = side->among,
    .depth = (guint) self->depth,
    .top = (guint) self->top,
    .min_rows = (gsize) self->min_rows,
    .raw = self->raw,
    .quality = find_quality (self->quality),
    .against = against,
  };
  GfFindings *findings = gf_mining_run (self->table, side->hits, &options, NULL,
                                        isatty (STDERR_FILENO) ? progress_cb : NULL, &shown, error);
  if (shown >= 0)
    g_printerr ("\r     \r");

  return findings;
}

static GfFindings *
run (Mine    *self,
     GError **error)
{
  GfAgainst against = self->target != NULL   ? GF_AGAINST_OTHER
                      : is_against_bad (self) ? GF_AGAINST_BAD
                                              : GF_AGAINST_BEST;

  if (!choose_attributes (self, error))
    return NULL;

  self->rules = (GfCliMineRules) {
    .best = (const char * const *) self->best,
    .who = &self->who,
    .target = self->target,
    .chosen = (const char * const *) self->chosen,
    .against_bad = is_against_bad (self),
    .raw = self->raw,
    .table = self->table,
    .project = self->project,
  };
  if (!gf_cli_mine_rules_settle (&self->rules, error) ||
      !gf_cli_mine_rules_find_side (&self->rules, against, &self->side, error))
    return NULL;

  tell_side (&self->side);
  if (self->target == NULL && !self->raw && !find_notes (self, error))
    return NULL;

  return mine_side (self, &self->side, against, error);
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
check_options (Mine *self)
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
  else if (self->output != NULL && (self->json || self->drivers || self->n_copies > 0))
    gf_cli_usage (_("mine: -o writes all findings as CSV: --json, --drivers and --copies have no place beside it."));
  else if (self->target != NULL && (self->best != NULL || self->against != NULL || gf_cli_best_is_given (&self->who)))
    gf_cli_usage (_("mine: --target says whom to look for, so --best, --share and their like, and --against have no "
                    "place."));
  else
    return gf_cli_best_check (&self->who, "mine");

  return FALSE;
}

/* The other side is looked at too, for what marks both; it is listed unless one side was asked for. Where nothing says
 * who is on it, that stays open. */
static GfFindings *
mine_other_side (Mine       *self,
                 GfFindings *findings)
{
  gboolean bad = is_against_bad (self);
  gboolean known = bad ? self->rules.measures->len > 0 || !gf_best_rule_needs_measure (self->rules.rule)
                       : self->rules.bad_rules->len > 0;
  g_auto (GfCliSide) side = { 0 };

  if (self->target != NULL || self->raw || !known ||
      !gf_cli_mine_rules_find_side (&self->rules, bad ? GF_AGAINST_BEST : GF_AGAINST_BAD, &side, NULL))
    return NULL;

  GfFindings *others = mine_side (self, &side, bad ? GF_AGAINST_BEST : GF_AGAINST_BAD, NULL);
  if (others == NULL)
    return NULL;
  gf_findings_mark_both_sides (findings, others, self->table, side.hits);
  gf_findings_mark_both_sides (others, findings, self->table, self->side.hits);

  return others;
}

static gboolean
write_csv (Mine       *self,
           GfFindings *findings,
           const char *input,
           GError    **error)
{
  const char * const inputs[] = { input, NULL };
  g_autoptr (GfFindings) others = mine_other_side (self, findings);
  GfFindings *lists[] = { findings, self->against == NULL ? others : NULL };
  g_autofree char *text = gf_findings_dup_csv (lists, G_N_ELEMENTS (lists), self->table);
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
  GfCliMined mined = { findings, luck, NULL, self->table, self->notes, (guint) self->top, self->raw,
                       self->rules.rule };

  if (self->drivers)
    {
      drivers = gf_drivers_find (self->table, self->side.hits, gf_findings_get_options (findings), NULL, error);
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
  g_auto (Mine) mine = { .depth = 3 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "best", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mine.best,
      N_("What makes a customer good; “low” when less is better"), N_("COLUMN[:WEIGHT][:low]") },
    GF_CLI_BEST_ENTRIES (&mine.who),
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
