/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-recovery.h"

#include "gf-durable-file.h"
#include "gf-project-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>

#define RECOVERY_FORMAT "goodfit-recovery"
#define RECOVERY_VERSION 1

static char *
dup_folder (const char *state_dir)
{
  return g_build_filename (state_dir, "recovery", NULL);
}

static char *
dup_path (const char *state_dir,
          const char *id,
          const char *suffix)
{
  g_autofree char *file = g_strconcat (id, suffix, NULL);

  return g_build_filename (state_dir, "recovery", file, NULL);
}

/**
 * gf_recovery_copy:
 * @self: a description of a snapshot
 *
 * Returns: (transfer full): the same again
 */
GfRecovery *
gf_recovery_copy (const GfRecovery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfRecovery *copy = g_new0 (GfRecovery, 1);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->path = g_strdup (self->path);
  copy->stamp = g_strdup (self->stamp);
  copy->table = g_strdup (self->table);
  copy->saved = self->saved;
  copy->n_customers = self->n_customers;

  return copy;
}

/**
 * gf_recovery_free:
 * @self: (transfer full) (nullable): a description of a snapshot
 *
 * Frees it.
 */
void
gf_recovery_free (GfRecovery *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->path);
  g_free (self->stamp);
  g_free (self->table);
  g_free (self);
}

/**
 * gf_recovery_lock:
 * @state_dir: the state folder; it is made if need be
 * @id: of a session
 * @error: return location
 *
 * Marks a session as alive for as long as the process lives and the descriptor is open.
 *
 * Returns: a descriptor to close() at the end; -1 if the session is alive elsewhere or the state
 *   folder cannot be written
 */
int
gf_recovery_lock (const char  *state_dir,
                  const char  *id,
                  GError     **error)
{
  g_autofree char *folder = dup_folder (state_dir);
  g_autofree char *path = dup_path (state_dir, id, ".lock");
  int saved_errno;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
        return fd;

      saved_errno = errno;
      if (fd >= 0)
        g_clear_fd (&fd, NULL);
    }
  else
    {
      saved_errno = errno;
    }

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
               _("The folder %s cannot be used to keep unsaved work: %s"), folder,
               g_strerror (saved_errno));

  return -1;
}

static gboolean
write_table (const char  *state_dir,
             GfRecovery  *recovery,
             GfTable     *table,
             GError     **error)
{
  g_autoptr (JsonNode) node = gf_table_to_json (table);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *path = dup_path (state_dir, hash, ".table");

  text = NULL;
  g_set_str (&recovery->table, hash);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  return gf_write_durably (path, bytes, error);
}

static gboolean
has_table (const char       *state_dir,
           const GfRecovery *recovery)
{
  if (recovery->table == NULL)
    return FALSE;

  g_autofree char *path = dup_path (state_dir, recovery->table, ".table");

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/* Held while customers and what speaks of them are written (%LOCK_SH), and while those that nothing
 * speaks of are removed (%LOCK_EX). It goes when the descriptor is closed, or the program ends. */
static int
lock_tables (const char *state_dir,
             int         operation)
{
  g_autofree char *path = dup_path (state_dir, "tables", ".lock");
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, operation) != 0)
    g_clear_fd (&fd, NULL);

  return fd;
}

/**
 * gf_recovery_note_saving:
 * @state_dir: the state folder
 * @id: of a session
 * @bytes: what is about to be written to the project's file
 *
 * Notes what the file will hold, if there is a snapshot: one that outlives the writing of the file, because
 * the program is killed just then, holds nothing that the file lacks. Without the note it would only be
 * offered in vain.
 */
void
gf_recovery_note_saving (const char *state_dir,
                         const char *id,
                         GBytes     *bytes)
{
  g_autofree char *snapshot = dup_path (state_dir, id, ".json");

  if (!g_file_test (snapshot, G_FILE_TEST_EXISTS))
    return;

  g_autofree char *path = dup_path (state_dir, id, ".saved");
  char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GBytes) note = g_bytes_new_take (hash, strlen (hash));

  gf_write_durably (path, note, NULL);
}

/* Whether the file of a project is what was about to be written over it after the snapshot. */
static gboolean
is_in_file (const char       *state_dir,
            const GfRecovery *recovery)
{
  g_autofree char *note = dup_path (state_dir, recovery->id, ".saved");
  g_autofree char *expected = NULL;

  if (recovery->path == NULL || !g_file_get_contents (note, &expected, NULL, NULL))
    return FALSE;

  g_autoptr (GMappedFile) file = g_mapped_file_new (recovery->path, FALSE, NULL);
  if (file == NULL)
    return FALSE;

  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_str_equal (hash, expected);
}

