/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-bad-fits.h"
#include "gf-import.h"
#include "gf-suggest.h"

/* Who has left is known without a question, however a list says so: sixty customers of whom every fifth is gone. */

#define N_ROWS 60

typedef struct
{
  const char *name;
  const char *gone;
  const char *stays;
  gboolean told;
} Mark;

static GfTable *
import_list (const Mark *mark)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_append_printf (text, "Company name,%s,Employees\n", mark->name);
  for (guint row = 0; row < N_ROWS; row++)
    g_string_append_printf (text, "Company %u,%s,%u\n", row, row % 5 == 0 ? mark->gone : mark->stays,
                            10 + row * 7 % 50);

  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return gf_table_ref (gf_import_get_table (import));
}

static void
marks_of_leaving_are_known (void)
{
  const Mark marks[] = {
    { "churn_date", "2025-03-01", "", TRUE },
    { "canceled_at", "2025-03-01 10:22", "", TRUE },
    { "Cancelled At", "03/25/2025", "", TRUE },
    { "ended_at", "2025-03-01", "", TRUE },
    { "Kündigungsdatum", "31.03.2025", "", TRUE },
    { "Churned on", "2025-03-01", "", TRUE },
    { "Date left", "2025-03-01", "", TRUE },
    { "Lost date", "2025-03-01", "", TRUE },
    { "Churned", "yes", "no", TRUE },
    { "is_active", "no", "yes", TRUE },
    { "Active", "FALSE", "TRUE", TRUE },
    { "Is Customer", "0", "1", TRUE },
    { "Deactivated", "true", "false", TRUE },
    { "Status", "canceled", "active", TRUE },
    { "Customer Status", "Former", "Active", TRUE },
    /* a bank's loans, and its word for one that is not paid back */
    { "Status", "bad", "good", TRUE },
    { "Status", "Defaulted", "Current", TRUE },
    /* a contract's end that everybody has, and a status of something else */
    { "End Date", "2025-03-01", "2027-03-01", FALSE },
    { "Status", "open", "won", FALSE },
    { "Plan", "basic", "pro", FALSE },
    /* what customers say of something is no status of theirs */
    { "Support", "bad", "good", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GfTable) table = import_list (&marks[i]);
      g_autoptr (GArray) rules = gf_bad_rules_suggest (table);
      g_autoptr (GError) error = NULL;

      if (rules->len != (marks[i].told ? 1u : 0u))
        g_error ("%s: %u rules", marks[i].name, rules->len);
      if (!marks[i].told)
        continue;

      g_autoptr (GfBitset) gone = gf_bad_rule_match (table, &g_array_index (rules, GfBadRule, 0), &error);

      g_assert_no_error (error);
      for (gsize row = 0; row < N_ROWS; row++)
        if (gf_bitset_get (gone, row) != (row % 5 == 0))
          g_error ("%s: customer %u is taken for %s", marks[i].name, (guint) row,
                   gf_bitset_get (gone, row) ? "gone" : "staying");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/who-left/marks-of-leaving-are-known", marks_of_leaving_are_known);

  return g_test_run ();
}
