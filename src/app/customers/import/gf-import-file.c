/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-file.h"

#include "gf-format.h"
#include "gf-import-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint index;
  gboolean yes;
} Answer;

/**
 * gf_import_file_ref:
 *
 * Returns: (transfer full): @self
 */
GfImportFile *
gf_import_file_ref (GfImportFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_import_file_unref:
 *
 * Frees the file with the last reference.
 */
void
gf_import_file_unref (GfImportFile *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->import, gf_import_unref);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->plan, gf_join_plan_free);
  g_clear_pointer (&self->match, gf_join_match_unref);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_object (&self->known);
  g_free (self->name);
  g_free (self->file_name);
  g_free (self->key);
  g_free (self);
}

/* As was said, else as the export before was joined, else as is found. */
static gboolean
plan (GfImportFile  *self,
      GfTable       *customers,
      GError       **error)
{
  gboolean as_before = gf_source_get_joined (self->known) && self->kind == (int) gf_source_get_rows (self->known);
  g_autofree char *names = NULL;

  if (self->kind != GF_IMPORT_FILE_GUESS && !as_before)
    self->plan = gf_join_plan_suggest_as (customers, self->table, self->name, (GfRowKind) self->kind);
  else
    self->plan = gf_source_plan_join (self->known, customers, self->table, self->name);
  if (self->key != NULL)
    {
      if (!gf_join_plan_set_key (self->plan, customers, self->table, self->key, error))
        return FALSE;
      gf_join_plan_set_kind (self->plan, customers, self->table, self->plan->kind);
    }
  if (self->plan->keys->len > 0)
    return TRUE;

  names = gf_import_dup_names (self->table, NULL);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: the name of a file, and those of its columns */
               _("No column of “%s” says whose its rows are: %s. It needs the customers’ id, web site, e-mail "
                 "address or name."), self->name, names);

  return FALSE;
}

/* What it is called: a file within an archive is called as it is there, several files as the archive. */
static char *
dup_name (const char *file_name,
          GfImport   *import)
{
  GPtrArray *sheets = gf_import_get_sheets (import);
  const char *sheet = gf_import_get_options (import)->sheet;

  return g_path_get_basename (sheets != NULL && sheets->len > 1 && *sheet != '*' ? sheet : file_name);
}

/**
 * gf_import_file_new:
 * @file_name: the name of the file
 * @import: what was read from it
 * @table: that, as it was settled
 * @known: (nullable): what is remembered of the export before; copied
 * @kind: the #GfRowKind that a row of it is said to be; GF_IMPORT_FILE_GUESS for none
 * @key: (nullable): the column that is said to tell whose a row is
 * @customers: the customers
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be joined: a sentence for people
 *
 * Finds whose its rows are. For a thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GfImportFile *
gf_import_file_new (const char    *file_name,
                    GfImport      *import,
                    GfTable       *table,
                    GfSource      *known,
                    int            kind,
                    const char    *key,
                    GfTable       *customers,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GfImportFile) self = NULL;

  g_return_val_if_fail (file_name != NULL && import != NULL && table != NULL && customers != NULL, NULL);

  self = g_new0 (GfImportFile, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->file_name = g_strdup (file_name);
  self->kind = kind;
  self->key = g_strdup (key);
  self->pending = g_array_new (FALSE, FALSE, sizeof (Answer));
  self->import = gf_import_ref (import);
  self->table = gf_table_ref (table);
  self->known = known != NULL ? gf_record_copy (GF_RECORD (known)) : gf_source_new ();
  self->name = dup_name (file_name, import);
  self->n_customers = gf_table_get_n_rows (customers);
  if (!plan (self, customers, error))
    return NULL;

  self->match = gf_join_match_new (customers, self->table, self->plan, cancellable, error);
  if (self->match == NULL)
    return NULL;
  gf_source_answer_known (self->known, self->match);

  return g_steal_pointer (&self);
}

/* --- joining in a thread --- */

typedef struct
{
  GFile *file;
  char *sheet;
  GfCustomers *memory;
  GfTable *customers;
  GfImport *import;
  GfTable *table;
  GfSource *known;
  char *name;
  int kind;
  char *key;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_object (&job->memory);
  g_clear_object (&job->known);
  g_clear_pointer (&job->customers, gf_table_unref);
  g_clear_pointer (&job->import, gf_import_unref);
  g_clear_pointer (&job->table, gf_table_unref);
  g_free (job->sheet);
  g_free (job->name);
  g_free (job->key);
  g_free (job);
}

