/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-chip.h"
#include "gf-interval-bar.h"
#include "gf-intro-card.h"
#include "gf-marks.h"
#include "gf-pips.h"
#include "gf-settings.h"
#include "gf-step-row.h"
#include "gf-ui-test.h"
#include "gf-verdict-label.h"

#include <math.h>

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((double) (a), (double) (b), 1e-3)

static void
test_interval_geometry (void)
{
  GfIntervalGeometry geometry;

  /* 202 logical pixels hold an axis of 200, so that a hundredth of 1 is two of them. */
  gf_interval_geometry (0.35, 0.21, 0.52, 0.10, 1.0, 202, 40, FALSE, &geometry);
  assert_near (geometry.bar.origin.x, 1);
  assert_near (geometry.bar.size.width, 70);
  assert_near (geometry.bar.size.height, 11);
  assert_near (geometry.low_x, 43);
  assert_near (geometry.high_x, 105);
  assert_near (geometry.middle_y, 20.5);
  assert_near (geometry.bar.origin.y + geometry.bar.size.height / 2, geometry.middle_y);
  assert_near (geometry.base_x, 21.5);
}

static void
test_interval_geometry_at_the_ends (void)
{
  GfIntervalGeometry geometry;

  /* What lies beyond the axis stands at its end. */
  gf_interval_geometry (0.9, -0.2, 1.7, NAN, 0.5, 102, 20, FALSE, &geometry);
  assert_near (geometry.bar.size.width, 100);
  assert_near (geometry.low_x, 1);
  assert_near (geometry.high_x, 101);
  g_assert_true (isnan (geometry.base_x));

  /* Nobody: still a sliver. Nothing known: nothing. */
  gf_interval_geometry (0, 0, 0.08, NAN, 0.5, 102, 20, FALSE, &geometry);
  assert_near (geometry.bar.size.width, 2);
  gf_interval_geometry (NAN, NAN, NAN, NAN, 0.5, 102, 20, FALSE, &geometry);
  g_assert_true (isnan (geometry.low_x) && isnan (geometry.high_x));
  assert_near (geometry.bar.size.width, 0);
}

static void
test_interval_geometry_from_right_to_left (void)
{
  GfIntervalGeometry left;
  GfIntervalGeometry right;

  gf_interval_geometry (0.35, 0.21, 0.52, NAN, 1.0, 202, 40, FALSE, &left);
  gf_interval_geometry (0.35, 0.21, 0.52, NAN, 1.0, 202, 40, TRUE, &right);
  assert_near (right.bar.origin.x + right.bar.size.width, 202 - left.bar.origin.x);
  assert_near (right.bar.size.width, left.bar.size.width);
  assert_near (right.low_x, 202 - left.low_x);
  assert_near (right.high_x, 202 - left.high_x);
}

static void
test_interval_bar_is_a_picture (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (gf_interval_bar_new ());
  int minimum;
  int natural;

  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 204);
}

static void
test_marks_stand_in_a_row (void)
{
  graphene_rect_t first;
  graphene_rect_t last;
  graphene_rect_t pip;
  g_autoptr (GtkWidget) marks = g_object_ref_sink (gf_marks_new (GF_MARK_DISC, 8));
  int width;

  gf_mark_geometry (GF_MARK_DISC, 8, 0, 3, FALSE, &first);
  gf_mark_geometry (GF_MARK_DISC, 8, 2, 3, FALSE, &last);
  assert_near (first.origin.x, 0);
  assert_near (last.origin.x, 20);
  gf_mark_geometry (GF_MARK_DISC, 8, 0, 3, TRUE, &first);
  assert_near (first.origin.x, 20);
  gf_mark_geometry (GF_MARK_PIP, 8, 0, 5, FALSE, &pip);
  assert_near (pip.size.height, 12);

  gf_marks_set (GF_MARKS (marks), 2, 3);
  gtk_widget_measure (marks, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, ==, 28);
}

static void
test_verdicts_have_words (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gf_verdict_label_new ());

  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "No evidence");
  gf_verdict_label_set (GF_VERDICT_LABEL (label), GF_VERDICT_STRONG, GF_DIRECTION_MORE);
  g_assert_cmpstr (gf_verdict_label_get_words (GF_VERDICT_LABEL (label)), ==, "Strong");
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "Strong");
  gf_verdict_label_set_words (GF_VERDICT_LABEL (label), 2, TRUE, "Leaning churned");
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "Leaning churned");
}

