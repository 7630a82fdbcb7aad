/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-sources.h"

#include "gf-customers-personal.h"
#include "gf-project-report.h"
#include "gf-repeats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAME_NAME_COLUMNS 0.5
#define OTHER_NAME_COLUMNS 0.8

/* The name without what changes from one export to the next: digits, and the number of a copy. */
static char *
dup_pattern (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *small = g_utf8_casefold (base, -1);
  GString *pattern = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && strchr (" ()-_", *p) == NULL)
      g_string_append_c (pattern, *p);

  return g_string_free (pattern, FALSE);
}

/**
 * gf_source_is_same_file:
 * @one_name: the name of a file
 * @other_name: the name of another
 *
 * Returns: whether both may be exports of one list: they differ in digits and copies' numbers only
 */
gboolean
gf_source_is_same_file (const char *one_name,
                        const char *other_name)
{
  g_return_val_if_fail (one_name != NULL && other_name != NULL, FALSE);

  g_autofree char *one = dup_pattern (one_name);
  g_autofree char *other = dup_pattern (other_name);

  return *one_name != '\0' && *other_name != '\0' && g_str_equal (one, other);
}

/* Columns that both have, of all that either has. */
static double
share_columns (GfSource      *source,
               const GfTable *file)
{
  GListModel *columns = G_LIST_MODEL (gf_source_get_columns (source));
  g_autoptr (GHashTable) headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_both = 0;
  guint n_file = gf_table_get_n_columns (file);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GfSourceColumn) column = g_list_model_get_item (columns, i);

      g_hash_table_add (headers, gf_exports_fold_name (gf_source_column_get_header (column)));
    }
  for (guint i = 0; i < n_file; i++)
    {
      g_autofree char *folded = gf_exports_fold_name (gf_column_get_name (gf_table_get_column (file, i)));

      n_both += g_hash_table_contains (headers, folded);
    }

  guint n_all = g_hash_table_size (headers) + n_file - n_both;

  return n_all > 0 ? (double) n_both / n_all : 0;
}

/**
 * gf_customers_find_source:
 * @self: the customers of a project
 * @file_name: the name of a file
 * @file: what was read from it, before columns were dropped
 *
 * Says whether a file is a new export of one that was imported before.
 *
 * Returns: (transfer none) (nullable): that source; %NULL when the file is none of them, or as much like one
 *   joined file as like another
 */
GfSource *
gf_customers_find_source (GfCustomers   *self,
                          const char    *file_name,
                          const GfTable *file)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self) && file_name != NULL && file != NULL, NULL);

  GListModel *sources = G_LIST_MODEL (gf_customers_get_sources (self));
  g_autofree char *base = g_path_get_basename (file_name);
  GfSource *found = NULL;
  gboolean tied = FALSE;
  double best = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (GfSource) source = g_list_model_get_item (sources, i);
      gboolean same_name = gf_source_is_same_file (gf_source_get_file (source), file_name);
      double columns = share_columns (source, file);
      double likeness = columns + same_name + g_str_equal (gf_source_get_file (source), base);

      if (columns < (same_name ? SAME_NAME_COLUMNS : OTHER_NAME_COLUMNS))
        continue;
      tied = likeness == best ? tied || (*gf_source_get_sheet (source) == '\0' && gf_source_get_joined (source))
                              : tied && likeness < best;
      if (likeness > best)
        {
          best = likeness;
          found = source;   /* the list keeps it */
        }
    }

  return tied ? NULL : found;
}

/**
 * gf_customers_get_main_source:
 * @self: the customers of a project
 *
 * Returns: (transfer none) (nullable): the list of the customers themselves; %NULL if it is not known
 */
GfSource *
gf_customers_get_main_source (GfCustomers *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self), NULL);

  GListModel *sources = G_LIST_MODEL (gf_customers_get_sources (self));

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (GfSource) source = g_list_model_get_item (sources, i);

      if (!gf_source_get_joined (source))
        return source;   /* the list keeps it */
    }

  return NULL;
}

/**
 * gf_source_remember_reading:
 * @self: a source
 * @file_name: the name of the file
 * @import: what was read from it
 *
 * Keeps the name of the file and of its sheet, whose export it is, when it was read and how, so that the next one is read
 * alike.
 */
