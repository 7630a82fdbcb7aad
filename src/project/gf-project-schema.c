/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-schema.h"

#include "gf-migration.h"
#include "gf-project.h"

#include <math.h>

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
#define DATE_PATTERN "^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$"

/* Static types are never unloaded, so a class outlives the reference taken here. */
static gpointer
class_of (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return klass;
}

static JsonObject *
new_schema (const char *type)
{
  JsonObject *schema = json_object_new ();

  if (type != NULL)
    json_object_set_string_member (schema, "type", type);

  return schema;
}

static void
set_number (JsonObject *schema,
            const char *name,
            double      number)
{
  if (number == floor (number) && fabs (number) < 1e15)
    json_object_set_int_member (schema, name, (gint64) number);
  else
    json_object_set_double_member (schema, name, number);
}

static void
set_limits (JsonObject    *schema,
            const GfField *field)
{
  if (field->minimum > -G_MAXDOUBLE)
    set_number (schema, "minimum", field->minimum);
  if (field->maximum < G_MAXDOUBLE)
    set_number (schema, "maximum", field->maximum);
  if (!isnan (field->initial))
    set_number (schema, "default", field->initial);
}

static void
set_nicks (JsonObject *schema,
           GType       type,
           int         initial)
{
  GEnumClass *klass = class_of (type);
  JsonArray *nicks = json_array_new ();

  for (guint i = 0; i < klass->n_values; i++)
    json_array_add_string_element (nicks, klass->values[i].value_nick);
  json_object_set_array_member (schema, "enum", nicks);

  GEnumValue *value = g_enum_get_value (klass, initial);
  if (value != NULL)
    json_object_set_string_member (schema, "default", value->value_nick);
}

static JsonObject *
refer (GType       type,
       JsonObject *definitions);

static JsonObject *
field_to_schema (const GfField *field,
                 JsonObject    *definitions)
{
  JsonObject *schema;

  switch (field->kind)
    {
    case GF_FIELD_KIND_STRING:
      return new_schema ("string");

    case GF_FIELD_KIND_DATE:
      schema = new_schema ("string");
      json_object_set_string_member (schema, "description", "A date such as 2026-10-14, or empty");
      json_object_set_string_member (schema, "pattern", DATE_PATTERN);
      return schema;

    case GF_FIELD_KIND_BOOLEAN:
      schema = new_schema ("boolean");
      json_object_set_boolean_member (schema, "default", field->initial > 0.0);
      return schema;

    case GF_FIELD_KIND_INT:
      schema = new_schema ("integer");
      set_limits (schema, field);
      return schema;

    case GF_FIELD_KIND_DOUBLE:
      {
        JsonArray *types = json_array_new ();

        schema = new_schema (NULL);
        json_array_add_string_element (types, "number");
        json_array_add_string_element (types, "null");
        json_object_set_array_member (schema, "type", types);
        set_limits (schema, field);
        return schema;
      }

    case GF_FIELD_KIND_ENUM:
      schema = new_schema ("string");
      set_nicks (schema, field->type (), (int) field->initial);
      return schema;

    case GF_FIELD_KIND_STRINGS:
      schema = new_schema ("array");
      json_object_set_object_member (schema, "items", new_schema ("string"));
      return schema;

    case GF_FIELD_KIND_RECORD:
      return refer (field->type (), definitions);

    case GF_FIELD_KIND_LIST:
      schema = new_schema ("array");
      json_object_set_object_member (schema, "items", refer (field->type (), definitions));
      return schema;

    default:
      g_assert_not_reached ();
    }
}

static void
add_fields (JsonObject *properties,
            GType       type,
            JsonObject *definitions)
{
  GfRecordClass *klass = class_of (type);

  for (guint i = 0; i < klass->n_fields; i++)
    json_object_set_object_member (properties, klass->fields[i].name,
                                   field_to_schema (&klass->fields[i], definitions));
}

static const char *
definition_name (GType type)
{
  return g_type_name (type) + strlen ("Gf");
}

/* A reference to the definition of a record class, which is made when it is first asked for. */
static JsonObject *
refer (GType       type,
       JsonObject *definitions)
{
  const char *name = definition_name (type);
  g_autofree char *path = g_strconcat ("#/$defs/", name, NULL);
  JsonObject *reference = json_object_new ();

  json_object_set_string_member (reference, "$ref", path);
  if (json_object_has_member (definitions, name))
    return reference;

  JsonObject *schema = new_schema ("object");
  JsonObject *properties = json_object_new ();
  JsonObject *id = new_schema ("string");

  json_object_set_object_member (definitions, name, schema);
  json_object_set_string_member (id, "description",
                                 "Short and stable; records of a list refer to each other by it");
  json_object_set_int_member (id, "minLength", 1);
  json_object_set_object_member (properties, "id", id);
  add_fields (properties, type, definitions);
  json_object_set_object_member (schema, "properties", properties);

  return reference;
}

static void
set_required (JsonObject         *schema,
              const char * const *names)
{
  JsonArray *required = json_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    json_array_add_string_element (required, names[i]);
  json_object_set_array_member (schema, "required", required);
}

