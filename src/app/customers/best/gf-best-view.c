/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-view.h"

#include "gf-bad-mark-row.h"
#include "gf-best-check.h"
#include "gf-best-chooser.h"
#include "gf-best-notes.h"
#include "gf-best-row.h"
#include "gf-best-shares.h"
#include "gf-measure-row.h"
#include "gf-project-analysis.h"
#include "gf-rule-menus.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>

/* So many of the best are listed at first, and so many at most. */
#define N_FIRST 7
#define N_MOST 50
/* Who listens is told when the weights have rested for so long. */
#define REST_MS 1000
#define CHECK_MS 250

struct _GfBestView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkLabel *headline;
  GtkLabel *sentence;
  GtkWidget *head;
  GfBestChooser *chooser;
  GfBestNotes *notes;
  GtkMenuButton *add_measure;
  GtkListBox *measures;
  GtkWidget *no_measures;
  GtkMenuButton *add_rule;
  GtkListBox *bad_marks;
  GtkWidget *no_bad_marks;
  GfBestShares *shares_card;
  GtkListBox *best_list;
  GtkLabel *note;
  GtkWidget *more;

  /* Owned references */
  GfAnalysis *analysis;
  GfTable *table;
  GfRanking *ranking;
  GfBitset *bad;          /* NULL for none */
  GfBestCheck *check;
  GCancellable *checking;
  GPtrArray *best_rows;   /* of GfBestRow, which belong to the list */

  guint rest_source;
  guint check_source;
  gboolean filling;
  gboolean all_best;
};

G_DEFINE_FINAL_TYPE (GfBestView, gf_best_view, GF_TYPE_STEP_VIEW)

static GfCustomers *
get_customers (GfBestView *self)
{
  return gf_project_get_customers (gf_step_view_get_project (GF_STEP_VIEW (self)));
}

/* --- The best, in the pane --- */

/* The order by the heaviest measure alone, where it can be held against that of the best: an order that puts those
 * who were picked, or who reach a limit, before all others is another kind of list. */
static GfRanking *
get_alone (GfBestView *self)
{
  GfRanking *alone = self->check != NULL ? self->check->alone : NULL;

  if (alone == NULL || self->ranking == NULL || !gf_best_rule_needs_measure (gf_ranking_get_rule (self->ranking)) ||
      gf_ranking_get_n_rows (alone) != gf_ranking_get_n_rows (self->ranking))
    return NULL;

  return alone;
}

static int
get_move (GfBestView *self,
          gsize       row,
          gsize       place)
{
  GfRanking *alone = get_alone (self);

  return alone != NULL ? (int) gf_ranking_get_place (alone, row) - (int) place : 0;
}

static void
set_n_rows (GfBestView *self,
            guint       n)
{
  while (self->best_rows->len > n)
    {
      gtk_list_box_remove (self->best_list, g_ptr_array_index (self->best_rows, self->best_rows->len - 1));
      g_ptr_array_set_size (self->best_rows, (int) self->best_rows->len - 1);
    }
  while (self->best_rows->len < n)
    {
      GtkWidget *row = gf_best_row_new ();

      gtk_list_box_insert (self->best_list, row, (int) self->best_rows->len);
      g_ptr_array_add (self->best_rows, row);
    }
}

static void
update_more (GfBestView *self,
             gsize       n_more)
{
  g_autofree char *number = gf_words_dup_number ((double) n_more);
  /* Translators: how many more customers are among the best */
  g_autofree char *text = g_strdup_printf (ngettext ("%s more", "%s more", (gulong) n_more), number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), text);
  gtk_widget_set_visible (self->more, n_more > 0);
}

