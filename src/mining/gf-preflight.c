/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-preflight-private.h"

#include "gf-finding.h"
#include "gf-number.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* So many names are told before "and 3 more". */
#define MOST_NAMES 4

static void
note_free (gpointer data)
{
  GfNote *note = data;

  g_free (note->words);
  g_free (note->mend);
  g_strfreev (note->columns);
  g_free (note);
}

/* Takes the words. Columns are none until set. */
GfNote *
_gf_preflight_add (GfPreflight    *self,
                   const char     *id,
                   GfNoteSeverity  severity,
                   char           *words,
                   char           *mend)
{
  GfNote *note = g_new0 (GfNote, 1);

  note->id = id;
  note->severity = severity;
  note->words = words;
  note->mend = mend;
  note->columns = g_new0 (char *, 1);
  g_ptr_array_add (self->notes, note);

  return note;
}

void
_gf_note_set_columns (GfNote    *note,
                      GPtrArray *names)
{
  g_strfreev (note->columns);
  note->columns = g_new0 (char *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    note->columns[i] = g_strdup (g_ptr_array_index (names, i));
}

void
_gf_note_set_column (GfNote     *note,
                     const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) name);
  _gf_note_set_columns (note, names);
}

/* “A”, “B” and “C”. */
char *
_gf_preflight_dup_names (GPtrArray *names)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_told = names->len <= MOST_NAMES + 1 ? names->len : MOST_NAMES;

  for (guint i = 0; i + 1 < n_told || (i < n_told && n_told < names->len); i++)
    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", (char *) names->pdata[i]);
  if (n_told == names->len && n_told == 1)
    return g_strdup_printf ("“%s”", (char *) names->pdata[0]);
  if (n_told == names->len)
    /* TRANSLATORS: the last of a list of names of columns */
    return g_strdup_printf (_("%s and “%s”"), list->str, (char *) names->pdata[n_told - 1]);

  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", names->len - n_told),
                          list->str, names->len - n_told);
}

GfColumn *
_gf_preflight_get_column (const GfPreflight *self,
                          guint              column)
{
  return gf_table_get_column (self->table, column);
}

gboolean
_gf_preflight_is_key (const GfPreflight *self,
                      guint              column,
                      const char        *key)
{
  return self->known[column] != NULL && g_strcmp0 (self->known[column]->key, key) == 0;
}

int
_gf_preflight_find_key (const GfPreflight *self,
                        const char        *key)
{
  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    if (_gf_preflight_is_key (self, i, key))
      return (int) i;

  return -1;
}

gboolean
_gf_preflight_is_measure (const GfPreflight *self,
                          guint              column)
{
  const char *name = gf_column_get_name (_gf_preflight_get_column (self, column));

  for (guint i = 0; i < self->rule->n_measures; i++)
    if (g_strcmp0 (self->rule->measures[i].column, name) == 0 && self->rule->measures[i].weight > 0)
      return TRUE;

  return FALSE;
}

/* Numbers of which more is better, or that say who is best. */
gboolean
_gf_preflight_is_value (const GfPreflight *self,
                        guint              column)
{
  GfColumn *found = _gf_preflight_get_column (self, column);

  return gf_column_has_numbers (found) &&
         (gf_column_get_column_type (found) == GF_COLUMN_NUMBER ||
          gf_column_get_column_type (found) == GF_COLUMN_MONEY) &&
         (gf_column_get_role (found) == GF_ROLE_VALUE || _gf_preflight_is_measure (self, column));
}

static void
look_at_sides (GfPreflight *self)
{
  gsize n_rows = gf_table_get_n_rows (self->table);

  if (self->rule->best != NULL)
    {
      gsize n_best = gf_bitset_count (self->rule->best), n_rest = n_rows - n_best;

      if (n_best < GF_MIN_HITS)
        _gf_preflight_add (self, "few-best", GF_NOTE_BLOCK,
                           n_best == 0
                             ? g_strdup (_("Nobody is among the best yet; comparing takes at least eight."))
                             : g_strdup_printf (ngettext ("Only %u customer is among the best; comparing "
                                                          "takes at least eight.",
                                                          "Only %u customers are among the best; comparing "
                                                          "takes at least eight.",
                                                          n_best), (guint) n_best),
                           g_strdup (_("Bring more customers, or let a larger share be the best.")));
      else if (n_rest < GF_MIN_HITS)
        _gf_preflight_add (self, "few-others", GF_NOTE_BLOCK,
                           g_strdup_printf (ngettext ("Only %u customer is not among the best; comparing "
                                                      "takes at least eight others.",
                                                      "Only %u customers are not among the best; "
                                                      "comparing takes at least eight others.",
                                                      n_rest), (guint) n_rest),
                           g_strdup (_("Bring more customers: a list of the best alone tells nothing of "
                                       "them.")));
    }
  if (self->rule->bad != NULL)
    {
      gsize n_bad = gf_bitset_count (self->rule->bad);

      if (n_bad > 0 && n_bad < GF_MIN_HITS)
        _gf_preflight_add (self, "few-bad", GF_NOTE_WARN,
                           g_strdup_printf (ngettext ("Only %u customer is a bad fit; what bad fits share "
                                                      "takes at least eight.",
                                                      "Only %u customers are bad fits; what bad fits "
                                                      "share takes at least eight.",
                                                      n_bad), (guint) n_bad),
                           g_strdup (_("Bring customers who left in earlier years, or add a rule.")));
    }
}

