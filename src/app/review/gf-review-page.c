/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-review-page.h"

#include "gf-date.h"
#include "gf-format.h"
#include "gf-review-words.h"
#include "gf-reviews-view.h"

#include <glib/gi18n-lib.h>

struct _GfReviewPage
{
  GfStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (GfReviewPage, gf_review_page, GF_TYPE_STEP_PAGE)

static void
gf_review_page_update (GfStepPage *page)
{
  GfProject *project = gf_step_page_get_project (page);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_reviews (project)));
  gint32 today = gf_days_today (), day;
  g_autofree char *date = NULL;
  g_autofree char *status = NULL;

  if (!gf_review_get_next_day (project, &day))
    {
      gf_step_page_set_status (page, n == 0 ? GF_STEP_STATE_EMPTY : GF_STEP_STATE_STARTED,
                               _("No date yet"));
      return;
    }

  date = gf_format_date_short (day);
  /* Translators: each at most 24 signs; %s is a date such as “14 Jan” */
  status = g_strdup_printf (day < today ? _("Was due on %s") : _("Next on %s"), date);
  gf_step_page_set_status (page,
                           day < today ? GF_STEP_STATE_ATTENTION
                           : n == 0    ? GF_STEP_STATE_EMPTY
                                       : GF_STEP_STATE_DONE,
                           status);
}

static void
gf_review_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_REVIEW_PAGE);

  G_OBJECT_CLASS (gf_review_page_parent_class)->dispose (object);
}

static void
gf_review_page_class_init (GfReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_review_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_review_page_update;

  g_type_ensure (GF_TYPE_REVIEWS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-review-page.ui");
}

static void
gf_review_page_init (GfReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
