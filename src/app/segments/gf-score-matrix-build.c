/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-score-matrix-private.h"

#include "gf-criteria-preset.h"
#include "gf-score-cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The widgets of the matrix: two grids side by side, or one on a phone. */

#define WEIGHT_MAX 40.0
#define SCALE_WIDTH 96
#define LARGE_DPI 125
/* So much of the segments is seen at least. */
#define CELLS_WIDTH 126
static void
scale_changed_cb (GfScoreMatrix *self,
                  GtkRange      *scale)
{
  GfCriterion *criterion = g_object_get_data (G_OBJECT (scale), "criterion");

  if (!self->showing)
    gf_criterion_set_weight (criterion, round (gtk_range_get_value (scale)));
}

static void
balance_clicked_cb (GfScoreMatrix *self)
{
  gf_criteria_balance (_gf_score_matrix_get_criteria (self));
}

static void
header_clicked_cb (GfScoreMatrix *self,
                   GtkWidget     *button)
{
  g_signal_emit_by_name (self, "segment-activated", g_object_get_data (G_OBJECT (button), "segment"));
}

static GtkWidget *
create_label (const char *text,
              float       xalign,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Large letters on a phone */
static gboolean
is_tight (GfScoreMatrix *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return self->narrow && dpi > LARGE_DPI * 1024;
}

static GtkWidget *
create_scale (GfScoreMatrix *self,
              GfCriterion   *criterion)
{
  double maximum = MAX (WEIGHT_MAX, gf_criterion_get_weight (criterion));
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, maximum, 1);
  g_autofree char *name = g_strdup_printf (_("Weight of %s"), gf_criterion_get_name (criterion));

  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_range_set_increments (GTK_RANGE (scale), 1, 5);
  gtk_widget_set_size_request (scale, SCALE_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (scale), "criterion", g_object_ref (criterion), g_object_unref);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (scale_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->scales, scale);

  return scale;
}

static GtkWidget *
create_number (GfScoreMatrix *self)
{
  GtkWidget *number = create_label (NULL, 1, "numeric");

  gtk_label_set_width_chars (GTK_LABEL (number), 3);
  g_ptr_array_add (self->weights, number);

  return number;
}

/* Rows that stand in two grids are as high as the higher of the two; @heights is NULL for one grid. */
static void
attach (GtkWidget *grid,
        GtkWidget *child,
        int        column,
        int        row,
        GPtrArray *heights)
{
  gtk_grid_attach (GTK_GRID (grid), child, column, row, 1, 1);
  if (heights == NULL)
    return;

  while (heights->len <= (guint) row)
    g_ptr_array_add (heights, gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL));
  gtk_size_group_add_widget (g_ptr_array_index (heights, row), child);
}

static GtkWidget *
attach_line (GtkWidget *grid,
             int        row,
             int        n_columns)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_grid_attach (GTK_GRID (grid), line, 0, row, n_columns, 1);

  return line;
}

static void
fill_criterion (GfScoreMatrix *self,
                GtkWidget     *grid,
                GfCriterion   *criterion,
                int            row,
                GPtrArray     *heights)
{
  GtkWidget *name = create_label (NULL, 0, NULL);
  GtkWidget *scale = create_scale (self, criterion);
  GtkWidget *number = create_number (self);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), is_tight (self) ? 6 : 14);
  gtk_widget_set_hexpand (name, TRUE);
  g_ptr_array_add (self->names, name);

  if (self->narrow)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (box, "score-name");
      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
      gtk_widget_set_hexpand (scale, TRUE);
      gtk_widget_set_size_request (scale, is_tight (self) ? 48 : 72, -1);
      gtk_box_append (GTK_BOX (line), scale);
      gtk_box_append (GTK_BOX (line), number);
      gtk_box_append (GTK_BOX (box), name);
      gtk_box_append (GTK_BOX (box), line);
      attach (grid, box, 0, row, heights);
      return;
    }

  gtk_widget_add_css_class (name, "score-name");
  attach (grid, name, 0, row, heights);
  attach (grid, scale, 1, row, heights);
  attach (grid, number, 2, row, heights);
}

static void
fill_sum (GfScoreMatrix *self,
          GtkWidget     *grid,
          int            row,
          GPtrArray     *heights)
{
  GtkWidget *label = create_label (_("Weighted"), 0, "heading");
  GtkWidget *sum = create_label (NULL, 1, "heading");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "score-name");
  self->balance = gtk_button_new_with_label (_("Make It 100"));
  gtk_widget_add_css_class (self->balance, "flat");
  gtk_widget_set_tooltip_text (self->balance, _("Keeps the weights in proportion"));
  gtk_widget_set_valign (self->balance, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->balance, TRUE);
  gtk_widget_set_halign (self->balance, GTK_ALIGN_END);
  g_signal_connect_object (self->balance, "clicked", G_CALLBACK (balance_clicked_cb), self, G_CONNECT_SWAPPED);

  self->sum = GTK_LABEL (sum);
  gtk_widget_add_css_class (sum, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->balance);
  if (self->narrow)
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (box), sum);
      attach (grid, box, 0, row, heights);
    }
  else
    {
      attach (grid, sum, 2, row, heights);
      gtk_grid_attach (GTK_GRID (grid), box, 0, row, 2, 1);
      gtk_size_group_add_widget (g_ptr_array_index (heights, row), box);
    }
}

