/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interview-row.h"

#include "gf-people.h"
#include "gf-research-words.h"

#include <glib/gi18n-lib.h>

struct _GfInterviewRow
{
  AdwActionRow parent_instance;

  /* Children */
  GtkWidget *mark;
  GtkLabel *quotes;

  /* Owned references */
  GfInterview *interview;
};

G_DEFINE_FINAL_TYPE (GfInterviewRow, gf_interview_row, ADW_TYPE_ACTION_ROW)

static char *
dup_subtitle (GfInterview *interview)
{
  const char *company = gf_interview_get_company (interview);
  g_autofree char *date = gf_date_dup_text (gf_interview_get_date (interview), FALSE);

  if (*gf_interview_get_person (interview) == '\0' && *gf_interview_get_role (interview) == '\0')
    company = "";
  if (*company != '\0' && *date != '\0')
    /* Translators: a company and a date */
    return g_strdup_printf (_("%s · %s"), company, date);

  return g_strconcat (company, date, NULL);
}

static void
update (GfInterviewRow *self)
{
  g_autofree char *title = gf_interview_dup_title (self->interview);
  g_autofree char *subtitle = dup_subtitle (self->interview);
  g_autofree char *quotes = NULL;
  g_autofree char *name = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gf_interview_get_quotes (self->interview)));

  if (n > 0)
    quotes = g_strdup_printf (ngettext ("%u quote", "%u quotes", n), n);
  else
    quotes = g_strdup (_("Not tagged yet"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_label_set_label (self->quotes, quotes);
  gf_people_set_kind (GF_PEOPLE (self->mark), gf_interview_get_kind (self->interview));

  /* Translators: a row for screen readers: who, where and when, kind, how many quotes */
  name = g_strdup_printf (_("%s. %s. %s. %s"), title, subtitle,
                          gf_interview_kind_get_label (gf_interview_get_kind (self->interview)), quotes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
gf_interview_row_dispose (GObject *object)
{
  g_clear_object (&GF_INTERVIEW_ROW (object)->interview);

  G_OBJECT_CLASS (gf_interview_row_parent_class)->dispose (object);
}

static void
gf_interview_row_class_init (GfInterviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_interview_row_dispose;
}

static void
gf_interview_row_init (GfInterviewRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);

  self->mark = gf_people_new (GF_INTERVIEW_HAPPY, 12);
  gf_people_set (GF_PEOPLE (self->mark), 1, 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->mark);

  self->quotes = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->quotes), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->quotes), "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->quotes));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
}

/**
 * gf_interview_row_new:
 * @interview: an interview
 *
 * Returns: (transfer floating): a row that follows it
 */
GtkWidget *
gf_interview_row_new (GfInterview *interview)
{
  g_return_val_if_fail (GF_IS_INTERVIEW (interview), NULL);

  GfInterviewRow *self = g_object_new (GF_TYPE_INTERVIEW_ROW, NULL);

  self->interview = g_object_ref (interview);
  g_signal_connect_object (interview, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * gf_interview_row_get_interview:
 *
 * Returns: (transfer none): the interview
 */
GfInterview *
gf_interview_row_get_interview (GfInterviewRow *self)
{
  g_return_val_if_fail (GF_IS_INTERVIEW_ROW (self), NULL);

  return self->interview;
}
