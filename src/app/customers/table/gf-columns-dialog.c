/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-columns-dialog.h"

#include "gf-column-look.h"
#include "gf-shown-columns.h"

#include <glib/gi18n-lib.h>

/* A dialog to choose columns: a switch shows one, the arrows and Alt+Up and Down move it. Each change is
 * kept in the project at once, and can be undone there. */
typedef struct
{
  GfProject *project;
  GtkListBox *list;
  GArray *order;         /* of guint */
  GHashTable *hidden;    /* of guint */
} Chooser;

static void
chooser_free (Chooser *chooser)
{
  g_object_unref (chooser->project);
  g_array_unref (chooser->order);
  g_hash_table_unref (chooser->hidden);
  g_free (chooser);
}

static void fill (Chooser *chooser);

static void
keep (Chooser *chooser)
{
  GfTable *table = gf_project_get_table (chooser->project);

  /* An import behind the dialog makes its columns things of the past. */
  if (table != NULL && gf_table_get_n_columns (table) == chooser->order->len)
    gf_customers_choose_columns (gf_project_get_customers (chooser->project), table,
                                 (const guint *) (gpointer) chooser->order->data, chooser->order->len,
                                 chooser->hidden);
}

static guint
get_place (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "gf-place"));
}

static void
switched_cb (Chooser      *chooser,
             GParamSpec   *pspec,
             AdwSwitchRow *row)
{
  guint column = g_array_index (chooser->order, guint, get_place (GTK_WIDGET (row)));

  if (adw_switch_row_get_active (row))
    g_hash_table_remove (chooser->hidden, GUINT_TO_POINTER (column));
  else
    g_hash_table_add (chooser->hidden, GUINT_TO_POINTER (column));
  keep (chooser);
}

static void
move (Chooser *chooser,
      guint    place,
      int      by)
{
  guint to = place + (guint) by;
  guint column;
  GtkWidget *row;

  if (to >= chooser->order->len)
    return;

  column = g_array_index (chooser->order, guint, place);
  g_array_index (chooser->order, guint, place) = g_array_index (chooser->order, guint, to);
  g_array_index (chooser->order, guint, to) = column;
  keep (chooser);
  fill (chooser);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (chooser->list, (int) to));
  gtk_widget_grab_focus (row);
}

static void
up_cb (Chooser   *chooser,
       GtkButton *button)
{
  move (chooser, get_place (GTK_WIDGET (button)), -1);
}

static void
down_cb (Chooser   *chooser,
         GtkButton *button)
{
  move (chooser, get_place (GTK_WIDGET (button)), 1);
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        Chooser               *chooser)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (chooser->list)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || (state & GDK_ALT_MASK) == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;

  move (chooser, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), keyval == GDK_KEY_Up ? -1 : 1);

  return GDK_EVENT_STOP;
}

static GtkWidget *
new_button (Chooser    *chooser,
            const char *icon,
            const char *words,
            guint       place,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "gf-place", GUINT_TO_POINTER (place));
  g_signal_connect_swapped (button, "clicked", callback, chooser);

  return button;
}

static void
fill (Chooser *chooser)
{
  GfTable *table = gf_project_get_table (chooser->project);

  gtk_list_box_remove_all (chooser->list);
  for (guint place = 0; table != NULL && place < chooser->order->len; place++)
    {
      guint index = g_array_index (chooser->order, guint, place);
      GfColumn *column = gf_table_get_column (table, index);
      const char *name = gf_column_get_name (column);
      GtkWidget *row = adw_switch_row_new ();
      g_autofree char *up_words = g_strdup_printf (_("Move %s Up"), name);
      g_autofree char *down_words = g_strdup_printf (_("Move %s Down"), name);
      GtkWidget *up = new_button (chooser, "go-up-symbolic", up_words, place, G_CALLBACK (up_cb));
      GtkWidget *down = new_button (chooser, "go-down-symbolic", down_words, place, G_CALLBACK (down_cb));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gf_column_type_get_title (gf_column_get_column_type (column)));
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), !g_hash_table_contains (chooser->hidden, GUINT_TO_POINTER (index)));
      g_object_set_data (G_OBJECT (row), "gf-place", GUINT_TO_POINTER (place));
      g_signal_connect_swapped (row, "notify::active", G_CALLBACK (switched_cb), chooser);
      gtk_widget_set_sensitive (up, place > 0);
      gtk_widget_set_sensitive (down, place + 1 < chooser->order->len);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), down);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), up);
      gtk_list_box_append (chooser->list, row);
    }
}

/**
 * gf_columns_dialog_new:
 * @project: a project with customers
 *
 * Returns: (transfer floating): a dialog that chooses which columns of the table are shown, and their order
 */
AdwDialog *
gf_columns_dialog_new (GfProject *project)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GfCustomers *customers = gf_project_get_customers (project);
  GfTable *table = gf_project_get_table (project);
  g_autoptr (GArray) shown = gf_customers_dup_shown (customers, table);
  Chooser *chooser = g_new0 (Chooser, 1);

  chooser->project = g_object_ref (project);
  chooser->list = GTK_LIST_BOX (gtk_list_box_new ());
  chooser->order = gf_customers_dup_column_order (customers, table);
  chooser->hidden = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    g_hash_table_add (chooser->hidden, GUINT_TO_POINTER (i));
  for (guint i = 0; i < shown->len; i++)
    g_hash_table_remove (chooser->hidden, GUINT_TO_POINTER (g_array_index (shown, guint, i)));

  gtk_list_box_set_selection_mode (chooser->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (chooser->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (chooser->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (chooser->list), "columns-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), chooser);
  gtk_widget_add_controller (GTK_WIDGET (chooser->list), keys);
  g_object_set_data_full (G_OBJECT (dialog), "gf-chooser", chooser, (GDestroyNotify) chooser_free);
  fill (chooser);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (chooser->list));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scrolled);
  adw_dialog_set_title (dialog, _("Show Columns"));
  adw_dialog_set_content_width (dialog, 420);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, toolbar);

  return dialog;
}
