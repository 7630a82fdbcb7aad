/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-ole.h"

#include <string.h>

#define HEADER 512
#define ENTRY 128
#define MINI_SHIFT 6
#define MINI_LIMIT 4096
#define IN_HEADER 109                /* numbers of table sectors that the header itself holds */
#define MOST_ENTRIES 65536
#define NO_SECTOR 0xfffffffau        /* from here on the numbers are marks */

typedef struct
{
  guint32 first;                     /* sector */
  guint64 size;
  guint32 left, right, child;        /* entries */
  guint8 type;                       /* 2 is a stream, 5 the root */
  char name[33];                     /* what of it is ASCII, in small letters */
} Entry;

struct _GfOle
{
  GBytes *bytes;
  const guint8 *data;
  gsize size;
  guint shift;                       /* of a sector's size */
  GArray *next;                      /* of guint32: behind each sector */
  GArray *mini_next;                 /* of guint32: behind each small piece */
  GByteArray *mini;                  /* the stream that holds the small pieces; NULL until needed */
  GArray *entries;                   /* of Entry */
};

static guint16
get_u16 (const guint8 *p)
{
  return (guint16) (p[0] | p[1] << 8);
}

static guint32
get_u32 (const guint8 *p)
{
  return (guint32) p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

/* Appends a sector, the part of it behind the end of the file as zeros. FALSE when all of it is. */
static gboolean
append_sector (const GfOle *self,
               guint32      sector,
               GByteArray  *out)
{
  gsize length = (gsize) 1 << self->shift;
  guint64 start = ((guint64) sector + 1) << self->shift;
  guint before = out->len;

  if (start >= self->size || out->len > G_MAXUINT - length)
    return FALSE;

  gsize there = MIN (length, self->size - (gsize) start);
  g_byte_array_append (out, self->data + start, (guint) there);
  g_byte_array_set_size (out, before + (guint) length);
  memset (out->data + before + there, 0, length - there);

  return TRUE;
}

/* The sectors from @first on, @most bytes at most. */
static GByteArray *
read_chain (const GfOle *self,
            guint32      first,
            guint64      most)
{
  GByteArray *out = g_byte_array_new ();
  guint n = 0;

  /* More sectors than there are is a circle. */
  for (guint32 sector = first; sector < NO_SECTOR && out->len < most && n <= self->next->len; n++)
    {
      if (!append_sector (self, sector, out) || sector >= self->next->len)
        break;
      sector = g_array_index (self->next, guint32, sector);
    }
  if (out->len > most)
    g_byte_array_set_size (out, (guint) most);

  return out;
}

static void
append_numbers (GArray       *numbers,
                const guint8 *bytes,
                gsize         length)
{
  for (gsize i = 0; i + 4 <= length; i += 4)
    {
      guint32 number = get_u32 (bytes + i);
      g_array_append_val (numbers, number);
    }
}

static void
append_table_sector (GfOle   *self,
                     guint32  sector)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (sector < NO_SECTOR && append_sector (self, sector, bytes))
    append_numbers (self->next, bytes->data, bytes->len);
}

/* Reads the table of the next sectors: where its own sectors are, the header tells of the first, and a
   chain of sectors of the rest. */
static void
read_table (GfOle *self)
{
  guint32 list = get_u32 (self->data + 68);
  gsize most = (self->size >> self->shift) + 1;
  guint per_sector = (1u << self->shift) / 4 - 1;

  for (guint i = 0; i < IN_HEADER; i++)
    append_table_sector (self, get_u32 (self->data + 76 + 4 * i));
  for (gsize n = 0; list < NO_SECTOR && n < most && self->next->len <= most + per_sector; n++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      if (!append_sector (self, list, bytes))
        break;
      for (guint i = 0; i < per_sector && self->next->len <= most; i++)
        append_table_sector (self, get_u32 (bytes->data + 4 * i));
      list = get_u32 (bytes->data + 4 * per_sector);
    }
}

static void
read_entries (GfOle *self)
{
  g_autoptr (GByteArray) bytes = read_chain (self, get_u32 (self->data + 48),
                                             (guint64) MOST_ENTRIES * ENTRY);

  for (guint at = 0; at + ENTRY <= bytes->len; at += ENTRY)
    {
      const guint8 *p = bytes->data + at;
      guint n_letters = MIN (get_u16 (p + 64) / 2u, 32u);
      Entry entry = {
        .first = get_u32 (p + 116), .left = get_u32 (p + 68), .right = get_u32 (p + 72),
        .child = get_u32 (p + 76), .type = p[66],
        /* In files of small sectors the upper half of the size may be anything. */
        .size = get_u32 (p + 120) | (self->shift > 9 ? (guint64) get_u32 (p + 124) << 32 : 0),
      };

      for (guint i = 0; i < n_letters; i++)
        {
          guint16 letter = get_u16 (p + 2 * i);
          entry.name[i] = letter < 0x80 ? g_ascii_tolower ((char) letter) : '?';
        }
      g_array_append_val (self->entries, entry);
    }
}

