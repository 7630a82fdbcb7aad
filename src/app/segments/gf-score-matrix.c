/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-score-matrix.h"

#include "gf-criteria-preset.h"
#include "gf-format.h"
#include "gf-score-cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEIGHT_MAX 40.0
#define SCALE_WIDTH 96
#define LARGE_DPI 125
/* So much of the segments is seen at least. */
#define CELLS_WIDTH 126
/* More toggles than these scroll instead of being cut. */
#define MAX_SHRINKING 3

struct _GfScoreMatrix
{
  AdwBin parent_instance;

  /* Children; all but the first three are made anew when segments or criteria come and go */
  GtkWidget *toggles_window;
  AdwToggleGroup *toggles;
  GtkWidget *card;
  GPtrArray *cells;         /* GfScoreCell, criterion by criterion */
  GPtrArray *scales;
  GPtrArray *weights;
  GPtrArray *names;
  GPtrArray *headers;
  GPtrArray *totals;
  GPtrArray *ranges;
  GtkLabel *sum;
  GtkWidget *balance;

  /* Owned references */
  GfProject *project;
  char *shape;              /* ids of what is shown */

  gboolean narrow;
  gboolean showing;
  guint current;            /* the segment that a phone shows */
};

G_DEFINE_FINAL_TYPE (GfScoreMatrix, gf_score_matrix, ADW_TYPE_BIN)

enum
{
  SEGMENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GListModel *
get_segments (GfScoreMatrix *self)
{
  return G_LIST_MODEL (gf_project_get_segments (self->project));
}

static GListModel *
get_criteria (GfScoreMatrix *self)
{
  return G_LIST_MODEL (gf_project_get_criteria (self->project));
}

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
  gf_criteria_balance (get_criteria (self));
}

