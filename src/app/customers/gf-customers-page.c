/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-page.h"

#include "gf-best-view.h"
#include "gf-customers-empty.h"
#include "gf-customers-import.h"
#include "gf-customers-table.h"
#include "gf-findings-view.h"
#include "gf-import-report.h"
#include "gf-project-analysis.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>

struct _GfCustomersPage
{
  GfStepPage parent_instance;

  /* Template widgets */
  GtkWidget *empty;
  GtkWidget *table;
  GtkWidget *best;
  GtkWidget *findings;

  /* Owned references */
  GfAnalysis *analysis;
};

G_DEFINE_FINAL_TYPE (GfCustomersPage, gf_customers_page, GF_TYPE_STEP_PAGE)

/* Without customers there is nothing to look at but the ways in. */
static void
show_views (GfCustomersPage *self,
            gboolean         customers)
{
  GtkWidget *views[] = { self->table, self->best, self->findings };

  /* What comes comes before what goes: there is a visible view at any time. */
  if (!customers)
    gtk_widget_set_visible (self->empty, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_set_visible (views[i], customers);
  if (customers)
    gtk_widget_set_visible (self->empty, FALSE);
}

static void
gf_customers_page_update (GfStepPage *page)
{
  GfCustomersPage *self = GF_CUSTOMERS_PAGE (page);
  GfTable *table = gf_project_get_table (gf_step_page_get_project (page));
  GfRanking *ranking = gf_analysis_get_ranking (self->analysis);
  gsize n = table != NULL ? gf_table_get_n_rows (table) : 0;
  g_autofree char *count = gf_words_dup_number ((double) n);
  g_autofree char *status = NULL;

  show_views (self, n > 0);
  if (n == 0)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_EMPTY, _("None yet"));
    }
  else if (ranking != NULL && gf_ranking_get_n_rows (ranking) == n && gf_ranking_get_n_best (ranking) > 0)
    {
      g_autofree char *best = gf_words_dup_number ((double) gf_ranking_get_n_best (ranking));

      /* Translators: the best, of all customers; at most 24 signs */
      status = g_strdup_printf (_("%s best of %s"), best, count);
      gf_step_page_set_status (page, gf_analysis_get_findings (self->analysis) != NULL ? GF_STEP_STATE_DONE
                                                                                      : GF_STEP_STATE_STARTED,
                               status);
    }
  else
    {
      /* Translators: at most 24 signs */
      status = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) n), count);
      gf_step_page_set_status (page, GF_STEP_STATE_STARTED, status);
    }
}

static void
analysis_cb (GfStepPage *page)
{
  if (gf_step_page_get_project (page) != NULL)
    gf_customers_page_update (page);
}

static void
gf_customers_page_project_changed (GfStepPage *page)
{
  GfCustomersPage *self = GF_CUSTOMERS_PAGE (page);
  GfProject *project = gf_step_page_get_project (page);

  if (self->analysis != NULL)
    g_signal_handlers_disconnect_by_data (self->analysis, self);
  g_clear_object (&self->analysis);
  if (project == NULL)
    return;

  self->analysis = g_object_ref (gf_project_get_analysis (project));
  g_signal_connect_object (self->analysis, "notify::ranking", G_CALLBACK (analysis_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "notify::findings", G_CALLBACK (analysis_cb), self, G_CONNECT_SWAPPED);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gf_customers_import_choose (GF_STEP_PAGE (widget));
}

static void
import_file_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  gf_customers_import_file (GF_STEP_PAGE (widget), file);
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gf_customers_import_paste (GF_STEP_PAGE (widget));
}

static void
import_report_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  gf_import_report_present (widget, gf_step_page_get_project (GF_STEP_PAGE (widget)));
}

static void
type_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GfCustomersPage *self = GF_CUSTOMERS_PAGE (widget);

  gf_customers_type_in (GF_STEP_PAGE (self));
  show_views (self, TRUE);
  gf_step_page_show_view (GF_STEP_PAGE (self), "table");
  gf_customers_table_type (GF_CUSTOMERS_TABLE (self->table));
}

static void
gf_customers_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_CUSTOMERS_PAGE);
  g_clear_object (&GF_CUSTOMERS_PAGE (object)->analysis);

  G_OBJECT_CLASS (gf_customers_page_parent_class)->dispose (object);
}

static void
gf_customers_page_class_init (GfCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_customers_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_customers_page_update;
  GF_STEP_PAGE_CLASS (klass)->project_changed = gf_customers_page_project_changed;

  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.import-file", "s", import_file_action);
  gtk_widget_class_install_action (widget_class, "page.import-report", NULL, import_report_action);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "page.type-in", NULL, type_in_action);

  g_type_ensure (GF_TYPE_BEST_VIEW);
  g_type_ensure (GF_TYPE_CUSTOMERS_EMPTY);
  g_type_ensure (GF_TYPE_FINDINGS_VIEW);
  g_type_ensure (GF_TYPE_CUSTOMERS_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCustomersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersPage, best);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersPage, findings);
  gtk_widget_class_bind_template_child (widget_class, GfCustomersPage, table);
}

static void
gf_customers_page_init (GfCustomersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GfBitset *
match_selectors (GfTable  *table,
                 gpointer  data)
{
  return gf_selectors_match (data, table);
}

/**
 * gf_customers_page_show_selectors:
 * @widget: any widget of the step Customers
 * @selectors: (element-type GfSelector): the conditions of a finding; not changed afterwards
 *
 * Shows the table with the customers for whom all of @selectors hold, and these alone.
 */
void
gf_customers_page_show_selectors (GtkWidget *widget,
                                  GPtrArray *selectors)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, GF_TYPE_CUSTOMERS_PAGE);
  g_autoptr (GfRowFilter) filter = NULL;
  g_autofree char *name = NULL;
  GfTable *table;

  g_return_if_fail (GF_IS_CUSTOMERS_PAGE (page) && selectors != NULL);

  table = gf_project_get_table (gf_step_page_get_project (GF_STEP_PAGE (page)));
  name = gf_selectors_describe (selectors, table);
  filter = gf_row_filter_new_custom (name, match_selectors, g_ptr_array_ref (selectors),
                                     (GDestroyNotify) g_ptr_array_unref);
  gf_step_page_show_view (GF_STEP_PAGE (page), "table");
  gf_customers_table_only (GF_CUSTOMERS_TABLE (GF_CUSTOMERS_PAGE (page)->table), filter);
}
