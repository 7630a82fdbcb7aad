/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-exports.h"

G_BEGIN_DECLS

/* The files of data/exports in memory; private to the exports. */

typedef struct
{
  char *name;      /* folded */
  double weight;
} GfSignatureName;

struct _GfExport
{
  char *id;
  char *title;
  GfExportRow row;
  char **prefixes;        /* folded: "Deal - " as "deal" */
  GPtrArray *must;        /* of char **: one of these folded names each */
  char **never;           /* folded */
  GArray *may;            /* of GfSignatureName */
  double least;           /* of the weights in may */
  GHashTable *columns;    /* folded name -> GfExportColumn */
};

typedef struct
{
  GPtrArray *exports;     /* of GfExport, by id */
  GHashTable *usual;      /* folded name -> GfExportColumn */
  GHashTable *words;      /* name of a list -> char ** */
} GfExportsData;

GfExportsData *_gf_exports_load   (void);
const char    *_gf_export_unprefix (const GfExport *self,
                                   const char     *folded);

G_END_DECLS
