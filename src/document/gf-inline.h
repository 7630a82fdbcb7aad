/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A piece of running text: runs of words with an emphasis, and the numbers of the notes behind them.
 *
 *   runs:     text + style flags, or a list of sources, or a line break
 *   building: functions return the text itself, so that calls nest; text given is copied
 *   rule:     text is always valid UTF-8 without control characters; white space is one space
 *   sources:  the ids that gf_document_add_source() gave, in arrays that end with 0
 *
 * Ownership: whatever takes a text takes it over (transfer full).
 */
typedef struct _GfInline GfInline;

typedef enum
{
  GF_INLINE_PLAIN      = 0,
  GF_INLINE_STRONG     = 1 << 0,
  GF_INLINE_EMPHASIS   = 1 << 1,   /* and quotes */
  GF_INLINE_ASSUMPTION = 1 << 2,   /* words without evidence: hatched square, dotted underline */
  GF_INLINE_SOFT       = 1 << 3,   /* lighter ink, for attributions */
} GfInlineFlags;

#define GF_TYPE_INLINE (gf_inline_get_type ())
GType     gf_inline_get_type      (void) G_GNUC_CONST;

GfInline *gf_inline_new           (const char *text);
GfInline *gf_inline_new_markup    (const char *markup);
GfInline *gf_inline_new_statement (const char  *markup,
                                   const guint *sources,
                                   gboolean     assumption);
GfInline *gf_inline_copy          (const GfInline *self);
GfInline *gf_inline_ref           (GfInline *self);
void      gf_inline_unref         (GfInline *self);

GfInline *gf_inline_add           (GfInline      *self,
                                   const char    *text,
                                   GfInlineFlags  flags);
GfInline *gf_inline_plain         (GfInline   *self,
                                   const char *text);
GfInline *gf_inline_strong        (GfInline   *self,
                                   const char *text);
GfInline *gf_inline_emphasis      (GfInline   *self,
                                   const char *text);
GfInline *gf_inline_assumption    (GfInline   *self,
                                   const char *text);
GfInline *gf_inline_cite          (GfInline    *self,
                                   const guint *sources);
GfInline *gf_inline_break         (GfInline *self);
GfInline *gf_inline_append        (GfInline       *self,
                                   const GfInline *other);
GfInline *gf_inline_assume        (GfInline *self);

gboolean  gf_inline_is_empty      (const GfInline *self);
gboolean  gf_inline_is_assumption (const GfInline *self);
char     *gf_inline_dup_text      (const GfInline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfInline, gf_inline_unref)

G_END_DECLS
