/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-position-view.h"

#include "gf-feedback.h"
#include "gf-map-axes-dialog.h"
#include "gf-map-filling.h"
#include "gf-map-mark.h"
#include "gf-map-pane.h"
#include "gf-map-points.h"
#include "gf-map-space-dialog.h"
#include "gf-map-words.h"
#include "gf-steps.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ENOUGH_POINTS 3

struct _GfPositionView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *content;
  GtkWidget *main_button;
  GtkWidget *take_row;
  GtkWidget *take_button;
  GtkWidget *market_row;
  GfMapView *map_view;
  GfMapPoints *points;
  GtkWidget *customer_key;
  GtkWidget *segment_key;
  GfMapPane *map_pane;

  /* Owned references */
  GtkWidget *pane;
  GfPositionMap *map;
  GtkSingleSelection *selection;
  GtkSorter *sorter;
};

G_DEFINE_FINAL_TYPE (GfPositionView, gf_position_view, GF_TYPE_STEP_VIEW)

static GfProject *
get_project (GfPositionView *self)
{
  return gf_step_view_get_project (GF_STEP_VIEW (self));
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return (int) gf_map_point_get_kind ((GfMapPoint *) a) - (int) gf_map_point_get_kind ((GfMapPoint *) b);
}

static void
map_changed_cb (GfPositionView *self,
                GfRecord       *origin,
                const char     *field)
{
  if (g_strcmp0 (field, "kind") == 0)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/* The project has one map at most, which is made when it is first needed. */
static void
set_map (GfPositionView *self,
         GfPositionMap  *map)
{
  GtkSortListModel *sorted;
  GListModel *points;

  if (self->map == map)
    return;

  if (self->map != NULL)
    g_signal_handlers_disconnect_by_func (self->map, map_changed_cb, self);
  g_set_object (&self->map, map);
  g_clear_object (&self->selection);

  if (map != NULL)
    {
      points = G_LIST_MODEL (gf_position_map_get_points (map));
      sorted = gtk_sort_list_model_new (g_object_ref (points), g_object_ref (self->sorter));
      self->selection = gtk_single_selection_new (NULL);
      gtk_single_selection_set_autoselect (self->selection, FALSE);
      gtk_single_selection_set_can_unselect (self->selection, TRUE);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
      g_object_unref (sorted);
      g_signal_connect_object (map, "changed", G_CALLBACK (map_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->selection, "notify::selected-item",
                               G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);
    }

  gf_map_view_set_map (self->map_view, map);
  gf_map_view_set_selection (self->map_view, self->selection);
  gf_map_points_bind (self->points, self->map_view, map, self->selection);
  gf_map_pane_bind (self->map_pane, GTK_WIDGET (self), self->map_view, get_project (self), map,
                    self->selection);
}

static void
find_map (GfPositionView *self)
{
  GfProject *project = get_project (self);
  g_autoptr (GfPositionMap) map = NULL;

  if (project != NULL)
    map = g_list_model_get_item (G_LIST_MODEL (gf_project_get_maps (project)), 0);
  set_map (self, map);
}

static void
ensure_map (GfPositionView *self)
{
  if (self->map == NULL)
    set_map (self, gf_map_create (get_project (self)));
}

static guint
count_points (GfPositionView *self,
              int             kind)
{
  GListModel *points = self->map != NULL
    ? G_LIST_MODEL (gf_position_map_get_points (self->map)) : NULL;
  guint n = points != NULL ? g_list_model_get_n_items (points) : 0;
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);

      count += kind < 0 || (int) gf_map_point_get_kind (point) == kind;
    }

  return count;
}

static void
update_empty (GfPositionView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_competitors (get_project (self))));
  g_autofree char *subtitle = NULL;

  subtitle = n == 0 ? g_strdup (_("No competitors there yet"))
                    : g_strdup_printf (ngettext ("You and %u competitor, placed by their ratings",
                                                 "You and %u competitors, placed by their ratings", n), n);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->take_row), subtitle);
  gtk_widget_set_sensitive (self->take_row, n > 0);
  gtk_widget_set_visible (self->market_row, gf_steps_find ("market") >= 0);
  gf_step_view_set_primary (GF_STEP_VIEW (self), n > 0 ? self->take_button : NULL);
}

