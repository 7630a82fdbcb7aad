/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-color.h"

#include <math.h>

static const GfColor white = { 1, 1, 1 };

static GfColor
parse (const char *text)
{
  GfColor color = { -1, -1, -1 };

  g_assert_true (gf_color_parse (text, &color));
  return color;
}

/* Ratios that WCAG's techniques and WebAIM's checker publish for these pairs. */
static void
test_contrast_is_as_published (void)
{
  static const struct { const char *color; double ratio; } known[] = {
    { "#000000", 21.0 }, { "#ffffff", 1.0 }, { "#777777", 4.48 }, { "#767676", 4.54 },
    { "#595959", 7.00 }, { "#ff0000", 4.00 }, { "#0000ff", 8.59 }, { "#008000", 5.14 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      GfColor color = parse (known[i].color);

      g_assert_cmpfloat_with_epsilon (gf_color_get_contrast (&color, &white), known[i].ratio, 0.005);
      g_assert_cmpfloat_with_epsilon (gf_color_get_contrast (&white, &color), known[i].ratio, 0.005);
    }
}

static void
test_the_designs_accents_pass (void)
{
  GfColor wine = parse ("#7A2438"), untouched = wine;

  g_assert_cmpfloat_with_epsilon (gf_color_get_contrast (&wine, &white), 9.8, 0.05);
  g_assert_false (gf_color_darken_to_contrast (&wine, GF_COLOR_PAGE_CONTRAST));
  g_assert_cmpfloat (wine.red, ==, untouched.red);
}

static void
test_pale_accents_are_darkened (void)
{
  static const char *pale[] = { "#ffff00", "#3584e4", "#ff7800", "#ffffff", "#fff", "#33d17a" };

  for (guint i = 0; i < G_N_ELEMENTS (pale); i++)
    {
      GfColor color = parse (pale[i]), before = color;
      double least;

      g_assert_true (gf_color_darken_to_contrast (&color, 7.0));
      least = gf_color_get_contrast (&color, &white);
      g_assert_cmpfloat (least, >=, 7.0);
      g_assert_cmpfloat (least, <, 8.2);
      g_assert_cmpfloat (gf_color_get_luminance (&color), <, gf_color_get_luminance (&before));
    }
}

static void
test_the_hue_stays (void)
{
  GfColor blue = parse ("#3584e4");

  gf_color_darken_to_contrast (&blue, 7.0);
  g_assert_cmpfloat (blue.blue, >, blue.green);
  g_assert_cmpfloat (blue.green, >, blue.red);
}

static void
test_what_is_no_colour_is_refused (void)
{
  static const char *bad[] = { "", "#", "7a2438", "#7a243", "#7a24380", "#gggggg", "red", "#12 456" };
  GfColor color = { 0.25, 0.5, 0.75 };

  g_assert_false (gf_color_parse (NULL, &color));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (gf_color_parse (bad[i], &color));
  g_assert_cmpfloat (color.green, ==, 0.5);
}

static void
test_colours_survive_writing (void)
{
  GfColor color = parse ("#0e5055"), tint;
  g_autofree char *text = gf_color_to_string (&color), *mixed = NULL;

  g_assert_cmpstr (text, ==, "#0e5055");
  tint = gf_color_mix_with_white (&color, 0.11);
  mixed = gf_color_to_string (&tint);
  g_assert_cmpstr (mixed, ==, "#e4ecec");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/color/contrast-is-as-published", test_contrast_is_as_published);
  g_test_add_func ("/color/the-designs-accents-pass", test_the_designs_accents_pass);
  g_test_add_func ("/color/pale-accents-are-darkened", test_pale_accents_are_darkened);
  g_test_add_func ("/color/the-hue-stays", test_the_hue_stays);
  g_test_add_func ("/color/what-is-no-colour-is-refused", test_what_is_no_colour_is_refused);
  g_test_add_func ("/color/colours-survive-writing", test_colours_survive_writing);
  return g_test_run ();
}
