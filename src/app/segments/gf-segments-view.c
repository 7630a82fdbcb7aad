/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-segments-view.h"

#include "gf-criteria-dialog.h"
#include "gf-decision-dialog.h"
#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-intro-card.h"
#include "gf-project-analysis.h"
#include "gf-project-report.h"
#include "gf-score-matrix.h"
#include "gf-score-proposal.h"
#include "gf-score-words.h"
#include "gf-segment-dialog.h"
#include "gf-segments-side.h"
#include "gf-standings.h"
#include "gf-steps.h"

#include <glib/gi18n-lib.h>

/* The ranking is told when the weights have come to rest. */
#define REST_MS 700

struct _GfSegmentsView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *findings_row;
  GtkWidget *findings_button;
  GtkWidget *describe_button;
  GtkLabel *headline;
  GtkLabel *explanation;
  GtkWidget *notes;
  AdwPreferencesRow *proposals_row;
  GtkButton *use_button;
  AdwPreferencesRow *rename_row;
  GtkBox *left;
  GtkBox *side;
  GfScoreMatrix *matrix;
  AdwWrapBox *legend;
  GtkWidget *firmness;
  GtkListBox *firmness_list;
  AdwPreferencesGroup *decision;
  GtkWidget *decide_button;
  GtkListBox *chosen_list;
  GtkWidget *undecided;
  AdwActionRow *change_row;

  /* Owned */
  GfProject *project;       /* whose changes are listened to */
  GHashTable *proposals;    /* NULL when they are to be found anew */
  GfSegment *edited;
  char *told;               /* the headline that was told last */
  guint rest_id;
};

G_DEFINE_FINAL_TYPE (GfSegmentsView, gf_segments_view, GF_TYPE_STEP_VIEW)

static gboolean
rest_cb (gpointer user_data)
{
  GfSegmentsView *self = user_data;

  self->rest_id = 0;
  gf_announce (GTK_WIDGET (self), gtk_label_get_label (self->headline));

  return G_SOURCE_REMOVE;
}

static void
show_headline (GfSegmentsView *self,
               GfScoreboard   *board)
{
  g_autofree char *headline = gf_scoreboard_dup_headline (board);
  g_autofree char *explanation = gf_scoreboard_dup_explanation (board);
  gboolean first = self->told == NULL;

  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->explanation, explanation);
  if (!g_set_str (&self->told, headline) || first)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

/* The next most useful thing. */
static char *
dup_hint (GfProject    *project,
          GfScoreboard *board)
{
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (project));
  guint unknown = gf_scoreboard_count_unknown (board);
  guint chosen = gf_standings_count (segments);

  if (g_list_model_get_n_items (segments) == 0)
    return g_strdup (_("One finding is enough to begin with"));
  if (gf_project_find_primary (project) != NULL)
    return g_strdup (chosen > 1 ? _("Primary and secondary are chosen") : _("The primary is chosen"));
  if (unknown > 0)
    return g_strdup_printf (ngettext ("%u score to go", "%u scores to go", unknown), unknown);

  return g_strdup (_("Every segment is scored: choose one"));
}

static void
show_decision (GfSegmentsView *self,
               GfProject      *project)
{
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (project));
  GfDecision *decision = gf_project_get_decision (project);
  gboolean decided = gf_standings_count (segments) > 0;
  const char *change = gf_decision_get_would_change (decision);
  g_autofree char *title = gf_decision_dup_title (decided ? gf_decision_get_date (decision) : "");

  adw_preferences_group_set_title (self->decision, title);
  gf_chosen_fill (self->chosen_list, GTK_LIST_BOX_ROW (self->change_row), segments);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_list), decided);
  gtk_widget_set_visible (self->undecided, !decided);
  gtk_button_set_label (GTK_BUTTON (self->decide_button), decided ? _("Change…") : _("Decide…"));
  if (decided)
    gtk_widget_add_css_class (self->decide_button, "flat");
  else
    gtk_widget_remove_css_class (self->decide_button, "flat");
  adw_action_row_set_subtitle (self->change_row, *change != '\0' ? change : _("Nothing noted yet"));
}

/* On a phone the ranking stands first. */
static void
place_firmness (GfSegmentsView *self)
{
  GtkWidget *parent = gtk_widget_get_parent (self->firmness);
  GtkBox *wanted = gf_step_view_get_narrow (GF_STEP_VIEW (self)) ? self->left : self->side;

  gf_score_matrix_set_narrow (self->matrix, gf_step_view_get_narrow (GF_STEP_VIEW (self)));
  if (parent == GTK_WIDGET (wanted))
    return;

  g_object_ref (self->firmness);
  gtk_box_remove (GTK_BOX (parent), self->firmness);
  gtk_box_prepend (wanted, self->firmness);
  g_object_unref (self->firmness);
}