/* Reads what a file has to begin with. FALSE when it is no such container. */
static gboolean
read_header (GfOle *self)
{
  if (self->size < HEADER || memcmp (self->data, "\320\317\021\340\241\261\032\341", 8) != 0)
    return FALSE;
  self->shift = get_u16 (self->data + 30);
  if (self->shift != 9 && self->shift != 12)
    return FALSE;

  read_table (self);
  read_entries (self);

  return self->entries->len > 0;
}

/**
 * gf_ole_new:
 * @bytes: the content of a file
 *
 * Opens a container.
 *
 * Returns: (transfer full) (nullable): the container; %NULL when the file is none
 */
GfOle *
gf_ole_new (GBytes *bytes)
{
  g_autoptr (GfOle) self = g_new0 (GfOle, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->mini_next = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  return read_header (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * gf_ole_free:
 * @self: (transfer full) (nullable): a container
 *
 * Frees it.
 */
void
gf_ole_free (GfOle *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->next);
  g_array_unref (self->mini_next);
  g_array_unref (self->entries);
  if (self->mini != NULL)
    g_byte_array_unref (self->mini);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* The stream of that name at the top. The entries below the root are a tree, which is searched whole:
   programs order it in different ways. */
static const Entry *
find_stream (const GfOle *self,
             const char  *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);
  g_autofree guint8 *seen = g_new0 (guint8, self->entries->len);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (left, g_array_index (self->entries, Entry, 0).child);
  while (left->len > 0)
    {
      guint32 at = g_array_index (left, guint32, left->len - 1);

      g_array_set_size (left, left->len - 1);
      if (at >= self->entries->len || seen[at])
        continue;
      seen[at] = TRUE;

      const Entry *entry = &g_array_index (self->entries, Entry, at);
      if (entry->type == 2 && strcmp (entry->name, folded) == 0)
        return entry;
      g_array_append_val (left, entry->left);
      g_array_append_val (left, entry->right);
    }

  return NULL;
}

/**
 * gf_ole_has:
 * @self: a container
 * @name: of a stream, in ASCII; its case is of no matter
 *
 * Returns: whether there is such a stream at the top
 */
gboolean
gf_ole_has (GfOle      *self,
            const char *name)
{
  return find_stream (self, name) != NULL;
}

static void
open_mini (GfOle *self)
{
  const Entry *root = &g_array_index (self->entries, Entry, 0);
  g_autoptr (GByteArray) table = read_chain (self, get_u32 (self->data + 60), self->size);

  append_numbers (self->mini_next, table->data, table->len);
  self->mini = read_chain (self, root->first, MIN (root->size, self->size));
}

static GByteArray *
read_mini_chain (GfOle  *self,
                 guint32 first,
                 gsize   size)
{
  GByteArray *out = g_byte_array_new ();
  guint n = 0;

  if (self->mini == NULL)
    open_mini (self);
  for (guint32 piece = first; piece < NO_SECTOR && out->len < size && n <= self->mini_next->len; n++)
    {
      guint64 start = (guint64) piece << MINI_SHIFT;

      if (start >= self->mini->len)
        break;
      g_byte_array_append (out, self->mini->data + start,
                           MIN (1u << MINI_SHIFT, self->mini->len - (guint) start));
      if (piece >= self->mini_next->len)
        break;
      piece = g_array_index (self->mini_next, guint32, piece);
    }
  if (out->len > size)
    g_byte_array_set_size (out, (guint) size);

  return out;
}

/**
 * gf_ole_read:
 * @self: a container
 * @name: of a stream at the top
 * @whole: (out): whether it is as long as it should be
 *
 * Reads a stream.
 *
 * Returns: (transfer full) (nullable): its bytes, %NULL when there is no such stream
 */
GBytes *
gf_ole_read (GfOle      *self,
             const char *name,
             gboolean   *whole)
{
  const Entry *entry = find_stream (self, name);

  if (entry == NULL)
    return NULL;

  GByteArray *bytes = entry->size < MINI_LIMIT
                      ? read_mini_chain (self, entry->first, (gsize) entry->size)
                      : read_chain (self, entry->first, entry->size);
  *whole = bytes->len == entry->size;

  return g_byte_array_free_to_bytes (bytes);
}
