/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-join-key.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* What one row of a file is. Decides what several rows of one customer become. */
typedef enum
{
  GF_ROWS_COMPANIES,   /* customers too: columns beside columns */
  GF_ROWS_DEALS,       /* counted; money is summed, of won deals if a stage says which are won */
  GF_ROWS_TICKETS,     /* counted */
  GF_ROWS_PAYMENTS,    /* counted and summed, without those that failed or went back */
  GF_ROWS_ORDERS,      /* as payments */
  GF_ROWS_ANSWERS,     /* of a survey: means of numbers, the latest of the rest */
  GF_ROWS_OTHER,       /* counted, summed */
} GfRowKind;

#define GF_TYPE_ROW_KIND (gf_row_kind_get_type ())
GType       gf_row_kind_get_type (void) G_GNUC_CONST;
const char *gf_row_kind_get_nick (GfRowKind kind);

/* What the cells of one customer become. Missing cells count nowhere. */
typedef enum
{
  GF_JOIN_TAKE,        /* the first that is filled */
  GF_JOIN_LAST,        /* that of the latest row by GfJoinPlan.when, else of the last row */
  GF_JOIN_SUM,
  GF_JOIN_MEAN,
  GF_JOIN_LEAST,       /* of numbers; the first of dates */
  GF_JOIN_MOST,        /* of numbers; the last of dates */
  GF_JOIN_COUNT_YES,   /* of a flag */
  GF_JOIN_SET,         /* every category once, as a set */
} GfJoinRule;

#define GF_TYPE_JOIN_RULE (gf_join_rule_get_type ())
GType       gf_join_rule_get_type (void) G_GNUC_CONST;
const char *gf_join_rule_get_nick (GfJoinRule rule);

/* Columns that hold the same key on both sides. */
typedef struct
{
  GfKeyKind kind;
  guint main;
  guint other;
} GfJoinKey;

/* A column to be made. */
typedef struct
{
  guint other;         /* from this one */
  GfJoinRule rule;
  char *name;          /* what it is called: “Deals: Amount, sum” */
} GfJoinColumn;

/* How a second file is joined to the customers. gf_join_plan_suggest() proposes one; everything may
 * be changed before gf_join_match_new() and gf_join_table() follow it.
 *
 *   keys:     in the order in which they are believed; a row is matched by the first that finds
 *             exactly one customer
 *   columns:  those to be made; a column of the other file without one is left out
 *   columns are numbered from 0; -1 is none
 */
typedef struct
{
  GfRowKind kind;
  char *title;         /* what the rows are called in the names of columns: “Deals” */
  gboolean apart;      /* they are called after the file, since columns of another are called as usual */
  GArray *keys;        /* of GfJoinKey */
  GArray *columns;     /* of GfJoinColumn */
  gboolean count;      /* make “Deals: count” */
  int when;            /* dates that say which row is later */
  int status;          /* says which rows count in sums, and how many were won */
  int currency;        /* codes; money in another than the commonest is left out */
  double likeness;     /* names at least this alike are asked about, see gf-join-match.h; 0.92 */
} GfJoinPlan;

#define GF_TYPE_JOIN_PLAN (gf_join_plan_get_type ())
GType       gf_join_plan_get_type   (void) G_GNUC_CONST;
GfJoinPlan *gf_join_plan_new        (GfRowKind          kind,
                                     const char        *title);
GfJoinPlan *gf_join_plan_copy       (const GfJoinPlan  *self);
void        gf_join_plan_free       (GfJoinPlan        *self);
void        gf_join_plan_add_key    (GfJoinPlan        *self,
                                     GfKeyKind          kind,
                                     guint              main,
                                     guint              other);
void        gf_join_plan_add_column (GfJoinPlan        *self,
                                     guint              other,
                                     GfJoinRule         rule,
                                     const char        *name);

char       *gf_join_plan_dup_count_name (const GfJoinPlan *self,
                                         gboolean          won);
void        gf_join_plan_add_names  (const GfJoinPlan  *self,
                                     GHashTable        *names);
gboolean    gf_join_plan_set_title  (GfJoinPlan        *self,
                                     const GfTable     *other,
                                     const char        *title,
                                     GHashTable        *taken);
void        gf_join_plan_keep_apart (GfJoinPlan        *self,
                                     const GfTable     *other,
                                     const char        *file_name,
                                     GHashTable        *taken);

gboolean    gf_join_may_sum         (const GfTable     *other,
                                     guint              column);
GfRowKind   gf_join_guess_rows      (const GfTable     *other,
                                     const char        *file_name);
void        gf_join_plan_find_keys  (GfJoinPlan        *self,
                                     const GfTable     *main,
                                     const GfTable     *other);
gboolean    gf_join_plan_set_key    (GfJoinPlan        *self,
                                     const GfTable     *main,
                                     const GfTable     *other,
                                     const char        *column,
                                     GError           **error);
void        gf_join_plan_set_kind   (GfJoinPlan        *self,
                                     const GfTable     *main,
                                     const GfTable     *other,
                                     GfRowKind          kind);
GfJoinPlan *gf_join_plan_suggest    (const GfTable     *main,
                                     const GfTable     *other,
                                     const char        *file_name);
GfJoinPlan *gf_join_plan_suggest_as (const GfTable    *main,
                                     const GfTable    *other,
                                     const char       *file_name,
                                     GfRowKind         kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfJoinPlan, gf_join_plan_free)

G_END_DECLS
