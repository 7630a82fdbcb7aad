/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-selector.h"

G_BEGIN_DECLS

/* How the conditions of customers are said where "Department: Marketing" does not do:
 *
 *   is bare   "Yes", "No", "0": says nothing without its column
 *   title     above its column:     "Marketing", "Contract signed: yes", "€5,000 or more"
 *   name      alone:                "Marketing", "50 to 250 employees", "Lifetime value: €5,000 or more"
 *   phrase    within a sentence:    "Department Marketing and 50 to 250 employees"
 *
 * All cost a look at the column, none at the customers but gf_words_dup_range().
 */
gboolean  gf_selector_is_bare     (const GfSelector *self,
                                   GfTable          *table);
char     *gf_selector_dup_title   (const GfSelector *self,
                                   GfTable          *table);
char     *gf_selector_dup_name    (const GfSelector *self,
                                   GfTable          *table);
char     *gf_selectors_dup_phrase (GPtrArray        *selectors,
                                   GfTable          *table);

G_END_DECLS
