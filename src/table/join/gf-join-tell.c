/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-table.h"

#include "gf-tell-private.h"

#include <glib/gi18n-lib.h>

/* The report of a joining in sentences. */

static const char *
key_word (GfKeyKind kind)
{
  switch (kind)
    {
    case GF_KEY_ID:
      return _("id");
    case GF_KEY_ADDRESS:
      return _("e-mail address");
    case GF_KEY_DOMAIN:
      return _("web site");
    case GF_KEY_EMAIL:
      return _("domain of the e-mail address");
    case GF_KEY_NAME:
    default:
      return _("name");
    }
}

static void
tell_matched (GPtrArray         *sentences,
              const GfJoinMatch *match)
{
  for (guint kind = 0; kind < GF_KEY_N_KINDS; kind++)
    {
      gsize n = gf_join_match_count (match, (GfJoinOutcome) kind);

      if (n > 0)
        /* Translators: %2$s is a kind of key, such as "web site" */
        _gf_tell (sentences, g_dngettext (GETTEXT_PACKAGE,
                                          "%1$zu row was matched by the %2$s.",
                                          "%1$zu rows were matched by the %2$s.", n),
                  n, key_word ((GfKeyKind) kind));
    }

  gsize n = gf_join_match_count (match, GF_JOIN_BY_ANSWER);
  if (n > 0)
    _gf_tell (sentences, ngettext ("%zu row was matched by your answer.",
                                   "%zu rows were matched by your answers.", n),
              n);
}

static guint
count_open (const GfJoinMatch *match)
{
  guint n = 0;

  for (guint i = 0; i < gf_join_match_get_n_candidates (match); i++)
    n += !gf_join_match_get_candidate (match, i)->answered;

  return n;
}

/**
 * gf_join_match_tell:
 * @self: a match
 *
 * Says in sentences how many rows were matched by what, how many customers have some, and which rows
 * belong to nobody and why. gf_join_match_next() lists them.
 *
 * Returns: (transfer full) (element-type utf8): the sentences
 */
GPtrArray *
gf_join_match_tell (const GfJoinMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  gsize n;

  tell_matched (sentences, self);
  n = gf_join_match_count_customers (self);
  _gf_tell (sentences, ngettext ("%zu customer has rows in this file.",
                                 "%zu customers have rows in this file.", n),
            n);
  n = gf_join_match_count (self, GF_JOIN_UNMATCHED);
  if (n > 0)
    _gf_tell (sentences, ngettext ("%zu row belongs to no customer and is left out.",
                                   "%zu rows belong to no customer and are left out.", n),
              n);
  n = gf_join_match_count (self, GF_JOIN_AMBIGUOUS);
  if (n > 0)
    _gf_tell (sentences,
              ngettext ("%zu row could belong to several customers and is left out.",
                        "%zu rows could belong to several customers and are left out.", n),
              n);
  n = gf_join_match_count (self, GF_JOIN_NO_KEY);
  if (n > 0)
    _gf_tell (sentences, ngettext ("%zu row does not say whose it is and is left out.",
                                   "%zu rows do not say whose they are and are left out.",
                                   n),
              n);
  n = count_open (self);
  if (n > 0)
    _gf_tell (sentences, ngettext ("%zu name is much like that of a customer and waits for "
                                   "your answer.",
                                   "%zu names are much like those of customers and wait for "
                                   "your answers.", n),
              n);
  n = gf_join_match_count_uncompared (self);
  if (n > 0)
    _gf_tell (sentences, ngettext ("%zu name begins or ends like too many customers to be "
                                   "compared with all of them.",
                                   "%zu names begin or end like too many customers to be "
                                   "compared with all of them.", n),
              n);

  return sentences;
}

/* The columns of the file that give none, in a list. */
static char *
dup_left_out (const GfTable    *other,
              const GfJoinPlan *plan)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < gf_table_get_n_columns (other); i++)
    {
      gboolean used = (int) i == plan->status || (int) i == plan->currency || (int) i == plan->when;

      for (guint j = 0; j < plan->keys->len; j++)
        used |= g_array_index (plan->keys, GfJoinKey, j).other == i;
      for (guint j = 0; j < plan->columns->len; j++)
        used |= g_array_index (plan->columns, GfJoinColumn, j).other == i;
      if (!used)
        g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "",
                                gf_column_get_name (gf_table_get_column (other, i)));
    }

  return g_string_free (names, FALSE);
}

/**
 * gf_join_sums_tell:
 * @sums: from gf_join_table()
 * @other: the second file
 * @plan: what was made of it
 *
 * Says in sentences what the sums leave out, and which columns of the file were not taken.
 *
 * Returns: (transfer full) (element-type utf8): the sentences
 */
GPtrArray *
gf_join_sums_tell (const GfJoinSums *sums,
                   const GfTable    *other,
                   const GfJoinPlan *plan)
{
  g_return_val_if_fail (sums != NULL && other != NULL && plan != NULL, NULL);

  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  const char *status = plan->status >= 0
                       ? gf_column_get_name (gf_table_get_column (other, (guint) plan->status)) : "";
  g_autofree char *left_out = dup_left_out (other, plan);
  gsize n = sums->n_not_counted;

  if (plan->apart)
    /* Translators: what the names of columns begin with */
    _gf_tell (sentences, _("Columns of another file are there already: those of this one are called “%s: …”."),
              plan->title);
  if (sums->none_won)
    /* Translators: the name of a column */
    _gf_tell (sentences, _("“%s” says of no deal that it was won, so no amounts are added up. Where it means that, "
                           "let it say “Won”, and add the file again."), status);
  else if (n > 0 && plan->kind == GF_ROWS_DEALS)
    _gf_tell (sentences, g_dngettext (GETTEXT_PACKAGE,
                                      "%1$zu deal was not won by “%2$s” and is in no sum.",
                                      "%1$zu deals were not won by “%2$s” and are in no sum.",
                                      n),
              n, status);
  else if (n > 0)
    _gf_tell (sentences, g_dngettext (GETTEXT_PACKAGE,
                                      "%1$zu row failed or went back by “%2$s” and is in no "
                                      "sum.",
                                      "%1$zu rows failed or went back by “%2$s” and are in no "
                                      "sum.", n),
              n, status);
  n = sums->n_other_currency;
  if (n > 0)
    _gf_tell (sentences, g_dngettext (GETTEXT_PACKAGE,
                                      "%1$zu row is not in %2$s: its amounts are left out.",
                                      "%1$zu rows are not in %2$s: their amounts are left out.",
                                      n),
              n, sums->currency);
  if (*left_out != '\0')
    _gf_tell (sentences, _("These columns were not taken: %s."), left_out);

  return sentences;
}
