/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-verdict-label.h"

#include <glib/gi18n-lib.h>

#define N_MARKS 3

struct _GfVerdictLabel
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *marks;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (GfVerdictLabel, gf_verdict_label, GTK_TYPE_WIDGET)

static void
gf_verdict_label_dispose (GObject *object)
{
  GfVerdictLabel *self = GF_VERDICT_LABEL (object);

  g_clear_pointer (&self->marks, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (gf_verdict_label_parent_class)->dispose (object);
}

static void
gf_verdict_label_class_init (GfVerdictLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_verdict_label_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "verdict");
}

static void
gf_verdict_label_init (GfVerdictLabel *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);

  self->marks = gf_marks_new (GF_MARK_DISC, 7);
  gtk_widget_set_parent (self->marks, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "caption-heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gf_verdict_label_set (self, GF_VERDICT_NONE, GF_DIRECTION_MORE);
}

/**
 * gf_verdict_get_word:
 * @verdict: a verdict of the mining
 *
 * Returns: (transfer none): the translated word
 */
const char *
gf_verdict_get_word (GfVerdict verdict)
{
  switch (verdict)
    {
    case GF_VERDICT_STRONG:
      return _("Strong");

    case GF_VERDICT_MODERATE:
      return _("Moderate");

    case GF_VERDICT_WEAK:
      return _("Weak");

    case GF_VERDICT_TOO_FEW:
      return _("Too few");

    case GF_VERDICT_NONE:
    default:
      return _("No evidence");
    }
}

/**
 * gf_verdict_label_new:
 *
 * Returns: (transfer floating): a label that says "No evidence"
 */
GtkWidget *
gf_verdict_label_new (void)
{
  return g_object_new (GF_TYPE_VERDICT_LABEL, NULL);
}

/**
 * gf_verdict_label_set:
 * @verdict: a verdict of the mining
 * @direction: more or less likely
 *
 * Shows the verdict on a trait.
 */
void
gf_verdict_label_set (GfVerdictLabel *self,
                      GfVerdict       verdict,
                      GfDirection     direction)
{
  guint level = verdict == GF_VERDICT_TOO_FEW ? 0 : (guint) GF_VERDICT_NONE - (guint) verdict;

  gf_verdict_label_set_words (self, level, direction == GF_DIRECTION_LESS,
                              gf_verdict_get_word (verdict));
}

/**
 * gf_verdict_label_set_words:
 * @level: how many of the three marks are filled
 * @less: whether it speaks of less likely, churned, worse: diamonds
 * @words: the verdict in words
 *
 * Shows another verdict, such as "Leaning churned".
 */
void
gf_verdict_label_set_words (GfVerdictLabel *self,
                            guint           level,
                            gboolean        less,
                            const char     *words)
{
  GfDataRole role = level < 2 ? GF_DATA_OTHER : less ? GF_DATA_BAD : GF_DATA_BEST;

  g_return_if_fail (GF_IS_VERDICT_LABEL (self));
  g_return_if_fail (level <= N_MARKS);

  gf_marks_set (GF_MARKS (self->marks), level, N_MARKS);
  gf_marks_set_look (GF_MARKS (self->marks), less ? GF_MARK_DIAMOND : GF_MARK_DISC, role);
  gtk_label_set_label (GTK_LABEL (self->label), words);
  gtk_widget_remove_css_class (self->label, "data-best");
  gtk_widget_remove_css_class (self->label, "data-bad");
  gtk_widget_remove_css_class (self->label, "dimmed");
  gtk_widget_add_css_class (self->label,
                            role == GF_DATA_BEST ? "data-best" : role == GF_DATA_BAD ? "data-bad" : "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * gf_verdict_label_get_words:
 *
 * Returns: (transfer none): the verdict in words
 */
const char *
gf_verdict_label_get_words (GfVerdictLabel *self)
{
  g_return_val_if_fail (GF_IS_VERDICT_LABEL (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}
