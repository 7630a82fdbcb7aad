/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-findings.h"

#include "gf-task.h"

#include <math.h>

/* Two traits of which less than this much is common say different things. */
#define MIN_OVERLAP 0.3
/* What two large groups share by chance says nothing: it has to be so many times that. */
#define MORE_THAN_CHANCE 1.2

struct _GfFindings
{
  GObject parent_instance;

  GListModel *traits;
  GListModel *combinations;
  GfMiningOptions *options;
  gsize n_rows;
  gsize n_hits;
  double n_trait_tests;
  double n_combination_tests;
  gboolean sides_compared;
  GHashTable *both;       /* set of the GfFinding that mark both sides, which the lists keep */
};

G_DEFINE_FINAL_TYPE (GfFindings, gf_findings, G_TYPE_OBJECT)

static void
gf_findings_dispose (GObject *object)
{
  GfFindings *self = GF_FINDINGS (object);

  g_clear_object (&self->traits);
  g_clear_object (&self->combinations);

  G_OBJECT_CLASS (gf_findings_parent_class)->dispose (object);
}

static void
gf_findings_finalize (GObject *object)
{
  gf_mining_options_free (GF_FINDINGS (object)->options);
  g_hash_table_unref (GF_FINDINGS (object)->both);

  G_OBJECT_CLASS (gf_findings_parent_class)->finalize (object);
}

static void
gf_findings_class_init (GfFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_findings_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_findings_finalize;
}

static void
gf_findings_init (GfFindings *self)
{
  self->both = g_hash_table_new (NULL, NULL);
}

/* The item stays owned by the list, which never changes. */
static GfFinding *
get_item (GListModel *list,
          guint       i)
{
  g_autoptr (GfFinding) finding = g_list_model_get_item (list, i);

  return finding;
}

/* The first strong or moderate finding of a direction, of one list before the other. */
static GfFinding *
find_clear (GListModel  *first,
            GListModel  *second,
            GfDirection  direction)
{
  GListModel *lists[] = { first, second };

  for (gsize k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[k]); i++)
      {
        GfFinding *finding = get_item (lists[k], i);

        if (gf_finding_get_verdict (finding) <= GF_VERDICT_MODERATE &&
            gf_finding_get_direction (finding) == direction)
          return finding;
      }

  return NULL;
}

static gboolean
share_a_column (GfFinding *a,
                GfFinding *b)
{
  for (guint i = 0; i < gf_finding_get_n_selectors (a); i++)
    for (guint k = 0; k < gf_finding_get_n_selectors (b); k++)
      if (g_str_equal (gf_selector_get_column (gf_finding_get_selector (a, i)),
                       gf_selector_get_column (gf_finding_get_selector (b, k))))
        return TRUE;

  return FALSE;
}

static GfBitset *
match_compared (const GfBitset *among,
                GfFinding      *finding,
                GfTable        *table)
{
  g_autoptr (GfBitset) rows = gf_finding_match (finding, table);

  return among != NULL && gf_bitset_get_size (among) == gf_bitset_get_size (rows)
           ? gf_bitset_and (rows, among) : g_steal_pointer (&rows);
}

/**
 * gf_findings_new:
 * @traits: (element-type GfFinding): findings of one condition, sorted
 * @combinations: (element-type GfFinding): findings of several, sorted
 * @options: what was looked for; copied
 * @n_rows: customers compared
 * @n_hits: hits among them
 * @n_trait_tests: comparisons made for single conditions
 * @n_combination_tests: comparisons made for several
 *
 * Returns: (transfer full): the findings
 */
GfFindings *
gf_findings_new (GListModel *traits,
                 GListModel *combinations,
                 const GfMiningOptions *options,
                 gsize       n_rows,
                 gsize       n_hits,
                 double      n_trait_tests,
                 double      n_combination_tests)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (traits) && G_IS_LIST_MODEL (combinations), NULL);

  GfFindings *self = g_object_new (GF_TYPE_FINDINGS, NULL);

  self->traits = g_object_ref (traits);
  self->combinations = g_object_ref (combinations);
  self->options = gf_mining_options_copy (options);
  self->n_rows = n_rows;
  self->n_hits = n_hits;
  self->n_trait_tests = n_trait_tests;
  self->n_combination_tests = n_combination_tests;

  return self;
}

/**
 * gf_findings_get_options:
 * @self: the findings
 *
 * Returns: (transfer none): what was looked for
 */
const GfMiningOptions *
gf_findings_get_options (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  return self->options;
}

/**
 * gf_findings_get_traits:
 * @self: the findings
 *
 * Returns: (transfer none) (element-type GfFinding): single conditions, sorted by evidence
 */
GListModel *
gf_findings_get_traits (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  return self->traits;
}

/**
 * gf_findings_get_combinations:
 * @self: the findings
 *
 * Returns: (transfer none) (element-type GfFinding): two or three conditions, sorted by evidence
 */