static void
update_note (GfBestView *self)
{
  gboolean known = get_alone (self) != NULL;
  g_autofree char *name = known ? gf_words_dup_lower (self->check->alone_name) : NULL;
  g_autofree char *number = known ? gf_words_dup_number ((double) self->check->n_firm) : NULL;
  g_autofree char *compare = NULL;
  g_autofree char *firm = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->note), known);
  if (!known)
    return;

  /* Translators: %s is the name of a measure such as revenue */
  compare = g_strdup_printf (_("“Up” and “down” compare with ranking by %s alone."), name);
  firm = g_strdup_printf (ngettext ("%s customer is among the best whichever measure is left out.",
                                    "%s customers are among the best whichever measure is left out.",
                                    (gulong) self->check->n_firm), number);
  text = self->check->firm_known ? g_strdup_printf ("%s %s", compare, firm) : g_strdup (compare);
  gtk_label_set_label (self->note, text);
}

static void
update_best (GfBestView *self)
{
  gsize n_best = self->ranking != NULL ? gf_ranking_get_n_best (self->ranking) : 0;
  gsize n_wanted = self->all_best || n_best <= N_FIRST + 1 ? MIN (n_best, N_MOST) : N_FIRST;
  g_autofree char *number = gf_words_dup_number ((double) n_best);
  /* Translators: the title over the list of the best customers */
  g_autofree char *title = g_strdup_printf (ngettext ("The %s Best", "The %s Best", (gulong) n_best), number);

  set_n_rows (self, (guint) n_wanted);
  for (gsize place = 0; place < n_wanted; place++)
    {
      GfBestRow *row = g_ptr_array_index (self->best_rows, place);
      gsize customer = gf_ranking_get_row (self->ranking, place);
      g_autofree char *name = gf_table_dup_row_name (self->table, customer);
      g_autofree char *facts = gf_ranking_dup_facts (self->ranking, self->table, customer, 2);

      gf_best_row_set (row, (guint) place + 1, name, facts);
      gf_best_row_set_move (row, get_move (self, customer, place));
    }
  update_more (self, n_best - n_wanted);
  update_note (self);
  gtk_widget_set_visible (GTK_WIDGET (self->best_list), n_best > 0);
  gf_step_view_set_pane_title (GF_STEP_VIEW (self), n_best > 0 ? title : _("The Best"), _("Live preview"));
}

static void
more_cb (GfBestView *self)
{
  if (!self->all_best)
    {
      self->all_best = TRUE;
      update_best (self);
      if (self->best_rows->len > N_FIRST)
        gtk_widget_grab_focus (g_ptr_array_index (self->best_rows, N_FIRST));
    }
  else
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", "customers/table");
    }
}

/* --- What takes longer than a frame --- */

static void
update_warnings (GfBestView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->measures)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GF_IS_MEASURE_ROW (row))
      {
        GfGoodMeasure *measure = gf_measure_row_get_measure (GF_MEASURE_ROW (row));
        const char *warning = self->check != NULL && gf_good_measure_get_weight (measure) > 0
                                ? g_hash_table_lookup (self->check->warnings, gf_good_measure_get_column (measure))
                                : NULL;

        gf_measure_row_set_warning (GF_MEASURE_ROW (row), warning);
      }
  gf_best_shares_set (self->shares_card, self->check != NULL ? (const char * const *) self->check->shares : NULL);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  GfBestCheck *check = gf_best_check_finish (result, &error);
  GfBestView *self = data;

  /* Stopped: the view may be gone. */
  if (check == NULL)
    return;

  g_clear_object (&self->checking);
  g_clear_pointer (&self->check, gf_best_check_free);
  self->check = check;
  update_warnings (self);
  if (self->ranking != NULL)
    update_best (self);
}

