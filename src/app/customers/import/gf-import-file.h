/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"
#include "gf-project-update.h"

G_BEGIN_DECLS

/* A further file that is joined to the customers while they are imported: deals, tickets, answers.
 *
 *   name:    what it is called on screen: the file, or the sheet or file within it
 *   known:   how the export before was joined and what was answered, and what is answered now; a record of
 *            its own, which nobody else has
 *   match:   of the file's rows with the customers as they were read; made in a thread
 *   answers: wait until gf_import_file_settle(), which the main thread calls while no thread works
 *            with the match
 *   by hand: what a row is, and which column says whose it is, may be said by the user
 *   owner:   atomic references
 */
#define GF_IMPORT_FILE_GUESS -1
typedef struct
{
  gatomicrefcount ref_count;
  char *name;
  char *file_name;
  int kind;                  /* a GfRowKind that was said, or GF_IMPORT_FILE_GUESS */
  char *key;                 /* the column that was said; NULL to find it */
  GfImport *import;
  GfTable *table;
  GfSource *known;
  GfJoinPlan *plan;
  GfJoinMatch *match;
  gsize n_customers;
  GArray *pending;
} GfImportFile;

GfImportFile *gf_import_file_ref         (GfImportFile         *self);
void          gf_import_file_unref       (GfImportFile         *self);
GfImportFile *gf_import_file_new         (const char           *file_name,
                                          GfImport             *import,
                                          GfTable              *table,
                                          GfSource             *known,
                                          int                   kind,
                                          const char           *key,
                                          GfTable              *customers,
                                          GCancellable         *cancellable,
                                          GError              **error);
void          gf_import_file_join_async  (GFile                *file,
                                          const char           *sheet,
                                          GfCustomers          *memory,
                                          GfTable              *customers,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void          gf_import_file_again_async (GfImportFile         *self,
                                          GfTable              *customers,
                                          int                   kind,
                                          const char           *key,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GfImportFile *gf_import_file_join_finish (GAsyncResult         *result,
                                          GError              **error);
void          gf_import_file_keep_apart  (GfImportFile         *self,
                                          GPtrArray            *files,
                                          GfTable              *before);
const char   *gf_import_file_get_sheet   (const GfImportFile   *self);
char         *gf_import_file_dup_words   (const GfImportFile   *self);
char         *gf_import_file_dup_open    (const GfImportFile   *self,
                                          const char           *words);
void          gf_import_file_answer      (GfImportFile         *self,
                                          guint                 index,
                                          gboolean              yes);
void          gf_import_file_settle      (GfImportFile         *self);
int           gf_import_file_get_answer  (const GfImportFile   *self,
                                          guint                 index);
guint         gf_import_file_count_open  (const GfImportFile   *self);
gsize         gf_import_file_get_n_customers
                                         (const GfImportFile   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfImportFile, gf_import_file_unref)

G_END_DECLS
