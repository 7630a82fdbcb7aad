/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-row-index.h"
#include "gf-text-find.h"

#include <math.h>
#include <string.h>

#define N 9000

static const char * const names[] = { "Talweg", "Halden", "Åre Media", "birken", "Straße", "n/a", "" };
static const char * const industries[] = { "Software", "Data", "Media", "Software", "Law", "Data", "-" };
static const char * const sizes[] = { "117", "12", "1200", "64", "", "soon", "-3.5" };
static const char * const tools[] = { "Chat;Mail", "Mail", "", "Chat", "Web;Chat", "Mail;Web", "Web" };
static const char * const dates[] = { "2024-01-02", "2019-12-31", "", "2024-01-02", "2025-06-01", "2020-02-29", "x" };
static const char * const churned[] = { "no", "yes", "no", "", "no", "yes", "no" };

static GfTable *
sample (void)
{
  GfColumn *columns[] = {
    gf_column_new_typed ("Name", GF_COLUMN_TEXT, names, 7),
    gf_column_new_categories ("Industry", industries, 7),
    gf_column_new_typed ("Size", GF_COLUMN_NUMBER, sizes, 7),
    gf_column_new_typed ("Tools", GF_COLUMN_SET, tools, 7),
    gf_column_new_typed ("Since", GF_COLUMN_DATE, dates, 7),
    gf_column_new_typed ("Churned", GF_COLUMN_FLAG, churned, 7),
  };
  GfTable *table = gf_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gf_column_unref (columns[i]);

  return table;
}

/* "0 3 4": the rows, in order. */
static char *
words_of (const guint32 *rows,
          gsize          n)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (words, i > 0 ? " %u" : "%u", rows[i]);

  return g_string_free (words, FALSE);
}

static char *
bits_of (GfBitset *set)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < gf_bitset_get_size (set); i++)
    if (gf_bitset_get (set, i))
      g_string_append_printf (words, words->len > 0 ? " %zu" : "%zu", i);

  return g_string_free (words, FALSE);
}

