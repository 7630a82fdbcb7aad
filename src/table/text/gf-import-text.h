/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-part.h"
#include "gf-text-source.h"

G_BEGIN_DECLS

/* Reading the text of a file into columns; private to the importer.
 *
 *   one thread:  pieces of 256 KiB, one after the other
 *   several:     when the names and the first eight thousand rows are read, the rest is cut at line
 *                ends, and every part has a thread, a reader and columns of its own. Whether a cut
 *                is between two records only the part before it can tell: if it does not end there
 *                exactly, all is read once more by one thread.
 *                So the result is that of one thread, to the bit */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  const GfImportOptions *options;
  gboolean preview;
  gboolean is_sheet;      /* cells at the end of a row that are not there are empty ones */
  gsize piece;            /* bytes read at a time, 0 for the usual */
  gsize least_part;       /* no part is smaller, 0 for the usual */
  GfProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} GfTextJob;

/* A source on its way into a part. */
typedef struct
{
  const GfTextJob *job;
  GfTextSource *source;
  GfCsvReader *reader;
  GfImportPart *part;
  gboolean guessed_utf8;  /* bad bytes would mean that the encoding is another */
  gboolean again;         /* they do */
  goffset until;
  goffset *done;          /* bytes read so far by all parts; guarded by @lock, as is @stop */
  gboolean *stop;
  GMutex *lock;
  void (*report) (gpointer data);
  gpointer report_data;
} GfStretch;

gboolean gf_import_text_read      (const GfTextJob *job,
                                   GfTextSource    *source,
                                   GfImportPart    *part,
                                   gboolean        *again,
                                   GError         **error);

gboolean _gf_import_run_pieces    (const GfTextJob *job,
                                   GfImportResult  *result,
                                   GError         **error);

gboolean _gf_import_stretch_read  (GfStretch       *self,
                                   gboolean         settle,
                                   GError         **error);
gboolean _gf_import_split_read    (GfStretch       *first,
                                   guint            n_parts,
                                   GError         **error);

G_END_DECLS
