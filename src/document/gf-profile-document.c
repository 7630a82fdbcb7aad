/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-profile-document.h"

#include "gf-format.h"
#include "gf-grade.h"
#include "gf-profile-notes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* One building: the tree, and the note that each kind of evidence has got. */
typedef struct
{
  GfProfile *profile;
  const GfProfileContext *context;
  GfDocument *document;
  guint sources[GF_EVIDENCE_OWN + 1];
} Build;

#define N_KINDS (GF_EVIDENCE_OWN + 1)

/* --- notes ------------------------------------------------------------------------------------- */

static guint
source_for (Build      *build,
            GfEvidence *evidence)
{
  static const GfDocSourceKind kinds[N_KINDS] = {
    [GF_EVIDENCE_CUSTOMERS] = GF_DOC_SOURCE_CUSTOMERS,
    [GF_EVIDENCE_INTERVIEWS] = GF_DOC_SOURCE_INTERVIEWS,
    [GF_EVIDENCE_DEALS] = GF_DOC_SOURCE_DEALS,
    [GF_EVIDENCE_MARKET] = GF_DOC_SOURCE_MARKET,
    [GF_EVIDENCE_OWN] = GF_DOC_SOURCE_OWN_TERMS,
  };
  GfEvidenceKind kind = gf_evidence_get_kind (evidence);

  if (build->sources[kind] != 0)
    return build->sources[kind];

  g_autofree char *text = gf_profile_dup_note (build->context, evidence);

  build->sources[kind] = gf_document_add_source (build->document, kinds[kind], text);

  return build->sources[kind];
}

/* The notes of a statement, each once, 0 at the end. */
static const guint *
sources_of (Build      *build,
            GListModel *evidence,
            guint       out[N_KINDS + 1])
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (GfEvidence) item = g_list_model_get_item (evidence, i);
      guint id = source_for (build, item);
      gboolean known = FALSE;

      for (guint j = 0; j < n; j++)
        known |= out[j] == id;
      if (!known)
        out[n++] = id;
    }
  out[n] = 0;

  return out;
}

/* --- statements -------------------------------------------------------------------------------- */

/* What stands between a lead and its text: the text of “Head of Marketing signs” goes on, that of
 * “Data science: 0 of 31 are among the best” begins anew. */
static const char *
joint_before (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  if (first == 0 || g_unichar_ispunct (first))
    return "";

  return g_unichar_islower (first) ? " " : ": ";
}

/* “Lead: text” with the lead set off, its notes or its mark as an assumption. */
static GfInline *
inline_from_statement (Build       *build,
                       GfStatement *statement)
{
  guint sources[N_KINDS + 1];
  gboolean assumption = gf_statement_get_grade (statement) == GF_GRADE_ASSUMPTION;
  const char *lead = gf_statement_get_lead (statement);
  const char *text = gf_statement_get_text (statement);
  GfInline *words = gf_inline_new (NULL);

  if (*lead != '\0')
    {
      words = gf_inline_strong (words, lead);
      words = gf_inline_plain (words, joint_before (text));
    }
  g_autoptr (GfInline) rest = gf_inline_new_markup (text);
  words = gf_inline_append (words, rest);
  if (assumption)
    words = gf_inline_assume (words);

  return gf_inline_cite (words, sources_of (build, G_LIST_MODEL (gf_statement_get_evidence (statement)),
                                            sources));
}

static void
add_pain (Build        *build,
          GfDocSection *section,
          GfStatement  *statement)
{
  GListModel *evidence = G_LIST_MODEL (gf_statement_get_evidence (statement));
  guint sources[N_KINDS + 1];
  GfDocPain pain = {
    .quote = gf_statement_get_quote (statement),
    .cause = gf_statement_get_text (statement),
    .count = -1,
    .assumption = gf_statement_get_grade (statement) == GF_GRADE_ASSUMPTION,
    .sources = sources_of (build, evidence, sources),
  };

  for (guint i = 0; i < g_list_model_get_n_items (evidence) && pain.count < 0; i++)
    {
      g_autoptr (GfEvidence) item = g_list_model_get_item (evidence, i);

      if (gf_evidence_get_kind (item) == GF_EVIDENCE_INTERVIEWS && gf_evidence_get_of (item) > 0)
        {
          pain.count = (int) gf_evidence_get_count (item);
          pain.total = (int) gf_evidence_get_of (item);
        }
    }

  gf_doc_section_add_pain (section, &pain);
}

