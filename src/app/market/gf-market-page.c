/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-market-page.h"

#include "gf-market-size.h"
#include "gf-market-view.h"
#include "gf-notes-view.h"
#include "gf-project.h"

#include <glib/gi18n-lib.h>

struct _GfMarketPage
{
  GfStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (GfMarketPage, gf_market_page, GF_TYPE_STEP_PAGE)

static void
gf_market_page_update (GfStepPage *page)
{
  GfProject *project = gf_step_page_get_project (page);
  GfMarket *market = gf_project_get_market (project);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_competitors (project)));
  guint n_notes = g_list_model_get_n_items (G_LIST_MODEL (gf_market_get_notes (market)));
  gboolean known = gf_market_is_known (market);
  g_autofree char *status = NULL;

  /* Translators: these stand in the list of steps, about 24 signs fit */
  if (n > 0 && known)
    status = g_strdup_printf (ngettext ("%u competitor, size known", "%u competitors, size known", n), n);
  else if (n > 0)
    status = g_strdup_printf (ngettext ("%u competitor", "%u competitors", n), n);
  else if (known)
    status = g_strdup (_("Size known"));
  else if (n_notes > 0)
    status = g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes);

  if (status == NULL)
    gf_step_page_set_status (page, GF_STEP_STATE_EMPTY, _("None yet"));
  else
    gf_step_page_set_status (page,
                             n >= GF_COMPETITOR_TARGET && known ? GF_STEP_STATE_DONE : GF_STEP_STATE_STARTED,
                             status);
}

static void
gf_market_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_MARKET_PAGE);

  G_OBJECT_CLASS (gf_market_page_parent_class)->dispose (object);
}

static void
gf_market_page_class_init (GfMarketPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_market_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_market_page_update;

  g_type_ensure (GF_TYPE_MARKET_VIEW);
  g_type_ensure (GF_TYPE_NOTES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-market-page.ui");
}

static void
gf_market_page_init (GfMarketPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
