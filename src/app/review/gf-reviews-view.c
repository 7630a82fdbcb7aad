/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-reviews-view.h"

#include "gf-calendar.h"
#include "gf-date-row.h"
#include "gf-date.h"
#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-review-view.h"
#include "gf-review-words.h"
#include "gf-step-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So near to a review it is begun rather than written into the calendar. */
#define NEAR_DAYS 14

struct _GfReviewsView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkBox *card;
  GtkLabel *headline;
  GtkLabel *who;
  GtkWidget *start_button;
  GtkWidget *calendar_button;
  GfDateRow *date;
  GtkListBox *list;
  GtkWidget *placeholder;

  /* Owned references */
  GtkSortListModel *sorted;
  GCancellable *cancellable;
  char *written;  /* the date that was written into a calendar */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfReviewsView, gf_reviews_view, GF_TYPE_STEP_VIEW)

static GfProject *
get_project (GfReviewsView *self)
{
  return gf_step_view_get_project (GF_STEP_VIEW (self));
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return g_strcmp0 (gf_review_get_date ((GfReview *) b), gf_review_get_date ((GfReview *) a));
}

static void
update_row_cb (GfReview  *review,
               GfRecord  *origin,
               const char *field,
               GtkWidget *row)
{
  g_autofree char *title = gf_review_dup_title (review);
  g_autofree char *summary = gf_review_dup_summary (review);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "gf-review", g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "changed", G_CALLBACK (update_row_cb), row, G_CONNECT_DEFAULT);
  update_row_cb (item, NULL, NULL, row);

  return row;
}

static void
open_review (GfReviewsView *self,
             GfReview      *review)
{
  gf_step_view_push (GTK_WIDGET (self), gf_review_view_new (review));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  GfReviewsView *self)
{
  open_review (self, g_object_get_data (G_OBJECT (row), "gf-review"));
}

static void
date_changed_cb (GfReviewsView *self)
{
  GfProject *project = get_project (self);

  if (!self->updating && project != NULL)
    gf_project_set_next_review (project, gf_date_row_get_date (self->date));
}

static void
start_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GfReviewsView *self = GF_REVIEWS_VIEW (widget);
  GfProject *project = get_project (self);
  g_autoptr (GfReview) review = gf_review_new ();
  g_autoptr (GfReview) latest = gf_review_find_latest (project);
  gint32 today = gf_days_today ();
  g_autofree char *date = gf_days_to_iso (today);
  g_autofree char *next = gf_days_to_iso (gf_calendar_add_months (today, GF_REVIEW_MONTHS));
  g_autofree char *agenda = gf_review_dup_agenda ();

  gf_review_set_date (review, date);
  gf_review_set_next (review, next);
  gf_review_set_notes (review, agenda);
  if (latest != NULL)
    gf_review_set_attendees (review, gf_review_get_attendees (latest));
  g_list_store_append (gf_project_get_reviews (project), review);
  gf_project_set_next_review (project, next);
  open_review (self, review);
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GfReviewsView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    gf_reviews_view_save_calendar (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
           && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    gf_show_error (GTK_WIDGET (self), _("The Calendar Cannot Be Written"), error);
}

static void
calendar_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Calendar Entries"));
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_filter_add_suffix (filter, "ics");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Add to Calendar"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  /* Translators: name of a file */
  gtk_file_dialog_set_initial_name (dialog, _("profile-review.ics"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)),
                        GF_REVIEWS_VIEW (widget)->cancellable, save_chosen_cb, g_object_ref (widget));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GfReviewsView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gf_show_error (GTK_WIDGET (self), _("The Calendar Cannot Be Written"), error);
      return;
    }
  if (get_project (self) == NULL)
    return;

  g_set_str (&self->written, gf_project_get_next_review (get_project (self)));
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Open %s to take the reviews into your calendar"), name);
  gf_toast (GTK_WIDGET (self), text);
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static char *
dup_who (GfProject *project)
{
  g_autoptr (GfReview) latest = gf_review_find_latest (project);

  if (latest != NULL && *gf_review_get_attendees (latest) != '\0')
    /* Translators: %s are the names of those who were at the last review */
    return g_strdup_printf (_("Every three months. Last time with %s."),
                            gf_review_get_attendees (latest));

  return g_strdup (_("Every three months, with the heads of sales, marketing, product and support."));
}

static char *
dup_headline (gboolean has_day,
              gint32   day,
              gint32   today)
{
  g_autofree char *date = NULL;

  if (!has_day)
    return g_strdup (_("When do you look at the profile again?"));

  date = gf_review_dup_day (day);
  if (day == today)
    return g_strdup (_("The review is today"));

  /* Translators: %s is a day: “Thursday, 14 January” */
  return g_strdup_printf (day < today ? _("The review was due on %s") : _("Next review on %s"),
                          date);
}

static char *
dup_hint (gboolean has_day,
          gint32   days_to_go)
{
  if (!has_day)
    return g_strdup (_("A profile ages: set a date to look at it again"));
  if (days_to_go <= 0)
    return g_strdup (_("Bring fresh customers first, then begin"));

  return g_strdup_printf (ngettext ("%d day to go; bring fresh customers before then",
                                    "%d days to go; bring fresh customers before then",
                                    (gulong) days_to_go), days_to_go);
}

