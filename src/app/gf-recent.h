/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

G_BEGIN_DECLS

/**
 * GfRecent:
 * @path: of the file; %NULL for a project that has none yet
 * @recovery: the id of its snapshot in the state folder, %NULL for a saved one
 * @name: what to call it
 * @edited: when it was last edited, in seconds since 1970
 * @n_customers: how many customers it had then
 * @n_interviews: how many interviews
 * @next_review: the date of the next review, "" for none
 *
 * A project as the start page offers it.
 */
typedef struct
{
  char *path;
  char *recovery;
  char *name;
  gint64 edited;
  guint64 n_customers;
  guint n_interviews;
  char *next_review;
} GfRecent;

void       gf_recent_free          (GfRecent   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfRecent, gf_recent_free)

GPtrArray *gf_recent_list          (void);
void       gf_recent_add           (const char *path,
                                    const char *name,
                                    GfProject  *project);
void       gf_recent_remove        (const char *path);

char      *gf_recent_dup_when      (gint64      edited,
                                    GDateTime  *now);
char      *gf_recent_dup_subtitle  (GfRecent   *self,
                                    GDateTime  *now);
gboolean   gf_recent_is_review_due (GfRecent   *self,
                                    GDateTime  *now);

G_END_DECLS
