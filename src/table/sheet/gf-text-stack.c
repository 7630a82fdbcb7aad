/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-text-stack.h"

#include "gf-csv-dialect.h"
#include "gf-encoding.h"
#include "gf-footer.h"
#include "gf-number.h"
#include "gf-problems.h"
#include "gf-spool.h"
#include "gf-table-error.h"
#include "gf-table.h"
#include "gf-text-source.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT_ONCE (64u * 1024)

struct _GfTextStack
{
  GfSheetLayout *notes;    /* borrowed */
  GPtrArray *names;        /* of all files, as the first of them writes each */
  GHashTable *places;      /* key of a name to its place + 1 */
  GfSpool *spool;
  GString *out;
  gsize record;            /* records so far, the names included */
  /* Of the file that is being added: */
  const char *file;
  GArray *map;             /* of guint: the place of each of its columns */
  gboolean is_straight;    /* each column is in its own place */
  guint n_header_rows;
  guint n_read;            /* header rows so far */
  GPtrArray *cells;        /* of GString; more than are in use */
  guint n_cells;
  guint n_blank;           /* records of blank cells */
  GPtrArray *held;         /* of GString: lines that are a footer, if nothing else comes */
  GPtrArray *held_words;   /* of char: what they say */
};

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

/* The key of a name: of equal names the second is another one. */
static char *
dup_key (GHashTable *seen,
         const char *name)
{
  g_autofree char *folded = gf_text_fold (name, strlen (name));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, folded)) + 1;
  char *key = g_strdup_printf ("%s\n%u", folded, n);

  g_hash_table_insert (seen, g_steal_pointer (&folded), GUINT_TO_POINTER (n));

  return key;
}

static GHashTable *
new_seen (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Judges the beginning of a file. Returns its records, NULL when it cannot be read. */
static GfCsvRecords *
read_head (const char   *text,
           gsize         length,
           gboolean      whole,
           GfCsvDialect *dialect)
{
  const GfCsvMarks guess = { 0 };

  gf_csv_dialect_guess (text, length, whole, &guess, -1, dialect);

  return gf_csv_read_sample (text + dialect->start, length - dialect->start, whole, &dialect->marks,
                             MAX (dialect->n_header_rows, 1), NULL);
}

static char **
dup_names (const GfCsvRecords *records,
           const GfCsvDialect *dialect)
{
  /* Titles above the names, or names in two rows, are no list that a program has cut up. */
  if (dialect->n_header_rows != 1 || records->len == 0)
    return NULL;

  return gf_csv_join_names (records, 1);
}

/**
 * gf_text_stack_read_names:
 * @head: the beginning of a text file
 * @whole: whether that is all
 * @cancellable: (nullable): stops it
 *
 * Reads the names of the columns of a file.
 *
 * Returns: (transfer full) (nullable): the names, %NULL when its first line does not hold them
 */
char **
gf_text_stack_read_names (GBytes       *head,
                          gboolean      whole,
                          GCancellable *cancellable)
{
  g_autoptr (GfTextSource) source = gf_text_source_new (NULL, head, NULL, 0, cancellable, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));
  GfCsvDialect dialect;

  if (source == NULL || !gf_text_source_read (source, text, bad, cancellable, NULL))
    return NULL;

  g_autoptr (GPtrArray) records = read_head (text->str, text->len, whole, &dialect);

  return dup_names (records, &dialect);
}

/**
 * gf_text_stack_is_alike:
 * @names: the names of a file
 * @others: those of another one
 *
 * Returns: whether the two hold the same
 */
gboolean
gf_text_stack_is_alike (const char * const *names,
                        const char * const *others)
{
  g_autoptr (GHashTable) seen = new_seen (), other_seen = new_seen ();
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_shared = 0;
  guint n = MAX (g_strv_length ((GStrv) names), g_strv_length ((GStrv) others));

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_add (keys, dup_key (seen, names[i]));
  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autofree char *key = dup_key (other_seen, others[i]);

      n_shared += *others[i] != '\0' && g_hash_table_contains (keys, key);
    }

  return n_shared >= 2 && n_shared * 4 >= n * 3;
}

/**
 * gf_text_stack_new:
 * @notes: where to tell of what is found in the files; outlives it
 *
 * Returns: (transfer full): a stack without files
 */
