/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interviews-view.h"

#include "gf-feedback.h"
#include "gf-interview-dialog.h"
#include "gf-interview-row.h"
#include "gf-interview-view.h"
#include "gf-interviews-page.h"
#include "gf-intro-card.h"
#include "gf-passages.h"
#include "gf-people.h"
#include "gf-project.h"
#include "gf-research-words.h"
#include "gf-scripts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_KINDS (GF_INTERVIEW_PROSPECT + 1)

/* The interviews of one kind. */
typedef struct
{
  GtkWidget *group;
  GtkWidget *list;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
} Group;

struct _GfInterviewsView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *happy_card;
  GtkWidget *churned_card;
  GtkLabel *happy_words;
  GtkLabel *churned_words;
  GtkBox *groups_box;
  GtkListBox *scripts_box;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkWidget *search_button;
  GtkWidget *nothing;

  /* Children */
  GtkWidget *happy_people;
  GtkWidget *churned_people;
  Group groups[N_KINDS];

  /* Owned references */
  GfProject *project;
  char *needle;
};

G_DEFINE_FINAL_TYPE (GfInterviewsView, gf_interviews_view, GF_TYPE_STEP_VIEW)

static gboolean
holds (const char *text,
       const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
matches (GfInterviewsView *self,
         GfInterview      *interview)
{
  GListModel *answers = G_LIST_MODEL (gf_interview_get_answers (interview));

  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;
  if (holds (gf_interview_get_person (interview), self->needle) ||
      holds (gf_interview_get_role (interview), self->needle) ||
      holds (gf_interview_get_company (interview), self->needle))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (GfAnswer) answer = g_list_model_get_item (answers, i);

      if (holds (gf_answer_get_text (answer), self->needle))
        return TRUE;
    }

  return FALSE;
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  Group *group = user_data;
  GfInterviewsView *self = g_object_get_data (G_OBJECT (group->filtered), "view");

  return (gint64) gf_interview_get_kind (item) == (gint64) (group - self->groups) && matches (self, item);
}

/* The latest first; those without a date last. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return strcmp (gf_interview_get_date ((GfInterview *) b), gf_interview_get_date ((GfInterview *) a));
}

static void
refilter (GfInterviewsView *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      gtk_filter_changed (gtk_filter_list_model_get_filter (self->groups[i].filtered), GTK_FILTER_CHANGE_DIFFERENT);
      gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->groups[i].sorted), GTK_SORTER_CHANGE_DIFFERENT);
    }
}

static void
record_changed_cb (GfInterviewsView *self,
                   GfRecord         *origin,
                   const char       *field)
{
  if (GF_IS_INTERVIEW (origin) && (g_str_equal (field, "kind") || g_str_equal (field, "date")))
    refilter (self);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return gf_interview_row_new (item);
}

static void
row_activated_cb (GfInterviewsView *self,
                  GtkListBoxRow    *row)
{
  gf_step_view_push (GTK_WIDGET (self),
                     gf_interview_view_new (gf_interview_row_get_interview (GF_INTERVIEW_ROW (row))));
}

/* From the last row of one group Down leads into the next. */
static gboolean
keynav_failed_cb (GtkWidget        *list,
                  GtkDirectionType  direction,
                  GfInterviewsView *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (list));

  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;

  return gtk_widget_child_focus (root, direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static void
create_group (GfInterviewsView *self,
              GfInterviewKind   kind)
{
  Group *group = &self->groups[kind];
  const char *title = gf_interview_kind_get_plural (kind);

  group->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group->group), title);

  group->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (group->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (group->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (group->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (group->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group->group), group->list);
  gtk_box_append (self->groups_box, group->group);

  group->filtered = gtk_filter_list_model_new (NULL, NULL);
  g_object_set_data (G_OBJECT (group->filtered), "view", self);
  g_autoptr (GtkCustomFilter) filter = gtk_custom_filter_new (filter_cb, group, NULL);

  gtk_filter_list_model_set_filter (group->filtered, GTK_FILTER (filter));
  group->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (group->filtered)),
                                           GTK_SORTER (gtk_custom_sorter_new (compare_cb, NULL, NULL)));
  gtk_list_box_bind_model (GTK_LIST_BOX (group->list), G_LIST_MODEL (group->sorted), create_row_cb, NULL, NULL);
}

