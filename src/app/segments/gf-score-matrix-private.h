/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-score-matrix.h"

G_BEGIN_DECLS

struct _GfScoreMatrix
{
  AdwBin parent_instance;

  /* Children; all but the first three are made anew when segments or criteria come and go */
  GtkWidget *toggles_window;
  AdwToggleGroup *toggles;
  GtkWidget *card;
  GPtrArray *cells;         /* GfScoreCell, criterion by criterion */
  GPtrArray *scales;
  GPtrArray *weights;
  GPtrArray *names;
  GPtrArray *headers;
  GPtrArray *totals;
  GPtrArray *ranges;
  GtkLabel *sum;
  GtkWidget *balance;

  /* Owned references */
  GfProject *project;
  GHashTable *proposals;
  char *shape;              /* ids of what is shown */

  gboolean narrow;
  gboolean showing;
  guint current;            /* the segment that a phone shows */
};

/* gf-score-matrix.c */
GListModel *_gf_score_matrix_get_segments (GfScoreMatrix *self);
GListModel *_gf_score_matrix_get_criteria (GfScoreMatrix *self);

/* gf-score-matrix-build.c */
void        _gf_score_matrix_build        (GfScoreMatrix *self);

G_END_DECLS
