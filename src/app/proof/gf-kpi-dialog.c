/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-kpi-dialog.h"

#include "gf-feedback.h"
#include "gf-kpi-presets.h"
#include "gf-kpi-words.h"
#include "gf-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

enum
{
  MEASURE_COUNTS,
  MEASURE_NUMBER,
};

struct _GfKpiDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  AdwComboRow *preset;
  GtkEditable *name;
  AdwComboRow *measure;
  GtkEditable *unit;
  AdwSwitchRow *lower;
  AdwSpinRow *inside_count;
  AdwSpinRow *inside_of;
  GtkEditable *inside;
  AdwSpinRow *outside_count;
  AdwSpinRow *outside_of;
  GtkEditable *outside;
  AdwActionRow *verdict;
  GfIntervalPair *pair;
  GtkEditable *target;
  GtkEditable *source;
  AdwSwitchRow *on_page;
  GtkWidget *remove;
  GtkWidget *save;

  /* Owned references */
  GListStore *kpis;
  GfKpi *kpi;
  GfKpi *draft;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GfKpiDialog, gf_kpi_dialog, ADW_TYPE_DIALOG)

static gboolean
has_counts (GfKpiDialog *self)
{
  return adw_combo_row_get_selected (self->measure) == MEASURE_COUNTS;
}

/* Reads a number that may be left empty. A share is typed in percent, with or without the sign. */
static gboolean
read_number (GtkEditable *row,
             gboolean     share,
             double      *value)
{
  const char *text = gtk_editable_get_text (row);
  GfNumber number;
  gboolean is_fine = TRUE;

  *value = NAN;
  if (*text != '\0')
    is_fine = gf_number_parse (text, strlen (text), 0, &number);
  if (is_fine && *text != '\0')
    {
      *value = number.value;
      if (share && (number.traits & GF_NUMBER_PERCENT) == 0)
        *value /= 100.0;
      else if (!share && (number.traits & GF_NUMBER_PERCENT) != 0)
        *value *= 100.0;
    }

  if (is_fine)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");

  return is_fine;
}

static void
write_number (GtkEditable *row,
              gboolean     share,
              double       value)
{
  g_autofree char *text = NULL;

  if (!isnan (value))
    text = gf_number_to_text (share ? round (value * 1e4) / 1e2 : value);
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static gboolean
read_counts (AdwSpinRow *count_row,
             AdwSpinRow *of_row,
             gint64     *count,
             gint64     *of)
{
  gboolean is_fine;

  *count = (gint64) adw_spin_row_get_value (count_row);
  *of = (gint64) adw_spin_row_get_value (of_row);
  is_fine = *count <= *of;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (of_row),
                               is_fine ? "" : _("Cannot be fewer than those counted"));

  return is_fine;
}

/* Takes what is typed into the draft. */
static gboolean
read_all (GfKpiDialog *self)
{
  gboolean counts = has_counts (self), is_fine = TRUE;
  gint64 inside_count = 0, inside_of = 0, outside_count = 0, outside_of = 0;
  double inside = NAN, outside = NAN, target;

  gf_kpi_set_name (self->draft, gtk_editable_get_text (self->name));
  gf_kpi_set_unit (self->draft, counts ? "%" : gtk_editable_get_text (self->unit));
  gf_kpi_set_lower_is_better (self->draft, adw_switch_row_get_active (self->lower));
  gf_kpi_set_source (self->draft, gtk_editable_get_text (self->source));
  gf_kpi_set_on_page (self->draft, adw_switch_row_get_active (self->on_page));

  if (counts)
    {
      is_fine &= read_counts (self->inside_count, self->inside_of, &inside_count, &inside_of);
      is_fine &= read_counts (self->outside_count, self->outside_of, &outside_count, &outside_of);
    }
  else
    {
      gboolean share = g_str_equal (gtk_editable_get_text (self->unit), "%");

      is_fine &= read_number (self->inside, share, &inside);
      is_fine &= read_number (self->outside, share, &outside);
    }
  is_fine &= read_number (self->target, g_str_equal (gf_kpi_get_unit (self->draft), "%"), &target);

  gf_kpi_set_inside_count (self->draft, inside_count);
  gf_kpi_set_inside_of (self->draft, inside_of);
  gf_kpi_set_inside (self->draft, inside);
  gf_kpi_set_outside_count (self->draft, outside_count);
  gf_kpi_set_outside_of (self->draft, outside_of);
  gf_kpi_set_outside (self->draft, outside);
  gf_kpi_set_target (self->draft, target);

  return is_fine && *gf_kpi_get_name (self->draft) != '\0';
}