static void
assert_filter (GfRowFilter *own,
               const char  *expected)
{
  g_autoptr (GfRowFilter) filter = own;
  g_autoptr (GfTable) table = sample ();
  g_autoptr (GfBitset) rows = gf_row_filter_apply (filter, table, NULL);
  g_autofree char *words = bits_of (rows);

  g_assert_cmpuint (gf_bitset_get_size (rows), ==, 7);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_levels (void)
{
  const char *both[] = { "Software", "Law", NULL };
  const char *chat[] = { "Chat", NULL };
  const char *yes[] = { "yes", NULL };
  const char *unknown[] = { "Nothing such", NULL };

  assert_filter (gf_row_filter_new_levels ("Industry", both, FALSE), "0 3 4");
  /* A missing cell is neither in nor out. */
  assert_filter (gf_row_filter_new_levels ("Industry", both, TRUE), "1 2 5");
  assert_filter (gf_row_filter_new_levels ("Tools", chat, FALSE), "0 3 4");
  assert_filter (gf_row_filter_new_levels ("Tools", chat, TRUE), "1 5 6");
  assert_filter (gf_row_filter_new_levels ("Churned", yes, FALSE), "1 5");
  assert_filter (gf_row_filter_new_levels ("Industry", unknown, FALSE), "");
  assert_filter (gf_row_filter_new_levels ("Gone", both, FALSE), "");
  /* A column of numbers has no levels. */
  assert_filter (gf_row_filter_new_levels ("Size", both, FALSE), "");
}

static void
test_ranges_are_closed (void)
{
  assert_filter (gf_row_filter_new_range ("Size", 12, 117), "0 1 3");
  assert_filter (gf_row_filter_new_range ("Size", NAN, 12), "1 6");
  assert_filter (gf_row_filter_new_range ("Size", 117.5, INFINITY), "2");
  /* 2024-01-02 is day 19724 since 1970-01-01 (date -ud 2024-01-02 +%s divided by 86400). */
  assert_filter (gf_row_filter_new_range ("Since", 19724, 19724), "0 3");
  assert_filter (gf_row_filter_new_range ("Industry", 0, 1), "");
  assert_filter (gf_row_filter_new_range ("Gone", 0, 1), "");
}

static void
test_texts_and_missing_cells (void)
{
  assert_filter (gf_row_filter_new_contains ("Name", "AL"), "0 1");
  assert_filter (gf_row_filter_new_contains ("Name", "åRE m"), "2");
  assert_filter (gf_row_filter_new_contains ("Name", "STRAßE"), "4");
  assert_filter (gf_row_filter_new_contains ("Name", "strasse"), "");
  assert_filter (gf_row_filter_new_contains ("Name", "straße"), "4");
  assert_filter (gf_row_filter_new_contains ("Size", "2"), "1 2");
  assert_filter (gf_row_filter_new_contains ("Name", ""), "0 1 2 3 4");
  assert_filter (gf_row_filter_new_missing ("Name", TRUE), "5 6");
  assert_filter (gf_row_filter_new_missing ("Size", TRUE), "4 5");
  assert_filter (gf_row_filter_new_missing ("Tools", FALSE), "0 1 3 4 5 6");
}

static GfBitset *
every_third (GfTable  *table,
             gpointer  data)
{
  GfBitset *rows = gf_bitset_new (gf_table_get_n_rows (table) + GPOINTER_TO_SIZE (data));

  for (gsize row = 0; row < gf_table_get_n_rows (table); row += 3)
    gf_bitset_set (rows, row);

  return rows;
}

static void
test_custom_conditions (void)
{
  assert_filter (gf_row_filter_new_custom ("Third", every_third, NULL, NULL), "0 3 6");
  /* An answer about another table is none. */
  assert_filter (gf_row_filter_new_custom ("Third", every_third, GSIZE_TO_POINTER (1), NULL), "");
}

static void
assert_order (const char         *expected,
              guint               n_keys,
              const GfRowSortKey *keys)
{
  g_autoptr (GfTable) table = sample ();
  g_autoptr (GfBitset) best = gf_bitset_new (7);
  g_autoptr (GfBitset) bad = gf_bitset_new (7);
  g_autofree guint32 *rows = NULL;
  g_autofree char *words = NULL;

  gf_bitset_set (best, 2);
  gf_bitset_set (best, 5);
  gf_bitset_set (bad, 0);
  rows = gf_row_sort (table, keys, n_keys, best, bad, NULL);
  words = words_of (rows, 7);
  g_assert_cmpstr (words, ==, expected);
}

#define assert_sorted(expected, ...) \
  assert_order (expected, sizeof ((GfRowSortKey[]) { __VA_ARGS__ }) / sizeof (GfRowSortKey), \
                (GfRowSortKey[]) { __VA_ARGS__ })

static void
test_values_sort_as_values (void)
{
  assert_order ("0 1 2 3 4 5 6", 0, NULL);
  /* Missing and unreadable cells are last, whichever way round, in the table's order. */
  assert_sorted ("6 1 3 0 2 4 5", { 2, FALSE });
  assert_sorted ("2 0 3 1 6 4 5", { 2, TRUE });
  assert_sorted ("1 5 0 3 4 2 6", { 4, FALSE });
  assert_sorted ("1 5 4 2 0 3 6", { 1, FALSE });
  assert_sorted ("0 2 4 6 1 5 3", { 5, FALSE });
  assert_sorted ("2 5 1 3 4 6 0", { GF_ROW_SORT_MARK, FALSE });
  assert_sorted ("0 1 3 4 6 2 5", { GF_ROW_SORT_MARK, TRUE });
  assert_sorted ("0 1 2 3 4 5 6", { 99, FALSE });
}

/* Bands sort by their bounds: as text "1001+" would come before "11-50". */
static void
test_bands_sort_by_their_bounds (void)
{
  const char *cells[] = { "1001+", "11-50", "", "2-10", "unknown", "11–50", "51-200", "unsure" };
  const guint32 up[] = { 3, 1, 5, 6, 0, 4, 7, 2 };
  const guint32 down[] = { 7, 4, 0, 6, 1, 5, 3, 2 };
  const GfRowSortKey ascending = { 0, FALSE };
  const GfRowSortKey descending = { 0, TRUE };
  GfColumnSpec spec = { (char *) "Size", GF_COLUMN_CATEGORY, GF_ROLE_ATTRIBUTE, NULL, 0, 0, 0, .bands = TRUE };
  g_autoptr (GfColumn) column = gf_column_new_from_cells (&spec, cells, G_N_ELEMENTS (cells));
  GfColumn *columns[] = { column };
  g_autoptr (GfTable) table = gf_table_new (columns, 1);
  g_autofree guint32 *rows = gf_row_sort (table, &ascending, 1, NULL, NULL, NULL);
  g_autofree guint32 *back = gf_row_sort (table, &descending, 1, NULL, NULL, NULL);

  g_assert_cmpmem (rows, sizeof (up), up, sizeof (up));
  g_assert_cmpmem (back, sizeof (down), down, sizeof (down));
}

static void
test_keys_sort_one_within_the_other (void)
{
  assert_sorted ("1 5 4 2 3 0 6", { 1, FALSE }, { 2, FALSE });
  assert_sorted ("3 0 2 4 5 1 6", { 1, TRUE }, { 4, TRUE }, { 2, FALSE });
}

static char *
random_text (GRand *rand)
{
  static const char * const parts[] = { "a", "B", "ab", "ä", "Ö", "9", " ", "İ", "zz", "@", "[" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 0, 12);

  for (guint i = 0; i < n; i++)
    g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);

  return g_string_free (text, FALSE);
}

