/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-inline.h"

G_BEGIN_DECLS

/* What stands on the page, without a word about how it looks: the tree every writer walks.
 *
 *   document ── header (brand, lead-in, title, sentence, status, meta cells)
 *            ├─ section ── heading, blocks ── items
 *            ├─ section ...
 *            └─ sources: the numbered notes
 *
 *   building:  one thread adds sections and items; calls of one kind in a row make one block
 *   sealing:   gf_document_seal() numbers the sources and ends the building; page and writers do it
 *              themselves. After that the tree never changes and any thread may read it.
 *   sections:  appear in the order added; one without items is left out with its heading
 *   overflow:  every item has a topic and a priority; page.md's rules name what leaves first
 *   numbers:   shares are fractions, NaN is "not known"; counts below 0 are "not known"
 *   strings:   NULL and "" are the same: not given. Plain text, never markup, unless said so.
 */
typedef struct _GfDocument GfDocument;
typedef struct _GfDocSection GfDocSection;

/* What a section, or a single item in it, is about. Styles place by it, overflow rules go by it. */
typedef enum
{
  GF_DOC_TOPIC_OTHER,
  GF_DOC_TOPIC_COMPANY,
  GF_DOC_TOPIC_SIZE,           /* never leaves */
  GF_DOC_TOPIC_TECHNOLOGY,
  GF_DOC_TOPIC_PEOPLE,
  GF_DOC_TOPIC_BUYING,
  GF_DOC_TOPIC_CHANNELS,
  GF_DOC_TOPIC_MESSAGE,
  GF_DOC_TOPIC_NOT_A_FIT,      /* never leaves */
  GF_DOC_TOPIC_RESTRICTIONS,
  GF_DOC_TOPIC_PAINS,          /* the first never leaves */
  GF_DOC_TOPIC_TRIGGERS,
  GF_DOC_TOPIC_GOALS,
  GF_DOC_TOPIC_METRIC,         /* never leaves */
  GF_DOC_TOPIC_DRIVERS,
  GF_DOC_TOPIC_OBJECTIONS,
  GF_DOC_TOPIC_QUOTES,
  GF_DOC_TOPIC_NUMBERS,
  GF_DOC_TOPIC_KPIS,
  GF_DOC_TOPIC_MAP,
  GF_DOC_N_TOPICS
} GfDocTopic;

/* Where a section would like to stand; a style may know better. */
typedef enum
{
  GF_DOC_PLACE_AUTO,           /* by topic */
  GF_DOC_PLACE_START,          /* first column */
  GF_DOC_PLACE_END,            /* second column */
  GF_DOC_PLACE_FOOT,           /* the band of figures above the notes */
} GfDocPlace;

/* Sources stand in the notes in this order, whatever order they are added in. */
typedef enum
{
  GF_DOC_SOURCE_CUSTOMERS,
  GF_DOC_SOURCE_INTERVIEWS,
  GF_DOC_SOURCE_DEALS,
  GF_DOC_SOURCE_MARKET,
  GF_DOC_SOURCE_OWN_TERMS,
  GF_DOC_SOURCE_OTHER,
} GfDocSourceKind;

typedef enum
{
  GF_DOC_VOICE_HAPPY,
  GF_DOC_VOICE_CHURNED,
  GF_DOC_VOICE_PROSPECT,
} GfDocVoice;

#define GF_DOC_PRIORITY_KEEP G_MAXINT   /* leaves the page only when nothing else is left */

typedef struct
{
  const char *quote;           /* their words, without quotation marks */
  const char *cause;           /* "Hours lost to manual reports" */
  int         count;           /* k of n said so; -1: not counted */
  int         total;
  gboolean    assumption;
  const guint *sources;        /* ids, 0 at the end; may be NULL */
} GfDocPain;

typedef struct
{
  const char *before;          /* "6 h"; NULL: `after` is the one figure */
  const char *after;           /* "25 min" */
  const char *explanation;     /* "before and after, median of five happy customers" */
  gboolean    assumption;
  const guint *sources;
} GfDocMetric;

/* A share with what it rests on. The first figure of a section is set large. */
typedef struct
{
  int         count;           /* 12 */
  int         total;           /* of 15 */
  const char *label;           /* "Marketing teams or agencies" */
  const char *sentence;        /* "of the best are marketing teams or agencies"; NULL: from the label */
  double      share;           /* 0.8; NaN: count / total */
  double      low, high;       /* 95 % interval; NaN: none */
  double      against;         /* share of the rest; NaN: none */
  const char *verdict;         /* "strong evidence"; may be NULL */
  const guint *sources;
} GfDocFigure;