void
gf_source_remember_reading (GfSource       *self,
                            const char     *file_name,
                            const GfImport *import)
{
  g_return_if_fail (GF_IS_SOURCE (self) && file_name != NULL && import != NULL);

  const GfImportOptions *options = gf_import_get_options (import);
  const GPtrArray *sheets = gf_import_get_sheets (import);
  const char delimiter[] = { options->delimiter, '\0' };
  const char decimal[] = { options->decimal, '\0' };
  g_autofree char *today = gf_today ();
  /* Cells from the clipboard have no name. */
  g_autofree char *base = *file_name != '\0' ? g_path_get_basename (file_name) : g_strdup ("");
  g_autofree char *shown = g_filename_display_name (base);

  gf_source_set_file (self, shown);
  gf_source_set_sheet (self, sheets != NULL && sheets->len > 1 ? options->sheet : "");
  gf_source_set_export (self, gf_import_get_source (import));
  gf_source_set_imported (self, today);
  gf_source_set_encoding (self, options->encoding);
  gf_source_set_delimiter (self, delimiter);
  gf_source_set_header_rows (self, options->n_header_rows);
  gf_source_set_decimal (self, decimal);
  gf_source_set_date_order (self, options->date_order);
}

/**
 * gf_source_find_sheet:
 * @self: a source
 * @sheets: (nullable) (element-type GfSourceSheet): what a new file has
 *
 * Says which sheet of a workbook, or file of an archive, is the next export of the one that was read before:
 * that of its name, else the only one whose name differs in digits and copies' numbers only.
 *
 * Returns: (nullable): its name; %NULL if there is none
 */
const char *
gf_source_find_sheet (GfSource        *self,
                      const GPtrArray *sheets)
{
  g_return_val_if_fail (GF_IS_SOURCE (self), NULL);

  const char *before = gf_source_get_sheet (self);
  g_autofree char *pattern = dup_pattern (before);
  const char *found = NULL;
  guint n = 0;

  for (guint i = 0; sheets != NULL && *before != '\0' && i < sheets->len; i++)
    {
      const GfSourceSheet *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *other = dup_pattern (sheet->name);

      if (strcmp (sheet->name, before) == 0)
        return sheet->name;
      if (*pattern == '\0' || !g_str_equal (pattern, other))
        continue;
      found = sheet->name;
      n++;
    }

  return n == 1 ? found : NULL;
}

/**
 * gf_source_dup_columns:
 * @self: a source
 * @headers: (out) (transfer full): the names of its columns, but for those that were dropped as data of people
 * @columns: (out) (transfer full): beside each the column of the customers that it became, "" for none
 *
 * Gives what is remembered as gf_update_plan_suggest() takes it.
 */
void
gf_source_dup_columns (GfSource *self,
                       GStrv    *headers,
                       GStrv    *columns)
{
  g_return_if_fail (GF_IS_SOURCE (self) && headers != NULL && columns != NULL);

  g_autoptr (GStrvBuilder) from = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) to = g_strv_builder_new ();
  GListModel *records = G_LIST_MODEL (gf_source_get_columns (self));

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (GfSourceColumn) record = g_list_model_get_item (records, i);

      if (gf_source_column_get_personal (record) == GF_PERSONAL_DROP)
        continue;
      g_strv_builder_add (from, gf_source_column_get_header (record));
      g_strv_builder_add (to, gf_source_column_get_column (record));
    }
  *headers = g_strv_builder_end (from);
  *columns = g_strv_builder_end (to);
}

/**
 * gf_source_dup_options:
 * @self: a source
 *
 * Gives how the next export is to be read. Encoding, delimiter and decimal mark are seen again in any
 * file, and an update compares values and not texts; which of two numbers is the day often cannot be
 * seen, so that the order settled before holds.
 *
 * Returns: (transfer full): options for gf_import_read()
 */
GfImportOptions *
gf_source_dup_options (GfSource *self)
{
  g_return_val_if_fail (GF_IS_SOURCE (self), NULL);

  GfImportOptions *options = gf_import_options_new ();

  if (gf_source_get_date_order (self) != GF_DATE_ORDER_YMD)
    options->date_order = gf_source_get_date_order (self);

  return options;
}

