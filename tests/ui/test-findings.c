/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bad-mark-row.h"
#include "gf-best-chooser.h"
#include "gf-best-row.h"
#include "gf-best-shares.h"
#include "gf-customer-flags.h"
#include "gf-driver-list.h"
#include "gf-finding-pane.h"
#include "gf-finding-row.h"
#include "gf-finding-words.h"
#include "gf-history.h"
#include "gf-import.h"
#include "gf-measure-row.h"
#include "gf-project-analysis.h"
#include "gf-segment-selectors.h"
#include "gf-share-axis.h"
#include "gf-step-page.h"
#include "gf-ui-test.h"

#include <string.h>

/* 80 customers. Revenue is higher for those in marketing, months kept for those in sales; one in four who is in sales
 * has left. */
static GfTable *
create_table (const char *money)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GfImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_printf (text, "Name,Department,Country,%s,Months kept,Churned\n", money);
  for (int i = 0; i < 80; i++)
    {
      gboolean marketing = i % 4 == 0;

      g_string_append_printf (text, "Customer %02d,%s,%s,%d,%d,%s\n", i,
                              marketing ? "Marketing" : i % 4 == 1 ? "Sales" : "Finance",
                              i % 3 == 0 ? "France" : "Spain",
                              1000 + 7 * ((i * 37) % 80) + (marketing ? 600 : 0),
                              1 + (i * 53) % 80, i % 4 == 1 && i % 8 == 1 ? "Yes" : "No");
    }
  bytes = g_bytes_new (text->str, text->len);
  import = gf_import_read_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);

  return gf_table_ref (gf_import_get_table (import));
}

typedef struct
{
  GfWindow *window;
  GfProject *project;
  GfAnalysis *analysis;
} Fixture;

static gboolean
is_mined (gpointer data)
{
  Fixture *fixture = data;

  return gf_analysis_get_findings (fixture->analysis) != NULL && !gf_analysis_get_running (fixture->analysis);
}

static void
add_measure (Fixture    *fixture,
             const char *column,
             double      weight)
{
  g_autoptr (GfGoodMeasure) measure = gf_good_measure_new ();

  gf_good_measure_set_column (measure, column);
  gf_good_measure_set_weight (measure, weight);
  g_list_store_append (gf_customers_get_measures (gf_project_get_customers (fixture->project)), measure);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  view)
{
  g_autoptr (GfTable) table = create_table ("Revenue");
  g_autoptr (GfBadMark) mark = gf_bad_mark_new ();

  fixture->window = gf_ui_new_window (1280, 800);
  gf_window_new_project (fixture->window);
  fixture->project = gf_window_get_project (fixture->window);
  fixture->analysis = gf_project_get_analysis (fixture->project);
  gf_project_set_table (fixture->project, table);
  add_measure (fixture, "Revenue", 50);
  add_measure (fixture, "Months kept", 0);
  gf_bad_mark_set_kind (mark, GF_BAD_MARK_IS);
  gf_bad_mark_set_column (mark, "Churned");
  gf_bad_mark_set_value (mark, "Yes");
  g_list_store_append (gf_customers_get_bad_marks (gf_project_get_customers (fixture->project)), mark);
  g_assert_true (gf_ui_wait_until (is_mined, fixture));
  gf_history_commit (gf_window_get_history (fixture->window));
  gf_ui_wait_ms (50);
  g_assert_true (gf_window_go (fixture->window, view));
  gf_ui_wait_ms (100);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  view)
{
  gf_ui_close_window (fixture->window);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return gf_ui_find (GTK_WIDGET (fixture->window), type, text);
}

static GtkWidget *
find_in_view (Fixture    *fixture,
              GType       type,
              const char *text)
{
  return gf_ui_find (GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window))),
                     type, text);
}

static GtkWidget *
find_pane (Fixture    *fixture,
           GType       type,
           const char *text)
{
  GfStepView *view = gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window));

  return gf_ui_find (gf_step_view_get_pane (view), type, text);
}

static char *
dup_first_best (Fixture *fixture)
{
  GfRanking *ranking = gf_analysis_get_ranking (fixture->analysis);

  return gf_table_dup_row_name (gf_project_get_table (fixture->project), gf_ranking_get_row (ranking, 0));
}

