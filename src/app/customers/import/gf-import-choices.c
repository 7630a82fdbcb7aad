/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-choices-private.h"

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
  self->as = GF_IMPORT_AS_LIST;
  self->personal = GF_PERSONAL_DROP;
  self->keep_gone = TRUE;
  self->own_name = g_strdup ("");
  self->own_kind = GF_IMPORT_FILE_GUESS;

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
  copy->personal_said = self->personal_said;
  copy->merge = self->merge;
  copy->as = self->as;
  copy->keep_gone = self->keep_gone;
  copy->before = self->before != NULL ? gf_table_ref (self->before) : NULL;
  g_set_object (&copy->memory, self->memory);
  gf_import_choices_set_own (copy, self->own_name, self->own_kind, self->own_key);
  copy->matched = self->matched != NULL ? gf_import_file_ref (self->matched) : NULL;
  /* Answers are added to it while a thread reads the copy. */
  copy->own_known = self->own_known != NULL ? gf_record_copy (GF_RECORD (self->own_known)) : NULL;
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
    g_hash_table_insert (copy->columns, g_strdup (name), g_memdup2 (choice, sizeof (GfImportChoice)));

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
  g_clear_pointer (&self->matched, gf_import_file_unref);
  g_clear_object (&self->memory);
  g_clear_object (&self->own_known);
  g_free (self->own_name);
  g_free (self->own_key);
  g_free (self->key);
  g_free (self->project_name);
  g_free (self->product);
  g_free (self);
}

/**
 * gf_import_choices_set_personal:
 * @choice: what becomes of columns that hold data of people
 *
 * Settles it. Unsettled they are left out, or treated as with the file before.
 */
void
gf_import_choices_set_personal (GfImportChoices  *self,
                                GfPersonalChoice  choice)
{
  g_return_if_fail (self != NULL);

  self->personal = choice;
  self->personal_said = TRUE;
}

/**
 * gf_import_choices_begin_personal:
 * @choice: what became of data of people before
 *
 * Begins with it; single columns may have been treated otherwise.
 */
void
gf_import_choices_begin_personal (GfImportChoices  *self,
                                  GfPersonalChoice  choice)
{
  g_return_if_fail (self != NULL);

  self->personal = choice;
}

/**
 * gf_import_choices_is_personal_said:
 *
 * Returns: whether it was settled for all columns here
 */
gboolean
gf_import_choices_is_personal_said (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->personal_said;
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
 * gf_import_choices_set_merge:
 * @merge: whether rows that repeat a customer are put together
 *
 * Settles it.
 */
void
gf_import_choices_set_merge (GfImportChoices *self,
                             gboolean         merge)
{
  g_return_if_fail (self != NULL);

  self->merge = merge;
}

/**
 * gf_import_choices_get_merge:
 *
 * Returns: whether rows that repeat a customer are put together
 */
gboolean
gf_import_choices_get_merge (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->merge;
}

/**
 * gf_import_choices_set_before:
 * @before: (nullable): the customers that are there, %NULL for none
 * @memory: (nullable) (transfer full): what is remembered of them, nobody else's
 *
 * Takes what the file may be about.
 */
void
gf_import_choices_set_before (GfImportChoices *self,
                              GfTable         *before,
                              GfCustomers     *memory)
{
  g_return_if_fail (self != NULL);

  if (before != NULL)
    gf_table_ref (before);
  g_clear_pointer (&self->before, gf_table_unref);
  self->before = before;
  g_clear_object (&self->memory);
  self->memory = memory;
}

/**
 * gf_import_choices_get_before:
 *
 * Returns: (transfer none) (nullable): the customers that are there
 */
GfTable *
gf_import_choices_get_before (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->before;
}

/**
 * gf_import_choices_get_memory:
 *
 * Returns: (transfer none) (nullable): what is remembered of the customers that are there
 */
GfCustomers *
gf_import_choices_get_memory (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->memory;
}

/**
 * gf_import_choices_get_main_source:
 *
 * Returns: (transfer none) (nullable): what is remembered of the list of the customers that are there
 */
GfSource *
gf_import_choices_get_main_source (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->memory != NULL ? gf_customers_get_main_source (self->memory) : NULL;
}

/**
 * gf_import_choices_set_as:
 * @as: what the file is
 *
 * Settles it; without customers it can only be a list of them.
 */
void
gf_import_choices_set_as (GfImportChoices *self,
                          GfImportAs       as)
{
  g_return_if_fail (self != NULL && (self->before != NULL || as == GF_IMPORT_AS_LIST));

  self->as = as;
}

/**
 * gf_import_choices_get_as:
 *
 * Returns: what the file is
 */
GfImportAs
gf_import_choices_get_as (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, GF_IMPORT_AS_LIST);

  return self->as;
}

