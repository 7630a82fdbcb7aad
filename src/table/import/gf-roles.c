/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-roles.h"

#include "gf-text.h"

#include <string.h>

/* A status of more levels is no longer about staying or leaving alone. */
#define MOST_STATUS_LEVELS 12

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
      return gf_exports_name_says (spec->name, "churn") ? GF_ROLE_CHURN : GF_ROLE_DATE;
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

  /* A list of orders or payments names each customer a few times. */
  for (guint word = 0; words[word] != NULL; word++)
    for (guint i = 0; i < n_columns; i++)
      if (!settled[i] && strcmp (folded[i], words[word]) == 0 &&
          (specs[i].type == GF_COLUMN_TEXT || specs[i].type == GF_COLUMN_CATEGORY) &&
          facts[i].n_distinct >= 8 && facts[i].n_distinct * 4 >= facts[i].n_filled)
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
             ((spec->type == GF_COLUMN_TEXT || spec->type == GF_COLUMN_CATEGORY) && !spec->bands &&
              gf_infer_is_mostly_numbers (facts)) ||
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
 * gf_roles_say_staying:
 * @name: the name of a column
 *
 * Returns: whether "yes" in it means that the customer stays: "Active", but not "Inactive"
 */
gboolean
gf_roles_say_staying (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  g_autofree char *folded = gf_exports_fold_name (name);

  return gf_exports_name_says (name, "staying names") && !gf_exports_name_says (name, "churn") &&
         strstr (folded, "inact") == NULL && strstr (folded, "inakt") == NULL;
}

/* Who is active says who has left where nothing says it outright. */
static void
prefer_outright_churn (GfColumnSpec *specs,
                       guint         n_columns)
{
  gboolean outright = FALSE;

  for (guint i = 0; i < n_columns; i++)
    outright |= specs[i].role == GF_ROLE_CHURN && !gf_roles_say_staying (specs[i].name);
  for (guint i = 0; outright && i < n_columns; i++)
    if (specs[i].role == GF_ROLE_CHURN && specs[i].type == GF_COLUMN_FLAG &&
        gf_roles_say_staying (specs[i].name))
      specs[i].role = GF_ROLE_ATTRIBUTE;
}

static gboolean
has_level_of (GfColumn   *column,
              const char *list)
{
  const char * const *words = gf_exports_get_words (list);

  for (guint i = 0; i < gf_column_get_n_levels (column); i++)
    {
      g_autofree char *folded = g_utf8_casefold (gf_column_get_level (column, i), -1);

      if (g_strv_contains (words, folded))
        return TRUE;
    }

  return FALSE;
}

/* A status of few levels, of which one says that a customer stays and one that it left. */
static gboolean
tells_who_left (GfColumn     *column,
                const GfExport *export)
{
  const GfExportColumn *known = gf_export_find_column (export, gf_column_get_name (column));

  return gf_column_get_column_type (column) == GF_COLUMN_CATEGORY &&
         gf_column_get_n_levels (column) <= MOST_STATUS_LEVELS && known != NULL &&
         g_strcmp0 (known->key, "status") == 0 && known->role == GF_EXPORT_UNSAID &&
         has_level_of (column, "staying levels") && has_level_of (column, "left levels");
}

/**
 * gf_roles_settle_churn:
 * @column: (transfer full): a column that has its role
 * @export: (nullable): whose export the file is
 *
 * Decides by the cells who has left: an end that nearly every customer has is none of leaving, and a status says it
 * where some are active and some cancelled.
 *
 * Returns: (transfer full): the column, with another role if need be
 */
GfColumn *
gf_roles_settle_churn (GfColumn       *column,
                       const GfExport *export)
{
  g_return_val_if_fail (column != NULL, NULL);

  GfColumnRole role = gf_column_get_role (column);
  GfColumnRole settled = role;

  if (role == GF_ROLE_CHURN && gf_column_get_column_type (column) == GF_COLUMN_DATE &&
      gf_column_count_filled (column) * 20 >= gf_column_get_n_rows (column) * 19)
    settled = GF_ROLE_DATE;
  else if (role == GF_ROLE_ATTRIBUTE && tells_who_left (column, export))
    settled = GF_ROLE_CHURN;
  if (settled == role)
    return column;

  GfColumn *changed = gf_column_with_role (column, settled);
  gf_column_unref (column);

  return changed;
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
      GfColumnType type = specs[i].type;
      settled[i] = known != NULL && take_known (&specs[i], &facts[i], known);
      /* What is no text after all is for something. */
      if (!settled[i] && type == GF_COLUMN_TEXT && specs[i].type != type)
        specs[i].role = guess_role (&specs[i], &facts[i], folded[i]);
      if (settled[i] && specs[i].role == GF_ROLE_NAME && name >= 0)
        specs[i].role = GF_ROLE_ATTRIBUTE;
      else if (settled[i] && specs[i].role == GF_ROLE_NAME)
        name = (int) i;
    }

  prefer_outright_churn (specs, n_columns);

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
