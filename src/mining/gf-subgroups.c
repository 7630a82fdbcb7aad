/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-subgroups.h"

#include "gf-popcount.h"
#include "gf-subgroup-bits.h"

#include <math.h>
#include <string.h>

/* Beyond this many conditions the table of pair counts would not fit; triples are then bounded by
 * the count of their first pair alone. */
#define MAX_PAIR_TABLE 4096

typedef struct
{
  GPtrArray *candidates;
  const GfSubgroupOptions *options;
  GfCountAnd count_and;
  double n_rows;
  double n_hits;
  gsize *rows;          /* of each condition, among the rows looked at */
  gsize *hits;

  GfSubgroupRows order;

  guint n_active;       /* conditions whose bound still beats the list, most hits first */
  guint *active;
  guint64 *bits;
  guint32 *pair_hits;
  guint64 *scratch;     /* those who meet the first two conditions */
  guint64 *scratch_3;   /* the first three */
  guint64 n_counted;

  GArray *top;
  double threshold;     /* the quality of the last of a full list */
} Search;

static void
store_and (const guint64 *a,
           const guint64 *b,
           guint64       *out,
           gsize          n)
{
  for (gsize i = 0; i < n; i++)
    out[i] = a[i] & b[i];
}

/* Exact for WRAcc, times N^2: whole numbers below 2^53 for up to ninety million customers. */
static double
quality (const Search *self,
         gsize         hits,
         gsize         rows)
{
  switch (self->options->quality)
    {
    case GF_QUALITY_WRACC:
      return (double) hits * self->n_rows - (double) rows * self->n_hits;

    case GF_QUALITY_LIFT:
      return (double) hits / (double) rows - self->n_hits / self->n_rows;

    case GF_QUALITY_BINOMIAL:
    default:
      return ((double) hits - (double) rows * self->n_hits / self->n_rows) / sqrt ((double) rows);
    }
}

/* The best that a refinement with so many hits can be: these hits and no others, but not fewer customers
 * than are asked for. */
static double
bound (const Search *self,
       gsize         hits)
{
  if (hits == 0)
    return self->options->quality == GF_QUALITY_LIFT ? -self->n_hits / self->n_rows : 0.0;

  return quality (self, hits, MAX (hits, self->options->min_rows));
}

static gboolean
is_hopeless (const Search *self,
             gsize         hits)
{
  return self->options->prune && bound (self, hits) < self->threshold;
}

/* Better first: quality, then fewer conditions, then the texts in order. */
static int
compare_subgroups (const Search     *self,
                   const GfSubgroup *a,
                   const GfSubgroup *b)
{
  if (a->quality != b->quality)
    return a->quality > b->quality ? -1 : 1;
  if (a->n != b->n)
    return a->n < b->n ? -1 : 1;

  for (guint i = 0; i < a->n; i++)
    {
      const GfCandidate *x = g_ptr_array_index (self->candidates, a->candidates[i]);
      const GfCandidate *y = g_ptr_array_index (self->candidates, b->candidates[i]);
      int order = strcmp (x->text, y->text);

      if (order != 0)
        return order;
    }

  return 0;
}

static void
sort_conditions (const Search *self,
                 GfSubgroup   *subgroup)
{
  for (guint i = 1; i < subgroup->n; i++)
    for (guint k = i; k > 0; k--)
      {
        guint *pair = subgroup->candidates + k - 1;
        const GfCandidate *x = g_ptr_array_index (self->candidates, pair[0]);
        const GfCandidate *y = g_ptr_array_index (self->candidates, pair[1]);

        if (strcmp (x->text, y->text) <= 0)
          break;

        guint swap = pair[0];
        pair[0] = pair[1];
        pair[1] = swap;
      }
}

static gboolean
same_subjects (const Search     *self,
               const GfSubgroup *a,
               const GfSubgroup *b)
{
  if (a->n != b->n)
    return FALSE;

  /* the texts begin with the column: sorted by them, subjects come in the same order */
  for (guint i = 0; i < a->n; i++)
    {
      const GfCandidate *x = g_ptr_array_index (self->candidates, a->candidates[i]);
      const GfCandidate *y = g_ptr_array_index (self->candidates, b->candidates[i]);

      if (x->subject != y->subject)
        return FALSE;
    }

  return TRUE;
}

