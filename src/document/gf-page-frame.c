/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and below the columns: the header and the notes. */
#include "config.h"

#include "gf-page-build.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const guchar *data;
  gsize         length, at;
} PngReader;

static cairo_status_t
read_png_cb (void *closure, unsigned char *data, unsigned int length)
{
  PngReader *reader = closure;

  if (reader->length - reader->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* The logo on white, since the page knows no transparency; NULL when it cannot be read. */
static cairo_surface_t *
load_logo (GBytes *png)
{
  PngReader reader = { 0 };
  cairo_surface_t *picture, *flat = NULL;
  int width, height;
  cairo_t *cr;

  reader.data = g_bytes_get_data (png, &reader.length);
  picture = cairo_image_surface_create_from_png_stream (read_png_cb, &reader);
  width = cairo_image_surface_get_width (picture);
  height = cairo_image_surface_get_height (picture);
  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS && width > 0 && height > 0)
    {
      flat = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cr = cairo_create (flat);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_set_source_surface (cr, picture, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (picture);
  return flat;
}

static GfNode *
build_logo (GfPageBuild *build)
{
  const GfPageStyle *style = build->style;
  cairo_surface_t *picture = NULL;
  GfNode *node;
  double scale;

  if (build->document->logo != NULL)
    picture = load_logo (build->document->logo);
  if (picture == NULL)
    return NULL;
  node = gf_node_new (GF_NODE_PICTURE, "Figure");
  node->picture = picture;
  /* Translators: what a picture shows, for people who cannot see it. */
  node->alt = build->document->brand != NULL ? g_strdup_printf (_("%s logo"), build->document->brand)
                                             : g_strdup (_("Logo"));
  scale = MIN (GF_MM (style->logo_width) / cairo_image_surface_get_width (picture),
               GF_MM (style->logo_size) / cairo_image_surface_get_height (picture));
  node->width = scale * cairo_image_surface_get_width (picture);
  node->height = scale * cairo_image_surface_get_height (picture);
  return node;
}

/* Logo and name at the start, the status at the end. A wide logo holds the name itself. */
static void
place_brand (GfPageBuild *build, GfNode *header, double width)
{
  const GfPageStyle *style = build->style;
  const GfDocument *document = build->document;
  GfNode *logo = build_logo (build), *name;
  double x = 0.0, size = GF_MM (style->logo_size);
  gboolean wide = logo != NULL && logo->width > 2.5 * size;

  if (logo != NULL)
    {
      gf_page_place (build, header, logo, 0, (size - logo->height) / 2.0);
      x = logo->width + GF_MM (style->logo_gap);
    }
  if (document->brand != NULL && !wide)
    {
      double room = width * (document->status != NULL ? 0.6 : 1.0) - x;

      name = gf_page_words (build, GF_FONT_BRAND, "P", document->brand, room, GF_ALIGN_START);
      gf_page_place (build, header, name, x, 0);
    }
  if (document->status != NULL)
    gf_page_place (build, header,
                   gf_page_words (build, GF_FONT_STATUS, "P", document->status, 0.38 * width,
                                  GF_ALIGN_END), 0.62 * width, 0);
}

static double
get_header_gap (GfPageBuild *build, double gap)
{
  return GF_MM (MAX (1.0, gap - build->fit.header_gap_cut / 4.0));
}

/* Up to four labelled cells between rules, at the half-column lines. */
static void
place_meta (GfPageBuild *build, GfNode *header, double width, double y)
{
  const GfPageStyle *style = build->style;
  GPtrArray *meta = build->document->meta;
  guint n = MIN (meta->len, 4);
  double step = (width + GF_MM (style->gutter)) / 4.0, pad = GF_MM (style->meta_pad);
  double height = GF_MM (style->meta_height);

  gf_page_place (build, header, gf_page_line (build, GF_INK_TEXT, style->rule_strong, width), 0, y);
  for (guint i = 0; i < n; i++)
    {
      const GfMeta *cell = meta->pdata[i];
      GfNode *group = gf_page_group ("Sect", step - GF_MM (4));

      gf_page_place (build, group, gf_page_words (build, GF_FONT_META_LABEL, "P", cell->label,
                                                  group->width, GF_ALIGN_START), 0, 0);
      gf_page_place (build, group, gf_page_words (build, GF_FONT_META, "P", cell->value,
                                                  group->width, GF_ALIGN_START), 0, group->height);
      gf_page_place (build, header, group, i * step, y + pad);
      height = MAX (height, group->height + 2.0 * pad);
    }
  gf_page_place (build, header, gf_page_line (build, GF_INK_RULE, style->rule_thin, width), 0,
                 y + height);
}

/**
 * gf_page_header:
 * @build: what all boxes share
 * @width: of the page between its margins
 *
 * Returns: (transfer full): brand, title, sentence and meta cells, the gap below included
 */
GfNode *
gf_page_header (GfPageBuild *build,
                double       width)
{
  const GfPageStyle *style = build->style;
  const GfDocument *document = build->document;
  GfNode *header = gf_page_group ("Sect", width), *title = NULL;
  double y = 0.0;

  if (document->brand != NULL || document->logo != NULL || document->status != NULL)
    {
      place_brand (build, header, width);
      y = header->height + get_header_gap (build, style->gap_brand);
    }
  title = gf_page_group ("H1", width);
  if (document->lead_in != NULL)
    gf_page_place (build, title, gf_page_words (build, GF_FONT_LEAD_IN, "Span", document->lead_in,
                                                width, GF_ALIGN_START), 0, 0);
  if (document->title != NULL)
    gf_page_place (build, title, gf_page_words (build, GF_FONT_TITLE, "Span", document->title, width,
                                                GF_ALIGN_START),
                   0, title->height > 0 ? title->height + GF_MM (style->lead_in_gap) : 0.0);
  if (title->height > 0)
    y += gf_page_place (build, header, title, 0, y)->height + get_header_gap (build, style->gap_title);
  else
    gf_node_free (title);
  if (!gf_inline_is_empty (document->sentence))
    y += gf_page_place (build, header, gf_page_text (build, GF_FONT_SENTENCE, "P",
                                                     document->sentence, width, GF_ALIGN_START),
                        0, y)->height + get_header_gap (build, style->gap_sentence);
  if (document->meta->len > 0)
    {
      place_meta (build, header, width, y);
      y = header->height + get_header_gap (build, style->gap_meta);
    }
  header->height = y;
  return header;
}

static GfNode *
build_note (GfPageBuild *build, const GfSource *source, double width)
{
  g_autofree char *number = g_strdup_printf ("%u", source->number);
  GfNode *note = gf_page_group ("LI", width);
  double indent = GF_MM (build->style->notes_indent) * (source->number > 9 ? 1.4 : 1.0);

  gf_page_place (build, note, gf_page_words (build, GF_FONT_NOTE_NUMBER, "Lbl", number, indent,
                                             GF_ALIGN_START), 0, 0);
  gf_page_place (build, note, gf_page_words (build, GF_FONT_NOTE, "LBody", source->text,
                                             width - indent, GF_ALIGN_START), indent, 0);
  return note;
}

static GPtrArray *
build_remarks (GfPageBuild *build, double width, guint n_items_left)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_node_free);

  for (guint i = 0; i < build->document->remarks->len; i++)
    g_ptr_array_add (remarks, gf_page_words (build, GF_FONT_NOTE, "P",
                                             build->document->remarks->pdata[i], width,
                                             GF_ALIGN_START));
  if (n_items_left > 0)
    {
      /* Translators: at the foot of a page on which not everything found room. */
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            "%u more item in the file.",
                                                            "%u more items in the file.",
                                                            n_items_left), n_items_left);

      g_ptr_array_add (remarks, gf_page_words (build, GF_FONT_NOTE, "P", more, width,
                                               GF_ALIGN_START));
    }
  if (gf_document_has_assumptions (build->document))
    {
      g_autoptr (GfInline) key = gf_words_assumption_key ();

      g_ptr_array_add (remarks, gf_page_text (build, GF_FONT_NOTE, "P", key, width,
                                              GF_ALIGN_START));
    }
  return remarks;
}

