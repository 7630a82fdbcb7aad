/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-note-list.h"

#include "gf-customers-export.h"
#include "gf-drop-down-name.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfNoteList
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GtkEditable *search;
  GtkDropDown *kind;
  GtkDropDown *column;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *view;

  /* Owned references */
  GtkFilterListModel *shown;
  GtkCustomFilter *filter;
  GPtrArray *kinds;

  guint64 n_all;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfNoteList, gf_note_list, ADW_TYPE_BIN)

/* --- filtering --- */

static const char *
get_string (GtkDropDown *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (choice)), selected);
}

static gboolean
contains (const char *text,
          const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  GfNoteList *self = data;
  GfImportNote *note = item;
  guint kind = gtk_drop_down_get_selected (self->kind);
  const char *column = get_string (self->column);
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *title = NULL;

  if (kind > 0 && kind <= self->kinds->len &&
      strcmp (g_ptr_array_index (self->kinds, kind - 1), gf_import_note_get_kind (note)) != 0)
    return FALSE;
  if (column != NULL && strcmp (column, gf_import_note_get_column (note)) != 0)
    return FALSE;
  if (*needle == '\0')
    return TRUE;

  title = gf_import_note_dup_title (note);

  return contains (title, needle) || contains (gf_import_note_get_message (note), needle) ||
         contains (gf_import_note_get_text (note), needle);
}

static void
update_count (GfNoteList *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->shown);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint n_kept = all != NULL ? g_list_model_get_n_items (all) : 0;
  g_autofree char *shown = gf_format_count (n_shown);
  g_autofree char *whole = gf_format_count (self->n_all);
  g_autofree char *text = NULL;

  if (n_shown < n_kept || n_kept < self->n_all)
    /* Translators: so many places are listed, of all that there are */
    text = g_strdup_printf (_("%s of %s shown"), shown, whole);
  else
    text = g_strdup_printf (ngettext ("%s place", "%s places", (gulong) self->n_all), whole);
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "list" : "nothing");
}

static void
filter_cb (GfNoteList *self)
{
  if (self->updating)
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self);
}

/* --- rows --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (i > 0)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dimmed");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "import-column");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GfImportNote *note = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *reason = gtk_widget_get_next_sibling (title);
  g_autofree char *where = gf_import_note_dup_title (note);
  g_autofree char *name = g_strdup_printf ("%s. %s", where, gf_import_note_get_message (note));

  gtk_label_set_label (GTK_LABEL (title), where);
  gtk_label_set_label (GTK_LABEL (reason), gf_import_note_get_message (note));
  gtk_list_item_set_accessible_label (item, name);
}

static void
gf_note_list_finalize (GObject *object)
{
  GfNoteList *self = GF_NOTE_LIST (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_ptr_array_unref (self->kinds);

  G_OBJECT_CLASS (gf_note_list_parent_class)->finalize (object);
}

static void
gf_note_list_class_init (GfNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_note_list_finalize;
}

static GtkDropDown *
add_choice (GfNoteList *self,
            AdwWrapBox *bar,
            const char *name)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char *[]) { name, NULL });

  gf_drop_down_set_name (GTK_DROP_DOWN (choice), name);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (bar, choice);

  return GTK_DROP_DOWN (choice);
}

static GtkWidget *
new_view (GfNoteList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)))),
                                                 factory));
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Places by row, column and reason"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static void
gf_note_list_init (GfNoteList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwWrapBox *bar = ADW_WRAP_BOX (adw_wrap_box_new ());
  GtkWidget *nothing = adw_status_page_new ();

  self->kinds = g_ptr_array_new_with_free_func (g_free);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _("Find rows, columns and cells"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find rows, columns and cells"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (bar), "import-bar");
  adw_wrap_box_set_child_spacing (bar, 9);
  adw_wrap_box_set_line_spacing (bar, 6);
  adw_wrap_box_append (bar, GTK_WIDGET (self->search));
  self->kind = add_choice (self, bar, _("Every kind"));
  self->column = add_choice (self, bar, _("Every column"));
  adw_wrap_box_append (bar, GTK_WIDGET (self->count));

  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Nothing Matches"));
  gtk_widget_add_css_class (nothing, "compact");
  gtk_stack_add_named (self->stack, new_view (self), "list");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * gf_note_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
gf_note_list_new (void)
{
  return g_object_new (GF_TYPE_NOTE_LIST, NULL);
}

static void
set_strings (GtkDropDown *choice,
             const char  *first,
             GPtrArray   *others)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *[]) { first, NULL });

  for (guint i = 0; i < others->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (others, i));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (choice, 0);
  gtk_widget_set_visible (GTK_WIDGET (choice), others->len > 1);
}

/**
 * gf_note_list_show:
 * @notes: (element-type GfImportNote): what is listed
 * @n_all: how many there were, kept or not
 *
 * Lists @notes, unfiltered.
 */
void
gf_note_list_show (GfNoteList *self,
                   GListModel *notes,
                   guint64     n_all)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_return_if_fail (GF_IS_NOTE_LIST (self) && G_IS_LIST_MODEL (notes));

  self->updating = TRUE;
  self->n_all = n_all;
  g_ptr_array_set_size (self->kinds, 0);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (GfImportNote) note = g_list_model_get_item (notes, i);
      const char *kind = gf_import_note_get_kind (note);
      const char *column = gf_import_note_get_column (note);

      if (!g_ptr_array_find_with_equal_func (self->kinds, kind, g_str_equal, NULL))
        g_ptr_array_add (self->kinds, g_strdup (kind));
      if (*column != '\0' && !g_ptr_array_find_with_equal_func (columns, column, g_str_equal, NULL))
        g_ptr_array_add (columns, g_strdup (column));
    }
  for (guint i = 0; i < self->kinds->len; i++)
    g_ptr_array_add (titles, (gpointer) gf_import_kind_get_title (g_ptr_array_index (self->kinds, i)));
  set_strings (self->kind, _("Every kind"), titles);
  set_strings (self->column, _("Every column"), columns);
  gtk_editable_set_text (self->search, "");
  gtk_filter_list_model_set_model (self->shown, notes);
  self->updating = FALSE;
  filter_cb (self);
}

/**
 * gf_note_list_save:
 * @widget: any widget of the window that stays
 *
 * Lets the user save what is shown as CSV.
 */
void
gf_note_list_save (GfNoteList *self,
                   GtkWidget  *widget)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (GF_IS_NOTE_LIST (self));

  bytes = gf_import_notes_to_csv (G_LIST_MODEL (self->shown));
  gf_customers_export_choose (widget, bytes, _("import-notes.csv"), _("List saved"));
}
