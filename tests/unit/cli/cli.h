/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The command line, run in a folder of its own that goes with the test. */
typedef struct
{
  int code;
  char *out;
  char *err;
} Answer;

void   answer_clear (Answer     *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

void   cli_init     (const char *program);
void   cli_clear    (void);
char  *cli_dup_path (const char *name);
void   write_file   (const char *name,
                     const char *text,
                     gssize      length);
Answer run          (const char *first,
                     ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
