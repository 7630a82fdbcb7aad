/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-table-private.h"

#include "gf-customer-flags.h"
#include "gf-customer-page.h"
#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-row-identity.h"
#include "gf-shown-columns.h"
#include "gf-sort-popover.h"
#include "gf-step-page.h"

#include <glib/gi18n-lib.h>

/* As long as the frame waits before it shows that a view is at work. */
#define DIM_MS 300

G_DEFINE_FINAL_TYPE (GfCustomersTable, gf_customers_table, GF_TYPE_STEP_VIEW)

GfProject *
_gf_customers_table_get_project (GfCustomersTable *self)
{
  return gf_step_view_get_project (GF_STEP_VIEW (self));
}

GfTable *
_gf_customers_table_get_table (GfCustomersTable *self)
{
  return gf_project_get_table (_gf_customers_table_get_project (self));
}

static GArray *
dup_shown (GfCustomersTable *self,
           GfTable          *table)
{
  GfProject *project = _gf_customers_table_get_project (self);

  return table != NULL ? gf_customers_dup_shown (gf_project_get_customers (project), table)
         : g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Tells the list which columns can be seen: on a phone only few of those that are shown. */
static void
update_seen (GfCustomersTable *self,
             const GArray     *shown)
{
  GfTable *table = gf_customer_list_get_table (self->list);
  int name = table != NULL ? gf_table_find_role (table, GF_ROLE_NAME) : -1;
  const GArray *facts = gf_customer_rows_get_facts (self->rows);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));

  if (gf_step_view_get_narrow (GF_STEP_VIEW (self)))
    {
      if (name >= 0)
        g_array_append_val (seen, name);
      shown = facts;
    }
  if (shown->len > 0)
    g_array_append_vals (seen, shown->data, shown->len);
  gf_customer_list_set_columns (self->list, (const guint *) (gpointer) seen->data, seen->len);
}

/* The grid takes the columns of another table while it is being set, and so builds them once. */
static void
table_set_cb (GfCustomersTable *self)
{
  g_autoptr (GArray) shown = dup_shown (self, gf_customer_list_get_table (self->list));

  gf_customer_grid_set_columns (self->grid, (const guint *) (gpointer) shown->data, shown->len);
}

/* Shows what the project has got now, for callers that cannot wait for the next frame. */
void
_gf_customers_table_show (GfCustomersTable *self)
{
  GfTable *table = _gf_customers_table_get_table (self);
  g_autoptr (GArray) shown = dup_shown (self, table);

  gf_filter_bar_set_table (self->filters, table);
  gf_customer_list_set_table (self->list, table);
  gf_customer_grid_set_columns (self->grid, (const guint *) (gpointer) shown->data, shown->len);
  gf_customer_rows_set_columns (self->rows, (const guint *) (gpointer) shown->data, shown->len);
  update_seen (self, shown);
  gf_columns_pane_set_table (self->columns, table);
}

/* "Revenue, then Industry" */
static char *
dup_sort_words (GfCustomersTable *self)
{
  GfTable *table = gf_customer_list_get_table (self->list);
  GString *words = g_string_new (NULL);
  guint n_keys;
  const GfRowSortKey *keys = gf_customer_list_get_order (self->list, &n_keys);

  for (guint i = 0; i < n_keys && table != NULL; i++)
    {
      g_autofree char *name = gf_sort_popover_dup_name (table, keys[i].column);

      /* Translators: what customers are sorted by; the first is followed by others: “Revenue, then Name” */
      g_string_append_printf (words, i > 0 ? _(", then %s") : "%s", name);
    }

  return g_string_free (words, FALSE);
}

static void
update_sort (GfCustomersTable *self)
{
  g_autofree char *words = dup_sort_words (self);
  g_autofree char *spoken = *words != '\0' ? g_strdup_printf (_("Sorted by %s"), words) : g_strdup (_("Sort"));

  gtk_label_set_label (self->sort_words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->sort_words),
                          *words != '\0' && !gf_step_view_get_narrow (GF_STEP_VIEW (self)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sort), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
create_sort_popover_cb (GtkMenuButton *button,
                        gpointer       data)
{
  GfCustomersTable *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gf_sort_popover_new (self->list));
}

