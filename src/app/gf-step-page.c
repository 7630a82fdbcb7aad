/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-page.h"

#include "gf-step-frame.h"

/* A step is a navigation page of the window's split view. Inside, a navigation view holds the
 * frame with the step's own views at the root and, above it, one frame for each pushed view. */
typedef struct
{
  /* Owned by the widget tree */
  AdwNavigationView *navigation;
  GfStepFrame *root;

  /* Owned references */
  GObject *project;
  char *step;
  char *icon_name;
  char *status;

  GfStepState state;
  GfWidth width;
  guint update_source;
} GfStepPagePrivate;

static GtkBuildableIface *parent_buildable;

static void gf_step_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (GfStepPage, gf_step_page, ADW_TYPE_NAVIGATION_PAGE,
                         G_ADD_PRIVATE (GfStepPage)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, gf_step_page_buildable_init))

G_DEFINE_ENUM_TYPE (GfStepState, gf_step_state,
                    G_DEFINE_ENUM_VALUE (GF_STEP_STATE_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (GF_STEP_STATE_STARTED, "started"),
                    G_DEFINE_ENUM_VALUE (GF_STEP_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (GF_STEP_STATE_ATTENTION, "attention"))

enum
{
  PROP_STEP = 1,
  PROP_ICON_NAME,
  PROP_STATUS,
  PROP_STATE,
  PROP_PROJECT,
  N_PROPS
};

enum
{
  WALK_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
emit_walk_changed (GfStepPage *self)
{
  g_signal_emit (self, signals[WALK_CHANGED], 0);
}

/* The frame on top: the root's, or the pushed view's. */
static GfStepFrame *
get_top_frame (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);
  AdwNavigationPage *top = priv->navigation != NULL
                             ? adw_navigation_view_get_visible_page (priv->navigation)
                             : NULL;
  GtkWidget *child = top != NULL ? adw_navigation_page_get_child (top) : NULL;

  return GF_IS_STEP_FRAME (child) ? GF_STEP_FRAME (child) : priv->root;
}

static gboolean
update_cb (gpointer data)
{
  GfStepPage *self = data;
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  priv->update_source = 0;
  if (priv->project != NULL && GF_STEP_PAGE_GET_CLASS (self)->update != NULL)
    GF_STEP_PAGE_GET_CLASS (self)->update (self);

  return G_SOURCE_REMOVE;
}

static void
project_changed_cb (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  if (priv->update_source == 0)
    priv->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 12, update_cb, self, NULL);
}

static void
gf_step_page_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  GfStepPage *self = GF_STEP_PAGE (buildable);

  if (GF_IS_STEP_VIEW (child))
    gf_step_page_add_view (self, GF_STEP_VIEW (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
gf_step_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);

  iface->add_child = gf_step_page_add_child;
}

static void
gf_step_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  GfStepPage *self = GF_STEP_PAGE (object);
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_STEP:
      g_value_set_string (value, gf_step_page_get_step (self));
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;

    case PROP_STATUS:
      g_value_set_string (value, gf_step_page_get_status (self));
      break;

    case PROP_STATE:
      g_value_set_enum (value, (int) gf_step_page_get_state (self));
      break;

    case PROP_PROJECT:
      g_value_set_object (value, priv->project);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_step_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  GfStepPage *self = GF_STEP_PAGE (object);
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_STEP:
      priv->step = g_value_dup_string (value);
      break;

    case PROP_ICON_NAME:
      priv->icon_name = g_value_dup_string (value);
      break;

    case PROP_PROJECT:
      gf_step_page_set_project (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
title_cb (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  gf_step_frame_set_step (priv->root, priv->step,
                          adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)));
}

static void
gf_step_page_dispose (GObject *object)
{
  GfStepPage *self = GF_STEP_PAGE (object);
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  gf_step_page_set_project (self, NULL);
  g_clear_handle_id (&priv->update_source, g_source_remove);
  if (priv->navigation != NULL)
    g_signal_handlers_disconnect_by_data (priv->navigation, self);
  priv->navigation = NULL;
  priv->root = NULL;

  G_OBJECT_CLASS (gf_step_page_parent_class)->dispose (object);
}

