/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-choices-private.h"

/* What was settled for single columns. */

static GfImportChoice *
get_choice (GfImportChoices *self,
            const char      *column)
{
  GfImportChoice *choice = g_hash_table_lookup (self->columns, column);

  if (choice != NULL)
    return choice;

  choice = g_new (GfImportChoice, 1);
  *choice = (GfImportChoice) { GF_IMPORT_CHOICE_UNSET, GF_IMPORT_CHOICE_UNSET, GF_IMPORT_CHOICE_UNSET, FALSE, FALSE };
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
  GfImportChoice *said;
  GHashTableIter iter;
  gpointer choice;

  g_return_if_fail (self != NULL && column != NULL);

  g_hash_table_iter_init (&iter, self->columns);
  while (role == GF_ROLE_NAME && g_hash_table_iter_next (&iter, NULL, &choice))
    if (((GfImportChoice *) choice)->role == GF_ROLE_NAME)
      ((GfImportChoice *) choice)->role = GF_ROLE_IDENTIFIER;
  said = get_choice (self, column);
  said->role = (int) role;
  said->said = TRUE;
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
  GfImportChoice *said;

  g_return_if_fail (self != NULL && column != NULL);

  said = get_choice (self, column);
  said->type = (int) type;
  said->said = TRUE;
}

/* What became of a column of the file before; NULL when there was none. */
static GfSourceColumn *
find_before (const GfImportChoices *self,
             const char            *header)
{
  GfSource *main = gf_import_choices_get_main_source (self);
  GListModel *columns = main != NULL ? G_LIST_MODEL (gf_source_get_columns (main)) : NULL;

  for (guint i = 0; columns != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GfSourceColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gf_source_column_get_header (column), header))
        return column;   /* the list keeps it */
    }

  return NULL;
}

/* What a column is and how it is read was settled with the export before, unless it is settled here. */
static void
settle_column (GfImportChoices *self,
               const char      *header)
{
  GfSourceColumn *known = find_before (self, header);
  GfColumn *column = gf_table_find_column (self->before, known != NULL ? gf_source_column_get_column (known) : header);
  GfImportChoice *choice;

  if (g_hash_table_contains (self->columns, header))
    return;
  if (column == NULL && known != NULL)
    {
      choice = get_choice (self, header);
      choice->remembered = TRUE;
      /* With data of people it is for what is settled about them. */
      if (gf_source_column_get_personal (known) != GF_PERSONAL_DROP)
        choice->role = GF_ROLE_IGNORE;
    }
  if (column == NULL)
    return;

  choice = get_choice (self, header);
  choice->remembered = TRUE;
  choice->role = (int) gf_column_get_role (column);
  choice->type = (int) gf_column_get_column_type (column);
  if (gf_column_get_column_type (column) == GF_COLUMN_DATE &&
      gf_column_get_spec (column)->date_order != GF_DATE_ORDER_UNKNOWN)
    choice->date_order = (int) gf_column_get_spec (column)->date_order;
}

/* Of a file that is joined only this is settled: what its dates leave open. */
static void
settle_dates (GfImportChoices *self,
              const GfImport  *import)
{
  GfDateOrder order = gf_import_choices_get_own_order (self, import);

  for (gsize i = 0; order != GF_DATE_ORDER_UNKNOWN && i < gf_import_get_n_stored (import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);
      GfImportChoice *choice;

      if (problem->kind != GF_PROBLEM_DATE_ORDER || problem->column_name == NULL ||
          g_hash_table_contains (self->columns, problem->column_name))
        continue;
      choice = get_choice (self, problem->column_name);
      choice->remembered = TRUE;
      choice->date_order = (int) order;
    }
}

/**
 * gf_import_choices_settle:
 * @import: what was read
 *
 * Settles for the columns of a next export what was settled with the one before, but for those that the user
 * has settled here. They need not be asked about.
 */
void
gf_import_choices_settle (GfImportChoices *self,
                          const GfImport  *import)
{
  GfTable *read;

  g_return_if_fail (self != NULL && import != NULL);

  if (self->as == GF_IMPORT_AS_JOINED)
    settle_dates (self, import);
  if (self->as != GF_IMPORT_AS_UPDATE)
    return;

  read = gf_import_get_table (import);
  for (guint i = 0; i < gf_table_get_n_columns (read); i++)
    settle_column (self, gf_column_get_name (gf_table_get_column (read, i)));
}

/**
 * gf_import_choices_is_remembered:
 * @column: the name of a column
 *
 * Returns: whether all of the column was settled with the export before
 */
gboolean
gf_import_choices_is_remembered (const GfImportChoices *self,
                                 const char            *column)
{
  const GfImportChoice *choice;

  g_return_val_if_fail (self != NULL && column != NULL, FALSE);

  choice = g_hash_table_lookup (self->columns, column);

  return choice != NULL && choice->remembered;
}

/**
 * gf_import_choices_is_said:
 * @column: the name of a column
 *
 * Returns: whether the user has settled something for the column here
 */
