/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-sheet.h"

#include "gf-customers-import.h"
#include "gf-customers-sources.h"
#include "gf-feedback.h"
#include "gf-import-choices.h"
#include "gf-import-columns-page.h"
#include "gf-import-columns.h"
#include "gf-import-doubts.h"
#include "gf-import-draft.h"
#include "gf-import-extras.h"
#include "gf-import-guesses.h"
#include "gf-import-problems.h"
#include "gf-import-progress.h"
#include "gf-import-update.h"
#include "gf-import-words.h"
#include "gf-note-list.h"
#include "gf-preview-grid.h"
#include "gf-project-name.h"
#include "gf-project.h"

#include <glib/gi18n-lib.h>

struct _GfImportSheet
{
  AdwDialog parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  AdwWindowTitle *window_title;
  GtkButton *accept;
  AdwBanner *nameless;
  GtkStack *stack;
  AdwStatusPage *error;
  GtkLabel *headline;
  GtkLabel *sentence;
  GfImportGuesses *guesses;
  GfPreviewGrid *preview;
  GfImportColumns *columns;
  GfImportColumnsPage *columns_page;
  GfImportExtras *extras;
  GfImportUpdate *update;
  GfImportProblems *problems;
  GfNoteList *all_problems;
  AdwPreferencesGroup *project;
  GtkEditable *name;
  GtkEditable *product;
  GtkBox *head;
  GtkGrid *lower;
  GtkWidget *main;
  GtkWidget *side;

  /* Owned references */
  GfStepPage *page;
  GfImportReading *reading;
  GfImportDraft *draft;
  GPtrArray *doubts;
  GfImportChoices *choices;
  GCancellable *applying;
  GfImport *shown;

  char *proposed;
  gboolean narrow;
  gboolean tiny;
  gboolean again;
  gboolean accepting;
  gboolean numbered;
  gboolean taken;
};

G_DEFINE_FINAL_TYPE (GfImportSheet, gf_import_sheet, ADW_TYPE_DIALOG)

static GfTable *
get_table (GfImportSheet *self)
{
  return self->draft->shown;
}

static gboolean
is_nameless (GfImportSheet *self)
{
  return !self->draft->joined && gf_table_find_role (get_table (self), GF_ROLE_NAME) < 0 &&
         gf_table_find_role (get_table (self), GF_ROLE_IDENTIFIER) < 0;
}

static void
fill_accept (GfImportSheet *self)
{
  gboolean nameless = !self->numbered && is_nameless (self);
  gboolean any = gf_import_estimate_rows (self->shown) > 0 && gf_table_get_n_columns (get_table (self)) > 0;
  g_autofree char *label = gf_import_dup_accept (self->shown, self->draft);
  g_autofree char *short_label = gf_import_dup_short_accept (self->shown, self->draft);

  gtk_button_set_label (self->accept, self->tiny ? short_label : label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), any && !nameless && self->draft->trouble == NULL);
  adw_banner_set_revealed (self->nameless, any && nameless);
}

/* Those that the user has not settled yet. */
static guint
count_doubts (GfImportSheet *self)
{
  g_autoptr (GPtrArray) open = gf_import_dup_open_doubts (self->doubts, self->choices, get_table (self));
  guint n = 0;

  for (guint i = 0; i < open->len; i++)
    n += g_ptr_array_index (open, i) != NULL;

  return n;
}

static void
fill_head (GfImportSheet *self)
{
  g_autofree char *title = gf_import_dup_headline (self->shown, self->draft,
                                                   gf_project_get_name (gf_step_page_get_project (self->page)));
  g_autofree char *rows = gf_import_choices_get_as (self->choices) == GF_IMPORT_AS_LIST
                            ? gf_import_dup_rows_sentence (self->shown) : NULL;
  /* That they have no name says the banner too. */
  g_autofree char *sentence = rows != NULL ? g_steal_pointer (&rows)
                              : !self->numbered && is_nameless (self)
                                ? g_strdup (_("No column says yet what the customers are called."))
                                : gf_import_dup_sentence (self->draft->n_read, count_doubts (self));

  gtk_label_set_label (self->headline, title);
  gtk_label_set_label (self->sentence, sentence);
}

