/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-drivers.h"

#include "gf-format.h"
#include "gf-trait-words.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More columns than this are not named one by one. */
#define MOST_NAMED 3

static char *
dup_list (const char * const *names)
{
  guint n = g_strv_length ((GStrv) names);
  g_autoptr (GString) text = g_string_new (n > 0 ? names[0] : "");

  for (guint i = 1; i < n; i++)
    {
      g_string_append (text, i + 1 == n ? C_("list", " and ") : C_("list", ", "));
      g_string_append (text, names[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_family_headline (const GfDrivers *self,
                     GfAgainst        against)
{
  g_auto (GStrv) others = gf_drivers_dup_family (self, 0);
  g_autofree char *list = dup_list ((const char * const *) others);
  const char *first = gf_drivers_get (self, 0)->column;

  if (against == GF_AGAINST_BAD)
    /* TRANSLATORS: the name of a column, the names of one or more others */
    return g_strdup_printf (_("%s marks bad fits, or %s does: they cannot be told apart"), first, list);

  /* TRANSLATORS: the name of a column, the names of one or more others */
  return g_strdup_printf (_("%s matters, or %s does: they cannot be told apart"), first, list);
}

/**
 * gf_drivers_dup_headline:
 * @self: drivers
 * @against: what a hit is
 *
 * Returns: (transfer full): the translated sentence on what matters: "Looked at together, Department and Size each
 *   matter"
 */
char *
gf_drivers_dup_headline (const GfDrivers *self,
                         GfAgainst        against)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < gf_drivers_get_n (self); i++)
    if (gf_drivers_get (self, i)->verdict == GF_DRIVER_MATTERS)
      {
        g_strv_builder_add (builder, gf_drivers_get (self, i)->column);
        n++;
      }
  if (n == 0 && gf_drivers_get_n (self) > 0 && gf_drivers_get (self, 0)->verdict == GF_DRIVER_INSEPARABLE)
    return dup_family_headline (self, against);
  if (n == 0)
    return g_strdup (_("Looked at together, no attribute matters clearly by itself"));

  g_auto (GStrv) names = g_strv_builder_end (builder);
  g_autofree char *list = dup_list ((const char * const *) names);

  if (against == GF_AGAINST_BAD)
    return g_strdup_printf (ngettext ("Looked at together, %s marks bad fits",
                                      "Looked at together, %s each mark bad fits", n), list);

  return g_strdup_printf (ngettext ("Looked at together, %s matters",
                                    "Looked at together, %s each matter", n), list);
}

/* What the odds of one attribute are held against: the others that matter, and no more is in the model. One of those
 * that cannot be told apart stands for all of them. */
static char *
dup_condition (const GfDrivers *self,
               guint            i)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint k = 0; k < gf_drivers_get_n (self); k++)
    {
      const GfDriver *other = gf_drivers_get (self, k);

      if (k == i || other->verdict == GF_DRIVER_UNCLEAR ||
          !g_hash_table_add (seen, GUINT_TO_POINTER (other->family + 1)))
        continue;
      g_strv_builder_add (builder, other->column);
      n++;
    }
  if (n == 0)
    return g_strdup (_("taken alone"));
  if (n > MOST_NAMED)
    return g_strdup (_("the other attributes that matter being equal"));

  g_auto (GStrv) names = g_strv_builder_end (builder);
  g_autofree char *list = dup_list ((const char * const *) names);

  /* TRANSLATORS: the names of columns: "Size and Country being equal" */
  return g_strdup_printf (_("%s being equal"), list);
}

/* How many times, as exactly as it can be told: two digits, but of a small difference the first digit that tells it,
 * where 0.0095 is 0.01. */
static char *
dup_times (double odds)
{
  if (odds > 1 && odds < 1.05)
    return gf_format_number (odds, (guint) CLAMP (-floor (log10 ((odds - 1) / 0.95)), 2, 9));

  double unit = odds < 10 ? 0.1 : pow (10, floor (log10 (odds)) - 1);

  return gf_words_dup_number (round (odds / unit) * unit);
}

