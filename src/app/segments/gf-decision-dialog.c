/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-decision-dialog.h"

#include "gf-date-row.h"
#include "gf-date.h"
#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-score-words.h"
#include "gf-scoreboard.h"
#include "gf-standings.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GfSegment *segment;       /* owned */
  AdwComboRow *standing;
  GtkWidget *reason;
} Choice;

struct _GfDecisionDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkWidget *apply;
  GtkRevealer *limit_revealer;
  GtkLabel *limit_label;
  GtkListBox *list;
  GfDateRow *date;
  GtkEditable *would_change;
  GtkEditable *note;

  /* Owned references */
  GfProject *project;
  GArray *choices;          /* Choice */
  GArray *standings;        /* GfSegmentStanding */

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (GfDecisionDialog, gf_decision_dialog, ADW_TYPE_DIALOG)

static void
choice_clear (gpointer data)
{
  g_clear_object (&((Choice *) data)->segment);
}

static void
show_standings (GfDecisionDialog *self)
{
  gboolean has_primary = FALSE;

  self->showing = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = &g_array_index (self->choices, Choice, i);
      GfSegmentStanding standing = g_array_index (self->standings, GfSegmentStanding, i);

      adw_combo_row_set_selected (choice->standing, standing);
      has_primary |= standing == GF_SEGMENT_PRIMARY;
    }
  self->showing = FALSE;
  gtk_widget_set_sensitive (self->apply, has_primary);
}

static void
selected_cb (GfDecisionDialog *self,
             GParamSpec       *pspec,
             AdwComboRow      *row)
{
  g_autoptr (GError) error = NULL;
  guint at = 0;

  if (self->showing)
    return;

  while (g_array_index (self->choices, Choice, at).standing != row)
    at++;
  /* Also told when a refused choice was taken back. */
  if (g_array_index (self->standings, GfSegmentStanding, at) ==
      (GfSegmentStanding) adw_combo_row_get_selected (row))
    return;

  if (!gf_standings_set ((GfSegmentStanding *) (gpointer) self->standings->data, self->standings->len, at,
                         (GfSegmentStanding) adw_combo_row_get_selected (row), &error))
    {
      gtk_label_set_label (self->limit_label, error->message);
      gf_announce (GTK_WIDGET (self), error->message);
    }
  gtk_revealer_set_reveal_child (self->limit_revealer, error != NULL);
  show_standings (self);
}

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (gtk_editable_get_chars (editable, 0, -1));
}

static void
apply_cb (GfDecisionDialog *self)
{
  GfDecision *decision = gf_project_get_decision (self->project);
  g_autofree char *would_change = dup_text (self->would_change);
  g_autofree char *note = dup_text (self->note);

  if (!gtk_widget_get_sensitive (self->apply))
    return;

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = &g_array_index (self->choices, Choice, i);
      g_autofree char *reason = dup_text (GTK_EDITABLE (choice->reason));

      gf_segment_set_standing (choice->segment, g_array_index (self->standings, GfSegmentStanding, i));
      gf_segment_set_reason (choice->segment, reason);
    }
  gf_decision_set_date (decision, gf_date_row_get_date (self->date));
  gf_decision_set_would_change (decision, would_change);
  gf_decision_set_note (decision, note);

  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_choice (GfDecisionDialog *self,
            GfSegment        *segment,
            double            total,
            guint             rank)
{
  g_autoptr (GtkStringList) standings = gtk_string_list_new (NULL);
  g_autofree char *number = gf_format_score (total);
  /* Translators: the weighted score of a segment and its rank: "4.3, rank 1" */
  g_autofree char *subtitle = g_strdup_printf (_("%s, rank %u"), number, rank);
  Choice choice = { .segment = g_object_ref (segment) };

  for (int i = GF_SEGMENT_OPEN; i <= GF_SEGMENT_SECONDARY; i++)
    gtk_string_list_append (standings, gf_segment_standing_get_label ((GfSegmentStanding) i));
  choice.standing = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (choice.standing), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice.standing), gf_segment_get_name (segment));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (choice.standing), subtitle);
  adw_combo_row_set_model (choice.standing, G_LIST_MODEL (standings));
  g_signal_connect_object (choice.standing, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (choice.standing));

  g_autofree char *title = g_strdup_printf (_("Why, or why not, %s?"), gf_segment_get_name (segment));

  choice.reason = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (choice.reason), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice.reason), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (choice.reason), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (choice.reason), gf_segment_get_reason (segment));
  gtk_list_box_append (self->list, choice.reason);

  g_array_append_val (self->choices, choice);
}

/* The first time, the leader of the ranking is proposed. */
static void
fill (GfDecisionDialog *self)
{
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (self->project));
  GfDecision *decision = gf_project_get_decision (self->project);
  g_autoptr (GfScoreboard) board =
    gf_scoreboard_new (segments, G_LIST_MODEL (gf_project_get_criteria (self->project)));
  GfScoring *scoring = gf_scoreboard_get_scoring (board);
  guint n = g_list_model_get_n_items (segments);
  g_autofree char *today = gf_days_to_iso (gf_days_today ());

  self->showing = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (segments, i);
      GfSegmentStanding standing = gf_segment_get_standing (segment);

      if (gf_standings_count (segments) == 0 && gf_scoring_get_segment (scoring, 0) == i)
        standing = GF_SEGMENT_PRIMARY;
      add_choice (self, segment, gf_scoring_get_total (scoring, i), gf_scoring_get_rank (scoring, i));
      g_array_append_val (self->standings, standing);
    }
  show_standings (self);

  gf_date_row_set_date (self->date, *gf_decision_get_date (decision) != '\0' ?
                        gf_decision_get_date (decision) : today);
  gtk_editable_set_text (self->would_change, gf_decision_get_would_change (decision));
  gtk_editable_set_text (self->note, gf_decision_get_note (decision));
}

static void
gf_decision_dialog_dispose (GObject *object)
{
  GfDecisionDialog *self = GF_DECISION_DIALOG (object);

  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_DECISION_DIALOG);
  g_clear_object (&self->project);
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_pointer (&self->standings, g_array_unref);

  G_OBJECT_CLASS (gf_decision_dialog_parent_class)->dispose (object);
}

static void
gf_decision_dialog_class_init (GfDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_decision_dialog_dispose;

  g_type_ensure (GF_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfDecisionDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, GfDecisionDialog, limit_revealer);
  gtk_widget_class_bind_template_child (widget_class, GfDecisionDialog, limit_label);
  gtk_widget_class_bind_template_child (widget_class, GfDecisionDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GfDecisionDialog, date);
  gtk_widget_class_bind_template_child (widget_class, GfDecisionDialog, would_change);
  gtk_widget_class_bind_template_child (widget_class, GfDecisionDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
gf_decision_dialog_init (GfDecisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);
  self->standings = g_array_new (FALSE, TRUE, sizeof (GfSegmentStanding));
}

/**
 * gf_decision_dialog_new:
 * @project: a project with segments
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
gf_decision_dialog_new (GfProject *project)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);

  GfDecisionDialog *self = g_object_new (GF_TYPE_DECISION_DIALOG, NULL);

  self->project = g_object_ref (project);
  fill (self);

  return ADW_DIALOG (self);
}