static void
add_quote (Build        *build,
           GfDocSection *section,
           GfStatement  *statement)
{
  guint sources[N_KINDS + 1];
  GfDocQuote quote = {
    .text = gf_statement_get_quote (statement),
    .voice = gf_statement_get_voice (statement) == GF_VOICE_CHURNED ? GF_DOC_VOICE_CHURNED
                                                                    : GF_DOC_VOICE_HAPPY,
    .who = gf_statement_get_speaker (statement),
    .sources = sources_of (build, G_LIST_MODEL (gf_statement_get_evidence (statement)), sources),
  };

  gf_doc_section_add_quote (section, &quote);
}

static void
add_figure (Build        *build,
            GfDocSection *section,
            GfStatement  *statement)
{
  GListModel *evidence = G_LIST_MODEL (gf_statement_get_evidence (statement));
  g_autoptr (GfEvidence) item = g_list_model_get_item (evidence, 0);
  guint sources[N_KINDS + 1];

  if (item == NULL || gf_evidence_get_of (item) == 0)
    {
      gf_doc_section_add_item (section, inline_from_statement (build, statement));
      return;
    }

  const char *sentence = gf_statement_get_text (statement);
  GfDocFigure figure = {
    .count = (int) gf_evidence_get_count (item),
    .total = (int) gf_evidence_get_of (item),
    .label = gf_statement_get_label (statement),
    .sentence = *sentence != '\0' ? sentence : NULL,
    .share = NAN,
    .low = gf_evidence_get_low (item),
    .high = gf_evidence_get_high (item),
    .against = gf_evidence_get_against (item),
    .sources = sources_of (build, evidence, sources),
  };

  gf_doc_section_add_figure (section, &figure);
}

static void
add_statement (Build         *build,
               GfDocSection  *section,
               GfSectionKind  kind,
               GfStatement   *statement)
{
  const char *label = gf_statement_get_label (statement);

  switch (kind)
    {
    case GF_SECTION_PAINS:
      add_pain (build, section, statement);
      break;
    case GF_SECTION_VOICE:
      add_quote (build, section, statement);
      break;
    case GF_SECTION_NUMBERS:
      add_figure (build, section, statement);
      break;
    case GF_SECTION_COMPANY:
      if (*label != '\0')
        gf_doc_section_add_fact (section, label, inline_from_statement (build, statement));
      else
        gf_doc_section_add_item (section, inline_from_statement (build, statement));
      break;
    case GF_SECTION_BUYING:
    case GF_SECTION_CHANNELS:
    case GF_SECTION_GOAL:
    case GF_SECTION_PEOPLE:
    case GF_SECTION_MISFIT:
    case GF_SECTION_TRIGGERS:
    case GF_SECTION_DRIVERS:
    case GF_SECTION_OBJECTIONS:
    default:
      gf_doc_section_add_item (section, inline_from_statement (build, statement));
      break;
    }
}

/* Sections of running text: their statements follow one another in one paragraph. */
static void
add_paragraph (Build        *build,
               GfDocSection *section,
               GListModel   *statements)
{
  GfInline *paragraph = gf_inline_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (GfStatement) statement = g_list_model_get_item (statements, i);
      g_autoptr (GfInline) words = inline_from_statement (build, statement);

      if (i > 0)
        paragraph = gf_inline_plain (paragraph, " ");
      paragraph = gf_inline_append (paragraph, words);
    }

  gf_doc_section_add_paragraph (section, paragraph);
}

static gboolean
runs_on (GfSectionKind kind)
{
  return kind == GF_SECTION_BUYING || kind == GF_SECTION_CHANNELS || kind == GF_SECTION_GOAL;
}

static void
add_metric (Build        *build,
            GfDocSection *section)
{
  GfValueMetric *metric = gf_profile_get_metric (build->profile);
  GListModel *evidence = G_LIST_MODEL (gf_value_metric_get_evidence (metric));
  guint sources[N_KINDS + 1];

  if (*gf_value_metric_get_after (metric) == '\0' && *gf_value_metric_get_name (metric) == '\0')
    return;

  const char *before = gf_value_metric_get_before (metric);
  const char *after = gf_value_metric_get_after (metric);
  const char *name = gf_value_metric_get_name (metric);
  GfDocMetric figure = {
    .before = *before != '\0' ? before : NULL,
    .after = *after != '\0' ? after : name,
    .explanation = gf_value_metric_get_note (metric),
    .assumption = g_list_model_get_n_items (evidence) == 0,
    .sources = sources_of (build, evidence, sources),
  };

  gf_doc_section_add_metric (section, &figure);
}

/* --- sections ---------------------------------------------------------------------------------- */

