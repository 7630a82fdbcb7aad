/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-sheet.h"

#include "gf-customers-export.h"
#include "gf-customers-import.h"
#include "gf-format.h"
#include "gf-import-column-row.h"
#include "gf-import-guesses.h"
#include "gf-import-progress.h"
#include "gf-preview-grid.h"

#include <glib/gi18n-lib.h>

struct _GfImportSheet
{
  AdwDialog parent_instance;

  /* Template widgets */
  AdwNavigationView *navigation;
  AdwWindowTitle *window_title;
  GtkButton *accept;
  GtkWidget *nameless;
  GtkStack *stack;
  AdwStatusPage *error;
  GtkLabel *headline;
  GtkLabel *sentence;
  GfImportGuesses *guesses;
  GfPreviewGrid *preview;
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *problems;
  AdwPreferencesGroup *all_columns;
  AdwPreferencesGroup *all_problems;
  GtkBox *head;
  GtkBox *lower;

  /* Owned references */
  GfStepPage *page;
  GFile *file;
  GfImport *import;
  GfTable *table;
  GfImportChoices *choices;
  GCancellable *cancellable;

  /* Borrowed: what was added to the groups */
  GPtrArray *rows;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GfImportSheet, gf_import_sheet, ADW_TYPE_DIALOG)

#define N_PROBLEMS_SHOWN 3
#define N_PROBLEMS_LISTED 300
#define N_DOUBTS_SHOWN 8
#define N_COLUMNS_SHOWN 12

static void show_choices (GfImportSheet *self);

static void
add_row (GfImportSheet       *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  g_object_set_data (G_OBJECT (row), "gf-group", group);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (group, row);
}

static void
clear_group (GfImportSheet       *self,
             AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);

      if (g_object_get_data (G_OBJECT (row), "gf-group") != group)
        continue;
      g_ptr_array_remove_index (self->rows, i - 1);
      adw_preferences_group_remove (group, row);
    }
}

static void
role_chosen_cb (GfImportSheet *self,
                const char    *column,
                guint          role)
{
  gf_import_choices_set_role (self->choices, column, (GfColumnRole) role);
  show_choices (self);
}

static void
type_chosen_cb (GfImportSheet *self,
                const char    *column,
                guint          type)
{
  gf_import_choices_set_type (self->choices, column, (GfColumnType) type);
  show_choices (self);
}

static void
add_column_row (GfImportSheet       *self,
                AdwPreferencesGroup *group,
                guint                index,
                const char          *doubt)
{
  GtkWidget *row = gf_import_column_row_new (gf_table_get_column (self->table, index), doubt);

  gf_import_column_row_set_narrow (GF_IMPORT_COLUMN_ROW (row), self->narrow);
  g_signal_connect_object (row, "role-chosen", G_CALLBACK (role_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "type-chosen", G_CALLBACK (type_chosen_cb), self, G_CONNECT_SWAPPED);
  add_row (self, group, row);
}

static GtkWidget *
new_link_row (const char *title,
              const char *subtitle,
              const char *page)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "navigation.push");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page);

  return row;
}

static gboolean
knows_source (GfImportSheet *self)
{
  const char *source = gf_import_get_source (self->import);

  return source != NULL && *source != '\0';
}

/* Doubts are those of the file as it is, not of what the user made of it: a column looked at keeps its
 * place while it is changed. */
static guint
fill_columns (GfImportSheet *self)
{
  guint n = gf_table_get_n_columns (self->table);
  guint n_doubts = 0;
  guint n_shown = 0;
  gboolean few = n <= N_COLUMNS_SHOWN && !knows_source (self);

  clear_group (self, self->columns);
  clear_group (self, self->all_columns);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *doubt = gf_import_dup_doubt (self->import, i);

      n_doubts += doubt != NULL;
      /* Of a file that nobody knows all columns are shown, if they are not too many. */
      if (few || (doubt != NULL && n_shown < N_DOUBTS_SHOWN))
        {
          add_column_row (self, self->columns, i, doubt);
          n_shown++;
        }
      add_column_row (self, self->all_columns, i, doubt);
    }

  if (n > n_shown)
    {
      g_autofree char *count = gf_format_count (n - n_shown);
      g_autofree char *title = NULL;

      if (n_shown == 0)
        title = g_strdup_printf (ngettext ("%s column, recognised", "%s columns, all recognised", n), count);
      else if (n_doubts > n_shown)
        title = g_strdup_printf (ngettext ("%s more column", "%s more columns", n - n_shown), count);
      else
        title = g_strdup_printf (ngettext ("%s more column, recognised", "%s more columns, all recognised",
                                           n - n_shown), count);
      add_row (self, self->columns, new_link_row (title, _("Change their roles and types"), "columns"));
    }

  adw_preferences_group_set_title (self->columns, n_doubts > 0 ? _("Columns to Look At") : _("Columns"));

  return n_doubts;
}

