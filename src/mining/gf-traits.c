/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-traits.h"

#include "gf-fisher.h"
#include "gf-looks.h"
#include "gf-parallel.h"
#include "gf-proportion.h"
#include "gf-value-sets.h"

#include <math.h>

/* Less than this, times the ranges tried, and a condition says something by itself. */
#define ALONE_P 0.05
#define LITTLE_LIFT 1.2
#define SELDOM_LIFT 0.67
/* Fewer levels are not put together: the others say as much. */
#define LEAST_TO_JOIN 4
/* Traits that share so much of all who have either are of the same customers. */
#define SAME_CUSTOMERS 0.95
/* So many are looked at for that, the clearest ones. */
#define MOST_TWINS 60

/* A condition that is put forward. */
typedef struct
{
  GfCandidate *candidate;
  double log_p;
  double n_looks;
  GArray *band_rows;    /* gsize, of the bands whose ranges it is the best of; NULL: it is no such range */
} Draft;

typedef struct
{
  GfTraits *traits;
  GArray *drafts;
  gsize n_rows;
  gsize n_hits;
  gsize min_rows;
  gboolean too_few;
  gboolean combine;     /* whether the column at hand goes into combinations */
} Drafting;

static void
clear_draft_cb (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->candidate, gf_candidate_free);
  g_clear_pointer (&draft->band_rows, g_array_unref);
}

static GfCounts
candidate_counts (const Drafting    *self,
                  const GfCandidate *candidate)
{
  return (GfCounts) { candidate->rows, candidate->hits, self->n_rows, self->n_hits };
}

static double
candidate_log_p (const Drafting    *self,
                 const GfCandidate *candidate)
{
  gsize elsewhere = self->n_hits - candidate->hits;

  return gf_fisher_log_p (candidate->hits, candidate->rows - candidate->hits, elsewhere,
                          self->n_rows - candidate->rows - elsewhere);
}

static gboolean
is_more (const Drafting    *self,
         const GfCandidate *candidate)
{
  return gf_subgroup_wracc (candidate->hits, candidate->rows, self->n_hits, self->n_rows) >= 0.0;
}

/* The text ties are broken by: the column, then a level, or a band's place on the scale. */
static GfCandidate *
make_candidate (const GfAtoms *atoms,
                guint          first,
                guint          last,
                guint          attribute)
{
  const char *name = gf_column_get_name (atoms->column);
  const char *level = first == atoms->n_atoms ? "" : gf_atoms_get_text (atoms, first);
  g_autofree char *text = level != NULL && first == last ? g_strdup_printf ("%s=%s", name, level)
                                        : g_strdup_printf ("%s=%03u-%03u", name, first, last);

  return gf_candidate_new (atoms, first, last, attribute, text);
}

static guint
add_attribute (GfTraits *traits,
               double    n_looks)
{
  g_array_append_val (traits->looks, n_looks);

  return traits->looks->len - 1;
}

static void
put_forward (Drafting    *self,
             GfCandidate *candidate,
             double       log_p,
             double       n_looks)
{
  Draft draft = { candidate, log_p, n_looks, NULL };

  g_array_append_val (self->drafts, draft);
}

/* A condition that combinations may be made of. One that was put forward for itself has a subject of its own; all
 * other ranges of a column share one. */
static GfCandidate *
add_to_pool (Drafting      *self,
             const GfAtoms *atoms,
             guint          first,
             guint          last,
             guint          attribute)
{
  GfCandidate *candidate = make_candidate (atoms, first, last, attribute);

  candidate->subject = self->traits->n_subjects++;
  g_ptr_array_add (self->traits->pool, candidate);

  return candidate;
}

static gboolean
says_something (const Drafting    *self,
                const GfCandidate *candidate,
                double             n_looks)
{
  return is_more (self, candidate) &&
         candidate_log_p (self, candidate) + log (n_looks) < log (ALONE_P);
}

/* One level, or one member of a set. */
static void
draft_level (Drafting      *self,
             const GfAtoms *atoms,
             guint          level,
             guint          attribute)
{
  g_autoptr (GfCandidate) candidate = make_candidate (atoms, level, level, attribute);
  GfCounts counts = candidate_counts (self, candidate);

  if (gf_counts_are_too_few (&counts))
    {
      put_forward (self, g_steal_pointer (&candidate), NAN, 1);
      return;
    }

  double log_p = candidate_log_p (self, candidate);
  self->traits->n_tests += 1.0;
  put_forward (self, g_steal_pointer (&candidate), log_p, 1);
}

