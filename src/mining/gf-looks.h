/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double gf_looks_of_best_range (const gsize *band_rows,
                               guint        n_bands,
                               gsize        all_rows,
                               gsize        all_hits,
                               guint        n_tried,
                               double       log_p);
double gf_looks_tail_of_best_range (const gsize *band_rows,
                                    guint        n_bands,
                                    gsize        all_rows);

G_END_DECLS
