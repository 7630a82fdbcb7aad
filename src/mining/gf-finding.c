/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-finding.h"

#include "gf-looks.h"
#include "gf-proportion.h"
#include "gf-subgroups.h"

#include <float.h>
#include <math.h>

#define LEVEL 0.95
#define PLAIN_TAIL 0.025
/* A tail so small that its end is told no better. */
#define LEAST_TAIL 1e-300

struct _GfFinding
{
  GObject parent_instance;

  GPtrArray *selectors;
  GfCounts counts;
  GfAgainst against;
  double log_p;
  double log_q;
  double n_looks;
  double n_choices;     /* comparisons it is the clearest of, for its interval; 1 where it was not chosen */
  GArray *band_rows;    /* gsize, of the bands whose ranges it is the clearest of; NULL: no range */
  double near_tail;     /* beyond the end of the interval on the side of the share of all; 0 until it is known */
  double low;           /* the interval; NaN until it is asked for */
  double high;
  GfVerdict verdict;
  GPtrArray *twins;     /* GfSelector: traits of nearly the same customers that are not listed */
};

G_DEFINE_FINAL_TYPE (GfFinding, gf_finding, G_TYPE_OBJECT)

static double
ratio (gsize part,
       gsize whole)
{
  return whole == 0 ? NAN : (double) part / (double) whole;
}

static void
gf_finding_finalize (GObject *object)
{
  GfFinding *self = GF_FINDING (object);

  g_ptr_array_unref (self->selectors);
  g_ptr_array_unref (self->twins);
  g_clear_pointer (&self->band_rows, g_array_unref);

  G_OBJECT_CLASS (gf_finding_parent_class)->finalize (object);
}

static void
gf_finding_class_init (GfFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_finding_finalize;
}

static void
gf_finding_init (GfFinding *self)
{
  self->twins = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
}

/**
 * gf_finding_new:
 * @selectors: (element-type GfSelector): the traits, all of which hold
 * @counts: the counts
 * @against: what a hit is
 * @log_p: logarithm of Fisher's exact p, NaN if not tested
 * @log_q: logarithm of the corrected value, NaN if not tested
 * @n_looks: how many looks finding this range was worth, gf_looks_of_best_range(); 1 for a level
 *
 * Returns: (transfer full): the finding, with its verdict
 */
GfFinding *
gf_finding_new (GPtrArray      *selectors,
                const GfCounts *counts,
                GfAgainst       against,
                double          log_p,
                double          log_q,
                double          n_looks)
{
  g_return_val_if_fail (selectors != NULL && counts != NULL, NULL);

  GfFinding *self = g_object_new (GF_TYPE_FINDING, NULL);

  self->selectors = g_ptr_array_ref (selectors);
  self->counts = *counts;
  self->against = against;
  self->log_p = log_p;
  self->log_q = log_q;
  self->n_looks = n_looks;
  self->n_choices = n_looks;
  self->low = self->high = NAN;
  self->verdict = gf_verdict_judge (counts, log_p, log_q, n_looks);
  return self;
}

static double
get_near_tail (GfFinding *self)
{
  if (self->near_tail > 0.0)
    return self->near_tail;

  self->near_tail = self->band_rows != NULL
                      ? gf_looks_tail_of_best_range ((const gsize *) (gpointer) self->band_rows->data,
                                                     self->band_rows->len, self->counts.all_rows)
                      : CLAMP (2.0 * PLAIN_TAIL / MAX (self->n_choices, 1.0), LEAST_TAIL, PLAIN_TAIL);

  return self->near_tail;
}

static double
get_tail (GfFinding *self,
          gboolean   below)
{
  double near = get_near_tail (self);

  return below == (gf_finding_get_direction (self) == GF_DIRECTION_MORE) ? near : 2.0 * PLAIN_TAIL - near;
}

/* Whether the interval of the share, with the tails of this finding, does not hold the share of all. */
static gboolean
interval_clears (GfFinding      *self,
                 const GfCounts *counts)
{
  double base = ratio (counts->all_hits, counts->all_rows);

  return base < gf_jeffreys_low (counts->hits, counts->rows, get_tail (self, TRUE)) ||
         base > gf_jeffreys_high (counts->hits, counts->rows, get_tail (self, FALSE));
}

