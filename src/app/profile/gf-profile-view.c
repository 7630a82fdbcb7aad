/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-profile-view.h"

#include "gf-export-dialog.h"
#include "gf-feedback.h"
#include "gf-grade.h"
#include "gf-growing-text.h"
#include "gf-intro-card.h"
#include "gf-page-preview.h"
#include "gf-profile-print.h"
#include "gf-project-analysis.h"
#include "gf-project-report.h"
#include "gf-section-group.h"

#include <glib/gi18n.h>

#define PREVIEW_AFTER_MS 150
#define N_SECTIONS (GF_SECTION_NUMBERS + 1)

struct _GfProfileView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkDropDown *chooser;
  GtkWidget *export;
  GtkWidget *menu;
  AdwActionRow *segment_row;
  GtkWidget *segments_row;
  GtkBox *sections;
  GfPagePreview *preview;
  GtkLabel *left_out;
  AdwEntryRow *product;
  AdwEntryRow *name;
  GtkTextView *sentence;
  AdwEntryRow *owner;
  AdwEntryRow *ask_first;
  AdwEntryRow *metric_name;
  AdwEntryRow *metric_before;
  AdwEntryRow *metric_after;
  AdwEntryRow *metric_note;

  /* Owned */
  GfProfile *profile;
  GBindingGroup *project_bindings;
  GBindingGroup *bindings;
  GBindingGroup *metric_bindings;
  GtkStringList *names;
  guint preview_id;

  /* Borrowed from the sections */
  GfSectionGroup *groups[N_SECTIONS];
};

G_DEFINE_FINAL_TYPE (GfProfileView, gf_profile_view, GF_TYPE_STEP_VIEW)

static GfProject *
get_project (GfProfileView *self)
{
  return gf_step_view_get_project (GF_STEP_VIEW (self));
}

static GListModel *
get_profiles (GfProfileView *self)
{
  return G_LIST_MODEL (gf_project_get_profiles (get_project (self)));
}

/* The segment that the next draft is of: the primary, else the first, else none. */
static GfSegment *
find_segment (GfProfileView *self)
{
  GfProject *project = get_project (self);
  GfSegment *segment = gf_project_find_primary (project);

  if (segment != NULL)
    return segment;

  g_autoptr (GfSegment) first =
    g_list_model_get_item (G_LIST_MODEL (gf_project_get_segments (project)), 0);

  return first;   /* the project keeps it */
}

static void
show_left_out (GfProfileView *self,
               GfPageLayout  *page)
{
  g_autofree char *sentence = gf_page_layout_dup_left_out_sentence (page);
  gboolean fits = gf_page_layout_fits (page);

  gtk_label_set_text (self->left_out, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), !fits && sentence != NULL);
  gf_step_view_set_hint (GF_STEP_VIEW (self),
                         fits ? _("Everything fits on one page")
                              : _("Not everything fits: what is missing is named below the page"));
}

static gboolean
preview_cb (gpointer user_data)
{
  GfProfileView *self = user_data;

  self->preview_id = 0;
  if (self->profile == NULL || get_project (self) == NULL)
    return G_SOURCE_REMOVE;

  GfAnalysis *analysis = gf_project_get_analysis (get_project (self));
  g_autoptr (GfDocument) document =
    gf_project_make_document (get_project (self), self->profile, gf_analysis_get_findings (analysis));
  g_autoptr (GfPageLayout) page = gf_page_layout_new (document, gf_profile_get_style (self->profile),
                                                      gf_profile_get_paper (self->profile));

  gf_page_preview_set_layout (self->preview, page);
  show_left_out (self, page);

  return G_SOURCE_REMOVE;
}

static void
show_lint (GfProfileView *self)
{
  GfProfileLint lint;

  gf_profile_lint (self->profile, &lint);
  g_autofree char *words = gf_profile_lint_dup_words (&lint);
  gf_step_view_set_banner (GF_STEP_VIEW (self), words, words != NULL ? _("Show") : NULL,
                           words != NULL ? "view.show-lint" : NULL);
}

