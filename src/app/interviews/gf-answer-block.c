/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-answer-block.h"

#include "gf-bind.h"
#include "gf-growing-text.h"
#include "gf-passages.h"
#include "gf-question-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A quote and the tag that shows it. */
typedef struct
{
  GfQuote *quote;
  GtkTextTag *tag;
  gboolean placed;
} Mark;

struct _GfAnswerBlock
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *number;
  GtkLabel *question;
  GtkTextView *text;
  GtkTextBuffer *buffer;
  GtkWidget *placeholder;
  GtkWidget *chips;

  /* Owned references */
  GfProject *project;
  GfInterview *interview;
  GfAnswer *answer;
  GArray *marks;          /* of Mark */
  guint refresh_source;

  gboolean writing;       /* the record is being written by a key just pressed */
};

G_DEFINE_FINAL_TYPE (GfAnswerBlock, gf_answer_block, GTK_TYPE_BOX)

enum
{
  SELECTION_CHANGED,
  QUOTE_ACTIVATED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
mark_clear (gpointer data)
{
  Mark *mark = data;

  g_clear_object (&mark->quote);
  g_clear_object (&mark->tag);
}

static void
style_tag (GtkTextTag *tag)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA ground, line;

  gdk_rgba_parse (&ground, dark ? "rgba(245,194,17,0.28)" : "rgba(245,194,17,0.34)");
  gdk_rgba_parse (&line, dark ? "#f5c211" : "#e5a50a");
  g_object_set (tag, "background-rgba", &ground, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &line, NULL);
}

static void
style_changed_cb (GfAnswerBlock *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    style_tag (g_array_index (self->marks, Mark, i).tag);
}

static void
remove_marks (GfAnswerBlock *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);

  for (guint i = 0; i < self->marks->len; i++)
    gtk_text_tag_table_remove (table, g_array_index (self->marks, Mark, i).tag);
  g_array_set_size (self->marks, 0);
}

static void
place_marks (GfAnswerBlock *self)
{
  g_autoptr (GArray) passages = gf_interview_find_passages (self->interview, self->answer);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);

  remove_marks (self);
  for (guint i = 0; i < passages->len; i++)
    {
      const GfPassage *passage = &g_array_index (passages, GfPassage, i);
      Mark mark = { .quote = g_object_ref (passage->quote), .tag = gtk_text_tag_new (NULL) };

      style_tag (mark.tag);
      gtk_text_tag_table_add (table, mark.tag);
      if (passage->start >= 0)
        {
          GtkTextIter start, end;

          gtk_text_buffer_get_iter_at_offset (self->buffer, &start, passage->start);
          gtk_text_buffer_get_iter_at_offset (self->buffer, &end, passage->end);
          gtk_text_buffer_apply_tag (self->buffer, mark.tag, &start, &end);
          mark.placed = TRUE;
        }
      g_array_append_val (self->marks, mark);
    }
}

static void
chip_clicked_cb (GfAnswerBlock *self,
                 GtkWidget     *chip)
{
  g_signal_emit (self, signals[QUOTE_ACTIVATED], 0, g_object_get_data (G_OBJECT (chip), "quote"));
}

static const char *
get_chip_class (GfInterviewKind kind)
{
  switch (kind)
    {
    case GF_INTERVIEW_HAPPY:
      return "best";

    case GF_INTERVIEW_CHURNED:
      return "bad";

    case GF_INTERVIEW_LOST:
    case GF_INTERVIEW_PROSPECT:
    default:
      return "plain";
    }
}

static GtkWidget *
create_chip (GfAnswerBlock *self,
             const Mark    *mark)
{
  GfTheme *theme = gf_record_list_find (G_LIST_MODEL (gf_project_get_themes (self->project)),
                                        gf_quote_get_theme (mark->quote));
  const char *name = theme != NULL ? gf_theme_get_name (theme) : _("No theme yet");
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *description = NULL;

  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (mark->placed ? "gf-quote-symbolic" : "gf-state-attention-symbolic"));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, get_chip_class (gf_interview_get_kind (self->interview)));

  description = g_strdup_printf (mark->placed ? _("“%s”") : _("“%s” is not in the answer any more"),
                                 gf_quote_get_text (mark->quote));
  gtk_widget_set_tooltip_text (chip, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  g_object_set_data_full (G_OBJECT (chip), "quote", g_object_ref (mark->quote), g_object_unref);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

static void
fill_chips (GfAnswerBlock *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->chips), chip);
  for (guint i = 0; i < self->marks->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->chips), create_chip (self, &g_array_index (self->marks, Mark, i)));
  gtk_widget_set_visible (self->chips, self->marks->len > 0);
}

