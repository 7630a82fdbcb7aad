/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-competitor-view.h"

#include "gf-bind.h"
#include "gf-competitor-dialog.h"
#include "gf-competitor-row.h"
#include "gf-date-row.h"
#include "gf-feedback.h"
#include "gf-project.h"
#include "gf-ratings-group.h"
#include "gf-sources-group.h"
#include "gf-step-page.h"

#include <glib/gi18n-lib.h>

struct _GfCompetitorView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkEditable *name;
  GtkEditable *serves;
  AdwComboRow *price;
  GtkEditable *strengths;
  GtkEditable *weaknesses;
  GfSourcesGroup *sources;
  GfDateRow *seen;
  GfRatingsGroup *ratings;

  /* Owned references */
  GfCompetitor *competitor;
};

G_DEFINE_FINAL_TYPE (GfCompetitorView, gf_competitor_view, GF_TYPE_STEP_VIEW)

static void
price_selected_cb (GfCompetitorView *self)
{
  if (self->competitor != NULL)
    gf_competitor_set_price_level (self->competitor, adw_combo_row_get_selected (self->price));
}

static void
date_chosen_cb (GfCompetitorView *self)
{
  if (self->competitor != NULL)
    gf_competitor_set_seen (self->competitor, gf_date_row_get_date (self->seen));
}

static void
price_changed_cb (GfCompetitorView *self)
{
  adw_combo_row_set_selected (self->price, (guint) gf_competitor_get_price_level (self->competitor));
}

static void
seen_changed_cb (GfCompetitorView *self)
{
  gf_date_row_set_date (self->seen, gf_competitor_get_seen (self->competitor));
}

static GfCompetitor *
find_next (GfCompetitorView *self)
{
  GListStore *competitors = gf_project_get_competitors (gf_step_view_get_project (GF_STEP_VIEW (self)));
  guint place;
  g_autoptr (GfCompetitor) next = NULL;

  if (!g_list_store_find (competitors, self->competitor, &place))
    return NULL;

  next = g_list_model_get_item (G_LIST_MODEL (competitors), place + 1);

  return next;   /* the project keeps it alive */
}

static void
gf_competitor_view_update (GfStepView *view)
{
  GfCompetitorView *self = GF_COMPETITOR_VIEW (view);
  const char *name = gf_competitor_get_name (self->competitor);
  GfCompetitor *next;

  if (gf_record_get_parent (GF_RECORD (self->competitor)) == NULL)
    {
      GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GF_TYPE_STEP_PAGE);

      if (page != NULL && gf_step_page_get_visible_view (GF_STEP_PAGE (page)) == view)
        gf_step_page_pop (GF_STEP_PAGE (page));
      return;
    }

  gtk_label_set_label (self->heading, *name != '\0' ? name : _("Nameless"));
  next = find_next (self);
  gf_step_view_set_next_label (view, next != NULL ? gf_competitor_get_name (next) : NULL);

  if (gf_competitor_count_sources (self->competitor) == 0)
    gf_step_view_set_hint (view, _("No source yet: where is this known from?"));
  else if (g_list_model_get_n_items (G_LIST_MODEL (gf_competitor_get_ratings (self->competitor))) == 0)
    gf_step_view_set_hint (view, _("Ratings put it on the map"));
  else
    gf_step_view_set_hint (view, NULL);
}

static void
gf_competitor_view_next (GfStepView *view)
{
  GfCompetitor *next = find_next (GF_COMPETITOR_VIEW (view));
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (view), GF_TYPE_STEP_PAGE);

  if (next == NULL || page == NULL)
    return;

  g_object_ref (next);
  gf_step_page_pop (GF_STEP_PAGE (page));
  gf_step_page_push (GF_STEP_PAGE (page), gf_competitor_view_new (next));
  g_object_unref (next);
}

static void
gf_competitor_view_project_changed (GfStepView *view)
{
  GfCompetitorView *self = GF_COMPETITOR_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);

  if (project != NULL)
    gf_ratings_group_show (self->ratings, project, gf_competitor_get_ratings (self->competitor));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfCompetitorView *self = GF_COMPETITOR_VIEW (widget);

  gf_toast_undo (widget, _("Competitor removed"));
  gf_record_list_remove (gf_project_get_competitors (gf_step_view_get_project (GF_STEP_VIEW (self))),
                         self->competitor);
}

static void
gf_competitor_view_dispose (GObject *object)
{
  GfCompetitorView *self = GF_COMPETITOR_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_COMPETITOR_VIEW);
  g_clear_object (&self->competitor);

  G_OBJECT_CLASS (gf_competitor_view_parent_class)->dispose (object);
}

static void
gf_competitor_view_class_init (GfCompetitorViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GfStepViewClass *view_class = GF_STEP_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_competitor_view_dispose;
  view_class->project_changed = gf_competitor_view_project_changed;
  view_class->update = gf_competitor_view_update;
  view_class->next = gf_competitor_view_next;

  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);

  g_type_ensure (GF_TYPE_DATE_ROW);
  g_type_ensure (GF_TYPE_RATINGS_GROUP);
  g_type_ensure (GF_TYPE_SOURCES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-competitor-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, heading);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, name);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, serves);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, price);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, strengths);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, weaknesses);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, sources);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, seen);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorView, ratings);
  gtk_widget_class_bind_template_callback (widget_class, price_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
}

static void
gf_competitor_view_init (GfCompetitorView *self)
{
  g_autoptr (GtkStringList) levels = gf_price_levels_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->price, G_LIST_MODEL (levels));
}

/**
 * gf_competitor_view_new:
 * @competitor: a competitor of the project
 *
 * Returns: (transfer floating): a view to push
 */
GfStepView *
gf_competitor_view_new (GfCompetitor *competitor)
{
  g_return_val_if_fail (GF_IS_COMPETITOR (competitor), NULL);

  GfCompetitorView *self = g_object_new (GF_TYPE_COMPETITOR_VIEW, NULL);
  GfRecord *record = GF_RECORD (competitor);

  gf_bind_editable (self->name, record, "name");
  gf_bind_editable (self->serves, record, "serves");
  gf_bind_editable (self->strengths, record, "strengths");
  gf_bind_editable (self->weaknesses, record, "weaknesses");
  gf_sources_group_show (self->sources, competitor);

  adw_combo_row_set_selected (self->price, (guint) gf_competitor_get_price_level (competitor));
  gf_date_row_set_date (self->seen, gf_competitor_get_seen (competitor));
  self->competitor = g_object_ref (competitor);
  g_signal_connect_object (competitor, "notify::price-level", G_CALLBACK (price_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (competitor, "notify::seen", G_CALLBACK (seen_changed_cb), self, G_CONNECT_SWAPPED);

  return GF_STEP_VIEW (self);
}
