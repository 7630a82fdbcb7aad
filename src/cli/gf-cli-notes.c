/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cli-notes.h"

#include "gf-cli.h"

#include <glib/gi18n-lib.h>

/**
 * gf_cli_find_notes:
 * @table: the customers
 * @measures: (nullable) (element-type GfMeasure): what makes a customer good, %NULL if that is open
 * @best: (nullable): who is best, %NULL if that is open
 * @bad: (nullable): who is a bad fit, %NULL if that is open
 *
 * Returns: (transfer full) (element-type GfNote): what would make the results wrong as of today
 */
GPtrArray *
gf_cli_find_notes (GfTable        *table,
                   const GArray   *measures,
                   const GfBitset *best,
                   const GfBitset *bad)
{
  GfPreflightRule rule = {
    .measures = measures != NULL ? (const GfMeasure *) (gpointer) measures->data : NULL,
    .n_measures = measures != NULL ? measures->len : 0,
    .best = best,
    .bad = bad,
    .today = gf_days_today (),
  };

  return gf_preflight_find (table, &rule);
}

/**
 * gf_cli_tell_notes:
 * @notes: (element-type GfNote): notes
 *
 * Says them on standard error, each with its mend; nothing if there are none.
 */
void
gf_cli_tell_notes (const GPtrArray *notes)
{
  if (notes->len == 0)
    return;

  g_printerr (_("Before you trust this:\n"));
  for (guint i = 0; i < notes->len; i++)
    {
      const GfNote *note = g_ptr_array_index (notes, i);

      g_printerr ("  %s %s %s\n", note->severity == GF_NOTE_BLOCK ? "!" : "-", note->words, note->mend);
    }
}

/**
 * gf_cli_append_notes:
 * @out: (inout): a JSON object under way
 * @notes: (element-type GfNote): notes
 *
 * Appends the member "notes": a list of objects with kind, severity, message, mend and columns.
 */
void
gf_cli_append_notes (GString         *out,
                     const GPtrArray *notes)
{
  g_string_append (out, "\"notes\":[");
  for (guint i = 0; i < notes->len; i++)
    {
      const GfNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (out, "%s{\"kind\":\"%s\",\"severity\":\"%s\",\"message\":", i > 0 ? ",\n" : "\n",
                              note->id, gf_note_severity_get_nick (note->severity));
      gf_json_append_string (out, note->words, -1);
      g_string_append (out, ",\"mend\":");
      gf_json_append_string (out, note->mend, -1);
      g_string_append (out, ",\"columns\":[");
      for (guint k = 0; note->columns[k] != NULL; k++)
        {
          g_string_append (out, k > 0 ? "," : "");
          gf_json_append_string (out, note->columns[k], -1);
        }
      g_string_append (out, "]}");
    }
  g_string_append_c (out, ']');
}
