/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-reader.h"

#include <csv.h>
#include <string.h>

/* Everything the handler hears, as text: cells in <>, records closed by ;, ! before a broken cell.
   */
typedef struct
{
  GString *heard;
} Log;

static void
log_cell_cb (const char *text,
             gsize       length,
             gpointer    user_data)
{
  Log *log = user_data;

  g_string_append_c (log->heard, '<');
  g_string_append_len (log->heard, text, (gssize) length);
  g_string_append_c (log->heard, '>');
}

static void
log_row_cb (gpointer user_data)
{
  Log *log = user_data;

  g_string_append_c (log->heard, ';');
}

static void
log_broken_cb (const char *text,
               gsize       length,
               gpointer    user_data)
{
  Log *log = user_data;

  g_string_append_c (log->heard, '!');
}

static const GfCsvHandler handler = { log_cell_cb, log_row_cb, log_broken_cb };

static const GfCsvMarks usual_marks = { ',', '"', '"' };

static char *
read_marked (const GfCsvMarks *marks,
             const char       *text,
             gsize             length,
             gsize             piece)
{
  Log log = { g_string_new (NULL) };
  g_autoptr (GfCsvReader) reader = gf_csv_reader_new (marks, &handler, &log);

  for (gsize done = 0; done < length;)
    {
      gsize size = MIN (piece, length - done);

      g_string_append_len (gf_csv_reader_get_input (reader), text + done, (gssize) size);
      done += size;
      gf_csv_reader_parse (reader, done == length);
    }

  return g_string_free (log.heard, FALSE);
}

static char *
read_in_pieces (const char *text,
                gsize       length,
                gsize       piece)
{
  return read_marked (&usual_marks, text, length, piece);
}