static void
stop_checking (GfBestView *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

static void
check_cb (gpointer data)
{
  GfBestView *self = data;
  g_autoptr (GArray) measures = gf_customers_dup_measures (get_customers (self));

  self->check_source = 0;
  if (self->table == NULL || measures->len == 0)
    return;

  self->checking = g_cancellable_new ();
  gf_best_check_run (self->table, (const GfMeasure *) (gpointer) measures->data, measures->len,
                     self->ranking, self->bad, self->checking, checked_cb, self);
}

/* --- Telling who listens --- */

static void
rested_cb (gpointer data)
{
  GfBestView *self = data;
  g_autofree char *first = NULL;
  g_autofree char *text = NULL;

  self->rest_source = 0;
  if (self->ranking == NULL || gf_ranking_get_n_best (self->ranking) == 0)
    return;

  first = gf_table_dup_row_name (self->table, gf_ranking_get_row (self->ranking, 0));
  /* Translators: spoken after the weights changed: the headline, then the name of the first customer */
  text = g_strdup_printf (_("%s, first %s"), gtk_label_get_label (self->headline), first);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
take_ranking (GfBestView *self,
              GfTable    *table,
              GfRanking  *ranking,
              GfBitset   *bad)
{
  if (self->ranking == ranking && self->table == table && self->bad == bad)
    return;

  stop_checking (self);
  if (self->table != table)
    g_clear_pointer (&self->check, gf_best_check_free);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->ranking != NULL && ranking != NULL && self->ranking != ranking)
    self->rest_source = g_timeout_add_once (REST_MS, rested_cb, self);

  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->ranking, gf_ranking_unref);
  /* A ranking of a table that has just been replaced would name the wrong customers. */
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  if (ranking != NULL && table != NULL && gf_ranking_get_n_rows (ranking) == gf_table_get_n_rows (table))
    self->ranking = gf_ranking_ref (ranking);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  if (bad != NULL && table != NULL && gf_bitset_get_size (bad) == gf_table_get_n_rows (table))
    self->bad = gf_bitset_ref (bad);
  self->check_source = g_timeout_add_once (self->check == NULL ? 0 : CHECK_MS, check_cb, self);
}

/* --- All of it --- */

static void
update_headline (GfBestView *self)
{
  const char *message = gf_analysis_get_message (self->analysis);
  g_autofree char *headline = NULL;
  g_autofree char *share = NULL;
  g_autofree char *sentence = NULL;

  if (self->ranking != NULL)
    {
      headline = gf_ranking_dup_headline (self->ranking);
      share = gf_ranking_dup_share_sentence (self->ranking, self->table);
      sentence = gf_best_rule_needs_measure (gf_ranking_get_rule (self->ranking))
                   ? g_strdup_printf ("%s %s", share, _("Move a weight and watch the list."))
                   : g_strdup (share);
    }
  else
    {
      headline = g_strdup (_("Nobody is your best yet"));
      sentence = g_strdup (message != NULL && g_list_model_get_n_items (
                             G_LIST_MODEL (gf_customers_get_measures (get_customers (self)))) > 0
                             ? message : _("Say what makes a customer good, and the best are found at once."));
    }
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), self->ranking != NULL ||
                          gf_customers_get_best_kind (get_customers (self)) != GF_BEST_CHOICE_SHARE);
}

/* Beside the headline, or below it where there is no room. */
static void
place_chooser (GfBestView *self)
{
  gboolean below = gf_step_view_get_narrow (GF_STEP_VIEW (self)) || gf_best_chooser_get_wide (self->chooser);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
update_hint (GfBestView *self)
{
  GfBitset *bad = gf_analysis_get_bad (self->analysis);
  gsize n_best = self->ranking != NULL ? gf_ranking_get_n_best (self->ranking) : 0;
  gsize n_bad = bad != NULL ? gf_bitset_count (bad) : 0;
  g_autofree char *best_number = gf_words_dup_number ((double) n_best);
  g_autofree char *bad_number = gf_words_dup_number ((double) n_bad);
  g_autofree char *bad_text = NULL;
  g_autofree char *hint = NULL;

  if (n_best == 0)
    hint = g_strdup (_("One measure is enough to begin"));
  else if (n_best < GF_MIN_HITS)
    /* Translators: so many customers are among the best */
    hint = g_strdup_printf (_("%s best: comparing takes at least eight"), best_number);
  else if (n_bad == 0)
    hint = g_strdup (_("Worth knowing next: who is a bad fit"));
  else
    {
      /* Translators: how many bad fits there are, after "15 best and" */
      bad_text = g_strdup_printf (ngettext ("%s bad fit", "%s bad fits", (gulong) n_bad), bad_number);
      if (n_bad < GF_MIN_HITS)
        /* Translators: a count of the best, then "5 bad fits" */
        hint = g_strdup_printf (_("%s best: enough to compare; %s: too few"), best_number, bad_text);
      else
        /* Translators: a count of the best, then "26 bad fits" */
        hint = g_strdup_printf (_("%s best and %s: enough to compare"), best_number, bad_text);
    }
  gf_step_view_set_hint (GF_STEP_VIEW (self), hint);
}

static void
update_rows (GfBestView *self)
{
  gboolean narrow = gf_step_view_get_narrow (GF_STEP_VIEW (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->measures)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GF_IS_MEASURE_ROW (row))
      {
        gf_measure_row_set_table (GF_MEASURE_ROW (row), self->table);
        gf_measure_row_set_narrow (GF_MEASURE_ROW (row), narrow);
      }
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->bad_marks)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GF_IS_BAD_MARK_ROW (row))
      {
        gf_bad_mark_row_set_table (GF_BAD_MARK_ROW (row), self->table);
        gf_bad_mark_row_set_narrow (GF_BAD_MARK_ROW (row), narrow);
      }
}

