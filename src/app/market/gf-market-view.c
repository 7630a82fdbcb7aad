/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-market-view.h"

#include "gf-competitor-dialog.h"
#include "gf-competitor-row.h"
#include "gf-competitor-view.h"
#include "gf-feedback.h"
#include "gf-intro-card.h"
#include "gf-market-page.h"
#include "gf-market-size-dialog.h"
#include "gf-market-size.h"
#include "gf-project.h"
#include "gf-size-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfMarketView
{
  GfStepView parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *size_group;
  GtkListBox *sizes;
  GtkWidget *count_row;
  GtkListBox *competitors;
  GtkWidget *no_competitors;

  /* Children */
  GfSizeRow *lines[GF_MARKET_N_LINES];

  /* Owned references */
  GtkSizeGroup *columns[GF_COMPETITOR_N_COLUMNS];
  GfProject *project;

  gboolean compact;     /* no room for a table */
};

G_DEFINE_FINAL_TYPE (GfMarketView, gf_market_view, GF_TYPE_STEP_VIEW)

static guint
count_without_source (GListModel *competitors)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (competitors); i++)
    {
      g_autoptr (GfCompetitor) competitor = g_list_model_get_item (competitors, i);

      n += gf_competitor_count_sources (competitor) == 0;
    }

  return n;
}

/* The next most useful thing. */
static char *
dup_hint (guint    n,
          guint    n_without,
          gboolean known)
{
  guint missing = n < GF_COMPETITOR_TARGET ? GF_COMPETITOR_TARGET - n : 0;

  if (n == 0)
    return g_strdup (_("What would your customers use without you?"));
  if (!known)
    return g_strdup (_("Count the firms you could serve"));
  if (missing > 0)
    return g_strdup_printf (ngettext ("%u more competitor makes a map", "%u more competitors make a map", missing),
                            missing);
  if (n_without > 0)
    return g_strdup_printf (ngettext ("%u competitor has no source yet", "%u competitors have no source yet",
                                      n_without), n_without);

  return NULL;
}

static void
update_size (GfMarketView *self)
{
  GfMarket *market = gf_project_get_market (self->project);
  GfTable *table = gf_project_get_table (self->project);
  const char *description = gf_market_get_description (market);
  gboolean any = FALSE;
  GfMarketSize size;
  g_autofree char *words = NULL;

  gf_market_get_size (market, table, &size);
  for (guint i = 0; i < GF_MARKET_OURS; i++)
    any = any || !isnan (size.firms[i]);

  for (guint i = 0; i < GF_MARKET_N_LINES; i++)
    {
      gboolean shown = i == GF_MARKET_OURS ? !isnan (size.firms[i]) : any;

      gf_size_row_show (self->lines[i], market, table, &size);
      gtk_widget_set_visible (GTK_WIDGET (self->lines[i]), shown);
    }
  gtk_widget_set_visible (self->count_row, !any);

  if (any && *description != '\0')
    words = g_strdup_printf (g_str_has_suffix (description, ".") ? _("%s Each bar is a share of the line above it.")
                                                                : _("%s. Each bar is a share of the line above it."), description);
  else if (any)
    words = g_strdup (_("Each bar is a share of the line above it."));
  adw_preferences_group_set_description (self->size_group, words);
}

static void
gf_market_view_update (GfStepView *view)
{
  GfMarketView *self = GF_MARKET_VIEW (view);
  GListModel *competitors = G_LIST_MODEL (gf_project_get_competitors (self->project));
  guint n = g_list_model_get_n_items (competitors);
  guint n_without = count_without_source (competitors);
  gboolean known = gf_market_is_known (gf_project_get_market (self->project));
  g_autofree char *hint = dup_hint (n, n_without, known);

  update_size (self);
  gtk_widget_set_visible (GTK_WIDGET (self->competitors), n > 0);
  gtk_widget_set_visible (self->no_competitors, n == 0);
  gf_step_view_set_hint (view, hint);
  gf_step_view_set_complete (view, n - n_without >= GF_COMPETITOR_TARGET);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  GfMarketView *self = user_data;
  GtkWidget *row = gf_competitor_row_new (item, self->columns);

  gf_competitor_row_set_narrow (GF_COMPETITOR_ROW (row), self->compact);

  return row;
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  GfMarketView *self = user_data;

  if (before != NULL || self->compact)
    gtk_list_box_row_set_header (row, NULL);
  else if (gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, gf_competitor_heads_new (self->columns));
}

