/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-question-dialog.h"

#include <glib/gi18n-lib.h>

/* What the dialog is about, kept for as long as it is there. */
typedef struct
{
  GfInterview *interview;
  GfAnswer *answer;      /* NULL for a new question */
  GtkEditable *entry;
} Asked;

static void
asked_free (gpointer data,
            GClosure *closure)
{
  Asked *asked = data;

  g_clear_object (&asked->interview);
  g_clear_object (&asked->answer);
  g_free (asked);
}

static char *
dup_question (Asked *asked)
{
  return g_strstrip (gtk_editable_get_chars (asked->entry, 0, -1));
}

static void
response_cb (Asked      *asked,
             const char *response)
{
  g_autofree char *question = dup_question (asked);

  if (!g_str_equal (response, "apply") || *question == '\0')
    return;

  if (asked->answer != NULL)
    {
      gf_answer_set_question (asked->answer, question);
    }
  else
    {
      g_autoptr (GfAnswer) answer = gf_answer_new ();

      gf_answer_set_question (answer, question);
      g_list_store_append (gf_interview_get_answers (asked->interview), answer);
    }
}

static void
changed_cb (GtkEditable    *entry,
            AdwAlertDialog *dialog)
{
  g_autofree char *question = g_strstrip (gtk_editable_get_chars (entry, 0, -1));

  adw_alert_dialog_set_response_enabled (dialog, "apply", *question != '\0');
}

/**
 * gf_question_dialog_present:
 * @parent: a widget of the window
 * @interview: an interview
 * @answer: (nullable): one of its answers, or NULL to add a question
 *
 * Asks for the words of a question, and records them as one step.
 */
void
gf_question_dialog_present (GtkWidget   *parent,
                            GfInterview *interview,
                            GfAnswer    *answer)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GF_IS_INTERVIEW (interview));

  Asked *asked = g_new0 (Asked, 1);
  AdwDialog *dialog = adw_alert_dialog_new (answer != NULL ? _("Edit Question") : _("Add Question"),
                                            _("Ask about what happened, not about what might be."));
  GtkWidget *entry = gtk_entry_new ();

  asked->interview = g_object_ref (interview);
  asked->answer = answer != NULL ? g_object_ref (answer) : NULL;
  asked->entry = GTK_EDITABLE (entry);

  if (answer != NULL)
    gtk_editable_set_text (asked->entry, gf_answer_get_question (answer));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Question"), -1);

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "apply", answer != NULL ? _("_Save") : _("_Add"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "apply", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "apply");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_dialog_set_focus (dialog, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, G_CONNECT_DEFAULT);
  changed_cb (asked->entry, ADW_ALERT_DIALOG (dialog));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asked, asked_free, G_CONNECT_SWAPPED);

  adw_dialog_present (dialog, parent);
}
