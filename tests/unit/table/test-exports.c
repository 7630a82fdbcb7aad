/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-exports.h"
#include "gf-import.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FOLDER "/io/github/goodfit/exports/"

static void
check_fold (const char *name,
            const char *expected)
{
  g_autofree char *folded = gf_exports_fold_name (name);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_header_fold (void)
{
  check_fold (" Number of Employees * ", "numberofemployees");
  check_fold ("NUMBEROFEMPLOYEES", "numberofemployees");
  check_fold ("number_of_employees", "numberofemployees");
  check_fold ("Stage \342\206\221", "stage");
  check_fold ("Created (UTC)", "created");
  check_fold ("Signed up (AEDT)", "signedup");
  check_fold ("Last seen (GMT+10)", "lastseen");
  check_fold ("Amount (EUR)", "amounteur");
  check_fold ("Email (Work)", "emailwork");
  check_fold ("Size__c", "size");
  check_fold ("Deal \342\200\223 Title", "dealtitle");
  check_fold ("Pa\303\255s", "pais");
  check_fold ("Stra\303\237e", "strasse");
  check_fold ("Score %", "score%");
  check_fold ("#", "#");
  check_fold ("(UTC)", "utc");
  check_fold ("---", "---");
  check_fold ("", "");
}

/* Every export's samples are recognised as that export, and could be no other. */
static void
test_samples (void)
{
  g_assert_cmpuint (gf_exports_get_n (), >=, 25);
  for (guint i = 0; i < gf_exports_get_n (); i++)
    {
      const GfExport *export = gf_exports_get (i);
      g_autofree char *path = g_strconcat (FOLDER, gf_export_get_id (export), ".json", NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);

      g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
      JsonArray *samples = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                                         "samples");
      for (guint k = 0; k < json_array_get_length (samples); k++)
        {
          JsonArray *sample = json_array_get_array_element (samples, k);
          g_autoptr (GPtrArray) names = g_ptr_array_new ();
          double confidence;

          for (guint c = 0; c < json_array_get_length (sample); c++)
            g_ptr_array_add (names, (gpointer) json_array_get_string_element (sample, c));

          const char * const *header = (const char * const *) names->pdata;
          g_assert_true (gf_exports_recognise (header, names->len, &confidence) == export);
          g_assert_cmpfloat (confidence, >=, 0.5);
          g_assert_cmpfloat (confidence, <, 1);
          for (guint other = 0; other < gf_exports_get_n (); other++)
            if (other != i && gf_export_matches (gf_exports_get (other), header, names->len))
              g_error ("a sample of %s could be %s", gf_export_get_id (export),
                       gf_export_get_id (gf_exports_get (other)));
        }
    }
}

static void
test_not_recognised (void)
{
  static const char * const plain[] = { "id", "name", "industry", "amount", "status" };
  static const char * const german[] = { "Firma", "Branche", "Mitarbeiter", "Umsatz", "Land" };
  double confidence = 1;

  g_assert_null (gf_exports_recognise (plain, G_N_ELEMENTS (plain), &confidence));
  g_assert_cmpfloat (confidence, ==, 0);
  g_assert_null (gf_exports_recognise (german, G_N_ELEMENTS (german), NULL));
  g_assert_null (gf_exports_recognise (NULL, 0, NULL));
  g_assert_null (gf_exports_find ("no-such-export"));
}

static void
check_key (const GfExport *export,
           const char     *name,
           const char     *key)
{
  const GfExportColumn *column = gf_export_find_column (export, name);

  g_assert_nonnull (column);
  g_assert_cmpstr (column->key, ==, key);
}