static GtkWidget *
create_left (GfScoreMatrix *self,
             GPtrArray     *heights)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = create_label (_("Criterion"), 0, "heading");
  guint n = g_list_model_get_n_items (_gf_score_matrix_get_criteria (self));

  gtk_widget_add_css_class (grid, "score-grid");
  gtk_widget_add_css_class (title, "score-name");
  attach (grid, title, 0, 0, heights);
  if (!self->narrow)
    attach (grid, create_label (_("Weight"), 0, "heading"), 1, 0, heights);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (_gf_score_matrix_get_criteria (self), i);

      attach_line (grid, (int) i * 2 + 1, 3);
      fill_criterion (self, grid, criterion, (int) i * 2 + 2, heights);
    }
  attach_line (grid, (int) n * 2 + 1, 3);
  fill_sum (self, grid, (int) n * 2 + 2, heights);

  return grid;
}

static GtkWidget *
create_header (GfScoreMatrix *self,
               GfSegment     *segment)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = create_label (NULL, 0, "caption-heading");

  if (self->narrow)
    {
      /* The whole name stands above. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), is_tight (self) ? 4 : 9);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 11);
    }
  else
    {
      /* Rows of two grids share a height, so that it must not hang on how wide a label becomes. */
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), 11);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 11);
    }
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "score-cell");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "segment", g_object_ref (segment), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (header_clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->headers, button);

  return button;
}

static void
fill_segment (GfScoreMatrix *self,
              GtkWidget     *grid,
              GfSegment     *segment,
              int            column,
              GPtrArray     *heights)
{
  guint n = g_list_model_get_n_items (_gf_score_matrix_get_criteria (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *total = create_label (NULL, 0, "heading");
  GtkWidget *range = create_label (NULL, 0, "caption");

  attach (grid, create_header (self, segment), column, 0, heights);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (_gf_score_matrix_get_criteria (self), i);
      GtkWidget *cell = gf_score_cell_new (self->project, segment, criterion);

      gf_score_cell_set_tight (GF_SCORE_CELL (cell), is_tight (self));
      g_ptr_array_add (self->cells, cell);
      attach (grid, cell, column, (int) i * 2 + 2, heights);
    }

  gtk_widget_add_css_class (total, "numeric");
  gtk_widget_add_css_class (range, "dimmed");
  gtk_widget_add_css_class (box, "score-total");
  /* Set, so that what is inside does not make the whole row expand. */
  gtk_widget_set_vexpand (box, FALSE);
  gtk_widget_set_vexpand (total, TRUE);
  gtk_widget_set_vexpand (range, TRUE);
  gtk_widget_set_valign (range, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), total);
  gtk_box_append (GTK_BOX (box), range);
  g_ptr_array_add (self->totals, total);
  g_ptr_array_add (self->ranges, range);
  attach (grid, box, column, (int) n * 2 + 2, heights);
}

static GtkWidget *
create_right (GfScoreMatrix *self,
              GPtrArray     *heights)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n = g_list_model_get_n_items (_gf_score_matrix_get_segments (self));
  guint n_criteria = g_list_model_get_n_items (_gf_score_matrix_get_criteria (self));

  gtk_widget_add_css_class (grid, "score-grid");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (_gf_score_matrix_get_segments (self), i);

      fill_segment (self, grid, segment, (int) i, heights);
    }
  /* A single narrow segment does not fill its room; the lines do. */
  for (guint i = 0; i <= n_criteria; i++)
    gtk_widget_set_hexpand (attach_line (grid, (int) i * 2 + 1, (int) MAX (n, 1)), TRUE);

  return grid;
}

static void
forget (GfScoreMatrix *self)
{
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->scales, 0);
  g_ptr_array_set_size (self->weights, 0);
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->headers, 0);
  g_ptr_array_set_size (self->totals, 0);
  g_ptr_array_set_size (self->ranges, 0);
  self->sum = NULL;
  self->balance = NULL;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (self->card)) != NULL;)
    gtk_box_remove (GTK_BOX (self->card), child);
}

/* On a phone there is one grid, with the current segment. */
static void
build_narrow (GfScoreMatrix *self)
{
  GtkWidget *grid = create_left (self, NULL);
  g_autoptr (GfSegment) segment = g_list_model_get_item (_gf_score_matrix_get_segments (self), self->current);

  if (segment != NULL)
    fill_segment (self, grid, segment, 1, NULL);
  gtk_widget_set_hexpand (grid, TRUE);
  gtk_box_append (GTK_BOX (self->card), grid);
}

static void
build_wide (GfScoreMatrix *self)
{
  g_autoptr (GPtrArray) heights = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *left = create_left (self, heights);
  GtkWidget *right = create_right (self, heights);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), right);
  gtk_widget_set_size_request (window, CELLS_WIDTH, -1);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_set_hexpand (right, FALSE);
  gtk_box_append (GTK_BOX (self->card), left);
  gtk_box_append (GTK_BOX (self->card), window);
}

/* Makes the grids anew for the segments and the criteria that there are. */
void
_gf_score_matrix_build (GfScoreMatrix *self)
{
  guint n = g_list_model_get_n_items (_gf_score_matrix_get_segments (self));

  forget (self);
  self->current = MIN (self->current, n > 0 ? n - 1 : 0);
  if (self->narrow)
    build_narrow (self);
  else
    build_wide (self);
}