static void
show_rows (GfKpiDialog *self)
{
  gboolean counts = has_counts (self);
  GtkWidget *of_counts[] = {
    GTK_WIDGET (self->inside_count), GTK_WIDGET (self->inside_of),
    GTK_WIDGET (self->outside_count), GTK_WIDGET (self->outside_of),
  };
  GtkWidget *of_numbers[] = {
    GTK_WIDGET (self->inside), GTK_WIDGET (self->outside), GTK_WIDGET (self->unit),
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_counts); i++)
    gtk_widget_set_visible (of_counts[i], counts);
  for (guint i = 0; i < G_N_ELEMENTS (of_numbers); i++)
    gtk_widget_set_visible (of_numbers[i], !counts);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->target),
                                 counts ? _("Target inside, in percent; may be empty")
                                        : _("Target inside; may be empty"));
}

static void
changed_cb (GfKpiDialog *self)
{
  GfIntervalPart inside, outside;

  if (self->filling)
    return;

  show_rows (self);
  gtk_widget_set_sensitive (self->save, read_all (self));

  gf_kpi_read (self->draft, &inside, &outside);
  gf_interval_pair_set (self->pair, &inside, &outside, gf_kpi_get_target (self->draft));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict),
                                 gf_kpi_verdict_get_words (gf_kpi_judge (self->draft)));
  adw_action_row_set_subtitle (self->verdict, gf_kpi_get_reason (self->draft));
}

static void
preset_changed_cb (GfKpiDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->preset);
  const GfKpiPreset *preset;
  gboolean share;

  if (self->filling || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;

  preset = gf_kpi_presets_get (selected - 1);
  share = g_str_equal (preset->unit, "%");
  self->filling = TRUE;
  gtk_editable_set_text (self->name, _(preset->name));
  adw_combo_row_set_selected (self->measure, share ? MEASURE_COUNTS : MEASURE_NUMBER);
  gtk_editable_set_text (self->unit, share ? "%" : _(preset->unit));
  adw_switch_row_set_active (self->lower, preset->lower_is_better);
  self->filling = FALSE;
  changed_cb (self);
}

/* Makes the figure what the draft is, but for its id, in one step. */
static void
take_over (GfKpi *draft,
           GfKpi *kpi)
{
  gf_kpi_set_name (kpi, gf_kpi_get_name (draft));
  gf_kpi_set_unit (kpi, gf_kpi_get_unit (draft));
  gf_kpi_set_inside (kpi, gf_kpi_get_inside (draft));
  gf_kpi_set_inside_count (kpi, gf_kpi_get_inside_count (draft));
  gf_kpi_set_inside_of (kpi, gf_kpi_get_inside_of (draft));
  gf_kpi_set_outside (kpi, gf_kpi_get_outside (draft));
  gf_kpi_set_outside_count (kpi, gf_kpi_get_outside_count (draft));
  gf_kpi_set_outside_of (kpi, gf_kpi_get_outside_of (draft));
  gf_kpi_set_target (kpi, gf_kpi_get_target (draft));
  gf_kpi_set_lower_is_better (kpi, gf_kpi_get_lower_is_better (draft));
  gf_kpi_set_source (kpi, gf_kpi_get_source (draft));
  gf_kpi_set_on_page (kpi, gf_kpi_get_on_page (draft));
}

