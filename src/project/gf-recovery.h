/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

G_BEGIN_DECLS

/* What a session leaves in the state folder, so that no crash costs more than two seconds of work.
 *
 *   STATE/recovery/ID.json      the newest snapshot: the tree, which file it belongs to, which table
 *   STATE/recovery/ID.saved     the hash of what is about to be the project's file
 *   STATE/recovery/ID.lock      locked while the session lives
 *   STATE/recovery/HASH.table   the customers, once for all snapshots that use them
 *
 * A snapshot whose lock is free was left by a session that ended before its work was in a file: by
 * a crash, or because the project never got a file. Where the crash came after the work was in the file,
 * the note says so. Writing may happen in any thread.
 */
typedef struct
{
  char *id;
  char *name;           /* of the project; may be empty */
  char *path;           /* of its file; NULL if it never had one */
  char *stamp;          /* of that file when the session last read or wrote it; NULL without one */
  char *table;          /* hash of the customers; NULL if there are none */
  gint64 saved;         /* seconds since 1970 */
  guint64 n_customers;
} GfRecovery;

GfRecovery *gf_recovery_copy     (const GfRecovery  *self);
void        gf_recovery_free     (GfRecovery        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfRecovery, gf_recovery_free)

int         gf_recovery_lock     (const char        *state_dir,
                                  const char        *id,
                                  GError           **error);
gboolean    gf_recovery_write    (const char        *state_dir,
                                  GfRecovery        *recovery,
                                  JsonNode          *tree,
                                  GfTable           *table,
                                  GError           **error);
GPtrArray  *gf_recovery_list     (const char        *state_dir);
gboolean    gf_recovery_read     (const char        *state_dir,
                                  const char        *id,
                                  GfRecovery       **recovery,
                                  JsonNode         **tree,
                                  GfTable          **table,
                                  GError           **error);
void        gf_recovery_note_saving (const char    *state_dir,
                                     const char    *id,
                                     GBytes        *bytes);
void        gf_recovery_discard  (const char        *state_dir,
                                  const char        *id);
void        gf_recovery_sweep    (const char        *state_dir);

void        gf_recovery_unlock   (const char        *state_dir,
                                  const char        *id,
                                  int                fd);

G_END_DECLS