/* What became of a column of the file: the column of its name, else the one that shares its texts. */
static GfColumn *
find_taken (GfTable  *taken,
            GfColumn *column)
{
  GfColumn *found = gf_table_find_column (taken, gf_column_get_name (column));

  for (guint i = 0; found == NULL && i < gf_table_get_n_columns (taken); i++)
    if (gf_column_get_cells (gf_table_get_column (taken, i)) == gf_column_get_cells (column))
      found = gf_table_get_column (taken, i);

  return found;
}

/* Whether any filled cell says what no cell said before. */
static gboolean
says_something_new (GfCells *before,
                    GfCells *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < gf_cells_get_n_texts (before); i++)
    g_hash_table_add (known, (gpointer) gf_cells_get_text (before, i, NULL));
  for (gsize i = 0; i < gf_cells_get_n_texts (after); i++)
    {
      const char *text = gf_cells_get_text (after, i, NULL);

      if (*text != '\0' && !g_hash_table_contains (known, text))
        return TRUE;
    }

  return FALSE;
}

/* Whether texts of people were replaced: the cells say something else than the file. Rows that repeat a
 * customer may have been put together. */
static gboolean
was_replaced (GfColumn *before,
              GfColumn *after)
{
  if (gf_column_get_cells (before) == gf_column_get_cells (after))
    return FALSE;
  if (gf_column_get_n_rows (before) != gf_column_get_n_rows (after))
    return says_something_new (gf_column_get_cells (before), gf_column_get_cells (after));

  for (gsize row = 0; row < gf_column_get_n_rows (before); row++)
    if (strcmp (gf_column_get_text (before, row), gf_column_get_text (after, row)) != 0)
      return TRUE;

  return FALSE;
}

/**
 * gf_customers_new_source_column:
 * @self: the customers of a project
 * @read: a column as it was read from a file
 * @taken: (transfer none): what was taken of the file, data of people dropped and replaced
 *
 * Returns: (transfer full): the record of what became of the column: its name in @taken, empty when it was
 *   dropped, and what became of data of people in it
 */
GfSourceColumn *
gf_customers_new_source_column (GfCustomers *self,
                                GfColumn    *read,
                                GfTable     *taken)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self) && read != NULL && taken != NULL, NULL);

  GfSourceColumn *record = gf_source_column_new ();
  GfColumn *found = find_taken (taken, read);

  gf_source_column_set_header (record, gf_column_get_name (read));
  gf_source_column_set_column (record, found != NULL ? gf_column_get_name (found) : "");
  if (found == NULL)
    gf_source_column_set_personal (record, GF_PERSONAL_DROP);
  else if (gf_customers_get_personal (self) != GF_PERSONAL_KEEP && was_replaced (read, found))
    gf_source_column_set_personal (record, GF_PERSONAL_PSEUDONYMISE);

  return record;
}

/**
 * gf_customers_remember:
 * @self: the customers of a project
 * @file_name: the name of a file
 * @import: what was read from it
 * @taken: the table that became the customers
 *
 * Remembers a file as the list of the customers, in the place of what was remembered before, with what
 * became of each of its columns. Files that were joined to other customers are forgotten, and so are
 * derived columns that @taken does not have.
 *
 * Returns: (transfer none): the source
 */
GfSource *
gf_customers_remember (GfCustomers    *self,
                       const char     *file_name,
                       const GfImport *import,
                       GfTable        *taken)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self) && import != NULL && taken != NULL, NULL);

  g_autoptr (GfSource) source = gf_source_new ();
  GfTable *read = gf_import_get_table (import);
  GListModel *derived = G_LIST_MODEL (gf_customers_get_derived (self));

  gf_source_remember_reading (source, file_name != NULL ? file_name : "", import);
  for (guint i = 0; i < gf_table_get_n_columns (read); i++)
    {
      g_autoptr (GfSourceColumn) record =
        gf_customers_new_source_column (self, gf_table_get_column (read, i), taken);

      g_list_store_append (gf_source_get_columns (source), record);
    }

  g_list_store_remove_all (gf_customers_get_sources (self));
  g_list_store_append (gf_customers_get_sources (self), source);
  for (guint i = g_list_model_get_n_items (derived); i > 0; i--)
    {
      g_autoptr (GfDerivedColumn) column = g_list_model_get_item (derived, i - 1);

      if (gf_table_index_of (taken, gf_derived_column_get_column (column)) < 0)
        g_list_store_remove (gf_customers_get_derived (self), i - 1);
    }

  return source;   /* the list keeps it */
}

