/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-archive-member.h"

#include "gf-csv-dialect.h"
#include "gf-encoding.h"
#include "gf-text-source.h"
#include "gf-workbook.h"

#include <string.h>

#define MOST_LOOKS 100
#define MOST_ALIKE 1000
#define LOOK_AT (64u * 1024)
#define MOST_RECORDS 50
#define NOTES_RANK 2

static const char *
get_base (const char *name)
{
  const char *slash = strrchr (name, '/');

  return slash != NULL ? slash + 1 : name;
}

static gboolean
may_be_table (const char *name)
{
  static const char * const endings[] = {
    ".csv", ".tsv", ".tab", ".txt", ".psv", ".xlsx", ".xlsm", ".ods", ".xls", ".xlsb", NULL,
  };
  const char *base = get_base (name);
  g_autofree char *folded = g_ascii_strdown (base, -1);

  if (*base == '\0' || *base == '.' || g_str_has_prefix (name, "__MACOSX/"))
    return FALSE;
  for (gsize i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;

  return FALSE;
}

/* How late a member comes that is as good as others: 0 for those first. */
static guint
rank_name (const char *name)
{
  static const char * const notes[] = {
    "readme", "read me", "read_me", "read-me", "licence", "license", "liesmich", "lisezmoi", "leeme",
    "leggimi", NULL,
  };
  g_autofree char *folded = g_ascii_strdown (get_base (name), -1);

  for (gsize i = 0; notes[i] != NULL; i++)
    if (g_str_has_prefix (folded, notes[i]))
      return NOTES_RANK;

  return g_str_has_suffix (folded, ".txt") ? 1 : 0;
}

/* The first bytes of a member, NULL if it cannot be unpacked. */
static GBytes *
peek (GfArchive    *archive,
      guint         member,
      GCancellable *cancellable)
{
  g_autofree guint8 *bytes = g_malloc (LOOK_AT);
  gsize length = 0;
  gssize n = 1;

  if (!gf_archive_open_member (archive, member, NULL))
    return NULL;
  while (length < LOOK_AT && n > 0)
    {
      n = gf_archive_read (archive, bytes + length, LOOK_AT - length, cancellable, NULL);
      length += (gsize) MAX (n, 0);
    }

  return n >= 0 ? g_bytes_new_take (g_steal_pointer (&bytes), length) : NULL;
}

/* Whether a text is cut into columns: there is a second one in most records. */
static gboolean
is_cut (GBytes       *bytes,
        const char   *encoding,
        GCancellable *cancellable)
{
  g_autoptr (GfTextSource) source = gf_text_source_new (NULL, bytes, encoding, 0, cancellable, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (GfBadByte));
  const GfCsvMarks guess = { 0 };
  GfCsvDialect dialect;
  guint n_cut = 0;

  if (source == NULL || !gf_text_source_read (source, text, bad, cancellable, NULL))
    return FALSE;

  gboolean whole = g_bytes_get_size (bytes) < LOOK_AT;
  gf_csv_dialect_guess (text->str, text->len, whole, &guess, -1, &dialect);
  g_autoptr (GPtrArray) records = gf_csv_read_sample (text->str + dialect.start,
                                                      text->len - dialect.start, whole,
                                                      &dialect.marks, MOST_RECORDS, NULL);
  for (guint i = 0; i < records->len; i++)
    n_cut += ((GPtrArray *) g_ptr_array_index (records, i))->len > 1;

  return n_cut > 0 && n_cut * 2 > records->len;
}

static gboolean
is_workbook (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return gf_workbook_is_ole (data, size) || (size > 4 && memcmp (data, "PK\3\4", 4) == 0);
}

static gboolean
looks_like_table (GfArchive    *archive,
                  guint         member,
                  const char   *encoding,
                  GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = peek (archive, member, cancellable);

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return FALSE;

  return is_workbook (bytes) || is_cut (bytes, encoding, cancellable);
}

/**
 * gf_archive_list_tables:
 * @archive: an archive
 *
 * Returns: (transfer full) (element-type guint): the members that may be tables by their names, in
 *   the order of the archive
 */
GArray *
gf_archive_list_tables (const GfArchive *archive)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < gf_archive_get_n_members (archive); i++)
    if (may_be_table (gf_archive_get_name (archive, i)))
      g_array_append_val (members, i);

  return members;
}