/* What nearly all customers have sets nobody apart; that the few others are hardly ever hits does. */
static gboolean
is_told_by_the_other (const Drafting *self,
                      const GfAtoms  *atoms,
                      guint           more,
                      guint           less)
{
  return atoms->rows[less] >= GF_MIN_ROWS &&
         gf_lift (atoms->hits[more], atoms->rows[more], self->n_hits, self->n_rows) < LITTLE_LIFT &&
         gf_lift (atoms->hits[less], atoms->rows[less], self->n_hits, self->n_rows) <= SELDOM_LIFT;
}

/* Two levels that part all customers between them are one comparison: the one put forward is that of
 * which more is a hit, unless the other tells more. */
static gboolean
draft_two_levels (Drafting      *self,
                  const GfAtoms *atoms,
                  guint          attribute)
{
  guint levels[2], n = 0;

  for (guint i = 0; i < atoms->n_atoms; i++)
    if (atoms->rows[i] > 0)
      {
        if (n == 2)
          return FALSE;
        levels[n++] = i;
      }

  if (n != 2 || atoms->rows[levels[0]] + atoms->rows[levels[1]] != self->n_rows)
    return FALSE;

  g_autoptr (GfCandidate) last = make_candidate (atoms, levels[1], levels[1], attribute);
  guint more = is_more (self, last) ? 1 : 0;

  draft_level (self, atoms, levels[is_told_by_the_other (self, atoms, levels[more], levels[1 - more])
                                       ? 1 - more : more], attribute);

  return TRUE;
}

/* Less p first; of equals the wider range, then the lower one. */
static gboolean
is_better_range (const GfCandidate *candidate,
                 double             log_p,
                 const GfCandidate *best,
                 double             best_log_p)
{
  if (best == NULL || log_p != best_log_p)
    return best == NULL || log_p < best_log_p;

  return candidate->last - candidate->first > best->last - best->first;
}

static gboolean
are_complements (const GfCandidate *a,
                 const GfCandidate *b)
{
  guint n = a->atoms->n_ordered;

  return (a->first == 0 && b->first == a->last + 1 && b->last == n - 1) ||
         (b->first == 0 && a->first == b->last + 1 && a->last == n - 1);
}

/* The best range of its direction; one of fewer hits only if it says anything by itself, or is the only one. */
static void
put_range_forward (Drafting     *self,
                   GfCandidate **range,
                   double        log_p,
                   guint         n_tried,
                   gboolean      always)
{
  if (*range == NULL)
    return;

  const GfAtoms *atoms = (*range)->atoms;
  double n_looks = gf_looks_of_best_range (atoms->rows, atoms->n_ordered, self->n_rows, self->n_hits, n_tried,
                                           log_p);

  if (!always && log_p + log (n_looks) >= log (ALONE_P))
    return;

  put_forward (self, g_steal_pointer (range), log_p, n_looks);

  Draft *draft = &g_array_index (self->drafts, Draft, self->drafts->len - 1);
  draft->band_rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_vals (draft->band_rows, atoms->rows, atoms->n_ordered);
}

static const Draft *
find_draft (const Drafting *self,
            guint           from,
            guint           first,
            guint           last)
{
  for (guint i = from; i < self->drafts->len; i++)
    {
      const Draft *draft = &g_array_index (self->drafts, Draft, i);

      if (draft->candidate->first == first && draft->candidate->last == last)
        return draft;
    }

  return NULL;
}

/* Together with other traits another range may be the best one, so all go into the pool; those put forward, the
 * drafts @from on, may say something by themselves. */
static void
pool_ranges (Drafting      *self,
             const GfAtoms *atoms,
             guint          attribute,
             guint          from)
{
  guint shared = self->traits->n_subjects++;

  for (guint first = 0; first < atoms->n_ordered; first++)
    for (guint last = first; last < atoms->n_ordered; last++)
      {
        const Draft *draft = find_draft (self, from, first, last);

        if (first == 0 && last == atoms->n_ordered - 1)
          continue;

        GfCandidate *candidate = add_to_pool (self, atoms, first, last, attribute);
        if (draft != NULL)
          candidate->stands_alone = says_something (self, candidate, draft->n_looks);
        else
          candidate->subject = shared;
      }
}

/* Every run of neighbouring pieces is tried and counts as a test. Put forward are the best of those with
 * more hits than usual and, if it says anything by itself, the best of those with fewer. */