static void
gf_step_page_finalize (GObject *object)
{
  GfStepPage *self = GF_STEP_PAGE (object);
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_clear_pointer (&priv->step, g_free);
  g_clear_pointer (&priv->icon_name, g_free);
  g_clear_pointer (&priv->status, g_free);

  G_OBJECT_CLASS (gf_step_page_parent_class)->finalize (object);
}

static void
gf_step_page_class_init (GfStepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gf_step_page_get_property;
  object_class->set_property = gf_step_page_set_property;
  object_class->dispose = gf_step_page_dispose;
  object_class->finalize = gf_step_page_finalize;

  /**
   * GfStepPage:step:
   *
   * The id of the step: "customers".
   */
  properties[PROP_STEP] =
    g_param_spec_string ("step", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * GfStepPage:icon-name:
   *
   * The icon of the step.
   */
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * GfStepPage:status:
   *
   * How things stand, in at most 24 signs, for the list of steps.
   */
  properties[PROP_STATUS] =
    g_param_spec_string ("status", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfStepPage:state:
   *
   * How far the step is.
   */
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, GF_TYPE_STEP_STATE, GF_STEP_STATE_EMPTY,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfStepPage:project:
   *
   * The project, set by the window.
   */
  properties[PROP_PROJECT] =
    g_param_spec_object ("project", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GfStepPage::walk-changed:
   *
   * Another view is visible, or where Back and Next lead may have changed.
   */
  signals[WALK_CHANGED] =
    g_signal_new ("walk-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gf_step_page_init (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);
  AdwNavigationPage *root_page;

  priv->root = GF_STEP_FRAME (gf_step_frame_new ());
  g_signal_connect_object (priv->root, "views-changed",
                           G_CALLBACK (emit_walk_changed), self, G_CONNECT_SWAPPED);

  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);

  root_page = adw_navigation_page_new_with_tag (GTK_WIDGET (priv->root), " ", "root");
  g_object_bind_property (self, "title", root_page, "title", G_BINDING_DEFAULT);

  priv->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_add (priv->navigation, root_page);
  g_signal_connect_object (priv->navigation, "notify::visible-page",
                           G_CALLBACK (emit_walk_changed), self, G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (priv->navigation));
}

/**
 * gf_step_page_get_project:
 *
 * Returns: (transfer none) (nullable): the project the page shows
 */
GfProject *
gf_step_page_get_project (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), NULL);

  return (GfProject *) priv->project;
}

/**
 * gf_step_page_set_project:
 * @project: (nullable): the project
 *
 * Shows another project in the page and all its views; pushed views are left first.
 */
void
gf_step_page_set_project (GfStepPage *self,
                          GfProject  *project)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_if_fail (GF_IS_STEP_PAGE (self));

  if (priv->project == (GObject *) project)
    return;

  if (priv->project != NULL)
    g_signal_handlers_disconnect_by_func (priv->project, project_changed_cb, self);
  g_set_object (&priv->project, (GObject *) project);
  if (priv->project != NULL)
    g_signal_connect_object (priv->project, "changed",
                             G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);

  if (priv->navigation != NULL)
    {
      adw_navigation_view_pop_to_tag (priv->navigation, "root");
      gf_step_frame_set_project (priv->root, project);
    }
  if (GF_STEP_PAGE_GET_CLASS (self)->project_changed != NULL)
    GF_STEP_PAGE_GET_CLASS (self)->project_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);

  /* At once, so that the list of steps is right from the first frame on. */
  g_clear_handle_id (&priv->update_source, g_source_remove);
  update_cb (self);
}

/**
 * gf_step_page_get_status:
 *
 * Returns: (nullable): how things stand, in words
 */
const char *
gf_step_page_get_status (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), NULL);

  return priv->status;
}

/**
 * gf_step_page_get_state:
 *
 * Returns: how far the step is
 */
GfStepState
gf_step_page_get_state (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), GF_STEP_STATE_EMPTY);

  return priv->state;
}

/**
 * gf_step_page_set_status:
 * @state: how far the step is
 * @status: how things stand, in at most 24 signs: "5 happy, 2 churned"
 *
 * Says how the step's row in the list of steps looks.
 */
