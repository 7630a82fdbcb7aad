/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-choices.h"

#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNSET -1

typedef struct
{
  int role;
  int type;
} Choice;

struct _GfImportChoices
{
  GHashTable *columns;
};

/**
 * gf_import_choices_new:
 *
 * Returns: (transfer full): nothing settled
 */
GfImportChoices *
gf_import_choices_new (void)
{
  GfImportChoices *self = g_new0 (GfImportChoices, 1);

  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * gf_import_choices_copy:
 *
 * Returns: (transfer full): the same
 */
GfImportChoices *
gf_import_choices_copy (const GfImportChoices *self)
{
  GfImportChoices *copy;
  GHashTableIter iter;
  gpointer name;
  gpointer choice;

  g_return_val_if_fail (self != NULL, NULL);

  copy = gf_import_choices_new ();
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &name, &choice))
    g_hash_table_insert (copy->columns, g_strdup (name), g_memdup2 (choice, sizeof (Choice)));

  return copy;
}

/**
 * gf_import_choices_free:
 */
void
gf_import_choices_free (GfImportChoices *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->columns);
  g_free (self);
}

static Choice *
get_choice (GfImportChoices *self,
            const char      *column)
{
  Choice *choice = g_hash_table_lookup (self->columns, column);

  if (choice != NULL)
    return choice;

  choice = g_new (Choice, 1);
  *choice = (Choice) { UNSET, UNSET };
  g_hash_table_insert (self->columns, g_strdup (column), choice);

  return choice;
}

/**
 * gf_import_choices_set_role:
 * @column: the name of a column
 * @role: its role
 *
 * Settles the role of a column. Only one column names the customers: the one before lets go of it.
 */
void
gf_import_choices_set_role (GfImportChoices *self,
                            const char      *column,
                            GfColumnRole     role)
{
  GHashTableIter iter;
  gpointer choice;

  g_return_if_fail (self != NULL && column != NULL);

  g_hash_table_iter_init (&iter, self->columns);
  while (role == GF_ROLE_NAME && g_hash_table_iter_next (&iter, NULL, &choice))
    if (((Choice *) choice)->role == GF_ROLE_NAME)
      ((Choice *) choice)->role = GF_ROLE_IDENTIFIER;
  get_choice (self, column)->role = (int) role;
}

/**
 * gf_import_choices_set_type:
 * @column: the name of a column
 * @type: its type
 *
 * Settles the type of a column.
 */
void
gf_import_choices_set_type (GfImportChoices *self,
                            const char      *column,
                            GfColumnType     type)
{
  g_return_if_fail (self != NULL && column != NULL);

  get_choice (self, column)->type = (int) type;
}

/**
 * gf_import_choices_apply:
 * @table: what was read
 *
 * Returns: (transfer full): the table with all that was settled; a type that no cell has is left alone
 */
GfTable *
gf_import_choices_apply (const GfImportChoices *self,
                         GfTable               *table)
{
  g_autoptr (GfTable) result = NULL;

  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  result = gf_table_ref (table);
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (table, i));
      const Choice *choice = g_hash_table_lookup (self->columns, name);
      GfTable *changed;
      int named = gf_table_find_role (result, GF_ROLE_NAME);

      if (choice != NULL && choice->type != UNSET &&
          (changed = gf_table_set_type (result, i, (GfColumnType) choice->type, NULL)) != NULL)
        {
          gf_table_unref (result);
          result = changed;
        }
      if (choice == NULL || choice->role == UNSET)
        continue;

      if (choice->role == GF_ROLE_NAME && named >= 0 && (guint) named != i)
        {
          changed = gf_table_set_role (result, (guint) named, GF_ROLE_IDENTIFIER);
          gf_table_unref (result);
          result = changed;
        }
      changed = gf_table_set_role (result, i, (GfColumnRole) choice->role);
      gf_table_unref (result);
      result = changed;
    }

  return g_steal_pointer (&result);
}

static char *
dup_problem_doubt (const GfImport *import,
                   guint           column)
{
  gsize n_cells = 0;
  const GfProblem *first = NULL;
  g_autofree char *count = NULL;

  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);

      if (problem->column != (int) column)
        continue;
      if (problem->row == 0)
        return g_strdup (problem->message);
      if (first == NULL)
        first = problem;
      n_cells++;
    }
  if (first == NULL)
    return NULL;
  if (n_cells == 1 || first->text == NULL)
    return g_strdup (first->message);

  count = gf_format_count (n_cells);

  /* Translators: a count of cells, and the first of them */
  return g_strdup_printf (ngettext ("%s cell such as “%s” does not fit and is left empty",
                                    "%s cells such as “%s” do not fit and are left empty", (gulong) n_cells),
                          count, first->text);
}

/* E-mail addresses and telephone numbers tell persons apart. */
static gboolean
is_personal (const GfColumn *column)
{
  gsize n = MIN (gf_column_get_n_rows (column), 50);
  gsize n_addresses = 0;
  gsize n_filled = 0;

  for (gsize row = 0; row < n; row++)
    {
      const char *text = gf_column_get_text (column, row);
      const char *at = strchr (text, '@');

      n_filled += *text != '\0';
      n_addresses += at != NULL && at > text && strchr (at, '.') != NULL && strchr (text, ' ') == NULL;
    }

  return n_filled > 0 && n_addresses * 2 > n_filled;
}

/**
 * gf_import_dup_doubt:
 * @import: what was read
 * @column: the index of a column
 *
 * Says why a user should look at a column.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL when there is no doubt
 */
char *
gf_import_dup_doubt (const GfImport *import,
                     guint           column)
{
  GfColumn *self;
  char *doubt;

  g_return_val_if_fail (import != NULL, NULL);

  doubt = dup_problem_doubt (import, column);
  if (doubt != NULL)
    return doubt;

  self = gf_table_get_column (gf_import_get_table (import), column);
  if (gf_column_get_role (self) == GF_ROLE_CHURN)
    return g_strdup (_("Is this who left? Then it marks the bad fits"));
  if (is_personal (self))
    return g_strdup (_("Personal data. It is kept in the project unless you leave it out"));

  return NULL;
}
