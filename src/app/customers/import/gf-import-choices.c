/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-choices.h"

#define UNSET -1

typedef struct
{
  int role;
  int type;
  int date_order;
  gboolean remembered;     /* all of it is as with the export before */
} Choice;

struct _GfImportChoices
{
  GHashTable *columns;
  GPtrArray *files;        /* of GfImportFile */
  GHashTable *derived;     /* names of columns */
  GHashTable *renamed;     /* header -> yes or no */
  GfTable *before;
  GStrv headers;           /* of the file before, and beside each the column that it became */
  GStrv known;
  char *project_name;
  char *product;
  char *key;
  GfPersonalChoice personal;
  gboolean keep_gone;
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
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_import_file_unref);
  self->derived = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->personal = GF_PERSONAL_DROP;
  self->keep_gone = TRUE;

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
  copy->project_name = g_strdup (self->project_name);
  copy->product = g_strdup (self->product);
  copy->key = g_strdup (self->key);
  copy->personal = self->personal;
  copy->keep_gone = self->keep_gone;
  copy->headers = g_strdupv (self->headers);
  copy->known = g_strdupv (self->known);
  copy->before = self->before != NULL ? gf_table_ref (self->before) : NULL;
  for (guint i = 0; i < self->files->len; i++)
    g_ptr_array_add (copy->files, gf_import_file_ref (g_ptr_array_index (self->files, i)));
  g_hash_table_iter_init (&iter, self->derived);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (copy->derived, g_strdup (name));
  g_hash_table_iter_init (&iter, self->renamed);
  while (g_hash_table_iter_next (&iter, &name, &choice))
    g_hash_table_insert (copy->renamed, g_strdup (name), choice);
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
  g_hash_table_unref (self->derived);
  g_hash_table_unref (self->renamed);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->before, gf_table_unref);
  g_strfreev (self->headers);
  g_strfreev (self->known);
  g_free (self->key);
  g_free (self->project_name);
  g_free (self->product);
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
  *choice = (Choice) { UNSET, UNSET, UNSET, FALSE };
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
 * gf_import_choices_set_personal:
 * @choice: what becomes of columns that hold data of people
 *
 * Settles it. Unsettled they are left out.
 */
void
gf_import_choices_set_personal (GfImportChoices  *self,
                                GfPersonalChoice  choice)
{
  g_return_if_fail (self != NULL);

  self->personal = choice;
}

/**
 * gf_import_choices_get_personal:
 *
 * Returns: what becomes of columns that hold data of people
 */
GfPersonalChoice
gf_import_choices_get_personal (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, GF_PERSONAL_DROP);

  return self->personal;
}

/**
 * gf_import_choices_set_key:
 * @key: what makes pseudonyms of people
 *
 * Takes the key of the project, or a new one.
 */
void
gf_import_choices_set_key (GfImportChoices *self,
                           const char      *key)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->key, key);
}

/**
 * gf_import_choices_get_key:
 *
 * Returns: (transfer none) (nullable): what makes pseudonyms of people
 */
const char *
gf_import_choices_get_key (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key;
}

/**
 * gf_import_choices_set_derived:
 * @column: the name of a column that can be derived
 * @derive: whether it is
 *
 * Settles whether a column is computed from others.
 */
void
gf_import_choices_set_derived (GfImportChoices *self,
                               const char      *column,
                               gboolean         derive)
{
  g_return_if_fail (self != NULL && column != NULL);

  if (derive)
    g_hash_table_add (self->derived, g_strdup (column));
  else
    g_hash_table_remove (self->derived, column);
}

/**
 * gf_import_choices_get_derived:
 * @column: the name of a column that can be derived
 *
 * Returns: whether it is
 */
gboolean
gf_import_choices_get_derived (const GfImportChoices *self,
                               const char            *column)
{
  g_return_val_if_fail (self != NULL && column != NULL, FALSE);

  return g_hash_table_contains (self->derived, column);
}

/**
 * gf_import_choices_get_files:
 *
 * Returns: (transfer none) (element-type GfImportFile): the files that are joined, to be changed
 */
GPtrArray *
gf_import_choices_get_files (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->files;
}

/**
 * gf_import_choices_set_before:
 * @before: (nullable): the customers that are brought up to date, %NULL to begin anew
 * @keep_gone: whether those stay whom the file does not name any more
 *
 * Settles whether the file is next quarter's.
 */
void
gf_import_choices_set_before (GfImportChoices *self,
                              GfTable         *before,
                              gboolean         keep_gone)
{
  g_return_if_fail (self != NULL);

  if (before != NULL)
    gf_table_ref (before);
  g_clear_pointer (&self->before, gf_table_unref);
  self->before = before;
  self->keep_gone = keep_gone;
}

