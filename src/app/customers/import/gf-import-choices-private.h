/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-choices.h"

G_BEGIN_DECLS

/* What was settled, shared by gf-import-choices.c (the file as a whole) and gf-import-choices-columns.c
 * (its columns). */
#define GF_IMPORT_CHOICE_UNSET -1
typedef struct
{
  int role;
  int type;
  int date_order;
  gboolean remembered;     /* all of it is as with the export before */
  gboolean said;           /* by the user, here */
} GfImportChoice;

struct _GfImportChoices
{
  GHashTable *columns;     /* header -> GfImportChoice */
  GHashTable *renamed;     /* header -> yes or no */
  GHashTable *derived;     /* names of columns */
  GPtrArray *files;        /* of GfImportFile */

  GfImportAs as;
  GfTable *before;
  GfCustomers *memory;
  gboolean keep_gone;

  /* A file that is more about the customers */
  char *own_name;
  int own_kind;
  char *own_key;
  GfImportFile *matched;   /* while what it was matched by holds */
  GfSource *own_known;     /* what is known of it, with the answers so far */

  char *project_name;
  char *product;
  char *key;
  GfPersonalChoice personal;
  gboolean personal_said;  /* here, not with the file before */
  gboolean merge;
};

G_END_DECLS
