/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-page-layout.h"

#include "gf-page-build.h"
#include "gf-page-layout-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_STEPS 12             /* of tightening, before anything leaves */
#define N_BODY_STEPS 5
#define LEADING_PER_SIZE 1.22
#define TINY_BODY 7.5
#define TINY_LEADING 3.25
#define MAX_BARS_WHEN_TIGHT 3

/* More items than two columns have lines: beyond that it would only take time to measure them all. */
#define MAX_ITEMS_ON_PAGE 250

struct _GfPageLayout
{
  gatomicrefcount  ref_count;
  GfDocument      *document;
  GfNode          *root;
  double           width, height;
  gboolean         fits;
  GPtrArray       *left_out;   /* names, NULL at the end */
  GfColor          accent;
  gboolean         darkened;
};

G_DEFINE_BOXED_TYPE (GfPageLayout, gf_page_layout, gf_page_layout_ref, gf_page_layout_unref)

typedef struct
{
  const GfDocSection *section;
  GfNode             *node;
  GfDocPlace          place;
  guint               order;
  double              y;
} Placed;

static int
compare_placed_cb (gconstpointer a, gconstpointer b)
{
  const Placed *one = a, *two = b;

  if (one->place != two->place)
    return (int) one->place - (int) two->place;
  return (int) one->order - (int) two->order;
}

/* Sections stand in the order the document has them in, within the place their topic has. */
static GArray *
build_sections (GfPageBuild *build, double column_width)
{
  GArray *placed = g_array_new (FALSE, TRUE, sizeof (Placed));
  GPtrArray *sections = build->document->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const GfDocSection *section = sections->pdata[i];
      Placed one = { section, NULL, section->place, 0, 0.0 };

      if (!gf_page_section_shows (build, section))
        continue;
      if (one.place == GF_DOC_PLACE_AUTO)
        one.place = gf_page_style_get_place (build->style, section->topic);
      one.order = 1000 * gf_page_style_get_order (build->style, section->topic) + i;
      one.node = gf_page_section (build, section, column_width);
      g_array_append_val (placed, one);
    }
  g_array_sort (placed, compare_placed_cb);
  return placed;
}

static double
stack (GArray *placed, GfDocPlace place, double gap)
{
  double y = 0.0;

  for (guint i = 0; i < placed->len; i++)
    {
      Placed *one = &g_array_index (placed, Placed, i);

      if (one->place != place)
        continue;
      one->y = y > 0.0 ? y + gap : 0.0;
      y = one->y + one->node->height;
    }
  return y;
}

/* Moves whole sections from the taller column to the end of the other while that lowers both. */
static double
balance_columns (GArray *placed, double gap, double room, double step)
{
  for (;;)
    {
      double start = stack (placed, GF_DOC_PLACE_START, gap);
      double end = stack (placed, GF_DOC_PLACE_END, gap);
      double taller = MAX (start, end), best = taller;
      GfDocPlace from = start > end ? GF_DOC_PLACE_START : GF_DOC_PLACE_END;
      Placed *move = NULL;

      if (taller <= room && taller - MIN (start, end) <= MAX (taller / 4.0, 6.0 * step))
        return taller;
      for (guint i = placed->len; i-- > 0;)
        {
          Placed *one = &g_array_index (placed, Placed, i);
          double height = one->node->height + gap;

          if (one->place == from && one->section->place == GF_DOC_PLACE_AUTO &&
              MAX (taller - height, MIN (start, end) + height) < best - step)
            {
              best = MAX (taller - height, MIN (start, end) + height);
              move = one;
            }
        }
      if (move == NULL)
        return taller;
      move->place = from == GF_DOC_PLACE_START ? GF_DOC_PLACE_END : GF_DOC_PLACE_START;
      move->order += 1000000;
      g_array_sort (placed, compare_placed_cb);
    }
}

/* The band of figures: first to the start, second to the end, then to whichever is lower. */
static double
stack_foot (GArray *placed, double gap, GArray *columns)
{
  double heights[2] = { 0.0, 0.0 };

  for (guint i = 0; i < placed->len; i++)
    {
      Placed *one = &g_array_index (placed, Placed, i);
      guint column = heights[1] < heights[0] ? 1 : 0;

      if (one->place != GF_DOC_PLACE_FOOT)
        {
          column = one->place == GF_DOC_PLACE_END ? 1 : 0;
          g_array_append_val (columns, column);
          continue;
        }
      one->y = heights[column] > 0.0 ? heights[column] + gap : 0.0;
      heights[column] = one->y + one->node->height;
      g_array_append_val (columns, column);
    }
  return MAX (heights[0], heights[1]);
}

typedef struct
{
  double left, width;          /* between the margins */
  double column, gutter;
  double top, band;            /* of the columns, of the band of figures */
} Frame;