/* Whether a better one of the same subjects is in the list already; a worse one is taken out. */
static gboolean
is_repeated (Search           *self,
             const GfSubgroup *subgroup)
{
  for (guint i = 0; i < self->top->len; i++)
    {
      const GfSubgroup *other = &g_array_index (self->top, GfSubgroup, i);

      if (!same_subjects (self, subgroup, other))
        continue;
      if (compare_subgroups (self, other, subgroup) <= 0)
        return TRUE;

      g_array_remove_index (self->top, i);
      return FALSE;
    }

  return FALSE;
}

static void
offer (Search      *self,
       const guint *conditions,
       guint        n,
       gsize        hits,
       gsize        rows)
{
  if (n < self->options->min_depth || rows < MAX (1, self->options->min_rows))
    return;

  GfSubgroup subgroup = { .n = n, .rows = rows, .hits = hits };
  subgroup.quality = quality (self, hits, rows);
  if (subgroup.quality < self->threshold)
    return;

  memcpy (subgroup.candidates, conditions, n * sizeof (guint));
  sort_conditions (self, &subgroup);
  if (self->options->one_each && is_repeated (self, &subgroup))
    return;

  guint low = 0, high = self->top->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_subgroups (self, &g_array_index (self->top, GfSubgroup, middle), &subgroup) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == self->options->top)
    return;

  g_array_insert_val (self->top, low, subgroup);
  if (self->top->len > self->options->top)
    g_array_set_size (self->top, self->options->top);
  if (self->top->len == self->options->top)
    self->threshold = g_array_index (self->top, GfSubgroup, self->top->len - 1).quality;
}

static int
compare_hits_cb (const void *first,
                 const void *second,
                 void       *user_data)
{
  const Search *self = user_data;
  guint i = *(const guint *) first;
  guint k = *(const guint *) second;

  if (self->hits[i] != self->hits[k])
    return self->hits[i] > self->hits[k] ? -1 : 1;

  const GfCandidate *a = g_ptr_array_index (self->candidates, i);
  const GfCandidate *b = g_ptr_array_index (self->candidates, k);

  return strcmp (a->text, b->text);
}

static void
choose_active (Search *self)
{
  self->active = g_new (guint, self->candidates->len + 1);

  for (guint i = 0; i < self->candidates->len; i++)
    if (!is_hopeless (self, self->hits[i]) && self->rows[i] >= MAX (1, self->options->min_rows))
      self->active[self->n_active++] = i;

  g_sort_array (self->active, self->n_active, sizeof (guint), compare_hits_cb, self);
}

/* Among all that are compared the conditions know their counts; among some of them they are counted in the bits. */
static void
fill_counts (Search *self,
             gsize   n_compared)
{
  gboolean all = self->n_rows == (double) n_compared;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const GfCandidate *candidate = g_ptr_array_index (self->candidates, i);

      self->rows[i] = candidate->rows;
      self->hits[i] = candidate->hits;
    }
  if (all)
    return;

  self->active = g_new (guint, self->candidates->len + 1);
  self->n_active = self->candidates->len;
  for (guint i = 0; i < self->n_active; i++)
    self->active[i] = i;
  self->bits = gf_subgroup_rows_fill (&self->order, self->candidates, self->active, self->n_active);

  for (guint i = 0; i < self->n_active; i++)
    {
      const guint64 *bits = self->bits + i * self->order.n_words;

      self->hits[i] = self->count_and (bits, bits, self->order.n_hit_words);
      self->rows[i] = self->count_and (bits, bits, self->order.n_words);
    }

  g_clear_pointer (&self->active, g_free);
  g_clear_pointer (&self->bits, g_free);
  self->n_active = 0;
}

static const GfCandidate *
active_candidate (const Search *self,
                  guint         i)
{
  return g_ptr_array_index (self->candidates, self->active[i]);
}

static gsize
active_hits (const Search *self,
             guint         i)
{
  return self->hits[self->active[i]];
}

static const guint64 *
active_bits (const Search *self,
             guint         i)
{
  return self->bits + i * self->order.n_words;
}

static void
search_pairs_of (Search *self,
                 guint   i)
{
  const guint64 *bits = active_bits (self, i);
  gsize others = self->order.n_words - self->order.n_hit_words;

  for (guint j = i + 1; j < self->n_active; j++)
    {
      /* the conditions are in order of their hits: what follows has no more */
      if (is_hopeless (self, active_hits (self, j)))
        break;
      if (active_candidate (self, j)->attribute == active_candidate (self, i)->attribute)
        continue;

      gsize hits = self->count_and (bits, active_bits (self, j), self->order.n_hit_words);
      self->n_counted++;
      if (self->pair_hits != NULL)
        {
          self->pair_hits[(gsize) i * self->n_active + j] = (guint32) hits;
          self->pair_hits[(gsize) j * self->n_active + i] = (guint32) hits;
        }
      if (is_hopeless (self, hits))
        continue;

      gsize rows = hits + self->count_and (bits + self->order.n_hit_words,
                                     active_bits (self, j) + self->order.n_hit_words, others);
      guint conditions[] = { self->active[i], self->active[j] };
      offer (self, conditions, 2, hits, rows);
    }
}

