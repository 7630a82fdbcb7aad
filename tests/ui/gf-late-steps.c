/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-late-steps.h"

#include "gf-date.h"

#include <math.h>

static void
add_point (GfPositionMap  *map,
           GfMapPointKind  kind,
           const char     *name,
           double          x,
           double          y,
           double          size,
           const char     *source)
{
  g_autoptr (GfMapPoint) point = gf_map_point_new ();

  gf_map_point_set_kind (point, kind);
  gf_map_point_set_name (point, name);
  gf_map_point_set_x (point, x);
  gf_map_point_set_y (point, y);
  gf_map_point_set_size (point, size);
  gf_map_point_set_source (point, source);
  g_list_store_append (gf_position_map_get_points (map), point);
}

static void
fill_map (GfProject *project)
{
  static const GfMapPointKind customer = GF_MAP_POINT_CUSTOMER;
  g_autoptr (GfPositionMap) map = gf_position_map_new ();
  g_autoptr (GfMapSpace) space = gf_map_space_new ();

  gf_position_map_set_name (map, "Positioning");
  gf_position_map_set_x_name (map, "Use");
  gf_position_map_set_x_low (map, "Needs an expert");
  gf_position_map_set_x_high (map, "Anyone can use it");
  gf_position_map_set_y_name (map, "Price");
  gf_position_map_set_y_low (map, "Low price");
  gf_position_map_set_y_high (map, "High price");

  add_point (map, GF_MAP_POINT_SEGMENT, "Mid-size tech", 4.3, 3.4, 39, "Mean of 6 ratings");
  add_point (map, GF_MAP_POINT_SEGMENT, "Marketing agencies", 4.5, 2.7, 24, "Mean of 4 ratings");
  add_point (map, GF_MAP_POINT_SEGMENT, "Data-science teams", 1.5, 3.0, 29, "Mean of 3 ratings");
  add_point (map, GF_MAP_POINT_COMPETITOR, "Prismatica BI", 1.4, 4.8, NAN, "Rated in Market");
  add_point (map, GF_MAP_POINT_COMPETITOR, "Corvid Analytics", 1.8, 4.3, NAN, "Rated in Market");
  add_point (map, GF_MAP_POINT_COMPETITOR, "Tallysheet", 4.2, 1.2, NAN, "Rated in Market");
  add_point (map, GF_MAP_POINT_US, "DataGlyph", 4.0, 2.9, NAN, "Mean of 8 ratings in interviews");
  add_point (map, customer, "Brightloom", 4.15, 3.75, NAN, "");
  add_point (map, customer, "Quarrystack", 4.55, 3.5, NAN, "");
  add_point (map, customer, "Fernwerk", 4.0, 3.25, NAN, "");
  add_point (map, customer, "Lindholm", 3.6, 3.1, NAN, "");
  add_point (map, customer, "Okular", 4.35, 3.05, NAN, "");
  add_point (map, customer, "Saltmarsh", 4.7, 2.9, NAN, "");
  add_point (map, customer, "Tern", 3.75, 2.6, NAN, "");
  add_point (map, customer, "Ullmann", 1.75, 2.7, NAN, "");
  add_point (map, customer, "Verdi", 1.3, 3.2, NAN, "");

  gf_map_space_set_name (space, "Open space");
  gf_map_space_set_left (space, 3.25);
  gf_map_space_set_right (space, 4.95);
  gf_map_space_set_bottom (space, 3.15);
  gf_map_space_set_top (space, 4.45);
  g_list_store_append (gf_position_map_get_spaces (map), space);
  g_list_store_append (gf_project_get_maps (project), map);
}

