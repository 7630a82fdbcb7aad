/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-criterion-row.h"

struct _GfCriterionRow
{
  AdwExpanderRow parent_instance;

  /* Template widgets */
  GtkEditable *name;
  GtkEditable *poor;
  GtkEditable *fair;
  GtkEditable *excellent;

  /* Owned references */
  GfCriterion *criterion;
};

G_DEFINE_FINAL_TYPE (GfCriterionRow, gf_criterion_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, g_str_equal (action_name, "row.up") ? -1 : 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
gf_criterion_row_dispose (GObject *object)
{
  GfCriterionRow *self = GF_CRITERION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_CRITERION_ROW);
  g_clear_object (&self->criterion);

  G_OBJECT_CLASS (gf_criterion_row_parent_class)->dispose (object);
}

static void
gf_criterion_row_class_init (GfCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_criterion_row_dispose;

  /**
   * GfCriterionRow::moved:
   * @direction: -1 up, 1 down
   *
   * The criterion is to change places with its neighbour.
   */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", GF_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * GfCriterionRow::removed:
   *
   * The criterion is to go.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", GF_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "row.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "row.down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.down", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCriterionRow, name);
  gtk_widget_class_bind_template_child (widget_class, GfCriterionRow, poor);
  gtk_widget_class_bind_template_child (widget_class, GfCriterionRow, fair);
  gtk_widget_class_bind_template_child (widget_class, GfCriterionRow, excellent);
}

static void
gf_criterion_row_init (GfCriterionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_criterion_row_new:
 * @criterion: a criterion
 *
 * Returns: (transfer floating): a row that shows it, and writes what is typed into it
 */
GtkWidget *
gf_criterion_row_new (GfCriterion *criterion)
{
  g_return_val_if_fail (GF_IS_CRITERION (criterion), NULL);

  GfCriterionRow *self = g_object_new (GF_TYPE_CRITERION_ROW, NULL);
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  self->criterion = g_object_ref (criterion);
  g_object_bind_property (criterion, "name", self->name, "text", both);
  g_object_bind_property (criterion, "poor", self->poor, "text", both);
  g_object_bind_property (criterion, "fair", self->fair, "text", both);
  g_object_bind_property (criterion, "excellent", self->excellent, "text", both);

  return GTK_WIDGET (self);
}

/**
 * gf_criterion_row_get_criterion:
 *
 * Returns: (transfer none): what it shows
 */
GfCriterion *
gf_criterion_row_get_criterion (GfCriterionRow *self)
{
  g_return_val_if_fail (GF_IS_CRITERION_ROW (self), NULL);

  return self->criterion;
}

/**
 * gf_criterion_row_set_place:
 * @first: whether there is nothing above it
 * @last: whether there is nothing below it
 *
 * Offers to move it only where it can go.
 */
void
gf_criterion_row_set_place (GfCriterionRow *self,
                            gboolean        first,
                            gboolean        last)
{
  g_return_if_fail (GF_IS_CRITERION_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.up", !first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.down", !last);
}
