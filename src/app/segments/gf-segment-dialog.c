/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-segment-dialog.h"

#include "gf-chip.h"
#include "gf-date.h"
#include "gf-feedback.h"
#include "gf-number.h"
#include "gf-project-analysis.h"
#include "gf-project-report.h"
#include "gf-segment-selectors.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* From so many levels on one can search for one. */
#define SEARCH_FROM 13

struct _GfSegmentDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkWidget *apply;
  GtkEditable *name;
  GtkEditable *description;
  AdwPreferencesGroup *members;
  AdwWrapBox *chips;
  GtkLabel *count;
  GtkWidget *adding;
  AdwComboRow *column;
  AdwComboRow *level;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *add_condition;
  GtkWidget *removing;

  /* Owned references */
  GfProject *project;
  GfSegment *segment;       /* NULL for a new one */
  GPtrArray *selectors;     /* what was chosen so far */
  GPtrArray *columns;       /* GfColumn, those that can be chosen */
};

G_DEFINE_FINAL_TYPE (GfSegmentDialog, gf_segment_dialog, ADW_TYPE_DIALOG)

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_conditions (GfSegmentDialog *self);

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (gtk_editable_get_chars (editable, 0, -1));
}

static void
changed_cb (GfSegmentDialog *self)
{
  g_autofree char *name = dup_text (self->name);

  if (self->project != NULL)
    gtk_widget_set_sensitive (self->apply, *name != '\0' || self->selectors->len > 0);
}

/* "39 customers, 10 best" */
static char *
dup_count (GfSegmentDialog *self)
{
  GfTable *table = gf_project_get_table (self->project);
  GfRanking *ranking;
  g_autoptr (GfBitset) rows = NULL;
  g_autofree char *all = NULL;
  g_autofree char *customers = NULL;
  gsize n;

  if (table == NULL)
    return g_strdup (_("Without customers it is described in words"));
  if (self->selectors->len == 0)
    return g_strdup (_("Without a condition it is described in words, and no customer is counted"));

  rows = gf_selectors_match (self->selectors, table);
  n = gf_bitset_count (rows);
  all = gf_words_dup_number ((double) n);
  customers = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) n), all);
  ranking = gf_analysis_get_ranking (gf_project_get_analysis (self->project));
  if (ranking == NULL || gf_ranking_get_n_rows (ranking) != gf_table_get_n_rows (table))
    return g_steal_pointer (&customers);

  g_autofree char *best =
    gf_words_dup_number ((double) gf_bitset_count_and (rows, gf_ranking_get_best (ranking)));

  /* Translators: "39 customers, 10 best" */
  return g_strdup_printf (_("%s, %s best"), customers, best);
}

static void
show_count (GfSegmentDialog *self)
{
  g_autofree char *text = dup_count (self);

  gtk_label_set_label (self->count, text);
}

static void
chip_removed_cb (GfSegmentDialog *self,
                 GtkWidget       *chip)
{
  g_ptr_array_remove (self->selectors, g_object_get_data (G_OBJECT (chip), "selector"));
  show_conditions (self);
  gtk_widget_grab_focus (self->add_condition);
}

