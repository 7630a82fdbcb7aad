/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-segments-side.h"

#include "gf-date.h"
#include "gf-format.h"
#include "gf-place-bar.h"
#include "gf-score-words.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
create_place_row (GfScoreboard *board,
                  guint         segment)
{
  GfScoring *scoring = gf_scoreboard_get_scoring (board);
  gboolean alone = gf_scoreboard_get_n_segments (board) < 2;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (gf_scoreboard_get_segment (board, segment));
  g_autofree char *rank = g_strdup_printf ("%u", gf_scoring_get_rank (scoring, segment));
  GtkWidget *number = gtk_label_new (rank);
  GtkWidget *bar = gf_place_bar_new ();
  g_autofree char *words = gf_scoreboard_dup_places (board, segment);
  GtkWidget *caption = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "heading");
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gf_place_bar_set (GF_PLACE_BAR (bar), gf_scoring_get_place_share (scoring, segment, 0),
                    alone ? 0 : gf_scoring_get_place_share (scoring, segment, 1));

  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_add_css_class (box, "side-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/**
 * gf_firmness_fill:
 * @list: a list
 * @board: the scoreboard
 *
 * Fills @list with the segments, the first first, and how often each comes first and second.
 */
void
gf_firmness_fill (GtkListBox   *list,
                  GfScoreboard *board)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list) && board != NULL);

  gtk_list_box_remove_all (list);
  for (guint place = 0; place < gf_scoreboard_get_n_segments (board); place++)
    gtk_list_box_append (list, create_place_row (board,
                                                 gf_scoring_get_segment (gf_scoreboard_get_scoring (board),
                                                                         place)));
}

static GtkWidget *
create_chosen_row (GfSegment *segment)
{
  GfSegmentStanding standing = gf_segment_get_standing (segment);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chip = gtk_label_new (gf_segment_standing_get_label (standing));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gf_segment_get_name (segment));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gf_segment_get_reason (segment));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "caption");
  if (standing == GF_SEGMENT_PRIMARY)
    gtk_widget_add_css_class (chip, "best");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);

  return row;
}

/**
 * gf_chosen_fill:
 * @list: a list
 * @last: its last row, which stays
 * @segments: (element-type GfSegment): the segments of the project
 *
 * Fills @list with the chosen ones, the primary first.
 */
void
gf_chosen_fill (GtkListBox    *list,
                GtkListBoxRow *last,
                GListModel    *segments)
{
  static const GfSegmentStanding order[] = { GF_SEGMENT_PRIMARY, GF_SEGMENT_SECONDARY };

  g_return_if_fail (GTK_IS_LIST_BOX (list) && GTK_IS_LIST_BOX_ROW (last) && G_IS_LIST_MODEL (segments));

  while (gtk_list_box_get_row_at_index (list, 0) != last)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  for (gsize k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < g_list_model_get_n_items (segments); i++)
      {
        g_autoptr (GfSegment) segment = g_list_model_get_item (segments, i);

        if (gf_segment_get_standing (segment) == order[k])
          gtk_list_box_insert (list, create_chosen_row (segment), gtk_list_box_row_get_index (last));
      }
}

/**
 * gf_decision_dup_title:
 * @date: the day of the decision, "" for none
 *
 * Returns: (transfer full): "Decision of 14 October"
 */
char *
gf_decision_dup_title (const char *date)
{
  gint32 days;

  g_return_val_if_fail (date != NULL, NULL);

  if (!gf_days_from_iso (date, &days))
    return g_strdup (_("Decision"));

  g_autofree char *text = gf_format_date (days);

  /* Translators: %s is a date: "Decision of 14 October" */
  return g_strdup_printf (_("Decision of %s"), text);
}
