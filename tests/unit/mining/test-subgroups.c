/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-mining.h"
#include "gf-subgroups.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* The oracles: lists of another program (pysubgroup, exhaustive), which travel beside the source. */
static char *
dup_oracle_path (const char *name)
{
  const char *data = g_getenv ("GF_SHARED_DATA");
  g_autofree char *beside = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "..", "..", "shared",
                                              "data", NULL);

  return g_build_filename (data != NULL ? data : beside, "..", "bench", "oracles", name, NULL);
}

/* Just enough CSV for the oracle: quotes, no line breaks in them. */
static char **
split_line (const char *line)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *c = line;; c++)
    {
      if (*c == '"')
        quoted = !quoted;
      else if (*c == '\0' || (*c == ',' && !quoted))
        {
          g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*c == '\0')
            break;
        }
      else
        g_string_append_c (cell, *c);
    }
  g_ptr_array_add (cells, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

static GfTable *
read_oracle_table (const char *path)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;

  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_auto (GStrv) names = split_line (lines[0]);
  guint n_columns = g_strv_length (names);
  gsize n_rows = g_strv_length (lines) - 1;
  g_autofree const char **cells = g_new (const char *, n_rows * n_columns);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (gsize row = 0; row < n_rows; row++)
    {
      char **line = split_line (lines[row + 1]);

      g_ptr_array_add (rows, line);
      for (guint i = 0; i < n_columns; i++)
        cells[i * n_rows + row] = line[i];
    }

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (columns, gf_column_new_categories (names[i], cells + i * n_rows, n_rows));

  return gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
}

static int
compare_strings_cb (gconstpointer a,
                    gconstpointer b)
{
  return strcmp (a, b);
}

/* "quality rows hits column=value & ..." of every subgroup above the tie at the last rank. */
static GHashTable *
read_oracle_list (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  GHashTable *list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (json_parser_load_from_file (parser, path, NULL));

  JsonArray *subgroups = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                                       "subgroups");
  guint n = json_array_get_length (subgroups);
  double last = json_object_get_double_member (json_array_get_object_element (subgroups, n - 1),
                                               "quality");

  for (guint i = 0; i < n; i++)
    {
      JsonObject *subgroup = json_array_get_object_element (subgroups, i);
      JsonArray *selectors = json_object_get_array_member (subgroup, "selectors");
      double quality = json_object_get_double_member (subgroup, "quality");
      g_autoptr (GPtrArray) texts = g_ptr_array_new ();

      if (quality <= last + 1e-12)
        continue;
      for (guint k = 0; k < json_array_get_length (selectors); k++)
        g_ptr_array_add (texts, (gpointer) json_array_get_string_element (selectors, k));
      g_ptr_array_sort_values (texts, compare_strings_cb);
      g_ptr_array_add (texts, NULL);

      g_autofree char *joined = g_strjoinv (" & ", (char **) texts->pdata);
      g_hash_table_add (list, g_strdup_printf ("%.9f %d %d %s", quality,
                                               (int) json_object_get_int_member (subgroup, "size"),
                                               (int) json_object_get_int_member (subgroup, "positives"),
                                               joined));
    }

  return list;
}

static char *
describe_raw (GfFinding *finding)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gf_finding_get_n_selectors (finding); i++)
    {
      GfSelector *selector = gf_finding_get_selector (finding, i);

      g_ptr_array_add (texts, g_strdup_printf ("%s=%s", gf_selector_get_column (selector),
                                               gf_selector_get_value (selector)));
    }
  g_ptr_array_sort_values (texts, compare_strings_cb);
  g_ptr_array_add (texts, NULL);

  g_autofree char *joined = g_strjoinv (" & ", (char **) texts->pdata);

  return g_strdup_printf ("%.9f %d %d %s", gf_finding_get_quality (finding),
                          (int) gf_finding_get_rows (finding), (int) gf_finding_get_hits (finding),
                          joined);
}

