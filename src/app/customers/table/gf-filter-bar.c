/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-filter-bar.h"

#include "gf-filter-editor.h"
#include "gf-filter-words.h"
#include "gf-popover-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define POPOVER_HEIGHT 380
#define POPOVER_WIDTH 240

typedef enum
{
  MARK_BEST,
  MARK_BAD,
  MARK_THRIVING,
  MARK_DRAINING,
  N_MARKS
} Mark;

struct _GfFilterBar
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  AdwWrapBox *box;
  GtkMenuButton *add;
  GtkEditable *column_search;
  GtkListBox *column_list;

  /* Owned references */
  GfTable *table;
  GfBitset *marks[N_MARKS];
  GPtrArray *filters;    /* of GfRowFilter */
  GPtrArray *chips;      /* of the widgets, borrowed, one for each filter */
};

G_DEFINE_FINAL_TYPE (GfFilterBar, gf_filter_bar, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Who is marked can change: the condition asks at the time it is applied to the customers there are. */

static GfBitset *
match_marks (GfTable  *table,
             gpointer  data)
{
  return gf_bitset_ref (data);
}

static const char *
get_mark_name (Mark mark)
{
  static const char * const names[] = { N_("Best"), N_("Bad fit"), N_("Thriving"), N_("Draining") };

  return _(names[mark]);
}

static GfRowFilter *
new_mark_filter (GfFilterBar *self,
                 Mark         mark)
{
  GfBitset *marks = self->marks[mark];
  GfBitset *own = marks != NULL ? gf_bitset_ref (marks) : gf_bitset_new (0);

  return gf_row_filter_new_custom (get_mark_name (mark), match_marks, own, (GDestroyNotify) gf_bitset_unref);
}

/* N_MARKS for another condition. */
static Mark
find_mark (GfRowFilter *filter)
{
  Mark mark = 0;

  if (gf_row_filter_get_kind (filter) != GF_ROW_FILTER_CUSTOM)
    return N_MARKS;
  while (mark < N_MARKS && !g_str_equal (gf_row_filter_get_name (filter), get_mark_name (mark)))
    mark++;

  return mark;
}

static gboolean
is_mark_filter (GfRowFilter *filter)
{
  return find_mark (filter) != N_MARKS;
}

/* Whether nothing was chosen yet. */
static gboolean
is_open (GfRowFilter *filter)
{
  switch (gf_row_filter_get_kind (filter))
    {
    case GF_ROW_FILTER_LEVELS:
      return gf_row_filter_get_levels (filter)[0] == NULL;
    case GF_ROW_FILTER_RANGE:
      return isinf (gf_row_filter_get_low (filter)) && isinf (gf_row_filter_get_high (filter));
    case GF_ROW_FILTER_CONTAINS:
      return *gf_row_filter_get_text (filter) == '\0';
    case GF_ROW_FILTER_MISSING:
    case GF_ROW_FILTER_PRESENT:
    case GF_ROW_FILTER_CUSTOM:
    default:
      return FALSE;
    }
}

/* --- A chip: a box with the button that opens the condition, and the one that removes it --- */

static void
name_chip (GfFilterBar *self,
           guint        place)
{
  GtkWidget *chip = g_ptr_array_index (self->chips, place);
  GtkWidget *button = gtk_widget_get_first_child (chip);
  GtkWidget *remove = gtk_widget_get_next_sibling (button);
  g_autofree char *words = gf_row_filter_dup_words (g_ptr_array_index (self->filters, place), self->table);
  /* Translators: the button on a chip: "Remove Department: Marketing" */
  g_autofree char *remove_name = g_strdup_printf (_("Remove %s"), words);
  /* Translators: the button on a chip: "Change Department: Marketing" */
  g_autofree char *change_name = g_strdup_printf (_("Change %s"), words);

  if (GTK_IS_MENU_BUTTON (button))
    {
      gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button))), words);
      gtk_widget_set_tooltip_text (button, change_name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, change_name, -1);
    }
  else
    gtk_label_set_label (GTK_LABEL (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (remove, remove_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_name, -1);
}

static void
edited_cb (GfFilterBar    *self,
           GfFilterEditor *editor)
{
  GtkWidget *chip = g_object_get_data (G_OBJECT (editor), "gf-chip");
  guint place;

  if (!g_ptr_array_find (self->chips, chip, &place))
    return;

  gf_row_filter_unref (g_ptr_array_index (self->filters, place));
  g_ptr_array_index (self->filters, place) = gf_row_filter_ref (gf_filter_editor_get_filter (editor));
  name_chip (self, place);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_chip (GfFilterBar *self,
             guint        place)
{
  adw_wrap_box_remove (self->box, g_ptr_array_index (self->chips, place));
  g_ptr_array_remove_index (self->chips, place);
  g_ptr_array_remove_index (self->filters, place);
}

static void
remove_cb (GfFilterBar *self,
           GtkWidget   *button)
{
  GtkWidget *chip = gtk_widget_get_parent (button);
  guint place;

  if (!g_ptr_array_find (self->chips, chip, &place))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  remove_chip (self, place);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
drop_open_cb (gpointer chip)
{
  GfFilterBar *self = GF_FILTER_BAR (gtk_widget_get_ancestor (chip, GF_TYPE_FILTER_BAR));
  guint place;

  if (self != NULL && g_ptr_array_find (self->chips, chip, &place) && is_open (g_ptr_array_index (self->filters, place)))
    remove_cb (self, gtk_widget_get_last_child (chip));

  return G_SOURCE_REMOVE;
}

/* A chip for which nothing was chosen goes, when its popover is closed for good. */
static void
closed_cb (GtkWidget *chip)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_open_cb, g_object_ref (chip), g_object_unref);
}

/* The editor is made when the chip is opened, for the column as it is then. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       data)
{
  GfFilterBar *self = data;
  GtkWidget *chip = gtk_widget_get_parent (GTK_WIDGET (button));
  GtkWidget *popover = gtk_popover_new ();
  GfColumn *column;
  GtkWidget *editor;
  guint place;

  gtk_menu_button_set_popover (button, popover);
  if (!g_ptr_array_find (self->chips, chip, &place))
    return;

  column = gf_table_find_column (self->table, gf_row_filter_get_name (g_ptr_array_index (self->filters, place)));
  if (column == NULL)
    {
      gtk_popover_set_child (GTK_POPOVER (popover), gtk_label_new (_("This column is no longer there")));
      return;
    }
  editor = gf_filter_editor_new (column, g_ptr_array_index (self->filters, place));
  g_object_set_data (G_OBJECT (editor), "gf-chip", chip);
  g_signal_connect_object (editor, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), chip, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), editor);
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GfFilterBar           *self)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;
  /* A key pressed in the popover of the chip is not meant for the chip. */
  if (gtk_widget_get_ancestor (gtk_root_get_focus (gtk_widget_get_root (chip)), GTK_TYPE_POPOVER) != NULL)
    return GDK_EVENT_PROPAGATE;

  remove_cb (self, gtk_widget_get_last_child (chip));

  return GDK_EVENT_STOP;
}