static JsonObject *
character_schema (const char *description)
{
  JsonObject *schema = new_schema ("string");

  json_object_set_string_member (schema, "description", description);
  json_object_set_int_member (schema, "minLength", 1);
  json_object_set_int_member (schema, "maxLength", 1);

  return schema;
}

static JsonObject *
nicks_schema (GType type)
{
  JsonObject *schema = new_schema ("string");

  set_nicks (schema, type, -1);

  return schema;
}

static JsonObject *
described_schema (const char *type,
                  const char *description)
{
  JsonObject *schema = new_schema (type);

  json_object_set_string_member (schema, "description", description);

  return schema;
}

static JsonObject *
texts_schema (const char *description)
{
  JsonObject *schema = described_schema ("array", description);

  json_object_set_object_member (schema, "items", new_schema ("string"));

  return schema;
}

static JsonObject *
column_schema (void)
{
  static const char * const required[] = { "name", "type", "role", NULL };
  static const char * const orders[] = { "ymd", "dmy", "mdy" };
  static const struct { const char *name, *description; } choices[] = {
    { "percent", "The numbers are fractions, shown as percent" },
    { "bands", "The categories are intervals, in the order of their lower bounds" },
    { "repair", "Dates among the intervals are those that a spreadsheet broke" },
    { "blank-is-no", "An empty cell says no" },
  };
  JsonObject *schema = new_schema ("object");
  JsonObject *properties = json_object_new ();
  JsonObject *order = new_schema ("string");
  JsonArray *nicks = json_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    json_array_add_string_element (nicks, orders[i]);
  json_object_set_array_member (order, "enum", nicks);

  json_object_set_object_member (properties, "name", new_schema ("string"));
  json_object_set_object_member (properties, "type", nicks_schema (GF_TYPE_COLUMN_TYPE));
  json_object_set_object_member (properties, "role", nicks_schema (GF_TYPE_COLUMN_ROLE));
  json_object_set_object_member (properties, "currency", new_schema ("string"));
  json_object_set_object_member (properties, "separator",
                                 character_schema ("Between the categories of one cell"));
  json_object_set_object_member (properties, "decimal", character_schema ("The decimal mark"));
  json_object_set_object_member (properties, "date-order", order);
  json_object_set_object_member (properties, "date-numbers", nicks_schema (GF_TYPE_DATE_NUMBERS));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    json_object_set_object_member (properties, choices[i].name,
                                   described_schema ("boolean", choices[i].description));
  json_object_set_object_member (properties, "missing",
                                 texts_schema ("Texts that say nothing here beside the usual ones"));
  json_object_set_object_member (properties, "not-missing",
                                 texts_schema ("Usual ones that do say something here"));

  set_required (schema, required);
  json_object_set_object_member (schema, "properties", properties);

  return schema;
}

static JsonObject *
table_schema (void)
{
  static const char * const required[] = { "columns", "rows", NULL };
  JsonObject *schema = new_schema ("object");
  JsonObject *properties = json_object_new ();
  JsonObject *columns = new_schema ("array");
  JsonObject *rows = new_schema ("array");
  JsonObject *row = new_schema ("string");

  json_object_set_string_member (schema, "description", "The customers");
  json_object_set_object_member (columns, "items", column_schema ());
  json_object_set_object_member (properties, "columns", columns);
  json_object_set_string_member (row, "description", "One customer as a CSV line (RFC 4180)");
  json_object_set_object_member (rows, "items", row);
  json_object_set_object_member (properties, "rows", rows);

  set_required (schema, required);
  json_object_set_object_member (schema, "properties", properties);

  return schema;
}

static void
add_envelope (JsonObject *properties)
{
  JsonObject *format = json_object_new ();
  JsonObject *version = json_object_new ();

  json_object_set_string_member (format, "const", GF_PROJECT_FORMAT);
  json_object_set_int_member (version, "const", GF_PROJECT_VERSION);
  json_object_set_object_member (properties, "format", format);
  json_object_set_object_member (properties, "version", version);
}

/**
 * gf_project_schema:
 *
 * Describes the project file in its current version as a JSON Schema (draft 2020-12), made from the
 * fields of the record classes, so that it says what gf_project_file_check() checks. What a schema
 * cannot say is left to that: that ids differ within a list, that a day is in its month, that a
 * customer's line has as many cells as there are columns.
 *
 * Members that no class names are allowed, as they survive loading and saving.
 *
 * Returns: (transfer full): an object node
 */
JsonNode *
gf_project_schema (void)
{
  static const char * const required[] = { "format", "version", NULL };
  JsonObject *schema = json_object_new ();
  JsonObject *properties = json_object_new ();
  JsonObject *definitions = json_object_new ();

  json_object_set_string_member (schema, "$schema", DIALECT);
  json_object_set_string_member (schema, "title", "Goodfit project");
  json_object_set_string_member (schema, "description",
                                 "Customers, interviews, market, segments and ideal customer profiles. "
                                 "A member that is missing stands for its default.");
  json_object_set_string_member (schema, "type", "object");
  set_required (schema, required);

  add_envelope (properties);
  add_fields (properties, GF_TYPE_PROJECT, definitions);
  json_object_set_object_member (properties, "table", table_schema ());
  json_object_set_object_member (schema, "properties", properties);
  json_object_set_object_member (schema, "$defs", definitions);

  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, schema);

  return node;
}
