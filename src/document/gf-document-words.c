/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-document-private.h"

#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Shares as whole percents; a no-break space before the sign. */
char *
gf_words_percent (double share)
{
  /* Translators: a share in percent; keep the no-break space if your language has one here. */
  return g_strdup_printf (_("%.0f\u00a0%%"), round (100.0 * share));
}

/* "56 to 94 %", or NULL where there is no interval. */
char *
gf_words_interval (double low,
                   double high)
{
  if (isnan (low) || isnan (high))
    return NULL;
  /* Translators: an interval in percent, from and to. */
  return g_strdup_printf (_("%.0f to %.0f\u00a0%%"), round (100.0 * low), round (100.0 * high));
}

/* "12 of 15" that stays in one line, or NULL where it was not counted. */
char *
gf_words_k_of_n (int count,
                 int total)
{
  if (count < 0 || total <= 0)
    return NULL;
  /* Translators: so many of so many customers; the spaces are no-break spaces. */
  g_autofree char *part = gf_format_number (count, 0);
  g_autofree char *whole = gf_format_number (total, 0);

  return g_strdup_printf (_("%s\u00a0of\u00a0%s"), part, whole);
}

char *
gf_words_quoted (const char *text)
{
  /* Translators: quotation marks of your language around somebody's words. */
  return g_strdup_printf (_("“%s”"), text);
}

const char *
gf_words_voice (GfDocVoice voice)
{
  switch (voice)
    {
    case GF_DOC_VOICE_CHURNED:
      return _("Churned");
    case GF_DOC_VOICE_PROSPECT:
      return _("Prospect");
    case GF_DOC_VOICE_HAPPY:
    default:
      return _("Happy");
    }
}

static gboolean
runs_right_to_left (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      {
        GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

        return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
               script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA;
      }
  return FALSE;
}

/* "6 h → 25 min"; the arrow points the way the words run. */
char *
gf_words_metric (const GfItem *item)
{
  if (item->values[0] == NULL || item->values[1] == NULL)
    return g_strdup (item->values[1] != NULL ? item->values[1] :
                     item->values[0] != NULL ? item->values[0] : "");
  return g_strdup_printf ("%s\u00a0%s %s", item->values[0],
                          runs_right_to_left (item->values[0]) ? "←" : "→",
                          item->values[1]);
}

/* "Quarrystack: dear, complex" */
char *
gf_words_point (const GfItemMap   *map,
                const GfItemPoint *point)
{
  const char *x = point->x < 0 ? map->left : map->right;
  const char *y = point->y < 0 ? map->bottom : map->top;

  if (x == NULL || y == NULL)
    return g_strdup_printf ("%s%s%s", point->name, x || y ? ": " : "", x ? x : y ? y : "");
  return g_strdup_printf ("%s: %s, %s", point->name, x, y);
}