static void
create_script (GfInterviewsView *self,
               GfInterviewKind   kind)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *mark = gf_people_new (kind, 12);
  guint n = gf_script_get_n_questions (kind);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);

  gf_people_set (GF_PEOPLE (mark), 1, 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gf_interview_kind_get_person (kind));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), mark);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *question = adw_action_row_new ();
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      gtk_label_set_width_chars (GTK_LABEL (label), 2);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (question), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question), gf_script_get_question (kind, i));
      adw_action_row_add_prefix (ADW_ACTION_ROW (question), label);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), question);
    }

  gtk_list_box_append (self->scripts_box, row);
}

static void
update_card (GfInterviewsView *self,
             GfInterviewKind   kind,
             guint             target,
             GtkWidget        *people,
             GtkLabel         *label)
{
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (self->project));
  guint n = gf_interviews_count (interviews, kind);
  g_autofree char *words = NULL;

  if (n == 0 && kind == GF_INTERVIEW_HAPPY)
    words = g_strdup (_("Five to go: ask those who would miss you"));
  else if (n == 0)
    words = g_strdup (_("Three to go: ask those who left this year"));
  else if (n < target)
    words = g_strdup_printf (ngettext ("%u more to go", "%u more to go", target - n), target - n);
  else if (gf_interviews_are_saturated (interviews, kind))
    words = g_strdup_printf (_("Target of %u reached; the last one brought no new theme"), target);
  else
    words = g_strdup_printf (_("Target of %u reached"), target);

  gf_people_set (GF_PEOPLE (people), n, target);
  gtk_label_set_label (label, words);
}

static guint
count_untagged (GListModel *interviews)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);

      n += g_list_model_get_n_items (G_LIST_MODEL (gf_interview_get_quotes (interview))) == 0;
    }

  return n;
}

/* The next most useful thing. */
static char *
dup_hint (GListModel *interviews,
          guint       happy,
          guint       churned)
{
  guint n;

  if (g_list_model_get_n_items (interviews) == 0)
    return g_strdup (_("One interview already teaches you something"));
  if (happy < GF_HAPPY_TARGET && happy <= churned + 2)
    {
      n = GF_HAPPY_TARGET - happy;
      return g_strdup_printf (ngettext ("%u happy interview to go", "%u happy interviews to go", n), n);
    }
  if (churned < GF_CHURNED_TARGET)
    {
      n = GF_CHURNED_TARGET - churned;
      return g_strdup_printf (ngettext ("%u churned interview to go", "%u churned interviews to go", n), n);
    }
  if (happy < GF_HAPPY_TARGET)
    {
      n = GF_HAPPY_TARGET - happy;
      return g_strdup_printf (ngettext ("%u happy interview to go", "%u happy interviews to go", n), n);
    }

  n = count_untagged (interviews);
  if (n > 0)
    return g_strdup_printf (ngettext ("%u interview is not tagged yet", "%u interviews are not tagged yet", n), n);

  return g_strdup (_("Every interview is tagged"));
}

static void
gf_interviews_view_update (GfStepView *view)
{
  GfInterviewsView *self = GF_INTERVIEWS_VIEW (view);
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (self->project));
  guint happy = gf_interviews_count (interviews, GF_INTERVIEW_HAPPY);
  guint churned = gf_interviews_count (interviews, GF_INTERVIEW_CHURNED);
  gboolean empty = g_list_model_get_n_items (interviews) == 0;
  guint found = 0;
  g_autofree char *hint = dup_hint (interviews, happy, churned);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  gtk_widget_set_visible (self->search_button, !empty);
  if (empty)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);

  update_card (self, GF_INTERVIEW_HAPPY, GF_HAPPY_TARGET, self->happy_people, self->happy_words);
  update_card (self, GF_INTERVIEW_CHURNED, GF_CHURNED_TARGET, self->churned_people, self->churned_words);

  for (guint i = 0; i < N_KINDS; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (self->groups[i].sorted));

      gtk_widget_set_visible (self->groups[i].group, n > 0);
      found += n;
    }
  gtk_widget_set_visible (self->nothing, !empty && found == 0);

  gf_step_view_set_hint (view, hint);
  gf_step_view_set_complete (view, happy >= GF_HAPPY_TARGET && churned >= GF_CHURNED_TARGET);
}

