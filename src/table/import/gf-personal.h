/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-exports.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* Columns that hold data of people, and what becomes of them.
 *
 *   found by:    the export, else the column's name, else its cells: e-mail addresses, telephone
 *                numbers, IP addresses. Names of companies are not personal
 *   keep:        as it is
 *   drop:        the column goes
 *   pseudonymise: each text becomes a word that stands for it: "person-1c0f6a2b9d3e". The same
 *                person gets the same word wherever the same key is used, so that next quarter's
 *                file still matches; without the key nobody can tell whose it is. An e-mail address
 *                keeps its domain
 *   rest:        nothing of the original texts stays in the new table
 */
typedef enum
{
  GF_PERSONAL_KEEP,
  GF_PERSONAL_DROP,
  GF_PERSONAL_PSEUDONYMISE,
} GfPersonalChoice;

#define GF_TYPE_PERSONAL_CHOICE (gf_personal_choice_get_type ())
GType           gf_personal_choice_get_type (void) G_GNUC_CONST;

GfPersonalKind  gf_personal_find         (const GfExport         *export,
                                          const GfColumn         *column);
GfPersonalKind *gf_personal_find_all     (const GfExport         *export,
                                          const GfTable          *table,
                                          guint                  *n_personal);
char           *gf_personal_dup_key      (void);
char           *gf_personal_dup_word     (GfPersonalKind          kind,
                                          const char             *text,
                                          gsize                   length,
                                          const char             *key);
GfTable        *gf_personal_apply        (GfTable                *table,
                                          const GfPersonalKind   *kinds,
                                          const GfPersonalChoice *choices,
                                          const char             *key);
char           *gf_personal_dup_sentence (const GfTable          *table,
                                          const GfPersonalKind   *kinds,
                                          GfPersonalChoice        choice);

G_END_DECLS
