/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-words.h"

#include "gf-format.h"
#include "gf-import-update.h"

#include <glib/gi18n-lib.h>

/* So many columns are named, the others are counted. */
#define MOST_NAMES 4

/* The rows that the file has: a file too long to be read at once has about so many, until all of it
 * was read. */
static gsize
count_rows (GfImport *import)
{
  gsize n = gf_import_estimate_rows (import);
  gsize unit = 1;

  if (gf_import_is_whole (import))
    return n;

  while (n / unit >= 100)
    unit *= 10;

  return n / unit * unit;
}

/**
 * gf_import_dup_headline:
 * @import: what was read
 * @draft: what becomes of it
 * @project: the name of the project
 *
 * Returns: (transfer full): what the list is: "This is an export of HubSpot companies", "12 columns, 40
 *   rows", or what it changes
 */
char *
gf_import_dup_headline (GfImport            *import,
                        const GfImportDraft *draft,
                        const char          *project)
{
  const char *source;
  gsize n_rows;
  g_autofree char *columns = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *columns_words = NULL;
  g_autofree char *rows_words = NULL;

  g_return_val_if_fail (import != NULL && draft != NULL && project != NULL, NULL);

  if (draft->update != NULL)
    return gf_import_update_dup_title (draft->update, project);
  if (draft->matched != NULL)
    {
      g_autofree char *matched = gf_import_file_dup_words (draft->matched);

      /* Translators: a file that is joined, and how: “Deals: 1,204 of 1,310 deals matched by company domain” */
      return g_strdup_printf (_("%s: %s"), draft->matched->plan->title, matched);
    }
  if (draft->trouble != NULL)
    return g_strdup (_("It cannot be joined"));

  source = gf_import_get_source (import);
  if (source != NULL && *source != '\0')
    /* Translators: the program and the kind of things: “HubSpot companies” */
    return g_strdup_printf (_("This is an export of %s"), source);

  n_rows = count_rows (import);
  columns = gf_format_count (draft->n_read);
  rows = gf_format_count (n_rows);
  columns_words = g_strdup_printf (ngettext ("%s column", "%s columns", draft->n_read), columns);
  rows_words = gf_import_is_whole (import) ? g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) n_rows), rows)
                                           : g_strdup_printf (_("about %s rows"), rows);

  /* Translators: “12 columns, 40 rows” */
  return g_strdup_printf (_("%s, %s"), columns_words, rows_words);
}

/**
 * gf_import_dup_sentence:
 * @n_columns: how many columns the list has
 * @n_doubts: how many of them are in doubt
 *
 * Returns: (transfer full): "31 of 34 columns have their role already. 3 need a look."
 */
char *
gf_import_dup_sentence (guint n_columns,
                        guint n_doubts)
{
  g_autofree char *sure = NULL;
  g_autofree char *count = NULL;

  if (n_doubts == 0)
    return g_strdup (_("Every column has its role already."));

  sure = gf_format_of (n_columns - MIN (n_doubts, n_columns), n_columns);
  count = gf_format_count (n_doubts);

  /* Translators: “31 of 34 columns have their role already. 3 need a look.” */
  return g_strdup_printf (ngettext ("%s columns have their role already. One needs a look.",
                                    "%s columns have their role already. %s need a look.", n_doubts), sure, count);
}

/* The column that says which customer a row is about, where rows have an id of their own and no name, and customers
 * come again: answers to a survey, orders. NULL if there is none. */
static GfColumn *
find_repeated_customer (GfTable *table)
{
  GfColumn *customer = NULL;
  gboolean own_id = FALSE;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      const GfExportColumn *known = gf_exports_find_usual (gf_column_get_name (column));
      gsize n_texts = gf_cells_get_n_texts (gf_column_get_cells (column));

      if (gf_column_get_role (column) == GF_ROLE_NAME)
        return NULL;
      own_id |= gf_column_get_role (column) == GF_ROLE_IDENTIFIER &&
                (known == NULL || known->personal == GF_PERSONAL_NONE);
      if (customer == NULL && gf_column_get_role (column) != GF_ROLE_IDENTIFIER && known != NULL &&
          g_strcmp0 (known->key, "id") == 0 && n_texts * 10 < gf_column_count_filled (column) * 9)
        customer = column;
    }

  return own_id ? customer : NULL;
}

static char *
dup_repeated_sentence (GfImport *import)
{
  GfColumn *customer = find_repeated_customer (gf_import_get_table (import));

  if (customer == NULL)
    return NULL;

  return g_strdup_printf (_("Each row has an id of its own and “%s” repeats: rows are no customers but answers, orders "
                            "or the like. Bring your customers first, then add this file to them."),
                          gf_column_get_name (customer));
}