static void
place_section (GfPageBuild *build, GfNode *root, const Frame *frame, Placed *one, guint column)
{
  double top = one->place == GF_DOC_PLACE_FOOT ? frame->band : frame->top;

  if (one->node == NULL)
    return;
  gf_page_place (build, root, g_steal_pointer (&one->node),
                 frame->left + column * (frame->column + frame->gutter), top + one->y);
}

/* Reading order: key metric, pains, then the columns one after the other. */
static void
place_sections (GfPageBuild *build, GfNode *root, const Frame *frame, GArray *placed, GArray *columns)
{
  static const GfDocTopic first[] = { GF_DOC_TOPIC_METRIC, GF_DOC_TOPIC_GOALS, GF_DOC_TOPIC_PAINS };

  for (guint t = 0; t < G_N_ELEMENTS (first); t++)
    for (guint i = 0; i < placed->len; i++)
      {
        Placed *one = &g_array_index (placed, Placed, i);

        if (one->section->topic == first[t])
          place_section (build, root, frame, one, g_array_index (columns, guint, i));
      }
  for (guint i = 0; i < placed->len; i++)
    place_section (build, root, frame, &g_array_index (placed, Placed, i),
                   g_array_index (columns, guint, i));
}

/**
 * assemble:
 * @build: what all boxes share
 * @width: of the paper
 * @height: of the paper
 * @room: (out): what is left above the notes; negative: it does not fit
 *
 * Returns: (transfer full): the page
 */
static GfNode *
assemble (GfPageBuild *build, double width, double height, double *room)
{
  const GfPageStyle *style = build->style;
  GfNode *root = gf_page_group ("Document", width), *header, *notes;
  Frame frame = { .left = GF_MM (style->margin_left), .gutter = GF_MM (style->gutter) };
  double gap = GF_MM (MAX (1.0, style->section_gap - build->fit.section_gap_cut));
  double step = gf_page_leading (build, GF_FONT_BODY), bottom, columns_height, foot, limit, spare;
  g_autoptr (GArray) placed = NULL, columns = g_array_new (FALSE, FALSE, sizeof (guint));

  frame.width = width - frame.left - GF_MM (style->margin_right);
  frame.column = (frame.width - frame.gutter) / 2.0;
  header = gf_page_place (build, root, gf_page_header (build, frame.width), frame.left,
                          GF_MM (style->margin_top));
  frame.top = header->y + header->height;
  notes = gf_page_notes (build, frame.width);
  bottom = height - GF_MM (style->margin_bottom);
  limit = notes->height > 0.0
          ? bottom - notes->height - GF_MM (style->notes_pad + style->notes_gap) : bottom;

  placed = build_sections (build, frame.column);
  foot = stack (placed, GF_DOC_PLACE_FOOT, gap);
  columns_height = balance_columns (placed, gap, limit - frame.top - foot, step);
  foot = stack_foot (placed, gap, columns);
  frame.band = frame.top + columns_height;
  spare = limit - frame.band;
  if (foot > 0.0)
    {
      double above = GF_MM (style->band_gap);

      spare -= above + GF_MM (style->band_pad) + foot;
      above += CLAMP (spare / 2.0, 0.0, GF_MM (style->section_gap));
      gf_page_place (build, root, gf_page_line (build, GF_INK_RULE, style->rule_thin, frame.width),
                     frame.left, frame.band + above);
      frame.band += above + GF_MM (style->band_pad);
    }
  place_sections (build, root, &frame, placed, columns);
  if (notes->height > 0.0)
    gf_page_place (build, root, gf_page_line (build, GF_INK_RULE, style->rule_thin, frame.width),
                   frame.left, bottom - notes->height - GF_MM (style->notes_pad));
  gf_page_place (build, root, notes, frame.left, bottom - notes->height);
  *room = spare;
  return root;
}

static void
set_body (GfFit *fit, const GfPageStyle *style, double size, double floor)
{
  double least = LEADING_PER_SIZE * size / GF_POINTS_PER_MM;

  fit->body_size = size;
  fit->body_leading = CLAMP (least, floor, style->fonts[GF_FONT_BODY].leading);
}

/* The steps of fitting, each on top of those before; 0 is the style as it is meant. */
static void
set_step (GfFit *fit, const GfPageStyle *style, guint step)
{
  double size = style->fonts[GF_FONT_BODY].size;

  if (step >= 1)
    {
      fit->section_gap_cut = 1.0;
      fit->header_gap_cut += 2.0;
    }
  if (step >= 2)
    {
      fit->tight_lists = TRUE;
      fit->extra_note_columns = 1;
    }
  fit->run_on = step >= 3;
  if (step >= 4)
    {
      guint n = MIN (step - 4, N_BODY_STEPS);
      double part = (double) n / N_BODY_STEPS;

      set_body (fit, style, size - part * (size - style->body_floor), style->leading_floor);
      fit->title_scale = 1.0 - part * (1.0 - style->title_floor);
      fit->sentence_scale = 1.0 - part * (1.0 - style->sentence_floor);
    }
  if (step >= 5 + N_BODY_STEPS)
    fit->max_bars = MAX_BARS_WHEN_TIGHT;
  if (step >= 6 + N_BODY_STEPS)
    set_body (fit, style, TINY_BODY, TINY_LEADING);
}

