/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-extras.h"

#include "gf-customers-import.h"
#include "gf-format.h"
#include "gf-import-file-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEW_SHEETS 4

struct _GfImportExtras
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  AdwPreferencesGroup *people;
  AdwComboRow *personal;
  AdwSwitchRow *merge;
  AdwPreferencesGroup *files;
  AdwExpanderRow *sheets;
  GtkWidget *add_file;
  AdwPreferencesGroup *derived;
  GPtrArray *file_rows;
  GPtrArray *sheet_rows;
  GPtrArray *derived_rows;

  /* Owned references */
  GFile *file;
  GfImport *import;
  GfTable *customers;
  GfTable *seen;
  GHashTable *joining;     /* names of the sheets that are being joined */
  GCancellable *cancellable;
  GCancellable *saying;

  /* A weak pointer: the page of a file, while it is there */
  GfImportFilePage *page;

  /* Borrowed from the sheet */
  GfImportChoices *choices;

  /* What is said of columns with data of people */
  char *personal_title;
  char *personal_names;

  gsize n_seen;
  guint n_joining;
  gboolean narrow;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfImportExtras, gf_import_extras, ADW_TYPE_BIN)

enum
{
  CHANGED,
  TROUBLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed (GfImportExtras *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- people --- */

static void
personal_cb (GfImportExtras *self)
{
  if (self->updating || self->choices == NULL)
    return;

  gf_import_choices_set_personal (self->choices, (GfPersonalChoice) adw_combo_row_get_selected (self->personal));
  gf_import_choices_set_matched (self->choices, NULL);
  changed (self);
}

static void
merge_cb (GfImportExtras *self)
{
  if (self->updating || self->choices == NULL)
    return;

  gf_import_choices_set_merge (self->choices, adw_switch_row_get_active (self->merge));
  changed (self);
}

/* Rows that repeat a customer. Of how many there are is known once all was read. */
static void
show_repeats (GfImportExtras      *self,
              const GfImportDraft *draft,
              gboolean             whole)
{
  g_autofree char *count = gf_format_count (draft->n_repeats);
  g_autofree char *title = g_strdup_printf (ngettext ("%s row repeats a customer", "%s rows repeat a customer",
                                                      (gulong) draft->n_repeats), count);
  g_autofree char *subtitle = draft->repeats_by == NULL ? NULL :
    /* Translators: by which column customers are told apart */
    g_strdup_printf (_("By “%s”. Put them together: of each column the first filled cell is kept"), draft->repeats_by);

  gtk_widget_set_visible (GTK_WIDGET (self->merge), whole && draft->n_repeats > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->merge), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->merge), subtitle);
  self->updating = TRUE;
  adw_switch_row_set_active (self->merge, gf_import_choices_get_merge (self->choices));
  self->updating = FALSE;
}

/* Beside its words a choice needs more room than a phone has: there it stands in the place of the names, which
 * follow the title. */
static void
place_personal (GfImportExtras *self)
{
  /* Translators: “3 columns hold personal data”, then their names */
  g_autofree char *both = g_strdup_printf (_("%s: %s"), self->personal_title, self->personal_names);
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->personal);

  adw_combo_row_set_use_subtitle (self->personal, self->narrow);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->personal),
                               self->narrow ? gtk_string_object_get_string (chosen) : self->personal_names);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->personal), self->narrow ? both : self->personal_title);
}

static void
show_people (GfImportExtras      *self,
             const GfImportDraft *draft)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < gf_table_get_n_columns (draft->shown); i++)
    {
      if (draft->kinds[i] == GF_PERSONAL_NONE)
        continue;
      if (n++ > 0)
        g_string_append (names, ", ");
      g_string_append (names, gf_column_get_name (gf_table_get_column (draft->shown, i)));
    }

  count = gf_format_count (n);
  title = g_strdup_printf (ngettext ("%s column holds personal data", "%s columns hold personal data", n), count);
  gtk_widget_set_visible (GTK_WIDGET (self->personal), n > 0);
  g_set_str (&self->personal_title, title);
  g_set_str (&self->personal_names, names->str);
  place_personal (self);
  self->updating = TRUE;
  adw_combo_row_set_selected (self->personal, gf_import_choices_get_personal (self->choices));
  self->updating = FALSE;
}

/* --- further files --- */

static void show_files (GfImportExtras *self);
static void show_sheets (GfImportExtras *self);

static AdwNavigationView *
get_navigation (GfImportExtras *self)
{
  return ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW));
}

