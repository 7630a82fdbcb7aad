/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-recovery.h"

G_BEGIN_DECLS

/* One writing of a project: made on the main thread, done in any one, its outcome read on the main thread.
 *
 *   to the file      unless it is not the one that was last read or written: then it is a conflict
 *   to a snapshot    when it is not to go to the file, or could not
 *
 * A file that was written holds everything, so the snapshot goes; in between a note says which bytes are
 * about to be the file, so that a snapshot that outlives a kill at that very moment is known to be in it.
 */
typedef struct
{
  /* owned, set before it runs */
  char *state_dir;
  GfRecovery *about;          /* its stamp and table are set by the writing */
  char *recovered_id;         /* the snapshot that the session began with; goes with the session's own */
  JsonNode *tree;
  GfTable *table;
  GCancellable *cancellable;  /* stops the writing of the file; then a snapshot must do */
  guint64 generation;
  gboolean to_file;

  /* the outcome */
  GError *error;
  gboolean file_written;
  gboolean snapshot_written;
  gboolean conflict;

  /* whether it is there yet */
  GMutex mutex;
  GCond cond;
  gboolean done;
} GfStoreJob;

GfStoreJob *gf_store_job_new     (const char       *state_dir,
                                  const GfRecovery *about,
                                  const char       *recovered_id,
                                  GfProject        *project);
void        gf_store_job_free    (GfStoreJob       *self);

void        gf_store_job_run     (GfStoreJob       *self);
void        gf_store_job_wait    (GfStoreJob       *self);
gboolean    gf_store_job_is_safe (const GfStoreJob *self);

G_END_DECLS
