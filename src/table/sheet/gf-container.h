/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-problems.h"

G_BEGIN_DECLS

/* What the importer has to take out of a file before there is text: the sheet of a workbook, the
 * member of a zip archive.
 *
 *   known by:  its first bytes, not its name; but a name that promises a workbook must keep it
 *   choice:    the sheet or member of GfImportOptions.sheet, else the first sheet that is visible
 *              and not empty, or the member that gf_archive_choose_table() chooses; that there are
 *              others is told
 *   together:  texts of an archive with the same columns are one table; which that are is told, and
 *              each can be chosen; "*.csv" is the name of all
 *   nested:    a workbook in an archive is opened too
 *   text:      UTF-8 with commas for a sheet; a member as it is
 *   memory:    a spool; see gf-workbook.h
 */
typedef enum
{
  GF_CONTAINER_WHOLE,
  GF_CONTAINER_PREVIEW,        /* the first 256 KiB of text are enough */
  GF_CONTAINER_AS_IT_IS,       /* with no header rows empty rows are kept */
} GfContainerUse;

typedef struct _GfContainer GfContainer;

gboolean     gf_container_open           (GFile                 *file,
                                          GBytes                *bytes,
                                          const GfImportOptions *options,
                                          GfContainerUse         use,
                                          GfProgressFunc         progress,
                                          gpointer               progress_data,
                                          GCancellable          *cancellable,
                                          GfContainer          **container,
                                          GError               **error);
void         gf_container_free           (GfContainer           *self);
GBytes      *gf_container_get_text       (const GfContainer     *self);
gboolean     gf_container_is_settled     (const GfContainer     *self);
gboolean     gf_container_is_sheet       (const GfContainer     *self);
const char  *gf_container_get_format     (const GfContainer     *self);
const char  *gf_container_get_chosen     (const GfContainer     *self);
GPtrArray   *gf_container_get_sheets     (const GfContainer     *self);
int          gf_container_get_n_header_rows (const GfContainer  *self);
int          gf_container_get_names_row  (const GfContainer     *self);
double       gf_container_get_share      (const GfContainer     *self);
void         gf_container_tell           (const GfContainer     *self,
                                          gsize                  n_header_rows,
                                          const char * const    *names,
                                          GfProblems            *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfContainer, gf_container_free)

G_END_DECLS