static void
announce (GfImportSheet *self)
{
  g_autofree char *text = gf_import_dup_news (count_doubts (self));

  gf_announce (GTK_WIDGET (self), text);
}

/* What was read, with what the user settled. */
static void
show_draft (GfImportSheet *self)
{
  g_autoptr (GPtrArray) open = gf_import_dup_open_doubts (self->doubts, self->choices, get_table (self));

  gf_preview_grid_show (self->preview, get_table (self), (const char * const *) open->pdata);
  gf_import_columns_show (self->columns, self->shown, self->choices, get_table (self), self->doubts, self->draft->reasons);
  gf_import_columns_page_show (self->columns_page, get_table (self), open, self->draft->reasons);
  gf_import_extras_show (self->extras, self->choices, self->shown, self->draft);
  gf_import_update_show (self->update, self->draft);
  fill_head (self);
  fill_accept (self);
}

static void
focus_first (GfImportSheet *self)
{
  GtkWidget *first = gf_import_columns_get_first (self->columns);

  if (first == NULL || !gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->accept));
}

/* How the file is read stands beside what it is, where there is room. */
static void
fit_head (GfImportSheet *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  self->narrow || gf_import_guesses_has_sheets (self->guesses)
                                    ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
place (GfImportSheet *self,
       GtkWidget     *part,
       int            column,
       int            row,
       int            n_columns)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->lower));

  g_object_set (gtk_layout_manager_get_layout_child (layout, part),
                "column", column, "row", row, "column-span", n_columns, NULL);
}

/* Two thirds are for the columns, one for what is beside. Where they cannot stand side by side, what the file
 * is to the customers that are there comes before its columns. */
static void
fit_lower (GfImportSheet *self)
{
  gboolean side_first = self->narrow && gtk_widget_get_visible (GTK_WIDGET (self->update));

  place (self, self->main, 0, side_first ? 1 : 0, self->narrow ? 3 : 2);
  place (self, self->side, self->narrow ? 0 : 2, self->narrow && !side_first ? 1 : 0, self->narrow ? 3 : 1);
}

/* What the file is to the customers that are there: which of their exports it is the next of. */
static GfImportAs
find_as (GfImportSheet *self)
{
  GfCustomers *customers = gf_import_choices_get_memory (self->choices);
  const char *source = gf_import_get_source (self->shown);
  const char *file = gf_import_reading_get_name (self->reading);
  GfSource *known = gf_customers_find_source (customers, file, gf_import_get_table (self->shown));

  if (known != NULL)
    return gf_source_get_joined (known) ? GF_IMPORT_AS_JOINED : GF_IMPORT_AS_UPDATE;
  if ((source != NULL && g_strcmp0 (source, gf_customers_get_source (customers)) == 0) ||
      (*file != '\0' && g_strcmp0 (file, gf_customers_get_source_file (customers)) == 0))
    return GF_IMPORT_AS_UPDATE;

  return GF_IMPORT_AS_LIST;
}

/* Customers that are there may get next quarter's file. */
static void
begin_update (GfImportSheet *self)
{
  GfProject *project = gf_step_page_get_project (self->page);
  GfTable *before = gf_project_get_table (project);
  GfSource *main;

  if (before == NULL || gf_table_get_n_rows (before) == 0)
    return;

  gf_import_choices_set_before (self->choices, before, gf_record_copy (GF_RECORD (gf_project_get_customers (project))));
  gf_import_choices_set_as (self->choices, find_as (self));
  main = gf_import_choices_get_main_source (self->choices);
  gf_import_choices_set_merge (self->choices, main != NULL && gf_source_get_merge_repeats (main) &&
                               gf_import_choices_get_as (self->choices) == GF_IMPORT_AS_UPDATE);
  gf_import_update_begin (self->update, self->choices);
  fit_lower (self);
}

