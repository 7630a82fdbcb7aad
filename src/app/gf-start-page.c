/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-start-page.h"

#include "gf-recent.h"
#include "gf-recovery.h"
#include "gf-settings.h"
#include "gf-steps.h"
#include "gf-store.h"

#include <glib/gi18n-lib.h>

struct _GfStartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkBox *buttons;
  GtkWidget *new_project;
  GtkWidget *without_customers;
  AdwPreferencesGroup *recent;

  /* Borrowed: rows of the group */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (GfStartPage, gf_start_page, ADW_TYPE_BIN)

/* What earlier sessions left in the state folder and no file holds. */
static GPtrArray *
list_recoveries (void)
{
  g_autofree char *state_dir = gf_store_dup_default_state_dir ();
  g_autoptr (GPtrArray) recoveries = gf_recovery_list (state_dir);
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_recent_free);

  for (guint i = 0; recoveries != NULL && i < recoveries->len; i++)
    {
      GfRecovery *recovery = g_ptr_array_index (recoveries, i);
      GfRecent *recent = g_new0 (GfRecent, 1);

      recent->recovery = g_strdup (recovery->id);
      recent->path = g_strdup (recovery->path);
      if (recovery->name != NULL && *recovery->name != '\0')
        recent->name = g_strdup (recovery->name);
      else if (recovery->path != NULL)
        recent->name = g_filename_display_basename (recovery->path);
      else
        recent->name = g_strdup (_("New Project"));
      recent->edited = recovery->saved;
      recent->n_customers = recovery->n_customers;
      g_ptr_array_add (result, recent);
    }

  return result;
}

static GtkWidget *
new_chip (const char *text,
          const char *css_class)
{
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "chip");
  if (css_class != NULL)
    gtk_widget_add_css_class (chip, css_class);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);

  return chip;
}

static void
remove_cb (GtkButton   *button,
           GfStartPage *self)
{
  gf_recent_remove (g_object_get_data (G_OBJECT (button), "gf-path"));
  gf_start_page_reload (self);
}

static void
add_gone (GfStartPage *self,
          GtkWidget   *row,
          GfRecent    *recent)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  gtk_widget_add_css_class (row, "gone");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_chip (_("Not found"), NULL));
  gtk_widget_set_tooltip_text (button, _("Remove from List"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "gf-path", g_strdup (recent->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
new_row (GfStartPage *self,
         GfRecent    *recent,
         GDateTime   *now)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("gf-document-symbolic");
  g_autofree char *subtitle = gf_recent_dup_subtitle (recent, now);
  const char *chip = NULL;
  gboolean gone = recent->recovery == NULL && !g_file_test (recent->path, G_FILE_TEST_EXISTS);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), recent->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (gone)
    {
      add_gone (self, row, recent);
      return row;
    }

  if (recent->recovery != NULL)
    chip = recent->path != NULL ? _("Recovered changes") : _("Not saved to a file");
  else if (gf_recent_is_review_due (recent, now))
    chip = _("Review due");
  if (chip != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s. %s", recent->name, chip);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_chip (chip, "attention"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (recent->recovery != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", recent->recovery);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.recover");
    }
  else
    {
      g_autofree char *uri = g_filename_to_uri (recent->path, NULL, NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri != NULL ? uri : "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-file");
    }

  return row;
}

static void
gf_start_page_map (GtkWidget *widget)
{
  GfStartPage *self = GF_START_PAGE (widget);

  gf_start_page_reload (self);
  GTK_WIDGET_CLASS (gf_start_page_parent_class)->map (widget);
  gtk_widget_grab_focus (self->new_project);
}

static void
gf_start_page_dispose (GObject *object)
{
  GfStartPage *self = GF_START_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_START_PAGE);

  G_OBJECT_CLASS (gf_start_page_parent_class)->dispose (object);
}

static void
gf_start_page_class_init (GfStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_start_page_dispose;
  widget_class->map = gf_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GfStartPage, icon);
  gtk_widget_class_bind_template_child (widget_class, GfStartPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, GfStartPage, new_project);
  gtk_widget_class_bind_template_child (widget_class, GfStartPage, without_customers);
  gtk_widget_class_bind_template_child (widget_class, GfStartPage, recent);
}

static void
gf_start_page_init (GfStartPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, GF_APP_ID);
  gtk_widget_set_visible (self->without_customers, gf_steps_find ("market") >= 0);
  g_signal_connect_object (gf_settings_get (), "changed::recent-projects",
                           G_CALLBACK (gf_start_page_reload), self, G_CONNECT_SWAPPED);
}

/**
 * gf_start_page_reload:
 *
 * Lists the recent projects anew: first what an earlier session left unsaved.
 */
void
gf_start_page_reload (GfStartPage *self)
{
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (GPtrArray) recents = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_return_if_fail (GF_IS_START_PAGE (self));

  if (self->rows == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  recoveries = list_recoveries ();
  recents = gf_recent_list ();
  g_ptr_array_extend_and_steal (recoveries, g_steal_pointer (&recents));
  for (guint i = 0; i < recoveries->len; i++)
    {
      GtkWidget *row = new_row (self, g_ptr_array_index (recoveries, i), now);

      adw_preferences_group_add (self->recent, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);
}

/**
 * gf_start_page_set_narrow:
 * @narrow: whether the window is as narrow as a phone
 *
 * Makes the buttons as wide as the page.
 */
void
gf_start_page_set_narrow (GfStartPage *self,
                          gboolean     narrow)
{
  g_return_if_fail (GF_IS_START_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->buttons), narrow ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
}
