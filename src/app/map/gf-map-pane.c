/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-pane.h"

#include "gf-map-filling.h"
#include "gf-map-points.h"
#include "gf-map-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfMapPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkWidget *chosen_group;
  AdwSpinRow *x_row;
  AdwSpinRow *y_row;
  AdwSpinRow *size_row;
  AdwExpanderRow *more_row;
  GtkEditable *name_row;
  AdwComboRow *kind_row;
  GtkEditable *source_row;
  GtkWidget *rating_row;
  GfMapPoints *points;
  GtkListBox *spaces;
  AdwActionRow *axes_row;
  GtkWidget *customers_row;
  AdwSwitchRow *page_row;

  /* Owned references */
  GfProject *project;
  GfPositionMap *map;
  GtkSingleSelection *selection;
  GBinding *customers_binding;

  /* Borrowed references */
  GtkWidget *owner;
  GfMapView *view;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfMapPane, gf_map_pane, GTK_TYPE_WIDGET)

static GfMapPoint *
get_chosen (GfMapPane *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
set_text (GtkEditable *row,
          const char  *text)
{
  if (!g_str_equal (gtk_editable_get_text (row), text))
    gtk_editable_set_text (row, text);
}

/* Whether the ratings in the project put the point elsewhere. */
static gboolean
has_other_rating (GfMapPane  *self,
                  GfMapPoint *point)
{
  g_autofree char *source = NULL;
  double x, y;

  if (!gf_map_find_rated_place (self->project, self->map, point, &x, &y, &source))
    return FALSE;

  return (!isnan (x) && fabs (x - gf_map_point_get_x (point)) > 0.05)
         || (!isnan (y) && fabs (y - gf_map_point_get_y (point)) > 0.05);
}

static gboolean
has_customers (GfMapPane *self)
{
  GListModel *points = G_LIST_MODEL (gf_position_map_get_points (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);

      if (gf_map_point_get_kind (point) == GF_MAP_POINT_CUSTOMER)
        return TRUE;
    }

  return FALSE;
}

static void
update_chosen (GfMapPane *self)
{
  GfMapPoint *point = get_chosen (self);
  const char *source;
  double size;

  gtk_widget_set_visible (self->chosen_group, point != NULL);
  if (point == NULL)
    return;

  size = gf_map_point_get_size (point);
  source = gf_map_point_get_source (point);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->x_row),
                                 gf_position_map_get_x_name (self->map));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->y_row),
                                 gf_position_map_get_y_name (self->map));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->x_row), source);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->y_row), source);
  adw_spin_row_set_value (self->x_row, gf_map_point_get_x (point));
  adw_spin_row_set_value (self->y_row, gf_map_point_get_y (point));
  adw_spin_row_set_value (self->size_row, isnan (size) ? 0 : size);
  gtk_widget_set_visible (GTK_WIDGET (self->size_row),
                          gf_map_point_get_kind (point) == GF_MAP_POINT_SEGMENT);
  set_text (self->name_row, gf_map_point_get_name (point));
  set_text (self->source_row, source);
  adw_combo_row_set_selected (self->kind_row, (guint) gf_map_point_get_kind (point));
  gtk_widget_set_visible (self->rating_row, has_other_rating (self, point));
}

static void
update_space_rows (GfMapPane *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->spaces));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GfMapSpace *space = g_object_get_data (G_OBJECT (row), "gf-space");
      g_autofree char *phrase = NULL;

      if (space == NULL)
        continue;
      phrase = gf_map_space_dup_phrase (space, self->map);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gf_map_space_get_name (space));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), phrase);
    }
}

static void
update (GfMapPane *self)
{
  g_autofree char *axes = NULL;

  if (self->map == NULL)
    return;

  self->updating = TRUE;
  update_chosen (self);
  update_space_rows (self);
  axes = gf_position_map_dup_title (self->map);
  adw_action_row_set_subtitle (self->axes_row, axes);
  gtk_widget_set_visible (self->customers_row, has_customers (self));
  adw_switch_row_set_active (self->page_row, gf_position_map_get_on_page (self->map));
  self->updating = FALSE;
}

static void
chosen_cb (GfMapPane *self)
{
  adw_expander_row_set_expanded (self->more_row, FALSE);
  update (self);
}

static void
place_changed_cb (GfMapPane *self)
{
  GfMapPoint *point = get_chosen (self);
  double x = gf_map_round (adw_spin_row_get_value (self->x_row));
  double y = gf_map_round (adw_spin_row_get_value (self->y_row));

  if (self->updating || point == NULL)
    return;

  if (fabs (x - gf_map_point_get_x (point)) > 1e-9)
    gf_map_point_set_x (point, x);
  if (fabs (y - gf_map_point_get_y (point)) > 1e-9)
    gf_map_point_set_y (point, y);
}

static void
size_changed_cb (GfMapPane *self)
{
  GfMapPoint *point = get_chosen (self);
  double size = adw_spin_row_get_value (self->size_row);

  if (!self->updating && point != NULL)
    gf_map_point_set_size (point, size > 0 ? round (size) : NAN);
}

static void
name_changed_cb (GfMapPane *self)
{
  GfMapPoint *point = get_chosen (self);

  if (!self->updating && point != NULL)
    gf_map_point_set_name (point, gtk_editable_get_text (self->name_row));
}

static void
source_changed_cb (GfMapPane *self)
{
  GfMapPoint *point = get_chosen (self);

  if (!self->updating && point != NULL)
    gf_map_point_set_source (point, gtk_editable_get_text (self->source_row));
}

