/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cells-private.h"

#include "gf-column.h"
#include "gf-table-error.h"

#include <string.h>

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

  g_test_add_func ("/table/cells/no-room", test_no_room);

  return g_test_run ();
}