/* "3 match in City": whose reason to be found cannot be seen; NULL for nobody. */
static char *
dup_elsewhere (GfCustomersTable *self)
{
  const GfRowElsewhere *elsewhere = gf_customer_list_get_elsewhere (self->list);
  GfTable *table = gf_customer_list_get_table (self->list);
  g_autofree char *count = gf_format_count (elsewhere->n_rows);
  const char *name;

  if (table == NULL || elsewhere->n_rows == 0 || elsewhere->column >= gf_table_get_n_columns (table))
    return NULL;

  name = gf_column_get_name (gf_table_get_column (table, elsewhere->column));
  if (elsewhere->n_columns == 1)
    /* Translators: customers found by a column that is not shown: “3 match in City” */
    return g_strdup_printf (ngettext ("%s matches in %s", "%s match in %s", (gulong) elsewhere->n_rows), count, name);

  return g_strdup_printf (ngettext ("%s matches in %s and other columns", "%s match in %s and other columns",
                                    (gulong) elsewhere->n_rows), count, name);
}

static void
update_count (GfCustomersTable *self)
{
  GfTable *table = gf_customer_list_get_table (self->list);
  gsize n_rows = table != NULL ? gf_table_get_n_rows (table) : 0;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean narrow = gf_step_view_get_narrow (GF_STEP_VIEW (self));
  guint n_filters = gf_filter_bar_get_n (self->filters);
  g_autofree char *all = gf_format_count (n_rows);
  g_autofree char *shown = gf_format_count (n_shown);
  g_autofree char *filters = gf_format_count (n_filters);
  g_autofree char *elsewhere = dup_elsewhere (self);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (n_shown < n_rows)
    /* Translators: so many customers are shown: “21 of 148” */
    text = g_strdup_printf (_("%s of %s"), shown, all);
  else
    text = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) n_rows), all);
  gtk_label_set_label (self->count, text);
  gtk_label_set_label (self->elsewhere, elsewhere != NULL ? elsewhere : "");
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere), elsewhere != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->elsewhere), elsewhere);
  /* Translators: the button that opens the filters on a phone, with how many there are */
  label = n_filters > 0 ? g_strdup_printf (_("Filters (%s)"), filters) : g_strdup (_("Filters"));
  gtk_button_set_label (self->filter_button, label);
  gtk_stack_set_visible_child_name (self->stack, n_shown == 0 && n_rows > 0 ? "nothing"
                                                 : narrow ? "rows" : "grid");
}

static void
dim_cb (gpointer data)
{
  GfCustomersTable *self = data;

  self->dim_source = 0;
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "out-of-date");
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "out-of-date");
}

void
_gf_customers_table_update_busy (GfCustomersTable *self)
{
  gf_step_view_set_busy (GF_STEP_VIEW (self),
                         gf_customer_list_get_busy (self->list) || self->writing != NULL ||
                         (self->edits != NULL && gf_table_edits_get_busy (self->edits)), -1);
}

/* What is under way for the user is given up: a change, a copy or an export. */
static void
gf_customers_table_stop (GfStepView *view)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (view);

  g_cancellable_cancel (self->writing);
  if (self->edits != NULL)
    gf_table_edits_stop (self->edits);
}

/* The rows that were asked for are there, or are on their way while the old ones stay. */
static void
answered_cb (GfCustomersTable *self)
{
  gboolean busy = gf_customer_list_get_busy (self->list);

  _gf_customers_table_update_busy (self);
  if (busy)
    {
      if (self->dim_source == 0)
        self->dim_source = g_timeout_add_once (DIM_MS, dim_cb, self);
      return;
    }

  g_clear_handle_id (&self->dim_source, g_source_remove);
  gtk_widget_remove_css_class (GTK_WIDGET (self->count), "out-of-date");
  gtk_widget_remove_css_class (GTK_WIDGET (self->stack), "out-of-date");
  update_count (self);
  update_sort (self);
}