/* Marks in @left what has gone: the first of those who may leave, and bars beyond the few. */
static void
mark_left (const GfDocument *document, const GfFit *fit, GArray *leaving, gboolean *left)
{
  memset (left, 0, (document->n_items + 1) * sizeof *left);
  for (guint i = 0; i < fit->n_left && i < leaving->len; i++)
    left[g_array_index (leaving, guint, i)] = TRUE;
  for (guint s = 0; fit->max_bars > 0 && s < document->sections->len; s++)
    {
      const GfDocSection *section = document->sections->pdata[s];

      for (guint b = 0; b < section->blocks->len; b++)
        {
          const GfBlock *block = section->blocks->pdata[b];

          for (guint i = fit->max_bars; block->kind == GF_BLOCK_BARS && i < block->items->len; i++)
            left[((GfItem *) block->items->pdata[i])->index] = TRUE;
        }
    }
}

typedef struct
{
  GfPageLayout *self;
  GfPageBuild   build;
  GArray       *leaving;
  gboolean     *left;
  double        paper_cut;     /* mm off the header on low paper */
} Fitter;

/* One attempt; the page is kept, whether it fits or not. */
static gboolean
try_fit (Fitter *fitter, guint step, guint n_left, guint max_lines)
{
  GfPageLayout *self = fitter->self;
  GfPageBuild *build = &fitter->build;
  double room;

  build->fit = (GfFit) { .header_gap_cut = fitter->paper_cut };
  set_step (&build->fit, build->style, step);
  build->fit.n_left = n_left;
  build->fit.max_lines = max_lines;
  build->n_shortened = 0;
  mark_left (self->document, &build->fit, fitter->leaving, fitter->left);
  g_clear_pointer (&self->root, gf_node_free);
  self->root = assemble (build, self->width, self->height, &room);
  self->fits = room > -0.01;
  return self->fits;
}

/* The first step, or the fewest items to leave, with which the page fits, given that `high` does.
 * Each attempt measures the whole page, so the range is halved rather than walked. */
static void
find_least (Fitter *fitter, guint low, guint high, gboolean leaving)
{
  guint last = high;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      last = middle;
      if (try_fit (fitter, leaving ? N_STEPS : middle, leaving ? middle : 0, 0))
        high = middle;
      else
        low = middle;
    }
  if (last != high || fitter->build.fit.n_left != (leaving ? high : 0))
    try_fit (fitter, leaving ? N_STEPS : high, leaving ? high : 0, 0);
}

static void
fit_page (Fitter *fitter)
{
  static const guint line_limits[] = { 12, 8, 6, 4, 3, 2, 1 };
  guint n_leaving = fitter->leaving->len, n_items = fitter->self->document->n_items;
  guint n_beyond = n_items > MAX_ITEMS_ON_PAGE ? n_items - MAX_ITEMS_ON_PAGE : 0;

  if (n_beyond == 0 && try_fit (fitter, 0, 0, 0))
    return;
  if (n_beyond == 0 && try_fit (fitter, N_STEPS, 0, 0))
    {
      find_least (fitter, 0, N_STEPS, FALSE);
      return;
    }
  if (try_fit (fitter, N_STEPS, n_leaving, 0))
    {
      find_least (fitter, MIN (n_beyond, n_leaving), n_leaving, TRUE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (line_limits); i++)
    if (try_fit (fitter, N_STEPS, n_leaving, line_limits[i]))
      return;
}

static PangoContext *
create_context (PangoLanguage *language, gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, language);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  return context;
}

static void
prepare_inks (GfPageLayout *self, const GfPageStyle *style, GfColor *inks)
{
  for (guint i = 0; i < GF_N_INKS; i++)
    gf_color_parse (style->inks[i], &inks[i]);
  gf_color_parse (style->accent, &inks[GF_INK_ACCENT]);
  gf_color_parse (self->document->accent, &inks[GF_INK_ACCENT]);
  self->darkened = gf_color_darken_to_contrast (&inks[GF_INK_ACCENT], GF_COLOR_PAGE_CONTRAST);
  self->accent = inks[GF_INK_ACCENT];
}

