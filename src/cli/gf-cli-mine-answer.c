/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-mine.h"

#include "gf-cli-notes.h"
#include "gf-cli.h"
#include "gf-finding-words.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lines of a list for people, when they asked for no number. */
#define DEFAULT_LINES 20
#define MAX_TRAIT_WIDTH 56

/* What is not known is null: JSON has no other word for it. */
static void
append_number (GString    *out,
               const char *name,
               double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "\"%s\":%s", name,
                          isfinite (value) ? g_ascii_dtostr (buffer, sizeof buffer, value) : "null");
}

static void
append_end (GString        *out,
            const char     *name,
            double          value,
            const GfColumn *column)
{
  if (isnan (value))
    return;

  g_string_append_c (out, ',');
  if (column == NULL || gf_column_get_column_type (column) != GF_COLUMN_DATE)
    {
      append_number (out, name, value);
      return;
    }

  g_autofree char *iso = gf_days_to_iso ((gint32) value);
  g_string_append_printf (out, "\"%s\":\"%s\"", name, iso);
}

static void
append_values (GString            *out,
               const char * const *values)
{
  g_string_append (out, ",\"any\":[");
  for (gsize i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      gf_json_append_string (out, values[i], -1);
    }
  g_string_append_c (out, ']');
}

static void
append_condition (GString    *out,
                  GfSelector *selector,
                  GfTable    *table)
{
  const GfColumn *column = gf_table_find_column (table, gf_selector_get_column (selector));

  g_string_append (out, "{\"column\":");
  gf_json_append_string (out, gf_selector_get_column (selector), -1);

  switch (gf_selector_get_kind (selector))
    {
    case GF_SELECTOR_IS:
      g_string_append (out, ",\"is\":");
      gf_json_append_string (out, gf_selector_get_value (selector), -1);
      break;
    case GF_SELECTOR_CONTAINS:
      g_string_append (out, ",\"contains\":");
      gf_json_append_string (out, gf_selector_get_value (selector), -1);
      break;
    case GF_SELECTOR_ANY:
      append_values (out, gf_selector_get_values (selector));
      break;
    case GF_SELECTOR_MISSING:
      g_string_append (out, ",\"missing\":true");
      break;
    case GF_SELECTOR_RANGE:
    default:
      append_end (out, "from", gf_selector_get_from (selector), column);
      append_end (out, "to", gf_selector_get_to (selector), column);
      break;
    }

  g_string_append_c (out, '}');
}

static const char *
verdict_word (GfVerdict verdict)
{
  static const char * const words[] = { "strong", "moderate", "weak", "none", "too few" };

  return words[verdict];
}

/* Traits that are not listed because nearly the same customers have them. */
static void
append_twins (GString   *out,
              GPtrArray *twins,
              GfTable   *table)
{
  if (twins->len == 0)
    return;

  g_string_append (out, ",\n   \"alsoSaidBy\":[");
  for (guint i = 0; i < twins->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_condition (out, g_ptr_array_index (twins, i), table);
    }
  g_string_append_c (out, ']');
}

static void
append_finding (GString   *out,
                GfFinding *finding,
                GfLuck    *luck,
                GfTable   *table)
{
  g_string_append (out, "\n  {\"conditions\":[");
  for (guint i = 0; i < gf_finding_get_n_selectors (finding); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_condition (out, gf_finding_get_selector (finding, i), table);
    }

  g_string_append_printf (out, "],\n   \"rows\":%zu,\"hits\":%zu,",
                          gf_finding_get_rows (finding), gf_finding_get_hits (finding));
  append_number (out, "share", gf_finding_get_share (finding));
  g_string_append_c (out, ',');
  append_number (out, "lift", gf_finding_get_lift (finding));

  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf (out, ",\"interval\":[%s,%s],\n   ",
                          g_ascii_dtostr (low, sizeof low, gf_finding_get_low (finding)),
                          g_ascii_dtostr (high, sizeof high, gf_finding_get_high (finding)));
  g_string_append_printf (out, "\"chosen\":%s,", gf_finding_is_best_of_several (finding) ? "true" : "false");
  append_number (out, "p", gf_finding_get_p (finding));
  g_string_append_c (out, ',');
  append_number (out, "q", gf_finding_get_q (finding));
  g_string_append_c (out, ',');
  append_number (out, "quality", gf_finding_get_quality (finding));
  g_string_append_printf (out, ",\"verdict\":\"%s\",\"direction\":\"%s\",\n   ",
                          verdict_word (gf_finding_get_verdict (finding)),
                          gf_finding_get_direction (finding) == GF_DIRECTION_MORE ? "more" : "less");
  append_number (out, "restShare", gf_finding_get_rest_share (finding));
  g_string_append_c (out, ',');
  append_number (out, "targetShare", gf_finding_get_coverage (finding));
  g_string_append_c (out, ',');
  append_number (out, "othersShare", gf_finding_get_rest_coverage (finding));
  append_twins (out, gf_finding_get_twins (finding), table);
  if (luck != NULL)
    {
      g_string_append_c (out, ',');
      append_number (out, "luck", gf_luck_get_p (luck, finding));
    }
  g_string_append_c (out, '}');
}

