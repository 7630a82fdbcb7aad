/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a customer list as a large CRM exports it, for timing.
 *
 * Usage: generate-customers ROWS [SEED] > customers.csv
 *
 * 20 columns, about 190 bytes a row. The same seed gives the same bytes on every machine. The list
 * has what makes real ones slow: a dictionary that fits every cache beside names that are all
 * different, quoted commas, quotes and line ends, letters beyond ASCII, empty cells, money with
 * decimals, several values in one cell. Two groups buy more than the rest, so that mining finds
 * something: marketing teams of 50 to 250 people, and referred customers on the Team plan. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_ELEMENTS(array) (sizeof (array) / sizeof ((array)[0]))
#define MAX_NAME 64

static const char *const industries[] = {
  "Software", "Marketing", "Retail", "Machinery", "Health care", "Banking", "Education",
  "Logistics", "Construction", "Hotels", "Media", "Energy", "Farming", "Law", "Property",
  "Insurance", "Telecoms", "Charity", "Public sector", "Research, private",
};
static const char *const departments[] = {
  "Marketing", "Sales", "Data science", "Finance", "Operations", "Product", "Support",
};
static const char *const countries[] = {
  "Germany", "United Kingdom", "France", "Netherlands", "Spain", "Italy", "Sweden", "Poland",
  "Denmark", "Austria", "Switzerland", "Belgium", "Finland", "Norway", "Ireland", "Portugal",
  "Czechia", "Türkiye", "United States", "Canada", "Japan", "Australia", "Brazil", "Côte d’Ivoire",
};
static const char *const plans[] = { "Free", "Starter", "Team", "Company" };
static const char *const stages[] = { "Founder-led", "Seed", "Series A", "Series B", "Listed" };
static const char *const sources[] = {
  "Search", "Referral", "Advertisement", "Event", "Partner", "Outbound", "Newsletter",
};
static const char *const owners[] = {
  "Lea Brandt", "Sven Åkesson", "Zoë O’Hara", "Mateusz Wójcik", "İpek Demir", "Ana Ruiz",
  "Tom \"TJ\" Janssen", "Chiara D’Amico",
};
static const char *const tools[] = {
  "Spreadsheets", "Mail merge", "Tag manager", "Web shop", "Call centre", "Data warehouse",
  "Survey tool", "Ticketing", "Chat", "Calendar", "Payments", "Billing",
};
static const char *const onsets[] = { "br", "k", "l", "m", "n", "p", "s", "t", "v", "gr", "f", "st" };
static const char *const nuclei[] = { "a", "e", "i", "o", "u", "ä", "ø", "ei", "au" };
static const char *const codas[] = { "", "n", "r", "l", "x", "nd", "rk", "s" };
static const char *const forms[] = { " GmbH", " Ltd", " SA", " AB", ", Inc.", " & Co", " Oy", "" };
static const char *const remarks[] = {
  "asked for an invoice by post", "wants \"one page, not ten\"", "renewal, then upgrade",
  "moved from another tool", "first report took an afternoon", "zufrieden, sagt das Team",
};

static uint64_t state;

