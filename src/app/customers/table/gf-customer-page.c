/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-page.h"

#include "gf-column-input.h"
#include "gf-column-look.h"
#include "gf-feedback.h"
#include "gf-finding-row.h"
#include "gf-format.h"
#include "gf-interview-view.h"
#include "gf-customer-flags.h"
#include "gf-project-analysis.h"
#include "gf-research-words.h"
#include "gf-row-identity.h"
#include "gf-shown-columns.h"
#include "gf-step-page.h"
#include "gf-table-edits.h"
#include "gf-text.h"
#include "gf-verdict-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More findings than this say nothing more. */
#define MAX_FINDINGS 6
#define MAX_REASONS 4

struct _GfCustomerPage
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkToggleButton *pick;
  AdwComboRow *feeling;
  AdwEntryRow *who;
  GtkImage *mark;
  GtkLabel *standing;
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *interviews;
  AdwPreferencesGroup *findings;

  /* Owned references */
  GfAnalysis *analysis;
  GfTable *table;        /* as it is shown */
  GPtrArray *rows;       /* of the fields, by place; borrowed */
  GArray *columns;       /* of guint, by place */
  GPtrArray *others;     /* rows of the other groups; borrowed */

  gsize row;
  gboolean updating;
  gboolean filling;
  gboolean gone;
};

G_DEFINE_FINAL_TYPE (GfCustomerPage, gf_customer_page, GF_TYPE_STEP_VIEW)

static GfProject *
get_project (GfCustomerPage *self)
{
  return gf_step_view_get_project (GF_STEP_VIEW (self));
}

/* --- The fields --- */

typedef struct
{
  GfCustomerPage *page;
  gsize row;
  guint column;
  char *text;
} FieldChange;

static FieldChange *
field_change_new (GfCustomerPage *self,
                  guint           column,
                  const char     *text)
{
  FieldChange *change = g_new (FieldChange, 1);

  *change = (FieldChange) { g_object_ref (self), self->row, column, g_strdup (text) };

  return change;
}

static void
field_change_free (gpointer data)
{
  FieldChange *change = data;

  g_object_unref (change->page);
  g_free (change->text);
  g_free (change);
}

static GfTable *
set_field (GfTable   *table,
           gpointer   data,
           GError   **error)
{
  FieldChange *change = data;

  if (strcmp (gf_column_get_text (gf_table_get_column (table, change->column), change->row), change->text) == 0)
    return gf_table_ref (table);

  return gf_table_set_cell (table, change->row, change->column, change->text, error);
}

static void
field_set_cb (GfTable      *table,
              const GError *error,
              gpointer      data)
{
  FieldChange *change = data;

  if (error != NULL && get_project (change->page) != NULL)
    gf_toast (GTK_WIDGET (change->page), error->message);
}

static GfTable *
remove_customer (GfTable   *table,
                 gpointer   data,
                 GError   **error)
{
  return gf_table_remove_row (table, ((FieldChange *) data)->row);
}

