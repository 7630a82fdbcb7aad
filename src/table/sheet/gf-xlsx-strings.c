/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-xlsx-strings.h"

#include "gf-table-error.h"
#include "gf-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Before the arena could overflow its 32-bit length. */
#define MOST_TEXT (G_MAXUINT32 - (1u << 20))

typedef struct
{
  GfXlsxStrings *strings;
  gsize start;             /* of the text that is being read */
  gboolean in_text;
  guint phonetic;          /* depth within what only says how a text is pronounced */
} Reader;

static void
start_cb (GfXml       *xml,
          const char  *name,
          const char **attributes,
          gpointer     user_data)
{
  Reader *reader = user_data;

  if (strcmp (name, "t") == 0)
    reader->in_text = reader->phonetic == 0;
  else if (strcmp (name, "rPh") == 0)
    reader->phonetic++;
  else if (strcmp (name, "si") == 0)
    reader->start = reader->strings->arena->len;
}

static void
end_cb (GfXml      *xml,
        const char *name,
        gpointer    user_data)
{
  Reader *reader = user_data;
  GfXlsxStrings *strings = reader->strings;

  if (strcmp (name, "t") == 0)
    {
      reader->in_text = FALSE;
    }
  else if (strcmp (name, "rPh") == 0)
    {
      reader->phonetic -= reader->phonetic > 0;
    }
  else if (strcmp (name, "si") == 0 && reader->start <= strings->arena->len)
    {
      char *text = (char *) strings->arena->data + reader->start;
      gsize length = strings->arena->len - reader->start;
      guint32 end = (guint32) (reader->start + (length > 0 ? gf_xlsx_unescape (text, length) : 0));

      g_byte_array_set_size (strings->arena, end);
      g_array_append_val (strings->ends, end);
    }
}

static void
text_cb (GfXml      *xml,
         const char *text,
         gsize       length,
         gpointer    user_data)
{
  Reader *reader = user_data;

  if (!reader->in_text)
    return;
  if (length > MOST_TEXT - reader->strings->arena->len)
    {
      gf_xml_fail (xml, g_error_new (GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                                     _("This workbook holds more than 4 GB of text. Save the sheet "
                                       "with the customers as CSV and open that.")));
      return;
    }
  g_byte_array_append (reader->strings->arena, (const guint8 *) text, (guint) length);
}

/**
 * gf_xlsx_strings_read:
 * @archive: an XLSX file
 * @member: the part with the texts, -1 when it has none
 * @progress: (nullable): hears how much is done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where to put why they cannot be read
 *
 * Returns: (transfer full): the texts
 */
GfXlsxStrings *
gf_xlsx_strings_read (GfArchive     *archive,
                      int            member,
                      GfProgressFunc progress,
                      gpointer       progress_data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const GfXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GfXlsxStrings) self = g_new0 (GfXlsxStrings, 1);
  Reader reader = { self, 0, FALSE, 0 };

  self->arena = g_byte_array_new ();
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (member >= 0 && !gf_xml_read (archive, (guint) member, &handler, &reader, progress,
                                   progress_data, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gf_xlsx_strings_free:
 * @self: (transfer full) (nullable): texts
 *
 * Frees them.
 */
void
gf_xlsx_strings_free (GfXlsxStrings *self)
{
  if (self == NULL)
    return;

  g_byte_array_unref (self->arena);
  g_array_unref (self->ends);
  g_free (self);
}

/**
 * gf_xlsx_strings_get:
 * @self: texts
 * @index: from 0
 * @length: (out): its bytes
 *
 * Returns: (transfer none) (nullable): a text, not closed by a NUL; %NULL if there is none of that
 *   number
 */
const char *
gf_xlsx_strings_get (const GfXlsxStrings *self,
                     gsize                index,
                     gsize               *length)
{
  if (index >= self->ends->len)
    return NULL;

  const guint32 *ends = &g_array_index (self->ends, guint32, 0);
  guint32 start = index > 0 ? ends[index - 1] : 0;

  *length = ends[index] - start;

  return *length > 0 ? (const char *) self->arena->data + start : "";
}

/**
 * gf_xlsx_unescape:
 * @text: (inout): UTF-8, not closed by a NUL
 * @length: its bytes
 *
 * Puts characters in the place of _xHHHH_, as XLSX writes those that XML does not allow. (ECMA-376
 * part 1, 22.9.2.19.) What would be no character stays as it is.
 *
 * Returns: the bytes that are left, never more than before
 */
gsize
gf_xlsx_unescape (char  *text,
                  gsize  length)
{
  gsize to = 0;

  if (memchr (text, '_', length) == NULL)
    return length;

  for (gsize from = 0; from < length;)
    {
      gunichar c = 0;
      gboolean escaped = length - from >= 7 && text[from] == '_' && text[from + 1] == 'x' &&
                         text[from + 6] == '_';

      for (gsize i = from + 2; escaped && i < from + 6; i++)
        {
          escaped = g_ascii_isxdigit (text[i]);
          c = c * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
        }
      if (escaped && c != 0 && g_unichar_validate (c))
        {
          to += (gsize) g_unichar_to_utf8 (c, text + to);
          from += 7;
        }
      else
        {
          text[to++] = text[from++];
        }
    }

  return to;
}
