/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-personal.h"

#include "gf-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

/* So many texts tell what a column holds. */
#define MOST_LOOKED_AT 1000
#define KEY_BYTES 32
/* 48 bits: among a million people two with one word are about as likely as one in 600. */
#define WORD_DIGITS 12

G_DEFINE_ENUM_TYPE (GfPersonalChoice, gf_personal_choice,
                    G_DEFINE_ENUM_VALUE (GF_PERSONAL_KEEP, "keep"),
                    G_DEFINE_ENUM_VALUE (GF_PERSONAL_DROP, "drop"),
                    G_DEFINE_ENUM_VALUE (GF_PERSONAL_PSEUDONYMISE, "pseudonymise"))

static gboolean
is_email (const char *text,
          gsize       length)
{
  const char *at = memchr (text, '@', length);

  return at != NULL && at > text && length <= 254 && memchr (text, ' ', length) == NULL &&
         memchr (text, '/', length) == NULL &&
         memchr (at + 1, '@', length - (gsize) (at + 1 - text)) == NULL &&
         memchr (at + 2, '.', length > (gsize) (at + 2 - text) ? length - (gsize) (at + 2 - text) : 0) != NULL;
}

/* Seven to fifteen digits with the signs of a telephone number; digits alone are a number. */
static gboolean
is_phone (const char *text,
          gsize       length)
{
  guint digits = 0, groups = 0;
  gboolean plus = length > 0 && text[0] == '+';
  gboolean bracket = memchr (text, '(', length) != NULL;

  for (gsize i = plus ? 1 : 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        digits++;
      else if (text[i] == 'x' && digits >= 7)
        break;
      else if (strchr (" -./()", text[i]) != NULL)
        groups += i > 0 && g_ascii_isdigit (text[i - 1]);
      else
        return FALSE;
    }

  return digits >= 7 && digits <= 15 && (plus || (bracket && groups >= 1));
}

static gboolean
is_ip (const char *text,
       gsize       length)
{
  g_autofree char *copy = g_strndup (text, length);

  return length >= 7 && length <= 39 && g_hostname_is_ip_address (copy);
}

static GfPersonalKind
find_by_cells (const GfColumn *column)
{
  GfCells *cells = gf_column_get_cells (column);
  gsize n_texts = gf_cells_get_n_texts (cells);
  gsize step = MAX (1, n_texts / MOST_LOOKED_AT);
  gsize n_filled = 0, n_email = 0, n_phone = 0, n_ip = 0;

  for (gsize i = 0; i < n_texts; i += step)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);

      gf_text_trim (&text, &length);
      if (gf_text_is_missing (text, length, FALSE))
        continue;
      n_filled++;
      n_email += is_email (text, length);
      n_phone += is_phone (text, length);
      n_ip += is_ip (text, length);
    }

  if (n_filled == 0)
    return GF_PERSONAL_NONE;
  if (n_email * 2 >= n_filled)
    return GF_PERSONAL_EMAIL;
  if (n_ip * 2 >= n_filled)
    return GF_PERSONAL_IP;

  return n_phone * 10 >= n_filled * 7 ? GF_PERSONAL_PHONE : GF_PERSONAL_NONE;
}

/**
 * gf_personal_find:
 * @export: (nullable): whose export the table is
 * @column: a column of it
 *
 * Says what of people a column holds: as the export has it, as its name says, or as its cells look.
 * An empty column holds nothing.
 *
 * Returns: what it holds
 */
GfPersonalKind
gf_personal_find (const GfExport *export,
                  const GfColumn *column)
{
  g_return_val_if_fail (column != NULL, GF_PERSONAL_NONE);

  const GfExportColumn *known = gf_export_find_column (export, gf_column_get_name (column));
  gboolean any = FALSE;

  for (gsize row = 0; row < gf_column_get_n_rows (column) && !any; row++)
    any = !gf_column_is_missing (column, row);
  if (!any)
    return GF_PERSONAL_NONE;
  if (known != NULL && known->personal != GF_PERSONAL_NONE)
    return known->personal;

  return find_by_cells (column);
}

/**
 * gf_personal_find_all:
 * @export: (nullable): whose export the table is
 * @table: a table
 * @n_personal: (out) (optional): how many columns hold something of people
 *
 * Returns: (transfer full) (array): what each column holds
 */