/* What was settled for a column itself. That an empty one was kept settles nothing: nobody saw what it holds. */
static gboolean
is_settled (GfSourceColumn *column,
            const GfTable  *customers)
{
  const char *name = gf_source_column_get_column (column);
  GfColumn *kept = customers != NULL && *name != '\0' ? gf_table_find_column (customers, name) : NULL;

  return gf_source_column_get_personal (column) != GF_PERSONAL_KEEP ||
         (kept != NULL && gf_column_count_filled (kept) > 0);
}

/**
 * gf_source_dup_personal:
 * @self: a source
 * @customers: (nullable): the customers as they are
 *
 * Gives what was settled for data of people in each column of the file before.
 *
 * Returns: (transfer full) (element-type utf8 GfPersonalChoice): by header, GINT_TO_POINTER(); without those
 *   of which nobody saw what they hold
 */
GHashTable *
gf_source_dup_personal (GfSource      *self,
                        const GfTable *customers)
{
  g_return_val_if_fail (GF_IS_SOURCE (self), NULL);

  GListModel *columns = G_LIST_MODEL (gf_source_get_columns (self));
  GHashTable *choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GfSourceColumn) column = g_list_model_get_item (columns, i);

      if (is_settled (column, customers))
        g_hash_table_insert (choices, g_strdup (gf_source_column_get_header (column)),
                             GINT_TO_POINTER (gf_source_column_get_personal (column)));
    }

  return choices;
}

/**
 * gf_source_dup_left_out:
 * @self: the list of the customers
 * @file: a new export of it, as it was read
 *
 * Says which columns stay out because they were left out before.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL if there are none
 */
char *
gf_source_dup_left_out (GfSource      *self,
                        const GfTable *file)
{
  g_return_val_if_fail (GF_IS_SOURCE (self) && file != NULL, NULL);

  GListModel *columns = G_LIST_MODEL (gf_source_get_columns (self));
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GfSourceColumn) column = g_list_model_get_item (columns, i);
      const char *header = gf_source_column_get_header (column);

      if (*gf_source_column_get_column (column) == '\0' && gf_table_index_of (file, header) >= 0)
        g_string_append_printf (names, "%s“%s”", n++ > 0 ? ", " : "", header);
    }
  if (n == 0)
    return NULL;

  /* Translators: a list of names of columns */
  return g_strdup_printf (ngettext ("%s was left out before and stays out.",
                                    "%s were left out before and stay out.", n), names->str);
}

/**
 * gf_source_merge_again:
 * @self: (nullable): the list of the customers
 * @file: a new export of it
 * @told: (nullable) (element-type utf8): where to add a sentence on what was done
 *
 * Puts rows that repeat a customer together when that was done with the file before.
 *
 * Returns: (transfer full): the table to update with; @file itself when nothing repeats
 */
GfTable *
gf_source_merge_again (GfSource  *self,
                       GfTable   *file,
                       GPtrArray *told)
{
  g_return_val_if_fail (file != NULL, NULL);

  g_autofree gsize *first_of = NULL;
  GfJoinKey key;
  gsize n;

  if (self == NULL || !gf_source_get_merge_repeats (self) || !gf_repeats_find_key (file, &key))
    return gf_table_ref (file);
  n = gf_repeats_find (file, &key, &first_of);
  if (n == 0)
    return gf_table_ref (file);

  if (told != NULL)
    g_ptr_array_add (told, gf_repeats_dup_sentence (file, &key, n));

  return gf_repeats_merge (file, first_of);
}

/**
 * gf_project_hide_again:
 * @self: a project
 * @source: (nullable): the source whose new export was read
 * @import: what was read
 *
 * Treats data of people in a new file as in the first: with the same choice, key and exceptions.
 *
 * Returns: (transfer full): the table to update or to join with
 */
GfTable *
gf_project_hide_again (GfProject      *self,
                       GfSource       *source,
                       const GfImport *import)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && import != NULL, NULL);

  GfCustomers *customers = gf_project_get_customers (self);
  gboolean own = source != NULL && !gf_source_get_joined (source);
  g_autoptr (GHashTable) choices = own ? gf_source_dup_personal (source, gf_project_get_table (self)) : NULL;

  return gf_customers_hide_people (customers, gf_import_get_export (import), gf_import_get_table (import),
                                   gf_customers_get_personal (customers), choices);
}
