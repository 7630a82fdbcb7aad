/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-roles.h"

#include "gf-text.h"

#include <string.h>

/* An export is recognised when all that it must have and as many of the usual names are there. */
typedef struct
{
  const char *source;
  guint n_usual;
  const char *required[4];
  const char *usual[24];
} Export;

static const Export exports[] = {
  {
    "HubSpot companies", 4,
    { "record id", "company name" },
    { "company owner", "create date", "phone number", "last activity date", "city",
      "country/region", "industry",
      "company domain name", "lifecycle stage", "lead status", "annual revenue",
      "number of employees", "time zone", "state/region", "postal code", "associated contact",
      "number of associated contacts", "number of associated deals", "type", "website url",
      "became a customer date", "original source type",
      "last modified date", "total revenue" },
  },
};

static const char * const name_words[] = {
  "company name", "account name", "customer name", "organization name", "organisation name",
  "business name", "client name", "companyname", "accountname", "customername", "company",
  "customer", "organization", "organisation", "account", "client", "firma", "firmenname", "kunde",
  "kundenname", "entreprise", "client nom", "empresa", "cliente", "azienda", "bedrijf",
  "full name", "contact name", "fullname", "name", "security", "brand", NULL,
};

static const char * const value_words[] = {
  "revenue", "mrr", "arr", "ltv", "clv", "lifetime", "spend", "spent", "sales", "profit",
  "margin", "orders", "usage", "nps", "score", "satisfaction", "csat", "renewals", "renewal",
  "referrals", "referral", "expansion", "health", "logins", "sessions", "retention", "tenure",
  "value", "purchases", "rating", "wert", "umsatz", "amount", "upsell", "upsells", "recommend",
  NULL,
};

static const char * const churn_words[] = {
  "churn", "churned", "cancelled", "canceled", "cancellation", "attrition", "lost", "left",
  "churn reason", "unsubscribed", "terminated", "gekündigt", "kündigung", "churn flag",
  "is churned", NULL,
};

static const char * const contact_words[] = {
  "email", "e mail", "mail", "domain", "website", "url", "phone", "fax", "telephone", "telefon",
  "mobile", "web", "homepage", "phone1", "phone2", "linkedin", NULL,
};

static const char * const place_words[] = {
  "street", "address", "zip", "postal", "postcode", "plz", "latitude", "longitude", "lat", "lng",
  "lon", "ipaddress", "ip", NULL,
};

/* The column's name in small words: "customerID" as "customer id". */
static char *
fold_name (const char *name)
{
  g_autoptr (GString) apart = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (p > name && g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
        g_string_append_c (apart, ' ');
      g_string_append_c (apart, *p);
    }

  return gf_text_fold (apart->str, apart->len);
}