/**
 * gf_recovery_write:
 * @state_dir: the state folder
 * @recovery: what the snapshot is of; if its table is NULL and @table is not, it is set
 * @tree: the JSON tree of the project
 * @table: (nullable): its customers
 * @error: return location
 *
 * Puts a snapshot on the disk. The customers are written only when they are not there yet.
 *
 * Returns: whether it is there
 */
gboolean
gf_recovery_write (const char  *state_dir,
                   GfRecovery  *recovery,
                   JsonNode    *tree,
                   GfTable     *table,
                   GError     **error)
{
  g_autofree char *folder = dup_folder (state_dir);

  g_mkdir_with_parents (folder, 0700);

  /* Without a lock it is written all the same: no room for one is no reason to lose work. */
  g_autofd int fd G_GNUC_UNUSED = lock_tables (state_dir, LOCK_SH);

  if (table != NULL && !has_table (state_dir, recovery) &&
      !write_table (state_dir, recovery, table, error))
    return FALSE;

  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "format", RECOVERY_FORMAT);
  json_object_set_int_member (object, "version", RECOVERY_VERSION);
  set_text (object, "name", recovery->name);
  set_text (object, "path", recovery->path);
  set_text (object, "stamp", recovery->stamp);
  set_text (object, "table", table != NULL ? recovery->table : NULL);
  json_object_set_int_member (object, "saved", recovery->saved);
  json_object_set_int_member (object, "customers", (gint64) recovery->n_customers);
  json_object_set_member (object, "tree", json_node_ref (tree));

  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  char *text = json_to_string (node, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autofree char *path = dup_path (state_dir, recovery->id, ".json");
  g_autofree char *note = dup_path (state_dir, recovery->id, ".saved");

  /* The note is not about this snapshot. */
  g_unlink (note);

  return gf_write_durably (path, bytes, error);
}

static JsonNode *
load_snapshot (const char  *state_dir,
               const char  *id,
               GError     **error)
{
  g_autofree char *path = dup_path (state_dir, id, ".json");
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;

  g_autoptr (JsonNode) root = json_parser_steal_root (parser);
  if (!gf_migrate (root, RECOVERY_FORMAT, RECOVERY_VERSION, NULL, 0, error))
    return NULL;

  return g_steal_pointer (&root);
}

static GfRecovery *
describe (const char *id,
          JsonObject *object)
{
  GfRecovery *self = g_new0 (GfRecovery, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (json_object_get_string_member_with_default (object, "name", ""));
  self->path = g_strdup (json_object_get_string_member_with_default (object, "path", NULL));
  self->stamp = g_strdup (json_object_get_string_member_with_default (object, "stamp", NULL));
  self->table = g_strdup (json_object_get_string_member_with_default (object, "table", NULL));
  self->saved = json_object_get_int_member_with_default (object, "saved", 0);
  self->n_customers =
    (guint64) json_object_get_int_member_with_default (object, "customers", 0);

  return self;
}

/* A session that was killed leaves its lock behind, but nobody holds it. Nothing is made here: work
 * is found on a full disk, too. */
static gboolean
is_alive (const char *state_dir,
          const char *id)
{
  g_autofree char *path = dup_path (state_dir, id, ".lock");
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return errno != ENOENT;
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    return TRUE;
  g_unlink (path);

  return FALSE;
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const GfRecovery *left = *(const GfRecovery * const *) a;
  const GfRecovery *right = *(const GfRecovery * const *) b;

  if (left->saved != right->saved)
    return left->saved > right->saved ? -1 : 1;

  return g_strcmp0 (left->id, right->id);
}

/**
 * gf_recovery_list:
 * @state_dir: the state folder; it need not exist
 *
 * Finds the work that sessions left behind. A snapshot that cannot be read is left where it is and
 * not listed; one whose work is in its file all the same is removed.
 *
 * Returns: (transfer full) (element-type GfRecovery): the snapshots of no living session, the
 *   newest first
 */
GPtrArray *
gf_recovery_list (const char *state_dir)
{
  g_return_val_if_fail (state_dir != NULL, NULL);

  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_recovery_free);
  g_autofree char *folder = dup_folder (state_dir);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (file, ".json"))
        continue;

      g_autofree char *id = g_strndup (file, strlen (file) - strlen (".json"));
      if (is_alive (state_dir, id))
        continue;

      g_autoptr (JsonNode) root = load_snapshot (state_dir, id, NULL);
      if (root == NULL)
        continue;

      g_autoptr (GfRecovery) found = describe (id, json_node_get_object (root));
      if (is_in_file (state_dir, found))
        gf_recovery_discard (state_dir, id);
      else
        g_ptr_array_add (list, g_steal_pointer (&found));
    }

  g_ptr_array_sort (list, newest_first);

  return list;
}