static void
raw_lists_equal_the_oracle (void)
{
  g_autofree char *path = dup_oracle_path ("mine_10000.csv");
  g_autoptr (GfTable) table = read_oracle_table (path);

  if (table == NULL)
    {
      g_test_skip ("the oracle lists are not beside the source (GF_SHARED_DATA)");
      return;
    }

  g_autoptr (GfSelector) is_hit = gf_selector_new_is ("target", "1");
  g_autoptr (GfBitset) target = gf_selector_match (is_hit, table);
  const char *exclude[] = { "target", NULL };

  for (guint depth = 1; depth <= 3; depth++)
    {
      g_autofree char *name = g_strdup_printf ("sd_wracc_10000_d%u.json", depth);
      g_autofree char *list_path = dup_oracle_path (name);
      g_autoptr (GHashTable) expected = read_oracle_list (list_path);
      GfMiningOptions options = { .exclude = exclude, .depth = depth, .top = 20, .raw = TRUE };
      g_autoptr (GError) error = NULL;
      g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, &error);
      guint found = 0;

      g_assert_no_error (error);
      g_assert_cmpuint (g_hash_table_size (expected), >=, 15);
      g_assert_cmpuint (gf_findings_get_n_traits (findings) + gf_findings_get_n_combinations (findings),
                        ==, 20);
      for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
        {
          g_autofree char *text = describe_raw (gf_findings_get_trait (findings, i));
          found += g_hash_table_contains (expected, text);
        }
      for (guint i = 0; i < gf_findings_get_n_combinations (findings); i++)
        {
          g_autofree char *text = describe_raw (gf_findings_get_combination (findings, i));
          found += g_hash_table_contains (expected, text);
        }
      g_assert_cmpuint (found, ==, g_hash_table_size (expected));
    }
}

static GfTable *
random_table (GRand *rand,
              gsize  n_rows,
              guint  n_columns,
              guint  n_levels)
{
  static const char * const levels[] = { "a", "b", "c", "d", "e", "" };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  g_autofree const char **cells = g_new (const char *, n_rows);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *name = g_strdup_printf ("column %u", i);

      for (gsize row = 0; row < n_rows; row++)
        cells[row] = g_rand_int_range (rand, 0, 10) == 0
                         ? "" : levels[g_rand_int_range (rand, 0, (gint32) n_levels)];
      g_ptr_array_add (columns, gf_column_new_categories (name, cells, n_rows));
    }

  return gf_table_new ((GfColumn * const *) columns->pdata, n_columns);
}

static GPtrArray *
make_candidates (GfTable        *table,
                 const GfBitset *target,
                 GPtrArray      *all_atoms)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_candidate_free);

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfAtoms *atoms = gf_atoms_new_raw (gf_table_get_column (table, i));

      g_ptr_array_add (all_atoms, atoms);
      gf_atoms_count (atoms, target, NULL);
      for (guint k = 0; k < atoms->n_atoms; k++)
        {
          g_autofree char *text = g_strdup_printf ("%u=%s", i, gf_atoms_get_text (atoms, k));

          g_ptr_array_add (candidates, gf_candidate_new (atoms, k, k, i, text));
        }
    }

  return candidates;
}

/* The bound must lose nothing: looking at everything gives the same list, in the same order, and the
 * counts are those that the selectors themselves give. */
