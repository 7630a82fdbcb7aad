/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-chip.h"

#include <glib/gi18n-lib.h>

struct _GfChip
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *label;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (GfChip, gf_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_TEXT = 1,
  PROP_ICON_NAME,
  PROP_REMOVABLE,
  N_PROPS
};

enum
{
  REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  if (gtk_widget_get_visible (GF_CHIP (widget)->remove))
    g_signal_emit (widget, signals[REMOVED], 0);
}

static void
gf_chip_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  GfChip *self = GF_CHIP (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, gf_chip_get_text (self));
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->icon));
      break;

    case PROP_REMOVABLE:
      g_value_set_boolean (value, gtk_widget_get_visible (self->remove));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_chip_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  GfChip *self = GF_CHIP (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      gf_chip_set_text (self, g_value_get_string (value));
      break;

    case PROP_ICON_NAME:
      gf_chip_set_icon_name (self, g_value_get_string (value));
      break;

    case PROP_REMOVABLE:
      gf_chip_set_removable (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_CHIP);

  G_OBJECT_CLASS (gf_chip_parent_class)->dispose (object);
}

static void
gf_chip_class_init (GfChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_chip_get_property;
  object_class->set_property = gf_chip_set_property;
  object_class->dispose = gf_chip_dispose;

  /**
   * GfChip:text:
   *
   * The words.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfChip:icon-name:
   *
   * The icon before the words, or NULL.
   */
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfChip:removable:
   *
   * Whether the user can remove it.
   */
  properties[PROP_REMOVABLE] =
    g_param_spec_boolean ("removable", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GfChip::removed:
   *
   * The user wants it away.
   */
  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "chip.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "chip.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "chip.remove", NULL);

  gtk_widget_class_set_css_name (widget_class, "gfchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, GfChip, icon);
  gtk_widget_class_bind_template_child (widget_class, GfChip, label);
  gtk_widget_class_bind_template_child (widget_class, GfChip, remove);
}

static void
gf_chip_init (GfChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "plain");
}

/**
 * gf_chip_new:
 * @text: the words
 * @removable: whether the user can remove it
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
gf_chip_new (const char *text,
             gboolean    removable)
{
  return g_object_new (GF_TYPE_CHIP, "text", text, "removable", removable, NULL);
}

/**
 * gf_chip_get_text:
 *
 * Returns: (transfer none): the words
 */
const char *
gf_chip_get_text (GfChip *self)
{
  g_return_val_if_fail (GF_IS_CHIP (self), NULL);

  return gtk_label_get_label (self->label);
}

/**
 * gf_chip_set_text:
 * @text: (nullable): the words
 *
 * Sets #GfChip:text.
 */
void
gf_chip_set_text (GfChip     *self,
                  const char *text)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GF_IS_CHIP (self));

  text = text != NULL ? text : "";
  gtk_label_set_label (self->label, text);
  /* Translators: the button on a chip: "Remove Department: Marketing" */
  name = g_strdup_printf (_("Remove %s"), text);
  gtk_widget_set_tooltip_text (self->remove, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * gf_chip_set_icon_name:
 * @icon_name: (nullable): the icon before the words
 *
 * Sets #GfChip:icon-name.
 */
void
gf_chip_set_icon_name (GfChip     *self,
                       const char *icon_name)
{
  g_return_if_fail (GF_IS_CHIP (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

/**
 * gf_chip_set_removable:
 * @removable: whether the user can remove it
 *
 * Sets #GfChip:removable.
 */
void
gf_chip_set_removable (GfChip   *self,
                       gboolean  removable)
{
  g_return_if_fail (GF_IS_CHIP (self));

  if (gtk_widget_get_visible (self->remove) == !!removable)
    return;

  gtk_widget_set_visible (self->remove, removable);
  if (removable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "plain");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "plain");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMOVABLE]);
}
