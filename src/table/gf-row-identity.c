/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-row-identity.h"

#include "gf-table-error.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The columns that tell who a customer is, looked up once. */
typedef struct
{
  GfTable *table;
  GfColumn *identifier;    /* NULL for none */
  GfColumn *name;
  GPtrArray *others;       /* all that is not ignored: what is hashed */
} Telling;

static void
telling_init (Telling *self,
              GfTable *table)
{
  int identifier = gf_table_find_role (table, GF_ROLE_IDENTIFIER), name = gf_table_find_role (table, GF_ROLE_NAME);

  *self = (Telling) {
    table, identifier >= 0 ? gf_table_get_column (table, (guint) identifier) : NULL,
    name >= 0 ? gf_table_get_column (table, (guint) name) : NULL, g_ptr_array_new (),
  };
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    if (gf_column_get_role (gf_table_get_column (table, i)) != GF_ROLE_IGNORE)
      g_ptr_array_add (self->others, gf_table_get_column (table, i));
}

static void
telling_clear (Telling *self)
{
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Telling, telling_clear)

/* The text of a cell without spaces around it; NULL where it says nothing. */
static char *
dup_text (GfColumn *column,
          gsize     row)
{
  if (column == NULL)
    return NULL;

  const char *text = gf_column_get_text (column, row);
  gsize length = strlen (text);

  if (gf_text_is_missing (text, length, TRUE))
    return NULL;
  gf_text_trim (&text, &length);

  return g_strndup (text, length);
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo 1991), over the texts and the names of their columns; a column that is added or
 * moved changes nothing for those who have nothing in it. */
static guint64
hash_row (const Telling *self,
          gsize          row)
{
  guint64 sum = 0;

  for (guint i = 0; i < self->others->len; i++)
    {
      GfColumn *column = g_ptr_array_index (self->others, i);
      g_autofree char *text = dup_text (column, row);
      const char *parts[] = { gf_column_get_name (column), text };
      guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

      if (text == NULL)
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
        for (const char *c = parts[k]; *c != '\0'; c++)
          hash = (hash ^ (guchar) *c) * G_GUINT64_CONSTANT (0x100000001b3);
      sum += hash;
    }

  return sum;
}

/* Without the number that tells equal rows apart. */
static char *
dup_base (const Telling *self,
          const char    *name,
          gsize          row)
{
  guint64 hash = hash_row (self, row);

  return g_strdup_printf ("%s%c%08x", name != NULL ? name : "", GF_IDENTITY_MARK, (guint32) (hash ^ (hash >> 32)));
}

/* Counts how often a base has been seen, and gives the identity of this time. */
static char *
number_base (GHashTable *seen,
             char       *base)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, base)) + 1;
  char *identity = n > 1 ? g_strdup_printf ("%s.%u", base, n) : g_strdup (base);

  g_hash_table_insert (seen, base, GUINT_TO_POINTER (n));

  return identity;
}

/**
 * gf_table_dup_row_identities:
 * @self: a table
 * @rows: some of its rows
 *
 * The same as gf_table_dup_row_identity() for many rows, in one pass.
 *
 * Returns: (transfer full): what they are known by, in the order of the rows
 */
GStrv
gf_table_dup_row_identities (GfTable        *self,
                             const GfBitset *rows)
{
  g_return_val_if_fail (self != NULL && rows != NULL, NULL);
  g_return_val_if_fail (gf_bitset_get_size (rows) == gf_table_get_n_rows (self), NULL);

  g_auto (Telling) telling = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean nameless = FALSE;
  gsize last = 0;

  telling_init (&telling, self);
  for (gsize row = 0; gf_bitset_next (rows, &row); row++)
    {
      g_autofree char *identifier = dup_text (telling.identifier, row);
      char *name = identifier == NULL ? dup_text (telling.name, row) : NULL;

      nameless |= identifier == NULL && name == NULL;
      if (name != NULL)
        g_hash_table_add (names, name);
      last = row + 1;
    }

  for (gsize row = 0; row < last; row++)
    {
      gboolean wanted = gf_bitset_get (rows, row);

      if (!wanted && !nameless && g_hash_table_size (names) == 0)
        continue;

      g_autofree char *identifier = dup_text (telling.identifier, row);
      g_autofree char *name = identifier == NULL ? dup_text (telling.name, row) : NULL;

      if (identifier != NULL)
        {
          if (wanted)
            g_strv_builder_take (builder, g_steal_pointer (&identifier));
          continue;
        }
      if (name != NULL ? !g_hash_table_contains (names, name) : !nameless)
        continue;

      g_autofree char *identity = number_base (seen, dup_base (&telling, name, row));
      if (wanted)
        g_strv_builder_take (builder, g_steal_pointer (&identity));
    }

  return g_strv_builder_end (builder);
}

