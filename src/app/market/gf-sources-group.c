/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sources-group.h"

#include "gf-feedback.h"

#include <glib/gi18n-lib.h>

struct _GfSourcesGroup
{
  AdwPreferencesGroup parent_instance;

  /* Children */
  GtkListBox *list;
  GtkWidget *add_row;
  GPtrArray *rows;           /* of borrowed AdwEntryRow, one a source */

  /* Owned references */
  GfCompetitor *competitor;

  gboolean writing;
};

G_DEFINE_FINAL_TYPE (GfSourcesGroup, gf_sources_group, ADW_TYPE_PREFERENCES_GROUP)

/* Writes what stands in the rows, without the one at @left_out. */
static void
write_sources (GfSourcesGroup *self,
               guint           left_out,
               const char     *added)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->rows->len; i++)
    if (i != left_out)
      g_ptr_array_add (sources, gtk_editable_get_chars (g_ptr_array_index (self->rows, i), 0, -1));
  if (added != NULL)
    g_ptr_array_add (sources, g_strdup (added));
  g_ptr_array_add (sources, NULL);

  gf_competitor_set_sources (self->competitor, (const char * const *) sources->pdata);
}

static void
row_changed_cb (GfSourcesGroup *self)
{
  if (self->writing)
    return;

  self->writing = TRUE;
  write_sources (self, G_MAXUINT, NULL);
  self->writing = FALSE;
}

static void
remove_clicked_cb (GfSourcesGroup *self,
                   GtkWidget      *button)
{
  guint place;

  if (!g_ptr_array_find (self->rows, gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW), &place))
    return;

  gf_toast_undo (GTK_WIDGET (self), _("Source removed"));
  gtk_widget_grab_focus (self->add_row);
  write_sources (self, place, NULL);
}

static void
append_source (GfSourcesGroup *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Source"));
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  gtk_widget_set_tooltip_text (remove, _("Remove Source"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_list_box_insert (self->list, row, (int) self->rows->len);
  g_ptr_array_add (self->rows, row);
}

/* The record has other sources than the rows show. */
static void
sources_changed_cb (GfSourcesGroup *self)
{
  const char * const *sources;
  guint n;

  if (self->writing)
    return;

  sources = gf_competitor_get_sources (self->competitor);
  n = g_strv_length ((char **) sources);
  self->writing = TRUE;
  while (self->rows->len > n)
    gtk_list_box_remove (self->list, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  while (self->rows->len < n)
    append_source (self);
  for (guint i = 0; i < n; i++)
    {
      GtkEditable *row = g_ptr_array_index (self->rows, i);

      if (!g_str_equal (gtk_editable_get_text (row), sources[i]))
        gtk_editable_set_text (row, sources[i]);
    }
  self->writing = FALSE;
}

static void
add_applied_cb (GfSourcesGroup *self)
{
  g_autofree char *source = g_strstrip (gtk_editable_get_chars (GTK_EDITABLE (self->add_row), 0, -1));

  if (*source == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  write_sources (self, G_MAXUINT, source);
}

static void
gf_sources_group_dispose (GObject *object)
{
  GfSourcesGroup *self = GF_SOURCES_GROUP (object);

  g_clear_object (&self->competitor);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_sources_group_parent_class)->dispose (object);
}

static void
gf_sources_group_class_init (GfSourcesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_sources_group_dispose;
}

static void
gf_sources_group_init (GfSourcesGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Sources"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("A page, a price list, a review, somebody who used it"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sources"), -1);

  self->add_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("Add a source"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (add_applied_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->add_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

/**
 * gf_sources_group_show:
 * @competitor: a competitor
 *
 * Shows its sources.
 */
void
gf_sources_group_show (GfSourcesGroup *self,
                       GfCompetitor   *competitor)
{
  g_return_if_fail (GF_IS_SOURCES_GROUP (self));
  g_return_if_fail (GF_IS_COMPETITOR (competitor));

  if (self->competitor != NULL)
    g_signal_handlers_disconnect_by_func (self->competitor, sources_changed_cb, self);
  g_set_object (&self->competitor, competitor);
  g_signal_connect_object (competitor, "notify::sources", G_CALLBACK (sources_changed_cb), self, G_CONNECT_SWAPPED);
  sources_changed_cb (self);
}
