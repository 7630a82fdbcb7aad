/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-company-row.h"

#include "gf-companies.h"

#include <glib/gi18n-lib.h>

#define MAX_SUGGESTIONS 6

struct _GfCompanyRow
{
  AdwEntryRow parent_instance;

  /* Children */
  GtkPopover *popover;
  GtkListBox *list;

  /* Owned references */
  GfTable *table;

  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (GfCompanyRow, gf_company_row, ADW_TYPE_ENTRY_ROW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_focus (GfCompanyRow *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));

  return delegate != NULL && gtk_widget_has_focus (GTK_WIDGET (delegate));
}

static void
suggest (GfCompanyRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_auto (GStrv) names = NULL;
  guint n;

  if (self->quiet || self->popover == NULL)
    return;

  names = gf_companies_suggest (self->table, text, MAX_SUGGESTIONS);
  n = g_strv_length (names);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (self->list, label);
    }

  if (n == 0 || !has_focus (self) || (n == 1 && g_str_equal (names[0], text)))
    {
      gtk_popover_popdown (self->popover);
      return;
    }

  gtk_widget_set_size_request (GTK_WIDGET (self->popover), gtk_widget_get_width (GTK_WIDGET (self)) - 24, -1);
  gtk_popover_popup (self->popover);
}

static void
row_activated_cb (GfCompanyRow  *self,
                  GtkListBoxRow *row)
{
  g_autofree char *name = g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));

  gf_company_row_set_name (self, name);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
move_selection (GfCompanyRow *self,
                int           by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : (by > 0 ? 0 : -1);
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (next == NULL)
    return;

  gtk_list_box_select_row (self->list, next);
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (next))),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_pressed_cb (GfCompanyRow   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      gtk_popover_popdown (self->popover);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row == NULL)
        return GDK_EVENT_PROPAGATE;
      row_activated_cb (self, row);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (GfCompanyRow *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (self->popover);
}

static void
gf_company_row_dispose (GObject *object)
{
  GfCompanyRow *self = GF_COMPANY_ROW (object);

  if (self->popover != NULL)
    {
      gtk_widget_unparent (GTK_WIDGET (self->popover));
      self->popover = NULL;
    }
  g_clear_pointer (&self->table, gf_table_unref);

  G_OBJECT_CLASS (gf_company_row_parent_class)->dispose (object);
}

static void
gf_company_row_class_init (GfCompanyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_company_row_dispose;

  /**
   * GfCompanyRow::chosen:
   *
   * One of the proposed customers was taken.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gf_company_row_init (GfCompanyRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers of that name"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (suggest), NULL);
}

/**
 * gf_company_row_set_table:
 * @table: (nullable): the customers to propose
 *
 * Sets who is proposed.
 */
void
gf_company_row_set_table (GfCompanyRow *self,
                          GfTable      *table)
{
  g_return_if_fail (GF_IS_COMPANY_ROW (self));

  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table != NULL ? gf_table_ref (table) : NULL;
}

/**
 * gf_company_row_set_name:
 * @name: the name of a company
 *
 * Fills in a name without proposing any.
 */
void
gf_company_row_set_name (GfCompanyRow *self,
                         const char   *name)
{
  g_return_if_fail (GF_IS_COMPANY_ROW (self));

  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), name);
  self->quiet = FALSE;
  gtk_popover_popdown (self->popover);
}
