/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-findings-csv.h"

#include "gf-both-sides.h"
#include "gf-import.h"
#include "gf-mining.h"

#include <math.h>

#define N_ROWS 60

/* The names want quotes and a guard. */
static GfTable *
make_table (void)
{
  const char *trade[N_ROWS], *country[N_ROWS];

  for (guint row = 0; row < N_ROWS; row++)
    {
      trade[row] = row < 20 ? "Law, \"Tax\"" : row % 2 ? "Retail" : "Health";
      country[row] = row % 3 ? "France" : "Spain";
    }

  GfColumn *columns[] = { gf_column_new_categories ("=Trade", trade, N_ROWS),
                          gf_column_new_categories ("Country", country, N_ROWS) };
  GfTable *table = gf_table_new (columns, 2);
  gf_column_unref (columns[0]);
  gf_column_unref (columns[1]);

  return table;
}

static GfFindings *
mine (GfTable *table)
{
  const GfMiningOptions options = { .depth = 2, .against = GF_AGAINST_BEST };
  g_autoptr (GfBitset) best = gf_bitset_new (N_ROWS);

  for (gsize row = 0; row < 12; row++)
    gf_bitset_set (best, row);

  return gf_mining_run (table, best, &options, NULL, NULL, NULL, NULL);
}

/* The reader of our own files is the independent one: it knows nothing of the writer. */
static void
it_is_read_back (void)
{
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GfFindings) findings = mine (table);
  GfFindings *lists[] = { findings, NULL };
  g_autofree char *text = gf_findings_dup_csv (lists, 2, table);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  GfTable *read = gf_import_get_table (import);
  guint n_traits = gf_findings_get_n_traits (findings);

  g_assert_cmpuint (n_traits, >=, 3);
  g_assert_cmpuint (gf_table_get_n_rows (read), ==, n_traits + gf_findings_get_n_combinations (findings));
  for (guint i = 0; i < n_traits; i++)
    {
      GfFinding *finding = gf_findings_get_trait (findings, i);
      const struct { const char *name; double value; } cells[] = {
        { "Customers", (double) gf_finding_get_rows (finding) }, { "Hits", (double) gf_finding_get_hits (finding) },
        { "Share", gf_finding_get_share (finding) }, { "Share from", gf_finding_get_low (finding) },
        { "Share to", gf_finding_get_high (finding) }, { "Share of all", 0.2 },
        { "Lift", gf_finding_get_lift (finding) }, { "p", gf_finding_get_p (finding) },
        { "q", gf_finding_get_q (finding) },
      };

      for (gsize k = 0; k < G_N_ELEMENTS (cells); k++)
        {
          g_autoptr (GString) cell = g_string_new (NULL);

          gf_column_append_text (gf_table_find_column (read, cells[k].name), i, cell);
          g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cell->str, NULL), cells[k].value, 1e-12);
        }
    }
}

static void
texts_are_quoted_and_guarded (void)
{
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GfFindings) findings = mine (table);
  GfFindings *lists[] = { findings };
  g_autofree char *text = gf_findings_dup_csv (lists, 1, table);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_true (g_str_has_prefix (lines[0], "About,Conditions,Traits,Customers,Hits,Share,"));
  g_assert_true (g_str_has_prefix (lines[1], "Best,1,\"'=Trade: Law, \"\"Tax\"\"\",20,12,0.6,"));
  /* Nobody asked about the bad fits. */
  g_assert_true (g_str_has_suffix (lines[1], ",Strong,More likely,,Plain"));
  g_assert_cmpstr (lines[g_strv_length (lines) - 1], ==, "");   /* the last line ends as well */
}

static void
two_sides_tell_what_marks_both (void)
{
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GfFindings) findings = mine (table);
  g_autoptr (GfFindings) others = mine (table);
  g_autoptr (GfBitset) best = gf_bitset_new (N_ROWS);

  for (gsize row = 0; row < 12; row++)
    gf_bitset_set (best, row);
  gf_findings_mark_both_sides (findings, others, table, best);

  GfFindings *lists[] = { findings, others };
  g_autofree char *text = gf_findings_dup_csv (lists, 2, table);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_true (g_str_has_suffix (lines[1], ",Strong,More likely,Yes,Plain"));
}

static void
without_findings_the_header_is_left (void)
{
  g_autofree char *text = gf_findings_dup_csv (NULL, 0, NULL);

  g_assert_true (g_str_has_suffix (text, "\r\n"));
  g_assert_true (strchr (text, '\n') == text + strlen (text) - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings-csv/it-is-read-back", it_is_read_back);
  g_test_add_func ("/findings-csv/texts-are-quoted-and-guarded", texts_are_quoted_and_guarded);
  g_test_add_func ("/findings-csv/two-sides-tell-what-marks-both", two_sides_tell_what_marks_both);
  g_test_add_func ("/findings-csv/without-findings-the-header-is-left", without_findings_the_header_is_left);

  return g_test_run ();
}
