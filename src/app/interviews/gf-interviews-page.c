/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interviews-page.h"

#include "gf-interviews-view.h"
#include "gf-passages.h"
#include "gf-project.h"

#include <glib/gi18n-lib.h>

struct _GfInterviewsPage
{
  GfStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (GfInterviewsPage, gf_interviews_page, GF_TYPE_STEP_PAGE)

static void
gf_interviews_page_update (GfStepPage *page)
{
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (gf_step_page_get_project (page)));
  guint n = g_list_model_get_n_items (interviews);
  guint happy = gf_interviews_count (interviews, GF_INTERVIEW_HAPPY);
  guint churned = gf_interviews_count (interviews, GF_INTERVIEW_CHURNED);
  g_autofree char *status = NULL;

  if (n == 0)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_EMPTY, _("None yet"));
      return;
    }

  if (happy + churned == 0)
    /* Translators: at most 24 signs */
    status = g_strdup_printf (ngettext ("%u interview", "%u interviews", n), n);
  else
    /* Translators: how many happy and how many churned customers were asked; at most 24 signs */
    status = g_strdup_printf (_("%u happy, %u churned"), happy, churned);

  gf_step_page_set_status (page,
                           happy >= GF_HAPPY_TARGET && churned >= GF_CHURNED_TARGET ? GF_STEP_STATE_DONE
                                                                                    : GF_STEP_STATE_STARTED,
                           status);
}

static void
gf_interviews_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_INTERVIEWS_PAGE);

  G_OBJECT_CLASS (gf_interviews_page_parent_class)->dispose (object);
}

static void
gf_interviews_page_class_init (GfInterviewsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_interviews_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_interviews_page_update;

  g_type_ensure (GF_TYPE_INTERVIEWS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-interviews-page.ui");
}

static void
gf_interviews_page_init (GfInterviewsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
