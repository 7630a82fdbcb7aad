/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-roles.h"

#include "gf-text.h"

#include <string.h>

static gboolean
is_identifier_name (const char *name,
                    const char *folded)
{
  return gf_exports_name_says (name, "identifier") || g_str_has_suffix (folded, " no") ||
         g_str_has_suffix (folded, " nr") || strcmp (folded, "customer number") == 0 ||
         strcmp (folded, "account number") == 0;
}

static gboolean
is_distinct (const GfColumnFacts *facts)
{
  return facts->n_distinct * 10 >= facts->n_filled * 9;
}

static GfColumnRole
guess_role (const GfColumnSpec  *spec,
            const GfColumnFacts *facts,
            const char          *folded)
{
  if (facts->n_filled == 0)
    return GF_ROLE_IGNORE;
  if (is_identifier_name (spec->name, folded) && spec->type != GF_COLUMN_DATE && spec->type != GF_COLUMN_FLAG)
    return is_distinct (facts) ? GF_ROLE_IDENTIFIER : GF_ROLE_IGNORE;
  if (gf_exports_name_says (spec->name, "contact") && (spec->type == GF_COLUMN_TEXT ||
                                       spec->type == GF_COLUMN_NUMBER))
    return GF_ROLE_IDENTIFIER;

  switch (spec->type)
    {
    case GF_COLUMN_MONEY:
      return GF_ROLE_VALUE;
    case GF_COLUMN_NUMBER:
      if (gf_exports_name_says (spec->name, "place"))
        return GF_ROLE_IGNORE;
      return gf_exports_name_says (spec->name, "value") ? GF_ROLE_VALUE : GF_ROLE_ATTRIBUTE;
    case GF_COLUMN_DATE:
      return GF_ROLE_DATE;
    case GF_COLUMN_FLAG:
    case GF_COLUMN_CATEGORY:
      return gf_exports_name_says (spec->name, "churn") ? GF_ROLE_CHURN : GF_ROLE_ATTRIBUTE;
    case GF_COLUMN_SET:
      return GF_ROLE_ATTRIBUTE;
    case GF_COLUMN_TEXT:
    default:
      return GF_ROLE_IGNORE;
    }
}

/* The column that names the customers, -1 if none: by the order of the words, the more distinct
   first. What the export says to be something else is not asked. */
static int
find_name (const GfColumnSpec    *specs,
           const GfColumnFacts   *facts,
           char                 **folded,
           guint                  n_columns,
           const gboolean        *settled)
{
  const char * const *words = gf_exports_get_words ("name");

  for (guint word = 0; words[word] != NULL; word++)
    for (guint i = 0; i < n_columns; i++)
      if (!settled[i] && strcmp (folded[i], words[word]) == 0 && facts[i].n_filled > 0 &&
          (specs[i].type == GF_COLUMN_TEXT || specs[i].type == GF_COLUMN_CATEGORY) &&
          facts[i].n_distinct * 2 > facts[i].n_filled)
        return (int) i;

  for (guint i = 0; i < n_columns; i++)
    if (!settled[i] && g_str_has_suffix (folded[i], " name") && specs[i].type == GF_COLUMN_TEXT &&
        facts[i].n_long == 0 &&
        strstr (folded[i], "domain") == NULL && is_distinct (&facts[i]))
      return (int) i;

  return -1;
}

/* Whether the cells can be what the export says: a column that somebody gave another content under
   the old name, or whose content was made unreadable, stays what its cells look like. */
static gboolean
can_be (const GfColumnSpec   *spec,
        const GfColumnFacts  *facts,
        const GfExportColumn *known)
{
  gsize n_flags = facts->n_yes + facts->n_no;
  gsize n_numbers;

  if (facts->n_filled == 0 || (int) spec->type == known->type)
    return TRUE;

  switch ((GfColumnType) known->type)
    {
    case GF_COLUMN_TEXT:
    case GF_COLUMN_CATEGORY:
      return TRUE;

    case GF_COLUMN_SET:
      return spec->type == GF_COLUMN_TEXT || spec->type == GF_COLUMN_CATEGORY;

    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
      return spec->type == GF_COLUMN_NUMBER || spec->type == GF_COLUMN_MONEY ||
             (spec->type == GF_COLUMN_FLAG && facts->n_digit_flag == n_flags);

    case GF_COLUMN_FLAG:
      return n_flags * 10 >= facts->n_filled * 9;

    case GF_COLUMN_DATE:
      gf_infer_date_numbers (facts, &n_numbers);
      return spec->type == GF_COLUMN_NUMBER && n_numbers * 10 >= facts->n_filled * 9;

    default:
      return FALSE;
    }
}

