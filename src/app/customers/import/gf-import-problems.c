/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-problems.h"

#include "gf-format.h"
#include "gf-import-notes.h"

#include <glib/gi18n-lib.h>

#define N_SHOWN 3

struct _GfImportProblems
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  AdwPreferencesGroup *group;

  /* Borrowed: what was added to the group */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (GfImportProblems, gf_import_problems, ADW_TYPE_BIN)

static void
add_row (GfImportProblems *self,
         GtkWidget        *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);

  return row;
}

static gboolean
leaves_empty (const GfProblem *problem)
{
  return problem->row > 0 &&
         (problem->kind == GF_PROBLEM_NOT_A_NUMBER || problem->kind == GF_PROBLEM_NOT_A_DATE ||
          problem->kind == GF_PROBLEM_NOT_A_FLAG);
}

/* "12 cells in 9 rows", or "14 places" when some are no cells. */
static char *
dup_count (GfImport *import)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_direct_hash, g_direct_equal);
  gsize n_all = gf_import_get_n_problems (import);
  gsize n = gf_import_get_n_stored (import);
  gsize n_empty = 0;
  g_autofree char *count = gf_format_count (n_all);
  g_autofree char *row_count = NULL;
  g_autofree char *cells_words = NULL;
  g_autofree char *rows_words = NULL;
  guint n_rows;

  for (gsize i = 0; i < n; i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);

      n_empty += leaves_empty (problem);
      if (problem->row > 0)
        g_hash_table_add (rows, GSIZE_TO_POINTER (problem->row));
    }

  if (!gf_import_is_whole (import))
    return g_strdup_printf (ngettext ("%s place so far", "%s places so far", (gulong) n_all), count);
  if (n_empty < n_all)
    return g_strdup_printf (ngettext ("%s place", "%s places", (gulong) n_all), count);

  n_rows = g_hash_table_size (rows);
  row_count = gf_format_count (n_rows);
  cells_words = g_strdup_printf (ngettext ("%s cell", "%s cells", (gulong) n_all), count);
  rows_words = g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), row_count);

  /* Translators: “12 cells in 9 rows” */
  return g_strdup_printf (_("%s in %s"), cells_words, rows_words);
}

static void
gf_import_problems_finalize (GObject *object)
{
  g_ptr_array_unref (GF_IMPORT_PROBLEMS (object)->rows);

  G_OBJECT_CLASS (gf_import_problems_parent_class)->finalize (object);
}

static void
gf_import_problems_class_init (GfImportProblemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_import_problems_finalize;
}

static void
gf_import_problems_init (GfImportProblems *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * gf_import_problems_show:
 * @import: what was read
 *
 * Shows its first problems, nothing when it has none.
 */
void
gf_import_problems_show (GfImportProblems *self,
                         GfImport         *import)
{
  g_autoptr (GListStore) notes = NULL;
  g_autofree char *count = NULL;
  gsize n_empty = 0;
  guint n;

  g_return_if_fail (GF_IS_IMPORT_PROBLEMS (self) && import != NULL);

  notes = gf_import_notes_new (import);
  n = g_list_model_get_n_items (G_LIST_MODEL (notes));
  for (guint i = self->rows->len; i > 0; i--)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i - 1));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      n_empty += leaves_empty (gf_import_get_problem (import, i));
      if (i < N_SHOWN)
        {
          g_autoptr (GfImportNote) note = g_list_model_get_item (G_LIST_MODEL (notes), i);
          g_autofree char *title = gf_import_note_dup_title (note);

          add_row (self, new_row (title, gf_import_note_get_message (note)));
        }
    }
  if (n > N_SHOWN)
    {
      g_autofree char *all = gf_format_count (gf_import_get_n_problems (import));
      g_autofree char *title = g_strdup_printf (_("Show all %s"), all);
      GtkWidget *row = new_row (title, NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "navigation.push");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "problems");
      add_row (self, row);
    }

  count = dup_count (import);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  adw_preferences_group_set_title (self->group, n_empty == n ? _("Will Be Left Empty") : _("Good to Know"));
  adw_preferences_group_set_description (self->group, count);
}
