/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-both-sides.h"
#include "gf-draft.h"
#include "gf-customers-export.h"
#include "gf-customers-page.h"
#include "gf-feedback.h"
#include "gf-finding-row.h"
#include "gf-finding-words.h"
#include "gf-findings-csv.h"
#include "gf-findings-view-private.h"
#include "gf-project-report.h"
#include "gf-segment-selectors.h"
#include "gf-steps.h"

#include <glib/gi18n-lib.h>

/* The rule of the findings: which it is, what it says, and what can be done with it. */

static GfProject *
get_project (GfFindingsView *self)
{
  return gf_step_view_get_project (GF_STEP_VIEW (self));
}

/**
 * _gf_findings_view_get_findings:
 *
 * Returns: (transfer none) (nullable): what was found about those who are looked at
 */
GfFindings *
_gf_findings_view_get_findings (GfFindingsView *self)
{
  if (self->analysis == NULL)
    return NULL;

  return self->look == GF_LOOK_BAD ? gf_analysis_get_bad_findings (self->analysis)
                                   : gf_analysis_get_findings (self->analysis);
}

/* Those the findings of a look are about, as they are now. */
static const GfBitset *
get_target (GfFindingsView *self,
            GfLook          look)
{
  GfRanking *ranking = gf_analysis_get_ranking (self->analysis);

  if (look == GF_LOOK_BAD)
    return gf_analysis_get_bad (self->analysis);

  return ranking != NULL ? gf_ranking_get_best (ranking) : NULL;
}

/* A rule that is one of the findings has been judged among all that was looked at. */
static GfFinding *
find_same (GListModel *list,
           GfFinding  *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (list, i);

      if (gf_finding_same_traits (finding, rule))
        return g_steal_pointer (&finding);
    }

  return NULL;
}

static GfFinding *
evaluate (GfFindingsView *self)
{
  GPtrArray *selectors = self->rules[self->look];
  GfFindings *findings = _gf_findings_view_get_findings (self);
  GfTable *table = gf_analysis_get_table (self->analysis);
  const GfBitset *target = get_target (self, self->look);
  const GfBitset *among = findings != NULL ? gf_findings_get_options (findings)->among : NULL;
  gboolean one = selectors->len == 1;
  g_autoptr (GfFinding) rule = NULL;
  GfFinding *same;
  double n_tests;

  if (selectors->len == 0 || findings == NULL || table == NULL || target == NULL ||
      gf_bitset_get_size (target) != gf_table_get_n_rows (table) ||
      (among != NULL && gf_bitset_get_size (among) != gf_table_get_n_rows (table)))
    return NULL;

  n_tests = one ? gf_findings_get_n_tests (findings) : gf_findings_get_n_combination_tests (findings);
  rule = gf_finding_evaluate (selectors, table, target, among, gf_findings_get_against (findings), MAX (n_tests, 1));
  same = gf_analysis_get_out_of_date (self->analysis)
           ? NULL
           : find_same (one ? gf_findings_get_traits (findings) : gf_findings_get_combinations (findings), rule);

  return same != NULL ? same : g_steal_pointer (&rule);
}

/**
 * _gf_findings_view_see_other_side:
 * @finding: a finding about those who are looked at
 *
 * Returns: (transfer full) (nullable): the same traits among the others: the bad fits, or the best
 */
GfFinding *
_gf_findings_view_see_other_side (GfFindingsView *self,
                                  GfFinding      *finding)
{
  gboolean bad = self->look == GF_LOOK_BAD;
  GfFindings *others = bad ? gf_analysis_get_findings (self->analysis)
                           : gf_analysis_get_bad_findings (self->analysis);
  const GfBitset *target = get_target (self, bad ? GF_LOOK_BEST : GF_LOOK_BAD);

  return others != NULL && target != NULL && self->table != NULL
           ? gf_finding_see_other_side (finding, others, self->table, target)
           : NULL;
}

