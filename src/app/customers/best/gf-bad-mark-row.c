/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bad-mark-row.h"

#include "gf-customer-flags.h"
#include "gf-feedback.h"
#include "gf-project-analysis.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfBadMarkRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *note;
  GtkMenuButton *limit;
  GtkLabel *limit_label;
  GtkSpinButton *spin;
  GtkWidget *enabled;
  GtkWidget *menu;

  /* Owned references */
  GfBadMark *mark;
  GfTable *table;

  double unit;        /* what the limit in the popover is said for */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GfBadMarkRow, gf_bad_mark_row, GTK_TYPE_LIST_BOX_ROW)

static GfColumn *
find_column (GfBadMarkRow *self)
{
  return self->table != NULL ? gf_table_find_column (self->table, gf_bad_mark_get_column (self->mark)) : NULL;
}

static char *
dup_title (GfBadMarkRow    *self,
           const GfBadRule *rule)
{
  GfColumn *column = find_column (self);

  switch (rule->kind)
    {
    case GF_BAD_ABOVE:
      /* Translators: a rule for bad fits, %s are names of columns */
      return rule->per != NULL ? g_strdup_printf (_("%s too high for %s"), rule->column, rule->per)
                               : g_strdup_printf (_("%s too high"), rule->column);

    case GF_BAD_BELOW:
      /* Translators: a rule for bad fits, %s are names of columns */
      return rule->per != NULL ? g_strdup_printf (_("%s too low for %s"), rule->column, rule->per)
                               : g_strdup_printf (_("%s too low"), rule->column);

    case GF_BAD_ROWS:
      return g_strdup (_("Somebody says they drain us"));

    case GF_BAD_IS:
    case GF_BAD_FILLED:
    default:
      /* A status says itself how they left, or that they are bad without having left. */
      if (column != NULL && gf_column_get_role (column) == GF_ROLE_CHURN &&
          !(rule->kind == GF_BAD_IS && gf_column_get_column_type (column) == GF_COLUMN_CATEGORY))
        return g_strdup (_("Left us"));
      if (rule->kind == GF_BAD_IS)
        /* Translators: a rule for bad fits: the name of a column, then what its cells say */
        return g_strdup_printf (C_("trait", "%s: %s"), rule->column, rule->value);
      if (column != NULL && gf_column_get_column_type (column) == GF_COLUMN_FLAG)
        return g_strdup (rule->column);
      /* Translators: a rule for bad fits: the name of a column that says something of them */
      return g_strdup_printf (_("%s is filled in"), rule->column);
    }
}

static char *
dup_note (GfBadMarkRow    *self,
          const GfBadRule *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GfBitset) rows = NULL;

  if (self->table == NULL)
    return g_strdup ("");

  rows = rule->kind == GF_BAD_ROWS
           ? gf_customers_match_flags (GF_CUSTOMERS (gf_record_get_parent (GF_RECORD (self->mark))), self->table,
                                       GF_FEELING_DRAINING)
           : gf_bad_rule_match (self->table, rule, &error);
  if (rows == NULL)
    return g_strdup (error->message);

  return gf_bad_rule_dup_sentence (self->table, rule, gf_bitset_count (rows));
}

static void
update_limit (GfBadMarkRow    *self,
              const GfBadRule *rule)
{
  double each = gf_bad_rule_get_unit (rule);
  g_autofree char *limit = gf_words_dup_value (rule->limit * each, find_column (self));
  gboolean above = rule->kind == GF_BAD_ABOVE;
  /* Translators: the limit of a rule: "above 20" */
  g_autofree char *text = above ? g_strdup_printf (_("above %s"), limit) : g_strdup_printf (_("below %s"), limit);

  gtk_widget_set_visible (GTK_WIDGET (self->limit), above || rule->kind == GF_BAD_BELOW);
  gtk_menu_button_set_label (self->limit, text);
  gtk_label_set_label (self->limit_label, above ? _("Bad fits are above") : _("Bad fits are below"));
}

static void
update (GfBadMarkRow *self)
{
  GfBadRule rule = gf_bad_mark_get_rule (self->mark);
  g_autofree char *title = dup_title (self, &rule);
  g_autofree char *note = dup_note (self, &rule);
  /* Translators: the menu of a rule, %s is its title */
  g_autofree char *menu = g_strdup_printf (_("Menu of %s"), title);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->note, note);
  update_limit (self, &rule);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), rule.column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
}

static void
limit_changed_cb (GfBadMarkRow *self)
{
  if (!self->filling)
    gf_bad_mark_set_limit (self->mark, gtk_spin_button_get_value (self->spin) / self->unit);
}