static void
name_left_out (GfPageLayout *self, const Fitter *fitter)
{
  self->left_out = gf_page_leaving_name (self->document, fitter->left);
  if (fitter->build.n_shortened > 0)
    g_ptr_array_add (self->left_out,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the end of %u long text",
                                                   "the ends of %u long texts",
                                                   fitter->build.n_shortened),
                                      fitter->build.n_shortened));
  g_ptr_array_add (self->left_out, NULL);
}

/**
 * gf_page_layout_new:
 * @document: a document; sealed by this
 * @style: how it looks
 * @paper: what it is printed on
 *
 * Measures and places the one page. Takes some ten milliseconds, more when items have to leave.
 *
 * Returns: (transfer full): the page
 */
GfPageLayout *
gf_page_layout_new (GfDocument    *document,
                    GfPageStyleId  style,
                    GfPaper        paper)
{
  GfPageLayout *self;
  Fitter fitter = { 0 };

  g_return_val_if_fail (document != NULL, NULL);

  gf_document_seal (document);
  self = g_new0 (GfPageLayout, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->document = gf_document_ref (document);
  gf_paper_get_size (paper, &self->width, &self->height);

  fitter.self = self;
  fitter.left = g_new0 (gboolean, document->n_items + 1);
  fitter.leaving = gf_page_leaving_new (document);
  fitter.build.style = gf_page_style_get (style);
  fitter.build.document = document;
  fitter.build.left = fitter.left;
  fitter.build.rtl = gf_document_is_right_to_left (document);
  fitter.build.language = pango_language_from_string (document->language);
  fitter.build.pango = create_context (fitter.build.language, fitter.build.rtl);
  fitter.paper_cut = paper == GF_PAPER_LETTER ? fitter.build.style->letter_header_cut : 0.0;
  prepare_inks (self, fitter.build.style, fitter.build.inks);
  fit_page (&fitter);
  name_left_out (self, &fitter);

  g_object_unref (fitter.build.pango);
  g_array_unref (fitter.leaving);
  g_free (fitter.left);
  return self;
}

/** gf_page_layout_ref: adds a reference. */
GfPageLayout *
gf_page_layout_ref (GfPageLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** gf_page_layout_unref: drops a reference. */
void
gf_page_layout_unref (GfPageLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  gf_node_free (self->root);
  gf_document_unref (self->document);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}

/**
 * gf_page_layout_draw:
 * @self: a page
 * @cr: where to draw, in points, the page's top left at the origin; scale it for a preview
 *
 * Draws the page on white paper. PDF surfaces also get the structure.
 */
void
gf_page_layout_draw (GfPageLayout *self,
                     cairo_t      *cr)
{
  gboolean tagged;

  g_return_if_fail (self != NULL && cr != NULL);

  tagged = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
  cairo_save (cr);
  if (!tagged)
    {
      cairo_rectangle (cr, 0, 0, self->width, self->height);
      cairo_clip (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  gf_node_draw (self->root, cr, tagged);
  cairo_restore (cr);
}

/** gf_page_layout_get_size: the size of the paper in points; either may be %NULL. */
void
gf_page_layout_get_size (const GfPageLayout *self,
                         double             *width,
                         double             *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

/** gf_page_layout_get_document: (transfer none): the document it was made from. */
GfDocument *
gf_page_layout_get_document (const GfPageLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

/**
 * gf_page_layout_fits:
 * @self: a page
 *
 * Returns: whether what stays is inside the margins; %FALSE only for content beyond all reason
 */
gboolean
gf_page_layout_fits (const GfPageLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fits;
}

/** gf_page_layout_get_left_out: (transfer none): "2 quotes", "1 KPI" ..., %NULL at the end. */
const char * const *
gf_page_layout_get_left_out (const GfPageLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->left_out->pdata;
}

/** gf_page_layout_dup_left_out_sentence: (transfer full): the same in a sentence; %NULL if all fits. */
char *
gf_page_layout_dup_left_out_sentence (const GfPageLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gf_page_leaving_sentence (self->left_out);
}

/**
 * gf_page_layout_accent_darkened:
 * @self: a page
 * @used: (out) (optional) (transfer full): the accent the page uses, "#7a2438"
 *
 * Returns: whether the accent asked for was too pale to read and is darker on the page
 */
gboolean
gf_page_layout_accent_darkened (const GfPageLayout *self,
                                char              **used)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (used != NULL)
    *used = gf_color_to_string (&self->accent);
  return self->darkened;
}

/** gf_page_layout_dup_text: (transfer full): all words on the page in reading order. */
char *
gf_page_layout_dup_text (const GfPageLayout *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  gf_node_add_text (self->root, text);
  return g_string_free_and_steal (text);
}

const GfNode *
gf_page_layout_get_root (const GfPageLayout *self)
{
  return self->root;
}
