/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-encoding.h"

G_BEGIN_DECLS

/* A text file as a stream of UTF-8, whatever its encoding, also compressed by gzip.
 *
 *   refused: by content, with words that say what to do: spreadsheets, PDF, pictures, archives,
 *            other files that are no text, an empty file; a file that cannot be read likewise
 *   parts:   plain UTF-8 can be read from several places at once, by a source for each
 *   guess:   from the first 256 KiB; when bytes turn up later that do not fit,
 *            gf_text_source_guess_again() looks at all of the file
 *   owner:   one thread at a time
 */
typedef struct _GfTextSource GfTextSource;

GfTextSource *gf_text_source_new          (GFile        *file,
                                           GBytes       *bytes,
                                           const char   *encoding,
                                           gsize         piece,
                                           GCancellable *cancellable,
                                           GError      **error);
GfTextSource *gf_text_source_new_at       (const GfTextSource *first,
                                           GFile              *file,
                                           GBytes             *bytes,
                                           goffset             offset,
                                           GCancellable       *cancellable,
                                           GError            **error);
gboolean      gf_text_source_peek         (const GfTextSource *self,
                                           GFile              *file,
                                           GBytes             *bytes,
                                           goffset             offset,
                                           char               *buffer,
                                           gsize               size,
                                           gsize              *length,
                                           GCancellable       *cancellable,
                                           GError            **error);
gboolean      gf_text_source_can_split    (const GfTextSource *self);
void          gf_text_source_set_until    (GfTextSource *self,
                                           goffset       until);
goffset       gf_text_source_get_position (const GfTextSource *self);
goffset       gf_text_source_get_size     (const GfTextSource *self);
void          gf_text_source_explain_error (GError      **error);
void          gf_text_source_free         (GfTextSource *self);
gboolean      gf_text_source_read         (GfTextSource *self,
                                           GString      *out,
                                           GArray       *bad,
                                           GCancellable *cancellable,
                                           GError      **error);
gboolean      gf_text_source_is_at_end    (const GfTextSource *self);
const char   *gf_text_source_get_encoding (const GfTextSource *self);
gboolean      gf_text_source_has_bom      (const GfTextSource *self);
gboolean      gf_text_source_has_nul      (const GfTextSource *self);
double        gf_text_source_get_share    (const GfTextSource *self);
const char   *gf_text_source_guess_again  (GFile        *file,
                                           GBytes       *bytes,
                                           GCancellable *cancellable,
                                           GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfTextSource, gf_text_source_free)

G_END_DECLS
