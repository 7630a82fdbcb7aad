/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-text.h"

#include "gf-container.h"
#include "gf-format.h"
#include "gf-mojibake.h"
#include "gf-table-error.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name of more characters is none: what is behind is left out of it. */
#define LONGEST_NAME 1000

/* Below them another thread costs more than it brings. */
#define FEW_ROWS 4096

/* Shortens a name that is too long to be one. */
static void
shorten_name (char **name)
{
  const char *end = *name;

  if (strlen (*name) <= LONGEST_NAME)
    return;
  for (guint i = 0; i < LONGEST_NAME && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return;

  char *shorter = g_strdup_printf ("%.*s…", (int) (end - *name), *name);
  g_free (*name);
  *name = shorter;
}

/* The columns' names: none empty, none twice, none endless. */
static char **
make_names (const GfImportPart  *part,
            char               **read)
{
  guint n = part->builders->len, n_read = g_strv_length (read);
  char **names = g_new0 (char *, n + 1);
  /* Names so far, and the last number that each was given. */
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      gpointer last;

      names[i] = i < n_read && *read[i] != '\0' ? g_strdup (read[i])
                                                : g_strdup_printf (_("Column %u"), i + 1);
      shorten_name (&names[i]);
      if (g_hash_table_lookup_extended (seen, names[i], NULL, &last))
        {
          g_autofree char *stem = g_steal_pointer (&names[i]);
          guint k = GPOINTER_TO_UINT (last);

          while (names[i] == NULL || g_hash_table_contains (seen, names[i]))
            {
              g_free (names[i]);
              names[i] = g_strdup_printf ("%s (%u)", stem, ++k);
            }
          g_hash_table_insert (seen, stem, GUINT_TO_POINTER (k));
        }
      g_hash_table_insert (seen, names[i], GUINT_TO_POINTER (1));
    }

  return names;
}

static void
tell_name (GfProblems    *problems,
           GfProblemKind  kind,
           guint          column,
           const char    *name,
           const char    *text,
           char          *message)
{
  if (gf_problems_count (problems, kind))
    gf_problems_store (problems, kind, 0, (int) column, name, text,
                       text != NULL ? strlen (text) : 0, message);
  else
    g_free (message);
}

/* Tells which names the columns did not have in the file. */
static void
tell_names (char       **names,
            char       **read,
            GfProblems  *problems)
{
  for (guint i = 0; read[i] != NULL && names[i] != NULL; i++)
    {
      if (*read[i] == '\0')
        {
          tell_name (problems, GF_PROBLEM_EMPTY_NAME, i, names[i], NULL,
                     g_strdup_printf (_("Column %u has no name."), i + 1));
        }
      else if (strlen (read[i]) > LONGEST_NAME && g_utf8_strlen (read[i], -1) > LONGEST_NAME)
        {
          g_autofree char *length = gf_format_count ((guint64) g_utf8_strlen (read[i], -1));

          tell_name (problems, GF_PROBLEM_LONG_NAME, i, names[i], names[i],
                     g_strdup_printf (_("The name of column %u has %s characters and was shortened. "
                                        "Look whether the first line of the file ends where it "
                                        "should."), i + 1, length));
        }
      else if (strcmp (read[i], names[i]) != 0)
        {
          tell_name (problems, GF_PROBLEM_DUPLICATE_NAME, i, read[i], read[i],
                     g_strdup_printf (_("“%s” is the name of several columns; they are numbered."),
                                      read[i]));
        }
    }
}

/* Says that the columns are numbered, as no line holds their names. */
static void
tell_no_names (GfProblems *problems)
{
  if (gf_problems_count (problems, GF_PROBLEM_NO_NAMES))
    gf_problems_store (problems, GF_PROBLEM_NO_NAMES, 0, -1, NULL, NULL, 0,
                       g_strdup (_("No line was found that holds the names of the columns, so they "
                                   "are numbered. Say how many header rows there are if the first "
                                   "line holds them.")));
}

