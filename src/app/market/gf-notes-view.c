/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-notes-view.h"

#include "gf-feedback.h"
#include "gf-note-dialog.h"
#include "gf-note-row.h"
#include "gf-project.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfNotesView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;

  /* Owned references */
  GtkSortListModel *sorted;
  GfProject *project;
};

G_DEFINE_FINAL_TYPE (GfNotesView, gf_notes_view, GF_TYPE_STEP_VIEW)

/* The latest first; those without a date last. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return strcmp (gf_market_note_get_date ((GfMarketNote *) b), gf_market_note_get_date ((GfMarketNote *) a));
}

static void
record_changed_cb (GfNotesView *self,
                   GfRecord    *origin,
                   const char  *field)
{
  if (GF_IS_MARKET_NOTE (origin) && g_str_equal (field, "date"))
    gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
gf_notes_view_project_changed (GfStepView *view)
{
  GfNotesView *self = GF_NOTES_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, record_changed_cb, self);
  g_set_object (&self->project, project);
  gtk_sort_list_model_set_model (self->sorted,
                                 project != NULL
                                   ? G_LIST_MODEL (gf_market_get_notes (gf_project_get_market (project))) : NULL);
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
gf_notes_view_update (GfStepView *view)
{
  GfNotesView *self = GF_NOTES_VIEW (view);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  guint n_without = 0;
  g_autofree char *hint = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfMarketNote) note = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      n_without += *gf_market_note_get_source (note) == '\0';
    }

  if (n == 0)
    hint = g_strdup (_("A step with nothing in it never blocks the next"));
  else if (n_without > 0)
    hint = g_strdup_printf (ngettext ("%u note has no source yet", "%u notes have no source yet", n_without),
                            n_without);

  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "empty" : "list");
  gf_step_view_set_hint (view, hint);
  gf_step_view_set_complete (view, n > 0);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return gf_note_row_new (item);
}

static void
row_activated_cb (GfNotesView   *self,
                  GtkListBoxRow *row)
{
  adw_dialog_present (gf_note_dialog_new (self->project, gf_note_row_get_note (GF_NOTE_ROW (row))),
                      GTK_WIDGET (self));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GfNotesView *self = GF_NOTES_VIEW (widget);

  if (self->project != NULL)
    adw_dialog_present (gf_note_dialog_new (self->project, NULL), widget);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfNotesView *self = GF_NOTES_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GF_TYPE_NOTE_ROW) : NULL;

  if (row == NULL)
    return;

  if (!gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_UP);
  gf_record_list_remove (gf_market_get_notes (gf_project_get_market (self->project)),
                         gf_note_row_get_note (GF_NOTE_ROW (row)));
  gf_toast_undo (widget, _("Note removed"));
}

/* On a phone the header has room for the sign only. */
static char *
add_label_cb (GfNotesView *self,
              gboolean     narrow)
{
  return g_strdup (narrow ? "" : _("Add Note"));
}

static void
gf_notes_view_dispose (GObject *object)
{
  GfNotesView *self = GF_NOTES_VIEW (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_NOTES_VIEW);
  g_clear_object (&self->sorted);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (gf_notes_view_parent_class)->dispose (object);
}

static void
gf_notes_view_class_init (GfNotesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GfStepViewClass *view_class = GF_STEP_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_notes_view_dispose;
  view_class->project_changed = gf_notes_view_project_changed;
  view_class->update = gf_notes_view_update;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "view.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "view.remove", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-notes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfNotesView, stack);
  gtk_widget_class_bind_template_child (widget_class, GfNotesView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_label_cb);
}

static void
gf_notes_view_init (GfNotesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sorted = gtk_sort_list_model_new (NULL, GTK_SORTER (gtk_custom_sorter_new (compare_cb, NULL, NULL)));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->sorted), create_row_cb, NULL, NULL);
}