/* As long as the user has not touched it, the rule is what the findings say first. */
static void
follow_headline (GfFindingsView *self)
{
  GfFindings *findings = _gf_findings_view_get_findings (self);
  GfFinding *headline = findings != NULL ? gf_findings_find_headline (findings) : NULL;
  GPtrArray *rule = self->rules[self->look];

  if (self->edited[self->look])
    return;

  g_ptr_array_set_size (rule, 0);
  for (guint i = 0; headline != NULL && i < gf_finding_get_n_selectors (headline); i++)
    g_ptr_array_add (rule, gf_selector_ref (gf_finding_get_selector (headline, i)));
}

static GfSegment *
find_segment (GfFindingsView *self)
{
  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (get_project (self)));
  GPtrArray *rule = self->rules[self->look];

  for (guint i = 0; i < g_list_model_get_n_items (segments); i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (segments, i);
      g_autoptr (GPtrArray) selectors = gf_segment_dup_selectors (segment);
      guint n_same = 0;

      for (guint k = 0; k < selectors->len; k++)
        for (guint m = 0; m < rule->len; m++)
          n_same += gf_selector_equal (selectors->pdata[k], rule->pdata[m]);
      if (n_same == rule->len && selectors->len == rule->len)
        return segment;   /* the project keeps it */
    }

  return NULL;
}

static void
update_words (GfFindingsView *self)
{
  GfFindings *findings = _gf_findings_view_get_findings (self);
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  if (self->rule != NULL)
    {
      title = gf_finding_dup_headline (self->rule, self->table);
      sentence = gf_finding_dup_rule_sentence (self->rule);
    }
  else if (self->edited[self->look] && !gf_findings_are_too_few (findings))
    {
      title = g_strdup (_("A Rule Without Conditions"));
      sentence = g_strdup (_("Add a trait: press Insert on one of the list, or choose one here."));
    }
  else
    {
      title = gf_findings_dup_headline (findings, self->table);
      sentence = gf_findings_dup_explanation (findings);
    }
  gf_rule_card_set_words (self->card, title, sentence);
}

static void
update_menu (GfFindingsView *self,
             gboolean        profile)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenuItem) show = g_menu_item_new (_("Show Customers"), "view.show-rule-customers");

  g_menu_append (menu, profile ? _("Add to Profile") : _("Add to Profile (Draft One First)"),
                 "view.add-rule-to-profile");
  g_menu_item_set_attribute (show, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, show);
  g_menu_append (menu, _("Copy as Text"), "view.copy");
  g_menu_append (all, _("Export Findings…"), "view.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  gf_rule_card_set_menu (self->card, G_MENU_MODEL (menu));
}

static void
update_actions (GfFindingsView *self)
{
  GfStepView *view = GF_STEP_VIEW (self);
  GListModel *profiles = G_LIST_MODEL (gf_project_get_profiles (get_project (self)));
  gboolean profile = g_list_model_get_n_items (profiles) > 0;
  GfSegment *segment = self->rule != NULL ? find_segment (self) : NULL;
  GtkWidget *make = gf_rule_card_get_button (self->card);

  gf_step_view_set_action_enabled (view, "view.make-segment", self->rule != NULL && segment == NULL);
  gtk_widget_set_tooltip_text (make, segment != NULL ? _("This rule is a segment already") : NULL);
  gf_step_view_set_action_enabled (view, "view.copy", self->rule != NULL);
  gf_step_view_set_action_enabled (view, "view.add-rule-to-profile", self->rule != NULL && profile);
  gf_step_view_set_action_enabled (view, "view.copy-finding", self->selected != NULL);
  gf_step_view_set_action_enabled (view, "view.use-in-rule", self->selected != NULL);
  gf_step_view_set_action_enabled (view, "view.show-customers", self->selected != NULL);
  gf_step_view_set_action_enabled (view, "view.show-rule-customers", self->rule != NULL);
  gf_step_view_set_action_enabled (view, "view.add-finding-to-profile", self->selected != NULL && profile);
  gf_finding_pane_set_profile (self->pane, profile);
  gf_step_view_set_complete (view, segment != NULL || self->rule == NULL);
  update_menu (self, profile);
}