static GtkWidget *
new_chip (GfFilterBar *self,
          GfRowFilter *filter)
{
  GtkWidget *chip = g_object_new (GTK_TYPE_BOX, "css-name", "gfchip", "valign", GTK_ALIGN_CENTER,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "best");
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (gf_row_filter_get_kind (filter) == GF_ROW_FILTER_CUSTOM)
    gtk_box_append (GTK_BOX (chip), label);
  else
    {
      GtkWidget *button = gtk_menu_button_new ();

      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
      gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover_cb, self, NULL);
      gtk_box_append (GTK_BOX (chip), button);
    }

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), remove);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (chip, keys);

  return chip;
}

static guint
append (GfFilterBar *self,
        GfRowFilter *filter)
{
  GtkWidget *chip = new_chip (self, filter);
  GtkWidget *before = self->chips->len > 0 ? g_ptr_array_index (self->chips, self->chips->len - 1) : NULL;

  adw_wrap_box_insert_child_after (self->box, chip, before);
  g_ptr_array_add (self->chips, chip);
  g_ptr_array_add (self->filters, gf_row_filter_ref (filter));
  name_chip (self, self->chips->len - 1);

  return self->chips->len - 1;
}

/* --- The menu of columns --- */

static void
column_chosen_cb (GfFilterBar   *self,
                  GtkListBoxRow *row)
{
  const char *name = g_object_get_data (G_OBJECT (row), "gf-column");
  GfColumn *column = name != NULL ? gf_table_find_column (self->table, name) : NULL;

  gtk_menu_button_popdown (self->add);
  if (column != NULL)
    gf_filter_bar_add_column (self, column);
  else
    {
      Mark mark = (Mark) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "gf-mark"));
      g_autoptr (GfRowFilter) filter = new_mark_filter (self, mark);

      gf_filter_bar_put (self, filter);
    }
}