static void
draft_runs (Drafting      *self,
            const GfAtoms *atoms,
            guint          attribute)
{
  g_autoptr (GfCandidate) best_more = NULL;
  g_autoptr (GfCandidate) best_less = NULL;
  double log_p_more = 0.0, log_p_less = 0.0;
  guint n_tried = 0;
  guint from = self->drafts->len;

  for (guint first = 0; first < atoms->n_ordered; first++)
    for (guint last = first; last < atoms->n_ordered; last++)
      {
        g_autoptr (GfCandidate) candidate = make_candidate (atoms, first, last, attribute);
        GfCounts counts = candidate_counts (self, candidate);

        if ((first == 0 && last == atoms->n_ordered - 1) || gf_counts_are_too_few (&counts))
          continue;

        gboolean more = is_more (self, candidate);
        GfCandidate **best = more ? &best_more : &best_less;
        double *best_log_p = more ? &log_p_more : &log_p_less;
        double log_p = candidate_log_p (self, candidate);

        n_tried++;
        if (is_better_range (candidate, log_p, *best, *best_log_p))
          {
            g_clear_pointer (best, gf_candidate_free);
            *best = g_steal_pointer (&candidate);
            *best_log_p = log_p;
          }
      }

  self->traits->n_tests += (double) n_tried;

  /* "before 2023" and "since 2023" are the same said twice */
  if (best_less != NULL && best_more != NULL && are_complements (best_less, best_more))
    g_clear_pointer (&best_less, gf_candidate_free);

  put_range_forward (self, &best_less, log_p_less, n_tried, best_more == NULL);
  put_range_forward (self, &best_more, log_p_more, n_tried, TRUE);
  if (self->combine)
    {
      g_array_index (self->traits->looks, double, attribute) += (double) n_tried;
      pool_ranges (self, atoms, attribute, from);
    }
}

/* The level of which more are hits that is clearest by itself; n_atoms if there is none. */
static guint
find_clearest_level (const Drafting *self,
                     const GfAtoms  *atoms,
                     guint          *n_levels,
                     double         *clearest_log_p)
{
  guint clearest = atoms->n_atoms;

  *n_levels = 0;
  *clearest_log_p = 0.0;
  for (guint i = 0; i < atoms->n_atoms; i++)
    {
      const GfCandidate one = { .rows = atoms->rows[i], .hits = atoms->hits[i] };

      if (one.rows < GF_MIN_ROWS)
        continue;
      (*n_levels)++;

      double log_p = candidate_log_p (self, &one);
      if (is_more (self, &one) && log_p < *clearest_log_p)
        {
          clearest = i;
          *clearest_log_p = log_p;
        }
    }

  return clearest;
}

/* Levels that say the same are put forward as one, too, where that is clearer than the clearest of them in spite of all
 * sets of as many that could have been: three small markets that are each barely clear. That is one more comparison for
 * the column, whether a set is found or not. */
static void
draft_level_set (Drafting      *self,
                 const GfAtoms *atoms,
                 guint          attribute)
{
  guint n_levels;
  double clearest_log_p;
  guint clearest = find_clearest_level (self, atoms, &n_levels, &clearest_log_p);

  if (n_levels < LEAST_TO_JOIN)
    return;
  self->traits->n_tests += 1.0;
  if (clearest == atoms->n_atoms)
    return;

  g_autoptr (GArray) levels = gf_value_set_grow_counted (atoms, clearest, GF_MIN_ROWS);
  if (levels->len < 2 || levels->len >= n_levels)
    return;

  g_autoptr (GfCandidate) set = make_candidate (atoms, clearest, clearest, attribute);
  set->levels = g_steal_pointer (&levels);
  set->rows = set->hits = 0;
  for (guint i = 0; i < set->levels->len; i++)
    {
      set->rows += atoms->rows[g_array_index (set->levels, guint32, i)];
      set->hits += atoms->hits[g_array_index (set->levels, guint32, i)];
    }

  /* of one look a column, not of one a level */
  double log_looks = gf_value_set_log_looks (n_levels, set->levels->len) + log ((double) n_levels);
  double log_p = candidate_log_p (self, set);
  if (log_p + log_looks < clearest_log_p + log ((double) n_levels))
    put_forward (self, g_steal_pointer (&set), log_p, exp (log_looks));
}

