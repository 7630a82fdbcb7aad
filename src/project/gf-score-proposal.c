/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-score-proposal.h"

#include "gf-companies.h"
#include "gf-project-analysis.h"
#include "gf-scoreboard.h"
#include "gf-segment-selectors.h"
#include "gf-theme-count.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The interviews with people of the segment: their companies are among its customers. */
static GListStore *
find_interviews (GfProject *self,
                 GfSegment *segment)
{
  GListModel *all = G_LIST_MODEL (gf_project_get_interviews (self));
  GfTable *table = gf_project_get_table (self);
  g_autoptr (GfBitset) rows = gf_segment_match (segment, table);
  GListStore *found = g_list_store_new (GF_TYPE_INTERVIEW);

  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (all, i);
      gssize row = gf_companies_find (table, gf_interview_get_company (interview));

      if (row >= 0 && gf_bitset_get (rows, (gsize) row))
        g_list_store_append (found, interview);
    }

  return found;
}

/* Pain by how many of the people of a segment name the one that most of them name. */
static gboolean
propose_pain (GfProject  *self,
              GfSegment  *segment,
              GfProposal *proposal)
{
  g_autoptr (GListStore) interviews = find_interviews (self, segment);
  GListModel *themes = G_LIST_MODEL (gf_project_get_themes (self));
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (interviews));
  g_autofree char *most = NULL;
  guint n_most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (GfTheme) theme = g_list_model_get_item (themes, i);
      GfThemeCount count;

      if (gf_theme_get_kind (theme) != GF_THEME_PAIN)
        continue;
      gf_theme_count (theme, G_LIST_MODEL (interviews), &count);
      if (count.happy + count.churned + count.others > n_most)
        {
          n_most = count.happy + count.churned + count.others;
          g_set_str (&most, gf_theme_get_name (theme));
        }
    }

  if (n_people == 0)
    return FALSE;

  g_autofree char *n = gf_words_dup_number (n_most);
  g_autofree char *of = gf_words_dup_number (n_people);

  gf_proposal_from_count (proposal, n_most, n_people);
  proposal->source = GF_SCORE_INTERVIEWS;
  if (proposal->score == 0)
    proposal->reason = g_strdup_printf (ngettext ("Only %s person of it was asked", "Only %s people of it were asked",
                                                  n_people), of);
  else if (most == NULL)
    proposal->reason = g_strdup_printf (ngettext ("The %s person asked names no pain",
                                                  "None of the %s people asked names a pain", n_people), of);
  else
    /* TRANSLATORS: two counts and a pain: "4 of 5 people asked name “Manual reports”" */
    proposal->reason = g_strdup_printf (_("%s of %s people asked name “%s”"), n, of, most);

  return TRUE;
}

static GfMapPoint *
find_point (GListModel *points,
            const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);

      if (gf_map_point_get_kind (point) == GF_MAP_POINT_SEGMENT &&
          g_str_equal (gf_map_point_get_name (point), name))
        return point;   /* the map keeps it */
    }

  return NULL;
}

/* Room by the competitor who is nearest on a map of 1 to 5: 1 below half a step, 2 below one, 3 below one and
 * a half, 4 below two, else 5. */
static gboolean
propose_room (GfProject  *self,
              GfSegment  *segment,
              GfProposal *proposal)
{
  GListModel *maps = G_LIST_MODEL (gf_project_get_maps (self));
  g_autoptr (GfMapPoint) nearest = NULL;
  double least = INFINITY;

  for (guint m = 0; m < g_list_model_get_n_items (maps); m++)
    {
      g_autoptr (GfPositionMap) map = g_list_model_get_item (maps, m);
      GListModel *points = G_LIST_MODEL (gf_position_map_get_points (map));
      GfMapPoint *own = find_point (points, gf_segment_get_name (segment));

      for (guint i = 0; own != NULL && i < g_list_model_get_n_items (points); i++)
        {
          g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);
          double distance = hypot (gf_map_point_get_x (point) - gf_map_point_get_x (own),
                                   gf_map_point_get_y (point) - gf_map_point_get_y (own));

          if (gf_map_point_get_kind (point) == GF_MAP_POINT_COMPETITOR && distance < least)
            {
              least = distance;
              g_set_object (&nearest, point);
            }
        }
    }

  if (nearest == NULL)
    return FALSE;

  g_autofree char *steps = gf_words_dup_number (round (least * 10.0) / 10.0);

  proposal->score = (int) fmin (1.0 + floor (least / 0.5), 5.0);
  proposal->source = GF_SCORE_MARKET;
  /* TRANSLATORS: a competitor, and how far away on a map from 1 to 5 */
  proposal->reason = g_strdup_printf (_("On the map %s is nearest, %s away"), gf_map_point_get_name (nearest), steps);

  return TRUE;
}

/**
 * gf_project_propose_score:
 * @self: a project
 * @segment: one of its segments
 * @criterion: one of its criteria
 * @proposal: (out caller-allocates): what the data say; gf_proposal_clear() it
 *
 * Proposes a score from what the project holds, with the reason in words and the source. For what nothing
 * tells of there is no proposal: that stays unknown until somebody finds out.
 *
 * Returns: whether the data tell anything; @proposal is cleared if not
 */
gboolean
gf_project_propose_score (GfProject   *self,
                          GfSegment   *segment,
                          GfCriterion *criterion,
                          GfProposal  *proposal)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && proposal != NULL, FALSE);

  GfAnalysis *analysis = gf_project_get_analysis (self);
  const char *id = gf_record_get_id (GF_RECORD (criterion));

  if (gf_proposal_from_criterion (proposal, criterion, segment, gf_project_get_table (self),
                                  gf_analysis_get_ranking (analysis), gf_analysis_get_bad (analysis)))
    return TRUE;

  if (g_strcmp0 (id, "pain") == 0)
    return propose_pain (self, segment, proposal);
  if (g_strcmp0 (id, "room") == 0)
    return propose_room (self, segment, proposal);

  return FALSE;
}

