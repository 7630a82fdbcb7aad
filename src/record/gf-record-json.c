/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* A record as JSON and back, once for all classes.
 *
 * This walks the fields itself rather than through json-glib's JsonSerializable: that interface can
 * neither report an error with its place nor set an object that exists already, and both are what
 * loading, undo and reloading need. */

#include "gf-record-private.h"

#include "gf-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Static types are never unloaded, so a class outlives the reference taken here. */
static gpointer
class_of (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return klass;
}

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);

  return node;
}

/* json_node_copy() shares objects and lists, whose references json-glib does not count atomically;
 * trees go to other threads, so what they hold must be theirs alone. */
static JsonNode *
copy_deeply (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *from = json_node_get_array (node);
      JsonArray *to = json_array_new ();

      for (guint i = 0; i < json_array_get_length (from); i++)
        json_array_add_element (to, copy_deeply (json_array_get_element (from, i)));

      return take_array (to);
    }

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *to = json_object_new ();
      JsonNode *copy = json_node_new (JSON_NODE_OBJECT);
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        json_object_set_member (to, name, copy_deeply (member));
      json_node_take_object (copy, to);

      return copy;
    }

  return json_node_copy (node);
}

static JsonNode *
strings_to_json (const char * const *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);

  return take_array (array);
}

static JsonNode *
list_to_json (GListModel *list)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfRecord) item = g_list_model_get_item (list, i);

      json_array_add_element (array, gf_record_to_json (item));
    }

  return take_array (array);
}

static JsonNode *
value_to_json (const GfField *field,
               const GValue  *value)
{
  switch (field->kind)
    {
    case GF_FIELD_KIND_STRING:
    case GF_FIELD_KIND_DATE:
      return json_node_init_string (json_node_alloc (), g_value_get_string (value));
    case GF_FIELD_KIND_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), g_value_get_boolean (value));
    case GF_FIELD_KIND_INT:
      return json_node_init_int (json_node_alloc (), g_value_get_int64 (value));
    case GF_FIELD_KIND_DOUBLE:
      /* NaN and the infinities are no JSON; a missing number is null. */
      if (!isfinite (g_value_get_double (value)))
        return json_node_init_null (json_node_alloc ());
      return json_node_init_double (json_node_alloc (), g_value_get_double (value));
    case GF_FIELD_KIND_ENUM:
      {
        GEnumValue *nick = g_enum_get_value (class_of (field->type ()), g_value_get_enum (value));

        return json_node_init_string (json_node_alloc (), nick->value_nick);
      }
    case GF_FIELD_KIND_STRINGS:
      return strings_to_json (g_value_get_boxed (value));
    case GF_FIELD_KIND_RECORD:
      return gf_record_to_json (g_value_get_object (value));
    case GF_FIELD_KIND_LIST:
      return list_to_json (g_value_get_object (value));
    default:
      g_assert_not_reached ();
    }
}

/**
 * gf_record_to_json:
 * @self: a record
 *
 * Gives the value of a record and of everything below it as a JSON tree: its id if it has one, its
 * fields in the order of the class, then the members that a file had and no field names.
 *
 * Returns: (transfer full): an object node
 */
JsonNode *
gf_record_to_json (GfRecord *self)
{
  g_return_val_if_fail (GF_IS_RECORD (self), NULL);

  GfRecordClass *klass = GF_RECORD_GET_CLASS (self);
  JsonObject *extras = *gf_record_peek_extras (self);
  JsonObject *object = json_object_new ();

  if (gf_record_get_id (self) != NULL)
    json_object_set_string_member (object, "id", gf_record_get_id (self));

  for (guint i = 0; i < klass->n_fields; i++)
    json_object_set_member (object, klass->fields[i].name,
                            value_to_json (&klass->fields[i], gf_record_peek_value (self, i)));

  if (extras != NULL)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, extras);
      while (json_object_iter_next_ordered (&iter, &name, &member))
        json_object_set_member (object, name, copy_deeply (member));
    }

  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

/* --- checking ------------------------------------------------------------------------------- */

G_GNUC_PRINTF (3, 4)
static void
report (GPtrArray  *problems,
        const char *path,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (problems, g_strdup_printf ("%s: %s", path, message));
}

static void check_record (GType       type,
                          JsonNode   *node,
                          const char *path,
                          GPtrArray  *problems);

