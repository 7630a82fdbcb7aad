/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-words.h"

#include "gf-column-name.h"
#include "gf-number.h"
#include "gf-text.h"

#include <string.h>

/* What a customer is called in the name of a column that points at one. */
static const char * const owners[] = {
  "customer", "account", "company", "companies", "organization", "organisation", "client", "user",
  "contact", "lead", "buyer", "subscriber", "member", "kunde", "firma", "entreprise", "empresa",
  "cliente", NULL,
};

/**
 * gf_header_split:
 * @name: the name of a column
 *
 * Returns: (transfer full): its words in small letters with a space between: "customerID" and
 *   "Customer - ID" are both "customer id"
 */
char *
gf_header_split (const char *name)
{
  g_autofree char *apart = gf_column_name_part (name);

  g_strdelimit (apart, ".:/()[]*,", ' ');

  return gf_text_fold (apart, strlen (apart));
}

/**
 * gf_header_says:
 * @folded: from gf_header_split()
 * @words: (array zero-terminated=1): words, or several with spaces
 *
 * Returns: whether one of them stands there, whole
 */
gboolean
gf_header_says (const char         *folded,
                const char * const *words)
{
  g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (padded, words[i]);
      gsize length = strlen (words[i]);

      for (; found != NULL; found = strstr (found + 1, words[i]))
        if (found[-1] == ' ' && found[length] == ' ')
          return TRUE;
    }

  return FALSE;
}

/**
 * gf_header_names_owner:
 * @folded: from gf_header_split()
 *
 * Returns: whether the column speaks of a customer
 */
gboolean
gf_header_names_owner (const char *folded)
{
  if (gf_header_says (folded, owners))
    return TRUE;

  /* ACCOUNTID, as Data Loader writes it. */
  for (guint i = 0; owners[i] != NULL; i++)
    if (g_str_has_prefix (folded, owners[i]) &&
        (g_str_equal (folded + strlen (owners[i]), "id") ||
         g_str_equal (folded + strlen (owners[i]), "name")))
      return TRUE;

  return FALSE;
}

/**
 * gf_header_is_id:
 * @folded: from gf_header_split()
 *
 * Returns: whether the column holds numbers or codes of something
 */
gboolean
gf_header_is_id (const char *folded)
{
  static const char * const words[] = { "id", "ids", "uuid", "guid", "key", "identifier", NULL };

  return gf_header_says (folded, words) || g_str_has_suffix (folded, " no") ||
         g_str_has_suffix (folded, " nr") || g_str_has_suffix (folded, " number") ||
         (gf_header_names_owner (folded) && g_str_has_suffix (folded, "id"));
}

/**
 * gf_header_is_own_id:
 * @folded: from gf_header_split()
 *
 * Returns: whether it is the id of the row itself: a bare "id" belongs to the file's own object
 */
gboolean
gf_header_is_own_id (const char *folded)
{
  return g_str_equal (folded, "id") || g_str_equal (folded, "record id") ||
         g_str_equal (folded, "uuid") || g_str_equal (folded, "guid") ||
         g_str_equal (folded, "key");
}

/**
 * gf_header_is_plain_id:
 * @folded: from gf_header_split()
 *
 * Returns: whether it is the id of a customer and says nothing more: "account id", not "master account id"
 */
gboolean
gf_header_is_plain_id (const char *folded)
{
  static const char * const ids[] = {
    "id", "ids", "uuid", "guid", "key", "identifier", "no", "nr", "number", "code", NULL,
  };

  for (guint i = 0; owners[i] != NULL; i++)
    {
      const char *rest = folded;

      /* "associated company ids", "account name id": HubSpot and Zoho. */
      rest += g_str_has_prefix (rest, "associated ") ? strlen ("associated ") : 0;
      if (!g_str_has_prefix (rest, owners[i]))
        continue;
      rest += strlen (owners[i]);
      rest += g_str_has_prefix (rest, " name ") ? strlen (" name") : 0;
      rest += *rest == ' ';
      if (g_strv_contains (ids, rest))
        return TRUE;
    }

  return FALSE;
}

/**
 * gf_header_is_of_other:
 * @folded: from gf_header_split()
 *
 * Returns: whether the column speaks of somebody or something else that many customers share: who looks after
 *   them, whose subsidiary they are, where they came from
 */
