/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-mining.h"

#include "gf-combinations.h"
#include "gf-fisher.h"
#include "gf-parallel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Looking at the columns is about this much of the work, searching combinations the rest. */
#define COLUMNS_SHARE 0.4

typedef struct
{
  GfProgressFunc function;
  gpointer data;
  double from;
  double to;
} Part;

static void
progress_part_cb (double   share,
                  gpointer user_data)
{
  Part *part = user_data;

  if (part->function != NULL)
    part->function (part->from + share * (part->to - part->from), part->data);
}

static gboolean
names_contain (const char * const *names,
               const char         *name)
{
  return names != NULL && g_strv_contains (names, name);
}

/* Levels that nearly all differ name customers; they do not describe them. */
static gboolean
is_nearly_unique (const GfColumn *column)
{
  GfColumnType type = gf_column_get_column_type (column);
  guint n_levels = gf_column_get_n_levels (column);

  return type == GF_COLUMN_CATEGORY && n_levels > 10 &&
         n_levels > gf_column_count_filled (column) / 2;
}

/**
 * gf_mining_choose_columns:
 * @table: the customers
 * @options: what to look for
 * @error: set when a column that was asked for is not there
 *
 * Returns: (transfer container) (element-type GfColumn) (nullable): the columns to look at, in their order, which
 *   belong to the table; %NULL with @error set
 */
GPtrArray *
gf_mining_choose_columns (GfTable               *table,
                          const GfMiningOptions *options,
                          GError               **error)
{
  g_return_val_if_fail (table != NULL && options != NULL, NULL);

  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  guint n_columns = gf_table_get_n_columns (table);

  for (guint i = 0; options->attributes != NULL && options->attributes[i] != NULL; i++)
    if (gf_table_find_column (table, options->attributes[i]) == NULL)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     _("There is no column “%s”. Check the name, as it stands in the first row."),
                     options->attributes[i]);
        return NULL;
      }

  for (guint i = 0; i < n_columns; i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const char *name = gf_column_get_name (column);
      GfColumnRole role = gf_column_get_role (column);

      if (names_contain (options->exclude, name))
        continue;

      if (options->attributes != NULL ? names_contain (options->attributes, name)
          : options->raw              ? TRUE
                         : (role == GF_ROLE_ATTRIBUTE || role == GF_ROLE_DATE) &&
                               !is_nearly_unique (column))
        g_ptr_array_add (columns, column);
    }

  return g_steal_pointer (&columns);
}

static GfFinding *
make_raw_finding (GPtrArray             *candidates,
                  const GfSubgroup      *subgroup,
                  const GfBitset        *target,
                  const GfMiningOptions *options,
                  double                 n_tests)
{
  g_autoptr (GPtrArray) selectors =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  GfCounts counts = { subgroup->rows, subgroup->hits, gf_mining_options_count_rows (options, target),
                      gf_mining_options_count_hits (options, target) };
  gsize elsewhere = counts.all_hits - counts.hits;
  double log_p = gf_fisher_log_p (counts.hits, counts.rows - counts.hits, elsewhere,
                                  counts.all_rows - counts.rows - elsewhere);

  for (guint i = 0; i < subgroup->n; i++)
    g_ptr_array_add (selectors,
                     gf_candidate_to_selector (g_ptr_array_index (candidates,
                                                                  subgroup->candidates[i])));

  return gf_finding_new (selectors, &counts, options->against, log_p,
                         MIN (0.0, log_p + log (MAX (1.0, n_tests))), 1);
}

/* How many conjunctions of exactly n levels there are. */
static double
count_raw (GPtrArray *atoms,
           guint      depth)
{
  double counts[GF_SUBGROUP_MAX_DEPTH + 1] = { 1.0 };

  for (guint i = 0; i < atoms->len; i++)
    for (guint k = GF_SUBGROUP_MAX_DEPTH; k >= 1; k--)
      counts[k] += counts[k - 1] * (double) ((GfAtoms *) g_ptr_array_index (atoms, i))->n_atoms;

  return counts[depth];
}

typedef struct
{
  GPtrArray *columns;
  const GfBitset *target;
  const GfBitset *among;
  GfAtoms **atoms;
} RawLooking;

static void
look_raw_cb (guint    index,
             gpointer user_data)
{
  RawLooking *self = user_data;

  self->atoms[index] = gf_atoms_new_raw (g_ptr_array_index (self->columns, index));
  gf_atoms_count (self->atoms[index], self->target, self->among);
}

static GPtrArray *
make_raw_candidates (GPtrArray      *columns,
                     const GfBitset *target,
                     const GfBitset *among,
                     GPtrArray      *all_atoms)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_candidate_free);

  g_ptr_array_set_size (all_atoms, (int) columns->len);
  RawLooking looking = { columns, target, among, (GfAtoms **) all_atoms->pdata };
  gf_parallel_for (columns->len, gf_atoms_choose_threads (gf_bitset_get_size (target)), look_raw_cb,
                   &looking);

  for (guint i = 0; i < columns->len; i++)
    {
      GfAtoms *atoms = g_ptr_array_index (all_atoms, i);

      for (guint k = 0; k < atoms->n_atoms; k++)
        {
          g_autofree char *text = g_strdup_printf ("%s=%s", gf_column_get_name (atoms->column),
                                                   gf_atoms_get_text (atoms, k));

          g_ptr_array_add (candidates, gf_candidate_new (atoms, k, k, i, text));
        }
    }

  return candidates;
}

