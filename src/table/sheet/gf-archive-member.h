/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-archive.h"
#include "gf-text-stack.h"

G_BEGIN_DECLS

/* Which member of an archive is the table.
 *
 *   may be:  by the ending of its name; neither a folder nor what systems put beside
 *   order:   spreadsheets and CSV files, then texts; of those the first that is cut into columns,
 *            else the first; what is called a readme or a licence only when there is nothing else
 *   alike:   texts with the columns of the one that was chosen: gf_text_stack_is_alike()
 *   cost:    the first 64 KiB of up to a hundred members are unpacked, of up to a thousand to find
 *            those that are alike
 */
GArray  *gf_archive_list_tables    (const GfArchive *archive);
guint    gf_archive_choose_table   (GfArchive       *archive,
                                    const GArray    *members,
                                    const char      *encoding,
                                    GCancellable    *cancellable);
GArray  *gf_archive_list_alike     (GfArchive       *archive,
                                    const GArray    *members,
                                    guint            chosen,
                                    GfTextStack     *stack,
                                    GCancellable    *cancellable);
char    *gf_archive_dup_short_name (const GfArchive *archive,
                                    const GArray    *members,
                                    guint            member);
char    *gf_archive_dup_pattern    (const GfArchive *archive,
                                    const GArray    *members);

G_END_DECLS