static void
test_the_best_are_listed (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *first = dup_first_best (fixture);

  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "8 of 80 customers are your best"));
  g_assert_nonnull (find_pane (fixture, GTK_TYPE_LABEL, first));
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "More is better · 100\u202f% filled"));
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "Left us"));
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "10 customers"));
  g_assert_cmpstr (gf_step_page_get_status (gf_window_get_visible_page (fixture->window)), ==, "8 best of 80");
  g_assert_cmpint (gf_step_page_get_state (gf_window_get_visible_page (fixture->window)), ==, GF_STEP_STATE_DONE);
  gf_ui_picture (GTK_WIDGET (fixture->window), "best-and-bad");
}

/* Who is bad by a status need not have left. */
static void
test_a_status_names_its_bad_fits (Fixture       *fixture,
                                  gconstpointer  data)
{
  static const char cells[] = "Name,Status\nAnna,bad\nBert,good\nCara,good\nDora,bad\nEmil,good\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (cells, strlen (cells));
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);
  g_autoptr (GfBadMark) mark = gf_bad_mark_new ();
  g_autoptr (GtkWidget) row = NULL;

  g_assert_no_error (error);
  gf_bad_mark_set_kind (mark, GF_BAD_MARK_IS);
  gf_bad_mark_set_column (mark, "Status");
  gf_bad_mark_set_value (mark, "bad");
  row = g_object_ref_sink (gf_bad_mark_row_new (mark));
  gf_bad_mark_row_set_table (GF_BAD_MARK_ROW (row), gf_import_get_table (import));
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (gf_import_get_table (import), "Status")), ==, GF_ROLE_CHURN);
  g_assert_nonnull (gf_ui_find (row, GTK_TYPE_LABEL, "Status: bad"));
  g_assert_nonnull (gf_ui_find (row, GTK_TYPE_LABEL, "2 customers"));
}

static void
test_a_weight_changes_the_best_and_is_undone (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *before = dup_first_best (fixture);
  g_autofree char *after = NULL;
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (gf_project_get_customers (fixture->project)));
  g_autoptr (GfGoodMeasure) months = g_list_model_get_item (measures, 1);
  GtkWidget *row = find_in_view (fixture, GF_TYPE_MEASURE_ROW, NULL);
  GtkWidget *scale;

  row = gtk_widget_get_next_sibling (row);
  scale = gf_ui_find (row, GTK_TYPE_SCALE, NULL);
  gtk_range_set_value (GTK_RANGE (scale), 100);
  g_assert_cmpfloat (gf_good_measure_get_weight (months), ==, 100);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "100 of 100, more is better");
  gf_ui_wait_ms (100);
  g_assert_true (gf_ui_wait_until (is_mined, fixture));
  gf_ui_wait_ms (100);
  after = dup_first_best (fixture);
  g_assert_cmpstr (before, !=, after);
  g_assert_nonnull (find_pane (fixture, GTK_TYPE_LABEL, after));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 0);
  gf_ui_wait_ms (100);
  g_assert_true (gf_ui_wait_until (is_mined, fixture));
  gf_ui_wait_ms (100);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find_pane (fixture, GTK_TYPE_LABEL, before))), ==, before);
}

/* 16,272 of 114,120 */
static gboolean
is_share_told (gpointer data)
{
  return find_in_view (data, GTK_TYPE_LABEL, "Your 8 best are 14\u202f% of all lifetime value.") != NULL;
}

static void
test_who_brings_is_said (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *card = find_in_view (fixture, GF_TYPE_BEST_SHARES, NULL);
  g_autoptr (GfTable) table = create_table ("Lifetime value");

  g_assert_false (gtk_widget_get_visible (card));   /* "Revenue" may be what the customer turns over */
  g_list_store_remove_all (gf_customers_get_measures (gf_project_get_customers (fixture->project)));
  add_measure (fixture, "Lifetime value", 50);
  gf_project_set_table (fixture->project, table);
  g_assert_true (gf_ui_wait_until (is_share_told, fixture));
  g_assert_true (gtk_widget_get_visible (card));

  /* it is live: others are the best, and bring more */
  gf_customers_set_share (gf_project_get_customers (fixture->project), 0.2);
  gf_ui_wait_ms (700);
  g_assert_true (gf_ui_wait_until (is_mined, fixture));
  gf_ui_wait_ms (700);
  g_assert_false (is_share_told (fixture));
  g_assert_true (gtk_widget_get_visible (card));
}

