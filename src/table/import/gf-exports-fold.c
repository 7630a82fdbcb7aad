/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-exports-private.h"

#include "gf-text.h"

#include <string.h>

/* The length without a zone in brackets at the end: "Created (UTC)", "Signed up (GMT+10)". */
static gsize
without_zone (const char *text,
              gsize       length)
{
  const char *open = length > 0 && text[length - 1] == ')' ? g_strrstr_len (text, (gssize) length, "(") : NULL;

  if (open == NULL || open == text)
    return length;

  gsize inner = (gsize) (text + length - 1 - (open + 1));
  gsize letters = 0;

  while (letters < inner && g_ascii_isupper (open[1 + letters]))
    letters++;
  if (letters < 2 || letters > 5 || inner > 10)
    return length;
  /* A currency is no zone: "Amount (EUR)". */
  if (letters == inner && letters == 3 && open[3] != 'T' && strncmp (open, "(UTC)", 5) != 0)
    return length;
  for (gsize i = letters; i < inner; i++)
    if (!g_ascii_isdigit (open[1 + i]) && strchr ("+-:", open[1 + i]) == NULL)
      return length;

  return (gsize) (open - text);
}

/**
 * gf_exports_fold_name:
 * @name: the name of a column
 *
 * Gives the form in which names of columns are compared: small letters and digits only, without
 * accents, without a zone in brackets at the end ("Created (UTC)") and without Salesforce's "__c".
 * Spaces, underscores, dashes, stars, arrows and quotation marks go. "%" and "#" stay, as "Score"
 * and "Score %" are two things.
 *
 * Returns: (transfer full): the folded name; of a name of signs alone the trimmed name
 */
char *
gf_exports_fold_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  const char *text = name;
  gsize length = strlen (name);

  gf_text_trim (&text, &length);
  length = without_zone (text, length);
  if (length > 3 && g_ascii_strncasecmp (text + length - 3, "__c", 3) == 0)
    length -= 3;

  g_autofree char *folded = gf_text_casefold (text, length, G_NORMALIZE_ALL);
  GString *out = g_string_sized_new (length);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '%' || c == '#')
        g_string_append_unichar (out, c);
    }
  if (out->len == 0)
    g_string_append_len (out, text, (gssize) length);

  return g_string_free (out, FALSE);
}

/* The rest of a folded name that begins with one of the export's prefixes ("Deal - "), NULL if it
   has none. Any dash stands for any other. */
const char *
_gf_export_unprefix (const GfExport *self,
                     const char     *folded)
{
  for (guint i = 0; self->prefixes[i] != NULL; i++)
    {
      gsize length = strlen (self->prefixes[i]);

      if (strncmp (folded, self->prefixes[i], length) == 0 && folded[length] != '\0')
        return folded + length;
    }

  return NULL;
}
