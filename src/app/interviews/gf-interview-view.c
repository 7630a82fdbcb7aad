/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interview-view.h"

#include "gf-answer-block.h"
#include "gf-feedback.h"
#include "gf-interview-dialog.h"
#include "gf-interview-pane.h"
#include "gf-project.h"
#include "gf-question-dialog.h"
#include "gf-quote-popover.h"
#include "gf-research-words.h"
#include "gf-step-page.h"

#include <glib/gi18n-lib.h>

struct _GfInterviewView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkLabel *heading;
  GtkLabel *facts;
  GtkBox *blocks_box;
  GtkWidget *mark_revealer;
  GtkWidget *menu;
  GfInterviewPane *pane_content;

  /* Children */
  GfQuotePopover *popover;
  GActionMap *actions;        /* interview.*: for the view and for its menu in the header bar */
  GPtrArray *blocks;          /* of borrowed GfAnswerBlock, in the order of the answers */

  /* Owned references */
  GfInterview *interview;
  GfAnswerBlock *active;      /* where the cursor was last */
  GfAnswerBlock *marking;     /* whose words the popover asks about */
  GfQuote *changing;          /* the quote that the popover asks about, NULL for new words */
  int start;
  int end;
  guint scroll_source;
};

G_DEFINE_FINAL_TYPE (GfInterviewView, gf_interview_view, GF_TYPE_STEP_VIEW)

static guint
get_n_answers (GfInterviewView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gf_interview_get_answers (self->interview)));
}

static char *
dup_facts (GfInterview *interview)
{
  GString *facts = g_string_new (gf_interview_kind_get_person (gf_interview_get_kind (interview)));
  g_autofree char *date = gf_date_dup_text (gf_interview_get_date (interview), TRUE);
  gint64 minutes = gf_interview_get_minutes (interview);

  if (*gf_interview_get_company (interview) != '\0')
    g_string_append_printf (facts, " · %s", gf_interview_get_company (interview));
  if (*date != '\0')
    g_string_append_printf (facts, " · %s", date);
  if (*gf_interview_get_interviewer (interview) != '\0')
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _("asked by %s"), gf_interview_get_interviewer (interview));
    }
  if (minutes > 0)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, ngettext ("%d minute", "%d minutes", (gulong) minutes), (int) minutes);
    }

  return g_string_free (facts, FALSE);
}

static void
update_hint (GfInterviewView *self)
{
  guint n = get_n_answers (self);
  guint place, answered = 0;
  g_autofree char *hint = NULL;

  if (self->active != NULL && g_ptr_array_find (self->blocks, self->active, &place))
    {
      hint = g_strdup_printf (_("Question %u of %u"), place + 1, n);
    }
  else
    {
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GfAnswer) answer =
            g_list_model_get_item (G_LIST_MODEL (gf_interview_get_answers (self->interview)), i);

          answered += *gf_answer_get_text (answer) != '\0';
        }
      hint = g_strdup_printf (_("%u of %u questions answered"), answered, n);
    }

  gf_step_view_set_hint (GF_STEP_VIEW (self), hint);
}

static void
update_mark_button (GfInterviewView *self)
{
  int start, end;
  gboolean selected = self->active != NULL && gf_answer_block_get_selection (self->active, &start, &end);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->mark_revealer), selected);
  gtk_widget_set_can_target (self->mark_revealer, selected);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, "mark")), selected);
}

/* Scrolls so that the line with the cursor is seen: a text view that grows does not do so by itself. */
static gboolean
scroll_cb (gpointer data)
{
  GfInterviewView *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkTextBuffer *buffer;
  GtkTextIter cursor;
  GdkRectangle area;
  double top;

  self->scroll_source = 0;
  if (self->active == NULL || !gtk_widget_has_focus (gf_answer_block_get_text (self->active)))
    return G_SOURCE_REMOVE;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gf_answer_block_get_text (self->active)));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gf_answer_block_get_area (self->active, GTK_WIDGET (self->scroller),
                            gtk_text_iter_get_offset (&cursor), gtk_text_iter_get_offset (&cursor), &area);
  top = area.y + gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, top - 48, top + area.height + 48);

  return G_SOURCE_REMOVE;
}

static void
cursor_moved_cb (GfInterviewView *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_timeout_add (40, scroll_cb, self);
}

static void
set_active (GfInterviewView *self,
            GfAnswerBlock   *block)
{
  if (self->active != NULL && self->active != block)
    gf_answer_block_unselect (self->active);
  g_set_object (&self->active, block);
  update_hint (self);
  update_mark_button (self);
}

static void
block_focused_cb (GtkEventController *controller,
                  GfInterviewView    *self)
{
  set_active (self, GF_ANSWER_BLOCK (gtk_event_controller_get_widget (controller)));
}