/* The same by the slowest and plainest way. */
static gboolean
naive_holds (const char *text,
             const char *needle)
{
  g_autofree char *a = NULL, *b = g_utf8_casefold (needle, -1);

  if (g_str_is_ascii (needle))
    return strcasestr (text, needle) != NULL;
  a = g_utf8_casefold (text, -1);

  return strstr (a, b) != NULL;
}

static void
test_finding_equals_the_plain_way (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  /* Coded cells and plain ones, with texts that end everywhere in a block. */
  for (guint round = 0; round < 2; round++)
    {
      GfCellsBuilder *builder = gf_cells_builder_new ();
      g_autoptr (GfCells) plain = NULL, cells = NULL;

      for (gsize row = 0; row < N; row++)
        {
          g_autofree char *part = random_text (rand);
          g_autofree char *text = round == 0 ? g_strdup (part) : g_strdup_printf ("%zu%s", row, part);

          gf_cells_builder_add (builder, text, strlen (text));
        }
      plain = gf_cells_builder_finish (builder);
      cells = round == 0 ? gf_cells_to_coded (plain) : gf_cells_ref (plain);
      g_assert_cmpint (gf_cells_get_codes (cells) == NULL, ==, round == 1);

      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *needle = random_text (rand);
          g_autoptr (GfBitset) texts = NULL, rows = NULL, narrow = NULL;

          if (*needle == '\0')
            continue;
          texts = gf_text_find_in_cells (cells, needle, NULL, NULL);
          rows = gf_text_rows_of_texts (cells, texts);
          for (gsize row = 0; row < N; row++)
            g_assert_cmpint (gf_bitset_get (rows, row), ==,
                             naive_holds (gf_cells_get (cells, row, NULL), needle));
          narrow = gf_text_find_in_cells (cells, needle, texts, NULL);
          g_assert_true (gf_bitset_equal (narrow, texts));
        }
    }
}

static int
compare_naively (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  GfTable *table = data;
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  GfColumn *texts = gf_table_get_column (table, 0), *numbers = gf_table_get_column (table, 1);
  double p = gf_column_get_number (numbers, x), q = gf_column_get_number (numbers, y);
  gboolean missing_x = gf_column_is_missing (texts, x), missing_y = gf_column_is_missing (texts, y);
  int order;

  if (isnan (p) != isnan (q))
    return isnan (p) ? 1 : -1;
  if (p < q || p > q)
    return p < q ? 1 : -1;
  if (missing_x != missing_y)
    return missing_x ? 1 : -1;
  order = missing_x ? 0 : g_utf8_collate (gf_column_get_text (texts, x), gf_column_get_text (texts, y));

  return order != 0 ? order : x < y ? -1 : 1;
}

