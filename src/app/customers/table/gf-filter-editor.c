/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-filter-editor.h"

#include "gf-column-summary.h"
#include "gf-format.h"
#include "gf-popover-search.h"
#include "gf-range-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define WIDTH 280
#define LIST_HEIGHT 300
/* So many levels are listed; the others are found by their name. */
#define MAX_LISTED 100
/* Fewer levels than this need no search. */
#define MIN_SEARCHED 9

struct _GfFilterEditor
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GtkDropDown *kind;
  GtkStack *stack;
  GtkEditable *level_search;
  GtkListBox *levels;
  GtkLabel *more;
  GfRangeEditor *range;
  GtkEditable *text;

  /* Owned references */
  GfColumn *column;
  GfColumnSummary *summary;
  GfRowFilter *filter;
  GHashTable *chosen;
  GArray *kinds;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfFilterEditor, gf_filter_editor, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GfRowFilterKind kind;
  gboolean exclude;
} Kind;

static void
take (GfFilterEditor *self,
      GfRowFilter    *filter)
{
  gf_row_filter_unref (self->filter);
  self->filter = filter;
  g_signal_emit (self, signals[CHANGED], 0);
}

static const Kind *
get_kind (GfFilterEditor *self)
{
  return &g_array_index (self->kinds, Kind, gtk_drop_down_get_selected (self->kind));
}

static void
take_levels (GfFilterEditor *self)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new ();

  /* In the order of their counts, as they are listed. */
  for (guint i = 0; i < self->summary->n_levels; i++)
    {
      const char *level = gf_column_get_level (self->column, self->summary->levels[i]);

      if (g_hash_table_contains (self->chosen, level))
        g_ptr_array_add (levels, (gpointer) level);
    }
  g_ptr_array_add (levels, NULL);
  take (self, gf_row_filter_new_levels (gf_column_get_name (self->column), (const char * const *) levels->pdata,
                                        get_kind (self)->exclude));
}

static void
ticked_cb (GfFilterEditor *self,
           GParamSpec     *pspec,
           GtkCheckButton *check)
{
  const char *level = g_object_get_data (G_OBJECT (check), "gf-level");

  if (self->updating)
    return;

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_strdup (level));
  else
    g_hash_table_remove (self->chosen, level);
  take_levels (self);
}

static GtkWidget *
new_level_row (GfFilterEditor *self,
               const char     *level,
               gsize           count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (level);
  g_autofree char *figures = gf_format_count (count);
  GtkWidget *number = gtk_label_new (figures);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dimmed");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, level));
  g_object_set_data_full (G_OBJECT (check), "gf-level", g_strdup (level), g_free);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* Those chosen first, then the most frequent, as far as they hold what is searched for. */
static void
fill_levels (GfFilterEditor *self)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->level_search), -1);
  guint n_listed = 0;
  guint n_left = 0;

  gtk_list_box_remove_all (self->levels);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->summary->n_levels; i++)
      {
        guint code = self->summary->levels[i];
        const char *level = gf_column_get_level (self->column, code);
        g_autofree char *folded = g_utf8_casefold (level, -1);

        if (strstr (folded, needle) == NULL ||
            g_hash_table_contains (self->chosen, level) != (pass == 0))
          continue;
        if (n_listed == MAX_LISTED)
          {
            n_left++;
            continue;
          }
        gtk_list_box_append (self->levels, new_level_row (self, level, self->summary->counts[code]));
        n_listed++;
      }

  if (n_left > 0)
    {
      g_autofree char *count = gf_format_count (n_left);
      g_autofree char *words = g_strdup_printf (ngettext ("%s more value; search to find it",
                                                          "%s more values; search to find them", n_left), count);

      gtk_label_set_label (self->more, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_left > 0);
}

static void
range_changed_cb (GfFilterEditor *self,
                  double          low,
                  double          high)
{
  take (self, gf_row_filter_new_range (gf_column_get_name (self->column), low, high));
}

static void
text_changed_cb (GfFilterEditor *self)
{
  if (!self->updating)
    take (self, gf_row_filter_new_contains (gf_column_get_name (self->column), gtk_editable_get_text (self->text)));
}

static void
show_kind (GfFilterEditor *self)
{
  GfRowFilterKind kind = get_kind (self)->kind;

  gtk_stack_set_visible_child_name (self->stack, kind == GF_ROW_FILTER_LEVELS ? "levels"
                                                 : kind == GF_ROW_FILTER_RANGE ? "range"
                                                 : kind == GF_ROW_FILTER_CONTAINS ? "text" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->stack), kind != GF_ROW_FILTER_MISSING && kind != GF_ROW_FILTER_PRESENT);
}

static void
kind_cb (GfFilterEditor *self)
{
  GfRowFilterKind kind;

  if (self->updating)
    return;

  kind = get_kind (self)->kind;
  show_kind (self);
  if (kind == GF_ROW_FILTER_LEVELS)
    take_levels (self);
  else if (kind == GF_ROW_FILTER_RANGE)
    {
      gf_range_editor_set_range (self->range, -INFINITY, INFINITY);
      range_changed_cb (self, -INFINITY, INFINITY);
    }
  else if (kind == GF_ROW_FILTER_CONTAINS)
    text_changed_cb (self);
  else
    take (self, gf_row_filter_new_missing (gf_column_get_name (self->column), kind == GF_ROW_FILTER_MISSING));
}