static GtkWidget *
append_choice (GfFilterBar *self,
               const char  *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (self->column_list, row);

  return row;
}

static void
fill_columns (GfFilterBar *self)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->column_search), -1);

  gtk_list_box_remove_all (self->column_list);
  for (Mark mark = 0; mark < N_MARKS; mark++)
    {
      g_autofree char *folded = g_utf8_casefold (get_mark_name (mark), -1);

      if (strstr (folded, needle) != NULL && self->marks[mark] != NULL &&
          (mark == MARK_BEST || gf_bitset_count (self->marks[mark]) > 0))
        g_object_set_data (G_OBJECT (append_choice (self, get_mark_name (mark))), "gf-mark", GUINT_TO_POINTER (mark));
    }
  for (guint i = 0; self->table != NULL && i < gf_table_get_n_columns (self->table); i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (self->table, i));
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (strstr (folded, needle) != NULL)
        g_object_set_data_full (G_OBJECT (append_choice (self, name)), "gf-column", g_strdup (name), g_free);
    }
}

static void
menu_shown_cb (GfFilterBar *self)
{
  gtk_editable_set_text (self->column_search, "");
  fill_columns (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->column_search));
}

static void
take_first_cb (GfFilterBar *self)
{
  GtkListBoxRow *row;

  /* What was typed last may not have been looked for yet. */
  fill_columns (self);
  row = gtk_list_box_get_row_at_index (self->column_list, 0);
  if (row != NULL)
    column_chosen_cb (self, row);
}