static void
test_records (void)
{
  static const struct { const char *text; const char *heard; } cases[] = {
    { "a,b\n1,2\n", "<a><b>;<1><2>;" },
    { "a,b\r\n1,2", "<a><b>;<1><2>;" },
    { "a,b\r1,2\r", "<a><b>;<1><2>;" },
    { "a\n\n\nb\n", "<a>;<b>;" },
    { "a,\n,b\n,\n", "<a><>;<><b>;<><>;" },
    { " a , b \n", "< a >< b >;" },
    { "\"a\n b\",c\n", "<a\n b><c>;" },
    { "\"a \"\"b\"\"\",\"\"\n", "<a \"b\"><>;" },
    { "\"\"\n", "<>;" },
    { "a\"b,c\n", "<a\"b><c>;" },
    { "5\" pipe\nx\n", "<5\" pipe>;<x>;" },
    { "\"\"\"\"\n", "<\">;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= 16; piece += 5)
      {
        g_autofree char *heard = read_in_pieces (cases[i].text, strlen (cases[i].text), piece);
        g_assert_cmpstr (heard, ==, cases[i].heard);
      }
}

static void
test_broken_quoting_loses_nothing (void)
{
  static const struct { const char *text; const char *heard; } cases[] = {
    { "\"Acme \"Best\" Corp\",x\ny,z\n", "!<Acme \"Best\" Corp><x>;<y><z>;" },
    { "a,\"b\"c,d\ne,f,g\n", "<a>!<bc><d>;<e><f><g>;" },
    { "\"a\" ,\"b\"\n", "!<a ><b>;" },
    { "\"a\"  ,\",\"\n", "!<a  ><,>;" },
    { "\"a\" ,\"b\nc\"\n", "!<a ><b\nc>;" },
    { "1,\"no end, 3\n2,x,4\n", "<1>!<\"no end>< 3>;<2><x><4>;" },
    { "1,\"no end, 3\n2,\"x\",4\n", "<1>!<\"no end>< 3>;<2><x><4>;" },
    { "\"two\nlines \"quoted\" end\",x\ny\n", "!<two\nlines \"quoted\" end><x>;<y>;" },
    { "1,\"C1\n\"2\",\"C2\"\n3,x\n", "<1>!<\"C1>;<2><C2>;<3><x>;" },
    { "\"B,y\nC,z\n\"D\",\"w\"\n", "!<\"B><y>;<C><z>;<D><w>;" },
    { "\"B,y\r\n\"D\"\r\nE\r\n", "!<\"B><y>;<D>;<E>;" },
    { "\"two\n\"quoted\" end\",x\ny\n", "!<two\n\"quoted\" end><x>;<y>;" },
    { "a,\"", "<a>!<\">;" },
    { "\"", "!<\">;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= 33; piece += 8)
      {
        g_autofree char *heard = read_in_pieces (cases[i].text, strlen (cases[i].text), piece);
        g_assert_cmpstr (heard, ==, cases[i].heard);
      }
}

static void
test_zero_bytes (void)
{
  Log log = { g_string_new (NULL) };
  g_autoptr (GfCsvReader) reader = gf_csv_reader_new (&usual_marks, &handler, &log);

  g_string_append_len (gf_csv_reader_get_input (reader), "a\0b,c\n", 6);
  gf_csv_reader_parse (reader, TRUE);
  g_assert_cmpmem (log.heard->str, log.heard->len, "<a\0b><c>;", 9);
  g_string_free (log.heard, TRUE);
}

/* Rows of random cells, written by the rules and read in random pieces, come back. */
static void
test_random_round_trip (void)
{
  static const char letters[] = "ab ,\"\n\r;x";

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      int n_rows = g_test_rand_int_range (1, 6);

      for (int row = 0; row < n_rows; row++)
        {
          int n_cells = g_test_rand_int_range (2, 5);

          for (int cell = 0; cell < n_cells; cell++)
            {
              int length = g_test_rand_int_range (0, 8);

              g_string_append (text, cell > 0 ? ",\"" : "\"");
              g_string_append_c (expected, '<');
              for (int j = 0; j < length; j++)
                {
                  char c = letters[g_test_rand_int_range (0, sizeof letters - 1)];

                  g_string_append_c (expected, c);
                  g_string_append_c (text, c);
                  if (c == '"')
                    g_string_append_c (text, c);
                }
              g_string_append_c (expected, '>');
              g_string_append_c (text, '"');
            }
          g_string_append (text, row % 2 == 0 ? "\n" : "\r\n");
          g_string_append_c (expected, ';');
        }

      g_autofree char *heard = read_in_pieces (text->str, text->len,
                                               (gsize) g_test_rand_int_range (1, 40));
      g_assert_cmpstr (heard, ==, expected->str);
    }
}

/* Any bytes give the same whatever the pieces, and no byte but marks, delimiters and line ends
   goes missing. */
static void
test_random_bytes (void)
{
  static const char letters[] = "aab,,\"\"\n\r";

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int length = g_test_rand_int_range (1, 60);
      gsize n_letters = 0;

      for (int j = 0; j < length; j++)
        {
          char c = letters[g_test_rand_int_range (0, sizeof letters - 1)];

          n_letters += c == 'a' || c == 'b';
          g_string_append_c (text, c);
        }

      g_autofree char *whole = read_in_pieces (text->str, text->len, text->len);
      g_autofree char *pieces = read_in_pieces (text->str, text->len, 7);
      g_assert_cmpstr (whole, ==, pieces);
      for (const char *p = whole; *p != '\0'; p++)
        n_letters -= *p == 'a' || *p == 'b';
      g_assert_cmpuint (n_letters, ==, 0);
    }
}

/* The same with backslashes: what is written by their rules comes back, in any pieces. */
static void
test_escapes (void)
{
  static const struct { const char *text; const char *heard; } cases[] = {
    { "\"a \\\"b\\\"\",c\n", "<a \"b\"><c>;" },
    { "a\\,b,c\nd,e\n", "<a,b><c>;<d><e>;" },
    { "\"a\\\\\",b\n", "<a\\><b>;" },
    { "\"a \"\"b\"\"\",c\n", "<a \"b\"><c>;" },
    { "\\N,\"two\nlines\"\r\n\r\nx,y", "<\\N><two\nlines>;<x><y>;" },
    { "a\\\nb,c\n", "<a\nb><c>;" },
    { "\"open,b\nc,d\n", "!<\"open><b>;<c><d>;" },
    { "\"a\"b,c\nd,e\n", "!<ab><c>;<d><e>;" },
    { "a,\\", "<a><\\>;" },
  };
  static const GfCsvMarks escaped = { ',', '"', '\\' };
  static const GfCsvMarks single = { ';', '\'', '\'' };
  const char *text = "'a;''b''';\"c\"\n";
  g_autofree char *quoted = read_marked (&single, text, strlen (text), 4);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= 33; piece += 4)
      {
        g_autofree char *heard = read_marked (&escaped, cases[i].text, strlen (cases[i].text),
                                              piece);
        g_assert_cmpstr (heard, ==, cases[i].heard);
      }
  g_assert_cmpstr (quoted, ==, "<a;'b'><\"c\">;");
}

/* Cells too long for what is looked at ahead, beside broken ones, in pieces of all sizes. */
static void
test_long_broken_records (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 5; i++)
    {
      g_string_append (text, "\"a\"b,");
      for (int j = 0; j < 30000 * i; j++)
        g_string_append (text, "long ");
      g_string_append (text, ",\"");
      for (int j = 0; j < 20000 * i; j++)
        g_string_append (text, "quoted\n");
      g_string_append (text, "\",\"open\nnext,row\n");
    }

  g_autofree char *whole = read_in_pieces (text->str, text->len, text->len);
  for (gsize piece = 1000; piece < text->len; piece = piece * 3 + 1)
    {
      g_autofree char *heard = read_in_pieces (text->str, text->len, piece);
      g_assert_true (g_str_equal (heard, whole));
    }
}

static void
test_open_quote_over_much_text (void)
{
  g_autoptr (GString) text = g_string_new ("a,\"open\n");
  gsize n_rows = 0;

  while (text->len < 20u << 20)
    {
      g_string_append (text, "some cell,another cell,and a third\n");
      n_rows++;
    }

  g_autofree char *heard = read_in_pieces (text->str, text->len, 1 << 18);
  g_assert_true (g_str_has_prefix (heard, "<a>!<\"open>;<some cell><another cell><and a third>;"));
  gsize n_heard = 0;
  for (const char *p = heard; *p != '\0'; p++)
    n_heard += *p == ';';
  g_assert_cmpuint (n_heard, ==, n_rows + 1);
}

