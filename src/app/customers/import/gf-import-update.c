/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-update.h"

#include "gf-format.h"
#include "gf-import-file-page.h"
#include "gf-yes-no.h"

#include <glib/gi18n-lib.h>

/* So many customers are listed by name. */
#define MOST_LISTED 1000
#define N_KINDS 3

struct _GfImportUpdate
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  AdwPreferencesGroup *group;
  AdwComboRow *as;
  AdwActionRow *matched;
  AdwActionRow *left_out;
  AdwSwitchRow *keep;
  AdwActionRow *rows[N_KINDS];
  AdwPreferencesGroup *renamed;
  GPtrArray *questions;    /* rows */

  /* Owned references */
  GfUpdate *shown;
  GfImportFile *file;

  /* A weak pointer: the page of the file, while it is there */
  GfImportFilePage *page;

  /* Borrowed from the sheet */
  GfImportChoices *choices;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfImportUpdate, gf_import_update, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const GfUpdateKind kinds[N_KINDS] = { GF_UPDATE_NEW, GF_UPDATE_CHANGED, GF_UPDATE_GONE };

static char *
dup_count (const GfUpdate *update,
           GfUpdateKind    kind)
{
  gsize n = gf_update_count (update, kind);
  g_autofree char *count = gf_format_count (n);

  switch (kind)
    {
    case GF_UPDATE_NEW:
      return g_strdup_printf (ngettext ("%s added", "%s added", (gulong) n), count);
    case GF_UPDATE_CHANGED:
      return g_strdup_printf (ngettext ("%s changed", "%s changed", (gulong) n), count);
    case GF_UPDATE_GONE:
    default:
      return g_strdup_printf (ngettext ("%s gone", "%s gone", (gulong) n), count);
    }
}

static void
changed (GfImportUpdate *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
as_cb (GfImportUpdate *self)
{
  if (self->updating || self->choices == NULL)
    return;

  gf_import_choices_set_as (self->choices, (GfImportAs) adw_combo_row_get_selected (self->as));
  changed (self);
}

static void
keep_cb (GfImportUpdate *self)
{
  if (self->choices == NULL)
    return;

  gf_import_choices_set_keep_gone (self->choices, adw_switch_row_get_active (self->keep));
  changed (self);
}

/* --- more about the customers --- */

static void
said_cb (GfImportUpdate *self,
         int             kind,
         const char     *key)
{
  gf_import_choices_set_own (self->choices, self->file->file_name, kind, key);
  changed (self);
}

static void
matched_cb (GfImportUpdate *self)
{
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW));
  GfImportFilePage *page;

  if (self->file == NULL)
    return;

  page = gf_import_file_page_new (self->file, gf_import_choices_get_before (self->choices), FALSE);
  g_set_weak_pointer (&self->page, page);
  g_signal_connect_object (page, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "answered", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (navigation, ADW_NAVIGATION_PAGE (page));
}

static void
show_matched (GfImportUpdate      *self,
              const GfImportDraft *draft)
{
  g_autofree char *words = NULL;
  g_autofree char *open = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->matched), draft->joined);
  if (!draft->joined)
    return;

  /* What cannot be joined another way is still there as it was. */
  if (draft->matched != NULL && draft->matched != self->file)
    {
      gf_import_file_ref (draft->matched);
      g_clear_pointer (&self->file, gf_import_file_unref);
      self->file = draft->matched;
      if (self->page != NULL)
        gf_import_file_page_show (self->page, self->file, gf_import_choices_get_before (self->choices));
    }
  if (draft->matched == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->matched), _("It cannot be joined"));
      adw_action_row_set_subtitle (self->matched, draft->trouble);
    }
  else
    {
      words = gf_import_file_dup_words (draft->matched);
      open = gf_import_file_dup_open (draft->matched, words);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->matched), draft->matched->plan->title);
      adw_action_row_set_subtitle (self->matched, open);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->matched), self->file != NULL);
}

/* --- columns that are called otherwise now --- */