/* The row and the column stand above it already. */
static char *
dup_reason (const GfProblem *problem)
{
  if (problem->text == NULL)
    return g_strdup (problem->message);
  if (problem->kind == GF_PROBLEM_NOT_A_NUMBER)
    return g_strdup_printf (_("“%s” is not a number"), problem->text);
  if (problem->kind == GF_PROBLEM_NOT_A_DATE)
    return g_strdup_printf (_("“%s” is not a date"), problem->text);
  if (problem->kind == GF_PROBLEM_NOT_A_FLAG)
    return g_strdup_printf (_("“%s” is neither yes nor no"), problem->text);

  return g_strdup (problem->message);
}

static GtkWidget *
new_problem_row (const GfProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = gf_format_count (problem->row);
  g_autofree char *reason = dup_reason (problem);
  g_autofree char *title = NULL;

  if (problem->row > 0 && problem->column_name != NULL)
    /* Translators: the number of a row and the name of a column */
    title = g_strdup_printf (_("Row %s, %s"), number, problem->column_name);
  else if (problem->row > 0)
    title = g_strdup_printf (_("Row %s"), number);
  else
    title = g_strdup (problem->column_name != NULL ? problem->column_name : _("The file"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);

  return row;
}

static gboolean
leaves_empty (const GfProblem *problem)
{
  return problem->row > 0 &&
         (problem->kind == GF_PROBLEM_NOT_A_NUMBER || problem->kind == GF_PROBLEM_NOT_A_DATE ||
          problem->kind == GF_PROBLEM_NOT_A_FLAG);
}

static void
fill_problems (GfImportSheet *self)
{
  gsize n = gf_import_get_n_stored (self->import);
  gsize n_all = gf_import_get_n_problems (self->import);
  gsize n_empty = 0;
  g_autofree char *count = gf_format_count (n_all);
  g_autofree char *words = NULL;

  clear_group (self, self->problems);
  clear_group (self, self->all_problems);
  for (gsize i = 0; i < n; i++)
    {
      const GfProblem *problem = gf_import_get_problem (self->import, i);

      n_empty += leaves_empty (problem);
      if (i < N_PROBLEMS_SHOWN)
        add_row (self, self->problems, new_problem_row (problem));
      if (i < N_PROBLEMS_LISTED)
        add_row (self, self->all_problems, new_problem_row (problem));
    }
  if (n > N_PROBLEMS_SHOWN)
    {
      g_autofree char *title = g_strdup_printf (_("Show all %s"), count);

      add_row (self, self->problems, new_link_row (title, NULL, "problems"));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->problems), n > 0);
  adw_preferences_group_set_title (self->problems, n_empty == n ? _("Will Be Left Empty") : _("Good to Know"));
  if (gf_import_is_whole (self->import))
    words = g_strdup_printf (ngettext ("%s place", "%s places", (gulong) n_all), count);
  else
    words = g_strdup_printf (ngettext ("%s place at the beginning of the file", "%s places at the beginning of the file",
                                       (gulong) n_all), count);
  adw_preferences_group_set_description (self->problems, words);
}

/* A file too long to be read for the preview has about so many rows. */
static gsize
round_estimate (gsize n)
{
  gsize unit = 1;

  while (n / unit >= 100)
    unit *= 10;

  return n / unit * unit;
}

