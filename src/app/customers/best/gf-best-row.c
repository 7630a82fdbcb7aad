/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-row.h"

#include "gf-chip.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>

struct _GfBestRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *place;
  GtkLabel *name;
  GtkLabel *facts;
  GfChip *chip;
};

G_DEFINE_FINAL_TYPE (GfBestRow, gf_best_row, GTK_TYPE_LIST_BOX_ROW)

static void
gf_best_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_BEST_ROW);

  G_OBJECT_CLASS (gf_best_row_parent_class)->dispose (object);
}

static void
gf_best_row_class_init (GfBestRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_best_row_dispose;

  g_type_ensure (GF_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-best-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfBestRow, place);
  gtk_widget_class_bind_template_child (widget_class, GfBestRow, name);
  gtk_widget_class_bind_template_child (widget_class, GfBestRow, facts);
  gtk_widget_class_bind_template_child (widget_class, GfBestRow, chip);
}

static void
gf_best_row_init (GfBestRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
update_accessible (GfBestRow *self)
{
  /* Translators: place, name and figures of a customer as they are spoken */
  g_autofree char *text = g_strdup_printf (_("%s, %s, %s"), gtk_label_get_label (self->place),
                                           gtk_label_get_label (self->name), gtk_label_get_label (self->facts));
  gboolean moved = gtk_widget_get_visible (GTK_WIDGET (self->chip));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, moved ? gf_chip_get_text (self->chip) : "",
                                  -1);
}

/**
 * gf_best_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
gf_best_row_new (void)
{
  return g_object_new (GF_TYPE_BEST_ROW, NULL);
}

/**
 * gf_best_row_set:
 * @place: from 1
 * @name: of the customer
 * @facts: the figures, "Lifetime value €23,150 · Renewals 5"
 *
 * Shows a customer.
 */
void
gf_best_row_set (GfBestRow  *self,
                 guint       place,
                 const char *name,
                 const char *facts)
{
  g_autofree char *text = g_strdup_printf ("%u", place);

  g_return_if_fail (GF_IS_BEST_ROW (self));

  gtk_label_set_label (self->place, text);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
  update_accessible (self);
}

/**
 * gf_best_row_set_move:
 * @up: how many places the customer stands higher than in the other order, negative for lower
 *
 * Shows "up 9" or "down 4", or nothing for a customer who keeps the place.
 */
void
gf_best_row_set_move (GfBestRow *self,
                      int        up)
{
  g_autofree char *places = gf_format_count ((guint64) ABS ((gint64) up));
  g_autofree char *text = NULL;

  g_return_if_fail (GF_IS_BEST_ROW (self));

  if (up > 0)
    /* Translators: a customer stands so many places higher than by another measure */
    text = g_strdup_printf (C_("places", "up %s"), places);
  else if (up < 0)
    /* Translators: a customer stands so many places lower than by another measure */
    text = g_strdup_printf (C_("places", "down %s"), places);

  gtk_widget_set_visible (GTK_WIDGET (self->chip), up != 0);
  if (up > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->chip), "best");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->chip), "best");
  gf_chip_set_text (self->chip, text);
  update_accessible (self);
}
