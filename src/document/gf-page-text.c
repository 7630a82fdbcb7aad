/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-page-build.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Holds the place of the hatched square in a line; cleaned text never contains it. */
#define PLACEHOLDER "\357\277\274"
#define WORD_JOINER "\342\201\240"
#define NO_BREAK_SPACE "\302\240"

/* The gap before a note's number is a no-break space of this size, so that the number never starts a
 * line and a reader of the plain text still sees two words. */
#define MARK_GAP_SIZE 3.2

/* A last line this short is tried again a little tighter. */
#define LAST_LINE_CHARS 12
#define TIGHTER_EM -0.01

typedef struct
{
  GString       *text;
  PangoAttrList *attrs;
  GArray        *assumed;
  GArray        *squares;
} Composition;

static int
units (double points)
{
  return (int) (points * PANGO_SCALE + (points < 0 ? -0.5 : 0.5));
}

static double
get_size (GfPageBuild *build, GfFont type)
{
  const GfFontStyle *style = &build->style->fonts[type];
  double scale = 1.0;

  if (type == GF_FONT_TITLE && build->fit.title_scale > 0.0)
    scale = build->fit.title_scale;
  else if (type == GF_FONT_SENTENCE && build->fit.sentence_scale > 0.0)
    scale = build->fit.sentence_scale;
  else if (type == GF_FONT_NUMERAL && build->fit.body_leading > 0.0)
    scale = build->fit.body_leading / build->style->fonts[GF_FONT_BODY].leading;
  else if (style->body && build->fit.body_size > 0.0)
    return MIN (style->size, build->fit.body_size);
  return style->size * scale;
}

/* The distance of two lines of @type, in points. */
double
gf_page_leading (GfPageBuild *build,
                 GfFont       type)
{
  const GfFontStyle *style = &build->style->fonts[type];

  if (style->body && build->fit.body_leading > 0.0)
    return GF_MM (MIN (style->leading, build->fit.body_leading));
  if (type == GF_FONT_SMALL && build->fit.body_leading > 0.0)
    return GF_MM (MIN (style->leading, build->fit.body_leading));
  return GF_MM (style->leading * (get_size (build, type) / style->size));
}

static PangoFontDescription *
describe_font (GfPageBuild *build, GfFont type)
{
  const GfFontStyle *style = &build->style->fonts[type];
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, style->family);
  pango_font_description_set_size (font, units (get_size (build, type)));
  pango_font_description_set_weight (font, style->weight);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return font;
}

static void
add_attribute (Composition *to, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (to->attrs, attribute);
}

static PangoAttribute *
new_ink_attribute (GfPageBuild *build, GfInk ink)
{
  const GfColor *color = &build->inks[ink];

  return pango_attr_foreground_new ((guint16) (65535.0 * color->red + 0.5),
                                    (guint16) (65535.0 * color->green + 0.5),
                                    (guint16) (65535.0 * color->blue + 0.5));
}

static void
add_square (GfPageBuild *build, Composition *to)
{
  const GfPageStyle *style = build->style;
  guint at = (guint) to->text->len;
  PangoRectangle box = {
    0, units (GF_MM (style->square_drop - style->square)),
    units (GF_MM (style->square + style->square_gap)), units (GF_MM (style->square)),
  };

  g_array_append_val (to->squares, at);
  g_string_append (to->text, PLACEHOLDER);
  add_attribute (to, pango_attr_shape_new (&box, &box), at, to->text->len);
  g_string_append (to->text, WORD_JOINER);
}

