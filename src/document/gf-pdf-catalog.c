/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cairo cannot say about a PDF: its language, that its title is to be shown, and what its
 * figures show. It is said in an incremental update (PDF 1.7, 7.5.6): changed objects, a table of
 * where they are, and a trailer that points back, all after the untouched file. */
#include "config.h"

#include "gf-writers-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *data;
  gsize       length;
  guint64     xref;            /* where the table is */
  GArray     *offsets;         /* gsize, by object number; 0: not in use */
  char       *trailer;         /* between << and >> */
  guint       root;
} Pdf;

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("The PDF could not be finished: its table of contents is unreadable."));
  return FALSE;
}

/* A PDF holds bytes of 0, where the string functions would stop. */
static const char *
find_first (const char *data, gsize length, const char *needle)
{
  return memmem (data, length, needle, strlen (needle));
}

static const char *
find_last (const char *data, gsize length, const char *needle)
{
  gsize n = strlen (needle);

  for (gsize at = length >= n ? length - n + 1 : 0; at-- > 0;)
    if (memcmp (data + at, needle, n) == 0)
      return data + at;
  return NULL;
}

/* One line of the table is exactly 20 bytes: offset, generation, n or f. */
static gboolean
read_table (Pdf *pdf, GError **error)
{
  const char *end = pdf->data + pdf->length, *p = pdf->data + pdf->xref;
  char *next;
  guint64 first, n;

  if (pdf->xref + 5 > pdf->length || strncmp (p, "xref", 4) != 0)
    return fail (error);
  first = g_ascii_strtoull (p + 4, &next, 10);
  n = g_ascii_strtoull (next, &next, 10);
  while (next < end && g_ascii_isspace (*next))
    next++;
  if (first != 0 || n == 0 || n > 1000000 || (gsize) (end - next) < n * 20)
    return fail (error);
  g_array_set_size (pdf->offsets, (guint) n);
  for (guint i = 0; i < n; i++, next += 20)
    g_array_index (pdf->offsets, gsize, i) =
      next[17] == 'n' ? (gsize) g_ascii_strtoull (next, NULL, 10) : 0;
  return TRUE;
}

static gboolean
open_pdf (Pdf *pdf, GBytes *bytes, GError **error)
{
  const char *start, *trailer, *open, *close, *root;

  pdf->data = g_bytes_get_data (bytes, &pdf->length);
  pdf->offsets = g_array_new (FALSE, TRUE, sizeof (gsize));
  start = find_last (pdf->data, pdf->length, "startxref");
  trailer = find_last (pdf->data, pdf->length, "trailer");
  if (start == NULL || trailer == NULL || trailer > start)
    return fail (error);
  pdf->xref = g_ascii_strtoull (start + strlen ("startxref"), NULL, 10);
  open = find_first (trailer, (gsize) (start - trailer), "<<");
  close = find_last (trailer, (gsize) (start - trailer), ">>");
  if (open == NULL || close == NULL || close <= open || !read_table (pdf, error))
    return error != NULL && *error != NULL ? FALSE : fail (error);
  pdf->trailer = g_strndup (open + 2, (gsize) (close - open - 2));
  root = strstr (pdf->trailer, "/Root");
  pdf->root = root != NULL ? (guint) strtoul (root + 5, NULL, 10) : 0;
  return pdf->root > 0 && pdf->root < pdf->offsets->len ? TRUE : fail (error);
}

/* The dictionary of object @number without its outer << and >>; NULL when it is none. */
static char *
dup_dictionary (const Pdf *pdf, guint number)
{
  gsize offset = g_array_index (pdf->offsets, gsize, number);
  const char *p = pdf->data + offset, *end, *open, *close;
  g_autofree char *header = g_strdup_printf ("%u 0 obj", number);

  if (offset == 0 || offset >= pdf->length || pdf->length - offset < strlen (header) || memcmp (p, header, strlen (header)) != 0)
    return NULL;
  end = find_first (p, pdf->length - offset, "endobj");
  open = end != NULL ? find_first (p, (gsize) (end - p), "<<") : NULL;
  close = open != NULL ? find_last (open, (gsize) (end - open), ">>") : NULL;
  if (close == NULL || find_first (p, (gsize) (end - p), "stream") != NULL)
    return NULL;
  return g_strndup (open + 2, (gsize) (close - open - 2));
}

