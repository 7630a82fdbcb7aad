/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-file-page.h"

#include "gf-format.h"
#include "gf-yes-no.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PAIRS 200
#define MOST_UNMATCHED 100

struct _GfImportFilePage
{
  AdwNavigationPage parent_instance;

  /* Owned references */
  GfImportFile *file;
  GfTable *customers;

  /* Owned by the widget tree */
  AdwPreferencesPage *content;
  AdwComboRow *kind;
  AdwComboRow *key;
  GPtrArray *groups;       /* those that are made anew with the file */

  /* Borrowed: the answers, in the order of the rows */
  GPtrArray *answers;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfImportFilePage, gf_import_file_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  ANSWERED,
  REMOVED,
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_index (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "gf-index"));
}

static void
answered_cb (GfImportFilePage *self,
             GParamSpec       *pspec,
             AdwToggleGroup   *answer)
{
  guint active = adw_toggle_group_get_active (answer);

  if (self->updating || active > GF_YES)
    return;

  gf_import_file_answer (self->file, get_index (answer), active == GF_YES);
  g_signal_emit (self, signals[ANSWERED], 0);
}

/* What is still open down to this row is a yes. */
static void
all_above_cb (GfImportFilePage *self,
              GtkButton        *button)
{
  gpointer last = g_object_get_data (G_OBJECT (button), "gf-answer");

  self->updating = TRUE;
  for (guint i = 0; i < self->answers->len; i++)
    {
      AdwToggleGroup *answer = g_ptr_array_index (self->answers, i);

      if (adw_toggle_group_get_active (answer) > GF_YES)
        {
          adw_toggle_group_set_active (answer, GF_YES);
          gf_import_file_answer (self->file, get_index (answer), TRUE);
        }
      if (answer == last)
        break;
    }
  self->updating = FALSE;
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
removed_cb (GfImportFilePage *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

/* What the rows of the other file call the customer. */
static char *
dup_other_name (GfImportFilePage *self,
                gsize             row)
{
  GfJoinPlan *plan = self->file->plan;

  for (guint i = 0; i < plan->keys->len; i++)
    {
      const GfJoinKey *key = &g_array_index (plan->keys, GfJoinKey, i);

      if (key->kind == GF_KEY_NAME)
        return g_strdup (gf_column_get_text (gf_table_get_column (self->file->table, key->other), row));
    }

  return gf_table_dup_row_name (self->file->table, row);
}

static GtkWidget *
new_answer (GfImportFilePage *self,
            guint             index,
            const char       *question)
{
  GtkWidget *answer = gf_yes_no_new (question, gf_import_file_get_answer (self->file, index));

  g_object_set_data (G_OBJECT (answer), "gf-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (answer, "notify::active", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->answers, answer);

  return answer;
}

static GtkWidget *
new_pair (GfImportFilePage *self,
          guint             index)
{
  const GfJoinCandidate *candidate = gf_join_match_get_candidate (self->file->match, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *above = gtk_button_new_from_icon_name ("go-top-symbolic");
  g_autofree char *theirs = dup_other_name (self, candidate->other);
  g_autofree char *ours = gf_table_dup_row_name (self->customers, candidate->main);
  g_autofree char *share = gf_format_share (candidate->likeness, 0);
  g_autofree char *count = gf_format_count (candidate->n_rows);
  /* Translators: two spellings of a name: “Acme Incorporated” is “ACME Inc” */
  g_autofree char *title = g_strdup_printf (_("“%s” is “%s”?"), theirs, ours);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%s row, %s alike", "%s rows, %s alike", (gulong) candidate->n_rows),
                                               count, share);
  GtkWidget *answer = new_answer (self, index, title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (above, _("Yes to All Above"));
  gtk_widget_set_valign (above, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (above, "flat");
  g_object_set_data (G_OBJECT (above), "gf-answer", answer);
  g_signal_connect_object (above, "clicked", G_CALLBACK (all_above_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), answer);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), above);

  return row;
}

static GtkWidget *
new_text_row (const char *title,
              const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static AdwPreferencesGroup *
add_group (GfImportFilePage *self,
           const char       *title,
           const char       *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->content, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_pairs (GfImportFilePage *self)
{
  guint n = gf_join_match_get_n_candidates (self->file->match);
  AdwPreferencesGroup *group;

  if (n == 0)
    return;

  group = add_group (self, _("Are These the Same?"),
                     _("Names that are much alike but not equal are joined only when you say yes."));
  for (guint i = 0; i < MIN (n, MOST_PAIRS); i++)
    adw_preferences_group_add (group, new_pair (self, i));
  if (n > MOST_PAIRS)
    {
      g_autofree char *count = gf_format_count (n - MOST_PAIRS);
      g_autofree char *title = g_strdup_printf (ngettext ("%s more pair is taken for different customers",
                                                          "%s more pairs are taken for different customers",
                                                          n - MOST_PAIRS), count);

      adw_preferences_group_add (group, new_text_row (title, NULL));
    }
}

/* Rows of the file that belong to no customer, one line for each key. */
static void
add_unmatched (GfImportFilePage *self,
               GfJoinOutcome     outcome,
               const char       *title)
{
  gsize n = gf_join_match_count (self->file->match, outcome);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *count = gf_format_count (n);
  g_autofree char *description = g_strdup_printf (ngettext ("%s row is left out", "%s rows are left out", (gulong) n), count);
  AdwPreferencesGroup *group;

  if (n == 0)
    return;

  group = add_group (self, title, description);
  for (gsize row = gf_join_match_next (self->file->match, outcome, 0);
       row != GF_NO_ROW && g_hash_table_size (seen) < MOST_UNMATCHED;
       row = gf_join_match_next (self->file->match, outcome, row + 1))
    {
      char *key = gf_join_match_dup_key (self->file->match, row);
      g_autofree char *number = gf_format_count (row + 1);
      g_autofree char *where = g_strdup_printf (_("Row %s"), number);

      if (key == NULL)
        key = g_strdup (where);
      if (g_hash_table_contains (seen, key))
        {
          g_free (key);
          continue;
        }
      adw_preferences_group_add (group, new_text_row (key, strcmp (key, where) != 0 ? where : NULL));
      g_hash_table_add (seen, key);
    }
}

static void
add_told (GfImportFilePage *self)
{
  g_autoptr (GPtrArray) told = gf_join_match_tell (self->file->match);
  AdwPreferencesGroup *group = add_group (self, _("How It Matched"), NULL);
  AdwPreferencesGroup *columns = NULL;
  GArray *made = self->file->plan->columns;

  for (guint i = 0; i < told->len; i++)
    adw_preferences_group_add (group, new_text_row (g_ptr_array_index (told, i), NULL));
  if (made->len == 0 && !self->file->plan->count)
    return;

  columns = add_group (self, _("Columns It Adds"), NULL);
  if (self->file->plan->count)
    {
      /* Translators: what the rows of a file are called, in the name of a column: “Deals: count” */
      g_autofree char *count = g_strdup_printf (_("%s: count"), self->file->plan->title);

      adw_preferences_group_add (columns, new_text_row (count, NULL));
    }
  for (guint i = 0; i < made->len; i++)
    {
      const GfJoinColumn *column = &g_array_index (made, GfJoinColumn, i);

      adw_preferences_group_add (columns, new_text_row (column->name, NULL));
    }
}

static void
gf_import_file_page_finalize (GObject *object)
{
  GfImportFilePage *self = GF_IMPORT_FILE_PAGE (object);

  g_clear_pointer (&self->file, gf_import_file_unref);
  g_clear_pointer (&self->customers, gf_table_unref);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->groups);

  G_OBJECT_CLASS (gf_import_file_page_parent_class)->finalize (object);
}

static void
gf_import_file_page_class_init (GfImportFilePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_import_file_page_finalize;

  /**
   * GfImportFilePage::answered:
   *
   * The user said whether two names are one customer.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  /**
   * GfImportFilePage::removed:
   *
   * The user does not want the file.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * GfImportFilePage::said:
   * @kind: the #GfRowKind that a row is
   * @key: (nullable): the column that tells whose a row is
   */
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

/* --- what the user may say --- */

static void
said_cb (GfImportFilePage *self)
{
  GtkStringObject *column = adw_combo_row_get_selected_item (self->key);

  if (self->updating)
    return;

  g_signal_emit (self, signals[SAID], 0, (int) adw_combo_row_get_selected (self->kind),
                 adw_combo_row_get_selected (self->key) > 0 ? gtk_string_object_get_string (column) : NULL);
}

static AdwComboRow *
add_choice (GfImportFilePage    *self,
            AdwPreferencesGroup *group,
            const char          *title,
            GtkStringList       *list)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return ADW_COMBO_ROW (row);
}

/* The columns of the file do not change while it is there. */
static void
add_choices (GfImportFilePage *self)
{
  /* In the order of GfRowKind */
  const char *kinds[] = { _("Customer"), _("Deal"), _("Ticket"), _("Payment"), _("Order"), _("Survey answer"), _("Something else"),
                          NULL };
  g_autoptr (GtkStringList) kind_list = gtk_string_list_new (kinds);
  g_autoptr (GtkStringList) key_list = gtk_string_list_new (NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  /* Translators: which column of a file tells whose a row is: the one that is found */
  gtk_string_list_append (key_list, _("Found by itself"));
  for (guint i = 0; i < gf_table_get_n_columns (self->file->table); i++)
    gtk_string_list_append (key_list, gf_column_get_name (gf_table_get_column (self->file->table, i)));

  self->updating = TRUE;
  /* Translators: “A row is: Deal” */
  self->kind = add_choice (self, group, _("A row is"), kind_list);
  /* Translators: “Customer told by: Company domain” */
  self->key = add_choice (self, group, _("Customer told by"), key_list);
  self->updating = FALSE;
  adw_preferences_page_add (self->content, group);
}

static void
gf_import_file_page_init (GfImportFilePage *self)
{
  self->answers = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
}

/**
 * gf_import_file_page_get_file:
 *
 * Returns: (transfer none): the file that is shown
 */
GfImportFile *
gf_import_file_page_get_file (GfImportFilePage *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_FILE_PAGE (self), NULL);

  return self->file;
}

/**
 * gf_import_file_page_show:
 * @file: the same file, joined another way perhaps
 * @customers: the customers it was matched with
 *
 * Shows how it was joined. The rows that say so stay where they are, with the focus.
 */
void
gf_import_file_page_show (GfImportFilePage *self,
                          GfImportFile     *file,
                          GfTable          *customers)
{
  g_autofree char *words = NULL;
  int key;

  g_return_if_fail (GF_IS_IMPORT_FILE_PAGE (self) && file != NULL && customers != NULL);

  gf_import_file_ref (file);
  g_clear_pointer (&self->file, gf_import_file_unref);
  self->file = file;
  gf_table_ref (customers);
  g_clear_pointer (&self->customers, gf_table_unref);
  self->customers = customers;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->content, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->answers, 0);
  if (self->kind == NULL)
    add_choices (self);

  words = gf_import_file_dup_words (file);
  key = file->key != NULL ? gf_table_index_of (file->table, file->key) : -1;
  adw_preferences_page_set_description (self->content, words);
  self->updating = TRUE;
  adw_combo_row_set_selected (self->kind, file->plan->kind);
  adw_combo_row_set_selected (self->key, (guint) (key + 1));
  self->updating = FALSE;
  add_pairs (self);
  add_told (self);
  add_unmatched (self, GF_JOIN_UNMATCHED, _("Belong to No Customer"));
  add_unmatched (self, GF_JOIN_AMBIGUOUS, _("Could Belong to Several"));
}

/**
 * gf_import_file_page_new:
 * @file: a further file
 * @customers: the customers it was matched with
 * @removable: whether the import can do without it
 *
 * Returns: (transfer floating): the page
 */
GfImportFilePage *
gf_import_file_page_new (GfImportFile *file,
                         GfTable      *customers,
                         gboolean      removable)
{
  GfImportFilePage *self;
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *remove = gtk_button_new_with_label (_("Leave Out"));

  g_return_val_if_fail (file != NULL && customers != NULL, NULL);

  self = g_object_new (GF_TYPE_IMPORT_FILE_PAGE, NULL);
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gf_import_file_page_show (self, file, customers);

  gtk_widget_set_tooltip_text (remove, _("Import without this file"));
  gtk_widget_set_visible (remove, removable);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), remove);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), GTK_WIDGET (self->content));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), file->name);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), toolbar);

  return self;
}