/* Rows of which a third are empty, with many equal numbers; enough for two threads. */
static GfTable *
random_table (gsize n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *numbers = g_new (double, n_rows);
  const char **cells;
  GfColumn *columns[2];
  GfTable *table;

  for (gsize row = 0; row < n_rows; row++)
    {
      g_ptr_array_add (texts, g_rand_int_range (rand, 0, 9) == 0 ? g_strdup ("")
                              : g_strdup_printf ("%c%u", 'a' + g_rand_int_range (rand, 0, 26),
                                                 g_rand_int (rand)));
      numbers[row] = g_rand_int_range (rand, 0, 3) == 0 ? NAN : g_rand_int_range (rand, -50, 50) / 4.0;
    }
  cells = (const char **) texts->pdata;
  columns[0] = gf_column_new_typed ("Text", GF_COLUMN_TEXT, cells, n_rows);
  columns[1] = gf_column_new_numbers ("Number", numbers, n_rows);
  table = gf_table_new (columns, 2);
  gf_column_unref (columns[0]);
  gf_column_unref (columns[1]);

  return table;
}

static void
test_sorting_equals_the_plain_way (void)
{
  const gsize n = 60000;
  const GfRowSortKey keys[] = { { 1, TRUE }, { 0, FALSE } };
  g_autoptr (GfTable) table = random_table (n);
  g_autofree guint32 *rows = gf_row_sort (table, keys, 2, NULL, NULL, NULL);
  g_autofree guint32 *expected = g_new (guint32, n);

  for (gsize i = 0; i < n; i++)
    expected[i] = (guint32) i;
  g_sort_array (expected, n, sizeof (guint32), compare_naively, table);
  g_assert_cmpmem (rows, n * sizeof (guint32), expected, n * sizeof (guint32));
}

static char *
query_words (GfRowIndex       *index,
             const GfRowQuery *query)
{
  gsize n;
  g_autofree guint32 *rows = gf_row_index_query (index, query, &n, NULL, NULL);

  g_assert_nonnull (rows);

  return words_of (rows, n);
}

static void
assert_answer (GfRowIndex       *index,
               const GfRowQuery *query,
               const char       *expected)
{
  g_autofree char *words = query_words (index, query);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_queries_build_on_each_other (void)
{
  g_autoptr (GfTable) table = sample ();
  g_autoptr (GfRowIndex) index = gf_row_index_new (table);
  g_autoptr (GfRowFilter) size = gf_row_filter_new_range ("Size", 0, INFINITY);
  g_autoptr (GfRowFilter) since = gf_row_filter_new_missing ("Since", FALSE);
  GfRowFilter *filters[] = { size, since };
  const GfRowSortKey keys[] = { { 2, TRUE } };
  GfRowQuery query = { 0 };

  assert_answer (index, &query, "0 1 2 3 4 5 6");
  query.search = "a";
  assert_answer (index, &query, "0 1 2 3 4 5");
  query.search = "me";
  assert_answer (index, &query, "2");
  /* Broader again, and something else altogether. */
  query.search = "m";
  assert_answer (index, &query, "0 1 2 5");
  query.search = "chat";
  assert_answer (index, &query, "0 3 4");
  query.keys = keys;
  query.n_keys = 1;
  assert_answer (index, &query, "0 3 4");
  query.search = "";
  assert_answer (index, &query, "2 0 3 1 6 4 5");
  query.filters = filters;
  query.n_filters = 2;
  assert_answer (index, &query, "0 3 1");
  query.n_filters = 1;
  assert_answer (index, &query, "2 0 3 1");
  query.search = "2";
  assert_answer (index, &query, "2 0 3 1");
  query.search = "20";
  assert_answer (index, &query, "2 0 3 1");
  query.search = "200";
  assert_answer (index, &query, "2");
}

static GfRowElsewhere
query_elsewhere (GfRowIndex       *index,
                 const GfRowQuery *query)
{
  GfRowElsewhere elsewhere;
  gsize n;
  g_autofree guint32 *rows = gf_row_index_query (index, query, &n, &elsewhere, NULL);

  g_assert_nonnull (rows);

  return elsewhere;
}

static void
test_who_is_found_by_hidden_columns_is_counted (void)
{
  const gsize n = 3000;
  g_autoptr (GfTable) table = random_table (n);
  g_autoptr (GfRowIndex) index = gf_row_index_new (table);
  const guint seen[] = { 1, 0 };
  GfRowQuery query = { .search = "q1", .columns = seen, .n_columns = 1 };
  GfRowElsewhere elsewhere = query_elsewhere (index, &query);
  gsize expected = 0;

  for (gsize row = 0; row < n; row++)
    expected += naive_holds (gf_column_get_text (gf_table_get_column (table, 0), row), "q1") &&
                !naive_holds (gf_column_get_text (gf_table_get_column (table, 1), row), "q1");
  g_assert_cmpuint (expected, >, 0);
  g_assert_cmpuint (elsewhere.n_rows, ==, expected);
  g_assert_cmpuint (elsewhere.n_columns, ==, 1);
  g_assert_cmpuint (elsewhere.column, ==, 0);

  /* With the column in sight there is nobody, nor without a search. */
  query.n_columns = 2;
  elsewhere = query_elsewhere (index, &query);
  g_assert_cmpuint (elsewhere.n_rows, ==, 0);
  query.search = NULL;
  elsewhere = query_elsewhere (index, &query);
  g_assert_cmpuint (elsewhere.n_rows, ==, 0);
}

static void
test_long_tables_are_searched_on_two_threads (void)
{
  const gsize n = 60000;
  g_autoptr (GfTable) table = random_table (n);
  g_autoptr (GfRowIndex) index = gf_row_index_new (table);
  static const char * const needles[] = { "q", "q1", "q12", "1", "zz", "12.5", "Q1" };

  for (guint i = 0; i < G_N_ELEMENTS (needles); i++)
    {
      GfRowQuery query = { .search = needles[i] };
      gsize n_found, n_expected = 0;
      g_autofree guint32 *rows = gf_row_index_query (index, &query, &n_found, NULL, NULL);

      for (gsize row = 0; row < n; row++)
        if (naive_holds (gf_column_get_text (gf_table_get_column (table, 0), row), needles[i]) ||
            naive_holds (gf_column_get_text (gf_table_get_column (table, 1), row), needles[i]))
          g_assert_cmpuint (rows[n_expected++], ==, row);
      g_assert_cmpuint (n_found, ==, n_expected);
    }
}

static void
test_a_cancelled_query_gives_nothing (void)
{
  g_autoptr (GfTable) table = random_table (1000);
  g_autoptr (GfRowIndex) index = gf_row_index_new (table);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const GfRowSortKey keys[] = { { 0, FALSE } };
  GfRowQuery query = { .search = "a", .keys = keys, .n_keys = 1 };
  gsize n;
  g_autofree guint32 *rows = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gf_row_index_query (index, &query, &n, NULL, cancellable));
  g_assert_cmpuint (n, ==, 0);
  /* And spoils nothing. */
  rows = gf_row_index_query (index, &query, &n, NULL, NULL);
  g_assert_nonnull (rows);
  g_assert_cmpuint (n, >, 0);
}

