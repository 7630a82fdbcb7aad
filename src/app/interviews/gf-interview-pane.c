/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interview-pane.h"

#include "gf-companies.h"
#include "gf-company-row.h"
#include "gf-format.h"
#include "gf-ratings-group.h"
#include "gf-research-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfInterviewPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *facts;
  GfCompanyRow *search;
  GfRatingsGroup *ratings;

  /* Owned references */
  GfInterview *interview;
  GfTable *table;
  char *company;
  gssize row;
};

G_DEFINE_FINAL_TYPE (GfInterviewPane, gf_interview_pane, ADW_TYPE_BIN)

/* A cell as one reads it: money and dates in words, the rest as it was imported. */
static char *
dup_cell (GfColumn *column,
          gsize     row)
{
  double number = gf_column_get_number (column, row);
  g_autofree char *iso = NULL;

  switch (gf_column_get_column_type (column))
    {
    case GF_COLUMN_MONEY:
      return gf_format_money (number, gf_column_get_currency (column));

    case GF_COLUMN_DATE:
      iso = gf_days_to_iso ((gint32) number);
      return gf_date_dup_text (iso, TRUE);

    case GF_COLUMN_FLAG:
      return g_strdup (number > 0.5 ? _("Yes") : _("No"));

    case GF_COLUMN_NUMBER:
      if (gf_column_get_spec (column)->percent)
        return gf_format_percent (number);
      return gf_format_number (number, number == floor (number) ? 0 : 1);

    case GF_COLUMN_CATEGORY:
    case GF_COLUMN_SET:
    case GF_COLUMN_TEXT:
    default:
      return g_strdup (gf_column_get_text (column, row));
    }
}

static void
append_fact (GfInterviewPane *self,
             GfColumn        *column,
             gsize            row)
{
  GtkWidget *fact = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (gf_column_get_name (column));
  g_autofree char *text = dup_cell (column, row);
  GtkWidget *value = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 20);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "dimmed");
  gtk_widget_add_css_class (title, "caption");

  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_justify (GTK_LABEL (value), GTK_JUSTIFY_RIGHT);
  gtk_label_set_max_width_chars (GTK_LABEL (value), 22);
  gtk_widget_add_css_class (value, "numeric");

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_add_css_class (fact, "fact");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (fact), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (fact), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (fact), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, value, NULL, -1);
  gtk_list_box_append (self->facts, fact);
}

static void
fill_facts (GfInterviewPane *self)
{
  gtk_list_box_remove_all (self->facts);
  for (guint i = 0; i < gf_table_get_n_columns (self->table); i++)
    {
      GfColumn *column = gf_table_get_column (self->table, i);
      GfColumnRole role = gf_column_get_role (column);

      if (role != GF_ROLE_NAME && role != GF_ROLE_IDENTIFIER && role != GF_ROLE_IGNORE &&
          !gf_column_is_missing (column, (gsize) self->row))
        append_fact (self, column, (gsize) self->row);
    }
}

static void
chosen_cb (GfInterviewPane *self)
{
  if (self->interview != NULL)
    gf_interview_set_company (self->interview, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
gf_interview_pane_dispose (GObject *object)
{
  GfInterviewPane *self = GF_INTERVIEW_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_INTERVIEW_PANE);
  g_clear_object (&self->interview);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->company, g_free);

  G_OBJECT_CLASS (gf_interview_pane_parent_class)->dispose (object);
}

static void
gf_interview_pane_class_init (GfInterviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_interview_pane_dispose;

  g_type_ensure (GF_TYPE_COMPANY_ROW);
  g_type_ensure (GF_TYPE_RATINGS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-interview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GfInterviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewPane, facts);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewPane, search);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewPane, ratings);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
gf_interview_pane_init (GfInterviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_interview_pane_show:
 * @project: the project
 * @interview: an interview of it
 *
 * Shows what belongs to @interview. Looks the company up only when it or the customers changed.
 *
 * Returns: whether the company is one of the customers
 */
gboolean
gf_interview_pane_show (GfInterviewPane *self,
                        GfProject       *project,
                        GfInterview     *interview)
{
  GfTable *table;
  gboolean found;

  g_return_val_if_fail (GF_IS_INTERVIEW_PANE (self), FALSE);

  g_set_object (&self->interview, interview);
  gf_ratings_group_show (self->ratings, project, gf_interview_get_ratings (interview));

  table = gf_project_get_table (project);
  if (self->company == NULL || table != self->table ||
      !g_str_equal (self->company, gf_interview_get_company (interview)))
    {
      g_clear_pointer (&self->table, gf_table_unref);
      self->table = table != NULL ? gf_table_ref (table) : NULL;
      g_set_str (&self->company, gf_interview_get_company (interview));
      self->row = gf_companies_find (table, self->company);
      gf_company_row_set_table (self->search, table);
      gf_company_row_set_name (self->search, self->row < 0 ? self->company : "");
      if (self->row >= 0)
        fill_facts (self);
    }

  found = self->row >= 0;
  gtk_stack_set_visible_child_name (self->stack,
                                    found ? "facts" : table != NULL ? "search" : "none");

  return found;
}
