/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words of file names that say how a list came to be, not whose it is. */
static const char * const common_words[] = {
  "account", "accounts", "all", "backup", "clients", "closecom", "companies", "company", "contact", "contacts",
  "copy", "crm", "csv", "customer", "customers", "data", "deal", "deals", "download", "dump", "export", "exported",
  "exports", "extract", "file", "final", "full", "leads", "list", "members", "new", "of", "ods", "opportunities",
  "orders", "organisations", "organizations", "orgs", "payments", "people", "raw", "report", "sample", "sheet",
  "subscriptions", "table", "tmp", "unified", "users", "xls", "xlsx",
  "chargebee", "freshdesk", "hubspot", "intercom", "mailchimp", "pipedrive", "recurly", "salesforce", "shopify",
  "stripe", "zendesk", "zoho",
  NULL,
};

static gboolean
is_common (const char *word)
{
  g_autofree char *small = g_utf8_strdown (word, -1);

  return g_strv_contains (common_words, small);
}

static gboolean
has_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* The words of @stem, what stands between them left out. */
static GPtrArray *
split_words (const char *stem)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = stem;; p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;
      gboolean part = c != 0 && (g_unichar_isalnum (c) || c == '&' || c == '\'');

      if (part && start == NULL)
        start = p;
      if (!part && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (c == 0)
        return words;
    }
}

static void
append_word (GString    *name,
             const char *word)
{
  g_autofree char *small = g_utf8_strdown (word, -1);

  if (name->len > 0)
    g_string_append_c (name, ' ');
  /* A word with capitals of its own keeps them. */
  if (strcmp (small, word) == 0)
    {
      g_string_append_unichar (name, g_unichar_totitle (g_utf8_get_char (word)));
      word = g_utf8_next_char (word);
    }
  g_string_append (name, word);
}

/**
 * gf_project_dup_name_for:
 * @file_name: (nullable): the name of a list of customers, without its folder
 * @source: (nullable): the export that it is: “HubSpot companies”
 *
 * Finds a name for the project that begins with a list: what the file's name says beside the words
 * that all exports have ("hubspot-crm-exports-acme-companies.csv" gives “Acme”), else the export,
 * else the file's name itself.
 *
 * Returns: (transfer full): the name, never empty
 */
char *
gf_project_dup_name_for (const char *file_name,
                         const char *source)
{
  g_autofree char *stem = g_utf8_make_valid (file_name != NULL ? file_name : "", -1);
  g_autoptr (GPtrArray) words = NULL;
  GString *name = g_string_new (NULL);
  gboolean common;

  /* "customers.csv.gz" has two endings. */
  for (char *dot = strrchr (stem, '.'); dot != NULL && dot > stem && strlen (dot) <= 5; dot = strrchr (stem, '.'))
    *dot = '\0';
  words = split_words (stem);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      /* "Müller & Söhne" is one name. */
      if (g_str_equal (word, "&") && name->len > 0 && i + 1 < words->len &&
          !is_common (g_ptr_array_index (words, i + 1)))
        g_string_append (name, " &");
      else if (has_letter (word) && !is_common (word))
        append_word (name, word);
    }
  if (name->len == 0 && source != NULL)
    g_string_append (name, source);
  common = name->len == 0;
  for (guint i = 0; common && i < words->len; i++)
    if (has_letter (g_ptr_array_index (words, i)))
      append_word (name, g_ptr_array_index (words, i));
  if (name->len == 0)
    g_string_append (name, _("Customers"));

  return g_string_free (name, FALSE);
}
