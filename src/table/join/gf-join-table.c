/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-table.h"

#include "gf-join-words.h"
#include "gf-number.h"

#include <math.h>
#include <string.h>

#define CHECK_EVERY 4096

/* The rows of each customer:
 *
 *   rows[starts[c] .. starts[c + 1])   of the second file, in their order
 *   counted                            by row of the second file: whether it counts in sums
 *   foreign                            by row of the second file: whether its money is in another currency
 *   skipped                            @foreign while a column of money is made, else %NULL
 *   none_won                           whether it is not known which deals were won
 */
typedef struct
{
  GfTable *main;
  GfTable *other;
  const GfJoinPlan *plan;
  gsize n;
  gsize *starts;
  gsize *rows;
  guint8 *counted;
  guint8 *foreign;
  const guint8 *skipped;
  gboolean none_won;
  GCancellable *cancellable;
} Groups;

static void
groups_clear (Groups *self)
{
  g_free (self->starts);
  g_free (self->rows);
  g_free (self->counted);
  g_free (self->foreign);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

static void
group_rows (Groups            *self,
            const GfJoinMatch *match)
{
  gsize n_other = gf_table_get_n_rows (self->other);

  self->n = gf_table_get_n_rows (self->main);
  self->starts = g_new0 (gsize, self->n + 2);
  self->rows = g_new (gsize, MAX (n_other, 1));
  for (gsize row = 0; row < n_other; row++)
    {
      gsize customer = gf_join_match_get_row (match, row);

      if (customer != GF_NO_ROW)
        self->starts[customer + 2]++;
    }
  for (gsize i = 2; i < self->n + 2; i++)
    self->starts[i] += self->starts[i - 1];
  /* Filling moves each start to the next customer's, so that they end up one place to the left. */
  for (gsize row = 0; row < n_other; row++)
    {
      gsize customer = gf_join_match_get_row (match, row);

      if (customer != GF_NO_ROW)
        self->rows[self->starts[customer + 1]++] = row;
    }
}

static gboolean
level_counts (GfColumn  *status,
              GfRowKind  kind,
              guint32    code)
{
  const char *level = gf_column_get_level (status, code);

  if (kind != GF_ROWS_DEALS)
    return level == NULL || !gf_status_is_void (level);

  return level != NULL && gf_status_is_won (level);
}

/* Whether a deal of each state was won, or a payment was kept. */
static void
mark_by_status (Groups     *self,
                GfJoinSums *sums)
{
  if (self->plan->status < 0)
    return;

  GfColumn *status = gf_table_get_column (self->other, (guint) self->plan->status);
  gboolean flag = gf_column_get_column_type (status) == GF_COLUMN_FLAG;
  guint n_levels = gf_column_get_n_levels (status);
  g_autofree gboolean *counts = g_new (gboolean, n_levels + 1);
  gboolean any = flag;

  for (guint i = 0; i < n_levels; i++)
    {
      counts[i] = flag ? i == 1 : level_counts (status, self->plan->kind, i);
      any |= counts[i];
    }
  self->none_won = sums->none_won = self->plan->kind == GF_ROWS_DEALS && !any;
  for (gsize row = 0; row < gf_table_get_n_rows (self->other); row++)
    {
      guint32 code = n_levels > 0 ? gf_column_get_code (status, row) : GF_CODE_MISSING;
      gboolean count = code == GF_CODE_MISSING ? self->plan->kind != GF_ROWS_DEALS : counts[code];

      if (!count)
        {
          self->counted[row] = FALSE;
          sums->n_not_counted++;
        }
    }
}

/* By level of a column of currencies the first level that means the same one. */
static guint32 *
group_currencies (GfColumn *column)
{
  guint n_levels = gf_column_get_n_levels (column);
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 *groups = g_new (guint32, n_levels + 1);

  for (guint32 i = 0; i < n_levels; i++)
    {
      char *code = gf_join_dup_currency (gf_column_get_level (column, i));
      gpointer first = g_hash_table_lookup (firsts, code);

      groups[i] = first != NULL ? GPOINTER_TO_UINT (first) - 1 : i;
      g_hash_table_insert (firsts, code, GUINT_TO_POINTER (groups[i] + 1));
    }

  return groups;
}

/* Amounts in different currencies can neither be added nor compared: the commonest is kept. */
static guint32
find_commonest (GfColumn      *column,
                const guint32 *groups)
{
  guint n_levels = gf_column_get_n_levels (column);
  g_autofree gsize *counts = g_new0 (gsize, n_levels + 1);
  guint32 best = 0;

  for (gsize row = 0; row < gf_column_get_n_rows (column); row++)
    if (gf_column_get_code (column, row) != GF_CODE_MISSING)
      counts[groups[gf_column_get_code (column, row)]]++;
  for (guint32 i = 1; i < n_levels; i++)
    if (counts[i] > counts[best])
      best = i;

  return best;
}

static void
mark_by_currency (Groups     *self,
                  GfJoinSums *sums)
{
  if (self->plan->currency < 0)
    return;

  GfColumn *column = gf_table_get_column (self->other, (guint) self->plan->currency);
  if (gf_column_get_n_levels (column) == 0)
    return;

  g_autofree guint32 *groups = group_currencies (column);
  guint32 commonest = find_commonest (column, groups);
  g_autofree char *name = gf_join_dup_currency (gf_column_get_level (column, commonest));
  g_strlcpy (sums->currency, name, sizeof sums->currency);
  for (gsize row = 0; row < gf_table_get_n_rows (self->other); row++)
    {
      guint32 code = gf_column_get_code (column, row);

      if (code == GF_CODE_MISSING || groups[code] == commonest)
        continue;
      self->foreign[row] = TRUE;
      if (self->counted[row])
        sums->n_other_currency++;
    }
}

static gboolean
is_skipped (const Groups *self,
            gsize         row)
{
  return self->skipped != NULL && self->skipped[row];
}

/* Fifteen digits: what adding cents in binary leaves behind them is not shown. */
static char *
number_to_text (double value,
                char   decimal)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  char *text = gf_number_to_text (g_ascii_strtod (buffer, NULL));
  if (decimal == ',')
    g_strdelimit (text, ".", ',');

  return text;
}

