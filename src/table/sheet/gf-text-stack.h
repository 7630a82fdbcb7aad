/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-sheet-layout.h"

G_BEGIN_DECLS

/* Text tables of the same columns, one behind the other: what a program exports into several files.
 *
 *   alike:    three of four names are those of the other, and two at least
 *   text:     UTF-8 with commas; the first column says which file a customer is from, then come the
 *             names of the first file, then those that only others have
 *   each:     has its own encoding, marks and order of columns, judged as of any other file
 *   footers:  sums and notices at the end of a file, and blank rows, are left out, and told
 *   rows:     long ones keep what they have more; short ones stay short in a file whose columns are
 *             those of the first
 *   cost:     O(bytes), read once more by the importer; memory as a spool
 */
typedef struct _GfTextStack GfTextStack;

char       **gf_text_stack_read_names (GBytes             *head,
                                       gboolean            whole,
                                       GCancellable       *cancellable);
gboolean     gf_text_stack_is_alike   (const char * const *names,
                                       const char * const *others);

GfTextStack *gf_text_stack_new        (GfSheetLayout      *notes);
void         gf_text_stack_free       (GfTextStack        *self);
void         gf_text_stack_add_names  (GfTextStack        *self,
                                       const char * const *names);
gboolean     gf_text_stack_add        (GfTextStack        *self,
                                       const char         *name,
                                       GBytes             *bytes,
                                       gboolean            whole,
                                       GCancellable       *cancellable,
                                       GError            **error);
gsize        gf_text_stack_get_size   (const GfTextStack  *self);
GBytes      *gf_text_stack_finish     (GfTextStack        *self,
                                       GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfTextStack, gf_text_stack_free)

G_END_DECLS