static void
set_compact (GfMarketView *self,
             gboolean      compact)
{
  GtkListBoxRow *row;

  self->compact = compact;
  for (guint i = 0; i < GF_MARKET_N_LINES; i++)
    gf_size_row_set_narrow (self->lines[i], compact);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->competitors, i)) != NULL; i++)
    gf_competitor_row_set_narrow (GF_COMPETITOR_ROW (row), compact);
  gtk_list_box_invalidate_headers (self->competitors);
}

static void
compact_cb (GfMarketView *self)
{
  set_compact (self, TRUE);
}

static void
roomy_cb (GfMarketView *self)
{
  set_compact (self, FALSE);
}

static void
gf_market_view_project_changed (GfStepView *view)
{
  GfMarketView *self = GF_MARKET_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);

  g_set_object (&self->project, project);
  if (project != NULL)
    gtk_list_box_bind_model (self->competitors, G_LIST_MODEL (gf_project_get_competitors (project)),
                             create_row_cb, self, NULL);
  else
    gtk_list_box_bind_model (self->competitors, NULL, NULL, NULL, NULL);
}

static void
row_activated_cb (GfMarketView  *self,
                  GtkListBoxRow *row)
{
  gf_step_view_push (GTK_WIDGET (self),
                     gf_competitor_view_new (gf_competitor_row_get_competitor (GF_COMPETITOR_ROW (row))));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GfMarketView *self = GF_MARKET_VIEW (widget);

  if (self->project != NULL)
    adw_dialog_present (gf_competitor_dialog_new (self->project), widget);
}

static void
edit_size_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GfMarketView *self = GF_MARKET_VIEW (widget);

  if (self->project != NULL)
    adw_dialog_present (gf_market_size_dialog_new (self->project), widget);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfMarketView *self = GF_MARKET_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GF_TYPE_COMPETITOR_ROW) : NULL;

  if (row == NULL)
    return;

  if (!gtk_widget_child_focus (GTK_WIDGET (self->competitors), GTK_DIR_DOWN))
    gtk_widget_child_focus (GTK_WIDGET (self->competitors), GTK_DIR_UP);
  gf_record_list_remove (gf_project_get_competitors (self->project),
                         gf_competitor_row_get_competitor (GF_COMPETITOR_ROW (row)));
  gf_toast_undo (widget, _("Competitor removed"));
}

/* On a phone the header has room for the sign only. */
static char *
add_label_cb (GfMarketView *self,
              gboolean      narrow)
{
  return g_strdup (narrow ? "" : _("Add Competitor"));
}

static void
gf_market_view_dispose (GObject *object)
{
  GfMarketView *self = GF_MARKET_VIEW (object);

  if (self->competitors != NULL)
    gtk_list_box_bind_model (self->competitors, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_MARKET_VIEW);
  for (guint i = 0; i < GF_COMPETITOR_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (gf_market_view_parent_class)->dispose (object);
}

static void
gf_market_view_class_init (GfMarketViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GfStepViewClass *view_class = GF_STEP_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_market_view_dispose;
  view_class->project_changed = gf_market_view_project_changed;
  view_class->update = gf_market_view_update;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "view.edit-size", NULL, edit_size_action);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "view.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "view.remove", NULL);

  g_type_ensure (GF_TYPE_INTRO_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-market-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfMarketView, size_group);
  gtk_widget_class_bind_template_child (widget_class, GfMarketView, sizes);
  gtk_widget_class_bind_template_child (widget_class, GfMarketView, count_row);
  gtk_widget_class_bind_template_child (widget_class, GfMarketView, competitors);
  gtk_widget_class_bind_template_child (widget_class, GfMarketView, no_competitors);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, compact_cb);
  gtk_widget_class_bind_template_callback (widget_class, roomy_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_label_cb);
}

static void
gf_market_view_init (GfMarketView *self)
{
  for (guint i = 0; i < GF_COMPETITOR_N_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->competitors, update_header_cb, self, NULL);
  for (int i = 0; i < GF_MARKET_N_LINES; i++)
    {
      self->lines[i] = GF_SIZE_ROW (gf_size_row_new ((GfMarketLine) i));
      gtk_list_box_append (self->sizes, GTK_WIDGET (self->lines[i]));
    }
}