/* One step of SplitMix64 (Steele, Lea and Flood, 2014). */
static uint64_t
next_random (void)
{
  uint64_t z = state += UINT64_C (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* In [0, 1). */
static double
uniform (void)
{
  return (double) (next_random () >> 11) * 0x1p-53;
}

static size_t
below (size_t n)
{
  return (size_t) (uniform () * (double) n);
}

/* The first of n are likelier, as they are in real lists. */
static size_t
skewed (size_t n)
{
  double u = uniform ();

  return (size_t) (u * u * (double) n);
}

static double
normal (void)
{
  return sqrt (-2 * log (1 - uniform ())) * cos (6.283185307179586 * uniform ());
}

static void
make_name (char name[MAX_NAME])
{
  size_t syllables = 2 + below (2);
  size_t used = 0;

  for (size_t i = 0; i < syllables; i++)
    used += (size_t) snprintf (name + used, MAX_NAME - used, "%s%s%s",
                               onsets[below (N_ELEMENTS (onsets))],
                               nuclei[below (N_ELEMENTS (nuclei))],
                               codas[below (N_ELEMENTS (codas))]);
  name[0] = (char) (name[0] - 'a' + 'A');
}

/* Quoted where RFC 4180 asks for quotes. */
static void
put_text (const char *text)
{
  if (strpbrk (text, ",\"\n") == NULL)
    {
      fputs (text, stdout);
      return;
    }
  putchar ('"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        putchar ('"');
      putchar (*p);
    }
  putchar ('"');
}

static void
put_cell (const char *text)
{
  put_text (text);
  putchar (',');
}

/* A day of the years from 2019 on, as yyyy-mm-dd; months have 28 days here, which is enough. */
static void
put_date (size_t day)
{
  printf ("%04zu-%02zu-%02zu,", 2019 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
}

static void
put_tools (void)
{
  size_t first = below (N_ELEMENTS (tools));
  size_t n = below (5);

  for (size_t i = 0; i < n; i++)
    printf ("%s%s", i > 0 ? ";" : "", tools[(first + i * 5) % N_ELEMENTS (tools)]);
  putchar (',');
}

/* The last cell: mostly empty, sometimes of two lines. */
static void
put_remark (void)
{
  char remark[2 * MAX_NAME];

  if (uniform () < 0.3)
    {
      snprintf (remark, sizeof remark, "%s%s", remarks[below (N_ELEMENTS (remarks))],
                uniform () < 0.1 ? "\nsecond call booked" : "");
      put_text (remark);
    }
  putchar ('\n');
}

static void
put_customer (size_t row)
{
  char name[MAX_NAME];
  char company[MAX_NAME + 8];
  size_t department = skewed (N_ELEMENTS (departments));
  size_t plan = skewed (N_ELEMENTS (plans));
  size_t source = below (N_ELEMENTS (sources));
  double employees = floor (exp (4.3 + 1.3 * normal ())) + 1;
  bool fits = department == 0 && employees >= 50 && employees <= 250;
  bool referred = source == 1 && plan == 2;
  double best = fits ? 0.45 : referred ? 0.25 : 0.12;
  double value = uniform () < best ? 9000 * exp (0.6 * fabs (normal ()))
                                   : 8900 / exp (fabs (normal ()));
  size_t joined = below (2200);

  make_name (name);
  snprintf (company, sizeof company, "%s%s", name, forms[below (N_ELEMENTS (forms))]);
  printf ("%zu,", 100000 + row);
  put_cell (company);
  printf ("www.%s-%zu.example,", name, row % 9973);
  put_cell (industries[skewed (N_ELEMENTS (industries))]);
  put_cell (departments[department]);
  put_cell (countries[skewed (N_ELEMENTS (countries))]);
  printf ("%.0f,", employees);
  if (uniform () < 0.85)
    printf ("%.0f", employees * exp (11 + 0.7 * normal ()));
  putchar (',');
  put_cell (stages[below (N_ELEMENTS (stages))]);
  put_cell (plans[plan]);
  put_cell (sources[source]);
  put_tools ();
  put_date (joined);
  if (uniform () < 0.2)
    put_date (joined + 30 + below (400));
  else
    putchar (',');
  printf ("%.2f,%.2f,", value, value / (3 + 33 * uniform ()));
  if (uniform () < 0.6)
    printf ("%zu", below (11));
  putchar (',');
  printf ("%zu,", (size_t) (-3 * log (1 - uniform ())));
  put_cell (owners[below (N_ELEMENTS (owners))]);
  put_remark ();
}

int
main (int argc, char *argv[])
{
  size_t rows = argc > 1 ? (size_t) strtoull (argv[1], NULL, 10) : 1000;

  state = argc > 2 ? strtoull (argv[2], NULL, 10) : 42;
  puts ("Record ID,Company name,Website,Industry,Department,Country,Employees,Annual revenue,Stage,"
        "Plan,Source,Tools,Joined,Left,Lifetime value,Monthly revenue,NPS,Support tickets,Owner,"
        "Remark");
  for (size_t row = 0; row < rows; row++)
    put_customer (row);
  return fflush (stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
