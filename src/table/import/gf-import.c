/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-run.h"

struct _GfImport
{
  gatomicrefcount ref_count;
  GfImportResult result;
};

G_DEFINE_BOXED_TYPE (GfImport, gf_import, gf_import_ref, gf_import_unref)
G_DEFINE_BOXED_TYPE (GfImportOptions, gf_import_options, gf_import_options_copy,
                     gf_import_options_free)

/**
 * gf_import_options_new:
 *
 * Makes options that leave everything to be guessed.
 *
 * Returns: (transfer full): the options
 */
GfImportOptions *
gf_import_options_new (void)
{
  GfImportOptions *self = g_new0 (GfImportOptions, 1);

  self->n_header_rows = -1;
  self->names_row = -1;

  return self;
}

/**
 * gf_import_options_copy:
 * @self: options
 *
 * Returns: (transfer full): an independent copy
 */
GfImportOptions *
gf_import_options_copy (const GfImportOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfImportOptions *copy = g_memdup2 (self, sizeof *self);
  copy->encoding = g_strdup (self->encoding);
  copy->sheet = g_strdup (self->sheet);

  return copy;
}

/**
 * gf_import_options_get_header_rows:
 * @self: options
 *
 * Returns: how many rows are above the customers: as was said, and those down to the names if their
 *   row was said; -1 to guess
 */
int
gf_import_options_get_header_rows (const GfImportOptions *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return MAX (self->n_header_rows, self->names_row + (self->names_row >= 0));
}

/**
 * gf_import_options_free:
 * @self: (nullable) (transfer full): options
 *
 * Frees the options.
 */
void
gf_import_options_free (GfImportOptions *self)
{
  if (self == NULL)
    return;

  g_free (self->encoding);
  g_free (self->sheet);
  g_free (self);
}

/**
 * gf_import_ref:
 * @self: an import
 *
 * Returns: (transfer full): @self
 */
GfImport *
gf_import_ref (GfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_import_unref:
 * @self: (transfer full): an import
 *
 * Frees the import with the last reference.
 */
void
gf_import_unref (GfImport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->result.table, gf_table_unref);
  g_clear_pointer (&self->result.options, gf_import_options_free);
  g_strfreev (self->result.header);
  g_clear_pointer (&self->result.sheets, g_ptr_array_unref);
  gf_problems_clear (&self->result.problems);
  g_free (self);
}

/**
 * gf_import_get_table:
 * @self: an import
 *
 * Returns: (transfer none): the table; of a preview the rows of the first 256 KiB
 */
GfTable *
gf_import_get_table (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->result.table;
}

/**
 * gf_import_get_options:
 * @self: an import
 *
 * Returns: (transfer none): how the file was read, with everything decided. The decimal mark and
 *   date order are those of the file; where a column has its own its spec says so
 */
const GfImportOptions *
gf_import_get_options (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->result.options;
}

/**
 * gf_import_get_format:
 * @self: an import
 *
 * Returns: the kind of file: "csv", "xlsx", "ods" or "xls"; for an archive that of the member
 */
const char *
gf_import_get_format (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->result.format;
}

/**
 * gf_import_get_sheets:
 * @self: an import
 *
 * Returns: (transfer none) (nullable) (element-type GfSourceSheet): the sheets of the workbook or the
 *   members of the archive, in its order, hidden ones too; %NULL when the file has none. The one
 *   that was read is named by gf_import_get_options()
 */
GPtrArray *
gf_import_get_sheets (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->result.sheets;
}

/**
 * gf_import_get_source:
 * @self: an import
 *
 * Returns: (nullable): whose export it is ("HubSpot companies"), %NULL if not known
 */
const char *
gf_import_get_source (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->result.export != NULL ? gf_export_get_title (self->result.export) : NULL;
}

/**
 * gf_import_get_export:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): whose export it is, with what is known of its columns; %NULL
 *   if not known
 */
const GfExport *
gf_import_get_export (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->result.export;
}