static void
draft_levels (Drafting      *self,
              const GfAtoms *atoms)
{
  gboolean members = atoms->kind == GF_ATOMS_MEMBERS;
  guint attribute = members ? 0 : add_attribute (self->traits, 0.0);
  gboolean runs = atoms->n_ordered > 0 && !self->too_few;
  gboolean two = !members && !runs && draft_two_levels (self, atoms, attribute);

  if (runs)
    draft_runs (self, atoms, attribute);

  double n_before = self->traits->n_tests - (two ? 1.0 : 0.0);

  for (guint i = runs ? atoms->n_ordered : 0; i < atoms->n_atoms; i++)
    {
      if (atoms->rows[i] == 0 || atoms->rows[i] < self->min_rows)
        continue;
      if (members)
        attribute = add_attribute (self->traits, 1.0);
      if (!two)
        draft_level (self, atoms, i, attribute);
      if (atoms->rows[i] >= GF_MIN_ROWS)
        {
          GfCandidate *candidate = add_to_pool (self, atoms, i, i, attribute);

          candidate->stands_alone = says_something (self, candidate, 1.0);
        }
    }

  if (members)
    return;
  g_array_index (self->traits->looks, double, attribute) += two ? 2.0 : self->traits->n_tests - n_before;
  if (!runs && !two && !self->too_few)
    draft_level_set (self, atoms, attribute);
}

/* With too few to compare nothing is chosen by its hits: the bands are listed as they are. */
static void
list_bands (Drafting      *self,
            const GfAtoms *atoms)
{
  guint attribute = add_attribute (self->traits, 0.0);

  for (guint i = 0; i < atoms->n_atoms; i++)
    put_forward (self, make_candidate (atoms, i, i, attribute), NAN, 1);
}

/* That nothing is known may say something too: whom nobody has asked. It goes into no combination. */
static void
draft_missing (Drafting      *self,
               const GfAtoms *atoms)
{
  gsize n = atoms->rows[atoms->n_atoms];

  if (n < MAX (self->min_rows, GF_MIN_ROWS) || n == self->n_rows)
    return;

  draft_level (self, atoms, atoms->n_atoms, add_attribute (self->traits, 0.0));
}

static void
draft_column (Drafting *self,
              GfAtoms  *atoms)
{
  if (atoms->kind != GF_ATOMS_BANDS)
    draft_levels (self, atoms);
  else if (self->too_few)
    list_bands (self, atoms);
  else
    draft_runs (self, atoms, add_attribute (self->traits, 0.0));
  if (!self->too_few)
    draft_missing (self, atoms);
}

/* A finding and the condition it is of, for as long as they are sorted. */
typedef struct
{
  GfFinding *finding;
  const GfCandidate *candidate;
} Judged;

static void
clear_judged_cb (gpointer data)
{
  g_clear_object (&((Judged *) data)->finding);
}

static int
compare_judged_cb (gconstpointer a,
                   gconstpointer b)
{
  return gf_finding_compare (((const Judged *) a)->finding, ((const Judged *) b)->finding);
}

static gboolean
are_same_customers (const GfBitset *a,
                    const GfBitset *b)
{
  gsize both = gf_bitset_count_and (a, b);

  return (double) both >= SAME_CUSTOMERS * (double) (gf_bitset_count (a) + gf_bitset_count (b) - both);
}

/* Of traits of different columns that nearly the same customers have only the clearest is listed, and remembers
 * the others: seven ways to say "no internet" are one finding. */
static void
merge_twins (GArray *judged)
{
  g_autoptr (GPtrArray) covers = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_bitset_unref);

  for (guint i = 0; i < judged->len && covers->len < MOST_TWINS;)
    {
      Judged *one = &g_array_index (judged, Judged, i);
      gboolean merged = FALSE;

      if (gf_finding_get_verdict (one->finding) > GF_VERDICT_WEAK)
        return;

      const GfCandidate *candidate = one->candidate;
      g_autoptr (GfBitset) cover = candidate->levels != NULL
                                     ? gf_atoms_match_any (candidate->atoms, candidate->levels)
                                     : gf_atoms_match (candidate->atoms, candidate->first, candidate->last);
      for (guint k = 0; k < covers->len && !merged; k++)
        {
          Judged *other = &g_array_index (judged, Judged, k);

          if (other->candidate->atoms == one->candidate->atoms ||
              !are_same_customers (g_ptr_array_index (covers, k), cover))
            continue;
          gf_finding_add_twin (other->finding, gf_finding_get_selector (one->finding, 0));
          merged = TRUE;
        }

      if (merged)
        {
          g_array_remove_index (judged, i);
          continue;
        }
      g_ptr_array_add (covers, g_steal_pointer (&cover));
      i++;
    }
}

