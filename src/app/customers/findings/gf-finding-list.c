/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-finding-list.h"

#include "gf-finding-row.h"
#include "gf-share-axis.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many rows are shown at least, if there are, and so many of the others at most. */
#define N_LEAST 7
#define N_OTHERS 200
/* So many that tell something give the list its scale. */
#define N_SCALE 3

struct _GfFindingList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *axis_box;
  GtkLabel *axis_label;
  GfShareAxis *axis;
  GtkListBox *list;
  GtkWidget *none;
  GtkSizeGroup *counts_group;
  GtkSizeGroup *verdicts_group;

  /* Owned references */
  GfFindings *findings;
  GfTable *table;
  GPtrArray *main;        /* of GfFinding: those that are listed at once */
  GPtrArray *others;      /* those behind the last row */
  GtkWidget *others_row;  /* belongs to the list */
  GtkWidget *others_icon;

  GfFindingListKind kind;
  double maximum;
  gboolean narrow;
  gboolean unfolded;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GfFindingList, gf_finding_list, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Which, and in which order --- */

static int
compare_share_cb (gconstpointer a,
                  gconstpointer b)
{
  return gf_finding_compare_share (*(GfFinding * const *) a, *(GfFinding * const *) b);
}

static int
compare_size_cb (gconstpointer a,
                 gconstpointer b)
{
  GfFinding *first = *(GfFinding * const *) a;
  GfFinding *second = *(GfFinding * const *) b;
  gsize x = gf_finding_get_rows (first);
  gsize y = gf_finding_get_rows (second);

  return x > y ? -1 : x < y ? 1 : gf_finding_compare (first, second);
}

static gboolean
matches (GfFinding  *finding,
         GfTable    *table,
         const char *needle)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (*needle == '\0')
    return TRUE;

  title = gf_finding_dup_title (finding, table);
  subtitle = gf_finding_dup_subtitle (finding, table);
  text = g_strconcat (subtitle, " ", title, NULL);
  folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static void
collect (GfFindingList     *self,
         GfFindingListSort  sort,
         const char        *search)
{
  GListModel *all = self->kind == GF_FINDING_LIST_COMBINATIONS ? gf_findings_get_combinations (self->findings)
                                                               : gf_findings_get_traits (self->findings);
  g_autofree char *needle = g_utf8_casefold (search, -1);
  gboolean few = gf_findings_are_too_few (self->findings);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (all, i);

      if (!matches (finding, self->table, needle))
        continue;

      if (*needle != '\0' || (!few && gf_finding_get_verdict (finding) <= GF_VERDICT_WEAK))
        g_ptr_array_add (self->main, g_steal_pointer (&finding));
      else
        g_ptr_array_add (self->others, g_steal_pointer (&finding));
    }
  while (self->main->len < N_LEAST && self->others->len > 0)
    g_ptr_array_add (self->main, g_ptr_array_steal_index (self->others, 0));

  if (sort != GF_FINDING_LIST_BY_EVIDENCE)
    {
      GCompareFunc compare = sort == GF_FINDING_LIST_BY_SHARE ? compare_share_cb : compare_size_cb;

      g_ptr_array_sort (self->main, compare);
      g_ptr_array_sort (self->others, compare);
    }
}

/* The scale is that of what tells something, and of a list without that of the first rows: a few tiny groups far
 * down would press all others together. What goes beyond it runs out of the axis. */
static double
find_maximum (GfFindingList *self)
{
  double highest = gf_findings_get_base_rate (self->findings);
  guint n_telling = 0;

  for (guint i = 0; i < self->main->len; i++)
    n_telling += gf_finding_get_verdict (self->main->pdata[i]) <= GF_VERDICT_MODERATE;
  for (guint i = 0; i < self->main->len; i++)
    {
      GfFinding *finding = self->main->pdata[i];

      if (n_telling >= N_SCALE ? gf_finding_get_verdict (finding) > GF_VERDICT_MODERATE : i >= N_LEAST)
        continue;
      if (gf_finding_get_verdict (finding) != GF_VERDICT_TOO_FEW)
        highest = fmax (highest, gf_finding_get_high (finding));
      highest = fmax (highest, gf_finding_get_share (finding));
    }

  return gf_share_axis_choose_maximum (highest);
}