static GtkWidget *
new_menu (GfFilterBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->column_search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->column_search), _("Find columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find columns"), -1);
  g_signal_connect_object (self->column_search, "search-changed", G_CALLBACK (fill_columns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->column_search, "activate", G_CALLBACK (take_first_cb), self, G_CONNECT_SWAPPED);
  gf_popover_search_closes (GTK_SEARCH_ENTRY (self->column_search));
  self->column_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->column_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->column_list), "navigation-sidebar");
  g_signal_connect_object (self->column_list, "row-activated", G_CALLBACK (column_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), POPOVER_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->column_list));
  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->column_search));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (menu_shown_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
gf_filter_bar_finalize (GObject *object)
{
  GfFilterBar *self = GF_FILTER_BAR (object);

  g_clear_pointer (&self->table, gf_table_unref);
  for (Mark mark = 0; mark < N_MARKS; mark++)
    g_clear_pointer (&self->marks[mark], gf_bitset_unref);
  g_ptr_array_unref (self->filters);
  g_ptr_array_unref (self->chips);

  G_OBJECT_CLASS (gf_filter_bar_parent_class)->finalize (object);
}

static void
gf_filter_bar_class_init (GfFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_filter_bar_finalize;

  /**
   * GfFilterBar::changed:
   *
   * There are other conditions.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gf_filter_bar_init (GfFilterBar *self)
{
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_row_filter_unref);
  self->chips = g_ptr_array_new ();
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->add, "gf-filter-symbolic");
  gtk_menu_button_set_has_frame (self->add, FALSE);
  gtk_menu_button_set_popover (self->add, new_menu (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), _("Add Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Filter"), -1);
  adw_wrap_box_append (self->box, GTK_WIDGET (self->add));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * gf_filter_bar_set_labelled:
 * @labelled: whether the button that adds a condition says so, as where it stands alone
 *
 * Shows the button with its words, or only as a funnel, which it begins with.
 */
void
gf_filter_bar_set_labelled (GfFilterBar *self,
                            gboolean     labelled)
{
  g_return_if_fail (GF_IS_FILTER_BAR (self));

  gtk_menu_button_set_has_frame (self->add, labelled);
  if (labelled)
    {
      GtkWidget *content = adw_button_content_new ();

      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "gf-filter-symbolic");
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Add Filter"));
      gtk_menu_button_set_child (self->add, content);
    }
  else
    gtk_menu_button_set_icon_name (self->add, "gf-filter-symbolic");
}

/**
 * gf_filter_bar_set_table:
 * @table: (nullable): the customers
 *
 * Says which columns there are. Conditions stay, also those on a column that is gone.
 */
void
gf_filter_bar_set_table (GfFilterBar *self,
                         GfTable     *table)
{
  g_return_if_fail (GF_IS_FILTER_BAR (self));

  if (self->table == table)
    return;

  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  for (guint i = 0; i < self->chips->len; i++)
    name_chip (self, i);
}

/* Whether it is another set than before. */
static gboolean
set_mark (GfFilterBar *self,
          Mark         mark,
          GfBitset    *rows)
{
  if (self->marks[mark] == rows)
    return FALSE;

  g_clear_pointer (&self->marks[mark], gf_bitset_unref);
  self->marks[mark] = rows != NULL ? gf_bitset_ref (rows) : NULL;

  return TRUE;
}

static void
renew_mark_filters (GfFilterBar *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->filters->len; i++)
    if (is_mark_filter (g_ptr_array_index (self->filters, i)))
      {
        g_autoptr (GfRowFilter) before = g_ptr_array_index (self->filters, i);

        g_ptr_array_index (self->filters, i) = new_mark_filter (self, find_mark (before));
        changed = TRUE;
      }
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * gf_filter_bar_set_marks:
 * @best: (nullable): who is best
 * @bad: (nullable): who is a bad fit
 *
 * Says who is marked. A condition on the marks then means these.
 */
void
gf_filter_bar_set_marks (GfFilterBar *self,
                         GfBitset    *best,
                         GfBitset    *bad)
{
  g_return_if_fail (GF_IS_FILTER_BAR (self));

  gboolean other = set_mark (self, MARK_BEST, best);

  if (set_mark (self, MARK_BAD, bad) || other)
    renew_mark_filters (self);
}

/**
 * gf_filter_bar_set_flags:
 * @thriving: (nullable): who thrives, as somebody says
 * @draining: (nullable): who drains us, as somebody says
 *
 * Says who is flagged, as gf_filter_bar_set_marks() does.
 */
void
gf_filter_bar_set_flags (GfFilterBar *self,
                         GfBitset    *thriving,
                         GfBitset    *draining)
{
  g_return_if_fail (GF_IS_FILTER_BAR (self));

  gboolean other = set_mark (self, MARK_THRIVING, thriving);

  if (set_mark (self, MARK_DRAINING, draining) || other)
    renew_mark_filters (self);
}

/**
 * gf_filter_bar_dup_filters:
 *
 * Returns: (transfer full) (element-type GfRowFilter): the conditions that something was chosen for
 */
GPtrArray *
gf_filter_bar_dup_filters (GfFilterBar *self)
{
  GPtrArray *filters;

  g_return_val_if_fail (GF_IS_FILTER_BAR (self), NULL);

  filters = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_row_filter_unref);
  for (guint i = 0; i < self->filters->len; i++)
    if (!is_open (g_ptr_array_index (self->filters, i)))
      g_ptr_array_add (filters, gf_row_filter_ref (g_ptr_array_index (self->filters, i)));

  return filters;
}

