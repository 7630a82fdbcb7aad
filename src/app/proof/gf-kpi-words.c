/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-kpi-words.h"

#include "gf-format.h"
#include "gf-proportion.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_share (GfKpi *kpi)
{
  return g_str_equal (gf_kpi_get_unit (kpi), "%");
}

/**
 * gf_kpi_has_counts:
 * @kpi: a figure
 *
 * Returns: whether both sides are so many of so many
 */
gboolean
gf_kpi_has_counts (GfKpi *kpi)
{
  return gf_kpi_get_inside_of (kpi) > 0 && gf_kpi_get_outside_of (kpi) > 0;
}

/**
 * gf_kpi_judge:
 * @kpi: a figure
 *
 * Returns: whether it is better inside, after gf_kpi_verdict()
 */
GfKpiVerdict
gf_kpi_judge (GfKpi *kpi)
{
  return gf_kpi_verdict (gf_kpi_get_inside_count (kpi), gf_kpi_get_inside_of (kpi),
                         gf_kpi_get_outside_count (kpi), gf_kpi_get_outside_of (kpi),
                         gf_kpi_get_lower_is_better (kpi), NULL);
}

static void
read_part (gint64          count,
           gint64          of,
           double          value,
           GfIntervalPart *part)
{
  *part = (GfIntervalPart) { value, NAN, NAN };
  if (of <= 0 || count > of)
    return;

  part->value = (double) count / (double) of;
  gf_jeffreys_interval ((gsize) count, (gsize) of, 0.95, &part->low, &part->high);
}

/**
 * gf_kpi_read:
 * @kpi: a figure
 * @inside: (out): its value inside, with its 95 % Jeffreys interval where there are counts
 * @outside: (out): its value outside
 *
 * Reads both sides.
 */
void
gf_kpi_read (GfKpi          *kpi,
             GfIntervalPart *inside,
             GfIntervalPart *outside)
{
  read_part (gf_kpi_get_inside_count (kpi), gf_kpi_get_inside_of (kpi), gf_kpi_get_inside (kpi),
             inside);
  read_part (gf_kpi_get_outside_count (kpi), gf_kpi_get_outside_of (kpi),
             gf_kpi_get_outside (kpi), outside);
}

/**
 * gf_kpi_dup_value:
 * @kpi: a figure
 * @value: a value of it, a fraction if it is a share
 *
 * Returns: (transfer full): the value with its unit; an en dash if it is missing
 */
char *
gf_kpi_dup_value (GfKpi  *kpi,
                  double  value)
{
  g_autofree char *number = NULL;
  const char *unit = gf_kpi_get_unit (kpi);

  if (isnan (value))
    return g_strdup ("–");
  if (is_share (kpi))
    return gf_format_share (value, (guint64) MAX (gf_kpi_get_inside_of (kpi), 0));

  number = gf_format_number (value, fabs (value - round (value)) < 0.05 ? 0 : 1);

  return *unit == '\0' ? g_steal_pointer (&number) : g_strdup_printf ("%s\u00a0%s", number, unit);
}

/**
 * gf_kpi_dup_inside:
 * @kpi: a figure
 *
 * Returns: (transfer full): its value inside
 */
char *
gf_kpi_dup_inside (GfKpi *kpi)
{
  GfIntervalPart inside, outside;

  gf_kpi_read (kpi, &inside, &outside);

  return gf_kpi_dup_value (kpi, inside.value);
}

/**
 * gf_kpi_dup_outside:
 * @kpi: a figure
 *
 * Returns: (transfer full): its value outside
 */
char *
gf_kpi_dup_outside (GfKpi *kpi)
{
  GfIntervalPart inside, outside;

  gf_kpi_read (kpi, &inside, &outside);

  return gf_kpi_dup_value (kpi, outside.value);
}

/**
 * gf_kpi_dup_caption:
 * @kpi: a figure
 *
 * Returns: (transfer full): what it rests on: “13 of 42 · 20 of 143 · target 30 %”
 */
char *
gf_kpi_dup_caption (GfKpi *kpi)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  if (gf_kpi_has_counts (kpi))
    {
      g_strv_builder_take (parts, gf_format_of ((guint64) gf_kpi_get_inside_count (kpi),
                                                (guint64) gf_kpi_get_inside_of (kpi)));
      g_strv_builder_take (parts, gf_format_of ((guint64) gf_kpi_get_outside_count (kpi),
                                                (guint64) gf_kpi_get_outside_of (kpi)));
    }
  if (!isnan (gf_kpi_get_target (kpi)))
    {
      g_autofree char *target = gf_kpi_dup_value (kpi, gf_kpi_get_target (kpi));

      /* Translators: a value that is aimed at, such as “target 30 %” */
      g_strv_builder_take (parts, g_strdup_printf (_("target %s"), target));
    }
  if (*gf_kpi_get_source (kpi) != '\0')
    g_strv_builder_add (parts, gf_kpi_get_source (kpi));

  strv = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strv);
}

/**
 * gf_kpi_dup_phrase:
 * @kpi: a figure
 *
 * Returns: (transfer full): all of it, for a screen reader: “Leads won, 31 % inside, 14 % outside,
 *   Better inside”
 */
char *
gf_kpi_dup_phrase (GfKpi *kpi)
{
  g_autofree char *inside = gf_kpi_dup_inside (kpi);
  g_autofree char *outside = gf_kpi_dup_outside (kpi);

  /* Translators: name, value inside the profile, value outside, verdict */
  return g_strdup_printf (_("%s, %s inside, %s outside, %s"), gf_kpi_get_name (kpi), inside,
                          outside,
                          gf_kpi_verdict_get_words (gf_kpi_judge (kpi)));
}

/**
 * gf_kpi_get_reason:
 * @kpi: a figure
 *
 * Returns: (transfer none): why its verdict is what it is, in a sentence
 */
const char *
gf_kpi_get_reason (GfKpi *kpi)
{
  switch (gf_kpi_judge (kpi))
    {
    case GF_KPI_VERDICT_NONE:
      return _("Two numbers alone cannot tell luck from a difference; counts can.");
    case GF_KPI_VERDICT_TOO_FEW:
      return _("A verdict needs at least 8 inside and 8 outside.");
    case GF_KPI_VERDICT_BETTER:
      return _("At least 99 chances in 100 that it truly is better inside.");
    case GF_KPI_VERDICT_LEANING:
      return _("At least 9 chances in 10 that it truly is better inside.");
    case GF_KPI_VERDICT_SAME:
      return _("The counts leave open which side is better.");
    case GF_KPI_VERDICT_WORSE:
      return _("The customers you aim at do worse here: look why.");
    default:
      g_return_val_if_reached ("");
    }
}
