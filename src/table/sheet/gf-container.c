/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-container-private.h"

#include "gf-archive-member.h"
#include "gf-spool.h"
#include "gf-table-error.h"
#include "gf-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256u * 1024)
/* So many other sheets are looked into, to say whether they hold something too. */
#define MOST_LOOKS 20
/* A first sheet with no more filled cells than these is a cover, if it is called so, and whatever it is
   called. */
#define MOST_IN_COVER 60
#define MOST_IN_ANY_COVER 2

/* What is the same for all steps of opening one. */
typedef struct
{
  const GfImportOptions *options;
  GfContainerUse use;
  GfProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Job;

static void
free_sheet (gpointer data)
{
  GfSourceSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet);
}

static void
add_sheet (GfContainer *self,
           const char  *name,
           gboolean     hidden)
{
  GfSourceSheet *sheet = g_new0 (GfSourceSheet, 1);

  sheet->name = g_strdup (name);
  sheet->hidden = hidden;
  g_ptr_array_add (self->sheets, sheet);
}

/* The index of the sheet that was asked for, -1 with an error when there is none. */
static int
find_sheet (const GfContainer *self,
            const char        *name,
            GError           **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->sheets->len; i++)
    if (strcmp (((GfSourceSheet *) g_ptr_array_index (self->sheets, i))->name, name) == 0)
      return (int) i;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const GfSourceSheet *sheet = g_ptr_array_index (self->sheets, i);
      g_autofree char *other = g_utf8_casefold (sheet->name, -1);

      if (strcmp (other, folded) == 0)
        return (int) i;
      if (i < 20)
        g_string_append_printf (names, i > 0 ? ", “%s”" : "“%s”", sheet->name);
      else if (i == 20)
        g_string_append (names, ", …");
    }
  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
               _("There is no sheet “%s” in this file. It has %s."), name, names->str);

  return -1;
}

static gboolean
refuse_empty (const char *name,
              GError    **error)
{
  if (name != NULL)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY,
                 _("The sheet “%s” is empty. Choose another one."), name);
  else
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY,
                 _("There is no sheet with customers in this file. Export the customers again and "
                   "open the new file."));

  return FALSE;
}

/* The cells of a sheet. NULL with an error, or without when it has none. */
static GfGrid *
read_grid (GfWorkbook *workbook,
           guint       index,
           Job        *job,
           GError    **error)
{
  g_autoptr (GfGrid) grid = gf_grid_new (job->use == GF_CONTAINER_PREVIEW);

  if (!gf_workbook_read_sheet (workbook, index, grid, job->progress, job->progress_data,
                               job->cancellable, error) ||
      !gf_grid_finish (grid, error))
    return NULL;

  return g_steal_pointer (&grid);
}

/* Counts the visible sheets that hold something, without the one that was chosen, and those that
   were not looked into. */
static void
count_others (GfContainer *self,
              GfWorkbook  *workbook,
              guint        chosen,
              Job         *job)
{
  guint n_looks = 0;

  for (guint i = 0; i < gf_workbook_get_n_sheets (workbook); i++)
    {
      g_autoptr (GfGrid) grid = NULL;

      if (i == chosen || gf_workbook_is_sheet_hidden (workbook, i))
        continue;
      if (n_looks++ >= MOST_LOOKS)
        {
          self->n_unseen++;
          continue;
        }
      grid = gf_grid_new_look ();
      self->n_others += gf_workbook_read_sheet (workbook, i, grid, NULL, NULL, job->cancellable,
                                                NULL) &&
                        gf_grid_finish (grid, NULL) && gf_grid_get_n_rows (grid) > 0;
    }
}

static gboolean
lay_out (GfContainer *self,
         GfGrid      *grid,
         Job         *job,
         GError     **error)
{
  gboolean whole = self->share >= 1;

  self->is_sheet = TRUE;
  if (!gf_sheet_layout_make (&self->layout, grid,
                             gf_import_options_get_header_rows (job->options),
                             job->options->names_row, job->use == GF_CONTAINER_AS_IT_IS, whole,
                             job->cancellable, error))
    return FALSE;
  self->text = g_bytes_ref (self->layout.text);

  return TRUE;
}

/* A first sheet that only speaks of the others: next to nothing is in it, or little and it is called so. */
static gboolean
is_cover (const GfGrid *grid,
          const char   *name)
{
  static const char * const words[] = {
    "about", "contents", "cover", "deckblatt", "hinweise", "index", "info", "information", "inhalt", "instructions",
    "introduction", "notes", "portada", "read me", "read_me", "readme", "sommaire", "summary", "table of contents",
    "toc", "índice", "übersicht", NULL,
  };
  g_autofree char *copy = g_strdup (name);
  g_autofree char *folded = g_utf8_strdown (g_strstrip (copy), -1);
  g_auto (GfGridWalk) walk = { 0 };
  guint n_filled = 0;

  gf_grid_walk_init (&walk, grid);
  while (n_filled <= MOST_IN_COVER && gf_grid_walk_next (&walk))
    for (guint i = 0; i < walk.cells->len; i++)
      n_filled += g_array_index (walk.cells, GfGridCell, i).length > 0;

  return n_filled <= (g_strv_contains (words, folded) ? MOST_IN_COVER : MOST_IN_ANY_COVER);
}