GfTextStack *
gf_text_stack_new (GfSheetLayout *notes)
{
  GfTextStack *self = g_new0 (GfTextStack, 1);

  self->notes = notes;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spool = gf_spool_new ();
  self->out = g_string_new (NULL);
  self->map = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cells = g_ptr_array_new_with_free_func (free_string);
  self->held = g_ptr_array_new_with_free_func (free_string);
  self->held_words = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * gf_text_stack_free:
 * @self: (transfer full) (nullable): a stack
 *
 * Frees it.
 */
void
gf_text_stack_free (GfTextStack *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->places);
  gf_spool_free (self->spool);
  g_string_free (self->out, TRUE);
  g_array_unref (self->map);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->held_words);
  g_free (self);
}

/**
 * gf_text_stack_add_names:
 * @self: a stack without files
 * @names: the names of one
 *
 * Makes room for the columns of a file. All names come before the first file.
 */
void
gf_text_stack_add_names (GfTextStack        *self,
                         const char * const *names)
{
  g_autoptr (GHashTable) seen = new_seen ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *key = dup_key (seen, names[i]);

      if (g_hash_table_contains (self->places, key))
        continue;
      g_ptr_array_add (self->names, g_strdup (names[i]));
      g_hash_table_insert (self->places, g_steal_pointer (&key),
                           GUINT_TO_POINTER (self->names->len));
    }
}

static void
flush (GfTextStack *self,
       gsize        least)
{
  if (self->out->len <= least)
    return;
  gf_spool_append (self->spool, self->out->str, self->out->len);
  g_string_truncate (self->out, 0);
}

static void
append_names (GfTextStack *self)
{
  /* TRANSLATORS: the name of a column that says from which file a customer is */
  const char *file = _("File");

  gf_csv_append_cell (self->out, file, strlen (file));
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      g_string_append_c (self->out, ',');
      gf_csv_append_cell (self->out, name, strlen (name));
    }
  g_string_append_c (self->out, '\n');
  self->record = 1;
}

static void
cell_cb (const char *text,
         gsize       length,
         gpointer    user_data)
{
  GfTextStack *self = user_data;

  if (self->n_cells == self->cells->len)
    g_ptr_array_add (self->cells, g_string_new (NULL));

  GString *cell = g_ptr_array_index (self->cells, self->n_cells++);
  g_string_truncate (cell, 0);
  g_string_append_len (cell, text, (gssize) length);
}

/* Writes the cells of a record in the order of all files. */
static void
append_record (GfTextStack *self,
               GString     *out)
{
  guint n = MIN (self->n_cells, self->map->len);

  gf_csv_append_cell (out, self->file, strlen (self->file));
  if (self->is_straight && self->n_cells < self->map->len)
    {
      for (guint i = 0; i < n; i++)
        {
          const GString *cell = g_ptr_array_index (self->cells, i);

          g_string_append_c (out, ',');
          gf_csv_append_cell (out, cell->str, cell->len);
        }
      g_string_append_c (out, '\n');
      return;
    }

  g_autofree const GString **placed = g_new0 (const GString *, self->names->len + 1);
  for (guint i = 0; i < n; i++)
    placed[g_array_index (self->map, guint, i)] = g_ptr_array_index (self->cells, i);
  for (guint i = 0; i < self->names->len; i++)
    {
      g_string_append_c (out, ',');
      if (placed[i] != NULL)
        gf_csv_append_cell (out, placed[i]->str, placed[i]->len);
    }
  for (guint i = n; i < self->n_cells; i++)
    {
      const GString *cell = g_ptr_array_index (self->cells, i);

      g_string_append_c (out, ',');
      gf_csv_append_cell (out, cell->str, cell->len);
    }
  g_string_append_c (out, '\n');
}

static gboolean
is_blank (const GfTextStack *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      const GString *cell = g_ptr_array_index (self->cells, i);

      if (!gf_text_is_blank (cell->str, cell->len))
        return FALSE;
    }

  return TRUE;
}

/* Whether a record is below the customers of its file, if it is the last: as for a file of its own. */
static gboolean
is_footer (const GfTextStack *self)
{
  g_autofree char *first = NULL;
  const GString *label = NULL;
  guint n_filled = 0;

  for (guint i = 0; i < self->n_cells; i++)
    {
      const GString *cell = g_ptr_array_index (self->cells, i);
      GfNumber number;

      if (gf_text_is_blank (cell->str, cell->len))
        continue;
      if (n_filled++ == 0)
        label = cell;
      else if (!gf_number_parse (cell->str, cell->len, 0, &number))
        return FALSE;
    }

  const char *text = label->str;
  gsize length = label->len;
  gf_text_trim (&text, &length);
  first = g_utf8_strdown (text, (gssize) length);

  return (n_filled == 1 && gf_footer_is_note (first)) ||
         (gf_footer_is_total (first) && n_filled < self->map->len);
}

