/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-run.h"

#include "gf-container.h"
#include "gf-csv-dialect.h"
#include "gf-csv-reader.h"
#include "gf-table-error.h"
#include "gf-text-source.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_COLUMNS 16384
/* So many cells behind the header's last get columns of their own; what is behind them goes in
   one. */
#define MOST_EXTRA 32
#define NUL_SYMBOL "\342\220\200"
#define READING_SHARE 0.8

typedef struct
{
  GfCsvDialect dialect;
  GPtrArray *names;          /* of GString: the names row as read */
  GPtrArray *builders;       /* of GfCellsBuilder */
  GString *tail;             /* cells that have no column of their own */
  GString *clean;
  guint record;              /* header rows so far */
  gsize n_rows;
  guint column;
  guint width;
  guint limit;               /* from here on cells go into the tail */
  gboolean has_nul;
  gboolean too_large;
  gboolean width_known;
  gboolean is_sheet;         /* cells at the end of a row that are not there are empty ones */
  gboolean is_blank;         /* header row so far */
  GfProblems *problems;
} Run;

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static void
begin_width (Run  *run,
             guint width)
{
  run->width = MIN (MAX (width, 1), MOST_COLUMNS);
  run->limit = run->width + MOST_EXTRA;
  run->width_known = TRUE;
}

static GfCellsBuilder *
add_builder (Run *run)
{
  GfCellsBuilder *builder = gf_cells_builder_new ();

  gf_cells_builder_pad (builder, run->n_rows);
  g_ptr_array_add (run->builders, builder);

  return builder;
}

/* Zero bytes cannot stand in the texts of a table: each becomes the symbol for it, and is told. */
static void
replace_nul (Run         *run,
             const char **text,
             gsize       *length)
{
  g_string_truncate (run->clean, 0);
  for (gsize i = 0; i < *length; i++)
    if ((*text)[i] == '\0')
      g_string_append (run->clean, NUL_SYMBOL);
    else
      g_string_append_c (run->clean, (*text)[i]);
  *text = run->clean->str;
  *length = run->clean->len;
  if (gf_problems_count (run->problems))
    gf_problems_store (run->problems, GF_PROBLEM_NUL, run->n_rows + 1, (int) run->column, NULL,
                       *text, *length,
                       g_strdup (_("There is a zero byte in the cell; it is shown as ␀.")));
}

static void
header_cell (Run        *run,
             const char *text,
             gsize       length)
{
  run->is_blank = run->is_blank && gf_text_is_blank (text, length);
  if (run->record == run->dialect.names_row)
    g_ptr_array_add (run->names, g_string_new_len (text, (gssize) length));
}

static void
cell_cb (const char *text,
         gsize       length,
         gpointer    user_data)
{
  Run *run = user_data;

  if (G_UNLIKELY (run->record < run->dialect.n_header_rows))
    {
      header_cell (run, text, length);
      return;
    }

  guint column = run->column;
  if (G_UNLIKELY (run->has_nul) && memchr (text, '\0', length) != NULL)
    replace_nul (run, &text, &length);
  run->column++;

  if (G_UNLIKELY (column >= run->limit))
    {
      g_string_append_c (run->tail, ',');
      gf_csv_append_cell (run->tail, text, length);
      return;
    }
  if (G_UNLIKELY (column >= run->builders->len))
    add_builder (run);

  GfCellsBuilder *builder = g_ptr_array_index (run->builders, column);
  if (G_UNLIKELY (!gf_cells_builder_add (builder, text, length)))
    run->too_large = TRUE;
}

static void
header_row (Run *run)
{
  if (run->record == run->dialect.names_row)
    begin_width (run, run->names->len);
  else if (!run->is_blank && gf_problems_count (run->problems))
    gf_problems_store (run->problems, GF_PROBLEM_TITLES, 0, -1, NULL, NULL, 0,
                       g_strdup_printf (_("Line %u above the data does not hold the names and was "
                                          "left out."),
                                        run->record + 1));
  run->record++;
  run->is_blank = TRUE;
}