static void
save_cb (GfKpiDialog *self)
{
  if (!read_all (self))
    return;

  if (self->kpi != NULL)
    take_over (self->draft, self->kpi);
  else
    g_list_store_append (self->kpis, self->draft);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (GfKpiDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_cb (GfKpiDialog *self)
{
  if (gf_record_list_remove (self->kpis, self->kpi))
    gf_toast_undo (GTK_WIDGET (self), _("Figure removed"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
fill (GfKpiDialog *self,
      GfKpi       *kpi)
{
  gboolean share = g_str_equal (gf_kpi_get_unit (kpi), "%");
  gboolean number = !isnan (gf_kpi_get_inside (kpi)) || !isnan (gf_kpi_get_outside (kpi))
                    || (!share && *gf_kpi_get_unit (kpi) != '\0');

  gtk_editable_set_text (self->name, gf_kpi_get_name (kpi));
  gtk_editable_set_text (self->unit, gf_kpi_get_unit (kpi));
  adw_combo_row_set_selected (self->measure,
                              number && !gf_kpi_has_counts (kpi) ? MEASURE_NUMBER : MEASURE_COUNTS);
  adw_switch_row_set_active (self->lower, gf_kpi_get_lower_is_better (kpi));
  adw_spin_row_set_value (self->inside_count, (double) gf_kpi_get_inside_count (kpi));
  adw_spin_row_set_value (self->inside_of, (double) gf_kpi_get_inside_of (kpi));
  adw_spin_row_set_value (self->outside_count, (double) gf_kpi_get_outside_count (kpi));
  adw_spin_row_set_value (self->outside_of, (double) gf_kpi_get_outside_of (kpi));
  write_number (self->inside, share, gf_kpi_get_inside (kpi));
  write_number (self->outside, share, gf_kpi_get_outside (kpi));
  write_number (self->target, share, gf_kpi_get_target (kpi));
  gtk_editable_set_text (self->source, gf_kpi_get_source (kpi));
  adw_switch_row_set_active (self->on_page, gf_kpi_get_on_page (kpi));
}

static void
gf_kpi_dialog_dispose (GObject *object)
{
  GfKpiDialog *self = GF_KPI_DIALOG (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_KPI_DIALOG);
  g_clear_object (&self->kpis);
  g_clear_object (&self->kpi);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (gf_kpi_dialog_parent_class)->dispose (object);
}

static void
gf_kpi_dialog_class_init (GfKpiDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_kpi_dialog_dispose;

  g_type_ensure (GF_TYPE_INTERVAL_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-kpi-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, preset);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, name);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, lower);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, inside_count);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, inside_of);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, inside);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, outside_count);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, outside_of);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, outside);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, pair);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, target);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, source);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, on_page);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, GfKpiDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
gf_kpi_dialog_init (GfKpiDialog *self)
{
  g_autoptr (GtkStringList) presets = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_string_list_append (presets, _("One of your own"));
  for (guint i = 0; i < gf_kpi_presets_get_n (); i++)
    gtk_string_list_append (presets, _(gf_kpi_presets_get (i)->name));
  adw_combo_row_set_model (self->preset, G_LIST_MODEL (presets));
}

/**
 * gf_kpi_dialog_new:
 * @kpis: the figures of the project
 * @kpi: (nullable): one of them, NULL for a new one
 *
 * Returns: (transfer floating): a dialog that edits it
 */
AdwDialog *
gf_kpi_dialog_new (GListStore *kpis,
                   GfKpi      *kpi)
{
  GfKpiDialog *self = g_object_new (GF_TYPE_KPI_DIALOG, NULL);

  self->kpis = g_object_ref (kpis);
  self->draft = gf_kpi_new ();
  if (kpi != NULL)
    {
      self->kpi = g_object_ref (kpi);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit Figure"));
      gtk_widget_set_visible (GTK_WIDGET (self->preset), FALSE);
      gtk_widget_set_visible (self->remove, TRUE);
    }
  fill (self, kpi != NULL ? kpi : self->draft);
  self->filling = FALSE;
  changed_cb (self);

  return ADW_DIALOG (self);
}
