/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-scripts.h"
#include "sample.h"

#include <string.h>

static const struct
{
  const char *id;
  GfThemeKind kind;
  const char *name;
  const char *description;
} themes[] = {
  { "hours", GF_THEME_PAIN, "Hours lost to manual reports",
    "Copying figures from tools into sheets and slides, month after month." },
  { "disagree", GF_THEME_PAIN, "Figures that disagree",
    "The CRM, the analytics and the ad accounts each tell another number." },
  { "late", GF_THEME_PAIN, "Answers that come too late",
    "The report is right when nobody needs it any more." },
  { "new-head", GF_THEME_TRIGGER, "A new head of marketing, in the first 90 days", "" },
  { "round", GF_THEME_TRIGGER, "A funding round: the board wants monthly figures", "" },
  { "minutes", GF_THEME_OUTCOME, "Client-ready reports in minutes", "" },
  { "same-page", GF_THEME_OUTCOME, "The report goes out on the first, with the same figures for everyone", "" },
  { "own-data", GF_THEME_DRIVER, "First report with their own data within a day", "" },
  { "branding", GF_THEME_DRIVER, "Their own branding, export to slides", "" },
  { "not-bi", GF_THEME_OBJECTION, "“Not another BI project.”", "" },
  { "free", GF_THEME_OBJECTION, "“Spreadsheets are free.”", "" },
  { "where", GF_THEME_OBJECTION, "“Where does our data lie?”", "" },
  { "peers", GF_THEME_CHANNEL, "Communities of marketing leaders", "" },
  { "tools", GF_THEME_TOOL, "Cloud CRM, web analytics, two or more ad platforms", "" },
  { "sets-up", GF_THEME_ROLE, "Marketing Operations sets it up", "" },
  { "signs", GF_THEME_ROLE, "CMO or VP Marketing signs", "" },
  { "simple", GF_THEME_MISFIT, "Too simple for statistics",
    "Teams that model miss intervals, tests and calculations of their own." },
  { "code", GF_THEME_CRITERION, "Wants to write code", "" },
};

/* What was said to a question of the script. Words in braces are a quote, led by its theme. */
typedef struct
{
  guint question;
  const char *text;
} Said;

typedef struct
{
  const char *id;
  GfInterviewKind kind;
  const char *company;
  const char *person;
  const char *role;
  const char *size;
  const char *date;
  int minutes;
  double ease;
  double value;
  Said said[12];
} Person;