static int
never_space (unsigned char c)
{
  return 0;
}

static void
alone_cell_cb (void  *text,
               size_t length,
               void  *heard)
{
  g_string_append_c (heard, '<');
  g_string_append_len (heard, text, (gssize) length);
  g_string_append_c (heard, '>');
}

static void
alone_row_cb (int   end,
              void *heard)
{
  g_string_append_c (heard, ';');
}

/* What libcsv alone makes of a text, NULL when its quoting is broken. */
static char *
read_alone (const char *text,
            gsize       length)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  struct csv_parser parser;
  gboolean whole;

  g_assert_cmpint (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI), ==, 0);
  csv_set_space_func (&parser, never_space);
  whole = csv_parse (&parser, text, length, alone_cell_cb, alone_row_cb, heard) == length &&
          csv_fini (&parser, alone_cell_cb, alone_row_cb, heard) == 0;
  csv_free (&parser);

  return whole ? g_string_free (g_steal_pointer (&heard), FALSE) : NULL;
}

/* Lines that end in CR, with LF within cells, as spreadsheets write them for old Macs: a record is told when it has
 * ended, not when the file has. */
static void
test_feeds_within_cells_hold_nothing_up (void)
{
  Log log = { g_string_new (NULL) };
  g_autoptr (GfCsvReader) reader = gf_csv_reader_new (&usual_marks, &handler, &log);
  g_autoptr (GString) expected = g_string_new ("<Seats><Company\nname>;");

  g_string_append (gf_csv_reader_get_input (reader), "Seats,\"Company\nname\"\r");
  gf_csv_reader_parse (reader, FALSE);
  for (guint i = 0; i < 100000; i++)
    {
      gboolean noted = i % 1000 == 7;

      g_string_append (gf_csv_reader_get_input (reader), noted ? "13,\"a\nb\"\r" : "12,Acme\r");
      g_string_append (expected, noted ? "<13><a\nb>;" : "<12><Acme>;");
      if (i % 100 == 99)
        {
          gf_csv_reader_parse (reader, FALSE);
          g_assert_cmpuint (log.heard->len, ==, expected->len);
        }
    }
  gf_csv_reader_parse (reader, TRUE);
  g_assert_cmpstr (log.heard->str, ==, expected->str);
  g_assert_false (gf_csv_reader_is_endless (reader));
  g_string_free (log.heard, TRUE);
}

/* What is well quoted is cut as libcsv cuts it: text of all signs that mean something, of cells that are longer
   than a block of the reader, in pieces of any size. */
static void
test_as_libcsv_alone (void)
{
  static const char * const bits[] = {
    ",", ",", ",", "\n", "\n", "\r\n", "\r", "\n\n", "a", "bc", " ", "\xc3\xa9", "", ",\"q\"", ",\"a,b\"",
    ",\"x\ny\"", ",\"\"\"\"", "\n\"l\r\nm\",n", "\r\n\"\"\n", ",a cell without any mark that is longer than what is looked at at a time",
    ",\"the same, but quoted,\nwith \"\"marks\"\" here and there, and a line end\"",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_read = 0;

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int i = g_rand_int_range (rand, 1, 40); i > 0; i--)
        g_string_append (text, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);

      g_autofree char *alone = read_alone (text->str, text->len);
      if (alone == NULL)
        continue;

      g_autofree char *whole = read_in_pieces (text->str, text->len, MAX (text->len, 1));
      g_autofree char *pieces = read_in_pieces (text->str, text->len, (gsize) g_rand_int_range (rand, 1, 12));
      g_assert_cmpstr (whole, ==, alone);
      g_assert_cmpstr (pieces, ==, alone);
      n_read++;
    }
  /* Else the test says little. */
  g_assert_cmpuint (n_read, >, 8000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/csv-reader/records", test_records);
  g_test_add_func ("/table/csv-reader/broken-quoting-loses-nothing",
                   test_broken_quoting_loses_nothing);
  g_test_add_func ("/table/csv-reader/zero-bytes", test_zero_bytes);
  g_test_add_func ("/table/csv-reader/random-round-trip", test_random_round_trip);
  g_test_add_func ("/table/csv-reader/random-bytes", test_random_bytes);
  g_test_add_func ("/table/csv-reader/escapes", test_escapes);
  g_test_add_func ("/table/csv-reader/long-broken-records", test_long_broken_records);
  g_test_add_func ("/table/csv-reader/open-quote-over-much-text", test_open_quote_over_much_text);
  g_test_add_func ("/table/csv-reader/as-libcsv-alone", test_as_libcsv_alone);
  g_test_add_func ("/table/csv-reader/feeds-within-cells-hold-nothing-up", test_feeds_within_cells_hold_nothing_up);

  return g_test_run ();
}
