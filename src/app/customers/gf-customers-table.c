/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-table.h"

#include "gf-columns-pane.h"
#include "gf-customer-grid.h"
#include "gf-customer-rows.h"
#include "gf-customers-export.h"
#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-project-analysis.h"

#include <glib/gi18n-lib.h>

struct _GfCustomersTable
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkEditable *search;
  GtkLabel *count;
  GtkStack *stack;
  GfCustomerGrid *grid;
  GfCustomerRows *rows;
  GfColumnsPane *columns;

  /* Owned references */
  GfCustomerList *list;
  GfAnalysis *analysis;
};

G_DEFINE_FINAL_TYPE (GfCustomersTable, gf_customers_table, GF_TYPE_STEP_VIEW)

static GfProject *
get_project (GfCustomersTable *self)
{
  return gf_step_view_get_project (GF_STEP_VIEW (self));
}

static GfTable *
get_table (GfCustomersTable *self)
{
  return gf_project_get_table (get_project (self));
}

/* Shows what the project has got now, for callers that cannot wait for the next frame. */
static void
show_table (GfCustomersTable *self)
{
  GfTable *table = get_table (self);

  gf_customer_list_set_table (self->list, table);
  gf_columns_pane_set_table (self->columns, table);
}

static void
update_count (GfCustomersTable *self)
{
  GfTable *table = gf_customer_list_get_table (self->list);
  gsize n_rows = table != NULL ? gf_table_get_n_rows (table) : 0;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean narrow = gf_step_view_get_narrow (GF_STEP_VIEW (self));
  g_autofree char *all = gf_format_count (n_rows);
  g_autofree char *shown = gf_format_count (n_shown);
  g_autofree char *text = NULL;

  if (n_shown < n_rows)
    /* Translators: so many customers match what is searched for: “21 of 148 shown” */
    text = g_strdup_printf (_("%s of %s shown"), shown, all);
  else
    text = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) n_rows), all);
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n_shown == 0 && n_rows > 0 ? "nothing"
                                                 : narrow ? "rows" : "grid");
}

static void
searched_cb (GfCustomersTable *self)
{
  gf_customer_list_set_search (self->list, gtk_editable_get_text (self->search));
  update_count (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->count),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
stop_search_cb (GfCustomersTable *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
selected_cb (GfCustomersTable *self)
{
  gboolean selected = gf_customer_grid_get_selected (self->grid) != GTK_INVALID_LIST_POSITION &&
                      !gf_step_view_get_narrow (GF_STEP_VIEW (self));

  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.edit", selected);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.remove", selected);
}

static void
narrow_cb (GfCustomersTable *self)
{
  update_count (self);
  selected_cb (self);
}

static void
update_hint (GfCustomersTable *self)
{
  GfRanking *ranking = gf_analysis_get_ranking (self->analysis);
  g_autofree char *count = NULL;
  g_autofree char *hint = NULL;
  gsize n;

  if (ranking == NULL)
    {
      gf_step_view_set_hint (GF_STEP_VIEW (self), gf_analysis_get_message (self->analysis));
      return;
    }

  n = gf_ranking_get_n_best (ranking);
  count = gf_format_count (n);
  hint = g_strdup_printf (ngettext ("%s customer is marked best", "%s customers are marked best", (gulong) n), count);
  gf_step_view_set_hint (GF_STEP_VIEW (self), hint);
}

static void
gf_customers_table_update (GfStepView *view)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (view);
  GfRanking *ranking = gf_analysis_get_ranking (self->analysis);

  show_table (self);
  gf_customer_list_set_marks (self->list, ranking != NULL ? gf_ranking_get_best (ranking) : NULL,
                              gf_analysis_get_bad (self->analysis));
  update_count (self);
  update_hint (self);
}

static void
gf_customers_table_project_changed (GfStepView *view)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (view);
  GfProject *project = gf_step_view_get_project (view);

  if (self->analysis != NULL)
    g_signal_handlers_disconnect_by_func (self->analysis, gf_step_view_queue_update, self);
  g_clear_object (&self->analysis);
  if (project == NULL)
    return;

  self->analysis = g_object_ref (gf_project_get_analysis (project));
  g_signal_connect_object (self->analysis, "notify::ranking", G_CALLBACK (gf_step_view_queue_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::bad", G_CALLBACK (gf_step_view_queue_update),
                           self, G_CONNECT_SWAPPED);
}

