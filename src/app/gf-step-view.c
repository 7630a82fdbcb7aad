/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-view-private.h"

/* One view of a step: what stands between the header bar and the step bar.
 *
 * It is only a description with a child in it: the frame (gf-step-frame.c) that holds the view
 * reads the properties and listens to their notifications; the view never reaches up.
 */
typedef struct
{
  /* Owned references */
  GObject *project;
  char *name;
  char *title;
  char *subtitle;
  char *icon_name;
  char *hint;
  char *pane_title;
  char *pane_subtitle;
  char *banner_title;
  char *banner_button;
  char *banner_action;
  char *next_label;
  char *busy_text;
  GtkWidget *pane;
  GtkWidget *start_tools;
  GtkWidget *tools;
  GtkWidget *primary;
  GtkWidget *intro;
  GSimpleActionGroup *actions;

  guint update_source;
  GfWidth width;
  double progress;
  gboolean busy;
  gboolean complete;
  gboolean pane_on_activate;
  gboolean wide_pane;
  gboolean pane_closed;
  gboolean shown;
  gboolean stale;
} GfStepViewPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (GfStepView, gf_step_view, ADW_TYPE_BIN)

enum
{
  PANE_REQUESTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

char **
_gf_step_view_get_string_field (GfStepView *self,
                                guint       prop_id)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_NAME: return &priv->name;
    case PROP_TITLE: return &priv->title;
    case PROP_SUBTITLE: return &priv->subtitle;
    case PROP_ICON_NAME: return &priv->icon_name;
    case PROP_HINT: return &priv->hint;
    case PROP_PANE_TITLE: return &priv->pane_title;
    case PROP_PANE_SUBTITLE: return &priv->pane_subtitle;
    case PROP_BANNER_TITLE: return &priv->banner_title;
    case PROP_BANNER_BUTTON: return &priv->banner_button;
    case PROP_BANNER_ACTION: return &priv->banner_action;
    case PROP_BUSY_TEXT: return &priv->busy_text;
    case PROP_NEXT_LABEL: return &priv->next_label;
    default: return NULL;
    }
}

GtkWidget **
_gf_step_view_get_widget_field (GfStepView *self,
                                guint       prop_id)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_PANE: return &priv->pane;
    case PROP_START_TOOLS: return &priv->start_tools;
    case PROP_TOOLS: return &priv->tools;
    case PROP_PRIMARY: return &priv->primary;
    case PROP_INTRO: return &priv->intro;
    default: return NULL;
    }
}