/* Sum by Neumaier's compensated addition (ZAMM 54, 1974), so that the order of rows does not matter to
   fifteen digits. NaN when no row has a number. */
static double
add_up (const Groups *self,
        const double *numbers,
        gsize         customer,
        const guint8 *counted,
        gsize        *n_added)
{
  double sum = 0, lost = 0;

  *n_added = 0;
  for (gsize i = self->starts[customer]; i < self->starts[customer + 1]; i++)
    {
      double number = numbers[self->rows[i]];
      if (isnan (number) || is_skipped (self, self->rows[i]))
        continue;

      (*n_added)++;
      if (counted != NULL && !counted[self->rows[i]])
        continue;
      double next = sum + number;
      lost += fabs (sum) >= fabs (number) ? sum - next + number : number - next + sum;
      sum = next;
    }

  return *n_added > 0 ? sum + lost : NAN;
}

static double
find_extreme (const Groups *self,
              const double *numbers,
              gsize         customer,
              gboolean      most,
              gsize        *where)
{
  double best = NAN;

  for (gsize i = self->starts[customer]; i < self->starts[customer + 1]; i++)
    {
      double number = numbers[self->rows[i]];

      if (!isnan (number) && !is_skipped (self, self->rows[i]) &&
          (isnan (best) || (most ? number > best : number < best)))
        {
          best = number;
          *where = self->rows[i];
        }
    }

  return best;
}

/* The row whose cell stands for the customer, GF_NO_ROW if all are missing. */
static gsize
find_row (const Groups *self,
          GfColumn     *column,
          GfJoinRule    rule,
          gsize         customer)
{
  GfColumn *when = self->plan->when >= 0
                   ? gf_table_get_column (self->other, (guint) self->plan->when) : NULL;
  gsize found = GF_NO_ROW;
  double latest = -HUGE_VAL;

  for (gsize i = self->starts[customer]; i < self->starts[customer + 1]; i++)
    {
      gsize row = self->rows[i];
      double date = when != NULL ? gf_column_get_number (when, row) : 0;

      if (gf_column_is_missing (column, row) || is_skipped (self, row))
        continue;
      if (rule == GF_JOIN_TAKE)
        return row;
      if (isnan (date))
        date = -HUGE_VAL;
      if (found == GF_NO_ROW || date >= latest)
        {
          found = row;
          latest = date;
        }
    }

  return found;
}