static GfDocTopic
topic_of (GfSectionKind kind)
{
  switch (kind)
    {
    case GF_SECTION_COMPANY:
      return GF_DOC_TOPIC_COMPANY;
    case GF_SECTION_PEOPLE:
      return GF_DOC_TOPIC_PEOPLE;
    case GF_SECTION_BUYING:
      return GF_DOC_TOPIC_BUYING;
    case GF_SECTION_CHANNELS:
      return GF_DOC_TOPIC_CHANNELS;
    case GF_SECTION_MISFIT:
      return GF_DOC_TOPIC_NOT_A_FIT;
    case GF_SECTION_PAINS:
      return GF_DOC_TOPIC_PAINS;
    case GF_SECTION_TRIGGERS:
      return GF_DOC_TOPIC_TRIGGERS;
    case GF_SECTION_GOAL:
      return GF_DOC_TOPIC_GOALS;
    case GF_SECTION_DRIVERS:
      return GF_DOC_TOPIC_DRIVERS;
    case GF_SECTION_OBJECTIONS:
      return GF_DOC_TOPIC_OBJECTIONS;
    case GF_SECTION_VOICE:
      return GF_DOC_TOPIC_QUOTES;
    case GF_SECTION_NUMBERS:
      return GF_DOC_TOPIC_NUMBERS;
    default:
      return GF_DOC_TOPIC_OTHER;
    }
}

static void
fill_section (Build            *build,
              GfDocSection     *section,
              GfProfileSection *content)
{
  GfSectionKind kind = gf_profile_section_get_kind (content);
  GListModel *statements = G_LIST_MODEL (gf_profile_section_get_statements (content));

  if (runs_on (kind))
    {
      if (g_list_model_get_n_items (statements) > 0)
        add_paragraph (build, section, statements);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (GfStatement) statement = g_list_model_get_item (statements, i);

      add_statement (build, section, kind, statement);
    }
}

static void
add_section (Build         *build,
             GfSectionKind  kind)
{
  GfProfileSection *content = gf_profile_find_section (build->profile, kind);
  GfProfileSection *objections = NULL;
  const char *heading = gf_section_kind_get_title (kind);

  /* Drivers and objections share a heading: what speaks for us, then what they ask. */
  if (kind == GF_SECTION_DRIVERS)
    {
      objections = gf_profile_find_section (build->profile, GF_SECTION_OBJECTIONS);
      if (content != NULL && objections != NULL)
        heading = _("Decision drivers and objections");
      else if (objections != NULL)
        heading = gf_section_kind_get_title (GF_SECTION_OBJECTIONS);
    }

  GfDocSection *section = gf_document_add_section (build->document, topic_of (kind), heading);

  if (content != NULL)
    fill_section (build, section, content);
  if (objections != NULL)
    {
      gf_doc_section_set_item_kind (section, GF_DOC_TOPIC_OBJECTIONS, 0);
      fill_section (build, section, objections);
    }
  if (kind == GF_SECTION_GOAL)
    add_metric (build, section);
  if (kind == GF_SECTION_MISFIT && *gf_profile_get_ask_first (build->profile) != '\0')
    gf_doc_section_add_ask_first (section, gf_profile_get_ask_first (build->profile), NULL);
}

/* --- figures inside and outside ---------------------------------------------------------------- */

static char *
dup_side (GfKpi  *kpi,
          double  value,
          gint64  count,
          gint64  of)
{
  const char *unit = gf_kpi_get_unit (kpi);

  if (of > 0)
    {
      double share = 100.0 * (double) count / (double) of;
      g_autofree char *part = gf_format_count ((guint64) count);
      g_autofree char *whole = gf_format_count ((guint64) of);

      /* Translators: a share with its count: “43 %, 9 of 21”. */
      return g_strdup_printf (_("%.0f\u00a0%%, %s of %s"), share, part, whole);
    }
  if (isnan (value))
    return g_strdup ("");
  if (g_str_equal (unit, "%"))
    return g_strdup_printf (_("%.0f\u00a0%%"), value * 100.0);

  return g_strdup_printf ("%g%s%s", value, *unit != '\0' ? "\u00a0" : "", unit);
}