/**
 * gf_driver_dup_odds:
 * @self: a driver
 * @interval: (out) (transfer full): "2.1 to 8.4"
 *
 * Says how the odds differ with it, as its sentence does: below 1 they are told the other way round.
 *
 * Returns: (transfer full): "4.2 times", or "22 times lower"
 */
char *
gf_driver_dup_odds (const GfDriver  *self,
                    char           **interval)
{
  g_return_val_if_fail (self != NULL && interval != NULL, NULL);

  gboolean lower = self->odds < 1;
  g_autofree char *odds = dup_times (lower ? 1 / self->odds : self->odds);
  g_autofree char *low = dup_times (lower ? 1 / self->high : self->low);
  g_autofree char *high = dup_times (lower ? 1 / self->low : self->high);

  /* TRANSLATORS: from a number to a number */
  *interval = g_strdup_printf (_("%s to %s"), low, high);

  /* TRANSLATORS: how many times something is: "4.2 times" */
  return g_strdup_printf (lower ? _("%s times lower") : _("%s times"), odds);
}

/**
 * gf_drivers_dup_sentence:
 * @self: drivers
 * @i: which one
 * @table: (nullable): the customers
 *
 * Says what one attribute adds to the others that matter: "With Department Marketing the odds are 4.2 times as
 * high as elsewhere (2.1 to 8.4), Size being equal"; or with which others it cannot be told apart.
 *
 * Returns: (transfer full): the translated sentence
 */
char *
gf_drivers_dup_sentence (const GfDrivers *self,
                         guint            i,
                         GfTable         *table)
{
  g_return_val_if_fail (self != NULL && i < gf_drivers_get_n (self), NULL);

  const GfDriver *driver = gf_drivers_get (self, i);
  g_auto (GStrv) family = gf_drivers_dup_family (self, i);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new ();

  if (family[0] != NULL)
    {
      g_autofree char *others = dup_list ((const char * const *) family);

      /* TRANSLATORS: the names of other columns */
      return g_strdup_printf (_("Cannot be told apart from %s: either may be what matters"), others);
    }

  g_ptr_array_add (selectors, driver->selector);
  g_autofree char *phrase = gf_selectors_dup_phrase (selectors, table);
  g_autofree char *condition = dup_condition (self, i);
  /* Odds below 1 are told the other way round: nobody reads 0.026 times. */
  gboolean lower = driver->odds < 1;
  g_autofree char *odds = dup_times (lower ? 1 / driver->odds : driver->odds);
  g_autofree char *low = dup_times (lower ? 1 / driver->high : driver->low);
  g_autofree char *high = dup_times (lower ? 1 / driver->low : driver->high);

  if (driver->verdict == GF_DRIVER_UNCLEAR)
    return g_strdup (_("Adds nothing clear to the others"));

  if (driver->against != NULL)
    {
      g_ptr_array_index (selectors, 0) = driver->against;
      g_autofree char *other = gf_selectors_dup_phrase (selectors, table);

      /* TRANSLATORS: a trait ("Online Security yes"), how many times, another trait, from and to, "Size being equal" */
      return g_strdup_printf (lower ? _("With %s the odds are %s times lower than with %s (%s to %s), %s")
                                    : _("With %s the odds are %s times as high as with %s (%s to %s), %s"),
                              phrase, odds, other, low, high, condition);
    }

  /* TRANSLATORS: a trait ("Department Marketing"), then how many times, from and to, "Size being equal" */
  return g_strdup_printf (lower ? _("With %s the odds are %s times lower than elsewhere (%s to %s), %s")
                                : _("With %s the odds are %s times as high as elsewhere (%s to %s), %s"),
                          phrase, odds, low, high, condition);
}
