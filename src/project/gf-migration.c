/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-migration.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

G_DEFINE_QUARK (gf-project-error-quark, gf_project_error)

/* Version 0 was the format of the prototypes: it named the project in "title" and had no member
 * for the next review. */
static void
migrate_0 (JsonObject *root)
{
  JsonNode *title = json_object_get_member (root, "title");

  if (title != NULL && !json_object_has_member (root, "name"))
    json_object_set_member (root, "name", json_node_ref (title));
  json_object_remove_member (root, "title");
}

/* Every change of the format that an older file must follow has its line here. */
const GfMigration gf_project_migrations[] = {
  { 0, migrate_0 },
};
const guint gf_project_n_migrations = G_N_ELEMENTS (gf_project_migrations);

static const char *
string_member (JsonObject *object,
               const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/**
 * gf_migrate:
 * @root: a JSON tree as it was read; changed in place
 * @format: what its member “format” must say
 * @current: the version to end at
 * @migrations: (array length=n_migrations): what is known, in any order
 * @n_migrations: how many
 * @error: return location
 *
 * Looks whether a tree is of our format, and brings an older one to the current version.
 *
 * Returns: whether the tree is of the current version now; else %GF_PROJECT_ERROR_NOT_A_PROJECT or
 *   %GF_PROJECT_ERROR_NEWER
 */
gboolean
gf_migrate (JsonNode           *root,
            const char         *format,
            int                 current,
            const GfMigration  *migrations,
            guint               n_migrations,
            GError            **error)
{
  g_return_val_if_fail (root != NULL, FALSE);

  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (object == NULL || g_strcmp0 (string_member (object, "format"), format) != 0)
    {
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_NOT_A_PROJECT,
                   _("This is not a Goodfit project: $.format should be “%s”. "
                     "To bring in a list of customers, import it instead."), format);
      return FALSE;
    }

  JsonNode *node = json_object_get_member (object, "version");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0)
    {
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_NOT_A_PROJECT,
                   _("$.version: should be a whole number such as %d"), current);
      return FALSE;
    }

  gint64 version = json_node_get_int (node);
  if (version > current)
    {
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_NEWER,
                   _("This project was made by a newer Goodfit (format %" PRId64 ", this "
                     "one knows %d). Update Goodfit to open it; the file was not touched."),
                   version, current);
      return FALSE;
    }

  for (; version < current; version++)
    for (guint i = 0; i < n_migrations; i++)
      if (migrations[i].from == version)
        migrations[i].apply (object);

  json_object_set_int_member (object, "version", current);

  return TRUE;
}