static const char *
kind_of_node (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return _("an object");
    case JSON_NODE_ARRAY:
      return _("a list");
    case JSON_NODE_NULL:
      return _("null");
    case JSON_NODE_VALUE:
    default:
      break;
    }

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return _("a text");
    case G_TYPE_BOOLEAN:
      return _("true or false");
    default:
      return _("a number");
    }
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static void
report_kind (GPtrArray  *problems,
             const char *path,
             const char *wanted,
             JsonNode   *node)
{
  /* Translators: both are kinds of JSON values, such as “a text” and “a number”. */
  report (problems, path, _("should be %s, but is %s"), wanted, kind_of_node (node));
}

static void
check_number (const GfField *field,
              JsonNode      *node,
              const char    *path,
              GPtrArray     *problems)
{
  gboolean whole = field->kind == GF_FIELD_KIND_INT;
  gboolean is_int = holds (node, G_TYPE_INT64);

  if (!whole && JSON_NODE_HOLDS_NULL (node))
    return;

  if (!is_int && (whole || !holds (node, G_TYPE_DOUBLE)))
    {
      report_kind (problems, path, whole ? _("a whole number") : _("a number or null"), node);
      return;
    }

  double number = json_node_get_double (node);
  if (!isfinite (number) || number < field->minimum || number > field->maximum)
    report (problems, path, _("should be a number from %g to %g, but is %g"),
            field->minimum, field->maximum, number);
}

static void
check_enum (const GfField *field,
            JsonNode      *node,
            const char    *path,
            GPtrArray     *problems)
{
  GEnumClass *klass = class_of (field->type ());

  if (!holds (node, G_TYPE_STRING))
    {
      report_kind (problems, path, _("a text"), node);
      return;
    }
  if (g_enum_get_value_by_nick (klass, json_node_get_string (node)) != NULL)
    return;

  g_autoptr (GString) nicks = g_string_new (NULL);
  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  report (problems, path, _("should be one of %s, but is “%s”"), nicks->str,
          json_node_get_string (node));
}

/* Whether a date field may hold @text: a day, or nothing. */
gboolean
gf_record_is_date (const char *text)
{
  gint32 days;

  return text == NULL || *text == '\0' || gf_days_from_iso (text, &days);
}

static void
check_date (JsonNode   *node,
            const char *path,
            GPtrArray  *problems)
{
  if (!holds (node, G_TYPE_STRING))
    {
      report_kind (problems, path, _("a date such as “2026-10-14”"), node);
      return;
    }

  if (!gf_record_is_date (json_node_get_string (node)))
    report (problems, path, _("should be a date such as “2026-10-14”, but is “%s”"),
            json_node_get_string (node));
}

static void
check_list (GType       type,
            JsonNode   *node,
            const char *path,
            GPtrArray  *problems)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      report_kind (problems, path, _("a list"), node);
      return;
    }

  JsonArray *array = json_node_get_array (node);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      g_autofree char *item_path = g_strdup_printf ("%s[%u]", path, i);

      check_record (type, item, item_path, problems);

      if (!JSON_NODE_HOLDS_OBJECT (item))
        continue;

      JsonNode *id = json_object_get_member (json_node_get_object (item), "id");
      if (id != NULL && holds (id, G_TYPE_STRING) &&
          !g_hash_table_add (ids, (gpointer) json_node_get_string (id)))
        report (problems, item_path, _("has the id “%s”, which another of the list has too"),
                json_node_get_string (id));
    }
}