static void
set_profile (GfProfileView *self,
             GfProfile     *profile)
{
  if (!g_set_object (&self->profile, profile))
    return;

  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);

  g_binding_group_set_source (self->bindings, profile);
  g_binding_group_set_source (self->metric_bindings,
                              profile != NULL ? gf_profile_get_metric (profile) : NULL);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      self->groups[i] = NULL;
      if (profile == NULL)
        continue;
      self->groups[i] = GF_SECTION_GROUP (gf_section_group_new (profile, (GfSectionKind) i));
      gtk_box_append (self->sections, GTK_WIDGET (self->groups[i]));
    }
}

static void
update_chooser (GfProfileView *self)
{
  GListModel *profiles = get_profiles (self);
  guint n = g_list_model_get_n_items (profiles);
  guint chosen = 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfProfile) profile = g_list_model_get_item (profiles, i);

      if (profile == self->profile)
        chosen = i;
      g_strv_builder_add (builder, gf_profile_get_name (profile));
    }

  g_auto (GStrv) names = g_strv_builder_end (builder);
  g_signal_handlers_block_matched (self->chooser, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char * const *) names);
  if (n > 0)
    gtk_drop_down_set_selected (self->chooser, chosen);
  g_signal_handlers_unblock_matched (self->chooser, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), n > 1);
}

static void
show_empty (GfProfileView *self)
{
  GfSegment *segment = find_segment (self);

  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->segment_row), segment != NULL);
  gtk_widget_set_visible (self->segments_row, segment == NULL);
  if (segment != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->segment_row),
                                   gf_segment_get_name (segment));
  gf_step_view_set_banner (GF_STEP_VIEW (self), NULL, NULL, NULL);
  gf_step_view_set_hint (GF_STEP_VIEW (self), NULL);
}

/* On a phone the words give way to a picture of them. */
static void
narrow_cb (GfProfileView *self)
{
  if (gf_step_view_get_narrow (GF_STEP_VIEW (self)))
    gtk_button_set_icon_name (GTK_BUTTON (self->export), "gf-export-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->export), _("Export…"));
}

static void
gf_profile_view_update (GfStepView *view)
{
  GfProfileView *self = GF_PROFILE_VIEW (view);
  GListModel *profiles = get_profiles (self);
  guint position;

  /* Undo may have taken the shown one away. */
  if (self->profile == NULL ||
      !g_list_store_find (G_LIST_STORE (profiles), self->profile, &position))
    {
      g_autoptr (GfProfile) first = g_list_model_get_item (profiles, 0);

      set_profile (self, first);
    }

  gboolean any = self->profile != NULL;
  gtk_widget_set_visible (self->export, any);
  gtk_widget_set_visible (self->menu, any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.export", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.print", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.remove", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.draft", find_segment (self) != NULL);
  update_chooser (self);

  if (!any)
    {
      gf_page_preview_set_layout (self->preview, NULL);
      show_empty (self);
      return;
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->product),
                                 *gf_project_get_product (get_project (self)) != '\0'
                                   ? _("What you sell") : _("What do you sell? It heads the page"));
  gtk_stack_set_visible_child_name (self->stack, "profile");
  gf_step_view_set_pane_title (view, _("The Page"), gf_profile_get_name (self->profile));
  for (guint i = 0; i < N_SECTIONS; i++)
    gf_section_group_sync (self->groups[i]);
  show_lint (self);
  if (self->preview_id == 0)
    self->preview_id = g_timeout_add (PREVIEW_AFTER_MS, preview_cb, self);
}