/* The unit stays while the popover is open, so that the figure does not jump under the hand. */
static void
popover_shown_cb (GfBadMarkRow *self)
{
  GfBadRule rule = gf_bad_mark_get_rule (self->mark);
  double limit;
  double step;
  gboolean whole;

  self->unit = gf_bad_rule_get_unit (&rule);
  limit = isnan (rule.limit) ? 0 : rule.limit * self->unit;
  step = fabs (limit) >= 20 ? pow (10, floor (log10 (fabs (limit)) - 1)) : fabs (limit) >= 2 ? 1 : 0.1;
  whole = step >= 1 && fabs (limit - round (limit)) < 1e-9;

  self->filling = TRUE;
  gtk_spin_button_set_digits (self->spin, whole ? 0 : 2);
  gtk_adjustment_configure (gtk_spin_button_get_adjustment (self->spin), limit, -1e12, 1e12, step, step * 10, 0);
  self->filling = FALSE;
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfBadMarkRow *self = GF_BAD_MARK_ROW (widget);
  GtkWidget *list = gtk_widget_get_parent (widget);
  GListStore *marks = gf_record_get_list (gf_record_get_parent (GF_RECORD (self->mark)), "bad-marks");

  /* The row goes with its record. */
  gf_toast_undo (list, _("Rule removed"));
  gf_record_list_remove (marks, self->mark);
  gtk_widget_grab_focus (list);
}

static void
gf_bad_mark_row_dispose (GObject *object)
{
  GfBadMarkRow *self = GF_BAD_MARK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_BAD_MARK_ROW);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_object (&self->mark);

  G_OBJECT_CLASS (gf_bad_mark_row_parent_class)->dispose (object);
}

static void
gf_bad_mark_row_class_init (GfBadMarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_bad_mark_row_dispose;

  gtk_widget_class_install_action (widget_class, "mark.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "mark.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "mark.remove", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-bad-mark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfBadMarkRow, title);
  gtk_widget_class_bind_template_child (widget_class, GfBadMarkRow, note);
  gtk_widget_class_bind_template_child (widget_class, GfBadMarkRow, limit);
  gtk_widget_class_bind_template_child (widget_class, GfBadMarkRow, limit_label);
  gtk_widget_class_bind_template_child (widget_class, GfBadMarkRow, spin);
  gtk_widget_class_bind_template_child (widget_class, GfBadMarkRow, enabled);
  gtk_widget_class_bind_template_child (widget_class, GfBadMarkRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, limit_changed_cb);
}

static void
gf_bad_mark_row_init (GfBadMarkRow *self)
{
  self->unit = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_menu_button_get_popover (self->limit), "show",
                           G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);
}

/**
 * gf_bad_mark_row_new:
 * @mark: the record to edit
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
gf_bad_mark_row_new (GfBadMark *mark)
{
  GfBadMarkRow *self;

  g_return_val_if_fail (GF_IS_BAD_MARK (mark), NULL);

  self = g_object_new (GF_TYPE_BAD_MARK_ROW, NULL);
  self->mark = g_object_ref (mark);
  g_object_bind_property (mark, "enabled", self->enabled, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (mark, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * gf_bad_mark_row_get_mark:
 *
 * Returns: (transfer none): the record
 */
GfBadMark *
gf_bad_mark_row_get_mark (GfBadMarkRow *self)
{
  g_return_val_if_fail (GF_IS_BAD_MARK_ROW (self), NULL);

  return self->mark;
}

/**
 * gf_bad_mark_row_set_table:
 * @table: (nullable): the customers
 *
 * Says for how many of the customers the rule holds.
 */
void
gf_bad_mark_row_set_table (GfBadMarkRow *self,
                           GfTable      *table)
{
  g_return_if_fail (GF_IS_BAD_MARK_ROW (self));

  /* who drains us is said elsewhere, and may have changed while the table is the same */
  if (self->table == table && gf_bad_mark_get_kind (self->mark) != GF_BAD_MARK_DRAINING)
    return;

  if (table != NULL)
    gf_table_ref (table);
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table;
  update (self);
}

/**
 * gf_bad_mark_row_set_narrow:
 * @narrow: whether the window is as narrow as a phone
 *
 * Puts a limit below the words.
 */
void
gf_bad_mark_row_set_narrow (GfBadMarkRow *self,
                            gboolean      narrow)
{
  GtkWidget *box;
  gboolean below;

  g_return_if_fail (GF_IS_BAD_MARK_ROW (self));

  box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  below = narrow && gtk_widget_get_visible (GTK_WIDGET (self->limit));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box),
                                  below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (box), below ? 6 : 12);
}