static void
announce_count (GfCustomersTable *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  GfTable *table = gf_customer_list_get_table (self->list);
  g_autofree char *shown = gf_format_count (n_shown);
  g_autofree char *all = gf_format_count (table != NULL ? gf_table_get_n_rows (table) : 0);
  /* Translators: spoken: “21,306 of 80,214 shown” */
  g_autofree char *words = g_strdup_printf (_("%s of %s shown"), shown, all);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
searched_cb (GfCustomersTable *self)
{
  gf_customer_list_set_search (self->list, gtk_editable_get_text (self->search));
}

static void
items_changed_cb (GfCustomersTable *self)
{
  update_count (self);
  announce_count (self);
}

static void
filtered_cb (GfCustomersTable *self)
{
  g_autoptr (GPtrArray) filters = gf_filter_bar_dup_filters (self->filters);

  gf_customer_list_set_filters (self->list, filters);
  gf_columns_pane_update_ranges (self->columns, self->filters);
  update_count (self);
}

static void
stop_search_cb (GfCustomersTable *self)
{
  gtk_editable_set_text (self->search, "");
}

void
_gf_customers_table_clear (GfCustomersTable *self)
{
  gtk_editable_set_text (self->search, "");
  searched_cb (self);
  gf_filter_bar_clear (self->filters);
}

static gboolean
has_selected (GfCustomersTable *self)
{
  return gf_customer_grid_get_selected (self->grid) != GTK_INVALID_LIST_POSITION &&
         !gf_step_view_get_narrow (GF_STEP_VIEW (self));
}

/* While a customer is selected, what can be done there; else how the customers stand. */
static void
update_hint (GfCustomersTable *self)
{
  GfRanking *ranking = self->analysis != NULL ? gf_analysis_get_ranking (self->analysis) : NULL;
  g_autofree char *count = NULL;
  g_autofree char *hint = NULL;
  gsize n;

  if (self->analysis == NULL)
    return;
  if (has_selected (self))
    {
      gf_step_view_set_hint (GF_STEP_VIEW (self), _("Return edits the cell, Ctrl+Return opens the customer"));
      return;
    }
  if (ranking == NULL)
    {
      gf_step_view_set_hint (GF_STEP_VIEW (self), gf_analysis_get_message (self->analysis));
      return;
    }

  n = gf_ranking_get_n_best (ranking);
  if (n == 0)
    {
      gf_step_view_set_hint (GF_STEP_VIEW (self), _("Nobody is your best yet"));
      return;
    }

  count = gf_format_count (n);
  hint = g_strdup_printf (ngettext ("%s customer is marked best", "%s customers are marked best", (gulong) n), count);
  gf_step_view_set_hint (GF_STEP_VIEW (self), hint);
}

static void
selected_cb (GfCustomersTable *self)
{
  gboolean selected = has_selected (self);

  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.edit", selected);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.open", selected);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.copy", selected);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.remove", selected);
  update_hint (self);
}

static void
narrow_cb (GfCustomersTable *self)
{
  gboolean narrow = gf_step_view_get_narrow (GF_STEP_VIEW (self));
  g_autoptr (GArray) shown = dup_shown (self, gf_customer_list_get_table (self->list));

  update_seen (self, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_place), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), narrow);
  update_count (self);
  update_sort (self);
  selected_cb (self);
}