/* What stands between the members of a set: a mark that none of them holds, or it would be cut. */
static char
choose_separator (GfColumn *column)
{
  static const char separators[] = { ';', '|', ',', '/' };
  guint n_levels = gf_column_get_n_levels (column);

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gboolean free = TRUE;

      for (guint32 level = 0; level < n_levels && free; level++)
        free = strchr (gf_column_get_level (column, level), separators[i]) == NULL;
      if (free)
        return separators[i];
    }

  return '\n';
}

static char *
dup_set (const Groups *self,
         GfColumn     *column,
         gsize         customer,
         char          separator,
         gboolean     *seen)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = self->starts[customer]; i < self->starts[customer + 1]; i++)
    {
      guint32 code = gf_column_get_code (column, self->rows[i]);
      guint n = code != GF_CODE_MISSING;
      const guint32 *members = &code;

      if (gf_column_get_column_type (column) == GF_COLUMN_SET)
        members = gf_column_get_set (column, self->rows[i], &n);
      for (guint j = 0; j < n; j++)
        if (!seen[members[j]])
          {
            seen[members[j]] = TRUE;
            g_array_append_val (codes, members[j]);
            if (text->len > 0)
              g_string_append_c (text, separator);
            g_string_append (text, gf_column_get_level (column, members[j]));
          }
    }
  for (guint i = 0; i < codes->len; i++)
    seen[g_array_index (codes, guint32, i)] = FALSE;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What a customer's cells become by a rule, "" when they say nothing. */
static char *
dup_cell (const Groups *self,
          GfColumn     *column,
          GfJoinRule    rule,
          gsize         customer,
          char          separator,
          gboolean     *seen)
{
  const double *numbers = gf_column_get_numbers (column);
  char decimal = gf_column_get_spec (column)->decimal;
  gsize row = GF_NO_ROW;
  gsize n;
  double sum;

  switch (rule)
    {
    case GF_JOIN_SUM:
    case GF_JOIN_MEAN:
    case GF_JOIN_COUNT_YES:
      if (numbers == NULL || (rule == GF_JOIN_SUM && self->none_won))
        return g_strdup ("");
      sum = add_up (self, numbers, customer, rule == GF_JOIN_SUM ? self->counted : NULL, &n);
      if (isnan (sum))
        return g_strdup ("");
      if (rule == GF_JOIN_MEAN)
        sum = round (sum / (double) n * 1e6) / 1e6;
      return number_to_text (sum, decimal);
    case GF_JOIN_LEAST:
    case GF_JOIN_MOST:
      if (numbers != NULL)
        find_extreme (self, numbers, customer, rule == GF_JOIN_MOST, &row);
      break;
    case GF_JOIN_SET:
      return dup_set (self, column, customer, separator, seen);
    case GF_JOIN_TAKE:
    case GF_JOIN_LAST:
    default:
      row = find_row (self, column, rule, customer);
      break;
    }

  return g_strdup (row != GF_NO_ROW ? gf_column_get_text (column, row) : "");
}

static void
fill_spec (GfColumnSpec       *spec,
           GfColumn           *column,
           const GfJoinColumn *wanted,
           char                separator)
{
  *spec = *gf_column_get_spec (column);
  spec->name = wanted->name;
  if (wanted->rule == GF_JOIN_SUM || wanted->rule == GF_JOIN_MEAN)
    spec->role = GF_ROLE_VALUE;
  if (wanted->rule == GF_JOIN_COUNT_YES)
    {
      spec->type = GF_COLUMN_NUMBER;
      spec->role = GF_ROLE_ATTRIBUTE;
    }
  if (wanted->rule == GF_JOIN_SET)
    {
      spec->type = GF_COLUMN_SET;
      spec->role = GF_ROLE_ATTRIBUTE;
      spec->separator = separator;
    }
  /* Who the customer is, only the customers' own file says. */
  if (spec->role == GF_ROLE_NAME)
    spec->role = GF_ROLE_IGNORE;
}

