/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

G_BEGIN_DECLS

/* What the verbs of the command line share. A verb is one function in a file of its own and one
 * line in the table of main.c; it returns one of the codes below.
 */
typedef enum
{
  GF_CLI_DONE = 0,
  GF_CLI_PROBLEMS = 1,   /* done, but the input had problems that lost nothing */
  GF_CLI_FAILED = 2,     /* could not be done */
  GF_CLI_USAGE = 64,
} GfCliCode;

typedef GfCliCode (*GfCliVerb) (int    argc,
                                char **argv);

GfCliCode gf_cli_check   (int    argc,
                          char **argv);
GfCliCode gf_cli_convert (int    argc,
                          char **argv);
GfCliCode gf_cli_export  (int    argc,
                          char **argv);
GfCliCode gf_cli_inspect (int    argc,
                          char **argv);
GfCliCode gf_cli_mine    (int    argc,
                          char **argv);
GfCliCode gf_cli_new     (int    argc,
                          char **argv);
GfCliCode gf_cli_update  (int    argc,
                          char **argv);

/* How to read a table: --encoding, --delimiter, --header-rows, --decimal, --date-order, --sheet. */
typedef struct
{
  char *encoding;
  char *delimiter;
  char *header_rows;
  char *decimal;
  char *date_order;
  char *sheet;
} GfCliReading;

void             gf_cli_reading_add        (GfCliReading    *reading,
                                            GOptionContext  *context);
void             gf_cli_reading_clear      (GfCliReading    *reading);
GfImportOptions *gf_cli_reading_to_options (const GfCliReading *reading,
                                            GError         **error);
GfImport        *gf_cli_import             (const char         *path,
                                            const GfCliReading *reading,
                                            GfCliCode          *code);

gboolean  gf_cli_parse  (GOptionContext  *context,
                         int             *argc,
                         char          ***argv,
                         int              min_files,
                         int              max_files);
GfCliCode gf_cli_usage  (const char      *format,
                         ...) G_GNUC_PRINTF (1, 2);
GfCliCode gf_cli_fail   (const char      *subject,
                         const GError    *error);
GfCliCode gf_cli_tell_problems (const GfImport *import,
                                const char     *subject);

/* An output: "-" is standard output. A file is written beside and takes its name's place when
   closed; never when it is one of the inputs. Dropped without closing, what was there stays. */
typedef struct _GfCliOutput GfCliOutput;

GfCliOutput *gf_cli_output_open  (const char         *path,
                                  const char * const *inputs,
                                  GError            **error);
gboolean     gf_cli_output_write (GfCliOutput        *self,
                                  const void         *data,
                                  gsize               length,
                                  GError            **error);
gboolean     gf_cli_output_close (GfCliOutput        *self,
                                  GError            **error);
void         gf_cli_output_free  (GfCliOutput        *self);
gboolean     gf_cli_check_output (const char         *path,
                                  const char * const *inputs,
                                  GError            **error);

void gf_json_append_string (GString    *out,
                            const char *text,
                            gssize      length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfCliReading, gf_cli_reading_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfCliOutput, gf_cli_output_free)

G_END_DECLS
