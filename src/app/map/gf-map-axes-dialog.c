/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-axes-dialog.h"

struct _GfMapAxesDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkEditable *x_name;
  GtkEditable *x_low;
  GtkEditable *x_high;
  GtkEditable *y_name;
  GtkEditable *y_low;
  GtkEditable *y_high;
  GtkWidget *save;

  /* Owned references */
  GfPositionMap *map;
};

G_DEFINE_FINAL_TYPE (GfMapAxesDialog, gf_map_axes_dialog, ADW_TYPE_DIALOG)

static void
changed_cb (GfMapAxesDialog *self)
{
  gtk_widget_set_sensitive (self->save,
                            *gtk_editable_get_text (self->x_name) != '\0'
                            && *gtk_editable_get_text (self->y_name) != '\0');
}

static void
save_cb (GfMapAxesDialog *self)
{
  if (!gtk_widget_get_sensitive (self->save))
    return;

  gf_position_map_set_x_name (self->map, gtk_editable_get_text (self->x_name));
  gf_position_map_set_x_low (self->map, gtk_editable_get_text (self->x_low));
  gf_position_map_set_x_high (self->map, gtk_editable_get_text (self->x_high));
  gf_position_map_set_y_name (self->map, gtk_editable_get_text (self->y_name));
  gf_position_map_set_y_low (self->map, gtk_editable_get_text (self->y_low));
  gf_position_map_set_y_high (self->map, gtk_editable_get_text (self->y_high));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (GfMapAxesDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
gf_map_axes_dialog_dispose (GObject *object)
{
  GfMapAxesDialog *self = GF_MAP_AXES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_MAP_AXES_DIALOG);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (gf_map_axes_dialog_parent_class)->dispose (object);
}

static void
gf_map_axes_dialog_class_init (GfMapAxesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_map_axes_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-map-axes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfMapAxesDialog, x_name);
  gtk_widget_class_bind_template_child (widget_class, GfMapAxesDialog, x_low);
  gtk_widget_class_bind_template_child (widget_class, GfMapAxesDialog, x_high);
  gtk_widget_class_bind_template_child (widget_class, GfMapAxesDialog, y_name);
  gtk_widget_class_bind_template_child (widget_class, GfMapAxesDialog, y_low);
  gtk_widget_class_bind_template_child (widget_class, GfMapAxesDialog, y_high);
  gtk_widget_class_bind_template_child (widget_class, GfMapAxesDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
gf_map_axes_dialog_init (GfMapAxesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_map_axes_dialog_new:
 * @map: the map
 *
 * Returns: (transfer floating): a dialog that names its axes
 */
AdwDialog *
gf_map_axes_dialog_new (GfPositionMap *map)
{
  GfMapAxesDialog *self = g_object_new (GF_TYPE_MAP_AXES_DIALOG, NULL);

  self->map = g_object_ref (map);
  gtk_editable_set_text (self->x_name, gf_position_map_get_x_name (map));
  gtk_editable_set_text (self->x_low, gf_position_map_get_x_low (map));
  gtk_editable_set_text (self->x_high, gf_position_map_get_x_high (map));
  gtk_editable_set_text (self->y_name, gf_position_map_get_y_name (map));
  gtk_editable_set_text (self->y_low, gf_position_map_get_y_low (map));
  gtk_editable_set_text (self->y_high, gf_position_map_get_y_high (map));

  return ADW_DIALOG (self);
}