static void
gf_interviews_view_project_changed (GfStepView *view)
{
  GfInterviewsView *self = GF_INTERVIEWS_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, record_changed_cb, self);
  g_set_object (&self->project, project);

  for (guint i = 0; i < N_KINDS; i++)
    gtk_filter_list_model_set_model (self->groups[i].filtered,
                                     project != NULL ? G_LIST_MODEL (gf_project_get_interviews (project)) : NULL);
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
search_changed_cb (GfInterviewsView *self)
{
  g_clear_pointer (&self->needle, g_free);
  self->needle = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);
  refilter (self);
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static void
added_cb (GfInterviewsView *self,
          GfInterview      *interview)
{
  gf_step_view_push (GTK_WIDGET (self), gf_interview_view_new (interview));
}

static void
add_clicked_cb (GtkWidget *view)
{
  gtk_widget_activate_action (view, "view.add", NULL);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GfInterviewsView *self = GF_INTERVIEWS_VIEW (widget);
  AdwDialog *dialog;

  if (self->project == NULL)
    return;

  dialog = gf_interview_dialog_new (self->project, NULL);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfInterviewsView *self = GF_INTERVIEWS_VIEW (widget);

  if (!gtk_widget_get_visible (self->search_button))
    return;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfInterviewsView *self = GF_INTERVIEWS_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GF_TYPE_INTERVIEW_ROW) : NULL;

  if (row == NULL)
    return;

  /* The focus goes on to a neighbour before its row is gone. */
  if (!gtk_widget_child_focus (gtk_widget_get_parent (row), GTK_DIR_DOWN))
    gtk_widget_child_focus (gtk_widget_get_parent (row), GTK_DIR_UP);
  gf_record_list_remove (gf_project_get_interviews (self->project),
                         gf_interview_row_get_interview (GF_INTERVIEW_ROW (row)));
  gf_toast_undo (widget, _("Interview removed"));
}

static void
gf_interviews_view_dispose (GObject *object)
{
  GfInterviewsView *self = GF_INTERVIEWS_VIEW (object);

  for (guint i = 0; i < N_KINDS; i++)
    {
      if (self->groups[i].list != NULL)
        gtk_list_box_bind_model (GTK_LIST_BOX (self->groups[i].list), NULL, NULL, NULL, NULL);
      self->groups[i].list = NULL;
      g_clear_object (&self->groups[i].sorted);
      g_clear_object (&self->groups[i].filtered);
    }
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_INTERVIEWS_VIEW);
  g_clear_object (&self->project);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (gf_interviews_view_parent_class)->dispose (object);
}

/* On a phone the header has room for the sign only. */
static char *
add_label_cb (GfInterviewsView *self,
              gboolean          narrow)
{
  return g_strdup (narrow ? "" : _("Add Interview"));
}

static void
gf_interviews_view_class_init (GfInterviewsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GfStepViewClass *view_class = GF_STEP_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_interviews_view_dispose;
  view_class->project_changed = gf_interviews_view_project_changed;
  view_class->update = gf_interviews_view_update;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "view.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "view.remove", NULL);

  g_type_ensure (GF_TYPE_INTRO_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-interviews-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, stack);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, happy_card);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, churned_card);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, happy_words);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, churned_words);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, groups_box);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, scripts_box);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, search_button);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewsView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_label_cb);
}

static void
gf_interviews_view_init (GfInterviewsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  self->happy_people = gf_people_new (GF_INTERVIEW_HAPPY, 13);
  self->churned_people = gf_people_new (GF_INTERVIEW_CHURNED, 15);
  gtk_box_append (GTK_BOX (self->happy_card), self->happy_people);
  gtk_box_append (GTK_BOX (self->churned_card), self->churned_people);

  for (int kind = 0; kind < N_KINDS; kind++)
    {
      create_group (self, kind);
      create_script (self, kind);
    }
}
