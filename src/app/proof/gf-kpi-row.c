/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-kpi-row.h"

#include "gf-kpi-words.h"

#include <glib/gi18n-lib.h>

struct _GfKpiRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkBox *parts;
  GtkLabel *name;
  GtkLabel *caption;
  GtkWidget *names;
  GfIntervalPair *pair;
  GtkOrientable *values;
  GtkLabel *inside;
  GtkLabel *outside;
  GtkLabel *verdict;

  /* Owned references */
  GfKpi *kpi;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GfKpiRow, gf_kpi_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_value (GtkLabel   *label,
           const char *format,
           const char *value)
{
  g_autofree char *markup = NULL;
  g_autofree char *escaped = g_markup_escape_text (value, -1);
  g_autofree char *bold = g_strconcat ("<b>", escaped, "</b>", NULL);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", bold, 1);
  gtk_label_set_markup (label, text->str);
}

static void
update (GfKpiRow *self)
{
  GfKpiVerdict verdict = gf_kpi_judge (self->kpi);
  gboolean says_something = verdict != GF_KPI_VERDICT_NONE && verdict != GF_KPI_VERDICT_TOO_FEW;
  g_autofree char *caption = gf_kpi_dup_caption (self->kpi);
  g_autofree char *inside = gf_kpi_dup_inside (self->kpi);
  g_autofree char *outside = gf_kpi_dup_outside (self->kpi);
  g_autofree char *phrase = gf_kpi_dup_phrase (self->kpi);
  GfIntervalPart inside_part, outside_part;

  gtk_label_set_label (self->name, gf_kpi_get_name (self->kpi));
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *caption != '\0');
  /* Translators: a value, such as “31 %”, inside the profile; the value is shown in bold */
  set_value (self->inside, _("%s inside"), inside);
  /* Translators: a value, such as “14 %”, outside the profile */
  set_value (self->outside, _("%s outside"), outside);

  gf_kpi_read (self->kpi, &inside_part, &outside_part);
  gf_interval_pair_set (self->pair, &inside_part, &outside_part, gf_kpi_get_target (self->kpi));

  gtk_label_set_label (self->verdict, gf_kpi_verdict_get_words (verdict));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->verdict), gf_kpi_get_reason (self->kpi));
  if (says_something)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "heading");
      gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "dimmed");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "heading");
      gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "dimmed");
    }
  if (verdict == GF_KPI_VERDICT_WORSE)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "data-bad");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "data-bad");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, phrase,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gf_kpi_get_reason (self->kpi),
                                  -1);
}

static void
gf_kpi_row_dispose (GObject *object)
{
  GfKpiRow *self = GF_KPI_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_KPI_ROW);
  g_clear_object (&self->kpi);

  G_OBJECT_CLASS (gf_kpi_row_parent_class)->dispose (object);
}

static void
gf_kpi_row_class_init (GfKpiRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_kpi_row_dispose;

  g_type_ensure (GF_TYPE_INTERVAL_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-kpi-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, parts);
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, name);
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, caption);
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, names);
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, pair);
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, values);
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, inside);
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, outside);
  gtk_widget_class_bind_template_child (widget_class, GfKpiRow, verdict);
}

static void
gf_kpi_row_init (GfKpiRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_kpi_row_new:
 * @kpi: a figure
 *
 * Returns: (transfer floating): a row that shows it and follows its changes
 */
GtkWidget *
gf_kpi_row_new (GfKpi *kpi)
{
  GfKpiRow *self = g_object_new (GF_TYPE_KPI_ROW, NULL);

  self->kpi = g_object_ref (kpi);
  g_signal_connect_object (kpi, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * gf_kpi_row_get_kpi:
 *
 * Returns: (transfer none): the figure
 */
GfKpi *
gf_kpi_row_get_kpi (GfKpiRow *self)
{
  g_return_val_if_fail (GF_IS_KPI_ROW (self), NULL);

  return self->kpi;
}

/**
 * gf_kpi_row_align:
 * @values: gives all rows of a list as much room for their values
 * @verdicts: and for their verdicts
 *
 * Lines the row up with the others of its list.
 */
void
gf_kpi_row_align (GfKpiRow     *self,
                  GtkSizeGroup *values,
                  GtkSizeGroup *verdicts)
{
  g_return_if_fail (GF_IS_KPI_ROW (self));

  gtk_size_group_add_widget (values, GTK_WIDGET (self->values));
  gtk_size_group_add_widget (verdicts, GTK_WIDGET (self->verdict));
}

/**
 * gf_kpi_row_set_narrow:
 * @narrow: whether there is as little room as on a phone
 *
 * Puts the parts under each other: the values under the name, the drawing below.
 */
void
gf_kpi_row_set_narrow (GfKpiRow *self,
                       gboolean  narrow)
{
  g_return_if_fail (GF_IS_KPI_ROW (self));

  narrow = !!narrow;
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->parts),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->parts, narrow ? 6 : 18);
  gtk_box_set_spacing (GTK_BOX (self->values), narrow ? 12 : 2);
  gtk_orientable_set_orientation (self->values,
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_reorder_child_after (self->parts, GTK_WIDGET (self->pair),
                               narrow ? GTK_WIDGET (self->values) : self->names);
}