/* Looking customers up takes a pass over all of them: only when flags or customers are others. */
static void
update_flags (GfCustomersTable *self)
{
  static const GfFeeling feelings[] = { GF_FEELING_THRIVING, GF_FEELING_DRAINING };
  GfCustomers *customers = gf_project_get_customers (gf_step_view_get_project (GF_STEP_VIEW (self)));
  GfTable *table = _gf_customers_table_get_table (self);
  g_autoptr (GfBitset) thriving = NULL;
  g_autoptr (GfBitset) draining = NULL;
  gboolean same = self->flags_of == table;

  for (guint i = 0; i < G_N_ELEMENTS (feelings); i++)
    {
      g_auto (GStrv) flagged = gf_customers_dup_flagged (customers, feelings[i]);

      same = same && self->flagged[i] != NULL &&
             g_strv_equal ((const char * const *) flagged, (const char * const *) self->flagged[i]);
      g_strfreev (self->flagged[i]);
      self->flagged[i] = g_steal_pointer (&flagged);
    }
  if (same)
    return;

  g_clear_pointer (&self->flags_of, gf_table_unref);
  self->flags_of = table != NULL ? gf_table_ref (table) : NULL;
  if (table != NULL && self->flagged[0][0] != NULL)
    thriving = gf_table_match_identities (table, (const char * const *) self->flagged[0]);
  if (table != NULL && self->flagged[1][0] != NULL)
    draining = gf_table_match_identities (table, (const char * const *) self->flagged[1]);
  gf_customer_list_set_flags (self->list, thriving, draining);
  gf_filter_bar_set_flags (self->filters, thriving, draining);
}

static void
changed_cb (GfCustomersTable *self,
            GfRecord         *origin,
            const char       *field)
{
  if (GF_IS_CUSTOMER_FLAG (origin) || g_str_equal (field, "flags"))
    gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static void
gf_customers_table_update (GfStepView *view)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (view);
  GfRanking *ranking = gf_analysis_get_ranking (self->analysis);
  GfBitset *best = ranking != NULL ? gf_ranking_get_best (ranking) : NULL;

  _gf_customers_table_show (self);
  gf_customer_list_set_marks (self->list, best, gf_analysis_get_bad (self->analysis));
  gf_filter_bar_set_marks (self->filters, best, gf_analysis_get_bad (self->analysis));
  update_flags (self);
  gf_step_view_set_action_enabled (view, "view.pick", gf_customers_get_best_kind (gf_project_get_customers (
                                     gf_step_view_get_project (view))) == GF_BEST_CHOICE_HAND);
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
  if (self->edits != NULL)
    g_signal_handlers_disconnect_by_func (self->edits, _gf_customers_table_update_busy, self);
  g_clear_object (&self->edits);
  g_cancellable_cancel (self->writing);
  _gf_customers_table_clear (self);
  if (project == NULL)
    return;

  self->edits = g_object_ref (gf_project_get_table_edits (project));
  g_signal_connect_object (self->edits, "notify::busy", G_CALLBACK (_gf_customers_table_update_busy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->analysis = g_object_ref (gf_project_get_analysis (project));
  g_signal_connect_object (self->analysis, "notify::ranking", G_CALLBACK (gf_step_view_queue_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::bad", G_CALLBACK (gf_step_view_queue_update),
                           self, G_CONNECT_SWAPPED);
}

static void
cell_refused_cb (GfCustomersTable *self,
                 const char       *problem)
{
  gf_toast (GTK_WIDGET (self), problem);
}

static void
row_activated_cb (GfCustomersTable *self,
                  guint             position)
{
  gf_customers_table_open (self, gf_customer_list_get_row (self->list, position));
}

static void
range_chosen_cb (GfCustomersTable *self,
                 guint             column,
                 double            low,
                 double            high)
{
  GfTable *table = _gf_customers_table_get_table (self);
  g_autoptr (GfRowFilter) filter =
    gf_row_filter_new_range (gf_column_get_name (gf_table_get_column (table, column)), low, high);

  gf_filter_bar_put (self->filters, filter);
}

static void
gf_customers_table_dispose (GObject *object)
{
  GfCustomersTable *self = GF_CUSTOMERS_TABLE (object);

  g_clear_handle_id (&self->dim_source, g_source_remove);
  if (self->filter_sheet != NULL)
    adw_dialog_force_close (self->filter_sheet);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_CUSTOMERS_TABLE);
  g_clear_object (&self->list);
  g_clear_pointer (&self->flags_of, gf_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->flagged); i++)
    g_clear_pointer (&self->flagged[i], g_strfreev);

  G_OBJECT_CLASS (gf_customers_table_parent_class)->dispose (object);
  g_clear_object (&self->analysis);
  g_clear_object (&self->edits);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
}

/* The customers come before what finds them. */
static gboolean
gf_customers_table_grab_focus (GtkWidget *widget)
{
  GtkWidget *shown = gtk_stack_get_visible_child (GF_CUSTOMERS_TABLE (widget)->stack);

  return shown != NULL && gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
gf_customers_table_class_init (GfCustomersTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_customers_table_dispose;
  widget_class->grab_focus = gf_customers_table_grab_focus;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_customers_table_project_changed;
  GF_STEP_VIEW_CLASS (klass)->update = gf_customers_table_update;
  GF_STEP_VIEW_CLASS (klass)->stop = gf_customers_table_stop;

  _gf_customers_table_class_init_actions (widget_class);

  g_type_ensure (GF_TYPE_CUSTOMER_GRID);
  g_type_ensure (GF_TYPE_FILTER_BAR);
  g_type_ensure (GF_TYPE_CUSTOMER_ROWS);
  g_type_ensure (GF_TYPE_COLUMNS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-customers-table.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, search);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, filters);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, filter_place);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, filter_button);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, sort);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, sort_words);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, count);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, stack);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, grid);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, rows);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersTable, columns);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_chosen_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "cell_edited_cb",
                                                G_CALLBACK (_gf_customers_table_cell_edited));
  gtk_widget_class_bind_template_callback_full (widget_class, "cell_left_cb",
                                                G_CALLBACK (_gf_customers_table_end_typing));
  gtk_widget_class_bind_template_callback (widget_class, cell_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "role_chosen_cb",
                                                G_CALLBACK (_gf_customers_table_choose_role));
  gtk_widget_class_bind_template_callback_full (widget_class, "type_chosen_cb",
                                                G_CALLBACK (_gf_customers_table_choose_type));
}

