/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <cairo.h>
#include <math.h>

typedef struct
{
  guint customers[2], interviews[2], deals[2], market[2], terms[2], both[3];
} Sources;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Three bars on a rounded square, as on the page of the design. */
static GBytes *
draw_logo (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 320, 320);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_scale (cr, 40, 40);
  cairo_set_source_rgb (cr, 0x7a / 255.0, 0x24 / 255.0, 0x38 / 255.0);
  cairo_arc (cr, 6.4, 1.6, 1.6, -G_PI_2, 0);
  cairo_arc (cr, 6.4, 6.4, 1.6, 0, G_PI_2);
  cairo_arc (cr, 1.6, 6.4, 1.6, G_PI_2, G_PI);
  cairo_arc (cr, 1.6, 1.6, 1.6, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 1.7, 4.5, 1.2, 1.8);
  cairo_rectangle (cr, 3.4, 3.2, 1.2, 3.1);
  cairo_rectangle (cr, 5.1, 1.7, 1.2, 4.6);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

static GfInline *
line (const char *markup, const guint *sources)
{
  return gf_inline_new_statement (markup, sources, FALSE);
}

static GfInline *
assumed (const char *markup)
{
  return gf_inline_new_statement (markup, NULL, TRUE);
}

static void
add_header (GfDocument *document)
{
  g_autoptr (GBytes) logo = draw_logo ();
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 10, 14, 9, 0, 0);

  gf_document_set_brand (document, "DataGlyph", logo);
  gf_document_set_status (document, "Primary profile");
  gf_document_set_title (document, "DataGlyph Ideal Customer Profile:", "Mid-Size Tech Companies");
  gf_document_set_sentence (document, gf_inline_new (
    "B2B software and IT-service companies of 50 to 250 people whose marketing team owes leadership "
    "a monthly report, still builds it by hand, and can decide within a quarter."));
  gf_document_add_meta (document, "Version", "3, 14 October 2026");
  gf_document_add_meta (document, "Owner", "Mara Lindqvist, Marketing");
  gf_document_add_meta (document, "Next review", "14 January 2027");
  gf_document_add_meta (document, "Rests on", "148 customers, 8 interviews");
  gf_document_set_author (document, "Mara Lindqvist");
  gf_document_set_date (document, date);
  gf_document_add_keyword (document, "ideal customer profile");
}

static Sources
add_sources (GfDocument *document)
{
  Sources s = { { 0 } };

  /* Out of order on purpose: the notes have an order of their own. */
  s.terms[0] = gf_document_add_source (document, GF_DOC_SOURCE_OWN_TERMS,
                                       "Our own terms and audit report, 2024.");
  s.interviews[0] = gf_document_add_source (document, GF_DOC_SOURCE_INTERVIEWS,
    "Interviews, n = 8, July to September 2026: 5 happy, 3 churned.");
  s.customers[0] = gf_document_add_source (document, GF_DOC_SOURCE_CUSTOMERS,
    "Customer list, n = 148, 6 October 2026; best are the top 10 % by lifetime value, renewals and "
    "referrals.");
  s.market[0] = gf_document_add_source (document, GF_DOC_SOURCE_MARKET,
                                        "Three competitors, price pages, 41 reviews.");
  s.deals[0] = gf_document_add_source (document, GF_DOC_SOURCE_DEALS,
                                       "Deals closed April to September 2026, n = 68.");
  s.both[0] = s.interviews[0];
  s.both[1] = s.customers[0];
  gf_document_add_remark (document, "Intervals are 95 % credible. Of 18 attributes tested, three hold "
                                    "after correction.");
  return s;
}

static void
add_company (GfDocument *document, const Sources *s, guint extra)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_COMPANY, "Company");

  gf_doc_section_add_fact (section, "Industry", line ("B2B software, IT services", s->customers));
  gf_doc_section_add_fact (section, "Business model", line ("Subscription, own sales team",
                                                            s->customers));
  gf_doc_section_set_item_kind (section, GF_DOC_TOPIC_SIZE, 0);
  gf_doc_section_add_fact (section, "Employees", line ("**50 to 250**, of them 4 to 12 in marketing",
                                                       s->customers));
  gf_doc_section_set_item_kind (section, GF_DOC_TOPIC_COMPANY, 0);
  gf_doc_section_add_fact (section, "Stage", line ("Series A to C, or profitable and growing",
                                                   s->customers));
  gf_doc_section_add_fact (section, "Revenue", assumed ("€5 to 40 million a year"));
  gf_doc_section_set_item_kind (section, GF_DOC_TOPIC_TECHNOLOGY, 0);
  gf_doc_section_add_fact (section, "Technology",
                           line ("Cloud CRM, web analytics, two or more ad platforms; no data "
                                 "warehouse", s->both));
  for (guint i = 0; i < extra; i++)
    {
      g_autofree char *text = g_strdup_printf ("Tool number %u, in use with a third of them", i + 1);

      gf_doc_section_add_fact (section, "Tool", line (text, s->customers));
    }
}