/* --- Rows --- */

static void
append_row (GfFindingList *self,
            GfFinding     *finding,
            int            place)
{
  GtkWidget *row = gf_finding_row_new (finding, self->table, !gf_findings_are_too_few (self->findings),
                                       gf_findings_get_marks_both (self->findings, finding),
                                       self->counts_group, self->verdicts_group);

  gf_finding_row_set_scale (GF_FINDING_ROW (row), gf_findings_get_base_rate (self->findings), self->maximum);
  gf_finding_row_set_narrow (GF_FINDING_ROW (row), self->narrow);
  gtk_list_box_insert (self->list, row, place);
}

static char *
dup_others_text (GfFindingList *self)
{
  guint n = self->others->len;
  g_autofree char *number = gf_words_dup_number (n);

  if (gf_findings_are_too_few (self->findings))
    return g_strdup_printf (ngettext ("%s more trait", "%s more traits", n), number);
  if (self->kind == GF_FINDING_LIST_COMBINATIONS)
    return g_strdup_printf (ngettext ("%s more combination shows no clear difference",
                                      "%s more combinations show no clear difference", n), number);

  return g_strdup_printf (ngettext ("%s more trait shows no clear difference",
                                    "%s more traits show no clear difference", n), number);
}

static void
append_others_row (GfFindingList *self)
{
  g_autofree char *text = dup_others_text (self);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  self->others_icon = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->others_icon);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  self->others_row = row;
}

static GtkListBoxRow *
find_row (GfFindingList *self,
          GfFinding     *finding)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GF_IS_FINDING_ROW (row) &&
        (finding == NULL || gf_finding_same_traits (gf_finding_row_get_finding (GF_FINDING_ROW (row)), finding)))
      return GTK_LIST_BOX_ROW (row);

  return NULL;
}