static void
update_menus (GfBestView *self)
{
  g_autoptr (GMenuModel) measures = NULL;
  g_autoptr (GMenuModel) rules = NULL;

  if (self->table == NULL)
    return;

  measures = gf_measures_menu_new (get_customers (self), self->table);
  rules = gf_bad_marks_menu_new (self->table);
  gtk_menu_button_set_menu_model (self->add_measure, measures);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_measure), g_menu_model_get_n_items (measures) > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_measure), g_menu_model_get_n_items (measures) > 0
                                 ? NULL : _("Every column of numbers is a measure already, or there is none"));
  gtk_menu_button_set_menu_model (self->add_rule, rules);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_rule), g_menu_model_get_n_items (rules) > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_rule), g_menu_model_get_n_items (rules) > 0
                                 ? NULL : _("No column says anything that could mark a bad fit"));
}

static void
update_lists (GfBestView *self)
{
  GfCustomers *customers = get_customers (self);
  gboolean measures = g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_measures (customers))) > 0;
  gboolean marks = g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_bad_marks (customers))) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->measures), measures);
  gtk_widget_set_visible (self->no_measures, !measures);
  gtk_widget_set_visible (GTK_WIDGET (self->bad_marks), marks);
  gtk_widget_set_visible (self->no_bad_marks, !marks);
  if (!measures && self->table != NULL)
    gf_step_view_set_banner (GF_STEP_VIEW (self), _("No column says how valuable a customer is"),
                             _("Choose Columns"), "view.choose-columns");
  else
    gf_step_view_set_banner (GF_STEP_VIEW (self), NULL, NULL, NULL);
}

static void
gf_best_view_update (GfStepView *view)
{
  GfBestView *self = GF_BEST_VIEW (view);
  GfTable *table = gf_project_get_table (gf_step_view_get_project (view));
  GfTable *before = self->table;

  take_ranking (self, table, gf_analysis_get_ranking (self->analysis), gf_analysis_get_bad (self->analysis));
  gf_best_chooser_show (self->chooser, gf_step_view_get_project (view));
  place_chooser (self);
  update_headline (self);
  update_lists (self);
  update_rows (self);
  update_warnings (self);
  update_best (self);
  update_hint (self);
  gf_best_notes_look (self->notes, gf_step_view_get_project (view), self->analysis);
  if (before != table || gtk_menu_button_get_menu_model (self->add_measure) == NULL)
    update_menus (self);
}

static GtkWidget *
create_measure_row (gpointer item,
                    gpointer data)
{
  return gf_measure_row_new (item);
}

static GtkWidget *
create_bad_mark_row (gpointer item,
                     gpointer data)
{
  return gf_bad_mark_row_new (item);
}