typedef struct
{
  const char *text;            /* without quotation marks */
  GfDocVoice  voice;
  const char *who;             /* "head of marketing, 140 people" */
  const guint *sources;
} GfDocQuote;

typedef struct
{
  const char *name;
  const char *inside;          /* figures as text: "43 %, 9 of 21" */
  const char *outside;
  const char *target;
  const guint *sources;
} GfDocKpi;

typedef struct
{
  const char *name;
  double      x, y;            /* -1 .. 1, y grows upwards */
  gboolean    us;
} GfDocPoint;

typedef struct
{
  const char *left, *right;    /* the ends of the first axis */
  const char *bottom, *top;    /* and of the second */
  const GfDocPoint *points;
  guint       n_points;
  const char *open_name;       /* the open area; NULL: none */
  double      open_x, open_y, open_width, open_height;   /* its middle and size, in map units */
  const guint *sources;
} GfDocMap;

#define GF_TYPE_DOCUMENT (gf_document_get_type ())
GType         gf_document_get_type      (void) G_GNUC_CONST;

GfDocument   *gf_document_new           (const char *language);
GfDocument   *gf_document_ref           (GfDocument *self);
void          gf_document_unref         (GfDocument *self);
void          gf_document_seal          (GfDocument *self);

void          gf_document_set_title     (GfDocument *self,
                                         const char *lead_in,
                                         const char *title);
void          gf_document_set_sentence  (GfDocument *self,
                                         GfInline   *sentence);
void          gf_document_set_brand     (GfDocument *self,
                                         const char *name,
                                         GBytes     *logo_png);
void          gf_document_set_status    (GfDocument *self,
                                         const char *status);
void          gf_document_set_accent    (GfDocument *self,
                                         const char *accent);
void          gf_document_add_meta      (GfDocument *self,
                                         const char *label,
                                         const char *value);
void          gf_document_set_author    (GfDocument *self,
                                         const char *author);
void          gf_document_set_subject   (GfDocument *self,
                                         const char *subject);
void          gf_document_set_date      (GfDocument *self,
                                         GDateTime  *date);
void          gf_document_add_keyword   (GfDocument *self,
                                         const char *keyword);
guint         gf_document_add_source    (GfDocument      *self,
                                         GfDocSourceKind  kind,
                                         const char      *text);
void          gf_document_add_remark    (GfDocument *self,
                                         const char *remark);

const char   *gf_document_get_title     (const GfDocument *self);
const char   *gf_document_get_language  (const GfDocument *self);
char         *gf_document_dup_full_title (const GfDocument *self);

GfDocSection *gf_document_add_section   (GfDocument *self,
                                         GfDocTopic  topic,
                                         const char *heading);

void  gf_doc_section_set_place     (GfDocSection *self,
                                    GfDocPlace    place);
void  gf_doc_section_set_item_kind (GfDocSection *self,
                                    GfDocTopic    topic,
                                    int           priority);

void  gf_doc_section_add_paragraph (GfDocSection *self,
                                    GfInline     *text);
void  gf_doc_section_add_fact      (GfDocSection *self,
                                    const char   *label,
                                    GfInline     *value);
void  gf_doc_section_add_item      (GfDocSection *self,
                                    GfInline     *text);
void  gf_doc_section_add_ask_first (GfDocSection *self,
                                    const char   *question,
                                    const char   *stop_answer);
void  gf_doc_section_add_pain      (GfDocSection    *self,
                                    const GfDocPain *pain);
void  gf_doc_section_add_metric    (GfDocSection      *self,
                                    const GfDocMetric *metric);
void  gf_doc_section_add_figure    (GfDocSection      *self,
                                    const GfDocFigure *figure);
void  gf_doc_section_add_bar       (GfDocSection      *self,
                                    const GfDocFigure *bar);
void  gf_doc_section_add_quote     (GfDocSection     *self,
                                    const GfDocQuote *quote);
void  gf_doc_section_add_kpi       (GfDocSection   *self,
                                    const GfDocKpi *kpi);
void  gf_doc_section_add_map       (GfDocSection   *self,
                                    const GfDocMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfDocument, gf_document_unref)

G_END_DECLS
