/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cells-private.h"
#include "gf-import-text.h"

#include <string.h>

/* Several threads give what one gives, to the bit: texts, their numbers, types, problems. */

static void
clear_result (GfImportResult *result)
{
  g_clear_pointer (&result->table, gf_table_unref);
  g_clear_pointer (&result->options, gf_import_options_free);
  g_strfreev (result->header);
  gf_problems_clear (&result->problems);
}

static GError *
read_with (GBytes         *bytes,
           const char     *encoding,
           guint           n_threads,
           GfImportResult *result)
{
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  GfTextJob job = { .bytes = bytes, .options = options, .piece = 4096, .least_part = 1000 };
  GError *error = NULL;

  options->n_threads = n_threads;
  options->encoding = g_strdup (encoding);
  *result = (GfImportResult) { 0 };
  gf_problems_init (&result->problems);
  _gf_import_run_pieces (&job, result, &error);

  return error;
}

static void
assert_same_cells (const GfCells *a,
                   const GfCells *b)
{
  g_assert_cmpuint (a->n_rows, ==, b->n_rows);
  g_assert_cmpuint (a->n_texts, ==, b->n_texts);
  g_assert_cmpint (a->codes == NULL, ==, b->codes == NULL);
  if (a->codes != NULL)
    g_assert_cmpmem (a->codes, a->n_rows * sizeof (guint32), b->codes,
                     b->n_rows * sizeof (guint32));
  g_assert_cmpmem (a->ends, (a->n_texts + 1) * sizeof (guint32), b->ends,
                   (b->n_texts + 1) * sizeof (guint32));
  g_assert_cmpmem (a->arena, a->ends[a->n_texts], b->arena, b->ends[b->n_texts]);
}

static void
assert_same (const GfImportResult *a,
             const GfImportResult *b)
{
  guint n_columns = gf_table_get_n_columns (a->table);

  g_assert_cmpuint (gf_table_get_n_rows (a->table), ==, gf_table_get_n_rows (b->table));
  g_assert_cmpuint (n_columns, ==, gf_table_get_n_columns (b->table));
  for (guint i = 0; i < n_columns; i++)
    {
      const GfColumn *x = gf_table_get_column (a->table, i), *y = gf_table_get_column (b->table, i);

      g_assert_cmpstr (gf_column_get_name (x), ==, gf_column_get_name (y));
      g_assert_cmpint (gf_column_get_column_type (x), ==, gf_column_get_column_type (y));
      assert_same_cells (gf_column_get_cells (x), gf_column_get_cells (y));
    }
  g_assert_cmpstr (a->options->encoding, ==, b->options->encoding);
  g_assert_cmpuint (a->problems.count, ==, b->problems.count);
  g_assert_cmpuint (a->problems.stored->len, ==, b->problems.stored->len);
  for (guint i = 0; i < a->problems.stored->len; i++)
    {
      const GfProblem *x = &g_array_index (a->problems.stored, GfProblem, i);
      const GfProblem *y = &g_array_index (b->problems.stored, GfProblem, i);

      g_assert_cmpint (x->kind, ==, y->kind);
      g_assert_cmpuint (x->row, ==, y->row);
      g_assert_cmpint (x->column, ==, y->column);
      g_assert_cmpstr (x->column_name, ==, y->column_name);
      g_assert_cmpstr (x->text, ==, y->text);
      g_assert_cmpstr (x->message, ==, y->message);
    }
}

static void
check (const GString *text,
       const char    *encoding)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  GfImportResult one;
  g_autoptr (GError) error = read_with (bytes, encoding, 1, &one);

  for (guint n_threads = 2; n_threads <= 5; n_threads++)
    {
      GfImportResult several;
      g_autoptr (GError) other = read_with (bytes, encoding, n_threads, &several);

      if (error != NULL)
        g_assert_error (other, error->domain, error->code);
      else
        g_assert_no_error (other);
      if (error == NULL)
        assert_same (&one, &several);
      clear_result (&several);
    }
  clear_result (&one);
}