/* Once more of the file is known: the guesses and the problems as well. */
static void
show_import (GfImportSheet *self)
{
  g_autoptr (GListStore) notes = gf_import_notes_new (self->shown);
  const char *file = gf_import_reading_get_name (self->reading);
  g_autofree char *name = gf_project_dup_name_for (file, gf_import_get_source (self->shown));

  gf_import_guesses_set_import (self->guesses, self->shown);
  fit_head (self);
  gf_import_problems_show (self->problems, self->shown);
  gf_note_list_show (self->all_problems, G_LIST_MODEL (notes), gf_import_get_n_problems (self->shown));
  if (*file != '\0' && g_strcmp0 (self->proposed, gtk_editable_get_text (self->name)) == 0)
    {
      g_set_str (&self->proposed, name);
      gtk_editable_set_text (self->name, name);
    }
  gtk_stack_set_visible_child_name (self->stack, "ready");
}

static void apply (GfImportSheet *self);
static void accept_cb (GfImportSheet *self);

/* What went wrong, until the user has seen it. */
static void
trouble_cb (GfImportSheet *self,
            const char    *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GfImportSheet) self = data;
  g_autoptr (GError) error = NULL;
  GfImportDraft *draft = gf_import_draft_make_finish (result, &error);
  GfImport *import = self->reading != NULL ? gf_import_reading_get_import (self->reading) : NULL;
  gboolean first = self->shown == NULL;

  g_clear_object (&self->applying);
  if (import == NULL || self->again || draft == NULL)
    {
      g_clear_pointer (&draft, gf_import_draft_free);
      if (import != NULL && self->again)
        apply (self);
      else if (import != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          self->accepting = FALSE;
          trouble_cb (self, error->message);
        }
      return;
    }

  g_clear_pointer (&self->draft, gf_import_draft_free);
  self->draft = draft;
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  self->doubts = gf_import_dup_doubts (import, self->choices);
  for (guint i = self->doubts->len; i < gf_table_get_n_columns (draft->shown); i++)
    g_ptr_array_add (self->doubts, NULL);
  gf_import_add_update_doubts (self->doubts, draft);
  if (self->shown != import)
    {
      g_clear_pointer (&self->shown, gf_import_unref);
      self->shown = gf_import_ref (import);
      show_import (self);
    }
  if (first)
    begin_update (self);
  gf_import_choices_set_matched (self->choices, draft->matched);
  show_draft (self);
  if (first && gf_import_choices_get_as (self->choices) != GF_IMPORT_AS_LIST)
    apply (self);
  /* What had the focus may be gone with what is settled now. */
  if (first || adw_dialog_get_focus (ADW_DIALOG (self)) == NULL)
    focus_first (self);
  announce (self);
  if (self->accepting)
    accept_cb (self);
}

/* In a thread, one at a time: answers change what it works with. */
static void
apply (GfImportSheet *self)
{
  GfImport *import = gf_import_reading_get_import (self->reading);
  GPtrArray *files = gf_import_choices_get_files (self->choices);

  if (import == NULL)
    return;
  if (self->applying != NULL)
    {
      self->again = TRUE;
      g_cancellable_cancel (self->applying);
      return;
    }

  self->again = FALSE;
  gf_import_choices_settle (self->choices, import);
  if (gf_import_choices_get_matched (self->choices) != NULL)
    gf_import_file_settle (gf_import_choices_get_matched (self->choices));
  for (guint i = 0; i < files->len; i++)
    gf_import_file_settle (g_ptr_array_index (files, i));
  self->applying = g_cancellable_new ();
  gf_import_draft_make_async (self->choices, import, self->applying, applied_cb, g_object_ref (self));
}

static void
read_cb (GfImportSheet *self)
{
  const GError *error = gf_import_reading_get_error (self->reading);

  if (error != NULL)
    {
      adw_status_page_set_description (self->error, error->message);
      gtk_widget_set_sensitive (GTK_WIDGET (self->accept), FALSE);
      gtk_stack_set_visible_child_name (self->stack, "error");
      gf_announce (GTK_WIDGET (self), error->message);
      return;
    }

  apply (self);
}

/* --- what the user settles --- */

