/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-combinations.h"

#include "gf-fisher.h"
#include "gf-value-sets.h"

#include <math.h>

#define PRODUCTIVE_P 0.05
#define SAME_CUSTOMERS 0.9
/* A condition that so many of those who meet the others meet anyway adds nothing to them. */
#define NEARLY_ALL 0.9
#define MIN_SEARCHED 200
#define MAX_ROWS_SEARCHED 100000

typedef struct
{
  const GfTraits *traits;
  const GfBitset *target;
  GHashTable *bits;       /* index in the pool -> GfBitset */
  GHashTable *pieces;     /* GfAtoms -> GPtrArray of the GfBitset of each piece that was matched */
  gsize n_rows;
  gsize n_hits;
} Context;

/* A combination that is shown. */
typedef struct
{
  GfSubgroup subgroup;
  double log_looks;       /* of putting its levels together */
  GArray *twins;          /* guint: conditions that with it say the same of nearly the same customers */
} Kept;

static void
clear_kept_cb (gpointer data)
{
  g_clear_pointer (&((Kept *) data)->twins, g_array_unref);
}

/* The customers of the conditions of all that was found, in one pass over each column. */
static void
match_found (Context      *self,
             const GArray *found)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer atoms, pieces;

  for (guint i = 0; i < found->len; i++)
    for (guint k = 0; k < g_array_index (found, GfSubgroup, i).n; k++)
      {
        const GfCandidate *one = g_ptr_array_index (self->traits->pool,
                                                    g_array_index (found, GfSubgroup, i).candidates[k]);
        gboolean *of = g_hash_table_lookup (wanted, one->atoms);

        if (of == NULL)
          {
            of = g_new0 (gboolean, one->atoms->n_atoms + 1);
            g_hash_table_insert (wanted, (gpointer) one->atoms, of);
          }
        for (guint piece = one->first; piece <= one->last; piece++)
          of[piece] = TRUE;
      }

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &atoms, &pieces))
    g_hash_table_insert (self->pieces, atoms, gf_atoms_match_each (atoms, pieces));
}

/* Some neighbouring pieces together; %NULL where they have not been matched. */
static GfBitset *
join_pieces (Context           *self,
             const GfCandidate *candidate)
{
  GPtrArray *pieces = g_hash_table_lookup (self->pieces, candidate->atoms);
  GfBitset *rows = NULL;

  if (pieces == NULL || candidate->levels != NULL)
    return NULL;

  for (guint piece = candidate->first; piece <= candidate->last; piece++)
    {
      GfBitset *one = piece < pieces->len ? g_ptr_array_index (pieces, piece) : NULL;

      if (one == NULL)
        {
          g_clear_pointer (&rows, gf_bitset_unref);
          return NULL;
        }

      GfBitset *both = rows == NULL ? gf_bitset_ref (one) : gf_bitset_or (rows, one);
      g_clear_pointer (&rows, gf_bitset_unref);
      rows = both;
    }

  return rows;
}

/* The customers of one condition, kept for the next combination that has it. */
static GfBitset *
get_bits (Context *self,
          guint    index)
{
  GfBitset *rows = g_hash_table_lookup (self->bits, GUINT_TO_POINTER (index));

  if (rows != NULL)
    return rows;

  const GfCandidate *candidate = g_ptr_array_index (self->traits->pool, index);

  rows = join_pieces (self, candidate);
  if (rows == NULL)
    rows = candidate->levels != NULL
               ? gf_atoms_match_any (candidate->atoms, candidate->levels)
               : gf_atoms_match (candidate->atoms, candidate->first, candidate->last);
  g_hash_table_insert (self->bits, GUINT_TO_POINTER (index), rows);

  return rows;
}

/* The customers who meet all conditions but the one left out. */
static GfBitset *
match_without (Context          *self,
               const GfSubgroup *subgroup,
               guint             left_out)
{
  GfBitset *rows = NULL;

  for (guint i = 0; i < subgroup->n; i++)
    {
      if (i == left_out)
        continue;

      GfBitset *one = get_bits (self, subgroup->candidates[i]);
      GfBitset *both = rows == NULL ? gf_bitset_ref (one) : gf_bitset_and (rows, one);

      g_clear_pointer (&rows, gf_bitset_unref);
      rows = both;
    }

  return rows;
}

/* Every condition must earn its place: within the customers who meet the others, those who meet it too
 * are hits more often than those who do not, by a one-sided exact test. One that says nothing by itself
 * was found by trying all of them, and has to be clearer by as much. */