static void
fill_accept (GfImportSheet *self)
{
  gboolean whole = gf_import_is_whole (self->import);
  gsize n = gf_import_estimate_rows (self->import);
  g_autofree char *count = gf_format_count (whole ? n : round_estimate (n));
  g_autofree char *label = NULL;

  if (whole)
    label = g_strdup_printf (ngettext ("Import %s Customer", "Import %s Customers", (gulong) n), count);
  else
    label = g_strdup_printf (_("Import About %s Customers"), count);
  gtk_button_set_label (self->accept, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), n > 0 && gf_table_get_n_columns (self->table) > 0);
}

static void
fill_head (GfImportSheet *self,
           guint          n_doubts)
{
  const char *source = gf_import_get_source (self->import);
  guint n_columns = gf_table_get_n_columns (self->table);
  gsize n_rows = gf_import_estimate_rows (self->import);
  g_autofree char *columns = gf_format_count (n_columns);
  g_autofree char *rows = gf_format_count (gf_import_is_whole (self->import) ? n_rows : round_estimate (n_rows));
  g_autofree char *columns_words = g_strdup_printf (ngettext ("%s column", "%s columns", n_columns), columns);
  g_autofree char *rows_words = gf_import_is_whole (self->import)
                                  ? g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) n_rows), rows)
                                  : g_strdup_printf (_("about %s rows"), rows);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (knows_source (self))
    /* Translators: the program and the kind of things: “HubSpot companies” */
    title = g_strdup_printf (_("This is an export of %s"), source);
  else
    /* Translators: “12 columns, 40 rows” */
    title = g_strdup_printf (_("%s, %s"), columns_words, rows_words);
  if (n_doubts == 0)
    text = g_strdup (_("Every column has its role already."));
  else
    {
      g_autofree char *sure = gf_format_of (n_columns - n_doubts, n_columns);

      /* Translators: “31 of 34 columns have their role already.” */
      text = g_strdup_printf (ngettext ("%s columns have their role already. One needs a look.",
                                        "%s columns have their role already. The others need a look.", n_doubts), sure);
    }
  gtk_label_set_label (self->headline, title);
  gtk_label_set_label (self->sentence, text);
}

/* What the user chose for a column, in the preview and wherever the column has a row. */
static void
show_choices (GfImportSheet *self)
{
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = gf_import_choices_apply (self->choices, gf_import_get_table (self->import));
  gf_preview_grid_set_table (self->preview, self->table);
  gtk_widget_set_visible (self->nameless, gf_table_find_role (self->table, GF_ROLE_NAME) < 0 &&
                                            gf_table_find_role (self->table, GF_ROLE_IDENTIFIER) < 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (GF_IS_IMPORT_COLUMN_ROW (row))
        gf_import_column_row_show (GF_IMPORT_COLUMN_ROW (row),
                                   gf_table_find_column (self->table,
                                                         gf_import_column_row_get_column (GF_IMPORT_COLUMN_ROW (row))));
    }
}

static void
show_import (GfImportSheet *self)
{
  guint n_doubts;

  g_clear_pointer (&self->table, gf_table_unref);
  self->table = gf_import_choices_apply (self->choices, gf_import_get_table (self->import));
  gf_import_guesses_set_import (self->guesses, self->import);
  n_doubts = fill_columns (self);
  fill_problems (self);
  fill_head (self, n_doubts);
  fill_accept (self);
  show_choices (self);
  gtk_stack_set_visible_child_name (self->stack, "ready");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->sentence),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GfImportSheet) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_preview_finish (result, &error);

  if (self->page == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (import == NULL)
    {
      adw_status_page_set_description (self->error, error->message);
      gtk_widget_set_sensitive (GTK_WIDGET (self->accept), FALSE);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  gboolean first = self->import == NULL;
  g_clear_pointer (&self->import, gf_import_unref);
  self->import = g_steal_pointer (&import);
  show_import (self);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->accept));
}

static void
preview (GfImportSheet *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gf_import_preview_async (self->file, gf_import_guesses_get_options (self->guesses), self->cancellable,
                           previewed_cb, g_object_ref (self));
}