/* What is called strong or moderate has an interval, as it is shown, that is clear of the share of all. */
static void
judge_again (GfFinding *self)
{
  self->near_tail = 0.0;
  self->low = self->high = NAN;
  if (self->verdict <= GF_VERDICT_MODERATE && !interval_clears (self, &self->counts))
    self->verdict = GF_VERDICT_WEAK;
}

/**
 * gf_finding_set_choices:
 * @self: a finding that nobody else has yet
 * @n_choices: how many comparisons there were for each that is shown; 1 where it was not chosen by the data
 *
 * Says that it was chosen as one of the clearest of many, which its interval then allows for: gf_finding_get_low().
 */
void
gf_finding_set_choices (GfFinding *self,
                        double     n_choices)
{
  g_return_if_fail (GF_IS_FINDING (self));

  self->n_choices = MAX (1.0, n_choices);
  judge_again (self);
}

/**
 * gf_finding_set_ranges:
 * @self: a finding that nobody else has yet
 * @band_rows: (element-type gsize): how many customers each band of the scale holds
 *
 * Says that it is the clearest range of a scale, which its interval then allows for: gf_looks_tail_of_best_range().
 */
void
gf_finding_set_ranges (GfFinding *self,
                       GArray    *band_rows)
{
  g_return_if_fail (GF_IS_FINDING (self) && band_rows != NULL && band_rows->len > 0);

  g_clear_pointer (&self->band_rows, g_array_unref);
  self->band_rows = g_array_ref (band_rows);
  judge_again (self);
}

/**
 * gf_finding_evaluate:
 * @selectors: (element-type GfSelector): traits that someone chose
 * @table: the customers
 * @target: the customers that count as hits
 * @among: (nullable): the customers to compare; NULL for all
 * @against: what a hit is
 * @n_tests: among how many tests the traits were found; 1 if they were chosen without a look at the data
 *
 * Counts and judges any rule, such as one a person puts together. Its corrected value is that of
 * Bonferroni, as nothing is known of the other tests.
 *
 * Returns: (transfer full): the finding
 */
GfFinding *
gf_finding_evaluate (GPtrArray      *selectors,
                     GfTable        *table,
                     const GfBitset *target,
                     const GfBitset *among,
                     GfAgainst       against,
                     double          n_tests)
{
  g_return_val_if_fail (selectors != NULL && table != NULL && target != NULL, NULL);

  g_autoptr (GfBitset) met = gf_selectors_match (selectors, table);
  g_autoptr (GfBitset) rows = among != NULL ? gf_bitset_and (met, among) : gf_bitset_ref (met);
  GfCounts counts = {
    .rows = gf_bitset_count (rows),
    .hits = gf_bitset_count_and (rows, target),
    .all_rows = among != NULL ? gf_bitset_count (among) : gf_bitset_get_size (target),
    .all_hits = among != NULL ? gf_bitset_count_and (among, target) : gf_bitset_count (target),
  };
  double log_p = gf_counts_get_log_p (&counts);
  double log_q = MIN (0.0, log_p + log (MAX (1.0, n_tests)));

  return gf_finding_new (selectors, &counts, against, log_p, log_q, 1);
}

/**
 * gf_finding_get_selectors:
 * @self: a finding
 *
 * Returns: (transfer none) (element-type GfSelector): the traits; not to be changed
 */
GPtrArray *
gf_finding_get_selectors (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  return self->selectors;
}

/**
 * gf_finding_get_n_selectors:
 * @self: a finding
 *
 * Returns: how many traits it joins
 */
guint
gf_finding_get_n_selectors (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), 0);

  return self->selectors->len;
}

/**
 * gf_finding_get_selector:
 * @self: a finding
 * @i: less than the number of traits
 *
 * Returns: (transfer none): one of the traits
 */
GfSelector *
gf_finding_get_selector (GfFinding *self,
                         guint      i)
{
  g_return_val_if_fail (GF_IS_FINDING (self) && i < self->selectors->len, NULL);

  return g_ptr_array_index (self->selectors, i);
}

/**
 * gf_finding_get_against:
 * @self: a finding
 *
 * Returns: what a hit is
 */
GfAgainst
gf_finding_get_against (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), GF_AGAINST_BEST);

  return self->against;
}