static void
update_banner (GfReviewsView *self,
               gboolean       is_overdue,
               gint32         day)
{
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  if (!is_overdue)
    {
      gf_step_view_set_banner (GF_STEP_VIEW (self), NULL, NULL, NULL);
      return;
    }

  date = gf_format_date (day);
  /* Translators: %s is a date */
  title = g_strdup_printf (_("The review was due on %s"), date);
  gf_step_view_set_banner (GF_STEP_VIEW (self), title, _("Start Review"), "view.add");
}

static void
gf_reviews_view_update (GfStepView *view)
{
  GfReviewsView *self = GF_REVIEWS_VIEW (view);
  GfProject *project = get_project (self);
  gint32 today = gf_days_today (), day = 0;
  gboolean has_day = gf_review_get_next_day (project, &day);
  gboolean is_near = has_day && day - today <= NEAR_DAYS;
  gboolean is_written = has_day && g_strcmp0 (self->written,
                                              gf_project_get_next_review (project)) == 0;
  g_autofree char *headline = dup_headline (has_day, day, today);
  g_autofree char *who = dup_who (project);
  g_autofree char *hint = dup_hint (has_day, day - today);
  gboolean narrow = gf_step_view_get_narrow (view);

  self->updating = TRUE;
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->who, who);
  gf_date_row_set_date (self->date, gf_project_get_next_review (project));
  self->updating = FALSE;

  gtk_widget_set_visible (self->calendar_button, has_day && day >= today);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->card),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->placeholder,
                          g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !gtk_widget_get_visible (self->placeholder));

  gf_step_view_set_primary (view, is_near || !has_day ? self->start_button : self->calendar_button);
  gf_step_view_set_complete (view, !is_near && is_written);
  gf_step_view_set_hint (view, hint);
  update_banner (self, has_day && day < today, day);
}

static void
changed_cb (GfReviewsView *self,
            GfRecord      *origin,
            const char    *field)
{
  if (GF_IS_REVIEW (origin) && g_strcmp0 (field, "date") == 0)
    gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
gf_reviews_view_project_changed (GfStepView *view)
{
  GfReviewsView *self = GF_REVIEWS_VIEW (view);
  GfProject *project = get_project (self);

  g_clear_pointer (&self->written, g_free);
  gtk_sort_list_model_set_model (self->sorted, NULL);
  if (project == NULL)
    return;

  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (gf_project_get_reviews (project)));
  g_signal_connect_object (project, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
remove_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  GfReviewsView *self = GF_REVIEWS_VIEW (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL)
    return FALSE;

  if (gf_record_list_remove (gf_project_get_reviews (get_project (self)),
                             g_object_get_data (G_OBJECT (row), "gf-review")))
    gf_toast_undo (widget, _("Review removed"));

  return TRUE;
}

static void
gf_reviews_view_dispose (GObject *object)
{
  GfReviewsView *self = GF_REVIEWS_VIEW (object);

  self->updating = TRUE;
  g_cancellable_cancel (self->cancellable);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_REVIEWS_VIEW);
  g_clear_object (&self->sorted);

  G_OBJECT_CLASS (gf_reviews_view_parent_class)->dispose (object);
}

static void
gf_reviews_view_finalize (GObject *object)
{
  GfReviewsView *self = GF_REVIEWS_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->written, g_free);

  G_OBJECT_CLASS (gf_reviews_view_parent_class)->finalize (object);
}

static void
gf_reviews_view_class_init (GfReviewsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_reviews_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_reviews_view_finalize;
  GF_STEP_VIEW_CLASS (klass)->update = gf_reviews_view_update;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_reviews_view_project_changed;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "view.calendar", NULL, calendar_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);

  g_type_ensure (GF_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-reviews-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfReviewsView, card);
  gtk_widget_class_bind_template_child (widget_class, GfReviewsView, headline);
  gtk_widget_class_bind_template_child (widget_class, GfReviewsView, who);
  gtk_widget_class_bind_template_child (widget_class, GfReviewsView, start_button);
  gtk_widget_class_bind_template_child (widget_class, GfReviewsView, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, GfReviewsView, date);
  gtk_widget_class_bind_template_child (widget_class, GfReviewsView, list);
  gtk_widget_class_bind_template_child (widget_class, GfReviewsView, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
}

static void
gf_reviews_view_init (GfReviewsView *self)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_dates, NULL, NULL));

  self->cancellable = g_cancellable_new ();
  self->sorted = gtk_sort_list_model_new (NULL, sorter);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->sorted), create_row_cb, self, NULL);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (gf_step_view_queue_update), NULL);
}

/**
 * gf_reviews_view_save_calendar:
 * @file: where to
 *
 * Writes the next reviews as a calendar. Tells when it is done, or why it could not be.
 */
void
gf_reviews_view_save_calendar (GfReviewsView *self,
                               GFile         *file)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (GF_IS_REVIEWS_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));

  text = gf_review_dup_calendar (get_project (self));
  if (text == NULL)
    return;

  bytes = g_bytes_new (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                       self->cancellable, saved_cb, g_object_ref (self));
}
