/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-subgroup-bits.h"

#include "gf-parallel.h"

/* Whether a row is looked at: all, or so many evenly spaced ones. */
static gboolean
is_looked_at (gsize row,
              gsize n_rows,
              gsize max_rows)
{
  if (max_rows == 0 || n_rows <= max_rows)
    return TRUE;

  double step = (double) max_rows / (double) n_rows;

  return (gsize) ((double) (row + 1) * step) != (gsize) ((double) row * step);
}

/**
 * gf_subgroup_rows_init:
 * @self: (out caller-allocates): the rows
 * @target: the customers that count as hits
 * @among: (nullable): the customers to compare; NULL for all
 * @max_rows: look at so many evenly spaced ones of them, 0 for all
 *
 * Numbers the customers anew.
 */
void
gf_subgroup_rows_init (GfSubgroupRows *self,
                       const GfBitset *target,
                       const GfBitset *among,
                       gsize           max_rows)
{
  gsize all_rows = gf_bitset_get_size (target);
  gsize n_among = among != NULL ? gf_bitset_count (among) : all_rows, seen = 0;

  *self = (GfSubgroupRows) { .position = g_new (guint32, all_rows + 1) };
  for (gsize row = 0; row < all_rows; row++)
    if ((among == NULL || gf_bitset_get (among, row)) && is_looked_at (seen++, n_among, max_rows))
      {
        self->n_rows++;
        self->n_hits += gf_bitset_get (target, row);
        self->position[row] = 0;
      }
    else
      {
        self->position[row] = GF_SUBGROUP_LEFT_OUT;
      }

  self->n_hit_words = (self->n_hits + 63) / 64;
  self->n_words = self->n_hit_words + (self->n_rows - self->n_hits + 63) / 64;

  guint32 hit = 0, other = (guint32) (self->n_hit_words * 64);
  for (gsize row = 0; row < all_rows; row++)
    if (self->position[row] != GF_SUBGROUP_LEFT_OUT)
      self->position[row] = gf_bitset_get (target, row) ? hit++ : other++;
}

/**
 * gf_subgroup_rows_clear:
 * @self: the rows
 *
 * Frees what they hold.
 */
void
gf_subgroup_rows_clear (GfSubgroupRows *self)
{
  g_clear_pointer (&self->position, g_free);
}

static inline void
put (guint64 *bits,
     guint32  position)
{
  if (position != GF_SUBGROUP_LEFT_OUT)
    bits[position / 64] |= G_GUINT64_CONSTANT (1) << (position % 64);
}

static void
fill_range (const GfSubgroupRows *self,
            const GfCandidate    *candidate,
            guint64              *bits)
{
  const GfAtoms *atoms = candidate->atoms;
  guint32 first = candidate->first, last = candidate->last;

  for (gsize row = 0; row < atoms->n_rows; row++)
    {
      guint32 atom = atoms->map[atoms->codes[row]];

      if (atom >= first && atom <= last)
        put (bits, self->position[row]);
    }
}

/* What one pass over the rows fills: the single levels or members of a column, or one other condition. */
typedef struct
{
  const GfSubgroupRows *rows;
  GPtrArray *candidates;
  const guint *chosen;
  guint n_chosen;
  guint64 *bits;
  GArray *first;        /* guint: where each pass begins among the chosen conditions */
} Filling;

static const GfCandidate *
chosen_candidate (const Filling *self,
                  guint          i)
{
  return g_ptr_array_index (self->candidates, self->chosen[i]);
}

static void
fill_slots_of_sets (const Filling *self,
                    const GfAtoms *atoms,
                    const guint   *slots)
{
  for (gsize row = 0; row < atoms->n_rows; row++)
    {
      guint n;
      const guint32 *members = gf_column_get_set (atoms->column, row, &n);

      for (guint i = 0; i < n; i++)
        if (slots[members[i]] != G_MAXUINT)
          put (self->bits + slots[members[i]] * self->rows->n_words, self->rows->position[row]);
    }
}

static void
fill_slots (const Filling *self,
            const GfAtoms *atoms,
            const guint   *slots)
{
  g_autofree guint *slot_of = g_new (guint, atoms->n_codes + 1);

  for (guint code = 0; code < atoms->n_codes; code++)
    slot_of[code] = slots[atoms->map[code]];

  for (gsize row = 0; row < atoms->n_rows; row++)
    {
      guint slot = slot_of[atoms->codes[row]];

      if (slot != G_MAXUINT)
        put (self->bits + slot * self->rows->n_words, self->rows->position[row]);
    }
}

/* All single levels or members of one column in one pass over its rows. */
static void
fill_levels (const Filling *self,
             const GfAtoms *atoms,
             guint          from)
{
  g_autofree guint *slots = g_new (guint, atoms->n_atoms + 1);

  for (guint i = 0; i <= atoms->n_atoms; i++)
    slots[i] = G_MAXUINT;

  for (guint i = from; i < self->n_chosen; i++)
    {
      const GfCandidate *candidate = chosen_candidate (self, i);

      if (candidate->atoms == atoms && candidate->first == candidate->last)
        slots[candidate->first] = i;
    }

  if (atoms->kind == GF_ATOMS_MEMBERS)
    fill_slots_of_sets (self, atoms, slots);
  else
    fill_slots (self, atoms, slots);
}

static gboolean
is_single_level (const GfCandidate *candidate)
{
  return candidate->first == candidate->last;
}

static void
fill_pass_cb (guint    index,
              gpointer user_data)
{
  const Filling *self = user_data;
  guint i = g_array_index (self->first, guint, index);
  const GfCandidate *candidate = chosen_candidate (self, i);
  guint64 *bits = self->bits + i * self->rows->n_words;

  if (is_single_level (candidate))
    fill_levels (self, candidate->atoms, i);
  else
    fill_range (self->rows, candidate, bits);
}

/**
 * gf_subgroup_rows_fill:
 * @self: the rows
 * @candidates: (element-type GfCandidate): conditions
 * @chosen: (array length=n_chosen): some of them by their index
 * @n_chosen: how many
 *
 * Writes which customers meet each condition, several passes at once.
 *
 * Returns: (transfer full): n_words words for each condition, one behind the other
 */
guint64 *
gf_subgroup_rows_fill (const GfSubgroupRows *self,
                       GPtrArray            *candidates,
                       const guint          *chosen,
                       guint                 n_chosen)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);
  Filling filling = { self, candidates, chosen, n_chosen, g_new0 (guint64, n_chosen * self->n_words + 1),
                      first };

  for (guint i = 0; i < n_chosen; i++)
    {
      const GfCandidate *candidate = chosen_candidate (&filling, i);

      if (!is_single_level (candidate) || g_hash_table_add (columns, (gpointer) candidate->atoms))
        g_array_append_val (first, i);
    }
  gf_parallel_for (first->len, gf_atoms_choose_threads (self->n_rows), fill_pass_cb, &filling);

  return filling.bits;
}