/**
 * gf_finding_get_counts:
 * @self: a finding
 *
 * Returns: (transfer none): the four counts
 */
const GfCounts *
gf_finding_get_counts (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  return &self->counts;
}

/**
 * gf_finding_get_rows:
 * @self: a finding
 *
 * Returns: how many customers have the traits
 */
gsize
gf_finding_get_rows (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), 0);

  return self->counts.rows;
}

/**
 * gf_finding_get_hits:
 * @self: a finding
 *
 * Returns: how many of these are hits
 */
gsize
gf_finding_get_hits (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), 0);

  return self->counts.hits;
}

/**
 * gf_finding_get_share:
 * @self: a finding
 *
 * Returns: the share of hits among the customers with the traits; NaN if there are none
 */
double
gf_finding_get_share (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return ratio (self->counts.hits, self->counts.rows);
}

/**
 * gf_finding_get_low:
 * @self: a finding
 *
 * The 95 % Jeffreys interval of the share, with tails of equal size. Of a finding that was chosen as the clearest of
 * several the tail on the side of the share of all is only as large as lets one of twenty such choices lie beyond it
 * where there is nothing to find, and the other tail has the rest of the five in a hundred: a choice errs away from
 * the share of all, not towards it. That keeps the share of intervals shown that miss to about one in twenty:
 * Benjamini, Yekutieli (2005), False Discovery Rate-Adjusted Multiple Confidence Intervals for Selected Parameters,
 * Journal of the American Statistical Association 100, with tails of different size.
 *
 * Returns: the lower end of the interval
 */
double
gf_finding_get_low (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  if (isnan (self->low))
    self->low = gf_jeffreys_low (self->counts.hits, self->counts.rows, get_tail (self, TRUE));

  return self->low;
}

/**
 * gf_finding_get_high:
 * @self: a finding
 *
 * Returns: the upper end of the interval, gf_finding_get_low()
 */
double
gf_finding_get_high (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  if (isnan (self->high))
    self->high = gf_jeffreys_high (self->counts.hits, self->counts.rows, get_tail (self, FALSE));

  return self->high;
}

/**
 * gf_finding_get_rest_share:
 * @self: a finding
 *
 * Returns: the share of hits among all other customers; NaN if there are none
 */
double
gf_finding_get_rest_share (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return ratio (self->counts.all_hits - self->counts.hits,
                self->counts.all_rows - self->counts.rows);
}

/**
 * gf_finding_get_base_rate:
 * @self: a finding
 *
 * Returns: the share of hits among all customers
 */
double
gf_finding_get_base_rate (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return ratio (self->counts.all_hits, self->counts.all_rows);
}

/**
 * gf_finding_get_lift:
 * @self: a finding
 *
 * Returns: the share over the base rate
 */
double
gf_finding_get_lift (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return gf_lift (self->counts.hits, self->counts.rows, self->counts.all_hits,
                  self->counts.all_rows);
}

/**
 * gf_finding_get_coverage:
 * @self: a finding
 *
 * The other way round: how many of the hits have the traits, "12 of 15".
 *
 * Returns: the share of the hits that have the traits
 */
double
gf_finding_get_coverage (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return ratio (self->counts.hits, self->counts.all_hits);
}

/**
 * gf_finding_get_coverage_interval:
 * @self: a finding
 * @low: (out): the lower end
 * @high: (out): the upper end
 *
 * The 95 % Jeffreys interval of gf_finding_get_coverage().
 */
void
gf_finding_get_coverage_interval (GfFinding *self,
                                  double    *low,
                                  double    *high)
{
  g_return_if_fail (GF_IS_FINDING (self));

  gf_jeffreys_interval (self->counts.hits, self->counts.all_hits, LEVEL, low, high);
}

/**
 * gf_finding_get_rest_coverage:
 * @self: a finding
 *
 * Returns: the share of the customers that are no hits which have the traits
 */
double
gf_finding_get_rest_coverage (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return ratio (self->counts.rows - self->counts.hits,
                self->counts.all_rows - self->counts.all_hits);
}

/**
 * gf_finding_get_p:
 * @self: a finding
 *
 * Returns: Fisher's exact p, two-sided, never 0; NaN if not tested
 */
