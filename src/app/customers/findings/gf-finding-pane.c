/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-finding-pane.h"

#include "gf-both-sides.h"
#include "gf-finding-row.h"
#include "gf-finding-words.h"
#include "gf-verdict-label.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>

/* So many letters stand beside three counts of four digits. */
#define LONGEST_TITLE 10

struct _GfFindingPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GfVerdictLabel *verdict;
  GtkLabel *sentence;
  GtkLabel *why;
  GtkWidget *counts_card;
  GtkGrid *counts;
  AdwActionRow *luck;
  AdwActionRow *one_out;
  GtkWidget *holds;
  AdwActionRow *overlap;
  AdwActionRow *other_side;
  AdwPreferencesRow *show;
  GtkWidget *use;
  GtkWidget *profile;

  /* Owned references */
  GfFinding *finding;
  GfFindings *findings;
  GfLuck *known_luck;     /* what copies show; NULL while not known */
  GfTable *table;
  GCancellable *looking;  /* for what overlaps */
};

G_DEFINE_FINAL_TYPE (GfFindingPane, gf_finding_pane, ADW_TYPE_BIN)

static void
attach (GfFindingPane *self,
        const char    *text,
        int            column,
        int            row,
        const char    *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  if (column == 0)
    {
      /* The pane says the name above; large text on a phone leaves it few letters here. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, text);
    }
  else
    {
      gtk_widget_add_css_class (label, "numeric");
    }
  if (row == 0)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
    }
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "heading");
    }
  gtk_grid_attach (self->counts, label, column, row, 1, 1);
}

static void
attach_counts (GfFindingPane *self,
               const char    *name,
               gsize          hits,
               gsize          rows,
               int            row,
               const char    *css_class)
{
  g_autofree char *first = gf_words_dup_number ((double) hits);
  g_autofree char *second = gf_words_dup_number ((double) (rows - hits));
  g_autofree char *third = gf_words_dup_number ((double) rows);

  attach (self, name, 0, row, NULL);
  attach (self, first, 1, row, css_class);
  attach (self, second, 2, row, NULL);
  attach (self, third, 3, row, NULL);
}

/* What the first row of counts is of: the pane says above what there is no room for beside the counts. */
static char *
dup_counts_title (GfFinding *finding,
                  GfTable   *table)
{
  g_autofree char *title = gf_finding_dup_title (finding, table);

  return gf_finding_get_n_selectors (finding) > 1 || g_utf8_strlen (title, -1) > LONGEST_TITLE
           ? g_strdup (C_("customers", "These")) : g_steal_pointer (&title);
}

/* The 2 x 2 counts with their sums. */
static void
fill_counts (GfFindingPane *self,
             GfFinding     *finding,
             GfTable       *table)
{
  const GfCounts *counts = gf_finding_get_counts (finding);
  gboolean bad = gf_finding_get_against (finding) == GF_AGAINST_BAD;
  g_autofree char *title = dup_counts_title (finding, table);
  const char *color = gf_finding_get_verdict (finding) > GF_VERDICT_WEAK ? NULL
                      : gf_finding_is_good (finding)                     ? "data-best"
                                                                         : "data-bad";
  g_autofree char *sentence = gf_finding_dup_sentence (finding, table);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_grid_remove (self->counts, child);

  attach (self, bad ? _("Bad") : _("Best"), 1, 0, NULL);
  attach (self, _("Others"), 2, 0, NULL);
  attach (self, C_("customers", "All"), 3, 0, NULL);
  attach_counts (self, title, counts->hits, counts->rows, 1, color != NULL ? color : "numeric");
  attach_counts (self, _("Elsewhere"), counts->all_hits - counts->hits, counts->all_rows - counts->rows, 2, NULL);
  gtk_grid_attach (self->counts, line, 0, 3, 4, 1);
  attach_counts (self, C_("customers", "All"), counts->all_hits, counts->all_rows, 4, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->counts_card), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/* A raw interval may clear the base rate and the verdict be weak all the same. */
static char *
dup_why (GfFinding  *finding,
         GfFindings *findings)
{
  double base = gf_finding_get_base_rate (finding);
  GfVerdict verdict = gf_finding_get_verdict (finding);
  gboolean clear = gf_finding_get_low (finding) > base || gf_finding_get_high (finding) < base;
  double n = gf_finding_get_n_selectors (finding) > 1 ? gf_findings_get_n_combination_tests (findings)
                                                      : gf_findings_get_n_tests (findings);
  g_autofree char *number = gf_words_dup_number (n);

  if (gf_finding_is_small_difference (finding))
    return g_strdup (_("The difference is sure, but too small to act on."));
  if (!clear || (verdict != GF_VERDICT_WEAK && verdict != GF_VERDICT_NONE))
    return NULL;

  /* Translators: %s is a count of comparisons */
  return g_strdup_printf (_("Taken alone the interval would be clear of the share of all customers. Among %s "
                            "comparisons, though, some look like this by luck."), number);
}

/* Traits that are not listed because nearly the same customers have them. */
static char *
dup_twins (GfFinding *finding,
           GfTable   *table)
{
  GPtrArray *twins = gf_finding_get_twins (finding);
  g_autofree char *first = gf_selector_describe (g_ptr_array_index (twins, 0), table);
  g_autofree char *more = gf_words_dup_number (twins->len - 1);

  if (twins->len == 1)
    /* Translators: another trait: "Department: Marketing" */
    return g_strdup_printf (_("%s: nearly the same customers"), first);

  /* Translators: another trait, and how many more */
  return g_strdup_printf (ngettext ("%s and %s more: nearly the same customers",
                                    "%s and %s more: nearly the same customers", twins->len - 1), first, more);
}

static char *
dup_overlap (GfFinding *finding,
             GfFinding *other,
             gsize      n_both,
             GfTable   *table)
{
  g_autofree char *both = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *traits = NULL;

  if (other == NULL)
    return g_strdup (_("Nothing else that stands out"));

  both = gf_words_dup_number ((double) n_both);
  rows = gf_words_dup_number ((double) gf_finding_get_rows (finding));
  traits = gf_finding_describe (other, table);

  /* Translators: another trait, and how many customers have both: "Reports: Weekly, 28 of 34" */
  return g_strdup_printf (_("%s, %s of %s"), traits, both, rows);
}

static void
set_subtitle (AdwActionRow *row,
              const char   *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, escaped);
}

/* What copies of the customers show is more than what can be reckoned without them. */
static void
fill_luck (GfFindingPane *self)
{
  g_autofree char *text = self->known_luck != NULL
                            ? gf_luck_dup_finding_sentence (self->known_luck, self->finding)
                            : gf_finding_dup_luck_sentence (self->finding, self->findings);

  set_subtitle (self->luck, text);
}

static void
found_overlap_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GfFindingPane) self = data;
  g_autoptr (GError) error = NULL;
  gsize n_both;
  g_autoptr (GfFinding) other = gf_findings_find_overlap_finish (GF_FINDINGS (source), result, &n_both, &error);
  g_autofree char *text = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;

  g_clear_object (&self->looking);
  text = dup_overlap (self->finding, other, n_both, self->table);
  set_subtitle (self->overlap, text);
}