static void
kind_changed_cb (GfMapPane *self)
{
  GfMapPoint *point = get_chosen (self);

  if (!self->updating && point != NULL)
    gf_map_point_set_kind (point, (GfMapPointKind) adw_combo_row_get_selected (self->kind_row));
}

static void
page_changed_cb (GfMapPane *self)
{
  if (!self->updating && self->map != NULL)
    gf_position_map_set_on_page (self->map, adw_switch_row_get_active (self->page_row));
}

static void
rating_activated_cb (GfMapPane *self)
{
  GfMapPoint *point = get_chosen (self);
  g_autofree char *source = NULL;
  double x, y;

  if (point == NULL || !gf_map_find_rated_place (self->project, self->map, point, &x, &y, &source))
    return;

  if (!isnan (x))
    gf_map_point_set_x (point, x);
  if (!isnan (y))
    gf_map_point_set_y (point, y);
  gf_map_point_set_source (point, source);
}

static void
remove_activated_cb (GfMapPane *self)
{
  gtk_widget_activate_action (self->owner, "view.remove", NULL);
}

static void
add_cb (GfMapPane *self)
{
  gtk_widget_activate_action (self->owner, "view.add", NULL);
}

static void
axes_activated_cb (GfMapPane *self)
{
  gtk_widget_activate_action (self->owner, "view.axes", NULL);
}

static void
add_space_activated_cb (GfMapPane *self)
{
  gtk_widget_activate_action (self->owner, "view.space", "s", "");
}

static void
space_activated_cb (GtkListBox    *list,
                    GtkListBoxRow *row,
                    GfMapPane     *self)
{
  GfMapSpace *space = g_object_get_data (G_OBJECT (row), "gf-space");

  gtk_widget_activate_action (self->owner, "view.space", "s", gf_record_get_id (GF_RECORD (space)));
}

static GtkWidget *
create_space_row_cb (gpointer item,
                     gpointer data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data_full (G_OBJECT (row), "gf-space", g_object_ref (item), g_object_unref);

  return row;
}

static void
unbind (GfMapPane *self)
{
  gtk_list_box_bind_model (self->spaces, NULL, NULL, NULL, NULL);
  gf_map_points_bind (self->points, NULL, NULL, NULL);
  if (self->map != NULL)
    g_signal_handlers_disconnect_by_func (self->map, update, self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, update, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, chosen_cb, self);
  g_clear_pointer (&self->customers_binding, g_binding_unbind);
  g_clear_object (&self->project);
  g_clear_object (&self->map);
  g_clear_object (&self->selection);
  g_clear_weak_pointer (&self->view);
  g_clear_weak_pointer (&self->owner);
}

static void
gf_map_pane_dispose (GObject *object)
{
  GfMapPane *self = GF_MAP_PANE (object);

  if (self->spaces != NULL)
    unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_MAP_PANE);

  G_OBJECT_CLASS (gf_map_pane_parent_class)->dispose (object);
}

static void
gf_map_pane_class_init (GfMapPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_map_pane_dispose;

  g_type_ensure (GF_TYPE_MAP_POINTS);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, chosen_group);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, x_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, y_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, size_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, more_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, name_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, source_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, rating_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, points);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, spaces);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, axes_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, customers_row);
  gtk_widget_class_bind_template_child (widget_class, GfMapPane, page_row);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rating_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, axes_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_space_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, space_activated_cb);
}

static void
gf_map_pane_init (GfMapPane *self)
{
  g_autoptr (GtkStringList) kinds = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  kinds = gtk_string_list_new (NULL);
  for (guint i = GF_MAP_POINT_US; i <= GF_MAP_POINT_CUSTOMER; i++)
    gtk_string_list_append (kinds, gf_map_point_kind_get_label ((GfMapPointKind) i));
  self->updating = TRUE;
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  self->updating = FALSE;
}

/**
 * gf_map_pane_bind:
 * @owner: the view that has the actions
 * @view: the drawing of the map
 * @project: the project
 * @map: (nullable): the map
 * @selection: the points of the map, one of them chosen
 *
 * Shows a map.
 */
void
gf_map_pane_bind (GfMapPane          *self,
                  GtkWidget          *owner,
                  GfMapView          *view,
                  GfProject          *project,
                  GfPositionMap      *map,
                  GtkSingleSelection *selection)
{
  g_return_if_fail (GF_IS_MAP_PANE (self));

  unbind (self);
  if (map == NULL)
    return;

  g_set_object (&self->project, project);
  g_set_object (&self->map, map);
  g_set_object (&self->selection, selection);
  g_set_weak_pointer (&self->view, view);
  g_set_weak_pointer (&self->owner, owner);
  g_signal_connect_object (map, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gf_map_points_bind (self->points, view, map, selection);
  gtk_list_box_bind_model (self->spaces, G_LIST_MODEL (gf_position_map_get_spaces (map)),
                           create_space_row_cb,
                           self, NULL);
  self->customers_binding = g_object_bind_property (view, "show-customers", self->customers_row,
                                                    "active",
                                                    G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  chosen_cb (self);
}

/**
 * gf_map_pane_edit:
 *
 * Opens the name of the chosen point for typing.
 */
void
gf_map_pane_edit (GfMapPane *self)
{
  g_return_if_fail (GF_IS_MAP_PANE (self));

  adw_expander_row_set_expanded (self->more_row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
