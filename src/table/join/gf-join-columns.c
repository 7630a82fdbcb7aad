/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-plan.h"

#include "gf-join-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A category of more levels than this says nothing as a set. */
#define MAX_LEVELS 100

static gboolean
says (const GfTable      *table,
      guint               column,
      const char * const *words)
{
  g_autofree char *folded = gf_header_split (gf_column_get_name (gf_table_get_column (table, column)));

  return gf_header_says (folded, words);
}

static GfColumnType
type_of (const GfTable *table,
         guint          column)
{
  return gf_column_get_column_type (gf_table_get_column (table, column));
}

/* A column that means one of the keys by the export or by its name, -1 if none has that type. */
static int
find_meaning (const GfTable      *table,
              GfColumnType        type,
              const char * const *keys)
{
  const GfExport *source = gf_join_find_export (table);

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    if (type_of (table, i) == type &&
        gf_join_key_is (source, gf_column_get_name (gf_table_get_column (table, i)), keys))
      return (int) i;

  return -1;
}

/* The dates that order the rows: by what the kind of row calls them, else the first. */
static int
find_when (const GfTable *other,
           GfRowKind      kind)
{
  static const char * const words[][7] = {
    [GF_ROWS_COMPANIES] = { "modified", "updated", "last activity", NULL },
    [GF_ROWS_DEALS] = { "close date", "closedate", "closing date", "won time", "closed on", "close",
                        NULL },
    [GF_ROWS_TICKETS] = { "created", "submitted", "createdate", "opened", "create date", "created at",
                          NULL },
    [GF_ROWS_PAYMENTS] = { "created", "paid", "payment date", "date", NULL },
    [GF_ROWS_ORDERS] = { "order date", "ordered", "created", "date", NULL },
    [GF_ROWS_ANSWERS] = { "recorded date", "end date", "survey date", "submitted", "completed", "date",
                          NULL },
    [GF_ROWS_OTHER] = { "date", "created", NULL },
  };
  static const char * const closed[] = { "won", "closed", NULL };
  static const char * const created[] = { "created", NULL };
  int first = -1;

  if (kind != GF_ROWS_COMPANIES)
    {
      int known = find_meaning (other, GF_COLUMN_DATE, kind == GF_ROWS_DEALS ? closed : created);

      if (known >= 0)
        return known;
    }
  for (guint word = 0; words[kind][word] != NULL; word++)
    for (guint i = 0; i < gf_table_get_n_columns (other); i++)
      {
        const char * const one[] = { words[kind][word], NULL };

        if (type_of (other, i) != GF_COLUMN_DATE)
          continue;
        if (says (other, i, one))
          return (int) i;
        if (first < 0)
          first = (int) i;
      }

  return first;
}

static gboolean
has_level (GfColumn *column,
           gboolean (*holds) (const char *))
{
  for (guint i = 0; i < gf_column_get_n_levels (column); i++)
    if (holds (gf_column_get_level (column, i)))
      return TRUE;

  return FALSE;
}

/* A column that says of deals what became of them, though of none that it was won: which deals were is
   then not known. */
static int
find_stage (const GfTable      *other,
            const char * const *words)
{
  static const char * const stages[] = {
    "stage", "stagename", "dealstage", "phase", "verkaufsphase", "étape", "etapa", "fase", NULL,
  };
  static const char * const not[] = {
    "funding", "company", "growth", "lifecycle", "life cycle", "customer", "account", NULL,
  };

  for (guint i = 0; i < gf_table_get_n_columns (other); i++)
    if (type_of (other, i) == GF_COLUMN_CATEGORY && says (other, i, words) &&
        has_level (gf_table_get_column (other, i), gf_status_is_lost))
      return (int) i;
  for (guint i = 0; i < gf_table_get_n_columns (other); i++)
    if (gf_column_count_filled (gf_table_get_column (other, i)) > 0 && type_of (other, i) != GF_COLUMN_DATE &&
        says (other, i, stages) && !says (other, i, not))
      return (int) i;

  return -1;
}

