/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-table-fixture.h"

#include "gf-customers-table.h"
#include "gf-import.h"

#include <string.h>

/**
 * table_read:
 * @text: CSV
 *
 * Returns: (transfer full): the table of it
 */
GfTable *
table_read (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, NULL);

  return gf_table_ref (gf_import_get_table (import));
}

/**
 * table_open:
 * @width: of the window
 * @height: of the window
 *
 * Returns: (transfer full): a window that shows the table of a project with TABLE_LIST
 */
GfWindow *
table_open (int width,
            int height)
{
  GfWindow *window = gf_ui_new_window (width, height);
  g_autoptr (GfTable) table = table_read (TABLE_LIST);

  gf_window_new_project (window);
  gf_project_set_table (gf_window_get_project (window), table);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers") != NULL);
  gf_ui_assert_soon (GF_IS_CUSTOMERS_TABLE (gf_step_page_get_visible_view (gf_window_get_visible_page (window))));
  gf_ui_wait_ms (100);

  return window;
}

/**
 * table_wait_for_history:
 *
 * Changes of one field within a second are one step of undo: waits for the next.
 */
void
table_wait_for_history (void)
{
  gf_ui_wait_ms (1100);
}

/**
 * table_view:
 * @window: a window
 *
 * Returns: (transfer none): the view that it shows
 */
GfStepView *
table_view (GfWindow *window)
{
  return gf_step_page_get_visible_view (gf_window_get_visible_page (window));
}

/**
 * table_cell:
 * @window: a window
 * @row: a customer
 * @column: a column
 *
 * Returns: (transfer none): what the cell says
 */
const char *
table_cell (GfWindow *window,
            gsize row,
            guint column)
{
  GfTable *table = gf_project_get_table (gf_window_get_project (window));

  return gf_column_get_text (gf_table_get_column (table, column), row);
}
