/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-choices.h"
#include "gf-update.h"

G_BEGIN_DECLS

/* What becomes of a list of customers with all that the user settled; made in a thread.
 *
 *   read:    the columns of the file with their roles and types
 *   shown:   as many columns as were read and joined, for the preview; what is left out has that role
 *   table:   the customers as the project gets them: people hidden, columns derived, the customers
 *            that were there brought up to date
 *   matched: the file itself when it is more about the customers; with none, trouble says why it cannot be joined
 *   told:    what was done, in sentences
 */
typedef struct
{
  GfTable *read;
  GfTable *shown;
  GfTable *table;
  GfPersonalKind *kinds;     /* of the columns of shown */
  GPtrArray *reasons;        /* of texts: why each column of shown is read as it is; NULL where that is
                                not told */
  guint n_read;              /* so many of them were in the file */
  GPtrArray *derivations;    /* of GfDerivation: what could be derived */
  GfUpdate *update;          /* NULL when it is no next export */
  gboolean joined;           /* it is more about the customers that are there */
  GfImportFile *matched;
  char *trouble;
  char *left_out;            /* a sentence: what stays out of the next export; NULL for nothing */
  gsize n_repeats;           /* rows that repeat a customer */
  GArray *rows;              /* of gsize: the rows of the file that the first of read are; NULL when those
                                are the same */
  char *repeats_by;          /* the column that tells; NULL when none does */
  GPtrArray *told;           /* of texts */
} GfImportDraft;

void           gf_import_draft_free        (GfImportDraft         *self);
void           gf_import_draft_make_async  (const GfImportChoices *choices,
                                            GfImport              *import,
                                            GCancellable          *cancellable,
                                            GAsyncReadyCallback    callback,
                                            gpointer               user_data);
GfImportDraft *gf_import_draft_make_finish (GAsyncResult          *result,
                                            GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfImportDraft, gf_import_draft_free)

G_END_DECLS