static void
guessed_cb (GfImportSheet *self)
{
  gf_import_reading_start (self->reading, gf_import_guesses_get_options (self->guesses));
}

static void
names_chosen_cb (GfImportSheet *self,
                 guint          row)
{
  /* Rows that repeat a customer are not shown when they were put together. */
  if (self->draft->rows != NULL && row < self->draft->rows->len)
    row = (guint) g_array_index (self->draft->rows, gsize, row);
  gf_import_guesses_set_names_row (self->guesses, row);
}

static void
role_chosen_cb (GfImportSheet *self,
                const char    *column,
                guint          role)
{
  gf_import_choices_set_role (self->choices, column, (GfColumnRole) role);
  gf_import_choices_set_matched (self->choices, NULL);
  apply (self);
}

static void
type_chosen_cb (GfImportSheet *self,
                const char    *column,
                guint          type)
{
  gf_import_choices_set_type (self->choices, column, (GfColumnType) type);
  gf_import_choices_set_matched (self->choices, NULL);
  apply (self);
}

static void
order_chosen_cb (GfImportSheet *self,
                 guint          order)
{
  for (gsize i = 0; i < gf_import_get_n_stored (self->shown); i++)
    {
      const GfProblem *problem = gf_import_get_problem (self->shown, i);

      if (problem->kind == GF_PROBLEM_DATE_ORDER && problem->column_name != NULL)
        gf_import_choices_set_date_order (self->choices, problem->column_name, (GfDateOrder) order);
    }
  gf_import_choices_set_matched (self->choices, NULL);
  apply (self);
}

static void
numbered_cb (GfImportSheet *self)
{
  self->numbered = TRUE;
  fill_head (self);
  fill_accept (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->accept));
}

static void
accept_cb (GfImportSheet *self)
{
  if (self->draft == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (self->accept)))
    return;

  /* An answer that was given a moment ago is part of the yes. */
  self->accepting = self->applying != NULL;
  if (self->accepting)
    return;

  gf_import_choices_set_project (self->choices, gtk_editable_get_text (self->name),
                                 gtk_editable_get_text (self->product));
  g_signal_handlers_disconnect_by_data (self->reading, self);
  gf_import_progress_run (self->page, self->reading, self->choices);
  self->taken = TRUE;
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
  gf_note_list_save (self->all_problems, GTK_WIDGET (self->page));
}

/* --- the dialog --- */

static void
set_narrow (GfImportSheet *self,
            gboolean       narrow)
{
  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_widget_set_visible (GTK_WIDGET (self->window_title), !narrow);
  fit_head (self);
  fit_lower (self);
  gf_import_columns_set_narrow (self->columns, narrow);
  gf_import_extras_set_narrow (self->extras, narrow);
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

static void
set_tiny (GfImportSheet *self,
          gboolean       tiny)
{
  self->tiny = tiny;
  set_narrow (self, tiny);
  if (self->draft != NULL)
    fill_accept (self);
}

static void
tiny_cb (GfImportSheet *self)
{
  set_tiny (self, TRUE);
}

static void
not_tiny_cb (GfImportSheet *self)
{
  set_tiny (self, FALSE);
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

  g_cancellable_cancel (self->applying);
  if (!self->taken)
    gf_import_reading_stop (self->reading);
}

static void
gf_import_sheet_dispose (GObject *object)
{
  GfImportSheet *self = GF_IMPORT_SHEET (object);

  g_cancellable_cancel (self->applying);
  g_clear_object (&self->page);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_IMPORT_SHEET);
  g_clear_object (&self->reading);
  g_clear_object (&self->applying);
  g_clear_pointer (&self->draft, gf_import_draft_free);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  g_clear_pointer (&self->shown, gf_import_unref);

  G_OBJECT_CLASS (gf_import_sheet_parent_class)->dispose (object);
}