static void
show_conditions (GfSegmentDialog *self)
{
  GfTable *table = gf_project_get_table (self->project);

  for (GtkWidget *chip; (chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL;)
    adw_wrap_box_remove (self->chips, chip);
  for (guint i = 0; i < self->selectors->len; i++)
    {
      GfSelector *selector = g_ptr_array_index (self->selectors, i);
      g_autofree char *text = gf_selector_describe (selector, table);
      GtkWidget *chip = gf_chip_new (text, TRUE);

      g_object_set_data (G_OBJECT (chip), "selector", selector);
      g_signal_connect_object (chip, "removed", G_CALLBACK (chip_removed_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->chips, chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->selectors->len > 0);
  show_count (self);
  changed_cb (self);
}

static GfColumn *
get_column (GfSegmentDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->column);

  return selected < self->columns->len ? g_ptr_array_index (self->columns, selected) : NULL;
}

static gboolean
is_range (GfColumn *column)
{
  GfColumnType type = gf_column_get_column_type (column);

  return type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY || type == GF_COLUMN_DATE;
}

/* An empty limit is open. */
static gboolean
read_limit (GtkWidget *row,
            GfColumn  *column,
            double    *limit)
{
  g_autofree char *text = dup_text (GTK_EDITABLE (row));
  GfNumber number;
  gint32 days;
  gboolean fine = TRUE;

  *limit = NAN;
  if (*text == '\0')
    fine = TRUE;
  else if (gf_column_get_column_type (column) == GF_COLUMN_DATE)
    {
      fine = gf_date_parse (text, strlen (text), GF_DATE_ORDER_DMY, &days) || gf_days_from_iso (text, &days);
      *limit = fine ? days : NAN;
    }
  else
    {
      fine = gf_number_parse (text, strlen (text), 0, &number);
      *limit = fine ? number.value : NAN;
    }

  if (fine)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               fine ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);

  return fine;
}

/* The condition that is being put together; NULL while it is none. */
static GfSelector *
dup_choice (GfSegmentDialog *self)
{
  GfColumn *column = get_column (self);
  guint32 code;
  double from, to;

  if (column == NULL)
    return NULL;
  if (is_range (column))
    {
      gboolean fine = read_limit (self->from, column, &from);

      fine = read_limit (self->to, column, &to) && fine;
      if (!fine || (isnan (from) && isnan (to)) || from >= to)
        return NULL;
      return gf_selector_new_range (gf_column_get_name (column), from, to);
    }

  code = adw_combo_row_get_selected (self->level);
  if (code >= gf_column_get_n_levels (column))
    return NULL;
  if (gf_column_get_column_type (column) == GF_COLUMN_SET)
    return gf_selector_new_contains (gf_column_get_name (column), gf_column_get_level (column, code));

  return gf_selector_new_is (gf_column_get_name (column), gf_column_get_level (column, code));
}

static void
choice_changed_cb (GfSegmentDialog *self)
{
  g_autoptr (GfSelector) choice = NULL;
  gboolean known = FALSE;

  if (self->project == NULL)
    return;

  choice = dup_choice (self);
  for (guint i = 0; choice != NULL && i < self->selectors->len; i++)
    known |= gf_selector_equal (choice, g_ptr_array_index (self->selectors, i));
  gtk_widget_set_sensitive (self->add_condition, choice != NULL && !known);

  if (choice == NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->column), "");
      return;
    }

  g_autoptr (GfBitset) rows = gf_selector_match (choice, gf_project_get_table (self->project));
  gsize n = gf_bitset_count (rows);
  g_autofree char *number = gf_words_dup_number ((double) n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) n), number);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->column), text);
}

static void
column_selected_cb (GfSegmentDialog *self)
{
  GfColumn *column = get_column (self);
  gboolean range = column != NULL && is_range (column);
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->level), column != NULL && !range);
  gtk_widget_set_visible (self->from, range);
  gtk_widget_set_visible (self->to, range);
  if (column != NULL && !range)
    for (guint i = 0; i < gf_column_get_n_levels (column); i++)
      gtk_string_list_append (levels, gf_column_get_level (column, i));
  adw_combo_row_set_enable_search (self->level,
                                   g_list_model_get_n_items (G_LIST_MODEL (levels)) >= SEARCH_FROM);
  adw_combo_row_set_model (self->level, G_LIST_MODEL (levels));
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  choice_changed_cb (self);
}

static void
add_condition_cb (GfSegmentDialog *self)
{
  GfSelector *choice;

  if (!gtk_widget_get_sensitive (self->add_condition))
    return;
  choice = dup_choice (self);
  if (choice == NULL)
    return;

  g_ptr_array_add (self->selectors, choice);
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  show_conditions (self);
  choice_changed_cb (self);
  gf_announce (GTK_WIDGET (self), gtk_label_get_label (self->count));
}