static void
add_words (GfPageBuild *build, Composition *to, GfFont type, const GfRun *run, gboolean begins_assumption)
{
  gsize start;
  const char *text = run->text;

  if (begins_assumption)
    {
      if (*text == ' ')
        {
          g_string_append_c (to->text, ' ');
          text++;
        }
      add_square (build, to);
    }
  start = to->text->len;
  if (build->style->fonts[type].uppercase)
    {
      g_autofree char *upper = g_utf8_strup (text, -1);

      g_string_append (to->text, upper);
    }
  else
    g_string_append (to->text, text);
  if (run->flags & GF_INLINE_STRONG)
    add_attribute (to, pango_attr_weight_new (build->style->strong), start, to->text->len);
  if (run->flags & GF_INLINE_EMPHASIS)
    add_attribute (to, pango_attr_style_new (PANGO_STYLE_ITALIC), start, to->text->len);
  if (run->flags & GF_INLINE_SOFT)
    add_attribute (to, new_ink_attribute (build, GF_INK_SOFT), start, to->text->len);
  if (run->flags & GF_INLINE_ASSUMPTION)
    {
      GfTextRange range = { (guint) start, (guint) to->text->len };

      g_array_append_val (to->assumed, range);
    }
}

static void
add_marks (GfPageBuild *build, Composition *to, const guint *sources)
{
  const GfFontStyle *style = &build->style->fonts[GF_FONT_MARK];
  g_autofree char *marks = gf_document_dup_marks (build->document, sources);
  gsize start = to->text->len, words;

  if (*marks == '\0')
    return;
  g_string_append (to->text, NO_BREAK_SPACE);
  words = to->text->len;
  add_attribute (to, pango_attr_size_new (units (MARK_GAP_SIZE)), start, words);
  g_string_append (to->text, marks);
  add_attribute (to, pango_attr_size_new (units (style->size)), words, to->text->len);
  add_attribute (to, pango_attr_family_new (style->family), start, to->text->len);
  add_attribute (to, pango_attr_weight_new (style->weight), start, to->text->len);
  add_attribute (to, pango_attr_style_new (PANGO_STYLE_NORMAL), start, to->text->len);
  add_attribute (to, pango_attr_rise_new (units (style->rise * style->size)), words, to->text->len);
  add_attribute (to, pango_attr_font_features_new (style->features), words, to->text->len);
  add_attribute (to, new_ink_attribute (build, style->ink), start, to->text->len);
}

static void
compose (GfPageBuild *build, Composition *to, GfFont type, const GfInline *text, gboolean skip_square)
{
  const GfFontStyle *style = &build->style->fonts[type];
  gboolean assuming = skip_square;

  to->text = g_string_new (NULL);
  to->attrs = pango_attr_list_new ();
  to->assumed = g_array_new (FALSE, FALSE, sizeof (GfTextRange));
  to->squares = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; text != NULL && i < text->runs->len; i++)
    {
      const GfRun *run = text->runs->pdata[i];

      if (run->kind == GF_RUN_SOURCES)
        add_marks (build, to, run->sources);
      else if (run->kind == GF_RUN_BREAK)
        g_string_append (to->text, "\342\200\250");
      else
        {
          gboolean assumes = (run->flags & GF_INLINE_ASSUMPTION) != 0;

          add_words (build, to, type, run, assumes && !assuming);
          assuming = assumes;
        }
    }
  if (style->features != NULL)
    pango_attr_list_insert_before (to->attrs, pango_attr_font_features_new (style->features));
  add_attribute (to, pango_attr_insert_hyphens_new (FALSE), 0, G_MAXUINT);
}

/* Spacing hangs on @layout only as an attribute, so that it can be tried and taken back. */
static void
set_spacing (GfPageBuild *build, PangoLayout *layout, PangoAttrList *attrs, GfFont type, double extra)
{
  /* Scripts that run from right to left join their letters or know no spacing. */
  double em = (build->rtl ? 0.0 : build->style->fonts[type].spacing) + extra;
  g_autoptr (PangoAttrList) copy = pango_attr_list_copy (attrs);

  if (em < 0.0 || em > 0.0)
    {
      PangoAttribute *spacing = pango_attr_letter_spacing_new (units (em * get_size (build, type)));

      pango_attr_list_insert_before (copy, spacing);
    }
  pango_layout_set_attributes (layout, copy);
}