static gboolean
is_productive (Context          *self,
               const GfSubgroup *subgroup)
{
  for (guint i = 0; i < subgroup->n; i++)
    {
      g_autoptr (GfBitset) parent = match_without (self, subgroup, i);
      gsize rows = gf_bitset_count (parent) - subgroup->rows;
      gsize hits = gf_bitset_count_and (parent, self->target) - subgroup->hits;
      const GfCandidate *candidate = g_ptr_array_index (self->traits->pool, subgroup->candidates[i]);
      double n_looks = candidate->stands_alone ? 1.0 : MAX (1.0, self->traits->n_tests);

      if (gf_fisher_greater_log_p (subgroup->hits, subgroup->rows - subgroup->hits, hits,
                                   rows - hits) + log (n_looks) >= log (PRODUCTIVE_P))
        return FALSE;
    }

  return TRUE;
}

static const GfCandidate *
get_condition (const Context    *self,
               const GfSubgroup *subgroup,
               guint             i)
{
  return g_ptr_array_index (self->traits->pool, subgroup->candidates[i]);
}

/* Takes out the conditions that nearly all of those who meet the others meet anyway, the commonest first, of equals the
 * first by its text; adds them to @dropped. One condition always stays. */
static void
reduce (Context    *self,
        GfSubgroup *subgroup,
        GArray     *dropped)
{
  while (subgroup->n > 1)
    {
      guint commonest = subgroup->n;
      gsize least = 0, hits = 0;

      for (guint i = 0; i < subgroup->n; i++)
        {
          g_autoptr (GfBitset) parent = match_without (self, subgroup, i);
          gsize rows = gf_bitset_count (parent);

          if ((double) subgroup->rows < NEARLY_ALL * (double) rows || (commonest < subgroup->n && rows >= least))
            continue;
          commonest = i;
          least = rows;
          hits = gf_bitset_count_and (parent, self->target);
        }
      if (commonest == subgroup->n)
        return;

      g_array_append_val (dropped, subgroup->candidates[commonest]);
      for (guint i = commonest; i + 1 < subgroup->n; i++)
        subgroup->candidates[i] = subgroup->candidates[i + 1];
      subgroup->n--;
      subgroup->rows = least;
      subgroup->hits = hits;
    }
}

static gboolean
has_attribute (const Context    *self,
               const GfSubgroup *subgroup,
               guint             attribute)
{
  for (guint i = 0; i < subgroup->n; i++)
    if (get_condition (self, subgroup, i)->attribute == attribute)
      return TRUE;

  return FALSE;
}

/* Remembers a condition of an attribute that the combination does not have yet. */
static void
add_twin (const Context *self,
          Kept          *kept,
          guint          twin)
{
  guint attribute = ((const GfCandidate *) g_ptr_array_index (self->traits->pool, twin))->attribute;

  if (has_attribute (self, &kept->subgroup, attribute))
    return;
  for (guint i = 0; i < kept->twins->len; i++)
    if (((const GfCandidate *) g_ptr_array_index (self->traits->pool, g_array_index (kept->twins, guint, i)))->attribute ==
        attribute)
      return;

  g_array_append_val (kept->twins, twin);
}

/* The combination of nearly the same customers that is kept already; %NULL if there is none. */
static Kept *
find_repeated (GfBitset  *rows,
               GPtrArray *covers,
               GArray    *kept)
{
  gsize n = gf_bitset_count (rows);

  for (guint i = 0; i < covers->len; i++)
    {
      GfBitset *other = g_ptr_array_index (covers, i);
      gsize both = gf_bitset_count_and (rows, other);
      gsize either = n + gf_bitset_count (other) - both;

      if ((double) both >= SAME_CUSTOMERS * (double) either)
        return &g_array_index (kept, Kept, i);
    }

  return NULL;
}

static void
add_twins (const Context    *self,
           Kept             *kept,
           const GfSubgroup *subgroup,
           const GArray     *dropped)
{
  for (guint i = 0; i < subgroup->n; i++)
    add_twin (self, kept, subgroup->candidates[i]);
  for (guint i = 0; i < dropped->len; i++)
    add_twin (self, kept, g_array_index (dropped, guint, i));
}

/* What a combination is about: the same conditions, but for where a range begins and ends. One with levels
 * put together is about each of them. */
