/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-luck.h"

#include <math.h>

/* Logarithms of p that differ by no more were computed from the same counts. */
#define SAME_CLEARNESS 1e-9
#define MOST_COPIES 200
#define FEWEST_COPIES 20
/* So many customers in all copies together take a few seconds. */
#define ROWS_IN_ALL 4000000

/* Traits and combinations are asked for apart: there are many more of the one than of the other. */
enum
{
  SINGLE,
  SEVERAL,
  N_KINDS,
};

struct _GfLuck
{
  gatomicrefcount ref_count;
  guint n_copies;
  double *clearest[N_KINDS];                   /* of each copy, rising; INFINITY where nothing was found */
  double n_found[N_KINDS][GF_VERDICT_NONE];    /* in all copies, of each verdict better than none */
};

G_DEFINE_BOXED_TYPE (GfLuck, gf_luck, gf_luck_ref, gf_luck_unref)

/* Everyone who is compared has the same chance: the first n_hits of a partial shuffle (Fisher and Yates). */
static GfBitset *
deal_out (GRand   *rand,
          gsize    n_all,
          guint32 *rows,
          gsize    n_rows,
          gsize    n_hits)
{
  GfBitset *target = gf_bitset_new (n_all);

  for (gsize i = 0; i < n_hits; i++)
    {
      gsize k = i + (gsize) (g_rand_double (rand) * (double) (n_rows - i));
      guint32 row = rows[k];

      rows[k] = rows[i];
      rows[i] = row;
      gf_bitset_set (target, row);
    }

  return target;
}

static void
take_findings (GfLuck     *self,
               guint       copy,
               guint       kind,
               GListModel *findings)
{
  self->clearest[kind][copy] = INFINITY;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (findings, i);
      GfVerdict verdict = gf_finding_get_verdict (finding);
      double clearness = gf_finding_get_log_clearness (finding);

      if (verdict < GF_VERDICT_NONE)
        self->n_found[kind][verdict] += 1.0;
      if (clearness < self->clearest[kind][copy])
        self->clearest[kind][copy] = clearness;
    }
}

static int
compare_cb (const void *a,
            const void *b,
            void       *user_data)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/**
 * gf_luck_choose_copies:
 * @n_rows: customers
 *
 * Returns: how many copies are worth their time: 200, of very many customers fewer, at least 20
 */
guint
gf_luck_choose_copies (gsize n_rows)
{
  return (guint) CLAMP (ROWS_IN_ALL / MAX (n_rows, 1), FEWEST_COPIES, MOST_COPIES);
}

/**
 * gf_luck_check:
 * @table: the customers
 * @n_hits: how many of those to compare are hits, at most all
 * @options: what was looked for
 * @n_copies: how many times to deal out, at least 1
 * @seed: the same gives the same copies
 * @cancellable: (nullable): to stop
 * @progress: (nullable): told the share done
 * @progress_data: for @progress
 * @error: set when stopped
 *
 * Runs the whole search on copies in which it was dealt out at random who is a hit.
 *
 * Returns: (transfer full) (nullable): what they show; NULL with @error set
 */
GfLuck *
gf_luck_check (GfTable               *table,
               gsize                  n_hits,
               const GfMiningOptions *options,
               guint                  n_copies,
               guint32                seed,
               GCancellable          *cancellable,
               GfProgressFunc         progress,
               gpointer               progress_data,
               GError               **error)
{
  g_return_val_if_fail (table != NULL && options != NULL && n_copies >= 1, NULL);

  g_autoptr (GfLuck) self = g_new0 (GfLuck, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gsize n_all = gf_table_get_n_rows (table), n_rows = 0;
  g_autofree guint32 *rows = g_new (guint32, n_all + 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_copies = n_copies;
  for (guint kind = 0; kind < N_KINDS; kind++)
    self->clearest[kind] = g_new (double, n_copies);
  for (gsize row = 0; row < n_all; row++)
    if (options->among == NULL || gf_bitset_get (options->among, row))
      rows[n_rows++] = (guint32) row;
  g_return_val_if_fail (n_hits <= n_rows, NULL);

  for (guint copy = 0; copy < n_copies; copy++)
    {
      g_autoptr (GfBitset) target = deal_out (rand, n_all, rows, n_rows, n_hits);
      g_autoptr (GfFindings) findings = gf_mining_run (table, target, options, cancellable, NULL, NULL,
                                                       error);

      if (findings == NULL)
        return NULL;
      take_findings (self, copy, SINGLE, gf_findings_get_traits (findings));
      take_findings (self, copy, SEVERAL, gf_findings_get_combinations (findings));
      if (progress != NULL)
        progress ((double) (copy + 1) / (double) n_copies, progress_data);
    }
  for (guint kind = 0; kind < N_KINDS; kind++)
    g_sort_array (self->clearest[kind], n_copies, sizeof (double), compare_cb, NULL);

  return g_steal_pointer (&self);
}

/**
 * gf_luck_ref:
 * @self: what copies showed
 *
 * Returns: (transfer full): @self
 */
GfLuck *
gf_luck_ref (GfLuck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_luck_unref:
 * @self: (transfer full): what copies showed
 *
 * Gives a reference back; safe from any thread.
 */
void
gf_luck_unref (GfLuck *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint kind = 0; kind < N_KINDS; kind++)
    g_free (self->clearest[kind]);
  g_free (self);
}

/**
 * gf_luck_get_n_copies:
 * @self: what copies showed
 *
 * Returns: how many copies there were
 */
guint
gf_luck_get_n_copies (const GfLuck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_copies;
}

/**
 * gf_luck_get_expected:
 * @self: what copies showed
 * @at_least: strong, moderate or weak
 * @several: whether of combinations, else of single traits
 *
 * Returns: how many findings of such a verdict or a better one a copy shows in the mean: so many appear by
 *   chance
 */
double
gf_luck_get_expected (const GfLuck *self,
                      GfVerdict     at_least,
                      gboolean      several)
{
  g_return_val_if_fail (self != NULL && at_least < GF_VERDICT_NONE, NAN);

  double n = 0.0;

  for (guint verdict = 0; verdict <= at_least; verdict++)
    n += self->n_found[several ? SEVERAL : SINGLE][verdict];

  return n / (double) self->n_copies;
}

/**
 * gf_luck_count_as_clear:
 * @self: what copies showed
 * @finding: a finding of the customers as they are
 *
 * Returns: in how many copies any trait, for a combination any combination, is as clear as @finding or
 *   clearer; all of them where the finding was not judged
 */
guint
gf_luck_count_as_clear (const GfLuck *self,
                        GfFinding    *finding)
{
  g_return_val_if_fail (self != NULL && GF_IS_FINDING (finding), 0);

  const double *clearest = self->clearest[gf_finding_get_n_selectors (finding) > 1 ? SEVERAL : SINGLE];
  double clearness = gf_finding_get_log_clearness (finding);
  guint n = 0;

  if (isnan (clearness))
    return self->n_copies;
  while (n < self->n_copies && clearest[n] <= clearness + SAME_CLEARNESS)
    n++;

  return n;
}

/**
 * gf_luck_get_p:
 * @self: what copies showed
 * @finding: a finding of the customers as they are
 *
 * Returns: the chance that anything looks as clear where there is nothing, corrected for the whole search:
 *   (copies as clear + 1) / (copies + 1)
 */
double
gf_luck_get_p (const GfLuck *self,
               GfFinding    *finding)
{
  g_return_val_if_fail (self != NULL && GF_IS_FINDING (finding), NAN);

  return (gf_luck_count_as_clear (self, finding) + 1.0) / (self->n_copies + 1.0);
}