/**
 * gf_table_dup_row_identity:
 * @self: a table
 * @row: a row
 *
 * Returns: (transfer full): what the customer is known by
 */
char *
gf_table_dup_row_identity (GfTable *self,
                           gsize    row)
{
  g_return_val_if_fail (self != NULL && row < gf_table_get_n_rows (self), NULL);

  g_autoptr (GfBitset) rows = gf_bitset_new (gf_table_get_n_rows (self));

  gf_bitset_set (rows, row);
  g_auto (GStrv) identities = gf_table_dup_row_identities (self, rows);

  return g_steal_pointer (&identities[0]);
}

/* The customers of one name, or without any, and what is asked for of them. */
typedef struct
{
  GArray *rows;            /* guint32 */
  GPtrArray *identities;   /* borrowed */
} Namesakes;

static void
namesakes_free (gpointer data)
{
  Namesakes *namesakes = data;

  g_array_unref (namesakes->rows);
  g_ptr_array_unref (namesakes->identities);
  g_free (namesakes);
}

/* Adds an identity to those of the name before the mark; "" for the nameless. */
static void
want (GHashTable *names,
      const char *identity)
{
  const char *mark = strrchr (identity, GF_IDENTITY_MARK);

  if (mark == NULL)
    return;

  g_autofree char *name = g_strndup (identity, (gsize) (mark - identity));
  Namesakes *namesakes = g_hash_table_lookup (names, name);

  if (namesakes == NULL)
    {
      namesakes = g_new (Namesakes, 1);
      *namesakes = (Namesakes) { g_array_new (FALSE, FALSE, sizeof (guint32)), g_ptr_array_new () };
      g_hash_table_insert (names, g_steal_pointer (&name), namesakes);
    }
  g_ptr_array_add (namesakes->identities, (char *) identity);
}

typedef void (*FoundFunc) (guint32     row,
                           const char *identity,
                           gpointer    user_data);

static void
find_namesakes (const Telling   *telling,
                const char      *name,
                const Namesakes *namesakes,
                GHashTable      *wanted,
                FoundFunc        found,
                gpointer         user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (namesakes->rows->len == 1 && *name != '\0')
    {
      for (guint i = 0; i < namesakes->identities->len; i++)
        found (g_array_index (namesakes->rows, guint32, 0), g_ptr_array_index (namesakes->identities, i), user_data);
      return;
    }

  for (guint i = 0; i < namesakes->rows->len; i++)
    {
      guint32 row = g_array_index (namesakes->rows, guint32, i);
      g_autofree char *identity = number_base (seen, dup_base (telling, name, row));

      if (g_hash_table_contains (wanted, identity))
        found (row, identity, user_data);
    }
}

/* Tells of every customer that one of the identities means, in one pass over the rows. */
static void
find_identities (GfTable             *table,
                 const char * const  *identities,
                 FoundFunc            found,
                 gpointer             user_data)
{
  gsize n_rows = gf_table_get_n_rows (table);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, namesakes_free);
  g_auto (Telling) telling = { 0 };

  for (gsize i = 0; identities != NULL && identities[i] != NULL; i++)
    if (g_hash_table_add (wanted, (char *) identities[i]))
      want (names, identities[i]);
  if (g_hash_table_size (wanted) == 0)
    return;

  telling_init (&telling, table);
  for (gsize row = 0; row < n_rows; row++)
    {
      g_autofree char *identifier = dup_text (telling.identifier, row);
      g_autofree char *name = identifier == NULL ? dup_text (telling.name, row) : NULL;
      const char *known = identifier != NULL ? identifier : name != NULL ? name : "";
      Namesakes *namesakes = identifier == NULL ? g_hash_table_lookup (names, known) : NULL;
      guint32 number = (guint32) row;

      if (*known != '\0' && g_hash_table_contains (wanted, known))
        found (number, known, user_data);
      if (namesakes != NULL)
        g_array_append_val (namesakes->rows, number);
    }

  GHashTableIter iter;
  gpointer name, namesakes;
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &namesakes))
    find_namesakes (&telling, name, namesakes, wanted, found, user_data);
}