static GfKpi *
add_kpi (GfProject  *project,
         const char *name,
         gboolean    lower_is_better,
         gint64      inside_count,
         gint64      inside_of,
         gint64      outside_count,
         gint64      outside_of)
{
  g_autoptr (GfKpi) kpi = gf_kpi_new ();

  gf_kpi_set_name (kpi, name);
  gf_kpi_set_unit (kpi, "%");
  gf_kpi_set_lower_is_better (kpi, lower_is_better);
  gf_kpi_set_inside_count (kpi, inside_count);
  gf_kpi_set_inside_of (kpi, inside_of);
  gf_kpi_set_outside_count (kpi, outside_count);
  gf_kpi_set_outside_of (kpi, outside_of);
  g_list_store_append (gf_project_get_kpis (project), kpi);

  return kpi;
}

static void
fill_kpis (GfProject *project)
{
  g_autoptr (GfKpi) days = gf_kpi_new ();

  gf_kpi_set_target (add_kpi (project, "Leads won", FALSE, 13, 42, 20, 143), 0.3);
  add_kpi (project, "Customers lost", TRUE, 1, 49, 8, 99);
  add_kpi (project, "Referrals", FALSE, 3, 6, 9, 99);

  gf_kpi_set_name (days, "Days to close");
  gf_kpi_set_unit (days, "days");
  gf_kpi_set_lower_is_better (days, TRUE);
  gf_kpi_set_inside (days, 24);
  gf_kpi_set_outside (days, 37);
  gf_kpi_set_target (days, 30);
  gf_kpi_set_source (days, "HubSpot, third quarter");
  g_list_store_append (gf_project_get_kpis (project), days);
}

static void
fill_reviews (GfProject *project)
{
  g_autofree char *next = gf_days_to_iso (gf_days_today () + 54);
  g_autofree char *last = gf_days_to_iso (gf_days_today () - 38);
  g_autofree char *first = gf_days_to_iso (gf_days_today () - 128);
  g_autoptr (GfReview) october = gf_review_new ();
  g_autoptr (GfReview) july = gf_review_new ();

  gf_review_set_date (july, first);
  gf_review_set_attendees (july, "Mara, Sven");
  gf_review_set_notes (july, "First profile, drawn up from 120 customers.");
  gf_review_set_decisions (july,
                           "Aim at 80 to 300 people. Ask for interviews with churned customers.");
  gf_review_set_next (july, last);
  g_list_store_append (gf_project_get_reviews (project), july);

  gf_review_set_date (october, last);
  gf_review_set_attendees (october, "Mara, Sven, Lea, Jonas");
  gf_review_set_decisions (october, "Size is 50 to 250 people. “Based in Germany” goes.");
  gf_review_set_next (october, next);
  g_list_store_append (gf_project_get_reviews (project), october);
  gf_project_set_next_review (project, next);
}

/**
 * gf_late_steps_fill:
 * @project: an empty project
 *
 * Fills it.
 */
void
gf_late_steps_fill (GfProject *project)
{
  gf_project_set_name (project, "DataGlyph");
  gf_project_set_product (project, "DataGlyph");
  fill_map (project);
  fill_kpis (project);
  fill_reviews (project);
}

/**
 * gf_late_steps_picture:
 * @where: the step, as gf_window_go() knows it
 * @name: of the pictures
 *
 * Takes a picture of a step in each look, if pictures are wanted.
 */
void
gf_late_steps_picture (const char *where,
                       const char *name)
{
  static const struct { const char *name; int width, height, dpi; gboolean dark; } looks[] = {
    { "light", 1280, 800, 96, FALSE },
    { "dark", 1280, 800, 96, TRUE },
    { "narrow", 360, 720, 96, FALSE },
    { "text-200", 1280, 800, 192, FALSE },
  };

  if (g_getenv ("GF_UI_PICTURES") == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *file = g_strconcat (name, "-", looks[i].name, NULL);
      GfWindow *window;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          looks[i].dark
                                            ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", looks[i].dpi * 1024, NULL);
      window = gf_ui_new_window (looks[i].width, looks[i].height);
      gf_window_new_project (window);
      gf_late_steps_fill (gf_window_get_project (window));
      gf_window_go (window, where);
      gf_ui_wait_ms (600);
      gf_ui_picture (GTK_WIDGET (window), file);
      gf_ui_close_window (window);
    }

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}