/* Tells of a row that has more or fewer cells than there are names. */
static void
tell_width (Run *run)
{
  if ((run->is_sheet && run->column < run->width) || !gf_problems_count (run->problems))
    return;

  if (run->column < run->width)
    gf_problems_store (run->problems, GF_PROBLEM_SHORT_ROW, run->n_rows, -1, NULL, NULL, 0,
                       g_strdup_printf (_("Row %" G_GSIZE_FORMAT " has %u cells where %u are "
                                          "expected; the rest is left empty."),
                                        run->n_rows, run->column, run->width));
  else
    gf_problems_store (run->problems, GF_PROBLEM_LONG_ROW, run->n_rows, -1, NULL, NULL, 0,
                       g_strdup_printf (_("Row %" G_GSIZE_FORMAT " has %u cells where %u are "
                                          "expected; the others are kept in columns at the "
                                          "end."),
                                        run->n_rows, run->column, run->width));
}

static void
row_cb (gpointer user_data)
{
  Run *run = user_data;

  if (G_UNLIKELY (run->record < run->dialect.n_header_rows))
    {
      header_row (run);
      return;
    }

  if (G_UNLIKELY (!run->width_known))
    begin_width (run, run->column);
  if (G_UNLIKELY (run->tail->len > 0))
    {
      /* Into the last extra column, which only rows like this one reach. */
      while (run->builders->len <= run->limit)
        add_builder (run);
      gf_cells_builder_add (g_ptr_array_index (run->builders, run->limit), run->tail->str + 1,
                            run->tail->len - 1);
      g_string_truncate (run->tail, 0);
    }
  run->n_rows++;
  if (G_UNLIKELY (run->column != run->width))
    tell_width (run);
  for (guint i = MIN (run->column, run->builders->len); i < run->builders->len; i++)
    gf_cells_builder_pad (g_ptr_array_index (run->builders, i), run->n_rows);
  run->column = 0;
}

static void
broken_cb (const char *text,
           gsize       length,
           gpointer    user_data)
{
  Run *run = user_data;
  gsize row = run->record < run->dialect.n_header_rows ? 0 : run->n_rows + 1;

  if (gf_problems_count (run->problems))
    gf_problems_store (run->problems, GF_PROBLEM_QUOTES, row, (int) run->column, NULL, text, length,
                       g_strdup (_("The quotation marks do not match here. Check whether the cell "
                                   "ends where "
                                   "it should.")));
}

static void
tell_bad_byte (Run    *run,
               guint8  byte)
{
  gsize row = run->record < run->dialect.n_header_rows ? 0 : run->n_rows + 1;

  if (gf_problems_count (run->problems))
    gf_problems_store (run->problems, GF_PROBLEM_UNDECODABLE, row, (int) run->column, NULL, NULL, 0,
                       g_strdup_printf (_("The byte %02X is no character in this encoding; it is "
                                          "shown as �. "
                                          "Try another encoding."), byte));
}

/* Lets the reader go on to the end of what was decoded, stopping at bad bytes to know their cells.
   */
static void
parse_decoded (Run         *run,
               GfCsvReader *reader,
               GArray      *bad,
               gboolean     last)
{
  guint64 offset = gf_csv_reader_get_offset (reader);

  for (guint i = 0; i < bad->len; i++)
    {
      const GfBadByte *byte = &g_array_index (bad, GfBadByte, i);

      gf_csv_reader_parse_until (reader, offset + byte->offset);
      tell_bad_byte (run, byte->byte);
    }
  g_array_set_size (bad, 0);
  gf_csv_reader_parse (reader, last);
}

static void
run_init (Run        *run,
          GfProblems *problems)
{
  *run = (Run) { 0 };
  run->names = g_ptr_array_new_with_free_func (free_string);
  run->builders = g_ptr_array_new ();
  run->tail = g_string_new (NULL);
  run->clean = g_string_new (NULL);
  run->limit = MOST_COLUMNS + MOST_EXTRA;
  run->is_blank = TRUE;
  run->problems = problems;
}

