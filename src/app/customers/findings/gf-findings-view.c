/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-findings-view-private.h"

#include "gf-finding-row.h"
#include "gf-finding-words.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>

/* Old results are dimmed when new ones take longer than this. */
#define DIM_MS 300

G_DEFINE_FINAL_TYPE (GfFindingsView, gf_findings_view, GF_TYPE_STEP_VIEW)

enum
{
  PROP_LOOK = 1,
  PROP_KIND,
  PROP_SORT,
  PROP_DEPTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char * const looks[] = { "best", "bad" };
static const char * const kinds[] = { "traits", "combinations", "together" };
static const char * const sorts[] = { "evidence", "share", "size" };
static const char * const depths[] = { "2", "3", "4" };

/* --- The list and the pane --- */

static void
fill_list (GfFindingsView *self)
{
  gboolean together = self->kind == GF_FINDINGS_TOGETHER;

  gf_finding_list_set (self->list, together ? NULL : _gf_findings_view_get_findings (self), self->table,
                       self->kind == GF_FINDINGS_COMBINATIONS ? GF_FINDING_LIST_COMBINATIONS
                                                              : GF_FINDING_LIST_TRAITS, self->sort,
                       gtk_toggle_button_get_active (self->search_button) ? gtk_editable_get_text (self->search) : "");
}

static void
selected_cb (GfFindingsView *self,
             GfFinding      *finding)
{
  GfFindings *findings = _gf_findings_view_get_findings (self);
  g_autoptr (GfFinding) other = finding != NULL ? _gf_findings_view_see_other_side (self, finding) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_set_object (&self->selected, finding);
  /* Without a finding there is nothing to say of it. */
  gf_step_view_set_pane (GF_STEP_VIEW (self), finding != NULL && self->kind != GF_FINDINGS_TOGETHER
                                                ? GTK_WIDGET (self->pane) : NULL);
  gf_finding_pane_set (self->pane, finding, findings, other, self->table);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.use-in-rule", finding != NULL);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.show-customers", finding != NULL);
  gf_step_view_set_action_enabled (GF_STEP_VIEW (self), "view.copy-finding", finding != NULL);
  if (finding != NULL)
    {
      title = gf_finding_dup_title (finding, self->table);
      subtitle = gf_finding_dup_subtitle (finding, self->table);
    }
  gf_step_view_set_pane_title (GF_STEP_VIEW (self), title != NULL ? title : _("Finding"), subtitle != NULL && *subtitle != '\0' ? subtitle : NULL);
}

static void
activated_cb (GfFindingsView *self)
{
  gf_step_view_show_pane (GF_STEP_VIEW (self));
}

static void
search_changed_cb (GfFindingsView *self)
{
  fill_list (self);
}

static void
stop_search_cb (GfFindingsView *self)
{
  gtk_toggle_button_set_active (self->search_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_button));
}

static void
search_toggled_cb (GfFindingsView *self)
{
  if (gtk_toggle_button_get_active (self->search_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    gtk_editable_set_text (self->search, "");
  fill_list (self);
}

/* --- States --- */

static void
set_status (GfFindingsView *self,
            const char     *title,
            const char     *description,
            const char     *button)
{
  gboolean status = title != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->status), status);
  gtk_widget_set_visible (GTK_WIDGET (self->card), !status);
  gtk_widget_set_visible (self->results, !status);
  gf_step_view_set_pane (GF_STEP_VIEW (self), status || self->selected == NULL ||
                                                self->kind == GF_FINDINGS_TOGETHER
                                                ? NULL : GTK_WIDGET (self->pane));
  if (!status)
    {
      gf_step_view_set_primary (GF_STEP_VIEW (self), gf_rule_card_get_button (self->card));
      return;
    }

  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), button != NULL);
  gtk_button_set_label (self->status_button, button != NULL ? button : "");
  gf_step_view_set_primary (GF_STEP_VIEW (self), button != NULL ? GTK_WIDGET (self->status_button) : NULL);
  gf_step_view_set_complete (GF_STEP_VIEW (self), FALSE);
  gf_step_view_set_hint (GF_STEP_VIEW (self), NULL);
  gf_finding_list_set (self->list, NULL, NULL, GF_FINDING_LIST_TRAITS, self->sort, "");
}

