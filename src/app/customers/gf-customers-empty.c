/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-empty.h"

#include "gf-steps.h"

struct _GfCustomersEmpty
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkWidget *without;
};

G_DEFINE_FINAL_TYPE (GfCustomersEmpty, gf_customers_empty, GF_TYPE_STEP_VIEW)

static void
gf_customers_empty_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_CUSTOMERS_EMPTY);

  G_OBJECT_CLASS (gf_customers_empty_parent_class)->dispose (object);
}

static void
gf_customers_empty_class_init (GfCustomersEmptyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_customers_empty_dispose;

  /* Cells that were copied anywhere are taken in wherever the focus is. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "page.paste",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-customers-empty.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCustomersEmpty, without);
}

static void
gf_customers_empty_init (GfCustomersEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->without, gf_steps_find ("market") >= 0);
}
