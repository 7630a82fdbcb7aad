/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-document.h"

G_BEGIN_DECLS

/* The inside of the block tree, for page and writers only. All is read-only once sealed. */

typedef enum
{
  GF_RUN_TEXT,
  GF_RUN_SOURCES,
  GF_RUN_BREAK,
} GfRunKind;

typedef struct
{
  GfRunKind      kind;
  GfInlineFlags  flags;
  char          *text;       /* GF_RUN_TEXT */
  guint         *sources;    /* GF_RUN_SOURCES: ids, 0 at the end */
} GfRun;

struct _GfInline
{
  gatomicrefcount  ref_count;
  GPtrArray       *runs;     /* GfRun */
};

typedef enum
{
  GF_BLOCK_PARAGRAPH,
  GF_BLOCK_FACTS,
  GF_BLOCK_LIST,
  GF_BLOCK_ASK_FIRST,
  GF_BLOCK_PAINS,
  GF_BLOCK_METRIC,
  GF_BLOCK_FIGURES,
  GF_BLOCK_BARS,
  GF_BLOCK_QUOTES,
  GF_BLOCK_KPIS,
  GF_BLOCK_MAP,
} GfBlockKind;

typedef struct
{
  char   *name;
  double  x, y;
  gboolean us;
} GfItemPoint;

typedef struct
{
  char   *left, *right, *bottom, *top;
  GArray *points;            /* GfItemPoint */
  char   *open_name;
  double  open_x, open_y, open_width, open_height;
} GfItemMap;

/* One item of a block. Which members are used depends on the block's kind. */
typedef struct
{
  guint       index;         /* in the whole document, in the order added */
  GfDocTopic  topic;
  int         priority;
  gboolean    assumption;
  GfInline   *text;          /* paragraph, fact's value, list item */
  char       *label;         /* fact, pain's cause, figure's label, quote's who, KPI's name */
  char       *words;         /* pain's or quote's words, metric's explanation, figure's sentence, question */
  char       *values[3];     /* metric: before, after; KPI: inside, outside, target; verdict; answer */
  int         count, total;
  double      share, low, high, against;
  GfDocVoice  voice;
  GfItemMap  *map;
  guint      *sources;
} GfItem;

typedef struct
{
  GfBlockKind  kind;
  GPtrArray   *items;        /* GfItem, at least one */
} GfBlock;

struct _GfDocSection
{
  GfDocument *document;      /* borrowed: the document owns its sections */
  GfDocTopic  topic;
  GfDocPlace  place;
  char       *heading;
  GPtrArray  *blocks;        /* GfBlock */
  GfDocTopic  item_topic;    /* of the items to come */
  int         item_priority;
};

typedef struct
{
  char *label;
  char *value;
} GfMeta;

typedef struct
{
  guint            id;       /* 1 .. n in the order added */
  guint            number;   /* as printed; set by sealing */
  GfDocSourceKind  kind;
  char            *text;
} GfSource;

struct _GfDocument
{
  gatomicrefcount  ref_count;
  int              sealed;   /* atomic */
  char            *language;
  char            *lead_in;
  char            *title;
  GfInline        *sentence;
  char            *brand;
  GBytes          *logo;
  char            *status;
  char            *accent;
  GPtrArray       *meta;     /* GfMeta */
  char            *author;
  char            *subject;
  GDateTime       *date;
  GPtrArray       *keywords;
  GPtrArray       *sections; /* GfDocSection */
  GPtrArray       *sources;  /* GfSource, by id */
  GPtrArray       *notes;    /* GfSource, borrowed, by number; set by sealing */
  GPtrArray       *remarks;
  guint            n_items;
};

char    *gf_text_clean                   (const char *text);
char    *gf_text_given                   (const char *text);
char    *gf_text_unquote                 (const char *text);

guint    gf_document_get_note_number     (const GfDocument *self,
                                          guint             source);
char    *gf_document_dup_marks           (const GfDocument *self,
                                          const guint      *sources);
gboolean gf_document_is_right_to_left    (const GfDocument *self);
gboolean gf_document_has_assumptions     (const GfDocument *self);

/* Words shared by page, HTML and Markdown, so that all say the same. */
char       *gf_words_percent             (double share);
char       *gf_words_interval            (double low,
                                          double high);
char       *gf_words_k_of_n              (int count,
                                          int total);
char       *gf_words_quoted              (const char *text);
const char *gf_words_voice               (GfDocVoice voice);
char       *gf_words_metric              (const GfItem *item);
char       *gf_words_point               (const GfItemMap   *map,
                                          const GfItemPoint *point);
char       *gf_words_map                 (const GfItem *item);
GfInline   *gf_words_pain                (const GfItem *item);
GfInline   *gf_words_pain_cause          (const GfItem *item);
GfInline   *gf_words_metric_explanation  (const GfItem *item);
GfInline   *gf_words_figure              (const GfItem *item,
                                          gboolean      large);
GfInline   *gf_words_bar                 (const GfItem *item);
GfInline   *gf_words_quote               (const GfItem *item);
GfInline   *gf_words_who                 (const GfItem *item);
GfInline   *gf_words_ask_first           (const GfItem *item);
GfInline   *gf_words_kpi_name            (const GfItem *item);
GfInline   *gf_words_assumption_key      (void);

G_END_DECLS