static GtkDropDown *
find_drop_down (GtkWidget  *chooser,
                const char *item)
{
  GtkWidget *wrap = adw_bin_get_child (ADW_BIN (chooser));

  for (GtkWidget *child = gtk_widget_get_first_child (wrap); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_DROP_DOWN (child))
      {
        GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (child));

        for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
          if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), item))
            return GTK_DROP_DOWN (child);
      }

  return NULL;
}

static void
settle (Fixture *fixture)
{
  gf_ui_wait_ms (100);
  g_assert_true (gf_ui_wait_until (is_mined, fixture));
  gf_ui_wait_ms (100);
}

static void
test_the_best_are_a_number_or_from_a_limit_on (Fixture       *fixture,
                                               gconstpointer  data)
{
  GfCustomers *customers = gf_project_get_customers (fixture->project);
  GtkWidget *chooser = find_in_view (fixture, GF_TYPE_BEST_CHOOSER, NULL);
  GtkDropDown *kind = find_drop_down (chooser, "Picked by Hand");
  GtkDropDown *share = find_drop_down (chooser, "50\u00a0%");

  g_assert_nonnull (share);
  g_assert_true (find_drop_down (chooser, "5\u00a0%") == share);
  gtk_drop_down_set_selected (share, g_list_model_get_n_items (gtk_drop_down_get_model (share)) - 1);
  g_assert_cmpfloat (gf_customers_get_share (customers), ==, 0.5);
  settle (fixture);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "40 of 80 customers are your best"));

  gtk_drop_down_set_selected (kind, 1);
  settle (fixture);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "20 of 80 customers are your best"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (gf_ui_find (chooser, GTK_TYPE_SPIN_BUTTON, NULL)), 12);
  settle (fixture);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "12 of 80 customers are your best"));

  /* what one in ten reaches, of the measure that counts most */
  gtk_drop_down_set_selected (kind, 2);
  g_assert_cmpstr (gf_customers_get_limit_column (customers), ==, "Revenue");
  settle (fixture);
  g_assert_cmpfloat (gf_customers_get_limit (customers), ==, 1900);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "Revenue: 1,900 or more."));
  gf_ui_picture (GTK_WIDGET (fixture->window), "best-from-a-limit-on");
}

static void
test_the_best_are_picked_by_hand (Fixture       *fixture,
                                  gconstpointer  data)
{
  GfCustomers *customers = gf_project_get_customers (fixture->project);
  GfTable *table = gf_project_get_table (fixture->project);
  GtkDropDown *kind = find_drop_down (find_in_view (fixture, GF_TYPE_BEST_CHOOSER, NULL), "Picked by Hand");
  gsize first = gf_ranking_get_row (gf_analysis_get_ranking (fixture->analysis), 0);
  gsize row = gf_ranking_get_row (gf_analysis_get_ranking (fixture->analysis), 40);

  gtk_drop_down_set_selected (kind, 3);
  settle (fixture);

  /* it begins with those who were the best */
  g_assert_cmpuint (g_strv_length ((GStrv) gf_customers_get_picked (customers)), ==, 8);
  g_assert_true (gf_customers_is_picked (customers, table, first));
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "8 of 80 customers are your best"));
  g_assert_false (gf_customers_is_picked (customers, table, row));

  gf_customers_pick (customers, table, &(const guint32) { (guint32) row }, 1, TRUE);
  settle (fixture);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "9 of 80 customers are your best"));
  g_assert_true (gf_bitset_get (gf_ranking_get_best (gf_analysis_get_ranking (fixture->analysis)), row));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  settle (fixture);
  g_assert_false (gf_customers_is_picked (customers, table, row));
}

