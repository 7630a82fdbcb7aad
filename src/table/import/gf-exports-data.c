/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-exports-private.h"

#include "gf-exports-resource.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The files are built in and checked by the tests, so that a mistake in one is a mistake in the
   program: it stops with the file's name. */

#define FOLDER "/io/github/goodfit/exports/"

static int
find_nick (const char         *file,
           const char         *word,
           const char * const *nicks)
{
  for (int i = 0; nicks[i] != NULL; i++)
    if (strcmp (nicks[i], word) == 0)
      return i;

  g_error ("%s: “%s” is not known", file, word);
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static char
get_character (JsonObject *object,
               const char *member)
{
  const char *text = get_string (object, member);

  return text != NULL ? text[0] : '\0';
}

static char **
get_strings (JsonObject *object,
             const char *member,
             gboolean    fold)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_has_member (object, member) ?
                     json_object_get_array_member (object, member) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = json_array_get_string_element (array, i);

      g_strv_builder_take (builder, fold ? gf_exports_fold_name (text) : g_strdup (text));
    }

  return g_strv_builder_end (builder);
}

static GfExportColumn *
read_column (const char *file,
             JsonObject *object)
{
  static const char * const roles[] = {
    "name", "identifier", "attribute", "value", "date", "churn", "ignore", NULL,
  };
  static const char * const types[] = {
    "category", "set", "number", "money", "date", "flag", "text", NULL,
  };
  static const char * const personal[] = {
    "none", "name", "email", "phone", "address", "ip", NULL,
  };
  GfExportColumn *column = g_new0 (GfExportColumn, 1);
  const char *role = get_string (object, "role");
  const char *type = get_string (object, "type");
  const char *person = get_string (object, "personal");

  column->key = g_intern_string (get_string (object, "key"));
  column->role = role != NULL ? find_nick (file, role, roles) : GF_EXPORT_UNSAID;
  column->type = type != NULL ? find_nick (file, type, types) : GF_EXPORT_UNSAID;
  column->personal = person != NULL ? find_nick (file, person, personal) : GF_PERSONAL_NONE;
  column->currency_from = g_intern_string (get_string (object, "currency-from"));
  column->separator = get_character (object, "separator");
  column->strip = get_character (object, "strip");
  column->minor_units = json_object_get_boolean_member_with_default (object, "minor-units", FALSE);

  return column;
}

/* Puts every name of the columns into a table; a name that stands in two columns is a mistake. */
static GHashTable *
read_columns (const char *file,
              JsonObject *object)
{
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array = json_object_get_array_member (object, "columns");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *member = json_array_get_object_element (array, i);
      GfExportColumn *column = read_column (file, member);
      g_auto (GStrv) names = get_strings (member, "names", TRUE);

      for (guint k = 0; names[k] != NULL; k++)
        {
          GfExportColumn *other = g_hash_table_lookup (columns, names[k]);

          if (other != NULL && other != column)
            g_error ("%s: “%s” names two columns", file, names[k]);
          g_hash_table_insert (columns, g_strdup (names[k]), column);
        }
    }

  return columns;
}

/* The names that must be there; in place of one may stand a list of which one must. */
static GPtrArray *
read_must (JsonObject *signature)
{
  GPtrArray *must = g_ptr_array_new ();
  JsonArray *array = json_object_get_array_member (signature, "must");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

      if (!JSON_NODE_HOLDS_ARRAY (node))
        g_strv_builder_take (names, gf_exports_fold_name (json_node_get_string (node)));
      JsonArray *choice = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      for (guint k = 0; choice != NULL && k < json_array_get_length (choice); k++)
        g_strv_builder_take (names,
                             gf_exports_fold_name (json_array_get_string_element (choice, k)));
      g_ptr_array_add (must, g_strv_builder_end (names));
    }

  return must;
}

static GfExport *
read_export (const char *file,
             JsonObject *object)
{
  static const char * const rows[] = {
    "unknown", "company", "person", "deal", "subscription", "payment", "ticket", "response", NULL,
  };
  GfExport *self = g_new0 (GfExport, 1);
  JsonObject *signature = json_object_get_object_member (object, "signature");
  JsonArray *may = json_object_get_array_member (signature, "may");

  self->id = g_strdup (get_string (object, "id"));
  self->title = g_strdup (get_string (object, "title"));
  self->row = find_nick (file, get_string (object, "row"), rows);
  self->prefixes = get_strings (object, "prefixes", TRUE);
  self->must = read_must (signature);
  self->never = get_strings (signature, "never", TRUE);
  self->least = json_object_get_double_member (signature, "least");
  self->may = g_array_new (FALSE, FALSE, sizeof (GfSignatureName));
  for (guint i = 0; i < json_array_get_length (may); i++)
    {
      JsonNode *node = json_array_get_element (may, i);
      GfSignatureName name = { NULL, 1 };

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          name.name = gf_exports_fold_name (get_string (json_node_get_object (node), "name"));
          name.weight = json_object_get_double_member (json_node_get_object (node), "weight");
        }
      else
        {
          name.name = gf_exports_fold_name (json_node_get_string (node));
        }
      g_array_append_val (self->may, name);
    }
  self->columns = read_columns (file, object);

  return self;
}

static JsonObject *
read_file (const char  *file,
           JsonParser  *parser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (gf_exports_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  gsize length;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (text == NULL || !json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("%s: %s", file, error->message);

  return json_node_get_object (json_parser_get_root (parser));
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Reads all files. */
GfExportsData *
_gf_exports_load (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (gf_exports_get_resource (), FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GfExportsData *self = g_new0 (GfExportsData, 1);

  self->exports = g_ptr_array_new ();
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  qsort (files, g_strv_length (files), sizeof *files, compare_files);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      JsonObject *object = read_file (files[i], parser);

      if (strcmp (files[i], "columns.json") != 0)
        {
          g_ptr_array_add (self->exports, read_export (files[i], object));
          continue;
        }

      JsonObject *words = json_object_get_object_member (object, "words");
      g_autoptr (GList) lists = json_object_get_members (words);

      self->usual = read_columns (files[i], object);
      for (GList *list = lists; list != NULL; list = list->next)
        g_hash_table_insert (self->words, g_strdup (list->data),
                             get_strings (words, list->data, FALSE));
    }

  return self;
}