static void
pruned_search_equals_exhaustive_search (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260101);

  for (guint round = 0; round < 120; round++)
    {
      gsize n_rows = (gsize) g_rand_int_range (rand, 1, 300);
      g_autoptr (GfTable) table = random_table (rand, n_rows, 5, 2 + round % 4);
      g_autoptr (GfBitset) target = gf_bitset_new (n_rows);
      g_autoptr (GPtrArray) atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_atoms_free);

      for (gsize row = 0; row < n_rows; row++)
        if (g_rand_int_range (rand, 0, 4) == 0)
          gf_bitset_set (target, row);

      g_autoptr (GPtrArray) candidates = make_candidates (table, target, atoms);
      GfSubgroupOptions options = {
        .quality = round % 3 == 0   ? GF_QUALITY_WRACC
                   : round % 3 == 1 ? GF_QUALITY_BINOMIAL
                                    : GF_QUALITY_LIFT,
        .depth = 1 + round % 4,
        .min_depth = round % 5 == 0 ? 1 + round % 4 : 1,
        .top = 1 + round % 30,
        .min_rows = round % 7,
        .prune = TRUE,
      };
      g_autoptr (GArray) pruned = gf_subgroups_search (candidates, target, &options, NULL, NULL, NULL, NULL);
      options.prune = FALSE;
      g_autoptr (GArray) all = gf_subgroups_search (candidates, target, &options, NULL, NULL, NULL, NULL);

      g_assert_cmpuint (pruned->len, ==, all->len);
      for (guint i = 0; i < all->len; i++)
        {
          const GfSubgroup *a = &g_array_index (pruned, GfSubgroup, i);
          const GfSubgroup *b = &g_array_index (all, GfSubgroup, i);
          g_autoptr (GfBitset) rows = gf_bitset_new_full (n_rows);

          g_assert_cmpuint (a->n, ==, b->n);
          for (guint k = 0; k < a->n; k++)
            {
              const GfCandidate *candidate = g_ptr_array_index (candidates, a->candidates[k]);
              g_autoptr (GfSelector) selector =
                  gf_selector_new_is (gf_column_get_name (candidate->atoms->column),
                                      gf_atoms_get_text (candidate->atoms, candidate->first));
              g_autoptr (GfBitset) one = gf_selector_match (selector, table);
              GfBitset *both = gf_bitset_and (rows, one);

              g_assert_cmpuint (a->candidates[k], ==, b->candidates[k]);
              gf_bitset_unref (rows);
              rows = both;
            }
          g_assert_cmpuint (a->rows, ==, gf_bitset_count (rows));
          g_assert_cmpuint (a->hits, ==, gf_bitset_count_and (rows, target));
        }
    }
}

/* All conjunctions from @from on, counted one customer at a time; the best quality of them. */
static double
walk_all (GPtrArray      *candidates,
          const GfBitset *target,
          GfBitset       *rows,
          guint64         attributes,
          guint           from,
          guint           depth,
          gsize           min_rows)
{
  double best = -INFINITY;

  for (guint i = from; depth > 0 && i < candidates->len; i++)
    {
      const GfCandidate *candidate = g_ptr_array_index (candidates, i);

      if (attributes & (1ul << candidate->attribute))
        continue;

      gsize n_rows = gf_bitset_get_size (target);
      g_autoptr (GfBitset) both = gf_bitset_new (n_rows);
      gsize n = 0, n_hits = 0;

      for (gsize row = 0; row < n_rows; row++)
        if (gf_bitset_get (rows, row) && gf_atoms_get (candidate->atoms, row) == candidate->first)
          {
            gf_bitset_set (both, row);
            n++;
            n_hits += gf_bitset_get (target, row);
          }
      if (n >= MAX (1, min_rows))
        best = MAX (best, gf_subgroup_wracc (n_hits, n, gf_bitset_count (target), n_rows));
      best = MAX (best, walk_all (candidates, target, both, attributes | (1ul << candidate->attribute),
                                  i + 1, depth - 1, min_rows));
    }

  return best;
}

