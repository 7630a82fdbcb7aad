/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *nick;
  GfDateOrder order;
} date_orders[] = {
  { "ymd", GF_DATE_ORDER_YMD },
  { "dmy", GF_DATE_ORDER_DMY },
  { "mdy", GF_DATE_ORDER_MDY },
};

/* What a column may be told with true; false and left out are the same. */
static const struct
{
  const char *name;
  goffset offset;
} choices[] = {
  { "percent", G_STRUCT_OFFSET (GfColumnSpec, percent) },
  { "bands", G_STRUCT_OFFSET (GfColumnSpec, bands) },
  { "repair", G_STRUCT_OFFSET (GfColumnSpec, repair) },
  { "blank-is-no", G_STRUCT_OFFSET (GfColumnSpec, blank_is_no) },
};

static void
set_texts (JsonObject *object,
           const char *name,
           char      **texts)
{
  if (texts == NULL)
    return;

  JsonArray *array = json_array_new ();
  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_object_set_array_member (object, name, array);
}

static void
set_character (JsonObject *object,
               const char *name,
               char        character)
{
  const char text[] = { character, '\0' };

  if (character != '\0')
    json_object_set_string_member (object, name, text);
}

static JsonObject *
column_to_json (const GfColumnSpec *spec)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", spec->name);
  json_object_set_string_member (object, "type", gf_column_type_get_nick (spec->type));
  json_object_set_string_member (object, "role", gf_column_role_get_nick (spec->role));
  if (spec->currency != NULL)
    json_object_set_string_member (object, "currency", spec->currency);
  set_character (object, "separator", spec->separator);
  set_character (object, "decimal", spec->decimal);
  for (gsize i = 0; i < G_N_ELEMENTS (date_orders); i++)
    if (date_orders[i].order == spec->date_order)
      json_object_set_string_member (object, "date-order", date_orders[i].nick);
  if (spec->date_numbers != GF_DATE_NUMBERS_NONE)
    json_object_set_string_member (object, "date-numbers",
                                   gf_date_numbers_get_nick (spec->date_numbers));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (G_STRUCT_MEMBER (gboolean, spec, choices[i].offset))
      json_object_set_boolean_member (object, choices[i].name, TRUE);
  set_texts (object, "missing", spec->missing);
  set_texts (object, "not-missing", spec->not_missing);

  return object;
}

/**
 * gf_table_to_json:
 * @table: customers
 *
 * Gives a table as it stands in a project file: its columns described, its customers as one CSV
 * line each.
 *
 * Returns: (transfer full): an object node
 */
JsonNode *
gf_table_to_json (GfTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  JsonArray *columns = json_array_new ();
  JsonArray *rows = json_array_sized_new ((guint) gf_table_get_n_rows (table));
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    json_array_add_object_element (columns,
                                   column_to_json (gf_column_get_spec (gf_table_get_column (table, i))));
  for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
    {
      g_autofree char *line = gf_table_dup_line (table, row);

      json_array_add_string_element (rows, line);
    }

  json_object_set_array_member (object, "columns", columns);
  json_object_set_array_member (object, "rows", rows);

  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

/* Puts the members of @from that @to lacks behind those it has. */
static void
add_members (JsonObject         *to,
             JsonObject         *from,
             const char * const *except)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!g_strv_contains (except, name))
      json_object_set_member (to, name, json_node_ref (member));
}

static const char * const table_members[] = { "columns", "rows", NULL };
static const char * const column_members[] = {
  "name", "type", "role", "currency", "separator", "decimal", "date-order",
  "date-numbers", "percent", "bands", "repair", "blank-is-no", "missing", "not-missing", NULL,
};

/**
 * gf_table_json_dup_extras:
 * @node: a table as it stands in a file
 *
 * Takes out what a table cannot hold: the members that a later version or another program put
 * beside its columns and rows, and into its columns. The project keeps them as a member that no
 * field names.
 *
 * Returns: (transfer full) (nullable): an object node; NULL if there are none
 */