/* The first whose name was made up; NULL for none. */
static GfSegment *
find_unnamed (GfProject *project)
{
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (project));

  for (guint i = 0; i < g_list_model_get_n_items (segments); i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (segments, i);

      if (gf_segment_needs_name (segment, gf_project_get_table (project)))
        return segment;   /* the project keeps it */
    }

  return NULL;
}

static void
show_notes (GfSegmentsView *self,
            GfProject      *project)
{
  guint n = gf_project_count_open_proposals (project, self->proposals);
  GfSegment *unnamed = find_unnamed (project);
  g_autofree char *count = gf_format_count (n);
  g_autofree char *title = g_strdup_printf (ngettext ("Your data say %s score that is not set yet",
                                                      "Your data say %s scores that are not set yet", n), count);
  /* Translators: the button that sets scores as the data propose them */
  g_autofree char *use = g_strdup_printf (ngettext ("Use %s Proposal", "Use %s Proposals", n), count);

  adw_preferences_row_set_title (self->proposals_row, title);
  gtk_button_set_label (self->use_button, use);
  gtk_widget_set_visible (GTK_WIDGET (self->proposals_row), n > 0);
  if (unnamed != NULL)
    {
      /* Translators: %s is the name of a segment */
      g_autofree char *name = g_strdup_printf (_("“%s” has no name of its own"), gf_segment_get_name (unnamed));

      adw_preferences_row_set_title (self->rename_row, name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rename_row), unnamed != NULL);
  gtk_widget_set_visible (self->notes, n > 0 || unnamed != NULL);
}

static void
gf_segments_view_update (GfStepView *view)
{
  GfSegmentsView *self = GF_SEGMENTS_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (project));
  g_autoptr (GfScoreboard) board =
    gf_scoreboard_new (segments, G_LIST_MODEL (gf_project_get_criteria (project)));
  gboolean empty = g_list_model_get_n_items (segments) == 0;
  gboolean has_customers = gf_project_get_table (project) != NULL;
  g_autofree char *hint = dup_hint (project, board);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "board");
  gtk_widget_set_visible (self->findings_row, has_customers);
  place_firmness (self);
  if (self->proposals == NULL)
    self->proposals = gf_project_find_proposals (project);
  gf_score_matrix_update (self->matrix, project, board, self->proposals);
  show_headline (self, board);
  show_notes (self, project);
  gf_firmness_fill (self->firmness_list, board);
  /* One alone is first whatever its scores are. */
  gtk_widget_set_visible (self->firmness, g_list_model_get_n_items (segments) > 1);
  show_decision (self, project);

  gf_step_view_set_action_enabled (view, "view.decide", !empty);
  gf_step_view_set_primary (view, !empty ? self->decide_button :
                            has_customers ? self->findings_button : self->describe_button);
  gf_step_view_set_complete (view, gf_project_find_primary (project) != NULL);
  gf_step_view_set_hint (view, hint);
}

static void
forget_proposals (GfSegmentsView *self)
{
  g_clear_pointer (&self->proposals, g_hash_table_unref);
}

/* Neither a weight nor a score changes what the data say; all else may. */
static void
changed_cb (GfSegmentsView *self,
            GfRecord       *origin,
            const char     *field)
{
  if (!GF_IS_SCORE (origin) && !(GF_IS_CRITERION (origin) && g_str_equal (field, "weight")))
    forget_proposals (self);
}