GfPersonalKind *
gf_personal_find_all (const GfExport *export,
                      const GfTable  *table,
                      guint          *n_personal)
{
  g_return_val_if_fail (table != NULL, NULL);

  guint n_columns = gf_table_get_n_columns (table);
  GfPersonalKind *kinds = g_new0 (GfPersonalKind, n_columns + 1);
  guint n = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      kinds[i] = gf_personal_find (export, gf_table_get_column (table, i));
      n += kinds[i] != GF_PERSONAL_NONE;
    }
  if (n_personal != NULL)
    *n_personal = n;

  return kinds;
}

/**
 * gf_personal_dup_key:
 *
 * Makes a key for pseudonyms: 256 bits that nobody can guess, from the system. A project keeps its
 * own, so that its pseudonyms stay the same.
 *
 * Returns: (transfer full): the key, in hexadecimal digits
 */
char *
gf_personal_dup_key (void)
{
  guint8 bytes[KEY_BYTES];
  GString *key = g_string_sized_new (2 * KEY_BYTES);

  /* So few bytes come whole; only a signal before the system is ready can break in. */
  while (getrandom (bytes, sizeof bytes, 0) != (gssize) sizeof bytes)
    if (errno != EINTR)
      g_error ("the system gives no random numbers: %s", g_strerror (errno));
  for (guint i = 0; i < KEY_BYTES; i++)
    g_string_append_printf (key, "%02x", bytes[i]);

  return g_string_free (key, FALSE);
}

/* What is the same person in spite of case, blanks and the signs in a telephone number. */
static char *
fold_person (GfPersonalKind  kind,
             const char     *text,
             gsize           length)
{
  if (kind != GF_PERSONAL_PHONE)
    return gf_text_fold (text, length);

  GString *digits = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]) || text[i] == '+')
      g_string_append_c (digits, text[i]);

  return g_string_free (digits, FALSE);
}

static char *
make_digits (GfPersonalKind  kind,
             const char     *text,
             gsize           length,
             const char     *key)
{
  g_autofree char *folded = fold_person (kind, text, length);
  g_autofree char *digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) key,
                                                       strlen (key), folded, -1);

  return g_strndup (digest, WORD_DIGITS);
}

/* Each address in the cell on its own; what is no address among them goes. */
static char *
hide_emails (const char *text,
             gsize       length,
             const char *key)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) parts = g_strsplit_set (copy, ";, <>\t\n\"", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *at = strrchr (parts[i], '@');

      if (at == NULL)
        continue;

      g_autofree char *digits = make_digits (GF_PERSONAL_EMAIL, parts[i], strlen (parts[i]), key);
      g_string_append_printf (out, "%s%s%s", out->len > 0 ? "; " : "", digits, at);
    }
  if (out->len == 0)
    {
      g_autofree char *digits = make_digits (GF_PERSONAL_EMAIL, text, length, key);

      g_string_append_printf (out, "email-%s", digits);
    }

  return g_string_free (out, FALSE);
}

/**
 * gf_personal_dup_word:
 * @kind: what the text is of a person
 * @text: the text
 * @length: its bytes
 * @key: what gf_personal_dup_key() gave
 *
 * Makes the word that stands for a person: the same for the same text in any case and spacing
 * (telephone numbers: for the same digits), another with another key. It is the start of HMAC-SHA256
 * (RFC 2104) of the text.
 *
 * Returns: (transfer full): the word, "person-1c0f6a2b9d3e", "1c0f6a2b9d3e\@acme.example"; an empty
 *   text for a missing cell
 */
char *
gf_personal_dup_word (GfPersonalKind  kind,
                      const char     *text,
                      gsize           length,
                      const char     *key)
{
  static const char * const stems[] = { "person", "person", "email", "phone", "address", "ip" };

  g_return_val_if_fail (text != NULL && key != NULL && (guint) kind < G_N_ELEMENTS (stems), NULL);

  gf_text_trim (&text, &length);
  if (gf_text_is_missing (text, length, FALSE))
    return g_strdup ("");
  if (kind == GF_PERSONAL_EMAIL)
    return hide_emails (text, length, key);

  g_autofree char *digits = make_digits (kind, text, length, key);

  return g_strconcat (stems[kind], "-", digits, NULL);
}

