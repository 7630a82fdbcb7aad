/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-draft.h"

#include "gf-infer.h"
#include "gf-repeats.h"

#include <glib/gi18n-lib.h>

#define MOST_REASONS 200
#define MOST_PREVIEWED 100

/**
 * gf_import_draft_free:
 * @self: (nullable): a draft
 *
 * Frees it.
 */
void
gf_import_draft_free (GfImportDraft *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->read, gf_table_unref);
  g_clear_pointer (&self->shown, gf_table_unref);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->derivations, g_ptr_array_unref);
  g_clear_pointer (&self->update, gf_update_unref);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_clear_pointer (&self->matched, gf_import_file_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->repeats_by);
  g_free (self->trouble);
  g_free (self->left_out);
  g_free (self->kinds);
  g_free (self);
}

typedef struct
{
  GfImportChoices *choices;
  GfImport *import;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  gf_import_choices_free (job->choices);
  gf_import_unref (job->import);
  g_free (job);
}

static void
tell_all (GPtrArray *told,
          GPtrArray *sentences)
{
  g_ptr_array_extend_and_steal (told, sentences);
}

static gboolean
join_files (const GfImportChoices  *choices,
            GfTable               **table,
            GPtrArray              *told,
            GCancellable           *cancellable,
            GError                **error)
{
  GPtrArray *files = gf_import_choices_get_files (choices);

  for (guint i = 0; i < files->len; i++)
    {
      GfImportFile *file = g_ptr_array_index (files, i);
      GfJoinSums sums;
      GfTable *joined;

      /* While other guesses are tried its rows may belong to a file that is read otherwise. */
      if (gf_table_get_n_rows (*table) != gf_import_file_get_n_customers (file))
        continue;

      joined = gf_join_table (*table, file->table, file->plan, file->match, &sums, cancellable, error);
      if (joined == NULL)
        return FALSE;
      gf_table_unref (*table);
      *table = joined;
      g_ptr_array_add (told, g_strdup_printf ("%s:", file->name));
      tell_all (told, gf_join_match_tell (file->match));
      tell_all (told, gf_join_sums_tell (&sums, file->table, file->plan));
    }

  return TRUE;
}

static void
derive (const GfImportChoices  *choices,
        GfTable               **table,
        GPtrArray              *derivations,
        GPtrArray              *told)
{
  for (guint i = 0; i < derivations->len; i++)
    {
      const GfDerivation *derivation = g_ptr_array_index (derivations, i);
      g_autofree char *words = NULL;
      GfTable *derived;

      if (!gf_import_choices_get_derived (choices, derivation->name))
        continue;
      derived = gf_derive_add (*table, derivation, NULL);
      if (derived == NULL)
        continue;
      gf_table_unref (*table);
      *table = derived;
      words = gf_derivation_dup_words (derivation);
      g_ptr_array_add (told, g_strdup_printf ("%s: %s", derivation->name, words));
    }
}

/* Puts rows that repeat a customer together, if that was settled. */
static void
merge (const GfImportChoices  *choices,
       GfImportDraft          *self,
       GfTable               **table)
{
  g_autofree gsize *first_of = NULL;
  GfTable *merged;
  GfJoinKey key;

  if (!gf_repeats_find_key (*table, &key))
    return;

  self->n_repeats = gf_repeats_find (*table, &key, &first_of);
  self->repeats_by = g_strdup (gf_column_get_name (gf_table_get_column (*table, key.other)));
  if (self->n_repeats == 0 || !gf_import_choices_get_merge (choices))
    return;

  self->rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize row = 0; row < gf_table_get_n_rows (*table) && self->rows->len < MOST_PREVIEWED; row++)
    if (first_of[row] == row)
      g_array_append_val (self->rows, row);
  g_ptr_array_add (self->told, gf_repeats_dup_sentence (*table, &key, self->n_repeats));
  merged = gf_repeats_merge (*table, first_of);
  gf_table_unref (*table);
  *table = merged;
}

/* What becomes of data of people in a column: of the next export, as before. */
static GfPersonalChoice
choose_personal (const GfImportChoices *choices,
                 GHashTable            *before,
                 GfColumn              *column,
                 GfPersonalKind         kind)
{
  GfPersonalChoice choice = gf_import_choices_get_personal (choices);
  gpointer known;

  if (before != NULL && g_hash_table_lookup_extended (before, gf_column_get_name (column), NULL, &known))
    return (GfPersonalChoice) GPOINTER_TO_INT (known);
  if (kind == GF_PERSONAL_NONE)
    return GF_PERSONAL_KEEP;
  /* Customers who are people have to be called something. */
  if (gf_column_get_role (column) == GF_ROLE_NAME && choice == GF_PERSONAL_DROP &&
      gf_import_choices_get_as (choices) != GF_IMPORT_AS_JOINED)
    return GF_PERSONAL_KEEP;

  return choice;
}