static void
accept_cb (GfImportSheet *self)
{
  if (self->import == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (self->accept)))
    return;

  gf_import_progress_run (self->page, self->file, gf_import_guesses_get_options (self->guesses), self->choices,
                          gf_import_estimate_rows (self->import));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (GfImportSheet *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
choose_another_cb (GfImportSheet *self)
{
  g_autoptr (GfStepPage) page = g_object_ref (self->page);

  adw_dialog_force_close (ADW_DIALOG (self));
  gf_customers_import_choose (page);
}

static void
save_problems_cb (GfImportSheet *self)
{
  GString *text = g_string_new (_("Row,Column,Cell,Problem"));
  g_autoptr (GBytes) bytes = NULL;

  g_string_append (text, "\r\n");
  for (gsize i = 0; i < gf_import_get_n_stored (self->import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (self->import, i);
      const char *cells[] = { problem->column_name, problem->text, problem->message };

      if (problem->row > 0)
        g_string_append_printf (text, "%" G_GSIZE_FORMAT, problem->row);
      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        {
          g_string_append_c (text, ',');
          if (cells[j] != NULL)
            gf_csv_append_cell (text, cells[j], strlen (cells[j]));
        }
      g_string_append (text, "\r\n");
    }
  bytes = g_string_free_to_bytes (text);
  gf_customers_export_choose (GTK_WIDGET (self->page), bytes, _("left-empty.csv"), _("List saved"));
}

static void
set_narrow (GfImportSheet *self,
            gboolean       narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_widget_set_visible (GTK_WIDGET (self->window_title), !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lower), orientation);
  for (guint i = 0; i < self->rows->len; i++)
    if (GF_IS_IMPORT_COLUMN_ROW (g_ptr_array_index (self->rows, i)))
      gf_import_column_row_set_narrow (g_ptr_array_index (self->rows, i), narrow);
}

static void
narrow_cb (GfImportSheet *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (GfImportSheet *self)
{
  set_narrow (self, FALSE);
}

static gboolean
accept_binding (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   data)
{
  accept_cb (GF_IMPORT_SHEET (widget));

  return GDK_EVENT_STOP;
}

static void
gf_import_sheet_closed (AdwDialog *dialog)
{
  GfImportSheet *self = GF_IMPORT_SHEET (dialog);

  g_cancellable_cancel (self->cancellable);
}

static void
gf_import_sheet_dispose (GObject *object)
{
  GfImportSheet *self = GF_IMPORT_SHEET (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->page);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_IMPORT_SHEET);
  g_clear_object (&self->file);
  g_clear_pointer (&self->import, gf_import_unref);
  g_clear_pointer (&self->table, gf_table_unref);

  G_OBJECT_CLASS (gf_import_sheet_parent_class)->dispose (object);
}

static void
gf_import_sheet_finalize (GObject *object)
{
  GfImportSheet *self = GF_IMPORT_SHEET (object);

  gf_import_choices_free (self->choices);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (gf_import_sheet_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, navigation);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, window_title);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, accept);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, nameless);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, stack);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, error);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, headline);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, sentence);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, guesses);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, preview);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, columns);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, problems);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, all_columns);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, all_problems);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, head);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, lower);
  gtk_widget_class_bind_template_callback (widget_class, preview);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problems_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
gf_import_sheet_class_init (GfImportSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_import_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_import_sheet_finalize;
  ADW_DIALOG_CLASS (klass)->closed = gf_import_sheet_closed;

  g_type_ensure (GF_TYPE_IMPORT_GUESSES);
  g_type_ensure (GF_TYPE_PREVIEW_GRID);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, accept_binding, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-import-sheet.ui");
  bind_template (widget_class);
}

static void
gf_import_sheet_init (GfImportSheet *self)
{
  self->rows = g_ptr_array_new ();
  self->choices = gf_import_choices_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_import_sheet_present:
 * @page: the page of the step Customers
 * @file: a list of customers
 *
 * Shows what @file holds and lets the user import it.
 *
 * Returns: (transfer none): the sheet
 */
GfImportSheet *
gf_import_sheet_present (GfStepPage *page,
                         GFile      *file)
{
  GfImportSheet *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (GF_IS_STEP_PAGE (page) && G_IS_FILE (file), NULL);

  self = g_object_new (GF_TYPE_IMPORT_SHEET, NULL);
  name = g_file_get_basename (file);
  self->page = g_object_ref (page);
  self->file = g_object_ref (file);
  adw_window_title_set_subtitle (self->window_title, name);
  preview (self);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (page));

  return self;
}