/**
 * gf_import_get_header:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the names exactly as read, %NULL if the file has none
 */
const char * const *
gf_import_get_header (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->result.header;
}

/**
 * gf_import_get_names_row:
 * @self: an import
 *
 * Returns: which of the header rows holds the names, from 0
 */
guint
gf_import_get_names_row (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->result.names_row;
}

/**
 * gf_import_get_n_name_rows:
 * @self: an import
 *
 * Returns: how many of the header rows make up the names, from gf_import_get_names_row() on: with
 *   more than one they were joined
 */
guint
gf_import_get_n_name_rows (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->result.n_name_rows;
}

/**
 * gf_import_get_n_problems:
 * @self: an import
 *
 * Returns: how many problems there were, kept or not
 */
gsize
gf_import_get_n_problems (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->result.problems.count;
}

/**
 * gf_import_get_n_stored:
 * @self: an import
 *
 * Returns: how many problems were kept for gf_import_get_problem(): at most 1,000
 */
gsize
gf_import_get_n_stored (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->result.problems.stored->len;
}

/**
 * gf_import_get_problem:
 * @self: an import
 * @index: from 0
 *
 * Returns: (transfer none): a problem that was kept
 */
const GfProblem *
gf_import_get_problem (const GfImport *self,
                       gsize           index)
{
  g_return_val_if_fail (self != NULL && index < self->result.problems.stored->len, NULL);

  return &g_array_index (self->result.problems.stored, GfProblem, index);
}

/**
 * gf_import_count_kind:
 * @self: an import
 * @kind: a kind of problem
 *
 * Returns: how many problems of that kind there were, kept or not
 */
gsize
gf_import_count_kind (const GfImport *self,
                      GfProblemKind   kind)
{
  g_return_val_if_fail (self != NULL && (guint) kind < GF_PROBLEM_N_KINDS, 0);

  return self->result.problems.tallies[kind].count;
}

/**
 * gf_import_dup_more:
 * @self: an import
 * @kind: a kind of problem
 * @n: how many of them are not told one by one
 *
 * Sums problems of one kind up, as the last line of a list of them.
 *
 * Returns: (transfer full): a sentence: "24,999,991 more rows have 1 cell where 5 are expected."
 */
char *
gf_import_dup_more (const GfImport *self,
                    GfProblemKind   kind,
                    gsize           n)
{
  g_return_val_if_fail (self != NULL && (guint) kind < GF_PROBLEM_N_KINDS, NULL);

  return gf_problems_dup_more (&self->result.problems, kind, n);
}

/**
 * gf_import_is_whole:
 * @self: an import
 *
 * Returns: whether all of the file was read; %FALSE for the preview of a long one
 */
gboolean
gf_import_is_whole (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->result.whole;
}

/**
 * gf_import_estimate_rows:
 * @self: an import
 *
 * Returns: how many rows the file has: exact when it was read whole, else by its size
 */
gsize
gf_import_estimate_rows (const GfImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->result.estimate;
}

