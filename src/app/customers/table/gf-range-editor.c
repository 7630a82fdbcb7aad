/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-range-editor.h"

#include "gf-column-input.h"
#include "gf-column-look.h"
#include "gf-format.h"
#include "gf-histogram.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfRangeEditor
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GfHistogram *histogram;
  GtkEditable *from;
  GtkEditable *to;
  GtkLabel *note;

  /* Owned references */
  GfColumn *column;
  GfColumnSummary *summary;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfRangeEditor, gf_range_editor, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* "Half lie between 31 and 184. Drag across the bars to filter; 7,219 cells are empty." */
static void
update_note (GfRangeEditor *self)
{
  g_autoptr (GfColumnLook) look = gf_column_look_new (self->column);
  gsize n_empty = self->summary->n_rows - self->summary->n_filled;
  g_autofree char *low = gf_column_look_dup_value (look, self->summary->five[1]);
  g_autofree char *high = gf_column_look_dup_value (look, self->summary->five[3]);
  g_autofree char *count = gf_format_count (n_empty);
  g_autoptr (GString) note = g_string_new (NULL);

  if (self->summary->n_bars > 0)
    {
      /* Translators: the quartiles of a column: “Half lie between 31 and 184.” */
      g_string_append_printf (note, _("Half lie between %s and %s."), low, high);
      g_string_append_c (note, ' ');
      g_string_append (note, _("Drag across the bars to filter."));
    }
  if (n_empty > 0)
    {
      if (note->len > 0)
        g_string_append_c (note, ' ');
      g_string_append_printf (note, ngettext ("%s cell is empty.", "%s cells are empty.", (gulong) n_empty), count);
    }
  gtk_label_set_label (self->note, note->str);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note->len > 0);
}

static void
mark (GtkEditable *entry,
      gboolean     valid)
{
  if (valid)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
}

static void
typed_cb (GfRangeEditor *self)
{
  double low, high;
  gboolean low_valid, high_valid;

  if (self->updating || self->column == NULL)
    return;

  low_valid = gf_column_parse_input (self->column, gtk_editable_get_text (self->from), &low);
  high_valid = gf_column_parse_input (self->column, gtk_editable_get_text (self->to), &high);
  mark (self->from, low_valid);
  mark (self->to, high_valid);
  if (!low_valid || !high_valid)
    return;

  low = isnan (low) ? -INFINITY : low;
  high = isnan (high) ? INFINITY : high;
  gf_histogram_set_range (self->histogram, low, high);
  g_signal_emit (self, signals[CHANGED], 0, low, high);
}

static void
range_picked_cb (GfRangeEditor *self,
                 double         low,
                 double         high)
{
  gf_range_editor_set_range (self, low, high);
  g_signal_emit (self, signals[CHANGED], 0, low, high);
}

static GtkWidget *
new_entry (GfRangeEditor *self,
           const char    *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static void
gf_range_editor_finalize (GObject *object)
{
  GfRangeEditor *self = GF_RANGE_EDITOR (object);

  g_clear_pointer (&self->column, gf_column_unref);
  g_clear_pointer (&self->summary, gf_column_summary_unref);

  G_OBJECT_CLASS (gf_range_editor_parent_class)->finalize (object);
}

static void
gf_range_editor_class_init (GfRangeEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_range_editor_finalize;

  /**
   * GfRangeEditor::changed:
   * @low: the least, -INFINITY for an open side
   * @high: the greatest, INFINITY for an open side
   *
   * The user chose another range.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
gf_range_editor_init (GfRangeEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entries = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: between the entries From and To */
  GtkWidget *between = gtk_label_new (C_("range", "to"));

  self->histogram = GF_HISTOGRAM (gf_histogram_new ());
  g_signal_connect_object (self->histogram, "range-picked", G_CALLBACK (range_picked_cb), self, G_CONNECT_SWAPPED);
  self->from = GTK_EDITABLE (new_entry (self, _("From")));
  self->to = GTK_EDITABLE (new_entry (self, _("To")));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_max_width_chars (self->note, 30);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dimmed");
  gtk_widget_add_css_class (between, "dimmed");

  gtk_box_append (GTK_BOX (entries), GTK_WIDGET (self->from));
  gtk_box_append (GTK_BOX (entries), between);
  gtk_box_append (GTK_BOX (entries), GTK_WIDGET (self->to));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->histogram));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), entries);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * gf_range_editor_new:
 *
 * Returns: (transfer floating): an editor without a column
 */
GtkWidget *
gf_range_editor_new (void)
{
  return g_object_new (GF_TYPE_RANGE_EDITOR, NULL);
}

/**
 * gf_range_editor_set:
 * @column: a column of numbers, money or dates
 * @summary: its summary
 *
 * Shows another column, or the same one changed.
 */
void
gf_range_editor_set (GfRangeEditor   *self,
                     GfColumn        *column,
                     GfColumnSummary *summary)
{
  g_return_if_fail (GF_IS_RANGE_EDITOR (self) && column != NULL && summary != NULL);

  gf_column_ref (column);
  g_clear_pointer (&self->column, gf_column_unref);
  self->column = column;
  gf_column_summary_ref (summary);
  g_clear_pointer (&self->summary, gf_column_summary_unref);
  self->summary = summary;
  gf_histogram_set (self->histogram, column, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->histogram), summary->n_bars > 0);
  update_note (self);
}

static void
set_text (GtkEditable *entry,
          GfColumn    *column,
          double       value)
{
  g_autofree char *text = gf_column_dup_input (column, value);
  double shown;

  /* What the user typed stays as it was typed. */
  if (gf_column_parse_input (column, gtk_editable_get_text (entry), &shown) &&
      (shown == value || (isnan (shown) && !isfinite (value))))
    return;
  gtk_editable_set_text (entry, text);
  mark (entry, TRUE);
}

/**
 * gf_range_editor_set_range:
 * @low: the least, -INFINITY for an open side
 * @high: the greatest, INFINITY for an open side
 *
 * Shows a range; ::changed is not emitted. A column must be set.
 */
void
gf_range_editor_set_range (GfRangeEditor *self,
                           double         low,
                           double         high)
{
  g_return_if_fail (GF_IS_RANGE_EDITOR (self) && self->column != NULL);

  self->updating = TRUE;
  set_text (self->from, self->column, low);
  set_text (self->to, self->column, high);
  gf_histogram_set_range (self->histogram, low, high);
  self->updating = FALSE;
}
