/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-color.h"

#include <math.h>
#include <string.h>

static const GfColor white = { 1.0, 1.0, 1.0 };

/**
 * gf_color_parse:
 * @text: (nullable): "#rgb" or "#rrggbb"
 * @color: (out): the colour
 *
 * Returns: whether @text is a colour; @color is untouched otherwise
 */
gboolean
gf_color_parse (const char *text,
                GfColor    *color)
{
  int digits[6];
  gsize n;

  if (text == NULL || *text != '#')
    return FALSE;
  n = strlen (++text);
  if (n != 3 && n != 6)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      digits[i] = g_ascii_xdigit_value (text[i]);
      if (digits[i] < 0)
        return FALSE;
    }
  if (n == 3)
    *color = (GfColor) { digits[0] / 15.0, digits[1] / 15.0, digits[2] / 15.0 };
  else
    *color = (GfColor) { (16 * digits[0] + digits[1]) / 255.0,
                         (16 * digits[2] + digits[3]) / 255.0,
                         (16 * digits[4] + digits[5]) / 255.0 };
  return TRUE;
}

/** gf_color_to_string: (transfer full): the colour as "#rrggbb". */
char *
gf_color_to_string (const GfColor *self)
{
  return g_strdup_printf ("#%02x%02x%02x",
                          (guint) lround (255.0 * self->red),
                          (guint) lround (255.0 * self->green),
                          (guint) lround (255.0 * self->blue));
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/**
 * gf_color_get_luminance:
 * @self: a colour
 *
 * Relative luminance as WCAG 2.2 defines it (0 is black, 1 white).
 *
 * Returns: the luminance
 */
double
gf_color_get_luminance (const GfColor *self)
{
  return 0.2126 * linear (self->red) + 0.7152 * linear (self->green) + 0.0722 * linear (self->blue);
}

/**
 * gf_color_get_contrast:
 * @self: a colour
 * @other: another
 *
 * Contrast ratio as WCAG 2.2 defines it, 1 .. 21, in either order.
 *
 * Returns: the ratio
 */
double
gf_color_get_contrast (const GfColor *self,
                       const GfColor *other)
{
  double one = gf_color_get_luminance (self), two = gf_color_get_luminance (other);

  return (MAX (one, two) + 0.05) / (MIN (one, two) + 0.05);
}

/** gf_color_mix_with_white: @part (0 .. 1) of @self over white, opaque. */
GfColor
gf_color_mix_with_white (const GfColor *self,
                         double         part)
{
  return (GfColor) { 1.0 - part * (1.0 - self->red), 1.0 - part * (1.0 - self->green),
                     1.0 - part * (1.0 - self->blue) };
}

/* HSL, all parts 0 .. 1. */
static void
to_hsl (const GfColor *color, double hsl[3])
{
  double max = MAX (color->red, MAX (color->green, color->blue));
  double min = MIN (color->red, MIN (color->green, color->blue));
  double range = max - min, hue = 0.0;

  hsl[2] = (max + min) / 2.0;
  hsl[1] = range <= 0.0 ? 0.0 : range / (1.0 - fabs (2.0 * hsl[2] - 1.0));
  if (range > 0.0)
    {
      if (max <= color->red)
        hue = fmod ((color->green - color->blue) / range + 6.0, 6.0);
      else if (max <= color->green)
        hue = (color->blue - color->red) / range + 2.0;
      else
        hue = (color->red - color->green) / range + 4.0;
    }
  hsl[0] = hue / 6.0;
}

static double
from_hsl_part (const double hsl[3], double n)
{
  double a = hsl[1] * MIN (hsl[2], 1.0 - hsl[2]);
  double k = fmod (n + 12.0 * hsl[0], 12.0);

  return hsl[2] - a * MAX (-1.0, MIN (k - 3.0, MIN (9.0 - k, 1.0)));
}

/**
 * gf_color_darken_to_contrast:
 * @self: (inout): a colour
 * @contrast: what it must reach on white
 *
 * Darkens @self in steps of 2 % lightness, keeping its hue, until it passes.
 *
 * Returns: whether @self had to change
 */
gboolean
gf_color_darken_to_contrast (GfColor *self,
                             double   contrast)
{
  double hsl[3];
  gboolean changed = FALSE;

  to_hsl (self, hsl);
  while (gf_color_get_contrast (self, &white) < contrast && hsl[2] > 0.0)
    {
      hsl[2] = MAX (0.0, hsl[2] - 0.02);
      *self = (GfColor) { from_hsl_part (hsl, 0.0), from_hsl_part (hsl, 8.0), from_hsl_part (hsl, 4.0) };
      changed = TRUE;
    }
  return changed;
}