/* With many customers this takes a second: it comes when it is known. */
static void
fill_overlap (GfFindingPane *self)
{
  gboolean known = self->table != NULL && gf_table_get_n_rows (self->table) ==
                                          gf_findings_get_n_rows (self->findings) +
                                          gf_findings_get_n_left_out (self->findings);
  g_autofree char *text = NULL;

  if (gf_finding_get_twins (self->finding)->len > 0)
    text = dup_twins (self->finding, self->table);
  else if (known)
    {
      self->looking = g_cancellable_new ();
      gf_findings_find_overlap_async (self->findings, self->finding, self->table, self->looking, found_overlap_cb,
                                      g_object_ref (self));
      text = g_strdup (_("Being looked for…"));
    }
  else
    text = dup_overlap (self->finding, NULL, 0, self->table);
  set_subtitle (self->overlap, text);
}

static void
stop_looking (GfFindingPane *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
fill_doubts (GfFindingPane *self,
             GfFinding     *finding)
{
  g_autofree char *one_out = gf_finding_dup_one_out_sentence (finding);

  fill_luck (self);
  set_subtitle (self->one_out, one_out);
  gtk_widget_set_visible (self->holds, gf_finding_holds_without_one (finding));
  fill_overlap (self);
}

/* What the traits mean on the other side; nothing where that is not known. */
static void
fill_other_side (GfFindingPane *self,
                 GfFinding     *other)
{
  gboolean bad = other != NULL && gf_finding_get_against (other) == GF_AGAINST_BAD;
  g_autofree char *text = other != NULL ? gf_finding_dup_other_side_sentence (self->finding, other) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->other_side), other != NULL);
  if (other == NULL)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other_side),
                                 bad ? _("And the bad fits?") : _("And the best?"));
  set_subtitle (self->other_side, text);
}