static void
check_value (const GfField *field,
             JsonNode      *node,
             const char    *path,
             GPtrArray     *problems)
{
  switch (field->kind)
    {
    case GF_FIELD_KIND_STRING:
      if (!holds (node, G_TYPE_STRING))
        report_kind (problems, path, _("a text"), node);
      break;
    case GF_FIELD_KIND_DATE:
      check_date (node, path, problems);
      break;
    case GF_FIELD_KIND_BOOLEAN:
      if (!holds (node, G_TYPE_BOOLEAN))
        report_kind (problems, path, _("true or false"), node);
      break;
    case GF_FIELD_KIND_INT:
    case GF_FIELD_KIND_DOUBLE:
      check_number (field, node, path, problems);
      break;
    case GF_FIELD_KIND_ENUM:
      check_enum (field, node, path, problems);
      break;
    case GF_FIELD_KIND_STRINGS:
      if (!JSON_NODE_HOLDS_ARRAY (node))
        {
          report_kind (problems, path, _("a list of texts"), node);
          break;
        }
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        {
          JsonNode *item = json_array_get_element (json_node_get_array (node), i);
          g_autofree char *item_path = g_strdup_printf ("%s[%u]", path, i);

          if (!holds (item, G_TYPE_STRING))
            report_kind (problems, item_path, _("a text"), item);
        }
      break;
    case GF_FIELD_KIND_RECORD:
      check_record (field->type (), node, path, problems);
      break;
    case GF_FIELD_KIND_LIST:
      check_list (field->type (), node, path, problems);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
check_record (GType       type,
              JsonNode   *node,
              const char *path,
              GPtrArray  *problems)
{
  GfRecordClass *klass = class_of (type);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      report_kind (problems, path, _("an object"), node);
      return;
    }

  JsonObject *object = json_node_get_object (node);
  JsonNode *id = json_object_get_member (object, "id");

  if (id != NULL && (!holds (id, G_TYPE_STRING) || *json_node_get_string (id) == '\0'))
    {
      g_autofree char *id_path = g_strconcat (path, ".id", NULL);

      report (problems, id_path, _("should be a text that is not empty"));
    }

  for (guint i = 0; i < klass->n_fields; i++)
    {
      JsonNode *member = json_object_get_member (object, klass->fields[i].name);

      if (member == NULL)
        continue;

      g_autofree char *member_path = g_strconcat (path, ".", klass->fields[i].name, NULL);
      check_value (&klass->fields[i], member, member_path, problems);
    }
}

/**
 * gf_record_check_json:
 * @type: the type of a record
 * @node: a JSON tree
 * @problems: (element-type utf8): gets a sentence for each problem, led by its JSON path
 *
 * Looks whether a tree is a valid value for records of a type. Members that are missing stand for
 * their defaults, and members that no field names are none of our business: neither is a problem.
 *
 * Returns: whether there was no problem
 */
gboolean
gf_record_check_json (GType      type,
                      JsonNode  *node,
                      GPtrArray *problems)
{
  g_return_val_if_fail (g_type_is_a (type, GF_TYPE_RECORD), FALSE);
  g_return_val_if_fail (node != NULL && problems != NULL, FALSE);

  guint before = problems->len;
  check_record (type, node, "$", problems);

  return problems->len == before;
}

/* --- applying ------------------------------------------------------------------------------- */

static void apply_object (GfRecord   *self,
                          JsonObject *object);

static GPtrArray *
match_items (GListStore *list,
             GType       type,
             JsonArray  *array)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_hash_table_insert (by_id, (gpointer) gf_record_get_id (record), record);
    }

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *id = json_object_get_string_member_with_default (object, "id", NULL);
      GfRecord *known = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;
      GfRecord *record = known != NULL ? g_object_ref (known) : g_object_new (type, NULL);

      apply_object (record, object);
      g_ptr_array_add (items, record);
    }

  return items;
}

static void
apply_list (GListStore *list,
            GType       type,
            JsonArray  *array)
{
  g_autoptr (GPtrArray) items = match_items (list, type, array);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint head = 0;
  guint tail = 0;

  /* Replace only the middle that differs, so that views keep their rows and their focus. */
  while (head < n && head < items->len)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (list), head);

      if (old != g_ptr_array_index (items, head))
        break;
      head++;
    }
  while (tail < n - head && tail < items->len - head)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (list), n - 1 - tail);

      if (old != g_ptr_array_index (items, items->len - 1 - tail))
        break;
      tail++;
    }

  if (n - head - tail > 0 || items->len - head - tail > 0)
    g_list_store_splice (list, head, n - head - tail, items->pdata + head,
                         items->len - head - tail);
}

static void
apply_strings (GfRecord   *self,
               const char *name,
               JsonNode   *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = member != NULL ? json_node_get_array (member) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));

  g_auto (GStrv) strings = g_strv_builder_end (builder);
  gf_record_set_strings (self, name, (const char * const *) strings);
}