static void
gf_import_sheet_finalize (GObject *object)
{
  gf_import_choices_free (GF_IMPORT_SHEET (object)->choices);
  g_free (GF_IMPORT_SHEET (object)->proposed);

  G_OBJECT_CLASS (gf_import_sheet_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, toasts);
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
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, columns_page);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, extras);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, update);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, problems);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, all_problems);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, project);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, name);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, product);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, head);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, lower);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, main);
  gtk_widget_class_bind_template_child (widget_class, GfImportSheet, side);
  gtk_widget_class_bind_template_callback (widget_class, guessed_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, trouble_cb);
  gtk_widget_class_bind_template_callback (widget_class, numbered_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problems_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, tiny_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_tiny_cb);
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
  g_type_ensure (GF_TYPE_IMPORT_COLUMNS);
  g_type_ensure (GF_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (GF_TYPE_IMPORT_EXTRAS);
  g_type_ensure (GF_TYPE_IMPORT_PROBLEMS);
  g_type_ensure (GF_TYPE_IMPORT_UPDATE);
  g_type_ensure (GF_TYPE_NOTE_LIST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, accept_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, accept_binding, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-import-sheet.ui");
  bind_template (widget_class);
}

static void
gf_import_sheet_init (GfImportSheet *self)
{
  self->choices = gf_import_choices_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fit_lower (self);
}

/* A project that has no name or says nothing of what is sold is asked for both, with a proposal. */
static void
fill_project (GfImportSheet *self)
{
  GfProject *project = gf_step_page_get_project (self->page);
  gboolean named = *gf_project_get_name (project) != '\0';
  gboolean sold = *gf_project_get_product (project) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->project), !named || !sold);
  gtk_widget_set_visible (GTK_WIDGET (self->name), !named);
  gtk_widget_set_visible (GTK_WIDGET (self->product), !sold);
}

/* The next export of a list is read as the one before. */
static void
fill_reading (GfImportSheet *self)
{
  GfCustomers *customers = gf_project_get_customers (gf_step_page_get_project (self->page));
  GfSource *source = gf_customers_get_main_source (customers);
  g_autoptr (GfImportOptions) options = NULL;

  if (source == NULL ||
      !gf_source_is_same_file (gf_source_get_file (source), gf_import_reading_get_name (self->reading)))
    return;

  options = gf_source_dup_options (source);
  gf_import_guesses_set_options (self->guesses, options);
}

/* What was done with people before is done again, with the same words for the same people. */
static void
fill_people (GfImportSheet *self)
{
  GfCustomers *customers = gf_project_get_customers (gf_step_page_get_project (self->page));
  const char *key = gf_customers_get_pseudonym_key (customers);
  g_autofree char *fresh = gf_personal_dup_key ();

  gf_import_choices_set_key (self->choices, *key != '\0' ? key : fresh);
  if (*gf_customers_get_imported (customers) != '\0')
    gf_import_choices_begin_personal (self->choices, gf_customers_get_personal (customers));
}

/**
 * gf_import_sheet_present:
 * @page: the page of the step Customers
 * @reading: a list of customers, not started yet
 *
 * Shows what @reading finds and lets the user import it.
 *
 * Returns: (transfer none): the sheet
 */
GfImportSheet *
gf_import_sheet_present (GfStepPage      *page,
                         GfImportReading *reading)
{
  GfImportSheet *self;
  const char *name;

  g_return_val_if_fail (GF_IS_STEP_PAGE (page) && GF_IS_IMPORT_READING (reading), NULL);

  self = g_object_new (GF_TYPE_IMPORT_SHEET, NULL);
  self->page = g_object_ref (page);
  self->reading = g_object_ref (reading);
  self->proposed = g_strdup ("");
  name = gf_import_reading_get_name (reading);
  adw_window_title_set_subtitle (self->window_title, *name != '\0' ? name : _("Pasted cells"));
  fill_project (self);
  fill_people (self);
  fill_reading (self);
  gf_import_choices_set_own (self->choices, name, GF_IMPORT_FILE_GUESS, NULL);
  gf_import_extras_begin (self->extras, gf_import_reading_get_file (reading));
  g_signal_connect_object (reading, "changed", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  gf_import_reading_start (reading, gf_import_guesses_get_options (self->guesses));
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (page));

  return self;
}
