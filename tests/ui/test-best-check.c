/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-check.h"
#include "gf-best-row.h"
#include "gf-chip.h"
#include "gf-project-analysis.h"
#include "gf-ui-test.h"

#define N_ROWS 40

/* --- What is seen --- */

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(GfBestCheck **) data = gf_best_check_finish (result, &error);
  g_assert_no_error (error);
}

static GfBestCheck *
check (const GfMeasure  *measures,
       guint             n_measures,
       const GfBestRule *rule)
{
  static const double a[] = { 6, 5, 4, 3, 2, 1 }, b[] = { 6, 1, 5, 2, 3, 4 }, c[] = { 1, 2, 3, 4, 5, 6 };
  GfColumn *columns[] = { gf_column_new_numbers ("A", a, 6), gf_column_new_numbers ("B", b, 6),
                          gf_column_new_numbers ("C", c, 6) };
  g_autoptr (GfTable) table = gf_table_new (columns, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfRanking) ranking = gf_ranking_new_by_rule (table, measures, n_measures, rule, NULL, &error);
  GfBestCheck *seen = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    gf_column_unref (columns[i]);
  gf_best_check_run (table, measures, n_measures, ranking, NULL, NULL, ready_cb, &seen);
  while (seen == NULL)
    g_main_context_iteration (NULL, TRUE);

  return seen;
}

/* By A and B the first and the third customer are the best two; without A they still are, and without B the first and
 * the second. Only the first is among them whichever is left out. */
static void
test_who_stays_whichever_is_left_out (void)
{
  const GfMeasure measures[] = { { "A", 1, FALSE }, { "B", 1, FALSE }, { "C", 0, FALSE } };
  const GfBestRule two = { .kind = GF_BEST_BY_COUNT, .count = 2 };
  g_autoptr (GfBestCheck) both = check (measures, 2, &two);
  g_autoptr (GfBestCheck) with_idle = check (measures, 3, &two);

  g_assert_true (both->firm_known);
  g_assert_cmpuint (both->n_firm, ==, 1);
  g_assert_cmpstr (both->alone_name, ==, "A");
  g_assert_cmpuint (gf_ranking_get_place (both->alone, 1), ==, 1);

  /* what weighs nothing is left out already: the order by it is another one */
  g_assert_true (with_idle->firm_known);
  g_assert_cmpuint (with_idle->n_firm, ==, 1);
}

/* Nothing is said of leaving out what alone has a weight, nor where the best are not those with the highest scores. */
static void
test_what_cannot_be_said_is_not_said (void)
{
  const GfMeasure one[] = { { "A", 1, FALSE }, { "C", 0, FALSE } };
  const GfMeasure both[] = { { "A", 1, FALSE }, { "B", 1, FALSE } };
  const GfBestRule two = { .kind = GF_BEST_BY_COUNT, .count = 2 };
  const GfBestRule limit = { .kind = GF_BEST_BY_LIMIT, .column = (char *) "C", .limit = 5 };
  g_autoptr (GfBestCheck) lonely = check (one, 2, &two);
  g_autoptr (GfBestCheck) single = check (one, 1, &two);
  g_autoptr (GfBestCheck) limited = check (both, 2, &limit);

  g_assert_false (lonely->firm_known);
  g_assert_false (single->firm_known);
  g_assert_null (single->alone);
  g_assert_false (limited->firm_known);
  g_assert_null (limited->alone);
}

/* --- On the page --- */

static void
fill (GfProject *project)
{
  static const char * const names[] = { "Revenue", "Months" };
  double revenue[N_ROWS], months[N_ROWS];

  for (guint i = 0; i < N_ROWS; i++)
    {
      revenue[i] = 1000 + 10 * i;
      months[i] = 1 + i * 13 % N_ROWS;
    }

  GfColumn *columns[] = { gf_column_new_numbers (names[0], revenue, N_ROWS),
                          gf_column_new_numbers (names[1], months, N_ROWS) };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);

  gf_project_set_table (project, table);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GfGoodMeasure) measure = gf_good_measure_new ();

      gf_column_unref (columns[i]);
      gf_good_measure_set_column (measure, names[i]);
      gf_good_measure_set_weight (measure, 60 - i);
      g_list_store_append (gf_customers_get_measures (gf_project_get_customers (project)), measure);
    }
}

static guint
count_moves (GtkWidget *widget,
             gboolean   in_row)
{
  guint n = in_row && GF_IS_CHIP (widget) && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_moves (child, in_row || GF_IS_BEST_ROW (widget));

  return n;
}

static gboolean
says_moves (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "“Up” and “down” compare with ranking by revenue"))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says_moves (child))
      return TRUE;

  return FALSE;
}

/* Places move against those by one measure alone; whom somebody picked, or who reaches a limit, stands before all
 * others in one order and not in the other. */
static void
test_moves_are_told_of_like_lists (void)
{
  static const GfBestChoice others[] = { GF_BEST_CHOICE_LIMIT, GF_BEST_CHOICE_HAND };
  GfUiFixture fixture;

  gf_ui_fixture_open (&fixture, "customers", fill);
  g_assert_true (gf_window_go (fixture.window, "customers/best"));
  GtkWidget *window = GTK_WIDGET (fixture.window);
  GfCustomers *customers = gf_project_get_customers (fixture.project);
  gf_customers_set_limit_column (customers, "Months");
  gf_customers_set_limit (customers, 20);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gf_customers_set_best_kind (customers, GF_BEST_CHOICE_SHARE);
      gf_ui_assert_soon (count_moves (window, FALSE) > 0 && says_moves (window));
      gf_customers_set_best_kind (customers, others[i]);
      if (others[i] == GF_BEST_CHOICE_HAND)
        gf_customers_pick (customers, gf_project_get_table (fixture.project), &(const guint32) { 20 }, 1, TRUE);
      gf_ui_assert_soon (count_moves (window, FALSE) == 0 && !says_moves (window));
      gf_ui_wait_ms (900);
      g_assert_nonnull (gf_ui_find (window, GF_TYPE_BEST_ROW, NULL));
      g_assert_cmpuint (count_moves (window, FALSE), ==, 0);
      g_assert_false (says_moves (window));
    }
  gf_ui_fixture_close (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  gf_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/best-check/who-stays-whichever-is-left-out", test_who_stays_whichever_is_left_out);
  g_test_add_func ("/ui/best-check/what-cannot-be-said-is-not-said", test_what_cannot_be_said_is_not_said);
  g_test_add_func ("/ui/best-check/moves-are-told-of-like-lists", test_moves_are_told_of_like_lists);

  return g_test_run ();
}