static void
cell_edited_cb (GfCustomersTable *self,
                guint64           row,
                guint             column,
                const char       *text)
{
  GfTable *table = get_table (self);
  g_autoptr (GfTable) changed = NULL;
  GfColumn *after;

  if (table == NULL || row >= gf_table_get_n_rows (table) || column >= gf_table_get_n_columns (table) ||
      g_strcmp0 (gf_column_get_text (gf_table_get_column (table, column), row), text) == 0)
    return;

  changed = gf_table_set_cell (table, row, column, text);
  gf_project_set_table (get_project (self), changed);
  after = gf_table_get_column (changed, column);
  if (gf_column_is_unreadable (after, row))
    {
      g_autofree char *words = g_strdup_printf (_("“%s” does not fit %s and counts as empty"), text,
                                                gf_column_get_name (after));

      gf_toast (GTK_WIDGET (self), words);
    }
}

static void
row_activated_cb (GfCustomersTable *self,
                  guint             position)
{
  gf_customer_grid_edit_focused (self->grid);
}

static void
role_chosen_cb (GfCustomersTable *self,
                guint             column,
                guint             role)
{
  GfTable *table = get_table (self);
  g_autoptr (GfTable) changed = gf_table_set_role (table, column, role);
  int name = gf_table_find_role (table, GF_ROLE_NAME);

  /* Only one column names the customers. */
  if (role == GF_ROLE_NAME && name >= 0 && (guint) name != column)
    {
      g_autoptr (GfTable) before = g_steal_pointer (&changed);

      changed = gf_table_set_role (before, (guint) name, GF_ROLE_IDENTIFIER);
    }
  gf_project_set_table (get_project (self), changed);
}

static void
type_chosen_cb (GfCustomersTable *self,
                guint             column,
                guint             type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) changed = gf_table_set_type (get_table (self), column, type, &error);

  if (changed != NULL)
    gf_project_set_table (get_project (self), changed);
  else
    gf_toast (GTK_WIDGET (self), error->message);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  g_autoptr (GfTable) table = gf_table_append_row (get_table (self), NULL);

  gtk_editable_set_text (self->search, "");
  gf_customer_list_set_search (self->list, NULL);
  gf_project_set_table (get_project (self), table);
  gf_customers_table_edit (self, gf_table_get_n_rows (table) - 1, -1);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gf_customer_grid_edit_focused (GF_CUSTOMERS_TABLE (widget)->grid);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);
  guint position = gf_customer_grid_get_selected (self->grid);
  g_autoptr (GfTable) table = NULL;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;

  table = gf_table_remove_row (get_table (self), gf_customer_list_get_row (self->list, position));
  gf_project_set_table (get_project (self), table);
  gf_toast_undo (widget, _("Customer removed"));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (widget);

  gtk_editable_set_text (self->search, "");
  searched_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr (GBytes) bytes = gf_table_to_csv (get_table (GF_CUSTOMERS_TABLE (widget)));

  gf_customers_export_choose (widget, bytes, _("customers.csv"), _("Customers exported"));
}

static void
gf_customers_table_dispose (GObject *object)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_CUSTOMERS_TABLE);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (gf_customers_table_parent_class)->dispose (object);
  g_clear_object (&self->analysis);
}

static void
gf_customers_table_class_init (GfCustomersTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_customers_table_dispose;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_customers_table_project_changed;
  GF_STEP_VIEW_CLASS (klass)->update = gf_customers_table_update;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "view.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "view.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "view.export", NULL, export_action);

  g_type_ensure (GF_TYPE_CUSTOMER_GRID);
  g_type_ensure (GF_TYPE_CUSTOMER_ROWS);
  g_type_ensure (GF_TYPE_COLUMNS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-customers-table.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, search);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, count);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, stack);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, grid);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, rows);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, columns);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_chosen_cb);
}

static void
gf_customers_table_init (GfCustomersTable *self)
{
  self->list = gf_customer_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gf_customer_grid_set_list (self->grid, self->list);
  gf_customer_rows_set_list (self->rows, self->list);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.edit", FALSE);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.remove", FALSE);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * gf_customers_table_edit:
 * @row: a row of the table
 * @column: a column of the table, -1 for the first that is shown
 *
 * Scrolls to a cell and lets the user change it.
 */
void
gf_customers_table_edit (GfCustomersTable *self,
                         gsize             row,
                         int               column)
{
  g_return_if_fail (GF_IS_CUSTOMERS_TABLE (self));

  show_table (self);
  update_count (self);
  gf_customer_grid_edit (self->grid, row, column);
}
