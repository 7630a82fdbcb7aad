/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-archive.h"

G_BEGIN_DECLS

/* Which member of an archive is the table.
 *
 *   may be:  by the ending of its name; neither a folder nor what systems put beside
 *   order:   spreadsheets and CSV files, then texts; of those the first that is cut into columns,
 *            else the first; what is called a readme or a licence only when there is nothing else
 *   cost:    the first 64 KiB of up to a hundred members are unpacked
 */
GArray  *gf_archive_list_tables    (const GfArchive *archive);
guint    gf_archive_choose_table   (GfArchive       *archive,
                                    const GArray    *members,
                                    const char      *encoding,
                                    GCancellable    *cancellable);

G_END_DECLS