static GfFindings *
run_raw (GPtrArray             *columns,
         const GfBitset        *target,
         const GfMiningOptions *options,
         GCancellable          *cancellable,
         GfProgressFunc         progress,
         gpointer               progress_data,
         GError               **error)
{
  g_autoptr (GPtrArray) atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_atoms_free);
  g_autoptr (GPtrArray) candidates = make_raw_candidates (columns, target, options->among, atoms);
  GfSubgroupOptions search = {
    .quality = options->quality,
    .depth = CLAMP (options->depth, 1, GF_SUBGROUP_MAX_DEPTH),
    .min_depth = 1,
    .top = options->top > 0 ? options->top : 20,
    .min_rows = options->min_rows,
    .among = options->among,
    .prune = TRUE,
  };
  g_autoptr (GArray) found = gf_subgroups_search (candidates, target, &search, cancellable, progress,
                                                  progress_data, error);
  if (found == NULL)
    return NULL;

  g_autoptr (GListStore) traits = g_list_store_new (GF_TYPE_FINDING);
  g_autoptr (GListStore) combinations = g_list_store_new (GF_TYPE_FINDING);

  for (guint i = 0; i < found->len; i++)
    {
      const GfSubgroup *subgroup = &g_array_index (found, GfSubgroup, i);
      g_autoptr (GfFinding) finding = make_raw_finding (candidates, subgroup, target, options,
                                                        count_raw (atoms, subgroup->n));

      g_list_store_append (subgroup->n == 1 ? traits : combinations, finding);
    }

  double n_combinations = 0.0;
  for (guint depth = 2; depth <= search.depth; depth++)
    n_combinations += count_raw (atoms, depth);

  return gf_findings_new (G_LIST_MODEL (traits), G_LIST_MODEL (combinations), options,
                          gf_mining_options_count_rows (options, target),
                          gf_mining_options_count_hits (options, target), count_raw (atoms, 1), n_combinations);
}

/**
 * gf_mining_match_text:
 * @column: a column of any type
 * @text: a text, as it stands in the cells
 *
 * Whom a condition of the raw search finds: no type, no spelling and no space is made equal to another.
 *
 * Returns: (transfer full): the customers whose cell has exactly this text
 */
GfBitset *
gf_mining_match_text (GfColumn   *column,
                      const char *text)
{
  g_return_val_if_fail (column != NULL && text != NULL, NULL);

  g_autoptr (GfAtoms) atoms = gf_atoms_new_raw (column);

  for (guint i = 0; i < atoms->n_atoms; i++)
    if (g_str_equal (gf_atoms_get_text (atoms, i), text))
      return gf_atoms_match (atoms, i, i);

  return gf_bitset_new (gf_column_get_n_rows (column));
}

/**
 * gf_mining_run:
 * @table: the customers
 * @target: which of them are hits: the best, or the bad fits
 * @options: what to look for
 * @cancellable: (nullable): to stop
 * @progress: (nullable): told the share done, in this thread
 * @progress_data: for @progress
 * @error: set when stopped, or when a column that was asked for is not there
 *
 * Finds what the hits share: every level of every category, every member of a set and every range of a
 * number or a date is compared with all other customers (gf_traits_find() says how it stays honest),
 * then the combinations of them are searched (gf_combinations_find()). A missing cell has no trait.
 * With too few hits or others everything is listed and nothing is judged. Customers whom the options leave out are on
 * neither side: every figure is one of those compared.
 *
 * The result depends on nothing but the arguments. Any thread may call this.
 *
 * Returns: (transfer full) (nullable): the findings; NULL with @error set
 */
GfFindings *
gf_mining_run (GfTable               *table,
               const GfBitset        *target,
               const GfMiningOptions *options,
               GCancellable          *cancellable,
               GfProgressFunc         progress,
               gpointer               progress_data,
               GError               **error)
{
  g_return_val_if_fail (table != NULL && target != NULL && options != NULL, NULL);
  g_return_val_if_fail (gf_bitset_get_size (target) == gf_table_get_n_rows (table), NULL);
  g_return_val_if_fail (options->among == NULL ||
                        gf_bitset_get_size (options->among) == gf_table_get_n_rows (table), NULL);

  g_autoptr (GPtrArray) columns = gf_mining_choose_columns (table, options, error);
  if (columns == NULL)
    return NULL;

  if (options->raw)
    return run_raw (columns, target, options, cancellable, progress, progress_data, error);

  Part looking = { progress, progress_data, 0.0, options->depth >= 2 ? COLUMNS_SHARE : 1.0 };
  g_auto (GfTraits) traits = { 0 };
  g_autoptr (GListStore) singles = gf_traits_find (&traits, columns, target, options, cancellable,
                                                   progress_part_cb, &looking, error);
  if (singles == NULL)
    return NULL;

  gsize n_rows = gf_mining_options_count_rows (options, target);
  gsize n_hits = gf_mining_options_count_hits (options, target);
  g_autoptr (GListStore) combinations = NULL;
  double n_combination_tests = 0.0;

  if (options->depth >= 2 && n_hits >= GF_MIN_HITS && n_rows - n_hits >= GF_MIN_HITS)
    {
      Part searching = { progress, progress_data, COLUMNS_SHARE, 1.0 };

      combinations = gf_combinations_find (&traits, target, options, &n_combination_tests, cancellable,
                                           progress_part_cb, &searching, error);
      if (combinations == NULL)
        return NULL;
    }
  else
    {
      combinations = g_list_store_new (GF_TYPE_FINDING);
    }

  return gf_findings_new (G_LIST_MODEL (singles), G_LIST_MODEL (combinations), options, n_rows,
                          n_hits, traits.n_tests, n_combination_tests);
}