static GfImportFile *
join (const Job     *job,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GfImport) import = NULL;
  GfSource *known;

  if (job->import != NULL)
    return gf_import_file_new (job->name, job->import, job->table, job->known, job->kind, job->key, job->customers,
                               cancellable, error);

  g_set_str (&options->sheet, job->sheet);
  import = gf_import_read (job->file, options, NULL, NULL, cancellable, error);
  if (import == NULL)
    return NULL;

  known = job->memory != NULL ? gf_customers_find_source (job->memory, job->name, gf_import_get_table (import)) : NULL;
  if (known != NULL && !gf_source_get_joined (known))
    known = NULL;

  return gf_import_file_new (job->name, import, gf_import_get_table (import), known, job->kind, job->key,
                             job->customers, cancellable, error);
}

static void
join_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GfImportFile *self = join (data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) gf_import_file_unref);
  else
    g_task_return_error (task, error);
}

static void
run (Job                 *job,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, join_thread);
}

/**
 * gf_import_file_join_async:
 * @file: a further file
 * @sheet: (nullable): which sheet of it, or file of the archive that it is
 * @memory: (nullable): what is remembered of the customers, which does not change any more
 * @customers: the customers
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads @file and finds whose its rows are.
 */
void
gf_import_file_join_async (GFile               *file,
                           const char          *sheet,
                           GfCustomers         *memory,
                           GfTable             *customers,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file) && customers != NULL);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->sheet = g_strdup (sheet);
  g_set_object (&job->memory, memory);
  job->customers = gf_table_ref (customers);
  job->name = g_file_get_basename (file);
  job->kind = GF_IMPORT_FILE_GUESS;
  run (job, cancellable, callback, user_data);
}

/**
 * gf_import_file_again_async:
 * @customers: the customers, read another way perhaps
 * @kind: the #GfRowKind that a row of it is said to be; GF_IMPORT_FILE_GUESS for none
 * @key: (nullable): the column that is said to tell whose a row is
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds anew whose the rows of @self are, with the answers that were given.
 */
void
gf_import_file_again_async (GfImportFile        *self,
                            GfTable             *customers,
                            int                  kind,
                            const char          *key,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Job *job;

  g_return_if_fail (self != NULL && customers != NULL);

  job = g_new0 (Job, 1);
  job->import = gf_import_ref (self->import);
  job->table = gf_table_ref (self->table);
  job->known = gf_record_copy (GF_RECORD (self->known));
  job->customers = gf_table_ref (customers);
  job->name = g_strdup (self->file_name);
  job->kind = kind;
  job->key = g_strdup (key);
  run (job, cancellable, callback, user_data);
}

/**
 * gf_import_file_join_finish:
 * @result: the result
 * @error: where to put why it cannot be joined: a sentence for people
 *
 * Returns: (transfer full) (nullable): the file
 */
GfImportFile *
gf_import_file_join_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * gf_import_file_keep_apart:
 * @files: (element-type GfImportFile): the others that come with it
 * @before: (nullable): the customers that are brought up to date
 *
 * Gives its columns other names where they would take the place of others. Not once it is shared with a thread.
 */
void
gf_import_file_keep_apart (GfImportFile *self,
                           GPtrArray    *files,
                           GfTable      *before)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (self != NULL && files != NULL);

  for (guint i = 0; i < files->len; i++)
    gf_join_plan_add_names (((GfImportFile *) g_ptr_array_index (files, i))->plan, taken);
  /* What its last export gave there is its own. */
  for (guint i = 0; before != NULL && !gf_source_get_joined (self->known) && i < gf_table_get_n_columns (before); i++)
    g_hash_table_add (taken, g_strdup (gf_column_get_name (gf_table_get_column (before, i))));
  gf_join_plan_keep_apart (self->plan, self->table, self->name, taken);
}

/**
 * gf_import_file_get_sheet:
 *
 * Returns: (nullable): which sheet of a workbook, or file of an archive, it is
 */
const char *
gf_import_file_get_sheet (const GfImportFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gf_import_get_options (self->import)->sheet;
}

/* "1,204 of 1,310 deals" */
static char *
dup_rows (const GfImportFile *self,
          const char         *of)
{
  gulong n = (gulong) gf_table_get_n_rows (self->table);

  switch (self->plan->kind)
    {
    case GF_ROWS_COMPANIES:
      return g_strdup_printf (ngettext ("%s company", "%s companies", n), of);
    case GF_ROWS_DEALS:
      return g_strdup_printf (ngettext ("%s deal", "%s deals", n), of);
    case GF_ROWS_TICKETS:
      return g_strdup_printf (ngettext ("%s ticket", "%s tickets", n), of);
    case GF_ROWS_PAYMENTS:
      return g_strdup_printf (ngettext ("%s payment", "%s payments", n), of);
    case GF_ROWS_ORDERS:
      return g_strdup_printf (ngettext ("%s order", "%s orders", n), of);
    case GF_ROWS_ANSWERS:
      return g_strdup_printf (ngettext ("%s answer", "%s answers", n), of);
    case GF_ROWS_OTHER:
    default:
      return g_strdup_printf (ngettext ("%s row", "%s rows", n), of);
    }
}

