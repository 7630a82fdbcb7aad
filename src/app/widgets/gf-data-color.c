/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-data-color.h"

#include <adwaita.h>

/* The same table as in style.css and style-dark.css, by role and scheme. */
static const char * const colors[GF_N_DATA_ROLES][2] = {
  [GF_DATA_BEST] = { "#1c71d8", "#62a0ea" },
  [GF_DATA_SAME] = { "#62a0ea", "#1c71d8" },
  [GF_DATA_BAD] = { "#c64600", "#ffa348" },
  [GF_DATA_OTHER] = { "#77767b", "#9a9996" },
  [GF_DATA_US] = { "#e5a50a", "#f5c211" },
  [GF_DATA_DONE] = { "#007c3d", "#78e9ab" },
  [GF_DATA_ATTENTION] = { "#905400", "#ffc252" },
};

/* In high contrast a fill is a hatching; its direction tells the roles apart. */
static const float hatching[GF_N_DATA_ROLES] = { 0, 45, 90, 135, 0, 45, 45 };

G_DEFINE_ENUM_TYPE (GfDataRole, gf_data_role,
                    G_DEFINE_ENUM_VALUE (GF_DATA_BEST, "best"),
                    G_DEFINE_ENUM_VALUE (GF_DATA_SAME, "same"),
                    G_DEFINE_ENUM_VALUE (GF_DATA_BAD, "bad"),
                    G_DEFINE_ENUM_VALUE (GF_DATA_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (GF_DATA_US, "us"),
                    G_DEFINE_ENUM_VALUE (GF_DATA_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (GF_DATA_ATTENTION, "attention"))

/**
 * gf_data_color_lookup:
 * @role: what the colour means
 * @dark: for the dark scheme
 *
 * Returns: (transfer none): the colour as CSS writes it
 */
const char *
gf_data_color_lookup (GfDataRole role,
                      gboolean   dark)
{
  g_return_val_if_fail (role < GF_N_DATA_ROLES, NULL);

  return colors[role][dark ? 1 : 0];
}

/**
 * gf_data_high_contrast:
 *
 * Returns: whether the desktop asks for high contrast: outlines and hatchings instead of fills
 */
gboolean
gf_data_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/**
 * gf_data_color_get:
 * @role: what the colour means
 * @widget: the widget that draws
 * @color: (out caller-allocates): the colour
 *
 * Looks up the colour for the scheme in use. In high contrast it is the colour of the text.
 */
void
gf_data_color_get (GfDataRole  role,
                   GtkWidget  *widget,
                   GdkRGBA    *color)
{
  g_return_if_fail (role < GF_N_DATA_ROLES);

  if (gf_data_high_contrast ())
    gtk_widget_get_color (widget, color);
  else
    gdk_rgba_parse (color,
                    colors[role][adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 1 : 0]);
}

/**
 * gf_data_color_follow:
 * @widget: a widget that draws data
 *
 * Draws @widget anew whenever the scheme or the contrast changes.
 */
void
gf_data_color_follow (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget,
                           G_CONNECT_SWAPPED);
}

static void
append_hatching (GtkSnapshot   *snapshot,
                 GskPath       *path,
                 float          angle,
                 const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) lines = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.2f);
  graphene_rect_t bounds;
  float reach;

  if (!gsk_path_get_bounds (path, &bounds))
    return;

  reach = bounds.size.width + bounds.size.height;
  for (float offset = -reach; offset <= reach; offset += 4)
    {
      gsk_path_builder_move_to (builder, -reach, offset);
      gsk_path_builder_line_to (builder, reach, offset);
    }
  lines = gsk_path_builder_to_path (builder);

  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x + bounds.size.width / 2,
                                                          bounds.origin.y + bounds.size.height / 2));
  gtk_snapshot_rotate (snapshot, angle);
  gtk_snapshot_append_stroke (snapshot, lines, stroke, color);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/**
 * gf_data_append_fill:
 * @snapshot: the snapshot
 * @widget: the widget that draws
 * @path: what to fill
 * @role: what it means
 *
 * Fills @path with the colour of @role; in high contrast hatches it and outlines it with 2 px.
 */
void
gf_data_append_fill (GtkSnapshot *snapshot,
                     GtkWidget   *widget,
                     GskPath     *path,
                     GfDataRole   role)
{
  GdkRGBA color;

  gf_data_color_get (role, widget, &color);
  if (gf_data_high_contrast ())
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (2);

      append_hatching (snapshot, path, hatching[role], &color);
      gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
    }
  else
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
    }
}
