/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-frame-private.h"

#include "gf-settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GfStepFrame, gf_step_frame, ADW_TYPE_BIN)

enum
{
  PROP_SHOW_PANE = 1,
  N_PROPS
};

enum
{
  VIEWS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
emit_views_changed (GfStepFrame *self)
{
  _gf_step_frame_update_title (self);
  g_signal_emit (self, signals[VIEWS_CHANGED], 0);
}

static void
visible_view_cb (GfStepFrame *self)
{
  g_signal_group_set_target (self->view_signals, gf_step_frame_get_visible_view (self));
  _gf_step_frame_update_tools (self);
  _gf_step_frame_update_pane (self);
  _gf_step_frame_update_banner (self);
  _gf_step_frame_update_about (self);
  _gf_step_frame_update_busy (self);
  _gf_step_frame_update_blue (self);
  emit_views_changed (self);
}

static void
banner_clicked_cb (AdwBanner   *banner,
                   GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  g_autofree char *detailed = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  if (self->notice_title != NULL)
    detailed = g_strdup (self->notice_action);
  else
    g_object_get (view, "banner-action", &detailed, NULL);
  if (detailed == NULL)
    return;

  if (!g_action_parse_detailed_name (detailed, &name, &target, &error))
    g_warning ("Banner of %s: %s", gf_step_view_get_name (view), error->message);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (view), name, target);
}

static void
create_about_popup_cb (GtkMenuButton *button,
                       gpointer       data)
{
  GfStepFrame *self = data;
  GfIntroCard *intro = _gf_step_frame_find_intro (self, NULL);
  GtkWidget *label;
  g_autofree char *markup = NULL;

  if (intro == NULL)
    return;

  markup = g_markup_printf_escaped ("<b>%s</b> %s",
                                    gf_intro_card_get_phrase (intro), gf_intro_card_get_text (intro));
  label = g_object_new (GTK_TYPE_LABEL,
                        "label", markup,
                        "use-markup", TRUE,
                        "wrap", TRUE,
                        "xalign", 0.0f,
                        "max-width-chars", 42,
                        "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6,
                        NULL);
  gtk_popover_set_child (self->about_popover, label);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->about_popover));
}