static void
collect_subjects (Context          *self,
                  const GfSubgroup *subgroup,
                  guint             from,
                  const char       *text,
                  GPtrArray        *subjects)
{
  if (from >= MIN (subgroup->n, GF_SUBGROUP_MAX_DEPTH))
    {
      g_ptr_array_add (subjects, g_strdup (text));
      return;
    }

  const GfCandidate *candidate = g_ptr_array_index (self->traits->pool, subgroup->candidates[from]);
  guint n_levels = candidate->levels != NULL ? candidate->levels->len : 1;

  for (guint i = 0; i < n_levels; i++)
    {
      guint level = candidate->levels != NULL ? g_array_index (candidate->levels, guint32, i)
                    : candidate->first < candidate->atoms->n_ordered ? 0
                                                                     : candidate->first;
      g_autofree char *longer = g_strdup_printf ("%s%u=%u ", text, candidate->attribute, level);

      collect_subjects (self, subgroup, from + 1, longer, subjects);
    }
}

static GPtrArray *
dup_subjects (Context          *self,
              const GfSubgroup *subgroup)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func (g_free);

  collect_subjects (self, subgroup, 0, "", subjects);

  return subjects;
}

static gboolean
is_about_same (Context          *self,
               const GfSubgroup *subgroup,
               GHashTable       *known)
{
  g_autoptr (GPtrArray) subjects = dup_subjects (self, subgroup);

  return g_hash_table_contains (known, g_ptr_array_index (subjects, 0));
}

static void
remember_subjects (Context          *self,
                   const GfSubgroup *subgroup,
                   GHashTable       *known)
{
  g_autoptr (GPtrArray) subjects = dup_subjects (self, subgroup);

  for (guint i = 0; i < subjects->len; i++)
    g_hash_table_add (known, g_strdup (g_ptr_array_index (subjects, i)));
}

static double
subgroup_log_p (const Context    *self,
                const GfSubgroup *subgroup)
{
  gsize elsewhere = self->n_hits - subgroup->hits;

  return gf_fisher_log_p (subgroup->hits, subgroup->rows - subgroup->hits, elsewhere,
                          self->n_rows - subgroup->rows - elsewhere);
}

/* What was found among some customers is counted among all. */
static void
count_again (Context *self,
             GArray  *subgroups)
{
  for (guint i = 0; i < subgroups->len; i++)
    {
      GfSubgroup *subgroup = &g_array_index (subgroups, GfSubgroup, i);
      g_autoptr (GfBitset) rows = match_without (self, subgroup, G_MAXUINT);

      subgroup->rows = gf_bitset_count (rows);
      subgroup->hits = gf_bitset_count_and (rows, self->target);
    }
}

static guint
add_merged (Context           *self,
            const GfCandidate *one,
            GArray            *levels)
{
  g_autofree char *text = g_strdup_printf ("%s+%u", one->text, self->traits->pool->len);
  GfCandidate *merged = gf_candidate_new (one->atoms, one->first, one->last, one->attribute, text);

  merged->levels = g_array_ref (levels);
  merged->stands_alone = one->stands_alone;
  g_ptr_array_add (self->traits->pool, merged);

  return self->traits->pool->len - 1;
}

/* Puts levels of a condition together that, with the other conditions, say the same, where that is clearer
 * in spite of the sets there were to choose from. */
static void
widen (Context *self,
       Kept    *kept)
{
  for (guint i = 0; i < kept->subgroup.n; i++)
    {
      const GfCandidate *one = g_ptr_array_index (self->traits->pool, kept->subgroup.candidates[i]);
      double n_looks = g_array_index (self->traits->looks, double, one->attribute);

      /* intervals are put together as runs, not as any set */
      if (one->atoms->kind != GF_ATOMS_LEVELS || one->atoms->n_ordered > 0 || one->atoms->n_atoms < 3)
        continue;

      g_autoptr (GfBitset) among = match_without (self, &kept->subgroup, i);
      g_autoptr (GArray) levels = gf_value_set_grow (one->atoms, one->first, among, self->target,
                                                     GF_MIN_ROWS);
      if (levels->len < 2)
        continue;

      Kept wider = *kept;
      wider.subgroup.candidates[i] = add_merged (self, one, levels);
      wider.log_looks += gf_value_set_log_looks (MAX (levels->len, (guint) n_looks), levels->len);

      g_autoptr (GfBitset) rows = match_without (self, &wider.subgroup, G_MAXUINT);
      wider.subgroup.rows = gf_bitset_count (rows);
      wider.subgroup.hits = gf_bitset_count_and (rows, self->target);
      if (subgroup_log_p (self, &wider.subgroup) + wider.log_looks <
              subgroup_log_p (self, &kept->subgroup) + kept->log_looks &&
          is_productive (self, &wider.subgroup))
        *kept = wider;
    }
}

/* How many conjunctions of n conditions there are, no two of one attribute: the elementary symmetric
 * polynomials of how many conditions each attribute was tried with. */