/* Another way to the same: by hand, one customer at a time. */
static void
the_best_is_the_best_of_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint round = 0; round < 12; round++)
    {
      gsize n_rows = (gsize) g_rand_int_range (rand, 20, 80);
      g_autoptr (GfTable) table = random_table (rand, n_rows, 5, 3);
      g_autoptr (GfBitset) target = gf_bitset_new (n_rows);
      g_autoptr (GfBitset) all = gf_bitset_new_full (n_rows);
      g_autoptr (GPtrArray) atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_atoms_free);

      for (gsize row = 0; row < n_rows; row++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          gf_bitset_set (target, row);

      g_autoptr (GPtrArray) candidates = make_candidates (table, target, atoms);
      for (guint i = 0; i < candidates->len; i++)
        ((GfCandidate *) g_ptr_array_index (candidates, i))->attribute =
            (guint) (g_ascii_digit_value (((GfCandidate *) candidates->pdata[i])->text[0]));
      for (guint depth = 1; depth <= 4; depth++)
        {
          GfSubgroupOptions options = { .depth = depth, .min_depth = 1, .top = 3, .min_rows = 3,
                                        .prune = TRUE };
          g_autoptr (GArray) found = gf_subgroups_search (candidates, target, &options, NULL, NULL, NULL,
                                                          NULL);
          double best = walk_all (candidates, target, all, 0, 0, depth, 3);
          const GfSubgroup *first = &g_array_index (found, GfSubgroup, 0);

          g_assert_cmpfloat_with_epsilon (gf_subgroup_wracc (first->hits, first->rows,
                                                             gf_bitset_count (target), n_rows),
                                          best, 1e-12);
        }
    }
}

/* Every run of bands, every level and every member of a set. */
static GPtrArray *
make_mixed_candidates (GfTable        *table,
                       const GfBitset *target,
                       GPtrArray      *all_atoms)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_candidate_free);
  guint attribute = 0, subject = 0;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfAtoms *atoms = gf_atoms_new (gf_table_get_column (table, i));

      if (atoms == NULL)
        continue;
      g_ptr_array_add (all_atoms, atoms);
      gf_atoms_count (atoms, target, NULL);
      for (guint first = 0; first < atoms->n_atoms; first++)
        for (guint last = first; last < MAX (first + 1, atoms->n_ordered); last++)
          {
            g_autofree char *text = g_strdup_printf ("%u=%03u-%03u", i, first, last);
            GfCandidate *candidate = gf_candidate_new (atoms, first, last, attribute, text);

            candidate->subject = first < atoms->n_ordered ? subject : ++subject;
            attribute += atoms->kind == GF_ATOMS_MEMBERS;
            g_ptr_array_add (candidates, candidate);
          }
      attribute++;
      subject++;
    }

  return candidates;
}

static GfTable *
random_mixed_table (GRand *rand,
                    gsize  n_rows)
{
  static const char * const members[] = { "", "x", "x;y", "y;z", "x;z;w", "w" };
  g_autoptr (GfTable) levels = random_table (rand, n_rows, 2, 5);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  g_autofree const char **cells = g_new (const char *, n_rows);
  g_autofree double *numbers = g_new (double, n_rows);

  for (guint i = 0; i < 2; i++)
    {
      for (gsize row = 0; row < n_rows; row++)
        numbers[row] = g_rand_int_range (rand, 0, 12) == 0 ? NAN : g_rand_int_range (rand, 0, 5);
      g_ptr_array_add (columns, gf_column_new_numbers (i == 0 ? "Seats" : "Orders", numbers, n_rows));
    }
  for (gsize row = 0; row < n_rows; row++)
    cells[row] = members[g_rand_int_range (rand, 0, G_N_ELEMENTS (members))];
  g_ptr_array_add (columns, gf_column_new_typed ("Tools", GF_COLUMN_SET, cells, n_rows));
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (columns, gf_column_ref (gf_table_get_column (levels, i)));

  return gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
}

/* What one conjunction is about and how good it is. */
typedef struct
{
  GPtrArray *candidates;
  GPtrArray *rows;          /* GfBitset of each condition */
  const GfBitset *target;
  guint depth;
  gsize min_rows;
  GHashTable *best;         /* the subjects, or the conditions themselves, in order -> quality */
  gboolean one_each;
} Walk;

static double
binomial_z (gsize hits,
            gsize rows,
            gsize all_hits,
            gsize all_rows)
{
  return ((double) hits - (double) rows * (double) all_hits / (double) all_rows) / sqrt ((double) rows);
}

