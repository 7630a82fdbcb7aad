/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* What a customer is known by where somebody has said something about it: the text of its identifier, else its
 * name. It outlives another order of the rows and an update by a newer export. Customers with the same text
 * are not told apart; one without identifier and name is known by its place. */
char     *gf_table_dup_row_identity (GfTable            *self,
                                     gsize               row);
GfBitset *gf_table_match_identities (GfTable            *self,
                                     const char * const *identities);

G_END_DECLS