/* How wild a file is: each in so many cells or rows, 0 never. */
typedef struct
{
  int quoted;
  int lines;       /* rows inside quotes that look like rows */
  int broken;
  int ragged;
  int very_long;
  int zero;
  int bad;
  gboolean crlf;
  gboolean cr;
} Wildness;

static gboolean
now_and_then (int often)
{
  return often > 0 && g_test_rand_int_range (0, often) == 0;
}

static void
append_cell (GString        *text,
             const Wildness *wild,
             int             row,
             int             column)
{
  if (now_and_then (wild->lines))
    g_string_append (text, "\"a note\n1,Acme,Rome,5,x\n2,Bolt,Bonn,6,y\nof several lines\"");
  else if (now_and_then (wild->broken))
    g_string_append (text, g_test_rand_int_range (0, 2) == 0 ? "\"Acme \"Best\" Corp\"" : "\"open");
  else if (now_and_then (wild->quoted))
    g_string_append_printf (text, "\"q, \"\"%d\"\"\"", g_test_rand_int_range (0, 50));
  else if (now_and_then (wild->zero))
    g_string_append_len (text, "z\0z", 3);
  else if (now_and_then (wild->bad))
    g_string_append_len (text, "b\377\303", 3);
  else if (column == 0)
    g_string_append_printf (text, "%d", row);
  else if (column == 1)
    g_string_append_printf (text, "Customer %d ö", row * 7 % 5003);
  else
    g_string_append_printf (text, "v%d", g_test_rand_int_range (0, 3 * column * column));
}

static GString *
make_file (const Wildness *wild)
{
  GString *text = g_string_new (wild->cr ? "id,name,city,n,kind\r" : "id,name,city,n,kind\n");
  int n_rows = g_test_rand_int_range (8500, 12000);

  for (int row = 0; row < n_rows; row++)
    {
      int n_cells = now_and_then (wild->ragged) ? g_test_rand_int_range (1, 9) : 5;

      if (now_and_then (wild->very_long))
        n_cells = 60;
      for (int column = 0; column < n_cells; column++)
        {
          if (column > 0)
            g_string_append_c (text, ',');
          append_cell (text, wild, row, column);
        }
      g_string_append (text, wild->crlf ? "\r\n" : wild->cr ? "\r" : "\n");
    }
  if (g_test_rand_int_range (0, 2) == 0)
    g_string_append (text, "Total,,,,7\n");

  return text;
}