static void
gf_finding_pane_dispose (GObject *object)
{
  GfFindingPane *self = GF_FINDING_PANE (object);

  stop_looking (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_FINDING_PANE);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_object (&self->finding);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->known_luck, gf_luck_unref);

  G_OBJECT_CLASS (gf_finding_pane_parent_class)->dispose (object);
}

static void
gf_finding_pane_class_init (GfFindingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_finding_pane_dispose;

  g_type_ensure (GF_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-finding-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, verdict);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, sentence);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, why);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, counts_card);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, counts);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, luck);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, one_out);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, holds);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, overlap);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, other_side);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, show);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, use);
  gtk_widget_class_bind_template_child (widget_class, GfFindingPane, profile);
}

static void
gf_finding_pane_init (GfFindingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_finding_pane_set:
 * @finding: (nullable): what to show; NULL for nothing
 * @findings: those it is one of
 * @other: (nullable): the same traits on the other side
 * @table: (nullable): the customers
 *
 * Shows a finding.
 */
void
gf_finding_pane_set (GfFindingPane *self,
                     GfFinding     *finding,
                     GfFindings    *findings,
                     GfFinding     *other,
                     GfTable       *table)
{
  g_autofree char *sentence = NULL;
  g_autofree char *why = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *show = NULL;

  g_return_if_fail (GF_IS_FINDING_PANE (self));

  stop_looking (self);
  g_set_object (&self->finding, finding);
  g_set_object (&self->findings, findings);
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table != NULL ? gf_table_ref (table) : NULL;
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), finding != NULL);
  if (finding == NULL)
    return;

  sentence = gf_finding_dup_sentence (finding, table);
  why = dup_why (finding, findings);
  rows = gf_words_dup_number ((double) gf_finding_get_rows (finding));
  show = g_strdup_printf (ngettext ("Show the %s Customer", "Show the %s Customers",
                                    (gulong) gf_finding_get_rows (finding)), rows);

  gf_verdict_label_set (self->verdict, gf_finding_get_verdict (finding),
                        gf_finding_is_good (finding) ? GF_DIRECTION_MORE : GF_DIRECTION_LESS);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), gf_finding_get_verdict (finding) != GF_VERDICT_TOO_FEW);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->why), why != NULL);
  gtk_label_set_label (self->why, why != NULL ? why : "");
  fill_counts (self, finding, table);
  fill_doubts (self, finding);
  fill_other_side (self, other);
  adw_preferences_row_set_title (self->show, show);
}

/**
 * gf_finding_pane_set_luck:
 * @luck: (nullable): what is found by luck alone; NULL while that is not known
 *
 * Says how likely the finding is luck.
 */
void
gf_finding_pane_set_luck (GfFindingPane *self,
                          GfLuck        *luck)
{
  g_return_if_fail (GF_IS_FINDING_PANE (self));

  if (luck != NULL)
    gf_luck_ref (luck);
  g_clear_pointer (&self->known_luck, gf_luck_unref);
  self->known_luck = luck;
  if (self->finding != NULL)
    fill_luck (self);
}

/**
 * gf_finding_pane_set_profile:
 * @profile: whether there is a profile that the finding can be added to
 *
 * Explains why the finding cannot be added to a profile yet.
 */
void
gf_finding_pane_set_profile (GfFindingPane *self,
                             gboolean       profile)
{
  g_return_if_fail (GF_IS_FINDING_PANE (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->profile),
                                 profile ? _("Add to Profile") : _("Add to Profile (Draft One First)"));
}