static void
gf_step_frame_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  GfStepFrame *self = GF_STEP_FRAME (object);

  switch (prop_id)
    {
    case PROP_SHOW_PANE:
      g_value_set_boolean (value, gf_step_frame_get_show_pane (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_step_frame_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  GfStepFrame *self = GF_STEP_FRAME (object);

  switch (prop_id)
    {
    case PROP_SHOW_PANE:
      gf_step_frame_set_show_pane (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_step_frame_dispose (GObject *object)
{
  GfStepFrame *self = GF_STEP_FRAME (object);

  if (self->view_signals != NULL)
    g_signal_group_set_target (self->view_signals, NULL);
  g_clear_object (&self->view_signals);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_clear_handle_id (&self->words_source, g_source_remove);
  g_clear_handle_id (&self->blue_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_STEP_FRAME);
  g_clear_object (&self->about_popover);

  G_OBJECT_CLASS (gf_step_frame_parent_class)->dispose (object);
}

static void
gf_step_frame_finalize (GObject *object)
{
  GfStepFrame *self = GF_STEP_FRAME (object);

  g_clear_pointer (&self->step, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->notice_title, g_free);
  g_clear_pointer (&self->notice_button, g_free);
  g_clear_pointer (&self->notice_action, g_free);

  G_OBJECT_CLASS (gf_step_frame_parent_class)->finalize (object);
}

static void
gf_step_frame_class_init (GfStepFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_step_frame_get_property;
  object_class->set_property = gf_step_frame_set_property;
  object_class->dispose = gf_step_frame_dispose;
  object_class->finalize = gf_step_frame_finalize;

  /**
   * GfStepFrame:show-pane:
   *
   * Whether the pane is open: beside the content, over it, or as a bottom sheet.
   */
  properties[PROP_SHOW_PANE] =
    g_param_spec_boolean ("show-pane", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GfStepFrame::views-changed:
   *
   * The views that can be visited, their titles or the visible one changed.
   */
  signals[VIEWS_CHANGED] =
    g_signal_new ("views-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GF_TYPE_STEP_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-step-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, header);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, undo);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, start_tools);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, tools);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, title_stack);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, window_title);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, switcher);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, pane_toggle);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, about);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, narrow_switcher);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, progress);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, banner);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, layouts);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, split);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, stack);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, pane_title);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, pane_stack);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, pane_toolbar);
  gtk_widget_class_bind_template_child (widget_class, GfStepFrame, bar);
  gtk_widget_class_bind_template_callback (widget_class, visible_view_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
}

static void
connect_view_signal (GfStepFrame *self,
                     const char  *detailed_signal,
                     GCallback    callback)
{
  g_signal_group_connect_swapped (self->view_signals, detailed_signal, callback, self);
}

static void
gf_step_frame_init (GfStepFrame *self)
{
  static const char * const pane_props[] = { "pane", "pane-title", "pane-subtitle", "wide-pane" };

  self->view_signals = g_signal_group_new (GF_TYPE_STEP_VIEW);
  connect_view_signal (self, "notify::hint", G_CALLBACK (_gf_step_frame_update_hint));
  connect_view_signal (self, "notify::complete", G_CALLBACK (_gf_step_frame_update_blue));
  connect_view_signal (self, "notify::primary", G_CALLBACK (_gf_step_frame_update_blue));
  connect_view_signal (self, "notify::tools", G_CALLBACK (_gf_step_frame_update_tools));
  connect_view_signal (self, "notify::start-tools", G_CALLBACK (_gf_step_frame_update_tools));
  connect_view_signal (self, "notify::banner-title", G_CALLBACK (_gf_step_frame_update_banner));
  connect_view_signal (self, "notify::banner-button", G_CALLBACK (_gf_step_frame_update_banner));
  connect_view_signal (self, "notify::intro", G_CALLBACK (_gf_step_frame_update_about));
  connect_view_signal (self, "notify::busy", G_CALLBACK (_gf_step_frame_update_busy));
  connect_view_signal (self, "notify::busy-text", G_CALLBACK (_gf_step_frame_update_hint));
  connect_view_signal (self, "notify::progress", G_CALLBACK (_gf_step_frame_update_progress));
  connect_view_signal (self, "notify::subtitle", G_CALLBACK (_gf_step_frame_update_title));
  connect_view_signal (self, "notify::next-label", G_CALLBACK (emit_views_changed));
  connect_view_signal (self, "pane-requested", G_CALLBACK (_gf_step_frame_open_pane));
  for (guint i = 0; i < G_N_ELEMENTS (pane_props); i++)
    {
      g_autofree char *signal_name = g_strconcat ("notify::", pane_props[i], NULL);

      connect_view_signal (self, signal_name, G_CALLBACK (_gf_step_frame_update_pane));
    }

  gtk_widget_init_template (GTK_WIDGET (self));

  self->about_popover = GTK_POPOVER (g_object_ref_sink (gtk_popover_new ()));
  gtk_menu_button_set_create_popup_func (self->about, create_about_popup_cb, self, NULL);
  g_settings_bind (gf_settings_get (), "show-step-bar",
                   adw_bin_get_child (ADW_BIN (self)), "reveal-bottom-bars", G_SETTINGS_BIND_GET);
}

/**
 * gf_step_frame_new:
 *
 * Returns: (transfer floating): an empty frame
 */
GtkWidget *
gf_step_frame_new (void)
{
  return g_object_new (GF_TYPE_STEP_FRAME, NULL);
}

/**
 * gf_step_frame_add_view:
 * @view: (transfer floating): a view with a name and a title
 *
 * Adds @view behind the others. A view whose #GtkWidget:visible is FALSE is not offered and not
 * walked through.
 */
void
gf_step_frame_add_view (GfStepFrame *self,
                        GfStepView  *view)
{
  AdwViewStackPage *page;

  g_return_if_fail (GF_IS_STEP_FRAME (self));
  g_return_if_fail (GF_IS_STEP_VIEW (view));
  g_return_if_fail (gf_step_view_get_name (view) != NULL);

  gf_step_view_set_width_class (view, self->width);
  page = adw_view_stack_add_named (self->stack, GTK_WIDGET (view), gf_step_view_get_name (view));
  g_object_bind_property (view, "title", page, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (view, "icon-name", page, "icon-name", G_BINDING_SYNC_CREATE);
  g_object_bind_property (view, "visible", page, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (view, "notify::title", G_CALLBACK (emit_views_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::visible", G_CALLBACK (emit_views_changed), self,
                           G_CONNECT_SWAPPED);
  visible_view_cb (self);
}

/**
 * gf_step_frame_set_step:
 * @step: the id of the step
 * @title: (nullable): its title; NULL for a pushed view, which shows its own
 *
 * Says whose views these are.
 */
void
gf_step_frame_set_step (GfStepFrame *self,
                        const char  *step,
                        const char  *title)
{
  g_return_if_fail (GF_IS_STEP_FRAME (self));

  g_set_str (&self->step, step);
  g_set_str (&self->title, title);
  _gf_step_frame_update_title (self);
}

/**
 * gf_step_frame_set_project:
 * @project: (nullable): the project
 *
 * Hands the project on to all views, those that cannot be visited too.
 */
void
gf_step_frame_set_project (GfStepFrame *self,
                           GfProject   *project)
{
  g_autoptr (GtkSelectionModel) pages = NULL;
  guint n;

  g_return_if_fail (GF_IS_STEP_FRAME (self));

  pages = adw_view_stack_get_pages (self->stack);
  n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      gf_step_view_set_project (GF_STEP_VIEW (adw_view_stack_page_get_child (page)), project);
    }
}

/**
 * gf_step_frame_set_width_class:
 * @width: how much room the window has
 *
 * Adapts the frame and tells the views.
 */
void
gf_step_frame_set_width_class (GfStepFrame *self,
                               GfWidth      width)
{
  g_autoptr (GtkSelectionModel) pages = NULL;
  gboolean narrow = width == GF_WIDTH_NARROW;
  guint n;

  g_return_if_fail (GF_IS_STEP_FRAME (self));

  self->width = width;
  _gf_step_frame_show_pane (self, FALSE);
  adw_multi_layout_view_set_layout_name (self->layouts, narrow ? "narrow" : "wide");
  adw_overlay_split_view_set_collapsed (self->split, width != GF_WIDTH_WIDE);
  gtk_widget_set_visible (self->undo, !narrow);
  gf_step_bar_set_show_hint (self->bar, !narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");

  pages = adw_view_stack_get_pages (self->stack);
  n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      gf_step_view_set_width_class (GF_STEP_VIEW (adw_view_stack_page_get_child (page)), width);
    }

  _gf_step_frame_update_title (self);
  _gf_step_frame_update_pane (self);
  _gf_step_frame_update_about (self);
}

/**
 * gf_step_frame_set_walk:
 * @back_label: (nullable): where Back leads, NULL for nowhere
 * @next_label: (nullable): where Next leads, NULL for nowhere
 *
 * Names the two buttons at the foot.
 */
void
gf_step_frame_set_walk (GfStepFrame *self,
                        const char  *back_label,
                        const char  *next_label)
{
  g_return_if_fail (GF_IS_STEP_FRAME (self));

  gf_step_bar_set_back_label (self->bar, back_label);
  gf_step_bar_set_next_label (self->bar, next_label);
}

/**
 * gf_step_frame_set_notice:
 * @title: (nullable): what the whole window must tell, or NULL
 * @button_label: (nullable): the label of its button
 * @action_name: (nullable): the detailed action of its button
 *
 * Shows a banner of the window, which goes before the banner of the view.
 */
void
gf_step_frame_set_notice (GfStepFrame *self,
                          const char  *title,
                          const char  *button_label,
                          const char  *action_name)
{
  g_return_if_fail (GF_IS_STEP_FRAME (self));

  g_set_str (&self->notice_title, title);
  g_set_str (&self->notice_button, button_label);
  g_set_str (&self->notice_action, action_name);
  _gf_step_frame_update_banner (self);
}

/**
 * gf_step_frame_show_about:
 *
 * Shows what the step is for: the intro card where the visible view has one, else the same words
 * in a popover.
 *
 * Returns: FALSE when the step says nothing about itself
 */
gboolean
gf_step_frame_show_about (GfStepFrame *self)
{
  GfIntroCard *intro;

  g_return_val_if_fail (GF_IS_STEP_FRAME (self), FALSE);

  intro = _gf_step_frame_find_intro (self, gf_step_frame_get_visible_view (self));
  if (intro != NULL)
    {
      gf_intro_card_set_hidden (intro, FALSE);
      gtk_widget_child_focus (GTK_WIDGET (intro), GTK_DIR_TAB_FORWARD);
      return TRUE;
    }
  if (_gf_step_frame_find_intro (self, NULL) == NULL)
    return FALSE;

  if (gtk_widget_get_visible (GTK_WIDGET (self->about)))
    gtk_menu_button_popup (self->about);
  else
    {
      /* No room for the button: go where the card is. */
      gf_step_frame_set_visible_view (self, gf_step_frame_get_view (self, 0));
      gf_intro_card_set_hidden (_gf_step_frame_find_intro (self, NULL), FALSE);
    }

  return TRUE;
}

/**
 * gf_step_frame_get_area:
 * @area: 0 the content, 1 the pane, 2 the step bar
 *
 * Returns: (transfer none) (nullable): the widget that F6 goes to, NULL while it is not there
 */
GtkWidget *
gf_step_frame_get_area (GfStepFrame *self,
                        guint        area)
{
  g_return_val_if_fail (GF_IS_STEP_FRAME (self), NULL);

  switch (area)
    {
    case 0:
      return GTK_WIDGET (gf_step_frame_get_visible_view (self));

    case 1:
      return self->show_pane ? self->pane_toolbar : NULL;

    case 2:
      return g_settings_get_boolean (gf_settings_get (), "show-step-bar") ? GTK_WIDGET (self->bar)
                                                                          : NULL;

    default:
      return NULL;
    }
}