static const Person people[] = {
  {
    "interview-talweg", GF_INTERVIEW_HAPPY, "Talweg Software", "Ana Ruiz", "Head of Marketing", "140 people",
    "2026-07-14", 42, 5, 4,
    {
      { 0, "{new-head:I had been head of marketing for six weeks} when the board asked for a channel report on the "
           "first of every month, and nobody could tell me how the last one had been made." },
      { 1, "Spreadsheets, and a person to feed them. {hours:Two days a month go into the board report, half of it "
           "copy and paste.} I say go, because in my head they still do. One report took six hours. {tools:We have "
           "a cloud CRM, web analytics and two ad platforms}, and none of them talks to the others." },
      { 2, "{same-page:The report goes out on the first of the month, with the same figures for everyone.} That was "
           "the whole job." },
      { 3, "Two of the big suites and a free sheet. {own-data:With you I had a report with our own data before "
           "lunch}; the suites wanted a workshop first." },
      { 4, "{disagree:Three tools, three numbers, and I have to explain why.} I was afraid you would be number "
           "four." },
      { 5, "I chose it, {sets-up:our marketing operations person set it up} and {signs:our CMO signed}. Finance "
           "asked when it pays for itself, and that was that." },
      { 6, "The same morning. {late:By the time the slide is right, the question has moved on.} That is how it "
           "used to be. This time I answered in the meeting." },
      { 7, "{minutes:My Friday report takes eleven minutes now, and it looks like us.} It was six hours." },
      { 8, "{branding:That it comes out in our own colours and opens in our slides.}" },
      { 10, "The report machine. I have told three people in {peers:my circle of marketing leads}, and two of them "
            "bought." },
    },
  },
  {
    "interview-oakhollow", GF_INTERVIEW_HAPPY, "Oakhollow Tech", "Priya Nair", "CMO", "210 people", "2026-07-22",
    35, 4, 4,
    {
      { 0, "{round:We had just closed our B round, and the new board member wanted the same figures every month.}" },
      { 1, "My team built it by hand. {hours:A senior marketer spent a whole day a month being a copying machine.} "
           "Eight hours, every month." },
      { 3, "{not-bi:My first words were: not another BI project.} Our group had one running for a year. You were "
           "live in a day, from a template." },
      { 4, "{where:Where does our data lie? That was the only question IT had.} The audit report answered it." },
      { 5, "{signs:I sign these.} IT security could have stopped it." },
      { 6, "{late:Before, the answer came when the campaign was over.} In the first week I could move money while it "
           "still mattered." },
      { 7, "{disagree:Sales and marketing used to bring different numbers to the same meeting.} {same-page:Now one "
           "page goes out on the first, and it is the same page for all.} {minutes:It takes us twenty-five "
           "minutes.}" },
      { 8, "{same-page:The board stopped asking where the numbers come from.}" },
      { 12, "{peers:A closed group of marketing leaders; somebody posted your page there.}" },
    },
  },
  {
    "interview-hollenby", GF_INTERVIEW_HAPPY, "Hollenby Tech", "Jonas Ahlberg", "Marketing Operations",
    "88 people", "2026-08-05", 50, 4, 5,
    {
      { 0, "{new-head:Our new head of marketing asked for everything in her first month}, and I was everything." },
      { 1, "{hours:I spent the last Thursday of every month pasting numbers into slides.} Seven hours, if nothing "
           "broke. {tools:The CRM in the cloud, analytics, search ads and social ads.}" },
      { 3, "{not-bi:We did not want a project with a consultant in it.} {own-data:I connected our accounts and had a "
           "real report the same afternoon.}" },
      { 5, "{sets-up:I set it up}, she uses it, {signs:the VP Marketing signed}." },
      { 7, "{disagree:The CRM and the ads never agreed, and I was the one who had to know why.} Now the difference "
           "stands under the figure. {same-page:It goes out by itself on the first.} {minutes:I look at it for "
           "forty minutes, and most of that is coffee.}" },
      { 9, "A connection to one ad platform broke twice this year. You told me before I noticed, but still." },
      { 10, "Reports for people who have other things to do." },
    },
  },
  {
    "interview-pinewick", GF_INTERVIEW_HAPPY, "Pinewick Agency", "Tom Okafor", "Client Director", "180 people",
    "2026-08-19", 38, 5, 3,
    {
      { 0, "We had won four clients in a month and could not report for the ones we already had." },
      { 1, "{hours:Half a day a client, every month, for a report nobody kept.} Four hours at the least." },
      { 3, "{tools:Every client has a CRM in the cloud and three ad accounts.} {disagree:Each of them tells another "
           "truth.}" },
      { 4, "{free:My finance lead said that spreadsheets are free.} I asked her what forty afternoons cost." },
      { 6, "{own-data:The first report with a client’s own data was out the same day.}" },
      { 7, "{minutes:It used to be half a day a client. Now it is the coffee break.} Thirty minutes with the "
           "comment." },
      { 8, "{branding:The client’s logo on it, not yours and not ours.}" },
      { 9, "The price. Every client is a workspace, and with the small ones there is little left." },
    },
  },
  {
    "interview-mirabelle", GF_INTERVIEW_HAPPY, "Mirabelle Studio", "Clara Weiss", "Founder", "64 people",
    "2026-09-02", 33, 5, 4,
    {
      { 0, "A client asked on a Tuesday how the weekend had gone. {late:We knew on Friday.}" },
      { 1, "{hours:Evenings. I made the reports myself, because nobody else could make them look right.} Five hours "
           "for the big ones." },
      { 4, "{free:Honestly, the sheet was free and it was mine.}" },
      { 7, "{minutes:Twenty minutes, and it is out before I leave.}" },
      { 8, "{branding:Our clients think we hired a designer.}" },
      { 10, "{peers:Yes, to two other studio owners at our yearly meeting.}" },
      { 13, "If you charged for each seat. My freelancers come and go." },
    },
  },
  {
    "interview-jarrowgate", GF_INTERVIEW_CHURNED, "Jarrowgate", "Milan Havel", "Lead data scientist", "95 people",
    "2026-09-09", 47, 5, 2,
    {
      { 0, "One place for our studies, with the charts and the statistics behind them." },
      { 1, "Setting up was quick and the charts were handsome. Then a client asked how sure we were." },
      { 4, "{simple:Lovely charts. We needed confidence intervals, not colours.}" },
      { 5, "Two of us looked at it. The others never left their notebooks." },
      { 8, "{code:Notebooks: we write the model, and the chart comes with it.}" },
      { 11, "A marketing team, any day. Nobody asks them for a standard error." },
      { 12, "If I could put a calculation of my own behind a figure." },
    },
  },
  {
    "interview-quillmark", GF_INTERVIEW_CHURNED, "Quillmark Labs", "Ines Brandt", "Analytics lead", "160 people",
    "2026-09-16", 40, 4, 2,
    {
      { 0, "To stop answering the same eleven questions by hand." },
      { 1, "{simple:No models, no scripts. We had outgrown it by the second week.}" },
      { 4, "{code:Anything one can program.} And a way to test whether two weeks really differ." },
      { 6, "Setting up was the best part, and support was quick. It was not that." },
      { 8, "Our own dashboards. They are uglier and they can do it." },
      { 9, "Fair for what it does. For us it did not do it." },
      { 11, "For whoever has to show figures and does not have to defend them." },
    },
  },
  {
    "interview-eskelund", GF_INTERVIEW_CHURNED, "Eskelund Insight", "Sanne Vos", "Data scientist", "62 people",
    "2026-09-23", 29, 4, 3,
    {
      { 0, "Our manager had seen it at a client’s and liked the look." },
      { 2, "When I had to export everything to weight the answers, and import it again." },
      { 4, "{simple:It adds up and it averages. Our work begins where that ends.}" },
      { 7, "The budget was cut as well, but we would have kept a tool that we use." },
      { 11, "The marketing people next door still have it. They are happy." },
    },
  },
};