/* A text string as UTF-16 in hexadecimal digits, which any text survives. */
static char *
encode_text (const char *text)
{
  GString *hex = g_string_new ("<FEFF");
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  for (glong i = 0; units != NULL && i < n; i++)
    g_string_append_printf (hex, "%04X", units[i]);
  g_string_append_c (hex, '>');
  return g_string_free_and_steal (hex);
}

static void
add_object (GString *update, GArray *places, const Pdf *pdf, guint number, const char *dictionary,
            const char *more)
{
  gsize place[2] = { number, pdf->length + update->len };

  g_array_append_val (places, place);
  g_string_append_printf (update, "%u 0 obj\n<<%s%s>>\nendobj\n", number, dictionary, more);
}

static gboolean
is_figure (const char *dictionary)
{
  const char *role = strstr (dictionary, "/S /Figure");

  return role != NULL && strstr (dictionary, "/StructElem") != NULL &&
         !g_ascii_isalnum (role[strlen ("/S /Figure")]);
}

/* Elements are numbered as they are drawn, so the figures come in the order of @figures. */
static void
add_figures (GString *update, GArray *places, const Pdf *pdf, const char * const *figures)
{
  for (guint number = 1; number < pdf->offsets->len && *figures != NULL; number++)
    {
      g_autofree char *dictionary = dup_dictionary (pdf, number);

      if (dictionary != NULL && is_figure (dictionary))
        {
          g_autofree char *text = encode_text (*figures++);
          g_autofree char *more = g_strdup_printf ("   /Alt %s\n", text);

          add_object (update, places, pdf, number, dictionary, more);
        }
    }
}

static void
add_table (GString *update, GArray *places, const Pdf *pdf)
{
  gsize xref = pdf->length + update->len;

  g_string_append (update, "xref\n0 1\n0000000000 65535 f \n");
  for (guint i = 0; i < places->len; i++)
    {
      const gsize *place = &g_array_index (places, gsize, 2 * i);

      g_string_append_printf (update, "%zu 1\n%010zu 00000 n \n",
                              place[0], place[1]);
    }
  g_string_append_printf (update, "trailer\n<<%s   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%zu"
                          "\n%%%%EOF\n", pdf->trailer, pdf->xref, xref);
}

/**
 * gf_pdf_add_catalog:
 * @pdf: a PDF with a plain table of contents, as cairo writes it for version 1.4
 * @language: the language of its words
 * @figures: (array zero-terminated=1): what each figure shows, in the order they were drawn
 * @error: return location for an error
 *
 * Returns: (transfer full): the PDF with an update at its end, or %NULL when it cannot be read
 */
GBytes *
gf_pdf_add_catalog (GBytes              *pdf,
                    const char          *language,
                    const char * const  *figures,
                    GError             **error)
{
  Pdf file = { 0 };
  g_autofree char *catalog = NULL, *text = encode_text (language), *more = NULL;
  g_autoptr (GString) update = g_string_new (NULL), whole = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, 2 * sizeof (gsize));
  gboolean opened = open_pdf (&file, pdf, error);

  if (opened)
    catalog = dup_dictionary (&file, file.root);
  if (opened && catalog == NULL)
    fail (error);
  if (catalog != NULL)
    {
      more = g_strdup_printf ("   /Lang %s\n   /ViewerPreferences << /DisplayDocTitle true >>\n%s",
                              text, strstr (catalog, "/MarkInfo") != NULL
                                    ? "" : "   /MarkInfo << /Marked true >>\n");
      add_object (update, places, &file, file.root, catalog, more);
      add_figures (update, places, &file, figures);
      add_table (update, places, &file);
      whole = g_string_new_len (file.data, (gssize) file.length);
      g_string_append_len (whole, update->str, (gssize) update->len);
    }
  g_array_unref (file.offsets);
  g_free (file.trailer);
  return whole != NULL ? g_string_free_to_bytes (g_steal_pointer (&whole)) : NULL;
}