void
gf_step_page_set_status (GfStepPage  *self,
                         GfStepState  state,
                         const char  *status)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_if_fail (GF_IS_STEP_PAGE (self));

  if (g_set_str (&priv->status, status))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  if (priv->state != state)
    {
      priv->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
}

/**
 * gf_step_page_add_view:
 * @view: (transfer floating): a view with a name and a title
 *
 * Adds @view behind the others; in Blueprint the views are children of the page.
 */
void
gf_step_page_add_view (GfStepPage *self,
                       GfStepView *view)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_if_fail (GF_IS_STEP_PAGE (self));
  g_return_if_fail (GF_IS_STEP_VIEW (view));

  gf_step_frame_add_view (priv->root, view);
  gf_step_view_set_project (view, gf_step_page_get_project (self));
}

/**
 * gf_step_page_get_visible_view:
 *
 * Returns: (transfer none) (nullable): the view on top: the pushed one, or the chosen one of the
 * step
 */
GfStepView *
gf_step_page_get_visible_view (GfStepPage *self)
{
  GfStepFrame *frame;

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), NULL);

  frame = get_top_frame (self);

  return frame != NULL ? gf_step_frame_get_visible_view (frame) : NULL;
}

/**
 * gf_step_page_show_view:
 * @name: the name of a view of the step
 *
 * Leaves pushed views and shows the view.
 *
 * Returns: FALSE when there is no such view now
 */
gboolean
gf_step_page_show_view (GfStepPage *self,
                        const char *name)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);
  GfStepView *view;

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), FALSE);

  view = gf_step_frame_find_view (priv->root, name);
  if (view == NULL)
    return FALSE;

  adw_navigation_view_pop_to_tag (priv->navigation, "root");
  gf_step_frame_set_visible_view (priv->root, view);

  return TRUE;
}

/**
 * gf_step_page_push:
 * @view: (transfer floating): a view with a name and a title
 *
 * Puts @view over the step, in a frame of its own. It goes away with the navigation page when it
 * is left.
 */
void
gf_step_page_push (GfStepPage *self,
                   GfStepView *view)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);
  GfStepFrame *frame;
  AdwNavigationPage *page;

  g_return_if_fail (GF_IS_STEP_PAGE (self));
  g_return_if_fail (GF_IS_STEP_VIEW (view));
  g_return_if_fail (gf_step_view_get_title (view) != NULL);

  frame = GF_STEP_FRAME (gf_step_frame_new ());
  gf_step_frame_set_step (frame, priv->step, NULL);
  gf_step_frame_add_view (frame, view);
  gf_step_frame_set_width_class (frame, priv->width);
  gf_step_frame_set_project (frame, gf_step_page_get_project (self));
  g_signal_connect_object (frame, "views-changed",
                           G_CALLBACK (emit_walk_changed), self, G_CONNECT_SWAPPED);

  page = adw_navigation_page_new (GTK_WIDGET (frame), gf_step_view_get_title (view));
  g_object_bind_property (view, "title", page, "title", G_BINDING_DEFAULT);
  adw_navigation_view_push (priv->navigation, page);
}

/**
 * gf_step_page_pop:
 *
 * Leaves the pushed view.
 *
 * Returns: FALSE when there is none
 */
gboolean
gf_step_page_pop (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), FALSE);

  return adw_navigation_view_pop (priv->navigation);
}

/**
 * gf_step_view_push:
 * @widget: a widget inside a step, most often the view itself
 * @view: (transfer floating): a view with a name and a title
 *
 * Puts @view over the step that holds @widget.
 */
void
gf_step_view_push (GtkWidget  *widget,
                   GfStepView *view)
{
  GtkWidget *page;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GF_IS_STEP_VIEW (view));

  page = gtk_widget_get_ancestor (widget, GF_TYPE_STEP_PAGE);
  g_return_if_fail (page != NULL);

  gf_step_page_push (GF_STEP_PAGE (page), view);
}

/**
 * gf_step_page_get_step:
 *
 * Returns: the id of the step
 */
const char *
gf_step_page_get_step (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), NULL);

  return priv->step;
}

/**
 * gf_step_page_set_width_class:
 * @width: how much room the window has
 *
 * Adapts the step and what is pushed over it.
 */
