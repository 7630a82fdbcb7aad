/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

G_BEGIN_DECLS

/* Changes of the customers of a project, one after the other in the order they were asked for. In a short
 * table they are done at once. In a long one, where a single new row takes a fifth of a second, they are done
 * in a thread, so that the window goes on; what is asked meanwhile waits and works on what came of it. What
 * has not begun to be done when the session ends is done before (gf_store_close_async()). */
#define GF_TYPE_TABLE_EDITS (gf_table_edits_get_type ())
G_DECLARE_FINAL_TYPE (GfTableEdits, gf_table_edits, GF, TABLE_EDITS, GObject)

/* Makes another table of @table, perhaps in a thread: a new one, @table itself with another reference when
 * nothing is to be changed, or NULL with an error that says why it cannot be. */
typedef GfTable *(*GfTableEdit)   (GfTable       *table,
                                   gpointer       data,
                                   GError       **error);

/* What came of it: the table that the project has now, or NULL and why not. */
typedef void     (*GfTableEdited) (GfTable       *table,
                                   const GError  *error,
                                   gpointer       data);

GfTableEdits *gf_project_get_table_edits (GfProject      *self);
void          gf_table_edits_add         (GfTableEdits   *self,
                                          GfTableEdit     edit,
                                          GfTableEdited   edited,
                                          gpointer        data,
                                          GDestroyNotify  free_data);
gboolean      gf_table_edits_get_busy    (GfTableEdits   *self);
void          gf_table_edits_stop        (GfTableEdits   *self);

G_END_DECLS
