/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-exports-private.h"

#include "gf-column-name.h"
#include "gf-text.h"

#include <math.h>
#include <string.h>

static const GfExportsData *
get_data (void)
{
  static GfExportsData *data;

  if (g_once_init_enter_pointer (&data))
    g_once_init_leave_pointer (&data, _gf_exports_load ());

  return data;
}

/**
 * gf_export_get_id:
 * @self: an export
 *
 * Returns: the word that stands for it, "hubspot-companies"
 */
const char *
gf_export_get_id (const GfExport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * gf_export_get_title:
 * @self: an export
 *
 * Returns: its name for people, "HubSpot companies": names of products, not translated
 */
const char *
gf_export_get_title (const GfExport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * gf_export_get_row:
 * @self: an export
 *
 * Returns: what one row of it is
 */
GfExportRow
gf_export_get_row (const GfExport *self)
{
  g_return_val_if_fail (self != NULL, GF_EXPORT_ROW_UNKNOWN);

  return self->row;
}

/**
 * gf_export_find_column:
 * @self: (nullable): an export; %NULL if the file is none that is known
 * @name: the name of a column of it
 *
 * Says what a column is: by the export's own list, with and without the export's prefix, else by
 * the names that are usual everywhere.
 *
 * Returns: (transfer none) (nullable): what it is, %NULL if the name says nothing
 */
const GfExportColumn *
gf_export_find_column (const GfExport *self,
                       const char     *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (self == NULL)
    return gf_exports_find_usual (name);

  g_autofree char *folded = gf_exports_fold_name (name);
  const GfExportColumn *column = g_hash_table_lookup (self->columns, folded);
  if (column != NULL)
    return column;

  const char *rest = _gf_export_unprefix (self, folded);
  if (rest != NULL && (column = g_hash_table_lookup (self->columns, rest)) != NULL)
    return column;

  return gf_exports_find_usual (name);
}

/**
 * gf_export_is_column:
 * @self: (nullable): an export
 * @name: the name of a column
 * @wanted: a name as the export's file has it
 *
 * Returns: whether they are the same name, with or without the export's prefix
 */
gboolean
gf_export_is_column (const GfExport *self,
                     const char     *name,
                     const char     *wanted)
{
  g_return_val_if_fail (name != NULL && wanted != NULL, FALSE);

  g_autofree char *folded = gf_exports_fold_name (name);
  g_autofree char *goal = gf_exports_fold_name (wanted);
  const char *rest = self != NULL ? _gf_export_unprefix (self, folded) : NULL;

  return strcmp (folded, goal) == 0 || g_strcmp0 (rest, goal) == 0;
}

/**
 * gf_exports_get_n:
 *
 * Returns: how many exports are known
 */
guint
gf_exports_get_n (void)
{
  return get_data ()->exports->len;
}

/**
 * gf_exports_get:
 * @index: from 0, below gf_exports_get_n()
 *
 * Returns: (transfer none): an export; they are in the order of their ids
 */
const GfExport *
gf_exports_get (guint index)
{
  g_return_val_if_fail (index < gf_exports_get_n (), NULL);

  return g_ptr_array_index (get_data ()->exports, index);
}

/**
 * gf_exports_find:
 * @id: the word that stands for an export
 *
 * Returns: (transfer none) (nullable): the export
 */
const GfExport *
gf_exports_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < gf_exports_get_n (); i++)
    if (strcmp (gf_exports_get (i)->id, id) == 0)
      return gf_exports_get (i);

  return NULL;
}

/* The names of a file's columns, folded, and of one export those without its prefixes. */
typedef struct
{
  GHashTable *names;
  GHashTable *rests;
} Known;

static gboolean
has_name (const Known *known,
          const char  *name)
{
  return g_hash_table_contains (known->names, name) || g_hash_table_contains (known->rests, name);
}

static gboolean
has_one_of (const Known  *known,
            char        **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (has_name (known, names[i]))
      return TRUE;

  return FALSE;
}