static void
update_hint (GfPositionView *self,
             guint           n_points)
{
  GListModel *spaces = self->map != NULL
    ? G_LIST_MODEL (gf_position_map_get_spaces (self->map)) : NULL;
  const char *hint = _("Drag a point, or select it and use Alt and the arrow keys");
  g_autofree char *more = NULL;

  if (n_points < ENOUGH_POINTS)
    {
      guint n = ENOUGH_POINTS - n_points;

      more = g_strdup_printf (ngettext ("%u more point shows who stands where",
                                        "%u more points show who stands where", n), n);
      hint = more;
    }
  else if (g_list_model_get_n_items (spaces) == 0)
    {
      hint = _("Mark the open space: where no competitor stands");
    }

  gf_step_view_set_hint (GF_STEP_VIEW (self), hint);
}

static void
update_main_button (GfPositionView *self,
                    guint           n_points)
{
  gboolean on_page = self->map != NULL && gf_position_map_get_on_page (self->map);
  gboolean enough = n_points >= ENOUGH_POINTS;
  gboolean narrow = gf_step_view_get_narrow (GF_STEP_VIEW (self));

  /* A phone has no room for it; list and pane below the map hold the same. */
  gtk_widget_set_visible (self->main_button, n_points > 0 && !(enough && on_page) && !narrow);
  gtk_button_set_label (GTK_BUTTON (self->main_button), enough
                        ? _("Add to Profile") : _("Add Point"));
  gf_step_view_set_complete (GF_STEP_VIEW (self), enough && on_page);
  if (n_points > 0)
    gf_step_view_set_primary (GF_STEP_VIEW (self), narrow ? NULL : self->main_button);
}

static void
update_pane_title (GfPositionView *self)
{
  GfMapPoint *chosen = gf_map_view_get_chosen (self->map_view);
  const char *name = _("New Point");
  g_autofree char *axes = self->map != NULL ? gf_position_map_dup_title (self->map) : NULL;

  if (chosen != NULL && *gf_map_point_get_name (chosen) != '\0')
    name = gf_map_point_get_name (chosen);

  if (chosen != NULL)
    gf_step_view_set_pane_title (GF_STEP_VIEW (self), name,
                                 gf_map_point_kind_get_label (gf_map_point_get_kind (chosen)));
  else
    gf_step_view_set_pane_title (GF_STEP_VIEW (self), _("Positioning Map"), axes);
}

static void
gf_position_view_update (GfStepView *view)
{
  GfPositionView *self = GF_POSITION_VIEW (view);
  guint n_points;

  find_map (self);
  n_points = count_points (self, -1);

  gtk_stack_set_visible_child (GTK_STACK (self->stack), n_points == 0
                               ? self->empty : self->content);
  gf_step_view_set_pane (view, n_points == 0 ? NULL : self->pane);
  gtk_widget_set_visible (self->customer_key, count_points (self, GF_MAP_POINT_CUSTOMER) > 0);
  gtk_widget_set_visible (self->segment_key, count_points (self, GF_MAP_POINT_SEGMENT) > 0);
  update_main_button (self, n_points);
  if (n_points == 0)
    update_empty (self);
  update_hint (self, n_points);
  update_pane_title (self);
}

static void
gf_position_view_project_changed (GfStepView *view)
{
  GfPositionView *self = GF_POSITION_VIEW (view);

  find_map (self);
  gf_step_view_set_pane (view, count_points (self, -1) == 0 ? NULL : self->pane);
}

/* A place that nobody else stands on, near the middle. */
static GfMapPlace
find_free_place (GfPositionView *self)
{
  GListModel *points = G_LIST_MODEL (gf_position_map_get_points (self->map));
  guint n = g_list_model_get_n_items (points);

  for (guint ring = 0; ring < 12; ring++)
    {
      GfMapPlace place = { gf_map_round (GF_MAP_MIDDLE + 0.15 * ring * cos (ring * 2.4)),
                           gf_map_round (GF_MAP_MIDDLE + 0.15 * ring * sin (ring * 2.4)) };
      gboolean is_free = TRUE;

      for (guint i = 0; is_free && i < n; i++)
        {
          g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);

          is_free = hypot (gf_map_point_get_x (point) - place.x,
                           gf_map_point_get_y (point) - place.y) > 0.3;
        }
      if (is_free)
        return place;
    }

  return (GfMapPlace) { GF_MAP_MIDDLE, GF_MAP_MIDDLE };
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  GfPositionView *self = GF_POSITION_VIEW (widget);
  g_autoptr (GfMapPoint) point = gf_map_point_new ();
  GfProject *project = get_project (self);
  gboolean has_us;
  GfMapPlace place;

  ensure_map (self);
  has_us = count_points (self, GF_MAP_POINT_US) > 0;
  place = find_free_place (self);
  gf_map_point_set_kind (point, has_us ? GF_MAP_POINT_COMPETITOR : GF_MAP_POINT_US);
  if (!has_us)
    gf_map_point_set_name (point, *gf_project_get_product (project) != '\0'
                           ? gf_project_get_product (project)
                                                                            : gf_project_get_name (project));
  gf_map_point_set_x (point, place.x);
  gf_map_point_set_y (point, place.y);
  g_list_store_append (gf_position_map_get_points (self->map), point);

  gf_position_view_update (GF_STEP_VIEW (self));
  gf_map_view_choose (self->map_view, point);
  update_pane_title (self);
  gf_step_view_show_pane (GF_STEP_VIEW (self));
  gf_map_pane_edit (self->map_pane);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GfPositionView *self = GF_POSITION_VIEW (widget);
  GfMapPoint *chosen = gf_map_view_get_chosen (self->map_view);

  if (chosen == NULL)
    return;

  if (gf_record_list_remove (gf_position_map_get_points (self->map), chosen))
    gf_toast_undo (widget, _("Point removed"));
}

