/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-score-popover.h"

#include "gf-criteria-preset.h"
#include "gf-score-proposal.h"
#include "gf-score-words.h"
#include "gf-scoreboard.h"

#include <glib/gi18n-lib.h>

#define N_VALUES 6      /* 0 is unknown */

struct _GfScorePopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkLabel *criterion_label;
  GtkLabel *segment_label;
  GtkBox *radios_box;
  GtkImage *proposal_icon;
  GtkLabel *proposal_label;
  GtkLabel *reason_label;
  GtkWidget *use_button;
  GtkEditable *note;
  GtkDropDown *source;

  /* Children */
  GtkCheckButton *radios[N_VALUES];
  GtkLabel *anchors[N_VALUES];

  /* Owned references */
  GfProject *project;
  GfSegment *segment;
  GfCriterion *criterion;
  GfProposal proposal;

  gboolean showing;         /* what changes now comes from the records */
};

G_DEFINE_FINAL_TYPE (GfScorePopover, gf_score_popover, GTK_TYPE_POPOVER)

static void
radio_toggled_cb (GfScorePopover *self,
                  GtkCheckButton *radio)
{
  if (self->showing || !gtk_check_button_get_active (radio))
    return;

  for (guint i = 0; i < N_VALUES; i++)
    if (self->radios[i] == radio)
      gf_segment_score (self->segment, self->criterion, i);
  gf_score_popover_update (self);
}

static void
use_clicked_cb (GfScorePopover *self)
{
  gf_proposal_use (&self->proposal, self->segment, self->criterion);
  gf_score_popover_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->radios[self->proposal.score]));
}

static void
note_changed_cb (GfScorePopover *self)
{
  const char *text = gtk_editable_get_text (self->note);

  if (self->showing)
    return;
  if (*text == '\0' && gf_segment_find_score (self->segment, self->criterion) == NULL)
    return;

  gf_score_set_note (gf_segment_ensure_score (self->segment, self->criterion), text);
}

static void
source_selected_cb (GfScorePopover *self)
{
  if (self->showing || self->segment == NULL)
    return;

  gf_score_set_source (gf_segment_ensure_score (self->segment, self->criterion),
                       (GfScoreSource) gtk_drop_down_get_selected (self->source));
}

static void
mapped_cb (GfScorePopover *self)
{
  for (guint i = 0; i < N_VALUES; i++)
    if (gtk_check_button_get_active (self->radios[i]))
      gtk_widget_grab_focus (GTK_WIDGET (self->radios[i]));
}

static void
create_radios (GfScorePopover *self)
{
  /* The best first; what is not known last. */
  for (guint i = N_VALUES; i-- > 0;)
    {
      GtkWidget *radio = gtk_check_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
      g_autofree char *number = i > 0 ? g_strdup_printf ("%u", i) : g_strdup (C_("score", "?"));
      GtkWidget *label = gtk_label_new (number);

      self->radios[i] = GTK_CHECK_BUTTON (radio);
      self->anchors[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_width_chars (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
      gtk_label_set_xalign (self->anchors[i], 0);
      gtk_label_set_wrap (self->anchors[i], TRUE);
      gtk_label_set_max_width_chars (self->anchors[i], 34);
      if (i % 2 == 0)
        gtk_widget_add_css_class (GTK_WIDGET (self->anchors[i]), "dimmed");
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->anchors[i]));
      gtk_check_button_set_child (self->radios[i], box);
      if (i < N_VALUES - 1)
        gtk_check_button_set_group (self->radios[i], self->radios[N_VALUES - 1]);
      g_signal_connect_swapped (radio, "toggled", G_CALLBACK (radio_toggled_cb), self);
      gtk_box_append (self->radios_box, radio);
    }
}

static void
gf_score_popover_dispose (GObject *object)
{
  GfScorePopover *self = GF_SCORE_POPOVER (object);

  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_SCORE_POPOVER);
  g_clear_object (&self->project);
  g_clear_object (&self->segment);
  g_clear_object (&self->criterion);
  gf_proposal_clear (&self->proposal);

  G_OBJECT_CLASS (gf_score_popover_parent_class)->dispose (object);
}

