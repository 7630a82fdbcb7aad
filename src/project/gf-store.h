/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-history.h"
#include "gf-recovery.h"

G_BEGIN_DECLS

/* Keeps a project on the disk, by itself.
 *
 *   change --1 s--> snapshot in the state folder --small: at once, large: idle or closing--> file
 *
 * A snapshot is on the disk at most two seconds after a change, whatever the size of the customers.
 * The file is never overwritten when it is not the one that was last read or written here: then the
 * state is %GF_STORE_CONFLICT until gf_store_reload_async() or gf_store_keep_copy_async() settles it,
 * and work goes on in snapshots meanwhile. A project without a file lives in snapshots alone.
 *
 * All functions are for the main thread; reading and writing happen in another.
 */
#define GF_TYPE_STORE (gf_store_get_type ())
G_DECLARE_FINAL_TYPE (GfStore, gf_store, GF, STORE, GObject)

typedef enum
{
  GF_STORE_SAVED,      /* the file, or without one the snapshot, holds everything */
  GF_STORE_PENDING,    /* a change is about to be written */
  GF_STORE_FAILED,     /* writing failed; gf_store_get_message() says why; it is tried again */
  GF_STORE_CONFLICT,   /* somebody else changed the file */
} GfStoreState;

#define GF_TYPE_STORE_STATE (gf_store_state_get_type ())
GType gf_store_state_get_type (void) G_GNUC_CONST;

GfStore      *gf_store_new         (GfProject   *project,
                                    GfHistory   *history,
                                    const char  *state_dir);

GfProject    *gf_store_get_project (GfStore     *self);
const char   *gf_store_get_path    (GfStore     *self);
const char   *gf_store_get_id      (GfStore     *self);
GfStoreState  gf_store_get_state   (GfStore     *self);
const char   *gf_store_get_message (GfStore     *self);

void          gf_store_open_async        (GfStore              *self,
                                          const char           *path,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      gf_store_open_finish       (GfStore              *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void          gf_store_recover_async     (GfStore              *self,
                                          const char           *id,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      gf_store_recover_finish    (GfStore              *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void          gf_store_reload_async      (GfStore              *self,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      gf_store_reload_finish     (GfStore              *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void          gf_store_keep_copy_async   (GfStore              *self,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
char         *gf_store_keep_copy_finish  (GfStore              *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void          gf_store_close_async       (GfStore              *self,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      gf_store_close_finish      (GfStore              *self,
                                          GAsyncResult         *result,
                                          GError              **error);

void          gf_store_save_as           (GfStore              *self,
                                          const char           *path);
void          gf_store_check_disk        (GfStore              *self);

char         *gf_store_dup_default_state_dir (void);

G_END_DECLS
