/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-research-fixture.h"

#include "gf-scripts.h"

#include <string.h>

typedef struct
{
  GfInterviewKind kind;
  const char *person;
  const char *role;
  const char *company;
  const char *date;
} Person;

static const Person people[] = {
  { GF_INTERVIEW_HAPPY, "Ana Ruiz", "Head of Marketing", "Fernglas Digital", "2026-11-12" },
  { GF_INTERVIEW_HAPPY, "Jonas Lindqvist", "Marketing Operations", "Talweg Software", "2026-11-09" },
  { GF_INTERVIEW_HAPPY, "Priya Nair", "Growth Lead", "Oakhollow Tech", "2026-11-04" },
  { GF_INTERVIEW_HAPPY, "Tom Okafor", "Client Director", "Pinewick Agency", "2026-10-30" },
  { GF_INTERVIEW_HAPPY, "Clara Weiss", "Founder", "Mirabelle Studio", "2026-10-28" },
  { GF_INTERVIEW_CHURNED, "Milan Havel", "Data Scientist", "Halden Data", "2026-11-18" },
  { GF_INTERVIEW_CHURNED, "Ines Brandt", "Analytics Lead", "Vantry Labs", "2026-11-15" },
};

static const struct
{
  const char *name;
  GfThemeKind kind;
} themes[] = {
  { "Hours lost to manual reports", GF_THEME_PAIN },
  { "Suites too hard for marketers", GF_THEME_OBJECTION },
  { "Client-ready in minutes", GF_THEME_OUTCOME },
  { "Leadership wants numbers", GF_THEME_TRIGGER },
  { "Hours lost for leadership", GF_THEME_PAIN },
  { "Too simple for modelling", GF_THEME_MISFIT },
};

static GfAnswer *
get_answer (GfInterview *interview,
            guint        position)
{
  g_autoptr (GfAnswer) answer = g_list_model_get_item (G_LIST_MODEL (gf_interview_get_answers (interview)), position);

  return answer;
}

static void
add_quote (GfProject   *project,
           GfInterview *interview,
           guint        answer,
           const char  *words,
           guint        theme)
{
  g_autoptr (GfQuote) quote = gf_quote_new ();
  g_autoptr (GfRecord) record = g_list_model_get_item (G_LIST_MODEL (gf_project_get_themes (project)), theme);

  gf_quote_set_answer (quote, gf_record_get_id (GF_RECORD (get_answer (interview, answer))));
  gf_quote_set_text (quote, words);
  gf_quote_set_theme (quote, gf_record_get_id (record));
  g_list_store_append (gf_interview_get_quotes (interview), quote);
}

static void
add_rating (GListStore *ratings,
            const char *scale,
            double      value)
{
  g_autoptr (GfRating) rating = gf_rating_new ();

  gf_rating_set_scale (rating, scale);
  gf_rating_set_value (rating, value);
  g_list_store_append (ratings, rating);
}

static void
fill_first (GfProject   *project,
            GfInterview *interview)
{
  gf_interview_set_interviewer (interview, "Lea");
  gf_interview_set_minutes (interview, 42);
  gf_answer_set_text (get_answer (interview, 0),
                      "Our new chief executive wanted the channel numbers on her desk every Monday, and we simply had "
                      "no way of doing that without somebody working on Sunday.");
  gf_answer_set_text (get_answer (interview, 1),
                      "Spreadsheets. One person spent two days a month pasting screenshots into slides, and still the "
                      "totals did not match. We had tried a big BI suite, but nobody in marketing could build a report "
                      "in it.");
  gf_answer_set_text (get_answer (interview, 2), "The same afternoon. I sent a client-ready report before the call ended.");
  add_quote (project, interview, 1, "One person spent two days a month pasting screenshots into slides", 0);
  add_quote (project, interview, 1, "nobody in marketing could build a report in it", 1);
  add_quote (project, interview, 2, "I sent a client-ready report before the call ended.", 2);
  add_rating (gf_interview_get_ratings (interview), "Ease of use", 5);
  add_rating (gf_interview_get_ratings (interview), "Value for money", 4);
}

static void
fill_interviews (GfProject *project)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autoptr (GfTheme) theme = gf_theme_new ();

      gf_theme_set_name (theme, themes[i].name);
      gf_theme_set_kind (theme, themes[i].kind);
      g_list_store_append (gf_project_get_themes (project), theme);
    }

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GfInterview) interview = gf_interview_new ();

      gf_interview_set_kind (interview, people[i].kind);
      gf_interview_set_person (interview, people[i].person);
      gf_interview_set_role (interview, people[i].role);
      gf_interview_set_company (interview, people[i].company);
      gf_interview_set_date (interview, people[i].date);
      gf_script_add_to (interview);
      g_list_store_append (gf_project_get_interviews (project), interview);
      if (i == 0)
        {
          fill_first (project, interview);
        }
      else if (i < 6)
        {
          gf_answer_set_text (get_answer (interview, 2), "Reports took hours. Now they take minutes.");
          add_quote (project, interview, 2, "Reports took hours", i == 5 ? 5 : 0);
          add_quote (project, interview, 2, "Now they take minutes", 2);
        }
    }
}