static void
count_conjunctions (const GArray *looks,
                    double        counts[GF_SUBGROUP_MAX_DEPTH + 1])
{
  counts[0] = 1.0;
  for (guint k = 1; k <= GF_SUBGROUP_MAX_DEPTH; k++)
    counts[k] = 0.0;

  for (guint i = 0; i < looks->len; i++)
    for (guint k = GF_SUBGROUP_MAX_DEPTH; k >= 1; k--)
      counts[k] += counts[k - 1] * g_array_index (looks, double, i);
}

static GfFinding *
make_finding (Context    *self,
              const Kept *kept,
              GfAgainst   against,
              double      log_q,
              double      n_choices)
{
  const GfSubgroup *subgroup = &kept->subgroup;
  g_autoptr (GPtrArray) selectors =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  GfCounts counts = { subgroup->rows, subgroup->hits, self->n_rows, self->n_hits };

  for (guint i = 0; i < subgroup->n; i++)
    {
      const GfCandidate *candidate = g_ptr_array_index (self->traits->pool, subgroup->candidates[i]);

      g_ptr_array_add (selectors, gf_candidate_to_selector (candidate));
    }

  GfFinding *finding = gf_finding_new (selectors, &counts, against, subgroup_log_p (self, subgroup), log_q,
                                       exp (kept->log_looks));
  gf_finding_set_choices (finding, exp (kept->log_looks) * n_choices);

  for (guint i = 0; i < kept->twins->len; i++)
    {
      g_autoptr (GfSelector) twin =
          gf_candidate_to_selector (g_ptr_array_index (self->traits->pool, g_array_index (kept->twins, guint, i)));

      gf_finding_add_twin (finding, twin);
    }

  return finding;
}

static int
compare_findings_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  return gf_finding_compare ((GfFinding *) a, (GfFinding *) b);
}

/* Each depth is a family of its own, corrected for all conjunctions it stands for. */
static void
judge (Context      *self,
       GArray       *kept,
       const double *counts,
       GfAgainst     against,
       GPtrArray    *findings)
{
  g_autofree double *log_p = g_new (double, kept->len + 1);
  g_autofree double *log_q = g_new (double, kept->len + 1);

  for (guint depth = 2; depth <= GF_SUBGROUP_MAX_DEPTH; depth++)
    {
      double n_shown = 0.0;

      for (guint i = 0; i < kept->len; i++)
        {
          const Kept *one = &g_array_index (kept, Kept, i);

          log_p[i] = one->subgroup.n == depth ? subgroup_log_p (self, &one->subgroup) + one->log_looks
                                              : NAN;
          n_shown += !isnan (log_p[i]);
        }

      gf_benjamini_hochberg_log (log_p, kept->len, counts[depth], log_q);

      for (guint i = 0; i < kept->len; i++)
        if (!isnan (log_p[i]))
          g_ptr_array_add (findings, make_finding (self, &g_array_index (kept, Kept, i), against,
                                                   log_q[i], counts[depth] / n_shown));
    }
}

/* Best evidence first, so that of two that say the same of the same customers the better stays. */
static void
sort_by_evidence (Context *self,
                  GArray  *subgroups)
{
  /* the quality is not needed any more: keep the negative logarithm of p in its place */
  for (guint i = 0; i < subgroups->len; i++)
    {
      GfSubgroup *subgroup = &g_array_index (subgroups, GfSubgroup, i);

      subgroup->quality = -subgroup_log_p (self, subgroup);
    }

  for (guint i = 1; i < subgroups->len; i++)
    {
      GfSubgroup subgroup = g_array_index (subgroups, GfSubgroup, i);
      guint k = i;

      for (; k > 0 && g_array_index (subgroups, GfSubgroup, k - 1).quality < subgroup.quality; k--)
        g_array_index (subgroups, GfSubgroup, k) = g_array_index (subgroups, GfSubgroup, k - 1);
      g_array_index (subgroups, GfSubgroup, k) = subgroup;
    }
}