static void
answered_cb (GfImportUpdate *self,
             GParamSpec     *pspec,
             AdwToggleGroup *answer)
{
  guint active = adw_toggle_group_get_active (answer);

  if (self->choices == NULL || active > GF_YES)
    return;

  gf_import_choices_set_renamed (self->choices, g_object_get_data (G_OBJECT (answer), "gf-header"), active == GF_YES);
  changed (self);
}

static GtkWidget *
new_question (GfImportUpdate       *self,
              const GfUpdateColumn *column)
{
  const char *header = gf_column_get_name (gf_table_get_column (gf_update_get_export (self->shown), column->other));
  const char *name = gf_column_get_name (gf_table_get_column (gf_update_get_before (self->shown), (guint) column->main));
  /* Translators: two names of a column: “Headcount” is “Employees”? */
  g_autofree char *title = g_strdup_printf (_("“%s” is “%s”?"), header, name);
  g_autofree char *share = gf_format_share (column->likeness, 0);
  g_autofree char *subtitle = g_strdup_printf (_("%s alike; without a yes it is added beside it"), share);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *answer = gf_yes_no_new (title, gf_import_choices_get_renamed (self->choices, header));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (answer), "gf-header", g_strdup (header), g_free);
  g_signal_connect_object (answer, "notify::active", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), answer);
  g_object_set_data_full (G_OBJECT (row), "gf-header", g_strdup (header), g_free);

  return row;
}

/* Rows stay while the same is asked, with the focus on an answer. */
static void
show_questions (GfImportUpdate *self)
{
  const GfUpdatePlan *plan = self->shown != NULL ? gf_update_get_plan (self->shown) : NULL;
  guint n = 0;

  for (guint i = 0; plan != NULL && i < plan->columns->len; i++)
    {
      const GfUpdateColumn *column = &g_array_index (plan->columns, GfUpdateColumn, i);
      const char *header;

      if (column->fate != GF_UPDATE_COLUMN_RENAMED)
        continue;

      header = gf_column_get_name (gf_table_get_column (gf_update_get_export (self->shown), i));
      if (n < self->questions->len &&
          g_strcmp0 (g_object_get_data (g_ptr_array_index (self->questions, n), "gf-header"), header) == 0)
        {
          n++;
          continue;
        }
      while (self->questions->len > n)
        {
          adw_preferences_group_remove (self->renamed, g_ptr_array_index (self->questions, self->questions->len - 1));
          g_ptr_array_remove_index (self->questions, self->questions->len - 1);
        }
      g_ptr_array_add (self->questions, new_question (self, column));
      adw_preferences_group_add (self->renamed, g_ptr_array_index (self->questions, n++));
    }
  while (self->questions->len > n)
    {
      adw_preferences_group_remove (self->renamed, g_ptr_array_index (self->questions, self->questions->len - 1));
      g_ptr_array_remove_index (self->questions, self->questions->len - 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->renamed), n > 0);
}

/* --- who is new, changed and gone --- */

/* "Industry: Media → Software, Employees: 12 → 15" */
static char *
dup_changes (const GfUpdate *update,
             gsize           row)
{
  GfTable *before = gf_update_get_before (update);
  GfTable *after = gf_update_get_table (update);
  gsize old = gf_update_get_row_before (update, row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gf_table_get_n_columns (after); i++)
    {
      GfColumn *column = gf_table_get_column (after, i);
      int index = gf_table_index_of (before, gf_column_get_name (column));

      if (!gf_update_is_changed (update, row, i) || index < 0)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append_printf (text, "%s: %s → %s", gf_column_get_name (column),
                              gf_column_get_text (gf_table_get_column (before, (guint) index), old),
                              gf_column_get_text (column, row));
    }

  return g_string_free (text, FALSE);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "import-column");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GListModel *
list_customers (const GfUpdate *update,
                GfUpdateKind    kind)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GfTable *table = kind == GF_UPDATE_GONE ? gf_update_get_before (update) : gf_update_get_table (update);
  gsize n = gf_update_count (update, kind);

  for (gsize i = 0; i < MIN (n, MOST_LISTED); i++)
    {
      gsize row = gf_update_get_row (update, kind, i);
      char *name = gf_table_dup_row_name (table, row);

      if (kind == GF_UPDATE_CHANGED)
        {
          g_autofree char *changes = dup_changes (update, row);
          g_autofree char *alone = g_steal_pointer (&name);

          name = g_strdup_printf ("%s\n%s", alone, changes);
        }
      gtk_string_list_take (list, name);
    }
  if (n > MOST_LISTED)
    {
      g_autofree char *count = gf_format_count (n - MOST_LISTED);

      gtk_string_list_take (list, g_strdup_printf (ngettext ("and %s more", "and %s more", (gulong) (n - MOST_LISTED)), count));
    }

  return G_LIST_MODEL (list);
}

