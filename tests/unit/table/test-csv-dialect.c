/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-dialect.h"

#include <string.h>

static GfCsvDialect
guess (const char *text)
{
  const GfCsvMarks unknown = { 0 };
  GfCsvDialect dialect;

  gf_csv_dialect_guess (text, strlen (text), TRUE, &unknown, -1, &dialect);

  return dialect;
}

static void
test_delimiters (void)
{
  static const struct { const char *text; char delimiter; } cases[] = {
    { "name,city\nAcme,\"Berlin; Mitte\"\n", ',' },
    { "name;price\nAcme;1,5\nBolt;2,5\n", ';' },
    { "name\tcity, country\nAcme\tBerlin, Germany\n", '\t' },
    { "a|b|c\n1|2|3\n", '|' },
    { "id~name~city\n1~Acme~Rome\n2~Bolt~Bonn\n", '~' },
    { "id^name, first^city\n1^Ann, B^Rome\n2^Bob^Bonn\n", '^' },
    { "id:name:city\n1:Acme:Rome\n2:Bolt:Bonn\n", ':' },
    { "id#name#city\n1#Acme#Rome\n2#Bolt#Bonn\n", '#' },
    { "id\001name\n1\001Acme\n", '\001' },
    { "id\037name\n1\037Acme\n", '\037' },
    { "id name\n1 Acme\n2 Bolt\n", ' ' },
    /* No delimiter: one column, whatever signs the texts have. */
    { "name\nAcme Ltd\nBolt Inc\n", ',' },
    { "full name\nAnn Lee\nBob Ray\n", ',' },
    { "time\n10:30\n11:45\n", ',' },
    { "page\nhttp://a.example\nhttp://b.example\n", ',' },
    { "sep=^\na^b\n", '^' },
    { "sep=,\na;b,c\n1;2,3\n", ',' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GfCsvDialect dialect = guess (cases[i].text);

      if (dialect.marks.delimiter != cases[i].delimiter)
        g_error ("case %" G_GSIZE_FORMAT ": “%c”", i, dialect.marks.delimiter);
    }
}

static void
test_quotes_and_escapes (void)
{
  static const struct { const char *text; char quote; char escape; } cases[] = {
    { "a,b\n\"x \"\"y\"\"\",z\n", '"', '"' },
    { "a,b\n'x, y',z\n'u','v, w'\n", '\'', '\'' },
    { "a;b\n'x';2\n'y';3\n", '\'', '\'' },
    { "a,b\n\"x \\\"y\\\"\",z\n", '"', '\\' },
    { "a,b\nx\\, y,z\nu,v\n", '"', '\\' },
    { "a,b\n5\\\",1\n6\\\",2\n", '"', '\\' },
    { "a,b\n'it\\'s',1\n'so',2\n", '\'', '\\' },
    /* Quoting by apostrophes, with others in the texts. */
    { "a,b,c\n'x, y','won't, no',1\n'Men's, u','v, w',2\n'q, p','r, s',3\n", '\'', '\'' },
    /* Apostrophes and backslashes that are text. */
    { "id,name\n'0012,O'Neill\n'0013,James'\n", '"', '"' },
    { "id,name\n1,'tis\n2,\"it's\"\n", '"', '"' },
    { "path,n\nC:\\data,1\n\"C:\\new\\\",2\n", '"', '"' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GfCsvDialect dialect = guess (cases[i].text);

      if (dialect.marks.quote != cases[i].quote || dialect.marks.escape != cases[i].escape)
        g_error ("case %" G_GSIZE_FORMAT ": quote %c, escape %c", i, dialect.marks.quote,
                 dialect.marks.escape);
    }
}

static void
test_settled_marks_hold (void)
{
  const char *text = "a,b;c\n'x',\"y;z\"\n";
  const GfCsvMarks settled = { ';', '\'', '\\' };
  GfCsvDialect dialect;

  gf_csv_dialect_guess (text, strlen (text), TRUE, &settled, 1, &dialect);
  g_assert_cmpmem (&dialect.marks, sizeof settled, &settled, sizeof settled);
}

/* Header rows, which of them has the names, how many make them up, and the names. */
static void
test_headers (void)
{
  static const struct
  {
    const char *text;
    guint n_rows;
    guint names_row;
    guint n_joined;
    const char *names;   /* joined by | */
  } cases[] = {
    { "name,city\nAcme,Rome\n", 1, 0, 1, "name|city" },
    { "Customers of 2024,,\n\n,,\nname,city,mrr\nAcme,Rome,1\nBolt,Bonn,2\n", 3, 2, 1,
      "name|city|mrr" },
    /* Groups over names, blank or repeated, and under titles. */
    { "Region,2024,,2025,\n,Sales,Cost,Sales,Cost\nNorth,1,2,3,4\nSouth,5,6,7,8\n", 2, 0, 2,
      "Region|2024 - Sales|2024 - Cost|2025 - Sales|2025 - Cost" },
    { "who,Q1,Q1,Q2\nname,a,b,c\nAnn,1,2,3\nBob,2,3,4\n", 2, 0, 2,
      "who - name|Q1 - a|Q1 - b|Q2 - c" },
    { "Report,,\nname,2024,\n,Sales,Cost\nAnn,1,2\nBob,3,4\n", 3, 1, 2,
      "name|2024 - Sales|2024 - Cost" },
    { ",Europe,,,Asia,\n,Sales,,Cost,Sales,\nname,Jan,Feb,Jan,Jan,Feb\nAnn,1,2,3,4,5\n"
      "Bob,1,2,3,4,5\n", 3, 0, 3,
      "name|Europe - Sales - Jan|Europe - Sales - Feb|Europe - Cost - Jan|Asia - Sales - Jan|"
      "Asia - Sales - Feb" },
    /* SurveyMonkey: options under the question, "Response" under a single one. */
    { "Respondent ID,How happy?,Which do you use?,,\n,Response,Mail,Phone,Chat\n"
      "1,very,Mail,,Chat\n2,not,,Phone,\n", 2, 0, 2,
      "Respondent ID|How happy?|Which do you use? - Mail|Which do you use? - Phone|"
      "Which do you use? - Chat" },
    /* Qualtrics: questions, then ids; its own columns keep their names. */
    { "StartDate,Status,Q1,Q2_1\nStart Date,Response Type,How happy?,\"Which?\n- Mail\"\n"
      "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\","
      "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_1\"\"}\"\n"
      "2024-01-01,0,5,1\n", 3, 0, 2,
      "StartDate|Status|Q1 - How happy?|Q2_1 - Which? - Mail" },
    { "ResponseID,StartDate,EndDate,Finished,Q1\nResponse ID,Start Date,End Date,Finished,How?\n"
      "R_1,2024-01-01,2024-01-01,1,4\nR_2,2024-01-01,2024-01-01,1,3\n", 2, 0, 2,
      "ResponseID|StartDate|EndDate|Finished|Q1 - How?" },
    /* The names said twice. */
    { "name,mrr\nname,mrr\nAcme,1\n", 2, 0, 1, "name|mrr" },
    { "name,mrr\nname,mrr\nname,mrr\nAcme,1\n", 3, 0, 1, "name|mrr" },
    /* Said twice, but these are customers, or the second is the only one. */
    { "name,plan\nname,plan\n", 1, 0, 1, "name|plan" },
    { "1,A\n1,A\n2,B\n", 1, 0, 1, "1|A" },
    { "x,x\nx,x\nx,x\nx,y\n", 1, 0, 1, "x|x" },
    /* A row of units under the names, all in brackets, some, or under groups. */
    { "Company,Revenue,Tenure,Seats\n,(USD),months,#\nAcme,12,3,4\nBolt,13,2,5\n", 2, 0, 2,
      "Company|Revenue (USD)|Tenure (months)|Seats (#)" },
    { "Company,Revenue,Share\n[text],[EUR],%\nAcme,12,3\n", 2, 0, 2,
      "Company (text)|Revenue (EUR)|Share (%)" },
    { "Company,2024,,2025,\n,Revenue,Margin,Revenue,Margin\n,USD,%,USD,%\nAcme,1,2,3,4\n"
      "Bolt,5,6,7,8\n", 3, 0, 3,
      "Company|2024 - Revenue (USD)|2024 - Margin (%)|2025 - Revenue (USD)|2025 - Margin (%)" },
    /* No units: a customer with a currency, amounts below zero, words under them. */
    { "Company,Currency,Revenue\n,USD,12\nAcme,EUR,13\n", 1, 0, 1, "Company|Currency|Revenue" },
    { "Company,Loss\n,(12)\nAcme,(13)\n", 1, 0, 1, "Company|Loss" },
    { "Company,Currency,Plan\n,USD,\nAcme,EUR,pro\n", 1, 0, 1, "Company|Currency|Plan" },
    /* Hours that count on are names, rows that all count on are not. */
    { "team,0,1,2,3\nA,0.5,0.6,0.7,0.8\nB,0.5,0.7,0.7,0.9\n", 1, 0, 1, "team|0|1|2|3" },
    /* Notes of several cells above the names. */
    { "Report:,Accounts,,\nPeriod:,2024,,\n\nName,City,MRR,Seats\nAcme,Rome,1,2\nBolt,Bonn,3,4\n", 3, 2,
      1, "Name|City|MRR|Seats" },
    { "Report;Accounts\nPeriod;2024\nName;City;MRR;Seats\nAcme;Rome;1;2\nBolt;Bonn;3;4\n", 3, 2, 1,
      "Name|City|MRR|Seats" },
    /* Names that are fewer than the cells below them stay names. */
    { "id,name\n1,a,b,c\n2,d,e,f\n3,g,h,i\n", 1, 0, 1, "id|name" },
    /* Blank and equal names of one row, above rows of words. */
    { "name,,name\nAcme,x,y\nBolt,z,w\nCore,u,v\n", 1, 0, 1, "name||name" },
    { "name,mail,mail\nAcme,a@b.example,\nBolt,,b@c.example\nCore,u@v.example,\n", 1, 0, 1,
      "name|mail|mail" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GfCsvDialect dialect = guess (cases[i].text);
      g_autoptr (GPtrArray) records = gf_csv_read_sample (cases[i].text, strlen (cases[i].text),
                                                          TRUE, &dialect.marks,
                                                          dialect.n_header_rows, NULL);

      g_assert_cmpuint (records->len, ==, dialect.n_header_rows);
      g_ptr_array_remove_range (records, 0, dialect.names_row);
      g_auto (GStrv) names = gf_csv_join_names (records, dialect.n_joined);
      g_autofree char *joined = g_strjoinv ("|", names);
      if (dialect.n_header_rows != cases[i].n_rows || dialect.names_row != cases[i].names_row ||
          dialect.n_joined != cases[i].n_joined || !g_str_equal (joined, cases[i].names))
        g_error ("case %" G_GSIZE_FORMAT ": %u rows, names in %u, %u joined: %s", i,
                 dialect.n_header_rows, dialect.names_row, dialect.n_joined, joined);
    }
}

/* Without names: numbers, dates, or most words come again below. Repeated names do not make data of
   them. */
static void
test_no_headers (void)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (GString) points = g_string_new ("team,1,2,3,4\n");
  g_autoptr (GString) tables = g_string_new ("Minister,Date,Purpose,Guest\n");

  for (guint i = 0; i < 30; i++)
    {
      g_string_append_printf (numbers, "%u,%u,%u\n", i, i + 1, i + 2);
      g_string_append_printf (points, "t%u,0.%u,0.5,0.4,0.3\n", i, i);
      g_string_append_printf (tables, i == 15 ? "Minister,Date,Gift,Value\n" : "M%u,May,p%u,g%u\n", i, i, i);
    }
  g_assert_cmpuint (guess (numbers->str).n_header_rows, ==, 0);
  g_assert_cmpuint (guess (points->str).n_header_rows, ==, 1);
  g_assert_cmpuint (guess (tables->str).n_header_rows, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/csv-dialect/delimiters", test_delimiters);
  g_test_add_func ("/table/csv-dialect/quotes-and-escapes", test_quotes_and_escapes);
  g_test_add_func ("/table/csv-dialect/settled-marks-hold", test_settled_marks_hold);
  g_test_add_func ("/table/csv-dialect/headers", test_headers);
  g_test_add_func ("/table/csv-dialect/no-headers", test_no_headers);

  return g_test_run ();
}
