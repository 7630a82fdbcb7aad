/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-finding-row.h"

#include "gf-both-sides.h"
#include "gf-finding-words.h"
#include "gf-interval-bar.h"
#include "gf-trait-words.h"
#include "gf-verdict-label.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfFindingRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkWidget *titles;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *both;
  GtkLabel *both_label;
  GfIntervalBar *bar;
  GtkWidget *counts;
  GtkLabel *count;
  GtkLabel *interval;
  GfVerdictLabel *verdict;

  /* Owned references */
  GfFinding *finding;

  gboolean judged;
};

G_DEFINE_FINAL_TYPE (GfFindingRow, gf_finding_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * gf_finding_dup_title:
 * @finding: a finding
 * @table: (nullable): the customers
 *
 * Returns: (transfer full): what its customers share, without the names of the columns where it says enough:
 *   "Marketing, 50 to 250 employees", "Contract signed: yes"
 */
char *
gf_finding_dup_title (GfFinding *finding,
                      GfTable   *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gf_finding_get_n_selectors (finding); i++)
    {
      GfSelector *selector = gf_finding_get_selector (finding, i);
      g_autofree char *value = i == 0 ? gf_selector_dup_title (selector, table) : gf_selector_dup_name (selector, table);

      g_string_append_printf (text, "%s%s", i > 0 ? C_("list", ", ") : "", value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * gf_finding_dup_subtitle:
 * @finding: a finding
 * @table: (nullable): the customers
 *
 * Returns: (transfer full): the names of its columns that the title does not say: "Department, Size"; "" when
 *   it says all
 */
char *
gf_finding_dup_subtitle (GfFinding *finding,
                         GfTable   *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gf_finding_get_n_selectors (finding); i++)
    {
      GfSelector *selector = gf_finding_get_selector (finding, i);

      if (!gf_selector_is_bare (selector, table))
        g_string_append_printf (text, "%s%s", text->len > 0 ? C_("list", ", ") : "",
                                gf_selector_get_column (selector));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * gf_finding_is_good:
 * @finding: a finding
 *
 * Returns: whether it speaks for such customers: more of the best, or fewer of the bad fits
 */
gboolean
gf_finding_is_good (GfFinding *finding)
{
  gboolean more = gf_finding_get_direction (finding) == GF_DIRECTION_MORE;

  return gf_finding_get_against (finding) == GF_AGAINST_BAD ? !more : more;
}

/**
 * gf_finding_get_role:
 * @finding: a finding
 *
 * Returns: how its bar is drawn
 */
GfDataRole
gf_finding_get_role (GfFinding *finding)
{
  GfVerdict verdict = gf_finding_get_verdict (finding);

  if (verdict > GF_VERDICT_WEAK)
    return GF_DATA_OTHER;
  if (!gf_finding_is_good (finding))
    return GF_DATA_BAD;

  return verdict == GF_VERDICT_WEAK ? GF_DATA_SAME : GF_DATA_BEST;
}

/* Whether its customers are rarer there than elsewhere, which its colour and its marks say too. */
static gboolean
is_less_often (GfFinding *finding)
{
  return gf_finding_get_verdict (finding) <= GF_VERDICT_WEAK && gf_finding_get_direction (finding) != GF_DIRECTION_MORE;
}

/* The columns of the finding, and that it goes with less. */
static char *
dup_second_line (GfFinding *finding,
                 GfTable   *table)
{
  g_autofree char *columns = gf_finding_dup_subtitle (finding, table);

  if (!is_less_often (finding))
    return g_steal_pointer (&columns);
  if (*columns == '\0')
    return g_strdup (C_("finding", "less often"));

  /* Translators: the names of columns, such as "Contract" */
  return g_strdup_printf (C_("finding", "%s · less often"), columns);
}

static char *
dup_spoken (GfFinding *finding,
            GfTable   *table)
{
  g_autofree char *spoken = gf_finding_dup_accessible (finding, table);

  if (!is_less_often (finding))
    return g_steal_pointer (&spoken);

  /* Translators: what is said of a trait, when its customers are rarer than elsewhere */
  return g_strdup_printf (_("%s Less often than elsewhere."), spoken);
}

static void
fill (GfFindingRow *self,
      GfTable      *table,
      gboolean      both)
{
  GfFinding *finding = self->finding;
  g_autofree char *title = gf_finding_dup_title (finding, table);
  g_autofree char *subtitle = self->judged ? dup_second_line (finding, table) : gf_finding_dup_subtitle (finding, table);
  g_autofree char *count = gf_finding_dup_counts (finding);
  g_autofree char *interval = gf_words_dup_interval (gf_finding_get_low (finding), gf_finding_get_high (finding));
  g_autofree char *plain = NULL;
  g_autofree char *spoken = NULL;

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_widget_set_visible (self->both, both);
  gtk_label_set_label (self->both_label, gf_finding_get_both_mark (self->finding));
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->interval, interval);
  gtk_widget_set_visible (GTK_WIDGET (self->interval), self->judged);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), self->judged);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), self->judged);

  if (self->judged)
    {
      GfVerdict verdict = gf_finding_get_verdict (finding);
      gboolean clear = verdict != GF_VERDICT_TOO_FEW;

      gf_interval_bar_set (self->bar, gf_finding_get_share (finding),
                           clear ? gf_finding_get_low (finding) : NAN, clear ? gf_finding_get_high (finding) : NAN);
      gf_interval_bar_set_role (self->bar, gf_finding_get_role (finding));
      gf_verdict_label_set (self->verdict, verdict,
                            gf_finding_is_good (finding) ? GF_DIRECTION_MORE : GF_DIRECTION_LESS);
      spoken = dup_spoken (finding, table);
    }
  else
    {
      plain = gf_finding_describe (finding, table);
      /* Translators: a trait and its counts as they are spoken: "Department: Marketing, 12 of 34" */
      spoken = g_strdup_printf (_("%s, %s"), plain, count);
    }
  if (both)
    {
      char *more;

      /* Translators: what a row says, then "also marks bad fits" */
      more = g_strdup_printf (_("%s It %s."), spoken, gf_finding_get_both_mark (finding));
      g_free (spoken);
      spoken = more;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
gf_finding_row_dispose (GObject *object)
{
  GfFindingRow *self = GF_FINDING_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_FINDING_ROW);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (gf_finding_row_parent_class)->dispose (object);
}