static gboolean
is_table (const GfGrid *grid)
{
  return gf_grid_get_n_columns (grid) >= 2 && gf_grid_get_n_rows (grid) >= 3;
}

static gboolean
choose (GfContainer *self,
        GfWorkbook  *workbook,
        guint        index,
        GfGrid      *grid,
        double       share,
        Job         *job,
        GError     **error)
{
  self->chosen = g_strdup (gf_workbook_get_sheet_name (workbook, index));
  self->share = share;

  return lay_out (self, grid, job, error);
}

/* @sheet: its name, NULL for the first that holds something, and more than a cover. */
static gboolean
take_sheet (GfContainer *self,
            GfWorkbook  *workbook,
            const char  *sheet,
            Job         *job,
            GError     **error)
{
  g_autoptr (GfGrid) cover = NULL;
  double cover_share = 1;
  guint cover_index = 0;
  int wanted = -1;

  self->format = gf_workbook_get_format (workbook);
  for (guint i = 0; i < gf_workbook_get_n_sheets (workbook); i++)
    add_sheet (self, gf_workbook_get_sheet_name (workbook, i),
               gf_workbook_is_sheet_hidden (workbook, i));
  if (sheet != NULL)
    {
      wanted = find_sheet (self, sheet, error);
      if (wanted < 0)
        return FALSE;
    }
  for (guint i = 0; i < gf_workbook_get_n_sheets (workbook); i++)
    {
      if (wanted >= 0 ? (guint) wanted != i : gf_workbook_is_sheet_hidden (workbook, i))
        continue;

      g_autoptr (GfGrid) grid = read_grid (workbook, i, job, error);
      if (grid == NULL)
        return FALSE;
      if (gf_grid_get_n_rows (grid) == 0 || (cover != NULL && !is_table (grid)))
        continue;

      double share = !gf_grid_is_full (grid) ? 1 :
                     CLAMP (gf_workbook_get_share (workbook), 0.001, 0.999);
      if (sheet == NULL && cover == NULL && is_cover (grid, gf_workbook_get_sheet_name (workbook, i)))
        {
          cover = g_steal_pointer (&grid);
          cover_share = share;
          cover_index = i;
          continue;
        }
      if (sheet == NULL)
        count_others (self, workbook, i, job);

      return choose (self, workbook, i, grid, share, job, error);
    }
  if (cover == NULL)
    return refuse_empty (sheet, error);

  count_others (self, workbook, cover_index, job);

  return choose (self, workbook, cover_index, cover, cover_share, job, error);
}

/* Unpacks a member; of a text no more than a preview needs. */
static GBytes *
unpack (GfContainer *self,
        GfArchive   *archive,
        guint        member,
        Job         *job,
        GError     **error)
{
  g_autoptr (GfSpool) spool = gf_spool_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gboolean text = TRUE;
  gssize n;

  if (!gf_archive_open_member (archive, member, error))
    return NULL;
  while ((n = gf_archive_read (archive, chunk, CHUNK, job->cancellable, error)) > 0)
    {
      if (gf_spool_get_size (spool) == 0)
        text = !gf_workbook_is_ole (chunk, (gsize) n) && !(n > 4 && memcmp (chunk, "PK", 2) == 0);
      gf_spool_append (spool, chunk, (gsize) n);
      if (!gf_spool_check (spool, error))
        return NULL;
      if (job->progress != NULL)
        job->progress (gf_archive_get_share (archive), job->progress_data);
      if (text && job->use == GF_CONTAINER_PREVIEW && gf_spool_get_size (spool) >= CHUNK)
        break;
    }
  if (n < 0)
    return NULL;
  self->share = n == 0 ? 1 : CLAMP (gf_archive_get_share (archive), 0.001, 1);

  return gf_spool_finish (spool, error);
}

static gboolean
take_from_bytes (GfContainer *self,
                 GFile       *file,
                 GBytes      *bytes,
                 const char  *sheet,
                 gboolean     nested,
                 Job         *job,
                 GError     **error);

/* Members with the same columns, as one table. What stands for all of them can be chosen like a member;
   it is the last. */