static void
removed_cb (GfImportExtras   *self,
            GfImportFilePage *page)
{
  GPtrArray *files = gf_import_choices_get_files (self->choices);

  g_ptr_array_remove (files, gf_import_file_page_get_file (page));
  adw_navigation_view_pop (get_navigation (self));
  show_files (self);
  changed (self);
}

static void
answered_cb (GfImportExtras *self)
{
  show_files (self);
  changed (self);
}

static void joined_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data);

/* What its rows are, or by which column they are joined. */
static void
said_cb (GfImportExtras   *self,
         int               kind,
         const char       *key,
         GfImportFilePage *page)
{
  /* What was said last holds. */
  g_cancellable_cancel (self->saying);
  g_clear_object (&self->saying);
  self->saying = g_cancellable_new ();
  gf_import_file_again_async (gf_import_file_page_get_file (page), self->customers, kind, key, self->saying, joined_cb,
                              g_object_ref (self));
}

static void
file_activated_cb (GfImportExtras *self,
                   AdwActionRow   *row)
{
  GfImportFile *file = g_object_get_data (G_OBJECT (row), "gf-file");
  GfImportFilePage *page = gf_import_file_page_new (file, self->customers, TRUE);

  g_set_weak_pointer (&self->page, page);
  g_signal_connect_object (page, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (get_navigation (self), ADW_NAVIGATION_PAGE (page));
}

static void
add_file_row (GfImportExtras *self,
              GfImportFile   *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *matched = gf_import_file_dup_words (file);
  g_autofree char *words = gf_import_file_dup_open (file, matched);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), file->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "gf-file", gf_import_file_ref (file), (GDestroyNotify) gf_import_file_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (file_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->files, row);
  g_ptr_array_add (self->file_rows, row);
}

/* The rows that add some stay the last. */
static void
show_files (GfImportExtras *self)
{
  GPtrArray *files = gf_import_choices_get_files (self->choices);
  GtkWidget *last[] = { GTK_WIDGET (self->sheets), self->add_file };
  GtkWidget *focused = NULL;

  for (guint i = self->file_rows->len; i > 0; i--)
    adw_preferences_group_remove (self->files, g_ptr_array_index (self->file_rows, i - 1));
  g_ptr_array_set_size (self->file_rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    {
      if (gtk_widget_get_focus_child (last[i]) != NULL || gtk_widget_is_focus (last[i]))
        focused = last[i];
      g_object_ref (last[i]);
      adw_preferences_group_remove (self->files, last[i]);
    }
  for (guint i = 0; i < files->len; i++)
    add_file_row (self, g_ptr_array_index (files, i));
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    {
      adw_preferences_group_add (self->files, last[i]);
      g_object_unref (last[i]);
    }
  show_sheets (self);
  if (focused != NULL && !gtk_widget_get_visible (focused))
    focused = self->add_file;
  if (focused != NULL)
    gtk_widget_grab_focus (focused);
}

static void
joined_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GfImportExtras) self = data;
  g_autoptr (GError) error = NULL;
  GfImportFile *file = gf_import_file_join_finish (result, &error);
  GPtrArray *files;
  guint i;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->choices == NULL)
    {
      g_clear_pointer (&file, gf_import_file_unref);
      return;
    }

  if (file == NULL)
    {
      show_sheets (self);
      if (self->page != NULL)
        gf_import_file_page_show (self->page, gf_import_file_page_get_file (self->page), self->customers);
      g_signal_emit (self, signals[TROUBLE], 0, error->message);
      return;
    }

  /* One that was joined anew takes its own place. */
  files = gf_import_choices_get_files (self->choices);
  for (i = 0; i < files->len; i++)
    if (((GfImportFile *) g_ptr_array_index (files, i))->table == file->table)
      {
        g_ptr_array_remove_index (files, i);
        break;
      }
  gf_import_file_keep_apart (file, files, gf_import_choices_get_as (self->choices) == GF_IMPORT_AS_UPDATE
                                          ? gf_import_choices_get_before (self->choices) : NULL);
  g_ptr_array_insert (files, (int) i, file);
  if (self->page != NULL && gf_import_file_page_get_file (self->page)->table == file->table)
    gf_import_file_page_show (self->page, file, self->customers);
  show_files (self);
  changed (self);
}

/* One that was not there before. */
static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  GfImportExtras *self = data;

  self->n_joining--;
  if (self->n_joining == 0)
    g_hash_table_remove_all (self->joining);
  gtk_widget_set_sensitive (self->add_file, self->n_joining == 0);
  joined_cb (source, result, data);
}

