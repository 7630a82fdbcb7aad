/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-intro-card.h"

#include "gf-settings.h"

struct _GfIntroCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *label;

  /* Owned references */
  char *topic;
  char *phrase;
  char *text;
};

G_DEFINE_FINAL_TYPE (GfIntroCard, gf_intro_card, ADW_TYPE_BIN)

enum
{
  PROP_TOPIC = 1,
  PROP_PHRASE,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_label (GfIntroCard *self)
{
  g_autofree char *markup =
    g_markup_printf_escaped ("<b>%s</b> %s",
                             self->phrase != NULL ? self->phrase : "",
                             self->text != NULL ? self->text : "");

  gtk_label_set_markup (self->label, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->phrase != NULL ? self->phrase : "",
                                  -1);
}

static void
update_visible (GfIntroCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->topic == NULL ||
                            !gf_settings_list_has ("hidden-intros", self->topic));
}

static void
close_clicked_cb (GfIntroCard *self)
{
  /* The button that has the focus goes away: hand it on before it is lost. */
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  gf_intro_card_set_hidden (self, TRUE);
}

static void
gf_intro_card_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  GfIntroCard *self = GF_INTRO_CARD (object);

  switch (prop_id)
    {
    case PROP_TOPIC:
      g_value_set_string (value, self->topic);
      break;

    case PROP_PHRASE:
      g_value_set_string (value, gf_intro_card_get_phrase (self));
      break;

    case PROP_TEXT:
      g_value_set_string (value, gf_intro_card_get_text (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_intro_card_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  GfIntroCard *self = GF_INTRO_CARD (object);
  gboolean changed = FALSE;

  switch (prop_id)
    {
    case PROP_TOPIC:
      changed = g_set_str (&self->topic, g_value_get_string (value));
      update_visible (self);
      break;

    case PROP_PHRASE:
      changed = g_set_str (&self->phrase, g_value_get_string (value));
      update_label (self);
      break;

    case PROP_TEXT:
      changed = g_set_str (&self->text, g_value_get_string (value));
      update_label (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
gf_intro_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_INTRO_CARD);

  G_OBJECT_CLASS (gf_intro_card_parent_class)->dispose (object);
}

static void
gf_intro_card_finalize (GObject *object)
{
  GfIntroCard *self = GF_INTRO_CARD (object);

  g_clear_pointer (&self->topic, g_free);
  g_clear_pointer (&self->phrase, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (gf_intro_card_parent_class)->finalize (object);
}

static void
gf_intro_card_class_init (GfIntroCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_intro_card_get_property;
  object_class->set_property = gf_intro_card_set_property;
  object_class->dispose = gf_intro_card_dispose;
  object_class->finalize = gf_intro_card_finalize;

  /**
   * GfIntroCard:topic:
   *
   * The name under which "hidden" is remembered, most often the id of the step.
   */
  properties[PROP_TOPIC] =
    g_param_spec_string ("topic", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfIntroCard:phrase:
   *
   * The bold phrase.
   */
  properties[PROP_PHRASE] =
    g_param_spec_string ("phrase", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfIntroCard:text:
   *
   * What the step is for and what is good enough, in two sentences.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-intro-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GfIntroCard, label);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
gf_intro_card_init (GfIntroCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gf_settings_get (), "changed::hidden-intros",
                           G_CALLBACK (update_visible), self, G_CONNECT_SWAPPED);
}

/**
 * gf_intro_card_get_phrase:
 *
 * Returns: (nullable): the bold phrase
 */
const char *
gf_intro_card_get_phrase (GfIntroCard *self)
{
  g_return_val_if_fail (GF_IS_INTRO_CARD (self), NULL);

  return self->phrase;
}

/**
 * gf_intro_card_get_text:
 *
 * Returns: (nullable): the sentences
 */
const char *
gf_intro_card_get_text (GfIntroCard *self)
{
  g_return_val_if_fail (GF_IS_INTRO_CARD (self), NULL);

  return self->text;
}

/**
 * gf_intro_card_get_hidden:
 *
 * Returns: whether the user has put the card away
 */
gboolean
gf_intro_card_get_hidden (GfIntroCard *self)
{
  g_return_val_if_fail (GF_IS_INTRO_CARD (self), FALSE);

  return !gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * gf_intro_card_set_hidden:
 * @hidden: whether to put it away
 *
 * Hides or shows the card, and remembers it for its topic.
 */
void
gf_intro_card_set_hidden (GfIntroCard *self,
                          gboolean     hidden)
{
  g_return_if_fail (GF_IS_INTRO_CARD (self));

  if (self->topic != NULL)
    gf_settings_list_set ("hidden-intros", self->topic, hidden);
  gtk_widget_set_visible (GTK_WIDGET (self), !hidden);
}