static gsize
get_pair_hits (const Search *self,
               guint         i,
               guint         j)
{
  if (self->pair_hits != NULL)
    return self->pair_hits[(gsize) i * self->n_active + j];

  return MIN (active_hits (self, i), active_hits (self, j));
}

/* Any three conditions of a fourth are bounded by each of their pairs; the first three by their own hits. */
static void
search_fours_of_triple (Search *self,
                        guint   i,
                        guint   j,
                        guint   k,
                        gsize   triple)
{
  const guint first[] = { i, j, k };
  gsize others = self->order.n_words - self->order.n_hit_words;
  gboolean stored = FALSE;

  for (guint l = k + 1; l < self->n_active; l++)
    {
      gsize most = triple;
      gboolean same_attribute = FALSE;

      if (is_hopeless (self, active_hits (self, l)))
        break;
      for (gsize m = 0; m < G_N_ELEMENTS (first); m++)
        {
          most = MIN (most, get_pair_hits (self, first[m], l));
          same_attribute |= active_candidate (self, first[m])->attribute ==
                            active_candidate (self, l)->attribute;
        }
      if (same_attribute || is_hopeless (self, most))
        continue;

      if (!stored)
        store_and (self->scratch, active_bits (self, k), self->scratch_3, self->order.n_words);
      stored = TRUE;

      gsize hits = self->count_and (self->scratch_3, active_bits (self, l), self->order.n_hit_words);
      self->n_counted++;
      if (is_hopeless (self, hits))
        continue;

      gsize rows = hits + self->count_and (self->scratch_3 + self->order.n_hit_words,
                                           active_bits (self, l) + self->order.n_hit_words, others);
      guint conditions[] = { self->active[i], self->active[j], self->active[k], self->active[l] };
      offer (self, conditions, 4, hits, rows);
    }
}

/* With the depth 4 the triples are walked again, for the fours that begin with them. */
static void
search_triples_of_pair (Search *self,
                        guint   i,
                        guint   j,
                        guint   depth)
{
  gsize others = self->order.n_words - self->order.n_hit_words;
  gsize pair = get_pair_hits (self, i, j);
  guint attribute_i = active_candidate (self, i)->attribute;
  guint attribute_j = active_candidate (self, j)->attribute;
  gboolean stored = FALSE;

  for (guint k = j + 1; k < self->n_active; k++)
    {
      const GfCandidate *candidate = active_candidate (self, k);

      if (is_hopeless (self, active_hits (self, k)))
        break;
      if (candidate->attribute == attribute_i || candidate->attribute == attribute_j)
        continue;
      if (is_hopeless (self, MIN (pair, MIN (get_pair_hits (self, i, k), get_pair_hits (self, j, k)))))
        continue;

      if (!stored)
        store_and (active_bits (self, i), active_bits (self, j), self->scratch, self->order.n_words);
      stored = TRUE;

      gsize hits = self->count_and (self->scratch, active_bits (self, k), self->order.n_hit_words);
      self->n_counted++;
      if (is_hopeless (self, hits))
        continue;

      if (depth == 4)
        {
          search_fours_of_triple (self, i, j, k, hits);
          continue;
        }

      gsize rows = hits + self->count_and (self->scratch + self->order.n_hit_words,
                                     active_bits (self, k) + self->order.n_hit_words, others);
      guint conditions[] = { self->active[i], self->active[j], self->active[k] };
      offer (self, conditions, 3, hits, rows);
    }
}

static void
search_triples_of (Search *self,
                   guint   i,
                   guint   depth)
{
  for (guint j = i + 1; j < self->n_active; j++)
    {
      if (active_candidate (self, i)->attribute == active_candidate (self, j)->attribute)
        continue;
      if (!is_hopeless (self, get_pair_hits (self, i, j)))
        search_triples_of_pair (self, i, j, depth);
    }
}