static void
add_kpis (Build *build)
{
  GListModel *kpis = build->context->kpis;
  guint n = kpis != NULL ? g_list_model_get_n_items (kpis) : 0;
  GfDocSection *section = gf_document_add_section (build->document, GF_DOC_TOPIC_KPIS,
                                                   _("KPIs, inside the profile and out"));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfKpi) kpi = g_list_model_get_item (kpis, i);

      if (!gf_kpi_get_on_page (kpi))
        continue;

      g_autofree char *inside = dup_side (kpi, gf_kpi_get_inside (kpi),
                                          gf_kpi_get_inside_count (kpi), gf_kpi_get_inside_of (kpi));
      g_autofree char *outside = dup_side (kpi, gf_kpi_get_outside (kpi),
                                           gf_kpi_get_outside_count (kpi),
                                           gf_kpi_get_outside_of (kpi));
      g_autofree char *target = dup_side (kpi, gf_kpi_get_target (kpi), 0, 0);
      GfDocKpi row = {
        .name = gf_kpi_get_name (kpi),
        .inside = inside,
        .outside = outside,
        .target = *target != '\0' ? target : NULL,
      };

      gf_doc_section_add_kpi (section, &row);
    }
}

/* --- the map ------------------------------------------------------------------------------------ */

/* From the 1 to 5 of the record to the -1 to 1 of the page. */
static double
to_page (double value)
{
  return (value - 3) / 2;
}

static void
add_map (Build *build)
{
  GfPositionMap *map = build->context->map;

  if (map == NULL)
    return;

  GListModel *points = G_LIST_MODEL (gf_position_map_get_points (map));
  GListModel *spaces = G_LIST_MODEL (gf_position_map_get_spaces (map));
  g_autoptr (GfMapSpace) space = g_list_model_get_item (spaces, 0);
  guint n = g_list_model_get_n_items (points);
  g_autofree GfDocPoint *drawn = g_new0 (GfDocPoint, MAX (n, 1));
  guint n_drawn = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);

      /* Customers are many and nameless; segments are what the page is about. */
      if (gf_map_point_get_kind (point) != GF_MAP_POINT_CUSTOMER)
        drawn[n_drawn++] = (GfDocPoint) {
          .name = gf_map_point_get_name (point),
          .x = to_page (gf_map_point_get_x (point)),
          .y = to_page (gf_map_point_get_y (point)),
          .us = gf_map_point_get_kind (point) == GF_MAP_POINT_US,
        };
    }
  if (n_drawn == 0)
    return;

  GfDocMap figure = {
    .left = gf_position_map_get_x_low (map),
    .right = gf_position_map_get_x_high (map),
    .bottom = gf_position_map_get_y_low (map),
    .top = gf_position_map_get_y_high (map),
    .points = drawn,
    .n_points = n_drawn,
  };

  if (space != NULL)
    {
      figure.open_name = gf_map_space_get_name (space);
      figure.open_x = to_page ((gf_map_space_get_left (space) + gf_map_space_get_right (space)) / 2);
      figure.open_y = to_page ((gf_map_space_get_bottom (space) + gf_map_space_get_top (space)) / 2);
      figure.open_width = (gf_map_space_get_right (space) - gf_map_space_get_left (space)) / 2;
      figure.open_height = (gf_map_space_get_top (space) - gf_map_space_get_bottom (space)) / 2;
    }

  gf_doc_section_add_map (gf_document_add_section (build->document, GF_DOC_TOPIC_MAP,
                                                   _("Where we stand")),
                          &figure);
}

/* --- the whole ---------------------------------------------------------------------------------- */

static void
add_meta (Build *build)
{
  const GfProfileContext *context = build->context;
  g_autofree char *date = gf_profile_dup_day (gf_profile_get_date (build->profile));
  g_autofree char *review = gf_profile_dup_day (gf_profile_get_next_review (build->profile));
  guint n_interviews = context->interviews != NULL ? g_list_model_get_n_items (context->interviews) : 0;
  g_autofree char *version =
    g_strdup_printf ("%" G_GINT64_FORMAT "%s%s", gf_profile_get_version (build->profile),
                     *date != '\0' ? ", " : "", date);
  g_autofree char *n_customers = gf_format_number ((double) context->n_customers, 0);
  g_autoptr (GString) rests = g_string_new (NULL);

  if (context->n_customers > 0)
    g_string_append_printf (rests,
                            g_dngettext (GETTEXT_PACKAGE, "%s customer", "%s customers", context->n_customers),
                            n_customers);
  if (n_interviews > 0)
    g_string_append_printf (rests,
                            g_dngettext (GETTEXT_PACKAGE, "%s%u interview", "%s%u interviews",
                                         n_interviews),
                            rests->len > 0 ? ", " : "", n_interviews);

  gf_document_add_meta (build->document, _("Version"), version);
  gf_document_add_meta (build->document, _("Owner"), gf_profile_get_owner (build->profile));
  gf_document_add_meta (build->document, _("Next review"), review);
  gf_document_add_meta (build->document, _("Rests on"), rests->str);
}

