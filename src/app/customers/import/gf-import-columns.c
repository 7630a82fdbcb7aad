/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-columns.h"

#include "gf-format.h"
#include "gf-import-column-row.h"
#include "gf-import-date-row.h"
#include "gf-import-doubts.h"
#include "gf-import-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_DOUBTS_SHOWN 8
#define N_COLUMNS_SHOWN 12

struct _GfImportColumns
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  AdwPreferencesGroup *group;

  /* Borrowed: what was added to the group */
  GPtrArray *rows;

  /* What the rows were made for */
  char *shown;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GfImportColumns, gf_import_columns, ADW_TYPE_BIN)

enum
{
  ROLE_CHOSEN,
  TYPE_CHOSEN,
  ORDER_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
role_chosen_cb (GfImportColumns *self,
                const char      *column,
                guint            role)
{
  g_signal_emit (self, signals[ROLE_CHOSEN], 0, column, role);
}

static void
type_chosen_cb (GfImportColumns *self,
                const char      *column,
                guint            type)
{
  g_signal_emit (self, signals[TYPE_CHOSEN], 0, column, type);
}

static void
order_chosen_cb (GfImportColumns *self,
                 guint            order)
{
  g_signal_emit (self, signals[ORDER_CHOSEN], 0, order);
}

static void
add_row (GfImportColumns *self,
         GtkWidget       *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
}

static void
set_row_narrow (GtkWidget *row,
                gboolean   narrow)
{
  if (GF_IS_IMPORT_COLUMN_ROW (row))
    gf_import_column_row_set_narrow (GF_IMPORT_COLUMN_ROW (row), narrow);
  else if (GF_IS_IMPORT_DATE_ROW (row))
    gf_import_date_row_set_narrow (GF_IMPORT_DATE_ROW (row), narrow);
}

static void
add_column_row (GfImportColumns *self,
                GfColumn        *column,
                const char      *doubt,
                const char      *reason)
{
  GtkWidget *row = gf_import_column_row_new (column, doubt, reason);

  g_signal_connect_object (row, "role-chosen", G_CALLBACK (role_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "type-chosen", G_CALLBACK (type_chosen_cb), self, G_CONNECT_SWAPPED);
  set_row_narrow (row, self->narrow);
  add_row (self, row);
}

/* The columns whose dates could be read both ways; the first of them stands for all. */
static guint
count_open_dates (GfImport              *import,
                  const GfImportChoices *choices,
                  guint                 *first)
{
  guint n = 0;

  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);

      if (!gf_import_is_open (choices, problem))
        continue;
      if (n == 0)
        *first = (guint) problem->column;
      n++;
    }

  return n;
}

static gboolean
has_open_dates (GfImport              *import,
                const GfImportChoices *choices,
                guint                  column)
{
  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);

      if (problem->column == (int) column && gf_import_is_open (choices, problem))
        return TRUE;
    }

  return FALSE;
}

static void
add_all_row (GfImportColumns *self,
             GfTable         *table,
             GArray          *others,
             gboolean         all,
             gboolean         recognised)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *count = gf_format_count (others->len);
  g_autofree char *names = gf_import_dup_names (table, others);
  g_autofree char *title = NULL;

  if (all)
    title = g_strdup_printf (ngettext ("%s column, recognised", "%s columns, all recognised", others->len), count);
  else if (recognised)
    title = g_strdup_printf (ngettext ("%s more column, recognised", "%s more columns, all recognised", others->len), count);
  else
    title = g_strdup_printf (ngettext ("%s more column", "%s more columns", others->len), count);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), names);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Recognised"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "navigation.push");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "columns");
  add_row (self, row);
}