static void
activated_cb (GfImportUpdate *self,
              AdwActionRow   *row)
{
  GfUpdateKind kind = (GfUpdateKind) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "gf-kind"));
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;
  g_autofree char *title = NULL;

  if (self->shown == NULL)
    return;

  title = dup_count (self->shown, kind);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (list_customers (self->shown, kind))), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scrolled);
  adw_navigation_view_push (navigation, adw_navigation_page_new (toolbar, title));
}

static void
gf_import_update_dispose (GObject *object)
{
  GfImportUpdate *self = GF_IMPORT_UPDATE (object);

  self->choices = NULL;
  g_clear_pointer (&self->shown, gf_update_unref);
  g_clear_pointer (&self->file, gf_import_file_unref);
  g_clear_weak_pointer (&self->page);

  G_OBJECT_CLASS (gf_import_update_parent_class)->dispose (object);
}

static void
gf_import_update_finalize (GObject *object)
{
  g_ptr_array_unref (GF_IMPORT_UPDATE (object)->questions);

  G_OBJECT_CLASS (gf_import_update_parent_class)->finalize (object);
}

static void
gf_import_update_class_init (GfImportUpdateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_import_update_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_import_update_finalize;

  /**
   * GfImportUpdate::changed:
   *
   * The user settled something.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gf_import_update_init (GfImportUpdate *self)
{
  const char *titles[N_KINDS] = { _("New customers"), _("Customers who changed"), _("Customers who are gone") };
  /* In the order of GfImportAs */
  const char *choices[] = { _("The next export of them"), _("More about them"), _("Other customers in their place"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("The Customers You Have"));
  self->as = ADW_COMBO_ROW (adw_combo_row_new ());
  /* Translators: “This file is: The next export of them” */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->as), _("This file is"));
  adw_combo_row_set_use_subtitle (self->as, TRUE);
  adw_combo_row_set_model (self->as, G_LIST_MODEL (list));
  g_signal_connect_object (self->as, "notify::selected", G_CALLBACK (as_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->as));
  self->matched = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->matched), FALSE);
  adw_action_row_add_suffix (self->matched, gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (self->matched, "activated", G_CALLBACK (matched_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->matched), FALSE);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->matched));
  for (guint i = 0; i < N_KINDS; i++)
    {
      self->rows[i] = ADW_ACTION_ROW (adw_action_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), titles[i]);
      adw_action_row_add_suffix (self->rows[i], gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[i]), TRUE);
      g_object_set_data (G_OBJECT (self->rows[i]), "gf-kind", GUINT_TO_POINTER (kinds[i]));
      g_signal_connect_object (self->rows[i], "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, GTK_WIDGET (self->rows[i]));
    }
  self->left_out = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->left_out), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), FALSE);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->left_out));
  self->keep = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->keep), _("Keep who is gone"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->keep), _("Else they are removed with what you know of them"));
  adw_switch_row_set_active (self->keep, TRUE);
  g_signal_connect_object (self->keep, "notify::active", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->keep));
  self->questions = g_ptr_array_new ();
  self->renamed = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->renamed, _("Are These the Same Columns?"));
  gtk_widget_set_visible (GTK_WIDGET (self->renamed), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->renamed));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * gf_import_update_begin:
 * @choices: what the user settled, with the customers that are there; changed here while @self lives
 *
 * Lets the user say what the file is to them.
 */