static void
set_row_cb (guint32     row,
            const char *identity,
            gpointer    user_data)
{
  gf_bitset_set (user_data, row);
}

/**
 * gf_table_match_identities:
 * @self: a table
 * @identities: (nullable): what customers are known by, ended by %NULL
 *
 * Finds customers again; those that are not there any more are passed over.
 *
 * Returns: (transfer full): their rows
 */
GfBitset *
gf_table_match_identities (GfTable            *self,
                           const char * const *identities)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfBitset *rows = gf_bitset_new (gf_table_get_n_rows (self));

  find_identities (self, identities, set_row_cb, rows);

  return rows;
}

static void
keep_row_cb (guint32     row,
             const char *identity,
             gpointer    user_data)
{
  GHashTable *rows = user_data;

  if (!g_hash_table_contains (rows, identity))
    g_hash_table_insert (rows, g_strdup (identity), GUINT_TO_POINTER (row));
}

/**
 * gf_table_find_identities:
 * @self: a table
 * @identities: (nullable): what customers are known by, ended by %NULL
 *
 * Returns: (transfer full) (element-type utf8 guint): for each identity that is there its row, the first one of rows
 *   that share an identifier, as GUINT_TO_POINTER()
 */
GHashTable *
gf_table_find_identities (GfTable            *self,
                          const char * const *identities)
{
  g_return_val_if_fail (self != NULL, NULL);

  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  find_identities (self, identities, keep_row_cb, rows);

  return rows;
}

/* Whom a text may mean: the first row, and how many there are. */
typedef struct
{
  gsize row;
  guint n;
} Meant;

static void
add_meant (GHashTable *meant,
           char       *text,
           gsize       row)
{
  Meant *one = text != NULL ? g_hash_table_lookup (meant, text) : NULL;

  if (one != NULL)
    one->n++;
  if (one != NULL || text == NULL)
    {
      g_free (text);
      return;
    }

  one = g_new (Meant, 1);
  *one = (Meant) { row, 1 };
  g_hash_table_insert (meant, text, one);
}

/**
 * gf_table_match_list:
 * @self: a table
 * @texts: identifiers or names of customers, as somebody wrote them down
 * @error: set where a text means nobody, or several
 *
 * Returns: (transfer full) (nullable): their rows
 */
GfBitset *
gf_table_match_list (GfTable             *self,
                     const char * const  *texts,
                     GError             **error)
{
  g_return_val_if_fail (self != NULL && texts != NULL, NULL);

  gsize n_rows = gf_table_get_n_rows (self);
  g_autoptr (GfBitset) rows = gf_bitset_new (n_rows);
  g_autoptr (GHashTable) identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (Telling) telling = { 0 };

  telling_init (&telling, self);
  for (gsize row = 0; row < n_rows; row++)
    {
      add_meant (identifiers, dup_text (telling.identifier, row), row);
      add_meant (names, dup_text (telling.name, row), row);
    }

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      const Meant *meant = g_hash_table_lookup (identifiers, texts[i]);

      if (meant == NULL)
        meant = g_hash_table_lookup (names, texts[i]);
      if (meant == NULL)
        {
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY,
                       _("No customer has the identifier or the name “%s”. Write it as it stands in the list."),
                       texts[i]);
          return NULL;
        }
      if (meant->n > 1)
        {
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY,
                       ngettext ("%2$u customer is called “%1$s”. Give the identifier.",
                                 "%2$u customers are called “%1$s”. Give their identifiers.", meant->n),
                       texts[i], meant->n);
          return NULL;
        }
      gf_bitset_set (rows, meant->row);
    }

  return g_steal_pointer (&rows);
}