/* One line for each row there should be: when it is as before, the rows are right already. */
static char *
dup_plan (GfTable   *table,
          GPtrArray *doubts,
          GArray    *shown,
          guint      n_open,
          guint      open)
{
  GString *plan = g_string_new (NULL);

  g_string_append_printf (plan, "%u %u %u\n", gf_table_get_n_columns (table), n_open, open);
  for (guint i = 0; i < shown->len; i++)
    {
      guint index = g_array_index (shown, guint, i);

      g_string_append_printf (plan, "%c%s\n", g_ptr_array_index (doubts, index) != NULL ? '?' : ' ',
                              gf_column_get_name (gf_table_get_column (table, index)));
    }

  return g_string_free (plan, FALSE);
}

static void
update_rows (GfImportColumns *self,
             GfTable         *table,
             GPtrArray       *doubts_left,
             GPtrArray       *reasons,
             guint            open)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      int index;

      if (GF_IS_IMPORT_DATE_ROW (row))
        gf_import_date_row_show (GF_IMPORT_DATE_ROW (row), gf_table_get_column (table, open));
      if (!GF_IS_IMPORT_COLUMN_ROW (row))
        continue;

      index = gf_table_index_of (table, gf_import_column_row_get_column (GF_IMPORT_COLUMN_ROW (row)));
      if (index >= 0)
        gf_import_column_row_show (GF_IMPORT_COLUMN_ROW (row), gf_table_get_column (table, (guint) index),
                                   g_ptr_array_index (doubts_left, (guint) index), g_ptr_array_index (reasons, (guint) index));
    }
}

/* The name of the column whose row has the focus. */
static char *
dup_focused (GfImportColumns *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GF_TYPE_IMPORT_COLUMN_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    return NULL;

  return g_strdup (gf_import_column_row_get_column (GF_IMPORT_COLUMN_ROW (row)));
}

static void
focus_row (GfImportColumns *self,
           const char      *column)
{
  for (guint i = 0; column != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (GF_IS_IMPORT_COLUMN_ROW (row) &&
          strcmp (gf_import_column_row_get_column (GF_IMPORT_COLUMN_ROW (row)), column) == 0)
        gtk_widget_grab_focus (gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row)));
    }
}

/* The rows anew. */
static void
fill (GfImportColumns *self,
      GfTable         *table,
      GPtrArray       *doubts_left,
      GPtrArray       *reasons,
      GArray          *shown,
      GArray          *others,
      guint            n_doubts,
      guint            n_open,
      guint            open)
{
  g_autofree char *focused = dup_focused (self);

  for (guint i = self->rows->len; i > 0; i--)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i - 1));
  g_ptr_array_set_size (self->rows, 0);
  if (n_open > 0)
    {
      GtkWidget *row = gf_import_date_row_new (gf_table_get_column (table, open), n_open);

      g_signal_connect_object (row, "order-chosen", G_CALLBACK (order_chosen_cb), self, G_CONNECT_SWAPPED);
      set_row_narrow (row, self->narrow);
      add_row (self, row);
    }
  for (guint i = 0; i < shown->len; i++)
    {
      guint index = g_array_index (shown, guint, i);

      add_column_row (self, gf_table_get_column (table, index), g_ptr_array_index (doubts_left, index),
                      g_ptr_array_index (reasons, index));
    }
  if (others->len > 0)
    add_all_row (self, table, others, shown->len + n_open == 0, n_doubts <= shown->len);
  focus_row (self, focused);
}

static void
gf_import_columns_finalize (GObject *object)
{
  GfImportColumns *self = GF_IMPORT_COLUMNS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shown);

  G_OBJECT_CLASS (gf_import_columns_parent_class)->finalize (object);
}

