/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items leave a page that is too full, in which order, and how that is said. */
#include "config.h"

#include "gf-page-build.h"

#include <glib/gi18n-lib.h>

#undef ngettext
#define ngettext(one, many, n) g_dngettext (GETTEXT_PACKAGE, one, many, n)

/* "Of this topic, the first `keep` stay": tried from the top until the page fits. */
typedef struct
{
  GfDocTopic topic;
  guint      keep;
} LeavingRule;

static const LeavingRule rules[] = {
  { GF_DOC_TOPIC_QUOTES, 2 },
  { GF_DOC_TOPIC_KPIS, 3 },
  { GF_DOC_TOPIC_PEOPLE, 3 },
  { GF_DOC_TOPIC_OBJECTIONS, 2 },
  { GF_DOC_TOPIC_CHANNELS, 0 },
  { GF_DOC_TOPIC_TECHNOLOGY, 0 },
  { GF_DOC_TOPIC_TRIGGERS, 2 },
  { GF_DOC_TOPIC_PAINS, 3 },
  /* Past the promise of the design: content far beyond a page. */
  { GF_DOC_TOPIC_OTHER, 0 },
  { GF_DOC_TOPIC_MAP, 0 },
  { GF_DOC_TOPIC_DRIVERS, 2 },
  { GF_DOC_TOPIC_MESSAGE, 0 },
  { GF_DOC_TOPIC_RESTRICTIONS, 0 },
  { GF_DOC_TOPIC_BUYING, 1 },
  { GF_DOC_TOPIC_COMPANY, 4 },
  { GF_DOC_TOPIC_NUMBERS, 1 },
  { GF_DOC_TOPIC_GOALS, 1 },
  { GF_DOC_TOPIC_NOT_A_FIT, 5 },
  { GF_DOC_TOPIC_QUOTES, 0 },
  { GF_DOC_TOPIC_KPIS, 0 },
  { GF_DOC_TOPIC_OBJECTIONS, 0 },
  { GF_DOC_TOPIC_DRIVERS, 0 },
  { GF_DOC_TOPIC_BUYING, 0 },
  { GF_DOC_TOPIC_PEOPLE, 1 },
  { GF_DOC_TOPIC_TRIGGERS, 0 },
  { GF_DOC_TOPIC_PAINS, 1 },
  { GF_DOC_TOPIC_COMPANY, 1 },
  { GF_DOC_TOPIC_NUMBERS, 0 },
  { GF_DOC_TOPIC_GOALS, 0 },
  { GF_DOC_TOPIC_PEOPLE, 0 },
  { GF_DOC_TOPIC_SIZE, 1 },
  { GF_DOC_TOPIC_METRIC, 1 },
  { GF_DOC_TOPIC_NOT_A_FIT, 1 },
};

typedef struct
{
  const GfItem *item;
  gint64        weight;
} Candidate;

static int
compare_candidates_cb (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *two = b;

  if (one->weight != two->weight)
    return one->weight < two->weight ? 1 : -1;
  return one->item->index < two->item->index ? -1 : 1;
}

/* Items of @topic, those who stay longest first. One churned voice always stays before the others. */
static GArray *
rank_items (const GfDocument *document, GfDocTopic topic)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Candidate));
  gboolean churned_kept = FALSE;

  for (guint s = 0; s < document->sections->len; s++)
    {
      const GfDocSection *section = document->sections->pdata[s];

      for (guint b = 0; b < section->blocks->len; b++)
        {
          const GfBlock *block = section->blocks->pdata[b];

          for (guint i = 0; i < block->items->len; i++)
            {
              Candidate candidate = { block->items->pdata[i], 0 };

              if (candidate.item->topic != topic)
                continue;
              candidate.weight = candidate.item->priority;
              if (block->kind == GF_BLOCK_QUOTES && !churned_kept &&
                  candidate.item->voice == GF_DOC_VOICE_CHURNED)
                {
                  candidate.weight += (gint64) G_MAXINT * 2;
                  churned_kept = TRUE;
                }
              g_array_append_val (ranked, candidate);
            }
        }
    }
  g_array_sort (ranked, compare_candidates_cb);
  return ranked;
}

static void
apply_rule (const LeavingRule *rule, GArray *ranked, gboolean keep_marked, gboolean *gone,
            GArray *leaving)
{
  for (guint i = ranked->len; i-- > rule->keep;)
    {
      const Candidate *candidate = &g_array_index (ranked, Candidate, i);
      guint index = candidate->item->index;

      if (gone[index] || (keep_marked && candidate->item->priority == GF_DOC_PRIORITY_KEEP))
        continue;
      gone[index] = TRUE;
      g_array_append_val (leaving, index);
    }
}

/**
 * gf_page_leaving_new:
 * @document: a sealed document
 *
 * Returns: (transfer full) (element-type guint): indices of the items that may leave, first to leave
 *   first; what is not in it never leaves
 */
