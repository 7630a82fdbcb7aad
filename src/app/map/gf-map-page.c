/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-page.h"

#include "gf-position-view.h"
#include "gf-project.h"

#include <glib/gi18n-lib.h>

struct _GfMapPage
{
  GfStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (GfMapPage, gf_map_page, GF_TYPE_STEP_PAGE)

static void
gf_map_page_update (GfStepPage *page)
{
  GListModel *maps = G_LIST_MODEL (gf_project_get_maps (gf_step_page_get_project (page)));
  g_autoptr (GfPositionMap) map = g_list_model_get_item (maps, 0);
  guint n_points = map != NULL
    ? g_list_model_get_n_items (G_LIST_MODEL (gf_position_map_get_points (map))) : 0;
  guint n_spaces = map != NULL
    ? g_list_model_get_n_items (G_LIST_MODEL (gf_position_map_get_spaces (map))) : 0;
  g_autofree char *status = NULL;

  if (n_points == 0)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_EMPTY, _("No points yet"));
      return;
    }

  /* Translators: each at most 24 signs */
  status = n_spaces > 0 ? g_strdup_printf (ngettext ("%u open space", "%u open spaces", n_spaces),
                                           n_spaces)
                        : g_strdup_printf (ngettext ("%u point", "%u points", n_points), n_points);
  gf_step_page_set_status (page, n_points >= 3 && n_spaces > 0
                           ? GF_STEP_STATE_DONE : GF_STEP_STATE_STARTED, status);
}

static void
gf_map_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_MAP_PAGE);

  G_OBJECT_CLASS (gf_map_page_parent_class)->dispose (object);
}

static void
gf_map_page_class_init (GfMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_map_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_map_page_update;

  g_type_ensure (GF_TYPE_POSITION_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-map-page.ui");
}

static void
gf_map_page_init (GfMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