/**
 * gf_import_choices_get_before:
 *
 * Returns: (transfer none) (nullable): the customers that are brought up to date
 */
GfTable *
gf_import_choices_get_before (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->before;
}

/**
 * gf_import_choices_set_known:
 * @headers: (transfer full): the columns of the file that the customers were made of
 * @columns: (transfer full): beside each the column of the customers that it became
 *
 * Takes what is remembered of the file before, for gf_import_choices_plan().
 */
void
gf_import_choices_set_known (GfImportChoices *self,
                             GStrv            headers,
                             GStrv            columns)
{
  g_return_if_fail (self != NULL && headers != NULL && columns != NULL);

  g_strfreev (self->headers);
  g_strfreev (self->known);
  self->headers = headers;
  self->known = columns;
}

/**
 * gf_import_choices_plan:
 * @file: what was read, as it was settled
 *
 * Returns: (transfer full): how @file brings the customers that are there up to date
 */
GfUpdatePlan *
gf_import_choices_plan (const GfImportChoices *self,
                        GfTable               *file)
{
  GfUpdatePlan *plan;

  g_return_val_if_fail (self != NULL && self->before != NULL && file != NULL, NULL);

  plan = gf_update_plan_suggest (self->before, file, (const char * const *) self->headers,
                                 (const char * const *) self->known);
  plan->keep_gone = self->keep_gone;

  return plan;
}

/**
 * gf_import_choices_find_known:
 * @header: a column of the file
 *
 * Returns: (transfer none): the column of the customers that it was in the file before: "" if it was left
 *   out, @header itself if nothing is remembered of it
 */
const char *
gf_import_choices_find_known (const GfImportChoices *self,
                              const char            *header)
{
  g_return_val_if_fail (self != NULL && header != NULL, header);

  for (guint i = 0; self->headers != NULL && self->headers[i] != NULL; i++)
    if (g_str_equal (self->headers[i], header))
      return self->known[i];

  return header;
}

/**
 * gf_import_choices_set_remembered:
 * @column: the name of a column
 *
 * Says that what is settled for the column was settled with the export before, and need not be asked.
 */
void
gf_import_choices_set_remembered (GfImportChoices *self,
                                  const char      *column)
{
  g_return_if_fail (self != NULL && column != NULL);

  get_choice (self, column)->remembered = TRUE;
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
  const Choice *choice;

  g_return_val_if_fail (self != NULL && column != NULL, FALSE);

  choice = g_hash_table_lookup (self->columns, column);

  return choice != NULL && choice->remembered;
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
 * gf_import_choices_set_project:
 * @name: (nullable): what a project without a name is called from now on
 * @product: (nullable): what is sold, if nobody said so before
 *
 * Settles what the project is about.
 */
void
gf_import_choices_set_project (GfImportChoices *self,
                               const char      *name,
                               const char      *product)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->project_name, name);
  g_set_str (&self->product, product);
}

/**
 * gf_import_choices_get_project_name:
 *
 * Returns: (transfer none) (nullable): what a project without a name is called
 */
const char *
gf_import_choices_get_project_name (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->project_name;
}

/**
 * gf_import_choices_get_product:
 *
 * Returns: (transfer none) (nullable): what is sold
 */
const char *
gf_import_choices_get_product (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->product;
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
  g_return_if_fail (self != NULL && column != NULL);

  get_choice (self, column)->date_order = (int) order;
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
  const Choice *choice;

  g_return_val_if_fail (self != NULL && column != NULL, GF_DATE_ORDER_UNKNOWN);

  choice = g_hash_table_lookup (self->columns, column);

  return choice != NULL && choice->date_order != UNSET ? (GfDateOrder) choice->date_order : GF_DATE_ORDER_UNKNOWN;
}

/* The column @index as it was chosen to be read, but for its role. */
static GfTable *
apply_reading (const Choice *choice,
               GfTable      *table,
               guint         index)
{
  GfColumn *column = gf_table_get_column (table, index);
  g_autoptr (GfColumn) changed = NULL;

  if (choice->type != UNSET && (GfColumnType) choice->type != gf_column_get_column_type (column))
    changed = gf_column_with_type (column, (GfColumnType) choice->type, NULL);
  if (changed == NULL)
    changed = gf_column_ref (column);
  if (choice->date_order != UNSET && gf_column_get_column_type (changed) == GF_COLUMN_DATE)
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
  const Choice *choice;
  g_autoptr (GfTable) result = NULL;
  int named;

  g_return_val_if_fail (self != NULL && table != NULL && header != NULL, NULL);

  choice = g_hash_table_lookup (self->columns, header);
  if (choice == NULL)
    return gf_table_ref (table);

  result = apply_reading (choice, table, index);
  if (choice->role == UNSET)
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