GListModel *
gf_findings_get_combinations (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  return self->combinations;
}

/**
 * gf_findings_get_trait:
 * @self: the findings
 * @i: which one
 *
 * Returns: (transfer none) (nullable): the finding; NULL past the end
 */
GfFinding *
gf_findings_get_trait (GfFindings *self,
                       guint       i)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  return get_item (self->traits, i);
}

/**
 * gf_findings_get_combination:
 * @self: the findings
 * @i: which one
 *
 * Returns: (transfer none) (nullable): the finding; NULL past the end
 */
GfFinding *
gf_findings_get_combination (GfFindings *self,
                             guint       i)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  return get_item (self->combinations, i);
}

/**
 * gf_findings_get_n_traits:
 * @self: the findings
 *
 * Returns: how many single conditions there are
 */
guint
gf_findings_get_n_traits (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), 0);

  return g_list_model_get_n_items (self->traits);
}

/**
 * gf_findings_get_n_combinations:
 * @self: the findings
 *
 * Returns: how many combinations there are
 */
guint
gf_findings_get_n_combinations (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), 0);

  return g_list_model_get_n_items (self->combinations);
}

/**
 * gf_findings_count_verdict:
 * @self: the findings
 * @at_least: a verdict
 *
 * Returns: how many single conditions have this verdict or a stronger one
 */
guint
gf_findings_count_verdict (GfFindings *self,
                           GfVerdict   at_least)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), 0);

  guint n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (self->traits); i++)
    n += gf_finding_get_verdict (get_item (self->traits, i)) <= at_least;

  return n;
}

/**
 * gf_findings_get_against:
 * @self: the findings
 *
 * Returns: what a hit is
 */
GfAgainst
gf_findings_get_against (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), GF_AGAINST_BEST);

  return self->options->against;
}

/**
 * gf_findings_get_n_rows:
 * @self: the findings
 *
 * Returns: how many customers were compared
 */
gsize
gf_findings_get_n_rows (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), 0);

  return self->n_rows;
}

/**
 * gf_findings_get_n_left_out:
 * @self: the findings
 *
 * Returns: how many customers of the table were not compared, because it is not known on which side they are
 */
gsize
gf_findings_get_n_left_out (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), 0);

  const GfBitset *among = self->options->among;

  return among != NULL ? gf_bitset_get_size (among) - self->n_rows : 0;
}

/**
 * gf_findings_get_n_hits:
 * @self: the findings
 *
 * Returns: how many of them are hits
 */
gsize
gf_findings_get_n_hits (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), 0);

  return self->n_hits;
}

/**
 * gf_findings_get_base_rate:
 * @self: the findings
 *
 * Returns: the share of hits among all customers; NaN if there are none
 */
double
gf_findings_get_base_rate (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NAN);

  return self->n_rows == 0 ? NAN : (double) self->n_hits / (double) self->n_rows;
}

/**
 * gf_findings_get_n_tests:
 * @self: the findings
 *
 * Returns: how many comparisons were made for single conditions, with every range that was tried
 */
double
gf_findings_get_n_tests (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), 0.0);

  return self->n_trait_tests;
}

/**
 * gf_findings_get_n_combination_tests:
 * @self: the findings
 *
 * Returns: how many conjunctions the search stood for, counted before it pruned any
 */
double
gf_findings_get_n_combination_tests (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), 0.0);

  return self->n_combination_tests;
}

/**
 * gf_findings_are_too_few:
 * @self: the findings
 *
 * Returns: whether there are too few hits, or others, to compare anything
 */
gboolean
gf_findings_are_too_few (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), TRUE);

  return self->n_hits < GF_MIN_HITS || self->n_rows - self->n_hits < GF_MIN_HITS;
}

/**
 * gf_findings_find_headline:
 * @self: the findings
 *
 * The one thing to say first: the strongest combination that makes a hit more likely and is strong or
 * moderate, else the first such trait.
 *
 * Returns: (transfer none) (nullable): the finding; NULL if nothing stands out
 */
GfFinding *
gf_findings_find_headline (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  return find_clear (self->combinations, self->traits, GF_DIRECTION_MORE);
}

/**
 * gf_findings_find_rarest:
 * @self: the findings
 *
 * What to say first where gf_findings_find_headline() has nothing: the clearest trait, else combination, that makes a
 * hit less likely and is strong or moderate. It is no rule for whom to look for.
 *
 * Returns: (transfer none) (nullable): the finding; NULL if there is none
 */
GfFinding *
gf_findings_find_rarest (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);

  return find_clear (self->traits, self->combinations, GF_DIRECTION_LESS);
}

/**
 * gf_findings_set_marks_both:
 * @self: findings that nobody else has yet
 * @finding: one of them
 *
 * Keeps that a finding marks the other side as well.
 */
void
gf_findings_set_marks_both (GfFindings *self,
                            GfFinding  *finding)
{
  g_return_if_fail (GF_IS_FINDINGS (self) && GF_IS_FINDING (finding));

  g_hash_table_add (self->both, finding);
}