double
gf_finding_get_p (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return isnan (self->log_p) ? NAN : MAX (DBL_MIN, exp (self->log_p));
}

/**
 * gf_finding_get_q:
 * @self: a finding
 *
 * Returns: p corrected by Benjamini and Hochberg for all tests made, never 0; NaN if not tested
 */
double
gf_finding_get_q (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return isnan (self->log_q) ? NAN : MAX (DBL_MIN, exp (self->log_q));
}

/**
 * gf_finding_is_small_difference:
 * @self: a finding
 *
 * Returns: whether the difference is sure after all corrections but too small to act on
 */
gboolean
gf_finding_is_small_difference (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), FALSE);

  return self->verdict == GF_VERDICT_WEAK && gf_counts_are_small_difference (&self->counts, self->log_q);
}

/**
 * gf_finding_add_twin:
 * @self: a finding that nobody else has yet
 * @twin: a trait of another column that nearly the same customers have
 *
 * Remembers a trait that is not listed because this one says it already.
 */
void
gf_finding_add_twin (GfFinding  *self,
                     GfSelector *twin)
{
  g_return_if_fail (GF_IS_FINDING (self) && twin != NULL);

  g_ptr_array_add (self->twins, gf_selector_ref (twin));
}

/**
 * gf_finding_get_twins:
 * @self: a finding
 *
 * Returns: (transfer none) (element-type GfSelector): traits of nearly the same customers that this one stands for
 */
GPtrArray *
gf_finding_get_twins (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NULL);

  return self->twins;
}

/**
 * gf_finding_get_log_clearness:
 * @self: a finding
 *
 * Returns: the logarithm of its p times the looks it is the best of: the same measure for a level, a range
 *   and a set of values; less is clearer; NaN if it was not judged
 */
double
gf_finding_get_log_clearness (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return self->log_p + log (MAX (1.0, self->n_looks));
}

/**
 * gf_finding_is_best_of_several:
 * @self: a finding
 *
 * Returns: whether it is the clearest of several ranges or sets of values of a column, or of many combinations, so
 *   that its share tends to lie too far from the share of all, and its interval allows for that: the choice of one of
 *   two, which a plain interval allows for, is none
 */
gboolean
gf_finding_is_best_of_several (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), FALSE);

  return get_near_tail (self) < PLAIN_TAIL;
}

/**
 * gf_finding_get_quality:
 * @self: a finding
 *
 * Returns: weighted relative accuracy
 */
double
gf_finding_get_quality (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return gf_subgroup_wracc (self->counts.hits, self->counts.rows, self->counts.all_hits,
                            self->counts.all_rows);
}

/**
 * gf_finding_get_verdict:
 * @self: a finding
 *
 * Returns: how much the data say
 */
GfVerdict
gf_finding_get_verdict (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), GF_VERDICT_TOO_FEW);

  return self->verdict;
}

/**
 * gf_finding_get_direction:
 * @self: a finding
 *
 * Returns: whether the traits make a hit more or less likely; more if it makes no difference
 */
GfDirection
gf_finding_get_direction (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), GF_DIRECTION_MORE);

  return gf_finding_get_quality (self) < 0.0 ? GF_DIRECTION_LESS : GF_DIRECTION_MORE;
}

/**
 * gf_finding_same_traits:
 * @self: a finding
 * @other: a finding
 *
 * Returns: whether both are of the same conditions in the same order
 */
gboolean
gf_finding_same_traits (GfFinding *self,
                        GfFinding *other)
{
  g_return_val_if_fail (GF_IS_FINDING (self) && GF_IS_FINDING (other), FALSE);

  if (self->selectors->len != other->selectors->len)
    return FALSE;

  for (guint i = 0; i < self->selectors->len; i++)
    if (!gf_selector_equal (g_ptr_array_index (self->selectors, i),
                            g_ptr_array_index (other->selectors, i)))
      return FALSE;

  return TRUE;
}

static int
compare_numbers (double a,
                 double b)
{
  /* what was not tested comes last */
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);

  return a < b ? -1 : a > b;
}

static double
lift_distance (GfFinding *self)
{
  double lift = gf_finding_get_lift (self);

  if (isnan (lift))
    return 0.0;

  return lift == 0.0 ? G_MAXDOUBLE : fabs (log (lift));
}

