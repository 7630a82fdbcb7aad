/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-mirrors.h"

#include "gf-atoms.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Two sets of customers that have this share in common are the same. */
#define SAME_CUSTOMERS 0.9
/* So many levels, and more, that put this share of all pairs of customers of different levels in the order of their score were cut from
 * it; only noise in a copy of it makes it less than all. Two levels may well lie apart by themselves. */
#define LEAST_LEVELS 3
#define SAME_ORDER 0.98
/* ... where they tell this share of all pairs apart. A few customers at the very top are no order. */
#define APART 0.4
/* Levels of fewer customers, of more than a tenth of all, could be in order by luck. */
#define ORDERED 0.9
#define MAX_SAMPLE 20000

static gboolean
are_same (gsize rows,
          gsize hits,
          gsize n_target)
{
  return (double) hits >= SAME_CUSTOMERS * (double) (rows + n_target - hits);
}

/* Whether a piece of the column, whether it is filled in, or the pieces of whose customers most are targets are the
 * same customers as the target. Pieces of few are not put together: of many, some are all targets by luck. */
static gboolean
repeats_target (const GfAtoms *atoms,
                gsize          n_rows,
                gsize          n_target)
{
  gsize rows = 0, hits = 0;

  for (guint i = 0; i <= atoms->n_atoms; i++)
    {
      if (are_same (atoms->rows[i], atoms->hits[i], n_target))
        return TRUE;
      if (atoms->rows[i] >= GF_MIN_ROWS && atoms->hits[i] * 2 > atoms->rows[i])
        {
          rows += atoms->rows[i];
          hits += atoms->hits[i];
        }
    }

  return are_same (n_rows - atoms->rows[atoms->n_atoms], n_target - atoms->hits[atoms->n_atoms], n_target) ||
         (atoms->kind != GF_ATOMS_MEMBERS && are_same (rows, hits, n_target));
}

static gboolean
is_looked_at (GfColumn *column)
{
  GfColumnRole role = gf_column_get_role (column);

  return role == GF_ROLE_ATTRIBUTE || role == GF_ROLE_DATE;
}

/**
 * gf_mirrors_find:
 * @table: the customers
 * @target: those that a mark says are bad fits, or the best
 * @among: (nullable): the customers of whom that is known; NULL for all
 *
 * Finds the columns that only repeat the mark in other words, as a stage "Former customer" repeats that one left, a
 * note that is filled in only for those who did, or several reasons why: the same customers, but for one in ten at
 * most.
 *
 * Returns: (transfer full) (element-type utf8): names of the columns; they belong to the table
 */
GPtrArray *
gf_mirrors_find (GfTable        *table,
                 const GfBitset *target,
                 const GfBitset *among)
{
  g_return_val_if_fail (table != NULL && target != NULL, NULL);

  GPtrArray *names = g_ptr_array_new ();
  gsize n_rows = among != NULL ? gf_bitset_count (among) : gf_table_get_n_rows (table);
  gsize n_target = among != NULL ? gf_bitset_count_and (among, target) : gf_bitset_count (target);

  for (guint i = 0; i < gf_table_get_n_columns (table) && n_target > 0 && n_target < n_rows; i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      g_autoptr (GfAtoms) atoms = is_looked_at (column) ? gf_atoms_new (column) : NULL;

      if (atoms == NULL)
        continue;

      gf_atoms_count (atoms, target, among);
      if (repeats_target (atoms, n_rows, n_target))
        g_ptr_array_add (names, (gpointer) gf_column_get_name (column));
    }

  return names;
}

/* Customers with a score, at most so many, the lowest first. */
typedef struct
{
  guint32 *rows;
  double *scores;
  gsize n;
} Order;