/* The column that says which rows count: won or void. */
static int
find_status (const GfTable *other,
             GfRowKind      kind)
{
  static const char * const words[] = {
    "status", "stage", "stagename", "won", "dealstage", "state", "outcome", "result", NULL,
  };

  if (kind != GF_ROWS_DEALS && kind != GF_ROWS_PAYMENTS && kind != GF_ROWS_ORDERS)
    return -1;

  for (guint i = 0; i < gf_table_get_n_columns (other); i++)
    {
      GfColumn *column = gf_table_get_column (other, i);
      g_autofree char *folded = gf_header_split (gf_column_get_name (column));

      if (!gf_header_says (folded, words) && !g_str_equal (folded, "iswon"))
        continue;
      if (type_of (other, i) == GF_COLUMN_FLAG && kind == GF_ROWS_DEALS && strstr (folded, "won") != NULL)
        return (int) i;
      if (type_of (other, i) == GF_COLUMN_CATEGORY &&
          has_level (column, kind == GF_ROWS_DEALS ? gf_status_is_won : gf_status_is_void))
        return (int) i;
    }
  if (kind != GF_ROWS_DEALS)
    return -1;

  /* However it is called, a column that says “won” is the one. */
  for (guint i = 0; i < gf_table_get_n_columns (other); i++)
    if (type_of (other, i) == GF_COLUMN_CATEGORY &&
        has_level (gf_table_get_column (other, i), gf_status_is_won))
      return (int) i;

  return find_stage (other, words);
}

/* Whether a column speaks of more than one currency. */
static gboolean
is_mixed (GfColumn *column)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < gf_column_get_n_levels (column); i++)
    {
      g_autofree char *code = gf_join_dup_currency (gf_column_get_level (column, i));

      if (first == NULL)
        first = g_steal_pointer (&code);
      else if (!g_str_equal (first, code))
        return TRUE;
    }

  return FALSE;
}

static int
find_currency (const GfTable *other)
{
  static const char * const words[] = { "currency", "currency code", NULL };
  static const char * const keys[] = { "currency", NULL };
  int known = find_meaning (other, GF_COLUMN_CATEGORY, keys);

  if (known >= 0)
    return is_mixed (gf_table_get_column (other, (guint) known)) ? known : -1;

  for (guint i = 0; i < gf_table_get_n_columns (other); i++)
    if (type_of (other, i) == GF_COLUMN_CATEGORY && says (other, i, words) &&
        is_mixed (gf_table_get_column (other, i)))
      return (int) i;

  return -1;
}

/**
 * gf_join_may_sum:
 * @other: the second file
 * @column: one of its columns
 *
 * Returns: whether the column holds money or quantities, which may be added; others, like scores and
 *     rates, can only be averaged
 */
gboolean
gf_join_may_sum (const GfTable *other,
                 guint          column)
{
  g_return_val_if_fail (other != NULL && column < gf_table_get_n_columns (other), FALSE);

  static const char * const never[] = {
    "score", "rate", "rating", "percent", "probability", "%", "average", "avg", "mean", "nps", "csat",
    "unit price", "age", "satisfaction", NULL,
  };
  static const char * const always[] = {
    "amount", "value", "total", "revenue", "price", "freight", "quantity", "qty", "sales", "spend",
    "spent", "paid", "fee", "cost", "tax", "units", "refunded", "net", "gross", "seats", "orders",
    NULL,
  };

  if (says (other, column, never))
    return FALSE;

  return type_of (other, column) == GF_COLUMN_MONEY || says (other, column, always);
}

static gboolean
is_key (const GfJoinPlan *self,
        guint             column)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (g_array_index (self->keys, GfJoinKey, i).other == column)
      return TRUE;

  return FALSE;
}

