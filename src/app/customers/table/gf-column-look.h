/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* How a column is shown: its cells as text for people, its title, its width, and what it holds in a few
 * words.
 *
 *   numbers: grouped, with as many decimals as the column needs (at most two); a column of years is not
 *   dates:   yyyy-mm-dd, so that a column of them can be read down
 *   cells:   one line; NULL when empty; what could not be read as the type stays as it was written
 */
typedef struct _GfColumnLook GfColumnLook;

GfColumnLook *gf_column_look_new             (GfColumn           *column);
void          gf_column_look_free            (GfColumnLook       *self);
GfColumn     *gf_column_look_get_column      (const GfColumnLook *self);
gboolean      gf_column_look_is_number       (const GfColumnLook *self);
guint         gf_column_look_get_width       (const GfColumnLook *self);
int           gf_column_look_measure         (const GfColumnLook *self,
                                              PangoLayout        *layout,
                                              int                 most);
gboolean      gf_column_look_is_sample       (const GfColumnLook *self);
char         *gf_column_look_dup_title       (const GfColumnLook *self);
char         *gf_column_look_dup_cell        (const GfColumnLook *self,
                                              gsize               row);
char         *gf_column_look_dup_value       (const GfColumnLook *self,
                                              double              value);
char         *gf_column_look_dup_summary     (const GfColumnLook *self);

char         *gf_column_dup_summary          (GfColumn           *column);
char         *gf_column_dup_filled           (const GfColumn     *column);
char         *gf_column_dup_type_title       (const GfColumn     *column);
const char   *gf_column_type_get_title       (GfColumnType        type);
const char   *gf_column_role_get_title       (GfColumnRole        role);
const char * const *gf_column_type_get_titles (void);
const char * const *gf_column_role_get_titles (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfColumnLook, gf_column_look_free)

G_END_DECLS