/* People are hidden in the table for the project, and look hidden in the one that is shown. */
static void
hide_people (const GfImportChoices *choices,
             GfImportDraft         *self,
             const GfExport        *export,
             GfTable               *table)
{
  guint n = gf_table_get_n_columns (table);
  GfPersonalChoice choice = gf_import_choices_get_personal (choices);
  const char *key = gf_import_choices_get_key (choices);
  GfSource *main = gf_import_choices_get_main_source (choices);
  g_autofree GfPersonalChoice *project = g_new0 (GfPersonalChoice, n + 1);
  g_autofree GfPersonalChoice *shown = g_new0 (GfPersonalChoice, n + 1);
  g_autofree GfPersonalKind *told = g_new0 (GfPersonalKind, n + 1);
  g_autoptr (GHashTable) before = NULL;

  if (gf_import_choices_get_as (choices) == GF_IMPORT_AS_UPDATE && main != NULL &&
      !gf_import_choices_is_personal_said (choices))
    before = gf_source_dup_personal (main, gf_import_choices_get_before (choices));
  self->kinds = gf_personal_find_all (export, table, NULL);
  for (guint i = 0; i < n; i++)
    {
      project[i] = choose_personal (choices, before, gf_table_get_column (table, i), self->kinds[i]);
      shown[i] = project[i] == GF_PERSONAL_PSEUDONYMISE ? project[i] : GF_PERSONAL_KEEP;
      told[i] = project[i] == choice ? self->kinds[i] : GF_PERSONAL_NONE;
    }

  self->table = gf_personal_apply (table, self->kinds, project, key);
  self->shown = gf_personal_apply (table, self->kinds, shown, key);
  for (guint i = 0; i < n; i++)
    if (project[i] == GF_PERSONAL_DROP)
      {
        g_autoptr (GfTable) visible = g_steal_pointer (&self->shown);

        self->shown = gf_table_set_role (visible, i, GF_ROLE_IGNORE);
      }
  if (choice != GF_PERSONAL_KEEP)
    {
      char *sentence = gf_personal_dup_sentence (table, told, choice);

      if (sentence != NULL)
        g_ptr_array_add (self->told, sentence);
    }
}

/* The customers as they were, but with their columns read as was settled now; and the answers. */
static GfTable *
settle (const GfImportChoices *choices,
        const GfImportDraft   *self,
        GfUpdatePlan          *plan,
        GfTable               *before)
{
  g_autoptr (GfTable) table = gf_table_ref (before);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const GfUpdateColumn *column = &g_array_index (plan->columns, GfUpdateColumn, i);
      const char *header = gf_column_get_name (gf_table_get_column (self->table, i));
      int answer = gf_import_choices_get_renamed (choices, header);
      int main;

      if (column->fate == GF_UPDATE_COLUMN_RENAMED && answer >= 0)
        gf_update_plan_answer (plan, i, answer);
      main = gf_update_plan_get_main (plan, i);
      if (main >= 0)
        {
          g_autoptr (GfTable) old = g_steal_pointer (&table);

          table = gf_import_choices_apply_to (choices, old, (guint) main, header);
        }
    }

  return g_steal_pointer (&table);
}

static gboolean
bring_up_to_date (const GfImportChoices  *choices,
                  GfImportDraft          *self,
                  GCancellable           *cancellable,
                  GError                **error)
{
  GfTable *before = gf_import_choices_get_before (choices);
  GfSource *main = gf_import_choices_get_main_source (choices);
  g_autoptr (GfUpdatePlan) plan = NULL;
  g_autoptr (GfTable) settled = NULL;

  if (gf_import_choices_get_as (choices) != GF_IMPORT_AS_UPDATE)
    return TRUE;

  plan = gf_import_choices_plan (choices, self->table);
  settled = settle (choices, self, plan, before);
  self->update = gf_update_new (settled, self->table, plan, cancellable, error);
  if (self->update == NULL)
    return FALSE;

  g_clear_pointer (&self->table, gf_table_unref);
  self->table = gf_table_ref (gf_update_get_table (self->update));
  tell_all (self->told, gf_update_tell (self->update));
  if (main != NULL && !gf_import_choices_is_personal_said (choices))
    self->left_out = gf_source_dup_left_out (main, self->read);
  if (self->left_out != NULL)
    g_ptr_array_add (self->told, g_strdup (self->left_out));

  return TRUE;
}