/* The same name means one thing in one export and another in the next, or nothing known. */
static void
test_columns (void)
{
  const GfExport *deals = gf_exports_find ("pipedrive-deals");
  const GfExport *stripe = gf_exports_find ("stripe-subscriptions");

  g_assert_cmpstr (gf_export_get_title (deals), ==, "Pipedrive deals");
  g_assert_cmpint (gf_export_get_row (deals), ==, GF_EXPORT_ROW_DEAL);
  check_key (deals, "Deal - Title", "name");
  check_key (deals, "Deal \342\200\224 title *", "name");
  check_key (deals, "Organization", "company");
  g_assert_true (gf_export_is_column (deals, "Deal - Value", "Value"));
  g_assert_false (gf_export_is_column (deals, "Deal - Value", "Title"));
  check_key (stripe, "Customer ID", "company_id");
  check_key (stripe, "id", "id");
  check_key (stripe, "Canceled At (UTC)", "churned");
  g_assert_null (gf_export_find_column (stripe, "favourite colour"));

  check_key (NULL, "Branche", "industry");
  check_key (NULL, "Mitarbeiter", "employees");
  check_key (NULL, "Chiffre d\342\200\231affaires", "revenue");
  check_key (NULL, "PA\303\215S", "country");
  check_key (NULL, "Contact Email", "email");
  g_assert_cmpint (gf_exports_find_usual ("Vorname")->personal, ==, GF_PERSONAL_NAME);
  g_assert_cmpint (gf_exports_find_usual ("Firma")->personal, ==, GF_PERSONAL_NONE);
  g_assert_null (gf_export_find_column (NULL, "favourite colour"));
}

/* The headers of CRM systems in the language of their user: HubSpot, Salesforce and Pipedrive in German, French, Spanish,
 * Portuguese and Dutch. */
static void
localised_headers_mean_the_same (void)
{
  static const struct
  {
    const char *key;
    const char *names[6];
  } cases[] = {
    { "name", { "Unternehmensname", "Nom de l'entreprise", "Nombre de la empresa", "Nome da empresa", "Bedrijfsnaam" } },
    { "name", { "Accountname", "Nom du compte", "Nombre de la cuenta", "Nome da conta", "Accountnaam" } },
    { "name", { "Organisation", "Nom de l\342\200\231organisation", "Organización", "Organização", "Organisatie" } },
    { "id", { "Datensatz-ID", "Identifiant client", "ID de registro", "ID do registro", "Record-ID" } },
    { "domain", { "Unternehmensdomain", "Nom de domaine de l'entreprise", "Nombre de dominio de la empresa",
                  "Nome de domínio da empresa", "Domeinnaam" } },
    { "industry", { "Branche", "Secteur d'activité", "Sector", "Setor", "Bedrijfstak" } },
    { "employees", { "Anzahl der Mitarbeiter", "Nombre d'employés", "Número de empleados", "Número de funcionários",
                     "Aantal werknemers" } },
    { "revenue", { "Jahresumsatz", "Chiffre d'affaires annuel", "Ingresos anuales", "Receita anual", "Jaarlijkse omzet" } },
    { "country", { "Land/Region", "Pays/Région", "País/región", "País/Região", "Land/regio" } },
    { "country", { "Rechnungsland", "Pays de facturation", "País de facturación", "País de cobrança", "Factuurland" } },
    { "city", { "Rechnungsort", "Ville de facturation", "Ciudad de facturación", "Cidade de cobrança", "Factuurplaats" } },
    { "created", { "Erstellungsdatum", "Date de création", "Fecha de creación", "Data de criação", "Aanmaakdatum" } },
    { "closed", { "Abschlussdatum", "Date de fermeture", "Fecha de cierre", "Data de fechamento", "Sluitingsdatum" } },
    { "owner", { "Accountinhaber", "Propriétaire du compte", "Propietario de la empresa", "Proprietário da conta",
                 "Accounteigenaar" } },
    { "amount", { "Betrag", "Montant", "Importe", "Valor", "Bedrag" } },
    { "last_activity", { "Letzte Aktivität", "Dernière activité", "Última actividad", "Última atividade",
                         "Laatste activiteit" } },
    { "lost_reason", { "Verlustgrund", "Motif de la perte", "Motivo de pérdida", "Motivo da perda", "Reden van verlies" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; cases[i].names[k] != NULL; k++)
      {
        g_test_message ("%s", cases[i].names[k]);
        check_key (NULL, cases[i].names[k], cases[i].key);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/exports/header-fold", test_header_fold);
  g_test_add_func ("/table/exports/samples", test_samples);
  g_test_add_func ("/table/exports/not-recognised", test_not_recognised);
  g_test_add_func ("/table/exports/columns", test_columns);
  g_test_add_func ("/table/exports/localised-headers-mean-the-same", localised_headers_mean_the_same);

  return g_test_run ();
}
