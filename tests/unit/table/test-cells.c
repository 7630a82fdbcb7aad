/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cells-private.h"

#include "gf-column.h"
#include "gf-table-error.h"

#include <string.h>

/* Texts that are easily taken for one another: of all lengths about that of a key, many with the same beginning or
   end, some of zeros and ones only. */
static char *
make_text (GRand *rand)
{
  static const char * const stems[] = { "", "a", "2022-10-", "A long text that goes on and on and on, ", "0" };
  GString *text = g_string_new (stems[g_rand_int_range (rand, 0, G_N_ELEMENTS (stems))]);

  for (int i = g_rand_int_range (rand, 0, 24); i > 0; i--)
    g_string_append_c (text, g_rand_boolean (rand) ? '0' : '1');
  if (g_rand_boolean (rand))
    g_string_truncate (text, MIN (text->len, (gsize) g_rand_int_range (rand, 0, 4)));

  return g_string_free (text, FALSE);
}

/* Equal texts have one code, others another, in the order in which they come first; however they are added, and
   in parts that are put together. */
static void
test_codes_in_order_of_coming (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GfCellsBuilder *builder = gf_cells_builder_new ();
  GfCellsBuilder *next;

  builder->never_plain = TRUE;
  next = _gf_cells_builder_new_like (builder);
  for (guint row = 0; row < 60000; row++)
    {
      char *text = make_text (rand);
      gsize length = strlen (text);
      GfCellsBuilder *part = row < 20000 ? builder : next;
      char roomy[128];
      gpointer code;

      if (!g_hash_table_lookup_extended (codes, text, NULL, &code))
        {
          code = GUINT_TO_POINTER (g_hash_table_size (codes));
          g_hash_table_insert (codes, g_strdup (text), code);
        }
      g_array_append_vals (expected, &(guint32) { GPOINTER_TO_UINT (code) }, 1);
      g_ptr_array_add (texts, text);

      /* What is behind the text must not matter. */
      memset (roomy, 'a' + (int) (row % 20), sizeof roomy);
      memcpy (roomy, text, length);
      if (row % 2 == 0)
        g_assert_true (gf_cells_builder_add (part, text, length));
      else
        g_assert_true (_gf_cells_builder_add_roomy (part, roomy, length));

      gsize last;
      g_assert_cmpmem (_gf_cells_builder_peek (part, &last), last, text, length);
    }
  g_assert_true (_gf_cells_builder_append (builder, next));

  g_autoptr (GfCells) cells = gf_cells_builder_finish (builder);
  g_assert_cmpuint (gf_cells_get_n_rows (cells), ==, 60000);
  g_assert_cmpuint (gf_cells_get_n_texts (cells), ==, g_hash_table_size (codes));
  g_assert_cmpuint (g_hash_table_size (codes), >, 5000);
  for (guint row = 0; row < 60000; row++)
    {
      g_assert_cmpuint (gf_cells_get_codes (cells)[row], ==, g_array_index (expected, guint32, row));
      g_assert_cmpstr (gf_cells_get (cells, row, NULL), ==, g_ptr_array_index (texts, row));
    }
}

/* Mostly distinct texts are kept plain, with the same content. */
static void
test_plain (void)
{
  GfCellsBuilder *builder = gf_cells_builder_new ();
  char text[64] = "";

  for (guint row = 0; row < 20000; row++)
    {
      g_snprintf (text, sizeof text, "%.*s%u", (int) (row % 19), "some long beginning", row);
      g_assert_true (_gf_cells_builder_add_roomy (builder, text, strlen (text)));
    }

  g_autoptr (GfCells) cells = gf_cells_builder_finish (builder);
  g_assert_null (gf_cells_get_codes (cells));
  for (guint row = 0; row < 20000; row++)
    {
      g_snprintf (text, sizeof text, "%.*s%u", (int) (row % 19), "some long beginning", row);
      g_assert_cmpstr (gf_cells_get (cells, row, NULL), ==, text);
    }
}

/* The next text with a byte is found from anywhere, however far it is. */
static void
test_find_byte (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 200; round++)
    {
      GfCellsBuilder *builder = gf_cells_builder_new ();
      int n = g_rand_int_range (rand, 0, 60), often = g_rand_int_range (rand, 1, 40);

      for (int i = 0; i < n; i++)
        {
          g_autofree char *text = g_strdup_printf ("%s%d", g_rand_int_range (rand, 0, often) == 0 ? "x" : "", i);

          gf_cells_builder_add (builder, text, strlen (text));
        }

      g_autoptr (GfCells) cells = gf_cells_builder_finish (builder);
      for (gsize first = 0; first <= (gsize) n; first++)
        {
          gsize expected = first;

          while (expected < (gsize) n && strchr (gf_cells_get_text (cells, expected, NULL), 'x') == NULL)
            expected++;
          g_assert_cmpuint (gf_cells_find_byte (cells, first, 'x'), ==, expected);
        }
    }
}

/* A cell for which there is no room is not left out in silence. Only the place where the text ends is that far: it
   is what room is judged by. */
static void
test_no_room (void)
{
  static const GfColumnSpec spec = { .name = (char *) "Notes", .type = GF_COLUMN_TEXT, .role = GF_ROLE_IGNORE };
  g_autoptr (GError) error = NULL;
  GfCellsBuilder *builder = gf_cells_builder_new ();

  gf_cells_builder_add (builder, "a", 1);

  g_autoptr (GfCells) cells = gf_cells_builder_finish (builder);
  g_autoptr (GfColumn) column = gf_column_new (&spec, cells);
  guint32 end = cells->ends[1];

  cells->ends[1] = G_MAXUINT32 - 8;
  g_assert_null (gf_cells_set (cells, 0, "nine signs"));
  g_assert_null (gf_cells_append (cells, "nine signs"));
  g_assert_null (gf_column_with_cell (column, 0, "nine signs", &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, "“Notes” holds 4 GB of text"));
  cells->ends[1] = end;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/cells/codes-in-order-of-coming", test_codes_in_order_of_coming);
  g_test_add_func ("/table/cells/plain", test_plain);
  g_test_add_func ("/table/cells/find-byte", test_find_byte);
  g_test_add_func ("/table/cells/no-room", test_no_room);

  return g_test_run ();
}