char *
gf_words_map (const GfItem *item)
{
  const GfItemMap *map = item->map;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < map->points->len; i++)
    {
      g_autofree char *point = gf_words_point (map, &g_array_index (map->points, GfItemPoint, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", point);
    }
  if (map->open_name != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", map->open_name);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Why it hurts and how many said so: "Hours lost to manual reports: 5 of 5". */
GfInline *
gf_words_pain_cause (const GfItem *item)
{
  g_autofree char *counted = gf_words_k_of_n (item->count, item->total);
  GfInline *text = gf_inline_new (item->label);

  if (counted != NULL)
    gf_inline_strong (gf_inline_plain (text, item->label != NULL ? ": " : ""), counted);
  else if (item->label != NULL && !g_str_has_suffix (item->label, "."))
    gf_inline_plain (text, ".");
  if (item->assumption)
    gf_inline_assume (text);
  return gf_inline_cite (text, item->sources);
}

GfInline *
gf_words_pain (const GfItem *item)
{
  g_autoptr (GfInline) cause = gf_words_pain_cause (item);
  GfInline *text = gf_inline_new (NULL);

  if (item->words != NULL && *item->words != '\0')
    {
      g_autofree char *quoted = gf_words_quoted (item->words);

      gf_inline_emphasis (text, quoted);
      if (!gf_inline_is_empty (cause))
        gf_inline_plain (text, " ");
    }
  return gf_inline_append (text, cause);
}

GfInline *
gf_words_metric_explanation (const GfItem *item)
{
  GfInline *text = gf_inline_new (item->words);

  if (item->assumption)
    gf_inline_assume (text);
  return gf_inline_cite (text, item->sources);
}

/* The share with its interval and what it is held against: "80 % (56 to 94 %), against 21 %". */
static void
add_share (GfInline *text, const GfItem *item, gboolean large)
{
  g_autofree char *interval = gf_words_interval (item->low, item->high);

  if (!isnan (item->share))
    {
      g_autofree char *share = gf_words_percent (item->share);

      gf_inline_add (text, share, large ? GF_INLINE_STRONG : GF_INLINE_PLAIN);
    }
  if (interval != NULL)
    {
      g_autofree char *words = g_strdup_printf (" (%s)", interval);

      gf_inline_plain (text, words);
    }
  if (!isnan (item->against))
    {
      g_autofree char *against = gf_words_percent (item->against);
      /* Translators: the share among the other customers, in percent. */
      g_autofree char *words = large ? g_strdup_printf (_(", against %s of the rest"), against)
                                     : g_strdup_printf (_(", against %s"), against);

      gf_inline_plain (text, words);
    }
}

/**
 * gf_words_figure:
 * @item: an item of a block of figures
 * @large: whether "12 of 15" stands beside the words already
 *
 * Returns: (transfer full): the figure in words
 */
GfInline *
gf_words_figure (const GfItem *item,
                 gboolean      large)
{
  g_autofree char *counted = gf_words_k_of_n (item->count, item->total);
  GfInline *text = gf_inline_new (NULL);

  if (!large && item->label != NULL)
    gf_inline_plain (gf_inline_plain (text, item->label), ": ");
  else if (!large && item->words != NULL && counted != NULL)
    gf_inline_plain (gf_inline_plain (gf_inline_plain (gf_inline_plain (text, counted), " "),
                                      item->words), ": ");
  else if (item->words != NULL)
    gf_inline_plain (gf_inline_plain (text, item->words), ": ");
  else if (item->label != NULL)
    {
      /* Translators: after a large "12 of 15"; what those of the best customers share. */
      g_autofree char *words = g_strdup_printf (_("of the best: %s; "), item->label);

      gf_inline_plain (text, words);
    }
  add_share (text, item, large);
  gf_inline_plain (text, ".");
  return gf_inline_cite (text, item->sources);
}

/* "12 of 15, strong evidence" under a bar's label. */
GfInline *
gf_words_bar (const GfItem *item)
{
  g_autofree char *counted = gf_words_k_of_n (item->count, item->total);
  GfInline *text = gf_inline_new (counted);

  if (item->values[0] != NULL)
    gf_inline_plain (gf_inline_plain (text, counted != NULL ? ", " : ""), item->values[0]);
  return gf_inline_cite (text, item->sources);
}

GfInline *
gf_words_quote (const GfItem *item)
{
  g_autofree char *quoted = gf_words_quoted (item->words);

  return gf_inline_emphasis (gf_inline_new (NULL), quoted);
}

GfInline *
gf_words_who (const GfItem *item)
{
  GfInline *text = gf_inline_strong (gf_inline_new (NULL), gf_words_voice (item->voice));

  if (item->label != NULL)
    gf_inline_add (gf_inline_strong (text, ":"), " ", GF_INLINE_SOFT);
  gf_inline_add (text, item->label, GF_INLINE_SOFT);
  return gf_inline_cite (text, item->sources);
}

GfInline *
gf_words_ask_first (const GfItem *item)
{
  GfInline *text = gf_inline_plain (gf_inline_new (_("Ask first:")), " ");

  gf_inline_emphasis (text, item->words);
  if (item->values[0] != NULL && *item->values[0] != '\0')
    {
      /* Translators: after a question that tells who is not a fit, the answer at which to stop. */
      g_autofree char *stop = g_strdup_printf (_(" If the answer is “%s”, stop."), item->values[0]);

      gf_inline_plain (text, stop);
    }
  return text;
}

GfInline *
gf_words_kpi_name (const GfItem *item)
{
  return gf_inline_cite (gf_inline_new (item->label), item->sources);
}

GfInline *
gf_words_assumption_key (void)
{
  GfInline *text = gf_inline_assumption (gf_inline_new (NULL), _("Assumption"));

  return gf_inline_plain (text, _(": no evidence yet."));
}