void
gf_import_update_begin (GfImportUpdate  *self,
                        GfImportChoices *choices)
{
  const char *file;
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;
  gsize n;

  g_return_if_fail (GF_IS_IMPORT_UPDATE (self) && choices != NULL && gf_import_choices_get_before (choices) != NULL);

  file = gf_customers_get_source_file (gf_import_choices_get_memory (choices));
  n = gf_table_get_n_rows (gf_import_choices_get_before (choices));
  count = gf_format_count (n);
  words = *file != '\0' ? g_strdup_printf (ngettext ("%s customer, from %s", "%s customers, from %s", (gulong) n), count, file)
                        : g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) n), count);
  adw_preferences_group_set_description (self->group, words);
  self->updating = TRUE;
  adw_combo_row_set_selected (self->as, gf_import_choices_get_as (choices));
  self->updating = FALSE;
  self->choices = choices;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * gf_import_update_show:
 * @draft: what becomes of the list
 *
 * Shows who is new, changed and gone, or how it matched.
 */
void
gf_import_update_show (GfImportUpdate      *self,
                       const GfImportDraft *draft)
{
  g_return_if_fail (GF_IS_IMPORT_UPDATE (self) && draft != NULL);

  g_clear_pointer (&self->shown, gf_update_unref);
  self->shown = draft->update != NULL ? gf_update_ref (draft->update) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->keep), self->shown != NULL);
  show_questions (self);
  show_matched (self, draft);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), draft->left_out != NULL);
  if (draft->left_out != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->left_out), draft->left_out);
  for (guint i = 0; i < N_KINDS; i++)
    {
      gsize n = self->shown != NULL ? gf_update_count (self->shown, kinds[i]) : 0;
      g_autofree char *count = gf_format_count (n);

      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), self->shown != NULL);
      gtk_widget_set_sensitive (GTK_WIDGET (self->rows[i]), n > 0);
      adw_action_row_set_subtitle (self->rows[i], count);
    }
}

/**
 * gf_import_update_dup_title:
 * @update: what the list changes
 * @project: the name of the project
 *
 * Returns: (transfer full): "New rows for Brightloom: 1,204 added, 310 changed, 12 gone"
 */
char *
gf_import_update_dup_title (const GfUpdate *update,
                            const char     *project)
{
  g_autofree char *added = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *gone = NULL;

  g_return_val_if_fail (update != NULL && project != NULL, NULL);

  added = dup_count (update, GF_UPDATE_NEW);
  changed = dup_count (update, GF_UPDATE_CHANGED);
  gone = dup_count (update, GF_UPDATE_GONE);
  if (*project == '\0')
    /* Translators: “New rows: 1,204 added, 310 changed, 12 gone” */
    return g_strdup_printf (_("New rows: %s, %s, %s"), added, changed, gone);

  /* Translators: the name of the project, and “1,204 added, 310 changed, 12 gone” */
  return g_strdup_printf (_("New rows for %s: %s, %s, %s"), project, added, changed, gone);
}

/**
 * gf_import_update_dup_done:
 * @update: what the list changed
 * @n_customers: how many there are now
 *
 * Returns: (transfer full): "512 customers up to date: 12 added, 24 changed, 25 gone and kept"
 */
char *
gf_import_update_dup_done (const GfUpdate *update,
                           gsize           n_customers)
{
  g_autofree char *count = gf_format_count (n_customers);
  g_autofree char *added = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *gone = NULL;

  g_return_val_if_fail (update != NULL, NULL);

  added = dup_count (update, GF_UPDATE_NEW);
  changed = dup_count (update, GF_UPDATE_CHANGED);
  gone = dup_count (update, GF_UPDATE_GONE);
  if (gf_update_count (update, GF_UPDATE_GONE) > 0 && gf_update_get_plan (update)->keep_gone)
    /* Translators: a count of customers, and “12 added”, “24 changed”, “25 gone” */
    return g_strdup_printf (ngettext ("%s customer up to date: %s, %s, %s and kept",
                                      "%s customers up to date: %s, %s, %s and kept", (gulong) n_customers),
                            count, added, changed, gone);

  /* Translators: a count of customers, and “12 added”, “24 changed”, “25 gone” */
  return g_strdup_printf (ngettext ("%s customer up to date: %s, %s, %s",
                                    "%s customers up to date: %s, %s, %s", (gulong) n_customers),
                          count, added, changed, gone);
}
