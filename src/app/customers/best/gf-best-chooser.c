/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-chooser.h"

#include "gf-drop-down-name.h"
#include "gf-project-analysis.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Who sets a limit first begins with one that so many reach. */
#define FIRST_SHARE 0.1

struct _GfBestChooser
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkDropDown *kind;
  GtkDropDown *share;
  GtkSpinButton *count;
  GtkDropDown *column;
  GtkDropDown *direction;
  GtkSpinButton *limit;

  GfProject *project;      /* not owned: the view shows it */
  GfTable *table;          /* whose columns are offered */
  GPtrArray *columns;      /* of GfColumn, which the table keeps */

  double shares[8];
  guint n_shares;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GfBestChooser, gf_best_chooser, ADW_TYPE_BIN)

static GfCustomers *
get_customers (GfBestChooser *self)
{
  return gf_project_get_customers (self->project);
}

/* --- What is shown --- */

/* The usual shares, and the one at hand where it is none of them. */
static guint
list_shares (double  share,
             double *shares,
             guint  *selected)
{
  static const double usual[] = { 0.05, 0.1, 0.125, 0.15, 0.2, 0.3, 0.5 };
  guint n = 0;

  *selected = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      if (*selected == GTK_INVALID_LIST_POSITION && share < usual[i] - 1e-6)
        {
          *selected = n;
          shares[n++] = share;
        }
      else if (*selected == GTK_INVALID_LIST_POSITION && share < usual[i] + 1e-6)
        {
          *selected = n;
        }
      shares[n++] = usual[i];
    }

  return n;
}

static void
show_share (GfBestChooser *self)
{
  double shares[G_N_ELEMENTS (self->shares)];
  guint selected;
  guint n = list_shares (gf_customers_get_share (get_customers (self)), shares, &selected);

  if (n != self->n_shares || memcmp (shares, self->shares, n * sizeof (double)) != 0)
    {
      g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *number = gf_words_dup_number (shares[i] * 100);
          /* Translators: a share in percent, with a no-break space: "12.5 %" */
          g_autofree char *text = g_strdup_printf (_("%s\u00a0%%"), number);

          gtk_string_list_append (texts, text);
        }
      memcpy (self->shares, shares, n * sizeof (double));
      self->n_shares = n;
      gtk_drop_down_set_model (self->share, G_LIST_MODEL (texts));
    }
  gtk_drop_down_set_selected (self->share, selected);
}

static void
list_columns (GfBestChooser *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GfTable *table = gf_project_get_table (self->project);

  if (self->table == table)
    return;

  if (table != NULL)
    gf_table_ref (table);
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table;
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; table != NULL && i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      GfColumnType type = gf_column_get_column_type (column);

      if (type != GF_COLUMN_NUMBER && type != GF_COLUMN_MONEY)
        continue;
      g_ptr_array_add (self->columns, column);
      gtk_string_list_append (names, gf_column_get_name (column));
    }
  gtk_drop_down_set_model (self->column, G_LIST_MODEL (names));
}

static void
show_limit (GfBestChooser *self)
{
  GfCustomers *customers = get_customers (self);
  double limit = gf_customers_get_limit (customers);
  double size = fabs (limit);
  double step = !(size >= 2) ? 0.1 : size < 20 ? 1 : pow (10, floor (log10 (size)) - 1);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (gf_column_get_name (self->columns->pdata[i]), gf_customers_get_limit_column (customers)))
      selected = i;
  gtk_drop_down_set_selected (self->column, selected);
  gtk_drop_down_set_selected (self->direction, gf_customers_get_limit_below (customers) ? 1 : 0);
  gtk_spin_button_set_digits (self->limit, step >= 1 && fabs (limit - round (limit)) < 1e-9 ? 0 : 2);
  gtk_spin_button_set_increments (self->limit, step, step * 10);
  gtk_spin_button_set_value (self->limit, isnan (limit) ? 0 : limit);
}

static void
show_kind (GfBestChooser *self)
{
  GfBestChoice kind = gf_customers_get_best_kind (get_customers (self));

  gtk_drop_down_set_selected (self->kind, (guint) kind);
  gtk_widget_set_visible (GTK_WIDGET (self->share), kind == GF_BEST_CHOICE_SHARE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), kind == GF_BEST_CHOICE_COUNT);
  gtk_widget_set_visible (GTK_WIDGET (self->column), kind == GF_BEST_CHOICE_LIMIT);
  gtk_widget_set_visible (GTK_WIDGET (self->direction), kind == GF_BEST_CHOICE_LIMIT);
  gtk_widget_set_visible (GTK_WIDGET (self->limit), kind == GF_BEST_CHOICE_LIMIT);
}

/* --- What is chosen --- */

static int
compare_numbers_cb (gconstpointer a,
                    gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* What one in ten reaches, with two figures. */
static double
choose_limit (GfColumn *column,
              gsize     n_rows,
              gboolean  below)
{
  const double *numbers = gf_column_get_numbers (column);
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (double));
  double value;
  double unit;

  for (gsize row = 0; row < n_rows; row++)
    if (!isnan (numbers[row]))
      g_array_append_val (filled, numbers[row]);
  if (filled->len == 0)
    return 0;

  g_array_sort (filled, compare_numbers_cb);
  value = g_array_index (filled, double,
                         (guint) ((filled->len - 1) * (below ? FIRST_SHARE : 1 - FIRST_SHARE)));
  if (value == 0)
    return 0;

  unit = pow (10, floor (log10 (fabs (value))) - 1);

  return (below ? ceil (value / unit) : floor (value / unit)) * unit;
}

