/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-size-row.h"

#include "gf-format.h"
#include "gf-share-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfSizeRow
{
  GtkListBoxRow parent_instance;

  /* Children */
  GtkGrid *grid;
  GtkWidget *names;
  GtkLabel *caption;
  GtkWidget *meter;
  GtkWidget *bar;
  GtkLabel *percent;
  GtkWidget *figures;
  GtkLabel *count;
  GtkLabel *arithmetic;

  GfMarketLine line;
};

G_DEFINE_FINAL_TYPE (GfSizeRow, gf_size_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *title;
  const char *short_name;
  const char *meaning;
} lines[] = {
  [GF_MARKET_TOTAL] = { N_("Everyone with the need"), N_("TAM"), N_("all who have the problem") },
  [GF_MARKET_SERVICEABLE] = { N_("Those you can serve"), N_("SAM"), N_("within your languages, law and reach") },
  [GF_MARKET_OBTAINABLE] = { N_("Those you can win"), N_("SOM"), N_("with the people and money you have") },
  [GF_MARKET_OURS] = { N_("Already yours"), NULL, N_("Counted from your customers") },
};

static GtkLabel *
append_label (GtkWidget  *box,
              float       xalign,
              const char *first_class,
              const char *second_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0.5f ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static const char *
get_note (GfMarket    *market,
          GfMarketLine line)
{
  switch (line)
    {
    case GF_MARKET_TOTAL:
      return gf_market_get_total_note (market);

    case GF_MARKET_SERVICEABLE:
      return gf_market_get_serviceable_note (market);

    case GF_MARKET_OBTAINABLE:
      return gf_market_get_obtainable_note (market);

    case GF_MARKET_OURS:
    case GF_MARKET_N_LINES:
    default:
      return "";
    }
}

static char *
dup_caption (GfSizeRow *self,
             GfMarket  *market)
{
  const char *note = get_note (market, self->line);

  if (*note == '\0')
    note = _(lines[self->line].meaning);
  if (lines[self->line].short_name == NULL)
    return g_strdup (note);

  /* Translators: TAM, SAM or SOM, and what is counted */
  return g_strdup_printf (_("%s: %s"), _(lines[self->line].short_name), note);
}

static char *
dup_count (double firms)
{
  g_autofree char *number = NULL;

  if (isnan (firms))
    return g_strdup (_("Not counted yet"));

  number = gf_format_count ((guint64) firms);

  return g_strdup_printf (ngettext ("%s firm", "%s firms", (gulong) firms), number);
}

static char *
dup_arithmetic (GfSizeRow          *self,
                GfMarket           *market,
                GfTable            *table,
                const GfMarketSize *size)
{
  const char *currency = gf_table_find_currency (table);
  g_autofree char *each = NULL;
  g_autofree char *all = NULL;

  if (self->line == GF_MARKET_OURS)
    {
      gsize gone = table != NULL && !isnan (size->firms[GF_MARKET_OURS])
                     ? gf_table_get_n_rows (table) - (gsize) size->firms[GF_MARKET_OURS] : 0;
      g_autofree char *number = gf_format_count (gone);

      return gone == 0 ? g_strdup ("")
                       : g_strdup_printf (ngettext ("%s more has left", "%s more have left", (gulong) gone), number);
    }
  if (isnan (size->value[self->line]))
    return g_strdup ("");

  each = gf_format_money (gf_market_get_yearly_value (market), currency);
  all = gf_format_money (size->value[self->line], currency);

  /* Translators: what one firm pays, and what all pay together in a year: “× €3,900 = €159.9 million a year” */
  return g_strdup_printf (_("× %s = %s a year"), each, all);
}

static char *
dup_percent (double share)
{
  if (isnan (share))
    return g_strdup ("");
  if (share > 0 && share < 0.005)
    return g_strdup (_("under 1\u202f%"));

  return gf_format_share (share, 100);
}

static char *
dup_bar_name (GfSizeRow          *self,
              const GfMarketSize *size)
{
  double share = size->share[self->line];
  g_autofree char *above = NULL;

  if (isnan (share))
    return isnan (size->firms[self->line]) ? g_strdup (_("Not counted yet")) : g_strdup (_("The whole"));

  above = gf_format_count ((guint64) round (size->firms[self->line] / share));

  /* Translators: a bar in words: “31 percent of 41,000” */
  return g_strdup_printf (_("%.0f percent of %s"), share * 100, above);
}

static void
gf_size_row_class_init (GfSizeRowClass *klass)
{
}

static void
gf_size_row_init (GfSizeRow *self)
{
  GtkWidget *title;

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "size-row");

  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  title = GTK_WIDGET (append_label (self->names, 0, "heading", NULL));
  g_object_set_data (G_OBJECT (self->names), "title", title);
  self->caption = append_label (self->names, 0, "caption", "dimmed");
  gtk_label_set_max_width_chars (self->caption, 34);

  self->figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->count = append_label (self->figures, 1, "heading", "numeric");
  self->arithmetic = append_label (self->figures, 1, "caption", "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->arithmetic), "numeric");

  self->meter = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->percent = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->percent, 1);
  gtk_label_set_width_chars (self->percent, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->percent), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->percent), "numeric");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->grid));
}

