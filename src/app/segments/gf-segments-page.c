/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-segments-page.h"

#include "gf-project-report.h"
#include "gf-segments-view.h"
#include "gf-standings.h"

#include <glib/gi18n-lib.h>

struct _GfSegmentsPage
{
  GfStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (GfSegmentsPage, gf_segments_page, GF_TYPE_STEP_PAGE)

static void
gf_segments_page_update (GfStepPage *page)
{
  GfProject *project = gf_step_page_get_project (page);
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (project));
  guint n = g_list_model_get_n_items (segments);
  guint chosen = gf_standings_count (segments);
  g_autofree char *status = NULL;

  if (n == 0)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_EMPTY, _("None yet"));
      return;
    }

  /* Translators: each at most 24 signs */
  if (chosen == 0)
    status = g_strdup_printf (ngettext ("%u segment", "%u segments", n), n);
  else
    status = g_strdup_printf (ngettext ("%u chosen of %u", "%u chosen of %u", chosen), chosen, n);
  gf_step_page_set_status (page, gf_project_find_primary (project) != NULL ? GF_STEP_STATE_DONE : GF_STEP_STATE_STARTED,
                           status);
}

static void
gf_segments_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_SEGMENTS_PAGE);

  G_OBJECT_CLASS (gf_segments_page_parent_class)->dispose (object);
}

static void
gf_segments_page_class_init (GfSegmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_segments_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_segments_page_update;

  g_type_ensure (GF_TYPE_SEGMENTS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-segments-page.ui");
}

static void
gf_segments_page_init (GfSegmentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
