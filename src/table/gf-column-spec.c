/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column.h"

#include "gf-text.h"

#include <string.h>

G_DEFINE_ENUM_TYPE (GfColumnType, gf_column_type,
                    G_DEFINE_ENUM_VALUE (GF_COLUMN_CATEGORY, "category"),
                    G_DEFINE_ENUM_VALUE (GF_COLUMN_SET, "set"),
                    G_DEFINE_ENUM_VALUE (GF_COLUMN_NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (GF_COLUMN_MONEY, "money"),
                    G_DEFINE_ENUM_VALUE (GF_COLUMN_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (GF_COLUMN_FLAG, "flag"),
                    G_DEFINE_ENUM_VALUE (GF_COLUMN_TEXT, "text"))

G_DEFINE_ENUM_TYPE (GfColumnRole, gf_column_role,
                    G_DEFINE_ENUM_VALUE (GF_ROLE_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (GF_ROLE_IDENTIFIER, "identifier"),
                    G_DEFINE_ENUM_VALUE (GF_ROLE_ATTRIBUTE, "attribute"),
                    G_DEFINE_ENUM_VALUE (GF_ROLE_VALUE, "value"),
                    G_DEFINE_ENUM_VALUE (GF_ROLE_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (GF_ROLE_CHURN, "churn"),
                    G_DEFINE_ENUM_VALUE (GF_ROLE_IGNORE, "ignore"))

G_DEFINE_BOXED_TYPE (GfColumnSpec, gf_column_spec, gf_column_spec_copy, gf_column_spec_free)

/**
 * gf_column_type_get_nick:
 * @type: a type
 *
 * Returns: the word the files and the command line use for it
 */
const char *
gf_column_type_get_nick (GfColumnType type)
{
  static const char * const nicks[] = { "category", "set", "number", "money", "date", "flag",
                                        "text" };

  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (nicks), NULL);

  return nicks[type];
}

/**
 * gf_column_role_get_nick:
 * @role: a role
 *
 * Returns: the word the files and the command line use for it
 */
const char *
gf_column_role_get_nick (GfColumnRole role)
{
  static const char * const nicks[] = {
    "name", "identifier", "attribute", "value", "date", "churn", "ignore",
  };

  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (nicks), NULL);

  return nicks[role];
}

/**
 * gf_column_spec_copy:
 * @spec: a spec
 *
 * Returns: (transfer full): an independent copy
 */
GfColumnSpec *
gf_column_spec_copy (const GfColumnSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  GfColumnSpec *copy = g_memdup2 (spec, sizeof *spec);

  copy->name = g_strdup (spec->name);
  copy->currency = g_strdup (spec->currency);
  copy->missing = g_strdupv (spec->missing);
  copy->not_missing = g_strdupv (spec->not_missing);

  return copy;
}

/**
 * gf_column_spec_clear:
 * @spec: a spec
 *
 * Frees what the spec holds and zeroes it; for specs in arrays and on the stack.
 */
void
gf_column_spec_clear (GfColumnSpec *spec)
{
  g_free (spec->name);
  g_free (spec->currency);
  g_strfreev (spec->missing);
  g_strfreev (spec->not_missing);
  *spec = (GfColumnSpec) { 0 };
}

/**
 * gf_column_spec_free:
 * @spec: (nullable) (transfer full): a spec
 *
 * Frees a copied spec.
 */
void
gf_column_spec_free (GfColumnSpec *spec)
{
  if (spec == NULL)
    return;

  gf_column_spec_clear (spec);
  g_free (spec);
}

static gboolean
same_texts (char **a,
            char **b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char * const *) (a != NULL ? a : none),
                       (const char * const *) (b != NULL ? b : none));
}

/**
 * gf_column_spec_equal:
 * @a: a spec
 * @b: another
 *
 * Returns: whether both read any texts alike and have the same name and role
 */
gboolean
gf_column_spec_equal (const GfColumnSpec *a,
                      const GfColumnSpec *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->currency, b->currency) == 0 &&
         a->type == b->type && a->role == b->role && a->separator == b->separator &&
         a->decimal == b->decimal && a->date_order == b->date_order &&
         a->date_numbers == b->date_numbers && a->percent == b->percent && a->bands == b->bands &&
         a->repair == b->repair && a->blank_is_no == b->blank_is_no &&
         same_texts (a->missing, b->missing) && same_texts (a->not_missing, b->not_missing);
}

static gboolean
is_quantity (GfColumnType type)
{
  return type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY || type == GF_COLUMN_DATE ||
         type == GF_COLUMN_FLAG;
}

static gboolean
has_text (char       **list,
          const char  *text,
          gsize        length)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (strlen (list[i]) == length && memcmp (list[i], text, length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * gf_column_spec_is_missing:
 * @spec: how a column is read
 * @text: the text of a cell
 * @length: its bytes
 *
 * Says whether a cell says nothing known: it is blank, one of the texts of gf_text_is_missing() or
 * of those the column has beside them. Of the usual ones a category, set or text may except some.
 * "None" says nothing among numbers, dates and flags, and is an answer elsewhere.
 *
 * Returns: whether the cell is missing
 */
gboolean
gf_column_spec_is_missing (const GfColumnSpec *spec,
                           const char         *text,
                           gsize               length)
{
  g_return_val_if_fail (spec != NULL && text != NULL, TRUE);

  if (gf_text_is_missing (text, length, FALSE))
    {
      if (spec->not_missing == NULL || is_quantity (spec->type))
        return TRUE;
      gf_text_trim (&text, &length);
      return length == 0 || !has_text (spec->not_missing, text, length);
    }
  if (spec->missing == NULL && !is_quantity (spec->type))
    return FALSE;

  gf_text_trim (&text, &length);
  if (has_text (spec->missing, text, length))
    return TRUE;

  return is_quantity (spec->type) && gf_text_equal_ascii (text, length, "none");
}

static void
remove_text (char       ***list,
             const char   *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; *list != NULL && (*list)[i] != NULL; i++)
    if (strcmp ((*list)[i], text) != 0)
      {
        g_strv_builder_add (builder, (*list)[i]);
        n++;
      }
  g_strfreev (*list);
  *list = n > 0 ? g_strv_builder_end (builder) : NULL;
}

static void
add_text (char       ***list,
          const char   *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  remove_text (list, text);
  if (*list != NULL)
    g_strv_builder_addv (builder, (const char **) *list);
  g_strv_builder_add (builder, text);
  g_strfreev (*list);
  *list = g_strv_builder_end (builder);
}

/**
 * gf_column_spec_set_missing:
 * @spec: how a column is read
 * @text: a text, without blanks around it
 * @missing: whether it says nothing in this column
 *
 * Chooses whether a text counts as missing. Nothing changes for a blank one, which always does.
 */
void
gf_column_spec_set_missing (GfColumnSpec *spec,
                            const char   *text,
                            gboolean      missing)
{
  g_return_if_fail (spec != NULL && text != NULL);

  gboolean usual = gf_text_is_missing (text, strlen (text), FALSE);

  if (gf_text_is_blank (text, strlen (text)))
    return;
  remove_text (&spec->missing, text);
  remove_text (&spec->not_missing, text);
  /* "NA" is told either way, as it depends on the column else. */
  if (missing && (!usual || strcmp (text, "NA") == 0))
    add_text (&spec->missing, text);
  else if (!missing && usual)
    add_text (&spec->not_missing, text);
}
