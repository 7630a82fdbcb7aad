/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-text.h"

#include <string.h>

#define LOOK_AT (64u * 1024)       /* bytes in which a place to cut is looked for */
#define MOST_TRIES 64
#define ENOUGH_RECORDS 12
#define WAIT (30 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  GfStretch stretch;
  GfImportPart part;
  GThread *thread;
  GError *error;
  gboolean running;      /* guarded by the stretch's lock */
  GCond *finished;
} Worker;

static void
worker_free (gpointer data)
{
  Worker *worker = data;

  gf_csv_reader_free (worker->stretch.reader);
  gf_text_source_free (worker->stretch.source);
  gf_import_part_clear (&worker->part);
  g_clear_error (&worker->error);
  g_free (worker);
}

/* Whether the records from @text on look like those before: the first, which would not if it began
   within a cell, and most others have as many cells, and none is badly quoted. */
static gboolean
looks_like_records (const GfImportPart *part,
                    const char         *text,
                    gsize               length)
{
  guint last = part->last_widths[(part->n_rows - 1) % GF_IMPORT_LAST_ROWS];
  guint n_broken, n_alike = 0;
  g_autoptr (GPtrArray) records = gf_csv_read_sample (text, length, FALSE, &part->dialect.marks,
                                                      ENOUGH_RECORDS, &n_broken);

  for (guint i = 0; i < records->len; i++)
    {
      guint width = ((GPtrArray *) g_ptr_array_index (records, i))->len;
      n_alike += width == part->width || width == last;
      if (n_alike == 0)
        return FALSE;
    }

  return n_broken == 0 && records->len > 0 && n_alike * 4 >= records->len * 3;
}

/* Looks for a line end behind @offset at which a record most likely begins. Returns where that is, 0
   if nowhere near. */
static goffset
find_cut (const GfStretch *first,
          goffset          offset,
          GError         **error)
{
  g_autofree char *text = g_malloc (LOOK_AT);
  gsize length;
  char line_end = '\n';

  if (!gf_text_source_peek (first->source, first->job->file, first->job->bytes, offset, text,
                            LOOK_AT, &length, first->job->cancellable, error))
    return 0;
  if (memchr (text, '\n', length) == NULL)
    line_end = '\r';

  const char *p = text;
  for (guint i = 0; i < MOST_TRIES; i++)
    {
      p = memchr (p, line_end, (gsize) (text + length - p));
      if (p++ == NULL || p == text + length)
        return 0;
      if (looks_like_records (first->part, p, MIN ((gsize) (text + length - p), LOOK_AT / 4)))
        return offset + (p - text);
    }

  return 0;
}

static gpointer
run_worker (gpointer data)
{
  Worker *worker = data;
  GfStretch *stretch = &worker->stretch;
  gboolean read = _gf_import_stretch_read (stretch, FALSE, &worker->error);

  g_mutex_lock (stretch->lock);
  if (!read || stretch->again || stretch->part->excess != GF_EXCESS_NONE)
    *stretch->stop = TRUE;
  worker->running = FALSE;
  g_cond_signal (worker->finished);
  g_mutex_unlock (stretch->lock);

  return NULL;
}

/* Makes a part that begins at @cut. */
static Worker *
new_worker (const GfStretch *first,
            goffset          cut,
            GCond           *finished,
            GError         **error)
{
  GfTextSource *source = gf_text_source_new_at (first->source, first->job->file, first->job->bytes,
                                                cut, first->job->cancellable, error);
  if (source == NULL)
    return NULL;

  Worker *worker = g_new0 (Worker, 1);
  worker->stretch = *first;
  worker->stretch.source = source;
  worker->stretch.part = &worker->part;
  worker->stretch.report = NULL;
  worker->stretch.until = G_MAXINT64;
  worker->finished = finished;
  gf_import_part_init_next (&worker->part, first->part);
  worker->stretch.reader = gf_csv_reader_new (&first->part->dialect.marks, &gf_import_part_handler,
                                              &worker->part);

  return worker;
}

/* Cuts what is left into parts of about one size. A place where no cut is found joins two. */
static GPtrArray *
make_workers (GfStretch *first,
              guint      n_parts,
              GCond     *finished,
              GError   **error)
{
  g_autoptr (GPtrArray) workers = g_ptr_array_new_with_free_func (worker_free);
  goffset begin = gf_text_source_get_position (first->source);
  goffset size = gf_text_source_get_size (first->source);
  GfStretch *before = first;
  goffset last = begin;

  for (guint i = 1; i < n_parts; i++)
    {
      GError *local = NULL;
      goffset cut = find_cut (first, begin + (size - begin) / n_parts * i, &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return NULL;
        }
      if (cut <= last)
        continue;

      Worker *worker = new_worker (first, cut, finished, error);
      if (worker == NULL)
        return NULL;
      before->until = cut;
      gf_text_source_set_until (before->source, cut);
      before = &worker->stretch;
      last = cut;
      g_ptr_array_add (workers, worker);
    }

  return g_steal_pointer (&workers);
}