static void
take_field (GfCustomerPage *self,
            AdwEntryRow    *entry)
{
  GfTable *table = gf_project_get_table (get_project (self));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  FieldChange *change;
  GfColumn *column;
  guint place;

  if (self->updating || self->gone || table == NULL || self->row >= gf_table_get_n_rows (table) ||
      !g_ptr_array_find (self->rows, entry, &place))
    return;
  column = gf_table_get_column (table, g_array_index (self->columns, guint, place));
  if (strcmp (gf_column_get_text (column, self->row), gtk_editable_get_text (GTK_EDITABLE (entry))) == 0)
    return;

  text = gf_column_take_input (column, gtk_editable_get_text (GTK_EDITABLE (entry)), &error);
  if (text == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gf_toast (GTK_WIDGET (self), error->message);
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  change = field_change_new (self, g_array_index (self->columns, guint, place), text);
  gf_table_edits_add (gf_project_get_table_edits (get_project (self)), set_field, field_set_cb, change, field_change_free);
}

static void
apply_cb (GfCustomerPage *self,
          AdwEntryRow    *entry)
{
  take_field (self, entry);
}

/* What was typed is taken when the focus goes elsewhere, too. */
static void
left_cb (GfCustomerPage     *self,
         GtkEventController *focus)
{
  take_field (self, ADW_ENTRY_ROW (gtk_event_controller_get_widget (focus)));
}

static void
changed_cb (GfCustomerPage *self,
            GtkWidget      *entry)
{
  gtk_widget_remove_css_class (entry, "error");
}

static void
add_field (GfCustomerPage *self,
           guint           index,
           GfColumn       *column)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GfColumnLook) look = gf_column_look_new (column);
  g_autofree char *title = gf_column_look_dup_title (look);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  adw_preferences_group_add (self->fields, entry);
  g_ptr_array_add (self->rows, entry);
  g_array_append_val (self->columns, index);
}

static gboolean
has_same_fields (GfCustomerPage *self,
                 GfTable        *table)
{
  if (self->table == NULL || gf_table_get_n_columns (self->table) != gf_table_get_n_columns (table))
    return FALSE;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    if (strcmp (gf_column_get_name (gf_table_get_column (self->table, i)),
                gf_column_get_name (gf_table_get_column (table, i))) != 0)
      return FALSE;

  return TRUE;
}

static void
show_fields (GfCustomerPage *self,
             GfTable        *table)
{
  self->updating = TRUE;
  if (!has_same_fields (self, table))
    {
      g_autoptr (GArray) order =
        gf_customers_dup_column_order (gf_project_get_customers (get_project (self)), table);

      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->fields, g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      g_array_set_size (self->columns, 0);
      for (guint i = 0; i < order->len; i++)
        {
          guint index = g_array_index (order, guint, i);

          add_field (self, index, gf_table_get_column (table, index));
        }
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkEditable *entry = g_ptr_array_index (self->rows, i);
      const char *text = gf_column_get_text (gf_table_get_column (table, g_array_index (self->columns, guint, i)), self->row);

      /* What is being typed is not taken away by a change elsewhere. */
      if (strcmp (gtk_editable_get_text (entry), text) != 0 &&
          (self->table == NULL || gtk_widget_get_focus_child (GTK_WIDGET (entry)) == NULL ||
           gf_table_get_column (self->table, g_array_index (self->columns, guint, i)) !=
             gf_table_get_column (table, g_array_index (self->columns, guint, i))))
        gtk_editable_set_text (entry, text);
    }
  self->updating = FALSE;
}

/* --- What is known of the customer --- */

static void
clear_group (GfCustomerPage      *self,
             AdwPreferencesGroup *group)
{
  for (guint i = self->others->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->others, i - 1);

      if (gtk_widget_is_ancestor (row, GTK_WIDGET (group)))
        {
          adw_preferences_group_remove (group, row);
          g_ptr_array_remove_index (self->others, i - 1);
        }
    }
}

static GtkWidget *
add_row (GfCustomerPage      *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->others, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);

  return row;
}

