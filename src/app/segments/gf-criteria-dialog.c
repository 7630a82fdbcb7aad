/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-criteria-dialog.h"

#include "gf-criteria-preset.h"
#include "gf-criterion-row.h"

#include <glib/gi18n-lib.h>

#define NEW_WEIGHT 10.0

struct _GfCriteriaDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkMenuButton *add_button;
  GtkListBox *list;
  AdwToastOverlay *toasts;

  /* Owned references */
  GfProject *project;
};

G_DEFINE_FINAL_TYPE (GfCriteriaDialog, gf_criteria_dialog, ADW_TYPE_DIALOG)

static GListStore *
get_criteria (GfCriteriaDialog *self)
{
  return gf_project_get_criteria (self->project);
}

static void
moved_cb (GfCriteriaDialog *self,
          int               direction,
          GfCriterionRow   *row)
{
  GListStore *criteria = get_criteria (self);
  g_autoptr (GfCriterion) criterion = g_object_ref (gf_criterion_row_get_criterion (row));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (criteria));
  guint place;

  if (!g_list_store_find (criteria, criterion, &place) || (direction < 0 ? place == 0 : place + 1 == n))
    return;

  g_list_store_remove (criteria, place);
  place = direction < 0 ? place - 1 : place + 1;
  g_list_store_insert (criteria, place, criterion);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) place)));
}

static void
removed_cb (GfCriteriaDialog *self,
            GfCriterionRow   *row)
{
  g_autoptr (GfCriterion) criterion = g_object_ref (gf_criterion_row_get_criterion (row));
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (!gf_record_list_remove (get_criteria (self), criterion))
    return;

  gf_criteria_balance (G_LIST_MODEL (get_criteria (self)));
  /* Translators: %s is a criterion, such as "Budget" */
  text = g_strdup_printf (_("%s removed"), gf_criterion_get_name (criterion));
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  GtkWidget *row = gf_criterion_row_new (item);

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), data, G_CONNECT_SWAPPED);

  return row;
}

/* What can be added, and which rows can move. */
static void
criteria_changed_cb (GfCriteriaDialog *self)
{
  GListModel *criteria = G_LIST_MODEL (get_criteria (self));
  guint n = g_list_model_get_n_items (criteria);
  g_autoptr (GPtrArray) missing = gf_criteria_dup_missing (criteria);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) known = g_menu_new ();

  for (guint i = 0; i < missing->len; i++)
    {
      GfCriterion *criterion = g_ptr_array_index (missing, i);
      g_autofree char *action = g_strdup_printf ("criteria.add::%s", gf_record_get_id (GF_RECORD (criterion)));

      g_menu_append (known, gf_criterion_get_name (criterion), action);
    }
  g_menu_append (own, _("One of Your Own"), "criteria.add::");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  gtk_menu_button_set_menu_model (self->add_button, G_MENU_MODEL (menu));

  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (GF_IS_CRITERION_ROW (row))
        gf_criterion_row_set_place (GF_CRITERION_ROW (row), i == 0, i + 1 == n);
    }
}

static GfCriterion *
new_criterion (GfCriteriaDialog *self,
               const char       *id)
{
  g_autoptr (GPtrArray) missing = gf_criteria_dup_missing (G_LIST_MODEL (get_criteria (self)));
  GfCriterion *own;

  for (guint i = 0; i < missing->len; i++)
    if (g_str_equal (gf_record_get_id (missing->pdata[i]), id))
      return g_object_ref (missing->pdata[i]);

  own = gf_criterion_new ();
  gf_criterion_set_name (own, _("New Criterion"));
  gf_criterion_set_weight (own, NEW_WEIGHT);

  return own;
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GfCriteriaDialog *self = GF_CRITERIA_DIALOG (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GfCriterion) criterion = new_criterion (self, id);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_criteria (self)));
  GtkListBoxRow *row;

  g_list_store_append (get_criteria (self), criterion);
  gf_criteria_balance (G_LIST_MODEL (get_criteria (self)));
  row = gtk_list_box_get_row_at_index (self->list, (int) n);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), *id == '\0');
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
gf_criteria_dialog_dispose (GObject *object)
{
  GfCriteriaDialog *self = GF_CRITERIA_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_CRITERIA_DIALOG);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (gf_criteria_dialog_parent_class)->dispose (object);
}

static void
gf_criteria_dialog_class_init (GfCriteriaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_criteria_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "criteria.add", "s", add_action);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-criteria-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCriteriaDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, GfCriteriaDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GfCriteriaDialog, toasts);
}

static void
gf_criteria_dialog_init (GfCriteriaDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_criteria_dialog_new:
 * @project: a project
 *
 * Returns: (transfer floating): a dialog that changes the criteria of @project at once; each change can be
 *   undone
 */
AdwDialog *
gf_criteria_dialog_new (GfProject *project)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);

  GfCriteriaDialog *self = g_object_new (GF_TYPE_CRITERIA_DIALOG, NULL);

  self->project = g_object_ref (project);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (get_criteria (self)), create_row, self, NULL);
  g_signal_connect_object (get_criteria (self), "items-changed", G_CALLBACK (criteria_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  criteria_changed_cb (self);

  return ADW_DIALOG (self);
}