static void
selection_changed_cb (GfInterviewView *self,
                      GfAnswerBlock   *block)
{
  if (block == self->active)
    update_mark_button (self);
}

static void
open_popover (GfInterviewView *self,
              GfAnswerBlock   *block,
              GfQuote         *quote)
{
  GdkRectangle area;

  g_set_object (&self->marking, block);
  g_set_object (&self->changing, quote);
  gf_answer_block_get_area (block, GTK_WIDGET (self), self->start, self->end, &area);
  gf_quote_popover_open (self->popover, gf_step_view_get_project (GF_STEP_VIEW (self)), quote, &area);
}

static void
quote_activated_cb (GfInterviewView *self,
                    GfQuote         *quote,
                    GfAnswerBlock   *block)
{
  self->start = self->end = 0;
  if (gf_answer_block_find_quote (block, quote, &self->start, &self->end))
    gf_answer_block_select (block, self->start, self->end);
  set_active (self, block);
  open_popover (self, block, quote);
}

static void
theme_chosen_cb (GfInterviewView *self,
                 GfTheme         *theme)
{
  g_autofree char *words = NULL;

  if (self->changing != NULL)
    gf_quote_set_theme (self->changing, gf_record_get_id (GF_RECORD (theme)));
  else if (self->marking != NULL)
    gf_answer_block_mark (self->marking, self->start, self->end, theme);

  if (self->marking != NULL)
    {
      gf_answer_block_unselect (self->marking);
      gtk_widget_grab_focus (gf_answer_block_get_text (self->marking));
    }

  /* Translators: said by a screen reader; the name of a theme is in the placeholder */
  words = g_strdup_printf (_("Marked as %s"), gf_theme_get_name (theme));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
quote_removed_cb (GfInterviewView *self)
{
  if (self->changing == NULL)
    return;

  gf_record_list_remove (gf_interview_get_quotes (self->interview), self->changing);
  if (self->marking != NULL)
    gf_answer_block_unselect (self->marking);
  gf_toast_undo (GTK_WIDGET (self), _("Quote removed"));
}

/* A question goes with its answer and the quotes in it. */
static void
question_removed_cb (GfInterviewView *self,
                     GfAnswerBlock   *block)
{
  GfAnswer *answer = gf_answer_block_get_answer (block);
  GListStore *quotes = gf_interview_get_quotes (self->interview);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (quotes)); i-- > 0;)
    {
      g_autoptr (GfQuote) quote = g_list_model_get_item (G_LIST_MODEL (quotes), i);

      if (g_strcmp0 (gf_quote_get_answer (quote), gf_record_get_id (GF_RECORD (answer))) == 0)
        g_list_store_remove (quotes, i);
    }
  gf_toast_undo (GTK_WIDGET (self), _("Question removed"));
  gf_record_list_remove (gf_interview_get_answers (self->interview), answer);
}

static GfAnswerBlock *
create_block (GfInterviewView *self,
              GfAnswer        *answer)
{
  GfProject *project = gf_step_view_get_project (GF_STEP_VIEW (self));
  GfAnswerBlock *block = GF_ANSWER_BLOCK (gf_answer_block_new (project, self->interview, answer));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gf_answer_block_get_text (block)));

  g_signal_connect_object (focus, "enter", G_CALLBACK (block_focused_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (block), focus);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (block, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (block, "quote-activated", G_CALLBACK (quote_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (block, "remove", G_CALLBACK (question_removed_cb), self, G_CONNECT_SWAPPED);

  return block;
}

/* One block for each answer; those that are there already stay, with cursor and focus. */
static void
answers_changed_cb (GfInterviewView *self)
{
  GListModel *answers = G_LIST_MODEL (gf_interview_get_answers (self->interview));
  guint n = g_list_model_get_n_items (answers);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->blocks);
  GtkWidget *previous = NULL;

  self->blocks = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfAnswer) answer = g_list_model_get_item (answers, i);
      GfAnswerBlock *block = NULL;

      for (guint j = 0; j < before->len && block == NULL; j++)
        if (gf_answer_block_get_answer (g_ptr_array_index (before, j)) == answer)
          block = g_ptr_array_steal_index (before, j);

      if (block == NULL)
        {
          block = create_block (self, answer);
          gtk_box_append (self->blocks_box, GTK_WIDGET (block));
        }
      gtk_box_reorder_child_after (self->blocks_box, GTK_WIDGET (block), previous);
      gf_answer_block_set_number (block, i + 1);
      gtk_widget_action_set_enabled (GTK_WIDGET (block), "question.up", i > 0);
      gtk_widget_action_set_enabled (GTK_WIDGET (block), "question.down", i + 1 < n);
      g_ptr_array_add (self->blocks, block);
      previous = GTK_WIDGET (block);
    }

  for (guint i = 0; i < before->len; i++)
    {
      GfAnswerBlock *gone = g_ptr_array_index (before, i);

      if (self->active == gone)
        g_clear_object (&self->active);
      if (self->marking == gone)
        g_clear_object (&self->marking);
      gtk_box_remove (self->blocks_box, GTK_WIDGET (gone));
    }
  update_hint (self);
  update_mark_button (self);
}