static void
fill_market (GfProject *project)
{
  static const struct
  {
    const char *name;
    const char *serves;
    guint price;
    const char *strengths;
    const char *weaknesses;
    guint n_sources;
  } competitors[] = {
    { "Prismatica BI", "Enterprises with analysts", 5, "Depth, security", "Months to set up; needs an expert", 3 },
    { "Corvid Analytics", "Enterprises, finance", 4, "Modelling", "Marketers cannot build reports alone", 2 },
    { "Tallysheet", "Freelancers", 1, "Free, simple", "No client branding, no schedules", 0 },
  };
  static const char * const sources[] = { "Price list of October", "Twelve reviews", "Sales call notes", NULL };
  GfMarket *market = gf_project_get_market (project);

  for (guint i = 0; i < G_N_ELEMENTS (competitors); i++)
    {
      g_autoptr (GfCompetitor) competitor = gf_competitor_new ();

      gf_competitor_set_name (competitor, competitors[i].name);
      gf_competitor_set_serves (competitor, competitors[i].serves);
      gf_competitor_set_price_level (competitor, competitors[i].price);
      gf_competitor_set_strengths (competitor, competitors[i].strengths);
      gf_competitor_set_weaknesses (competitor, competitors[i].weaknesses);
      gf_competitor_set_sources (competitor, sources + (3 - competitors[i].n_sources));
      add_rating (gf_competitor_get_ratings (competitor), "Ease of use", 1 + i * 1.5);
      g_list_store_append (gf_project_get_competitors (project), competitor);
    }

  gf_market_set_description (market, "Firms of 50 to 250 people with a marketing team.");
  gf_market_set_total (market, 41000);
  gf_market_set_total_note (market, "Firms of this kind in Europe");
  gf_market_set_serviceable (market, 12600);
  gf_market_set_serviceable_note (market, "Our languages and law");
  gf_market_set_obtainable (market, 900);
  gf_market_set_obtainable_note (market, "Two salespeople, referrals");
  gf_market_set_yearly_value (market, 3900);

  static const struct
  {
    const char *claim;
    const char *source;
    const char *date;
    GfMarketEffect effect;
  } notes[] = {
    { "Reports to the board became monthly in two of three mid-sized firms.", "Trade association, yearly survey",
      "2026-09-14", GF_MARKET_CONFIRMS },
    { "Agencies cut their software budgets by a tenth.", "Panel of 40 agencies", "2026-10-02", GF_MARKET_CONTRADICTS },
    { "Two enterprise suites announced a free tier.", "Their news pages", "2026-11-05", GF_MARKET_NEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GfMarketNote) note = gf_market_note_new ();

      gf_market_note_set_claim (note, notes[i].claim);
      gf_market_note_set_source (note, notes[i].source);
      gf_market_note_set_date (note, notes[i].date);
      gf_market_note_set_effect (note, notes[i].effect);
      g_list_store_append (gf_market_get_notes (market), note);
    }
}

static void
fill_customers (GfProject *project)
{
  static const char * const names[] = { "Fernglas Digital", "Talweg Software", "Halden Data", "Oakhollow Tech",
                                        "Mirabelle Studio", "Fernwerk", "Pinewick Agency", "Vantry Labs" };
  static const char * const industries[] = { "Marketing", "Software", "Data", "Technology",
                                             "Marketing", "Manufacturing", "Marketing", "Data" };
  static const char * const revenues[] = { "€18,400", "€22,100", "€4,300", "€15,900",
                                           "€9,700", "€12,000", "€16,450", "€3,100" };
  static const char * const seats[] = { "117", "140", "60", "95", "64", "210", "80", "33" };
  GfColumn *columns[] = {
    gf_column_new_typed ("Company name", GF_COLUMN_TEXT, names, G_N_ELEMENTS (names)),
    gf_column_new_categories ("Industry", industries, G_N_ELEMENTS (industries)),
    gf_column_new_typed ("Employees", GF_COLUMN_NUMBER, seats, G_N_ELEMENTS (seats)),
    gf_column_new_typed ("Revenue", GF_COLUMN_MONEY, revenues, G_N_ELEMENTS (revenues)),
  };
  GfColumnSpec *spec = gf_column_spec_copy (gf_column_get_spec (columns[3]));
  GfColumn *money;
  g_autoptr (GfTable) plain = NULL;
  g_autoptr (GfTable) table = NULL;

  g_set_str (&spec->currency, "EUR");
  money = gf_column_with_spec (columns[3], spec);
  gf_column_spec_free (spec);
  gf_column_unref (columns[3]);
  columns[3] = money;

  plain = gf_table_new (columns, G_N_ELEMENTS (columns));
  table = gf_table_set_role (plain, 0, GF_ROLE_NAME);
  gf_project_set_table (project, table);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gf_column_unref (columns[i]);
}

/**
 * gf_research_fixture_fill:
 * @project: an empty project
 *
 * Fills in interviews, themes, customers and the market.
 */
void
gf_research_fixture_fill (GfProject *project)
{
  gf_project_set_name (project, "DataGlyph");
  fill_customers (project);
  fill_interviews (project);
  fill_market (project);
}