static void
test_random_files (void)
{
  static const Wildness kinds[] = {
    { 0 },
    { .quoted = 5, .crlf = TRUE },
    { .quoted = 50, .lines = 20 },
    { .lines = 6 },
    { .broken = 3000 },
    { .broken = 30, .quoted = 20 },
    { .ragged = 40, .very_long = 3000 },
    { .zero = 100, .ragged = 500, .cr = TRUE },
    { .bad = 20000, .quoted = 10 },
    { .broken = 200, .ragged = 100, .zero = 300, .bad = 300, .lines = 300, .crlf = TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int round = 0; round < 3; round++)
      {
        GString *text = make_file (&kinds[i]);

        check (text, NULL);
        check (text, "UTF-8");
        g_string_free (text, TRUE);
      }
}

static void
test_escaped (void)
{
  g_autoptr (GString) text = g_string_new ("id,name\n");

  for (int row = 0; row < 12000; row++)
    g_string_append_printf (text, row % 7 == 0 ? "%d,\"say \\\"%d\\\"\nthen\"\n" : "%d,c%d\n", row,
                            row % 100);
  check (text, NULL);
}

/* Progress never goes back and ends at 1; a cancelled import says so. */
static void
watch_cb (double   share,
          gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (share, >=, *last);
  *last = share;
}

static void
test_progress_and_cancel (void)
{
  GString *text = make_file (&(Wildness) { .quoted = 9 });
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double last = 0;
  GfTextJob job = { .bytes = bytes, .options = options, .piece = 4096, .least_part = 1000,
                    .progress = watch_cb, .progress_data = &last, .cancellable = cancellable };
  GfImportResult result = { 0 };
  g_autoptr (GError) error = NULL;

  options->n_threads = 3;
  gf_problems_init (&result.problems);
  g_assert_true (_gf_import_run_pieces (&job, &result, &error));
  g_assert_cmpfloat (last, ==, 1);
  clear_result (&result);

  g_cancellable_cancel (cancellable);
  result = (GfImportResult) { 0 };
  gf_problems_init (&result.problems);
  g_assert_false (_gf_import_run_pieces (&job, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clear_result (&result);
}

typedef struct
{
  GCancellable *cancellable;
  guint n;
  guint cancel_at;         /* this one of the calls, from 0 */
} Counted;

static void
count_cb (double   share,
          gpointer user_data)
{
  Counted *self = user_data;

  if (self->n++ == self->cancel_at)
    g_cancellable_cancel (self->cancellable);
}

/* Reads until the progress was told @cancel_at times; returns how often it was told in all. */
static guint
count_pieces (GBytes *bytes,
              guint   n_threads,
              guint   cancel_at)
{
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Counted counted = { cancellable, 0, cancel_at };
  GfTextJob job = { .bytes = bytes, .options = options, .piece = 4096, .least_part = 1000,
                    .progress = count_cb, .progress_data = &counted, .cancellable = cancellable };
  GfImportResult result = { 0 };

  options->n_threads = n_threads;
  gf_problems_init (&result.problems);
  if (cancel_at == G_MAXUINT)
    {
      g_assert_true (_gf_import_run_pieces (&job, &result, &error));
      g_assert_no_error (error);
    }
  else
    {
      g_assert_false (_gf_import_run_pieces (&job, &result, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (result.table);
    }
  clear_result (&result);

  return counted.n;
}

/* Wherever it is cancelled, in the text or in the columns, nothing more is done than the piece at hand. */
static void
test_cancel_at_every_piece (void)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (make_file (&(Wildness) { .quoted = 9 }));
  guint n_pieces = count_pieces (bytes, 1, G_MAXUINT);

  /* Progress is told for every piece of the text. */
  g_assert_cmpuint (n_pieces, >=, g_bytes_get_size (bytes) / 4096);
  /* The last call says that all is done. */
  for (guint i = 0; i + 1 < n_pieces; i++)
    g_assert_cmpuint (count_pieces (bytes, 1, i), <=, i + 1);
  /* Several threads stop as well. */
  for (guint i = 0; i < 3; i++)
    count_pieces (bytes, 3, i);
}

/* A preview that ends within a row, or within a cell, has the rows before it. */
static void
test_preview_ends_anywhere (void)
{
  static const char text[] = "name,note,city\nAcme,\"two\nlines\",Oslo\nBolt,\"a \"\"b\"\", c\",Rome\nCore,plain,Bonn\n"
                             "Dune,\"three\nlong\nlines\",Lyon\nEcho,\"open \"at\" last\",Kiel\n";
  static const char * const names[] = { "Acme", "Bolt", "Core", "Dune", "Echo" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  gsize ends[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ends[i] = i + 1 < G_N_ELEMENTS (names) ? (gsize) (strstr (text, names[i + 1]) - text) : strlen (text);

  options->n_header_rows = 1;
  for (gsize piece = 32; piece < sizeof text + 2; piece++)
    {
      GfTextJob job = { .bytes = bytes, .options = options, .piece = piece, .preview = TRUE };
      GfImportResult result = { 0 };
      g_autoptr (GError) error = NULL;

      gf_problems_init (&result.problems);
      _gf_import_run_pieces (&job, &result, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (gf_table_get_n_columns (result.table), >=, 3);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_assert_true (ends[i] >= piece || gf_table_get_n_rows (result.table) > i);
      for (gsize row = 0; row < gf_table_get_n_rows (result.table); row++)
        g_assert_cmpstr (gf_column_get_text (gf_table_get_column (result.table, 0), row), ==, names[row]);
      clear_result (&result);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/import-split/random-files", test_random_files);
  g_test_add_func ("/table/import-split/escaped", test_escaped);
  g_test_add_func ("/table/import-split/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/table/import-split/cancel-at-every-piece", test_cancel_at_every_piece);

  g_test_add_func ("/table/import-split/preview-ends-anywhere", test_preview_ends_anywhere);

  return g_test_run ();
}