static gboolean
search_level (Search         *self,
              guint           depth,
              GCancellable   *cancellable,
              GfProgressFunc  progress,
              gpointer        progress_data,
              GError        **error)
{
  for (guint i = 0; i < self->n_active; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (depth == 2)
        search_pairs_of (self, i);
      else if (!is_hopeless (self, active_hits (self, i)))
        search_triples_of (self, i, depth);

      /* the first conditions have the most partners left: done is 1 - (rest)^depth */
      if (progress != NULL && (i % 16 == 0 || i + 1 == self->n_active))
        {
          double rest = 1.0 - (double) (i + 1) / (double) self->n_active;
          double done = 1.0 - pow (rest, depth);

          double before = depth == 2 ? 0.0 : depth == 3 ? 0.1 : 0.4;
          double after = depth == self->options->depth ? 1.0 : depth == 2 ? 0.1 : 0.4;

          progress (before + done * (after - before), progress_data);
        }
    }

  return TRUE;
}

static void
search_clear (Search *self)
{
  g_free (self->rows);
  g_free (self->hits);
  gf_subgroup_rows_clear (&self->order);
  g_free (self->active);
  g_free (self->bits);
  g_free (self->pair_hits);
  g_free (self->scratch);
  g_free (self->scratch_3);
  g_clear_pointer (&self->top, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/**
 * gf_subgroup_wracc:
 * @hits: hits in the group
 * @rows: customers in the group
 * @all_hits: hits in all
 * @all_rows: customers in all
 *
 * Returns: weighted relative accuracy, rows/N x (share - base rate); 0 of nothing. Source: Lavrac,
 *   Flach, Zupan (1999), Rule Evaluation Measures: A Unifying View, ILP-99.
 */
double
gf_subgroup_wracc (gsize hits,
                   gsize rows,
                   gsize all_hits,
                   gsize all_rows)
{
  if (all_rows == 0)
    return 0.0;

  double n = (double) all_rows;

  return (double) hits / n - (double) rows / n * ((double) all_hits / n);
}

/**
 * gf_subgroups_search:
 * @candidates: (element-type GfCandidate): the conditions
 * @target: the customers that count as hits
 * @options: what to look for: conjunctions of min_depth to depth conditions with at least min_rows
 *   customers, the top best of them
 * @cancellable: (nullable): to stop
 * @progress: (nullable): told the share done
 * @progress_data: for @progress
 * @error: set when stopped
 *
 * Finds the best conjunctions exactly: the same list as looking at all of them. Ties go to fewer
 * conditions, then to the order of the texts. With max_rows, exactly among so many evenly spaced customers, whose
 * counts the list then has.
 *
 * Returns: (transfer full) (element-type GfSubgroup) (nullable): best first; NULL when stopped
 */
GArray *
gf_subgroups_search (GPtrArray               *candidates,
                     const GfBitset          *target,
                     const GfSubgroupOptions *options,
                     GCancellable            *cancellable,
                     GfProgressFunc           progress,
                     gpointer                 progress_data,
                     GError                 **error)
{
  g_return_val_if_fail (candidates != NULL && target != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->depth >= 1 && options->depth <= GF_SUBGROUP_MAX_DEPTH, NULL);

  g_auto (Search) self = { 0 };

  self.candidates = candidates;
  self.options = options;
  self.top = g_array_new (FALSE, FALSE, sizeof (GfSubgroup));
  self.threshold = -INFINITY;
  self.count_and = gf_popcount_choose ();
  if (options->top == 0 || candidates->len == 0)
    return g_steal_pointer (&self.top);

  self.rows = g_new (gsize, candidates->len);
  self.hits = g_new (gsize, candidates->len);
  gf_subgroup_rows_init (&self.order, target, options->among, options->max_rows);
  self.n_rows = (double) self.order.n_rows;
  self.n_hits = (double) self.order.n_hits;
  fill_counts (&self, options->among != NULL ? gf_bitset_count (options->among) : gf_bitset_get_size (target));
  for (guint i = 0; i < candidates->len; i++)
    offer (&self, &i, 1, self.hits[i], self.rows[i]);

  choose_active (&self);
  if (options->depth >= 2)
    self.bits = gf_subgroup_rows_fill (&self.order, candidates, self.active, self.n_active);
  if (options->depth >= 3)
    {
      self.scratch = g_new (guint64, self.order.n_words + 1);
      if (self.n_active <= MAX_PAIR_TABLE)
        self.pair_hits = g_new0 (guint32, (gsize) self.n_active * self.n_active + 1);
    }

  if (options->depth >= 4)
    self.scratch_3 = g_new (guint64, self.order.n_words + 1);

  for (guint depth = 2; depth <= options->depth; depth++)
    if (!search_level (&self, depth, cancellable, progress, progress_data, error))
      return NULL;

  if (options->n_counted != NULL)
    *options->n_counted = self.n_counted;

  return g_steal_pointer (&self.top);
}
