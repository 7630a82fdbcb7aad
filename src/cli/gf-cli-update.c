/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-join.h"
#include "gf-project-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What the options of the verb say. */
typedef struct
{
  gboolean keep_gone;
  gboolean drop_gone;
  gboolean empty_cells;
  gboolean json;
  char *as;
  char *key;
  char **renamed;
  char **same;
  char **derive;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->as);
  g_free (self->key);
  g_strfreev (self->renamed);
  g_strfreev (self->same);
  g_strfreev (self->derive);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* --renamed OLD=NEW: the column OLD of the customers is NEW in the export. */
static gboolean
answer_renamed (GfUpdatePlan  *plan,
                const GfTable *table,
                const GfTable *file,
                const char    *text,
                GError       **error)
{
  for (const char *sign = strchr (text, '='); sign != NULL; sign = strchr (sign + 1, '='))
    {
      g_autofree char *old = g_strndup (text, (gsize) (sign - text));
      int main = gf_table_index_of (table, old);
      int other = gf_table_index_of (file, sign + 1);

      if (main < 0 || other < 0)
        continue;
      GfUpdateColumn *column = &g_array_index (plan->columns, GfUpdateColumn, other);
      column->main = main;
      column->fate = GF_UPDATE_COLUMN_RENAMED;
      gf_update_plan_answer (plan, (guint) other, TRUE);
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--renamed is “%s”; it should be a column of the customers, “=”, and a column of the "
                 "file."), text);

  return FALSE;
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_names (JsonBuilder    *builder,
           const char     *name,
           const GfUpdate *update,
           GfUpdateKind    kind)
{
  GfTable *table = kind == GF_UPDATE_GONE ? gf_update_get_before (update) : gf_update_get_table (update);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; i < gf_update_count (update, kind); i++)
    {
      g_autofree char *customer = gf_table_dup_row_name (table, gf_update_get_row (update, kind, i));

      json_builder_add_string_value (builder, customer);
    }
  json_builder_end_array (builder);
}

static void
add_changes (JsonBuilder    *builder,
             const GfUpdate *update)
{
  GfTable *before = gf_update_get_before (update);
  GfTable *after = gf_update_get_table (update);

  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < gf_update_count (update, GF_UPDATE_CHANGED); i++)
    {
      gsize row = gf_update_get_row (update, GF_UPDATE_CHANGED, i);
      g_autofree char *customer = gf_table_dup_row_name (after, row);

      for (guint j = 0; j < gf_table_get_n_columns (before); j++)
        {
          if (!gf_update_is_changed (update, row, j))
            continue;
          json_builder_begin_object (builder);
          add_string (builder, "customer", customer);
          add_string (builder, "column", gf_column_get_name (gf_table_get_column (before, j)));
          add_string (builder, "before", gf_column_get_text (gf_table_get_column (before, j),
                                                             gf_update_get_row_before (update, row)));
          add_string (builder, "after", gf_column_get_text (gf_table_get_column (after, j), row));
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           gsize        n)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) n);
}

static void
print_json (const GfUpdate *update,
            GPtrArray      *sentences)
{
  GfTable *before = gf_update_get_before (update);
  GfTable *after = gf_update_get_table (update);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_count (builder, "customersBefore", gf_table_get_n_rows (before));
  add_count (builder, "customersAfter", gf_table_get_n_rows (after));
  add_count (builder, "newCount", gf_update_count (update, GF_UPDATE_NEW));
  add_count (builder, "goneCount", gf_update_count (update, GF_UPDATE_GONE));
  add_count (builder, "changedCount", gf_update_count (update, GF_UPDATE_CHANGED));
  add_count (builder, "keptCells", gf_update_count_kept_cells (update));
  json_builder_set_member_name (builder, "goneAreKept");
  json_builder_add_boolean_value (builder, gf_update_get_plan (update)->keep_gone);
  add_names (builder, "new", update, GF_UPDATE_NEW);
  add_names (builder, "gone", update, GF_UPDATE_GONE);
  add_changes (builder, update);
  json_builder_set_member_name (builder, "newColumns");
  json_builder_begin_array (builder);
  for (guint i = gf_table_get_n_columns (before); i < gf_table_get_n_columns (after); i++)
    json_builder_add_string_value (builder, gf_column_get_name (gf_table_get_column (after, i)));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (sentences, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static void
tell_renamed (const GfUpdatePlan *plan,
              const GfTable      *table,
              const GfTable      *file)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const GfUpdateColumn *column = &g_array_index (plan->columns, GfUpdateColumn, i);

      if (column->fate != GF_UPDATE_COLUMN_RENAMED || column->answered)
        continue;
      const char *old = gf_column_get_name (gf_table_get_column (table, (guint) column->main));
      const char *new = gf_column_get_name (gf_table_get_column (file, i));
      g_printerr (_("  Is “%s” now called “%s”? If so, give --renamed \"%s=%s\".\n"), old, new, old, new);
    }
}