static void
axes_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GfPositionView *self = GF_POSITION_VIEW (widget);

  ensure_map (self);
  adw_dialog_present (gf_map_axes_dialog_new (self->map), widget);
}

static void
space_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GfPositionView *self = GF_POSITION_VIEW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  GfMapSpace *space = NULL;

  ensure_map (self);
  if (*id != '\0')
    space = gf_record_list_find (G_LIST_MODEL (gf_position_map_get_spaces (self->map)), id);
  adw_dialog_present (gf_map_space_dialog_new (self->map, space), widget);
}

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GfPositionView *self = GF_POSITION_VIEW (widget);
  g_autofree char *text = NULL;
  guint n;

  ensure_map (self);
  n = gf_map_take_from_market (get_project (self), self->map);
  text = g_strdup_printf (ngettext ("%u point added", "%u points added", n), n);
  gf_toast (widget, text);
}

static void
place_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GfPositionView *self = GF_POSITION_VIEW (widget);

  if (self->map == NULL)
    return;

  gf_position_map_set_on_page (self->map, TRUE);
  gf_toast_undo (widget, _("The map is on the page"));
}

static void
activated_cb (GfPositionView *self)
{
  gf_step_view_show_pane (GF_STEP_VIEW (self));
}

static void
add_cb (GfPositionView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "view.add", NULL);
}

/* It stands in the header bar, where the actions of the view are not found by themselves. */
static void
main_clicked_cb (GfPositionView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self),
                              count_points (self, -1) >= ENOUGH_POINTS
                                ? "view.place" : "view.add", NULL);
}

static void
gf_position_view_dispose (GObject *object)
{
  GfPositionView *self = GF_POSITION_VIEW (object);

  if (self->map_view != NULL)
    set_map (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_POSITION_VIEW);
  g_clear_object (&self->sorter);
  g_clear_object (&self->pane);

  G_OBJECT_CLASS (gf_position_view_parent_class)->dispose (object);
}

static void
gf_position_view_class_init (GfPositionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_position_view_dispose;
  GF_STEP_VIEW_CLASS (klass)->update = gf_position_view_update;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_position_view_project_changed;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "view.axes", NULL, axes_action);
  gtk_widget_class_install_action (widget_class, "view.space", "s", space_action);
  gtk_widget_class_install_action (widget_class, "view.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "view.place", NULL, place_action);

  g_type_ensure (GF_TYPE_MAP_MARK);
  g_type_ensure (GF_TYPE_MAP_PANE);
  g_type_ensure (GF_TYPE_MAP_POINT_KIND);
  g_type_ensure (GF_TYPE_MAP_POINTS);
  g_type_ensure (GF_TYPE_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-position-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, stack);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, empty);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, content);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, main_button);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, take_row);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, take_button);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, market_row);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, map_view);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, points);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, customer_key);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, segment_key);
  gtk_widget_class_bind_template_child (widget_class, GfPositionView, map_pane);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, main_clicked_cb);
}

static void
gf_position_view_init (GfPositionView *self)
{
  g_signal_connect (self, "notify::narrow", G_CALLBACK (gf_step_view_queue_update), NULL);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_kinds, NULL, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));

  /* There is no pane as long as there is nothing to show in it. */
  self->pane = g_object_ref (gf_step_view_get_pane (GF_STEP_VIEW (self)));
  gf_step_view_set_pane (GF_STEP_VIEW (self), NULL);
}

/**
 * gf_position_view_get_map_view:
 *
 * Returns: (transfer none): the drawing of the map
 */
GfMapView *
gf_position_view_get_map_view (GfPositionView *self)
{
  g_return_val_if_fail (GF_IS_POSITION_VIEW (self), NULL);

  return self->map_view;
}