typedef struct
{
  GfPersonalKind kind;
  const char *key;
} Hiding;

static char *
hide (const char *text,
      gsize       length,
      gpointer    user_data)
{
  const Hiding *hiding = user_data;

  return gf_personal_dup_word (hiding->kind, text, length, hiding->key);
}

static GfColumn *
hide_column (GfColumn       *column,
             GfPersonalKind  kind,
             const char     *key)
{
  Hiding hiding = { kind, key };
  g_autoptr (GfCells) cells = gf_cells_map (gf_column_get_cells (column), hide, &hiding);
  g_autoptr (GfColumnSpec) spec = gf_column_spec_copy (gf_column_get_spec (column));

  /* A word is no number and no date; a name that groups customers still does. */
  if (spec->type != GF_COLUMN_CATEGORY)
    spec->type = GF_COLUMN_TEXT;
  if (spec->role == GF_ROLE_VALUE || spec->role == GF_ROLE_DATE || spec->role == GF_ROLE_CHURN)
    spec->role = GF_ROLE_IGNORE;

  return gf_column_new (spec, cells);
}

/**
 * gf_personal_apply:
 * @table: a table
 * @kinds: (array): what each column holds of people; one that is hidden all the same though it
 *   holds nothing of them gets words as for names
 * @choices: (array): what becomes of each column
 * @key: (nullable): what gf_personal_dup_key() gave; only asked for when something is pseudonymised
 *
 * Drops and pseudonymises columns. What is dropped is gone with its rows' texts; of a table of which
 * all columns are dropped nothing is left.
 *
 * Returns: (transfer full): @table itself if all is kept
 */
GfTable *
gf_personal_apply (GfTable                *table,
                   const GfPersonalKind   *kinds,
                   const GfPersonalChoice *choices,
                   const char             *key)
{
  g_return_val_if_fail (table != NULL && kinds != NULL && choices != NULL, NULL);

  guint n_columns = gf_table_get_n_columns (table);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  gboolean changed = FALSE;

  for (guint i = 0; i < n_columns; i++)
    {
      GfColumn *column = gf_table_get_column (table, i);

      changed |= choices[i] != GF_PERSONAL_KEEP;
      if (choices[i] == GF_PERSONAL_KEEP)
        g_ptr_array_add (columns, gf_column_ref (column));
      if (choices[i] == GF_PERSONAL_PSEUDONYMISE)
        {
          g_return_val_if_fail (key != NULL, NULL);
          g_ptr_array_add (columns, hide_column (column, kinds[i], key));
        }
    }
  if (!changed)
    return gf_table_ref (table);

  return gf_table_new ((GfColumn **) columns->pdata, columns->len);
}

/**
 * gf_personal_dup_sentence:
 * @table: a table, as it was read
 * @kinds: (array): what each column holds of people
 * @choice: what became of them all
 *
 * Says which columns hold data of people and what was done with them.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL if no column does
 */
char *
gf_personal_dup_sentence (const GfTable        *table,
                          const GfPersonalKind *kinds,
                          GfPersonalChoice      choice)
{
  g_return_val_if_fail (table != NULL && kinds != NULL, NULL);

  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    if (kinds[i] != GF_PERSONAL_NONE)
      g_string_append_printf (names, "%s“%s”", n++ > 0 ? ", " : "",
                              gf_column_get_name (gf_table_get_column (table, i)));
  if (n == 0)
    return NULL;

  switch (choice)
    {
    case GF_PERSONAL_DROP:
      /* TRANSLATORS: the last is a list of names of columns */
      return g_strdup_printf (ngettext ("%u column with personal data was left out: %s.",
                                        "%u columns with personal data were left out: %s.", n),
                              n, names->str);

    case GF_PERSONAL_PSEUDONYMISE:
      return g_strdup_printf (ngettext ("%u column holds pseudonyms in place of personal data: %s.",
                                        "%u columns hold pseudonyms in place of personal data: %s.", n),
                              n, names->str);

    case GF_PERSONAL_KEEP:
    default:
      return g_strdup_printf (ngettext ("%u column holds personal data, which was kept: %s.",
                                        "%u columns hold personal data, which was kept: %s.", n),
                              n, names->str);
    }
}