static void
append_list (GString    *out,
             const char *name,
             GListModel *list,
             GfLuck     *luck,
             GfTable    *table,
             guint       top)
{
  guint n = g_list_model_get_n_items (list);

  g_string_append_printf (out, ",\n\"%s\":[", name);
  for (guint i = 0; i < n && (top == 0 || i < top); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (list, i);

      if (i > 0)
        g_string_append_c (out, ',');
      append_finding (out, finding, luck, table);
    }
  g_string_append_c (out, ']');
}

/* What the list would hold by chance alone, of each verdict or a better one. */
static void
append_luck (GString      *out,
             const GfLuck *luck)
{
  static const char * const names[] = { "traits", "combinations" };

  g_string_append_printf (out, ",\n\"luck\":{\"copies\":%u", gf_luck_get_n_copies (luck));
  for (guint several = 0; several < G_N_ELEMENTS (names); several++)
    {
      g_string_append_printf (out, ",\"%s\":{", names[several]);
      for (guint verdict = 0; verdict < GF_VERDICT_NONE; verdict++)
        {
          if (verdict > 0)
            g_string_append_c (out, ',');
          append_number (out, verdict_word (verdict), gf_luck_get_expected (luck, verdict, several));
        }
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, '}');
}

static void
append_driver (GString         *out,
               const GfDrivers *drivers,
               guint            i,
               GfTable         *table)
{
  static const char * const verdicts[] = { "matters", "inseparable", "unclear" };
  const GfDriver *driver = gf_drivers_get (drivers, i);
  g_auto (GStrv) family = gf_drivers_dup_family (drivers, i);
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "\n  {\"condition\":");
  append_condition (out, driver->selector, table);
  if (driver->against != NULL)
    {
      g_string_append (out, ",\"against\":");
      append_condition (out, driver->against, table);
    }
  g_string_append_c (out, ',');
  append_number (out, "odds", driver->odds);
  g_string_append_printf (out, ",\"interval\":[%s,%s],", g_ascii_dtostr (low, sizeof low, driver->low),
                          g_ascii_dtostr (high, sizeof high, driver->high));
  append_number (out, "q", driver->q);
  g_string_append_printf (out, ",\"verdict\":\"%s\",\"inseparableFrom\":[", verdicts[driver->verdict]);
  for (gsize k = 0; family[k] != NULL; k++)
    {
      if (k > 0)
        g_string_append_c (out, ',');
      gf_json_append_string (out, family[k], -1);
    }
  g_string_append (out, "]}");
}

static void
append_drivers (GString         *out,
                const GfDrivers *drivers,
                GfTable         *table)
{
  g_string_append (out, ",\n\"drivers\":[");
  for (guint i = 0; i < gf_drivers_get_n (drivers); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_driver (out, drivers, i, table);
    }
  g_string_append_c (out, ']');
}

/**
 * gf_cli_mine_dup_json:
 * @mined: what is to be told
 *
 * Returns: (transfer full): the answer as one JSON document
 */
char *
gf_cli_mine_dup_json (const GfCliMined *mined)
{
  GfFindings *findings = mined->findings;
  guint top = mined->raw ? 0 : mined->top;
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "{\"rows\":%zu,\"target\":%zu,",
                          gf_findings_get_n_rows (findings), gf_findings_get_n_hits (findings));
  append_number (out, "baseRate", gf_findings_get_base_rate (findings));
  g_string_append_c (out, ',');
  g_string_append_printf (out, "\"notCompared\":%zu,", gf_findings_get_n_left_out (findings));
  append_number (out, "tests", gf_findings_get_n_tests (findings));
  g_string_append_c (out, ',');
  append_number (out, "combinationTests", gf_findings_get_n_combination_tests (findings));
  if (mined->luck != NULL)
    append_luck (out, mined->luck);
  append_list (out, "findings", gf_findings_get_traits (findings), mined->luck, mined->table, top);
  append_list (out, "combinations", gf_findings_get_combinations (findings), mined->luck, mined->table, top);
  if (mined->drivers != NULL)
    append_drivers (out, mined->drivers, mined->table);
  if (mined->notes != NULL)
    {
      g_string_append (out, ",\n");
      gf_cli_append_notes (out, mined->notes);
    }
  g_string_append (out, "}\n");

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Columns on a terminal count places, not bytes: wide characters take two. */
static int
text_width (const char *text)
{
  int width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_padded (GString    *out,
               const char *text,
               int         width,
               gboolean    right)
{
  int missing = MAX (0, width - text_width (text));

  g_string_append_printf (out, "%*s%s%*s", right ? missing : 0, "", text, right ? 0 : missing, "");
}

/* Without a number asked for: what says something, up to a page full. */
static GPtrArray *
choose_lines (GListModel *list,
              guint       top,
              gboolean    raw)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (GfFinding) first = g_list_model_get_item (list, 0);
  gboolean judged = first != NULL && gf_finding_get_verdict (first) != GF_VERDICT_TOO_FEW;

  for (guint i = 0; i < n && lines->len < (top > 0 ? top : DEFAULT_LINES); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (list, i);

      if (top > 0 || raw || !judged || gf_finding_get_verdict (finding) <= GF_VERDICT_WEAK)
        g_ptr_array_add (lines, g_steal_pointer (&finding));
    }

  return lines;
}