gboolean
gf_import_choices_is_said (const GfImportChoices *self,
                           const char            *column)
{
  const GfImportChoice *choice;

  g_return_val_if_fail (self != NULL && column != NULL, FALSE);

  choice = g_hash_table_lookup (self->columns, column);

  return choice != NULL && choice->said;
}

/**
 * gf_import_choices_set_renamed:
 * @header: a column of the file that looks like one of the customers under another name
 * @yes: whether it is
 *
 * Settles it.
 */
void
gf_import_choices_set_renamed (GfImportChoices *self,
                               const char      *header,
                               gboolean         yes)
{
  g_return_if_fail (self != NULL && header != NULL);

  g_hash_table_insert (self->renamed, g_strdup (header), GINT_TO_POINTER (yes));
}

/**
 * gf_import_choices_get_renamed:
 * @header: a column of the file
 *
 * Returns: 1 for yes, 0 for no, -1 when it was not answered
 */
int
gf_import_choices_get_renamed (const GfImportChoices *self,
                               const char            *header)
{
  gpointer yes;

  g_return_val_if_fail (self != NULL && header != NULL, -1);

  return g_hash_table_lookup_extended (self->renamed, header, NULL, &yes) ? GPOINTER_TO_INT (yes) : -1;
}

/**
 * gf_import_choices_set_date_order:
 * @column: the name of a column of dates
 * @order: whether the day or the month comes first
 *
 * Settles what the dates themselves do not tell.
 */
void
gf_import_choices_set_date_order (GfImportChoices *self,
                                  const char      *column,
                                  GfDateOrder      order)
{
  GfImportChoice *said;

  g_return_if_fail (self != NULL && column != NULL);

  said = get_choice (self, column);
  said->date_order = (int) order;
  said->said = TRUE;
}

/**
 * gf_import_choices_get_date_order:
 * @column: the name of a column
 *
 * Returns: what was settled for it, unknown if nothing was
 */
GfDateOrder
gf_import_choices_get_date_order (const GfImportChoices *self,
                                  const char            *column)
{
  const GfImportChoice *choice;

  g_return_val_if_fail (self != NULL && column != NULL, GF_DATE_ORDER_UNKNOWN);

  choice = g_hash_table_lookup (self->columns, column);

  return choice != NULL && choice->date_order != GF_IMPORT_CHOICE_UNSET ? (GfDateOrder) choice->date_order : GF_DATE_ORDER_UNKNOWN;
}

/* The column @index as it was chosen to be read, but for its role. */
static GfTable *
apply_reading (const GfImportChoice *choice,
               GfTable      *table,
               guint         index)
{
  GfColumn *column = gf_table_get_column (table, index);
  g_autoptr (GfColumn) changed = NULL;

  if (choice->type != GF_IMPORT_CHOICE_UNSET && (GfColumnType) choice->type != gf_column_get_column_type (column))
    changed = gf_column_with_type (column, (GfColumnType) choice->type, NULL);
  if (changed == NULL)
    changed = gf_column_ref (column);
  if (choice->date_order != GF_IMPORT_CHOICE_UNSET && gf_column_get_column_type (changed) == GF_COLUMN_DATE)
    {
      g_autoptr (GfColumn) before = g_steal_pointer (&changed);
      g_autoptr (GfColumnSpec) spec = gf_column_spec_copy (gf_column_get_spec (before));

      spec->date_order = (GfDateOrder) choice->date_order;
      changed = gf_column_with_spec (before, spec);
    }

  return changed == column ? gf_table_ref (table) : gf_table_replace_column (table, index, changed);
}

/**
 * gf_import_choices_apply_to:
 * @table: a table
 * @index: a column of it
 * @header: the column of the file whose choices are meant
 *
 * Reads a column as was settled, and gives it the role that was; a type that no cell has is left alone.
 *
 * Returns: (transfer full): the table with the column
 */
GfTable *
gf_import_choices_apply_to (const GfImportChoices *self,
                            GfTable               *table,
                            guint                  index,
                            const char            *header)
{
  const GfImportChoice *choice;
  g_autoptr (GfTable) result = NULL;
  int named;

  g_return_val_if_fail (self != NULL && table != NULL && header != NULL, NULL);

  choice = g_hash_table_lookup (self->columns, header);
  if (choice == NULL)
    return gf_table_ref (table);

  result = apply_reading (choice, table, index);
  if (choice->role == GF_IMPORT_CHOICE_UNSET)
    return g_steal_pointer (&result);

  named = gf_table_find_role (result, GF_ROLE_NAME);
  if (choice->role == GF_ROLE_NAME && named >= 0 && (guint) named != index)
    {
      g_autoptr (GfTable) before = g_steal_pointer (&result);

      result = gf_table_set_role (before, (guint) named, GF_ROLE_IDENTIFIER);
    }

  return gf_table_set_role (result, index, (GfColumnRole) choice->role);
}

/**
 * gf_import_choices_apply:
 * @table: what was read
 *
 * Returns: (transfer full): the table with all that was settled
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
      g_autoptr (GfTable) before = g_steal_pointer (&result);

      result = gf_import_choices_apply_to (self, before, i, gf_column_get_name (gf_table_get_column (table, i)));
    }

  return g_steal_pointer (&result);
}
