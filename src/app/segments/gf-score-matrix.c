/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-score-matrix-private.h"

#include "gf-criteria-preset.h"
#include "gf-format.h"
#include "gf-score-cell.h"
#include "gf-score-proposal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More toggles than these scroll instead of being cut. */
#define MAX_SHRINKING 3

G_DEFINE_FINAL_TYPE (GfScoreMatrix, gf_score_matrix, ADW_TYPE_BIN)

enum
{
  SEGMENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GListModel *
_gf_score_matrix_get_segments (GfScoreMatrix *self)
{
  return G_LIST_MODEL (gf_project_get_segments (self->project));
}

GListModel *
_gf_score_matrix_get_criteria (GfScoreMatrix *self)
{
  return G_LIST_MODEL (gf_project_get_criteria (self->project));
}

static void
toggled_cb (GfScoreMatrix *self)
{
  guint active = adw_toggle_group_get_active (self->toggles);

  if (self->showing || active == self->current || active == GTK_INVALID_LIST_POSITION)
    return;

  self->current = active;
  g_clear_pointer (&self->shape, g_free);
  g_autoptr (GfScoreboard) board = gf_scoreboard_new (_gf_score_matrix_get_segments (self), _gf_score_matrix_get_criteria (self));
  gf_score_matrix_update (self, self->project, board, self->proposals);
}

static void
rebuild_toggles (GfScoreMatrix *self)
{
  guint n = g_list_model_get_n_items (_gf_score_matrix_get_segments (self));

  adw_toggle_group_remove_all (self->toggles);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfSegment) segment = g_list_model_get_item (_gf_score_matrix_get_segments (self), i);
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
  GListModel *lists[] = { _gf_score_matrix_get_segments (self), _gf_score_matrix_get_criteria (self) };
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
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (_gf_score_matrix_get_criteria (self), i);
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
    {
      GfScoreCell *cell = g_ptr_array_index (self->cells, i);

      gf_score_cell_update (cell, gf_proposals_find (self->proposals, gf_score_cell_get_segment (cell),
                                                     gf_score_cell_get_criterion (cell)));
    }
}

/* The cell beside the one that has the focus; NULL if none has. */
static GtkWidget *
find_neighbour (GfScoreMatrix *self,
                int            right,
                int            down)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  guint n_criteria = g_list_model_get_n_items (_gf_score_matrix_get_criteria (self));
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
  g_clear_pointer (&self->proposals, g_hash_table_unref);
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
 * @proposals: what the data say, of gf_project_find_proposals()
 *
 * Shows what the records say now. What has the focus keeps it unless segments or criteria came or went.
 */
void
gf_score_matrix_update (GfScoreMatrix *self,
                        GfProject     *project,
                        GfScoreboard  *board,
                        GHashTable    *proposals)
{
  g_return_if_fail (GF_IS_SCORE_MATRIX (self));
  g_return_if_fail (GF_IS_PROJECT (project) && board != NULL && proposals != NULL);

  GHashTable *before = self->proposals;
  self->proposals = g_hash_table_ref (proposals);
  g_clear_pointer (&before, g_hash_table_unref);

  if (g_set_object (&self->project, project))
    g_clear_pointer (&self->shape, g_free);

  g_autofree char *shape = dup_shape (self);

  self->showing = TRUE;
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      _gf_score_matrix_build (self);
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