static void
add_people (GfDocument *document, const Sources *s, guint extra)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_PEOPLE, "People and roles");

  gf_doc_section_add_item (section, line ("**Head of Marketing** champions and uses it; wants figures "
                                          "that survive questions", s->interviews));
  gf_doc_section_add_item (section, line ("**Marketing Operations** sets it up; wants stable links",
                                          s->interviews));
  gf_doc_section_add_item (section, line ("**CMO or VP Marketing** signs; wants one picture",
                                          s->interviews));
  gf_doc_section_add_item (section, line ("**Finance** checks payback above €10,000", s->deals));
  gf_doc_section_add_item (section, line ("**IT security** can block; asks where data lies",
                                          s->deals));
  for (guint i = 0; i < extra; i++)
    {
      g_autofree char *text = g_strdup_printf ("**Stakeholder %u** reads along and has opinions "
                                               "about nearly everything", i + 1);

      gf_doc_section_add_item (section, line (text, s->interviews));
    }
}

static void
add_buying (GfDocument *document, const Sources *s)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_BUYING,
                                                   "Buying process and budget");
  GfInline *text = line ("A peer’s tip or a search, a 14-day trial with their own data, a finance "
                         "check, a signature: **34 days** at the median.", s->deals);

  gf_inline_cite (gf_inline_plain (text, " Marketing pays, €6,000 to 18,000 a year."), s->deals);
  gf_inline_assumption (gf_inline_plain (text, " "), "No tender below €25,000.");
  gf_doc_section_add_paragraph (section, text);
}

static void
add_channels (GfDocument *document, const Sources *s)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_CHANNELS,
                                                   "Channels and message");

  gf_doc_section_add_paragraph (section, line ("Communities of marketing leaders, referrals, agency "
                                               "partners, search for “automate marketing report”.",
                                               s->interviews));
  gf_doc_section_set_item_kind (section, GF_DOC_TOPIC_MESSAGE, 0);
  gf_doc_section_add_paragraph (section, assumed ("*The monthly report, done before your coffee is "
                                                  "cold.*"));
}

static void
add_not_a_fit (GfDocument *document, const Sources *s)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_NOT_A_FIT,
                                                   "Who is not a fit");

  gf_doc_section_add_item (section, line ("**Data-science teams** that model: we are too simple for "
                                          "statistics, said 3 of 3 churned", s->interviews));
  gf_doc_section_add_item (section, line ("**Under 20 people:** a spreadsheet will do",
                                          s->customers));
  gf_doc_section_add_item (section, line ("**Over 1,000 people** with BI set by group IT", s->market));
  gf_doc_section_add_item (section, line ("**On-premises only:** we cannot serve it", s->terms));
  gf_doc_section_add_ask_first (section, "Who will build the reports?", "our data scientists");
}

static void
add_pains (GfDocument *document, const Sources *s, guint extra)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_PAINS,
                                                   "Pains, ranked, in their words");
  const GfDocPain pains[] = {
    { "Two days a month go into the board report, half of it copy and paste.",
      "Hours lost to manual reports", 5, 5, .sources = s->interviews },
    { "“Three tools, three numbers, and I have to explain why.”", "Figures that disagree", 4, 5,
      .sources = s->interviews },
    { "By the time the slide is right, the question has moved on.", "Late answers", 3, 5,
      .sources = s->interviews },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    gf_doc_section_add_pain (section, &pains[i]);
  for (guint i = 0; i < extra; i++)
    {
      g_autofree char *quote = g_strdup_printf ("Complaint %u goes on for a while, as they do, until "
                                                "the line is full.", i + 1);

      gf_doc_section_add_pain (section, &(GfDocPain) { quote, "One more pain", 1, 5,
                                                       .sources = s->interviews });
    }
}

static void
add_triggers (GfDocument *document, const Sources *s)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_TRIGGERS, "Triggers");

  gf_doc_section_add_item (section, line ("A new head of marketing, in the first 90 days",
                                          s->interviews));
  gf_doc_section_add_item (section, line ("A funding round: the board wants monthly figures",
                                          s->interviews));
  gf_doc_section_add_item (section, assumed ("A third paid channel is added"));
}