static void
header_clicked_cb (GfScoreMatrix *self,
                   GtkWidget     *button)
{
  g_signal_emit (self, signals[SEGMENT_ACTIVATED], 0, g_object_get_data (G_OBJECT (button), "segment"));
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

static void
attach_line (GtkWidget *grid,
             int        row,
             int        n_columns)
{
  gtk_grid_attach (GTK_GRID (grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, row, n_columns, 1);
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
  guint n = g_list_model_get_n_items (get_criteria (self));

  gtk_widget_add_css_class (grid, "score-grid");
  gtk_widget_add_css_class (title, "score-name");
  attach (grid, title, 0, 0, heights);
  if (!self->narrow)
    attach (grid, create_label (_("Weight"), 0, "heading"), 1, 0, heights);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (get_criteria (self), i);

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
  guint n = g_list_model_get_n_items (get_criteria (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *total = create_label (NULL, 0, "heading");
  GtkWidget *range = create_label (NULL, 0, "caption");

  attach (grid, create_header (self, segment), column, 0, heights);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (get_criteria (self), i);
      GtkWidget *cell = gf_score_cell_new (self->project, segment, criterion);

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
  guint n = g_list_model_get_n_items (get_segments (self));
  guint n_criteria = g_list_model_get_n_items (get_criteria (self));

  gtk_widget_add_css_class (grid, "score-grid");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (get_segments (self), i);

      fill_segment (self, grid, segment, (int) i, heights);
    }
  for (guint i = 0; i <= n_criteria; i++)
    attach_line (grid, (int) i * 2 + 1, (int) MAX (n, 1));

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
  g_autoptr (GfSegment) segment = g_list_model_get_item (get_segments (self), self->current);

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

static void
rebuild (GfScoreMatrix *self)
{
  guint n = g_list_model_get_n_items (get_segments (self));

  forget (self);
  self->current = MIN (self->current, n > 0 ? n - 1 : 0);
  if (self->narrow)
    build_narrow (self);
  else
    build_wide (self);
}

static void
toggled_cb (GfScoreMatrix *self)
{
  guint active = adw_toggle_group_get_active (self->toggles);

  if (self->showing || active == self->current || active == GTK_INVALID_LIST_POSITION)
    return;

  self->current = active;
  g_clear_pointer (&self->shape, g_free);
  g_autoptr (GfScoreboard) board = gf_scoreboard_new (get_segments (self), get_criteria (self));
  gf_score_matrix_update (self, self->project, board);
}

static void
rebuild_toggles (GfScoreMatrix *self)
{
  guint n = g_list_model_get_n_items (get_segments (self));

  adw_toggle_group_remove_all (self->toggles);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (get_segments (self), i);
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, gf_segment_get_name (segment));
      adw_toggle_group_add (self->toggles, toggle);
    }
  adw_toggle_group_set_can_shrink (self->toggles, n <= MAX_SHRINKING);
  if (n > 0)
    adw_toggle_group_set_active (self->toggles, self->current);
  gtk_widget_set_visible (self->toggles_window, self->narrow && n > 1);
}

static char *
dup_shape (GfScoreMatrix *self)
{
  GListModel *lists[] = { get_segments (self), get_criteria (self) };
  g_autoptr (GString) shape = g_string_new (self->narrow ? "narrow" : "");

  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    {
      g_string_append_c (shape, '|');
      for (guint i = 0; i < g_list_model_get_n_items (lists[k]); i++)
        {
          g_autoptr (GfRecord) record = g_list_model_get_item (lists[k], i);

          g_string_append_printf (shape, "%s/", gf_record_get_id (record));
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&shape));
}

static void
show_weights (GfScoreMatrix *self,
              GfScoreboard  *board)
{
  double sum = gf_scoreboard_get_weight_sum (board);
  g_autofree char *text = gf_format_number (sum, 0);

  for (guint i = 0; i < self->scales->len; i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (get_criteria (self), i);
      double weight = gf_criterion_get_weight (criterion);
      GtkRange *scale = g_ptr_array_index (self->scales, i);
      g_autofree char *number = gf_format_number (weight, 0);
      g_autofree char *tooltip = g_strdup_printf (_("%s\n1: %s\n3: %s\n5: %s"),
                                                  gf_criterion_get_name (criterion),
                                                  gf_criterion_get_poor (criterion),
                                                  gf_criterion_get_fair (criterion),
                                                  gf_criterion_get_excellent (criterion));

      /* A weight from elsewhere may be beyond the end of the scale. */
      if (weight > gtk_adjustment_get_upper (gtk_range_get_adjustment (scale)))
        gtk_range_set_range (scale, 0, weight);
      gtk_range_set_value (scale, weight);
      gtk_label_set_label (g_ptr_array_index (self->weights, i), number);
      gtk_label_set_label (g_ptr_array_index (self->names, i), gf_criterion_get_name (criterion));
      gtk_widget_set_tooltip_text (g_ptr_array_index (self->names, i), tooltip);
    }

  gtk_label_set_label (self->sum, text);
  gtk_widget_set_visible (self->balance, fabs (sum - 100.0) >= 0.5);
}

static void
show_segments (GfScoreMatrix *self,
               GfScoreboard  *board)
{
  GfScoring *scoring = gf_scoreboard_get_scoring (board);

  for (guint i = 0; i < self->headers->len; i++)
    {
      guint at = self->narrow ? self->current : i;
      const char *name = gf_scoreboard_get_segment (board, at);
      double low = gf_scoring_get_low (scoring, at);
      double high = gf_scoring_get_high (scoring, at);
      g_autofree char *total = gf_format_score (gf_scoring_get_total (scoring, at));
      g_autofree char *low_text = gf_format_score (low);
      g_autofree char *high_text = gf_format_score (high);
      /* Translators: the least and the most that a total can be while some scores are unknown */
      g_autofree char *range = g_strdup_printf (_("%s to %s"), low_text, high_text);
      g_autofree char *tooltip = g_strdup_printf (_("Edit %s"), name);
      GtkWidget *header = g_ptr_array_index (self->headers, i);

      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (header))), name);
      gtk_widget_set_tooltip_text (header, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
      gtk_label_set_label (g_ptr_array_index (self->totals, i), total);
      gtk_label_set_label (g_ptr_array_index (self->ranges, i), range);
      gtk_widget_set_visible (g_ptr_array_index (self->ranges, i), high - low >= 0.05);
      gtk_widget_set_valign (g_ptr_array_index (self->totals, i),
                             high - low >= 0.05 ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
    }

  for (guint i = 0; i < self->cells->len; i++)
    gf_score_cell_update (g_ptr_array_index (self->cells, i));
}

/* The cell beside the one that has the focus; NULL if none has. */
static GtkWidget *
find_neighbour (GfScoreMatrix *self,
                int            right,
                int            down)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  guint n_criteria = g_list_model_get_n_items (get_criteria (self));
  guint at;

  /* Cells stand segment by segment. */
  if (root == NULL || !g_ptr_array_find (self->cells, gtk_root_get_focus (root), &at))
    return NULL;

  int row = (int) (at % n_criteria) + down;
  int column = (int) (at / n_criteria) + right;

  if (row < 0 || row >= (int) n_criteria || column < 0 || column >= (int) self->headers->len)
    return g_ptr_array_index (self->cells, at);

  return g_ptr_array_index (self->cells, (guint) column * n_criteria + (guint) row);
}

