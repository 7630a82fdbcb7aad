/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "gf-color.h"

G_BEGIN_DECLS

/* What is on a page: a tree of boxes in reading order, each placed relative to its parent.
 *
 *   group:   has a structure role ("P", "LI", ...; NULL: none) and children
 *   leaf:    text, rectangle, line, hatched square, circle or picture; draws itself at its origin
 *   units:   points; y grows downwards; x is mirrored for right-to-left pages when placed
 *   rule:    nothing moves after gf_page_layout_new() has returned
 */
typedef enum
{
  GF_NODE_GROUP,
  GF_NODE_TEXT,
  GF_NODE_RECTANGLE,           /* filled with `fill` and stroked with `ink`, where set */
  GF_NODE_LINE,                /* from the origin to (width, height) */
  GF_NODE_SQUARE,              /* the hatched square of an assumption */
  GF_NODE_CIRCLE,              /* in the box width x height */
  GF_NODE_PICTURE,
} GfNodeKind;

typedef struct
{
  guint start, end;            /* bytes of the layout's text */
} GfTextRange;

typedef struct _GfNode GfNode;
struct _GfNode
{
  GfNodeKind       kind;
  double           x, y, width, height;
  const char      *role;       /* static string */
  char            *alt;        /* what a Figure shows */
  GPtrArray       *children;

  PangoLayout     *layout;
  double           leading, first_baseline;
  GArray          *assumed;    /* GfTextRange: dotted underline */
  GArray          *squares;    /* guint: byte of each placeholder */
  gboolean         shortened;

  GfColor          ink, fill;
  gboolean         has_ink, has_fill;
  double           line, radius, dash_on, dash_off;
  double           pitch;      /* of the hatching */
  double           dots_line, dots_drop, dots_on, dots_off;
  double           square, square_drop, square_line;
  cairo_surface_t *picture;
};

GfNode *gf_node_new       (GfNodeKind  kind,
                           const char *role);
void    gf_node_free      (GfNode *self);
GfNode *gf_node_add       (GfNode *self,
                           GfNode *child,
                           double  x,
                           double  y);
void    gf_node_draw      (const GfNode *self,
                           cairo_t      *cr,
                           gboolean      tagged);
void    gf_node_add_text  (const GfNode *self,
                           GString      *text);
void    gf_node_list_figures (const GfNode *self,
                              GPtrArray    *alts);
guint   gf_node_count_lines (const GfNode *self);
double  gf_node_get_ink_width (const GfNode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfNode, gf_node_free)

G_END_DECLS