static void
order_clear (Order *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->scores, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static int
compare_rows_cb (const void *a,
                 const void *b,
                 void       *user_data)
{
  const double *scores = user_data;
  double x = scores[*(const guint32 *) a], y = scores[*(const guint32 *) b];

  return x < y ? -1 : x > y;
}

/* What the best were chosen by: the score, or the column of the limit; nothing where they were picked by hand. */
static void
order_init (Order           *self,
            GfTable         *table,
            const GfRanking *ranking)
{
  const GfBestRule *rule = gf_ranking_get_rule (ranking);
  GfColumn *column = rule->kind == GF_BEST_BY_LIMIT ? gf_table_find_column (table, rule->column) : NULL;
  const double *limited = column != NULL ? gf_column_get_numbers (column) : NULL;
  gsize n_rows = gf_table_get_n_rows (table), n = 0;
  gsize step = MAX (1, n_rows / MAX_SAMPLE);

  self->rows = g_new (guint32, n_rows + 1);
  self->scores = g_new (double, n_rows + 1);
  for (gsize row = 0; row < n_rows && (limited != NULL || gf_best_rule_needs_measure (rule)); row += step)
    {
      self->scores[row] = limited != NULL ? limited[row] : gf_ranking_get_score (ranking, row);
      if (!isnan (self->scores[row]))
        self->rows[n++] = (guint32) row;
    }
  self->n = n;
  g_sort_array (self->rows, n, sizeof (guint32), compare_rows_cb, self->scores);
}

/* Pairs of customers of different groups, counted while they come in the order of their score. A group is a level, or
 * all whose cell says nothing; one of too few is not looked at. */
typedef struct
{
  guint n_groups;
  gsize *n_group;
  double *mean;
  guint *place;      /* of each group among all by its mean, from 1; those of the same mean share one */
  gsize *seen;
  gsize *seen_up_to; /* by place, a binary indexed tree: Fenwick (1994), A New Data Structure for Cumulative Frequency
                      * Tables, Software: Practice and Experience 24 */
  gsize n_seen;
  gsize *block;      /* of the same score; zeros between blocks */
  double n_right;
  double n_pairs;
  guint n_filled;    /* groups that are looked at */
} Pairs;

static void
pairs_clear (Pairs *self)
{
  g_clear_pointer (&self->n_group, g_free);
  g_clear_pointer (&self->mean, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->seen, g_free);
  g_clear_pointer (&self->seen_up_to, g_free);
  g_clear_pointer (&self->block, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, pairs_clear)

static int
compare_means_cb (const void *a,
                  const void *b,
                  void       *user_data)
{
  const double *mean = user_data;
  double x = mean[*(const guint *) a], y = mean[*(const guint *) b];

  return x < y ? -1 : x > y;
}

static void
find_places (Pairs *self)
{
  g_autofree guint *sorted = g_new (guint, self->n_groups);
  guint place = 0;

  for (guint i = 0; i < self->n_groups; i++)
    sorted[i] = i;
  g_sort_array (sorted, self->n_groups, sizeof (guint), compare_means_cb, self->mean);

  self->place = g_new (guint, self->n_groups);
  for (guint i = 0; i < self->n_groups; i++)
    {
      if (i == 0 || self->mean[sorted[i]] > self->mean[sorted[i - 1]])
        place = i + 1;
      self->place[sorted[i]] = place;
    }
}

/* How many have been seen of groups of a lower mean. */
static gsize
count_below (const Pairs *self,
             guint        group)
{
  gsize n = 0;

  for (guint i = self->place[group] - 1; i > 0; i &= i - 1)
    n += self->seen_up_to[i];

  return n;
}

static void
see (Pairs *self,
     guint  group)
{
  if (self->n_group[group] == 0)
    return;

  self->n_seen++;
  self->seen[group]++;
  for (guint i = self->place[group]; i <= self->n_groups; i += i & -i)
    self->seen_up_to[i]++;
}

static gsize
count_groups (Pairs         *self,
              const GfAtoms *atoms,
              const Order   *order)
{
  gsize n = 0;

  self->n_groups = atoms->n_atoms + 1;
  self->n_group = g_new0 (gsize, self->n_groups);
  self->mean = g_new0 (double, self->n_groups);
  self->seen = g_new0 (gsize, self->n_groups);
  self->seen_up_to = g_new0 (gsize, self->n_groups + 1);
  self->block = g_new0 (gsize, self->n_groups);

  for (gsize i = 0; i < order->n; i++)
    {
      guint group = gf_atoms_get (atoms, order->rows[i]);

      self->n_group[group]++;
      self->mean[group] += (double) i;
    }
  for (guint group = 0; group < self->n_groups; group++)
    {
      self->mean[group] /= (double) MAX (self->n_group[group], 1);
      if (self->n_group[group] < GF_MIN_ROWS)
        self->n_group[group] = 0;
      self->n_filled += self->n_group[group] > 0;
      n += self->n_group[group];
    }
  find_places (self);

  return n;
}

/* Customers of one score are in no order: half of their pairs are right. */
static void
count_block (Pairs         *self,
             const GfAtoms *atoms,
             const guint32 *rows,
             gsize          n)
{
  for (gsize i = 0; i < n; i++)
    {
      guint group = gf_atoms_get (atoms, rows[i]);

      if (self->n_group[group] == 0)
        continue;
      self->n_pairs += (double) (self->n_seen - self->seen[group]);
      self->n_right += (double) count_below (self, group);
    }
  for (gsize i = 0, n_before = 0; i < n; i++)
    {
      guint group = gf_atoms_get (atoms, rows[i]);

      if (self->n_group[group] == 0)
        continue;
      self->n_pairs += (double) (n_before - self->block[group]);
      self->n_right += (double) (n_before - self->block[group]) / 2.0;
      self->block[group]++;
      n_before++;
    }
  for (gsize i = 0; i < n; i++)
    {
      guint group = gf_atoms_get (atoms, rows[i]);

      see (self, group);
      self->block[group] = 0;
    }
}

static gboolean
repeats_order (const GfAtoms *atoms,
               const Order   *order)
{
  g_auto (Pairs) pairs = { 0 };

  if (atoms->kind != GF_ATOMS_LEVELS || order->n < 2 * GF_MIN_ROWS ||
      (double) count_groups (&pairs, atoms, order) < ORDERED * (double) order->n)
    return FALSE;
  if (pairs.n_filled < LEAST_LEVELS)
    return FALSE;

  for (gsize first = 0, end; first < order->n; first = end)
    {
      double score = order->scores[order->rows[first]];

      for (end = first; end < order->n && order->scores[order->rows[end]] == score;)
        end++;
      count_block (&pairs, atoms, order->rows + first, end - first);
    }

  return pairs.n_right >= SAME_ORDER * pairs.n_pairs &&
         pairs.n_pairs >= APART * (double) order->n * (double) (order->n - 1) / 2.0;
}

/**
 * gf_mirrors_find_best:
 * @table: the customers
 * @ranking: who of them is best
 *
 * Finds the columns that only repeat who is best: gf_mirrors_find(), and those whose levels were cut from what the
 * customers are ranked by, as "Gold, Silver, Bronze" from lifetime value.
 *
 * Returns: (transfer full) (element-type utf8): names of the columns; they belong to the table
 */
GPtrArray *
gf_mirrors_find_best (GfTable         *table,
                      const GfRanking *ranking)
{
  g_return_val_if_fail (table != NULL && ranking != NULL, NULL);

  GPtrArray *names = gf_mirrors_find (table, gf_ranking_get_best (ranking), gf_ranking_get_compared (ranking));
  g_auto (Order) order = { 0 };

  order_init (&order, table, ranking);
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const char *name = gf_column_get_name (column);

      if (!is_looked_at (column) || g_ptr_array_find (names, name, NULL))
        continue;

      g_autoptr (GfAtoms) atoms = gf_atoms_new (column);
      if (atoms != NULL && repeats_order (atoms, &order))
        g_ptr_array_add (names, (gpointer) name);
    }

  return names;
}

/**
 * gf_mirror_dup_sentence:
 * @column: a column that only repeats who is a hit
 * @against: what a hit is
 *
 * Returns: (transfer full): "Lifecycle Stage is left out: it says who is a bad fit in other words"
 */
char *
gf_mirror_dup_sentence (const char *column,
                        GfAgainst   against)
{
  if (against == GF_AGAINST_BEST)
    /* TRANSLATORS: the name of a column */
    return g_strdup_printf (_("%s is left out: it says who is best in other words"), column);

  /* TRANSLATORS: the name of a column */
  return g_strdup_printf (_("%s is left out: it says who is a bad fit in other words"), column);
}