static void
measures_changed_cb (GfBestView *self)
{
  gtk_menu_button_set_menu_model (self->add_measure, NULL);
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static void
gf_best_view_project_changed (GfStepView *view)
{
  GfBestView *self = GF_BEST_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);
  GfCustomers *customers = project != NULL ? gf_project_get_customers (project) : NULL;

  stop_checking (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->analysis != NULL)
    g_signal_handlers_disconnect_by_data (self->analysis, self);
  g_clear_object (&self->analysis);
  gtk_list_box_bind_model (self->measures, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->bad_marks, NULL, NULL, NULL, NULL);
  gf_best_chooser_show (self->chooser, project);
  if (project == NULL)
    return;

  self->all_best = FALSE;
  self->analysis = g_object_ref (gf_project_get_analysis (project));
  g_signal_connect_object (self->analysis, "notify::ranking",
                           G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::bad",
                           G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::message",
                           G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->measures, G_LIST_MODEL (gf_customers_get_measures (customers)),
                           create_measure_row, NULL, NULL);
  gtk_list_box_bind_model (self->bad_marks, G_LIST_MODEL (gf_customers_get_bad_marks (customers)),
                           create_bad_mark_row, NULL, NULL);
  g_signal_connect_object (gf_customers_get_measures (customers), "items-changed",
                           G_CALLBACK (measures_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gf_customers_get_bad_marks (customers), "items-changed",
                           G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);
}

static void
narrow_cb (GfBestView *self)
{
  gboolean narrow = gf_step_view_get_narrow (GF_STEP_VIEW (self));

  place_chooser (self);
  gf_best_notes_set_narrow (self->notes, narrow);
  if (self->analysis != NULL)
    update_rows (self);
}

static void
add_measure_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GfBestView *self = GF_BEST_VIEW (widget);
  g_autoptr (GfGoodMeasure) measure = gf_good_measure_new_for (self->table, g_variant_get_string (parameter, NULL));

  g_list_store_append (gf_customers_get_measures (get_customers (self)), measure);
}

static void
add_rule_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GfBestView *self = GF_BEST_VIEW (widget);
  g_autoptr (GfBadMark) mark = NULL;
  const char *kind;
  const char *column;
  const char *detail;

  g_variant_get (parameter, "(&s&s&s)", &kind, &column, &detail);
  mark = gf_bad_mark_new_from_menu (self->table, kind, column, detail);
  g_list_store_append (gf_customers_get_bad_marks (get_customers (self)), mark);
}

/* Columns of numbers are there to be chosen, or their types have to be looked at in the table first. */
static void
choose_columns_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  GfBestView *self = GF_BEST_VIEW (widget);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->add_measure)))
    gtk_menu_button_popup (self->add_measure);
  else
    gtk_widget_activate_action (widget, "win.go", "s", "customers/table");
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_menu_button_popup (GF_BEST_VIEW (widget)->add_measure);
}

static void
gf_best_view_dispose (GObject *object)
{
  GfBestView *self = GF_BEST_VIEW (object);

  stop_checking (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_BEST_VIEW);
  g_clear_object (&self->analysis);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->ranking, gf_ranking_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  g_clear_pointer (&self->check, gf_best_check_free);
  g_clear_pointer (&self->best_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_best_view_parent_class)->dispose (object);
}

static void
gf_best_view_class_init (GfBestViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_best_view_dispose;
  GF_STEP_VIEW_CLASS (klass)->update = gf_best_view_update;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_best_view_project_changed;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "view.add-measure", "s", add_measure_action);
  gtk_widget_class_install_action (widget_class, "view.add-rule", "(sss)", add_rule_action);
  gtk_widget_class_install_action (widget_class, "view.choose-columns", NULL, choose_columns_action);

  g_type_ensure (GF_TYPE_BEST_CHOOSER);
  g_type_ensure (GF_TYPE_BEST_NOTES);
  g_type_ensure (GF_TYPE_BEST_SHARES);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-best-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfBestView, headline);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, sentence);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, head);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, chooser);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, notes);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, add_measure);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, measures);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, no_measures);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, add_rule);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, bad_marks);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, no_bad_marks);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, shares_card);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, best_list);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, more);
  gtk_widget_class_bind_template_child (widget_class, GfBestView, note);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
gf_best_view_init (GfBestView *self)
{
  self->best_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}