static void
set_unfolded (GfFindingList *self,
              gboolean       unfolded)
{
  int place;

  if (self->others_row == NULL || self->unfolded == unfolded)
    return;

  self->unfolded = unfolded;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->others_icon), unfolded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->others_row), GTK_ACCESSIBLE_STATE_EXPANDED, unfolded, -1);
  place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->others_row)) + 1;
  if (unfolded)
    {
      for (guint i = 0; i < self->others->len && i < N_OTHERS; i++)
        append_row (self, self->others->pdata[i], place + (int) i);
    }
  else
    {
      GtkListBoxRow *row;

      while ((row = gtk_list_box_get_row_at_index (self->list, place)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      if (gtk_list_box_get_selected_row (self->list) == NULL)
        gtk_list_box_select_row (self->list, find_row (self, NULL));
    }
}

/* What was selected stays so, as long as it is there. */
static void
select_again (GfFindingList *self,
              GfFinding     *before)
{
  GtkListBoxRow *row = before != NULL ? find_row (self, before) : NULL;

  gtk_list_box_select_row (self->list, row != NULL ? row : find_row (self, NULL));
}

static void
fill_axis (GfFindingList *self)
{
  gboolean bad = gf_findings_get_against (self->findings) == GF_AGAINST_BAD;
  gboolean judged = !gf_findings_are_too_few (self->findings);
  const char *label = bad ? _("Share that is a bad fit") : _("Share that is among the best");
  const char *name = bad ? _("What the bad fits have in common") : _("What the best have in common");

  gtk_label_set_label (self->axis_label, label);
  gf_share_axis_set_scale (self->axis, gf_findings_get_base_rate (self->findings), self->maximum);
  gtk_widget_set_visible (self->axis_box, judged && !self->narrow && self->main->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
row_selected_cb (GfFindingList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTED], 0, gf_finding_list_get_selected (self));
}

static void
row_activated_cb (GfFindingList *self,
                  GtkListBoxRow *row)
{
  if (GTK_WIDGET (row) == self->others_row)
    set_unfolded (self, !self->unfolded);
  else
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
gf_finding_list_dispose (GObject *object)
{
  GfFindingList *self = GF_FINDING_LIST (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_FINDING_LIST);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->main, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_finding_list_parent_class)->dispose (object);
}

static void
gf_finding_list_class_init (GfFindingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_finding_list_dispose;

  /**
   * GfFindingList::selected:
   * @finding: (nullable): the finding of the selected row
   *
   * Another row is selected, or what it shows is new.
   */
  signals[SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, GF_TYPE_FINDING);
  /**
   * GfFindingList::activated:
   *
   * The user opened the selected row.
   */
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GF_TYPE_SHARE_AXIS);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-finding-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GfFindingList, axis_box);
  gtk_widget_class_bind_template_child (widget_class, GfFindingList, axis_label);
  gtk_widget_class_bind_template_child (widget_class, GfFindingList, axis);
  gtk_widget_class_bind_template_child (widget_class, GfFindingList, list);
  gtk_widget_class_bind_template_child (widget_class, GfFindingList, none);
  gtk_widget_class_bind_template_child (widget_class, GfFindingList, counts_group);
  gtk_widget_class_bind_template_child (widget_class, GfFindingList, verdicts_group);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gf_finding_list_init (GfFindingList *self)
{
  self->main = g_ptr_array_new_with_free_func (g_object_unref);
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->maximum = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_finding_list_set:
 * @findings: (nullable): what was found
 * @table: (nullable): the customers it is of
 * @kind: which list of them
 * @sort: in which order
 * @search: only what contains this text; "" for all
 *
 * Fills the list. The selection stays on the same traits where they are listed.
 */
void
gf_finding_list_set (GfFindingList     *self,
                     GfFindings        *findings,
                     GfTable           *table,
                     GfFindingListKind  kind,
                     GfFindingListSort  sort,
                     const char        *search)
{
  g_autoptr (GfFinding) before = NULL;
  gboolean unfolded;

  g_return_if_fail (GF_IS_FINDING_LIST (self));
  g_return_if_fail (search != NULL);

  before = gf_finding_list_get_selected (self);
  /* The same trait of others is another finding. */
  if (before != NULL && findings != NULL && gf_finding_get_against (before) == gf_findings_get_against (findings))
    g_object_ref (before);
  else
    before = NULL;
  unfolded = self->unfolded && self->kind == kind;

  self->filling = TRUE;
  gtk_list_box_remove_all (self->list);
  self->others_row = NULL;
  self->unfolded = FALSE;
  g_ptr_array_set_size (self->main, 0);
  g_ptr_array_set_size (self->others, 0);
  g_set_object (&self->findings, findings);
  if (table != NULL)
    gf_table_ref (table);
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table;
  self->kind = kind;

  if (findings != NULL)
    {
      collect (self, sort, search);
      self->maximum = find_maximum (self);
      for (guint i = 0; i < self->main->len; i++)
        append_row (self, self->main->pdata[i], -1);
      if (self->others->len > 0)
        append_others_row (self);
      set_unfolded (self, unfolded);
      fill_axis (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->main->len > 0);
  gtk_widget_set_visible (self->none, findings != NULL && self->main->len == 0);
  gtk_label_set_label (GTK_LABEL (self->none), *search != '\0' ? _("No finding matches the search")
                       : kind == GF_FINDING_LIST_COMBINATIONS
                         ? _("No combination tells more than the traits that it is made of")
                         : _("No trait is common enough to be compared"));
  select_again (self, before);
  self->filling = FALSE;
  row_selected_cb (self);
}

/**
 * gf_finding_list_set_narrow:
 * @narrow: whether the window is as narrow as a phone
 *
 * Stacks the parts of each row.
 */
void
gf_finding_list_set_narrow (GfFindingList *self,
                            gboolean       narrow)
{
  g_return_if_fail (GF_IS_FINDING_LIST (self));

  self->narrow = narrow;
  gtk_size_group_set_mode (self->counts_group, narrow ? GTK_SIZE_GROUP_NONE : GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_set_mode (self->verdicts_group, narrow ? GTK_SIZE_GROUP_NONE : GTK_SIZE_GROUP_HORIZONTAL);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GF_IS_FINDING_ROW (row))
      gf_finding_row_set_narrow (GF_FINDING_ROW (row), narrow);
  if (self->findings != NULL)
    fill_axis (self);
}

/**
 * gf_finding_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the finding of the selected row
 */
GfFinding *
gf_finding_list_get_selected (GfFindingList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (GF_IS_FINDING_LIST (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return GF_IS_FINDING_ROW (row) ? gf_finding_row_get_finding (GF_FINDING_ROW (row)) : NULL;
}