static void
test_pips_say_their_score (void)
{
  g_autoptr (GtkWidget) pips = g_object_ref_sink (gf_pips_new ());

  gtk_test_accessible_assert_role (pips, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (pips, GTK_ACCESSIBLE_PROPERTY_LABEL, "Not known yet");
  gf_pips_set_value (GF_PIPS (pips), 4);
  gtk_test_accessible_assert_property (pips, GTK_ACCESSIBLE_PROPERTY_LABEL, "4 of 5");
  gf_pips_set_value (GF_PIPS (pips), 9);
  g_assert_cmpuint (gf_pips_get_value (GF_PIPS (pips)), ==, 5);
}

static void
count_cb (GfChip *chip,
          guint  *n)
{
  *n += 1;
}

static void
test_chips_name_their_button (void)
{
  g_autoptr (GtkWidget) chip = g_object_ref_sink (gf_chip_new ("Department: Marketing", TRUE));
  GtkWidget *button = gf_ui_find (chip, GTK_TYPE_BUTTON, "Remove Department: Marketing");
  guint n = 0;

  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove Department: Marketing");
  g_signal_connect (chip, "removed", G_CALLBACK (count_cb), &n);
  gtk_widget_activate_action (chip, "chip.remove", NULL);
  g_assert_cmpuint (n, ==, 1);

  gf_chip_set_removable (GF_CHIP (chip), FALSE);
  gtk_widget_activate_action (chip, "chip.remove", NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_step_rows_say_how_things_stand (void)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (gf_step_row_new ("Interviews",
                                                                  "gf-interviews-symbolic"));

  gf_step_row_set_status (GF_STEP_ROW (row), GF_STEP_STATE_STARTED, "5 happy, 2 churned");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Interviews");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "5 happy, 2 churned, under way");
  gf_step_row_set_status (GF_STEP_ROW (row), GF_STEP_STATE_ATTENTION, NULL);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "needs attention");
}

static void
test_intro_cards_stay_hidden (void)
{
  g_autoptr (GfIntroCard) card = g_object_ref_sink (g_object_new (GF_TYPE_INTRO_CARD, "topic",
                                                                  "market", NULL));
  g_autoptr (GfIntroCard) later = NULL;
  g_autoptr (GfIntroCard) other = NULL;

  g_assert_false (gf_intro_card_get_hidden (card));
  gf_intro_card_set_hidden (card, TRUE);
  later = g_object_ref_sink (g_object_new (GF_TYPE_INTRO_CARD, "topic", "market", "phrase",
                                           "A & B", NULL));
  other = g_object_ref_sink (g_object_new (GF_TYPE_INTRO_CARD, "topic", "interviews", NULL));
  g_assert_true (gf_intro_card_get_hidden (later));
  g_assert_false (gf_intro_card_get_hidden (other));
  g_settings_reset (gf_settings_get (), "hidden-intros");
  gf_ui_assert_soon (!gf_intro_card_get_hidden (later));
}

static void
assert_css_has_colors (const char *file,
                       gboolean    dark)
{
  g_autofree char *resource = g_strconcat (GF_RESOURCE_BASE, "/", file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GEnumClass) class = g_type_class_ref (GF_TYPE_DATA_ROLE);

  g_assert_nonnull (bytes);
  for (guint i = 0; i < GF_N_DATA_ROLES; i++)
    {
      g_autofree char *line = g_strdup_printf ("--gf-%s: %s;",
                                               g_enum_get_value (class, (int) i)->value_nick,
                                               gf_data_color_lookup ((GfDataRole) i, dark));

      g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), line));
    }
}

static void
test_the_two_tables_of_colors_agree (void)
{
  assert_css_has_colors ("style.css", FALSE);
  assert_css_has_colors ("style-dark.css", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/widgets/interval-bar/geometry", test_interval_geometry);
  g_test_add_func ("/widgets/interval-bar/geometry-at-the-ends",
                   test_interval_geometry_at_the_ends);
  g_test_add_func ("/widgets/interval-bar/geometry-from-right-to-left",
                   test_interval_geometry_from_right_to_left);
  g_test_add_func ("/widgets/interval-bar/is-a-picture", test_interval_bar_is_a_picture);
  g_test_add_func ("/widgets/marks/stand-in-a-row", test_marks_stand_in_a_row);
  g_test_add_func ("/widgets/verdict-label/has-words", test_verdicts_have_words);
  g_test_add_func ("/widgets/pips/say-their-score", test_pips_say_their_score);
  g_test_add_func ("/widgets/chip/names-its-button", test_chips_name_their_button);
  g_test_add_func ("/widgets/step-row/says-how-things-stand", test_step_rows_say_how_things_stand);
  g_test_add_func ("/widgets/intro-card/stays-hidden", test_intro_cards_stay_hidden);
  g_test_add_func ("/widgets/colors/the-two-tables-agree", test_the_two_tables_of_colors_agree);

  return g_test_run ();
}