static void
walk_mixed (Walk       *self,
            GfBitset   *met,
            GArray     *conditions,
            guint       from)
{
  for (guint i = from; i < self->candidates->len; i++)
    {
      const GfCandidate *candidate = g_ptr_array_index (self->candidates, i);
      gboolean excluded = FALSE;

      for (guint k = 0; k < conditions->len; k++)
        excluded |= ((const GfCandidate *) g_ptr_array_index (self->candidates, g_array_index (conditions, guint, k)))
                      ->attribute == candidate->attribute;
      if (excluded)
        continue;

      g_autoptr (GfBitset) both = gf_bitset_and (met, g_ptr_array_index (self->rows, i));
      gsize n = gf_bitset_count (both);

      g_array_append_val (conditions, i);
      if (conditions->len >= 2 && n >= MAX (1, self->min_rows))
        {
          g_autoptr (GString) about = g_string_new (NULL);
          double z = binomial_z (gf_bitset_count_and (both, self->target), n, gf_bitset_count (self->target),
                                 gf_bitset_get_size (self->target));

          for (guint k = 0; k < conditions->len; k++)
            {
              guint index = g_array_index (conditions, guint, k);

              g_string_append_printf (about, "%u ", self->one_each
                                                      ? ((const GfCandidate *) self->candidates->pdata[index])->subject
                                                      : index);
            }

          double *known = g_hash_table_lookup (self->best, about->str);
          if (known == NULL)
            g_hash_table_insert (self->best, g_strdup (about->str), g_memdup2 (&z, sizeof z));
          else
            *known = MAX (*known, z);
        }
      if (conditions->len < self->depth)
        walk_mixed (self, both, conditions, i + 1);
      g_array_set_size (conditions, conditions->len - 1);
    }
}

static int
compare_falling_cb (gconstpointer a,
                    gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x > y ? -1 : x < y;
}

/* Many conjunctions of the same columns are counted in one pass: the list must be that of counting each. */
static void
ranges_and_sets_equal_a_count (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (guint round = 0; round < 24; round++)
    {
      gsize n_rows = (gsize) g_rand_int_range (rand, 40, 400);
      g_autoptr (GfTable) table = random_mixed_table (rand, n_rows);
      g_autoptr (GfBitset) target = gf_bitset_new (n_rows);
      g_autoptr (GfBitset) all = gf_bitset_new_full (n_rows);
      g_autoptr (GPtrArray) atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_atoms_free);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_bitset_unref);
      g_autoptr (GHashTable) best = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autoptr (GArray) conditions = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (double));
      GHashTableIter iter;
      gpointer quality;

      for (gsize row = 0; row < n_rows; row++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          gf_bitset_set (target, row);

      g_autoptr (GPtrArray) candidates = make_mixed_candidates (table, target, atoms);
      for (guint i = 0; i < candidates->len; i++)
        {
          const GfCandidate *candidate = g_ptr_array_index (candidates, i);

          g_ptr_array_add (rows, gf_atoms_match (candidate->atoms, candidate->first, candidate->last));
        }

      GfSubgroupOptions options = { .quality = GF_QUALITY_BINOMIAL, .depth = 2 + round % 2, .min_depth = 2,
                                    .top = 40, .min_rows = 5, .one_each = round % 4 < 2, .prune = TRUE };
      Walk walk = { candidates, rows, target, options.depth, options.min_rows, best, options.one_each };
      g_autoptr (GArray) found = gf_subgroups_search (candidates, target, &options, NULL, NULL, NULL, NULL);

      walk_mixed (&walk, all, conditions, 0);
      g_hash_table_iter_init (&iter, best);
      while (g_hash_table_iter_next (&iter, NULL, &quality))
        g_array_append_vals (expected, quality, 1);
      g_array_sort (expected, compare_falling_cb);

      g_assert_cmpuint (candidates->len, >, 30);
      g_assert_cmpuint (found->len, ==, MIN (options.top, expected->len));
      for (guint i = 0; i < found->len; i++)
        {
          const GfSubgroup *subgroup = &g_array_index (found, GfSubgroup, i);
          g_autoptr (GfBitset) met = gf_bitset_new_full (n_rows);

          for (guint k = 0; k < subgroup->n; k++)
            {
              GfBitset *both = gf_bitset_and (met, g_ptr_array_index (rows, subgroup->candidates[k]));

              gf_bitset_unref (met);
              met = both;
            }
          g_assert_cmpuint (subgroup->rows, ==, gf_bitset_count (met));
          g_assert_cmpuint (subgroup->hits, ==, gf_bitset_count_and (met, target));
          g_assert_cmpfloat_with_epsilon (subgroup->quality, g_array_index (expected, double, i), 1e-12);
        }
    }
}

