/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-exports.h"
#include "gf-preflight.h"

G_BEGIN_DECLS

/* One look at a table under way; private to the preflight. */
typedef struct
{
  GfTable *table;
  const GfPreflightRule *rule;
  const GfExport *export;            /* NULL if not known */
  const GfExportColumn **known;      /* of each column, NULL if its name says nothing */
  GPtrArray *notes;
} GfPreflight;

gboolean  _gf_preflight_is_key       (const GfPreflight *self,
                                      guint              column,
                                      const char        *key);
int       _gf_preflight_find_key     (const GfPreflight *self,
                                      const char        *key);
gboolean  _gf_preflight_is_measure   (const GfPreflight *self,
                                      guint              column);
gboolean  _gf_preflight_is_value     (const GfPreflight *self,
                                      guint              column);
GfColumn *_gf_preflight_get_column   (const GfPreflight *self,
                                      guint              column);
GfNote   *_gf_preflight_add          (GfPreflight       *self,
                                      const char        *id,
                                      GfNoteSeverity     severity,
                                      char              *words,
                                      char              *mend);
void      _gf_note_set_columns       (GfNote            *note,
                                      GPtrArray         *names);
void      _gf_note_set_column        (GfNote            *note,
                                      const char        *name);
char     *_gf_preflight_dup_names    (GPtrArray         *names);

void      _gf_preflight_look_at_dates (GfPreflight *self);
void      _gf_preflight_look_at_money (GfPreflight *self);
void      _gf_preflight_look_at_rows  (GfPreflight *self);

G_END_DECLS