static void
add_themes (GfProject *project)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autoptr (GfTheme) theme = gf_theme_new ();

      gf_record_set_id (GF_RECORD (theme), themes[i].id);
      gf_theme_set_name (theme, themes[i].name);
      gf_theme_set_kind (theme, themes[i].kind);
      gf_theme_set_description (theme, themes[i].description);
      g_list_store_append (gf_project_get_themes (project), theme);
    }
}

static void
add_quote (GfInterview *interview,
           GfAnswer    *answer,
           const char  *theme,
           const char  *words)
{
  g_autoptr (GfQuote) quote = gf_quote_new ();

  gf_quote_set_answer (quote, gf_record_get_id (GF_RECORD (answer)));
  gf_quote_set_theme (quote, theme);
  gf_quote_set_text (quote, words);
  g_list_store_append (gf_interview_get_quotes (interview), quote);
}

/* Types the answer without its braces, and marks what stood in them. */
static void
answer (GfInterview *interview,
        const Said  *said)
{
  GListModel *answers = G_LIST_MODEL (gf_interview_get_answers (interview));
  g_autoptr (GfAnswer) record = g_list_model_get_item (answers, said->question);
  g_auto (GStrv) parts = g_strsplit_set (said->text, "{}", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append (text, i % 2 == 1 ? strchr (parts[i], ':') + 1 : parts[i]);
  gf_answer_set_text (record, text->str);

  for (guint i = 1; parts[i] != NULL; i += 2)
    {
      char *colon = strchr (parts[i], ':');
      g_autofree char *theme = g_strndup (parts[i], (gsize) (colon - parts[i]));

      add_quote (interview, record, theme, colon + 1);
      if (parts[i + 1] == NULL)
        break;
    }
}

static void
rate (GfInterview *interview,
      const char  *scale,
      double       value)
{
  g_autoptr (GfRating) rating = gf_rating_new ();

  gf_rating_set_scale (rating, scale);
  gf_rating_set_value (rating, value);
  g_list_store_append (gf_interview_get_ratings (interview), rating);
}

static void
add_person (GfProject    *project,
            const Person *person)
{
  g_autoptr (GfInterview) interview = gf_interview_new ();

  gf_record_set_id (GF_RECORD (interview), person->id);
  gf_interview_set_kind (interview, person->kind);
  gf_interview_set_company (interview, person->company);
  gf_interview_set_person (interview, person->person);
  gf_interview_set_role (interview, person->role);
  gf_interview_set_size (interview, person->size);
  gf_interview_set_date (interview, person->date);
  gf_interview_set_interviewer (interview, "Lea Hartwig");
  gf_interview_set_minutes (interview, person->minutes);
  g_list_store_append (gf_project_get_interviews (project), interview);

  gf_script_add_to (interview);
  for (gsize i = 0; i < G_N_ELEMENTS (person->said) && person->said[i].text != NULL; i++)
    answer (interview, &person->said[i]);
  rate (interview, "Ease of use", person->ease);
  rate (interview, "Value for money", person->value);
}

/* Step 2: five happy customers, three who left, and what they speak of. */
void
sample_add_people (GfProject *project)
{
  add_themes (project);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    add_person (project, &people[i]);
}