static GfColumn *
make_column (Groups              *self,
             const GfJoinColumn  *wanted,
             GError             **error)
{
  GfColumn *column = gf_table_get_column (self->other, wanted->other);
  g_autoptr (GfCellsBuilder) builder = gf_cells_builder_new ();
  g_autofree gboolean *seen = g_new0 (gboolean, gf_column_get_n_levels (column) + 1);
  char separator = wanted->rule == GF_JOIN_SET ? choose_separator (column) : ';';
  GfColumnSpec spec;

  if (gf_column_has_numbers (column) &&
      (wanted->rule == GF_JOIN_SUM || gf_join_may_sum (self->other, wanted->other)))
    self->skipped = self->foreign;
  else
    self->skipped = NULL;
  for (gsize i = 0; i < self->n; i++)
    {
      if (i % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NULL;

      g_autofree char *text = dup_cell (self, column, wanted->rule, i, separator, seen);
      gf_cells_builder_add (builder, text, strlen (text));
    }

  g_autoptr (GfCells) cells = gf_cells_builder_finish (g_steal_pointer (&builder));
  fill_spec (&spec, column, wanted, separator);

  return gf_column_new (&spec, cells);
}

/* How many rows each customer has; with @won only those that were won. */
static GfColumn *
make_count (Groups     *self,
            const char *name,
            gboolean    won)
{
  g_autofree double *counts = g_new0 (double, MAX (self->n, 1));

  for (gsize i = 0; i < self->n; i++)
    for (gsize j = self->starts[i]; j < self->starts[i + 1]; j++)
      counts[i] += won ? self->counted[self->rows[j]] : 1;
  for (gsize i = 0; won && self->none_won && i < self->n; i++)
    counts[i] = NAN;

  return gf_column_new_numbers (name, counts, self->n);
}

/* Puts a column in the place of the one of its name, with what that is used for, or behind the last. */
static void
place (GPtrArray  *columns,
       GHashTable *places,
       GfColumn   *column)
{
  gpointer known = g_hash_table_lookup (places, gf_column_get_name (column));

  if (known == NULL)
    {
      g_ptr_array_add (columns, gf_column_ref (column));
      return;
    }

  gpointer *slot = &columns->pdata[GPOINTER_TO_UINT (known) - 1];
  GfColumn *before = *slot;
  GfColumn *now = gf_column_with_role (column, gf_column_get_role (before));

  *slot = now;
  gf_column_unref (before);
}

static void
place_counts (Groups     *self,
              GPtrArray  *columns,
              GHashTable *places)
{
  for (guint won = 0; won <= 1; won++)
    {
      g_autofree char *name = gf_join_plan_dup_count_name (self->plan, won);
      g_autoptr (GfColumn) count = name != NULL ? make_count (self, name, won) : NULL;

      if (count != NULL)
        place (columns, places, count);
    }
}

/**
 * gf_join_table:
 * @main: the customers
 * @other: the second file
 * @plan: what is to be made of it
 * @match: who belongs to whom, from the same tables
 * @sums: (out caller-allocates) (nullable): what was kept out of the sums
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Joins. May be called in any thread, again after other answers.
 *
 * Returns: (transfer full) (nullable): the customers with their new columns; %NULL when cancelled
 */
GfTable *
gf_join_table (GfTable            *main,
               GfTable            *other,
               const GfJoinPlan   *plan,
               const GfJoinMatch  *match,
               GfJoinSums         *sums,
               GCancellable       *cancellable,
               GError            **error)
{
  g_return_val_if_fail (main != NULL && other != NULL && plan != NULL && match != NULL, NULL);

  g_auto (Groups) groups = { .main = main, .other = other, .plan = plan, .cancellable = cancellable };
  GfJoinSums ignored = { 0 };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_other = gf_table_get_n_rows (other);

  if (sums == NULL)
    sums = &ignored;
  *sums = (GfJoinSums) { 0 };
  for (guint i = 0; i < gf_table_get_n_columns (main); i++)
    {
      GfColumn *column = gf_table_get_column (main, i);

      g_ptr_array_add (columns, gf_column_ref (column));
      if (!g_hash_table_contains (places, gf_column_get_name (column)))
        g_hash_table_insert (places, (gpointer) gf_column_get_name (column), GUINT_TO_POINTER (i + 1));
    }

  groups.counted = g_malloc (MAX (n_other, 1));
  memset (groups.counted, TRUE, n_other);
  groups.foreign = g_malloc0 (MAX (n_other, 1));
  group_rows (&groups, match);
  mark_by_status (&groups, sums);
  place_counts (&groups, columns, places);
  mark_by_currency (&groups, sums);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      g_autoptr (GfColumn) column = make_column (&groups, &g_array_index (plan->columns, GfJoinColumn, i),
                                                 error);
      if (column == NULL)
        return NULL;
      place (columns, places, column);
    }

  return gf_table_new ((GfColumn **) columns->pdata, columns->len);
}
