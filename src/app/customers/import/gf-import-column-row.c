/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-column-row.h"

#include "gf-column-look.h"
#include "gf-drop-down-focus.h"
#include "gf-drop-down-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfImportColumnRow
{
  AdwPreferencesRow parent_instance;

  /* Owned by the widget tree */
  GtkBox *box;
  GtkBox *choices;
  AdwWrapBox *wrapped;
  GtkDropDown *role;
  GtkDropDown *type;
  GtkLabel *words;
  GtkWidget *icon;

  char *column;
  gboolean doubtful;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfImportColumnRow, gf_import_column_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  ROLE_CHOSEN,
  TYPE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chosen_cb (GfImportColumnRow *self,
           GParamSpec        *pspec,
           GtkDropDown       *choice)
{
  if (self->updating)
    return;

  g_signal_emit (self, signals[choice == self->role ? ROLE_CHOSEN : TYPE_CHOSEN], 0, self->column,
                 gtk_drop_down_get_selected (choice));
}

static GtkDropDown *
add_choice (GfImportColumnRow  *self,
            const char * const *titles,
            guint               selected,
            const char         *name)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (titles);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gf_drop_down_set_name (GTK_DROP_DOWN (choice), name);
  gf_drop_down_focus_selected (GTK_DROP_DOWN (choice));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->choices, choice);

  return GTK_DROP_DOWN (choice);
}

static void
gf_import_column_row_finalize (GObject *object)
{
  g_free (GF_IMPORT_COLUMN_ROW (object)->column);

  G_OBJECT_CLASS (gf_import_column_row_parent_class)->finalize (object);
}

static void
gf_import_column_row_class_init (GfImportColumnRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_import_column_row_finalize;

  /**
   * GfImportColumnRow::role-chosen:
   * @column: the name of the column
   * @role: a #GfColumnRole
   */
  signals[ROLE_CHOSEN] = g_signal_new ("role-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  /**
   * GfImportColumnRow::type-chosen:
   * @column: the name of the column
   * @type: a #GfColumnType
   */
  signals[TYPE_CHOSEN] = g_signal_new ("type-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
gf_import_column_row_init (GfImportColumnRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "import-column");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static GtkWidget *
new_label (const char *text,
           gboolean    caption)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (caption)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
    }

  return label;
}

/**
 * gf_import_column_row_new:
 * @column: a column
 * @doubt: (nullable): why it should be looked at
 * @reason: (nullable): why it is read as it is
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
gf_import_column_row_new (GfColumn   *column,
                          const char *doubt,
                          const char *reason)
{
  GfImportColumnRow *self;
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *name;
  g_autofree char *role_name = NULL;
  g_autofree char *type_name = NULL;
  const char *types[GF_COLUMN_TEXT + 2];

  g_return_val_if_fail (column != NULL, NULL);

  self = g_object_new (GF_TYPE_IMPORT_COLUMN_ROW, NULL);
  name = gf_column_get_name (column);
  self->column = g_strdup (name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);

  self->icon = gtk_image_new ();
  self->words = GTK_LABEL (new_label ("", TRUE));
  gtk_box_append (GTK_BOX (texts), new_label (name, FALSE));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->words));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (self->box, line);

  self->choices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9));
  self->wrapped = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->wrapped, 9);
  adw_wrap_box_set_line_spacing (self->wrapped, 6);
  gtk_widget_set_visible (GTK_WIDGET (self->wrapped), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->choices));
  gtk_box_append (self->box, GTK_WIDGET (self->wrapped));
  /* Translators: the name of a column */
  role_name = g_strdup_printf (_("Role of %s"), name);
  /* Translators: the name of a column */
  type_name = g_strdup_printf (_("Type of %s"), name);
  self->role = add_choice (self, gf_column_role_get_titles (), gf_column_get_role (column), role_name);
  memcpy (types, gf_column_type_get_titles (), sizeof types);
  if (gf_column_get_spec (column)->bands)
    types[GF_COLUMN_CATEGORY] = _("Range");
  self->type = add_choice (self, types, gf_column_get_column_type (column), type_name);
  gf_import_column_row_show (self, column, doubt, reason);

  return GTK_WIDGET (self);
}

/**
 * gf_import_column_row_get_column:
 *
 * Returns: (transfer none): the name of the column
 */
const char *
gf_import_column_row_get_column (GfImportColumnRow *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_COLUMN_ROW (self), NULL);

  return self->column;
}

/**
 * gf_import_column_row_show:
 * @column: the column as it is now
 * @doubt: (nullable): why it should be looked at
 * @reason: (nullable): why it is read as it is
 *
 * Shows another role and type, and what is known of the column by now.
 */
void
gf_import_column_row_show (GfImportColumnRow *self,
                           GfColumn          *column,
                           const char        *doubt,
                           const char        *reason)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (GF_IS_IMPORT_COLUMN_ROW (self) && column != NULL);

  summary = doubt == NULL && reason == NULL ? gf_column_dup_summary (column) : NULL;
  self->doubtful = doubt != NULL;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), doubt != NULL ? "gf-state-attention-symbolic"
                                                                      : "object-select-symbolic");
  gtk_widget_set_css_classes (self->icon, (const char *[]) { doubt != NULL ? "data-attention" : NULL, NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  doubt != NULL ? _("Look at this") : _("Recognised"), -1);
  gtk_label_set_label (self->words, doubt != NULL ? doubt : reason != NULL ? reason : summary);
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->role, gf_column_get_role (column));
  gtk_drop_down_set_selected (self->type, gf_column_get_column_type (column));
  self->updating = FALSE;
}

/**
 * gf_import_column_row_set_narrow:
 * @narrow: whether the choices stand below the words
 */
void
gf_import_column_row_set_narrow (GfImportColumnRow *self,
                                 gboolean           narrow)
{
  GtkWidget *choices[] = { GTK_WIDGET (self->role), GTK_WIDGET (self->type) };

  g_return_if_fail (GF_IS_IMPORT_COLUMN_ROW (self));

  if (narrow == gtk_widget_get_visible (GTK_WIDGET (self->wrapped)))
    return;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GtkWidget) choice = g_object_ref (choices[i]);

      if (narrow)
        {
          gtk_box_remove (self->choices, choice);
          adw_wrap_box_append (self->wrapped, choice);
        }
      else
        {
          adw_wrap_box_remove (self->wrapped, choice);
          gtk_box_append (self->choices, choice);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->choices), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->wrapped), narrow);
}

/**
 * gf_import_column_row_get_first:
 *
 * Returns: (transfer none): what takes the focus: the choice of the role
 */
GtkWidget *
gf_import_column_row_get_first (GfImportColumnRow *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_COLUMN_ROW (self), NULL);

  return GTK_WIDGET (self->role);
}

/**
 * gf_import_column_row_is_doubtful:
 *
 * Returns: whether the column should be looked at
 */
gboolean
gf_import_column_row_is_doubtful (GfImportColumnRow *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_COLUMN_ROW (self), FALSE);

  return self->doubtful;
}