/* What a record says, in one line. */
static char *
dup_words (const GfTextStack *self)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < self->n_cells; i++)
    {
      const GString *cell = g_ptr_array_index (self->cells, i);

      if (cell->len > 0 && all->len > 0)
        g_string_append_c (all, ' ');
      g_string_append_len (all, cell->str, (gssize) cell->len);
    }

  return gf_problems_dup_text (all->str, all->len);
}

/* What was held is no footer, as something else came behind it. */
static void
release (GfTextStack *self)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      const GString *line = g_ptr_array_index (self->held, i);

      g_string_append_len (self->out, line->str, (gssize) line->len);
      self->record++;
    }
  g_ptr_array_set_size (self->held, 0);
  g_ptr_array_set_size (self->held_words, 0);
}

static void
row_cb (gpointer user_data)
{
  GfTextStack *self = user_data;

  if (self->n_read < self->n_header_rows)
    {
      self->n_read++;
    }
  else if (is_blank (self))
    {
      self->n_blank++;
    }
  else if (is_footer (self))
    {
      GString *line = g_string_new (NULL);

      append_record (self, line);
      g_ptr_array_add (self->held, line);
      g_ptr_array_add (self->held_words, dup_words (self));
    }
  else
    {
      release (self);
      append_record (self, self->out);
      self->record++;
      flush (self, AT_ONCE);
    }
  self->n_cells = 0;
}

static void
broken_cb (const char *text,
           gsize       length,
           gpointer    user_data)
{
  GfTextStack *self = user_data;

  if (self->n_read >= self->n_header_rows)
    gf_sheet_note (self->notes, GF_PROBLEM_QUOTES, self->record + self->held->len, -1,
                   gf_problems_dup_text (text, length),
                   g_strdup_printf (_("A cell of “%s” has quotation marks that do not match. Check "
                                      "whether it ends where it should."), self->file));
}

/* Where the columns of a file go. Returns %FALSE when one has no place. */
static gboolean
set_map (GfTextStack        *self,
         const char * const *names)
{
  g_autoptr (GHashTable) seen = new_seen ();

  g_array_set_size (self->map, 0);
  self->is_straight = TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *key = dup_key (seen, names[i]);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));

      if (place-- == 0)
        return FALSE;
      self->is_straight = self->is_straight && place == i;
      g_array_append_val (self->map, place);
    }

  return TRUE;
}

/* Tells of what was left out, and of the encoding if it was guessed. */
static void
tell_file (GfTextStack *self,
           const char  *encoding,
           guint        n_bad)
{
  for (guint i = 0; i < self->held_words->len; i++)
    {
      const char *words = g_ptr_array_index (self->held_words, i);

      gf_sheet_note (self->notes, GF_PROBLEM_FOOTER, G_MAXSIZE, -1, g_strdup (words),
                     g_strdup_printf (_("A line at the end of “%s” is no customer and was left out: "
                                        "“%s”."), self->file, words));
    }
  g_ptr_array_set_size (self->held, 0);
  g_ptr_array_set_size (self->held_words, 0);
  if (self->n_blank > 0)
    gf_sheet_note (self->notes, GF_PROBLEM_FOOTER, G_MAXSIZE, -1, NULL,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "%u blank row of “%s” was left out.",
                                                 "%u blank rows of “%s” were left out.",
                                                 self->n_blank), self->n_blank, self->file));
  if (encoding != NULL)
    gf_sheet_note (self->notes, GF_PROBLEM_ENCODING, G_MAXSIZE, -1, NULL,
                   g_strdup_printf (_("“%s” is not UTF-8 and was read as %s. Look at names with "
                                      "accents; choose this file alone and another encoding if "
                                      "they are wrong."), self->file, encoding));
  if (n_bad > 0)
    gf_sheet_note (self->notes, GF_PROBLEM_UNDECODABLE, G_MAXSIZE, -1, NULL,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "%u byte in “%s” is no character in its encoding; "
                                                 "it is shown as �.",
                                                 "%u bytes in “%s” are no characters in its "
                                                 "encoding; they are shown as �.", n_bad),
                                    n_bad, self->file));
}