static gboolean
ends_in_short_word (PangoLayout *layout)
{
  int n = pango_layout_get_line_count (layout);
  PangoLayoutLine *line;
  const char *text;
  int start, length;

  if (n < 2)
    return FALSE;
  line = pango_layout_get_line_readonly (layout, n - 1);
  start = pango_layout_line_get_start_index (line);
  length = pango_layout_line_get_length (line);
  text = pango_layout_get_text (layout) + start;
  return g_utf8_strlen (text, length) <= LAST_LINE_CHARS && memchr (text, ' ', (gsize) length) == NULL;
}

static void
avoid_short_last_line (GfPageBuild *build, PangoLayout *layout, PangoAttrList *attrs, GfFont type)
{
  int n = pango_layout_get_line_count (layout);

  if (!ends_in_short_word (layout))
    return;
  set_spacing (build, layout, attrs, type, TIGHTER_EM);
  if (pango_layout_get_line_count (layout) >= n && ends_in_short_word (layout))
    set_spacing (build, layout, attrs, type, 0.0);
}

static void
measure_baseline (GfPageBuild *build, GfNode *node, PangoFontDescription *font)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (build->pango, font, build->language);
  double ascent = pango_font_metrics_get_ascent (metrics) / (double) PANGO_SCALE;
  double descent = pango_font_metrics_get_descent (metrics) / (double) PANGO_SCALE;

  node->first_baseline = (node->leading - ascent - descent) / 2.0 + ascent;
  pango_font_metrics_unref (metrics);
}

/* Lines end up on the page's own start or end side, whichever way their words run. Pango swaps the
 * sides for words that run against the page. */
static void
set_alignment (GfPageBuild *build, PangoLayout *layout, GfAlign align)
{
  gboolean right = (align == GF_ALIGN_END) != build->rtl;
  PangoLayoutLine *first = pango_layout_get_line_readonly (layout, 0);
  gboolean words_rtl = pango_layout_line_get_resolved_direction (first) == PANGO_DIRECTION_RTL;
  gboolean swapped = words_rtl != build->rtl;

  pango_layout_set_alignment (layout, right != swapped ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static void
set_layout (GfPageBuild *build, GfNode *node, Composition *from, GfFont type, double width,
            GfAlign align)
{
  PangoFontDescription *font = describe_font (build, type);
  PangoLayout *layout = node->layout = pango_layout_new (build->pango);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, from->text->str, (int) from->text->len);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  set_alignment (build, layout, align);
  set_spacing (build, layout, from->attrs, type, 0.0);
  if (width > 0.0)
    pango_layout_set_width (layout, units (width));
  if (build->fit.max_lines > 0 && width > 0.0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -(int) build->fit.max_lines);
      node->shortened = pango_layout_is_ellipsized (layout);
      build->n_shortened += node->shortened ? 1 : 0;
    }
  else
    avoid_short_last_line (build, layout, from->attrs, type);
  measure_baseline (build, node, font);
  pango_font_description_free (font);
}

static GfNode *
make_text (GfPageBuild *build, GfFont type, const char *role, const GfInline *text, double width,
           GfAlign align, gboolean skip_square)
{
  const GfPageStyle *style = build->style;
  GfNode *node = gf_node_new (GF_NODE_TEXT, role);
  Composition composition;

  compose (build, &composition, type, text, skip_square);
  node->leading = gf_page_leading (build, type);
  set_layout (build, node, &composition, type, width, align);
  node->assumed = composition.assumed;
  node->squares = composition.squares;
  node->ink = build->inks[style->fonts[type].ink];
  node->fill = build->inks[GF_INK_ACCENT];
  node->dots_line = GF_MM (style->dots_line);
  node->dots_drop = GF_MM (style->dots_drop);
  node->dots_on = GF_MM (style->dots_on);
  node->dots_off = GF_MM (style->dots_off);
  node->square = GF_MM (style->square);
  node->square_drop = GF_MM (style->square_drop);
  node->square_line = GF_MM (style->square_line);
  node->pitch = GF_MM (style->square_pitch);
  node->width = width > 0.0 ? width : gf_node_get_ink_width (node);
  node->height = node->leading * gf_node_count_lines (node);
  g_string_free (composition.text, TRUE);
  pango_attr_list_unref (composition.attrs);
  return node;
}