static void
refresh (GfAnswerBlock *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  place_marks (self);
  fill_chips (self);
}

static gboolean
refresh_cb (gpointer data)
{
  GfAnswerBlock *self = data;

  self->refresh_source = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (GfAnswerBlock *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, refresh_cb, self, NULL);
}

static void
interview_changed_cb (GfAnswerBlock *self,
                      GfRecord      *origin,
                      const char    *field)
{
  if (self->writing)
    return;

  if (GF_IS_QUOTE (origin) || g_str_equal (field, "quotes") || g_str_equal (field, "kind") ||
      origin == GF_RECORD (self->answer))
    queue_refresh (self);
}

static void
themes_changed_cb (GfAnswerBlock *self,
                   GfRecord      *origin)
{
  if (GF_IS_THEME (origin))
    queue_refresh (self);
}

/* The words that a tag covers now; NULL when there are none left. */
static char *
dup_tagged (GfAnswerBlock *self,
            GtkTextTag    *tag)
{
  GtkTextIter start, end;
  char *words;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  if (!gtk_text_iter_starts_tag (&start, tag) && !gtk_text_iter_forward_to_tag_toggle (&start, tag))
    return NULL;
  end = start;
  if (!gtk_text_iter_forward_to_tag_toggle (&end, tag))
    gtk_text_buffer_get_end_iter (self->buffer, &end);
  words = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);

  return words;
}

/* Quotes follow what is typed inside them. Runs after the binding has written the answer. */
static void
buffer_changed_cb (GfAnswerBlock *self)
{
  gboolean lost = FALSE;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_widget_set_visible (self->placeholder, gtk_text_iter_equal (&start, &end));

  /* Coming back from the record: undo, or a file that changed. The quotes come by themselves. */
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  if (!self->writing)
    {
      queue_refresh (self);
      return;
    }

  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);
      g_autofree char *words = mark->placed ? dup_tagged (self, mark->tag) : NULL;

      if (words != NULL && *words != '\0')
        gf_quote_set_text (mark->quote, words);
      else
        lost = TRUE;
    }

  if (lost)
    queue_refresh (self);
}

/* The user is about to change the text; a change from the record does not come along here. */
static void
user_action_begun_cb (GfAnswerBlock *self)
{
  self->writing = TRUE;
}

static void
user_action_ended_cb (GfAnswerBlock *self)
{
  self->writing = FALSE;
}

static void
selection_changed_cb (GfAnswerBlock *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
question_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GfAnswerBlock *self = GF_ANSWER_BLOCK (widget);
  GListStore *answers = gf_interview_get_answers (self->interview);
  guint position;

  if (!g_list_store_find (answers, self->answer, &position))
    return;

  if (g_str_equal (action_name, "question.edit"))
    gf_question_dialog_present (widget, self->interview, self->answer);
  else if (g_str_equal (action_name, "question.up"))
    gf_record_list_move (answers, position, position - 1);
  else if (g_str_equal (action_name, "question.down"))
    gf_record_list_move (answers, position, position + 1);
  else
    g_signal_emit (self, signals[REMOVE], 0);
}

static void
gf_answer_block_dispose (GObject *object)
{
  GfAnswerBlock *self = GF_ANSWER_BLOCK (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_ANSWER_BLOCK);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_object (&self->project);
  g_clear_object (&self->interview);
  g_clear_object (&self->answer);

  G_OBJECT_CLASS (gf_answer_block_parent_class)->dispose (object);
}