static gboolean
take_stack (GfContainer  *self,
            GfArchive    *archive,
            GfTextStack  *stack,
            const GArray *alike,
            Job          *job,
            GError      **error)
{
  double share = 0;

  for (guint i = 0; i < alike->len; i++)
    {
      guint member = g_array_index (alike, guint, i);
      g_autofree char *name = gf_archive_dup_short_name (archive, alike, member);
      g_autoptr (GBytes) bytes = unpack (self, archive, member, job, error);

      if (bytes == NULL)
        return FALSE;
      share += self->share;
      if (g_bytes_get_size (bytes) > 0 &&
          !gf_text_stack_add (stack, name, bytes, self->share >= 1, job->cancellable, error))
        return FALSE;
      if (!gf_archive_may_hold (archive, gf_text_stack_get_size (stack), error))
        return FALSE;
      if (self->share < 1 ||
          (job->use == GF_CONTAINER_PREVIEW && gf_text_stack_get_size (stack) >= CHUNK))
        break;
    }
  self->share = CLAMP (share / alike->len, 0.001, 1);
  self->n_stacked = alike->len;
  self->format = "csv";
  self->layout.n_header_rows = 1;
  self->text = gf_text_stack_finish (stack, error);

  return self->text != NULL;
}

/* Whether members may be put together: nobody said how they are to be read, or which. */
static gboolean
may_stack (const GfImportOptions *options)
{
  return (options->sheet == NULL || *options->sheet == '*') && options->names_row <= 0 &&
         (options->n_header_rows < 0 || options->n_header_rows == 1);
}

/* The table in an archive that is no document. */
static gboolean
take_member (GfContainer *self,
             GfArchive   *archive,
             Job         *job,
             GError     **error)
{
  g_autoptr (GArray) members = gf_archive_list_tables (archive);
  g_autoptr (GfTextStack) stack = NULL;
  g_autoptr (GArray) alike = NULL;
  gboolean by_name = job->options->sheet != NULL && *job->options->sheet != '*';
  int wanted;

  for (guint i = 0; i < members->len; i++)
    add_sheet (self, gf_archive_get_name (archive, g_array_index (members, guint, i)), FALSE);
  if (members->len == 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("There is no table in this archive: no CSV file and no spreadsheet. Export "
                     "the customers as CSV and open that."));
      return FALSE;
    }
  wanted = by_name ? find_sheet (self, job->options->sheet, error) :
           (int) gf_archive_choose_table (archive, members, job->options->encoding,
                                          job->cancellable);
  if (wanted < 0)
    return FALSE;

  gf_sheet_layout_init (&self->layout);
  stack = gf_text_stack_new (&self->layout);
  alike = gf_archive_list_alike (archive, members, (guint) wanted, stack, job->cancellable);
  if (alike->len > 0)
    {
      g_autofree char *pattern = gf_archive_dup_pattern (archive, alike);
      add_sheet (self, pattern, !may_stack (job->options));
    }
  if (alike->len > 0 && may_stack (job->options))
    {
      self->chosen = gf_archive_dup_pattern (archive, alike);
      self->n_others = members->len - alike->len;
      for (guint i = 0; i < members->len; i++)
        for (guint j = 0; j < alike->len; j++)
          if (g_array_index (members, guint, i) == g_array_index (alike, guint, j))
            ((GfSourceSheet *) g_ptr_array_index (self->sheets, i))->hidden = TRUE;
      return take_stack (self, archive, stack, alike, job, error);
    }

  guint member = g_array_index (members, guint, wanted);
  g_autoptr (GBytes) bytes = unpack (self, archive, member, job, error);
  if (bytes == NULL)
    return FALSE;

  self->chosen = g_strdup (gf_archive_get_name (archive, member));
  self->n_others = by_name ? 0 : members->len - 1;

  return take_from_bytes (self, NULL, bytes, NULL, TRUE, job, error);
}

/* A workbook in an archive: the archive's members stay what can be chosen. */
static gboolean
take_nested (GfContainer *self,
             GfWorkbook  *workbook,
             Job         *job,
             GError     **error)
{
  g_autoptr (GfContainer) inner = g_new0 (GfContainer, 1);

  inner->sheets = g_ptr_array_new_with_free_func (free_sheet);
  if (!take_sheet (inner, workbook, NULL, job, error))
    return FALSE;
  self->format = inner->format;
  self->is_sheet = TRUE;
  self->text = g_steal_pointer (&inner->text);
  self->share = inner->share;
  gf_sheet_layout_clear (&self->layout);
  self->layout = inner->layout;
  inner->layout = (GfSheetLayout) { 0 };

  return TRUE;
}

