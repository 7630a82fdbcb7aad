/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* A passage of an answer in the words of the customer, marked with a theme.
 *
 *   answer  text: id of the answer it stands in
 *   text    text: the words, unchanged
 *   theme   text: id of a theme
 *   note    text: what the words refer to, when they do not say so
 */
#define GF_TYPE_QUOTE (gf_quote_get_type ())
GF_DECLARE_RECORD (GfQuote, gf_quote, GF, QUOTE)

GF_RECORD_STRING (GfQuote, gf_quote, answer, "answer")
GF_RECORD_STRING (GfQuote, gf_quote, text, "text")
GF_RECORD_STRING (GfQuote, gf_quote, theme, "theme")
GF_RECORD_STRING (GfQuote, gf_quote, note, "note")

G_END_DECLS