static void
analysed_cb (GfSegmentsView *self)
{
  forget_proposals (self);
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static void
gf_segments_view_project_changed (GfStepView *view)
{
  GfSegmentsView *self = GF_SEGMENTS_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);

  if (self->project != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->project, changed_cb, self);
      g_signal_handlers_disconnect_by_func (gf_project_get_analysis (self->project), analysed_cb, self);
    }
  g_set_object (&self->project, project);
  forget_proposals (self);
  if (project != NULL)
    {
      g_signal_connect_object (project, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (gf_project_get_analysis (project), "notify::ranking", G_CALLBACK (analysed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (gf_project_get_analysis (project), "notify::bad", G_CALLBACK (analysed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  g_clear_pointer (&self->told, g_free);
  g_clear_handle_id (&self->rest_id, g_source_remove);
}

static void
removed_cb (GfSegmentsView *self)
{
  GfProject *project = gf_step_view_get_project (GF_STEP_VIEW (self));
  g_autofree char *text = NULL;

  if (project == NULL || !gf_record_list_remove (gf_project_get_segments (project), self->edited))
    return;

  text = g_strdup_printf (_("%s removed"), gf_segment_get_name (self->edited));
  gf_toast_undo (GTK_WIDGET (self), text);
}

static void
edit_segment (GfSegmentsView *self,
              GfSegment      *segment)
{
  AdwDialog *dialog = gf_segment_dialog_new (gf_step_view_get_project (GF_STEP_VIEW (self)), segment);

  g_set_object (&self->edited, segment);
  g_signal_connect_object (dialog, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
segment_activated_cb (GfSegmentsView *self,
                      GfSegment      *segment)
{
  edit_segment (self, segment);
}

static void
rename_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfSegment *segment = find_unnamed (gf_step_view_get_project (GF_STEP_VIEW (widget)));

  if (segment != NULL)
    edit_segment (GF_SEGMENTS_VIEW (widget), segment);
}

static void
use_proposals_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  GfSegmentsView *self = GF_SEGMENTS_VIEW (widget);
  GfProject *project = gf_step_view_get_project (GF_STEP_VIEW (widget));
  guint n = self->proposals != NULL ? gf_project_use_proposals (project, self->proposals) : 0;

  if (n == 0)
    return;

  g_autofree char *count = gf_format_count (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s score set", "%s scores set", n), count);

  gf_toast_undo (widget, text);
  gf_announce (widget, text);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  adw_dialog_present (gf_segment_dialog_new (gf_step_view_get_project (GF_STEP_VIEW (widget)), NULL), widget);
}

static void
criteria_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  adw_dialog_present (gf_criteria_dialog_new (gf_step_view_get_project (GF_STEP_VIEW (widget))), widget);
}

static void
decide_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  adw_dialog_present (gf_decision_dialog_new (gf_step_view_get_project (GF_STEP_VIEW (widget))), widget);
}

static void
add_to_legend (GfSegmentsView *self,
               const char     *icon_name,
               const char     *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (box, "dimmed");
  adw_wrap_box_append (self->legend, box);
}

static void
gf_segments_view_dispose (GObject *object)
{
  GfSegmentsView *self = GF_SEGMENTS_VIEW (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->edited);
  g_clear_object (&self->project);
  forget_proposals (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_SEGMENTS_VIEW);

  G_OBJECT_CLASS (gf_segments_view_parent_class)->dispose (object);
}

static void
gf_segments_view_finalize (GObject *object)
{
  g_free (GF_SEGMENTS_VIEW (object)->told);

  G_OBJECT_CLASS (gf_segments_view_parent_class)->finalize (object);
}

static void
gf_segments_view_class_init (GfSegmentsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GfStepViewClass *view_class = GF_STEP_VIEW_CLASS (klass);

  object_class->dispose = gf_segments_view_dispose;
  object_class->finalize = gf_segments_view_finalize;
  view_class->update = gf_segments_view_update;
  view_class->project_changed = gf_segments_view_project_changed;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "view.criteria", NULL, criteria_action);
  gtk_widget_class_install_action (widget_class, "view.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "view.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "view.use-proposals", NULL, use_proposals_action);

  g_type_ensure (GF_TYPE_INTRO_CARD);
  g_type_ensure (GF_TYPE_SCORE_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-segments-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, stack);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, findings_row);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, findings_button);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, describe_button);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, headline);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, explanation);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, notes);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, proposals_row);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, use_button);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, rename_row);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, left);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, side);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, matrix);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, legend);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, firmness);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, firmness_list);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, decision);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, decide_button);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, chosen_list);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, undecided);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentsView, change_row);
  gtk_widget_class_bind_template_callback (widget_class, segment_activated_cb);
}

static void
gf_segments_view_init (GfSegmentsView *self)
{
  static const GfScoreSource sources[] = { GF_SCORE_CUSTOMERS, GF_SCORE_INTERVIEWS, GF_SCORE_MARKET, GF_SCORE_HAND };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    add_to_legend (self, gf_score_source_get_icon_name (sources[i]), gf_score_source_get_label (sources[i]));
  add_to_legend (self, NULL, _("1 poor for us, 5 excellent"));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (gf_step_view_queue_update), NULL);
}