/* How many of an export's names are there, by weight; 0 when it cannot be it. */
static double
weigh (const GfExport  *export,
       GHashTable      *names,
       char           **folded,
       guint            n_names)
{
  g_autoptr (GHashTable) rests = g_hash_table_new (g_str_hash, g_str_equal);
  const Known known = { names, rests };
  double weight = 0;

  for (guint i = 0; i < n_names && export->prefixes[0] != NULL; i++)
    {
      const char *rest = _gf_export_unprefix (export, folded[i]);

      if (rest != NULL)
        g_hash_table_add (rests, (char *) rest);
    }
  for (guint i = 0; i < export->must->len; i++)
    if (!has_one_of (&known, g_ptr_array_index (export->must, i)))
      return 0;
  for (guint i = 0; export->never[i] != NULL; i++)
    if (has_name (&known, export->never[i]))
      return 0;
  for (guint i = 0; i < export->may->len; i++)
    {
      const GfSignatureName *may = &g_array_index (export->may, GfSignatureName, i);

      weight += has_name (&known, may->name) ? may->weight : 0;
    }

  return weight >= export->least ? weight : 0;
}

static char **
fold_all (const char * const  *names,
          guint                n_names,
          GHashTable         **known)
{
  char **folded = g_new0 (char *, n_names + 1);

  *known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_names; i++)
    {
      folded[i] = gf_exports_fold_name (names[i]);
      g_hash_table_add (*known, folded[i]);
    }

  return folded;
}

/**
 * gf_export_matches:
 * @self: an export
 * @names: (array length=n_names): the names of a file's columns
 * @n_names: how many
 *
 * Returns: whether the file could be this export
 */
gboolean
gf_export_matches (const GfExport     *self,
                   const char * const *names,
                   guint               n_names)
{
  g_return_val_if_fail (self != NULL && (names != NULL || n_names == 0), FALSE);

  g_autoptr (GHashTable) known = NULL;
  g_auto (GStrv) folded = fold_all (names, n_names, &known);

  return weigh (self, known, folded, n_names) > 0;
}

/**
 * gf_exports_recognise:
 * @names: (array length=n_names): the names of a file's columns
 * @n_names: how many
 * @confidence: (out) (optional): 0.5 when only just, towards 1 the more of the export's names are
 *   there; 0 when none is recognised
 *
 * Recognises whose export a file is by the names of its columns.
 *
 * Returns: (transfer none) (nullable): the export, %NULL if no known one has these columns
 */
const GfExport *
gf_exports_recognise (const char * const *names,
                      guint               n_names,
                      double             *confidence)
{
  g_return_val_if_fail (names != NULL || n_names == 0, NULL);

  g_autoptr (GHashTable) known = NULL;
  g_auto (GStrv) folded = fold_all (names, n_names, &known);
  const GfExport *best = NULL;
  double most = 0;

  for (guint i = 0; i < gf_exports_get_n (); i++)
    {
      double weight = weigh (gf_exports_get (i), known, folded, n_names);

      if (weight > most)
        {
          most = weight;
          best = gf_exports_get (i);
        }
    }
  if (confidence != NULL)
    *confidence = best != NULL ? 1 - pow (0.5, most / best->least) : 0;

  return best;
}

/**
 * gf_exports_find_usual:
 * @name: the name of a column
 *
 * Says what a column of that name is in any file, in several languages.
 *
 * Returns: (transfer none) (nullable): what it is, %NULL if the name says nothing
 */
const GfExportColumn *
gf_exports_find_usual (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autofree char *folded = gf_exports_fold_name (name);

  return g_hash_table_lookup (get_data ()->usual, folded);
}

/**
 * gf_exports_get_words:
 * @list: which: a member of "words" in columns.json
 *
 * Returns: (transfer none) (array zero-terminated=1): the words, in their order of weight
 */
const char * const *
gf_exports_get_words (const char *list)
{
  static const char * const none[] = { NULL };
  const char * const *words = g_hash_table_lookup (get_data ()->words, list);

  g_return_val_if_fail (words != NULL, none);

  return words;
}

/**
 * gf_exports_name_says:
 * @name: the name of a column
 * @list: a list of words in columns.json
 *
 * Says whether a name has one of the words: short ones as a word of their own, those of six letters
 * and more and those of several words anywhere.
 *
 * Returns: whether it has
 */
gboolean
gf_exports_name_says (const char *name,
                      const char *list)
{
  g_return_val_if_fail (name != NULL && list != NULL, FALSE);

  const char * const *words = gf_exports_get_words (list);
  g_autofree char *folded = gf_column_name_fold (name);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ()[]/.:,", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strchr (words[i], ' ') != NULL || strlen (words[i]) >= 6
          ? strstr (folded, words[i]) != NULL
          : g_strv_contains ((const char * const *) parts, words[i]))
      return TRUE;

  return FALSE;
}
