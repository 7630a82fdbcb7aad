/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-findings-view-private.h"

#include <glib/gi18n-lib.h>

/* What is asked only when somebody looks: what luck alone would find, and what matters together. */

static GfProject *
get_project (GfFindingsView *self)
{
  return gf_step_view_get_project (GF_STEP_VIEW (self));
}

static GfAgainst
get_against (GfFindingsView *self)
{
  return self->look == GF_LOOK_BAD ? GF_AGAINST_BAD : GF_AGAINST_BEST;
}

/**
 * _gf_findings_view_update_luck:
 *
 * Says what luck alone would find, once that is known.
 */
void
_gf_findings_view_update_luck (GfFindingsView *self)
{
  GfFindings *findings = _gf_findings_view_get_findings (self);

  if (self->luck_watch == NULL)
    {
      self->luck_watch = g_object_ref (gf_project_get_luck_watch (get_project (self)));
      g_signal_connect_object (self->luck_watch, "changed", G_CALLBACK (gf_step_view_queue_update), self,
                               G_CONNECT_SWAPPED);
    }

  GfLuck *luck = gf_luck_watch_get (self->luck_watch, get_against (self));
  g_autofree char *text = luck != NULL && findings != NULL && self->kind != GF_FINDINGS_TOGETHER
                            ? gf_luck_dup_list_sentence (luck, findings, self->kind == GF_FINDINGS_COMBINATIONS)
                            : NULL;

  gf_finding_pane_set_luck (self->pane, luck);
  gtk_label_set_label (self->luck, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->luck), text != NULL);
}

/**
 * _gf_findings_view_update_together:
 *
 * Shows what matters together in the place of the list, or the list again.
 */
void
_gf_findings_view_update_together (GfFindingsView *self)
{
  gboolean together = self->kind == GF_FINDINGS_TOGETHER;
  GfDrivers *drivers = NULL;
  const char *problem = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list), !together);
  gtk_widget_set_visible (GTK_WIDGET (self->drivers), together);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), !together);
  gtk_widget_set_visible (GTK_WIDGET (self->sort_button), !together);
  if (!together)
    return;

  if (self->drivers_watch == NULL)
    {
      self->drivers_watch = g_object_ref (gf_project_get_drivers_watch (get_project (self)));
      g_signal_connect_object (self->drivers_watch, "changed", G_CALLBACK (gf_step_view_queue_update), self,
                               G_CONNECT_SWAPPED);
    }
  drivers = gf_drivers_watch_get (self->drivers_watch, get_against (self));
  problem = gf_drivers_watch_get_problem (self->drivers_watch, get_against (self));
  if (problem == NULL && gf_analysis_get_out_of_date (self->analysis) && !gf_analysis_get_running (self->analysis))
    problem = _("The search was stopped before it was known what matters together.");
  gf_driver_list_set (self->drivers, drivers, self->table, get_against (self), problem);
}