void
gf_step_page_set_width_class (GfStepPage *self,
                              GfWidth     width)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);
  g_autoptr (GListModel) stack = NULL;
  guint n;

  g_return_if_fail (GF_IS_STEP_PAGE (self));

  priv->width = width;
  stack = adw_navigation_view_get_navigation_stack (priv->navigation);
  n = g_list_model_get_n_items (stack);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      gf_step_frame_set_width_class (GF_STEP_FRAME (adw_navigation_page_get_child (page)), width);
    }
}

/**
 * gf_step_page_get_n_views:
 *
 * Returns: how many views of the step can be visited
 */
guint
gf_step_page_get_n_views (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), 0);

  return gf_step_frame_get_n_views (priv->root);
}

/**
 * gf_step_page_get_view:
 * @position: its place among those that can be visited
 *
 * Returns: (transfer none) (nullable): the view, NULL past the last
 */
GfStepView *
gf_step_page_get_view (GfStepPage *self,
                       guint       position)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), NULL);

  return gf_step_frame_get_view (priv->root, position);
}

/**
 * gf_step_page_get_position:
 *
 * Returns: the place of the chosen view, -1 without any
 */
int
gf_step_page_get_position (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), -1);

  return gf_step_frame_get_position (priv->root);
}

/**
 * gf_step_page_get_pushed:
 *
 * Returns: whether a pushed view is on top
 */
gboolean
gf_step_page_get_pushed (GfStepPage *self)
{
  GfStepPagePrivate *priv = gf_step_page_get_instance_private (self);

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), FALSE);

  return get_top_frame (self) != priv->root;
}

/**
 * gf_step_page_set_walk:
 * @back_label: (nullable): where Back leads, NULL for nowhere
 * @next_label: (nullable): where Next leads, NULL for nowhere
 *
 * Names the two buttons at the foot of what is on top.
 */
void
gf_step_page_set_walk (GfStepPage *self,
                       const char *back_label,
                       const char *next_label)
{
  g_return_if_fail (GF_IS_STEP_PAGE (self));

  gf_step_frame_set_walk (get_top_frame (self), back_label, next_label);
}

/**
 * gf_step_page_set_notice:
 * @title: (nullable): what the window must tell, or NULL
 * @button_label: (nullable): the label of its button
 * @action_name: (nullable): the detailed action of its button
 *
 * Shows a banner of the window over what is on top.
 */
void
gf_step_page_set_notice (GfStepPage *self,
                         const char *title,
                         const char *button_label,
                         const char *action_name)
{
  g_return_if_fail (GF_IS_STEP_PAGE (self));

  gf_step_frame_set_notice (get_top_frame (self), title, button_label, action_name);
}

/**
 * gf_step_page_show_about:
 *
 * Shows what the step is for.
 *
 * Returns: FALSE when it says nothing about itself
 */
gboolean
gf_step_page_show_about (GfStepPage *self)
{
  g_return_val_if_fail (GF_IS_STEP_PAGE (self), FALSE);

  return gf_step_frame_show_about (get_top_frame (self));
}

/**
 * gf_step_page_toggle_pane:
 *
 * Opens or closes the pane of the visible view.
 *
 * Returns: FALSE when it has none
 */
gboolean
gf_step_page_toggle_pane (GfStepPage *self)
{
  GfStepFrame *frame;

  g_return_val_if_fail (GF_IS_STEP_PAGE (self), FALSE);

  frame = get_top_frame (self);
  if (!gf_step_frame_has_pane (frame))
    return FALSE;

  gf_step_frame_set_show_pane (frame, !gf_step_frame_get_show_pane (frame));

  return TRUE;
}

/**
 * gf_step_page_get_area:
 * @area: 0 the content, 1 the pane, 2 the step bar
 *
 * Returns: (transfer none) (nullable): the widget that F6 goes to, NULL while it is not there
 */
GtkWidget *
gf_step_page_get_area (GfStepPage *self,
                       guint       area)
{
  g_return_val_if_fail (GF_IS_STEP_PAGE (self), NULL);

  return gf_step_frame_get_area (get_top_frame (self), area);
}
