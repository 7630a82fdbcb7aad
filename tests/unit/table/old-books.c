/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "old-books.h"

#include <stdarg.h>
#include <string.h>

#define SECTOR 512
#define ENTRY 128
#define LEAST 4096

static void
put (guint8 *at,
     guint64 number,
     guint   n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    at[i] = (guint8) (number >> (8 * i));
}

static void
put_entry (guint8     *at,
           const char *name,
           guint8      type,
           guint32     child,
           guint32     right,
           guint32     first,
           guint32     size)
{
  gsize length = strlen (name);

  for (gsize i = 0; i < length; i++)
    at[2 * i] = (guint8) name[i];
  put (at + 64, 2 * (length + 1), 2);
  at[66] = type;
  put (at + 68, G_MAXUINT32, 4);
  put (at + 72, right, 4);
  put (at + 76, child, 4);
  put (at + 116, first, 4);
  put (at + 120, size, 4);
}

GBytes *
make_ole (const char   *name,
          const guint8 *stream,
          gsize         size,
          const char   *below)
{
  guint n_sectors = (guint) (MAX (size, LEAST) + SECTOR - 1) / SECTOR;
  gsize all = (gsize) (n_sectors + 3) * SECTOR;
  guint8 *file = g_malloc0 (all);
  guint8 *table = file + SECTOR, *entries = file + 2 * SECTOR;

  g_assert_cmpuint (n_sectors, <, 120);
  memcpy (file, "\320\317\021\340\241\261\032\341", 8);
  put (file + 24, 0x3e, 2);
  put (file + 26, 3, 2);
  put (file + 28, 0xfffe, 2);
  put (file + 30, 9, 2);
  put (file + 32, 6, 2);
  put (file + 44, 1, 4);
  put (file + 48, 1, 4);
  put (file + 56, LEAST, 4);
  put (file + 60, 0xfffffffe, 4);
  put (file + 68, 0xfffffffe, 4);
  for (guint i = 0; i < 109; i++)
    put (file + 76 + 4 * i, i == 0 ? 0 : G_MAXUINT32, 4);

  memset (table, 0xff, SECTOR);
  put (table, 0xfffffffd, 4);
  put (table + 4, 0xfffffffe, 4);
  for (guint i = 0; i < n_sectors; i++)
    put (table + 4 * (2 + i), i + 1 < n_sectors ? 3 + i : 0xfffffffe, 4);

  put_entry (entries, "Root Entry", 5, 1, G_MAXUINT32, 0xfffffffe, 0);
  put_entry (entries + ENTRY, name, 2, G_MAXUINT32, below != NULL ? 2 : G_MAXUINT32, 2,
             (guint32) MAX (size, LEAST));
  if (below != NULL)
    {
      put_entry (entries + 2 * ENTRY, "MBD01", 1, 3, G_MAXUINT32, 0, 0);
      put_entry (entries + 3 * ENTRY, below, 2, G_MAXUINT32, G_MAXUINT32, 2, LEAST);
    }
  if (size > 0)
    memcpy (file + 3 * SECTOR, stream, size);

  return g_bytes_new_take (file, all);
}

void
old_book_add (GByteArray *self,
              guint       id,
              const char *format,
              ...)
{
  guint8 head[4] = { 0 };
  guint start = self->len;
  va_list arguments;

  put (head, id, 2);
  g_byte_array_append (self, head, 4);
  va_start (arguments, format);
  for (const char *p = format; *p != '\0'; p++)
    {
      guint8 bytes[8] = { 0 };

      if (*p == 's')
        {
          const char *text = va_arg (arguments, const char *);
          g_byte_array_append (self, (const guint8 *) text, (guint) strlen (text));
        }
      else if (*p == 'd')
        {
          double value = va_arg (arguments, double);
          memcpy (bytes, &value, 8);
          g_byte_array_append (self, bytes, 8);
        }
      else
        {
          put (bytes, va_arg (arguments, guint), (guint) (*p - '0'));
          g_byte_array_append (self, bytes, (guint) (*p - '0'));
        }
    }
  va_end (arguments);
  put (self->data + start + 2, self->len - start - 4, 2);
}

GByteArray *
old_book_new (guint version)
{
  GByteArray *self = g_byte_array_new ();

  old_book_add (self, 0x0809, "22", version, 5u);

  return self;
}

void
old_book_name (GByteArray *self,
               gboolean    wide,
               const char *name,
               guint       visibility)
{
  if (wide)
    old_book_add (self, 0x0085, "41111s", 0u, visibility, 0u, (guint) strlen (name), 0u, name);
  else
    old_book_add (self, 0x0085, "4111s", 0u, visibility, 0u, (guint) strlen (name), name);
}

void
old_book_begin (GByteArray *self,
                guint       version,
                guint       sheet)
{
  /* What comes before, globals or the sheet before, ends here. */
  old_book_add (self, 0x000a, "");
  for (guint at = 0; at + 4 <= self->len; at += 4 + (guint) (self->data[at + 2] | self->data[at + 3] << 8))
    if (self->data[at] == 0x85 && self->data[at + 1] == 0 && sheet-- == 0)
      {
        put (self->data + at + 4, self->len, 4);
        break;
      }
  old_book_add (self, 0x0809, "22", version, 0x10u);
}

GBytes *
old_book_finish (GByteArray *self,
                 guint       version)
{
  old_book_add (self, 0x000a, "");
  GBytes *bytes = make_ole (version >= 0x0600 ? "Workbook" : "Book", self->data, self->len, NULL);
  g_byte_array_unref (self);

  return bytes;
}