static void
gf_score_popover_class_init (GfScorePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_score_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-score-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, criterion_label);
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, segment_label);
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, radios_box);
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, proposal_icon);
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, proposal_label);
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, reason_label);
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, use_button);
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, note);
  gtk_widget_class_bind_template_child (widget_class, GfScorePopover, source);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
}

static void
gf_score_popover_init (GfScorePopover *self)
{
  g_autoptr (GtkStringList) sources = gtk_string_list_new (NULL);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = GF_SCORE_HAND; i <= GF_SCORE_MARKET; i++)
    gtk_string_list_append (sources, gf_score_source_get_label ((GfScoreSource) i));
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (sources));
  create_radios (self);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  self->showing = FALSE;
}

/**
 * gf_score_popover_new:
 * @project: the project
 * @segment: one of its segments
 * @criterion: one of its criteria
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
gf_score_popover_new (GfProject   *project,
                      GfSegment   *segment,
                      GfCriterion *criterion)
{
  GfScorePopover *self = g_object_new (GF_TYPE_SCORE_POPOVER, NULL);

  self->project = g_object_ref (project);
  self->segment = g_object_ref (segment);
  self->criterion = g_object_ref (criterion);

  return GTK_WIDGET (self);
}

static void
show_proposal (GfScorePopover *self,
               GfScore        *score)
{
  g_autofree char *text = NULL;

  gf_proposal_clear (&self->proposal);
  if (!gf_project_propose_score (self->project, self->segment, self->criterion, &self->proposal))
    {
      gtk_image_set_from_icon_name (self->proposal_icon, "dialog-question-symbolic");
      gtk_label_set_label (self->proposal_label, _("Nothing here tells"));
      gtk_label_set_label (self->reason_label, _("Leave it at “?” until somebody knows."));
      gtk_widget_set_visible (self->use_button, FALSE);
      return;
    }

  text = gf_proposal_dup_words (&self->proposal);
  gtk_image_set_from_icon_name (self->proposal_icon, gf_score_source_get_icon_name (self->proposal.source));
  gtk_label_set_label (self->proposal_label, text);
  gtk_label_set_label (self->reason_label, self->proposal.reason);
  gtk_widget_set_visible (self->use_button, self->proposal.score > 0);
  gtk_widget_set_sensitive (self->use_button,
                            score == NULL || gf_score_get_value (score) != self->proposal.score ||
                            gf_score_get_source (score) != self->proposal.source);
}

/**
 * gf_score_popover_update:
 * @self: a popover
 *
 * Shows what the records and the customers say now.
 */
void
gf_score_popover_update (GfScorePopover *self)
{
  g_return_if_fail (GF_IS_SCORE_POPOVER (self));

  GfScore *score = gf_segment_find_score (self->segment, self->criterion);
  guint value = score != NULL ? (guint) gf_score_get_value (score) : 0;
  const char *note = score != NULL ? gf_score_get_note (score) : "";

  self->showing = TRUE;
  gtk_label_set_label (self->criterion_label, gf_criterion_get_name (self->criterion));
  gtk_label_set_label (self->segment_label, gf_segment_get_name (self->segment));
  for (guint i = 0; i < N_VALUES; i++)
    {
      g_autofree char *anchor = gf_criterion_dup_anchor (self->criterion, i);

      gtk_label_set_label (self->anchors[i], anchor);
    }
  gtk_check_button_set_active (self->radios[value], TRUE);
  if (g_strcmp0 (gtk_editable_get_text (self->note), note) != 0)
    gtk_editable_set_text (self->note, note);
  gtk_drop_down_set_selected (self->source, score != NULL ? gf_score_get_source (score) : GF_SCORE_HAND);
  show_proposal (self, score);
  self->showing = FALSE;
}