/* What is longer than @width is whole on a line of its own, with its figures below. */
static void
append_line (GString   *out,
             GfFinding *finding,
             GfTable   *table,
             int        width)
{
  g_autofree char *text = gf_finding_describe (finding, table);
  g_autofree char *counts = gf_finding_dup_counts (finding);
  g_autofree char *share = gf_words_dup_percent (gf_finding_get_share (finding));
  g_autofree char *interval = gf_words_dup_interval (gf_finding_get_low (finding),
                                                     gf_finding_get_high (finding));
  GfVerdict verdict = gf_finding_get_verdict (finding);

  g_string_append (out, "  ");
  append_padded (out, text, width, FALSE);
  if (text_width (text) > width)
    g_string_append_printf (out, "\n  %*s", width, "");
  append_padded (out, counts, 18, TRUE);
  append_padded (out, share, 8, TRUE);
  append_padded (out, interval, 12, TRUE);
  g_string_append_printf (out, "  %s", gf_verdict_get_label (verdict));
  if (verdict <= GF_VERDICT_WEAK && gf_finding_get_direction (finding) == GF_DIRECTION_LESS)
    g_string_append_printf (out, " (%s)", C_("finding", "less often"));
  g_string_append_c (out, '\n');
}

static void
append_lines (GString    *out,
              const char *title,
              GListModel *list,
              GfTable    *table,
              guint       top,
              gboolean    raw)
{
  g_autoptr (GPtrArray) lines = choose_lines (list, top, raw);
  guint n = g_list_model_get_n_items (list);
  int width = 0;

  if (n == 0)
    return;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *text = gf_finding_describe (lines->pdata[i], table);
      int needed = text_width (text);

      if (needed <= MAX_TRAIT_WIDTH)
        width = MAX (width, needed);
    }

  g_string_append_printf (out, "\n%s\n", title);
  for (guint i = 0; i < lines->len; i++)
    append_line (out, lines->pdata[i], table, width);

  if (n > lines->len && !raw)
    {
      g_autofree char *more = gf_words_dup_number ((double) (n - lines->len));

      if (lines->len == 0)
        g_string_append_printf (out, ngettext ("  %s shows no clear difference; --json and --output tell of it\n",
                                               "  %s show no clear difference; --json and --output tell of them\n",
                                               n), more);
      else
        g_string_append_printf (out, ngettext ("  and %s more\n", "  and %s more\n", n - lines->len), more);
    }
}

static void
append_luck_line (GString    *out,
                  GfFindings *findings,
                  GfLuck     *luck,
                  gboolean    several)
{
  g_autofree char *text = luck != NULL ? gf_luck_dup_list_sentence (luck, findings, several) : NULL;

  if (text != NULL)
    g_string_append_printf (out, "  %s\n", text);
}

static void
append_driver_lines (GString         *out,
                     const GfDrivers *drivers,
                     GfAgainst        against,
                     GfTable         *table)
{
  g_autofree char *headline = gf_drivers_dup_headline (drivers, against);

  g_string_append_printf (out, "\n%s\n", headline);
  for (guint i = 0; i < gf_drivers_get_n (drivers); i++)
    {
      g_autofree char *sentence = gf_drivers_dup_sentence (drivers, i, table);

      if (gf_drivers_get (drivers, i)->verdict != GF_DRIVER_UNCLEAR)
        g_string_append_printf (out, "  %s: %s\n", gf_drivers_get (drivers, i)->column, sentence);
    }
}

/**
 * gf_cli_mine_dup_text:
 * @mined: what is to be told
 *
 * Returns: (transfer full): the answer for people
 */
char *
gf_cli_mine_dup_text (const GfCliMined *mined)
{
  GfFindings *findings = mined->findings;
  GfTable *table = mined->table;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *headline = gf_findings_dup_headline (findings, table);
  g_autofree char *explanation = gf_findings_dup_explanation (findings);
  g_autofree char *left_out = gf_findings_dup_left_out_sentence (findings, mined->rule);

  if (!mined->raw)
    g_string_append_printf (out, "%s\n%s\n", headline, explanation);
  if (left_out != NULL)
    g_string_append_printf (out, "%s\n", left_out);
  append_lines (out, _("Traits"), gf_findings_get_traits (findings), table, mined->top, mined->raw);
  append_luck_line (out, findings, mined->luck, FALSE);
  append_lines (out, _("Combinations"), gf_findings_get_combinations (findings), table, mined->top, mined->raw);
  append_luck_line (out, findings, mined->luck, TRUE);
  if (mined->drivers != NULL)
    append_driver_lines (out, mined->drivers, gf_findings_get_against (findings), table);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
