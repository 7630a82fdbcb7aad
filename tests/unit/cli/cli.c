/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli.h"

#include <glib/gstdio.h>

static char *cli;
static char *folder;

void
answer_clear (Answer *answer)
{
  g_free (answer->out);
  g_free (answer->err);
}

void
cli_init (const char *program)
{
  g_autoptr (GError) error = NULL;

  cli = g_canonicalize_filename (program, NULL);
  folder = g_dir_make_tmp ("goodfit-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

void
cli_clear (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  g_free (cli);
}

char *
cli_dup_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

void
write_file (const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = cli_dup_path (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

Answer
run (const char *first,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };
  va_list args;
  int status;

  g_ptr_array_add (argv, cli);
  va_start (args, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (folder, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer.out,
                &answer.err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  answer.code = WEXITSTATUS (status);

  return answer;
}