static GfCliCode
update_customers (const Request  *request,
                  GfProject      *project,
                  GfSource       *source,
                  const GfImport *import,
                  const char     *path)
{
  GfTable *table = gf_project_get_table (project);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *left_out = source != NULL ? gf_source_dup_left_out (source, gf_import_get_table (import)) : NULL;
  g_autoptr (GfTable) hidden = gf_project_hide_again (project, source, import);
  g_autoptr (GfTable) file = gf_source_merge_again (source, hidden, told);
  g_autoptr (GfUpdatePlan) plan = gf_project_plan_update (project, source, file);
  g_autoptr (GError) error = NULL;

  plan->keep_gone = !request->drop_gone;
  plan->keep_filled = !request->empty_cells;
  for (guint i = 0; request->renamed != NULL && request->renamed[i] != NULL; i++)
    if (!answer_renamed (plan, table, file, request->renamed[i], &error))
      return gf_cli_usage ("update: %s", error->message);

  g_autoptr (GfUpdate) update = gf_update_new (table, file, plan, NULL, &error);
  if (update == NULL)
    return gf_cli_fail (path, error);

  g_autoptr (GPtrArray) sentences = gf_update_tell (update);
  if (left_out != NULL)
    g_ptr_array_insert (sentences, -1, g_steal_pointer (&left_out));
  gf_cli_tell (path, sentences);
  tell_renamed (plan, table, file);
  gf_project_take_update (project, source, update, path, import, told);
  gf_cli_tell (path, told);
  if (request->json)
    print_json (update, sentences);

  return GF_CLI_DONE;
}

/* Whether the file brings the customers up to date, or is joined to them; the source it is of, if any. */
static gboolean
find_kind (const Request   *request,
           GfProject       *project,
           const GfImport  *import,
           const char      *path,
           GfSource       **source,
           gboolean        *joined,
           GError         **error)
{
  GfCustomers *customers = gf_project_get_customers (project);
  guint n_sources = g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_sources (customers)));

  *source = gf_customers_find_source (customers, path, gf_import_get_table (import));
  *joined = *source != NULL && gf_source_get_joined (*source);
  if (request->as != NULL)
    {
      gboolean other = g_str_equal (request->as, "other");

      if (*source != NULL && *joined != other)
        *source = NULL;
      *joined = other;
      if (*source == NULL && !other)
        *source = gf_customers_get_main_source (customers);
      return TRUE;
    }
  if (*source == NULL && n_sources > 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("This is no new export of a file that the project was made of. Say what it is: "
                     "--as customers when it is the list of the customers, --as other to join it."));
      return FALSE;
    }

  return TRUE;
}

/* The sheet of a new workbook, or file of an archive, that is the next of one that was read before; the list of
   the customers comes first. */
static const char *
find_sheet (GfProject      *project,
            const GfImport *import,
            const char     *path)
{
  GListModel *sources = G_LIST_MODEL (gf_customers_get_sources (gf_project_get_customers (project)));
  const char *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (GfSource) source = g_list_model_get_item (sources, i);
      const char *sheet = gf_source_find_sheet (source, gf_import_get_sheets (import));

      if (sheet == NULL || !gf_source_is_same_file (gf_source_get_file (source), path))
        continue;
      if (!gf_source_get_joined (source))
        return sheet;
      found = found != NULL ? found : sheet;
    }

  return found;
}

/* Reads once more where something holds that was settled before and not said now. */
static gboolean
read_again (GfImport           **import,
            const char          *path,
            const GfCliReading  *reading,
            const char          *sheet,
            GfDateOrder          order,
            GfCliCode           *code)
{
  const GfImportOptions *options = gf_import_get_options (*import);
  g_auto (GfCliReading) settled = { 0 };
  gboolean other_sheet = reading->sheet == NULL && sheet != NULL && g_strcmp0 (sheet, options->sheet) != 0;
  /* What the dates say for themselves holds. */
  gboolean other_order = reading->date_order == NULL && order != GF_DATE_ORDER_UNKNOWN &&
                         gf_import_count_kind (*import, GF_PROBLEM_DATE_ORDER) > 0;

  if (!other_sheet && !other_order)
    return TRUE;

  settled.encoding = g_strdup (reading->encoding);
  settled.delimiter = g_strdup (reading->delimiter);
  settled.header_rows = g_strdup (reading->header_rows);
  settled.decimal = g_strdup (reading->decimal);
  settled.sheet = g_strdup (other_sheet ? sheet : reading->sheet != NULL ? reading->sheet : options->sheet);
  g_autoptr (GEnumClass) orders = g_type_class_ref (GF_TYPE_DATE_ORDER);
  settled.date_order = g_strdup (other_order ? g_enum_get_value (orders, order)->value_nick : reading->date_order);

  GfImport *again = gf_cli_import (path, &settled, code);
  if (again == NULL)
    return FALSE;
  gf_import_unref (*import);
  *import = again;

  return TRUE;
}