static void
test_who_drains_us_is_a_bad_fit (Fixture       *fixture,
                                 gconstpointer  data)
{
  GfCustomers *customers = gf_project_get_customers (fixture->project);
  GfTable *table = gf_project_get_table (fixture->project);

  gf_customers_flag (customers, table, 2, GF_FEELING_DRAINING);
  settle (fixture);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "Somebody says they drain us"));
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "1 customer marked by hand"));
  g_assert_true (gf_bitset_get (gf_analysis_get_bad (fixture->analysis), 2));
  g_assert_cmpuint (gf_bitset_count (gf_analysis_get_bad (fixture->analysis)), ==, 11);

  gf_customers_flag (customers, table, 3, GF_FEELING_DRAINING);
  settle (fixture);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "2 customers marked by hand"));
}

static void
test_rules_are_added_and_removed (Fixture       *fixture,
                                  gconstpointer  data)
{
  GfCustomers *customers = gf_project_get_customers (fixture->project);
  GListModel *marks = G_LIST_MODEL (gf_customers_get_bad_marks (customers));
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (customers));
  GtkWidget *view = GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window)));
  g_autoptr (GfBadMark) mark = NULL;
  GtkWidget *row;

  gtk_widget_activate_action (view, "view.add-rule", "(sss)", "below", "Months kept", "");
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 2);
  mark = g_list_model_get_item (marks, 1);
  g_assert_cmpint (gf_bad_mark_get_kind (mark), ==, GF_BAD_MARK_BELOW);
  g_assert_cmpfloat_with_epsilon (gf_bad_mark_get_limit (mark), 8, 0.5);
  gf_ui_wait_ms (50);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "Months kept too low"));

  row = find_in_view (fixture, GF_TYPE_MEASURE_ROW, NULL);
  gtk_widget_activate_action (row, "measure.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (measures), ==, 1);
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (view, "view.add-measure", "s", "Revenue");
  g_assert_cmpuint (g_list_model_get_n_items (measures), ==, 2);
}

static void
test_without_measures_the_view_says_so (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_list_store_remove_all (gf_customers_get_measures (gf_project_get_customers (fixture->project)));
  gf_ui_assert_soon (find_in_view (fixture, GTK_TYPE_LABEL, "Nobody is your best yet") != NULL);
  gf_window_go (fixture->window, "customers/findings");
  gf_ui_assert_soon (find_in_view (fixture, GTK_TYPE_BUTTON, "Choose Measures") != NULL &&
                     gtk_widget_get_mapped (find_in_view (fixture, GTK_TYPE_BUTTON, "Choose Measures")));
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  GtkWidget *label = find_in_view (fixture, GTK_TYPE_LABEL, title);

  while (label != NULL && !GF_IS_FINDING_ROW (label))
    label = gtk_widget_get_parent (label);

  return label;
}

static void
test_traits_are_listed_with_their_words (Fixture       *fixture,
                                         gconstpointer  data)
{
  GtkWidget *row = find_in_view (fixture, GF_TYPE_FINDING_ROW, NULL);

  g_assert_nonnull (row);
  g_assert_nonnull (gf_ui_find (row, GTK_TYPE_LABEL, "Marketing"));
  g_assert_nonnull (gf_ui_find (row, GTK_TYPE_LABEL, "Department"));
  g_assert_nonnull (gf_ui_find (row, GTK_TYPE_LABEL, "8 of 20"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Department: Marketing. 8 of 20 are among the best, between 21 and 62 percent, "
                                       "all customers 10 percent. Strong.");
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "Customers with Department Marketing stand out"));
  gf_ui_picture (GTK_WIDGET (fixture->window), "findings");
}

/* What only the colour and the marks show is spoken as well. */
static void
test_where_they_are_rarer_is_spoken (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GfTable *table = gf_project_get_table (fixture->project);
  GfFindings *findings = gf_analysis_get_findings (fixture->analysis);
  guint n_rarer = 0;

  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    {
      GfFinding *finding = gf_findings_get_trait (findings, i);
      g_autoptr (GtkWidget) row = g_object_ref_sink (gf_finding_row_new (finding, table, TRUE, FALSE, group, group));
      g_autofree char *words = gf_finding_dup_accessible (finding, table);
      gboolean rarer = gf_ui_find (row, GTK_TYPE_LABEL, "Department · less often") != NULL;
      g_autofree char *spoken = g_strconcat (words, rarer ? " Less often than elsewhere." : "", NULL);

      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
      n_rarer += rarer;
    }
  g_assert_cmpuint (n_rarer, >, 0);
}