/* The interview after this one, as the list shows them: by kind, the latest first. */
static GfInterview *
find_next (GfInterviewView *self)
{
  GfProject *project = gf_step_view_get_project (GF_STEP_VIEW (self));
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (project));
  guint n = g_list_model_get_n_items (interviews);
  GfInterview *next = NULL;
  g_autofree char *own = NULL;
  g_autofree char *best = NULL;

  /* A key that sorts as the list does: kind, then date backwards, then place in the project. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);
        g_autofree char *key = NULL;
        char date[11] = "~~~~~~~~~~";

        for (guint j = 0; j < 10 && gf_interview_get_date (interview)[j] != '\0'; j++)
          date[j] = (char) ('0' + '9' - gf_interview_get_date (interview)[j]);
        key = g_strdup_printf ("%d %s %08u", (int) gf_interview_get_kind (interview), date, i);

        if (pass == 0 && interview == self->interview)
          {
            g_free (own);
            own = g_steal_pointer (&key);
          }
        else if (pass == 1 && own != NULL && g_strcmp0 (key, own) > 0 &&
                 (best == NULL || g_strcmp0 (key, best) < 0))
          {
            g_free (best);
            best = g_steal_pointer (&key);
            next = interview;   /* the project keeps it alive */
          }
      }

  return next;
}

static void
update_next (GfInterviewView *self)
{
  GfInterview *next = find_next (self);
  const char *person = next != NULL ? gf_interview_get_person (next) : NULL;
  g_autofree char *title = NULL;

  if (next != NULL && *person == '\0')
    person = title = gf_interview_dup_title (next);
  gf_step_view_set_next_label (GF_STEP_VIEW (self), person);
}

static void
gf_interview_view_update (GfStepView *view)
{
  GfInterviewView *self = GF_INTERVIEW_VIEW (view);
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  const char *company;
  gboolean found;

  /* Taken out of the project, by undo perhaps: there is nothing left to show. */
  if (gf_record_get_parent (GF_RECORD (self->interview)) == NULL)
    {
      GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GF_TYPE_STEP_PAGE);

      if (page != NULL && gf_step_page_get_visible_view (GF_STEP_PAGE (page)) == view)
        gf_step_page_pop (GF_STEP_PAGE (page));
      return;
    }

  title = gf_interview_dup_title (self->interview);
  facts = dup_facts (self->interview);
  gtk_label_set_label (self->heading, title);
  gtk_label_set_label (self->facts, facts);
  update_hint (self);
  update_next (self);

  found = gf_interview_pane_show (self->pane_content, gf_step_view_get_project (view), self->interview);
  company = gf_interview_get_company (self->interview);
  gf_step_view_set_pane_title (view, *company != '\0' ? company : _("Company"),
                               found ? _("Customer") : NULL);
}

static void
show_interview (GfInterviewView *self,
                GfInterview     *interview)
{
  if (self->interview != NULL)
    g_signal_handlers_disconnect_by_func (gf_interview_get_answers (self->interview), answers_changed_cb, self);

  g_clear_object (&self->active);
  g_clear_object (&self->marking);
  g_clear_object (&self->changing);
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_box_remove (self->blocks_box, g_ptr_array_index (self->blocks, i));
  g_ptr_array_set_size (self->blocks, 0);

  g_set_object (&self->interview, interview);
  g_signal_connect_object (gf_interview_get_answers (interview), "items-changed",
                           G_CALLBACK (answers_changed_cb), self, G_CONNECT_SWAPPED);
  if (gf_step_view_get_project (GF_STEP_VIEW (self)) != NULL)
    {
      answers_changed_cb (self);
      gf_step_view_queue_update (GF_STEP_VIEW (self));
    }
}

static void
gf_interview_view_project_changed (GfStepView *view)
{
  GfInterviewView *self = GF_INTERVIEW_VIEW (view);

  if (gf_step_view_get_project (view) != NULL && self->interview != NULL)
    answers_changed_cb (self);
}

static void
gf_interview_view_next (GfStepView *view)
{
  GfInterviewView *self = GF_INTERVIEW_VIEW (view);
  GfInterview *next = find_next (self);

  if (next == NULL)
    return;

  show_interview (self, next);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
mark_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GfInterviewView *self = user_data;

  if (self->active != NULL && gf_answer_block_get_selection (self->active, &self->start, &self->end))
    open_popover (self, self->active, NULL);
}