/**
 * gf_combinations_find:
 * @traits: the conditions, from gf_traits_find()
 * @target: the customers that count as hits
 * @options: what to look for
 * @n_tests: (out): how many conjunctions the search stands for
 * @cancellable: (nullable): to stop
 * @progress: (nullable): told the share done
 * @progress_data: for @progress
 * @error: set when stopped
 *
 * Searches the conjunctions of two or three conditions exactly by their binomial z, which unlike weighted
 * relative accuracy does not pass over small strong groups, and keeps of the best those that are
 *
 *  - productive: within the customers who meet the other conditions each condition raises the share of
 *    hits, one-sided exact p < 0.05 (Webb 2007, Discovering Significant Patterns, Machine Learning 68);
 *    for a condition that says nothing by itself p is multiplied by the number of all conditions tried;
 *  - no longer than needed: a condition that at least nine in ten of those who meet the others meet anyway is taken
 *    out, the commonest first; what comes down to a single trait is that trait and no combination;
 *  - of other customers: fewer than nine in ten in common with a combination of better evidence, and not the
 *    same conditions with another range of the same number.
 *
 * What was taken out, and what repeats another, stays with the combination that is kept as its twins.
 *
 * Levels of one column that together with the other conditions say the same are then put together
 * (gf_value_set_grow()), where that is clearer after a correction for all sets of as many levels, so that a
 * small strong group is not lost in pieces.
 *
 * Of more than 100,000 customers as many, evenly spaced, are searched, and what is found there is counted and
 * judged among all.
 *
 * The q of each depth is corrected for all its conjunctions, pruned, filtered or not, with every range
 * that was tried for a number.
 *
 * Returns: (transfer full) (element-type GfFinding) (nullable): sorted by evidence; NULL when stopped
 */
GListStore *
gf_combinations_find (const GfTraits        *traits,
                      const GfBitset        *target,
                      const GfMiningOptions *options,
                      double                *n_tests,
                      GCancellable          *cancellable,
                      GfProgressFunc         progress,
                      gpointer               progress_data,
                      GError               **error)
{
  guint top = options->top > 0 ? options->top : 20;
  GfSubgroupOptions search = {
    .quality = GF_QUALITY_BINOMIAL,
    .depth = MIN (options->depth, GF_SUBGROUP_MAX_DEPTH),
    .min_depth = 2,
    .top = MAX (MIN_SEARCHED, 10 * MIN (top, 1000)),
    .min_rows = MAX (options->min_rows, GF_MIN_ROWS),
    .among = options->among,
    .max_rows = MAX_ROWS_SEARCHED,
    .one_each = TRUE,
    .prune = TRUE,
  };
  g_autoptr (GArray) found = gf_subgroups_search (traits->pool, target, &search, cancellable,
                                                  progress, progress_data, error);
  if (found == NULL)
    return NULL;

  g_autoptr (GHashTable) bits =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gf_bitset_unref);
  g_autoptr (GHashTable) pieces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  Context context = { traits, target, bits, pieces, gf_mining_options_count_rows (options, target),
                      gf_mining_options_count_hits (options, target) };
  double counts[GF_SUBGROUP_MAX_DEPTH + 1];

  count_conjunctions (traits->looks, counts);
  *n_tests = 0.0;
  for (guint depth = 2; depth <= search.depth; depth++)
    *n_tests += counts[depth];

  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (kept, clear_kept_cb);
  g_autoptr (GPtrArray) covers = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_bitset_unref);

  g_autoptr (GHashTable) subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  match_found (&context, found);
  if (context.n_rows > MAX_ROWS_SEARCHED)
    count_again (&context, found);
  sort_by_evidence (&context, found);
  for (guint i = 0; i < found->len && kept->len < top; i++)
    {
      GfSubgroup subgroup = g_array_index (found, GfSubgroup, i);
      g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (is_about_same (&context, &subgroup, subjects))
        continue;
      reduce (&context, &subgroup, dropped);
      if (subgroup.n < 2 || subgroup.hits * context.n_rows <= subgroup.rows * context.n_hits ||
          !is_productive (&context, &subgroup))
        continue;

      Kept one = { subgroup, 0.0, NULL };
      widen (&context, &one);
      g_autoptr (GfBitset) rows = match_without (&context, &one.subgroup, G_MAXUINT);
      Kept *repeated = find_repeated (rows, covers, kept);
      if (repeated != NULL)
        {
          add_twins (&context, repeated, &one.subgroup, dropped);
          continue;
        }
      if (is_about_same (&context, &one.subgroup, subjects))
        continue;

      one.twins = g_array_new (FALSE, FALSE, sizeof (guint));
      add_twins (&context, &one, &one.subgroup, dropped);
      remember_subjects (&context, &one.subgroup, subjects);
      g_array_append_val (kept, one);
      g_ptr_array_add (covers, g_steal_pointer (&rows));
    }

  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  judge (&context, kept, counts, options->against, findings);
  g_ptr_array_sort_values_with_data (findings, compare_findings_cb, NULL);

  GListStore *store = g_list_store_new (GF_TYPE_FINDING);
  g_list_store_splice (store, 0, 0, findings->pdata, findings->len);

  return store;
}