/* "Best: place 3 of 148. High lifetime value, 50 months kept." */
static void
show_standing (GfCustomerPage *self,
               GfTable        *table)
{
  GfRanking *ranking = gf_analysis_get_ranking (self->analysis);
  GfBitset *bad = gf_analysis_get_bad (self->analysis);
  gsize n = gf_table_get_n_rows (table);
  gboolean ranked = ranking != NULL && gf_ranking_get_n_rows (ranking) == n;
  gboolean is_best = ranked && gf_bitset_get (gf_ranking_get_best (ranking), self->row);
  gboolean is_bad = !is_best && bad != NULL && gf_bitset_get_size (bad) == n && gf_bitset_get (bad, self->row);
  g_autoptr (GString) words = g_string_new (NULL);

  if (is_best || is_bad)
    g_string_append (words, is_best ? _("One of the best.") : _("A bad fit."));
  if (ranked)
    {
      g_autofree char *place = gf_format_count (gf_ranking_get_place (ranking, self->row) + 1);
      g_autofree char *of = gf_format_count (n);
      g_autofree char *reason = gf_ranking_dup_reason (ranking, table, self->row, MAX_REASONS);

      if (words->len > 0)
        g_string_append_c (words, ' ');
      /* Translators: the place of a customer among all by value: “Place 3 of 148” */
      g_string_append_printf (words, _("Place %s of %s"), place, of);
      g_string_append (words, *reason != '\0' ? ": " : "");
      g_string_append (words, reason);
    }
  gtk_image_set_from_icon_name (self->mark, is_best ? "gf-best-symbolic" : "gf-bad-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), (const char *[]) { is_best ? "data-us" : "data-bad", NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->mark), is_best || is_bad);
  gtk_label_set_label (self->standing, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), words->len > 0);
}

static void
pick_toggled_cb (GfCustomerPage *self)
{
  GfProject *project = get_project (self);
  GfTable *table = project != NULL ? gf_project_get_table (project) : NULL;

  guint32 row = (guint32) self->row;

  if (table != NULL && !self->gone && self->row < gf_table_get_n_rows (table))
    gf_customers_pick (gf_project_get_customers (project), table, &row, 1, gtk_toggle_button_get_active (self->pick));
}

/* Only where the best are picked by hand. */
static void
show_pick (GfCustomerPage *self,
           GfTable        *table)
{
  GfCustomers *customers = gf_project_get_customers (get_project (self));

  gtk_widget_set_visible (GTK_WIDGET (self->pick),
                          gf_customers_get_best_kind (customers) == GF_BEST_CHOICE_HAND);
  g_signal_handlers_block_by_func (self->pick, pick_toggled_cb, self);
  gtk_toggle_button_set_active (self->pick, gf_customers_is_picked (customers, table, self->row));
  g_signal_handlers_unblock_by_func (self->pick, pick_toggled_cb, self);
}

/* --- What somebody says --- */

static void
feeling_selected_cb (GfCustomerPage *self)
{
  GfProject *project = get_project (self);
  GfTable *table = project != NULL ? gf_project_get_table (project) : NULL;
  guint selected = adw_combo_row_get_selected (self->feeling);

  if (self->filling || self->gone || table == NULL || self->row >= gf_table_get_n_rows (table))
    return;

  if (selected == 0)
    gf_customers_unflag (gf_project_get_customers (project), table, self->row);
  else
    gf_customers_flag (gf_project_get_customers (project), table, self->row,
                       selected == 1 ? GF_FEELING_THRIVING : GF_FEELING_DRAINING);
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static void
who_applied_cb (GfCustomerPage *self)
{
  GfProject *project = get_project (self);
  GfTable *table = project != NULL ? gf_project_get_table (project) : NULL;
  GfCustomerFlag *flag = table != NULL && self->row < gf_table_get_n_rows (table)
                           ? gf_customers_find_flag (gf_project_get_customers (project), table, self->row)
                           : NULL;

  if (flag != NULL)
    gf_customer_flag_set_who (flag, gtk_editable_get_text (GTK_EDITABLE (self->who)));
}

static void
show_feeling (GfCustomerPage *self,
              GfTable        *table)
{
  GfCustomerFlag *flag = gf_customers_find_flag (gf_project_get_customers (get_project (self)), table, self->row);
  const char *who = flag != NULL ? gf_customer_flag_get_who (flag) : "";

  self->filling = TRUE;
  adw_combo_row_set_selected (self->feeling, flag == NULL ? 0
                              : gf_customer_flag_get_feeling (flag) == GF_FEELING_THRIVING ? 1 : 2);
  gtk_widget_set_visible (GTK_WIDGET (self->who), flag != NULL);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->who)) == NULL &&
      strcmp (gtk_editable_get_text (GTK_EDITABLE (self->who)), who) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->who), who);
  self->filling = FALSE;
}