/* The bound is there to save work. */
static void
pruning_counts_a_twentieth (void)
{
  const gsize n_rows = 4000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  g_autoptr (GfTable) table = random_table (rand, n_rows, 24, 5);
  g_autoptr (GfBitset) target = gf_bitset_new (n_rows);
  g_autoptr (GPtrArray) atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_atoms_free);
  GfColumn *first = gf_table_get_column (table, 0), *second = gf_table_get_column (table, 1);

  for (gsize row = 0; row < n_rows; row++)
    {
      gboolean planted = gf_column_get_code (first, row) == 0 && gf_column_get_code (second, row) == 1;

      if (g_rand_double (rand) < (planted ? 0.8 : 0.15))
        gf_bitset_set (target, row);
    }

  g_autoptr (GPtrArray) candidates = make_candidates (table, target, atoms);
  guint64 n_pruned = 0, n_all = 0;
  GfSubgroupOptions options = { .depth = 3, .min_depth = 1, .top = 20, .prune = TRUE,
                                .n_counted = &n_pruned };
  g_autoptr (GArray) pruned = gf_subgroups_search (candidates, target, &options, NULL, NULL, NULL, NULL);
  options.prune = FALSE;
  options.n_counted = &n_all;
  g_autoptr (GArray) all = gf_subgroups_search (candidates, target, &options, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (pruned->len, ==, all->len);
  g_test_message ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " counted", n_pruned, n_all);
  g_assert_cmpuint (n_pruned * 20, <=, n_all);
}

/* So many columns that no passes are made: those that come on top have one value each, of two customers, which is too few
 * for the list. */
static void
many_columns_give_the_same_list (void)
{
  enum { N_ROWS = 400, N_FEW = 6, N_MORE = 300 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);
  g_autoptr (GfTable) table = random_table (rand, N_ROWS, N_FEW, 4);
  g_autoptr (GfBitset) target = gf_bitset_new (N_ROWS);
  g_autoptr (GPtrArray) atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_atoms_free);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (gsize row = 0; row < N_ROWS; row++)
    if (gf_column_get_code (gf_table_get_column (table, row % 2), row) == 0)
      gf_bitset_set (target, row);

  g_autoptr (GPtrArray) few = make_candidates (table, target, atoms);
  g_autoptr (GPtrArray) many = make_candidates (table, target, atoms);
  for (guint i = 0; i < N_MORE; i++)
    {
      const char *cells[N_ROWS] = { 0 };
      g_autofree char *name = g_strdup_printf ("more %u", i);

      cells[i] = cells[i + 1] = "only";
      GfColumn *column = gf_column_new_categories (name, cells, N_ROWS);
      g_ptr_array_add (columns, column);
      GfAtoms *more = gf_atoms_new_raw (column);
      g_ptr_array_add (atoms, more);
      gf_atoms_count (more, target, NULL);
      for (guint k = 0; k < more->n_atoms; k++)
        if (g_str_equal (gf_atoms_get_text (more, k), "only"))
          g_ptr_array_add (many, gf_candidate_new (more, k, k, N_FEW + i, name));
    }
  g_assert_cmpuint (many->len, ==, few->len + N_MORE);

  for (guint depth = 2; depth <= 4; depth++)
    {
      /* at the depth 4 there are too many to look at all of them */
      const GfSubgroupOptions options = { .depth = depth, .min_depth = depth, .top = 10, .prune = depth == 4 };
      g_autoptr (GArray) a = gf_subgroups_search (few, target, &options, NULL, NULL, NULL, NULL);
      g_autoptr (GArray) b = gf_subgroups_search (many, target, &options, NULL, NULL, NULL, NULL);

      g_assert_cmpuint (a->len, ==, 10);
      g_assert_cmpuint (b->len, ==, a->len);
      for (guint i = 0; i < a->len; i++)
        {
          const GfSubgroup *x = &g_array_index (a, GfSubgroup, i), *y = &g_array_index (b, GfSubgroup, i);

          g_assert_cmpmem (x->candidates, depth * sizeof (guint), y->candidates, depth * sizeof (guint));
          g_assert_cmpuint (x->rows, ==, y->rows);
          g_assert_cmpuint (x->hits, ==, y->hits);
        }
    }
}