static void
edit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GfInterviewView *self = user_data;

  adw_dialog_present (gf_interview_dialog_new (gf_step_view_get_project (GF_STEP_VIEW (self)), self->interview),
                      GTK_WIDGET (self));
}

static void
add_question (GfInterviewView *self)
{
  gf_question_dialog_present (GTK_WIDGET (self), self->interview, NULL);
}

static void
add_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  add_question (user_data);
}

static void
view_add_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  add_question (GF_INTERVIEW_VIEW (widget));
}

static void
remove_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  GfInterviewView *self = user_data;

  gf_toast_undo (GTK_WIDGET (self), _("Interview removed"));
  gf_record_list_remove (gf_project_get_interviews (gf_step_view_get_project (GF_STEP_VIEW (self))),
                         self->interview);
}

static void
move_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GfInterviewView *self = user_data;
  int by = g_variant_get_int32 (parameter);
  guint place = 0;
  int next;

  if (self->active == NULL || !g_ptr_array_find (self->blocks, self->active, &place))
    next = by > 0 ? 0 : (int) self->blocks->len - 1;
  else
    next = (int) place + by;
  if (next < 0 || next >= (int) self->blocks->len)
    return;

  gtk_widget_grab_focus (gf_answer_block_get_text (g_ptr_array_index (self->blocks, next)));
  cursor_moved_cb (self);
}

static void
gf_interview_view_dispose (GObject *object)
{
  GfInterviewView *self = GF_INTERVIEW_VIEW (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  if (self->popover != NULL)
    {
      gtk_widget_unparent (GTK_WIDGET (self->popover));
      self->popover = NULL;
    }
  g_clear_object (&self->active);
  g_clear_object (&self->marking);
  g_clear_object (&self->changing);
  if (self->menu != NULL)
    gtk_widget_insert_action_group (self->menu, "interview", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "interview", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_INTERVIEW_VIEW);
  if (self->interview != NULL)
    g_signal_handlers_disconnect_by_func (gf_interview_get_answers (self->interview), answers_changed_cb, self);
  g_clear_object (&self->interview);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_interview_view_parent_class)->dispose (object);
}

static void
gf_interview_view_class_init (GfInterviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GfStepViewClass *view_class = GF_STEP_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_interview_view_dispose;
  view_class->project_changed = gf_interview_view_project_changed;
  view_class->update = gf_interview_view_update;
  view_class->next = gf_interview_view_next;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, view_add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "interview.mark", NULL);

  g_type_ensure (GF_TYPE_INTERVIEW_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-interview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfInterviewView, scroller);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewView, heading);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewView, facts);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewView, blocks_box);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewView, mark_revealer);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewView, menu);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewView, pane_content);
}

static void
add_actions (GfInterviewView *self)
{
  static const GActionEntry entries[] = {
    { .name = "mark", .activate = mark_action },
    { .name = "edit", .activate = edit_action },
    { .name = "add", .activate = add_action },
    { .name = "remove", .activate = remove_action },
    { .name = "move", .activate = move_action, .parameter_type = "i" },
  };

  self->actions = G_ACTION_MAP (g_simple_action_group_new ());
  g_action_map_add_action_entries (self->actions, entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "interview", G_ACTION_GROUP (self->actions));
  gtk_widget_insert_action_group (self->menu, "interview", G_ACTION_GROUP (self->actions));
}

/* Ctrl+Down and Ctrl+Up are keys of the text itself, so they are taken before it sees them. */
static void
add_keys (GfInterviewView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Down, GDK_CONTROL_MASK),
                                     gtk_named_action_new ("interview.move"), "i", 1));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Up, GDK_CONTROL_MASK),
                                     gtk_named_action_new ("interview.move"), "i", -1));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
gf_interview_view_init (GfInterviewView *self)
{
  self->blocks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  add_keys (self);

  self->popover = GF_QUOTE_POPOVER (gf_quote_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (theme_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "removed", G_CALLBACK (quote_removed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * gf_interview_view_new:
 * @interview: an interview of the project
 *
 * Returns: (transfer floating): a view to push
 */
GfStepView *
gf_interview_view_new (GfInterview *interview)
{
  g_return_val_if_fail (GF_IS_INTERVIEW (interview), NULL);

  GfInterviewView *self = g_object_new (GF_TYPE_INTERVIEW_VIEW, NULL);

  show_interview (self, interview);

  return GF_STEP_VIEW (self);
}

/**
 * gf_interview_view_get_interview:
 *
 * Returns: (transfer none): the interview shown
 */
GfInterview *
gf_interview_view_get_interview (GfInterviewView *self)
{
  g_return_val_if_fail (GF_IS_INTERVIEW_VIEW (self), NULL);

  return self->interview;
}
