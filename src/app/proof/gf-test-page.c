/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-test-page.h"

#include "gf-kpi-words.h"
#include "gf-project.h"
#include "gf-proof-view.h"

#include <glib/gi18n-lib.h>

struct _GfTestPage
{
  GfStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (GfTestPage, gf_test_page, GF_TYPE_STEP_PAGE)

static void
gf_test_page_update (GfStepPage *page)
{
  GListModel *kpis = G_LIST_MODEL (gf_project_get_kpis (gf_step_page_get_project (page)));
  guint n = g_list_model_get_n_items (kpis);
  GfStepState state = GF_STEP_STATE_STARTED;
  g_autofree char *status = NULL;

  if (n == 0)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_EMPTY, _("No figures yet"));
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfKpi) kpi = g_list_model_get_item (kpis, i);
      GfKpiVerdict verdict = gf_kpi_judge (kpi);

      if (verdict == GF_KPI_VERDICT_WORSE)
        state = GF_STEP_STATE_ATTENTION;
      else if (verdict >= GF_KPI_VERDICT_BETTER && state == GF_STEP_STATE_STARTED)
        state = GF_STEP_STATE_DONE;
    }

  /* Translators: at most 24 signs */
  status = g_strdup_printf (ngettext ("%u figure", "%u figures", n), n);
  gf_step_page_set_status (page, state, status);
}

static void
gf_test_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_TEST_PAGE);

  G_OBJECT_CLASS (gf_test_page_parent_class)->dispose (object);
}

static void
gf_test_page_class_init (GfTestPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_test_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_test_page_update;

  g_type_ensure (GF_TYPE_PROOF_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-test-page.ui");
}

static void
gf_test_page_init (GfTestPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
