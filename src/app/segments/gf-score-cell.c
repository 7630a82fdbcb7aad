/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-score-cell.h"

#include "gf-feedback.h"
#include "gf-pips.h"
#include "gf-score-popover.h"
#include "gf-score-words.h"
#include "gf-scoreboard.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>

struct _GfScoreCell
{
  GtkButton parent_instance;

  /* Children */
  GtkLabel *number;
  GtkWidget *pips;
  GtkImage *icon;
  GtkWidget *popover;       /* NULL until it is first opened */

  /* Owned references */
  GfProject *project;
  GfSegment *segment;
  GfCriterion *criterion;
  char *words;
  GfProposal proposal;      /* a score of 0 for none */

  guint value;
};

G_DEFINE_FINAL_TYPE (GfScoreCell, gf_score_cell, GTK_TYPE_BUTTON)

static char *
dup_words (GfScoreCell *self,
           guint        value,
           GfScore     *score)
{
  if (value == 0 && self->proposal.score > 0)
    {
      g_autofree char *says = gf_proposal_dup_words (&self->proposal);
      g_autofree char *lower = gf_words_dup_lower (says);

      /* Translators: a criterion, a segment, and what is proposed: "Budget, Mid-size tech, not known yet, your
       * customers say 4" */
      return g_strdup_printf (_("%s, %s, not known yet, %s"), gf_criterion_get_name (self->criterion),
                              gf_segment_get_name (self->segment), lower);
    }
  if (value == 0)
    /* Translators: a criterion and a segment: "Budget, Mid-size tech, not known yet" */
    return g_strdup_printf (_("%s, %s, not known yet"), gf_criterion_get_name (self->criterion),
                            gf_segment_get_name (self->segment));

  /* Translators: a criterion, a segment, its score and where that is from: "Budget, Mid-size tech, 5 of 5,
   * from customers" */
  return g_strdup_printf (_("%s, %s, %u of 5, %s"), gf_criterion_get_name (self->criterion),
                          gf_segment_get_name (self->segment), value,
                          gf_score_source_get_label (gf_score_get_source (score)));
}

static void
show (GfScoreCell *self)
{
  GfScore *score = gf_segment_find_score (self->segment, self->criterion);
  guint value = score != NULL ? (guint) gf_score_get_value (score) : 0;
  gboolean proposed = value == 0 && self->proposal.score > 0;
  guint shown = proposed ? (guint) self->proposal.score : value;
  const char *note = proposed ? self->proposal.reason : score != NULL ? gf_score_get_note (score) : "";
  /* Translators: a score that is not known yet */
  g_autofree char *number = shown > 0 ? g_strdup_printf ("%u", shown) : g_strdup (C_("score", "?"));

  self->value = value;
  g_free (self->words);
  self->words = dup_words (self, value, score);
  gtk_label_set_label (self->number, number);
  gf_pips_set_value (GF_PIPS (self->pips), shown);
  gtk_image_set_from_icon_name (self->icon,
                                proposed ? gf_score_source_get_icon_name (self->proposal.source)
                                : score != NULL ? gf_score_source_get_icon_name (gf_score_get_source (score)) : NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->icon), shown > 0 ? 0.75 : 0.0);
  if (proposed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "proposed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "proposed");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *note != '\0' ? note : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note,
                                  -1);
  if (self->popover != NULL && gtk_widget_get_visible (self->popover))
    gf_score_popover_update (GF_SCORE_POPOVER (self->popover));
}

static gboolean
key_pressed_cb (GfScoreCell           *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state)
{
  gunichar sign = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (sign < '0' || sign > '5')
    return GDK_EVENT_PROPAGATE;

  gf_segment_score (self->segment, self->criterion, sign - '0');
  show (self);
  gf_announce (GTK_WIDGET (self), self->words);

  return GDK_EVENT_STOP;
}