/**
 * gf_import_choices_set_keep_gone:
 * @keep_gone: whether customers stay whom the next export does not name any more
 *
 * Settles it.
 */
void
gf_import_choices_set_keep_gone (GfImportChoices *self,
                                 gboolean         keep_gone)
{
  g_return_if_fail (self != NULL);

  self->keep_gone = keep_gone;
}

/**
 * gf_import_choices_set_own:
 * @name: the name of the file
 * @kind: the #GfRowKind that a row of it is said to be; GF_IMPORT_FILE_GUESS for none
 * @key: (nullable): the column that is said to tell whose a row is
 *
 * Settles how the file itself is joined when it is more about the customers. It is to be matched anew.
 */
void
gf_import_choices_set_own (GfImportChoices *self,
                           const char      *name,
                           int              kind,
                           const char      *key)
{
  g_return_if_fail (self != NULL && name != NULL);

  g_set_str (&self->own_name, name);
  self->own_kind = kind;
  g_set_str (&self->own_key, key);
  gf_import_choices_set_matched (self, NULL);
}

/**
 * gf_import_choices_set_matched:
 * @file: (nullable): the file as it was matched; %NULL when it is to be matched anew
 *
 * Keeps the match while only answers are given.
 */
void
gf_import_choices_set_matched (GfImportChoices *self,
                               GfImportFile    *file)
{
  g_return_if_fail (self != NULL);

  if (file != NULL)
    {
      gf_import_file_ref (file);
      g_set_object (&self->own_known, file->known);
    }
  g_clear_pointer (&self->matched, gf_import_file_unref);
  self->matched = file;
}

/**
 * gf_import_choices_get_matched:
 *
 * Returns: (transfer none) (nullable): the file as it was matched
 */
GfImportFile *
gf_import_choices_get_matched (const GfImportChoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->matched;
}

/* What is known of the file itself as one that is joined. */
static GfSource *
find_own (const GfImportChoices *self,
          const GfImport        *import)
{
  GfSource *known;

  if (self->own_known != NULL || self->memory == NULL)
    return self->own_known;

  known = gf_customers_find_source (self->memory, self->own_name, gf_import_get_table (import));

  return known != NULL && gf_source_get_joined (known) ? known : NULL;
}

/**
 * gf_import_choices_get_own_order:
 * @import: what was read
 *
 * Returns: what was settled for dates that leave it open when the file was joined before; unknown if nothing
 *   was
 */
GfDateOrder
gf_import_choices_get_own_order (const GfImportChoices *self,
                                 const GfImport        *import)
{
  GfSource *known;

  g_return_val_if_fail (self != NULL && import != NULL, GF_DATE_ORDER_UNKNOWN);

  known = find_own (self, import);

  return known != NULL ? gf_source_get_date_order (known) : GF_DATE_ORDER_UNKNOWN;
}

/**
 * gf_import_choices_match:
 * @import: what was read
 * @table: that, as it was settled
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be joined: a sentence for people
 *
 * Finds whose the rows of the file are that is more about the customers. For a thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GfImportFile *
gf_import_choices_match (const GfImportChoices  *self,
                         GfImport               *import,
                         GfTable                *table,
                         GCancellable           *cancellable,
                         GError                **error)
{
  g_return_val_if_fail (self != NULL && self->before != NULL && import != NULL && table != NULL, NULL);

  if (self->matched != NULL && self->matched->import == import)
    return gf_import_file_ref (self->matched);

  return gf_import_file_new (self->own_name, import, table, find_own (self, import), self->own_kind, self->own_key,
                             self->before, cancellable, error);
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
  GfSource *main;
  GfUpdatePlan *plan;
  g_auto (GStrv) headers = NULL;
  g_auto (GStrv) columns = NULL;

  g_return_val_if_fail (self != NULL && self->before != NULL && file != NULL, NULL);

  main = gf_import_choices_get_main_source (self);
  if (main != NULL)
    gf_source_dup_columns (main, &headers, &columns);
  plan = gf_update_plan_suggest (self->before, file, (const char * const *) headers,
                                 (const char * const *) columns);
  plan->keep_gone = self->keep_gone;

  return plan;
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
