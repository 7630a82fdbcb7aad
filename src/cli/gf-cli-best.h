/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-best-rule.h"
#include "gf-customers.h"

G_BEGIN_DECLS

/* Which of the ranked customers are the best, as it is given on the command line: one of the options at most. */
typedef struct
{
  char *share_text;
  int count;
  char *above;
  char *below;
  char *list;
  double share;        /* from share_text */
} GfCliBest;

#define GF_CLI_BEST_ENTRIES(self)                                                                                \
  { "share", 0, 0, G_OPTION_ARG_STRING, &(self)->share_text, N_("Share of the customers that are best, 0.05 to 0.5"), \
    N_("SHARE") },                                                                                               \
  { "count", 0, 0, G_OPTION_ARG_INT, &(self)->count, N_("How many are best, instead of a share"), N_("NUMBER") }, \
  { "best-above", 0, 0, G_OPTION_ARG_STRING, &(self)->above, N_("The best are those with at least so much"),     \
    N_("COLUMN=VALUE") },                                                                                        \
  { "best-below", 0, 0, G_OPTION_ARG_STRING, &(self)->below, N_("The best are those with at most so much"),      \
    N_("COLUMN=VALUE") },                                                                                        \
  { "best-list", 0, 0, G_OPTION_ARG_FILENAME, &(self)->list,                                                     \
    N_("The best are those that a file names, an identifier or a name on each line; - is standard input"),       \
    N_("FILE") }

void        gf_cli_best_clear     (GfCliBest       *self);
gboolean    gf_cli_best_check     (GfCliBest       *self,
                                   const char      *verb);
gboolean    gf_cli_best_is_given  (const GfCliBest *self);
GfBestRule *gf_cli_best_make_rule (const GfCliBest *self,
                                   GfTable         *table,
                                   GError         **error);
gboolean    gf_cli_best_store     (const GfCliBest *self,
                                   GfCustomers     *customers,
                                   GfTable         *table,
                                   GError         **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfCliBest, gf_cli_best_clear)

G_END_DECLS