static void
test_the_pane_shows_the_counts (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char * const counts[] = { "8", "12", "20", "0", "60", "72", "80" };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_nonnull (find_pane (fixture, GTK_TYPE_LABEL, counts[i]));
  g_assert_nonnull (find_pane (fixture, GTK_TYPE_LABEL,
                               "8 of 20 customers with Department Marketing are among the best. "
                               "Elsewhere it is 0 of 60."));
  g_assert_nonnull (find_pane (fixture, GTK_TYPE_LABEL, "And the bad fits?"));
  g_assert_nonnull (find_pane (fixture, GTK_TYPE_LABEL,
                               "Bad fits: 0 of 20, of all customers 10 of 80; no clear difference"));
  g_assert_false (gtk_widget_get_sensitive (find_pane (fixture, ADW_TYPE_BUTTON_ROW, "Add to Profile (Draft One First)")));
}

static void
test_toggles_switch_lists (Fixture       *fixture,
                           gconstpointer  data)
{
  GfStepView *view = gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window));

  g_object_set (view, "look", "bad", NULL);
  g_assert_nonnull (find_row (fixture, "Sales"));
  g_assert_nonnull (gf_ui_find (find_row (fixture, "Sales"), GTK_TYPE_LABEL, "10 of 20"));
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_LABEL, "Share that is a bad fit"));
  gf_ui_picture (GTK_WIDGET (fixture->window), "findings-bad");
  g_object_set (view, "look", "best", "kind", "combinations", NULL);
  g_assert_null (find_row (fixture, "Marketing"));
  g_object_set (view, "kind", "traits", "sort", "size", NULL);
  g_assert_nonnull (find_row (fixture, "Marketing"));
}

/* How many traits a combination joins is chosen in the menu that sorts. */
static void
test_the_depth_is_chosen (Fixture       *fixture,
                          gconstpointer  data)
{
  GfStepView *view = gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window));
  GfAnalysis *analysis = gf_project_get_analysis (fixture->project);
  g_autofree char *depth = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "view.depth", "s", "4"));
  g_assert_cmpuint (gf_analysis_get_depth (analysis), ==, 4);
  gf_ui_assert_soon (!gf_analysis_get_running (analysis) && !gf_analysis_get_out_of_date (analysis));
  g_object_get (view, "depth", &depth, NULL);
  g_assert_cmpstr (depth, ==, "4");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "view.depth", "s", "3"));
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_a_finding_is_copied (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window)));
  char *text = NULL;

  gtk_widget_activate_action (view, "view.copy-finding", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, copied_cb, &text);
  g_assert_true (gf_ui_wait_until (is_set, &text));
  g_assert_cmpstr (text, ==, "Customers with Department Marketing stand out\n8 of these 20 customers are among your "
                             "best (21–62\u202f%). Of all customers it is 1 in 10.\n");
  g_free (text);
}

static gboolean
is_told (gpointer data)
{
  Fixture *fixture = data;

  return gf_drivers_watch_get (gf_project_get_drivers_watch (fixture->project), GF_AGAINST_BEST) != NULL;
}

/* Before it is asked for, the next run begins, and is stopped. */
static void
test_what_matters_together_may_be_stopped (Fixture       *fixture,
                                           gconstpointer  data)
{
  GfCustomers *customers = gf_project_get_customers (fixture->project);
  GfStepView *view = gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window));
  GtkWidget *list = find_in_view (fixture, GF_TYPE_DRIVER_LIST, NULL);
  GtkWidget *words;

  g_object_set (view, "kind", "together", NULL);
  g_assert_true (gf_ui_wait_until (is_told, fixture));
  gf_customers_set_share (customers, 0.2);
  g_assert_true (gf_analysis_get_running (fixture->analysis));
  while (gf_analysis_get_running (fixture->analysis))
    g_main_context_iteration (NULL, TRUE);
  gf_customers_set_share (customers, 0.3);
  gf_analysis_stop (fixture->analysis);

  gf_ui_assert_soon ((words = gf_ui_find (list, GTK_TYPE_LABEL,
                                          "The search was stopped before it was known what matters together.")) != NULL &&
                     gtk_widget_get_mapped (words));
  gf_analysis_run_again (fixture->analysis);
  gf_ui_assert_soon (gf_ui_find (list, GTK_TYPE_LABEL, "Looked at together, Department matters") != NULL &&
                     !gtk_widget_get_mapped (words));
}