/**
 * gf_import_extras_join:
 * @file: a further file
 * @sheet: (nullable): a sheet of it, or a file of the archive that it is
 *
 * Joins it to the customers.
 */
void
gf_import_extras_join (GfImportExtras *self,
                       GFile          *file,
                       const char     *sheet)
{
  g_return_if_fail (GF_IS_IMPORT_EXTRAS (self) && G_IS_FILE (file) && self->customers != NULL);

  self->n_joining++;
  gtk_widget_set_sensitive (self->add_file, FALSE);
  gf_import_file_join_async (file, sheet, gf_import_choices_get_memory (self->choices), self->customers,
                             self->cancellable, added_cb, g_object_ref (self));
}

/* --- other sheets of the same file --- */

static gboolean
is_joined (GfImportExtras *self,
           const char     *sheet)
{
  GPtrArray *files = gf_import_choices_get_files (self->choices);
  g_autofree char *name = g_file_get_basename (self->file);

  for (guint i = 0; i < files->len; i++)
    {
      GfImportFile *file = g_ptr_array_index (files, i);

      if (g_str_equal (file->file_name, name) && g_strcmp0 (gf_import_file_get_sheet (file), sheet) == 0)
        return TRUE;
    }

  return g_hash_table_contains (self->joining, sheet);
}

static void
join_sheet (GfImportExtras *self,
            const char     *sheet)
{
  g_hash_table_add (self->joining, g_strdup (sheet));
  gf_import_extras_join (self, self->file, sheet);
  show_sheets (self);
}

static void
sheet_activated_cb (GfImportExtras *self,
                    GtkWidget      *row)
{
  join_sheet (self, g_object_get_data (G_OBJECT (row), "gf-sheet"));
}

static void
add_sheet_row (GfImportExtras *self,
               const char     *sheet)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *base = g_path_get_basename (sheet);
  g_autofree char *spoken = g_strdup_printf (_("Add %s"), base);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), base);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, gf_import_is_whole (self->import));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "gf-sheet", g_strdup (sheet), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (sheet_activated_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->sheets, row);
  g_ptr_array_add (self->sheet_rows, row);
}

/* Those of the workbook, or files of the archive, that are neither the customers nor joined already. */
static void
show_sheets (GfImportExtras *self)
{
  GPtrArray *sheets = self->import != NULL ? gf_import_get_sheets (self->import) : NULL;
  const char *own = self->import != NULL ? gf_import_get_options (self->import)->sheet : NULL;
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;

  for (guint i = self->sheet_rows->len; i > 0; i--)
    adw_expander_row_remove (self->sheets, g_ptr_array_index (self->sheet_rows, i - 1));
  g_ptr_array_set_size (self->sheet_rows, 0);
  for (guint i = 0; self->file != NULL && sheets != NULL && i < sheets->len; i++)
    {
      const GfSourceSheet *sheet = g_ptr_array_index (sheets, i);

      if (!sheet->hidden && g_strcmp0 (sheet->name, own) != 0 && !is_joined (self, sheet->name))
        add_sheet_row (self, sheet->name);
    }

  count = gf_format_count (self->sheet_rows->len);
  subtitle = g_strdup_printf (ngettext ("%s more table to add", "%s more tables to add", self->sheet_rows->len), count);
  adw_expander_row_set_subtitle (self->sheets, subtitle);
  /* A few are shown at once; many would be in the way. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self->sheets)))
    adw_expander_row_set_expanded (self->sheets, self->sheet_rows->len <= FEW_SHEETS);
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), self->sheet_rows->len > 0);
}

/* What was joined out of the file before is joined out of its next one. */
static void
join_known_sheets (GfImportExtras *self)
{
  GfCustomers *memory = gf_import_choices_get_memory (self->choices);
  GListModel *sources = memory != NULL ? G_LIST_MODEL (gf_customers_get_sources (memory)) : NULL;
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  if (name == NULL || gf_import_choices_get_as (self->choices) != GF_IMPORT_AS_UPDATE)
    return;

  for (guint i = 0; sources != NULL && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (GfSource) source = g_list_model_get_item (sources, i);
      const char *sheet = gf_source_find_sheet (source, gf_import_get_sheets (self->import));

      if (gf_source_get_joined (source) && sheet != NULL && !is_joined (self, sheet) &&
          gf_source_is_same_file (gf_source_get_file (source), name))
        join_sheet (self, sheet);
    }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GfImportExtras) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->customers != NULL)
    gf_import_extras_join (self, file, NULL);
}

