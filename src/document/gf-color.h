/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An opaque colour in sRGB, each part 0 .. 1. The page knows no transparency. */
typedef struct
{
  double red;
  double green;
  double blue;
} GfColor;

/* The page's accents reach this contrast on white, or are darkened until they do. */
#define GF_COLOR_PAGE_CONTRAST 7.0

gboolean gf_color_parse              (const char *text,
                                      GfColor    *color);
char    *gf_color_to_string          (const GfColor *self);
double   gf_color_get_luminance      (const GfColor *self);
double   gf_color_get_contrast       (const GfColor *self,
                                      const GfColor *other);
GfColor  gf_color_mix_with_white     (const GfColor *self,
                                      double         part);
gboolean gf_color_darken_to_contrast (GfColor *self,
                                      double   contrast);

G_END_DECLS