static void
findings_cb (GfProfileView *self)
{
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static void
gf_profile_view_project_changed (GfStepView *view)
{
  GfProfileView *self = GF_PROFILE_VIEW (view);

  set_profile (self, NULL);
  g_binding_group_set_source (self->project_bindings, get_project (self));
  if (get_project (self) != NULL)
    g_signal_connect_object (gf_project_get_analysis (get_project (self)), "notify::findings",
                             G_CALLBACK (findings_cb), self, G_CONNECT_SWAPPED);
}

static void
chosen_cb (GfProfileView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->chooser);

  if (get_project (self) == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;

  g_autoptr (GfProfile) profile = g_list_model_get_item (get_profiles (self), chosen);
  if (profile == NULL || profile == self->profile)
    return;

  set_profile (self, profile);
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

/* --- actions ------------------------------------------------------------------------------------ */

static void
draft_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GfProfileView *self = GF_PROFILE_VIEW (widget);
  GfAnalysis *analysis = gf_project_get_analysis (get_project (self));
  GfSegment *segment = find_segment (self);
  g_autofree char *today = gf_today ();

  if (segment == NULL)
    return;

  GfProfile *profile =
    gf_project_draft_profile (get_project (self), segment, gf_analysis_get_findings (analysis),
                              gf_analysis_get_bad_findings (analysis), today);
  set_profile (self, profile);
  gf_step_view_queue_update (GF_STEP_VIEW (self));
  gf_toast_undo (widget, _("Drafted from the evidence"));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfProfileView *self = GF_PROFILE_VIEW (widget);

  gf_record_list_remove (gf_project_get_profiles (get_project (self)), self->profile);
  gf_toast_undo (widget, _("Profile removed"));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfProfileView *self = GF_PROFILE_VIEW (widget);

  adw_dialog_present (gf_export_dialog_new (get_project (self), self->profile), widget);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GfProfileView *self = GF_PROFILE_VIEW (widget);

  gf_profile_print (widget, get_project (self), self->profile);
}

/* Goes to the first thing that the banner speaks of. */
static void
show_lint_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GfProfileView *self = GF_PROFILE_VIEW (widget);
  GfProfileLint lint;

  gf_profile_lint (self->profile, &lint);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      gboolean wanted = (i == GF_SECTION_MISFIT && lint.lacks_misfit) ||
                        (i == GF_SECTION_PAINS && lint.lacks_pain);

      if (!wanted && !gf_section_group_has_assumption (self->groups[i]))
        continue;
      gtk_widget_child_focus (GTK_WIDGET (self->groups[i]), GTK_DIR_TAB_FORWARD);
      return;
    }
}

/* --- class --------------------------------------------------------------------------------------- */

static void
gf_profile_view_dispose (GObject *object)
{
  GfProfileView *self = GF_PROFILE_VIEW (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_PROFILE_VIEW);
  g_clear_object (&self->project_bindings);
  g_clear_object (&self->bindings);
  g_clear_object (&self->metric_bindings);
  g_clear_object (&self->profile);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (gf_profile_view_parent_class)->dispose (object);
}

static void
gf_profile_view_class_init (GfProfileViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_profile_view_dispose;
  GF_STEP_VIEW_CLASS (klass)->update = gf_profile_view_update;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_profile_view_project_changed;

  gtk_widget_class_install_action (widget_class, "view.draft", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "view.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "view.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "view.show-lint", NULL, show_lint_action);

  g_type_ensure (GF_TYPE_GROWING_TEXT);
  g_type_ensure (GF_TYPE_INTRO_CARD);
  g_type_ensure (GF_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-profile-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, stack);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, chooser);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, export);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, menu);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, segment_row);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, segments_row);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, sections);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, preview);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, left_out);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, product);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, name);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, sentence);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, owner);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, ask_first);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, metric_name);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, metric_before);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, metric_after);
  gtk_widget_class_bind_template_child (widget_class, GfProfileView, metric_note);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
gf_profile_view_init (GfProfileView *self)
{
  const struct { const char *field; AdwEntryRow **row; } profile_rows[] = {
    { "name", &self->name }, { "owner", &self->owner },
    { "ask-first", &self->ask_first },
  };
  const struct { const char *field; AdwEntryRow **row; } metric_rows[] = {
    { "name", &self->metric_name }, { "before", &self->metric_before },
    { "after", &self->metric_after }, { "note", &self->metric_note },
  };

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  self->names = gtk_string_list_new (NULL);
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (self->names));

  self->project_bindings = g_binding_group_new ();
  g_binding_group_bind (self->project_bindings, "product", self->product, "text",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->bindings = g_binding_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (profile_rows); i++)
    g_binding_group_bind (self->bindings, profile_rows[i].field, *profile_rows[i].row, "text",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "sentence", gtk_text_view_get_buffer (self->sentence), "text",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->metric_bindings = g_binding_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (metric_rows); i++)
    g_binding_group_bind (self->metric_bindings, metric_rows[i].field, *metric_rows[i].row, "text",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * gf_profile_view_get_profile:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the profile it shows; NULL when there is none
 */
GfProfile *
gf_profile_view_get_profile (GfProfileView *self)
{
  g_return_val_if_fail (GF_IS_PROFILE_VIEW (self), NULL);

  return self->profile;
}