/**
 * gf_import_dup_rows_sentence:
 * @import: what was read
 *
 * Says what the rows are where they are no customers: of an export that is known, or by the ids in them.
 *
 * Returns: (transfer full) (nullable): a sentence with what to do; %NULL where they may be
 */
char *
gf_import_dup_rows_sentence (GfImport *import)
{
  const GfExport *export;

  g_return_val_if_fail (import != NULL, NULL);

  export = gf_import_get_export (import);
  switch (export != NULL ? gf_export_get_row (export) : GF_EXPORT_ROW_UNKNOWN)
    {
    case GF_EXPORT_ROW_DEAL:
      return g_strdup (_("Each row is a deal, not a customer. Bring your customers first, then add this file to them."));
    case GF_EXPORT_ROW_PAYMENT:
      return g_strdup (_("Each row is a payment, not a customer. Bring your customers first, then add this file to them."));
    case GF_EXPORT_ROW_TICKET:
      return g_strdup (_("Each row is a ticket, not a customer. Bring your customers first, then add this file to them."));
    case GF_EXPORT_ROW_COMPANY:
    case GF_EXPORT_ROW_PERSON:
    case GF_EXPORT_ROW_SUBSCRIPTION:
      return NULL;
    case GF_EXPORT_ROW_RESPONSE:
    case GF_EXPORT_ROW_UNKNOWN:
    default:
      return dup_repeated_sentence (import);
    }
}

/* How many customers it promises. */
static char *
dup_count (GfImport            *import,
           const GfImportDraft *draft,
           gulong              *n)
{
  gsize n_rows = count_rows (import);

  if (draft->rows != NULL)
    n_rows -= draft->n_repeats;
  *n = (gulong) n_rows;

  return gf_format_count (n_rows);
}

/**
 * gf_import_dup_accept:
 * @import: what was read
 * @draft: what becomes of it
 *
 * Returns: (transfer full): what the blue button says; its count is a promise
 */
char *
gf_import_dup_accept (GfImport            *import,
                      const GfImportDraft *draft)
{
  gulong n;
  g_autofree char *count = NULL;

  g_return_val_if_fail (import != NULL && draft != NULL, NULL);

  if (draft->update != NULL)
    return g_strdup (_("Update Customers"));
  if (draft->joined)
    return g_strdup (_("Join"));

  count = dup_count (import, draft, &n);
  if (!gf_import_is_whole (import))
    return g_strdup_printf (_("Import About %s Customers"), count);

  return g_strdup_printf (ngettext ("Import %s Customer", "Import %s Customers", n), count);
}

/**
 * gf_import_dup_short_accept:
 * @import: what was read
 * @draft: what becomes of it
 *
 * Returns: (transfer full): the same where there is little room: "Import 842"
 */
char *
gf_import_dup_short_accept (GfImport            *import,
                            const GfImportDraft *draft)
{
  gulong n;
  g_autofree char *count = NULL;

  g_return_val_if_fail (import != NULL && draft != NULL, NULL);

  if (draft->update != NULL)
    return g_strdup (_("Update"));
  if (draft->joined)
    return g_strdup (_("Join"));

  count = dup_count (import, draft, &n);

  /* Translators: so many customers, or about so many */
  return g_strdup_printf (gf_import_is_whole (import) ? _("Import %s") : _("Import ~%s"), count);
}

/**
 * gf_import_dup_names:
 * @table: what was read
 * @indices: (nullable) (element-type guint): some of its columns; %NULL for all
 *
 * Returns: (transfer full): their names, the first four of many: "Name, industry, country, size and 25 others"
 */
char *
gf_import_dup_names (const GfTable *table,
                     const GArray  *indices)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  guint n_others;
  g_autofree char *count = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  n = indices != NULL ? indices->len : gf_table_get_n_columns (table);
  n_others = n - MIN (n, MOST_NAMES);
  for (guint i = 0; i < n - n_others; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, gf_column_get_name (gf_table_get_column (table, indices != NULL ? g_array_index (indices, guint, i) : i)));
    }
  if (n_others == 0)
    return g_strdup (text->str);

  count = gf_format_count (n_others);

  /* Translators: names of columns, and how many more there are */
  return g_strdup_printf (ngettext ("%s and %s other", "%s and %s others", n_others), text->str, count);
}

/**
 * gf_import_dup_news:
 * @n_doubts: how many columns are in doubt
 *
 * Returns: (transfer full): what is announced when the preview changed
 */
char *
gf_import_dup_news (guint n_doubts)
{
  g_autofree char *count = gf_format_count (n_doubts);

  if (n_doubts == 0)
    return g_strdup (_("Preview updated"));

  return g_strdup_printf (ngettext ("Preview updated, %s column needs a look", "Preview updated, %s columns need a look",
                                    n_doubts), count);
}