/* There is nothing to list: whatever is missing is said. Returns whether it is so. */
static gboolean
update_status (GfFindingsView *self)
{
  gboolean running = gf_analysis_get_running (self->analysis);
  GfFindings *findings = _gf_findings_view_get_findings (self);
  gboolean known = findings != NULL && (self->look == GF_LOOK_BEST || gf_findings_get_n_hits (findings) > 0);

  if (known)
    set_status (self, NULL, NULL, NULL);
  else if (running)
    set_status (self, _("Looking for What They Have in Common"),
                _("The first findings are here in a moment."), NULL);
  else if (self->look == GF_LOOK_BAD)
    set_status (self, _("Nobody Is a Bad Fit"),
                _("Say how to tell the customers you would rather not win again, and what they have in "
                  "common is found here."), _("Choose Rules"));
  else
    set_status (self, _("Nobody Is Your Best Yet"),
                _("Say what makes a customer good, and what the best have in common is found here."),
                _("Choose Measures"));

  return !known;
}

static void
update_hint (GfFindingsView *self)
{
  GfFindings *bad = gf_analysis_get_bad_findings (self->analysis);
  GfFinding *reason = bad != NULL ? gf_findings_find_headline (bad) : NULL;
  GfProject *project = gf_step_view_get_project (GF_STEP_VIEW (self));
  gboolean segments = g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_segments (project))) > 0;
  g_autofree char *title = reason != NULL ? gf_finding_dup_title (reason, self->table) : NULL;
  g_autofree char *hint = NULL;

  if (self->look == GF_LOOK_BEST && reason != NULL)
    /* Translators: the foot says what to look at next; %s is a trait of bad fits: "Data science" */
    hint = g_strdup_printf (_("Worth knowing next: why “%s” stands out among the bad fits"), title);
  else if (self->look == GF_LOOK_BAD && self->rule != NULL)
    hint = g_strdup (_("This can go on the page as who is not a fit"));
  else if (!segments && self->rule != NULL)
    hint = g_strdup (_("Make a segment of what stands out"));
  gf_step_view_set_hint (GF_STEP_VIEW (self), hint);
}

static void
update_notes (GfFindingsView *self)
{
  const char * const *notes = gf_analysis_get_notes (self->analysis);
  GfFindings *findings = _gf_findings_view_get_findings (self);
  GfRanking *ranking = gf_analysis_get_ranking (self->analysis);
  const GfBestRule *rule = ranking != NULL ? gf_ranking_get_rule (ranking) : NULL;
  g_autofree char *left_out = findings != NULL ? gf_findings_dup_left_out_sentence (findings, rule) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (left_out != NULL)
    g_strv_builder_add (builder, left_out);
  if (notes != NULL)
    g_strv_builder_addv (builder, (const char **) notes);

  g_auto (GStrv) lines = g_strv_builder_end (builder);
  g_autofree char *text = g_strjoinv ("\n", lines);

  gtk_label_set_label (self->notes, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *text != '\0');
}

static void
set_dimmed (GfFindingsView *self,
            gboolean        dimmed)
{
  GtkWidget *widgets[] = { GTK_WIDGET (self->card), self->results };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    if (dimmed)
      gtk_widget_add_css_class (widgets[i], "out-of-date");
    else
      gtk_widget_remove_css_class (widgets[i], "out-of-date");
}

static void
dim_cb (gpointer data)
{
  GfFindingsView *self = data;

  self->dim_source = 0;
  set_dimmed (self, TRUE);
}

static void
running_cb (GfFindingsView *self)
{
  gboolean running = gf_analysis_get_running (self->analysis);
  gboolean old = gf_analysis_get_out_of_date (self->analysis);
  double progress = gf_analysis_get_progress (self->analysis);
  g_autofree char *percent = gf_words_dup_percent (progress);
  /* Translators: what is being done, and how much of it is done in percent */
  g_autofree char *text = g_strdup_printf (_("Searching combinations, %s"), percent);

  g_object_set (self, "busy-text", running ? text : NULL, NULL);
  gf_step_view_set_busy (GF_STEP_VIEW (self), running, progress);
  if (old && self->dim_source == 0)
    self->dim_source = g_timeout_add_once (DIM_MS, dim_cb, self);
  else if (!old)
    {
      g_clear_handle_id (&self->dim_source, g_source_remove);
      set_dimmed (self, FALSE);
    }
  if (old && !running)
    gf_step_view_set_banner (GF_STEP_VIEW (self), _("These findings are out of date"), _("Search Again"),
                             "view.search-again");
  else
    gf_step_view_set_banner (GF_STEP_VIEW (self), NULL, NULL, NULL);
}

static void
announce (GfFindingsView *self)
{
  GfFindings *findings = _gf_findings_view_get_findings (self);
  g_autofree char *headline = gf_findings_dup_headline (findings, self->table);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), headline, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
