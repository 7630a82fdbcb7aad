/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What encoding a text file is in, and its bytes as UTF-8.
 *
 *   guess:  byte order mark; zeros in every other byte, or at least in those of line ends; the
 *           escapes of ISO-2022; strict UTF-8; then Mozilla's detector, which is believed for
 *           scripts other than Latin and for many-byte encodings; else windows-1252, or what of
 *           western Europe has more letters within words
 *   decode: streaming; each byte that cannot be decoded becomes U+FFFD and is told, none is dropped
 *   cost:   O(bytes); UTF-8 is checked in place and copied once
 */
typedef struct _GfDecoder GfDecoder;

/* A byte that could not be decoded: where its U+FFFD begins in the decoded output of this call. */
typedef struct
{
  gsize offset;
  guint8 byte;
} GfBadByte;

const char *gf_encoding_guess     (const guint8 *bytes,
                                   gsize         length,
                                   gboolean      whole,
                                   gsize        *bom_length);
gsize       gf_encoding_get_bom   (const char   *encoding,
                                   const guint8 *bytes,
                                   gsize         length);
gboolean    gf_encoding_is_utf8   (const char   *encoding);

GfDecoder  *gf_decoder_new        (const char   *encoding,
                                   GError      **error);
void        gf_decoder_free       (GfDecoder    *self);
void        gf_decoder_decode     (GfDecoder    *self,
                                   const guint8 *bytes,
                                   gsize         length,
                                   gboolean      last,
                                   GString      *out,
                                   GArray       *bad);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfDecoder, gf_decoder_free)

G_END_DECLS
