/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-pips.h"

#include "gf-marks.h"

#include <glib/gi18n-lib.h>

struct _GfPips
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *marks;

  guint value;
};

G_DEFINE_FINAL_TYPE (GfPips, gf_pips, GTK_TYPE_WIDGET)

enum
{
  PROP_VALUE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update (GfPips *self)
{
  g_autofree char *name = NULL;

  if (self->value == 0)
    name = g_strdup (_("Not known yet"));
  else
    /* Translators: a score: "4 of 5" */
    name = g_strdup_printf (_("%u of %u"), self->value, GF_PIPS_MAXIMUM);

  gf_marks_set (GF_MARKS (self->marks), self->value, GF_PIPS_MAXIMUM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
gf_pips_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_uint (value, gf_pips_get_value (GF_PIPS (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_pips_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_VALUE:
      gf_pips_set_value (GF_PIPS (object), g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_pips_dispose (GObject *object)
{
  g_clear_pointer (&GF_PIPS (object)->marks, gtk_widget_unparent);

  G_OBJECT_CLASS (gf_pips_parent_class)->dispose (object);
}

static void
gf_pips_class_init (GfPipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_pips_get_property;
  object_class->set_property = gf_pips_set_property;
  object_class->dispose = gf_pips_dispose;

  /**
   * GfPips:value:
   *
   * The score, 0 while it is not known.
   */
  properties[PROP_VALUE] =
    g_param_spec_uint ("value", NULL, NULL, 0, GF_PIPS_MAXIMUM, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "pips");
}

static void
gf_pips_init (GfPips *self)
{
  self->marks = gf_marks_new (GF_MARK_PIP, 8);
  gf_marks_set_look (GF_MARKS (self->marks), GF_MARK_PIP, GF_DATA_OTHER);
  gtk_widget_set_parent (self->marks, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update (self);
}

/**
 * gf_pips_new:
 *
 * Returns: (transfer floating): pips of a score not known yet
 */
GtkWidget *
gf_pips_new (void)
{
  return g_object_new (GF_TYPE_PIPS, NULL);
}

/**
 * gf_pips_get_value:
 *
 * Returns: the score, 0 while it is not known
 */
guint
gf_pips_get_value (GfPips *self)
{
  g_return_val_if_fail (GF_IS_PIPS (self), 0);

  return self->value;
}

/**
 * gf_pips_set_value:
 * @value: the score, 0 while it is not known; above 5 counts as 5
 *
 * Sets #GfPips:value.
 */
void
gf_pips_set_value (GfPips *self,
                   guint   value)
{
  g_return_if_fail (GF_IS_PIPS (self));

  value = MIN (value, GF_PIPS_MAXIMUM);
  if (self->value == value)
    return;

  self->value = value;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