/* Why a column is read as it is; of data of people, why it is left out. */
static char *
dup_reason (const GfImportChoices *choices,
            const GfImportDraft   *self,
            guint                  index)
{
  GfColumn *column = gf_table_get_column (self->shown, index);

  if (self->kinds[index] != GF_PERSONAL_NONE && gf_column_get_role (column) == GF_ROLE_IGNORE &&
      gf_import_choices_get_personal (choices) == GF_PERSONAL_DROP)
    return g_strdup (_("Personal data, left out unless you choose to keep it"));

  return gf_infer_dup_reason (column);
}

/* Looking at a column once more takes its time: of a very wide file only the first are told. */
static void
find_reasons (const GfImportChoices *choices,
              GfImportDraft         *self)
{
  guint n = gf_table_get_n_columns (self->shown);

  self->reasons = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->reasons, i < MOST_REASONS ? dup_reason (choices, self, i) : NULL);
}

/* A list of customers, or the next export of those that are there. */
static gboolean
make_customers (const Job      *job,
                GfImportDraft  *self,
                GfTable       **table,
                GCancellable   *cancellable,
                GError        **error)
{
  merge (job->choices, self, table);
  g_clear_pointer (&self->read, gf_table_unref);
  self->read = gf_table_ref (*table);
  if (!join_files (job->choices, table, self->told, cancellable, error))
    return FALSE;

  self->derivations = gf_derive_suggest (*table);
  derive (job->choices, table, self->derivations, self->told);
  hide_people (job->choices, self, gf_import_get_export (job->import), *table);

  return bring_up_to_date (job->choices, self, cancellable, error);
}

/* More about the customers that are there. That it cannot be joined is no error: it may be something else. */
static gboolean
make_joined (const Job      *job,
             GfImportDraft  *self,
             GfTable        *table,
             GCancellable   *cancellable,
             GError        **error)
{
  GfTable *customers = gf_import_choices_get_before (job->choices);
  g_autoptr (GError) trouble = NULL;
  GfJoinSums sums;

  self->joined = TRUE;
  self->derivations = g_ptr_array_new ();
  hide_people (job->choices, self, gf_import_get_export (job->import), table);
  self->matched = gf_import_choices_match (job->choices, job->import, self->table, cancellable, &trouble);
  g_clear_pointer (&self->table, gf_table_unref);
  if (self->matched == NULL)
    {
      self->trouble = g_strdup (trouble->message);
      self->table = gf_table_ref (customers);
      if (!g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }

  self->table = gf_join_table (customers, self->matched->table, self->matched->plan, self->matched->match, &sums,
                               cancellable, error);
  if (self->table == NULL)
    return FALSE;
  g_ptr_array_add (self->told, g_strdup_printf ("%s:", self->matched->name));
  tell_all (self->told, gf_join_match_tell (self->matched->match));
  tell_all (self->told, gf_join_sums_tell (&sums, self->matched->table, self->matched->plan));

  return TRUE;
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GfImportDraft) self = g_new0 (GfImportDraft, 1);
  g_autoptr (GfTable) table = gf_import_choices_apply (job->choices, gf_import_get_table (job->import));
  GError *error = NULL;
  gboolean made;

  self->told = g_ptr_array_new_with_free_func (g_free);
  self->n_read = gf_table_get_n_columns (table);
  self->read = gf_table_ref (table);
  if (gf_import_choices_get_as (job->choices) == GF_IMPORT_AS_JOINED)
    made = make_joined (job, self, table, cancellable, &error);
  else
    made = make_customers (job, self, &table, cancellable, &error);
  if (!made)
    {
      g_task_return_error (task, error);
      return;
    }

  find_reasons (job->choices, self);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) gf_import_draft_free);
}

/**
 * gf_import_draft_make_async:
 * @choices: what the user settled
 * @import: what was read
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Applies all that was settled, in a thread: a column of a million cells is not read another way in
 * no time.
 */
void
gf_import_draft_make_async (const GfImportChoices *choices,
                            GfImport              *import,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (choices != NULL && import != NULL);

  job = g_new0 (Job, 1);
  job->choices = gf_import_choices_copy (choices);
  job->import = gf_import_ref (import);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gf_import_draft_make_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_thread);
}

/**
 * gf_import_draft_make_finish:
 * @result: the result
 * @error: where to put that it was stopped, or why it cannot be done
 *
 * Returns: (transfer full) (nullable): the draft
 */
GfImportDraft *
gf_import_draft_make_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