static void
test_an_empty_table_answers (void)
{
  GfColumn *column = gf_column_new_categories ("Name", NULL, 0);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GfRowIndex) index = gf_row_index_new (table);
  const GfRowSortKey keys[] = { { 0, FALSE } };
  GfRowQuery query = { .search = "a", .keys = keys, .n_keys = 1 };

  gf_column_unref (column);
  assert_answer (index, &query, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/levels", test_levels);
  g_test_add_func ("/rows/ranges-are-closed", test_ranges_are_closed);
  g_test_add_func ("/rows/texts-and-missing-cells", test_texts_and_missing_cells);
  g_test_add_func ("/rows/custom-conditions", test_custom_conditions);
  g_test_add_func ("/rows/values-sort-as-values", test_values_sort_as_values);
  g_test_add_func ("/rows/bands-sort-by-their-bounds", test_bands_sort_by_their_bounds);
  g_test_add_func ("/rows/keys-sort-one-within-the-other", test_keys_sort_one_within_the_other);
  g_test_add_func ("/rows/finding-equals-the-plain-way", test_finding_equals_the_plain_way);
  g_test_add_func ("/rows/sorting-equals-the-plain-way", test_sorting_equals_the_plain_way);
  g_test_add_func ("/rows/queries-build-on-each-other", test_queries_build_on_each_other);
  g_test_add_func ("/rows/hidden-columns-are-counted", test_who_is_found_by_hidden_columns_is_counted);
  g_test_add_func ("/rows/long-tables-on-two-threads", test_long_tables_are_searched_on_two_threads);
  g_test_add_func ("/rows/cancelled-query-gives-nothing", test_a_cancelled_query_gives_nothing);
  g_test_add_func ("/rows/empty-table-answers", test_an_empty_table_answers);

  return g_test_run ();
}