/**
 * gf_page_text:
 * @build: what all boxes share
 * @type: the type it is set in
 * @role: (nullable): its role in the structure
 * @text: (nullable): the words
 * @width: in points; 0: one line as wide as it comes
 * @align: where its lines end up
 *
 * Returns: (transfer full): the measured text, its height a whole number of lines
 */
GfNode *
gf_page_text (GfPageBuild    *build,
              GfFont          type,
              const char     *role,
              const GfInline *text,
              double          width,
              GfAlign         align)
{
  return make_text (build, type, role, text, width, align, FALSE);
}

/** gf_page_words: gf_page_text() for plain words. */
GfNode *
gf_page_words (GfPageBuild *build,
               GfFont       type,
               const char  *role,
               const char  *words,
               double       width,
               GfAlign      align)
{
  g_autoptr (GfInline) text = gf_inline_new (words);

  return make_text (build, type, role, text, width, align, FALSE);
}

/** gf_page_item_text: as gf_page_text(), for items whose own square has taken the bullet's place. */
GfNode *
gf_page_item_text (GfPageBuild    *build,
                   GfFont          type,
                   const char     *role,
                   const GfInline *text,
                   double          width)
{
  return make_text (build, type, role, text, width, GF_ALIGN_START, gf_inline_is_assumption (text));
}

/** gf_page_square: the square of an assumption in the place of a bullet beside text of @type. */
GfNode *
gf_page_square (GfPageBuild *build,
                GfFont       type)
{
  const GfPageStyle *style = build->style;
  GfNode *node = gf_node_new (GF_NODE_SQUARE, "Figure");

  node->ink = build->inks[GF_INK_ACCENT];
  node->square = node->width = node->height = GF_MM (style->square);
  node->square_line = GF_MM (style->square_line);
  node->pitch = GF_MM (style->square_pitch);
  /* Translators: what a hatched square before words without evidence says. */
  node->alt = g_strdup (_("assumption"));
  return node;
}

/** gf_page_line: a rule across @width, @thickness in millimetres; its top is its middle. */
GfNode *
gf_page_line (GfPageBuild *build,
              GfInk        ink,
              double       thickness,
              double       width)
{
  GfNode *node = gf_node_new (GF_NODE_LINE, NULL);

  node->ink = build->inks[ink];
  node->has_ink = TRUE;
  node->line = GF_MM (thickness);
  node->width = width;
  return node;
}

/** gf_page_group: an empty group of @width; its height grows with what is placed. */
GfNode *
gf_page_group (const char *role,
               double      width)
{
  GfNode *node = gf_node_new (GF_NODE_GROUP, role);

  node->width = width;
  return node;
}

/**
 * gf_page_place:
 * @build: what all boxes share
 * @parent: a group
 * @child: (transfer full): a box
 * @x: from the start edge of @parent, which is the right one on a right-to-left page
 * @y: from its top
 *
 * Returns: (transfer none): @child
 */
GfNode *
gf_page_place (GfPageBuild *build,
               GfNode      *parent,
               GfNode      *child,
               double       x,
               double       y)
{
  parent->height = MAX (parent->height, y + child->height);
  return gf_node_add (parent, child, build->rtl ? parent->width - x - child->width : x, y);
}

/** gf_page_round_up: @height as whole lines of the grid; as it is when the grid has been given up. */
double
gf_page_round_up (GfPageBuild *build,
                  double       height)
{
  double line = gf_page_leading (build, GF_FONT_BODY);
  double lines = height / line;
  double whole = (double) (gint64) (lines + 0.999);

  return build->fit.tight_lists || build->fit.body_leading > 0.0 ? height : whole * line;
}
