/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-competitor-row.h"

#include "gf-pips.h"
#include "gf-research-words.h"

#include <glib/gi18n-lib.h>

struct _GfCompetitorRow
{
  GtkListBoxRow parent_instance;

  /* Children */
  GtkWidget *wide;
  GtkWidget *narrow;
  GtkLabel *name[2];          /* in the wide form, and in the narrow one */
  GtkLabel *serves[2];
  GtkLabel *weaknesses[2];
  GtkLabel *sources[2];
  GtkLabel *strengths;
  GtkLabel *price;
  GtkWidget *pips;

  /* Owned references */
  GfCompetitor *competitor;
};

G_DEFINE_FINAL_TYPE (GfCompetitorRow, gf_competitor_row, GTK_TYPE_LIST_BOX_ROW)

/* The columns stand below each other since all labels of one have the same width in characters of the same font: so
 * what is bold or small is so by attributes, not by a style with a font of its own. */
static const int widths[GF_COMPETITOR_N_COLUMNS] = { 15, 17, 9, 14, 22, 0 };

static GtkLabel *
new_cell (guint    column,
          gboolean bold,
          gboolean small)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), widths[column]);
  gtk_label_set_max_width_chars (GTK_LABEL (label), widths[column]);
  gtk_widget_set_valign (label, GTK_ALIGN_START);

  return GTK_LABEL (label);
}

static GtkLabel *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return GTK_LABEL (label);
}

static void
append_column (GtkWidget    *row,
               GtkWidget    *widget,
               GtkSizeGroup *column,
               gboolean      expand)
{
  gtk_widget_set_hexpand (widget, expand);
  gtk_size_group_add_widget (column, widget);
  gtk_box_append (GTK_BOX (row), widget);
}

static void
show_sources (GtkLabel *label,
              guint     n)
{
  g_autofree char *words = n == 0 ? g_strdup (_("No source"))
                                  : g_strdup_printf (ngettext ("%u source", "%u sources", n), n);

  gtk_label_set_label (label, words);
  if (n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (label), "attention");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "attention");
}

static void
update (GfCompetitorRow *self)
{
  GfCompetitor *competitor = self->competitor;
  guint level = (guint) gf_competitor_get_price_level (competitor);
  guint n_sources = gf_competitor_count_sources (competitor);
  const char *name = gf_competitor_get_name (competitor);
  const char *serves = gf_competitor_get_serves (competitor);
  const char *price = gf_price_level_get_label (level);
  g_autofree char *second = NULL;
  g_autofree char *spoken = NULL;

  /* Translators: whom a competitor serves, and its price */
  second = *serves != '\0' ? g_strdup_printf (_("%s · price: %s"), serves, price)
                           : g_strdup_printf (_("Price: %s"), price);
  for (guint i = 0; i < 2; i++)
    {
      gtk_label_set_label (self->name[i], *name != '\0' ? name : _("Nameless"));
      gtk_label_set_label (self->weaknesses[i], gf_competitor_get_weaknesses (competitor));
      show_sources (self->sources[i], n_sources);
    }
  gtk_label_set_label (self->serves[0], serves);
  gtk_label_set_label (self->serves[1], second);
  gtk_label_set_label (self->strengths, gf_competitor_get_strengths (competitor));
  gtk_label_set_label (self->price, price);
  gf_pips_set_value (GF_PIPS (self->pips), level);
  gtk_widget_set_visible (GTK_WIDGET (self->weaknesses[1]), *gf_competitor_get_weaknesses (competitor) != '\0');

  /* Translators: a row for screen readers: name, whom it serves, price, strengths, weaknesses, sources */
  spoken = g_strdup_printf (_("%s. Serves: %s. Price: %s. Strong at: %s. Falls short at: %s. %s."), name, serves, price,
                            gf_competitor_get_strengths (competitor), gf_competitor_get_weaknesses (competitor),
                            gtk_label_get_label (self->sources[0]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
gf_competitor_row_dispose (GObject *object)
{
  g_clear_object (&GF_COMPETITOR_ROW (object)->competitor);

  G_OBJECT_CLASS (gf_competitor_row_parent_class)->dispose (object);
}

static void
gf_competitor_row_class_init (GfCompetitorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_competitor_row_dispose;
}

static GtkLabel *
new_chip (void)
{
  GtkLabel *chip = new_label ("chip");

  gtk_label_set_wrap (chip, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (chip), "caption");
  gtk_widget_set_halign (GTK_WIDGET (chip), GTK_ALIGN_END);

  return chip;
}

static void
create_wide (GfCompetitorRow *self,
             GtkSizeGroup   **columns)
{
  GtkWidget *price = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->wide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->name[0] = new_cell (0, TRUE, FALSE);
  self->serves[0] = new_cell (1, FALSE, FALSE);
  self->price = new_cell (2, FALSE, TRUE);
  self->strengths = new_cell (3, FALSE, FALSE);
  self->weaknesses[0] = new_cell (4, FALSE, FALSE);
  self->sources[0] = new_chip ();

  gtk_widget_add_css_class (GTK_WIDGET (self->price), "dimmed");
  self->pips = gf_pips_new ();
  gtk_widget_set_halign (self->pips, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (price), self->pips);
  gtk_box_append (GTK_BOX (price), GTK_WIDGET (self->price));
  gtk_widget_set_hexpand (GTK_WIDGET (self->sources[0]), TRUE);
  gtk_box_append (GTK_BOX (chip), GTK_WIDGET (self->sources[0]));

  append_column (self->wide, GTK_WIDGET (self->name[0]), columns[0], TRUE);
  append_column (self->wide, GTK_WIDGET (self->serves[0]), columns[1], TRUE);
  append_column (self->wide, price, columns[2], FALSE);
  append_column (self->wide, GTK_WIDGET (self->strengths), columns[3], TRUE);
  append_column (self->wide, GTK_WIDGET (self->weaknesses[0]), columns[4], TRUE);
  append_column (self->wide, chip, columns[5], FALSE);
}

static void
create_narrow (GfCompetitorRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->narrow = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->name[1] = new_label ("heading");
  self->serves[1] = new_label ("caption");
  self->weaknesses[1] = new_label ("caption");
  self->sources[1] = new_chip ();

  gtk_widget_set_hexpand (GTK_WIDGET (self->name[1]), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->name[1]));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->sources[1]));
  gtk_box_append (GTK_BOX (self->narrow), head);
  gtk_box_append (GTK_BOX (self->narrow), GTK_WIDGET (self->serves[1]));
  gtk_box_append (GTK_BOX (self->narrow), GTK_WIDGET (self->weaknesses[1]));
  gtk_widget_add_css_class (GTK_WIDGET (self->serves[1]), "dimmed");
}