static void
closed_cb (GfScoreCell *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

static void
gf_score_cell_clicked (GtkButton *button)
{
  GfScoreCell *self = GF_SCORE_CELL (button);

  if (self->popover == NULL)
    {
      self->popover = gf_score_popover_new (self->project, self->segment, self->criterion);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  gf_score_popover_update (GF_SCORE_POPOVER (self->popover));
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
}

static void
gf_score_cell_dispose (GObject *object)
{
  GfScoreCell *self = GF_SCORE_CELL (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->project);
  g_clear_object (&self->segment);
  g_clear_object (&self->criterion);

  G_OBJECT_CLASS (gf_score_cell_parent_class)->dispose (object);
}

static void
gf_score_cell_finalize (GObject *object)
{
  g_free (GF_SCORE_CELL (object)->words);
  gf_proposal_clear (&GF_SCORE_CELL (object)->proposal);

  G_OBJECT_CLASS (gf_score_cell_parent_class)->finalize (object);
}

static void
gf_score_cell_class_init (GfScoreCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gf_score_cell_dispose;
  object_class->finalize = gf_score_cell_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = gf_score_cell_clicked;
}

static void
gf_score_cell_init (GfScoreCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->number, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  self->pips = gf_pips_new ();
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_margin_start (GTK_WIDGET (self->icon), 2);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), self->pips);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_button_set_child (GTK_BUTTON (self), box);

  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "score-cell");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * gf_score_cell_new:
 * @project: the project
 * @segment: one of its segments
 * @criterion: one of its criteria
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
gf_score_cell_new (GfProject   *project,
                   GfSegment   *segment,
                   GfCriterion *criterion)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);
  g_return_val_if_fail (GF_IS_SEGMENT (segment) && GF_IS_CRITERION (criterion), NULL);

  GfScoreCell *self = g_object_new (GF_TYPE_SCORE_CELL, NULL);

  self->project = g_object_ref (project);
  self->segment = g_object_ref (segment);
  self->criterion = g_object_ref (criterion);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * gf_score_cell_set_tight:
 * @tight: whether there is no room for the five pips beside the number
 *
 * Shows the number and where it is from, for a phone with large letters.
 */
void
gf_score_cell_set_tight (GfScoreCell *self,
                         gboolean     tight)
{
  g_return_if_fail (GF_IS_SCORE_CELL (self));

  gtk_widget_set_visible (self->pips, !tight);
}

/**
 * gf_score_cell_update:
 * @self: a cell
 * @proposal: (nullable): what the data say
 *
 * Shows what the records say now, and for a score that is not known what the data propose.
 */
void
gf_score_cell_update (GfScoreCell      *self,
                      const GfProposal *proposal)
{
  g_return_if_fail (GF_IS_SCORE_CELL (self));

  gf_proposal_clear (&self->proposal);
  if (proposal != NULL)
    self->proposal = (GfProposal) { proposal->score, g_strdup (proposal->reason), proposal->source };
  show (self);
}

/**
 * gf_score_cell_get_segment:
 * @self: a cell
 *
 * Returns: (transfer none): whose score it is
 */
GfSegment *
gf_score_cell_get_segment (GfScoreCell *self)
{
  g_return_val_if_fail (GF_IS_SCORE_CELL (self), NULL);

  return self->segment;
}

/**
 * gf_score_cell_get_criterion:
 * @self: a cell
 *
 * Returns: (transfer none): what the score is on
 */
GfCriterion *
gf_score_cell_get_criterion (GfScoreCell *self)
{
  g_return_val_if_fail (GF_IS_SCORE_CELL (self), NULL);

  return self->criterion;
}

/**
 * gf_score_cell_get_value:
 * @self: a cell
 *
 * Returns: 1 to 5, or 0 for unknown, whatever is proposed
 */
guint
gf_score_cell_get_value (GfScoreCell *self)
{
  g_return_val_if_fail (GF_IS_SCORE_CELL (self), 0);

  return self->value;
}

/**
 * gf_score_cell_get_words:
 * @self: a cell
 *
 * Returns: (transfer none): its name for a screen reader
 */
const char *
gf_score_cell_get_words (GfScoreCell *self)
{
  g_return_val_if_fail (GF_IS_SCORE_CELL (self), NULL);

  return self->words;
}