static void
gf_customers_table_init (GfCustomersTable *self)
{
  self->list = gf_customer_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gf_customer_grid_set_list (self->grid, self->list);
  gf_customer_rows_set_list (self->rows, self->list);
  gtk_menu_button_set_create_popup_func (self->sort, create_sort_popover_cb, self, NULL);
  selected_cb (self);
  g_signal_connect_object (self->list, "table-set", G_CALLBACK (table_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
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

  _gf_customers_table_show (self);
  update_count (self);
  gf_customer_grid_edit (self->grid, row, column);
}

/**
 * gf_customers_table_type:
 *
 * Lets the user type customers one after the other, from the first cell of the first on.
 */
void
gf_customers_table_type (GfCustomersTable *self)
{
  g_return_if_fail (GF_IS_CUSTOMERS_TABLE (self));

  self->typing = TRUE;
  gf_customers_table_edit (self, 0, -1);
}

/**
 * gf_customers_table_open:
 * @row: a row of the table
 *
 * Shows one customer with all its fields.
 */
void
gf_customers_table_open (GfCustomersTable *self,
                         gsize             row)
{
  g_return_if_fail (GF_IS_CUSTOMERS_TABLE (self));

  gf_step_view_push (GTK_WIDGET (self), gf_customer_page_new (row));
}

/**
 * gf_customers_table_only:
 * @filter: a condition
 *
 * Shows only the customers for whom @filter holds; all other conditions go.
 */
void
gf_customers_table_only (GfCustomersTable *self,
                         GfRowFilter      *filter)
{
  g_return_if_fail (GF_IS_CUSTOMERS_TABLE (self) && filter != NULL);

  _gf_customers_table_show (self);
  _gf_customers_table_clear (self);
  gf_filter_bar_put (self->filters, filter);
}