/**
 * gf_archive_choose_table:
 * @archive: an archive
 * @members: (element-type guint): from gf_archive_list_tables(), not empty
 * @encoding: (nullable): of texts, %NULL to guess
 * @cancellable: (nullable): stops it
 *
 * Chooses the member that is the table when nobody has said which.
 *
 * Returns: its index among @members; the first in order when none looks like a table
 */
guint
gf_archive_choose_table (GfArchive    *archive,
                         const GArray *members,
                         const char   *encoding,
                         GCancellable *cancellable)
{
  guint n_looks = 0, first = G_MAXUINT;

  g_return_val_if_fail (members->len > 0, 0);

  if (members->len == 1)
    return 0;
  for (guint rank = 0; rank <= NOTES_RANK; rank++)
    for (guint i = 0; i < members->len; i++)
      {
        guint member = g_array_index (members, guint, i);

        if (rank_name (gf_archive_get_name (archive, member)) != rank)
          continue;
        if (first == G_MAXUINT)
          first = i;
        if (rank == NOTES_RANK || n_looks++ >= MOST_LOOKS)
          return first;
        if (looks_like_table (archive, member, encoding, cancellable))
          return i;
      }

  return first;
}

/* The names of the columns of a member, NULL when it is no text that begins with them. */
static char **
read_names (GfArchive    *archive,
            guint         member,
            GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = peek (archive, member, cancellable);

  if (bytes == NULL || g_bytes_get_size (bytes) == 0 || is_workbook (bytes))
    return NULL;

  return gf_text_stack_read_names (bytes, g_bytes_get_size (bytes) < LOOK_AT, cancellable);
}

/**
 * gf_archive_list_alike:
 * @archive: an archive
 * @members: (element-type guint): from gf_archive_list_tables()
 * @chosen: the index among them of the one that was chosen
 * @stack: hears of the names of all that are alike
 * @cancellable: (nullable): stops it
 *
 * Looks for members with the same columns as the one that was chosen.
 *
 * Returns: (transfer full) (element-type guint): the members, the chosen one among them, in the order
 *   of the archive; none when there are no others
 */
GArray *
gf_archive_list_alike (GfArchive    *archive,
                       const GArray *members,
                       guint         chosen,
                       GfTextStack  *stack,
                       GCancellable *cancellable)
{
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) wanted = NULL;

  if (members->len > 1)
    wanted = read_names (archive, g_array_index (members, guint, chosen), cancellable);
  for (guint i = 0; wanted != NULL && i < MIN (members->len, MOST_ALIKE); i++)
    {
      guint member = g_array_index (members, guint, i);
      g_auto (GStrv) names = NULL;

      if (rank_name (gf_archive_get_name (archive, member)) == NOTES_RANK)
        continue;
      names = read_names (archive, member, cancellable);
      if (names == NULL || !gf_text_stack_is_alike ((const char * const *) wanted,
                                                    (const char * const *) names))
        continue;
      g_array_append_val (alike, member);
      gf_text_stack_add_names (stack, (const char * const *) names);
    }
  if (alike->len < 2)
    g_array_set_size (alike, 0);

  return g_steal_pointer (&alike);
}

/**
 * gf_archive_dup_short_name:
 * @archive: an archive
 * @members: (element-type guint): some members
 * @member: one of them
 *
 * Returns: (transfer full): its name without its folders, if that is told from the others by it
 */
char *
gf_archive_dup_short_name (const GfArchive *archive,
                           const GArray    *members,
                           guint            member)
{
  const char *name = gf_archive_get_name (archive, member);

  for (guint i = 0; i < members->len; i++)
    {
      guint other = g_array_index (members, guint, i);

      if (other != member &&
          strcmp (get_base (gf_archive_get_name (archive, other)), get_base (name)) == 0)
        return g_strdup (name);
    }

  return g_strdup (get_base (name));
}

/**
 * gf_archive_dup_pattern:
 * @archive: an archive
 * @members: (element-type guint): some members
 *
 * Returns: (transfer full): what stands for all of them: "*.csv", or "*" when their endings differ
 */
char *
gf_archive_dup_pattern (const GfArchive *archive,
                        const GArray    *members)
{
  const char *ending = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      const char *name = get_base (gf_archive_get_name (archive, g_array_index (members, guint, i)));
      const char *dot = strrchr (name, '.');

      if (dot == NULL || (ending != NULL && g_ascii_strcasecmp (dot, ending) != 0))
        return g_strdup ("*");
      ending = dot;
    }

  return g_strconcat ("*", ending, NULL);
}
