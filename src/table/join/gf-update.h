/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-join-match.h"
#include "gf-update-plan.h"

G_BEGIN_DECLS

/* The customers after next quarter's export.
 *
 *     plan = gf_update_plan_suggest (customers, new_export, NULL, NULL);
 *     for each column of plan->columns that looks renamed: gf_update_plan_answer (plan, other, yes);
 *     update = gf_update_new (customers, new_export, plan, cancellable, &error);   // in a thread
 *     show the counts, the lists; take gf_update_get_table (update)
 *
 *   rows:     the customers in their order, without those that are gone if they are not kept, then
 *             the new ones in the order of the export
 *   columns:  those of the customers in their order, each with its name, type, role and way of
 *             reading; then new ones. A column that the export lacks (typed by hand, joined, derived)
 *             keeps its cells
 *   changed:  a cell whose value differs; another spelling of the same number or date is no change
 *   matched:  a customer by the first key that finds one; of several with one key, the first of the
 *             export is the first of the customers, and so on. Where ids find at least half of the
 *             customers, another id is another customer, whatever its name
 *   cost:     O(rows * columns)
 *   owner:    immutable, atomic references
 */
typedef enum
{
  GF_UPDATE_NEW,        /* rows of the table after */
  GF_UPDATE_CHANGED,    /* rows of the table after */
  GF_UPDATE_GONE,       /* rows of the table before */
} GfUpdateKind;

typedef struct _GfUpdate GfUpdate;

#define GF_TYPE_UPDATE (gf_update_get_type ())
GType        gf_update_get_type            (void) G_GNUC_CONST;
GfUpdate    *gf_update_new                 (GfTable             *customers,
                                            GfTable             *new_export,
                                            const GfUpdatePlan  *plan,
                                            GCancellable        *cancellable,
                                            GError             **error);
GfUpdate    *gf_update_ref                 (GfUpdate            *self);
void         gf_update_unref               (GfUpdate            *self);

GfTable     *gf_update_get_table           (const GfUpdate      *self);
GfTable     *gf_update_get_before          (const GfUpdate      *self);
GfTable     *gf_update_get_export          (const GfUpdate      *self);
const GfUpdatePlan *
             gf_update_get_plan            (const GfUpdate      *self);
gsize        gf_update_count               (const GfUpdate      *self,
                                            GfUpdateKind         kind);
gsize        gf_update_get_row             (const GfUpdate      *self,
                                            GfUpdateKind         kind,
                                            gsize                index);
gsize        gf_update_get_row_before      (const GfUpdate      *self,
                                            gsize                row);
gboolean     gf_update_is_changed          (const GfUpdate      *self,
                                            gsize                row,
                                            guint                column);
gsize        gf_update_count_changed_cells (const GfUpdate      *self,
                                            guint                column);
gsize        gf_update_count_kept_cells    (const GfUpdate      *self);
gsize        gf_update_count_repeated      (const GfUpdate      *self);
GPtrArray   *gf_update_tell                (const GfUpdate      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfUpdate, gf_update_unref)

G_END_DECLS