static gboolean
fits_role (GfColumnType type,
           GfColumnRole role)
{
  switch (role)
    {
    case GF_ROLE_VALUE:
      return type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY;
    case GF_ROLE_DATE:
      return type == GF_COLUMN_DATE;
    case GF_ROLE_CHURN:
      return type == GF_COLUMN_FLAG || type == GF_COLUMN_CATEGORY || type == GF_COLUMN_DATE;
    case GF_ROLE_NAME:
    case GF_ROLE_IDENTIFIER:
    case GF_ROLE_ATTRIBUTE:
    case GF_ROLE_IGNORE:
    default:
      return TRUE;
    }
}

/* Takes over what is known of a column by its name. Returns whether that said its role. */
static gboolean
take_known (GfColumnSpec         *spec,
            const GfColumnFacts  *facts,
            const GfExportColumn *known)
{
  if (known->type != GF_EXPORT_UNSAID && can_be (spec, facts, known))
    {
      gsize n_numbers;

      if (known->type != GF_COLUMN_MONEY)
        g_clear_pointer (&spec->currency, g_free);
      if (known->type == GF_COLUMN_DATE && spec->type != GF_COLUMN_DATE)
        spec->date_numbers = gf_infer_date_numbers (facts, &n_numbers);
      spec->type = (GfColumnType) known->type;
    }
  if (spec->type == GF_COLUMN_SET && known->separator != '\0')
    spec->separator = known->separator;
  if (known->role == GF_EXPORT_UNSAID || facts->n_filled == 0 ||
      !fits_role (spec->type, (GfColumnRole) known->role))
    return FALSE;

  spec->role = (GfColumnRole) known->role;

  return TRUE;
}

/**
 * gf_roles_guess:
 * @specs: (array length=n_columns) (inout): the columns with name and type; their roles are set,
 *   and the types of those that the export knows
 * @facts: (array length=n_columns): what was found in them
 * @n_columns: how many
 * @export: (nullable): whose export the file is, %NULL if that is not known
 *
 * Says what each column is for: as the export has it, else as its name is usually meant, else as
 * its name and content look. An empty column is ignored.
 */
void
gf_roles_guess (GfColumnSpec        *specs,
                const GfColumnFacts *facts,
                guint                n_columns,
                const GfExport      *export)
{
  g_auto (GStrv) folded = g_new0 (char *, n_columns + 1);
  g_autofree gboolean *settled = g_new0 (gboolean, n_columns + 1);
  int name = -1;

  for (guint i = 0; i < n_columns; i++)
    {
      const GfExportColumn *known = gf_export_find_column (export, specs[i].name);

      folded[i] = gf_text_fold (specs[i].name, strlen (specs[i].name));
      specs[i].role = guess_role (&specs[i], &facts[i], folded[i]);
      settled[i] = known != NULL && take_known (&specs[i], &facts[i], known);
      if (settled[i] && specs[i].role == GF_ROLE_NAME && name >= 0)
        specs[i].role = GF_ROLE_ATTRIBUTE;
      else if (settled[i] && specs[i].role == GF_ROLE_NAME)
        name = (int) i;
    }

  /* What stands for a customer is no quantity, even if it is all digits. */
  for (guint i = 0; i < n_columns; i++)
    if (specs[i].role == GF_ROLE_IDENTIFIER)
      specs[i].type = GF_COLUMN_TEXT;

  if (name < 0)
    name = find_name (specs, facts, folded, n_columns, settled);
  if (name >= 0)
    {
      specs[name].role = GF_ROLE_NAME;
      specs[name].type = GF_COLUMN_TEXT;
    }
}