GArray *
gf_page_leaving_new (const GfDocument *document)
{
  GArray *leaving = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *gone = g_new0 (gboolean, document->n_items + 1);
  GArray *ranked[GF_DOC_N_TOPICS];

  for (guint topic = 0; topic < GF_DOC_N_TOPICS; topic++)
    ranked[topic] = rank_items (document, topic);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
      apply_rule (&rules[i], ranked[rules[i].topic], pass == 0, gone, leaving);
  for (guint topic = 0; topic < GF_DOC_N_TOPICS; topic++)
    g_array_unref (ranked[topic]);
  return leaving;
}

static char *
name_items (GfDocTopic topic, guint n)
{
  switch (topic)
    {
    case GF_DOC_TOPIC_COMPANY:
    case GF_DOC_TOPIC_SIZE:
      return g_strdup_printf (ngettext ("%u fact", "%u facts", n), n);
    case GF_DOC_TOPIC_TECHNOLOGY:
      return g_strdup_printf (ngettext ("%u line on technology", "%u lines on technology", n), n);
    case GF_DOC_TOPIC_PEOPLE:
      return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
    case GF_DOC_TOPIC_BUYING:
      return g_strdup_printf (ngettext ("%u line on buying", "%u lines on buying", n), n);
    case GF_DOC_TOPIC_CHANNELS:
      return g_strdup_printf (ngettext ("%u line on channels", "%u lines on channels", n), n);
    case GF_DOC_TOPIC_MESSAGE:
      return g_strdup_printf (ngettext ("%u message", "%u messages", n), n);
    case GF_DOC_TOPIC_NOT_A_FIT:
      return g_strdup_printf (ngettext ("%u line on who is not a fit", "%u lines on who is not a fit", n), n);
    case GF_DOC_TOPIC_RESTRICTIONS:
      return g_strdup_printf (ngettext ("%u restriction", "%u restrictions", n), n);
    case GF_DOC_TOPIC_PAINS:
      return g_strdup_printf (ngettext ("%u pain", "%u pains", n), n);
    case GF_DOC_TOPIC_TRIGGERS:
      return g_strdup_printf (ngettext ("%u trigger", "%u triggers", n), n);
    case GF_DOC_TOPIC_GOALS:
      return g_strdup_printf (ngettext ("%u goal", "%u goals", n), n);
    case GF_DOC_TOPIC_METRIC:
      return g_strdup_printf (ngettext ("%u value metric", "%u value metrics", n), n);
    case GF_DOC_TOPIC_DRIVERS:
      return g_strdup_printf (ngettext ("%u decision driver", "%u decision drivers", n), n);
    case GF_DOC_TOPIC_OBJECTIONS:
      return g_strdup_printf (ngettext ("%u objection", "%u objections", n), n);
    case GF_DOC_TOPIC_QUOTES:
      return g_strdup_printf (ngettext ("%u quote", "%u quotes", n), n);
    case GF_DOC_TOPIC_NUMBERS:
      return g_strdup_printf (ngettext ("%u figure", "%u figures", n), n);
    case GF_DOC_TOPIC_KPIS:
      return g_strdup_printf (ngettext ("%u KPI", "%u KPIs", n), n);
    case GF_DOC_TOPIC_MAP:
      return g_strdup_printf (ngettext ("%u map", "%u maps", n), n);
    case GF_DOC_TOPIC_OTHER:
    case GF_DOC_N_TOPICS:
    default:
      return g_strdup_printf (ngettext ("%u other line", "%u other lines", n), n);
    }
}

/** gf_page_leaving_name: (transfer full): "2 quotes", "1 KPI" ... for what has left; maybe empty. */
GPtrArray *
gf_page_leaving_name (const GfDocument *document,
                      const gboolean   *left)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint counts[GF_DOC_N_TOPICS] = { 0 };
  gboolean done[GF_DOC_N_TOPICS] = { FALSE };

  for (guint topic = 0; topic < GF_DOC_N_TOPICS; topic++)
    {
      g_autoptr (GArray) ranked = rank_items (document, topic);

      for (guint i = 0; i < ranked->len; i++)
        counts[topic] += left[g_array_index (ranked, Candidate, i).item->index] ? 1 : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (counts[rules[i].topic] > 0 && !done[rules[i].topic])
      {
        g_ptr_array_add (names, name_items (rules[i].topic, counts[rules[i].topic]));
        done[rules[i].topic] = TRUE;
      }
  return names;
}

/** gf_page_leaving_sentence: (transfer full): all @names in one sentence; %NULL for none. */
char *
gf_page_leaving_sentence (const GPtrArray *names)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  while (n < names->len && names->pdata[n] != NULL)
    n++;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    /* Translators: between the things a sentence lists. */
    g_string_append_printf (list, "%s%s", i > 0 ? _(", ") : "", (const char *) names->pdata[i]);
  /* Translators: what found no room on the one page, "2 quotes, 1 KPI". */
  return g_strdup_printf (_("Not on the page for want of room: %s."), list->str);
}
