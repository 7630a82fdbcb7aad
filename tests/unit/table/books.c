/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "books.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define DOCUMENT "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

typedef struct
{
  zipFile zip;
  char *path;
} Zip;

static Zip
zip_new (void)
{
  Zip self = { NULL, g_build_filename (g_get_tmp_dir (), "goodfit-books-XXXXXX", NULL) };
  int fd = g_mkstemp (self.path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  self.zip = zipOpen64 (self.path, APPEND_STATUS_CREATE);
  g_assert_nonnull (self.zip);

  return self;
}

static void
zip_add (Zip        *self,
         const char *name,
         const char *text)
{
  g_assert_cmpint (zipOpenNewFileInZip64 (self->zip, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                                          1, 0), ==, ZIP_OK);
  g_assert_cmpint (zipWriteInFileInZip (self->zip, text, (unsigned) strlen (text)), ==, ZIP_OK);
  g_assert_cmpint (zipCloseFileInZip (self->zip), ==, ZIP_OK);
}

static GBytes *
zip_finish (Zip *self)
{
  char *text;
  gsize length;

  g_assert_cmpint (zipClose (self->zip, NULL), ==, ZIP_OK);
  g_assert_true (g_file_get_contents (self->path, &text, &length, NULL));
  g_unlink (self->path);
  g_free (self->path);

  return g_bytes_new_take (text, length);
}

GBytes *
make_zip (const char *name,
          ...)
{
  Zip zip = zip_new ();
  va_list args;

  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    zip_add (&zip, name, va_arg (args, const char *));
  va_end (args);

  return zip_finish (&zip);
}

static void
add_frame (Zip *zip)
{
  zip_add (zip, "[Content_Types].xml",
           "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
  zip_add (zip, "_rels/.rels",
           "<Relationships xmlns='" PACKAGE "'><Relationship Id='r' Type='" DOCUMENT
           "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
  zip_add (zip, "xl/styles.xml",
           "<styleSheet xmlns='" MAIN "'><numFmts>"
           "<numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd\\ hh:mm'/>"
           "<numFmt numFmtId='165' formatCode='[h]:mm'/></numFmts>"
           "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
           "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='21'/><xf numFmtId='165'/>"
           "<xf numFmtId='10'/></cellXfs></styleSheet>");
  zip_add (zip, "xl/sharedStrings.xml",
           "<sst xmlns='" MAIN "'><si><t>Name</t></si>"
           "<si><r><t>Rich</t></r><r><rPr><b/></rPr><t xml:space='preserve'> text</t></r>"
           "<rPh sb='0' eb='1'><t>read aloud</t></rPh></si>"
           "<si><t>a_x000D_b</t></si></sst>");
}

GBytes *
make_xlsx (gboolean    from_1904,
           const char *name,
           ...)
{
  Zip zip = zip_new ();
  g_autoptr (GString) book = g_string_new ("<workbook xmlns='" MAIN "' xmlns:r='" DOCUMENT "'>");
  g_autoptr (GString) relations = g_string_new ("<Relationships xmlns='" PACKAGE "'>");
  va_list args;
  int n = 0;

  add_frame (&zip);
  g_string_append_printf (book, "<workbookPr date1904='%d'/><sheets>", from_1904);
  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    {
      g_autofree char *path = g_strdup_printf ("xl/worksheets/sheet%d.xml", ++n);
      g_autofree char *sheet = g_strdup_printf ("<worksheet xmlns='" MAIN "'>%s</worksheet>",
                                                va_arg (args, const char *));

      zip_add (&zip, path, sheet);
      g_string_append_printf (book, "<sheet name='%s' sheetId='%d' r:id='r%d'%s/>",
                              name + (*name == '!'), n, n, *name == '!' ? " state='hidden'" : "");
      g_string_append_printf (relations, "<Relationship Id='r%d' Type='" DOCUMENT "/worksheet' "
                              "Target='worksheets/sheet%d.xml'/>", n, n);
    }
  va_end (args);
  g_string_append (book, "</sheets></workbook>");
  g_string_append (relations,
                   "<Relationship Id='s' Type='" DOCUMENT "/styles' Target='styles.xml'/>"
                   "<Relationship Id='t' Type='" DOCUMENT "/sharedStrings' "
                   "Target='/xl/sharedStrings.xml'/></Relationships>");
  zip_add (&zip, "xl/workbook.xml", book->str);
  zip_add (&zip, "xl/_rels/workbook.xml.rels", relations->str);

  return zip_finish (&zip);
}

GBytes *
make_grid (const char *lines,
           const char *behind)
{
  g_autoptr (GString) sheet = g_string_new ("<sheetData>");
  g_auto (GStrv) rows = g_strsplit (lines, "\n", -1);

  for (gsize row = 0; rows[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[row], "|", -1);

      g_string_append_printf (sheet, "<row r='%" G_GSIZE_FORMAT "'>", row + 1);
      for (gsize i = 0; cells[i] != NULL; i++)
        {
          g_autofree char *text = g_markup_escape_text (cells[i], -1);
          g_autofree char *at = g_strdup_printf ("%c%" G_GSIZE_FORMAT, (char) ('A' + i), row + 1);
          char *end;

          g_ascii_strtod (text, &end);
          if (*text == '\0')
            continue;
          if (*end == '\0')
            g_string_append_printf (sheet, "<c r='%s'><v>%s</v></c>", at, text);
          else if (*text == '#')
            g_string_append_printf (sheet, "<c r='%s' t='e'><v>%s</v></c>", at, text);
          else
            g_string_append_printf (sheet, "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>", at,
                                    text);
        }
      g_string_append (sheet, "</row>");
    }
  g_string_append (sheet, "</sheetData>");
  if (behind != NULL)
    g_string_append (sheet, behind);

  return make_xlsx (FALSE, "Sheet1", sheet->str, NULL);
}

GBytes *
make_ods (const char *styles,
          const char *tables)
{
  g_autofree char *content = g_strdup_printf (
    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
    "<office:automatic-styles>%s</office:automatic-styles><office:body><office:spreadsheet>%s"
    "</office:spreadsheet></office:body></office:document-content>", styles, tables);

  return make_zip ("mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                   "content.xml", content, NULL);
}