/* The encoding of a file, guessed by all of it. */
static const char *
find_encoding (GBytes        *bytes,
               gboolean      *has_bom,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GfTextSource) source = gf_text_source_new (NULL, bytes, NULL, 0, cancellable, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));

  if (source == NULL)
    return NULL;
  *has_bom = gf_text_source_has_bom (source);
  if (!gf_encoding_is_utf8 (gf_text_source_get_encoding (source)))
    return g_intern_string (gf_text_source_get_encoding (source));
  while (!gf_text_source_is_at_end (source) && bad->len == 0)
    {
      g_string_truncate (text, 0);
      if (!gf_text_source_read (source, text, bad, cancellable, error))
        return NULL;
    }

  return bad->len == 0 ? "UTF-8" : gf_text_source_guess_again (NULL, bytes, cancellable, error);
}

/* Reads a file to its end. */
static gboolean
read_records (GfTextStack   *self,
              GfTextSource  *source,
              gboolean       whole,
              guint         *n_bad,
              GCancellable  *cancellable,
              GError       **error)
{
  static const GfCsvHandler handler = { cell_cb, row_cb, broken_cb };
  g_autoptr (GfCsvReader) reader = NULL;
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));

  do
    {
      g_autoptr (GString) text = g_string_new (NULL);

      if (!gf_text_source_read (source, text, bad, cancellable, error))
        return FALSE;

      gboolean last = gf_text_source_is_at_end (source);
      gsize start = 0;
      if (reader == NULL)
        {
          GfCsvDialect dialect;
          g_autoptr (GPtrArray) records = read_head (text->str, text->len, last && whole, &dialect);
          g_auto (GStrv) names = dup_names (records, &dialect);

          /* More of the file may be judged than of its head. */
          if (names == NULL || !set_map (self, (const char * const *) names))
            {
              g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                           _("“%s” has no names of columns in its first line. Choose one file of "
                             "the archive."), self->file);
              return FALSE;
            }
          self->n_header_rows = dialect.n_header_rows;
          reader = gf_csv_reader_new (&dialect.marks, &handler, self);
          start = dialect.start;
        }
      g_string_append_len (gf_csv_reader_get_input (reader), text->str + start,
                           (gssize) (text->len - start));
      gf_csv_reader_parse (reader, last && whole);
      if (gf_csv_reader_is_endless (reader))
        {
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                       _("A line of “%s” does not end: it goes on for more than 16 MB. Look whether "
                         "the lines of the file end where they should and export it again."),
                       self->file);
          return FALSE;
        }
    }
  while (!gf_text_source_is_at_end (source));
  *n_bad = bad->len;

  return TRUE;
}

/**
 * gf_text_stack_add:
 * @self: a stack that has the names of all its files
 * @name: the name of a file
 * @bytes: what is in it
 * @whole: whether that is all; else what is behind its last line end is left out
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Adds the customers of a file.
 *
 * Returns: whether it could be read
 */
gboolean
gf_text_stack_add (GfTextStack   *self,
                   const char    *name,
                   GBytes        *bytes,
                   gboolean       whole,
                   GCancellable  *cancellable,
                   GError       **error)
{
  gboolean has_bom = FALSE;
  guint n_bad = 0;
  const char *encoding = find_encoding (bytes, &has_bom, cancellable, error);
  g_autoptr (GfTextSource) source =
    encoding != NULL ? gf_text_source_new (NULL, bytes, encoding, 0, cancellable, error) : NULL;

  if (source == NULL)
    return FALSE;

  if (self->record == 0)
    append_names (self);
  self->file = name;
  self->n_read = self->n_cells = self->n_blank = 0;
  if (!read_records (self, source, whole, &n_bad, cancellable, error))
    return FALSE;
  if (!whole)
    release (self);
  tell_file (self, gf_encoding_is_utf8 (encoding) || has_bom ? NULL : encoding, n_bad);
  self->file = NULL;

  return gf_spool_check (self->spool, error);
}

/**
 * gf_text_stack_get_size:
 * @self: a stack
 *
 * Returns: how many bytes of text it holds
 */
gsize
gf_text_stack_get_size (const GfTextStack *self)
{
  return gf_spool_get_size (self->spool) + self->out->len;
}

/**
 * gf_text_stack_finish:
 * @self: a stack, to which no more files come
 * @error: where to put why it could not be kept
 *
 * Returns: (transfer full) (nullable): the text
 */
GBytes *
gf_text_stack_finish (GfTextStack *self,
                      GError     **error)
{
  flush (self, 0);

  return gf_spool_finish (self->spool, error);
}