/* @file or @bytes: a zip file, an OLE file or, nested only, a text. */
static gboolean
take_from_bytes (GfContainer *self,
                 GFile       *file,
                 GBytes      *bytes,
                 const char  *sheet,
                 gboolean     nested,
                 Job         *job,
                 GError     **error)
{
  gsize size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  g_autoptr (GfArchive) archive = NULL;
  g_autoptr (GfWorkbook) workbook = NULL;
  g_autoptr (GError) local = NULL;

  if (nested && !gf_workbook_is_ole (data, size) && !(size > 4 && memcmp (data, "PK\3\4", 4) == 0))
    {
      self->format = "csv";
      self->text = g_bytes_ref (bytes);
      return TRUE;
    }
  if (bytes != NULL && gf_workbook_is_ole (data, size))
    {
      workbook = gf_workbook_new_from_ole (file, bytes, job->cancellable, error);
      if (workbook == NULL)
        return FALSE;
    }
  else
    {
      archive = gf_archive_new (file, file != NULL ? NULL : bytes, job->cancellable, error);
      if (archive == NULL)
        return FALSE;
      workbook = gf_workbook_new_from_archive (archive, job->cancellable, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  if (workbook != NULL)
    return nested ? take_nested (self, workbook, job, error) :
                    take_sheet (self, workbook, sheet, job, error);
  if (nested)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This is an archive in an archive. Unpack it and open the file in it."));
      return FALSE;
    }

  return take_member (self, archive, job, error);
}

/* The first eight bytes. */
static GBytes *
read_magic (GFile        *file,
            GBytes       *bytes,
            GCancellable *cancellable,
            GError      **error)
{
  if (bytes != NULL)
    return g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), 8));

  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  return stream != NULL ?
         g_input_stream_read_bytes (G_INPUT_STREAM (stream), 8, cancellable, error) : NULL;
}

/* A text may be named .xls, as many programs do, but a web page is no table; .xlsx and .ods are
   never texts. */
static gboolean
check_name (GFile         *file,
            const guint8  *data,
            gsize          size,
            GError       **error)
{
  static const char * const endings[] = { ".xlsx", ".xlsm", ".xlsb", ".ods", NULL };
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  if (folded != NULL && g_str_has_suffix (folded, ".xls") &&
      ((size > 0 && data[0] == '<') || (size > 3 && memcmp (data, "\357\273\277<", 4) == 0)))
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This is a web page that is named like an old Excel file. Open it in a "
                     "spreadsheet, save it as .xlsx or CSV and open that."));
      return FALSE;
    }
  for (gsize i = 0; folded != NULL && endings[i] != NULL; i++)
    if (g_str_has_suffix (folded, endings[i]))
      {
        g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                     _("This file is named like a spreadsheet but is none: it is damaged or has "
                       "the wrong ending. Export it again; if it is text, let its name end in "
                       ".csv."));
        return FALSE;
      }

  return TRUE;
}

/**
 * gf_container_open:
 * @file: (nullable): a file
 * @bytes: (nullable): or its content
 * @options: what is settled
 * @use: what for
 * @progress: (nullable): hears how much is done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @container: (out) (transfer full) (nullable): what was taken out, %NULL when the file is text or
 *   anything else that is for #GfTextSource to judge
 * @error: where to put why nothing can be taken out
 *
 * Takes the text out of a spreadsheet or an archive.
 *
 * Returns: whether the importer can go on
 */
gboolean
gf_container_open (GFile                 *file,
                   GBytes                *bytes,
                   const GfImportOptions *options,
                   GfContainerUse         use,
                   GfProgressFunc         progress,
                   gpointer               progress_data,
                   GCancellable          *cancellable,
                   GfContainer          **container,
                   GError               **error)
{
  Job job = { options, use, progress, progress_data, cancellable };
  g_autoptr (GBytes) magic = read_magic (file, bytes, cancellable, error);
  gsize size;

  *container = NULL;
  if (magic == NULL)
    return FALSE;

  const guint8 *data = g_bytes_get_data (magic, &size);
  gboolean ole = gf_workbook_is_ole (data, size);
  if (!ole && !(size >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0)))
    {
      if (size == 0 || check_name (file, data, size, error))
        {
          if (options->sheet == NULL)
            return TRUE;
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                       _("This file has no sheets, so that “%s” cannot be chosen."),
                       options->sheet);
        }
      return FALSE;
    }

  g_autoptr (GfContainer) self = g_new0 (GfContainer, 1);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->share = 1;
  if (ole)
    {
      g_autoptr (GfWorkbook) workbook = gf_workbook_new_from_ole (file, bytes, cancellable, error);

      if (workbook == NULL || !take_sheet (self, workbook, options->sheet, &job, error))
        return FALSE;
    }
  else if (!take_from_bytes (self, file, bytes, options->sheet, FALSE, &job, error))
    {
      return FALSE;
    }
  *container = g_steal_pointer (&self);

  return TRUE;
}