static void
set_limit_column (GfBestChooser *self,
                  GfColumn      *column)
{
  GfCustomers *customers = get_customers (self);
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (customers));
  gboolean below = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (measures, i);

      if (g_str_equal (gf_good_measure_get_column (measure), gf_column_get_name (column)))
        below = gf_good_measure_get_lower_is_better (measure);
    }
  gf_customers_set_limit_column (customers, gf_column_get_name (column));
  gf_customers_set_limit_below (customers, below);
  gf_customers_set_limit (customers, choose_limit (column, gf_table_get_n_rows (self->table), below));
}

/* The measure that counts most is what a limit is likely of. */
static GfColumn *
find_first_column (GfBestChooser *self)
{
  GListModel *measures = G_LIST_MODEL (gf_customers_get_measures (get_customers (self)));
  GfColumn *first = self->columns->len > 0 ? self->columns->pdata[0] : NULL;
  double heaviest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (measures, i);

      for (guint k = 0; k < self->columns->len; k++)
        if (gf_good_measure_get_weight (measure) > heaviest &&
            g_str_equal (gf_good_measure_get_column (measure), gf_column_get_name (self->columns->pdata[k])))
          {
            first = self->columns->pdata[k];
            heaviest = gf_good_measure_get_weight (measure);
          }
    }

  return first;
}

static void
kind_selected_cb (GfBestChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);
  GfRanking *ranking;
  GfColumn *first;

  if (self->filling || self->project == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  ranking = gf_analysis_get_ranking (gf_project_get_analysis (self->project));
  if (selected == GF_BEST_CHOICE_HAND && self->table != NULL)
    gf_customers_pick_best (get_customers (self), self->table, ranking);
  if (selected == GF_BEST_CHOICE_LIMIT && *gf_customers_get_limit_column (get_customers (self)) == '\0' &&
      (first = find_first_column (self)) != NULL)
    set_limit_column (self, first);
  gf_customers_set_best_kind (get_customers (self), (GfBestChoice) selected);
}

static void
share_selected_cb (GfBestChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->share);

  if (!self->filling && self->project != NULL && selected < self->n_shares)
    gf_customers_set_share (get_customers (self), self->shares[selected]);
}

static void
count_changed_cb (GfBestChooser *self)
{
  if (!self->filling && self->project != NULL)
    gf_customers_set_count (get_customers (self), gtk_spin_button_get_value_as_int (self->count));
}

static void
column_selected_cb (GfBestChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->column);

  if (!self->filling && self->project != NULL && selected < self->columns->len)
    set_limit_column (self, self->columns->pdata[selected]);
}

static void
direction_selected_cb (GfBestChooser *self)
{
  if (!self->filling && self->project != NULL)
    gf_customers_set_limit_below (get_customers (self), gtk_drop_down_get_selected (self->direction) == 1);
}

static void
limit_changed_cb (GfBestChooser *self)
{
  if (!self->filling && self->project != NULL)
    gf_customers_set_limit (get_customers (self), gtk_spin_button_get_value (self->limit));
}

static void
gf_best_chooser_dispose (GObject *object)
{
  GfBestChooser *self = GF_BEST_CHOOSER (object);

  self->project = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_BEST_CHOOSER);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_best_chooser_parent_class)->dispose (object);
}

static void
gf_best_chooser_class_init (GfBestChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_best_chooser_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-best-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, GfBestChooser, kind);
  gtk_widget_class_bind_template_child (widget_class, GfBestChooser, share);
  gtk_widget_class_bind_template_child (widget_class, GfBestChooser, count);
  gtk_widget_class_bind_template_child (widget_class, GfBestChooser, column);
  gtk_widget_class_bind_template_child (widget_class, GfBestChooser, direction);
  gtk_widget_class_bind_template_child (widget_class, GfBestChooser, limit);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, direction_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, limit_changed_cb);
}

static void
gf_best_chooser_init (GfBestChooser *self)
{
  self->filling = TRUE;
  self->columns = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gf_drop_down_set_name (self->kind, _("Who is best"));
  gf_drop_down_set_name (self->share, _("Share of the customers"));
  gf_drop_down_set_name (self->column, _("Column that the best have enough of"));
  gf_drop_down_set_name (self->direction, _("At least or at most"));
  self->filling = FALSE;
}

/**
 * gf_best_chooser_show:
 * @project: (nullable): whose customers are chosen from; it must outlive the next call
 *
 * Shows the rule as it is now.
 */
void
gf_best_chooser_show (GfBestChooser *self,
                      GfProject     *project)
{
  g_return_if_fail (GF_IS_BEST_CHOOSER (self));

  self->project = project;
  if (project == NULL)
    return;

  self->filling = TRUE;
  list_columns (self);
  show_kind (self);
  show_share (self);
  gtk_spin_button_set_value (self->count, gf_customers_get_count (get_customers (self)));
  show_limit (self);
  self->filling = FALSE;
}

/**
 * gf_best_chooser_get_wide:
 *
 * Returns: whether it needs a line of its own
 */
gboolean
gf_best_chooser_get_wide (GfBestChooser *self)
{
  g_return_val_if_fail (GF_IS_BEST_CHOOSER (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->limit));
}
