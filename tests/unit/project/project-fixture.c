/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include <glib/gstdio.h>

char *
fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("goodfit-test-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

GfProject *
fixture_project_new (void)
{
  const char *names[] = { "Nordlicht Media", "Kärcher, \"Söhne\"\nGmbH" };
  const double seats[] = { 12, 3.5 };
  GfProject *project = gf_project_new ();
  g_autoptr (GfInterview) interview = gf_interview_new ();
  g_autoptr (GfSegment) segment = gf_segment_new ();
  g_autoptr (GfColumn) name = gf_column_new_categories ("Company name", names, 2);
  g_autoptr (GfColumn) number = gf_column_new_numbers ("Seats", seats, 2);
  GfColumn *columns[] = { name, number };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);

  gf_project_set_name (project, "DataGlyph");
  gf_interview_set_company (interview, "Nordlicht Media");
  g_list_store_append (gf_project_get_interviews (project), interview);
  gf_segment_set_name (segment, "Agencies");
  g_list_store_append (gf_project_get_segments (project), segment);
  gf_project_set_table (project, table);

  return project;
}

/* What another thread does wakes no main loop: look again. */
static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
fixture_wait (gboolean (*condition) (gpointer),
              gpointer   user_data)
{
  gint64 until = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  guint id = g_timeout_add (10, tick_cb, NULL);
  gboolean holds;

  while (!(holds = condition (user_data)) && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_true (holds);
}