static void
gf_competitor_row_init (GfCompetitorRow *self)
{
}

/**
 * gf_competitor_row_new:
 * @competitor: a competitor
 * @columns: (array fixed-size=6): the columns of the table
 *
 * Returns: (transfer floating): a row that follows it
 */
GtkWidget *
gf_competitor_row_new (GfCompetitor  *competitor,
                       GtkSizeGroup **columns)
{
  g_return_val_if_fail (GF_IS_COMPETITOR (competitor), NULL);

  GfCompetitorRow *self = g_object_new (GF_TYPE_COMPETITOR_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  create_wide (self, columns);
  create_narrow (self);
  gtk_widget_set_visible (self->narrow, FALSE);
  gtk_box_append (GTK_BOX (box), self->wide);
  gtk_box_append (GTK_BOX (box), self->narrow);
  gtk_widget_add_css_class (box, "competitor-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  self->competitor = g_object_ref (competitor);
  g_signal_connect_object (competitor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * gf_competitor_row_get_competitor:
 *
 * Returns: (transfer none): the competitor
 */
GfCompetitor *
gf_competitor_row_get_competitor (GfCompetitorRow *self)
{
  g_return_val_if_fail (GF_IS_COMPETITOR_ROW (self), NULL);

  return self->competitor;
}

/**
 * gf_competitor_row_set_narrow:
 * @narrow: whether there is little room
 *
 * Shows two lines rather than columns.
 */
void
gf_competitor_row_set_narrow (GfCompetitorRow *self,
                              gboolean         narrow)
{
  g_return_if_fail (GF_IS_COMPETITOR_ROW (self));

  gtk_widget_set_visible (self->wide, !narrow);
  gtk_widget_set_visible (self->narrow, narrow);
}

/**
 * gf_competitor_heads_new:
 * @columns: (array fixed-size=6): the columns of the table
 *
 * Returns: (transfer floating): the heads of the columns
 */
GtkWidget *
gf_competitor_heads_new (GtkSizeGroup **columns)
{
  const char * const titles[] = { _("Name"), _("Serves"), _("Price"), _("Strong at"), _("Falls short at"), "" };
  GtkWidget *heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == GF_COMPETITOR_N_COLUMNS);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkLabel *label = new_cell (i, i == 0, TRUE);

      gtk_label_set_label (label, titles[i]);
      gtk_widget_add_css_class (GTK_WIDGET (label), "dimmed");
      append_column (heads, GTK_WIDGET (label), columns[i], i != 2 && i != 5);
    }
  gtk_widget_add_css_class (heads, "competitor-heads");

  return heads;
}

/**
 * gf_competitor_count_sources:
 * @competitor: a competitor
 *
 * Returns: how many sources it has, empty ones left out
 */
guint
gf_competitor_count_sources (GfCompetitor *competitor)
{
  const char * const *sources;
  guint n = 0;

  g_return_val_if_fail (GF_IS_COMPETITOR (competitor), 0);

  sources = gf_competitor_get_sources (competitor);
  for (guint i = 0; sources[i] != NULL; i++)
    n += *sources[i] != '\0';

  return n;
}