static GfCliCode
update_project (const Request      *request,
                const char         *project_path,
                const char         *path,
                const GfCliReading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GfProject) project = gf_project_load (project_path, &error);
  GfSource *source;
  gboolean joined;
  GfCliCode code;

  if (project == NULL)
    return gf_cli_fail (project_path, error);
  if (gf_project_get_table (project) == NULL)
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("The project has no customers yet. Make one with “goodfit-cli new”."));
      return gf_cli_fail (project_path, error);
    }

  g_autoptr (GfImport) import = gf_cli_import (path, reading, &code);
  if (import == NULL || !read_again (&import, path, reading, find_sheet (project, import, path),
                                     GF_DATE_ORDER_UNKNOWN, &code))
    return code;
  if (!find_kind (request, project, import, path, &source, &joined, &error))
    return gf_cli_fail (path, error);

  GfCustomers *customers = gf_project_get_customers (project);
  GfSource *settled = source != NULL || joined ? source : gf_customers_get_main_source (customers);
  if (settled != NULL)
    {
      g_autoptr (GfImportOptions) before = gf_source_dup_options (settled);

      if (!read_again (&import, path, reading, NULL, before->date_order, &code))
        return code;
    }

  code = joined ? gf_cli_join_import (project, source, import, path, request->key,
                                      (const char * const *) request->same)
                : update_customers (request, project, source, import, path);
  if (code != GF_CLI_DONE && code != GF_CLI_PROBLEMS)
    return code;
  GfCliCode derived = gf_cli_derive (project, (const char * const *) request->derive);
  if (derived != GF_CLI_DONE)
    return derived;
  if (!gf_project_save (project, project_path, &error))
    return gf_cli_fail (project_path, error);

  GfCliCode told = gf_cli_tell_problems (import, path);

  return MAX (code, told);
}

/**
 * gf_cli_update:
 * @argc: arguments, the verb first
 * @argv: arguments
 *
 * Brings a project up to date with a new export of one of its files.
 *
 * Returns: the exit code
 */
GfCliCode
gf_cli_update (int    argc,
               char **argv)
{
  g_auto (GfCliReading) reading = { 0 };
  g_auto (Request) request = { 0 };
  const GOptionEntry entries[] = {
    { "keep-gone", 0, 0, G_OPTION_ARG_NONE, &request.keep_gone,
      N_("Keep customers that the file lacks (so it is without this option)"), NULL },
    { "drop-gone", 0, 0, G_OPTION_ARG_NONE, &request.drop_gone, N_("Remove customers that the file lacks"),
      NULL },
    { "empty-cells", 0, 0, G_OPTION_ARG_NONE, &request.empty_cells,
      N_("Empty the cells that the file leaves empty"), NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &request.as,
      N_("What the file is when it is not recognised: customers, or other to join it"), N_("WHAT") },
    { "key", 0, 0, G_OPTION_ARG_STRING, &request.key,
      N_("The column of a joined file that says whose a row is"), N_("COLUMN") },
    { "renamed", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.renamed,
      N_("A column has another name in the file; may be given several times"), N_("OLD=NEW") },
    GF_CLI_SAME_ENTRY (&request.same),
    GF_CLI_DERIVE_ENTRY (&request.derive),
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.json,
      N_("Print what is new, gone and changed as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (_("PROJECT FILE"));

  g_option_context_set_summary (context,
                                _("Brings a project up to date with a new export of the customers, or of a "
                                  "file that was joined to them. Names, roles and types of columns, rules "
                                  "and segments stay, and what is new, gone and changed is told."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  gf_cli_reading_add (&reading, context);
  if (!gf_cli_parse (context, &argc, &argv, 2, 2))
    return GF_CLI_USAGE;
  if (request.keep_gone && request.drop_gone)
    return gf_cli_usage (_("update: give --keep-gone or --drop-gone, not both."));
  if (request.as != NULL && !g_str_equal (request.as, "customers") && !g_str_equal (request.as, "other"))
    return gf_cli_usage (_("update: --as is “%s”; it should be customers or other."), request.as);

  return update_project (&request, argv[1], argv[2], &reading);
}
