/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-cli.h"
#include "gf-project-update.h"

G_BEGIN_DECLS

/* Further files and derived columns, for the verbs that make and update projects. What was matched, what
 * was not and what waits for an answer is told on standard error. */

#define GF_CLI_SAME_ENTRY(same)                                                            \
  { "same", 0, 0, G_OPTION_ARG_STRING_ARRAY, (same),                                       \
    N_("A name in a joined file is that customer; may be given several times"),           \
    N_("NAME=CUSTOMER") }
#define GF_CLI_DERIVE_ENTRY(derive)                                                        \
  { "derive", 0, 0, G_OPTION_ARG_STRING_ARRAY, (derive),                                   \
    N_("Add a computed column: tenure, days-to-close, orders-a-year, lifetime-value, "    \
       "tickets-per-1000, support-share, or all that can be; may be given several times"), \
    N_("NAME") }

void      gf_cli_tell      (const char          *subject,
                            GPtrArray           *sentences);
GfCliCode gf_cli_join      (GfProject           *project,
                            const char          *spec,
                            const char * const  *same);
GfCliCode gf_cli_join_import (GfProject         *project,
                            GfSource            *source,
                            const GfImport      *import,
                            const char          *path,
                            const char          *key,
                            const char * const  *same);
GfCliCode gf_cli_derive    (GfProject           *project,
                            const char * const  *names);

G_END_DECLS