static void
add_goal (GfDocument *document, const Sources *s)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_GOALS,
                                                   "Goal and key value metric");
  GfInline *text = line ("The leadership report goes out on the first of the month, with the same "
                         "figures for everyone.", s->interviews);

  gf_inline_strong (gf_inline_plain (text, " We measure "), "time saved per report:");
  gf_doc_section_add_paragraph (section, text);
  gf_doc_section_add_metric (section, &(GfDocMetric) {
    "6 h", "25 min", "before and after, median of five happy customers", .sources = s->interviews });
}

static void
add_drivers (GfDocument *document, const Sources *s)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_DRIVERS,
                                                   "Decision drivers and objections");

  gf_doc_section_add_item (section, line ("First report with their own data within a day",
                                          s->interviews));
  gf_doc_section_add_item (section, line ("Their own branding, export to slides", s->interviews));
  gf_doc_section_set_item_kind (section, GF_DOC_TOPIC_OBJECTIONS, 0);
  gf_doc_section_add_item (section, line ("“Not another BI project.” Live in a day, from templates",
                                          s->interviews));
  gf_doc_section_add_item (section, line ("“Spreadsheets are free.” 14 hours a month are not",
                                          s->interviews));
  gf_doc_section_add_item (section, line ("“Where does our data lie?” In the EU, audited", s->terms));
}

static void
add_quotes (GfDocument *document, const Sources *s, guint extra)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_QUOTES, "In their words");
  const GfDocQuote quotes[] = {
    { "My Friday report takes eleven minutes now, and it looks like us.", GF_DOC_VOICE_HAPPY,
      "head of marketing, 140 people", s->interviews },
    { "The board stopped asking where the numbers come from.", GF_DOC_VOICE_HAPPY,
      "CMO, 210 people", s->interviews },
    { "Lovely charts. We needed confidence intervals, not colours.", GF_DOC_VOICE_CHURNED,
      "lead data scientist, 95 people", s->interviews },
  };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    gf_doc_section_add_quote (section, &quotes[i]);
  for (guint i = 0; i < extra; i++)
    {
      g_autofree char *text = g_strdup_printf ("Voice number %u has something to add as well.", i + 1);

      gf_doc_section_add_quote (section, &(GfDocQuote) { text, GF_DOC_VOICE_HAPPY, "somebody",
                                                         s->interviews });
    }
}

static void
add_numbers (GfDocument *document, const Sources *s)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_NUMBERS, "Numbers");

  gf_doc_section_add_figure (section, &(GfDocFigure) {
    12, 15, "Marketing teams or agencies", "of the best are marketing teams or agencies", 0.80, 0.56,
    0.94, 0.21 });
  gf_doc_section_add_figure (section, &(GfDocFigure) {
    11, 15, "50 to 250 employees", NULL, NAN, 0.48, 0.90, 0.33, .sources = s->customers });
}

static void
add_kpis (GfDocument *document, guint extra)
{
  GfDocSection *section = gf_document_add_section (document, GF_DOC_TOPIC_KPIS,
                                                   "KPIs, inside the profile and out");

  gf_doc_section_add_kpi (section, &(GfDocKpi) { "Win rate", "43 %, 9 of 21", "23 %, 11 of 47" });
  gf_doc_section_add_kpi (section, &(GfDocKpi) { "Sales cycle, median", "34 days", "52 days" });
  gf_doc_section_add_kpi (section, &(GfDocKpi) { "Yearly churn", "6 %, 2 of 31", "19 %, 22 of 117" });
  for (guint i = 0; i < extra; i++)
    {
      g_autofree char *name = g_strdup_printf ("Measure %u", i + 1);

      gf_doc_section_add_kpi (section, &(GfDocKpi) { name, "1", "2" });
    }
}

static GfDocument *
make (guint extra)
{
  GfDocument *document = gf_document_new ("en-GB");
  Sources s;

  add_header (document);
  s = add_sources (document);
  add_company (document, &s, extra);
  add_people (document, &s, extra);
  add_buying (document, &s);
  add_channels (document, &s);
  add_not_a_fit (document, &s);
  add_pains (document, &s, extra);
  add_triggers (document, &s);
  add_goal (document, &s);
  add_drivers (document, &s);
  add_quotes (document, &s, extra);
  add_numbers (document, &s);
  add_kpis (document, extra);
  return document;
}

GfDocument *
fixture_document_new (void)
{
  return make (0);
}

GfDocument *
fixture_overfull_new (guint extra)
{
  return make (extra);
}

GfDocument *
fixture_empty_new (void)
{
  GfDocument *document = gf_document_new ("en");

  gf_document_set_title (document, NULL, "A segment");
  gf_document_add_section (document, GF_DOC_TOPIC_COMPANY, "Company");
  gf_document_add_section (document, GF_DOC_TOPIC_PAINS, "Pains");
  return document;
}
