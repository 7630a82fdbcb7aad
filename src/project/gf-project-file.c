/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-file.h"

#include "gf-durable-file.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const char utf8_bom[] = "\xef\xbb\xbf";

/**
 * gf_project_file_encode:
 * @tree: the JSON tree of a project, without its table
 * @table: (nullable): its customers
 *
 * Makes the bytes of a project file.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line break
 */
GBytes *
gf_project_file_encode (JsonNode *tree,
                        GfTable  *table)
{
  g_return_val_if_fail (tree != NULL && JSON_NODE_HOLDS_OBJECT (tree), NULL);

  g_autoptr (JsonObject) root = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_set_string_member (root, "format", GF_PROJECT_FORMAT);
  json_object_set_int_member (root, "version", GF_PROJECT_VERSION);

  json_object_iter_init_ordered (&iter, json_node_get_object (tree));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!g_str_equal (name, "format") && !g_str_equal (name, "version") &&
        !g_str_equal (name, "table"))
      json_object_set_member (root, name, json_node_ref (member));

  if (table != NULL)
    {
      JsonNode *node = gf_table_to_json (table);

      gf_table_json_add_extras (node, json_object_get_member (json_node_get_object (tree), "table"));
      json_object_set_member (root, "table", node);
    }

  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), root);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, node);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static JsonNode *
parse (const char  *data,
       gsize        length,
       GError     **error)
{
  g_autoptr (GError) local = NULL;
  const char *end;

  if (length >= 3 && memcmp (data, utf8_bom, 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (length == 0)
    {
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_NOT_JSON,
                   _("The file is empty. If it should hold a project, restore it from a backup."));
      return NULL;
    }

  if (!g_utf8_validate_len (data, length, &end))
    {
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_NOT_JSON,
                   _("The file is damaged: byte %zu is no UTF-8 text. "
                     "Restore it from a backup."),
                   (gsize) (end - data) + 1);
      return NULL;
    }

  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data, (gssize) length, &local))
    {
      guint line = 0;
      guint place = 0;

      /* json-glib tells the place in the message only: "<data>:3:14: ..." */
      if (sscanf (local->message, "<data>:%u:%u", &line, &place) < 1)
        line = 1;
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_NOT_JSON,
                   _("The file is no complete JSON; it breaks near line %u, place %u. "
                     "Restore it from a backup."), line, place);
      return NULL;
    }

  JsonNode *root = json_parser_get_root (parser);
  if (root == NULL)
    {
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_NOT_JSON,
                   _("The file is empty. If it should hold a project, restore it from a backup."));
      return NULL;
    }

  return json_node_copy (root);
}

/* A shallow copy that can be changed: parsed trees are immutable, and copying one shares its
 * contents. */
static JsonNode *
thaw (JsonNode *root)
{
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return json_node_ref (root);

  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (object, name, json_node_ref (member));

  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

/* Takes the envelope off: what is left is the tree of the record. */
static JsonNode *
take_table_node (JsonObject *root)
{
  JsonNode *table = json_object_get_member (root, "table");

  if (table != NULL)
    json_node_ref (table);
  json_object_remove_member (root, "table");
  json_object_remove_member (root, "format");
  json_object_remove_member (root, "version");

  return table;
}

/**
 * gf_project_file_decode:
 * @data: (array length=length): the bytes of a project file
 * @length: how many
 * @tree: (out): the JSON tree of the project, checked, of the current version
 * @table: (out) (nullable): its customers
 * @error: return location
 *
 * Reads a project from bytes. Any thread may do so: no record is made.
 *
 * Returns: whether it is one; else an error of %GF_PROJECT_ERROR that says what is wrong, where,
 *   and what to do
 */
gboolean
gf_project_file_decode (const char  *data,
                        gsize        length,
                        JsonNode   **tree,
                        GfTable    **table,
                        GError     **error)
{
  g_return_val_if_fail (tree != NULL && table != NULL, FALSE);

  g_autoptr (JsonNode) parsed = parse (data, length, error);
  if (parsed == NULL)
    return FALSE;

  g_autoptr (JsonNode) root = thaw (parsed);
  if (!gf_migrate (root, GF_PROJECT_FORMAT, GF_PROJECT_VERSION, gf_project_migrations,
                   gf_project_n_migrations, error))
    return FALSE;

  g_autoptr (JsonNode) table_node = take_table_node (json_node_get_object (root));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!gf_record_check_json (GF_TYPE_PROJECT, root, problems))
    {
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE,
                                "The project has %u problem. First, %s. Mend it in a text editor, "
                                "or restore the file from a backup.",
                                "The project has %u problems. First, %s. Mend them in a text "
                                "editor, or restore the file from a backup.",
                                problems->len),
                   problems->len, (const char *) g_ptr_array_index (problems, 0));
      return FALSE;
    }

  g_autoptr (GfTable) customers = NULL;
  if (table_node != NULL)
    {
      customers = gf_table_from_json (table_node, error);
      if (customers == NULL)
        return FALSE;

      JsonNode *extras = gf_table_json_dup_extras (table_node);
      if (extras != NULL)
        json_object_set_member (json_node_get_object (root), "table", extras);
    }

  *tree = g_steal_pointer (&root);
  *table = g_steal_pointer (&customers);

  return TRUE;
}