static void
test_what_matters_together_is_said (Fixture       *fixture,
                                    gconstpointer  data)
{
  GfStepView *view = gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window));
  GtkWidget *list = find_in_view (fixture, GF_TYPE_DRIVER_LIST, NULL);
  GtkWidget *row;

  g_object_set (view, "kind", "together", NULL);
  g_assert_null (gf_step_view_get_pane (view));
  g_assert_null (find_row (fixture, "Marketing"));
  g_assert_true (gf_ui_wait_until (is_told, fixture));
  gf_ui_wait_ms (100);
  g_assert_true (gtk_widget_get_mapped (list));
  g_assert_nonnull (gf_ui_find (list, GTK_TYPE_LABEL, "Looked at together, Department matters"));
  row = gf_ui_find (list, ADW_TYPE_ACTION_ROW, "Department");
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                   "With Department Marketing the odds are "));
  g_assert_nonnull (gf_ui_find (list, ADW_TYPE_EXPANDER_ROW, NULL));
  gf_ui_picture (GTK_WIDGET (fixture->window), "findings-together");

  g_object_set (view, "kind", "traits", NULL);
  g_assert_nonnull (find_row (fixture, "Marketing"));
  g_assert_nonnull (gf_step_view_get_pane (view));
  g_assert_false (gtk_widget_get_mapped (list));
}

static void
test_a_rule_is_built_and_becomes_a_segment (Fixture       *fixture,
                                            gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window)));
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (fixture->project));
  GtkWidget *row = find_row (fixture, "Spain");
  g_autoptr (GfSegment) segment = NULL;
  g_autoptr (GfBitset) rows = NULL;

  g_assert_nonnull (row);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  gtk_widget_activate_action (view, "view.use-in-rule", NULL);
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_BUTTON, "Remove Country: Spain"));
  gtk_widget_activate_action (view, "view.make-segment", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (segments), ==, 1);
  segment = g_list_model_get_item (segments, 0);
  g_assert_cmpstr (gf_segment_get_name (segment), ==, "Marketing, Spain");
  rows = gf_segment_match (segment, gf_project_get_table (fixture->project));
  g_assert_cmpuint (gf_bitset_count (rows), ==, 13);

  /* Once is enough. */
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (view, "view.make-segment", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (segments), ==, 1);
  gf_ui_assert_soon (gf_step_view_get_complete (GF_STEP_VIEW (view)));

  g_signal_emit_by_name (find_in_view (fixture, GTK_TYPE_BUTTON, "Remove Department: Marketing"), "clicked");
  g_assert_null (find_in_view (fixture, GTK_TYPE_BUTTON, "Remove Department: Marketing"));
  g_assert_nonnull (find_in_view (fixture, GTK_TYPE_BUTTON, "Remove Country: Spain"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (segments), ==, 0);
}

static void
test_a_finding_joins_the_profile (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (fixture->window)));
  g_autoptr (GfProfile) profile = gf_profile_new ();
  g_autoptr (GfProfileSection) section = NULL;
  g_autoptr (GfStatement) statement = NULL;

  gf_profile_set_name (profile, "Marketing teams");
  g_list_store_append (gf_project_get_profiles (fixture->project), profile);
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (view, "view.add-finding-to-profile", NULL);
  section = g_list_model_get_item (G_LIST_MODEL (gf_profile_get_sections (profile)), 0);
  g_assert_nonnull (section);
  g_assert_cmpint (gf_profile_section_get_kind (section), ==, GF_SECTION_COMPANY);
  statement = g_list_model_get_item (G_LIST_MODEL (gf_profile_section_get_statements (section)), 0);
  g_assert_cmpstr (gf_statement_get_text (statement), ==, "Marketing");
}