static void
add_file_cb (GfImportExtras *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = gf_customers_new_filters ();

  gtk_file_dialog_set_title (dialog, _("Add Deals, Tickets or Answers"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, chosen_cb,
                        g_object_ref (self));
}

/* Rows of customers that were read another way may stand elsewhere. */
static void
join_again (GfImportExtras *self)
{
  GPtrArray *files = gf_import_choices_get_files (self->choices);

  for (guint i = 0; i < files->len; i++)
    {
      GfImportFile *file = g_ptr_array_index (files, i);

      gf_import_file_again_async (file, self->customers, file->kind, file->key, self->cancellable, joined_cb,
                                  g_object_ref (self));
    }
}

/* --- derived columns --- */

static void
derived_cb (GfImportExtras *self,
            GParamSpec     *pspec,
            AdwSwitchRow   *row)
{
  if (self->updating || self->choices == NULL)
    return;

  gf_import_choices_set_derived (self->choices, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                 adw_switch_row_get_active (row));
  changed (self);
}

static gboolean
has_same_rows (GfImportExtras *self,
               GPtrArray      *derivations)
{
  if (derivations->len != self->derived_rows->len)
    return FALSE;

  for (guint i = 0; i < derivations->len; i++)
    {
      const GfDerivation *derivation = g_ptr_array_index (derivations, i);
      AdwPreferencesRow *row = g_ptr_array_index (self->derived_rows, i);

      if (strcmp (derivation->name, adw_preferences_row_get_title (row)) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
show_derived (GfImportExtras *self,
              GPtrArray      *derivations)
{
  gtk_widget_set_visible (GTK_WIDGET (self->derived), derivations->len > 0);
  if (!has_same_rows (self, derivations))
    {
      for (guint i = self->derived_rows->len; i > 0; i--)
        adw_preferences_group_remove (self->derived, g_ptr_array_index (self->derived_rows, i - 1));
      g_ptr_array_set_size (self->derived_rows, 0);
      for (guint i = 0; i < derivations->len; i++)
        {
          const GfDerivation *derivation = g_ptr_array_index (derivations, i);
          GtkWidget *row = adw_switch_row_new ();

          adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), derivation->name);
          g_signal_connect_object (row, "notify::active", G_CALLBACK (derived_cb), self, G_CONNECT_SWAPPED);
          adw_preferences_group_add (self->derived, row);
          g_ptr_array_add (self->derived_rows, row);
        }
    }

  self->updating = TRUE;
  for (guint i = 0; i < derivations->len; i++)
    {
      const GfDerivation *derivation = g_ptr_array_index (derivations, i);
      g_autofree char *words = gf_derivation_dup_words (derivation);
      AdwSwitchRow *row = g_ptr_array_index (self->derived_rows, i);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      adw_switch_row_set_active (row, gf_import_choices_get_derived (self->choices, derivation->name));
    }
  self->updating = FALSE;
}

static void
gf_import_extras_dispose (GObject *object)
{
  GfImportExtras *self = GF_IMPORT_EXTRAS (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->saying);
  g_clear_weak_pointer (&self->page);
  self->choices = NULL;
  g_clear_pointer (&self->customers, gf_table_unref);
  g_clear_pointer (&self->seen, gf_table_unref);
  g_clear_pointer (&self->import, gf_import_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (gf_import_extras_parent_class)->dispose (object);
}

static void
gf_import_extras_finalize (GObject *object)
{
  GfImportExtras *self = GF_IMPORT_EXTRAS (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->saying);
  g_ptr_array_unref (self->file_rows);
  g_ptr_array_unref (self->sheet_rows);
  g_ptr_array_unref (self->derived_rows);
  g_hash_table_unref (self->joining);
  g_free (self->personal_title);
  g_free (self->personal_names);

  G_OBJECT_CLASS (gf_import_extras_parent_class)->finalize (object);
}

static void
gf_import_extras_class_init (GfImportExtrasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_import_extras_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_import_extras_finalize;

  /**
   * GfImportExtras::changed:
   *
   * The user settled something.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * GfImportExtras::trouble:
   * @message: why a file cannot be joined
   */
  signals[TROUBLE] = g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_people (GfImportExtras *self,
            GtkBox         *box)
{
  const char *choices[] = { _("Keep"), _("Leave Out"), _("Pseudonymise"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);
  GtkWidget *icon = gtk_image_new_from_icon_name ("gf-state-attention-symbolic");

  self->people = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->personal = ADW_COMBO_ROW (adw_combo_row_new ());
  gtk_widget_add_css_class (icon, "data-attention");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Look at this"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->personal), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->personal), FALSE);
  adw_combo_row_set_model (self->personal, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->personal, GF_PERSONAL_DROP);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->personal), 2);
  g_signal_connect_object (self->personal, "notify::selected", G_CALLBACK (personal_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->people, GTK_WIDGET (self->personal));
  self->merge = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->merge), FALSE);
  g_signal_connect_object (self->merge, "notify::active", G_CALLBACK (merge_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->people, GTK_WIDGET (self->merge));
  gtk_widget_set_visible (GTK_WIDGET (self->people), FALSE);
  gtk_box_append (box, GTK_WIDGET (self->people));
}

static void
gf_import_extras_init (GfImportExtras *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));

  self->cancellable = g_cancellable_new ();
  self->file_rows = g_ptr_array_new ();
  self->sheet_rows = g_ptr_array_new ();
  self->derived_rows = g_ptr_array_new ();
  self->joining = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->personal_title = g_strdup ("");
  self->personal_names = g_strdup ("");
  add_people (self, box);

  self->files = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->files, _("More About These Customers"));
  adw_preferences_group_set_description (self->files, _("Deals, tickets, payments or survey answers are joined by customer."));
  self->sheets = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sheets), _("In the Same File"));
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), FALSE);
  adw_preferences_group_add (self->files, GTK_WIDGET (self->sheets));
  self->add_file = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_file), _("Add Another File…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add_file), "list-add-symbolic");
  g_signal_connect_object (self->add_file, "activated", G_CALLBACK (add_file_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->files, self->add_file);
  gtk_box_append (box, GTK_WIDGET (self->files));

  self->derived = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->derived, _("Columns to Work Out"));
  adw_preferences_group_set_description (self->derived, _("Computed from others and brought up to date with them."));
  gtk_box_append (box, GTK_WIDGET (self->derived));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

/**
 * gf_import_extras_begin:
 * @file: (nullable): the file that is imported, %NULL for the clipboard
 *
 * Says of which file other sheets can be joined.
 */
void
gf_import_extras_begin (GfImportExtras *self,
                        GFile          *file)
{
  g_return_if_fail (GF_IS_IMPORT_EXTRAS (self));

  g_set_object (&self->file, file);
}

/**
 * gf_import_extras_show:
 * @choices: what the user settled; changed here while @self lives
 * @import: what was read
 * @draft: what becomes of it
 *
 * Shows what can be done beside. Files can be joined once all of the list was read.
 */
void
gf_import_extras_show (GfImportExtras      *self,
                       GfImportChoices     *choices,
                       GfImport            *import,
                       const GfImportDraft *draft)
{
  gboolean moved;
  gboolean whole;

  g_return_if_fail (GF_IS_IMPORT_EXTRAS (self) && choices != NULL && import != NULL && draft != NULL);

  self->choices = choices;
  whole = gf_import_is_whole (import);
  gf_import_ref (import);
  g_clear_pointer (&self->import, gf_import_unref);
  self->import = import;
  g_clear_pointer (&self->customers, gf_table_unref);
  self->customers = gf_table_ref (draft->read);
  gtk_widget_set_sensitive (self->add_file, whole && self->n_joining == 0);
  show_people (self, draft);
  show_repeats (self, draft, whole);
  gtk_widget_set_visible (GTK_WIDGET (self->people), gtk_widget_get_visible (GTK_WIDGET (self->personal)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->merge)));
  gtk_widget_set_visible (GTK_WIDGET (self->files), !draft->joined);
  show_derived (self, draft->derivations);
  if (draft->joined)
    return;

  /* The rows of the customers stand elsewhere when the list was read otherwise, or some were put together. */
  moved = self->seen == NULL || self->seen != gf_import_get_table (import) ||
          self->n_seen != gf_table_get_n_rows (draft->read);
  if (moved && whole)
    {
      gf_table_ref (gf_import_get_table (import));
      g_clear_pointer (&self->seen, gf_table_unref);
      self->seen = gf_import_get_table (import);
      self->n_seen = gf_table_get_n_rows (draft->read);
      join_again (self);
      join_known_sheets (self);
    }
  show_sheets (self);
}

/**
 * gf_import_extras_set_narrow:
 * @narrow: whether choices stand below their words
 */
void
gf_import_extras_set_narrow (GfImportExtras *self,
                             gboolean        narrow)
{
  g_return_if_fail (GF_IS_IMPORT_EXTRAS (self));

  self->narrow = narrow;
  place_personal (self);
}
