/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-filling.h"
#include "gf-segment-selectors.h"
#include "sample.h"

static const struct
{
  const char *id;
  const char *name;
  const char *serves;
  int price_level;
  const char *strengths;
  const char *weaknesses;
  double ease;
  double price;
  const char *sources[4];
} competitors[] = {
  { "meridian", "Meridian BI", "Enterprises with analysts of their own", 5, "Depth, security, any data source",
    "Months to set up; every change needs an expert", 1.4, 4.8,
    { "Price page, 2 September 2026", "23 reviews, read in August 2026", "Two of our lost deals" } },
  { "quarrystack", "Quarrystack", "Enterprises, finance departments", 4, "Modelling, planning",
    "Marketers cannot build a report alone; yearly contract only", 1.8, 4.3,
    { "Price page, 2 September 2026", "12 reviews, read in August 2026" } },
  { "tallysheet", "Tallysheet", "Freelancers and very small firms", 1, "Free, known to everyone",
    "No branding, no schedule, figures by hand", 4.2, 1.2,
    { "Price page, 2 September 2026", "6 reviews, read in August 2026" } },
};

static const struct
{
  const char *claim;
  const char *source;
  const char *date;
  GfMarketEffect effect;
} notes[] = {
  { "Between the free sheet and €1,500 a month nothing is offered to firms of 50 to 250 people.",
    "Price pages of the three competitors", "2026-09-02", GF_MARKET_CONFIRMS },
  { "23 of 41 reviews of the two suites complain that setting up takes months.",
    "41 reviews, read by two of us", "2026-08-28", GF_MARKET_CONFIRMS },
  { "Firms of more than 1,000 people buy reporting through group IT; marketing is not asked.",
    "Two lost deals and nine reviews", "2026-09-04", GF_MARKET_NEW },
  { "Tallysheet has added an export to slides, which was ours alone.", "Its release notes", "2026-09-11",
    GF_MARKET_CONTRADICTS },
};

static void
add_rating (GListStore *ratings,
            const char *scale,
            double      value)
{
  g_autoptr (GfRating) rating = gf_rating_new ();

  gf_rating_set_scale (rating, scale);
  gf_rating_set_value (rating, value);
  g_list_store_append (ratings, rating);
}

static void
add_competitors (GfProject *project)
{
  for (gsize i = 0; i < G_N_ELEMENTS (competitors); i++)
    {
      g_autoptr (GfCompetitor) competitor = gf_competitor_new ();

      gf_record_set_id (GF_RECORD (competitor), competitors[i].id);
      gf_competitor_set_name (competitor, competitors[i].name);
      gf_competitor_set_serves (competitor, competitors[i].serves);
      gf_competitor_set_price_level (competitor, competitors[i].price_level);
      gf_competitor_set_strengths (competitor, competitors[i].strengths);
      gf_competitor_set_weaknesses (competitor, competitors[i].weaknesses);
      gf_competitor_set_sources (competitor, competitors[i].sources);
      gf_competitor_set_seen (competitor, "2026-09-02");
      g_list_store_append (gf_project_get_competitors (project), competitor);
      add_rating (gf_competitor_get_ratings (competitor), "Ease of use", competitors[i].ease);
      add_rating (gf_competitor_get_ratings (competitor), "Price", competitors[i].price);
    }
}

/* Step 3: who else there is, how large the market is, and what is known of it. */
void
sample_add_market (GfProject *project)
{
  GfMarket *market = gf_project_get_market (project);

  add_competitors (project);

  gf_market_set_description (market, "Firms of 50 to 250 people with a marketing team");
  gf_market_set_total (market, 41000);
  gf_market_set_total_note (market, "Software, IT services and agencies in Europe, by the business registers of 2025");
  gf_market_set_serviceable (market, 12600);
  gf_market_set_serviceable_note (market, "Those in the countries whose languages and law we cover");
  gf_market_set_obtainable (market, 900);
  gf_market_set_obtainable_note (market, "By 2028 with two salespeople and referrals; 600 to 1,300");
  gf_market_set_yearly_value (market, 8200);

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GfMarketNote) note = gf_market_note_new ();

      gf_market_note_set_claim (note, notes[i].claim);
      gf_market_note_set_source (note, notes[i].source);
      gf_market_note_set_date (note, notes[i].date);
      gf_market_note_set_effect (note, notes[i].effect);
      g_list_store_append (gf_market_get_notes (market), note);
    }
}

/* --- the map --------------------------------------------------------------------------------- */

/* A segment stands where its customers see it; its bubble counts them. */
static void
add_segment_point (GfProject     *project,
                   GfPositionMap *map,
                   const char    *segment_id,
                   double         x,
                   double         y)
{
  GfSegment *segment = sample_find_segment (project, segment_id);
  g_autoptr (GfBitset) rows = gf_segment_match (segment, gf_project_get_table (project));
  g_autoptr (GfMapPoint) point = gf_map_point_new ();

  gf_map_point_set_kind (point, GF_MAP_POINT_SEGMENT);
  gf_map_point_set_name (point, gf_segment_get_name (segment));
  gf_map_point_set_x (point, x);
  gf_map_point_set_y (point, y);
  gf_map_point_set_size (point, (double) gf_bitset_count (rows));
  gf_map_point_set_source (point, "Interviews, and what the team knows");
  g_list_store_append (gf_position_map_get_points (map), point);
}

/* Nobody rated our price against the others', so this point was dragged. */
static void
drag_us (GfPositionMap *map)
{
  GListModel *points = G_LIST_MODEL (gf_position_map_get_points (map));

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);

      if (gf_map_point_get_kind (point) != GF_MAP_POINT_US)
        continue;
      gf_map_point_set_x (point, 4.0);
      gf_map_point_set_y (point, 2.9);
      gf_map_point_set_source (point, "Ratings of eight interviews; our price list");
    }
}

/* Step 4: the map of ease and price, and the space that nobody serves. */
void
sample_add_map (GfProject *project)
{
  GfPositionMap *map = gf_map_create (project);
  g_autoptr (GfMapSpace) space = gf_map_space_new ();

  gf_position_map_set_x_name (map, "Ease of use");
  gf_position_map_set_x_low (map, "Needs an expert");
  gf_position_map_set_x_high (map, "Anyone can use it");
  gf_position_map_set_y_name (map, "Price");
  gf_position_map_set_y_low (map, "Low price");
  gf_position_map_set_y_high (map, "High price");
  gf_position_map_set_on_page (map, FALSE);

  gf_map_take_from_market (project, map);
  drag_us (map);
  add_segment_point (project, map, SAMPLE_TECH, 4.3, 3.4);
  add_segment_point (project, map, SAMPLE_AGENCIES, 4.5, 2.7);
  add_segment_point (project, map, SAMPLE_SCIENCE, 1.5, 3.0);

  gf_map_space_set_name (space, "Open space");
  gf_map_space_set_note (space, "No competitor serves firms of 50 to 250 people");
  gf_map_space_set_left (space, 3.3);
  gf_map_space_set_right (space, 4.9);
  gf_map_space_set_bottom (space, 3.1);
  gf_map_space_set_top (space, 4.5);
  g_list_store_append (gf_position_map_get_spaces (map), space);
}