static void
gf_answer_block_class_init (GfAnswerBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_answer_block_dispose;

  /**
   * GfAnswerBlock::selection-changed:
   *
   * Other words are selected, or none.
   */
  signals[SELECTION_CHANGED] =
    g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * GfAnswerBlock::quote-activated:
   * @quote: a quote
   *
   * The chip of @quote was pressed.
   */
  signals[QUOTE_ACTIVATED] =
    g_signal_new ("quote-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, GF_TYPE_QUOTE);

  /**
   * GfAnswerBlock::remove:
   *
   * The question shall go, with its answer and quotes.
   */
  signals[REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "question.edit", NULL, question_action);
  gtk_widget_class_install_action (widget_class, "question.up", NULL, question_action);
  gtk_widget_class_install_action (widget_class, "question.down", NULL, question_action);
  gtk_widget_class_install_action (widget_class, "question.remove", NULL, question_action);

  g_type_ensure (GF_TYPE_GROWING_TEXT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-answer-block.ui");
  gtk_widget_class_bind_template_child (widget_class, GfAnswerBlock, number);
  gtk_widget_class_bind_template_child (widget_class, GfAnswerBlock, question);
  gtk_widget_class_bind_template_child (widget_class, GfAnswerBlock, text);
  gtk_widget_class_bind_template_child (widget_class, GfAnswerBlock, buffer);
  gtk_widget_class_bind_template_child (widget_class, GfAnswerBlock, placeholder);
  gtk_widget_class_bind_template_child (widget_class, GfAnswerBlock, chips);
}

static void
gf_answer_block_init (GfAnswerBlock *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, mark_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
question_changed_cb (GfAnswerBlock *self)
{
  const char *question = gf_answer_get_question (self->answer);
  const char *shown = *question != '\0' ? question : _("Question without words");

  gtk_label_set_label (self->question, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
}

/**
 * gf_answer_block_new:
 * @project: the project with the themes
 * @interview: an interview of it
 * @answer: an answer of that
 *
 * Returns: (transfer floating): the block
 */
GtkWidget *
gf_answer_block_new (GfProject   *project,
                     GfInterview *interview,
                     GfAnswer    *answer)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);
  g_return_val_if_fail (GF_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (GF_IS_ANSWER (answer), NULL);

  GfAnswerBlock *self = g_object_new (GF_TYPE_ANSWER_BLOCK, NULL);

  self->project = g_object_ref (project);
  self->interview = g_object_ref (interview);
  self->answer = g_object_ref (answer);

  gf_bind_buffer (self->buffer, GF_RECORD (answer), "text");
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "begin-user-action", G_CALLBACK (user_action_begun_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "end-user-action", G_CALLBACK (user_action_ended_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "notify::has-selection", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (interview, "changed", G_CALLBACK (interview_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "changed", G_CALLBACK (themes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (answer, "notify::question", G_CALLBACK (question_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);

  question_changed_cb (self);
  gtk_widget_set_visible (self->placeholder, *gf_answer_get_text (answer) == '\0');
  refresh (self);

  return GTK_WIDGET (self);
}

/**
 * gf_answer_block_get_answer:
 *
 * Returns: (transfer none): the answer
 */
GfAnswer *
gf_answer_block_get_answer (GfAnswerBlock *self)
{
  g_return_val_if_fail (GF_IS_ANSWER_BLOCK (self), NULL);

  return self->answer;
}

/**
 * gf_answer_block_get_text:
 *
 * Returns: (transfer none): the text view
 */
GtkWidget *
gf_answer_block_get_text (GfAnswerBlock *self)
{
  g_return_val_if_fail (GF_IS_ANSWER_BLOCK (self), NULL);

  return GTK_WIDGET (self->text);
}

/**
 * gf_answer_block_set_number:
 * @number: the place of the question, from 1
 *
 * Sets the number before the question.
 */
void
gf_answer_block_set_number (GfAnswerBlock *self,
                            guint          number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_return_if_fail (GF_IS_ANSWER_BLOCK (self));

  gtk_label_set_label (self->number, text);
}

/**
 * gf_answer_block_get_selection:
 * @start: (out): where the selected words start, in characters
 * @end: (out): where they end
 *
 * Finds what is selected, as whole words without blanks around them.
 *
 * Returns: FALSE when nothing is
 */
gboolean
gf_answer_block_get_selection (GfAnswerBlock *self,
                               int           *start,
                               int           *end)
{
  GtkTextIter from, to;

  g_return_val_if_fail (GF_IS_ANSWER_BLOCK (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to))
    return FALSE;

  *start = gtk_text_iter_get_offset (&from);
  *end = gtk_text_iter_get_offset (&to);

  return gf_passage_trim (gf_answer_get_text (self->answer), start, end);
}

/**
 * gf_answer_block_select:
 * @start: where the words start, in characters
 * @end: where they end
 *
 * Selects words and puts the focus there.
 */
void
gf_answer_block_select (GfAnswerBlock *self,
                        int            start,
                        int            end)
{
  GtkTextIter from, to;

  g_return_if_fail (GF_IS_ANSWER_BLOCK (self));

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
  gtk_text_buffer_select_range (self->buffer, &to, &from);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * gf_answer_block_unselect:
 *
 * Selects nothing any more; the cursor stays.
 */
void
gf_answer_block_unselect (GfAnswerBlock *self)
{
  GtkTextIter cursor;

  g_return_if_fail (GF_IS_ANSWER_BLOCK (self));

  if (!gtk_text_buffer_get_has_selection (self->buffer))
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
}

/**
 * gf_answer_block_find_quote:
 * @quote: a quote
 * @start: (out): where its words start, in characters
 * @end: (out): where they end
 *
 * Returns: FALSE when @quote does not stand in this answer
 */
gboolean
gf_answer_block_find_quote (GfAnswerBlock *self,
                            GfQuote       *quote,
                            int           *start,
                            int           *end)
{
  g_autoptr (GArray) passages = NULL;

  g_return_val_if_fail (GF_IS_ANSWER_BLOCK (self), FALSE);

  passages = gf_interview_find_passages (self->interview, self->answer);
  for (guint i = 0; i < passages->len; i++)
    {
      const GfPassage *passage = &g_array_index (passages, GfPassage, i);

      if (passage->quote == quote && passage->start >= 0)
        {
          *start = passage->start;
          *end = passage->end;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * gf_answer_block_get_area:
 * @relative_to: a widget around the block
 * @start: where words start, in characters
 * @end: where they end
 * @area: (out caller-allocates): the first line of them, for a popover to point at
 *
 * Finds where words are on the screen.
 */
void
gf_answer_block_get_area (GfAnswerBlock *self,
                          GtkWidget     *relative_to,
                          int            start,
                          int            end,
                          GdkRectangle  *area)
{
  GtkTextIter from, to;
  GdkRectangle first, last;
  graphene_point_t point;
  int x, y;

  g_return_if_fail (GF_IS_ANSWER_BLOCK (self));

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
  gtk_text_view_get_iter_location (self->text, &from, &first);
  gtk_text_view_get_iter_location (self->text, &to, &last);
  gtk_text_view_buffer_to_window_coords (self->text, GTK_TEXT_WINDOW_WIDGET, first.x, first.y, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->text), relative_to,
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    point = GRAPHENE_POINT_INIT (0, 0);

  area->x = (int) point.x;
  area->y = (int) point.y;
  area->width = last.y == first.y ? MAX (1, last.x - first.x) : 1;
  area->height = MAX (1, last.y + last.height - first.y);
}

/**
 * gf_answer_block_mark:
 * @start: where words start, in characters
 * @end: where they end
 * @theme: a theme of the project
 *
 * Makes words a quote.
 *
 * Returns: (transfer none): the quote, in the interview
 */
GfQuote *
gf_answer_block_mark (GfAnswerBlock *self,
                      int            start,
                      int            end,
                      GfTheme       *theme)
{
  g_autoptr (GfQuote) quote = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (GF_IS_ANSWER_BLOCK (self), NULL);
  g_return_val_if_fail (GF_IS_THEME (theme), NULL);

  words = g_utf8_substring (gf_answer_get_text (self->answer), start, end);
  quote = gf_quote_new ();
  gf_quote_set_answer (quote, gf_record_get_id (GF_RECORD (self->answer)));
  gf_quote_set_text (quote, words);
  gf_quote_set_theme (quote, gf_record_get_id (GF_RECORD (theme)));
  g_list_store_append (gf_interview_get_quotes (self->interview), quote);

  return quote;   /* the interview keeps it alive */
}