/* Whether @boxes stand in @n_columns no taller than @height; @columns says how many each holds. */
static gboolean
try_columns (GPtrArray *boxes, guint n_columns, double height, guint *columns)
{
  double filled = 0.0;
  guint column = 0;

  memset (columns, 0, n_columns * sizeof *columns);
  for (guint i = 0; i < boxes->len; i++)
    {
      const GfNode *box = boxes->pdata[i];

      if (columns[column] > 0 && filled + box->height > height + 0.01)
        {
          if (++column >= n_columns)
            return FALSE;
          filled = 0.0;
        }
      filled += box->height;
      columns[column]++;
    }
  return filled <= height + 0.01;
}

static guint
count_left (const GfPageBuild *build)
{
  guint n = 0;

  for (guint i = 0; i < build->document->n_items; i++)
    n += build->left[i] ? 1 : 0;
  return n;
}

/* The lowest columns that hold all the boxes, whole. */
static void
balance (GPtrArray *boxes, guint n_columns, double step, guint *columns)
{
  double total = 0.0, height;

  for (guint i = 0; i < boxes->len; i++)
    total += ((GfNode *) boxes->pdata[i])->height;
  for (height = step; height < total && !try_columns (boxes, n_columns, height, columns);)
    height += step;
  try_columns (boxes, n_columns, MAX (height, total / n_columns), columns);
}

/**
 * gf_page_notes:
 * @build: what all boxes share
 * @width: of the page between its margins
 *
 * Returns: (transfer full): the sources and remarks in columns; of height 0 when there are none
 */
GfNode *
gf_page_notes (GfPageBuild *build,
               double       width)
{
  const GfPageStyle *style = build->style;
  guint n_columns = style->notes_columns + build->fit.extra_note_columns, columns[8], box = 0;
  double gutter = GF_MM (style->notes_gutter);
  double column_width = (width - (n_columns - 1) * gutter) / n_columns;
  GfNode *notes = gf_page_group ("Sect", width), *list = NULL;
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (GPtrArray) remarks = build_remarks (build, column_width, count_left (build));
  guint n_notes = build->document->notes->len;

  for (guint i = 0; i < n_notes; i++)
    g_ptr_array_add (boxes, build_note (build, build->document->notes->pdata[i], column_width));
  for (guint i = 0; i < remarks->len; i++)
    g_ptr_array_add (boxes, remarks->pdata[i]);
  g_ptr_array_set_free_func (remarks, NULL);
  balance (boxes, n_columns, gf_page_leading (build, GF_FONT_NOTE), columns);
  if (n_notes > 0)
    {
      list = gf_page_group ("L", width);
      gf_page_place (build, notes, list, 0, 0);
    }
  for (guint c = 0; c < n_columns; c++)
    {
      double y = 0.0;

      for (guint i = 0; i < columns[c] && box < boxes->len; i++, box++)
        {
          GfNode *child = boxes->pdata[box];

          gf_page_place (build, box < n_notes ? list : notes, child, c * (column_width + gutter), y);
          notes->height = MAX (notes->height, y + child->height);
          y += child->height;
        }
    }
  return notes;
}
