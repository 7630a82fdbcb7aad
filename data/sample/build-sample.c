/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"
#include "gf-project-file.h"
#include "sample.h"

/* build-sample CUSTOMERS.csv OUT.goodfit */

/* New records take their ids from here, so that every build gives the same file. */
#define SEED 20261014

static GfTable *
set_currency (GfTable    *table,
              const char *name)
{
  int index = gf_table_index_of (table, name);
  GfColumn *before = gf_table_get_column (table, (guint) index);
  g_autoptr (GfColumnSpec) spec = gf_column_spec_copy (gf_column_get_spec (before));

  g_free (spec->currency);
  spec->currency = g_strdup ("€");

  g_autoptr (GfColumn) after = gf_column_with_spec (before, spec);

  return gf_table_replace_column (table, (guint) index, after);
}

static GfTable *
set_role (GfTable      *table,
          const char   *name,
          GfColumnRole  role)
{
  return gf_table_set_role (table, (guint) gf_table_index_of (table, name), role);
}

/* What the importer cannot know: the currency of the account, and that these are results, not traits. */
static GfTable *
settle_columns (GfTable *table)
{
  g_autoptr (GfTable) a = set_currency (table, "Lifetime value");
  g_autoptr (GfTable) b = set_currency (a, "Total Revenue");
  g_autoptr (GfTable) c = set_role (b, "Days to Close", GF_ROLE_VALUE);
  g_autoptr (GfTable) d = set_role (c, "Support hours", GF_ROLE_VALUE);

  return set_role (d, "Number of Associated Deals", GF_ROLE_VALUE);
}

static void
add_measure (GfCustomers *customers,
             const char  *column,
             double       weight)
{
  g_autoptr (GfGoodMeasure) measure = gf_good_measure_new ();

  gf_good_measure_set_column (measure, column);
  gf_good_measure_set_weight (measure, weight);
  g_list_store_append (gf_customers_get_measures (customers), measure);
}

static void
add_rule (GfCustomers *customers)
{
  g_autoptr (GfBadMark) left = gf_bad_mark_new ();

  gf_customers_set_share (customers, 0.1);
  add_measure (customers, "Lifetime value", 20);
  add_measure (customers, "Renewals", 20);
  add_measure (customers, "Referrals", 20);

  gf_bad_mark_set_kind (left, GF_BAD_MARK_IS);
  gf_bad_mark_set_column (left, "Churned");
  gf_bad_mark_set_value (left, "Yes");
  g_list_store_append (gf_customers_get_bad_marks (customers), left);
}

static gboolean
add_customers (GfProject   *project,
               const char  *path,
               GError     **error)
{
  GfCustomers *customers = gf_project_get_customers (project);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GfImport) import = gf_import_read (file, NULL, NULL, NULL, NULL, error);

  if (import == NULL)
    return FALSE;

  g_autoptr (GfTable) table = settle_columns (gf_import_get_table (import));
  gf_project_set_table (project, table);
  gf_customers_set_source_file (customers, name);
  gf_customers_set_source (customers, gf_import_get_source (import));
  gf_customers_set_imported (customers, SAMPLE_CUSTOMERS_DATE);
  add_rule (customers);

  return TRUE;
}

/* Finds a segment by its id; it is an error of this program when there is none. */
GfSegment *
sample_find_segment (GfProject  *project,
                     const char *id)
{
  GfSegment *segment = gf_record_list_find (G_LIST_MODEL (gf_project_get_segments (project)), id);

  g_assert (segment != NULL);

  return segment;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_auto (GfProjectResults) results = { 0 };
  g_autoptr (GError) error = NULL;

  g_random_set_seed (SEED);
  if (argc != 3)
    {
      g_printerr ("build-sample CUSTOMERS.csv OUT.goodfit\n");
      return 2;
    }

  gf_project_set_name (project, "DataGlyph");
  gf_project_set_product (project, "DataGlyph");
  gf_project_set_owner (project, SAMPLE_OWNER);

  if (!add_customers (project, argv[1], &error) || !gf_project_analyse (project, 2, &results, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  sample_add_people (project);
  sample_add_market (project);
  sample_add_segments (project, &results);
  sample_add_map (project);
  sample_add_page (project, &results);
  sample_add_review (project, &results);

  if (!gf_project_save (project, argv[2], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
