/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-ratings-group.h"

#include "gf-feedback.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfRatingsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Children */
  GtkListBox *list;
  GtkWidget *popover;
  GtkListBox *scales;
  GtkEditable *entry;

  /* Owned references */
  GfProject *project;
  GListStore *ratings;
};

G_DEFINE_FINAL_TYPE (GfRatingsGroup, gf_ratings_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_scale (GListModel *ratings,
           const char *scale)
{
  for (guint i = 0; i < g_list_model_get_n_items (ratings); i++)
    {
      g_autoptr (GfRating) rating = g_list_model_get_item (ratings, i);

      if (g_utf8_collate (gf_rating_get_scale (rating), scale) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
collect (GfRatingsGroup *self,
         GPtrArray      *found,
         GListStore     *records)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (records)); i++)
    {
      g_autoptr (GfRecord) record = g_list_model_get_item (G_LIST_MODEL (records), i);
      GListModel *ratings = G_LIST_MODEL (gf_record_get_list (record, "ratings"));

      for (guint j = 0; j < g_list_model_get_n_items (ratings); j++)
        {
          g_autoptr (GfRating) rating = g_list_model_get_item (ratings, j);
          const char *scale = gf_rating_get_scale (rating);

          if (*scale != '\0' && !has_scale (G_LIST_MODEL (self->ratings), scale) &&
              !g_ptr_array_find_with_equal_func (found, scale, g_str_equal, NULL))
            g_ptr_array_add (found, g_strdup (scale));
        }
    }
}

/* Scales that somebody or something else was rated on. */
static GPtrArray *
find_scales (GfRatingsGroup *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  collect (self, found, gf_project_get_interviews (self->project));
  collect (self, found, gf_project_get_competitors (self->project));

  return found;
}

static void
add_scale (GfRatingsGroup *self,
           const char     *scale)
{
  g_autoptr (GfRating) rating = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (*scale == '\0' || has_scale (G_LIST_MODEL (self->ratings), scale))
    return;

  rating = gf_rating_new ();
  gf_rating_set_scale (rating, scale);
  gf_rating_set_value (rating, 3);
  g_list_store_append (self->ratings, rating);
}

static void
scale_activated_cb (GfRatingsGroup *self,
                    GtkListBoxRow  *row)
{
  g_autofree char *scale = g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));

  add_scale (self, scale);
}

static void
entry_activated_cb (GfRatingsGroup *self)
{
  g_autofree char *scale = g_strstrip (gtk_editable_get_chars (self->entry, 0, -1));

  add_scale (self, scale);
}

static void
popover_shown_cb (GfRatingsGroup *self)
{
  g_autoptr (GPtrArray) found = NULL;

  gtk_editable_set_text (self->entry, "");
  gtk_list_box_remove_all (self->scales);
  if (self->project == NULL)
    return;

  found = find_scales (self);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (found, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->scales, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scales), found->len > 0);
}

static void
value_changed_cb (AdwSpinRow *row)
{
  GfRating *rating = g_object_get_data (G_OBJECT (row), "rating");

  gf_rating_set_value (rating, adw_spin_row_get_value (row));
}

static void
rating_changed_cb (AdwSpinRow *row)
{
  GfRating *rating = g_object_get_data (G_OBJECT (row), "rating");
  double value = gf_rating_get_value (rating);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gf_rating_get_scale (rating));
  if (!isnan (value) && fabs (value - adw_spin_row_get_value (row)) > 1e-9)
    adw_spin_row_set_value (row, value);
}

static void
remove_clicked_cb (GfRatingsGroup *self,
                   GtkWidget      *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_SPIN_ROW);

  gf_toast_undo (GTK_WIDGET (self), _("Rating removed"));
  gf_record_list_remove (self->ratings, g_object_get_data (G_OBJECT (row), "rating"));
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  GfRatingsGroup *self = user_data;
  GfRating *rating = item;
  GtkAdjustment *adjustment = gtk_adjustment_new (gf_rating_get_value (rating), 1, 5, 0.5, 1, 0);
  GtkWidget *row = g_object_new (ADW_TYPE_SPIN_ROW,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "adjustment", adjustment,
                                 "digits", 1,
                                 "climb-rate", 1.0,
                                 "use-markup", FALSE,
                                 "title", gf_rating_get_scale (rating),
                                 NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: the button beside a rating: “Remove Ease of use” */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), gf_rating_get_scale (rating));

  gtk_widget_set_tooltip_text (remove, label);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);

  g_object_set_data_full (G_OBJECT (row), "rating", g_object_ref (rating), g_object_unref);
  g_signal_connect (row, "notify::value", G_CALLBACK (value_changed_cb), NULL);
  g_signal_connect_object (rating, "changed", G_CALLBACK (rating_changed_cb), row, G_CONNECT_SWAPPED);

  return row;
}

static void
items_changed_cb (GfRatingsGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          self->ratings != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->ratings)) > 0);
}

static void
clear (GfRatingsGroup *self)
{
  if (self->ratings != NULL)
    g_signal_handlers_disconnect_by_func (self->ratings, items_changed_cb, self);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->project);
  g_clear_object (&self->ratings);
}

static void
gf_ratings_group_dispose (GObject *object)
{
  GfRatingsGroup *self = GF_RATINGS_GROUP (object);

  clear (self);
  self->list = NULL;

  G_OBJECT_CLASS (gf_ratings_group_parent_class)->dispose (object);
}

static void
gf_ratings_group_class_init (GfRatingsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_ratings_group_dispose;
}

static GtkWidget *
create_popover (GfRatingsGroup *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of the scale"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the scale"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  self->entry = GTK_EDITABLE (entry);

  self->scales = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->scales, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->scales), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scales),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Scales used before"), -1);
  g_signal_connect_object (self->scales, "row-activated", G_CALLBACK (scale_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_size_request (box, 220, -1);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scales));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
gf_ratings_group_init (GfRatingsGroup *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Ratings"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("From 1, the least, to 5, the most"));

  self->popover = create_popover (self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_set_tooltip_text (button, _("Add Rating"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ratings"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

/**
 * gf_ratings_group_show:
 * @project: the project
 * @ratings: ratings of one of its interviews or competitors
 *
 * Shows these ratings.
 */
void
gf_ratings_group_show (GfRatingsGroup *self,
                       GfProject      *project,
                       GListStore     *ratings)
{
  g_return_if_fail (GF_IS_RATINGS_GROUP (self));
  g_return_if_fail (GF_IS_PROJECT (project));
  g_return_if_fail (G_IS_LIST_STORE (ratings));

  if (self->ratings == ratings)
    return;

  clear (self);
  self->project = g_object_ref (project);
  self->ratings = g_object_ref (ratings);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (ratings), create_row_cb, self, NULL);
  g_signal_connect_object (ratings, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self);
}
