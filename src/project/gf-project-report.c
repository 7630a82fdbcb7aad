/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-report.h"

#include "gf-criteria-preset.h"
#include "gf-draft.h"
#include "gf-profile-document.h"
#include "gf-segment-selectors.h"
#include "gf-trait-words.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * gf_today:
 *
 * Returns: (transfer full): the day in the user's time zone, “2026-10-14”
 */
char *
gf_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * gf_project_find_primary:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): the segment that was chosen as primary
 */
GfSegment *
gf_project_find_primary (GfProject *self)
{
  g_return_val_if_fail (GF_IS_PROJECT (self), NULL);

  GListModel *segments = G_LIST_MODEL (gf_project_get_segments (self));

  for (guint i = 0; i < g_list_model_get_n_items (segments); i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (segments, i);

      if (gf_segment_get_standing (segment) == GF_SEGMENT_PRIMARY)
        return segment;   /* the project keeps it */
    }

  return NULL;
}

/**
 * gf_segment_dup_made_up_name:
 * @selectors: (element-type GfSelector): what its customers share
 * @table: (nullable): the customers, for how values are said
 *
 * Names a segment until a person does: "Marketing", "Marketing, Spain", "Marketing and 2 more".
 *
 * Returns: (transfer full): the name; "" without conditions
 */
char *
gf_segment_dup_made_up_name (GPtrArray *selectors,
                             GfTable   *table)
{
  g_return_val_if_fail (selectors != NULL, NULL);

  if (selectors->len == 0)
    return g_strdup ("");

  g_autofree char *first = gf_selector_dup_name (g_ptr_array_index (selectors, 0), table);
  guint n_more = selectors->len - 1;

  if (n_more == 0)
    return g_steal_pointer (&first);
  if (n_more > 1)
    /* TRANSLATORS: what the customers of a segment share, and how many things besides: "Marketing and 2 more" */
    return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), first, n_more);

  g_autofree char *second = gf_selector_dup_name (g_ptr_array_index (selectors, 1), table);

  /* TRANSLATORS: two things that the customers of a segment share: "Marketing, Spain" */
  return g_strdup_printf (C_("segment", "%s, %s"), first, second);
}

/**
 * gf_segment_needs_name:
 * @self: a segment
 * @table: (nullable): the customers
 *
 * Tells whether a segment still has the name that was made up from two or more conditions, which nobody would say.
 * One that is named by a single condition is named well.
 *
 * Returns: whether a person should name it
 */
gboolean
gf_segment_needs_name (GfSegment *self,
                       GfTable   *table)
{
  g_return_val_if_fail (GF_IS_SEGMENT (self), FALSE);

  g_autoptr (GPtrArray) selectors = gf_segment_dup_selectors (self);

  if (selectors->len < 2)
    return FALSE;

  g_autofree char *name = gf_segment_dup_made_up_name (selectors, table);

  return g_str_equal (name, gf_segment_get_name (self));
}

/**
 * gf_project_add_segment:
 * @self: a project
 * @selectors: (element-type GfSelector): what its customers share
 *
 * Makes a segment from conditions, such as those of a finding, and names it by gf_segment_dup_made_up_name(). The
 * first one brings the criteria to score it on.
 *
 * Returns: (transfer none): the segment, last of the list
 */
GfSegment *
gf_project_add_segment (GfProject *self,
                        GPtrArray *selectors)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && selectors != NULL, NULL);

  g_autoptr (GfSegment) segment = gf_segment_new ();
  g_autofree char *name = gf_segment_dup_made_up_name (selectors, gf_project_get_table (self));

  gf_segment_set_name (segment, name);
  gf_segment_set_selectors (segment, selectors);
  g_list_store_append (gf_project_get_segments (self), segment);
  gf_criteria_add_preset (gf_project_get_criteria (self));

  return segment;   /* the project keeps it */
}

/**
 * gf_project_draft_profile:
 * @self: a project
 * @segment: one of its segments
 * @best: (nullable): what was found about the best customers
 * @bad: (nullable): what was found about the bad fits
 * @today: the date of the draft, “2026-10-14”
 *
 * Drafts the profile of a segment from all that the project holds, and adds it.
 *
 * Returns: (transfer none): the profile, last of the list
 */
GfProfile *
gf_project_draft_profile (GfProject  *self,
                          GfSegment  *segment,
                          GfFindings *best,
                          GfFindings *bad,
                          const char *today)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && GF_IS_SEGMENT (segment), NULL);

  GfDraftSources sources = {
    .segment = segment,
    .table = gf_project_get_table (self),
    .best = best,
    .bad = bad,
    .interviews = G_LIST_MODEL (gf_project_get_interviews (self)),
    .themes = G_LIST_MODEL (gf_project_get_themes (self)),
    .owner = gf_project_get_owner (self),
    .today = today,
  };
  g_autoptr (GfProfile) profile = gf_profile_draft (&sources);

  g_list_store_append (gf_project_get_profiles (self), profile);

  return profile;   /* the project keeps it */
}