/* Says that the encoding was guessed: not UTF-8, no mark, not told by the user. */
static void
tell_encoding (GfImportResult *result,
               const char     *encoding)
{
  if (gf_problems_count (&result->problems, GF_PROBLEM_ENCODING))
    gf_problems_store (&result->problems, GF_PROBLEM_ENCODING, 0, -1, NULL, NULL, 0,
                       g_strdup_printf (_("The file is not UTF-8 and was read as %s. Look at names "
                                          "with accents; "
                                          "choose another encoding if they are wrong."), encoding));
}

static GfImportOptions *
decided_options (const GfImportOptions *options,
                 const char            *encoding,
                 const GfCsvDialect    *dialect)
{
  GfImportOptions *decided = gf_import_options_copy (options);

  g_free (decided->encoding);
  decided->encoding = g_strdup (encoding);
  decided->delimiter = dialect->marks.delimiter;
  decided->quote = dialect->marks.quote;
  decided->escape = dialect->marks.escape;
  decided->n_header_rows = (int) dialect->n_header_rows;

  return decided;
}

static char **
dup_header (const GfImportPart *part)
{
  const GPtrArray *record = g_ptr_array_index (part->header, 0);
  char **header = g_new0 (char *, record->len + 1);

  for (guint i = 0; i < record->len; i++)
    {
      const GString *name = g_ptr_array_index (record, i);
      header[i] = g_strndup (name->str, name->len);
    }

  return header;
}

