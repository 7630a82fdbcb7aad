/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-measure-row.h"

#include "gf-column-look.h"
#include "gf-feedback.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A column with fewer gaps than this counts as filled. */
#define NEARLY_ALL 0.995

struct _GfMeasureRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *note;
  GtkWidget *warning;
  GtkLabel *warning_label;
  GtkWidget *scale;
  GtkAdjustment *adjustment;
  GtkLabel *value;
  GtkWidget *menu;

  /* Owned references */
  GfGoodMeasure *measure;
  GfTable *table;
};

G_DEFINE_FINAL_TYPE (GfMeasureRow, gf_measure_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_DIRECTION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_direction_words (GfMeasureRow *self)
{
  return gf_good_measure_get_lower_is_better (self->measure) ? _("Less is better") : _("More is better");
}

static char *
dup_note (GfMeasureRow *self)
{
  GfColumn *column = self->table != NULL
                       ? gf_table_find_column (self->table, gf_good_measure_get_column (self->measure))
                       : NULL;
  gsize n_rows = self->table != NULL ? gf_table_get_n_rows (self->table) : 0;
  g_autofree char *percent = NULL;
  double filled;

  if (column == NULL || n_rows == 0)
    return g_strdup (_("There is no such column any more"));

  filled = (double) gf_column_count_filled (column) / (double) n_rows;
  percent = gf_column_dup_filled (column);
  if (filled >= NEARLY_ALL)
    /* TRANSLATORS: "More is better", then a percentage of customers */
    return g_strdup_printf (_("%s · %s filled"), get_direction_words (self), percent);

  /* TRANSLATORS: "More is better", then a percentage of customers */
  return g_strdup_printf (_("%s · %s filled, the rest is weighted without it"), get_direction_words (self), percent);
}

static void
update (GfMeasureRow *self)
{
  const char *name = gf_good_measure_get_column (self->measure);
  double weight = gtk_adjustment_get_value (self->adjustment);
  double upper = gtk_adjustment_get_upper (self->adjustment);
  g_autofree char *direction = gf_words_dup_lower (get_direction_words (self));
  g_autofree char *note = dup_note (self);
  g_autofree char *value = g_strdup_printf ("%.0f", weight);
  /* Translators: the weight of a measure as it is spoken: "30 of 100, more is better" */
  g_autofree char *spoken = g_strdup_printf (_("%.0f of %.0f, %s"), weight, upper, direction);
  /* Translators: the menu of a measure, %s is its name */
  g_autofree char *menu = g_strdup_printf (_("Menu of %s"), name);

  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->note, note);
  gtk_label_set_label (self->value, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
}

static void
direction_cb (GfMeasureRow *self)
{
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfMeasureRow *self = GF_MEASURE_ROW (widget);
  GtkWidget *list = gtk_widget_get_parent (widget);
  GListStore *measures = gf_record_get_list (gf_record_get_parent (GF_RECORD (self->measure)), "measures");

  /* The row goes with its record. */
  gf_toast_undo (list, _("Measure removed"));
  gf_record_list_remove (measures, self->measure);
  gtk_widget_grab_focus (list);
}

static void
gf_measure_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  GfMeasureRow *self = GF_MEASURE_ROW (object);

  if (prop_id == PROP_DIRECTION)
    g_value_set_static_string (value, self->measure != NULL && gf_good_measure_get_lower_is_better (self->measure)
                                        ? "less" : "more");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gf_measure_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  GfMeasureRow *self = GF_MEASURE_ROW (object);

  if (prop_id == PROP_DIRECTION)
    gf_good_measure_set_lower_is_better (self->measure, g_strcmp0 (g_value_get_string (value), "less") == 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gf_measure_row_dispose (GObject *object)
{
  GfMeasureRow *self = GF_MEASURE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_MEASURE_ROW);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_object (&self->measure);

  G_OBJECT_CLASS (gf_measure_row_parent_class)->dispose (object);
}

static void
gf_measure_row_class_init (GfMeasureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gf_measure_row_dispose;
  object_class->get_property = gf_measure_row_get_property;
  object_class->set_property = gf_measure_row_set_property;

  /**
   * GfMeasureRow:direction:
   *
   * "more" or "less", whichever is better; the state of the menu.
   */
  properties[PROP_DIRECTION] =
    g_param_spec_string ("direction", NULL, NULL, "more",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "measure.direction", "direction");
  gtk_widget_class_install_action (widget_class, "measure.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "measure.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "measure.remove", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-measure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfMeasureRow, title);
  gtk_widget_class_bind_template_child (widget_class, GfMeasureRow, note);
  gtk_widget_class_bind_template_child (widget_class, GfMeasureRow, warning);
  gtk_widget_class_bind_template_child (widget_class, GfMeasureRow, warning_label);
  gtk_widget_class_bind_template_child (widget_class, GfMeasureRow, scale);
  gtk_widget_class_bind_template_child (widget_class, GfMeasureRow, adjustment);
  gtk_widget_class_bind_template_child (widget_class, GfMeasureRow, value);
  gtk_widget_class_bind_template_child (widget_class, GfMeasureRow, menu);
}

static void
gf_measure_row_init (GfMeasureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_measure_row_new:
 * @measure: the record to edit
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
gf_measure_row_new (GfGoodMeasure *measure)
{
  GfMeasureRow *self;

  g_return_val_if_fail (GF_IS_GOOD_MEASURE (measure), NULL);

  self = g_object_new (GF_TYPE_MEASURE_ROW, NULL);
  self->measure = g_object_ref (measure);
  gtk_adjustment_set_upper (self->adjustment, fmax (100, ceil (gf_good_measure_get_weight (measure))));
  g_object_bind_property (measure, "weight", self->adjustment, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (measure, "notify::column", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (measure, "notify::lower-is-better", G_CALLBACK (direction_cb), self, G_CONNECT_SWAPPED);
  update (self);
  direction_cb (self);

  return GTK_WIDGET (self);
}

/**
 * gf_measure_row_get_measure:
 *
 * Returns: (transfer none): the record
 */
GfGoodMeasure *
gf_measure_row_get_measure (GfMeasureRow *self)
{
  g_return_val_if_fail (GF_IS_MEASURE_ROW (self), NULL);

  return self->measure;
}

/**
 * gf_measure_row_set_table:
 * @table: (nullable): the customers
 *
 * Says how many of the customers have the measure.
 */
void
gf_measure_row_set_table (GfMeasureRow *self,
                          GfTable      *table)
{
  g_return_if_fail (GF_IS_MEASURE_ROW (self));

  if (self->table == table)
    return;

  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  update (self);
}

/**
 * gf_measure_row_set_warning:
 * @warning: (nullable): what to know about the measure, in a sentence
 *
 * Shows a warning below the measure.
 */
void
gf_measure_row_set_warning (GfMeasureRow *self,
                            const char   *warning)
{
  g_return_if_fail (GF_IS_MEASURE_ROW (self));

  gtk_widget_set_visible (self->warning, warning != NULL);
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
}

/**
 * gf_measure_row_set_narrow:
 * @narrow: whether the window is as narrow as a phone
 *
 * Puts the scale below the words.
 */
void
gf_measure_row_set_narrow (GfMeasureRow *self,
                           gboolean      narrow)
{
  GtkWidget *box;

  g_return_if_fail (GF_IS_MEASURE_ROW (self));

  box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (box), narrow ? 3 : 12);
  gtk_widget_set_hexpand (self->scale, narrow);
}