static void
interview_cb (GfCustomerPage *self,
              AdwActionRow   *row)
{
  gf_step_view_push (GTK_WIDGET (self), gf_interview_view_new (g_object_get_data (G_OBJECT (row), "gf-interview")));
}

static void
show_interviews (GfCustomerPage *self,
                 const char     *name)
{
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (get_project (self)));
  g_autofree char *folded = gf_text_fold (name, strlen (name));

  clear_group (self, self->interviews);
  gtk_widget_set_visible (GTK_WIDGET (self->interviews), FALSE);
  for (guint i = 0; *folded != '\0' && i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);
      const char *company = gf_interview_get_company (interview);
      g_autofree char *other = gf_text_fold (company, strlen (company));
      g_autofree char *date = gf_date_dup_text (gf_interview_get_date (interview), TRUE);
      const char *person = gf_interview_get_person (interview);
      GtkWidget *row;

      if (strcmp (folded, other) != 0)
        continue;
      row = add_row (self, self->interviews, *person != '\0' ? person : company, date);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "gf-interview", g_object_ref (interview), g_object_unref);
      g_signal_connect_object (row, "activated", G_CALLBACK (interview_cb), self, G_CONNECT_SWAPPED);
    }
}

/* A table of this customer alone, so that a finding is asked about one row. */
static GfTable *
dup_alone (GfCustomerPage *self,
           GfTable        *table)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const char *text = gf_column_get_text (column, self->row);

      g_ptr_array_add (columns, gf_column_new_from_cells (gf_column_get_spec (column), &text, 1));
    }

  return gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
}

static void
show_findings (GfCustomerPage *self,
               GfTable        *table)
{
  GfFindings *all[] = { gf_analysis_get_findings (self->analysis), gf_analysis_get_bad_findings (self->analysis) };
  g_autoptr (GfTable) alone = dup_alone (self, table);
  guint n_shown = 0;

  clear_group (self, self->findings);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
  for (guint k = 0; k < G_N_ELEMENTS (all); k++)
    for (guint i = 0; all[k] != NULL && i < gf_findings_get_n_traits (all[k]) && n_shown < MAX_FINDINGS; i++)
      {
        GfFinding *finding = gf_findings_get_trait (all[k], i);
        GfVerdict verdict = gf_finding_get_verdict (finding);
        g_autoptr (GfBitset) match = NULL;
        g_autofree char *title = NULL;
        g_autofree char *subtitle = NULL;
        GtkWidget *label;

        if (verdict != GF_VERDICT_STRONG && verdict != GF_VERDICT_MODERATE)
          continue;
        match = gf_finding_match (finding, alone);
        if (match == NULL || !gf_bitset_get (match, 0))
          continue;
        title = gf_finding_dup_title (finding, table);
        subtitle = gf_finding_dup_subtitle (finding, table);
        label = gf_verdict_label_new ();
        gf_verdict_label_set (GF_VERDICT_LABEL (label), verdict, gf_finding_get_direction (finding));
        adw_action_row_add_suffix (ADW_ACTION_ROW (add_row (self, self->findings, title, subtitle)), label);
        n_shown++;
      }
}

/* --- The page --- */

/* Where the customer stands in another table: who is known by the same; else the same place, for what it is known
 * by may have been changed. */
static gboolean
follow (GfCustomerPage *self,
        GfTable        *table)
{
  gsize n = gf_table_get_n_rows (table);
  const char *identities[] = { NULL, NULL };
  g_autofree char *identity = NULL;
  g_autoptr (GfBitset) same = NULL;
  gsize row = 0;

  if (self->table == NULL || self->table == table)
    return self->row < n;

  identity = gf_table_dup_row_identity (self->table, self->row);
  identities[0] = identity;
  same = gf_table_match_identities (table, identities);
  if (self->row < n && gf_bitset_get (same, self->row))
    return TRUE;
  if (!gf_bitset_next (same, &row))
    return gf_table_get_n_rows (self->table) == n;

  self->row = row;

  return TRUE;
}

