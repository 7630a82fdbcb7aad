/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column.h"

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