/**
 * _gf_findings_view_update_rule:
 *
 * Shows the rule as it is now: words, conditions, what can be done with it. There must be findings.
 */
void
_gf_findings_view_update_rule (GfFindingsView *self)
{
  GfFindings *findings = _gf_findings_view_get_findings (self);

  follow_headline (self);
  g_clear_object (&self->rule);
  self->rule = evaluate (self);
  update_words (self);
  gf_rule_card_set_candidates (self->card, gf_findings_get_traits (findings));
  gf_rule_card_set_rule (self->card, self->rules[self->look], self->table, self->look == GF_LOOK_BAD);
  update_actions (self);
}

/**
 * _gf_findings_view_edit_rule:
 * @selectors: (element-type GfSelector): its conditions from now on
 *
 * Takes another rule, and says what became of it.
 */
void
_gf_findings_view_edit_rule (GfFindingsView *self,
                             GPtrArray      *selectors)
{
  GPtrArray *rule = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < selectors->len; i++)
    g_ptr_array_add (rule, gf_selector_ref (selectors->pdata[i]));
  g_ptr_array_unref (self->rules[self->look]);
  self->rules[self->look] = rule;
  self->edited[self->look] = TRUE;
  if (_gf_findings_view_get_findings (self) == NULL)
    return;

  _gf_findings_view_update_rule (self);
  if (self->rule != NULL)
    {
      sentence = gf_finding_dup_rule_sentence (self->rule);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

/* --- What to do with it --- */

static void
use_in_rule_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (widget);
  GPtrArray *rule = self->rules[self->look];
  g_autoptr (GPtrArray) edited = g_ptr_array_new ();

  if (self->selected == NULL)
    return;

  /* A condition on a column takes the place of another one on it. */
  for (guint i = 0; i < rule->len; i++)
    {
      gboolean replaced = FALSE;

      for (guint k = 0; k < gf_finding_get_n_selectors (self->selected); k++)
        replaced = replaced || g_str_equal (gf_selector_get_column (gf_finding_get_selector (self->selected, k)),
                                            gf_selector_get_column (rule->pdata[i]));
      if (!replaced)
        g_ptr_array_add (edited, rule->pdata[i]);
    }
  for (guint k = 0; k < gf_finding_get_n_selectors (self->selected); k++)
    g_ptr_array_add (edited, gf_finding_get_selector (self->selected, k));
  _gf_findings_view_edit_rule (self, edited);
}

static void
show_customers_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (widget);

  if (self->selected != NULL)
    gf_customers_page_show_selectors (widget, gf_finding_get_selectors (self->selected));
}

static void
show_rule_customers_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (widget);

  if (self->rule != NULL)
    gf_customers_page_show_selectors (widget, gf_finding_get_selectors (self->rule));
}

static void
make_segment_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (widget);
  GfSegment *segment;
  g_autofree char *text = NULL;

  if (self->rule == NULL || find_segment (self) != NULL)
    return;

  segment = gf_project_add_segment (get_project (self), self->rules[self->look]);
  /* Translators: %s is the name of the new segment */
  text = g_strdup_printf (_("Segment “%s” made"), gf_segment_get_name (segment));
  if (gf_steps_find ("segments") >= 0)
    gf_toast_go (widget, text, _("Open Segments"), "segments");
  else
    gf_toast_undo (widget, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static GfProfileSection *
find_section (GfProfile     *profile,
              GfSectionKind  kind)
{
  GListStore *sections = gf_profile_get_sections (profile);
  g_autoptr (GfProfileSection) added = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sections)); i++)
    {
      g_autoptr (GfProfileSection) section = g_list_model_get_item (G_LIST_MODEL (sections), i);

      if (gf_profile_section_get_kind (section) == kind)
        return section;   /* the profile keeps it */
    }

  added = gf_profile_section_new ();
  gf_profile_section_set_kind (added, kind);
  g_list_store_append (sections, added);

  return added;   /* the profile keeps it */
}

