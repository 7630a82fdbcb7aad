/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* One condition on one column; a customer whose cell is missing meets no other than that.
 *
 *   is:        the cell's level, or its text where the column is no category
 *   contains:  one of the several categories of the cell
 *   range:     from <= x < to; NaN leaves a side open; dates in days since 1970-01-01
 *   any:       the cell's level is one of several
 *   missing:   the cell says nothing
 */
typedef enum
{
  GF_SELECTOR_IS,
  GF_SELECTOR_CONTAINS,
  GF_SELECTOR_RANGE,
  GF_SELECTOR_ANY,
  GF_SELECTOR_MISSING,
} GfSelectorKind;

typedef struct _GfSelector GfSelector;

#define GF_TYPE_SELECTOR (gf_selector_get_type ())
GType gf_selector_get_type (void) G_GNUC_CONST;

GfSelector    *gf_selector_new_is         (const char       *column,
                                           const char       *value);
GfSelector    *gf_selector_new_contains   (const char       *column,
                                           const char       *value);
GfSelector    *gf_selector_new_range      (const char       *column,
                                           double            from,
                                           double            to);
GfSelector    *gf_selector_new_any        (const char       *column,
                                           const char * const *values);
GfSelector    *gf_selector_new_missing    (const char       *column);
GfSelector    *gf_selector_ref            (GfSelector       *self);
void           gf_selector_unref          (GfSelector       *self);

GfSelectorKind gf_selector_get_kind       (const GfSelector *self);
const char    *gf_selector_get_column     (const GfSelector *self);
const char    *gf_selector_get_value      (const GfSelector *self);
const char * const *
               gf_selector_get_values     (const GfSelector *self);
double         gf_selector_get_from       (const GfSelector *self);
double         gf_selector_get_to         (const GfSelector *self);
gboolean       gf_selector_equal          (const GfSelector *a,
                                           const GfSelector *b);

GfBitset      *gf_selector_match          (const GfSelector *self,
                                           GfTable          *table);
GfBitset      *gf_selectors_match         (GPtrArray        *selectors,
                                           GfTable          *table);

char          *gf_selector_dup_value_text (const GfSelector *self,
                                           GfTable          *table);
char          *gf_selector_describe       (const GfSelector *self,
                                           GfTable          *table);
char          *gf_selectors_describe      (GPtrArray        *selectors,
                                           GfTable          *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfSelector, gf_selector_unref)

G_END_DECLS
