/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-drivers.h"
#include "gf-luck.h"
#include "gf-ranking.h"

G_BEGIN_DECLS

/* How the answer of “mine” is told; the verb itself is in gf-cli-mine.c.
 *
 *   luck, drivers  NULL unless asked for
 *   notes          of GfNote, or NULL: what to know before it is believed
 *   top            how many of each list, 0 for all; for people 0 for those that say something
 *   raw            whether the lists are to be left as they are
 */
typedef struct
{
  GfFindings *findings;
  GfLuck *luck;
  GfDrivers *drivers;
  GfTable *table;
  const GPtrArray *notes;
  guint top;
  gboolean raw;
  const GfBestRule *rule;   /* NULL unless asked who is best */
} GfCliMined;

char *gf_cli_mine_dup_json (const GfCliMined *mined);
char *gf_cli_mine_dup_text (const GfCliMined *mined);

G_END_DECLS