static void
add_remark (Build *build)
{
  const GfProfileContext *context = build->context;
  g_autoptr (GString) remark = g_string_new (_("Intervals are 95\u00a0% credible."));

  if (build->sources[GF_EVIDENCE_CUSTOMERS] == 0 && build->sources[GF_EVIDENCE_INTERVIEWS] == 0)
    return;

  if (context->n_tests > 0)
    {
      g_string_append_c (remark, ' ');
      g_string_append_printf (remark,
                              g_dngettext (GETTEXT_PACKAGE, "%u trait was compared,",
                                           "%u traits were compared,", context->n_tests),
                              context->n_tests);
      g_string_append_c (remark, ' ');
      if (context->n_hold == 0)
        /* Translators: follows “148 traits were compared,”. */
        g_string_append (remark, _("none holds after correction."));
      else
        g_string_append_printf (remark,
                                g_dngettext (GETTEXT_PACKAGE, "%u holds after correction.",
                                             "%u hold after correction.", context->n_hold),
                                context->n_hold);
    }
  gf_document_add_remark (build->document, remark->str);
}

/* A page of which little is known says what is still to be found out, rather than look broken. */
static void
add_missing (Build *build)
{
  static const struct
  {
    GfSectionKind kind;
    const char *words;
  } asked[] = {
    { GF_SECTION_COMPANY, N_("what company it is") },
    { GF_SECTION_PEOPLE, N_("who decides") },
    { GF_SECTION_PAINS, N_("what hurts") },
    { GF_SECTION_TRIGGERS, N_("what sets it off") },
    { GF_SECTION_MISFIT, N_("who is not a fit") },
  };
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    if (gf_profile_find_section (build->profile, asked[i].kind) == NULL)
      g_string_append_printf (list, "%s%s", n++ > 0 ? ", " : "", _(asked[i].words));

  if (n < 2)
    return;

  /* Translators: at the foot of a page that is not finished; %s is a list: “who decides, what hurts” */
  g_autofree char *remark = g_strdup_printf (_("Still to be found out: %s."), list->str);
  gf_document_add_remark (build->document, remark);
}

static void
set_header (Build *build)
{
  const GfProfileContext *context = build->context;
  g_autoptr (GDateTime) date = gf_profile_parse_date (gf_profile_get_date (build->profile));
  g_autofree char *lead_in =
    context->product != NULL && *context->product != '\0'
      /* Translators: above the title, which names the segment; %s is the product. */
      ? g_strdup_printf (_("%s Ideal Customer Profile:"), context->product)
      : g_strdup (_("Ideal Customer Profile:"));

  gf_document_set_title (build->document, lead_in, gf_profile_get_name (build->profile));
  gf_document_set_sentence (build->document,
                            gf_inline_new (gf_profile_get_sentence (build->profile)));
  gf_document_set_brand (build->document,
                         context->product != NULL && *context->product != '\0' ? context->product : context->name,
                         NULL);
  gf_document_set_status (build->document, gf_profile_get_status (build->profile));
  gf_document_set_accent (build->document, gf_profile_get_accent (build->profile));
  gf_document_set_author (build->document, gf_profile_get_owner (build->profile));
  gf_document_set_subject (build->document, gf_profile_get_sentence (build->profile));
  if (date != NULL)
    gf_document_set_date (build->document, date);
}

/**
 * gf_profile_document_new:
 * @profile: a profile
 * @context: what the page says beside it
 *
 * Makes the tree of blocks that every writer walks from a profile. What the profile does not say is
 * left out with its heading.
 *
 * Returns: (transfer full): the document
 */
GfDocument *
gf_profile_document_new (GfProfile              *profile,
                         const GfProfileContext *context)
{
  static const GfSectionKind order[] = {
    GF_SECTION_COMPANY, GF_SECTION_PEOPLE, GF_SECTION_BUYING, GF_SECTION_CHANNELS,
    GF_SECTION_MISFIT, GF_SECTION_PAINS, GF_SECTION_TRIGGERS, GF_SECTION_GOAL,
    GF_SECTION_DRIVERS, GF_SECTION_VOICE, GF_SECTION_NUMBERS,
  };

  g_return_val_if_fail (GF_IS_PROFILE (profile) && context != NULL, NULL);

  Build build = {
    .profile = profile,
    .context = context,
    .document = gf_document_new (context->language),
  };

  set_header (&build);
  add_meta (&build);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_section (&build, order[i]);
  add_map (&build);
  add_kpis (&build);
  add_remark (&build);
  add_missing (&build);

  return build.document;
}