gf_findings_view_update (GfStepView *view)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (view);

  if (update_status (self))
    return;

  _gf_findings_view_update_rule (self);
  _gf_findings_view_update_luck (self);
  _gf_findings_view_update_together (self);
  update_notes (self);
  update_hint (self);
  if (!self->listed)
    {
      self->listed = TRUE;
      fill_list (self);
      announce (self);
    }
}

static void
findings_cb (GfFindingsView *self)
{
  GfTable *table = gf_analysis_get_table (self->analysis);

  if (table != NULL)
    gf_table_ref (table);
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table;
  self->listed = FALSE;
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static void
clear_rules (GfFindingsView *self)
{
  for (guint i = 0; i < GF_N_LOOKS; i++)
    {
      g_clear_pointer (&self->rules[i], g_ptr_array_unref);
      self->rules[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
      self->edited[i] = FALSE;
    }
  g_clear_object (&self->rule);
}

static guint
get_depth (GfFindingsView *self)
{
  return self->analysis != NULL ? CLAMP (gf_analysis_get_depth (self->analysis), 2, 4) : 3;
}

static void
set_depth (GfFindingsView *self,
           guint           depth)
{
  if (self->analysis != NULL)
    gf_analysis_set_depth (self->analysis, depth);
}

static void
depth_cb (GfFindingsView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEPTH]);
}

static void
gf_findings_view_project_changed (GfStepView *view)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);

  if (self->analysis != NULL)
    g_signal_handlers_disconnect_by_data (self->analysis, self);
  if (self->luck_watch != NULL)
    g_signal_handlers_disconnect_by_data (self->luck_watch, self);
  if (self->drivers_watch != NULL)
    g_signal_handlers_disconnect_by_data (self->drivers_watch, self);
  g_clear_object (&self->analysis);
  g_clear_object (&self->luck_watch);
  g_clear_object (&self->drivers_watch);
  g_clear_handle_id (&self->dim_source, g_source_remove);
  clear_rules (self);
  if (project == NULL)
    return;

  self->analysis = g_object_ref (gf_project_get_analysis (project));
  g_signal_connect_object (self->analysis, "notify::findings", G_CALLBACK (findings_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::bad-findings", G_CALLBACK (findings_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::notes",
                           G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::ranking",
                           G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::running",
                           G_CALLBACK (gf_step_view_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::running", G_CALLBACK (running_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::progress", G_CALLBACK (running_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::out-of-date", G_CALLBACK (running_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::depth", G_CALLBACK (depth_cb), self, G_CONNECT_SWAPPED);
  depth_cb (self);
  findings_cb (self);
  running_cb (self);
}

static void
gf_findings_view_stop (GfStepView *view)
{
  gf_analysis_stop (GF_FINDINGS_VIEW (view)->analysis);
}

/* --- Menus and modes --- */

static GMenuModel *
create_sort_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sorting = g_menu_new ();
  g_autoptr (GMenu) joining = g_menu_new ();

  g_menu_append (sorting, _("By Evidence"), "view.sort::evidence");
  g_menu_append (sorting, _("By Share"), "view.sort::share");
  g_menu_append (sorting, _("By Number of Customers"), "view.sort::size");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sorting));
  g_menu_append (joining, _("Up to Two Traits"), "view.depth::2");
  g_menu_append (joining, _("Up to Three Traits"), "view.depth::3");
  g_menu_append (joining, _("Up to Four Traits"), "view.depth::4");
  g_menu_append_section (menu, _("Combinations Of"), G_MENU_MODEL (joining));

  return G_MENU_MODEL (menu);
}

static void
narrow_cb (GfFindingsView *self)
{
  gboolean narrow = gf_step_view_get_narrow (GF_STEP_VIEW (self));

  /* On a phone the kinds have a line of their own, below the buttons. */
  adw_wrap_box_reorder_child_after (self->switches, self->kinds,
                                    narrow ? gtk_widget_get_last_child (GTK_WIDGET (self->switches))
                                           : gtk_widget_get_first_child (GTK_WIDGET (self->switches)));
  gf_rule_card_set_narrow (self->card, narrow);
  gf_finding_list_set_narrow (self->list, narrow);
  gf_driver_list_set_narrow (self->drivers, narrow);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (widget);

  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
search_again_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gf_analysis_run_again (GF_FINDINGS_VIEW (widget)->analysis);
}

