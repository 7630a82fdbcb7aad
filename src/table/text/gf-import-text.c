/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-text.h"

#include "gf-parallel.h"

#define LEAST_PART (2u << 20)

static void
report_share (gpointer data)
{
  const GfStretch *self = data;
  goffset size = gf_text_source_get_size (self->source);
  double share = gf_text_source_get_share (self->source);

  /* Other parts have read too. */
  g_mutex_lock (self->lock);
  if (size > 0 && *self->done > 0)
    share = CLAMP ((double) *self->done / (double) size, 0.0, 1.0);
  g_mutex_unlock (self->lock);
  self->job->progress (share * GF_IMPORT_READING_SHARE, self->job->progress_data);
}

/* Takes over what was just read. */
static void
take_piece (GfStretch *self,
            gsize      before,
            GArray    *bad)
{
  self->part->has_nul = gf_text_source_has_nul (self->source);
  gf_import_part_parse (self->part, self->reader, before, bad,
                        gf_text_source_is_at_end (self->source));
}

/**
 * _gf_import_stretch_read:
 * @self: a stretch
 * @settle: whether to stop as soon as the part is settled
 * @error: where to put why the file cannot be read
 *
 * Reads on to the stretch's end, unless another part says to stop, or bad bytes turn up that mean
 * another encoding, or there is too much text.
 *
 * Returns: whether the file could be read
 */
gboolean
_gf_import_stretch_read (GfStretch *self,
                         gboolean   settle,
                         GError   **error)
{
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));
  gboolean stop = FALSE;

  while (!stop && self->part->excess == GF_EXCESS_NONE && !gf_text_source_is_at_end (self->source) &&
         gf_text_source_get_position (self->source) < self->until &&
         !(settle && gf_import_part_is_settled (self->part)))
    {
      GString *input = gf_csv_reader_get_input (self->reader);
      goffset position = gf_text_source_get_position (self->source);
      gsize before = input->len;

      if (!gf_text_source_read (self->source, input, bad, self->job->cancellable, error))
        return FALSE;
      if (bad->len > 0 && self->guessed_utf8)
        {
          self->again = TRUE;
          return TRUE;
        }
      take_piece (self, before, bad);

      g_mutex_lock (self->lock);
      *self->done += gf_text_source_get_position (self->source) - position;
      stop = *self->stop;
      g_mutex_unlock (self->lock);
      if (self->report != NULL)
        self->report (self->report_data);
    }

  return TRUE;
}

static guint
count_parts (const GfStretch *self)
{
  const GfTextJob *job = self->job;
  gsize least = job->least_part > 0 ? job->least_part : LEAST_PART;
  goffset left = gf_text_source_get_size (self->source) -
                 gf_text_source_get_position (self->source);

  if (self->part->any_broken || !gf_text_source_can_split (self->source) || gf_text_source_is_at_end (self->source) ||
      left < 2 * (goffset) least)
    return 1;

  return (guint) MIN ((goffset) gf_parallel_choose_threads (job->options->n_threads), left / (goffset) least);
}

/* Reads the first piece and decides by it how the file is laid out. */
static gboolean
read_first (GfStretch *self,
            GError   **error)
{
  const GfImportOptions *options = self->job->options;
  const GfCsvMarks settled = { options->delimiter, options->quote, options->escape };
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));
  g_autoptr (GString) first = g_string_new (NULL);
  GfCsvDialect dialect;

  if (!gf_text_source_read (self->source, first, bad, self->job->cancellable, error))
    return FALSE;

  gf_csv_dialect_guess (first->str, first->len, gf_text_source_is_at_end (self->source), &settled,
                        gf_import_options_get_header_rows (options), &dialect);
  if (options->names_row >= 0)
    gf_csv_dialect_set_names_row (&dialect, (guint) options->names_row);
  gf_import_part_init (self->part, &dialect);
  self->part->is_sheet = self->job->is_sheet;
  self->reader = gf_csv_reader_new (&dialect.marks, &gf_import_part_handler, self->part);
  g_string_append_len (gf_csv_reader_get_input (self->reader), first->str + dialect.start,
                       (gssize) (first->len - dialect.start));
  /* The line that names the separator is ASCII. */
  for (guint i = 0; i < bad->len; i++)
    g_array_index (bad, GfBadByte, i).offset -= dialect.start;
  take_piece (self, 0, bad);
  *self->done = gf_text_source_get_position (self->source);
  if (self->report != NULL)
    self->report (self->report_data);

  return TRUE;
}

/**
 * gf_import_text_read:
 * @job: what to read and how
 * @source: the file
 * @part: (out): gets what is read; has to be cleared in any case
 * @again: (out): whether the encoding has to be guessed from all of the file, and all read again
 * @error: where to put why it cannot be read
 *
 * Reads a file into the columns of a part.
 *
 * Returns: whether it could be read
 */
gboolean
gf_import_text_read (const GfTextJob *job,
                     GfTextSource    *source,
                     GfImportPart    *part,
                     gboolean        *again,
                     GError         **error)
{
  g_auto (GMutex) lock;
  goffset done = 0;
  gboolean stop = FALSE;
  GfStretch stretch = {
    .job = job, .source = source, .part = part, .until = G_MAXINT64, .done = &done, .stop = &stop,
    .guessed_utf8 = job->options->encoding == NULL &&
                    gf_encoding_is_utf8 (gf_text_source_get_encoding (source)),
  };
  gboolean read;

  g_mutex_init (&lock);
  stretch.lock = &lock;
  if (job->progress != NULL)
    {
      stretch.report = report_share;
      stretch.report_data = &stretch;
    }

  *part = (GfImportPart) { 0 };
  *again = FALSE;
  read = read_first (&stretch, error);
  if (read && !job->preview)
    {
      guint n_parts = count_parts (&stretch);

      read = _gf_import_stretch_read (&stretch, n_parts > 1, error);
      n_parts = MIN (n_parts, count_parts (&stretch));
      if (read && !stretch.again)
        read = n_parts > 1 ? _gf_import_split_read (&stretch, n_parts, error)
                           : _gf_import_stretch_read (&stretch, FALSE, error);
    }
  *again = stretch.again;
  gf_csv_reader_free (stretch.reader);

  return read;
}