/* Columns that say nothing of a customer once rows are put together. */
static gboolean
is_of_the_row (const GfJoinPlan *self,
               const GfTable    *other,
               guint             column)
{
  static const char * const words[] = {
    "deleted", "synced", "zip", "postal", "latitude", "longitude", "employee", "agent", "owner", "ship",
    "assignee", "deal name", "dealname", "opportunity name", "first name", "last name", "subject",
    "description", "requester", "comment", NULL,
  };
  static const char * const keys[] = {
    "owner", "phone", "notes", "address", "zip", "ip", "first_name", "last_name", "person", "email",
    "website", "domain", "id", "company", "company_id", NULL,
  };
  GfColumn *data = gf_table_get_column (other, column);
  g_autofree char *folded = gf_header_split (gf_column_get_name (data));
  GfColumnRole role = gf_column_get_role (data);

  if (is_key (self, column) || gf_column_count_filled (data) == 0 || (int) column == self->currency)
    return TRUE;
  if (self->kind == GF_ROWS_COMPANIES)
    return gf_header_is_own_id (folded);

  return role == GF_ROLE_IDENTIFIER || role == GF_ROLE_NAME || gf_header_is_id (folded) ||
         gf_header_is_email (folded) || gf_header_is_domain (folded) || gf_header_says (folded, words) ||
         gf_join_key_is (gf_join_find_export (other), gf_column_get_name (data), keys);
}

/* What a column is called that a rule makes of one of that name. */
static char *
dup_full_name (const char *title,
               GfJoinRule  rule,
               const char *name)
{
  switch (rule)
    {
    case GF_JOIN_SUM:
      /* Translators: a column made of another file: “Deals: Amount, sum” */
      return g_strdup_printf (_("%s: %s, sum"), title, name);
    case GF_JOIN_MEAN:
      return g_strdup_printf (_("%s: %s, mean"), title, name);
    case GF_JOIN_LEAST:
      return g_strdup_printf (_("%s: %s, first"), title, name);
    case GF_JOIN_MOST:
    case GF_JOIN_LAST:
      return g_strdup_printf (_("%s: %s, last"), title, name);
    case GF_JOIN_COUNT_YES:
      /* Translators: how often the answer is yes in a column made of another file */
      return g_strdup_printf (_("%s: %s, count of yes"), title, name);
    case GF_JOIN_SET:
    case GF_JOIN_TAKE:
    default:
      return g_strdup_printf ("%s: %s", title, name);
    }
}

static void
add (GfJoinPlan    *self,
     const GfTable *other,
     guint          column,
     GfJoinRule     rule)
{
  const char *name = gf_column_get_name (gf_table_get_column (other, column));
  g_autofree char *full = dup_full_name (self->title, rule, name);

  gf_join_plan_add_column (self, column, rule, full);
}

static void
add_beside (GfJoinPlan    *self,
            const GfTable *main,
            const GfTable *other,
            guint          column)
{
  const char *name = gf_column_get_name (gf_table_get_column (other, column));

  if (gf_table_index_of (main, name) >= 0)
    add (self, other, column, GF_JOIN_TAKE);
  else
    gf_join_plan_add_column (self, column, GF_JOIN_TAKE, name);
}

static void
add_together (GfJoinPlan    *self,
              const GfTable *other,
              guint          column)
{
  gboolean answers = self->kind == GF_ROWS_ANSWERS;

  switch (type_of (other, column))
    {
    case GF_COLUMN_NUMBER:
    case GF_COLUMN_MONEY:
      if (gf_column_get_role (gf_table_get_column (other, column)) == GF_ROLE_IGNORE)
        return;
      add (self, other, column,
           !answers && gf_join_may_sum (other, column) ? GF_JOIN_SUM : GF_JOIN_MEAN);
      if (answers)
        add (self, other, column, GF_JOIN_LAST);
      return;
    case GF_COLUMN_DATE:
      if ((int) column == self->when)
        {
          add (self, other, column, GF_JOIN_LEAST);
          add (self, other, column, GF_JOIN_MOST);
        }
      return;
    case GF_COLUMN_FLAG:
      if ((int) column != self->status)
        add (self, other, column, GF_JOIN_COUNT_YES);
      return;
    case GF_COLUMN_CATEGORY:
    case GF_COLUMN_SET:
      if ((int) column != self->status &&
          gf_column_get_n_levels (gf_table_get_column (other, column)) <= MAX_LEVELS)
        add (self, other, column, answers ? GF_JOIN_LAST : GF_JOIN_SET);
      return;
    case GF_COLUMN_TEXT:
    default:
      return;
    }
}

