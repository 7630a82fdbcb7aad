/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-report.h"
#include "gf-segment-selectors.h"
#include "sample.h"

static const struct
{
  const char *id;
  const char *name;
  double weight;
  const char *poor;
  const char *fair;
  const char *excellent;
} criteria[] = {
  { "pain", "Pain and urgency", 20, "nice to have", "on the list this year", "must be fixed now, has a deadline" },
  { "budget", "Budget", 20, "none, led by price", "there is one, hard to get", "an own budget, pays now" },
  { "size", "Size of segment", 15, "a handful of firms", "enough for this year’s plan", "room for three years and more" },
  { "reach", "Ease of reach", 10, "unknown", "known, but costly", "direct, in known places" },
  { "fit", "Product fit today", 15, "large gaps", "works with help", "solves it as it is" },
  { "value", "Value over time", 15, "low, leaves early", "average", "high, renews and grows" },
  { "room", "Room against others", 5, "a rival who is at home there", "several", "open, and we differ" },
};

typedef struct
{
  int value;
  GfScoreSource source;
  const char *note;
} Scored;

static const Scored tech_scores[] = {
  { 5, GF_SCORE_INTERVIEWS, "All three speak of the leadership’s date; it comes every month." },
  { 5, GF_SCORE_CUSTOMERS, "Highest lifetime value of the three segments." },
  { 3, GF_SCORE_MARKET, "A third of the firms we can serve." },
  { 3, GF_SCORE_HAND, "Communities and referrals work; search is dear." },
  { 4, GF_SCORE_INTERVIEWS, "Live in a day; connections to ads break now and then." },
  { 5, GF_SCORE_CUSTOMERS, "None of these customers has left." },
  { 4, GF_SCORE_MARKET, "The suites skip them, the sheet stops short." },
};

static const Scored agency_scores[] = {
  { 4, GF_SCORE_INTERVIEWS, "Every client wants a report, but clients wait." },
  { 3, GF_SCORE_CUSTOMERS, "A third of the lifetime value; one left when its budget was cut." },
  { 5, GF_SCORE_MARKET, "Two in three of the firms we can serve." },
  { 4, GF_SCORE_HAND, "They know each other." },
  { 5, GF_SCORE_INTERVIEWS, "Branding for each client is what they came for." },
  { 4, GF_SCORE_CUSTOMERS, "Renews well while clients stay." },
  { 3, GF_SCORE_MARKET, "Several small tools court them." },
};

static const Scored science_scores[] = {
  { 2, GF_SCORE_HAND, "They report, but it is not what hurts." },
  { 4, GF_SCORE_HAND, "Budgets for tools are there." },
  { 3, GF_SCORE_HAND, "No count yet." },
  { 3, GF_SCORE_HAND, "Easy to find, hard to win." },
  { 1, GF_SCORE_INTERVIEWS, "Too simple for statistics, say all three who left." },
  { 1, GF_SCORE_CUSTOMERS, "A third of them left; none is among the best." },
  { 2, GF_SCORE_HAND, "Notebooks are free and they like them." },
};

static void
add_criteria (GfProject *project)
{
  for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      g_autoptr (GfCriterion) criterion = gf_criterion_new ();

      gf_record_set_id (GF_RECORD (criterion), criteria[i].id);
      gf_criterion_set_name (criterion, criteria[i].name);
      gf_criterion_set_weight (criterion, criteria[i].weight);
      gf_criterion_set_poor (criterion, criteria[i].poor);
      gf_criterion_set_fair (criterion, criteria[i].fair);
      gf_criterion_set_excellent (criterion, criteria[i].excellent);
      g_list_store_append (gf_project_get_criteria (project), criterion);
    }
}

static void
add_scores (GfSegment    *segment,
            const Scored *scores)
{
  for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      g_autoptr (GfScore) score = gf_score_new ();

      gf_score_set_criterion (score, criteria[i].id);
      gf_score_set_value (score, scores[i].value);
      gf_score_set_source (score, scores[i].source);
      gf_score_set_note (score, scores[i].note);
      g_list_store_append (gf_segment_get_scores (segment), score);
    }
}

static void
add_condition (GfSegment  *segment,
               GfSelector *selector)
{
  g_autoptr (GfSelector) owned = selector;
  g_autoptr (GfCondition) condition = gf_condition_new_from_selector (owned);

  g_list_store_append (gf_segment_get_conditions (segment), condition);
}

static GfSegment *
name_segment (GfSegment         *segment,
              const char        *id,
              const char        *name,
              GfSegmentStanding  standing,
              const char        *reason)
{
  gf_record_set_id (GF_RECORD (segment), id);
  gf_segment_set_name (segment, name);
  gf_segment_set_standing (segment, standing);
  gf_segment_set_reason (segment, reason);

  return segment;
}

/* Made from what stands out most in the list, then narrowed to firms that are no agencies. */
static void
add_tech (GfProject              *project,
          const GfProjectResults *results)
{
  GfFinding *headline = gf_findings_find_headline (results->best);

  g_assert (headline != NULL && gf_finding_get_n_selectors (headline) == 2);

  GfSegment *segment = gf_project_add_segment (project, gf_finding_get_selectors (headline));

  name_segment (segment, SAMPLE_TECH, "Mid-Size Tech Companies", GF_SEGMENT_PRIMARY,
                "Pays from its own budget; must report every month");
  add_condition (segment, gf_selector_new_is ("Industry", "Software and IT services"));
  gf_segment_set_description (segment,
                              "B2B software and IT-service companies of 50 to 250 people whose marketing team owes "
                              "leadership a monthly report, still builds it by hand, and can decide within a "
                              "quarter.");
  add_scores (segment, tech_scores);
}

static void
add_by_hand (GfProject         *project,
             const char        *id,
             const char        *name,
             GfSelector        *selector,
             GfSegmentStanding  standing,
             const char        *reason,
             const Scored      *scores)
{
  g_autoptr (GfSegment) segment = gf_segment_new ();

  name_segment (segment, id, name, standing, reason);
  g_list_store_append (gf_project_get_segments (project), segment);
  add_condition (segment, selector);
  add_scores (segment, scores);
}

/* Step 5: three segments, scored; one is chosen, one is second. */
void
sample_add_segments (GfProject              *project,
                     const GfProjectResults *results)
{
  GfDecision *decision = gf_project_get_decision (project);

  add_criteria (project);
  add_tech (project, results);
  add_by_hand (project, SAMPLE_AGENCIES, "Marketing Agencies",
               gf_selector_new_is ("Industry", "Marketing agency"), GF_SEGMENT_SECONDARY,
               "Larger, but price-led", agency_scores);
  add_by_hand (project, SAMPLE_SCIENCE, "Data-Science Teams",
               gf_selector_new_is ("Department", "Data Science"), GF_SEGMENT_OPEN,
               "Not a fit: too simple for what they do", science_scores);

  gf_decision_set_date (decision, SAMPLE_TODAY);
  gf_decision_set_note (decision, "Agreed by sales, marketing, product and customer success.");
  gf_decision_set_would_change (decision, "Agencies with budgets above €300 a month");
}
