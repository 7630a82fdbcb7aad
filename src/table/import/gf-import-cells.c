/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"

#include "gf-container.h"
#include "gf-csv-dialect.h"
#include "gf-text-source.h"

/**
 * gf_import_read_cells:
 * @file: a file
 * @options: how to read it, decided: those of a #GfImport
 * @handler: hears of every cell of every record, the header's first
 * @user_data: for @handler
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Reads the cells of a file as they stand there: no types, nothing added to short rows or taken
 * from long ones. Bytes that cannot be decoded come as U+FFFD, zero bytes as they are.
 *
 * Returns: whether the file could be read
 */
gboolean
gf_import_read_cells (GFile                 *file,
                      const GfImportOptions *options,
                      const GfCsvHandler    *handler,
                      gpointer               user_data,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && options != NULL && handler != NULL, FALSE);

  const GfCsvMarks marks = { options->delimiter, options->quote, options->escape };
  g_autoptr (GfContainer) container = NULL;
  if (!gf_container_open (file, NULL, options, GF_CONTAINER_AS_IT_IS, NULL, NULL, cancellable,
                          &container, error))
    {
      gf_text_source_explain_error (error);
      return FALSE;
    }

  g_autoptr (GfTextSource) source =
    gf_text_source_new (container != NULL ? NULL : file,
                        container != NULL ? gf_container_get_text (container) : NULL,
                        options->encoding, 0, cancellable, error);
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));
  g_autoptr (GfCsvReader) reader = NULL;
  GfCsvDialect dialect;

  if (source == NULL)
    return FALSE;

  while (!gf_text_source_is_at_end (source))
    {
      g_autoptr (GString) first = reader == NULL ? g_string_new (NULL) : NULL;
      GString *input = reader == NULL ? first : gf_csv_reader_get_input (reader);

      if (!gf_text_source_read (source, input, bad, cancellable, error))
        return FALSE;

      gboolean last = gf_text_source_is_at_end (source);
      g_array_set_size (bad, 0);
      if (reader == NULL)
        {
          gf_csv_dialect_guess (first->str, first->len, last, &marks, options->n_header_rows,
                                &dialect);
          reader = gf_csv_reader_new (&dialect.marks, handler, user_data);
          input = gf_csv_reader_get_input (reader);
          g_string_append_len (input, first->str + dialect.start,
                               (gssize) (first->len - dialect.start));
        }
      gf_csv_reader_parse (reader, last);
    }

  return TRUE;
}