static gboolean
key_pressed_cb (GfScoreMatrix   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  GtkWidget *cell = NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || self->project == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Up:
      cell = find_neighbour (self, 0, -1);
      break;
    case GDK_KEY_Down:
      cell = find_neighbour (self, 0, 1);
      break;
    case GDK_KEY_Left:
      cell = find_neighbour (self, -forward, 0);
      break;
    case GDK_KEY_Right:
      cell = find_neighbour (self, forward, 0);
      break;
    default:
      break;
    }
  if (cell == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (cell);

  return GDK_EVENT_STOP;
}

static void
gf_score_matrix_dispose (GObject *object)
{
  GfScoreMatrix *self = GF_SCORE_MATRIX (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->shape, g_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->scales, g_ptr_array_unref);
  g_clear_pointer (&self->weights, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  g_clear_pointer (&self->ranges, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_score_matrix_parent_class)->dispose (object);
}

static void
gf_score_matrix_class_init (GfScoreMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_score_matrix_dispose;

  /**
   * GfScoreMatrix::segment-activated:
   * @segment: a segment
   *
   * The header of a segment was pressed.
   */
  signals[SEGMENT_ACTIVATED] =
    g_signal_new ("segment-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, GF_TYPE_SEGMENT);
}

static void
gf_score_matrix_init (GfScoreMatrix *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->scales = g_ptr_array_new ();
  self->weights = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
  self->headers = g_ptr_array_new ();
  self->totals = g_ptr_array_new ();
  self->ranges = g_ptr_array_new ();

  self->toggles = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Segment shown"), -1);
  g_signal_connect_object (self->toggles, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->toggles_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->toggles_window), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->toggles_window), GTK_WIDGET (self->toggles));
  gtk_widget_set_visible (self->toggles_window, FALSE);

  self->card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), self->toggles_window);
  gtk_box_append (GTK_BOX (box), self->card);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * gf_score_matrix_update:
 * @self: a matrix
 * @project: the project whose segments are scored
 * @board: its scoreboard
 *
 * Shows what the records say now. What has the focus keeps it unless segments or criteria came or went.
 */
void
gf_score_matrix_update (GfScoreMatrix *self,
                        GfProject     *project,
                        GfScoreboard  *board)
{
  g_return_if_fail (GF_IS_SCORE_MATRIX (self));
  g_return_if_fail (GF_IS_PROJECT (project) && board != NULL);

  if (g_set_object (&self->project, project))
    g_clear_pointer (&self->shape, g_free);

  g_autofree char *shape = dup_shape (self);

  self->showing = TRUE;
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      rebuild (self);
      rebuild_toggles (self);
      g_set_str (&self->shape, shape);
    }
  for (guint i = 0; i < gf_scoreboard_get_n_segments (board); i++)
    adw_toggle_set_label (adw_toggle_group_get_toggle (self->toggles, i), gf_scoreboard_get_segment (board, i));
  show_weights (self, board);
  show_segments (self, board);
  self->showing = FALSE;
}

/**
 * gf_score_matrix_set_narrow:
 * @self: a matrix
 * @narrow: whether there is room for one segment only
 *
 * Shows one segment at a time, or all; seen with the next gf_score_matrix_update().
 */
void
gf_score_matrix_set_narrow (GfScoreMatrix *self,
                            gboolean       narrow)
{
  g_return_if_fail (GF_IS_SCORE_MATRIX (self));

  self->narrow = narrow;
}