/**
 * gf_project_file_check:
 * @data: (array length=length): the bytes of a project file
 * @length: how many
 * @problems: (element-type utf8): gets a sentence for each problem, led by its JSON path
 *
 * Looks whether bytes are a valid project, and lists all that is wrong rather than the first.
 *
 * Returns: whether there was no problem
 */
gboolean
gf_project_file_check (const char *data,
                       gsize       length,
                       GPtrArray  *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) parsed = parse (data, length, &error);
  guint before = problems->len;

  if (parsed == NULL)
    {
      g_ptr_array_add (problems, g_strdup_printf ("$: %s", error->message));
      return FALSE;
    }

  g_autoptr (JsonNode) root = thaw (parsed);
  if (!gf_migrate (root, GF_PROJECT_FORMAT, GF_PROJECT_VERSION, gf_project_migrations,
                   gf_project_n_migrations, &error))
    {
      g_ptr_array_add (problems, g_strdup_printf ("$: %s", error->message));
      return FALSE;
    }

  g_autoptr (JsonNode) table_node = take_table_node (json_node_get_object (root));

  gf_record_check_json (GF_TYPE_PROJECT, root, problems);
  if (table_node != NULL)
    {
      g_autoptr (GfTable) table = gf_table_from_json (table_node, &error);

      if (table == NULL)
        g_ptr_array_add (problems, g_strdup (error->message));
    }

  return problems->len == before;
}

/**
 * gf_project_file_read:
 * @path: where the file is
 * @tree: (out): see gf_project_file_decode()
 * @table: (out) (nullable): see gf_project_file_decode()
 * @error: return location
 *
 * Reads a project file.
 *
 * Returns: whether it could be read
 */
gboolean
gf_project_file_read (const char  *path,
                      JsonNode   **tree,
                      GfTable    **table,
                      GError     **error)
{
  /* Read rather than mapped: a mapped file that somebody shortens meanwhile ends the program. */
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return FALSE;

  return gf_project_file_decode (contents, length, tree, table, error);
}

/**
 * gf_project_load:
 * @path: where the file is
 * @error: return location
 *
 * Reads a project file into a new project.
 *
 * Returns: (transfer full) (nullable): the project
 */
GfProject *
gf_project_load (const char  *path,
                 GError     **error)
{
  g_autoptr (JsonNode) tree = NULL;
  g_autoptr (GfTable) table = NULL;

  if (!gf_project_file_read (path, &tree, &table, error))
    return NULL;

  g_autoptr (GfProject) project = gf_project_new ();
  if (!gf_record_apply_json (GF_RECORD (project), tree, error))
    return NULL;
  gf_project_set_table (project, table);

  return g_steal_pointer (&project);
}

/**
 * gf_project_save:
 * @project: a project
 * @path: where to
 * @error: return location
 *
 * Writes a project file, replacing what is there. For a program that shares the file with a person,
 * #GfStore is the careful way.
 *
 * Returns: whether it is on the disk
 */
gboolean
gf_project_save (GfProject   *project,
                 const char  *path,
                 GError     **error)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), FALSE);

  g_autoptr (JsonNode) tree = gf_record_to_json (GF_RECORD (project));
  g_autoptr (GBytes) bytes = gf_project_file_encode (tree, gf_project_get_table (project));

  return gf_write_durably (path, bytes, error);
}