static GListStore *
judge_drafts (Drafting  *self,
              GfAgainst  against)
{
  GListStore *store = g_list_store_new (GF_TYPE_FINDING);
  g_autofree double *log_p = g_new (double, self->drafts->len + 1);
  g_autofree double *log_q = g_new (double, self->drafts->len + 1);
  g_autoptr (GArray) judged = g_array_new (FALSE, FALSE, sizeof (Judged));

  g_array_set_clear_func (judged, clear_judged_cb);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = &g_array_index (self->drafts, Draft, i);

      /* every range is a test of its own, a set of values is one with all sets of as many */
      log_p[i] = draft->candidate->levels != NULL ? MIN (0.0, draft->log_p + log (draft->n_looks)) : draft->log_p;
    }

  gf_benjamini_hochberg_log (log_p, self->drafts->len, self->traits->n_tests, log_q);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = &g_array_index (self->drafts, Draft, i);
      g_autoptr (GPtrArray) selectors =
          g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
      GfCounts counts = candidate_counts (self, draft->candidate);

      g_ptr_array_add (selectors, gf_candidate_to_selector (draft->candidate));
      Judged one = { gf_finding_new (selectors, &counts, against, draft->log_p, log_q[i], draft->n_looks),
                     draft->candidate };
      if (draft->band_rows != NULL)
        gf_finding_set_ranges (one.finding, draft->band_rows);
      else
        gf_finding_set_choices (one.finding, draft->n_looks);
      g_array_append_val (judged, one);
    }

  g_array_sort (judged, compare_judged_cb);
  merge_twins (judged);
  for (guint i = 0; i < judged->len; i++)
    g_list_store_append (store, g_array_index (judged, Judged, i).finding);

  return store;
}

/* Where the interval of a level begins; a run of them ends where the next one does. */
static double
band_start (const GfAtoms *atoms,
            guint          level)
{
  double low = NAN, high;

  gf_column_get_band (atoms->column, level, &low, &high);

  return low;
}

/**
 * gf_candidate_to_selector:
 * @self: a condition of the search
 *
 * Returns: (transfer full): the condition by the names of the table
 */
GfSelector *
gf_candidate_to_selector (const GfCandidate *self)
{
  const GfAtoms *atoms = self->atoms;
  const char *name = gf_column_get_name (atoms->column);

  if (self->levels != NULL)
    {
      g_autoptr (GPtrArray) values = g_ptr_array_new_null_terminated (self->levels->len, NULL, TRUE);

      for (guint i = 0; i < self->levels->len; i++)
        g_ptr_array_add (values, (char *) gf_atoms_get_text (atoms, g_array_index (self->levels,
                                                                                   guint32, i)));

      return gf_selector_new_any (name, (const char * const *) values->pdata);
    }

  if (self->first == atoms->n_atoms)
    return gf_selector_new_missing (name);

  switch (atoms->kind)
    {
    case GF_ATOMS_MEMBERS:
      return gf_selector_new_contains (name, gf_atoms_get_text (atoms, self->first));

    case GF_ATOMS_BANDS:
      return gf_selector_new_range (name, self->first == 0 ? NAN : atoms->edges[self->first - 1],
                                    self->last == atoms->n_atoms - 1 ? NAN
                                                                     : atoms->edges[self->last]);

    case GF_ATOMS_LEVELS:
      if (self->first < self->last)
        return gf_selector_new_range (name, self->first == 0 ? NAN : band_start (atoms, self->first),
                                      self->last == atoms->n_ordered - 1 ? NAN
                                                                         : band_start (atoms, self->last + 1));
      G_GNUC_FALLTHROUGH;

    case GF_ATOMS_TEXTS:
    default:
      return gf_selector_new_is (name, gf_atoms_get_text (atoms, self->first));
    }
}

/**
 * gf_traits_clear:
 * @self: what gf_traits_find() filled
 *
 * Frees what it holds.
 */
void
gf_traits_clear (GfTraits *self)
{
  g_clear_pointer (&self->pool, g_ptr_array_unref);
  g_clear_pointer (&self->atoms, g_ptr_array_unref);
  g_clear_pointer (&self->looks, g_array_unref);
}

