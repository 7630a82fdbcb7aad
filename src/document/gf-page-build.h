/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-document-private.h"
#include "gf-page-node.h"
#include "gf-page-style.h"

G_BEGIN_DECLS

/* One attempt at the page: how tight it is set, and which items have left. */
typedef struct
{
  double   section_gap_cut;    /* mm */
  double   header_gap_cut;     /* mm, all gaps together */
  gboolean tight_lists;
  guint    extra_note_columns;
  gboolean run_on;             /* facts in one paragraph, who beside the quote */
  double   body_leading;       /* mm; 0: the style's own */
  double   body_size;          /* pt; 0: the style's own */
  double   title_scale;
  double   sentence_scale;
  guint    max_bars;
  guint    max_lines;          /* of any text; 0: any number */
  guint    n_left;             /* how many items have left, by gf_page_leaving_new() */
} GfFit;

/* What the builders of boxes share. */
typedef struct
{
  const GfPageStyle *style;
  const GfDocument  *document;
  GfFit              fit;
  PangoContext      *pango;
  PangoLanguage     *language;
  GfColor            inks[GF_N_INKS];
  const gboolean    *left;     /* by item index */
  gboolean           rtl;
  guint              n_shortened;
} GfPageBuild;

typedef enum
{
  GF_ALIGN_START,
  GF_ALIGN_END,
} GfAlign;

GfNode *gf_page_text            (GfPageBuild    *build,
                                 GfFont          type,
                                 const char     *role,
                                 const GfInline *text,
                                 double          width,
                                 GfAlign         align);
GfNode *gf_page_words           (GfPageBuild *build,
                                 GfFont       type,
                                 const char  *role,
                                 const char  *words,
                                 double       width,
                                 GfAlign      align);
GfNode *gf_page_item_text       (GfPageBuild    *build,
                                 GfFont          type,
                                 const char     *role,
                                 const GfInline *text,
                                 double          width);
GfNode *gf_page_square          (GfPageBuild *build,
                                 GfFont       type);
GfNode *gf_page_line            (GfPageBuild *build,
                                 GfInk        ink,
                                 double       thickness,
                                 double       width);
GfNode *gf_page_group           (const char *role,
                                 double      width);
GfNode *gf_page_place           (GfPageBuild *build,
                                 GfNode      *parent,
                                 GfNode      *child,
                                 double       x,
                                 double       y);
double  gf_page_leading         (GfPageBuild *build,
                                 GfFont       type);
double  gf_page_round_up        (GfPageBuild *build,
                                 double       height);

GfNode *gf_page_section         (GfPageBuild        *build,
                                 const GfDocSection *section,
                                 double              width);
gboolean gf_page_section_shows  (const GfPageBuild  *build,
                                 const GfDocSection *section);
GfNode *gf_page_header          (GfPageBuild *build,
                                 double       width);
GfNode *gf_page_notes           (GfPageBuild *build,
                                 double       width);
GfNode *gf_page_bars            (GfPageBuild   *build,
                                 const GfBlock *block,
                                 double         width);
GfNode *gf_page_map             (GfPageBuild  *build,
                                 const GfItem *item,
                                 double        width);

/* The order in which items leave when all else has been tried: indices, first to leave first. */
GArray *gf_page_leaving_new     (const GfDocument *document);
GPtrArray *gf_page_leaving_name (const GfDocument *document,
                                 const gboolean   *left);
char   *gf_page_leaving_sentence (const GPtrArray *names);

G_END_DECLS
