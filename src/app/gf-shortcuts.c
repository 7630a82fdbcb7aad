/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-shortcuts.h"

#include <glib/gi18n-lib.h>

/* The one table of keys: it sets the accelerators and fills the dialog. Keys that all lists, texts and
 * popovers have of their own (arrows, Enter, Space, Delete) are described with the widgets that
 * own them. */
static const GfShortcut shortcuts[] = {
  { "app.new-window", { "<Control><Shift>n" }, N_("New window"), N_("General") },
  { "win.open", { "<Control>o" }, N_("Open"), N_("General") },
  { "win.save-as", { "<Control><Shift>s", "<Control>s" }, N_("Save as"), N_("General") },
  { "win.undo", { "<Control>z" }, N_("Undo"), N_("General") },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, N_("Redo"), N_("General") },
  { "app.preferences", { "<Control>comma" }, N_("Preferences"), N_("General") },
  { "app.shortcuts", { "<Control>question" }, N_("Keyboard shortcuts"), N_("General") },
  { "window.close", { "<Control>w" }, N_("Close the window"), N_("General") },
  { "app.quit", { "<Control>q" }, N_("Quit"), N_("General") },

  { "win.step-back", { "<Alt>Page_Up" }, N_("Back"), N_("Moving About") },
  { "win.step-next", { "<Alt>Page_Down" }, N_("Next"), N_("Moving About") },
  { "win.go-step(1)", { "<Alt>1" }, N_("First step; up to Alt+8 for the eighth"),
    N_("Moving About") },
  { "win.go-step(2)", { "<Alt>2" }, NULL, N_("Moving About") },
  { "win.go-step(3)", { "<Alt>3" }, NULL, N_("Moving About") },
  { "win.go-step(4)", { "<Alt>4" }, NULL, N_("Moving About") },
  { "win.go-step(5)", { "<Alt>5" }, NULL, N_("Moving About") },
  { "win.go-step(6)", { "<Alt>6" }, NULL, N_("Moving About") },
  { "win.go-step(7)", { "<Alt>7" }, NULL, N_("Moving About") },
  { "win.go-step(8)", { "<Alt>8" }, NULL, N_("Moving About") },
  { "win.go-view(1)", { "<Control>1" }, N_("First view of the step; up to Ctrl+3"),
    N_("Moving About") },
  { "win.go-view(2)", { "<Control>2" }, NULL, N_("Moving About") },
  { "win.go-view(3)", { "<Control>3" }, NULL, N_("Moving About") },
  { "win.focus-area(1)", { "F6" }, N_("Steps, content, details, foot in turn"),
    N_("Moving About") },
  { "win.focus-area(-1)", { "<Shift>F6" }, N_("The same backwards"), N_("Moving About") },
  { "win.go-up", { "Escape" }, N_("Close what is open, then go up one page"), N_("Moving About") },

  { "win.search", { "<Control>f" }, N_("Search"), N_("In a Step") },
  { "win.add", { "<Control>n" }, N_("Add an item of the step"), N_("In a Step") },
  { "win.toggle-pane", { "F9" }, N_("Show or hide details"), N_("In a Step") },
  { "win.about-step", { "F1" }, N_("About this step"), N_("In a Step") },
  { "win.import", { "<Control>i" }, N_("Import customers"), N_("In a Step") },
  { "win.export", { "<Control>e" }, N_("Export the page"), N_("In a Step") },
  { "win.print", { "<Control>p" }, N_("Print the page"), N_("In a Step") },

  { "view.edit", { "Return", "F2" }, N_("Edit the cell; typing does so too"), N_("In the Table of Customers") },
  { "view.open", { "<Control>Return" }, N_("Open the customer"), N_("In the Table of Customers") },
  { "view.copy", { "<Control>c" }, N_("Copy the selected customers"), N_("In the Table of Customers") },
  { "view.paste", { "<Control>v" }, N_("Add customers from the clipboard"), N_("In the Table of Customers") },
  { "view.empty", { "Delete" }, N_("Empty the one cell in focus"), N_("In the Table of Customers") },
  { "view.remove", { "<Shift>Delete" }, N_("Remove the selected customers"), N_("In the Table of Customers") },
  { "view.pick", { "<Control>b" }, N_("Pick the selected customers as the best"), N_("In the Table of Customers") },
};

/* Keys that only what has the focus may take are bound by the widget that owns the action: Escape by the window,
 * behind everything else, those of a view by the view. */
static gboolean
is_bound_by_its_widget (const GfShortcut *shortcut)
{
  return g_str_equal (shortcut->action, "win.go-up") || g_str_has_prefix (shortcut->action, "view.");
}

static GtkWidget *
new_row (const GfShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) keys = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; shortcut->accels[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;
      g_autofree char *text = NULL;

      gtk_accelerator_parse (shortcut->accels[i], &key, &modifiers);
      text = gtk_accelerator_get_label (key, modifiers);
      if (i > 0)
        /* Translators: between two keys that do the same, "Shift+Ctrl+Z or Ctrl+Y" */
        g_string_append (keys, _(" or "));
      g_string_append (keys, text);
    }

  label = gtk_label_new (keys->str);
  gtk_widget_add_css_class (label, "dimmed");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(shortcut->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys->str,
                                  -1);

  return row;
}

/**
 * gf_shortcuts_get:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_shortcuts): all keys of the application
 */
const GfShortcut *
gf_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

/**
 * gf_shortcuts_install:
 * @application: the application
 *
 * Gives every action of the table its keys.
 */
void
gf_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (!is_bound_by_its_widget (&shortcuts[i]))
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accels);
}

/**
 * gf_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that lists the keys by group
 */
AdwDialog *
gf_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;
  const char *group_title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (group == NULL || g_strcmp0 (group_title, shortcuts[i].group) != 0)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          group_title = shortcuts[i].group;
          adw_preferences_group_set_title (group, _(group_title));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      if (shortcuts[i].title != NULL)
        adw_preferences_group_add (group, new_row (&shortcuts[i]));
    }

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), page);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 500);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, toolbar);

  return dialog;
}