static void
test_it_fits_a_phone (Fixture       *fixture,
                      gconstpointer  data)
{
  GfStepPage *page = gf_window_get_visible_page (fixture->window);

  gf_step_page_set_width_class (page, GF_WIDTH_NARROW);
  gf_ui_wait_ms (100);
  g_assert_false (gtk_widget_get_mapped (find (fixture, GF_TYPE_SHARE_AXIS, NULL)));
  g_assert_nonnull (find_row (fixture, "Marketing"));
  gf_step_page_set_width_class (page, GF_WIDTH_WIDE);
  gf_ui_wait_ms (100);
}

static void
test_axis_steps_are_round (void)
{
  g_assert_cmpfloat (gf_share_axis_choose_maximum (0.52), ==, 0.6);
  g_assert_cmpfloat (gf_share_axis_choose_maximum (0.98), ==, 1);
  g_assert_cmpfloat (gf_share_axis_choose_maximum (0.004), ==, 0.02);
  g_assert_cmpfloat (gf_share_axis_choose_step (0.75), ==, 0.25);
  g_assert_cmpfloat (gf_share_axis_choose_step (0.3), ==, 0.1);
  g_assert_cmpfloat (gf_share_axis_choose_step (1), ==, 0.5);
}

int
main (int    argc,
      char **argv)
{
  gf_ui_test_init (&argc, &argv);

#define ADD(path, view, test) g_test_add (path, Fixture, view, set_up, test, tear_down)
  ADD ("/best/the-best-are-listed", "customers/best", test_the_best_are_listed);
  ADD ("/best/a-status-names-its-bad-fits", "customers/best", test_a_status_names_its_bad_fits);
  ADD ("/best/a-weight-changes-the-best-and-is-undone", "customers/best",
       test_a_weight_changes_the_best_and_is_undone);
  ADD ("/best/rules-are-added-and-removed", "customers/best", test_rules_are_added_and_removed);
  ADD ("/best/the-best-are-a-number-or-from-a-limit-on", "customers/best",
       test_the_best_are_a_number_or_from_a_limit_on);
  ADD ("/best/the-best-are-picked-by-hand", "customers/best", test_the_best_are_picked_by_hand);
  ADD ("/best/who-drains-us-is-a-bad-fit", "customers/best", test_who_drains_us_is_a_bad_fit);
  ADD ("/best/who-brings-is-said", "customers/best", test_who_brings_is_said);
  ADD ("/best/without-measures-the-view-says-so", "customers/best", test_without_measures_the_view_says_so);
  ADD ("/findings/traits-are-listed-with-their-words", "customers/findings", test_traits_are_listed_with_their_words);
  ADD ("/findings/where-they-are-rarer-is-spoken", "customers/findings", test_where_they_are_rarer_is_spoken);
  ADD ("/findings/the-pane-shows-the-counts", "customers/findings", test_the_pane_shows_the_counts);
  ADD ("/findings/toggles-switch-lists", "customers/findings", test_toggles_switch_lists);
  ADD ("/findings/the-depth-is-chosen", "customers/findings", test_the_depth_is_chosen);
  ADD ("/findings/a-finding-is-copied", "customers/findings", test_a_finding_is_copied);
  ADD ("/findings/what-matters-together-may-be-stopped", "customers/findings",
       test_what_matters_together_may_be_stopped);
  ADD ("/findings/what-matters-together-is-said", "customers/findings", test_what_matters_together_is_said);
  ADD ("/findings/a-rule-is-built-and-becomes-a-segment", "customers/findings",
       test_a_rule_is_built_and_becomes_a_segment);
  ADD ("/findings/a-finding-joins-the-profile", "customers/findings", test_a_finding_joins_the_profile);
  ADD ("/findings/it-fits-a-phone", "customers/findings", test_it_fits_a_phone);
#undef ADD
  g_test_add_func ("/findings/axis-steps-are-round", test_axis_steps_are_round);

  return g_test_run ();
}
