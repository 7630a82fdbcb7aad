/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-foreign.h"

#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the first bytes of files that are no text say. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *message;
} foreign[] = {
  { "%PDF-", 5, N_("This is a PDF document, not a table. Export the customers as CSV instead.") },
  { "\211PNG", 4, N_("This is a picture, not a table. Export the customers as CSV instead.") },
  { "\377\330\377", 3, N_("This is a picture, not a table. Export the customers as CSV instead.") },
  { "GIF8", 4, N_("This is a picture, not a table. Export the customers as CSV instead.") },
  { "7z\274\257\047\034", 6, N_("This is an archive. Unpack it and open the CSV file in it.") },
  { "BZh", 3, N_("This is a bzip2 archive. Unpack it and open the CSV file in it.") },
  { "\3757zXZ", 5, N_("This is an xz archive. Unpack it and open the CSV file in it.") },
  { "(\265/\375", 4, N_("This is a zstd archive. Unpack it and open the CSV file in it.") },
  { "SQLite format 3", 15, N_("This is a database, not a text table. Export the customers as CSV "
                              "instead.") },
  { "\011\010\010\000", 4, N_("This is a workbook of Excel 4 or older, which cannot be read. Save it as .xlsx or "
                             "CSV and open that.") },
  { "\011\004\006\000", 4, N_("This is a workbook of Excel 4 or older, which cannot be read. Save it as .xlsx or "
                             "CSV and open that.") },
  { "\011\002\006\000", 4, N_("This is a workbook of Excel 4 or older, which cannot be read. Save it as .xlsx or "
                             "CSV and open that.") },
  { "\011\000\004\000", 4, N_("This is a workbook of Excel 4 or older, which cannot be read. Save it as .xlsx or "
                             "CSV and open that.") },
  { "PAR1", 4, N_("This is a Parquet file. Export the customers as CSV instead.") },
};

static const char *
skip_blanks (const char *p,
             const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;

  return p;
}

/* Whether it begins as JSON does: an object with a member, or a list of objects or lists. */
static gboolean
begins_json (const char *p,
             const char *end)
{
  char first;

  p = skip_blanks (p, end);
  if (p == end || (*p != '{' && *p != '['))
    return FALSE;
  first = *p;
  p = skip_blanks (p + 1, end);
  if (first == '[' && p < end && *p == '{')
    p = skip_blanks (p + 1, end);
  else if (first == '[')
    return FALSE;
  if (p == end || *p != '"')
    return FALSE;
  p = memchr (p + 1, '"', (gsize) (end - p) - 1);
  if (p == NULL)
    return FALSE;
  p = skip_blanks (p + 1, end);

  return p < end && *p == ':';
}

/**
 * gf_foreign_refuse:
 * @bytes: (array length=length): the beginning of a file
 * @length: how many
 * @error: where to put what it is, and what to do: %GF_TABLE_ERROR_FORMAT
 *
 * Refuses files that are no text, or that are text but no table.
 *
 * Returns: whether it may be a table
 */
gboolean
gf_foreign_refuse (const guint8 *bytes,
                   gsize         length,
                   GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (length >= foreign[i].length && memcmp (bytes, foreign[i].bytes, foreign[i].length) == 0)
      {
        g_set_error_literal (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT, _(foreign[i].message));
        return FALSE;
      }
  /* [POSIX.1] pax, ustar: the mark of the first member's header. */
  if (length >= 262 && memcmp (bytes + 257, "ustar", 5) == 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This is a tar archive. Unpack it and open the CSV file in it."));
      return FALSE;
    }
  if (begins_json ((const char *) bytes, (const char *) bytes + length))
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This is JSON, not a table. Export the customers as CSV instead."));
      return FALSE;
    }

  return TRUE;
}