static void
note_progress_cb (double   share,
                  gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, share);
}

/* The passes over all customers, which take most of the time of few columns with many customers, are told too: one step
 * each of the eight columns, at each of two depths. */
static void
progress_rises_to_its_end (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GfTable) table = random_table (rand, 500, 8, 1);
  g_autoptr (GfBitset) target = gf_bitset_new (500);
  g_autoptr (GPtrArray) atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_atoms_free);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));
  const GfSubgroupOptions options = { .depth = 3, .min_depth = 1, .top = 20 };

  for (gsize row = 0; row < 500; row += 3)
    gf_bitset_set (target, row);

  g_autoptr (GPtrArray) candidates = make_candidates (table, target, atoms);
  g_autoptr (GArray) found = gf_subgroups_search (candidates, target, &options, NULL, note_progress_cb, shares, NULL);

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpuint (shares->len, >=, 2 * 8);
  for (guint i = 1; i < shares->len; i++)
    g_assert_cmpfloat (g_array_index (shares, double, i), >=, g_array_index (shares, double, i - 1));
  g_assert_cmpfloat (g_array_index (shares, double, 0), >, 0.0);
  g_assert_cmpfloat_with_epsilon (g_array_index (shares, double, shares->len - 1), 1.0, 1e-12);
}

static void
stop_cb (double   share,
         gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
search_stops_when_cancelled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GfTable) table = random_table (rand, 500, 12, 5);
  g_autoptr (GfBitset) target = gf_bitset_new (500);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (gsize row = 0; row < 500; row += 3)
    gf_bitset_set (target, row);

  GfMiningOptions options = { .depth = 3, .raw = TRUE };
  g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, cancellable, stop_cb,
                                                   cancellable, &error);
  g_assert_null (findings);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/subgroups/raw-lists-equal-the-oracle", raw_lists_equal_the_oracle);
  g_test_add_func ("/subgroups/pruned-search-equals-exhaustive-search",
                   pruned_search_equals_exhaustive_search);
  g_test_add_func ("/subgroups/the-best-is-the-best-of-all", the_best_is_the_best_of_all);
  g_test_add_func ("/subgroups/ranges-and-sets-equal-a-count", ranges_and_sets_equal_a_count);
  g_test_add_func ("/subgroups/pruning-counts-a-twentieth", pruning_counts_a_twentieth);
  g_test_add_func ("/subgroups/many-columns-give-the-same-list", many_columns_give_the_same_list);
  g_test_add_func ("/subgroups/progress-rises-to-its-end", progress_rises_to_its_end);
  g_test_add_func ("/subgroups/search-stops-when-cancelled", search_stops_when_cancelled);

  return g_test_run ();
}
