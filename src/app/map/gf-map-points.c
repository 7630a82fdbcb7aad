/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-points.h"

#include "gf-map-mark.h"
#include "gf-map-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _GfMapPoints
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *axes;
  GtkListBox *list;

  /* Owned references */
  GfPositionMap *map;
  GtkSingleSelection *selection;

  /* Borrowed references */
  GfMapView *view;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfMapPoints, gf_map_points, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GfMapPoint *
get_point (gpointer row)
{
  return g_object_get_data (row, "gf-point");
}

static void
update_row (GfMapPoints *self,
            GtkWidget   *row)
{
  GfMapPoint *point = get_point (row);
  GtkLabel *values = g_object_get_data (G_OBJECT (row), "gf-values");
  GfMapMark *mark = g_object_get_data (G_OBJECT (row), "gf-mark");
  guint number = self->view != NULL ? gf_map_view_get_number (self->view, point) : 0;
  g_autofree char *text = gf_map_point_dup_values (point);
  g_autofree char *phrase = gf_map_point_dup_phrase (point, self->map);
  g_autofree char *title = NULL;

  if (*gf_map_point_get_name (point) == '\0')
    title = g_strdup (_("No name yet"));
  else if (number > 0)
    /* Translators: the number that a point has on the map for want of room, and its name */
    title = g_strdup_printf (_("%u  %s"), number, gf_map_point_get_name (point));
  else
    title = g_strdup (gf_map_point_get_name (point));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_label (values, text);
  gf_map_mark_set_kind (mark, gf_map_point_get_kind (point));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, phrase, -1);
}

static void
update_rows (GfMapPoints *self)
{
  GtkWidget *row;

  if (self->map == NULL)
    return;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (get_point (row) != NULL)
      update_row (self, row);
}

static void
update_axes (GfMapPoints *self)
{
  g_autofree char *title = NULL;

  if (self->map == NULL)
    return;

  title = gf_position_map_dup_title (self->map);
  gtk_label_set_label (self->axes, title);
  update_rows (self);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  GfMapPoints *self = data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = g_object_new (GF_TYPE_MAP_MARK, NULL);
  GtkWidget *values = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  gtk_widget_add_css_class (values, "numeric");
  gtk_widget_add_css_class (values, "caption");
  gtk_widget_add_css_class (values, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), values);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "map-point");

  /* Its own words say more than its title. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

  g_object_set_data_full (G_OBJECT (row), "gf-point", g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (row), "gf-values", values);
  g_object_set_data (G_OBJECT (row), "gf-mark", mark);
  update_row (self, row);

  return row;
}

static void
select_chosen (GfMapPoints *self)
{
  guint selected = self->selection != NULL ? gtk_single_selection_get_selected (self->selection)
                                           : GTK_INVALID_LIST_POSITION;
  GtkListBoxRow *row = selected != GTK_INVALID_LIST_POSITION
                         ? gtk_list_box_get_row_at_index (self->list, (int) selected) : NULL;

  self->updating = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  else
    gtk_list_box_unselect_all (self->list);
  self->updating = FALSE;
}

static void
row_selected_cb (GtkListBox    *list,
                 GtkListBoxRow *row,
                 GfMapPoints   *self)
{
  if (self->updating || row == NULL || self->selection == NULL)
    return;

  gtk_single_selection_set_selected (self->selection, (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  GfMapPoints   *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
add_activated_cb (GfMapPoints *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GfMapPoints *self = GF_MAP_POINTS (widget);
  int across, up;

  if (self->view == NULL)
    return FALSE;

  g_variant_get (args, "(ii)", &across, &up);
  if (!gf_map_view_move_chosen (self->view, across, up))
    gtk_widget_error_bell (widget);

  return TRUE;
}

static void
unbind (GfMapPoints *self)
{
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  if (self->map != NULL)
    g_signal_handlers_disconnect_by_func (self->map, update_axes, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, select_chosen, self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, update_rows, self);
  g_clear_object (&self->map);
  g_clear_object (&self->selection);
  g_clear_weak_pointer (&self->view);
}

static void
gf_map_points_dispose (GObject *object)
{
  GfMapPoints *self = GF_MAP_POINTS (object);

  if (self->list != NULL)
    unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_MAP_POINTS);

  G_OBJECT_CLASS (gf_map_points_parent_class)->dispose (object);
}

static void
gf_map_points_class_init (GfMapPointsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_map_points_dispose;

  /**
   * GfMapPoints::activated:
   *
   * The details of the chosen point are wanted.
   */
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * GfMapPoints::add:
   *
   * Another point is wanted.
   */
  signals[ADD] =
    g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_cb, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_cb, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "(ii)", 0, -1);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-map-points.ui");
  gtk_widget_class_bind_template_child (widget_class, GfMapPoints, box);
  gtk_widget_class_bind_template_child (widget_class, GfMapPoints, axes);
  gtk_widget_class_bind_template_child (widget_class, GfMapPoints, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
}

static void
gf_map_points_init (GfMapPoints *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_map_points_bind:
 * @view: the drawing of the map
 * @map: (nullable): the map
 * @selection: its points, one of them chosen
 *
 * Shows the points of a map.
 */
void
gf_map_points_bind (GfMapPoints        *self,
                    GfMapView          *view,
                    GfPositionMap      *map,
                    GtkSingleSelection *selection)
{
  g_return_if_fail (GF_IS_MAP_POINTS (self));

  unbind (self);
  if (map == NULL)
    return;

  g_set_object (&self->map, map);
  g_set_object (&self->selection, selection);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (map, "changed", G_CALLBACK (update_axes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "numbers-changed", G_CALLBACK (update_rows), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (selection), create_row_cb, self, NULL);
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (select_chosen), self,
                           G_CONNECT_SWAPPED);
  update_axes (self);
  select_chosen (self);
}