static void
gf_import_columns_class_init (GfImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_import_columns_finalize;

  /**
   * GfImportColumns::role-chosen:
   * @column: the name of the column
   * @role: a #GfColumnRole
   */
  signals[ROLE_CHOSEN] = g_signal_new ("role-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  /**
   * GfImportColumns::type-chosen:
   * @column: the name of the column
   * @type: a #GfColumnType
   */
  signals[TYPE_CHOSEN] = g_signal_new ("type-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  /**
   * GfImportColumns::order-chosen:
   * @order: the #GfDateOrder of all columns that leave it open
   */
  signals[ORDER_CHOSEN] = g_signal_new ("order-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gf_import_columns_init (GfImportColumns *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_description (self->group, _("The preview follows every change at once."));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * gf_import_columns_show:
 * @import: what was read
 * @choices: what was settled
 * @table: its table with what the user settled
 * @doubts: why each of its columns should be looked at
 * @reasons: why each is read as it is
 *
 * Shows the columns that are in doubt. Doubts are those of the file as it is, not of what the user
 * made of it: a column looked at keeps its place while it is changed, but no longer says why.
 */
void
gf_import_columns_show (GfImportColumns       *self,
                        GfImport              *import,
                        const GfImportChoices *choices,
                        GfTable               *table,
                        GPtrArray             *doubts,
                        GPtrArray             *reasons)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *plan = NULL;
  const char *source;
  gboolean few;
  guint n = 0;
  guint n_doubts = 0;
  guint open = 0;
  guint n_open;
  g_autoptr (GPtrArray) doubts_left = NULL;

  g_return_if_fail (GF_IS_IMPORT_COLUMNS (self) && import != NULL && table != NULL);
  g_return_if_fail (doubts != NULL && doubts->len == gf_table_get_n_columns (table));

  n = doubts->len;
  doubts_left = gf_import_dup_open_doubts (doubts, choices, table);
  source = gf_import_get_source (import);
  few = n <= N_COLUMNS_SHOWN && (source == NULL || *source == '\0');
  n_open = count_open_dates (import, choices, &open);
  for (guint i = 0; i < n; i++)
    {
      /* The question stands for the columns of dates. */
      gboolean doubt = g_ptr_array_index (doubts, i) != NULL && !has_open_dates (import, choices, i);

      n_doubts += doubt;
      if (doubt && (few || shown->len < N_DOUBTS_SHOWN))
        g_array_append_val (shown, i);
      else if (few || !has_open_dates (import, choices, i))
        g_array_append_val (others, i);
    }
  /* Of a file that nobody knows the others follow those in doubt, if they are not too many. */
  if (few)
    {
      g_array_append_vals (shown, others->data, others->len);
      g_array_set_size (others, 0);
    }

  adw_preferences_group_set_title (self->group, n_doubts + n_open > 0 ? _("Columns to Look At") : _("Columns"));
  plan = dup_plan (table, doubts, shown, n_open, open);
  if (g_strcmp0 (plan, self->shown) == 0)
    {
      update_rows (self, table, doubts_left, reasons, open);
      return;
    }

  g_free (self->shown);
  self->shown = g_steal_pointer (&plan);
  fill (self, table, doubts_left, reasons, shown, others, n_doubts, n_open, open);
}

/**
 * gf_import_columns_set_narrow:
 * @narrow: whether choices stand below their words
 */
void
gf_import_columns_set_narrow (GfImportColumns *self,
                              gboolean         narrow)
{
  g_return_if_fail (GF_IS_IMPORT_COLUMNS (self));

  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    set_row_narrow (g_ptr_array_index (self->rows, i), narrow);
}

/**
 * gf_import_columns_get_first:
 *
 * Returns: (transfer none) (nullable): what takes the focus: the choice of the first column in doubt;
 *   %NULL when none is
 */
GtkWidget *
gf_import_columns_get_first (GfImportColumns *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_COLUMNS (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (GF_IS_IMPORT_DATE_ROW (row))
        return gf_import_date_row_get_first (GF_IMPORT_DATE_ROW (row));
      if (GF_IS_IMPORT_COLUMN_ROW (row) && gf_import_column_row_is_doubtful (GF_IMPORT_COLUMN_ROW (row)))
        return gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row));
    }

  return NULL;
}