static void
run_clear (Run *run)
{
  g_ptr_array_unref (run->names);
  for (guint i = 0; i < run->builders->len; i++)
    gf_cells_builder_free (g_ptr_array_index (run->builders, i));
  g_ptr_array_unref (run->builders);
  g_string_free (run->tail, TRUE);
  g_string_free (run->clean, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* The columns' names: trimmed, in one line, none empty, none twice. */
static char **
make_names (Run        *run,
            GfProblems *problems)
{
  guint n = run->builders->len;
  char **names = g_new0 (char *, n + 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      const GString *read = i < run->names->len ? g_ptr_array_index (run->names, i) : NULL;
      const char *text = read != NULL ? read->str : "";
      gsize length = read != NULL ? read->len : 0;

      gf_text_trim (&text, &length);
      names[i] = g_utf8_make_valid (text, (gssize) length);
      g_strdelimit (names[i], "\r\n\t", ' ');
      if (*names[i] == '\0')
        {
          g_free (names[i]);
          names[i] = g_strdup_printf (_("Column %u"), i + 1);
          if (i < run->names->len && gf_problems_count (problems))
            gf_problems_store (problems, GF_PROBLEM_EMPTY_NAME, 0, (int) i, names[i], NULL, 0,
                               g_strdup_printf (_("Column %u has no name."), i + 1));
        }
      else if (g_hash_table_contains (seen, names[i]) && gf_problems_count (problems))
        {
          gf_problems_store (problems, GF_PROBLEM_DUPLICATE_NAME, 0, (int) i, names[i], names[i],
                             strlen (names[i]),
                             g_strdup_printf (_("“%s” is the name of several columns; they are "
                                                "numbered."),
                                              names[i]));
        }
      if (g_hash_table_contains (seen, names[i]))
        {
          g_autofree char *stem = g_steal_pointer (&names[i]);

          for (guint k = 2; names[i] == NULL || g_hash_table_contains (seen, names[i]); k++)
            {
              g_free (names[i]);
              names[i] = g_strdup_printf ("%s (%u)", stem, k);
            }
        }
      g_hash_table_add (seen, names[i]);
    }

  return names;
}

/* Says that the encoding was guessed: not UTF-8, no mark, not told by the user. */
static void
tell_encoding (GfImportResult *result,
               const char     *encoding)
{
  if (gf_problems_count (&result->problems))
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
  decided->delimiter = dialect->delimiter;
  decided->n_header_rows = (int) dialect->n_header_rows;

  return decided;
}

/* Reads the file into the builders. @again is set when the encoding has to be guessed from all of
   it. */
static gboolean
read_file (Run                   *run,
           GfTextSource          *source,
           const GfImportOptions *options,
           gboolean               preview,
           GfProgressFunc         progress,
           gpointer               progress_data,
           GCancellable          *cancellable,
           gboolean              *again,
           GError               **error)
{
  static const GfCsvHandler handler = { cell_cb, row_cb, broken_cb };
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));
  g_autoptr (GString) first = g_string_new (NULL);
  gboolean guessed_utf8 = options->encoding == NULL &&
                          gf_encoding_is_utf8 (gf_text_source_get_encoding (source));

  if (!gf_text_source_read (source, first, bad, cancellable, error))
    return FALSE;
  gf_csv_dialect_guess (first->str, first->len, gf_text_source_is_at_end (source),
                        options->delimiter,
                        options->n_header_rows, &run->dialect);

  g_autoptr (GfCsvReader) reader = gf_csv_reader_new (run->dialect.delimiter, &handler, run);
  GString *input = gf_csv_reader_get_input (reader);

  g_string_append_len (input, first->str + run->dialect.start,
                       (gssize) (first->len - run->dialect.start));
  for (guint i = 0; i < bad->len; i++)
    g_array_index (bad, GfBadByte, i).offset -= MIN (run->dialect.start,
                                                     g_array_index (bad, GfBadByte, i).offset);
  g_string_truncate (first, 0);
  for (;;)
    {
      gboolean last = gf_text_source_is_at_end (source);

      run->has_nul = gf_text_source_has_nul (source);
      parse_decoded (run, reader, bad, last);
      if (run->too_large)
        {
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                       _("One column of this file holds more than 4 GB of text. Remove columns you "
                         "do not need "
                         "and export again."));
          return FALSE;
        }
      if (progress != NULL)
        progress (gf_text_source_get_share (source) * READING_SHARE, progress_data);
      if (last || preview)
        return TRUE;
      if (!gf_text_source_read (source, input, bad, cancellable, error))
        return FALSE;
      if (bad->len > 0 && guessed_utf8)
        {
          *again = TRUE;
          return TRUE;
        }
    }
}