void
_gf_step_view_set_string (GfStepView *self,
                          guint       prop_id,
                          const char *value)
{
  if (g_set_str (_gf_step_view_get_string_field (self, prop_id), value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
forward_cb (GfStepView    *self,
            GVariant      *parameter,
            GSimpleAction *action)
{
  g_autofree char *name = g_strconcat ("view.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), name, parameter);
}

/* The tools and the pane stand outside the view, so its actions would not be found from there:
 * they get a group that leads to the view.*-actions of the class. */
static GActionGroup *
get_actions (GfStepView *self)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (self);
  const GVariantType *parameter_type;
  const char *property;
  const char *name;
  GType owner;

  if (priv->actions != NULL)
    return G_ACTION_GROUP (priv->actions);

  priv->actions = g_simple_action_group_new ();
  for (guint i = 0; gtk_widget_class_query_action (widget_class, i, &owner, &name, &parameter_type,
                                                   &property); i++)
    {
      g_autoptr (GSimpleAction) action = NULL;

      if (!g_str_has_prefix (name, "view.") || property != NULL)
        continue;

      action = g_simple_action_new (name + strlen ("view."), parameter_type);
      g_signal_connect_object (action, "activate", G_CALLBACK (forward_cb), self,
                               G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (priv->actions), G_ACTION (action));
    }

  return G_ACTION_GROUP (priv->actions);
}

void
_gf_step_view_set_widget (GfStepView *self,
                          guint       prop_id,
                          GtkWidget  *widget)
{
  GtkWidget **field = _gf_step_view_get_widget_field (self, prop_id);

  if (*field == widget)
    return;

  g_clear_object (field);
  *field = widget != NULL ? g_object_ref_sink (widget) : NULL;
  if (widget != NULL && prop_id != PROP_PRIMARY && prop_id != PROP_INTRO)
    gtk_widget_insert_action_group (widget, "view", get_actions (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
set_boolean (GfStepView *self,
             guint       prop_id,
             gboolean   *field,
             gboolean    value)
{
  value = !!value;
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static gboolean
update_cb (gpointer data)
{
  GfStepView *self = data;
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  priv->update_source = 0;
  if (!priv->shown || priv->project == NULL)
    return G_SOURCE_REMOVE;

  priv->stale = FALSE;
  if (GF_STEP_VIEW_GET_CLASS (self)->update != NULL)
    GF_STEP_VIEW_GET_CLASS (self)->update (self);

  return G_SOURCE_REMOVE;
}

static void
gf_step_view_map (GtkWidget *widget)
{
  GfStepView *self = GF_STEP_VIEW (widget);
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  /* A stale view is brought up to date before anyone sees it. */
  priv->shown = TRUE;
  if (priv->stale)
    {
      g_clear_handle_id (&priv->update_source, g_source_remove);
      update_cb (self);
    }

  GTK_WIDGET_CLASS (gf_step_view_parent_class)->map (widget);
}

static void
gf_step_view_unmap (GtkWidget *widget)
{
  GfStepView *self = GF_STEP_VIEW (widget);
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  priv->shown = FALSE;

  GTK_WIDGET_CLASS (gf_step_view_parent_class)->unmap (widget);
}

static void
gf_step_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  GfStepView *self = GF_STEP_VIEW (object);
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);
  char **string = _gf_step_view_get_string_field (self, prop_id);
  GtkWidget **widget = _gf_step_view_get_widget_field (self, prop_id);

  if (string != NULL)
    {
      g_value_set_string (value, *string);
      return;
    }
  if (widget != NULL)
    {
      g_value_set_object (value, *widget);
      return;
    }

  switch (prop_id)
    {
    case PROP_PANE_ON_ACTIVATE:
      g_value_set_boolean (value, priv->pane_on_activate);
      break;

    case PROP_WIDE_PANE:
      g_value_set_boolean (value, priv->wide_pane);
      break;

    case PROP_PANE_CLOSED:
      g_value_set_boolean (value, priv->pane_closed);
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, priv->complete);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, priv->busy);
      break;

    case PROP_PROGRESS:
      g_value_set_double (value, priv->progress);
      break;

    case PROP_PROJECT:
      g_value_set_object (value, priv->project);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, gf_step_view_get_narrow (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_step_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  GfStepView *self = GF_STEP_VIEW (object);
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  if (_gf_step_view_get_string_field (self, prop_id) != NULL)
    {
      _gf_step_view_set_string (self, prop_id, g_value_get_string (value));
      return;
    }
  if (_gf_step_view_get_widget_field (self, prop_id) != NULL)
    {
      _gf_step_view_set_widget (self, prop_id, g_value_get_object (value));
      return;
    }

  switch (prop_id)
    {
    case PROP_PANE_ON_ACTIVATE:
      set_boolean (self, prop_id, &priv->pane_on_activate, g_value_get_boolean (value));
      break;

    case PROP_WIDE_PANE:
      set_boolean (self, prop_id, &priv->wide_pane, g_value_get_boolean (value));
      break;

    case PROP_PANE_CLOSED:
      set_boolean (self, prop_id, &priv->pane_closed, g_value_get_boolean (value));
      break;

    case PROP_COMPLETE:
      gf_step_view_set_complete (self, g_value_get_boolean (value));
      break;

    case PROP_BUSY:
      set_boolean (self, prop_id, &priv->busy, g_value_get_boolean (value));
      break;

    case PROP_PROGRESS:
      gf_step_view_set_busy (self, priv->busy, g_value_get_double (value));
      break;

    case PROP_PROJECT:
      gf_step_view_set_project (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_step_view_dispose (GObject *object)
{
  GfStepView *self = GF_STEP_VIEW (object);
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  gf_step_view_set_project (self, NULL);
  g_clear_handle_id (&priv->update_source, g_source_remove);
  for (guint i = 1; i < N_PROPS; i++)
    if (_gf_step_view_get_widget_field (self, i) != NULL)
      g_clear_object (_gf_step_view_get_widget_field (self, i));
  g_clear_object (&priv->actions);

  G_OBJECT_CLASS (gf_step_view_parent_class)->dispose (object);
}

static void
gf_step_view_finalize (GObject *object)
{
  GfStepView *self = GF_STEP_VIEW (object);

  for (guint i = 1; i < N_PROPS; i++)
    if (_gf_step_view_get_string_field (self, i) != NULL)
      g_clear_pointer (_gf_step_view_get_string_field (self, i), g_free);

  G_OBJECT_CLASS (gf_step_view_parent_class)->finalize (object);
}

static void
install_string (guint       prop_id,
                const char *name)
{
  properties[prop_id] = g_param_spec_string (name, NULL, NULL, NULL,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_widget (guint       prop_id,
                const char *name)
{
  properties[prop_id] = g_param_spec_object (name, NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_boolean (guint       prop_id,
                 const char *name)
{
  properties[prop_id] = g_param_spec_boolean (name, NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
gf_step_view_class_init (GfStepViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_step_view_get_property;
  object_class->set_property = gf_step_view_set_property;
  object_class->dispose = gf_step_view_dispose;
  object_class->finalize = gf_step_view_finalize;
  widget_class->map = gf_step_view_map;
  widget_class->unmap = gf_step_view_unmap;

  /**
   * GfStepView:view-name:
   *
   * The short name by which actions know the view: "findings".
   */
  install_string (PROP_NAME, "view-name");
  /**
   * GfStepView:title:
   *
   * The title in the view switcher and on Back and Next, in Header Capitals.
   */
  install_string (PROP_TITLE, "title");
  /**
   * GfStepView:subtitle:
   *
   * The second line of the title where no switcher stands, or NULL.
   */
  install_string (PROP_SUBTITLE, "subtitle");
  /**
   * GfStepView:icon-name:
   *
   * The icon in the view switcher.
   */
  install_string (PROP_ICON_NAME, "icon-name");
  /**
   * GfStepView:hint:
   *
   * The next most useful thing, from the data; never praise, never a percentage.
   */
  install_string (PROP_HINT, "hint");
  /**
   * GfStepView:pane:
   *
   * Details of the selection or a summary, shown at the end; NULL for none. It scrolls by itself.
   */
  install_widget (PROP_PANE, "pane");
  /**
   * GfStepView:pane-title:
   *
   * The title above the pane.
   */
  install_string (PROP_PANE_TITLE, "pane-title");
  /**
   * GfStepView:pane-subtitle:
   *
   * The second line of the title above the pane, or NULL.
   */
  install_string (PROP_PANE_SUBTITLE, "pane-subtitle");
  /**
   * GfStepView:pane-on-activate:
   *
   * Whether the pane shows the activated row, so that a phone needs no button for it.
   */
  install_boolean (PROP_PANE_ON_ACTIVATE, "pane-on-activate");
  /**
   * GfStepView:wide-pane:
   *
   * Whether the pane is 420 to 460 wide (a page is shown in it) instead of 300 to 322.
   */
  install_boolean (PROP_WIDE_PANE, "wide-pane");
  /**
   * GfStepView:pane-closed:
   *
   * Whether the pane is closed until the user opens it, as the content needs the room.
   */
  install_boolean (PROP_PANE_CLOSED, "pane-closed");
  /**
   * GfStepView:start-tools:
   *
   * A widget after the undo button of the header bar, or NULL.
   */
  install_widget (PROP_START_TOOLS, "start-tools");
  /**
   * GfStepView:tools:
   *
   * A widget (most often a box of buttons with the blue one) at the end of the header bar, or NULL.
   */
  install_widget (PROP_TOOLS, "tools");
  /**
   * GfStepView:primary:
   *
   * The one button that is the point of the view, wherever it stands; NULL gives the blue to Next.
   */
  install_widget (PROP_PRIMARY, "primary");
  /**
   * GfStepView:complete:
   *
   * Whether the view has what it needs, so that the blue moves from #GfStepView:primary to Next.
   */
  install_boolean (PROP_COMPLETE, "complete");
  /**
   * GfStepView:intro:
   *
   * The #GfIntroCard that stands on top of the view, or NULL.
   */
  install_widget (PROP_INTRO, "intro");
  /**
   * GfStepView:banner-title:
   *
   * A state the user should know of; NULL hides the banner.
   */
  install_string (PROP_BANNER_TITLE, "banner-title");
  /**
   * GfStepView:banner-button:
   *
   * The label of the banner's button, or NULL.
   */
  install_string (PROP_BANNER_BUTTON, "banner-button");
  /**
   * GfStepView:banner-action:
   *
   * The detailed action of the banner's button, looked up from the view.
   */
  install_string (PROP_BANNER_ACTION, "banner-action");
  /**
   * GfStepView:busy:
   *
   * Whether a long work is under way: a thin bar under the header and a Stop button at the foot.
   */
  install_boolean (PROP_BUSY, "busy");
  /**
   * GfStepView:busy-text:
   *
   * What is being done, said after two seconds: "Searching combinations, 62 %".
   */
  install_string (PROP_BUSY_TEXT, "busy-text");
  /**
   * GfStepView:progress:
   *
   * The share that is done while busy; below 0 it is not known.
   */
  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL, -1, 1, -1,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfStepView:next-label:
   *
   * In a pushed view: the label of Next ("Jonas Lindqvist"); NULL for no such button.
   */
  install_string (PROP_NEXT_LABEL, "next-label");
  /**
   * GfStepView:project:
   *
   * The project, set by the window.
   */
  properties[PROP_PROJECT] =
    g_param_spec_object ("project", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfStepView:narrow:
   *
   * Whether the window is as narrow as a phone; bind what must change to it.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GfStepView::pane-requested:
   *
   * The view wants its pane seen, since a row was activated. The frame listens.
   */
  signals[PANE_REQUESTED] =
    g_signal_new ("pane-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "stepview");
}

static void
gf_step_view_init (GfStepView *self)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  priv->progress = -1;
}

/**
 * gf_step_view_get_project:
 *
 * Returns: (transfer none) (nullable): the project the view shows
 */
GfProject *
gf_step_view_get_project (GfStepView *self)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return (GfProject *) priv->project;
}

/**
 * gf_step_view_set_project:
 * @project: (nullable): the project
 *
 * Shows another project. The window does this.
 */
void
gf_step_view_set_project (GfStepView *self,
                          GfProject  *project)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  g_return_if_fail (GF_IS_STEP_VIEW (self));

  if (priv->project == (GObject *) project)
    return;

  if (priv->project != NULL)
    g_signal_handlers_disconnect_by_func (priv->project, gf_step_view_queue_update, self);
  g_set_object (&priv->project, (GObject *) project);
  if (priv->project != NULL)
    g_signal_connect_object (priv->project, "changed",
                             G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);

  if (GF_STEP_VIEW_GET_CLASS (self)->project_changed != NULL)
    GF_STEP_VIEW_GET_CLASS (self)->project_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);

  if (priv->project != NULL)
    gf_step_view_queue_update (self);
}

/**
 * gf_step_view_queue_update:
 *
 * Asks for #GfStepViewClass.update before the next frame, or, while the view is not the visible
 * one, when it is shown.
 */
void
gf_step_view_queue_update (GfStepView *self)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  g_return_if_fail (GF_IS_STEP_VIEW (self));

  priv->stale = TRUE;
  if (priv->shown && priv->update_source == 0)
    priv->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, update_cb, self, NULL);
}

/**
 * gf_step_view_show_pane:
 *
 * Makes the pane seen where it is hidden (slides it over the content, or raises the bottom sheet).
 * Call it when a row is activated, not when it is merely selected.
 */
void
gf_step_view_show_pane (GfStepView *self)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  g_signal_emit (self, signals[PANE_REQUESTED], 0);
}

/**
 * gf_step_view_get_complete:
 *
 * Returns: whether the view has what it needs
 */
gboolean
gf_step_view_get_complete (GfStepView *self)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_VIEW (self), FALSE);

  return priv->complete;
}

/**
 * gf_step_view_set_complete:
 * @complete: whether the view has what it needs
 *
 * Moves the blue: to Next when complete, to #GfStepView:primary otherwise.
 */
void
gf_step_view_set_complete (GfStepView *self,
                           gboolean    complete)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  g_return_if_fail (GF_IS_STEP_VIEW (self));

  set_boolean (self, PROP_COMPLETE, &priv->complete, complete);
}

/**
 * gf_step_view_set_busy:
 * @busy: whether a long work is under way
 * @fraction: the share that is done, below 0 when it is not known
 *
 * Call it with TRUE when a work starts and at every progress; the frame shows nothing during the
 * first 0.3 s.
 */
void
gf_step_view_set_busy (GfStepView *self,
                       gboolean    busy,
                       double      fraction)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  g_return_if_fail (GF_IS_STEP_VIEW (self));

  fraction = fraction < 0 ? -1 : MIN (fraction, 1);
  if (priv->progress < fraction || priv->progress > fraction)
    {
      priv->progress = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
    }
  set_boolean (self, PROP_BUSY, &priv->busy, busy);
}

/**
 * gf_step_view_get_width_class:
 *
 * Returns: how much room the window has
 */
GfWidth
gf_step_view_get_width_class (GfStepView *self)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_VIEW (self), GF_WIDTH_WIDE);

  return priv->width;
}

/**
 * gf_step_view_get_narrow:
 *
 * Returns: whether the window is as narrow as a phone
 */
gboolean
gf_step_view_get_narrow (GfStepView *self)
{
  return gf_step_view_get_width_class (self) == GF_WIDTH_NARROW;
}

/**
 * gf_step_view_set_width_class:
 * @width: how much room the window has
 *
 * Told by the frame.
 */
void
gf_step_view_set_width_class (GfStepView *self,
                              GfWidth     width)
{
  GfStepViewPrivate *priv = gf_step_view_get_instance_private (self);
  gboolean narrow;

  g_return_if_fail (GF_IS_STEP_VIEW (self));

  narrow = gf_step_view_get_narrow (self);
  priv->width = width;
  if (narrow != gf_step_view_get_narrow (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/**
 * gf_step_view_set_action_enabled:
 * @action_name: an action of the view's class: "view.add"
 * @enabled: whether it can be used now
 *
 * As gtk_widget_action_set_enabled(), for the buttons in the tools and the pane too.
 */
void
gf_step_view_set_action_enabled (GfStepView *self,
                                 const char *action_name,
                                 gboolean    enabled)
{
  GAction *action;

  g_return_if_fail (GF_IS_STEP_VIEW (self));
  g_return_if_fail (g_str_has_prefix (action_name, "view."));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action_name, enabled);
  action = g_action_map_lookup_action (G_ACTION_MAP (get_actions (self)),
                                       action_name + strlen ("view."));
  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * gf_step_view_next:
 *
 * Runs #GfStepViewClass.next: Next of a pushed view was pressed.
 */
void
gf_step_view_next (GfStepView *self)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  if (GF_STEP_VIEW_GET_CLASS (self)->next != NULL)
    GF_STEP_VIEW_GET_CLASS (self)->next (self);
}

/**
 * gf_step_view_can_stop:
 *
 * Returns: whether the long work of the view can be ended by the user; what cannot ends by being asked anew
 */
gboolean
gf_step_view_can_stop (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), FALSE);

  return GF_STEP_VIEW_GET_CLASS (self)->stop != NULL;
}

/**
 * gf_step_view_stop:
 *
 * Runs #GfStepViewClass.stop: the user wants the long work to end.
 */
void
gf_step_view_stop (GfStepView *self)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  if (GF_STEP_VIEW_GET_CLASS (self)->stop != NULL)
    GF_STEP_VIEW_GET_CLASS (self)->stop (self);
}
