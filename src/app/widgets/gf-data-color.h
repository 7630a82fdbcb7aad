/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GfDataRole:
 * @GF_DATA_BEST: best, happy, inside: disc, plain bar
 * @GF_DATA_SAME: the same with weaker evidence: bar
 * @GF_DATA_BAD: bad fit, churned, less likely: diamond
 * @GF_DATA_OTHER: others, outside, competitors, no evidence: square, grey bar
 * @GF_DATA_US: us; the best in tables: star
 * @GF_DATA_DONE: open space, done: dashed outline, tick
 * @GF_DATA_ATTENTION: assumption, attention: hatching, triangle
 *
 * What a colour of data means. It never stands alone: the shape says the same.
 */
typedef enum
{
  GF_DATA_BEST,
  GF_DATA_SAME,
  GF_DATA_BAD,
  GF_DATA_OTHER,
  GF_DATA_US,
  GF_DATA_DONE,
  GF_DATA_ATTENTION,
} GfDataRole;

#define GF_N_DATA_ROLES (GF_DATA_ATTENTION + 1)

#define GF_TYPE_DATA_ROLE (gf_data_role_get_type ())
GType       gf_data_role_get_type    (void);

const char *gf_data_color_lookup     (GfDataRole  role,
                                      gboolean    dark);
void        gf_data_color_get        (GfDataRole  role,
                                      GtkWidget  *widget,
                                      GdkRGBA    *color);
gboolean    gf_data_high_contrast    (void);
void        gf_data_color_follow     (GtkWidget  *widget);
void        gf_data_append_fill      (GtkSnapshot   *snapshot,
                                      GtkWidget     *widget,
                                      GskPath       *path,
                                      GfDataRole     role);

G_END_DECLS