static void
add_kind (GfFilterEditor *self,
          GtkStringList  *names,
          const char     *name,
          Kind            kind)
{
  gtk_string_list_append (names, name);
  g_array_append_val (self->kinds, kind);
}

static void
fill_kinds (GfFilterEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  if (gf_column_get_n_levels (self->column) > 0)
    {
      /* Translators: conditions on a column, after its name */
      add_kind (self, names, _("is one of"), (Kind) { GF_ROW_FILTER_LEVELS, FALSE });
      add_kind (self, names, _("is none of"), (Kind) { GF_ROW_FILTER_LEVELS, TRUE });
    }
  else if (gf_column_has_numbers (self->column))
    add_kind (self, names, _("is between"), (Kind) { GF_ROW_FILTER_RANGE, FALSE });
  add_kind (self, names, _("has the text"), (Kind) { GF_ROW_FILTER_CONTAINS, FALSE });
  add_kind (self, names, _("is filled"), (Kind) { GF_ROW_FILTER_PRESENT, FALSE });
  add_kind (self, names, _("is empty"), (Kind) { GF_ROW_FILTER_MISSING, FALSE });
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const Kind *kind = &g_array_index (self->kinds, Kind, i);

      if (kind->kind == gf_row_filter_get_kind (self->filter) &&
          kind->exclude == gf_row_filter_get_exclude (self->filter))
        selected = i;
    }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kind, selected);
}

static GtkWidget *
new_levels (GfFilterEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->level_search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->level_search), _("Find values"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level_search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find values"), -1);
  g_signal_connect_object (self->level_search, "search-changed", G_CALLBACK (fill_levels), self, G_CONNECT_SWAPPED);
  gf_popover_search_closes (GTK_SEARCH_ENTRY (self->level_search));
  self->levels = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->levels, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->levels), "filter-levels");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->levels), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Values"), -1);
  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->more, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dimmed");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->levels));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->level_search));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));

  return box;
}

static void
gf_filter_editor_finalize (GObject *object)
{
  GfFilterEditor *self = GF_FILTER_EDITOR (object);

  g_clear_pointer (&self->column, gf_column_unref);
  g_clear_pointer (&self->summary, gf_column_summary_unref);
  g_clear_pointer (&self->filter, gf_row_filter_unref);
  g_hash_table_unref (self->chosen);
  g_array_unref (self->kinds);

  G_OBJECT_CLASS (gf_filter_editor_parent_class)->finalize (object);
}

static void
gf_filter_editor_class_init (GfFilterEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_filter_editor_finalize;

  /**
   * GfFilterEditor::changed:
   *
   * The user changed the condition.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gf_filter_editor_init (GfFilterEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Condition"), -1);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);

  self->range = GF_RANGE_EDITOR (gf_range_editor_new ());
  g_signal_connect_object (self->range, "changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  self->text = GTK_EDITABLE (gtk_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text"), -1);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, new_levels (self), "levels");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->range), "range");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->text), "text");
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "none");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_set_size_request (box, WIDTH, -1);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * gf_filter_editor_new:
 * @column: a column
 * @filter: a condition on it
 *
 * Returns: (transfer floating): an editor of @filter
 */
GtkWidget *
gf_filter_editor_new (GfColumn    *column,
                      GfRowFilter *filter)
{
  GfFilterEditor *self = g_object_new (GF_TYPE_FILTER_EDITOR, NULL);
  const char * const *levels = gf_row_filter_get_levels (filter);

  self->updating = TRUE;
  self->column = gf_column_ref (column);
  self->summary = gf_column_summary_of (column);
  self->filter = gf_row_filter_ref (filter);
  for (guint i = 0; levels != NULL && levels[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (levels[i]));
  fill_kinds (self);
  fill_levels (self);
  gtk_widget_set_visible (GTK_WIDGET (self->level_search), self->summary->n_levels >= MIN_SEARCHED);
  gf_range_editor_set (self->range, column, self->summary);
  if (gf_row_filter_get_kind (filter) == GF_ROW_FILTER_RANGE)
    gf_range_editor_set_range (self->range, gf_row_filter_get_low (filter), gf_row_filter_get_high (filter));
  if (gf_row_filter_get_text (filter) != NULL)
    gtk_editable_set_text (self->text, gf_row_filter_get_text (filter));
  self->updating = FALSE;
  show_kind (self);

  return GTK_WIDGET (self);
}

/**
 * gf_filter_editor_get_filter:
 *
 * Returns: (transfer none): the condition as it is now
 */
GfRowFilter *
gf_filter_editor_get_filter (GfFilterEditor *self)
{
  g_return_val_if_fail (GF_IS_FILTER_EDITOR (self), NULL);

  return self->filter;
}

/**
 * gf_row_filter_new_for_column:
 * @column: a column
 *
 * Returns: (transfer full): the condition to begin with: any value that is there
 */
GfRowFilter *
gf_row_filter_new_for_column (GfColumn *column)
{
  const char *none[] = { NULL };
  const char *name;

  g_return_val_if_fail (column != NULL, NULL);

  name = gf_column_get_name (column);
  if (gf_column_get_n_levels (column) > 0)
    return gf_row_filter_new_levels (name, none, FALSE);
  if (gf_column_has_numbers (column))
    return gf_row_filter_new_range (name, -INFINITY, INFINITY);

  return gf_row_filter_new_contains (name, "");
}
