/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-ranking.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is worth knowing of a ranking and takes too long for a frame.
 *
 *   alone       the order by the heaviest measure alone; NULL when it is the only one, or the best are not those with
 *               the highest scores
 *   alone_name  the name of that measure
 *   n_firm      how many customers are among the best whichever measure is left out
 *   firm_known  whether that can be said: as for @alone, and all but any one of the measures rank the customers, too
 *   warnings    measure name -> sentence, of what says the same as a measure
 *   shares      sentences on who brings the money and who takes the work
 */
typedef struct
{
  GfRanking *alone;
  char *alone_name;
  gsize n_firm;
  gboolean firm_known;
  GHashTable *warnings;
  GStrv shares;
} GfBestCheck;

void         gf_best_check_run    (GfTable             *table,
                                   const GfMeasure     *measures,
                                   guint                n_measures,
                                   GfRanking           *ranking,
                                   GfBitset            *bad,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data);
GfBestCheck *gf_best_check_finish (GAsyncResult        *result,
                                   GError             **error);
void         gf_best_check_free   (GfBestCheck         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfBestCheck, gf_best_check_free)

G_END_DECLS
