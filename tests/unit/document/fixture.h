/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-document.h"

G_BEGIN_DECLS

/* The page of the design, DataGlyph's profile of mid-size tech companies. */
GfDocument *fixture_document_new      (void);

/* The same, with so many more items of each kind that not all find room. */
GfDocument *fixture_overfull_new      (guint extra);

/* A document with a title and nothing else. */
GfDocument *fixture_empty_new         (void);

G_END_DECLS
