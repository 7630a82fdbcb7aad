/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-data-color.h"

G_BEGIN_DECLS

/**
 * GfIntervalGeometry:
 * @bar: the bar of the share, from 0
 * @low_x: where the interval begins
 * @high_x: where it ends
 * @middle_y: the height of its line
 * @cap: half the height of its caps
 * @base_x: where the dashed line of the base rate stands; NaN for none
 *
 * Where things stand in a #GfIntervalBar, in its own coordinates. In right-to-left text @low_x is
 * right of @high_x.
 */
typedef struct
{
  graphene_rect_t bar;
  float low_x;
  float high_x;
  float middle_y;
  float cap;
  gboolean high_is_cut;   /* the interval goes on beyond the axis */
  float base_x;
} GfIntervalGeometry;

void gf_interval_geometry (double              share,
                           double              low,
                           double              high,
                           double              base,
                           double              maximum,
                           float               width,
                           float               height,
                           gboolean            rtl,
                           GfIntervalGeometry *geometry);

/* A share with its interval: a bar from 0, a line with caps, and the base rate as a dashed line
 * through the whole height, so that rows above each other draw one line. It is a picture of what
 * stands beside it in words, so it has the role "presentation". Shares are fractions; NaN leaves
 * the part out.
 *
 *   $GfIntervalBar { width-request: 204; share: 0.35; low: 0.21; high: 0.52; base: 0.1; maximum: 0.7;
 *                    role: best; }
 */
#define GF_TYPE_INTERVAL_BAR (gf_interval_bar_get_type ())
G_DECLARE_FINAL_TYPE (GfIntervalBar, gf_interval_bar, GF, INTERVAL_BAR, GtkWidget)

GtkWidget *gf_interval_bar_new       (void);
void       gf_interval_bar_set       (GfIntervalBar *self,
                                      double         share,
                                      double         low,
                                      double         high);
void       gf_interval_bar_set_scale (GfIntervalBar *self,
                                      double         base,
                                      double         maximum);
void       gf_interval_bar_set_role  (GfIntervalBar *self,
                                      GfDataRole     role);

G_END_DECLS