static gboolean
finish_table (Run                   *run,
              GfProgressFunc         progress,
              gpointer               progress_data,
              GCancellable          *cancellable,
              GfImportResult        *result,
              GError               **error)
{
  gboolean named = run->names->len > 0;
  gboolean blank = TRUE;

  /* An empty file of one line, and a header's columns that no row has reached. */
  for (guint i = 0; i < run->names->len && blank; i++)
    {
      const GString *name = g_ptr_array_index (run->names, i);
      blank = gf_text_is_blank (name->str, name->len);
    }
  if (run->n_rows == 0 && blank)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY,
                   _("There is nothing but empty lines in this file. Export the customers again "
                     "and open the "
                     "new file."));
      return FALSE;
    }
  while (run->builders->len < run->width)
    add_builder (run);

  guint n_columns = run->builders->len;
  g_auto (GStrv) names = make_names (run, &result->problems);
  g_autofree GfCells **cells = g_new0 (GfCells *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    cells[i] = gf_cells_builder_finish (g_ptr_array_index (run->builders, i));
  g_ptr_array_set_size (run->builders, 0);

  if (named)
    {
      result->n_header = run->names->len;
      result->header = g_new0 (char *, run->names->len + 1);
      for (guint i = 0; i < run->names->len; i++)
        {
          const GString *name = g_ptr_array_index (run->names, i);
          result->header[i] = g_strndup (name->str, name->len);
        }
    }
  if (run->n_rows == 0 && gf_problems_count (&result->problems))
    gf_problems_store (&result->problems, GF_PROBLEM_NO_ROWS, 0, -1, NULL, NULL, 0,
                       g_strdup (_("The file names columns, but there is no customer in it.")));
  if (run->dialect.names_look_like_data && gf_problems_count (&result->problems))
    gf_problems_store (&result->problems, GF_PROBLEM_NAMES_LOOK_LIKE_DATA, 0, -1, NULL, NULL, 0,
                       g_strdup (_("The first line was taken for the names, but looks like a "
                                   "customer. Say that "
                                   "there are no names if it is one.")));

  return gf_import_make_table (cells, names, n_columns, run->width, result->options, progress,
                               progress_data,
                               cancellable, result, error);
}

static gboolean
run_text (GFile                 *file,
          GBytes                *bytes,
          const GfImportOptions *options,
          gboolean               is_sheet,
          gboolean               preview,
          GfProgressFunc         progress,
          gpointer               progress_data,
          GCancellable          *cancellable,
          GfImportResult        *result,
          GError               **error)
{
  g_auto (Run) run;
  gboolean again = FALSE;
  g_autoptr (GfImportOptions) settled = gf_import_options_copy (options);

  run_init (&run, &result->problems);
  run.is_sheet = is_sheet;
  g_autoptr (GfTextSource) source = gf_text_source_new (file, bytes, settled->encoding, cancellable,
                                                        error);
  if (source == NULL)
    return FALSE;

  const char *encoding = gf_text_source_get_encoding (source);
  gboolean marked = gf_text_source_has_bom (source);
  if (options->encoding == NULL && !gf_encoding_is_utf8 (encoding) && !marked)
    tell_encoding (result, encoding);
  if (!read_file (&run, source, settled, preview, progress, progress_data, cancellable, &again,
                  error))
    return FALSE;

  if (again)
    {
      const char *better = gf_text_source_guess_again (file, bytes, cancellable, error);
      if (better == NULL)
        return FALSE;

      settled->encoding = g_strdup (better);
      run_clear (&run);
      gf_problems_clear (&result->problems);
      gf_problems_init (&result->problems);
      run_init (&run, &result->problems);
      run.is_sheet = is_sheet;
      if (!gf_encoding_is_utf8 (better))
        tell_encoding (result, better);
      gf_text_source_free (source);
      source = gf_text_source_new (file, bytes, better, cancellable, error);
      if (source == NULL ||
          !read_file (&run, source, settled, preview, progress, progress_data, cancellable, &again,
                      error))
        return FALSE;
    }

  result->options = decided_options (options, gf_text_source_get_encoding (source), &run.dialect);
  result->names_row = run.dialect.names_row;
  result->whole = gf_text_source_is_at_end (source);
  result->estimate = run.n_rows;
  if (!result->whole && gf_text_source_get_share (source) > 0)
    result->estimate = (gsize) ((double) run.n_rows / gf_text_source_get_share (source));

  return finish_table (&run, progress, progress_data, cancellable, result, error);
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
  if (gf_container_is_sheet (container))
    {
      g_set_str (&settled->encoding, "UTF-8");
      settled->delimiter = ',';
      settled->n_header_rows = gf_container_get_n_header_rows (container);
    }
  if (!run_text (NULL, gf_container_get_text (container), settled,
                 gf_container_is_sheet (container), preview, progress, progress_data,
                 cancellable, result, error))
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
    return FALSE;
  if (container == NULL)
    return run_text (file, bytes, options, FALSE, preview, progress, progress_data, cancellable,
                     result, error);

  half.from = 0.7;
  half.to = 1;

  return run_container (container, options, preview, half_progress, &half, cancellable, result,
                        error);
}