static gboolean
conditions_differ (GfSegmentDialog *self)
{
  g_autoptr (GPtrArray) before = gf_segment_dup_selectors (self->segment);
  gboolean differ = before->len != self->selectors->len;

  for (guint i = 0; !differ && i < before->len; i++)
    differ = !gf_selector_equal (g_ptr_array_index (before, i), g_ptr_array_index (self->selectors, i));

  return differ;
}

static void
apply_cb (GfSegmentDialog *self)
{
  g_autofree char *name = dup_text (self->name);
  g_autofree char *description = dup_text (self->description);
  GfSegment *segment = self->segment;

  if (!gtk_widget_get_sensitive (self->apply))
    return;

  if (segment == NULL)
    segment = gf_project_add_segment (self->project, self->selectors);
  else if (conditions_differ (self))
    gf_segment_set_selectors (segment, self->selectors);
  if (*name != '\0')
    gf_segment_set_name (segment, name);
  gf_segment_set_description (segment, description);

  adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_cb (GfSegmentDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[REMOVED], 0);
}

/* What says who a customer is: no names, no free text, nothing that is to be ignored. */
static void
fill_columns (GfSegmentDialog *self)
{
  GfTable *table = gf_project_get_table (self->project);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; table != NULL && i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      GfColumnRole role = gf_column_get_role (column);

      if (role == GF_ROLE_NAME || role == GF_ROLE_IDENTIFIER || role == GF_ROLE_IGNORE ||
          gf_column_get_column_type (column) == GF_COLUMN_TEXT)
        continue;
      g_ptr_array_add (self->columns, gf_column_ref (column));
      gtk_string_list_append (names, gf_column_get_name (column));
    }

  adw_combo_row_set_enable_search (self->column, self->columns->len >= SEARCH_FROM);
  adw_combo_row_set_model (self->column, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->adding, self->columns->len > 0);
  column_selected_cb (self);
}

static void
search_by_text (AdwComboRow *row)
{
  g_autoptr (GtkExpression) expression =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
}

static void
gf_segment_dialog_dispose (GObject *object)
{
  GfSegmentDialog *self = GF_SEGMENT_DIALOG (object);

  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_SEGMENT_DIALOG);
  g_clear_object (&self->segment);
  g_clear_pointer (&self->selectors, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_segment_dialog_parent_class)->dispose (object);
}

static void
gf_segment_dialog_class_init (GfSegmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_segment_dialog_dispose;

  /**
   * GfSegmentDialog::removed:
   *
   * The user wants the segment away.
   */
  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-segment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, name);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, description);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, members);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, chips);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, count);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, adding);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, column);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, level);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, from);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, to);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, add_condition);
  gtk_widget_class_bind_template_child (widget_class, GfSegmentDialog, removing);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_condition_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
gf_segment_dialog_init (GfSegmentDialog *self)
{
  self->selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  search_by_text (self->column);
  search_by_text (self->level);
}

/**
 * gf_segment_dialog_new:
 * @project: the project
 * @segment: (nullable): a segment of it, NULL for a new one
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
gf_segment_dialog_new (GfProject *project,
                       GfSegment *segment)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);
  g_return_val_if_fail (segment == NULL || GF_IS_SEGMENT (segment), NULL);

  GfSegmentDialog *self = g_object_new (GF_TYPE_SEGMENT_DIALOG, NULL);

  self->project = g_object_ref (project);
  if (segment != NULL)
    {
      self->segment = g_object_ref (segment);
      g_clear_pointer (&self->selectors, g_ptr_array_unref);
      self->selectors = gf_segment_dup_selectors (segment);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit Segment"));
      gtk_button_set_label (GTK_BUTTON (self->apply), _("_Save"));
      gtk_editable_set_text (self->name, gf_segment_get_name (segment));
      gtk_editable_set_text (self->description, gf_segment_get_description (segment));
      gtk_widget_set_visible (self->removing, TRUE);
    }
  fill_columns (self);
  show_conditions (self);
  g_signal_connect_object (gf_project_get_analysis (project), "notify::ranking", G_CALLBACK (show_count),
                           self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
