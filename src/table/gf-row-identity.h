/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* What a customer is known by where somebody has said something about it. It outlives another order of the rows and an
 * update by a newer export.
 *
 *   identifier:  its text, where the customer has one; rows that share it are one customer
 *   name:        else the name, a tab and a hash of all that is said of the customer, so that namesakes are told apart
 *   nameless:    a tab and the hash
 *   equal rows:  rows of which all of that is the same are numbered in their order
 *
 * One name of which there is only one customer is found whatever the hash. For namesakes, whoever changes what is said of
 * them keeps what they are known by true: gf_customers_follow_rows().
 */
#define GF_IDENTITY_MARK '\t'

char     *gf_table_dup_row_identity   (GfTable             *self,
                                       gsize                row);
GStrv     gf_table_dup_row_identities (GfTable             *self,
                                       const GfBitset      *rows);
GfBitset *gf_table_match_identities   (GfTable             *self,
                                       const char * const  *identities);
GHashTable *gf_table_find_identities  (GfTable             *self,
                                       const char * const  *identities);
GfBitset *gf_table_match_list         (GfTable             *self,
                                       const char * const  *texts,
                                       GError             **error);

G_END_DECLS