/* “the top 10 % by lifetime value, renewals and referrals” */
static char *
dup_best_words (GfProject *self)
{
  GfCustomers *customers = gf_project_get_customers (self);
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (customers));
  guint n = g_list_model_get_n_items (measures);
  g_autoptr (GString) names = g_string_new (NULL);

  if (gf_customers_get_best_kind (customers) == GF_BEST_CHOICE_HAND)
    return g_strdup (_("those picked by hand"));
  if (gf_customers_get_best_kind (customers) == GF_BEST_CHOICE_LIMIT)
    {
      GfTable *table = gf_project_get_table (self);
      const char *column = gf_customers_get_limit_column (customers);
      g_autofree char *limit = gf_words_dup_value (gf_customers_get_limit (customers),
                                                   table != NULL ? gf_table_find_column (table, column) : NULL);

      /* Translators: who is best: the name of a column and a number */
      return gf_customers_get_limit_below (customers) ? g_strdup_printf (_("%s of %s or less"), column, limit)
                                                      : g_strdup_printf (_("%s of %s or more"), column, limit);
    }
  if (n == 0)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (measures, i);
      g_autofree char *name = gf_words_dup_lower (gf_good_measure_get_column (measure));

      if (i > 0)
        /* Translators: joins the last two of a list, and the ones before, with blanks around. */
        g_string_append (names, i == n - 1 ? C_("list", " and ") : C_("list", ", "));
      g_string_append (names, name);
    }

  if (gf_customers_get_best_kind (customers) == GF_BEST_CHOICE_COUNT)
    {
      g_autofree char *count = gf_words_dup_number (gf_customers_get_count (customers));

      /* Translators: a count, then a list such as “lifetime value, renewals and referrals”. */
      return g_strdup_printf (_("the best %s by %s"), count, names->str);
    }

  /* Translators: %s is a list such as “lifetime value, renewals and referrals”. */
  return g_strdup_printf (_("the top %.0f\u00a0%% by %s"),
                          gf_customers_get_share (customers) * 100.0, names->str);
}

static char *
dup_language (void)
{
  const char * const *names = g_get_language_names ();

  /* "en_GB.UTF-8" is "en-GB"; the C locale writes the English of the sources. */
  if (names[0] == NULL || g_str_equal (names[0], "C") || g_str_has_prefix (names[0], "C."))
    return g_strdup ("en");

  g_autofree char *name = g_strndup (names[0], strcspn (names[0], ".@"));
  return g_strdup (g_strdelimit (name, "_", '-'));
}

/**
 * gf_project_make_document:
 * @self: a project
 * @profile: one of its profiles
 * @best: (nullable): what was found, for the note on how much was looked at
 *
 * Makes the document of a profile with all that the project knows beside it.
 *
 * Returns: (transfer full): the document
 */
GfDocument *
gf_project_make_document (GfProject  *self,
                          GfProfile  *profile,
                          GfFindings *best)
{
  g_return_val_if_fail (GF_IS_PROJECT (self) && GF_IS_PROFILE (profile), NULL);

  GfTable *table = gf_project_get_table (self);
  GListModel *maps = G_LIST_MODEL (gf_project_get_maps (self));
  g_autoptr (GfPositionMap) map = g_list_model_get_item (maps, 0);
  g_autofree char *words = dup_best_words (self);
  g_autofree char *language = dup_language ();
  GfProfileContext context = {
    .product = gf_project_get_product (self),
    .name = gf_project_get_name (self),
    .language = language,
    .n_customers = table != NULL ? gf_table_get_n_rows (table) : 0,
    .customers_date = gf_customers_get_imported (gf_project_get_customers (self)),
    .best = words,
    .n_tests = best != NULL ? (guint) gf_findings_get_n_tests (best) : 0,
    .n_hold = best != NULL ? gf_findings_count_verdict (best, GF_VERDICT_MODERATE) : 0,
    .interviews = G_LIST_MODEL (gf_project_get_interviews (self)),
    .competitors = G_LIST_MODEL (gf_project_get_competitors (self)),
    .kpis = G_LIST_MODEL (gf_project_get_kpis (self)),
    .map = map != NULL && gf_position_map_get_on_page (map) ? map : NULL,
  };

  return gf_profile_document_new (profile, &context);
}
