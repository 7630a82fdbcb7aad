/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-subgroups.h"

#include "gf-popcount.h"

#include <math.h>
#include <string.h>

/* Beyond this many conditions the table of pair counts would not fit; triples are then bounded by
 * the count of their first pair alone. */
#define MAX_PAIR_TABLE 4096

/* Positions of rows that are not looked at. */
#define LEFT_OUT G_MAXUINT32

typedef struct
{
  GPtrArray *candidates;
  const GfSubgroupOptions *options;
  GfCountAnd count_and;
  double n_rows;
  double n_hits;
  gsize *rows;          /* of each condition, among the rows looked at */
  gsize *hits;

  gsize n_hit_words;
  gsize n_words;
  guint32 *position;    /* where a row went */

  guint n_active;       /* conditions whose bound still beats the list, most hits first */
  guint *active;
  guint64 *bits;
  guint32 *pair_hits;
  guint64 *scratch;

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
  if (self->options->quality == GF_QUALITY_WRACC)
    return (double) hits * self->n_rows - (double) rows * self->n_hits;

  return ((double) hits - (double) rows * self->n_hits / self->n_rows) / sqrt ((double) rows);
}

static double
bound (const Search *self,
       gsize         hits)
{
  return hits == 0 ? 0.0 : quality (self, hits, hits);
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

/* Whether a row is looked at: all, or so many evenly spaced ones. */
static gboolean
is_looked_at (gsize row,
              gsize n_rows,
              gsize max_rows)
{
  if (max_rows == 0 || n_rows <= max_rows)
    return TRUE;

  double step = (double) max_rows / (double) n_rows;

  return (gsize) ((double) (row + 1) * step) != (gsize) ((double) row * step);
}

/* Hits first, each part padded to whole words. */
static void
renumber (Search         *self,
          const GfBitset *target)
{
  gsize all_rows = gf_bitset_get_size (target);
  gsize n_rows = 0, n_hits = 0;

  self->position = g_new (guint32, all_rows + 1);
  for (gsize row = 0; row < all_rows; row++)
    if (is_looked_at (row, all_rows, self->options->max_rows))
      {
        n_rows++;
        n_hits += gf_bitset_get (target, row);
        self->position[row] = 0;
      }
    else
      {
        self->position[row] = LEFT_OUT;
      }

  self->n_rows = (double) n_rows;
  self->n_hits = (double) n_hits;
  self->n_hit_words = (n_hits + 63) / 64;
  self->n_words = self->n_hit_words + (n_rows - n_hits + 63) / 64;

  guint32 hit = 0, other = (guint32) (self->n_hit_words * 64);
  for (gsize row = 0; row < all_rows; row++)
    if (self->position[row] != LEFT_OUT)
      self->position[row] = gf_bitset_get (target, row) ? hit++ : other++;
}

static inline void
put (guint64 *bits,
     guint32  position)
{
  if (position != LEFT_OUT)
    bits[position / 64] |= G_GUINT64_CONSTANT (1) << (position % 64);
}

static void
fill_members (Search            *self,
              const GfCandidate *candidate,
              guint64           *bits)
{
  for (gsize row = 0; row < candidate->atoms->n_rows; row++)
    {
      guint n;
      const guint32 *members = gf_column_get_set (candidate->atoms->column, row, &n);

      for (guint i = 0; i < n; i++)
        if (members[i] == candidate->first)
          put (bits, self->position[row]);
    }
}

static void
fill_range (Search            *self,
            const GfCandidate *candidate,
            guint64           *bits)
{
  const guint32 *codes = candidate->atoms->codes;
  guint32 first = candidate->first, width = candidate->last - candidate->first;

  for (gsize row = 0; row < candidate->atoms->n_rows; row++)
    if (codes[row] != G_MAXUINT32 && codes[row] - first <= width)
      put (bits, self->position[row]);
}

/* All single levels of one column in one pass over its rows. */
static void
fill_levels (Search        *self,
             const GfAtoms *atoms,
             guint          from,
             gboolean      *done)
{
  g_autofree guint *slots = g_new (guint, atoms->n_atoms + 1);

  for (guint i = 0; i < atoms->n_atoms; i++)
    slots[i] = G_MAXUINT;

  for (guint i = from; i < self->n_active; i++)
    {
      const GfCandidate *candidate = g_ptr_array_index (self->candidates, self->active[i]);

      if (candidate->atoms == atoms && candidate->first == candidate->last)
        {
          slots[candidate->first] = i;
          done[i] = TRUE;
        }
    }

  for (gsize row = 0; row < atoms->n_rows; row++)
    {
      guint32 code = atoms->codes[row];

      if (code != G_MAXUINT32 && slots[code] != G_MAXUINT)
        put (self->bits + slots[code] * self->n_words, self->position[row]);
    }
}

static void
fill_bits (Search *self)
{
  g_autofree gboolean *done = g_new0 (gboolean, self->n_active + 1);

  self->bits = g_new0 (guint64, self->n_active * self->n_words + 1);

  for (guint i = 0; i < self->n_active; i++)
    {
      const GfCandidate *candidate = g_ptr_array_index (self->candidates, self->active[i]);

      if (done[i])
        continue;
      if (candidate->atoms->codes == NULL)
        fill_members (self, candidate, self->bits + i * self->n_words);
      else if (candidate->first != candidate->last)
        fill_range (self, candidate, self->bits + i * self->n_words);
      else
        fill_levels (self, candidate->atoms, i, done);
    }
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

/* Among all rows the conditions know their counts; among some they are counted in the bits. */
static void
fill_counts (Search *self)
{
  gboolean all = self->n_rows == (double) ((const GfCandidate *) self->candidates->pdata[0])->atoms->n_rows;

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
  fill_bits (self);

  for (guint i = 0; i < self->n_active; i++)
    {
      const guint64 *bits = self->bits + i * self->n_words;

      self->hits[i] = self->count_and (bits, bits, self->n_hit_words);
      self->rows[i] = self->count_and (bits, bits, self->n_words);
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
  return self->bits + i * self->n_words;
}

static void
search_pairs_of (Search *self,
                 guint   i)
{
  const guint64 *bits = active_bits (self, i);
  gsize others = self->n_words - self->n_hit_words;

  for (guint j = i + 1; j < self->n_active; j++)
    {
      /* the conditions are in order of their hits: what follows has no more */
      if (is_hopeless (self, active_hits (self, j)))
        break;
      if (active_candidate (self, j)->attribute == active_candidate (self, i)->attribute)
        continue;

      gsize hits = self->count_and (bits, active_bits (self, j), self->n_hit_words);
      if (self->pair_hits != NULL)
        {
          self->pair_hits[(gsize) i * self->n_active + j] = (guint32) hits;
          self->pair_hits[(gsize) j * self->n_active + i] = (guint32) hits;
        }
      if (is_hopeless (self, hits))
        continue;

      gsize rows = hits + self->count_and (bits + self->n_hit_words,
                                     active_bits (self, j) + self->n_hit_words, others);
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

static void
search_triples_of_pair (Search *self,
                        guint   i,
                        guint   j)
{
  gsize others = self->n_words - self->n_hit_words;
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
        store_and (active_bits (self, i), active_bits (self, j), self->scratch, self->n_words);
      stored = TRUE;

      gsize hits = self->count_and (self->scratch, active_bits (self, k), self->n_hit_words);
      if (is_hopeless (self, hits))
        continue;

      gsize rows = hits + self->count_and (self->scratch + self->n_hit_words,
                                     active_bits (self, k) + self->n_hit_words, others);
      guint conditions[] = { self->active[i], self->active[j], self->active[k] };
      offer (self, conditions, 3, hits, rows);
    }
}

static void
search_triples_of (Search *self,
                   guint   i)
{
  for (guint j = i + 1; j < self->n_active; j++)
    {
      if (active_candidate (self, i)->attribute == active_candidate (self, j)->attribute)
        continue;
      if (!is_hopeless (self, get_pair_hits (self, i, j)))
        search_triples_of_pair (self, i, j);
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
        search_triples_of (self, i);

      /* the first conditions have the most partners left: done is 1 - (rest)^depth */
      if (progress != NULL && (i % 16 == 0 || i + 1 == self->n_active))
        {
          double rest = 1.0 - (double) (i + 1) / (double) self->n_active;
          double done = 1.0 - pow (rest, depth);

          progress (self->options->depth == 2 ? done : depth == 2 ? done * 0.2 : 0.2 + done * 0.8,
                    progress_data);
        }
    }

  return TRUE;
}

static void
search_clear (Search *self)
{
  g_free (self->rows);
  g_free (self->hits);
  g_free (self->position);
  g_free (self->active);
  g_free (self->bits);
  g_free (self->pair_hits);
  g_free (self->scratch);
  g_clear_pointer (&self->top, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/**
 * gf_candidate_new:
 * @atoms: the counted pieces of a column; they must outlive the condition
 * @first: the first piece
 * @last: the last piece
 * @attribute: a number that conditions which exclude each other share
 * @text: what ties are broken by
 *
 * Returns: (transfer full): the condition, with its customers and hits
 */
GfCandidate *
gf_candidate_new (const GfAtoms *atoms,
                  guint          first,
                  guint          last,
                  guint          attribute,
                  const char    *text)
{
  GfCandidate *self = g_new0 (GfCandidate, 1);

  self->atoms = atoms;
  self->first = first;
  self->last = last;
  self->attribute = attribute;
  self->text = g_strdup (text);

  for (guint i = first; i <= last; i++)
    {
      self->rows += atoms->rows[i];
      self->hits += atoms->hits[i];
    }

  return self;
}

/**
 * gf_candidate_free:
 * @self: (transfer full): a condition
 *
 * Frees the condition, not the pieces it is made of.
 */
void
gf_candidate_free (GfCandidate *self)
{
  g_clear_pointer (&self->levels, g_array_unref);
  g_free (self->text);
  g_free (self);
}

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
  renumber (&self, target);
  fill_counts (&self);
  for (guint i = 0; i < candidates->len; i++)
    offer (&self, &i, 1, self.hits[i], self.rows[i]);

  choose_active (&self);
  if (options->depth >= 2)
    fill_bits (&self);
  if (options->depth >= 3)
    {
      self.scratch = g_new (guint64, self.n_words + 1);
      if (self.n_active <= MAX_PAIR_TABLE)
        self.pair_hits = g_new0 (guint32, (gsize) self.n_active * self.n_active + 1);
    }

  for (guint depth = 2; depth <= options->depth; depth++)
    if (!search_level (&self, depth, cancellable, progress, progress_data, error))
      return NULL;

  return g_steal_pointer (&self.top);
}