typedef struct
{
  GPtrArray *columns;
  GfAtoms **atoms;
  const GfBitset *target;
  const GfBitset *among;
  GCancellable *cancellable;
  GThread *thread;       /* that is told of the progress */
  GfProgressFunc progress;
  gpointer progress_data;
  int n_done;            /* atomic */
} Looking;

static void
look_at_column_cb (guint    index,
                   gpointer user_data)
{
  Looking *self = user_data;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  self->atoms[index] = gf_atoms_new (g_ptr_array_index (self->columns, index));
  if (self->atoms[index] != NULL)
    gf_atoms_count (self->atoms[index], self->target, self->among);

  guint n_done = (guint) g_atomic_int_add (&self->n_done, 1) + 1;
  if (self->progress != NULL && self->thread == g_thread_self ())
    self->progress ((double) n_done / (double) self->columns->len, self->progress_data);
}

/* Cuts the columns into pieces and counts them, several columns at once. */
static gboolean
look_at_columns (GfTraits        *self,
                 GPtrArray       *columns,
                 const GfBitset  *target,
                 const GfBitset  *among,
                 GCancellable    *cancellable,
                 GfProgressFunc   progress,
                 gpointer         progress_data,
                 GError         **error)
{
  g_autofree GfAtoms **atoms = g_new0 (GfAtoms *, columns->len + 1);
  Looking looking = { columns, atoms, target, among, cancellable, g_thread_self (), progress,
                      progress_data, 0 };

  gf_parallel_for (columns->len, gf_atoms_choose_threads (gf_bitset_get_size (target)), look_at_column_cb,
                   &looking);
  for (guint i = 0; i < columns->len; i++)
    if (atoms[i] != NULL)
      g_ptr_array_add (self->atoms, atoms[i]);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * gf_traits_find:
 * @self: (out caller-allocates): filled with the pieces of the columns and what combinations use
 * @columns: (element-type GfColumn): the columns to look at
 * @target: the customers that count as hits
 * @options: what to look for
 * @cancellable: (nullable): to stop
 * @progress: (nullable): told the share done
 * @progress_data: for @progress
 * @error: set when stopped
 *
 * Looks at every level of a category, the levels of it that say the same together, every member of a set, whether a cell says nothing, and every run of
 * neighbouring bands of a number, a date or a column of intervals ("11-50", "51-200"). Of the runs only the best of a column are put forward, yet all count as tests: with
 * n tests made, the k-th best put forward needs p < 0.05 k/n. That is a self-consistent procedure
 * (Blanchard, Roquain 2008), so the false discovery rate holds for the list that is shown, and many
 * overlapping ranges of one strong column do not make it easier for the others.
 *
 * When somebody became a customer is no trait to look for in the next one: columns with the role date stay out of
 * the combinations, unless they were asked for by name.
 *
 * Returns: (transfer full) (element-type GfFinding) (nullable): sorted by evidence; NULL when stopped
 */
GListStore *
gf_traits_find (GfTraits              *self,
                GPtrArray             *columns,
                const GfBitset        *target,
                const GfMiningOptions *options,
                GCancellable          *cancellable,
                GfProgressFunc         progress,
                gpointer               progress_data,
                GError               **error)
{
  gsize n_rows = gf_mining_options_count_rows (options, target);
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  Drafting drafting = {
    .traits = self,
    .drafts = drafts,
    .n_rows = n_rows,
    .n_hits = gf_mining_options_count_hits (options, target),
    .min_rows = options->min_rows > 0 ? options->min_rows : n_rows < 500 ? 2 : GF_MIN_ROWS,
  };

  g_array_set_clear_func (drafts, clear_draft_cb);
  drafting.too_few = drafting.n_hits < GF_MIN_HITS || n_rows - drafting.n_hits < GF_MIN_HITS;
  self->atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_atoms_free);
  self->pool = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_candidate_free);
  self->looks = g_array_new (FALSE, FALSE, sizeof (double));
  self->n_tests = 0.0;

  if (!look_at_columns (self, columns, target, options->among, cancellable, progress, progress_data, error))
    return NULL;
  for (guint i = 0; i < self->atoms->len; i++)
    {
      GfAtoms *atoms = g_ptr_array_index (self->atoms, i);

      drafting.combine = options->attributes != NULL ||
                         gf_column_get_role (atoms->column) != GF_ROLE_DATE;
      draft_column (&drafting, atoms);
    }

  return judge_drafts (&drafting, options->against);
}