/**
 * gf_join_plan_set_kind:
 * @self: a plan with its keys
 * @main: the customers
 * @other: the second file
 * @kind: what a row of it is
 *
 * Proposes anew what the cells of a customer become, for that kind of row. Of customers every column
 * is taken, under its own name unless one of that name is there. Else money and quantities are summed,
 * scores and other numbers averaged, the dates that order the rows give the first and the last, flags
 * are counted, categories become sets; of answers the latest are kept beside the means. Free text,
 * ids, names and addresses of the rows are left out.
 */
void
gf_join_plan_set_kind (GfJoinPlan    *self,
                       const GfTable *main,
                       const GfTable *other,
                       GfRowKind      kind)
{
  g_return_if_fail (self != NULL && main != NULL && other != NULL);

  self->kind = kind;
  self->count = kind != GF_ROWS_COMPANIES;
  self->when = find_when (other, kind);
  self->status = find_status (other, kind);
  self->currency = kind != GF_ROWS_COMPANIES ? find_currency (other) : -1;
  g_array_set_size (self->columns, 0);

  for (guint i = 0; i < gf_table_get_n_columns (other); i++)
    if (is_of_the_row (self, other, i))
      continue;
    else if (kind == GF_ROWS_COMPANIES)
      add_beside (self, main, other, i);
    else
      add_together (self, other, i);
}

/**
 * gf_join_plan_dup_count_name:
 * @self: a plan
 * @won: of deals: those that were won
 *
 * Returns: (transfer full) (nullable): what the column is called that counts the rows; %NULL if none is made
 */
char *
gf_join_plan_dup_count_name (const GfJoinPlan *self,
                             gboolean          won)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (won)
    /* Translators: a column made of another file: how many deals were won */
    return self->kind == GF_ROWS_DEALS && self->status >= 0 ? g_strdup_printf (_("%s: won"), self->title) : NULL;

  /* Translators: a column made of another file: how many rows a customer has there */
  return self->count ? g_strdup_printf (_("%s: count"), self->title) : NULL;
}

/**
 * gf_join_plan_add_names:
 * @self: a plan
 * @names: (element-type utf8): a set that owns its texts
 *
 * Adds the names of all columns that it makes.
 */
void
gf_join_plan_add_names (const GfJoinPlan *self,
                        GHashTable       *names)
{
  g_return_if_fail (self != NULL && names != NULL);

  for (guint i = 0; i < self->columns->len; i++)
    g_hash_table_add (names, g_strdup (g_array_index (self->columns, GfJoinColumn, i).name));
  for (guint won = 0; won <= 1; won++)
    {
      char *name = gf_join_plan_dup_count_name (self, won);

      if (name != NULL)
        g_hash_table_add (names, name);
    }
}

/**
 * gf_join_plan_set_title:
 * @self: a plan
 * @other: the second file
 * @title: what its rows are to be called in the names of columns
 * @taken: (element-type utf8): names that are not free
 *
 * Names the columns of the plan anew. Those of customers have a title only where their own name is taken.
 *
 * Returns: whether all of the names are free
 */
gboolean
gf_join_plan_set_title (GfJoinPlan    *self,
                        const GfTable *other,
                        const char    *title,
                        GHashTable    *taken)
{
  g_return_val_if_fail (self != NULL && other != NULL && title != NULL && taken != NULL, FALSE);

  g_autofree char *own = g_strdup (title);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  g_free (self->title);
  self->title = g_steal_pointer (&own);
  for (guint i = 0; i < self->columns->len; i++)
    {
      GfJoinColumn *column = &g_array_index (self->columns, GfJoinColumn, i);
      const char *header = gf_column_get_name (gf_table_get_column (other, column->other));
      gboolean bare = self->kind == GF_ROWS_COMPANIES && !g_hash_table_contains (taken, header);

      g_free (column->name);
      column->name = bare ? g_strdup (header) : dup_full_name (self->title, column->rule, header);
    }

  gf_join_plan_add_names (self, names);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_hash_table_contains (taken, name))
      return FALSE;

  return TRUE;
}