static gboolean
says (const char         *folded,
      const char * const *words)
{
  g_auto (GStrv) parts = g_strsplit_set (folded, " ()[]/.:,", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strchr (words[i], ' ') != NULL || strlen (words[i]) >= 6
          ? strstr (folded, words[i]) != NULL
          : g_strv_contains ((const char * const *) parts, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_identifier_name (const char *folded)
{
  static const char * const words[] = {
    "id", "uuid", "guid", "identifier", "key", "customerid", "number#", "kundennummer",
    "kundennr", NULL,
  };

  return says (folded, words) || g_str_has_suffix (folded, " no") ||
         g_str_has_suffix (folded, " nr") || strcmp (folded, "customer number") == 0 ||
         strcmp (folded, "account number") == 0;
}

/**
 * gf_roles_recognise:
 * @names: (array length=n_names): the columns' names
 * @n_names: how many
 *
 * Recognises the export of a known program by its columns' names.
 *
 * Returns: (nullable): what it is, such as "HubSpot companies"; %NULL if none is known
 */
const char *
gf_roles_recognise (const char * const *names,
                    guint               n_names)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_names; i++)
    g_hash_table_add (known, gf_text_fold (names[i], strlen (names[i])));

  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      gboolean all = TRUE;
      guint n_usual = 0;

      for (guint j = 0; j < G_N_ELEMENTS (exports[i].required) &&
           exports[i].required[j] != NULL; j++)
        all &= g_hash_table_contains (known, exports[i].required[j]);
      for (guint j = 0; j < G_N_ELEMENTS (exports[i].usual) && exports[i].usual[j] != NULL; j++)
        n_usual += g_hash_table_contains (known, exports[i].usual[j]);
      if (all && n_usual >= exports[i].n_usual)
        return exports[i].source;
    }

  return NULL;
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
  if (is_identifier_name (folded) && spec->type != GF_COLUMN_DATE && spec->type != GF_COLUMN_FLAG)
    return is_distinct (facts) ? GF_ROLE_IDENTIFIER : GF_ROLE_IGNORE;
  if (says (folded, contact_words) && (spec->type == GF_COLUMN_TEXT ||
                                       spec->type == GF_COLUMN_NUMBER))
    return GF_ROLE_IDENTIFIER;

  switch (spec->type)
    {
    case GF_COLUMN_MONEY:
      return GF_ROLE_VALUE;
    case GF_COLUMN_NUMBER:
      if (says (folded, place_words))
        return GF_ROLE_IGNORE;
      return says (folded, value_words) ? GF_ROLE_VALUE : GF_ROLE_ATTRIBUTE;
    case GF_COLUMN_DATE:
      return GF_ROLE_DATE;
    case GF_COLUMN_FLAG:
    case GF_COLUMN_CATEGORY:
      return says (folded, churn_words) ? GF_ROLE_CHURN : GF_ROLE_ATTRIBUTE;
    case GF_COLUMN_SET:
      return GF_ROLE_ATTRIBUTE;
    case GF_COLUMN_TEXT:
    default:
      return GF_ROLE_IGNORE;
    }
}

/* The column that names the customers, -1 if none: by the order of the words, the more distinct
   first. */
static int
find_name (const GfColumnSpec  *specs,
           const GfColumnFacts *facts,
           char               **folded,
           guint                n_columns)
{
  for (guint word = 0; name_words[word] != NULL; word++)
    for (guint i = 0; i < n_columns; i++)
      if (strcmp (folded[i], name_words[word]) == 0 && facts[i].n_filled > 0 &&
          (specs[i].type == GF_COLUMN_TEXT || specs[i].type == GF_COLUMN_CATEGORY) &&
          facts[i].n_distinct * 2 > facts[i].n_filled)
        return (int) i;

  for (guint i = 0; i < n_columns; i++)
    if (g_str_has_suffix (folded[i], " name") && specs[i].type == GF_COLUMN_TEXT &&
        facts[i].n_long == 0 &&
        strstr (folded[i], "domain") == NULL && is_distinct (&facts[i]))
      return (int) i;

  return -1;
}

/**
 * gf_roles_guess:
 * @specs: (array length=n_columns) (inout): the columns with name and type; their roles are set
 * @facts: (array length=n_columns): what was found in them
 * @n_columns: how many
 *
 * Guesses what each column is for.
 */
void
gf_roles_guess (GfColumnSpec        *specs,
                const GfColumnFacts *facts,
                guint                n_columns)
{
  g_auto (GStrv) folded = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    folded[i] = fold_name (specs[i].name);
  for (guint i = 0; i < n_columns; i++)
    specs[i].role = guess_role (&specs[i], &facts[i], folded[i]);

  /* What stands for a customer is no quantity, even if it is all digits. */
  for (guint i = 0; i < n_columns; i++)
    if (specs[i].role == GF_ROLE_IDENTIFIER)
      specs[i].type = GF_COLUMN_TEXT;

  int name = find_name (specs, facts, folded, n_columns);
  if (name >= 0)
    {
      specs[name].role = GF_ROLE_NAME;
      specs[name].type = GF_COLUMN_TEXT;
    }
}
