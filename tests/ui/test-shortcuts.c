/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-table.h"
#include "gf-shortcuts.h"
#include "gf-ui-test.h"

static void
test_no_key_does_two_things (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const GfShortcut *shortcuts;
  guint n;

  shortcuts = gf_shortcuts_get (&n);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; shortcuts[i].accels[j] != NULL; j++)
      {
        guint key;
        GdkModifierType modifiers;

        g_assert_true (gtk_accelerator_parse (shortcuts[i].accels[j], &key, &modifiers));
        g_assert_true (g_hash_table_add (seen, (gpointer) shortcuts[i].accels[j]));
      }
}

static gboolean
has_widget_action (GType       type,
                   const char *name)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  const char *action;
  const char *property;
  const GVariantType *parameter;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action ((GtkWidgetClass *) class, i, &owner, &action, &parameter,
                                      &property);
       i++)
    if (g_str_equal (action, name))
      return TRUE;

  return FALSE;
}

static void
test_every_action_exists (void)
{
  const GfShortcut *shortcuts;
  guint n;

  shortcuts = gf_shortcuts_get (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (gf_ui_get_app ()),
                                                  name + strlen ("app.")));
      else
        g_assert_true (has_widget_action (g_str_has_prefix (name, "view.") ? GF_TYPE_CUSTOMERS_TABLE : GF_TYPE_WINDOW,
                                          name));
      g_assert_nonnull (shortcuts[i].group);
    }
}

/* Whether a widget itself does the action when it gets the key. */
static gboolean
binds (GtkWidget  *widget,
       const char *accel,
       const char *action)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (accel);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutAction *does = gtk_shortcut_get_action (shortcut);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger) && GTK_IS_NAMED_ACTION (does))
            return g_str_equal (gtk_named_action_get_action_name (GTK_NAMED_ACTION (does)), action);
        }
    }

  return FALSE;
}

static void
test_keys_are_set (void)
{
  g_auto (GStrv) undo = gtk_application_get_accels_for_action (GTK_APPLICATION (gf_ui_get_app ()),
                                                               "win.undo");
  g_auto (GStrv) up = gtk_application_get_accels_for_action (GTK_APPLICATION (gf_ui_get_app ()),
                                                             "win.go-up");
  g_auto (GStrv) edit = gtk_application_get_accels_for_action (GTK_APPLICATION (gf_ui_get_app ()),
                                                               "view.edit");

  g_assert_cmpstr (undo[0], ==, "<Control>z");
  /* Escape is a binding of the window, behind what has the focus. */
  g_assert_cmpuint (g_strv_length (up), ==, 0);
  /* Return is of a cell, in the table alone. */
  g_assert_cmpuint (g_strv_length (edit), ==, 0);
}

/* The key that does an action in the table of customers, of those that the list names. */
static void
test_keys_of_the_table_are_its_own (void)
{
  g_autoptr (GfStepView) view = g_object_ref_sink (g_object_new (GF_TYPE_CUSTOMERS_TABLE, NULL));
  const GfShortcut *shortcuts;
  guint n;

  shortcuts = gf_shortcuts_get (&n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (shortcuts[i].action, "view.empty") || g_str_equal (shortcuts[i].action, "view.remove"))
      g_assert_true (binds (GTK_WIDGET (view), shortcuts[i].accels[0], shortcuts[i].action));
}

static void
test_the_dialog_lists_them (void)
{
  GfWindow *window = gf_ui_new_window (1000, 800);
  const GfShortcut *shortcuts;
  GtkWidget *dialog;
  guint n;

  g_action_group_activate_action (G_ACTION_GROUP (gf_ui_get_app ()), "shortcuts", NULL);
  gf_ui_assert_soon (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL);
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  shortcuts = gf_shortcuts_get (&n);
  for (guint i = 0; i < n; i++)
    if (shortcuts[i].title != NULL)
      g_assert_nonnull (gf_ui_find (dialog, ADW_TYPE_ACTION_ROW, shortcuts[i].title));
  gf_ui_picture (GTK_WIDGET (window), "shortcuts");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gf_ui_close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/shortcuts/no-key-does-two-things", test_no_key_does_two_things);
  g_test_add_func ("/shortcuts/every-action-exists", test_every_action_exists);
  g_test_add_func ("/shortcuts/keys-are-set", test_keys_are_set);
  g_test_add_func ("/shortcuts/keys-of-the-table", test_keys_of_the_table_are_its_own);
  g_test_add_func ("/shortcuts/the-dialog-lists-them", test_the_dialog_lists_them);

  return g_test_run ();
}