/**
 * gf_finding_compare:
 * @a: a finding
 * @b: a finding
 *
 * Orders by evidence: the better verdict first, then the smaller q, then the smaller p, then what lies farther from the base
 * rate, then more customers, then the text.
 *
 * Returns: less than, equal to or more than 0
 */
int
gf_finding_compare (GfFinding *a,
                    GfFinding *b)
{
  g_return_val_if_fail (GF_IS_FINDING (a) && GF_IS_FINDING (b), 0);

  int order = (int) a->verdict - (int) b->verdict;

  if (order == 0)
    order = compare_numbers (a->log_q, b->log_q);
  if (order == 0)
    order = compare_numbers (a->log_p, b->log_p);
  if (order == 0)
    order = -compare_numbers (lift_distance (a), lift_distance (b));
  if (order == 0 && a->counts.rows != b->counts.rows)
    order = a->counts.rows > b->counts.rows ? -1 : 1;
  if (order == 0)
    {
      g_autofree char *x = gf_selectors_describe (a->selectors, NULL);
      g_autofree char *y = gf_selectors_describe (b->selectors, NULL);

      order = g_strcmp0 (x, y);
    }

  return order;
}

/**
 * gf_finding_get_steady_share:
 * @self: a finding
 *
 * Returns: the share drawn to that of all customers, as if %GF_PRIOR_ROWS more had been seen that are like all
 *   others: gf_shrunk_share()
 */
double
gf_finding_get_steady_share (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), NAN);

  return gf_shrunk_share (self->counts.hits, self->counts.rows, gf_finding_get_base_rate (self), GF_PRIOR_ROWS);
}

/**
 * gf_finding_compare_share:
 * @a: a finding
 * @b: a finding
 *
 * Orders by share, the higher first, so that 3 of 3 does not lead: the shares are those of
 * gf_finding_get_steady_share(), and what is of too few to compare comes last.
 *
 * Returns: less than, equal to or more than 0
 */
int
gf_finding_compare_share (GfFinding *a,
                          GfFinding *b)
{
  g_return_val_if_fail (GF_IS_FINDING (a) && GF_IS_FINDING (b), 0);

  int order = (a->verdict == GF_VERDICT_TOO_FEW) - (b->verdict == GF_VERDICT_TOO_FEW);

  if (order == 0)
    order = -compare_numbers (gf_finding_get_steady_share (a), gf_finding_get_steady_share (b));

  return order != 0 ? order : gf_finding_compare (a, b);
}

/**
 * gf_finding_match:
 * @self: a finding
 * @table: the customers
 *
 * Returns: (transfer full): the customers with the traits
 */
GfBitset *
gf_finding_match (GfFinding *self,
                  GfTable   *table)
{
  g_return_val_if_fail (GF_IS_FINDING (self) && table != NULL, NULL);

  return gf_selectors_match (self->selectors, table);
}

/**
 * gf_finding_holds_without_one:
 * @self: a finding
 *
 * "One customer less?" Leaves out one customer of each kind that there is: hit or not, with the traits or without.
 * The corrections for the other tests and for the choice among several stay what they were, as they hardly change.
 *
 * Returns: whether the finding would still be strong or moderate, whichever single customer is left out
 */
gboolean
gf_finding_holds_without_one (GfFinding *self)
{
  g_return_val_if_fail (GF_IS_FINDING (self), FALSE);

  if (self->verdict > GF_VERDICT_MODERATE)
    return FALSE;

  for (gsize has = 0; has < 2; has++)
    for (gsize hit = 0; hit < 2; hit++)
      {
        const GfCounts *all = &self->counts;
        gsize rows = has ? all->rows : all->all_rows - all->rows;
        gsize hits = has ? all->hits : all->all_hits - all->hits;
        const GfCounts left = { all->rows - has, all->hits - has * hit, all->all_rows - 1, all->all_hits - hit };

        if ((hit ? hits : rows - hits) == 0)
          continue;

        double log_p = gf_counts_get_log_p (&left);
        if (gf_verdict_judge (&left, log_p, self->log_q + log_p - self->log_p, self->n_looks) > GF_VERDICT_MODERATE ||
            !interval_clears (self, &left))
          return FALSE;
      }

  return TRUE;
}