static void
apply_field (GfRecord      *self,
             const GfField *field,
             JsonNode      *member)
{
  switch (field->kind)
    {
    case GF_FIELD_KIND_STRING:
    case GF_FIELD_KIND_DATE:
      gf_record_set_string (self, field->name, member != NULL ? json_node_get_string (member) : "");
      break;
    case GF_FIELD_KIND_BOOLEAN:
      gf_record_set_boolean (self, field->name,
                             member != NULL ? json_node_get_boolean (member) : field->initial != 0);
      break;
    case GF_FIELD_KIND_INT:
      gf_record_set_int (self, field->name,
                         member != NULL ? json_node_get_int (member) : (gint64) field->initial);
      break;
    case GF_FIELD_KIND_DOUBLE:
      {
        double number = field->initial;

        if (member != NULL)
          number = JSON_NODE_HOLDS_NULL (member) ? NAN : json_node_get_double (member);
        gf_record_set_double (self, field->name, number);
        break;
      }
    case GF_FIELD_KIND_ENUM:
      {
        int value = (int) field->initial;

        if (member != NULL)
          value = g_enum_get_value_by_nick (class_of (field->type ()),
                                            json_node_get_string (member))->value;
        gf_record_set_enum (self, field->name, value);
        break;
      }
    case GF_FIELD_KIND_STRINGS:
      apply_strings (self, field->name, member);
      break;
    case GF_FIELD_KIND_RECORD:
      {
        g_autoptr (JsonObject) none = json_object_new ();

        apply_object (gf_record_get_record (self, field->name),
                      member != NULL ? json_node_get_object (member) : none);
        break;
      }
    case GF_FIELD_KIND_LIST:
      apply_list (gf_record_get_list (self, field->name), field->type (),
                  member != NULL ? json_node_get_array (member) : NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Keeps what no field names, so that a file of a later version or another tool loses nothing. */
static void
keep_extras (GfRecord      *self,
             GfRecordClass *klass,
             JsonObject    *object)
{
  JsonObject **extras = gf_record_peek_extras (self);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  g_clear_pointer (extras, json_object_unref);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      gboolean known = g_str_equal (name, "id");

      for (guint i = 0; !known && i < klass->n_fields; i++)
        known = g_str_equal (klass->fields[i].name, name);
      if (known)
        continue;

      if (*extras == NULL)
        *extras = json_object_new ();
      json_object_set_member (*extras, name, copy_deeply (member));
    }
}

static void
apply_object (GfRecord   *self,
              JsonObject *object)
{
  GfRecordClass *klass = GF_RECORD_GET_CLASS (self);
  const char *id = json_object_get_string_member_with_default (object, "id", NULL);

  g_object_freeze_notify (G_OBJECT (self));

  if (id != NULL)
    gf_record_set_id (self, id);
  for (guint i = 0; i < klass->n_fields; i++)
    apply_field (self, &klass->fields[i],
                 json_object_get_member (object, klass->fields[i].name));
  keep_extras (self, klass, object);

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * gf_record_apply_json:
 * @self: a record
 * @node: a JSON tree
 * @error: return location
 *
 * Makes a record equal to a tree: sets what differs, and keeps the identity of what stays (records
 * in lists match by id, an item without one is new). Members that are missing go back to their
 * defaults. The tree is checked first; after an error the record is as it was.
 *
 * Returns: whether it was applied; else %GF_RECORD_ERROR with the JSON path of the first problem
 */
gboolean
gf_record_apply_json (GfRecord  *self,
                      JsonNode  *node,
                      GError   **error)
{
  g_return_val_if_fail (GF_IS_RECORD (self), FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!gf_record_check_json (G_OBJECT_TYPE (self), node, problems))
    {
      const char *first = g_ptr_array_index (problems, 0);

      if (problems->len == 1)
        g_set_error_literal (error, GF_RECORD_ERROR, GF_RECORD_ERROR_BAD_VALUE, first);
      else
        g_set_error (error, GF_RECORD_ERROR, GF_RECORD_ERROR_BAD_VALUE,
                     g_dngettext (GETTEXT_PACKAGE, "%s (and %u more problem)",
                                  "%s (and %u more problems)", problems->len - 1),
                     first, problems->len - 1);
      return FALSE;
    }

  apply_object (self, json_node_get_object (node));

  return TRUE;
}

static void
drop_ids (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        drop_ids (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      json_object_remove_member (object, "id");
      g_autoptr (GList) members = json_object_get_values (object);
      for (GList *l = members; l != NULL; l = l->next)
        if (JSON_NODE_HOLDS_ARRAY (l->data) || JSON_NODE_HOLDS_OBJECT (l->data))
          drop_ids (l->data);
    }
}

/**
 * gf_record_copy:
 * @self: a record
 *
 * Makes another record of the same content, with ids of its own.
 *
 * Returns: (transfer full): the copy
 */
gpointer
gf_record_copy (GfRecord *self)
{
  g_return_val_if_fail (GF_IS_RECORD (self), NULL);

  g_autoptr (JsonNode) node = gf_record_to_json (self);
  GfRecord *copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  drop_ids (node);
  apply_object (copy, json_node_get_object (node));

  return copy;
}
