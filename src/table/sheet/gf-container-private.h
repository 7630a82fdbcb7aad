/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-container.h"
#include "gf-sheet-layout.h"

G_BEGIN_DECLS

struct _GfContainer
{
  const char *format;
  GPtrArray *sheets;       /* of GfSourceSheet */
  char *chosen;            /* as it is named among the sheets */
  gboolean is_sheet;
  guint n_stacked;         /* members that are one behind the other in the text, 0 for a single one */
  GBytes *text;
  double share;            /* of the text that was taken out, for a preview */
  GfSheetLayout layout;    /* of a sheet */
  gsize n_others;          /* sheets that hold something too */
  gsize n_unseen;          /* sheets behind those, of which that is not known */
};

G_END_DECLS
