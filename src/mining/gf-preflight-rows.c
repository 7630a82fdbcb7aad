/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-preflight-private.h"

#include "gf-footer.h"
#include "gf-format.h"
#include "gf-join-key.h"
#include "gf-text.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer lists are not looked through for customers that come twice. */
#define MOST_ROWS 200000

/* How many rows have a key that a row before has; the first such row. */
static gsize
count_repeated (GfColumn  *column,
                GfKeyKind  kind,
                gsize     *first)
{
  gsize n_rows = gf_column_get_n_rows (column);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      const char *text = gf_column_get_text (column, row);
      gsize length = strlen (text);

      if (gf_text_is_missing (text, length, FALSE))
        continue;

      char *key = gf_key_fold (kind, text, length);
      if (key == NULL || *key == '\0')
        {
          g_free (key);
          continue;
        }
      if (!g_hash_table_add (seen, key) && n++ == 0)
        *first = row;
    }

  return n;
}

static gboolean
tell_repeated (GfPreflight *self,
               guint        index,
               GfKeyKind    kind)
{
  GfColumn *column = _gf_preflight_get_column (self, index);
  gsize n_rows = gf_table_get_n_rows (self->table);
  gsize first = 0;
  gsize n = count_repeated (column, kind, &first);

  if (n == 0)
    return FALSE;

  g_autofree char *customer = gf_table_dup_row_name (self->table, first);
  g_autofree char *count = gf_words_dup_number ((double) n);
  gboolean most = n * 2 > n_rows;
  GfNote *note = _gf_preflight_add (self, "repeated-customers",
                                    most ? GF_NOTE_BLOCK : GF_NOTE_WARN,
                                    /* TRANSLATORS: the name of a column, then that of a customer */
                                    g_strdup_printf (ngettext ("%s row repeats the “%s” of another, such "
                                                               "as that of “%s”.",
                                                               "%s rows repeat the “%s” of another, such "
                                                               "as that of “%s”.",
                                                               n),
                                                     count, gf_column_get_name (column), customer),
                                    g_strdup (most ? _("This looks like a list of orders or deals: join "
                                                       "it to a list "
                                                       "of customers, one row for each.")
                                                   : _("Merge them, or remove all but one in the table: a "
                                                       "customer "
                                                       "that counts twice weighs twice.")));
  _gf_note_set_column (note, gf_column_get_name (column));

  return TRUE;
}

/* By the first that tells: the program's own number, the web site, the name. */
static void
look_for_repeated (GfPreflight *self)
{
  static const struct
  {
    const char *key;
    GfKeyKind kind;
  } looks[] = {
    { "id", GF_KEY_ID },
    { "domain", GF_KEY_DOMAIN },
    { "website", GF_KEY_DOMAIN },
  };
  GfExportRow row = self->export != NULL ? gf_export_get_row (self->export) : GF_EXPORT_ROW_COMPANY;
  int name = gf_table_find_role (self->table, GF_ROLE_NAME);

  if (gf_table_get_n_rows (self->table) > MOST_ROWS)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    for (guint k = 0; k < gf_table_get_n_columns (self->table); k++)
      if (_gf_preflight_is_key (self, k, looks[i].key) &&
          (i == 0 || row == GF_EXPORT_ROW_COMPANY) &&
          tell_repeated (self, k, looks[i].kind))
        return;
  if (name >= 0 && row == GF_EXPORT_ROW_COMPANY)
    tell_repeated (self, (guint) name, GF_KEY_NAME);
}

static gboolean
is_code (const char *text)
{
  guint digits = 0, length = 0;

  for (const char *p = text; *p != '\0'; p++, length++)
    {
      if (g_ascii_isspace (*p))
        return FALSE;
      digits += g_ascii_isdigit (*p);
    }

  return length > 0 && digits * 2 >= length;
}

/* Customers that are called by a number although a column has their names. */
static void
look_at_names (GfPreflight *self)
{
  int index = gf_table_find_role (self->table, GF_ROLE_NAME);
  gsize n_filled = 0, n_codes = 0;

  if (index < 0)
    return;

  GfColumn *names = _gf_preflight_get_column (self, (guint) index);
  for (gsize row = 0; row < gf_table_get_n_rows (self->table); row++)
    {
      const char *text = gf_column_get_text (names, row);

      if (gf_text_is_missing (text, strlen (text), FALSE))
        continue;
      n_filled++;
      n_codes += is_code (text);
    }
  if (n_filled == 0 || n_codes * 10 < n_filled * 9)
    return;

  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      GfColumn *column = _gf_preflight_get_column (self, i);
      GfColumnType type = gf_column_get_column_type (column);

      if ((int) i == index || (type != GF_COLUMN_TEXT && type != GF_COLUMN_CATEGORY) ||
          !(_gf_preflight_is_key (self, i, "name") || _gf_preflight_is_key (self, i, "company")))
        continue;

      GfNote *note = _gf_preflight_add (self, "named-by-number", GF_NOTE_WARN,
                                        g_strdup_printf (_("The customers are called by “%s”, which holds "
                                                           "numbers, "
                                                           "though “%s” holds names."),
                                                         gf_column_get_name (names),
                                                         gf_column_get_name (column)),
                                        g_strdup (_("Give the column of names the role Name in the "
                                                    "table.")));
      _gf_note_set_column (note, gf_column_get_name (names));
      return;
    }
}

/* Whether a text stands before the sum of some rows: "Subtotal", "Total (5 records)". */
static gboolean
is_sum (const char *text)
{
  static const char * const parts[] = {
    "subtotal", "sub total", "sub-total", "sous-total", "zwischensumme", "subtotaal", NULL,
  };
  g_autofree char *copy = g_utf8_strdown (text, -1);
  const char *folded = g_strstrip (copy);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (folded, parts[i]))
      return TRUE;

  return gf_footer_is_total (folded);
}

/* Whether a row is a sum of others: it begins with the word for it and has nothing but numbers behind
   that. */
static gboolean
is_sum_row (const GfPreflight *self,
            gsize              row)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      GfColumn *column = _gf_preflight_get_column (self, i);
      const char *text = gf_column_get_text (column, row);
      gboolean filled = !gf_text_is_blank (text, strlen (text));

      if (filled && !begun && !is_sum (text))
        return FALSE;
      if (filled && begun && !gf_column_has_numbers (column))
        return FALSE;
      begun = begun || filled;
    }

  return begun;
}

/* Sums between the customers of a report. */
static void
look_for_sums (GfPreflight *self)
{
  gsize n_rows = gf_table_get_n_rows (self->table), n = 0, first = 0;

  if (n_rows > MOST_ROWS)
    return;
  for (gsize row = 0; row < n_rows; row++)
    if (is_sum_row (self, row) && n++ == 0)
      first = row;
  if (n == 0)
    return;

  g_autofree char *count = gf_format_count (n);
  g_autofree char *number = gf_format_count (first + 1);
  _gf_preflight_add (self, "sums", GF_NOTE_WARN,
                     /* TRANSLATORS: a count, then the number of a row */
                     g_strdup_printf (ngettext ("%s row is a sum of others, not a customer: row %s.",
                                                "%s rows are sums of others, not customers; the first is "
                                                "row %s.", n), count, number),
                     g_strdup (_("Remove them in the table, or export the list without subtotals.")));
}

/* Customers that are listed twice, sums among them, and what they are called. */
void
_gf_preflight_look_at_rows (GfPreflight *self)
{
  look_for_repeated (self);
  look_for_sums (self);
  look_at_names (self);
}