/**
 * gf_filter_bar_get_n:
 *
 * Returns: how many chips there are
 */
guint
gf_filter_bar_get_n (GfFilterBar *self)
{
  g_return_val_if_fail (GF_IS_FILTER_BAR (self), 0);

  return self->filters->len;
}

/**
 * gf_filter_bar_clear:
 *
 * Takes all conditions away.
 */
void
gf_filter_bar_clear (GfFilterBar *self)
{
  g_return_if_fail (GF_IS_FILTER_BAR (self));

  if (self->chips->len == 0)
    return;

  while (self->chips->len > 0)
    remove_chip (self, self->chips->len - 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static guint
find (GfFilterBar *self,
      const char  *name,
      gboolean     custom)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      GfRowFilter *filter = g_ptr_array_index (self->filters, i);

      if ((gf_row_filter_get_kind (filter) == GF_ROW_FILTER_CUSTOM) == custom &&
          g_str_equal (gf_row_filter_get_name (filter), name))
        return i;
    }

  return G_MAXUINT;
}

/**
 * gf_filter_bar_put:
 * @filter: a condition
 *
 * Adds @filter; it takes the place of the one on the same column. A range that is open on both sides
 * takes that one away.
 */
void
gf_filter_bar_put (GfFilterBar *self,
                   GfRowFilter *filter)
{
  guint place;
  gboolean open;

  g_return_if_fail (GF_IS_FILTER_BAR (self) && filter != NULL);

  open = gf_row_filter_get_kind (filter) == GF_ROW_FILTER_RANGE && is_open (filter);
  place = find (self, gf_row_filter_get_name (filter),
                gf_row_filter_get_kind (filter) == GF_ROW_FILTER_CUSTOM);
  if (place == G_MAXUINT && open)
    return;

  if (place == G_MAXUINT)
    append (self, filter);
  else if (open)
    remove_chip (self, place);
  else
    {
      gf_row_filter_unref (g_ptr_array_index (self->filters, place));
      g_ptr_array_index (self->filters, place) = gf_row_filter_ref (filter);
      name_chip (self, place);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * gf_filter_bar_add_column:
 * @column: a column of the table
 *
 * Adds a condition on @column, or takes the one there is, and opens it.
 */
void
gf_filter_bar_add_column (GfFilterBar *self,
                          GfColumn    *column)
{
  guint place;

  g_return_if_fail (GF_IS_FILTER_BAR (self) && column != NULL);

  place = find (self, gf_column_get_name (column), FALSE);
  if (place == G_MAXUINT)
    {
      g_autoptr (GfRowFilter) filter = gf_row_filter_new_for_column (column);

      place = append (self, filter);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_first_child (g_ptr_array_index (self->chips, place))));
}

/**
 * gf_filter_bar_get_range:
 * @column: the name of a column
 * @low: (out): the least
 * @high: (out): the greatest
 *
 * Returns: whether there is a condition on the range of @column; else the range is open
 */
gboolean
gf_filter_bar_get_range (GfFilterBar *self,
                         const char  *column,
                         double      *low,
                         double      *high)
{
  guint place;

  g_return_val_if_fail (GF_IS_FILTER_BAR (self) && column != NULL, FALSE);

  *low = -INFINITY;
  *high = INFINITY;
  place = find (self, column, FALSE);
  if (place == G_MAXUINT ||
      gf_row_filter_get_kind (g_ptr_array_index (self->filters, place)) != GF_ROW_FILTER_RANGE)
    return FALSE;

  *low = gf_row_filter_get_low (g_ptr_array_index (self->filters, place));
  *high = gf_row_filter_get_high (g_ptr_array_index (self->filters, place));

  return TRUE;
}
