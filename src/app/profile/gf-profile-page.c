/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-profile-page.h"

#include "gf-grade.h"
#include "gf-profile-view.h"
#include "gf-project.h"

#include <glib/gi18n.h>

struct _GfProfilePage
{
  GfStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (GfProfilePage, gf_profile_page, GF_TYPE_STEP_PAGE)

static void
gf_profile_page_update (GfStepPage *page)
{
  GfProject *project = gf_step_page_get_project (page);
  g_autoptr (GfProfile) profile =
    g_list_model_get_item (G_LIST_MODEL (gf_project_get_profiles (project)), 0);
  GfProfileLint lint;

  if (profile == NULL)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_EMPTY, _("Not drafted"));
      return;
    }

  gf_profile_lint (profile, &lint);
  if (lint.n_statements == 0)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_STARTED, _("No line yet"));
    }
  else if (lint.n_assumptions > 0)
    {
      /* Translators: at most 24 signs */
      g_autofree char *status =
        g_strdup_printf (ngettext ("%u line is assumed", "%u lines are assumed", lint.n_assumptions),
                         lint.n_assumptions);

      gf_step_page_set_status (page, GF_STEP_STATE_ATTENTION, status);
    }
  else if (lint.lacks_misfit || lint.lacks_pain)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_STARTED,
                               lint.lacks_pain ? _("No pain yet") : _("No one excluded yet"));
    }
  else
    {
      /* Translators: at most 24 signs */
      g_autofree char *status =
        g_strdup_printf (ngettext ("%u line with evidence", "%u lines with evidence", lint.n_statements),
                         lint.n_statements);

      gf_step_page_set_status (page, GF_STEP_STATE_DONE, status);
    }
}

static void
gf_profile_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_PROFILE_PAGE);

  G_OBJECT_CLASS (gf_profile_page_parent_class)->dispose (object);
}

static void
gf_profile_page_class_init (GfProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_profile_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_profile_page_update;

  g_type_ensure (GF_TYPE_PROFILE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-profile-page.ui");
}

static void
gf_profile_page_init (GfProfilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
