/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-candidate.h"

/**
 * gf_candidate_new:
 * @atoms: the counted pieces of a column; they must outlive the condition
 * @first: the first piece
 * @last: the last piece
 * @attribute: a number that conditions which exclude each other share
 * @text: what ties are broken by
 *
 * Returns: (transfer full): the condition, with its customers and hits
 */
GfCandidate *
gf_candidate_new (const GfAtoms *atoms,
                  guint          first,
                  guint          last,
                  guint          attribute,
                  const char    *text)
{
  GfCandidate *self = g_new0 (GfCandidate, 1);

  self->atoms = atoms;
  self->first = first;
  self->last = last;
  self->attribute = attribute;
  self->text = g_strdup (text);

  for (guint i = first; i <= last; i++)
    {
      self->rows += atoms->rows[i];
      self->hits += atoms->hits[i];
    }

  return self;
}

/**
 * gf_candidate_free:
 * @self: (transfer full): a condition
 *
 * Frees the condition, not the pieces it is made of.
 */
void
gf_candidate_free (GfCandidate *self)
{
  g_clear_pointer (&self->levels, g_array_unref);
  g_free (self->text);
  g_free (self);
}