static GfTable *
read_table (const char  *state_dir,
            const char  *hash,
            GError     **error)
{
  g_autofree char *path = dup_path (state_dir, hash, ".table");
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;

  return gf_table_from_json (json_parser_get_root (parser), error);
}

/**
 * gf_recovery_read:
 * @state_dir: the state folder
 * @id: of a session
 * @recovery: (out): what the snapshot is of
 * @tree: (out): the JSON tree of the project
 * @table: (out) (nullable): its customers
 * @error: return location
 *
 * Reads a snapshot.
 *
 * Returns: whether it could be read
 */
gboolean
gf_recovery_read (const char  *state_dir,
                  const char  *id,
                  GfRecovery **recovery,
                  JsonNode   **tree,
                  GfTable    **table,
                  GError     **error)
{
  g_autoptr (JsonNode) root = load_snapshot (state_dir, id, error);

  if (root == NULL)
    return FALSE;

  JsonObject *object = json_node_get_object (root);
  JsonNode *content = json_object_get_member (object, "tree");
  g_autoptr (GfRecovery) found = describe (id, object);
  g_autoptr (GfTable) customers = NULL;

  if (content == NULL)
    {
      g_set_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_INVALID,
                   _("The copy of the unsaved work is not complete."));
      return FALSE;
    }
  if (found->table != NULL)
    {
      customers = read_table (state_dir, found->table, error);
      if (customers == NULL)
        return FALSE;
    }

  *recovery = g_steal_pointer (&found);
  *tree = json_node_copy (content);
  *table = g_steal_pointer (&customers);

  return TRUE;
}

/**
 * gf_recovery_sweep:
 * @state_dir: the state folder
 *
 * Removes the customers that no snapshot speaks of any more, and what killed sessions left half
 * written.
 */
void
gf_recovery_sweep (const char *state_dir)
{
  g_autofd int fd = lock_tables (state_dir, LOCK_EX | LOCK_NB);

  /* Somebody writes just now: the next one sweeps. */
  if (fd < 0)
    return;

  g_autofree char *folder = dup_folder (state_dir);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (file, ".table") || strstr (file, ".table.") != NULL ||
          strstr (file, ".json.") != NULL || strstr (file, ".saved.") != NULL)
        {
          g_ptr_array_add (tables, g_strdup (file));
        }
      else if (g_str_has_suffix (file, ".json"))
        {
          g_autofree char *id = g_strndup (file, strlen (file) - strlen (".json"));
          g_autoptr (JsonNode) root = load_snapshot (state_dir, id, NULL);
          const char *hash = NULL;

          /* One that cannot be read may still need its table: keep them all. */
          if (root == NULL)
            return;
          hash = json_object_get_string_member_with_default (json_node_get_object (root), "table",
                                                             NULL);
          if (hash != NULL)
            g_hash_table_add (used, g_strconcat (hash, ".table", NULL));
        }
    }

  for (guint i = 0; i < tables->len; i++)
    if (!g_hash_table_contains (used, g_ptr_array_index (tables, i)))
      {
        g_autofree char *path = g_build_filename (folder, g_ptr_array_index (tables, i), NULL);

        g_unlink (path);
      }
}

/**
 * gf_recovery_discard:
 * @state_dir: the state folder
 * @id: of a session
 *
 * Removes a snapshot whose work is in a file now, or that nobody wants. Nothing happens if there is
 * none.
 */
void
gf_recovery_discard (const char *state_dir,
                     const char *id)
{
  g_autofree char *snapshot = dup_path (state_dir, id, ".json");
  g_autofree char *note = dup_path (state_dir, id, ".saved");

  if (g_unlink (snapshot) != 0)
    return;

  g_unlink (note);
  gf_recovery_sweep (state_dir);
}

/**
 * gf_recovery_unlock:
 * @state_dir: the state folder
 * @id: of a session
 * @fd: what gf_recovery_lock() gave; -1 does nothing
 *
 * Marks a session as ended. A snapshot that it leaves is found by gf_recovery_list() from now on.
 */
void
gf_recovery_unlock (const char *state_dir,
                    const char *id,
                    int         fd)
{
  if (fd < 0)
    return;

  g_autofree char *lock = dup_path (state_dir, id, ".lock");

  g_unlink (lock);
  g_clear_fd (&fd, NULL);
}