JsonNode *
gf_table_json_dup_extras (JsonNode *node)
{
  g_return_val_if_fail (node != NULL && JSON_NODE_HOLDS_OBJECT (node), NULL);

  JsonObject *table = json_node_get_object (node);
  JsonArray *columns = json_object_get_array_member (table, "columns");
  g_autoptr (JsonObject) extras = json_object_new ();
  JsonArray *kept = json_array_new ();

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);
      g_autoptr (JsonObject) beside = json_object_new ();

      add_members (beside, column, column_members);
      if (json_object_get_size (beside) == 0)
        continue;
      json_object_set_string_member (beside, "name", json_object_get_string_member (column, "name"));
      json_array_add_object_element (kept, g_steal_pointer (&beside));
    }
  add_members (extras, table, table_members);
  if (json_array_get_length (kept) > 0)
    json_object_set_array_member (extras, "columns", kept);
  else
    json_array_unref (kept);

  if (json_object_get_size (extras) == 0)
    return NULL;

  return json_node_init_object (json_node_alloc (), extras);
}

/**
 * gf_table_json_add_extras:
 * @node: what gf_table_to_json() gave
 * @extras: (nullable): what gf_table_json_dup_extras() gave
 *
 * Puts back what was taken out. What belonged to a column that is gone goes with it.
 */
void
gf_table_json_add_extras (JsonNode *node,
                          JsonNode *extras)
{
  g_return_if_fail (node != NULL && JSON_NODE_HOLDS_OBJECT (node));

  if (extras == NULL || !JSON_NODE_HOLDS_OBJECT (extras))
    return;

  JsonObject *table = json_node_get_object (node);
  JsonArray *columns = json_object_get_array_member (table, "columns");
  JsonNode *kept = json_object_get_member (json_node_get_object (extras), "columns");

  add_members (table, json_node_get_object (extras), table_members);
  for (guint i = 0; kept != NULL && i < json_array_get_length (json_node_get_array (kept)); i++)
    {
      JsonObject *beside = json_array_get_object_element (json_node_get_array (kept), i);
      const char *name = json_object_get_string_member (beside, "name");

      for (guint j = 0; j < json_array_get_length (columns); j++)
        {
          JsonObject *column = json_array_get_object_element (columns, j);

          if (g_strcmp0 (json_object_get_string_member (column, "name"), name) == 0)
            add_members (column, beside, column_members);
        }
    }
}

G_GNUC_PRINTF (3, 4)
static gboolean
fail (GError     **error,
      const char  *path,
      const char  *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_INVALID, "%s: %s", path, message);

  return FALSE;
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
get_nick (JsonObject  *object,
          const char  *path,
          const char  *name,
          GType        type,
          int         *value,
          GError     **error)
{
  const char *nick = get_text (object, name);
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick ((GEnumClass *) klass, nick) : NULL;

  if (found != NULL)
    {
      *value = found->value;
      return TRUE;
    }

  g_autoptr (GString) nicks = g_string_new (NULL);
  for (guint i = 0; i < ((GEnumClass *) klass)->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "",
                            ((GEnumClass *) klass)->values[i].value_nick);
  g_autofree char *member = g_strdup_printf ("%s.%s", path, name);

  return fail (error, member, _("should be one of %s, but is “%s”"), nicks->str,
               nick != NULL ? nick : "");
}

static gboolean
get_character (JsonObject  *object,
               const char  *path,
               const char  *name,
               char        *character,
               GError     **error)
{
  const char *text = get_text (object, name);
  g_autofree char *member = g_strdup_printf ("%s.%s", path, name);

  if (!json_object_has_member (object, name))
    return TRUE;
  if (text == NULL || strlen (text) != 1)
    return fail (error, member, _("should be one character, such as “;”"));
  *character = text[0];

  return TRUE;
}

static gboolean
get_date_order (JsonObject   *object,
                const char   *path,
                GfDateOrder  *order,
                GError      **error)
{
  const char *nick = get_text (object, "date-order");

  if (!json_object_has_member (object, "date-order"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (date_orders); i++)
    if (g_strcmp0 (nick, date_orders[i].nick) == 0)
      {
        *order = date_orders[i].order;
        return TRUE;
      }

  g_autofree char *member = g_strconcat (path, ".date-order", NULL);

  return fail (error, member, _("should be one of %s, but is “%s”"), "ymd, dmy, mdy",
               nick != NULL ? nick : "");
}

static gboolean
get_choices (JsonObject    *object,
             const char    *path,
             GfColumnSpec  *spec,
             GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      JsonNode *node = json_object_get_member (object, choices[i].name);

      if (node == NULL)
        continue;
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        {
          g_autofree char *member = g_strdup_printf ("%s.%s", path, choices[i].name);

          return fail (error, member, _("should be true or false"));
        }
      G_STRUCT_MEMBER (gboolean, spec, choices[i].offset) = json_node_get_boolean (node);
    }

  return TRUE;
}