static GfImport *
read_table (GFile                 *file,
            GBytes                *bytes,
            const GfImportOptions *options,
            gboolean               preview,
            GfProgressFunc         progress,
            gpointer               progress_data,
            GCancellable          *cancellable,
            GError               **error)
{
  g_autoptr (GfImport) self = g_new0 (GfImport, 1);
  g_autoptr (GfImportOptions) usual = gf_import_options_new ();

  g_atomic_ref_count_init (&self->ref_count);
  gf_problems_init (&self->result.problems);
  if (!gf_import_run (file, bytes, options != NULL ? options : usual, preview, progress,
                      progress_data,
                      cancellable, &self->result, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gf_import_read:
 * @file: a file
 * @options: (nullable): what is settled, %NULL to guess everything
 * @progress: (nullable): hears how much is done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read: a sentence for people
 *
 * Reads a file of customers into a table. Blocks; gf_import_read_async() does not.
 *
 * Returns: (transfer full): the import
 */
GfImport *
gf_import_read (GFile                 *file,
                const GfImportOptions *options,
                GfProgressFunc         progress,
                gpointer               progress_data,
                GCancellable          *cancellable,
                GError               **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return read_table (file, NULL, options, FALSE, progress, progress_data, cancellable, error);
}

/**
 * gf_import_read_bytes:
 * @bytes: the content of a file, or of the clipboard
 * @options: (nullable): what is settled
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * As gf_import_read(), of bytes in memory.
 *
 * Returns: (transfer full): the import
 */
GfImport *
gf_import_read_bytes (GBytes                *bytes,
                      const GfImportOptions *options,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_table (NULL, bytes, options, FALSE, NULL, NULL, cancellable, error);
}

/**
 * gf_import_preview:
 * @file: a file
 * @options: (nullable): what is settled
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Reads the first 256 KiB of a file, for the import sheet: its first rows, everything guessed, and
 * the problems of that part. Takes a few milliseconds.
 *
 * Returns: (transfer full): the import
 */
GfImport *
gf_import_preview (GFile                 *file,
                   const GfImportOptions *options,
                   GCancellable          *cancellable,
                   GError               **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return read_table (file, NULL, options, TRUE, NULL, NULL, cancellable, error);
}

typedef struct
{
  GFile *file;
  GfImportOptions *options;
  gboolean preview;
  GfProgressFunc progress;
  gpointer progress_data;
  GDestroyNotify progress_data_free;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  gf_import_options_free (job->options);
  if (job->progress_data_free != NULL)
    job->progress_data_free (job->progress_data);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GfImport *import = read_table (job->file, NULL, job->options, job->preview, job->progress,
                                 job->progress_data,
                                 cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) gf_import_unref);
  else
    g_task_return_error (task, error);
}

static void
start_job (GFile                 *file,
           const GfImportOptions *options,
           gboolean               preview,
           GfProgressFunc         progress,
           gpointer               progress_data,
           GDestroyNotify         progress_data_free,
           GCancellable          *cancellable,
           GAsyncReadyCallback    callback,
           gpointer               user_data,
           gpointer               tag)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->options = options != NULL ? gf_import_options_copy (options) : NULL;
  job->preview = preview;
  job->progress = progress;
  job->progress_data = progress_data;
  job->progress_data_free = progress_data_free;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * gf_import_read_async:
 * @file: a file
 * @options: (nullable): what is settled; copied
 * @progress: (nullable): hears how much is done, in the thread that reads
 * @progress_data: for @progress
 * @progress_data_free: (nullable): frees @progress_data when done
 * @cancellable: (nullable): stops it
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads a file in a thread.
 */
void
gf_import_read_async (GFile                 *file,
                      const GfImportOptions *options,
                      GfProgressFunc         progress,
                      gpointer               progress_data,
                      GDestroyNotify         progress_data_free,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  start_job (file, options, FALSE, progress, progress_data, progress_data_free, cancellable,
             callback, user_data,
             gf_import_read_async);
}

/**
 * gf_import_read_finish:
 * @result: what the callback got
 * @error: where to put why it cannot be read
 *
 * Ends gf_import_read_async().
 *
 * Returns: (transfer full): the import
 */
GfImport *
gf_import_read_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, gf_import_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * gf_import_preview_async:
 * @file: a file
 * @options: (nullable): what is settled; copied
 * @cancellable: (nullable): stops it
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does gf_import_preview() in a thread.
 */
void
gf_import_preview_async (GFile                 *file,
                         const GfImportOptions *options,
                         GCancellable          *cancellable,
                         GAsyncReadyCallback    callback,
                         gpointer               user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  start_job (file, options, TRUE, NULL, NULL, NULL, cancellable, callback, user_data,
             gf_import_preview_async);
}

/**
 * gf_import_preview_finish:
 * @result: what the callback got
 * @error: where to put why it cannot be read
 *
 * Ends gf_import_preview_async().
 *
 * Returns: (transfer full): the import
 */
GfImport *
gf_import_preview_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, gf_import_preview_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