static void
gf_finding_row_class_init (GfFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_finding_row_dispose;

  g_type_ensure (GF_TYPE_INTERVAL_BAR);
  g_type_ensure (GF_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, titles);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, title);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, both);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, both_label);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, bar);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, counts);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, count);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, interval);
  gtk_widget_class_bind_template_child (widget_class, GfFindingRow, verdict);
}

static void
gf_finding_row_init (GfFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_finding_row_new:
 * @finding: what it shows
 * @table: (nullable): the customers
 * @judged: FALSE where there are too few to compare: counts alone
 * @both: whether it marks the other side as well
 * @counts: the group that makes the columns of counts equally wide
 * @verdicts: the same for the verdicts
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
gf_finding_row_new (GfFinding    *finding,
                    GfTable      *table,
                    gboolean      judged,
                    gboolean      both,
                    GtkSizeGroup *counts,
                    GtkSizeGroup *verdicts)
{
  GfFindingRow *self;

  g_return_val_if_fail (GF_IS_FINDING (finding), NULL);

  self = g_object_new (GF_TYPE_FINDING_ROW, NULL);
  self->finding = g_object_ref (finding);
  self->judged = judged;
  gtk_size_group_add_widget (counts, self->counts);
  gtk_size_group_add_widget (verdicts, GTK_WIDGET (self->verdict));
  fill (self, table, both);

  return GTK_WIDGET (self);
}

/**
 * gf_finding_row_get_finding:
 *
 * Returns: (transfer none): what it shows
 */
GfFinding *
gf_finding_row_get_finding (GfFindingRow *self)
{
  g_return_val_if_fail (GF_IS_FINDING_ROW (self), NULL);

  return self->finding;
}

/**
 * gf_finding_row_set_scale:
 * @base: the base rate
 * @maximum: the share at the end of the bars
 *
 * Gives the bar the axis of its list.
 */
void
gf_finding_row_set_scale (GfFindingRow *self,
                          double        base,
                          double        maximum)
{
  g_return_if_fail (GF_IS_FINDING_ROW (self));

  gf_interval_bar_set_scale (self->bar, base, maximum);
}

static void
place (GtkWidget *grid,
       GtkWidget *child,
       int        column,
       int        row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (grid);
  GtkLayoutChild *cell = gtk_layout_manager_get_layout_child (layout, child);

  gtk_grid_layout_child_set_column (GTK_GRID_LAYOUT_CHILD (cell), column);
  gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (cell), row);
}

/**
 * gf_finding_row_set_narrow:
 * @narrow: whether the window is as narrow as a phone
 *
 * Puts the bar and the counts below the words.
 */
void
gf_finding_row_set_narrow (GfFindingRow *self,
                           gboolean      narrow)
{
  GtkWidget *grid;

  g_return_if_fail (GF_IS_FINDING_ROW (self));

  grid = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  place (grid, self->titles, 0, 0);
  place (grid, GTK_WIDGET (self->bar), narrow ? 0 : 1, narrow ? 1 : 0);
  place (grid, self->counts, narrow ? 1 : 2, narrow ? 1 : 0);
  place (grid, GTK_WIDGET (self->verdict), narrow ? 1 : 3, 0);
  gtk_widget_set_halign (GTK_WIDGET (self->verdict), narrow ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_set_halign (self->counts, narrow ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_label_set_xalign (self->count, narrow ? 1 : 0);
  gtk_label_set_xalign (self->interval, narrow ? 1 : 0);
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), narrow ? 120 : 204, -1);
}