/* Whether a column of leaving says of anybody that they left. */
static gboolean
says_someone_left (GfColumn *column)
{
  gsize n_rows = gf_column_get_n_rows (column);

  if (gf_column_get_column_type (column) != GF_COLUMN_FLAG)
    return gf_column_get_n_levels (column) > 1 ||
           (gf_column_get_n_levels (column) == 0 && gf_column_count_filled (column) > 0);

  for (gsize row = 0; row < n_rows; row++)
    if (gf_column_get_number (column, row) > 0)
      return TRUE;

  return FALSE;
}

static void
look_at_churn (GfPreflight *self)
{
  const char *silent = NULL;

  if (self->rule->bad != NULL && gf_bitset_count (self->rule->bad) > 0)
    return;

  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      GfColumn *column = _gf_preflight_get_column (self, i);

      if (gf_column_get_role (column) != GF_ROLE_CHURN && !_gf_preflight_is_key (self, i, "churned"))
        continue;
      if (says_someone_left (column))
        return;
      silent = gf_column_get_name (column);
    }

  GfNote *note = _gf_preflight_add (self, "no-churn", GF_NOTE_WARN,
                                    silent != NULL
                                      ? g_strdup_printf (_("“%s” says of nobody that they left."), silent)
                                      : g_strdup (_("Nothing in the list says who has left.")),
                                    g_strdup (_("Bring former customers too: among those who stayed alone, "
                                                "what drives customers away cannot be seen.")));
  if (silent != NULL)
    _gf_note_set_column (note, silent);
}

/* What a customer is called, and how valuable it is, if nobody has said who is best. */
static void
look_at_roles (GfPreflight *self)
{
  gboolean valued = self->rule->best != NULL || self->rule->n_measures > 0 ||
                    gf_table_find_role (self->table, GF_ROLE_VALUE) >= 0;

  if (gf_table_find_role (self->table, GF_ROLE_NAME) < 0 &&
      gf_table_find_role (self->table, GF_ROLE_IDENTIFIER) < 0)
    _gf_preflight_add (self, "no-name", GF_NOTE_WARN,
                       g_strdup (_("No column says what the customers are called.")),
                       g_strdup (_("Give the column of their names the role Name; until then they are "
                                   "numbered.")));
  if (!valued)
    _gf_preflight_add (self, "no-value", GF_NOTE_WARN,
                       g_strdup (_("No column says how valuable a customer is.")),
                       g_strdup (_("Choose the numbers that make a customer good, or bring a list with "
                                   "revenue, orders or the like.")));
}

/* Whether all cells are filled and say the same. */
static gboolean
is_constant (GfColumn *column)
{
  gsize n_rows = gf_column_get_n_rows (column);
  const double *numbers = gf_column_get_numbers (column);

  if (n_rows < 2 || gf_column_count_filled (column) < n_rows)
    return FALSE;
  if (numbers == NULL)
    return gf_column_get_n_levels (column) == 1;
  for (gsize row = 1; row < n_rows; row++)
    if (numbers[row] != numbers[0])
      return FALSE;

  return TRUE;
}

static void
look_at_constants (GfPreflight *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      GfColumn *column = _gf_preflight_get_column (self, i);
      GfColumnRole role = gf_column_get_role (column);

      if ((role == GF_ROLE_ATTRIBUTE || role == GF_ROLE_VALUE || role == GF_ROLE_DATE) &&
          is_constant (column))
        g_ptr_array_add (names, (gpointer) gf_column_get_name (column));
    }
  if (names->len == 0)
    return;

  g_autofree char *list = _gf_preflight_dup_names (names);
  GfNote *note = _gf_preflight_add (self, "constant-columns", GF_NOTE_WARN,
                                    /* TRANSLATORS: one or several names of columns */
                                    g_strdup_printf (ngettext ("%s says the same of every customer.",
                                                               "%s say the same of every customer.",
                                                               names->len), list),
                                    g_strdup (ngettext ("Leave it out: it tells nobody apart.",
                                                        "Leave them out: they tell nobody apart.",
                                                        names->len)));
  note->action = GF_MEND_IGNORE;
  _gf_note_set_columns (note, names);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const GfNote *one = *(GfNote * const *) a, *other = *(GfNote * const *) b;

  return (int) one->severity - (int) other->severity;
}

