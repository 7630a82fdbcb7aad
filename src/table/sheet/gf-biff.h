/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The records of an old Excel file. ([MS-XLS] 2.1.4.)
 *
 *   record:    an id, a length up to 8224, and the bytes; what does not fit goes on in records of the id
 *              GF_BIFF_CONTINUE behind it
 *   body:      reads a record and those that continue it as one. Only the letters of a string begin anew
 *              in each: with a byte that says how wide they are from there on
 *   strings:   in files of Excel 97 and later letters of one byte (the first 256 of Unicode) or two
 *              (UTF-16); before, bytes of the code page that the file names
 *   no bytes:  reading behind the end gives zeros and sets @over
 */
#define GF_BIFF_CONTINUE 0x003c

typedef struct
{
  const guint8 *data;    /* of the stream */
  gsize size;
  gsize at;              /* of the next record */
  guint16 id;            /* of the one that was found last, with its bytes */
  const guint8 *bytes;
  gsize length;
  gboolean broken;       /* a record goes on behind the end of the stream */
} GfBiffRecords;

typedef struct
{
  GfBiffRecords rest;    /* the records behind the part being read */
  const guint8 *at, *end;
  gboolean over;
} GfBiffBody;

void     gf_biff_records_init    (GfBiffRecords       *self,
                                  const guint8        *data,
                                  gsize                size,
                                  gsize                at);
gboolean gf_biff_records_next    (GfBiffRecords       *self);
guint16  gf_biff_get_u16         (const GfBiffRecords *self,
                                  gsize                offset);
guint32  gf_biff_get_u32         (const GfBiffRecords *self,
                                  gsize                offset);
double   gf_biff_get_double      (const GfBiffRecords *self,
                                  gsize                offset);
double   gf_biff_get_rk          (const GfBiffRecords *self,
                                  gsize                offset);

void     gf_biff_body_init       (GfBiffBody          *self,
                                  const GfBiffRecords *record,
                                  gsize                offset);
gboolean gf_biff_body_is_at_end  (GfBiffBody          *self);
guint32  gf_biff_body_read       (GfBiffBody          *self,
                                  guint                n_bytes);
void     gf_biff_body_read_wide  (GfBiffBody          *self,
                                  guint                n_letters,
                                  GString             *out);
void     gf_biff_body_read_bytes (GfBiffBody          *self,
                                  guint                n_bytes,
                                  const char          *encoding,
                                  GString             *out);

G_END_DECLS
