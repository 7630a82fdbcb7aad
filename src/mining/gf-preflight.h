/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-ranking.h"

G_BEGIN_DECLS

/* What would make the results wrong, said before they are believed.
 *
 *   note:    what is doubtful, and how to mend it, in words; some can be mended at once, by the action
 *   block:   the results would be wrong: mend it first. Nothing is locked
 *   warn:    the results may mislead
 *   rule:    who is best and who is a bad fit may be left open: what needs it is then not asked
 *   columns: known by their names, as gf-exports.h knows them
 *   cost:    O(cells); repeated customers are only looked for among 200,000 at most
 *
 * A pure function of what it is given: it can run in any thread.
 */
typedef enum
{
  GF_NOTE_BLOCK,
  GF_NOTE_WARN,
} GfNoteSeverity;

typedef enum
{
  GF_MEND_NONE,       /* by hand only */
  GF_MEND_IGNORE,     /* leave the columns out */
  GF_MEND_DIVIDE,     /* divide the column by a hundred */
  GF_MEND_EMPTY_1970, /* empty the cells that say 1 January 1970 */
} GfMendAction;

typedef struct
{
  const char *id;            /* a word for scripts: "constant-columns" */
  GfNoteSeverity severity;
  char *words;
  char *mend;
  GfMendAction action;
  char **columns;            /* names; empty if it is about the customers */
} GfNote;

typedef struct
{
  const GfMeasure *measures;
  guint n_measures;
  const GfBitset *best;      /* NULL when it is open who is best */
  const GfBitset *bad;       /* NULL when it is open who is a bad fit */
  gint32 today;              /* days since 1970-01-01 */
} GfPreflightRule;

GPtrArray  *gf_preflight_find    (GfTable               *table,
                                  const GfPreflightRule *rule);
GfTable    *gf_preflight_mend    (GfTable               *table,
                                  const GfNote          *note);
const char *gf_mend_action_get_label
                                 (GfMendAction           action);
const char *gf_note_severity_get_nick
                                 (GfNoteSeverity         severity);

G_END_DECLS
