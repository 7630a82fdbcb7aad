/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GF_TABLE_ERROR_TYPE,       /* a column cannot be that type */
  GF_TABLE_ERROR_LINE,       /* a line of a project is no row of its columns */
  GF_TABLE_ERROR_EMPTY,      /* nothing in the file */
  GF_TABLE_ERROR_FORMAT,     /* not a table */
  GF_TABLE_ERROR_ENCODING,   /* the encoding is not known or does not fit */
  GF_TABLE_ERROR_SIZE,       /* larger than can be held */
  GF_TABLE_ERROR_KEY,        /* nothing tells which rows belong together */
} GfTableError;

#define GF_TABLE_ERROR (gf_table_error_quark ())
GQuark gf_table_error_quark (void);

G_END_DECLS
