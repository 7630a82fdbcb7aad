/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-store-job.h"
#include "gf-store.h"

G_BEGIN_DECLS

/* gf-store.c knows when to write, gf-store-asked.c writes what waits for its turn (a copy, the end), and
 * gf-store-open.c takes over what is on the disk. */
struct _GfStore
{
  GObject parent_instance;

  /* owned */
  GfProject *project;
  GfHistory *history;
  char *state_dir;
  GfRecovery *about;       /* what snapshots of this session are of; its path and stamp are ours */
  char *recovered_id;      /* the snapshot we started from, until our own is on the disk */
  char *message;
  GFileMonitor *monitor;
  GQueue asked;            /* of GTask: copies and the end, each served when nothing is written */
  guint timer_id;
  int lock_fd;

  GfStoreState state;
  guint64 generation;      /* counts changes */
  guint64 snapshot_generation;
  guint64 file_generation; /* the last change that the file holds */
  gint64 last_change;
  gboolean has_snapshot;   /* one of this session is on the disk */
  gboolean due;            /* a writing was due while another went on */
  gboolean serving;        /* what goes on was asked for by the first of @asked */
  gboolean loading;
  gboolean closed;

  /* borrowed */
  GfStoreJob *running;     /* the writing that goes on in a thread; its task owns it */
};

/* gf-store.c */
void        _gf_store_set_state        (GfStore      *self,
                                        GfStoreState  state,
                                        const char   *message);
void        _gf_store_set_path         (GfStore      *self,
                                        const char   *path,
                                        const char   *stamp);
GfStoreJob *_gf_store_new_job          (GfStore      *self);
void        _gf_store_start_job        (GfStore      *self,
                                        GfStoreJob   *job);
void        _gf_store_take_over        (GfStore      *self,
                                        GfStoreJob   *job);
void        _gf_store_write_now        (GfStore      *self,
                                        gboolean      to_file);
void        _gf_store_finish_running   (GfStore      *self);
void        _gf_store_discard_snapshot (GfStore      *self);

/* gf-store-asked.c */
void        _gf_store_serve_asked      (GfStore      *self);
void        _gf_store_answer           (GfStore      *self,
                                        GfStoreJob   *job);

G_END_DECLS