static gboolean
is_header_blank (const GfImportPart *part)
{
  for (guint row = 0; row < part->header->len; row++)
    {
      const GPtrArray *record = g_ptr_array_index (part->header, row);

      for (guint i = 0; i < record->len; i++)
        {
          const GString *name = g_ptr_array_index (record, i);
          if (!gf_text_is_blank (name->str, name->len))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
are_cells_blank (GfCells * const *cells,
                 guint            n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      gsize n_texts = gf_cells_get_n_texts (cells[i]);

      for (gsize k = 0; k < n_texts; k++)
        {
          gsize length;
          const char *text = gf_cells_get_text (cells[i], k, &length);

          if (!gf_text_is_blank (text, length))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
refuse_blank (GError **error)
{
  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY,
               _("There is nothing but empty lines in this file. Export the customers again "
                 "and open the new file."));

  return FALSE;
}

static gboolean
finish_table (const GfTextJob *job,
              GfImportPart    *part,
              GfImportResult  *result,
              GError         **error)
{
  if (part->excess == GF_EXCESS_NONE && part->n_rows == 0 && is_header_blank (part))
    return refuse_blank (error);
  gf_import_part_fill (part);
  if (part->excess != GF_EXCESS_NONE)
    return gf_import_part_refuse (part, error);
  if (result->whole)
    gf_import_part_drop_footers (part, &result->problems);
  guint n_threads = part->n_rows < FEW_ROWS ? 1 : job->options->n_threads;
  gf_import_part_drop_blanks (part, n_threads, job->cancellable, &result->problems);
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;

  g_auto (GStrv) read = gf_csv_join_names (part->header, part->dialect.n_joined);
  if (job->options->n_header_rows != 0)
    gf_import_part_fill_groups (part, (const char * const *) read, &result->problems);

  if (result->whole)
    result->estimate = part->n_rows;
  guint n_columns = part->builders->len;
  g_auto (GStrv) names = make_names (part, read);
  gf_import_part_tell (part, (const char * const *) names, &result->problems);
  tell_names (names, read, &result->problems);
  g_autofree GfCells **cells = g_new0 (GfCells *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    cells[i] = gf_cells_builder_finish (g_steal_pointer (&g_ptr_array_index (part->builders, i)));
  g_ptr_array_set_free_func (part->builders, NULL);
  if (is_header_blank (part) && are_cells_blank (cells, n_columns))
    {
      for (guint i = 0; i < n_columns; i++)
        gf_cells_unref (cells[i]);
      return refuse_blank (error);
    }

  GfImportSteps steps = { job->progress, job->progress_data, g_thread_self (), n_columns, 0 };
  gf_import_tell_mojibake (cells, (const char * const *) names, n_columns,
                           result->options->encoding, n_threads, &steps, job->cancellable, &result->problems);
  if (part->header->len > 0)
    {
      result->header = dup_header (part);
      result->n_header = g_strv_length (result->header);
    }
  if (part->n_rows == 0 && gf_problems_count (&result->problems, GF_PROBLEM_NO_ROWS))
    gf_problems_store (&result->problems, GF_PROBLEM_NO_ROWS, 0, -1, NULL, NULL, 0,
                       g_strdup (_("The file names columns, but there is no customer in it.")));
  if (job->options->n_header_rows < 0 && part->dialect.n_header_rows == 0)
    tell_no_names (&result->problems);
  if (part->dialect.names_look_like_data &&
      gf_problems_count (&result->problems, GF_PROBLEM_NAMES_LOOK_LIKE_DATA))
    gf_problems_store (&result->problems, GF_PROBLEM_NAMES_LOOK_LIKE_DATA, 0, -1, NULL, NULL, 0,
                       g_strdup (_("The first line was taken for the names, but looks like a "
                                   "customer. Say that there are no names if it is one.")));

  return gf_import_make_table (cells, names, n_columns, part->width, result->options, &steps,
                               job->cancellable, result, error);
}

/* Reads the text; when bytes turn up that the guessed encoding does not have, guesses from the whole
   file and reads once more. */
static gboolean
read_text (const GfTextJob *job,
           GfTextSource   **source,
           GfImportPart    *part,
           GfImportResult  *result,
           GError         **error)
{
  const char *encoding = gf_text_source_get_encoding (*source);
  gboolean again;

  if (job->options->encoding == NULL && !gf_encoding_is_utf8 (encoding) &&
      !gf_text_source_has_bom (*source))
    tell_encoding (result, encoding);
  if (!gf_import_text_read (job, *source, part, &again, error))
    return FALSE;
  if (!again)
    return TRUE;

  gboolean alone = part->alone;
  g_autoptr (GfImportOptions) settled = gf_import_options_copy (job->options);
  const char *better = "UTF-8";
  if (!alone)
    better = gf_text_source_guess_again (job->file, job->bytes, job->cancellable, error);
  if (better == NULL)
    return FALSE;

  settled->n_threads = 1;
  if (!alone || settled->encoding == NULL)
    g_set_str (&settled->encoding, better);
  gf_import_part_clear (part);
  if (!alone && !gf_encoding_is_utf8 (better))
    tell_encoding (result, better);
  gf_text_source_free (*source);
  *source = gf_text_source_new (job->file, job->bytes, settled->encoding, job->piece, job->cancellable, error);

  GfTextJob second = *job;
  second.options = settled;

  return *source != NULL && gf_import_text_read (&second, *source, part, &again, error);
}

/* As gf_import_run(), with the sizes of pieces and parts set. */
gboolean
_gf_import_run_pieces (const GfTextJob *job,
                       GfImportResult  *result,
                       GError         **error)
{
  g_auto (GfImportPart) part = { 0 };
  g_autoptr (GfTextSource) source = gf_text_source_new (job->file, job->bytes, job->options->encoding,
                                                        job->piece, job->cancellable, error);

  if (source == NULL || !read_text (job, &source, &part, result, error))
    return FALSE;

  result->options = decided_options (job->options, gf_text_source_get_encoding (source),
                                     &part.dialect);
  result->names_row = part.dialect.names_row;
  result->n_name_rows = part.dialect.n_joined;
  result->whole = gf_text_source_is_at_end (source) || !job->preview;
  result->estimate = part.n_rows;
  if (!result->whole && gf_text_source_get_share (source) > 0)
    result->estimate = (gsize) ((double) part.n_rows / gf_text_source_get_share (source));

  return finish_table (job, &part, result, error);
}

/* Of a container the second half of the progress is the reading of its text. */
typedef struct
{
  GfProgressFunc progress;
  gpointer data;
  double from, to;
} Half;

static void
half_progress (double   share,
               gpointer user_data)
{
  const Half *half = user_data;

  if (half->progress != NULL)
    half->progress (half->from + share * (half->to - half->from), half->data);
}

/* Reads the text that came out of a workbook or an archive. */
static gboolean
run_container (GfContainer           *container,
               const GfImportOptions *options,
               gboolean               preview,
               GfProgressFunc         progress,
               gpointer               progress_data,
               GCancellable          *cancellable,
               GfImportResult        *result,
               GError               **error)
{
  g_autoptr (GfImportOptions) settled = gf_import_options_copy (options);
  double share = gf_container_get_share (container);

  g_clear_pointer (&settled->sheet, g_free);
  if (gf_container_is_settled (container))
    {
      if (g_strcmp0 (settled->encoding, GF_ENCODING_TWICE) != 0)
        g_set_str (&settled->encoding, "UTF-8");
      settled->delimiter = ',';
      settled->quote = settled->escape = '"';
      settled->n_header_rows = gf_container_get_n_header_rows (container);
      if (settled->names_row < 0)
        settled->names_row = gf_container_get_names_row (container);
    }

  const GfTextJob job = {
    .bytes = gf_container_get_text (container), .options = settled, .preview = preview,
    .is_sheet = gf_container_is_sheet (container), .progress = progress,
    .progress_data = progress_data, .cancellable = cancellable,
  };
  if (!_gf_import_run_pieces (&job, result, error))
    return FALSE;

  result->format = gf_container_get_format (container);
  result->sheets = g_ptr_array_ref (gf_container_get_sheets (container));
  result->options->sheet = g_strdup (gf_container_get_chosen (container));
  if (share < 1)
    {
      result->whole = FALSE;
      result->estimate = (gsize) ((double) result->estimate / share);
    }
  gf_container_tell (container, (gsize) MAX (result->options->n_header_rows, 0),
                     (const char * const *) result->header, &result->problems);

  return TRUE;
}

/**
 * gf_import_run:
 * @file: (nullable): a file
 * @bytes: (nullable): or its content
 * @options: what is settled
 * @preview: whether the first 256 KiB are enough
 * @progress: (nullable): hears how much is done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @result: (inout): zeroed, with its problems initialised
 * @error: where to put why it cannot be read
 *
 * Reads a file into a table.
 *
 * Returns: whether it could be read
 */
gboolean
gf_import_run (GFile                 *file,
               GBytes                *bytes,
               const GfImportOptions *options,
               gboolean               preview,
               GfProgressFunc         progress,
               gpointer               progress_data,
               GCancellable          *cancellable,
               GfImportResult        *result,
               GError               **error)
{
  g_autoptr (GfContainer) container = NULL;
  Half half = { progress, progress_data, 0, 0.7 };

  result->format = "csv";
  if (!gf_container_open (file, bytes, options, preview ? GF_CONTAINER_PREVIEW : GF_CONTAINER_WHOLE,
                          half_progress, &half, cancellable, &container, error))
    {
      gf_text_source_explain_error (error);
      return FALSE;
    }
  if (container == NULL)
    {
      const GfTextJob job = {
        .file = file, .bytes = bytes, .options = options, .preview = preview,
        .progress = progress, .progress_data = progress_data, .cancellable = cancellable,
      };

      return _gf_import_run_pieces (&job, result, error);
    }

  half.from = 0.7;
  half.to = 1;

  return run_container (container, options, preview, half_progress, &half, cancellable, result,
                        error);
}