/* Waits for all, telling of the progress. */
static void
join_workers (const GfStretch *first,
              GPtrArray       *workers)
{
  for (guint i = 0; i < workers->len; i++)
    {
      Worker *worker = g_ptr_array_index (workers, i);

      g_mutex_lock (first->lock);
      while (worker->running)
        {
          g_cond_wait_until (worker->finished, first->lock, g_get_monotonic_time () + WAIT);
          if (first->report == NULL)
            continue;
          g_mutex_unlock (first->lock);
          first->report (first->report_data);
          g_mutex_lock (first->lock);
        }
      g_mutex_unlock (first->lock);
      if (worker->thread != NULL)
        g_thread_join (worker->thread);
    }
}

/* Puts the parts together if each ends where the next begins; else all has to be read again. */
static gboolean
join_parts (GfStretch *first,
            GPtrArray *workers,
            GError   **error)
{
  GCancellable *cancellable = first->job->cancellable;
  gsize mended = gf_csv_reader_get_mended (first->reader);
  GfStretch *stretch = first;

  for (guint i = 0; i < workers->len; i++)
    {
      GfStretch *next = &((Worker *) g_ptr_array_index (workers, i))->stretch;
      gsize more = gf_csv_reader_get_mended (next->reader);

      if (stretch->part->any_broken || next->part->any_broken ||
          !gf_csv_reader_is_between_records (stretch->reader) ||
          mended + more >= GF_CSV_MEND_BUDGET)
        {
          first->part->alone = first->again = TRUE;
          return TRUE;
        }
      gf_csv_reader_add_mended (next->reader, mended);
      mended += more;
      stretch = next;
    }

  first->again = first->again || stretch->again;
  for (guint i = 0; i < workers->len && !first->again; i++)
    {
      gf_import_part_append (first->part, &((Worker *) g_ptr_array_index (workers, i))->part, workers->len + 1,
                             cancellable);
      if (first->report != NULL)
        first->report (first->report_data);
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * _gf_import_split_read:
 * @first: the first part, settled
 * @n_parts: how many parts there may be
 * @error: where to put why the file cannot be read
 *
 * Reads the rest of a file into the first part, in several threads.
 *
 * Returns: whether the file could be read
 */
gboolean
_gf_import_split_read (GfStretch *first,
                       guint      n_parts,
                       GError   **error)
{
  GCond finished;
  gboolean read;

  g_cond_init (&finished);
  g_autoptr (GPtrArray) workers = make_workers (first, n_parts, &finished, error);
  if (workers == NULL)
    {
      g_cond_clear (&finished);
      return FALSE;
    }

  for (guint i = 0; i < workers->len; i++)
    {
      Worker *worker = g_ptr_array_index (workers, i);

      worker->running = TRUE;
      worker->thread = g_thread_try_new ("import", run_worker, worker, NULL);
    }
  read = _gf_import_stretch_read (first, FALSE, error);
  if (!read || first->again || first->part->excess != GF_EXCESS_NONE)
    {
      g_mutex_lock (first->lock);
      *first->stop = TRUE;
      g_mutex_unlock (first->lock);
    }
  /* Where no thread can be had this one does all the work. */
  for (guint i = 0; i < workers->len; i++)
    if (((Worker *) g_ptr_array_index (workers, i))->thread == NULL)
      run_worker (g_ptr_array_index (workers, i));
  join_workers (first, workers);
  g_cond_clear (&finished);

  for (guint i = 0; i < workers->len && read; i++)
    {
      Worker *worker = g_ptr_array_index (workers, i);

      first->again = first->again || worker->stretch.again;
      if (worker->part.excess == GF_EXCESS_RECORD)
        first->part->alone = first->again = TRUE;    /* to know in which row of all */
      else if (first->part->excess == GF_EXCESS_NONE)
        first->part->excess = worker->part.excess;
      if (worker->error == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&worker->error));
      read = FALSE;
    }
  if (!read || first->again || first->part->excess != GF_EXCESS_NONE)
    return read;

  return join_parts (first, workers, error);
}
