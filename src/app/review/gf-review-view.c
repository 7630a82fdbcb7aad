/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-review-view.h"

#include "gf-bind.h"
#include "gf-date-row.h"
#include "gf-feedback.h"
#include "gf-growing-text.h"
#include "gf-review-words.h"
#include "gf-step-page.h"

#include <glib/gi18n-lib.h>

struct _GfReviewView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GfDateRow *date;
  GtkEditable *attendees;
  GfDateRow *next;
  GtkTextBuffer *notes;
  GtkTextBuffer *decisions;
  GtkWidget *questions;

  /* Owned references */
  GfReview *review;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfReviewView, gf_review_view, GF_TYPE_STEP_VIEW)

static gboolean
is_there (GfReviewView *self)
{
  GfProject *project = gf_step_view_get_project (GF_STEP_VIEW (self));

  return project != NULL
         && gf_record_list_find (G_LIST_MODEL (gf_project_get_reviews (project)),
                                 gf_record_get_id (GF_RECORD (self->review))) != NULL;
}

static void
leave (GfReviewView *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GF_TYPE_STEP_PAGE);

  if (page != NULL)
    gf_step_page_pop (GF_STEP_PAGE (page));
}

static void
gf_review_view_update (GfStepView *view)
{
  GfReviewView *self = GF_REVIEW_VIEW (view);
  g_autofree char *title = gf_review_dup_title (self->review);

  /* It went by undo. */
  if (!is_there (self))
    {
      leave (self);
      return;
    }

  self->updating = TRUE;
  gtk_label_set_label (self->heading, title);
  gf_step_view_set_title (view, title);
  gf_date_row_set_date (self->date, gf_review_get_date (self->review));
  gf_date_row_set_date (self->next, gf_review_get_next (self->review));
  gtk_widget_set_visible (self->questions, *gf_review_get_notes (self->review) == '\0');
  gf_step_view_set_hint (view, *gf_review_get_decisions (self->review) == '\0'
                                 ? _("Write down what you decide: keep, change, drop")
                                 : _("Take the decisions over into the profile"));
  self->updating = FALSE;
}

static void
date_changed_cb (GfReviewView *self)
{
  if (!self->updating && self->review != NULL)
    gf_review_set_date (self->review, gf_date_row_get_date (self->date));
}

/* The next date of the latest review is that of the project. */
static void
next_changed_cb (GfReviewView *self)
{
  GfProject *project = gf_step_view_get_project (GF_STEP_VIEW (self));
  g_autoptr (GfReview) latest = NULL;

  if (self->updating || self->review == NULL || project == NULL)
    return;

  gf_review_set_next (self->review, gf_date_row_get_date (self->next));
  latest = gf_review_find_latest (project);
  if (latest == self->review)
    gf_project_set_next_review (project, gf_review_get_next (self->review));
}

static void
questions_clicked_cb (GfReviewView *self)
{
  g_autofree char *agenda = gf_review_dup_agenda ();

  gf_review_set_notes (self->review, agenda);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GfReviewView *self = GF_REVIEW_VIEW (widget);
  GfProject *project = gf_step_view_get_project (GF_STEP_VIEW (self));

  if (project != NULL && gf_record_list_remove (gf_project_get_reviews (project), self->review))
    {
      gf_toast_undo (widget, _("Review removed"));
      leave (self);
    }
}

static void
gf_review_view_dispose (GObject *object)
{
  GfReviewView *self = GF_REVIEW_VIEW (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_REVIEW_VIEW);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (gf_review_view_parent_class)->dispose (object);
}

static void
gf_review_view_class_init (GfReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_review_view_dispose;
  GF_STEP_VIEW_CLASS (klass)->update = gf_review_view_update;

  gtk_widget_class_install_action (widget_class, "review.remove", NULL, remove_action);

  g_type_ensure (GF_TYPE_DATE_ROW);
  g_type_ensure (GF_TYPE_GROWING_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfReviewView, heading);
  gtk_widget_class_bind_template_child (widget_class, GfReviewView, date);
  gtk_widget_class_bind_template_child (widget_class, GfReviewView, attendees);
  gtk_widget_class_bind_template_child (widget_class, GfReviewView, next);
  gtk_widget_class_bind_template_child (widget_class, GfReviewView, notes);
  gtk_widget_class_bind_template_child (widget_class, GfReviewView, decisions);
  gtk_widget_class_bind_template_child (widget_class, GfReviewView, questions);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, questions_clicked_cb);
}

static void
gf_review_view_init (GfReviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_review_view_new:
 * @review: a review of the project
 *
 * Returns: (transfer floating): a page to type it in
 */
GfStepView *
gf_review_view_new (GfReview *review)
{
  GfReviewView *self = g_object_new (GF_TYPE_REVIEW_VIEW, NULL);
  GfRecord *record = GF_RECORD (review);

  self->review = g_object_ref (review);
  gf_bind_editable (self->attendees, record, "attendees");
  gf_bind_buffer (self->notes, record, "notes");
  gf_bind_buffer (self->decisions, record, "decisions");

  return GF_STEP_VIEW (self);
}