static void
gf_findings_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (object);

  switch (prop_id)
    {
    case PROP_LOOK:
      g_value_set_static_string (value, looks[self->look]);
      break;

    case PROP_KIND:
      g_value_set_static_string (value, kinds[self->kind]);
      break;

    case PROP_SORT:
      g_value_set_static_string (value, sorts[self->sort]);
      break;

    case PROP_DEPTH:
      g_value_set_static_string (value, depths[get_depth (self) - 2]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static guint
find_word (const char * const *words,
           guint               n_words,
           const char         *word,
           guint               otherwise)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return otherwise;
}

static void
gf_findings_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (object);
  const char *word = g_value_get_string (value);
  guint before = (guint) self->look << 8 | (guint) self->kind << 4 | (guint) self->sort;

  switch (prop_id)
    {
    case PROP_LOOK:
      self->look = (GfLook) find_word (looks, G_N_ELEMENTS (looks), word, self->look);
      break;

    case PROP_KIND:
      self->kind = (GfFindingsKind) find_word (kinds, G_N_ELEMENTS (kinds), word, self->kind);
      break;

    case PROP_DEPTH:
      set_depth (self, 2 + find_word (depths, G_N_ELEMENTS (depths), word, get_depth (self) - 2));
      return;

    case PROP_SORT:
      self->sort = (GfFindingListSort) find_word (sorts, G_N_ELEMENTS (sorts), word, self->sort);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (before == ((guint) self->look << 8 | (guint) self->kind << 4 | (guint) self->sort))
    return;

  g_object_notify_by_pspec (object, pspec);
  self->listed = FALSE;
  if (self->analysis != NULL)
    gf_findings_view_update (GF_STEP_VIEW (self));
}

static void
gf_findings_view_dispose (GObject *object)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (object);

  g_clear_handle_id (&self->dim_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_FINDINGS_VIEW);
  g_clear_object (&self->analysis);
  g_clear_object (&self->luck_watch);
  g_clear_object (&self->drivers_watch);
  g_clear_object (&self->rule);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->table, gf_table_unref);
  for (guint i = 0; i < GF_N_LOOKS; i++)
    g_clear_pointer (&self->rules[i], g_ptr_array_unref);

  G_OBJECT_CLASS (gf_findings_view_parent_class)->dispose (object);
}

static void
install_word (guint       prop_id,
              const char *name,
              const char *initial)
{
  properties[prop_id] = g_param_spec_string (name, NULL, NULL, initial,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
gf_findings_view_class_init (GfFindingsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gf_findings_view_dispose;
  object_class->get_property = gf_findings_view_get_property;
  object_class->set_property = gf_findings_view_set_property;
  GF_STEP_VIEW_CLASS (klass)->update = gf_findings_view_update;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_findings_view_project_changed;
  GF_STEP_VIEW_CLASS (klass)->stop = gf_findings_view_stop;

  /**
   * GfFindingsView:look:
   *
   * Whom to look at: "best" or "bad".
   */
  install_word (PROP_LOOK, "look", looks[0]);
  /**
   * GfFindingsView:kind:
   *
   * What to list: "traits", "combinations", or what matters "together".
   */
  install_word (PROP_KIND, "kind", kinds[0]);
  /**
   * GfFindingsView:sort:
   *
   * In which order: by "evidence", "share" or "size".
   */
  install_word (PROP_SORT, "sort", sorts[0]);
  /**
   * GfFindingsView:depth:
   *
   * How many traits a combination joins at most: "2" to "4".
   */
  install_word (PROP_DEPTH, "depth", depths[1]);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "view.kind", "kind");
  gtk_widget_class_install_property_action (widget_class, "view.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "view.depth", "depth");
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "view.search-again", NULL, search_again_action);
  _gf_findings_view_install_rule (widget_class);

  g_type_ensure (GF_TYPE_DRIVER_LIST);
  g_type_ensure (GF_TYPE_FINDING_LIST);
  g_type_ensure (GF_TYPE_FINDING_PANE);
  g_type_ensure (GF_TYPE_RULE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-findings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, card);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, switches);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, kinds);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, sort_button);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, search_button);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, search);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, status);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, status_button);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, results);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, list);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, drivers);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, luck);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, notes);
  gtk_widget_class_bind_template_child (widget_class, GfFindingsView, pane);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
gf_findings_view_init (GfFindingsView *self)
{
  g_autoptr (GMenuModel) menu = create_sort_menu ();

  clear_rules (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->sort_button, menu);
  g_signal_connect_object (self->card, "edited", G_CALLBACK (_gf_findings_view_edit_rule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_button, "toggled", G_CALLBACK (search_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  narrow_cb (self);
}