static void
gf_customer_page_update (GfStepView *view)
{
  GfCustomerPage *self = GF_CUSTOMER_PAGE (view);
  GfTable *table = gf_project_get_table (get_project (self));
  g_autofree char *name = NULL;

  if (self->gone)
    return;
  if (table == NULL || !follow (self, table))
    {
      GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GF_TYPE_STEP_PAGE);

      self->gone = TRUE;
      if (page != NULL)
        gf_step_page_pop (GF_STEP_PAGE (page));
      return;
    }

  name = gf_table_dup_row_name (table, self->row);
  gtk_label_set_label (self->heading, *name != '\0' ? name : _("Unnamed Customer"));
  show_fields (self, table);
  show_standing (self, table);
  show_pick (self, table);
  show_feeling (self, table);
  show_interviews (self, name);
  show_findings (self, table);
  gf_table_ref (table);
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table;
}

static void
gf_customer_page_project_changed (GfStepView *view)
{
  GfCustomerPage *self = GF_CUSTOMER_PAGE (view);
  static const char * const signals[] = { "notify::ranking", "notify::bad", "notify::findings" };

  if (self->analysis != NULL)
    g_signal_handlers_disconnect_by_func (self->analysis, gf_step_view_queue_update, self);
  g_clear_object (&self->analysis);
  if (get_project (self) == NULL)
    return;

  self->analysis = g_object_ref (gf_project_get_analysis (get_project (self)));
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->analysis, signals[i], G_CALLBACK (gf_step_view_queue_update), self,
                             G_CONNECT_SWAPPED);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfCustomerPage *self = GF_CUSTOMER_PAGE (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, GF_TYPE_STEP_PAGE);

  self->gone = TRUE;
  gf_table_edits_add (gf_project_get_table_edits (get_project (self)), remove_customer, field_set_cb,
                      field_change_new (self, 0, ""), field_change_free);
  gf_toast_undo (widget, _("Customer removed"));
  gf_step_page_pop (GF_STEP_PAGE (page));
}

static void
gf_customer_page_dispose (GObject *object)
{
  GfCustomerPage *self = GF_CUSTOMER_PAGE (object);

  self->gone = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_CUSTOMER_PAGE);
  g_clear_pointer (&self->table, gf_table_unref);

  G_OBJECT_CLASS (gf_customer_page_parent_class)->dispose (object);
  g_clear_object (&self->analysis);
}

static void
gf_customer_page_finalize (GObject *object)
{
  GfCustomerPage *self = GF_CUSTOMER_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->others);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (gf_customer_page_parent_class)->finalize (object);
}

static void
gf_customer_page_class_init (GfCustomerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_customer_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_customer_page_finalize;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_customer_page_project_changed;
  GF_STEP_VIEW_CLASS (klass)->update = gf_customer_page_update;

  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-customer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, heading);
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, pick);
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, feeling);
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, who);
  gtk_widget_class_bind_template_callback (widget_class, feeling_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_toggled_cb);
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, mark);
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, standing);
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, fields);
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, interviews);
  gtk_widget_class_bind_template_child (widget_class, GfCustomerPage, findings);
}

static void
gf_customer_page_init (GfCustomerPage *self)
{
  self->rows = g_ptr_array_new ();
  self->others = g_ptr_array_new ();
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_customer_page_new:
 * @row: a row of the project's table
 *
 * Returns: (transfer floating): a page about that customer
 */
GfStepView *
gf_customer_page_new (gsize row)
{
  GfCustomerPage *self = g_object_new (GF_TYPE_CUSTOMER_PAGE, NULL);

  self->row = row;

  return GF_STEP_VIEW (self);
}