static char *
dup_key (GfSegment   *segment,
         GfCriterion *criterion)
{
  return g_strdup_printf ("%s/%s", gf_record_get_id (GF_RECORD (segment)), gf_record_get_id (GF_RECORD (criterion)));
}

static void
proposal_free (gpointer data)
{
  gf_proposal_clear (data);
  g_free (data);
}

/* Calls @visit with each segment and each criterion. */
static void
for_each_cell (GfProject *self,
               void     (*visit) (GfProject *, GfSegment *, GfCriterion *, gpointer),
               gpointer   data)
{
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (self));
  GListModel *criteria = G_LIST_MODEL (gf_project_get_criteria (self));

  for (guint i = 0; i < g_list_model_get_n_items (segments); i++)
    for (guint k = 0; k < g_list_model_get_n_items (criteria); k++)
      {
        g_autoptr (GfSegment) segment = g_list_model_get_item (segments, i);
        g_autoptr (GfCriterion) criterion = g_list_model_get_item (criteria, k);

        visit (self, segment, criterion, data);
      }
}

static void
propose (GfProject   *self,
         GfSegment   *segment,
         GfCriterion *criterion,
         gpointer     data)
{
  GfProposal *proposal = g_new0 (GfProposal, 1);

  if (gf_project_propose_score (self, segment, criterion, proposal) && proposal->score > 0)
    g_hash_table_insert (data, dup_key (segment, criterion), proposal);
  else
    proposal_free (proposal);
}

/**
 * gf_project_find_proposals:
 * @self: a project
 *
 * Proposes every score of every segment that the data tell, known ones too.
 *
 * Returns: (transfer full): the proposals, to be looked up with gf_proposals_find()
 */
GHashTable *
gf_project_find_proposals (GfProject *self)
{
  g_return_val_if_fail (GF_IS_PROJECT (self), NULL);

  GHashTable *proposals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, proposal_free);

  for_each_cell (self, propose, proposals);

  return proposals;
}

/**
 * gf_proposals_find:
 * @proposals: what gf_project_find_proposals() found
 * @segment: a segment
 * @criterion: a criterion
 *
 * Returns: (transfer none) (nullable): the proposal, which has a score of 1 to 5; NULL if the data tell none
 */
const GfProposal *
gf_proposals_find (GHashTable  *proposals,
                   GfSegment   *segment,
                   GfCriterion *criterion)
{
  g_return_val_if_fail (proposals != NULL, NULL);
  g_return_val_if_fail (GF_IS_SEGMENT (segment) && GF_IS_CRITERION (criterion), NULL);

  g_autofree char *key = dup_key (segment, criterion);

  return g_hash_table_lookup (proposals, key);
}

/* What nobody has scored and the data do; NULL if there is none. */
static const GfProposal *
find_open (GHashTable  *proposals,
           GfSegment   *segment,
           GfCriterion *criterion)
{
  GfScore *score = gf_segment_find_score (segment, criterion);

  return score == NULL || gf_score_get_value (score) == 0 ? gf_proposals_find (proposals, segment, criterion) : NULL;
}

typedef struct
{
  GHashTable *proposals;
  gboolean use;
  guint n;
} Open;

static void
take_open (GfProject   *self,
           GfSegment   *segment,
           GfCriterion *criterion,
           gpointer     data)
{
  Open *open = data;
  const GfProposal *proposal = find_open (open->proposals, segment, criterion);

  if (proposal == NULL)
    return;

  open->n++;
  if (open->use)
    gf_proposal_use (proposal, segment, criterion);
}

/**
 * gf_project_count_open_proposals:
 * @self: a project
 * @proposals: what gf_project_find_proposals() found
 *
 * Returns: how many of @proposals are for scores that are not known yet
 */
guint
gf_project_count_open_proposals (GfProject  *self,
                                 GHashTable *proposals)
{
  Open open = { proposals, FALSE, 0 };

  g_return_val_if_fail (GF_IS_PROJECT (self) && proposals != NULL, 0);

  for_each_cell (self, take_open, &open);

  return open.n;
}

/**
 * gf_project_use_proposals:
 * @self: a project
 * @proposals: what gf_project_find_proposals() found
 *
 * Scores what is not known yet as the data propose. What somebody scored already stays.
 *
 * Returns: how many scores were set
 */
guint
gf_project_use_proposals (GfProject  *self,
                          GHashTable *proposals)
{
  Open open = { proposals, TRUE, 0 };

  g_return_val_if_fail (GF_IS_PROJECT (self) && proposals != NULL, 0);

  for_each_cell (self, take_open, &open);

  return open.n;
}

/**
 * gf_proposal_use:
 * @self: a proposal with a score of 1 to 5
 * @segment: a segment
 * @criterion: a criterion
 *
 * Scores @segment as proposed, with the source, and the reason where nobody has noted one.
 */
void
gf_proposal_use (const GfProposal *self,
                 GfSegment        *segment,
                 GfCriterion      *criterion)
{
  g_return_if_fail (self != NULL && self->score > 0);

  GfScore *score = gf_segment_ensure_score (segment, criterion);

  gf_score_set_value (score, self->score);
  gf_score_set_source (score, self->source);
  if (*gf_score_get_note (score) == '\0')
    gf_score_set_note (score, self->reason);
}
