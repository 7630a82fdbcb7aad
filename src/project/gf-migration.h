/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How a file of an older version becomes one of the next.
 *
 * A migration is a pure change of a JSON tree from version @from to version @from + 1. The table of
 * them is walked from the version of the file to the current one; a version that no migration
 * starts from needed no change. */
typedef struct
{
  int from;
  void (*apply) (JsonObject *root);
} GfMigration;

#define GF_PROJECT_FORMAT "goodfit-project"
#define GF_PROJECT_VERSION 1

extern const GfMigration gf_project_migrations[];
extern const guint gf_project_n_migrations;

#define GF_PROJECT_ERROR (gf_project_error_quark ())
GQuark gf_project_error_quark (void);

typedef enum
{
  GF_PROJECT_ERROR_NOT_JSON,
  GF_PROJECT_ERROR_NOT_A_PROJECT,
  GF_PROJECT_ERROR_NEWER,
  GF_PROJECT_ERROR_INVALID,
  GF_PROJECT_ERROR_CONFLICT,
} GfProjectError;

gboolean gf_migrate (JsonNode           *root,
                     const char         *format,
                     int                 current,
                     const GfMigration  *migrations,
                     guint               n_migrations,
                     GError            **error);

G_END_DECLS