gboolean
gf_header_is_of_other (const char *folded)
{
  static const char * const words[] = {
    "parent", "parentid", "ultimate", "holding", "owner", "owners", "ownerid", "campaign", "manager", "rep",
    "representative", "salesperson", "agent", "assignee", "assigned", "created by", "createdbyid", "modified by",
    "lastmodifiedbyid", "updated by", "record type", "recordtypeid", "territory", "referrer", "referred by", NULL,
  };

  return gf_header_says (folded, words);
}

/**
 * gf_header_is_email:
 * @folded: from gf_header_split()
 *
 * Returns: whether the column holds e-mail addresses
 */
gboolean
gf_header_is_email (const char *folded)
{
  static const char * const words[] = { "email", "e mail", "mail", "emails", NULL };

  return gf_header_says (folded, words);
}

/**
 * gf_header_is_domain:
 * @folded: from gf_header_split()
 *
 * Returns: whether the column holds web sites
 */
gboolean
gf_header_is_domain (const char *folded)
{
  static const char * const words[] = {
    "domain", "website", "web site", "url", "homepage", "web", NULL,
  };

  return gf_header_says (folded, words);
}

/**
 * gf_join_find_export:
 * @table: a file
 *
 * Returns: (transfer none) (nullable): whose export it is, by the names of its columns
 */
const GfExport *
gf_join_find_export (const GfTable *table)
{
  guint n = gf_table_get_n_columns (table);
  g_autofree const char **names = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = gf_column_get_name (gf_table_get_column (table, i));

  return gf_exports_recognise (names, n, NULL);
}

/**
 * gf_join_key_is:
 * @source: (nullable): whose export the file is
 * @name: the name of a column
 * @keys: (array zero-terminated=1): words of data/exports
 *
 * Returns: whether the column means one of them, by the export, else by its name in any language
 */
gboolean
gf_join_key_is (const GfExport     *source,
                const char         *name,
                const char * const *keys)
{
  const GfExportColumn *column = source != NULL ? gf_export_find_column (source, name) : NULL;

  if (column == NULL)
    column = gf_exports_find_usual (name);

  return column != NULL && column->key != NULL && g_strv_contains (keys, column->key);
}

static gboolean
holds_any (const char         *text,
           const char * const *words)
{
  g_autofree char *folded = gf_text_fold (text, (gssize) strlen (text));

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (folded, words[i]);

      /* “won” behind other letters is closedwon, but before others it is wonderful. */
      if (found != NULL && !g_ascii_isalpha (found[strlen (words[i])]))
        return TRUE;
    }

  return FALSE;
}

/**
 * gf_status_is_won:
 * @text: the stage or status of a deal
 *
 * Returns: whether it says that the deal was won
 */
gboolean
gf_status_is_won (const char *text)
{
  static const char * const words[] = {
    "won", "gewonnen", "gagnée", "gagné", "ganada", "ganado", "ganha", "ganho", "vinto", "vinta", NULL,
  };
  static const char * const not[] = { "not won", "notwon", "unwon", NULL };

  return holds_any (text, words) && !holds_any (text, not);
}

/**
 * gf_status_is_lost:
 * @text: the stage or status of a deal
 *
 * Returns: whether it says that the deal was lost
 */
gboolean
gf_status_is_lost (const char *text)
{
  static const char * const words[] = {
    "lost", "verloren", "perdue", "perdu", "perdida", "perdido", "persa", "perso", NULL,
  };

  return holds_any (text, words);
}

/**
 * gf_status_is_void:
 * @text: the status of a payment or an order
 *
 * Returns: whether it says that no money was kept: it failed, was cancelled or went back
 */
gboolean
gf_status_is_void (const char *text)
{
  static const char * const words[] = {
    "failed", "canceled", "cancelled", "refunded", "returned", "voided", "void", "uncollectible",
    "draft", "incomplete", "expired", "declined", "blocked", "unpaid", "requires payment method",
    "storniert", "fehlgeschlagen", "erstattet", NULL,
  };
  static const char * const partly[] = { "partially refunded", "partial refund", NULL };

  return holds_any (text, words) && !holds_any (text, partly);
}

/**
 * gf_join_dup_currency:
 * @text: what a column of currencies says
 *
 * Returns: (transfer full): the ISO code that it means, however it is written; else its own large letters
 */
char *
gf_join_dup_currency (const char *text)
{
  char code[GF_CURRENCY_SIZE];
  gsize length = strlen (text);

  if (gf_currency_parse (text, length, code))
    return g_strdup (code);
  gf_text_trim (&text, &length);

  return g_utf8_strup (text, (gssize) length);
}