/**
 * gf_preflight_find:
 * @table: the customers
 * @rule: who is best and who is a bad fit; all may be open
 *
 * Finds what would make the results wrong or misleading: units in doubt, months beside years, mixed
 * scales and currencies, dates that cannot be, no names, no values, nobody who left, sides too small
 * to compare, columns that say nothing, and customers that are listed twice.
 *
 * Returns: (transfer full) (element-type GfNote): what was found, the worse first; none for an empty
 *   table
 */
GPtrArray *
gf_preflight_find (GfTable               *table,
                   const GfPreflightRule *rule)
{
  g_return_val_if_fail (table != NULL && rule != NULL, NULL);

  guint n_columns = gf_table_get_n_columns (table);
  g_autofree const char **names = g_new0 (const char *, n_columns + 1);
  g_autofree const GfExportColumn **known = g_new0 (const GfExportColumn *, n_columns + 1);
  GfPreflight self = { table, rule, NULL, known, g_ptr_array_new_with_free_func (note_free) };

  if (gf_table_get_n_rows (table) == 0)
    return self.notes;

  for (guint i = 0; i < n_columns; i++)
    names[i] = gf_column_get_name (gf_table_get_column (table, i));
  self.export = gf_exports_recognise (names, n_columns, NULL);
  for (guint i = 0; i < n_columns; i++)
    known[i] = gf_export_find_column (self.export, names[i]);

  look_at_sides (&self);
  _gf_preflight_look_at_money (&self);
  _gf_preflight_look_at_dates (&self);
  _gf_preflight_look_at_rows (&self);
  look_at_roles (&self);
  look_at_churn (&self);
  look_at_constants (&self);
  g_ptr_array_sort (self.notes, compare_notes);

  return self.notes;
}

/* --- Mending --- */

static char *
divide (const char *text,
        gsize       length,
        gpointer    user_data)
{
  const GfColumnSpec *spec = user_data;
  char decimal = spec->decimal != '\0' ? spec->decimal : '.';
  GfNumber number;

  gf_text_trim (&text, &length);
  if (!gf_number_parse (text, length, decimal, &number))
    return NULL;

  char *divided = gf_number_to_text (number.value / 100);
  char *point = strchr (divided, '.');
  if (point != NULL)
    *point = decimal;

  return divided;
}

static char *
without_1970 (const char *text,
              gsize       length,
              gpointer    user_data)
{
  const GfColumnSpec *spec = user_data;
  gint32 days;

  gf_text_trim (&text, &length);

  return gf_date_parse (text, length, spec->date_order, &days) && days == 0 ? g_strdup ("") : NULL;
}

/**
 * gf_preflight_mend:
 * @table: the customers
 * @note: a note about them with an action
 *
 * Does what a note proposes.
 *
 * Returns: (transfer full): the mended table
 */
GfTable *
gf_preflight_mend (GfTable      *table,
                   const GfNote *note)
{
  g_return_val_if_fail (table != NULL && note != NULL && note->action != GF_MEND_NONE, NULL);

  g_autoptr (GfTable) mended = gf_table_ref (table);

  for (guint i = 0; note->columns[i] != NULL; i++)
    {
      int index = gf_table_index_of (mended, note->columns[i]);
      if (index < 0)
        continue;

      GfColumn *before = gf_table_get_column (mended, (guint) index);
      GfColumnSpec *spec = (GfColumnSpec *) gf_column_get_spec (before);
      g_autoptr (GfColumn) after = NULL;
      if (note->action == GF_MEND_IGNORE)
        {
          after = gf_column_with_role (before, GF_ROLE_IGNORE);
        }
      else
        {
          g_autoptr (GfCells) cells = gf_cells_map (gf_column_get_cells (before),
                                                    note->action == GF_MEND_DIVIDE ? divide
                                                                                   : without_1970,
                                                    spec);

          after = gf_column_new (spec, cells);
        }

      GfTable *next = gf_table_replace_column (mended, (guint) index, after);
      gf_table_unref (mended);
      mended = next;
    }

  return g_steal_pointer (&mended);
}

/**
 * gf_mend_action_get_label:
 * @action: an action
 *
 * Returns: (nullable): what its button says; %NULL if there is nothing to press
 */
const char *
gf_mend_action_get_label (GfMendAction action)
{
  switch (action)
    {
    case GF_MEND_IGNORE:
      return _("Leave Out");
    case GF_MEND_DIVIDE:
      return _("Divide by 100");
    case GF_MEND_EMPTY_1970:
      return _("Empty Cells");
    case GF_MEND_NONE:
    default:
      return NULL;
    }
}

/**
 * gf_note_severity_get_nick:
 * @severity: how bad it is
 *
 * Returns: the word the command line uses for it
 */
const char *
gf_note_severity_get_nick (GfNoteSeverity severity)
{
  return severity == GF_NOTE_BLOCK ? "block" : "warn";
}
