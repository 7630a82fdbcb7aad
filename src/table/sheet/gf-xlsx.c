/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-workbook-private.h"

#include "gf-sheet-value.h"
#include "gf-table-error.h"
#include "gf-xlsx-strings.h"
#include "gf-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The book itself: its sheets, where they are, and what its number formats mean. The cells are
   read in gf-xlsx-sheet.c. (ECMA-376.) */

typedef struct
{
  GHashTable *targets;     /* relation to member, for those that are sheets */
  char *folder;            /* of the workbook, with a slash, or empty */
  int styles;              /* members, -1 for none */
  int strings;
  GfXlsxBook book;
} Data;

/* A target of a relation as the name of a member. */
static char *
resolve (const char *folder,
         const char *target)
{
  g_autofree char *joined = *target == '/' ? g_strdup (target + 1) :
                                             g_strconcat (folder, target, NULL);
  g_strdelimit (joined, "\\", '/');
  g_auto (GStrv) parts = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    if (strcmp (parts[i], "..") == 0)
      {
        if (kept->len > 0)
          g_ptr_array_set_size (kept, (int) kept->len - 1);
      }
    else if (strcmp (parts[i], ".") != 0)
      {
        g_ptr_array_add (kept, parts[i]);
      }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
ignore_end (GfXml      *xml,
            const char *name,
            gpointer    user_data)
{
}

static void
ignore_text (GfXml      *xml,
             const char *text,
             gsize       length,
             gpointer    user_data)
{
}

typedef struct
{
  GfArchive *archive;
  Data *data;
  GHashTable *others;      /* relations to sheets that hold no cells */
  char *book;              /* member of the workbook */
} Relations;

static void
root_start (GfXml       *xml,
            const char  *name,
            const char **attributes,
            gpointer     user_data)
{
  Relations *relations = user_data;
  const char *type = gf_xml_get (attributes, "Type");
  const char *target = gf_xml_get (attributes, "Target");

  if (strcmp (name, "Relationship") == 0 && type != NULL && target != NULL &&
      g_str_has_suffix (type, "/officeDocument") && relations->book == NULL)
    relations->book = resolve ("", target);
}

static void
relation_start (GfXml       *xml,
                const char  *name,
                const char **attributes,
                gpointer     user_data)
{
  Relations *relations = user_data;
  Data *data = relations->data;
  const char *type = gf_xml_get (attributes, "Type");
  const char *target = gf_xml_get (attributes, "Target");
  const char *id = gf_xml_get (attributes, "Id");

  if (strcmp (name, "Relationship") != 0 || type == NULL || target == NULL || id == NULL)
    return;

  g_autofree char *member = resolve (data->folder, target);
  int at = gf_archive_find (relations->archive, member);

  if (g_str_has_suffix (type, "/worksheet") && at >= 0)
    g_hash_table_insert (data->targets, g_strdup (id), GINT_TO_POINTER (at + 1));
  else if (g_str_has_suffix (type, "/chartsheet") || g_str_has_suffix (type, "/dialogsheet"))
    g_hash_table_add (relations->others, g_strdup (id));
  else if (g_str_has_suffix (type, "/styles"))
    data->styles = at;
  else if (g_str_has_suffix (type, "/sharedStrings"))
    data->strings = at;
}

typedef struct
{
  GfWorkbook *self;
  GHashTable *others;
  gboolean is_book;
} BookReader;

static void
book_start (GfXml       *xml,
            const char  *name,
            const char **attributes,
            gpointer     user_data)
{
  BookReader *reader = user_data;
  Data *data = reader->self->data;

  if (strcmp (name, "workbook") == 0)
    {
      reader->is_book = TRUE;
    }
  else if (strcmp (name, "workbookPr") == 0)
    {
      /* An extension has an element of the same name. */
      const char *from_1904 = gf_xml_get (attributes, "date1904");

      if (from_1904 != NULL)
        data->book.from_1904 = strcmp (from_1904, "1") == 0 || strcmp (from_1904, "true") == 0;
    }
  else if (strcmp (name, "sheet") == 0)
    {
      const char *sheet = gf_xml_get (attributes, "name");
      const char *state = gf_xml_get (attributes, "state");
      const char *id = gf_xml_get (attributes, "id");

      if (id != NULL && g_hash_table_contains (reader->others, id))
        return;
      /* A sheet whose part is missing is listed, and told when it is chosen. */
      _gf_workbook_add (reader->self, sheet != NULL ? sheet : "",
                        state != NULL && g_ascii_strcasecmp (state, "visible") != 0,
                        id != NULL ?
                        GPOINTER_TO_INT (g_hash_table_lookup (data->targets, id)) - 1 : -1);
    }
}

typedef struct
{
  GHashTable *codes;       /* number of a format to its kind + 1 */
  GArray *formats;         /* of guint8, by style */
  gboolean in_styles;
} StyleReader;

static guint
get_number (const char **attributes,
            const char  *name)
{
  const char *text = gf_xml_get (attributes, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static void
style_start (GfXml       *xml,
             const char  *name,
             const char **attributes,
             gpointer     user_data)
{
  StyleReader *reader = user_data;

  if (strcmp (name, "numFmt") == 0)
    {
      const char *code = gf_xml_get (attributes, "formatCode");

      if (code != NULL)
        g_hash_table_insert (reader->codes, GUINT_TO_POINTER (get_number (attributes, "numFmtId")),
                             GUINT_TO_POINTER (gf_sheet_format_from_code (code) + 1));
    }
  else if (strcmp (name, "cellXfs") == 0)
    {
      reader->in_styles = TRUE;
    }
  else if (strcmp (name, "xf") == 0 && reader->in_styles)
    {
      guint id = get_number (attributes, "numFmtId");
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (reader->codes, GUINT_TO_POINTER (id)));
      guint8 format = (guint8) (known > 0 ? known - 1 : gf_sheet_format_from_id (id));

      g_array_append_val (reader->formats, format);
    }
}

static void
style_end (GfXml      *xml,
           const char *name,
           gpointer    user_data)
{
  StyleReader *reader = user_data;

  if (strcmp (name, "cellXfs") == 0)
    reader->in_styles = FALSE;
}

static gboolean
read_styles (GfWorkbook   *self,
             GCancellable *cancellable,
             GError      **error)
{
  static const GfXmlHandler handler = { style_start, style_end, ignore_text };
  Data *data = self->data;
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  StyleReader reader = { codes, NULL, FALSE };

  if (data->book.formats != NULL)
    return TRUE;

  data->book.formats = reader.formats = g_array_new (FALSE, FALSE, sizeof (guint8));

  return data->styles < 0 ||
         gf_xml_read (self->archive, (guint) data->styles, &handler, &reader, NULL, NULL,
                      cancellable, error);
}

typedef struct
{
  GfProgressFunc progress;
  gpointer data;
  double from, to;
} Part;

static void
part_progress (double   share,
               gpointer user_data)
{
  const Part *part = user_data;

  if (part->progress != NULL)
    part->progress (part->from + share * (part->to - part->from), part->data);
}

static gboolean
read_sheet (GfWorkbook     *self,
            guint           index,
            GfGrid         *grid,
            GfProgressFunc  progress,
            gpointer        progress_data,
            GCancellable   *cancellable,
            GError        **error)
{
  Data *data = self->data;
  const GfSheetInfo *sheet = &g_array_index (self->sheets, GfSheetInfo, index);
  Part part = { progress, progress_data, 0, 0.3 };

  if (sheet->place < 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("The sheet “%s” is missing from this file. Export it again."), sheet->name);
      return FALSE;
    }
  if (!read_styles (self, cancellable, error))
    return FALSE;
  if (data->book.strings == NULL)
    {
      data->book.strings = gf_xlsx_strings_read (self->archive, data->strings, part_progress, &part,
                                                 cancellable, error);
      if (data->book.strings == NULL)
        return FALSE;
    }
  part.from = 0.3;
  part.to = 1;

  return gf_xlsx_read_cells (self->archive, (guint) sheet->place, &data->book, grid, &self->share,
                             part_progress, &part, cancellable, error);
}

static void
free_data (GfWorkbook *self)
{
  Data *data = self->data;

  g_hash_table_unref (data->targets);
  g_free (data->folder);
  g_clear_pointer (&data->book.formats, g_array_unref);
  g_clear_pointer (&data->book.strings, gf_xlsx_strings_free);
  g_free (data);
}

/* Finds the part that is the workbook, by the relations of the package. */
static char *
find_book (GfArchive    *archive,
           GCancellable *cancellable,
           GError      **error)
{
  static const GfXmlHandler handler = { root_start, ignore_end, ignore_text };
  Relations relations = { archive, NULL, NULL, NULL };
  int at = gf_archive_find (archive, "_rels/.rels");

  if (at >= 0 && !gf_xml_read (archive, (guint) at, &handler, &relations, NULL, NULL, cancellable,
                               error))
    {
      g_free (relations.book);
      return NULL;
    }

  return relations.book != NULL ? relations.book : g_strdup ("xl/workbook.xml");
}

/* Opens an XLSX file: lists its sheets, remembers where things are. */
GfWorkbook *
_gf_xlsx_new (GfArchive    *archive,
              GCancellable *cancellable,
              GError      **error)
{
  static const GfWorkbookClass class = { "xlsx", read_sheet, free_data };
  static const GfXmlHandler relation_handler = { relation_start, ignore_end, ignore_text };
  static const GfXmlHandler book_handler = { book_start, ignore_end, ignore_text };
  g_autofree char *book = find_book (archive, cancellable, error);

  if (book == NULL)
    return NULL;

  g_autoptr (GfWorkbook) self = _gf_workbook_new (&class, archive);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Data *data = g_new0 (Data, 1);
  const char *slash = strrchr (book, '/');
  gsize folder = slash != NULL ? (gsize) (slash + 1 - book) : 0;

  self->data = data;
  data->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  data->folder = g_strndup (book, folder);
  data->styles = data->strings = -1;

  g_autofree char *relations_name = g_strconcat (data->folder, "_rels/", book + folder, ".rels",
                                                 NULL);
  Relations relations = { archive, data, others, NULL };
  BookReader reader = { self, others, FALSE };
  int relations_at = gf_archive_find (archive, relations_name);
  int at = gf_archive_find (archive, book);

  if ((relations_at >= 0 && !gf_xml_read (archive, (guint) relations_at, &relation_handler,
                                          &relations, NULL, NULL, cancellable, error)) ||
      (at >= 0 && !gf_xml_read (archive, (guint) at, &book_handler, &reader, NULL, NULL,
                                cancellable, error)))
    return NULL;
  if (!reader.is_book)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This document holds no spreadsheet. Export the customers as CSV or .xlsx."));
      return NULL;
    }

  return g_steal_pointer (&self);
}