/**
 * gf_size_row_new:
 * @line: which line
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
gf_size_row_new (GfMarketLine line)
{
  GfSizeRow *self = g_object_new (GF_TYPE_SIZE_ROW, NULL);

  self->line = line;
  self->bar = gf_share_bar_new (line == GF_MARKET_TOTAL ? GF_DATA_OTHER : GF_DATA_BEST);
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_box_append (GTK_BOX (self->meter), self->bar);
  gtk_box_append (GTK_BOX (self->meter), GTK_WIDGET (self->percent));
  gtk_label_set_label (GTK_LABEL (g_object_get_data (G_OBJECT (self->names), "title")), _(lines[line].title));

  gtk_grid_attach (self->grid, self->names, 0, 0, 1, 1);
  gtk_grid_attach (self->grid, self->meter, 1, 0, 1, 1);
  gtk_grid_attach (self->grid, self->figures, 2, 0, 1, 1);
  gf_size_row_set_narrow (self, FALSE);

  return GTK_WIDGET (self);
}

static void
place (GfSizeRow *self,
       GtkWidget *widget,
       int        column,
       int        row,
       int        width)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));

  g_object_set (gtk_layout_manager_get_layout_child (layout, widget),
                "column", column, "row", row, "column-span", width, NULL);
}

/**
 * gf_size_row_set_narrow:
 * @narrow: whether there is little room
 *
 * Puts the bar below the words, or between them.
 */
void
gf_size_row_set_narrow (GfSizeRow *self,
                        gboolean   narrow)
{
  g_return_if_fail (GF_IS_SIZE_ROW (self));

  place (self, self->meter, narrow ? 0 : 1, narrow ? 1 : 0, narrow ? 2 : 1);
  place (self, self->figures, narrow ? 1 : 2, 0, 1);

  gtk_widget_set_hexpand (self->names, narrow);
  gtk_widget_set_size_request (self->names, narrow ? -1 : 228, -1);
  gtk_widget_set_size_request (self->figures, narrow ? -1 : 208, -1);
  gtk_label_set_max_width_chars (self->caption, narrow ? 30 : 34);
  gtk_label_set_max_width_chars (self->arithmetic, narrow ? 22 : 30);
  gtk_label_set_xalign (self->percent, narrow ? 1 : 0);
}

/**
 * gf_size_row_show:
 * @market: what was written down
 * @table: (nullable): the customers
 * @size: the arithmetic of both
 *
 * Shows the line.
 */
void
gf_size_row_show (GfSizeRow          *self,
                  GfMarket           *market,
                  GfTable            *table,
                  const GfMarketSize *size)
{
  g_autofree char *caption = NULL;
  g_autofree char *count = NULL;
  g_autofree char *arithmetic = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *bar_name = NULL;
  g_autofree char *name = NULL;
  double share;

  g_return_if_fail (GF_IS_SIZE_ROW (self));

  share = size->share[self->line];
  caption = dup_caption (self, market);
  count = dup_count (size->firms[self->line]);
  arithmetic = dup_arithmetic (self, market, table, size);
  percent = dup_percent (share);
  bar_name = dup_bar_name (self, size);

  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->arithmetic, arithmetic);
  gtk_widget_set_visible (GTK_WIDGET (self->arithmetic), *arithmetic != '\0');
  gtk_label_set_label (self->percent, percent);
  if (isnan (size->firms[self->line]))
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "dimmed");

  /* Only the first known line is a whole. */
  gf_share_bar_set (GF_SHARE_BAR (self->bar),
                    isnan (share) && !isnan (size->firms[self->line]) ? 1 : share, bar_name);

  name = g_strdup_printf ("%s. %s. %s. %s. %s", _(lines[self->line].title), caption, count, arithmetic, bar_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