static void
add_to_profile (GfFindingsView *self,
                GfFinding      *finding)
{
  GListModel *profiles = G_LIST_MODEL (gf_project_get_profiles (get_project (self)));
  g_autoptr (GfProfile) profile = g_list_model_get_item (profiles, 0);
  g_autoptr (GfStatement) statement = NULL;
  g_autofree char *today = gf_today ();
  g_autofree char *text = NULL;
  GfProfileSection *section;

  if (profile == NULL || finding == NULL)
    return;

  section = find_section (profile, gf_finding_is_good (finding) ? GF_SECTION_COMPANY : GF_SECTION_MISFIT);
  statement = gf_statement_new_from_finding (finding, self->table, today);
  g_list_store_append (gf_profile_section_get_statements (section), statement);
  /* Translators: %s is the name of a profile */
  text = g_strdup_printf (_("Added to “%s”"), gf_profile_get_name (profile));
  gf_toast_undo (GTK_WIDGET (self), text);
}

static void
add_rule_to_profile_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  add_to_profile (GF_FINDINGS_VIEW (widget), GF_FINDINGS_VIEW (widget)->rule);
}

static void
add_finding_to_profile_action (GtkWidget  *widget,
                               const char *action_name,
                               GVariant   *parameter)
{
  add_to_profile (GF_FINDINGS_VIEW (widget), GF_FINDINGS_VIEW (widget)->selected);
}

static void
copy (GfFindingsView *self,
      GfFinding      *finding)
{
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (finding == NULL)
    return;

  title = gf_finding_dup_headline (finding, self->table);
  sentence = gf_finding_dup_rule_sentence (finding);
  text = g_strdup_printf ("%s\n%s\n", title, sentence);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gf_toast (GTK_WIDGET (self), _("Copied"));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  copy (GF_FINDINGS_VIEW (widget), GF_FINDINGS_VIEW (widget)->rule);
}

static void
copy_finding_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  copy (GF_FINDINGS_VIEW (widget), GF_FINDINGS_VIEW (widget)->selected);
}

/* Those of the best and of the bad fits, whichever are looked at. */
static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfFindingsView *self = GF_FINDINGS_VIEW (widget);
  GfFindings *findings[] = { gf_analysis_get_findings (self->analysis), gf_analysis_get_bad_findings (self->analysis) };
  char *text = gf_findings_dup_csv (findings, G_N_ELEMENTS (findings), self->table);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  gf_customers_export_choose (widget, bytes, _("findings.csv"), _("Findings exported"));
}

/**
 * _gf_findings_view_install_rule:
 * @widget_class: the class of the view
 *
 * Installs what can be done with the rule and with the selected finding.
 */
void
_gf_findings_view_install_rule (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.use-in-rule", NULL, use_in_rule_action);
  gtk_widget_class_install_action (widget_class, "view.show-customers", NULL, show_customers_action);
  gtk_widget_class_install_action (widget_class, "view.show-rule-customers", NULL, show_rule_customers_action);
  gtk_widget_class_install_action (widget_class, "view.make-segment", NULL, make_segment_action);
  gtk_widget_class_install_action (widget_class, "view.add-rule-to-profile", NULL, add_rule_to_profile_action);
  gtk_widget_class_install_action (widget_class, "view.add-finding-to-profile", NULL, add_finding_to_profile_action);
  gtk_widget_class_install_action (widget_class, "view.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "view.copy-finding", NULL, copy_finding_action);
  gtk_widget_class_install_action (widget_class, "view.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "view.use-in-rule", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "view.use-in-rule", NULL);
}