static const char *
get_key_words (GfKeyKind kind)
{
  switch (kind)
    {
    case GF_KEY_ID:
      return _("id");
    case GF_KEY_ADDRESS:
      return _("e-mail address");
    case GF_KEY_DOMAIN:
      return _("company domain");
    case GF_KEY_EMAIL:
      return _("e-mail domain");
    case GF_KEY_NAME:
    default:
      return _("name");
    }
}

/**
 * gf_import_file_dup_words:
 *
 * Returns: (transfer full): how it matched: "1,204 of 1,310 deals matched by company domain, id"
 */
char *
gf_import_file_dup_words (const GfImportFile *self)
{
  g_autofree char *of = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (GString) keys = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  of = gf_format_of (gf_join_match_count_matched (self->match), gf_table_get_n_rows (self->table));
  rows = dup_rows (self, of);
  for (guint kind = 0; kind < GF_KEY_N_KINDS; kind++)
    if (gf_join_match_count (self->match, (GfJoinOutcome) kind) > 0)
      {
        if (keys->len > 0)
          g_string_append (keys, ", ");
        g_string_append (keys, get_key_words ((GfKeyKind) kind));
      }
  if (gf_join_match_count (self->match, GF_JOIN_BY_ANSWER) > 0)
    {
      if (keys->len > 0)
        g_string_append (keys, ", ");
      g_string_append (keys, _("your answers"));
    }
  if (keys->len == 0)
    /* Translators: “0 of 1,310 deals matched” */
    return g_strdup_printf (_("%s matched"), rows);

  /* Translators: “1,204 of 1,310 deals matched by company domain” */
  return g_strdup_printf (_("%s matched by %s"), rows, keys->str);
}

/**
 * gf_import_file_dup_open:
 * @words: how it matched
 *
 * Returns: (transfer full): @words, and how many pairs of names wait for a yes or no
 */
char *
gf_import_file_dup_open (const GfImportFile *self,
                         const char         *words)
{
  guint n_open;
  g_autofree char *count = NULL;

  g_return_val_if_fail (self != NULL && words != NULL, NULL);

  n_open = gf_import_file_count_open (self);
  count = gf_format_count (n_open);
  if (n_open == 0)
    return g_strdup (words);

  /* Translators: how a file matched, and how many pairs of names wait for a yes or no */
  return g_strdup_printf (ngettext ("%s. %s pair of names needs your answer", "%s. %s pairs of names need your answer",
                                    n_open), words, count);
}

/**
 * gf_import_file_answer:
 * @index: a candidate of the match
 * @yes: whether its two names are one customer
 *
 * Notes the answer, for gf_import_file_settle() and for the next match.
 */
void
gf_import_file_answer (GfImportFile *self,
                       guint         index,
                       gboolean      yes)
{
  Answer answer = { index, yes };
  g_autofree char *name = NULL;
  g_autofree char *customer = NULL;

  g_return_if_fail (self != NULL && index < gf_join_match_get_n_candidates (self->match));

  name = gf_join_match_dup_candidate_name (self->match, index);
  customer = gf_join_match_dup_candidate_customer (self->match, index);
  gf_source_remember_answer (self->known, name, customer, yes);
  g_array_append_val (self->pending, answer);
}

/**
 * gf_import_file_settle:
 *
 * Matches by the answers that were given since. No thread may work with @self.
 */
void
gf_import_file_settle (GfImportFile *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->pending->len; i++)
    {
      const Answer *answer = &g_array_index (self->pending, Answer, i);

      gf_join_match_answer (self->match, answer->index, answer->yes);
    }
  g_array_set_size (self->pending, 0);
}

/**
 * gf_import_file_get_answer:
 * @index: a candidate of the match
 *
 * Returns: 1 for yes, 0 for no, -1 when it was not answered yet
 */
int
gf_import_file_get_answer (const GfImportFile *self,
                           guint               index)
{
  const GfJoinCandidate *candidate;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = self->pending->len; i > 0; i--)
    if (g_array_index (self->pending, Answer, i - 1).index == index)
      return g_array_index (self->pending, Answer, i - 1).yes;

  candidate = gf_join_match_get_candidate (self->match, index);

  return candidate->answered ? candidate->yes : -1;
}

/**
 * gf_import_file_count_open:
 *
 * Returns: how many names are much like those of customers and wait for a yes or no
 */
guint
gf_import_file_count_open (const GfImportFile *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < gf_join_match_get_n_candidates (self->match); i++)
    n += gf_import_file_get_answer (self, i) < 0;

  return n;
}

/**
 * gf_import_file_get_n_customers:
 *
 * Returns: how many customers it was matched with
 */
gsize
gf_import_file_get_n_customers (const GfImportFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_customers;
}
