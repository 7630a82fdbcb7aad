/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-segment-selectors.h"
#include "sample.h"

#define DEALS "Deals closed April to September 2026"

static GfKpi *
add_kpi (GfProject  *project,
         const char *id,
         const char *name,
         const char *unit,
         const char *source)
{
  g_autoptr (GfKpi) kpi = gf_kpi_new ();

  gf_record_set_id (GF_RECORD (kpi), id);
  gf_kpi_set_name (kpi, name);
  gf_kpi_set_unit (kpi, unit);
  gf_kpi_set_source (kpi, source);
  g_list_store_append (gf_project_get_kpis (project), kpi);

  return kpi;   /* the project keeps it */
}

static void
set_shares (GfKpi *kpi,
            gsize  inside,
            gsize  inside_of,
            gsize  outside,
            gsize  outside_of)
{
  gf_kpi_set_inside_count (kpi, (gint64) inside);
  gf_kpi_set_inside_of (kpi, (gint64) inside_of);
  gf_kpi_set_inside (kpi, (double) inside / (double) inside_of);
  gf_kpi_set_outside_count (kpi, (gint64) outside);
  gf_kpi_set_outside_of (kpi, (gint64) outside_of);
  gf_kpi_set_outside (kpi, (double) outside / (double) outside_of);
}

/* Counted in the list: of the customers inside the profile and of the others, how many have left. */
static void
add_lost (GfProject              *project,
          const GfProjectResults *results)
{
  GfSegment *segment = sample_find_segment (project, SAMPLE_TECH);
  g_autoptr (GfBitset) rows = gf_segment_match (segment, gf_project_get_table (project));
  gsize inside_of = gf_bitset_count (rows);
  gsize inside = gf_bitset_count_and (rows, results->bad);
  GfKpi *kpi = add_kpi (project, "kpi-lost", "Customers lost", "%", "Customer list of 6 October 2026");

  set_shares (kpi, inside, inside_of, gf_bitset_count (results->bad) - inside,
              gf_table_get_n_rows (gf_project_get_table (project)) - inside_of);
  gf_kpi_set_lower_is_better (kpi, TRUE);
}

static void
add_kpis (GfProject              *project,
          const GfProjectResults *results)
{
  GfKpi *won = add_kpi (project, "kpi-won", "Win rate", "%", DEALS);
  GfKpi *cycle = add_kpi (project, "kpi-cycle", "Sales cycle, median", "days", DEALS);

  set_shares (won, 9, 21, 11, 47);

  gf_kpi_set_inside (cycle, 34);
  gf_kpi_set_outside (cycle, 52);
  gf_kpi_set_lower_is_better (cycle, TRUE);

  add_lost (project, results);

  GfKpi *share = add_kpi (project, "kpi-share", "Deals won that are inside", "%", DEALS);
  gf_kpi_set_inside (share, 9.0 / 20.0);
  gf_kpi_set_outside (share, 11.0 / 20.0);
  gf_kpi_set_target (share, 0.6);
  gf_kpi_set_on_page (share, FALSE);
}

/* Steps 7 and 8: the figures to watch, the first review, and when the next one is. */
void
sample_add_review (GfProject              *project,
                   const GfProjectResults *results)
{
  g_autoptr (GfReview) review = gf_review_new ();

  add_kpis (project, results);

  gf_record_set_id (GF_RECORD (review), "review-october");
  gf_review_set_date (review, SAMPLE_TODAY);
  gf_review_set_attendees (review, "Mara Lindqvist (marketing), Tomas Reiter (sales), Aoife Brannock (customer "
                                   "success), Ruben Faye (product); notes: Lea Hartwig");
  gf_review_set_notes (review,
                       "Deals inside the profile close in 34 days, the others in 52. Sales says that the question "
                       "who builds the reports ends a wrong call in a minute.\n\n"
                       "Surprise: three of the fifteen best are no marketing teams. We do not know why yet.\n\n"
                       "“Based in Germany” is out: 8 of 15 best, but half of all customers are.");
  gf_review_set_decisions (review,
                           "Size is now 50 to 250 people, was 80 to 300.\n"
                           "Agencies stay second until one of them pays more than €300 a month.\n"
                           "Tomas asks the next ten prospects what revenue they have; it is still an assumption.\n"
                           "Lea speaks to Nordlicht Media, Lindenquist and Tarnsjo Ledger.");
  gf_review_set_next (review, SAMPLE_NEXT_REVIEW);
  g_list_store_append (gf_project_get_reviews (project), review);

  gf_project_set_next_review (project, SAMPLE_NEXT_REVIEW);
}