static gboolean
get_texts (JsonObject   *object,
           const char   *path,
           const char   *name,
           char       ***texts,
           GError      **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *member = g_strdup_printf ("%s.%s", path, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, member, _("should be a list of texts"));

  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return fail (error, member, _("should be a list of texts"));
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  *texts = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
column_from_json (JsonNode      *node,
                  const char    *path,
                  GfColumnSpec  *spec,
                  GError       **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, path, _("should be an object"));

  JsonObject *object = json_node_get_object (node);
  const char *name = get_text (object, "name");
  int type, role, numbers;

  if (name == NULL)
    return fail (error, path, _("should have a name"));
  if (!get_nick (object, path, "type", GF_TYPE_COLUMN_TYPE, &type, error) ||
      !get_nick (object, path, "role", GF_TYPE_COLUMN_ROLE, &role, error) ||
      !get_character (object, path, "separator", &spec->separator, error) ||
      !get_character (object, path, "decimal", &spec->decimal, error) ||
      !get_date_order (object, path, &spec->date_order, error) ||
      !get_choices (object, path, spec, error) ||
      !get_texts (object, path, "missing", &spec->missing, error) ||
      !get_texts (object, path, "not-missing", &spec->not_missing, error))
    return FALSE;
  if (json_object_has_member (object, "date-numbers"))
    {
      if (!get_nick (object, path, "date-numbers", GF_TYPE_DATE_NUMBERS, &numbers, error))
        return FALSE;
      spec->date_numbers = (GfDateNumbers) numbers;
    }
  if (json_object_has_member (object, "currency") && get_text (object, "currency") == NULL)
    return fail (error, path, _("should have a text as its currency"));

  spec->name = g_strdup (name);
  spec->type = (GfColumnType) type;
  spec->role = (GfColumnRole) role;
  spec->currency = g_strdup (get_text (object, "currency"));
  return TRUE;
}

static gboolean
columns_from_json (JsonArray  *array,
                   GArray     *specs,
                   GError    **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.table.columns[%u]", i);
      GfColumnSpec spec = { 0 };

      if (!column_from_json (json_array_get_element (array, i), path, &spec, error))
        {
          gf_column_spec_clear (&spec);
          return FALSE;
        }
      g_array_append_val (specs, spec);
    }

  return TRUE;
}

/**
 * gf_table_from_json:
 * @node: what gf_table_to_json() gave, or what a file says it is
 * @error: return location
 *
 * Makes the customers from a project file.
 *
 * Returns: (transfer full) (nullable): the table; NULL with %GF_PROJECT_ERROR_INVALID and the JSON
 *   path of what is wrong
 */
GfTable *
gf_table_from_json (JsonNode  *node,
                    GError   **error)
{
  g_return_val_if_fail (node != NULL, NULL);

  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *columns = object != NULL ? json_object_get_member (object, "columns") : NULL;
  JsonNode *rows = object != NULL ? json_object_get_member (object, "rows") : NULL;

  if (columns == NULL || !JSON_NODE_HOLDS_ARRAY (columns) ||
      rows == NULL || !JSON_NODE_HOLDS_ARRAY (rows))
    {
      fail (error, "$.table", _("should be an object with the lists “columns” and “rows”"));
      return NULL;
    }

  g_autoptr (GArray) specs = g_array_new (FALSE, TRUE, sizeof (GfColumnSpec));
  g_array_set_clear_func (specs, (GDestroyNotify) gf_column_spec_clear);
  if (!columns_from_json (json_node_get_array (columns), specs, error))
    return NULL;

  JsonArray *array = json_node_get_array (rows);
  guint n_rows = json_array_get_length (array);
  g_autofree const char **lines = g_new (const char *, MAX (n_rows, 1));

  for (guint i = 0; i < n_rows; i++)
    {
      JsonNode *row = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (row) || json_node_get_value_type (row) != G_TYPE_STRING)
        {
          g_autofree char *path = g_strdup_printf ("$.table.rows[%u]", i);

          fail (error, path, _("should be a text: the customer as one CSV line"));
          return NULL;
        }
      lines[i] = json_node_get_string (row);
    }

  g_autoptr (GError) local = NULL;
  GfTable *table = gf_table_new_from_lines ((const GfColumnSpec *) (gpointer) specs->data, specs->len, lines,
                                            n_rows, NULL, &local);
  if (table == NULL)
    fail (error, "$.table.rows", "%s", local->message);

  return table;
}