/**
 * gf_findings_set_sides_compared:
 * @self: findings that nobody else has yet
 *
 * Keeps that the findings have been held against those of the other side.
 */
void
gf_findings_set_sides_compared (GfFindings *self)
{
  g_return_if_fail (GF_IS_FINDINGS (self));

  self->sides_compared = TRUE;
}

/**
 * gf_findings_get_sides_compared:
 * @self: the findings
 *
 * Returns: whether it is known which of them mark both sides
 */
gboolean
gf_findings_get_sides_compared (GfFindings *self)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), FALSE);

  return self->sides_compared;
}

/**
 * gf_findings_get_marks_both:
 * @self: the findings
 * @finding: a finding
 *
 * Returns: whether it is one of them that marks both the best and the bad fits; never before
 *   gf_findings_mark_both_sides()
 */
gboolean
gf_findings_get_marks_both (GfFindings *self,
                            GfFinding  *finding)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), FALSE);

  return g_hash_table_contains (self->both, finding);
}

/* What a thread works on when it looks for an overlap: nothing of it is changed meanwhile. */
typedef struct
{
  GfFinding *finding;
  GPtrArray *others;      /* of GfFinding */
  GfBitset *among;
  GfTable *table;
  gsize n_rows;
  gsize n_both;
} Overlap;

static void
overlap_free (gpointer data)
{
  Overlap *overlap = data;

  g_object_unref (overlap->finding);
  g_ptr_array_unref (overlap->others);
  g_clear_pointer (&overlap->among, gf_bitset_unref);
  gf_table_unref (overlap->table);
  g_free (overlap);
}

static void
find_overlap (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Overlap *self = data;
  g_autoptr (GfBitset) rows = match_compared (self->among, self->finding, self->table);
  gsize n_rows = gf_bitset_count (rows);
  GfFinding *best = NULL;
  double best_share = MIN_OVERLAP;

  for (guint i = 0; i < self->others->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GfFinding *other = g_ptr_array_index (self->others, i);
      g_autoptr (GfBitset) other_rows = match_compared (self->among, other, self->table);
      gsize both = gf_bitset_count_and (rows, other_rows);
      gsize either = n_rows + gf_bitset_count (other_rows) - both;
      double share = either == 0 ? 0.0 : (double) both / (double) either;
      double by_chance = (double) n_rows * (double) gf_bitset_count (other_rows) / (double) MAX (self->n_rows, 1);

      if (share > best_share && (double) both >= MORE_THAN_CHANCE * by_chance)
        {
          best = other;
          best_share = share;
          self->n_both = both;
        }
    }

  g_task_return_pointer (task, best != NULL ? g_object_ref (best) : NULL, g_object_unref);
}

/**
 * gf_findings_find_overlap_async:
 * @self: the findings
 * @finding: one of them
 * @table: the customers
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks, in a thread, among the traits of other columns that are at least weak for the one that shares
 * the most customers with @finding, and more than by chance: perhaps both say the same thing.
 */
void
gf_findings_find_overlap_async (GfFindings          *self,
                                GfFinding           *finding,
                                GfTable             *table,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (GF_IS_FINDINGS (self) && GF_IS_FINDING (finding) && table != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Overlap *overlap = g_new0 (Overlap, 1);

  overlap->finding = g_object_ref (finding);
  overlap->others = g_ptr_array_new_with_free_func (g_object_unref);
  overlap->among = self->options->among != NULL ? gf_bitset_ref ((GfBitset *) self->options->among) : NULL;
  overlap->table = gf_table_ref (table);
  overlap->n_rows = self->n_rows;
  for (guint i = 0; i < g_list_model_get_n_items (self->traits); i++)
    {
      GfFinding *other = get_item (self->traits, i);

      if (gf_finding_get_verdict (other) <= GF_VERDICT_WEAK && !share_a_column (finding, other))
        g_ptr_array_add (overlap->others, g_object_ref (other));
    }
  g_task_set_source_tag (task, gf_findings_find_overlap_async);
  g_task_set_task_data (task, overlap, overlap_free);
  gf_task_run_in_thread (task, find_overlap);
}

/**
 * gf_findings_find_overlap_finish:
 * @self: the findings
 * @result: what the callback was given
 * @n_both: (out) (optional): how many customers have both
 * @error: where to put that it was stopped
 *
 * Returns: (transfer full) (nullable): the trait; NULL if none shares enough
 */
GfFinding *
gf_findings_find_overlap_finish (GfFindings    *self,
                                 GAsyncResult  *result,
                                 gsize         *n_both,
                                 GError       **error)
{
  g_return_val_if_fail (GF_IS_FINDINGS (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, gf_findings_find_overlap_async), NULL);

  if (n_both != NULL)
    *n_both = ((Overlap *) g_task_get_task_data (G_TASK (result)))->n_both;

  return g_task_propagate_pointer (G_TASK (result), error);
}
