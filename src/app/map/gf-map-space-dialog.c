/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-space-dialog.h"

#include "gf-feedback.h"
#include "gf-open-space.h"

#include <glib/gi18n-lib.h>

#define KEEP_OFF 0.3
#define KEEP_ROUND 0.5
#define LEAST 0.2

struct _GfMapSpaceDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkEditable *name;
  GtkEditable *note;
  AdwPreferencesGroup *across_group;
  AdwPreferencesGroup *up_group;
  AdwSpinRow *left;
  AdwSpinRow *right;
  AdwSpinRow *bottom;
  AdwSpinRow *top;
  GtkWidget *remove;
  GtkWidget *save;

  /* Owned references */
  GfPositionMap *map;
  GfMapSpace *space;
};

G_DEFINE_FINAL_TYPE (GfMapSpaceDialog, gf_map_space_dialog, ADW_TYPE_DIALOG)

static void
changed_cb (GfMapSpaceDialog *self)
{
  double left = adw_spin_row_get_value (self->left), right = adw_spin_row_get_value (self->right);
  double bottom = adw_spin_row_get_value (self->bottom), top = adw_spin_row_get_value (self->top);
  gboolean wide = right - left >= LEAST - 1e-9, high = top - bottom >= LEAST - 1e-9;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->right), wide
                               ? "" : _("Must lie right of the left edge"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->top), high
                               ? "" : _("Must lie above the lower edge"));
  gtk_widget_set_sensitive (self->save, wide && high
                            && *gtk_editable_get_text (self->name) != '\0');
}

static GfMapPlace *
dup_places (GfMapSpaceDialog *self,
            gboolean          competitors,
            guint            *n_places)
{
  GListModel *points = G_LIST_MODEL (gf_position_map_get_points (self->map));
  guint n = g_list_model_get_n_items (points);
  GfMapPlace *places = g_new0 (GfMapPlace, n + 1);

  *n_places = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);
      GfMapPointKind kind = gf_map_point_get_kind (point);

      if (competitors ? kind == GF_MAP_POINT_COMPETITOR
                      : kind == GF_MAP_POINT_SEGMENT || kind == GF_MAP_POINT_CUSTOMER)
        places[(*n_places)++] = (GfMapPlace) { gf_map_point_get_x (point),
                                               gf_map_point_get_y (point) };
    }

  return places;
}

static void
set_edges (GfMapSpaceDialog *self,
           const GfMapRect  *rect)
{
  adw_spin_row_set_value (self->left, gf_map_round (rect->x));
  adw_spin_row_set_value (self->right, gf_map_round (rect->x + rect->width));
  adw_spin_row_set_value (self->bottom, gf_map_round (rect->y));
  adw_spin_row_set_value (self->top, gf_map_round (rect->y + rect->height));
}

static void
suggest_cb (GfMapSpaceDialog *self)
{
  guint n_taken, n_wanted;
  g_autofree GfMapPlace *taken = dup_places (self, TRUE, &n_taken);
  g_autofree GfMapPlace *wanted = dup_places (self, FALSE, &n_wanted);
  GfMapRect rect;

  if (gf_open_space_find (taken, n_taken, KEEP_OFF, &rect) < LEAST * LEAST)
    return;

  gf_open_space_narrow (wanted, n_wanted, KEEP_ROUND, &rect);
  set_edges (self, &rect);
}

static void
save_cb (GfMapSpaceDialog *self)
{
  g_autoptr (GfMapSpace) space = self->space != NULL
    ? g_object_ref (self->space) : gf_map_space_new ();

  if (!gtk_widget_get_sensitive (self->save))
    return;

  gf_map_space_set_name (space, gtk_editable_get_text (self->name));
  gf_map_space_set_note (space, gtk_editable_get_text (self->note));
  gf_map_space_set_left (space, gf_map_round (adw_spin_row_get_value (self->left)));
  gf_map_space_set_right (space, gf_map_round (adw_spin_row_get_value (self->right)));
  gf_map_space_set_bottom (space, gf_map_round (adw_spin_row_get_value (self->bottom)));
  gf_map_space_set_top (space, gf_map_round (adw_spin_row_get_value (self->top)));
  if (self->space == NULL)
    g_list_store_append (gf_position_map_get_spaces (self->map), space);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (GfMapSpaceDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_cb (GfMapSpaceDialog *self)
{
  if (gf_record_list_remove (gf_position_map_get_spaces (self->map), self->space))
    gf_toast_undo (GTK_WIDGET (self), _("Open space removed"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
gf_map_space_dialog_dispose (GObject *object)
{
  GfMapSpaceDialog *self = GF_MAP_SPACE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_MAP_SPACE_DIALOG);
  g_clear_object (&self->map);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (gf_map_space_dialog_parent_class)->dispose (object);
}

static void
gf_map_space_dialog_class_init (GfMapSpaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_map_space_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-map-space-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, across_group);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, up_group);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, left);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, right);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, bottom);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, top);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, GfMapSpaceDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggest_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
gf_map_space_dialog_init (GfMapSpaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_map_space_dialog_new:
 * @map: the map
 * @space: (nullable): one of its open spaces, NULL for a new one, for which the largest is
 * suggested
 *
 * Returns: (transfer floating): a dialog that edits it
 */
AdwDialog *
gf_map_space_dialog_new (GfPositionMap *map,
                         GfMapSpace    *space)
{
  GfMapSpaceDialog *self = g_object_new (GF_TYPE_MAP_SPACE_DIALOG, NULL);
  GfMapRect middle = { 2, 2, 2, 2 };

  self->map = g_object_ref (map);
  adw_preferences_group_set_title (self->across_group, gf_position_map_get_x_name (map));
  adw_preferences_group_set_title (self->up_group, gf_position_map_get_y_name (map));

  if (space == NULL)
    {
      gtk_editable_set_text (self->name, _("Open space"));
      set_edges (self, &middle);
      suggest_cb (self);
    }
  else
    {
      GfMapRect rect = { gf_map_space_get_left (space), gf_map_space_get_bottom (space),
                         gf_map_space_get_right (space) - gf_map_space_get_left (space),
                         gf_map_space_get_top (space) - gf_map_space_get_bottom (space) };

      self->space = g_object_ref (space);
      gtk_editable_set_text (self->name, gf_map_space_get_name (space));
      gtk_editable_set_text (self->note, gf_map_space_get_note (space));
      set_edges (self, &rect);
      gtk_widget_set_visible (self->remove, TRUE);
    }
  changed_cb (self);

  return ADW_DIALOG (self);
}
